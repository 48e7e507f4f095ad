/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-filter.h"

#include <string.h>

#include "domain/eup-relations.h"
#include "query/eup-names.h"
#include "query/eup-ref-index.h"
#include "query/eup-texts.h"
#include "query/eup-words-text.h"
#include "values/eup-date-cell.h"
#include "values/eup-fold.h"

/* Up to here a number is looked for one by one. */
#define FEW_NUMBERS 8

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static void
sort_numbers (EupNumbers *numbers)
{
  guint kept = 0;

  if (numbers->n > 1)
    qsort (numbers->items, numbers->n, sizeof (guint32), compare_numbers);
  for (guint i = 0; i < numbers->n; i++)
    if (kept == 0 || numbers->items[kept - 1] != numbers->items[i])
      numbers->items[kept++] = numbers->items[i];
  numbers->n = kept;
}

static gboolean
numbers_have (const EupNumbers *numbers,
              guint32           number)
{
  if (numbers->n <= FEW_NUMBERS)
    return eup_numbers_hold (numbers, number);
  return bsearch (&number, numbers->items, numbers->n, sizeof (guint32), compare_numbers) != NULL;
}

static EupDays
days_of (EupOperator          op,
         const EupQueryValue *value)
{
  EupDays days = { 0, G_MAXUINT32 };
  guint32 first = value->low == 0 ? 0 : eup_date_cell_first_day (value->low);
  guint32 last = value->high == 0 ? G_MAXUINT32 : eup_date_cell_last_day (value->high);

  switch (op)
    {
    case EUP_OPERATOR_LESS:
      days.last = first - 1;
      break;
    case EUP_OPERATOR_AT_MOST:
      days.last = last;
      break;
    case EUP_OPERATOR_GREATER:
      days.first = last + 1;
      break;
    case EUP_OPERATOR_AT_LEAST:
      days.first = first;
      break;
    default:
      days = (EupDays) { first, last };
      break;
    }
  return days;
}

static void
find_references (EupFilterContext   *context,
                 const EupQueryNode *node,
                 EupNumbers         *numbers)
{
  EupQueryIndex *index = context->index;

  if (index->refs == NULL)
    index->refs = eup_ref_index_new (index->store);
  for (guint i = 0; i < node->n; i++)
    {
      if (node->op == EUP_OPERATOR_CONTAINS)
        eup_ref_index_search (index->refs, node->values[i].folded, numbers);
      else
        eup_ref_index_find (index->refs, node->values[i].string, numbers);
    }
}

static EupNumberSet *
descendants_of (EupQueryIndex *index,
                EupNumber      number)
{
  EupNumberSet *set;

  if (index->descendants == NULL)
    index->descendants = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) eup_number_set_unref);
  set = g_hash_table_lookup (index->descendants, GUINT_TO_POINTER (number));
  if (set == NULL)
    {
      g_auto (EupNumbers) beneath;

      eup_numbers_init (&beneath);
      eup_relation_collect (index->store, EUP_RELATION_BENEATH, number, &beneath);
      set = eup_number_set_new (index->store->n_symbols);
      for (guint i = 0; i < beneath.n; i++)
        eup_number_set_add (set, beneath.items[i]);
      g_hash_table_insert (index->descendants, GUINT_TO_POINTER (number), set);
    }
  return eup_number_set_ref (set);
}

static EupNumberSet *
union_of_descendants (EupQueryIndex    *index,
                      const EupNumbers *numbers)
{
  EupNumberSet *all;

  if (numbers->n == 1)
    return descendants_of (index, numbers->items[0]);
  all = eup_number_set_new (index->store->n_symbols);
  for (guint i = 0; i < numbers->n; i++)
    {
      g_autoptr (EupNumberSet) set = descendants_of (index, numbers->items[i]);

      for (guint j = 0; j < set->numbers->len; j++)
        eup_number_set_add (all, g_array_index (set->numbers, EupNumber, j));
    }
  return all;
}

static void
take_entities (EupFilterContext   *context,
               const EupQueryNode *node,
               EupNumbers         *numbers)
{
  for (guint i = 0; i < node->n; i++)
    eup_names_resolve (context->index->store, eup_names_tables (node->field), node->values[i].string,
                       node->values[i].folded, numbers);
}

