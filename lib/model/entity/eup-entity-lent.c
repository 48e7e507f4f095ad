/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/entity/eup-entity-private.h"
#include "values/eup-date-private.h"

/* What getters lend belongs to the entity object: boxed values, arrays and lists until the field is set, strings for
 * as long as the object lives. */

EupLent *
eup_entity_find_lent (EupEntity *self,
                      guint      slot)
{
  for (guint i = 0; self->lent != NULL && i < self->lent->len; i++)
    if (g_array_index (self->lent, EupLent, i).slot == slot)
      return &g_array_index (self->lent, EupLent, i);
  return NULL;
}

/* Takes the data. */
gpointer
eup_entity_lend (EupEntity      *self,
                 guint           slot,
                 guint32         cell,
                 gpointer        data,
                 GDestroyNotify  destroy)
{
  EupLent lent = { data, destroy, cell, slot };

  if (self->lent == NULL)
    self->lent = g_array_new (FALSE, FALSE, sizeof (EupLent));
  g_array_append_val (self->lent, lent);
  return data;
}

static gboolean
take_lent (EupEntity *self,
           guint      slot,
           EupLent   *taken)
{
  EupLent *lent = eup_entity_find_lent (self, slot);

  if (lent == NULL)
    return FALSE;
  *taken = *lent;
  g_array_remove_index_fast (self->lent, lent - (EupLent *) self->lent->data);
  return TRUE;
}

/* The field was set: what was lent of it is given back. */
void
eup_entity_forget (EupEntity *self,
                   guint      slot)
{
  EupLent taken;

  if (take_lent (self, slot, &taken))
    taken.destroy (taken.data);
}

/* What was lent of the field holds no more, though nobody set it: it goes only with the object. */
void
eup_entity_outdate (EupEntity *self,
                    guint      slot)
{
  EupLent taken;
  EupGrave grave = { NULL, 0, NULL, NULL };

  if (!take_lent (self, slot, &taken))
    return;
  grave.block = g_memdup2 (&taken, sizeof taken);
  eup_entity_bury (self, &grave);
}

/* Lends a string that was made, and takes it. */
const char *
eup_entity_keep_string (EupEntity *self,
                        guint      slot,
                        char      *string)
{
  EupLent *lent = eup_entity_find_lent (self, slot);

  if (lent != NULL && g_strcmp0 (lent->data, string) == 0)
    {
      g_free (string);
      return lent->data;
    }
  eup_entity_outdate (self, slot);
  return string == NULL ? NULL : eup_entity_lend (self, slot, 0, string, g_free);
}

EupDate *
eup_entity_keep_date (EupEntity *self,
                      guint      slot,
                      guint32    cell)
{
  EupLent *lent = eup_entity_find_lent (self, slot);

  if (lent != NULL && lent->cell == cell)
    return lent->data;
  eup_entity_forget (self, slot);
  if (cell == 0)
    return NULL;
  return eup_entity_lend (self, slot, cell, eup_date_new_from_cell (cell), (GDestroyNotify) eup_date_unref);
}

void
eup_entity_bury (EupEntity      *self,
                 const EupGrave *grave)
{
  if (self->graves == NULL)
    self->graves = g_array_new (FALSE, FALSE, sizeof (EupGrave));
  g_array_append_vals (self->graves, grave, 1);
}

/* For finalisation, after the core has taken over what belongs to it. */
void
eup_entity_clear_lent (EupEntity *self)
{
  for (guint i = 0; self->lent != NULL && i < self->lent->len; i++)
    {
      EupLent *lent = &g_array_index (self->lent, EupLent, i);

      lent->destroy (lent->data);
    }
  g_clear_pointer (&self->lent, g_array_unref);

  for (guint i = 0; self->graves != NULL && i < self->graves->len; i++)
    {
      EupGrave *grave = &g_array_index (self->graves, EupGrave, i);
      EupLent *lent = grave->block;

      g_clear_pointer (&grave->store, eup_store_unref);
      if (lent != NULL)
        lent->destroy (lent->data);
      g_free (lent);
    }
  g_clear_pointer (&self->graves, g_array_unref);
}
