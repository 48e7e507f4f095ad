/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "model/results/eup-results-private.h"
#include "query/language/eup-query-private.h"
#include "values/eup-date-cell.h"
#include "values/eup-debug.h"

/* With more affected entities the query is simply asked again. */
#define MAX_AFFECTED 1024

void
eup_results_clear_scores (EupResults *self)
{
  g_clear_pointer (&self->scored, g_free);
  g_clear_pointer (&self->scores, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

static void
take_scores (EupResults      *self,
             const EupAnswer *answer)
{
  eup_results_clear_scores (self);
  if (answer->scores == NULL)
    return;
  self->scored = g_memdup2 (answer->numbers->data, answer->numbers->len * sizeof (EupNumber));
  self->scores = g_array_ref (answer->scores);
}

const double *
eup_results_find_score (EupResults *self,
                        EupNumber   number)
{
  guint place;

  if (self->scores == NULL)
    return NULL;
  if (self->places == NULL)
    {
      self->places = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->scores->len; i++)
        g_hash_table_insert (self->places, GUINT_TO_POINTER (self->scored[i]), GUINT_TO_POINTER (i + 1));
    }
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GUINT_TO_POINTER (number)));
  return place == 0 ? NULL : &g_array_index (self->scores, double, place - 1);
}

/* A query that is nothing but an id needs no plan. */
static gboolean
evaluate_id (EupResults         *self,
             const EupQuerySpec *spec)
{
  const EupQueryNode *node = spec->condition;
  EupStore *store = self->core->store;
  EupTableKind table;
  EupNumber number;
  guint32 row;

  if (node->kind != EUP_QUERY_TERM || node->field != EUP_QUERY_FIELD_ID || node->op != EUP_OPERATOR_IS || node->n != 1
      || spec->offset > 0 || spec->limit == 0)
    return FALSE;
  number = eup_store_find (store, node->values[0].string, strlen (node->values[0].string));
  self->is_total_known = TRUE;
  self->n_total = 0;
  if (eup_store_home (store, number, &table, &row))
    {
      self->rows.numbers = g_memdup2 (&number, sizeof number);
      self->rows.n = self->rows.cap = 1;
      self->n_total = 1;
    }
  if (eup_debug_is_on (EUP_DEBUG_PLAN))
    {
      g_autofree char *query = eup_query_print (spec);

      eup_debug_print (EUP_DEBUG_PLAN, "query: %s\nlooked up by its id: %u found", query, self->rows.n);
    }
  return TRUE;
}

