/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-word-distance.h"

/* Letters to add, to leave out, to change, or to swap with the next, whatever their case; G_MAXUINT where a word is too long. */
guint
eup_word_distance (const char *a,
                   gsize       n_a,
                   const char *b,
                   gsize       n_b)
{
  guint rows[3][EUP_MAX_WORD + 1];
  guint *before = rows[0], *last = rows[1], *now = rows[2];

  if (n_a > EUP_MAX_WORD || n_b > EUP_MAX_WORD)
    return G_MAXUINT;
  for (guint j = 0; j <= n_b; j++)
    last[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      now[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          const char x = g_ascii_tolower (a[i - 1]), y = g_ascii_tolower (b[j - 1]);
          guint best = last[j - 1] + (x != y);

          best = MIN (best, MIN (last[j], now[j - 1]) + 1);
          if (i > 1 && j > 1 && x == g_ascii_tolower (b[j - 2]) && g_ascii_tolower (a[i - 2]) == y)
            best = MIN (best, before[j - 2] + 1);
          now[j] = best;
        }
      before = last;
      last = now;
      now = spare;
    }
  return last[n_b];
}
