/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-entity.h>

#include "domain/eup-derived.h"
#include "model/core/eup-core-private.h"

/* From this many ids on, freeing a store takes long enough to be noticed. */
#define BIG_STORE 20000

/* Takes the store, and the owner; a new one if that is NULL. Without @catalog_funcs it is that of one entity, which is in no
 * catalog. */
EupCore *
eup_core_new (EupStore              *store,
              EupThreadOwner        *owner,
              const EupEntityFuncs  *entity_funcs,
              const EupCatalogFuncs *catalog_funcs)
{
  EupCore *core = g_new0 (EupCore, 1);

  g_atomic_ref_count_init (&core->ref_count);
  g_mutex_init (&core->lock);
  core->thread_owner = owner != NULL ? owner : eup_thread_owner_new ();
  core->store = store;
  eup_derived_watch (store);
  core->entity_funcs = entity_funcs;
  core->catalog_funcs = catalog_funcs;
  core->detached = catalog_funcs == NULL;
  return core;
}

EupCore *
eup_core_ref (EupCore *core)
{
  g_atomic_ref_count_inc (&core->ref_count);
  return core;
}

static gpointer
free_store (gpointer store)
{
  eup_store_unref (store);
  return NULL;
}

static void
drop_store (EupStore *store)
{
  GThread *thread = NULL;

  if (store->n_symbols >= BIG_STORE)
    thread = g_thread_try_new ("eupolicy-free", free_store, store, NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    eup_store_unref (store);
}

static void
clear_notices (GArray *notices)
{
  for (guint i = 0; i < notices->len; i++)
    g_object_unref (g_array_index (notices, EupNotice, i).object);
  g_array_unref (notices);
}

static void
free_slots (EupCore      *core,
            EupIdentity **slots)
{
  if (slots != core->few_slots)
    g_free (slots);
}

void
eup_core_unref (EupCore *core)
{
  if (!g_atomic_ref_count_dec (&core->ref_count))
    return;

  /* Whoever is in a queue, an entity or a list, would hold the core. */
  g_clear_pointer (&core->notices, clear_notices);
  g_clear_pointer (&core->queue, g_ptr_array_unref);
  g_clear_pointer (&core->changed, g_array_unref);
  g_clear_pointer (&core->is_changed, g_hash_table_unref);
  g_clear_pointer (&core->dirty, g_hash_table_unref);
  g_clear_pointer (&core->removed_items, g_hash_table_unref);
  g_clear_pointer (&core->lists, g_hash_table_unref);
  g_clear_pointer (&core->retired, g_array_unref);
  g_clear_pointer (&core->languages, g_strfreev);
  g_clear_pointer (&core->reading, g_strfreev);
  g_clear_pointer (&core->collator, eup_collator_free);
  g_clear_pointer (&core->as_of, eup_date_unref);
  g_clear_pointer (&core->issues, g_ptr_array_unref);
  g_clear_pointer (&core->query_index, eup_query_index_free);
  for (guint i = 0; core->query_cache != NULL && i < EUP_N_CACHED_QUERIES; i++)
    {
      g_free (core->query_cache[i].text);
      g_clear_pointer (&core->query_cache[i].spec, eup_query_spec_unref);
    }
  g_free (core->query_cache);
  free_slots (core, core->slots);
  g_mutex_clear (&core->lock);
  eup_thread_owner_unref (core->thread_owner);
  drop_store (core->store);
  g_free (core);
}

/* The identity map: open addressing, under the lock. */

static inline guint32
slot_of (const EupCore *core,
         EupNumber      number)
{
  return (number * 2654435769u) & (core->n_slots - 1);
}

static EupIdentity **
find_slot (EupCore   *core,
           EupNumber  number)
{
  guint32 at = slot_of (core, number);

  while (core->slots[at] != NULL && core->slots[at]->number != number)
    at = (at + 1) & (core->n_slots - 1);
  return &core->slots[at];
}

static void
resize_slots (EupCore *core,
              guint32  n_slots)
{
  EupIdentity **old = core->slots;
  guint32 n_old = core->n_slots;

  core->n_slots = n_slots;
  core->slots = n_slots == G_N_ELEMENTS (core->few_slots) ? core->few_slots : g_new0 (EupIdentity *, n_slots);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i] != NULL)
      *find_slot (core, old[i]->number) = old[i];
  free_slots (core, old);
}

static void
insert_entity (EupCore     *core,
               EupIdentity *entity)
{
  EupIdentity **slot;

  if (core->n_slots == 0 || (core->n_entities + 1) * 3 > core->n_slots * 2)
    resize_slots (core, core->n_slots == 0 ? G_N_ELEMENTS (core->few_slots) : core->n_slots * 2);
  slot = find_slot (core, entity->number);
  if (*slot == NULL)
    core->n_entities++;
  *slot = entity;
}

static void
remove_entity (EupCore     *core,
               EupIdentity *entity)
{
  guint32 mask = core->n_slots - 1;
  EupIdentity **slot;
  guint32 at, next;

  if (core->n_slots == 0)
    return;
  slot = find_slot (core, entity->number);
  if (*slot != entity)
    return; /* Another object has taken its place already. */

  at = slot - core->slots;
  for (next = (at + 1) & mask; core->slots[next] != NULL; next = (next + 1) & mask)
    {
      guint32 wanted = slot_of (core, core->slots[next]->number);

      if (((next - wanted) & mask) >= ((next - at) & mask))
        {
          core->slots[at] = core->slots[next];
          at = next;
        }
    }
  core->slots[at] = NULL;
  core->n_entities--;
  if (core->n_slots > 64 && core->n_entities * 8 < core->n_slots)
    resize_slots (core, core->n_slots / 4);
}

