/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

extern "C"
{
#include "config.h"
#include "query/eup-words.h"
#include "query/eup-words-segment.h"
#include "query/eup-words-stem.h"
#include "query/eup-words-text.h"
#include "values/eup-fold.h"
}

namespace
{

using Strings = std::vector<std::string>;

guint32
text (EupStore *store, const std::vector<std::pair<std::string, std::string>> &pairs)
{
  std::vector<const char *> languages, strings;

  for (const auto &pair : pairs)
    {
      languages.push_back (pair.first.c_str ());
      strings.push_back (pair.second.c_str ());
    }
  return eup_store_add_text (store, (guint) pairs.size (), languages.data (), strings.data ());
}

guint32
add (EupStore *store, EupTableKind table, const std::string &id)
{
  return eup_store_add_row (store, table, eup_store_intern (store, id.c_str (), id.size ()));
}

/* The nodes of a text of words, as the parser makes them. */
struct Nodes
{
  EupQuerySpec *spec;
  std::vector<const EupQueryWords *> list;

  explicit Nodes (const std::string &query)
  {
    g_autoptr (GError) error = nullptr;

    spec = eup_query_parse (query.c_str (), &error);
    EXPECT_NE (spec, nullptr) << (error != nullptr ? error->message : "");
    collect (spec->condition);
  }
  ~Nodes () { eup_query_spec_free (spec); }
  void collect (const EupQueryNode *node)
  {
    if (node->kind == EUP_QUERY_WORDS)
      list.push_back (&node->words);
    for (guint i = 0; node->children != nullptr && i < node->n; i++)
      collect (node->children[i]);
  }
  EupWordsQuery query () const
  {
    EupWordsQuery q = {};
    q.nodes = list.data ();
    q.n_nodes = (guint) list.size ();
    q.languages = spec->languages;
    return q;
  }
};

Strings
ids_of (EupStore *store, EupWords *words, const std::string &query, guint k = G_MAXUINT)
{
  Nodes nodes (query);
  EupWordsQuery q = nodes.query ();
  g_autofree EupWordsHit *hits = nullptr;
  guint n = eup_words_search (words, store, &q, k, &hits, nullptr);
  Strings ids;

  for (guint i = 0; i < n; i++)
    ids.push_back (eup_store_id (store, hits[i].number));
  return ids;
}

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

/* The slow and obvious way. */

struct Naive
{
  EupStore *store;
  struct Doc
  {
    EupTableKind table;
    guint32 row;
    std::string id;
    std::map<std::string, std::map<std::string, guint16>> tfs; /* language, word */
    guint length = 1;
  };
  std::vector<Doc> docs;
  std::map<std::string, EupStemmer *> stemmers;

  static gboolean take (gpointer data, EupWordsClass klass, const char *language, const char *string)
  {
    Doc *doc = static_cast<Doc *> (data);
    std::string tag = language != nullptr ? language : "und";
    const char *end = string + strlen (string);
    char word[EUP_WORD_SIZE];

    while (eup_words_next (&string, end, word, nullptr) > 0)
      {
        guint16 &tf = doc->tfs[tag][word];
        if ((tf >> 4 * klass & 15) < 15)
          tf = (guint16) (tf + (1 << 4 * klass));
        doc->tfs[tag]["\n"]++;
      }
    return TRUE;
  }
  explicit Naive (EupStore *s) : store (s)
  {
    for (int table = 0; table < EUP_N_ENTITY_TABLES; table++)
      for (guint32 row = 0; row < eup_store_n_rows (store, (EupTableKind) table); row++)
        {
          if (!eup_store_is_alive (store, (EupTableKind) table, row))
            continue;
          Doc doc;
          doc.table = (EupTableKind) table;
          doc.row = row;
          doc.id = eup_store_id (store, eup_store_number_of (store, doc.table, row));
          eup_words_each_text (store, doc.table, row, take, &doc);
          for (auto &language : doc.tfs)
            {
              doc.length = std::max (doc.length, (guint) language.second["\n"]);
              language.second.erase ("\n");
            }
          docs.push_back (doc);
        }
  }
  ~Naive ()
  {
    for (auto &stemmer : stemmers)
      eup_stemmer_free (stemmer.second);
  }
  std::map<std::pair<std::string, std::string>, std::string> stems;

