/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_FIGURE:
 *
 * The type of [class@Figure].
 *
 * Since: 1.0
 */
#define EUP_TYPE_FIGURE (eup_figure_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupFigure, eup_figure, EUP, FIGURE, GObject)

EUP_AVAILABLE_IN_1_0
EupFigure   *eup_figure_new           (double        value,
                                       const char   *unit,
                                       EupQualifier  qualifier,
                                       EupText      *label,
                                       EupDate      *date,
                                       EupCitation  *source) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
double       eup_figure_get_value     (EupFigure    *self);
EUP_AVAILABLE_IN_1_0
const char  *eup_figure_get_unit      (EupFigure    *self);
EUP_AVAILABLE_IN_1_0
EupQualifier eup_figure_get_qualifier (EupFigure    *self);
EUP_AVAILABLE_IN_1_0
EupText     *eup_figure_get_label     (EupFigure    *self);
EUP_AVAILABLE_IN_1_0
EupDate     *eup_figure_get_date      (EupFigure    *self);
EUP_AVAILABLE_IN_1_0
EupCitation *eup_figure_get_source    (EupFigure    *self);
EUP_AVAILABLE_IN_1_0
char        *eup_figure_format        (EupFigure    *self,
                                       const char   *language) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
gboolean     eup_figure_equal         (gconstpointer a,
                                       gconstpointer b);
EUP_AVAILABLE_IN_1_0
guint        eup_figure_hash          (gconstpointer self);

G_END_DECLS
