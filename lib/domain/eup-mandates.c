/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-mandates.h"

#include "values/eup-period-private.h"

typedef struct
{
  EupStore *store;
  EupNumber mandate;
  guint32   first_day;
  guint32   start;
} First;

guint32
eup_mandate_first_day (EupStore *store,
                       guint32   mandate_row,
                       guint32  *start)
{
  guint n;
  const guint32 *cells = eup_store_list (store, eup_store_get (store, EUP_TABLE_MANDATE, mandate_row, EUP_MANDATE_PERIOD), &n);

  *start = n < 3 ? 0 : cells[0];
  return n < 3 ? 0 : eup_period_cells_first_day (cells);
}

static void
see_mandate (First     *first,
             EupNumber  mandate)
{
  guint32 row = eup_store_row_in (first->store, mandate, EUP_TABLE_MANDATE);
  guint32 day, start;

  if (row == EUP_NO_ROW)
    return;
  day = eup_mandate_first_day (first->store, row, &start);
  if (first->mandate == 0 || day < first->first_day)
    {
      first->mandate = mandate;
      first->first_day = day;
      first->start = start;
    }
}

static void
see_priority (First     *first,
              EupNumber  priority)
{
  guint32 row = eup_store_row_in (first->store, priority, EUP_TABLE_PRIORITY);

  if (row != EUP_NO_ROW)
    see_mandate (first, eup_store_get (first->store, EUP_TABLE_PRIORITY, row, EUP_PRIORITY_MANDATE));
}

static void
see_objective (First     *first,
               EupNumber  objective)
{
  guint32 row = eup_store_row_in (first->store, objective, EUP_TABLE_OBJECTIVE);

  if (row != EUP_NO_ROW)
    see_priority (first, eup_store_get (first->store, EUP_TABLE_OBJECTIVE, row, EUP_OBJECTIVE_PRIORITY));
}

static void
see_initiative (First   *first,
                guint32  row)
{
  guint n;
  const EupNumber *numbers;

  numbers = eup_store_list (first->store, eup_store_get (first->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_PRIORITIES), &n);
  for (guint i = 0; i < n; i++)
    see_priority (first, numbers[i]);
  numbers = eup_store_list (first->store, eup_store_get (first->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_OBJECTIVES), &n);
  for (guint i = 0; i < n; i++)
    see_objective (first, numbers[i]);
}

EupNumber
eup_mandates_first (EupStore     *store,
                    EupTableKind  table,
                    guint32       row,
                    guint32      *first_day,
                    guint32      *start)
{
  First first = { store, 0, 0, 0 };

  switch (table)
    {
    case EUP_TABLE_MANDATE:
      see_mandate (&first, eup_store_number_of (store, table, row));
      break;
    case EUP_TABLE_PRIORITY:
      see_mandate (&first, eup_store_get (store, table, row, EUP_PRIORITY_MANDATE));
      break;
    case EUP_TABLE_OBJECTIVE:
      see_priority (&first, eup_store_get (store, table, row, EUP_OBJECTIVE_PRIORITY));
      break;
    case EUP_TABLE_INITIATIVE:
      see_initiative (&first, row);
      break;
    default:
      break;
    }
  *first_day = first.first_day;
  *start = first.start;
  return first.mandate;
}

static void
append_reverse (EupStore     *store,
                EupTableKind  table,
                guint         field,
                EupNumber     key,
                GArray       *numbers)
{
  guint n;
  const EupNumber *found = eup_store_reverse (store, table, field, key, &n);

  if (n > 0)
    g_array_append_vals (numbers, found, n);
}

void
eup_mandates_add_initiatives (EupStore     *store,
                              EupTableKind  table,
                              EupNumber     number,
                              GArray       *numbers)
{
  g_autoptr (GArray) priorities = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  g_autoptr (GArray) objectives = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  if (table == EUP_TABLE_MANDATE)
    append_reverse (store, EUP_TABLE_PRIORITY, EUP_PRIORITY_MANDATE, number, priorities);
  else if (table == EUP_TABLE_PRIORITY)
    g_array_append_val (priorities, number);
  else if (table == EUP_TABLE_OBJECTIVE)
    g_array_append_val (objectives, number);
  for (guint i = 0; i < priorities->len; i++)
    {
      EupNumber priority = g_array_index (priorities, EupNumber, i);

      append_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PRIORITIES, priority, numbers);
      append_reverse (store, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, priority, objectives);
    }
  for (guint i = 0; i < objectives->len; i++)
    append_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, g_array_index (objectives, EupNumber, i), numbers);
}
