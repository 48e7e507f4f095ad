/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-words.h"

namespace
{

class Small : public testing::Test
{
protected:
  void SetUp () override
  {
    store = eup_store_new ("en");
    guint32 row = add (store, EUP_TABLE_INITIATIVE, "protecteu");
    eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE, text (store, { { "en", "ProtectEU: internal security strategy" }, { "fr", "Stratégie de sécurité intérieure" }, { "de", "Strategie für die innere Sicherheit" } }));
    eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_SUMMARY, text (store, { { "en", "The strategies of the Union against organised crime, drones and smuggling." } }));
    EupRef reference = eup_store_add_string (store, "COM(2025) 148", 13);
    eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_REFERENCES, eup_store_add_list (store, &reference, 1));
    row = add (store, EUP_TABLE_INITIATIVE, "drone-defence");
    eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE, text (store, { { "en", "Drone defence" } }));
    eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_NOTES, text (store, { { "en", "Security, and internal matters. Die here." } }));
    row = add (store, EUP_TABLE_COMMISSIONER, "maros-sefcovic");
    eup_store_put (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_GIVEN_NAME, eup_store_add_string (store, "Maroš", strlen ("Maroš")));
    eup_store_put (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_FAMILY_NAME, eup_store_add_string (store, "Šefčovič", strlen ("Šefčovič")));
    words = eup_words_new (store);
  }
  void TearDown () override
  {
    eup_words_free (words);
    eup_store_unref (store);
  }
  std::string snippet (const char *id, const std::string &query, const char *language = "en")
  {
    Nodes nodes (query);
    EupWordsQuery q = nodes.query ();
    const char *preferred[] = { language, nullptr };
    g_autofree char *text = eup_words_snippet (words, store, &q, eup_store_find (store, id, strlen (id)), preferred);

    return text != nullptr ? text : "(none)";
  }
  EupStore *store;
  EupWords *words;
};

TEST_F (Small, FindsWords)
{
  EXPECT_EQ (ids_of (store, words, "sefcovic"), Strings { "maros-sefcovic" });
  EXPECT_EQ (ids_of (store, words, "ŠEFČOVIČ maroš"), Strings { "maros-sefcovic" });
  EXPECT_EQ (ids_of (store, words, "securite"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "security"), (Strings { "protecteu", "drone-defence" }));
  EXPECT_EQ (ids_of (store, words, "internal security"), (Strings { "protecteu", "drone-defence" }));
  EXPECT_EQ (ids_of (store, words, "\"internal security\""), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "\"internal sec\"*"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "com 148"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "COM(2025)"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "prot*"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "nothing"), Strings {});
  EXPECT_EQ (ids_of (store, words, "drone-defence"), Strings { "drone-defence" });
}

TEST_F (Small, LanguagesAreSearchedApart)
{
  EXPECT_EQ (ids_of (store, words, "innere lang:en"), Strings {});
  EXPECT_EQ (ids_of (store, words, "innere lang:de"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "sefcovic lang:de"), Strings { "maros-sefcovic" });
  EXPECT_EQ (ids_of (store, words, "die lang:en"), Strings { "drone-defence" });
}

#ifdef HAVE_STEMMER
TEST_F (Small, InflectionsDoNotMatter)
{
  EXPECT_EQ (ids_of (store, words, "strategies"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "smuggled"), Strings { "protecteu" });
  EXPECT_EQ (ids_of (store, words, "drones"), (Strings { "drone-defence", "protecteu" }));
  EXPECT_EQ (ids_of (store, words, "\"drones\""), Strings { "protecteu" });
  EXPECT_EQ (snippet ("protecteu", "strategy crimes"), "The **strategies** of the Union against organised **crime**, drones and smuggling.");
}
#endif

