/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-initiative.h>

#include "model/entity/eup-entity-private.h"

/* What an initiative has to do with other entities. */

/**
 * EupInitiative:objective-ids:
 *
 * The ids of the objectives that the initiative serves.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_objective_ids: (get-property objective-ids)
 * @self: an initiative
 *
 * Gets the ids of the objectives that the initiative serves.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_initiative_get_objective_ids (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (EUP_ENTITY (self), EUP_INITIATIVE_OBJECTIVES);
}

/**
 * eup_initiative_set_objective_ids: (set-property objective-ids)
 * @self: an initiative
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the objectives that the initiative serves.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_initiative_set_objective_ids (EupInitiative *self,
                                  const char * const *ids)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (EUP_ENTITY (self), EUP_INITIATIVE_OBJECTIVES, ids);
}

/**
 * eup_initiative_dup_objectives: (get-property objectives)
 * @self: an initiative
 *
 * Gets the objectives that the initiative serves, by their position.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_objectives (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_OBJECTIVES);
}

/**
 * EupInitiative:priority-ids:
 *
 * The ids of the priorities that the initiative is stated to be beneath.
 *
 * They are needed only where no objective says it.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_priority_ids: (get-property priority-ids)
 * @self: an initiative
 *
 * Gets the ids of the priorities that the initiative is stated to be beneath.
 *
 * They are needed only where no objective says it.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_initiative_get_priority_ids (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (EUP_ENTITY (self), EUP_INITIATIVE_PRIORITIES);
}

/**
 * eup_initiative_set_priority_ids: (set-property priority-ids)
 * @self: an initiative
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the priorities that the initiative is stated to be beneath.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_initiative_set_priority_ids (EupInitiative *self,
                                 const char * const *ids)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (EUP_ENTITY (self), EUP_INITIATIVE_PRIORITIES, ids);
}

/**
 * eup_initiative_dup_priorities: (get-property priorities)
 * @self: an initiative
 *
 * Gets the priorities that the initiative is beneath: the stated ones, then those of its objectives.
 *
 * No priority stands there twice.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_priorities (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_PRIORITIES);
}

/**
 * eup_initiative_dup_priority: (get-property priority)
 * @self: an initiative
 *
 * Gets the first of the priorities that the initiative is beneath.
 *
 * Returns: (transfer full) (nullable): the priority, or %NULL if there is none
 *
 * Since: 1.0
 */
EupPriority *
eup_initiative_dup_priority (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupPriority *) eup_entity_dup_first (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_PRIORITIES);
}

/**
 * EupInitiative:lead-ids:
 *
 * The ids of the Commissioners who lead the initiative.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_lead_ids: (get-property lead-ids)
 * @self: an initiative
 *
 * Gets the ids of the Commissioners who lead the initiative.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_initiative_get_lead_ids (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (EUP_ENTITY (self), EUP_INITIATIVE_LEADS);
}

/**
 * eup_initiative_set_lead_ids: (set-property lead-ids)
 * @self: an initiative
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the Commissioners who lead the initiative.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_initiative_set_lead_ids (EupInitiative *self,
                             const char * const *ids)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (EUP_ENTITY (self), EUP_INITIATIVE_LEADS, ids);
}

/**
 * eup_initiative_dup_leads: (get-property leads)
 * @self: an initiative
 *
 * Gets the Commissioners who lead the initiative, by their name.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_leads (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_LEADS);
}

/**
 * EupInitiative:parent-id:
 *
 * The id of the package that the initiative belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_parent_id: (get-property parent-id)
 * @self: an initiative
 *
 * Gets the id of the package that the initiative belongs to.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_initiative_get_parent_id (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_INITIATIVE_PARENT);
}

/**
 * eup_initiative_set_parent_id: (set-property parent-id)
 * @self: an initiative
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the package that the initiative belongs to.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_initiative_set_parent_id (EupInitiative *self,
                              const char *id)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_INITIATIVE_PARENT, id);
}

/**
 * EupInitiative:parent: (getter dup_parent)
 *
 * The package that the initiative belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_dup_parent: (get-property parent)
 * @self: an initiative
 *
 * Gets the package that the initiative belongs to.
 *
 * Returns: (transfer full) (nullable): the package, or %NULL if there is none
 *
 * Since: 1.0
 */
