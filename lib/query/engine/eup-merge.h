/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/language/eup-query-tree.h"

G_BEGIN_DECLS

/* A condition as it is best answered, which means the same: terms of one field that stand between OR become one term of all their values, and
 * what is forbidden side by side is forbidden as one. So entities are looked at once for all of them. */
EupQueryNode *eup_query_node_merged (EupQueryNode     *node);

/* One term of the values of all @n, which are of one field and operator. */
EupQueryNode *eup_query_terms_merge (EupQueryNode    **terms,
                                     guint             n);

G_END_DECLS