TEST_F (Small, Snippets)
{
  EXPECT_EQ (snippet ("protecteu", "\"internal security\""), "ProtectEU: **internal security** strategy");
  EXPECT_EQ (snippet ("protecteu", "securite"), "Stratégie de **sécurité** intérieure");
  EXPECT_EQ (snippet ("protecteu", "secu*", "fr"), "Stratégie de **sécurité** intérieure");
  EXPECT_EQ (snippet ("protecteu", "148"), "COM(2025) **148**");
  EXPECT_EQ (snippet ("protecteu", "absent"), "(none)");
  EXPECT_EQ (snippet ("nobody", "absent"), "(none)");

  std::string lead, tail;
  for (int i = 0; i < 60; i++)
    lead += "ärger ", tail += " weiter";
  guint32 row = add (store, EUP_TABLE_TOPIC, "long");
  eup_store_put (store, EUP_TABLE_TOPIC, row, EUP_FIELD_NOTES, text (store, { { "de", lead + "Treffer" + tail } }));
  eup_words_update (words, EUP_TABLE_TOPIC, row);
  std::string cut = snippet ("long", "treffer");
  EXPECT_EQ (cut.find ("…ärger ärger"), 0u) << cut;
  EXPECT_NE (cut.find ("ärger **Treffer** weiter"), std::string::npos) << cut;
  EXPECT_EQ (cut.substr (cut.size () - 3), "…") << cut;
  EXPECT_LT (g_utf8_strlen (cut.c_str (), -1), 180) << cut;
}

void
compare (EupStore *store, EupWords *words, Naive &naive, const std::string &text, guint k, std::mt19937 &random)
{
  Nodes nodes (text);
  EupWordsQuery query = nodes.query ();
  auto expected = naive.search (nodes);
  std::map<std::string, double> scores (expected.begin (), expected.end ());
  g_autofree EupWordsHit *hits = nullptr;
  guint64 total = 0;
  guint n = eup_words_search (words, store, &query, k, &hits, random () % 2 ? &total : nullptr);

  SCOPED_TRACE (text);
  ASSERT_EQ (n, std::min ((size_t) k, expected.size ()));
  if (total != 0)
    {
      ASSERT_EQ (total, expected.size ());
    }
  double least = n > 0 ? hits[n - 1].score : 0;
  std::set<std::string> seen;
  for (guint i = 0; i < n; i++)
    {
      std::string id = eup_store_id (store, hits[i].number);
      ASSERT_EQ (scores.count (id), 1u) << id;
      ASSERT_NEAR (scores[id], hits[i].score, 1e-9) << id;
      seen.insert (id);
      if (i > 0)
        {
          ASSERT_GE (hits[i - 1].score, hits[i].score);
          if (hits[i - 1].score == hits[i].score)
            {
              ASSERT_LT (std::string (eup_store_id (store, hits[i - 1].number)), id);
            }
        }
    }
  for (const auto &doc : expected)
    if (seen.count (doc.first) == 0)
      {
        ASSERT_LE (doc.second, least + 1e-9) << doc.first;
        if (doc.second > least - 1e-12 && n > 0)
          {
            ASSERT_GT (doc.first, std::string (eup_store_id (store, hits[n - 1].number)));
          }
      }

  /* the same as bits, and as scores */
  std::vector<std::vector<guint64>> bits (EUP_N_ENTITY_TABLES);
  std::vector<guint64 *> rows;
  for (int table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      bits[table].resize (eup_store_n_rows (store, (EupTableKind) table) / 64 + 1);
      rows.push_back (bits[table].data ());
    }
  ASSERT_EQ (eup_words_match (words, store, &query, rows.data ()), expected.size ());
  std::vector<EupNumber> numbers;
  std::vector<double> found;
  for (const Naive::Doc &doc : naive.docs)
    {
      ASSERT_EQ (bits[doc.table][doc.row / 64] >> (doc.row % 64) & 1, scores.count (doc.id)) << doc.id;
      if (scores.count (doc.id))
        numbers.push_back (eup_store_number_of (store, doc.table, doc.row));
    }
  std::reverse (numbers.begin (), numbers.end ());
  found.resize (numbers.size ());
  eup_words_score (words, store, &query, numbers.data (), (guint) numbers.size (), found.data ());
  for (size_t i = 0; i < numbers.size (); i++)
    ASSERT_NEAR (found[i], scores[eup_store_id (store, numbers[i])], 1e-9);
}

class Random : public testing::TestWithParam<int>
{
};

