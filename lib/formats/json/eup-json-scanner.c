/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-scanner.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Goes over spaces, sixteen at a time: the lines of a file that people read begin with many. */
static inline const char *
skip_spaces (const char *p)
{
#ifdef __SSE2__
  const __m128i space = _mm_set1_epi8 (' ');

  for (;;)
    {
      __m128i v = _mm_loadu_si128 ((const __m128i *) p);
      guint other = (guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (v, space)) ^ 0xffff;

      if (other != 0)
        return p + __builtin_ctz (other);
      p += 16;
    }
#else
  while (*p == ' ')
    p++;
  return p;
#endif
}

int
eup_json_skip_space (EupJsonScanner *s)
{
  for (;;)
    {
      const char *p = s->cur;
      guchar c = (guchar) *p;

      if (c > ' ')
        return c;
      if (c == '\n')
        {
          p++;
          s->line++;
          s->line_start = s->base + (p - s->buffer);
          s->cur = skip_spaces (p);
        }
      else if (c == ' ')
        s->cur = skip_spaces (p);
      else if (c == '\t' || c == '\r')
        s->cur++;
      else if (p == s->end)
        {
          const char *token = p;

          if (!eup_json_refill (s, &token))
            return -1;
        }
      else
        return c; /* nothing takes it for the beginning of a token */
    }
}

/* Says what stands there instead of what was wanted. Always FALSE. */
gboolean
eup_json_unexpected (EupJsonScanner *s,
                     const char     *wanted)
{
  guchar c = (guchar) *s->cur;

  if (s->error != NULL)
    return FALSE;
  if (s->cur == s->end)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "the text ends where %s should be", wanted);
  if (c > ' ' && c < 0x7f)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "“%c” stands where %s should be", c, wanted);
  if (c >= 0x80)
    {
      gunichar whole = g_utf8_get_char_validated (s->cur, s->end - s->cur);
      char text[8] = { 0 };

      if (whole == (gunichar) -1 || whole == (gunichar) -2)
        return eup_json_fail (s, EUP_PARSE_ERROR_ENCODING, "byte 0x%02X is not valid UTF-8", c);
      g_unichar_to_utf8 (whole, text);
      return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "“%s” stands where %s should be", text, wanted);
    }
  return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "byte 0x%02X stands where %s should be", c, wanted);
}

/* The length of the UTF-8 sequence there, or 0 if it is none. Up to four bytes are looked at. */
static inline guint
sequence_length (const char *text)
{
  const guchar *p = (const guchar *) text;
  guchar c = p[0];

#define CONTINUES(byte) (((byte) & 0xc0) == 0x80)
  if (c < 0xc2)
    return 0;
  if (c < 0xe0)
    return CONTINUES (p[1]) ? 2 : 0;
  if (c < 0xf0)
    {
      if (!CONTINUES (p[1]) || !CONTINUES (p[2]) || (c == 0xe0 && p[1] < 0xa0) || (c == 0xed && p[1] > 0x9f))
        return 0;
      return 3;
    }
  if (c > 0xf4 || !CONTINUES (p[1]) || !CONTINUES (p[2]) || !CONTINUES (p[3]) || (c == 0xf0 && p[1] < 0x90)
      || (c == 0xf4 && p[1] > 0x8f))
    return 0;
  return 4;
#undef CONTINUES
}

/* The first byte from there on that needs a look: a quote, a backslash, a control character, or one beyond ASCII. */
static inline const char *
plain_until (const char *p)
{
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8 ('"'), backslash = _mm_set1_epi8 ('\\'), control = _mm_set1_epi8 (0x1f);

  for (;;)
    {
      __m128i v = _mm_loadu_si128 ((const __m128i *) p);
      __m128i odd = _mm_or_si128 (_mm_or_si128 (_mm_cmpeq_epi8 (v, quote), _mm_cmpeq_epi8 (v, backslash)),
                                  _mm_cmpeq_epi8 (_mm_min_epu8 (v, control), v));
      guint mask = (guint) _mm_movemask_epi8 (_mm_or_si128 (odd, v));

      if (mask != 0)
        return p + __builtin_ctz (mask);
      p += 16;
    }
#else
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), highs = ones * 0x80;

  for (;;)
    {
      guint64 v, quotes, backslashes;

      memcpy (&v, p, sizeof v);
      quotes = v ^ ones * '"';
      backslashes = v ^ ones * '\\';
      if ((((v - ones * 0x20) | (quotes - ones) | (backslashes - ones) | v) & highs) != 0)
        break;
      p += 8;
    }
  while ((guchar) *p >= 0x20 && (guchar) *p < 0x80 && *p != '"' && *p != '\\')
    p++;
  return p;
#endif
}

