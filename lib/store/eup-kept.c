/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"

/* One mechanism for all that was not understood: unknown members, odd words, impossible dates, numbers out of range,
 * known members of another type. Each is kept as compact JSON and written back. */

static guint64
kept_key (guint   table,
          guint32 row,
          guint   field)
{
  return (guint64) table << 40 | (guint64) field << 32 | row;
}

static void
mark_row (EupTable *t,
          guint32   row)
{
  if (row >= t->n_kept_rows)
    {
      guint32 n_words = (t->n_kept_rows + 63) / 64, n_new = MAX (row / 64 + 1, n_words * 2);

      t->kept = g_renew (guint64, t->kept, n_new);
      memset (t->kept + n_words, 0, (n_new - n_words) * sizeof (guint64));
      t->n_kept_rows = n_new * 64;
    }
  t->kept[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

/* Keeps the text for that field of that row; field may be EUP_KEPT_MEMBERS, table EUP_KEPT_DOCUMENT (row 0). */
void
eup_store_keep (EupStore   *store,
                guint       table,
                guint32     row,
                guint       field,
                const char *json,
                gsize       length)
{
  guint64 key = kept_key (table, row, field);
  guint64 *slot;

  eup_store_drop_kept (store, table, row, field);
  if (store->kept == NULL)
    store->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  slot = g_memdup2 (&key, sizeof key);
  g_hash_table_insert (store->kept, slot, GUINT_TO_POINTER (eup_store_add_string (store, json, length)));
  if (table < EUP_N_TABLES)
    mark_row (store->tables[table], row);
}

/* What is kept there, as compact JSON, or NULL. */
const char *
eup_store_kept (const EupStore *store,
                guint           table,
                guint32         row,
                guint           field)
{
  guint64 key = kept_key (table, row, field);

  if (store->kept == NULL)
    return NULL;
  return eup_store_string (store, GPOINTER_TO_UINT (g_hash_table_lookup (store->kept, &key)));
}

/* Tells whether anything may be kept for the row: a quick answer that spares the look-ups. */
gboolean
eup_store_has_kept (const EupStore *store,
                    guint           table,
                    guint32         row)
{
  const EupTable *t;

  if (store->kept == NULL)
    return FALSE;
  if (table >= EUP_N_TABLES)
    return TRUE;
  t = store->tables[table];
  return t != NULL && row < t->n_kept_rows && (t->kept[row / 64] >> (row % 64) & 1);
}

void
eup_store_drop_kept (EupStore *store,
                     guint     table,
                     guint32   row,
                     guint     field)
{
  guint64 key = kept_key (table, row, field);

  EupRef ref = store->kept == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (store->kept, &key));

  if (ref == 0)
    return;
  g_hash_table_remove (store->kept, &key);
  eup_store_free_string (store, ref);
}
