/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "lib/values/display/eup-amount.h"
#include "lib/values/display/eup-collation.h"
#include "lib/values/display/eup-display.h"

#include "user-language.h"

namespace
{

#ifdef HAVE_ICU
const bool have_icu = true;
#else
const bool have_icu = false;
#endif

const char *const languages[] = { "bg", "es", "cs", "da", "de", "et", "el", "en", "fr", "ga", "hr", "it",
                                  "lv", "lt", "hu", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "fi", "sv" };

std::string
take (char *string)
{
  std::string copy (string != nullptr ? string : "(null)");
  g_free (string);
  return copy;
}

/* Some languages have spaces that do not break: they are spaces all the same. */
std::string
spaced (std::string text)
{
  for (const char *space : { "\xc2\xa0", "\xe2\x80\xaf" })
    for (size_t at; (at = text.find (space)) != std::string::npos;)
      text.replace (at, std::string (space).size (), " ");
  return text;
}

std::string
date_in (const char *text, const char *language)
{
  g_autoptr (EupDate) date = eup_date_new_from_string (text, nullptr);
  return spaced (take (eup_date_format (date, language)));
}

std::string
figure_in (double value, const char *unit, EupQualifier qualifier, const char *language)
{
  g_autoptr (EupFigure) figure = eup_figure_new (value, unit, qualifier, nullptr, nullptr, nullptr);
  return spaced (take (eup_figure_format (figure, language)));
}

#ifdef HAVE_ICU
TEST (Display, DatesInWords)
{
  const struct
  {
    const char *text, *language, *expected;
  } rows[] = { { "2025-06-05", "en", "5 June 2025" },     { "2025-06-05", "fr", "5 juin 2025" },   { "2025-06-05", "de", "5. Juni 2025" },
               { "2025-06", "en", "June 2025" },          { "2025-06", "fr", "juin 2025" },        { "2025-06", "it", "giugno 2025" },
               { "2026-35", "en", "Q3 2026" },            { "2026-35", "de", "3. Quartal 2026" },  { "2026-35", "fr", "3e trimestre 2026" },
               { "2026", "en", "2026" },                  { "2026-XX", "de", "2026" },             { "202X", "en", "2020s" },
               { "202X", "fr", "années 2020" },           { "202X", "de", "2020er Jahre" },        { "202X", "pl", "2020–2029" },
               { "2025-06~", "en", "about June 2025" },   { "2025-06~", "de", "etwa Juni 2025" },  { "2025-06~", "fr", "vers juin 2025" },
               { "2025?", "en", "2025 (?)" },             { "2025-06%", "en", "about June 2025 (?)" }, { "2025-06-05", "en-US", "June 5, 2025" },
               { "0001-01-01", "en", "1 January 1" },     { "1582-10-10", "en", "10 October 1582" }, { "9999-12-31", "en", "31 December 9999" },
               { "2025-03", "en-GB", "March 2025" },      { "2025-06-05", "xx", "5 June 2025" },   { "2025-06-05", "el", "5 Ιουνίου 2025" } };
  for (const auto &row : rows)
    EXPECT_EQ (date_in (row.text, row.language), row.expected) << row.text << " in " << row.language;
}
#endif

#ifndef HAVE_ICU
TEST (Display, DatesWithoutLocaleData)
{
  EXPECT_EQ (date_in ("2025-06-05", "fr"), "2025-06-05");
  EXPECT_EQ (date_in ("2025-06-XX", "fr"), "2025-06");
  EXPECT_EQ (date_in ("2026-35", "de"), "Q3 2026");
  EXPECT_EQ (date_in ("202X", "de"), "2020s");
  EXPECT_EQ (date_in ("2025-06~", "de"), "about 2025-06");
}
#endif

TEST (Display, NothingIsEverEmpty)
{
  std::vector<const char *> wanted (std::begin (languages), std::end (languages));
  for (const char *more : { "xx", "ja", "ar", "fa", "th", "not a tag", "", "en-x-foo", "sr-Latn-RS", "x-private" })
    wanted.push_back (more);
  wanted.push_back (nullptr);

  for (const char *language : wanted)
    {
      SCOPED_TRACE (language != nullptr ? language : "(user's)");
      for (const char *text : { "2025-06-05", "2025-06", "2025-33", "2025", "202X", "0001", "999X", "2025-XX-XX%", "2025-36?" })
        {
          const std::string shown = date_in (text, language);
          EXPECT_FALSE (shown.empty ());
          EXPECT_TRUE (g_utf8_validate (shown.c_str (), -1, nullptr));
        }
      for (const char *text : { "2024-12-01/2029", "2023/..", "/2023", "../..", "2025-06" })
        {
          g_autoptr (EupPeriod) period = eup_period_new_from_string (text, nullptr);
          EXPECT_FALSE (take (eup_period_format (period, language)).empty ());
        }
      for (double value : { 0.0, -1.0, 0.000001, 71.0, 1999.5, 5e8, 1.25e9, -2e12, 1e15, 1e18, 1e300, G_MAXDOUBLE, -G_MAXDOUBLE })
        for (const char *unit : { (const char *) nullptr, "", "%", "EUR", "XTS", "ZZZ", "rounds/year", "пари" })
          for (int qualifier = 0; qualifier < 4; qualifier++)
            {
              const std::string shown = figure_in (value, unit, (EupQualifier) qualifier, language);
              EXPECT_FALSE (shown.empty ());
              EXPECT_TRUE (g_utf8_validate (shown.c_str (), -1, nullptr));
            }
    }
}

#ifdef HAVE_ICU
TEST (Display, EveryLanguageOfTheUnionHasItsOwnMonths)
{
  for (const char *language : languages)
    {
      const std::string shown = date_in ("2025-09-09", language);
      EXPECT_NE (shown.find ("2025"), std::string::npos) << shown;
      EXPECT_EQ (shown == "9 September 2025", std::string (language) == "en") << language << ": " << shown;
    }
}
#endif

TEST (Display, Periods)
{
  const auto shown = [] (const char *text) {
    g_autoptr (EupPeriod) period = eup_period_new_from_string (text, nullptr);
    return take (eup_period_format (period, "en"));
  };
  EXPECT_EQ (shown ("2024/2029"), "2024 – 2029");
  EXPECT_EQ (shown ("2024/.."), "2024 – …");
  EXPECT_EQ (shown ("../2029"), "… – 2029");
  EXPECT_EQ (shown ("2025"), "2025");
  EXPECT_EQ (shown ("2024-12-01/2029"), have_icu ? "1 December 2024 – 2029" : "2024-12-01 – 2029");
}

TEST (Display, FiguresInEnglish)
{
  const struct
  {
    double       value;
    const char  *unit;
    EupQualifier qualifier;
    const char  *expected;
  } rows[] = { { 500e6, "EUR", EUP_QUALIFIER_EXACT, "€500 million" },
               { 71, "%", EUP_QUALIFIER_EXACT, "71 %" },
               { 71.5, "%", EUP_QUALIFIER_EXACT, "71.5 %" },
               { 2e6, "rounds/year", EUP_QUALIFIER_EXACT, "2 million rounds/year" },
               { 2e6, "rounds/year", EUP_QUALIFIER_AT_LEAST, "at least 2 million rounds/year" },
               { 150e9, "EUR", EUP_QUALIFIER_AT_MOST, "up to €150 billion" },
               { 1.25e6, "EUR", EUP_QUALIFIER_ABOUT, "about €1.25 million" },
               { 1234567, "EUR", EUP_QUALIFIER_EXACT, "€1,234,567" },
               { 1.5e12, nullptr, EUP_QUALIFIER_EXACT, "1.5 trillion" },
               { 2499, "people", EUP_QUALIFIER_EXACT, "2,499 people" },
               { -500e6, "EUR", EUP_QUALIFIER_EXACT, "-€500 million" },
               { 0, nullptr, EUP_QUALIFIER_EXACT, "0" },
               { 0.5, "", EUP_QUALIFIER_EXACT, "0.5" },
               { 27, "Member States", EUP_QUALIFIER_EXACT, "27 Member States" } };
  for (const auto &row : rows)
    EXPECT_EQ (figure_in (row.value, row.unit, row.qualifier, "en"), row.expected);
}

#ifdef HAVE_ICU
TEST (Display, FiguresInOtherLanguages)
{
  EXPECT_EQ (figure_in (500e6, "EUR", EUP_QUALIFIER_EXACT, "de"), "500 Millionen €");
  EXPECT_EQ (figure_in (500e6, "EUR", EUP_QUALIFIER_AT_LEAST, "de"), "mindestens 500 Millionen €");
  EXPECT_EQ (figure_in (500e6, "EUR", EUP_QUALIFIER_EXACT, "fr"), "500 millions €");
  EXPECT_EQ (figure_in (71, "%", EUP_QUALIFIER_ABOUT, "fr"), "environ 71 %");
  EXPECT_EQ (figure_in (71, "%", EUP_QUALIFIER_AT_MOST, "de"), "bis zu 71 %");
  EXPECT_EQ (figure_in (1234567.5, "EUR", EUP_QUALIFIER_EXACT, "de"), "1.234.567,50 €");
  EXPECT_EQ (figure_in (500e6, "EUR", EUP_QUALIFIER_EXACT, "nl"), "€ 500 miljoen");
  EXPECT_EQ (figure_in (71, "%", EUP_QUALIFIER_AT_LEAST, "ja"), "≥ 71 %");
  for (const char *language : languages)
    {
      const std::string percent = figure_in (71, "%", EUP_QUALIFIER_EXACT, language);
      EXPECT_EQ (percent, "71 %") << language;
      const std::string money = figure_in (500e6, "EUR", EUP_QUALIFIER_EXACT, language);
      EXPECT_NE (money.find ("500"), std::string::npos) << money;
      EXPECT_EQ (money.find ("000"), std::string::npos) << money;
    }
}
#endif

TEST (Display, WordsForLargeNumbersLoseNothing)
{
  EXPECT_EQ (eup_amount_power (999999), 0);
  EXPECT_EQ (eup_amount_power (1e6), 2);
  EXPECT_EQ (eup_amount_power (1.23e6), 2);
  EXPECT_EQ (eup_amount_power (1.234e6), 0);
  EXPECT_EQ (eup_amount_power (-5e9), 3);
  EXPECT_EQ (eup_amount_power (5e12), 4);
  EXPECT_EQ (eup_amount_power (1e15), 0);
  EXPECT_EQ (eup_amount_power (NAN), 0);
  EXPECT_EQ (eup_amount_power (INFINITY), 0);
}

TEST (Display, BoxedValuesTransformToWords)
{
  UserLanguage english ("en");
  g_autoptr (EupDate) date = eup_date_new (2025, 3, 0, nullptr);
  g_autoptr (EupPeriod) period = eup_period_new (date, date);
  const struct
  {
    GType       type;
    gpointer    boxed;
    const char *expected;
  } rows[] = { { EUP_TYPE_DATE, date, have_icu ? "March 2025" : "2025-03" },
               { EUP_TYPE_PERIOD, period, have_icu ? "March 2025 – March 2025" : "2025-03 – 2025-03" } };
  for (const auto &row : rows)
    {
      g_auto (GValue) from = G_VALUE_INIT;
      g_auto (GValue) to = G_VALUE_INIT;
      g_value_init (&from, row.type);
      g_value_init (&to, G_TYPE_STRING);
      ASSERT_TRUE (g_value_transform (&from, &to));
      EXPECT_EQ (g_value_get_string (&to), nullptr);
      g_value_set_boxed (&from, row.boxed);
      ASSERT_TRUE (g_value_transform (&from, &to));
      EXPECT_STREQ (g_value_get_string (&to), row.expected);
    }
}

TEST (Display, ThreadsFormatAtOnce)
{
  std::vector<GThread *> threads;
  for (int i = 0; i < 4; i++)
    threads.push_back (g_thread_new ("format", [] (gpointer) -> gpointer {
      gsize wrong = 0;
      for (int j = 0; j < 300; j++)
        {
          const char *language = languages[j % G_N_ELEMENTS (languages)];
          wrong += date_in ("2025-06-05", language).empty ();
          wrong += figure_in (5e8, "EUR", EUP_QUALIFIER_EXACT, language).empty ();
        }
      return GSIZE_TO_POINTER (wrong);
    }, nullptr));
  for (GThread *thread : threads)
    EXPECT_EQ (g_thread_join (thread), nullptr);

  /* More languages than formats are kept. */
  for (int i = 0; i < 600; i++)
    EXPECT_FALSE (date_in ("2025-06", ("en-x-t" + std::to_string (i)).c_str ()).empty ());
}

TEST (Collation, OrdersAsTheLanguageDoes)
{
  g_autoptr (EupCollator) swedish = eup_collator_new ("sv");
  g_autoptr (EupCollator) german = eup_collator_new ("de");
  g_autoptr (EupCollator) of_user = eup_collator_new (nullptr);
  g_autoptr (EupCollator) unknown = eup_collator_new ("xx");

  for (EupCollator *collator : { (EupCollator *) swedish, (EupCollator *) german, (EupCollator *) of_user, (EupCollator *) unknown })
    {
      EXPECT_EQ (eup_collator_compare (collator, "a", "a"), 0);
      EXPECT_LT (eup_collator_compare (collator, "a", "b"), 0);
      EXPECT_GT (eup_collator_compare (collator, "b", "a"), 0);
      EXPECT_LT (eup_collator_compare (collator, "", "a"), 0);
      EXPECT_NE (eup_collator_compare (collator, "e\xcc\x81", "\xc3\xa9"), 0);
    }
  if (!have_icu)
    return;
  EXPECT_GT (eup_collator_compare (swedish, "ä", "z"), 0);
  EXPECT_LT (eup_collator_compare (german, "ä", "z"), 0);
  EXPECT_LT (eup_collator_compare (german, "Zebra", "zoo"), 0);
  EXPECT_LT (eup_collator_compare (german, "COM(2025) 9", "COM(2025) 10"), 0);
}

} // namespace
