/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "words/eup-words-dense.h"
#include "words/eup-words-kept.h"
#include "words/eup-workers.h"

/* Rounding may make two scores equal, or not, that differ (or do not) by this part of them. */
#define ROUNDING 1e-9

typedef struct
{
  double  score;
  guint32 doc;
  guint16 weight;
} Hit;

struct _EupWordsKept
{
  guint32  n_seen;                     /* stale documents of the first piece that it knows of */
  guint64  found;                      /* the generation of the index in which the best were found */
  guint64  scored;                     /* and that in which they got their scores */
  double   slope;                      /* when the best were found */
  double   bound[EUP_N_ENTITY_TABLES]; /* weight / (flat + slope * length) of all others of the type is at most this; 0: there are none */
  guint64  n_total[EUP_N_ENTITY_TABLES];
  guint    end[EUP_N_ENTITY_TABLES + 1]; /* the hits of each type end there */
  Hit     *hits;
  GArray  *spans;                      /* in the first piece */
  guint64 *dfs;                        /* by span */
};

void
eup_words_kept_free (EupWordsKept *kept)
{
  g_free (kept->hits);
  g_free (kept->dfs);
  g_array_unref (kept->spans);
  g_free (kept);
}

gsize
eup_words_kept_memory (const EupWordsKept *kept)
{
  return sizeof *kept + kept->end[EUP_N_ENTITY_TABLES] * sizeof (Hit) + kept->spans->len * (sizeof (EupWordsSpan) + sizeof (guint64));
}

static EupWordsSegment *
first_segment (const EupWords *words)
{
  return g_ptr_array_index (words->segments, 0);
}

/* Making them */

static double
ratio_of (const EupWordsPlan *plan,
          const Hit          *hit)
{
  return hit->weight / (plan->flat + plan->slope * eup_words_plan_segment (plan, 0)->lengths[hit->doc]);
}

/* The postings have been added up by document. */
static void
take_best (EupWordsKept       *kept,
           const EupWordsPlan *plan,
           const guint16      *sums)
{
  EupWordsBest bests[EUP_N_ENTITY_TABLES];
  guint n = 0;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    eup_words_best_init (&bests[table], plan, EUP_WORDS_KEPT_HITS, TRUE);
  eup_words_scan_sums (plan, bests, TRUE, 0, eup_words_plan_segment (plan, 0)->n_docs, sums);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    n += bests[table].hits->len;

  g_free (kept->hits);
  kept->hits = g_new (Hit, MAX (n, 1));
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      const GArray *found = bests[table].hits;
      Hit *hits = kept->hits + kept->end[table];

      eup_words_best_sort (&bests[table]);
      for (guint i = 0; i < found->len; i++)
        {
          const EupWordsCandidate *hit = &g_array_index (found, EupWordsCandidate, i);

          hits[i] = (Hit) { hit->score, hit->doc, sums[hit->doc] };
        }
      kept->end[table + 1] = kept->end[table] + found->len;
      kept->n_total[table] = bests[table].n_total;
      kept->bound[table] = bests[table].n_total > found->len ? ratio_of (plan, &hits[found->len - 1]) : 0;
      g_array_unref (bests[table].hits);
    }
  kept->slope = plan->slope;
  kept->found = kept->scored = plan->words->generation;
  kept->n_seen = eup_words_plan_segment (plan, 0)->n_stale;
}

static EupWordsKept *
kept_new (const EupWordsPlan *plan)
{
  EupWordsKept *kept = g_new0 (EupWordsKept, 1);
  const GArray *spans = eup_words_spans (plan, 0, 0);

  kept->spans = g_array_sized_new (FALSE, FALSE, sizeof (EupWordsSpan), spans->len);
  if (spans->len > 0)
    g_array_append_vals (kept->spans, spans->data, spans->len);
  kept->dfs = g_new0 (guint64, MAX (spans->len, 1));
  return kept;
}

/* Reads all postings of the prefix. */
static void
read_again (EupWordsKept       *kept,
            const EupWordsPlan *plan)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, 0);
  guint16 *sums = plan->words->sums;

  for (guint i = 0; i < kept->spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (kept->spans, EupWordsSpan, i);

      eup_work_add (plan->words->work, segment->term_first[span->end] - segment->term_first[span->begin]);
      kept->dfs[i] = eup_words_count_live (segment, span);
      eup_words_add_up (segment, span->begin, span->end, sums);
    }
  eup_words_forget_stale (segment, sums);
  take_best (kept, plan, sums);
  memset (sums, 0, segment->n_docs * sizeof *sums);
}

