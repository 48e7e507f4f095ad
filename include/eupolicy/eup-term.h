/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_TERM:
 *
 * The type of [class@Term].
 *
 * Since: 1.0
 */
#define EUP_TYPE_TERM (eup_term_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupTerm, eup_term, EUP, TERM, GObject)

EUP_AVAILABLE_IN_1_0
EupTerm    *eup_term_new              (const char         *mandate_id,
                                       EupText            *role,
                                       EupText            *portfolio,
                                       EupPeriod          *period,
                                       const char * const *priority_ids) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char *eup_term_get_mandate_id   (EupTerm            *self);
EUP_AVAILABLE_IN_1_0
EupText    *eup_term_get_role         (EupTerm            *self);
EUP_AVAILABLE_IN_1_0
EupText    *eup_term_get_portfolio    (EupTerm            *self);
EUP_AVAILABLE_IN_1_0
EupPeriod  *eup_term_get_period       (EupTerm            *self);
EUP_AVAILABLE_IN_1_0
char      **eup_term_get_priority_ids (EupTerm            *self);
EUP_AVAILABLE_IN_1_0
gboolean    eup_term_equal            (gconstpointer       a,
                                       gconstpointer       b);
EUP_AVAILABLE_IN_1_0
guint       eup_term_hash             (gconstpointer       self);

G_END_DECLS
