/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How the core comes by a reference to an object that it does not hold, while the last one may be dropped in any thread.
 * GWeakRef does this for any object, at the price of a list, a slice and a lock of all weak references: half as much
 * again as the object. Here the object has to help: it tells from dispose, and its finalize takes it out of where
 * it is found, under a lock that whoever looks for it holds as well. */
typedef struct
{
  GObject *object;
  int      state; /* bits, the lowest of them a lock */
} EupWeak;

void     eup_weak_init    (EupWeak  *weak,
                           gpointer  object);

/* A new reference, or NULL if the object is about to be freed. */
gpointer eup_weak_get     (EupWeak  *weak);

/* To be called from dispose, before it chains up. */
void     eup_weak_dispose (EupWeak  *weak);

G_END_DECLS
