/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-plan.h"

#include <string.h>

#include "query/engine/eup-merge.h"
#include "query/engine/eup-plan-run.h"
#include "query/language/eup-query-same.h"
#include "words/eup-words.h"
#include "values/eup-date-cell.h"
#include "values/eup-debug.h"

void
eup_plan_take_conjuncts (EupPlan *plan)
{
  const EupFilter *filter = plan->filter;

  plan->n_conjuncts = filter->kind == EUP_FILTER_AND ? filter->n : 1;
  plan->conjuncts = g_new (const EupFilter *, plan->n_conjuncts);
  for (guint i = 0; i < plan->n_conjuncts; i++)
    plan->conjuncts[i] = filter->kind == EUP_FILTER_AND ? filter->children[i] : filter;
}

static void
take_order (EupPlan               *plan,
            const EupQueryContext *context)
{
  const EupQuerySpec *spec = plan->spec;
  guint n_top = 0;

  plan->words = eup_query_node_ranked_words (spec->condition);
  plan->n_words = plan->words == NULL ? 0 : plan->words->len;
  plan->rank = (EupQuerySort) { EUP_QUERY_FIELD_RANK, FALSE };
  plan->ordering = (EupOrdering) { plan->index, plan->reader, spec->sort, spec->n_sort,
                                   context->reading, context->compare_text, context->compare_data, context->add_text_key };
  if (spec->n_sort == 0 && plan->n_words > 0)
    {
      plan->ordering.sort = &plan->rank;
      plan->ordering.n_sort = 1;
    }

  for (guint i = 0; i < plan->n_conjuncts; i++)
    n_top += plan->conjuncts[i]->kind == EUP_FILTER_WORDS && plan->conjuncts[i]->hits->n_nodes == 1;
  plan->by_words = plan->n_words > 0 && n_top == plan->n_words && plan->ordering.n_sort == 1
                   && plan->ordering.sort[0].field == EUP_QUERY_FIELD_RANK && !plan->ordering.sort[0].descending;
}

static void
set_cancelled (EupQueryIndex  *index,
               GError        **error)
{
  eup_query_index_abandon (index);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the question was cancelled");
}

EupFieldReader
eup_plan_field_reader (const EupQueryContext *context,
                       const EupQuerySpec    *spec)
{
  EupFieldReader reader = { context->index->store, context->as_of, NULL };

  eup_query_index_refresh (context->index);
  if (spec->as_of != 0)
    reader.as_of = eup_date_cell_last_day (spec->as_of);
  reader.derived = eup_query_index_derived (context->index, reader.as_of);
  return reader;
}

/* What the condition has to know of the store before rows are looked at. */
static void
make_filter (EupPlan *plan)
{
  g_auto (EupNames) names;
  g_autoptr (GHashTable) made = eup_query_node_may_repeat (plan->condition) ? eup_query_node_table_new () : NULL;
  EupFilterContext filters = { plan->index, plan->reader, plan->spec->languages, &names, made, plan->phrases };

  if (plan->condition->is_ranked && (plan->condition->needs & EUP_QUERY_NEEDS_TEXTS))
    filters.phrases = plan->phrases = eup_words_phrases_new ();
  eup_names_init (&names, plan->index->store, plan->condition, &plan->index->work);
  plan->filter = eup_filter_new (&filters, plan->condition);
}

static void
list_tables (EupPlan *plan)
{
  EupStore *store = plan->index->store;

  plan->n_tables = 0;
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    {
      EupMatches verdict = eup_store_n_alive (store, i) == 0 ? EUP_MATCHES_NEVER : eup_filter_matches_of_type (plan->filter, i);

      if (verdict != EUP_MATCHES_NEVER)
        plan->tables[plan->n_tables++] = (EupTablePlan) { .table = i, .verdict = verdict };
    }
}

