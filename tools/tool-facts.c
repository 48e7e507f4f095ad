/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-facts.h"

#include <string.h>

#include "tool-page.h"
#include "tool-timeline.h"
#include "tool-types.h"
#include "tool-words.h"

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

/* The label of an enumeration; one that is not listed here is labelled in the language of the user, whatever --lang says. */
static char *
format_enum (ToolSession  *session,
             const GValue *value)
{
  const char *language = tool_session_language (session);
  g_auto (GValue) label = G_VALUE_INIT;
  int number = g_value_get_enum (value);

  if (number == 0)
    return NULL;
  if (G_VALUE_HOLDS (value, EUP_TYPE_INSTRUMENT))
    return eup_instrument_dup_label (number, language);
  if (G_VALUE_HOLDS (value, EUP_TYPE_MILESTONE_KIND))
    return eup_milestone_kind_dup_label (number, language);
  if (G_VALUE_HOLDS (value, EUP_TYPE_ACTOR))
    return eup_actor_dup_label (number, language);
  g_value_init (&label, G_TYPE_STRING);
  return g_value_transform (value, &label) ? g_value_dup_string (&label) : NULL;
}

/* The text of a value; NULL if there is none. */
static char *
format_value (ToolSession  *session,
              const GValue *value)
{
  const char *language = tool_session_language (session);

  if (G_VALUE_HOLDS_STRING (value))
    return g_value_dup_string (value);
  if (G_VALUE_HOLDS_UINT (value))
    return g_value_get_uint (value) == 0 ? NULL : g_strdup_printf ("%u", g_value_get_uint (value));
  if (G_VALUE_HOLDS (value, EUP_TYPE_DATE))
    return g_value_get_boxed (value) == NULL ? NULL : eup_date_format (g_value_get_boxed (value), language);
  if (G_VALUE_HOLDS (value, EUP_TYPE_PERIOD))
    return g_value_get_boxed (value) == NULL ? NULL : eup_period_format (g_value_get_boxed (value), language);
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    return g_value_get_boxed (value) == NULL ? NULL : g_strjoinv (", ", g_value_get_boxed (value));
  return G_VALUE_HOLDS_ENUM (value) ? format_enum (session, value) : NULL;
}

/* One line for what the entity holds, after the label that the schema gives it. */
static void
line_property (ToolSession *session,
               EupEntity   *entity,
               GParamSpec  *pspec)
{
  const char *label = g_param_spec_get_nick (pspec);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;

  g_object_get_property (G_OBJECT (entity), pspec->name, &value);
  if (g_type_is_a (pspec->value_type, EUP_TYPE_ENTITY))
    {
      g_autofree char *name = g_strconcat (pspec->name, "-id", NULL);
      g_autofree char *id = NULL;

      g_object_get (entity, name, &id, NULL);
      line_entity (session, label, g_value_get_object (&value), id);
    }
  else if (g_type_is_a (pspec->value_type, EUP_TYPE_LIST))
    {
      line_list (session, label, g_value_get_object (&value));
    }
  else
    {
      text = format_value (session, &value);
      tool_facts_line (session, label, TOOL_STYLE_PLAIN, text, NULL);
    }
}

/* Those with a label, but for what stands among the lines of the type. */
static void
write_properties (ToolSession        *session,
                  EupEntity          *entity,
                  const char * const *elsewhere)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (g_param_spec_get_nick (pspecs[i]), pspecs[i]->name) != 0
        && (elsewhere == NULL || !g_strv_contains (elsewhere, pspecs[i]->name)))
      line_property (session, entity, pspecs[i]);
}

static void
line_named (ToolSession *session,
            gpointer     entity,
            const char  *name)
{
  line_property (session, EUP_ENTITY (entity), g_object_class_find_property (G_OBJECT_GET_CLASS (entity), name));
}

/* A place in an order says nothing on a page. */
static const char * const placed[] = { "position", NULL };

static void
write_mandate (ToolSession *session,
               EupMandate  *mandate)
{
  write_properties (session, EUP_ENTITY (mandate), NULL);
  line_taken (session, "Priorities", eup_mandate_dup_priorities (mandate));
}

static void
write_priority (ToolSession *session,
                EupPriority *priority)
{
  write_properties (session, EUP_ENTITY (priority), placed);
  line_taken (session, "In charge", eup_priority_dup_commissioners (priority));
  line_taken (session, "Objectives", eup_priority_dup_objectives (priority));
  line_taken (session, "Initiatives", eup_priority_dup_initiatives (priority));
}

static void
write_objective (ToolSession  *session,
                 EupObjective *objective)
{
  write_properties (session, EUP_ENTITY (objective), placed);
  line_taken (session, "Initiatives", eup_objective_dup_initiatives (objective));
}

static void
line_slippage (ToolSession *session,
               int          days)
{
  g_autofree char *text = days != 0 ? tool_words_slippage (session, days) : NULL;

  tool_facts_line (session, "Slippage", TOOL_STYLE_PLAIN, text, NULL);
}

static void
write_status (ToolSession   *session,
              EupInitiative *initiative)
{
  const char *language = tool_session_language (session);
  EupStatus status = eup_initiative_get_status (initiative);
  EupVerdict verdict = eup_initiative_get_verdict (initiative);
  EupDate *date = eup_initiative_get_status_date (initiative);
  int slippage = eup_initiative_get_slippage (initiative);
  g_autofree char *label = eup_status_dup_label (status, language);
  g_autofree char *judged = eup_verdict_dup_label (verdict, language);
  g_autofree char *when = date != NULL ? eup_date_format (date, language) : NULL;
  g_autofree char *line = when != NULL ? g_strdup_printf ("%s · %s", label, when) : g_strdup (label);

  tool_facts_line (session, "Status", tool_status_style (status), line, NULL);
  if (verdict != EUP_VERDICT_UNKNOWN)
    tool_facts_line (session, "Verdict", tool_verdict_style (verdict), judged, NULL);
  line_slippage (session, slippage);
  line_named (session, initiative, "instrument");
}

static void
write_initiative (ToolSession   *session,
                  EupInitiative *initiative)
{
  static const char * const elsewhere[] = { "instrument", "position", NULL };
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
  write_properties (session, EUP_ENTITY (initiative), elsewhere);
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
  static const char * const elsewhere[] = { "date", "kind", "actor", "subject", "position", NULL };
  EupMilestoneState state = eup_milestone_get_state (milestone);
  g_autofree char *state_label = eup_milestone_state_dup_label (state, tool_session_language (session));
  g_autofree char *target = tool_timeline_target (session, milestone);
  g_autofree char *state_line = tool_page_join (" ", state_label, target, NULL);

  line_named (session, milestone, "date");
  tool_facts_line (session, "State", tool_state_style (state), state_line, NULL);
  line_slippage (session, eup_milestone_get_slippage (milestone));
  line_named (session, milestone, "kind");
  line_named (session, milestone, "actor");
  line_named (session, milestone, "subject");
  tool_facts_line (session, "Makes finer", TOOL_STYLE_PLAIN, NULL, eup_milestone_get_refines_id (milestone));
  write_properties (session, EUP_ENTITY (milestone), elsewhere);
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
  write_properties (session, EUP_ENTITY (commissioner), NULL);
  write_terms (session, commissioner);
  line_taken (session, "Priorities", eup_commissioner_dup_priorities (commissioner));
  line_taken (session, "Leads", eup_commissioner_dup_initiatives (commissioner));
}

static void
write_topic (ToolSession *session,
             EupTopic    *topic)
{
  write_properties (session, EUP_ENTITY (topic), NULL);
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
