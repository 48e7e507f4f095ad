/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/language/eup-query-error.h"

#include <stdlib.h>
#include <string.h>

#include "query/language/eup-query-properties.h"
#include "values/eup-enum-names.h"
#include "values/eup-word-distance.h"

#define MAX_SUGGESTIONS 3
#define MAX_LISTED 14
#define MAX_FOUND 60

static const char column_mark[] = "column ";

char *
eup_query_nearest (const char         *word,
                   gsize               length,
                   const char * const *known,
                   guint               n_known)
{
  guint found[MAX_SUGGESTIONS];
  guint n_found = 0;
  guint limit = length <= 4 ? 1 : length <= 7 ? 2 : 3;
  GString *hint;

  if (length == 0 || length > EUP_MAX_WORD)
    return NULL;
  for (guint i = 0; i < n_known; i++)
    {
      gsize n = strlen (known[i]);
      guint d = eup_word_distance (word, length, known[i], n);

      if (d > limit)
        continue;
      if (d < limit)
        n_found = 0;
      limit = d;
      if (n_found < MAX_SUGGESTIONS)
        found[n_found++] = i;
    }
  if (n_found == 0)
    return NULL;

  hint = g_string_new ("did you mean ");
  for (guint i = 0; i < n_found; i++)
    g_string_append_printf (hint, "%s%s", i == 0 ? "" : i + 1 == n_found ? " or " : ", ", known[found[i]]);
  g_string_append_c (hint, '?');
  return g_string_free (hint, FALSE);
}

static void
append_found (GString    *message,
              const char *found,
              gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (found, (gssize) length);

  if (length == 0 || strcmp (valid, "\"\"") == 0)
    {
      g_string_append (message, ", found \"\"");
      return;
    }
  if (g_unichar_isspace (g_utf8_get_char (valid)) && *g_utf8_next_char (valid) == '\0')
    {
      g_string_append (message, *valid == ' ' ? ", found a space" : ", found white space");
      return;
    }
  g_string_append (message, ", found \"");
  if (g_utf8_strlen (valid, -1) > MAX_FOUND)
    {
      g_string_append_len (message, valid, g_utf8_offset_to_pointer (valid, MAX_FOUND) - valid);
      g_string_append (message, "…");
    }
  else
    g_string_append (message, valid);
  g_string_append_c (message, '"');
}

void
eup_query_error_set (GError        **error,
                     EupQueryError   code,
                     const char     *text,
                     gsize           offset,
                     const char     *expected,
                     const char     *found,
                     gssize          found_length,
                     const char     *hint)
{
  g_autoptr (GString) message = NULL;

  if (error == NULL)
    return;
  message = g_string_new (NULL);
  if (text != NULL)
    g_string_append_printf (message, "%s%ld: ", column_mark, g_utf8_strlen (text, (gssize) offset) + 1);
  g_string_append_printf (message, "expected %s", expected);
  if (found != NULL)
    append_found (message, found, found_length < 0 ? strlen (found) : (gsize) found_length);
  else
    g_string_append (message, ", found the end");
  if (hint != NULL)
    g_string_append_printf (message, "; %s", hint);
  *error = g_error_new_literal (EUP_QUERY_ERROR, (int) code, message->str);
}

/* The words that the field can have, as far as they can be listed. */
static GPtrArray *
known_values (EupQueryField field)
{
  const EupQueryFieldSpec *spec = eup_query_field_spec (field);
  GPtrArray *known = g_ptr_array_new ();

  if (spec->kind == EUP_QUERY_KIND_ENUM)
    {
      GType type = spec->enum_type ();

      for (guint i = 0; i < eup_enum_n_values (type); i++)
        g_ptr_array_add (known, (gpointer) eup_enum_nick (type, (int) i));
    }
  else if (spec->kind == EUP_QUERY_KIND_TYPE)
    {
      for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
        g_ptr_array_add (known, (gpointer) eup_schema_table (i)->nick);
    }
  else if (spec->kind == EUP_QUERY_KIND_FLAG)
    {
      for (guint i = 0; i < EUP_N_QUERY_FLAGS; i++)
        g_ptr_array_add (known, (gpointer) eup_query_flag_name (i));
    }
  else if (spec->kind == EUP_QUERY_KIND_PROPERTY)
    {
      for (guint i = 0; i < eup_query_n_properties (); i++)
        {
          const EupQueryProperty *property = eup_query_property (i);

          g_ptr_array_add (known, (gpointer) property->name);
          for (guint j = 0; property->other[j] != NULL; j++)
            g_ptr_array_add (known, (gpointer) property->other[j]);
        }
    }
  else if (field == EUP_QUERY_FIELD_SORT)
    {
      for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
        if (eup_query_field_spec (i)->sortable)
          g_ptr_array_add (known, (gpointer) eup_query_field_name (i));
      g_ptr_array_add (known, (gpointer) eup_query_field_name (EUP_QUERY_FIELD_RANK));
      for (guint i = 0; i < eup_query_n_properties (); i++)
        {
          const char *name = eup_query_property (i)->name;

          if (eup_query_property (i)->sort != EUP_QUERY_UNSORTED && eup_query_field_find (name, strlen (name)) < 0)
            g_ptr_array_add (known, (gpointer) name);
        }
    }
  return known;
}

