/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

#define EUP_TYPE_RESULTS (eup_results_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupResults, eup_results, EUP, RESULTS, GObject)

EUP_AVAILABLE_IN_1_0
EupResults *eup_catalog_query         (EupCatalog         *self,
                                       const char         *text,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupResults *eup_catalog_select        (EupCatalog         *self,
                                       EupQuery           *query) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupResults *eup_catalog_select_full   (EupCatalog         *self,
                                       EupQuery           *query,
                                       GCancellable       *cancellable,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
GType       eup_results_get_item_type (EupResults         *self);
EUP_AVAILABLE_IN_1_0
guint       eup_results_get_n_items   (EupResults         *self);
EUP_AVAILABLE_IN_1_0
guint       eup_results_get_n_total   (EupResults         *self);
EUP_AVAILABLE_IN_1_0
EupQuery   *eup_results_get_query     (EupResults         *self);
EUP_AVAILABLE_IN_1_0
EupCatalog *eup_results_dup_catalog   (EupResults         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
gboolean    eup_results_get_live      (EupResults         *self);
EUP_AVAILABLE_IN_1_0
void        eup_results_set_live      (EupResults         *self,
                                       gboolean            live);
EUP_AVAILABLE_IN_1_0
double      eup_results_get_score     (EupResults         *self,
                                       EupEntity          *entity);
EUP_AVAILABLE_IN_1_0
char       *eup_results_dup_snippet   (EupResults         *self,
                                       EupEntity          *entity) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupEntity  *eup_results_lookup        (EupResults         *self,
                                       const char         *id) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
guint       eup_results_position_of   (EupResults         *self,
                                       EupEntity          *entity);

EUP_AVAILABLE_IN_1_0
GVariant   *eup_results_count_by      (EupResults         *self,
                                       const char         *field,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
GBytes     *eup_results_dup_columns   (EupResults         *self,
                                       const char * const *fields,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
char      **eup_results_dup_column    (EupResults         *self,
                                       const char         *field,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
GBytes     *eup_results_dup_numbers   (EupResults         *self,
                                       const char         *field,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
GBytes     *eup_results_to_bytes      (EupResults         *self,
                                       EupFormat           format,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
char       *eup_results_to_string     (EupResults         *self,
                                       EupFormat           format,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
