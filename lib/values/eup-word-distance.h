/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_MAX_WORD 40 /* longer words are like nothing */

guint eup_word_distance (const char *a,
                         gsize       n_a,
                         const char *b,
                         gsize       n_b);

G_END_DECLS
