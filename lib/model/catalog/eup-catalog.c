/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-list.h>

#include "domain/eup-derived.h"
#include "formats/eup-formats.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-list-private.h"
#include "model/lists/eup-rows.h"
#include "values/eup-date-private.h"
#include "values/eup-language.h"

/**
 * EupCatalog:
 *
 * Everything that is known: mandates, priorities, objectives, initiatives, milestones, Commissioners and topics.
 *
 * A catalog is read from a file, taken from the library, or filled by a program:
 *
 * ```c
 * g_autoptr (EupCatalog) catalog = eup_catalog_new_builtin (&error);
 * g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "protecteu");
 * ```
 *
 * It is a [iface@Gio.ListModel] of all its entities. What it holds lives as long as the catalog object, any of its
 * entities or any of its lists. A catalog and what belongs to it are used in one thread at a time: that which first uses
 * it, until another calls [method@Catalog.take_thread]. The last reference to an object may be dropped in any.
 *
 * Every edit is announced: properties are notified, then lists tell what joined and what left, and at last
 * [signal@Catalog::changed] is emitted. Handlers may edit; that is announced when the running announcements are through.
 *
 * Since: 1.0
 */

static void eup_catalog_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EupCatalog, eup_catalog, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, eup_catalog_model_init))

G_STATIC_ASSERT (offsetof (struct _EupCatalog, thread_owner) == offsetof (EupThreadOwned, thread_owner));

static GParamSpec *props[EUP_CATALOG_N_PROPS];
static guint changed_signal;

static gboolean
eup_catalog_event (GObject        *owner,
                   const EupEvent *event)
{
  return eup_roots_event (&EUP_CATALOG (owner)->roots, event);
}

static void
eup_catalog_announce (GObject *owner)
{
  eup_roots_announce (&EUP_CATALOG (owner)->roots, G_LIST_MODEL (owner), props[EUP_CATALOG_PROP_N_ITEMS]);
}

static const EupFollowerFuncs follower_funcs = { eup_catalog_event, eup_catalog_announce };

static void
announce_changed (EupCatalog   *self,
                  const GArray *numbers)
{
  for (guint i = 0; i < numbers->len && g_signal_has_handler_pending (self, changed_signal, 0, TRUE); i++)
    {
      g_autoptr (EupEntity) entity = eup_core_dup_changed (self->core, g_array_index (numbers, EupNumber, i));

      if (entity != NULL)
        g_signal_emit (self, changed_signal, 0, entity);
    }
}

static EupCatalog *make_for_core (EupCore *core);

static const EupCatalogFuncs catalog_funcs = { make_for_core, announce_changed };

/* Takes a reference. */
static void
attach (EupCatalog *self,
        EupCore    *core)
{
  self->core = core;
  g_atomic_pointer_set (&self->thread_owner, core->thread_owner);
  eup_roots_init (&self->roots, core, EUP_TABLE_ANY);
  eup_follower_init (&self->follower, &follower_funcs, self);
  eup_core_follow (core, &self->follower);
  g_mutex_lock (&core->lock);
  core->catalog = &self->follower;
  g_mutex_unlock (&core->lock);
}

static void
set_today (EupCore *core)
{
  g_clear_pointer (&core->as_of, eup_date_unref);
  core->as_of = eup_date_new_today ();
  core->store->as_of = eup_date_cell_last_day (eup_date_get_cell (core->as_of));
}

EupCore *
eup_catalog_get_core (EupCatalog *self)
{
  if (self->core == NULL)
    {
      attach (self, eup_core_new (eup_store_new (NULL), g_atomic_pointer_get (&self->thread_owner), &eup_entity_funcs,
              &catalog_funcs));
      set_today (self->core);
    }
  return self->core;
}

static EupCatalog *
make_for_core (EupCore *core)
{
  EupCatalog *self = g_object_new (EUP_TYPE_CATALOG, NULL);

  attach (self, eup_core_ref (core));
  return self;
}

EupCatalog *
eup_catalog_new_for_store (EupStore  *store,
                           GPtrArray *issues)
{
  EupCatalog *self = g_object_new (EUP_TYPE_CATALOG, NULL);

  attach (self, eup_core_new (store, NULL, &eup_entity_funcs, &catalog_funcs));
  set_today (self->core);
  self->core->issues = g_ptr_array_ref (issues);
  return self;
}

/* Queues a notification; to be called within an edit. */
static void
notify (EupCatalog *self,
                    guint       prop)
{
  EupPropertyMask mask = { { 0 } };

  eup_property_mask_add (&mask, prop);
  eup_core_notify (self->core, G_OBJECT (self), &self->pending, props, mask);
}

