/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-initiative.h>

#include <eupolicy/eup-commissioner.h>
#include <eupolicy/eup-date.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-milestone.h>
#include <eupolicy/eup-priority.h>
#include <eupolicy/eup-reason.h>
#include <eupolicy/eup-enum-types.h>
#include "domain/eup-derived.h"
#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-order.h"
#include "values/eup-date-private.h"

/**
 * EupInitiative:
 *
 * Something that the Commission does to keep a promise: a strategy, a proposed law, a fund, or the promise itself.
 *
 * How far it has come is its `status`: the stated one, else what follows from the milestones that it has reached
 * by the
 * day that the catalog refers to.
 *
 * Since: 1.0
 */
struct _EupInitiative
{
  EupEntity parent_instance;
};

typedef struct
{
  EupEntityClass parent_class;
} EupInitiativeClass;

G_DEFINE_FINAL_TYPE (EupInitiative, eup_initiative, EUP_TYPE_ENTITY)

/* What follows from its milestones, and from what it consists of. */
typedef struct
{
  guint8    status;
  guint8    verdict;
  guint32   status_date; /* cells */
  guint32   date;
  EupNumber next;
  gint32    slippage;
} Derived;

static Derived
derived_of (EupInitiative *self)
{
  EupStore *store = eup_entity_get_store (EUP_ENTITY (self));
  guint32 row = eup_store_row_in (store, EUP_ENTITY (self)->number, EUP_TABLE_INITIATIVE);
  const EupDerived *derived;

  if (row == EUP_NO_ROW)
    return (Derived) { 0 };
  derived = eup_derived_of (store);
  return (Derived) { derived->status[row], derived->verdict[row], derived->status_date[row], derived->date[row],
                     derived->next[row], derived->slippage[row] };
}

