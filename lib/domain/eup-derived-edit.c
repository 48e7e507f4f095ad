/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-status-evidence.h"

#include "domain/eup-mandates.h"
#include "domain/eup-milestone-rules.h"

/* An edit that concerns more initiatives or milestones than this makes everything anew: one pass over the columns is
 * cheaper than that many walks. */
#define MANY 4096

static void
announce (EupStore     *store,
          EupTableKind  table,
          EupNumber     number,
          guint         changes,
          guint32       old,
          guint32       new)
{
  EupEvent event = { number, EUP_EVENT_DERIVED, changes, table, old, new };

  if (changes != 0 && store->events != NULL)
    g_array_append_val (store->events, event);
}

/* What of an initiative is another; where before has fewer rows, nothing was known of this one. */
static guint
initiative_changes (const EupDerived *before,
                    const EupDerived *after,
                    guint32           row_before,
                    guint32           row)
{
  return (before->status[row_before] != after->status[row] ? EUP_DERIVED_STATUS : 0)
         | (before->status_date[row_before] != after->status_date[row] ? EUP_DERIVED_STATUS_DATE : 0)
         | (before->verdict[row_before] != after->verdict[row] ? EUP_DERIVED_VERDICT : 0)
         | (before->slippage[row_before] != after->slippage[row] ? EUP_DERIVED_SLIPPAGE : 0)
         | (before->date[row_before] != after->date[row] ? EUP_DERIVED_DATE : 0)
         | (before->next[row_before] != after->next[row] ? EUP_DERIVED_NEXT : 0)
         | (before->flags[row_before] != after->flags[row] ? EUP_DERIVED_FLAGS : 0);
}

static guint
chain_changes (const EupChain *before,
               const EupChain *after)
{
  return ((before != NULL ? before->original : 0) != (after != NULL ? after->original : 0) ? EUP_DERIVED_ORIGINAL : 0)
         | ((before != NULL ? before->slippage : 0) != (after != NULL ? after->slippage : 0) ? EUP_DERIVED_SLIPPAGE : 0);
}

static void
announce_milestones (EupStore         *store,
                     const EupDerived *before,
                     const EupDerived *after)
{
  guint32 n = eup_store_n_rows (store, EUP_TABLE_MILESTONE);

  for (guint32 row = 0; row < n; row++)
    {
      EupNumber number;
      guint8 old, new;
      guint changes;

      if (!eup_store_is_alive (store, EUP_TABLE_MILESTONE, row))
        continue;
      number = eup_store_number_of (store, EUP_TABLE_MILESTONE, row);
      old = eup_derived_state (before, row);
      new = eup_derived_state (after, row);
      changes = old != new ? EUP_DERIVED_STATE : 0;
      if (before->chains != NULL || after->chains != NULL)
        changes |= chain_changes (eup_derived_chain (before, number), eup_derived_chain (after, number));
      announce (store, EUP_TABLE_MILESTONE, number, changes, old, new);
    }
}

/* Works everything out anew, and announces what differs. */
static void
derive_anew (EupStore *store,
             guint32   day)
{
  EupDerived *before = store->derived, *after = eup_derived_new (store, day);

  eup_derived_reserve (before, store);
  store->derived = after;
  if (store->events != NULL)
    {
      announce_milestones (store, before, after);
      for (guint32 row = 0; row < eup_store_n_rows (store, EUP_TABLE_INITIATIVE); row++)
        if (eup_store_is_alive (store, EUP_TABLE_INITIATIVE, row))
          announce (store, EUP_TABLE_INITIATIVE, eup_store_number_of (store, EUP_TABLE_INITIATIVE, row),
                    initiative_changes (before, after, row, row), before->status[row], after->status[row]);
    }
  eup_derived_free (before);
}

/* What an edit concerns. */
typedef struct
{
  EupStore   *store;
  GArray     *milestones;  /* EupNumber; their states and chains are to be looked at */
  GHashTable *is_milestone;
  GArray     *initiatives; /* rows */
  GHashTable *is_initiative;
} Concerned;

