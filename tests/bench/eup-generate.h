/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

/* Data for measurements: canonical JSON of n initiatives with three milestones each, objectives, priorities, Commissioners and
 * topics. Every record depends on its number and on n only. The text is handed on in pieces. */
typedef void (*EupGenerateFunc) (const char *text,
                                 gsize       length,
                                 gpointer    data);

void   eup_generate        (guint           n,
                            EupGenerateFunc func,
                            gpointer        data);
char  *eup_generate_memory (guint           n,
                            gsize          *length);
