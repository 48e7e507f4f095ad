/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-issue.h>
#include <eupolicy/eup-list.h>

#include "formats/check/eup-check.h"
#include "formats/eup-formats.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-list-private.h"
#include "values/eup-date-private.h"
#include "values/eup-language.h"

/* What belongs to a catalog as a whole: how it is read, what it is called, what is wrong with it. */

/**
 * eup_catalog_get_language: (get-property language)
 * @self: a catalog
 *
 * Gets the language that the plain strings of the file are in, and that setters of strings write.
 *
 * Returns: (transfer none): a BCP 47 tag
 *
 * Since: 1.0
 */
const char *
eup_catalog_get_language (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_catalog_get_core (self)->store->language;
}

/**
 * eup_catalog_set_language: (set-property language)
 * @self: a catalog
 * @language: a BCP 47 tag, such as `de`
 *
 * Makes another language the one that plain strings are in.
 *
 * No text changes: those in the old language are written with its tag from now on.
 *
 * Since: 1.0
 */
void
eup_catalog_set_language (EupCatalog *self,
                          const char *language)
{
  g_autoptr (EupCatalog) alive = NULL;
  EupCore *core;

  g_return_if_fail (EUP_IS_CATALOG (self));
  g_return_if_fail (language != NULL && eup_language_is_valid (language, -1));
  eup_return_if_wrong_thread (self);

  core = eup_catalog_get_core (self);
  if (strcmp (core->store->language, language) == 0)
    return;
  eup_store_drop_kept (core->store, EUP_KEPT_DOCUMENT, 0, EUP_JSON_HEADER_LANGUAGE);
  alive = g_object_ref (self);
  eup_core_begin (core);
  eup_store_set_language (core->store, language);
  eup_catalog_notify (self, EUP_CATALOG_PROP_LANGUAGE);
  eup_core_end (core);
}

/**
 * eup_catalog_get_languages: (get-property languages)
 * @self: a catalog
 *
 * Gets the languages that texts are read in, the best first.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): BCP 47 tags; none: those of the user
 *
 * Since: 1.0
 */
const char * const *
eup_catalog_get_languages (EupCatalog *self)
{
  static const char * const none[] = { NULL };
  EupCore *core;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  core = eup_catalog_get_core (self);
  return core->languages == NULL ? none : (const char * const *) core->languages;
}

/* Only those objects that somebody listens to are told. */
static void
announce_languages (EupCore *core)
{
  guint notify = g_signal_lookup ("notify", G_TYPE_OBJECT);
  g_autoptr (GPtrArray) entities = eup_core_dup_living_all (core);
  g_autoptr (GPtrArray) lists = eup_core_dup_lists (core);

  for (guint i = 0; i < entities->len; i++)
    {
      EupEntity *entity = entities->pdata[i];

      if (g_signal_handler_find (entity, G_SIGNAL_MATCH_ID, notify, 0, NULL, NULL, NULL) != 0)
        eup_core_notify (core, G_OBJECT (entity), &entity->pending, EUP_ENTITY_GET_CLASS (entity)->pspecs,
                         eup_entity_properties_on (entity, EUP_ON_LANGUAGES, EUP_PROPERTIES_ALL));
    }
  for (guint i = 0; i < lists->len; i++)
    if (eup_list_is_by_title (lists->pdata[i]))
      {
        eup_list_forget_order (lists->pdata[i]);
        eup_core_queue (core, eup_list_get_follower (lists->pdata[i]));
      }
}

/**
 * eup_catalog_set_languages: (set-property languages)
 * @self: a catalog
 * @languages: (nullable) (array zero-terminated=1): BCP 47 tags, the best first; %NULL or none: those of the user
 *
 * Sets the languages that texts are read in.
 *
 * They are not saved. The titles of all entities that somebody watches are notified, and lists that go by title are
 * put into the order of the first language.
 *
 * Since: 1.0
 */
void
eup_catalog_set_languages (EupCatalog         *self,
                           const char * const *languages)
{
  static const char * const none[] = { NULL };
  g_autoptr (EupCatalog) alive = NULL;
  EupCore *core;

  g_return_if_fail (EUP_IS_CATALOG (self));
  eup_return_if_wrong_thread (self);

  core = eup_catalog_get_core (self);
  if (g_strv_equal (eup_catalog_get_languages (self), languages == NULL ? none : languages))
    return;
  alive = g_object_ref (self);
  eup_core_begin (core);
  eup_core_set_languages (core, languages);
  eup_catalog_notify (self, EUP_CATALOG_PROP_LANGUAGES);
  eup_catalog_notify (self, EUP_CATALOG_PROP_TITLE);
  announce_languages (core);
  eup_core_reset_followers (core);
  eup_core_end (core);
}

/**
 * eup_catalog_get_as_of: (get-property as-of)
 * @self: a catalog
 *
 * Gets the day that "reached" and "expected" refer to.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none): the day
 *
 * Since: 1.0
 */
EupDate *
eup_catalog_get_as_of (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_catalog_get_core (self)->as_of;
}

/**
 * eup_catalog_set_as_of: (set-property as-of)
 * @self: a catalog
 * @as_of: (nullable): a date, of which the last day counts, or %NULL for the local date
 *
 * Sets the day that "reached" and "expected" refer to, and announces what that changes.
 *
 * Since: 1.0
 */
