/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "domain/eup-number-marks.h"
#include "model/lists/eup-order.h"
#include "values/eup-date-cell.h"

/* What decides the place of an entity in a list. */
typedef struct
{
  EupNumber   number;
  guint32     key;
  const char *text;
  char       *owned;
} SortKey;

typedef struct
{
  EupCore  *core;
  EupOrder  order;
} Sorter;

static void
clear_key (gpointer key)
{
  g_free (((SortKey *) key)->owned);
}

/* Those without a position or a date come last. */
static guint32
number_key (EupStore     *store,
            EupOrder      order,
            EupTableKind  table,
            guint32       row)
{
  int field = eup_order_field (order, table);
  guint32 cell = field < 0 ? 0 : eup_store_get (store, table, row, field);

  if (order == EUP_ORDER_BY_DATE)
    cell &= ~EUP_DATE_CELL_SPELLING_MASK;
  return cell == 0 ? G_MAXUINT32 : cell;
}

static void
make_key (const Sorter *sorter,
          EupNumber     number,
          SortKey      *key)
{
  EupStore *store = sorter->core->store;
  EupTableKind table;
  guint32 row;

  *key = (SortKey) { number, 0, NULL, NULL };
  if (!eup_store_home (store, number, &table, &row))
    {
      key->key = G_MAXUINT32;
      return;
    }
  if (sorter->order == EUP_ORDER_BY_POSITION || sorter->order == EUP_ORDER_BY_DATE)
    {
      key->key = number_key (store, sorter->order, table, row);
      return;
    }

  if (sorter->order == EUP_ORDER_BY_FAMILY_NAME)
    key->text = eup_store_string (store, eup_store_get (store, table, row, eup_order_field (sorter->order, table)));
  else
    key->text = eup_core_best_text (sorter->core, eup_store_get (store, table, row, eup_order_field (sorter->order, table)));
  if (key->text == NULL && table == EUP_TABLE_COMMISSIONER)
    key->text = key->owned = eup_core_dup_full_name (sorter->core, number);
  if (key->text == NULL)
    key->text = eup_store_id (store, number);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const SortKey *x = a, *y = b;
  const Sorter *sorter = data;
  EupStore *store = sorter->core->store;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->text != NULL && y->text != NULL)
    {
      int order = eup_collator_compare (eup_core_get_collator (sorter->core), x->text, y->text);

      if (order != 0)
        return order;
    }
  return g_strcmp0 (eup_store_id (store, x->number), eup_store_id (store, y->number));
}

static GArray *
make_keys (const Sorter    *sorter,
           const EupNumber *numbers,
           guint            n)
{
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (SortKey), n);

  g_array_set_clear_func (keys, clear_key);
  g_array_set_size (keys, n);
  for (guint i = 0; i < n; i++)
    make_key (sorter, numbers[i], &g_array_index (keys, SortKey, i));
  return keys;
}

static gboolean
is_dirty (EupCore   *core,
          EupNumber  number)
{
  return core->dirty != NULL && g_hash_table_contains (core->dirty, GUINT_TO_POINTER (number));
}

/* The place of the key among numbers that are in order already. */
static guint
find_place (const Sorter  *sorter,
            const SortKey *key,
            GArray        *ordered)
{
  guint low = 0, high = ordered->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      SortKey other;

      make_key (sorter, g_array_index (ordered, EupNumber, middle), &other);
      if (compare_keys (&other, key, (gpointer) sorter) < 0)
        low = middle + 1;
      else
        high = middle;
      clear_key (&other);
    }
  return low;
}

/* Long lists of titles: those whose place cannot have changed keep their order, the others are looked up. */
static void
merge_sort (const Sorter    *sorter,
            GArray          *numbers,
            const EupNumber *known,
            guint            n_known)
{
  g_auto (EupNumberMarks) members = { NULL, NULL };
  g_autoptr (GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (EupNumber), numbers->len);
  g_autoptr (GArray) keys = NULL;
  g_autofree guint *places = NULL;
  guint next = 0;

  eup_number_marks_init (&members, sorter->core->store, numbers->len);
  for (guint i = 0; i < numbers->len; i++)
    eup_number_marks_add (&members, g_array_index (numbers, EupNumber, i));
  for (guint i = 0; i < n_known; i++)
    if (!is_dirty (sorter->core, known[i]) && eup_number_marks_remove (&members, known[i]))
      g_array_append_val (ordered, known[i]);

  for (guint i = 0; i < numbers->len; i++)
    if (eup_number_marks_has (&members, g_array_index (numbers, EupNumber, i)))
      g_array_index (numbers, EupNumber, next++) = g_array_index (numbers, EupNumber, i);
  keys = make_keys (sorter, (EupNumber *) numbers->data, next);
  g_array_sort_with_data (keys, compare_keys, (gpointer) sorter);
  places = g_new (guint, MAX (keys->len, 1));
  for (guint i = 0; i < keys->len; i++)
    places[i] = find_place (sorter, &g_array_index (keys, SortKey, i), ordered);

  g_array_set_size (numbers, 0);
  next = 0;
  for (guint i = 0; i <= ordered->len; i++)
    {
      while (next < keys->len && places[next] == i)
        {
          EupNumber number = g_array_index (keys, SortKey, next++).number;

          g_array_append_val (numbers, number);
        }
      if (i < ordered->len)
        g_array_append_val (numbers, g_array_index (ordered, EupNumber, i));
    }
}

void
eup_core_collect (EupCore     *core,
                  EupRelation  relation,
                  EupNumber    owner,
                  GArray      *numbers)
{
  g_auto (EupNumbers) found;

  eup_numbers_init (&found);
  /* Nothing else is in the store of an entity that belongs to no catalog. */
  if (core->detached)
    return;
  eup_relation_collect (core->store, relation, owner, &found);
  if (found.n > 0)
    g_array_append_vals (numbers, found.items, found.n);
}

void
eup_core_sort (EupCore         *core,
               EupRelation      relation,
               EupNumber        owner,
               GArray          *numbers,
               const EupNumber *known,
               guint            n_known)
{
  Sorter sorter = { core, eup_relation_order (core->store, relation, owner) };
  g_autoptr (GArray) keys = NULL;

  if (sorter.order == EUP_ORDER_AS_STATED || numbers->len < 2)
    return;
  if (sorter.order == EUP_ORDER_BY_TITLE && known != NULL && n_known > 32)
    {
      merge_sort (&sorter, numbers, known, n_known);
      return;
    }

  keys = make_keys (&sorter, (EupNumber *) numbers->data, numbers->len);
  g_array_sort_with_data (keys, compare_keys, &sorter);
  for (guint i = 0; i < numbers->len; i++)
    g_array_index (numbers, EupNumber, i) = g_array_index (keys, SortKey, i).number;
}
