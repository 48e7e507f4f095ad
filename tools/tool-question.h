/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"

G_BEGIN_DECLS

/* The words of a question as a query, and the query as an answer. */

EupQuery   *tool_question_parse   (ToolSession  *session,
                                   char        **words,
                                   guint         n_words);
EupQuery   *tool_question_of_type (ToolSession  *session,
                                   EupQuery     *query,
                                   const char   *type);
EupResults *tool_question_ask     (ToolSession  *session,
                                   EupQuery     *query);
gboolean    tool_question_says    (EupQuery     *query,
                                   const char   *field);
void        tool_question_wrong   (ToolSession  *session,
                                   const char   *text,
                                   const GError *error);

G_END_DECLS
