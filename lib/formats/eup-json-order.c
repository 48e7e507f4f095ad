/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "formats/eup-json-writer.h"

typedef struct
{
  guint64     head; /* eight bytes behind what all ids have in common, as a number that sorts as they do */
  const char *id;
  guint32     row;
} Entry;

static gsize
common_length (const char *a,
               const char *b,
               gsize       most)
{
  gsize n = 0;

  while (n < most && a[n] == b[n] && a[n] != '\0')
    n++;
  return n;
}

static guint64
head_of (const char *id)
{
  guint64 head = 0;
  guint i;

  for (i = 0; i < 8 && id[i] != '\0'; i++)
    head = head << 8 | (guchar) id[i];
  return head << 8 * (8 - i);
}

static int
compare_entries (const void *a,
                 const void *b)
{
  const Entry *x = a, *y = b;

  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;
  return strcmp (x->id, y->id);
}

static gboolean
is_in_order (EupStore     *store,
             EupTableKind  table)
{
  const EupTable *t = store->tables[table];

  if (t->n_alive != t->n_rows)
    return FALSE;
  for (guint32 row = 1; row < t->n_rows; row++)
    if (strcmp (eup_store_id (store, t->numbers[row - 1]), eup_store_id (store, t->numbers[row])) > 0)
      return FALSE;
  return TRUE;
}

guint32 *
eup_json_rows_by_id (EupStore     *store,
                     EupTableKind  table)
{
  const EupTable *t = store->tables[table];
  g_autofree Entry *entries = NULL;
  guint32 *rows;
  guint32 n = 0;
  gsize common = EUP_MAX_ID_LENGTH;

  if (is_in_order (store, table))
    return NULL;

  entries = g_new (Entry, t->n_alive);
  for (guint32 row = 0; row < t->n_rows; row++)
    {
      if (!eup_store_is_alive (store, table, row))
        continue;
      entries[n].id = eup_store_id (store, t->numbers[row]);
      entries[n].row = row;
      common = common_length (entries[0].id, entries[n].id, common);
      n++;
    }
  for (guint32 i = 0; i < n; i++)
    entries[i].head = head_of (entries[i].id + MIN (common, strlen (entries[i].id)));
  qsort (entries, n, sizeof (Entry), compare_entries);

  rows = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    rows[i] = entries[i].row;
  return rows;
}

gboolean
eup_json_save (gboolean        lines,
               EupStore       *store,
               GOutputStream  *stream,
               GByteArray     *bytes,
               GCancellable   *cancellable,
               GError        **error)
{
  EupJsonWriter w;

  eup_json_output_init (&w.out, stream, bytes, EUP_JSON_WINDOW);
  w.out.cancellable = cancellable;
  eup_json_writer_init (&w, store, lines);
  if (lines)
    eup_json_write_lines (&w);
  else
    eup_json_write_document (&w);
  return eup_json_output_finish (&w.out, error);
}
