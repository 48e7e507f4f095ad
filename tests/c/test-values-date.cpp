/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <eupolicy.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "lib/values/eup-date-cell.h"
#include "lib/values/eup-date-private.h"

namespace
{

std::string
take (char *string)
{
  std::string copy (string != nullptr ? string : "(null)");
  g_free (string);
  return copy;
}

EupDateCell
cell_of (const std::string &string)
{
  EupDateCell cell = 0;
  gsize offset = 0;
  const char *message = nullptr;
  EXPECT_TRUE (eup_date_cell_parse (string.data (), string.size (), &cell, &offset, &message)) << string << ": " << message;
  return cell;
}

std::string
iso_of_day (guint32 day)
{
  char buffer[EUP_DATE_CELL_PRINT_MAX];
  eup_date_cell_print (eup_date_cell_from_day (day), buffer);
  return buffer;
}

struct Good
{
  const char  *text;
  EupPrecision precision;
  int          year, quarter, month, day;
  bool         approximate, uncertain;
  const char  *first, *last;
};

const Good good[] = {
  { "2025-06-05", EUP_PRECISION_DAY, 2025, 2, 6, 5, false, false, "2025-06-05", "2025-06-05" },
  { "2025-06", EUP_PRECISION_MONTH, 2025, 2, 6, 0, false, false, "2025-06-01", "2025-06-30" },
  { "2025-06-XX", EUP_PRECISION_MONTH, 2025, 2, 6, 0, false, false, "2025-06-01", "2025-06-30" },
  { "2024-02", EUP_PRECISION_MONTH, 2024, 1, 2, 0, false, false, "2024-02-01", "2024-02-29" },
  { "2024-02-29", EUP_PRECISION_DAY, 2024, 1, 2, 29, false, false, "2024-02-29", "2024-02-29" },
  { "2000-02-29", EUP_PRECISION_DAY, 2000, 1, 2, 29, false, false, "2000-02-29", "2000-02-29" },
  { "2025-33", EUP_PRECISION_QUARTER, 2025, 1, 0, 0, false, false, "2025-01-01", "2025-03-31" },
  { "2016-34", EUP_PRECISION_QUARTER, 2016, 2, 0, 0, false, false, "2016-04-01", "2016-06-30" },
  { "2026-35", EUP_PRECISION_QUARTER, 2026, 3, 0, 0, false, false, "2026-07-01", "2026-09-30" },
  { "2025-36", EUP_PRECISION_QUARTER, 2025, 4, 0, 0, false, false, "2025-10-01", "2025-12-31" },
  { "2025", EUP_PRECISION_YEAR, 2025, 0, 0, 0, false, false, "2025-01-01", "2025-12-31" },
  { "2025-XX", EUP_PRECISION_YEAR, 2025, 0, 0, 0, false, false, "2025-01-01", "2025-12-31" },
  { "2025-XX-XX", EUP_PRECISION_YEAR, 2025, 0, 0, 0, false, false, "2025-01-01", "2025-12-31" },
  { "202X", EUP_PRECISION_DECADE, 2020, 0, 0, 0, false, false, "2020-01-01", "2029-12-31" },
  { "000X", EUP_PRECISION_DECADE, 1, 0, 0, 0, false, false, "0001-01-01", "0009-12-31" },
  { "999X", EUP_PRECISION_DECADE, 9990, 0, 0, 0, false, false, "9990-01-01", "9999-12-31" },
  { "2025~", EUP_PRECISION_YEAR, 2025, 0, 0, 0, true, false, "2025-01-01", "2025-12-31" },
  { "2025-06?", EUP_PRECISION_MONTH, 2025, 2, 6, 0, false, true, "2025-06-01", "2025-06-30" },
  { "2025-06-05%", EUP_PRECISION_DAY, 2025, 2, 6, 5, true, true, "2025-06-05", "2025-06-05" },
  { "2025-XX-XX~", EUP_PRECISION_YEAR, 2025, 0, 0, 0, true, false, "2025-01-01", "2025-12-31" },
  { "2026-36%", EUP_PRECISION_QUARTER, 2026, 4, 0, 0, true, true, "2026-10-01", "2026-12-31" },
  { "202X?", EUP_PRECISION_DECADE, 2020, 0, 0, 0, false, true, "2020-01-01", "2029-12-31" },
  { "0001-01-01", EUP_PRECISION_DAY, 1, 1, 1, 1, false, false, "0001-01-01", "0001-01-01" },
  { "9999-12-31", EUP_PRECISION_DAY, 9999, 4, 12, 31, false, false, "9999-12-31", "9999-12-31" },
  { "9999", EUP_PRECISION_YEAR, 9999, 0, 0, 0, false, false, "9999-01-01", "9999-12-31" },
};

TEST (Date, ReadsAndWritesEveryForm)
{
  for (const Good &row : good)
    {
      SCOPED_TRACE (row.text);
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupDate) date = eup_date_new_from_string (row.text, &error);

      ASSERT_NE (date, nullptr) << error->message;
      EXPECT_EQ (take (eup_date_to_string (date)), row.text);
      EXPECT_EQ (eup_date_get_precision (date), row.precision);
      EXPECT_EQ (eup_date_get_year (date), row.year);
      EXPECT_EQ (eup_date_get_quarter (date), row.quarter);
      EXPECT_EQ (eup_date_get_month (date), row.month);
      EXPECT_EQ (eup_date_get_day (date), row.day);
      EXPECT_EQ (eup_date_is_approximate (date), row.approximate);
      EXPECT_EQ (eup_date_is_uncertain (date), row.uncertain);
      g_autoptr (EupDate) first = eup_date_get_first_day (date);
      g_autoptr (EupDate) last = eup_date_get_last_day (date);
      EXPECT_EQ (take (eup_date_to_string (first)), row.first);
      EXPECT_EQ (take (eup_date_to_string (last)), row.last);
      EXPECT_TRUE (eup_date_contains (date, first));
      EXPECT_TRUE (eup_date_contains (date, last));
      EXPECT_TRUE (eup_date_contains (date, date));
      EXPECT_TRUE (eup_date_cell_is_valid (eup_date_get_cell (date)));
      g_autoptr (GDateTime) time = eup_date_to_date_time (date);
      EXPECT_EQ (take (g_date_time_format_iso8601 (time)), std::string (row.first) + "T00:00:00Z");
    }
}