static void
add_initiative (Concerned *concerned,
                EupNumber  number)
{
  guint32 row = eup_store_row_in (concerned->store, number, EUP_TABLE_INITIATIVE);

  if (row != EUP_NO_ROW && concerned->initiatives->len <= MANY
      && g_hash_table_add (concerned->is_initiative, GUINT_TO_POINTER (row)))
    g_array_append_val (concerned->initiatives, row);
}

static void
add_milestone (Concerned *concerned,
               EupNumber  number)
{
  if (eup_store_row_in (concerned->store, number, EUP_TABLE_MILESTONE) != EUP_NO_ROW && concerned->milestones->len <= MANY
      && g_hash_table_add (concerned->is_milestone, GUINT_TO_POINTER (number)))
    g_array_append_val (concerned->milestones, number);
}

static void
add_all (Concerned *concerned,
         guint      field,
         EupNumber  key)
{
  guint n;
  const EupNumber *found = eup_store_reverse (concerned->store, EUP_TABLE_MILESTONE, field, key, &n);

  for (guint i = 0; i < n && concerned->milestones->len <= MANY; i++)
    add_milestone (concerned, found[i]);
}

static gboolean
has_moves (const EupStore *store)
{
  const EupColumn *column = eup_store_column (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO);

  return column != NULL && column->n > 0;
}

/* What its milestones say of an entity is another: of an initiative its status, of what it moved whether that is known. */
static void
add_subject (Concerned *concerned,
             EupNumber  subject)
{
  if (subject == 0)
    return;
  add_initiative (concerned, subject);
  add_all (concerned, EUP_MILESTONE_SUBJECT, subject);
  if (has_moves (concerned->store))
    add_all (concerned, EUP_MILESTONE_RESCHEDULED_BY, subject);
}

static void
add_subject_of (Concerned *concerned,
                EupNumber  milestone)
{
  guint32 row = eup_store_row_in (concerned->store, milestone, EUP_TABLE_MILESTONE);

  if (row != EUP_NO_ROW)
    add_subject (concerned, eup_store_get (concerned->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT));
}

/* Everything that refers to the milestone and that it refers to; old is the cell that an edit replaced. */
static void
milestone_edited (Concerned *concerned,
                  guint32    row,
                  EupNumber  number,
                  int        field,
                  guint32    old)
{
  EupStore *store = concerned->store;

  add_milestone (concerned, number);
  add_subject (concerned, eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT));
  add_subject_of (concerned, eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_REFINES));
  add_milestone (concerned, eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_TO));
  if (has_moves (store))
    add_all (concerned, EUP_MILESTONE_RESCHEDULED_TO, number);
  if (field == EUP_MILESTONE_SUBJECT)
    add_subject (concerned, old);
  else if (field == EUP_MILESTONE_REFINES)
    add_subject_of (concerned, old);
  else if (field == EUP_MILESTONE_RESCHEDULED_TO)
    add_milestone (concerned, old);
}

static void
add_named (Concerned *concerned,
           guint      field,
           guint32    cell)
{
  const EupNumber *numbers = &cell;
  guint n = 1;

  if (eup_schema_field (EUP_TABLE_INITIATIVE, field)->kind == EUP_KIND_MANY)
    numbers = eup_store_list (concerned->store, cell, &n);
  for (guint i = 0; i < n; i++)
    add_initiative (concerned, numbers[i]);
}

static void
initiative_edited (Concerned *concerned,
                   guint32    row,
                   EupNumber  number,
                   int        field,
                   guint32    old)
{
  EupStore *store = concerned->store;

  add_subject (concerned, number);
  add_named (concerned, EUP_INITIATIVE_PARENT, eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_PARENT));
  add_named (concerned, EUP_INITIATIVE_FULFILS, eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_FULFILS));
  if (field == EUP_INITIATIVE_PARENT || field == EUP_INITIATIVE_FULFILS)
    add_named (concerned, field, old);
}

