/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-types.h"

#include <string.h>

#include "tool-nearest.h"

typedef void (*WriteRow) (ToolSession *session,
                          ToolTable   *table,
                          EupEntity   *entity);

struct _ToolType
{
  const char *nick;
  const char *plural;
  const char *headings[4];
  guint n_headings;
  WriteRow write;
};

static void
cell_date (ToolSession *session,
           ToolTable   *table,
           EupDate     *date)
{
  g_autofree char *text = date != NULL ? eup_date_format (date, tool_session_language (session)) : NULL;

  tool_table_cell (table, TOOL_STYLE_PLAIN, text);
}

static void
cell_id (ToolTable *table,
         EupEntity *entity)
{
  tool_table_cell (table, TOOL_STYLE_ID, eup_entity_get_id (entity));
}

static void
cell_title (ToolTable *table,
            EupEntity *entity)
{
  tool_table_cell (table, TOOL_STYLE_PLAIN, eup_entity_get_title (entity));
}

static void
write_mandate (ToolSession *session,
               ToolTable   *table,
               EupEntity   *entity)
{
  EupPeriod *period = eup_mandate_get_period (EUP_MANDATE (entity));
  g_autofree char *text = period != NULL ? eup_period_format (period, tool_session_language (session)) : NULL;

  cell_id (table, entity);
  tool_table_cell (table, TOOL_STYLE_PLAIN, text);
  cell_title (table, entity);
}

static void
write_priority (ToolSession *session,
                ToolTable   *table,
                EupEntity   *entity)
{
  cell_id (table, entity);
  tool_table_cell (table, TOOL_STYLE_FAINT, eup_priority_get_mandate_id (EUP_PRIORITY (entity)));
  cell_title (table, entity);
}

static void
write_objective (ToolSession *session,
                 ToolTable   *table,
                 EupEntity   *entity)
{
  cell_id (table, entity);
  tool_table_cell (table, TOOL_STYLE_FAINT, eup_objective_get_priority_id (EUP_OBJECTIVE (entity)));
  cell_title (table, entity);
}

static void
write_initiative (ToolSession *session,
                  ToolTable   *table,
                  EupEntity   *entity)
{
  EupStatus status = eup_initiative_get_status (EUP_INITIATIVE (entity));
  g_autofree char *label = eup_status_dup_label (status, tool_session_language (session));

  cell_id (table, entity);
  tool_table_cell (table, tool_status_style (status), label);
  cell_date (session, table, eup_initiative_get_date (EUP_INITIATIVE (entity)));
  cell_title (table, entity);
}

static void
write_milestone (ToolSession *session,
                 ToolTable   *table,
                 EupEntity   *entity)
{
  EupMilestone *milestone = EUP_MILESTONE (entity);
  EupMilestoneState state = eup_milestone_get_state (milestone);
  g_autofree char *label = eup_milestone_state_dup_label (state, tool_session_language (session));

  cell_date (session, table, eup_milestone_get_date (milestone));
  tool_table_cell (table, tool_state_style (state), label);
  tool_table_cell (table, TOOL_STYLE_ID, eup_milestone_get_subject_id (milestone));
  cell_title (table, entity);
}

static void
write_commissioner (ToolSession *session,
                    ToolTable   *table,
                    EupEntity   *entity)
{
  EupCommissioner *commissioner = EUP_COMMISSIONER (entity);
  const char *portfolio = eup_commissioner_get_portfolio (commissioner);

  cell_id (table, entity);
  tool_table_cell (table, TOOL_STYLE_FAINT, eup_commissioner_get_country (commissioner));
  cell_title (table, entity);
  tool_table_cell (table, TOOL_STYLE_PLAIN,
                   portfolio != NULL ? portfolio : eup_commissioner_get_role (commissioner));
}

static void
write_topic (ToolSession *session,
             ToolTable   *table,
             EupEntity   *entity)
{
  cell_id (table, entity);
  cell_title (table, entity);
}

static void
write_any (ToolSession *session,
           ToolTable   *table,
           EupEntity   *entity)
{
  tool_table_cell (table, TOOL_STYLE_FAINT, eup_entity_get_type_nick (entity));
  cell_id (table, entity);
  cell_title (table, entity);
}

static const ToolType types[] = {
  { "mandate", "mandates", { "ID", "PERIOD", "TITLE" }, 3, write_mandate },
  { "priority", "priorities", { "ID", "MANDATE", "TITLE" }, 3, write_priority },
  { "objective", "objectives", { "ID", "PRIORITY", "TITLE" }, 3, write_objective },
  { "initiative", "initiatives", { "ID", "STATUS", "DATE", "TITLE" }, 4, write_initiative },
  { "milestone", "milestones", { "DATE", "STATE", "OF", "TITLE" }, 4, write_milestone },
  { "commissioner", "commissioners", { "ID", "COUNTRY", "NAME", "PORTFOLIO" }, 4, write_commissioner },
  { "topic", "topics", { "ID", "TITLE" }, 2, write_topic },
};

