/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-field-reader.h"
#include "query/engine/eup-number-set.h"
#include "words/eup-work.h"

G_BEGIN_DECLS

/* What makes queries fast on one store: orders, posting lists, references, descendants. Each part is made when it is
 * first needed. Edits that are told mark entities as changed: answers skip them where they stand in the lists, and look
 * at them one by one instead, until there are so many that the parts are made anew. Edits that are not told are noticed
 * by the store's generation, and throw everything away. */

typedef struct _EupQueryIndex EupQueryIndex;
typedef struct _EupRefIndex EupRefIndex;
typedef struct _EupWords EupWords;

/* The rows of a table in the order of their ids. */
typedef struct
{
  guint32  n;
  guint32  n_rows; /* that the table had */
  guint32 *rows;   /* by rank; NULL: rows stand in that order anyway, and all are alive */
  guint32 *ranks;  /* by row; EUP_NO_ROW for those that were removed; NULL likewise */
} EupIdRanks;

/* The rows of a table in the order of their dates, then of their ids. Those without a date come first. */
typedef struct
{
  guint32  n;
  guint32  n_rows;
  guint32  n_undated;
  guint32 *rows;   /* by rank */
  guint32 *ranks;  /* by row */
  guint32 *dates;  /* by rank, without spelling */
} EupDateRanks;

/* The order that ranks are of: that in which the answer is wanted, so that it need not be sorted. */
typedef enum
{
  EUP_RANKS_BY_ID,
  EUP_RANKS_BY_DATE,
  EUP_N_RANKS
} EupRanks;

/* For each value of a field the entities that have it, as ranks, ascending. */
typedef struct
{
  guint       n_keys;
  guint32    *begin;  /* n_keys + 1 */
  guint32    *ranks;
  guint32     n_ranks;
  guint64   **bits;   /* by key, the list as a bit a rank; each NULL until needed */
  GHashTable *keys;   /* number or packed country -> key + 1; NULL: keys are values of an enumeration */
  guint8     *values; /* by rank, where each entity has one value; EUP_NO_VALUE for none; else NULL */
} EupPostings;

#define EUP_NO_VALUE 255

/* A bit for each rank, and one beyond the last, in whole blocks. */
#define EUP_BLOCK_WORDS 32
#define EUP_BLOCK_RANKS (EUP_BLOCK_WORDS * 64)
#define EUP_RANK_WORDS(n) (((n) / EUP_BLOCK_RANKS + 1) * EUP_BLOCK_WORDS)

struct _EupQueryIndex
{
  EupStore     *store;
  guint64       generation;
  guint32       as_of;
  EupIdRanks   *ids[EUP_N_ENTITY_TABLES];
  EupDateRanks *dates[EUP_N_ENTITY_TABLES];
  EupPostings  *postings[EUP_N_RANKS][EUP_N_ENTITY_TABLES][EUP_N_QUERY_FIELDS];
  EupRefIndex  *refs;
  EupWords     *words;
  GHashTable   *descendants; /* number -> EupNumberSet */
  EupDerived   *derived;     /* as of another day than the store's */
  guint32       derived_day;

  EupWork       work;        /* of the question that is being answered */
  gboolean      is_measured;
  guint64       title_bytes[EUP_N_ENTITY_TABLES]; /* of all titles, and of all texts that words are searched in: about */
  guint64       text_bytes[EUP_N_ENTITY_TABLES];

  GArray       *edits;       /* nullable: the EupEvents that were told last, and what they concern */
  EupNumberSet *affected;    /* NULL: too many */

  guint64      *changed[EUP_N_ENTITY_TABLES];   /* a bit a row; NULL: none */
  guint32       n_changed_rows[EUP_N_ENTITY_TABLES]; /* that there are bits for */
  GArray       *changed_rows[EUP_N_ENTITY_TABLES]; /* of rows, each once */
};

EupQueryIndex      *eup_query_index_new        (EupStore      *store);
void                eup_query_index_free       (EupQueryIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupQueryIndex, eup_query_index_free)

/* Tells of edits, all since the last time. */
void                eup_query_index_edited     (EupQueryIndex *index,
                                                const EupEvent *events,
                                                guint          n_events);

/* Those that the edits may concern, or rather too many; NULL if they are more than @max. What was told last is not looked for again. */
EupNumberSet       *eup_query_index_affected   (EupQueryIndex *index,
                                                const EupEvent *events,
                                                guint          n_events,
                                                guint          max);

/* Looks for edits that were not told. */
void                eup_query_index_refresh    (EupQueryIndex *index);

const EupIdRanks   *eup_query_index_ids        (EupQueryIndex *index,
                                                EupTableKind   table);
const EupDateRanks *eup_query_index_dates      (EupQueryIndex *index,
                                                EupTableKind   table);
EupPostings        *eup_query_index_postings   (EupQueryIndex *index,
                                                EupRanks       order,
                                                EupTableKind   table,
                                                EupQueryField  field);
const EupDerived   *eup_query_index_derived    (EupQueryIndex *index,
                                                guint32        as_of);

EupWords           *eup_query_index_words      (EupQueryIndex *index);
EupRefIndex        *eup_query_index_refs       (EupQueryIndex *index);

/* Finds out how much text there is, once. */
void                eup_query_index_measure    (EupQueryIndex *index);

/* Throws away what was being made when the question was cancelled. */
void                eup_query_index_abandon    (EupQueryIndex *index);

void                eup_id_ranks_free          (EupIdRanks    *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupIdRanks, eup_id_ranks_free)

EupIdRanks         *eup_id_ranks_new           (EupStore      *store,
                                                EupTableKind   table);
void                eup_date_ranks_free        (EupDateRanks  *dates);
EupDateRanks       *eup_date_ranks_new         (const EupFieldReader *reader,
                                                EupTableKind   table,
                                                const EupIdRanks *ids);
void                eup_postings_free          (EupPostings   *postings);
/* Of the rows in the order of their ranks; without any, a row is its rank. */
EupPostings        *eup_postings_new           (const EupFieldReader *reader,
                                                EupTableKind   table,
                                                EupQueryField  field,
                                                const guint32 *rows,
                                                guint32        n);

/* The list of a value: a number of an enumeration, an entity or a packed country. */
const guint32      *eup_postings_get           (const EupPostings *postings,
                                                guint32        value,
                                                guint32       *n);

/* The same as bits, which are kept for the lists that are longer than they are; NULL for others. */
const guint64      *eup_postings_get_bits      (EupPostings   *postings,
                                                guint32        value);

/* Two letters as a number; 0 for what is no country. */
guint32             eup_pack_country           (const char    *country);

static inline guint32
eup_id_ranks_row (const EupIdRanks *ids,
                  guint32           rank)
{
  return ids->rows == NULL ? rank : ids->rows[rank];
}

static inline gboolean
eup_query_index_is_changed (const EupQueryIndex *index,
                            EupTableKind         table,
                            guint32              row)
{
  return index->changed[table] != NULL && row < index->n_changed_rows[table]
         && (index->changed[table][row / 64] >> (row % 64) & 1);
}

static inline guint
eup_query_index_n_changed (const EupQueryIndex *index,
                           EupTableKind         table)
{
  return index->changed_rows[table] == NULL ? 0 : index->changed_rows[table]->len;
}

G_END_DECLS
