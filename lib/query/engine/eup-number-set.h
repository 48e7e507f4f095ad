/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* Many numbers: a bit for each, and all of them in the order in which they came. */
typedef struct
{
  gatomicrefcount ref_count;
  guint64        *bits;
  guint32         n_numbers; /* that there are bits for */
  GArray         *numbers;   /* of EupNumber */
} EupNumberSet;

EupNumberSet *eup_number_set_new   (guint32       n_numbers);
EupNumberSet *eup_number_set_ref   (EupNumberSet *set);
void          eup_number_set_unref (EupNumberSet *set);

/* FALSE if it was there already, or is none. */
gboolean      eup_number_set_add   (EupNumberSet *set,
                                    EupNumber     number);

void          eup_number_set_remove (EupNumberSet *set,
                                     EupNumber     number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupNumberSet, eup_number_set_unref)

static inline gboolean
eup_number_set_has (const EupNumberSet *set,
                    EupNumber           number)
{
  return number < set->n_numbers && (set->bits[number / 64] >> (number % 64) & 1);
}

G_END_DECLS
