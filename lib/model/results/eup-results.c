/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-catalog.h>
#include <eupolicy/eup-query.h>

#include "model/entity/eup-entity-private.h"
#include "model/results/eup-results-private.h"
#include "query/language/eup-query-private.h"
#include "query/language/eup-query-same.h"
#include "words/eup-words.h"

/**
 * EupResults:
 *
 * The answer to a query: a list of entities in the order that was asked for.
 *
 * It is a [iface@Gio.ListModel], ready for views; the objects of entities are made when they are asked for.
 *
 * ```c
 * g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative status:proposed sort:-date limit:20", &error);
 * ```
 *
 * An answer stays as it was found, except that entities which are removed from the catalog leave it. With
 * [property@Results:live] it follows the catalog: what fits after an edit joins, what does not leaves, and what belongs
 * elsewhere moves, each announced by the smallest [signal@Gio.ListModel::items-changed] that is true.
 *
 * An answer keeps the data of the catalog alive, but neither the catalog object nor any entity.
 *
 * Since: 1.0
 */

static void eup_results_model_init (GListModelInterface *iface);

G_STATIC_ASSERT (offsetof (struct _EupResults, thread_owner) == offsetof (EupThreadOwned, thread_owner));

G_DEFINE_FINAL_TYPE_WITH_CODE (EupResults, eup_results, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, eup_results_model_init))

enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  PROP_N_TOTAL,
  PROP_QUERY,
  PROP_CATALOG,
  PROP_LIVE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const EupFollowerFuncs follower_funcs = { eup_results_event, eup_results_announce, eup_results_reset };

GParamSpec *
eup_results_n_items_pspec (void)
{
  return props[PROP_N_ITEMS];
}

void
eup_results_notify_total (EupResults *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
}

/* Takes the spec; the query is the object of it if there is one. */
static EupResults *
results_new (EupCore       *core,
             EupQuerySpec  *spec,
             EupQuery      *query,
             GCancellable  *cancellable,
             GError       **error)
{
  EupResults *self = g_object_new (EUP_TYPE_RESULTS, NULL);

  self->core = eup_core_ref (core);
  self->thread_owner = core->thread_owner;
  self->spec = spec;
  g_set_object (&self->query, query);
  self->n_removals = core->n_removals;
  self->is_refused = !eup_results_evaluate (self, cancellable, error);
  eup_follower_init (&self->follower, &follower_funcs, self);
  eup_core_follow (core, &self->follower);
  return self;
}

EupResults *
eup_results_new (EupCore       *core,
                 EupQuerySpec  *spec,
                 EupQuery      *query,
                 GCancellable  *cancellable,
                 GError       **error)
{
  EupResults *self = results_new (core, spec, query, cancellable, error);

  if (self->is_refused)
    g_clear_object (&self);
  return self;
}

EupResults *
eup_results_new_or_empty (EupCore      *core,
                          EupQuerySpec *spec,
                          EupQuery     *query)
{
  g_autoptr (GError) error = NULL;
  EupResults *self = results_new (core, spec, query, NULL, &error);

  if (self->is_refused)
    {
      self->is_total_known = TRUE;
      g_warning ("A question is not answered: %s", error->message);
    }
  return self;
}

static GType
eup_results_model_get_item_type (GListModel *model)
{
  eup_return_val_if_wrong_thread (model, G_TYPE_INVALID);
  return EUP_TYPE_ENTITY;
}

static guint
eup_results_model_get_n_items (GListModel *model)
{
  eup_return_val_if_wrong_thread (model, 0);
  return EUP_RESULTS (model)->rows.n;
}

static gpointer
eup_results_model_get_item (GListModel *model,
                            guint       position)
{
  EupResults *self = EUP_RESULTS (model);

  eup_return_val_if_wrong_thread (self, NULL);
  if (position >= self->rows.n)
    return NULL;
  return eup_core_dup_item (self->core, self->rows.numbers[position], self->n_removals);
}

static void
eup_results_model_init (GListModelInterface *iface)
{
  iface->get_item_type = eup_results_model_get_item_type;
  iface->get_n_items = eup_results_model_get_n_items;
  iface->get_item = eup_results_model_get_item;
}

static void
eup_results_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EupResults *self = EUP_RESULTS (object);

  eup_return_if_wrong_thread (self);
  switch (id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, EUP_TYPE_ENTITY);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->rows.n);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, eup_results_get_n_total (self));
      break;
    case PROP_QUERY:
      g_value_set_object (value, eup_results_get_query (self));
      break;
    case PROP_CATALOG:
      g_value_take_object (value, eup_results_dup_catalog (self));
      break;
    case PROP_LIVE:
      g_value_set_boolean (value, self->live);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
