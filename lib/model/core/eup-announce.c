/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-catalog.h>
#include <eupolicy/eup-entity.h>

#include "domain/eup-relations.h"
#include "model/core/eup-core-private.h"
#include "values/eup-debug.h"

/* An edit writes at once; what it changed is noted at once as well, while it can still be seen what was there
 * before. The outermost edit then announces: notify, list by list, changed. Handlers may edit: their announcements
 * make the next round. */

static gboolean
has_announcements (const EupCore *core)
{
  return (core->notices != NULL && core->notices->len > 0) || (core->queue != NULL && core->queue->len > 0)
         || (core->changed != NULL && core->changed->len > 0);
}

void
eup_core_notify (EupCore         *core,
                 GObject         *object,
                 EupPropertyMask *pending,
                 GParamSpec     **pspecs,
                 EupPropertyMask  properties)
{
  EupNotice notice = { object, pending, pspecs };

  if (eup_property_mask_is_empty (&properties))
    return;
  if (eup_property_mask_is_empty (pending))
    {
      if (core->notices == NULL)
        core->notices = g_array_new (FALSE, FALSE, sizeof (EupNotice));
      g_object_ref (object);
      g_array_append_val (core->notices, notice);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pending->bits); i++)
    pending->bits[i] |= properties.bits[i];
  if (EUP_IS_ENTITY (object))
    core->entity_funcs->announcing (object, TRUE);
}

/* The caller holds the owner. */
void
eup_core_queue (EupCore     *core,
                EupFollower *follower)
{
  if (follower->queued)
    return;
  if (core->queue == NULL)
    core->queue = g_ptr_array_new ();
  follower->queued = TRUE;
  g_object_ref (follower->owner);
  g_ptr_array_add (core->queue, follower);
}

void
eup_core_retire (EupCore        *core,
                 const EupRetired *item)
{
  g_mutex_lock (&core->lock);
  if (core->retired == NULL)
    core->retired = g_array_new (FALSE, FALSE, sizeof (EupRetired));
  g_array_append_vals (core->retired, item, 1);
  g_mutex_unlock (&core->lock);
}

static void
note_changed (EupCore   *core,
              EupNumber  number)
{
  if (core->changed == NULL)
    {
      core->changed = g_array_new (FALSE, FALSE, sizeof (EupNumber));
      core->is_changed = g_hash_table_new (NULL, NULL);
    }
  if (g_hash_table_add (core->is_changed, GUINT_TO_POINTER (number)))
    g_array_append_val (core->changed, number);
}

static void
note_dirty (EupCore   *core,
            EupNumber  number)
{
  if (core->lists == NULL)
    return;
  if (core->dirty == NULL)
    core->dirty = g_hash_table_new (NULL, NULL);
  g_hash_table_add (core->dirty, GUINT_TO_POINTER (number));
}

static void
notify_followers (EupCore        *core,
                  const EupEvent *event)
{
  g_autoptr (GPtrArray) owners = NULL;

  g_mutex_lock (&core->lock);
  for (EupFollower *follower = core->followers; follower != NULL; follower = follower->next)
    {
      GObject *owner = g_weak_ref_get (&follower->weak);

      if (owner == NULL)
        continue;
      if (owners == NULL)
        owners = g_ptr_array_new ();
      g_ptr_array_add (owners, follower);
    }
  g_mutex_unlock (&core->lock);

  for (guint i = 0; owners != NULL && i < owners->len; i++)
    {
      EupFollower *follower = owners->pdata[i];

      if (follower->funcs->event (follower->owner, event))
        eup_core_queue (core, follower);
      g_object_unref (follower->owner);
    }
}

/* The as-of day or the languages have changed; to be called within an edit. */
void
eup_core_reset_followers (EupCore *core)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) funcs = g_ptr_array_new ();

  g_mutex_lock (&core->lock);
  for (EupFollower *follower = core->followers; follower != NULL; follower = follower->next)
    {
      GObject *owner = follower->funcs->reset == NULL ? NULL : g_weak_ref_get (&follower->weak);

      if (owner == NULL)
        continue;
      g_ptr_array_add (owners, owner);
      g_ptr_array_add (funcs, (gpointer) follower->funcs);
    }
  g_mutex_unlock (&core->lock);

  for (guint i = 0; i < owners->len; i++)
    ((const EupFollowerFuncs *) funcs->pdata[i])->reset (owners->pdata[i]);
}

static gboolean
changes_order (const EupEvent *event)
{
  if (event->kind != EUP_EVENT_CELL)
    return event->kind == EUP_EVENT_RENAMED;
  return eup_order_reads (event->table, event->field);
}

/* Who has to be told of an edit: where nobody is, events are not looked at. */
typedef struct
{
  gboolean catalog;
  gboolean followers;
  gboolean others; /* entities or lists of relations */
} Audience;

static Audience
find_audience (EupCore *core)
{
  Audience audience;

  g_mutex_lock (&core->lock);
  audience.catalog = core->catalog != NULL;
  audience.followers = core->followers != NULL;
  audience.others = core->n_entities > 0 || (core->lists != NULL && g_hash_table_size (core->lists) > 0);
  g_mutex_unlock (&core->lock);
  return audience;
}

