/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-number.h"
#include "formats/json/eup-json-reader.h"
#include "values/eup-language.h"
#include "values/eup-period-private.h"

/* Cells from tokens. What a field cannot hold is kept as it is, and reported. */

/* The languages of one text are compared one with another. */
#define MAX_LANGUAGES 1000

typedef gboolean (*ParseFunc) (EupJsonReader      *r,
                               const EupFieldSpec *spec,
                               GString           **parts,
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
  g_autofree char *text = eup_json_shorten (span);

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
      if (span.length > EUP_MAX_ID_LENGTH)
        return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_TOO_LARGE, line, column, "%s", r->problem);
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

/* Keeps what comes next among the parts that the cell cannot hold; @key is that of a member. */
static gboolean
keep_part (EupJsonReader  *r,
           GString       **parts,
           guint           position,
           const char     *key)
{
  g_string_truncate (r->compose, 0);
  if (key != NULL)
    {
      eup_json_append_string (r->compose, key, strlen (key));
      g_string_append_c (r->compose, ':');
    }
  if (!eup_json_capture (&r->scan, r->compose))
    return FALSE;
  if (*parts == NULL)
    *parts = g_string_new (NULL);
  eup_kept_add_part (*parts, position, r->compose->str, r->compose->len);
  return TRUE;
}

static EupRef
intern_folded (EupStore          *store,
               const EupJsonSpan *tag,
               EupRef             interned)
{
  g_autofree char *folded = NULL;
  gsize i = 0;

  while (i < tag->length && !g_ascii_isupper (tag->data[i]))
    i++;
  if (i == tag->length)
    return interned;
  folded = g_ascii_strdown (tag->data, tag->length);
  return eup_store_intern_string (store, folded, tag->length);
}

/* The languages of a text that is being read, beside the strings: as they are written, and as they are compared. */
typedef struct
{
  EupRef tag;
  EupRef string; /* 0: none that the text can hold */
  EupRef folded;
} Member;

#define MEMBER_SIZE (sizeof (Member) / sizeof (guint32))

static gboolean
note_language (EupJsonReader *r,
               guint          base,
               Member        *member,
               gboolean      *valid)
{
  EupJsonScanner *s = &r->scan;
  guint line = s->line, column = eup_json_column (s, s->cur);
  EupJsonSpan span;

  if (!eup_json_string (s, &span))
    return FALSE;
  *valid = eup_language_is_valid (span.data, span.length);
  member->string = 0;
  member->tag = eup_store_intern_string (r->store, span.data, span.length);
  member->folded = intern_folded (r->store, &span, member->tag);
  eup_json_step_key (s, eup_store_string (r->store, member->tag));
  for (guint i = base; i < r->items->len; i += MEMBER_SIZE)
    {
      const Member *other = (const Member *) (gconstpointer) &g_array_index (r->items, guint32, i);

      if (other->folded != member->folded)
        continue;
      if (other->tag == member->tag)
        return eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, line, column,
                                    "the member “%.80s” stands twice in one object", eup_store_string (r->store, member->tag));
      return eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, line, column,
                                  "the members “%.80s” and “%.80s” are the same language",
                                  eup_store_string (r->store, other->tag), eup_store_string (r->store, member->tag));
    }

  if (r->items->len - base >= MEMBER_SIZE * MAX_LANGUAGES)
    return eup_json_fail_place (s, EUP_PARSE_ERROR_TOO_LARGE, line, column, "a text is in more than %d languages",
                                MAX_LANGUAGES);
  if (!eup_json_colon (s))
    return FALSE;
  if (!*valid && eup_json_next (s) != 'n')
    {
      const char *tag = eup_store_string (r->store, member->tag);
      g_autofree char *meant = eup_language_correct (tag);
      g_autofree char *hint = meant == NULL ? NULL : g_strdup_printf ("; “%s” is one", meant);

      eup_json_report (r, "malformed-language", line, column, "“%.80s” is no language tag%s", tag, hint == NULL ? "" : hint);
    }
  return s->error == NULL;
}

