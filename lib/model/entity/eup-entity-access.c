/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-period.h>
#include <eupolicy/eup-text.h>

#include "model/entity/eup-entity-private.h"
#include "values/eup-date-private.h"
#include "values/eup-period-private.h"
#include "values/eup-text-private.h"

/* The cells that stand behind an object, and the values that getters make of them. */

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
  self->core = eup_core_new (store, g_atomic_pointer_get (&self->thread_owner), &eup_entity_funcs, NULL);
  g_atomic_pointer_set (&self->thread_owner, self->core->thread_owner);
  g_weak_ref_init (&self->weak, self);
  eup_core_map_entity (self->core, self);
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
  core = eup_core_new (store, owner, &eup_entity_funcs, NULL);
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
  eup_core_map_entity (self->core, self);
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
eup_entity_mark_handed_out (EupEntity *self,
                            guint      field)
{
  self->handed_out |= 1u << field;
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

/* Makes the object that of another number in another core. What it has handed out stays what it is. */
void
eup_entity_rebind (EupEntity *self,
                   EupCore   *core,
                   EupNumber  number)
{
  EupCore *old = self->core;

  eup_core_unmap_entity (old, self, NULL);
  if (self->handed_out != 0 || self->retired != NULL)
    {
      EupRetired item = { NULL, 0, eup_store_ref (old->store), NULL };

      for (guint i = 0; self->retired != NULL && i < self->retired->len; i++)
        if (g_array_index (self->retired, EupRetired, i).spec != NULL)
          g_array_remove_index_fast (self->retired, i--);
      self->handed_out = 0;
      eup_entity_retire (self, &item);
    }
  for (guint i = 1; i < EUP_N_RELATIONS; i++)
    eup_entity_drop_kept (self, EUP_SLOT_RELATION + i);

  change_owner (self, core->thread_owner);
  self->core = eup_core_ref (core);
  self->number = number;
  eup_core_map_entity (core, self);
  eup_core_unref (old);
}

/* What getters hand out belongs to the entity object: boxed values, arrays and lists until the field is set, strings for
 * as long as the object lives. */

EupKeptValue *
eup_entity_find_kept (EupEntity *self,
                      guint      slot)
{
  for (guint i = 0; self->kept != NULL && i < self->kept->len; i++)
    if (g_array_index (self->kept, EupKeptValue, i).slot == slot)
      return &g_array_index (self->kept, EupKeptValue, i);
  return NULL;
}

/* Takes the data. */
gpointer
eup_entity_keep (EupEntity      *self,
                 guint           slot,
                 guint32         cell,
                 gpointer        data,
                 GDestroyNotify  destroy)
{
  EupKeptValue kept = { data, destroy, cell, slot };

  if (self->kept == NULL)
    self->kept = g_array_new (FALSE, FALSE, sizeof (EupKeptValue));
  g_array_append_val (self->kept, kept);
  return data;
}

static gboolean
steal_kept (EupEntity *self,
            guint      slot,
            EupKeptValue   *taken)
{
  EupKeptValue *kept = eup_entity_find_kept (self, slot);

  if (kept == NULL)
    return FALSE;
  *taken = *kept;
  g_array_remove_index_fast (self->kept, kept - (EupKeptValue *) self->kept->data);
  return TRUE;
}

/* The field was set: what was handed out of it is freed. */
void
eup_entity_drop_kept (EupEntity *self,
                      guint      slot)
{
  EupKeptValue taken;

  if (steal_kept (self, slot, &taken))
    taken.destroy (taken.data);
}

/* What was handed out of the field is out of date, though nobody set it: it is freed only with the object. */
void
eup_entity_retire_kept (EupEntity *self,
                        guint      slot)
{
  EupKeptValue taken;
  EupRetired item = { NULL, 0, NULL, NULL };

  if (!steal_kept (self, slot, &taken))
    return;
  item.block = g_memdup2 (&taken, sizeof taken);
  eup_entity_retire (self, &item);
}

/* Hands out a string that was made, and takes it. */
static const char *
keep_string (EupEntity *self,
                        guint      slot,
                        char      *string)
{
  EupKeptValue *kept = eup_entity_find_kept (self, slot);

  if (kept != NULL && g_strcmp0 (kept->data, string) == 0)
    {
      g_free (string);
      return kept->data;
    }
  eup_entity_retire_kept (self, slot);
  return string == NULL ? NULL : eup_entity_keep (self, slot, 0, string, g_free);
}

EupDate *
eup_entity_keep_date (EupEntity *self,
                      guint      slot,
                      guint32    cell)
{
  EupKeptValue *kept = eup_entity_find_kept (self, slot);

  if (kept != NULL && kept->cell == cell)
    return kept->data;
  eup_entity_drop_kept (self, slot);
  if (cell == 0)
    return NULL;
  return eup_entity_keep (self, slot, cell, eup_date_new_from_cell (cell), (GDestroyNotify) eup_date_unref);
}

void
eup_entity_retire (EupEntity      *self,
                   const EupRetired *item)
{
  if (self->retired == NULL)
    self->retired = g_array_new (FALSE, FALSE, sizeof (EupRetired));
  g_array_append_vals (self->retired, item, 1);
}

/* For finalisation, after the core has taken over what belongs to it. */
void
eup_entity_clear_kept (EupEntity *self)
{
  for (guint i = 0; self->kept != NULL && i < self->kept->len; i++)
    {
      EupKeptValue *kept = &g_array_index (self->kept, EupKeptValue, i);

      kept->destroy (kept->data);
    }
  g_clear_pointer (&self->kept, g_array_unref);

  for (guint i = 0; self->retired != NULL && i < self->retired->len; i++)
    {
      EupRetired *item = &g_array_index (self->retired, EupRetired, i);
      EupKeptValue *kept = item->block;

      g_clear_pointer (&item->store, eup_store_unref);
      if (kept != NULL)
        kept->destroy (kept->data);
      g_free (kept);
    }
  g_clear_pointer (&self->retired, g_array_unref);
  g_clear_pointer (&self->known, g_array_unref);
}

const char *
eup_entity_get_string (EupEntity *self,
                       guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);

  if (cell == 0)
    return NULL;
  eup_entity_mark_handed_out (self, field);
  return eup_store_string (self->core->store, cell);
}

