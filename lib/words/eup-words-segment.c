/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "words/eup-words-segment.h"

#include <stdlib.h>
#include <string.h>

#include "values/eup-fold.h"
#include "values/eup-language.h"

void
eup_words_languages_init (EupWordsLanguages *self)
{
  memset (self, 0, sizeof *self);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->tags, g_strdup ("und"));
}

void
eup_words_languages_clear (EupWordsLanguages *self)
{
  for (guint i = 0; i < self->tags->len; i++)
    eup_stemmer_free (self->stemmers[i]);
  g_ptr_array_unref (self->tags);
}

guint
eup_words_languages_add (EupWordsLanguages *self,
                         const char        *tag)
{
  for (guint i = 0; i < self->tags->len; i++)
    if (eup_language_compare (g_ptr_array_index (self->tags, i), tag) == 0)
      return i;
  if (self->tags->len == EUP_WORDS_MAX_LANGUAGES)
    return EUP_WORDS_UND;
  g_ptr_array_add (self->tags, g_strdup (tag));
  return self->tags->len - 1;
}

EupStemmer *
eup_words_languages_stemmer (EupWordsLanguages *self,
                             guint              language)
{
  if (!self->asked[language] && language != EUP_WORDS_UND)
    self->stemmers[language] = eup_stemmer_new (g_ptr_array_index (self->tags, language));
  self->asked[language] = TRUE;
  return self->stemmers[language];
}

void
eup_words_segment_free (EupWordsSegment *self)
{
  for (guint i = 0; self->stems != NULL && i < self->n_languages; i++)
    {
      g_free (self->stems[i].hashes);
      g_free (self->stems[i].terms);
    }
  g_free (self->stems);
  g_free (self->homes);
  g_free (self->lengths);
  g_free (self->stale);
  g_free (self->stale_docs);
  g_free (self->text);
  g_free (self->term_text);
  g_free (self->term_first);
  g_free (self->language_first);
  g_free (self->docs);
  g_free (self->weights);
  g_free (self);
}

gsize
eup_words_segment_memory (const EupWordsSegment *self)
{
  gsize postings = self->term_first[self->n_terms];
  gsize sum = sizeof *self + postings * (sizeof (guint32) + sizeof (guint8));

  sum += self->term_text[self->n_terms] + 2 * sizeof (guint32) * ((gsize) self->n_terms + 1);
  sum += self->n_docs * (sizeof (guint16) + (self->homes != NULL ? sizeof (guint32) : 0));
  sum += self->stale != NULL ? self->n_docs / 8 + self->n_stale * sizeof (guint32) : 0;
  for (guint i = 0; self->stems != NULL && i < self->n_languages; i++)
    sum += self->stems[i].n * (sizeof (guint64) + sizeof (guint32));
  return sum;
}

guint32
eup_words_segment_find (const EupWordsSegment *self,
                        guint32                home)
{
  guint table = home >> 28;
  guint32 row = home & 0x0fffffff;
  guint32 low = 0, high = self->n_docs;

  if (self->homes == NULL)
    return row < self->offset[table + 1] - self->offset[table] ? self->offset[table] + row : G_MAXUINT32;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->homes[middle] < home)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_docs && self->homes[low] == home ? low : G_MAXUINT32;
}

gboolean
eup_words_segment_retire (EupWordsSegment *self,
                          guint32          home)
{
  guint32 doc = eup_words_segment_find (self, home);

  if (doc == G_MAXUINT32 || self->lengths[doc] == 0 || eup_words_segment_is_stale (self, doc))
    return FALSE;
  if (self->stale == NULL)
    self->stale = g_new0 (guint64, self->n_docs / 64 + 1);
  self->stale[doc / 64] |= G_GUINT64_CONSTANT (1) << (doc % 64);
  if ((self->n_stale & (self->n_stale - 1)) == 0)
    self->stale_docs = g_renew (guint32, self->stale_docs, MAX (1, 2 * (gsize) self->n_stale));
  self->stale_docs[self->n_stale++] = doc;
  self->n_live--;
  self->sum_lengths -= self->lengths[doc];
  return TRUE;
}

guint8
eup_words_segment_weight (const EupWordsSegment *self,
                          guint32                term,
                          guint32                doc)
{
  guint32 end = self->term_first[term + 1], p = eup_words_seek (self->docs, self->term_first[term], end, doc);

  return p < end && self->docs[p] == doc ? self->weights[p] : 0;
}

