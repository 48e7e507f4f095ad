/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-entity.h>

G_BEGIN_DECLS

#define EUP_TYPE_OBJECTIVE (eup_objective_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupObjective, objective, OBJECTIVE)

EUP_AVAILABLE_IN_1_0
EupObjective *eup_objective_new              (const char   *id) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
const char   *eup_objective_get_priority_id  (EupObjective *self);
EUP_AVAILABLE_IN_1_0
void          eup_objective_set_priority_id  (EupObjective *self,
                                              const char   *id);
EUP_AVAILABLE_IN_1_0
EupPriority  *eup_objective_dup_priority     (EupObjective *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
guint         eup_objective_get_position     (EupObjective *self);
EUP_AVAILABLE_IN_1_0
void          eup_objective_set_position     (EupObjective *self,
                                              guint         number);
EUP_AVAILABLE_IN_1_0
const char   *eup_objective_get_purpose      (EupObjective *self);
EUP_AVAILABLE_IN_1_0
void          eup_objective_set_purpose      (EupObjective *self,
                                              const char   *string);
EUP_AVAILABLE_IN_1_0
EupText      *eup_objective_get_purpose_text (EupObjective *self);
EUP_AVAILABLE_IN_1_0
void          eup_objective_set_purpose_text (EupObjective *self,
                                              EupText      *text);
EUP_AVAILABLE_IN_1_0
EupList      *eup_objective_dup_initiatives  (EupObjective *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
