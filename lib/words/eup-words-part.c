/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <string.h>

#include "words/eup-words-part.h"
#include "values/eup-fold-table.h"

#define MULTIPLIER_A G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define MULTIPLIER_B G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)
#define ASCII_SMALL G_GUINT64_CONSTANT (0x2020202020202020)
#define BEYOND_ASCII G_GUINT64_CONSTANT (0x8080808080808080)
#define SMALL_RUN 3u
#define LARGE_RUN 255u
#define LINE 64
#define DOCS_AT_ONCE 64 /* before somebody asks whether they are still wanted */

static inline guint64
mix (guint64 hash,
     guint64 unit)
{
  hash = (hash ^ unit) * MULTIPLIER_A;
  return hash ^ hash >> 32;
}

static inline guint32
finish_hash (guint64 hash)
{
  return (guint32) (hash * MULTIPLIER_B >> 32);
}

static void
grow_slots (EupWordsPart *part)
{
  guint32 n = part->n_slots * 2;
  guint64 *slots = g_new0 (guint64, n);

  for (guint32 i = 0; i < part->n_slots; i++)
    if (part->slots[i] != 0)
      {
        guint32 at = (guint32) (part->slots[i] >> 32) & (n - 1);

        while (slots[at] != 0)
          at = (at + 1) & (n - 1);
        slots[at] = part->slots[i];
      }
  g_free (part->slots);
  part->slots = slots;
  part->n_slots = n;
}

static guint32
new_word (EupWordsPart          *part,
          const EupWordsWaiting *waiting,
          const guint64         *longer)
{
  EupWordsWord *word;

  if (part->n_words == part->words_cap)
    {
      EupWordsWord *words = g_aligned_alloc (MAX (64, part->words_cap * 2), sizeof (EupWordsWord), LINE);

      if (part->n_words > 0)
        memcpy (words, part->words, part->n_words * sizeof (EupWordsWord));
      g_aligned_free (part->words);
      part->words = words;
      part->words_cap = MAX (64, part->words_cap * 2);
    }
  word = &part->words[part->n_words];
  *word = (EupWordsWord) { { waiting->text[0], waiting->text[1] }, G_MAXUINT32, 0, 0, 0, 0, waiting->language };
  if (waiting->n_units == 0)
    return part->n_words++;

  if (part->n_text + waiting->n_units > part->text_cap)
    {
      part->text_cap = MAX (256, part->text_cap * 2);
      part->text = g_renew (guint64, part->text, part->text_cap);
    }
  word->text[1] = GUINT64_TO_LE (part->n_text | ~EUP_WORDS_PLACE);
  memcpy (part->text + part->n_text, longer, waiting->n_units * EUP_WORDS_UNIT);
  part->n_text += waiting->n_units;
  return part->n_words++;
}

static inline gboolean
is_word (const EupWordsPart    *part,
         const EupWordsWord    *word,
         const EupWordsWaiting *waiting,
         const guint64         *longer)
{
  if (word->text[0] != waiting->text[0] || word->language != waiting->language)
    return FALSE;
  if (waiting->n_units == 0)
    return word->text[1] == waiting->text[1];
  return ((const char *) word->text)[EUP_WORDS_LONG - 1] != '\0' && strcmp (eup_words_part_text (part, word), (const char *) longer) == 0;
}

static inline guint32
find_word (EupWordsPart          *part,
           const EupWordsWaiting *waiting,
           const guint64         *longer)
{
  guint32 mask = part->n_slots - 1;
  guint32 at = waiting->hash & mask;
  guint32 found;

  for (; part->slots[at] != 0; at = (at + 1) & mask)
    if (part->slots[at] >> 32 == waiting->hash && is_word (part, &part->words[(guint32) part->slots[at] - 1], waiting, longer))
      return (guint32) part->slots[at] - 1;
  found = new_word (part, waiting, longer);
  part->slots[at] = (guint64) waiting->hash << 32 | (found + 1);
  if (part->n_words * 2 > part->n_slots)
    grow_slots (part);
  return found;
}

/* Postings */

static inline guint32
run_after (guint32 n_postings)
{
  return CLAMP (n_postings, SMALL_RUN, LARGE_RUN);
}

