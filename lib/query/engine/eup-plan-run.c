/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-plan-run.h"

#include <string.h>

#include "values/eup-date-cell.h"

static inline gboolean
rest_fits (const EupRun *run,
           guint32       row)
{
  const EupTablePlan *table = run->table;

  for (guint i = 0; i < table->n_rest; i++)
    if (!eup_filter_matches (table->rest[i], &run->plan->reader, table->table, row))
      return FALSE;
  return TRUE;
}

static void
take (EupRun  *run,
      guint32  row)
{
  guint32 item = run->as_numbers ? eup_store_number_of (run->plan->index->store, run->table->table, row) : row;

  run->n++;
  if (run->rows != NULL)
    g_array_append_val (run->rows, item);
}

/* How many days after its first one a date ends at the latest, by its span. */
static const guint16 longest[] = { 0, 30, 91, 365, 3652 };

static inline gboolean
is_changed (const EupRun *run,
            guint32       row)
{
  return run->any_changed && eup_query_index_is_changed (run->plan->index, run->table->table, row);
}

/* What has changed, and may be gone, is not read. */
static inline gboolean
date_fits (const EupRun *run,
           guint32       rank,
           guint32       row)
{
  const EupDateTest *test = &run->table->date;
  guint32 date = run->table->dates->dates[rank], first = eup_date_cell_first_day (date);

  /* Most dates are known to lie within without their last day. */
  if (date != 0 && first >= test->days.first
      && ((first <= test->days.last && test->days.last - first >= longest[eup_date_cell_span (date)])
          || eup_date_cell_last_day (date) <= test->days.last))
    return TRUE;
  return !test->is_exact && !is_changed (run, row)
         && eup_filter_matches (test->filter, &run->plan->reader, run->table->table, row);
}

/* Replaces the ranks that wait by the rows of those that fit. */
static guint
keep_fitting (EupRun *run)
{
  const EupTablePlan *table = run->table;
  const guint32 *rows = run->ranked;
  const gboolean is_dated = table->date.is_used, any_other = run->any_changed || table->n_rest > 0;
  guint n = 0;

  if (!is_dated && !any_other)
    {
      for (guint i = 0; rows != NULL && i < run->n_pending; i++)
        run->pending[i] = rows[run->pending[i]];
      return run->n_pending;
    }
  for (guint i = 0; i < run->n_pending; i++)
    {
      guint32 rank = run->pending[i], row = rows == NULL ? rank : rows[rank];

      run->pending[n] = row;
      n += (!is_dated || date_fits (run, rank, row)) && (!any_other || (!is_changed (run, row) && rest_fits (run, row)));
    }
  return n;
}

/* Looks at the ranks that wait. They are read together, so that none waits for what is read of another. */
static void
flush_pending (EupRun *run)
{
  const EupTablePlan *table = run->table;
  guint64 cost = run->n_pending == 0 || (table->n_rest == 0 && !table->date.is_used) ? 1 : eup_plan_row_cost (run->plan, table->table);
  guint n = eup_work_add (&run->plan->index->work, run->n_pending * cost) ? keep_fitting (run) : 0;

  if (run->plan->index->work.is_cancelled)
    run->want = n = 0; /* ends all loops */
  if (run->rows != NULL && n > 0)
    {
      const EupNumber *numbers = run->plan->index->store->tables[run->table->table]->numbers;

      for (guint i = 0; run->as_numbers && i < n; i++)
        run->pending[i] = numbers[run->pending[i]];
      g_array_append_vals (run->rows, run->pending, n);
    }
  run->n += n;
  run->n_pending = 0;
  run->room = run->want <= run->n ? G_N_ELEMENTS (run->pending) : (guint) MIN (run->want - run->n, G_N_ELEMENTS (run->pending));
}

