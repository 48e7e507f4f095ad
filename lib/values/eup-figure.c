/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-figure.h>

#include <eupolicy/eup-citation.h>
#include <eupolicy/eup-date.h>
#include <eupolicy/eup-enum-types.h>
#include <eupolicy/eup-text.h>

#include <math.h>

#include "values/display/eup-display.h"
#include "values/eup-value-object.h"

/**
 * EupFigure:
 *
 * A number that a policy is measured by, or pays.
 *
 * A figure has a unit: `%`, the ISO 4217 code of a currency such as `EUR`, or words such as `rounds/year`. Its
 * qualifier says whether it is exact, about right, or a bound. [method@Figure.format] writes it for people: “€500
 * million”, “71 %”, “2 million rounds/year”.
 *
 * It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupFigure
{
  GObject parent_instance;

  double value;
  char *unit;
  EupQualifier qualifier;
  EupText *label;
  EupDate *date;
  EupCitation *source;
};

static const EupValueField fields[] = {
  /**
   * EupFigure:value:
   *
   * The number.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupFigure, "value", value, DOUBLE),
  /**
   * EupFigure:unit:
   *
   * The unit: `%`, a currency code such as `EUR`, or words such as `rounds/year`.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupFigure, "unit", unit, STRING),
  /**
   * EupFigure:qualifier:
   *
   * How the number is to be read.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_ENUM (EupFigure, "qualifier", qualifier, eup_qualifier_get_type),
  /**
   * EupFigure:label:
   *
   * What is measured.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupFigure, "label", label, eup_text),
  /**
   * EupFigure:date:
   *
   * The date that the number holds for.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupFigure, "date", date, eup_date),
  /**
   * EupFigure:source:
   *
   * Where the number comes from.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_OBJECT (EupFigure, "source", source, eup_citation),
};

EUP_DEFINE_VALUE_OBJECT (EupFigure, eup_figure, fields)

/**
 * eup_figure_new:
 * @value: the number, which must be finite
 * @unit: (nullable): the unit: `%`, a currency code such as `EUR`, or words such as `rounds/year`
 * @qualifier: how the number is to be read
 * @label: (nullable): what is measured
 * @date: (nullable): the date that the number holds for
 * @source: (nullable): where the number comes from
 *
 * Makes a figure.
 *
 * Returns: (transfer full): a new figure
 *
 * Since: 1.0
 */
EupFigure *
eup_figure_new (double value,
                const char *unit,
                EupQualifier qualifier,
                EupText *label,
                EupDate *date,
                EupCitation *source)
{
  g_return_val_if_fail (isfinite (value), NULL);

  return g_object_new (EUP_TYPE_FIGURE,
                       "value", value,
                       "unit", unit,
                       "qualifier", qualifier,
                       "label", label,
                       "date", date,
                       "source", source,
                       NULL);
}

/**
 * eup_figure_get_value:
 * @self: a figure
 *
 * Gives the number.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
double
eup_figure_get_value (EupFigure *self)
{
  g_return_val_if_fail (EUP_IS_FIGURE (self), 0);

  return self->value;
}

/**
 * eup_figure_get_unit:
 * @self: a figure
 *
 * Gives the unit: `%`, a currency code such as `EUR`, or words such as `rounds/year`.
 *
 * Returns: (nullable) (transfer none): the unit, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_figure_get_unit (EupFigure *self)
{
  g_return_val_if_fail (EUP_IS_FIGURE (self), NULL);

  return self->unit;
}

/**
 * eup_figure_get_qualifier:
 * @self: a figure
 *
 * Gives how the number is to be read.
 *
 * Returns: how the number is to be read
 *
 * Since: 1.0
 */
EupQualifier
eup_figure_get_qualifier (EupFigure *self)
{
  g_return_val_if_fail (EUP_IS_FIGURE (self), (EupQualifier) 0);

  return self->qualifier;
}

/**
 * eup_figure_get_label:
 * @self: a figure
 *
 * Gives what is measured.
 *
 * Returns: (nullable) (transfer none): what is measured, or %NULL when there is none
 *
 * Since: 1.0
 */
EupText *
eup_figure_get_label (EupFigure *self)
{
  g_return_val_if_fail (EUP_IS_FIGURE (self), NULL);

  return self->label;
}

/**
 * eup_figure_get_date:
 * @self: a figure
 *
 * Gives the date that the number holds for.
 *
 * Returns: (nullable) (transfer none): the date that the number holds for, or %NULL when there is none
 *
 * Since: 1.0
 */
EupDate *
eup_figure_get_date (EupFigure *self)
{
  g_return_val_if_fail (EUP_IS_FIGURE (self), NULL);

  return self->date;
}

/**
 * eup_figure_get_source:
 * @self: a figure
 *
 * Gives where the number comes from.
 *
 * Returns: (nullable) (transfer none): where the number comes from, or %NULL when there is none
 *
 * Since: 1.0
 */
EupCitation *
eup_figure_get_source (EupFigure *self)
{
  g_return_val_if_fail (EUP_IS_FIGURE (self), NULL);

  return self->source;
}

/**
 * eup_figure_format:
 * @self: a figure
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Writes the number with its unit and qualifier for people: “€500 million”, “71 %”, “at least 2 million rounds/year”.
 *
 * Words for large numbers are used only where they lose nothing. A library that was built without ICU writes in English. The
 * result is never empty.
 *
 * Returns: (transfer full): the figure in words
 *
 * Since: 1.0
 */
char *
eup_figure_format (EupFigure  *self,
                   const char *language)
{
  g_return_val_if_fail (EUP_IS_FIGURE (self), NULL);

  return eup_display_figure (self->value, self->unit, self->qualifier, language);
}

/**
 * eup_figure_equal:
 * @a: (type EuPolicy.Figure): a figure
 * @b: (type EuPolicy.Figure): another figure
 *
 * Tells whether all that the two say is the same.
 *
 * It can be used as a [callback@GLib.EqualFunc].
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
eup_figure_equal (gconstpointer a,
                  gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_value_object_equal (a, b, fields, G_N_ELEMENTS (fields));
}

/**
 * eup_figure_hash:
 * @self: (type EuPolicy.Figure): a figure
 *
 * Gives a number that is the same for all that are equal.
 *
 * It can be used as a [callback@GLib.HashFunc].
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
eup_figure_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_value_object_hash (self, fields, G_N_ELEMENTS (fields));
}
