/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-words.h"

namespace
{

/* Pieces of the index */

template<typename T> std::vector<T>
copy (const T *data, size_t n)
{
  return std::vector<T> (data, data + n);
}

void
expect_same (const EupWordsSegment *a, const EupWordsSegment *b)
{
  ASSERT_EQ (a->n_docs, b->n_docs);
  ASSERT_EQ (a->n_live, b->n_live);
  ASSERT_EQ (a->sum_lengths, b->sum_lengths);
  ASSERT_EQ (a->n_terms, b->n_terms);
  ASSERT_EQ (a->n_languages, b->n_languages);
  ASSERT_EQ (copy (a->lengths, a->n_docs), copy (b->lengths, b->n_docs));
  ASSERT_EQ (copy (a->language_first, a->n_languages + 1), copy (b->language_first, a->n_languages + 1));
  ASSERT_EQ (copy (a->term_text, a->n_terms + 1), copy (b->term_text, a->n_terms + 1));
  ASSERT_EQ (copy (a->term_first, a->n_terms + 1), copy (b->term_first, a->n_terms + 1));
  ASSERT_EQ (copy (a->text, a->term_text[a->n_terms]), copy (b->text, a->term_text[a->n_terms]));
  ASSERT_EQ (copy (a->docs, a->term_first[a->n_terms]), copy (b->docs, a->term_first[a->n_terms]));
  ASSERT_EQ (copy (a->weights, a->term_first[a->n_terms]), copy (b->weights, a->term_first[a->n_terms]));
}

void
expect_same_by_threads (EupStore *store)
{
  EupWordsLanguages languages;

  eup_words_languages_init (&languages);
  EupWordsSegment *one = eup_words_segment_new (store, &languages, nullptr, 0, 1, nullptr);
  for (guint n : { 2, 3, 5, 16 })
    {
      EupWordsLanguages others;

      eup_words_languages_init (&others);
      EupWordsSegment *many = eup_words_segment_new (store, &others, nullptr, 0, n, nullptr);
      expect_same (one, many);
      ASSERT_EQ (languages.tags->len, others.tags->len);
      for (guint i = 0; i < languages.tags->len; i++)
        ASSERT_STREQ ((const char *) g_ptr_array_index (languages.tags, i), (const char *) g_ptr_array_index (others.tags, i));
      eup_words_segment_free (many);
      eup_words_languages_clear (&others);
    }
  eup_words_segment_free (one);
  eup_words_languages_clear (&languages);
}

TEST (Segment, IsTheSameHoweverManyThreadsReadIt)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::mt19937 random (11);

  expect_same_by_threads (store);
  for (int i = 0; i < 3000; i++)
    {
      EupTableKind table = random () % 3 == 0 ? EUP_TABLE_INITIATIVE : random () % 2 ? EUP_TABLE_MILESTONE : EUP_TABLE_COMMISSIONER;
      fill (store, table, add (store, table, "e" + std::to_string (random () % 1000) + "-" + std::to_string (i)), random);
    }
  eup_store_remove_row (store, EUP_TABLE_INITIATIVE, 3);
  expect_same_by_threads (store);
}

TEST (Segment, TooManyLanguagesAreOneAtTheEnd)
{
  g_autoptr (EupStore) store = eup_store_new ("en");

  for (int i = 0; i < 600; i++)
    {
      int language = i % 300;
      char tag[] = { 'q', (char) ('a' + language / 26), (char) ('a' + language % 26), '\0' };
      guint32 row = add (store, EUP_TABLE_TOPIC, "t" + std::to_string (i));
      eup_store_put (store, EUP_TABLE_TOPIC, row, EUP_FIELD_TITLE, text (store, { { "en", "common words" }, { tag, "common text" } }));
    }
  expect_same_by_threads (store);
  g_autoptr (EupWords) words = eup_words_new (store);
  EXPECT_EQ (ids_of (store, words, "common").size (), 600u);
}

/* Words of every length, at every place of the blocks in which a text is read. */
TEST (Segment, WordsOfAnyLengthAnywhere)
{
  const Strings letters = { "a", "Z", "9", "é", "ß", "ſ", "Ж", "\u00ad" }, separators = { " ", "-", "–", "…", "\u00a0", ". " };
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::mt19937 random (13);

  for (int i = 0; i < 300; i++)
    {
      std::string title;
      for (int n = (int) (random () % 12); n >= 0; n--)
        {
          size_t most = random () % 4 == 0 ? 140 : 12;
          for (size_t length = random () % most; length > 0; length--)
            title += letters[random () % (random () % 8 == 0 ? letters.size () : 3)];
          title += separators[random () % 8 == 0 ? random () % separators.size () : 0];
        }
      guint32 row = add (store, EUP_TABLE_TOPIC, "t" + std::to_string (i));
      eup_store_put (store, EUP_TABLE_TOPIC, row, EUP_FIELD_TITLE, text (store, { { "en", title } }));
    }
  Naive naive (store);
  EupWordsLanguages languages;
  eup_words_languages_init (&languages);
  EupWordsSegment *segment = eup_words_segment_new (store, &languages, nullptr, 0, 1, nullptr);
  std::map<std::pair<std::string, std::string>, std::vector<std::pair<guint, guint>>> expected, found;

  for (guint i = 0; i < naive.docs.size (); i++)
    {
      EXPECT_EQ (segment->lengths[i], naive.docs[i].length);
      for (const auto &language : naive.docs[i].tfs)
        for (const auto &word : language.second)
          expected[{ language.first, word.first }].emplace_back (i, Naive::weigh (word.second));
    }
  for (guint i = 0; i < segment->n_languages; i++)
    for (guint32 term = segment->language_first[i]; term < segment->language_first[i + 1]; term++)
      for (guint32 p = segment->term_first[term]; p < segment->term_first[term + 1]; p++)
        found[{ (const char *) g_ptr_array_index (languages.tags, i), segment->text + segment->term_text[term] }].emplace_back (segment->docs[p], segment->weights[p]);
  EXPECT_TRUE (expected == found);
  eup_words_segment_free (segment);
  eup_words_languages_clear (&languages);
}

TEST (Empty, FindsNothing)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  g_autoptr (EupWords) words = eup_words_new (store);

  EXPECT_EQ (ids_of (store, words, "a*"), Strings {});
  EXPECT_EQ (ids_of (store, words, "\"a b\" c"), Strings {});
  add (store, EUP_TABLE_TOPIC, "-");
  eup_words_update (words, EUP_TABLE_TOPIC, 0);
  EXPECT_EQ (ids_of (store, words, "a*"), Strings {});
}

}
