/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "formats/eup-formats.h"
#include "formats/json/eup-json-scanner.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/entity/eup-entity-private.h"
#include "values/eup-value-error.h"

/* What changes which entities a catalog has. */

/**
 * eup_catalog_begin_edit:
 * @self: a catalog
 *
 * Begins an edit of several steps.
 *
 * Everything is written at once, but announced only when the edit ends. Edits may be nested; the outermost announces.
 *
 * Since: 1.0
 */
void
eup_catalog_begin_edit (EupCatalog *self)
{
  g_return_if_fail (EUP_IS_CATALOG (self));
  eup_return_if_wrong_thread (self);

  eup_core_begin (eup_catalog_get_core (self));
}

/**
 * eup_catalog_end_edit:
 * @self: a catalog
 *
 * Ends what [method@Catalog.begin_edit] began, and announces it if it was the outermost.
 *
 * Since: 1.0
 */
void
eup_catalog_end_edit (EupCatalog *self)
{
  g_return_if_fail (EUP_IS_CATALOG (self));
  eup_return_if_wrong_thread (self);
  g_return_if_fail (self->core != NULL && self->core->depth > 0);

  eup_core_end (self->core);
}

static gboolean
check_id (const char  *id,
          GError     **error)
{
  const char *problem;

  if (eup_id_is_valid (id, -1, &problem))
    return TRUE;
  eup_error_set (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_INVALID_ID, "\u201c%.100s\u201d cannot be an id: %s", id, problem);
  return FALSE;
}

static gboolean
check_free (EupStore    *store,
            const char  *id,
            GError     **error)
{
  EupTableKind table;
  guint32 row;

  if (!eup_store_home (store, eup_store_find (store, id, strlen (id)), &table, &row))
    return TRUE;
  eup_error_set (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_DUPLICATE_ID,
               "There is already %s of the id \u201c%.100s\u201d", eup_schema_table (table)->nick, id);
  return FALSE;
}

/* The object stands for another row: its data are the same, and what follows from others may not be. */
static void
notify_moved (EupCore   *core,
              EupEntity *entity)
{
  EupPropertyMask moved = eup_entity_properties_on (entity, EUP_ON_CATALOG | EUP_ON_ANY_DERIVED, EUP_PROPERTIES_ALL);
  EupPropertyMask told = eup_entity_known_among (entity, eup_entity_properties (entity));

  for (guint i = 0; i < G_N_ELEMENTS (moved.bits); i++)
    moved.bits[i] |= told.bits[i];
  eup_core_notify (core, G_OBJECT (entity), &entity->pending, EUP_ENTITY_GET_CLASS (entity)->pspecs, moved);
}

/* The object stays what it is, and views the catalog from now on. */
static void
attach (EupCore   *core,
        EupEntity *entity)
{
  g_autoptr (EupCore) old = eup_core_ref (entity->core);
  const char *id = eup_store_id (old->store, entity->number);
  EupNumber number = eup_store_intern (core->store, id, strlen (id));
  EupTableKind table;
  guint32 row;

  if (!eup_store_home (old->store, entity->number, &table, &row))
    return;
  eup_entity_note_all (entity, eup_entity_properties (entity));
  eup_store_copy_row (core->store, number, old->store, table, row);
  eup_entity_rebind (entity, core, number);
  notify_moved (core, entity);
}

/**
 * eup_catalog_add:
 * @self: a catalog
 * @entity: an entity that belongs to no catalog
 * @error: the place for an error
 *
 * Takes an entity in. The object goes on to be the entity.
 *
 * An entity of another catalog is added as a copy: [method@Entity.copy].
 *
 * Returns: %TRUE, or %FALSE with @error of the domain [error@ModelError]: `DUPLICATE_ID`, `INVALID_ID`, `IN_USE` if it
 *   belongs to another catalog, `UNSUPPORTED_TYPE` for classes that are not the library's
 *
 * Since: 1.0
 */
