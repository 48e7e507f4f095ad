/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-reader.h"
#include "values/eup-language.h"

/* The outermost: a document with its arrays of entities, lines of entities, or one entity. */

typedef enum
{
  HEADER_CONTEXT,
  HEADER_FORMAT,
  HEADER_VERSION,
  HEADER_LANGUAGE,
  HEADER_TITLE,
  HEADER_BASE_URI,
  N_HEADERS
} Header;

static const char * const header_keys[N_HEADERS] = { "@context", "format", "version", "language", "title", "baseUri" };

static int
find_header (const EupJsonSpan *key)
{
  for (guint i = 0; i < N_HEADERS; i++)
    if (strlen (header_keys[i]) == key->length && memcmp (header_keys[i], key->data, key->length) == 0)
      return i;
  return -1;
}

/* Reads the value that comes next into compose, and says where it stood. */
static gboolean
capture_header (EupJsonReader *r,
                guint         *line,
                guint         *column)
{
  eup_json_next (&r->scan);
  *line = r->scan.line;
  *column = eup_json_column (&r->scan, r->scan.cur);
  g_string_truncate (r->compose, 0);
  return eup_json_capture (&r->scan, r->compose);
}

static gboolean
read_format (EupJsonReader *r)
{
  guint line, column;

  if (!capture_header (r, &line, &column))
    return FALSE;
  if (r->compose->str[0] != '"')
    return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_WRONG_TYPE, line, column, "“format” has to be the string \"eupolicy\"");
  if (strcmp (r->compose->str, "\"eupolicy\"") != 0)
    return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_BAD_VALUE, line, column,
                                "this is no eupolicy document: its format is %.80s", r->compose->str);
  r->format_seen = TRUE;
  return TRUE;
}

static gboolean
read_version (EupJsonReader *r)
{
  guint64 version = 0;
  guint line, column;

  if (!capture_header (r, &line, &column))
    return FALSE;
  for (const char *p = r->compose->str; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_WRONG_TYPE, line, column, "“version” has to be a whole number");
      version = MIN (version * 10 + (*p - '0'), G_MAXUINT32);
    }
  if (version == 0)
    return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_BAD_VALUE, line, column, "versions begin with 1");
  if (version > EUP_JSON_VERSION)
    return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_UNSUPPORTED, line, column,
                                "version %.20s of the format is not known to this library, which knows version %d",
                                r->compose->str, EUP_JSON_VERSION);
  return TRUE;
}

static void
set_language (EupJsonReader *r,
              const char    *language)
{
  r->store->language = g_intern_string (language);
  r->language_known = TRUE;
}

static gboolean
read_language (EupJsonReader *r)
{
  guint line, column;
  EupJsonSpan span;

  if (eup_json_next (&r->scan) != '"')
    return eup_json_keep_value (r, EUP_KEPT_DOCUMENT, 0, EUP_JSON_HEADER_LANGUAGE, "wrong-type",
                                "“language” has to be a language tag in a string");
  line = r->scan.line;
  column = eup_json_column (&r->scan, r->scan.cur);
  if (!eup_json_string (&r->scan, &span))
    return FALSE;
  if (eup_language_is_valid (span.data, span.length))
    {
      g_autofree char *language = g_strndup (span.data, span.length);

      set_language (r, language);
      return TRUE;
    }
  g_string_truncate (r->compose, 0);
  eup_json_append_string (r->compose, span.data, span.length);
  eup_store_keep (r->store, EUP_KEPT_DOCUMENT, 0, EUP_JSON_HEADER_LANGUAGE, r->compose->str, r->compose->len);
  eup_json_report (r, "malformed-language", line, column, "“language” is no language tag");
  return TRUE;
}

static gboolean
read_context (EupJsonReader *r)
{
  guint line, column;

  if (!capture_header (r, &line, &column))
    return FALSE;
  if (strcmp (r->compose->str, "\"" EUP_JSON_CONTEXT "\"") != 0 && strcmp (r->compose->str, "null") != 0)
    eup_store_keep (r->store, EUP_KEPT_DOCUMENT, 0, EUP_JSON_HEADER_CONTEXT, r->compose->str, r->compose->len);
  return TRUE;
}

static gboolean
read_base_uri (EupJsonReader *r)
{
  EupJsonSpan span;

  if (eup_json_next (&r->scan) != '"')
    return eup_json_keep_value (r, EUP_KEPT_DOCUMENT, 0, EUP_JSON_HEADER_BASE_URI, "wrong-type",
                                "“baseUri” has to be an address in a string");
  if (!eup_json_string (&r->scan, &span))
    return FALSE;
  r->store->base_uri = eup_store_add_string (r->store, span.data, span.length);
  return TRUE;
}

