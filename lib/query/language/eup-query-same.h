/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/language/eup-query-tree.h"

G_BEGIN_DECLS

/* Which conditions mean the same however they are spelled: words and parts of texts by their folded form, the children of AND and OR in any
 * order. Where they stood does not matter. */

/* Equal for those that are the same. Those of its children are known. */
guint    eup_query_node_digest         (const EupQueryNode *node);
gboolean eup_query_node_is_same        (gconstpointer       a,
                                        gconstpointer       b);

/* A hash table whose keys are nodes. */
GHashTable *eup_query_node_table_new   (void);

/* Whether there are lists within lists, and so many a condition may stand at several places. */
gboolean eup_query_node_may_repeat     (const EupQueryNode *node);

/* Keeps the first of each value, and clears the others. Returns how many are left. */
guint    eup_query_values_drop_doubles (EupQueryField  field,
                                        EupOperator    op,
                                        EupQueryValue *values,
                                        guint          n);

/* The words that the condition asks for, not those that it forbids, each once: of EupWordsPhrase, borrowed. NULL if there are none. */
GPtrArray *eup_query_node_ranked_words (const EupQueryNode *node);

/* Takes out of what are to be the children of an AND, or of an OR, what another one says already, and unrefs it: the second A of A AND A, and
 * (A OR B) of A AND (A OR B) unless B has words that count for the rank. */
void     eup_query_nodes_drop_doubles  (GPtrArray          *nodes);

G_END_DECLS
