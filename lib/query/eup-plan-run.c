/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-plan-run.h"

#include "values/eup-date-cell.h"


static inline gboolean
rest_fits (const EupRun *run,
           guint32    row)
{
  const EupTablePlan *table = run->table;

  for (guint i = 0; i < table->n_rest; i++)
    if (!eup_filter_matches (table->rest[i], &run->plan->facts, table->table, row))
      return FALSE;
  return TRUE;
}

void
eup_run_flush (EupRun *run)
{
  if (run->as_numbers && run->n_pending > 0)
    {
      const EupNumber *numbers = run->plan->index->store->tables[run->table->table]->numbers;

      for (guint i = 0; i < run->n_pending; i++)
        run->pending[i] = numbers[run->pending[i]];
    }
  if (run->rows != NULL && run->n_pending > 0)
    g_array_append_vals (run->rows, run->pending, run->n_pending);
  run->n_pending = 0;
}

static inline void
take (EupRun     *run,
      guint32  row)
{
  run->n++;
  if (run->n_pending == G_N_ELEMENTS (run->pending))
    eup_run_flush (run);
  run->pending[run->n_pending++] = row;
}

/* How many days after its first one a date ends at the latest, by its span. */
static const guint16 longest[] = { 0, 30, 91, 365, 3652 };

static inline gboolean
date_fits (const EupRun *run,
           guint32    rank,
           guint32    row)
{
  const EupDateTest *test = &run->table->date;
  guint32 date = run->table->dates->dates[rank];

  guint32 first = eup_date_cell_first_day (date);

  /* Most dates are known to lie within without their last day. */
  if (date != 0 && first >= test->days.first
      && ((first <= test->days.last && test->days.last - first >= longest[eup_date_cell_span (date)])
          || eup_date_cell_last_day (date) <= test->days.last))
    return TRUE;
  return !test->is_exact && eup_filter_matches (test->filter, &run->plan->facts, run->table->table, row);
}

/* What the bytes let through. */
static inline void
consider_rank (EupRun     *run,
               guint32  rank)
{
  const EupTablePlan *table = run->table;
  guint32 row = table->dates->rows[rank];

  if (run->any_changed && eup_query_index_is_changed (run->plan->index, table->table, row))
    return;
  if (table->date.is_used && !date_fits (run, rank, row))
    return;
  if (rest_fits (run, row))
    take (run, row);
}

static inline gboolean
bytes_fit (const EupTablePlan *table,
           guint32             rank)
{
  for (guint i = 0; i < table->n_bytes; i++)
    if (!(table->bytes[i].mask >> (table->bytes[i].values[rank] & 63) & 1))
      return FALSE;
  return TRUE;
}

