/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-scanner.h"
#include "values/eup-value-error.h"

void
eup_json_scanner_init (EupJsonScanner *s,
                       const char     *source_name,
                       gsize           window)
{
  memset (s, 0, sizeof *s);
  s->window = window == 0 ? EUP_JSON_WINDOW : window;
  s->capacity = s->window;
  s->buffer = g_malloc (s->capacity + EUP_JSON_PADDING);
  memset (s->buffer, 0, EUP_JSON_PADDING);
  s->cur = s->end = s->buffer;
  s->mark = -1;
  s->total = -1;
  s->source_name = source_name;
  s->line = 1;
  s->scratch = g_string_new (NULL);
  s->names = g_string_new (NULL);
}

void
eup_json_scanner_clear (EupJsonScanner *s)
{
  g_clear_pointer (&s->buffer, g_free);
  g_string_free (s->scratch, TRUE);
  g_string_free (s->names, TRUE);
  g_clear_pointer (&s->keys, g_array_unref);
  g_clear_error (&s->error);
  g_clear_pointer (&s->error_pointer, g_free);
  g_clear_pointer (&s->error_text, g_free);
}

/* How many bytes came, 0 at the end, -1 with an error. */
static gssize
read_more (EupJsonScanner *s,
           char           *to,
           gsize           n)
{
  gssize got;

  if (g_cancellable_set_error_if_cancelled (s->cancellable, &s->error))
    return -1;
  if (s->stream != NULL)
    got = g_input_stream_read (s->stream, to, n, s->cancellable, &s->error);
  else
    {
      got = MIN (n, s->n_bytes);
      if (got > 0)
        memcpy (to, s->bytes, got);
      s->bytes += got;
      s->n_bytes -= got;
    }
  return got;
}

/* Gets at least one byte more behind the end. Everything from the token on (and from the mark on) stays in the buffer,
 * which may move: the token and the place of reading move with it. FALSE at the end of the input, or with an error. */
gboolean
eup_json_refill (EupJsonScanner  *s,
                 const char     **token)
{
  const char *keep = *token;
  gsize held, drop, wanted;
  gssize got;

  if (s->error != NULL || s->at_end)
    return FALSE;
  if (s->mark >= 0 && s->buffer + s->mark < keep)
    keep = s->buffer + s->mark;

  held = s->end - keep;
  drop = keep - s->buffer;
  if (held > EUP_JSON_MAX_TOKEN)
    return eup_json_fail (s, EUP_PARSE_ERROR_TOO_LARGE, "a single value is larger than %d MiB", EUP_JSON_MAX_TOKEN >> 20);

  wanted = held < s->window / 2 ? s->window - held : s->window;
  if (drop > 0)
    {
      memmove (s->buffer, keep, held);
      s->base += drop;
      s->cur -= drop;
      s->end -= drop;
      *token -= drop;
      s->mark -= s->mark >= 0 ? (gssize) drop : 0;
    }
  if (held + wanted > s->capacity)
    {
      char *old = s->buffer;

      s->capacity = MAX (held + wanted, s->capacity * 2);
      s->buffer = g_realloc (s->buffer, s->capacity + EUP_JSON_PADDING);
      s->cur = s->buffer + (s->cur - old);
      s->end = s->buffer + (s->end - old);
      *token = s->buffer + (*token - old);
    }

  got = read_more (s, (char *) s->end, wanted);
  if (got <= 0)
    {
      s->at_end = got == 0;
      memset ((char *) s->end, 0, EUP_JSON_PADDING);
      return FALSE;
    }
  s->end += got;
  memset ((char *) s->end, 0, EUP_JSON_PADDING);
  if (s->progress != NULL)
    s->progress (s->base + (s->end - s->buffer), s->total, s->progress_data);
  return TRUE;
}

/* From here on everything stays in the buffer until the mark is taken away, so that it can be read once more. */
void
eup_json_mark (EupJsonScanner *s,
               EupJsonMark    *mark)
{
  *mark = (EupJsonMark) {
    .offset = s->base + (s->cur - s->buffer),
    .line_start = s->line_start,
    .line = s->line,
    .depth = s->depth,
    .outermost = s->mark < 0,
  };
  if (mark->outermost)
    s->mark = s->cur - s->buffer;
}

void
eup_json_rewind (EupJsonScanner    *s,
                 const EupJsonMark *mark)
{
  s->cur = s->buffer + (mark->offset - s->base);
  s->line = mark->line;
  s->line_start = mark->line_start;
  s->depth = mark->depth;
}

void
eup_json_unmark (EupJsonScanner    *s,
                 const EupJsonMark *mark)
{
  if (mark->outermost)
    s->mark = -1;
}

/* Leads a JSON pointer on to a member. */
void
eup_json_append_step (GString    *pointer,
                      const char *key,
                      gsize       length)
{
  g_string_append_c (pointer, '/');
  for (gsize i = 0; i < length; i++)
    {
      if (key[i] == '~')
        g_string_append (pointer, "~0");
      else if (key[i] == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, key[i]);
    }
}

/* Where the reader stands, as a JSON pointer (RFC 6901). */
char *
eup_json_pointer (const EupJsonScanner *s)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 1; i <= s->depth; i++)
    {
      const EupJsonStep *step = &s->steps[i];

      if (step->key == NULL && step->name_length == EUP_JSON_NO_NAME && step->index == G_MAXUINT32)
        break;
      if (step->key != NULL)
        eup_json_append_step (pointer, step->key, strlen (step->key));
      else if (step->name_length != EUP_JSON_NO_NAME)
        eup_json_append_step (pointer, s->names->str + step->name, step->name_length);
      else
        g_string_append_printf (pointer, "/%u", step->index);
    }
  return g_string_free (pointer, FALSE);
}

static gboolean
fail_at (EupJsonScanner *s,
         EupParseError   code,
         guint           line,
         guint           column,
         const char     *text)
{
  if (s->error != NULL)
    return FALSE;

  s->error_line = line;
  s->error_column = column;
  s->error_pointer = eup_json_pointer (s);
  s->error_text = eup_message_repair (g_strdup (text));
  s->error = g_error_new (EUP_PARSE_ERROR, code, "%s:%u:%u: %s%s%s", s->source_name, line, column, s->error_text,
                          s->error_pointer[0] == '\0' ? "" : ", at ", s->error_pointer);
  return FALSE;
}

/* Sets the error at the place of reading, unless there is one already. Always FALSE. */
gboolean
eup_json_fail (EupJsonScanner *s,
               EupParseError   code,
               const char     *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fail_at (s, code, s->line, eup_json_column (s, s->cur), text);
}

gboolean
eup_json_fail_place (EupJsonScanner *s,
                     EupParseError   code,
                     guint           line,
                     guint           column,
                     const char     *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fail_at (s, code, line, column, text);
}
