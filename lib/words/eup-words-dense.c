/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "words/eup-words-dense.h"
#include "words/eup-words-least.h"
#include "words/eup-words-slices.h"

/* Every word has to have a posting for each so many documents. */
#define DENSE_PART 64
#define AT_ONCE 64

typedef struct
{
  EupWordsBest           best;
  const EupWordsPlan    *plan;
  const EupWordsSegment *segment;
  const EupWordsFilter  *filter;
  double                 factor; /* of all words together */
  EupWordsLeast          least;
} Worker;

/* Whether any of the documents may have all words and be among the best: its heaviest word would have to weigh enough for all of them. Without
 * branches, so that many are looked at at once. */
static inline gboolean
look_at_two (const guint16 *first,
             const guint16 *second,
             const guint16 *lengths,
             guint          n,
             EupWordsLeast  least)
{
  guint good = 0;

  for (guint i = 0; i < n; i++)
    {
      guint16 heaviest = MAX (first[i], second[i]);

      good |= (guint) eup_words_is_heavy (least, heaviest, lengths[i]) & (guint) (first[i] != 0) & (guint) (second[i] != 0);
    }
  return good != 0;
}

static inline gboolean
look_at_all (const guint16 *const *sums,
             guint                 n_tokens,
             guint                 at,
             const guint16        *lengths,
             guint                 n,
             EupWordsLeast         least)
{
  guint good = 0;

  for (guint i = 0; i < n; i++)
    {
      guint16 heaviest = 0, lightest = G_MAXUINT16;

      for (guint t = 0; t < n_tokens; t++)
        {
          heaviest = MAX (heaviest, sums[t][at + i]);
          lightest = MIN (lightest, sums[t][at + i]);
        }
      good |= (guint) eup_words_is_heavy (least, heaviest, lengths[i]) & (guint) (lightest != 0);
    }
  return good != 0;
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
      guint16 heaviest = 0;
      double score = 0;
      guint t;

      for (t = 0; t < worker->plan->n_tokens; t++)
        heaviest = MAX (heaviest, sums[t][at]);
      if (!eup_words_is_heavy (worker->least, heaviest, length))
        continue;
      for (t = 0; t < worker->plan->n_tokens && sums[t][at] != 0; t++)
        score += eup_words_worth (worker->plan, worker->plan->tokens[t].factor, sums[t][at], length);
      if (t == worker->plan->n_tokens && eup_words_filter_takes (worker->filter, doc))
        eup_words_best_offer (&worker->best, 0, doc, score, FALSE);
    }
  worker->least = eup_words_least_of (&worker->best, worker->factor);
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
        any = look_at_all (sums, worker->plan->n_tokens, at, lengths, n, worker->least);
      else if (n == AT_ONCE)
        any = look_at_two (sums[0] + at, sums[1] + at, lengths, AT_ONCE, worker->least);
      else
        any = look_at_two (sums[0] + at, sums[1] + at, lengths, n, worker->least);
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
  EupWordsFloor floor = { .value = 0 };
  guint n;

  if (!is_dense (plan, segment))
    return FALSE;
  eup_words_filter_init (&filter, plan, segment);
  n = eup_words_n_workers (plan, filter.begin, filter.end);
  workers = g_new (Worker, n);
  places = g_new (gpointer, n);
  for (guint i = 0; i < n; i++)
    {
      workers[i] = (Worker) { .plan = plan, .segment = segment, .filter = &filter };
      for (guint t = 0; t < plan->n_tokens; t++)
        workers[i].factor += plan->tokens[t].factor;
      eup_words_best_init (&workers[i].best, plan, best->k, FALSE);
      workers[i].best.floor = &floor.bits;
      places[i] = &workers[i];
    }
  eup_words_read_slices (plan, filter.begin, filter.end, read_slice, places, n);
  for (guint i = 0; i < n; i++)
    eup_words_best_take_all (best, &workers[i].best);
  eup_words_filter_clear (&filter);
  return TRUE;
}
