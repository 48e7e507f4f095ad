/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-date-private.h"

#include "values/display/eup-display.h"
#include "values/eup-value-error.h"

#include <string.h>

/**
 * EupDate:
 *
 * A date, as precisely as it is known.
 *
 * What the Union plans is dated to a day, a month, a quarter, a year or a decade; what is known may be approximate or
 * uncertain besides. A date is written in the Extended Date/Time Format (ISO 8601-2): `2025-06-05`, `2025-06`, `2025-34` (the
 * second of the quarters, which are 33 to 36), `2025`, `202X`, and with `~` (approximate), `?` (uncertain) or `%` (both) at the
 * end. `2025-XX` is a year and `2025-06-XX` a month; the spelling is kept for [method@Date.to_string] and ignored by comparisons.
 *
 * A date spans the days from [method@Date.get_first_day] to [method@Date.get_last_day]. All comparisons are about these two;
 * qualifiers do not widen the span.
 *
 * Dates are immutable, and may be used in any thread.
 *
 * ```c
 * g_autoptr (EupDate) date = eup_date_new_from_string ("2025-04", &error);
 * g_autofree char *shown = eup_date_format (date, "fr");   // "avril 2025"
 * ```
 *
 * Since: 1.0
 */
struct _EupDate
{
  gatomicrefcount references;
  EupDateCell     cell;
};

static void
date_to_string_value (const GValue *from,
                      GValue       *to)
{
  const EupDate *self = g_value_get_boxed (from);

  g_value_take_string (to, self != NULL ? eup_date_format (self, NULL) : NULL);
}

G_DEFINE_BOXED_TYPE_WITH_CODE (EupDate, eup_date, eup_date_ref, eup_date_unref,
                               g_value_register_transform_func (g_define_type_id, G_TYPE_STRING, date_to_string_value))

EupDate *
eup_date_new_from_cell (EupDateCell cell)
{
  EupDate *self;

  g_return_val_if_fail (cell != 0, NULL);

  self = g_new (EupDate, 1);
  g_atomic_ref_count_init (&self->references);
  self->cell = cell;
  return self;
}

EupDateCell
eup_date_get_cell (const EupDate *self)
{
  return self != NULL ? self->cell : 0;
}

static EupDate *
new_checked (EupDateCell   cell,
             GError      **error,
             const char   *shape,
             int           year,
             int           part,
             int           day)
{
  g_autofree char *text = NULL;

  if (cell != 0)
    return eup_date_new_from_cell (cell);
  text = day != 0 ? g_strdup_printf ("%d-%d-%d", year, part, day)
         : part != 0 ? g_strdup_printf ("%d-%d", year, part)
                     : g_strdup_printf ("%d", year);
  g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE, "There is no %s %s", shape, text);
  return NULL;
}

/**
 * eup_date_new:
 * @year: the year, from 1 to 9999
 * @month: the month, from 1 to 12, or 0 when it is not known
 * @day: the day of the month, or 0 when it is not known
 * @error: the place for an error
 *
 * Makes a date from numbers.
 *
 * When there is no such date, and when a day is given without its month, the error is `EUP_PARSE_ERROR_BAD_VALUE`.
 *
 * Returns: (transfer full): a new date, or %NULL with @error set
 *
 * Since: 1.0
 */
EupDate *
eup_date_new (int      year,
              int      month,
              int      day,
              GError **error)
{
  EupPrecision precision = day != 0 ? EUP_PRECISION_DAY : month != 0 ? EUP_PRECISION_MONTH : EUP_PRECISION_YEAR;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return new_checked (eup_date_cell_from_parts (precision, year, month, day), error, "date", year, month, day);
}

/**
 * eup_date_new_quarter:
 * @year: the year, from 1 to 9999
 * @quarter: the quarter of the year, from 1 to 4
 * @error: the place for an error
 *
 * Makes a date that is known to the quarter of a year.
 *
 * When there is no such quarter the error is `EUP_PARSE_ERROR_BAD_VALUE`.
 *
 * Returns: (transfer full): a new date, or %NULL with @error set
 *
 * Since: 1.0
 */
EupDate *
eup_date_new_quarter (int      year,
                      int      quarter,
                      GError **error)
{
  EupDateCell cell = 0;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (quarter >= 1 && quarter <= 4)
    cell = eup_date_cell_from_parts (EUP_PRECISION_QUARTER, year, (quarter - 1) * 3 + 1, 0);
  return new_checked (cell, error, "quarter", year, quarter, 0);
}

