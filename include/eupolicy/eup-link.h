/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_LINK:
 *
 * The type of [class@Link].
 *
 * Since: 1.0
 */
#define EUP_TYPE_LINK (eup_link_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupLink, eup_link, EUP, LINK, GObject)

EUP_AVAILABLE_IN_1_0
EupLink    *eup_link_new       (const char   *uri,
                                EupText      *title,
                                EupLinkKind   kind,
                                EupDate      *date) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
const char *eup_link_get_uri   (EupLink      *self);
EUP_AVAILABLE_IN_1_0
EupText    *eup_link_get_title (EupLink      *self);
EUP_AVAILABLE_IN_1_0
EupLinkKind eup_link_get_kind  (EupLink      *self);
EUP_AVAILABLE_IN_1_0
EupDate    *eup_link_get_date  (EupLink      *self);
EUP_AVAILABLE_IN_1_0
gboolean    eup_link_equal     (gconstpointer a,
                                gconstpointer b);
EUP_AVAILABLE_IN_1_0
guint       eup_link_hash      (gconstpointer self);

G_END_DECLS