static GType
eup_catalog_model_get_item_type (GListModel *model)
{
  eup_return_val_if_wrong_thread (model, G_TYPE_INVALID);
  return EUP_TYPE_ENTITY;
}

static guint
eup_catalog_model_get_n_items (GListModel *model)
{
  EupCatalog *self = EUP_CATALOG (model);

  eup_return_val_if_wrong_thread (self, 0);
  eup_catalog_get_core (self);
  return eup_roots_get_n_items (&self->roots);
}

static gpointer
eup_catalog_model_get_item (GListModel *model,
                            guint       position)
{
  EupCatalog *self = EUP_CATALOG (model);

  eup_return_val_if_wrong_thread (self, NULL);
  eup_catalog_get_core (self);
  return eup_roots_dup_item (&self->roots, position);
}

static void
eup_catalog_model_init (GListModelInterface *iface)
{
  iface->get_item_type = eup_catalog_model_get_item_type;
  iface->get_n_items = eup_catalog_model_get_n_items;
  iface->get_item = eup_catalog_model_get_item;
}

static EupList *
dup_root (EupCatalog   *self,
          EupTableKind  table)
{
  guint place = MIN ((guint) table, EUP_N_ENTITY_TABLES);

  if (self->lists[place] == NULL)
    self->lists[place] = eup_list_new_root (eup_catalog_get_core (self), table);
  return g_object_ref (self->lists[place]);
}

