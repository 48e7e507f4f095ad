/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "query/eup-words-segment.h"
#include "values/eup-fold-table.h"
#include "values/eup-fold.h"

/* One pass over the documents gives each new word a number and writes a posting (word, frequencies) for each word of each document, in the order of
 * documents. Then the words are sorted, and the postings are dealt out to them, which keeps the order of documents. */

#define MULTIPLIER_A G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define MULTIPLIER_B G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)
#define TEXT_UNIT 8
#define BATCH 32
#define ASCII_SMALL G_GUINT64_CONSTANT (0x2020202020202020)

typedef struct
{
  guint64 first; /* its first eight letters: nearly always enough to know it */
  guint32 text;  /* in units of the dictionary's text, which is padded with 0 */
  guint32 last_doc;
  guint32 last_posting;
  guint32 df;
  guint8  units;
  guint8  language;
} Word;

typedef struct
{
  union
  {
    char    bytes[EUP_WORD_SIZE + TEXT_UNIT];
    guint64 units[EUP_WORD_SIZE / TEXT_UNIT + 1];
  } word;
  guint   units;
  guint32 hash;
} Waiting;

typedef struct
{
  const EupStore    *store;
  EupWordsLanguages *languages;
  guint64            seed;

  guint64           *text;
  gsize              n_text, text_cap;
  Word              *words;
  guint32            n_words, words_cap;
  guint64           *slots; /* hash << 32 | word + 1 */
  guint32            n_slots;

  guint32           *posting_word;
  guint16           *posting_tf;
  guint32            n_postings, postings_cap;
  guint32           *doc_end; /* the postings of each document end there */

  Waiting            batch[BATCH];
  guint              n_batch;

  guint32            doc;
  guint32            counts[EUP_WORDS_MAX_LANGUAGES]; /* words of the document by language */
  const char        *last_tag[4];
  guint              last_language[4];
} Builder;

static inline guint32
hash_word (const Builder *builder,
           const guint64 *text,
           guint          units,
           guint          language)
{
  guint64 hash = builder->seed ^ (language * MULTIPLIER_B);

  for (guint i = 0; i < units; i++)
    {
      hash = (hash ^ text[i]) * MULTIPLIER_A;
      hash ^= hash >> 32;
    }
  hash *= MULTIPLIER_B;
  return (guint32) (hash >> 32);
}

static void
grow_slots (Builder *builder)
{
  guint32 n = builder->n_slots * 2;
  guint64 *slots = g_new0 (guint64, n);

  for (guint32 i = 0; i < builder->n_slots; i++)
    if (builder->slots[i] != 0)
      {
        guint32 at = (guint32) (builder->slots[i] >> 32) & (n - 1);

        while (slots[at] != 0)
          at = (at + 1) & (n - 1);
        slots[at] = builder->slots[i];
      }
  g_free (builder->slots);
  builder->slots = slots;
  builder->n_slots = n;
}

static guint32
new_word (Builder       *builder,
          const guint64 *text,
          guint          units,
          guint          language)
{
  Word *word;

  if (builder->n_words == builder->words_cap)
    {
      builder->words_cap = MAX (1024, builder->words_cap * 2);
      builder->words = g_renew (Word, builder->words, builder->words_cap);
    }
  if (builder->n_text + units > builder->text_cap)
    {
      builder->text_cap = MAX (4096, builder->text_cap * 2);
      builder->text = g_renew (guint64, builder->text, builder->text_cap);
    }
  word = &builder->words[builder->n_words];
  *word = (Word) { text[0], (guint32) builder->n_text, G_MAXUINT32, 0, 0, (guint8) units, (guint8) language };
  memcpy (builder->text + builder->n_text, text, units * TEXT_UNIT);
  builder->n_text += units;
  return builder->n_words++;
}

static guint32
find_word (Builder       *builder,
           const guint64 *text,
           guint          units,
           guint          language,
           guint32        hash)
{
  guint32 mask = builder->n_slots - 1;
  guint32 at = hash & mask;
  guint32 found;

  for (; builder->slots[at] != 0; at = (at + 1) & mask)
    if (builder->slots[at] >> 32 == hash)
      {
        const Word *word = &builder->words[(guint32) builder->slots[at] - 1];

        if (word->first == text[0] && word->units == units && word->language == language
            && (units == 1 || memcmp (builder->text + word->text, text, units * TEXT_UNIT) == 0))
          return (guint32) builder->slots[at] - 1;
      }
  found = new_word (builder, text, units, language);
  builder->slots[at] = (guint64) hash << 32 | (found + 1);
  if (builder->n_words * 2 > builder->n_slots)
    grow_slots (builder);
  return found;
}

