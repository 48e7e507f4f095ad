/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-number-set.h"

G_BEGIN_DECLS

/* The entities that a query may see with other eyes after edits: those that were edited, what is beneath them, and those
 * that count them among their own. Rather too many than too few. NULL when they are more than @max. */
EupNumberSet *eup_affected_new (EupStore       *store,
                                const EupEvent *events,
                                guint           n_events,
                                guint           max);

G_END_DECLS
