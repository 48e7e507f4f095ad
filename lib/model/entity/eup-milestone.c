/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-milestone.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-enum-types.h>
#include "model/entity/eup-entity-private.h"

/**
 * EupMilestone:
 *
 * Something that happens to an initiative, an objective or a priority on a day: a proposal, a vote, the entry into
 * force.
 *
 * Since: 1.0
 */
struct _EupMilestone
{
  EupEntity parent_instance;
};

typedef struct
{
  EupEntityClass parent_class;
} EupMilestoneClass;

G_DEFINE_FINAL_TYPE (EupMilestone, eup_milestone, EUP_TYPE_ENTITY)

static EupMilestoneState
eup_milestone_effective_state (EupMilestone *self)
{
  EupEntity *entity = EUP_ENTITY (self);
  EupStore *store = eup_entity_get_store (entity);
  guint32 row = eup_store_row_in (store, entity->number, EUP_TABLE_MILESTONE);

  return row == EUP_NO_ROW ? EUP_MILESTONE_STATE_UNKNOWN : (EupMilestoneState) eup_store_state (store, row, store->as_of);
}

static const EupProperty properties[] = {
  /**
   * EupMilestone:day:
   *
   * The first day of the date as a number, for sorting.
   *
   * Since: 1.0
   */
  { "day", EUP_PROPERTY_INT, NULL, EUP_ON (EUP_MILESTONE_DATE), EUP_RELATION_NONE,
    G_CALLBACK (eup_milestone_get_day), NULL },
  /**
   * EupMilestone:state:
   *
   * Whether the milestone was reached.
   *
   * It is the stated state, else what the date implies on the day that the catalog refers to. That a milestone was
   * missed is only ever stated.
   *
   * Since: 1.0
   */
  { "state", EUP_PROPERTY_ENUM, eup_milestone_state_get_type, EUP_ON (EUP_MILESTONE_STATE) | EUP_ON (EUP_MILESTONE_DATE) | EUP_ON (EUP_MILESTONE_KIND) | EUP_ON_DERIVED, EUP_RELATION_NONE,
    G_CALLBACK (eup_milestone_get_state), NULL },
};

static void
eup_milestone_class_init (EupMilestoneClass *klass)
{
  eup_entity_class_install (EUP_ENTITY_CLASS (klass), EUP_TABLE_MILESTONE, properties, G_N_ELEMENTS (properties));
}

static void
eup_milestone_init (EupMilestone *self)
{
}

/**
 * eup_milestone_new:
 * @id: an id: letters of any script, digits and `-._~/`
 *
 * Makes a milestone that belongs to no catalog yet; [method@Catalog.add] takes it in.
 *
 * Returns: (transfer full): the new milestone
 *
 * Since: 1.0
 */
EupMilestone *
eup_milestone_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (EUP_TYPE_MILESTONE, "id", id, NULL);
}

/**
 * EupMilestone:subject-id:
 *
 * The id of the entity that the milestone belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_subject_id: (get-property subject-id)
 * @self: a milestone
 *
 * Gets the id of the entity that the milestone belongs to.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_milestone_get_subject_id (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_MILESTONE_SUBJECT);
}

/**
 * eup_milestone_set_subject_id: (set-property subject-id)
 * @self: a milestone
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the entity that the milestone belongs to.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_milestone_set_subject_id (EupMilestone *self,
                              const char *id)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_MILESTONE_SUBJECT, id);
}

/**
 * EupMilestone:subject: (getter dup_subject)
 *
 * The entity that the milestone belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_dup_subject: (get-property subject)
 * @self: a milestone
 *
 * Gets the entity that the milestone belongs to.
 *
 * Returns: (transfer full) (nullable): the entity, or %NULL if there is none
 *
 * Since: 1.0
 */
EupEntity *
eup_milestone_dup_subject (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_one (EUP_ENTITY (self), EUP_MILESTONE_SUBJECT);
}

/**
 * EupMilestone:date:
 *
 * The date, as precisely as it is known.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_date: (get-property date)
 * @self: a milestone
 *
 * Gets the date, as precisely as it is known.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the date
 *
 * Since: 1.0
 */
EupDate *
eup_milestone_get_date (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_date (EUP_ENTITY (self), EUP_MILESTONE_DATE);
}

/**
 * eup_milestone_set_date: (set-property date)
 * @self: a milestone
 * @date: (nullable): the date, or %NULL for none
 *
 * Sets the date, as precisely as it is known.
 *
 * Since: 1.0
 */
void
eup_milestone_set_date (EupMilestone *self,
                        EupDate *date)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_date (EUP_ENTITY (self), EUP_MILESTONE_DATE, date);
}

/**
 * eup_milestone_get_day: (get-property day)
 * @self: a milestone
 *
 * Gets the first day of the date as a number, for sorting.
 *
 * Returns: days since 1970-01-01, or %G_MAXINT if there is no date
 *
 * Since: 1.0
 */
