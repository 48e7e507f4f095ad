/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

/* Catalogs of random words, and the slow and obvious way of searching in them. */

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
#include "query/language/eup-query-tree.h"
#include "words/eup-words.h"
#include "words/eup-words-segment.h"
#include "words/eup-words-stem.h"
#include "words/eup-words-text.h"
#include "values/eup-fold.h"
}

namespace
{

using Strings = std::vector<std::string>;

inline guint32
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

inline guint32
add (EupStore *store, EupTableKind table, const std::string &id)
{
  return eup_store_add_row (store, table, eup_store_intern (store, id.c_str (), id.size ()));
}

/* The nodes of a text of words, as the parser makes them. */
struct Nodes
{
  EupQuerySpec *spec;
  std::vector<const EupWordsPhrase *> list;

  explicit Nodes (const std::string &query)
  {
    g_autoptr (GError) error = nullptr;

    spec = eup_query_parse (query.c_str (), &error);
    EXPECT_NE (spec, nullptr) << (error != nullptr ? error->message : "");
    collect (spec->condition);
  }
  ~Nodes () { eup_query_spec_unref (spec); }
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

inline Strings
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
  struct Text { const EupWordsPhrase *node; char **languages; bool found; };
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
    for (const EupWordsPhrase *node : nodes.list)
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
        for (const EupWordsPhrase *node : nodes.list)
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

inline std::string
random_words (std::mt19937 &random, int most)
{
  std::string result;
  int n = (int) (random () % (unsigned) most) + 1;

  for (int i = 0; i < n; i++)
    result += (i > 0 ? (random () % 9 == 0 ? ", " : " ") : "") + vocabulary[std::min (random () % vocabulary.size (), random () % vocabulary.size ())];
  return result;
}

inline guint32
random_text (EupStore *store, std::mt19937 &random, int most)
{
  const char *tags[] = { "de", "en", "fr", "fr-BE", "mt" };
  std::vector<std::pair<std::string, std::string>> pairs;

  for (const char *tag : tags)
    if (random () % 3 != 0)
      pairs.emplace_back (tag, random_words (random, most));
  return pairs.empty () ? 0 : text (store, pairs);
}

inline void
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

inline std::string
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

}