/* The documents of the rarest word are those that the others are looked for in, and all else. */
static gboolean
add_cost_by_words (EupPlan *plan,
                   EupCost *cost)
{
  guint64 n_rows[EUP_N_ENTITY_TABLES] = { 0 }, least = G_MAXUINT64;

  for (guint i = 0; i < plan->n_conjuncts; i++)
    if (plan->conjuncts[i]->kind == EUP_FILTER_WORDS)
      least = MIN (least, eup_cost_n_documents (cost, plan->conjuncts[i]));
  for (guint i = 0; i < plan->n_tables; i++)
    n_rows[plan->tables[i].table] = MIN (least, eup_store_n_alive (plan->index->store, plan->tables[i].table));
  if (!eup_cost_add_intersection (cost, plan->conjuncts[plan->n_conjuncts - 1], least, plan->n_words))
    return FALSE;
  for (guint i = 0; i < plan->n_conjuncts; i++)
    if (plan->conjuncts[i]->kind != EUP_FILTER_WORDS && !eup_cost_add_rows (cost, plan->conjuncts[i], n_rows))
      return FALSE;
  return TRUE;
}

static gboolean
add_cost_by_rows (EupPlan *plan,
                  EupCost *cost)
{
  guint64 n_rows[EUP_N_ENTITY_TABLES] = { 0 }, n = 0, want = (guint64) plan->spec->offset + plan->spec->limit;
  gboolean is_sorted = plan->n_tables == 1 && eup_plan_sorts_by_date (plan) && plan->n_words == 0;

  for (guint i = 0; i < plan->n_tables; i++)
    n += n_rows[plan->tables[i].table] = eup_plan_n_candidates (plan, &plan->tables[i], cost);
  return eup_cost_add_rows (cost, plan->filter, n_rows)
         && (is_sorted || eup_cost_add_sorting (cost, plan->filter, eup_ordering_cost (&plan->ordering, n, want)));
}

static void
choose_sources (EupPlan *plan)
{
  gboolean wants_dates = plan->n_tables == 1 && eup_plan_sorts_by_date (plan);

  for (guint i = 0; i < plan->n_tables; i++)
    eup_plan_choose (plan, &plan->tables[i], wants_dates);
}

/* Long builds can be cancelled; what comes after them relies on their being there. */
static gboolean
prepare_indexes (EupPlan *plan)
{
  if (plan->spec->condition->is_ranked)
    eup_query_index_words (plan->index);
  return eup_work_look (&plan->index->work);
}

static void
print_refused (const EupQuerySpec *spec,
               const char         *why)
{
  g_autofree char *query = eup_query_print (spec);

  eup_debug_print (EUP_DEBUG_PLAN, "query: %s\n%s", query, why);
}

/* Chooses how the question is answered. */
static void
prepare (EupPlan               *plan,
         const EupQueryContext *context)
{
  make_filter (plan);
  eup_plan_take_conjuncts (plan);
  take_order (plan, context);
  list_tables (plan);
  if (!plan->by_words)
    choose_sources (plan);
}

/* The same, if it does not cost too much. */
static gboolean
prepare_affordable (EupPlan               *plan,
                    const EupQueryContext *context,
                    GError               **error)
{
  g_auto (EupCost) cost;

  eup_cost_init (&cost, plan->index, plan->spec, context->max_cost, error);
  if (eup_cost_add_finding (&cost, plan->condition) && prepare_indexes (plan))
    {
      prepare (plan, context);
      if (plan->by_words)
        add_cost_by_words (plan, &cost);
      else
        add_cost_by_rows (plan, &cost);
    }
  plan->estimate = cost.sum;
  return !cost.is_over;
}

