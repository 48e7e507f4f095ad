/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/eup-core-private.h"
#include "model/eup-entity-private.h"
#include "model/eup-list-private.h"
#include "model/eup-relation-private.h"

/* Which lists and properties of other entities an event changes. Only lists that somebody asked for and objects that
 * are alive are touched; to touch one too many costs a comparison and announces nothing wrong. */

typedef struct
{
  EupCore  *core;
  gboolean  notify; /* membership changes, not only an order */
} Effects;

static void
touch (const Effects *effects,
       EupRelation    relation,
       EupNumber      owner)
{
  EupCore *core = effects->core;
  g_autoptr (EupList) list = eup_core_dup_list (core, relation, owner);
  g_autoptr (EupEntity) entity = NULL;

  if (list != NULL)
    eup_core_queue (core, eup_list_get_follower (list));
  if (!effects->notify)
    return;
  entity = eup_core_dup_living (core, owner);
  if (entity != NULL)
    eup_core_notify (core, G_OBJECT (entity), &entity->pending, EUP_ENTITY_GET_CLASS (entity)->pspecs,
                     eup_entity_properties_of (entity, relation));
}

static void
touch_properties (const Effects   *effects,
                  EupNumber        number,
                  guint64          on,
                  EupPropertySort  sort)
{
  g_autoptr (EupEntity) entity = eup_core_dup_living (effects->core, number);

  if (entity != NULL)
    eup_core_notify (effects->core, G_OBJECT (entity), &entity->pending, EUP_ENTITY_GET_CLASS (entity)->pspecs,
                     eup_entity_properties_on (entity, on, sort));
}

static void
touch_priorities_of (const Effects *effects,
                     EupNumber      initiative,
                     EupRelation    relation)
{
  g_autoptr (GArray) priorities = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  eup_relation_priorities (effects->core->store, initiative, priorities);
  for (guint i = 0; i < priorities->len; i++)
    touch (effects, relation, g_array_index (priorities, EupNumber, i));
}

static EupNumber
priority_of_objective (EupStore  *store,
                       EupNumber  objective)
{
  guint32 row = eup_store_row_in (store, objective, EUP_TABLE_OBJECTIVE);

  return row == EUP_NO_ROW ? 0 : eup_store_get (store, EUP_TABLE_OBJECTIVE, row, EUP_OBJECTIVE_PRIORITY);
}

/* The milestones of that entity are others, or in another order. */
static void
touch_timeline (const Effects *effects,
                EupNumber      subject)
{
  EupNumber priority = priority_of_objective (effects->core->store, subject);

  touch (effects, EUP_RELATION_INITIATIVE_MILESTONES, subject);
  touch (effects, EUP_RELATION_INITIATIVE_ALL_MILESTONES, subject);
  touch (effects, EUP_RELATION_PRIORITY_MILESTONES, subject);
  if (priority != 0)
    touch (effects, EUP_RELATION_PRIORITY_MILESTONES, priority);
  touch_priorities_of (effects, subject, EUP_RELATION_PRIORITY_MILESTONES);
}

static void
touch_beneath_priority (const Effects *effects,
                        EupNumber      priority)
{
  touch (effects, EUP_RELATION_PRIORITY_INITIATIVES, priority);
  touch (effects, EUP_RELATION_PRIORITY_MILESTONES, priority);
}

static void
touch_initiatives_of (const Effects *effects,
                      EupNumber      objective)
{
  EupStore *store = effects->core->store;
  const EupNumber *found;
  guint n;

  found = eup_store_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, objective, &n);
  for (guint i = 0; i < n; i++)
    touch (effects, EUP_RELATION_INITIATIVE_PRIORITIES, found[i]);
}

/* Those who are in charge by their terms count only while nobody is stated, and the other way round. */
static void
touch_in_charge (const Effects *effects,
                 EupNumber      priority)
{
  const EupNumber *found;
  guint n;

  touch (effects, EUP_RELATION_PRIORITY_COMMISSIONERS, priority);
  found = eup_store_reverse (effects->core->store, EUP_TABLE_TERM, EUP_TERM_PRIORITIES, priority, &n);
  for (guint i = 0; i < n; i++)
    touch (effects, EUP_RELATION_COMMISSIONER_PRIORITIES, found[i]);
}

