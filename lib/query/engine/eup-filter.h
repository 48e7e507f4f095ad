/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-names.h"
#include "query/engine/eup-number-set.h"
#include "query/engine/eup-query-index.h"
#include "query/language/eup-query-tree.h"
#include "query/engine/eup-word-hits.h"

G_BEGIN_DECLS

/* A condition with everything looked up that can be: entities by their numbers, dates as days, words as those who have
 * them. It holds for the state of the store in which it was made. */

typedef enum
{
  EUP_FILTER_ALL,
  EUP_FILTER_AND,
  EUP_FILTER_OR,
  EUP_FILTER_NOT,
  EUP_FILTER_TABLES,      /* tables */
  EUP_FILTER_ENUMS,       /* bits */
  EUP_FILTER_NUMBERS,     /* numbers: those that fit */
  EUP_FILTER_IDS,         /* numbers */
  EUP_FILTER_ID_HAS,
  EUP_FILTER_TITLE_IS,
  EUP_FILTER_TITLE_HAS,
  EUP_FILTER_TEXT_HAS,
  EUP_FILTER_DATES,       /* days */
  EUP_FILTER_INTEGERS,    /* intervals */
  EUP_FILTER_COUNTRIES,   /* numbers: packed countries */
  EUP_FILTER_SET,         /* set */
  EUP_FILTER_PROPERTIES,
  EUP_FILTER_FLAGS,
  EUP_FILTER_WORDS,       /* hits */
  EUP_FILTER_MILESTONE    /* the child: one milestone has to fit it */
} EupFilterKind;

typedef struct
{
  guint32 first;
  guint32 last;
} EupDays;

typedef struct
{
  gint64 first;
  gint64 last;
} EupInterval;

typedef struct _EupFilter EupFilter;

#define EUP_FILTER_MAX_PARTS 64

/* What a filter that stands at several places said of the row that was looked at last. */
typedef struct
{
  gboolean is_known;
  guint32  home; /* table << 28 | row */
  gboolean fits;
  guint    counted; /* the table, plus one, that its fixed cost was counted for last */
} EupFilterMemo;

struct _EupFilter
{
  guint          ref_count;
  EupFilterMemo *memo;      /* NULL: it stands at one place */
  EupFilterKind  kind;
  guint8         field;
  guint8         tables;    /* where it means something */
  guint          n;         /* children, days, intervals */
  EupFilter    **children;
  EupQueryNode  *node;      /* what it was made of */
  gboolean       is_all;    /* TITLE_HAS, TEXT_HAS: it has to have all values, which are at most EUP_FILTER_MAX_PARTS */
  guint64        bits;
  EupNumbers     numbers;   /* ascending */
  EupDays       *days;
  EupInterval   *intervals;
  EupNumberSet  *set;
  EupWordHits   *hits;
  GHashTable    *titles;    /* TITLE_IS: folded, where there are many */
  char         **languages; /* borrowed */
};

typedef enum
{
  EUP_MATCHES_NEVER,
  EUP_MATCHES_MAYBE,
  EUP_MATCHES_ALWAYS
} EupMatches;

typedef struct
{
  EupQueryIndex *index;
  EupFieldReader       reader;
  char         **languages; /* nullable: that words are searched in */
  EupNames      *names;     /* those in the condition */
  GHashTable    *made;      /* nullable: node -> filter, so that what stands there twice is looked at once */
  GHashTable    *phrases;   /* nullable: notes where they stand */
} EupFilterContext;

EupFilter  *eup_filter_new       (EupFilterContext *context,
                                  EupQueryNode     *node);
void        eup_filter_free      (EupFilter        *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupFilter, eup_filter_free)

gboolean    eup_filter_matches   (const EupFilter  *filter,
                                  const EupFieldReader   *reader,
                                  EupTableKind      table,
                                  guint32           row);

/* What is known without looking at any row of the table. */
EupMatches  eup_filter_matches_of_type   (const EupFilter  *filter,
                                  EupTableKind      table);

/* Which of two is to be tested first: the lighter one. */
int         eup_filter_weight    (const EupFilter  *filter);

/* What it costs to look at a row of the table, as it is counted: about, and *@each_value for each value of the filter (not of its children)
 * besides. The index has been measured. */
#define EUP_FILTER_NODE_COST 5
#define EUP_FILTER_TEXT_COST 60
#define EUP_FILTER_BYTE_COST 2
#define EUP_FILTER_PART_COST 20
#define EUP_FILTER_BYTES_SEARCHED 4 /* in a unit */
#define EUP_FILTER_LANGUAGE_COST 8
#define EUP_FILTER_MILESTONE_COST 20

/* The part of it that is the same for each row: all but reading texts, which is counted where they are read. What stands at several places is
 * counted once. */
guint64     eup_filter_fixed_cost (const EupFilter   *filter,
                                  EupTableKind       table);

guint64     eup_filter_row_cost  (const EupFilter     *filter,
                                  const EupQueryIndex *index,
                                  EupTableKind         table,
                                  guint64             *each_value);

G_END_DECLS
