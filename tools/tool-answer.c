/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-answer.h"

#include <string.h>

#define MOST_COLUMNS 32

static int
write_ids (ToolSession *session,
           EupResults  *results)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = eup_results_dup_column (results, "id", &error);

  if (ids == NULL)
    {
      tool_session_complain (session, "%s", error->message);
      return TOOL_PROBLEMS;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      tool_output_text (session->output, ids[i]);
      tool_output_text (session->output, "\n");
    }
  return TOOL_FINE;
}

static int
write_format (ToolSession *session,
              EupResults  *results,
              EupFormat    format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  if (!eup_format_can_write (format))
    {
      tool_session_complain (session, "this build does not write %s", eup_format_to_string (format));
      return TOOL_WRONG_USE;
    }
  bytes = eup_results_to_bytes (results, format, &error);
  if (bytes == NULL)
    {
      tool_session_complain (session, "%s", error->message);
      return TOOL_PROBLEMS;
    }
  data = g_bytes_get_data (bytes, &length);
  tool_output_bytes (session->output, data, length);
  return TOOL_FINE;
}

static void
clear_strv (gpointer data)
{
  g_strfreev (data);
}

/* The columns that somebody named, read from the store without an object a row. */
static int
write_columns (ToolSession *session,
               EupResults  *results)
{
  g_auto (GStrv) fields = g_strsplit (session->options.columns, ",", -1);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (clear_strv);
  g_auto (GStrv) headings = NULL;
  guint n = g_strv_length (fields);
  ToolTable *table;

  if (n == 0 || n > MOST_COLUMNS)
    {
      tool_session_complain (session, "--columns needs fields, such as id,status,title");
      return TOOL_WRONG_USE;
    }
  headings = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      char **column;

      g_strstrip (fields[i]);
      column = eup_results_dup_column (results, fields[i], &error);
      if (column == NULL)
        {
          tool_session_complain (session, "--columns: %s", error->message);
          return TOOL_WRONG_USE;
        }
      g_ptr_array_add (columns, column);
      headings[i] = g_ascii_strup (fields[i], -1);
    }
  table = tool_table_new (session->output, (const char * const *) headings, n);
  for (guint row = 0; ((char **) columns->pdata[0])[row] != NULL; row++)
    for (guint i = 0; i < n; i++)
      tool_table_cell (table, strcmp (fields[i], "id") == 0 ? TOOL_STYLE_ID : TOOL_STYLE_PLAIN,
                       ((char **) columns->pdata[i])[row]);
  tool_table_finish (table);
  return TOOL_FINE;
}

static void
write_remainder (ToolSession *session,
                 EupResults  *results)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (results));
  guint total = eup_results_get_n_total (results);
  g_autofree char *text = NULL;

  if (!tool_output_is_terminal (session->output) || (total > 0 && shown == total))
    return;
  if (total == 0)
    text = g_strdup ("Nothing fits.");
  else
    text = g_strdup_printf ("%u of %u", shown, total);
  tool_output_styled (session->output, TOOL_STYLE_FAINT, text);
  tool_output_text (session->output, "\n");
}

int
tool_answer_write (ToolSession    *session,
                   const ToolType *type,
                   EupResults     *results)
{
  const char *name = session->options.format;
  EupFormat format;

  if (name != NULL && strcmp (name, "ids") == 0)
    return write_ids (session, results);
  if (name != NULL && strcmp (name, "table") != 0)
    return tool_session_format (session, name, &format) ? write_format (session, results, format) : TOOL_WRONG_USE;
  if (session->options.columns != NULL)
    {
      int code = write_columns (session, results);

      if (code != TOOL_FINE)
        return code;
    }
  else
    {
      tool_types_write (session, type, G_LIST_MODEL (results));
    }
  write_remainder (session, results);
  return TOOL_FINE;
}
