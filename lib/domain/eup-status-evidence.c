/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-status-evidence.h"

#include "domain/eup-mandates.h"
#include "domain/eup-milestone-rules.h"
#include "values/eup-date-cell.h"

static inline guint32
milestone_cell (const EupStore *store,
                guint32         row,
                guint           field)
{
  return eup_store_get (store, EUP_TABLE_MILESTONE, row, field);
}

static inline guint32
earlier (guint32 a,
         guint32 b)
{
  return a == 0 || (b != 0 && eup_date_cell_compare (b, a) < 0) ? b : a;
}

/* Of two milestones that are expected, the one that comes first: by the first day, position, id. */
static gboolean
comes_before (const EupStore *store,
              guint32         row,
              EupNumber       other)
{
  guint32 other_row = eup_store_row_in (store, other, EUP_TABLE_MILESTONE);
  guint32 day = eup_date_cell_first_day (milestone_cell (store, row, EUP_MILESTONE_DATE));
  guint32 other_day = eup_date_cell_first_day (milestone_cell (store, other_row, EUP_MILESTONE_DATE));
  guint32 position, other_position;

  if (day != other_day)
    return day < other_day;
  position = milestone_cell (store, row, EUP_MILESTONE_POSITION);
  other_position = milestone_cell (store, other_row, EUP_MILESTONE_POSITION);
  if (position != other_position)
    return other_position == 0 || (position != 0 && position < other_position);
  return strcmp (eup_store_id (store, eup_store_number_of (store, EUP_TABLE_MILESTONE, row)),
                 eup_store_id (store, other)) < 0;
}

static void
add_reached (EupEvidence *evidence,
             guint        given,
             guint32      date)
{
  if (date != 0 && (evidence->latest == 0 || eup_date_cell_compare (date, evidence->latest) > 0))
    evidence->latest = date;
  if (eup_status_is_on_ladder (given))
    {
      if (given > evidence->step)
        {
          evidence->step = given;
          evidence->step_date = date;
        }
      else if (given == evidence->step)
        evidence->step_date = earlier (evidence->step_date, date);
    }
  else if (given == EUP_STATUS_ONGOING)
    {
      evidence->knows |= EUP_EVIDENCE_LAUNCHED;
      evidence->launched_date = earlier (evidence->launched_date, date);
    }
  else if (given == EUP_STATUS_WITHDRAWN)
    {
      evidence->knows |= EUP_EVIDENCE_WITHDRAWN;
      evidence->withdrawn_date = earlier (evidence->withdrawn_date, date);
    }
  else if (given == EUP_STATUS_EXPIRED)
    {
      evidence->knows |= EUP_EVIDENCE_EXPIRED;
      evidence->expired_date = earlier (evidence->expired_date, date);
    }
}

