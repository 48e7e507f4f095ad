/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/reference/eup-reference-scan.h"

#include <string.h>

#include "values/eup-date-cell.h"

/* From this year on acts are numbered in one line, year first; the word No went away. */
#define YEAR_FIRST 2015

static const char no_such_year[] = "one of the two numbers has to be the year";

/* A word of a list, followed by something that is no letter; NULL for none. */
static const char *
scan_one_of (EupScan            *scan,
             const char * const *words,
             guint               n)
{
  for (guint i = 0; i < n; i++)
    {
      const gsize start = scan->at;

      if (eup_scan_word (scan, words[i]) && !g_ascii_isalpha (eup_scan_peek (scan)))
        return words[i];
      scan->at = start;
    }
  return NULL;
}

static const char * const communities[] = { "EU", "EC", "EEC", "ECSC", "Euratom", "CFSP", "JHA" };

/* "EU" or "EU, Euratom"; what it was goes into the output. */
static gboolean
scan_communities (EupScan *scan)
{
  gboolean first = TRUE;

  for (;;)
    {
      const char *community = scan_one_of (scan, communities, G_N_ELEMENTS (communities));

      if (community == NULL)
        return FALSE;
      if (!first)
        eup_scan_put (scan, ", ");
      eup_scan_put (scan, community);
      first = FALSE;
      eup_scan_spaces (scan);
      if (!eup_scan_char (scan, ','))
        return TRUE;
      eup_scan_spaces (scan);
    }
}

/* The words of an act up to its number. The institution is left out: the number says it. */
static gboolean
scan_form (EupScan *scan,
           gboolean *regulation)
{
  static const char * const institutions[] = { "Council", "Commission" };
  static const char * const manners[] = { "Implementing", "Delegated", "Framework" };
  static const char * const forms[] = { "Regulation", "Directive", "Decision", "Recommendation" };
  const char *manner;
  const char *form;

  if (scan_one_of (scan, institutions, G_N_ELEMENTS (institutions)) != NULL)
    eup_scan_spaces (scan);
  manner = scan_one_of (scan, manners, G_N_ELEMENTS (manners));
  if (manner != NULL)
    {
      eup_scan_put (scan, manner);
      eup_scan_put (scan, " ");
      eup_scan_spaces (scan);
    }
  form = scan_one_of (scan, forms, G_N_ELEMENTS (forms));
  if (form == NULL)
    return FALSE;
  eup_scan_put (scan, form);
  eup_scan_put (scan, " ");
  *regulation = form == forms[0];
  return eup_scan_spaces (scan) || eup_scan_peek (scan) == '(';
}