struct Bad
{
  const char *text;
  int         character;
};

const Bad bad[] = {
  { "", 1 },           { "2", 2 },          { "202", 4 },        { "20255", 5 },       { "0000", 1 },         { "0000-01-01", 1 },
  { "2025-", 6 },      { "2025-1", 6 },     { "2025-13", 6 },    { "2025-00", 6 },     { "2025-32", 6 },      { "2025-37", 6 },
  { "2025-21", 6 },    { "2025-0X", 6 },    { "2025-4", 6 },     { "2025-04-", 9 },    { "2025-04-1", 9 },    { "2025-04-31", 9 },
  { "2025-02-29", 9 }, { "1900-02-29", 9 }, { "2025-04-00", 9 }, { "2025-04-0X", 9 },  { "2025-XX-01", 9 },   { "2025-33-01", 8 },
  { "20XX", 3 },       { "20X5", 3 },       { "202X-01", 5 },    { "2025x", 5 },       { "2025 ", 5 },        { " 2025", 1 },
  { "2025-04-01T", 11 }, { "2025~~", 6 },   { "2025~?", 6 },     { "2025-04-01 ", 11 }, { "-2025", 1 },       { "Y12025", 1 },
  { "31-12-9999", 3 }, { "abc", 1 },        { "2025/04", 5 },    { "2025-Q3", 6 },     { "publication +20", 1 }, { "2025-04-01é", 11 },
  { "é", 1 },          { "2025-é", 6 },     { "2025.04.01", 5 }, { "20250401", 5 },    { "2025-04_01", 8 },
};

TEST (Date, RefusesTheImpossibleWithItsPlace)
{
  for (const Bad &row : bad)
    {
      SCOPED_TRACE (row.text);
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupDate) date = eup_date_new_from_string (row.text, &error);

      ASSERT_EQ (date, nullptr);
      ASSERT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE));
      const std::string place = "at character " + std::to_string (row.character) + ":";
      EXPECT_NE (std::string (error->message).find (place), std::string::npos) << error->message;
    }
  EXPECT_EQ (eup_date_new_from_string ("x", nullptr), nullptr);
}

TEST (Date, ErrorsQuoteBrokenTextSafely)
{
  g_autoptr (GError) error = nullptr;
  EXPECT_EQ (eup_date_new_from_string ("2025-\xff\xfe", &error), nullptr);
  EXPECT_TRUE (g_utf8_validate (error->message, -1, nullptr));
  g_clear_error (&error);
  const std::string huge (100000, 'x');
  EXPECT_EQ (eup_date_new_from_string (huge.c_str (), &error), nullptr);
  EXPECT_LT (std::strlen (error->message), 600u);
}

