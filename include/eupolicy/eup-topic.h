/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-entity.h>

G_BEGIN_DECLS

#define EUP_TYPE_TOPIC (eup_topic_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupTopic, topic, TOPIC)

EUP_AVAILABLE_IN_1_0
EupTopic   *eup_topic_new            (const char *id) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
const char *eup_topic_get_broader_id (EupTopic   *self);
EUP_AVAILABLE_IN_1_0
void        eup_topic_set_broader_id (EupTopic   *self,
                                      const char *id);
EUP_AVAILABLE_IN_1_0
EupTopic   *eup_topic_dup_broader    (EupTopic   *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char *eup_topic_get_scheme     (EupTopic   *self);
EUP_AVAILABLE_IN_1_0
void        eup_topic_set_scheme     (EupTopic   *self,
                                      const char *string);
EUP_AVAILABLE_IN_1_0
EupList    *eup_topic_dup_entities   (EupTopic   *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList    *eup_topic_dup_narrower   (EupTopic   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