static gboolean
scan_no (EupScan *scan)
{
  static const char * const words[] = { "No.", "No", "Nr.", "Nr", "N°", "Nº", "№" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (eup_scan_word (scan, words[i]))
      {
        eup_scan_spaces (scan);
        return TRUE;
      }
  return FALSE;
}

typedef struct
{
  guint number;
  guint digits;
} Number;

static gboolean
is_year_of_act (Number   number,
                gboolean short_years)
{
  return eup_scan_is_year (number.digits, number.number) || (short_years && number.digits == 2 && number.number >= 52);
}

typedef enum
{
  ORDER_UNKNOWN,
  ORDER_YEAR_FIRST,
  ORDER_NUMBER_FIRST
} Order;

/* Numbers such as 2019/2018 read both ways: the word No decides, then what was the rule in that year. */
static Order
order_of_numbers (Number   first,
                  Number   second,
                  gboolean no,
                  gboolean old_form,
                  gboolean regulation)
{
  const gboolean new_year_first = eup_scan_is_year (first.digits, first.number) && first.number >= YEAR_FIRST;

  if (no && is_year_of_act (second, TRUE))
    return ORDER_NUMBER_FIRST;
  if (new_year_first)
    return ORDER_YEAR_FIRST;
  if (no)
    return ORDER_UNKNOWN;
  if (old_form && is_year_of_act (first, TRUE))
    return ORDER_YEAR_FIRST;
  if (is_year_of_act (second, FALSE) && second.number < YEAR_FIRST)
    return ORDER_NUMBER_FIRST;
  if (!regulation && is_year_of_act (first, FALSE))
    return ORDER_YEAR_FIRST;
  return ORDER_UNKNOWN;
}

/* Regulation (EU) 2025/1106, Regulation (EC) No 1/2003, Directive 95/46/EC, Council Decision (CFSP) 2015/778 */
EupMatch
eup_reference_match_act (EupScan            *scan,
                         EupReferenceScheme *scheme)
{
  gboolean regulation;
  gboolean bracketed;
  gboolean no;
  gsize first_at;
  gsize second_at;
  Number first;
  Number second;
  Order order;

  *scheme = EUP_REFERENCE_SCHEME_ACT;
  if (!scan_form (scan, &regulation))
    return EUP_MATCH_NO;
  bracketed = eup_scan_char (scan, '(');
  if (bracketed)
    {
      eup_scan_put (scan, "(");
      eup_scan_spaces (scan);
      if (!scan_communities (scan) || !eup_scan_char (scan, ')'))
        return EUP_MATCH_NO;
      eup_scan_put (scan, ") ");
      eup_scan_spaces (scan);
    }

  no = scan_no (scan);
  first_at = scan->at;
  first.digits = eup_scan_digits (scan, &first.number);
  if (first.digits == 0 || (!bracketed && eup_scan_peek (scan) != '/'))
    return bracketed ? eup_scan_malformed (scan, first_at, "the number of the act is missing") : EUP_MATCH_NO;
  if (!eup_scan_char (scan, '/'))
    return eup_scan_malformed (scan, scan->at, "the number of an act looks like 2025/1106 or No 1025/2012");
  second_at = scan->at;
  second.digits = eup_scan_digits (scan, &second.number);
  if (second.digits == 0)
    return eup_scan_malformed (scan, second_at, "the number of an act looks like 2025/1106 or No 1025/2012");
  if (!bracketed && eup_scan_peek (scan) != '/')
    return EUP_MATCH_NO;

  order = order_of_numbers (first, second, no, !bracketed, regulation);
  if (order == ORDER_UNKNOWN)
    return eup_scan_malformed (scan, first_at, regulation && is_year_of_act (first, FALSE)
                                                   ? "a regulation from before 2015 has its number first"
                                                   : no_such_year);
  if (order == ORDER_YEAR_FIRST ? second.number == 0 || second.digits > 5 : first.number == 0 || first.digits > 5)
    return eup_scan_malformed (scan, order == ORDER_YEAR_FIRST ? second_at : first_at,
                               "the number of an act is from 1 to 99999");
  if (order == ORDER_NUMBER_FIRST)
    eup_scan_put (scan, "No ");
  eup_scan_put_number (scan, first.number, order == ORDER_YEAR_FIRST ? first.digits : 1);
  eup_scan_put (scan, "/");
  eup_scan_put_number (scan, second.number, order == ORDER_NUMBER_FIRST ? second.digits : 1);
  if (!bracketed && eup_scan_char (scan, '/'))
    {
      eup_scan_put (scan, "/");
      if (!scan_communities (scan))
        return eup_scan_malformed (scan, scan->at, "EU, EC, EEC, ECSC, Euratom, CFSP or JHA is expected here");
    }
  return eup_scan_finish (scan);
}

/* 28.5.2025, with zeros or without */
static EupMatch
scan_day (EupScan *scan)
{
  const gsize at = scan->at;
  guint day;
  guint month;
  guint year;

  if (eup_scan_digits (scan, &day) == 0 || !eup_scan_char (scan, '.') || eup_scan_digits (scan, &month) == 0 ||
      !eup_scan_char (scan, '.') || eup_scan_digits (scan, &year) != 4)
    return eup_scan_malformed (scan, at, "a date is expected here, as in 28.5.2025");
  if (day > 31 || month > 12 ||
      eup_date_cell_from_parts (EUP_PRECISION_DAY, (int) year, (int) month, (int) day) == 0 ||
      !eup_scan_is_year (4, year))
    return eup_scan_malformed (scan, at, "there is no such day");
  eup_scan_put (scan, ", ");
  eup_scan_put_number (scan, day, 1);
  eup_scan_put (scan, ".");
  eup_scan_put_number (scan, month, 1);
  eup_scan_put (scan, ".");
  eup_scan_put_number (scan, year, 4);
  return EUP_MATCH_YES;
}

/* "p. 164", "pp. 164-198" */
static EupMatch
scan_pages (EupScan *scan)
{
  static const char * const words[] = { "pp.", "p.", "S." };
  static const char * const dashes[] = { "-", "–", "—" };
  gsize at;
  guint page;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words) && !found; i++)
    found = eup_scan_word (scan, words[i]);
  if (!found)
    return eup_scan_malformed (scan, scan->at, "a date or a page is expected here");
  eup_scan_spaces (scan);
  at = scan->at;
  if (eup_scan_digits (scan, &page) == 0)
    return eup_scan_malformed (scan, at, "the page is missing");
  eup_scan_put (scan, ", p. ");
  eup_scan_put_number (scan, page, 1);
  eup_scan_spaces (scan);
  found = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (dashes) && !found; i++)
    found = eup_scan_word (scan, dashes[i]);
  if (!found)
    return EUP_MATCH_YES;
  eup_scan_spaces (scan);
  at = scan->at;
  if (eup_scan_digits (scan, &page) == 0)
    return eup_scan_malformed (scan, at, "the last page is missing");
  eup_scan_put (scan, "-");
  eup_scan_put_number (scan, page, 1);
  return EUP_MATCH_YES;
}

