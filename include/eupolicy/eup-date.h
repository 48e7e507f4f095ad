/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_DATE:
 *
 * The type of [struct@Date].
 *
 * Since: 1.0
 */
#define EUP_TYPE_DATE (eup_date_get_type ())

EUP_AVAILABLE_IN_1_0
GType        eup_date_get_type           (void);

EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_new                (int            year,
                                          int            month,
                                          int            day,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_new_quarter        (int            year,
                                          int            quarter,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_new_from_string    (const char    *edtf,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_new_from_date_time (GDateTime     *date_time) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_new_today          (void) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_with_qualifiers    (const EupDate *self,
                                          gboolean       approximate,
                                          gboolean       uncertain) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_ref                (EupDate       *self);
EUP_AVAILABLE_IN_1_0
void         eup_date_unref              (EupDate       *self);

EUP_AVAILABLE_IN_1_0
char        *eup_date_to_string          (const EupDate *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
int          eup_date_get_year           (const EupDate *self);
EUP_AVAILABLE_IN_1_0
int          eup_date_get_month          (const EupDate *self);
EUP_AVAILABLE_IN_1_0
int          eup_date_get_quarter        (const EupDate *self);
EUP_AVAILABLE_IN_1_0
int          eup_date_get_day            (const EupDate *self);
EUP_AVAILABLE_IN_1_0
EupPrecision eup_date_get_precision      (const EupDate *self);
EUP_AVAILABLE_IN_1_0
gboolean     eup_date_is_approximate     (const EupDate *self);
EUP_AVAILABLE_IN_1_0
gboolean     eup_date_is_uncertain       (const EupDate *self);
EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_get_first_day      (const EupDate *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupDate     *eup_date_get_last_day       (const EupDate *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
GDateTime   *eup_date_to_date_time       (const EupDate *self) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
int          eup_date_compare            (gconstpointer  a,
                                          gconstpointer  b);
EUP_AVAILABLE_IN_1_0
gboolean     eup_date_equal              (gconstpointer  a,
                                          gconstpointer  b);
EUP_AVAILABLE_IN_1_0
guint        eup_date_hash               (gconstpointer  self);
EUP_AVAILABLE_IN_1_0
gboolean     eup_date_contains           (const EupDate *self,
                                          const EupDate *other);
EUP_AVAILABLE_IN_1_0
char        *eup_date_format             (const EupDate *self,
                                          const char    *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupDate, eup_date_unref)

G_END_DECLS
