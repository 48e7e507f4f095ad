/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_DECLARE_ENTITY_TYPE:
 * @Name: the name of the type, such as `EupTopic`
 * @name: its short name in lower case
 * @NAME: its short name in upper case
 *
 * Declares one of the library's own types of entities.
 *
 * It does what `G_DECLARE_FINAL_TYPE` does, for classes whose parent has a class structure that nobody sees. Programs
 * have no use for it.
 *
 * Since: 1.0
 */
#define EUP_DECLARE_ENTITY_TYPE(Name, name, NAME)                                              \
  GType eup_##name##_get_type (void);                                                          \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Name, g_object_unref)                                         \
  G_GNUC_UNUSED static inline Name *EUP_##NAME (gpointer object)                               \
  {                                                                                            \
    return G_TYPE_CHECK_INSTANCE_CAST (object, eup_##name##_get_type (), Name);                \
  }                                                                                            \
  G_GNUC_UNUSED static inline gboolean EUP_IS_##NAME (gpointer object)                         \
  {                                                                                            \
    return G_TYPE_CHECK_INSTANCE_TYPE (object, eup_##name##_get_type ());                      \
  }

#define EUP_TYPE_ENTITY (eup_entity_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupEntity, entity, ENTITY)

EUP_AVAILABLE_IN_1_0
const char         *eup_entity_get_id               (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
const char         *eup_entity_get_type_nick        (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
EupCatalog         *eup_entity_dup_catalog          (EupEntity          *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_entity_dup_children         (EupEntity          *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupEntity          *eup_entity_copy                 (EupEntity          *self) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
const char         *eup_entity_get_title            (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_title            (EupEntity          *self,
                                                     const char         *string);
EUP_AVAILABLE_IN_1_0
EupText            *eup_entity_get_title_text       (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_title_text       (EupEntity          *self,
                                                     EupText            *text);
EUP_AVAILABLE_IN_1_0
const char         *eup_entity_get_short_title      (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_short_title      (EupEntity          *self,
                                                     const char         *string);
EUP_AVAILABLE_IN_1_0
EupText            *eup_entity_get_short_title_text (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_short_title_text (EupEntity          *self,
                                                     EupText            *text);
EUP_AVAILABLE_IN_1_0
const char         *eup_entity_get_summary          (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_summary          (EupEntity          *self,
                                                     const char         *string);
EUP_AVAILABLE_IN_1_0
EupText            *eup_entity_get_summary_text     (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_summary_text     (EupEntity          *self,
                                                     EupText            *text);
EUP_AVAILABLE_IN_1_0
const char         *eup_entity_get_notes            (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_notes            (EupEntity          *self,
                                                     const char         *string);
EUP_AVAILABLE_IN_1_0
EupText            *eup_entity_get_notes_text       (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_notes_text       (EupEntity          *self,
                                                     EupText            *text);
EUP_AVAILABLE_IN_1_0
EupList            *eup_entity_get_other_titles     (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_other_titles     (EupEntity          *self,
                                                     EupTitle          **other_titles,
                                                     gsize               n_other_titles);
EUP_AVAILABLE_IN_1_0
EupList            *eup_entity_get_references       (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_references       (EupEntity          *self,
                                                     EupReference      **references,
                                                     gsize               n_references);
EUP_AVAILABLE_IN_1_0
EupList            *eup_entity_get_links            (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_links            (EupEntity          *self,
                                                     EupLink           **links,
                                                     gsize               n_links);
EUP_AVAILABLE_IN_1_0
EupList            *eup_entity_get_figures          (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_figures          (EupEntity          *self,
                                                     EupFigure         **figures,
                                                     gsize               n_figures);
EUP_AVAILABLE_IN_1_0
EupList            *eup_entity_get_sources          (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_sources          (EupEntity          *self,
                                                     EupCitation       **sources,
                                                     gsize               n_sources);
EUP_AVAILABLE_IN_1_0
EupConfidence       eup_entity_get_confidence       (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_confidence       (EupEntity          *self,
                                                     EupConfidence       value);
EUP_AVAILABLE_IN_1_0
EupDate            *eup_entity_get_verified         (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_verified         (EupEntity          *self,
                                                     EupDate            *date);
EUP_AVAILABLE_IN_1_0
const char * const *eup_entity_get_topic_ids        (EupEntity          *self);
EUP_AVAILABLE_IN_1_0
void                eup_entity_set_topic_ids        (EupEntity          *self,
                                                     const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_entity_dup_topics           (EupEntity          *self) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
JsonNode           *eup_entity_to_json              (EupEntity          *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
char               *eup_entity_to_json_string       (EupEntity          *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
gboolean            eup_entity_update_json_string   (EupEntity          *self,
                                                     const char         *json,
                                                     GError            **error);

G_END_DECLS