static void
take_ids (EupFilterContext   *context,
          const EupQueryNode *node,
          EupNumbers         *numbers)
{
  for (guint i = 0; i < node->n; i++)
    {
      const char *id = node->values[i].string;

      eup_numbers_add (numbers, eup_store_find (context->index->store, id, strlen (id)));
    }
}

static void
take_text_term (EupFilter          *filter,
                const EupQueryNode *node)
{
  gboolean contains = node->op == EUP_OPERATOR_CONTAINS;

  if (node->field == EUP_QUERY_FIELD_TITLE)
    filter->kind = contains ? EUP_FILTER_TITLE_HAS : EUP_FILTER_TITLE_IS;
  else
    filter->kind = EUP_FILTER_TEXT_HAS;
}

static void
take_term (EupFilter          *filter,
           EupFilterContext   *context,
           const EupQueryNode *node)
{
  switch (eup_query_field_spec (node->field)->kind)
    {
    case EUP_QUERY_KIND_TYPE:
      filter->kind = EUP_FILTER_TABLES;
      filter->tables = 0;
      for (guint i = 0; i < node->n; i++)
        filter->tables |= 1u << node->values[i].number;
      break;
    case EUP_QUERY_KIND_ENUM:
    case EUP_QUERY_KIND_YES_NO:
      filter->kind = EUP_FILTER_ENUMS;
      for (guint i = 0; i < node->n; i++)
        filter->bits |= G_GUINT64_CONSTANT (1) << node->values[i].number;
      break;
    case EUP_QUERY_KIND_ID:
      filter->kind = node->op == EUP_OPERATOR_CONTAINS ? EUP_FILTER_ID_HAS : EUP_FILTER_IDS;
      if (filter->kind == EUP_FILTER_IDS)
        take_ids (context, node, &filter->numbers);
      break;
    case EUP_QUERY_KIND_TEXT:
    case EUP_QUERY_KIND_WORDS:
      take_text_term (filter, node);
      break;
    case EUP_QUERY_KIND_DATE:
      filter->kind = EUP_FILTER_DATES;
      filter->n = node->n;
      filter->days = g_new (EupDays, node->n);
      for (guint i = 0; i < node->n; i++)
        filter->days[i] = days_of (node->op, &node->values[i]);
      break;
    case EUP_QUERY_KIND_COUNTRY:
      filter->kind = EUP_FILTER_COUNTRIES;
      for (guint i = 0; i < node->n; i++)
        eup_numbers_add (&filter->numbers, eup_pack_country (node->values[i].string));
      break;
    case EUP_QUERY_KIND_ENTITY:
      filter->kind = EUP_FILTER_NUMBERS;
      take_entities (context, node, &filter->numbers);
      if (node->field == EUP_QUERY_FIELD_IN)
        {
          filter->kind = EUP_FILTER_SET;
          filter->set = union_of_descendants (context->index, &filter->numbers);
        }
      break;
    case EUP_QUERY_KIND_REFERENCE:
      filter->kind = EUP_FILTER_NUMBERS;
      find_references (context, node, &filter->numbers);
      break;
    case EUP_QUERY_KIND_PROPERTY:
      filter->kind = EUP_FILTER_PROPERTIES;
      break;
    case EUP_QUERY_KIND_FLAG:
    case EUP_QUERY_KIND_OPTION:
    default:
      filter->kind = EUP_FILTER_FLAGS;
      filter->tables = 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE;
      break;
    }
  sort_numbers (&filter->numbers);
}

EupFilter *
eup_filter_new (EupFilterContext *context,
                EupQueryNode     *node)
{
  static const EupFilterKind kinds[] = {
    [EUP_QUERY_ALL] = EUP_FILTER_ALL,
    [EUP_QUERY_AND] = EUP_FILTER_AND,
    [EUP_QUERY_OR] = EUP_FILTER_OR,
    [EUP_QUERY_NOT] = EUP_FILTER_NOT,
    [EUP_QUERY_WORDS] = EUP_FILTER_WORDS,
  };
  EupFilter *filter = g_new (EupFilter, 1);

  *filter = (EupFilter) { .field = node->field, .tables = EUP_QUERY_ALL_TABLES, .node = node,
                          .languages = context->languages };
  eup_numbers_init (&filter->numbers);
  if (node->kind == EUP_QUERY_TERM)
    {
      filter->tables = eup_query_field_spec (node->field)->tables;
      take_term (filter, context, node);
      return filter;
    }

  filter->kind = kinds[node->kind];
  if (node->kind == EUP_QUERY_WORDS)
    filter->hits = eup_word_hits_new (context->index, &node->words, context->languages);
  else if (node->kind != EUP_QUERY_ALL)
    {
      filter->n = node->n;
      filter->children = g_new (EupFilter *, node->n);
      for (guint i = 0; i < node->n; i++)
        filter->children[i] = eup_filter_new (context, node->children[i]);
      for (guint i = 0; node->kind == EUP_QUERY_AND && i < node->n; i++)
        filter->tables &= filter->children[i]->tables;
    }
  return filter;
}