gboolean
eup_catalog_add (EupCatalog  *self,
                 EupEntity   *entity,
                 GError     **error)
{
  g_autoptr (EupCore) core = NULL;
  g_autoptr (EupEntity) alive = NULL;

  g_return_val_if_fail (EUP_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (EUP_IS_ENTITY (entity), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  eup_return_error_if_wrong_thread (self, FALSE, error);
  eup_return_error_if_wrong_thread (entity, FALSE, error);

  core = eup_core_ref (eup_catalog_get_core (self));
  alive = g_object_ref (entity);
  if (!eup_entity_ensure (entity, ""))
    {
      g_set_error (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_UNSUPPORTED_TYPE,
                   "Entities of the type %s cannot be in a catalog", G_OBJECT_TYPE_NAME (entity));
      return FALSE;
    }
  if (!entity->core->detached && entity->core != core)
    {
      eup_error_set (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_IN_USE,
                   "\u201c%.100s\u201d belongs to another catalog: add a copy", eup_entity_get_id (entity));
      return FALSE;
    }
  if (!check_id (eup_entity_get_id (entity), error) || !check_free (core->store, eup_entity_get_id (entity), error))
    return FALSE;

  eup_core_begin (core);
  attach (core, entity);
  eup_core_end (core);
  return TRUE;
}

/* The store holds one entity and perhaps its children. */
static gboolean
add_all (EupCore     *core,
         EupStore    *from,
         GError     **error)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint32 row = 0; row < eup_store_n_rows (from, table); row++)
      if (!check_free (core->store, eup_store_id (from, eup_store_number_of (from, table, row)), error))
        return FALSE;

  eup_core_begin (core);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint32 row = 0; row < eup_store_n_rows (from, table); row++)
      {
        const char *id = eup_store_id (from, eup_store_number_of (from, table, row));

        eup_store_copy_row (core->store, eup_store_intern (core->store, id, strlen (id)), from, table, row);
      }
  eup_core_end (core);
  return TRUE;
}

/**
 * eup_catalog_add_json_string:
 * @self: a catalog
 * @json: a JSON object, as it stands in a line of JSON Lines
 * @error: the place for an error
 *
 * Adds the entity that the object describes, with the children that are nested in it.
 *
 * The object says its `type` and `id`. What is not known in it is kept.
 *
 * Returns: (transfer full): the entity, or %NULL with @error of the domains [error@ParseError] or [error@ModelError]
 *
 * Since: 1.0
 */
EupEntity *
eup_catalog_add_json_string (EupCatalog  *self,
                             const char  *json,
                             GError     **error)
{
  g_autoptr (EupCore) core = NULL;
  g_autoptr (EupStore) store = NULL;
  const char *id;
  EupNumber number;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  core = eup_core_ref (eup_catalog_get_core (self));
  store = eup_store_new (core->store->language);
  number = eup_json_read_entity (store, json, strlen (json), NULL, -1, NULL, error);
  if (number == 0 || !add_all (core, store, error))
    return NULL;
  id = eup_store_id (store, number);
  return eup_core_dup_entity (core, eup_store_find (core->store, id, strlen (id)));
}

/* json-glib takes for granted that a node holds what its type says, and that no object holds itself. */
static gboolean
check_node (JsonNode  *node,
            guint      depth,
            GError   **error)
{
  const char *missing = NULL;
  g_autoptr (GList) values = NULL;

  if (depth > EUP_JSON_MAX_DEPTH)
    {
      g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_TOO_DEEP, "data: the nodes are nested more than %d deep", EUP_JSON_MAX_DEPTH);
      return FALSE;
    }
  if (node == NULL)
    missing = "there is no node where one should be";
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      if (json_node_get_object (node) == NULL)
        missing = "an object node holds no object";
      else
        values = json_object_get_values (json_node_get_object (node));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      if (json_node_get_array (node) == NULL)
        missing = "an array node holds no array";
      else
        values = json_array_get_elements (json_node_get_array (node));
    }
  else if (JSON_NODE_HOLDS_VALUE (node))
    {
      if (json_node_get_value_type (node) == G_TYPE_INVALID)
        missing = "a value node holds no value";
      else if (json_node_get_value_type (node) == G_TYPE_STRING && json_node_get_string (node) == NULL)
        missing = "a value node holds no string";
      else if (json_node_get_value_type (node) == G_TYPE_DOUBLE && !isfinite (json_node_get_double (node)))
        missing = "a number is not finite";
    }
  if (missing != NULL)
    {
      g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE, "data: %s", missing);
      return FALSE;
    }
  for (GList *l = values; l != NULL; l = l->next)
    if (!check_node (l->data, depth + 1, error))
      return FALSE;
  return TRUE;
}

/**
 * eup_catalog_add_json:
 * @self: a catalog
 * @node: a node that holds an object
 * @error: the place for an error
 *
 * Adds the entity that a JSON tree describes, as [method@Catalog.add_json_string] does.
 *
 * Nodes that do not hold what their type says, and trees that hold themselves, are an error.
 *
 * Returns: (transfer full): the entity, or %NULL with @error of the domains [error@ParseError] or [error@ModelError]
 *
 * Since: 1.0
 */
