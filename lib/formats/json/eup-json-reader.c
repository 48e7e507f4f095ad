/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-issue.h>

#include "formats/check/eup-issue-codes.h"
#include "formats/json/eup-json-reader.h"
#include "values/eup-value-error.h"

static void
init_reader (EupJsonReader        *r,
                      EupStore             *store,
                      const EupReadOptions *options,
                      GPtrArray            *issues,
                      gsize                 window)
{
  memset (r, 0, sizeof *r);
  eup_json_scanner_init (&r->scan, options->source_name == NULL ? "data" : options->source_name, window);
  r->scan.cancellable = options->cancellable;
  r->scan.progress = options->progress;
  r->scan.progress_data = options->progress_data;
  r->store = store;
  r->issues = issues;
  r->max_issues = options->max_issues == 0 ? EUP_DEFAULT_MAX_ISSUES : options->max_issues;
  r->items = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 64); /* never without memory: places in it are passed on */
  r->children = g_array_new (FALSE, FALSE, sizeof (EupJsonChild));
  r->unknown = g_array_new (FALSE, FALSE, sizeof (EupJsonUnknown));
  r->raw = g_string_new (NULL);
  r->compose = g_string_new (NULL);
  eup_json_keys_init (r);
}

static void
clear_reader (EupJsonReader *r)
{
  eup_json_keys_clear (r);
  g_array_unref (r->items);
  g_array_unref (r->children);
  g_array_unref (r->unknown);
  g_string_free (r->raw, TRUE);
  g_string_free (r->compose, TRUE);
  g_clear_pointer (&r->places, eup_places_free);
  eup_json_scanner_clear (&r->scan);
}

char *
eup_json_shorten (const EupJsonSpan *span)
{
  char *text = g_strndup (span->data, MIN (span->length, 100));

  if (!g_utf8_validate (text, -1, NULL))
    *g_utf8_find_prev_char (text, text + strlen (text)) = '\0';
  return text;
}

/* Adds an issue about what is being read. */
void
eup_json_report (EupJsonReader *r,
                 const char    *code,
                 guint          line,
                 guint          column,
                 const char    *format,
                 ...)
{
  g_autofree char *text = NULL, *pointer = NULL;
  va_list arguments;

  if (r->issues == NULL)
    return;
  if (r->issues->len >= r->max_issues)
    {
      r->n_dropped++;
      return;
    }
  va_start (arguments, format);
  text = eup_message_repair (g_strdup_vprintf (format, arguments));
  va_end (arguments);
  pointer = eup_json_pointer (&r->scan);
  g_ptr_array_add (r->issues, eup_issue_new (eup_issue_code_severity (code), code, text, r->scan.source_name, line, column, pointer,
                                             r->entity_id));
}

static const char *
code_of (const GError *error)
{
  if (error->domain != EUP_PARSE_ERROR)
    return "cannot-read";
  switch ((EupParseError) error->code)
    {
    case EUP_PARSE_ERROR_SYNTAX:
      return "syntax";
    case EUP_PARSE_ERROR_ENCODING:
      return "encoding";
    case EUP_PARSE_ERROR_TOO_DEEP:
      return "too-deep";
    case EUP_PARSE_ERROR_TOO_LARGE:
      return "too-large";
    case EUP_PARSE_ERROR_DUPLICATE_KEY:
      return "duplicate";
    case EUP_PARSE_ERROR_WRONG_TYPE:
      return "wrong-type";
    case EUP_PARSE_ERROR_BAD_VALUE:
      return "bad-value";
    case EUP_PARSE_ERROR_UNSUPPORTED:
      return "unsupported";
    case EUP_PARSE_ERROR_DAMAGED:
      return "damaged";
    case EUP_PARSE_ERROR_FAILED:
    default:
      return "failed";
    }
}

