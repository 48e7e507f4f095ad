/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "query/engine/eup-names.h"
#include "query/language/eup-query-error.h"
#include "query/engine/eup-texts.h"
#include "words/eup-words-text.h"
#include "values/eup-fold.h"
#include "values/eup-language.h"

/* The tables whose entities a field names. */
static guint
tables_of_field (EupQueryField field)
{
  switch (field)
    {
    case EUP_QUERY_FIELD_LEAD:
      return 1u << EUP_TABLE_COMMISSIONER;
    case EUP_QUERY_FIELD_TOPIC:
      return 1u << EUP_TABLE_TOPIC;
    case EUP_QUERY_FIELD_MANDATE:
      return 1u << EUP_TABLE_MANDATE;
    case EUP_QUERY_FIELD_PRIORITY:
      return 1u << EUP_TABLE_PRIORITY;
    case EUP_QUERY_FIELD_OBJECTIVE:
      return 1u << EUP_TABLE_OBJECTIVE;
    case EUP_QUERY_FIELD_INITIATIVE:
      return 1u << EUP_TABLE_INITIATIVE;
    default: /* Nothing stands beneath a milestone. */
      return EUP_QUERY_ALL_TABLES & ~(1u << EUP_TABLE_MILESTONE);
    }
}

/* What stands beneath a milestone has its id alone. */
static guint
tables_by_id (EupQueryField field)
{
  return field == EUP_QUERY_FIELD_IN || field == EUP_QUERY_FIELD_ID ? EUP_QUERY_ALL_TABLES : tables_of_field (field);
}

/* The id of an entity that the field can name. */
static gboolean
is_id (EupStore            *store,
       EupQueryField        field,
       const EupQueryValue *value)
{
  EupTableKind table;
  guint32 row;

  return eup_store_home (store, eup_store_find (store, value->string, strlen (value->string)), &table, &row)
         && (tables_by_id (field) >> table & 1);
}

static void
free_numbers (gpointer numbers)
{
  if (numbers != NULL)
    g_array_unref (numbers);
}

static void
collect_names (EupNames           *names,
               const EupQueryNode *node)
{
  for (guint i = 0; node->children != NULL && i < node->n; i++)
    collect_names (names, node->children[i]);
  if (node->kind != EUP_QUERY_TERM || eup_query_field_spec (node->field)->kind != EUP_QUERY_KIND_ENTITY)
    return;
  for (guint i = 0; i < node->n; i++)
    {
      const EupQueryValue *value = &node->values[i];

      if (value->folded == NULL || value->folded[0] == '\0' || is_id (names->store, node->field, value))
        continue;
      if (names->found == NULL)
        names->found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_numbers);
      g_hash_table_insert (names->found, value->folded, NULL);
      names->shortest = MIN (names->shortest, strlen (value->folded));
      names->tables |= tables_of_field (node->field);
    }
}

static gboolean
note_title (const char *text,
            gpointer    data)
{
  EupNames *names = data;
  gsize length = strlen (text);
  char buffer[256];
  g_autofree char *large = NULL;
  char *folded = buffer;
  gpointer key, numbers;

  /* Folding writes at most as much as it reads. */
  if (length < names->shortest)
    return FALSE;
  if (length >= sizeof buffer)
    folded = large = g_malloc (length + 1);
  folded[eup_fold (text, length, folded)] = '\0';
  if (!g_hash_table_lookup_extended (names->found, folded, &key, &numbers))
    return FALSE;
  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (EupNumber));
      g_hash_table_insert (names->found, key, numbers);
    }
  g_array_append_val (numbers, names->number);
  return FALSE;
}

static void
read_titles (EupNames *names)
{
  EupStore *store = names->store;

  if (names->is_read)
    return;
  names->is_read = TRUE;
  names->shortest = G_MAXSIZE;
  collect_names (names, names->condition);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 n_rows = names->tables >> table & 1 ? eup_store_n_rows (store, table) : 0;

      for (guint32 row = 0; row < n_rows && eup_work_add (names->work, EUP_NAMES_ROW_COST); row++)
        {
          names->number = eup_store_number_of (store, table, row);
          if (eup_store_is_alive (store, table, row))
            eup_texts_visit_titles (store, table, row, note_title, names);
        }
    }
}

