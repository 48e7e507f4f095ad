/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-entity.h>

G_BEGIN_DECLS

#define EUP_TYPE_INITIATIVE (eup_initiative_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupInitiative, initiative, INITIATIVE)

EUP_AVAILABLE_IN_1_0
EupInitiative      *eup_initiative_new                (const char         *id) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
const char * const *eup_initiative_get_objective_ids  (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_objective_ids  (EupInitiative      *self,
                                                       const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_objectives     (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char * const *eup_initiative_get_priority_ids   (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_priority_ids   (EupInitiative      *self,
                                                       const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_priorities     (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupPriority        *eup_initiative_dup_priority       (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupInstrument       eup_initiative_get_instrument     (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_instrument     (EupInitiative      *self,
                                                       EupInstrument       value);
EUP_AVAILABLE_IN_1_0
gboolean            eup_initiative_get_legislative    (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
EupStatus           eup_initiative_get_stated_status  (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_stated_status  (EupInitiative      *self,
                                                       EupStatus           value);
EUP_AVAILABLE_IN_1_0
EupStatus           eup_initiative_get_status         (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
const char * const *eup_initiative_get_lead_ids       (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_lead_ids       (EupInitiative      *self,
                                                       const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_leads          (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char         *eup_initiative_get_parent_id      (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_parent_id      (EupInitiative      *self,
                                                       const char         *id);
EUP_AVAILABLE_IN_1_0
EupInitiative      *eup_initiative_dup_parent         (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_parts          (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char * const *eup_initiative_get_fulfils_ids    (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_fulfils_ids    (EupInitiative      *self,
                                                       const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_fulfils        (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_fulfilled_by   (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char * const *eup_initiative_get_replaces_ids   (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_replaces_ids   (EupInitiative      *self,
                                                       const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_replaces       (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_replaced_by    (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char * const *eup_initiative_get_amends_ids     (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_amends_ids     (EupInitiative      *self,
                                                       const char * const *ids);
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_amends         (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_amended_by     (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_milestones     (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupList            *eup_initiative_dup_all_milestones (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate            *eup_initiative_get_date           (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
int                 eup_initiative_get_day            (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
EupMilestone       *eup_initiative_dup_next_milestone (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
guint               eup_initiative_get_position       (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_position       (EupInitiative      *self,
                                                       guint               position);
EUP_AVAILABLE_IN_1_0
EupDate            *eup_initiative_get_status_since   (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
void                eup_initiative_set_status_since   (EupInitiative      *self,
                                                       EupDate            *date);
EUP_AVAILABLE_IN_1_0
EupDate            *eup_initiative_get_status_date    (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
EupVerdict          eup_initiative_get_verdict        (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
int                 eup_initiative_get_slippage       (EupInitiative      *self);
EUP_AVAILABLE_IN_1_0
EupReason          *eup_initiative_dup_status_reason  (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupCommissioner    *eup_initiative_dup_lead           (EupInitiative      *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
