/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-enums.h>

#include "domain/eup-chains.h"
#include "domain/eup-status-rules.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

/* What follows from the milestones and a day: states, statuses, verdicts, slippage. It is worked out for the whole store in
 * one pass when it is first needed, and kept true by edits. */

/* What an initiative has among its finest milestones. */
typedef enum
{
  EUP_HAS_OVERDUE     = 1 << 0,
  EUP_HAS_UPCOMING    = 1 << 1,
  EUP_HAS_RESCHEDULED = 1 << 2,
  EUP_HAS_MISSED      = 1 << 3,
  EUP_HAS_CANCELLED   = 1 << 4
} EupDerivedFlags;

struct _EupDerived
{
  guint32     day;         /* in days since 0001-01-01 */

  guint32     n;           /* rows of initiatives */
  guint8     *status;
  guint8     *verdict;
  guint8     *flags;
  guint32    *date;        /* cell: of the latest milestone reached */
  guint32    *status_date; /* cell */
  EupNumber  *next;        /* the milestone that is expected next */
  gint32     *slippage;

  guint32     n_states;    /* rows of milestones */
  guint8     *state;
  GHashTable *chains;      /* EupNumber of a milestone -> EupChain; NULL while nothing was moved */
};

/* What an EUP_EVENT_DERIVED is about, in its field. */
typedef enum
{
  EUP_DERIVED_STATUS      = 1 << 0,
  EUP_DERIVED_STATUS_DATE = 1 << 1,
  EUP_DERIVED_VERDICT     = 1 << 2,
  EUP_DERIVED_SLIPPAGE    = 1 << 3,
  EUP_DERIVED_DATE        = 1 << 4,
  EUP_DERIVED_NEXT        = 1 << 5,
  EUP_DERIVED_FLAGS       = 1 << 6,
  EUP_DERIVED_STATE       = 1 << 0, /* of a milestone */
  EUP_DERIVED_ORIGINAL    = 1 << 1
} EupDerivedChange;

/* Why an initiative has its status. The rules are those of EupReason, in the order in which they are asked. */
typedef enum
{
  EUP_STATUS_RULE_NONE,
  EUP_STATUS_RULE_STATED,
  EUP_STATUS_RULE_ENDED,
  EUP_STATUS_RULE_MILESTONE,
  EUP_STATUS_RULE_LAUNCHED,
  EUP_STATUS_RULE_PARTS,
  EUP_STATUS_RULE_FULFILLED_BY,
  EUP_STATUS_RULE_PLANNED,
  EUP_STATUS_RULE_MANDATE
} EupStatusRule;

EupDerived       *eup_derived_new          (EupStore       *store,
                                            guint32         day);
void              eup_derived_free         (EupDerived     *derived);

/* As of the store's own day; edits keep it true from then on. */
const EupDerived *eup_derived_of           (EupStore       *store);

/* From now on edits work it out beforehand where somebody may see what they make of it (EupStore.is_observed). */
void              eup_derived_watch        (EupStore       *store);

/* Moves the day that it refers to; what differs is announced like any edit. */
void              eup_derived_set_day      (EupStore       *store,
                                            guint32         day);

/* Whether a milestone is overdue, upcoming and so on (one EupDerivedFlags). */
gboolean          eup_derived_milestone_is (EupStore         *store,
                                            const EupDerived *derived,
                                            guint32           milestone_row,
                                            guint             flag);

static inline guint8
eup_derived_state (const EupDerived *derived,
                   guint32           milestone_row)
{
  return milestone_row < derived->n_states ? derived->state[milestone_row] : 0;
}

static inline const EupChain *
eup_derived_chain (const EupDerived *derived,
                   EupNumber         milestone)
{
  return derived->chains == NULL ? NULL : (const EupChain *) g_hash_table_lookup (derived->chains, GUINT_TO_POINTER (milestone));
}

/* Why an initiative has its status, for one who asks. */
typedef struct
{
  EupStatusRule rule;
  EupNumber     entity; /* what decided; 0 for NONE */
  guint32       date;   /* cell */
} EupStatusReason;

EupStatusReason   eup_status_reason        (EupStore         *store,
                                            const EupDerived *derived,
                                            guint32           initiative_row);

G_END_DECLS
