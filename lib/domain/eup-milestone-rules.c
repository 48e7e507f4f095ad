/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-milestone-rules.h"

#include "domain/eup-mandates.h"
#include "values/eup-date-cell.h"

gboolean
eup_milestone_is_refined (EupStore  *store,
                          EupNumber  milestone)
{
  const EupColumn *column = eup_store_column (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_REFINES);
  const EupNumber *finer;
  guint n;

  if (column == NULL || column->n == 0)
    return FALSE;
  finer = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_REFINES, milestone, &n);
  return n > 1 || (n == 1 && finer[0] != milestone);
}

EupNumber
eup_milestone_moved_to (const EupStore *store,
                        guint32         row)
{
  EupNumber to = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_TO);

  return to == eup_store_number_of (store, EUP_TABLE_MILESTONE, row) ? 0 : to;
}

gboolean
eup_milestone_is_plan (const EupStore *store,
                       guint32         row)
{
  switch (eup_milestone_enum (store, row, EUP_MILESTONE_STATE))
    {
    case EUP_MILESTONE_STATE_EXPECTED:
    case EUP_MILESTONE_STATE_MISSED:
    case EUP_MILESTONE_STATE_CANCELLED:
    case EUP_MILESTONE_STATE_RESCHEDULED:
      return TRUE;
    default:
      return eup_milestone_moved_to (store, row) != 0;
    }
}

static guint32
date_of (const EupStore *store,
         guint32         row)
{
  return eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE);
}

/* What makes a move known, the surest first. */
enum { BY_SIGNATURE, BY_ADOPTION, BY_PUBLICATION, BY_ENTRY_INTO_FORCE, N_WAYS };

static int
way_to_know (const EupStore *store,
             guint32         row)
{
  switch (eup_milestone_enum (store, row, EUP_MILESTONE_KIND))
    {
    case EUP_MILESTONE_KIND_SIGNED:
      return BY_SIGNATURE;
    case EUP_MILESTONE_KIND_ADOPTED:
      return eup_milestone_enum (store, row, EUP_MILESTONE_ACTOR) == EUP_ACTOR_PARLIAMENT ? -1 : BY_ADOPTION;
    case EUP_MILESTONE_KIND_PUBLISHED:
      return BY_PUBLICATION;
    case EUP_MILESTONE_KIND_IN_FORCE:
      return BY_ENTRY_INTO_FORCE;
    default:
      return -1;
    }
}

static gboolean
is_adopted_or_beyond (guint status)
{
  return status == EUP_STATUS_ADOPTED || status == EUP_STATUS_IN_FORCE || status == EUP_STATUS_APPLIED
         || status == EUP_STATUS_COMPLETED;
}

/* The day from which the act that moved a date is known to stand. */
static guint32
act_known_from (EupStore  *store,
                EupNumber  act,
                guint32    act_row)
{
  guint32 first[N_WAYS] = { 0 };
  guint32 since;
  const EupNumber *milestones;
  guint n;

  milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT, act, &n);
  for (guint i = 0; i < n; i++)
    {
      guint32 row = eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE);
      guint32 date;
      int way;

      if (row == EUP_NO_ROW || (date = date_of (store, row)) == 0 || (way = way_to_know (store, row)) < 0
          || eup_milestone_is_plan (store, row) || eup_milestone_is_refined (store, milestones[i]))
        continue;
      if (first[way] == 0 || eup_date_cell_compare (date, first[way]) < 0)
        first[way] = date;
    }
  for (guint way = 0; way < N_WAYS; way++)
    if (first[way] != 0)
      return eup_date_cell_last_day (first[way]);

  since = eup_store_get (store, EUP_TABLE_INITIATIVE, act_row, EUP_INITIATIVE_STATUS_SINCE);
  if (since != 0 && is_adopted_or_beyond (eup_store_get (store, EUP_TABLE_INITIATIVE, act_row, EUP_INITIATIVE_STATUS)))
    return eup_date_cell_last_day (since);
  return EUP_DAY_NEVER;
}

guint32
eup_milestone_move_known_from (EupStore *store,
                               guint32   row)
{
  guint32 on = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_ON);
  EupNumber by = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_BY);
  guint32 by_row = eup_store_row_in (store, by, EUP_TABLE_INITIATIVE);
  guint stated = eup_milestone_enum (store, row, EUP_MILESTONE_STATE);
  guint32 to;

  if (on != 0)
    return eup_date_cell_last_day (on);
  if (by_row != EUP_NO_ROW)
    return act_known_from (store, by, by_row);

  /* A plan that was met later: nobody knew when before that day. */
  to = eup_store_row_in (store, eup_milestone_moved_to (store, row), EUP_TABLE_MILESTONE);
  if ((stated == EUP_MILESTONE_STATE_EXPECTED || stated == EUP_MILESTONE_STATE_MISSED)
      && to != EUP_NO_ROW && !eup_milestone_is_plan (store, to) && date_of (store, to) != 0)
    return eup_date_cell_last_day (date_of (store, to));
  return 0;
}

