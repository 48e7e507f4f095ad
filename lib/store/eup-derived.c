/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-enums.h>

#include "store/eup-store.h"
#include "values/eup-date-cell.h"
#include "values/eup-debug.h"

/* Where it is written what an initiative's milestones have said so far. */
typedef struct
{
  guint8    *stage; /* of the ladder, and EXPECTS */
  guint32   *date;
  EupNumber *next;
} Progress;

#define EXPECTS 0x80
#define STAGE_MASK 0x7f

/* The ladder: how far each kind of milestone that was reached brings an initiative, and what its status is there. */
static const EupStatus stages[] = {
  EUP_STATUS_UNKNOWN,
  EUP_STATUS_ANNOUNCED,
  EUP_STATUS_ONGOING,
  EUP_STATUS_PROPOSED,
  EUP_STATUS_NEGOTIATING,
  EUP_STATUS_AGREED,
  EUP_STATUS_ADOPTED,
  EUP_STATUS_IN_FORCE,
  EUP_STATUS_APPLIED,
  EUP_STATUS_WITHDRAWN,
  EUP_STATUS_EXPIRED,
};

enum { NO_STAGE, ANNOUNCED, ONGOING, PROPOSED, NEGOTIATING, AGREED, ADOPTED, IN_FORCE, APPLIED, WITHDRAWN, EXPIRED };

static const guint8 ladder[] = {
  [EUP_MILESTONE_KIND_ANNOUNCED] = ANNOUNCED,
  [EUP_MILESTONE_KIND_CONSULTATION] = ANNOUNCED,
  [EUP_MILESTONE_KIND_LAUNCHED] = ONGOING,
  [EUP_MILESTONE_KIND_PROPOSED] = PROPOSED,
  [EUP_MILESTONE_KIND_POSITION] = NEGOTIATING,
  [EUP_MILESTONE_KIND_AGREED] = AGREED,
  [EUP_MILESTONE_KIND_ADOPTED] = ADOPTED,
  [EUP_MILESTONE_KIND_SIGNED] = ADOPTED,
  [EUP_MILESTONE_KIND_PUBLISHED] = ADOPTED,
  [EUP_MILESTONE_KIND_IN_FORCE] = IN_FORCE,
  [EUP_MILESTONE_KIND_PARTLY_APPLIED] = IN_FORCE,
  [EUP_MILESTONE_KIND_APPLIED] = APPLIED,
  [EUP_MILESTONE_KIND_WITHDRAWN] = WITHDRAWN,
  [EUP_MILESTONE_KIND_EXPIRED] = EXPIRED,
  [EUP_MILESTONE_KIND_EVENT] = NO_STAGE,
};

static inline guint
stage_of (guint kind,
          guint actor)
{
  if (kind == EUP_MILESTONE_KIND_ADOPTED && actor == EUP_ACTOR_PARLIAMENT)
    return NEGOTIATING;
  return kind < G_N_ELEMENTS (ladder) ? ladder[kind] : NO_STAGE;
}

gboolean
eup_instrument_is_act (guint instrument)
{
  return instrument == EUP_INSTRUMENT_REGULATION || instrument == EUP_INSTRUMENT_DIRECTIVE
         || instrument == EUP_INSTRUMENT_DECISION || instrument == EUP_INSTRUMENT_ACT;
}

static inline guint8
state_of (guint   stated,
          guint32 date,
          guint   kind,
          guint32 as_of)
{
  if (stated != EUP_MILESTONE_STATE_UNKNOWN && stated != EUP_ENUM_KEPT)
    return stated;
  if (date == 0)
    return EUP_MILESTONE_STATE_UNKNOWN;
  if (eup_date_cell_last_day (date) > as_of)
    return EUP_MILESTONE_STATE_EXPECTED;
  return kind == EUP_MILESTONE_KIND_TARGET ? EUP_MILESTONE_STATE_UNKNOWN : EUP_MILESTONE_STATE_REACHED;
}

