/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-merge.h"

static EupQueryValue
copy_value (const EupQueryValue *value)
{
  EupQueryValue copy = *value;

  copy.string = g_strdup (value->string);
  copy.folded = g_strdup (value->folded);
  copy.language = g_strdup (value->language);
  return copy;
}

EupQueryNode *
eup_query_terms_merge (EupQueryNode **terms,
                       guint          n)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (EupQueryValue));
  EupQueryNode *merged;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < terms[i]->n; j++)
      {
        EupQueryValue value = copy_value (&terms[i]->values[j]);

        g_array_append_val (values, value);
      }
  merged = eup_query_node_new_term (terms[0]->field, terms[0]->op, (const EupQueryValue *) (gpointer) values->data, values->len);
  merged->column = terms[0]->column;
  return merged;
}

static gboolean
takes_values (const EupQueryNode *node)
{
  return node->kind == EUP_QUERY_TERM && (node->op == EUP_OPERATOR_IS || node->op == EUP_OPERATOR_CONTAINS);
}

/* The terms of each field and operator become one, which stands where the first stood. */
static void
merge_alternatives (GPtrArray *nodes)
{
  g_autoptr (GPtrArray) merged = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_query_node_unref);
      EupQueryNode *first = g_ptr_array_index (nodes, i);
      guint n = i + 1;

      if (!takes_values (first))
        {
          g_ptr_array_add (merged, first);
          continue;
        }
      g_ptr_array_add (same, first);
      for (guint j = i + 1; j < nodes->len; j++)
        {
          EupQueryNode *node = g_ptr_array_index (nodes, j);

          if (takes_values (node) && node->field == first->field && node->op == first->op)
            g_ptr_array_add (same, node);
          else
            nodes->pdata[n++] = node;
        }
      g_ptr_array_set_size (nodes, (int) n);
      g_ptr_array_add (merged, same->len == 1 ? eup_query_node_ref (first) : eup_query_terms_merge ((EupQueryNode **) same->pdata, same->len));
    }
  g_ptr_array_set_size (nodes, 0);
  for (guint i = 0; i < merged->len; i++)
    g_ptr_array_add (nodes, g_ptr_array_index (merged, i));
}

/* -a -b is -(a OR b). */
static void
merge_forbidden (GPtrArray *nodes)
{
  g_autoptr (GPtrArray) forbidden = g_ptr_array_new ();
  g_autoptr (EupQueryNode) any = NULL;
  guint n = 0, n_forbidden = 0;

  for (guint i = 0; i < nodes->len; i++)
    n_forbidden += ((EupQueryNode *) g_ptr_array_index (nodes, i))->kind == EUP_QUERY_NOT;
  if (n_forbidden < 2)
    return;
  for (guint i = 0; i < nodes->len; i++)
    {
      EupQueryNode *node = g_ptr_array_index (nodes, i);

      if (node->kind != EUP_QUERY_NOT)
        {
          nodes->pdata[n++] = node;
          continue;
        }
      g_ptr_array_add (forbidden, eup_query_node_ref (node->children[0]));
      eup_query_node_unref (node);
    }
  g_ptr_array_set_size (nodes, (int) n);
  any = eup_query_node_new_list (EUP_QUERY_OR, (EupQueryNode **) forbidden->pdata, forbidden->len);
  g_ptr_array_add (nodes, eup_query_node_new_not (eup_query_node_merged (any)));
}

EupQueryNode *
eup_query_node_merged (EupQueryNode *node)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (!(node->needs & EUP_QUERY_NEEDS_MERGING))
    return eup_query_node_ref (node);

  if (node->kind == EUP_QUERY_NOT)
    return eup_query_node_new_not (eup_query_node_merged (node->children[0]));
  if (node->kind == EUP_QUERY_MILESTONE)
    {
      EupQueryNode *merged = eup_query_node_new_milestone (eup_query_node_merged (node->children[0]));

      merged->column = node->column;
      return merged;
    }
  if (node->kind != EUP_QUERY_AND && node->kind != EUP_QUERY_OR)
    return eup_query_node_ref (node);

  nodes = g_ptr_array_sized_new (node->n);
  for (guint i = 0; i < node->n; i++)
    g_ptr_array_add (nodes, eup_query_node_merged (node->children[i]));
  if (node->kind == EUP_QUERY_OR)
    merge_alternatives (nodes);
  else
    merge_forbidden (nodes);
  return eup_query_node_new_list (node->kind, (EupQueryNode **) nodes->pdata, nodes->len);
}
