/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <eupolicy.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "lib/values/eup-period-private.h"
#include "lib/values/eup-text-private.h"

#include "user-language.h"

namespace
{

std::string
take (char *string)
{
  std::string copy (string != nullptr ? string : "(null)");
  g_free (string);
  return copy;
}

template <typename Call>
void
expect_critical (Call call)
{
  g_test_expect_message ("EuPolicy", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  call ();
  g_test_assert_expected_messages ();
}

EupPeriod *
period (const char *text)
{
  g_autoptr (GError) error = nullptr;
  EupPeriod *made = eup_period_new_from_string (text, &error);
  EXPECT_NE (made, nullptr) << text << ": " << error->message;
  return made;
}

TEST (Period, ReadsAndWritesEveryForm)
{
  const struct
  {
    const char *text, *start, *end;
  } rows[] = { { "2024-12-01/2029", "2024-12-01", "2029" }, { "2023/..", "2023", nullptr },   { "2023/", "2023", nullptr },
               { "../2027", nullptr, "2027" },              { "/2027", nullptr, "2027" },     { "2025", "2025", "2025" },
               { "2025-XX", "2025-XX", "2025-XX" },         { "../..", nullptr, nullptr },    { "2025/2025", "2025", "2025" },
               { "2025-34~/2026-36?", "2025-34~", "2026-36?" }, { "2025-06/2025", "2025-06", "2025" }, { "202X", "202X", "202X" } };
  for (const auto &row : rows)
    {
      SCOPED_TRACE (row.text);
      g_autoptr (EupPeriod) self = period (row.text);
      EupDate *start = eup_period_get_start (self);
      EupDate *end = eup_period_get_end (self);
      guint32 cells[3];

      EXPECT_EQ (take (eup_period_to_string (self)), row.text);
      EXPECT_EQ (start != nullptr ? take (eup_date_to_string (start)) : "", row.start != nullptr ? row.start : "");
      EXPECT_EQ (end != nullptr ? take (eup_date_to_string (end)) : "", row.end != nullptr ? row.end : "");
      EXPECT_FALSE (take (eup_period_format (self, "en")).empty ());
      eup_period_get_cells (self, cells);
      EXPECT_TRUE (eup_period_cells_are_valid (cells));
      g_autoptr (EupPeriod) again = eup_period_new_from_cells (cells);
      EXPECT_TRUE (eup_period_equal (self, again));
      EXPECT_EQ (eup_period_hash (self), eup_period_hash (again));
    }
}

TEST (Period, RefusesTheImpossibleWithItsPlace)
{
  const struct
  {
    const char *text;
    int         character;
  } rows[] = { { "", 1 },           { "/", 1 },       { "/..", 1 },        { "../", 1 },           { "2026/2025", 6 },
               { "2025-13/2026", 6 }, { "2025/2026-02-30", 14 }, { "2025/2026/2027", 10 }, { "2025//", 6 }, { "a/b", 1 },
               { "2025/...", 6 },   { "2025 / 2026", 5 }, { "....", 1 } };
  for (const auto &row : rows)
    {
      SCOPED_TRACE (row.text);
      g_autoptr (GError) error = nullptr;
      EXPECT_EQ (eup_period_new_from_string (row.text, &error), nullptr);
      ASSERT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE));
      EXPECT_NE (std::string (error->message).find ("at character " + std::to_string (row.character) + ":"), std::string::npos)
          << error->message;
    }
}

TEST (Period, IsMadeFromDates)
{
  g_autoptr (EupDate) start = eup_date_new (2024, 12, 1, nullptr);
  g_autoptr (EupDate) end = eup_date_new (2029, 0, 0, nullptr);
  g_autoptr (EupPeriod) both = eup_period_new (start, end);
  g_autoptr (EupPeriod) since = eup_period_new (start, nullptr);
  g_autoptr (EupPeriod) until = eup_period_new (nullptr, end);
  g_autoptr (EupPeriod) always = eup_period_new (nullptr, nullptr);

  EXPECT_EQ (take (eup_period_to_string (both)), "2024-12-01/2029");
  EXPECT_EQ (take (eup_period_to_string (since)), "2024-12-01/..");
  EXPECT_EQ (take (eup_period_to_string (until)), "../2029");
  EXPECT_EQ (take (eup_period_to_string (always)), "../..");
  expect_critical ([&] { EXPECT_EQ (eup_period_new (end, start), nullptr); });
}

