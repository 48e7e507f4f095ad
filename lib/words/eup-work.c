/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "words/eup-work.h"

void
eup_work_begin (EupWork      *work,
                GCancellable *cancellable)
{
  *work = (EupWork) { 0, EUP_WORK_LOOK, cancellable, FALSE };
  eup_work_look (work);
}

gboolean
eup_work_look (EupWork *work)
{
  work->is_cancelled = work->is_cancelled || !eup_work_is_wanted (work);
  if (!work->is_cancelled)
    work->next = work->done + EUP_WORK_LOOK;
  else
    work->next = 0;
  return !work->is_cancelled;
}
