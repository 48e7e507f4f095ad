/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-facts.h"

#include <string.h>

#include "tool-types.h"

#define NAME_WIDTH 14
#define MOST_IN_LIST 40

/* One line: a name, a text, and in another colour what identifies it. */
void
tool_facts_line (ToolSession *session,
                 const char  *name,
                 ToolStyle    style,
                 const char  *text,
                 const char  *aside)
{
  ToolOutput *output = session->output;
  gboolean terminal = tool_output_is_terminal (output);
  guint column = NAME_WIDTH + 2;

  if (text == NULL || *text == '\0')
    {
      if (aside == NULL || *aside == '\0')
        return;
      text = aside;
      aside = NULL;
      style = TOOL_STYLE_ID;
    }
  tool_output_text (output, "  ");
  tool_output_styled (output, TOOL_STYLE_FAINT, name);
  tool_output_spaces (output, NAME_WIDTH > tool_text_width (name) ? NAME_WIDTH - tool_text_width (name) : 1);
  tool_output_wrapped (output, style, column, column, text);
  if (aside != NULL && *aside != '\0')
    {
      gboolean fits = column + tool_text_width (text) + 2 + tool_text_width (aside) <= tool_output_get_width (output);

      if (terminal && !fits)
        {
          tool_output_text (output, "\n");
          tool_output_spaces (output, column);
        }
      else
        {
          tool_output_text (output, "  ");
        }
      tool_output_styled (output, TOOL_STYLE_ID, aside);
    }
  tool_output_text (output, "\n");
}

static void
line_entity (ToolSession *session,
             const char  *name,
             EupEntity   *entity,
             const char  *id)
{
  if (entity != NULL)
    tool_facts_line (session, name, TOOL_STYLE_PLAIN, eup_entity_get_title (entity), eup_entity_get_id (entity));
  else if (id != NULL && *id != '\0')
    tool_facts_line (session, name, TOOL_STYLE_PLAIN, NULL, id);
}

/* The name stands before the first only. */
static void
line_list (ToolSession *session,
           const char  *name,
           EupList     *list)
{
  GListModel *model = G_LIST_MODEL (list);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < MIN (n, MOST_IN_LIST); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (model, i);

      line_entity (session, i == 0 ? name : "", entity, NULL);
    }
  if (n > MOST_IN_LIST)
    {
      g_autofree char *more = g_strdup_printf ("and %u more", n - MOST_IN_LIST);

      tool_facts_line (session, "", TOOL_STYLE_FAINT, more, NULL);
    }
}

/* Takes the list. */
static void
line_taken (ToolSession *session,
            const char  *name,
            EupList     *taken)
{
  g_autoptr (EupList) list = taken;

  line_list (session, name, list);
}

static void
line_date (ToolSession *session,
           const char  *name,
           EupDate     *date)
{
  g_autofree char *text = date != NULL ? eup_date_format (date, tool_session_language (session)) : NULL;

  tool_facts_line (session, name, TOOL_STYLE_PLAIN, text, NULL);
}

static void
line_period (ToolSession *session,
             const char  *name,
             EupPeriod   *period)
{
  g_autofree char *text = period != NULL ? eup_period_format (period, tool_session_language (session)) : NULL;

  tool_facts_line (session, name, TOOL_STYLE_PLAIN, text, NULL);
}

static void
write_mandate (ToolSession *session,
               EupMandate  *mandate)
{
  g_autoptr (EupCommissioner) president = eup_mandate_dup_president (mandate);

  line_period (session, "In office", eup_mandate_get_period (mandate));
  line_entity (session, "President", EUP_ENTITY (president), eup_mandate_get_president_id (mandate));
  line_taken (session, "Priorities", eup_mandate_dup_priorities (mandate));
}

