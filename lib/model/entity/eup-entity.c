/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-catalog.h>
#include <eupolicy/eup-commissioner.h>
#include <eupolicy/eup-date.h>
#include <eupolicy/eup-enum-types.h>
#include <eupolicy/eup-initiative.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-mandate.h>
#include <eupolicy/eup-milestone.h>
#include <eupolicy/eup-objective.h>
#include <eupolicy/eup-priority.h>
#include <eupolicy/eup-text.h>
#include <eupolicy/eup-topic.h>

#include "model/entity/eup-entity-private.h"

/**
 * EupEntity:
 *
 * Anything that has an id in a catalog: a mandate, a priority, an objective, an initiative, a milestone, a
 * Commissioner, a topic.
 *
 * The object is a view of the catalog's data: it is made when somebody asks for the entity, there is at most one of
 * it at a time, and it exists only while somebody holds it. Made with a constructor it belongs to no catalog, until
 * [method@Catalog.add] takes it in. An entity is used in one thread at a time: that of its catalog, or if it never was in
 * one, that which first uses it. The last reference may be dropped in any.
 *
 * What getters return stays valid: strings as long as the object lives, other values until their field is set.
 *
 * Since: 1.0
 */

G_DEFINE_ABSTRACT_TYPE (EupEntity, eup_entity, G_TYPE_OBJECT)

G_STATIC_ASSERT (offsetof (EupIdentity, thread_owner) == offsetof (EupThreadOwned, thread_owner));
G_STATIC_ASSERT (offsetof (struct _EupEntity, thread_owner) == offsetof (EupIdentity, thread_owner));
G_STATIC_ASSERT (offsetof (struct _EupEntity, core) == offsetof (EupIdentity, core));
G_STATIC_ASSERT (offsetof (struct _EupEntity, number) == offsetof (EupIdentity, number));
G_STATIC_ASSERT (offsetof (struct _EupEntity, weak) == offsetof (EupIdentity, weak));

static void
set_announcing (GObject  *object,
                gboolean  is_announcing)
{
  EUP_ENTITY (object)->is_announcing = is_announcing;
}

static gboolean
is_changed (GObject    *object,
            guint       place,
            GParamSpec *pspec)
{
  return eup_entity_take_change (EUP_ENTITY (object), place, pspec);
}

const EupEntityFuncs eup_entity_funcs = { eup_entity_type_of_table, eup_entity_edited, eup_entity_touched, set_announcing, is_changed };

/* The first in the order of properties: the ids of those below are theirs. */
enum
{
  PROP_ID = 1,
  N_OWN_PROPS
};

static EupRelation
relation_of_children (EupEntity *self)
{
  return eup_relation_children (EUP_ENTITY_GET_CLASS (self)->table);
}

static const EupProperty properties[] = {
  /**
   * EupEntity:id:
   *
   * The id, which no other entity of the catalog has.
   *
   * It is given once, with the constructor; [method@Catalog.rename] gives another.
   *
   * Since: 1.0
   */
  { "id", EUP_PROPERTY_STRING, NULL, EUP_ON_ID, EUP_RELATION_NONE,
    G_CALLBACK (eup_entity_get_id), NULL },
  /**
   * EupEntity:type-nick:
   *
   * The type in one word, as it stands in files and queries: `initiative`.
   *
   * Since: 1.0
   */
  { "type-nick", EUP_PROPERTY_STRING, NULL, 0, EUP_RELATION_NONE,
    G_CALLBACK (eup_entity_get_type_nick), NULL },
  /**
   * EupEntity:catalog: (getter dup_catalog)
   *
   * The catalog that the entity belongs to.
   *
   * Since: 1.0
   */
  { "catalog", EUP_PROPERTY_NEW_OBJECT, eup_catalog_get_type, EUP_ON_CATALOG, EUP_RELATION_NONE,
    G_CALLBACK (eup_entity_dup_catalog), NULL },
  /**
   * EupEntity:children: (getter dup_children)
   *
   * What stands beneath the entity: a mandate has priorities, a priority objectives, an objective initiatives, an
   * initiative milestones.
   *
   * Since: 1.0
   */
  { "children", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_NONE,
    G_CALLBACK (eup_entity_dup_children), NULL },
  /**
   * EupEntity:title:
   *
   * The title.
   *
   * That of a Commissioner is the full name, unless another is stated.
   *
   * Since: 1.0
   */
  { "title", EUP_PROPERTY_STRING, NULL, EUP_ON (EUP_FIELD_TITLE) | EUP_ON_LANGUAGES | EUP_ON_NAMES, EUP_RELATION_NONE,
    G_CALLBACK (eup_entity_get_title), G_CALLBACK (eup_entity_set_title) },
  /**
   * EupEntity:topics: (getter dup_topics)
   *
   * The topics that classify the entity, by their title.
   *
   * Since: 1.0
   */
  { "topics", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_FIELD_TOPICS), EUP_RELATION_ENTITY_TOPICS,
    G_CALLBACK (eup_entity_dup_topics), NULL },
};

