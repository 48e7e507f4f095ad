/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Calls the function for each of the workers, the first in this thread and every other in one of its own, and returns when all are done. What no
 * thread could be had for is done here as well, one after the other. */
void eup_workers_run (GThreadFunc     func,
                      gpointer const *workers,
                      guint           n_workers);

G_END_DECLS