static gboolean
read_header (EupJsonReader *r,
             Header         header)
{
  if (eup_json_next (&r->scan) == 'n' && header != HEADER_FORMAT && header != HEADER_VERSION)
    return eup_json_literal (&r->scan, "null");

  switch (header)
    {
    case HEADER_CONTEXT:
      return read_context (r);
    case HEADER_FORMAT:
      return read_format (r);
    case HEADER_VERSION:
      return read_version (r);
    case HEADER_LANGUAGE:
      return read_language (r);
    case HEADER_TITLE:
      return eup_json_read_header_text (r, EUP_JSON_HEADER_TITLE, &r->store->title);
    case HEADER_BASE_URI:
      return read_base_uri (r);
    case N_HEADERS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_array (EupJsonReader *r,
            EupTableKind   table)
{
  EupJsonScanner *s = &r->scan;
  gboolean first = TRUE;
  EupNumber number;
  int c = eup_json_next (s), more;

  if (c == 'n')
    return eup_json_literal (s, "null");
  if (c != '[')
    {
      guint line, column;

      return capture_header (r, &line, &column)
             && eup_json_fail_place (s, EUP_PARSE_ERROR_WRONG_TYPE, line, column, "“%s” has to be an array of objects",
                                     eup_schema_table (table)->key);
    }
  if (!eup_json_open (s))
    return FALSE;
  for (; (more = eup_json_item (s, first)) > 0; first = FALSE)
    if (!eup_json_read_object (r, table, EUP_NO_HOME, &number))
      return FALSE;
  return more == 0;
}

static gboolean
read_document_member (EupJsonReader     *r,
                      const EupJsonSpan *key,
                      guint             *seen,
                      guint              line,
                      guint              column)
{
  int header = find_header (key);
  int table = header < 0 ? eup_schema_find_array (key->data, key->length) : -1;
  const char *name = header >= 0 ? header_keys[header] : table >= 0 ? eup_schema_table (table)->key : NULL;
  guint bit;

  if (name == NULL)
    return eup_json_read_unknown (r, EUP_KEPT_DOCUMENT, key, line, column);

  bit = 1u << (header >= 0 ? header : N_HEADERS + table);
  eup_json_step_key (&r->scan, name);
  if (*seen & bit)
    return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_DUPLICATE_KEY, line, column,
                                "the member “%s” stands twice in one object", name);
  *seen |= bit;
  if (!eup_json_colon (&r->scan))
    return FALSE;
  return header >= 0 ? read_header (r, header) : read_array (r, table);
}

/* The object of a document, or of the first line. */
static gboolean
read_document_object (EupJsonReader *r)
{
  EupJsonScanner *s = &r->scan;
  guint line = s->line, column = eup_json_column (s, s->cur), seen = 0;
  gboolean first = TRUE;
  int more;

  if (!eup_json_open (s))
    return FALSE;
  for (; (more = eup_json_member (s, first)) > 0; first = FALSE)
    {
      guint key_line = s->line, key_column = eup_json_column (s, s->cur);
      EupJsonSpan key;

      if (!eup_json_string (s, &key) || !read_document_member (r, &key, &seen, key_line, key_column))
        return FALSE;
    }
  if (more < 0 || !eup_json_finish_unknown (r, 0, 0, 0, EUP_KEPT_DOCUMENT, 0))
    return FALSE;
  if (!r->format_seen)
    return eup_json_fail_place (s, EUP_PARSE_ERROR_BAD_VALUE, line, column,
                                "this is no eupolicy document: the member “format” is missing");
  return TRUE;
}

/* Texts in one language that was not known to be the store's are now plain strings. */
static void
simplify_texts (EupJsonReader *r)
{
  EupStore *store = r->store;

  if (!r->language_known)
    set_language (r, "en");
  if (!r->has_tagged_texts)
    return;
  r->has_tagged_texts = FALSE;
  for (guint table = 0; table < EUP_N_TABLES; table++)
    {
      const EupTableSpec *spec = eup_schema_table (table);

      for (guint field = 0; field < spec->n_fields; field++)
        {
          const EupColumn *column = eup_store_column (store, table, field);

          if (spec->fields[field].kind != EUP_KIND_TEXT || column == NULL)
            continue;
          for (guint32 row = 0; row < column->n; row++)
            {
              guint32 *cell = (guint32 *) column->base + row;

              *cell = eup_store_simplify_text (store, *cell);
            }
        }
    }
  store->title = eup_store_simplify_text (store, store->title);
}

/* Nothing but white space may follow. */
gboolean
eup_json_expect_end (EupJsonReader *r)
{
  if (eup_json_next (&r->scan) >= 0)
    return eup_json_fail (&r->scan, EUP_PARSE_ERROR_SYNTAX, "something follows after the end of the document");
  return r->scan.error == NULL;
}

/* Some write one, and it says nothing in UTF-8; those of UTF-16 say that it is another encoding. */
static gboolean
skip_byte_order_mark (EupJsonScanner *s)
{
  while (s->end - s->cur < 3)
    {
      const char *token = s->cur;

      if (!eup_json_refill (s, &token))
        break;
    }
  if (s->error != NULL)
    return FALSE;
  if (s->end - s->cur >= 3 && memcmp (s->cur, "\xef\xbb\xbf", 3) == 0)
    s->cur += 3;
  else if (s->end - s->cur >= 2 && (memcmp (s->cur, "\xff\xfe", 2) == 0 || memcmp (s->cur, "\xfe\xff", 2) == 0))
    return eup_json_fail (s, EUP_PARSE_ERROR_ENCODING, "the text is UTF-16; it has to be UTF-8");
  return TRUE;
}

/* Reads a value of another type than an object to its end: what is no JSON is to be called that, before all else. */
static gboolean
fail_no_object (EupJsonReader *r,
                const char    *what)
{
  guint line, column;

  return capture_header (r, &line, &column)
         && eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_WRONG_TYPE, line, column, "%s has to be an object", what);
}

