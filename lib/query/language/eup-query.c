/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-query.h>

#include <string.h>

#include "query/language/eup-query-error.h"
#include "query/language/eup-query-private.h"
#include "query/language/eup-query-value.h"
#include "values/eup-date-private.h"

/**
 * EupQuery:
 *
 * A question to a catalog: which entities, in which order, and how many of them.
 *
 * A query is a value. It never changes, knows no catalog and can be asked of any; each call that refines it gives a new one.
 * It is read from a line of text, or built by calls. The calls take values as data, so nothing that a user typed is ever taken
 * for a part of the language:
 *
 * ```c
 * g_autoptr (EupQuery) all = eup_query_new_for_type (EUP_TYPE_INITIATIVE);
 * g_autoptr (EupQuery) query = eup_query_where (all, "status", EUP_OPERATOR_IS, "proposed", &error);
 *
 * // the same as
 * g_autoptr (EupQuery) same = eup_query_new_from_string ("type:initiative status:proposed", &error);
 * ```
 *
 * The language is described in the guide on queries. [method@Query.to_string] gives the one canonical form, which reads back as
 * an equal query.
 *
 * Queries may be used and freed in any thread.
 *
 * Since: 1.0
 */

struct _EupQuery
{
  GObject       parent_instance;

  EupQuerySpec *spec;
  char         *text; /* canonical; made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (EupQuery, eup_query, G_TYPE_OBJECT)

static void
eup_query_finalize (GObject *object)
{
  EupQuery *self = EUP_QUERY (object);

  g_clear_pointer (&self->spec, eup_query_spec_unref);
  g_free (self->text);
  G_OBJECT_CLASS (eup_query_parent_class)->finalize (object);
}

static void
eup_query_class_init (EupQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = eup_query_finalize;
}

static void
eup_query_init (EupQuery *self)
{
}

/* What a query asks that nobody gave a condition: everything. */
static EupQueryNode everything = { .ref_count = 1, .kind = EUP_QUERY_ALL };
static EupQuerySpec no_spec = { .ref_count = 1, .condition = &everything, .limit = G_MAXUINT32 };

EupQuery *
eup_query_new_take (EupQuerySpec *spec)
{
  EupQuery *self = g_object_new (EUP_TYPE_QUERY, NULL);

  self->spec = spec;
  return self;
}

const EupQuerySpec *
eup_query_get_spec (EupQuery *self)
{
  return self->spec != NULL ? self->spec : &no_spec;
}

EupQuerySpec *
eup_query_dup_spec (EupQuery *self)
{
  return eup_query_spec_ref (self->spec != NULL ? self->spec : &no_spec);
}

static const char *
canonical_text (EupQuery *self)
{
  char *text = g_atomic_pointer_get (&self->text);

  if (text == NULL)
    {
      text = eup_query_print (eup_query_get_spec (self));
      if (!g_atomic_pointer_compare_and_exchange (&self->text, NULL, text))
        {
          g_free (text);
          text = g_atomic_pointer_get (&self->text);
        }
    }
  return text;
}

/* The query with one condition more. Takes the condition; NULL if the query would become too large. */
static EupQuery *
refine (EupQuery     *self,
        EupQueryNode *condition)
{
  EupQueryNode *nodes[] = { eup_query_node_ref (eup_query_get_spec (self)->condition), condition };
  g_autoptr (EupQueryNode) node = eup_query_node_new_list (EUP_QUERY_AND, nodes, G_N_ELEMENTS (nodes));
  EupQuerySpec *spec;

  if (!eup_query_node_is_bounded (node))
    return NULL;
  spec = eup_query_spec_copy (eup_query_get_spec (self));
  eup_query_spec_take (spec, g_steal_pointer (&node));
  return eup_query_new_take (spec);
}

/**
 * eup_query_new_from_string:
 * @text: a query, such as `type:initiative status:proposed sort:-date limit:20`
 * @error: return location for an error of the domain `EUP_QUERY_ERROR`
 *
 * Reads a query from text. The empty text asks for everything.
 *
 * The message of an error has the form `column N: expected WHAT, found WHAT`, where columns are counted in characters from 1, and names what
 * comes nearest to a word that is not known. A text is at most 64 KiB long, with parentheses at most 64 deep and 4096 words and values.
 *
 * Never put what a user typed into a text without [func@Query.quote]; better, use [method@Query.where] and [method@Query.matching].
 *
 * Returns: (transfer full): the query, or %NULL with @error set
 *
 * Since: 1.0
 */
EupQuery *
eup_query_new_from_string (const char  *text,
                           GError     **error)
{
  EupQuerySpec *spec;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  spec = eup_query_parse (text, error);
  return spec == NULL ? NULL : eup_query_new_take (spec);
}

/**
 * eup_query_new_for_type:
 * @type: a class of entities, or that of all, `EUP_TYPE_ENTITY`
 *
 * Makes the query for all entities of a type.
 *
 * Returns: (transfer full): the query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_new_for_type (GType type)
{
  const char *name = g_type_name (type);
  EupQueryValue value = { 0 };
  int table;

  g_return_val_if_fail (name != NULL, NULL);

  if (strcmp (name, "EupEntity") == 0 || type == G_TYPE_OBJECT)
    return g_object_new (EUP_TYPE_QUERY, NULL);
  table = eup_query_table_of_class (name);
  g_return_val_if_fail (table >= 0, NULL);

  value.number = (guint32) table;
  return eup_query_new_take (eup_query_spec_new (eup_query_node_new_term (EUP_QUERY_FIELD_TYPE, EUP_OPERATOR_IS, &value, 1)));
}

/**
 * eup_query_new_milestone: (constructor)
 * @query: what the milestone has to fit; any conditions but words, and no order, offset, limit, day or languages
 *
 * Makes the query for every entity with one milestone that fits all of @query, in text `milestone:( … )`.
 *
 * Conditions that stand side by side may be met by different milestones of an initiative; inside of this, one has to meet them all. Of an
 * initiative these are its finest milestones, of a priority its timeline, and of other entities the finest of those whose subject they are;
 * a milestone has to fit itself. So a condition of this kind within @query means the same as what is in it.
 *
 * It is an error of the programmer to give a query with words or options; [ctor@Query.new_from_string] refuses them with an error.
 *
 * ```c
 * g_autoptr (EupQuery) adopted = eup_query_new_from_string ("kind:adopted actor:council date:2025-10..", &error);
 * g_autoptr (EupQuery) query = eup_query_new_milestone (adopted);
 * ```
 *
 * Returns: (transfer full): the query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_new_milestone (EupQuery *query)
{
  g_autoptr (EupQueryNode) node = NULL;
  const EupQuerySpec *spec;

  g_return_val_if_fail (EUP_IS_QUERY (query), NULL);

  spec = eup_query_get_spec (query);
  g_return_val_if_fail (!eup_query_node_has_words (spec->condition), NULL);
  g_return_val_if_fail (spec->n_sort == 0 && spec->offset == 0 && spec->limit == G_MAXUINT32 && spec->as_of == 0 && spec->languages == NULL,
                        NULL);

  node = eup_query_node_new_milestone (eup_query_node_ref (spec->condition));
  g_return_val_if_fail (eup_query_node_is_bounded (node), NULL);
  return eup_query_new_take (eup_query_spec_new (g_steal_pointer (&node)));
}

/**
 * eup_query_to_string:
 * @self: a query
 *
 * Gives the canonical text of a query.
 *
 * Two queries are equal when their texts are, and [ctor@Query.new_from_string] makes an equal query of it. (A query that was built by calls
 * may be larger than a text that is read.)
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
eup_query_to_string (EupQuery *self)
{
  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);

  return g_strdup (canonical_text (self));
}

/**
 * eup_query_where:
 * @self: a query
 * @field: the name of a field, such as `status`
 * @op: how the field is compared; `EUP_OPERATOR_HAS` asks that the property @field is not empty, and ignores @value
 * @value: (nullable): the value as text, such as `proposed`, `2025-03` or an id
 * @error: return location for an error of the domain `EUP_QUERY_ERROR`
 *
 * Narrows a query by a condition.
 *
 * The value is data: no character in it belongs to the language of queries. A date may be a range in the form of periods,
 * `2025-03/2025-06`, with either end left out. Where the field takes entities, the value is an id or a title; bindings take an entity too,
 * which means its id. A condition on one milestone is no value: see [ctor@Query.new_milestone].
 *
 * Returns: (transfer full): a new query, or %NULL with @error set
 *
 * Since: 1.0
 */
EupQuery *
eup_query_where (EupQuery     *self,
                 const char   *field,
                 EupOperator   op,
                 const char   *value,
                 GError      **error)
{
  const char *values[] = { value, NULL };

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (value != NULL || op == EUP_OPERATOR_HAS, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return eup_query_where_any (self, field, op, values, error);
}

static EupQuery *
with_option (EupQuery            *self,
             EupQueryField        field,
             const char * const  *values,
             GError             **error)
{
  g_autoptr (EupQuerySpec) spec = eup_query_spec_copy (eup_query_get_spec (self));

  for (guint i = 0; values[i] != NULL; i++)
    {
      EupQueryProblem problem;

      if (!eup_query_option_parse (spec, field, values[i], strlen (values[i]), &problem))
        {
          eup_query_error_set_value (error, &problem, NULL, 0, values[i], strlen (values[i]));
          return NULL;
        }
    }
  return eup_query_new_take (g_steal_pointer (&spec));
}

/**
 * eup_query_where_any:
 * @self: a query
 * @field: the name of a field, such as `status`
 * @op: how the field is compared; `EUP_OPERATOR_IS_NOT` asks that none of the values fits
 * @values: (array zero-terminated=1): the values as text
 * @error: return location for an error of the domain `EUP_QUERY_ERROR`
 *
 * Narrows a query by a condition that any of several values fulfils.
 *
 * Of no values none fits. See [method@Query.where].
 *
 * Returns: (transfer full): a new query, or %NULL with @error set
 *
 * Since: 1.0
 */
EupQuery *
eup_query_where_any (EupQuery            *self,
                     const char          *field,
                     EupOperator          op,
                     const char * const  *values,
                     GError             **error)
{
  const char *names[] = { field, NULL };
  gboolean negated = op == EUP_OPERATOR_IS_NOT;
  EupQueryProblem problem;
  EupQueryNode *node;
  EupQuery *refined;
  int number;
  guint n;

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);
  g_return_val_if_fail (field != NULL && values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (op == EUP_OPERATOR_HAS)
    {
      number = EUP_QUERY_FIELD_HAS;
      op = EUP_OPERATOR_IS;
      values = names;
    }
  else
    number = eup_query_field_find (field, strlen (field));
  if (number < 0)
    {
      eup_query_error_set_field (error, NULL, 0, field, strlen (field));
      return NULL;
    }

  n = g_strv_length ((char **) values);
  if (!eup_query_check_use (number, op, n, &problem))
    {
      eup_query_error_set_value (error, &problem, NULL, 0, n > 0 ? values[0] : "", n > 0 ? strlen (values[0]) : 0);
      return NULL;
    }
  if (number >= (int) EUP_QUERY_FIRST_OPTION)
    return with_option (self, number, values, error);

  node = eup_query_condition (number, negated ? EUP_OPERATOR_IS : op, values, n, error);
  if (node == NULL)
    return NULL;
  refined = refine (self, negated ? eup_query_node_new_not (node) : node);
  if (refined == NULL)
    g_set_error_literal (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_FAILED, "the query has too many values");
  return refined;
}

/**
 * eup_query_matching:
 * @self: a query
 * @words: words, as somebody typed them into a search entry
 *
 * Narrows a query to what has all these words.
 *
 * Words are data: quotes, hyphens and colons mean nothing in them. Only an asterisk right after a word says that the word may go on, which is
 * what a search entry that answers at each key wants for the last one. Where there is no word in the text, nothing is narrowed.
 *
 * Returns: (transfer full): a new query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_matching (EupQuery   *self,
                    const char *words)
{
  g_autofree char *valid = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  guint n_terms;

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  valid = g_utf8_make_valid (words, (gssize) MIN (strlen (words), EUP_QUERY_MAX_LENGTH));
  text = g_strdup (valid);
  for (char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      memset (p, ' ', (gsize) (g_utf8_next_char (p) - p));
  parts = g_strsplit (text, " ", -1);
  nodes = g_ptr_array_new ();
  n_terms = eup_query_get_spec (self)->condition->n_terms;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = MIN (strlen (parts[i]), EUP_QUERY_MAX_VALUE);
      gboolean prefix = length > 1 && parts[i][length - 1] == '*';
      EupQueryNode *node = eup_query_node_new_words (parts[i], length - (prefix ? 1 : 0), FALSE, prefix);

      if (node != NULL && n_terms + node->n_terms <= EUP_QUERY_MAX_TERMS)
        {
          n_terms += node->n_terms;
          g_ptr_array_add (nodes, node);
        }
      else if (node != NULL)
        eup_query_node_unref (node);
    }
  return refine (self, eup_query_node_new_list (EUP_QUERY_AND, (EupQueryNode **) nodes->pdata, nodes->len));
}

static void
inherit_options (EupQuerySpec       *spec,
                 const EupQuerySpec *from)
{
  if (spec->n_sort == 0)
    {
      memcpy (spec->sort, from->sort, sizeof spec->sort);
      spec->n_sort = from->n_sort;
    }
  if (spec->limit == G_MAXUINT32)
    spec->limit = from->limit;
  if (spec->offset == 0)
    spec->offset = from->offset;
  if (spec->as_of == 0)
    spec->as_of = from->as_of;
  if (spec->languages == NULL)
    spec->languages = g_strdupv (from->languages);
}

static EupQuery *
combine (EupQueryNodeKind   kind,
         EupQuery         **queries,
         gsize              n)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (EupQuerySpec) spec = NULL;

  g_return_val_if_fail (n < G_MAXUINT32, NULL);
  for (gsize i = 0; i < n; i++)
    g_return_val_if_fail (EUP_IS_QUERY (queries[i]), NULL);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (nodes, eup_query_node_ref (eup_query_get_spec (queries[i])->condition));
  spec = eup_query_spec_new (eup_query_node_new_list (kind, (EupQueryNode **) nodes->pdata, nodes->len));
  g_return_val_if_fail (eup_query_node_is_bounded (spec->condition), NULL);
  for (gsize i = 0; i < n; i++)
    inherit_options (spec, eup_query_get_spec (queries[i]));
  return eup_query_new_take (g_steal_pointer (&spec));
}

/**
 * eup_query_every:
 * @queries: (array length=n_queries) (element-type EuPolicy.Query) (transfer none): queries
 * @n_queries: how many they are
 *
 * Makes the query for what all the queries ask for; of no queries, for everything.
 *
 * Order, offset, limit, day and languages come from the first query that states each of them. It is an error of the programmer to nest
 * queries in each other more than 64 deep.
 *
 * Returns: (transfer full): a new query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_every (EupQuery **queries,
                 gsize      n_queries)
{
  g_return_val_if_fail (queries != NULL || n_queries == 0, NULL);

  return combine (EUP_QUERY_AND, queries, n_queries);
}

/**
 * eup_query_any:
 * @queries: (array length=n_queries) (element-type EuPolicy.Query) (transfer none): queries
 * @n_queries: how many they are
 *
 * Makes the query for what any of the queries asks for; of no queries, for nothing.
 *
 * Order, offset, limit, day and languages come from the first query that states each of them.
 *
 * Returns: (transfer full): a new query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_any (EupQuery **queries,
               gsize      n_queries)
{
  g_return_val_if_fail (queries != NULL || n_queries == 0, NULL);

  return combine (EUP_QUERY_OR, queries, n_queries);
}

/**
 * eup_query_negate:
 * @self: a query
 *
 * Makes the query for all that the query does not ask for.
 *
 * Order, offset, limit, day and languages stay.
 *
 * Returns: (transfer full): a new query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_negate (EupQuery *self)
{
  g_autoptr (EupQueryNode) node = NULL;
  EupQuerySpec *spec;

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);

  node = eup_query_node_new_not (eup_query_node_ref (eup_query_get_spec (self)->condition));
  g_return_val_if_fail (eup_query_node_is_bounded (node), NULL);

  spec = eup_query_spec_copy (eup_query_get_spec (self));
  eup_query_spec_take (spec, g_steal_pointer (&node));
  return eup_query_new_take (spec);
}

/**
 * eup_query_sorted_by:
 * @self: a query
 * @field: what to sort by: `rank`, a field that has one value, such as `date`, `slippage` or `title`, or a property that is
 *   stored and has one value, such as `family-name`
 * @descending: the greatest first
 *
 * Adds a key that the answer is sorted by.
 *
 * The first key that is added counts most; what is equal by all keys stands in the ascending order of ids. What has no value comes last in both
 * directions. A key that is there already only gets its new
 * direction.
 *
 * Returns: (transfer full): a new query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_sorted_by (EupQuery   *self,
                     const char *field,
                     gboolean    descending)
{
  g_autoptr (EupQuerySpec) spec = NULL;
  gboolean added;
  int number;

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  number = eup_query_field_find_sort (field, strlen (field));
  g_return_val_if_fail (number >= 0, NULL);

  spec = eup_query_spec_copy (eup_query_get_spec (self));
  added = eup_query_spec_add_sort (spec, (guint) number, descending != FALSE);
  g_return_val_if_fail (added, NULL);
  return eup_query_new_take (g_steal_pointer (&spec));
}

/**
 * eup_query_limited:
 * @self: a query
 * @offset: how many of the answer to leave out at its beginning
 * @count: how many to give at most; %G_MAXUINT for all
 *
 * Asks for a part of the answer.
 *
 * Returns: (transfer full): a new query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_limited (EupQuery *self,
                   guint     offset,
                   guint     count)
{
  EupQuerySpec *spec;

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);

  spec = eup_query_spec_copy (eup_query_get_spec (self));
  spec->offset = MIN (offset, G_MAXUINT32 - 1);
  spec->limit = count;
  return eup_query_new_take (spec);
}

/**
 * eup_query_as_of:
 * @self: a query
 * @date: (nullable): a day; the first one, if it is known less precisely; %NULL for that of the catalog
 *
 * Asks the question as if it were that day: what is reached, overdue and upcoming depends on it.
 *
 * Returns: (transfer full): a new query
 *
 * Since: 1.0
 */
EupQuery *
eup_query_as_of (EupQuery      *self,
                 const EupDate *date)
{
  EupQuerySpec *spec;

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);

  spec = eup_query_spec_copy (eup_query_get_spec (self));
  spec->as_of = eup_date_get_cell (date);
  return eup_query_new_take (spec);
}

/**
 * eup_query_quote:
 * @string: any text
 *
 * Makes a text safe to stand after `field:` in a query, or as words.
 *
 * Returns: (transfer full): the text in quotes
 *
 * Since: 1.0
 */
char *
eup_query_quote (const char *string)
{
  g_autofree char *valid = NULL;
  GString *quoted;

  g_return_val_if_fail (string != NULL, NULL);

  valid = g_utf8_make_valid (string, -1);
  quoted = g_string_new ("\"");
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/**
 * eup_query_equal:
 * @a: (type EuPolicy.Query): a query
 * @b: (type EuPolicy.Query): another query
 *
 * Tells whether two queries are the same, whatever they were made of.
 *
 * Returns: whether their canonical texts are equal
 *
 * Since: 1.0
 */
gboolean
eup_query_equal (gconstpointer a,
                 gconstpointer b)
{
  g_return_val_if_fail (EUP_IS_QUERY ((gpointer) a), FALSE);
  g_return_val_if_fail (EUP_IS_QUERY ((gpointer) b), FALSE);

  return a == b || strcmp (canonical_text ((EupQuery *) a), canonical_text ((EupQuery *) b)) == 0;
}

/**
 * eup_query_hash:
 * @query: (type EuPolicy.Query): a query
 *
 * Gives a hash of a query, for hash tables together with [method@Query.equal].
 *
 * Returns: the hash
 *
 * Since: 1.0
 */
guint
eup_query_hash (gconstpointer query)
{
  g_return_val_if_fail (EUP_IS_QUERY ((gpointer) query), 0);

  return g_str_hash (canonical_text ((EupQuery *) query));
}