/* All common prefixes at once: a tree, in which what the longer prefixes add up to goes to the shorter ones that they begin with. Branches know
 * nothing of each other, and are shared out among threads. */
typedef struct
{
  EupWords        *words;
  EupStore        *store;
  const GPtrArray *prefixes; /* common ones, in order */
  const GArray    *branches; /* where those begin that do not begin with another */
  guint           *n_taken;  /* branches */
  EupWordsKept   **kept;     /* by prefix */
  char           **tokens;   /* that a query has for the prefix */
} Tree;

typedef struct
{
  const Tree *tree;
  guint16    *sums[EUP_WORDS_LONGER_PREFIX + 1]; /* by level */
} PrefixWorker;

static void
carry_over (guint16 *to,
            guint16 *from,
            guint32  n)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint sum = (guint) to[i] + from[i];

      to[i] = (guint16) MIN (sum, G_MAXUINT16);
      from[i] = 0;
    }
}

/* The terms that none of the longer prefixes has taken. */
static void
add_rest (const EupWordsSegment *segment,
          const GArray          *spans,
          const GArray          *taken,
          guint16               *sums)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);
      guint32 begin = span->begin;

      for (guint j = 0; j < taken->len; j++)
        {
          const EupWordsSpan *other = &g_array_index (taken, EupWordsSpan, j);

          if (other->language != span->language)
            continue;
          eup_words_add_up (segment, begin, other->begin, sums);
          begin = other->end;
        }
      eup_words_add_up (segment, begin, span->end, sums);
    }
}

/* Keeps a prefix and those that begin with it, and returns which comes after them. Its terms are appended to @taken. */
static guint
keep_branch (PrefixWorker *worker,
             guint    at,
             guint    level,
             GArray  *taken)
{
  const Tree *tree = worker->tree;
  const char *prefix = g_ptr_array_index (tree->prefixes, at);
  g_auto (EupWordsPhrase) phrase = { 0 };
  g_autoptr (GArray) taken_below = g_array_new (FALSE, FALSE, sizeof (EupWordsSpan));
  const EupWordsPhrase *words = &phrase;
  const EupWordsSegment *segment = first_segment (tree->words);
  EupWordsQuery query = { .nodes = &words, .n_nodes = 1 };
  EupWordsPlan plan;
  EupWordsKept *kept;
  guint next = at + 1;

  eup_words_phrase_init (&phrase, prefix, strlen (prefix), FALSE, TRUE);
  if (worker->sums[level] == NULL)
    worker->sums[level] = g_new0 (guint16, segment->n_docs);
  while (next < tree->prefixes->len && g_str_has_prefix (g_ptr_array_index (tree->prefixes, next), prefix))
    {
      next = keep_branch (worker, next, level + 1, taken_below);
      carry_over (worker->sums[level], worker->sums[level + 1], segment->n_docs);
    }
  eup_words_plan_init (&plan, tree->words, tree->store, &query);
  kept = kept_new (&plan);
  for (guint i = 0; i < kept->spans->len; i++)
    kept->dfs[i] = eup_words_count_live (segment, &g_array_index (kept->spans, EupWordsSpan, i));
  add_rest (segment, kept->spans, taken_below, worker->sums[level]);
  take_best (kept, &plan, worker->sums[level]);
  g_array_append_vals (taken, kept->spans->data, kept->spans->len);
  tree->kept[at] = kept;
  tree->tokens[at] = g_strdup (words->tokens[0]);
  eup_words_plan_clear (&plan);
  return next;
}

/* The terms of the other languages that begin so are not counted: what is common is common in one. */
static gboolean
is_common (const EupWordsSegment *segment,
           guint32                term,
           const char            *prefix,
           gsize                  length,
           guint                  part)
{
  guint32 last = term, step = 1;

  while (last + step < segment->n_terms && strncmp (segment->text + segment->term_text[last + step], prefix, length) == 0)
    {
      last += step;
      step *= 2;
    }
  return segment->term_first[last + 1] - segment->term_first[term] >= segment->n_docs / part;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_common (const EupWordsSegment *segment)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *prefixes = g_ptr_array_new_with_free_func (g_free);
  const char *last = "";
  gboolean common[EUP_WORDS_LONGER_PREFIX + 1] = { TRUE };

  for (guint32 term = 0; term < segment->n_terms; term++)
    {
      const char *text = segment->text + segment->term_text[term];
      const char *end = text;

      for (guint n = 1; n <= EUP_WORDS_LONGER_PREFIX && common[n - 1] && *end != '\0'; n++)
        {
          guint part = n <= EUP_WORDS_SHORT_PREFIX ? EUP_WORDS_COMMON_SHORT_PREFIX : EUP_WORDS_COMMON_PREFIX;
          g_autofree char *prefix = NULL;

          end = g_utf8_next_char (end);
          if (strncmp (text, last, (gsize) (end - text)) == 0)
            continue;
          common[n] = is_common (segment, term, text, (gsize) (end - text), part);
          prefix = common[n] ? g_strndup (text, (gsize) (end - text)) : NULL;
          if (prefix == NULL || g_hash_table_contains (seen, prefix))
            continue;
          g_hash_table_add (seen, prefix);
          g_ptr_array_add (prefixes, g_steal_pointer (&prefix));
        }
      last = text;
    }
  g_ptr_array_sort (prefixes, compare_strings);
  return prefixes;
}

