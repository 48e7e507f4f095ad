/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "words/eup-workers.h"

void
eup_workers_run (GThreadFunc     func,
                 gpointer const *workers,
                 guint           n_workers)
{
  g_autofree GThread **threads = g_new0 (GThread *, MAX (n_workers, 1));

  for (guint i = 1; i < n_workers; i++)
    threads[i] = g_thread_try_new ("eupolicy-words", func, workers[i], NULL);
  for (guint i = 0; i < n_workers; i++)
    if (threads[i] == NULL)
      func (workers[i]);
  for (guint i = 0; i < n_workers; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}
