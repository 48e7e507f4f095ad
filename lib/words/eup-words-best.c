/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "words/eup-words-best.h"
#include "words/eup-words-least.h"
#include "words/eup-words-slices.h"

/* A word is dense if it has a posting for each so many documents; one that stands for many terms, whose documents do not come in order, is
 * so earlier. */
#define DENSE_PART 16
#define DENSE_PART_OF_MANY 64

EupNumber
eup_words_number_of (const EupWordsPlan *plan,
                     guint               s,
                     guint32             doc)
{
  guint32 home = eup_words_segment_home (eup_words_plan_segment (plan, s), doc);

  return eup_store_number_of (plan->store, home >> 28, home & 0x0fffffff);
}

static int
compare_ids (const EupWordsPlan      *plan,
             const EupWordsCandidate *a,
             const EupWordsCandidate *b)
{
  if (a->segment == b->segment && a->segment == 0)
    {
      const EupWordsSegment *segment = eup_words_plan_segment (plan, 0);
      guint table = eup_words_segment_home (segment, a->doc) >> 28;

      if (segment->sorted[table] && b->doc >= segment->offset[table] && b->doc < segment->offset[table + 1])
        return a->doc < b->doc ? -1 : a->doc > b->doc;
    }
  return strcmp (eup_store_id (plan->store, eup_words_number_of (plan, a->segment, a->doc)),
                 eup_store_id (plan->store, eup_words_number_of (plan, b->segment, b->doc)));
}

static inline int
compare_equals (const EupWordsBest      *best,
                const EupWordsCandidate *a,
                const EupWordsCandidate *b)
{
  if (best->ties_by_doc && a->segment == b->segment)
    return a->doc < b->doc ? -1 : a->doc > b->doc;
  return compare_ids (best->plan, a, b);
}

/* Negative if a stands before b in the answer. */
static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer      best)
{
  const EupWordsCandidate *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return compare_equals (best, x, y);
}

static void
sink (EupWordsBest *best,
      guint         at)
{
  EupWordsCandidate *hits = (EupWordsCandidate *) (void *) best->hits->data;
  guint n = best->hits->len;

  for (;;)
    {
      guint worst = 2 * at + 1;
      EupWordsCandidate swap;

      if (worst >= n)
        return;
      if (worst + 1 < n && compare_hits (&hits[worst + 1], &hits[worst], best) > 0)
        worst++;
      if (compare_hits (&hits[worst], &hits[at], best) <= 0)
        return;
      swap = hits[at];
      hits[at] = hits[worst];
      hits[worst] = swap;
      at = worst;
    }
}

gboolean
eup_words_is_accepted (const EupWordsPlan *plan,
                       guint32             home)
{
  const EupWordsQuery *query = plan->query;
  guint table = home >> 28;
  guint32 row = home & 0x0fffffff;

  if (query->accept != NULL && !query->accept (query->accept_data, table, row))
    return FALSE;
  for (guint i = 0; plan->has_phrases && i < query->n_nodes; i++)
    if (query->nodes[i]->n_tokens > 1 && !eup_words_verify_counted (plan, home, query->nodes[i]))
      return FALSE;
  return TRUE;
}

/* Where the ids of a table ascend, one that ties and comes too late tells the same of all after it. */
static gboolean
best_takes (EupWordsBest            *best,
                      const EupWordsCandidate *hit)
{
  const EupWordsCandidate *worst = &g_array_index (best->hits, EupWordsCandidate, 0);
  const EupWordsSegment *segment = eup_words_plan_segment (best->plan, hit->segment);
  guint table;

  if (hit->score != worst->score)
    return hit->score > worst->score;
  table = eup_words_segment_home (segment, hit->doc) >> 28;
  if (best->in_any_order)
    return compare_equals (best, hit, worst) < 0;
  if (hit->segment == 0 && segment->sorted[table] && best->tied[table] == hit->score)
    return FALSE;
  if (compare_equals (best, hit, worst) < 0)
    return TRUE;
  if (hit->segment == 0)
    best->tied[table] = hit->score;
  return FALSE;
}

