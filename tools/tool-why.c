/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-facts.h"
#include "tool-nearest.h"
#include "tool-page.h"
#include "tool-timeline.h"
#include "tool-types.h"
#include "tool-words.h"

static const char help[] =
  "Explains what became of an initiative: by which rule it has its status and what decided it, the\n"
  "verdict, the dates that were moved, by which act, and the sources. Of a milestone it says why it\n"
  "is reached, expected or moved, and how far it slipped from what was first planned.\n"
  "\n"
  "Examples:\n"
  "  eupolicy why ai-act\n"
  "  eupolicy --lang fr why deforestation-regulation\n"
  "  eupolicy --as-of 2025-06-05 why csddd\n"
  "  eupolicy why ai-act/partial-application/2026-08-02\n";

/* What an explanation rests on: every source once, in the order in which it is met. */
typedef struct
{
  GPtrArray *citations;
  GHashTable *seen; /* of title and address */
} Sources;

static void
add_sources (ToolSession *session,
             Sources     *sources,
             gpointer     entity)
{
  GListModel *model = G_LIST_MODEL (eup_entity_get_sources (EUP_ENTITY (entity)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (EupCitation) citation = g_list_model_get_item (model, i);
      const char *title = tool_session_read (session, eup_citation_get_title (citation));
      const char *uri = eup_citation_get_uri (citation);
      char *key = g_strconcat (title != NULL ? title : "", "\n", uri != NULL ? uri : "", NULL);

      if (g_hash_table_add (sources->seen, key))
        g_ptr_array_add (sources->citations, g_steal_pointer (&citation));
    }
}

static void
write_sources (ToolSession *session,
               Sources     *sources)
{
  if (sources->citations->len == 0)
    return;
  tool_page_heading (session, tool_words (session, TOOL_WORDS_SOURCES));
  for (guint i = 0; i < sources->citations->len; i++)
    tool_page_source (session, sources->citations->pdata[i]);
}

static const char *
title_of (gpointer entity)
{
  const char *title = eup_entity_get_title (EUP_ENTITY (entity));

  return title != NULL && *title != '\0' ? title : eup_entity_get_id (EUP_ENTITY (entity));
}

/* “AI Act: signed” */
static char *
quote_title (ToolSession *session,
             gpointer     entity)
{
  return tool_words_with (session, TOOL_WORDS_QUOTED, title_of (entity), NULL);
}

/* “AI Act: signed” (13 June 2024) */
static char *
quote_dated (ToolSession  *session,
             EupMilestone *milestone)
{
  g_autofree char *quoted = quote_title (session, milestone);
  g_autofree char *date = tool_page_date (session, eup_milestone_get_date (milestone));

  return date != NULL ? g_strdup_printf ("%s (%s)", quoted, date) : g_steal_pointer (&quoted);
}

static void
line (ToolSession *session,
      ToolWords    name,
      ToolStyle    style,
      const char  *text,
      const char  *aside)
{
  tool_facts_line (session, tool_words (session, name), style, text, aside);
}

static void
line_taken (ToolSession *session,
            ToolWords    name,
            char        *text)
{
  line (session, name, TOOL_STYLE_PLAIN, text, NULL);
  g_free (text);
}

/* -- why an initiative has its status */

/* The sentence names what decided by its title; its id stands behind. */
static void
write_status_reason (ToolSession   *session,
                     EupInitiative *initiative,
                     Sources       *sources)
{
  g_autoptr (EupReason) reason = eup_initiative_dup_status_reason (initiative);
  const char *id = eup_reason_get_entity_id (reason);
  g_autoptr (EupEntity) entity = id != NULL ? eup_catalog_lookup (session->catalog, id) : NULL;
  g_autofree char *quoted = entity != NULL ? quote_title (session, entity) : g_strdup (id);
  g_autoptr (EupReason) readable = eup_reason_new (eup_reason_get_rule (reason), quoted, eup_reason_get_date (reason));
  g_autofree char *sentence = eup_reason_format (readable, tool_session_language (session));
  gboolean itself = g_strcmp0 (id, eup_entity_get_id (EUP_ENTITY (initiative))) == 0;

  line (session, TOOL_WORDS_WHY, TOOL_STYLE_PLAIN, sentence, itself ? NULL : id);
  if (entity != NULL && !itself)
    add_sources (session, sources, entity);
}

/* Those whose statuses make up its own, with what each says. */
static void
write_others (ToolSession   *session,
              EupInitiative *initiative)
{
  g_autoptr (EupReason) reason = eup_initiative_dup_status_reason (initiative);
  gboolean parts = g_strcmp0 (eup_reason_get_rule (reason), "parts") == 0;
  g_autoptr (EupList) others = NULL;

  if (!parts && g_strcmp0 (eup_reason_get_rule (reason), "fulfilled-by") != 0)
    return;
  others = parts ? eup_initiative_dup_parts (initiative) : eup_initiative_dup_fulfilled_by (initiative);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (others)); i++)
    {
      g_autoptr (EupInitiative) other = g_list_model_get_item (G_LIST_MODEL (others), i);
      EupStatus status = eup_initiative_get_status (other);
      g_autofree char *label = eup_status_dup_label (status, tool_session_language (session));
      g_autofree char *date = tool_page_date (session, eup_initiative_get_status_date (other));
      g_autofree char *text = tool_page_join (" · ", title_of (other), label, date);

      tool_facts_line (session, i > 0 ? "" : tool_words (session, parts ? TOOL_WORDS_PARTS : TOOL_WORDS_FULFILLED_BY),
                       TOOL_STYLE_PLAIN, text, eup_entity_get_id (EUP_ENTITY (other)));
    }
}

