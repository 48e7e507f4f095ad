/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-entity.h>

G_BEGIN_DECLS

#define EUP_TYPE_MANDATE (eup_mandate_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupMandate, mandate, MANDATE)

EUP_AVAILABLE_IN_1_0
EupMandate      *eup_mandate_new              (const char *id) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
EupPeriod       *eup_mandate_get_period       (EupMandate *self);
EUP_AVAILABLE_IN_1_0
void             eup_mandate_set_period       (EupMandate *self,
                                               EupPeriod  *period);
EUP_AVAILABLE_IN_1_0
const char      *eup_mandate_get_president_id (EupMandate *self);
EUP_AVAILABLE_IN_1_0
void             eup_mandate_set_president_id (EupMandate *self,
                                               const char *id);
EUP_AVAILABLE_IN_1_0
EupCommissioner *eup_mandate_dup_president    (EupMandate *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList         *eup_mandate_dup_priorities   (EupMandate *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
