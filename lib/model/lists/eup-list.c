/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-entity.h>

#include "model/lists/eup-list-private.h"
#include "model/lists/eup-order.h"
#include "model/lists/eup-roots.h"
#include "model/lists/eup-rows.h"

/**
 * EupList:
 *
 * A list of entities, or of values, that follows what it is a list of.
 *
 * It is a [iface@Gio.ListModel], ready for views, and never shows half of a change: what it serves is what it has
 * announced, and it takes the new state immediately before it emits [signal@Gio.ListModel::items-changed]. Objects of
 * entities are made when they are asked for. A list keeps its data alive, but neither the catalog nor its entities.
 *
 * Since: 1.0
 */

typedef enum
{
  SORT_FIXED,
  SORT_ROOT,
  SORT_RELATION
} ListSort;

struct _EupList
{
  GObject      parent_instance;

  EupThreadOwner *thread_owner; /* as EupThreadOwned has it */
  ListSort     sort;
  GType        item_type;
  GPtrArray   *items; /* of a fixed list */

  EupCore     *core;
  EupFollower  follower;
  EupRoots     roots;

  EupRelation  relation;
  EupNumber    owner;
  EupRows      rows;
  gboolean     was_ordered; /* the rows stand in the order that somebody may have seen */
  gboolean     is_ordered;  /* which is still the right one, but for what is dirty */
  gboolean     is_read;
  guint64      n_removals; /* of which it knows */
};

G_STATIC_ASSERT (offsetof (struct _EupList, thread_owner) == offsetof (EupThreadOwned, thread_owner));

static void eup_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EupList, eup_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, eup_list_model_init))

enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
hash_list (gconstpointer list)
{
  const EupList *self = list;

  return self->owner * 31 + self->relation;
}

static gboolean
equal_lists (gconstpointer a,
             gconstpointer b)
{
  const EupList *x = a, *y = b;

  return x->owner == y->owner && x->relation == y->relation;
}

/* A list is watched if it was read, or if somebody is connected to its signal. */
static gboolean
is_watched (EupList *self)
{
  return self->is_read
         || g_signal_handler_find (self, G_SIGNAL_MATCH_ID, g_signal_lookup ("items-changed", G_TYPE_LIST_MODEL), 0,
                                   NULL, NULL, NULL) != 0;
}

static void
order_rows (EupList *self)
{
  g_autoptr (GArray) numbers = NULL;

  if (self->was_ordered)
    return;
  self->is_ordered = self->was_ordered = TRUE;
  numbers = g_array_sized_new (FALSE, FALSE, sizeof (EupNumber), self->rows.n);
  if (self->rows.n > 0)
    g_array_append_vals (numbers, self->rows.numbers, self->rows.n);
  eup_core_sort (self->core, self->relation, self->owner, numbers, NULL, 0);
  eup_rows_steal (&self->rows, numbers);
}

static GArray *
collect (EupList *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  eup_core_collect (self->core, self->relation, self->owner, numbers);
  return numbers;
}

static void
announce_relation (EupList *self)
{
  g_autoptr (GArray) numbers = collect (self);
  GHashTable *renewed = self->n_removals < self->core->n_removals ? self->core->removed_items : NULL;

  if (!is_watched (self))
    {
      self->n_removals = self->core->n_removals;
      self->is_ordered = self->was_ordered = FALSE;
      eup_rows_steal (&self->rows, numbers);
      return;
    }

  if (self->is_ordered)
    eup_core_sort (self->core, self->relation, self->owner, numbers, self->rows.numbers, self->rows.n);
  else
    eup_core_sort (self->core, self->relation, self->owner, numbers, NULL, 0);
  if (!self->was_ordered)
    order_rows (self);
  self->is_ordered = TRUE;
  self->n_removals = self->core->n_removals;
  eup_rows_update (&self->rows, (EupNumber *) numbers->data, numbers->len, renewed, G_LIST_MODEL (self),
                   props[PROP_N_ITEMS]);
}

static gboolean
eup_list_event (GObject        *owner,
                const EupEvent *event)
{
  return eup_roots_event (&EUP_LIST (owner)->roots, event);
}

static void
eup_list_announce (GObject *owner)
{
  EupList *self = EUP_LIST (owner);

  if (self->sort == SORT_ROOT)
    eup_roots_announce (&self->roots, G_LIST_MODEL (self), props[PROP_N_ITEMS]);
  else
    announce_relation (self);
}

static const EupFollowerFuncs root_funcs = { eup_list_event, eup_list_announce };
static const EupFollowerFuncs relation_funcs = { NULL, eup_list_announce };

/* Lists of values may be read by several threads at once. */
static void
note_read (EupList *self)
{
  if (self->sort != SORT_FIXED)
    self->is_read = TRUE;
}

static GType
eup_list_model_get_item_type (GListModel *model)
{
  eup_return_val_if_wrong_thread (model, G_TYPE_INVALID);
  return EUP_LIST (model)->item_type;
}

