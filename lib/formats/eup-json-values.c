/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/eup-json-number.h"
#include "formats/eup-json-reader.h"
#include "values/eup-language.h"
#include "values/eup-period-private.h"

/* Cells from tokens. What a field cannot hold is kept as it is, and reported. */

/* The languages of one text are compared one with another. */
#define MAX_LANGUAGES 1000

typedef enum
{
  OUTCOME_READ,
  OUTCOME_ODD,  /* valid JSON, and not what belongs there */
  OUTCOME_FAIL
} Outcome;

typedef Outcome (*ParseFunc) (EupJsonReader      *r,
                              const EupFieldSpec *spec,
                              guint32            *cell);

static const char *
wanted (EupFieldKind kind)
{
  switch (kind)
    {
    case EUP_KIND_DATE:
      return "a date in a string";
    case EUP_KIND_PERIOD:
      return "a period in a string";
    case EUP_KIND_TEXT:
      return "a string or an object of strings by language";
    case EUP_KIND_INT:
      return "a whole number from 1 on";
    case EUP_KIND_DOUBLE:
      return "a number";
    case EUP_KIND_ONE:
      return "an id in a string";
    case EUP_KIND_MANY:
      return "an array of ids";
    case EUP_KIND_STRINGS:
      return "an array of strings";
    case EUP_KIND_VALUE:
      return "an object";
    case EUP_KIND_VALUES:
      return "an array of objects";
    case EUP_KIND_ENUM:
    case EUP_KIND_STRING:
    default:
      return "a string";
    }
}

static void
keep (EupJsonReader *r,
      guint          table,
      guint32        row,
      guint          field)
{
  eup_store_keep (r->store, table, row, field, r->compose->str, r->compose->len);
  if (table < EUP_N_TABLES && eup_schema_field (table, field)->kind == EUP_KIND_ENUM)
    eup_store_put (r->store, table, row, field, EUP_ENUM_KEPT);
}

/* Keeps the value that comes next, and says why. */
gboolean
eup_json_keep_value (EupJsonReader *r,
                     guint          table,
                     guint32        row,
                     guint          field,
                     const char    *code,
                     const char    *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list arguments;
  guint line, column;

  eup_json_next (&r->scan);
  line = r->scan.line;
  column = eup_json_column (&r->scan, r->scan.cur);
  g_string_truncate (r->compose, 0);
  if (!eup_json_capture (&r->scan, r->compose))
    return FALSE;
  keep (r, table, row, field);

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  eup_json_report (r, code, line, column, "%s", text);
  return TRUE;
}

static gboolean
keep_wrong_type (EupJsonReader *r,
                 EupTableKind   table,
                 guint32        row,
                 guint          field)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);

  return eup_json_keep_value (r, table, row, field, "wrong-type", "“%s” has to be %s", spec->key, wanted (spec->kind));
}

/* Keeps a string that was read already; the message says what is wrong with it. */
static gboolean
keep_string (EupJsonReader     *r,
             EupTableKind       table,
             guint32            row,
             guint              field,
             const EupJsonSpan *span,
             guint              line,
             guint              column,
             const char        *code,
             const char        *problem)
{
  g_autofree char *text = g_strndup (span->data, MIN (span->length, 100));

  if (!g_utf8_validate (text, -1, NULL))
    *g_utf8_find_prev_char (text, text + strlen (text)) = '\0';
  g_string_truncate (r->compose, 0);
  eup_json_append_string (r->compose, span->data, span->length);
  keep (r, table, row, field);
  eup_json_report (r, code, line, column, "“%s” %s", text, problem);
  return TRUE;
}

