/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-segment.h"
#include "words/eup-words.h"
#include "words/eup-work.h"

G_BEGIN_DECLS

#define EUP_WORDS_ALL_TABLES ((1u << EUP_N_ENTITY_TABLES) - 1)

#define EUP_WORDS_K1 1.2
#define EUP_WORDS_B 0.75

/* Prefixes that fit a large part of everything: their best documents are kept if they have a posting for each so many documents, which is
 * asked less of those of few characters. */
#define EUP_WORDS_SHORT_PREFIX 2
#define EUP_WORDS_LONGER_PREFIX 8
#define EUP_WORDS_COMMON_PREFIX 8
#define EUP_WORDS_COMMON_SHORT_PREFIX 32
#define EUP_WORDS_KEPT_HITS 64
#define EUP_WORDS_BLOCK 256u
#define EUP_WORDS_KEEP_FROM 100000 /* documents; fewer are searched quickly anyway */

struct _EupWords
{
  EupWordsLanguages  languages;
  GPtrArray         *segments; /* the first is the whole store when it was made */
  GHashTable        *pending;  /* homes to read anew */
  GHashTable        *kept;     /* prefix -> EupWordsKept */
  guint64            generation; /* changes with every edit */
  EupWork           *work;       /* of the question that is being answered */
  EupWork            own_work;
  gboolean           is_partial; /* making it was given up: good for nothing */

  /* By document, all 0 between searches */
  guint16           *sums;
  guint8            *dirty; /* for each block of documents: there are sums in it */

  struct _EupWordsLead *lead; /* nullable */
  guint32            n_scratch;
};

/* Reads what is pending. FALSE if the index is partial. */
gboolean eup_words_flush       (EupWords             *words,
                                EupStore             *store);

/* "pt" takes "pt" and "pt-PT"; no language fits all. */
gboolean eup_words_language_fits (const char         *tag,
                                  const char * const *languages);

G_END_DECLS
