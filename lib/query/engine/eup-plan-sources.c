/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-plan.h"

#include <string.h>

#include "query/engine/eup-milestone-source.h"
#include "values/eup-date-cell.h"

/* So few rows are looked at one by one before a list is made of them. */
#define FEW_ROWS 256

/* Sorting what comes out of order costs about so many times what reading it in order does. */
#define SORT_COST 8

#define NO_SOURCE G_MAXUINT64

/* What the day changes is not in the lists when another day is asked about. */
static gboolean
lists_hold (const EupPlan *plan,
            EupTableKind   table,
            guint          field)
{
  if (plan->reader.as_of == plan->index->store->as_of)
    return TRUE;
  return table != EUP_TABLE_INITIATIVE
         && field != EUP_QUERY_FIELD_STATUS && field != EUP_QUERY_FIELD_VERDICT && field != EUP_QUERY_FIELD_STATE;
}

static gboolean
has_list (const EupPlan      *plan,
          const EupTablePlan *table,
          const EupFilter    *filter)
{
  if (eup_store_n_alive (plan->index->store, table->table) <= FEW_ROWS || !lists_hold (plan, table->table, filter->field))
    return FALSE;
  return filter->kind == EUP_FILTER_ENUMS || filter->kind == EUP_FILTER_COUNTRIES
         || (filter->kind == EUP_FILTER_NUMBERS && filter->field != EUP_QUERY_FIELD_REF);
}

static guint
list_values (const EupFilter *filter,
             const guint32  **values,
             guint32          bits[64])
{
  guint n = 0;

  if (filter->kind != EUP_FILTER_ENUMS)
    {
      *values = filter->numbers.items;
      return filter->numbers.n;
    }
  for (guint64 rest = filter->bits; rest != 0; rest &= rest - 1)
    bits[n++] = __builtin_ctzll (rest);
  *values = bits;
  return n;
}

static guint64
list_size (EupPlan         *plan,
           EupTablePlan    *table,
           const EupFilter *filter)
{
  const EupPostings *postings = eup_query_index_postings (plan->index, table->order, table->table, filter->field);
  const guint32 *values;
  guint32 bits[64], n;
  guint n_values = list_values (filter, &values, bits);
  guint64 sum = 0;

  for (guint i = 0; i < n_values; i++)
    {
      eup_postings_get (postings, values[i], &n);
      sum += n;
    }
  return sum;
}