void
eup_filter_free (EupFilter *filter)
{
  for (guint i = 0; filter->children != NULL && i < filter->n; i++)
    eup_filter_free (filter->children[i]);
  g_free (filter->children);
  g_free (filter->days);
  eup_numbers_clear (&filter->numbers);
  g_clear_pointer (&filter->set, eup_number_set_unref);
  g_clear_pointer (&filter->hits, eup_word_hits_free);
  g_free (filter);
}

static gboolean
any_contains (const char *text,
              gpointer    data)
{
  const EupQueryNode *node = data;

  for (guint i = 0; i < node->n; i++)
    if (eup_fold_contains (text, node->values[i].folded))
      return TRUE;
  return FALSE;
}

static gboolean
any_is (const char *text,
        gpointer    data)
{
  const EupQueryNode *node = data;
  g_autofree char *folded = eup_fold_dup (text, -1);

  for (guint i = 0; i < node->n; i++)
    if (strcmp (folded, node->values[i].folded) == 0)
      return TRUE;
  return FALSE;
}

typedef struct
{
  const EupFilter *filter;
  gboolean         found;
} TextSearch;

static gboolean
search_text (gpointer       data,
             EupWordsClass  klass,
             const char    *language,
             const char    *text)
{
  TextSearch *search = data;

  if (language != NULL && !eup_facts_language_is_in (language, search->filter->languages))
    return TRUE;
  search->found = any_contains (text, search->filter->node);
  return !search->found;
}

static gboolean
any_text_contains (const EupFilter *filter,
                   const EupFacts  *facts,
                   EupTableKind     table,
                   guint32          row)
{
  TextSearch search = { filter, FALSE };

  eup_words_each_text (facts->store, table, row, search_text, &search);
  return search.found;
}

static gboolean
numbers_match (const EupFilter *filter,
               const EupFacts  *facts,
               EupTableKind     table,
               guint32          row)
{
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  if (filter->numbers.n == 0)
    return FALSE;
  if (filter->kind == EUP_FILTER_NUMBERS)
    {
      eup_facts_numbers (facts, filter->field, table, row, &numbers);
      for (guint i = 0; i < numbers.n; i++)
        if (numbers_have (&filter->numbers, numbers.items[i]))
          return TRUE;
      return FALSE;
    }

  eup_facts_countries (facts, table, row, &numbers);
  for (guint i = 0; i < numbers.n; i++)
    if (numbers_have (&filter->numbers, eup_pack_country (eup_store_string (facts->store, numbers.items[i]))))
      return TRUE;
  return FALSE;
}

static gboolean
any_value_matches (const EupFilter *filter,
                   const EupFacts  *facts,
                   EupTableKind     table,
                   guint32          row)
{
  const EupQueryNode *node = filter->node;

  if (filter->kind == EUP_FILTER_DATES)
    {
      for (guint i = 0; i < filter->n; i++)
        if (eup_facts_date_within (facts, table, row, filter->days[i].first, filter->days[i].last))
          return TRUE;
      return FALSE;
    }
  for (guint i = 0; i < node->n; i++)
    if (filter->kind == EUP_FILTER_FLAGS
        ? eup_facts_is (facts, node->values[i].number, table, row)
        : eup_facts_has (facts, eup_query_property (node->values[i].number), node->values[i].language, table, row))
      return TRUE;
  return FALSE;
}

