/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "words/eup-words-part.h"
#include "words/eup-workers.h"

/* The documents are read in one or more parts, each of which gathers its words and their postings. Then the words of all parts are written in
 * their order, and with each its postings, part by part: so they are in the order of documents, and the same however many parts there were. */

#define MULTIPLIER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  EupWordsPart      part;
  EupWordsLanguages own;     /* used where the parts are read apart */
  guint             numbers[EUP_WORDS_MAX_LANGUAGES]; /* that the piece has for the languages of the part */
  guint32          *places;  /* of the words in their order: where the piece has their first posting of this part */
  EupWordsSegment  *segment;
} Share;

typedef struct
{
  Share    *shares;
  guint     n_shares;
  gboolean  apart; /* by a thread each; else one after the other, and with the languages of the index */
} Builder;

static void
run_all (Builder     *builder,
         GThreadFunc  func)
{
  g_autofree gpointer *shares = g_new (gpointer, builder->n_shares);

  for (guint i = 0; i < builder->n_shares; i++)
    shares[i] = &builder->shares[i];
  if (builder->apart)
    eup_workers_run (func, shares, builder->n_shares);
  else
    for (guint i = 0; i < builder->n_shares; i++)
      func (shares[i]);
}

static gpointer
read_part (gpointer data)
{
  Share *share = data;

  eup_words_part_read (&share->part, share->segment);
  return NULL;
}

static gpointer
sort_part (gpointer data)
{
  Share *share = data;

  eup_words_part_sort (&share->part, share->numbers);
  return NULL;
}

static gpointer
deal_part (gpointer data)
{
  const Share *share = data;
  EupWordsSegment *segment = share->segment;

  for (guint32 i = 0; i < share->part.n_words && (share->part.work == NULL || eup_work_is_wanted (share->part.work)); i++)
    eup_words_part_deal (&share->part, &share->part.words[share->part.sorted[i]], segment->docs + share->places[i],
                         segment->weights + share->places[i]);
  return NULL;
}

static gboolean
add_length (gpointer       data,
            EupWordsClass  klass,
            const char    *tag,
            const char    *text)
{
  *(guint64 *) data += strlen (text);
  return TRUE;
}

#define SAMPLES 4096
#define DOCUMENT_COST 64 /* in bytes of text */

/* Where parts begin that take about as long to read as each other: the types differ in how much text they have. */
static void
divide (Builder               *builder,
        const EupWordsSegment *segment,
        const EupStore        *store)
{
  g_autofree guint64 *sums = g_new0 (guint64, SAMPLES + 1);
  guint32 n = segment->n_docs;
  guint64 share;
  guint sample = 0;

  for (guint i = 0; i < SAMPLES && n > 0; i++)
    {
      guint32 home = eup_words_segment_home (segment, (guint32) ((guint64) n * i / SAMPLES));

      sums[i + 1] = sums[i] + DOCUMENT_COST;
      if (eup_store_is_alive (store, home >> 28, home & 0x0fffffff))
        eup_words_each_text (store, home >> 28, home & 0x0fffffff, add_length, &sums[i + 1]);
    }
  share = sums[SAMPLES] / builder->n_shares;
  for (guint i = 1; i < builder->n_shares; i++)
    {
      while (sample < SAMPLES && sums[sample] < share * i)
        sample++;
      builder->shares[i - 1].part.end = builder->shares[i].part.begin = (guint32) ((guint64) n * sample / SAMPLES);
    }
}

static void
builder_init (Builder           *builder,
              EupWordsSegment   *segment,
              const EupStore    *store,
              EupWordsLanguages *languages,
              guint              n_parts,
              gboolean           apart,
              const EupWork     *work)
{
  builder->n_shares = n_parts;
  builder->shares = g_new0 (Share, n_parts);
  builder->apart = apart;
  for (guint i = 0; i < n_parts; i++)
    {
      Share *share = &builder->shares[i];

      share->segment = segment;
      if (apart)
        {
          eup_words_languages_init (&share->own);
          for (guint j = 1; j < languages->tags->len; j++)
            eup_words_languages_add (&share->own, g_ptr_array_index (languages->tags, j));
        }
      eup_words_part_init (&share->part, store, apart ? &share->own : languages, segment->seed);
      share->part.work = work;
      share->part.begin = (guint32) ((guint64) segment->n_docs * i / n_parts);
      share->part.end = (guint32) ((guint64) segment->n_docs * (i + 1) / n_parts);
    }
  if (n_parts > 1 && segment->n_docs <= EUP_WORDS_PART_DOCS)
    divide (builder, segment, store);
}

