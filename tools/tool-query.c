/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-answer.h"
#include "tool-question.h"

static const char help[] =
  "Answers a question. Its words are joined by blanks; all of them must hold:\n"
  "\n"
  "  word, \"a phrase\", wor*       in titles, summaries, names, references\n"
  "  field:value, field:a,b       one of the values\n"
  "  field:>=2025-03, field:a..b  compared; either end may be open\n"
  "  -x, NOT x, x OR y, ( )       the usual logic\n"
  "  in:ID                        beneath that entity, however deep\n"
  "  milestone:(kind:adopted ...)  one milestone that fits all of it\n"
  "  is:open is:delivered is:ended is:overdue is:upcoming is:rescheduled, has:figure\n"
  "  sort:-date limit:20          how the answer is given\n"
  "\n"
  "Fields: type id title text status verdict instrument kind actor state slippage position\n"
  "date country lead topic mandate priority objective initiative ref legislative confidence.\n"
  "Write -- before a question that begins with a dash and one letter. A value with blanks needs\n"
  "its quotes also behind the shell: 'topic:\"civil protection\"'.\n"
  "\n"
  "Examples:\n"
  "  eupolicy query type:initiative in:security-and-defence is:open sort:-date\n"
  "  eupolicy query type:milestone date:2025-03..2025-06\n"
  "  eupolicy query 'ref:\"COM(2025) 148\"'\n"
  "  eupolicy query lead:henna-virkkunen --columns id,status,title\n"
  "  eupolicy query migration --format jsonl\n";

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  g_autoptr (EupQuery) query = tool_question_parse (session, words, n_words);
  g_autoptr (EupResults) results = NULL;

  if (query == NULL)
    return TOOL_WRONG_USE;
  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  if (session->options.explain)
    {
      g_autofree char *text = eup_query_explain (query, session->catalog);

      tool_output_text (session->output, text);
      if (!g_str_has_suffix (text, "\n"))
        tool_output_text (session->output, "\n");
      return TOOL_FINE;
    }
  results = tool_question_ask (session, query);
  if (results == NULL)
    return TOOL_PROBLEMS;
  return tool_answer_write (session, NULL, results);
}

const ToolCommand tool_command_query = {
  .name = "query",
  .usage = "QUERY...",
  .summary = "answer a question",
  .help = help,
  .takes = TOOL_TAKES_FORMAT | TOOL_TAKES_COLUMNS | TOOL_TAKES_EXPLAIN,
  .fewest_words = 1,
  .run = run,
};
