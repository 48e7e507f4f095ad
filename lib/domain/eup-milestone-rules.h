/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-enums.h>

#include "store/eup-store.h"

G_BEGIN_DECLS

/* What a milestone says as of a day: whether it counts, whether it is a plan, what became of it. Days are counted from
 * 0001-01-01. */

#define EUP_DAY_NEVER G_MAXUINT32

/* Whether another milestone makes that one finer, so that it counts no more. */
gboolean  eup_milestone_is_refined      (EupStore       *store,
                                         EupNumber       milestone);

/* A plan is what is stated to be expected, missed, cancelled or rescheduled, or names the milestone it was moved to. */
gboolean  eup_milestone_is_plan         (const EupStore *store,
                                         guint32         row);

/* Where it was moved to, be that here or not; 0 if nowhere. One that names itself names none. */
EupNumber eup_milestone_moved_to        (const EupStore *store,
                                         guint32         row);

/* The day from which it is known that a milestone was moved. */
guint32   eup_milestone_move_known_from (EupStore       *store,
                                         guint32         row);

/* The state (EupMilestoneState). */
guint8    eup_milestone_state           (EupStore       *store,
                                         guint32         row,
                                         guint32         day);

/* The state by rules 3 and 4 alone: of what was not moved, and was not moved to. */
guint8    eup_milestone_unmoved_state   (EupStore       *store,
                                         guint32         row,
                                         guint32         day);

/* An enumeration of a milestone, in which a word that is not known reads as unknown. */
static inline guint
eup_milestone_enum (const EupStore *store,
                    guint32         row,
                    guint           field)
{
  guint cell = eup_store_get (store, EUP_TABLE_MILESTONE, row, field);

  return cell == EUP_ENUM_KEPT ? 0 : cell;
}

G_END_DECLS
