/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/eup-words-score.h"
#include "values/eup-fold.h"

typedef struct
{
  double  score;
  guint32 segment;
  guint32 doc;
} Hit;

/* The best hits so far: once there are k, a heap with the worst on top. */
typedef struct
{
  const EupWordsPlan *plan;
  GArray             *hits;
  guint               k;
  gboolean            count_all;
  guint64             n_total;
  double              tied[EUP_N_ENTITY_TABLES]; /* at this score what comes later in the table is behind all hits */
} Best;

static const EupWordsSegment *
segment_at (const EupWordsPlan *plan,
            guint               s)
{
  return g_ptr_array_index (plan->words->segments, s);
}

static EupNumber
number_of (const EupWordsPlan *plan,
           guint               s,
           guint32             doc)
{
  guint32 home = eup_words_segment_home (segment_at (plan, s), doc);

  return eup_store_number_of (plan->store, home >> 28, home & 0x0fffffff);
}

static int
compare_ids (const EupWordsPlan *plan,
             const Hit          *a,
             const Hit          *b)
{
  if (a->segment == b->segment && a->segment == 0)
    {
      const EupWordsSegment *segment = segment_at (plan, 0);
      guint table = eup_words_segment_home (segment, a->doc) >> 28;

      if (segment->sorted[table] && b->doc >= segment->offset[table] && b->doc < segment->offset[table + 1])
        return a->doc < b->doc ? -1 : a->doc > b->doc;
    }
  return strcmp (eup_store_id (plan->store, number_of (plan, a->segment, a->doc)),
                 eup_store_id (plan->store, number_of (plan, b->segment, b->doc)));
}

/* Negative if a stands before b in the answer. */
static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer      plan)
{
  const Hit *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return compare_ids (plan, x, y);
}

static void
sink (Best  *best,
      guint  at)
{
  Hit *hits = (Hit *) (void *) best->hits->data;
  guint n = best->hits->len;

  for (;;)
    {
      guint worst = 2 * at + 1;
      Hit swap;

      if (worst >= n)
        return;
      if (worst + 1 < n && compare_hits (&hits[worst + 1], &hits[worst], (gpointer) best->plan) > 0)
        worst++;
      if (compare_hits (&hits[worst], &hits[at], (gpointer) best->plan) <= 0)
        return;
      swap = hits[at];
      hits[at] = hits[worst];
      hits[worst] = swap;
      at = worst;
    }
}

static gboolean
is_accepted (const EupWordsPlan *plan,
             guint32             home)
{
  const EupWordsQuery *query = plan->query;
  guint table = home >> 28;
  guint32 row = home & 0x0fffffff;

  if (query->accept != NULL && !query->accept (query->accept_data, table, row))
    return FALSE;
  for (guint i = 0; plan->has_phrases && i < query->n_nodes; i++)
    if (query->nodes[i]->n_tokens > 1 && !eup_words_verify (plan->store, table, row, query->nodes[i], query->languages))
      return FALSE;
  return TRUE;
}

/* Where the ids of a table ascend, one that ties and comes too late tells the same of all after it. */
static gboolean
beats_the_worst (Best      *best,
                 const Hit *hit)
{
  const Hit *worst = &g_array_index (best->hits, Hit, 0);
  const EupWordsSegment *segment = segment_at (best->plan, hit->segment);
  guint table;

  if (hit->score != worst->score)
    return hit->score > worst->score;
  table = eup_words_segment_home (segment, hit->doc) >> 28;
  if (hit->segment == 0 && segment->sorted[table] && best->tied[table] == hit->score)
    return FALSE;
  if (compare_ids (best->plan, hit, worst) < 0)
    return TRUE;
  if (hit->segment == 0)
    best->tied[table] = hit->score;
  return FALSE;
}

static void
offer (Best    *best,
       guint    s,
       guint32  doc,
       double   score,
       gboolean is_checked)
{
  Hit hit = { score, s, doc };
  gboolean full = best->hits->len >= best->k;

  if (full && !beats_the_worst (best, &hit))
    return;
  if (!is_checked && !is_accepted (best->plan, eup_words_segment_home (segment_at (best->plan, s), doc)))
    return;
  if (full)
    {
      g_array_index (best->hits, Hit, 0) = hit;
      sink (best, 0);
      return;
    }
  g_array_append_val (best->hits, hit);
  if (best->hits->len == best->k)
    for (guint i = best->k / 2; i-- > 0;)
      sink (best, i);
}

