/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"

/* Most rows stand in order already: in one run, or with a few that were added later behind it. So the run that they begin
 * with is left as it is, and the rest is sorted and merged into it. Ids differ mostly in a few bytes: in the rest, what
 * decides most often is compared as one number. */

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

/* How many rows stand in order from the first on, of those given or of all. They may go down instead of up. */
static guint32
find_first_run (const EupStore *store,
                EupTableKind    table,
                const guint32  *rows,
                guint32         n,
                gboolean       *descends)
{
  const char *before = NULL;
  guint32 i;

  *descends = FALSE;
  for (i = 0; i < n; i++)
    {
      const char *id = id_of (store, table, rows == NULL ? i : rows[i]);

      if (i == 1)
        *descends = strcmp (before, id) > 0;
      else if (i > 1 && (strcmp (before, id) > 0) != *descends)
        break;
      before = id;
    }
  return i;
}

static guint32 *
collect_rows (const EupStore *store,
              EupTableKind    table)
{
  guint32 n_rows = eup_store_n_rows (store, table), n = 0;
  guint32 *rows = g_new (guint32, MAX (eup_store_n_alive (store, table), 1));

  for (guint32 row = 0; row < n_rows; row++)
    if (eup_store_is_alive (store, table, row))
      rows[n++] = row;
  return rows;
}

static void
turn_round (guint32 *rows,
            guint32  n)
{
  for (guint32 low = 0, high = n; low + 1 < high; low++)
    {
      guint32 row = rows[--high];

      rows[high] = rows[low];
      rows[low] = row;
    }
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
make_entries (const EupStore *store,
              EupTableKind    table,
              const guint32  *rows,
              guint32         n)
{
  Entry *entries = g_new (Entry, n);
  gsize common = EUP_MAX_ID_LENGTH;

  for (guint32 i = 0; i < n; i++)
    {
      const char *id = id_of (store, table, rows[i]);
      gsize at = 0;

      entries[i] = (Entry) { 0, id, rows[i] };
      while (at < common && id[at] != '\0' && id[at] == entries[0].rest[at])
        at++;
      common = at;
    }
  for (guint32 i = 0; i < n; i++)
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

/* Puts the rows from first on, in whatever order they are, in among those before them, which are in order. */
static void
sort_in (const EupStore *store,
         EupTableKind    table,
         guint32        *rows,
         guint32         first,
         guint32         n)
{
  guint32 n_rest = n - first;
  g_autofree Entry *rest = sort_entries (make_entries (store, table, rows + first, n_rest), n_rest);

  while (n_rest > 0)
    {
      const char *id = id_of (store, table, rest[n_rest - 1].row);

      for (; first > 0 && strcmp (id_of (store, table, rows[first - 1]), id) > 0; first--)
        rows[--n] = rows[first - 1];
      rows[--n] = rest[--n_rest].row;
    }
}

/* The rows that are alive in the order of their ids; NULL if that is all rows as they stand. */
guint32 *
eup_store_rows_by_id (const EupStore *store,
                      EupTableKind    table)
{
  guint32 n = eup_store_n_alive (store, table), n_run;
  guint32 *rows = n == eup_store_n_rows (store, table) ? NULL : collect_rows (store, table);
  gboolean descends;

  n_run = find_first_run (store, table, rows, n, &descends);
  if (n_run == n && !descends)
    return rows;

  if (rows == NULL)
    rows = collect_rows (store, table);
  if (descends)
    turn_round (rows, n_run);
  if (n_run < n)
    sort_in (store, table, rows, n_run, n);
  return rows;
}
