/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_PERIOD:
 *
 * The type of [struct@Period].
 *
 * Since: 1.0
 */
#define EUP_TYPE_PERIOD (eup_period_get_type ())

EUP_AVAILABLE_IN_1_0
GType      eup_period_get_type        (void);

EUP_AVAILABLE_IN_1_0
EupPeriod *eup_period_new             (EupDate         *start,
                                       EupDate         *end) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupPeriod *eup_period_new_from_string (const char      *edtf,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
EupPeriod *eup_period_ref             (EupPeriod       *self);
EUP_AVAILABLE_IN_1_0
void       eup_period_unref           (EupPeriod       *self);

EUP_AVAILABLE_IN_1_0
char      *eup_period_to_string       (const EupPeriod *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate   *eup_period_get_start       (const EupPeriod *self);
EUP_AVAILABLE_IN_1_0
EupDate   *eup_period_get_end         (const EupPeriod *self);
EUP_AVAILABLE_IN_1_0
gboolean   eup_period_contains        (const EupPeriod *self,
                                       const EupDate   *date);
EUP_AVAILABLE_IN_1_0
gboolean   eup_period_overlaps        (const EupPeriod *self,
                                       const EupPeriod *other);
EUP_AVAILABLE_IN_1_0
int        eup_period_compare         (gconstpointer    a,
                                       gconstpointer    b);
EUP_AVAILABLE_IN_1_0
gboolean   eup_period_equal           (gconstpointer    a,
                                       gconstpointer    b);
EUP_AVAILABLE_IN_1_0
guint      eup_period_hash            (gconstpointer    self);
EUP_AVAILABLE_IN_1_0
char      *eup_period_format          (const EupPeriod *self,
                                       const char      *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupPeriod, eup_period_unref)

G_END_DECLS