/* The same from there on, past what is valid UTF-8. Where the window ends within a sequence, at its first byte. */
static inline const char *
string_until (const char *p)
{
  for (;;)
    {
      p = plain_until (p);
      while ((guchar) *p >= 0x80)
        {
          guint n = sequence_length (p);

          if (n == 0)
            return p;
          p += n;
        }
      if (*p == '"' || *p == '\\' || (guchar) *p < 0x20)
        return p;
    }
}

/* What is wrong with the byte of a string at which string_until() stopped. */
static gboolean
bad_byte (EupJsonScanner *s,
          const char     *p)
{
  s->cur = p;
  if (p == s->end)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "the text ends within a string");
  if ((guchar) *p >= 0x80)
    return eup_json_fail (s, EUP_PARSE_ERROR_ENCODING, "byte 0x%02X is not valid UTF-8", (guchar) *p);
  if (*p == '\n' || *p == '\r')
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "a string cannot go beyond the end of the line");
  return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "a string cannot hold the control character 0x%02X", (guchar) *p);
}

/* Four hexadecimal digits, or -1. */
static int
hex4 (const char *p)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value << 4 | digit;
    }
  return value;
}

/* Makes sure that n bytes stand from the place of reading on; FALSE if the input has fewer. */
static gboolean
have_bytes (EupJsonScanner *s,
            gsize           n)
{
  while ((gsize) (s->end - s->cur) < n)
    {
      const char *token = s->cur;

      if (!eup_json_refill (s, &token))
        return FALSE;
    }
  return TRUE;
}

static gboolean
unicode_escape (EupJsonScanner *s)
{
  int first, second;

  /* Failing here is not yet an error: hex4() will find the NUL. */
  have_bytes (s, 6);
  if (s->error != NULL)
    return FALSE;
  first = hex4 (s->cur + 2);
  if (first < 0)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "\\u needs four hexadecimal digits");
  if (first == 0)
    return eup_json_fail (s, EUP_PARSE_ERROR_BAD_VALUE, "a string cannot hold a NUL");
  if (first < 0xd800 || first > 0xdfff)
    {
      g_string_append_unichar (s->scratch, first);
      s->cur += 6;
      return TRUE;
    }

  have_bytes (s, 12);
  if (s->error != NULL)
    return FALSE;
  second = s->end - s->cur >= 12 && s->cur[6] == '\\' && s->cur[7] == 'u' ? hex4 (s->cur + 8) : -1;
  if (first > 0xdbff || second < 0xdc00 || second > 0xdfff)
    return eup_json_fail (s, EUP_PARSE_ERROR_ENCODING, "\\u%.4s is half of a surrogate pair", s->cur + 2);
  g_string_append_unichar (s->scratch, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
  s->cur += 12;
  return TRUE;
}

static gboolean
escape (EupJsonScanner *s)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *found;

  have_bytes (s, 2);
  if (s->error != NULL)
    return FALSE;
  if (s->end - s->cur < 2)
    {
      s->cur = s->end;
      return bad_byte (s, s->end);
    }
  if (s->cur[1] == 'u')
    return unicode_escape (s);
  found = s->cur[1] == '\0' ? NULL : strchr (from, s->cur[1]);
  if (found == NULL)
    return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "there is no such escape in JSON");
  g_string_append_c (s->scratch, to[found - from]);
  s->cur += 2;
  return TRUE;
}

/* The rest of a string that has escapes: it is put together in the scratch. */
static gboolean
string_with_escapes (EupJsonScanner *s,
                     const char     *start,
                     const char     *p,
                     EupJsonSpan    *span)
{
  g_string_truncate (s->scratch, 0);
  s->cur = start;
  for (;;)
    {
      g_string_append_len (s->scratch, s->cur, p - s->cur);
      s->cur = p;
      if (s->scratch->len > EUP_JSON_MAX_TOKEN)
        return eup_json_fail (s, EUP_PARSE_ERROR_TOO_LARGE, "a single value is larger than %d MiB",
                              EUP_JSON_MAX_TOKEN >> 20);

      if (*p == '"')
        {
          s->cur++;
          *span = (EupJsonSpan) { s->scratch->str, s->scratch->len };
          return TRUE;
        }
      if (*p == '\\')
        {
          if (!escape (s))
            return FALSE;
        }
      else if (!(p == s->end || ((guchar) *p >= 0x80 && s->end - p < 4)) || !eup_json_refill (s, &p))
        return s->error == NULL && bad_byte (s, p);
      p = string_until (s->cur);
    }
}

/* The string there; the next byte is its quote. */
gboolean
eup_json_string (EupJsonScanner *s,
                 EupJsonSpan    *span)
{
  const char *quote = s->cur;
  const char *p = quote + 1;

  for (;;)
    {
      p = string_until (p);
      if (G_LIKELY (*p == '"'))
        {
          *span = (EupJsonSpan) { quote + 1, p - quote - 1 };
          s->cur = p + 1;
          return TRUE;
        }
      if (*p == '\\')
        return string_with_escapes (s, quote + 1, p, span);
      if (p == s->end || ((guchar) *p >= 0x80 && s->end - p < 4))
        {
          gsize done = p - quote;
          gboolean more = eup_json_refill (s, &quote);

          p = quote + done;
          if (more)
            continue;
        }
      return s->error == NULL && bad_byte (s, p);
    }
}

