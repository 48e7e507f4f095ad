/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-best.h"

G_BEGIN_DECLS

/* What a document must at least weigh to be among the best, which grows with its length: a first look without division or branch, so that many
 * documents are looked at at once. It is a little too low, for its numbers are rough. */
typedef struct
{
  float flat;
  float slope;
} EupWordsLeast;

#define EUP_WORDS_NEARLY 0.999999
#define EUP_WORDS_ROUGHLY 0.9999

/* For words that are together worth @factor. */
static inline EupWordsLeast
eup_words_least_of (const EupWordsBest *best,
                    double              factor)
{
  double worst = eup_words_best_floor (best), part;

  if (eup_words_best_is_full (best))
    worst = MAX (worst, eup_words_best_worst (best));
  part = MIN (worst / factor * EUP_WORDS_NEARLY, EUP_WORDS_ROUGHLY);
  part = part / (1 - part) * EUP_WORDS_ROUGHLY;
  return (EupWordsLeast) { (float) (best->plan->flat * part), (float) (best->plan->slope * part) };
}

static inline gboolean
eup_words_is_heavy (EupWordsLeast least,
                    guint         weight,
                    guint         length)
{
  return (float) weight > least.flat + least.slope * (float) length;
}

G_END_DECLS