static const EupProperty properties[] = {
  /**
   * EupInitiative:objectives: (getter dup_objectives)
   *
   * The objectives that the initiative serves, by their position.
   *
   * Since: 1.0
   */
  { "objectives", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_INITIATIVE_OBJECTIVES), EUP_RELATION_INITIATIVE_OBJECTIVES,
    G_CALLBACK (eup_initiative_dup_objectives), NULL },
  /**
   * EupInitiative:priorities: (getter dup_priorities)
   *
   * The priorities that the initiative is beneath: the stated ones, then those of its objectives.
   *
   * No priority stands there twice.
   *
   * Since: 1.0
   */
  { "priorities", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_INITIATIVE_PRIORITIES) | EUP_ON (EUP_INITIATIVE_OBJECTIVES), EUP_RELATION_INITIATIVE_PRIORITIES,
    G_CALLBACK (eup_initiative_dup_priorities), NULL },
  /**
   * EupInitiative:priority: (getter dup_priority)
   *
   * The first of the priorities that the initiative is beneath.
   *
   * Since: 1.0
   */
  { "priority", EUP_PROPERTY_NEW_OBJECT, eup_priority_get_type, EUP_ON (EUP_INITIATIVE_PRIORITIES) | EUP_ON (EUP_INITIATIVE_OBJECTIVES), EUP_RELATION_INITIATIVE_PRIORITIES,
    G_CALLBACK (eup_initiative_dup_priority), NULL },
  /**
   * EupInitiative:legislative:
   *
   * Whether the initiative is a legislative act.
   *
   * That is so for regulations, directives, decisions, and acts of another form.
   *
   * Since: 1.0
   */
  { "legislative", EUP_PROPERTY_BOOLEAN, NULL, EUP_ON (EUP_INITIATIVE_INSTRUMENT), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_get_legislative), NULL },
  /**
   * EupInitiative:status:
   *
   * How far the initiative has come.
   *
   * It is the stated status, else the furthest stage among the milestones that were reached.
   *
   * Since: 1.0
   */
  { "status", EUP_PROPERTY_ENUM, eup_status_get_type, EUP_ON_DERIVED (EUP_DERIVED_STATUS), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_get_status), NULL },
  /**
   * EupInitiative:status-date:
   *
   * The date since which the initiative has its status.
   *
   * Since: 1.0
   */
  { "status-date", EUP_PROPERTY_BOXED, eup_date_get_type, EUP_ON_DERIVED (EUP_DERIVED_STATUS_DATE), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_get_status_date), NULL },
  /**
   * EupInitiative:verdict:
   *
   * What became of the promise, as of the day that the catalog refers to.
   *
   * Since: 1.0
   */
  { "verdict", EUP_PROPERTY_ENUM, eup_verdict_get_type, EUP_ON_DERIVED (EUP_DERIVED_VERDICT), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_get_verdict), NULL },
  /**
   * EupInitiative:slippage:
   *
   * By how many days the dates of the initiative have slipped; 0 if none was moved.
   *
   * Since: 1.0
   */
  { "slippage", EUP_PROPERTY_INT, NULL, EUP_ON_DERIVED (EUP_DERIVED_SLIPPAGE), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_get_slippage), NULL },
  /**
   * EupInitiative:leads: (getter dup_leads)
   *
   * The Commissioners who lead the initiative, by their name.
   *
   * Since: 1.0
   */
  { "leads", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_INITIATIVE_LEADS), EUP_RELATION_INITIATIVE_LEADS,
    G_CALLBACK (eup_initiative_dup_leads), NULL },
  /**
   * EupInitiative:lead: (getter dup_lead)
   *
   * The Commissioner who leads the initiative, the first of several.
   *
   * Since: 1.0
   */
  { "lead", EUP_PROPERTY_NEW_OBJECT, eup_commissioner_get_type, EUP_ON (EUP_INITIATIVE_LEADS), EUP_RELATION_INITIATIVE_LEADS,
    G_CALLBACK (eup_initiative_dup_lead), NULL },
  /**
   * EupInitiative:parts: (getter dup_parts)
   *
   * The initiatives that belong to this package, by their title.
   *
   * Since: 1.0
   */
  { "parts", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_INITIATIVE_PARTS,
    G_CALLBACK (eup_initiative_dup_parts), NULL },
  /**
   * EupInitiative:fulfils: (getter dup_fulfils)
   *
   * The commitments that the initiative fulfils, by their title.
   *
   * Since: 1.0
   */
  { "fulfils", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_INITIATIVE_FULFILS), EUP_RELATION_INITIATIVE_FULFILS,
    G_CALLBACK (eup_initiative_dup_fulfils), NULL },
  /**
   * EupInitiative:fulfilled-by: (getter dup_fulfilled_by)
   *
   * The initiatives that fulfil this commitment, by their title.
   *
   * Since: 1.0
   */
  { "fulfilled-by", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_INITIATIVE_FULFILLED_BY,
    G_CALLBACK (eup_initiative_dup_fulfilled_by), NULL },
  /**
   * EupInitiative:replaces: (getter dup_replaces)
   *
   * The initiatives that this one replaces, by their title.
   *
   * Since: 1.0
   */
  { "replaces", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_INITIATIVE_REPLACES), EUP_RELATION_INITIATIVE_REPLACES,
    G_CALLBACK (eup_initiative_dup_replaces), NULL },
  /**
   * EupInitiative:replaced-by: (getter dup_replaced_by)
   *
   * The initiatives that replace this one, by their title.
   *
   * Since: 1.0
   */
  { "replaced-by", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_INITIATIVE_REPLACED_BY,
    G_CALLBACK (eup_initiative_dup_replaced_by), NULL },
  /**
   * EupInitiative:amends: (getter dup_amends)
   *
   * The initiatives that this one amends, by their title.
   *
   * Since: 1.0
   */
  { "amends", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_INITIATIVE_AMENDS), EUP_RELATION_INITIATIVE_AMENDS,
    G_CALLBACK (eup_initiative_dup_amends), NULL },
  /**
   * EupInitiative:amended-by: (getter dup_amended_by)
   *
   * The initiatives that amend this one, by their title.
   *
   * Since: 1.0
   */
  { "amended-by", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_INITIATIVE_AMENDED_BY,
    G_CALLBACK (eup_initiative_dup_amended_by), NULL },
  /**
   * EupInitiative:milestones: (getter dup_milestones)
   *
   * The milestones of the initiative, by date: of each event the finest claim.
   *
   * Since: 1.0
   */
  { "milestones", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_INITIATIVE_MILESTONES,
    G_CALLBACK (eup_initiative_dup_milestones), NULL },
  /**
   * EupInitiative:all-milestones: (getter dup_all_milestones)
   *
   * All milestones of the initiative, by date, with the coarser claims that others refine.
   *
   * Since: 1.0
   */
  { "all-milestones", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_INITIATIVE_ALL_MILESTONES,
    G_CALLBACK (eup_initiative_dup_all_milestones), NULL },
  /**
   * EupInitiative:date:
   *
   * The date of the latest milestone that was reached.
   *
   * Since: 1.0
   */
  { "date", EUP_PROPERTY_BOXED, eup_date_get_type, EUP_ON_DERIVED (EUP_DERIVED_DATE), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_get_date), NULL },
  /**
   * EupInitiative:day:
   *
   * The first day of the date as a number, for sorting.
   *
   * Since: 1.0
   */
  { "day", EUP_PROPERTY_INT, NULL, EUP_ON_DERIVED (EUP_DERIVED_DATE), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_get_day), NULL },
  /**
   * EupInitiative:next-milestone: (getter dup_next_milestone)
   *
   * The milestone that is expected next.
   *
   * Since: 1.0
   */
  { "next-milestone", EUP_PROPERTY_NEW_OBJECT, eup_milestone_get_type, EUP_ON_DERIVED (EUP_DERIVED_NEXT), EUP_RELATION_NONE,
    G_CALLBACK (eup_initiative_dup_next_milestone), NULL },
};