gboolean
eup_plan_init (EupPlan                *plan,
               const EupQueryContext  *context,
               const EupQuerySpec     *spec,
               GError                **error)
{
  EupQueryIndex *index = context->index;
  gboolean is_affordable = TRUE;

  eup_work_begin (&index->work, context->cancellable);
  eup_query_index_refresh (index);
  memset (plan, 0, G_STRUCT_OFFSET (EupPlan, tables));
  plan->index = index;
  plan->spec = spec;
  plan->reader = eup_plan_field_reader (context, spec);
  plan->reader.work = &index->work;
  plan->condition = eup_query_node_merged (spec->condition);
  plan->n_tables = 0;

  if (context->max_cost != 0 || !eup_cost_is_small (index, plan->condition))
    is_affordable = prepare_affordable (plan, context, error);
  else if (prepare_indexes (plan))
    prepare (plan, context);
  for (guint i = 0; is_affordable && !plan->by_words && i < plan->n_tables; i++)
    eup_plan_fetch (plan, &plan->tables[i]);
  if (is_affordable && eup_work_look (&index->work))
    return TRUE;

  if (eup_debug_is_on (EUP_DEBUG_PLAN))
    print_refused (spec, is_affordable ? "cancelled" : "refused: costs too much");
  eup_plan_clear (plan);
  if (is_affordable)
    set_cancelled (index, error);
  return FALSE;
}

void
eup_plan_clear (EupPlan *plan)
{
  for (guint i = 0; i < plan->n_tables; i++)
    {
      g_clear_pointer (&plan->tables[i].rows, g_array_unref);
      g_free (plan->tables[i].own_bits);
      g_free (plan->tables[i].rest);
    }
  g_free (plan->conjuncts);
  g_clear_pointer (&plan->words, g_ptr_array_unref);
  g_clear_pointer (&plan->phrases, g_hash_table_unref);
  g_clear_pointer (&plan->filter, eup_filter_free);
  g_clear_pointer (&plan->condition, eup_query_node_unref);
}

guint64
eup_plan_row_cost (EupPlan      *plan,
                   EupTableKind  table)
{
  if (plan->row_cost[table] == 0)
    plan->row_cost[table] = 1 + eup_filter_fixed_cost (plan->filter, table);
  return plan->row_cost[table];
}

static gboolean
accept_row (gpointer     data,
            EupTableKind table,
            guint32      row)
{
  EupPlan *plan = data;

  if (!eup_work_add (&plan->index->work, eup_plan_row_cost (plan, table)))
    return FALSE;
  for (guint i = 0; i < plan->n_conjuncts; i++)
    if (plan->conjuncts[i]->kind != EUP_FILTER_WORDS
        && !eup_filter_matches (plan->conjuncts[i], &plan->reader, table, row))
      return FALSE;
  return TRUE;
}

static EupWordsQuery
words_query (EupPlan *plan)
{
  EupWordsQuery query = { (const EupWordsPhrase * const *) plan->words->pdata, plan->n_words,
                          (const char * const *) plan->spec->languages };

  return query;
}

/* The best ones, and how many there are in all if that is asked. */
static guint
search_words (EupPlan      *plan,
              guint         k,
              EupWordsHit **hits,
              guint64      *n_total)
{
  EupWordsQuery query = words_query (plan);
  gboolean tests = plan->n_conjuncts > plan->n_words;

  for (guint i = 0; i < plan->n_tables; i++)
    query.tables |= 1u << plan->tables[i].table;
  if (tests)
    {
      query.accept = accept_row;
      query.accept_data = plan;
    }
  if (plan->n_tables == 0)
    {
      *hits = NULL;
      if (n_total != NULL)
        *n_total = 0;
      return 0;
    }
  return eup_words_search (eup_query_index_words (plan->index), plan->index->store, &query, k, hits, n_total);
}

static guint
n_documents (EupPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    n += eup_store_n_alive (plan->index->store, i);
  return n;
}