/* One word alone: nothing is gathered, and what cannot beat the worst hit is left out by comparing its length. */
typedef struct
{
  const EupWordsPlan    *plan;
  Best                  *bests;
  gboolean               by_table;     /* there is one of them for each type */
  Best                  *best;
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
  const Best *best = scan->best;
  double worst = g_array_index (best->hits, Hit, 0).score;

  if (weight >= G_N_ELEMENTS (scan->longest))
    return;
  if (score < worst)
    scan->longest[weight] = (guint16) (length - 1);
  else if (score == worst && scan->s == 0 && scan->segment->sorted[eup_words_segment_home (scan->segment, scan->end - 1) >> 28])
    scan->longest[weight] = (guint16) (length - 1);
}

static inline void
consider (Scan    *scan,
          guint32  doc,
          guint    weight)
{
  guint length = scan->segment->lengths[doc];
  double score;
  Hit hit;

  if (doc >= scan->end)
    begin_table (scan, doc);
  scan->best->n_total++;
  if (weight < G_N_ELEMENTS (scan->longest) && length > scan->longest[weight])
    return;
  score = eup_words_worth (scan->plan, scan->plan->tokens[0].factor, weight, length);
  hit = (Hit) { score, scan->s, doc };
  if (scan->best->hits->len == scan->best->k && !beats_the_worst (scan->best, &hit))
    tighten (scan, weight, length, score);
  else
    offer (scan->best, scan->s, doc, score, FALSE);
}

static void
scan_term (Scan                 *scan,
           guint32               term,
           const EupWordsFilter *filter)
{
  const EupWordsSegment *segment = scan->segment;

  for (guint32 p = segment->term_first[term]; p < segment->term_first[term + 1]; p++)
    if (eup_words_filter_takes (filter, segment->docs[p]))
      consider (scan, segment->docs[p], segment->weights[p]);
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
            consider (scan, doc, sums[doc]);
            sums[doc] = 0;
          }
    }
}

static void
scan_word (const EupWordsPlan *plan,
           Best               *bests,
           gboolean            by_table,
           guint               s)
{
  const GArray *spans = eup_words_spans (plan, s, 0);
  Scan scan = { .plan = plan, .bests = bests, .by_table = by_table, .segment = segment_at (plan, s), .s = s };
  EupWordsFilter filter;

  if (spans->len == 0)
    return;
  eup_words_filter_init (&filter, plan, scan.segment);
  if (spans->len == 1 && g_array_index (spans, EupWordsSpan, 0).end == g_array_index (spans, EupWordsSpan, 0).begin + 1)
    scan_term (&scan, g_array_index (spans, EupWordsSpan, 0).begin, &filter);
  else
    scan_terms (&scan, spans, &filter);
  eup_words_filter_clear (&filter);
}

static double
score_of (const EupWordsPlan    *plan,
          const EupWordsMatches *matches,
          guint32                i,
          guint                  length)
{
  double score = 0;

  for (guint t = 0; t < plan->n_tokens; t++)
    if (matches->tfs[t][i] != 0)
      score += eup_words_worth (plan, plan->tokens[t].factor, matches->tfs[t][i], length);
  return score;
}

static void
drop_unaccepted (const EupWordsPlan *plan,
                 guint               s,
                 EupWordsMatches    *matches)
{
  guint32 n = 0;

  if (plan->query->accept == NULL && !plan->has_phrases)
    return;
  for (guint32 i = 0; i < matches->n; i++)
    {
      if (!is_accepted (plan, eup_words_segment_home (segment_at (plan, s), matches->docs[i])))
        continue;
      matches->docs[n] = matches->docs[i];
      for (guint t = 0; t < plan->n_tokens; t++)
        matches->tfs[t][n] = matches->tfs[t][i];
      n++;
    }
  matches->n = n;
}

static void
search_segment (Best  *best,
                guint  s)
{
  const EupWordsPlan *plan = best->plan;
  const EupWordsSegment *segment = segment_at (plan, s);
  EupWordsMatches matches;

  if (plan->n_tokens == 1 && best->k > 0 && !(best->count_all && plan->query->accept != NULL))
    {
      scan_word (plan, best, FALSE, s);
      return;
    }
  eup_words_matches_find (&matches, plan, s);
  if (best->count_all)
    drop_unaccepted (plan, s, &matches);
  best->n_total += matches.n;
  if (best->k > 0)
    for (guint32 i = 0; i < matches.n; i++)
      offer (best, s, matches.docs[i], score_of (plan, &matches, i, segment->lengths[matches.docs[i]]), best->count_all);
  eup_words_matches_clear (&matches);
}

static void
best_init (Best               *best,
           const EupWordsPlan *plan,
           guint               k,
           gboolean            count_all)
{
  memset (best, 0, sizeof *best);
  best->plan = plan;
  best->k = k;
  best->count_all = count_all;
  best->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    best->tied[i] = -1;
}