static inline const char *
term_at (const EupWordsSegment *self,
         guint32                term)
{
  return self->text + self->term_text[term];
}

/* The first term of the range that is not before the word; with @beyond the first that does not begin with it. */
static guint32
lower_bound (const EupWordsSegment *self,
             guint32                begin,
             guint32                end,
             const char            *word,
             gsize                  length,
             gboolean               beyond)
{
  while (begin < end)
    {
      guint32 middle = begin + (end - begin) / 2;
      int order = beyond ? strncmp (term_at (self, middle), word, length) : strcmp (term_at (self, middle), word);

      if (beyond ? order <= 0 : order < 0)
        begin = middle + 1;
      else
        end = middle;
    }
  return begin;
}

static guint64
hash_stem (const EupWordsSegment *self,
           const char            *stem,
           gsize                  length)
{
  guint64 hash = self->seed;

  for (gsize i = 0; i < length; i++)
    {
      hash = (hash ^ (guint8) stem[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  return hash;
}

typedef struct
{
  guint64 hash;
  guint32 term;
} Stem;

static int
compare_stems (const void *a,
               const void *b)
{
  const Stem *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->term < y->term ? -1 : x->term > y->term;
}

/* The stems of all terms of a language, once. */
static const EupWordsStems *
ensure_stems (EupWordsSegment *self,
              EupStemmer      *stemmer,
              guint            language)
{
  guint32 begin = self->language_first[language];
  guint32 n = self->language_first[language + 1] - begin;
  EupWordsStems *stems;
  g_autofree Stem *all = NULL;

  if (self->stems == NULL)
    self->stems = g_new0 (EupWordsStems, self->n_languages);
  stems = &self->stems[language];
  if (stems->n > 0 || n == 0)
    return stems;

  all = g_new (Stem, n);
  for (guint32 i = 0; i < n; i++)
    {
      const char *word = term_at (self, begin + i);
      gsize length;
      const char *stem = eup_stemmer_stem (stemmer, word, strlen (word), &length);

      all[i] = (Stem) { hash_stem (self, stem, length), begin + i };
    }
  qsort (all, n, sizeof (Stem), compare_stems);
  stems->hashes = g_new (guint64, n);
  stems->terms = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    {
      stems->hashes[i] = all[i].hash;
      stems->terms[i] = all[i].term;
    }
  stems->n = n;
  return stems;
}

static void
add_span (GArray  *spans,
          guint32  begin,
          guint32  end,
          guint    language)
{
  EupWordsSpan span = { begin, end, language };

  if (begin < end)
    g_array_append_val (spans, span);
}

static void
expand_stem (EupWordsSegment *self,
             EupStemmer      *stemmer,
             guint            language,
             const char      *word,
             GArray          *spans)
{
  const EupWordsStems *stems = ensure_stems (self, stemmer, language);
  gsize length;
  const char *stem = eup_stemmer_stem (stemmer, word, strlen (word), &length);
  guint64 hash = hash_stem (self, stem, length);
  guint32 low = 0, high = stems->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (stems->hashes[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < stems->n && stems->hashes[low] == hash; low++)
    {
      EupWordsSpan *last = spans->len == 0 ? NULL : &g_array_index (spans, EupWordsSpan, spans->len - 1);

      if (last != NULL && last->language == language && last->end == stems->terms[low])
        last->end++;
      else
        add_span (spans, stems->terms[low], stems->terms[low] + 1, language);
    }
}

void
eup_words_segment_expand (EupWordsSegment   *self,
                          EupWordsLanguages *languages,
                          const guint8      *allowed,
                          const char        *word,
                          gboolean           exact,
                          gboolean           prefix,
                          GArray            *spans)
{
  gsize length = strlen (word);

  for (guint i = 0; i < self->n_languages; i++)
    {
      guint32 begin = self->language_first[i], end = self->language_first[i + 1];
      EupStemmer *stemmer = NULL;

      if (!allowed[i] || begin == end)
        continue;
      if (!exact && !prefix)
        stemmer = eup_words_languages_stemmer (languages, i);
      if (stemmer != NULL)
        {
          expand_stem (self, stemmer, i, word, spans);
          continue;
        }
      begin = lower_bound (self, begin, end, word, length, FALSE);
      if (prefix)
        end = lower_bound (self, begin, end, word, length, TRUE);
      else
        end = begin < end && strcmp (term_at (self, begin), word) == 0 ? begin + 1 : begin;
      add_span (spans, begin, end, i);
    }
}