static char *
list_of (GPtrArray *known)
{
  GString *list;

  if (known->len == 0 || known->len > 2 * MAX_LISTED)
    return NULL;
  list = g_string_new ("known are ");
  for (guint i = 0; i < known->len; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : i + 1 == known->len ? " and " : ", ",
                            (const char *) g_ptr_array_index (known, i));
  return g_string_free (list, FALSE);
}

/* What stands where a value is missing; NULL at the end of the text. */
static const char *
instead_of_value (const char *at,
                  gsize      *length)
{
  *length = *at == '\0' ? 0 : g_str_has_prefix (at, "\"\"") ? 2 : (gsize) (g_utf8_next_char (at) - at);
  return *length == 0 ? NULL : at;
}

void
eup_query_error_set_value (GError               **error,
                           const EupQueryProblem *problem,
                           const char            *text,
                           gsize                  offset,
                           const char            *value,
                           gsize                  length)
{
  g_autoptr (GPtrArray) known = NULL;
  g_autofree char *hint = NULL;
  g_autofree char *expected = NULL;

  if (error == NULL)
    return;
  if (problem->reason == NULL)
    {
      known = known_values (problem->field);
      hint = eup_query_nearest (value, length, (const char * const *) known->pdata, known->len);
      if (hint == NULL)
        hint = list_of (known);
    }
  if (length == 0 && text != NULL)
    value = instead_of_value (text + offset, &length);
  if (text == NULL)
    expected = g_strdup_printf ("%s for %s", problem->expected, eup_query_field_name (problem->field));
  eup_query_error_set (error, problem->code, text, offset + problem->offset,
                       expected != NULL ? expected : problem->expected, value, (gssize) length,
                       problem->reason != NULL ? problem->reason : hint);
}

void
eup_query_error_set_field (GError     **error,
                           const char  *text,
                           gsize        offset,
                           const char  *name,
                           gsize        length)
{
  const char *known[EUP_N_QUERY_FIELDS];
  g_autofree char *hint = NULL;

  if (error == NULL)
    return;
  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    known[i] = eup_query_field_name (i);
  if (memchr (name, '@', length) != NULL)
    hint = g_strdup ("has:title@fr asks for a language, and lang:fr searches in one; words with a colon stand in quotes");
  else if (memchr (name, '.', length) != NULL)
    hint = g_strdup ("fields have no parts; words with a colon stand in quotes");
  else
    hint = eup_query_nearest (name, length, known, EUP_N_QUERY_FIELDS);
  if (hint == NULL && text != NULL)
    hint = g_strdup ("words with a colon stand in quotes");
  eup_query_error_set (error, EUP_QUERY_ERROR_UNKNOWN_FIELD, text, offset, "a field", name, (gssize) length, hint);
}

void
eup_query_error_set_counted (GError     **error,
                             const char  *name)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    if (eup_query_field_is_counted (i))
      g_ptr_array_add (known, (gpointer) eup_query_field_name (i));
  hint = eup_query_nearest (name, strlen (name), (const char * const *) known->pdata, known->len);
  if (hint == NULL)
    hint = list_of (known);
  eup_query_error_set (error, EUP_QUERY_ERROR_UNKNOWN_FIELD, NULL, 0, "a field to count by", name, -1, hint);
}

guint
eup_query_error_column (const GError *error)
{
  if (error == NULL || error->domain != EUP_QUERY_ERROR || !g_str_has_prefix (error->message, column_mark))
    return 0;
  return (guint) strtoul (error->message + strlen (column_mark), NULL, 10);
}
