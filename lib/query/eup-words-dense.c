/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/eup-words-dense.h"

/* Every word has to have a posting for each so many documents. */
#define DENSE_PART 64
#define AT_ONCE 64

typedef struct
{
  EupWordsBest          *best;
  const EupWordsPlan    *plan;
  const EupWordsSegment *segment;
  guint16               *sums[EUP_WORDS_DENSE_TOKENS];
  float                  factors[EUP_WORDS_DENSE_TOKENS];
  float                  least; /* a little less than the worst of the best, for the numbers of the first look are rough */
} Dense;

/* Whether any of the documents may have both words and be among the best. Without branches and divisions, so that many are looked at at once. */
static inline gboolean
look_at_two (const Dense *dense,
             guint32      doc,
             guint        n)
{
  const guint16 *first = dense->sums[0] + doc, *second = dense->sums[1] + doc, *lengths = dense->segment->lengths + doc;
  float flat = (float) dense->plan->flat, slope = (float) dense->plan->slope, least = dense->least;
  float f = dense->factors[0], g = dense->factors[1];
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      float a = first[i], b = second[i], length = flat + slope * lengths[i];
      float x = a + length, y = b + length;

      found |= (guint) (f * a * y + g * b * x > least * x * y) & (guint) (first[i] != 0) & (guint) (second[i] != 0);
    }
  return found != 0;
}

static inline gboolean
look_at_all (const Dense *dense,
             guint32      doc,
             guint        n)
{
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      float length = (float) dense->plan->flat + (float) dense->plan->slope * dense->segment->lengths[doc + i];
      float score = 0;
      guint has_all = 1;

      for (guint t = 0; t < dense->plan->n_tokens; t++)
        {
          float sum = dense->sums[t][doc + i];

          has_all &= dense->sums[t][doc + i] != 0;
          score += dense->factors[t] * sum / (sum + length);
        }
      found |= has_all & (guint) (score > dense->least);
    }
  return found != 0;
}

static void
offer_all (Dense                *dense,
           const EupWordsFilter *filter,
           guint32               doc,
           guint                 n)
{
  for (guint i = 0; i < n; i++, doc++)
    {
      guint length = dense->segment->lengths[doc];
      double score = 0;
      guint t;

      for (t = 0; t < dense->plan->n_tokens && dense->sums[t][doc] != 0; t++)
        score += eup_words_worth (dense->plan, dense->plan->tokens[t].factor, dense->sums[t][doc], length);
      if (t == dense->plan->n_tokens && eup_words_filter_takes (filter, doc))
        eup_words_best_offer (dense->best, 0, doc, score, FALSE);
    }
  if (eup_words_best_is_full (dense->best))
    dense->least = (float) (eup_words_best_worst (dense->best) * 0.9999);
}

/* The sums are left empty. */
static void
read_sums (Dense                *dense,
           const EupWordsFilter *filter)
{
  guint n_tokens = dense->plan->n_tokens;

  for (guint32 doc = filter->begin; doc < filter->end; doc += AT_ONCE)
    {
      guint n = MIN (AT_ONCE, filter->end - doc);
      gboolean any;

      if (n_tokens > 2)
        any = look_at_all (dense, doc, n);
      else
        any = n == AT_ONCE ? look_at_two (dense, doc, AT_ONCE) : look_at_two (dense, doc, n);
      if (any)
        offer_all (dense, filter, doc, n);
      for (guint t = 0; t < n_tokens; t++)
        memset (dense->sums[t] + doc, 0, n * sizeof (guint16));
    }
  for (guint t = 0; t < n_tokens; t++)
    {
      memset (dense->sums[t], 0, filter->begin * sizeof (guint16));
      memset (dense->sums[t] + filter->end, 0, (dense->segment->n_docs - filter->end) * sizeof (guint16));
    }
}

static guint16 *
sums_of (EupWords *words,
         guint     t)
{
  if (t == 0)
    return words->sums;
  if (words->more_sums[t - 1] == NULL)
    words->more_sums[t - 1] = g_new0 (guint16, words->n_scratch);
  return words->more_sums[t - 1];
}

static gboolean
is_dense (const EupWordsPlan    *plan,
          const EupWordsSegment *segment)
{
  if (plan->n_tokens < 2 || plan->n_tokens > EUP_WORDS_DENSE_TOKENS)
    return FALSE;
  for (guint t = 0; t < plan->n_tokens; t++)
    if (eup_words_n_postings (segment, eup_words_spans (plan, 0, t)) < segment->n_docs / DENSE_PART + 1)
      return FALSE;
  return TRUE;
}

gboolean
eup_words_search_dense (EupWordsBest *best)
{
  const EupWordsPlan *plan = best->plan;
  const EupWordsSegment *segment = eup_words_plan_segment (plan, 0);
  Dense dense = { .best = best, .plan = plan, .segment = segment, .least = -1 };
  EupWordsFilter filter;

  if (!is_dense (plan, segment))
    return FALSE;
  for (guint t = 0; t < plan->n_tokens; t++)
    {
      const GArray *spans = eup_words_spans (plan, 0, t);
      guint16 *sums = sums_of (plan->words, t);

      for (guint i = 0; i < spans->len; i++)
        eup_words_add_up (segment, g_array_index (spans, EupWordsSpan, i).begin, g_array_index (spans, EupWordsSpan, i).end, sums);
      dense.sums[t] = sums;
      dense.factors[t] = (float) plan->tokens[t].factor;
    }
  eup_words_filter_init (&filter, plan, segment);
  read_sums (&dense, &filter);
  eup_words_filter_clear (&filter);
  return TRUE;
}
