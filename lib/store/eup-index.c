/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"
#include "values/eup-debug.h"

/* The other side of a relation: an immutable base, built in one pass when it is first asked for, and an overlay of
 * the lists that were edited since. */
typedef struct
{
  guint32     n_keys; /* the base knows the numbers below */
  guint32    *begin;
  EupNumber  *items;
  GHashTable *overlay; /* EupNumber -> GArray of EupNumber; NULL until the first edit */
} Reverse;

struct _EupIndexes
{
  Reverse *reverse[EUP_N_TABLES][EUP_MAX_FIELDS];
};

static void
reverse_free (Reverse *reverse)
{
  if (reverse == NULL)
    return;
  g_clear_pointer (&reverse->overlay, g_hash_table_unref);
  g_free (reverse->begin);
  g_free (reverse->items);
  g_free (reverse);
}

void
eup_indexes_free (EupIndexes *indexes)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < EUP_MAX_FIELDS; field++)
      reverse_free (indexes->reverse[table][field]);
  g_free (indexes);
}

/* Where the values of a table stand: terms are the only ones that hold relations. */
gboolean
eup_indexes_find_owner (EupTableKind  values,
                        EupTableKind *table,
                        guint        *field)
{
  for (guint t = 0; t < EUP_N_ENTITY_TABLES; t++)
    for (guint f = 0; f < eup_schema_table (t)->n_fields; f++)
      {
        const EupFieldSpec *spec = eup_schema_field (t, f);

        if (spec->kind == EUP_KIND_VALUES && spec->target == values)
          {
            *table = t;
            *field = f;
            return TRUE;
          }
      }
  return FALSE;
}

static void
add_key (GArray    *keys,
         EupNumber  key)
{
  if (key == 0)
    return;
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, EupNumber, i) == key)
      return;
  g_array_append_val (keys, key);
}

static void
collect_keys (const EupStore     *store,
              const EupFieldSpec *spec,
              guint32             cell,
              GArray             *keys)
{
  const EupNumber *items;
  guint n;

  if (spec->kind == EUP_KIND_ONE)
    {
      add_key (keys, cell);
      return;
    }
  items = eup_store_list (store, cell, &n);
  for (guint i = 0; i < n; i++)
    add_key (keys, items[i]);
}

/* The numbers that an entity's cell refers to, each once; inner is the field of the values if the cell holds such. */
static void
collect (const EupStore *store,
         EupTableKind    table,
         guint           field,
         int             inner,
         guint32         cell,
         GArray         *keys)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  const guint32 *rows;
  guint n;

  g_array_set_size (keys, 0);
  if (inner < 0)
    {
      collect_keys (store, spec, cell, keys);
      return;
    }
  rows = eup_store_list (store, cell, &n);
  for (guint i = 0; i < n; i++)
    collect_keys (store, eup_schema_field (spec->target, inner),
                  eup_store_get (store, spec->target, rows[i], inner), keys);
}

typedef void (*VisitFunc) (Reverse   *reverse,
                           EupNumber  key,
                           EupNumber  item);

static void
count_key (Reverse   *reverse,
           EupNumber  key,
           EupNumber  item)
{
  reverse->begin[key + 1]++;
}

/* begin[key] runs ahead while the items are laid down, and stands at the next key's begin in the end. */
static void
place_key (Reverse   *reverse,
           EupNumber  key,
           EupNumber  item)
{
  reverse->items[reverse->begin[key]++] = item;
}

static void
visit_all (const EupStore *store,
           EupTableKind    table,
           guint           field,
           int             inner,
           Reverse        *reverse,
           VisitFunc       visit)
{
  const EupColumn *column = eup_store_column (store, table, field);
  gboolean is_one = inner < 0 && eup_schema_field (table, field)->kind == EUP_KIND_ONE;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  if (column == NULL)
    return;
  for (guint32 row = 0; row < column->n; row++)
    {
      guint32 cell = ((const guint32 *) column->base)[row];
      EupNumber number;

      if (cell == 0 || !eup_store_is_alive (store, table, row))
        continue;
      number = eup_store_number_of (store, table, row);
      if (is_one)
        {
          visit (reverse, cell, number);
          continue;
        }
      collect (store, table, field, inner, cell, keys);
      for (guint i = 0; i < keys->len; i++)
        visit (reverse, g_array_index (keys, EupNumber, i), number);
    }
}

static Reverse *
build (const EupStore *store,
       EupTableKind    table,
       guint           field)
{
  Reverse *reverse = g_new0 (Reverse, 1);
  EupTableKind owner = table;
  guint owner_field = field;
  int inner = -1;

  reverse->n_keys = store->n_symbols;
  reverse->begin = g_new0 (guint32, reverse->n_keys + 2);
  if (table >= EUP_N_ENTITY_TABLES)
    {
      if (!eup_indexes_find_owner (table, &owner, &owner_field))
        return reverse;
      inner = field;
    }

  visit_all (store, owner, owner_field, inner, reverse, count_key);
  for (guint32 i = 0; i < reverse->n_keys; i++)
    reverse->begin[i + 1] += reverse->begin[i];
  reverse->items = g_new (EupNumber, MAX (reverse->begin[reverse->n_keys], 1));

  visit_all (store, owner, owner_field, inner, reverse, place_key);
  memmove (reverse->begin + 1, reverse->begin, reverse->n_keys * sizeof (guint32));
  reverse->begin[0] = 0;
  return reverse;
}

