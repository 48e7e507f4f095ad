/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "domain/eup-number-marks.h"
#include "domain/eup-numbers.h"

G_BEGIN_DECLS

/* Few numbers are soonest compared with each other. */
#define EUP_FEW_NUMBERS 16

/* The numbers from one on, each kept once. */
typedef struct
{
  const EupStore *store;
  EupNumbers     *numbers;
  guint           first;
  EupNumberMarks  marks;
} EupUniqueNumbers;

void eup_unique_numbers_clear (EupUniqueNumbers *unique);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupUniqueNumbers, eup_unique_numbers_clear)

/* Appends the number, unless it stands there already or is none. */
void eup_unique_numbers_add   (EupUniqueNumbers *unique,
                               EupNumber         number);

/* Keeps the first of each of the numbers from @first on. */
void eup_numbers_drop_doubles (const EupStore   *store,
                               EupNumbers       *numbers,
                               guint             first);

static inline gboolean
eup_numbers_hold_between (const EupNumbers *numbers,
                          guint             first,
                          guint             end,
                          EupNumber         number)
{
  for (guint i = first; i < end; i++)
    if (numbers->items[i] == number)
      return TRUE;
  return FALSE;
}

G_END_DECLS
