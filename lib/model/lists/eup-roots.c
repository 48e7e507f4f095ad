/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/lists/eup-roots.h"
#include "model/lists/eup-rows.h"

/* Of one table, or of all with EUP_TABLE_ANY. */
void
eup_roots_init (EupRoots     *roots,
                EupCore      *core,
                EupTableKind  table)
{
  roots->core = core;
  roots->first = table == EUP_TABLE_ANY ? 0 : table;
  roots->n_tables = table == EUP_TABLE_ANY ? EUP_N_ENTITY_TABLES : 1;
  for (guint i = 0; i < roots->n_tables; i++)
    roots->segments[i] = (EupSegment) { eup_store_n_rows (core->store, roots->first + i), NULL };
}

void
eup_roots_clear (EupRoots *roots)
{
  for (guint i = 0; i < roots->n_tables; i++)
    g_clear_pointer (&roots->segments[i].removed, g_array_unref);
}

/* How many rows before that one are still there. */
static guint32
n_alive_before (EupStore     *store,
                EupTableKind  table,
                guint32       row)
{
  if (row >= eup_store_n_rows (store, table))
    return eup_store_n_alive (store, table);
  return eup_store_position_of (store, table, row);
}

static guint
n_removed (const EupSegment *segment)
{
  return segment->removed == NULL ? 0 : segment->removed->len;
}

static guint
segment_size (EupRoots *roots,
              guint     nth)
{
  EupSegment *segment = &roots->segments[nth];

  return n_alive_before (roots->core->store, roots->first + nth, segment->n_rows) + n_removed (segment);
}

guint
eup_roots_get_n_items (EupRoots *roots)
{
  guint n = 0;

  for (guint i = 0; i < roots->n_tables; i++)
    n += segment_size (roots, i);
  return n;
}

/* The place that a removed row still has. */
static guint
place_of_removed (EupRoots *roots,
                  guint     nth,
                  guint     i)
{
  guint32 row = g_array_index (roots->segments[nth].removed, EupRemovedRow, i).row;

  return n_alive_before (roots->core->store, roots->first + nth, row) + i;
}

static EupEntity *
dup_segment_item (EupRoots *roots,
                  guint     nth,
                  guint     position)
{
  EupSegment *segment = &roots->segments[nth];
  EupStore *store = roots->core->store;
  guint low = 0, high = n_removed (segment);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (place_of_removed (roots, nth, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < n_removed (segment) && place_of_removed (roots, nth, low) == position)
    return eup_core_dup_item (roots->core, g_array_index (segment->removed, EupRemovedRow, low).number, 0);

  return eup_core_dup_entity (roots->core,
                              eup_store_number_of (store, roots->first + nth,
                                                   eup_store_row_at (store, roots->first + nth, position - low)));
}

EupEntity *
eup_roots_dup_item (EupRoots *roots,
                    guint     position)
{
  for (guint i = 0; i < roots->n_tables; i++)
    {
      guint size = segment_size (roots, i);

      if (position < size)
        return dup_segment_item (roots, i, position);
      position -= size;
    }
  return NULL;
}

static guint
base_of (EupRoots *roots,
         guint     nth)
{
  guint base = 0;

  for (guint i = 0; i < nth; i++)
    base += segment_size (roots, i);
  return base;
}

/* Removed rows below that one. */
static guint
n_removed_below (const EupSegment *segment,
                 guint32           row)
{
  guint low = 0, high = n_removed (segment);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (segment->removed, EupRemovedRow, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
eup_roots_position_of (EupRoots  *roots,
                       EupNumber  number)
{
  EupTableKind table;
  guint32 row;
  EupSegment *segment;

  if (!eup_store_home (roots->core->store, number, &table, &row)
      || table < roots->first || table >= roots->first + roots->n_tables)
    return G_MAXUINT;
  segment = &roots->segments[table - roots->first];
  if (row >= segment->n_rows)
    return G_MAXUINT;
  return base_of (roots, table - roots->first) + n_alive_before (roots->core->store, table, row)
         + n_removed_below (segment, row);
}

gboolean
eup_roots_event (EupRoots       *roots,
                 const EupEvent *event)
{
  EupSegment *segment;
  EupRemovedRow removed = { event->old_cell, event->number };

  if ((event->kind != EUP_EVENT_ADDED && event->kind != EUP_EVENT_REMOVED)
      || event->table < roots->first || event->table >= roots->first + roots->n_tables)
    return FALSE;
  segment = &roots->segments[event->table - roots->first];
  if (event->kind == EUP_EVENT_ADDED)
    return TRUE;
  if (event->old_cell >= segment->n_rows)
    return FALSE;

  if (segment->removed == NULL)
    segment->removed = g_array_new (FALSE, FALSE, sizeof (EupRemovedRow));
  g_array_insert_val (segment->removed, n_removed_below (segment, removed.row), removed);
  return TRUE;
}

/* Lets go of the last run of removed rows that stand next to each other. Handlers may edit: nothing is remembered
 * from one emission to the next. */
static void
announce_removed (EupRoots   *roots,
                  guint       nth,
                  GListModel *owner,
                  GParamSpec *n_items)
{
  EupSegment *segment = &roots->segments[nth];

  while (n_removed (segment) > 0)
    {
      guint n = n_removed (segment), begin = n - 1;
      guint place = place_of_removed (roots, nth, begin);

      while (begin > 0 && place_of_removed (roots, nth, begin - 1) + 1 == place)
        {
          begin--;
          place--;
        }
      place += base_of (roots, nth);
      g_array_set_size (segment->removed, begin);
      eup_rows_emit (owner, n_items, place, n - begin, 0);
    }
  g_clear_pointer (&segment->removed, g_array_unref);
}

void
eup_roots_announce (EupRoots   *roots,
                    GListModel *owner,
                    GParamSpec *n_items)
{
  EupStore *store = roots->core->store;

  for (guint i = 0; i < roots->n_tables; i++)
    {
      EupSegment *segment = &roots->segments[i];
      guint old_size, size;

      announce_removed (roots, i, owner, n_items);
      old_size = segment_size (roots, i);
      segment->n_rows = eup_store_n_rows (store, roots->first + i);
      size = segment_size (roots, i);
      if (size > old_size)
        eup_rows_emit (owner, n_items, base_of (roots, i) + old_size, 0, size - old_size);
    }
}