/* The first place at or after @from that holds the rank or a greater one. */
static guint32
gallop (const EupRankList *list,
        guint32            from,
        guint32            rank)
{
  guint32 step = 1, low = from, high;

  while (low + step < list->n && list->ranks[low + step] < rank)
    step *= 2;
  high = MIN (low + step, list->n);
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (list->ranks[middle] < rank)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The last place at or before @from, plus one, that holds the rank or a smaller one: from above. */
static guint32
gallop_down (const EupRankList *list,
             guint32            end,
             guint32            rank)
{
  guint32 step = 1, low, high = end;

  while (step <= high && list->ranks[high - step] > rank)
    step *= 2;
  low = step > high ? 0 : high - step;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (list->ranks[middle] <= rank)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
lists_fit (const EupTablePlan *table,
           guint32            *places,
           guint32             rank,
           gboolean            descending)
{
  for (guint i = 0; i < table->n_lists; i++)
    {
      const EupRankList *list = &table->lists[i];

      if (descending)
        {
          places[i] = gallop_down (list, places[i], rank);
          if (places[i] == 0 || list->ranks[places[i] - 1] != rank)
            return FALSE;
        }
      else
        {
          places[i] = gallop (list, places[i], rank);
          if (places[i] >= list->n || list->ranks[places[i]] != rank)
            return FALSE;
        }
    }
  return TRUE;
}

/* The commonest case: a list, and one other condition that a byte decides. */
static void
run_simple_part (EupRun      *run,
                 guint32   begin,
                 guint32   end,
                 gboolean  descending)
{
  const EupTablePlan *table = run->table;
  const guint8 *values = table->bytes[0].values;
  const guint64 mask = table->bytes[0].mask;
  const guint32 *at = descending ? table->list.ranks + end : table->list.ranks + begin;
  const int step = descending ? -1 : 1;

  if (descending)
    at--;
  for (guint32 left = end - begin; left > 0 && run->n < run->want; )
    {
      guint32 fitting[32];
      guint n = 0, block = MIN (left, (guint32) G_N_ELEMENTS (fitting));

      /* Nobody can foretell which of them fit: so there is no branch here. */
      for (guint i = 0; i < block; i++, at += step)
        {
          fitting[n] = *at;
          n += mask >> (values[*at] & 63) & 1;
        }
      for (guint i = 0; i < n && run->n < run->want; i++)
        consider_rank (run, fitting[i]);
      left -= block;
    }
}

/* Goes through part of the list, or through the ranks themselves where there is none. */
static void
run_part (EupRun      *run,
          guint32   begin,
          guint32   end,
          gboolean  descending)
{
  const EupTablePlan *table = run->table;
  const guint32 *ranks = table->source == EUP_SOURCE_LIST ? table->list.ranks : NULL;
  guint32 places[EUP_PLAN_MAX_TESTS];

  if (ranks != NULL && table->n_lists == 0 && table->n_bytes == 1)
    {
      run_simple_part (run, begin, end, descending);
      return;
    }
  for (guint i = 0; i < table->n_lists; i++)
    places[i] = descending ? table->lists[i].n : 0;
  for (guint32 i = 0; i < end - begin && run->n < run->want; i++)
    {
      guint32 at = descending ? end - 1 - i : begin + i;
      guint32 rank = ranks == NULL ? at : ranks[at];

      if (bytes_fit (table, rank) && (table->n_lists == 0 || lists_fit (table, places, rank, descending)))
        consider_rank (run, rank);
    }
}

/* By date; those without one come last in both directions, and stand first in the lists. */
void
eup_run_ranks (EupRun      *run,
           gboolean  descending)
{
  const EupTablePlan *table = run->table;
  guint32 begin = table->first, end = table->end, middle;

  if (table->source == EUP_SOURCE_LIST)
    {
      begin = 0;
      end = table->list.n;
      middle = gallop (&table->list, 0, table->dates->n_undated);
    }
  else
    middle = CLAMP (table->dates->n_undated, begin, end);
  if (descending)
    {
      run_part (run, begin, end, TRUE);
      return;
    }
  run_part (run, middle, end, FALSE);
  run_part (run, begin, middle, FALSE);
}

static void
run_rows (EupRun *run)
{
  const EupTablePlan *table = run->table;
  EupStore *store = run->plan->index->store;

  if (table->source == EUP_SOURCE_ROWS)
    {
      for (guint i = 0; i < table->rows->len && run->n < run->want; i++)
        {
          guint32 row = g_array_index (table->rows, guint32, i);

          if (eup_store_is_alive (store, table->table, row) && rest_fits (run, row))
            take (run, row);
        }
      return;
    }
  for (guint32 row = 0; row < eup_store_n_rows (store, table->table); row++)
    if (eup_store_is_alive (store, table->table, row) && rest_fits (run, row))
      take (run, row);
}

/* All rows in the order of their ids, as far as they are wanted. */
void
eup_run_ids (EupRun *run)
{
  EupQueryIndex *index = run->plan->index;
  const EupIdRanks *ids = eup_query_index_ids (index, run->table->table);

  for (guint32 rank = 0; rank < ids->n && run->n < run->want; rank++)
    {
      guint32 row = eup_id_ranks_row (ids, rank);

      if (!(run->any_changed && eup_query_index_is_changed (index, run->table->table, row)) && rest_fits (run, row))
        take (run, row);
    }
}

/* Those that the lists know no more, or not yet. */
void
eup_run_changed (EupRun *run)
{
  EupQueryIndex *index = run->plan->index;
  EupTableKind table = run->table->table;
  const GArray *rows = index->changed_rows[table];

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (eup_store_is_alive (index->store, table, row)
          && eup_filter_matches (run->plan->filter, &run->plan->facts, table, row))
        take (run, row);
    }
}

EupRun
eup_run_new (EupPlan      *plan,
         EupTablePlan *table,
         GArray       *rows,
         guint64       want)
{
  EupRun run;

  run.plan = plan;
  run.table = table;
  run.rows = rows;
  run.n = 0;
  run.want = want;
  run.any_changed = eup_query_index_n_changed (plan->index, table->table) > 0;
  run.as_numbers = FALSE;
  run.n_pending = 0;
  return run;
}

gboolean
eup_table_plan_is_ranked (const EupTablePlan *table)
{
  return table->source == EUP_SOURCE_LIST || table->source == EUP_SOURCE_RANGE;
}

gboolean
eup_plan_is_plain_list (const EupPlan      *plan,
                        const EupTablePlan *table)
{
  return table->source == EUP_SOURCE_LIST && table->n_rest + table->n_bytes + table->n_lists == 0
         && !table->date.is_used && eup_query_index_n_changed (plan->index, table->table) == 0;
}

guint64
eup_plan_visit (EupPlan      *plan,
       EupTablePlan *table,
       GArray       *rows)
{
  EupRun run = eup_run_new (plan, table, rows, G_MAXUINT64);

  if (eup_table_plan_is_ranked (table))
    {
      eup_run_ranks (&run, TRUE);
      eup_run_changed (&run);
    }
  else
    run_rows (&run);
  eup_run_flush (&run);
  return run.n;
}
