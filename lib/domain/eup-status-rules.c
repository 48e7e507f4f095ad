/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-status-rules.h"

static const guint8 courses[] = {
  [EUP_INSTRUMENT_UNKNOWN] = EUP_COURSE_ACT,
  [EUP_INSTRUMENT_COMMITMENT] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_STRATEGY] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_ACTION_PLAN] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_COMMUNICATION] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_WHITE_PAPER] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_REGULATION] = EUP_COURSE_ACT,
  [EUP_INSTRUMENT_DIRECTIVE] = EUP_COURSE_ACT,
  [EUP_INSTRUMENT_DECISION] = EUP_COURSE_ACT,
  [EUP_INSTRUMENT_ACT] = EUP_COURSE_ACT,
  [EUP_INSTRUMENT_RECOMMENDATION] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_AGREEMENT] = EUP_COURSE_RUNNING,
  [EUP_INSTRUMENT_DECLARATION] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_PROGRAMME] = EUP_COURSE_RUNNING,
  [EUP_INSTRUMENT_FUND] = EUP_COURSE_RUNNING,
  [EUP_INSTRUMENT_BODY] = EUP_COURSE_RUNNING,
  [EUP_INSTRUMENT_PARTNERSHIP] = EUP_COURSE_RUNNING,
  [EUP_INSTRUMENT_CODE] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_PACKAGE] = EUP_COURSE_SHORT,
  [EUP_INSTRUMENT_SYSTEM] = EUP_COURSE_RUNNING,
  [EUP_INSTRUMENT_OTHER] = EUP_COURSE_SHORT,
};

G_STATIC_ASSERT (G_N_ELEMENTS (courses) == EUP_INSTRUMENT_OTHER + 1);

/* What a reached milestone gives. Kinds that are left out imply nothing. */
static const guint8 given[] = {
  [EUP_MILESTONE_KIND_ANNOUNCED] = EUP_STATUS_ANNOUNCED,
  [EUP_MILESTONE_KIND_CONSULTATION] = EUP_STATUS_ANNOUNCED,
  [EUP_MILESTONE_KIND_PROPOSED] = EUP_STATUS_PROPOSED,
  [EUP_MILESTONE_KIND_REFERRED] = EUP_STATUS_PROPOSED,
  [EUP_MILESTONE_KIND_POSITION] = EUP_STATUS_NEGOTIATING,
  [EUP_MILESTONE_KIND_DEBATED] = EUP_STATUS_NEGOTIATING,
  [EUP_MILESTONE_KIND_VOTED] = EUP_STATUS_NEGOTIATING,
  [EUP_MILESTONE_KIND_NEGOTIATED] = EUP_STATUS_NEGOTIATING,
  [EUP_MILESTONE_KIND_AGREED] = EUP_STATUS_AGREED,
  [EUP_MILESTONE_KIND_ADOPTED] = EUP_STATUS_ADOPTED,
  [EUP_MILESTONE_KIND_SIGNED] = EUP_STATUS_ADOPTED,
  [EUP_MILESTONE_KIND_PUBLISHED] = EUP_STATUS_ADOPTED,
  [EUP_MILESTONE_KIND_IN_FORCE] = EUP_STATUS_IN_FORCE,
  [EUP_MILESTONE_KIND_PARTLY_APPLIED] = EUP_STATUS_IN_FORCE,
  [EUP_MILESTONE_KIND_APPLIED] = EUP_STATUS_APPLIED,
  [EUP_MILESTONE_KIND_LAUNCHED] = EUP_STATUS_ONGOING,
  [EUP_MILESTONE_KIND_WITHDRAWN] = EUP_STATUS_WITHDRAWN,
  [EUP_MILESTONE_KIND_EXPIRED] = EUP_STATUS_EXPIRED,
  [EUP_MILESTONE_KIND_OPINION] = EUP_STATUS_UNKNOWN,
};

EupCourse
eup_instrument_course (guint instrument)
{
  return instrument < G_N_ELEMENTS (courses) ? courses[instrument] : EUP_COURSE_ACT;
}

gboolean
eup_instrument_is_act (guint instrument)
{
  return instrument >= EUP_INSTRUMENT_REGULATION && instrument <= EUP_INSTRUMENT_ACT;
}

gboolean
eup_instrument_is_whole (guint instrument)
{
  return instrument == EUP_INSTRUMENT_PACKAGE || instrument == EUP_INSTRUMENT_COMMITMENT;
}

guint
eup_status_given_by (guint     kind,
                     guint     actor,
                     EupCourse course)
{
  guint status = kind < G_N_ELEMENTS (given) ? given[kind] : EUP_STATUS_UNKNOWN;

  /* Parliament alone makes no law. */
  if (kind == EUP_MILESTONE_KIND_ADOPTED && actor == EUP_ACTOR_PARLIAMENT)
    return EUP_STATUS_NEGOTIATING;
  if (course == EUP_COURSE_SHORT && (status == EUP_STATUS_IN_FORCE || status == EUP_STATUS_APPLIED))
    return EUP_STATUS_ADOPTED;
  return status;
}

guint
eup_status_when_launched (guint     step,
                          EupCourse course)
{
  guint last = course == EUP_COURSE_RUNNING ? EUP_STATUS_ADOPTED : EUP_STATUS_ANNOUNCED;

  return step <= last ? EUP_STATUS_ONGOING : step;
}

gboolean
eup_status_is_delivered (guint     status,
                         EupCourse course)
{
  switch (status)
    {
    case EUP_STATUS_ADOPTED:
      return course == EUP_COURSE_SHORT;
    case EUP_STATUS_ONGOING:
      return course == EUP_COURSE_RUNNING;
    case EUP_STATUS_IN_FORCE:
    case EUP_STATUS_APPLIED:
    case EUP_STATUS_COMPLETED:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
eup_status_is_open (guint     status,
                    EupCourse course)
{
  return status != EUP_STATUS_UNKNOWN && !eup_status_is_ended (status) && !eup_status_is_delivered (status, course);
}
