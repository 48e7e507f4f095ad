/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-list-private.h"

/* What an edit changes in the objects of entities and in the lists of relations. Only objects that are alive and lists that
 * somebody asked for are told; to tell one too many costs a comparison and announces nothing wrong. */

/* The cell that was replaced: an object that gave its strings out keeps them, else nobody can ask for them. */
static void
retire_cell (EupCore        *core,
             const EupEvent *event,
             EupEntity      *entity)
{
  EupRetired item = { eup_schema_field (event->table, event->field), event->old_cell, NULL, NULL };

  if (event->old_cell == 0)
    return;
  if (entity != NULL && (entity->handed_out & EUP_ON (event->field)))
    {
      eup_entity_retire (entity, &item);
      entity->handed_out &= ~EUP_ON (event->field);
    }
  else
    eup_core_retire (core, &item);
}

/* The entity's own object. */
void
eup_entity_edited (EupCore        *core,
                   const EupEvent *event)
{
  g_autoptr (EupEntity) entity = eup_core_dup_living (core, event->number);
  guint64 on = 0;

  switch ((EupEventKind) event->kind)
    {
    case EUP_EVENT_CELL:
      retire_cell (core, event, entity);
      /* An id that was handed out is a string, and stays as long as the object. */
      if (entity != NULL && eup_schema_field (event->table, event->field)->kind == EUP_KIND_ONE)
        eup_entity_retire_kept (entity, event->field);
      else if (entity != NULL)
        eup_entity_drop_kept (entity, event->field);
      on = EUP_ON (event->field);
      if (entity != NULL && event->table == EUP_TABLE_COMMISSIONER
          && (event->field == EUP_COMMISSIONER_GIVEN_NAME || event->field == EUP_COMMISSIONER_FAMILY_NAME)
          && eup_entity_get_best (entity, EUP_FIELD_TITLE) == NULL)
        on |= EUP_ON_NAMES;
      break;
    case EUP_EVENT_RENAMED:
      on = EUP_ON_ID;
      break;
    case EUP_EVENT_DERIVED:
      on = EUP_ON_DERIVED (event->field);
      break;
    case EUP_EVENT_ADDED:
    case EUP_EVENT_REMOVED:
    default:
      break;
    }
  if (entity != NULL)
    eup_entity_notify_on (entity, core, on, EUP_PROPERTIES_ALL);
}

static void
touch (EupRelation relation,
       EupNumber   owner,
       gpointer    data)
{
  EupCore *core = data;
  g_autoptr (EupList) list = eup_core_dup_list (core, relation, owner);
  g_autoptr (EupEntity) entity = eup_core_dup_living (core, owner);

  if (list != NULL)
    eup_core_queue (core, eup_list_get_follower (list));
  if (entity != NULL)
    eup_core_notify (core, G_OBJECT (entity), &entity->pending, EUP_ENTITY_GET_CLASS (entity)->pspecs,
                     eup_entity_properties_of (entity, relation));
}

static void
touch_properties (EupCore         *core,
                  EupNumber        number,
                  guint64          on,
                  EupPropertySort  sort)
{
  g_autoptr (EupEntity) entity = eup_core_dup_living (core, number);

  if (entity != NULL)
    eup_entity_notify_on (entity, core, on, sort);
}

/* The entity came, went or has another id: whoever states it finds it, or does not. */
static void
touch_stating (EupCore       *core,
               EupTableKind   table,
               guint          field,
               EupNumber      number,
               gboolean       is_rename)
{
  EupTableKind owner_table = table;
  guint owner_field = field, n;
  const EupNumber *items;
  g_autofree EupNumber *found = NULL;

  if (table >= EUP_N_ENTITY_TABLES && !eup_indexes_find_owner (table, &owner_table, &owner_field))
    return;
  items = eup_store_reverse (core->store, table, field, number, &n);
  found = g_memdup2 (items, n * sizeof (EupNumber));
  for (guint i = 0; i < n; i++)
    {
      if (is_rename)
        {
          g_autoptr (EupEntity) entity = eup_core_dup_living (core, found[i]);

          if (entity != NULL)
            eup_entity_retire_kept (entity, owner_field);
        }
      touch_properties (core, found[i], EUP_ON (owner_field),
                        is_rename ? EUP_PROPERTIES_OF_VALUES : EUP_PROPERTIES_OF_ONE);
    }
}