/* A year and a number, after the series has been put: "2025/1106", in the series C "C/2025/4389". */
static EupMatch
scan_number_of_issue (EupScan *scan,
                      gboolean is_c)
{
  gsize at = scan->at;
  guint digits;
  guint year;
  guint number;

  if (g_ascii_toupper (eup_scan_peek (scan)) == 'C' || g_ascii_toupper (eup_scan_peek (scan)) == 'L')
    {
      const gboolean says_c = g_ascii_toupper (eup_scan_peek (scan)) == 'C';

      scan->at++;
      if (says_c != is_c || !eup_scan_char (scan, '/'))
        return eup_scan_malformed (scan, at, "the number does not fit the series");
    }
  at = scan->at;
  digits = eup_scan_digits (scan, &year);
  if (!eup_scan_is_year (digits, year) || !eup_scan_char (scan, '/'))
    return eup_scan_malformed (scan, at, "a year and a number are expected here, as in 2025/1106");
  at = scan->at;
  digits = eup_scan_digits (scan, &number);
  if (digits == 0 || digits > 5 || number == 0)
    return eup_scan_malformed (scan, at, "the number is from 1 to 99999");
  eup_scan_put (scan, is_c ? "C/" : "");
  eup_scan_put_number (scan, year, 4);
  eup_scan_put (scan, "/");
  eup_scan_put_number (scan, number, 1);
  return EUP_MATCH_YES;
}

/* OJ:L_202501106, as in addresses of EUR-Lex */
static EupMatch
match_address_form (EupScan *scan)
{
  const gsize at = scan->at;
  const gboolean is_c = eup_scan_peek (scan) == 'C';
  guint number;

  scan->at++;
  if (!eup_scan_char (scan, '_') || eup_scan_digits (scan, &number) != 9)
    return eup_scan_malformed (scan, at, "this form looks like OJ:L_202501106");
  eup_scan_put (scan, is_c ? "OJ C, C/" : "OJ L, ");
  eup_scan_put_bytes (scan, at + 2, at + 6);
  eup_scan_put (scan, "/");
  for (number = 6; number < 10 && scan->string[at + number] == '0';)
    number++;
  eup_scan_put_bytes (scan, at + number, at + 11);
  return eup_scan_finish (scan);
}