/* What a string says, for the kinds whose values are one. */
static gboolean
read_string_field (EupJsonReader *r,
                   EupTableKind   table,
                   guint32        row,
                   guint          field)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  guint line = r->scan.line, column = eup_json_column (&r->scan, r->scan.cur);
  g_autofree char *problem = NULL;
  const char *what = NULL;
  guint32 cell = 0, cells[3];
  EupJsonSpan span;
  gsize offset;
  int value;

  if (!eup_json_string (&r->scan, &span))
    return FALSE;
  switch (spec->kind)
    {
    case EUP_KIND_TEXT:
      cell = eup_store_add_string (r->store, span.data, span.length);
      break;
    case EUP_KIND_STRING:
      cell = spec->flags & EUP_FIELD_INTERN ? eup_store_intern_string (r->store, span.data, span.length)
             : eup_store_add_string (r->store, span.data, span.length);
      break;
    case EUP_KIND_ONE:
      cell = eup_json_number_of_id (r, &span);
      if (cell != 0)
        break;
      problem = g_strdup_printf ("cannot be an id: %s", r->problem);
      return keep_string (r, table, row, field, &span, line, column, "malformed-id", problem);
    case EUP_KIND_DATE:
      if (eup_date_cell_parse (span.data, span.length, &cell, &offset, &what))
        break;
      problem = g_strdup_printf ("is no date: %s", what);
      return keep_string (r, table, row, field, &span, line, column, "impossible-date", problem);
    case EUP_KIND_PERIOD:
      if (eup_period_cells_parse (span.data, span.length, cells, &offset, &what))
        {
          cell = eup_store_add_list (r->store, cells, 3);
          break;
        }
      problem = g_strdup_printf ("is no period: %s", what);
      return keep_string (r, table, row, field, &span, line, column, "impossible-date", problem);
    case EUP_KIND_ENUM:
      value = eup_json_find_word (r, table, field, &span);
      if (value < 0)
        {
          problem = g_strdup_printf ("is not a known word for “%s”", spec->key);
          return keep_string (r, table, row, field, &span, line, column, "unknown-word", problem);
        }
      cell = value + spec->enum_offset;
      break;
    case EUP_KIND_INT:
    case EUP_KIND_DOUBLE:
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
    case EUP_KIND_VALUE:
    case EUP_KIND_VALUES:
    default:
      g_assert_not_reached ();
    }
  eup_store_put (r->store, table, row, field, cell);
  return TRUE;
}

static gboolean
read_int (EupJsonReader *r,
          EupTableKind   table,
          guint32        row,
          guint          field)
{
  guint line = r->scan.line, column = eup_json_column (&r->scan, r->scan.cur);
  guint64 value = 0;
  EupJsonSpan span;

  if (!eup_json_number (&r->scan, &span))
    return FALSE;
  for (gsize i = 0; i < span.length && value <= G_MAXINT32; i++)
    value = g_ascii_isdigit (span.data[i]) ? value * 10 + (span.data[i] - '0') : G_MAXUINT32;
  if (value >= 1 && value <= G_MAXINT32)
    {
      eup_store_put (r->store, table, row, field, (guint32) value);
      return TRUE;
    }
  g_string_truncate (r->compose, 0);
  g_string_append_len (r->compose, span.data, span.length);
  keep (r, table, row, field);
  eup_json_report (r, "bad-number", line, column, "“%s” has to be %s",
                   eup_schema_field (table, field)->key, wanted (EUP_KIND_INT));
  return TRUE;
}

/* A number that a double does not hold exactly is kept as well, for writing. */
static gboolean
read_double (EupJsonReader *r,
             EupTableKind   table,
             guint32        row,
             guint          field)
{
  guint line = r->scan.line, column = eup_json_column (&r->scan, r->scan.cur);
  gboolean finite;
  EupJsonSpan span;
  double value;

  if (!eup_json_number (&r->scan, &span))
    return FALSE;
  finite = eup_json_number_to_double (span.data, span.length, &value);
  if (finite)
    {
      eup_store_put_double (r->store, table, row, field, value);
      if (G_LIKELY (eup_json_number_is_exact (span.data, span.length, value)))
        return TRUE;
    }

  g_string_truncate (r->compose, 0);
  g_string_append_len (r->compose, span.data, span.length);
  keep (r, table, row, field);
  if (finite)
    eup_json_report (r, "inexact-number", line, column,
                     "the number is kept as it is written; a double holds no more than its first digits");
  else
    eup_json_report (r, "bad-number", line, column, "the number is too large");
  return TRUE;
}

