/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-filter.h"

#include <stdlib.h>
#include <string.h>

#include "domain/eup-relations.h"
#include "query/engine/eup-cost.h"
#include "query/engine/eup-merge.h"
#include "query/engine/eup-names.h"
#include "query/engine/eup-ref-index.h"
#include "values/eup-date-cell.h"

/* Of more titles there is a hash table. */
#define FEW_TITLES 8

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
    if (numbers->items[i] != 0 && (kept == 0 || numbers->items[kept - 1] != numbers->items[i]))
      numbers->items[kept++] = numbers->items[i];
  numbers->n = kept;
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

static EupInterval
interval_of (EupOperator          op,
             const EupQueryValue *value)
{
  switch (op)
    {
    case EUP_OPERATOR_LESS:
      return (EupInterval) { G_MININT64, value->least - 1 };
    case EUP_OPERATOR_AT_MOST:
      return (EupInterval) { G_MININT64, value->greatest };
    case EUP_OPERATOR_GREATER:
      return (EupInterval) { value->greatest + 1, G_MAXINT64 };
    case EUP_OPERATOR_AT_LEAST:
      return (EupInterval) { value->least, G_MAXINT64 };
    default:
      return (EupInterval) { value->least, value->greatest };
    }
}

static void
find_references (EupFilterContext   *context,
                 const EupQueryNode *node,
                 EupNumbers         *numbers)
{
  EupRefIndex *refs = eup_query_index_refs (context->index);

  for (guint i = 0; i < node->n; i++)
    {
      if (node->op == EUP_OPERATOR_CONTAINS)
        eup_ref_index_search (refs, node->values[i].folded, numbers, &context->index->work);
      else
        eup_ref_index_find (refs, node->values[i].string, numbers);
    }
}

static void
add_next_beneath (EupQueryIndex *index,
                  EupNumber      number,
                  EupNumberSet  *set)
{
  g_auto (EupNumbers) next;

  eup_numbers_init (&next);
  eup_relation_collect (index->store, EUP_RELATION_NEXT_BENEATH, number, &next);
  for (guint i = 0; i < next.n; i++)
    eup_number_set_add (set, next.items[i]);
}

/* Beneath a topic: nothing stands further beneath, so it is added last. */
static void
add_classified (EupQueryIndex *index,
                EupNumber      topic,
                EupNumberSet  *set)
{
  g_auto (EupNumbers) classified;

  eup_numbers_init (&classified);
  eup_relation_collect (index->store, EUP_RELATION_CLASSIFIED, topic, &classified);
  for (guint i = 0; i < classified.n && eup_work_add (&index->work, EUP_BENEATH_COST); i++)
    if (classified.items[i] != topic)
      eup_number_set_add (set, classified.items[i]);
}

/* Everything beneath any of them; those that stand beneath none of them are not in it. */
static EupNumberSet *
find_beneath (EupQueryIndex   *index,
              const EupNumber *roots,
              guint            n_roots)
{
  EupNumberSet *set = eup_number_set_new (index->store->n_symbols);

  for (guint i = 0; i < n_roots && eup_work_add (&index->work, EUP_BENEATH_COST); i++)
    add_next_beneath (index, roots[i], set);
  for (guint i = 0; i < set->numbers->len && eup_work_add (&index->work, EUP_BENEATH_COST); i++)
    add_next_beneath (index, g_array_index (set->numbers, EupNumber, i), set);
  for (guint i = 0; i < n_roots && eup_work_add (&index->work, EUP_BENEATH_COST); i++)
    add_classified (index, roots[i], set);
  return set;
}

static gboolean
stands_beneath_another (EupStore           *store,
                        const EupNumberSet *roots,
                        EupNumber           root)
{
  g_auto (EupNumbers) above;

  eup_numbers_init (&above);
  eup_relation_owners (store, EUP_RELATION_BENEATH, root, &above);
  for (guint i = 0; i < above.n; i++)
    if (above.items[i] != root && eup_number_set_has (roots, above.items[i]))
      return TRUE;
  return FALSE;
}

/* What stands beneath itself, in a circle, is not in it for that. */
static void
drop_circles (EupQueryIndex   *index,
              const EupNumber *roots,
              guint            n_roots,
              EupNumberSet    *set)
{
  EupNumberSet *all = eup_number_set_new (index->store->n_symbols);

  for (guint i = 0; i < n_roots; i++)
    eup_number_set_add (all, roots[i]);
  for (guint i = 0; i < n_roots && eup_work_add (&index->work, EUP_BENEATH_COST); i++)
    if (eup_number_set_has (set, roots[i]) && !stands_beneath_another (index->store, all, roots[i]))
      eup_number_set_remove (set, roots[i]);
  eup_number_set_unref (all);
}

/* What stands beneath one entity, without the entity itself, is kept. */
static EupNumberSet *
beneath_one (EupQueryIndex *index,
             EupNumber      root)
{
  EupNumberSet *set;

  if (index->descendants == NULL)
    index->descendants = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) eup_number_set_unref);
  set = g_hash_table_lookup (index->descendants, GUINT_TO_POINTER (root));
  if (set == NULL)
    {
      set = find_beneath (index, &root, 1);
      eup_number_set_remove (set, root);
      if (index->work.is_cancelled)
        return set;
      g_hash_table_insert (index->descendants, GUINT_TO_POINTER (root), set);
    }
  return eup_number_set_ref (set);
}