static inline void
add_posting (Builder *builder,
             guint32  number,
             guint    shift)
{
  Word *word = &builder->words[number];

  if (word->last_doc == builder->doc)
    {
      guint16 *tf = &builder->posting_tf[word->last_posting];

      if ((*tf >> shift & 15) < EUP_WORDS_MAX_TF)
        *tf = (guint16) (*tf + (1u << shift));
      return;
    }
  if (builder->n_postings == builder->postings_cap)
    {
      builder->postings_cap = MAX (4096, builder->postings_cap + builder->postings_cap / 2);
      builder->posting_word = g_renew (guint32, builder->posting_word, builder->postings_cap);
      builder->posting_tf = g_renew (guint16, builder->posting_tf, builder->postings_cap);
    }
  word->last_doc = builder->doc;
  word->last_posting = builder->n_postings;
  word->df++;
  builder->posting_word[builder->n_postings] = number;
  builder->posting_tf[builder->n_postings++] = (guint16) (1u << shift);
}

/* The store gives the same pointer for the same language nearly always. */
static guint
language_of (Builder    *builder,
             const char *tag)
{
  guint slot = (guint) (GPOINTER_TO_SIZE (tag) >> 2) % G_N_ELEMENTS (builder->last_tag);

  if (tag == NULL)
    return EUP_WORDS_UND;
  if (builder->last_tag[slot] != tag)
    {
      builder->last_language[slot] = eup_words_languages_add (builder->languages, tag);
      builder->last_tag[slot] = tag;
    }
  return builder->last_language[slot];
}

/* Words wait here until there are some, so that the memory that each needs is on its way while others are read. */
static void
add_batch (Builder *builder,
           guint    language,
           guint    shift)
{
  guint32 mask = builder->n_slots - 1;

  for (guint i = 0; i < builder->n_batch; i++)
    {
      guint64 slot = builder->slots[builder->batch[i].hash & mask];

      if (slot != 0)
        __builtin_prefetch (&builder->words[(guint32) slot - 1], 1);
    }
  for (guint i = 0; i < builder->n_batch; i++)
    {
      const Waiting *waiting = &builder->batch[i];

      add_posting (builder, find_word (builder, waiting->word.units, waiting->units, language, waiting->hash), shift);
    }
  builder->counts[language] += builder->n_batch;
  builder->n_batch = 0;
}

/* Most words are ASCII, and are taken eight letters at a time: setting one bit makes a letter small and leaves a digit as it is. Returns 0
 * where that does not do. */
static inline guint
take_ascii (const char **cursor,
            const char  *end,
            guint64     *units)
{
  const guint8 *p = (const guint8 *) *cursor, *e = (const guint8 *) end;
  const guint8 *start;
  gsize n, last;

  while (p < e && eup_fold_ascii[*p] == 0)
    p++;
  start = p;
  while (p < e && eup_fold_ascii[*p] > 1)
    p++;
  n = (gsize) (p - start);
  if (n == 0 || n >= EUP_WORD_SIZE || (p < e && eup_fold_ascii[*p] != 0))
    return 0;

  last = n / TEXT_UNIT;
  for (gsize i = 0; i < last; i++)
    {
      memcpy (&units[i], start + i * TEXT_UNIT, TEXT_UNIT);
      units[i] |= ASCII_SMALL;
    }
  units[last] = 0;
  if (n % TEXT_UNIT != 0)
    {
      const guint8 *rest = start + last * TEXT_UNIT;

      if (e - rest >= TEXT_UNIT)
        memcpy (&units[last], rest, TEXT_UNIT);
      else
        memcpy (&units[last], rest, n % TEXT_UNIT);
      units[last] = GUINT64_TO_LE ((GUINT64_FROM_LE (units[last]) | ASCII_SMALL) & ((G_GUINT64_CONSTANT (1) << (n % TEXT_UNIT * 8)) - 1));
    }
  *cursor = (const char *) p;
  return (guint) last + 1;
}