static void
builder_clear (Builder *builder)
{
  for (guint i = 0; i < builder->n_shares; i++)
    {
      eup_words_part_clear (&builder->shares[i].part);
      g_free (builder->shares[i].places);
      if (builder->apart)
        eup_words_languages_clear (&builder->shares[i].own);
    }
  g_free (builder->shares);
}

/* Numbers the languages in the order in which the documents have them. Where they are too many for their numbers the parts have to be read one
 * after the other, for only then those that share a number share their words. */
static gboolean
number_languages (Builder           *builder,
                  EupWordsLanguages *languages)
{
  for (guint i = 0; i < builder->n_shares; i++)
    {
      Share *share = &builder->shares[i];
      const GPtrArray *tags = share->part.languages->tags;

      if (tags->len == EUP_WORDS_MAX_LANGUAGES && builder->apart)
        return FALSE;
      for (guint j = 0; j < tags->len; j++)
        {
          share->numbers[j] = builder->apart ? eup_words_languages_add (languages, g_ptr_array_index (tags, j)) : j;
          if (share->numbers[j] == EUP_WORDS_UND && j != EUP_WORDS_UND)
            return FALSE;
        }
    }
  return TRUE;
}

/* Negative if a stands before b. */
static int
compare_words (const EupWordsPart *a,
               const EupWordsWord *x,
               const EupWordsPart *b,
               const EupWordsWord *y)
{
  if (x->language != y->language)
    return x->language < y->language ? -1 : 1;
  return strcmp (eup_words_part_text (a, x), eup_words_part_text (b, y));
}

static const EupWordsWord *
word_at (const EupWordsPart *part,
         guint32             at)
{
  return at < part->n_words ? &part->words[part->sorted[at]] : NULL;
}

/* The parts that have the first word that is left in any; returns that word. */
static const EupWordsWord *
first_word (const Builder *builder,
            const guint32 *at,
            gboolean      *has,
            guint         *first_part)
{
  const EupWordsWord *first = NULL;

  for (guint i = 0; i < builder->n_shares; i++)
    {
      const EupWordsPart *part = &builder->shares[i].part;
      const EupWordsWord *word = word_at (part, at[i]);
      int order = word == NULL ? 1 : first == NULL ? -1 : compare_words (part, word, &builder->shares[*first_part].part, first);

      has[i] = order <= 0;
      if (order >= 0)
        continue;
      memset (has, 0, i * sizeof *has);
      first = word;
      *first_part = i;
    }
  return first;
}

static void
reserve (const Builder   *builder,
         EupWordsSegment *segment)
{
  guint64 n_terms = 0, n_text = 0;

  for (guint i = 0; i < builder->n_shares; i++)
    {
      Share *share = &builder->shares[i];

      n_terms += share->part.n_words;
      n_text += share->part.n_text * EUP_WORDS_UNIT + share->part.n_words * EUP_WORDS_LONG;
      share->places = g_new (guint32, MAX (share->part.n_words, 1));
    }
  segment->term_text = g_new (guint32, n_terms + 1);
  segment->term_first = g_new (guint32, n_terms + 1);
  segment->text = g_malloc (n_text + 1);
}