static GArray *
list_branches (const GPtrArray *prefixes)
{
  GArray *branches = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *last = NULL;

  for (guint i = 0; i < prefixes->len; i++)
    {
      const char *prefix = g_ptr_array_index (prefixes, i);

      if (last != NULL && g_str_has_prefix (prefix, last))
        continue;
      g_array_append_val (branches, i);
      last = prefix;
    }
  return branches;
}

/* Keeps branches for as long as there are any that nobody has taken. */
static gpointer
keep_branches (gpointer data)
{
  const Tree *tree = data;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (EupWordsSpan));
  PrefixWorker worker = { tree, { NULL } };
  guint branch;

  while ((branch = (guint) g_atomic_int_add (tree->n_taken, 1)) < tree->branches->len && eup_work_is_wanted (tree->words->work))
    {
      keep_branch (&worker, g_array_index (tree->branches, guint, branch), 0, taken);
      memset (worker.sums[0], 0, first_segment (tree->words)->n_docs * sizeof (guint16));
    }
  for (guint i = 0; i < G_N_ELEMENTS (worker.sums); i++)
    g_free (worker.sums[i]);
  return NULL;
}

void
eup_words_keep_common (EupWords *words,
                       EupStore *store,
                       guint     n_threads)
{
  const EupWordsSegment *segment = first_segment (words);
  g_autofree gpointer *workers = g_new (gpointer, MAX (n_threads, 1));
  g_autoptr (GPtrArray) prefixes = NULL;
  g_autoptr (GArray) branches = NULL;
  g_autofree EupWordsKept **kept = NULL;
  g_autofree char **tokens = NULL;
  guint n_taken = 0;
  Tree tree;

  if (segment->n_docs < EUP_WORDS_KEEP_FROM)
    return;
  prefixes = list_common (segment);
  branches = list_branches (prefixes);
  kept = g_new0 (EupWordsKept *, prefixes->len + 1);
  tokens = g_new0 (char *, prefixes->len + 1);
  tree = (Tree) { words, store, prefixes, branches, &n_taken, kept, tokens };
  for (guint i = 0; i < MAX (n_threads, 1); i++)
    workers[i] = &tree;
  eup_workers_run (keep_branches, workers, CLAMP (branches->len, 1, MAX (n_threads, 1)));
  for (guint i = 0; i < prefixes->len; i++)
    if (tokens[i] != NULL)
      g_hash_table_insert (words->kept, tokens[i], kept[i]);
}

/* Keeping them right */

static void
forget_document (EupWordsKept          *kept,
                 const EupWordsSegment *segment,
                 guint32                doc)
{
  gboolean had = FALSE;

  for (guint i = 0; i < kept->spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (kept->spans, EupWordsSpan, i);

      for (guint32 term = span->begin; term < span->end; term++)
        if (eup_words_segment_weight (segment, term, doc) != 0)
          {
            kept->dfs[i]--;
            had = TRUE;
          }
    }
  if (had)
    kept->n_total[eup_words_segment_home (segment, doc) >> 28]--;
}

/* What became stale since. FALSE if reading all again is less work. */
static gboolean
catch_up (EupWordsKept          *kept,
          const EupWordsSegment *segment)
{
  guint64 n_new = segment->n_stale - kept->n_seen, n_terms = 0, n_postings = 0;

  for (guint i = 0; i < kept->spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (kept->spans, EupWordsSpan, i);

      n_terms += span->end - span->begin;
      n_postings += segment->term_first[span->end] - segment->term_first[span->begin];
    }
  if (n_new * n_terms * EUP_WORDS_SEARCH_COST > n_postings)
    return FALSE;
  for (; kept->n_seen < segment->n_stale; kept->n_seen++)
    forget_document (kept, segment, segment->stale_docs[kept->n_seen]);
  return TRUE;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Hit *x = a, *y = b;
  const EupWordsPlan *plan = data;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp (eup_store_id (plan->store, eup_words_number_of (plan, 0, x->doc)), eup_store_id (plan->store, eup_words_number_of (plan, 0, y->doc)));
}

