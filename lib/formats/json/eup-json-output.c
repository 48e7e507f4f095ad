/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-output.h"
#include "store/eup-pool.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Strings are written in pieces of at most so many bytes, so that the buffer need not grow with them. */
#define PIECE 16384

void
eup_json_output_init (EupJsonOutput *out,
                      GOutputStream *stream,
                      GByteArray    *bytes,
                      gsize          capacity)
{
  *out = (EupJsonOutput) { .stream = stream, .bytes = bytes, .capacity = capacity };
  out->buffer = g_malloc (capacity);
}

static void
empty (EupJsonOutput *out)
{
  if (out->error == NULL && out->used > 0)
    {
      if (out->stream != NULL)
        g_output_stream_write_all (out->stream, out->buffer, out->used, NULL, out->cancellable, &out->error);
      else if (out->bytes->len > G_MAXUINT32 - out->used)
        g_set_error_literal (&out->error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "the text is too long for one piece of memory");
      else
        g_byte_array_append (out->bytes, (const guint8 *) out->buffer, (guint) out->used);
    }
  out->used = 0;
}

void
eup_json_output_make_room (EupJsonOutput *out,
                           gsize          n)
{
  empty (out);
  if (n > out->capacity)
    {
      out->capacity = n;
      out->buffer = g_realloc (out->buffer, n);
    }
}

/* Hands over what is left, and what went wrong. */
gboolean
eup_json_output_finish (EupJsonOutput  *out,
                        GError        **error)
{
  empty (out);
  g_clear_pointer (&out->buffer, g_free);
  if (out->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&out->error));
  return FALSE;
}

void
eup_json_output_long (EupJsonOutput *out,
                      const char    *text,
                      gsize          length)
{
  while (length > 0)
    {
      gsize n = MIN (length, PIECE);

      eup_json_output_text (out, text, n);
      text += n;
      length -= n;
    }
}

static inline gboolean
is_plain (guchar c)
{
  return c >= 0x20 && c != '"' && c != '\\';
}

static char *
put_escape (char  *to,
            guchar c)
{
  static const char from[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  const char *found = c == 0 ? NULL : strchr (from, c);

  *to++ = '\\';
  if (found != NULL)
    {
      *to++ = letters[found - from];
      return to;
    }
  memcpy (to, "u00", 3);
  to[3] = "0123456789abcdef"[c >> 4];
  to[4] = "0123456789abcdef"[c & 15];
  return to + 5;
}

#ifdef __SSE2__
/* Copies 16 bytes. Each of those that cannot stand in a string as they are, the NUL too, has its bit set. */
static inline guint
copy_16 (char       *to,
         const char *from)
{
  const __m128i quote = _mm_set1_epi8 ('"'), backslash = _mm_set1_epi8 ('\\'), control = _mm_set1_epi8 (0x1f);
  __m128i v = _mm_loadu_si128 ((const __m128i *) from);
  __m128i odd = _mm_or_si128 (_mm_or_si128 (_mm_cmpeq_epi8 (v, quote), _mm_cmpeq_epi8 (v, backslash)),
                              _mm_cmpeq_epi8 (_mm_min_epu8 (v, control), v));

  _mm_storeu_si128 ((__m128i *) to, v);
  return (guint) _mm_movemask_epi8 (odd);
}
#endif

/* Copies while nothing needs an escape. There is room for all of it. */
static inline gsize
copy_plain (char       *to,
            const char *from,
            gsize       length)
{
  gsize i = 0;

#ifdef __SSE2__
  for (; i + 16 <= length; i += 16)
    {
      guint mask = copy_16 (to + i, from + i);

      if (mask != 0)
        return i + __builtin_ctz (mask);
    }
#endif
  for (; i < length && is_plain ((guchar) from[i]); i++)
    to[i] = from[i];
  return i;
}

/* Writes a string in quotes, with no more escapes than JSON demands. */
void
eup_json_output_string (EupJsonOutput *out,
                        const char    *string,
                        gsize          length)
{
  const char *p = string, *end = string + length;

  eup_json_output_byte (out, '"');
  do
    {
      const char *stop = p + MIN (end - p, PIECE);
      char *to = eup_json_output_reserve (out, (stop - p) * 6 + 1);

      while (p < stop)
        {
          gsize n = copy_plain (to, p, stop - p);

          to += n;
          p += n;
          if (p < stop)
            to = put_escape (to, (guchar) *p++);
        }
      out->used = to - out->buffer;
    }
  while (p < end);
  eup_json_output_byte (out, '"');
}

/* The same for a string that stands in a store: its end is found while it is copied. */
void
eup_json_output_stored (EupJsonOutput *out,
                        const char    *string)
{
#ifdef __SSE2__
  enum { ROOM = 32 }; /* a piece, an escape and a quote */
  G_STATIC_ASSERT (EUP_POOL_SLACK >= 16);
  const char *p = string;
  char *to = eup_json_output_reserve (out, ROOM);
  guint mask;

  *to++ = '"';
  for (;;)
    {
      out->used = to - out->buffer;
      to = eup_json_output_reserve (out, ROOM);
      mask = copy_16 (to, p);
      if (mask == 0)
        {
          to += 16;
          p += 16;
          continue;
        }
      to += __builtin_ctz (mask);
      p += __builtin_ctz (mask);
      if (*p == '\0')
        break;
      to = put_escape (to, (guchar) *p++);
    }
  *to++ = '"';
  out->used = to - out->buffer;
#else
  eup_json_output_string (out, string, strlen (string));
#endif
}