static const EupProperty *
property_at (EupEntityClass *klass,
             guint           place)
{
  return place < klass->n_properties[0] ? &klass->properties[0][place]
         : &klass->properties[1][place - klass->n_properties[0]];
}

/* The properties that follow from any of these, as a mask of their places. */
EupPropertyMask
eup_entity_properties_on (EupEntity       *self,
                          guint64          on,
                          EupPropertySort  sort)
{
  EupEntityClass *klass = EUP_ENTITY_GET_CLASS (self);
  EupPropertyMask mask = { { 0 } };

  for (guint i = 0; i < klass->n_properties[0] + klass->n_properties[1]; i++)
    {
      const EupProperty *property = property_at (klass, i);

      if ((property->on & on) != 0
          && (sort == EUP_PROPERTIES_ALL
              || (sort == EUP_PROPERTIES_OF_VALUES && property->kind != EUP_PROPERTY_NEW_OBJECT)
              || (sort == EUP_PROPERTIES_OF_ONE && property->kind == EUP_PROPERTY_NEW_OBJECT
                  && property->relation == EUP_RELATION_NONE)))
        eup_property_mask_add (&mask, i);
    }
  return mask;
}

EupPropertyMask
eup_entity_properties (EupEntity *self)
{
  EupEntityClass *klass = EUP_ENTITY_GET_CLASS (self);
  EupPropertyMask mask = { { 0 } };

  for (guint i = 0; i < klass->n_properties[0] + klass->n_properties[1]; i++)
    eup_property_mask_add (&mask, i);
  return mask;
}

/* The relation that the property at that place shows. */
EupRelation
eup_entity_relation_at (EupEntity *self,
                        guint      place)
{
  const EupProperty *property = property_at (EUP_ENTITY_GET_CLASS (self), place);

  return property->get == G_CALLBACK (eup_entity_dup_children) ? relation_of_children (self) : property->relation;
}

/* The properties that show this relation. */
EupPropertyMask
eup_entity_properties_of (EupEntity   *self,
                          EupRelation  relation)
{
  EupEntityClass *klass = EUP_ENTITY_GET_CLASS (self);
  EupPropertyMask mask = { { 0 } };

  for (guint i = 0; i < klass->n_properties[0] + klass->n_properties[1]; i++)
    if (property_at (klass, i)->relation == relation
        || (property_at (klass, i)->get == G_CALLBACK (eup_entity_dup_children)
            && relation_of_children (self) == relation))
      eup_property_mask_add (&mask, i);
  return mask;
}

void
eup_entity_notify_on (EupEntity       *self,
                      EupCore         *core,
                      guint64          on,
                      EupPropertySort  sort)
{
  eup_core_notify (core, G_OBJECT (self), &self->pending, EUP_ENTITY_GET_CLASS (self)->pspecs,
                   eup_entity_properties_on (self, on, sort));
}