/* The state of a milestone as of a day (EupMilestoneState). */
guint8
eup_store_state (const EupStore *store,
                 guint32         milestone_row,
                 guint32         as_of)
{
  return state_of (eup_store_get (store, EUP_TABLE_MILESTONE, milestone_row, EUP_MILESTONE_STATE),
                   eup_store_get (store, EUP_TABLE_MILESTONE, milestone_row, EUP_MILESTONE_DATE),
                   eup_store_get (store, EUP_TABLE_MILESTONE, milestone_row, EUP_MILESTONE_KIND), as_of);
}

/* The columns of the milestones as plain arrays; what lies beyond their end is 0. */
typedef struct
{
  const guint32 *subject, *date;
  const guint8  *kind, *actor, *state;
  guint32        n_subject, n_date, n_kind, n_actor, n_state;
} MilestoneColumns;

static const void *
column_base (const EupStore *store,
             guint           field,
             guint32        *n)
{
  const EupColumn *column = eup_store_column (store, EUP_TABLE_MILESTONE, field);

  *n = column != NULL ? column->n : 0;
  return column != NULL ? column->base : NULL;
}

static void
milestone_columns_init (MilestoneColumns *columns,
                        const EupStore   *store)
{
  columns->subject = column_base (store, EUP_MILESTONE_SUBJECT, &columns->n_subject);
  columns->date = column_base (store, EUP_MILESTONE_DATE, &columns->n_date);
  columns->kind = column_base (store, EUP_MILESTONE_KIND, &columns->n_kind);
  columns->actor = column_base (store, EUP_MILESTONE_ACTOR, &columns->n_actor);
  columns->state = column_base (store, EUP_MILESTONE_STATE, &columns->n_state);
}

#define AT(columns, field, row) ((row) < (columns)->n_##field ? (columns)->field[row] : 0)

/* Whether one expected milestone comes before another, ties by id. */
static gboolean
comes_before (const EupStore         *store,
              const MilestoneColumns *columns,
              guint32                 row,
              EupNumber               other)
{
  guint32 other_row = eup_store_row_in (store, other, EUP_TABLE_MILESTONE);
  int order = eup_date_cell_compare (AT (columns, date, row), AT (columns, date, other_row));

  if (order == 0)
    order = strcmp (eup_store_id (store, eup_store_number_of (store, EUP_TABLE_MILESTONE, row)),
                    eup_store_id (store, other));
  return order < 0;
}

static inline void
add_milestone (const EupStore         *store,
               const MilestoneColumns *columns,
               guint32                 row,
               guint32                 as_of,
               Progress                progress)
{
  guint32 date = AT (columns, date, row);
  guint kind = AT (columns, kind, row);
  guint8 state = state_of (AT (columns, state, row), date, kind, as_of);

  if (state == EUP_MILESTONE_STATE_REACHED)
    {
      guint8 stage = stage_of (kind, AT (columns, actor, row));

      if (stage > (*progress.stage & STAGE_MASK))
        *progress.stage = (*progress.stage & ~STAGE_MASK) | stage;
      if (date != 0 && (*progress.date == 0 || eup_date_cell_compare (date, *progress.date) > 0))
        *progress.date = date;
    }
  else if (state == EUP_MILESTONE_STATE_EXPECTED)
    {
      *progress.stage |= EXPECTS;
      if (date != 0 && eup_date_cell_last_day (date) >= as_of
          && (*progress.next == 0 || comes_before (store, columns, row, *progress.next)))
        *progress.next = eup_store_number_of (store, EUP_TABLE_MILESTONE, row);
    }
}

