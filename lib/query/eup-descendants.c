/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-descendants.h"

/* The relations that lead upwards, and what type stands at their upper end. */
typedef struct
{
  EupTableKind upper;
  EupTableKind lower;
  guint        field;
} Step;

static const Step steps[] = {
  { EUP_TABLE_MANDATE, EUP_TABLE_PRIORITY, EUP_PRIORITY_MANDATE },
  { EUP_TABLE_PRIORITY, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY },
  { EUP_TABLE_PRIORITY, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PRIORITIES },
  { EUP_TABLE_OBJECTIVE, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES },
  { EUP_TABLE_INITIATIVE, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PARENT },
  { EUP_TABLE_INITIATIVE, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_FULFILS },
  { EUP_TABLE_ANY, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT },
  { EUP_TABLE_COMMISSIONER, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_LEADS },
  { EUP_TABLE_TOPIC, EUP_TABLE_TOPIC, EUP_TOPIC_BROADER },
  { EUP_TABLE_TOPIC, EUP_TABLE_MANDATE, EUP_FIELD_TOPICS },
  { EUP_TABLE_TOPIC, EUP_TABLE_PRIORITY, EUP_FIELD_TOPICS },
  { EUP_TABLE_TOPIC, EUP_TABLE_OBJECTIVE, EUP_FIELD_TOPICS },
  { EUP_TABLE_TOPIC, EUP_TABLE_INITIATIVE, EUP_FIELD_TOPICS },
  { EUP_TABLE_TOPIC, EUP_TABLE_MILESTONE, EUP_FIELD_TOPICS },
  { EUP_TABLE_TOPIC, EUP_TABLE_COMMISSIONER, EUP_FIELD_TOPICS },
  { EUP_TABLE_TOPIC, EUP_TABLE_TOPIC, EUP_FIELD_TOPICS },
};

/* Of what is only named nobody knows the type: all relations are followed. */
void
eup_descendants_add (EupStore     *store,
                     EupNumber     number,
                     EupNumberSet *set)
{
  EupTableKind table = EUP_TABLE_ANY;
  guint32 row;

  eup_store_home (store, number, &table, &row);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const EupNumber *lower;
      guint n;

      if (table != EUP_TABLE_ANY && steps[i].upper != EUP_TABLE_ANY && steps[i].upper != table)
        continue;
      lower = eup_store_reverse (store, steps[i].lower, steps[i].field, number, &n);
      for (guint j = 0; j < n; j++)
        eup_number_set_add (set, lower[j]);
    }
}

static void
add_beneath (EupStore     *store,
             EupNumberSet *set,
             EupWork      *work)
{
  for (guint i = 0; i < set->numbers->len && eup_work_add (work, EUP_DESCENDANT_COST); i++)
    eup_descendants_add (store, g_array_index (set->numbers, EupNumber, i), set);
}

EupNumberSet *
eup_descendants_new (EupStore  *store,
                     EupNumber  root,
                     EupWork   *work)
{
  EupNumberSet *set = eup_number_set_new (store->n_symbols);

  if (!eup_number_set_add (set, root))
    return set;
  add_beneath (store, set, work);

  set->bits[root / 64] &= ~(G_GUINT64_CONSTANT (1) << (root % 64));
  g_array_remove_index (set->numbers, 0);
  return set;
}

EupNumberSet *
eup_descendants_of_all (EupStore        *store,
                        const EupNumber *roots,
                        guint            n_roots,
                        EupWork         *work)
{
  EupNumberSet *set = eup_number_set_new (store->n_symbols);

  for (guint i = 0; i < n_roots && eup_work_add (work, EUP_DESCENDANT_COST); i++)
    eup_descendants_add (store, roots[i], set);
  add_beneath (store, set, work);
  return set;
}
