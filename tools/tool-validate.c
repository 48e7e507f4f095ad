/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-session.h"

static const char help[] =
  "Reads files and says what is wrong with them, with the place of each problem. Warnings and hints\n"
  "are told, but only errors make the command end with 1, unless --strict counts warnings too.\n"
  "\n"
  "Examples:\n"
  "  eupolicy validate policy.json\n"
  "  eupolicy validate --strict *.jsonl\n"
  "  generate | eupolicy validate --from jsonl -\n";

static void
write_place (ToolOutput *output,
             EupIssue   *issue)
{
  const char *source = eup_issue_get_source (issue);

  if (source != NULL && *source != '\0')
    tool_output_styled (output, TOOL_STYLE_TITLE, source);
  if (eup_issue_get_line (issue) > 0)
    {
      tool_output_format (output, ":%u", eup_issue_get_line (issue));
      if (eup_issue_get_column (issue) > 0)
        tool_output_format (output, ":%u", eup_issue_get_column (issue));
    }
  tool_output_text (output, ": ");
}

/* As compilers print it, so that editors find the place. */
static void
write_issue (ToolSession *session,
             EupIssue    *issue)
{
  static const ToolStyle styles[] = {
    [EUP_SEVERITY_ERROR] = TOOL_STYLE_BAD,
    [EUP_SEVERITY_WARNING] = TOOL_STYLE_MOVING,
    [EUP_SEVERITY_INFO] = TOOL_STYLE_FAINT,
  };
  ToolOutput *output = session->output;
  EupSeverity severity = eup_issue_get_severity (issue);
  const char *message = eup_issue_get_message (issue);
  const char *code = eup_issue_get_code (issue);
  const char *id = eup_issue_get_entity_id (issue);
  const char *pointer = eup_issue_get_pointer (issue);

  write_place (output, issue);
  tool_output_styled (output, styles[severity], eup_severity_to_string (severity));
  tool_output_text (output, ": ");
  tool_output_styled (output, TOOL_STYLE_PLAIN, message != NULL ? message : "");
  if (code != NULL && *code != '\0')
    {
      g_autofree char *bracket = g_strdup_printf (" [%s]", code);

      tool_output_styled (output, TOOL_STYLE_FAINT, bracket);
    }
  if (pointer != NULL && *pointer != '\0')
    {
      tool_output_text (output, " ");
      tool_output_styled (output, TOOL_STYLE_FAINT, pointer);
    }
  if (id != NULL && *id != '\0')
    {
      tool_output_text (output, " ");
      tool_output_styled (output, TOOL_STYLE_ID, id);
    }
  tool_output_text (output, "\n");
}

static EupList *
check (const char  *name,
       EupFormat    format,
       GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (name, "-") == 0)
    {
      bytes = tool_stream_read (error);
      return bytes != NULL ? eup_catalog_check_bytes (bytes, format, "standard input", error) : NULL;
    }
  file = g_file_new_for_commandline_arg (name);
  return eup_catalog_check_file (file, format, NULL, error);
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  EupFormat format = EUP_FORMAT_AUTO;
  guint counts[EUP_SEVERITY_INFO + 1] = { 0 };
  gboolean failed = FALSE;

  if (session->options.from != NULL && !tool_session_format (session, session->options.from, &format))
    return TOOL_WRONG_USE;
  for (guint i = 0; i < n_words; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EupList) issues = check (words[i], format, &error);
      guint n;

      if (issues == NULL)
        {
          tool_session_complain (session, "%s", error->message);
          failed = TRUE;
          continue;
        }
      n = g_list_model_get_n_items (G_LIST_MODEL (issues));
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (EupIssue) issue = g_list_model_get_item (G_LIST_MODEL (issues), j);

          counts[MIN ((guint) eup_issue_get_severity (issue), EUP_SEVERITY_INFO)]++;
          write_issue (session, issue);
        }
    }
  if (tool_output_is_terminal (session->output))
    tool_output_format (session->output, "%u error%s, %u warning%s, %u hint%s\n", counts[EUP_SEVERITY_ERROR],
                        counts[EUP_SEVERITY_ERROR] == 1 ? "" : "s", counts[EUP_SEVERITY_WARNING],
                        counts[EUP_SEVERITY_WARNING] == 1 ? "" : "s", counts[EUP_SEVERITY_INFO],
                        counts[EUP_SEVERITY_INFO] == 1 ? "" : "s");
  if (failed || counts[EUP_SEVERITY_ERROR] > 0 || (session->options.strict && counts[EUP_SEVERITY_WARNING] > 0))
    return TOOL_PROBLEMS;
  return TOOL_FINE;
}

const ToolCommand tool_command_validate = {
  .name = "validate",
  .usage = "FILE...",
  .summary = "say what is wrong with files",
  .help = help,
  .takes = TOOL_TAKES_FROM | TOOL_TAKES_STRICT,
  .fewest_words = 1,
  .run = run,
};
