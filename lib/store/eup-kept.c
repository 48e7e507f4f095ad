/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"

/* One mechanism for all that was not understood: unknown members, odd words, impossible dates, numbers out of range,
 * known members of another type. Each is kept as compact JSON and written back. A list or text that holds such things
 * among good ones has a cell with the good ones, and beside it the parts that are odd: these stay when the cell is written. */

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

/* All that may be kept for a row of that table. */
static guint
nth_slot (EupTableKind table,
          guint        nth)
{
  guint n = eup_schema_table (table)->n_fields;

  return nth == 2 * n ? EUP_KEPT_MEMBERS : nth < n ? nth : EUP_KEPT_PARTS (nth - n);
}

static guint
n_slots (EupTableKind table)
{
  return 2 * eup_schema_table (table)->n_fields + 1;
}

/* Nothing odd is left of the field. */
void
eup_store_clear_kept (EupStore     *store,
                      EupTableKind  table,
                      guint32       row,
                      guint         field)
{
  if (!eup_store_has_kept (store, table, row))
    return;
  eup_store_drop_kept (store, table, row, field);
  eup_store_drop_kept (store, table, row, EUP_KEPT_PARTS (field));
  if (eup_schema_field (table, field)->kind == EUP_KIND_ENUM && eup_store_get (store, table, row, field) == EUP_ENUM_KEPT)
    eup_store_put (store, table, row, field, 0);
  store->generation++;
}

void
eup_store_drop_all_kept (EupStore     *store,
                         EupTableKind  table,
                         guint32       row)
{
  if (!eup_store_has_kept (store, table, row))
    return;
  for (guint i = 0; i < n_slots (table); i++)
    eup_store_drop_kept (store, table, row, nth_slot (table, i));
}

/* What is kept for a row is kept for another as well, perhaps of another store. */
void
eup_store_copy_kept (EupStore       *to,
                     guint32         to_row,
                     const EupStore *from,
                     guint32         from_row,
                     EupTableKind    table)
{
  if (!eup_store_has_kept (from, table, from_row))
    return;
  for (guint i = 0; i < n_slots (table); i++)
    {
      const char *kept = eup_store_kept (from, table, from_row, nth_slot (table, i));

      if (kept != NULL)
        eup_store_keep (to, table, to_row, nth_slot (table, i), kept, strlen (kept));
    }
}

gboolean
eup_store_kept_equal (const EupStore *a,
                      guint32         row_a,
                      const EupStore *b,
                      guint32         row_b,
                      EupTableKind    table)
{
  if (!eup_store_has_kept (a, table, row_a) && !eup_store_has_kept (b, table, row_b))
    return TRUE;
  for (guint i = 0; i < n_slots (table); i++)
    if (g_strcmp0 (eup_store_kept (a, table, row_a, nth_slot (table, i)),
                   eup_store_kept (b, table, row_b, nth_slot (table, i))) != 0)
      return FALSE;
  return TRUE;
}

/* Parts are kept one after another, each behind its position and length. */
void
eup_kept_add_part (GString    *parts,
                   guint       position,
                   const char *json,
                   gsize       length)
{
  g_string_append_printf (parts, "%u %" G_GSIZE_FORMAT " ", position, length);
  g_string_append_len (parts, json, length);
}

/* Moves on by one part; FALSE at the end. */
gboolean
eup_kept_next_part (const char  **parts,
                    EupKeptPart  *part)
{
  char *end;

  if (*parts == NULL || **parts == '\0')
    return FALSE;
  part->position = (guint) g_ascii_strtoull (*parts, &end, 10);
  part->length = g_ascii_strtoull (end, &end, 10);
  part->json = end + 1;
  *parts = part->json + part->length;
  return TRUE;
}

/* What was kept instead of a list becomes its first item. */
static void
keep_as_item (EupStore *store,
              guint     table,
              guint32   row,
              guint     field)
{
  g_autoptr (GString) parts = g_string_new (NULL);
  const char *kept = eup_store_kept (store, table, row, field);

  if (kept == NULL)
    return;
  eup_kept_add_part (parts, 0, kept, strlen (kept));
  eup_store_drop_kept (store, table, row, field);
  eup_store_keep (store, table, row, EUP_KEPT_PARTS (field), parts->str, parts->len);
}

/* Tells whether the text has a string in the language that the member is named by. */
static gboolean
says_member (const EupStore    *store,
             guint32            cell,
             const EupKeptPart *part)
{
  guint n = eup_store_text_size (store, cell);

  for (guint i = 0; i < n; i++)
    {
      const char *language;
      gsize length;

      eup_store_text_nth (store, cell, i, &language);
      length = strlen (language);
      if (length + 2 < part->length && part->json[length + 1] == '"'
          && g_ascii_strncasecmp (part->json + 1, language, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
drop_members (EupStore *store,
              guint     table,
              guint32   row,
              guint     field,
              guint32   cell)
{
  const char *kept = eup_store_kept (store, table, row, EUP_KEPT_PARTS (field)), *at = kept;
  g_autoptr (GString) parts = NULL;
  EupKeptPart part;

  if (kept == NULL)
    return;
  parts = g_string_new (NULL);
  while (eup_kept_next_part (&at, &part))
    if (!says_member (store, cell, &part))
      eup_kept_add_part (parts, 0, part.json, part.length);
  if (parts->len == strlen (kept))
    return;
  eup_store_drop_kept (store, table, row, EUP_KEPT_PARTS (field));
  if (parts->len > 0)
    eup_store_keep (store, table, row, EUP_KEPT_PARTS (field), parts->str, parts->len);
}

/* The field gets another cell: what was kept instead of it goes. Items of a list were never shown and stay, and so do members of
 * a text but those in a language that is stated now. */
void
eup_store_replace_kept (EupStore     *store,
                        guint         table,
                        guint32       row,
                        guint         field,
                        EupFieldKind  kind,
                        guint32       cell)
{
  if (kind == EUP_KIND_MANY || kind == EUP_KIND_STRINGS || kind == EUP_KIND_VALUES)
    {
      keep_as_item (store, table, row, field);
      return;
    }
  eup_store_drop_kept (store, table, row, field);
  if (kind == EUP_KIND_TEXT)
    drop_members (store, table, row, field, cell);
}

/* Where each of the items of a list stands when the parts that are kept beside it stand among them. */
guint *
eup_kept_item_places (const char *parts,
                      guint       n_items)
{
  guint *places = g_new (guint, n_items + 1);
  EupKeptPart part;
  gboolean more = eup_kept_next_part (&parts, &part);
  guint at = 0;

  for (guint i = 0; i < n_items; i++)
    {
      for (; more && part.position <= at; at++)
        more = eup_kept_next_part (&parts, &part);
      places[i] = at++;
    }
  return places;
}