/* What stands beneath a mandate, a priority or an objective, which may have begun on another day. */
static void
mandate_edited (Concerned    *concerned,
                EupTableKind  table,
                EupNumber     number)
{
  EupStore *store = concerned->store;
  g_autoptr (GArray) initiatives = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  guint n;
  const EupNumber *found;

  eup_mandates_add_initiatives (store, table, number, initiatives);
  for (guint i = 0; i < initiatives->len && concerned->initiatives->len <= MANY; i++)
    add_subject (concerned, g_array_index (initiatives, EupNumber, i));

  g_array_append_val (others, number);
  if (table == EUP_TABLE_MANDATE)
    {
      found = eup_store_reverse (store, EUP_TABLE_PRIORITY, EUP_PRIORITY_MANDATE, number, &n);
      if (n > 0)
        g_array_append_vals (others, found, n);
    }
  for (guint i = 0; table != EUP_TABLE_OBJECTIVE && i < others->len; i++)
    {
      found = eup_store_reverse (store, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, g_array_index (others, EupNumber, i), &n);
      if (n > 0)
        g_array_append_vals (others, found, n);
    }
  for (guint i = 0; i < others->len && concerned->milestones->len <= MANY; i++)
    add_all (concerned, EUP_MILESTONE_SUBJECT, g_array_index (others, EupNumber, i));
}

/* What else depends on a milestone whose state may be another: those that lie after it in its chain, and their subjects. */
static void
add_consequences (Concerned *concerned)
{
  for (guint i = 0; i < concerned->milestones->len && concerned->milestones->len <= MANY; i++)
    {
      EupNumber number = g_array_index (concerned->milestones, EupNumber, i);
      guint32 row = eup_store_row_in (concerned->store, number, EUP_TABLE_MILESTONE);

      add_milestone (concerned, eup_store_get (concerned->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_TO));
      add_initiative (concerned, eup_store_get (concerned->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT));
    }
  for (guint i = 0; i < concerned->initiatives->len && concerned->initiatives->len <= MANY; i++)
    {
      guint32 row = g_array_index (concerned->initiatives, guint32, i);

      add_named (concerned, EUP_INITIATIVE_PARENT, eup_store_get (concerned->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_PARENT));
      add_named (concerned, EUP_INITIATIVE_FULFILS, eup_store_get (concerned->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_FULFILS));
    }
}

static void
update_milestone (EupStore  *store,
                  EupNumber  number)
{
  EupDerived *derived = store->derived;
  guint32 row = eup_store_row_in (store, number, EUP_TABLE_MILESTONE);
  guint8 old = derived->state[row], new = eup_milestone_state (store, row, derived->day);
  const EupChain *old_chain = eup_derived_chain (derived, number);
  EupChain chain = eup_chain_of (store, number, derived->day);
  guint changes = (old != new ? EUP_DERIVED_STATE : 0)
                  | chain_changes (old_chain, chain.original != 0 ? &chain : NULL);

  derived->state[row] = new;
  if (chain.original != 0)
    {
      if (derived->chains == NULL)
        derived->chains = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_replace (derived->chains, GUINT_TO_POINTER (number), g_memdup2 (&chain, sizeof chain));
    }
  else if (old_chain != NULL)
    g_hash_table_remove (derived->chains, GUINT_TO_POINTER (number));
  announce (store, EUP_TABLE_MILESTONE, number, changes, old, new);
}