static const ToolType any_type = { "entity", "entities", { "TYPE", "ID", "TITLE" }, 3, write_any };

/* By its name, one or many. */
const ToolType *
tool_type_find (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].nick, word) == 0 || g_ascii_strcasecmp (types[i].plural, word) == 0)
      return &types[i];
  return NULL;
}

const ToolType *
tool_type_of (EupEntity *entity)
{
  return tool_type_find (eup_entity_get_type_nick (entity));
}

const char *
tool_type_nick (const ToolType *type)
{
  return type->nick;
}

const char *
tool_type_plural (const ToolType *type)
{
  return type->plural;
}

char *
tool_type_suggest (const char *word)
{
  const char *known[G_N_ELEMENTS (types)];

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    known[i] = types[i].plural;
  return tool_nearest_word (word, known, G_N_ELEMENTS (types));
}

char *
tool_type_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", types[i].plural);
  return g_string_free (names, FALSE);
}

ToolStyle
tool_status_style (EupStatus status)
{
  switch (status)
    {
    case EUP_STATUS_ADOPTED:
    case EUP_STATUS_IN_FORCE:
    case EUP_STATUS_APPLIED:
    case EUP_STATUS_COMPLETED:
      return TOOL_STYLE_GOOD;
    case EUP_STATUS_PROPOSED:
    case EUP_STATUS_NEGOTIATING:
    case EUP_STATUS_AGREED:
    case EUP_STATUS_ONGOING:
      return TOOL_STYLE_MOVING;
    case EUP_STATUS_ANNOUNCED:
    case EUP_STATUS_ON_HOLD:
      return TOOL_STYLE_WAITING;
    case EUP_STATUS_WITHDRAWN:
    case EUP_STATUS_EXPIRED:
      return TOOL_STYLE_BAD;
    case EUP_STATUS_UNKNOWN:
    default:
      return TOOL_STYLE_FAINT;
    }
}

ToolStyle
tool_verdict_style (EupVerdict verdict)
{
  switch (verdict)
    {
    case EUP_VERDICT_KEPT:
      return TOOL_STYLE_GOOD;
    case EUP_VERDICT_KEPT_LATE:
    case EUP_VERDICT_PENDING:
      return TOOL_STYLE_MOVING;
    case EUP_VERDICT_LATE:
    case EUP_VERDICT_DROPPED:
      return TOOL_STYLE_BAD;
    case EUP_VERDICT_UNKNOWN:
    default:
      return TOOL_STYLE_FAINT;
    }
}

ToolStyle
tool_state_style (EupMilestoneState state)
{
  switch (state)
    {
    case EUP_MILESTONE_STATE_REACHED:
      return TOOL_STYLE_GOOD;
    case EUP_MILESTONE_STATE_EXPECTED:
      return TOOL_STYLE_MOVING;
    case EUP_MILESTONE_STATE_MISSED:
    case EUP_MILESTONE_STATE_CANCELLED:
      return TOOL_STYLE_BAD;
    case EUP_MILESTONE_STATE_RESCHEDULED:
      return TOOL_STYLE_WAITING;
    case EUP_MILESTONE_STATE_UNKNOWN:
    default:
      return TOOL_STYLE_FAINT;
    }
}

/* A sign of its own for each, so that nothing hangs on colour. */
const char *
tool_state_sign (EupMilestoneState state)
{
  switch (state)
    {
    case EUP_MILESTONE_STATE_REACHED:
      return "●";
    case EUP_MILESTONE_STATE_EXPECTED:
      return "○";
    case EUP_MILESTONE_STATE_MISSED:
      return "×";
    case EUP_MILESTONE_STATE_RESCHEDULED:
      return "↷";
    case EUP_MILESTONE_STATE_CANCELLED:
      return "–";
    case EUP_MILESTONE_STATE_UNKNOWN:
    default:
      return "?";
    }
}

/* The only type in the list; NULL when there are several. */
static const ToolType *
common_type (GListModel *model)
{
  const ToolType *common = NULL;
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (model, i);
      const ToolType *type = tool_type_of (entity);

      if (common != NULL && type != common)
        return NULL;
      common = type;
    }
  return common;
}

/* A table of what the list holds; without a type the one that all share is looked for. */
void
tool_types_write (ToolSession    *session,
                  const ToolType *type,
                  GListModel     *model)
{
  guint n = g_list_model_get_n_items (model);
  ToolTable *table;

  if (type == NULL)
    type = common_type (model);
  if (type == NULL)
    type = &any_type;
  table = tool_table_new (session->output, type->headings, type->n_headings);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (model, i);

      type->write (session, table, entity);
    }
  tool_table_finish (table);
}
