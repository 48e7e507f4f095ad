/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-words.h"

extern "C"
{
#include "words/eup-words-best.h"
#include "words/eup-words-private.h"
#include "words/eup-words-slices.h"
}

namespace
{

/* Some slices of documents: some words stand in many, others in few. */
class Slices : public testing::Test
{
protected:
  static constexpr guint n_docs = 3 * EUP_WORDS_SLICE_DOCS + 1000;
  EupStore *store = eup_store_new ("en");
  EupWords *words = nullptr;

  void SetUp () override
  {
    std::mt19937 random (17);

    for (guint i = 0; i < n_docs; i++)
      {
        guint32 row = add (store, EUP_TABLE_TOPIC, "t" + std::to_string (1000000 + i));
        std::string title = random_words (random, 3) + " rare" + std::to_string (random () % 2000);

        eup_store_put (store, EUP_TABLE_TOPIC, row, EUP_FIELD_TITLE, text (store, { { "en", title } }));
      }
    words = eup_words_new (store);
    for (guint32 row = 5; row < n_docs; row += 20000)
      {
        eup_store_put (store, EUP_TABLE_TOPIC, row, EUP_FIELD_TITLE, 0);
        eup_words_update (words, EUP_TABLE_TOPIC, row);
      }
  }
  void TearDown () override
  {
    eup_words_free (words);
    eup_store_unref (store);
  }
};

/* What a worker was given: the sums of each word, and the documents that they are of. */
struct Given
{
  std::vector<std::vector<guint16>> sums;
  std::vector<std::pair<guint32, guint32>> slices;
};

void
take (gpointer worker, guint32 begin, guint32 end, const guint16 *const *sums)
{
  Given *given = static_cast<Given *> (worker);

  EXPECT_LT (begin, end);
  if (!given->slices.empty ())
    {
      EXPECT_GE (begin, given->slices.back ().second) << "the documents of a worker ascend";
    }
  given->slices.push_back ({ begin, end });
  for (size_t t = 0; t < given->sums.size (); t++)
    given->sums[t].insert (given->sums[t].end (), sums[t], sums[t] + (end - begin));
}

std::vector<guint16>
sums_of (const EupWordsPlan &plan, guint t)
{
  const EupWordsSegment *segment = eup_words_plan_segment (&plan, 0);
  const GArray *spans = eup_words_spans (&plan, 0, t);
  std::vector<guint16> sums (segment->n_docs, 0);

  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan &span = g_array_index (spans, EupWordsSpan, i);

      for (guint32 p = segment->term_first[span.begin]; p < segment->term_first[span.end]; p++)
        if (!eup_words_segment_is_stale (segment, segment->docs[p]))
          sums[segment->docs[p]] = (guint16) (sums[segment->docs[p]] + segment->weights[p]);
    }
  return sums;
}

TEST_F (Slices, SumsAreTheSameHoweverManyReadThem)
{
  Nodes nodes ("s* rare* rare17");
  EupWordsQuery query = nodes.query ();
  std::vector<std::vector<guint16>> expected;
  EupWordsPlan plan;

  eup_words_plan_init (&plan, words, store, &query);
  ASSERT_EQ (plan.n_tokens, 3u);
  for (guint t = 0; t < plan.n_tokens; t++)
    expected.push_back (sums_of (plan, t));
  for (auto range : { std::make_pair (0u, n_docs), std::make_pair (1000u, 150001u), std::make_pair (7u, 8u), std::make_pair (9u, 9u) })
    for (guint n : { 1, 2, 3, 7 })
      {
        std::vector<Given> given (n);
        std::vector<gpointer> workers;
        guint32 n_given = 0;

        for (Given &g : given)
          {
            g.sums.resize (plan.n_tokens);
            workers.push_back (&g);
          }
        eup_words_read_slices (&plan, range.first, range.second, take, workers.data (), n);
        for (const Given &g : given)
          for (guint t = 0; t < plan.n_tokens; t++)
            {
              auto at = g.sums[t].begin ();

              for (auto slice : g.slices)
                {
                  ASSERT_GE (slice.first, range.first);
                  ASSERT_LE (slice.second, range.second);
                  ASSERT_TRUE (std::equal (at, at + (slice.second - slice.first), expected[t].begin () + slice.first)) << t;
                  at += slice.second - slice.first;
                  n_given += t == 0 ? slice.second - slice.first : 0;
                }
            }
        ASSERT_EQ (n_given, range.second - range.first) << "each document once";
      }
  eup_words_plan_clear (&plan);
}

void
search (gpointer worker, guint32 begin, guint32 end, const guint16 *const *sums)
{
  EupWordsBest *best = static_cast<EupWordsBest *> (worker);

  eup_words_scan_sums (best->plan, best, FALSE, begin, end, sums[0]);
}

TEST_F (Slices, BestAreTheSameHoweverManySearch)
{
  Nodes nodes ("drone*");
  EupWordsQuery query = nodes.query ();
  guint k = 80;
  g_autofree EupWordsHit *expected = nullptr, *hits = g_new (EupWordsHit, k);
  guint64 n_total;
  guint n_expected = eup_words_search (words, store, &query, k, &expected, &n_total);
  EupWordsPlan plan;

  eup_words_plan_init (&plan, words, store, &query);
  for (guint n : { 1, 2, 4 })
    {
      std::vector<EupWordsBest> searchers (n);
      std::vector<gpointer> workers;
      EupWordsFloor floor = { 0 };
      EupWordsBest best;

      for (EupWordsBest &searcher : searchers)
        {
          eup_words_best_init (&searcher, &plan, k, TRUE);
          searcher.floor = &floor.bits;
          workers.push_back (&searcher);
        }
      eup_words_read_slices (&plan, 0, n_docs, search, workers.data (), n);
      eup_words_best_init (&best, &plan, k, TRUE);
      for (EupWordsBest &searcher : searchers)
        eup_words_best_take_all (&best, &searcher);
      EXPECT_EQ (best.n_total, n_total);
      ASSERT_EQ (eup_words_best_finish (&best, hits), n_expected);
      for (guint i = 0; i < n_expected; i++)
        {
          ASSERT_EQ (hits[i].number, expected[i].number) << i << " of " << n;
          ASSERT_EQ (hits[i].score, expected[i].score) << i << " of " << n;
        }
    }
  eup_words_plan_clear (&plan);
}

TEST_F (Slices, NothingIsMissingDownToAFloor)
{
  for (const char *word : { "drone*", "s*", "rare17" })
    {
      Nodes nodes (word);
      EupWordsQuery query = nodes.query ();
      g_autofree EupWordsHit *all = nullptr, *hits = g_new (EupWordsHit, n_docs);
      guint n_all = eup_words_search (words, store, &query, n_docs, &all, nullptr);
      EupWordsPlan plan;

      eup_words_plan_init (&plan, words, store, &query);
      for (guint at : { 0u, n_all / 100, n_all / 3, n_all - 1 })
        {
          EupWordsFloor floor = { (float) all[at].score };
          EupWordsBest best;
          guint n;

          eup_words_best_init (&best, &plan, n_docs, TRUE);
          best.floor = &floor.bits;
          eup_words_scan_segment (&best, 0);
          n = eup_words_best_finish (&best, hits);
          for (guint i = 0; i < n_all && all[i].score >= all[at].score; i++)
            {
              ASSERT_LT (i, n) << word;
              ASSERT_EQ (hits[i].number, all[i].number) << word << i;
              ASSERT_EQ (hits[i].score, all[i].score) << word << i;
            }
        }
      eup_words_plan_clear (&plan);
    }
}

}
