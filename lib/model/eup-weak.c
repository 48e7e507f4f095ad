/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/eup-weak.h"

#define LOCK_BIT 0

/* The last reference is being dropped, and nobody can get another one here. */
#define IS_ENDED 2

/* Somebody got a reference while the last one was being dropped. GObject looks at the count once more after dispose, so
 * the object lives on, unless that somebody lets go of it just before: then it ends without another dispose. */
#define IS_IN_DOUBT 4

void
eup_weak_init (EupWeak  *weak,
               gpointer  object)
{
  weak->object = object;
  weak->state = 0;
}

static gpointer
ref_unless_zero (GObject *object)
{
  int n;

  do
    {
      n = g_atomic_int_get ((int *) &object->ref_count);
      if (n == 0)
        return NULL;
    }
  while (!g_atomic_int_compare_and_exchange ((int *) &object->ref_count, n, n + 1));
  return object;
}

/* Before its dispose has had the lock, an object cannot reach the count of 0. */
gpointer
eup_weak_get (EupWeak *weak)
{
  gpointer object;

  g_bit_lock (&weak->state, LOCK_BIT);
  if (weak->state & IS_ENDED)
    object = NULL;
  else if (weak->state & IS_IN_DOUBT)
    object = ref_unless_zero (weak->object);
  else
    object = g_object_ref (weak->object);
  g_bit_unlock (&weak->state, LOCK_BIT);
  return object;
}

/* Also run by g_object_run_dispose(), of which the caller holds a reference. */
void
eup_weak_dispose (EupWeak *weak)
{
  if (weak->object == NULL)
    return;
  g_bit_lock (&weak->state, LOCK_BIT);
  g_atomic_int_or (&weak->state, g_atomic_int_get ((int *) &weak->object->ref_count) == 1 ? IS_ENDED : IS_IN_DOUBT);
  g_bit_unlock (&weak->state, LOCK_BIT);
}