void
eup_entity_set_string (EupEntity  *self,
                       guint       field,
                       const char *string)
{
  const EupFieldSpec *spec;
  EupTableKind table;
  EupStore *store;
  guint32 row, cell = 0;

  if (!eup_entity_get_row (self, &table, &row))
    return;
  store = self->core->store;
  spec = eup_schema_field (table, field);
  /* What is read there may be empty: that stays as it is. */
  if (g_strcmp0 (string, eup_store_string (store, eup_store_get (store, table, row, field))) == 0)
    return;
  if (string != NULL && *string != '\0')
    cell = spec->flags & EUP_FIELD_INTERN ? eup_store_intern_string (store, string, strlen (string))
           : eup_store_add_string (store, string, strlen (string));
  eup_entity_write (self, field, cell);
}

const char *
eup_entity_get_best (EupEntity *self,
                     guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);

  if (cell == 0)
    return NULL;
  eup_entity_mark_handed_out (self, field);
  return eup_core_best_text (self->core, cell);
}

/* Writes the string of the store's language; the other languages stay. */
void
eup_entity_set_best (EupEntity  *self,
                     guint       field,
                     const char *string)
{
  if (eup_entity_ensure (self, ""))
    eup_entity_write (self, field, eup_store_text_with (self->core->store, eup_entity_get_cell (self, field), string));
}

EupText *
eup_entity_get_text (EupEntity *self,
                     guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);
  EupKeptValue *kept = eup_entity_find_kept (self, field);
  g_autofree const char **languages = NULL;
  g_autofree const char **strings = NULL;
  guint n;

  if (kept != NULL)
    return kept->data;
  if (cell == 0)
    return NULL;
  n = eup_store_text_size (self->core->store, cell);
  languages = g_new (const char *, n);
  strings = g_new (const char *, n);
  for (guint i = 0; i < n; i++)
    strings[i] = eup_store_text_nth (self->core->store, cell, i, &languages[i]);
  return eup_entity_keep (self, field, cell, eup_text_new_from_pairs (n, languages, strings),
                          (GDestroyNotify) eup_text_unref);
}

