/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/language/eup-query-value.h"

#include <string.h>

#include "values/eup-country.h"
#include "values/eup-enum-names.h"
#include "values/eup-fold.h"
#include "values/eup-language.h"
#include "values/reference/eup-reference-grammar.h"

static gboolean
refuse (EupQueryProblem *problem,
        EupQueryField    field,
        const char      *reason)
{
  problem->code = EUP_QUERY_ERROR_BAD_VALUE;
  problem->field = field;
  problem->expected = eup_query_field_spec (field)->value;
  problem->reason = reason;
  return FALSE;
}

static gboolean
parse_number (const char *text,
              gsize       length,
              guint32    *number)
{
  guint64 sum = 0;

  if (length == 0 || length > 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      sum = sum * 10 + (guint) (text[i] - '0');
    }
  if (sum >= G_MAXUINT32)
    return FALSE;
  *number = (guint32) sum;
  return TRUE;
}

static gboolean
parse_date (const char      *text,
            gsize            length,
            gsize            offset,
            EupQueryField    field,
            EupDateCell     *cell,
            EupQueryProblem *problem)
{
  gsize error_offset = 0;
  const char *message = NULL;

  if (eup_date_cell_parse (text + offset, length - offset, cell, &error_offset, &message))
    return TRUE;
  refuse (problem, field, message);
  problem->offset = offset + error_offset;
  return FALSE;
}

static gboolean
is_open (const char *text,
         gsize       length)
{
  return length == 0 || (length == 2 && text[0] == '.' && text[1] == '.');
}

/* a..b, and a/b as periods are written; either end may be missing. */
static gboolean
parse_dates (EupQueryField    field,
             EupOperator      op,
             const char      *text,
             gsize            length,
             EupQueryValue   *value,
             EupQueryProblem *problem)
{
  const char *mark = memchr (text, '/', length);
  gsize left, right;

  if (mark != NULL)
    right = (gsize) (mark - text) + 1;
  else
    {
      mark = g_strstr_len (text, (gssize) length, "..");
      right = mark == NULL ? 0 : (gsize) (mark - text) + 2;
    }
  if (mark == NULL)
    {
      if (!parse_date (text, length, 0, field, &value->low, problem))
        return FALSE;
      value->high = value->low;
      return TRUE;
    }

  left = (gsize) (mark - text);
  if (op != EUP_OPERATOR_IS)
    return refuse (problem, field, "a range is not compared");
  if (!is_open (text, left) && !parse_date (text, left, 0, field, &value->low, problem))
    return FALSE;
  if (!is_open (text + right, length - right) && !parse_date (text, length, right, field, &value->high, problem))
    return FALSE;
  if (value->low == 0 && value->high == 0)
    return refuse (problem, field, "a range has a date at one end at least; has:date asks for any");
  if (value->low != 0 && value->high != 0 && eup_date_cell_first_day (value->low) > eup_date_cell_last_day (value->high))
    return refuse (problem, field, "the range ends before it begins");
  return TRUE;
}

static gboolean
parse_integer (const char *text,
               gsize       length,
               gint64     *integer)
{
  gboolean is_negative = length > 0 && text[0] == '-';
  gint64 sum = 0;

  if (length == (gsize) is_negative)
    return FALSE;
  for (gsize i = (gsize) is_negative; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      sum = MIN (sum * 10 + (text[i] - '0'), EUP_QUERY_MAX_INTEGER + 1);
    }
  *integer = is_negative ? -sum : sum;
  return sum <= EUP_QUERY_MAX_INTEGER;
}

/* a..b, of which either end may be missing. */
static gboolean
parse_integers (EupQueryField    field,
                EupOperator      op,
                const char      *text,
                gsize            length,
                EupQueryValue   *value,
                EupQueryProblem *problem)
{
  const char *mark = g_strstr_len (text, (gssize) length, "..");
  gsize left = mark == NULL ? length : (gsize) (mark - text), right = left + 2;

  value->least = EUP_QUERY_NO_LEAST;
  value->greatest = EUP_QUERY_NO_GREATEST;
  if (mark == NULL)
    {
      if (!parse_integer (text, length, &value->least))
        return refuse (problem, field, NULL);
      value->greatest = value->least;
      return TRUE;
    }
  if (op != EUP_OPERATOR_IS)
    return refuse (problem, field, "a range is not compared");
  if (length == 2)
    return refuse (problem, field, "a range has a number at one end at least");
  if (left > 0 && !parse_integer (text, left, &value->least))
    return refuse (problem, field, NULL);
  if (right < length && !parse_integer (text + right, length - right, &value->greatest))
    {
      refuse (problem, field, NULL);
      problem->offset = right;
      return FALSE;
    }
  if (value->least > value->greatest)
    return refuse (problem, field, "the range ends before it begins");
  return TRUE;
}

