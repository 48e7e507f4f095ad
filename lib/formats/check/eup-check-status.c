/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-enum-strings.h>

#include "domain/eup-derived.h"
#include "domain/eup-milestone-rules.h"
#include "domain/eup-status-evidence.h"
#include "formats/check/eup-check-private.h"

/* What is stated of statuses and of moved dates, and what the rest of the catalog says of them. */

static const char *
status_nick (guint status)
{
  return eup_status_to_string ((EupStatus) status);
}

/* Where a status says less than those that the initiative consists of, or that fulfil it, say together. */
static gboolean
is_less (guint     stated,
         guint     others,
         EupCourse course)
{
  if (others == EUP_STATUS_COMPLETED)
    return eup_status_is_open (stated, course);
  return others == EUP_STATUS_ONGOING && stated == EUP_STATUS_ANNOUNCED;
}

static void
check_status (EupCheck         *check,
              const EupDerived *derived,
              guint32           row)
{
  guint32 since = eup_store_get (check->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS_SINCE);
  EupStatusClaims claims = eup_status_claims (check->store, derived, row);

  if (since == 0 && claims.by_milestones != EUP_STATUS_UNKNOWN && claims.by_milestones != claims.stated)
    eup_check_report (check, "status-without-since", EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS, NULL,
                      "“%s” is stated without “statusSince”, and the milestones say “%s”", status_nick (claims.stated),
                      status_nick (claims.by_milestones));
  if (claims.stated_holds && is_less (claims.stated, claims.by_others, eup_initiative_course (check->store, row)))
    eup_check_report (check, "status-hides-parts", EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS, NULL,
                      "“%s” is stated, and the parts, or what fulfils it, say “%s”", status_nick (claims.stated),
                      status_nick (claims.by_others));
}

static guint32
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  return g_date_get_julian (&date);
}

static void
check_stated_statuses (EupCheck *check)
{
  const EupColumn *column = eup_store_column (check->store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_STATUS);
  EupDerived *derived = NULL;

  for (guint32 row = 0; column != NULL && row < column->n; row++)
    {
      guint32 stated = eup_store_get (check->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS);

      if (stated == EUP_STATUS_UNKNOWN || stated == EUP_ENUM_KEPT || !eup_store_is_alive (check->store, EUP_TABLE_INITIATIVE, row))
        continue;
      /* Most catalogs state none, and need not be worked out. */
      if (derived == NULL)
        derived = eup_derived_new (check->store, check->store->as_of != 0 ? check->store->as_of : today ());
      check_status (check, derived, row);
    }
  g_clear_pointer (&derived, eup_derived_free);
}

static void
check_move (EupCheck *check,
            guint32   row)
{
  EupStore *store = check->store;
  EupNumber stated_to = eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_TO);
  EupNumber to = eup_milestone_moved_to (store, row);
  gboolean stated = eup_milestone_enum (store, row, EUP_MILESTONE_STATE) == EUP_MILESTONE_STATE_RESCHEDULED;
  EupTableKind table;
  guint32 to_row;

  if (stated_to == 0 && stated)
    eup_check_report (check, "rescheduled-to-nothing", EUP_TABLE_MILESTONE, row, EUP_MILESTONE_STATE, NULL,
                      "“rescheduled” is stated without “rescheduledTo”: the new date is not known");
  else if (stated_to != 0 && to == 0)
    eup_check_report (check, "rescheduled-to-nothing", EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_TO, NULL,
                      "a milestone cannot be moved to itself");
  else if (to != 0 && !eup_store_home (store, to, &table, &to_row) && !check->may_be_elsewhere)
    eup_check_report (check, "rescheduled-to-nothing", EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_TO, NULL,
                      "there is no milestone “%.100s” that it could be moved to", eup_store_id (store, to));
  else if (to != 0 && eup_store_home (store, to, &table, &to_row) && table != EUP_TABLE_MILESTONE)
    eup_check_report (check, "rescheduled-to-nothing", EUP_TABLE_MILESTONE, row, EUP_MILESTONE_RESCHEDULED_TO, NULL,
                      "“%.100s” is no milestone, and only another milestone can be the new date",
                      eup_store_id (store, to));
}

static void
check_moves (EupCheck *check)
{
  const EupColumn *targets = eup_store_column (check->store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO);
  const EupColumn *states = eup_store_column (check->store, EUP_TABLE_MILESTONE, EUP_MILESTONE_STATE);
  guint32 n = MAX (targets != NULL ? targets->n : 0, states != NULL ? states->n : 0);

  for (guint32 row = 0; row < n; row++)
    if (eup_store_is_alive (check->store, EUP_TABLE_MILESTONE, row))
      check_move (check, row);
}

void
eup_check_statuses (EupCheck *check)
{
  check_stated_statuses (check);
  check_moves (check);
}