static void
write_priority (ToolSession *session,
                EupPriority *priority)
{
  g_autoptr (EupMandate) mandate = eup_priority_dup_mandate (priority);

  line_entity (session, "Mandate", EUP_ENTITY (mandate), eup_priority_get_mandate_id (priority));
  line_taken (session, "In charge", eup_priority_dup_commissioners (priority));
  line_taken (session, "Objectives", eup_priority_dup_objectives (priority));
  line_taken (session, "Initiatives", eup_priority_dup_initiatives (priority));
}

static void
write_objective (ToolSession  *session,
                 EupObjective *objective)
{
  g_autoptr (EupPriority) priority = eup_objective_dup_priority (objective);

  line_entity (session, "Priority", EUP_ENTITY (priority), eup_objective_get_priority_id (objective));
  tool_facts_line (session, "Purpose", TOOL_STYLE_PLAIN, eup_objective_get_purpose (objective), NULL);
  line_taken (session, "Initiatives", eup_objective_dup_initiatives (objective));
}

static void
write_status (ToolSession   *session,
              EupInitiative *initiative)
{
  const char *language = tool_session_language (session);
  EupStatus status = eup_initiative_get_status (initiative);
  EupInstrument instrument = eup_initiative_get_instrument (initiative);
  EupDate *date = eup_initiative_get_date (initiative);
  g_autofree char *label = eup_status_dup_label (status, language);
  g_autofree char *form = eup_instrument_dup_label (instrument, language);
  g_autofree char *when = date != NULL ? eup_date_format (date, language) : NULL;
  g_autofree char *line = when != NULL ? g_strdup_printf ("%s · %s", label, when) : g_strdup (label);

  tool_facts_line (session, "Status", tool_status_style (status), line, NULL);
  if (instrument != EUP_INSTRUMENT_UNKNOWN)
    tool_facts_line (session, "Form", TOOL_STYLE_PLAIN, form, NULL);
}

static void
write_initiative (ToolSession   *session,
                  EupInitiative *initiative)
{
  g_autoptr (EupInitiative) parent = eup_initiative_dup_parent (initiative);
  g_autoptr (EupMilestone) next = eup_initiative_dup_next_milestone (initiative);

  write_status (session, initiative);
  if (next != NULL)
    {
      EupDate *date = eup_milestone_get_date (next);
      g_autofree char *when = date != NULL ? eup_date_format (date, tool_session_language (session)) : NULL;
      const char *title = eup_entity_get_title (EUP_ENTITY (next));
      g_autofree char *line = g_strdup_printf ("%s%s%s", when != NULL ? when : "", when != NULL ? " · " : "",
                                               title != NULL ? title : eup_entity_get_id (EUP_ENTITY (next)));

      tool_facts_line (session, "Next", TOOL_STYLE_PLAIN, line, NULL);
    }
  line_taken (session, "Led by", eup_initiative_dup_leads (initiative));
  line_taken (session, "Priority", eup_initiative_dup_priorities (initiative));
  line_taken (session, "Objective", eup_initiative_dup_objectives (initiative));
  line_entity (session, "Part of", EUP_ENTITY (parent), eup_initiative_get_parent_id (initiative));
  line_taken (session, "Parts", eup_initiative_dup_parts (initiative));
  line_taken (session, "Fulfils", eup_initiative_dup_fulfils (initiative));
  line_taken (session, "Fulfilled by", eup_initiative_dup_fulfilled_by (initiative));
  line_taken (session, "Replaces", eup_initiative_dup_replaces (initiative));
  line_taken (session, "Replaced by", eup_initiative_dup_replaced_by (initiative));
  line_taken (session, "Amends", eup_initiative_dup_amends (initiative));
  line_taken (session, "Amended by", eup_initiative_dup_amended_by (initiative));
}

