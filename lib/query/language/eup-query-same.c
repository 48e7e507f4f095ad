/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/language/eup-query-same.h"

#include <string.h>

/* So few are compared each with each. */
#define FEW 8

static inline guint
mix (guint digest,
     guint value)
{
  digest = (digest ^ value) * 0x9e3779b1u;
  return digest ^ digest >> 15;
}

/* What a value is compared by: who looks for a part of a text does not mind how it is spelled. Ids are bytes. */
static const char *
text_of (EupQueryField        field,
         EupOperator          op,
         const EupQueryValue *value)
{
  gboolean is_folded = op == EUP_OPERATOR_CONTAINS || field == EUP_QUERY_FIELD_TITLE;

  return is_folded && value->folded != NULL ? value->folded : value->string;
}

/* Of its length, beginning, middle and end. */
static guint
digest_text (const char *text)
{
  gsize length = strlen (text);
  guint64 parts[3] = { 0, 0, 0 };

  if (length < sizeof parts[0])
    memcpy (&parts[0], text, length);
  else
    {
      memcpy (&parts[0], text, sizeof parts[0]);
      memcpy (&parts[1], text + (length - sizeof parts[1]) / 2, sizeof parts[1]);
      memcpy (&parts[2], text + length - sizeof parts[2], sizeof parts[2]);
    }
  parts[0] += parts[1] * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + parts[2] * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f) + length;
  return mix (mix (2, (guint) parts[0]), (guint) (parts[0] >> 32));
}

static guint
digest_value (EupQueryField        field,
              EupOperator          op,
              const EupQueryValue *value)
{
  const char *text = text_of (field, op, value);
  guint digest = mix (mix (mix (1, value->number), value->low), value->high);

  digest = mix (mix (digest, (guint) value->least), (guint) value->greatest);

  if (text != NULL)
    digest = mix (digest, digest_text (text));
  return value->language == NULL ? digest : mix (digest, g_str_hash (value->language));
}

static gboolean
is_same_value (EupQueryField        field,
               EupOperator          op,
               const EupQueryValue *a,
               const EupQueryValue *b)
{
  return a->number == b->number && a->low == b->low && a->high == b->high && a->least == b->least && a->greatest == b->greatest
         && g_strcmp0 (a->language, b->language) == 0
         && g_strcmp0 (text_of (field, op, a), text_of (field, op, b)) == 0;
}

guint
eup_query_node_digest (const EupQueryNode *node)
{
  guint digest = mix (mix (node->kind, node->field), node->op), sum = 0;

  for (guint i = 0; node->children != NULL && i < node->n; i++)
    sum += mix (7, node->children[i]->digest);
  for (guint i = 0; node->values != NULL && i < node->n; i++)
    sum += digest_value (node->field, node->op, &node->values[i]);
  if (node->kind == EUP_QUERY_WORDS)
    {
      sum = (guint) node->words.exact << 1 | (guint) node->words.prefix;
      for (guint i = 0; i < node->words.n_tokens; i++)
        sum = mix (sum, g_str_hash (node->words.tokens[i]));
    }
  return mix (digest, sum);
}

static guint
hash_node (gconstpointer node)
{
  return ((const EupQueryNode *) node)->digest;
}

/* As sets: neither has a child or a value twice. */
static gboolean
have_same_children (const EupQueryNode *a,
                    const EupQueryNode *b)
{
  g_autoptr (GHashTable) set = eup_query_node_table_new ();

  for (guint i = 0; i < a->n; i++)
    g_hash_table_add (set, a->children[i]);
  for (guint i = 0; i < b->n; i++)
    if (!g_hash_table_contains (set, b->children[i]))
      return FALSE;
  return TRUE;
}

typedef struct
{
  const EupQueryValue *value;
  EupQueryField        field;
  EupOperator          op;
} Valued;

static guint
hash_value (gconstpointer data)
{
  const Valued *valued = data;

  return digest_value (valued->field, valued->op, valued->value);
}

static gboolean
equal_values (gconstpointer a,
              gconstpointer b)
{
  const Valued *x = a, *y = b;

  return is_same_value (x->field, x->op, x->value, y->value);
}

