/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/display/eup-display.h"

#include <math.h>
#include <string.h>

#include "values/display/eup-display-engine.h"
#include "values/display/eup-labels.h"
#include "values/eup-language.h"
#include "values/eup-period-private.h"

/* What a language says for the parts of a display that no locale data have. NULL is the sign that every language understands. */
typedef struct
{
  const char *about_date; /* before a date */
  const char *decade;     /* around the first year of a decade */
  const char *about;      /* before an amount */
  const char *at_least;
  const char *at_most;
} Wording;

static const Wording english = { "about", "%ds", "about", "at least", "up to" };

static const Wording wordings[EUP_N_LANGUAGES] = {
  [EUP_LANGUAGE_BG] = { "ок.", "%d-те", "около", "поне", "до" },
  [EUP_LANGUAGE_CS] = { "asi", NULL, "asi", "nejméně", "nejvýše" },
  [EUP_LANGUAGE_DA] = { "ca.", "%d'erne", "ca.", "mindst", "op til" },
  [EUP_LANGUAGE_DE] = { "etwa", "%der Jahre", "etwa", "mindestens", "bis zu" },
  [EUP_LANGUAGE_EL] = { "περίπου", NULL, "περίπου", "τουλάχιστον", "έως" },
  [EUP_LANGUAGE_ES] = { "hacia", "década de %d", "unos", "al menos", "hasta" },
  [EUP_LANGUAGE_ET] = { "umbes", NULL, "umbes", "vähemalt", "kuni" },
  [EUP_LANGUAGE_FI] = { "noin", "%d-luku", "noin", "vähintään", "enintään" },
  [EUP_LANGUAGE_FR] = { "vers", "années %d", "environ", "au moins", "jusqu’à" },
  [EUP_LANGUAGE_GA] = { "thart ar", "%didí", "thart ar", "ar a laghad", "suas le" },
  [EUP_LANGUAGE_HR] = { "oko", NULL, "oko", "najmanje", "do" },
  [EUP_LANGUAGE_HU] = { "kb.", "%d-as évek", "kb.", "legalább", "legfeljebb" },
  [EUP_LANGUAGE_IT] = { "intorno a", "anni %d", "circa", "almeno", "fino a" },
  [EUP_LANGUAGE_LT] = { "apie", NULL, "apie", "ne mažiau kaip", "iki" },
  [EUP_LANGUAGE_LV] = { "ap", NULL, "aptuveni", "vismaz", "līdz" },
  [EUP_LANGUAGE_MT] = { "madwar", NULL, "madwar", "mill-inqas", "sa" },
  [EUP_LANGUAGE_NL] = { "omstreeks", "jaren %d", "ongeveer", "ten minste", "tot" },
  [EUP_LANGUAGE_PL] = { "ok.", NULL, "ok.", "co najmniej", "do" },
  [EUP_LANGUAGE_PT] = { "cerca de", "década de %d", "cerca de", "pelo menos", "até" },
  [EUP_LANGUAGE_RO] = { "cca", "anii %d", "circa", "cel puțin", "până la" },
  [EUP_LANGUAGE_SK] = { "asi", NULL, "asi", "najmenej", "najviac" },
  [EUP_LANGUAGE_SL] = { "približno", NULL, "približno", "najmanj", "do" },
  [EUP_LANGUAGE_SV] = { "omkring", "%d-talet", "omkring", "minst", "upp till" }
};

static const Wording *
wording_of (const char *language)
{
  static const Wording signs = { "~", NULL, "~", "≥", "≤" };
  const int index = eup_language_index (language);

  if (!eup_display_engine_has_languages)
    return &english;
  if (index >= 0)
    return &wordings[index];
  if (g_ascii_strncasecmp (language, "en", 2) != 0 || (language[2] != '\0' && language[2] != '-'))
    return &signs;
  return &english;
}

static char *
display_decade (EupDateCell  cell,
                const char  *pattern)
{
  const int year = eup_date_cell_year (cell) / 10 * 10;
  const char *number = pattern != NULL ? strstr (pattern, "%d") : NULL;

  if (number == NULL)
    return g_strdup_printf ("%d–%d", year, year + 9);
  return g_strdup_printf ("%.*s%d%s", (int) (number - pattern), pattern, year, number + 2);
}

char *
eup_display_date (EupDateCell cell,
                  const char *language)
{
  g_autofree char *tag = eup_language_or_user (language);
  const Wording *wording = wording_of (tag);
  g_autofree char *span = NULL;
  const gboolean approximate = (cell & EUP_DATE_CELL_APPROXIMATE) != 0;
  const gboolean uncertain = (cell & EUP_DATE_CELL_UNCERTAIN) != 0;

  if (eup_date_cell_span (cell) == EUP_DATE_SPAN_DECADE)
    span = display_decade (cell, wording->decade);
  else
    span = eup_display_engine_date (cell, tag);
  if (!approximate && !uncertain)
    return g_steal_pointer (&span);
  return g_strconcat (approximate ? wording->about_date : "", approximate ? " " : "", span, uncertain ? " (?)" : "", NULL);
}

char *
eup_display_period (const guint32 cells[3],
                    const char   *language)
{
  g_autofree char *start = cells[0] != 0 ? eup_display_date (cells[0], language) : g_strdup ("…");
  g_autofree char *end = cells[1] != 0 ? eup_display_date (cells[1], language) : g_strdup ("…");

  if (cells[2] == EUP_PERIOD_FORM_DATE)
    return g_steal_pointer (&start);
  return g_strconcat (start, " – ", end, NULL);
}

static gboolean
is_currency (const char *unit)
{
  return unit != NULL && strlen (unit) == 3 && g_ascii_isupper (unit[0]) && g_ascii_isupper (unit[1]) &&
         g_ascii_isupper (unit[2]);
}

char *
eup_display_figure (double       value,
                    const char  *unit,
                    EupQualifier qualifier,
                    const char  *language)
{
  g_autofree char *tag = eup_language_or_user (language);
  const Wording *wording = wording_of (tag);
  g_autofree char *amount = NULL;
  const char *before = NULL;

  if (g_strcmp0 (unit, "%") == 0)
    amount = eup_display_engine_percent (value, tag);
  else
    amount = eup_display_engine_amount (value, is_currency (unit) ? unit : NULL, tag);
  if (unit != NULL && unit[0] != '\0' && !g_str_equal (unit, "%") && !is_currency (unit))
    {
      g_autofree char *number = g_steal_pointer (&amount);

      amount = g_strconcat (number, " ", unit, NULL);
    }

  if (qualifier == EUP_QUALIFIER_ABOUT)
    before = wording->about;
  else if (qualifier == EUP_QUALIFIER_AT_LEAST)
    before = wording->at_least;
  else if (qualifier == EUP_QUALIFIER_AT_MOST)
    before = wording->at_most;
  return before != NULL ? g_strconcat (before, " ", amount, NULL) : g_steal_pointer (&amount);
}
