/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>
#include <unistd.h>

#include "tool-session.h"

static const char help[] =
  "Reads IN and writes the same catalog to OUT. The format of IN is told by its contents, or else by\n"
  "its name; that of OUT by the ending of its name, .json or .jsonl. Where the name does not tell it,\n"
  "--to has to; a stream (-) is JSON unless it says otherwise. A file is written whole or not at all.\n"
  "\n"
  "Examples:\n"
  "  eupolicy convert policy.json policy.jsonl\n"
  "  eupolicy convert mine.json mine.json         (puts it into canonical form)\n"
  "  curl -s https://example.org/policy.jsonl | eupolicy convert - - --from jsonl --to json\n";

static int
write_stream (ToolSession *session,
              EupCatalog  *catalog,
              EupFormat    format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = eup_catalog_to_bytes (catalog, format == EUP_FORMAT_AUTO ? EUP_FORMAT_JSON : format,
                                                   &error);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    {
      tool_session_complain (session, "%s", error->message);
      return TOOL_PROBLEMS;
    }
  data = g_bytes_get_data (bytes, &length);
  tool_output_bytes (session->output, data, length);
  return TOOL_FINE;
}

static int
write_file (ToolSession *session,
            EupCatalog  *catalog,
            const char  *name,
            EupFormat    format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  if (eup_catalog_save (catalog, file, format, NULL, &error))
    return TOOL_FINE;
  tool_session_complain (session, "%s", error->message);
  return TOOL_PROBLEMS;
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCatalog) catalog = NULL;
  EupFormat from = EUP_FORMAT_AUTO, to = EUP_FORMAT_AUTO;

  if (n_words != 2)
    {
      tool_session_complain (session, "convert needs two names: convert IN OUT");
      return TOOL_WRONG_USE;
    }
  if ((session->options.from != NULL && !tool_session_format (session, session->options.from, &from)) ||
      (session->options.to != NULL && !tool_session_format (session, session->options.to, &to)))
    return TOOL_WRONG_USE;
  if (to != EUP_FORMAT_AUTO && !eup_format_can_write (to))
    {
      tool_session_complain (session, "this build does not write %s", eup_format_to_string (to));
      return TOOL_WRONG_USE;
    }
  catalog = tool_session_open (session, words[0], from, &error);
  if (catalog == NULL)
    {
      tool_session_complain (session, "%s", error->message);
      return TOOL_PROBLEMS;
    }
  if (strcmp (words[1], "-") == 0)
    return write_stream (session, catalog, to);
  return write_file (session, catalog, words[1], to);
}

const ToolCommand tool_command_convert = {
  .name = "convert",
  .usage = "IN OUT",
  .summary = "write a catalog in another format",
  .help = help,
  .takes = TOOL_TAKES_FROM | TOOL_TAKES_TO,
  .fewest_words = 2,
  .run = run,
};