TEST (Date, IsMadeFromNumbers)
{
  g_autoptr (GError) error = nullptr;
  g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, &error);
  g_autoptr (EupDate) month = eup_date_new (2025, 6, 0, &error);
  g_autoptr (EupDate) year = eup_date_new (2025, 0, 0, &error);
  g_autoptr (EupDate) quarter = eup_date_new_quarter (2026, 3, &error);

  EXPECT_EQ (take (eup_date_to_string (day)), "2025-06-05");
  EXPECT_EQ (take (eup_date_to_string (month)), "2025-06");
  EXPECT_EQ (take (eup_date_to_string (year)), "2025");
  EXPECT_EQ (take (eup_date_to_string (quarter)), "2026-35");

  const int wrong[][3] = { { 0, 0, 0 },      { 10000, 1, 1 }, { -1, 1, 1 },   { 2025, 13, 1 }, { 2025, -1, 0 }, { 2025, 2, 29 },
                           { 2025, 0, 5 },   { 2025, 4, 31 }, { 2025, 4, -1 }, { G_MAXINT, 1, 1 }, { G_MININT, G_MININT, G_MININT } };
  for (const auto &row : wrong)
    {
      SCOPED_TRACE (row[0]);
      EXPECT_EQ (eup_date_new (row[0], row[1], row[2], &error), nullptr);
      EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE));
      g_clear_error (&error);
    }
  for (int number : { 0, 5, -1, G_MAXINT })
    {
      EXPECT_EQ (eup_date_new_quarter (2025, number, &error), nullptr);
      EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE));
      g_clear_error (&error);
    }
  EXPECT_EQ (eup_date_new_quarter (0, 1, &error), nullptr);
}

TEST (Date, ComesFromDateTimes)
{
  g_autoptr (GTimeZone) east = g_time_zone_new_offset (5 * 3600);
  g_autoptr (GDateTime) late = g_date_time_new (east, 2025, 12, 31, 23, 59, 59);
  g_autoptr (EupDate) date = eup_date_new_from_date_time (late);
  EXPECT_EQ (take (eup_date_to_string (date)), "2025-12-31");

  g_autoptr (EupDate) today = eup_date_new_today ();
  EXPECT_EQ (eup_date_get_precision (today), EUP_PRECISION_DAY);
  EXPECT_GE (eup_date_get_year (today), 2024);
}

TEST (Date, TakesQualifiers)
{
  g_autoptr (EupDate) date = eup_date_new_from_string ("2025-XX", nullptr);
  g_autoptr (EupDate) both = eup_date_with_qualifiers (date, TRUE, TRUE);
  g_autoptr (EupDate) one = eup_date_with_qualifiers (both, FALSE, TRUE);
  g_autoptr (EupDate) none = eup_date_with_qualifiers (one, FALSE, FALSE);
  EXPECT_EQ (take (eup_date_to_string (both)), "2025-XX%");
  EXPECT_EQ (take (eup_date_to_string (one)), "2025-XX?");
  EXPECT_EQ (take (eup_date_to_string (none)), "2025-XX");
}

TEST (Date, EveryDayGoesThereAndBack)
{
  EupDateCell before = 0;
  for (guint32 day = 1; day <= EUP_DATE_CELL_MAX_DAY; day += (day < 800000 && day > 700000) ? 1 : 7)
    {
      const EupDateCell cell = eup_date_cell_from_day (day);
      char buffer[EUP_DATE_CELL_PRINT_MAX];
      EupDateCell again = 0;

      ASSERT_EQ (eup_date_cell_print (cell, buffer), 10u);
      ASSERT_TRUE (eup_date_cell_parse (buffer, 10, &again, nullptr, nullptr)) << buffer;
      ASSERT_EQ (again, cell) << buffer;
      ASSERT_LT (before, cell);
      before = cell;
    }
  EXPECT_EQ (iso_of_day (EUP_DATE_CELL_UNIX_EPOCH), "1970-01-01");
  EXPECT_EQ (iso_of_day (EUP_DATE_CELL_MAX_DAY), "9999-12-31");
  EXPECT_EQ (iso_of_day (1), "0001-01-01");
  EXPECT_EQ (eup_date_cell_from_day (0), 0u);
  EXPECT_EQ (eup_date_cell_from_day (EUP_DATE_CELL_MAX_DAY + 1), 0u);
}

