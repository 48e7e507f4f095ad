/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-period-private.h"

#include "values/eup-date-private.h"
#include "values/display/eup-display.h"
#include "values/eup-value-error.h"

#include <string.h>

/**
 * EupPeriod:
 *
 * A stretch of time from one [struct@Date] to another, of which either may be open.
 *
 * It is written as an interval of the Extended Date/Time Format: `2024-12-01/2029`, `2023/..` (open), `../2027`, `2023/` and
 * `/2027` (the end or the start is not known), or as a plain date, which is a period from its first day to its last. An open
 * end and one that is not known both have no last day; they are kept apart for [method@Period.to_string], and are not equal.
 *
 * A period reaches from the first day of its start to the last day of its end. All comparisons are about these two.
 *
 * Periods are immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupPeriod
{
  gatomicrefcount references;
  guint32         cells[3];
  EupDate        *start;
  EupDate        *end;
};

static void
period_to_string_value (const GValue *from,
                        GValue       *to)
{
  const EupPeriod *self = g_value_get_boxed (from);

  g_value_take_string (to, self != NULL ? eup_period_format (self, NULL) : NULL);
}

G_DEFINE_BOXED_TYPE_WITH_CODE (EupPeriod, eup_period, eup_period_ref, eup_period_unref,
                               g_value_register_transform_func (g_define_type_id, G_TYPE_STRING, period_to_string_value))

EupPeriod *
eup_period_new_from_cells (const guint32 cells[3])
{
  EupPeriod *self;

  g_return_val_if_fail (cells[2] != EUP_PERIOD_FORM_NONE, NULL);

  self = g_new (EupPeriod, 1);
  g_atomic_ref_count_init (&self->references);
  memcpy (self->cells, cells, sizeof self->cells);
  self->start = cells[0] != 0 ? eup_date_new_from_cell (cells[0]) : NULL;
  self->end = cells[1] != 0 ? eup_date_new_from_cell (cells[1]) : NULL;
  return self;
}

void
eup_period_get_cells (const EupPeriod *self,
                      guint32          cells[3])
{
  if (self != NULL)
    memcpy (cells, self->cells, sizeof self->cells);
  else
    memset (cells, 0, sizeof self->cells);
}

/**
 * eup_period_new:
 * @start: (nullable): the date that the period begins with, or %NULL when its start is open
 * @end: (nullable): the date that the period ends with, or %NULL when its end is open
 *
 * Makes a period. It is a programmer's error to let it begin after it ends.
 *
 * Returns: (transfer full): a new period
 *
 * Since: 1.0
 */
EupPeriod *
eup_period_new (EupDate *start,
                EupDate *end)
{
  const guint32 cells[3] = { eup_date_get_cell (start), eup_date_get_cell (end), EUP_PERIOD_FORM_RANGE };

  g_return_val_if_fail (eup_period_cells_first_day (cells) <= eup_period_cells_last_day (cells), NULL);

  return eup_period_new_from_cells (cells);
}

/**
 * eup_period_new_from_string:
 * @edtf: a period in the Extended Date/Time Format
 * @error: the place for an error
 *
 * Reads a period such as `2024-12-01/2029`, `2023/..`, `../2027`, `2023/` or `2025`.
 *
 * When @edtf is no period, or one that ends before it begins, the error is `EUP_PARSE_ERROR_BAD_VALUE`, and its message says
 * at which character and why.
 *
 * Returns: (transfer full): a new period, or %NULL with @error set
 *
 * Since: 1.0
 */
EupPeriod *
eup_period_new_from_string (const char  *edtf,
                            GError     **error)
{
  guint32 cells[3];
  gsize offset = 0;
  const char *problem = NULL;

  g_return_val_if_fail (edtf != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (eup_period_cells_parse (edtf, strlen (edtf), cells, &offset, &problem))
    return eup_period_new_from_cells (cells);
  eup_value_error_set (error, "period", edtf, -1, offset, problem);
  return NULL;
}

/**
 * eup_period_ref:
 * @self: a period
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
EupPeriod *
eup_period_ref (EupPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * eup_period_unref:
 * @self: (transfer full): a period
 *
 * Gives a reference back. The last one frees the period.
 *
 * Since: 1.0
 */
void
eup_period_unref (EupPeriod *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->start, eup_date_unref);
  g_clear_pointer (&self->end, eup_date_unref);
  g_free (self);
}

/**
 * eup_period_to_string:
 * @self: a period
 *
 * Writes the period in the Extended Date/Time Format, spelled as it was read.
 *
 * Returns: (transfer full): the period, such as `2024-12-01/2029`
 *
 * Since: 1.0
 */