/* After "OJ L 333": a letter, a date, pages, each of which may be missing. */
static EupMatch
match_printed_issue (EupScan *scan)
{
  gsize at;
  guint number;
  EupMatch match = EUP_MATCH_YES;

  eup_scan_put (scan, " ");
  eup_scan_digits (scan, &number);
  eup_scan_put_number (scan, number, 1);
  at = scan->at;
  eup_scan_spaces (scan);
  if (g_ascii_isupper (eup_scan_peek (scan)) &&
      (scan->at + 1 >= scan->length || !g_ascii_isalnum (scan->string[scan->at + 1])) &&
      !(scan->at + 1 < scan->length && scan->string[scan->at + 1] == '.'))
    {
      eup_scan_put_bytes (scan, scan->at, scan->at + 1);
      scan->at++;
    }
  else
    scan->at = at;

  while (!eup_scan_at_end (scan) && match == EUP_MATCH_YES)
    {
      eup_scan_char (scan, ',');
      eup_scan_spaces (scan);
      if (eup_scan_word (scan, "of"))
        eup_scan_spaces (scan);
      if (g_ascii_isdigit (eup_scan_peek (scan)))
        match = scan_day (scan);
      else
        return (match = scan_pages (scan)) == EUP_MATCH_YES ? eup_scan_finish (scan) : match;
    }
  return match;
}

/* OJ L, 2025/1106, 28.5.2025; OJ L 333, 27.12.2022, p. 164; C/2025/4389 */
EupMatch
eup_reference_match_oj (EupScan            *scan,
                        EupReferenceScheme *scheme)
{
  static const char * const names[] = { "OJ", "JO", "ABl.", "ABl" };
  gboolean named = FALSE;
  gboolean is_c;
  gsize start;
  EupMatch match;

  *scheme = EUP_REFERENCE_SCHEME_OJ;
  for (guint i = 0; i < G_N_ELEMENTS (names) && !named; i++)
    named = eup_scan_word (scan, names[i]);
  if (named && eup_scan_char (scan, ':'))
    return eup_scan_peek (scan) == 'L' || eup_scan_peek (scan) == 'C' ? match_address_form (scan) : EUP_MATCH_NO;
  if (named && !eup_scan_spaces (scan))
    return EUP_MATCH_NO;

  start = scan->at;
  is_c = eup_scan_peek (scan) == 'C';
  if (!is_c && eup_scan_peek (scan) != 'L')
    return EUP_MATCH_NO;
  if (!named)
    {
      if (!is_c || scan->length - start < 3 || scan->string[start + 1] != '/' || !g_ascii_isdigit (scan->string[start + 2]))
        return EUP_MATCH_NO;
      eup_scan_put (scan, "OJ C, ");
      match = scan_number_of_issue (scan, TRUE);
    }
  else
    {
      if (eup_scan_uppercase (scan) > 2)
        return EUP_MATCH_NO;
      eup_scan_put (scan, "OJ ");
      eup_scan_put_bytes (scan, start, scan->at);
      if (!eup_scan_char (scan, ','))
        {
          if (!eup_scan_spaces (scan) || !g_ascii_isdigit (eup_scan_peek (scan)))
            return EUP_MATCH_NO;
          return match_printed_issue (scan);
        }
      eup_scan_spaces (scan);
      eup_scan_put (scan, ", ");
      match = scan_number_of_issue (scan, is_c);
    }
  if (match == EUP_MATCH_YES && eup_scan_char (scan, ','))
    {
      eup_scan_spaces (scan);
      match = scan_day (scan);
    }
  return match == EUP_MATCH_YES ? eup_scan_finish (scan) : match;
}