/* Writes the hits in their order, and gives the rest free. */
static guint
best_finish (Best        *best,
             EupWordsHit *hits)
{
  guint n = best->hits->len;

  g_array_sort_with_data (best->hits, compare_hits, (gpointer) best->plan);
  for (guint i = 0; i < n; i++)
    {
      const Hit *hit = &g_array_index (best->hits, Hit, i);

      hits[i] = (EupWordsHit) { number_of (best->plan, hit->segment, hit->doc), hit->score };
    }
  g_array_unref (best->hits);
  return n;
}

static guint
search_all (EupWords            *words,
            EupStore            *store,
            const EupWordsQuery *query,
            guint                k,
            EupWordsHit        **hits,
            guint64             *n_total)
{
  EupWordsPlan plan;
  Best best;
  guint n;

  eup_words_plan_init (&plan, words, store, query);
  best_init (&best, &plan, k, n_total != NULL);
  for (guint s = 0; s < words->segments->len; s++)
    search_segment (&best, s);
  if (n_total != NULL)
    *n_total = best.n_total;
  *hits = g_new (EupWordsHit, MAX (best.hits->len, 1));
  n = best_finish (&best, *hits);
  eup_words_plan_clear (&plan);
  return n;
}

/* Short prefixes */

/* Whether the best are, or ought to be, kept. Of longer prefixes they are only where that was worth while when the index was made. */
static gboolean
is_kept (const EupWords      *words,
         const EupWordsQuery *query,
         guint                k)
{
  const EupQueryWords *node = query->nodes[0];

  return query->n_nodes == 1 && node->n_tokens == 1 && node->prefix && k <= EUP_WORDS_KEPT_HITS
         && query->languages == NULL && query->admissible == NULL && query->accept == NULL
         && ((const EupWordsSegment *) g_ptr_array_index (words->segments, 0))->n_docs >= EUP_WORDS_KEEP_FROM
         && (g_utf8_strlen (node->tokens[0], -1) <= EUP_WORDS_SHORT_PREFIX || g_hash_table_contains (words->kept, node->tokens[0]));
}

const EupWordsKept *
eup_words_kept (EupWords            *words,
                EupStore            *store,
                const EupQueryWords *node)
{
  EupWordsQuery query = { .nodes = &node, .n_nodes = 1 };
  Best bests[EUP_N_ENTITY_TABLES];
  EupWordsPlan plan;
  EupWordsKept *kept = g_hash_table_lookup (words->kept, node->tokens[0]);
  guint n = 0;

  if (kept != NULL)
    return kept;
  eup_words_plan_init (&plan, words, store, &query);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    best_init (&bests[table], &plan, EUP_WORDS_KEPT_HITS, TRUE);
  for (guint s = 0; s < words->segments->len; s++)
    scan_word (&plan, bests, TRUE, s);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    n += bests[table].hits->len;

  kept = g_malloc0 (sizeof *kept + n * sizeof (EupWordsHit));
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      kept->n_total[table] = bests[table].n_total;
      kept->end[table + 1] = (guint16) (kept->end[table] + best_finish (&bests[table], kept->hits + kept->end[table]));
    }
  eup_words_plan_clear (&plan);
  g_hash_table_insert (words->kept, g_strdup (node->tokens[0]), kept);
  return kept;
}

static int
compare_kept (gconstpointer a,
              gconstpointer b,
              gpointer      store)
{
  const EupWordsHit *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp (eup_store_id (store, x->number), eup_store_id (store, y->number));
}

static guint
search_kept (EupWords            *words,
             EupStore            *store,
             const EupWordsQuery *query,
             guint                k,
             EupWordsHit        **hits,
             guint64             *n_total)
{
  const EupWordsKept *kept = eup_words_kept (words, store, query->nodes[0]);
  guint8 tables = query->tables != 0 ? query->tables : EUP_QUERY_ALL_TABLES;
  guint64 total = 0;
  guint n = 0;

  *hits = g_new (EupWordsHit, MAX (kept->end[EUP_N_ENTITY_TABLES], 1));
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if (tables >> table & 1)
      {
        guint n_here = (guint) kept->end[table + 1] - kept->end[table];

        memcpy (*hits + n, kept->hits + kept->end[table], n_here * sizeof **hits);
        n += n_here;
        total += kept->n_total[table];
      }
  g_qsort_with_data (*hits, (int) n, sizeof **hits, compare_kept, store);
  if (n_total != NULL)
    *n_total = total;
  return MIN (n, k);
}