guint64
eup_plan_count (EupPlan *plan)
{
  guint64 sum = 0;

  if (plan->by_words)
    {
      g_autofree EupWordsHit *hits = NULL;

      search_words (plan, 1, &hits, &sum);
      return sum;
    }
  for (guint i = 0; i < plan->n_tables; i++)
    {
      EupTablePlan *table = &plan->tables[i];

      if (table->verdict == EUP_MATCHES_ALWAYS)
        sum += eup_store_n_alive (plan->index->store, table->table);
      else if (eup_plan_is_plain_list (plan, table))
        sum += table->list.n;
      else
        sum += eup_plan_visit (plan, table, NULL);
    }
  return sum;
}

static void
append_numbers (EupPlan      *plan,
                EupTablePlan *table,
                const GArray *rows,
                GArray       *numbers)
{
  const EupNumber *known = rows->len == 0 ? NULL : plan->index->store->tables[table->table]->numbers;
  guint first = numbers->len;

  g_array_set_size (numbers, first + rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (numbers, EupNumber, first + i) = known[g_array_index (rows, guint32, i)];
}

/* By type and id: each type by itself, until there are enough. */
static void
run_by_id (EupPlan   *plan,
           guint64    want,
           EupAnswer *answer)
{
  GArray *numbers = answer->numbers;

  for (guint i = 0; i < plan->n_tables; i++)
    {
      EupTablePlan *table = &plan->tables[i];
      gboolean is_ranked = eup_table_plan_is_ranked (table) && table->order == EUP_RANKS_BY_ID;
      gboolean in_order = is_ranked || table->source == EUP_SOURCE_SCAN;
      g_autoptr (GArray) rows = NULL;
      EupRun run;

      if (numbers->len >= want)
        return;
      eup_run_init (&run, plan, table, numbers, want - numbers->len);
      run.as_numbers = in_order && !run.any_changed;
      if (!run.as_numbers)
        run.rows = rows = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (is_ranked)
        eup_run_ranks (&run, FALSE);
      else if (in_order)
        eup_run_ids (&run);
      else
        eup_plan_visit (plan, table, rows);
      if (run.any_changed && in_order)
        eup_run_changed (&run);
      if (rows != NULL)
        {
          eup_ordering_sort_rows (&plan->ordering, table->table, rows);
          append_numbers (plan, table, rows, numbers);
        }
      if (run.n >= run.want)
        return;
    }
  answer->is_total_known = TRUE;
  answer->n_total = numbers->len;
}

/* By date from lists that are in that order; of those that changed since, the right ones are mixed in. */
static void
run_by_date (EupPlan   *plan,
             guint64    want,
             EupAnswer *answer)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  EupRun run;

  eup_run_init (&run, plan, &plan->tables[0], rows, want);
  eup_run_ranks (&run, plan->ordering.sort[0].descending);
  append_numbers (plan, &plan->tables[0], rows, answer->numbers);
  answer->is_total_known = run.n < want;
  run.rows = answer->numbers;
  run.as_numbers = TRUE;
  if (run.any_changed)
    eup_run_changed (&run);
  answer->n_total = run.n;
  if (run.any_changed)
    eup_ordering_sort (&plan->ordering, answer->numbers, NULL, (guint) MIN (want, G_MAXUINT));
}

static GArray *
score (EupPlan *plan,
       GArray  *numbers)
{
  GArray *scores;
  EupWordsQuery query;

  if (plan->n_words == 0)
    return NULL;
  scores = g_array_sized_new (FALSE, TRUE, sizeof (double), numbers->len);
  g_array_set_size (scores, numbers->len);
  query = words_query (plan);
  query.phrases = plan->phrases;
  if (numbers->len > 0)
    eup_words_score (eup_query_index_words (plan->index), plan->index->store, &query,
                     (const EupNumber *) numbers->data, numbers->len, (double *) scores->data);
  return scores;
}