static void
begin_run (EupWordsPart *part,
           EupWordsWord *word)
{
  guint32 size = run_after (word->df);
  guint32 begin = (guint32) part->n_pool;

  if (part->n_pool + size + 1 > part->pool_cap)
    {
      part->pool_cap = MAX (1024, part->pool_cap + part->pool_cap / 2);
      part->pool = g_renew (guint32, part->pool, part->pool_cap);
    }
  part->n_pool += size + 1;
  if (word->df == 0)
    part->pool[begin + size] = begin;
  else
    {
      part->pool[begin + size] = part->pool[word->tail];
      part->pool[word->tail] = begin;
    }
  word->tail = begin;
  word->room = (guint8) size;
}

/* A posting is written when the next document has the word, for only then its frequencies are known. */
static inline void
write_posting (EupWordsPart *part,
               EupWordsWord *word)
{
  if (word->room == 0)
    begin_run (part, word);
  part->pool[word->tail++] = word->last_doc << 8 | eup_words_weigh (word->tf);
  word->room--;
  word->df++;
}

static inline void
add_posting (EupWordsPart *part,
             EupWordsWord *word,
             guint32       doc,
             guint         shift)
{
  if (word->last_doc == doc)
    {
      if ((word->tf >> shift & 15) < EUP_WORDS_MAX_TF)
        word->tf = (guint16) (word->tf + (1u << shift));
      return;
    }
  if (word->last_doc != G_MAXUINT32)
    write_posting (part, word);
  word->last_doc = doc;
  word->tf = (guint16) (1u << shift);
}

/* Words wait here until there are some, so that the memory that each needs is on its way while others are read. */
static void
add_batch (EupWordsPart *part)
{
  guint32 mask = part->n_slots - 1;

  for (guint i = 0; i < part->n_batch; i++)
    {
      guint64 slot = part->slots[part->batch[i].hash & mask];

      if (slot != 0)
        __builtin_prefetch (&part->words[(guint32) slot - 1], 1);
    }
  for (guint i = 0; i < part->n_batch; i++)
    {
      guint32 found = find_word (part, &part->batch[i], part->longer[i].units);

      part->batch[i].found = found;
      if (part->words[found].room > 0)
        __builtin_prefetch (&part->pool[part->words[found].tail], 1);
    }
  for (guint i = 0; i < part->n_batch; i++)
    add_posting (part, &part->words[part->batch[i].found], part->batch[i].doc, part->batch[i].shift);
  part->n_batch = 0;
}

/* Texts */

#define BLOCK 64

/* A bit for each byte of a block that is a letter or a digit, or beyond ASCII. */
static inline guint64
word_bits (const char *text)
{
  guint64 bits = 0;

#ifdef __SSE2__
  for (guint i = 0; i < 4; i++)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (const void *) (text + 16 * i));
      __m128i letters = _mm_add_epi8 (_mm_or_si128 (bytes, _mm_set1_epi8 (0x20)), _mm_set1_epi8 ((char) (0x80 - 'a')));
      __m128i digits = _mm_add_epi8 (bytes, _mm_set1_epi8 ((char) (0x80 - '0')));
      __m128i found = _mm_or_si128 (_mm_or_si128 (_mm_cmplt_epi8 (letters, _mm_set1_epi8 (-128 + 26)),
                                                  _mm_cmplt_epi8 (digits, _mm_set1_epi8 (-128 + 10))), bytes);

      bits |= (guint64) (guint32) _mm_movemask_epi8 (found) << (16 * i);
    }
#else
  for (guint i = 0; i < 64; i++)
    bits |= (guint64) (eup_fold_ascii[(guint8) text[i]] != 0) << i;
#endif
  return bits;
}

static inline void
add_word (EupWordsPart *part,
          guint64       hash,
          guint         language,
          guint         shift)
{
  EupWordsWaiting *waiting = &part->batch[part->n_batch];

  waiting->language = (guint8) language;
  waiting->shift = (guint8) shift;
  waiting->doc = part->doc;
  waiting->hash = finish_hash (hash);
  __builtin_prefetch (&part->slots[waiting->hash & (part->n_slots - 1)]);
  part->counts[language]++;
  if (++part->n_batch == EUP_WORDS_BATCH)
    add_batch (part);
}

