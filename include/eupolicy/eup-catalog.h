/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

#define EUP_TYPE_CATALOG (eup_catalog_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupCatalog, eup_catalog, EUP, CATALOG, GObject)

EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new                       (void) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_builtin               (GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_from_path             (const char         *path,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_from_file             (GFile              *file,
                                                           GCancellable       *cancellable,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
void                eup_catalog_new_from_file_async       (GFile              *file,
                                                           GCancellable       *cancellable,
                                                           GAsyncReadyCallback callback,
                                                           gpointer            user_data);
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_from_file_finish      (GAsyncResult       *result,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_from_file_full        (GFile              *file,
                                                           EupFormat           format,
                                                           EupProgress        *progress,
                                                           GCancellable       *cancellable,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
void                eup_catalog_new_from_file_full_async  (GFile              *file,
                                                           EupFormat           format,
                                                           EupProgress        *progress,
                                                           GCancellable       *cancellable,
                                                           GAsyncReadyCallback callback,
                                                           gpointer            user_data);
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_from_file_full_finish (GAsyncResult       *result,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_from_stream           (GInputStream       *stream,
                                                           EupFormat           format,
                                                           const char         *source_name,
                                                           EupProgress        *progress,
                                                           GCancellable       *cancellable,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_catalog_new_from_bytes            (GBytes             *bytes,
                                                           EupFormat           format,
                                                           const char         *source_name,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
gboolean            eup_catalog_save                      (EupCatalog         *self,
                                                           GFile              *file,
                                                           EupFormat           format,
                                                           GCancellable       *cancellable,
                                                           GError            **error);
EUP_AVAILABLE_IN_1_0
void                eup_catalog_save_async                (EupCatalog         *self,
                                                           GFile              *file,
                                                           EupFormat           format,
                                                           GCancellable       *cancellable,
                                                           GAsyncReadyCallback callback,
                                                           gpointer            user_data);
EUP_AVAILABLE_IN_1_0
gboolean            eup_catalog_save_finish               (EupCatalog         *self,
                                                           GAsyncResult       *result,
                                                           GError            **error);
EUP_AVAILABLE_IN_1_0
gboolean            eup_catalog_save_to_path              (EupCatalog         *self,
                                                           const char         *path,
                                                           GError            **error);
EUP_AVAILABLE_IN_1_0
GBytes             *eup_catalog_to_bytes                  (EupCatalog         *self,
                                                           EupFormat           format,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
char               *eup_catalog_to_string                 (EupCatalog         *self,
                                                           EupFormat           format,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_check_file                (GFile              *file,
                                                           EupFormat           format,
                                                           GCancellable       *cancellable,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_check_files               (GFile             **files,
                                                           gsize               n_files,
                                                           EupFormat           format,
                                                           EupProgress        *progress,
                                                           GCancellable       *cancellable,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_check_bytes               (GBytes             *bytes,
                                                           EupFormat           format,
                                                           const char         *source_name,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_validate                  (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_get_issues                (EupCatalog         *self);

EUP_AVAILABLE_IN_1_0
gboolean            eup_catalog_add                       (EupCatalog         *self,
                                                           EupEntity          *entity,
                                                           GError            **error);
EUP_AVAILABLE_IN_1_0
EupEntity          *eup_catalog_add_json                  (EupCatalog         *self,
                                                           JsonNode           *node,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupEntity          *eup_catalog_add_json_string           (EupCatalog         *self,
                                                           const char         *json,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
gboolean            eup_catalog_remove                    (EupCatalog         *self,
                                                           const char         *id);
EUP_AVAILABLE_IN_1_0
gboolean            eup_catalog_rename                    (EupCatalog         *self,
                                                           const char         *id,
                                                           const char         *new_id,
                                                           GError            **error);
EUP_AVAILABLE_IN_1_0
EupEntity          *eup_catalog_lookup                    (EupCatalog         *self,
                                                           const char         *id) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
void                eup_catalog_begin_edit                (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
void                eup_catalog_end_edit                  (EupCatalog         *self);

EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_list                      (EupCatalog         *self,
                                                           GType               type) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_dup_mandates              (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_dup_priorities            (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_dup_objectives            (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_dup_initiatives           (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_dup_milestones            (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_dup_commissioners         (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_catalog_dup_topics                (EupCatalog         *self) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
void                eup_catalog_take_thread               (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
GType               eup_catalog_get_item_type             (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
guint               eup_catalog_get_n_items               (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
const char         *eup_catalog_get_language              (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
void                eup_catalog_set_language              (EupCatalog         *self,
                                                           const char         *language);
EUP_AVAILABLE_IN_1_0
const char * const *eup_catalog_get_languages             (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
void                eup_catalog_set_languages             (EupCatalog         *self,
                                                           const char * const *languages);
EUP_AVAILABLE_IN_1_0
EupDate            *eup_catalog_get_as_of                 (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
void                eup_catalog_set_as_of                 (EupCatalog         *self,
                                                           EupDate            *as_of);
EUP_AVAILABLE_IN_1_0
const char         *eup_catalog_get_title                 (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
void                eup_catalog_set_title                 (EupCatalog         *self,
                                                           const char         *title);
EUP_AVAILABLE_IN_1_0
const char         *eup_catalog_get_base_uri              (EupCatalog         *self);
EUP_AVAILABLE_IN_1_0
void                eup_catalog_set_base_uri              (EupCatalog         *self,
                                                           const char         *base_uri);

G_END_DECLS