gboolean
eup_filter_matches (const EupFilter *filter,
                    const EupFacts  *facts,
                    EupTableKind     table,
                    guint32          row)
{
  if (!(filter->tables >> table & 1))
    return FALSE;
  switch (filter->kind)
    {
    case EUP_FILTER_ALL:
    case EUP_FILTER_TABLES:
      return TRUE;
    case EUP_FILTER_AND:
      for (guint i = 0; i < filter->n; i++)
        if (!eup_filter_matches (filter->children[i], facts, table, row))
          return FALSE;
      return TRUE;
    case EUP_FILTER_OR:
      for (guint i = 0; i < filter->n; i++)
        if (eup_filter_matches (filter->children[i], facts, table, row))
          return TRUE;
      return FALSE;
    case EUP_FILTER_NOT:
      return !eup_filter_matches (filter->children[0], facts, table, row);
    case EUP_FILTER_ENUMS:
      return (eup_facts_enums (facts, filter->field, table, row) & filter->bits) != 0;
    case EUP_FILTER_NUMBERS:
    case EUP_FILTER_COUNTRIES:
      return numbers_match (filter, facts, table, row);
    case EUP_FILTER_IDS:
      return numbers_have (&filter->numbers, eup_store_number_of (facts->store, table, row));
    case EUP_FILTER_SET:
      return eup_number_set_has (filter->set, eup_store_number_of (facts->store, table, row));
    case EUP_FILTER_WORDS:
      return eup_word_hits_have (filter->hits, table, row);
    case EUP_FILTER_ID_HAS:
      return any_contains (eup_store_id (facts->store, eup_store_number_of (facts->store, table, row)), filter->node);
    case EUP_FILTER_TITLE_IS:
      return eup_texts_visit_titles (facts->store, table, row, any_is, filter->node);
    case EUP_FILTER_TITLE_HAS:
      return eup_texts_visit_titles (facts->store, table, row, any_contains, filter->node);
    case EUP_FILTER_TEXT_HAS:
      return any_text_contains (filter, facts, table, row);
    case EUP_FILTER_DATES:
    case EUP_FILTER_PROPERTIES:
    case EUP_FILTER_FLAGS:
    default:
      return any_value_matches (filter, facts, table, row);
    }
}

EupVerdict
eup_filter_verdict (const EupFilter *filter,
                    EupTableKind     table)
{
  EupVerdict verdict;

  if (!(filter->tables >> table & 1))
    return EUP_VERDICT_NEVER;
  switch (filter->kind)
    {
    case EUP_FILTER_ALL:
    case EUP_FILTER_TABLES:
      return EUP_VERDICT_ALWAYS;
    case EUP_FILTER_AND:
      verdict = EUP_VERDICT_ALWAYS;
      for (guint i = 0; i < filter->n; i++)
        verdict = MIN (verdict, eup_filter_verdict (filter->children[i], table));
      return verdict;
    case EUP_FILTER_OR:
      verdict = EUP_VERDICT_NEVER;
      for (guint i = 0; i < filter->n; i++)
        verdict = MAX (verdict, eup_filter_verdict (filter->children[i], table));
      return verdict;
    case EUP_FILTER_NOT:
      return EUP_VERDICT_ALWAYS - eup_filter_verdict (filter->children[0], table);
    case EUP_FILTER_IDS:
    case EUP_FILTER_NUMBERS:
    case EUP_FILTER_COUNTRIES:
      return filter->numbers.n == 0 ? EUP_VERDICT_NEVER : EUP_VERDICT_MAYBE;
    case EUP_FILTER_SET:
      return filter->set->numbers->len == 0 ? EUP_VERDICT_NEVER : EUP_VERDICT_MAYBE;
    case EUP_FILTER_ENUMS:
    case EUP_FILTER_ID_HAS:
    case EUP_FILTER_TITLE_IS:
    case EUP_FILTER_TITLE_HAS:
    case EUP_FILTER_TEXT_HAS:
    case EUP_FILTER_DATES:
    case EUP_FILTER_PROPERTIES:
    case EUP_FILTER_FLAGS:
    case EUP_FILTER_WORDS:
    default:
      return EUP_VERDICT_MAYBE;
    }
}

void
eup_filter_add_words (const EupFilter *filter,
                      GPtrArray      **words)
{
  if (filter->kind == EUP_FILTER_WORDS)
    {
      if (*words == NULL)
        *words = g_ptr_array_new ();
      g_ptr_array_add (*words, &filter->node->words);
    }
  if (filter->kind == EUP_FILTER_AND || filter->kind == EUP_FILTER_OR)
    for (guint i = 0; i < filter->n; i++)
      eup_filter_add_words (filter->children[i], words);
}