EupEntity *
eup_catalog_add_json (EupCatalog  *self,
                      JsonNode    *node,
                      GError     **error)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  if (!check_node (node, 0, error))
    return NULL;
  json = json_to_string (node, FALSE);
  return eup_catalog_add_json_string (self, json, error);
}

/* A list may show the entity until its removal was announced: its object is kept as long. */
static void
keep_removed (EupCore   *core,
              EupNumber  number,
              EupEntity *entity)
{
  if (core->removed_items == NULL)
    core->removed_items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  if (!g_hash_table_contains (core->removed_items, GUINT_TO_POINTER (number)))
    g_hash_table_insert (core->removed_items, GUINT_TO_POINTER (number), g_object_ref (entity));
}

/**
 * eup_catalog_remove:
 * @self: a catalog
 * @id: the id of an entity
 *
 * Takes an entity out.
 *
 * An object of it lives on with its data, and belongs to no catalog. What stands beneath the entity stays; what refers
 * to it keeps the id, which names nothing any more.
 *
 * Returns: %TRUE if it was there
 *
 * Since: 1.0
 */
gboolean
eup_catalog_remove (EupCatalog *self,
                    const char *id)
{
  g_autoptr (EupCore) core = NULL;
  g_autoptr (EupCore) own = NULL;
  g_autoptr (EupEntity) entity = NULL;
  EupNumber number, own_number;
  EupTableKind table;
  guint32 row;

  g_return_val_if_fail (EUP_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  eup_return_val_if_wrong_thread (self, FALSE);

  core = eup_core_ref (eup_catalog_get_core (self));
  number = eup_store_find (core->store, id, strlen (id));
  if (!eup_store_home (core->store, number, &table, &row))
    return FALSE;

  eup_core_begin (core);
  entity = eup_core_dup_entity (core, number);
  eup_entity_note_all (entity, eup_entity_properties (entity));
  /* The entity stays with the thread that the catalog belongs to. */
  own = eup_core_new_copy (core, eup_thread_owner_ref (core->thread_owner), number, table, row, &own_number);
  eup_store_remove (core->store, number);
  eup_entity_rebind (entity, own, own_number);
  keep_removed (core, number, entity);
  notify_moved (core, entity);
  eup_core_end (core);
  return TRUE;
}

/**
 * eup_catalog_rename:
 * @self: a catalog
 * @id: the id of an entity
 * @new_id: the id that it is to have
 * @error: the place for an error
 *
 * Gives an entity another id. All references to it follow.
 *
 * What refers to the new id already finds the entity from now on.
 *
 * Returns: %TRUE, or %FALSE with @error of the domain [error@ModelError]: `NOT_FOUND`, `INVALID_ID`, `DUPLICATE_ID`
 *
 * Since: 1.0
 */
gboolean
eup_catalog_rename (EupCatalog  *self,
                    const char  *id,
                    const char  *new_id,
                    GError     **error)
{
  g_autoptr (EupCore) core = NULL;
  EupTableKind table;
  EupNumber number;
  guint32 row;

  g_return_val_if_fail (EUP_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (new_id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  eup_return_error_if_wrong_thread (self, FALSE, error);

  core = eup_core_ref (eup_catalog_get_core (self));
  number = eup_store_find (core->store, id, strlen (id));
  if (!eup_store_home (core->store, number, &table, &row))
    {
      eup_error_set (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_NOT_FOUND,
                   "There is no entity of the id \u201c%.100s\u201d", id);
      return FALSE;
    }
  if (!check_id (new_id, error))
    return FALSE;
  if (strcmp (id, new_id) == 0)
    return TRUE;
  if (!check_free (core->store, new_id, error))
    return FALSE;

  eup_core_begin (core);
  eup_store_rename (core->store, number, new_id);
  eup_core_end (core);
  return TRUE;
}

/**
 * eup_catalog_lookup:
 * @self: a catalog
 * @id: an id
 *
 * Finds the entity of that id.
 *
 * Returns: (transfer full) (nullable): the entity, or %NULL if there is none
 *
 * Since: 1.0
 */
EupEntity *
eup_catalog_lookup (EupCatalog *self,
                    const char *id)
{
  EupCore *core;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  core = eup_catalog_get_core (self);
  return eup_core_dup_entity (core, eup_store_find (core->store, id, strlen (id)));
}
