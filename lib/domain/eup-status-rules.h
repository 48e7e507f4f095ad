/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <eupolicy/eup-enums.h>

G_BEGIN_DECLS

/* The status ladder, and which instruments climb how much of it. The numbers of the statuses from ANNOUNCED to APPLIED
 * are the steps of the ladder. */

typedef enum
{
  EUP_COURSE_ACT,     /* is delivered when it is in force */
  EUP_COURSE_RUNNING, /* goes up the ladder as an act does; once it runs it is delivered */
  EUP_COURSE_SHORT    /* ends with its adoption */
} EupCourse;

/* An unknown instrument takes the course of an act. */
EupCourse eup_instrument_course     (guint     instrument);

/* Regulation, directive, decision and act. */
gboolean  eup_instrument_is_act     (guint     instrument);

/* Those whose status is that of what they consist of before their own milestones are asked. */
gboolean  eup_instrument_is_whole   (guint     instrument);

/* The status that a reached milestone of that kind gives: a step of the ladder, ONGOING (launched), WITHDRAWN, EXPIRED,
 * or UNKNOWN where it implies nothing. */
guint     eup_status_given_by       (guint     kind,
                                     guint     actor,
                                     EupCourse course);

/* The status at that step of the ladder for what was launched. */
guint     eup_status_when_launched  (guint     step,
                                     EupCourse course);

static inline gboolean
eup_status_is_on_ladder (guint status)
{
  return status >= EUP_STATUS_ANNOUNCED && status <= EUP_STATUS_APPLIED;
}

gboolean  eup_status_is_open        (guint     status,
                                     EupCourse course);
gboolean  eup_status_is_delivered   (guint     status,
                                     EupCourse course);

static inline gboolean
eup_status_is_ended (guint status)
{
  return status == EUP_STATUS_WITHDRAWN || status == EUP_STATUS_EXPIRED;
}

G_END_DECLS