/* What the act itself sets a date for, and what nobody promises, announces nothing. */
static gboolean
announces (guint kind)
{
  switch (kind)
    {
    case EUP_MILESTONE_KIND_IN_FORCE:
    case EUP_MILESTONE_KIND_PARTLY_APPLIED:
    case EUP_MILESTONE_KIND_APPLIED:
    case EUP_MILESTONE_KIND_TRANSPOSITION_DUE:
    case EUP_MILESTONE_KIND_REPORTED:
    case EUP_MILESTONE_KIND_TARGET:
    case EUP_MILESTONE_KIND_EXPIRED:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
add_state (EupEvidence             *evidence,
           EupStore                *store,
           const EupDerived        *derived,
           const EupMilestoneCells *milestone,
           guint                    given)
{
  guint32 last_day = eup_date_cell_last_day (milestone->date);
  gboolean overdue = FALSE;

  switch (milestone->state)
    {
    case EUP_MILESTONE_STATE_EXPECTED:
      evidence->knows |= EUP_EVIDENCE_EXPECTED;
      overdue = milestone->date != 0 && last_day < derived->day;
      if (milestone->date != 0 && last_day >= derived->day)
        {
          evidence->has |= EUP_HAS_UPCOMING;
          if (evidence->next == 0 || comes_before (store, milestone->row, evidence->next))
            evidence->next = eup_store_number_of (store, EUP_TABLE_MILESTONE, milestone->row);
        }
      break;
    case EUP_MILESTONE_STATE_UNKNOWN:
      overdue = milestone->kind == EUP_MILESTONE_KIND_TARGET && milestone->date != 0 && last_day < derived->day;
      break;
    case EUP_MILESTONE_STATE_RESCHEDULED:
      evidence->has |= EUP_HAS_RESCHEDULED;
      break;
    case EUP_MILESTONE_STATE_MISSED:
      evidence->has |= EUP_HAS_MISSED;
      break;
    case EUP_MILESTONE_STATE_CANCELLED:
      evidence->has |= EUP_HAS_CANCELLED;
      break;
    default:
      break;
    }
  if (overdue)
    {
      evidence->has |= EUP_HAS_OVERDUE;
      if (eup_status_is_on_ladder (given) || given == EUP_STATUS_ONGOING || milestone->kind == EUP_MILESTONE_KIND_TARGET)
        evidence->knows |= EUP_EVIDENCE_LATE;
    }
}

EupMilestoneCells
eup_milestone_cells (EupStore         *store,
                     const EupDerived *derived,
                     guint32           row)
{
  return (EupMilestoneCells) {
    .row = row,
    .date = milestone_cell (store, row, EUP_MILESTONE_DATE),
    .kind = eup_milestone_enum (store, row, EUP_MILESTONE_KIND),
    .actor = eup_milestone_enum (store, row, EUP_MILESTONE_ACTOR),
    .state = eup_derived_state (derived, row),
    .is_plan = eup_milestone_is_plan (store, row),
  };
}

static inline void
add_milestone (EupEvidence             *evidence,
               EupStore                *store,
               const EupDerived        *derived,
               const EupMilestoneCells *milestone,
               EupCourse                course)
{
  guint given = eup_status_given_by (milestone->kind, milestone->actor, course);
  const EupChain *chain;

  if (milestone->kind == EUP_MILESTONE_KIND_ANNOUNCED)
    evidence->first_announced = earlier (evidence->first_announced, milestone->date);
  if (!milestone->is_plan)
    evidence->first_fact = earlier (evidence->first_fact, milestone->date);
  else if (announces (milestone->kind))
    evidence->knows |= EUP_EVIDENCE_PLANNED;

  if (milestone->state == EUP_MILESTONE_STATE_REACHED)
    add_reached (evidence, given, milestone->date);
  else
    add_state (evidence, store, derived, milestone, given);

  if (derived->chains != NULL
      && (milestone->state == EUP_MILESTONE_STATE_REACHED || milestone->state == EUP_MILESTONE_STATE_EXPECTED)
      && (chain = eup_derived_chain (derived, eup_store_number_of (store, EUP_TABLE_MILESTONE, milestone->row))) != NULL)
    {
      if (!(evidence->knows & EUP_EVIDENCE_CHAIN) || chain->slippage > evidence->slippage)
        evidence->slippage = chain->slippage;
      evidence->knows |= EUP_EVIDENCE_CHAIN;
    }
}

void
eup_evidence_add (EupEvidence             *evidence,
                  EupStore                *store,
                  const EupDerived        *derived,
                  const EupMilestoneCells *milestone,
                  EupCourse                course)
{
  add_milestone (evidence, store, derived, milestone, course);
}

static inline guint8
known_word (guint8 cell)
{
  return cell == EUP_ENUM_KEPT ? 0 : cell;
}

EupEvidence *
eup_evidence_collect_all (EupStore                  *store,
                          const EupDerived          *derived,
                          const EupMilestoneColumns *columns,
                          const guint8              *refined)
{
  EupEvidence *evidence = g_new0 (EupEvidence, MAX (eup_store_n_rows (store, EUP_TABLE_INITIATIVE), 1));

  for (guint32 row = 0; row < columns->n_subject; row++)
    {
      guint32 subject = eup_store_row_in (store, columns->subject[row], EUP_TABLE_INITIATIVE);
      EupMilestoneCells cells;

      if (subject == EUP_NO_ROW || !eup_store_is_alive (store, EUP_TABLE_MILESTONE, row)
          || (refined != NULL && refined[row]
              && eup_milestone_is_refined (store, eup_store_number_of (store, EUP_TABLE_MILESTONE, row))))
        continue;
      cells = (EupMilestoneCells) { row, EUP_AT (columns, date, row), known_word (EUP_AT (columns, kind, row)),
                                    known_word (EUP_AT (columns, actor, row)), derived->state[row], FALSE };
      if (EUP_AT (columns, stated, row) != 0 || EUP_AT (columns, moved, row) != 0)
        cells.is_plan = eup_milestone_is_plan (store, row);
      add_milestone (&evidence[subject], store, derived, &cells, eup_initiative_course (store, subject));
    }
  return evidence;
}

void
eup_evidence_collect (EupEvidence      *evidence,
                      EupStore         *store,
                      const EupDerived *derived,
                      guint32           initiative_row)
{
  EupNumber number = eup_store_number_of (store, EUP_TABLE_INITIATIVE, initiative_row);
  EupCourse course = eup_initiative_course (store, initiative_row);
  guint n;
  const EupNumber *milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT, number, &n);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE);

      if (row != EUP_NO_ROW && !eup_milestone_is_refined (store, milestones[i]))
        {
          EupMilestoneCells cells = eup_milestone_cells (store, derived, row);

          eup_evidence_add (evidence, store, derived, &cells, course);
        }
    }
}