static guint8
status_of (const EupStore *store,
           guint32         row,
           guint8          progress)
{
  guint stated = eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS);
  guint instrument = eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT);
  guint stage = progress & STAGE_MASK;

  if (stated != EUP_STATUS_UNKNOWN && stated != EUP_ENUM_KEPT)
    return stated;
  if (stage == NO_STAGE)
    return progress & EXPECTS ? EUP_STATUS_ANNOUNCED : EUP_STATUS_UNKNOWN;

  /* What is no act ends with its adoption; of an instrument that is not known, nobody can say so. */
  if (stage > ADOPTED && stage <= APPLIED && instrument != EUP_INSTRUMENT_UNKNOWN
      && instrument != EUP_ENUM_KEPT && !eup_instrument_is_act (instrument))
    stage = ADOPTED;
  return stages[stage];
}

/* What the milestones of one initiative say as of a day. */
static guint8
derive_one (EupStore  *store,
            guint32    initiative_row,
            guint32    as_of,
            guint32   *date,
            EupNumber *next)
{
  EupNumber number = eup_store_number_of (store, EUP_TABLE_INITIATIVE, initiative_row);
  guint8 stage = NO_STAGE;
  Progress progress = { &stage, date, next };
  MilestoneColumns columns;
  const EupNumber *milestones;
  guint n;

  *date = 0;
  *next = 0;
  milestone_columns_init (&columns, store);
  milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT, number, &n);
  for (guint i = 0; i < n; i++)
    {
      guint32 row = eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE);

      if (row != EUP_NO_ROW && !eup_store_refined (store, milestones[i]))
        add_milestone (store, &columns, row, as_of, progress);
    }
  return status_of (store, initiative_row, stage);
}

/* The status of an initiative as of any day, from its milestones one by one. */
guint8
eup_store_status_as_of (EupStore *store,
                        guint32   initiative_row,
                        guint32   as_of)
{
  guint32 date;
  EupNumber next;

  if (as_of == store->as_of && store->derived != NULL)
    return store->derived->status[initiative_row];
  return derive_one (store, initiative_row, as_of, &date, &next);
}

void
eup_derived_free (EupDerived *derived)
{
  g_free (derived->status);
  g_free (derived->date);
  g_free (derived->next);
  g_free (derived);
}

static void
reserve (EupDerived *derived,
         guint32     n)
{
  guint32 old = derived->n;

  if (n <= old)
    return;
  derived->n = MAX (n, old == 0 ? n : old * 2);
  derived->status = g_renew (guint8, derived->status, derived->n);
  derived->date = g_renew (guint32, derived->date, derived->n);
  derived->next = g_renew (EupNumber, derived->next, derived->n);
  memset (derived->status + old, 0, derived->n - old);
  memset (derived->date + old, 0, (derived->n - old) * sizeof (guint32));
  memset (derived->next + old, 0, (derived->n - old) * sizeof (EupNumber));
}

/* What follows as of any day, in one pass over the milestones in the order of their rows. */
EupDerived *
eup_derived_new (EupStore *store,
                 guint32   as_of)
{
  guint32 n_initiatives = eup_store_n_rows (store, EUP_TABLE_INITIATIVE);
  const EupColumn *refines = eup_store_column (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_REFINES);
  gboolean any_refined = refines != NULL && refines->n > 0;
  EupDerived *derived = g_new0 (EupDerived, 1);
  gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);
  MilestoneColumns columns;

  reserve (derived, MAX (n_initiatives, 1));
  milestone_columns_init (&columns, store);
  for (guint32 row = 0; row < columns.n_subject; row++)
    {
      guint32 subject = eup_store_row_in (store, columns.subject[row], EUP_TABLE_INITIATIVE);

      if (subject == EUP_NO_ROW || !eup_store_is_alive (store, EUP_TABLE_MILESTONE, row)
          || (any_refined && eup_store_refined (store, eup_store_number_of (store, EUP_TABLE_MILESTONE, row))))
        continue;
      add_milestone (store, &columns, row, as_of,
                     (Progress) { &derived->status[subject], &derived->date[subject], &derived->next[subject] });
    }

  for (guint32 row = 0; row < n_initiatives; row++)
    derived->status[row] = status_of (store, row, derived->status[row]);
  if (begin != 0)
    eup_debug_print (EUP_DEBUG_INDEX, "built what follows from milestones: %u initiatives, %" G_GSIZE_FORMAT " bytes, %.3f ms",
                     n_initiatives, derived->n * (sizeof *derived->status + sizeof *derived->date + sizeof *derived->next),
                     eup_debug_milliseconds (begin));
  return derived;
}

