/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "formats/json/eup-json-number.h"

/* A decimal number without its sign: the digits that matter, and the power of ten that the first of them has. */
typedef struct
{
  const char *digits;
  gsize       n_digits; /* in @digits, with the point and zeros at the end */
  gint64      exponent;
} Decimal;

/* Takes a number that is known to follow JSON's grammar apart. */
static Decimal
take_apart (const char *text,
            gsize       length)
{
  const char *p = text, *end = text + length, *mantissa_end, *point;
  Decimal decimal = { 0 };
  gint64 exponent = 0;

  if (p < end && *p == '-')
    p++;
  for (mantissa_end = p; mantissa_end < end && *mantissa_end != 'e' && *mantissa_end != 'E'; )
    mantissa_end++;
  if (mantissa_end < end)
    {
      const char *q = mantissa_end + 1;
      gboolean negative = *q == '-';

      if (*q == '-' || *q == '+')
        q++;
      for (; q < end && exponent < 1000000; q++)
        exponent = exponent * 10 + (*q - '0');
      if (negative)
        exponent = -exponent;
    }

  point = memchr (p, '.', mantissa_end - p);
  decimal.exponent = exponent + (point == NULL ? mantissa_end : point) - p - 1;
  while (p < mantissa_end && (*p == '0' || *p == '.'))
    {
      if (*p == '0')
        decimal.exponent--;
      p++;
    }
  while (mantissa_end > p && (mantissa_end[-1] == '0' || mantissa_end[-1] == '.'))
    mantissa_end--;
  decimal.digits = p;
  decimal.n_digits = mantissa_end - p;
  return decimal;
}

/* FALSE if it is too large for a double. */
gboolean
eup_json_number_to_double (const char *text,
                           gsize       length,
                           double     *value)
{
  char buffer[64];
  g_autofree char *copy = NULL;
  guint64 whole = 0;
  gsize at = length > 0 && text[0] == '-' ? 1 : 0;

  /* Most are whole numbers that a double holds exactly. */
  for (; at < length && g_ascii_isdigit (text[at]) && whole < G_GUINT64_CONSTANT (100000000000000); at++)
    whole = whole * 10 + (text[at] - '0');
  if (at == length)
    {
      *value = text[0] == '-' ? -(double) whole : (double) whole;
      return TRUE;
    }

  if (length < sizeof buffer)
    {
      memcpy (buffer, text, length);
      buffer[length] = '\0';
      *value = g_ascii_strtod (buffer, NULL);
    }
  else
    {
      copy = g_strndup (text, length);
      *value = g_ascii_strtod (copy, NULL);
    }
  return isfinite (*value);
}

/* Tells whether the text says the same number as what is printed for the double. */
gboolean
eup_json_number_is_exact (const char *text,
                          gsize       length,
                          double      value)
{
  char printed[EUP_JSON_NUMBER_SIZE];
  gsize n = eup_json_number_print (value, printed);
  Decimal a, b;
  gsize i = 0, j = 0;

  if (n == length && memcmp (printed, text, n) == 0)
    return TRUE;
  a = take_apart (text, length);
  b = take_apart (printed, n);
  if (a.n_digits == 0 || b.n_digits == 0)
    return a.n_digits == b.n_digits;
  if (a.exponent != b.exponent)
    return FALSE;
  for (;;)
    {
      if (i < a.n_digits && a.digits[i] == '.')
        i++;
      if (j < b.n_digits && b.digits[j] == '.')
        j++;
      if (i >= a.n_digits || j >= b.n_digits)
        return i >= a.n_digits && j >= b.n_digits;
      if (a.digits[i++] != b.digits[j++])
        return FALSE;
    }
}

/* Sets digits, of which there are few, and the power of ten of the first. */
static int
shortest_digits (double  value,
                 char   *digits,
                 gsize   size)
{
  char text[EUP_JSON_NUMBER_SIZE];
  const char *exponent;
  gsize n = 0;

  /* Fifteen digits survive a double, and so are not too many; fewer do where doubles are sparse. */
  for (int precision = value < DBL_MIN ? 0 : 14; precision <= 16; precision++)
    {
      char format[] = "%.00e";

      format[2] = '0' + precision / 10;
      format[3] = '0' + precision % 10;
      g_ascii_formatd (text, sizeof text, format, value);
      if (precision == 16 || g_ascii_strtod (text, NULL) == value)
        break;
    }
  exponent = strchr (text, 'e');
  for (const char *p = text; p < exponent; p++)
    if (*p != '.' && n + 1 < size)
      digits[n++] = *p;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  digits[n] = '\0';
  return (int) g_ascii_strtoll (exponent + 1, NULL, 10);
}

/* Writes a finite number with as few digits as read the same number back; with an exponent only where it would be very
 * long without one. Returns the length. */
gsize
eup_json_number_print (double  value,
                       char   *buffer)
{
  char digits[24];
  char *p = buffer;
  int exponent, n;

  if (signbit (value))
    {
      *p++ = '-';
      value = -value;
    }
  if (value < 1e15 && value == floor (value))
    return (p - buffer) + g_snprintf (p, EUP_JSON_NUMBER_SIZE - 1, "%" G_GUINT64_FORMAT, (guint64) value);

  exponent = shortest_digits (value, digits, sizeof digits);
  n = (int) strlen (digits);
  if (exponent >= 21 || exponent < -6)
    {
      *p++ = digits[0];
      if (n > 1)
        {
          *p++ = '.';
          memcpy (p, digits + 1, n - 1);
          p += n - 1;
        }
      return (p - buffer) + g_snprintf (p, 8, "e%c%d", exponent < 0 ? '-' : '+', ABS (exponent));
    }

  for (int i = MIN (0, exponent); i < MAX (n, exponent + 1); i++)
    {
      if (i == exponent + 1)
        *p++ = '.';
      *p++ = i < 0 || i >= n ? '0' : digits[i];
    }
  *p = '\0';
  return p - buffer;
}
