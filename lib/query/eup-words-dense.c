/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/eup-words-dense.h"
#include "query/eup-words-slices.h"

/* Every word has to have a posting for each so many documents. */
#define DENSE_PART 64
#define AT_ONCE 64

typedef struct
{
  EupWordsBest           best;
  const EupWordsPlan    *plan;
  const EupWordsSegment *segment;
  const EupWordsFilter  *filter;
  float                  factors[EUP_WORDS_SLICE_TOKENS];
  float                  least; /* a little less than the worst of the best, for the numbers of the first look are rough */
} Worker;

/* Whether any of the documents may have both words and be among the best. Without branches and divisions, so that many are looked at at once. */
static inline gboolean
look_at_two (const Worker  *worker,
             const guint16 *first,
             const guint16 *second,
             const guint16 *lengths,
             guint          n)
{
  float flat = (float) worker->plan->flat, slope = (float) worker->plan->slope, least = worker->least;
  float f = worker->factors[0], g = worker->factors[1];
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
look_at_all (const Worker         *worker,
             const guint16 *const *sums,
             guint                 at,
             const guint16        *lengths,
             guint                 n)
{
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      float length = (float) worker->plan->flat + (float) worker->plan->slope * lengths[i];
      float score = 0;
      guint has_all = 1;

      for (guint t = 0; t < worker->plan->n_tokens; t++)
        {
          float sum = sums[t][at + i];

          has_all &= sums[t][at + i] != 0;
          score += worker->factors[t] * sum / (sum + length);
        }
      found |= has_all & (guint) (score > worker->least);
    }
  return found != 0;
}

static void
offer_all (Worker               *worker,
           const guint16 *const *sums,
           guint                 at,
           guint32               doc,
           guint                 n)
{
  for (guint i = 0; i < n; i++, at++, doc++)
    {
      guint length = worker->segment->lengths[doc];
      double score = 0;
      guint t;

      for (t = 0; t < worker->plan->n_tokens && sums[t][at] != 0; t++)
        score += eup_words_worth (worker->plan, worker->plan->tokens[t].factor, sums[t][at], length);
      if (t == worker->plan->n_tokens && eup_words_filter_takes (worker->filter, doc))
        eup_words_best_offer (&worker->best, 0, doc, score, FALSE);
    }
  if (eup_words_best_is_full (&worker->best))
    worker->least = (float) (eup_words_best_worst (&worker->best) * 0.9999);
}

static void
read_slice (gpointer              data,
            guint32               begin,
            guint32               end,
            const guint16 *const *sums)
{
  Worker *worker = data;

  for (guint at = 0; at < end - begin; at += AT_ONCE)
    {
      const guint16 *lengths = worker->segment->lengths + begin + at;
      guint n = MIN (AT_ONCE, end - begin - at);
      gboolean any;

      if (worker->plan->n_tokens > 2)
        any = look_at_all (worker, sums, at, lengths, n);
      else if (n == AT_ONCE)
        any = look_at_two (worker, sums[0] + at, sums[1] + at, lengths, AT_ONCE);
      else
        any = look_at_two (worker, sums[0] + at, sums[1] + at, lengths, n);
      if (any)
        offer_all (worker, sums, at, begin + at, n);
    }
}

static gboolean
is_dense (const EupWordsPlan    *plan,
          const EupWordsSegment *segment)
{
  if (plan->n_tokens < 2 || plan->n_tokens > EUP_WORDS_SLICE_TOKENS)
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
  g_autofree Worker *workers = NULL;
  g_autofree gpointer *places = NULL;
  EupWordsFilter filter;
  guint n;

  if (!is_dense (plan, segment))
    return FALSE;
  eup_words_filter_init (&filter, plan, segment);
  n = eup_words_n_workers (plan, filter.begin, filter.end);
  workers = g_new (Worker, n);
  places = g_new (gpointer, n);
  for (guint i = 0; i < n; i++)
    {
      workers[i] = (Worker) { .plan = plan, .segment = segment, .filter = &filter, .least = -1 };
      for (guint t = 0; t < plan->n_tokens; t++)
        workers[i].factors[t] = (float) plan->tokens[t].factor;
      eup_words_best_init (&workers[i].best, plan, best->k, FALSE);
      places[i] = &workers[i];
    }
  eup_words_read_slices (plan, filter.begin, filter.end, read_slice, places, n);
  for (guint i = 0; i < n; i++)
    eup_words_best_take_all (best, &workers[i].best);
  eup_words_filter_clear (&filter);
  return TRUE;
}
