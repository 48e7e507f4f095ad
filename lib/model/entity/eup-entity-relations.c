/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-list-private.h"
#include "model/lists/eup-order.h"

/* An id is handed out as a string of its own: the other entity may be given another id meanwhile. */
const char *
eup_entity_get_one (EupEntity *self,
                    guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);
  EupKeptValue *kept = eup_entity_find_kept (self, field);

  if (kept != NULL)
    return kept->data;
  if (cell == 0)
    return NULL;
  return eup_entity_keep (self, field, cell, g_strdup (eup_store_id (self->core->store, cell)), g_free);
}

void
eup_entity_set_one (EupEntity  *self,
                    guint       field,
                    const char *id)
{
  g_return_if_fail (id == NULL || eup_id_is_valid (id, -1, NULL));

  if (!eup_entity_ensure (self, ""))
    return;
  eup_entity_write (self, field, id == NULL ? 0 : eup_store_intern (self->core->store, id, strlen (id)));
}

EupEntity *
eup_entity_dup_other (EupEntity *self,
                      EupNumber  number)
{
  return number == 0 ? NULL : eup_core_dup_entity (self->core, number);
}

/* The entity that the field names, if it is here and of the right type. */
EupEntity *
eup_entity_dup_one (EupEntity *self,
                    guint      field)
{
  EupNumber number = eup_entity_get_cell (self, field);
  EupTableKind own, table, wanted;
  guint32 row;

  if (number == 0 || self->core->detached || !eup_entity_get_row (self, &own, &row)
      || !eup_store_home (self->core->store, number, &table, &row))
    return NULL;
  wanted = eup_schema_field (own, field)->target;
  return wanted == EUP_TABLE_ANY || wanted == table ? eup_core_dup_entity (self->core, number) : NULL;
}

const char * const *
eup_entity_get_ids (EupEntity *self,
                    guint      field)
{
  static const char * const none[] = { NULL };
  guint32 cell = eup_entity_get_cell (self, field);
  EupKeptValue *kept = eup_entity_find_kept (self, field);
  const EupNumber *numbers;
  char **ids;
  guint n;

  if (kept != NULL)
    return kept->data;
  if (cell == 0)
    return none;
  numbers = eup_store_list (self->core->store, cell, &n);
  ids = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup (eup_store_id (self->core->store, numbers[i]));
  return eup_entity_keep (self, field, cell, ids, (GDestroyNotify) g_strfreev);
}

void
eup_entity_set_ids (EupEntity          *self,
                    guint               field,
                    const char * const *ids)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_return_if_fail (eup_id_is_valid (ids[i], -1, NULL));

  if (!eup_entity_ensure (self, ""))
    return;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      EupNumber number = eup_store_intern (self->core->store, ids[i], strlen (ids[i]));
      gboolean is_double = FALSE;

      for (guint j = 0; j < numbers->len; j++)
        is_double |= g_array_index (numbers, EupNumber, j) == number;
      if (!is_double)
        g_array_append_val (numbers, number);
    }
  eup_entity_write (self, field, eup_store_add_list (self->core->store, (guint32 *) numbers->data, numbers->len));
}

EupList *
eup_entity_dup_list (EupEntity   *self,
                     EupRelation  relation)
{
  EupKeptValue *kept = eup_entity_find_kept (self, EUP_SLOT_RELATION + relation);
  EupList *list;

  if (kept != NULL)
    return g_object_ref (kept->data);
  if (!eup_entity_ensure (self, ""))
    return eup_list_new_fixed (eup_entity_type_of_table (eup_relation_spec (relation)->items), NULL);
  list = eup_core_ensure_list (self->core, relation, self->number);
  eup_entity_keep (self, EUP_SLOT_RELATION + relation, 0, g_object_ref (list), g_object_unref);
  return list;
}

/* The first in the relation, without a list. */
EupEntity *
eup_entity_dup_first (EupEntity   *self,
                      EupRelation  relation)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  if (!eup_entity_ensure (self, ""))
    return NULL;
  eup_core_collect (self->core, relation, self->number, numbers);
  return numbers->len == 0 ? NULL : eup_core_dup_entity (self->core, g_array_index (numbers, EupNumber, 0));
}
