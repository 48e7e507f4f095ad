/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-unique-numbers.h"

void
eup_unique_numbers_clear (EupUniqueNumbers *unique)
{
  eup_number_marks_clear (&unique->marks);
}

static void
mark_all (EupUniqueNumbers *unique,
          guint             n)
{
  eup_number_marks_clear (&unique->marks);
  eup_number_marks_init (&unique->marks, unique->store, n);
  for (guint i = 0; i < n; i++)
    eup_number_marks_add (&unique->marks, unique->numbers->items[unique->first + i]);
}

/* FALSE if the number stands there already, or is none; @n is how many stand there. */
static gboolean
is_new (EupUniqueNumbers *unique,
        guint             n,
        EupNumber         number)
{
  if (number == 0)
    return FALSE;
  if (n < EUP_FEW_NUMBERS)
    return !eup_numbers_hold_between (unique->numbers, unique->first, unique->first + n, number);
  if (unique->marks.bits == NULL && (unique->marks.few == NULL || n == MAX (EUP_FEW_NUMBERS, unique->store->n_symbols / 256)))
    mark_all (unique, n);
  return eup_number_marks_add (&unique->marks, number);
}

void
eup_unique_numbers_add (EupUniqueNumbers *unique,
                        EupNumber         number)
{
  if (is_new (unique, unique->numbers->n - unique->first, number))
    eup_numbers_append (unique->numbers, number);
}

static inline void
drop_few_doubles (EupNumbers *numbers,
                  guint       first)
{
  guint kept = first;

  for (guint i = first; i < numbers->n; i++)
    {
      EupNumber number = numbers->items[i];

      if (number != 0 && !eup_numbers_hold_between (numbers, first, kept, number))
        numbers->items[kept++] = number;
    }
  numbers->n = kept;
}

static void
drop_many_doubles (const EupStore *store,
                   EupNumbers     *numbers,
                   guint           first)
{
  g_auto (EupUniqueNumbers) unique = { store, numbers, first, { NULL, NULL } };
  guint kept = first;

  for (guint i = first; i < numbers->n; i++)
    if (is_new (&unique, kept - first, numbers->items[i]))
      numbers->items[kept++] = numbers->items[i];
  numbers->n = kept;
}

void
eup_numbers_drop_doubles (const EupStore *store,
                          EupNumbers     *numbers,
                          guint           first)
{
  if (numbers->n - first <= EUP_FEW_NUMBERS)
    drop_few_doubles (numbers, first);
  else
    drop_many_doubles (store, numbers, first);
}
