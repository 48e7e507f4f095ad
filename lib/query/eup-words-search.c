/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "query/eup-words-dense.h"
#include "query/eup-words-kept.h"
#include "query/eup-words-lead.h"

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
    for (guint32 i = 0; i < matches.n; i++)
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
  for (guint s = 0; s < words->segments->len; s++)
    search_segment (&best, s);
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
  eup_words_flush (words, store);
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

  eup_words_plan_init (&plan, words, store, query);
  for (guint s = 0; s < words->segments->len; s++)
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

/* What the nodes that the document fulfils are worth in it. */
static double
score_alternatives (const EupWordsPlan    *plan,
                    const EupWordsMatches *matches,
                    guint32                i,
                    guint                  s)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, s);
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
