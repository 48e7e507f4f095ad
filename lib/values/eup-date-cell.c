/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-date-cell.h"

#include <string.h>

#define PACK(day, span) (((EupDateCell) (day) << EUP_DATE_CELL_DAY_SHIFT) | ((EupDateCell) (span) << EUP_DATE_CELL_SPAN_SHIFT))

#define DAYS_OF_400_YEARS 146097
#define DAYS_OF_100_YEARS 36524
#define DAYS_OF_4_YEARS 1461

static const guint16 days_before_month[2][14] = {
  { 0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 },
  { 0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 }
};

static const char no_such_year[] = "there is no year 0000";
static const char year_shape[] = "a year has four digits, from 0001 to 9999";
static const char month_shape[] = "a month is 01 to 12, a quarter 33 to 36";
static const char day_shape[] = "a day has two digits";
static const char no_such_day[] = "the month has no such day";

static inline guint
is_leap_year (guint year)
{
  return (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 1 : 0;
}

static inline guint
days_in_month (guint year,
               guint month)
{
  const guint16 *before = days_before_month[is_leap_year (year)];

  return (guint) before[month + 1] - before[month];
}

static inline guint32
day_number (guint year,
            guint month,
            guint day)
{
  const guint past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400 + days_before_month[is_leap_year (year)][month] + day;
}

void
eup_date_cell_split_day (guint32 day,
                         int    *year,
                         int    *month,
                         int    *day_of_month)
{
  guint32 rest = day > 0 ? day - 1 : 0;
  guint32 centuries;
  guint32 years;
  guint leap;
  guint m;
  guint y;

  y = 400 * (rest / DAYS_OF_400_YEARS);
  rest %= DAYS_OF_400_YEARS;
  centuries = MIN (rest / DAYS_OF_100_YEARS, 3);
  rest -= centuries * DAYS_OF_100_YEARS;
  y += 100 * centuries + 4 * (rest / DAYS_OF_4_YEARS);
  rest %= DAYS_OF_4_YEARS;
  years = MIN (rest / 365, 3);
  rest -= years * 365;
  y += years + 1;

  leap = is_leap_year (y);
  m = rest / 32 + 1;
  if (rest >= days_before_month[leap][m + 1])
    m++;

  if (year != NULL)
    *year = (int) y;
  if (month != NULL)
    *month = (int) m;
  if (day_of_month != NULL)
    *day_of_month = (int) (rest - days_before_month[leap][m]) + 1;
}

guint32
eup_date_cell_last_day_of_span (EupDateCell cell)
{
  const guint32 first = eup_date_cell_first_day (cell);
  int year;
  int month;

  eup_date_cell_split_day (first, &year, &month, NULL);
  switch (eup_date_cell_span (cell))
    {
    case EUP_DATE_SPAN_MONTH:
      return first + days_in_month ((guint) year, (guint) month) - 1;
    case EUP_DATE_SPAN_QUARTER:
      return day_number ((guint) year, (guint) MIN (month + 2, 12), days_in_month ((guint) year, (guint) MIN (month + 2, 12)));
    case EUP_DATE_SPAN_YEAR:
      return day_number ((guint) year, 12, 31);
    case EUP_DATE_SPAN_DECADE:
      return day_number ((guint) MIN (year / 10 * 10 + 9, 9999), 12, 31);
    case EUP_DATE_SPAN_DAY:
    default:
      return first;
    }
}

EupDateCell
eup_date_cell_from_day (guint32 day)
{
  return day >= 1 && day <= EUP_DATE_CELL_MAX_DAY ? PACK (day, EUP_DATE_SPAN_DAY) : 0;
}

EupDateCell
eup_date_cell_from_parts (EupPrecision precision,
                          int          year,
                          int          month,
                          int          day)
{
  if (year < 1 || year > 9999)
    return 0;
  if (precision >= EUP_PRECISION_QUARTER && (month < 1 || month > 12))
    return 0;

  switch (precision)
    {
    case EUP_PRECISION_DECADE:
      return PACK (day_number ((guint) MAX (year / 10 * 10, 1), 1, 1), EUP_DATE_SPAN_DECADE);
    case EUP_PRECISION_YEAR:
      return PACK (day_number ((guint) year, 1, 1), EUP_DATE_SPAN_YEAR);
    case EUP_PRECISION_QUARTER:
      return PACK (day_number ((guint) year, (guint) (month - 1) / 3 * 3 + 1, 1), EUP_DATE_SPAN_QUARTER);
    case EUP_PRECISION_MONTH:
      return PACK (day_number ((guint) year, (guint) month, 1), EUP_DATE_SPAN_MONTH);
    case EUP_PRECISION_DAY:
      if (day < 1 || day > (int) days_in_month ((guint) year, (guint) month))
        return 0;
      return PACK (day_number ((guint) year, (guint) month, (guint) day), EUP_DATE_SPAN_DAY);
    default:
      return 0;
    }
}

/* Cells also come from files that others wrote: only those that the parser can make are taken. */
gboolean
eup_date_cell_is_valid (EupDateCell cell)
{
  const guint32 first = eup_date_cell_first_day (cell);
  const guint spelling = cell & EUP_DATE_CELL_SPELLING_MASK;
  const EupDateSpan span = eup_date_cell_span (cell);
  EupDateCell same;
  int year;
  int month;
  int day;

  if (first < 1 || first > EUP_DATE_CELL_MAX_DAY || span > EUP_DATE_SPAN_DECADE || (cell & (1u << 5)) != 0)
    return FALSE;
  if (spelling > (span == EUP_DATE_SPAN_YEAR ? 2u : span == EUP_DATE_SPAN_MONTH ? 1u : 0u))
    return FALSE;
  eup_date_cell_split_day (first, &year, &month, &day);
  same = eup_date_cell_from_parts (eup_date_cell_precision (cell), year, month, day);
  return eup_date_cell_first_day (same) == first;
}

int
eup_date_cell_year (EupDateCell cell)
{
  int year;

  if (cell == 0)
    return 0;
  eup_date_cell_split_day (eup_date_cell_first_day (cell), &year, NULL, NULL);
  return year;
}

int
eup_date_cell_quarter (EupDateCell cell)
{
  int month;

  if (cell == 0 || eup_date_cell_span (cell) > EUP_DATE_SPAN_QUARTER)
    return 0;
  eup_date_cell_split_day (eup_date_cell_first_day (cell), NULL, &month, NULL);
  return (month - 1) / 3 + 1;
}

int
eup_date_cell_month (EupDateCell cell)
{
  int month;

  if (cell == 0 || eup_date_cell_span (cell) > EUP_DATE_SPAN_MONTH)
    return 0;
  eup_date_cell_split_day (eup_date_cell_first_day (cell), NULL, &month, NULL);
  return month;
}

int
eup_date_cell_day (EupDateCell cell)
{
  int day;

  if (cell == 0 || eup_date_cell_span (cell) > EUP_DATE_SPAN_DAY)
    return 0;
  eup_date_cell_split_day (eup_date_cell_first_day (cell), NULL, NULL, &day);
  return day;
}

static gboolean
fail (gsize       *error_offset,
      const char **error_message,
      gsize        offset,
      const char  *message)
{
  if (error_offset != NULL)
    *error_offset = offset;
  if (error_message != NULL)
    *error_message = message;
  return FALSE;
}

/* 255 or more unless both characters are digits. */
static inline guint
two_digits (const char *at)
{
  const guint tens = (guchar) at[0] - (guint) '0';
  const guint units = (guchar) at[1] - (guint) '0';

  return (tens > 9 || units > 9) ? 255 : tens * 10 + units;
}

/* YYYY-MM-DD, which is nearly all of what is read. Everything else, and all that is wrong, goes the long way. */
static inline gboolean
parse_plain_day (const char  *string,
                 EupDateCell *cell)
{
  const guint high = two_digits (string);
  const guint low = two_digits (string + 2);
  const guint month = two_digits (string + 5);
  const guint day = two_digits (string + 8);
  const guint year = high * 100 + low;

  if (((high | low | month | day) & 128) != 0 || string[4] != '-' || string[7] != '-')
    return FALSE;
  if (year == 0 || month - 1 > 11 || day == 0 || day > days_in_month (year, month))
    return FALSE;
  *cell = PACK (day_number (year, month, day), EUP_DATE_SPAN_DAY);
  return TRUE;
}

static gboolean
parse_year (const char  *string,
            gsize        length,
            int         *year,
            gboolean    *decade,
            gsize       *error_offset,
            const char **error_message)
{
  gsize digits = 0;

  *year = 0;
  *decade = FALSE;
  if (length == 0)
    return fail (error_offset, error_message, 0, "a date cannot be empty");
  if (string[0] == '-' || string[0] == 'Y')
    return fail (error_offset, error_message, 0, "only the years from 0001 to 9999 can be written");
  while (digits < length && digits < 4 && g_ascii_isdigit (string[digits]))
    *year = *year * 10 + (string[digits++] - '0');
  if (digits == 3 && length > 3 && string[3] == 'X')
    {
      *year *= 10;
      *decade = TRUE;
      return TRUE;
    }
  if (digits < 4 && digits < length && string[digits] == 'X')
    return fail (error_offset, error_message, digits, "of a year only the last digit can be left open");
  if (digits < 4)
    return fail (error_offset, error_message, digits, year_shape);
  if (*year == 0)
    return fail (error_offset, error_message, 0, no_such_year);
  if (length > 4 && g_ascii_isdigit (string[4]))
    return fail (error_offset, error_message, 4, year_shape);
  return TRUE;
}

static gboolean
parse_month_and_day (const char  *string,
                     gsize        length,
                     int          year,
                     gsize       *position,
                     EupDateCell *cell,
                     gsize       *error_offset,
                     const char **error_message)
{
  gboolean open_month;
  guint month;
  guint day;

  if (length < 7)
    return fail (error_offset, error_message, 5, month_shape);
  *position = 7;
  open_month = string[5] == 'X' && string[6] == 'X';
  month = open_month ? 0 : two_digits (string + 5);
  if (month >= 21 && month <= 24)
    return fail (error_offset, error_message, 5, "a season is no date here; a quarter is 33 to 36");
  if (!open_month && (month == 0 || (month > 12 && month < 33) || month > 36))
    return fail (error_offset, error_message, 5, month_shape);

  if (open_month)
    *cell = eup_date_cell_from_parts (EUP_PRECISION_YEAR, year, 0, 0) | EUP_DATE_CELL_SPELLING_ONE_XX;
  else if (month >= 33)
    *cell = eup_date_cell_from_parts (EUP_PRECISION_QUARTER, year, ((int) month - 33) * 3 + 1, 0);
  else
    *cell = eup_date_cell_from_parts (EUP_PRECISION_MONTH, year, (int) month, 0);
  if (length == 7 || string[7] != '-')
    return TRUE;

  if (month >= 33)
    return fail (error_offset, error_message, 7, "a quarter has no days");
  if (length < 10)
    return fail (error_offset, error_message, 8, day_shape);
  *position = 10;
  if (string[8] == 'X' && string[9] == 'X')
    {
      *cell = (*cell & ~EUP_DATE_CELL_SPELLING_MASK) | (open_month ? EUP_DATE_CELL_SPELLING_TWO_XX : EUP_DATE_CELL_SPELLING_ONE_XX);
      return TRUE;
    }
  day = two_digits (string + 8);
  if (day == 255)
    return fail (error_offset, error_message, 8, day_shape);
  if (open_month)
    return fail (error_offset, error_message, 8, "a day needs its month");
  if (day == 0 || day > days_in_month ((guint) year, month))
    return fail (error_offset, error_message, 8, no_such_day);
  *cell = eup_date_cell_from_parts (EUP_PRECISION_DAY, year, (int) month, (int) day);
  return TRUE;
}

gboolean
eup_date_cell_parse (const char  *string,
                     gsize        length,
                     EupDateCell *cell,
                     gsize       *error_offset,
                     const char **error_message)
{
  EupDateCell parsed;
  gsize position = 4;
  gboolean decade;
  int year;

  if (G_LIKELY (length == 10) && parse_plain_day (string, cell))
    return TRUE;

  if (!parse_year (string, length, &year, &decade, error_offset, error_message))
    return FALSE;
  if (decade)
    parsed = PACK (day_number ((guint) MAX (year, 1), 1, 1), EUP_DATE_SPAN_DECADE);
  else if (length > 4 && string[4] == '-')
    {
      if (!parse_month_and_day (string, length, year, &position, &parsed, error_offset, error_message))
        return FALSE;
    }
  else
    parsed = eup_date_cell_from_parts (EUP_PRECISION_YEAR, year, 0, 0);

  if (position < length && strchr ("~?%", string[position]) != NULL && string[position] != '\0')
    {
      if (string[position] != '?')
        parsed |= EUP_DATE_CELL_APPROXIMATE;
      if (string[position] != '~')
        parsed |= EUP_DATE_CELL_UNCERTAIN;
      position++;
      if (position < length && strchr ("~?%", string[position]) != NULL && string[position] != '\0')
        return fail (error_offset, error_message, position, "one sign is enough: % is both ~ and ?");
    }
  if (position < length)
    return fail (error_offset, error_message, position,
                 decade && string[position] == '-' ? "a decade has no months" : "the date should end here");
  *cell = parsed;
  return TRUE;
}

static inline char *
put_two (char *at,
         guint number)
{
  at[0] = (char) ('0' + number / 10);
  at[1] = (char) ('0' + number % 10);
  return at + 2;
}

static char *
put_part (char *at,
          guint number)
{
  *at++ = '-';
  if (number != 0)
    return put_two (at, number);
  at[0] = 'X';
  at[1] = 'X';
  return at + 2;
}

gsize
eup_date_cell_print (EupDateCell cell,
                     char       *buffer)
{
  const EupDateSpan span = eup_date_cell_span (cell);
  const guint spelling = cell & EUP_DATE_CELL_SPELLING_MASK;
  char *at = buffer;
  int year;
  int month;
  int day;

  if (cell == 0)
    {
      buffer[0] = '\0';
      return 0;
    }

  eup_date_cell_split_day (eup_date_cell_first_day (cell), &year, &month, &day);
  year = MIN (year, 9999);
  at = put_two (at, (guint) year / 100);
  at = put_two (at, (guint) year % 100);
  if (span == EUP_DATE_SPAN_DECADE)
    at[-1] = 'X';
  else if (span == EUP_DATE_SPAN_QUARTER)
    at = put_part (at, 33 + (guint) (month - 1) / 3);
  else if (span <= EUP_DATE_SPAN_MONTH)
    at = put_part (at, (guint) month);
  if (span == EUP_DATE_SPAN_DAY)
    at = put_part (at, (guint) day);
  if (span == EUP_DATE_SPAN_YEAR || span == EUP_DATE_SPAN_MONTH)
    for (guint i = 0; i < MIN (spelling, 2); i++)
      at = put_part (at, 0);

  if ((cell & EUP_DATE_CELL_APPROXIMATE) != 0)
    *at++ = (cell & EUP_DATE_CELL_UNCERTAIN) != 0 ? '%' : '~';
  else if ((cell & EUP_DATE_CELL_UNCERTAIN) != 0)
    *at++ = '?';
  *at = '\0';
  return (gsize) (at - buffer);
}