/* -- why it has its verdict */

typedef gboolean (*Decides) (EupMilestone *milestone,
                             EupMilestoneState state,
                             int wanted);

static gboolean
slipped_most (EupMilestone      *milestone,
              EupMilestoneState  state,
              int                wanted)
{
  return (state == EUP_MILESTONE_STATE_EXPECTED || state == EUP_MILESTONE_STATE_REACHED)
         && eup_milestone_get_slippage (milestone) == wanted;
}

static gboolean
is_in_state (EupMilestone      *milestone,
             EupMilestoneState  state,
             int                wanted)
{
  return (int) state == wanted;
}

/* The first milestone, by date, that decides; NULL: none does. */
static EupMilestone *
find_milestone (EupInitiative *initiative,
                Decides        decides,
                int            wanted)
{
  g_autoptr (EupList) milestones = eup_initiative_dup_milestones (initiative);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (milestones)); i++)
    {
      g_autoptr (EupMilestone) milestone = g_list_model_get_item (G_LIST_MODEL (milestones), i);

      if (decides (milestone, eup_milestone_get_state (milestone), wanted))
        return g_steal_pointer (&milestone);
    }
  return NULL;
}

/* Being overdue with one of these makes no initiative late. */
static gboolean
implies_something (EupMilestoneKind kind)
{
  return kind != EUP_MILESTONE_KIND_UNKNOWN && kind != EUP_MILESTONE_KIND_REPORTED && kind != EUP_MILESTONE_KIND_OPINION
         && kind != EUP_MILESTONE_KIND_ENDORSED && kind != EUP_MILESTONE_KIND_EVENT
         && kind != EUP_MILESTONE_KIND_TRANSPOSITION_DUE && kind != EUP_MILESTONE_KIND_WITHDRAWN
         && kind != EUP_MILESTONE_KIND_EXPIRED;
}

static EupMilestone *
find_overdue (ToolSession   *session,
              EupInitiative *initiative)
{
  g_autofree char *quoted = eup_query_quote (eup_entity_get_id (EUP_ENTITY (initiative)));
  g_autofree char *text = g_strdup_printf ("type:milestone is:overdue initiative:%s sort:date", quoted);
  g_autoptr (EupResults) found = eup_catalog_query (session->catalog, text, NULL);

  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (found)); i++)
    {
      g_autoptr (EupMilestone) milestone = g_list_model_get_item (G_LIST_MODEL (found), i);

      if (g_strcmp0 (eup_milestone_get_subject_id (milestone), eup_entity_get_id (EUP_ENTITY (initiative))) == 0
          && implies_something (eup_milestone_get_kind (milestone)))
        return g_steal_pointer (&milestone);
    }
  return NULL;
}