/* What is long or not only ASCII: one word or more, or none. */
static void
add_slowly (EupWordsPart *part,
            const char   *start,
            const char   *stop,
            guint         language,
            guint         shift)
{
  guint64 seed = part->seed ^ (language * MULTIPLIER_B);

  for (;;)
    {
      EupWordsLongWord *word = &part->longer[part->n_batch];
      EupWordsWaiting *waiting = &part->batch[part->n_batch];
      gsize n = eup_words_next (&start, stop, word->bytes, NULL);
      guint64 hash;

      if (n == 0)
        return;
      memset (word->bytes + n, 0, n < EUP_WORDS_LONG ? EUP_WORDS_LONG - n : EUP_WORDS_UNIT);
      waiting->text[0] = word->units[0];
      waiting->text[1] = word->units[1];
      waiting->n_units = (guint8) (n < EUP_WORDS_LONG ? 0 : n / EUP_WORDS_UNIT + 1);
      hash = mix (mix (seed, word->units[0]), word->units[1]);
      for (guint i = 2; i < waiting->n_units; i++)
        hash = mix (hash, word->units[i]);
      add_word (part, hash, language, shift);
    }
}

/* What stands between two ASCII separators, of which 16 bytes can be read: nearly always a word of ASCII, which is taken as it is. Setting one
 * bit makes a letter small and leaves a digit alone. */
static inline void
add_run (EupWordsPart *part,
         const char   *start,
         gsize         n,
         guint         language,
         guint         shift)
{
  static const guint8 window[2 * EUP_WORDS_LONG] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                                     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  EupWordsWaiting *waiting = &part->batch[part->n_batch];
  guint64 text[2], mask[2];

  if (n < EUP_WORDS_LONG)
    {
      memcpy (text, start, sizeof text);
      memcpy (mask, window + EUP_WORDS_LONG - n, sizeof mask);
      text[0] &= mask[0];
      text[1] &= mask[1];
    }
  if (n >= EUP_WORDS_LONG || ((text[0] | text[1]) & BEYOND_ASCII) != 0)
    {
      add_slowly (part, start, start + n, language, shift);
      return;
    }
  waiting->text[0] = text[0] | (ASCII_SMALL & mask[0]);
  waiting->text[1] = text[1] | (ASCII_SMALL & mask[1]);
  waiting->n_units = 0;
  add_word (part, mix (mix (part->seed ^ (language * MULTIPLIER_B), waiting->text[0]), waiting->text[1]), language, shift);
}

/* The store gives the same pointer for the same language nearly always. */
static guint
language_of (EupWordsPart *part,
             const char   *tag)
{
  guint slot = (guint) (GPOINTER_TO_SIZE (tag) >> 2) % G_N_ELEMENTS (part->last_tag);

  if (tag == NULL)
    return EUP_WORDS_UND;
  if (part->last_tag[slot] != tag)
    {
      part->last_language[slot] = eup_words_languages_add (part->languages, tag);
      part->last_tag[slot] = tag;
    }
  return part->last_language[slot];
}

/* A text that is read in blocks; its end from a copy, behind which is room. */
typedef struct
{
  const char *text;
  const char *rest;
  gsize       rest_at;
  gsize       start;  /* of the word that is being read; NO_WORD: none */
  guint64     before; /* the last byte belonged to a word */
  guint       language;
  guint       shift;
} Reading;

#define NO_WORD G_MAXSIZE

/* Words begin and end where a bit is not like the one before. */
static inline void
read_block (EupWordsPart *part,
            Reading      *reading,
            gsize         at,
            guint64       bits)
{
  for (guint64 edges = bits ^ (bits << 1 | reading->before); edges != 0; edges &= edges - 1)
    {
      gsize edge = at + (guint) __builtin_ctzll (edges), start = reading->start;

      if (start == NO_WORD)
        {
          reading->start = edge;
          continue;
        }
      add_run (part, start >= reading->rest_at ? reading->rest + (start - reading->rest_at) : reading->text + start,
               edge - start, reading->language, reading->shift);
      reading->start = NO_WORD;
    }
  reading->before = bits >> (BLOCK - 1);
}

