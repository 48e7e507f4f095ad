/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-title.h>

#include <eupolicy/eup-period.h>
#include <eupolicy/eup-text.h>

#include "values/eup-value-object.h"

/**
 * EupTitle:
 *
 * A title that something has besides its main one, or had for a time.
 *
 * It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupTitle
{
  GObject parent_instance;

  EupText *text;
  EupPeriod *period;
};

static const EupValueField fields[] = {
  /**
   * EupTitle:text:
   *
   * The title.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupTitle, "text", text, eup_text),
  /**
   * EupTitle:period:
   *
   * The time for which it holds.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupTitle, "period", period, eup_period),
};

EUP_DEFINE_VALUE_OBJECT (EupTitle, eup_title, fields)

/**
 * eup_title_new:
 * @text: (nullable): the title
 * @period: (nullable): the time for which it holds
 *
 * Makes a title.
 *
 * Returns: (transfer full): a new title
 *
 * Since: 1.0
 */
EupTitle *
eup_title_new (EupText *text,
               EupPeriod *period)
{
  return g_object_new (EUP_TYPE_TITLE,
                       "text", text,
                       "period", period,
                       NULL);
}

/**
 * eup_title_get_text:
 * @self: a title
 *
 * Gives the title.
 *
 * Returns: (nullable) (transfer none): the title, or %NULL when there is none
 *
 * Since: 1.0
 */
EupText *
eup_title_get_text (EupTitle *self)
{
  g_return_val_if_fail (EUP_IS_TITLE (self), NULL);

  return self->text;
}

/**
 * eup_title_get_period:
 * @self: a title
 *
 * Gives the time for which it holds.
 *
 * Returns: (nullable) (transfer none): the time for which it holds, or %NULL when there is none
 *
 * Since: 1.0
 */
EupPeriod *
eup_title_get_period (EupTitle *self)
{
  g_return_val_if_fail (EUP_IS_TITLE (self), NULL);

  return self->period;
}

/**
 * eup_title_equal:
 * @a: (type EuPolicy.Title): a title
 * @b: (type EuPolicy.Title): another title
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
eup_title_equal (gconstpointer a,
                 gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_value_object_equal (a, b, fields, G_N_ELEMENTS (fields));
}

/**
 * eup_title_hash:
 * @self: (type EuPolicy.Title): a title
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
eup_title_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_value_object_hash (self, fields, G_N_ELEMENTS (fields));
}
