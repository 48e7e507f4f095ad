/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-number-set.h"

EupNumberSet *
eup_number_set_new (guint32 n_numbers)
{
  EupNumberSet *set = g_new0 (EupNumberSet, 1);

  g_atomic_ref_count_init (&set->ref_count);
  set->n_numbers = n_numbers;
  set->bits = g_new0 (guint64, n_numbers / 64 + 1);
  set->numbers = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  return set;
}

EupNumberSet *
eup_number_set_ref (EupNumberSet *set)
{
  g_atomic_ref_count_inc (&set->ref_count);
  return set;
}

void
eup_number_set_unref (EupNumberSet *set)
{
  if (!g_atomic_ref_count_dec (&set->ref_count))
    return;
  g_array_unref (set->numbers);
  g_free (set->bits);
  g_free (set);
}

gboolean
eup_number_set_add (EupNumberSet *set,
                    EupNumber     number)
{
  if (number == 0 || number >= set->n_numbers || eup_number_set_has (set, number))
    return FALSE;
  set->bits[number / 64] |= G_GUINT64_CONSTANT (1) << (number % 64);
  g_array_append_val (set->numbers, number);
  return TRUE;
}

void
eup_number_set_remove (EupNumberSet *set,
                       EupNumber     number)
{
  if (!eup_number_set_has (set, number))
    return;
  set->bits[number / 64] &= ~(G_GUINT64_CONSTANT (1) << (number % 64));
  for (guint i = 0; i < set->numbers->len; i++)
    if (g_array_index (set->numbers, EupNumber, i) == number)
      {
        g_array_remove_index (set->numbers, i);
        return;
      }
}