static guint
eup_list_model_get_n_items (GListModel *model)
{
  EupList *self = EUP_LIST (model);

  eup_return_val_if_wrong_thread (self, 0);
  note_read (self);
  switch (self->sort)
    {
    case SORT_ROOT:
      return eup_roots_get_n_items (&self->roots);
    case SORT_RELATION:
      return self->rows.n;
    case SORT_FIXED:
    default:
      return self->items == NULL ? 0 : self->items->len;
    }
}

static gpointer
eup_list_model_get_item (GListModel *model,
                         guint       position)
{
  EupList *self = EUP_LIST (model);

  eup_return_val_if_wrong_thread (self, NULL);
  note_read (self);
  switch (self->sort)
    {
    case SORT_ROOT:
      return eup_roots_dup_item (&self->roots, position);
    case SORT_RELATION:
      if (position >= self->rows.n)
        return NULL;
      order_rows (self);
      return eup_core_dup_item (self->core, self->rows.numbers[position], self->n_removals);
    case SORT_FIXED:
    default:
      return self->items == NULL || position >= self->items->len ? NULL : g_object_ref (self->items->pdata[position]);
    }
}

static void
eup_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = eup_list_model_get_item_type;
  iface->get_n_items = eup_list_model_get_n_items;
  iface->get_item = eup_list_model_get_item;
}