static gboolean
add_text (gpointer       data,
          EupWordsClass  klass,
          const char    *tag,
          const char    *text)
{
  Builder *builder = data;
  guint language = language_of (builder, tag);
  const char *end = text + strlen (text);

  for (;;)
    {
      Waiting *waiting = &builder->batch[builder->n_batch];

      waiting->units = take_ascii (&text, end, waiting->word.units);
      if (waiting->units == 0)
        {
          gsize n = eup_words_next (&text, end, waiting->word.bytes, NULL);

          if (n == 0)
            break;
          memset (waiting->word.bytes + n, 0, TEXT_UNIT);
          waiting->units = (guint) (n / TEXT_UNIT + 1);
        }
      waiting->hash = hash_word (builder, waiting->word.units, waiting->units, language);
      __builtin_prefetch (&builder->slots[waiting->hash & (builder->n_slots - 1)]);
      if (++builder->n_batch == BATCH)
        add_batch (builder, language, 4 * klass);
    }
  add_batch (builder, language, 4 * klass);
  return TRUE;
}

static guint16
add_document (Builder      *builder,
              EupTableKind  table,
              guint32       row)
{
  guint n_languages;
  guint32 most = 1;

  eup_words_each_text (builder->store, table, row, add_text, builder);
  n_languages = builder->languages->tags->len;
  for (guint i = 0; i < n_languages; i++)
    {
      most = MAX (most, builder->counts[i]);
      builder->counts[i] = 0;
    }
  return (guint16) MIN (most, G_MAXUINT16);
}

/* Sorting the words: by language and the first letters as one number, digit by digit; the few that are equal so far by their text. */
typedef struct
{
  guint64 key;
  guint32 word;
} Keyed;

static guint64
key_of (const Builder *builder,
        const Word    *word)
{
  guint64 first = GUINT64_FROM_BE (builder->text[word->text]);

  return (guint64) word->language << 56 | first >> 8;
}

static Keyed *
sort_by_key (Keyed   *items,
             guint32  n)
{
  Keyed *spare = g_new (Keyed, n);

  for (guint shift = 0; shift < 64; shift += 8)
    {
      guint32 begin[257] = { 0 };
      Keyed *swap;

      for (guint32 i = 0; i < n; i++)
        begin[(items[i].key >> shift & 255) + 1]++;
      if (n == 0 || begin[(items[0].key >> shift & 255) + 1] == n)
        continue;
      for (guint i = 0; i < 256; i++)
        begin[i + 1] += begin[i];
      for (guint32 i = 0; i < n; i++)
        spare[begin[items[i].key >> shift & 255]++] = items[i];
      swap = items;
      items = spare;
      spare = swap;
    }
  g_free (spare);
  return items;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Builder *builder = data;
  const Word *x = &builder->words[((const Keyed *) a)->word], *y = &builder->words[((const Keyed *) b)->word];

  return strcmp ((const char *) (builder->text + x->text), (const char *) (builder->text + y->text));
}

static Keyed *
sort_words (Builder *builder)
{
  Keyed *items = g_new (Keyed, MAX (builder->n_words, 1));
  guint32 n = builder->n_words;

  for (guint32 i = 0; i < n; i++)
    items[i] = (Keyed) { key_of (builder, &builder->words[i]), i };
  items = sort_by_key (items, n);
  for (guint32 i = 0; i < n;)
    {
      guint32 end = i + 1;

      while (end < n && items[end].key == items[i].key)
        end++;
      if (end - i > 1)
        g_qsort_with_data (items + i, (int) (end - i), sizeof (Keyed), compare_texts, builder);
      i = end;
    }
  return items;
}

static void
write_terms (Builder         *builder,
             EupWordsSegment *segment,
             const Keyed     *sorted)
{
  gsize used = 0;
  guint32 postings = 0;
  guint language = 0;

  segment->n_terms = builder->n_words;
  segment->n_languages = builder->languages->tags->len;
  segment->language_first = g_new0 (guint32, segment->n_languages + 1);
  segment->term_text = g_new (guint32, segment->n_terms + 1);
  segment->term_first = g_new (guint32, segment->n_terms + 1);
  segment->text = g_malloc (builder->n_text * TEXT_UNIT + 1);
  for (guint32 i = 0; i < segment->n_terms; i++)
    {
      const Word *word = &builder->words[sorted[i].word];
      const char *text = (const char *) (builder->text + word->text);
      gsize length = strlen (text) + 1;

      while (language < word->language)
        segment->language_first[++language] = i;
      segment->term_text[i] = (guint32) used;
      segment->term_first[i] = postings;
      memcpy (segment->text + used, text, length);
      used += length;
      postings += word->df;
    }
  while (language < segment->n_languages)
    segment->language_first[++language] = segment->n_terms;
  segment->term_text[segment->n_terms] = (guint32) used;
  segment->term_first[segment->n_terms] = postings;
  segment->text = g_realloc (segment->text, MAX (used, 1));
}

