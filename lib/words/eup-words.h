/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-phrase.h"
#include "words/eup-work.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

/* The index of words: which entities have which words, in which language and how prominently. A document is an entity of any
 * type. Its words stand in four classes that count differently: the title (4), short and other titles and the names of people
 * (3), the summary (2), notes, references and the id (1). Names, references and ids are in the language "und", which is always
 * searched.
 *
 * A word is worth  idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length)),  k1 1.2 and b 0.75, where
 *   tf      is the sum over its forms and languages of 4 * title + 3 * short + 2 * summary + 1 * notes, each at most 15 a form;
 *   length  is the number of words of the document in the language that has most;
 *   idf     is log (1 + (n - df + 0.5) / (df + 0.5)), n documents, df the documents that have a form of it, counted form by form in the
 *           language that has most, and n at most.
 * The rank of a document is the sum over the words of the query. All is exact after edits too.
 *
 * An index belongs to one thread at a time, like the store that it was made of. */

typedef struct _EupWords EupWords;

typedef struct
{
  EupNumber number;
  double    score;
} EupWordsHit;

typedef gboolean (*EupWordsAccept) (gpointer     data,
                                    EupTableKind table,
                                    guint32      row);

/* What is searched: documents that fulfil every node. */
typedef struct
{
  const EupWordsPhrase * const *nodes;
  guint                        n_nodes;    /* at least 1 */
  const char * const          *languages;  /* nullable: all. "pt" takes pt-PT along */
  guint8                       tables;     /* a bit for each type that is wanted; 0: all */
  const guint64 * const       *admissible; /* nullable: for each type a bit for each row; NULL in it: no row of that type */
  EupWordsAccept               accept;     /* nullable: asked for what would be a hit */
  gpointer                     accept_data;
  GHashTable                  *phrases;    /* nullable: where those that were looked for stand, so that no text is read twice */
} EupWordsQuery;

/* Of EupWordsPhrase and, for each, the homes of the documents in which they stand side by side. */
GHashTable *eup_words_phrases_new (void);

EupWords *eup_words_new     (EupStore            *store);

/* Counts in that work from then on. What is cancelled while it is being made, or made anew, is partial: it is to be freed. */
EupWords *eup_words_new_with_work (EupStore      *store,
                                   EupWork       *work);
gboolean  eup_words_is_partial (const EupWords   *words);
void      eup_words_free    (EupWords            *words);

/* To be called when a text, a name, the references or the id of the entity in that row has changed, and when it was added or removed. */
void      eup_words_update  (EupWords            *words,
                             EupTableKind         table,
                             guint32              row);

/* The @k best by score, ties by id, and how many there are in all (nullable: that costs time). Returns how many hits there are, which are to be
 * freed. */
guint     eup_words_search  (EupWords            *words,
                             EupStore            *store,
                             const EupWordsQuery *query,
                             guint                k,
                             EupWordsHit        **hits,
                             guint64             *n_total);

/* Sets the bit of each row that fulfils the query. Where the bitmap of a type is NULL that type is left out; the others have room for its rows.
 * Returns how many bits were set by it that the query found. */
guint64   eup_words_match   (EupWords            *words,
                             EupStore            *store,
                             const EupWordsQuery *query,
                             guint64 * const     *rows);

/* The same for what fulfils any of the nodes. */
void      eup_words_match_any (EupWords          *words,
                               EupStore          *store,
                               const EupWordsQuery *query,
                               guint64 * const   *rows);

/* The score of each of the entities, where a node that does not fit one adds nothing: for queries in which words are alternatives. Only the nodes and
 * the languages of the query are looked at. */
void      eup_words_score   (EupWords            *words,
                             EupStore            *store,
                             const EupWordsQuery *query,
                             const EupNumber     *numbers,
                             guint                n,
                             double              *scores);

/* The part of the entity's texts that shows the words best: about 160 characters, the words that were found between two pairs of asterisks, "…" where
 * the text was cut. NULL if none of its texts has any. @preferred (nullable) are the languages that the reader likes best. */
char     *eup_words_snippet (EupWords            *words,
                             EupStore            *store,
                             const EupWordsQuery *query,
                             EupNumber            number,
                             const char * const  *preferred);

/* What is known without reading: how many postings the words have in all, and how many documents can have all of them at most. */
typedef struct
{
  guint64  n_postings;
  guint64  n_docs;
  gboolean is_counted; /* for the caller */
} EupWordsSize;

/* For each node. */
void      eup_words_sizes   (EupWords            *words,
                             EupStore            *store,
                             const EupWordsQuery *query,
                             EupWordsSize        *sizes);

/* Of all words together. */
guint64   eup_words_n_postings_of_all (const EupWords *words);

/* Bytes that the index takes, and its size: for benchmarks and explanations. */
gsize     eup_words_memory  (const EupWords      *words);
guint64   eup_words_n_terms (const EupWords      *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupWords, eup_words_free)

G_END_DECLS
