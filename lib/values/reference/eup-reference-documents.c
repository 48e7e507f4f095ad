/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/reference/eup-reference-scan.h"

#include <string.h>

#include "values/eup-date-cell.h"

typedef struct
{
  const char        *prefix; /* as it is met */
  const char        *printed;
  EupReferenceScheme scheme;
} Series;

/* The Danish, German and Swedish versions print KOM and SEK. */
static const Series series_of_documents[] = {
  { "COM", "COM", EUP_REFERENCE_SCHEME_COM },    { "KOM", "COM", EUP_REFERENCE_SCHEME_COM },
  { "JOIN", "JOIN", EUP_REFERENCE_SCHEME_JOIN }, { "SWD", "SWD", EUP_REFERENCE_SCHEME_SWD },
  { "SEC", "SEC", EUP_REFERENCE_SCHEME_SEC },    { "SEK", "SEC", EUP_REFERENCE_SCHEME_SEC },
  { "C", "C", EUP_REFERENCE_SCHEME_C }
};

/* "final" as the language versions print it. */
static gboolean
scan_final (EupScan *scan)
{
  static const char * const words[] = { "final", "fin.", "fin", "endgültig", "endg.", "endelig udg.", "endelig",
                                        "definitief", "definitivo", "def.", "slutlig", "lopullinen", "τελικό" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (eup_scan_word (scan, words[i]))
      return TRUE;
  return FALSE;
}

static EupMatch
finish_document (EupScan      *scan,
                 const Series *series,
                 char          separator,
                 guint         year)
{
  gsize at = scan->at;
  guint part = 0;
  guint number;
  guint digits = eup_scan_digits (scan, &number);

  if (digits == 0)
    return eup_scan_malformed (scan, at, "the number of the document is missing");
  if (number == 0 || number > 99999 || digits > 6)
    return eup_scan_malformed (scan, at, "the number of a document is from 1 to 99999");
  if (g_ascii_isalpha (eup_scan_peek (scan)))
    return eup_scan_malformed (scan, scan->at, "the number of a document has digits only");

  if (separator == ':')
    eup_scan_char (scan, ':');
  at = scan->at;
  if (eup_scan_char (scan, '/'))
    {
      if (eup_scan_digits (scan, &part) == 0 || part == 0 || part > 99)
        return eup_scan_malformed (scan, at, "a part is a number from 1 to 99");
    }
  eup_scan_spaces (scan);
  if (scan_final (scan) && part == 0)
    {
      at = scan->at;
      if (eup_scan_char (scan, '/') && (eup_scan_digits (scan, &part) == 0 || part == 0 || part > 99))
        return eup_scan_malformed (scan, at, "a part is a number from 1 to 99");
    }

  eup_scan_put (scan, series->printed);
  eup_scan_put (scan, "(");
  eup_scan_put_number (scan, year, 4);
  eup_scan_put (scan, ") ");
  eup_scan_put_number (scan, number, 1);
  if (part > 0)
    {
      eup_scan_put (scan, "/");
      eup_scan_put_number (scan, part, 1);
    }
  return eup_scan_finish (scan);
}

/* COM(2025) 148, COM/2025/847 final, COM:2025:147:FIN */
EupMatch
eup_reference_match_document (EupScan            *scan,
                              EupReferenceScheme *scheme)
{
  const Series *series = NULL;
  char separator;
  gboolean spaced;
  gsize at;
  guint digits;
  guint year;

  for (guint i = 0; i < G_N_ELEMENTS (series_of_documents) && series == NULL; i++)
    if (eup_scan_word (scan, series_of_documents[i].prefix))
      series = &series_of_documents[i];
  if (series == NULL || (series->prefix[1] == '\0' && scan->string[scan->at - 1] != 'C'))
    return EUP_MATCH_NO;
  *scheme = series->scheme;

  spaced = eup_scan_spaces (scan);
  separator = eup_scan_peek (scan);
  if (series->scheme == EUP_REFERENCE_SCHEME_C && separator != '(')
    return EUP_MATCH_NO;
  if (spaced && separator != '(' && !g_ascii_isdigit (separator))
    return EUP_MATCH_NO;
  if (separator == '(' || separator == '/' || separator == ':')
    scan->at++;
  eup_scan_spaces (scan);

  at = scan->at;
  digits = eup_scan_digits (scan, &year);
  if (digits == 0)
    return EUP_MATCH_NO;
  if (g_ascii_isdigit (separator))
    return eup_scan_malformed (scan, at, "the year stands in brackets, as in COM(2025) 148");
  if (!eup_scan_is_year (digits, year))
    return eup_scan_malformed (scan, at, "the year has four digits, and is not before 1952");

  eup_scan_spaces (scan);
  if (separator == '(' && !eup_scan_char (scan, ')'))
    return eup_scan_malformed (scan, scan->at, "a closing bracket is expected after the year");
  if (separator != '(' && !eup_scan_char (scan, separator))
    return eup_scan_malformed (scan, scan->at, "the number of the document is missing");
  eup_scan_spaces (scan);
  return finish_document (scan, series, separator, year);
}

static gboolean
is_type_of_procedure (const char *code)
{
  static const char codes[][4] = { "COD", "CNS", "APP", "BUD", "DEC", "BUI", "NLE", "INL", "INI", "RSP", "REG", "IMM",
                                   "RSO", "INS", "ACI", "DEA", "RPS", "AVC", "SYN", "DCE", "COS" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strncasecmp (code, codes[i], 3) == 0)
      return TRUE;
  return FALSE;
}

/* 2025/0101(COD), 2025/0101A(COD), 2025/0101/COD */
EupMatch
eup_reference_match_procedure (EupScan            *scan,
                               EupReferenceScheme *scheme)
{
  const gsize start = scan->at;
  gsize number_at;
  gsize number_end;
  gsize type_at;
  gsize letters = 0;
  gboolean brackets;
  guint year;
  guint number;
  guint year_digits = eup_scan_digits (scan, &year);
  guint number_digits;

  *scheme = EUP_REFERENCE_SCHEME_PROCEDURE;
  if (year_digits < 2 || !eup_scan_char (scan, '/'))
    return EUP_MATCH_NO;
  number_at = scan->at;
  number_digits = eup_scan_digits (scan, &number);
  if (number_digits == 0)
    return EUP_MATCH_NO;
  if (g_ascii_isupper (eup_scan_peek (scan)))
    scan->at++;
  number_end = scan->at;
  eup_scan_spaces (scan);
  brackets = eup_scan_char (scan, '(');
  if (!brackets && !eup_scan_char (scan, '/'))
    return EUP_MATCH_NO;
  type_at = scan->at;
  while (g_ascii_isalpha (eup_scan_peek (scan)))
    {
      letters++;
      scan->at++;
    }
  if (letters == 0 || (!brackets && letters != 3))
    return EUP_MATCH_NO;

  if (!eup_scan_is_year (year_digits, year))
    return eup_scan_malformed (scan, start, "the year has four digits, and is not before 1952");
  if (number_digits != 4 || number == 0)
    return eup_scan_malformed (scan, number_at, "the number of a procedure has four digits, from 0001");
  if (letters != 3 || !is_type_of_procedure (scan->string + type_at))
    return eup_scan_malformed (scan, type_at, "there is no such type of procedure");
  if (brackets && !eup_scan_char (scan, ')'))
    return eup_scan_malformed (scan, scan->at, "a closing bracket is expected after the type of procedure");

  eup_scan_put_bytes (scan, start, number_end);
  if (scan->out != NULL)
    for (gsize i = 0; i < 3; i++)
      g_string_append_c (scan->out, i == 0 ? '(' : g_ascii_toupper (scan->string[type_at + i - 1]));
  if (scan->out != NULL)
    g_string_append_printf (scan->out, "%c)", g_ascii_toupper (scan->string[type_at + 2]));
  return eup_scan_finish (scan);
}

/* The parts that may follow: (01), R(01), and the day of a consolidated text. */
static EupMatch
scan_celex_suffixes (EupScan *scan,
                     char     sector)
{
  guint number;
  gsize at = scan->at;

  if (sector == '7' && eup_scan_uppercase (scan) == 3)
    {
      if (!eup_scan_char (scan, '_') || eup_scan_digits (scan, &number) == 0)
        return eup_scan_malformed (scan, scan->at, "a measure of a Member State ends in _ and a number");
    }
  else
    scan->at = at;

  at = scan->at;
  if (eup_scan_char (scan, '(') && (eup_scan_digits (scan, &number) != 2 || !eup_scan_char (scan, ')')))
    return eup_scan_malformed (scan, at, "a part is two digits in brackets");
  at = scan->at;
  if (eup_scan_char (scan, 'R') &&
      (!eup_scan_char (scan, '(') || eup_scan_digits (scan, &number) != 2 || !eup_scan_char (scan, ')')))
    return eup_scan_malformed (scan, at, "a corrigendum is R and two digits in brackets");
  at = scan->at;
  if (eup_scan_char (scan, '-') &&
      (eup_scan_digits (scan, &number) != 8 ||
       eup_date_cell_from_parts (EUP_PRECISION_DAY, (int) (number / 10000), (int) (number / 100 % 100), (int) (number % 100)) == 0))
    return eup_scan_malformed (scan, at, "a consolidated text ends in a day, as in -20191218");
  return eup_scan_finish (scan);
}

/* 52025DC0148, 32022L2557R(01), 02009R1223-20191218, 12016M/TXT; also after "CELEX:" */
EupMatch
eup_reference_match_celex (EupScan            *scan,
                           EupReferenceScheme *scheme)
{
  gboolean prefixed = eup_scan_word (scan, "CELEX");
  gsize start;
  gsize at;
  char sector;
  guint number;
  guint letters;
  guint digits;
  EupMatch match;

  *scheme = EUP_REFERENCE_SCHEME_CELEX;
  if (prefixed)
    {
      if (!eup_scan_char (scan, ':') && eup_scan_space_at (scan->string, scan->length, scan->at) == 0)
        return EUP_MATCH_NO;
      eup_scan_spaces (scan);
    }
  start = scan->at;
  sector = eup_scan_peek (scan);
  if (scan->length - start < 7 || !(g_ascii_isdigit (sector) || sector == 'C' || sector == 'E'))
    return prefixed ? eup_scan_malformed (scan, start, "a CELEX number looks like 52025DC0148") : EUP_MATCH_NO;
  scan->at++;
  at = scan->at;
  digits = eup_scan_digits (scan, &number);
  letters = eup_scan_uppercase (scan);
  if (!eup_scan_is_year (digits, number) || letters < 1 || letters > 2 ||
      !(g_ascii_isdigit (eup_scan_peek (scan)) || (sector == '1' && eup_scan_peek (scan) == '/')))
    return prefixed ? eup_scan_malformed (scan, at, "a CELEX number looks like 52025DC0148") : EUP_MATCH_NO;

  at = scan->at;
  if (eup_scan_char (scan, '/'))
    {
      if (eup_scan_uppercase (scan) != 3)
        return eup_scan_malformed (scan, at, "a part of a treaty is three letters, as in 12016M/TXT");
    }
  else
    {
      digits = eup_scan_digits (scan, &number);
      if (digits != 4 && !(sector == '1' && digits == 3))
        return eup_scan_malformed (scan, at, "a CELEX number has four digits after its letters");
    }
  match = scan_celex_suffixes (scan, sector);
  if (match == EUP_MATCH_YES)
    eup_scan_put_bytes (scan, start, scan->length);
  return match;
}
