/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/reference/eup-reference-scan.h"

#include <string.h>

/* "http://HOST" or "https://HOST", or with @bare the host alone. */
static gboolean
scan_host (EupScan    *scan,
           const char *host,
           gboolean    bare)
{
  const gsize start = scan->at;

  gboolean scheme = eup_scan_word (scan, "http");

  if (scheme)
    {
      eup_scan_word (scan, "s");
      scheme = eup_scan_word (scan, "://");
    }
  if (!scheme)
    scan->at = start;
  if ((scheme || bare) && eup_scan_word (scan, host))
    return TRUE;
  scan->at = start;
  return FALSE;
}

/* The end of the part of a path that begins here. */
static gsize
segment_end (const EupScan *scan,
             gsize          at)
{
  while (at < scan->length && scan->string[at] != '/')
    at++;
  return at;
}

static gboolean
is_type_of_act (const char *type,
                gsize       length)
{
  static const char * const types[] = { "reg",     "dir",     "dec",     "reco",     "reg_impl", "reg_del",
                                        "dir_impl", "dir_del", "dec_impl", "dec_del", "dec_framw", "C" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i]) == length && memcmp (types[i], type, length) == 0)
      return TRUE;
  return FALSE;
}

/* reg/2025/1106/oj: the year and the number that acts have. */
static EupMatch
check_eli_of_act (EupScan *scan)
{
  gsize at = scan->at;
  guint digits;
  guint number;

  digits = eup_scan_digits (scan, &number);
  if (!eup_scan_is_year (digits, number) || !eup_scan_char (scan, '/'))
    return eup_scan_malformed (scan, at, "the year of the act is expected here");
  at = scan->at;
  digits = eup_scan_digits (scan, &number);
  if (digits == 0 || number == 0 || digits > 5)
    return eup_scan_malformed (scan, at, "the number of the act is expected here");
  if (eup_scan_char (scan, '(') && (eup_scan_digits (scan, &number) == 0 || !eup_scan_char (scan, ')')))
    return eup_scan_malformed (scan, scan->at, "a closing bracket is expected here");
  if (!eup_scan_at_end (scan) && eup_scan_peek (scan) != '/')
    return eup_scan_malformed (scan, scan->at, "the number of an act has digits only");
  return EUP_MATCH_YES;
}

/* http://data.europa.eu/eli/reg/2025/1106/oj, the same at EUR-Lex, or from "eli/" on */
EupMatch
eup_reference_match_eli (EupScan            *scan,
                         EupReferenceScheme *scheme)
{
  gboolean whole = scan_host (scan, "data.europa.eu/eli/", TRUE) || scan_host (scan, "eur-lex.europa.eu/eli/", FALSE);
  gsize start;
  gsize end;
  gsize type_end;

  *scheme = EUP_REFERENCE_SCHEME_ELI;
  if (!whole && !eup_scan_word (scan, "eli:") && !eup_scan_word (scan, "eli/") && !eup_scan_word (scan, "/eli/"))
    return EUP_MATCH_NO;
  start = scan->at;
  type_end = segment_end (scan, start);
  if (!whole && (type_end == scan->length || !is_type_of_act (scan->string + start, type_end - start)))
    return EUP_MATCH_NO;

  end = scan->length;
  while (end > start && scan->string[end - 1] == '/')
    end--;
  for (gsize at = start; at < end; at++)
    {
      if (scan->string[at] == '?' || scan->string[at] == '#')
        return EUP_MATCH_NO;
      if (!g_ascii_isalnum (scan->string[at]) && strchr ("_-.()/:@+~", scan->string[at]) == NULL)
        return eup_scan_malformed (scan, at, "an ELI has no such character");
      if (scan->string[at] == '/' && (at == start || scan->string[at + 1] == '/'))
        return eup_scan_malformed (scan, at, "a part of the address is empty");
    }
  if (type_end >= end)
    return eup_scan_malformed (scan, start, "an ELI looks like http://data.europa.eu/eli/reg/2025/1106/oj");
  if (is_type_of_act (scan->string + start, type_end - start))
    {
      scan->at = type_end + 1;
      if (check_eli_of_act (scan) != EUP_MATCH_YES)
        return EUP_MATCH_MALFORMED;
    }
  eup_scan_put (scan, "http://data.europa.eu/eli/");
  eup_scan_put_bytes (scan, start, end);
  return EUP_MATCH_YES;
}

