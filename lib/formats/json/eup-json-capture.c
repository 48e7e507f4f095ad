/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-scanner.h"

/* Values whose meaning is not known: checked like all others, and written down as compact JSON. */

typedef struct
{
  guint32 name;
  guint32 length;
  guint   line;
  guint   column;
} Key;

/* How many keys are compared one with another before it pays to sort them. */
#define FEW_KEYS 16

static void
append_escape (GString *out,
               guchar   c)
{
  static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
  const char *found = c == 0 ? NULL : strchr (from, c);

  if (found != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, to[found - from]);
    }
  else
    g_string_append_printf (out, "\\u%04x", c);
}

/* Appends a string in quotes, with no more escapes than JSON demands. */
void
eup_json_append_string (GString    *out,
                        const char *data,
                        gsize       length)
{
  const char *end = data + length;
  const char *begin = data;

  g_string_append_c (out, '"');
  for (const char *p = data; p < end; p++)
    {
      if (G_LIKELY ((guchar) *p >= 0x20 && *p != '"' && *p != '\\'))
        continue;
      g_string_append_len (out, begin, p - begin);
      append_escape (out, (guchar) *p);
      begin = p + 1;
    }
  g_string_append_len (out, begin, end - begin);
  g_string_append_c (out, '"');
}

/* Notes that the member of that key, which is not known, is read next. */
void
eup_json_name_step (EupJsonScanner    *s,
                    const EupJsonSpan *key)
{
  EupJsonStep *step = &s->steps[s->depth];

  step->key = NULL;
  step->name = s->names->len;
  step->name_length = key->length;
  g_string_append_len (s->names, key->data, key->length);
}

static int
compare_keys (const void *a,
              const void *b,
              void       *data)
{
  const GString *names = data;
  const Key *x = a, *y = b;
  int order = memcmp (names->str + x->name, names->str + y->name, MIN (x->length, y->length));

  if (order != 0)
    return order;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  return x->name < y->name ? -1 : 1;
}

static gboolean
same_key (const EupJsonScanner *s,
          const Key            *a,
          const Key            *b)
{
  return a->length == b->length && memcmp (s->names->str + a->name, s->names->str + b->name, a->length) == 0;
}

static gboolean
fail_duplicate (EupJsonScanner *s,
                const Key      *key)
{
  EupJsonStep *step = &s->steps[s->depth];

  step->name = key->name;
  step->name_length = key->length;
  return eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, key->line, key->column,
                              "the member “%.*s” stands twice in one object", (int) MIN (key->length, 80),
                              s->names->str + key->name);
}

/* Objects with many members are checked in one go, so that none of them makes the reader slow. */
static gboolean
check_many_keys (EupJsonScanner *s,
                 guint           first)
{
  guint n = s->keys->len - first;
  g_autofree Key *sorted = NULL;

  if (n <= FEW_KEYS)
    return TRUE;
  sorted = g_memdup2 (&g_array_index (s->keys, Key, first), n * sizeof (Key));
  g_qsort_with_data (sorted, n, sizeof (Key), compare_keys, s->names);
  for (guint i = 1; i < n; i++)
    if (same_key (s, &sorted[i - 1], &sorted[i]))
      return fail_duplicate (s, &sorted[i]);
  return TRUE;
}

static gboolean
add_key (EupJsonScanner *s,
         guint           first,
         Key             key)
{
  if (s->keys->len - first < FEW_KEYS)
    {
      for (guint i = first; i < s->keys->len; i++)
        if (same_key (s, &g_array_index (s->keys, Key, i), &key))
          return fail_duplicate (s, &key);
    }
  g_array_append_val (s->keys, key);
  return TRUE;
}

static gboolean
capture_object (EupJsonScanner *s,
                GString        *out)
{
  gsize names = s->names->len;
  guint first;
  int more;

  if (s->keys == NULL)
    s->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  first = s->keys->len;
  if (!eup_json_open (s))
    return FALSE;
  g_string_append_c (out, '{');
  while ((more = eup_json_member (s, s->keys->len == first)) > 0)
    {
      Key key = { .line = s->line, .column = eup_json_column (s, s->cur) };
      EupJsonSpan span;

      if (!eup_json_string (s, &span))
        return FALSE;
      eup_json_name_step (s, &span);
      key.name = s->steps[s->depth].name;
      key.length = span.length;
      if (!add_key (s, first, key))
        return FALSE;
      if (s->keys->len - first > 1)
        g_string_append_c (out, ',');
      eup_json_append_string (out, span.data, span.length);
      g_string_append_c (out, ':');
      if (!eup_json_colon (s) || !eup_json_capture (s, out))
        return FALSE;
    }
  if (more < 0)
    return FALSE;
  s->depth++;
  if (!check_many_keys (s, first))
    return FALSE;
  s->depth--;
  g_string_append_c (out, '}');
  g_string_truncate (s->names, names);
  g_array_set_size (s->keys, first);
  return TRUE;
}

static gboolean
capture_array (EupJsonScanner *s,
               GString        *out)
{
  gboolean first = TRUE;
  int more;

  if (!eup_json_open (s))
    return FALSE;
  g_string_append_c (out, '[');
  while ((more = eup_json_item (s, first)) > 0)
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      if (!eup_json_capture (s, out))
        return FALSE;
    }
  g_string_append_c (out, ']');
  return more == 0;
}

static gboolean
capture_literal (EupJsonScanner *s,
                 GString        *out,
                 const char     *word)
{
  g_string_append (out, word);
  return eup_json_literal (s, word);
}

/* Reads the value that comes next, whatever it is, and appends it to @out without white space. Strings are written anew,
 * the text of numbers stays as it is. */
gboolean
eup_json_capture (EupJsonScanner *s,
                  GString        *out)
{
  EupJsonSpan span;
  int c = eup_json_next (s);

  if (out->len > EUP_JSON_MAX_TOKEN)
    return eup_json_fail (s, EUP_PARSE_ERROR_TOO_LARGE, "a single value is larger than %d MiB", EUP_JSON_MAX_TOKEN >> 20);

  switch (c)
    {
    case '{':
      return capture_object (s, out);
    case '[':
      return capture_array (s, out);
    case '"':
      if (!eup_json_string (s, &span))
        return FALSE;
      eup_json_append_string (out, span.data, span.length);
      return TRUE;
    case 't':
      return capture_literal (s, out, "true");
    case 'f':
      return capture_literal (s, out, "false");
    case 'n':
      return capture_literal (s, out, "null");
    default:
      if (c != '-' && (c < '0' || c > '9'))
        return eup_json_unexpected (s, "a value");
      if (!eup_json_number (s, &span))
        return FALSE;
      g_string_append_len (out, span.data, span.length);
      return TRUE;
    }
}