static void
write_milestone (ToolSession  *session,
                 EupMilestone *milestone)
{
  const char *language = tool_session_language (session);
  g_autoptr (EupEntity) subject = eup_milestone_dup_subject (milestone);
  EupMilestoneState state = eup_milestone_get_state (milestone);
  EupMilestoneKind kind = eup_milestone_get_kind (milestone);
  EupActor actor = eup_milestone_get_actor (milestone);
  g_autofree char *state_label = eup_milestone_state_dup_label (state, language);
  g_autofree char *kind_label = eup_milestone_kind_dup_label (kind, language);
  g_autofree char *actor_label = eup_actor_dup_label (actor, language);

  line_date (session, "Date", eup_milestone_get_date (milestone));
  tool_facts_line (session, "State", tool_state_style (state), state_label, NULL);
  if (kind != EUP_MILESTONE_KIND_UNKNOWN)
    tool_facts_line (session, "Kind", TOOL_STYLE_PLAIN, kind_label, NULL);
  if (actor != EUP_ACTOR_UNKNOWN)
    tool_facts_line (session, "By", TOOL_STYLE_PLAIN, actor_label, NULL);
  line_entity (session, "Of", subject, eup_milestone_get_subject_id (milestone));
  tool_facts_line (session, "Makes finer", TOOL_STYLE_PLAIN, NULL, eup_milestone_get_refines_id (milestone));
}

static void
write_terms (ToolSession     *session,
             EupCommissioner *commissioner)
{
  GListModel *terms = G_LIST_MODEL (eup_commissioner_get_terms (commissioner));
  guint n = terms != NULL ? g_list_model_get_n_items (terms) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupTerm) term = g_list_model_get_item (terms, i);
      EupPeriod *period = eup_term_get_period (term);
      const char *role = tool_session_read (session, eup_term_get_role (term));
      const char *portfolio = tool_session_read (session, eup_term_get_portfolio (term));
      g_autofree char *when = period != NULL ? eup_period_format (period, tool_session_language (session)) : NULL;
      g_autofree char *line = NULL;
      const char *parts[4] = { NULL };
      guint n_parts = 0;

      if (role != NULL)
        parts[n_parts++] = role;
      if (portfolio != NULL)
        parts[n_parts++] = portfolio;
      if (when != NULL)
        parts[n_parts++] = when;
      line = g_strjoinv (" · ", (char **) parts);
      tool_facts_line (session, i == 0 ? "Terms" : "", TOOL_STYLE_PLAIN, line, eup_term_get_mandate_id (term));
    }
}

static void
write_commissioner (ToolSession     *session,
                    EupCommissioner *commissioner)
{
  tool_facts_line (session, "Country", TOOL_STYLE_PLAIN, eup_commissioner_get_country (commissioner), NULL);
  write_terms (session, commissioner);
  line_taken (session, "Priorities", eup_commissioner_dup_priorities (commissioner));
  line_taken (session, "Leads", eup_commissioner_dup_initiatives (commissioner));
}

static void
write_topic (ToolSession *session,
             EupTopic    *topic)
{
  g_autoptr (EupTopic) broader = eup_topic_dup_broader (topic);

  line_entity (session, "Broader", EUP_ENTITY (broader), eup_topic_get_broader_id (topic));
  tool_facts_line (session, "Scheme", TOOL_STYLE_PLAIN, eup_topic_get_scheme (topic), NULL);
  line_taken (session, "Classifies", eup_topic_dup_entities (topic));
}

void
tool_facts_write (ToolSession *session,
                  EupEntity   *entity)
{
  if (EUP_IS_MANDATE (entity))
    write_mandate (session, EUP_MANDATE (entity));
  else if (EUP_IS_PRIORITY (entity))
    write_priority (session, EUP_PRIORITY (entity));
  else if (EUP_IS_OBJECTIVE (entity))
    write_objective (session, EUP_OBJECTIVE (entity));
  else if (EUP_IS_INITIATIVE (entity))
    write_initiative (session, EUP_INITIATIVE (entity));
  else if (EUP_IS_MILESTONE (entity))
    write_milestone (session, EUP_MILESTONE (entity));
  else if (EUP_IS_COMMISSIONER (entity))
    write_commissioner (session, EUP_COMMISSIONER (entity));
  else if (EUP_IS_TOPIC (entity))
    write_topic (session, EUP_TOPIC (entity));
  line_taken (session, "Topics", eup_entity_dup_topics (entity));
}