static void
raise_floor (EupWordsBest *best)
{
  EupWordsFloor floor = { .value = (float) eup_words_best_worst (best) };
  gint old;

  do
    {
      old = g_atomic_int_get (best->floor);
      if (floor.bits <= old)
        return;
    }
  while (!g_atomic_int_compare_and_exchange (best->floor, old, floor.bits));
}

void
eup_words_best_offer (EupWordsBest *best,
                      guint         s,
                      guint32       doc,
                      double        score,
                      gboolean      is_checked)
{
  EupWordsCandidate hit = { score, s, doc };
  gboolean full = best->hits->len >= best->k;

  if (full && !best_takes (best, &hit))
    return;
  if (!is_checked && !eup_words_is_accepted (best->plan, eup_words_segment_home (eup_words_plan_segment (best->plan, s), doc)))
    return;
  if (full)
    {
      g_array_index (best->hits, EupWordsCandidate, 0) = hit;
      sink (best, 0);
    }
  else
    {
      g_array_append_val (best->hits, hit);
      if (best->hits->len < best->k)
        return;
      for (guint i = best->k / 2; i-- > 0;)
        sink (best, i);
    }
  if (best->floor != NULL)
    raise_floor (best);
}

/* One word alone: nothing is gathered, and what cannot beat the worst hit is left out by comparing its length. */
typedef struct
{
  const EupWordsPlan    *plan;
  EupWordsBest          *bests;
  gboolean               by_table;     /* there is one of them for each type */
  EupWordsBest          *best;
  const EupWordsSegment *segment;
  guint                  s;
  guint32                end;          /* of the table that is being read */
  guint16                longest[256]; /* by weight: longer documents are worse than the worst hit */
} Scan;

static void
begin_table (Scan    *scan,
             guint32  doc)
{
  const EupWordsSegment *segment = scan->segment;
  guint table = eup_words_segment_home (segment, doc) >> 28;

  memset (scan->longest, 0xff, sizeof scan->longest);
  scan->best = scan->by_table ? &scan->bests[table] : scan->bests;
  if (segment->homes == NULL)
    scan->end = segment->offset[table + 1];
  else
    for (scan->end = doc; scan->end < segment->n_docs && segment->homes[scan->end] >> 28 == table;)
      scan->end++;
}

/* Remembers that documents of this weight and more words are of no use; those of so many words too if they only tie, and ids ascend. */
static void
tighten (Scan   *scan,
         guint   weight,
         guint   length,
         double  score)
{
  const EupWordsBest *best = scan->best;
  double worst = g_array_index (best->hits, EupWordsCandidate, 0).score;

  if (weight >= G_N_ELEMENTS (scan->longest))
    return;
  if (score < worst)
    scan->longest[weight] = (guint16) (length - 1);
  else if (score == worst && scan->s == 0 && scan->segment->sorted[eup_words_segment_home (scan->segment, scan->end - 1) >> 28])
    scan->longest[weight] = (guint16) (length - 1);
}

static inline void
weigh_up (Scan    *scan,
          guint32  doc,
          guint    weight)
{
  guint length = scan->segment->lengths[doc];
  EupWordsCandidate hit;

  if (weight < G_N_ELEMENTS (scan->longest) && length > scan->longest[weight])
    return;
  hit = (EupWordsCandidate) { eup_words_worth (scan->plan, scan->plan->tokens[0].factor, weight, length), scan->s, doc };
  if (eup_words_best_is_full (scan->best) && !best_takes (scan->best, &hit))
    tighten (scan, weight, length, hit.score);
  else
    eup_words_best_offer (scan->best, scan->s, doc, hit.score, FALSE);
}

static inline void
score_document (Scan    *scan,
                guint32  doc,
                guint    weight)
{
  if (doc >= scan->end)
    begin_table (scan, doc);
  scan->best->n_total++;
  weigh_up (scan, doc, weight);
}

