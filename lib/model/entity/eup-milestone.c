/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-milestone.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-initiative.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-enum-types.h>
#include "domain/eup-derived.h"
#include "domain/eup-milestone-rules.h"
#include "model/entity/eup-entity-private.h"
#include "values/eup-date-cell.h"
#include "values/eup-date-private.h"

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

  return row == EUP_NO_ROW ? EUP_MILESTONE_STATE_UNKNOWN : (EupMilestoneState) eup_derived_state (eup_derived_of (store), row);
}

static EupChain
chain_of (EupMilestone *self)
{
  EupStore *store = eup_entity_get_store (EUP_ENTITY (self));
  const EupChain *chain = eup_derived_chain (eup_derived_of (store), EUP_ENTITY (self)->number);

  return chain != NULL ? *chain : (EupChain) { 0 };
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
  { "state", EUP_PROPERTY_ENUM, eup_milestone_state_get_type, EUP_ON_DERIVED (EUP_DERIVED_STATE), EUP_RELATION_NONE,
    G_CALLBACK (eup_milestone_get_state), NULL },
  /**
   * EupMilestone:rescheduled-from: (getter dup_rescheduled_from)
   *
   * The milestones that were moved to this one, by date.
   *
   * Since: 1.0
   */
  { "rescheduled-from", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_MILESTONE_RESCHEDULED_FROM,
    G_CALLBACK (eup_milestone_dup_rescheduled_from), NULL },
  /**
   * EupMilestone:original: (getter dup_original)
   *
   * The milestone that was promised first, if the date was moved.
   *
   * Since: 1.0
   */
  { "original", EUP_PROPERTY_NEW_OBJECT, eup_milestone_get_type, EUP_ON_DERIVED (EUP_DERIVED_ORIGINAL), EUP_RELATION_NONE,
    G_CALLBACK (eup_milestone_dup_original), NULL },
  /**
   * EupMilestone:slippage:
   *
   * By how many days the milestone lies behind the one that was promised first.
   *
   * Since: 1.0
   */
  { "slippage", EUP_PROPERTY_INT, NULL, EUP_ON_DERIVED (EUP_DERIVED_SLIPPAGE), EUP_RELATION_NONE,
    G_CALLBACK (eup_milestone_get_slippage), NULL },
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

/**
 * EupMilestone:position:
 *
 * The place of the milestone among the milestones of one date, from 1; 0 if it is not stated.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_position: (get-property position)
 * @self: a milestone
 *
 * Gets the place of the milestone among the milestones of one date, from 1.
 *
 * Returns: the place, or 0 if it is not stated
 *
 * Since: 1.0
 */
guint
eup_milestone_get_position (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return eup_entity_get_uint (EUP_ENTITY (self), EUP_MILESTONE_POSITION);
}

/**
 * eup_milestone_set_position: (set-property position)
 * @self: a milestone
 * @position: the place, from 1, or 0 for none
 *
 * Sets the place of the milestone among the milestones of one date, from 1.
 *
 * Since: 1.0
 */
void
eup_milestone_set_position (EupMilestone *self,
                            guint position)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_uint (EUP_ENTITY (self), EUP_MILESTONE_POSITION, position);
}

/**
 * EupMilestone:rescheduled-to-id:
 *
 * The id of the milestone to which this one was moved.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_rescheduled_to_id: (get-property rescheduled-to-id)
 * @self: a milestone
 *
 * Gets the id of the milestone to which this one was moved.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_milestone_get_rescheduled_to_id (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_TO);
}

/**
 * eup_milestone_set_rescheduled_to_id: (set-property rescheduled-to-id)
 * @self: a milestone
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the milestone to which this one was moved.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_milestone_set_rescheduled_to_id (EupMilestone *self,
                                     const char *id)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_TO, id);
}

/**
 * EupMilestone:rescheduled-to: (getter dup_rescheduled_to)
 *
 * The milestone to which this one was moved.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_dup_rescheduled_to: (get-property rescheduled-to)
 * @self: a milestone
 *
 * Gets the milestone to which this one was moved.
 *
 * Returns: (transfer full) (nullable): the milestone, or %NULL if there is none
 *
 * Since: 1.0
 */
EupMilestone *
eup_milestone_dup_rescheduled_to (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupMilestone *) eup_entity_dup_one (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_TO);
}

