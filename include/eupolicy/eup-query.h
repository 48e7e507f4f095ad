/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_QUERY:
 *
 * The type of [class@Query].
 *
 * Since: 1.0
 */
#define EUP_TYPE_QUERY (eup_query_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupQuery, eup_query, EUP, QUERY, GObject)

EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_new_from_string (const char         *text,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_new_for_type    (GType               type) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
char     *eup_query_to_string       (EupQuery           *self) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_where           (EupQuery           *self,
                                     const char         *field,
                                     EupOperator         op,
                                     const char         *value,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_where_any       (EupQuery           *self,
                                     const char         *field,
                                     EupOperator         op,
                                     const char * const *values,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_matching        (EupQuery           *self,
                                     const char         *words) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_every           (EupQuery          **queries,
                                     gsize               n_queries) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_any             (EupQuery          **queries,
                                     gsize               n_queries) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_negate          (EupQuery           *self) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_sorted_by       (EupQuery           *self,
                                     const char         *field,
                                     gboolean            descending) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_limited         (EupQuery           *self,
                                     guint               offset,
                                     guint               count) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupQuery *eup_query_as_of           (EupQuery           *self,
                                     const EupDate      *date) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
gboolean  eup_query_check           (EupQuery           *self,
                                     EupCatalog         *catalog,
                                     GError            **error);
EUP_AVAILABLE_IN_1_0
char     *eup_query_explain         (EupQuery           *self,
                                     EupCatalog         *catalog) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
char     *eup_query_quote           (const char         *string) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
gboolean  eup_query_equal           (gconstpointer       a,
                                     gconstpointer       b);
EUP_AVAILABLE_IN_1_0
guint     eup_query_hash            (gconstpointer       query);

G_END_DECLS