static void
eup_initiative_class_init (EupInitiativeClass *klass)
{
  eup_entity_class_install (EUP_ENTITY_CLASS (klass), EUP_TABLE_INITIATIVE, properties, G_N_ELEMENTS (properties));
}

static void
eup_initiative_init (EupInitiative *self)
{
}

/**
 * eup_initiative_new:
 * @id: an id: letters of any script, digits and `-._~/`
 *
 * Makes an initiative that belongs to no catalog yet; [method@Catalog.add] takes it in.
 *
 * Returns: (transfer full): the new initiative
 *
 * Since: 1.0
 */
EupInitiative *
eup_initiative_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (EUP_TYPE_INITIATIVE, "id", id, NULL);
}

/**
 * EupInitiative:instrument:
 *
 * The form that the initiative takes.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_instrument: (get-property instrument)
 * @self: an initiative
 *
 * Gets the form that the initiative takes.
 *
 * Returns: the value
 *
 * Since: 1.0
 */
EupInstrument
eup_initiative_get_instrument (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return (EupInstrument) eup_entity_get_enum (EUP_ENTITY (self), EUP_INITIATIVE_INSTRUMENT);
}

/**
 * eup_initiative_set_instrument: (set-property instrument)
 * @self: an initiative
 * @value: the value
 *
 * Sets the form that the initiative takes.
 *
 * Since: 1.0
 */
void
eup_initiative_set_instrument (EupInitiative *self,
                               EupInstrument value)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_enum (EUP_ENTITY (self), EUP_INITIATIVE_INSTRUMENT, value);
}

/**
 * eup_initiative_get_legislative: (get-property legislative)
 * @self: an initiative
 *
 * Gets whether the initiative is a legislative act.
 *
 * That is so for regulations, directives, decisions, and acts of another form.
 *
 * Returns: %TRUE for an act
 *
 * Since: 1.0
 */
gboolean
eup_initiative_get_legislative (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), FALSE);
  eup_return_val_if_wrong_thread (self, FALSE);

  return eup_instrument_is_act (eup_entity_get_enum (EUP_ENTITY (self), EUP_INITIATIVE_INSTRUMENT));
}

/**
 * EupInitiative:stated-status:
 *
 * The status that is stated, which goes before all that milestones imply.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_stated_status: (get-property stated-status)
 * @self: an initiative
 *
 * Gets the status that is stated, which goes before all that milestones imply.
 *
 * Returns: the value
 *
 * Since: 1.0
 */
EupStatus
eup_initiative_get_stated_status (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return (EupStatus) eup_entity_get_enum (EUP_ENTITY (self), EUP_INITIATIVE_STATUS);
}