static int
compare_ranks (const void *a,
               const void *b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* The list of the filter; several are made one, as bits. */
static void
take_list (EupPlan         *plan,
           EupTablePlan    *table,
           const EupFilter *filter)
{
  EupPostings *postings = eup_query_index_postings (plan->index, table->order, table->table, filter->field);
  const guint32 *values;
  guint32 bits[64], n_words = EUP_RANK_WORDS (postings->n_ranks);
  guint n_values = list_values (filter, &values, bits);

  if (n_values == 1)
    {
      table->list.ranks = eup_postings_get (postings, values[0], &table->list.n);
      return;
    }

  table->bits[table->n_bits++] = table->own_bits = g_new0 (guint64, n_words);
  for (guint i = 0; i < n_values; i++)
    {
      const guint64 *others = eup_postings_get_bits (postings, values[i]);
      guint32 n;
      const guint32 *ranks = eup_postings_get (postings, values[i], &n);

      for (guint32 j = 0; others != NULL && j < n_words; j++)
        table->own_bits[j] |= others[j];
      for (guint32 j = 0; others == NULL && j < n; j++)
        table->own_bits[ranks[j] / 64] |= G_GUINT64_CONSTANT (1) << (ranks[j] % 64);
    }
  for (guint32 i = 0; i < n_words; i++)
    table->list.n += (guint32) __builtin_popcountll (table->own_bits[i]);
}

/* Another list that is long, and has bits as the one that is followed has: they are compared 64 at a time. */
static gboolean
add_bits (EupPlan         *plan,
          EupTablePlan    *table,
          const EupFilter *filter)
{
  const guint32 *values, *driver_values;
  guint32 bits[64], driver_bits[64];
  const guint64 *first = NULL, *second;

  if (table->source != EUP_SOURCE_LIST || table->n_bits == EUP_PLAN_MAX_TESTS || list_values (filter, &values, bits) != 1)
    return FALSE;
  second = eup_postings_get_bits (eup_query_index_postings (plan->index, table->order, table->table, filter->field), values[0]);
  if (second == NULL)
    return FALSE;
  if (table->n_bits == 0)
    {
      list_values (table->driver, &driver_values, driver_bits);
      first = eup_postings_get_bits (eup_query_index_postings (plan->index, table->order, table->table, table->driver->field),
                                     driver_values[0]);
      if (first == NULL)
        return FALSE;
      table->bits[table->n_bits++] = first;
    }
  table->bits[table->n_bits++] = second;
  return TRUE;
}

/* The first rank after the undated whose date begins at or after that day. */
static guint32
rank_of_day (const EupDateRanks *dates,
             guint32             day)
{
  guint32 low = dates->n_undated, high = dates->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (eup_date_cell_first_day (dates->dates[middle]) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_date_range (const EupTablePlan *table,
               const EupFilter    *filter)
{
  return table->table == EUP_TABLE_MILESTONE && filter->kind == EUP_FILTER_DATES && filter->n == 1;
}

static void
find_range (EupPlan         *plan,
            EupTablePlan    *table,
            const EupFilter *filter,
            guint32         *first,
            guint32         *end)
{
  const EupDateRanks *dates = eup_query_index_dates (plan->index, table->table);

  *first = rank_of_day (dates, filter->days[0].first);
  *end = filter->days[0].last == G_MAXUINT32 ? dates->n : rank_of_day (dates, filter->days[0].last + 1);
  *end = MAX (*end, *first);
}

/* The milestones of the entities, or the entities themselves. */
static gboolean
has_relation (const EupTablePlan *table,
              const EupFilter    *filter)
{
  if (filter->kind != EUP_FILTER_NUMBERS)
    return FALSE;
  if (filter->field == EUP_QUERY_FIELD_REF)
    return TRUE;
  return filter->field == EUP_QUERY_FIELD_INITIATIVE
         && (table->table == EUP_TABLE_INITIATIVE || table->table == EUP_TABLE_MILESTONE);
}

static guint64
relation_size (EupPlan         *plan,
               EupTablePlan    *table,
               const EupFilter *filter)
{
  g_auto (EupNumbers) bearers;

  eup_numbers_init (&bearers);
  for (guint i = 0; i < filter->numbers.n; i++)
    eup_field_reader_bearers (&plan->reader, filter->field, filter->numbers.items[i], &bearers);
  return bearers.n;
}

static guint64
estimate (EupPlan         *plan,
          EupTablePlan    *table,
          const EupFilter *filter,
          EupSourceKind   *source)
{
  guint32 first, end;

  *source = EUP_SOURCE_ROWS;
  if (filter->kind == EUP_FILTER_IDS)
    return filter->numbers.n;
  if (has_relation (table, filter))
    return relation_size (plan, table, filter);
  if (filter->kind == EUP_FILTER_SET)
    return filter->set->numbers->len;
  if (filter->kind == EUP_FILTER_MILESTONE)
    return eup_milestone_source_size (plan, filter, table->table);
  if (filter->kind == EUP_FILTER_WORDS)
    return eup_store_n_alive (plan->index->store, table->table) / 16;
  if (is_date_range (table, filter) && eup_store_n_alive (plan->index->store, table->table) > FEW_ROWS)
    {
      *source = EUP_SOURCE_RANGE;
      find_range (plan, table, filter, &first, &end);
      return end - first;
    }
  if (has_list (plan, table, filter))
    {
      *source = EUP_SOURCE_LIST;
      return list_size (plan, table, filter);
    }
  return NO_SOURCE;
}

static void
add_row (EupPlan      *plan,
         EupTablePlan *table,
         EupNumber     number)
{
  guint32 row = eup_store_row_in (plan->index->store, number, table->table);

  if (row != EUP_NO_ROW)
    g_array_append_val (table->rows, row);
}

static void
drop_double_rows (GArray *rows)
{
  guint kept = 0;

  g_array_sort (rows, compare_ranks);
  for (guint i = 0; i < rows->len; i++)
    if (kept == 0 || g_array_index (rows, guint32, kept - 1) != g_array_index (rows, guint32, i))
      g_array_index (rows, guint32, kept++) = g_array_index (rows, guint32, i);
  g_array_set_size (rows, kept);
}

static void
take_rows (EupPlan         *plan,
           EupTablePlan    *table,
           const EupFilter *filter)
{
  table->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (filter->kind == EUP_FILTER_SET)
    {
      for (guint i = 0; i < filter->set->numbers->len; i++)
        add_row (plan, table, g_array_index (filter->set->numbers, EupNumber, i));
      return;
    }
  if (filter->kind == EUP_FILTER_WORDS)
    {
      eup_word_hits_find (filter->hits);
      for (guint32 word = 0; word * 64 < filter->hits->n_rows[table->table]; word++)
        for (guint64 rest = filter->hits->rows[table->table][word]; rest != 0; rest &= rest - 1)
          {
            guint32 row = word * 64 + (guint32) __builtin_ctzll (rest);

            g_array_append_val (table->rows, row);
          }
      return;
    }
  if (filter->kind == EUP_FILTER_MILESTONE)
    {
      eup_milestone_source_rows (plan, filter, table->table, table->rows);
      drop_double_rows (table->rows);
      table->is_exact = TRUE;
      return;
    }

  for (guint i = 0; i < filter->numbers.n; i++)
    {
      g_auto (EupNumbers) bearers;

      eup_numbers_init (&bearers);
      if (filter->kind == EUP_FILTER_NUMBERS)
        eup_field_reader_bearers (&plan->reader, filter->field, filter->numbers.items[i], &bearers);
      else
        eup_numbers_append (&bearers, filter->numbers.items[i]);
      for (guint j = 0; j < bearers.n; j++)
        add_row (plan, table, bearers.items[j]);
    }
  drop_double_rows (table->rows);
  table->is_exact = filter->kind == EUP_FILTER_IDS;
}

gboolean
eup_plan_sorts_by_date (const EupPlan *plan)
{
  return plan->ordering.n_sort == 1 && plan->ordering.sort[0].field == EUP_QUERY_FIELD_DATE;
}

/* What can be tested by rank, before any row is looked at. */
static gboolean
add_rank_test (EupPlan         *plan,
               EupTablePlan    *table,
               const EupFilter *filter)
{
  const EupPostings *postings;

  if (filter->kind == EUP_FILTER_DATES && filter->n == 1 && !table->date.is_used && table->order == EUP_RANKS_BY_DATE
      && (table->table == EUP_TABLE_MILESTONE || table->table == EUP_TABLE_INITIATIVE))
    {
      table->date = (EupDateTest) { TRUE, table->table == EUP_TABLE_MILESTONE, filter->days[0], filter };
      return TRUE;
    }
  if (!has_list (plan, table, filter))
    return FALSE;
  if (add_bits (plan, table, filter))
    return TRUE;

  postings = eup_query_index_postings (plan->index, table->order, table->table, filter->field);
  if (filter->kind == EUP_FILTER_ENUMS && postings->values != NULL && table->n_bytes < EUP_PLAN_MAX_TESTS)
    {
      table->bytes[table->n_bytes++] = (EupByteTest) { postings->values, filter->bits };
      return TRUE;
    }
  if (filter->numbers.n == 1 && filter->kind != EUP_FILTER_ENUMS && table->n_lists < EUP_PLAN_MAX_TESTS)
    {
      EupRankList *list = &table->lists[table->n_lists++];

      list->ranks = eup_postings_get (postings, filter->numbers.items[0], &list->n);
      return TRUE;
    }
  return FALSE;
}

/* What is tested quickly goes first. */
static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  return eup_filter_weight (*(const EupFilter * const *) a) - eup_filter_weight (*(const EupFilter * const *) b);
}

static gboolean
is_in_order (const EupTablePlan *table)
{
  for (guint i = 1; i < table->n_rest; i++)
    if (eup_filter_weight (table->rest[i - 1]) > eup_filter_weight (table->rest[i]))
      return FALSE;
  return TRUE;
}

static void
add_tests (EupPlan      *plan,
           EupTablePlan *table)
{
  gboolean by_rank = table->source == EUP_SOURCE_LIST || table->source == EUP_SOURCE_RANGE;

  if (!eup_work_add (&plan->index->work, 0))
    return;
  table->rest = g_new (const EupFilter *, MAX (plan->n_conjuncts, 1));
  for (guint i = 0; i < plan->n_conjuncts; i++)
    {
      const EupFilter *filter = plan->conjuncts[i];

      if ((filter == table->driver && table->is_exact) || eup_filter_matches_of_type (filter, table->table) == EUP_MATCHES_ALWAYS)
        continue;
      if (!by_rank || !add_rank_test (plan, table, filter))
        table->rest[table->n_rest++] = filter;
    }
  if (!is_in_order (table))
    g_qsort_with_data (table->rest, (int) table->n_rest, sizeof *table->rest, compare_weights, NULL);
}

static void
take_ranks (EupPlan      *plan,
            EupTablePlan *table)
{
  if (table->order == EUP_RANKS_BY_ID)
    {
      const EupIdRanks *ids = eup_query_index_ids (plan->index, table->table);

      table->ranked = ids->rows;
      table->n_ranks = ids->n;
      return;
    }
  table->dates = eup_query_index_dates (plan->index, table->table);
  table->ranked = table->dates->rows;
  table->n_ranks = table->dates->n;
}

/* Takes the source with the fewest candidates; one that is in the order wanted may have more of them. */
void
eup_plan_choose (EupPlan      *plan,
                 EupTablePlan *table,
                 gboolean      wants_dates)
{
  guint32 n_alive = eup_store_n_alive (plan->index->store, table->table);
  guint64 best = wants_dates ? (guint64) n_alive * SORT_COST : n_alive;

  table->order = plan->ordering.n_sort == 0 ? EUP_RANKS_BY_ID : EUP_RANKS_BY_DATE;
  for (guint i = 0; i < plan->n_conjuncts; i++)
    {
      EupSourceKind source;
      guint64 cost;

      if (eup_filter_matches_of_type (plan->conjuncts[i], table->table) != EUP_MATCHES_MAYBE)
        continue;
      cost = estimate (plan, table, plan->conjuncts[i], &source);
      if (cost == NO_SOURCE)
        continue;
      if (wants_dates && source == EUP_SOURCE_ROWS)
        cost *= SORT_COST;
      if (cost < best)
        {
          best = cost;
          table->n_candidates = wants_dates && source == EUP_SOURCE_ROWS ? cost / SORT_COST : cost;
          table->source = source;
          table->driver = plan->conjuncts[i];
        }
    }

  table->wants_dates = wants_dates;
}

guint64
eup_plan_n_candidates (EupPlan       *plan,
                       EupTablePlan  *table,
                       const EupCost *cost)
{
  guint32 n_alive = eup_store_n_alive (plan->index->store, table->table);

  if (table->driver == NULL)
    return n_alive;
  if (table->driver->kind == EUP_FILTER_WORDS)
    return MIN (eup_cost_n_documents (cost, table->driver), n_alive);
  return MIN (table->n_candidates, n_alive);
}

void
eup_plan_fetch (EupPlan      *plan,
                EupTablePlan *table)
{
  guint32 n_alive = eup_store_n_alive (plan->index->store, table->table);

  if (table->driver == NULL && table->wants_dates && n_alive > FEW_ROWS && lists_hold (plan, table->table, EUP_QUERY_FIELD_DATE))
    {
      table->source = EUP_SOURCE_RANGE;
      table->end = eup_query_index_dates (plan->index, table->table)->n;
    }
  else if (table->source == EUP_SOURCE_RANGE)
    {
      table->order = EUP_RANKS_BY_DATE;
      find_range (plan, table, table->driver, &table->first, &table->end);
    }
  else if (table->source == EUP_SOURCE_LIST)
    {
      take_list (plan, table, table->driver);
      table->is_exact = TRUE;
    }
  else if (table->source == EUP_SOURCE_ROWS)
    take_rows (plan, table, table->driver);
  if (table->source == EUP_SOURCE_LIST || table->source == EUP_SOURCE_RANGE)
    take_ranks (plan, table);
  add_tests (plan, table);
}