static void
print_event (const EupCore  *core,
             const EupEvent *event)
{
  static const char * const kinds[] = {
    [EUP_EVENT_CELL] = "changed", [EUP_EVENT_ADDED] = "added", [EUP_EVENT_REMOVED] = "removed",
    [EUP_EVENT_RENAMED] = "renamed", [EUP_EVENT_DERIVED] = "changed what follows from milestones of",
  };
  const EupTableSpec *table = eup_schema_table (event->table);
  gboolean is_cell = event->kind == EUP_EVENT_CELL;

  eup_debug_print (EUP_DEBUG_EDITS, "%s %s %s%s%s", kinds[event->kind], table->key, eup_store_id (core->store, event->number),
                   is_cell ? ": " : "", is_cell ? eup_schema_field (event->table, event->field)->name : "");
}

static void
process_events (EupCore *core)
{
  GArray *events = core->store->events;
  Audience audience = find_audience (core);
  gboolean is_told = eup_debug_is_on (EUP_DEBUG_EDITS);

  if (core->query_index != NULL && core->n_processed < events->len)
    eup_query_index_edited (core->query_index, &g_array_index (events, EupEvent, core->n_processed),
                            events->len - core->n_processed);
  while (core->n_processed < events->len)
    {
      EupEvent event = g_array_index (events, EupEvent, core->n_processed++);

      if (is_told)
        print_event (core, &event);
      if (event.kind == EUP_EVENT_REMOVED)
        core->n_removals++;
      core->entity_funcs->edited (core, &event);
      if (audience.others && changes_order (&event))
        note_dirty (core, event.number);
      if (audience.catalog && event.kind != EUP_EVENT_DERIVED)
        note_changed (core, event.number);
      if (audience.others && !core->detached)
        core->entity_funcs->touched (core, &event);
      if (audience.followers)
        notify_followers (core, &event);
    }
  g_array_set_size (events, 0);
  core->n_processed = 0;
}

static void
emit_notices (const EupCore *core,
              GArray        *notices)
{
  for (guint i = 0; i < notices->len; i++)
    {
      EupNotice notice = g_array_index (notices, EupNotice, i);
      EupPropertyMask pending = *notice.pending;

      *notice.pending = (EupPropertyMask) { { 0 } };
      for (guint place = 0; place < EUP_MAX_PROPERTIES; place++)
        if ((pending.bits[place / 64] >> (place % 64) & 1)
            && (!EUP_IS_ENTITY (notice.object)
                || core->entity_funcs->is_changed (notice.object, place, notice.pspecs[place])))
          g_object_notify_by_pspec (notice.object, notice.pspecs[place]);
      if (EUP_IS_ENTITY (notice.object))
        core->entity_funcs->announcing (notice.object, !eup_property_mask_is_empty (notice.pending));
      g_object_unref (notice.object);
    }
}

static void
announce_round (EupCore *core)
{
  g_autoptr (GArray) notices = g_steal_pointer (&core->notices);
  g_autoptr (GPtrArray) queue = g_steal_pointer (&core->queue);
  g_autoptr (GArray) changed = g_steal_pointer (&core->changed);
  g_autoptr (EupCatalog) catalog = NULL;

  g_clear_pointer (&core->is_changed, g_hash_table_unref);
  if (eup_debug_is_on (EUP_DEBUG_EDITS))
    eup_debug_print (EUP_DEBUG_EDITS, "announcing: %u objects with properties, %u lists and results, %u entities",
                     notices == NULL ? 0 : notices->len, queue == NULL ? 0 : queue->len, changed == NULL ? 0 : changed->len);
  if (notices != NULL)
    emit_notices (core, notices);
  for (guint i = 0; queue != NULL && i < queue->len; i++)
    {
      EupFollower *follower = queue->pdata[i];

      follower->queued = FALSE;
      follower->funcs->announce (follower->owner);
      g_object_unref (follower->owner);
    }
  catalog = changed == NULL ? NULL : eup_core_dup_living_catalog (core);
  if (catalog != NULL)
    core->catalog_funcs->announce_changed (catalog, changed);
}

/* Frees what was replaced, now that nothing that was announced can show it. */
static void
free_retired (EupCore *core)
{
  g_autoptr (GArray) retired = NULL;

  g_mutex_lock (&core->lock);
  retired = g_steal_pointer (&core->retired);
  g_mutex_unlock (&core->lock);

  for (guint i = 0; retired != NULL && i < retired->len; i++)
    {
      EupRetired *item = &g_array_index (retired, EupRetired, i);

      eup_store_free_cell (core->store, item->spec, item->cell);
    }
}

void
eup_core_begin (EupCore *core)
{
  if (core->store->events == NULL)
    core->store->events = g_array_new (FALSE, FALSE, sizeof (EupEvent));
  if (core->depth++ == 0)
    {
      Audience audience = find_audience (core);

      core->store->is_observed = audience.followers || audience.others;
    }
}

void
eup_core_end (EupCore *core)
{
  g_autoptr (EupCore) self = eup_core_ref (core);

  process_events (self);
  if (--self->depth > 0 || self->draining)
    return;

  self->draining = TRUE;
  while (self->depth == 0 && has_announcements (self))
    announce_round (self);
  self->draining = FALSE;

  if (self->depth == 0)
    {
      g_clear_pointer (&self->removed_items, g_hash_table_unref);
      g_clear_pointer (&self->dirty, g_hash_table_unref);
      free_retired (self);
    }
}