/* Writes the terms, and finds the places of their postings. */
static void
write_terms (const Builder   *builder,
             EupWordsSegment *segment,
             guint            n_languages)
{
  g_autofree guint32 *at = g_new0 (guint32, builder->n_shares);
  g_autofree gboolean *has = g_new0 (gboolean, builder->n_shares);
  const EupWordsWord *word;
  gsize used = 0;
  guint32 postings = 0;
  guint language = 0, part = 0;

  reserve (builder, segment);
  segment->n_languages = n_languages;
  segment->language_first = g_new0 (guint32, n_languages + 1);
  for (; (word = first_word (builder, at, has, &part)) != NULL; segment->n_terms++)
    {
      const char *text = eup_words_part_text (&builder->shares[part].part, word);
      gsize length = strlen (text) + 1;

      while (language < word->language)
        segment->language_first[++language] = segment->n_terms;
      segment->term_text[segment->n_terms] = (guint32) used;
      segment->term_first[segment->n_terms] = postings;
      memcpy (segment->text + used, text, length);
      used += length;
      for (guint i = 0; i < builder->n_shares; i++)
        if (has[i])
          {
            const Share *share = &builder->shares[i];

            share->places[at[i]] = postings;
            postings += word_at (&share->part, at[i]++)->df;
          }
    }
  while (language < n_languages)
    segment->language_first[++language] = segment->n_terms;
  segment->term_text[segment->n_terms] = (guint32) used;
  segment->term_first[segment->n_terms] = postings;
  segment->text = g_realloc (segment->text, MAX (used, 1));
  segment->term_text = g_renew (guint32, segment->term_text, (gsize) segment->n_terms + 1);
  segment->term_first = g_renew (guint32, segment->term_first, (gsize) segment->n_terms + 1);
  segment->docs = g_new (guint32, MAX (postings, 1));
  segment->weights = g_new (guint8, MAX (postings, 1));
}

static gboolean
has_sorted_ids (const EupStore *store,
                EupTableKind    table)
{
  guint32 n = eup_store_n_rows (store, table);
  const char *last = "";

  for (guint32 row = 0; row < n; row++)
    {
      const char *id = eup_store_id (store, eup_store_number_of (store, table, row));

      if (strcmp (last, id) > 0)
        return FALSE;
      last = id;
    }
  return TRUE;
}

static void
list_documents (EupWordsSegment *segment,
                const EupStore  *store,
                const guint32   *homes,
                guint32          n_homes)
{
  if (homes != NULL)
    {
      segment->n_docs = n_homes;
      segment->homes = g_memdup2 (homes, n_homes * sizeof (guint32));
    }
  else
    {
      for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
        {
          segment->offset[table + 1] = segment->offset[table] + eup_store_n_rows (store, table);
          segment->sorted[table] = has_sorted_ids (store, table);
        }
      segment->n_docs = segment->offset[EUP_N_ENTITY_TABLES];
    }
  segment->lengths = g_new0 (guint16, MAX (segment->n_docs, 1));
}

/* FALSE if there are too many languages to read the parts apart. */
static gboolean
build (EupWordsSegment   *segment,
       const EupStore    *store,
       EupWordsLanguages *languages,
       guint              n_parts,
       gboolean           apart,
       const EupWork     *work)
{
  Builder builder;
  gboolean done;

  builder_init (&builder, segment, store, languages, n_parts, apart, work);
  run_all (&builder, read_part);
  done = number_languages (&builder, languages);
  if (done)
    {
      run_all (&builder, sort_part);
      write_terms (&builder, segment, languages->tags->len);
      run_all (&builder, deal_part);
      for (guint i = 0; i < n_parts; i++)
        {
          segment->sum_lengths += builder.shares[i].part.sum_lengths;
          segment->n_live += builder.shares[i].part.n_live;
        }
    }
  builder_clear (&builder);
  return done;
}

EupWordsSegment *
eup_words_segment_new (EupStore          *store,
                       EupWordsLanguages *languages,
                       const guint32     *homes,
                       guint32            n_homes,
                       guint              n_threads,
                       const EupWork     *work)
{
  EupWordsSegment *segment = g_new0 (EupWordsSegment, 1);
  guint n_least;

  segment->seed = store->seed[0] ^ (store->seed[1] * MULTIPLIER);
  list_documents (segment, store, homes, n_homes);
  n_least = segment->n_docs / EUP_WORDS_PART_DOCS + 1;
  if (n_threads <= 1 || !build (segment, store, languages, MAX (n_threads, n_least), TRUE, work))
    build (segment, store, languages, n_least, FALSE, work);
  return segment;
}
