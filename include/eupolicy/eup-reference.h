/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_REFERENCE:
 *
 * The type of [class@Reference].
 *
 * Since: 1.0
 */
#define EUP_TYPE_REFERENCE (eup_reference_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupReference, eup_reference, EUP, REFERENCE, GObject)

EUP_AVAILABLE_IN_1_0
EupReference      *eup_reference_new_from_string (const char   *string,
                                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char        *eup_reference_get_text        (EupReference *self);
EUP_AVAILABLE_IN_1_0
EupReferenceScheme eup_reference_get_scheme      (EupReference *self);
EUP_AVAILABLE_IN_1_0
const char        *eup_reference_get_value       (EupReference *self);
EUP_AVAILABLE_IN_1_0
const char        *eup_reference_get_uri         (EupReference *self);
EUP_AVAILABLE_IN_1_0
gboolean           eup_reference_equal           (gconstpointer a,
                                                  gconstpointer b);
EUP_AVAILABLE_IN_1_0
guint              eup_reference_hash            (gconstpointer self);

G_END_DECLS
