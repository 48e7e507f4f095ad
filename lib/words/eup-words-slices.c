/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "words/eup-words-best.h"
#include "words/eup-words-slices.h"
#include "words/eup-workers.h"

/* A term of so many postings is read as it stands, slice by slice; the postings of all others are put in the order of slices before. */
#define HEAVY 256

#define SLICES_PER_THREAD 6

typedef struct
{
  GArray  *heavy; /* of guint32: terms */
  GArray  *runs;  /* of guint32, in pairs: where postings of other terms begin and end */
  guint32 *first; /* by slice: of those postings, as they are put in order */
  guint32 *docs;
  guint8  *weights;
} Token;

typedef struct
{
  const EupWordsPlan    *plan;
  const EupWordsSegment *segment;
  guint32                begin;
  guint32                end;
  guint                  n_slices;
  Token                  tokens[EUP_WORDS_SLICE_TOKENS];
  EupWordsSliceFunc      func;
  gint                   next; /* slice that nobody has begun */
} Slices;

typedef struct
{
  Slices  *slices;
  gpointer worker;
} Job;

static guint
n_slices_of (guint32 begin,
             guint32 end)
{
  return (end - begin + EUP_WORDS_SLICE_DOCS - 1) / EUP_WORDS_SLICE_DOCS;
}

/* What the caller asks of a document, and whether a phrase stands in it, is for his thread alone. */
guint
eup_words_n_workers (const EupWordsPlan *plan,
                     guint32             begin,
                     guint32             end)
{
  if (plan->query->accept != NULL || plan->has_phrases)
    return 1;
  return CLAMP (n_slices_of (begin, end) / SLICES_PER_THREAD, 1, g_get_num_processors ());
}

static void
part_terms (const EupWordsSegment *segment,
            const GArray          *spans,
            Token                 *token)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);
      guint32 run[2] = { segment->term_first[span->begin] };

      for (guint32 term = span->begin; term < span->end; term++)
        {
          guint32 first = segment->term_first[term], end = segment->term_first[term + 1];

          if (end - first < HEAVY)
            continue;
          g_array_append_val (token->heavy, term);
          run[1] = first;
          g_array_append_vals (token->runs, run, 2);
          run[0] = end;
        }
      run[1] = segment->term_first[span->end];
      g_array_append_vals (token->runs, run, 2);
    }
}

static void
count_light (const Slices *slices,
             const Token  *token,
             guint32      *counts)
{
  const guint32 *docs = slices->segment->docs;

  for (guint run = 0; run < token->runs->len; run += 2)
    for (guint32 p = g_array_index (token->runs, guint32, run); p < g_array_index (token->runs, guint32, run + 1); p++)
      if (docs[p] - slices->begin < slices->end - slices->begin)
        counts[(docs[p] - slices->begin) / EUP_WORDS_SLICE_DOCS]++;
}

static void
deal_light (const Slices *slices,
            Token        *token,
            guint32      *next)
{
  const guint32 *docs = slices->segment->docs;

  for (guint run = 0; run < token->runs->len; run += 2)
    for (guint32 p = g_array_index (token->runs, guint32, run); p < g_array_index (token->runs, guint32, run + 1); p++)
      {
        guint32 doc = docs[p] - slices->begin, at;

        if (doc >= slices->end - slices->begin)
          continue;
        at = next[doc / EUP_WORDS_SLICE_DOCS]++;
        token->docs[at] = doc % EUP_WORDS_SLICE_DOCS;
        token->weights[at] = slices->segment->weights[p];
      }
}

static void
token_init (Token        *token,
            const Slices *slices,
            const GArray *spans)
{
  guint n = slices->n_slices;
  g_autofree guint32 *next = g_new0 (guint32, n + 1);

  token->heavy = g_array_new (FALSE, FALSE, sizeof (guint32));
  token->runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  token->first = g_new0 (guint32, n + 1);
  part_terms (slices->segment, spans, token);
  count_light (slices, token, next);
  for (guint i = 0; i < n; i++)
    token->first[i + 1] = token->first[i] + next[i];
  token->docs = g_new (guint32, token->first[n] + 1);
  token->weights = g_new (guint8, token->first[n] + 1);
  memcpy (next, token->first, n * sizeof (guint32));
  deal_light (slices, token, next);
}

static void
token_clear (Token *token)
{
  g_array_unref (token->heavy);
  g_array_unref (token->runs);
  g_free (token->first);
  g_free (token->docs);
  g_free (token->weights);
}