static gboolean
parse_property (const char      *text,
                gsize            length,
                EupQueryValue   *value,
                EupQueryProblem *problem)
{
  const char *at = memchr (text, '@', length);
  gsize n = at == NULL ? length : (gsize) (at - text);
  int number = eup_query_property_find (text, n);

  if (number < 0)
    return refuse (problem, EUP_QUERY_FIELD_HAS, NULL);
  value->number = (guint32) number;
  if (at == NULL)
    return TRUE;
  if (!eup_language_is_valid (at + 1, (gssize) (length - n - 1)))
    {
      refuse (problem, EUP_QUERY_FIELD_HAS, "after the @ stands a language");
      problem->offset = n + 1;
      return FALSE;
    }
  value->language = g_strndup (at + 1, length - n - 1);
  if (!eup_language_is_known (value->language))
    {
      refuse (problem, EUP_QUERY_FIELD_HAS, "no language is written so");
      problem->offset = n + 1;
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_country (const char      *text,
               gsize            length,
               EupQueryValue   *value,
               EupQueryProblem *problem)
{
  if (length != 2 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]))
    return refuse (problem, EUP_QUERY_FIELD_COUNTRY, NULL);
  value->string = g_ascii_strup (text, 2);
  if (!eup_country_is_known (value->string))
    return refuse (problem, EUP_QUERY_FIELD_COUNTRY, "no country has these letters");
  if (strcmp (value->string, "GR") == 0) /* the Union writes EL */
    memcpy (value->string, "EL", 2);
  return TRUE;
}

static gboolean
parse_enum (EupQueryField    field,
            const char      *text,
            gsize            length,
            EupQueryValue   *value,
            EupQueryProblem *problem)
{
  int number;

  if (!eup_enum_from_nick (eup_query_field_spec (field)->enum_type (), text, length, &number))
    return refuse (problem, field, NULL);
  value->number = (guint32) number;
  return TRUE;
}

static gboolean
parse_name (EupQueryField    field,
            int              number,
            EupQueryValue   *value,
            EupQueryProblem *problem)
{
  if (number < 0)
    return refuse (problem, field, NULL);
  value->number = (guint32) number;
  return TRUE;
}

static gboolean
parse_truth (const char      *text,
             gsize            length,
             EupQueryValue   *value,
             EupQueryProblem *problem)
{
  g_autofree char *word = g_strndup (text, length);

  if (strcmp (word, "true") == 0 || strcmp (word, "yes") == 0)
    value->number = 1;
  else if (strcmp (word, "false") == 0 || strcmp (word, "no") == 0)
    value->number = 0;
  else
    return refuse (problem, EUP_QUERY_FIELD_LEGISLATIVE, NULL);
  return TRUE;
}

static void
take_reference (const char    *text,
                gsize          length,
                EupQueryValue *value)
{
  GString *normalised = g_string_sized_new (length + 16);

  value->number = (guint32) eup_reference_recognise (text, length, normalised, NULL);
  if (normalised->len == 0)
    g_string_append_len (normalised, text, (gssize) length);
  value->string = g_string_free (normalised, FALSE);
}

gboolean
eup_query_value_parse (EupQueryField    field,
                       EupOperator      op,
                       const char      *text,
                       gsize            length,
                       EupQueryValue   *value,
                       EupQueryProblem *problem)
{
  const EupQueryFieldSpec *spec = eup_query_field_spec (field);

  memset (value, 0, sizeof *value);
  memset (problem, 0, sizeof *problem);
  if (length == 0)
    return refuse (problem, field, NULL);
  if (length > EUP_QUERY_MAX_VALUE)
    return refuse (problem, field, "the value is too long");

  switch (spec->kind)
    {
    case EUP_QUERY_KIND_TYPE:
      return parse_name (field, eup_schema_find_table (text, length), value, problem);
    case EUP_QUERY_KIND_FLAG:
      return parse_name (field, eup_query_flag_find (text, length), value, problem);
    case EUP_QUERY_KIND_ENUM:
      return parse_enum (field, text, length, value, problem);
    case EUP_QUERY_KIND_DATE:
      return parse_dates (field, op, text, length, value, problem);
    case EUP_QUERY_KIND_INTEGER:
      return parse_integers (field, op, text, length, value, problem);
    case EUP_QUERY_KIND_COUNTRY:
      return parse_country (text, length, value, problem);
    case EUP_QUERY_KIND_YES_NO:
      return parse_truth (text, length, value, problem);
    case EUP_QUERY_KIND_PROPERTY:
      return parse_property (text, length, value, problem);
    case EUP_QUERY_KIND_REFERENCE:
      if (op != EUP_OPERATOR_CONTAINS)
        {
          take_reference (text, length, value);
          return TRUE;
        }
      break;
    case EUP_QUERY_KIND_ID:
      if (op != EUP_OPERATOR_CONTAINS)
        {
          value->string = g_strndup (text, length);
          return TRUE;
        }
      break;
    case EUP_QUERY_KIND_TEXT:
    case EUP_QUERY_KIND_WORDS:
    case EUP_QUERY_KIND_ENTITY:
    case EUP_QUERY_KIND_OPTION:
    case EUP_QUERY_KIND_CONDITION:
    default:
      break;
    }
  value->string = g_strndup (text, length);
  value->folded = eup_fold_dup (text, (gssize) length);
  return TRUE;
}

