/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-affected.h"

#include "domain/eup-relations.h"

static void
add (EupRelation relation,
     EupNumber   owner,
     gpointer    set)
{
  eup_number_set_add (set, owner);
}

/* Queries see the relations of an entity and what stands beneath it, and through some relations the cells of others. */
static gboolean
add_event (EupStore       *store,
           const EupEvent *event,
           guint           max,
           EupNumberSet   *set)
{
  g_auto (EupNumbers) seeing;

  eup_numbers_init (&seeing);
  eup_number_set_add (set, event->number);
  if (!eup_relations_touched (store, event, EUP_N_QUERY_RELATIONS, max, add, set))
    return FALSE;
  for (guint i = EUP_RELATION_NONE + 1; i < EUP_N_QUERY_RELATIONS && seeing.n <= max; i++)
    eup_relation_seeing (store, i, event, max, &seeing);
  for (guint i = 0; i < seeing.n; i++)
    eup_number_set_add (set, seeing.items[i]);
  return seeing.n <= max;
}

/* A condition on one milestone is one on the entity that has it: what a milestone has of its subject, that entity has through it. */
static gboolean
add_owners_of_milestones (EupStore     *store,
                          guint         max,
                          EupNumberSet *set)
{
  guint n = set->numbers->len;

  for (guint i = 0; i < n && set->numbers->len <= max; i++)
    {
      EupNumber number = g_array_index (set->numbers, EupNumber, i);
      g_auto (EupNumbers) owners;

      eup_numbers_init (&owners);
      if (eup_store_row_in (store, number, EUP_TABLE_MILESTONE) == EUP_NO_ROW)
        continue;
      eup_relation_owners (store, EUP_RELATION_MILESTONES, number, &owners);
      for (guint j = 0; j < owners.n; j++)
        eup_number_set_add (set, owners.items[j]);
    }
  return set->numbers->len <= max;
}

EupNumberSet *
eup_affected_new (EupStore       *store,
                  const EupEvent *events,
                  guint           n_events,
                  guint           max)
{
  g_autoptr (EupNumberSet) set = eup_number_set_new (store->n_symbols);

  if (n_events > max)
    return NULL;
  for (guint i = 0; i < n_events; i++)
    if (!add_event (store, &events[i], max, set) || set->numbers->len > max)
      return NULL;
  return add_owners_of_milestones (store, max, set) ? g_steal_pointer (&set) : NULL;
}