static void
eup_catalog_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EupCatalog *self = EUP_CATALOG (object);
  EupTableKind table;

  switch (id)
    {
    case EUP_CATALOG_PROP_ITEM_TYPE:
      g_value_set_gtype (value, eup_catalog_get_item_type (self));
      break;
    case EUP_CATALOG_PROP_N_ITEMS:
      g_value_set_uint (value, eup_catalog_get_n_items (self));
      break;
    case EUP_CATALOG_PROP_MANDATES:
    case EUP_CATALOG_PROP_PRIORITIES:
    case EUP_CATALOG_PROP_OBJECTIVES:
    case EUP_CATALOG_PROP_INITIATIVES:
    case EUP_CATALOG_PROP_MILESTONES:
    case EUP_CATALOG_PROP_COMMISSIONERS:
    case EUP_CATALOG_PROP_TOPICS:
      table = EUP_TABLE_MANDATE + (id - EUP_CATALOG_PROP_MANDATES);
      g_value_take_object (value, eup_catalog_list (self, eup_entity_type_of_table (table)));
      break;
    case EUP_CATALOG_PROP_LANGUAGE:
      g_value_set_string (value, eup_catalog_get_language (self));
      break;
    case EUP_CATALOG_PROP_LANGUAGES:
      g_value_set_boxed (value, eup_catalog_get_languages (self));
      break;
    case EUP_CATALOG_PROP_AS_OF:
      g_value_set_boxed (value, eup_catalog_get_as_of (self));
      break;
    case EUP_CATALOG_PROP_TITLE:
      g_value_set_string (value, eup_catalog_get_title (self));
      break;
    case EUP_CATALOG_PROP_BASE_URI:
      g_value_set_string (value, eup_catalog_get_base_uri (self));
      break;
    case EUP_CATALOG_PROP_ISSUES:
      g_value_set_object (value, eup_catalog_get_issues (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
eup_catalog_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  EupCatalog *self = EUP_CATALOG (object);

  switch (id)
    {
    case EUP_CATALOG_PROP_LANGUAGE:
      eup_catalog_set_language (self, g_value_get_string (value));
      break;
    case EUP_CATALOG_PROP_LANGUAGES:
      eup_catalog_set_languages (self, g_value_get_boxed (value));
      break;
    case EUP_CATALOG_PROP_AS_OF:
      eup_catalog_set_as_of (self, g_value_get_boxed (value));
      break;
    case EUP_CATALOG_PROP_TITLE:
      eup_catalog_set_title (self, g_value_get_string (value));
      break;
    case EUP_CATALOG_PROP_BASE_URI:
      eup_catalog_set_base_uri (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
eup_catalog_finalize (GObject *object)
{
  EupCatalog *self = EUP_CATALOG (object);

  EUP_AFTER_LAST_UNREF (object);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->issues);
  if (self->core != NULL)
    {
      g_mutex_lock (&self->core->lock);
      if (self->core->catalog == &self->follower)
        self->core->catalog = NULL;
      g_mutex_unlock (&self->core->lock);
      eup_core_unfollow (self->core, &self->follower);
      eup_roots_clear (&self->roots);
    }
  else
    g_clear_pointer (&self->thread_owner, eup_thread_owner_unref);
  g_clear_pointer (&self->core, eup_core_unref);

  G_OBJECT_CLASS (eup_catalog_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags common = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | common, settable = G_PARAM_READWRITE | common;

  /**
   * EupCatalog:item-type:
   *
   * The type of the items: [class@Entity].
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, readable);
  /**
   * EupCatalog:n-items:
   *
   * How many entities there are.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  /**
   * EupCatalog:mandates: (getter dup_mandates)
   *
   * The mandates.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_MANDATES] = g_param_spec_object ("mandates", NULL, NULL, EUP_TYPE_LIST, readable);
  /**
   * EupCatalog:priorities: (getter dup_priorities)
   *
   * The priorities.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_PRIORITIES] = g_param_spec_object ("priorities", NULL, NULL, EUP_TYPE_LIST, readable);
  /**
   * EupCatalog:objectives: (getter dup_objectives)
   *
   * The objectives.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_OBJECTIVES] = g_param_spec_object ("objectives", NULL, NULL, EUP_TYPE_LIST, readable);
  /**
   * EupCatalog:initiatives: (getter dup_initiatives)
   *
   * The initiatives.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_INITIATIVES] = g_param_spec_object ("initiatives", NULL, NULL, EUP_TYPE_LIST, readable);
  /**
   * EupCatalog:milestones: (getter dup_milestones)
   *
   * The milestones.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_MILESTONES] = g_param_spec_object ("milestones", NULL, NULL, EUP_TYPE_LIST, readable);
  /**
   * EupCatalog:commissioners: (getter dup_commissioners)
   *
   * The Commissioners.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_COMMISSIONERS] = g_param_spec_object ("commissioners", NULL, NULL, EUP_TYPE_LIST, readable);
  /**
   * EupCatalog:topics: (getter dup_topics)
   *
   * The topics.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_TOPICS] = g_param_spec_object ("topics", NULL, NULL, EUP_TYPE_LIST, readable);
  /**
   * EupCatalog:language:
   *
   * The language, as a BCP 47 tag, that the plain strings of the file are in, and that setters of strings write.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "en", settable);
  /**
   * EupCatalog:languages:
   *
   * The languages that texts are read in, as BCP 47 tags, the best first; none: those of the user.
   *
   * They are not saved. Setting them notifies the titles of all entities that somebody watches.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_LANGUAGES] = g_param_spec_boxed ("languages", NULL, NULL, G_TYPE_STRV, settable);
  /**
   * EupCatalog:as-of:
   *
   * The day that "reached" and "expected" refer to.
   *
   * It is the local date when the catalog was made, and does not move by itself. Setting %NULL reads the clock again.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_AS_OF] = g_param_spec_boxed ("as-of", NULL, NULL, EUP_TYPE_DATE, settable);
  /**
   * EupCatalog:title:
   *
   * What the catalog is, in the language that suits the reader.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, settable);
  /**
   * EupCatalog:base-uri:
   *
   * The address that the ids of the entities are relative to, where they have one on the web.
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_BASE_URI] = g_param_spec_string ("base-uri", NULL, NULL, NULL, settable);
  /**
   * EupCatalog:issues:
   *
   * What loading found to be doubtful, as a list of [class@Issue].
   *
   * Since: 1.0
   */
  props[EUP_CATALOG_PROP_ISSUES] = g_param_spec_object ("issues", NULL, NULL, EUP_TYPE_LIST, readable);
  g_object_class_install_properties (object_class, EUP_CATALOG_N_PROPS, props);
}

static void
eup_catalog_class_init (EupCatalogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = eup_catalog_get_property;
  object_class->set_property = eup_catalog_set_property;
  object_class->finalize = eup_catalog_finalize;
  install_properties (object_class);

  /**
   * EupCatalog::changed:
   * @self: the catalog
   * @entity: the entity
   *
   * The data of an entity were edited, or it was added, removed or renamed.
   *
   * It comes last, once for each entity and edit. A removed entity belongs to no catalog any more.
   *
   * Since: 1.0
   */
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, EUP_TYPE_ENTITY);
}

static void
eup_catalog_init (EupCatalog *self)
{
}

/**
 * eup_catalog_new:
 *
 * Makes a catalog with nothing in it.
 *
 * Returns: (transfer full): the new catalog
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new (void)
{
  return g_object_new (EUP_TYPE_CATALOG, NULL);
}

/**
 * eup_catalog_list:
 * @self: a catalog
 * @type: a type of entities, such as `EuPolicy.Initiative`, or [class@Entity] for all
 *
 * Gets all entities of a type, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_list (EupCatalog *self,
                  GType       type)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if (type == eup_entity_type_of_table (table))
      return dup_root (self, table);
  g_return_val_if_fail (type == EUP_TYPE_ENTITY, NULL);
  return dup_root (self, EUP_TABLE_ANY);
}

/**
 * eup_catalog_dup_mandates: (get-property mandates)
 * @self: a catalog
 *
 * Gets the mandates, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_dup_mandates (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return dup_root (self, EUP_TABLE_MANDATE);
}

/**
 * eup_catalog_dup_priorities: (get-property priorities)
 * @self: a catalog
 *
 * Gets the priorities, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_dup_priorities (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return dup_root (self, EUP_TABLE_PRIORITY);
}

/**
 * eup_catalog_dup_objectives: (get-property objectives)
 * @self: a catalog
 *
 * Gets the objectives, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_dup_objectives (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return dup_root (self, EUP_TABLE_OBJECTIVE);
}

/**
 * eup_catalog_dup_initiatives: (get-property initiatives)
 * @self: a catalog
 *
 * Gets the initiatives, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_dup_initiatives (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return dup_root (self, EUP_TABLE_INITIATIVE);
}

/**
 * eup_catalog_dup_milestones: (get-property milestones)
 * @self: a catalog
 *
 * Gets the milestones, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_dup_milestones (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return dup_root (self, EUP_TABLE_MILESTONE);
}

/**
 * eup_catalog_dup_commissioners: (get-property commissioners)
 * @self: a catalog
 *
 * Gets the Commissioners, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_dup_commissioners (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return dup_root (self, EUP_TABLE_COMMISSIONER);
}

/**
 * eup_catalog_dup_topics: (get-property topics)
 * @self: a catalog
 *
 * Gets the topics, in the order in which they were read or added.
 *
 * Returns: (transfer full): the list, which follows the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_dup_topics (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return dup_root (self, EUP_TABLE_TOPIC);
}

/**
 * eup_catalog_get_item_type: (get-property item-type)
 * @self: a catalog
 *
 * Gets the type of the items.
 *
 * Returns: the type of [class@Entity]
 *
 * Since: 1.0
 */
GType
eup_catalog_get_item_type (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), G_TYPE_INVALID);
  eup_return_val_if_wrong_thread (self, G_TYPE_INVALID);

  return EUP_TYPE_ENTITY;
}

/**
 * eup_catalog_get_n_items: (get-property n-items)
 * @self: a catalog
 *
 * Gets how many entities there are.
 *
 * Returns: the number of entities
 *
 * Since: 1.0
 */
guint
eup_catalog_get_n_items (EupCatalog *self)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return eup_catalog_model_get_n_items (G_LIST_MODEL (self));
}

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
  notify (self, EUP_CATALOG_PROP_LANGUAGE);
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
  eup_entity_languages_change (core);
  eup_core_begin (core);
  eup_core_set_languages (core, languages);
  notify (self, EUP_CATALOG_PROP_LANGUAGES);
  notify (self, EUP_CATALOG_PROP_TITLE);
  eup_entity_languages_changed (core);
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
  eup_derived_set_day (core->store, eup_date_cell_last_day (eup_date_get_cell (core->as_of)));
  notify (self, EUP_CATALOG_PROP_AS_OF);
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
  notify (self, EUP_CATALOG_PROP_TITLE);
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
  notify (self, EUP_CATALOG_PROP_BASE_URI);
  eup_core_end (self->core);
}

/**
 * eup_catalog_take_thread:
 * @self: a catalog
 *
 * Makes a catalog belong to this thread, with its entities, lists and results.
 *
 * A catalog belongs to the thread that first uses it after it was made, and calls from any other are refused. Threads that take
 * turns hold a lock of the program while they use the catalog, and call this first when they have it:
 *
 * ```c
 * g_mutex_lock (&lock);
 * eup_catalog_take_thread (catalog);
 * json = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, &error);
 * g_mutex_unlock (&lock);
 * ```
 *
 * Nobody else may be in a call on anything of the catalog meanwhile, nor go on to use what a getter gave them. Entities that were
 * removed from the catalog go with it; entities that were never in it stay with the thread that they belong to.
 *
 * Since: 1.0
 */
void
eup_catalog_take_thread (EupCatalog *self)
{
  g_return_if_fail (EUP_IS_CATALOG (self));

  eup_thread_owned_take (self);
}
