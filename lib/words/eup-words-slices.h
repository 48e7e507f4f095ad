/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-score.h"

G_BEGIN_DECLS

/* The postings of words with many of them, in the first piece, added up by document: one slice of the documents after the other, so that the sums
 * stay in the cache, and by several threads where there are many slices. */

#define EUP_WORDS_SLICE_DOCS (1u << 16)
#define EUP_WORDS_SLICE_TOKENS 4

/* Is given the documents from @begin to @end: sums[t][doc - begin] is the sum of word t, 0 where there is none. */
typedef void (*EupWordsSliceFunc) (gpointer              worker,
                                   guint32               begin,
                                   guint32               end,
                                   const guint16 *const *sums);

/* How many threads are worth it. */
guint eup_words_n_workers   (const EupWordsPlan *plan,
                             guint32             begin,
                             guint32             end);

/* Reads the documents from @begin to @end: who is free takes the next slice, so the documents of each worker ascend. Each is called in one thread
 * only; they may be different ones. */
void  eup_words_read_slices (const EupWordsPlan *plan,
                             guint32             begin,
                             guint32             end,
                             EupWordsSliceFunc   func,
                             gpointer const     *workers,
                             guint               n_workers);

G_END_DECLS
