/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-status-evidence.h"

#include "domain/eup-milestone-columns.h"
#include "domain/eup-milestone-rules.h"
#include "values/eup-date-cell.h"
#include "values/eup-debug.h"

void
eup_derived_free (EupDerived *derived)
{
  g_free (derived->status);
  g_free (derived->verdict);
  g_free (derived->flags);
  g_free (derived->date);
  g_free (derived->status_date);
  g_free (derived->next);
  g_free (derived->slippage);
  g_free (derived->state);
  g_clear_pointer (&derived->chains, g_hash_table_unref);
  g_free (derived);
}

#define GROW(array, old, new) \
  G_STMT_START { \
    (array) = g_realloc_n ((array), (new), sizeof *(array)); \
    memset ((array) + (old), 0, ((gsize) (new) - (old)) * sizeof *(array)); \
  } G_STMT_END

/* Makes room for all rows that the store has. */
void
eup_derived_reserve (EupDerived *derived,
                     EupStore   *store)
{
  guint32 n = eup_store_n_rows (store, EUP_TABLE_INITIATIVE), old = derived->n;

  if (n > old)
    {
      n = MAX (n, old * 2);
      GROW (derived->status, old, n);
      GROW (derived->verdict, old, n);
      GROW (derived->flags, old, n);
      GROW (derived->date, old, n);
      GROW (derived->status_date, old, n);
      GROW (derived->next, old, n);
      GROW (derived->slippage, old, n);
      derived->n = n;
    }
  n = eup_store_n_rows (store, EUP_TABLE_MILESTONE);
  old = derived->n_states;
  if (n > old)
    {
      n = MAX (n, old * 2);
      GROW (derived->state, old, n);
      derived->n_states = n;
    }
}

static void
set_outcome (EupDerived             *derived,
             guint32                 row,
             const EupEvidence      *evidence,
             const EupStatusOutcome *outcome,
             EupCourse               course)
{
  derived->status[row] = outcome->status;
  derived->status_date[row] = outcome->date;
  derived->verdict[row] = eup_evidence_verdict (evidence, outcome, course);
  derived->slippage[row] = evidence->slippage;
  derived->date[row] = evidence->latest;
  derived->next[row] = evidence->next;
  derived->flags[row] = evidence->has;
  if (eup_status_is_ended (outcome->status))
    derived->flags[row] &= ~EUP_HAS_OVERDUE;
}

/* Strongly connected components of initiatives that consist of each other (Tarjan), found without recursion: the parts
 * and what fulfils an initiative are finished before it, except those that come back to it. */
typedef struct
{
  EupDerived        *derived;
  EupStore          *store;
  const EupEvidence *evidence; /* by row; NULL: to be collected */
  GHashTable        *wanted;   /* rows */
  GHashTable        *visits;   /* row + 1 -> Visit */
  GArray            *stack;    /* rows that belong to no component yet */
  guint              n_visited;
} Resolver;

typedef struct
{
  guint32          row;
  guint            index, low;
  gboolean         on_stack;
  const EupNumber *others; /* parts, then what fulfils */
  guint            n, next;
  gboolean         in_fulfils;
} Visit;

static void
finish_row (Resolver   *resolver,
            guint32     row,
            GHashTable *came_back)
{
  EupEvidence collected = { 0 };
  const EupEvidence *evidence = &collected;
  EupStatusOutcome outcome;

  if (resolver->evidence != NULL)
    evidence = &resolver->evidence[row];
  else
    eup_evidence_collect (&collected, resolver->store, resolver->derived, row);
  outcome = eup_evidence_outcome (evidence, resolver->store, resolver->derived, row, came_back);
  set_outcome (resolver->derived, row, evidence, &outcome, eup_initiative_course (resolver->store, row));
}

static Visit *
begin_visit (Resolver *resolver,
             guint32   row)
{
  Visit *visit = g_new0 (Visit, 1);

  visit->row = row;
  visit->index = visit->low = ++resolver->n_visited;
  visit->on_stack = TRUE;
  visit->others = eup_store_reverse (resolver->store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PARENT,
                                     eup_store_number_of (resolver->store, EUP_TABLE_INITIATIVE, row), &visit->n);
  g_hash_table_insert (resolver->visits, GUINT_TO_POINTER (row + 1), visit);
  g_array_append_val (resolver->stack, row);
  return visit;
}

