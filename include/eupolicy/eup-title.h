/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_TITLE:
 *
 * The type of [class@Title].
 *
 * Since: 1.0
 */
#define EUP_TYPE_TITLE (eup_title_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupTitle, eup_title, EUP, TITLE, GObject)

EUP_AVAILABLE_IN_1_0
EupTitle  *eup_title_new        (EupText      *text,
                                 EupPeriod    *period) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupText   *eup_title_get_text   (EupTitle     *self);
EUP_AVAILABLE_IN_1_0
EupPeriod *eup_title_get_period (EupTitle     *self);
EUP_AVAILABLE_IN_1_0
gboolean   eup_title_equal      (gconstpointer a,
                                 gconstpointer b);
EUP_AVAILABLE_IN_1_0
guint      eup_title_hash       (gconstpointer self);

G_END_DECLS