TEST (Period, ContainsAndOverlapsByDays)
{
  const struct
  {
    const char *period, *date;
    bool        within;
  } dates[] = { { "2024-12-01/2029", "2025", true },   { "2024-12-01/2029", "2024", false }, { "2024-12-01/2029", "2029-12-31", true },
                { "2023/..", "9999", true },           { "2023/..", "2022-12-31", false },   { "../2027", "0001", true },
                { "../2027", "2028", false },          { "2023/", "2030", true },            { "../..", "2025", true },
                { "2025", "2025-06", true },           { "2025-06", "2025", false } };
  for (const auto &row : dates)
    {
      g_autoptr (EupPeriod) self = period (row.period);
      g_autoptr (EupDate) date = eup_date_new_from_string (row.date, nullptr);
      EXPECT_EQ (eup_period_contains (self, date), row.within) << row.period << " " << row.date;
    }

  const struct
  {
    const char *a, *b;
    bool        overlap;
  } pairs[] = { { "2019/2024", "2024/2029", true },  { "2019/2023", "2024/2029", false }, { "2023/..", "../2022", false },
                { "2023/..", "../2023", true },      { "../..", "2025", true },           { "2025-06", "2025", true },
                { "2025-06", "2025-07", false },     { "2023/..", "2030/..", true } };
  for (const auto &row : pairs)
    {
      g_autoptr (EupPeriod) a = period (row.a);
      g_autoptr (EupPeriod) b = period (row.b);
      EXPECT_EQ (eup_period_overlaps (a, b), row.overlap) << row.a << " " << row.b;
      EXPECT_EQ (eup_period_overlaps (b, a), row.overlap) << row.b << " " << row.a;
    }
}

TEST (Period, OrderIsTotal)
{
  const char *sorted[] = { "../2024", "../2025", "../..", "2024-01", "2024", "2024/2025", "2024/..", "2024/", "2025" };
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (EupPeriod) a = period (sorted[i]);
        g_autoptr (EupPeriod) b = period (sorted[j]);
        const int order = eup_period_compare (a, b);
        EXPECT_EQ ((order > 0) - (order < 0), (i > j) - (i < j)) << sorted[i] << " " << sorted[j];
        EXPECT_EQ (eup_period_equal (a, b), i == j);
      }
  g_autoptr (EupPeriod) plain = period ("2025");
  g_autoptr (EupPeriod) range = period ("2025-XX/2025");
  EXPECT_TRUE (eup_period_equal (plain, range));
  EXPECT_EQ (eup_period_hash (plain), eup_period_hash (range));
}

TEST (Period, AnyTextIsReadOrRefused)
{
  std::mt19937 random (3);
  const char *parts[] = { "2024", "2025", "/", "..", "-06", "-01", "X", "~", "%", "-33", "20", ".", "-XX", "\xc3\xa9", "?" };
  for (int i = 0; i < 200000; i++)
    {
      std::string text;
      for (unsigned n = random () % 7; n > 0; n--)
        text += parts[random () % G_N_ELEMENTS (parts)];
      guint32 cells[3] = { 0, 0, 0 };
      gsize offset = 0;
      const char *message = nullptr;
      if (eup_period_cells_parse (text.data (), text.size (), cells, &offset, &message))
        {
          char buffer[EUP_PERIOD_PRINT_MAX];
          ASSERT_EQ (eup_period_cells_print (cells, buffer), text.size ());
          ASSERT_EQ (text, buffer);
          ASSERT_TRUE (eup_period_cells_are_valid (cells)) << text;
        }
      else
        {
          ASSERT_NE (message, nullptr) << text;
          ASSERT_LE (offset, text.size ());
          ASSERT_EQ (cells[2], 0u);
        }
    }
}

