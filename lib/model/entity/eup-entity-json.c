/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-issue.h>

#include "formats/eup-formats.h"
#include "model/entity/eup-entity-private.h"
#include "values/eup-value-error.h"

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
    eup_error_set (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE,
                 "The data are those of \u201c%.100s\u201d, not of \u201c%.100s\u201d", eup_store_id (update, number), id);
  else if (n > 1)
    g_set_error_literal (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE,
                         "Other entities that are nested in this one cannot be updated with it");
  else
    return TRUE;
  return FALSE;
}

static gboolean
says_the_same (EupStore     *store,
               guint32       row,
               EupStore     *update,
               guint32       update_row,
               EupTableKind  table,
               guint         field)
{
  return eup_store_cell_equal (store, eup_store_get (store, table, row, field),
                               update, eup_store_get (update, table, update_row, field), eup_schema_field (table, field))
         && g_strcmp0 (eup_store_kept (store, table, row, field), eup_store_kept (update, table, update_row, field)) == 0
         && g_strcmp0 (eup_store_kept (store, table, row, EUP_KEPT_PARTS (field)),
                       eup_store_kept (update, table, update_row, EUP_KEPT_PARTS (field))) == 0;
}

/* What a file may hold, a program may not state anew: it is told at once what is wrong. */
static gboolean
is_sound (GPtrArray     *issues,
          EupTableKind   table,
          guint32        changed,
          GError       **error)
{
  for (guint i = 0; i < issues->len; i++)
    {
      EupIssue *issue = issues->pdata[i];
      const char *pointer = eup_issue_get_pointer (issue);
      int field;

      if (eup_issue_get_severity (issue) == EUP_SEVERITY_INFO)
        continue;
      field = pointer == NULL || *pointer != '/' ? -1 : eup_schema_find_key (table, pointer + 1, strcspn (pointer + 1, "/"));
      if (field >= 0 && !(changed & (1u << field)))
        continue;
      g_set_error (error, EUP_PARSE_ERROR,
                   strcmp (eup_issue_get_code (issue), "wrong-type") == 0 ? EUP_PARSE_ERROR_WRONG_TYPE : EUP_PARSE_ERROR_BAD_VALUE,
                   "%s:%u:%u: %s, at %s", eup_issue_get_source (issue), eup_issue_get_line (issue), eup_issue_get_column (issue),
                   eup_issue_get_message (issue), pointer == NULL ? "" : pointer);
      return FALSE;
    }
  return TRUE;
}

/* The field says what it does in the update, in the cell and in what is kept. */
static void
take_field (EupStore     *store,
            EupNumber     number,
            guint32       row,
            EupStore     *update,
            guint32       update_row,
            EupTableKind  table,
            guint         field)
{
  const guint slots[] = { field, EUP_KEPT_PARTS (field) };

  eup_store_clear_kept (store, table, row, field);
  eup_store_set (store, number, field,
                 eup_store_copy_cell (store, update, eup_store_get (update, table, update_row, field),
                                      eup_schema_field (table, field)));
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const char *kept = eup_store_kept (update, table, update_row, slots[i]);

      if (kept != NULL)
        eup_store_keep (store, table, row, slots[i], kept, strlen (kept));
    }
}

static void
take_members (EupStore     *store,
              guint32       row,
              EupStore     *update,
              guint32       update_row,
              EupTableKind  table)
{
  const char *news = eup_store_kept (update, table, update_row, EUP_KEPT_MEMBERS);
  g_autofree char *merged = NULL;

  if (news == NULL)
    return;
  merged = eup_json_merge_members (eup_store_kept (store, table, row, EUP_KEPT_MEMBERS), news);
  eup_store_drop_kept (store, table, row, EUP_KEPT_MEMBERS);
  if (merged != NULL)
    eup_store_keep (store, table, row, EUP_KEPT_MEMBERS, merged, strlen (merged));
  store->generation++;
}

/**
 * eup_entity_update_json_string:
 * @self: an entity
 * @json: a JSON object with fields of this type of entity
 * @error: the place for an error
 *
 * Sets what the object states; fields that are `null` are cleared, all others stay as they are.
 *
 * An `id` and a `type` may stand there, and must be those of the entity. Members that are not known are kept beside those that
 * are there already; `null` takes them out. All fields are checked before the first is set: nothing changes if one of them has a
 * value that it cannot hold, such as a number as a title or an impossible date. Only what the entity keeps of a file already may
 * be stated again, so that what [method@Entity.to_json_string] writes can always be read back.
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
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  EupTableKind table, update_table;
  guint32 row, update_row, seen = 0, changed = 0;
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
  number = eup_json_read_update (update, json, strlen (json), NULL, table, eup_entity_get_id (self), &seen, issues, error);
  if (number == 0 || !eup_store_home (update, number, &update_table, &update_row))
    return FALSE;
  if (!is_that_alone (update, number, eup_entity_get_id (self), error))
    return FALSE;

  for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
    if ((seen & (1u << field)) && !says_the_same (self->core->store, row, update, update_row, table, field))
      changed |= 1u << field;
  if (!is_sound (issues, table, changed, error))
    return FALSE;

  alive = g_object_ref (self);
  core = eup_core_ref (self->core);
  eup_core_begin (core);
  for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
    if (changed & (1u << field))
      take_field (core->store, self->number, row, update, update_row, table, field);
  take_members (core->store, row, update, update_row, table);
  eup_core_end (core);
  return TRUE;
}
