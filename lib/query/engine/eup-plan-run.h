/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-plan.h"

G_BEGIN_DECLS

/* Where the answers of a run go: none are kept when they are only counted. */
typedef struct
{
  EupPlan       *plan;
  EupTablePlan  *table;
  GArray        *rows;
  guint64        n;
  guint64        want;
  gboolean       any_changed;
  gboolean       as_numbers;   /* the array gets numbers instead of rows */
  const guint32 *ranked;       /* rows by rank; NULL: they are the same */
  guint          room;         /* for so many ranks to wait */
  guint          n_pending;
  guint32        pending[192]; /* ranks that bits and lists let through, to be looked at together */
} EupRun;

void     eup_run_init             (EupRun             *run,
                                   EupPlan            *plan,
                                   EupTablePlan       *table,
                                   GArray             *rows,
                                   guint64             want);
void     eup_run_ranks            (EupRun             *run,
                                   gboolean            descending);
void     eup_run_ids              (EupRun             *run);
void     eup_run_changed          (EupRun             *run);
guint64  eup_plan_visit           (EupPlan            *plan,
                                   EupTablePlan       *table,
                                   GArray             *rows);
gboolean eup_table_plan_is_ranked (const EupTablePlan *table);

/* Whether all of its list and nothing else fits. */
gboolean eup_plan_is_plain_list   (const EupPlan      *plan,
                                   const EupTablePlan *table);

G_END_DECLS