/* One of those that its status comes from and that makes it late. */
static EupInitiative *
find_late_other (EupInitiative *initiative,
                 gboolean       kept_late_only)
{
  g_autoptr (EupReason) reason = eup_initiative_dup_status_reason (initiative);
  gboolean parts = g_strcmp0 (eup_reason_get_rule (reason), "parts") == 0;
  g_autoptr (EupList) others = parts ? eup_initiative_dup_parts (initiative) : eup_initiative_dup_fulfilled_by (initiative);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (others)); i++)
    {
      g_autoptr (EupInitiative) other = g_list_model_get_item (G_LIST_MODEL (others), i);
      EupVerdict verdict = eup_initiative_get_verdict (other);

      if (verdict == EUP_VERDICT_KEPT_LATE || (!kept_late_only && verdict == EUP_VERDICT_LATE))
        return g_steal_pointer (&other);
    }
  return NULL;
}

static char *
say_slipped (ToolSession   *session,
             EupInitiative *initiative,
             ToolWords      words,
             Sources       *sources)
{
  int days = eup_initiative_get_slippage (initiative);
  g_autoptr (EupMilestone) milestone = find_milestone (initiative, slipped_most, days);
  g_autofree char *quoted = milestone != NULL ? quote_dated (session, milestone) : NULL;
  g_autofree char *how_much = tool_words_slippage (session, days);

  if (milestone != NULL)
    add_sources (session, sources, milestone);
  if (words == TOOL_WORDS_IS_KEPT_LATE && milestone != NULL
      && eup_milestone_get_state (milestone) == EUP_MILESTONE_STATE_EXPECTED)
    words = TOOL_WORDS_IS_KEPT_BUT_LATE;
  return tool_words_with (session, words, quoted, how_much);
}

static char *
say_milestone (ToolSession  *session,
               EupMilestone *milestone,
               ToolWords     words,
               Sources      *sources)
{
  g_autofree char *quoted = quote_dated (session, milestone);

  add_sources (session, sources, milestone);
  return tool_words_with (session, words, quoted, NULL);
}

static char *
say_other (ToolSession   *session,
           EupInitiative *initiative,
           gboolean       kept_late_only,
           ToolWords      words)
{
  g_autoptr (EupInitiative) other = find_late_other (initiative, kept_late_only);
  g_autofree char *quoted = other != NULL ? quote_title (session, other) : NULL;

  return tool_words_with (session, words, quoted, NULL);
}

static char *
say_late (ToolSession   *session,
          EupInitiative *initiative,
          Sources       *sources)
{
  g_autoptr (EupMilestone) missed = find_milestone (initiative, is_in_state, EUP_MILESTONE_STATE_MISSED);
  g_autoptr (EupMilestone) overdue = find_overdue (session, initiative);

  if (eup_initiative_get_slippage (initiative) > 0)
    return say_slipped (session, initiative, TOOL_WORDS_IS_LATE, sources);
  if (missed != NULL)
    return say_milestone (session, missed, TOOL_WORDS_WAS_MISSED, sources);
  if (overdue != NULL)
    return say_milestone (session, overdue, TOOL_WORDS_IS_OVERDUE, sources);
  return say_other (session, initiative, FALSE, TOOL_WORDS_IS_LATE_THROUGH);
}

static char *
say_dropped (ToolSession   *session,
             EupInitiative *initiative,
             Sources       *sources)
{
  EupStatus status = eup_initiative_get_status (initiative);
  g_autoptr (EupMilestone) cancelled = find_milestone (initiative, is_in_state, EUP_MILESTONE_STATE_CANCELLED);

  if (status == EUP_STATUS_WITHDRAWN || status == EUP_STATUS_EXPIRED || cancelled == NULL)
    return g_strdup (tool_words (session, TOOL_WORDS_HAS_ENDED));
  return say_milestone (session, cancelled, TOOL_WORDS_WAS_GIVEN_UP, sources);
}

