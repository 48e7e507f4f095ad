/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "eup-reference-grammar.h"

#include <string.h>

#include "eup-reference-scan.h"

gsize
eup_scan_space_at (const char *string,
                   gsize       length,
                   gsize       at)
{
  if (at < length && (string[at] == ' ' || (string[at] >= '\t' && string[at] <= '\r')))
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

gboolean
eup_scan_word (EupScan    *scan,
               const char *word)
{
  const gsize size = strlen (word);

  if (scan->length - scan->at < size || g_ascii_strncasecmp (scan->string + scan->at, word, size) != 0)
    return FALSE;
  scan->at += size;
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

EupReferenceScheme
eup_reference_recognise_at (const char  *string,
                            gsize        length,
                            GString     *normalised,
                            const char **problem,
                            gsize       *problem_offset)
{
  static EupMatch (* const grammars[]) (EupScan *, EupReferenceScheme *) = {
    eup_reference_match_document, eup_reference_match_procedure, eup_reference_match_celex,
    eup_reference_match_act,      eup_reference_match_oj,        eup_reference_match_eli,
    eup_reference_match_eurovoc,  eup_reference_match_wikidata,  eup_reference_match_uri
  };
  EupScan scan = { string, length, 0, normalised, NULL, 0 };
  const gsize kept = normalised != NULL ? normalised->len : 0;
  gsize start;

  eup_scan_spaces (&scan);
  start = scan.at;
  for (gsize at = start; at < length;)
    {
      const gsize size = eup_scan_space_at (string, length, at);

      at += MAX (size, 1);
      if (size == 0)
        scan.length = at;
    }
  if (start >= length)
    eup_scan_malformed (&scan, 0, "it is empty");

  for (guint i = 0; i < G_N_ELEMENTS (grammars) && scan.problem == NULL; i++)
    {
      EupReferenceScheme scheme = EUP_REFERENCE_SCHEME_OTHER;
      const EupMatch match = grammars[i](&scan, &scheme);

      if (match == EUP_MATCH_YES)
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
