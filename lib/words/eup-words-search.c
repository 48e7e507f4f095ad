/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "words/eup-words-dense.h"
#include "words/eup-words-kept.h"
#include "words/eup-words-lead.h"

#define SEGMENT_COST 1000

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
  for (guint32 i = 0; i < matches->n && !plan->words->work->is_cancelled; i++)
    {
      if (!eup_words_is_accepted (plan, eup_words_segment_home (eup_words_plan_segment (plan, s), matches->docs[i])))
        continue;
      matches->docs[n] = matches->docs[i];
      for (guint t = 0; t < plan->n_tokens; t++)
        matches->tfs[t][n] = matches->tfs[t][i];
      n++;
    }
  matches->n = n;
}

static void
search_segment (EupWordsBest *best,
                guint         s)
{
  const EupWordsPlan *plan = best->plan;
  const EupWordsSegment *segment = eup_words_plan_segment (plan, s);
  EupWordsMatches matches;

  if (plan->n_tokens == 1 && best->k > 0 && !(best->count_all && plan->query->accept != NULL))
    {
      eup_words_scan_segment (best, s);
      return;
    }
  if (s == 0 && best->k > 0 && !best->count_all && (eup_words_search_lead (best) || eup_words_search_dense (best)))
    return;
  eup_words_matches_find (&matches, plan, s);
  if (best->count_all)
    drop_unaccepted (plan, s, &matches);
  best->n_total += matches.n;
  if (best->k > 0)
    for (guint32 i = 0; i < matches.n && !plan->words->work->is_cancelled; i++)
      eup_words_best_offer (best, s, matches.docs[i], score_of (plan, &matches, i, segment->lengths[matches.docs[i]]), best->count_all);
  eup_words_matches_clear (&matches);
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
  EupWordsBest best;
  guint n;

  eup_words_plan_init (&plan, words, store, query);
  eup_words_best_init (&best, &plan, k, n_total != NULL);
  for (guint s = 0; s < words->segments->len && eup_work_add (words->work, SEGMENT_COST); s++)
    search_segment (&best, s);
  if (words->work->is_cancelled)
    g_clear_pointer (&words->lead, eup_words_lead_free); /* it may be incomplete */
  if (n_total != NULL)
    *n_total = best.n_total;
  *hits = g_new (EupWordsHit, MAX (best.hits->len, 1));
  n = eup_words_best_finish (&best, *hits);
  eup_words_plan_clear (&plan);
  return n;
}

guint
eup_words_search (EupWords            *words,
                  EupStore            *store,
                  const EupWordsQuery *query,
                  guint                k,
                  EupWordsHit        **hits,
                  guint64             *n_total)
{
  if (!eup_words_flush (words, store))
    {
      *hits = NULL;
      if (n_total != NULL)
        *n_total = 0;
      return 0;
    }
  if (eup_words_is_kept (words, query, k))
    return eup_words_search_kept (words, store, query, k, hits, n_total);
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

  if (!eup_words_flush (words, store))
    return 0;
  eup_words_plan_init (&plan, words, store, query);
  for (guint s = 0; s < words->segments->len && eup_work_add (words->work, SEGMENT_COST); s++)
    {
      EupWordsMatches matches;

      eup_words_matches_find (&matches, &plan, s);
      drop_unaccepted (&plan, s, &matches);
      for (guint32 i = 0; i < matches.n; i++)
        {
          guint32 home = eup_words_segment_home (eup_words_plan_segment (&plan, s), matches.docs[i]);
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

static void
set_row (const EupWordsSegment *segment,
         guint32                doc,
         guint64 * const       *rows)
{
  guint32 home = eup_words_segment_home (segment, doc), row = home & 0x0fffffff;

  if (rows[home >> 28] != NULL)
    rows[home >> 28][row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

/* Of a word alone it does not matter how often it is where. */
static void
match_word (const EupWordsPlan   *plan,
            guint                 s,
            guint                 token,
            const EupWordsFilter *filter,
            guint64              *found)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, s);
  const GArray *spans = eup_words_spans (plan, s, token);

  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);
      guint32 begin = segment->term_first[span->begin], end = segment->term_first[span->end];

      if (!eup_work_add (plan->words->work, end - begin))
        return;
      for (guint32 p = begin; p < end; p++)
        if (eup_words_filter_takes (filter, segment->docs[p]))
          found[segment->docs[p] / 64] |= G_GUINT64_CONSTANT (1) << (segment->docs[p] % 64);
    }
}

GHashTable *
eup_words_phrases_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
}

