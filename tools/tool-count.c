/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-question.h"
#include "tool-table.h"

#define LONGEST_BAR 30

static const char help[] =
  "Counts the answer to a question by the values of a FIELD, most first: status, instrument, kind,\n"
  "actor, state, confidence, type, country, lead, topic, mandate, priority, objective, initiative,\n"
  "and of dates date@year or date@month. Without a question everything is counted.\n"
  "\n"
  "Examples:\n"
  "  eupolicy count status type:initiative\n"
  "  eupolicy count lead is:open\n"
  "  eupolicy count type in:security-and-defence --format json\n";

static void
write_table (ToolSession *session,
             GVariant    *counts)
{
  static const char * const headings[] = { "VALUE", "COUNT", "" };
  gboolean terminal = tool_output_is_terminal (session->output);
  ToolTable *table = tool_table_new (session->output, headings, terminal ? 3 : 2);
  GVariantIter iter;
  const char *value;
  guint count, most = 0;

  tool_table_right (table, 1);
  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "(&su)", &value, &count))
    {
      g_autofree char *number = g_strdup_printf ("%u", count);

      most = MAX (most, count);
      tool_table_cell (table, *value != '\0' ? TOOL_STYLE_PLAIN : TOOL_STYLE_FAINT,
                       *value != '\0' || !terminal ? value : "(none)");
      tool_table_cell (table, TOOL_STYLE_PLAIN, number);
      if (terminal)
        {
          GString *bar = g_string_new (NULL);

          for (guint64 i = 0; i * most < (guint64) count * LONGEST_BAR; i++)
            g_string_append (bar, "▪");
          tool_table_cell (table, TOOL_STYLE_ID, bar->str);
          g_string_free (bar, TRUE);
        }
    }
  tool_table_finish (table);
}

static void
write_json (ToolSession *session,
            GVariant    *counts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  GVariantIter iter;
  const char *value;
  guint count;

  json_builder_begin_object (builder);
  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "(&su)", &value, &count))
    {
      json_builder_set_member_name (builder, value);
      json_builder_add_int_value (builder, count);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  tool_output_text (session->output, text);
  tool_output_text (session->output, "\n");
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  const char *format = session->options.format;
  g_autoptr (GError) error = NULL;
  g_autoptr (EupQuery) query = NULL;
  g_autoptr (EupResults) results = NULL;
  g_autoptr (GVariant) counts = NULL;

  if (format != NULL && strcmp (format, "table") != 0 && strcmp (format, "json") != 0)
    {
      tool_session_complain (session, "counts are given as table or json, not as %s", format);
      return TOOL_WRONG_USE;
    }
  query = tool_question_parse (session, words + 1, n_words - 1);
  if (query == NULL)
    return TOOL_WRONG_USE;
  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  results = tool_question_ask (session, query);
  if (results == NULL)
    return TOOL_PROBLEMS;
  counts = eup_results_count_by (results, words[0], &error);
  if (counts == NULL)
    {
      tool_question_wrong (session, words[0], error);
      return TOOL_WRONG_USE;
    }
  if (format != NULL && strcmp (format, "json") == 0)
    write_json (session, counts);
  else
    write_table (session, counts);
  return TOOL_FINE;
}

const ToolCommand tool_command_count = {
  .name = "count",
  .usage = "FIELD [QUERY...]",
  .summary = "count the answer to a question by a field",
  .help = help,
  .takes = TOOL_TAKES_FORMAT,
  .fewest_words = 1,
  .run = run,
};
