/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/eup-words-score.h"

/* Where the terms of a word are few each is looked up by galloping; where they are many their postings, which lie side by side, are
 * read from end to end. A posting read costs about a unit, a step of a gallop about eight. */
#define GALLOP_COST 8
#define FEW_TERMS 4
#define MANY_TERMS 256

typedef struct
{
  guint64 postings;
  guint32 terms;
} Cost;

static Cost
cost_of (const EupWordsSegment *segment,
         const GArray          *spans)
{
  Cost cost = { 0, 0 };

  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);

      cost.postings += segment->term_first[span->end] - segment->term_first[span->begin];
      cost.terms += span->end - span->begin;
    }
  return cost;
}

guint64
eup_words_n_postings (const EupWordsSegment *segment,
                      const GArray          *spans)
{
  return cost_of (segment, spans).postings;
}

void
eup_words_add_up (const EupWordsSegment *segment,
                  guint32                begin,
                  guint32                end,
                  guint16               *sums)
{
  const guint32 *docs = segment->docs;
  const guint8 *weights = segment->weights;
  guint32 last = segment->term_first[end];

  for (guint32 p = segment->term_first[begin]; p < last; p++)
    sums[docs[p]] = eup_words_add (sums[docs[p]], weights[p]);
}

void
eup_words_forget_stale (const EupWordsSegment *segment,
                        guint16               *sums)
{
  for (guint32 i = 0; i < segment->n_stale; i++)
    sums[segment->stale_docs[i]] = 0;
}

/* Sums the frequencies of all terms by document, in the scratch array of the index. */
void
eup_words_sum (const EupWordsPlan    *plan,
               const EupWordsSegment *segment,
               const GArray          *spans,
               const EupWordsFilter  *filter)
{
  guint16 *sums = plan->words->sums;
  guint8 *dirty = plan->words->dirty;

  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);
      guint32 end = segment->term_first[span->end];

      for (guint32 p = segment->term_first[span->begin]; p < end; p++)
        {
          guint32 doc = segment->docs[p];

          if (eup_words_filter_takes (filter, doc))
            {
              sums[doc] = eup_words_add (sums[doc], segment->weights[p]);
              dirty[doc / EUP_WORDS_BLOCK] = 1;
            }
        }
    }
}

/* Moves the sums to arrays and leaves the scratch empty. */
static guint32
take_sums (EupWords             *words,
           const EupWordsFilter *filter,
           guint32              *docs,
           guint16              *tfs)
{
  guint16 *sums = words->sums;
  guint32 n = 0;

  for (guint32 block = filter->begin / EUP_WORDS_BLOCK; block * EUP_WORDS_BLOCK < filter->end; block++)
    {
      if (!words->dirty[block])
        continue;
      words->dirty[block] = 0;
      for (guint32 doc = block * EUP_WORDS_BLOCK; doc < (block + 1) * EUP_WORDS_BLOCK; doc++)
        if (sums[doc] != 0)
          {
            docs[n] = doc;
            tfs[n++] = sums[doc];
            sums[doc] = 0;
          }
    }
  return n;
}

static guint32
take_term (const EupWordsSegment *segment,
           guint32                term,
           const EupWordsFilter  *filter,
           guint32               *docs,
           guint16               *tfs)
{
  guint32 n = 0;

  for (guint32 p = segment->term_first[term]; p < segment->term_first[term + 1]; p++)
    if (eup_words_filter_takes (filter, segment->docs[p]))
      {
        docs[n] = segment->docs[p];
        tfs[n++] = segment->weights[p];
      }
  return n;
}

static void
look_by_galloping (const EupWordsSegment *segment,
                   guint32                term,
                   const guint32         *docs,
                   guint32                n,
                   guint16               *tfs)
{
  guint32 p = segment->term_first[term], end = segment->term_first[term + 1];

  for (guint32 i = 0; i < n && p < end; i++)
    {
      p = eup_words_gallop (segment->docs, p, end, docs[i]);
      if (p < end && segment->docs[p] == docs[i])
        tfs[i] = eup_words_add (tfs[i], segment->weights[p]);
    }
}

/* Both lists step by step: better than galloping where they are of like length. */
static void
look_by_merging (const EupWordsSegment *segment,
                 guint32                term,
                 const guint32         *docs,
                 guint32                n,
                 guint16               *tfs)
{
  guint32 p = segment->term_first[term], end = segment->term_first[term + 1];
  guint32 i = 0;

  while (i < n && p < end)
    {
      guint32 a = docs[i], b = segment->docs[p];

      if (a == b)
        tfs[i] = eup_words_add (tfs[i], segment->weights[p]);
      i += a <= b;
      p += b <= a;
    }
}

static void
look_by_reading (const EupWordsPlan    *plan,
                 const EupWordsSegment *segment,
                 const GArray          *spans,
                 const guint32         *docs,
                 guint32                n,
                 guint16               *tfs)
{
  EupWords *words = plan->words;
  EupWordsFilter filter = { 0, segment->n_docs, g_new0 (guint64, segment->n_docs / 64 + 1) };

  for (guint32 i = 0; i < n; i++)
    filter.bits[docs[i] / 64] |= G_GUINT64_CONSTANT (1) << (docs[i] % 64);
  eup_words_sum (plan, segment, spans, &filter);
  for (guint32 i = 0; i < n; i++)
    {
      tfs[i] = words->sums[docs[i]];
      words->sums[docs[i]] = 0;
      words->dirty[docs[i] / EUP_WORDS_BLOCK] = 0;
    }
  g_free (filter.bits);
}

