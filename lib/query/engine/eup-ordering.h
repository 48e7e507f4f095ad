/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-field-reader.h"
#include "query/engine/eup-query-index.h"
#include "query/language/eup-query-tree.h"

G_BEGIN_DECLS

typedef int (*EupCompareText) (gpointer    data,
                               const char *a,
                               const char *b);

/* Appends bytes that strcmp compares as that function compares the texts; where they are equal, so does strcmp on the texts. */
typedef void (*EupAddTextKey) (gpointer    data,
                               const char *text,
                               GByteArray *key);

/* How an answer is sorted. What has no value for a key comes last, whatever the direction; ties go by id, which
 * always ascends. Without keys: by type, then by id. */
typedef struct
{
  EupQueryIndex      *index;
  EupFieldReader            reader;
  const EupQuerySort *sort;
  guint               n_sort;
  const char * const *reading;      /* languages that titles are read in; nullable */
  EupCompareText      compare_text; /* nullable: byte by byte */
  gpointer            compare_data;
  EupAddTextKey       add_text_key; /* nullable */
} EupOrdering;

int  eup_ordering_compare    (const EupOrdering *ordering,
                              EupNumber          a,
                              EupNumber          b);

/* Sorts the numbers and keeps the first @want of them. The scores (nullable) are theirs, and are needed to sort by rank;
 * they are sorted along. */
void eup_ordering_sort       (const EupOrdering *ordering,
                              GArray            *numbers,
                              GArray            *scores,
                              guint              want);

/* What sorting @n of them costs, as it is counted, if @want are kept. */
guint64 eup_ordering_cost    (const EupOrdering *ordering,
                              guint64            n,
                              guint64            want);

/* By id alone; all rows are of the table. */
void eup_ordering_sort_rows    (const EupOrdering *ordering,
                                EupTableKind       table,
                                GArray            *rows);

G_END_DECLS