/**
 * eup_initiative_set_stated_status: (set-property stated-status)
 * @self: an initiative
 * @value: the value
 *
 * Sets the status that is stated, which goes before all that milestones imply.
 *
 * Since: 1.0
 */
void
eup_initiative_set_stated_status (EupInitiative *self,
                                  EupStatus value)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_enum (EUP_ENTITY (self), EUP_INITIATIVE_STATUS, value);
}

/**
 * eup_initiative_get_status: (get-property status)
 * @self: an initiative
 *
 * Gets how far the initiative has come.
 *
 * It is the stated status, else the furthest stage among the milestones that were reached.
 *
 * Returns: the status
 *
 * Since: 1.0
 */
EupStatus
eup_initiative_get_status (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), EUP_STATUS_UNKNOWN);
  eup_return_val_if_wrong_thread (self, EUP_STATUS_UNKNOWN);

  return (EupStatus) derived_of (self).status;
}

/**
 * eup_initiative_get_date: (get-property date)
 * @self: an initiative
 *
 * Gets the date of the latest milestone that was reached.
 *
 * @self keeps it until it becomes another.
 *
 * Returns: (transfer none) (nullable): the date, or %NULL if none was reached
 *
 * Since: 1.0
 */
EupDate *
eup_initiative_get_date (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_keep_date (EUP_ENTITY (self), EUP_SLOT_DERIVED_DATE, derived_of (self).date);
}

/**
 * eup_initiative_get_day: (get-property day)
 * @self: an initiative
 *
 * Gets the first day of the date as a number, for sorting.
 *
 * Returns: days since 1970-01-01, or %G_MAXINT if there is no date
 *
 * Since: 1.0
 */
int
eup_initiative_get_day (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), G_MAXINT);
  eup_return_val_if_wrong_thread (self, G_MAXINT);

  return eup_entity_day_of_cell (derived_of (self).date);
}

/**
 * eup_initiative_dup_next_milestone: (get-property next-milestone)
 * @self: an initiative
 *
 * Gets the milestone that is expected next.
 *
 * Returns: (transfer full) (nullable): the milestone, or %NULL if there is none
 *
 * Since: 1.0
 */
EupMilestone *
eup_initiative_dup_next_milestone (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupMilestone *) eup_entity_dup_other (EUP_ENTITY (self), derived_of (self).next);
}

/**
 * EupInitiative:position:
 *
 * The place of the initiative on the page of its objective or priority, from 1; 0 if it is not stated.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_position: (get-property position)
 * @self: an initiative
 *
 * Gets the place of the initiative on the page of its objective or priority, from 1.
 *
 * Returns: the place, or 0 if it is not stated
 *
 * Since: 1.0
 */
guint
eup_initiative_get_position (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return eup_entity_get_uint (EUP_ENTITY (self), EUP_INITIATIVE_POSITION);
}

/**
 * eup_initiative_set_position: (set-property position)
 * @self: an initiative
 * @position: the place, from 1, or 0 for none
 *
 * Sets the place of the initiative on the page of its objective or priority, from 1.
 *
 * Since: 1.0
 */
void
eup_initiative_set_position (EupInitiative *self,
                             guint position)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_uint (EUP_ENTITY (self), EUP_INITIATIVE_POSITION, position);
}

/**
 * EupInitiative:status-since:
 *
 * The date since which the initiative has its stated status.
 *
 * Since: 1.0
 */

/**
 * eup_initiative_get_status_since: (get-property status-since)
 * @self: an initiative
 *
 * Gets the date since which the initiative has its stated status.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the date
 *
 * Since: 1.0
 */
EupDate *
eup_initiative_get_status_since (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_date (EUP_ENTITY (self), EUP_INITIATIVE_STATUS_SINCE);
}

/**
 * eup_initiative_set_status_since: (set-property status-since)
 * @self: an initiative
 * @date: (nullable): the date, or %NULL for none
 *
 * Sets the date since which the initiative has its stated status.
 *
 * Since: 1.0
 */
