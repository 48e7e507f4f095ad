/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* Chains of milestones that were moved: the first promise behind a date, and by how much it slipped. */

typedef struct
{
  EupNumber original;
  gint32    slippage; /* in days; positive: later */
} EupChain;

/* The milestone that one arrives at by going back over the moves known on that day; 0 without a step. */
EupNumber   eup_chain_original (EupStore  *store,
                                EupNumber  milestone,
                                guint32    day);

/* The chain that ends in that milestone. */
EupChain    eup_chain_of       (EupStore  *store,
                                EupNumber  milestone,
                                guint32    day);

/* The milestones that others were moved to, as known on that day: EupNumber -> EupChain. NULL if nothing was moved. */
GHashTable *eup_chains_new     (EupStore  *store,
                                guint32    day);

G_END_DECLS