TEST_P (Random, AnswersAreThoseOfTheNaiveWay)
{
  std::mt19937 random ((unsigned) GetParam ());
  g_autoptr (EupStore) store = eup_store_new ("en");
  const EupTableKind tables[] = { EUP_TABLE_INITIATIVE, EUP_TABLE_INITIATIVE, EUP_TABLE_MILESTONE, EUP_TABLE_COMMISSIONER, EUP_TABLE_TOPIC };
  int n_docs = GetParam () % 3 == 0 ? 200 : 60;

  for (int i = 0; i < n_docs; i++)
    {
      EupTableKind table = tables[random () % G_N_ELEMENTS (tables)];
      std::string id = GetParam () % 2 ? "e" + std::to_string (100000 + i) : "e" + std::to_string (random () % 1000) + "-" + std::to_string (i);
      fill (store, table, add (store, table, id), random);
    }
  g_autoptr (EupWords) words = eup_words_new (store);

  for (int round = 0; round < 6; round++)
    {
      Naive naive (store);
      for (int i = 0; i < 25; i++)
        {
          compare (store, words, naive, random_query (random), i % 3 == 0 ? G_MAXUINT : 1 + random () % 20, random);
          if (testing::Test::HasFatalFailure ())
            FAIL () << "seed " << GetParam () << ", round " << round;
        }
      for (int i = 0; i < 1 << round; i++)
        {
          EupTableKind table = tables[random () % G_N_ELEMENTS (tables)];
          guint32 n = eup_store_n_rows (store, table);
          guint32 row = n > 0 ? random () % n : 0;

          if (n == 0 || random () % 3 == 0)
            {
              row = add (store, table, "new-" + std::to_string (round) + "-" + std::to_string (i));
              fill (store, table, row, random);
            }
          else if (!eup_store_is_alive (store, table, row))
            continue;
          else if (random () % 3 == 0)
            eup_store_remove_row (store, table, row);
          else
            eup_store_put (store, table, row, EUP_FIELD_TITLE, random_text (store, random, 6));
          eup_words_update (words, table, row);
        }
    }
}

INSTANTIATE_TEST_SUITE_P (Seeds, Random, testing::Range (1, 9));

/* Beyond the size at which the best for short prefixes are kept, and with filters. */
TEST (Large, ShortPrefixesAndFilters)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::mt19937 random (5);
  guint n = 60000;

  for (guint i = 0; i < n; i++)
    {
      std::string id = "i" + std::to_string (1000000 + i);
      guint32 row = add (store, EUP_TABLE_INITIATIVE, id);
      eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE, text (store, { { "en", random_words (random, 5) } }));
      row = add (store, EUP_TABLE_MILESTONE, id + "/m");
      eup_store_put (store, EUP_TABLE_MILESTONE, row, EUP_FIELD_TITLE, text (store, { { "en", random_words (random, 3) } }));
    }
  g_autoptr (EupWords) words = eup_words_new (store);

  for (const char *prefix : { "s*", "se*", "dr*", "z*", "i*", "m*" })
    for (guint8 tables : { 0, 1 << EUP_TABLE_INITIATIVE, (1 << EUP_TABLE_MILESTONE) | (1 << EUP_TABLE_TOPIC) })
      {
        Nodes nodes (prefix);
        EupWordsQuery query = nodes.query ();
        query.tables = tables;
        g_autofree EupWordsHit *kept = nullptr, *all = nullptr;
        guint64 total_kept, total_all;
        guint n_kept = eup_words_search (words, store, &query, 20, &kept, &total_kept);
        guint n_all = eup_words_search (words, store, &query, 100, &all, &total_all);

        ASSERT_EQ (n_kept, MIN (n_all, 20u));
        EXPECT_EQ (total_kept, total_all);
        for (guint i = 0; i < n_kept; i++)
          {
            ASSERT_EQ (kept[i].number, all[i].number) << prefix << i;
            ASSERT_EQ (kept[i].score, all[i].score);
          }
      }

  std::vector<guint64> odd (n / 64 + 1, G_GUINT64_CONSTANT (0xaaaaaaaaaaaaaaaa));
  const guint64 *admissible[EUP_N_ENTITY_TABLES] = {};
  admissible[EUP_TABLE_INITIATIVE] = admissible[EUP_TABLE_MILESTONE] = odd.data ();
  for (const char *text : { "security", "drone bor*", "\"the union\"", "s*" })
    {
      Nodes nodes (text);
      EupWordsQuery query = nodes.query ();
      g_autofree EupWordsHit *all = nullptr, *some = nullptr, *accepted = nullptr;
      guint n_all = eup_words_search (words, store, &query, G_MAXUINT, &all, nullptr);
      query.admissible = admissible;
      guint n_some = eup_words_search (words, store, &query, G_MAXUINT, &some, nullptr);
      query.admissible = nullptr;
      query.accept = [] (gpointer, EupTableKind, guint32 row) -> gboolean { return row % 2 == 1; };
      guint64 total;
      guint n_accepted = eup_words_search (words, store, &query, 50, &accepted, &total);
      guint j = 0;

      for (guint i = 0; i < n_all; i++)
        {
          EupTableKind table;
          guint32 row;
          ASSERT_TRUE (eup_store_home (store, all[i].number, &table, &row));
          if (row % 2 == 0)
            continue;
          ASSERT_LT (j, n_some);
          ASSERT_EQ (some[j].number, all[i].number) << text;
          if (j < 50)
            {
              ASSERT_EQ (accepted[j].number, all[i].number) << text;
            }
          j++;
        }
      EXPECT_EQ (j, n_some);
      EXPECT_EQ (total, n_some);
      EXPECT_EQ (n_accepted, MIN (50u, n_some));
    }
}

