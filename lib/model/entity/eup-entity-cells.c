/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "model/entity/eup-entity-private.h"
#include "values/eup-date-private.h"

/* Gives an entity that is in no catalog a store and a core of its own, if it has none. FALSE only for classes that
 * are not ours. */
gboolean
eup_entity_ensure (EupEntity  *self,
                   const char *id)
{
  EupTableKind table = EUP_ENTITY_GET_CLASS (self)->table;
  EupStore *store;

  if (self->core != NULL)
    return TRUE;
  if (table >= EUP_N_ENTITY_TABLES)
    return FALSE;

  store = eup_store_new (NULL);
  self->number = eup_store_intern (store, id, strlen (id));
  eup_store_create (store, table, self->number);
  self->core = eup_core_new (store, g_atomic_pointer_get (&self->thread_owner), TRUE);
  g_atomic_pointer_set (&self->thread_owner, self->core->thread_owner);
  g_weak_ref_init (&self->weak, self);
  eup_core_adopt (self->core, self);
  return TRUE;
}

/* A core that holds nothing but a copy of that row, and is read like the one that it comes from. Takes the owner, as
 * eup_core_new() does. */
EupCore *
eup_core_new_copy (EupCore        *from,
                   EupThreadOwner *owner,
                   EupNumber       number,
                   EupTableKind    table,
                   guint32         row,
                   EupNumber      *copy)
{
  EupStore *store = eup_store_new (from->store->language);
  const char *id = eup_store_id (from->store, number);
  EupCore *core;

  *copy = eup_store_intern (store, id, strlen (id));
  eup_store_copy_row (store, *copy, from->store, table, row);
  store->as_of = from->store->as_of;
  core = eup_core_new (store, owner, TRUE);
  core->languages = g_strdupv (from->languages);
  return core;
}

/* For an object that was made without an id. */
void
eup_entity_bind_copy (EupEntity    *self,
                      EupCore      *from,
                      EupNumber     number,
                      EupTableKind  table,
                      guint32       row)
{
  self->core = eup_core_new_copy (from, NULL, number, table, row, &self->number);
  self->thread_owner = self->core->thread_owner;
  g_weak_ref_init (&self->weak, self);
  eup_core_adopt (self->core, self);
}

/* Only for objects whose class is one of ours. The clock is not read before somebody asks what follows from it. */
EupStore *
eup_entity_get_store (EupEntity *self)
{
  eup_entity_ensure (self, "");
  if (self->core->store->as_of == 0)
    {
      g_autoptr (EupDate) today = eup_date_new_today ();

      self->core->store->as_of = eup_date_cell_last_day (eup_date_get_cell (today));
    }
  return self->core->store;
}

gboolean
eup_entity_get_row (EupEntity    *self,
                    EupTableKind *table,
                    guint32      *row)
{
  return eup_entity_ensure (self, "") && eup_store_home (self->core->store, self->number, table, row);
}

guint32
eup_entity_get_cell (EupEntity *self,
                     guint      field)
{
  EupTableKind table;
  guint32 row;

  return eup_entity_get_row (self, &table, &row) ? eup_store_get (self->core->store, table, row, field) : 0;
}

/* Writes a cell that was made for this field, and announces what that changes. Handlers may let go of anything. */
gboolean
eup_entity_write (EupEntity *self,
                  guint      field,
                  guint32    cell)
{
  g_autoptr (EupEntity) alive = g_object_ref (self);
  g_autoptr (EupCore) core = eup_core_ref (self->core);
  gboolean changed;

  eup_core_begin (core);
  changed = eup_store_set (core->store, alive->number, field, cell);
  eup_core_end (core);
  return changed;
}

/* A string of the field is given out: it must stay what it is while the object lives. */
void
eup_entity_show (EupEntity *self,
                 guint      field)
{
  self->shown |= 1u << field;
}

/* Another thread may just be asking the former owner, and be refused. */
static void
change_owner (EupEntity      *self,
              EupThreadOwner *owner)
{
  if (self->thread_owner == owner)
    return;
  if (g_slist_find (self->former_thread_owners, self->thread_owner) == NULL)
    self->former_thread_owners = g_slist_prepend (self->former_thread_owners, eup_thread_owner_ref (self->thread_owner));
  g_atomic_pointer_set (&self->thread_owner, owner);
}

/* Makes the object that of another number in another core. What it has lent stays what it is. */
void
eup_entity_rebind (EupEntity *self,
                   EupCore   *core,
                   EupNumber  number)
{
  EupCore *old = self->core;

  eup_core_disown (old, self, NULL);
  if (self->shown != 0 || self->graves != NULL)
    {
      EupGrave grave = { NULL, 0, eup_store_ref (old->store), NULL };

      for (guint i = 0; self->graves != NULL && i < self->graves->len; i++)
        if (g_array_index (self->graves, EupGrave, i).spec != NULL)
          g_array_remove_index_fast (self->graves, i--);
      self->shown = 0;
      eup_entity_bury (self, &grave);
    }
  for (guint i = 1; i < EUP_N_RELATIONS; i++)
    eup_entity_forget (self, EUP_SLOT_RELATION + i);

  change_owner (self, core->thread_owner);
  self->core = eup_core_ref (core);
  self->number = number;
  eup_core_adopt (core, self);
  eup_core_unref (old);
}
