/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/display/eup-display-engine.h"

#include <math.h>
#include <string.h>

#include "values/display/eup-amount.h"
#include "values/display/eup-collation.h"

const gboolean eup_display_engine_has_languages = FALSE;

/* Without ICU: ISO dates, English, code points. */

struct _EupCollator
{
  char unused;
};

char *
eup_display_engine_date (EupDateCell cell,
                         const char *language)
{
  const EupDateCell bare = cell & ~(EUP_DATE_CELL_SPELLING_MASK | EUP_DATE_CELL_APPROXIMATE | EUP_DATE_CELL_UNCERTAIN);
  char buffer[EUP_DATE_CELL_PRINT_MAX];

  if (eup_date_cell_span (cell) == EUP_DATE_SPAN_QUARTER)
    return g_strdup_printf ("Q%d %d", eup_date_cell_quarter (cell), eup_date_cell_year (cell));
  eup_date_cell_print (bare, buffer);
  return g_strdup (buffer);
}

/* Groups of three digits before the point. */
static char *
grouped (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 340];
  const char *point;
  GString *out;
  gsize whole;

  if (!isfinite (value))
    return g_strdup (isnan (value) ? "NaN" : value < 0 ? "-∞" : "∞");
  if (fabs (value) >= 1e15)
    return g_strdup (g_ascii_dtostr (digits, sizeof digits, value));
  g_ascii_formatd (digits, sizeof digits, "%.6f", fabs (value));
  for (gsize end = strlen (digits) - 1; digits[end] == '0' || digits[end] == '.'; end--)
    {
      const gboolean was_point = digits[end] == '.';

      digits[end] = '\0';
      if (was_point)
        break;
    }
  out = g_string_new (value < 0 && strcmp (digits, "0") != 0 ? "-" : NULL);
  point = strchr (digits, '.');
  whole = point != NULL ? (gsize) (point - digits) : strlen (digits);
  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i > 0 && i < whole && (whole - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  return g_string_free (out, FALSE);
}

char *
eup_display_engine_amount (double      value,
                           const char *currency,
                           const char *language)
{
  static const char * const words[] = { "", " thousand", " million", " billion", " trillion" };
  static const char * const signs[][2] = { { "EUR", "€" }, { "GBP", "£" }, { "USD", "US$" } };
  const int power = eup_amount_power (value);
  g_autofree char *number = grouped (power > 0 ? value / pow (1000, power) : value);
  const char *sign = NULL;

  for (guint i = 0; currency != NULL && i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i][0], currency))
      sign = signs[i][1];
  if (currency == NULL)
    return g_strconcat (number, words[power], NULL);
  if (sign == NULL)
    return g_strconcat (currency, " ", number, words[power], NULL);
  if (number[0] == '-')
    return g_strconcat ("-", sign, number + 1, words[power], NULL);
  return g_strconcat (sign, number, words[power], NULL);
}

char *
eup_display_engine_percent (double      value,
                            const char *language)
{
  g_autofree char *number = grouped (value);

  return g_strconcat (number, " %", NULL);
}

EupCollator *
eup_collator_new (const char *language)
{
  return g_new0 (EupCollator, 1);
}

void
eup_collator_free (EupCollator *self)
{
  g_free (self);
}

int
eup_collator_compare (EupCollator *self,
                      const char  *a,
                      const char  *b)
{
  const int order = strcmp (a, b);

  return (order > 0) - (order < 0);
}

void
eup_collator_add_key (EupCollator *self,
                      const char  *text,
                      GByteArray  *key)
{
  g_byte_array_append (key, (const guint8 *) text, (guint) strlen (text));
}
