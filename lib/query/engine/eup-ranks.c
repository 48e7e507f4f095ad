/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/engine/eup-query-index.h"
#include "values/eup-date-cell.h"

/* Orders are made once and compared as integers ever after. */

EupIdRanks *
eup_id_ranks_new (EupStore     *store,
                  EupTableKind  table)
{
  EupIdRanks *ids = g_new0 (EupIdRanks, 1);

  ids->n_rows = eup_store_n_rows (store, table);
  ids->n = eup_store_n_alive (store, table);
  ids->rows = eup_store_rows_by_id (store, table);
  if (ids->rows == NULL)
    return ids;

  ids->ranks = g_new (guint32, MAX (ids->n_rows, 1));
  memset (ids->ranks, 0xff, MAX (ids->n_rows, 1) * sizeof (guint32));
  for (guint32 i = 0; i < ids->n; i++)
    ids->ranks[ids->rows[i]] = i;
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
eup_date_ranks_new (const EupFieldReader   *reader,
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
      dates->dates[i] = eup_field_reader_date (reader, table, dates->rows[i]) & ~EUP_DATE_CELL_SPELLING_MASK;
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