static void
look (const EupWordsPlan    *plan,
      const EupWordsSegment *segment,
      const GArray          *spans,
      const guint32         *docs,
      guint32                n,
      guint16               *tfs)
{
  Cost cost = cost_of (segment, spans);

  memset (tfs, 0, n * sizeof *tfs);
  if (cost.terms > MANY_TERMS
      || (cost.terms > FEW_TERMS && (guint64) cost.terms * n * GALLOP_COST > cost.postings + segment->n_docs / 16))
    {
      look_by_reading (plan, segment, spans, docs, n, tfs);
      return;
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);

      for (guint32 term = span->begin; term < span->end; term++)
        if (segment->term_first[term + 1] - segment->term_first[term] > (guint64) GALLOP_COST * n)
          look_by_galloping (segment, term, docs, n, tfs);
        else
          look_by_merging (segment, term, docs, n, tfs);
    }
}

static void
matches_init (EupWordsMatches    *matches,
              const EupWordsPlan *plan,
              gsize               room)
{
  matches->n = 0;
  matches->n_tokens = plan->n_tokens;
  matches->docs = g_new (guint32, MAX (room, 1));
  matches->tfs = g_new0 (guint16 *, plan->n_tokens);
  for (guint t = 0; t < plan->n_tokens; t++)
    matches->tfs[t] = g_new (guint16, MAX (room, 1));
}

/* Leaves out the documents that do not have the word that was looked up last. */
static void
keep_found (EupWordsMatches *matches,
            const guint     *order,
            guint            n_done)
{
  guint32 n = 0;

  for (guint32 i = 0; i < matches->n; i++)
    {
      if (matches->tfs[order[n_done - 1]][i] == 0)
        continue;
      matches->docs[n] = matches->docs[i];
      for (guint t = 0; t < n_done; t++)
        matches->tfs[order[t]][n] = matches->tfs[order[t]][i];
      n++;
    }
  matches->n = n;
}

/* The words by their number of postings, the rarest first. */
static guint *
order_tokens (const EupWordsPlan    *plan,
              const EupWordsSegment *segment,
              guint                  s)
{
  guint *order = g_new (guint, plan->n_tokens);
  g_autofree guint64 *costs = g_new (guint64, plan->n_tokens);

  for (guint t = 0; t < plan->n_tokens; t++)
    {
      guint at = t;

      costs[t] = cost_of (segment, eup_words_spans (plan, s, t)).postings;
      for (; at > 0 && costs[order[at - 1]] > costs[t]; at--)
        order[at] = order[at - 1];
      order[at] = t;
    }
  return order;
}

void
eup_words_matches_find (EupWordsMatches    *matches,
                        const EupWordsPlan *plan,
                        guint               s)
{
  const EupWordsSegment *segment = g_ptr_array_index (plan->words->segments, s);
  g_autofree guint *order = order_tokens (plan, segment, s);
  const GArray *spans = eup_words_spans (plan, s, order[0]);
  Cost cost = cost_of (segment, spans);
  EupWordsFilter filter;

  matches_init (matches, plan, MIN (cost.postings, segment->n_docs));
  if (cost.postings == 0)
    return;

  eup_words_filter_init (&filter, plan, segment);
  if (cost.terms == 1)
    matches->n = take_term (segment, g_array_index (spans, EupWordsSpan, 0).begin, &filter, matches->docs, matches->tfs[order[0]]);
  else
    {
      eup_words_sum (plan, segment, spans, &filter);
      matches->n = take_sums (plan->words, &filter, matches->docs, matches->tfs[order[0]]);
    }
  eup_words_filter_clear (&filter);
  for (guint t = 1; t < plan->n_tokens && matches->n > 0; t++)
    {
      look (plan, segment, eup_words_spans (plan, s, order[t]), matches->docs, matches->n, matches->tfs[order[t]]);
      keep_found (matches, order, t + 1);
    }
}

void
eup_words_matches_look (EupWordsMatches    *matches,
                        const EupWordsPlan *plan,
                        guint               s,
                        const guint32      *docs,
                        guint32             n)
{
  const EupWordsSegment *segment = g_ptr_array_index (plan->words->segments, s);

  matches_init (matches, plan, n);
  matches->n = n;
  memcpy (matches->docs, docs, n * sizeof *docs);
  for (guint t = 0; t < plan->n_tokens; t++)
    look (plan, segment, eup_words_spans (plan, s, t), docs, n, matches->tfs[t]);
}

void
eup_words_matches_clear (EupWordsMatches *matches)
{
  for (guint t = 0; t < matches->n_tokens; t++)
    g_free (matches->tfs[t]);
  g_free (matches->tfs);
  g_free (matches->docs);
}
