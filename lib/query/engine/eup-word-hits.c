/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-word-hits.h"

EupWordHits *
eup_word_hits_new (EupQueryIndex       *index,
                   EupQueryNode       **nodes,
                   guint                n_nodes,
                   char               **languages,
                   GHashTable          *phrases)
{
  EupWordHits *hits = g_new0 (EupWordHits, 1);

  hits->index = index;
  hits->nodes = g_new (const EupWordsPhrase *, n_nodes);
  hits->n_nodes = n_nodes;
  for (guint i = 0; i < n_nodes; i++)
    hits->nodes[i] = &nodes[i]->words;
  hits->languages = languages;
  hits->phrases = phrases;
  return hits;
}

void
eup_word_hits_free (EupWordHits *hits)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    g_free (hits->rows[table]);
  g_free (hits->nodes);
  g_free (hits);
}

void
eup_word_hits_find (EupWordHits *hits)
{
  EupStore *store = hits->index->store;
  EupWordsQuery query = { hits->nodes, hits->n_nodes, (const char * const *) hits->languages, .phrases = hits->phrases };
  if (hits->is_known)
    return;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      hits->n_rows[table] = eup_store_n_rows (store, table);
      if (hits->n_rows[table] > 0)
        hits->rows[table] = g_new0 (guint64, hits->n_rows[table] / 64 + 1);
    }
  eup_words_match_any (eup_query_index_words (hits->index), store, &query, hits->rows);
  hits->is_known = TRUE;
}