static void
run_words (EupPlan   *plan,
           guint      k,
           EupAnswer *answer)
{
  g_autofree EupWordsHit *hits = NULL;
  guint n = search_words (plan, MIN (k, n_documents (plan)), &hits, NULL);

  answer->scores = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (answer->numbers, hits[i].number);
      g_array_append_val (answer->scores, hits[i].score);
    }
  answer->is_total_known = n < k;
  answer->n_total = n;
}

static void
run_all (EupPlan   *plan,
         guint64    want,
         EupAnswer *answer)
{
  for (guint i = 0; i < plan->n_tables; i++)
    {
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

      eup_plan_visit (plan, &plan->tables[i], rows);
      append_numbers (plan, &plan->tables[i], rows, answer->numbers);
    }
  answer->is_total_known = TRUE;
  answer->n_total = answer->numbers->len;
  answer->scores = score (plan, answer->numbers);
  eup_ordering_sort (&plan->ordering, answer->numbers, answer->scores, (guint) MIN (want, G_MAXUINT));
}

static void
cut (EupAnswer *answer,
     guint32    offset,
     guint32    limit)
{
  guint n = answer->numbers->len, first = MIN (offset, n);

  if (first == 0 && n <= limit)
    return;
  n = MIN (n - first, limit);
  g_array_remove_range (answer->numbers, 0, first);
  g_array_set_size (answer->numbers, n);
  if (answer->scores == NULL)
    return;
  g_array_remove_range (answer->scores, 0, first);
  g_array_set_size (answer->scores, n);
}

static void
print_run (EupPlan         *plan,
           const EupAnswer *answer,
           gint64           begin)
{
  g_autofree char *query = eup_query_print (plan->spec);
  g_autofree char *explanation = eup_plan_explain (plan);

  eup_debug_print (EUP_DEBUG_PLAN, "query: %s\n%s%u found in %.3f ms; work %" G_GUINT64_FORMAT ", estimated %" G_GUINT64_FORMAT,
                   query, explanation, answer->numbers->len, eup_debug_milliseconds (begin), plan->index->work.done,
                   plan->estimate);
}

gboolean
eup_plan_run (EupPlan    *plan,
              guint32     offset,
              guint32     limit,
              EupAnswer  *answer,
              GError    **error)
{
  guint64 want = limit == G_MAXUINT32 ? G_MAXUINT64 : (guint64) offset + limit;
  gint64 begin = eup_debug_begin (EUP_DEBUG_PLAN);

  *answer = (EupAnswer) { g_array_new (FALSE, FALSE, sizeof (EupNumber)) };
  if (plan->by_words)
    run_words (plan, (guint) MIN (want, G_MAXUINT), answer);
  else if (plan->ordering.n_sort == 0)
    run_by_id (plan, want, answer);
  else if (plan->n_tables == 1 && eup_plan_sorts_by_date (plan) && eup_table_plan_is_ranked (&plan->tables[0]) && plan->n_words == 0)
    run_by_date (plan, want, answer);
  else
    run_all (plan, want, answer);
  cut (answer, offset, limit);
  if (eup_work_look (&plan->index->work))
    {
      if (begin != 0)
        print_run (plan, answer, begin);
      return TRUE;
    }
  if (begin != 0)
    print_refused (plan->spec, "cancelled");
  eup_answer_clear (answer);
  *answer = (EupAnswer) { g_array_new (FALSE, FALSE, sizeof (EupNumber)) };
  set_cancelled (plan->index, error);
  return FALSE;
}

void
eup_answer_clear (EupAnswer *answer)
{
  g_clear_pointer (&answer->numbers, g_array_unref);
  g_clear_pointer (&answer->scores, g_array_unref);
}

gboolean
eup_plan_matches (EupPlan   *plan,
                  EupNumber  number)
{
  EupTableKind table;
  guint32 row;

  return eup_store_home (plan->index->store, number, &table, &row)
         && eup_work_add (&plan->index->work, eup_plan_row_cost (plan, table))
         && eup_filter_matches (plan->filter, &plan->reader, table, row);
}
