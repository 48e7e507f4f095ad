/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-timeline.h"

#include <string.h>

#include "tool-answer.h"
#include "tool-nearest.h"
#include "tool-question.h"
#include "tool-types.h"

static const char help[] =
  "Shows milestones in the order of their dates: ● reached, ○ expected, ↷ moved to\n"
  "another date (which stands behind →), × missed, – given up, ? not known.\n"
  "Without a question all; with the id of an entity those beneath it. Of claims about the same event\n"
  "only the finest is shown.\n"
  "\n"
  "Examples:\n"
  "  eupolicy timeline protecteu\n"
  "  eupolicy timeline security-and-defence date:2025\n"
  "  eupolicy timeline is:upcoming lead:magnus-brunner\n"
  "  eupolicy --lang fr --as-of 2025-06-05 timeline kind:proposed\n";

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

/* Plans that did not come true as they stood. */
static gboolean
is_struck (EupMilestoneState state)
{
  return state == EUP_MILESTONE_STATE_RESCHEDULED || state == EUP_MILESTONE_STATE_CANCELLED
         || state == EUP_MILESTONE_STATE_MISSED;
}

/* "→ 2 December 2027" behind what was moved; NULL behind anything else. */
char *
tool_timeline_target (ToolSession  *session,
                      EupMilestone *milestone)
{
  g_autoptr (EupMilestone) to = NULL;
  const char *id;

  if (eup_milestone_get_state (milestone) != EUP_MILESTONE_STATE_RESCHEDULED)
    return NULL;
  to = eup_milestone_dup_rescheduled_to (milestone);
  id = eup_milestone_get_rescheduled_to_id (milestone);
  if (to != NULL && eup_milestone_get_date (to) != NULL)
    {
      g_autofree char *date = eup_date_format (eup_milestone_get_date (to), tool_session_language (session));

      return g_strconcat ("→ ", date, NULL);
    }
  return g_strconcat ("→ ", to != NULL || id == NULL ? "?" : id, NULL);
}

/* Behind a title that ends at that column, or beneath it where there is no room. */
static void
write_target (ToolOutput *output,
              guint       end,
              guint       column,
              const char *target)
{
  if (tool_output_is_terminal (output) && end + 1 + tool_text_width (target) > tool_output_get_width (output))
    {
      tool_output_text (output, "\n");
      tool_output_spaces (output, column);
    }
  else
    {
      tool_output_text (output, " ");
    }
  tool_output_styled (output, TOOL_STYLE_PLAIN, target);
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
  g_autofree char *target = tool_timeline_target (session, milestone);
  guint width = tool_text_width (text), end;

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
      if (target != NULL)
        write_target (output, 0, 0, target);
      tool_output_text (output, "\t");
      tool_output_styled (output, TOOL_STYLE_ID, subject != NULL ? subject : "");
      tool_output_text (output, "\n");
      return;
    }
  tool_output_text (output, "  ");
  tool_output_styled (output, tool_state_style (state), tool_state_sign (state));
  tool_output_text (output, " ");
  tool_output_styled (output, is_struck (state) ? TOOL_STYLE_STRUCK : TOOL_STYLE_PLAIN, text);
  tool_output_spaces (output, column > width + 4 ? column - width - 4 : 1);
  end = tool_output_wrapped (output, is_struck (state) ? TOOL_STYLE_STRUCK
                                     : state == EUP_MILESTONE_STATE_REACHED ? TOOL_STYLE_PLAIN : TOOL_STYLE_FAINT,
                             column, column, title);
  if (target != NULL)
    write_target (output, end, column, target);
  tool_output_text (output, "\n");
}

/* One line of a page. */
void
tool_timeline_write_one (ToolSession  *session,
                         EupMilestone *milestone)
{
  g_autoptr (GListStore) one = g_list_store_new (EUP_TYPE_MILESTONE);

  g_list_store_append (one, milestone);
  tool_timeline_write (session, G_LIST_MODEL (one), NULL, FALSE);
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

/* The ids of all claims that another makes finer. */
static GHashTable *
find_refined (ToolSession *session)
{
  g_autoptr (GError) error = NULL;
  GHashTable *refined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (EupResults) finer = eup_catalog_query (session->catalog, "type:milestone has:refines", &error);
  g_auto (GStrv) ids = finer != NULL ? eup_results_dup_column (finer, "refines", NULL) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_hash_table_add (refined, g_strdup (ids[i]));
  return refined;
}

/* An id alone means what is beneath it; of a milestone, itself. */
static char **
translate_ids (ToolSession  *session,
               char        **words,
               guint         n_words)
{
  char **translated = g_new0 (char *, n_words + 1);

  for (guint i = 0; i < n_words; i++)
    {
      g_autoptr (EupEntity) entity = g_utf8_validate (words[i], -1, NULL) && *words[i] != '\0'
                                       ? eup_catalog_lookup (session->catalog, words[i])
                                       : NULL;

      if (entity == NULL)
        translated[i] = g_strdup (words[i]);
      else
        {
          g_autofree char *quoted = eup_query_quote (words[i]);

          translated[i] = g_strconcat (EUP_IS_MILESTONE (entity) ? "id:" : "in:", quoted, NULL);
        }
    }
  return translated;
}

/* One word that nothing has was most likely meant as an id. */
static gboolean
is_like_an_id (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL)
      return FALSE;
  return g_ascii_isalnum (word[0]);
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  g_auto (GStrv) translated = NULL;
  g_autoptr (EupQuery) asked = NULL;
  g_autoptr (EupQuery) query = NULL;
  g_autoptr (EupResults) results = NULL;
  g_autoptr (GHashTable) refined = NULL;

  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  translated = translate_ids (session, words, n_words);
  asked = tool_question_parse (session, translated, n_words);
  query = asked != NULL ? tool_question_of_type (session, asked, "milestone") : NULL;
  if (query == NULL)
    return TOOL_WRONG_USE;
  if (!tool_question_says (asked, "sort"))
    {
      g_autoptr (EupQuery) sorted = eup_query_sorted_by (query, "date", FALSE);

      g_set_object (&query, sorted);
    }
  results = tool_question_ask (session, query);
  if (results == NULL)
    return TOOL_PROBLEMS;
  if (n_words == 1 && is_like_an_id (words[0]) && eup_results_get_n_items (results) == 0)
    {
      g_autoptr (EupEntity) entity = tool_find (session, words[0]);

      if (entity == NULL)
        return TOOL_PROBLEMS;
    }
  if (session->options.format != NULL && strcmp (session->options.format, "table") != 0)
    return tool_answer_write (session, tool_type_find ("milestone"), results);
  refined = find_refined (session);
  tool_timeline_write (session, G_LIST_MODEL (results), refined, TRUE);
  return TOOL_FINE;
}

const ToolCommand tool_command_timeline = {
  .name = "timeline",
  .usage = "[ID | QUERY...]",
  .summary = "show milestones by date",
  .help = help,
  .takes = TOOL_TAKES_FORMAT,
  .run = run,
};
