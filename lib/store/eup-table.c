/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"

#define BLOCK_ROWS 512
#define BLOCK_WORDS (BLOCK_ROWS / 64)

static EupTable *
ensure_table (EupStore     *store,
              EupTableKind  table)
{
  if (store->tables[table] == NULL)
    store->tables[table] = g_new0 (EupTable, 1);
  return store->tables[table];
}

static void
reserve_rows (EupTable *t,
              gboolean  with_numbers)
{
  if (t->n_rows < t->cap)
    return;
  t->cap = t->cap == 0 ? 1 : t->cap * 2;
  if (with_numbers)
    t->numbers = g_renew (EupNumber, t->numbers, t->cap);
  if (t->alive != NULL)
    {
      gsize n_words = (t->n_rows + 63) / 64, n_new = (t->cap + 63) / 64;

      t->alive = g_renew (guint64, t->alive, n_new);
      memset (t->alive + n_words, 0, (n_new - n_words) * sizeof (guint64));
    }
}

/* Appends a row for the entity, which gets its home there; with 0 it waits for eup_store_give_number(). */
guint32
eup_store_add_row (EupStore     *store,
                   EupTableKind  table,
                   EupNumber     number)
{
  EupTable *t = ensure_table (store, table);
  guint32 row = t->n_rows;

  reserve_rows (t, TRUE);
  t->numbers[row] = number;
  t->n_rows++;
  t->n_alive++;
  if (t->alive != NULL)
    {
      t->alive[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
      g_clear_pointer (&t->prefix, g_free);
    }
  if (number != 0)
    store->symbols[number].home = (guint32) table << 28 | row;
  return row;
}

/* Says whose row it is that was added for nobody. */
void
eup_store_give_number (EupStore     *store,
                       EupTableKind  table,
                       guint32       row,
                       EupNumber     number)
{
  store->tables[table]->numbers[row] = number;
  store->symbols[number].home = (guint32) table << 28 | row;
}

guint32
eup_store_add_value (EupStore     *store,
                     EupTableKind  table)
{
  EupTable *t = ensure_table (store, table);

  t->n_alive++;
  if (t->free_rows != NULL && t->free_rows->len > 0)
    {
      guint32 row = g_array_index (t->free_rows, guint32, t->free_rows->len - 1);

      g_array_set_size (t->free_rows, t->free_rows->len - 1);
      return row;
    }
  return t->n_rows++;
}

/* Gives the row of a value back, with all that its cells refer to. */
void
eup_store_free_value (EupStore     *store,
                      EupTableKind  table,
                      guint32       row)
{
  const EupTableSpec *spec = eup_schema_table (table);
  EupTable *t = store->tables[table];

  for (guint i = 0; i < spec->n_fields; i++)
    {
      if (t->columns == NULL || row >= t->columns[i].n)
        continue;
      if (spec->fields[i].kind == EUP_KIND_DOUBLE)
        eup_store_put_double (store, table, row, i, NAN);
      else
        {
          eup_store_free_cell (store, &spec->fields[i], eup_store_get (store, table, row, i));
          eup_store_put (store, table, row, i, 0);
        }
    }
  eup_store_drop_all_kept (store, table, row);

  t->n_alive--;
  if (t->free_rows == NULL)
    t->free_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (t->free_rows, row);
}

/* Takes the row out. The entity has no home any more; its cells stay until the store is written anew. */
void
eup_store_remove_row (EupStore     *store,
                      EupTableKind  table,
                      guint32       row)
{
  EupTable *t = store->tables[table];

  if (t->alive == NULL)
    {
      gsize n_words = (t->cap + 63) / 64;

      t->alive = g_new0 (guint64, n_words);
      memset (t->alive, 0xff, t->n_rows / 64 * sizeof (guint64));
      for (guint32 i = t->n_rows / 64 * 64; i < t->n_rows; i++)
        t->alive[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
    }
  t->alive[row / 64] &= ~(G_GUINT64_CONSTANT (1) << (row % 64));
  t->n_alive--;
  store->symbols[t->numbers[row]].home = EUP_NO_HOME;
  g_clear_pointer (&t->prefix, g_free);
}

static inline guint
count_bits (guint64 word)
{
  return __builtin_popcountll (word);
}

static void
ensure_prefix (EupTable *t)
{
  guint32 n_words = (t->n_rows + 63) / 64;
  guint32 sum = 0;

  if (t->prefix != NULL)
    return;
  t->prefix = g_new (guint32, n_words / BLOCK_WORDS + 2);
  for (guint32 i = 0; i < n_words; i++)
    {
      if (i % BLOCK_WORDS == 0)
        t->prefix[i / BLOCK_WORDS] = sum;
      sum += count_bits (t->alive[i]);
    }
  t->prefix[(n_words + BLOCK_WORDS - 1) / BLOCK_WORDS] = sum;
}

/* The row that stands at that position among those that were not removed, or EUP_NO_ROW. */
guint32
eup_store_row_at (EupStore     *store,
                  EupTableKind  table,
                  guint32       position)
{
  EupTable *t = store->tables[table];
  guint32 low = 0, high, word;
  guint64 bits;

  if (t == NULL || position >= t->n_alive)
    return EUP_NO_ROW;
  if (t->alive == NULL)
    return position;

  ensure_prefix (t);
  high = (t->n_rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
  while (high - low > 1)
    {
      guint32 middle = (low + high) / 2;

      if (t->prefix[middle] <= position)
        low = middle;
      else
        high = middle;
    }

  position -= t->prefix[low];
  for (word = low * BLOCK_WORDS; count_bits (t->alive[word]) <= position; word++)
    position -= count_bits (t->alive[word]);
  for (bits = t->alive[word]; position > 0; position--)
    bits &= bits - 1;
  return word * 64 + __builtin_ctzll (bits);
}

/* The position of a row that was not removed. */
guint32
eup_store_position_of (EupStore     *store,
                       EupTableKind  table,
                       guint32       row)
{
  EupTable *t = store->tables[table];
  guint32 position;

  if (t->alive == NULL)
    return row;

  ensure_prefix (t);
  position = t->prefix[row / BLOCK_ROWS];
  for (guint32 word = row / BLOCK_ROWS * BLOCK_WORDS; word < row / 64; word++)
    position += count_bits (t->alive[word]);
  return position + count_bits (t->alive[row / 64] & ((G_GUINT64_CONSTANT (1) << (row % 64)) - 1));
}

/* Makes room for the cell of that row, in memory of our own, with 0 in all before it that were not written. */
static EupColumn *
ensure_cell (EupStore     *store,
             EupTableKind  table,
             guint32       row,
             guint         field)
{
  EupTable *t = store->tables[table];
  EupColumn *column;

  if (t->columns == NULL)
    t->columns = g_new0 (EupColumn, eup_schema_table (table)->n_fields);
  column = &t->columns[field];
  if (column->width == 0)
    column->width = eup_schema_kind_width (eup_schema_field (table, field)->kind);

  if (G_UNLIKELY (column->mapped))
    {
      column->base = g_memdup2 (column->base, (gsize) column->n * column->width);
      column->cap = column->n;
      column->mapped = FALSE;
    }
  if (row >= column->cap)
    {
      column->cap = MAX (row + 1, column->cap * 2);
      column->base = g_realloc_n (column->base, column->cap, column->width);
    }
  if (row >= column->n)
    {
      /* The bytes of an absent double make a NaN. */
      memset ((char *) column->base + (gsize) column->n * column->width, column->width == 8 ? 0xff : 0,
              (gsize) (row + 1 - column->n) * column->width);
      column->n = row + 1;
    }
  return column;
}

/* Writes a cell, and nothing else: no index learns of it. */
void
eup_store_put (EupStore     *store,
               EupTableKind  table,
               guint32       row,
               guint         field,
               guint32       cell)
{
  EupTable *t = store->tables[table];
  EupColumn *column;

  /* A column does not exist until something other than the default is written. */
  if (cell == 0 && (t->columns == NULL || row >= t->columns[field].n))
    return;

  column = ensure_cell (store, table, row, field);
  if (column->width == 1)
    ((guint8 *) column->base)[row] = cell;
  else
    ((guint32 *) column->base)[row] = cell;
}

void
eup_store_put_double (EupStore     *store,
                      EupTableKind  table,
                      guint32       row,
                      guint         field,
                      double        value)
{
  EupColumn *column = ensure_cell (store, table, row, field);

  ((double *) column->base)[row] = value;
}