/* The day from which what is stated to be reached, without a date, counts as reached: the first on which anything is known
 * to have happened to its subject. */
static guint32
undated_holds_from (EupStore *store,
                    guint32   row)
{
  EupNumber subject = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT);
  guint32 first = 0, first_day, start, subject_row;
  EupTableKind table;
  const EupNumber *milestones;
  guint n;

  if (subject == 0)
    return 0;
  milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT, subject, &n);
  for (guint i = 0; i < n; i++)
    {
      guint32 other = eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE);
      guint32 date = other == EUP_NO_ROW ? 0 : date_of (store, other);

      if (date != 0 && (first == 0 || eup_date_cell_compare (date, first) < 0)
          && !eup_milestone_is_plan (store, other) && !eup_milestone_is_refined (store, milestones[i]))
        first = date;
    }
  if (first != 0)
    return eup_date_cell_last_day (first);
  if (eup_store_home (store, subject, &table, &subject_row)
      && eup_mandates_first (store, table, subject_row, &first_day, &start) != 0)
    return first_day;
  return 0;
}

/* What is stated holds from a day on; before it nothing is. */
static gboolean
stated_holds (EupStore *store,
              guint32   row,
              guint     stated,
              guint32   day)
{
  guint32 date = date_of (store, row);
  guint32 on;

  switch (stated)
    {
    case EUP_MILESTONE_STATE_EXPECTED:
      return TRUE;
    case EUP_MILESTONE_STATE_REACHED:
      return date != 0 ? day >= eup_date_cell_first_day (date) : day >= undated_holds_from (store, row);
    case EUP_MILESTONE_STATE_MISSED:
      return date == 0 || day > eup_date_cell_last_day (date);
    case EUP_MILESTONE_STATE_CANCELLED:
      on = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_ON);
      return on == 0 || day >= eup_date_cell_last_day (on);
    default:
      return FALSE;
    }
}

guint8
eup_milestone_unmoved_state (EupStore *store,
                             guint32   row,
                             guint32   day)
{
  guint stated = eup_milestone_enum (store, row, EUP_MILESTONE_STATE);
  guint32 date = date_of (store, row);

  if (stated != EUP_MILESTONE_STATE_UNKNOWN && stated_holds (store, row, stated, day))
    return stated;
  if (date == 0)
    return EUP_MILESTONE_STATE_UNKNOWN;
  if (eup_milestone_enum (store, row, EUP_MILESTONE_KIND) == EUP_MILESTONE_KIND_TARGET)
    return eup_date_cell_last_day (date) < day ? EUP_MILESTONE_STATE_UNKNOWN : EUP_MILESTONE_STATE_EXPECTED;
  return eup_date_cell_last_day (date) <= day ? EUP_MILESTONE_STATE_REACHED : EUP_MILESTONE_STATE_EXPECTED;
}

/* Whether others were moved to it, and it is not known yet that any of them was. */
static gboolean
is_not_known_yet (EupStore  *store,
                  EupNumber  milestone,
                  guint32    day)
{
  const EupColumn *moves = eup_store_column (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO);
  gboolean is_target = FALSE;
  const EupNumber *moved;
  guint n;

  if (moves == NULL || moves->n == 0)
    return FALSE;
  moved = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO, milestone, &n);
  for (guint i = 0; i < n; i++)
    {
      guint32 row = eup_store_row_in (store, moved[i], EUP_TABLE_MILESTONE);

      if (row == EUP_NO_ROW || moved[i] == milestone)
        continue;
      is_target = TRUE;
      if (eup_milestone_move_known_from (store, row) <= day)
        return FALSE;
    }
  return is_target;
}

static gboolean
was_moved (EupStore *store,
           guint32   row,
           guint32   day)
{
  guint32 on;

  if (eup_milestone_moved_to (store, row) != 0)
    return eup_milestone_move_known_from (store, row) <= day;
  if (eup_milestone_enum (store, row, EUP_MILESTONE_STATE) != EUP_MILESTONE_STATE_RESCHEDULED)
    return FALSE;
  on = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_ON);
  return on == 0 || eup_date_cell_last_day (on) <= day;
}

guint8
eup_milestone_state (EupStore *store,
                     guint32   row,
                     guint32   day)
{
  if (was_moved (store, row, day))
    return EUP_MILESTONE_STATE_RESCHEDULED;
  if (is_not_known_yet (store, eup_store_number_of (store, EUP_TABLE_MILESTONE, row), day))
    return EUP_MILESTONE_STATE_UNKNOWN;
  return eup_milestone_unmoved_state (store, row, day);
}
