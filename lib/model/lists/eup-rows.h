/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "store/eup-store.h"

G_BEGIN_DECLS

/* The rows that a list has announced: entity numbers, each at most once. */
typedef struct
{
  EupNumber *numbers;
  guint      n;
  guint      cap;
} EupRows;

void  eup_rows_clear       (EupRows         *rows);
/* Empties the array. */
void  eup_rows_steal        (EupRows         *rows,
                            GArray          *numbers);
/* G_MAXUINT if it is not among them. */
guint eup_rows_position_of (const EupRows   *rows,
                            EupNumber        number);

/* Makes the rows those given by the fewest splices, each of which is made and then emitted at once: a run of changes
 * is one, a move two. Numbers for which renewed (nullable) has an entry stand for another object than before.
 * n_items is notified when it changes. */
void  eup_rows_update      (EupRows         *rows,
                            const EupNumber *fresh,
                            guint            n,
                            GHashTable      *renewed,
                            GListModel      *owner,
                            GParamSpec      *n_items);

/* Emits a change of a model, after it was made. */
void  eup_rows_emit        (GListModel      *owner,
                            GParamSpec      *n_items,
                            guint            position,
                            guint            removed,
                            guint            added);

G_END_DECLS
