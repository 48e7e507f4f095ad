/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-priority.h>

#include <eupolicy/eup-list.h>
#include <eupolicy/eup-mandate.h>
#include "model/entity/eup-entity-private.h"

/**
 * EupPriority:
 *
 * One of the political priorities that a Commission set itself.
 *
 * Beneath a priority stand its objectives, and the initiatives that are to reach them.
 *
 * Since: 1.0
 */
struct _EupPriority
{
  EupEntity parent_instance;
};

typedef struct
{
  EupEntityClass parent_class;
} EupPriorityClass;

G_DEFINE_FINAL_TYPE (EupPriority, eup_priority, EUP_TYPE_ENTITY)

static const EupProperty properties[] = {
  /**
   * EupPriority:objectives: (getter dup_objectives)
   *
   * The objectives of the priority, by their position.
   *
   * Since: 1.0
   */
  { "objectives", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_PRIORITY_OBJECTIVES,
    G_CALLBACK (eup_priority_dup_objectives), NULL },
  /**
   * EupPriority:initiatives: (getter dup_initiatives)
   *
   * The initiatives beneath the priority, by their title.
   *
   * An initiative is beneath a priority if it says so, or if one of its objectives belongs to it.
   *
   * Since: 1.0
   */
  { "initiatives", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_PRIORITY_INITIATIVES,
    G_CALLBACK (eup_priority_dup_initiatives), NULL },
  /**
   * EupPriority:milestones: (getter dup_milestones)
   *
   * The timeline of the priority: its own milestones, those of its objectives and those of its initiatives, by
   * date.
   *
   * A coarser claim that another milestone refines is left out.
   *
   * Since: 1.0
   */
  { "milestones", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_PRIORITY_MILESTONES,
    G_CALLBACK (eup_priority_dup_milestones), NULL },
  /**
   * EupPriority:commissioners: (getter dup_commissioners)
   *
   * The Commissioners who answer for the priority.
   *
   * They are those stated, in the order that is stated; where none is, those who have a term that names the
   * priority, by their family name.
   *
   * Since: 1.0
   */
  { "commissioners", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_PRIORITY_COMMISSIONERS,
    G_CALLBACK (eup_priority_dup_commissioners), NULL },
};

static void
eup_priority_class_init (EupPriorityClass *klass)
{
  eup_entity_class_install (EUP_ENTITY_CLASS (klass), EUP_TABLE_PRIORITY, properties, G_N_ELEMENTS (properties));
}

static void
eup_priority_init (EupPriority *self)
{
}

/**
 * eup_priority_new:
 * @id: an id: letters of any script, digits and `-._~/`
 *
 * Makes a priority that belongs to no catalog yet; [method@Catalog.add] takes it in.
 *
 * Returns: (transfer full): the new priority
 *
 * Since: 1.0
 */
EupPriority *
eup_priority_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (EUP_TYPE_PRIORITY, "id", id, NULL);
}

/**
 * EupPriority:mandate-id:
 *
 * The id of the mandate that the priority belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_priority_get_mandate_id: (get-property mandate-id)
 * @self: a priority
 *
 * Gets the id of the mandate that the priority belongs to.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_priority_get_mandate_id (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_PRIORITY_MANDATE);
}

/**
 * eup_priority_set_mandate_id: (set-property mandate-id)
 * @self: a priority
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the mandate that the priority belongs to.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_priority_set_mandate_id (EupPriority *self,
                             const char *id)
{
  g_return_if_fail (EUP_IS_PRIORITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_PRIORITY_MANDATE, id);
}

/**
 * EupPriority:mandate: (getter dup_mandate)
 *
 * The mandate that the priority belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_priority_dup_mandate: (get-property mandate)
 * @self: a priority
 *
 * Gets the mandate that the priority belongs to.
 *
 * Returns: (transfer full) (nullable): the mandate, or %NULL if there is none
 *
 * Since: 1.0
 */
EupMandate *
eup_priority_dup_mandate (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupMandate *) eup_entity_dup_one (EUP_ENTITY (self), EUP_PRIORITY_MANDATE);
}

/**
 * EupPriority:position:
 *
 * The place among the priorities of the mandate, from 1 on.
 *
 * Since: 1.0
 */

/**
 * eup_priority_get_position: (get-property position)
 * @self: a priority
 *
 * Gets the place among the priorities of the mandate, from 1 on.
 *
 * Returns: the number, or 0 for none
 *
 * Since: 1.0
 */
guint
eup_priority_get_position (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return eup_entity_get_uint (EUP_ENTITY (self), EUP_PRIORITY_POSITION);
}

/**
 * eup_priority_set_position: (set-property position)
 * @self: a priority
 * @number: the number; 0 for none
 *
 * Sets the place among the priorities of the mandate, from 1 on.
 *
 * Since: 1.0
 */
void
eup_priority_set_position (EupPriority *self,
                           guint number)
{
  g_return_if_fail (EUP_IS_PRIORITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_uint (EUP_ENTITY (self), EUP_PRIORITY_POSITION, number);
}

/**
 * eup_priority_dup_objectives: (get-property objectives)
 * @self: a priority
 *
 * Gets the objectives of the priority, by their position.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_priority_dup_objectives (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_PRIORITY_OBJECTIVES);
}

/**
 * eup_priority_dup_initiatives: (get-property initiatives)
 * @self: a priority
 *
 * Gets the initiatives beneath the priority, by their title.
 *
 * An initiative is beneath a priority if it says so, or if one of its objectives belongs to it.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_priority_dup_initiatives (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_PRIORITY_INITIATIVES);
}

/**
 * eup_priority_dup_milestones: (get-property milestones)
 * @self: a priority
 *
 * Gets the timeline of the priority: its own milestones, those of its objectives and those of its initiatives, by
 * date.
 *
 * A coarser claim that another milestone refines is left out.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_priority_dup_milestones (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_PRIORITY_MILESTONES);
}

/**
 * EupPriority:in-charge-ids:
 *
 * The ids of the Commissioners who are stated to be in charge.
 *
 * Since: 1.0
 */

/**
 * eup_priority_get_in_charge_ids: (get-property in-charge-ids)
 * @self: a priority
 *
 * Gets the ids of the Commissioners who are stated to be in charge.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_priority_get_in_charge_ids (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (EUP_ENTITY (self), EUP_PRIORITY_IN_CHARGE);
}

/**
 * eup_priority_set_in_charge_ids: (set-property in-charge-ids)
 * @self: a priority
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the Commissioners who are stated to be in charge.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_priority_set_in_charge_ids (EupPriority *self,
                                const char * const *ids)
{
  g_return_if_fail (EUP_IS_PRIORITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (EUP_ENTITY (self), EUP_PRIORITY_IN_CHARGE, ids);
}

/**
 * eup_priority_dup_commissioners: (get-property commissioners)
 * @self: a priority
 *
 * Gets the Commissioners who answer for the priority.
 *
 * They are those stated, in the order that is stated; where none is, those who have a term that names the
 * priority, by their family name.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_priority_dup_commissioners (EupPriority *self)
{
  g_return_val_if_fail (EUP_IS_PRIORITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_PRIORITY_COMMISSIONERS);
}