/* The entity refers to the other one by that field, or does so no more. */
static void
touch_other_side (const Effects *effects,
                  EupTableKind   table,
                  guint          field,
                  EupNumber      other)
{
  static const EupRelation of_initiative[EUP_N_INITIATIVE_FIELDS] = {
    [EUP_INITIATIVE_LEADS] = EUP_RELATION_COMMISSIONER_INITIATIVES,
    [EUP_INITIATIVE_PARENT] = EUP_RELATION_INITIATIVE_PARTS,
    [EUP_INITIATIVE_FULFILS] = EUP_RELATION_INITIATIVE_FULFILLED_BY,
    [EUP_INITIATIVE_REPLACES] = EUP_RELATION_INITIATIVE_REPLACED_BY,
    [EUP_INITIATIVE_AMENDS] = EUP_RELATION_INITIATIVE_AMENDED_BY,
    [EUP_INITIATIVE_OBJECTIVES] = EUP_RELATION_OBJECTIVE_INITIATIVES,
  };
  EupStore *store = effects->core->store;
  guint32 row;

  if (field == EUP_FIELD_TOPICS)
    touch (effects, EUP_RELATION_TOPIC_ENTITIES, other);
  else if (table == EUP_TABLE_PRIORITY && field == EUP_PRIORITY_MANDATE)
    touch (effects, EUP_RELATION_MANDATE_PRIORITIES, other);
  else if (table == EUP_TABLE_PRIORITY && field == EUP_PRIORITY_IN_CHARGE)
    touch (effects, EUP_RELATION_COMMISSIONER_PRIORITIES, other);
  else if (table == EUP_TABLE_OBJECTIVE && field == EUP_OBJECTIVE_PRIORITY)
    {
      touch (effects, EUP_RELATION_PRIORITY_OBJECTIVES, other);
      touch_beneath_priority (effects, other);
    }
  else if (table == EUP_TABLE_INITIATIVE && field == EUP_INITIATIVE_PRIORITIES)
    touch_beneath_priority (effects, other);
  else if (table == EUP_TABLE_INITIATIVE && of_initiative[field] != EUP_RELATION_NONE)
    {
      touch (effects, of_initiative[field], other);
      if (field == EUP_INITIATIVE_OBJECTIVES && priority_of_objective (store, other) != 0)
        touch_beneath_priority (effects, priority_of_objective (store, other));
    }
  else if (table == EUP_TABLE_MILESTONE && field == EUP_MILESTONE_SUBJECT)
    touch_timeline (effects, other);
  else if (table == EUP_TABLE_MILESTONE && field == EUP_MILESTONE_REFINES
           && (row = eup_store_row_in (store, other, EUP_TABLE_MILESTONE)) != EUP_NO_ROW)
    touch_timeline (effects, eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT));
}

/* The lists of the entity itself that are read from that field. */
static void
touch_own_side (const Effects *effects,
                EupTableKind   table,
                guint          field,
                EupNumber      number)
{
  for (guint i = EUP_RELATION_NONE + 1; i < EUP_N_RELATIONS; i++)
    {
      const EupRelationSpec *spec = eup_relation_spec (i);

      if (spec->is_forward && spec->field == (int) field && (spec->table == table || spec->table == EUP_TABLE_ANY))
        touch (effects, i, number);
    }
  if (table == EUP_TABLE_INITIATIVE && (field == EUP_INITIATIVE_OBJECTIVES || field == EUP_INITIATIVE_PRIORITIES))
    touch (effects, EUP_RELATION_INITIATIVE_PRIORITIES, number);
  if (table == EUP_TABLE_OBJECTIVE && field == EUP_OBJECTIVE_PRIORITY)
    touch_initiatives_of (effects, number);
  if (table == EUP_TABLE_PRIORITY && field == EUP_PRIORITY_IN_CHARGE)
    touch_in_charge (effects, number);
}

static void
collect_items (EupStore           *store,
               const EupFieldSpec *spec,
               guint32             cell,
               GArray             *items)
{
  const guint32 *found;
  guint n;

  if (cell == 0)
    return;
  if (spec->kind == EUP_KIND_ONE)
    g_array_append_val (items, cell);
  else if (spec->kind == EUP_KIND_MANY)
    {
      found = eup_store_list (store, cell, &n);
      g_array_append_vals (items, found, n);
    }
  else if (spec->kind == EUP_KIND_VALUES && spec->target == EUP_TABLE_TERM)
    eup_relation_term_priorities (store, cell, items);
}

static gboolean
holds (GArray    *items,
       EupNumber  number)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, EupNumber, i) == number)
      return TRUE;
  return FALSE;
}

/* The priorities that a Commissioner's terms name are others. */
static void
touch_terms (const Effects *effects,
             EupNumber      commissioner,
             GArray        *priorities)
{
  touch (effects, EUP_RELATION_COMMISSIONER_PRIORITIES, commissioner);
  for (guint i = 0; i < priorities->len; i++)
    touch (effects, EUP_RELATION_PRIORITY_COMMISSIONERS, g_array_index (priorities, EupNumber, i));
}

static void
relation_changed (const Effects *effects,
                  EupTableKind   table,
                  guint          field,
                  EupNumber      number,
                  guint32        old,
                  guint32        new)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  EupStore *store = effects->core->store;
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  collect_items (store, spec, old, before);
  collect_items (store, spec, new, after);
  if (spec->kind == EUP_KIND_VALUES)
    {
      g_array_append_vals (before, after->data, after->len);
      touch_terms (effects, number, before);
      return;
    }
  touch_own_side (effects, table, field, number);
  for (guint i = 0; i < before->len; i++)
    if (!holds (after, g_array_index (before, EupNumber, i)))
      touch_other_side (effects, table, field, g_array_index (before, EupNumber, i));
  for (guint i = 0; i < after->len; i++)
    if (!holds (before, g_array_index (after, EupNumber, i)))
      touch_other_side (effects, table, field, g_array_index (after, EupNumber, i));
}