void
eup_entity_set_text (EupEntity *self,
                     guint      field,
                     EupText   *text)
{
  guint n = text == NULL ? 0 : eup_text_get_n_strings (text);
  g_autofree const char **languages = g_new (const char *, n + 1);
  g_autofree const char **strings = g_new (const char *, n + 1);

  if (!eup_entity_ensure (self, ""))
    return;
  for (guint i = 0; i < n; i++)
    eup_text_get_pair (text, i, &languages[i], &strings[i]);
  eup_entity_write (self, field, eup_store_add_text (self->core->store, n, languages, strings));
}

guint
eup_entity_get_enum (EupEntity *self,
                     guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);

  return cell == EUP_ENUM_KEPT ? 0 : cell;
}

void
eup_entity_set_enum (EupEntity *self,
                     guint      field,
                     guint      value)
{
  const EupFieldSpec *spec;
  GEnumClass *klass;
  EupTableKind table;
  guint32 row;

  if (!eup_entity_get_row (self, &table, &row))
    return;
  spec = eup_schema_field (table, field);
  klass = g_type_class_ref (spec->enum_type ());
  if (g_enum_get_value (klass, value) == NULL)
    g_critical ("%u is no value of %s", value, g_type_name (spec->enum_type ()));
  else
    eup_entity_write (self, field, value);
  g_type_class_unref (klass);
}

guint
eup_entity_get_uint (EupEntity *self,
                     guint      field)
{
  return eup_entity_get_cell (self, field);
}

void
eup_entity_set_uint (EupEntity *self,
                     guint      field,
                     guint      number)
{
  if (eup_entity_ensure (self, ""))
    eup_entity_write (self, field, number);
}

EupDate *
eup_entity_get_date (EupEntity *self,
                     guint      field)
{
  return eup_entity_keep_date (self, field, eup_entity_get_cell (self, field));
}

void
eup_entity_set_date (EupEntity *self,
                     guint      field,
                     EupDate   *date)
{
  if (eup_entity_ensure (self, ""))
    eup_entity_write (self, field, eup_date_get_cell (date));
}

EupPeriod *
eup_entity_get_period (EupEntity *self,
                       guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);
  EupKeptValue *kept = eup_entity_find_kept (self, field);
  const guint32 *cells;
  guint n;

  if (kept != NULL)
    return kept->data;
  if (cell == 0)
    return NULL;
  cells = eup_store_list (self->core->store, cell, &n);
  if (n != 3)
    return NULL;
  return eup_entity_keep (self, field, cell, eup_period_new_from_cells (cells), (GDestroyNotify) eup_period_unref);
}

void
eup_entity_set_period (EupEntity *self,
                       guint      field,
                       EupPeriod *period)
{
  guint32 cells[3] = { 0, 0, 0 };

  if (!eup_entity_ensure (self, ""))
    return;
  if (period != NULL)
    eup_period_get_cells (period, cells);
  eup_entity_write (self, field, period == NULL ? 0 : eup_store_add_list (self->core->store, cells, 3));
}

/* The title that is stated, or the full name of a Commissioner. */
const char *
eup_entity_get_display_title (EupEntity *self)
{
  const char *title = eup_entity_get_best (self, EUP_FIELD_TITLE);

  if (title != NULL || EUP_ENTITY_GET_CLASS (self)->table != EUP_TABLE_COMMISSIONER)
    return title;
  return keep_string (self, EUP_SLOT_FULL_NAME, eup_core_dup_full_name (self->core, self->number));
}

int
eup_entity_day_of_cell (guint32 cell)
{
  return cell == 0 ? G_MAXINT : (int) eup_date_cell_first_day (cell) - EUP_DATE_CELL_UNIX_EPOCH;
}