/* Where the phrase stands; NULL if nobody notes that. */
static GHashTable *
homes_of (const EupWordsQuery *query,
          const EupWordsPhrase *node,
          gboolean             is_looked_for)
{
  GHashTable *homes = query->phrases == NULL ? NULL : g_hash_table_lookup (query->phrases, node);

  if (homes == NULL && query->phrases != NULL && is_looked_for)
    {
      homes = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (query->phrases, (gpointer) node, homes);
    }
  return homes;
}

static void
match_phrase (const EupWordsPlan   *plan,
              guint                 s,
              guint                 first,
              const EupWordsPhrase  *node,
              const EupWordsFilter *filter,
              guint64              *found)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, s);
  GHashTable *homes = homes_of (plan->query, node, TRUE);
  EupWordsMatches matches;

  eup_words_matches_find_among (&matches, plan, s, first, node->n_tokens, filter);
  for (guint32 i = 0; i < matches.n && !plan->words->work->is_cancelled; i++)
    {
      guint32 doc = matches.docs[i], home = eup_words_segment_home (segment, doc);
      guint64 bit = G_GUINT64_CONSTANT (1) << (doc % 64);

      if ((homes == NULL && (found[doc / 64] & bit)) || !eup_words_verify_counted (plan, home, node))
        continue;
      found[doc / 64] |= bit;
      if (homes != NULL)
        g_hash_table_add (homes, GUINT_TO_POINTER (home));
    }
  eup_words_matches_clear (&matches);
}

