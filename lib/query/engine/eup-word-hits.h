/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-query-index.h"
#include "query/language/eup-query-tree.h"
#include "words/eup-words.h"

G_BEGIN_DECLS

/* The rows whose texts fulfil any of some nodes of words; they are looked for when they are first asked for. */
typedef struct
{
  EupQueryIndex       *index;
  const EupWordsPhrase **nodes;
  guint                n_nodes;
  char               **languages;
  GHashTable          *phrases; /* nullable, borrowed */
  gboolean             is_known;
  guint64             *rows[EUP_N_ENTITY_TABLES];
  guint64              n_rows[EUP_N_ENTITY_TABLES];
} EupWordHits;

EupWordHits *eup_word_hits_new  (EupQueryIndex       *index,
                                 EupQueryNode       **nodes,
                                 guint                n_nodes,
                                 char               **languages,
                                   GHashTable          *phrases);
void         eup_word_hits_free (EupWordHits         *hits);
void         eup_word_hits_find (EupWordHits         *hits);

static inline gboolean
eup_word_hits_have (EupWordHits  *hits,
                    EupTableKind  table,
                    guint32       row)
{
  if (!hits->is_known)
    eup_word_hits_find (hits);
  return row < hits->n_rows[table] && (hits->rows[table][row / 64] >> (row % 64) & 1);
}

G_END_DECLS