static void
get_by_accessor (GObject           *object,
                 const EupProperty *property,
                 GValue            *value)
{
  if (property->get == NULL)
    {
      eup_entity_get_field (EUP_ENTITY (object), property, value);
      return;
    }
  switch (property->kind)
    {
    case EUP_PROPERTY_STRING:
      g_value_set_string (value, ((const char *(*) (GObject *)) property->get) (object));
      break;
    case EUP_PROPERTY_STRV:
    case EUP_PROPERTY_BOXED:
      g_value_set_boxed (value, ((gconstpointer (*) (GObject *)) property->get) (object));
      break;
    case EUP_PROPERTY_BOOLEAN:
      g_value_set_boolean (value, ((gboolean (*) (GObject *)) property->get) (object));
      break;
    case EUP_PROPERTY_INT:
      g_value_set_int (value, ((int (*) (GObject *)) property->get) (object));
      break;
    case EUP_PROPERTY_UINT:
      g_value_set_uint (value, ((guint (*) (GObject *)) property->get) (object));
      break;
    case EUP_PROPERTY_ENUM:
      g_value_set_enum (value, ((int (*) (GObject *)) property->get) (object));
      break;
    case EUP_PROPERTY_OBJECT:
      g_value_set_object (value, ((gpointer (*) (GObject *)) property->get) (object));
      break;
    case EUP_PROPERTY_NEW_OBJECT:
    default:
      g_value_take_object (value, ((gpointer (*) (GObject *)) property->get) (object));
      break;
    }
}

static void
set_by_accessor (GObject           *object,
                 const EupProperty *property,
                 const GValue      *value)
{
  if (property->set == NULL)
    {
      eup_entity_set_field (EUP_ENTITY (object), property, value);
      return;
    }
  switch (property->kind)
    {
    case EUP_PROPERTY_STRING:
      ((void (*) (GObject *, const char *)) property->set) (object, g_value_get_string (value));
      break;
    case EUP_PROPERTY_STRV:
    case EUP_PROPERTY_BOXED:
      ((void (*) (GObject *, gpointer)) property->set) (object, g_value_get_boxed (value));
      break;
    case EUP_PROPERTY_UINT:
      ((void (*) (GObject *, guint)) property->set) (object, g_value_get_uint (value));
      break;
    case EUP_PROPERTY_ENUM:
      ((void (*) (GObject *, int)) property->set) (object, g_value_get_enum (value));
      break;
    case EUP_PROPERTY_BOOLEAN:
    case EUP_PROPERTY_INT:
    case EUP_PROPERTY_OBJECT:
    case EUP_PROPERTY_NEW_OBJECT:
    default:
      g_assert_not_reached ();
    }
}

/* The ids of properties are their places in the class that has them, from 1 on. */
static const EupProperty *
find_property (GObject    *object,
               guint       id,
               GParamSpec *pspec)
{
  EupEntityClass *klass = EUP_ENTITY_GET_CLASS (object);

  return &klass->properties[pspec->owner_type == EUP_TYPE_ENTITY ? 0 : 1][id - 1];
}

static void
eup_entity_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  EupEntityClass *klass = EUP_ENTITY_GET_CLASS (object);

  get_by_accessor (object, find_property (object, id, pspec), value);
  eup_entity_note_read (EUP_ENTITY (object), (pspec->owner_type == EUP_TYPE_ENTITY ? 0 : klass->n_properties[0]) + id - 1, value);
}

static void
eup_entity_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (id == PROP_ID && pspec->owner_type == EUP_TYPE_ENTITY)
    {
      /* An object that views a catalog is made without an id: it is told its number afterwards. */
      if (g_value_get_string (value) != NULL)
        eup_entity_ensure (EUP_ENTITY (object), g_value_get_string (value));
      return;
    }
  set_by_accessor (object, find_property (object, id, pspec), value);
}

