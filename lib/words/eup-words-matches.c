/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "words/eup-words-score.h"

/* Where the terms of a word are few each is looked up by galloping; where they are many their postings, which lie side by side, are
 * read from end to end. A posting read costs about a unit, a step of a gallop about eight. */
#define GALLOP_COST 8
#define FEW_TERMS 4
#define MANY_TERMS 256

/* Of so few postings for the documents that there are, those that they lead to are noted one by one. */
#define SPARSE_PART 64

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

      if (!eup_work_add (plan->words->work, end - segment->term_first[span->begin]))
        return;
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

static int
compare_docs (const void *a,
              const void *b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* The same for few postings of several terms. */
static guint32
take_sparse (const EupWordsPlan    *plan,
             const EupWordsSegment *segment,
             const GArray          *spans,
             const EupWordsFilter  *filter,
             guint32               *docs,
             guint16               *tfs)
{
  guint16 *sums = plan->words->sums;
  guint32 n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);
      guint32 end = segment->term_first[span->end];

      for (guint32 p = segment->term_first[span->begin]; p < end; p++)
        {
          guint32 doc = segment->docs[p];

          if (!eup_words_filter_takes (filter, doc))
            continue;
          if (sums[doc] == 0)
            docs[n++] = doc;
          sums[doc] = eup_words_add (sums[doc], segment->weights[p]);
        }
    }
  qsort (docs, n, sizeof *docs, compare_docs);
  for (guint32 i = 0; i < n; i++)
    {
      tfs[i] = sums[docs[i]];
      sums[docs[i]] = 0;
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

void
eup_words_look (const EupWordsPlan    *plan,
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

      for (guint32 term = span->begin; term < span->end && eup_work_add (plan->words->work, n); term++)
        if (segment->term_first[term + 1] - segment->term_first[term] > (guint64) GALLOP_COST * n)
          look_by_galloping (segment, term, docs, n, tfs);
        else
          look_by_merging (segment, term, docs, n, tfs);
    }
}

/* Leaves out the documents that do not have the word that was looked up last. */
static void
keep_found (const EupWordsPlan *plan,
            EupWordsMatches    *matches,
            const guint        *order,
            guint               n_done)
{
  const guint16 *last = matches->tfs[order[n_done - 1]];
  guint32 first = 0, n;

  while (first < matches->n && last[first] != 0)
    first++;
  n = first;
  for (guint32 i = first; i < matches->n; i++)
    {
      matches->docs[n] = matches->docs[i];
      n += last[i] != 0;
    }
  if (first == matches->n)
    return;

  /* That one is last, for it tells which of the others are left out. */
  for (guint done = 0; done < n_done; done++)
    {
      guint16 *tfs = matches->tfs[order[done]];
      guint32 to = first;

      for (guint32 i = first; i < matches->n; i++)
        {
          tfs[to] = tfs[i];
          to += last[i] != 0;
        }
    }
  eup_work_add (plan->words->work, (guint64) (matches->n - first) * n_done);
  matches->n = n;
}

/* The words by their number of postings, the rarest first. */
static guint *
order_tokens (const EupWordsPlan    *plan,
              const EupWordsSegment *segment,
              guint                  s,
              guint                  first,
              guint                  n)
{
  guint *order = g_new (guint, n);
  g_autofree guint64 *costs = g_new (guint64, n);

  for (guint t = 0; t < n; t++)
    {
      guint at = t;

      costs[t] = cost_of (segment, eup_words_spans (plan, s, first + t)).postings;
      for (; at > 0 && costs[order[at - 1]] > costs[t]; at--)
        order[at] = order[at - 1];
      order[at] = t;
    }
  return order;
}

void
eup_words_matches_find_among (EupWordsMatches      *matches,
                              const EupWordsPlan   *plan,
                              guint                 s,
                              guint                 first,
                              guint                 n_tokens,
                              const EupWordsFilter *filter)
{
  const EupWordsSegment *segment = g_ptr_array_index (plan->words->segments, s);
  g_autofree guint *order = order_tokens (plan, segment, s, first, n_tokens);
  const GArray *spans = eup_words_spans (plan, s, first + order[0]);
  Cost cost = cost_of (segment, spans);
  gsize room = MAX (MIN (cost.postings, segment->n_docs), 1);

  *matches = (EupWordsMatches) { 0, g_new (guint32, room), g_new0 (guint16 *, n_tokens), n_tokens };
  if (cost.postings == 0)
    return;

  matches->tfs[order[0]] = g_new (guint16, room);
  if (cost.terms == 1)
    {
      eup_work_add (plan->words->work, cost.postings);
      matches->n = take_term (segment, g_array_index (spans, EupWordsSpan, 0).begin, filter, matches->docs, matches->tfs[order[0]]);
    }
  else if (cost.postings < segment->n_docs / SPARSE_PART)
    {
      eup_work_add (plan->words->work, cost.postings);
      matches->n = take_sparse (plan, segment, spans, filter, matches->docs, matches->tfs[order[0]]);
    }
  else
    {
      eup_words_sum (plan, segment, spans, filter);
      matches->n = take_sums (plan->words, filter, matches->docs, matches->tfs[order[0]]);
    }
  for (guint t = 1; t < n_tokens && matches->n > 0; t++)
    {
      matches->tfs[order[t]] = g_new (guint16, matches->n);
      eup_words_look (plan, segment, eup_words_spans (plan, s, first + order[t]), matches->docs, matches->n, matches->tfs[order[t]]);
      keep_found (plan, matches, order, t + 1);
    }
  if (plan->words->work->is_cancelled)
    matches->n = 0;
}

void
eup_words_matches_find (EupWordsMatches    *matches,
                        const EupWordsPlan *plan,
                        guint               s)
{
  EupWordsFilter filter;

  eup_words_filter_init (&filter, plan, g_ptr_array_index (plan->words->segments, s));
  eup_words_matches_find_among (matches, plan, s, 0, plan->n_tokens, &filter);
  eup_words_filter_clear (&filter);
}

void
eup_words_matches_clear (EupWordsMatches *matches)
{
  for (guint t = 0; t < matches->n_tokens; t++)
    g_free (matches->tfs[t]);
  g_free (matches->tfs);
  g_free (matches->docs);
}