eup_results_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (id == PROP_LIVE)
    eup_results_set_live (EUP_RESULTS (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
eup_results_finalize (GObject *object)
{
  EupResults *self = EUP_RESULTS (object);

  EUP_AFTER_LAST_UNREF (object);
  if (self->core != NULL)
    eup_core_unfollow (self->core, &self->follower);
  eup_rows_clear (&self->rows);
  eup_results_clear_scores (self);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->all, g_array_unref);
  g_clear_pointer (&self->events, g_array_unref);
  g_clear_pointer (&self->spec, eup_query_spec_unref);
  g_clear_object (&self->query);
  g_clear_pointer (&self->core, eup_core_unref);

  G_OBJECT_CLASS (eup_results_parent_class)->finalize (object);
}

static void
eup_results_class_init (EupResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags common = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = eup_results_get_property;
  object_class->set_property = eup_results_set_property;
  object_class->finalize = eup_results_finalize;

  /**
   * EupResults:item-type:
   *
   * The type of the items: [class@Entity].
   *
   * Since: 1.0
   */
  props[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE | common);
  /**
   * EupResults:n-items:
   *
   * How many entities the list has, between offset and limit.
   *
   * Since: 1.0
   */
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | common);
  /**
   * EupResults:n-total:
   *
   * How many entities fit the query, whatever its offset and limit are.
   *
   * Since: 1.0
   */
  props[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | common);
  /**
   * EupResults:query:
   *
   * The query that was asked.
   *
   * Since: 1.0
   */
  props[PROP_QUERY] = g_param_spec_object ("query", NULL, NULL, EUP_TYPE_QUERY, G_PARAM_READABLE | common);
  /**
   * EupResults:catalog: (getter dup_catalog)
   *
   * The catalog that was asked.
   *
   * Since: 1.0
   */
  props[PROP_CATALOG] = g_param_spec_object ("catalog", NULL, NULL, EUP_TYPE_CATALOG, G_PARAM_READABLE | common);
  /**
   * EupResults:live:
   *
   * Whether the list follows the catalog.
   *
   * Since: 1.0
   */
  props[PROP_LIVE] = g_param_spec_boolean ("live", NULL, NULL, FALSE, G_PARAM_READWRITE | common);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
eup_results_init (EupResults *self)
{
}

/**
 * eup_results_get_item_type: (get-property item-type)
 * @self: an answer
 *
 * Gets the type of the items, which is `EuPolicy.Entity`.
 *
 * Returns: the type
 *
 * Since: 1.0
 */
GType
eup_results_get_item_type (EupResults *self)
{
  g_return_val_if_fail (EUP_IS_RESULTS (self), G_TYPE_INVALID);
  eup_return_val_if_wrong_thread (self, G_TYPE_INVALID);

  return EUP_TYPE_ENTITY;
}

/**
 * eup_results_get_n_items: (get-property n-items)
 * @self: an answer
 *
 * Gets how many entities the list has, between the offset and the limit of the query.
 *
 * Returns: the number of entities
 *
 * Since: 1.0
 */
guint
eup_results_get_n_items (EupResults *self)
{
  g_return_val_if_fail (EUP_IS_RESULTS (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return self->rows.n;
}

/**
 * eup_results_get_n_total: (get-property n-total)
 * @self: an answer
 *
 * Gets how many entities fit the query, whatever its offset and limit are.
 *
 * A query with a limit stops when it is reached: the others are counted when this is first asked, as the catalog is then.
 *
 * Returns: the number of entities
 *
 * Since: 1.0
 */
guint
eup_results_get_n_total (EupResults *self)
{
  g_return_val_if_fail (EUP_IS_ANSWER (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  if (!self->is_total_known)
    {
      EupPlan plan;

      if (eup_results_begin_plan (self, &plan))
        {
          self->n_total = eup_plan_count (&plan);
          eup_plan_clear (&plan);
        }
      self->is_total_known = TRUE;
    }
  return (guint) MIN (self->n_total, G_MAXUINT);
}

/**
 * eup_results_get_query: (get-property query)
 * @self: an answer
 *
 * Gets the query that was asked.
 *
 * Returns: (transfer none): the query, which the answer keeps
 *
 * Since: 1.0
 */
EupQuery *
eup_results_get_query (EupResults *self)
{
  g_return_val_if_fail (EUP_IS_RESULTS (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  if (self->query == NULL && self->spec != NULL)
    self->query = eup_query_new_take (eup_query_spec_ref (self->spec));
  return self->query;
}

/**
 * eup_results_dup_catalog: (get-property catalog)
 * @self: an answer
 *
 * Gets the catalog that was asked.
 *
 * Returns: (transfer full): the catalog
 *
 * Since: 1.0
 */
EupCatalog *
eup_results_dup_catalog (EupResults *self)
{
  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_core_dup_catalog (self->core);
}

/**
 * eup_results_get_live: (get-property live)
 * @self: an answer
 *
 * Tells whether the list follows the catalog.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
eup_results_get_live (EupResults *self)
{
  g_return_val_if_fail (EUP_IS_RESULTS (self), FALSE);
  eup_return_val_if_wrong_thread (self, FALSE);

  return self->live;
}

/**
 * eup_results_set_live: (set-property live)
 * @self: an answer
 * @live: whether it follows the catalog
 *
 * Makes the list follow the catalog, or keep what it has.
 *
 * When it begins to follow, what has changed meanwhile is announced at once. A list that follows holds the numbers of
 * all entities that fit, also of those beyond its limit.
 *
 * Since: 1.0
 */
void
eup_results_set_live (EupResults *self,
                      gboolean    live)
{
  g_return_if_fail (EUP_IS_ANSWER (self));
  eup_return_if_wrong_thread (self);

  live = !!live;
  if (self->live == live)
    return;
  self->live = live;
  if (live)
    {
      eup_core_begin (self->core);
      eup_results_find_use (self);
      eup_results_reset (G_OBJECT (self));
      eup_core_end (self->core);
    }
  else
    {
      g_clear_pointer (&self->all, g_array_unref);
      g_clear_pointer (&self->events, g_array_unref);
      self->is_stale = FALSE;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIVE]);
}

static gboolean
belongs (EupResults *self,
         EupEntity  *entity)
{
  return entity->core == self->core;
}

/**
 * eup_results_get_score:
 * @self: an answer
 * @entity: an entity in it
 *
 * Gets how well an entity fits the words of the query.
 *
 * Scores are comparable within one answer only.
 *
 * Returns: the score; 0 if the query has no words, or the entity does not stand in the answer
 *
 * Since: 1.0
 */
double
eup_results_get_score (EupResults *self,
                       EupEntity  *entity)
{
  const double *score = NULL;

  g_return_val_if_fail (EUP_IS_ANSWER (self), 0);
  g_return_val_if_fail (EUP_IS_ENTITY (entity), 0);
  eup_return_val_if_wrong_thread (self, 0);
  eup_return_val_if_wrong_thread (entity, 0);

  if (self->scores != NULL && belongs (self, entity))
    score = eup_results_find_score (self, entity->number);
  return score == NULL ? 0 : *score;
}

/**
 * eup_results_dup_snippet:
 * @self: an answer
 * @entity: an entity in it
 *
 * Gets the part of an entity's texts that shows the words of the query best.
 *
 * It has about 160 characters; the words stand between two pairs of asterisks, and "…" where the text was cut.
 *
 * Returns: (transfer full) (nullable): the part, or %NULL if the query has no words, or none of them stands in its texts
 *
 * Since: 1.0
 */
char *
eup_results_dup_snippet (EupResults *self,
                         EupEntity  *entity)
{
  g_autoptr (GPtrArray) words = NULL;
  EupQueryContext context;
  EupWordsQuery query;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (EUP_IS_ENTITY (entity), NULL);
  eup_return_val_if_wrong_thread (self, NULL);
  eup_return_val_if_wrong_thread (entity, NULL);

  if (!belongs (self, entity))
    return NULL;
  words = eup_query_node_ranked_words (self->spec->condition);
  if (words == NULL)
    return NULL;
  context = eup_core_get_query_context (self->core);
  eup_query_index_refresh (context.index);
  eup_work_begin (&context.index->work, NULL);
  query = (EupWordsQuery) { (const EupWordsPhrase * const *) words->pdata, words->len, (const char * const *) self->spec->languages };
  return eup_words_snippet (eup_query_index_words (context.index), self->core->store, &query, entity->number, context.reading);
}

/**
 * eup_results_lookup:
 * @self: an answer
 * @id: an id
 *
 * Finds the entity of that id, if it stands in the list.
 *
 * Returns: (transfer full) (nullable): the entity, or %NULL
 *
 * Since: 1.0
 */
EupEntity *
eup_results_lookup (EupResults *self,
                    const char *id)
{
  EupNumber number;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  number = eup_store_find (self->core->store, id, strlen (id));
  if (number == 0 || eup_rows_position_of (&self->rows, number) == G_MAXUINT)
    return NULL;
  return eup_core_dup_item (self->core, number, self->n_removals);
}

/**
 * eup_results_position_of:
 * @self: an answer
 * @entity: an entity
 *
 * Finds out where an entity stands.
 *
 * In Python and JavaScript the answer is -1 where it is `G_MAXUINT` here.
 *
 * Returns: the position, or `G_MAXUINT` if @entity does not stand in the list
 *
 * Since: 1.0
 */
guint
eup_results_position_of (EupResults *self,
                         EupEntity  *entity)
{
  g_return_val_if_fail (EUP_IS_ANSWER (self), G_MAXUINT);
  g_return_val_if_fail (EUP_IS_ENTITY (entity), G_MAXUINT);
  eup_return_val_if_wrong_thread (self, G_MAXUINT);
  eup_return_val_if_wrong_thread (entity, G_MAXUINT);

  return belongs (self, entity) ? eup_rows_position_of (&self->rows, entity->number) : G_MAXUINT;
}
