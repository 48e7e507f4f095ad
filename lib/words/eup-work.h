/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What answering a question has done so far, in units of at most half a nanosecond: a byte of text is two. It is
 * counted by what is done and not by the clock, so that it is the same each time. Whoever counts sees whether the answer is still wanted,
 * and ends his loop where it is not; what he leaves behind need not be right, but must not be kept. */

typedef struct
{
  guint64       done;
  guint64       next;         /* where the cancellable is looked at again */
  GCancellable *cancellable;  /* nullable, borrowed */
  gboolean      is_cancelled; /* it was seen to be */
} EupWork;

#define EUP_WORK_LOOK 200000

/* Looks at the cancellable. */
gboolean eup_work_ask   (EupWork      *work);

/* For other threads, which count nothing. */
static inline gboolean
eup_work_is_wanted (const EupWork *work)
{
  return work->cancellable == NULL || !g_cancellable_is_cancelled (work->cancellable);
}

static inline gboolean
eup_work_look (EupWork *work)
{
  return !work->is_cancelled && (work->cancellable == NULL || eup_work_ask (work));
}

static inline void
eup_work_begin (EupWork      *work,
                GCancellable *cancellable)
{
  *work = (EupWork) { 0, cancellable == NULL ? G_MAXUINT64 : EUP_WORK_LOOK, cancellable, FALSE };
  eup_work_look (work);
}

/* FALSE if the answer is no longer wanted. */
static inline gboolean
eup_work_add (EupWork *work,
              guint64  units)
{
  work->done += units;
  return work->done < work->next || eup_work_ask (work);
}

G_END_DECLS