static void
eup_list_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  EupList *self = EUP_LIST (object);

  eup_return_if_wrong_thread (self);
  switch (id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, self->item_type);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, eup_list_get_n_items (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
eup_list_finalize (GObject *object)
{
  EupList *self = EUP_LIST (object);

  EUP_AFTER_LAST_UNREF (object);
  if (self->sort == SORT_RELATION)
    {
      g_mutex_lock (&self->core->lock);
      if (g_hash_table_lookup (self->core->lists, self) == self)
        g_hash_table_remove (self->core->lists, self);
      g_mutex_unlock (&self->core->lock);
      eup_rows_clear (&self->rows);
    }
  else if (self->sort == SORT_ROOT)
    {
      eup_core_unfollow (self->core, &self->follower);
      eup_roots_clear (&self->roots);
    }
  g_clear_pointer (&self->core, eup_core_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (eup_list_parent_class)->finalize (object);
}

static void
eup_list_class_init (EupListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = eup_list_get_property;
  object_class->finalize = eup_list_finalize;

  /**
   * EupList:item-type:
   *
   * The type of the items.
   *
   * Since: 1.0
   */
  props[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * EupList:n-items:
   *
   * How many items there are.
   *
   * Since: 1.0
   */
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
eup_list_init (EupList *self)
{
  self->item_type = G_TYPE_OBJECT;
}

EupList *
eup_list_new_fixed (GType      item_type,
                    GPtrArray *items)
{
  EupList *self = g_object_new (EUP_TYPE_LIST, NULL);

  self->item_type = item_type;
  self->items = items;
  return self;
}

EupList *
eup_list_new_root (EupCore      *core,
                   EupTableKind  table)
{
  EupList *self = g_object_new (EUP_TYPE_LIST, NULL);

  self->sort = SORT_ROOT;
  self->item_type = core->entity_funcs->type_of_table (table);
  self->core = eup_core_ref (core);
  self->thread_owner = core->thread_owner;
  eup_roots_init (&self->roots, core, table);
  eup_follower_init (&self->follower, &root_funcs, self);
  eup_core_follow (core, &self->follower);
  return self;
}

EupList *
eup_core_dup_list (EupCore     *core,
                   EupRelation  relation,
                   EupNumber    owner)
{
  EupList key = { .relation = relation, .owner = owner };
  EupList *list = NULL;

  if (core->lists == NULL)
    return NULL;
  g_mutex_lock (&core->lock);
  list = g_hash_table_lookup (core->lists, &key);
  if (list != NULL)
    list = g_weak_ref_get (&list->follower.weak);
  g_mutex_unlock (&core->lock);
  return list;
}

EupList *
eup_core_ensure_list (EupCore     *core,
                      EupRelation  relation,
                      EupNumber    owner)
{
  EupList *self = eup_core_dup_list (core, relation, owner);
  g_autoptr (GArray) numbers = NULL;

  if (self != NULL)
    return self;

  self = g_object_new (EUP_TYPE_LIST, NULL);
  self->sort = SORT_RELATION;
  self->item_type = core->entity_funcs->type_of_table (eup_relation_spec (relation)->items);
  self->core = eup_core_ref (core);
  self->thread_owner = core->thread_owner;
  self->relation = relation;
  self->owner = owner;
  self->n_removals = core->n_removals;
  numbers = collect (self);
  eup_rows_steal (&self->rows, numbers);
  eup_follower_init (&self->follower, &relation_funcs, self);

  g_mutex_lock (&core->lock);
  if (core->lists == NULL)
    core->lists = g_hash_table_new (hash_list, equal_lists);
  g_hash_table_replace (core->lists, self, self);
  g_mutex_unlock (&core->lock);
  return self;
}

/* All lists of relations that are alive. */
GPtrArray *
eup_core_dup_lists (EupCore *core)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key;

  if (core->lists == NULL)
    return lists;
  g_mutex_lock (&core->lock);
  g_hash_table_iter_init (&iter, core->lists);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      EupList *list = g_weak_ref_get (&((EupList *) key)->follower.weak);

      if (list != NULL)
        g_ptr_array_add (lists, list);
    }
  g_mutex_unlock (&core->lock);
  return lists;
}

/* Those that show the entity. */
GPtrArray *
eup_core_dup_lists_with (EupCore   *core,
                         EupNumber  number)
{
  g_autoptr (GPtrArray) lists = eup_core_dup_lists (core);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lists->len; i++)
    if (eup_rows_position_of (&((EupList *) lists->pdata[i])->rows, number) != G_MAXUINT)
      g_ptr_array_add (found, g_object_ref (lists->pdata[i]));
  return found;
}

EupFollower *
eup_list_get_follower (EupList *self)
{
  return &self->follower;
}

gboolean
eup_list_is_by_title (EupList *self)
{
  return self->sort == SORT_RELATION && eup_relation_spec (self->relation)->order == EUP_ORDER_BY_TITLE;
}

void
eup_list_forget_order (EupList *self)
{
  self->is_ordered = FALSE;
}

/**
 * eup_list_get_item_type: (get-property item-type)
 * @self: a list
 *
 * Gets the type of the items, such as `EuPolicy.Initiative`.
 *
 * Returns: the type
 *
 * Since: 1.0
 */
GType
eup_list_get_item_type (EupList *self)
{
  g_return_val_if_fail (EUP_IS_LIST (self), G_TYPE_INVALID);
  eup_return_val_if_wrong_thread (self, G_TYPE_INVALID);

  return self->item_type;
}

/**
 * eup_list_get_n_items: (get-property n-items)
 * @self: a list
 *
 * Gets how many items there are.
 *
 * Returns: the number of items
 *
 * Since: 1.0
 */
guint
eup_list_get_n_items (EupList *self)
{
  g_return_val_if_fail (EUP_IS_LIST (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return eup_list_model_get_n_items (G_LIST_MODEL (self));
}

/**
 * eup_list_lookup:
 * @self: a list
 * @id: an id
 *
 * Finds the entity of that id, if it stands in the list.
 *
 * Only entities have ids. In a list of values, such as [property@Entity:links], [property@Entity:figures] or
 * [property@Catalog:issues], nothing is found, whatever @id is; [method@Gio.ListModel.get_item] reads those.
 *
 * Returns: (transfer full) (nullable): the entity, or %NULL
 *
 * Since: 1.0
 */
EupEntity *
eup_list_lookup (EupList    *self,
                 const char *id)
{
  EupNumber number;
  gboolean found;

  g_return_val_if_fail (EUP_IS_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  if (self->sort == SORT_FIXED)
    return NULL;
  number = eup_store_find (self->core->store, id, strlen (id));
  if (number == 0)
    return NULL;
  if (self->sort == SORT_ROOT)
    found = eup_roots_position_of (&self->roots, number) != G_MAXUINT;
  else
    found = eup_rows_position_of (&self->rows, number) != G_MAXUINT;
  return found ? eup_core_dup_item (self->core, number, self->n_removals) : NULL;
}

/**
 * eup_list_position_of:
 * @self: a list
 * @item: (type GObject.Object): an item
 *
 * Finds out where an item stands.
 *
 * A value is found in a list of values if it is that very object, not one that is equal to it.
 *
 * In Python and JavaScript the answer is -1 where it is `G_MAXUINT` here.
 *
 * Returns: the position, or `G_MAXUINT` if @item does not stand in the list
 *
 * Since: 1.0
 */
guint
eup_list_position_of (EupList  *self,
                      gpointer  item)
{
  EupNumber number;
  guint position;

  g_return_val_if_fail (EUP_IS_LIST (self), G_MAXUINT);
  g_return_val_if_fail (G_IS_OBJECT (item), G_MAXUINT);
  eup_return_val_if_wrong_thread (self, G_MAXUINT);

  note_read (self);
  if (self->sort == SORT_FIXED)
    return self->items != NULL && g_ptr_array_find (self->items, item, &position) ? position : G_MAXUINT;
  if (!EUP_IS_ENTITY (item))
    return G_MAXUINT;
  eup_return_val_if_wrong_thread (item, G_MAXUINT);
  number = eup_core_number_of (self->core, item);
  if (number == 0)
    return G_MAXUINT;
  if (self->sort == SORT_ROOT)
    return eup_roots_position_of (&self->roots, number);
  order_rows (self);
  return eup_rows_position_of (&self->rows, number);
}