void
eup_names_init (EupNames           *names,
                EupStore           *store,
                const EupQueryNode *condition,
                EupWork            *work)
{
  *names = (EupNames) { .store = store, .condition = condition, .work = work };
}

void
eup_names_clear (EupNames *names)
{
  g_clear_pointer (&names->found, g_hash_table_unref);
}

guint
eup_names_scans (EupStore            *store,
                 const EupQueryNode  *node,
                 const EupQueryValue *value)
{
  return value->folded == NULL || value->folded[0] == '\0' || is_id (store, node->field, value) ? 0 : tables_of_field (node->field);
}

void
eup_names_resolve (EupNames            *names,
                   const EupQueryNode  *node,
                   const EupQueryValue *value,
                   EupNumbers          *numbers)
{
  EupNumber number = eup_store_find (names->store, value->string, strlen (value->string));
  guint tables = tables_of_field (node->field);
  EupTableKind table;
  guint32 row;
  const GArray *found;
  gboolean is_there = eup_store_home (names->store, number, &table, &row);

  if (number != 0 && (!is_there || (tables_by_id (node->field) >> table & 1)))
    eup_numbers_append (numbers, number);
  if (value->folded == NULL || value->folded[0] == '\0' || (is_there && (tables_by_id (node->field) >> table & 1)))
    return;
  read_titles (names);
  if (names->found == NULL)
    return;
  found = g_hash_table_lookup (names->found, value->folded);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      number = g_array_index (found, EupNumber, i);
      if (eup_store_home (names->store, number, &table, &row) && (tables >> table & 1))
        eup_numbers_append (numbers, number);
    }
}

/* What is nearly as long as a name that nobody has: folded titles and names, and ids. */
typedef struct
{
  gsize       length;
  GHashTable *texts;
} Near;

#define NEAR 3

static gboolean
is_about_as_long (const Near *near,
                  gsize       length)
{
  return length + NEAR >= near->length && length <= near->length + NEAR;
}

static gboolean
add_title (const char *text,
           gpointer    data)
{
  Near *near = data;
  gsize length = strlen (text);
  g_autofree char *folded = NULL;

  /* Folding makes a text shorter, but seldom by more than half. */
  if (length + NEAR < near->length || length > 2 * (near->length + NEAR))
    return FALSE;
  folded = g_malloc (length + 1);
  length = eup_fold (text, length, folded);
  folded[length] = '\0';
  if (is_about_as_long (near, length))
    g_hash_table_add (near->texts, g_steal_pointer (&folded));
  return FALSE;
}

static int
compare_strings (const void *a,
                 const void *b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
nearest_name (EupStore   *store,
              guint       tables,
              gboolean    with_titles,
              const char *name)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Near near = { strlen (name), texts };
  g_autofree const char **known = NULL;
  guint n_known;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 n_rows = tables >> table & 1 ? eup_store_n_rows (store, table) : 0;

      for (guint32 row = 0; row < n_rows; row++)
        {
          const char *id;

          if (!eup_store_is_alive (store, table, row))
            continue;
          id = eup_store_id (store, eup_store_number_of (store, table, row));
          if (is_about_as_long (&near, strlen (id)))
            g_hash_table_add (texts, g_strdup (id));
          if (with_titles)
            eup_texts_visit_titles (store, table, row, add_title, &near);
        }
    }
  known = (const char **) g_hash_table_get_keys_as_array (texts, &n_known);
  qsort (known, n_known, sizeof *known, compare_strings);
  return eup_query_nearest (name, near.length, known, n_known);
}

/* An id that is only referred to, or was removed, has a number but no home. */
static gboolean
is_known (EupNames            *names,
          const EupQueryNode  *node,
          const EupQueryValue *value)
{
  EupStore *store = names->store;
  g_auto (EupNumbers) numbers;
  EupTableKind table;
  guint32 row;

  eup_numbers_init (&numbers);
  if (node->field == EUP_QUERY_FIELD_ID)
    eup_numbers_add (&numbers, eup_store_find (store, value->string, strlen (value->string)));
  else
    eup_names_resolve (names, node, value, &numbers);
  for (guint i = 0; i < numbers.n; i++)
    if (eup_store_home (store, numbers.items[i], &table, &row))
      return TRUE;
  return FALSE;
}