static gboolean
is_relation (const EupFieldSpec *spec)
{
  return spec->kind == EUP_KIND_ONE || spec->kind == EUP_KIND_MANY
         || (spec->kind == EUP_KIND_VALUES && spec->target == EUP_TABLE_TERM);
}

/* All lists in which the entity stands because of what its own fields say. */
static void
touch_all_from (const Effects *effects,
                EupTableKind   table,
                guint32        row,
                EupNumber      number)
{
  const EupTableSpec *spec = eup_schema_table (table);

  for (guint field = 0; field < spec->n_fields; field++)
    {
      guint32 cell = eup_store_get (effects->core->store, table, row, field);

      if (cell != 0 && is_relation (&spec->fields[field]))
        relation_changed (effects, table, field, number, 0, cell);
    }
}

/* The entity came, went or has another id: whoever refers to it finds it, or does not. */
static void
touch_all_to (const Effects *effects,
              EupNumber      number,
              gboolean       is_rename)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
      {
        const EupFieldSpec *spec = eup_schema_field (table, field);
        g_autofree EupNumber *found = NULL;
        const EupNumber *items;
        guint n;

        if (spec->kind != EUP_KIND_ONE && spec->kind != EUP_KIND_MANY)
          continue;
        items = eup_store_reverse (effects->core->store, table, field, number, &n);
        found = g_memdup2 (items, n * sizeof (EupNumber));
        for (guint i = 0; i < n; i++)
          {
            guint own = table < EUP_N_ENTITY_TABLES ? field : EUP_COMMISSIONER_TERMS;

            if (is_rename)
              {
                g_autoptr (EupEntity) entity = eup_core_dup_living (effects->core, found[i]);

                if (entity != NULL)
                  eup_entity_outdate (entity, own);
              }
            touch_properties (effects, found[i], EUP_ON (own),
                              is_rename ? EUP_PROPERTIES_OF_VALUES : EUP_PROPERTIES_OF_OBJECTS);
            if (!is_rename && table < EUP_N_ENTITY_TABLES)
              touch_own_side (effects, table, field, found[i]);
            if (!is_rename && table == EUP_TABLE_INITIATIVE)
              touch_priorities_of (effects, found[i], EUP_RELATION_PRIORITY_INITIATIVES);
          }
      }
}

static gboolean
changes_place (EupTableKind table,
               guint        field)
{
  return field == EUP_FIELD_TITLE
         || (table == EUP_TABLE_PRIORITY && field == EUP_PRIORITY_POSITION)
         || (table == EUP_TABLE_OBJECTIVE && field == EUP_OBJECTIVE_POSITION)
         || (table == EUP_TABLE_MILESTONE && field == EUP_MILESTONE_DATE)
         || (table == EUP_TABLE_COMMISSIONER
             && (field == EUP_COMMISSIONER_GIVEN_NAME || field == EUP_COMMISSIONER_FAMILY_NAME));
}

/* Those lists in which the entity stands because others say so. */
static void
touch_places_by_others (const Effects *effects,
                        EupNumber      number)
{
  EupCore *core = effects->core;
  g_autoptr (GPtrArray) lists = eup_core_dup_lists_with (core, number);

  for (guint i = 0; i < lists->len; i++)
    eup_core_queue (core, eup_list_get_follower (lists->pdata[i]));
}

void
eup_core_apply_effects (EupCore        *core,
                        const EupEvent *event)
{
  Effects effects = { core, TRUE };
  EupTableKind table = event->table;

  if (core->detached)
    return;
  switch ((EupEventKind) event->kind)
    {
    case EUP_EVENT_CELL:
      if (is_relation (eup_schema_field (table, event->field)))
        relation_changed (&effects, table, event->field, event->number, event->old_cell, event->new_cell);
      else if (changes_place (table, event->field))
        {
          if (table == EUP_TABLE_MILESTONE && event->field == EUP_MILESTONE_DATE)
            touch_timeline (&effects, eup_store_get (core->store, table,
                                                     eup_store_row_in (core->store, event->number, table),
                                                     EUP_MILESTONE_SUBJECT));
          touch_places_by_others (&effects, event->number);
        }
      break;
    case EUP_EVENT_ADDED:
      touch_all_from (&effects, table, event->new_cell, event->number);
      touch_all_to (&effects, event->number, FALSE);
      break;
    case EUP_EVENT_REMOVED:
      touch_all_from (&effects, table, event->old_cell, event->number);
      touch_all_to (&effects, event->number, FALSE);
      touch_places_by_others (&effects, event->number);
      break;
    case EUP_EVENT_RENAMED:
      touch_all_to (&effects, event->number, TRUE);
      touch_places_by_others (&effects, event->number);
      break;
    case EUP_EVENT_DERIVED:
    default:
      break;
    }
}