static void
take_entities (EupFilterContext   *context,
               const EupQueryNode *node,
               EupNumbers         *numbers)
{
  for (guint i = 0; i < node->n; i++)
    eup_names_resolve (context->names, node, &node->values[i], numbers);
}

static void
take_ids (EupFilterContext   *context,
          const EupQueryNode *node,
          EupNumbers         *numbers)
{
  for (guint i = 0; i < node->n; i++)
    {
      const char *id = node->values[i].string;

      eup_numbers_append (numbers, eup_store_find (context->index->store, id, strlen (id)));
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
  if (filter->kind != EUP_FILTER_TITLE_IS || node->n <= FEW_TITLES)
    return;
  filter->titles = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < node->n; i++)
    g_hash_table_add (filter->titles, node->values[i].folded);
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
    case EUP_QUERY_KIND_INTEGER:
      filter->kind = EUP_FILTER_INTEGERS;
      filter->n = node->n;
      filter->intervals = g_new (EupInterval, node->n);
      for (guint i = 0; i < node->n; i++)
        filter->intervals[i] = interval_of (node->op, &node->values[i]);
      break;
    case EUP_QUERY_KIND_COUNTRY:
      filter->kind = EUP_FILTER_COUNTRIES;
      for (guint i = 0; i < node->n; i++)
        eup_numbers_append (&filter->numbers, eup_pack_country (node->values[i].string));
      break;
    case EUP_QUERY_KIND_ENTITY:
      filter->kind = EUP_FILTER_NUMBERS;
      take_entities (context, node, &filter->numbers);
      if (node->field == EUP_QUERY_FIELD_IN)
        {
          filter->kind = EUP_FILTER_SET;
          sort_numbers (&filter->numbers);
          filter->set = filter->numbers.n == 1 ? beneath_one (context->index, filter->numbers.items[0])
                                              : find_beneath (context->index, filter->numbers.items, filter->numbers.n);
          if (filter->numbers.n > 1)
            drop_circles (context->index, filter->numbers.items, filter->numbers.n, filter->set);
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
    case EUP_QUERY_KIND_CONDITION:
    default:
      filter->kind = EUP_FILTER_FLAGS;
      filter->tables = 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE;
      break;
    }
  sort_numbers (&filter->numbers);
}

static EupFilter *
filter_of (EupFilterContext *context,
           EupQueryNode     *node)
{
  EupFilter *filter = g_new (EupFilter, 1);

  *filter = (EupFilter) { .ref_count = 1, .field = node->field, .tables = EUP_QUERY_ALL_TABLES, .node = eup_query_node_ref (node),
                          .languages = context->languages };
  eup_numbers_init (&filter->numbers);
  return filter;
}

static EupFilter *
term_filter (EupFilterContext *context,
             EupQueryNode     *node)
{
  EupFilter *filter = filter_of (context, node);

  filter->tables = eup_query_field_spec (node->field)->tables;
  take_term (filter, context, node);
  return filter;
}

/* Any of the words. */
static EupFilter *
words_filter (EupFilterContext  *context,
              EupQueryNode     **nodes,
              guint              n)
{
  g_autoptr (EupQueryNode) any = NULL;
  EupFilter *filter;

  for (guint i = 0; i < n; i++)
    eup_query_node_ref (nodes[i]);
  any = eup_query_node_new_list (EUP_QUERY_OR, nodes, n);
  filter = filter_of (context, any);
  filter->kind = EUP_FILTER_WORDS;
  filter->hits = eup_word_hits_new (context->index, nodes, n, context->languages, context->phrases);
  return filter;
}

/* All parts of texts that stand side by side. */
static EupFilter *
parts_filter (EupFilterContext  *context,
              EupQueryNode     **nodes,
              guint              n)
{
  g_autoptr (EupQueryNode) all = eup_query_terms_merge (nodes, n);
  EupFilter *filter = term_filter (context, all);

  filter->is_all = n > 1;
  return filter;
}

static gboolean
is_part (const EupQueryNode *node,
         EupQueryField       field)
{
  return node->kind == EUP_QUERY_TERM && node->field == field && node->op == EUP_OPERATOR_CONTAINS && node->n == 1;
}

/* What is looked for in the same texts is looked for at once. */
static gboolean
belongs_together (const EupQueryNode *list,
                  const EupQueryNode *a,
                  const EupQueryNode *b)
{
  if (list->kind == EUP_QUERY_OR)
    return a->kind == EUP_QUERY_WORDS && b->kind == EUP_QUERY_WORDS;
  return (is_part (a, EUP_QUERY_FIELD_TEXT) && is_part (b, EUP_QUERY_FIELD_TEXT))
         || (is_part (a, EUP_QUERY_FIELD_TITLE) && is_part (b, EUP_QUERY_FIELD_TITLE));
}

