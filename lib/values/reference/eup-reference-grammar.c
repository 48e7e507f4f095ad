/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/reference/eup-reference-grammar.h"

#include <string.h>

#include "values/reference/eup-reference-scan.h"

gsize
eup_scan_space_at (const char *string,
                   gsize       length,
                   gsize       at)
{
  if (at >= length || ((guchar) string[at] > ' ' && (guchar) string[at] < 0x80))
    return 0;
  if (string[at] == ' ' || (string[at] >= '\t' && string[at] <= '\r'))
    return 1;
  if (at + 2 <= length && memcmp (string + at, "\xc2\xa0", 2) == 0)
    return 2;
  if (at + 3 <= length && (memcmp (string + at, "\xe2\x80\xaf", 3) == 0 || memcmp (string + at, "\xe2\x80\x89", 3) == 0))
    return 3;
  return 0;
}

gboolean
eup_scan_spaces (EupScan *scan)
{
  const gsize start = scan->at;
  gsize size;

  while ((size = eup_scan_space_at (scan->string, scan->length, scan->at)) > 0)
    scan->at += size;
  return scan->at > start;
}

/* g_ascii_tolower() is a call for each character. */
static inline char
lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
}

gboolean
eup_scan_word (EupScan    *scan,
               const char *word)
{
  gsize at = scan->at;

  for (; *word != '\0'; word++, at++)
    if (at >= scan->length || lower (scan->string[at]) != lower (*word))
      return FALSE;
  scan->at = at;
  return TRUE;
}

guint
eup_scan_digits (EupScan *scan,
                 guint   *number)
{
  guint digits = 0;

  *number = 0;
  while (g_ascii_isdigit (eup_scan_peek (scan)))
    {
      if (*number < 100000000)
        *number = *number * 10 + (guint) (eup_scan_peek (scan) - '0');
      digits++;
      scan->at++;
    }
  return digits;
}

guint
eup_scan_uppercase (EupScan *scan)
{
  guint letters = 0;

  while (g_ascii_isupper (eup_scan_peek (scan)))
    {
      letters++;
      scan->at++;
    }
  return letters;
}

EupMatch
eup_scan_malformed (EupScan    *scan,
                    gsize       at,
                    const char *problem)
{
  scan->problem = problem;
  scan->problem_at = at;
  return EUP_MATCH_MALFORMED;
}

EupMatch
eup_scan_finish (EupScan *scan)
{
  eup_scan_spaces (scan);
  if (!eup_scan_at_end (scan))
    return eup_scan_malformed (scan, scan->at, "the reference should end here");
  return EUP_MATCH_YES;
}

void
eup_scan_put (EupScan    *scan,
              const char *text)
{
  if (scan->out != NULL)
    g_string_append (scan->out, text);
}

void
eup_scan_put_bytes (EupScan *scan,
                    gsize    from,
                    gsize    to)
{
  if (scan->out != NULL)
    g_string_append_len (scan->out, scan->string + from, (gssize) (to - from));
}

void
eup_scan_put_number (EupScan *scan,
                     guint    number,
                     guint    width)
{
  if (scan->out != NULL)
    g_string_append_printf (scan->out, "%0*u", (int) width, number);
}

static void
put_with_single_spaces (EupScan *scan)
{
  while (scan->at < scan->length)
    if (eup_scan_spaces (scan))
      eup_scan_put (scan, " ");
    else
      {
        eup_scan_put_bytes (scan, scan->at, scan->at + 1);
        scan->at++;
      }
}

typedef struct
{
  EupMatch  (*match) (EupScan            *scan,
                      EupReferenceScheme *scheme);
  const char *first; /* what it can begin with: letters in any case, 0 for the digits; NULL for anything */
} Grammar;

static const Grammar grammars[] = {
  { eup_reference_match_document, "ckjs" },
  { eup_reference_match_procedure, "0" },
  { eup_reference_match_celex, "0ce" },
  { eup_reference_match_act, "cdfir" },
  { eup_reference_match_oj, "acjo" },
  { eup_reference_match_eli, "deh/" },
  { eup_reference_match_eurovoc, "eh" },
  { eup_reference_match_wikidata, "hqw" },
  { eup_reference_match_uri, NULL }
};