/* Whether a milestone reached after that day ends the initiative, or brings it further up the ladder. */
static gboolean
is_overtaken (const EupEvidence *evidence,
              EupStore          *store,
              const EupDerived  *derived,
              guint32            row,
              guint              stated,
              guint32            since)
{
  EupCourse course = eup_initiative_course (store, row);
  gboolean climbs = eup_status_is_on_ladder (stated);
  const EupNumber *milestones;
  guint n;

  if (!(evidence->knows & (EUP_EVIDENCE_WITHDRAWN | EUP_EVIDENCE_EXPIRED)) && !(climbs && evidence->step > stated))
    return FALSE;
  milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT,
                                  eup_store_number_of (store, EUP_TABLE_INITIATIVE, row), &n);
  for (guint i = 0; i < n; i++)
    {
      guint32 milestone = eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE);
      guint given;

      if (milestone == EUP_NO_ROW || eup_derived_state (derived, milestone) != EUP_MILESTONE_STATE_REACHED
          || eup_date_cell_last_day (milestone_cell (store, milestone, EUP_MILESTONE_DATE)) <= since
          || eup_milestone_is_refined (store, milestones[i]))
        continue;
      given = eup_status_given_by (eup_milestone_enum (store, milestone, EUP_MILESTONE_KIND),
                                   eup_milestone_enum (store, milestone, EUP_MILESTONE_ACTOR), course);
      if (eup_status_is_ended (given) || (climbs && eup_status_is_on_ladder (given) && given > stated))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_stated (const EupEvidence *evidence,
             EupStore          *store,
             const EupDerived  *derived,
             guint32            row,
             EupStatusOutcome  *outcome)
{
  guint stated = eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS);
  guint32 since_cell, since, start;

  if (stated == EUP_STATUS_UNKNOWN || stated == EUP_ENUM_KEPT)
    return FALSE;
  since_cell = eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS_SINCE);
  if (since_cell != 0)
    since = eup_date_cell_last_day (since_cell);
  else if (evidence->first_fact != 0)
    since = eup_date_cell_last_day (evidence->first_fact);
  else
    eup_mandates_first (store, EUP_TABLE_INITIATIVE, row, &since, &start);
  if (since > derived->day)
    return FALSE;
  if (is_overtaken (evidence, store, derived, row, stated, since))
    {
      outcome->overtaken = stated;
      return FALSE;
    }

  outcome->status = stated;
  outcome->rule = EUP_STATUS_RULE_STATED;
  outcome->date = since_cell;
  outcome->entity = eup_store_number_of (store, EUP_TABLE_INITIATIVE, row);
  return TRUE;
}