/* Says at which character of the number it goes wrong. */
static gboolean
check_number (EupJsonScanner *s,
              const char     *p,
              const char     *end)
{
  const char *what = NULL;

  if (*p == '-')
    p++;
  if (p == end || !g_ascii_isdigit (*p))
    what = "a digit is missing in the number";
  else if (*p == '0' && p + 1 < end && g_ascii_isdigit (p[1]))
    what = "a number cannot begin with 0";
  while (what == NULL && p < end && g_ascii_isdigit (*p))
    p++;
  if (what == NULL && p < end && *p == '.')
    {
      if (++p == end || !g_ascii_isdigit (*p))
        what = "a digit is missing after the decimal point";
      while (p < end && g_ascii_isdigit (*p))
        p++;
    }
  if (what == NULL && p < end && (*p == 'e' || *p == 'E'))
    {
      p++;
      if (p < end && (*p == '+' || *p == '-'))
        p++;
      if (p == end || !g_ascii_isdigit (*p))
        what = "a digit is missing in the exponent";
      while (p < end && g_ascii_isdigit (*p))
        p++;
    }
  if (what == NULL && p < end)
    what = "this does not belong into a number";
  if (what == NULL)
    return TRUE;
  s->cur = p;
  return eup_json_fail (s, EUP_PARSE_ERROR_SYNTAX, "%s", what);
}

/* The number there; the next byte is its sign or first digit. */
gboolean
eup_json_number (EupJsonScanner *s,
                 EupJsonSpan    *span)
{
  const char *start = s->cur;
  const char *p = start;

  for (;;)
    {
      while (g_ascii_isdigit (*p) || *p == '-' || *p == '+' || *p == '.' || *p == 'e' || *p == 'E')
        p++;
      if (p == s->end)
        {
          gsize done = p - start;
          gboolean more = eup_json_refill (s, &start);

          p = start + done;
          if (more)
            continue;
          if (s->error != NULL)
            return FALSE;
        }
      break;
    }
  if (!check_number (s, start, p))
    return FALSE;
  *span = (EupJsonSpan) { start, p - start };
  s->cur = p;
  return TRUE;
}

/* Takes true, false or null; the next byte is its first. */
gboolean
eup_json_literal (EupJsonScanner *s,
                  const char     *word)
{
  gsize length = strlen (word);

  have_bytes (s, length);
  if (s->error != NULL)
    return FALSE;
  if (strncmp (s->cur, word, length) != 0)
    return eup_json_unexpected (s, "a value");
  s->cur += length;
  return TRUE;
}

gboolean
eup_json_colon_slowly (EupJsonScanner *s)
{
  if (eup_json_next (s) != ':')
    return eup_json_unexpected (s, "“:”");
  s->cur++;
  return TRUE;
}

/* Takes the bracket that the next byte is. */
gboolean
eup_json_open (EupJsonScanner *s)
{
  if (s->depth == EUP_JSON_MAX_DEPTH)
    return eup_json_fail (s, EUP_PARSE_ERROR_TOO_DEEP, "objects and arrays are nested more than %d deep",
                          EUP_JSON_MAX_DEPTH);
  s->cur++;
  s->depth++;
  s->steps[s->depth] = (EupJsonStep) { .name_length = EUP_JSON_NO_NAME, .index = G_MAXUINT32 };
  return TRUE;
}

int
eup_json_member_slowly (EupJsonScanner *s,
                        gboolean        first)
{
  int c = eup_json_next (s);

  if (c == '}')
    {
      s->cur++;
      s->depth--;
      return 0;
    }
  if (!first)
    {
      if (c != ',')
        return eup_json_unexpected (s, "“,” or “}”") - 1;
      s->cur++;
      c = eup_json_next (s);
    }
  if (c != '"')
    return eup_json_unexpected (s, first ? "the key of a member or “}”" : "the key of a member") - 1;
  return 1;
}

/* Goes to the next item of an array: 1, and the next byte is its first; 0 after the last; -1 is an error. */
int
eup_json_item (EupJsonScanner *s,
               gboolean        first)
{
  int c = eup_json_next (s);

  if (c == ']')
    {
      s->cur++;
      s->depth--;
      return 0;
    }
  if (!first)
    {
      if (c != ',')
        return eup_json_unexpected (s, "“,” or “]”") - 1;
      s->cur++;
      c = eup_json_next (s);
    }
  if (c < 0 || c == ',' || c == ']')
    return eup_json_unexpected (s, first ? "an item or “]”" : "an item") - 1;
  s->steps[s->depth].index++;
  return 1;
}
