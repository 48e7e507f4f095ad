/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "tool-nearest.h"
#include "tool-session.h"

static const ToolCommand * const commands[] = {
  &tool_command_list,     &tool_command_show,    &tool_command_query,    &tool_command_count,
  &tool_command_timeline, &tool_command_why,     &tool_command_stats,    &tool_command_convert,
  &tool_command_validate,
};

static const ToolCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static void
print_help (ToolSession *session)
{
  ToolOutput *output = session->output;

  tool_output_text (output, "Usage: eupolicy [--catalog FILE] [--lang LANG] [--as-of DATE] COMMAND ...\n\n"
                            "What the European Union has promised: priorities, objectives, initiatives, milestones,\n"
                            "Commissioners, from the built-in catalog or from a file.\n\n");
  tool_output_styled (output, TOOL_STYLE_HEADING, "Commands");
  tool_output_text (output, "\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *call = g_strdup_printf ("%s %s", commands[i]->name, commands[i]->usage);

      tool_output_format (output, "  %-26s %s\n", call, commands[i]->summary);
    }
  tool_output_text (output, "\n");
  tool_output_styled (output, TOOL_STYLE_HEADING, "Options");
  tool_output_text (output, "\n");
  tool_options_list (output, TOOL_TAKES_ALWAYS);
  tool_output_text (output, "\nThe command ends with 0 when all is fine, 1 when there were problems, 2 after wrong use.\n"
                            "eupolicy COMMAND --help shows examples. A good start:\n\n"
                            "  eupolicy list priorities\n"
                            "  eupolicy show protecteu\n"
                            "  eupolicy timeline security-and-defence\n"
                            "  eupolicy why ai-act\n");
}

static void
print_help_of (ToolSession       *session,
               const ToolCommand *command)
{
  ToolOutput *output = session->output;

  tool_output_format (output, "Usage: eupolicy %s %s\n\n%s\n", command->name, command->usage, command->help);
  tool_output_styled (output, TOOL_STYLE_HEADING, "Options");
  tool_output_text (output, "\n");
  if (command->takes != TOOL_TAKES_NOTHING)
    tool_options_list (output, command->takes);
  tool_options_list (output, TOOL_TAKES_ALWAYS);
}

static int
unknown_command (ToolSession *session,
                 const char  *name)
{
  const char *known[G_N_ELEMENTS (commands)];
  g_autofree char *near = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    known[i] = commands[i]->name;
  near = tool_nearest_word (name, known, G_N_ELEMENTS (commands));
  if (near != NULL)
    tool_session_complain (session, "unknown command \"%s\"; did you mean %s?", name, near);
  else
    tool_session_complain (session, "unknown command \"%s\"; eupolicy --help lists them", name);
  return TOOL_WRONG_USE;
}

static int
run (ToolSession *session)
{
  char **words = (char **) session->options.words->pdata;
  guint n = session->options.words->len;
  gboolean asks_help = n > 0 && strcmp (words[0], "help") == 0;
  const ToolCommand *command;
  g_autofree char *problem = NULL;

  if (session->options.version)
    {
      tool_output_format (session->output, "eupolicy %d.%d.%d\n", eup_get_major_version (), eup_get_minor_version (),
                          eup_get_micro_version ());
      return TOOL_FINE;
    }
  if (asks_help)
    words++, n--;
  if (n == 0 && (asks_help || session->options.help))
    {
      print_help (session);
      return TOOL_FINE;
    }
  if (n == 0)
    {
      tool_session_complain (session, "what is to be done? eupolicy --help lists the commands");
      return TOOL_WRONG_USE;
    }
  command = find_command (words[0]);
  if (command == NULL)
    return unknown_command (session, words[0]);
  if (asks_help || session->options.help)
    {
      print_help_of (session, command);
      return TOOL_FINE;
    }
  if (!tool_options_allowed (&session->options, command->takes, &problem))
    {
      tool_session_complain (session, "%s: %s", command->name, problem);
      return TOOL_WRONG_USE;
    }
  if (n - 1 < command->fewest_words)
    {
      tool_session_complain (session, "%s needs more: eupolicy %s %s", command->name, command->name, command->usage);
      return TOOL_WRONG_USE;
    }
  if (!tool_session_prepare (session))
    return TOOL_WRONG_USE;
  return command->run (session, words + 1, n - 1);
}

static gboolean
read_colour (const char *when,
             ToolColour *colour)
{
  static const char * const names[] = { "auto", "always", "never" };

  *colour = TOOL_COLOUR_AUTO;
  if (when == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], when) == 0)
      {
        *colour = (ToolColour) i;
        return TRUE;
      }
  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  ToolSession session = { 0 };
  g_autofree char *problem = NULL;
  ToolColour colour;
  gboolean parsed, coloured;
  int code, failed;

  setlocale (LC_ALL, "");
  /* Whoever reads may stop reading: tool-output.c sees it and ends quietly. */
  signal (SIGPIPE, SIG_IGN);
  /* A file that grows beyond the limit is an error that is told, as a full disk is. */
  signal (SIGXFSZ, SIG_IGN);

  parsed = tool_options_parse (&session.options, argc, argv, &problem);
  coloured = read_colour (session.options.colour, &colour);
  session.output = tool_output_new (STDOUT_FILENO, colour);
  session.errors = tool_output_new (STDERR_FILENO, colour);
  if (!parsed)
    {
      tool_session_complain (&session, "%s", problem);
      code = TOOL_WRONG_USE;
    }
  else if (!coloured)
    {
      tool_session_complain (&session, "--color is auto, always or never");
      code = TOOL_WRONG_USE;
    }
  else
    {
      code = run (&session);
    }

  g_clear_object (&session.catalog);
  g_clear_pointer (&session.as_of, eup_date_unref);
  g_clear_pointer (&session.languages, g_strfreev);
  failed = tool_output_close (session.output);
  if (failed != 0)
    {
      tool_session_complain (&session, "cannot write: %s", g_strerror (failed));
      code = TOOL_PROBLEMS;
    }
  tool_output_close (session.errors);
  tool_options_clear (&session.options);
  return code;
}