/**
 * eup_date_new_from_string:
 * @edtf: a date in the Extended Date/Time Format
 * @error: the place for an error
 *
 * Reads a date such as `2025-06-05`, `2025-06`, `2025-34`, `2025`, `202X` or `2025~`.
 *
 * When @edtf is no date, or an impossible one, the error is `EUP_PARSE_ERROR_BAD_VALUE`, and its message says at which
 * character and why.
 *
 * Returns: (transfer full): a new date, or %NULL with @error set
 *
 * Since: 1.0
 */
EupDate *
eup_date_new_from_string (const char  *edtf,
                          GError     **error)
{
  EupDateCell cell;
  gsize offset = 0;
  const char *problem = NULL;

  g_return_val_if_fail (edtf != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (eup_date_cell_parse (edtf, strlen (edtf), &cell, &offset, &problem))
    return eup_date_new_from_cell (cell);
  eup_value_error_set (error, "date", edtf, -1, offset, problem);
  return NULL;
}

/**
 * eup_date_new_from_date_time:
 * @date_time: a date and time
 *
 * Makes the date of the day of @date_time, in the time zone that @date_time is in.
 *
 * Returns: (transfer full): a new date
 *
 * Since: 1.0
 */
EupDate *
eup_date_new_from_date_time (GDateTime *date_time)
{
  int year;
  int month;
  int day;

  g_return_val_if_fail (date_time != NULL, NULL);

  g_date_time_get_ymd (date_time, &year, &month, &day);
  return eup_date_new_from_cell (eup_date_cell_from_parts (EUP_PRECISION_DAY, year, month, day));
}

/**
 * eup_date_new_today:
 *
 * Makes the date of today, in the local time zone.
 *
 * Returns: (transfer full): a new date
 *
 * Since: 1.0
 */
EupDate *
eup_date_new_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return eup_date_new_from_date_time (now);
}

/**
 * eup_date_with_qualifiers:
 * @self: a date
 * @approximate: whether the new date is to be approximate
 * @uncertain: whether the new date is to be uncertain
 *
 * Makes a date like this one that has the given qualifiers, and no others.
 *
 * Returns: (transfer full): a new date
 *
 * Since: 1.0
 */
EupDate *
eup_date_with_qualifiers (const EupDate *self,
                          gboolean       approximate,
                          gboolean       uncertain)
{
  EupDateCell cell;

  g_return_val_if_fail (self != NULL, NULL);

  cell = self->cell & ~(EUP_DATE_CELL_APPROXIMATE | EUP_DATE_CELL_UNCERTAIN);
  if (approximate)
    cell |= EUP_DATE_CELL_APPROXIMATE;
  if (uncertain)
    cell |= EUP_DATE_CELL_UNCERTAIN;
  return eup_date_new_from_cell (cell);
}

/**
 * eup_date_ref:
 * @self: a date
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
EupDate *
eup_date_ref (EupDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * eup_date_unref:
 * @self: (transfer full): a date
 *
 * Gives a reference back. The last one frees the date.
 *
 * Since: 1.0
 */
void
eup_date_unref (EupDate *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

/**
 * eup_date_to_string:
 * @self: a date
 *
 * Writes the date in the Extended Date/Time Format, spelled as it was read.
 *
 * Returns: (transfer full): the date, such as `2025-06`
 *
 * Since: 1.0
 */
char *
eup_date_to_string (const EupDate *self)
{
  char buffer[EUP_DATE_CELL_PRINT_MAX];

  g_return_val_if_fail (self != NULL, NULL);

  eup_date_cell_print (self->cell, buffer);
  return g_strdup (buffer);
}

/**
 * eup_date_get_year:
 * @self: a date
 *
 * Gives the year. For a decade it is the first one.
 *
 * Returns: the year, from 1 to 9999
 *
 * Since: 1.0
 */
int
eup_date_get_year (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_date_cell_year (self->cell);
}

/**
 * eup_date_get_month:
 * @self: a date
 *
 * Gives the month.
 *
 * Returns: the month, from 1 to 12, or 0 when it is not known
 *
 * Since: 1.0
 */
int
eup_date_get_month (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_date_cell_month (self->cell);
}

/**
 * eup_date_get_quarter:
 * @self: a date
 *
 * Gives the quarter of the year, also where the month or the day is known.
 *
 * Returns: the quarter, from 1 to 4, or 0 when it is not known
 *
 * Since: 1.0
 */
int
eup_date_get_quarter (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_date_cell_quarter (self->cell);
}

/**
 * eup_date_get_day:
 * @self: a date
 *
 * Gives the day of the month.
 *
 * Returns: the day, from 1 to 31, or 0 when it is not known
 *
 * Since: 1.0
 */
int
eup_date_get_day (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_date_cell_day (self->cell);
}

/**
 * eup_date_get_precision:
 * @self: a date
 *
 * Tells how precisely the date is known.
 *
 * Returns: the precision
 *
 * Since: 1.0
 */
EupPrecision
eup_date_get_precision (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, EUP_PRECISION_DAY);

  return eup_date_cell_precision (self->cell);
}

