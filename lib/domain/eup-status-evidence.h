/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "domain/eup-derived.h"
#include "domain/eup-milestone-columns.h"

G_BEGIN_DECLS

/* What the milestones of one initiative say of it, and what follows for its status. */

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
  guint16   knows;      /* EupEvidenceFlags */
} EupEvidence;

typedef enum
{
  EUP_EVIDENCE_LAUNCHED  = 1 << 0,
  EUP_EVIDENCE_WITHDRAWN = 1 << 1,
  EUP_EVIDENCE_EXPIRED   = 1 << 2,
  EUP_EVIDENCE_PLANNED   = 1 << 3, /* a plan by which it is announced */
  EUP_EVIDENCE_EXPECTED  = 1 << 4, /* a milestone that is expected */
  EUP_EVIDENCE_LATE      = 1 << 5, /* an overdue milestone that it cannot do without */
  EUP_EVIDENCE_CHAIN     = 1 << 6  /* a date that was moved, or its outcome: slippage is set */
} EupEvidenceFlags;

/* A status, and why. */
typedef struct
{
  guint8        status;
  EupStatusRule rule;
  guint32       date;       /* cell */
  EupNumber     entity;     /* of MANDATE, PARTS and FULFILLED_BY: what decided */
  guint8        overtaken;  /* the stated status, where milestones reached later say otherwise */
  gboolean      others_late;      /* of PARTS and FULFILLED_BY */
  gboolean      others_kept_late;
} EupStatusOutcome;

/* The cells of a milestone that count, odd words as unknown. */
typedef struct
{
  guint32 row;
  guint32 date;
  guint8  kind;
  guint8  actor;
  guint8  state;   /* as of the day */
  guint8  is_plan;
} EupMilestoneCells;

/* Counts one milestone in, which is none of those that others make finer. */
void             eup_evidence_add     (EupEvidence             *evidence,
                                       EupStore                *store,
                                       const EupDerived        *derived,
                                       const EupMilestoneCells *milestone,
                                       EupCourse                course);

EupMilestoneCells eup_milestone_cells (EupStore         *store,
                                       const EupDerived *derived,
                                       guint32           milestone_row);

/* What all milestones say, by the rows of their initiatives. @refined (nullable) marks those that others may make finer. */
EupEvidence      *eup_evidence_collect_all (EupStore                  *store,
                                            const EupDerived          *derived,
                                            const EupMilestoneColumns *columns,
                                            const guint8              *refined);

/* Counts all milestones of an initiative. */
void             eup_evidence_collect (EupEvidence      *evidence,
                                       EupStore         *store,
                                       const EupDerived *derived,
                                       guint32           initiative_row);

/* The status of an initiative; the parts and what fulfils it are asked for theirs, except those that came_back holds:
 * through these one comes back to the initiative itself. */
EupStatusOutcome eup_evidence_outcome (const EupEvidence *evidence,
                                       EupStore          *store,
                                       const EupDerived  *derived,
                                       guint32            initiative_row,
                                       GHashTable        *came_back);

/* The verdict (EupVerdict) on it. */
guint8           eup_evidence_verdict (const EupEvidence      *evidence,
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
/* Works out the initiatives of those rows anew, those that others consist of first. With @evidence, what the milestones of
 * each row say is known already. */
void             eup_derived_resolve  (EupDerived        *derived,
                                       EupStore          *store,
                                       const guint32     *rows,
                                       guint              n_rows,
                                       const EupEvidence *evidence);

G_END_DECLS
