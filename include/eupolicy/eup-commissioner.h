/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-entity.h>

G_BEGIN_DECLS

#define EUP_TYPE_COMMISSIONER (eup_commissioner_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupCommissioner, commissioner, COMMISSIONER)

EUP_AVAILABLE_IN_1_0
EupCommissioner *eup_commissioner_new             (const char      *id) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
const char      *eup_commissioner_get_given_name  (EupCommissioner *self);
EUP_AVAILABLE_IN_1_0
void             eup_commissioner_set_given_name  (EupCommissioner *self,
                                                   const char      *string);
EUP_AVAILABLE_IN_1_0
const char      *eup_commissioner_get_family_name (EupCommissioner *self);
EUP_AVAILABLE_IN_1_0
void             eup_commissioner_set_family_name (EupCommissioner *self,
                                                   const char      *string);
EUP_AVAILABLE_IN_1_0
const char      *eup_commissioner_get_country     (EupCommissioner *self);
EUP_AVAILABLE_IN_1_0
void             eup_commissioner_set_country     (EupCommissioner *self,
                                                   const char      *string);
EUP_AVAILABLE_IN_1_0
EupList         *eup_commissioner_get_terms       (EupCommissioner *self);
EUP_AVAILABLE_IN_1_0
void             eup_commissioner_set_terms       (EupCommissioner *self,
                                                   EupTerm        **terms,
                                                   gsize            n_terms);
EUP_AVAILABLE_IN_1_0
const char      *eup_commissioner_get_role        (EupCommissioner *self);
EUP_AVAILABLE_IN_1_0
const char      *eup_commissioner_get_portfolio   (EupCommissioner *self);
EUP_AVAILABLE_IN_1_0
EupList         *eup_commissioner_dup_priorities  (EupCommissioner *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList         *eup_commissioner_dup_initiatives (EupCommissioner *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
