/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-progress.h>

G_BEGIN_DECLS

/* Sets it back. From now on reports go to this context (nullable: they are made in the thread that reports). */
void eup_progress_begin  (EupProgress  *self,
                          GMainContext *context);
void eup_progress_report (goffset       done,
                          goffset       total,
                          gpointer      self);

G_END_DECLS
