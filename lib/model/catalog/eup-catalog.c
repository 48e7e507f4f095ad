/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-list.h>

#include "model/catalog/eup-catalog-private.h"
#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-list-private.h"
#include "model/lists/eup-rows.h"
#include "values/eup-date-private.h"

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
  core->catalog = self;
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
      attach (self, eup_core_new (eup_store_new (NULL), g_atomic_pointer_get (&self->thread_owner), FALSE));
      set_today (self->core);
    }
  return self->core;
}

EupCatalog *
eup_catalog_new_for_core (EupCore *core)
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

  attach (self, eup_core_new (store, NULL, FALSE));
  set_today (self->core);
  self->core->issues = g_ptr_array_ref (issues);
  return self;
}

EupCatalog *
eup_catalog_dup_weak (EupCatalog *self)
{
  return g_weak_ref_get (&self->follower.weak);
}

gboolean
eup_catalog_is_watched (EupCatalog *self)
{
  return g_signal_has_handler_pending (self, changed_signal, 0, TRUE);
}

void
eup_catalog_emit_changed (EupCatalog *self,
                          EupEntity  *entity)
{
  g_signal_emit (self, changed_signal, 0, entity);
}

/* Queues a notification; to be called within an edit. */
void
eup_catalog_notify (EupCatalog *self,
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
      if (self->core->catalog == self)
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
