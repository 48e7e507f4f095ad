/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-answer.h"
#include "tool-question.h"

static const char help[] =
  "Lists the entities of a TYPE, or all: mandates, priorities, objectives, initiatives, milestones,\n"
  "commissioners, topics. Further words are a question that they must fit (see eupolicy query --help).\n"
  "\n"
  "Examples:\n"
  "  eupolicy list priorities\n"
  "  eupolicy list initiatives in:security-and-defence is:open\n"
  "  eupolicy list commissioners country:FI\n"
  "  eupolicy list milestones date:2025-03 --format jsonl\n";

/* A word that is neither a type nor part of a question is probably a mistyped type. */
static gboolean
is_mistyped (ToolSession *session,
             const char  *word)
{
  g_autofree char *near = NULL;
  g_autofree char *names = NULL;

  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return FALSE;
  near = tool_type_suggest (word);
  names = tool_type_names ();
  if (near != NULL)
    tool_session_complain (session, "unknown type \"%s\"; did you mean %s?", word, near);
  else
    tool_session_complain (session, "unknown type \"%s\"; the types are %s\n"
                           "To search for a word: eupolicy query %s", word, names, word);
  return TRUE;
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  const ToolType *type = NULL;
  g_autoptr (EupQuery) query = NULL;
  g_autoptr (EupResults) results = NULL;

  if (n_words > 0)
    {
      type = tool_type_find (words[0]);
      if (type != NULL)
        words++, n_words--;
      else if (is_mistyped (session, words[0]))
        return TOOL_WRONG_USE;
    }
  query = tool_question_parse (session, words, n_words);
  if (query == NULL)
    return TOOL_WRONG_USE;
  if (type != NULL)
    {
      g_autoptr (EupQuery) narrowed = tool_question_of_type (session, query, tool_type_nick (type));

      if (narrowed == NULL)
        return TOOL_WRONG_USE;
      /* Milestones are read as a story. */
      if (strcmp (tool_type_nick (type), "milestone") == 0 && !tool_question_says (query, "sort"))
        {
          g_autoptr (EupQuery) sorted = eup_query_sorted_by (narrowed, "date", FALSE);

          g_set_object (&query, sorted);
        }
      else
        {
          g_set_object (&query, narrowed);
        }
    }
  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  results = tool_question_ask (session, query);
  if (results == NULL)
    return TOOL_PROBLEMS;
  return tool_answer_write (session, type, results);
}

const ToolCommand tool_command_list = {
  .name = "list",
  .usage = "[TYPE] [QUERY...]",
  .summary = "list what the catalog holds",
  .help = help,
  .takes = TOOL_TAKES_FORMAT | TOOL_TAKES_COLUMNS,
  .run = run,
};
