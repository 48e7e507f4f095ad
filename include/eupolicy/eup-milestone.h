/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-entity.h>

G_BEGIN_DECLS

#define EUP_TYPE_MILESTONE (eup_milestone_get_type ())

EUP_AVAILABLE_IN_1_0
EUP_DECLARE_ENTITY_TYPE (EupMilestone, milestone, MILESTONE)

EUP_AVAILABLE_IN_1_0
EupMilestone     *eup_milestone_new                   (const char       *id) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
const char       *eup_milestone_get_subject_id        (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_subject_id        (EupMilestone     *self,
                                                       const char       *id);
EUP_AVAILABLE_IN_1_0
EupEntity        *eup_milestone_dup_subject           (EupMilestone     *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate          *eup_milestone_get_date              (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_date              (EupMilestone     *self,
                                                       EupDate          *date);
EUP_AVAILABLE_IN_1_0
int               eup_milestone_get_day               (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
EupMilestoneKind  eup_milestone_get_kind              (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_kind              (EupMilestone     *self,
                                                       EupMilestoneKind  value);
EUP_AVAILABLE_IN_1_0
EupActor          eup_milestone_get_actor             (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_actor             (EupMilestone     *self,
                                                       EupActor          value);
EUP_AVAILABLE_IN_1_0
EupMilestoneState eup_milestone_get_stated_state      (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_stated_state      (EupMilestone     *self,
                                                       EupMilestoneState value);
EUP_AVAILABLE_IN_1_0
EupMilestoneState eup_milestone_get_state             (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
const char       *eup_milestone_get_refines_id        (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_refines_id        (EupMilestone     *self,
                                                       const char       *id);
EUP_AVAILABLE_IN_1_0
EupMilestone     *eup_milestone_dup_refines           (EupMilestone     *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
guint             eup_milestone_get_position          (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_position          (EupMilestone     *self,
                                                       guint             position);
EUP_AVAILABLE_IN_1_0
const char       *eup_milestone_get_rescheduled_to_id (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_rescheduled_to_id (EupMilestone     *self,
                                                       const char       *id);
EUP_AVAILABLE_IN_1_0
EupMilestone     *eup_milestone_dup_rescheduled_to    (EupMilestone     *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char       *eup_milestone_get_rescheduled_by_id (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_rescheduled_by_id (EupMilestone     *self,
                                                       const char       *id);
EUP_AVAILABLE_IN_1_0
EupInitiative    *eup_milestone_dup_rescheduled_by    (EupMilestone     *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate          *eup_milestone_get_rescheduled_on    (EupMilestone     *self);
EUP_AVAILABLE_IN_1_0
void              eup_milestone_set_rescheduled_on    (EupMilestone     *self,
                                                       EupDate          *date);
EUP_AVAILABLE_IN_1_0
EupList          *eup_milestone_dup_rescheduled_from  (EupMilestone     *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupMilestone     *eup_milestone_dup_original          (EupMilestone     *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
int               eup_milestone_get_slippage          (EupMilestone     *self);

G_END_DECLS
