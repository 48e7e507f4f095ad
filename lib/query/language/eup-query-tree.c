/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/language/eup-query-tree.h"

#include <string.h>

#include "query/language/eup-query-same.h"

/* A node with room for its children or values right behind it. */
static EupQueryNode *
node_new (EupQueryNodeKind kind,
          gsize            room)
{
  EupQueryNode *node = g_malloc0 (sizeof (EupQueryNode) + room);

  node->ref_count = 1;
  node->kind = kind;
  return node;
}

EupQueryNode *
eup_query_node_ref (EupQueryNode *node)
{
  g_atomic_int_inc (&node->ref_count);
  return node;
}

void
eup_query_value_clear (EupQueryValue *value)
{
  g_free (value->string);
  g_free (value->folded);
  g_free (value->language);
  memset (value, 0, sizeof *value);
}

/* Trees are at most EUP_QUERY_MAX_DEPTH deep, so that this does not run out of stack. */
void
eup_query_node_unref (EupQueryNode *node)
{
  if (!g_atomic_int_dec_and_test (&node->ref_count))
    return;

  for (guint i = 0; node->children != NULL && i < node->n; i++)
    eup_query_node_unref (node->children[i]);
  for (guint i = 0; node->values != NULL && i < node->n; i++)
    eup_query_value_clear (&node->values[i]);
  eup_words_phrase_clear (&node->words);
  g_free (node);
}

gboolean
eup_query_node_is_bounded (const EupQueryNode *node)
{
  return node->depth <= EUP_QUERY_MAX_DEPTH && node->n_terms <= EUP_QUERY_MAX_TERMS;
}

EupQueryNode *
eup_query_node_new_all (void)
{
  static EupQueryNode all = { .ref_count = 1, .kind = EUP_QUERY_ALL };

  return eup_query_node_ref (&all);
}

static void
append (GPtrArray        *children,
        EupQueryNodeKind  kind,
        EupQueryNode     *node)
{
  if (node->kind != kind)
    {
      g_ptr_array_add (children, node);
      return;
    }
  for (guint i = 0; i < node->n; i++)
    g_ptr_array_add (children, eup_query_node_ref (node->children[i]));
  eup_query_node_unref (node);
}

static gboolean
can_be_joined (const EupQueryNode *node)
{
  return node->kind == EUP_QUERY_TERM && (node->op == EUP_OPERATOR_IS || node->op == EUP_OPERATOR_CONTAINS);
}

static guint8
needs_of_term (EupQueryField field)
{
  switch (eup_query_field_spec (field)->kind)
    {
    case EUP_QUERY_KIND_TEXT:
    case EUP_QUERY_KIND_WORDS:
      return EUP_QUERY_NEEDS_TEXTS;
    case EUP_QUERY_KIND_ENTITY:
      return EUP_QUERY_NEEDS_NAMES;
    default:
      return 0;
    }
}

static EupQueryNode *
list_of (EupQueryNodeKind   kind,
         EupQueryNode     **children,
         guint              n)
{
  EupQueryNode *node = node_new (kind, n * sizeof (EupQueryNode *));
  guint depth = 0, n_joined = 0;

  for (guint i = 0; i < n; i++)
    {
      const EupQueryNode *child = children[i];
      guint d = child->depth + (kind == EUP_QUERY_AND && child->kind == EUP_QUERY_OR ? 1 : 0);

      depth = MAX (depth, d);
      node->n_terms += child->n_terms;
      node->needs |= child->needs;
      node->is_ranked = node->is_ranked || child->is_ranked;
      n_joined += kind == EUP_QUERY_AND ? child->kind == EUP_QUERY_NOT : can_be_joined (child);
    }
  if (n_joined > 1)
    node->needs |= EUP_QUERY_NEEDS_MERGING;
  node->depth = (guint8) MIN (depth, G_MAXUINT8);
  node->n = n;
  node->children = (EupQueryNode **) (node + 1);
  memcpy (node->children, children, n * sizeof (EupQueryNode *));
  node->digest = eup_query_node_digest (node);
  return node;
}

EupQueryNode *
eup_query_node_new_list (EupQueryNodeKind   kind,
                         EupQueryNode     **nodes,
                         guint              n)
{
  g_autoptr (GPtrArray) children = NULL;
  gboolean has_all = FALSE;

  if (n == 1)
    return nodes[0];

  children = g_ptr_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    {
      if (nodes[i]->kind == EUP_QUERY_ALL)
        {
          has_all = TRUE;
          eup_query_node_unref (nodes[i]);
        }
      else
        append (children, kind, nodes[i]);
    }

  if (has_all && kind == EUP_QUERY_OR)
    {
      g_ptr_array_set_free_func (children, (GDestroyNotify) eup_query_node_unref);
      return eup_query_node_new_all ();
    }
  if (children->len == 0)
    {
      EupQueryNode *all = eup_query_node_new_all ();

      return kind == EUP_QUERY_OR ? eup_query_node_new_not (all) : all;
    }
  eup_query_nodes_drop_doubles (children);
  if (children->len == 1)
    return g_ptr_array_index (children, 0);
  return list_of (kind, (EupQueryNode **) children->pdata, children->len);
}

EupQueryNode *
eup_query_node_new_not (EupQueryNode *node)
{
  EupQueryNode *negated;

  if (node->kind == EUP_QUERY_NOT)
    {
      negated = eup_query_node_ref (node->children[0]);
      eup_query_node_unref (node);
      return negated;
    }

  negated = node_new (EUP_QUERY_NOT, sizeof (EupQueryNode *));
  negated->n = 1;
  negated->n_terms = node->n_terms;
  negated->needs = node->needs;
  negated->depth = (guint8) MIN ((guint) node->depth + (eup_query_node_is_enclosed (node) ? 0 : 1),
                                 G_MAXUINT8);
  negated->children = (EupQueryNode **) (negated + 1);
  negated->children[0] = node;
  negated->digest = eup_query_node_digest (negated);
  return negated;
}