/* Strings by language. */
static gboolean
parse_text (EupJsonReader       *r,
            const EupFieldSpec  *spec,
            GString            **parts,
            guint32             *cell)
{
  const guint base = r->items->len;
  EupJsonScanner *s = &r->scan;
  gboolean first = TRUE;
  guint n;
  int more;

  if (!eup_json_open (s))
    return FALSE;
  for (; (more = eup_json_member (s, first)) > 0; first = FALSE)
    {
      EupJsonSpan span;
      gboolean valid;
      Member member;
      int c;

      if (!note_language (r, base, &member, &valid))
        return FALSE;
      c = eup_json_next (s);
      if (c == 'n')
        {
          if (!eup_json_literal (s, "null"))
            return FALSE;
        }
      else if (valid && c == '"')
        {
          if (!eup_json_string (s, &span))
            return FALSE;
          member.string = eup_store_add_string (r->store, span.data, span.length);
        }
      else
        {
          const char *tag = eup_store_string (r->store, member.tag);
          guint line = s->line, column = eup_json_column (s, s->cur);

          if (!keep_part (r, parts, 0, tag))
            return FALSE;
          if (valid)
            eup_json_report (r, "wrong-type", line, column, "“%s” has to be a string", tag);
        }
      g_array_append_vals (r->items, &member, MEMBER_SIZE);
    }
  if (more < 0)
    return FALSE;

  n = base;
  for (guint i = base; i < r->items->len; i += MEMBER_SIZE)
    if (g_array_index (r->items, guint32, i + 1) != 0)
      {
        g_array_index (r->items, guint32, n++) = g_array_index (r->items, guint32, i);
        g_array_index (r->items, guint32, n++) = g_array_index (r->items, guint32, i + 1);
      }
  n = (n - base) / 2;
  *cell = eup_store_add_text_pairs (r->store, n, &g_array_index (r->items, guint32, base));
  r->has_tagged_texts |= n == 1 && !r->language_known;
  return TRUE;
}

/* What went wrong with it is told at the number, where there is something in its place. */
static void
report_no_number (EupJsonReader *r,
                  guint          line,
                  guint          column)
{
  EupJsonScanner *s = &r->scan;

  if (r->number_line == 0)
    {
      eup_json_report (r, "bad-number", line, column, "a figure needs a number, its “value”");
      return;
    }
  s->depth++;
  s->steps[s->depth] = (EupJsonStep) { .key = "value" };
  eup_json_report (r, "bad-number", r->number_line, r->number_column, "the “value” of a figure has to be a finite number");
  s->depth--;
}

/* A figure without a number is none: it is read again, and kept. */
static gboolean
read_figure (EupJsonReader  *r,
             GString       **parts,
             guint           position,
             guint32        *row,
             gboolean       *held)
{
  const guint n_issues = r->issues == NULL ? 0 : r->issues->len, n_dropped = r->n_dropped;
  EupJsonScanner *s = &r->scan;
  guint line = s->line, column = eup_json_column (s, s->cur);
  EupJsonMark mark;

  r->number_line = 0;
  eup_json_mark (s, &mark);
  if (!eup_json_read_value (r, EUP_TABLE_FIGURE, row))
    return FALSE;
  *held = !isnan (eup_store_get_double (r->store, EUP_TABLE_FIGURE, *row, EUP_FIGURE_VALUE));
  if (!*held)
    {
      eup_store_free_value (r->store, EUP_TABLE_FIGURE, *row);
      if (r->issues != NULL)
        g_ptr_array_set_size (r->issues, n_issues);
      r->n_dropped = n_dropped;
      eup_json_rewind (s, &mark);
      report_no_number (r, line, column);
      if (!keep_part (r, parts, position, NULL))
        return FALSE;
    }
  eup_json_unmark (s, &mark);
  return TRUE;
}

static gboolean
keep_item (EupJsonReader       *r,
           const EupFieldSpec  *spec,
           GString            **parts,
           guint                position)
{
  guint line = r->scan.line, column = eup_json_column (&r->scan, r->scan.cur);

  if (!keep_part (r, parts, position, NULL))
    return FALSE;
  eup_json_report (r, "wrong-type", line, column, "an item of “%s” has to be %s", spec->key,
                   spec->kind == EUP_KIND_VALUES ? "an object" : spec->kind == EUP_KIND_MANY ? "an id in a string" : "a string");
  return TRUE;
}

