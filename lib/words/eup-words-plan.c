/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "words/eup-words-score.h"
#include "values/eup-language.h"

/* Names and references are in no language, and so in each. */
gboolean
eup_words_language_fits (const char         *tag,
                         const char * const *languages)
{
  if (languages == NULL || tag == NULL)
    return TRUE;
  for (guint i = 0; languages[i] != NULL; i++)
    if (eup_language_takes (languages[i], tag))
      return TRUE;
  return FALSE;
}

guint64
eup_words_count_live (const EupWordsSegment *segment,
                      const EupWordsSpan    *span)
{
  guint32 begin = segment->term_first[span->begin], end = segment->term_first[span->end];
  guint64 n = 0;

  if (segment->n_stale == 0)
    return end - begin;
  if ((guint64) segment->n_stale * (span->end - span->begin) * EUP_WORDS_SEARCH_COST < end - begin)
    {
      for (guint32 i = 0; i < segment->n_stale; i++)
        for (guint32 term = span->begin; term < span->end; term++)
          n += eup_words_segment_weight (segment, term, segment->stale_docs[i]) != 0;
      return end - begin - n;
    }
  for (guint32 i = begin; i < end; i++)
    n += !eup_words_segment_is_stale (segment, segment->docs[i]);
  return n;
}

static void
list_tokens (EupWordsPlan *plan)
{
  const EupWordsQuery *query = plan->query;
  guint n = 0;

  for (guint i = 0; i < query->n_nodes; i++)
    n += query->nodes[i]->n_tokens;
  plan->tokens = g_new0 (EupWordsToken, n);
  for (guint i = 0; i < query->n_nodes; i++)
    {
      const EupWordsPhrase *node = query->nodes[i];

      plan->has_phrases = plan->has_phrases || node->n_tokens > 1;
      for (guint j = 0; j < node->n_tokens; j++)
        plan->tokens[plan->n_tokens++] = (EupWordsToken) { node->tokens[j], node->exact, node->prefix && j + 1 == node->n_tokens, i, 0 };
    }
}

static void
weigh_token (EupWordsPlan  *plan,
             guint          token,
             guint64        n_docs,
             const guint64 *known)
{
  guint64 by_language[EUP_WORDS_MAX_LANGUAGES] = { 0 };
  guint64 df = 0;

  for (guint s = 0; s < plan->words->segments->len; s++)
    {
      const EupWordsSegment *segment = g_ptr_array_index (plan->words->segments, s);
      const GArray *spans = eup_words_spans (plan, s, token);

      for (guint i = 0; i < spans->len; i++)
        {
          const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);

          by_language[span->language] += s == 0 && known != NULL ? known[i] : eup_words_count_live (segment, span);
          df = MAX (df, by_language[span->language]);
        }
    }
  df = MIN (df, n_docs);
  plan->tokens[token].factor = log (1 + ((double) (n_docs - df) + 0.5) / ((double) df + 0.5)) * (EUP_WORDS_K1 + 1);
}

void
eup_words_plan_init_known (EupWordsPlan        *plan,
                           EupWords            *words,
                           EupStore            *store,
                           const EupWordsQuery *query,
                           const guint64       *known)
{
  guint64 n_docs = 0, sum = 0;

  eup_words_flush (words, store);
  memset (plan, 0, sizeof *plan);
  plan->words = words;
  plan->store = store;
  plan->query = query;
  for (guint i = 0; i < words->languages.tags->len; i++)
    plan->allowed[i] = i == EUP_WORDS_UND || eup_words_language_fits (g_ptr_array_index (words->languages.tags, i), query->languages);
  list_tokens (plan);

  plan->spans = g_new (GArray *, (gsize) words->segments->len * plan->n_tokens);
  for (guint s = 0; s < words->segments->len; s++)
    {
      EupWordsSegment *segment = g_ptr_array_index (words->segments, s);

      n_docs += segment->n_live;
      sum += segment->sum_lengths;
      for (guint t = 0; t < plan->n_tokens; t++)
        {
          const EupWordsToken *token = &plan->tokens[t];
          GArray *spans = g_array_new (FALSE, FALSE, sizeof (EupWordsSpan));

          eup_words_segment_expand (segment, &words->languages, plan->allowed, token->token, token->exact, token->prefix, spans);
          plan->spans[s * plan->n_tokens + t] = spans;
        }
    }
  plan->flat = EUP_WORDS_K1 * (1 - EUP_WORDS_B);
  plan->slope = sum == 0 ? 0 : EUP_WORDS_K1 * EUP_WORDS_B * (double) n_docs / (double) sum;
  for (guint t = 0; t < plan->n_tokens; t++)
    weigh_token (plan, t, n_docs, known);
}

