/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

#define EUP_TYPE_PROGRESS (eup_progress_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupProgress, eup_progress, EUP, PROGRESS, GObject)

EUP_AVAILABLE_IN_1_0
EupProgress *eup_progress_new          (void) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
gint64       eup_progress_get_n_bytes  (EupProgress *self);
EUP_AVAILABLE_IN_1_0
gint64       eup_progress_get_n_total  (EupProgress *self);
EUP_AVAILABLE_IN_1_0
double       eup_progress_get_fraction (EupProgress *self);

G_END_DECLS
