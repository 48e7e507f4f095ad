/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-timeline.h"

#include "tool-types.h"

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