TEST (Date, AgreesWithGDate)
{
  for (int year : { 1, 4, 100, 400, 1582, 1900, 1999, 2000, 2024, 2025, 2100, 9999 })
    for (int month = 1; month <= 12; month++)
      {
        const guint8 days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
        const EupDateCell cell = eup_date_cell_from_parts (EUP_PRECISION_MONTH, year, month, 0);
        GDate date;
        g_date_clear (&date, 1);
        g_date_set_dmy (&date, 1, (GDateMonth) month, (GDateYear) year);
        EXPECT_EQ (eup_date_cell_first_day (cell), g_date_get_julian (&date));
        EXPECT_EQ (eup_date_cell_last_day (cell), g_date_get_julian (&date) + days - 1);
      }
}

/* The order of the contract, written out: first day, last day, approximate, uncertain. */
int
reference_order (EupDateCell a, EupDateCell b)
{
  const auto key = [] (EupDateCell cell) {
    return std::vector<guint32> { eup_date_cell_first_day (cell), eup_date_cell_last_day (cell),
                                  (guint32) ((cell & EUP_DATE_CELL_APPROXIMATE) != 0), (guint32) ((cell & EUP_DATE_CELL_UNCERTAIN) != 0) };
  };
  return key (a) < key (b) ? -1 : key (b) < key (a) ? 1 : 0;
}

TEST (Date, OrderIsThatOfTheSpans)
{
  std::vector<EupDateCell> cells;
  for (const char *text : { "202X", "201X", "2020", "2020-XX", "2020-XX-XX", "2020-33", "2020-01", "2020-01-XX", "2020-01-01", "2020-01-31",
                            "2020-34", "2020-04", "2020-12-31", "2019-12-31", "2021", "0001", "000X", "0001-01-01", "9999-12-31" })
    for (const char *sign : { "", "~", "?", "%" })
      cells.push_back (cell_of (std::string (text) + sign));

  for (EupDateCell a : cells)
    for (EupDateCell b : cells)
      {
        g_autoptr (EupDate) left = eup_date_new_from_cell (a);
        g_autoptr (EupDate) right = eup_date_new_from_cell (b);
        const int order = reference_order (a, b);

        EXPECT_EQ (eup_date_cell_compare (a, b), order);
        EXPECT_EQ (eup_date_compare (left, right), order);
        EXPECT_EQ (eup_date_equal (left, right), order == 0);
        EXPECT_TRUE (order != 0 || eup_date_hash (left) == eup_date_hash (right));
      }
}

TEST (Date, ContainsWhatLiesWithin)
{
  const struct
  {
    const char *outer, *inner;
    bool        within;
  } rows[] = { { "2025", "2025-03", true },       { "2025-03", "2025", false },   { "202X", "2025", true },
               { "2025-34", "2025-06-30", true }, { "2025-34", "2025-07", false }, { "2025~", "2025", true },
               { "2025", "2025-XX", true },       { "2025", "2026", false },       { "2025-03-01", "2025-03-01", true } };
  for (const auto &row : rows)
    {
      g_autoptr (EupDate) outer = eup_date_new_from_string (row.outer, nullptr);
      g_autoptr (EupDate) inner = eup_date_new_from_string (row.inner, nullptr);
      EXPECT_EQ (eup_date_contains (outer, inner), row.within) << row.outer << " " << row.inner;
    }
}

TEST (Date, CellsThatNoDateHasAreKnown)
{
  std::mt19937 random (7);
  guint valid = 0;

  EXPECT_FALSE (eup_date_cell_is_valid (0));
  for (int i = 0; i < 200000; i++)
    {
      const EupDateCell cell = (EupDateCell) random ();
      char buffer[EUP_DATE_CELL_PRINT_MAX];

      eup_date_cell_print (cell, buffer);
      ASSERT_LT (std::strlen (buffer), (size_t) EUP_DATE_CELL_PRINT_MAX);
      (void) eup_date_cell_last_day (cell);
      if (!eup_date_cell_is_valid (cell))
        continue;
      valid++;
      EupDateCell again = 0;
      ASSERT_TRUE (eup_date_cell_parse (buffer, std::strlen (buffer), &again, nullptr, nullptr)) << buffer;
      ASSERT_EQ (again, cell) << buffer;
    }
  EXPECT_GT (valid, 100u);
  EXPECT_EQ (eup_date_cell_year (0), 0);
  EXPECT_EQ (eup_date_cell_quarter (0), 0);
  EXPECT_EQ (eup_date_cell_month (0), 0);
  EXPECT_EQ (eup_date_cell_day (0), 0);
  EXPECT_EQ (eup_date_get_cell (nullptr), 0u);
  EXPECT_EQ (eup_date_cell_from_parts ((EupPrecision) 9, 2025, 1, 1), 0u);
}