/* The last reference may be dropped in any thread: only what is under the core's lock is touched. */
static void
eup_entity_finalize (GObject *object)
{
  EupEntity *self = EUP_ENTITY (object);

  EUP_AFTER_LAST_UNREF (object);
  if (self->core != NULL)
    eup_core_unmap_entity (self->core, self, self->retired);
  else
    g_clear_pointer (&self->thread_owner, eup_thread_owner_unref);
  eup_entity_clear_kept (self);
  g_slist_free_full (self->former_thread_owners, (GDestroyNotify) eup_thread_owner_unref);
  g_clear_pointer (&self->core, eup_core_unref);

  G_OBJECT_CLASS (eup_entity_parent_class)->finalize (object);
}

/* Lists of values are set by a method alone, which takes an array. */
static gboolean
is_writable (const EupProperty *property)
{
  return property->set != NULL
         || (property->get == NULL && property->kind != EUP_PROPERTY_OBJECT && property->kind != EUP_PROPERTY_NEW_OBJECT);
}

static GParamSpec *
make_pspec (const EupProperty *property)
{
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY
                      | (is_writable (property) ? G_PARAM_READWRITE : G_PARAM_READABLE);
  const char *name = property->name, *nick = property->label, *blurb = property->description;

  if (property->get == G_CALLBACK (eup_entity_get_id))
    flags |= G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY;
  switch (property->kind)
    {
    case EUP_PROPERTY_STRING:
      return g_param_spec_string (name, nick, blurb, NULL, flags);
    case EUP_PROPERTY_STRV:
      return g_param_spec_boxed (name, nick, blurb, G_TYPE_STRV, flags);
    case EUP_PROPERTY_BOOLEAN:
      return g_param_spec_boolean (name, nick, blurb, FALSE, flags);
    case EUP_PROPERTY_INT:
      return g_param_spec_int (name, nick, blurb, G_MININT, G_MAXINT, G_MAXINT, flags);
    case EUP_PROPERTY_UINT:
      return g_param_spec_uint (name, nick, blurb, 0, G_MAXUINT, 0, flags);
    case EUP_PROPERTY_ENUM:
      return g_param_spec_enum (name, nick, blurb, property->type (), 0, flags);
    case EUP_PROPERTY_BOXED:
      return g_param_spec_boxed (name, nick, blurb, property->type (), flags);
    case EUP_PROPERTY_OBJECT:
    case EUP_PROPERTY_NEW_OBJECT:
    default:
      return g_param_spec_object (name, nick, blurb, property->type (), flags);
    }
}

/* The part of a class is 0 for all entities, and 1 for its own. */
static void
install (EupEntityClass    *klass,
         guint              part,
         EupTableKind       table,
         const EupProperty *own,
         guint              n_own)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint first_field = part == 0 ? 0 : EUP_N_COMMON_FIELDS;
  guint n_fields = part == 0 ? EUP_N_COMMON_FIELDS : eup_schema_table (table)->n_fields - EUP_N_COMMON_FIELDS;
  guint first = part == 0 ? 0 : klass->n_properties[0], n;

  object_class->get_property = eup_entity_get_property;
  object_class->set_property = eup_entity_set_property;
  klass->properties[part] = eup_entity_properties_new (table, first_field, n_fields, own, n_own, &n);
  klass->n_properties[part] = n;
  if (first + n > EUP_MAX_PROPERTIES)
    g_error ("%s has more properties than EUP_MAX_PROPERTIES", G_OBJECT_CLASS_NAME (klass));
  klass->pspecs = g_renew (GParamSpec *, first == 0 ? NULL : g_memdup2 (klass->pspecs, first * sizeof (GParamSpec *)),
                           first + n);
  for (guint i = 0; i < n; i++)
    {
      klass->pspecs[first + i] = make_pspec (&klass->properties[part][i]);
      g_object_class_install_property (object_class, i + 1, klass->pspecs[first + i]);
    }
}

