/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <gtest/gtest.h>

#include <string>
#include <vector>

extern "C"
{
#include "values/eup-fold.h"
}

namespace
{

std::string
fold (const std::string &text)
{
  g_autofree char *folded = eup_fold_dup (text.data (), (gssize) text.size ());

  return folded;
}

std::vector<std::string>
words (const std::string &text)
{
  std::vector<std::string> found;
  const char *cursor = text.data ();
  const char *end = text.data () + text.size ();
  char word[EUP_WORD_SIZE];
  gsize n;

  while ((n = eup_words_next (&cursor, end, word, nullptr)) > 0)
    found.emplace_back (word, n);
  return found;
}

using List = std::vector<std::string>;

TEST (Fold, EachLanguageOfTheUnion)
{
  struct { const char *text, *folded; } rows[] = {
    { "Сигурност и Отбрана: Европейският съюз, ѝ, Край", "сигурност и отбрана: европейският съюз, и, край" },
    { "Šefčovič, Jiří, ŘEPKA, Ústí", "sefcovic, jiri, repka, usti" },
    { "Færdselsloven på Ærø, Åben", "faerdselsloven pa aero, aben" },
    { "Straße, GRÖẞE, Übung", "strasse, grosse, ubung" },
    { "Ασφάλεια και Άμυνα, ΟΔΟΣ οδός, ΐ, Ώ, ᾳ", "ασφαλεια και αμυνα, οδοσ οδοσ, ι, ω, α" },
    { "Strategic Autonomy", "strategic autonomy" },
    { "Niñez, Ávila, pingüino", "ninez, avila, pinguino" },
    { "Õigus, žürii, Äär, šokk", "oigus, zurii, aar, sokk" },
    { "Hyväksyä, Åland", "hyvaksya, aland" },
    { "Stratégie, ŒUVRE, ça, Îles, naïf", "strategie, oeuvre, ca, iles, naif" },
    { "Éire, Ní Bhriain, Ó", "eire, ni bhriain, o" },
    { "Đakovo, Žuželj, ćevapi", "dakovo, zuzelj, cevapi" },
    { "Győr, űr, ŐSZI", "gyor, ur, oszi" },
    { "perché, Così", "perche, cosi" },
    { "Šiauliai, ąčęėįšųūž", "siauliai, aceeisuuz" },
    { "Ķīmija, Ģirts, ņ, Ļ", "kimija, girts, n, l" },
    { "Ħaż-Żabbar, Ċirku, ġdid", "haz-zabbar, cirku, gdid" },
    { "Minister für ĳs, café", "minister fur ijs, cafe" },
    { "Łódź, ŻÓŁĆ, śnięty", "lodz, zolc, sniety" },
    { "Ação, São, pôr", "acao, sao, por" },
    { "Știință, ştiinţă, Mînzatu, Mînzătu", "stiinta, stiinta, minzatu, minzatu" },
    { "Košice, ĽUBICA, dĺžka, ŕ", "kosice, lubica, dlzka, r" },
    { "Čebelica, Kraševec", "cebelica, krasevec" },
    { "Växjö, Åsa", "vaxjo, asa" },
  };

  for (const auto &row : rows)
    EXPECT_EQ (fold (row.text), row.folded);
}

TEST (Fold, DecomposedTextIsTheSame)
{
  EXPECT_EQ (fold ("S\u030cefc\u030covic\u030c"), "sefcovic");
  EXPECT_EQ (fold ("\u0391\u0301\u03bc\u03c5\u03bd\u03b1"), fold ("\u0386\u03bc\u03c5\u03bd\u03b1"));
  EXPECT_EQ (fold ("кра\u0438\u0306"), fold ("край"));
  EXPECT_NE (fold ("край"), fold ("краи"));
}

TEST (Fold, NeverGrowsAndKeepsOddBytes)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char utf8[8];
      char out[16];
      int n;

      if (c >= 0xd800 && c < 0xe000)
        continue;
      n = g_unichar_to_utf8 (c, utf8);
      gsize m = eup_fold (utf8, (gsize) n, out);
      ASSERT_LE (m, (gsize) n) << c;
      ASSERT_TRUE (g_utf8_validate_len (out, m, nullptr)) << c;
      ASSERT_EQ (fold (std::string (out, m)), std::string (out, m)) << c;
    }
  EXPECT_EQ (fold ("A\xff\xc3(Z"), "a\xff\xc3(z");
  EXPECT_EQ (fold ("\xe2\x82"), "\xe2\x82");
}

TEST (Words, WhatSeparates)
{
  EXPECT_EQ (words ("Co-operation: l'Union d’Europe"), (List { "co", "operation", "l", "union", "d", "europe" }));
  EXPECT_EQ (words ("COM(2025) 148, 2025/0101(COD)"), (List { "com", "2025", "148", "2025", "0101", "cod" }));
  EXPECT_EQ (words ("CO₂ and m² in ½"), (List { "co2", "and", "m2", "in", "½" }));
  EXPECT_EQ (words ("Ευρώπη—Европа"), (List { "ευρωπη", "европа" }));
  EXPECT_EQ (words ("so\u00adft hy\u00adphen"), (List { "soft", "hyphen" }));
  EXPECT_EQ (words (" \u0301 ..."), List {});
  EXPECT_EQ (words (""), List {});
  EXPECT_EQ (words ("a\xff""b"), (List { "a", "b" }));
}

TEST (Words, TellWhereTheyStand)
{
  const char text[] = "  Štefan, 2025";
  const char *cursor = text;
  const char *start;
  char word[EUP_WORD_SIZE];

  ASSERT_EQ (eup_words_next (&cursor, text + sizeof text - 1, word, &start), 6u);
  EXPECT_EQ (std::string (start, cursor), "Štefan");
  ASSERT_EQ (eup_words_next (&cursor, text + sizeof text - 1, word, &start), 4u);
  EXPECT_EQ (std::string (start, cursor), "2025");
}

TEST (Words, LongOnesAreCut)
{
  EXPECT_EQ (words (std::string (1000, 'A') + " b"), (List { std::string (EUP_WORD_SIZE - 1, 'a'), "b" }));
  EXPECT_EQ (words ("x" + std::string (200, 'y') + "é z").back (), "z");
  std::string greek;
  for (int i = 0; i < 100; i++)
    greek += "Ω";
  EXPECT_EQ (words (greek)[0].size (), 62u);
}

TEST (Words, EqualTheWordsOfTheFoldedText)
{
  GRand *random = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      std::string text;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        {
          char utf8[8];
          gunichar c = (gunichar) g_rand_int_range (random, 1, g_rand_boolean (random) ? 0x80 : 0x2200);
          if (!g_unichar_ismark (c))
            text.append (utf8, (gsize) g_unichar_to_utf8 (c, utf8));
        }
      ASSERT_EQ (words (text), words (fold (text))) << text;
    }
  g_rand_free (random);
}

}