/* http://eurovoc.europa.eu/2499, eurovoc:2499 */
EupMatch
eup_reference_match_eurovoc (EupScan            *scan,
                             EupReferenceScheme *scheme)
{
  gboolean good;
  gsize start;
  gsize n;

  *scheme = EUP_REFERENCE_SCHEME_EUROVOC;
  if (!scan_host (scan, "eurovoc.europa.eu/", TRUE) && !eup_scan_word (scan, "eurovoc:"))
    return EUP_MATCH_NO;
  start = scan->at;
  n = scan->length - start;
  if (n == 0 || memchr (scan->string + start, '/', n) != NULL || memchr (scan->string + start, '#', n) != NULL ||
      memchr (scan->string + start, '?', n) != NULL)
    return EUP_MATCH_NO;

  if (eup_scan_word (scan, "c_"))
    {
      good = n == 10;
      for (gsize at = scan->at; at < scan->length; at++)
        good = good && g_ascii_isxdigit (scan->string[at]) && !g_ascii_isupper (scan->string[at]);
    }
  else
    {
      guint number;
      const guint digits = eup_scan_digits (scan, &number);

      good = digits == n && digits <= 6;
    }
  if (!good)
    return eup_scan_malformed (scan, start, "a concept of EuroVoc has up to six digits, or c_ and eight hexadecimal ones");
  eup_scan_put (scan, "http://eurovoc.europa.eu/");
  eup_scan_put_bytes (scan, start, scan->length);
  return EUP_MATCH_YES;
}

/* Q42, wd:Q42, https://www.wikidata.org/wiki/Q42, http://www.wikidata.org/entity/Q42 */
EupMatch
eup_reference_match_wikidata (EupScan            *scan,
                              EupReferenceScheme *scheme)
{
  static const char * const hosts[] = { "www.wikidata.org/wiki/", "www.wikidata.org/entity/", "wikidata.org/wiki/",
                                        "wikidata.org/entity/" };
  gboolean address = FALSE;
  gboolean prefixed;
  gsize start;
  guint number;
  guint digits;

  *scheme = EUP_REFERENCE_SCHEME_WIKIDATA;
  for (guint i = 0; i < G_N_ELEMENTS (hosts) && !address; i++)
    address = scan_host (scan, hosts[i], FALSE);
  prefixed = !address && (eup_scan_word (scan, "wd:") || eup_scan_word (scan, "wikidata:"));
  start = scan->at;
  if (!eup_scan_char (scan, 'Q'))
    return prefixed ? eup_scan_malformed (scan, start, "an item of Wikidata is Q and a number") : EUP_MATCH_NO;
  digits = eup_scan_digits (scan, &number);
  if (!eup_scan_at_end (scan) || digits == 0)
    return prefixed ? eup_scan_malformed (scan, start, "an item of Wikidata is Q and a number") : EUP_MATCH_NO;
  if (scan->string[start + 1] == '0' || digits > 12)
    return eup_scan_malformed (scan, start + 1, "there is no such item of Wikidata");
  eup_scan_put_bytes (scan, start, scan->length);
  return EUP_MATCH_YES;
}

/* RFC 3986 in outline: a scheme, and characters that addresses have. Those of other scripts are let through. */
EupMatch
eup_reference_match_uri (EupScan            *scan,
                         EupReferenceScheme *scheme)
{
  const gsize start = scan->at;
  gboolean web;
  gsize colon;

  *scheme = EUP_REFERENCE_SCHEME_URI;
  if (!g_ascii_isalpha (eup_scan_peek (scan)))
    return EUP_MATCH_NO;
  while (g_ascii_isalnum (eup_scan_peek (scan)) || (!eup_scan_at_end (scan) && strchr ("+-.", eup_scan_peek (scan)) != NULL))
    scan->at++;
  colon = scan->at;
  if (colon - start < 2 || !eup_scan_char (scan, ':') || eup_scan_at_end (scan))
    return EUP_MATCH_NO;
  web = (colon - start == 4 && g_ascii_strncasecmp (scan->string + start, "http", 4) == 0) ||
        (colon - start == 5 && g_ascii_strncasecmp (scan->string + start, "https", 5) == 0);
  for (gsize at = scan->at; at < scan->length; at++)
    if (!g_ascii_isalnum (scan->string[at]) &&
        ((guchar) scan->string[at] <= ' ' || scan->string[at] == 0x7f || strchr ("<>\"{}|\\^`", scan->string[at]) != NULL))
      return web ? eup_scan_malformed (scan, at, "an address has no such character") : EUP_MATCH_NO;
  if (web && (!eup_scan_word (scan, "//") || eup_scan_at_end (scan) || strchr ("/?#:", eup_scan_peek (scan)) != NULL))
    return eup_scan_malformed (scan, MIN (scan->at, scan->length - 1), "the address has no host");
  eup_scan_put_bytes (scan, start, scan->length);
  return EUP_MATCH_YES;
}