void
eup_words_plan_init (EupWordsPlan        *plan,
                     EupWords            *words,
                     EupStore            *store,
                     const EupWordsQuery *query)
{
  eup_words_plan_init_known (plan, words, store, query, NULL);
}

void
eup_words_plan_clear (EupWordsPlan *plan)
{
  for (guint i = 0; i < plan->words->segments->len * plan->n_tokens; i++)
    g_array_unref (plan->spans[i]);
  g_free (plan->spans);
  g_free (plan->tokens);
}

static gboolean
takes_home (const EupWordsQuery *query,
            guint32              home)
{
  guint table = home >> 28;
  guint32 row = home & 0x0fffffff;

  if (query->tables != 0 && !(query->tables >> table & 1))
    return FALSE;
  return query->admissible == NULL
         || (query->admissible[table] != NULL && (query->admissible[table][row / 64] >> (row % 64) & 1));
}

/* A bitmap of rows to one of documents, where the table begins anywhere. */
static void
copy_bits (guint64       *to,
           guint32        offset,
           const guint64 *from,
           guint32        n)
{
  for (guint32 row = 0; row < n; row += 64)
    {
      guint64 bits = from[row / 64];
      guint32 at = offset + row;

      if (n - row < 64)
        bits &= (G_GUINT64_CONSTANT (1) << (n - row)) - 1;
      to[at / 64] |= bits << (at % 64);
      if (at % 64 != 0)
        to[at / 64 + 1] |= bits >> (64 - at % 64);
    }
}

static void
filter_tables (EupWordsFilter        *filter,
               const EupWordsPlan    *plan,
               const EupWordsSegment *segment)
{
  const EupWordsQuery *query = plan->query;
  guint8 tables = query->tables != 0 ? query->tables : EUP_WORDS_ALL_TABLES;
  gboolean has_gap = FALSE;

  filter->begin = segment->n_docs;
  filter->end = 0;
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 begin = segment->offset[table], end = segment->offset[table + 1];

      if (begin == end || !(tables >> table & 1) || (query->admissible != NULL && query->admissible[table] == NULL))
        continue;
      has_gap = has_gap || (filter->end != 0 && filter->end != begin);
      filter->begin = MIN (filter->begin, begin);
      filter->end = end;
    }
  if (filter->end == 0)
    filter->begin = 0;
  if (!has_gap && query->admissible == NULL)
    return;

  filter->bits = g_new0 (guint64, segment->n_docs / 64 + 2);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 begin = segment->offset[table], n = segment->offset[table + 1] - begin;

      if (!(tables >> table & 1))
        continue;
      if (query->admissible == NULL)
        {
          for (guint32 doc = begin; doc < begin + n; doc++)
            filter->bits[doc / 64] |= G_GUINT64_CONSTANT (1) << (doc % 64);
        }
      else if (query->admissible[table] != NULL)
        copy_bits (filter->bits, begin, query->admissible[table], n);
    }
}

static void
filter_homes (EupWordsFilter        *filter,
              const EupWordsPlan    *plan,
              const EupWordsSegment *segment)
{
  const EupWordsQuery *query = plan->query;

  filter->end = segment->n_docs;
  if (query->admissible == NULL && query->tables == 0)
    return;
  filter->bits = g_new0 (guint64, segment->n_docs / 64 + 2);
  for (guint32 doc = 0; doc < segment->n_docs; doc++)
    if (takes_home (query, segment->homes[doc]))
      filter->bits[doc / 64] |= G_GUINT64_CONSTANT (1) << (doc % 64);
}

void
eup_words_filter_init (EupWordsFilter        *filter,
                       const EupWordsPlan    *plan,
                       const EupWordsSegment *segment)
{
  guint32 n_words = segment->n_docs / 64 + 1;

  memset (filter, 0, sizeof *filter);
  if (segment->homes == NULL)
    filter_tables (filter, plan, segment);
  else
    filter_homes (filter, plan, segment);
  if (segment->stale == NULL)
    return;
  if (filter->bits == NULL)
    {
      filter->bits = g_new (guint64, n_words + 1);
      memset (filter->bits, 0xff, n_words * sizeof (guint64));
    }
  for (guint32 i = 0; i < n_words; i++)
    filter->bits[i] &= ~segment->stale[i];
}

void
eup_words_filter_clear (EupWordsFilter *filter)
{
  g_free (filter->bits);
}