/* What is kept for prefixes is the same as what is found anew, whatever was edited meanwhile. */
void
expect_kept_to_follow (int most_words)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::mt19937 random (7);
  const EupTableKind tables[] = { EUP_TABLE_INITIATIVE, EUP_TABLE_MILESTONE };
  auto some_text = [&] { return text (store, { { "en", random_words (random, most_words) }, { "fr", random_words (random, most_words / 8 + 1) } }); };

  for (guint i = 0; i < 52000; i++)
    for (EupTableKind table : tables)
      {
        guint32 row = add (store, table, "i" + std::to_string (1000000 + i) + (table == EUP_TABLE_MILESTONE ? "/m" : ""));
        eup_store_put (store, table, row, EUP_FIELD_TITLE, some_text ());
      }
  g_autoptr (EupWords) words = eup_words_new (store);

  for (int round = 0; round < 40; round++)
    {
      for (const char *prefix : { "s*", "se*", "secur*", "dr*", "i*", "1*", "pl*" })
        {
          Nodes nodes (prefix);
          EupWordsQuery query = nodes.query ();
          query.tables = round % 3 == 0 ? 1 << EUP_TABLE_MILESTONE : 0;
          g_autofree EupWordsHit *kept = nullptr, *all = nullptr;
          guint64 total_kept, total_all;
          guint n_kept = eup_words_search (words, store, &query, 20, &kept, &total_kept);
          guint n_all = eup_words_search (words, store, &query, 100, &all, &total_all);

          ASSERT_EQ (n_kept, MIN (n_all, 20u));
          ASSERT_EQ (total_kept, total_all) << prefix << " round " << round;
          for (guint i = 0; i < n_kept; i++)
            {
              ASSERT_EQ (kept[i].number, all[i].number) << prefix << i << " round " << round;
              ASSERT_EQ (kept[i].score, all[i].score) << prefix << i << " round " << round;
            }
          if (round % 2 == 0 || n_kept == 0)
            continue;
          /* the best of all, so that what is kept shrinks */
          EupTableKind table;
          guint32 row;
          ASSERT_TRUE (eup_store_home (store, kept[random () % n_kept].number, &table, &row));
          eup_store_put (store, table, row, EUP_FIELD_TITLE, some_text ());
          eup_words_update (words, table, row);
        }
      for (int i = 0; i < 1 << (round % 8); i++)
        {
          EupTableKind table = tables[random () % 2];
          guint32 row = random () % eup_store_n_rows (store, table);

          if (random () % 4 == 0)
            row = add (store, table, "new-" + std::to_string (round) + "-" + std::to_string (i));
          else if (!eup_store_is_alive (store, table, row))
            continue;
          if (random () % 4 == 0)
            eup_store_remove_row (store, table, row);
          else
            eup_store_put (store, table, row, EUP_FIELD_TITLE, some_text ());
          eup_words_update (words, table, row);
        }
    }
}

