/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define _GNU_SOURCE
#include <dlfcn.h>

#include <glib-object.h>

/* Tells the thread sanitizer what GLib, which is not built for it, promises: what was done under a mutex comes before
 * what is done under it next, what was done before something went into a queue comes before what is done after it came out,
 * and what was done to an object before a reference was dropped comes before its end. */

void __tsan_acquire (void *address);
void __tsan_release (void *address);

#define REAL(name) \
  static gpointer found = NULL; \
  __typeof__ (name) *real = (__typeof__ (name) *) g_atomic_pointer_get (&found); \
  if (real == NULL) \
    { \
      real = (__typeof__ (name) *) dlsym (RTLD_NEXT, #name); \
      g_atomic_pointer_set (&found, (gpointer) real); \
    }

void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock)
  real (mutex);
  __tsan_acquire (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  REAL (g_mutex_unlock)
  __tsan_release (mutex);
  real (mutex);
}

void
g_object_unref (gpointer object)
{
  REAL (g_object_unref)
  __tsan_release (object);
  real (object);
}

gboolean
(g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  gboolean is_last;

  REAL (g_atomic_ref_count_dec)
  __tsan_release ((gpointer) count);
  is_last = real (count);
  if (is_last)
    __tsan_acquire ((gpointer) count);
  return is_last;
}

void
g_async_queue_push (GAsyncQueue *queue,
                    gpointer     data)
{
  REAL (g_async_queue_push)
  __tsan_release (queue);
  real (queue, data);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  gpointer data;

  REAL (g_async_queue_pop)
  data = real (queue);
  __tsan_acquire (queue);
  return data;
}