static char *
say_verdict (ToolSession   *session,
             EupInitiative *initiative,
             Sources       *sources)
{
  switch (eup_initiative_get_verdict (initiative))
    {
    case EUP_VERDICT_KEPT:
      return g_strdup (tool_words (session, TOOL_WORDS_IS_KEPT));
    case EUP_VERDICT_KEPT_LATE:
      if (eup_initiative_get_slippage (initiative) > 0)
        return say_slipped (session, initiative, TOOL_WORDS_IS_KEPT_LATE, sources);
      return say_other (session, initiative, TRUE, TOOL_WORDS_IS_KEPT_LATE_THROUGH);
    case EUP_VERDICT_DROPPED:
      return say_dropped (session, initiative, sources);
    case EUP_VERDICT_LATE:
      return say_late (session, initiative, sources);
    case EUP_VERDICT_PENDING:
      return g_strdup (tool_words (session, TOOL_WORDS_IS_PENDING));
    case EUP_VERDICT_UNKNOWN:
    default:
      return g_strdup (tool_words (session, TOOL_WORDS_IS_UNKNOWN));
    }
}

/* -- dates that were moved */

/* How an act is cited: by its number, else by what it has. */
static char *
dup_citation (EupEntity *act)
{
  static const EupReferenceScheme best_first[] = { EUP_REFERENCE_SCHEME_ACT, EUP_REFERENCE_SCHEME_CELEX,
                                                   EUP_REFERENCE_SCHEME_COM, EUP_REFERENCE_SCHEME_PROCEDURE };
  GListModel *references = G_LIST_MODEL (eup_entity_get_references (act));

  for (guint k = 0; k < G_N_ELEMENTS (best_first); k++)
    for (guint i = 0; i < g_list_model_get_n_items (references); i++)
      {
        g_autoptr (EupReference) reference = g_list_model_get_item (references, i);

        if (eup_reference_get_scheme (reference) == best_first[k])
          return g_strdup (eup_reference_get_value (reference));
      }
  return NULL;
}

static void
write_move (ToolSession  *session,
            EupMilestone *milestone,
            Sources      *sources)
{
  g_autoptr (EupMilestone) to = eup_milestone_dup_rescheduled_to (milestone);
  g_autoptr (EupInitiative) by = eup_milestone_dup_rescheduled_by (milestone);
  g_autoptr (EupDate) since = eup_milestone_dup_rescheduled_since (milestone);
  const char *by_id = eup_milestone_get_rescheduled_by_id (milestone);
  g_autofree char *date = to != NULL ? tool_page_date (session, eup_milestone_get_date (to)) : NULL;
  g_autofree char *target = to != NULL ? tool_page_join (" · ", date, title_of (to), NULL) : NULL;
  g_autofree char *cited = by != NULL ? dup_citation (EUP_ENTITY (by)) : NULL;
  g_autofree char *act = by != NULL ? tool_page_join (" · ", title_of (by), cited, NULL) : NULL;

  line (session, TOOL_WORDS_MOVED_TO, TOOL_STYLE_PLAIN,
        target != NULL ? target : tool_words (session, TOOL_WORDS_UNKNOWN_DATE),
        eup_milestone_get_rescheduled_to_id (milestone));
  if (by_id != NULL)
    line (session, TOOL_WORDS_MOVED_BY, TOOL_STYLE_PLAIN, act, by_id);
  if (since != NULL)
    line_taken (session, TOOL_WORDS_KNOWN_SINCE, tool_page_date (session, since));
  add_sources (session, sources, milestone);
  if (to != NULL)
    add_sources (session, sources, to);
}