void
eup_catalog_set_as_of (EupCatalog *self,
                       EupDate    *as_of)
{
  g_autoptr (EupCatalog) alive = NULL;
  g_autoptr (EupDate) date = NULL;
  EupCore *core;

  g_return_if_fail (EUP_IS_CATALOG (self));
  eup_return_if_wrong_thread (self);

  core = eup_catalog_get_core (self);
  date = as_of == NULL ? eup_date_new_today () : eup_date_ref (as_of);
  if (eup_date_equal (date, core->as_of))
    return;
  alive = g_object_ref (self);
  eup_core_begin (core);
  eup_date_unref (core->as_of);
  core->as_of = g_steal_pointer (&date);
  eup_store_set_as_of (core->store, eup_date_cell_last_day (eup_date_get_cell (core->as_of)));
  eup_catalog_notify (self, EUP_CATALOG_PROP_AS_OF);
  eup_core_reset_followers (core);
  eup_core_end (core);
}

/**
 * eup_catalog_get_title: (get-property title)
 * @self: a catalog
 *
 * Gets what the catalog is, in the language that suits the reader.
 *
 * It is valid as long as the catalog's data live.
 *
 * Returns: (transfer none) (nullable): the title
 *
 * Since: 1.0
 */
const char *
eup_catalog_get_title (EupCatalog *self)
{
  EupCore *core;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  core = eup_catalog_get_core (self);
  return eup_core_best_text (core, core->store->title);
}

/**
 * eup_catalog_set_title: (set-property title)
 * @self: a catalog
 * @title: (nullable): the title, or %NULL for none
 *
 * Sets what the catalog is, in the catalog's language. Other languages stay as they are.
 *
 * Since: 1.0
 */
void
eup_catalog_set_title (EupCatalog *self,
                       const char *title)
{
  g_autoptr (EupCatalog) alive = NULL;
  EupStore *store;
  guint32 old;

  g_return_if_fail (EUP_IS_CATALOG (self));
  eup_return_if_wrong_thread (self);

  store = eup_catalog_get_core (self)->store;
  old = store->title;
  if (g_strcmp0 (eup_store_text_in (store, old, store->language), title) == 0)
    return;
  alive = g_object_ref (self);
  eup_core_begin (self->core);
  store->title = eup_store_text_with (store, old, title);
  eup_store_replace_kept (store, EUP_KEPT_DOCUMENT, 0, EUP_JSON_HEADER_TITLE, EUP_KIND_TEXT, store->title);
  store->generation++;
  eup_catalog_notify (self, EUP_CATALOG_PROP_TITLE);
  eup_core_end (self->core);
}

/**
 * eup_catalog_get_base_uri: (get-property base-uri)
 * @self: a catalog
 *
 * Gets the address that the ids of the entities are relative to.
 *
 * It is valid as long as the catalog's data live.
 *
 * Returns: (transfer none) (nullable): an address
 *
 * Since: 1.0
 */
const char *
eup_catalog_get_base_uri (EupCatalog *self)
{
  EupStore *store;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  store = eup_catalog_get_core (self)->store;
  return eup_store_string (store, store->base_uri);
}

/**
 * eup_catalog_set_base_uri: (set-property base-uri)
 * @self: a catalog
 * @base_uri: (nullable): an address, or %NULL for none
 *
 * Sets the address that the ids of the entities are relative to.
 *
 * Since: 1.0
 */
void
eup_catalog_set_base_uri (EupCatalog *self,
                          const char *base_uri)
{
  g_autoptr (EupCatalog) alive = NULL;
  EupStore *store;

  g_return_if_fail (EUP_IS_CATALOG (self));
  eup_return_if_wrong_thread (self);

  store = eup_catalog_get_core (self)->store;
  if (g_strcmp0 (eup_store_string (store, store->base_uri), base_uri) == 0)
    return;
  alive = g_object_ref (self);
  eup_core_begin (self->core);
  eup_store_drop_kept (store, EUP_KEPT_DOCUMENT, 0, EUP_JSON_HEADER_BASE_URI);
  store->base_uri = base_uri == NULL ? 0 : eup_store_add_string (store, base_uri, strlen (base_uri));
  store->generation++;
  eup_catalog_notify (self, EUP_CATALOG_PROP_BASE_URI);
  eup_core_end (self->core);
}

/**
 * eup_catalog_get_issues: (get-property issues)
 * @self: a catalog
 *
 * Gets what loading found to be doubtful. It says nothing of later edits: [method@Catalog.validate] does.
 *
 * Returns: (transfer none): a list of [class@Issue]
 *
 * Since: 1.0
 */
EupList *
eup_catalog_get_issues (EupCatalog *self)
{
  GPtrArray *issues;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  if (self->issues == NULL)
    {
      issues = eup_catalog_get_core (self)->issues;
      self->issues = eup_list_new_fixed (EUP_TYPE_ISSUE, issues == NULL ? NULL : g_ptr_array_ref (issues));
    }
  return self->issues;
}

/**
 * eup_catalog_validate:
 * @self: a catalog
 *
 * Looks through all data for what is wrong or doubtful: ids that name nothing, cycles, malformed references, dates
 * out of order, and more.
 *
 * Returns: (transfer full): a list of [class@Issue], which does not follow the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_validate (EupCatalog *self)
{
  GPtrArray *issues;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  issues = g_ptr_array_new_with_free_func (g_object_unref);
  eup_check_store (eup_catalog_get_core (self)->store, NULL, NULL, issues, 0);
  return eup_list_new_fixed (EUP_TYPE_ISSUE, issues);
}