/* For the class_init of our classes: installs @own, and what follows from the rows of the table. */
void
eup_entity_class_install (EupEntityClass    *klass,
                          EupTableKind       table,
                          const EupProperty *own,
                          guint              n)
{
  klass->table = table;
  install (klass, 1, table, own, n);
}

static void
eup_entity_class_init (EupEntityClass *klass)
{
  klass->table = EUP_TABLE_ANY;
  G_OBJECT_CLASS (klass)->finalize = eup_entity_finalize;
  /* What all entities have stands in every table. */
  install (klass, 0, EUP_TABLE_MANDATE, properties, G_N_ELEMENTS (properties));
}

static void
eup_entity_init (EupEntity *self)
{
}

GType (*
eup_entity_type_function (EupTableKind table)) (void)
{
#define TYPE_FUNCTION(constant, nick, key, rows, title, description) eup_##nick##_get_type,
  static GType (* const functions[EUP_N_ENTITY_TABLES]) (void) = { EUP_ENTITY_TABLES (TYPE_FUNCTION) };
#undef TYPE_FUNCTION

  return table < EUP_N_ENTITY_TABLES ? functions[table] : eup_entity_get_type;
}

GType
eup_entity_type_of_table (EupTableKind table)
{
  return eup_entity_type_function (table) ();
}

/**
 * eup_entity_get_id: (get-property id)
 * @self: an entity
 *
 * Gets the id.
 *
 * It is valid as long as @self lives. It is empty for an object that was constructed without one.
 *
 * Returns: (transfer none): the id
 *
 * Since: 1.0
 */
const char *
eup_entity_get_id (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  /* Ids are never given back: what is returned here can be kept. */
  return self->core == NULL ? "" : eup_store_id (self->core->store, self->number);
}

/**
 * eup_entity_get_type_nick: (get-property type-nick)
 * @self: an entity
 *
 * Gets the type in one word, as it stands in files and queries: `initiative`.
 *
 * Returns: (transfer none): the word
 *
 * Since: 1.0
 */
const char *
eup_entity_get_type_nick (EupEntity *self)
{
  EupTableKind table;

  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  table = EUP_ENTITY_GET_CLASS (self)->table;
  return table < EUP_N_ENTITY_TABLES ? eup_schema_table (table)->nick : "entity";
}

/**
 * eup_entity_dup_catalog: (get-property catalog)
 * @self: an entity
 *
 * Gets the catalog that the entity belongs to.
 *
 * The catalog's data live as long as any of its entities; if the catalog object itself is gone, it is made again.
 *
 * Returns: (transfer full) (nullable): the catalog, or %NULL if the entity belongs to none
 *
 * Since: 1.0
 */
EupCatalog *
eup_entity_dup_catalog (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return self->core == NULL ? NULL : eup_core_dup_catalog (self->core);
}

/**
 * eup_entity_dup_children: (get-property children)
 * @self: an entity
 *
 * Gets what stands beneath the entity: of a mandate its priorities, of a priority its objectives, of an objective its
 * initiatives, of an initiative its milestones.
 *
 * It fits [ctor@Gtk.TreeListModel.new].
 *
 * Returns: (transfer full) (nullable): the list, or %NULL where nothing ever stands beneath
 *
 * Since: 1.0
 */
EupList *
eup_entity_dup_children (EupEntity *self)
{
  EupRelation relation;

  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  relation = relation_of_children (self);
  return relation == EUP_RELATION_NONE ? NULL : eup_entity_dup_list (self, relation);
}

/**
 * eup_entity_copy:
 * @self: an entity
 *
 * Makes an entity of the same type and id with the same data that belongs to no catalog.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 1.0
 */
EupEntity *
eup_entity_copy (EupEntity *self)
{
  EupTableKind table;
  EupEntity *copy;
  guint32 row;

  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  if (!eup_entity_get_row (self, &table, &row))
    return copy;
  eup_entity_bind_copy (copy, self->core, self->number, table, row);
  return copy;
}