TEST (Large, KeptPrefixesFollowEdits)
{
  expect_kept_to_follow (30);
}

/* Nearly all documents tie with others, so that the last of the kept says nothing about those that were not kept. */
TEST (Large, KeptPrefixesFollowEditsWhereAllTie)
{
  expect_kept_to_follow (1);
}

/* The best of several words are the first of all that have them, whichever way they are found. */
void
expect_first_of_all (EupStore *store, EupWords *words, const EupWordsQuery &query, const std::string &what)
{
  g_autofree EupWordsHit *all = nullptr, *many = nullptr, *few = nullptr;
  guint64 total;
  guint n_all = eup_words_search (words, store, &query, G_MAXUINT, &all, &total);
  guint n_many = eup_words_search (words, store, &query, 300, &many, nullptr);
  guint n_few = eup_words_search (words, store, &query, 20, &few, nullptr);

  ASSERT_EQ (n_all, total) << what;
  ASSERT_EQ (n_many, MIN (n_all, 300u)) << what;
  ASSERT_EQ (n_few, MIN (n_all, 20u)) << what;
  for (guint i = 0; i < n_many; i++)
    {
      ASSERT_EQ (many[i].number, all[i].number) << what << i;
      ASSERT_EQ (many[i].score, all[i].score) << what << i;
    }
  for (guint i = 0; i < n_few; i++)
    {
      ASSERT_EQ (few[i].number, all[i].number) << what << i;
      ASSERT_EQ (few[i].score, all[i].score) << what << i;
    }
}

TEST (Large, TypingAfterAWord)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::mt19937 random (17);
  const EupTableKind tables[] = { EUP_TABLE_INITIATIVE, EUP_TABLE_MILESTONE };

  for (guint i = 0; i < 6000; i++)
    for (EupTableKind table : tables)
      {
        guint32 row = add (store, table, (i % 7 == 0 ? "a" : "i") + std::to_string (100000 + i) + (table == EUP_TABLE_MILESTONE ? "/m" : ""));
        std::string title = random_words (random, i % 5 == 0 ? 60 : 12) + (i % 300 == 0 ? " seldom" : "") + (i % 3 == 0 ? " i999" : "");
        eup_store_put (store, table, row, EUP_FIELD_TITLE, text (store, { { "en", title }, { "fr", random_words (random, 5) } }));
      }
  g_autoptr (EupWords) words = eup_words_new (store);

  for (int round = 0; round < 3; round++)
    {
      for (const char *query : { "drone s*", "drone se*", "seldom s*", "seldom i*", "seldom dr*", "i999 1*", "union drone s*", "union drone border i*",
                                 "plan security energy drone border", "act i*", "act i1*", "the a*", "drone s* lang:fr", "seldom i*", "seldom m*" })
        {
          Nodes nodes (query);
          EupWordsQuery q = nodes.query ();

          expect_first_of_all (store, words, q, query);
          q.tables = 1 << EUP_TABLE_MILESTONE;
          expect_first_of_all (store, words, q, query);
          q.accept = [] (gpointer, EupTableKind, guint32 row) -> gboolean { return row % 3 == 1; };
          expect_first_of_all (store, words, q, query);
          if (testing::Test::HasFatalFailure ())
            return;
        }
      for (int i = 0; i < 30; i++)
        {
          guint32 row = random () % eup_store_n_rows (store, EUP_TABLE_MILESTONE);
          eup_store_put (store, EUP_TABLE_MILESTONE, row, EUP_FIELD_TITLE, text (store, { { "en", random_words (random, 9) } }));
          eup_words_update (words, EUP_TABLE_MILESTONE, row);
        }
    }
}

}
