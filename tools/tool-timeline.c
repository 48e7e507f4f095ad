/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-timeline.h"

#include "tool-nearest.h"
#include "tool-types.h"

static const char help[] =
  "Shows milestones in the order of their dates: ● reached, ○ expected, × missed, ? not known.\n"
  "With the id of an entity those beneath it, otherwise all. Of claims about the same event only the\n"
  "finest is shown.\n"
  "\n"
  "Examples:\n"
  "  eupolicy timeline protecteu\n"
  "  eupolicy timeline security-and-defence\n"
  "  eupolicy --lang fr --as-of 2025-06-05 timeline european-green-deal\n";

static guint
widest_date (ToolSession *session,
             GListModel  *milestones)
{
  guint widest = 0, n = g_list_model_get_n_items (milestones);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupMilestone) milestone = g_list_model_get_item (milestones, i);
      EupDate *date = eup_milestone_get_date (milestone);

      if (date != NULL)
        {
          g_autofree char *text = eup_date_format (date, tool_session_language (session));

          widest = MAX (widest, tool_text_width (text));
        }
    }
  return widest;
}

static void
write_line (ToolSession  *session,
            EupMilestone *milestone,
            guint         column,
            gboolean      cells)
{
  ToolOutput *output = session->output;
  EupMilestoneState state = eup_milestone_get_state (milestone);
  EupDate *date = eup_milestone_get_date (milestone);
  const char *title = eup_entity_get_title (EUP_ENTITY (milestone));
  g_autofree char *text = date != NULL ? eup_date_format (date, tool_session_language (session)) : g_strdup ("");
  guint width = tool_text_width (text);

  if (title == NULL)
    title = eup_entity_get_id (EUP_ENTITY (milestone));
  if (cells)
    {
      const char *subject = eup_milestone_get_subject_id (milestone);

      tool_output_styled (output, tool_state_style (state), eup_milestone_state_to_string (state));
      tool_output_text (output, "\t");
      tool_output_styled (output, TOOL_STYLE_PLAIN, text);
      tool_output_text (output, "\t");
      tool_output_styled (output, TOOL_STYLE_PLAIN, title);
      tool_output_text (output, "\t");
      tool_output_styled (output, TOOL_STYLE_ID, subject != NULL ? subject : "");
      tool_output_text (output, "\n");
      return;
    }
  tool_output_text (output, "  ");
  tool_output_styled (output, tool_state_style (state), tool_state_sign (state));
  tool_output_text (output, " ");
  tool_output_styled (output, TOOL_STYLE_PLAIN, text);
  tool_output_spaces (output, column > width + 4 ? column - width - 4 : 1);
  tool_output_wrapped (output, state == EUP_MILESTONE_STATE_REACHED ? TOOL_STYLE_PLAIN : TOOL_STYLE_FAINT, column,
                       column, title);
  tool_output_text (output, "\n");
}

/* Milestones whose id is in refined are passed over: a finer claim stands for them. As an answer they are parted by
 * years, or elsewhere than on a terminal cells with tabs between them; within a page they are lines of it. */
void
tool_timeline_write (ToolSession *session,
                     GListModel  *milestones,
                     GHashTable  *refined,
                     gboolean     answer)
{
  guint column = 4 + widest_date (session, milestones) + 2;
  guint n = g_list_model_get_n_items (milestones);
  int year = G_MININT;
  gboolean cells = answer && !tool_output_is_terminal (session->output);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupMilestone) milestone = g_list_model_get_item (milestones, i);
      EupDate *date = eup_milestone_get_date (milestone);
      int its_year = date != NULL ? eup_date_get_year (date) : 0;

      if (refined != NULL && g_hash_table_contains (refined, eup_entity_get_id (EUP_ENTITY (milestone))))
        continue;
      if (answer && !cells && its_year != year)
        {
          g_autofree char *heading = its_year > 0 ? g_strdup_printf ("%d", its_year) : g_strdup ("Without a date");

          if (year != G_MININT)
            tool_output_text (session->output, "\n");
          tool_output_styled (session->output, TOOL_STYLE_HEADING, heading);
          tool_output_text (session->output, "\n");
          year = its_year;
        }
      write_line (session, milestone, column, cells);
    }
}

static void
gather_list (GListStore *found,
             GListModel *taken);

/* Everything dated beneath the entity: a package lists its parts, and those their own milestones. */
static void
gather (GListStore *found,
        EupEntity  *entity)
{
  g_autoptr (EupList) children = eup_entity_dup_children (entity);

  if (EUP_IS_MILESTONE (entity))
    {
      g_list_store_append (found, entity);
      return;
    }
  if (children != NULL)
    gather_list (found, G_LIST_MODEL (g_steal_pointer (&children)));
  if (EUP_IS_INITIATIVE (entity))
    gather_list (found, G_LIST_MODEL (eup_initiative_dup_parts (EUP_INITIATIVE (entity))));
  if (EUP_IS_COMMISSIONER (entity))
    gather_list (found, G_LIST_MODEL (eup_commissioner_dup_initiatives (EUP_COMMISSIONER (entity))));
}

static void
gather_list (GListStore *found,
             GListModel *taken)
{
  g_autoptr (GListModel) list = taken;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (list, i);

      gather (found, entity);
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  int x = eup_milestone_get_day ((EupMilestone *) a), y = eup_milestone_get_day ((EupMilestone *) b);

  return x < y ? -1 : x > y;
}

/* The ids of all claims that another makes finer. */
static GHashTable *
find_refined (GListModel *milestones)
{
  GHashTable *refined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (EupMilestone) milestone = g_list_model_get_item (milestones, i);
      const char *id = eup_milestone_get_refines_id (milestone);

      if (id != NULL)
        g_hash_table_add (refined, g_strdup (id));
    }
  return refined;
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  g_autoptr (GListStore) found = g_list_store_new (EUP_TYPE_MILESTONE);
  g_autoptr (EupList) all = NULL;
  g_autoptr (GHashTable) refined = NULL;

  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  all = eup_catalog_dup_milestones (session->catalog);
  for (guint i = 0; i < n_words; i++)
    {
      g_autoptr (EupEntity) entity = tool_find (session, words[i]);

      if (entity == NULL)
        return TOOL_PROBLEMS;
      gather (found, entity);
    }
  if (n_words == 0)
    gather_list (found, G_LIST_MODEL (g_object_ref (all)));
  g_list_store_sort (found, compare_days, NULL);
  refined = find_refined (G_LIST_MODEL (all));
  tool_timeline_write (session, G_LIST_MODEL (found), refined, TRUE);
  return TOOL_FINE;
}

const ToolCommand tool_command_timeline = {
  .name = "timeline",
  .usage = "[ID...]",
  .summary = "show milestones by date",
  .help = help,
  .takes = TOOL_TAKES_NOTHING,
  .run = run,
};
