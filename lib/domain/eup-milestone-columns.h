/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* The columns of the milestones as plain arrays; what lies beyond their end is 0. */
typedef struct
{
  const guint32 *subject, *date, *moved;
  const guint8  *kind, *actor, *stated;
  guint32        n_subject, n_date, n_moved, n_kind, n_actor, n_stated;
} EupMilestoneColumns;

static inline const void *
eup_milestone_column_base (const EupStore *store,
             guint           field,
             guint32        *n)
{
  const EupColumn *column = eup_store_column (store, EUP_TABLE_MILESTONE, field);

  *n = column != NULL ? column->n : 0;
  return column != NULL ? column->base : NULL;
}

static inline void
eup_milestone_columns_init (EupMilestoneColumns *columns,
                        const EupStore   *store)
{
  columns->subject = eup_milestone_column_base (store, EUP_MILESTONE_SUBJECT, &columns->n_subject);
  columns->date = eup_milestone_column_base (store, EUP_MILESTONE_DATE, &columns->n_date);
  columns->moved = eup_milestone_column_base (store, EUP_MILESTONE_RESCHEDULED_TO, &columns->n_moved);
  columns->kind = eup_milestone_column_base (store, EUP_MILESTONE_KIND, &columns->n_kind);
  columns->actor = eup_milestone_column_base (store, EUP_MILESTONE_ACTOR, &columns->n_actor);
  columns->stated = eup_milestone_column_base (store, EUP_MILESTONE_STATE, &columns->n_stated);
}

#define EUP_AT(columns, field, row) ((row) < (columns)->n_##field ? (columns)->field[row] : 0)

G_END_DECLS