/**
 * eup_date_is_approximate:
 * @self: a date
 *
 * Tells whether the date is approximate: written with `~` or `%`.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
eup_date_is_approximate (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->cell & EUP_DATE_CELL_APPROXIMATE) != 0;
}

/**
 * eup_date_is_uncertain:
 * @self: a date
 *
 * Tells whether the date is uncertain: written with `?` or `%`.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
eup_date_is_uncertain (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->cell & EUP_DATE_CELL_UNCERTAIN) != 0;
}

/**
 * eup_date_get_first_day:
 * @self: a date
 *
 * Gives the first day that the date spans, without qualifiers.
 *
 * Returns: (transfer full): a new date of day precision
 *
 * Since: 1.0
 */
EupDate *
eup_date_get_first_day (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return eup_date_new_from_cell (eup_date_cell_from_day (eup_date_cell_first_day (self->cell)));
}

/**
 * eup_date_get_last_day:
 * @self: a date
 *
 * Gives the last day that the date spans, without qualifiers.
 *
 * Returns: (transfer full): a new date of day precision
 *
 * Since: 1.0
 */
EupDate *
eup_date_get_last_day (const EupDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return eup_date_new_from_cell (eup_date_cell_from_day (eup_date_cell_last_day (self->cell)));
}

/**
 * eup_date_to_date_time:
 * @self: a date
 *
 * Gives the start of the first day that the date spans, in UTC.
 *
 * Returns: (transfer full): a new date and time
 *
 * Since: 1.0
 */
GDateTime *
eup_date_to_date_time (const EupDate *self)
{
  int year;
  int month;
  int day;

  g_return_val_if_fail (self != NULL, NULL);

  eup_date_cell_split_day (eup_date_cell_first_day (self->cell), &year, &month, &day);
  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

/**
 * eup_date_compare:
 * @a: (type EuPolicy.Date): a date
 * @b: (type EuPolicy.Date): another date
 *
 * Compares two dates by their first days, then by their last days; where these are the same an approximate date comes after one
 * that is not, and then an uncertain one after one that is not.
 *
 * It can be used as a [callback@GLib.CompareFunc].
 *
 * Returns: a number below 0 if @a comes first, above 0 if @b does, 0 if the dates are equal
 *
 * Since: 1.0
 */
int
eup_date_compare (gconstpointer a,
                  gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  return eup_date_cell_compare (((const EupDate *) a)->cell, ((const EupDate *) b)->cell);
}

/**
 * eup_date_equal:
 * @a: (type EuPolicy.Date): a date
 * @b: (type EuPolicy.Date): another date
 *
 * Tells whether two dates are equal: of the same span and qualifiers, however they are spelled.
 *
 * It can be used as a [callback@GLib.EqualFunc].
 *
 * Returns: %TRUE if they are
 *
 * Since: 1.0
 */
gboolean
eup_date_equal (gconstpointer a,
                gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_date_cell_compare (((const EupDate *) a)->cell, ((const EupDate *) b)->cell) == 0;
}

/**
 * eup_date_hash:
 * @self: (type EuPolicy.Date): a date
 *
 * Gives a number that is the same for equal dates.
 *
 * It can be used as a [callback@GLib.HashFunc].
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
eup_date_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (((const EupDate *) self)->cell >> 3) * 2654435769u;
}

/**
 * eup_date_contains:
 * @self: a date
 * @other: another date
 *
 * Tells whether the span of @other lies within that of this date. A date contains itself.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
eup_date_contains (const EupDate *self,
                   const EupDate *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return eup_date_cell_first_day (self->cell) <= eup_date_cell_first_day (other->cell) &&
         eup_date_cell_last_day (other->cell) <= eup_date_cell_last_day (self->cell);
}

/**
 * eup_date_format:
 * @self: a date
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Writes the date for people: “5 June 2025”, “juin 2025”, “3. Quartal 2026”.
 *
 * A library that was built without ICU writes in English and with ISO dates. The result is never empty.
 *
 * Returns: (transfer full): the date in words
 *
 * Since: 1.0
 */
char *
eup_date_format (const EupDate *self,
                 const char    *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return eup_display_date (self->cell, language);
}
