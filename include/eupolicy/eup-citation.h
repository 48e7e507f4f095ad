/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_CITATION:
 *
 * The type of [class@Citation].
 *
 * Since: 1.0
 */
#define EUP_TYPE_CITATION (eup_citation_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupCitation, eup_citation, EUP, CITATION, GObject)

EUP_AVAILABLE_IN_1_0
EupCitation *eup_citation_new       (EupText      *title,
                                     const char   *uri,
                                     EupDate      *date) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupText     *eup_citation_get_title (EupCitation  *self);
EUP_AVAILABLE_IN_1_0
const char  *eup_citation_get_uri   (EupCitation  *self);
EUP_AVAILABLE_IN_1_0
EupDate     *eup_citation_get_date  (EupCitation  *self);
EUP_AVAILABLE_IN_1_0
gboolean     eup_citation_equal     (gconstpointer a,
                                     gconstpointer b);
EUP_AVAILABLE_IN_1_0
guint        eup_citation_hash      (gconstpointer self);

G_END_DECLS
