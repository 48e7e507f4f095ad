/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <eupolicy/eup-errors.h>

G_BEGIN_DECLS

/* A thread that something belongs to, as long as it runs: the next thread may get the address of one that has ended.
 * The memory of these is never given back, only used again for other threads: others may look at it at any time. */
typedef struct _EupThread EupThread;

struct _EupThread
{
  gatomicrefcount ref_count;
  gpointer        address; /* NULL once it has ended */
  EupThread      *next;    /* of those that nothing refers to */
};

/* Whom a core belongs to, with all that holds the core. */
typedef struct
{
  gatomicrefcount ref_count;
  EupThread      *thread; /* that without an address, until somebody uses what belongs to the core */
} EupThreadOwner;

/* What catalogs, entities, lists and results begin with. Other threads may ask for the owner at any time, while an
 * entity goes from one core to another: it lives as long as the object. NULL for what is still without a core, and
 * for lists of values, which never change. */
typedef struct
{
  GObject         parent_instance;
  EupThreadOwner *thread_owner;
} EupThreadOwned;

EupThreadOwner *eup_thread_owner_new       (void);
EupThreadOwner *eup_thread_owner_ref       (EupThreadOwner *owner);
void            eup_thread_owner_unref     (EupThreadOwner *owner);

/* Makes this thread the owner if there is none; FALSE if it is another. */
gboolean        eup_thread_owned_claim     (gpointer        object);
/* Makes this thread the owner, whoever was. */
void            eup_thread_owned_take      (gpointer        object);

/* What getters of string arrays return in the wrong thread. */
extern const char * const eup_no_strings[] G_GNUC_INTERNAL;

void            eup_critical_wrong_thread  (const char     *function,
                                            gpointer        object);
void            eup_set_wrong_thread_error (GError        **error,
                                            gpointer        object);

/* Something that each thread has at an address of its own. A variable of the thread costs a call in a library. */
#ifdef HAVE_BUILTIN_THREAD_POINTER
#define EUP_THREAD_ADDRESS ((gpointer) __builtin_thread_pointer ())
#else
extern __thread char eup_thread_variable G_GNUC_INTERNAL;
#define EUP_THREAD_ADDRESS ((gpointer) &eup_thread_variable)
#endif

static inline gboolean
eup_thread_owner_is_this (EupThreadOwner *owner)
{
  EupThread *thread = g_atomic_pointer_get (&owner->thread);

  return g_atomic_pointer_get (&thread->address) == EUP_THREAD_ADDRESS;
}

/* Whether this thread may use the object. */
static inline gboolean
eup_thread_owned_is_ours (gpointer object)
{
  EupThreadOwner *owner = g_atomic_pointer_get (&((EupThreadOwned *) object)->thread_owner);

  return G_LIKELY (owner != NULL && eup_thread_owner_is_this (owner)) || eup_thread_owned_claim (object);
}

/* For the beginning of finalisers: what other threads did before they let go of the object came before. The thread
 * sanitizer does not see that in a GLib that is not built for it; tests/c/tsan-glib.c tells it the rest. */
#ifdef __SANITIZE_THREAD__
void __tsan_acquire (void *address);
#define EUP_AFTER_LAST_UNREF(object) __tsan_acquire (object)
#else
#define EUP_AFTER_LAST_UNREF(object) G_STMT_START {} G_STMT_END
#endif

/* For the beginning of whatever is public, as g_return_if_fail() is. */
#define eup_return_if_wrong_thread(object)            \
  G_STMT_START                                        \
  {                                                   \
    if (!eup_thread_owned_is_ours (object))                  \
      {                                               \
        eup_critical_wrong_thread (G_STRFUNC, object); \
        return;                                       \
      }                                               \
  }                                                   \
  G_STMT_END

#define eup_return_val_if_wrong_thread(object, value) \
  G_STMT_START                                        \
  {                                                   \
    if (!eup_thread_owned_is_ours (object))                  \
      {                                               \
        eup_critical_wrong_thread (G_STRFUNC, object); \
        return (value);                               \
      }                                               \
  }                                                   \
  G_STMT_END

#define eup_return_error_if_wrong_thread(object, value, error) \
  G_STMT_START                                                 \
  {                                                            \
    if (!eup_thread_owned_is_ours (object))                           \
      {                                                        \
        eup_critical_wrong_thread (G_STRFUNC, object);         \
        eup_set_wrong_thread_error (error, object);            \
        return (value);                                        \
      }                                                        \
  }                                                            \
  G_STMT_END

G_END_DECLS