void
eup_words_match_any (EupWords            *words,
                     EupStore            *store,
                     const EupWordsQuery *query,
                     guint64 * const     *rows)
{
  EupWordsPlan plan;

  if (!eup_words_flush (words, store))
    return;
  eup_words_plan_init (&plan, words, store, query);
  for (guint s = 0; s < words->segments->len; s++)
    {
      const EupWordsSegment *segment = eup_words_plan_segment (&plan, s);
      guint32 n_words = segment->n_docs / 64 + 1;
      g_autofree guint64 *found = g_new0 (guint64, n_words);
      EupWordsFilter filter;

      eup_words_filter_init (&filter, &plan, segment);
      for (guint t = 0; t < plan.n_tokens && eup_work_add (words->work, SEGMENT_COST);)
        {
          const EupWordsPhrase *node = query->nodes[plan.tokens[t].node];

          if (node->n_tokens == 1)
            match_word (&plan, s, t, &filter, found);
          else
            match_phrase (&plan, s, t, node, &filter, found);
          t += node->n_tokens;
        }
      for (guint32 word = 0; word < n_words; word++)
        for (guint64 rest = found[word]; rest != 0; rest &= rest - 1)
          set_row (segment, word * 64 + (guint32) __builtin_ctzll (rest), rows);
      eup_words_filter_clear (&filter);
    }
  eup_words_plan_clear (&plan);
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
  const EupWordsSegment *segment = eup_words_plan_segment (plan, s);
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

/* What each of the wanted documents is worth. */
typedef struct
{
  const EupWordsPlan    *plan;
  const EupWordsSegment *segment;
  guint                  s;
  const guint32         *docs;   /* the wanted ones, ascending */
  guint32                n_docs;
  EupWordsFilter         filter; /* the same as bits */
  const guint32         *places; /* by document: where a wanted one stands */
  double                *worth;
} Scoring;

/* A word alone: of few postings each is looked at, else each document. */
static void
score_word (Scoring  *scoring,
            guint     token,
            guint16  *tfs)
{
  const EupWordsPlan *plan = scoring->plan;
  const guint16 *lengths = scoring->segment->lengths;
  double factor = plan->tokens[token].factor;

  if (eup_words_n_postings (scoring->segment, eup_words_spans (plan, scoring->s, token)) < scoring->n_docs)
    {
      EupWordsMatches matches;

      eup_words_matches_find_among (&matches, plan, scoring->s, token, 1, &scoring->filter);
      for (guint32 i = 0; i < matches.n; i++)
        scoring->worth[scoring->places[matches.docs[i]]] += eup_words_worth (plan, factor, matches.tfs[0][i], lengths[matches.docs[i]]);
      eup_words_matches_clear (&matches);
      return;
    }
  eup_words_look (plan, scoring->segment, eup_words_spans (plan, scoring->s, token), scoring->docs, scoring->n_docs, tfs);
  for (guint32 i = 0; i < scoring->n_docs; i++)
    if (tfs[i] != 0)
      scoring->worth[i] += eup_words_worth (plan, factor, tfs[i], lengths[scoring->docs[i]]);
}

/* Words that have to stand side by side. */
static void
score_phrase (Scoring             *scoring,
              guint                first,
              const EupWordsPhrase *node)
{
  const EupWordsPlan *plan = scoring->plan;
  GHashTable *homes = homes_of (plan->query, node, FALSE);
  EupWordsMatches matches;

  eup_words_matches_find_among (&matches, plan, scoring->s, first, node->n_tokens, &scoring->filter);
  for (guint32 i = 0; i < matches.n && !plan->words->work->is_cancelled; i++)
    {
      guint32 doc = matches.docs[i], home = eup_words_segment_home (scoring->segment, doc);
      double score = 0;

      if (homes != NULL ? !g_hash_table_contains (homes, GUINT_TO_POINTER (home)) : !eup_words_verify_counted (plan, home, node))
        continue;
      for (guint t = 0; t < node->n_tokens; t++)
        score += eup_words_worth (plan, plan->tokens[first + t].factor, matches.tfs[t][i], scoring->segment->lengths[doc]);
      scoring->worth[scoring->places[doc]] += score;
    }
  eup_words_matches_clear (&matches);
}

static void
score_segment (const EupWordsPlan *plan,
               guint               s,
               const GArray       *wanted,
               double             *scores)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, s);
  g_autofree guint32 *docs = g_new (guint32, MAX (wanted->len, 1));
  g_autofree guint16 *tfs = g_new (guint16, MAX (wanted->len, 1));
  g_autofree guint64 *bits = g_new0 (guint64, segment->n_docs / 64 + 1);
  g_autofree double *worth = g_new0 (double, MAX (wanted->len, 1));
  g_autofree guint32 *places = g_new (guint32, MAX (segment->n_docs, 1));
  Scoring scoring = { plan, segment, s, docs, wanted->len, { 0, segment->n_docs, bits }, places, worth };

  for (guint i = 0; i < wanted->len; i++)
    {
      docs[i] = g_array_index (wanted, Wanted, i).doc;
      bits[docs[i] / 64] |= G_GUINT64_CONSTANT (1) << (docs[i] % 64);
      places[docs[i]] = i;
    }
  for (guint t = 0; t < plan->n_tokens && eup_work_add (plan->words->work, 1);)
    {
      const EupWordsPhrase *node = plan->query->nodes[plan->tokens[t].node];

      if (node->n_tokens == 1)
        score_word (&scoring, t, tfs);
      else
        score_phrase (&scoring, t, node);
      t += node->n_tokens;
    }
  for (guint i = 0; i < wanted->len; i++)
    scores[g_array_index (wanted, Wanted, i).index] = worth[i];
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
  if (!eup_words_flush (words, store))
    return;
  eup_words_plan_init (&plan, words, store, query);
  for (guint s = 0; s < words->segments->len; s++)
    {
      g_autoptr (GArray) wanted = find_wanted (&plan, s, numbers, n);

      if (wanted->len > 0)
        score_segment (&plan, s, wanted, scores);
    }
  eup_words_plan_clear (&plan);
}

static void
add_size (const EupWordsPlan *plan,
          guint               s,
          guint               first,
          guint               n,
          EupWordsSize       *size)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, s);
  guint64 least = segment->n_docs;

  for (guint t = first; t < first + n; t++)
    {
      guint64 n_postings = eup_words_n_postings (segment, eup_words_spans (plan, s, t));

      least = MIN (least, n_postings);
      size->n_postings += n_postings;
    }
  size->n_docs += least;
}

void
eup_words_sizes (EupWords            *words,
                 EupStore            *store,
                 const EupWordsQuery *query,
                 EupWordsSize        *sizes)
{
  EupWordsPlan plan;

  for (guint i = 0; i < query->n_nodes; i++)
    sizes[i] = (EupWordsSize) { 0 };
  if (!eup_words_flush (words, store))
    return;
  eup_words_plan_init (&plan, words, store, query);
  for (guint s = 0; s < words->segments->len; s++)
    for (guint t = 0; t < plan.n_tokens; t += query->nodes[plan.tokens[t].node]->n_tokens)
      add_size (&plan, s, t, query->nodes[plan.tokens[t].node]->n_tokens, &sizes[plan.tokens[t].node]);
  eup_words_plan_clear (&plan);
}