static void
touch_all_stating (EupCore   *core,
                   EupNumber  number,
                   gboolean   is_rename)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
      if (eup_schema_field (table, field)->kind == EUP_KIND_ONE || eup_schema_field (table, field)->kind == EUP_KIND_MANY)
        touch_stating (core, table, field, number, is_rename);
}

/* The lists that show the entity, which may stand at another place in them now. */
static void
touch_places (EupCore   *core,
              EupNumber  number)
{
  g_autoptr (GPtrArray) lists = eup_core_dup_lists_with (core, number);

  for (guint i = 0; i < lists->len; i++)
    eup_core_queue (core, eup_list_get_follower (lists->pdata[i]));
}

/* Milestones are what their dates make of them: who has them is told that they are in another order. */
static void
touch_dated (EupCore        *core,
             const EupEvent *event)
{
  for (guint i = EUP_RELATION_NONE + 1; i < EUP_N_LIST_RELATIONS; i++)
    {
      const EupRelationSpec *spec = eup_relation_spec (i);
      g_auto (EupNumbers) owners;

      eup_numbers_init (&owners);
      if (spec->order != EUP_ORDER_BY_DATE || eup_order_field (spec->order, event->table) != event->field)
        continue;
      eup_relation_owners (core->store, i, event->number, &owners);
      for (guint j = 0; j < owners.n; j++)
        touch (i, owners.items[j], core);
    }
}

/* What a Commissioner has of the latest term depends on the periods of mandates. */
static void
touch_terms (EupCore        *core,
             const EupEvent *event)
{
  g_auto (EupNumbers) owners;

  eup_numbers_init (&owners);
  eup_relation_seeing (core->store, EUP_RELATION_DATING_MANDATES, event, 0, &owners);
  for (guint i = 0; i < owners.n; i++)
    touch_properties (core, owners.items[i], EUP_ON_MANDATE_PERIODS, EUP_PROPERTIES_ALL);
}

/* Lists and properties of other entities: those of the relations that the event touches. */
void
eup_entity_touched (EupCore        *core,
                    const EupEvent *event)
{
  eup_relations_touched (core->store, event, EUP_N_LIST_RELATIONS, 0, touch, core);
  switch ((EupEventKind) event->kind)
    {
    case EUP_EVENT_CELL:
      if (eup_order_reads (event->table, event->field))
        {
          touch_dated (core, event);
          touch_places (core, event->number);
        }
      touch_terms (core, event);
      break;
    case EUP_EVENT_ADDED:
      touch_all_stating (core, event->number, FALSE);
      touch_terms (core, event);
      break;
    case EUP_EVENT_REMOVED:
      touch_all_stating (core, event->number, FALSE);
      touch_places (core, event->number);
      touch_terms (core, event);
      break;
    case EUP_EVENT_RENAMED:
      touch_all_stating (core, event->number, TRUE);
      touch_places (core, event->number);
      break;
    case EUP_EVENT_DERIVED:
    default:
      break;
    }
}

/* Notes what is read in the languages until now. */
void
eup_entity_languages_change (EupCore *core)
{
  g_autoptr (GPtrArray) entities = eup_core_dup_living_all (core);

  for (guint i = 0; i < entities->len; i++)
    eup_entity_note_all (entities->pdata[i], eup_entity_properties_on (entities->pdata[i], EUP_ON_LANGUAGES, EUP_PROPERTIES_ALL));
}

/* The languages that texts are read in have changed. Only those objects that somebody listens to are told. */
void
eup_entity_languages_changed (EupCore *core)
{
  guint notify = g_signal_lookup ("notify", G_TYPE_OBJECT);
  g_autoptr (GPtrArray) entities = eup_core_dup_living_all (core);
  g_autoptr (GPtrArray) lists = eup_core_dup_lists (core);

  for (guint i = 0; i < entities->len; i++)
    if (g_signal_handler_find (entities->pdata[i], G_SIGNAL_MATCH_ID, notify, 0, NULL, NULL, NULL) != 0)
      eup_entity_notify_on (entities->pdata[i], core, EUP_ON_LANGUAGES, EUP_PROPERTIES_ALL);
  for (guint i = 0; i < lists->len; i++)
    if (eup_list_is_by_title (lists->pdata[i]))
      {
        eup_list_forget_order (lists->pdata[i]);
        eup_core_queue (core, eup_list_get_follower (lists->pdata[i]));
      }
}
