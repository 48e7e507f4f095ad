/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_REASON:
 *
 * The type of [class@Reason].
 *
 * Since: 1.0
 */
#define EUP_TYPE_REASON (eup_reason_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupReason, eup_reason, EUP, REASON, GObject)

EUP_AVAILABLE_IN_1_0
EupReason  *eup_reason_new           (const char   *rule,
                                      const char   *entity_id,
                                      EupDate      *date) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char *eup_reason_get_rule      (EupReason    *self);
EUP_AVAILABLE_IN_1_0
const char *eup_reason_get_entity_id (EupReason    *self);
EUP_AVAILABLE_IN_1_0
EupDate    *eup_reason_get_date      (EupReason    *self);
EUP_AVAILABLE_IN_1_0
char       *eup_reason_format        (EupReason    *self,
                                      const char   *language) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
gboolean    eup_reason_equal         (gconstpointer a,
                                      gconstpointer b);
EUP_AVAILABLE_IN_1_0
guint       eup_reason_hash          (gconstpointer self);

G_END_DECLS
