/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_TEXT:
 *
 * The type of [struct@Text].
 *
 * Since: 1.0
 */
#define EUP_TYPE_TEXT (eup_text_get_type ())

EUP_AVAILABLE_IN_1_0
GType       eup_text_get_type      (void);

EUP_AVAILABLE_IN_1_0
EupText    *eup_text_new           (const char         *language,
                                    const char         *string) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupText    *eup_text_with_string   (const EupText      *self,
                                    const char         *language,
                                    const char         *string) G_GNUC_WARN_UNUSED_RESULT;

EUP_AVAILABLE_IN_1_0
EupText    *eup_text_ref           (EupText            *self);
EUP_AVAILABLE_IN_1_0
void        eup_text_unref         (EupText            *self);

EUP_AVAILABLE_IN_1_0
const char *eup_text_get           (const EupText      *self,
                                    const char         *language);
EUP_AVAILABLE_IN_1_0
const char *eup_text_lookup        (const EupText      *self,
                                    const char * const *languages);
EUP_AVAILABLE_IN_1_0
char      **eup_text_get_languages (const EupText      *self);
EUP_AVAILABLE_IN_1_0
char       *eup_text_to_string     (const EupText      *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
int         eup_text_compare       (gconstpointer       a,
                                    gconstpointer       b);
EUP_AVAILABLE_IN_1_0
gboolean    eup_text_equal         (gconstpointer       a,
                                    gconstpointer       b);
EUP_AVAILABLE_IN_1_0
guint       eup_text_hash          (gconstpointer       self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupText, eup_text_unref)

G_END_DECLS
