/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "words/eup-work.h"

gboolean
eup_work_ask (EupWork *work)
{
  work->is_cancelled = work->is_cancelled || !eup_work_is_wanted (work);
  work->next = work->is_cancelled ? 0 : work->done + EUP_WORK_LOOK;
  return !work->is_cancelled;
}
