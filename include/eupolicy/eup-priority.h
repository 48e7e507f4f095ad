/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-entity.h>

G_BEGIN_DECLS

#define EUP_TYPE_PRIORITY (eup_priority_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupPriority, priority, PRIORITY)

EUP_AVAILABLE_IN_1_0
EupPriority        *eup_priority_new               (const char         *id) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
const char         *eup_priority_get_mandate_id    (EupPriority        *self);
EUP_AVAILABLE_IN_1_0
void                eup_priority_set_mandate_id    (EupPriority        *self,
                                                    const char         *id);
EUP_AVAILABLE_IN_1_0
EupMandate         *eup_priority_dup_mandate       (EupPriority        *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
guint               eup_priority_get_position      (EupPriority        *self);
EUP_AVAILABLE_IN_1_0
void                eup_priority_set_position      (EupPriority        *self,
                                                    guint               number);
EUP_AVAILABLE_IN_1_0
EupList            *eup_priority_dup_objectives    (EupPriority        *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_priority_dup_initiatives   (EupPriority        *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_priority_dup_milestones    (EupPriority        *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char * const *eup_priority_get_in_charge_ids (EupPriority        *self);
EUP_AVAILABLE_IN_1_0
void                eup_priority_set_in_charge_ids (EupPriority        *self,
                                                    const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_priority_dup_commissioners (EupPriority        *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