static EupEntity *
dup_from_map (EupCore   *core,
              EupNumber  number)
{
  EupIdentity *entity;

  if (core->n_slots == 0)
    return NULL;
  entity = *find_slot (core, number);
  return entity == NULL ? NULL : g_weak_ref_get (&entity->weak);
}

/* The object of that entity if there is one, which is then referenced. */
EupEntity *
eup_core_dup_living (EupCore   *core,
                     EupNumber  number)
{
  EupEntity *entity;

  g_mutex_lock (&core->lock);
  entity = dup_from_map (core, number);
  g_mutex_unlock (&core->lock);
  return entity;
}

/* The object of that entity, made if there is none; NULL if the entity is not here. Only the thread that the core
 * belongs to makes objects, so none can appear between the two locks. */
EupEntity *
eup_core_dup_entity (EupCore   *core,
                     EupNumber  number)
{
  EupEntity *entity = eup_core_dup_living (core, number);
  EupIdentity *identity;
  EupTableKind table;
  guint32 row;

  if (entity != NULL)
    return entity;
  if (!eup_store_home (core->store, number, &table, &row))
    return NULL;

  entity = g_object_new (core->entity_funcs->type_of_table (table), NULL);
  identity = (EupIdentity *) entity;
  identity->core = eup_core_ref (core);
  identity->thread_owner = core->thread_owner;
  identity->number = number;
  g_weak_ref_init (&identity->weak, entity);
  g_mutex_lock (&core->lock);
  insert_entity (core, identity);
  g_mutex_unlock (&core->lock);
  return entity;
}

/* The object for a row of a list that has heard of that many removals. */
EupEntity *
eup_core_dup_item (EupCore   *core,
                   EupNumber  number,
                   guint64    n_removals)
{
  EupEntity *removed = core->removed_items == NULL ? NULL : g_hash_table_lookup (core->removed_items, GUINT_TO_POINTER (number));
  EupEntity *entity;

  if (removed != NULL && n_removals < core->n_removals)
    return g_object_ref (removed);
  entity = eup_core_dup_entity (core, number);
  return entity == NULL && removed != NULL ? g_object_ref (removed) : entity;
}

/* The object for an announcement: that of the entity, or of one that was just removed. NULL if it is neither. */
EupEntity *
eup_core_dup_changed (EupCore   *core,
                      EupNumber  number)
{
  return eup_core_dup_item (core, number, core->n_removals);
}

/* Makes the entity, which has its number there, the one object of it. */
void
eup_core_map_entity (EupCore   *core,
                     EupEntity *entity)
{
  g_mutex_lock (&core->lock);
  insert_entity (core, (EupIdentity *) entity);
  g_mutex_unlock (&core->lock);
}

/* Forgets the entity, and takes over what it has replaced. */
void
eup_core_unmap_entity (EupCore   *core,
                       EupEntity *entity,
                       GArray    *retired)
{
  g_mutex_lock (&core->lock);
  remove_entity (core, (EupIdentity *) entity);
  for (guint i = 0; retired != NULL && i < retired->len; i++)
    {
      EupRetired *item = &g_array_index (retired, EupRetired, i);

      if (item->spec == NULL)
        continue;
      if (core->retired == NULL)
        core->retired = g_array_new (FALSE, FALSE, sizeof (EupRetired));
      g_array_append_val (core->retired, *item);
    }
  g_mutex_unlock (&core->lock);
}

/* The catalog object if there is one, which is then referenced. */
EupCatalog *
eup_core_dup_living_catalog (EupCore *core)
{
  EupCatalog *catalog = NULL;

  g_mutex_lock (&core->lock);
  if (core->catalog != NULL)
    catalog = g_weak_ref_get (&core->catalog->weak);
  g_mutex_unlock (&core->lock);
  return catalog;
}

/* The catalog object, made again if it is gone; NULL for an entity that is in none. */
EupCatalog *
eup_core_dup_catalog (EupCore *core)
{
  EupCatalog *catalog;

  if (core->detached)
    return NULL;
  catalog = eup_core_dup_living_catalog (core);
  return catalog != NULL ? catalog : core->catalog_funcs->make (core);
}

EupNumber
eup_core_number_of (EupCore  *core,
                    gpointer  object)
{
  EupIdentity *identity = object;

  return EUP_IS_ENTITY (object) && identity->core == core ? identity->number : 0;
}

void
eup_follower_init (EupFollower            *follower,
                   const EupFollowerFuncs *funcs,
                   gpointer                owner)
{
  follower->funcs = funcs;
  follower->owner = owner;
  g_weak_ref_init (&follower->weak, owner);
}

void
eup_core_follow (EupCore     *core,
                 EupFollower *follower)
{
  g_mutex_lock (&core->lock);
  follower->next = core->followers;
  if (follower->next != NULL)
    follower->next->previous = follower;
  core->followers = follower;
  g_mutex_unlock (&core->lock);
}

void
eup_core_unfollow (EupCore     *core,
                   EupFollower *follower)
{
  g_mutex_lock (&core->lock);
  if (follower->previous != NULL)
    follower->previous->next = follower->next;
  else if (core->followers == follower)
    core->followers = follower->next;
  if (follower->next != NULL)
    follower->next->previous = follower->previous;
  g_mutex_unlock (&core->lock);
}

/* All objects of entities. */
GPtrArray *
eup_core_dup_living_all (EupCore *core)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  g_mutex_lock (&core->lock);
  for (guint32 i = 0; i < core->n_slots; i++)
    {
      EupEntity *entity = core->slots[i] == NULL ? NULL : g_weak_ref_get (&core->slots[i]->weak);

      if (entity != NULL)
        g_ptr_array_add (entities, entity);
    }
  g_mutex_unlock (&core->lock);
  return entities;
}
