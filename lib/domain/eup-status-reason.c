/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-status-evidence.h"

#include "domain/eup-milestone-rules.h"
#include "values/eup-date-cell.h"

/* Those through which an initiative comes back to itself: what lies beneath it and above it. */
static GHashTable *
find_circle (EupStore  *store,
             EupNumber  initiative)
{
  static const guint up[] = { EUP_INITIATIVE_PARENT, EUP_INITIATIVE_FULFILS };
  g_autoptr (GHashTable) beneath = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  GHashTable *circle = g_hash_table_new (NULL, NULL);

  g_array_append_val (queue, initiative);
  for (guint at = 0; at < queue->len; at++)
    for (guint i = 0; i < G_N_ELEMENTS (up); i++)
      {
        guint n;
        const EupNumber *found = eup_store_reverse (store, EUP_TABLE_INITIATIVE, up[i], g_array_index (queue, EupNumber, at), &n);

        for (guint j = 0; j < n; j++)
          if (g_hash_table_add (beneath, GUINT_TO_POINTER (found[j])))
            g_array_append_val (queue, found[j]);
      }
  if (!g_hash_table_contains (beneath, GUINT_TO_POINTER (initiative)))
    return circle;

  g_array_set_size (queue, 0);
  g_array_append_val (queue, initiative);
  for (guint at = 0; at < queue->len; at++)
    for (guint i = 0; i < G_N_ELEMENTS (up); i++)
      {
        guint32 row = eup_store_row_in (store, g_array_index (queue, EupNumber, at), EUP_TABLE_INITIATIVE);
        guint32 cell = row == EUP_NO_ROW ? 0 : eup_store_get (store, EUP_TABLE_INITIATIVE, row, up[i]);
        const EupNumber *found = &cell;
        guint n = 1;

        if (eup_schema_field (EUP_TABLE_INITIATIVE, up[i])->kind == EUP_KIND_MANY)
          found = eup_store_list (store, cell, &n);
        for (guint j = 0; j < n; j++)
          if (found[j] != 0 && g_hash_table_contains (beneath, GUINT_TO_POINTER (found[j]))
              && g_hash_table_add (circle, GUINT_TO_POINTER (found[j])))
            g_array_append_val (queue, found[j]);
      }
  return circle;
}

typedef gboolean (*DecidesFunc) (EupStore               *store,
                                 const EupDerived       *derived,
                                 guint32                 milestone_row,
                                 const EupStatusOutcome *outcome,
                                 EupCourse               course);

static gboolean
gives_status (EupStore               *store,
              const EupDerived       *derived,
              guint32                 row,
              const EupStatusOutcome *outcome,
              EupCourse               course)
{
  return eup_derived_state (derived, row) == EUP_MILESTONE_STATE_REACHED
         && eup_status_given_by (eup_milestone_enum (store, row, EUP_MILESTONE_KIND),
                                 eup_milestone_enum (store, row, EUP_MILESTONE_ACTOR), course) == outcome->status;
}

static gboolean
is_planned (EupStore               *store,
            const EupDerived       *derived,
            guint32                 row,
            const EupStatusOutcome *outcome,
            EupCourse               course)
{
  EupMilestoneCells cells = eup_milestone_cells (store, derived, row);
  EupEvidence evidence = { 0 };

  eup_evidence_add (&evidence, store, derived, &cells, course);
  return (evidence.knows & EUP_EVIDENCE_PLANNED) != 0;
}

/* By the first day, those without one last; then by id. */
static gboolean
comes_before (const EupStore *store,
              EupNumber       a,
              guint32         date_a,
              EupNumber       b,
              guint32         date_b)
{
  guint32 day_a = eup_date_cell_first_day (date_a), day_b = eup_date_cell_first_day (date_b);

  if (day_a != day_b)
    return day_b == 0 || (day_a != 0 && day_a < day_b);
  return strcmp (eup_store_id (store, a), eup_store_id (store, b)) < 0;
}

static EupNumber
earliest_that (EupStore               *store,
               const EupDerived       *derived,
               guint32                 initiative_row,
               const EupStatusOutcome *outcome,
               DecidesFunc             decides)
{
  EupCourse course = eup_initiative_course (store, initiative_row);
  EupNumber best = 0;
  guint32 best_date = 0;
  guint n;
  const EupNumber *milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT,
                                                   eup_store_number_of (store, EUP_TABLE_INITIATIVE, initiative_row), &n);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE);
      guint32 date;

      if (row == EUP_NO_ROW || eup_milestone_is_refined (store, milestones[i])
          || !decides (store, derived, row, outcome, course))
        continue;
      date = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE);
      if (best == 0 || comes_before (store, milestones[i], date, best, best_date))
        {
          best = milestones[i];
          best_date = date;
        }
    }
  return best;
}

EupStatusReason
eup_status_reason (EupStore         *store,
                   const EupDerived *derived,
                   guint32           row)
{
  g_autoptr (GHashTable) circle = find_circle (store, eup_store_number_of (store, EUP_TABLE_INITIATIVE, row));
  EupEvidence evidence = { 0 };
  EupStatusOutcome outcome;
  EupStatusReason reason;

  eup_evidence_collect (&evidence, store, derived, row);
  outcome = eup_evidence_outcome (&evidence, store, derived, row, circle);
  reason = (EupStatusReason) { outcome.rule, outcome.entity, outcome.date };
  switch (outcome.rule)
    {
    case EUP_STATUS_RULE_ENDED:
    case EUP_STATUS_RULE_MILESTONE:
    case EUP_STATUS_RULE_LAUNCHED:
      reason.entity = earliest_that (store, derived, row, &outcome, gives_status);
      break;
    case EUP_STATUS_RULE_PLANNED:
      reason.entity = earliest_that (store, derived, row, &outcome, is_planned);
      break;
    case EUP_STATUS_RULE_STATED:
    case EUP_STATUS_RULE_PARTS:
    case EUP_STATUS_RULE_FULFILLED_BY:
    case EUP_STATUS_RULE_MANDATE:
    case EUP_STATUS_RULE_NONE:
    default:
      break;
    }
  return reason;
}