void
eup_initiative_set_status_since (EupInitiative *self,
                                 EupDate *date)
{
  g_return_if_fail (EUP_IS_INITIATIVE (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_date (EUP_ENTITY (self), EUP_INITIATIVE_STATUS_SINCE, date);
}

/**
 * eup_initiative_get_status_date: (get-property status-date)
 * @self: an initiative
 *
 * Gets the date since which the initiative has its status.
 *
 * It is that of the milestone, of the part or of the mandate from which the status follows, or the stated one.
 * @self keeps it.
 *
 * Returns: (transfer none) (nullable): the date, or %NULL where it is not known
 *
 * Since: 1.0
 */
EupDate *
eup_initiative_get_status_date (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_keep_date (EUP_ENTITY (self), EUP_SLOT_STATUS_DATE, derived_of (self).status_date);
}

/**
 * eup_initiative_get_verdict: (get-property verdict)
 * @self: an initiative
 *
 * Gets what became of the promise, as of the day that the catalog refers to.
 *
 * Returns: the verdict
 *
 * Since: 1.0
 */
EupVerdict
eup_initiative_get_verdict (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), EUP_VERDICT_UNKNOWN);
  eup_return_val_if_wrong_thread (self, EUP_VERDICT_UNKNOWN);

  return (EupVerdict) derived_of (self).verdict;
}

/**
 * eup_initiative_get_slippage: (get-property slippage)
 * @self: an initiative
 *
 * Gets by how many days the dates of the initiative have slipped.
 *
 * It is the greatest among its milestones that are expected or reached and whose date was moved before.
 *
 * Returns: days, positive for later; 0 if no date was moved
 *
 * Since: 1.0
 */
int
eup_initiative_get_slippage (EupInitiative *self)
{
  g_return_val_if_fail (EUP_IS_INITIATIVE (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return derived_of (self).slippage;
}

/**
 * eup_initiative_dup_status_reason:
 * @self: an initiative
 *
 * Tells why the initiative has its status: by which rule, what decided, and since when.
 *
 * Returns: (transfer full): the reason
 *
 * Since: 1.0
 */
EupReason *
eup_initiative_dup_status_reason (EupInitiative *self)
{
  static const char * const rules[] = {
    [EUP_STATUS_RULE_NONE] = "none", [EUP_STATUS_RULE_STATED] = "stated", [EUP_STATUS_RULE_ENDED] = "ended",
    [EUP_STATUS_RULE_MILESTONE] = "milestone", [EUP_STATUS_RULE_LAUNCHED] = "launched", [EUP_STATUS_RULE_PARTS] = "parts",
    [EUP_STATUS_RULE_FULFILLED_BY] = "fulfilled-by", [EUP_STATUS_RULE_PLANNED] = "planned",
    [EUP_STATUS_RULE_MANDATE] = "mandate",
  };
  EupStore *store;
  guint32 row;
  EupStatusReason reason = { 0 };
  g_autoptr (EupDate) date = NULL;

  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  store = eup_entity_get_store (EUP_ENTITY (self));
  row = eup_store_row_in (store, EUP_ENTITY (self)->number, EUP_TABLE_INITIATIVE);
  if (row != EUP_NO_ROW)
    reason = eup_status_reason (store, eup_derived_of (store), row);
  if (reason.date != 0)
    date = eup_date_new_from_cell (reason.date);
  return eup_reason_new (rules[reason.rule], eup_store_id (store, reason.entity), date);
}

/**
 * eup_initiative_dup_lead: (get-property lead)
 * @self: an initiative
 *
 * Gets the Commissioner who leads the initiative, the first of several.
 *
 * Returns: (transfer full) (nullable): the Commissioner, or %NULL if there is none
 *
 * Since: 1.0
 */
EupCommissioner *
eup_initiative_dup_lead (EupInitiative *self)
{
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  EupEntity *entity = (EupEntity *) self;

  g_return_val_if_fail (EUP_IS_INITIATIVE (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  eup_core_collect (entity->core, EUP_RELATION_INITIATIVE_LEADS, entity->number, leads);
  return leads->len == 0 ? NULL : (EupCommissioner *) eup_entity_dup_other (entity, g_array_index (leads, EupNumber, 0));
}
