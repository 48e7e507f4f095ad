/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/language/eup-query-error.h"
#include "query/language/eup-query-tree.h"

G_BEGIN_DECLS

/* Understands the text as a value of the field; it is data, in which no character means anything beyond the value.
 * Options and IS of words are not values: the two functions below take them. */
gboolean eup_query_value_parse  (EupQueryField     field,
                                 EupOperator       op,
                                 const char       *text,
                                 gsize             length,
                                 EupQueryValue    *value,
                                 EupQueryProblem  *problem);

/* lang, sort, limit, offset, as-of. Values are added for lang and sort, replaced for the others. */
gboolean eup_query_option_parse (EupQuerySpec     *spec,
                                 EupQueryField     field,
                                 const char       *text,
                                 gsize             length,
                                 EupQueryProblem  *problem);

/* Checks that the field can be compared in that way with so many values. */
gboolean eup_query_check_use    (EupQueryField     field,
                                 EupOperator       op,
                                 guint             n_values,
                                 EupQueryProblem  *problem);

/* The condition that any of the values fits, given to a call as data; not for options and IS_NOT. NULL with an error. */
EupQueryNode *eup_query_condition (EupQueryField        field,
                                   EupOperator          op,
                                   const char * const  *values,
                                   guint                n,
                                   GError             **error);

G_END_DECLS