/**
 * EupMilestone:rescheduled-by-id:
 *
 * The id of the initiative, an act as a rule, that moved the date.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_rescheduled_by_id: (get-property rescheduled-by-id)
 * @self: a milestone
 *
 * Gets the id of the initiative, an act as a rule, that moved the date.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_milestone_get_rescheduled_by_id (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_BY);
}

/**
 * eup_milestone_set_rescheduled_by_id: (set-property rescheduled-by-id)
 * @self: a milestone
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the initiative, an act as a rule, that moved the date.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_milestone_set_rescheduled_by_id (EupMilestone *self,
                                     const char *id)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_BY, id);
}

/**
 * EupMilestone:rescheduled-by: (getter dup_rescheduled_by)
 *
 * The initiative, an act as a rule, that moved the date.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_dup_rescheduled_by: (get-property rescheduled-by)
 * @self: a milestone
 *
 * Gets the initiative, an act as a rule, that moved the date.
 *
 * Returns: (transfer full) (nullable): the initiative, or %NULL if there is none
 *
 * Since: 1.0
 */
EupInitiative *
eup_milestone_dup_rescheduled_by (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupInitiative *) eup_entity_dup_one (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_BY);
}

/**
 * EupMilestone:rescheduled-on:
 *
 * The date on which it became known that the milestone was moved, or cancelled.
 *
 * Since: 1.0
 */

/**
 * eup_milestone_get_rescheduled_on: (get-property rescheduled-on)
 * @self: a milestone
 *
 * Gets the date on which it became known that the milestone was moved, or cancelled.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the date
 *
 * Since: 1.0
 */
EupDate *
eup_milestone_get_rescheduled_on (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_date (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_ON);
}

/**
 * eup_milestone_set_rescheduled_on: (set-property rescheduled-on)
 * @self: a milestone
 * @date: (nullable): the date, or %NULL for none
 *
 * Sets the date on which it became known that the milestone was moved, or cancelled.
 *
 * Since: 1.0
 */
void
eup_milestone_set_rescheduled_on (EupMilestone *self,
                                  EupDate *date)
{
  g_return_if_fail (EUP_IS_MILESTONE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_date (EUP_ENTITY (self), EUP_MILESTONE_RESCHEDULED_ON, date);
}

/**
 * eup_milestone_dup_rescheduled_since:
 * @self: a milestone
 *
 * Gets the day since which it is known that the milestone was moved, as of the catalog's day.
 *
 * That is the last day of [property@EuPolicy.Milestone:rescheduled-on] where it is stated, else the day on which the
 * act that moved it was signed, adopted, published or came into force, else, of a plan that was met later, the day of that.
 *
 * Returns: (transfer full) (nullable): the day, or %NULL if the milestone was not moved, or nothing says since when
 *
 * Since: 1.0
 */
EupDate *
eup_milestone_dup_rescheduled_since (EupMilestone *self)
{
  EupEntity *entity = (EupEntity *) self;
  EupTableKind table;
  guint32 row, day;

  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  if (eup_milestone_get_state (self) != EUP_MILESTONE_STATE_RESCHEDULED || !eup_entity_get_row (entity, &table, &row))
    return NULL;
  /* Moved to a date not known: no act says when that was. */
  if (eup_milestone_moved_to (eup_entity_get_store (entity), row) == 0)
    return eup_milestone_get_rescheduled_on (self) == NULL ? NULL : eup_date_get_last_day (eup_milestone_get_rescheduled_on (self));
  day = eup_milestone_move_known_from (eup_entity_get_store (entity), row);
  return day == 0 || day == EUP_DAY_NEVER ? NULL : eup_date_new_from_cell (eup_date_cell_from_day (day));
}

/**
 * eup_milestone_dup_rescheduled_from: (get-property rescheduled-from)
 * @self: a milestone
 *
 * Gets the milestones that were moved to this one, by date.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_milestone_dup_rescheduled_from (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_MILESTONE_RESCHEDULED_FROM);
}

/**
 * eup_milestone_dup_original: (get-property original)
 * @self: a milestone
 *
 * Gets the milestone that was promised first: where one arrives going back over all moves that are known.
 *
 * Returns: (transfer full) (nullable): the milestone, or %NULL if nothing was moved to this one
 *
 * Since: 1.0
 */
EupMilestone *
eup_milestone_dup_original (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupMilestone *) eup_entity_dup_other (EUP_ENTITY (self), chain_of (self).original);
}

/**
 * eup_milestone_get_slippage: (get-property slippage)
 * @self: a milestone
 *
 * Gets by how many days the milestone lies behind the one that was promised first.
 *
 * Returns: days, from the last day of one to the last day of the other, positive for later; 0 if nothing was moved to it
 *
 * Since: 1.0
 */
int
eup_milestone_get_slippage (EupMilestone *self)
{
  g_return_val_if_fail (EUP_IS_MILESTONE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return chain_of (self).slippage;
}
