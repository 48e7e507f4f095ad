/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-best.h"

G_BEGIN_DECLS

/* Words of which each has many postings in the first piece: they are added up slice by slice, and each slice is read from end to end. */

/* Offers the documents that have all words. FALSE, and nothing is done, where another way is better. */
gboolean eup_words_search_dense (EupWordsBest *best);

G_END_DECLS
