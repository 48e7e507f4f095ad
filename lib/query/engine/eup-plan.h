/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-cost.h"
#include "query/engine/eup-filter.h"
#include "query/engine/eup-ordering.h"

G_BEGIN_DECLS

/* How a query is answered on a store: for each type where the candidates come from, and what they are tested for. A plan
 * holds for the state of the store in which it was made, and may be run any number of times. It is big, and most often
 * lives no longer than one answer: so it is made on the stack. */

typedef struct
{
  EupQueryIndex      *index;
  guint32             as_of;        /* the day of the catalog; the query's own goes before */
  const char * const *reading;      /* nullable: languages that titles are read in, best first */
  EupCompareText      compare_text; /* nullable: for titles */
  gpointer            compare_data;
  EupAddTextKey       add_text_key; /* nullable: the same order, faster */
  GCancellable       *cancellable;  /* nullable */
  guint64             max_cost;     /* 0: that of eup-cost.h; tests ask for less */
} EupQueryContext;

typedef enum
{
  EUP_SOURCE_SCAN,  /* all rows */
  EUP_SOURCE_ROWS,  /* rows that were found otherwise: by id, reference, relation, words, descendants */
  EUP_SOURCE_LIST,  /* a posting list, by date or by id */
  EUP_SOURCE_RANGE  /* a range of dates, by date */
} EupSourceKind;

typedef struct
{
  const guint8 *values;
  guint64       mask;
} EupByteTest;

typedef struct
{
  const guint32 *ranks;
  guint32        n;
} EupRankList;

typedef struct
{
  gboolean         is_used;
  gboolean         is_exact; /* the date of the row decides; else what it does not accept is looked at */
  EupDays          days;
  const EupFilter *filter;
} EupDateTest;

#define EUP_PLAN_MAX_TESTS 8

typedef struct
{
  EupTableKind        table;
  EupMatches          verdict;
  EupSourceKind       source;
  const EupFilter    *driver;   /* NULL for a scan */
  gboolean            wants_dates; /* in their order */
  guint64             n_candidates; /* of the driver, about */
  gboolean            is_exact; /* candidates need no further test for the driver */
  GArray             *rows;     /* ROWS */
  EupRanks            order;     /* LIST and RANGE */
  const EupDateRanks *dates;     /* those by date */
  const guint32      *ranked;    /* rows by rank; NULL: they are the same */
  guint32             n_ranks;
  EupRankList         list;      /* LIST: without ranks if it is there as bits only */
  guint64            *own_bits;  /* when the list had to be made of several */
  guint32             first, end; /* RANGE: ranks */
  const guint64      *bits[EUP_PLAN_MAX_TESTS]; /* LIST: the first is the list itself; those that fit have a bit in all */
  guint               n_bits;
  EupByteTest         bytes[EUP_PLAN_MAX_TESTS];
  guint               n_bytes;
  EupRankList         lists[EUP_PLAN_MAX_TESTS];
  guint               n_lists;
  EupDateTest         date;
  const EupFilter   **rest;     /* what is still to be tested row by row */
  guint               n_rest;
} EupTablePlan;

typedef struct
{
  EupQueryIndex      *index;
  const EupQuerySpec *spec;   /* borrowed */
  EupFieldReader            reader;
  EupOrdering         ordering;
  EupQuerySort        rank;   /* the order where words decide it */
  EupQueryNode       *condition; /* as it is answered */
  EupFilter          *filter;
  const EupFilter   **conjuncts; /* all of them have to fit */
  guint               n_conjuncts;
  GPtrArray          *words;  /* of EupWordsPhrase: those that count for the rank; NULL: none do */
  guint               n_words;
  GHashTable         *phrases; /* nullable: where those that were looked for stand */
  guint64             estimate; /* of the work; 0: so little that it is not foreseen */
  gboolean            by_words; /* the index of words gives the best ones itself */
  guint64             row_cost[EUP_N_ENTITY_TABLES]; /* see eup_plan_row_cost(); 0: not known yet */
  EupTablePlan        tables[EUP_N_ENTITY_TABLES];
  guint               n_tables; /* that can have answers */
} EupPlan;

typedef struct
{
  GArray  *numbers; /* of EupNumber: the answer between offset and limit */
  GArray  *scores;  /* of double; NULL if no words were asked for */
  gboolean is_total_known;
  guint64  n_total;
} EupAnswer;

/* FALSE with @error, and nothing to clear, if the question costs too much or is cancelled. */
gboolean eup_plan_init        (EupPlan               *plan,
                               const EupQueryContext *context,
                               const EupQuerySpec    *spec,
                               GError               **error);
void     eup_plan_clear       (EupPlan         *plan);

/* Lists what all has to fit of its filter. */
void     eup_plan_take_conjuncts (EupPlan             *plan);

/* Fields as a query sees them, which may ask about another day. */
EupFieldReader eup_plan_field_reader       (const EupQueryContext *context,
                                            const EupQuerySpec    *spec);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupPlan, eup_plan_clear)

/* FALSE with @error, and an answer that is empty, if it is cancelled. */
gboolean eup_plan_run         (EupPlan         *plan,
                               guint32          offset,
                               guint32          limit,
                               EupAnswer       *answer,
                               GError         **error);
void     eup_answer_clear     (EupAnswer       *answer);

/* How many entities fit, whatever offset and limit are. */
guint64  eup_plan_count       (EupPlan         *plan);

gboolean eup_plan_matches     (EupPlan         *plan,
                               EupNumber        number);

/* In words (eup-explain.c). */
char    *eup_plan_explain     (EupPlan         *plan);

/* Choosing (eup-plan-sources.c) */
void     eup_plan_choose      (EupPlan         *plan,
                               EupTablePlan    *table,
                               gboolean         wants_dates);

/* How many candidates there are at most, and fetching them. */
guint64  eup_plan_n_candidates (EupPlan        *plan,
                               EupTablePlan    *table,
                               const EupCost   *cost);
void     eup_plan_fetch       (EupPlan         *plan,
                               EupTablePlan    *table);
/* What looking at a row costs but for reading texts. */
guint64  eup_plan_row_cost    (EupPlan         *plan,
                               EupTableKind     table);
gboolean eup_plan_sorts_by_date (const EupPlan *plan);

G_END_DECLS