  const std::string &stem (const std::string &language, const std::string &word)
  {
    auto known = stems.find ({ language, word });
    if (known != stems.end ())
      return known->second;
    return stems[{ language, word }] = make_stem (language, word);
  }
  std::string make_stem (const std::string &language, const std::string &word)
  {
    if (stemmers.count (language) == 0)
      stemmers[language] = language == "und" ? nullptr : eup_stemmer_new (language.c_str ());
    if (stemmers[language] == nullptr)
      return word;
    gsize length;
    const char *found = eup_stemmer_stem (stemmers[language], word.c_str (), word.size (), &length);
    return std::string (found, length);
  }
  bool fits (const std::string &language, const std::string &word, const std::string &token, bool exact, bool prefix)
  {
    if (prefix)
      return word.compare (0, token.size (), token) == 0;
    return word == token || (!exact && stem (language, word) == stem (language, token));
  }
  static guint weigh (guint16 tf) { return 4u * (tf & 15) + 3u * (tf >> 4 & 15) + 2u * (tf >> 8 & 15) + (tf >> 12 & 15); }

  static bool allowed (const std::string &language, char **languages)
  {
    if (languages == nullptr || language == "und")
      return true;
    for (; *languages != nullptr; languages++)
      if (language == *languages || language.compare (0, strlen (*languages) + 1, std::string (*languages) + "-") == 0)
        return true;
    return false;
  }
  struct Text { const EupQueryWords *node; char **languages; bool found; };
  static gboolean look (gpointer data, EupWordsClass, const char *language, const char *string)
  {
    Text *t = static_cast<Text *> (data);
    if (!allowed (language != nullptr ? language : "und", t->languages))
      return TRUE;
    Strings all;
    const char *end = string + strlen (string);
    char word[EUP_WORD_SIZE];
    while (eup_words_next (&string, end, word, nullptr) > 0)
      all.push_back (word);
    for (size_t i = 0; i + t->node->n_tokens <= all.size (); i++)
      {
        bool same = true;
        for (guint j = 0; j < t->node->n_tokens; j++)
          {
            std::string token = t->node->tokens[j];
            bool prefix = t->node->prefix && j + 1 == t->node->n_tokens;
            same = same && (prefix ? all[i + j].compare (0, token.size (), token) == 0 : all[i + j] == token);
          }
        t->found = t->found || same;
      }
    return TRUE;
  }
  std::vector<std::pair<std::string, double>> search (const Nodes &nodes)
  {
    std::vector<double> scores (docs.size (), 0);
    std::vector<bool> all (docs.size (), true);
    double sum = 0;
    for (const Doc &doc : docs)
      sum += doc.length;
    for (const EupQueryWords *node : nodes.list)
      for (guint t = 0; t < node->n_tokens; t++)
        {
          bool prefix = node->prefix && t + 1 == node->n_tokens;
          std::map<std::string, double> by_language;
          std::vector<guint> tf (docs.size (), 0);
          double df = 0, n = (double) docs.size ();

          for (size_t i = 0; i < docs.size (); i++)
            for (const auto &language : docs[i].tfs)
              for (const auto &word : language.second)
                if (allowed (language.first, nodes.spec->languages) && fits (language.first, word.first, node->tokens[t], node->exact, prefix))
                  {
                    tf[i] = std::min (65535u, tf[i] + weigh (word.second));
                    df = std::max (df, ++by_language[language.first]);
                  }
          df = std::min (df, n);
          double idf = std::log (1 + (n - df + 0.5) / (df + 0.5));
          for (size_t i = 0; i < docs.size (); i++)
            {
              if (tf[i] == 0)
                all[i] = false;
              scores[i] += idf * 2.2 * tf[i] / (tf[i] + 1.2 * (0.25 + 0.75 * docs[i].length / (sum / n)));
            }
        }
    std::vector<std::pair<std::string, double>> found;
    for (size_t i = 0; i < docs.size (); i++)
      {
        bool ok = all[i];
        for (const EupQueryWords *node : nodes.list)
          if (ok && node->n_tokens > 1)
            {
              Text t = { node, nodes.spec->languages, false };
              eup_words_each_text (store, docs[i].table, docs[i].row, look, &t);
              ok = t.found;
            }
        if (ok)
          found.emplace_back (docs[i].id, scores[i]);
      }
    return found;
  }
};

const Strings vocabulary = { "security", "secure", "securities", "strategy", "strategies", "drone", "drones", "border", "borders", "defence", "union", "the",
                             "europe", "european", "energy", "sécurité", "stratégie", "stratégies", "frontière", "Sicherheit", "Sicherheiten", "Grenze", "Grenzen",
                             "Straße", "plan", "plans", "planning", "act", "acts", "action", "2025", "2026", "a", "ab", "abc" };

std::string
random_words (std::mt19937 &random, int most)
{
  std::string result;
  int n = (int) (random () % (unsigned) most) + 1;

  for (int i = 0; i < n; i++)
    result += (i > 0 ? (random () % 9 == 0 ? ", " : " ") : "") + vocabulary[std::min (random () % vocabulary.size (), random () % vocabulary.size ())];
  return result;
}

guint32
random_text (EupStore *store, std::mt19937 &random, int most)
{
  const char *tags[] = { "de", "en", "fr", "fr-BE", "mt" };
  std::vector<std::pair<std::string, std::string>> pairs;

  for (const char *tag : tags)
    if (random () % 3 != 0)
      pairs.emplace_back (tag, random_words (random, most));
  return pairs.empty () ? 0 : text (store, pairs);
}

void
fill (EupStore *store, EupTableKind table, guint32 row, std::mt19937 &random)
{
  eup_store_put (store, table, row, EUP_FIELD_TITLE, random_text (store, random, 6));
  if (random () % 3 == 0)
    eup_store_put (store, table, row, EUP_FIELD_SHORT_TITLE, random_text (store, random, 2));
  if (random () % 2 == 0)
    eup_store_put (store, table, row, EUP_FIELD_SUMMARY, random_text (store, random, 40));
  if (random () % 4 == 0)
    eup_store_put (store, table, row, EUP_FIELD_NOTES, random_text (store, random, 20));
  if (table == EUP_TABLE_COMMISSIONER)
    {
      std::string name = random_words (random, 2);
      eup_store_put (store, table, row, EUP_COMMISSIONER_FAMILY_NAME, eup_store_add_string (store, name.c_str (), name.size ()));
    }
}

std::string
random_query (std::mt19937 &random)
{
  std::string query;

  for (int n = (int) (random () % 3) + 1; n > 0; n--)
    {
      const std::string &word = vocabulary[random () % vocabulary.size ()];
      switch (random () % 6)
        {
        case 0:
          query += " " + std::string (word, 0, (size_t) (g_utf8_offset_to_pointer (word.c_str (), 1 + (glong) (random () % (unsigned) g_utf8_strlen (word.c_str (), -1))) - word.c_str ())) + "*";
          break;
        case 1:
          query += " \"" + word + " " + vocabulary[random () % 8] + "\"" + (random () % 2 ? "*" : "");
          break;
        case 2:
          query += " \"" + word + "\"";
          break;
        default:
          query += " " + word;
        }
    }
  if (random () % 4 == 0)
    query += random () % 2 ? " lang:fr" : " lang:en,de";
  return query;
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
  EupWordsSegment *one = eup_words_segment_new (store, &languages, nullptr, 0, 1);
  for (guint n : { 2, 3, 5, 16 })
    {
      EupWordsLanguages others;

      eup_words_languages_init (&others);
      EupWordsSegment *many = eup_words_segment_new (store, &others, nullptr, 0, n);
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
  EupWordsSegment *segment = eup_words_segment_new (store, &languages, nullptr, 0, 1);
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
