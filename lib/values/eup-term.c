/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-term.h>

#include <eupolicy/eup-period.h>
#include <eupolicy/eup-text.h>

#include "values/eup-value-object.h"

/**
 * EupTerm:
 *
 * The time that a Commissioner spends in a role.
 *
 * A Commissioner has a term for each mandate and role: which portfolio it was, and which priorities it was to answer
 * for.
 *
 * It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupTerm
{
  GObject parent_instance;

  char *mandate_id;
  EupText *role;
  EupText *portfolio;
  EupPeriod *period;
  char **priority_ids;
};

static const EupValueField fields[] = {
  /**
   * EupTerm:mandate-id:
   *
   * The id of the mandate.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupTerm, "mandate-id", mandate_id, STRING),
  /**
   * EupTerm:role:
   *
   * The role, such as “Executive Vice-President”.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupTerm, "role", role, eup_text),
  /**
   * EupTerm:portfolio:
   *
   * The portfolio, such as “Tech sovereignty, security and democracy”.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupTerm, "portfolio", portfolio, eup_text),
  /**
   * EupTerm:period:
   *
   * The time of the term.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupTerm, "period", period, eup_period),
  /**
   * EupTerm:priority-ids:
   *
   * The ids of the priorities to answer for.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupTerm, "priority-ids", priority_ids, STRV),
};

EUP_DEFINE_VALUE_OBJECT (EupTerm, eup_term, fields)

/**
 * eup_term_new:
 * @mandate_id: (nullable): the id of the mandate
 * @role: (nullable): the role, such as “Executive Vice-President”
 * @portfolio: (nullable): the portfolio, such as “Tech sovereignty, security and democracy”
 * @period: (nullable): the time of the term
 * @priority_ids: (nullable) (array zero-terminated=1): the ids of the priorities to answer for
 *
 * Makes a term.
 *
 * Returns: (transfer full): a new term
 *
 * Since: 1.0
 */
EupTerm *
eup_term_new (const char *mandate_id,
              EupText *role,
              EupText *portfolio,
              EupPeriod *period,
              const char * const *priority_ids)
{
  return g_object_new (EUP_TYPE_TERM,
                       "mandate-id", mandate_id,
                       "role", role,
                       "portfolio", portfolio,
                       "period", period,
                       "priority-ids", priority_ids,
                       NULL);
}

/**
 * eup_term_get_mandate_id:
 * @self: a term
 *
 * Gives the id of the mandate.
 *
 * Returns: (nullable) (transfer none): the id of the mandate, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_term_get_mandate_id (EupTerm *self)
{
  g_return_val_if_fail (EUP_IS_TERM (self), NULL);

  return self->mandate_id;
}

/**
 * eup_term_get_role:
 * @self: a term
 *
 * Gives the role, such as “Executive Vice-President”.
 *
 * Returns: (nullable) (transfer none): the role, or %NULL when there is none
 *
 * Since: 1.0
 */
EupText *
eup_term_get_role (EupTerm *self)
{
  g_return_val_if_fail (EUP_IS_TERM (self), NULL);

  return self->role;
}

/**
 * eup_term_get_portfolio:
 * @self: a term
 *
 * Gives the portfolio, such as “Tech sovereignty, security and democracy”.
 *
 * Returns: (nullable) (transfer none): the portfolio, or %NULL when there is none
 *
 * Since: 1.0
 */
EupText *
eup_term_get_portfolio (EupTerm *self)
{
  g_return_val_if_fail (EUP_IS_TERM (self), NULL);

  return self->portfolio;
}

/**
 * eup_term_get_period:
 * @self: a term
 *
 * Gives the time of the term.
 *
 * Returns: (nullable) (transfer none): the time of the term, or %NULL when there is none
 *
 * Since: 1.0
 */
EupPeriod *
eup_term_get_period (EupTerm *self)
{
  g_return_val_if_fail (EUP_IS_TERM (self), NULL);

  return self->period;
}

/**
 * eup_term_get_priority_ids:
 * @self: a term
 *
 * Gives the ids of the priorities to answer for.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the priorities to answer for; it lives as long as the object, and is never %NULL
 *
 * Since: 1.0
 */
char **
eup_term_get_priority_ids (EupTerm *self)
{
  g_return_val_if_fail (EUP_IS_TERM (self), NULL);

  return self->priority_ids;
}

/**
 * eup_term_equal:
 * @a: (type EuPolicy.Term): a term
 * @b: (type EuPolicy.Term): another term
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
eup_term_equal (gconstpointer a,
                gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_value_object_equal (a, b, fields, G_N_ELEMENTS (fields));
}

/**
 * eup_term_hash:
 * @self: (type EuPolicy.Term): a term
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
eup_term_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_value_object_hash (self, fields, G_N_ELEMENTS (fields));
}
