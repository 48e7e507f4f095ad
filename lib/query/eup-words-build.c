/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/eup-words-part.h"

/* The documents are read in one or more parts, each of which gathers its words and their postings. Then the words of all parts are written in
 * their order, and with each its postings, part by part: so they are in the order of documents, and the same however many parts there were. */

#define MULTIPLIER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct
{
  EupWordsPart      *parts;
  guint              n_parts;
  EupWordsLanguages *own; /* by part; NULL where they are read one after the other, and use those of the index */
} Builder;

typedef struct
{
  EupWordsPart          *part;
  const EupWordsSegment *segment;
} Job;

static gpointer
read_part (gpointer data)
{
  const Job *job = data;

  eup_words_part_read (job->part, job->segment);
  return NULL;
}

static void
read_all (Builder               *builder,
          const EupWordsSegment *segment)
{
  g_autofree GThread **threads = g_new0 (GThread *, builder->n_parts);
  g_autofree Job *jobs = g_new (Job, builder->n_parts);

  for (guint i = 0; i < builder->n_parts; i++)
    {
      jobs[i] = (Job) { &builder->parts[i], segment };
      if (i > 0 && builder->own != NULL)
        threads[i] = g_thread_try_new ("eup-words", read_part, &jobs[i], NULL);
    }
  for (guint i = 0; i < builder->n_parts; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
    else
      read_part (&jobs[i]);
}

static void
builder_init (Builder               *builder,
              const EupWordsSegment *segment,
              const EupStore        *store,
              EupWordsLanguages     *languages,
              guint                  n_parts,
              gboolean               apart)
{
  builder->n_parts = n_parts;
  builder->parts = g_new (EupWordsPart, n_parts);
  builder->own = apart ? g_new (EupWordsLanguages, n_parts) : NULL;
  for (guint i = 0; i < n_parts; i++)
    {
      EupWordsPart *part = &builder->parts[i];

      if (builder->own != NULL)
        {
          eup_words_languages_init (&builder->own[i]);
          for (guint j = 1; j < languages->tags->len; j++)
            eup_words_languages_add (&builder->own[i], g_ptr_array_index (languages->tags, j));
        }
      eup_words_part_init (part, store, builder->own != NULL ? &builder->own[i] : languages, segment->seed);
      part->begin = (guint32) ((guint64) segment->n_docs * i / n_parts);
      part->end = (guint32) ((guint64) segment->n_docs * (i + 1) / n_parts);
    }
}

static void
builder_clear (Builder *builder)
{
  for (guint i = 0; i < builder->n_parts; i++)
    {
      eup_words_part_clear (&builder->parts[i]);
      if (builder->own != NULL)
        eup_words_languages_clear (&builder->own[i]);
    }
  g_free (builder->parts);
  g_free (builder->own);
}

/* Numbers the languages in the order in which the documents have them. Where they are too many for their numbers the parts have to be read one
 * after the other, for only then those that share a number share their words. */
static gboolean
sort_all (Builder           *builder,
          EupWordsLanguages *languages)
{
  guint numbers[EUP_WORDS_MAX_LANGUAGES];

  for (guint i = 0; i < builder->n_parts; i++)
    {
      const GPtrArray *tags = builder->parts[i].languages->tags;

      if (tags->len == EUP_WORDS_MAX_LANGUAGES && builder->own != NULL)
        return FALSE;
      for (guint j = 0; j < tags->len; j++)
        {
          numbers[j] = builder->own == NULL ? j : eup_words_languages_add (languages, g_ptr_array_index (tags, j));
          if (numbers[j] == EUP_WORDS_UND && j != EUP_WORDS_UND)
            return FALSE;
        }
      eup_words_part_sort (&builder->parts[i], numbers);
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

  for (guint i = 0; i < builder->n_parts; i++)
    {
      const EupWordsWord *word = word_at (&builder->parts[i], at[i]);
      int order = word == NULL ? 1 : first == NULL ? -1 : compare_words (&builder->parts[i], word, &builder->parts[*first_part], first);

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
  guint64 n_terms = 0, n_text = 0, n_postings = 0;

  for (guint i = 0; i < builder->n_parts; i++)
    {
      n_terms += builder->parts[i].n_words;
      n_text += builder->parts[i].n_text * EUP_WORDS_UNIT + builder->parts[i].n_words * EUP_WORDS_LONG;
      for (guint32 j = 0; j < builder->parts[i].n_words; j++)
        n_postings += builder->parts[i].words[j].df;
    }
  segment->term_text = g_new (guint32, n_terms + 1);
  segment->term_first = g_new (guint32, n_terms + 1);
  segment->text = g_malloc (n_text + 1);
  segment->docs = g_new (guint32, MAX (n_postings, 1));
  segment->weights = g_new (guint8, MAX (n_postings, 1));
}

static void
write_all (const Builder   *builder,
           EupWordsSegment *segment,
           guint            n_languages)
{
  g_autofree guint32 *at = g_new0 (guint32, builder->n_parts);
  g_autofree gboolean *has = g_new0 (gboolean, builder->n_parts);
  const EupWordsWord *word;
  gsize used = 0;
  guint32 postings = 0;
  guint language = 0, part = 0;

  reserve (builder, segment);
  segment->n_languages = n_languages;
  segment->language_first = g_new0 (guint32, n_languages + 1);
  for (; (word = first_word (builder, at, has, &part)) != NULL; segment->n_terms++)
    {
      const char *text = eup_words_part_text (&builder->parts[part], word);
      gsize length = strlen (text) + 1;

      while (language < word->language)
        segment->language_first[++language] = segment->n_terms;
      segment->term_text[segment->n_terms] = (guint32) used;
      segment->term_first[segment->n_terms] = postings;
      memcpy (segment->text + used, text, length);
      used += length;
      for (guint i = 0; i < builder->n_parts; i++)
        if (has[i])
          postings += eup_words_part_deal (&builder->parts[i], word_at (&builder->parts[i], at[i]++), segment->docs + postings, segment->weights + postings);
    }
  while (language < n_languages)
    segment->language_first[++language] = segment->n_terms;
  segment->term_text[segment->n_terms] = (guint32) used;
  segment->term_first[segment->n_terms] = postings;
  segment->text = g_realloc (segment->text, MAX (used, 1));
  segment->term_text = g_renew (guint32, segment->term_text, (gsize) segment->n_terms + 1);
  segment->term_first = g_renew (guint32, segment->term_first, (gsize) segment->n_terms + 1);
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
       gboolean           apart)
{
  Builder builder;
  gboolean done;

  builder_init (&builder, segment, store, languages, n_parts, apart);
  read_all (&builder, segment);
  done = sort_all (&builder, languages);
  if (done)
    {
      write_all (&builder, segment, languages->tags->len);
      for (guint i = 0; i < n_parts; i++)
        {
          segment->sum_lengths += builder.parts[i].sum_lengths;
          segment->n_live += builder.parts[i].n_live;
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
                       guint              n_threads)
{
  EupWordsSegment *segment = g_new0 (EupWordsSegment, 1);
  guint n_least;

  segment->seed = store->seed[0] ^ (store->seed[1] * MULTIPLIER);
  list_documents (segment, store, homes, n_homes);
  n_least = segment->n_docs / EUP_WORDS_PART_DOCS + 1;
  if (n_threads <= 1 || !build (segment, store, languages, MAX (n_threads, n_least), TRUE))
    build (segment, store, languages, n_least, FALSE);
  return segment;
}