TEST (Period, CellsThatNoPeriodHasAreKnown)
{
  const guint32 none[3] = { 0, 0, 0 };
  const guint32 odd_form[3] = { 0, 0, 99 };
  const guint32 bad_cell[3] = { 7, 0, EUP_PERIOD_FORM_RANGE };
  const guint32 empty_date[3] = { 0, 0, EUP_PERIOD_FORM_DATE };
  const guint32 nothing_known[3] = { 0, 0, EUP_PERIOD_FORM_RANGE | EUP_PERIOD_FORM_END_UNKNOWN };
  char buffer[EUP_PERIOD_PRINT_MAX];
  guint32 cells[3] = { 1, 1, 1 };

  EXPECT_FALSE (eup_period_cells_are_valid (none));
  EXPECT_FALSE (eup_period_cells_are_valid (odd_form));
  EXPECT_FALSE (eup_period_cells_are_valid (bad_cell));
  EXPECT_FALSE (eup_period_cells_are_valid (empty_date));
  EXPECT_FALSE (eup_period_cells_are_valid (nothing_known));
  EXPECT_EQ (eup_period_cells_print (none, buffer), 0u);
  eup_period_get_cells (nullptr, cells);
  EXPECT_EQ (cells[0] + cells[1] + cells[2], 0u);
  expect_critical ([&] { EXPECT_EQ (eup_period_new_from_cells (none), nullptr); });
}

TEST (Period, WrongUseIsAProgrammersError)
{
  g_autoptr (EupPeriod) self = period ("2025");
  expect_critical ([] { EXPECT_EQ (eup_period_new_from_string (nullptr, nullptr), nullptr); });
  expect_critical ([] { eup_period_ref (nullptr); });
  expect_critical ([] { eup_period_unref (nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_period_to_string (nullptr), nullptr); });
  expect_critical ([] { eup_period_get_start (nullptr); });
  expect_critical ([] { eup_period_get_end (nullptr); });
  expect_critical ([&] { eup_period_contains (self, nullptr); });
  expect_critical ([&] { eup_period_overlaps (self, nullptr); });
  expect_critical ([&] { eup_period_compare (self, nullptr); });
  expect_critical ([&] { eup_period_equal (nullptr, self); });
  expect_critical ([] { eup_period_hash (nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_period_format (nullptr, nullptr), nullptr); });
  g_autoptr (EupPeriod) same = (EupPeriod *) g_boxed_copy (EUP_TYPE_PERIOD, self);
  EXPECT_EQ (same, self);
}

TEST (Text, HoldsAStringForEachLanguage)
{
  g_autoptr (EupText) english = eup_text_new ("en", "Security");
  g_autoptr (EupText) french = eup_text_with_string (english, "fr", "Sécurité");
  g_autoptr (EupText) both = eup_text_with_string (french, "DE", "Sicherheit");
  g_autoptr (EupText) changed = eup_text_with_string (both, "FR", "Sûreté");
  g_autoptr (EupText) fewer = eup_text_with_string (changed, "de", nullptr);

  EXPECT_STREQ (eup_text_get (both, "fr"), "Sécurité");
  EXPECT_STREQ (eup_text_get (both, "Fr"), "Sécurité");
  EXPECT_STREQ (eup_text_get (both, "de"), "Sicherheit");
  EXPECT_EQ (eup_text_get (both, "fr-BE"), nullptr);
  EXPECT_STREQ (eup_text_get (changed, "fr"), "Sûreté");
  EXPECT_EQ (eup_text_get (fewer, "de"), nullptr);
  char **languages = eup_text_get_languages (both);
  EXPECT_EQ (take (g_strjoinv (" ", languages)), "DE en fr");
  EXPECT_EQ (take (g_strjoinv (" ", eup_text_get_languages (fewer))), "en FR");
  UserLanguage reader ("en");
  EXPECT_EQ (take (eup_text_to_string (both)), "Security");
}