static guint32 *
new_cursors (const Slices *slices,
             const Token  *token)
{
  guint32 *cursors = g_new (guint32, token->heavy->len + 1);

  for (guint i = 0; i < token->heavy->len; i++)
    cursors[i] = slices->segment->term_first[g_array_index (token->heavy, guint32, i)];
  return cursors;
}

static void
add_postings (const guint32 *docs,
              const guint8  *weights,
              guint32        n,
              guint32        begin,
              guint16       *sums)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint16 *sum = &sums[docs[i] - begin];

      *sum = eup_words_add (*sum, weights[i]);
    }
}

static void
add_slice (const Slices *slices,
           const Token  *token,
           guint         slice,
           guint32      *cursors,
           guint16      *sums)
{
  const EupWordsSegment *segment = slices->segment;
  guint32 begin = slices->begin + slice * EUP_WORDS_SLICE_DOCS;
  guint32 end = MIN (begin + EUP_WORDS_SLICE_DOCS, slices->end);

  memset (sums, 0, (end - begin) * sizeof *sums);
  for (guint i = 0; i < token->heavy->len; i++)
    {
      guint32 last = segment->term_first[g_array_index (token->heavy, guint32, i) + 1];
      guint32 p = eup_words_gallop (segment->docs, cursors[i], last, begin);

      cursors[i] = eup_words_gallop (segment->docs, p, last, end);
      add_postings (segment->docs + p, segment->weights + p, cursors[i] - p, begin, sums);
    }
  add_postings (token->docs + token->first[slice], token->weights + token->first[slice], token->first[slice + 1] - token->first[slice], 0, sums);
  for (guint32 doc = begin; segment->n_stale > 0 && doc < end; doc++)
    if (eup_words_segment_is_stale (segment, doc))
      sums[doc - begin] = 0;
}

static gpointer
read_slices (gpointer data)
{
  const Job *job = data;
  Slices *slices = job->slices;
  guint n_tokens = slices->plan->n_tokens, slice;
  guint16 *sums[EUP_WORDS_SLICE_TOKENS] = { NULL };
  guint32 *cursors[EUP_WORDS_SLICE_TOKENS] = { NULL };

  for (guint t = 0; t < n_tokens; t++)
    {
      sums[t] = g_new (guint16, EUP_WORDS_SLICE_DOCS);
      cursors[t] = new_cursors (slices, &slices->tokens[t]);
    }
  while ((slice = (guint) g_atomic_int_add (&slices->next, 1)) < slices->n_slices && eup_work_is_wanted (slices->plan->words->work))
    {
      guint32 begin = slices->begin + slice * EUP_WORDS_SLICE_DOCS;

      for (guint t = 0; t < n_tokens; t++)
        add_slice (slices, &slices->tokens[t], slice, cursors[t], sums[t]);
      slices->func (job->worker, begin, MIN (begin + EUP_WORDS_SLICE_DOCS, slices->end), (const guint16 *const *) sums);
    }
  for (guint t = 0; t < n_tokens; t++)
    {
      g_free (sums[t]);
      g_free (cursors[t]);
    }
  return NULL;
}

void
eup_words_read_slices (const EupWordsPlan *plan,
                       guint32             begin,
                       guint32             end,
                       EupWordsSliceFunc   func,
                       gpointer const     *workers,
                       guint               n_workers)
{
  Slices slices = { .plan = plan, .segment = eup_words_plan_segment (plan, 0), .begin = begin, .end = end, .func = func,
                    .n_slices = n_slices_of (begin, end) };
  g_autofree Job *jobs = g_new (Job, n_workers);
  g_autofree gpointer *places = g_new (gpointer, n_workers);

  g_assert (plan->n_tokens <= EUP_WORDS_SLICE_TOKENS);
  for (guint t = 0; t < plan->n_tokens; t++)
    {
      eup_work_add (plan->words->work, eup_words_n_postings (slices.segment, eup_words_spans (plan, 0, t)));
      token_init (&slices.tokens[t], &slices, eup_words_spans (plan, 0, t));
    }
  for (guint i = 0; i < n_workers; i++)
    {
      jobs[i] = (Job) { &slices, workers[i] };
      places[i] = &jobs[i];
    }
  eup_workers_run (read_slices, places, n_workers);
  for (guint t = 0; t < plan->n_tokens; t++)
    token_clear (&slices.tokens[t]);
}
