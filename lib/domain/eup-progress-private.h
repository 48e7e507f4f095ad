/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "domain/eup-derived.h"

G_BEGIN_DECLS

/* How far the milestones of one initiative say that it has come, and what follows for its status. */

typedef struct
{
  guint32   latest;     /* cells of dates: of the latest milestone reached */
  guint32   first_fact; /* of the earliest that is no plan */
  guint32   first_announced;
  guint32   step_date;  /* of the earliest that gives the step */
  guint32   launched_date;
  guint32   withdrawn_date;
  guint32   expired_date;
  EupNumber next;
  gint32    slippage;
  guint8    step;       /* of the ladder: a status from ANNOUNCED to APPLIED, or 0 */
  guint8    has;        /* EupDerivedFlags */
  guint16   knows;      /* EupProgressFlags */
} EupProgress;

typedef enum
{
  EUP_PROGRESS_LAUNCHED  = 1 << 0,
  EUP_PROGRESS_WITHDRAWN = 1 << 1,
  EUP_PROGRESS_EXPIRED   = 1 << 2,
  EUP_PROGRESS_PLANNED   = 1 << 3, /* a plan by which it is announced */
  EUP_PROGRESS_EXPECTED  = 1 << 4, /* a milestone that is expected */
  EUP_PROGRESS_LATE      = 1 << 5, /* an overdue milestone that it cannot do without */
  EUP_PROGRESS_CHAIN     = 1 << 6  /* a date that was moved, or its outcome: slippage is set */
} EupProgressFlags;

/* A status, and why. */
typedef struct
{
  guint8        status;
  EupStatusRule rule;
  guint32       date;       /* cell */
  EupNumber     entity;     /* of MANDATE, PARTS and FULFILLED_BY: what decided */
  gboolean      others_late;      /* of PARTS and FULFILLED_BY */
  gboolean      others_kept_late;
} EupStatusOutcome;

/* Counts one milestone in, which is none of those that others make finer. */
void             eup_progress_add     (EupProgress      *progress,
                                       EupStore         *store,
                                       const EupDerived *derived,
                                       guint32           milestone_row,
                                       EupCourse         course);

/* Counts all milestones of an initiative. */
void             eup_progress_collect (EupProgress      *progress,
                                       EupStore         *store,
                                       const EupDerived *derived,
                                       guint32           initiative_row);

/* The status of an initiative; the parts and what fulfils it are asked for theirs, except those that came_back holds:
 * through these one comes back to the initiative itself. */
EupStatusOutcome eup_progress_outcome (const EupProgress *progress,
                                       EupStore          *store,
                                       const EupDerived  *derived,
                                       guint32            initiative_row,
                                       GHashTable        *came_back);

/* The verdict (EupVerdict) on it. */
guint8           eup_progress_verdict (const EupProgress      *progress,
                                       const EupStatusOutcome *outcome,
                                       EupCourse               course);

static inline EupCourse
eup_initiative_course (const EupStore *store,
                       guint32         row)
{
  return eup_instrument_course (eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT));
}

/* eup-derived.c, for edits */
void             eup_derived_reserve  (EupDerived       *derived,
                                       EupStore         *store);
/* Works out the initiatives of those rows anew, those that others consist of first. With progress, what the milestones of
 * each row say is known already. */
void             eup_derived_resolve  (EupDerived        *derived,
                                       EupStore          *store,
                                       const guint32     *rows,
                                       guint              n_rows,
                                       const EupProgress *progress);

G_END_DECLS