static gboolean
read_string_item (EupJsonReader       *r,
                  const EupFieldSpec  *spec,
                  GString            **parts,
                  guint                position,
                  guint32             *item,
                  gboolean            *held)
{
  EupJsonScanner *s = &r->scan;
  guint line = s->line, column = eup_json_column (s, s->cur);
  g_autofree char *shown = NULL;
  EupJsonSpan span;

  if (!eup_json_string (s, &span))
    return FALSE;
  *held = TRUE;
  if (spec->kind == EUP_KIND_STRINGS)
    {
      *item = eup_store_add_string (r->store, span.data, span.length);
      return TRUE;
    }
  *item = eup_json_number_of_id (r, &span);
  if (*item != 0)
    return TRUE;
  if (span.length > EUP_MAX_ID_LENGTH)
    return eup_json_fail_place (s, EUP_PARSE_ERROR_TOO_LARGE, line, column, "%s", r->problem);

  *held = FALSE;
  g_string_truncate (r->compose, 0);
  eup_json_append_string (r->compose, span.data, span.length);
  if (*parts == NULL)
    *parts = g_string_new (NULL);
  eup_kept_add_part (*parts, position, r->compose->str, r->compose->len);
  shown = eup_json_shorten (&span);
  eup_json_report (r, "malformed-id", line, column, "“%s” cannot be an id: %s", shown, r->problem);
  return TRUE;
}

static gboolean
parse_list (EupJsonReader       *r,
            const EupFieldSpec  *spec,
            GString            **parts,
            guint32             *cell)
{
  const guint base = r->items->len;
  EupJsonScanner *s = &r->scan;
  guint position = 0;
  int more;

  if (!eup_json_open (s))
    return FALSE;
  for (; (more = eup_json_item (s, position == 0)) > 0; position++)
    {
      gboolean held = *s->cur == (spec->kind == EUP_KIND_VALUES ? '{' : '"'), read;
      guint32 item;

      if (!held)
        read = keep_item (r, spec, parts, position);
      else if (spec->kind != EUP_KIND_VALUES)
        read = read_string_item (r, spec, parts, position, &item, &held);
      else if (spec->target == EUP_TABLE_FIGURE)
        read = read_figure (r, parts, position, &item, &held);
      else
        read = eup_json_read_value (r, spec->target, &item);
      if (!read)
        return FALSE;
      if (held)
        g_array_append_val (r->items, item);
    }
  if (more < 0)
    return FALSE;
  *cell = eup_store_add_list (r->store, &g_array_index (r->items, guint32, base), r->items->len - base);
  return TRUE;
}

static gboolean
parse_value (EupJsonReader       *r,
             const EupFieldSpec  *spec,
             GString            **parts,
             guint32             *cell)
{
  guint32 row;

  if (!eup_json_read_value (r, spec->target, &row))
    return FALSE;
  *cell = row + 1;
  return TRUE;
}

/* Reads a value that consists of several tokens. Those that are odd are kept beside the cell. */
static gboolean
read_parts (EupJsonReader      *r,
            const EupFieldSpec *spec,
            guint               table,
            guint32             row,
            guint               field,
            ParseFunc           parse,
            guint32            *cell)
{
  const guint n_items = r->items->len;
  g_autoptr (GString) parts = NULL;

  if (!parse (r, spec, &parts, cell))
    return FALSE;
  g_array_set_size (r->items, n_items);
  if (G_UNLIKELY (parts != NULL))
    eup_store_keep (r->store, table, row, EUP_KEPT_PARTS (field), parts->str, parts->len);
  return TRUE;
}

static gboolean
read_parts_field (EupJsonReader *r,
                  EupTableKind   table,
                  guint32        row,
                  guint          field,
                  ParseFunc      parse)
{
  guint32 cell = 0;

  if (!read_parts (r, eup_schema_field (table, field), table, row, field, parse, &cell))
    return FALSE;
  eup_store_put (r->store, table, row, field, cell);
  return TRUE;
}

/* Where the number of a figure stands, or what stands in its place. */
static void
note_number (EupJsonReader      *r,
             const EupFieldSpec *spec)
{
  if (spec->kind != EUP_KIND_DOUBLE)
    return;
  r->number_line = r->scan.line;
  r->number_column = eup_json_column (&r->scan, r->scan.cur);
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
    {
      note_number (r, spec);
      return eup_json_literal (&r->scan, "null");
    }

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
      note_number (r, spec);
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
    return read_parts (r, NULL, EUP_KEPT_DOCUMENT, 0, header_field, parse_text, cell);
  return eup_json_keep_value (r, EUP_KEPT_DOCUMENT, 0, header_field, "wrong-type", "“title” has to be %s",
                              wanted (EUP_KIND_TEXT));
}
