/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* The first day of a mandate; 0, which is before all days, where it states no period. */
guint32   eup_mandate_first_day (EupStore     *store,
                                 guint32       mandate_row,
                                 guint32      *start);

/* Of the mandates that the entity belongs to, the one that begins first; 0 if it belongs to none that is here. */
EupNumber eup_mandates_first    (EupStore     *store,
                                 EupTableKind  table,
                                 guint32       row,
                                 guint32      *first_day,
                                 guint32      *start);

/* The initiatives of that mandate, priority or objective are added to numbers, some of them perhaps twice. */
void      eup_mandates_add_initiatives (EupStore     *store,
                                        EupTableKind  table,
                                        EupNumber     number,
                                        GArray       *numbers);

G_END_DECLS
