/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-cost.h"

#include "query/language/eup-query-error.h"
#include "query/language/eup-query-same.h"
#include "query/engine/eup-ref-index.h"

#define TOKEN_COST 4000  /* to find the terms of a word */
#define POSTING_COST 8
#define PHRASE_BYTE_COST 10
#define PHRASE_COST 400
#define FEW_TIMELINES 4
#define MAX_SHOWN 60     /* characters of a condition */

static guint64
n_rows_of (const EupQueryIndex *index)
{
  guint64 n = 0;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    n += eup_store_n_alive (index->store, table);
  return n;
}

static guint64
text_bytes_of (const EupQueryIndex *index)
{
  guint64 n = 0;

  for (guint table = 0; index->is_measured && table < EUP_N_ENTITY_TABLES; table++)
    n += index->text_bytes[table];
  return n;
}

/* One value of a node, or all of it, as a text that is not too long. */
static char *
describe (const EupQueryNode *node,
          guint               value)
{
  g_autoptr (GString) out = g_string_new (NULL);
  EupQueryNode one = *node;

  if (node->kind == EUP_QUERY_TERM)
    {
      one.values = &node->values[value];
      one.n = 1;
    }
  eup_query_print_node (out, &one);
  if (g_utf8_strlen (out->str, -1) > MAX_SHOWN)
    {
      g_string_truncate (out, (gsize) (g_utf8_offset_to_pointer (out->str, MAX_SHOWN) - out->str));
      g_string_append (out, "…");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
refuse (EupCost            *cost,
        const EupQueryNode *node,
        guint               value)
{
  guint column = node->kind == EUP_QUERY_TERM && node->values[value].column != 0 ? node->values[value].column : node->column;
  g_autofree char *condition = describe (node, value);
  g_autofree char *place = column == 0 ? g_strdup ("") : g_strdup_printf ("column %u: ", column);

  cost->is_over = TRUE;
  g_set_error (cost->error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_TOO_COSTLY,
               "%sexpected a question that costs at most %" G_GUINT64_FORMAT " million steps in this catalog, found %" G_GUINT64_FORMAT
               " million with %s; fewer conditions, or a type, a date or a lead beside them, cost less",
               place, cost->bound / 1000000, (cost->sum + 999999) / 1000000, condition);
  return FALSE;
}

static gboolean
add (EupCost            *cost,
     guint64             units,
     const EupQueryNode *node,
     guint               value)
{
  cost->sum += units;
  return cost->sum <= cost->bound || refuse (cost, node, value);
}

void
eup_cost_init (EupCost             *cost,
               EupQueryIndex       *index,
               const EupQuerySpec  *spec,
               guint64              max,
               GError             **error)
{
  *cost = (EupCost) { .index = index, .spec = spec, .error = error };
  cost->is_lowered = max != 0;
  cost->bound = max != 0 ? max : MAX (EUP_COST_MAX, n_rows_of (index) * EUP_COST_EACH_ROW);
}

void
eup_cost_clear (EupCost *cost)
{
  g_clear_pointer (&cost->words, g_hash_table_unref);
  g_clear_pointer (&cost->seen, g_hash_table_unref);
}

static guint
hash_node (gconstpointer node)
{
  return ((const EupQueryNode *) node)->digest;
}

static void
collect_words (GHashTable   *nodes,
               GPtrArray    *list,
               EupQueryNode *node)
{
  if (node->kind == EUP_QUERY_WORDS && !g_hash_table_contains (nodes, node))
    {
      g_hash_table_insert (nodes, node, NULL);
      g_ptr_array_add (list, node);
    }
  for (guint i = 0; node->children != NULL && i < node->n; i++)
    collect_words (nodes, list, node->children[i]);
}

/* Asks the index of words once for all of them. */
static void
measure_words (EupCost      *cost,
               EupQueryNode *node)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree const EupWordsPhrase **words = NULL;
  g_autofree EupWordsSize *sizes = NULL;
  EupWordsQuery query = { 0 };

  cost->words = g_hash_table_new_full (hash_node, eup_query_node_is_same, NULL, g_free);
  collect_words (cost->words, list, node);
  words = g_new (const EupWordsPhrase *, list->len);
  sizes = g_new0 (EupWordsSize, list->len);
  for (guint i = 0; i < list->len; i++)
    words[i] = &((EupQueryNode *) g_ptr_array_index (list, i))->words;
  query = (EupWordsQuery) { .nodes = words, .n_nodes = list->len, .languages = (const char * const *) cost->spec->languages };
  eup_words_sizes (eup_query_index_words (cost->index), cost->index->store, &query, sizes);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_replace (cost->words, g_ptr_array_index (list, i), g_memdup2 (&sizes[i], sizeof sizes[i]));
}

static gboolean
add_names (EupCost            *cost,
           const EupQueryNode *node)
{
  const EupQueryIndex *index = cost->index;

  for (guint i = 0; i < node->n; i++)
    {
      guint tables = eup_names_scans (index->store, node, &node->values[i]) & ~cost->scanned;
      guint64 units = 0;

      for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
        if (tables >> table & 1)
          units += (guint64) eup_store_n_rows (index->store, table) * EUP_NAMES_ROW_COST + index->title_bytes[table];
      cost->scanned |= tables;
      if (!add (cost, units, node, i))
        return FALSE;
    }
  return node->field != EUP_QUERY_FIELD_IN || add (cost, (guint64) index->store->n_symbols * EUP_BENEATH_COST, node, 0);
}

static gboolean
add_references (EupCost            *cost,
                const EupQueryNode *node)
{
  guint64 n = node->op == EUP_OPERATOR_CONTAINS ? eup_ref_index_size (eup_query_index_refs (cost->index)) : 1;

  for (guint i = 0; i < node->n; i++)
    if (!add (cost, n * EUP_REFERENCE_COST, node, i))
      return FALSE;
  return TRUE;
}

static gboolean
add_words (EupCost            *cost,
           const EupQueryNode *node)
{
  EupWordsSize *size = cost->words == NULL ? NULL : g_hash_table_lookup (cost->words, node);
  guint64 n = MAX (n_rows_of (cost->index), 1), units, k = node->words.n_tokens;

  if (size == NULL || size->is_counted)
    return TRUE;
  size->is_counted = TRUE;
  units = k * TOKEN_COST + size->n_postings * POSTING_COST;
  if (k > 1)
    units += size->n_docs * (PHRASE_COST + text_bytes_of (cost->index) / n * PHRASE_BYTE_COST + k * k / 2);
  return add (cost, units, node, 0);
}

static gboolean
add_finding (EupCost      *cost,
             EupQueryNode *node)
{
  if (node->kind == EUP_QUERY_WORDS)
    return add_words (cost, node);
  if (node->kind == EUP_QUERY_TERM)
    switch (eup_query_field_spec (node->field)->kind)
      {
      case EUP_QUERY_KIND_ENTITY:
        return add_names (cost, node);
      case EUP_QUERY_KIND_REFERENCE:
        return add_references (cost, node);
      default:
        return TRUE;
      }
  for (guint i = 0; node->children != NULL && i < node->n; i++)
    if (!add_finding (cost, node->children[i]))
      return FALSE;
  return TRUE;
}

/* So few values read no texts, and their words have no more postings in all than that: whatever they are, they stay below the bound. */
gboolean
eup_cost_is_small (EupQueryIndex      *index,
                   const EupQueryNode *node)
{
  if (node->n_terms > EUP_COST_FEW_TERMS || (node->needs & EUP_QUERY_NEEDS_TEXTS))
    return FALSE;
  return !(node->needs & EUP_QUERY_NEEDS_WORDS)
         || eup_words_n_postings_of_all (eup_query_index_words (index)) * POSTING_COST * node->n_terms <= EUP_COST_MAX / 4;
}

gboolean
eup_cost_add_finding (EupCost      *cost,
                      EupQueryNode *node)
{
  if (node->needs & EUP_QUERY_NEEDS_TEXTS)
    eup_query_index_measure (cost->index);
  if (!cost->is_lowered)
    cost->bound = MAX (cost->bound, text_bytes_of (cost->index) * 2 * EUP_FILTER_BYTE_COST);
  if (node->needs & EUP_QUERY_NEEDS_WORDS)
    measure_words (cost, node);
  return add_finding (cost, node);
}

gboolean
eup_cost_add_sorting (EupCost         *cost,
                      const EupFilter *filter,
                      guint64          units)
{
  const EupQueryNode *node = filter->node;

  while (node->kind == EUP_QUERY_AND || node->kind == EUP_QUERY_OR || node->kind == EUP_QUERY_NOT)
    node = node->children[node->n - 1];
  return add (cost, units, node, node->kind == EUP_QUERY_TERM ? node->n - 1 : 0);
}

guint64
eup_cost_n_documents (const EupCost   *cost,
                      const EupFilter *words)
{
  const EupQueryNode *node = words->node;
  guint64 sum = 0;

  if (cost->words == NULL)
    return n_rows_of (cost->index);
  for (guint i = 0; i < words->hits->n_nodes; i++)
    {
      const EupQueryNode *one = node->kind == EUP_QUERY_WORDS ? node : node->children[i];
      const EupWordsSize *size = g_hash_table_lookup (cost->words, one);

      sum += size == NULL ? 0 : size->n_docs;
    }
  return sum;
}

gboolean
eup_cost_add_intersection (EupCost         *cost,
                           const EupFilter *last,
                           guint64          n_documents,
                           guint            n_words)
{
  return add (cost, n_documents * n_words * n_words / 2, last->node, 0);
}

static gboolean
add_leaf (EupCost         *cost,
          const EupFilter *filter,
          const guint64    n_rows[EUP_N_ENTITY_TABLES])
{
  const EupQueryNode *node = filter->node, *shown = node->kind == EUP_QUERY_OR ? node->children[0] : node;
  guint64 once = 0, each = 0;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint64 each_value;

      if (n_rows[table] == 0 || eup_filter_matches_of_type (filter, table) != EUP_MATCHES_MAYBE)
        continue;
      once += n_rows[table] * eup_filter_row_cost (filter, cost->index, table, &each_value);
      each += n_rows[table] * each_value;
    }
  for (guint i = 0; node->kind == EUP_QUERY_TERM && i < node->n; i++)
    if (!add (cost, each + (i == 0 ? once : 0), node, i))
      return FALSE;
  return node->kind == EUP_QUERY_TERM || add (cost, once, shown, 0);
}

