/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/eup-query-index.h"
#include "values/eup-date-cell.h"

/* Orders are made once and compared as integers ever after. */

static inline const char *
id_of (const EupStore *store,
       EupTableKind    table,
       guint32         row)
{
  return eup_store_id (store, eup_store_number_of (store, table, row));
}

/* What was loaded from a file that this library wrote stands in the order of ids. */
static gboolean
rows_stand_in_order (const EupStore *store,
                     EupTableKind    table)
{
  guint32 n = eup_store_n_rows (store, table);
  const char *before;

  if (n == 0)
    return TRUE;
  if (store->tables[table]->n_alive != n)
    return FALSE;
  before = id_of (store, table, 0);
  for (guint32 row = 1; row < n; row++)
    {
      const char *id = id_of (store, table, row);

      if (strcmp (before, id) >= 0)
        return FALSE;
      before = id;
    }
  return TRUE;
}

typedef struct
{
  guint64     head; /* bytes after the common prefix, the first the highest */
  const char *rest;
  guint32     row;
} Entry;

static int
compare_entries (const void *a,
                 const void *b)
{
  const Entry *x = a, *y = b;

  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;
  return strcmp (x->rest, y->rest);
}

static guint64
head_of (const char *string)
{
  guint64 head = 0;

  for (guint i = 0; i < 8; i++)
    {
      head = head << 8 | (guint8) *string;
      if (*string != '\0')
        string++;
    }
  return head;
}

static Entry *
collect_entries (EupStore     *store,
                 EupTableKind  table,
                 guint32      *n)
{
  guint32 n_rows = eup_store_n_rows (store, table);
  Entry *entries = g_new (Entry, MAX (n_rows, 1));
  const char *first = NULL;
  gsize common = 0;

  *n = 0;
  for (guint32 row = 0; row < n_rows; row++)
    {
      const char *id;
      gsize i = 0;

      if (!eup_store_is_alive (store, table, row))
        continue;
      id = id_of (store, table, row);
      if (first == NULL)
        {
          first = id;
          common = strlen (id);
        }
      while (i < common && id[i] == first[i])
        i++;
      common = i;
      entries[(*n)++] = (Entry) { 0, id, row };
    }
  for (guint32 i = 0; i < *n; i++)
    {
      entries[i].rest += common;
      entries[i].head = head_of (entries[i].rest);
    }
  return entries;
}

EupIdRanks *
eup_id_ranks_new (EupStore     *store,
                  EupTableKind  table)
{
  EupIdRanks *ids = g_new0 (EupIdRanks, 1);
  g_autofree Entry *entries = NULL;

  ids->n_rows = eup_store_n_rows (store, table);
  if (rows_stand_in_order (store, table))
    {
      ids->n = ids->n_rows;
      return ids;
    }

  entries = collect_entries (store, table, &ids->n);
  qsort (entries, ids->n, sizeof (Entry), compare_entries);
  ids->rows = g_new (guint32, MAX (ids->n, 1));
  ids->ranks = g_new (guint32, MAX (ids->n_rows, 1));
  memset (ids->ranks, 0xff, MAX (ids->n_rows, 1) * sizeof (guint32));
  for (guint32 i = 0; i < ids->n; i++)
    {
      ids->rows[i] = entries[i].row;
      ids->ranks[entries[i].row] = i;
    }
  return ids;
}

void
eup_id_ranks_free (EupIdRanks *ids)
{
  if (ids == NULL)
    return;
  g_free (ids->rows);
  g_free (ids->ranks);
  g_free (ids);
}

/* Sorts rows by their keys, and keeps the order that rows with one key have. */
static void
sort_stably (guint32 **rows,
             guint32 **keys,
             guint32   n)
{
  guint32 *other_rows = g_new (guint32, MAX (n, 1));
  guint32 *other_keys = g_new (guint32, MAX (n, 1));
  guint32 begin[3][2049] = { { 0 } };

  for (guint32 i = 0; i < n; i++)
    for (guint pass = 0; pass < 3; pass++)
      begin[pass][((*keys)[i] >> (11 * pass) & 2047) + 1]++;
  for (guint pass = 0; pass < 3; pass++)
    {
      for (guint i = 0; i < 2048; i++)
        begin[pass][i + 1] += begin[pass][i];
      for (guint32 i = 0; i < n; i++)
        {
          guint32 to = begin[pass][(*keys)[i] >> (11 * pass) & 2047]++;

          other_keys[to] = (*keys)[i];
          other_rows[to] = (*rows)[i];
        }
      { guint32 *swap = *rows; *rows = other_rows; other_rows = swap; }
      { guint32 *swap = *keys; *keys = other_keys; other_keys = swap; }
    }
  g_free (other_rows);
  g_free (other_keys);
}

EupDateRanks *
eup_date_ranks_new (const EupFacts   *facts,
                    EupTableKind      table,
                    const EupIdRanks *ids)
{
  EupDateRanks *dates = g_new0 (EupDateRanks, 1);

  dates->n = ids->n;
  dates->n_rows = ids->n_rows;
  dates->rows = g_new (guint32, MAX (dates->n, 1));
  dates->dates = g_new (guint32, MAX (dates->n, 1));
  for (guint32 i = 0; i < dates->n; i++)
    {
      dates->rows[i] = eup_id_ranks_row (ids, i);
      dates->dates[i] = eup_facts_date (facts, table, dates->rows[i]) & ~EUP_DATE_CELL_SPELLING_MASK;
    }
  sort_stably (&dates->rows, &dates->dates, dates->n);

  dates->ranks = g_new (guint32, MAX (dates->n_rows, 1));
  memset (dates->ranks, 0xff, MAX (dates->n_rows, 1) * sizeof (guint32));
  for (guint32 i = 0; i < dates->n; i++)
    dates->ranks[dates->rows[i]] = i;
  while (dates->n_undated < dates->n && dates->dates[dates->n_undated] == 0)
    dates->n_undated++;
  return dates;
}

void
eup_date_ranks_free (EupDateRanks *dates)
{
  if (dates == NULL)
    return;
  g_free (dates->rows);
  g_free (dates->ranks);
  g_free (dates->dates);
  g_free (dates);
}
