/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-plan.h"

G_BEGIN_DECLS

/* Who has a milestone that fits a condition, found from the milestones: these are looked for as those of a query for them would be. The filter
 * is one of EUP_FILTER_MILESTONE. */

/* About how many there are at most. */
guint64 eup_milestone_source_size (EupPlan         *plan,
                                   const EupFilter *filter,
                                   EupTableKind     table);

/* Adds the rows, some of them several times. */
void    eup_milestone_source_rows (EupPlan         *plan,
                                   const EupFilter *filter,
                                   EupTableKind     table,
                                   GArray          *rows);

G_END_DECLS