static gboolean
names_entities (const EupQueryNode *node)
{
  EupQueryKind kind = eup_query_field_spec (node->field)->kind;

  return kind == EUP_QUERY_KIND_ENTITY || (kind == EUP_QUERY_KIND_ID && node->op == EUP_OPERATOR_IS);
}

static void
set_unknown (EupStore            *store,
             const EupQueryNode  *node,
             const EupQueryValue *value,
             GError             **error)
{
  gboolean is_id = node->field == EUP_QUERY_FIELD_ID;
  guint tables = is_id ? EUP_QUERY_ALL_TABLES : tables_of_field (node->field);
  g_autofree char *expected = g_strdup_printf ("%s that is in the catalog", eup_query_field_spec (node->field)->value);
  g_autofree char *hint = nearest_name (store, tables, !is_id, is_id || value->folded == NULL ? value->string : value->folded);

  EupTableKind table;
  guint32 row;
  g_autofree char *other = NULL;

  if (eup_store_home (store, eup_store_find (store, value->string, strlen (value->string)), &table, &row))
    other = g_strdup_printf ("that is the id of %s %s%s%s", strchr ("aeiou", eup_schema_table (table)->nick[0]) != NULL ? "an" : "a",
                             eup_schema_table (table)->nick, hint == NULL ? "" : "; ", hint == NULL ? "" : hint);
  eup_query_error_set (error, EUP_QUERY_ERROR_BAD_VALUE, NULL, 0, expected, value->string, -1, other != NULL ? other : hint);
}

static gboolean
check (EupNames           *names,
       const EupQueryNode *node,
       GError            **error)
{
  for (guint i = 0; node->children != NULL && i < node->n; i++)
    if (!check (names, node->children[i], error))
      return FALSE;
  if (node->kind != EUP_QUERY_TERM || !names_entities (node))
    return TRUE;
  for (guint i = 0; i < node->n; i++)
    if (!is_known (names, node, &node->values[i]))
      {
        set_unknown (names->store, node, &node->values[i], error);
        return FALSE;
      }
  return TRUE;
}

static gboolean
add_language (gpointer       languages,
              EupWordsClass  klass,
              const char    *language,
              const char    *text)
{
  if (language != NULL)
    g_hash_table_add (languages, (gpointer) language);
  return TRUE;
}

/* Those that any text is in; they are strings of the store. */
static GHashTable *
find_languages (EupStore *store)
{
  GHashTable *languages = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint32 row = 0; row < eup_store_n_rows (store, table); row++)
      if (eup_store_is_alive (store, table, row))
        eup_words_each_text (store, table, row, add_language, languages);
  return languages;
}

static gboolean
check_languages (EupStore  *store,
                 char     **wanted,
                 GError   **error)
{
  g_autoptr (GHashTable) languages = find_languages (store);
  guint n;
  g_autofree const char **known = (const char **) g_hash_table_get_keys_as_array (languages, &n);

  qsort (known, n, sizeof *known, compare_strings);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean found = FALSE;
      g_autofree char *hint = NULL;

      for (guint j = 0; j < n && !found; j++)
        found = eup_language_takes (wanted[i], known[j]);
      if (found)
        continue;
      hint = eup_query_nearest (wanted[i], strlen (wanted[i]), known, n);
      eup_query_error_set (error, EUP_QUERY_ERROR_BAD_VALUE, NULL, 0, "a language that a text of the catalog is in", wanted[i], -1, hint);
      return FALSE;
    }
  return TRUE;
}

gboolean
eup_names_check (EupStore           *store,
                 const EupQuerySpec *spec,
                 GError            **error)
{
  EupWork work;
  g_auto (EupNames) names;

  eup_work_begin (&work, NULL);
  eup_names_init (&names, store, spec->condition, &work);
  return check (&names, spec->condition, error) && (spec->languages == NULL || check_languages (store, spec->languages, error));
}
