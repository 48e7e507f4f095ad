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

/* The smallest frequency that can still beat the worst hit, however short the document. */
static guint
least_tf (const Best *best,
          double      factor)
{
  double worst, tf;

  if (best->k == 0 || best->hits->len < best->k)
    return 0;
  worst = g_array_index (best->hits, Hit, 0).score;
  if (worst >= factor)
    return 0;
  tf = worst * (best->plan->flat + best->plan->slope) / (factor - worst) * (1 - 1e-9);
  return tf >= G_MAXUINT16 ? G_MAXUINT16 : (guint) tf;
}

static void
offer_word (Best                  *best,
            guint                  s,
            const EupWordsMatches *matches)
{
  const EupWordsSegment *segment = segment_at (best->plan, s);
  const guint16 *tfs = matches->tfs[0];
  double factor = best->plan->tokens[0].factor;
  guint least = least_tf (best, factor);

  for (guint32 i = 0; i < matches->n; i++)
    {
      double score;

      if (tfs[i] < least)
        continue;
      score = eup_words_worth (best->plan, factor, tfs[i], segment->lengths[matches->docs[i]]);
      if (best->hits->len == best->k && score < g_array_index (best->hits, Hit, 0).score)
        continue;
      offer (best, s, matches->docs[i], score, best->count_all);
      least = least_tf (best, factor);
    }
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

  eup_words_matches_find (&matches, plan, s);
  if (best->count_all)
    drop_unaccepted (plan, s, &matches);
  best->n_total += matches.n;
  if (best->k > 0 && plan->n_tokens == 1)
    offer_word (best, s, &matches);
  else if (best->k > 0)
    for (guint32 i = 0; i < matches.n; i++)
      offer (best, s, matches.docs[i], score_of (plan, &matches, i, segment->lengths[matches.docs[i]]), best->count_all);
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
  Best best = { .plan = &plan, .k = k, .count_all = n_total != NULL };
  guint n;

  eup_words_plan_init (&plan, words, store, query);
  best.hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    best.tied[i] = -1;
  for (guint s = 0; s < words->segments->len; s++)
    search_segment (&best, s);

  n = best.hits->len;
  g_array_sort_with_data (best.hits, compare_hits, &plan);
  *hits = g_new (EupWordsHit, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const Hit *hit = &g_array_index (best.hits, Hit, i);

      (*hits)[i] = (EupWordsHit) { number_of (&plan, hit->segment, hit->doc), hit->score };
    }
  if (n_total != NULL)
    *n_total = best.n_total;
  g_array_unref (best.hits);
  eup_words_plan_clear (&plan);
  return n;
}

/* Short prefixes */

static gboolean
is_short_prefix (const EupWords      *words,
                 const EupWordsQuery *query,
                 guint                k)
{
  const EupQueryWords *node = query->nodes[0];

  return query->n_nodes == 1 && node->n_tokens == 1 && node->prefix && k <= EUP_WORDS_KEPT_HITS
         && query->languages == NULL && query->admissible == NULL && query->accept == NULL
         && ((const EupWordsSegment *) g_ptr_array_index (words->segments, 0))->n_docs >= EUP_WORDS_KEEP_FROM
         && g_utf8_strlen (node->tokens[0], -1) <= EUP_WORDS_SHORT_PREFIX;
}

const EupWordsKept *
eup_words_kept (EupWords            *words,
                EupStore            *store,
                const EupQueryWords *node,
                EupTableKind         table)
{
  char key[EUP_WORD_SIZE + 2];
  EupWordsKept *kept;

  g_snprintf (key, sizeof key, "%u%s", (guint) table, node->tokens[0]);
  kept = g_hash_table_lookup (words->kept, key);
  if (kept == NULL)
    {
      EupWordsQuery query = { .nodes = &node, .n_nodes = 1, .tables = (guint8) (1u << table) };
      g_autofree EupWordsHit *hits = NULL;

      kept = g_new0 (EupWordsKept, 1);
      kept->n = search_all (words, store, &query, EUP_WORDS_KEPT_HITS, &hits, &kept->n_total);
      memcpy (kept->hits, hits, kept->n * sizeof *hits);
      g_hash_table_insert (words->kept, g_strdup (key), kept);
    }
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
  guint8 tables = query->tables != 0 ? query->tables : EUP_QUERY_ALL_TABLES;
  guint64 total = 0;
  guint n = 0;

  *hits = g_new (EupWordsHit, EUP_N_ENTITY_TABLES * EUP_WORDS_KEPT_HITS);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if ((tables >> table & 1) && eup_store_n_rows (store, table) > 0)
      {
        const EupWordsKept *kept = eup_words_kept (words, store, query->nodes[0], table);

        memcpy (*hits + n, kept->hits, kept->n * sizeof **hits);
        n += kept->n;
        total += kept->n_total;
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
  if (is_short_prefix (words, query, k))
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

  memset (scores, 0, n * sizeof *scores);
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
