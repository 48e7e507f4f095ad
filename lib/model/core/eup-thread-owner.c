/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-catalog.h>
#include <eupolicy/eup-entity.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-results.h>
#include <eupolicy/eup-thread.h>

#include "model/core/eup-thread-owner-private.h"

const char * const eup_no_strings[] = { NULL };

#ifndef HAVE_BUILTIN_THREAD_POINTER
__thread char eup_thread_variable;
#endif

static EupThread nobody;
static EupThread *unused_threads;
static GMutex unused_threads_lock;

static void
drop_thread (EupThread *thread)
{
  if (thread == &nobody || !g_atomic_ref_count_dec (&thread->ref_count))
    return;
  g_mutex_lock (&unused_threads_lock);
  thread->next = unused_threads;
  unused_threads = thread;
  g_mutex_unlock (&unused_threads_lock);
}

static void
end_thread (gpointer data)
{
  EupThread *thread = data;

  g_atomic_pointer_set (&thread->address, NULL);
  drop_thread (thread);
}

static GPrivate this_thread = G_PRIVATE_INIT (end_thread);

/* A reference on this thread. */
static EupThread *
ref_this_thread (void)
{
  EupThread *thread = g_private_get (&this_thread);

  if (thread == NULL)
    {
      g_mutex_lock (&unused_threads_lock);
      thread = unused_threads;
      if (thread != NULL)
        unused_threads = thread->next;
      g_mutex_unlock (&unused_threads_lock);
      if (thread == NULL)
        thread = g_new0 (EupThread, 1);
      g_atomic_ref_count_init (&thread->ref_count);
      g_atomic_pointer_set (&thread->address, EUP_THREAD_ADDRESS);
      g_private_set (&this_thread, thread);
    }
  g_atomic_ref_count_inc (&thread->ref_count);
  return thread;
}

EupThreadOwner *
eup_thread_owner_new (void)
{
  EupThreadOwner *owner = g_new (EupThreadOwner, 1);

  g_atomic_ref_count_init (&owner->ref_count);
  owner->thread = &nobody;
  return owner;
}

EupThreadOwner *
eup_thread_owner_ref (EupThreadOwner *owner)
{
  g_atomic_ref_count_inc (&owner->ref_count);
  return owner;
}

void
eup_thread_owner_unref (EupThreadOwner *owner)
{
  if (!g_atomic_ref_count_dec (&owner->ref_count))
    return;
  drop_thread (owner->thread);
  g_free (owner);
}

/* The owner, or NULL for what belongs to no thread. Of several threads that ask at once, one makes it. */
static EupThreadOwner *
ensure_owner (EupThreadOwned *owned)
{
  EupThreadOwner *owner = g_atomic_pointer_get (&owned->thread_owner);

  if (owner != NULL || !(EUP_IS_CATALOG (owned) || EUP_IS_ENTITY (owned)))
    return owner;
  owner = eup_thread_owner_new ();
  if (g_atomic_pointer_compare_and_exchange (&owned->thread_owner, NULL, owner))
    return owner;
  eup_thread_owner_unref (owner);
  return g_atomic_pointer_get (&owned->thread_owner);
}

gboolean
eup_thread_owned_claim (gpointer object)
{
  EupThreadOwner *owner = ensure_owner (object);
  EupThread *thread;

  if (owner == NULL || eup_thread_owner_is_this (owner))
    return TRUE;
  if (g_atomic_pointer_get (&owner->thread) != &nobody)
    return FALSE;
  thread = ref_this_thread ();
  if (g_atomic_pointer_compare_and_exchange (&owner->thread, &nobody, thread))
    return TRUE;
  drop_thread (thread);
  return FALSE;
}

void
eup_thread_owned_take (gpointer object)
{
  EupThreadOwner *owner = ensure_owner (object);

  if (!eup_thread_owner_is_this (owner))
    drop_thread (g_atomic_pointer_exchange (&owner->thread, ref_this_thread ()));
}

#define WRONG_THREAD                                                                                                  \
  "this %s belongs to another thread. A catalog, its entities, lists and results are used by one thread at a time; the " \
  "next one calls eup_catalog_take_thread() first, under a lock that all of them hold while they use it"

void
eup_critical_wrong_thread (const char *function,
                           gpointer    object)
{
  g_critical ("%s: " WRONG_THREAD, function, G_OBJECT_TYPE_NAME (object));
}

void
eup_set_wrong_thread_error (GError   **error,
                            gpointer   object)
{
  g_set_error (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_WRONG_THREAD, "Wrong thread: " WRONG_THREAD,
               G_OBJECT_TYPE_NAME (object));
}

/**
 * eup_thread_may_use:
 * @object: (type GObject.Object): an object
 *
 * Tells whether this thread may use an object of the library.
 *
 * A catalog belongs to the thread that first uses it after it was made, with its entities, lists and results; an entity that was
 * never in a catalog belongs to the thread that first uses it. To ask is a use: what belongs to no thread yet belongs to this one
 * afterwards. All other objects may be used in any thread: values, lists of values and queries never change.
 *
 * What a thread may not use refuses each call with a critical message. This function asks without one, so that a binding can
 * raise an exception.
 *
 * Returns: %TRUE if it may
 *
 * Since: 1.0
 */
gboolean
eup_thread_may_use (gpointer object)
{
  g_return_val_if_fail (G_IS_OBJECT (object), FALSE);

  if (EUP_IS_ENTITY (object) || EUP_IS_CATALOG (object) || EUP_IS_LIST (object) || EUP_IS_RESULTS (object))
    return eup_thread_owned_is_ours (object);
  return TRUE;
}
