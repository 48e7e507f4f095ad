/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-score.h"

G_BEGIN_DECLS

typedef struct
{
  double  score;
  guint32 segment;
  guint32 doc;
} EupWordsCandidate;

/* A score that several threads may raise: floats that are not negative are in the order of their bits. */
typedef union
{
  float value;
  gint  bits;
} EupWordsFloor;

/* The best hits so far: once there are k, a heap with the worst on top. */
typedef struct
{
  const EupWordsPlan *plan;
  GArray             *hits;
  guint               k;
  gboolean            count_all;
  gboolean            in_any_order; /* the documents do not ascend */
  gboolean            ties_by_doc;  /* among equals the first documents are taken, whatever their ids are */
  guint64             n_total;
  double              tied[EUP_N_ENTITY_TABLES]; /* at this score what comes later in the table is behind all hits */
  gint               *floor;        /* nullable, of an EupWordsFloor: nobody who shares it wants what has a lower score */
} EupWordsBest;

void     eup_words_best_init     (EupWordsBest       *best,
                                  const EupWordsPlan *plan,
                                  guint               k,
                                  gboolean            count_all);

EupNumber eup_words_number_of    (const EupWordsPlan *plan,
                                  guint               s,
                                  guint32             doc);

/* Whether the hit would be among the best as far as they are known. */
void     eup_words_best_offer    (EupWordsBest       *best,
                                  guint               s,
                                  guint32             doc,
                                  double              score,
                                  gboolean            is_checked);
void     eup_words_best_sort     (EupWordsBest       *best);

/* Writes the hits in their order, and gives the rest free. */
guint    eup_words_best_finish   (EupWordsBest       *best,
                                  EupWordsHit        *hits);
gboolean eup_words_is_accepted   (const EupWordsPlan *plan,
                                  guint32             home);

/* Adds the hits and the count of the other, which is cleared. */
void     eup_words_best_take_all (EupWordsBest       *best,
                                  EupWordsBest       *other);

/* One word alone: what cannot beat the worst hit is left out by comparing its length. */
void     eup_words_scan_segment  (EupWordsBest       *best,
                                  guint               s);

/* The same for documents of the first piece from @begin to @end, whose sums begin at @sums. With a best for each type they are kept apart, and
 * those are found too that the query does not ask for. */
void     eup_words_scan_sums     (const EupWordsPlan *plan,
                                  EupWordsBest       *bests,
                                  gboolean            by_table,
                                  guint32             begin,
                                  guint32             end,
                                  const guint16      *sums);

static inline const EupWordsSegment *
eup_words_plan_segment (const EupWordsPlan *plan,
                        guint               s)
{
  return (const EupWordsSegment *) g_ptr_array_index (plan->words->segments, s);
}

static inline gboolean
eup_words_best_is_full (const EupWordsBest *best)
{
  return best->hits->len >= best->k;
}

static inline double
eup_words_best_worst (const EupWordsBest *best)
{
  return g_array_index (best->hits, EupWordsCandidate, 0).score;
}

static inline double
eup_words_best_floor (const EupWordsBest *best)
{
  EupWordsFloor floor = { .bits = best->floor != NULL ? g_atomic_int_get (best->floor) : 0 };

  return floor.value;
}

G_END_DECLS