/* The first answer. */
gboolean
eup_results_evaluate (EupResults    *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const EupQuerySpec *spec = self->spec;
  EupQueryContext context;
  EupAnswer answer;
  EupPlan plan;
  gboolean done;

  if (cancellable != NULL && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (evaluate_id (self, spec))
    return TRUE;
  context = eup_core_get_query_context (self->core);
  context.cancellable = cancellable;
  if (!eup_plan_init (&plan, &context, spec, error))
    {
      eup_work_begin (&context.index->work, NULL); /* the cancellable is not ours to keep */
      return FALSE;
    }
  done = eup_plan_run (&plan, spec->offset, spec->limit, &answer, error);
  eup_work_begin (&context.index->work, NULL);
  take_scores (self, &answer);
  self->is_total_known = answer.is_total_known;
  self->n_total = answer.n_total;
  eup_rows_steal (&self->rows, answer.numbers);
  eup_answer_clear (&answer);
  eup_plan_clear (&plan);
  return done;
}

gboolean
eup_results_begin_plan (EupResults *self,
                        EupPlan    *plan)
{
  EupQueryContext context = eup_core_get_query_context (self->core);
  g_autoptr (GError) error = NULL;

  if (self->is_refused)
    return FALSE;
  if (eup_plan_init (plan, &context, self->spec, &error))
    return TRUE;
  self->is_refused = TRUE;
  g_warning ("A question is no longer answered: %s", error->message);
  return FALSE;
}

/* Whether the field shows what follows from milestones and the day, to find or to sort by. */
static gboolean
is_derived (guint field)
{
  switch (field)
    {
    case EUP_QUERY_FIELD_STATUS:
    case EUP_QUERY_FIELD_VERDICT:
    case EUP_QUERY_FIELD_SLIPPAGE:
    case EUP_QUERY_FIELD_STATE:
    case EUP_QUERY_FIELD_DATE:
    case EUP_QUERY_FIELD_IS:
    case EUP_QUERY_FIELD_HAS:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
note_term (EupResults         *self,
           const EupQueryNode *node)
{
  EupStore *store = self->core->store;

  self->use.derived |= is_derived (node->field);
  switch (eup_query_field_spec (node->field)->kind)
    {
    case EUP_QUERY_KIND_TEXT:
      self->use.titles = TRUE;
      break;
    case EUP_QUERY_KIND_WORDS:
      self->use.texts = self->use.titles = self->use.references = TRUE;
      break;
    case EUP_QUERY_KIND_REFERENCE:
      self->use.references = TRUE;
      break;
    case EUP_QUERY_KIND_PROPERTY:
      self->use.properties = TRUE;
      break;
    case EUP_QUERY_KIND_ENTITY:
      self->use.entities = TRUE;
      for (guint i = 0; i < node->n; i++)
        if (eup_names_scans (store, node, &node->values[i]) != 0)
          self->use.names = TRUE;
      break;
    default:
      break;
    }
}

static void
note_use (EupResults         *self,
          const EupQueryNode *node,
          gboolean            is_wanted)
{
  if (node->kind == EUP_QUERY_TERM)
    note_term (self, node);
  else if (node->kind == EUP_QUERY_WORDS)
    {
      self->use.texts = self->use.titles = self->use.references = TRUE;
      self->use.rank |= is_wanted;
    }
  else if (node->kind != EUP_QUERY_ALL)
    for (guint i = 0; i < node->n; i++)
      note_use (self, node->children[i], is_wanted && node->kind != EUP_QUERY_NOT);
}

void
eup_results_find_use (EupResults *self)
{
  const EupQuerySpec *spec = self->spec;

  self->use = (EupResultsUse) { FALSE };
  note_use (self, spec->condition, TRUE);
  for (guint i = 0; i < spec->n_sort; i++)
    {
      self->use.titles |= spec->sort[i].field == EUP_QUERY_FIELD_TITLE;
      self->use.derived |= is_derived (spec->sort[i].field);
      self->use.properties |= spec->sort[i].field >= EUP_QUERY_FIELD_PROPERTY;
    }
}

/* Most edits touch few queries: what a query does not look at cannot change its answer. */
static gboolean
is_relevant (const EupResults *self,
             const EupEvent   *event)
{
  const EupResultsUse *use = &self->use;

  if (event->kind != EUP_EVENT_CELL || use->properties)
    return TRUE;
  switch (event->field)
    {
    case EUP_FIELD_TITLE:
    case EUP_FIELD_SHORT_TITLE:
    case EUP_FIELD_OTHER_TITLES:
      return use->titles || use->names;
    case EUP_FIELD_SUMMARY:
    case EUP_FIELD_NOTES:
      return use->texts;
    case EUP_FIELD_REFERENCES:
      return use->references;
    case EUP_FIELD_LINKS:
    case EUP_FIELD_FIGURES:
    case EUP_FIELD_SOURCES:
    case EUP_FIELD_VERIFIED:
      return use->texts && eup_schema_field (event->table, event->field)->words != EUP_WORDS_NOWHERE;
    default:
      return TRUE;
    }
}

/* An entity that is named by its title may be another one now. */
static gboolean
may_rename (const EupEvent *event)
{
  if (event->kind != EUP_EVENT_CELL)
    return event->kind != EUP_EVENT_DERIVED;
  return event->field <= EUP_FIELD_OTHER_TITLES
         || (event->table == EUP_TABLE_COMMISSIONER
             && (event->field == EUP_COMMISSIONER_GIVEN_NAME || event->field == EUP_COMMISSIONER_FAMILY_NAME));
}

static gboolean
names_id (const EupQueryNode *node,
          const char         *id)
{
  if (node->kind == EUP_QUERY_TERM && eup_query_field_spec (node->field)->kind == EUP_QUERY_KIND_ENTITY)
    {
      for (guint i = 0; i < node->n; i++)
        if (strcmp (node->values[i].string, id) == 0)
          return TRUE;
    }
  else
    for (guint i = 0; node->children != NULL && i < node->n; i++)
      if (names_id (node->children[i], id))
        return TRUE;
  return FALSE;
}

/* What follows on another day than that of the catalog is not announced: any edit may have changed it. */
static gboolean
may_change_another_day (const EupResults *self)
{
  return self->use.derived && self->spec->as_of != 0
         && eup_date_cell_last_day (self->spec->as_of) != self->core->store->as_of;
}

/* Whom an id in the query means may be another one now, or nobody. */
static gboolean
may_mean_another (const EupResults *self,
                  const EupEvent   *event)
{
  if (!self->use.entities || event->kind == EUP_EVENT_CELL || event->kind == EUP_EVENT_DERIVED)
    return FALSE;
  return event->kind == EUP_EVENT_RENAMED
         || names_id (self->spec->condition, eup_store_id (self->core->store, event->number));
}

gboolean
eup_results_event (GObject        *owner,
                   const EupEvent *event)
{
  EupResults *self = EUP_RESULTS (owner);

  if (event->kind == EUP_EVENT_REMOVED)
    {
      if (self->removed == NULL)
        self->removed = g_hash_table_new (NULL, NULL);
      g_hash_table_add (self->removed, GUINT_TO_POINTER (event->number));
      if (!self->live)
        return TRUE;
    }
  if (!self->live || self->is_stale)
    return self->live;
  if (!is_relevant (self, event))
    return FALSE;

  if (self->use.rank || (self->use.names && may_rename (event)) || may_mean_another (self, event) || may_change_another_day (self))
    {
      self->is_stale = TRUE;
      return TRUE;
    }
  if (self->events == NULL)
    self->events = g_array_new (FALSE, FALSE, sizeof (EupEvent));
  g_array_append_val (self->events, *event);
  return TRUE;
}

/* The day or the languages are others. */
void
eup_results_reset (GObject *owner)
{
  EupResults *self = EUP_RESULTS (owner);

  self->is_stale = TRUE;
  if (self->live)
    eup_core_queue (self->core, &self->follower);
}

/* The place in the sorted numbers at which that one belongs. */
static guint
place_of (const EupPlan   *plan,
          const GArray    *numbers,
          EupNumber        number)
{
  guint low = 0, high = numbers->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (eup_ordering_compare (&plan->ordering, g_array_index (numbers, EupNumber, middle), number) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Takes out what was affected, and puts in again what fits now; the others keep their order. */
static void
update_some (EupResults         *self,
             EupPlan            *plan,
             const EupNumberSet *affected)
{
  g_autoptr (GArray) fitting = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  GArray *all = self->all;
  guint kept = 0;

  for (guint i = 0; i < all->len; i++)
    if (!eup_number_set_has (affected, g_array_index (all, EupNumber, i)))
      g_array_index (all, EupNumber, kept++) = g_array_index (all, EupNumber, i);
  g_array_set_size (all, kept);

  for (guint i = 0; i < affected->numbers->len; i++)
    {
      EupNumber number = g_array_index (affected->numbers, EupNumber, i);

      if (eup_plan_matches (plan, number))
        g_array_append_val (fitting, number);
    }
  for (guint i = 0; i < fitting->len; i++)
    {
      EupNumber number = g_array_index (fitting, EupNumber, i);

      g_array_insert_val (all, place_of (plan, all, number), number);
    }
}

static void
update_all (EupResults *self,
            EupPlan    *plan)
{
  EupAnswer answer;

  eup_plan_run (plan, 0, G_MAXUINT32, &answer, NULL);
  take_scores (self, &answer);
  g_clear_pointer (&self->all, g_array_unref);
  self->all = g_array_ref (answer.numbers);
  eup_answer_clear (&answer);
}

/* Numbers that were removed, and perhaps are here again, stand for other objects. */
static GHashTable *
renewed (EupResults *self)
{
  return self->n_removals < self->core->n_removals ? self->core->removed_items : NULL;
}

static void
show (EupResults      *self,
      const EupNumber *numbers,
      guint            n)
{
  GHashTable *others = renewed (self);

  self->n_removals = self->core->n_removals;
  eup_rows_update (&self->rows, numbers, n, others, G_LIST_MODEL (self), eup_results_n_items_pspec ());
}

/* Any edit may move all that is ranked, so the whole order is not kept from one to the next: what is shown is enough. */
static void
update_shown (EupResults *self,
              EupPlan    *plan)
{
  const EupQuerySpec *spec = self->spec;
  guint64 n_before = self->n_total;
  gboolean was_known = self->is_total_known;
  EupAnswer answer;

  eup_plan_run (plan, spec->offset, spec->limit, &answer, NULL);
  take_scores (self, &answer);
  self->is_total_known = answer.is_total_known || was_known;
  self->n_total = answer.is_total_known || !was_known ? answer.n_total : eup_plan_count (plan);
  show (self, (const EupNumber *) (gpointer) answer.numbers->data, answer.numbers->len);
  eup_answer_clear (&answer);
  if (!was_known || n_before != self->n_total)
    eup_results_notify_total (self);
}

/* What can no longer be answered shows nothing rather than what was true once. */
static void
show_nothing (EupResults *self)
{
  gboolean had_any = !self->is_total_known || self->n_total > 0;

  self->is_stale = FALSE;
  g_clear_pointer (&self->removed, g_hash_table_unref);
  eup_results_clear_scores (self);
  g_clear_pointer (&self->all, g_array_unref);
  self->n_total = 0;
  self->is_total_known = TRUE;
  show (self, NULL, 0);
  if (had_any)
    eup_results_notify_total (self);
}

static void
announce_live (EupResults *self)
{
  const EupQuerySpec *spec = self->spec;
  g_autoptr (GArray) events = g_steal_pointer (&self->events);
  g_autoptr (EupNumberSet) affected = NULL;
  g_auto (EupPlan) plan;
  guint64 n_before = self->n_total;
  gboolean was_known = self->is_total_known;
  guint first;

  if (self->is_stale)
    eup_results_find_use (self);
  if (!eup_results_begin_plan (self, &plan))
    {
      memset (&plan, 0, sizeof plan);
      show_nothing (self);
      return;
    }
  if (self->use.rank)
    {
      self->is_stale = FALSE;
      g_clear_pointer (&self->removed, g_hash_table_unref);
      update_shown (self, &plan);
      return;
    }
  if (!self->is_stale && self->all != NULL && events != NULL)
    affected = eup_query_index_affected (plan.index, (const EupEvent *) (gpointer) events->data, events->len, MAX_AFFECTED);
  if (affected != NULL)
    update_some (self, &plan, affected);
  else if (self->is_stale || self->all == NULL || events != NULL)
    update_all (self, &plan);
  self->is_stale = FALSE;
  g_clear_pointer (&self->removed, g_hash_table_unref);

  self->n_total = self->all->len;
  self->is_total_known = TRUE;
  first = MIN (spec->offset, self->all->len);
  show (self, self->all->len == 0 ? NULL : &g_array_index (self->all, EupNumber, first),
        MIN (self->all->len - first, spec->limit));
  if (!was_known || n_before != self->n_total)
    eup_results_notify_total (self);
}

static void
announce_removals (EupResults *self)
{
  g_autoptr (GHashTable) removed = g_steal_pointer (&self->removed);
  g_autofree EupNumber *kept = g_new (EupNumber, MAX (self->rows.n, 1));
  guint n = 0, n_gone;

  if (removed == NULL)
    return;
  for (guint i = 0; i < self->rows.n; i++)
    if (!g_hash_table_contains (removed, GUINT_TO_POINTER (self->rows.numbers[i])))
      kept[n++] = self->rows.numbers[i];
  n_gone = self->rows.n - n;
  if (n_gone == 0)
    {
      self->n_removals = self->core->n_removals;
      return;
    }
  self->n_total -= MIN (self->n_total, n_gone);
  show (self, kept, n);
  if (self->is_total_known)
    eup_results_notify_total (self);
}

void
eup_results_announce (GObject *owner)
{
  EupResults *self = EUP_RESULTS (owner);

  if (self->live)
    announce_live (self);
  else
    announce_removals (self);
}