static gboolean
has_groups (const EupQueryNode *list)
{
  guint n = 0;

  for (guint i = 0; i < list->n; i++)
    n += list->kind == EUP_QUERY_OR ? list->children[i]->kind == EUP_QUERY_WORDS
                                    : list->children[i]->kind == EUP_QUERY_TERM && list->children[i]->op == EUP_OPERATOR_CONTAINS;
  return n > 1;
}

static void
take_children (EupFilter          *filter,
               EupFilterContext   *context,
               const EupQueryNode *list)
{
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GPtrArray) group = NULL;

  filter->children = g_new (EupFilter *, list->n);
  if (!has_groups (list))
    {
      for (guint i = 0; i < list->n; i++)
        filter->children[filter->n++] = eup_filter_new (context, list->children[i]);
      return;
    }
  rest = g_ptr_array_sized_new (list->n);
  group = g_ptr_array_new ();
  for (guint i = 0; i < list->n; i++)
    g_ptr_array_add (rest, list->children[i]);
  while (rest->len > 0)
    {
      EupQueryNode *first = g_ptr_array_index (rest, 0);
      guint n = 0;

      g_ptr_array_set_size (group, 0);
      g_ptr_array_add (group, first);
      for (guint i = 1; i < rest->len; i++)
        if (belongs_together (list, first, g_ptr_array_index (rest, i)) && (list->kind == EUP_QUERY_OR || group->len < EUP_FILTER_MAX_PARTS))
          g_ptr_array_add (group, g_ptr_array_index (rest, i));
        else
          rest->pdata[n++] = g_ptr_array_index (rest, i);
      g_ptr_array_set_size (rest, (int) n);
      filter->children[filter->n++] = group->len == 1 ? eup_filter_new (context, first)
                                      : list->kind == EUP_QUERY_OR
                                        ? words_filter (context, (EupQueryNode **) group->pdata, group->len)
                                        : parts_filter (context, (EupQueryNode **) group->pdata, group->len);
    }
}

/* Of words alone, or of parts alone, nothing is left but one. */
static EupFilter *
list_filter (EupFilterContext *context,
             EupQueryNode     *node)
{
  EupFilter *filter = filter_of (context, node), *only;

  filter->kind = node->kind == EUP_QUERY_AND ? EUP_FILTER_AND : EUP_FILTER_OR;
  take_children (filter, context, node);
  for (guint i = 0; node->kind == EUP_QUERY_AND && i < filter->n; i++)
    filter->tables &= filter->children[i]->tables;
  if (filter->n > 1)
    return filter;
  only = filter->children[0];
  filter->n = 0;
  eup_filter_free (filter);
  return only;
}

static EupFilter *
filter_new (EupFilterContext *context,
            EupQueryNode     *node)
{
  EupFilter *filter;

  switch (node->kind)
    {
    case EUP_QUERY_TERM:
      return term_filter (context, node);
    case EUP_QUERY_WORDS:
      filter = filter_of (context, node);
      filter->kind = EUP_FILTER_WORDS;
      filter->hits = eup_word_hits_new (context->index, &node, 1, context->languages, context->phrases);
      return filter;
    case EUP_QUERY_AND:
    case EUP_QUERY_OR:
      return list_filter (context, node);
    case EUP_QUERY_NOT:
    case EUP_QUERY_MILESTONE:
      filter = filter_of (context, node);
      filter->kind = node->kind == EUP_QUERY_NOT ? EUP_FILTER_NOT : EUP_FILTER_MILESTONE;
      filter->n = 1;
      filter->children = g_new (EupFilter *, 1);
      filter->children[0] = eup_filter_new (context, node->children[0]);
      return filter;
    case EUP_QUERY_ALL:
    default:
      filter = filter_of (context, node);
      filter->kind = EUP_FILTER_ALL;
      return filter;
    }
}

EupFilter *
eup_filter_new (EupFilterContext *context,
                EupQueryNode     *node)
{
  EupFilter *filter = context->made == NULL ? NULL : g_hash_table_lookup (context->made, node);

  if (filter != NULL)
    {
      filter->ref_count++;
      if (filter->memo == NULL)
        filter->memo = g_new0 (EupFilterMemo, 1);
      return filter;
    }
  filter = filter_new (context, node);
  if (context->made != NULL)
    g_hash_table_insert (context->made, node, filter);
  return filter;
}

void
eup_filter_free (EupFilter *filter)
{
  if (--filter->ref_count > 0)
    return;
  g_free (filter->memo);
  for (guint i = 0; filter->children != NULL && i < filter->n; i++)
    eup_filter_free (filter->children[i]);
  g_free (filter->children);
  g_free (filter->days);
  g_free (filter->intervals);
  eup_numbers_clear (&filter->numbers);
  g_clear_pointer (&filter->set, eup_number_set_unref);
  g_clear_pointer (&filter->hits, eup_word_hits_free);
  g_clear_pointer (&filter->titles, g_hash_table_unref);
  eup_query_node_unref (filter->node);
  g_free (filter);
}