/* Strings by language. */
static Outcome
parse_text (EupJsonReader      *r,
            const EupFieldSpec *spec,
            guint32            *cell)
{
  const guint base = r->items->len;
  EupJsonScanner *s = &r->scan;
  gboolean first = TRUE;
  guint n;
  int more;

  if (!eup_json_open (s))
    return OUTCOME_FAIL;
  for (; (more = eup_json_member (s, first)) > 0; first = FALSE)
    {
      guint line = s->line, column = eup_json_column (s, s->cur);
      EupJsonSpan span;
      guint32 pair[2];
      int c;

      if (!eup_json_string (s, &span))
        return OUTCOME_FAIL;
      if (!eup_language_is_valid (span.data, span.length))
        {
          r->problem = "a key is no language tag";
          return OUTCOME_ODD;
        }
      pair[0] = eup_store_intern_string (r->store, span.data, span.length);
      eup_json_step_key (s, eup_store_string (r->store, pair[0]));
      for (guint i = base; i < r->items->len; i += 2)
        if (g_array_index (r->items, guint32, i) == pair[0])
          {
            eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, line, column,
                                 "the member “%s” stands twice in one object", eup_store_string (r->store, pair[0]));
            return OUTCOME_FAIL;
          }

      if (r->items->len - base >= 2 * MAX_LANGUAGES)
        {
          eup_json_fail_place (s, EUP_PARSE_ERROR_TOO_LARGE, line, column, "a text is in more than %d languages",
                               MAX_LANGUAGES);
          return OUTCOME_FAIL;
        }
      if (!eup_json_colon (s))
        return OUTCOME_FAIL;
      c = eup_json_next (s);
      if (c == 'n')
        {
          if (!eup_json_literal (s, "null"))
            return OUTCOME_FAIL;
          pair[1] = 0;
        }
      else if (c != '"')
        return OUTCOME_ODD;
      else
        {
          if (!eup_json_string (s, &span))
            return OUTCOME_FAIL;
          pair[1] = eup_store_add_string (r->store, span.data, span.length);
        }
      g_array_append_vals (r->items, pair, 2);
    }
  if (more < 0)
    return OUTCOME_FAIL;

  n = base;
  for (guint i = base; i < r->items->len; i += 2)
    if (g_array_index (r->items, guint32, i + 1) != 0)
      {
        g_array_index (r->items, guint32, n++) = g_array_index (r->items, guint32, i);
        g_array_index (r->items, guint32, n++) = g_array_index (r->items, guint32, i + 1);
      }
  n = (n - base) / 2;
  *cell = eup_store_add_text_pairs (r->store, n, &g_array_index (r->items, guint32, base));
  r->texts_wait |= n == 1 && !r->language_known;
  return OUTCOME_READ;
}

static Outcome
parse_list (EupJsonReader      *r,
            const EupFieldSpec *spec,
            guint32            *cell)
{
  const guint base = r->items->len;
  EupJsonScanner *s = &r->scan;
  gboolean first = TRUE;
  int more;

  if (!eup_json_open (s))
    return OUTCOME_FAIL;
  for (; (more = eup_json_item (s, first)) > 0; first = FALSE)
    {
      EupJsonSpan span;
      guint32 item;

      if (*s->cur != (spec->kind == EUP_KIND_VALUES ? '{' : '"'))
        {
          r->problem = NULL;
          return OUTCOME_ODD;
        }
      if (spec->kind == EUP_KIND_VALUES)
        {
          if (!eup_json_read_value (r, spec->target, &item))
            return OUTCOME_FAIL;
        }
      else if (!eup_json_string (s, &span))
        return OUTCOME_FAIL;
      else if (spec->kind == EUP_KIND_STRINGS)
        item = eup_store_add_string (r->store, span.data, span.length);
      else if ((item = eup_json_number_of_id (r, &span)) == 0)
        return OUTCOME_ODD;
      g_array_append_val (r->items, item);
    }
  if (more < 0)
    return OUTCOME_FAIL;
  *cell = eup_store_add_list (r->store, &g_array_index (r->items, guint32, base), r->items->len - base);
  return OUTCOME_READ;
}

static Outcome
parse_value (EupJsonReader      *r,
             const EupFieldSpec *spec,
             guint32            *cell)
{
  guint32 row;

  if (!eup_json_read_value (r, spec->target, &row))
    return OUTCOME_FAIL;
  *cell = row + 1;
  return OUTCOME_READ;
}