static gboolean
add_language (EupQuerySpec    *spec,
              const char      *text,
              gsize            length,
              EupQueryProblem *problem)
{
  guint n = spec->languages == NULL ? 0 : g_strv_length (spec->languages);
  g_autofree char *tag = g_strndup (text, length);

  if (!eup_language_is_valid (text, (gssize) length))
    return refuse (problem, EUP_QUERY_FIELD_LANG, NULL);
  for (guint i = 0; i < n; i++)
    if (eup_language_compare (spec->languages[i], tag) == 0)
      return TRUE;
  if (n == EUP_QUERY_MAX_TERMS)
    return refuse (problem, EUP_QUERY_FIELD_LANG, "there are too many");
  spec->languages = g_renew (char *, spec->languages, n + 2);
  spec->languages[n] = g_steal_pointer (&tag);
  spec->languages[n + 1] = NULL;
  return TRUE;
}

static gboolean
add_sort (EupQuerySpec    *spec,
          const char      *text,
          gsize            length,
          EupQueryProblem *problem)
{
  gboolean descending = length > 0 && text[0] == '-';
  int field = eup_query_field_find_sort (text + descending, length - (gsize) descending);

  if (field < 0)
    {
      refuse (problem, EUP_QUERY_FIELD_SORT, NULL);
      if (eup_query_field_find (text + descending, length - (gsize) descending) >= 0)
        problem->reason = "nothing is sorted by that field";
      problem->code = EUP_QUERY_ERROR_UNKNOWN_FIELD;
      problem->offset = (gsize) descending;
      return FALSE;
    }
  if (!eup_query_spec_add_sort (spec, (guint) field, descending))
    return refuse (problem, EUP_QUERY_FIELD_SORT, "there are too many");
  return TRUE;
}

gboolean
eup_query_option_parse (EupQuerySpec    *spec,
                        EupQueryField    field,
                        const char      *text,
                        gsize            length,
                        EupQueryProblem *problem)
{
  memset (problem, 0, sizeof *problem);
  switch (field)
    {
    case EUP_QUERY_FIELD_LANG:
      return add_language (spec, text, length, problem);
    case EUP_QUERY_FIELD_SORT:
      return add_sort (spec, text, length, problem);
    case EUP_QUERY_FIELD_LIMIT:
      return parse_number (text, length, &spec->limit) || refuse (problem, field, NULL);
    case EUP_QUERY_FIELD_OFFSET:
      return parse_number (text, length, &spec->offset) || refuse (problem, field, NULL);
    default:
      return parse_date (text, length, 0, EUP_QUERY_FIELD_AS_OF, &spec->as_of, problem);
    }
}

gboolean
eup_query_check_use (EupQueryField    field,
                     EupOperator      op,
                     guint            n_values,
                     EupQueryProblem *problem)
{
  const EupQueryFieldSpec *spec = eup_query_field_spec (field);

  memset (problem, 0, sizeof *problem);
  if (spec->kind == EUP_QUERY_KIND_CONDITION)
    return refuse (problem, field, "one milestone has to fit all that stands in them; milestone:() is any");
  if (!(spec->operators >> op & 1))
    return refuse (problem, field,
                   op == EUP_OPERATOR_CONTAINS ? "what it holds cannot be searched in"
                   : op == EUP_OPERATOR_IS_NOT ? "it cannot be negated"
                                               : "it cannot be compared");
  if (n_values != 1 && op != EUP_OPERATOR_IS && op != EUP_OPERATOR_IS_NOT && op != EUP_OPERATOR_CONTAINS)
    return refuse (problem, field, "a comparison has one value");
  if (n_values > EUP_QUERY_MAX_TERMS)
    return refuse (problem, field, "there are too many values");
  return TRUE;
}