static void
scan_term (Scan                 *scan,
           guint32               term,
           const EupWordsFilter *filter)
{
  const EupWordsSegment *segment = scan->segment;

  eup_work_add (scan->plan->words->work, segment->term_first[term + 1] - segment->term_first[term]);
  for (guint32 p = segment->term_first[term]; p < segment->term_first[term + 1] && !scan->plan->words->work->is_cancelled; p++)
    if (eup_words_filter_takes (filter, segment->docs[p]))
      score_document (scan, segment->docs[p], segment->weights[p]);
}

static void
scan_terms (Scan                 *scan,
            const GArray         *spans,
            const EupWordsFilter *filter)
{
  guint16 *sums = scan->plan->words->sums;
  guint8 *dirty = scan->plan->words->dirty;

  eup_words_sum (scan->plan, scan->segment, spans, filter);
  for (guint32 block = filter->begin / EUP_WORDS_BLOCK; block * EUP_WORDS_BLOCK < filter->end; block++)
    {
      if (!dirty[block])
        continue;
      dirty[block] = 0;
      for (guint32 doc = block * EUP_WORDS_BLOCK; doc < (block + 1) * EUP_WORDS_BLOCK; doc++)
        if (sums[doc] != 0)
          {
            score_document (scan, doc, sums[doc]);
            sums[doc] = 0;
          }
    }
}

#define SUMS_AT_ONCE 64

/* Without branches, so that many are done at once. */
static inline guint
look_at_sums (const guint16 *sums,
              const guint16 *lengths,
              guint          n,
              EupWordsLeast  least,
              gboolean      *any)
{
  guint found = 0, good = 0;

  for (guint i = 0; i < n; i++)
    {
      found += sums[i] != 0;
      good |= (guint) eup_words_is_heavy (least, sums[i], lengths[i]);
    }
  *any = good != 0;
  return found;
}

/* The documents of a table from @begin to @end. */
static void
scan_sums_of_table (Scan          *scan,
                    guint32        begin,
                    guint32        end,
                    const guint16 *sums)
{
  double factor = scan->plan->tokens[0].factor;
  EupWordsLeast least;

  begin_table (scan, begin);
  least = eup_words_least_of (scan->best, factor);
  for (guint32 doc = begin; doc < end; doc += SUMS_AT_ONCE, sums += SUMS_AT_ONCE)
    {
      guint n = MIN (SUMS_AT_ONCE, end - doc);
      gboolean any;

      if (n == SUMS_AT_ONCE)
        scan->best->n_total += look_at_sums (sums, scan->segment->lengths + doc, SUMS_AT_ONCE, least, &any);
      else
        scan->best->n_total += look_at_sums (sums, scan->segment->lengths + doc, n, least, &any);
      if (!any)
        continue;
      for (guint i = 0; i < n; i++)
        if (sums[i] != 0 && eup_words_is_heavy (least, sums[i], scan->segment->lengths[doc + i]))
          weigh_up (scan, doc + i, sums[i]);
      least = eup_words_least_of (scan->best, factor);
    }
}

void
eup_words_scan_sums (const EupWordsPlan *plan,
                     EupWordsBest       *bests,
                     gboolean            by_table,
                     guint32             begin,
                     guint32             end,
                     const guint16      *sums)
{
  Scan scan = { .plan = plan, .bests = bests, .by_table = by_table, .segment = eup_words_plan_segment (plan, 0) };
  guint8 tables = !by_table && plan->query->tables != 0 ? plan->query->tables : EUP_WORDS_ALL_TABLES;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 first = MAX (scan.segment->offset[table], begin), last = MIN (scan.segment->offset[table + 1], end);

      if ((tables >> table & 1) && first < last)
        scan_sums_of_table (&scan, first, last, sums + (first - begin));
    }
}

static void
scan_slice (gpointer              worker,
            guint32               begin,
            guint32               end,
            const guint16 *const *sums)
{
  EupWordsBest *best = worker;

  eup_words_scan_sums (best->plan, best, FALSE, begin, end, sums[0]);
}

