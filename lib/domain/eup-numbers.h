/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include "store/eup-store.h"

G_BEGIN_DECLS

/* A few numbers, most often on the stack. */
typedef struct
{
  guint32 *items;
  guint    n;
  guint    cap;
  guint32  room[16];
} EupNumbers;

static inline void
eup_numbers_init (EupNumbers *numbers)
{
  numbers->items = numbers->room;
  numbers->n = 0;
  numbers->cap = G_N_ELEMENTS (numbers->room);
}

static inline void
eup_numbers_clear (EupNumbers *numbers)
{
  if (numbers->items != numbers->room)
    g_free (numbers->items);
  eup_numbers_init (numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupNumbers, eup_numbers_clear)

static inline void
eup_numbers_grow (EupNumbers *numbers,
                  guint       n)
{
  guint cap = MAX (numbers->cap * 2, n);
  guint32 *items = g_new (guint32, cap);

  memcpy (items, numbers->items, numbers->n * sizeof (guint32));
  if (numbers->items != numbers->room)
    g_free (numbers->items);
  numbers->items = items;
  numbers->cap = cap;
}

static inline void
eup_numbers_append (EupNumbers *numbers,
                    guint32     number)
{
  if (numbers->n == numbers->cap)
    eup_numbers_grow (numbers, 0);
  numbers->items[numbers->n++] = number;
}

static inline void
eup_numbers_append_all (EupNumbers    *numbers,
                        const guint32 *items,
                        guint          n)
{
  if (numbers->n + n > numbers->cap)
    eup_numbers_grow (numbers, numbers->n + n);
  for (guint i = 0; i < n; i++)
    numbers->items[numbers->n + i] = items[i];
  numbers->n += n;
}

static inline gboolean
eup_numbers_hold (const EupNumbers *numbers,
                  guint32           number)
{
  for (guint i = 0; i < numbers->n; i++)
    if (numbers->items[i] == number)
      return TRUE;
  return FALSE;
}

/* Keeps each number once, and 0 not at all. */
static inline void
eup_numbers_add (EupNumbers *numbers,
                 guint32     number)
{
  if (number != 0 && !eup_numbers_hold (numbers, number))
    eup_numbers_append (numbers, number);
}

G_END_DECLS
