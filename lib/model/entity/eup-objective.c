/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-objective.h>

#include <eupolicy/eup-list.h>
#include <eupolicy/eup-priority.h>
#include <eupolicy/eup-text.h>
#include "model/entity/eup-entity-private.h"

/**
 * EupObjective:
 *
 * What a Commission wants to reach within one of its priorities.
 *
 * Since: 1.0
 */
struct _EupObjective
{
  EupEntity parent_instance;
};

typedef struct
{
  EupEntityClass parent_class;
} EupObjectiveClass;

G_DEFINE_FINAL_TYPE (EupObjective, eup_objective, EUP_TYPE_ENTITY)

static const EupProperty properties[] = {
  /**
   * EupObjective:initiatives: (getter dup_initiatives)
   *
   * The initiatives that serve the objective, by their title.
   *
   * Since: 1.0
   */
  { "initiatives", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_OBJECTIVE_INITIATIVES,
    G_CALLBACK (eup_objective_dup_initiatives), NULL },
};

static void
eup_objective_class_init (EupObjectiveClass *klass)
{
  eup_entity_class_install (EUP_ENTITY_CLASS (klass), EUP_TABLE_OBJECTIVE, properties, G_N_ELEMENTS (properties));
}

static void
eup_objective_init (EupObjective *self)
{
}

/**
 * eup_objective_new:
 * @id: an id: letters of any script, digits and `-._~/`
 *
 * Makes an objective that belongs to no catalog yet; [method@Catalog.add] takes it in.
 *
 * Returns: (transfer full): the new objective
 *
 * Since: 1.0
 */
EupObjective *
eup_objective_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (EUP_TYPE_OBJECTIVE, "id", id, NULL);
}

/**
 * EupObjective:priority-id:
 *
 * The id of the priority that the objective belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_objective_get_priority_id: (get-property priority-id)
 * @self: an objective
 *
 * Gets the id of the priority that the objective belongs to.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_objective_get_priority_id (EupObjective *self)
{
  g_return_val_if_fail (EUP_IS_OBJECTIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_OBJECTIVE_PRIORITY);
}

/**
 * eup_objective_set_priority_id: (set-property priority-id)
 * @self: an objective
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the priority that the objective belongs to.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_objective_set_priority_id (EupObjective *self,
                               const char *id)
{
  g_return_if_fail (EUP_IS_OBJECTIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_OBJECTIVE_PRIORITY, id);
}

/**
 * EupObjective:priority: (getter dup_priority)
 *
 * The priority that the objective belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_objective_dup_priority: (get-property priority)
 * @self: an objective
 *
 * Gets the priority that the objective belongs to.
 *
 * Returns: (transfer full) (nullable): the priority, or %NULL if there is none
 *
 * Since: 1.0
 */
EupPriority *
eup_objective_dup_priority (EupObjective *self)
{
  g_return_val_if_fail (EUP_IS_OBJECTIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupPriority *) eup_entity_dup_one (EUP_ENTITY (self), EUP_OBJECTIVE_PRIORITY);
}

/**
 * EupObjective:position:
 *
 * The place among the objectives of the priority, from 1 on.
 *
 * Since: 1.0
 */

/**
 * eup_objective_get_position: (get-property position)
 * @self: an objective
 *
 * Gets the place among the objectives of the priority, from 1 on.
 *
 * Returns: the number, or 0 for none
 *
 * Since: 1.0
 */
guint
eup_objective_get_position (EupObjective *self)
{
  g_return_val_if_fail (EUP_IS_OBJECTIVE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return eup_entity_get_uint (EUP_ENTITY (self), EUP_OBJECTIVE_POSITION);
}

/**
 * eup_objective_set_position: (set-property position)
 * @self: an objective
 * @number: the number; 0 for none
 *
 * Sets the place among the objectives of the priority, from 1 on.
 *
 * Since: 1.0
 */
void
eup_objective_set_position (EupObjective *self,
                            guint number)
{
  g_return_if_fail (EUP_IS_OBJECTIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_uint (EUP_ENTITY (self), EUP_OBJECTIVE_POSITION, number);
}

/**
 * EupObjective:purpose:
 *
 * What the objective is for.
 *
 * Since: 1.0
 */

/**
 * eup_objective_get_purpose: (get-property purpose)
 * @self: an objective
 *
 * Gets what the objective is for.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string in the language that suits the reader
 *
 * Since: 1.0
 */
const char *
eup_objective_get_purpose (EupObjective *self)
{
  g_return_val_if_fail (EUP_IS_OBJECTIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_best (EUP_ENTITY (self), EUP_OBJECTIVE_PURPOSE);
}

/**
 * eup_objective_set_purpose: (set-property purpose)
 * @self: an objective
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets what the objective is for, in the catalog's language.
 *
 * Other languages stay as they are.
 *
 * Since: 1.0
 */
void
eup_objective_set_purpose (EupObjective *self,
                           const char *string)
{
  g_return_if_fail (EUP_IS_OBJECTIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_best (EUP_ENTITY (self), EUP_OBJECTIVE_PURPOSE, string);
}

/**
 * EupObjective:purpose-text:
 *
 * What the objective is for, in all its languages.
 *
 * Since: 1.0
 */

/**
 * eup_objective_get_purpose_text: (get-property purpose-text)
 * @self: an objective
 *
 * Gets what the objective is for, in all its languages.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the text
 *
 * Since: 1.0
 */
EupText *
eup_objective_get_purpose_text (EupObjective *self)
{
  g_return_val_if_fail (EUP_IS_OBJECTIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_text (EUP_ENTITY (self), EUP_OBJECTIVE_PURPOSE);
}

/**
 * eup_objective_set_purpose_text: (set-property purpose-text)
 * @self: an objective
 * @text: (nullable): the text, or %NULL for none
 *
 * Sets what the objective is for, in all its languages.
 *
 * Since: 1.0
 */
void
eup_objective_set_purpose_text (EupObjective *self,
                                EupText *text)
{
  g_return_if_fail (EUP_IS_OBJECTIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_text (EUP_ENTITY (self), EUP_OBJECTIVE_PURPOSE, text);
}

/**
 * eup_objective_dup_initiatives: (get-property initiatives)
 * @self: an objective
 *
 * Gets the initiatives that serve the objective, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_objective_dup_initiatives (EupObjective *self)
{
  g_return_val_if_fail (EUP_IS_OBJECTIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_OBJECTIVE_INITIATIVES);
}