static void
write_slippage (ToolSession  *session,
                EupMilestone *milestone)
{
  g_autoptr (EupMilestone) original = eup_milestone_dup_original (milestone);
  g_autofree char *date = NULL, *text = NULL;

  if (original == NULL)
    return;
  date = tool_page_date (session, eup_milestone_get_date (original));
  text = tool_page_join (" · ", date, title_of (original), NULL);
  line (session, TOOL_WORDS_FIRST_PLANNED, TOOL_STYLE_PLAIN, text, eup_entity_get_id (EUP_ENTITY (original)));
  if (date != NULL && eup_milestone_get_date (milestone) != NULL)
    line_taken (session, TOOL_WORDS_SLIPPAGE, tool_words_slippage (session, eup_milestone_get_slippage (milestone)));
}

static void
write_moved_dates (ToolSession   *session,
                   EupInitiative *initiative,
                   Sources       *sources)
{
  g_autoptr (EupList) milestones = eup_initiative_dup_milestones (initiative);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (milestones)); i++)
    {
      g_autoptr (EupMilestone) milestone = g_list_model_get_item (G_LIST_MODEL (milestones), i);
      g_autoptr (EupMilestone) to = NULL;

      if (eup_milestone_get_state (milestone) != EUP_MILESTONE_STATE_RESCHEDULED)
        continue;
      if (!any)
        tool_page_heading (session, tool_words (session, TOOL_WORDS_MOVED_DATES));
      else
        tool_output_text (session->output, "\n");
      any = TRUE;
      tool_timeline_write_one (session, milestone);
      write_move (session, milestone, sources);
      to = eup_milestone_dup_rescheduled_to (milestone);
      if (to != NULL && eup_milestone_get_slippage (to) != 0)
        write_slippage (session, to);
    }
}

/* -- pages */

static void
write_initiative (ToolSession   *session,
                  EupInitiative *initiative,
                  Sources       *sources)
{
  const char *language = tool_session_language (session);
  EupStatus status = eup_initiative_get_status (initiative);
  EupVerdict verdict = eup_initiative_get_verdict (initiative);
  g_autofree char *label = eup_status_dup_label (status, language);
  g_autofree char *since = tool_page_date (session, eup_initiative_get_status_date (initiative));
  g_autofree char *text = tool_page_join (" · ", label, since, NULL);
  g_autofree char *judged = eup_verdict_dup_label (verdict, language);

  line (session, TOOL_WORDS_STATUS, tool_status_style (status), text, NULL);
  write_status_reason (session, initiative, sources);
  write_others (session, initiative);
  line (session, TOOL_WORDS_VERDICT, tool_verdict_style (verdict), judged, NULL);
  line_taken (session, TOOL_WORDS_WHY, say_verdict (session, initiative, sources));
  write_moved_dates (session, initiative, sources);
  add_sources (session, sources, initiative);
}

/* Others were moved to it, and it is not known yet that they were: the first of them. */
static EupMilestone *
find_not_moved_yet (EupMilestone *milestone)
{
  g_autoptr (EupList) from = eup_milestone_dup_rescheduled_from (milestone);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from)); i++)
    {
      g_autoptr (EupMilestone) moved = g_list_model_get_item (G_LIST_MODEL (from), i);

      if (moved != milestone)
        return eup_milestone_get_state (moved) != EUP_MILESTONE_STATE_RESCHEDULED ? g_steal_pointer (&moved) : NULL;
    }
  return NULL;
}

static char *
say_unknown_state (ToolSession  *session,
                   EupMilestone *milestone)
{
  g_autoptr (EupMilestone) instead_of = find_not_moved_yet (milestone);
  g_autofree char *quoted = instead_of != NULL ? quote_dated (session, instead_of) : NULL;

  if (instead_of != NULL)
    return tool_words_with (session, TOOL_WORDS_NOT_KNOWN_YET, quoted, NULL);
  return g_strdup (tool_words (session, eup_milestone_get_date (milestone) == NULL ? TOOL_WORDS_NO_DATE
                                                                                   : TOOL_WORDS_TARGET_PASSED));
}

