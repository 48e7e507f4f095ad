/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-affected.h"

#include "query/eup-descendants.h"
#include "query/eup-numbers.h"

typedef struct
{
  EupStore     *store;
  EupNumberSet *set;  /* the answer */
  EupNumberSet *down; /* those whose descendants belong to it too */
  guint         max;
} Walk;

/* What a cell refers to, in values as well. */
static void
add_targets (const EupStore     *store,
             const EupFieldSpec *spec,
             guint32             cell,
             EupNumbers         *targets)
{
  const guint32 *items;
  guint n;

  if (cell == 0)
    return;
  if (spec->kind == EUP_KIND_ONE)
    eup_numbers_add (targets, cell);
  if (spec->kind != EUP_KIND_MANY && spec->kind != EUP_KIND_VALUES)
    return;

  items = eup_store_list (store, cell, &n);
  for (guint i = 0; i < n; i++)
    {
      if (spec->kind == EUP_KIND_MANY)
        {
          eup_numbers_add (targets, items[i]);
          continue;
        }
      for (guint field = 0; field < eup_schema_table (spec->target)->n_fields; field++)
        {
          const EupFieldSpec *inner = eup_schema_field (spec->target, field);

          if (inner->kind == EUP_KIND_ONE || inner->kind == EUP_KIND_MANY)
            add_targets (store, inner, eup_store_get (store, spec->target, items[i], field), targets);
        }
    }
}

static void
add_targets_of_row (const EupStore *store,
                    EupTableKind    table,
                    guint32         row,
                    EupNumbers     *targets)
{
  for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
    {
      const EupFieldSpec *spec = eup_schema_field (table, field);

      if (spec->kind == EUP_KIND_ONE || spec->kind == EUP_KIND_MANY || spec->kind == EUP_KIND_VALUES)
        add_targets (store, spec, eup_store_get (store, table, row, field), targets);
    }
}

static void
add_beneath (Walk      *walk,
             EupNumber  number)
{
  eup_number_set_add (walk->set, number);
  eup_number_set_add (walk->down, number);
}

/* Upwards, along what an entity stands beneath: a priority counts the milestones of its initiatives. */
static void
add_above (Walk      *walk,
           EupNumber  number)
{
  g_auto (EupNumbers) chain;

  eup_numbers_init (&chain);
  eup_numbers_add (&chain, number);
  for (guint i = 0; i < chain.n; i++)
    {
      EupTableKind table;
      guint32 row;

      eup_number_set_add (walk->set, chain.items[i]);
      if (!eup_store_home (walk->store, chain.items[i], &table, &row))
        continue;
      for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
        {
          const EupFieldSpec *spec = eup_schema_field (table, field);

          if (spec->flags & EUP_FIELD_BENEATH)
            add_targets (walk->store, spec, eup_store_get (walk->store, table, row, field), &chain);
        }
    }
}

/* A milestone tells of its subject, and so of the subject's other milestones; if it makes another one finer, of that one's. */
static void
add_subjects (Walk             *walk,
              const EupNumbers *targets)
{
  for (guint i = 0; i < targets->n; i++)
    {
      guint32 row = eup_store_row_in (walk->store, targets->items[i], EUP_TABLE_MILESTONE);

      if (row != EUP_NO_ROW)
        {
          EupNumber subject = eup_store_get (walk->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT);

          add_above (walk, subject);
          eup_descendants_add (walk->store, subject, walk->set);
        }
      else if (eup_store_row_in (walk->store, targets->items[i], EUP_TABLE_TOPIC) == EUP_NO_ROW)
        eup_descendants_add (walk->store, targets->items[i], walk->set);
    }
}

/* Who is in charge of a priority is in charge of its objectives. */
static void
add_charges (Walk             *walk,
             EupNumber         commissioner,
             const EupNumbers *targets)
{
  guint n;
  const EupNumber *priorities = eup_store_reverse (walk->store, EUP_TABLE_PRIORITY, EUP_PRIORITY_IN_CHARGE, commissioner, &n);

  for (guint i = 0; i < n; i++)
    add_beneath (walk, priorities[i]);
  for (guint i = 0; i < targets->n; i++)
    if (eup_store_row_in (walk->store, targets->items[i], EUP_TABLE_PRIORITY) != EUP_NO_ROW)
      add_beneath (walk, targets->items[i]);
}

/* What merely names the entity may ask whether it is there. */
static void
add_sources (Walk      *walk,
             EupNumber  number)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
      {
        const EupFieldSpec *spec = eup_schema_field (table, field);
        const EupNumber *sources;
        guint n;

        if (spec->kind != EUP_KIND_ONE && spec->kind != EUP_KIND_MANY)
          continue;
        sources = eup_store_reverse (walk->store, table, field, number, &n);
        for (guint i = 0; i < n && walk->set->numbers->len <= walk->max; i++)
          eup_number_set_add (walk->set, sources[i]);
      }
}

static void
add_event (Walk           *walk,
           const EupEvent *event)
{
  EupStore *store = walk->store;
  g_auto (EupNumbers) targets;
  EupTableKind table = event->table;
  guint32 row = EUP_NO_ROW;

  eup_numbers_init (&targets);
  if (event->kind == EUP_EVENT_REMOVED)
    row = event->old_cell;
  else if (!eup_store_home (store, event->number, &table, &row))
    row = EUP_NO_ROW;
  if (event->kind == EUP_EVENT_CELL)
    {
      add_targets (store, eup_schema_field (event->table, event->field), event->old_cell, &targets);
      add_targets (store, eup_schema_field (event->table, event->field), event->new_cell, &targets);
    }
  if (row != EUP_NO_ROW)
    add_targets_of_row (store, table, row, &targets);

  add_beneath (walk, event->number);
  for (guint i = 0; i < targets.n; i++)
    add_above (walk, targets.items[i]);
  if (event->table == EUP_TABLE_MILESTONE)
    add_subjects (walk, &targets);
  if (event->table == EUP_TABLE_COMMISSIONER)
    add_charges (walk, event->number, &targets);
  if (event->kind == EUP_EVENT_ADDED || event->kind == EUP_EVENT_REMOVED)
    add_sources (walk, event->number);
}

EupNumberSet *
eup_affected_new (EupStore       *store,
                  const EupEvent *events,
                  guint           n_events,
                  guint           max)
{
  g_autoptr (EupNumberSet) set = eup_number_set_new (store->n_symbols);
  g_autoptr (EupNumberSet) down = eup_number_set_new (store->n_symbols);
  Walk walk = { store, set, down, max };

  if (n_events > max)
    return NULL;
  for (guint i = 0; i < n_events && set->numbers->len <= max; i++)
    add_event (&walk, &events[i]);
  for (guint i = 0; i < down->numbers->len && down->numbers->len <= max; i++)
    eup_descendants_add (store, g_array_index (down->numbers, EupNumber, i), down);
  for (guint i = 0; i < down->numbers->len && set->numbers->len <= max; i++)
    eup_number_set_add (set, g_array_index (down->numbers, EupNumber, i));
  return set->numbers->len > max ? NULL : g_steal_pointer (&set);
}