/* Hands the error over, and the same as the last issue. */
static void
give_error (EupJsonReader  *r,
            GError        **error)
{
  EupJsonScanner *s = &r->scan;

  if (s->error == NULL)
    eup_json_fail (s, EUP_PARSE_ERROR_FAILED, "the data cannot be read");
  if (r->issues != NULL && !g_error_matches (s->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_ptr_array_add (r->issues,
                     eup_issue_new (EUP_SEVERITY_ERROR, code_of (s->error),
                                    s->error_text == NULL ? s->error->message : s->error_text, s->source_name,
                                    s->error_line, s->error_column, s->error_pointer, r->entity_id));
  g_propagate_error (error, g_steal_pointer (&s->error));
}

static void
finish_issues (EupJsonReader        *r,
               const EupReadOptions *options)
{
  if (r->issues == NULL)
    return;
  if (options != NULL && options->places != NULL)
    *options->places = g_steal_pointer (&r->places);
  else
    eup_check_store (r->store, r->scan.source_name, r->places, r->issues,
                     r->issues->len >= r->max_issues ? 1 : r->max_issues - r->issues->len);
  if (r->n_dropped > 0)
    {
      g_autofree char *text = g_strdup_printf ("%u further problems are not listed", r->n_dropped);

      g_ptr_array_add (r->issues, eup_issue_new (EUP_SEVERITY_INFO, "more-issues", text, r->scan.source_name, 0, 0, NULL, NULL));
    }
}

EupStore *
eup_json_load (gboolean              lines,
               GInputStream         *stream,
               const char           *data,
               gsize                 n,
               goffset               total,
               const EupReadOptions *options,
               gsize                 window,
               GPtrArray            *issues,
               GError              **error)
{
  const EupReadOptions defaults = { 0 };
  g_autoptr (EupStore) store = eup_store_new ("en");
  EupJsonReader *r = g_new (EupJsonReader, 1);
  gboolean read;

  init_reader (r, store, options == NULL ? &defaults : options, issues, window);
  r->scan.stream = stream;
  r->scan.bytes = data;
  r->scan.n_bytes = n;
  r->scan.total = total;
  r->places = eup_places_new (lines);

  /* No text is taken to be in the file's language before that is known. */
  store->language = "";

  read = lines ? eup_json_read_lines (r) : eup_json_read_document (r);
  if (read)
    finish_issues (r, options);
  else
    {
      give_error (r, error);
      g_clear_pointer (&store, eup_store_unref);
    }
  clear_reader (r);
  g_free (r);
  return g_steal_pointer (&store);
}

static EupNumber
read_one (EupStore     *store,
          const char   *json,
          gsize         n,
          const char   *source_name,
          int           expected_table,
          const char   *id,
          guint32      *seen,
          GPtrArray    *issues,
          GError      **error)
{
  const EupReadOptions options = { .source_name = source_name };
  EupJsonReader *r = g_new (EupJsonReader, 1);
  EupNumber number = 0;

  init_reader (r, store, &options, issues, CLAMP (n, 16, EUP_JSON_WINDOW));
  r->scan.bytes = json;
  r->scan.n_bytes = n;
  r->default_id = id;
  r->language_known = TRUE;
  r->max_issues = G_MAXUINT;
  if (!eup_json_read_typed (r, expected_table, &number) || !eup_json_expect_end (r))
    {
      give_error (r, error);
      number = 0;
    }
  else if (seen != NULL)
    *seen = (guint32) (r->seen & G_MAXUINT32);
  clear_reader (r);
  g_free (r);
  return number;
}

EupNumber
eup_json_read_entity (EupStore    *store,
                      const char  *json,
                      gsize        n,
                      const char  *source_name,
                      int          expected_table,
                      GPtrArray   *issues,
                      GError     **error)
{
  return read_one (store, json, n, source_name, expected_table, NULL, NULL, issues, error);
}

EupNumber
eup_json_read_update (EupStore      *store,
                      const char    *json,
                      gsize          n,
                      const char    *source_name,
                      EupTableKind   table,
                      const char    *id,
                      guint32       *seen,
                      GPtrArray     *issues,
                      GError       **error)
{
  return read_one (store, json, n, source_name, table, id, seen, issues, error);
}

gboolean
eup_json_read_cell (EupStore      *store,
                    EupTableKind   table,
                    guint32        row,
                    guint          field,
                    const char    *json,
                    GError       **error)
{
  EupReadOptions options = { .source_name = "value" };
  EupJsonReader *r;
  gboolean read;

  eup_store_drop_kept (store, table, row, field);
  if (field != EUP_KEPT_MEMBERS)
    eup_store_drop_kept (store, table, row, EUP_KEPT_PARTS (field));
  else
    {
      if (json != NULL)
        eup_store_keep (store, table, row, field, json, strlen (json));
      return TRUE;
    }
  options.source_name = eup_schema_field (table, field)->key;
  if (eup_schema_field (table, field)->kind == EUP_KIND_DOUBLE)
    eup_store_put_double (store, table, row, field, NAN);
  else
    eup_store_put (store, table, row, field, 0);
  if (json == NULL)
    return TRUE;

  r = g_new (EupJsonReader, 1);
  init_reader (r, store, &options, NULL, CLAMP (strlen (json), 16, EUP_JSON_WINDOW));
  r->scan.bytes = json;
  r->scan.n_bytes = strlen (json);
  r->language_known = TRUE;
  read = eup_json_read_field (r, table, row, field) && eup_json_expect_end (r);
  if (!read)
    give_error (r, error);
  clear_reader (r);
  g_free (r);
  return read;
}
