/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-private.h"

G_BEGIN_DECLS

/* A query that is ready to be asked of every piece of the index: its single words, the terms that each stands for, and what each is worth. */

typedef struct
{
  const char *token;
  gboolean    exact;
  gboolean    prefix;
  guint       node;
  double      factor; /* idf * (k1 + 1) */
} EupWordsToken;

typedef struct
{
  EupWords            *words;
  EupStore            *store;
  const EupWordsQuery *query;
  guint8               allowed[EUP_WORDS_MAX_LANGUAGES];
  EupWordsToken       *tokens;
  guint                n_tokens;
  GArray             **spans; /* by piece and token */
  gboolean             has_phrases;
  double               flat;  /* k1 * (1 - b) */
  double               slope; /* k1 * b / mean length */
} EupWordsPlan;

void eup_words_plan_init  (EupWordsPlan        *plan,
                           EupWords            *words,
                           EupStore            *store,
                           const EupWordsQuery *query);

/* With the number of documents for each span of the first piece, of a query of one word. */
void eup_words_plan_init_known (EupWordsPlan        *plan,
                                EupWords            *words,
                                EupStore            *store,
                                const EupWordsQuery *query,
                                const guint64       *known);
void eup_words_plan_clear (EupWordsPlan        *plan);

guint64 eup_words_count_live (const EupWordsSegment *segment,
                              const EupWordsSpan    *span);

/* Which documents of a piece are wanted at all. */
typedef struct
{
  guint32  begin;
  guint32  end;
  guint64 *bits; /* nullable: all between them */
} EupWordsFilter;

void eup_words_filter_init  (EupWordsFilter        *filter,
                             const EupWordsPlan    *plan,
                             const EupWordsSegment *segment);
void eup_words_filter_clear (EupWordsFilter        *filter);

/* Documents that have all words of the query, ascending, and the frequencies of each word. */
typedef struct
{
  guint32  n;
  guint32 *docs;
  guint16 **tfs; /* by token */
  guint    n_tokens;
} EupWordsMatches;

void eup_words_matches_find  (EupWordsMatches       *matches,
                              const EupWordsPlan    *plan,
                              guint                  segment);

/* The same for @n_tokens words from the @first on, and for the documents of the filter. */
void eup_words_matches_find_among (EupWordsMatches      *matches,
                                   const EupWordsPlan   *plan,
                                   guint                 segment,
                                   guint                 first,
                                   guint                 n_tokens,
                                   const EupWordsFilter *filter);
void eup_words_matches_clear (EupWordsMatches       *matches);

/* The frequencies of a word in documents that are given, ascending; 0 where there is none. */
void eup_words_look          (const EupWordsPlan    *plan,
                              const EupWordsSegment *segment,
                              const GArray          *spans,
                              const guint32         *docs,
                              guint32                n,
                              guint16               *tfs);

/* Whether the words of the node stand side by side in a text of the entity, which is counted as work. */
gboolean eup_words_verify_counted (const EupWordsPlan  *plan,
                                   guint32              home,
                                   const EupWordsPhrase *node);

guint64 eup_words_n_postings (const EupWordsSegment *segment,
                              const GArray          *spans);
/* Adds up all postings of the terms; @sums has a place for each document. */
void eup_words_add_up        (const EupWordsSegment *segment,
                              guint32                begin,
                              guint32                end,
                              guint16               *sums);

/* Sets the sums of documents to 0 that are no longer there. */
void eup_words_forget_stale  (const EupWordsSegment *segment,
                              guint16               *sums);
void eup_words_sum           (const EupWordsPlan    *plan,
                              const EupWordsSegment *segment,
                              const GArray          *spans,
                              const EupWordsFilter  *filter);

static inline double
eup_words_worth (const EupWordsPlan *plan,
                 double              factor,
                 guint               tf,
                 guint               length)
{
  return factor * tf / (tf + (plan->flat + plan->slope * length));
}

static inline const GArray *
eup_words_spans (const EupWordsPlan *plan,
                 guint               segment,
                 guint               token)
{
  return plan->spans[segment * plan->n_tokens + token];
}

static inline gboolean
eup_words_filter_takes (const EupWordsFilter *filter,
                        guint32               doc)
{
  return doc - filter->begin < filter->end - filter->begin
         && (filter->bits == NULL || (filter->bits[doc / 64] >> (doc % 64) & 1));
}

static inline guint16
eup_words_add (guint sum,
               guint more)
{
  return (guint16) MIN (sum + more, G_MAXUINT16);
}

G_END_DECLS