EupInitiative *
eup_initiative_dup_parent (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupInitiative *) eup_entity_dup_one (EUP_ENTITY (self), EUP_INITIATIVE_PARENT);
}

/**
 * eup_initiative_dup_parts: (get-property parts)
 * @self: an initiative
 *
 * Gets the initiatives that belong to this package, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_parts (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_PARTS);
}

/**
 * EupInitiative:fulfils-ids:
 *
 * The ids of the commitments that the initiative fulfils.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_fulfils_ids: (get-property fulfils-ids)
 * @self: an initiative
 *
 * Gets the ids of the commitments that the initiative fulfils.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_initiative_get_fulfils_ids (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (EUP_ENTITY (self), EUP_INITIATIVE_FULFILS);
}

/**
 * eup_initiative_set_fulfils_ids: (set-property fulfils-ids)
 * @self: an initiative
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the commitments that the initiative fulfils.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_initiative_set_fulfils_ids (EupInitiative *self,
                                const char * const *ids)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (EUP_ENTITY (self), EUP_INITIATIVE_FULFILS, ids);
}

/**
 * eup_initiative_dup_fulfils: (get-property fulfils)
 * @self: an initiative
 *
 * Gets the commitments that the initiative fulfils, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_fulfils (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_FULFILS);
}

/**
 * eup_initiative_dup_fulfilled_by: (get-property fulfilled-by)
 * @self: an initiative
 *
 * Gets the initiatives that fulfil this commitment, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_fulfilled_by (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_FULFILLED_BY);
}

/**
 * EupInitiative:replaces-ids:
 *
 * The ids of the initiatives that this one replaces.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_replaces_ids: (get-property replaces-ids)
 * @self: an initiative
 *
 * Gets the ids of the initiatives that this one replaces.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_initiative_get_replaces_ids (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (EUP_ENTITY (self), EUP_INITIATIVE_REPLACES);
}

/**
 * eup_initiative_set_replaces_ids: (set-property replaces-ids)
 * @self: an initiative
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the initiatives that this one replaces.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_initiative_set_replaces_ids (EupInitiative *self,
                                 const char * const *ids)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (EUP_ENTITY (self), EUP_INITIATIVE_REPLACES, ids);
}

/**
 * eup_initiative_dup_replaces: (get-property replaces)
 * @self: an initiative
 *
 * Gets the initiatives that this one replaces, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_replaces (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_REPLACES);
}

/**
 * eup_initiative_dup_replaced_by: (get-property replaced-by)
 * @self: an initiative
 *
 * Gets the initiatives that replace this one, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_replaced_by (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_REPLACED_BY);
}

/**
 * EupInitiative:amends-ids:
 *
 * The ids of the initiatives that this one amends.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_amends_ids: (get-property amends-ids)
 * @self: an initiative
 *
 * Gets the ids of the initiatives that this one amends.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_initiative_get_amends_ids (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (EUP_ENTITY (self), EUP_INITIATIVE_AMENDS);
}

/**
 * eup_initiative_set_amends_ids: (set-property amends-ids)
 * @self: an initiative
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the initiatives that this one amends.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_initiative_set_amends_ids (EupInitiative *self,
                               const char * const *ids)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (EUP_ENTITY (self), EUP_INITIATIVE_AMENDS, ids);
}

/**
 * eup_initiative_dup_amends: (get-property amends)
 * @self: an initiative
 *
 * Gets the initiatives that this one amends, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_amends (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_AMENDS);
}

/**
 * eup_initiative_dup_amended_by: (get-property amended-by)
 * @self: an initiative
 *
 * Gets the initiatives that amend this one, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_amended_by (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_AMENDED_BY);
}

/**
 * eup_initiative_dup_milestones: (get-property milestones)
 * @self: an initiative
 *
 * Gets the milestones of the initiative, by date: of each event the finest claim.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_milestones (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_MILESTONES);
}

/**
 * eup_initiative_dup_all_milestones: (get-property all-milestones)
 * @self: an initiative
 *
 * Gets all milestones of the initiative, by date, with the coarser claims that others refine.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_initiative_dup_all_milestones (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_INITIATIVE_ALL_MILESTONES);
}