/* Leaves out what is stale, and gives the rest its scores of today. */
static void
rescore (EupWordsKept       *kept,
         const EupWordsPlan *plan)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, 0);
  guint n = 0, begin = 0;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint first = n;

      for (guint i = begin; i < kept->end[table + 1]; i++)
        {
          Hit hit = kept->hits[i];

          if (eup_words_segment_is_stale (segment, hit.doc))
            continue;
          hit.score = eup_words_worth (plan, plan->tokens[0].factor, hit.weight, segment->lengths[hit.doc]);
          kept->hits[n++] = hit;
        }
      begin = kept->end[table + 1];
      kept->end[table + 1] = n;
      g_qsort_with_data (kept->hits + first, (int) (n - first), sizeof (Hit), compare_hits, (gpointer) plan);
    }
  kept->scored = plan->words->generation;
}

/* The best of what is kept and of the later pieces. */
static void
gather (EupWordsKept       *kept,
        const EupWordsPlan *plan,
        guint8              tables,
        EupWordsBest       *best)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if (tables >> table & 1)
      {
        best->n_total += kept->n_total[table];
        for (guint i = kept->end[table]; i < kept->end[table + 1]; i++)
          eup_words_best_offer (best, 0, kept->hits[i].doc, kept->hits[i].score, TRUE);
      }
  for (guint s = 1; s < plan->words->segments->len; s++)
    eup_words_scan_segment (best, s);
}

/* Whether no document that was not kept can be among them. As long as the mean length was the same, those that were kept are the first. */
static gboolean
is_certain (const EupWordsKept *kept,
            const EupWordsPlan *plan,
            guint8              tables,
            const EupWordsBest *best)
{
  double grown = MAX (1, kept->slope / plan->slope);

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if ((tables >> table & 1) && kept->bound[table] > 0)
      {
        double ratio = kept->bound[table] * grown;

        if (!eup_words_best_is_full (best)
            || eup_words_best_worst (best) <= plan->tokens[0].factor * ratio / (ratio + 1) * (1 + ROUNDING))
          return FALSE;
      }
  return TRUE;
}

static void
gather_certain (EupWordsKept       *kept,
                const EupWordsPlan *plan,
                guint8              tables,
                EupWordsBest       *best)
{
  guint k = best->k;

  if (kept->scored != plan->words->generation)
    rescore (kept, plan);
  gather (kept, plan, tables, best);
  if (kept->found == plan->words->generation || is_certain (kept, plan, tables, best))
    return;
  read_again (kept, plan);
  g_array_unref (best->hits);
  eup_words_best_init (best, plan, k, FALSE);
  gather (kept, plan, tables, best);
}

gboolean
eup_words_is_kept (const EupWords      *words,
                   const EupWordsQuery *query,
                   guint                k)
{
  const EupWordsPhrase *node = query->nodes[0];

  return query->n_nodes == 1 && node->n_tokens == 1 && node->prefix && k <= EUP_WORDS_KEPT_HITS && k > 0
         && query->languages == NULL && query->admissible == NULL && query->accept == NULL
         && g_hash_table_contains (words->kept, node->tokens[0]);
}

guint
eup_words_search_kept (EupWords            *words,
                       EupStore            *store,
                       const EupWordsQuery *query,
                       guint                k,
                       EupWordsHit        **hits,
                       guint64             *n_total)
{
  const char *prefix = query->nodes[0]->tokens[0];
  EupWordsKept *kept = g_hash_table_lookup (words->kept, prefix);
  guint8 tables = query->tables != 0 ? query->tables : EUP_WORDS_ALL_TABLES;
  EupWordsPlan plan;
  EupWordsBest best;
  guint n;

  if (kept->n_seen < first_segment (words)->n_stale && !catch_up (kept, first_segment (words)))
    kept = NULL;
  eup_words_plan_init_known (&plan, words, store, query, kept != NULL ? kept->dfs : NULL);
  if (kept == NULL)
    {
      kept = kept_new (&plan);
      read_again (kept, &plan);
      g_hash_table_replace (words->kept, g_strdup (prefix), kept);
    }
  eup_words_best_init (&best, &plan, k, FALSE);
  gather_certain (kept, &plan, tables, &best);
  if (n_total != NULL)
    *n_total = best.n_total;
  *hits = g_new (EupWordsHit, MAX (best.hits->len, 1));
  n = eup_words_best_finish (&best, *hits);
  eup_words_plan_clear (&plan);
  return n;
}
