/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/core/eup-core-private.h"
#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-list-private.h"
#include "model/lists/eup-relation-private.h"

/* Which lists and properties of other entities an event changes: those of the relations that it touches. Only lists that
 * somebody asked for and objects that are alive are told; to tell one too many costs a comparison and announces nothing
 * wrong. */

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
    eup_core_notify (core, G_OBJECT (entity), &entity->pending, EUP_ENTITY_GET_CLASS (entity)->pspecs,
                     eup_entity_properties_on (entity, on, sort));
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
            eup_entity_outdate (entity, owner_field);
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

void
eup_core_apply_effects (EupCore        *core,
                        const EupEvent *event)
{
  if (core->detached)
    return;
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