/* The next row beneath that is wanted too, or EUP_NO_ROW. */
static guint32
next_beneath (Resolver *resolver,
              Visit    *visit)
{
  while (TRUE)
    {
      while (visit->next < visit->n)
        {
          guint32 row = eup_store_row_in (resolver->store, visit->others[visit->next++], EUP_TABLE_INITIATIVE);

          if (row != EUP_NO_ROW && g_hash_table_contains (resolver->wanted, GUINT_TO_POINTER (row)))
            return row;
        }
      if (visit->in_fulfils)
        return EUP_NO_ROW;
      visit->in_fulfils = TRUE;
      visit->next = 0;
      visit->others = eup_store_reverse (resolver->store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_FULFILS,
                                         eup_store_number_of (resolver->store, EUP_TABLE_INITIATIVE, visit->row), &visit->n);
    }
}

static void
finish_component (Resolver *resolver,
                  guint32   root)
{
  guint first = resolver->stack->len;
  g_autoptr (GHashTable) component = NULL;
  Visit *visit;

  do
    first--;
  while (g_array_index (resolver->stack, guint32, first) != root);

  if (resolver->stack->len - first > 1)
    {
      component = g_hash_table_new (NULL, NULL);
      for (guint i = first; i < resolver->stack->len; i++)
        {
          EupNumber number = eup_store_number_of (resolver->store, EUP_TABLE_INITIATIVE,
                                                  g_array_index (resolver->stack, guint32, i));

          g_hash_table_add (component, GUINT_TO_POINTER (number));
        }
    }
  for (guint i = first; i < resolver->stack->len; i++)
    {
      guint32 row = g_array_index (resolver->stack, guint32, i);

      visit = g_hash_table_lookup (resolver->visits, GUINT_TO_POINTER (row + 1));
      visit->on_stack = FALSE;
      finish_row (resolver, row, component);
    }
  g_array_set_size (resolver->stack, first);
}

static void
resolve_from (Resolver *resolver,
              guint32   start)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  g_ptr_array_add (path, begin_visit (resolver, start));
  while (path->len > 0)
    {
      Visit *visit = path->pdata[path->len - 1], *other;
      guint32 beneath = next_beneath (resolver, visit);

      if (beneath != EUP_NO_ROW)
        {
          other = g_hash_table_lookup (resolver->visits, GUINT_TO_POINTER (beneath + 1));
          if (other == NULL)
            g_ptr_array_add (path, begin_visit (resolver, beneath));
          else if (other->on_stack)
            visit->low = MIN (visit->low, other->index);
          continue;
        }
      if (visit->low == visit->index)
        finish_component (resolver, visit->row);
      g_ptr_array_set_size (path, path->len - 1);
      if (path->len > 0)
        {
          other = path->pdata[path->len - 1];
          other->low = MIN (other->low, visit->low);
        }
    }
}

void
eup_derived_resolve (EupDerived        *derived,
                     EupStore          *store,
                     const guint32     *rows,
                     guint              n_rows,
                     const EupEvidence *evidence)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) visits = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  Resolver resolver = { derived, store, evidence, wanted, visits, stack, 0 };

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_add (wanted, GUINT_TO_POINTER (rows[i]));
  for (guint i = 0; i < n_rows; i++)
    if (!g_hash_table_contains (visits, GUINT_TO_POINTER (rows[i] + 1)))
      resolve_from (&resolver, rows[i]);
}

/* Bits of the rows of a table that some cell of a relation names. */
static guint8 *
mark_named (EupStore     *store,
            EupTableKind  table,
            guint         field,
            EupTableKind  target,
            guint8       *marks)
{
  const EupColumn *column = eup_store_column (store, table, field);
  gboolean is_one = eup_schema_field (table, field)->kind == EUP_KIND_ONE;

  if (column == NULL || column->n == 0)
    return marks;
  if (marks == NULL)
    marks = g_new0 (guint8, MAX (eup_store_n_rows (store, target), 1));
  for (guint32 row = 0; row < column->n; row++)
    {
      guint32 cell = ((const guint32 *) column->base)[row];
      const guint32 *numbers = &cell;
      guint n = 1;

      if (cell == 0 || !eup_store_is_alive (store, table, row))
        continue;
      if (!is_one)
        numbers = eup_store_list (store, cell, &n);
      for (guint i = 0; i < n; i++)
        {
          guint32 named = eup_store_row_in (store, numbers[i], target);

          if (named != EUP_NO_ROW)
            marks[named] = 1;
        }
    }
  return marks;
}