TEST (Date, AnyTextIsReadOrRefused)
{
  std::mt19937 random (42);
  const std::string letters = "0123456789-XX~?%/. T\xc3\xa9";
  for (int i = 0; i < 300000; i++)
    {
      std::string text;
      for (unsigned n = random () % 13; n > 0; n--)
        text += letters[random () % letters.size ()];
      if (random () % 2 == 0)
        text = "20" + text;
      EupDateCell cell = 0;
      gsize offset = 0;
      const char *message = nullptr;
      if (eup_date_cell_parse (text.data (), text.size (), &cell, &offset, &message))
        {
          char buffer[EUP_DATE_CELL_PRINT_MAX];
          eup_date_cell_print (cell, buffer);
          ASSERT_EQ (text, buffer);
          ASSERT_TRUE (eup_date_cell_is_valid (cell));
        }
      else
        {
          ASSERT_NE (message, nullptr) << text;
          ASSERT_LE (offset, text.size ()) << text;
          ASSERT_EQ (cell, 0u);
        }
    }
}

TEST (Date, WrongUseIsAProgrammersError)
{
  const auto expect = [] (auto call) {
    g_test_expect_message ("EuPolicy", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
    call ();
    g_test_assert_expected_messages ();
  };
  g_autoptr (EupDate) date = eup_date_new (2025, 0, 0, nullptr);

  expect ([] { EXPECT_EQ (eup_date_new_from_string (nullptr, nullptr), nullptr); });
  expect ([] { EXPECT_EQ (eup_date_new_from_date_time (nullptr), nullptr); });
  expect ([] { EXPECT_EQ (eup_date_with_qualifiers (nullptr, TRUE, TRUE), nullptr); });
  expect ([] { EXPECT_EQ (eup_date_ref (nullptr), nullptr); });
  expect ([] { eup_date_unref (nullptr); });
  expect ([] { EXPECT_EQ (eup_date_to_string (nullptr), nullptr); });
  expect ([] { EXPECT_EQ (eup_date_get_year (nullptr), 0); });
  expect ([] { EXPECT_EQ (eup_date_get_month (nullptr), 0); });
  expect ([] { EXPECT_EQ (eup_date_get_quarter (nullptr), 0); });
  expect ([] { EXPECT_EQ (eup_date_get_day (nullptr), 0); });
  expect ([] { eup_date_get_precision (nullptr); });
  expect ([] { EXPECT_FALSE (eup_date_is_approximate (nullptr)); });
  expect ([] { EXPECT_FALSE (eup_date_is_uncertain (nullptr)); });
  expect ([] { EXPECT_EQ (eup_date_get_first_day (nullptr), nullptr); });
  expect ([] { EXPECT_EQ (eup_date_get_last_day (nullptr), nullptr); });
  expect ([] { EXPECT_EQ (eup_date_to_date_time (nullptr), nullptr); });
  expect ([&] { EXPECT_EQ (eup_date_compare (date, nullptr), 0); });
  expect ([&] { EXPECT_FALSE (eup_date_equal (nullptr, date)); });
  expect ([] { EXPECT_EQ (eup_date_hash (nullptr), 0u); });
  expect ([&] { EXPECT_FALSE (eup_date_contains (date, nullptr)); });
  expect ([] { EXPECT_EQ (eup_date_format (nullptr, "en"), nullptr); });
  expect ([] { EXPECT_EQ (eup_date_new_from_cell (0), nullptr); });
}

TEST (Date, IsABoxedTypeThatGoesThroughThreads)
{
  g_autoptr (EupDate) date = eup_date_new (2025, 6, 0, nullptr);
  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, EUP_TYPE_DATE);
  g_value_set_boxed (&value, date);
  EXPECT_EQ (g_value_get_boxed (&value), (gpointer) date);

  std::vector<GThread *> threads;
  for (int i = 0; i < 4; i++)
    threads.push_back (g_thread_new ("refs", [] (gpointer data) -> gpointer {
      for (int j = 0; j < 20000; j++)
        eup_date_unref (eup_date_ref ((EupDate *) data));
      return nullptr;
    }, date));
  for (GThread *thread : threads)
    g_thread_join (thread);
  EXPECT_EQ (eup_date_get_year (date), 2025);
}

} // namespace