/* The milestones of so many rows. Each is of one entity, and seldom on more than a few timelines. */
static gboolean
add_milestones (EupCost         *cost,
                const EupFilter *filter,
                const guint64    n_rows[EUP_N_ENTITY_TABLES])
{
  guint64 n = eup_store_n_alive (cost->index->store, EUP_TABLE_MILESTONE), looked[EUP_N_ENTITY_TABLES] = { 0 };

  looked[EUP_TABLE_MILESTONE] = n_rows[EUP_TABLE_MILESTONE] + MIN (n_rows[EUP_TABLE_PRIORITY], FEW_TIMELINES) * n;
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if (table != EUP_TABLE_MILESTONE && table != EUP_TABLE_PRIORITY && n_rows[table] > 0)
      {
        looked[EUP_TABLE_MILESTONE] += n;
        break;
      }
  return add (cost, looked[EUP_TABLE_MILESTONE] * EUP_FILTER_MILESTONE_COST, filter->node, 0)
         && eup_cost_add_rows (cost, filter->children[0], looked);
}

gboolean
eup_cost_add_rows (EupCost         *cost,
                   const EupFilter *filter,
                   const guint64    n_rows[EUP_N_ENTITY_TABLES])
{
  if (filter->memo != NULL)
    {
      if (cost->seen == NULL)
        cost->seen = g_hash_table_new (NULL, NULL);
      if (!g_hash_table_add (cost->seen, (gpointer) filter))
        return TRUE;
    }
  if (filter->kind == EUP_FILTER_MILESTONE)
    return add_milestones (cost, filter, n_rows);
  if (filter->children == NULL)
    return add_leaf (cost, filter, n_rows);
  for (guint i = 0; i < filter->n; i++)
    if (!eup_cost_add_rows (cost, filter->children[i], n_rows))
      return FALSE;
  return TRUE;
}
