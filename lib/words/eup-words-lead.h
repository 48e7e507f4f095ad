/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-best.h"

G_BEGIN_DECLS

/* Several words of which one decides the rank nearly alone, as when the last is being typed: what hardly begins fits nearly everything, and is
 * worth next to nothing. The best for the one word are looked at in their order, until no other can be better. */

/* Offers the documents of the first piece that have all words. FALSE, and nothing is done, where that is not how it is. */
gboolean eup_words_search_lead (EupWordsBest *best);

/* What the documents that had the decisive word last are kept for: the next letter. */
typedef struct _EupWordsLead EupWordsLead;

void     eup_words_lead_free   (EupWordsLead *lead);

G_END_DECLS