static char *
say_state (ToolSession  *session,
           EupMilestone *milestone)
{
  EupMilestoneState state = eup_milestone_get_state (milestone);
  gboolean stated = eup_milestone_get_stated_state (milestone) == state;
  g_autoptr (EupMilestone) to = eup_milestone_dup_rescheduled_to (milestone);
  g_autofree char *quoted = NULL;

  switch (state)
    {
    case EUP_MILESTONE_STATE_RESCHEDULED:
      if (to == NULL)
        return g_strdup (tool_words (session, TOOL_WORDS_WAS_MOVED_SOMEWHERE));
      quoted = quote_dated (session, to);
      return tool_words_with (session, TOOL_WORDS_WAS_MOVED, quoted, NULL);
    case EUP_MILESTONE_STATE_REACHED:
      return g_strdup (tool_words (session, stated ? TOOL_WORDS_STATED : TOOL_WORDS_DAY_HAS_COME));
    case EUP_MILESTONE_STATE_EXPECTED:
      return g_strdup (tool_words (session, stated ? TOOL_WORDS_STATED : TOOL_WORDS_DAY_WILL_COME));
    case EUP_MILESTONE_STATE_MISSED:
      return g_strdup (tool_words (session, TOOL_WORDS_DAY_WAS_MISSED));
    case EUP_MILESTONE_STATE_CANCELLED:
      return g_strdup (tool_words (session, TOOL_WORDS_CANCELLED));
    case EUP_MILESTONE_STATE_UNKNOWN:
    default:
      return say_unknown_state (session, milestone);
    }
}

static void
write_milestone (ToolSession  *session,
                 EupMilestone *milestone,
                 Sources      *sources)
{
  EupMilestoneState state = eup_milestone_get_state (milestone);
  g_autofree char *label = eup_milestone_state_dup_label (state, tool_session_language (session));
  g_autofree char *date = tool_page_date (session, eup_milestone_get_date (milestone));
  g_autofree char *text = tool_page_join (" · ", label, date, NULL);

  line (session, TOOL_WORDS_STATE, tool_state_style (state), text, NULL);
  line_taken (session, TOOL_WORDS_WHY, say_state (session, milestone));
  if (state == EUP_MILESTONE_STATE_RESCHEDULED)
    write_move (session, milestone, sources);
  else if (state == EUP_MILESTONE_STATE_CANCELLED && eup_milestone_get_rescheduled_on (milestone) != NULL)
    line_taken (session, TOOL_WORDS_KNOWN_SINCE, tool_page_date (session, eup_milestone_get_rescheduled_on (milestone)));
  write_slippage (session, milestone);
  add_sources (session, sources, milestone);
}

static int
explain (ToolSession *session,
         EupEntity   *entity)
{
  Sources sources;

  if (!EUP_IS_INITIATIVE (entity) && !EUP_IS_MILESTONE (entity))
    {
      const char *id = eup_entity_get_id (entity);

      tool_session_complain (session, "\"%s\" is a %s, which has no status of its own; why explains initiatives and milestones\n"
                             "What belongs to it: eupolicy query type:initiative in:%s", id, eup_entity_get_type_nick (entity), id);
      return TOOL_WRONG_USE;
    }
  sources.citations = g_ptr_array_new_with_free_func (g_object_unref);
  sources.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tool_page_head (session, entity);
  tool_output_text (session->output, "\n");
  if (EUP_IS_INITIATIVE (entity))
    write_initiative (session, EUP_INITIATIVE (entity), &sources);
  else
    write_milestone (session, EUP_MILESTONE (entity), &sources);
  write_sources (session, &sources);
  g_ptr_array_unref (sources.citations);
  g_hash_table_unref (sources.seen);
  return TOOL_FINE;
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  int code = TOOL_FINE;

  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  for (guint i = 0; i < n_words; i++)
    {
      g_autoptr (EupEntity) entity = tool_find (session, words[i]);
      int one;

      if (entity != NULL && i > 0)
        tool_output_text (session->output, "\n\n");
      one = entity == NULL ? TOOL_PROBLEMS : explain (session, entity);
      code = MAX (code, one);
    }
  return code;
}

const ToolCommand tool_command_why = {
  .name = "why",
  .usage = "ID...",
  .summary = "explain a status, a verdict, a moved date",
  .help = help,
  .takes = TOOL_TAKES_NOTHING,
  .fewest_words = 1,
  .run = run,
};