TEST (Text, IsTheSameInAnyOrder)
{
  const char *l1[] = { "en", "fr", "de" }, *s1[] = { "a", "b", "c" };
  const char *l2[] = { "de", "fr", "en", "FR" }, *s2[] = { "c", "x", "a", "b" };
  g_autoptr (EupText) a = eup_text_new_from_pairs (3, l1, s1);
  g_autoptr (EupText) b = eup_text_new_from_pairs (4, l2, s2);
  g_autoptr (EupText) c = eup_text_with_string (a, "en", "z");
  const char *language, *string;

  EXPECT_EQ (eup_text_get_n_strings (b), 3u);
  EXPECT_TRUE (eup_text_equal (a, b));
  EXPECT_EQ (eup_text_hash (a), eup_text_hash (b));
  EXPECT_EQ (eup_text_compare (a, b), 0);
  EXPECT_FALSE (eup_text_equal (a, c));
  EXPECT_EQ (eup_text_compare (a, c), -1);
  EXPECT_EQ (eup_text_compare (c, a), 1);
  eup_text_get_pair (b, 2, &language, &string);
  EXPECT_STREQ (language, "FR");
  EXPECT_STREQ (string, "b");
}

TEST (Text, MayBeEmpty)
{
  g_autoptr (EupText) text = eup_text_new ("en", "x");
  g_autoptr (EupText) empty = eup_text_with_string (text, "en", nullptr);
  const char *wanted[] = { "en", nullptr };

  EXPECT_EQ (eup_text_get_languages (empty)[0], nullptr);
  EXPECT_EQ (eup_text_lookup (empty, wanted), nullptr);
  EXPECT_EQ (take (eup_text_to_string (empty)), "");
  EXPECT_LT (eup_text_compare (empty, text), 0);
  EXPECT_FALSE (eup_text_equal (empty, text));
}

TEST (Text, FallsBackFromLanguageToLanguage)
{
  const struct
  {
    const char *available, *wanted, *fallback, *expected;
  } rows[] = { { "en fr de", "fr", nullptr, "fr" },        { "en fr de", "fr-BE", nullptr, "fr" },
               { "en pt-BR", "pt", nullptr, "pt-BR" },     { "en pt-BR", "pt-PT", nullptr, "pt-BR" },
               { "en de-AT de", "de-AT", nullptr, "de-AT" }, { "en fr", "de fr", nullptr, "fr" },
               { "fr de", "it", "de", "de" },              { "fr de en", "it", nullptr, "en" },
               { "fr de", "it", nullptr, "fr" },           { "fr de", "it", "sv", "fr" },
               { "en-GB fr", "it", nullptr, "en-GB" },     { "zh-Hant zh", "zh-Hant-TW", nullptr, "zh-Hant" },
               { "EN FR", "fr", nullptr, "FR" },           { "en x-private", "x-private", nullptr, "x-private" },
               { "sr-Latn sr", "sr-Latn-x-foo", nullptr, "sr-Latn" }, { "fr", "", nullptr, "fr" } };
  for (const auto &row : rows)
    {
      SCOPED_TRACE (std::string (row.available) + " for " + row.wanted);
      g_auto (GStrv) available = g_strsplit (row.available, " ", -1);
      g_auto (GStrv) wanted = g_strsplit (row.wanted, " ", -1);
      const int found = eup_language_pick (g_strv_length (available), (const char *const *) available,
                                           (const char *const *) wanted, row.fallback);
      ASSERT_GE (found, 0);
      EXPECT_STREQ (available[found], row.expected);
    }
  EXPECT_EQ (eup_language_pick (0, nullptr, nullptr, "en"), -1);

  g_autoptr (EupText) one = eup_text_new ("fr", "un");
  g_autoptr (EupText) text = eup_text_with_string (one, "en", "one");
  const char *none[] = { nullptr };
  const char *belgian[] = { "nl-BE", "fr-BE", nullptr };
  EXPECT_STREQ (eup_text_lookup (text, belgian), "un");
  EXPECT_STREQ (eup_text_lookup (text, none), "one");
  EXPECT_STREQ (eup_text_lookup (text, nullptr), "one");
  EXPECT_STREQ (eup_text_pick (text, nullptr, "fr"), "un");
}