/* A word with many postings: all of them are added up, and what was not asked for is not looked at. */
static void
scan_densely (EupWordsBest *best)
{
  const EupWordsPlan *plan = best->plan;
  EupWordsFilter filter;
  g_autofree EupWordsBest *workers = NULL;
  g_autofree gpointer *places = NULL;
  EupWordsFloor floor = { .value = (float) eup_words_best_floor (best) };
  guint n;

  eup_words_filter_init (&filter, plan, eup_words_plan_segment (plan, 0));
  n = eup_words_n_workers (plan, filter.begin, filter.end);
  workers = g_new (EupWordsBest, n);
  places = g_new (gpointer, n);
  for (guint i = 0; i < n; i++)
    {
      eup_words_best_init (&workers[i], plan, best->k, best->count_all);
      workers[i].ties_by_doc = best->ties_by_doc;
      workers[i].floor = &floor.bits;
      places[i] = &workers[i];
    }
  eup_words_read_slices (plan, filter.begin, filter.end, scan_slice, places, n);
  for (guint i = 0; i < n; i++)
    eup_words_best_take_all (best, &workers[i]);
  eup_words_filter_clear (&filter);
}

void
eup_words_best_take_all (EupWordsBest *best,
                         EupWordsBest *other)
{
  gboolean in_any_order = best->in_any_order;

  best->in_any_order = TRUE;
  for (guint i = 0; i < other->hits->len; i++)
    {
      const EupWordsCandidate *hit = &g_array_index (other->hits, EupWordsCandidate, i);

      eup_words_best_offer (best, hit->segment, hit->doc, hit->score, TRUE);
    }
  best->in_any_order = in_any_order;
  best->n_total += other->n_total;
  g_clear_pointer (&other->hits, g_array_unref);
}

void
eup_words_scan_segment (EupWordsBest *best,
                        guint         s)
{
  const EupWordsPlan *plan = best->plan;
  const GArray *spans = eup_words_spans (plan, s, 0);
  Scan scan = { .plan = plan, .bests = best, .segment = eup_words_plan_segment (plan, s), .s = s };
  EupWordsFilter filter;
  gboolean is_one_term;

  if (spans->len == 0)
    return;
  is_one_term = spans->len == 1 && g_array_index (spans, EupWordsSpan, 0).end == g_array_index (spans, EupWordsSpan, 0).begin + 1;
  if (s == 0 && plan->query->admissible == NULL
      && eup_words_n_postings (scan.segment, spans) > scan.segment->n_docs / (is_one_term ? DENSE_PART : DENSE_PART_OF_MANY))
    {
      scan_densely (best);
      return;
    }
  eup_words_filter_init (&filter, plan, scan.segment);
  if (is_one_term)
    scan_term (&scan, g_array_index (spans, EupWordsSpan, 0).begin, &filter);
  else
    scan_terms (&scan, spans, &filter);
  eup_words_filter_clear (&filter);
}

void
eup_words_best_init (EupWordsBest       *best,
                     const EupWordsPlan *plan,
                     guint               k,
                     gboolean            count_all)
{
  memset (best, 0, sizeof *best);
  best->plan = plan;
  best->k = k;
  best->count_all = count_all;
  best->hits = g_array_new (FALSE, FALSE, sizeof (EupWordsCandidate));
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    best->tied[i] = -1;
}

void
eup_words_best_sort (EupWordsBest *best)
{
  g_array_sort_with_data (best->hits, compare_hits, best);
}

guint
eup_words_best_finish (EupWordsBest *best,
                       EupWordsHit  *hits)
{
  guint n = best->hits->len;

  eup_words_best_sort (best);
  for (guint i = 0; i < n; i++)
    {
      const EupWordsCandidate *hit = &g_array_index (best->hits, EupWordsCandidate, i);

      hits[i] = (EupWordsHit) { eup_words_number_of (best->plan, hit->segment, hit->doc), hit->score };
    }
  g_array_unref (best->hits);
  return n;
}