static void
derive_states (EupDerived             *derived,
               EupStore               *store,
               const EupMilestoneColumns *columns)
{
  guint32 n = eup_store_n_rows (store, EUP_TABLE_MILESTONE);
  g_autofree guint8 *targets = mark_named (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO, EUP_TABLE_MILESTONE, NULL);

  for (guint32 row = 0; row < n; row++)
    {
      guint32 date = EUP_AT (columns, date, row);

      /* Most state nothing, and follow from their date alone. */
      if (EUP_AT (columns, stated, row) == 0 && EUP_AT (columns, moved, row) == 0 && (targets == NULL || !targets[row])
          && EUP_AT (columns, kind, row) != EUP_MILESTONE_KIND_TARGET)
        derived->state[row] = date == 0 ? EUP_MILESTONE_STATE_UNKNOWN
                              : eup_date_cell_last_day (date) <= derived->day ? EUP_MILESTONE_STATE_REACHED
                                                                              : EUP_MILESTONE_STATE_EXPECTED;
      else
        derived->state[row] = eup_milestone_state (store, row, derived->day);
    }
}

EupDerived *
eup_derived_new (EupStore *store,
                 guint32   day)
{
  EupDerived *derived = g_new0 (EupDerived, 1);
  gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);
  guint32 n = eup_store_n_rows (store, EUP_TABLE_INITIATIVE);
  g_autofree EupEvidence *evidence = NULL;
  g_autofree guint8 *wholes = NULL;
  g_autofree guint8 *refined = mark_named (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_REFINES, EUP_TABLE_MILESTONE, NULL);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  EupMilestoneColumns columns;

  derived->day = day;
  eup_derived_reserve (derived, store);
  eup_milestone_columns_init (&columns, store);
  derive_states (derived, store, &columns);
  derived->chains = eup_chains_new (store, day);
  evidence = eup_evidence_collect_all (store, derived, &columns, refined);

  wholes = mark_named (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PARENT, EUP_TABLE_INITIATIVE, wholes);
  wholes = mark_named (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_FULFILS, EUP_TABLE_INITIATIVE, wholes);
  for (guint32 row = 0; row < n; row++)
    {
      EupStatusOutcome outcome;

      if (!eup_store_is_alive (store, EUP_TABLE_INITIATIVE, row))
        continue;
      if (wholes != NULL && wholes[row])
        {
          g_array_append_val (rows, row);
          continue;
        }
      outcome = eup_evidence_outcome (&evidence[row], store, derived, row, NULL);
      set_outcome (derived, row, &evidence[row], &outcome, eup_initiative_course (store, row));
    }
  eup_derived_resolve (derived, store, (const guint32 *) rows->data, rows->len, evidence);
  if (begin != 0)
    eup_debug_print (EUP_DEBUG_INDEX, "built what follows from milestones: %u initiatives, %" G_GSIZE_FORMAT " bytes, %.3f ms", n,
                     derived->n_states
                         + derived->n * (3 * sizeof (guint8) + 3 * sizeof (guint32) + sizeof (gint32)),
                     eup_debug_milliseconds (begin));
  return derived;
}

static gboolean
milestone_is_overdue (EupStore         *store,
                      const EupDerived *derived,
                      guint32           row)
{
  guint32 date = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE);
  guint state = eup_derived_state (derived, row);
  guint32 subject;

  if (date == 0 || eup_date_cell_last_day (date) >= derived->day)
    return FALSE;
  if (state != EUP_MILESTONE_STATE_EXPECTED
      && !(state == EUP_MILESTONE_STATE_UNKNOWN
           && eup_milestone_enum (store, row, EUP_MILESTONE_KIND) == EUP_MILESTONE_KIND_TARGET))
    return FALSE;
  subject = eup_store_row_in (store, eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT), EUP_TABLE_INITIATIVE);
  return subject == EUP_NO_ROW || !eup_status_is_ended (derived->status[subject]);
}

gboolean
eup_derived_milestone_is (EupStore         *store,
                          const EupDerived *derived,
                          guint32           row,
                          guint             flag)
{
  guint32 date = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE);
  guint state = eup_derived_state (derived, row);
  gboolean is;

  switch (flag)
    {
    case EUP_HAS_OVERDUE:
      is = milestone_is_overdue (store, derived, row);
      break;
    case EUP_HAS_UPCOMING:
      is = state == EUP_MILESTONE_STATE_EXPECTED && date != 0 && eup_date_cell_last_day (date) >= derived->day;
      break;
    case EUP_HAS_RESCHEDULED:
      is = state == EUP_MILESTONE_STATE_RESCHEDULED;
      break;
    case EUP_HAS_MISSED:
      is = state == EUP_MILESTONE_STATE_MISSED;
      break;
    case EUP_HAS_CANCELLED:
      is = state == EUP_MILESTONE_STATE_CANCELLED;
      break;
    default:
      is = FALSE;
      break;
    }
  return is && !eup_milestone_is_refined (store, eup_store_number_of (store, EUP_TABLE_MILESTONE, row));
}
