/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/check/eup-check-private.h"
#include "values/eup-date-cell.h"

/* Relations that lead from a type to itself, and so perhaps back to where they began. */
static const struct
{
  EupTableKind table;
  guint        field;
} chains[] = {
  { EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PARENT },
  { EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT },
  { EUP_TABLE_MILESTONE, EUP_MILESTONE_REFINES },
  { EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO },
  { EUP_TABLE_TOPIC, EUP_TOPIC_BROADER },
};

static guint32
next_row (EupStore     *store,
          EupTableKind  table,
          guint32       row,
          guint         field)
{
  return eup_store_row_in (store, eup_store_get (store, table, row, field), table);
}

/* Follows each chain until it ends or meets a row that was visited; met within one walk, it is a cycle. */
static void
check_cycles (EupCheck     *check,
              EupTableKind  table,
              guint         field)
{
  const EupColumn *column = eup_store_column (check->store, table, field);
  guint32 n = eup_store_n_rows (check->store, table);
  g_autofree guint32 *walks = NULL; /* by row: the number of the walk that came there */

  if (column == NULL || column->n == 0)
    return;
  for (guint32 start = 0; start < n; start++)
    {
      guint32 row = next_row (check->store, table, start, field);

      if (G_LIKELY (row == EUP_NO_ROW) || !eup_store_is_alive (check->store, table, start))
        continue;
      if (walks == NULL)
        walks = g_new0 (guint32, n);
      for (row = start; row != EUP_NO_ROW && walks[row] == 0; row = next_row (check->store, table, row, field))
        walks[row] = start + 1;

      /* Who refers to itself was told so. */
      if (row != EUP_NO_ROW && walks[row] == start + 1 && next_row (check->store, table, row, field) != row)
        eup_check_report (check, "cycle", table, row, (int) field, NULL,
                          "following “%s” from “%s” leads back to it", eup_schema_field (table, field)->key,
                          eup_store_id (check->store, eup_store_number_of (check->store, table, row)));
    }
}

/* What can only come after the proposal. */
static gboolean
follows_proposal (guint kind)
{
  return kind == EUP_MILESTONE_KIND_AGREED || kind == EUP_MILESTONE_KIND_ADOPTED || kind == EUP_MILESTONE_KIND_SIGNED
         || kind == EUP_MILESTONE_KIND_PUBLISHED || kind == EUP_MILESTONE_KIND_IN_FORCE
         || kind == EUP_MILESTONE_KIND_PARTLY_APPLIED || kind == EUP_MILESTONE_KIND_APPLIED;
}

static gboolean
follows_adoption (guint kind)
{
  return kind == EUP_MILESTONE_KIND_IN_FORCE || kind == EUP_MILESTONE_KIND_PUBLISHED;
}

typedef struct
{
  guint32 proposed; /* the first day of the earliest, 0: none */
  guint32 adopted;
} Stages;

static void
note (guint32 *earliest,
      guint32  day)
{
  if (*earliest == 0 || day < *earliest)
    *earliest = day;
}

static Stages *
find_stages (EupCheck *check,
             guint32   n)
{
  Stages *stages = g_new0 (Stages, eup_store_n_rows (check->store, EUP_TABLE_INITIATIVE));

  for (guint32 row = 0; row < n; row++)
    {
      guint kind = eup_store_get (check->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_KIND);
      guint32 subject, date;

      if ((kind != EUP_MILESTONE_KIND_PROPOSED && kind != EUP_MILESTONE_KIND_ADOPTED)
          || !eup_store_is_alive (check->store, EUP_TABLE_MILESTONE, row))
        continue;
      subject = eup_store_row_in (check->store, eup_store_get (check->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT),
                                  EUP_TABLE_INITIATIVE);
      date = eup_store_get (check->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE);
      if (subject != EUP_NO_ROW && date != 0)
        note (kind == EUP_MILESTONE_KIND_PROPOSED ? &stages[subject].proposed : &stages[subject].adopted,
              eup_date_cell_first_day (date));
    }
  return stages;
}

static void
check_order (EupCheck *check)
{
  guint32 n = eup_store_n_rows (check->store, EUP_TABLE_MILESTONE);
  g_autofree Stages *stages = NULL;

  if (n == 0 || eup_store_n_rows (check->store, EUP_TABLE_INITIATIVE) == 0)
    return;
  stages = find_stages (check, n);
  for (guint32 row = 0; row < n; row++)
    {
      guint kind = eup_store_get (check->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_KIND);
      guint32 subject, date, last;

      if (!follows_proposal (kind) || !eup_store_is_alive (check->store, EUP_TABLE_MILESTONE, row))
        continue;
      subject = eup_store_row_in (check->store, eup_store_get (check->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT),
                                  EUP_TABLE_INITIATIVE);
      date = eup_store_get (check->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE);
      if (subject == EUP_NO_ROW || date == 0)
        continue;

      last = eup_date_cell_last_day (date);
      if (stages[subject].proposed > last)
        eup_check_report (check, "milestone-before-proposal", EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE,
                          NULL, "this milestone is dated before the proposal of “%s”",
                          eup_store_id (check->store, eup_store_number_of (check->store, EUP_TABLE_INITIATIVE, subject)));
      else if (follows_adoption (kind) && stages[subject].adopted > last)
        eup_check_report (check, "milestone-order", EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE, NULL,
                          "this milestone is dated before the adoption of “%s”",
                          eup_store_id (check->store, eup_store_number_of (check->store, EUP_TABLE_INITIATIVE, subject)));
    }
}

void
eup_check_relations (EupCheck *check)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    check_cycles (check, chains[i].table, chains[i].field);
  check_order (check);
}
