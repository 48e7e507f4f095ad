/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-fold.h"

#include <string.h>

#include "values/eup-fold-table.h"

#define SHORT_I 0x0439
#define CYRILLIC_I 0x0438
#define COMBINING_BREVE 0x0306

const guint8 eup_fold_ascii[256] = {
  ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8',
  ['9'] = '9', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h',
  ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q',
  ['r'] = 'r', ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
  ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i',
  ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
  ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
  [0x80 ... 0xff] = 1
};

/* The length of the character that begins there, or 0 where there is none. */
static inline guint
decode (const guint8 *p,
        const guint8 *end,
        gunichar     *c)
{
  gsize left = (gsize) (end - p);

  if (p[0] >= 0xc2 && p[0] < 0xe0 && left >= 2 && (p[1] & 0xc0) == 0x80)
    {
      *c = (gunichar) (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
      return 2;
    }
  if (p[0] >= 0xe0 && p[0] < 0xf0 && left >= 3 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80)
    {
      *c = (gunichar) (p[0] & 0x0f) << 12 | (gunichar) (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
      return *c >= 0x800 && (*c < 0xd800 || *c > 0xdfff) ? 3 : 0;
    }
  if (p[0] >= 0xf0 && p[0] < 0xf5 && left >= 4 && (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80 && (p[3] & 0xc0) == 0x80)
    {
      *c = (gunichar) (p[0] & 0x07) << 18 | (gunichar) (p[1] & 0x3f) << 12 | (gunichar) (p[2] & 0x3f) << 6 | (p[3] & 0x3f);
      return *c >= 0x10000 && *c <= 0x10ffff ? 4 : 0;
    }
  return 0;
}

/* Writes what the character, which is not ASCII, becomes. @is_word tells whether it belongs to a word. */
static guint
fold_character (gunichar  c,
                guint     length,
                char     *out,
                gboolean *is_word)
{
  guint8 page = c < 0x10000 ? eup_fold_pages[c >> 6] : 0;
  gunichar folded;

  if (page != 0)
    {
      guint16 cell = eup_fold_cells[page][c & 63];

      *is_word = cell != 0;
      if (cell == EUP_FOLD_DROP)
        return 0;
      if (cell >= EUP_FOLD_EXPANSION)
        {
          const char *expansion = eup_fold_expansions[cell - EUP_FOLD_EXPANSION];
          guint n = (guint) strlen (expansion);

          memcpy (out, expansion, n);
          return n;
        }
      return (guint) g_unichar_to_utf8 (cell != 0 ? cell : c, out);
    }

  *is_word = g_unichar_isalnum (c) || g_unichar_ismark (c);
  folded = *is_word ? g_unichar_tolower (c) : c;
  if (g_unichar_to_utf8 (folded, NULL) > (int) length)
    folded = c;
  return (guint) g_unichar_to_utf8 (folded, out);
}

/* A short i may be written as a letter and a mark: that mark is not an accent. */
static inline gboolean
is_short_i (gunichar    c,
            const char *begin,
            const char *out)
{
  return c == COMBINING_BREVE && out - begin >= 2 && (guint8) out[-2] == 0xd0 && (guint8) out[-1] == (0x80 | (CYRILLIC_I & 0x3f));
}

gsize
eup_fold (const char *utf8,
          gsize       length,
          char       *out)
{
  const guint8 *p = (const guint8 *) utf8;
  const guint8 *end = p + length;
  char *o = out;

  while (p < end)
    {
      gboolean is_word;
      gunichar c;
      guint n;

      if (*p < 0x80)
        {
          *o++ = eup_fold_ascii[*p] != 0 ? (char) eup_fold_ascii[*p] : (char) *p;
          p++;
          continue;
        }
      n = decode (p, end, &c);
      if (n == 0)
        {
          *o++ = (char) *p++;
          continue;
        }
      if (is_short_i (c, out, o))
        o[-1] = (char) (0x80 | (SHORT_I & 0x3f));
      else
        {
          char folded[8];
          guint m = fold_character (c, n, folded, &is_word);

          memcpy (o, folded, m);
          o += m;
        }
      p += n;
    }
  return (gsize) (o - out);
}

char *
eup_fold_dup (const char *utf8,
              gssize      length)
{
  gsize n = length < 0 ? strlen (utf8) : (gsize) length;
  char *out = g_malloc (n + 1);

  out[eup_fold (utf8, n, out)] = '\0';
  return out;
}

/* The rest of a word that has a character beyond ASCII, or that is too long. */
static gsize
word_slowly (const guint8 **cursor,
             const guint8  *end,
             char          *word,
             gsize          written)
{
  const guint8 *p = *cursor;
  gsize n = written;
  gboolean full = FALSE;

  while (p < end)
    {
      char folded[8];
      gboolean is_word = TRUE;
      gunichar c = 0;
      guint length = 1;
      guint m;

      if (*p < 0x80)
        {
          if (eup_fold_ascii[*p] == 0)
            break;
          folded[0] = (char) eup_fold_ascii[*p];
          m = 1;
        }
      else
        {
          length = decode (p, end, &c);
          if (length == 0)
            break;
          if (is_short_i (c, word, word + n))
            {
              word[n - 1] = (char) (0x80 | (SHORT_I & 0x3f));
              p += length;
              continue;
            }
          m = fold_character (c, length, folded, &is_word);
          if (!is_word)
            break;
        }
      p += length;
      full = full || n + m >= EUP_WORD_SIZE;
      if (full)
        continue;
      memcpy (word + n, folded, m);
      n += m;
    }
  *cursor = p;
  return n;
}

static inline const guint8 *
skip_separators (const guint8 *p,
                 const guint8 *end)
{
  while (p < end)
    {
      char folded[8];
      gboolean is_word;
      gunichar c;
      guint n;

      if (eup_fold_ascii[*p] > 1)
        break;
      if (eup_fold_ascii[*p] == 0)
        {
          p++;
          continue;
        }
      n = decode (p, end, &c);
      if (n == 0)
        p++;
      else if (fold_character (c, n, folded, &is_word) > 0 && is_word)
        break;
      else
        p += n; /* a mark without a letter is no word */
    }
  return p;
}

gsize
eup_words_next (const char **cursor,
                const char  *end,
                char         word[EUP_WORD_SIZE],
                const char **start)
{
  const guint8 *e = (const guint8 *) end;
  const guint8 *p = skip_separators ((const guint8 *) *cursor, e);
  gsize n = 0;

  if (start != NULL)
    *start = (const char *) p;
  while (p < e && n < EUP_WORD_SIZE - 1 && eup_fold_ascii[*p] > 1)
    word[n++] = (char) eup_fold_ascii[*p++];
  if (p < e && eup_fold_ascii[*p] != 0)
    n = word_slowly (&p, e, word, n);
  word[n] = '\0';
  *cursor = (const char *) p;
  return n;
}