static gboolean
has_kind (const EupQueryNode *node,
          EupQueryNodeKind    kind)
{
  if (node->kind == kind)
    return TRUE;
  for (guint i = 0; node->children != NULL && i < node->n; i++)
    if (has_kind (node->children[i], kind))
      return TRUE;
  return FALSE;
}

gboolean
eup_query_node_has_words (const EupQueryNode *node)
{
  return has_kind (node, EUP_QUERY_WORDS);
}

/* The same condition on a milestone, whose only milestone is itself. */
static EupQueryNode *
of_a_milestone (EupQueryNode *node)
{
  g_autoptr (GPtrArray) children = NULL;

  if (!has_kind (node, EUP_QUERY_MILESTONE))
    return eup_query_node_ref (node);
  if (node->kind == EUP_QUERY_MILESTONE)
    return eup_query_node_ref (node->children[0]);
  if (node->kind == EUP_QUERY_NOT)
    return eup_query_node_new_not (of_a_milestone (node->children[0]));
  children = g_ptr_array_sized_new (node->n);
  for (guint i = 0; i < node->n; i++)
    g_ptr_array_add (children, of_a_milestone (node->children[i]));
  return eup_query_node_new_list (node->kind, (EupQueryNode **) children->pdata, children->len);
}

EupQueryNode *
eup_query_node_new_milestone (EupQueryNode *node)
{
  EupQueryNode *child = of_a_milestone (node), *milestone = node_new (EUP_QUERY_MILESTONE, sizeof (EupQueryNode *));

  eup_query_node_unref (node);
  milestone->n = 1;
  milestone->n_terms = child->n_terms + 1;
  milestone->needs = child->needs;
  milestone->depth = (guint8) MIN ((guint) child->depth + 1, G_MAXUINT8);
  milestone->children = (EupQueryNode **) (milestone + 1);
  milestone->children[0] = child;
  milestone->digest = eup_query_node_digest (milestone);
  return milestone;
}

EupQueryNode *
eup_query_node_new_term (EupQueryField        field,
                         EupOperator          op,
                         const EupQueryValue *values,
                         guint                n)
{
  EupQueryNode *node = node_new (EUP_QUERY_TERM, n * sizeof *values);

  node->field = (guint8) field;
  node->op = (guint8) op;
  node->needs = needs_of_term (field);
  node->values = (EupQueryValue *) (node + 1);
  memcpy (node->values, values, n * sizeof *values);
  node->n = node->n_terms = n < 2 ? n : eup_query_values_drop_doubles (field, op, node->values, n);
  node->digest = eup_query_node_digest (node);
  return node;
}

EupQueryNode *
eup_query_node_new_words (const char *text,
                          gsize       length,
                          gboolean    exact,
                          gboolean    prefix)
{
  EupWordsPhrase words;
  EupQueryNode *node;

  if (!eup_words_phrase_init (&words, text, length, exact, prefix))
    return NULL;
  node = node_new (EUP_QUERY_WORDS, 0);
  node->words = words;
  node->n_terms = words.n_tokens;
  node->needs = EUP_QUERY_NEEDS_WORDS | (node->words.n_tokens > 1 ? EUP_QUERY_NEEDS_TEXTS : 0);
  node->is_ranked = TRUE;
  node->digest = eup_query_node_digest (node);
  return node;
}

EupQuerySpec *
eup_query_spec_new (EupQueryNode *condition)
{
  EupQuerySpec *spec = g_new0 (EupQuerySpec, 1);

  g_atomic_ref_count_init (&spec->ref_count);
  spec->condition = condition;
  spec->limit = G_MAXUINT32;
  return spec;
}

EupQuerySpec *
eup_query_spec_copy (const EupQuerySpec *spec)
{
  EupQuerySpec *copy = g_memdup2 (spec, sizeof *spec);

  g_atomic_ref_count_init (&copy->ref_count);
  eup_query_node_ref (copy->condition);
  copy->languages = g_strdupv (spec->languages);
  return copy;
}

EupQuerySpec *
eup_query_spec_ref (EupQuerySpec *spec)
{
  g_atomic_ref_count_inc (&spec->ref_count);
  return spec;
}

void
eup_query_spec_unref (EupQuerySpec *spec)
{
  if (!g_atomic_ref_count_dec (&spec->ref_count))
    return;
  g_clear_pointer (&spec->condition, eup_query_node_unref);
  g_strfreev (spec->languages);
  g_free (spec);
}

void
eup_query_spec_take (EupQuerySpec *spec,
                     EupQueryNode *condition)
{
  g_clear_pointer (&spec->condition, eup_query_node_unref);
  spec->condition = condition;
}

gboolean
eup_query_spec_add_sort (EupQuerySpec *spec,
                         guint         field,
                         gboolean      descending)
{
  for (guint i = 0; i < spec->n_sort; i++)
    if (spec->sort[i].field == field)
      {
        spec->sort[i].descending = descending;
        return TRUE;
      }
  if (spec->n_sort == EUP_QUERY_MAX_SORT)
    return FALSE;
  spec->sort[spec->n_sort].field = (guint16) field;
  spec->sort[spec->n_sort++].descending = descending;
  return TRUE;
}
