/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <glib-object.h>

#include <eupolicy/eup-visibility.h>

G_BEGIN_DECLS

EUP_AVAILABLE_IN_1_0
gboolean eup_thread_may_use (gpointer object);

G_END_DECLS