TEST (Text, KnowsLanguageTags)
{
  for (const char *tag : { "en", "fr", "de-AT", "zh-Hant-TW", "sr-Latn", "x-private", "i-klingon", "mt", "EN", "deu", "de-1996" })
    EXPECT_TRUE (eup_language_is_valid (tag, -1)) << tag;
  for (const char *tag : { "", "e", "en_GB", "en-", "-en", "en--GB", "e n", "deutschland", "en-abcdefghi", "1en", "ü", "x", "en.UTF-8" })
    EXPECT_FALSE (eup_language_is_valid (tag, -1)) << tag;
  EXPECT_FALSE (eup_language_is_valid (nullptr, -1));
  EXPECT_TRUE (eup_language_is_valid ("en\"", 2));
  EXPECT_FALSE (eup_language_is_valid (std::string (200, 'a').c_str (), -1));
}

TEST (Text, TheUsersLanguagesAreNeverNone)
{
  g_auto (GStrv) languages = eup_languages_of_user ();
  ASSERT_NE (languages[0], nullptr);
  for (guint i = 0; languages[i] != nullptr; i++)
    EXPECT_TRUE (eup_language_is_valid (languages[i], -1));

  g_setenv ("LANGUAGE", "pt_BR:sr_RS@latin:fr_FR.UTF-8:C", TRUE);
  g_auto (GStrv) several = eup_languages_of_user ();
  EXPECT_EQ (take (g_strjoinv (" ", several)), "pt-BR pt sr-Latn-RS sr-Latn sr-RS sr fr-FR fr");
  g_autofree char *first = eup_language_or_user (nullptr);
  EXPECT_STREQ (first, "pt-BR");
  g_autofree char *given = eup_language_or_user ("mt");
  EXPECT_STREQ (given, "mt");
  g_autofree char *broken = eup_language_or_user ("not a tag");
  EXPECT_STREQ (broken, "pt-BR");
  g_unsetenv ("LANGUAGE");
}

TEST (Text, WrongUseIsAProgrammersError)
{
  g_autoptr (EupText) text = eup_text_new ("en", "x");
  expect_critical ([] { EXPECT_EQ (eup_text_new ("not a tag", "x"), nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_text_new (nullptr, "x"), nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_text_new ("en", nullptr), nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_text_new ("en", "\xff"), nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_text_with_string (nullptr, "en", "x"), nullptr); });
  expect_critical ([&] { EXPECT_EQ (eup_text_with_string (text, "", "x"), nullptr); });
  expect_critical ([&] { EXPECT_EQ (eup_text_with_string (text, "en", "\xff"), nullptr); });
  expect_critical ([] { eup_text_ref (nullptr); });
  expect_critical ([] { eup_text_unref (nullptr); });
  expect_critical ([&] { eup_text_get (text, nullptr); });
  expect_critical ([] { eup_text_get (nullptr, "en"); });
  expect_critical ([] { eup_text_lookup (nullptr, nullptr); });
  expect_critical ([] { eup_text_get_languages (nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_text_to_string (nullptr), nullptr); });
  expect_critical ([&] { eup_text_compare (text, nullptr); });
  expect_critical ([&] { eup_text_equal (nullptr, text); });
  expect_critical ([] { eup_text_hash (nullptr); });
}

TEST (Text, TransformsToAString)
{
  g_autoptr (EupText) text = eup_text_new ("en", "hello");
  g_auto (GValue) from = G_VALUE_INIT;
  g_auto (GValue) to = G_VALUE_INIT;
  g_value_init (&from, EUP_TYPE_TEXT);
  g_value_init (&to, G_TYPE_STRING);
  EXPECT_TRUE (g_value_transform (&from, &to));
  EXPECT_EQ (g_value_get_string (&to), nullptr);
  g_value_set_boxed (&from, text);
  EXPECT_TRUE (g_value_transform (&from, &to));
  EXPECT_STREQ (g_value_get_string (&to), "hello");
}

} // namespace