/* Walks past spaces on both sides. */
static void
trim (EupScan *scan)
{
  const gsize length = scan->length;

  eup_scan_spaces (scan);
  if (length > 0 && (guchar) scan->string[length - 1] > ' ' && (guchar) scan->string[length - 1] < 0x80)
    return;
  for (gsize at = scan->at; at < length;)
    {
      const gsize size = eup_scan_space_at (scan->string, length, at);

      at += MAX (size, 1);
      if (size == 0)
        scan->length = at;
    }
}

EupReferenceScheme
eup_reference_recognise_at (const char  *string,
                            gsize        length,
                            GString     *normalised,
                            const char **problem,
                            gsize       *problem_offset)
{
  EupScan scan = { string, length, 0, normalised, NULL, 0 };
  const gsize kept = normalised != NULL ? normalised->len : 0;
  gsize start;
  char first;

  trim (&scan);
  start = scan.at;
  if (start >= length)
    eup_scan_malformed (&scan, 0, "it is empty");
  first = g_ascii_isdigit (eup_scan_peek (&scan)) ? '0' : g_ascii_tolower (eup_scan_peek (&scan));

  for (guint i = 0; i < G_N_ELEMENTS (grammars) && scan.problem == NULL; i++)
    {
      EupReferenceScheme scheme = EUP_REFERENCE_SCHEME_OTHER;

      if (grammars[i].first != NULL && (first == '\0' || strchr (grammars[i].first, first) == NULL))
        continue;
      if (grammars[i].match (&scan, &scheme) == EUP_MATCH_YES)
        {
          if (problem != NULL)
            *problem = NULL;
          return scheme;
        }
      scan.at = start;
      if (normalised != NULL)
        g_string_truncate (normalised, kept);
    }

  if (start < length)
    put_with_single_spaces (&scan);
  if (problem != NULL)
    *problem = scan.problem;
  if (problem_offset != NULL)
    *problem_offset = scan.problem_at;
  return EUP_REFERENCE_SCHEME_OTHER;
}

EupReferenceScheme
eup_reference_recognise (const char  *string,
                         gsize        length,
                         GString     *normalised,
                         const char **problem)
{
  return eup_reference_recognise_at (string, length, normalised, problem, NULL);
}

/* COM(2025) 148 to COM:2025:148:FIN. One that is split into parts has no address of that form. */
static char *
document_address (const char *value)
{
  const char *open = strchr (value, '(');
  const char *number = strchr (value, ' ');

  if (open == NULL || number == NULL || strchr (value, '/') != NULL)
    return NULL;
  return g_strdup_printf ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=%.*s:%.4s:%s:FIN",
                          (int) (open - value), value, open + 1, number + 1);
}

char *
eup_reference_address (EupReferenceScheme scheme,
                       const char        *normalised)
{
  switch (scheme)
    {
    case EUP_REFERENCE_SCHEME_COM:
    case EUP_REFERENCE_SCHEME_JOIN:
    case EUP_REFERENCE_SCHEME_SWD:
    case EUP_REFERENCE_SCHEME_SEC:
      return document_address (normalised);
    case EUP_REFERENCE_SCHEME_CELEX:
      return g_strconcat ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:", normalised, NULL);
    case EUP_REFERENCE_SCHEME_PROCEDURE:
      return g_strconcat ("https://oeil.secure.europarl.europa.eu/oeil/en/procedure-file?reference=", normalised, NULL);
    case EUP_REFERENCE_SCHEME_WIKIDATA:
      return g_strconcat ("https://www.wikidata.org/wiki/", normalised, NULL);
    case EUP_REFERENCE_SCHEME_ELI:
    case EUP_REFERENCE_SCHEME_EUROVOC:
    case EUP_REFERENCE_SCHEME_URI:
      return g_strdup (normalised);
    case EUP_REFERENCE_SCHEME_C:
    case EUP_REFERENCE_SCHEME_OJ:
    case EUP_REFERENCE_SCHEME_ACT:
    case EUP_REFERENCE_SCHEME_OTHER:
    default:
      return NULL;
    }
}
