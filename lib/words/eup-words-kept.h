/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-private.h"

G_BEGIN_DECLS

/* The best documents of the first piece for prefixes that a large part of all documents fit. After edits the numbers are brought up to date
 * from what is known of the documents that are left; what was not kept is bounded, and only where that does not do all is read again. */

typedef struct _EupWordsKept EupWordsKept;

void     eup_words_kept_free   (EupWordsKept        *kept);
gsize    eup_words_kept_memory (const EupWordsKept  *kept);

/* For all common prefixes, while the index is new. They are the same however many threads find them. */
void     eup_words_keep_common (EupWords            *words,
                                EupStore            *store,
                                guint                n_threads);

/* Whether the best for it are kept. */
gboolean eup_words_is_kept     (const EupWords      *words,
                                const EupWordsQuery *query,
                                guint                k);
guint    eup_words_search_kept (EupWords            *words,
                                EupStore            *store,
                                const EupWordsQuery *query,
                                guint                k,
                                EupWordsHit        **hits,
                                guint64             *n_total);

G_END_DECLS