/* Four frequencies of at most 15 with these weights are at most 150. */
static inline guint8
weigh (guint16 tf)
{
  return (guint8) (EUP_WORDS_WEIGHT_TITLE * (tf & 15) + EUP_WORDS_WEIGHT_SHORT * (tf >> 4 & 15)
                   + EUP_WORDS_WEIGHT_SUMMARY * (tf >> 8 & 15) + EUP_WORDS_WEIGHT_NOTES * (tf >> 12 & 15));
}

static void
deal_postings (Builder         *builder,
               EupWordsSegment *segment,
               const Keyed     *sorted)
{
  guint32 *next = g_new (guint32, MAX (segment->n_terms, 1));
  guint32 posting = 0;

  for (guint32 i = 0; i < segment->n_terms; i++)
    next[sorted[i].word] = segment->term_first[i];
  segment->docs = g_new (guint32, MAX (builder->n_postings, 1));
  segment->weights = g_new (guint8, MAX (builder->n_postings, 1));
  for (guint32 doc = 0; doc < segment->n_docs; doc++)
    for (; posting < builder->doc_end[doc]; posting++)
      {
        guint32 to = next[builder->posting_word[posting]]++;

        segment->docs[to] = doc;
        segment->weights[to] = weigh (builder->posting_tf[posting]);
      }
  g_free (next);
}

static void
add_one (Builder         *builder,
         EupWordsSegment *segment,
         EupTableKind     table,
         guint32          row)
{
  if (eup_store_is_alive (builder->store, table, row))
    {
      segment->lengths[builder->doc] = add_document (builder, table, row);
      segment->sum_lengths += segment->lengths[builder->doc];
      segment->n_live++;
    }
  builder->doc_end[builder->doc++] = builder->n_postings;
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
add_all (Builder         *builder,
         EupWordsSegment *segment,
         const EupStore  *store)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    segment->offset[table + 1] = segment->offset[table] + eup_store_n_rows (store, table);
  segment->n_docs = segment->offset[EUP_N_ENTITY_TABLES];
  segment->lengths = g_new0 (guint16, MAX (segment->n_docs, 1));
  builder->doc_end = g_new (guint32, MAX (segment->n_docs, 1));
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 n = eup_store_n_rows (store, table);

      for (guint32 row = 0; row < n; row++)
        add_one (builder, segment, table, row);
      segment->sorted[table] = has_sorted_ids (store, table);
    }
}

EupWordsSegment *
eup_words_segment_new (EupStore          *store,
                       EupWordsLanguages *languages,
                       const guint32     *homes,
                       guint32            n_homes)
{
  EupWordsSegment *segment = g_new0 (EupWordsSegment, 1);
  Builder builder = { .store = store, .languages = languages };
  Keyed *sorted;

  builder.seed = segment->seed = store->seed[0] ^ (store->seed[1] * MULTIPLIER_A);
  builder.n_slots = homes == NULL ? 4096 : 256;
  builder.slots = g_new0 (guint64, builder.n_slots);
  if (homes == NULL)
    add_all (&builder, segment, store);
  else
    {
      segment->n_docs = n_homes;
      segment->homes = g_memdup2 (homes, n_homes * sizeof (guint32));
      segment->lengths = g_new0 (guint16, MAX (n_homes, 1));
      builder.doc_end = g_new (guint32, MAX (n_homes, 1));
      for (guint32 i = 0; i < n_homes; i++)
        add_one (&builder, segment, homes[i] >> 28, homes[i] & 0x0fffffff);
    }
  g_free (builder.slots);

  sorted = sort_words (&builder);
  write_terms (&builder, segment, sorted);
  deal_postings (&builder, segment, sorted);
  g_free (sorted);
  g_free (builder.text);
  g_free (builder.words);
  g_free (builder.posting_word);
  g_free (builder.posting_tf);
  g_free (builder.doc_end);
  return segment;
}
