/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "words/eup-words-stem.h"
#include "words/eup-words-text.h"
#include "words/eup-work.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

/* An immutable piece of the index. The first piece holds all rows of the store, document = offset of the table + row; what is
 * edited later goes to small pieces, and becomes stale in the older ones. */

#define EUP_WORDS_MAX_LANGUAGES 255
#define EUP_WORDS_UND 0

/* The languages of the data, at the same numbers in all pieces; the first is "und". */
typedef struct
{
  GPtrArray   *tags;
  EupStemmer  *stemmers[EUP_WORDS_MAX_LANGUAGES]; /* NULL until needed, and where there is none */
  gboolean     asked[EUP_WORDS_MAX_LANGUAGES];
} EupWordsLanguages;

void        eup_words_languages_init    (EupWordsLanguages *self);
void        eup_words_languages_clear   (EupWordsLanguages *self);
guint       eup_words_languages_add     (EupWordsLanguages *self,
                                         const char        *tag);
EupStemmer *eup_words_languages_stemmer (EupWordsLanguages *self,
                                         guint              language);

typedef struct
{
  guint64 *hashes; /* of the stem, ascending */
  guint32 *terms;
  guint32  n;
} EupWordsStems;

typedef struct
{
  guint32   n_docs;
  guint32   offset[EUP_N_ENTITY_TABLES + 1]; /* of the first piece */
  gboolean  sorted[EUP_N_ENTITY_TABLES];     /* the ids of the table ascend with its rows */
  guint32  *homes;                           /* of the other pieces: table << 28 | row, ascending; else NULL */
  guint16  *lengths;                         /* by document; 0 where there is none */
  guint64  *stale;                           /* by document; NULL while none is */
  guint32  *stale_docs;                      /* in the order in which they became so */
  guint32   n_stale;
  guint32   n_live;
  guint64   sum_lengths;                     /* of the live ones */

  char     *text;                            /* of all terms, in order */
  guint32   n_terms;
  guint32  *term_text;                       /* by term, n_terms + 1 */
  guint32  *term_first;                      /* its first posting, n_terms + 1 */
  guint     n_languages;
  guint32  *language_first;                  /* its first term, n_languages + 1 */
  guint32  *docs;                            /* by posting */
  guint8   *weights;                         /* by posting: its frequencies, weighed by class */
  EupWordsStems *stems;                      /* by language; NULL until needed */
  guint64   seed;
} EupWordsSegment;

/* The whole store for @homes NULL. The piece is the same however many threads read the documents. If the work (nullable) is cancelled, it is
 * good for nothing but to be freed. */
EupWordsSegment *eup_words_segment_new   (EupStore          *store,
                                          EupWordsLanguages *languages,
                                          const guint32     *homes,
                                          guint32            n_homes,
                                          guint              n_threads,
                                          const EupWork     *work);
void             eup_words_segment_free  (EupWordsSegment   *self);
gsize            eup_words_segment_memory (const EupWordsSegment *self);

/* Makes the document stale; FALSE if it is not (or no longer) there. */
gboolean         eup_words_segment_retire (EupWordsSegment  *self,
                                           guint32           home);

/* The document of a home, or G_MAXUINT32. */
guint32          eup_words_segment_find  (const EupWordsSegment *self,
                                          guint32                home);

/* The weight that the term has in the document, or 0; that costs about as much as reading so many postings. */
#define EUP_WORDS_SEARCH_COST 32
guint8           eup_words_segment_weight (const EupWordsSegment *self,
                                           guint32                term,
                                           guint32                doc);

/* Terms that follow each other. */
typedef struct
{
  guint32 begin;
  guint32 end;
  guint   language;
} EupWordsSpan;

/* The terms that a word of a query stands for: appended to @spans, language by language. */
void             eup_words_segment_expand (EupWordsSegment   *self,
                                           EupWordsLanguages *languages,
                                           const guint8      *allowed,
                                           const char        *word,
                                           gboolean           exact,
                                           gboolean           prefix,
                                           GArray            *spans);

/* The first posting from @begin on that is not before the document; @end if all are. */
static inline guint32
eup_words_seek (const guint32 *docs,
                guint32        begin,
                guint32        end,
                guint32        doc)
{
  while (begin < end)
    {
      guint32 middle = begin + (end - begin) / 2;

      if (docs[middle] < doc)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

/* The same as seeking, for a document that is probably near. */
static inline guint32
eup_words_gallop (const guint32 *docs,
                  guint32        p,
                  guint32        end,
                  guint32        doc)
{
  guint32 step = 1, low = p;

  if (p >= end || docs[p] >= doc)
    return p;
  while (end - low > step && docs[low + step] < doc)
    {
      low += step;
      step *= 2;
    }
  return eup_words_seek (docs, low + 1, end - low > step ? low + step : end, doc);
}

static inline guint32
eup_words_segment_home (const EupWordsSegment *self,
                        guint32                doc)
{
  guint table = 0;

  if (self->homes != NULL)
    return self->homes[doc];
  while (doc >= self->offset[table + 1])
    table++;
  return table << 28 | (doc - self->offset[table]);
}

static inline gboolean
eup_words_segment_is_stale (const EupWordsSegment *self,
                            guint32                doc)
{
  return self->stale != NULL && (self->stale[doc / 64] >> (doc % 64) & 1);
}

G_END_DECLS
