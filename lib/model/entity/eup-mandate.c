/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-mandate.h>

#include <eupolicy/eup-commissioner.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-period.h>
#include "model/entity/eup-entity-private.h"

/**
 * EupMandate:
 *
 * The term of office of one Commission.
 *
 * A mandate has the priorities that the Commission set itself. Everything else stands beneath them.
 *
 * Since: 1.0
 */
struct _EupMandate
{
  EupEntity parent_instance;
};

typedef struct
{
  EupEntityClass parent_class;
} EupMandateClass;

G_DEFINE_FINAL_TYPE (EupMandate, eup_mandate, EUP_TYPE_ENTITY)

static const EupProperty properties[] = {
  /**
   * EupMandate:priorities: (getter dup_priorities)
   *
   * The priorities of the mandate, by their position.
   *
   * Since: 1.0
   */
  { "priorities", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_MANDATE_PRIORITIES,
    G_CALLBACK (eup_mandate_dup_priorities), NULL },
};

static void
eup_mandate_class_init (EupMandateClass *klass)
{
  eup_entity_class_install (EUP_ENTITY_CLASS (klass), EUP_TABLE_MANDATE, properties, G_N_ELEMENTS (properties));
}

static void
eup_mandate_init (EupMandate *self)
{
}

/**
 * eup_mandate_new:
 * @id: an id: letters of any script, digits and `-._~/`
 *
 * Makes a mandate that belongs to no catalog yet; [method@Catalog.add] takes it in.
 *
 * Returns: (transfer full): the new mandate
 *
 * Since: 1.0
 */
EupMandate *
eup_mandate_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (EUP_TYPE_MANDATE, "id", id, NULL);
}

/**
 * EupMandate:period:
 *
 * The time in office.
 *
 * Since: 1.0
 */

/**
 * eup_mandate_get_period: (get-property period)
 * @self: a mandate
 *
 * Gets the time in office.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the period
 *
 * Since: 1.0
 */
EupPeriod *
eup_mandate_get_period (EupMandate *self)
{
  g_return_val_if_fail (EUP_IS_MANDATE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_period (EUP_ENTITY (self), EUP_MANDATE_PERIOD);
}

/**
 * eup_mandate_set_period: (set-property period)
 * @self: a mandate
 * @period: (nullable): the period, or %NULL for none
 *
 * Sets the time in office.
 *
 * Since: 1.0
 */
void
eup_mandate_set_period (EupMandate *self,
                        EupPeriod *period)
{
  g_return_if_fail (EUP_IS_MANDATE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_period (EUP_ENTITY (self), EUP_MANDATE_PERIOD, period);
}

/**
 * EupMandate:president-id:
 *
 * The id of the President of the Commission.
 *
 * Since: 1.0
 */

/**
 * eup_mandate_get_president_id: (get-property president-id)
 * @self: a mandate
 *
 * Gets the id of the President of the Commission.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_mandate_get_president_id (EupMandate *self)
{
  g_return_val_if_fail (EUP_IS_MANDATE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_MANDATE_PRESIDENT);
}

/**
 * eup_mandate_set_president_id: (set-property president-id)
 * @self: a mandate
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the President of the Commission.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_mandate_set_president_id (EupMandate *self,
                              const char *id)
{
  g_return_if_fail (EUP_IS_MANDATE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_MANDATE_PRESIDENT, id);
}

/**
 * EupMandate:president: (getter dup_president)
 *
 * The President of the Commission.
 *
 * Since: 1.0
 */

/**
 * eup_mandate_dup_president: (get-property president)
 * @self: a mandate
 *
 * Gets the President of the Commission.
 *
 * Returns: (transfer full) (nullable): the Commissioner, or %NULL if there is none
 *
 * Since: 1.0
 */
EupCommissioner *
eup_mandate_dup_president (EupMandate *self)
{
  g_return_val_if_fail (EUP_IS_MANDATE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupCommissioner *) eup_entity_dup_one (EUP_ENTITY (self), EUP_MANDATE_PRESIDENT);
}

/**
 * eup_mandate_dup_priorities: (get-property priorities)
 * @self: a mandate
 *
 * Gets the priorities of the mandate, by their position.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_mandate_dup_priorities (EupMandate *self)
{
  g_return_val_if_fail (EUP_IS_MANDATE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_MANDATE_PRIORITIES);
}