static void
print_built (const Reverse *reverse,
             EupTableKind   table,
             guint          field,
             gint64         begin)
{
  guint32 n = reverse->begin[reverse->n_keys];

  eup_debug_print (EUP_DEBUG_INDEX, "built what %s.%s leads to, backwards: %u entries, %" G_GSIZE_FORMAT " bytes, %.3f ms",
                   eup_schema_table (table)->key, eup_schema_field (table, field)->name, n,
                   ((gsize) reverse->n_keys + 1 + n) * sizeof (guint32), eup_debug_milliseconds (begin));
}

static Reverse *
ensure_reverse (EupStore     *store,
                EupTableKind  table,
                guint         field)
{
  Reverse **reverse;

  if (store->indexes == NULL)
    store->indexes = g_new0 (EupIndexes, 1);
  reverse = &store->indexes->reverse[table][field];
  if (*reverse == NULL)
    {
      gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);

      *reverse = build (store, table, field);
      if (begin != 0)
        print_built (*reverse, table, field, begin);
    }
  return *reverse;
}

const EupNumber *
eup_store_reverse (EupStore     *store,
                   EupTableKind  table,
                   guint         field,
                   EupNumber     key,
                   guint        *n)
{
  Reverse *reverse = ensure_reverse (store, table, field);
  GArray *edited;

  if (reverse->overlay != NULL
      && (edited = g_hash_table_lookup (reverse->overlay, GUINT_TO_POINTER (key))) != NULL)
    {
      *n = edited->len;
      return (const EupNumber *) edited->data;
    }
  if (key >= reverse->n_keys)
    {
      *n = 0;
      return NULL;
    }
  *n = reverse->begin[key + 1] - reverse->begin[key];
  return reverse->items + reverse->begin[key];
}

static GArray *
ensure_overlay (Reverse   *reverse,
                EupNumber  key)
{
  GArray *list;

  if (reverse->overlay == NULL)
    reverse->overlay = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  list = g_hash_table_lookup (reverse->overlay, GUINT_TO_POINTER (key));
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (EupNumber));
      if (key < reverse->n_keys)
        g_array_append_vals (list, reverse->items + reverse->begin[key],
                             reverse->begin[key + 1] - reverse->begin[key]);
      g_hash_table_insert (reverse->overlay, GUINT_TO_POINTER (key), list);
    }
  return list;
}

static gboolean
array_holds (GArray    *array,
             EupNumber  number,
             guint     *at)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, EupNumber, i) == number)
      {
        *at = i;
        return TRUE;
      }
  return FALSE;
}

static void
move_keys (Reverse   *reverse,
           GArray    *old_keys,
           GArray    *new_keys,
           EupNumber  number)
{
  guint at;

  for (guint i = 0; i < old_keys->len; i++)
    {
      EupNumber key = g_array_index (old_keys, EupNumber, i);

      if (!array_holds (new_keys, key, &at))
        {
          GArray *list = ensure_overlay (reverse, key);

          if (array_holds (list, number, &at))
            g_array_remove_index (list, at);
        }
    }
  for (guint i = 0; i < new_keys->len; i++)
    {
      EupNumber key = g_array_index (new_keys, EupNumber, i);

      if (!array_holds (old_keys, key, &at))
        g_array_append_val (ensure_overlay (reverse, key), number);
    }
}

static void
update_reverse (EupStore     *store,
                Reverse      *reverse,
                EupTableKind  table,
                guint         field,
                int           inner,
                EupNumber     number,
                guint32       old,
                guint32       new)
{
  g_autoptr (GArray) old_keys = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  g_autoptr (GArray) new_keys = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  collect (store, table, field, inner, old, old_keys);
  collect (store, table, field, inner, new, new_keys);
  move_keys (reverse, old_keys, new_keys, number);
}

/* Tells the indexes that the entity's cell is another one. */
void
eup_indexes_cell_changed (EupStore     *store,
                          EupTableKind  table,
                          guint         field,
                          EupNumber     number,
                          guint32       old,
                          guint32       new)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  EupIndexes *indexes = store->indexes;

  if (indexes == NULL)
    return;
  if ((spec->kind == EUP_KIND_ONE || spec->kind == EUP_KIND_MANY) && indexes->reverse[table][field] != NULL)
    update_reverse (store, indexes->reverse[table][field], table, field, -1, number, old, new);
  if (spec->kind == EUP_KIND_VALUES)
    {
      for (guint inner = 0; inner < eup_schema_table (spec->target)->n_fields; inner++)
        if (indexes->reverse[spec->target][inner] != NULL)
          update_reverse (store, indexes->reverse[spec->target][inner], table, field, inner, number, old, new);
    }
}