char *
eup_period_to_string (const EupPeriod *self)
{
  char buffer[EUP_PERIOD_PRINT_MAX];

  g_return_val_if_fail (self != NULL, NULL);

  eup_period_cells_print (self->cells, buffer);
  return g_strdup (buffer);
}

/**
 * eup_period_get_start:
 * @self: a period
 *
 * Gives the date that the period begins with.
 *
 * Returns: (nullable) (transfer none): the start, or %NULL when it is open or not known
 *
 * Since: 1.0
 */
EupDate *
eup_period_get_start (const EupPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->start;
}

/**
 * eup_period_get_end:
 * @self: a period
 *
 * Gives the date that the period ends with.
 *
 * Returns: (nullable) (transfer none): the end, or %NULL when it is open or not known
 *
 * Since: 1.0
 */
EupDate *
eup_period_get_end (const EupPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->end;
}

/**
 * eup_period_contains:
 * @self: a period
 * @date: a date
 *
 * Tells whether the whole span of @date lies within the period.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
eup_period_contains (const EupPeriod *self,
                     const EupDate   *date)
{
  EupDateCell cell = eup_date_get_cell (date);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  return eup_period_cells_first_day (self->cells) <= eup_date_cell_first_day (cell) &&
         eup_date_cell_last_day (cell) <= eup_period_cells_last_day (self->cells);
}

/**
 * eup_period_overlaps:
 * @self: a period
 * @other: another period
 *
 * Tells whether there is a day that lies within both periods.
 *
 * Returns: %TRUE if there is
 *
 * Since: 1.0
 */
gboolean
eup_period_overlaps (const EupPeriod *self,
                     const EupPeriod *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return eup_period_cells_first_day (self->cells) <= eup_period_cells_last_day (other->cells) &&
         eup_period_cells_first_day (other->cells) <= eup_period_cells_last_day (self->cells);
}

/* What makes two periods different, beyond the spelling of their dates. */
static guint32
unknown_ends (const EupPeriod *self)
{
  return self->cells[2] & (EUP_PERIOD_FORM_START_UNKNOWN | EUP_PERIOD_FORM_END_UNKNOWN);
}

/**
 * eup_period_compare:
 * @a: (type EuPolicy.Period): a period
 * @b: (type EuPolicy.Period): another period
 *
 * Compares two periods by their starts, then by their ends. An open start comes before all dates, an open end after all.
 *
 * It can be used as a [callback@GLib.CompareFunc].
 *
 * Returns: a number below 0 if @a comes first, above 0 if @b does, 0 if the periods are equal
 *
 * Since: 1.0
 */
int
eup_period_compare (gconstpointer a,
                    gconstpointer b)
{
  const EupPeriod *left = a;
  const EupPeriod *right = b;
  guint32 last_left;
  guint32 last_right;
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  order = eup_date_cell_compare (left->cells[0], right->cells[0]);
  if (order != 0)
    return order;
  last_left = eup_period_cells_last_day (left->cells);
  last_right = eup_period_cells_last_day (right->cells);
  if (last_left != last_right)
    return last_left < last_right ? -1 : 1;
  order = eup_date_cell_compare (left->cells[1], right->cells[1]);
  if (order != 0)
    return order;
  return (unknown_ends (left) > unknown_ends (right)) - (unknown_ends (left) < unknown_ends (right));
}

/**
 * eup_period_equal:
 * @a: (type EuPolicy.Period): a period
 * @b: (type EuPolicy.Period): another period
 *
 * Tells whether two periods have equal starts and equal ends. `2025` and `2025/2025` are equal.
 *
 * It can be used as a [callback@GLib.EqualFunc].
 *
 * Returns: %TRUE if they have
 *
 * Since: 1.0
 */
gboolean
eup_period_equal (gconstpointer a,
                  gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_period_compare (a, b) == 0;
}

/**
 * eup_period_hash:
 * @self: (type EuPolicy.Period): a period
 *
 * Gives a number that is the same for equal periods.
 *
 * It can be used as a [callback@GLib.HashFunc].
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
eup_period_hash (gconstpointer self)
{
  const EupPeriod *period = self;

  g_return_val_if_fail (self != NULL, 0);

  return ((period->cells[0] >> 3) * 31 + (period->cells[1] >> 3)) * 2654435769u + unknown_ends (period);
}

/**
 * eup_period_format:
 * @self: a period
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Writes the period for people: “1 December 2024 – 2029”.
 *
 * A library that was built without ICU writes in English and with ISO dates. The result is never empty.
 *
 * Returns: (transfer full): the period in words
 *
 * Since: 1.0
 */
char *
eup_period_format (const EupPeriod *self,
                   const char      *language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return eup_display_period (self->cells, language);
}