static gboolean
take_end (const EupEvidence *evidence,
          EupStatusOutcome  *outcome)
{
  guint ends = evidence->knows & (EUP_EVIDENCE_WITHDRAWN | EUP_EVIDENCE_EXPIRED);
  gboolean withdrawn = ends == EUP_EVIDENCE_WITHDRAWN
                       || (ends == (EUP_EVIDENCE_WITHDRAWN | EUP_EVIDENCE_EXPIRED)
                           && eup_date_cell_last_day (evidence->withdrawn_date) >= eup_date_cell_last_day (evidence->expired_date));

  if (ends == 0)
    return FALSE;
  outcome->status = withdrawn ? EUP_STATUS_WITHDRAWN : EUP_STATUS_EXPIRED;
  outcome->rule = EUP_STATUS_RULE_ENDED;
  outcome->date = withdrawn ? evidence->withdrawn_date : evidence->expired_date;
  return TRUE;
}

/* The status that the milestones of its own give, ends apart; UNKNOWN where they give none. */
static guint
own_status (const EupEvidence *evidence,
            EupCourse          course)
{
  return evidence->knows & EUP_EVIDENCE_LAUNCHED ? eup_status_when_launched (evidence->step, course) : evidence->step;
}

static gboolean
take_own (const EupEvidence *evidence,
          EupCourse          course,
          EupStatusOutcome  *outcome)
{
  guint status = own_status (evidence, course);
  gboolean launched = status == EUP_STATUS_ONGOING;

  if (status == EUP_STATUS_UNKNOWN)
    return FALSE;
  outcome->status = status;
  outcome->rule = launched ? EUP_STATUS_RULE_LAUNCHED : EUP_STATUS_RULE_MILESTONE;
  outcome->date = launched ? evidence->launched_date : evidence->step_date;
  return TRUE;
}

/* What those that an initiative consists of, or that fulfil it, say together. */
typedef struct
{
  guint     n_known;
  gboolean  open, beyond_announced, delivered;
  gboolean  late, kept_late;
  guint32   date;
  EupNumber latest;
} Others;

static void
add_other (Others           *others,
           EupStore         *store,
           const EupDerived *derived,
           EupNumber         number,
           guint32           row)
{
  guint status = derived->status[row];
  EupCourse course = eup_initiative_course (store, row);
  guint32 date = derived->status_date[row];
  int order;

  if (status == EUP_STATUS_UNKNOWN)
    return;
  others->n_known++;
  if (eup_status_is_open (status, course))
    {
      others->open = TRUE;
      others->beyond_announced |= status != EUP_STATUS_ANNOUNCED;
    }
  others->delivered |= eup_status_is_delivered (status, course);
  others->late |= derived->verdict[row] == EUP_VERDICT_LATE;
  others->kept_late |= derived->verdict[row] == EUP_VERDICT_KEPT_LATE;

  order = eup_date_cell_compare (date, others->date);
  if (others->latest == 0 || order > 0
      || (order == 0 && strcmp (eup_store_id (store, number), eup_store_id (store, others->latest)) < 0))
    {
      others->date = date;
      others->latest = number;
    }
}

/* Returns whether there are any at all. */
static gboolean
collect_others (Others           *others,
                EupStore         *store,
                const EupDerived *derived,
                EupNumber         initiative,
                guint             field,
                GHashTable       *came_back)
{
  gboolean any = FALSE;
  guint n;
  const EupNumber *numbers = eup_store_reverse (store, EUP_TABLE_INITIATIVE, field, initiative, &n);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = eup_store_row_in (store, numbers[i], EUP_TABLE_INITIATIVE);

      if (row == EUP_NO_ROW || numbers[i] == initiative
          || (came_back != NULL && g_hash_table_contains (came_back, GUINT_TO_POINTER (numbers[i]))))
        continue;
      any = TRUE;
      add_other (others, store, derived, numbers[i], row);
    }
  return any;
}

static gboolean
take_others (EupStore         *store,
             const EupDerived *derived,
             guint32           row,
             GHashTable       *came_back,
             EupStatusOutcome *outcome)
{
  EupNumber number = eup_store_number_of (store, EUP_TABLE_INITIATIVE, row);
  EupStatusRule rule = EUP_STATUS_RULE_PARTS;
  Others others = { 0 };

  if (!collect_others (&others, store, derived, number, EUP_INITIATIVE_PARENT, came_back))
    {
      rule = EUP_STATUS_RULE_FULFILLED_BY;
      collect_others (&others, store, derived, number, EUP_INITIATIVE_FULFILS, came_back);
    }
  if (others.n_known == 0)
    return FALSE;

  if (!others.open)
    outcome->status = others.delivered ? EUP_STATUS_COMPLETED : EUP_STATUS_WITHDRAWN;
  else
    outcome->status = others.delivered || others.beyond_announced ? EUP_STATUS_ONGOING : EUP_STATUS_ANNOUNCED;
  outcome->rule = rule;
  outcome->date = others.date;
  outcome->entity = others.latest;
  outcome->others_late = others.late;
  outcome->others_kept_late = others.kept_late;
  return TRUE;
}