static gboolean
add_text (gpointer       data,
          EupWordsClass  klass,
          const char    *tag,
          const char    *text)
{
  EupWordsPart *part = data;
  Reading reading = { .text = text, .rest_at = G_MAXSIZE, .start = NO_WORD, .language = language_of (part, tag), .shift = 4 * klass };
  gsize length = strlen (text), at = 0;
  char rest[2 * BLOCK] = { 0 };

  for (; length - at >= BLOCK + EUP_WORDS_LONG; at += BLOCK)
    read_block (part, &reading, at, word_bits (text + at));
  memcpy (rest, text + at, length - at);
  reading.rest = rest;
  reading.rest_at = at;
  read_block (part, &reading, at, word_bits (rest));
  if (length - at >= BLOCK)
    read_block (part, &reading, at + BLOCK, word_bits (rest + BLOCK));
  return TRUE;
}

static void
add_document (EupWordsPart *part,
              guint32       home)
{
  EupTableKind table = home >> 28;
  guint32 row = home & 0x0fffffff;
  guint32 most = 1;

  if (!eup_store_is_alive (part->store, table, row))
    return;
  eup_words_each_text (part->store, table, row, add_text, part);
  for (guint i = 0; i < part->languages->tags->len; i++)
    {
      most = MAX (most, part->counts[i]);
      part->counts[i] = 0;
    }
  most = MIN (most, G_MAXUINT16);
  part->lengths[part->begin + part->doc] = (guint16) most;
  part->sum_lengths += most;
  part->n_live++;
}

void
eup_words_part_init (EupWordsPart      *part,
                     const EupStore    *store,
                     EupWordsLanguages *languages,
                     guint64            seed)
{
  memset (part, 0, sizeof *part);
  part->store = store;
  part->languages = languages;
  part->seed = seed;
}

void
eup_words_part_read (EupWordsPart          *part,
                     const EupWordsSegment *segment)
{
  part->n_slots = segment->homes == NULL ? 4096 : 256;
  part->slots = g_new0 (guint64, part->n_slots);
  part->lengths = segment->lengths;
  for (guint32 doc = part->begin; doc < part->end; doc++)
    {
      if (doc % DOCS_AT_ONCE == 0 && part->work != NULL && !eup_work_is_wanted (part->work))
        break;
      part->doc = doc - part->begin;
      add_document (part, eup_words_segment_home (segment, doc));
    }
  add_batch (part);
  for (guint32 i = 0; i < part->n_words; i++)
    write_posting (part, &part->words[i]);
  g_clear_pointer (&part->slots, g_free);
}

/* Sorting the words: by language and the first letters as one number, digit by digit; the few that are equal so far by their text. */
typedef struct
{
  guint64 key;
  guint32 word;
} Keyed;

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
  const EupWordsPart *part = data;
  const EupWordsWord *x = &part->words[((const Keyed *) a)->word], *y = &part->words[((const Keyed *) b)->word];

  return strcmp (eup_words_part_text (part, x), eup_words_part_text (part, y));
}

void
eup_words_part_sort (EupWordsPart *part,
                     const guint  *numbers)
{
  guint32 n = part->n_words;
  Keyed *items = g_new (Keyed, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    {
      EupWordsWord *word = &part->words[i];

      word->language = (guint8) numbers[word->language];
      items[i] = (Keyed) { (guint64) word->language << 56 | GUINT64_FROM_BE (word->text[0]) >> 8, i };
    }
  items = sort_by_key (items, n);
  for (guint32 i = 0; i < n;)
    {
      guint32 end = i + 1;

      while (end < n && items[end].key == items[i].key)
        end++;
      if (end - i > 1)
        g_qsort_with_data (items + i, (int) (end - i), sizeof (Keyed), compare_texts, part);
      i = end;
    }
  part->sorted = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    part->sorted[i] = items[i].word;
  g_free (items);
}

void
eup_words_part_deal (const EupWordsPart *part,
                     const EupWordsWord *word,
                     guint32            *docs,
                     guint8             *weights)
{
  guint32 begin = part->pool[word->tail + word->room];

  for (guint32 n = 0; n < word->df;)
    {
      const guint32 *run = part->pool + begin;
      guint32 size = run_after (n), used = MIN (size, word->df - n);

      for (guint32 i = 0; i < used; i++)
        {
          docs[n + i] = part->begin + (run[i] >> 8);
          weights[n + i] = (guint8) run[i];
        }
      n += used;
      begin = run[size];
    }
}

void
eup_words_part_clear (EupWordsPart *part)
{
  g_free (part->slots);
  g_free (part->text);
  g_aligned_free (part->words);
  g_free (part->pool);
  g_free (part->sorted);
}