/* Reads a value that consists of several tokens, of which any may be odd: then all of it is read again, and kept. */
static Outcome
read_parts (EupJsonReader      *r,
            const EupFieldSpec *spec,
            ParseFunc           parse,
            guint32            *cell)
{
  const guint n_items = r->items->len, n_unknown = r->unknown->len;
  const guint n_issues = r->issues == NULL ? 0 : r->issues->len;
  const gsize names = r->scan.names->len, raw = r->raw->len;
  EupJsonMark mark;
  Outcome outcome;

  r->problem = NULL;
  eup_json_mark (&r->scan, &mark);
  outcome = parse (r, spec, cell);
  g_array_set_size (r->items, n_items);
  if (outcome == OUTCOME_ODD)
    {
      if (r->issues != NULL)
        g_ptr_array_set_size (r->issues, n_issues);
      g_array_set_size (r->unknown, n_unknown);
      g_string_truncate (r->scan.names, names);
      g_string_truncate (r->raw, raw);
      eup_json_rewind (&r->scan, &mark);
    }
  if (outcome != OUTCOME_FAIL)
    eup_json_unmark (&r->scan, &mark);
  return outcome;
}

static gboolean
read_parts_field (EupJsonReader *r,
                  EupTableKind   table,
                  guint32        row,
                  guint          field,
                  ParseFunc      parse)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  guint32 cell = 0;

  switch (read_parts (r, spec, parse, &cell))
    {
    case OUTCOME_READ:
      eup_store_put (r->store, table, row, field, cell);
      return TRUE;
    case OUTCOME_ODD:
      if (r->problem == NULL)
        return keep_wrong_type (r, table, row, field);
      return eup_json_keep_value (r, table, row, field, spec->kind == EUP_KIND_TEXT ? "malformed-language" : "malformed-id",
                                  "“%s” has to be %s: %s", spec->key, wanted (spec->kind), r->problem);
    case OUTCOME_FAIL:
    default:
      return FALSE;
    }
}

/* Reads the value of a field into its cell. */
gboolean
eup_json_read_field (EupJsonReader *r,
                     EupTableKind   table,
                     guint32        row,
                     guint          field)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  int c = eup_json_next (&r->scan);
  gboolean number = c == '-' || (c >= '0' && c <= '9');

  if (c == 'n')
    return eup_json_literal (&r->scan, "null");

  switch (spec->kind)
    {
    case EUP_KIND_TEXT:
      if (c == '{')
        return read_parts_field (r, table, row, field, parse_text);
      G_GNUC_FALLTHROUGH;
    case EUP_KIND_STRING:
    case EUP_KIND_ENUM:
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
    case EUP_KIND_ONE:
      return c == '"' ? read_string_field (r, table, row, field) : keep_wrong_type (r, table, row, field);
    case EUP_KIND_INT:
      return number ? read_int (r, table, row, field) : keep_wrong_type (r, table, row, field);
    case EUP_KIND_DOUBLE:
      return number ? read_double (r, table, row, field) : keep_wrong_type (r, table, row, field);
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
    case EUP_KIND_VALUES:
      return c == '[' ? read_parts_field (r, table, row, field, parse_list) : keep_wrong_type (r, table, row, field);
    case EUP_KIND_VALUE:
      return c == '{' ? read_parts_field (r, table, row, field, parse_value) : keep_wrong_type (r, table, row, field);
    default:
      g_assert_not_reached ();
    }
}

/* The title of the document. */
gboolean
eup_json_read_header_text (EupJsonReader *r,
                           guint          header_field,
                           guint32       *cell)
{
  int c = eup_json_next (&r->scan);
  EupJsonSpan span;

  if (c == 'n')
    return eup_json_literal (&r->scan, "null");
  if (c == '"')
    {
      if (!eup_json_string (&r->scan, &span))
        return FALSE;
      *cell = eup_store_add_string (r->store, span.data, span.length);
      return TRUE;
    }
  if (c == '{')
    {
      Outcome outcome = read_parts (r, NULL, parse_text, cell);

      if (outcome != OUTCOME_ODD)
        return outcome == OUTCOME_READ;
    }
  return eup_json_keep_value (r, EUP_KEPT_DOCUMENT, 0, header_field, "wrong-type", "“title” has to be %s",
                              wanted (EUP_KIND_TEXT));
}