guint
eup_words_search (EupWords            *words,
                  EupStore            *store,
                  const EupWordsQuery *query,
                  guint                k,
                  EupWordsHit        **hits,
                  guint64             *n_total)
{
  eup_words_flush (words, store);
  if (is_kept (words, query, k))
    return search_kept (words, store, query, k, hits, n_total);
  return search_all (words, store, query, k, hits, n_total);
}

guint64
eup_words_match (EupWords            *words,
                 EupStore            *store,
                 const EupWordsQuery *query,
                 guint64 * const     *rows)
{
  EupWordsPlan plan;
  guint64 n = 0;

  eup_words_plan_init (&plan, words, store, query);
  for (guint s = 0; s < words->segments->len; s++)
    {
      EupWordsMatches matches;

      eup_words_matches_find (&matches, &plan, s);
      drop_unaccepted (&plan, s, &matches);
      for (guint32 i = 0; i < matches.n; i++)
        {
          guint32 home = eup_words_segment_home (segment_at (&plan, s), matches.docs[i]);
          guint32 row = home & 0x0fffffff;

          if (rows[home >> 28] == NULL)
            continue;
          rows[home >> 28][row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
          n++;
        }
      eup_words_matches_clear (&matches);
    }
  eup_words_plan_clear (&plan);
  return n;
}

/* Scores of given entities */

typedef struct
{
  guint32 doc;
  guint   index;
} Wanted;

static int
compare_wanted (const void *a,
                const void *b)
{
  const Wanted *x = a, *y = b;

  return x->doc < y->doc ? -1 : x->doc > y->doc;
}

static GArray *
find_wanted (const EupWordsPlan *plan,
             guint               s,
             const EupNumber    *numbers,
             guint               n)
{
  const EupWordsSegment *segment = segment_at (plan, s);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Wanted));

  for (guint i = 0; i < n; i++)
    {
      EupTableKind table;
      guint32 row, doc;

      if (!eup_store_home (plan->store, numbers[i], &table, &row))
        continue;
      doc = eup_words_segment_find (segment, (guint32) table << 28 | row);
      if (doc != G_MAXUINT32 && segment->lengths[doc] > 0 && !eup_words_segment_is_stale (segment, doc))
        {
          Wanted wanted = { doc, i };

          g_array_append_val (found, wanted);
        }
    }
  if (found->len > 0)
    qsort (found->data, found->len, sizeof (Wanted), compare_wanted);
  return found;
}

/* What the nodes that the document fulfils are worth in it. */
static double
score_alternatives (const EupWordsPlan    *plan,
                    const EupWordsMatches *matches,
                    guint32                i,
                    guint                  s)
{
  const EupWordsSegment *segment = segment_at (plan, s);
  guint32 home = eup_words_segment_home (segment, matches->docs[i]);
  double sum = 0;

  for (guint t = 0; t < plan->n_tokens;)
    {
      guint node = plan->tokens[t].node;
      double score = 0;
      gboolean fits = TRUE;

      for (; t < plan->n_tokens && plan->tokens[t].node == node; t++)
        {
          fits = fits && matches->tfs[t][i] != 0;
          score += eup_words_worth (plan, plan->tokens[t].factor, matches->tfs[t][i], segment->lengths[matches->docs[i]]);
        }
      if (fits && plan->query->nodes[node]->n_tokens > 1)
        fits = eup_words_verify (plan->store, home >> 28, home & 0x0fffffff, plan->query->nodes[node], plan->query->languages);
      if (fits)
        sum += score;
    }
  return sum;
}

void
eup_words_score (EupWords            *words,
                 EupStore            *store,
                 const EupWordsQuery *query,
                 const EupNumber     *numbers,
                 guint                n,
                 double              *scores)
{
  EupWordsPlan plan;

  for (guint i = 0; i < n; i++)
    scores[i] = 0;
  eup_words_plan_init (&plan, words, store, query);
  for (guint s = 0; s < words->segments->len; s++)
    {
      g_autoptr (GArray) wanted = find_wanted (&plan, s, numbers, n);
      g_autofree guint32 *docs = g_new (guint32, MAX (wanted->len, 1));
      EupWordsMatches matches;

      for (guint i = 0; i < wanted->len; i++)
        docs[i] = g_array_index (wanted, Wanted, i).doc;
      eup_words_matches_look (&matches, &plan, s, docs, wanted->len);
      for (guint i = 0; i < wanted->len; i++)
        scores[g_array_index (wanted, Wanted, i).index] = score_alternatives (&plan, &matches, i, s);
      eup_words_matches_clear (&matches);
    }
  eup_words_plan_clear (&plan);
}