/* Announced by its mandate: as a commitment, or because something about it is planned. */
static void
take_mandate (const EupEvidence *evidence,
              EupStore          *store,
              const EupDerived  *derived,
              guint32            row,
              EupStatusOutcome  *outcome)
{
  guint instrument = eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT);
  gboolean planned = (evidence->knows & EUP_EVIDENCE_PLANNED) != 0;
  guint32 first_day, start;
  EupNumber mandate;

  if (!planned && instrument != EUP_INSTRUMENT_COMMITMENT)
    return;
  if (evidence->first_announced != 0 && eup_date_cell_first_day (evidence->first_announced) > derived->day)
    return;
  mandate = eup_mandates_first (store, EUP_TABLE_INITIATIVE, row, &first_day, &start);
  if (mandate == 0 ? !planned : first_day > derived->day)
    return;

  outcome->status = EUP_STATUS_ANNOUNCED;
  outcome->rule = planned ? EUP_STATUS_RULE_PLANNED : EUP_STATUS_RULE_MANDATE;
  outcome->date = planned ? 0 : start;
  outcome->entity = planned ? 0 : mandate;
}

static gboolean
has_begun (EupStore         *store,
           const EupDerived *derived,
           guint32           row)
{
  guint32 first_day, start;

  return eup_mandates_first (store, EUP_TABLE_INITIATIVE, row, &first_day, &start) == 0 || first_day <= derived->day;
}

EupStatusOutcome
eup_evidence_outcome (const EupEvidence *evidence,
                      EupStore          *store,
                      const EupDerived  *derived,
                      guint32            row,
                      GHashTable        *came_back)
{
  EupStatusOutcome outcome = { 0 };
  guint instrument = eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT);
  EupCourse course = eup_instrument_course (instrument);
  gboolean is_whole = eup_instrument_is_whole (instrument);
  gboolean asks_others = is_whole || own_status (evidence, course) <= EUP_STATUS_ANNOUNCED;

  if (instrument == EUP_INSTRUMENT_COMMITMENT && !has_begun (store, derived, row))
    asks_others = FALSE;
  if (take_stated (evidence, store, derived, row, &outcome) || take_end (evidence, &outcome))
    return outcome;
  if (asks_others && take_others (store, derived, row, came_back, &outcome))
    return outcome;
  if (!take_own (evidence, course, &outcome))
    take_mandate (evidence, store, derived, row, &outcome);
  return outcome;
}

guint8
eup_evidence_verdict (const EupEvidence      *evidence,
                      const EupStatusOutcome *outcome,
                      EupCourse               course)
{
  guint status = outcome->status;

  if (status == EUP_STATUS_UNKNOWN)
    return EUP_VERDICT_UNKNOWN;
  if (eup_status_is_delivered (status, course)
      || (status == EUP_STATUS_EXPIRED
          && (eup_status_is_delivered (own_status (evidence, course), course)
              || eup_status_is_delivered (outcome->overtaken, course))))
    return evidence->slippage > 0 || outcome->others_kept_late ? EUP_VERDICT_KEPT_LATE : EUP_VERDICT_KEPT;
  if (eup_status_is_ended (status)
      || ((evidence->has & EUP_HAS_CANCELLED) && !(evidence->knows & EUP_EVIDENCE_EXPECTED)))
    return EUP_VERDICT_DROPPED;
  if (evidence->slippage > 0 || (evidence->has & EUP_HAS_MISSED) || (evidence->knows & EUP_EVIDENCE_LATE)
      || outcome->others_late || outcome->others_kept_late)
    return EUP_VERDICT_LATE;
  return EUP_VERDICT_PENDING;
}