int
eup_milestone_get_day (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), G_MAXINT);
  eup_return_val_if_wrong_thread (self, G_MAXINT);

  return eup_entity_day_of_cell (eup_entity_get_cell (EUP_ENTITY (self), EUP_MILESTONE_DATE));
}

/**
 * EupMilestone:kind:
 *
 * What happens.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_kind: (get-property kind)
 * @self: a milestone
 *
 * Gets what happens.
 *
 * Returns: the value
 *
 * Since: 1.0
 */
EupMilestoneKind
eup_milestone_get_kind (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return (EupMilestoneKind) eup_entity_get_enum (EUP_ENTITY (self), EUP_MILESTONE_KIND);
}

/**
 * eup_milestone_set_kind: (set-property kind)
 * @self: a milestone
 * @value: the value
 *
 * Sets what happens.
 *
 * Since: 1.0
 */
void
eup_milestone_set_kind (EupMilestone *self,
                        EupMilestoneKind value)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_enum (EUP_ENTITY (self), EUP_MILESTONE_KIND, value);
}

/**
 * EupMilestone:actor:
 *
 * Who acts.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_actor: (get-property actor)
 * @self: a milestone
 *
 * Gets who acts.
 *
 * Returns: the value
 *
 * Since: 1.0
 */
EupActor
eup_milestone_get_actor (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return (EupActor) eup_entity_get_enum (EUP_ENTITY (self), EUP_MILESTONE_ACTOR);
}

/**
 * eup_milestone_set_actor: (set-property actor)
 * @self: a milestone
 * @value: the value
 *
 * Sets who acts.
 *
 * Since: 1.0
 */
void
eup_milestone_set_actor (EupMilestone *self,
                         EupActor value)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_enum (EUP_ENTITY (self), EUP_MILESTONE_ACTOR, value);
}

/**
 * EupMilestone:stated-state:
 *
 * The state that is stated, which goes before what the date implies.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_stated_state: (get-property stated-state)
 * @self: a milestone
 *
 * Gets the state that is stated, which goes before what the date implies.
 *
 * Returns: the value
 *
 * Since: 1.0
 */
EupMilestoneState
eup_milestone_get_stated_state (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return (EupMilestoneState) eup_entity_get_enum (EUP_ENTITY (self), EUP_MILESTONE_STATE);
}

/**
 * eup_milestone_set_stated_state: (set-property stated-state)
 * @self: a milestone
 * @value: the value
 *
 * Sets the state that is stated, which goes before what the date implies.
 *
 * Since: 1.0
 */
void
eup_milestone_set_stated_state (EupMilestone *self,
                                EupMilestoneState value)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_enum (EUP_ENTITY (self), EUP_MILESTONE_STATE, value);
}

/**
 * eup_milestone_get_state: (get-property state)
 * @self: a milestone
 *
 * Gets whether the milestone was reached.
 *
 * It is the stated state, else what the date implies on the day that the catalog refers to. That a milestone was
 * missed is only ever stated.
 *
 * Returns: the state
 *
 * Since: 1.0
 */
EupMilestoneState
eup_milestone_get_state (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), EUP_MILESTONE_STATE_UNKNOWN);
  eup_return_val_if_wrong_thread (self, EUP_MILESTONE_STATE_UNKNOWN);

  return eup_milestone_effective_state (self);
}

/**
 * EupMilestone:refines-id:
 *
 * The id of a coarser claim of the same event, which this milestone makes finer.
 *
 * The coarser one counts no more.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_refines_id: (get-property refines-id)
 * @self: a milestone
 *
 * Gets the id of a coarser claim of the same event, which this milestone makes finer.
 *
 * The coarser one counts no more.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_milestone_get_refines_id (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_MILESTONE_REFINES);
}

/**
 * eup_milestone_set_refines_id: (set-property refines-id)
 * @self: a milestone
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of a coarser claim of the same event, which this milestone makes finer.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_milestone_set_refines_id (EupMilestone *self,
                              const char *id)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_MILESTONE_REFINES, id);
}

/**
 * EupMilestone:refines: (getter dup_refines)
 *
 * The coarser claim of the same event, which this milestone makes finer.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_dup_refines: (get-property refines)
 * @self: a milestone
 *
 * Gets the coarser claim of the same event, which this milestone makes finer. One that names itself refines none.
 *
 * Returns: (transfer full) (nullable): the milestone, or %NULL if there is none
 *
 * Since: 1.0
 */
EupMilestone *
eup_milestone_dup_refines (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  /* One that names itself names none. */
  if (eup_entity_get_cell (EUP_ENTITY (self), EUP_MILESTONE_REFINES) == EUP_ENTITY (self)->number)
    return NULL;
  return (EupMilestone *) eup_entity_dup_one (EUP_ENTITY (self), EUP_MILESTONE_REFINES);
}