static void
update_initiatives (EupStore *store,
                    GArray   *rows)
{
  guint n = rows->len;
  EupDerived *derived = store->derived;
  g_autofree guint8 *status = g_new (guint8, n), *verdict = g_new (guint8, n), *flags = g_new (guint8, n);
  g_autofree guint32 *date = g_new (guint32, n), *status_date = g_new (guint32, n);
  g_autofree EupNumber *next = g_new (EupNumber, n);
  g_autofree gint32 *slippage = g_new (gint32, n);
  EupDerived before = { .status = status, .verdict = verdict, .flags = flags, .date = date,
                        .status_date = status_date, .next = next, .slippage = slippage };

  for (guint i = 0; i < n; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      status[i] = derived->status[row];
      verdict[i] = derived->verdict[row];
      flags[i] = derived->flags[row];
      date[i] = derived->date[row];
      status_date[i] = derived->status_date[row];
      next[i] = derived->next[row];
      slippage[i] = derived->slippage[row];
    }
  eup_derived_resolve (derived, store, (const guint32 *) rows->data, n, NULL);
  for (guint i = 0; i < n; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      announce (store, EUP_TABLE_INITIATIVE, eup_store_number_of (store, EUP_TABLE_INITIATIVE, row),
                initiative_changes (&before, derived, i, row), status[i], derived->status[row]);
    }
}

static gboolean
concerns_status (EupTableKind table,
                 int          field)
{
  if (field < 0)
    return TRUE;
  switch (table)
    {
    case EUP_TABLE_MANDATE:
      return field == EUP_MANDATE_PERIOD;
    case EUP_TABLE_PRIORITY:
      return field == EUP_PRIORITY_MANDATE;
    case EUP_TABLE_OBJECTIVE:
      return field == EUP_OBJECTIVE_PRIORITY;
    case EUP_TABLE_INITIATIVE:
    case EUP_TABLE_MILESTONE:
      return field >= EUP_N_COMMON_FIELDS;
    default:
      return FALSE;
    }
}

/* Called after every edit of the store; a field below 0 is the whole entity, which came, went or has another id. */
static void
edited (EupStore     *store,
        EupTableKind  table,
        guint32       row,
        EupNumber     number,
        int           field,
        guint32       old)
{
  g_autoptr (GArray) milestones = NULL, initiatives = NULL;
  g_autoptr (GHashTable) is_milestone = NULL, is_initiative = NULL;
  Concerned concerned;

  if (!concerns_status (table, field))
    return;
  milestones = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  initiatives = g_array_new (FALSE, FALSE, sizeof (guint32));
  is_milestone = g_hash_table_new (NULL, NULL);
  is_initiative = g_hash_table_new (NULL, NULL);
  concerned = (Concerned) { store, milestones, is_milestone, initiatives, is_initiative };

  eup_derived_reserve (store->derived, store);
  if (table == EUP_TABLE_MILESTONE)
    milestone_edited (&concerned, row, number, field, old);
  else if (table == EUP_TABLE_INITIATIVE)
    initiative_edited (&concerned, row, number, field, old);
  else if (table <= EUP_TABLE_OBJECTIVE)
    mandate_edited (&concerned, table, number);
  add_consequences (&concerned);

  if (milestones->len > MANY || initiatives->len > MANY)
    {
      derive_anew (store, store->derived->day);
      return;
    }
  for (guint i = 0; i < milestones->len; i++)
    update_milestone (store, g_array_index (milestones, EupNumber, i));
  if (initiatives->len > 0)
    update_initiatives (store, initiatives);
}

static void
prepare (EupStore     *store,
         EupTableKind  table,
         int           field)
{
  if (concerns_status (table, field))
    eup_derived_of (store);
}

static const EupStoreWatch watch = { prepare, edited, eup_derived_free };

void
eup_derived_watch (EupStore *store)
{
  store->watch = &watch;
}

const EupDerived *
eup_derived_of (EupStore *store)
{
  if (store->derived == NULL)
    {
      store->derived = eup_derived_new (store, store->as_of);
      store->watch = &watch;
    }
  return store->derived;
}

void
eup_derived_set_day (EupStore *store,
                     guint32   day)
{
  if (day == store->as_of)
    return;
  if (store->is_observed)
    eup_derived_of (store);
  store->as_of = day;
  store->generation++;
  if (store->derived != NULL)
    derive_anew (store, day);
}
