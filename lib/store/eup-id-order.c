/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"

/* Ids differ mostly in a few bytes, and most rows stand in order already: in one run, or with a run of those that were
 * added later behind it. So runs are looked for, and merged; what decides most often is compared as one number. */

typedef struct
{
  guint64     head; /* the eight bytes behind what all ids have in common, as a number that sorts as they do */
  const char *rest; /* from those bytes on */
  guint32     row;
} Entry;

static inline const char *
id_of (const EupStore *store,
       EupTableKind    table,
       guint32         row)
{
  return eup_store_id (store, eup_store_number_of (store, table, row));
}

static gboolean
rows_stand_in_order (const EupStore *store,
                     EupTableKind    table)
{
  guint32 n = eup_store_n_rows (store, table);
  const char *before = NULL;

  if (eup_store_n_alive (store, table) != n)
    return FALSE;
  for (guint32 row = 0; row < n; row++)
    {
      const char *id = id_of (store, table, row);

      if (before != NULL && strcmp (before, id) > 0)
        return FALSE;
      before = id;
    }
  return TRUE;
}

static guint64
head_of (const char *rest)
{
  guint64 head = 0;

  for (guint i = 0; i < 8; i++)
    {
      head = head << 8 | (guint8) *rest;
      if (*rest != '\0')
        rest++;
    }
  return head;
}

static Entry *
collect_entries (const EupStore *store,
                 EupTableKind    table,
                 guint32        *n)
{
  guint32 n_rows = eup_store_n_rows (store, table);
  Entry *entries = g_new (Entry, MAX (eup_store_n_alive (store, table), 1));
  gsize common = EUP_MAX_ID_LENGTH;

  *n = 0;
  for (guint32 row = 0; row < n_rows; row++)
    {
      const char *id;
      gsize i = 0;

      if (!eup_store_is_alive (store, table, row))
        continue;
      id = id_of (store, table, row);
      entries[*n] = (Entry) { 0, id, row };
      while (i < common && id[i] != '\0' && id[i] == entries[0].rest[i])
        i++;
      common = i;
      (*n)++;
    }
  for (guint32 i = 0; i < *n; i++)
    {
      entries[i].rest += common;
      entries[i].head = head_of (entries[i].rest);
    }
  return entries;
}

static inline int
compare (const Entry *a,
         const Entry *b)
{
  if (a->head != b->head)
    return a->head < b->head ? -1 : 1;
  return strcmp (a->rest, b->rest);
}

/* Where the run that begins there ends. One that goes down is turned round. */
static guint32
find_run (Entry   *entries,
          guint32  begin,
          guint32  n)
{
  guint32 end = begin + 1;

  if (end < n && compare (&entries[begin], &entries[end]) > 0)
    {
      while (end < n && compare (&entries[end - 1], &entries[end]) > 0)
        end++;
      for (guint32 low = begin, high = end - 1; low < high; low++, high--)
        {
          Entry entry = entries[low];

          entries[low] = entries[high];
          entries[high] = entry;
        }
    }
  while (end < n && compare (&entries[end - 1], &entries[end]) <= 0)
    end++;
  return end;
}

static void
merge (const Entry *a,
       guint32      n_a,
       const Entry *b,
       guint32      n_b,
       Entry       *to)
{
  while (n_a > 0 && n_b > 0)
    if (compare (a, b) <= 0)
      {
        *to++ = *a++;
        n_a--;
      }
    else
      {
        *to++ = *b++;
        n_b--;
      }
  memcpy (to, a, n_a * sizeof *a);
  memcpy (to + n_a, b, n_b * sizeof *b);
}

/* Gives the array that holds them in order, and frees the other. */
static Entry *
sort_entries (Entry   *entries,
              guint32  n)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  Entry *other = NULL;

  for (guint32 end = 0; end < n; )
    {
      end = find_run (entries, end, n);
      g_array_append_val (ends, end);
    }
  if (ends->len > 1)
    other = g_new (Entry, n);
  while (ends->len > 1)
    {
      guint32 begin = 0;
      guint n_merged = 0;
      Entry *merged = other;

      for (guint i = 0; i < ends->len; i += 2)
        {
          guint32 middle = g_array_index (ends, guint32, i), end = g_array_index (ends, guint32, MIN (i + 1, ends->len - 1));

          merge (entries + begin, middle - begin, entries + middle, end - middle, merged + begin);
          g_array_index (ends, guint32, n_merged++) = begin = end;
        }
      g_array_set_size (ends, n_merged);
      other = entries;
      entries = merged;
    }
  g_free (other);
  return entries;
}

/* The rows that are alive in the order of their ids; NULL if that is all rows as they stand. */
guint32 *
eup_store_rows_by_id (const EupStore *store,
                      EupTableKind    table)
{
  Entry *entries;
  guint32 *rows, n;

  if (rows_stand_in_order (store, table))
    return NULL;

  entries = collect_entries (store, table, &n);
  entries = sort_entries (entries, n);
  rows = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    rows[i] = entries[i].row;
  g_free (entries);
  return rows;
}
