/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/eup-number-set.h"
#include "query/eup-query-index.h"
#include "query/eup-query-tree.h"
#include "query/eup-word-hits.h"

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
  EUP_FILTER_COUNTRIES,   /* numbers: packed countries */
  EUP_FILTER_SET,         /* set */
  EUP_FILTER_PROPERTIES,
  EUP_FILTER_FLAGS,
  EUP_FILTER_WORDS        /* hits */
} EupFilterKind;

typedef struct
{
  guint32 first;
  guint32 last;
} EupDays;

typedef struct _EupFilter EupFilter;

struct _EupFilter
{
  EupFilterKind  kind;
  guint8         field;
  guint8         tables;    /* where it means something */
  guint          n;         /* children, days */
  EupFilter    **children;
  EupQueryNode  *node;      /* what it was made of, borrowed */
  guint64        bits;
  EupNumbers     numbers;   /* ascending */
  EupDays       *days;
  EupNumberSet  *set;
  EupWordHits   *hits;
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
  EupFacts       facts;
  char         **languages; /* nullable: that words are searched in */
} EupFilterContext;

EupFilter  *eup_filter_new       (EupFilterContext *context,
                                  EupQueryNode     *node);
void        eup_filter_free      (EupFilter        *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupFilter, eup_filter_free)

gboolean    eup_filter_matches   (const EupFilter  *filter,
                                  const EupFacts   *facts,
                                  EupTableKind      table,
                                  guint32           row);

/* What is known without looking at any row of the table. */
EupMatches  eup_filter_matches_of_type   (const EupFilter  *filter,
                                  EupTableKind      table);

/* Adds the words that the condition asks for, not those that it forbids: EupQueryWords, borrowed. The array is made if there
 * are any. */
void        eup_filter_add_words (const EupFilter  *filter,
                                  GPtrArray       **words);

G_END_DECLS