static gboolean
have_same_values (const EupQueryNode *a,
                  const EupQueryNode *b)
{
  g_autoptr (GHashTable) set = NULL;
  g_autofree Valued *valued = NULL;

  if (a->n == 1)
    return is_same_value (a->field, a->op, &a->values[0], &b->values[0]);
  set = g_hash_table_new (hash_value, equal_values);
  valued = g_new (Valued, a->n);
  for (guint i = 0; i < a->n; i++)
    {
      valued[i] = (Valued) { &a->values[i], a->field, a->op };
      g_hash_table_add (set, &valued[i]);
    }
  for (guint i = 0; i < b->n; i++)
    {
      Valued wanted = { &b->values[i], b->field, b->op };

      if (!g_hash_table_contains (set, &wanted))
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_same_words (const EupWordsPhrase *a,
                const EupWordsPhrase *b)
{
  return a->exact == b->exact && a->prefix == b->prefix
         && g_strv_equal ((const char * const *) a->tokens, (const char * const *) b->tokens);
}

gboolean
eup_query_node_is_same (gconstpointer a,
                        gconstpointer b)
{
  const EupQueryNode *x = a, *y = b;

  if (x == y)
    return TRUE;
  if (x->digest != y->digest || x->kind != y->kind || x->field != y->field || x->op != y->op || x->n != y->n)
    return FALSE;
  switch (x->kind)
    {
    case EUP_QUERY_WORDS:
      return are_same_words (&x->words, &y->words);
    case EUP_QUERY_TERM:
      return have_same_values (x, y);
    case EUP_QUERY_AND:
    case EUP_QUERY_OR:
      return have_same_children (x, y);
    case EUP_QUERY_NOT:
    case EUP_QUERY_MILESTONE:
      return eup_query_node_is_same (x->children[0], y->children[0]);
    case EUP_QUERY_ALL:
    default:
      return TRUE;
    }
}

guint
eup_query_values_drop_doubles (EupQueryField  field,
                               EupOperator    op,
                               EupQueryValue *values,
                               guint          n)
{
  g_autoptr (GHashTable) seen = n > FEW ? g_hash_table_new (hash_value, equal_values) : NULL;
  g_autofree Valued *valued = n > FEW ? g_new (Valued, n) : NULL;
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean again = FALSE;

      for (guint j = 0; seen == NULL && j < kept && !again; j++)
        again = is_same_value (field, op, &values[j], &values[i]);
      if (seen != NULL)
        {
          Valued wanted = { &values[i], field, op };

          again = g_hash_table_contains (seen, &wanted);
        }
      if (again)
        {
          eup_query_value_clear (&values[i]);
          continue;
        }
      values[kept] = values[i];
      if (seen != NULL)
        {
          valued[kept] = (Valued) { &values[kept], field, op };
          g_hash_table_add (seen, &valued[kept]);
        }
      kept++;
    }
  return kept;
}

static gboolean
holds (GPtrArray          *nodes,
       GHashTable         *seen,
       guint               n,
       const EupQueryNode *node)
{
  if (seen != NULL)
    return g_hash_table_contains (seen, node);
  for (guint i = 0; i < n; i++)
    if (eup_query_node_is_same (g_ptr_array_index (nodes, i), node))
      return TRUE;
  return FALSE;
}

/* Whether one of the others decides it: A of A AND (A OR B). The rest of it must not count for the rank. */
static gboolean
is_absorbed (GPtrArray          *nodes,
             GHashTable         *seen,
             const EupQueryNode *node)
{
  gboolean found = FALSE;

  if (node->kind != EUP_QUERY_AND && node->kind != EUP_QUERY_OR)
    return FALSE;
  for (guint i = 0; i < node->n; i++)
    if (holds (nodes, seen, nodes->len, node->children[i]))
      found = TRUE;
    else if (node->children[i]->is_ranked)
      return FALSE;
  return found;
}

void
eup_query_nodes_drop_doubles (GPtrArray *nodes)
{
  g_autoptr (GPtrArray) absorbed = NULL;
  g_autoptr (GHashTable) seen = nodes->len > FEW ? eup_query_node_table_new () : NULL;
  gboolean any_list = FALSE;
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      EupQueryNode *node = g_ptr_array_index (nodes, i);

      if (holds (nodes, seen, n, node))
        {
          eup_query_node_unref (node);
          continue;
        }
      if (seen != NULL)
        g_hash_table_add (seen, node);
      any_list = any_list || node->children != NULL;
      nodes->pdata[n++] = node;
    }
  g_ptr_array_set_size (nodes, (int) n);
  if (!any_list)
    return;

  /* What absorbs stands in a list of the other kind, and so is no list itself: it is not absorbed. */
  absorbed = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_query_node_unref);
  n = 0;
  for (guint i = 0; i < nodes->len; i++)
    {
      EupQueryNode *node = g_ptr_array_index (nodes, i);

      if (is_absorbed (nodes, seen, node))
        g_ptr_array_add (absorbed, node);
      else
        nodes->pdata[n++] = node;
    }
  g_ptr_array_set_size (nodes, (int) n);
}

static gboolean
hold_words (const GPtrArray     *words,
            const EupWordsPhrase *wanted)
{
  for (guint i = 0; i < words->len; i++)
    if (are_same_words (g_ptr_array_index (words, i), wanted))
      return TRUE;
  return FALSE;
}

static void
add_ranked (const EupQueryNode *node,
            GPtrArray          *words,
            GHashTable         *seen)
{
  if (node->kind == EUP_QUERY_WORDS)
    {
      if (seen == NULL ? !hold_words (words, &node->words) : g_hash_table_add (seen, (gpointer) node))
        g_ptr_array_add (words, (gpointer) &node->words);
    }
  else if (node->is_ranked)
    for (guint i = 0; i < node->n; i++)
      add_ranked (node->children[i], words, seen);
}

/* Of a few conditions it does not matter. */
gboolean
eup_query_node_may_repeat (const EupQueryNode *node)
{
  for (guint i = 0; node->n_terms > FEW && node->children != NULL && i < node->n; i++)
    if (node->children[i]->children != NULL)
      return TRUE;
  return FALSE;
}

GPtrArray *
eup_query_node_ranked_words (const EupQueryNode *node)
{
  g_autoptr (GHashTable) seen = NULL;
  GPtrArray *words;

  if (!node->is_ranked)
    return NULL;
  if (node->n_terms > FEW)
    seen = eup_query_node_table_new ();
  words = g_ptr_array_new ();
  add_ranked (node, words, seen);
  return words;
}

GHashTable *
eup_query_node_table_new (void)
{
  return g_hash_table_new (hash_node, eup_query_node_is_same);
}