gboolean
eup_json_read_document (EupJsonReader *r)
{
  EupJsonScanner *s = &r->scan;

  if (!skip_byte_order_mark (s))
    return FALSE;
  if (eup_json_next (s) < 0)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "there is nothing here");
  if (*s->cur != '{')
    return fail_no_object (r, "a document");
  if (!read_document_object (r) || !eup_json_expect_end (r))
    return FALSE;
  simplify_texts (r);
  return TRUE;
}

/* Looks for two members of the object that comes next, without taking it: whether there is a "format", and the "type". */
static gboolean
look_ahead (EupJsonReader *r,
            gboolean      *has_format,
            int           *table)
{
  EupJsonScanner *s = &r->scan;
  gboolean first = TRUE;
  EupJsonMark mark;
  int more;

  *has_format = FALSE;
  *table = -1;
  eup_json_mark (s, &mark);
  if (!eup_json_open (s))
    return FALSE;
  for (; (more = eup_json_member (s, first)) > 0; first = FALSE)
    {
      EupJsonSpan span;
      gboolean is_type;

      if (!eup_json_string (s, &span))
        return FALSE;
      is_type = span.length == 4 && memcmp (span.data, "type", 4) == 0;
      *has_format |= span.length == 6 && memcmp (span.data, "format", 6) == 0;
      if (!eup_json_colon (s))
        return FALSE;
      if (is_type && eup_json_next (s) == '"')
        {
          if (!eup_json_string (s, &span))
            return FALSE;
          *table = eup_schema_find_table (span.data, span.length);
          if (*table >= 0)
            break;
          return eup_json_fail (s, EUP_PARSE_ERROR_BAD_VALUE, "there is no type “%.*s”", (int) MIN (span.length, 80), span.data);
        }
      g_string_truncate (r->compose, 0);
      if (!eup_json_capture (s, r->compose))
        return FALSE;
    }
  if (more < 0)
    return FALSE;
  eup_json_rewind (s, &mark);
  eup_json_unmark (s, &mark);
  return TRUE;
}

/* Reads an entity that says its type itself. */
gboolean
eup_json_read_typed (EupJsonReader *r,
                     int            expected_table,
                     EupNumber     *number)
{
  EupJsonScanner *s = &r->scan;
  int table = expected_table;
  gboolean has_format;

  if (eup_json_next (s) < 0)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "there is nothing here");
  if (*s->cur != '{')
    return fail_no_object (r, "an entity");
  if (table < 0 && !look_ahead (r, &has_format, &table))
    return FALSE;
  if (table < 0)
    return eup_json_fail (s, EUP_PARSE_ERROR_WRONG_TYPE, "the member “type”, which says what this is, is missing");
  return eup_json_read_object (r, table, EUP_NO_HOME, number);
}

/* After an entity comes the end of the line, or of the input. */
static gboolean
finish_line (EupJsonScanner *s,
             guint           line)
{
  int c;

  if (s->line != line)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "an object of JSON Lines has to stand on one line");
  c = eup_json_next (s);
  if (s->error != NULL)
    return FALSE;
  if (c >= 0 && s->line == line)
    return eup_json_unexpected (s, "the end of the line");
  return TRUE;
}

gboolean
eup_json_read_lines (EupJsonReader *r)
{
  EupJsonScanner *s = &r->scan;
  gboolean first = TRUE;

  if (!skip_byte_order_mark (s))
    return FALSE;
  while (eup_json_next (s) >= 0)
    {
      guint line = s->line;
      gboolean has_format = FALSE;
      EupNumber number;
      int table = -1;

      if (*s->cur != '{')
        return fail_no_object (r, "a line of JSON Lines");
      if (first && !look_ahead (r, &has_format, &table))
        return FALSE;
      if (first && has_format)
        {
          if (!read_document_object (r))
            return FALSE;
        }
      else if (!eup_json_read_typed (r, table, &number))
        return FALSE;
      if (first)
        simplify_texts (r);
      if (!finish_line (s, line))
        return FALSE;
      first = FALSE;
    }
  if (s->error != NULL)
    return FALSE;
  if (first)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "there is nothing here");
  return TRUE;
}
