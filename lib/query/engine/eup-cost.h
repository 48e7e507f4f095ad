/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-filter.h"

G_BEGIN_DECLS

/* What answering a question will cost at most, found out from what is known of the store before anything is read: in the units in which work is
 * counted. What goes over the bound is refused, and the condition named with which it did. */

/* At most three quarters of a second; and however large the catalog is, sorting all rows, and reading all texts twice. */
#define EUP_COST_MAX G_GUINT64_CONSTANT (2000000000)
#define EUP_COST_EACH_ROW 5000

/* Following the relations beneath one entity. */
#define EUP_BENEATH_COST 20

/* So few values that read no texts stay below that in any catalog, and are not estimated. */
#define EUP_COST_FEW_TERMS 8

typedef struct
{
  EupQueryIndex      *index;
  const EupQuerySpec *spec;
  guint64             bound;
  guint64             sum;
  GHashTable         *words;  /* nullable: node of words -> EupWordsSize */
  GHashTable         *seen;   /* nullable: filters whose rows are counted */
  guint               scanned; /* tables whose titles are read for names */
  GError            **error;  /* nullable */
  gboolean            is_lowered; /* the bound, whatever the size of the catalog is */
  gboolean            is_over;
} EupCost;

/* Whether the condition, which is merged, is so small that nothing need be estimated. */
gboolean eup_cost_is_small   (EupQueryIndex        *index,
                              const EupQueryNode   *node);

/* Of the condition as it is merged, with @max (0: EUP_COST_MAX, or what the size of the catalog asks for) as the bound; the second is what has to be found before rows are looked at. FALSE if it is over, with the error. */
void     eup_cost_init       (EupCost              *cost,
                              EupQueryIndex        *index,
                              const EupQuerySpec   *spec,
                              guint64               max,
                              GError              **error);
gboolean eup_cost_add_finding (EupCost             *cost,
                              EupQueryNode         *node);
void     eup_cost_clear      (EupCost              *cost);

/* Looking at so many rows of each table. */
gboolean eup_cost_add_rows   (EupCost              *cost,
                              const EupFilter      *filter,
                              const guint64         n_rows[EUP_N_ENTITY_TABLES]);

/* Sorting what is answered. */
gboolean eup_cost_add_sorting (EupCost             *cost,
                              const EupFilter      *filter,
                              guint64               units);

/* In how many documents words can be found at most. */
guint64  eup_cost_n_documents (const EupCost       *cost,
                              const EupFilter      *words);

/* Documents that have all of @n_words, of which the rarest stands in so many. */
gboolean eup_cost_add_intersection (EupCost        *cost,
                                    const EupFilter *last,
                                    guint64         n_documents,
                                    guint           n_words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupCost, eup_cost_clear)

G_END_DECLS