/* So many wait at most as are still wanted: no rank is looked at in vain. */
static inline void
add_pending (EupRun  *run,
             guint32  rank)
{
  run->pending[run->n_pending++] = rank;
  if (run->n_pending == run->room)
    flush_pending (run);
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

static inline void
try_rank (EupRun  *run,
          guint32 *places,
          guint32  rank,
          gboolean descending)
{
  const EupTablePlan *table = run->table;

  if ((table->n_bytes == 0 || bytes_fit (table, rank))
      && (table->n_lists == 0 || lists_fit (table, places, rank, descending)))
    add_pending (run, rank);
}

/* The ranks in a block that have all bits, and stand between begin and end. Gives a bit for each word that has any: nobody
 * can foretell which these are, so no branch depends on it. */
static guint32
intersect (const EupTablePlan *table,
           guint32             block,
           guint32             begin,
           guint32             end,
           guint64             common[EUP_BLOCK_WORDS])
{
  guint32 first = block * EUP_BLOCK_WORDS, any = 0;

  memcpy (common, table->bits[0] + first, EUP_BLOCK_WORDS * sizeof (guint64));
  for (guint list = 1; list < table->n_bits; list++)
    {
      const guint64 *others = table->bits[list] + first;

      for (guint i = 0; i < EUP_BLOCK_WORDS; i++)
        common[i] &= others[i];
    }
  for (guint i = EUP_BLOCK_WORDS; i-- > 0; )
    any = any << 1 | (common[i] != 0);

  if (block == begin / EUP_BLOCK_RANKS)
    {
      any &= G_MAXUINT32 << (begin / 64 % EUP_BLOCK_WORDS);
      common[begin / 64 % EUP_BLOCK_WORDS] &= G_MAXUINT64 << (begin % 64);
    }
  if (block == end / EUP_BLOCK_RANKS)
    {
      any &= G_MAXUINT32 >> (EUP_BLOCK_WORDS - 1 - end / 64 % EUP_BLOCK_WORDS);
      common[end / 64 % EUP_BLOCK_WORDS] &= ~(G_MAXUINT64 << (end % 64));
    }
  return any;
}

static inline guint
take_bit (guint64  *bits,
          gboolean  descending)
{
  guint bit = descending ? 63 - (guint) __builtin_clzll (*bits) : (guint) __builtin_ctzll (*bits);

  *bits ^= G_GUINT64_CONSTANT (1) << bit;
  return bit;
}

static inline void
run_word (EupRun   *run,
          guint32  *places,
          guint32   first,
          guint64   bits,
          gboolean  descending)
{
  gboolean any_test = run->table->n_bytes + run->table->n_lists > 0;

  while (bits != 0 && run->n < run->want)
    {
      guint n = run->n_pending, room = run->room;

      if (any_test)
        {
          try_rank (run, places, first + take_bit (&bits, descending), descending);
          continue;
        }
      while (bits != 0 && n < room)
        run->pending[n++] = first + take_bit (&bits, descending);
      run->n_pending = n;
      if (n == room)
        flush_pending (run);
    }
}

static void
run_bits (EupRun   *run,
          guint32  *places,
          guint32   begin,
          guint32   end,
          gboolean  descending)
{
  guint32 first = begin / EUP_BLOCK_RANKS, last = end / EUP_BLOCK_RANKS;
  guint64 common[EUP_BLOCK_WORDS];

  for (guint32 i = 0; i <= last - first && run->n < run->want; i++)
    {
      guint32 block = descending ? last - i : first + i;
      guint32 any = intersect (run->table, block, begin, end, common);

      while (any != 0 && run->n < run->want)
        {
          guint word = descending ? 31 - (guint) __builtin_clz (any) : (guint) __builtin_ctz (any);

          any ^= 1u << word;
          run_word (run, places, block * EUP_BLOCK_RANKS + word * 64, common[word], descending);
        }
    }
}

/* Goes through part of the list, or through the ranks themselves where there is none. */
static void
run_part (EupRun   *run,
          guint32   begin,
          guint32   end,
          gboolean  descending)
{
  const EupTablePlan *table = run->table;
  const guint32 *ranks = table->source == EUP_SOURCE_LIST ? table->list.ranks : NULL;
  guint32 places[EUP_PLAN_MAX_TESTS];

  for (guint i = 0; i < table->n_lists; i++)
    places[i] = descending ? table->lists[i].n : 0;
  if (table->n_bits > 0)
    run_bits (run, places, begin, end, descending);
  for (guint32 i = 0; table->n_bits == 0 && i < end - begin && run->n < run->want; i++)
    {
      guint32 at = descending ? end - 1 - i : begin + i;

      try_rank (run, places, ranks == NULL ? at : ranks[at], descending);
    }
  flush_pending (run);
}

/* The first rank that has the date of that one. */
static guint32
first_of_date (const EupDateRanks *dates,
               guint32             rank)
{
  guint32 low = 0, high = rank;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (dates->dates[middle] < dates->dates[rank])
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Of one date the last ids come first when ranks descend: so all that have the last date are fetched, that they can be turned around. */
static void
finish_date (EupRun  *run,
             guint32  begin)
{
  const EupTablePlan *table = run->table;
  guint32 low, high;

  if (run->n < run->want || run->rows == NULL || run->rows->len == 0 || run->plan->index->work.is_cancelled)
    return;
  high = table->dates->ranks[g_array_index (run->rows, guint32, run->rows->len - 1)];
  low = first_of_date (table->dates, high);
  if (table->source == EUP_SOURCE_LIST && table->n_bits == 0)
    {
      high = gallop (&table->list, 0, high);
      low = gallop (&table->list, 0, low);
    }
  run->want = G_MAXUINT64;
  run->room = G_N_ELEMENTS (run->pending);
  run_part (run, MAX (low, begin), MAX (high, begin), TRUE);
}

static void
turn_around (guint32 *items,
             guint    n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      guint32 item = items[i];

      items[i] = items[n - 1 - i];
      items[n - 1 - i] = item;
    }
}

/* Rows whose ranks descend, so that the ids of each date ascend. */
static void
turn_dates_around (const EupDateRanks *dates,
                   GArray             *rows)
{
  guint32 *items = (guint32 *) (gpointer) rows->data;

  for (guint first = 0, end; first < rows->len; first = end)
    {
      guint32 date = dates->dates[dates->ranks[items[first]]];

      for (end = first + 1; end < rows->len && dates->dates[dates->ranks[items[end]]] == date; end++)
        ;
      turn_around (items + first, end - first);
    }
}

/* In order; those without a date come last in both directions, and stand first in the lists. Descending the dates descend, the ids of each
 * ascend, and there may be more than were wanted; the array then gets rows. */
void
eup_run_ranks (EupRun   *run,
               gboolean  descending)
{
  const EupTablePlan *table = run->table;
  guint32 begin = table->first, end = table->end, n_undated = table->order == EUP_RANKS_BY_DATE ? table->dates->n_undated : 0;
  guint32 middle = CLAMP (n_undated, begin, end);

  run->ranked = table->ranked;
  if (table->source == EUP_SOURCE_LIST)
    {
      begin = 0;
      end = table->n_bits > 0 ? table->n_ranks : table->list.n;
      middle = table->n_bits > 0 ? n_undated : gallop (&table->list, 0, n_undated);
    }
  if (descending)
    {
      run_part (run, begin, end, TRUE);
      finish_date (run, begin);
      if (run->rows != NULL)
        turn_dates_around (table->dates, run->rows);
      return;
    }
  run_part (run, middle, end, FALSE);
  run_part (run, begin, middle, FALSE);
}

/* As they stand: what has changed is looked at like all others. */
static void
run_rows (EupRun *run)
{
  const EupTablePlan *table = run->table;
  EupStore *store = run->plan->index->store;
  gboolean is_list = table->source == EUP_SOURCE_ROWS;
  guint32 n = is_list ? table->rows->len : eup_store_n_rows (store, table->table);

  run->any_changed = FALSE;
  run->ranked = NULL;
  for (guint32 i = 0; i < n && run->n < run->want; i++)
    {
      guint32 row = is_list ? g_array_index (table->rows, guint32, i) : i;

      if (eup_store_is_alive (store, table->table, row))
        add_pending (run, row);
    }
  flush_pending (run);
}

/* All rows in the order of their ids, as far as they are wanted. */
void
eup_run_ids (EupRun *run)
{
  const EupIdRanks *ids = eup_query_index_ids (run->plan->index, run->table->table);

  run->ranked = ids->rows;
  for (guint32 rank = 0; rank < ids->n && run->n < run->want; rank++)
    add_pending (run, rank);
  flush_pending (run);
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
          && eup_work_add (&index->work, eup_plan_row_cost (run->plan, table))
          && eup_filter_matches (run->plan->filter, &run->plan->reader, table, row))
        take (run, row);
    }
}

void
eup_run_init (EupRun       *run,
              EupPlan      *plan,
              EupTablePlan *table,
              GArray       *rows,
              guint64       want)
{
  run->plan = plan;
  run->table = table;
  run->rows = rows;
  run->n = 0;
  run->want = want;
  run->any_changed = eup_query_index_n_changed (plan->index, table->table) > 0;
  run->as_numbers = FALSE;
  run->ranked = NULL;
  run->n_pending = 0;
  run->room = (guint) MIN (want, G_N_ELEMENTS (run->pending));
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
  return table->source == EUP_SOURCE_LIST && table->n_rest + table->n_bytes + table->n_lists == 0 && table->n_bits <= 1
         && !table->date.is_used && eup_query_index_n_changed (plan->index, table->table) == 0;
}

guint64
eup_plan_visit (EupPlan      *plan,
                EupTablePlan *table,
                GArray       *rows)
{
  EupRun run;

  eup_run_init (&run, plan, table, rows, G_MAXUINT64);
  if (eup_table_plan_is_ranked (table))
    {
      eup_run_ranks (&run, FALSE);
      eup_run_changed (&run);
    }
  else
    run_rows (&run);
  return run.n;
}
