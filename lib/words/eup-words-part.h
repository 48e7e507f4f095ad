/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-segment.h"
#include "values/eup-fold.h"

G_BEGIN_DECLS

/* The words of documents that follow each other, while a piece of the index is being made of one or more such parts. Parts know nothing of each
 * other, so that each may be read by a thread of its own. */

#define EUP_WORDS_UNIT 8
#define EUP_WORDS_PART_DOCS (1u << 24) /* a posting is a document of the part and a weight in 32 bits */

/* The postings of a word stand in runs of the pool, each longer than the one before and ending with where the next begins; the last ends with
 * where the first begins. */
typedef struct
{
  guint64 text[2]; /* padded with 0; of a long word the first eight letters, and where it stands in the dictionary */
  guint32 last_doc;
  guint32 tail;    /* where its next posting goes */
  guint32 df;      /* without the last document, which is not written yet */
  guint16 tf;      /* in the last document */
  guint8  room;    /* from the tail to the end of the run */
  guint8  language;
} EupWordsWord;

/* A word of fewer letters stands in 16 bytes, which can be compared without a loop. */
#define EUP_WORDS_LONG 16

typedef struct
{
  guint64 text[2];
  guint32 hash;
  guint32 doc;
  guint32 found;
  guint8  n_units; /* of a long word, which stands beside; else 0 */
  guint8  language;
  guint8  shift;
} EupWordsWaiting;

typedef union
{
  char    bytes[EUP_WORD_SIZE + EUP_WORDS_UNIT];
  guint64 units[EUP_WORD_SIZE / EUP_WORDS_UNIT + 1];
} EupWordsLongWord;

#define EUP_WORDS_BATCH 32

typedef struct
{
  const EupStore    *store;
  const EupWork     *work;         /* nullable */
  EupWordsLanguages *languages;
  guint64            seed;
  guint32            begin, end;   /* documents of the piece */
  guint16           *lengths;      /* of the piece, by document */
  guint64            sum_lengths;
  guint32            n_live;

  guint64           *text;         /* of long words, padded with 0 */
  gsize              n_text, text_cap;
  EupWordsWord      *words;
  guint32            n_words, words_cap;
  guint64           *slots;        /* hash << 32 | word + 1 */
  guint32            n_slots;
  guint32           *pool;         /* document of the part << 8 | weight */
  gsize              n_pool, pool_cap;
  guint32           *sorted;       /* words in the order of the index */

  EupWordsWaiting    batch[EUP_WORDS_BATCH];
  EupWordsLongWord   longer[EUP_WORDS_BATCH];
  guint              n_batch;
  guint32            doc;          /* of the part */
  guint32            counts[EUP_WORDS_MAX_LANGUAGES]; /* words of the document by language */
  const char        *last_tag[4];
  guint              last_language[4];
} EupWordsPart;

void    eup_words_part_init  (EupWordsPart      *part,
                              const EupStore    *store,
                              EupWordsLanguages *languages,
                              guint64            seed);

/* Reads the documents of the piece from begin to end. */
void    eup_words_part_read  (EupWordsPart          *part,
                              const EupWordsSegment *segment);

/* Puts the words in order; numbers[i] is the number that the piece has for language i of the part. */
void    eup_words_part_sort  (EupWordsPart      *part,
                              const guint       *numbers);

/* Writes the postings of a word. */
void    eup_words_part_deal  (const EupWordsPart *part,
                              const EupWordsWord *word,
                              guint32            *docs,
                              guint8             *weights);
void    eup_words_part_clear (EupWordsPart      *part);

#define EUP_WORDS_PLACE (((guint64) 1 << 56) - 1)

static inline const char *
eup_words_part_text (const EupWordsPart *part,
                     const EupWordsWord *word)
{
  const char *text = (const char *) word->text;

  if (text[EUP_WORDS_LONG - 1] == '\0')
    return text;
  return (const char *) (part->text + (GUINT64_FROM_LE (word->text[1]) & EUP_WORDS_PLACE));
}

G_END_DECLS
