/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-session.h"
#include "tool-stream.h"

static const char help[] =
  "Reads files and says what is wrong with them, with the place of each problem. Errors and warnings\n"
  "make the command end with 1; hints do not, unless --strict counts them too. Several files are\n"
  "checked as one catalog: what one refers to may stand in another, and no id may stand in two.\n"
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
check (char     **names,
       guint      n_names,
       EupFormat  format,
       GError   **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_names; i++)
    g_ptr_array_add (files, strcmp (names[i], "-") == 0 ? tool_stream_file () : g_file_new_for_commandline_arg (names[i]));
  return eup_catalog_check_files ((GFile **) files->pdata, files->len, format, NULL, NULL, error);
}

static void
write_counts (ToolOutput  *output,
              const guint *counts)
{
  tool_output_format (output, "%u error%s, %u warning%s, %u hint%s\n", counts[EUP_SEVERITY_ERROR],
                      counts[EUP_SEVERITY_ERROR] == 1 ? "" : "s", counts[EUP_SEVERITY_WARNING],
                      counts[EUP_SEVERITY_WARNING] == 1 ? "" : "s", counts[EUP_SEVERITY_INFO],
                      counts[EUP_SEVERITY_INFO] == 1 ? "" : "s");
}

/* Errors of opening name the file themselves, those of reading do not. */
static void
complain (ToolSession *session,
          EupIssue    *issue)
{
  const char *source = eup_issue_get_source (issue);
  const char *message = eup_issue_get_message (issue);

  if (strstr (message, source) != NULL)
    tool_session_complain (session, "%s", message);
  else
    tool_session_complain (session, "%s: %s", source, message);
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  EupFormat format = EUP_FORMAT_AUTO;
  guint counts[EUP_SEVERITY_INFO + 1] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (EupList) issues = NULL;
  guint n;

  if (session->options.from != NULL && !tool_session_format (session, session->options.from, &format))
    return TOOL_WRONG_USE;
  issues = check (words, n_words, format, &error);
  if (issues == NULL)
    {
      tool_session_complain (session, "%s", error->message);
      return TOOL_PROBLEMS;
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (issues));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupIssue) issue = g_list_model_get_item (G_LIST_MODEL (issues), i);

      counts[MIN ((guint) eup_issue_get_severity (issue), EUP_SEVERITY_INFO)]++;
      /* That is about the file, and nothing wrong in it. */
      if (g_strcmp0 (eup_issue_get_code (issue), "cannot-read") == 0)
        complain (session, issue);
      else
        write_issue (session, issue);
    }
  if (tool_output_is_terminal (session->output))
    write_counts (session->output, counts);
  return counts[EUP_SEVERITY_ERROR] > 0 || counts[EUP_SEVERITY_WARNING] > 0 || (session->options.strict && n > 0) ? TOOL_PROBLEMS
                                                                                                            : TOOL_FINE;
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