/* What follows as of the store's own day. Edits may move it. */
const EupDerived *
eup_store_derived (EupStore *store)
{
  if (store->derived == NULL)
    store->derived = eup_derived_new (store, store->as_of);
  return store->derived;
}

/* The effective status (EupStatus) of an initiative. */
guint8
eup_store_status (EupStore *store,
                  guint32   initiative_row)
{
  return eup_store_derived (store)->status[initiative_row];
}

/* The date cell of the latest milestone that was reached, or 0. */
guint32
eup_store_latest_date (EupStore *store,
                       guint32   initiative_row)
{
  return eup_store_derived (store)->date[initiative_row];
}

/* The milestone that is expected next, or 0. */
EupNumber
eup_store_next_milestone (EupStore *store,
                          guint32   initiative_row)
{
  return eup_store_derived (store)->next[initiative_row];
}

static void
announce (EupStore     *store,
          EupTableKind  table,
          EupNumber     number,
          guint32       old,
          guint32       new)
{
  EupEvent event = { number, EUP_EVENT_DERIVED, 0, table, old, new };

  if (store->events != NULL)
    g_array_append_val (store->events, event);
}

/* Derives the values of one initiative again. */
void
eup_derived_update (EupStore  *store,
                    EupNumber  number)
{
  guint32 row = eup_store_row_in (store, number, EUP_TABLE_INITIATIVE);
  EupDerived *derived = store->derived;
  guint32 date;
  EupNumber next;
  guint8 status;

  if (derived == NULL || row == EUP_NO_ROW)
    return;

  reserve (derived, row + 1);
  status = derive_one (store, row, store->as_of, &date, &next);
  if (status == derived->status[row] && date == derived->date[row] && next == derived->next[row])
    return;
  announce (store, EUP_TABLE_INITIATIVE, number, derived->status[row], status);
  derived->status[row] = status;
  derived->date[row] = date;
  derived->next[row] = next;
}

static void
announce_states (EupStore *store,
                 guint32   old_day)
{
  guint32 n = eup_store_n_rows (store, EUP_TABLE_MILESTONE);

  for (guint32 row = 0; row < n; row++)
    {
      guint8 old, new;

      if (!eup_store_is_alive (store, EUP_TABLE_MILESTONE, row))
        continue;
      old = eup_store_state (store, row, old_day);
      new = eup_store_state (store, row, store->as_of);
      if (old != new)
        announce (store, EUP_TABLE_MILESTONE, eup_store_number_of (store, EUP_TABLE_MILESTONE, row), old, new);
    }
}

/* Moves the day that derived values refer to; what differs is announced like any edit. */
void
eup_store_set_as_of (EupStore *store,
                     guint32   day)
{
  EupDerived *old = store->derived;
  guint32 old_day = store->as_of;

  if (day == old_day)
    return;
  store->as_of = day;
  store->generation++;
  if (store->events != NULL)
    announce_states (store, old_day);
  if (old == NULL)
    return;

  store->derived = eup_derived_new (store, day);
  for (guint32 row = 0; row < eup_store_n_rows (store, EUP_TABLE_INITIATIVE); row++)
    if (eup_store_is_alive (store, EUP_TABLE_INITIATIVE, row)
        && (old->status[row] != store->derived->status[row] || old->date[row] != store->derived->date[row]
            || old->next[row] != store->derived->next[row]))
      announce (store, EUP_TABLE_INITIATIVE, eup_store_number_of (store, EUP_TABLE_INITIATIVE, row),
                old->status[row], store->derived->status[row]);
  eup_derived_free (old);
}
