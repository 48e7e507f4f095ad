/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-question.h"

#include <stdio.h>
#include <string.h>

#define SIDE 50

/* Shows the place that the error names beneath the text: a part of it, when the text is long. */
void
tool_question_wrong (ToolSession  *session,
                     const char   *text,
                     const GError *error)
{
  const char *message = error->message;
  const char *rest = strstr (message, ": ");
  glong column = 0, length = g_utf8_strlen (text, -1);
  glong first, last;
  g_autofree char *part = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *before = NULL;

  if (sscanf (message, "column %ld: ", &column) != 1 || column < 1 || column > length + 1 || rest == NULL)
    {
      tool_session_complain (session, "%s", message);
      return;
    }
  tool_session_complain (session, "%s", rest + 2);
  first = MAX (column - 1 - SIDE, 0);
  last = MIN (column - 1 + SIDE, length);
  part = g_utf8_substring (text, first, last);
  clean = tool_text_clean (part);
  before = g_utf8_substring (clean, 0, column - 1 - first);
  tool_output_text (session->errors, first > 0 ? "  …" : "  ");
  tool_output_text (session->errors, clean);
  tool_output_text (session->errors, last < length ? "…\n  " : "\n  ");
  tool_output_spaces (session->errors, tool_text_width (before) + (first > 0 ? 1 : 0));
  tool_output_styled (session->errors, TOOL_STYLE_BAD, "^");
  tool_output_text (session->errors, "\n");
}

/* NULL: the question cannot be understood, and it was said why. */
EupQuery *
tool_question_parse (ToolSession  *session,
                     char        **words,
                     guint         n_words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  EupQuery *query;

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);
  if (!g_utf8_validate (text->str, (gssize) text->len, NULL))
    {
      tool_session_complain (session, "the question is not valid UTF-8");
      return NULL;
    }
  query = eup_query_new_from_string (text->str, &error);
  if (query == NULL)
    tool_question_wrong (session, text->str, error);
  return query;
}

/* Answers the question, and says it if something that it names is not there. NULL: it would take too long, and that was said. */
EupResults *
tool_question_ask (ToolSession *session,
                   EupQuery    *query)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) error = NULL;
  EupResults *results = eup_catalog_select_full (session->catalog, query, NULL, &error);

  if (results == NULL)
    tool_session_complain (session, "%s", error->message);
  else if (!eup_query_check (query, session->catalog, &missing))
    tool_session_complain (session, "%s", missing->message);
  return results;
}

/* The same question about entities of one type alone. */
EupQuery *
tool_question_of_type (ToolSession *session,
                       EupQuery    *query,
                       const char  *type)
{
  g_autoptr (GError) error = NULL;
  EupQuery *narrowed = eup_query_where (query, "type", EUP_OPERATOR_IS, type, &error);

  if (narrowed == NULL)
    tool_session_complain (session, "%s", error->message);
  return narrowed;
}

/* Whether the question itself settles sort, limit or the like. */
gboolean
tool_question_says (EupQuery   *query,
                    const char *field)
{
  g_autofree char *text = eup_query_to_string (query);
  g_autofree char *begin = g_strconcat (field, ":", NULL);
  g_autofree char *later = g_strconcat (" ", field, ":", NULL);

  return g_str_has_prefix (text, begin) || strstr (text, later) != NULL;
}
