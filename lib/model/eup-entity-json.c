/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "formats/eup-formats.h"
#include "model/eup-entity-private.h"

/**
 * eup_entity_to_json_string:
 * @self: an entity
 *
 * Writes the entity as a JSON object in the canonical form of catalogs, with its type.
 *
 * Returns: (transfer full): the JSON text
 *
 * Since: 1.0
 */
char *
eup_entity_to_json_string (EupEntity *self)
{
  EupTableKind table;
  guint32 row;

  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  if (!eup_entity_get_row (self, &table, &row))
    return g_strdup ("{}");
  return eup_json_write_entity (self->core->store, table, row, TRUE);
}

/**
 * eup_entity_to_json:
 * @self: an entity
 *
 * Makes a JSON tree of the entity, for programs that work with such.
 *
 * Returns: (transfer full): an object node
 *
 * Since: 1.0
 */
JsonNode *
eup_entity_to_json (EupEntity *self)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  json = eup_entity_to_json_string (self);
  node = json_from_string (json, &error);
  if (node == NULL)
    g_critical ("An entity was written as JSON that cannot be read: %s", error->message);
  return node;
}

static gboolean
is_that_alone (EupStore    *update,
               EupNumber    number,
               const char  *id,
               GError     **error)
{
  guint n = 0;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    n += eup_store_n_rows (update, table);
  if (strcmp (eup_store_id (update, number), id) != 0)
    g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE,
                 "The data are those of \u201c%.100s\u201d, not of \u201c%.100s\u201d", eup_store_id (update, number), id);
  else if (n > 1)
    g_set_error_literal (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE,
                         "Other entities that are nested in this one cannot be updated with it");
  else
    return TRUE;
  return FALSE;
}

/**
 * eup_entity_update_json_string:
 * @self: an entity
 * @json: a JSON object with fields of this type of entity
 * @error: the place for an error
 *
 * Sets what the object states; fields that are `null` are cleared, all others stay as they are.
 *
 * An `id` and a `type` may stand there, and must be those of the entity. All fields are checked before the first is set.
 *
 * Returns: %TRUE, or %FALSE with @error of the domain [error@ParseError]
 *
 * Since: 1.0
 */
gboolean
eup_entity_update_json_string (EupEntity   *self,
                               const char  *json,
                               GError     **error)
{
  g_autoptr (EupStore) update = NULL;
  g_autoptr (EupEntity) alive = NULL;
  g_autoptr (EupCore) core = NULL;
  EupTableKind table, update_table;
  guint32 row, update_row, seen = 0;
  EupNumber number;

  g_return_val_if_fail (EUP_IS_ENTITY (self), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  eup_return_error_if_wrong_thread (self, FALSE, error);

  if (!eup_entity_get_row (self, &table, &row))
    {
      g_set_error_literal (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED, "This type of entity holds no data");
      return FALSE;
    }
  update = eup_store_new (self->core->store->language);
  number = eup_json_read_update (update, json, strlen (json), NULL, table, eup_entity_get_id (self), &seen, NULL, error);
  if (number == 0 || !eup_store_home (update, number, &update_table, &update_row))
    return FALSE;
  if (!is_that_alone (update, number, eup_entity_get_id (self), error))
    return FALSE;

  alive = g_object_ref (self);
  core = eup_core_ref (self->core);
  eup_core_begin (core);
  for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
    {
      const EupFieldSpec *spec = eup_schema_field (table, field);
      const char *kept = eup_store_kept (update, update_table, update_row, field);

      if (!(seen & (1u << field)))
        continue;
      eup_store_set (core->store, self->number, field,
                     eup_store_copy_cell (core->store, update,
                                          eup_store_get (update, update_table, update_row, field), spec));
      if (kept != NULL)
        eup_store_keep (core->store, table, row, field, kept, strlen (kept));
    }
  eup_core_end (core);
  return TRUE;
}
