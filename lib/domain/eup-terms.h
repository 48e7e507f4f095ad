/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* The period cells of a term, which are those of its mandate where it has none itself; or NULL. */
const guint32 *eup_term_period        (const EupStore *store,
                                       guint32         term);

/* The period cells of a mandate, or NULL. */
const guint32 *eup_mandate_period     (const EupStore *store,
                                       guint32         mandate_row);

/* The row of the term that began last, of two the later in the list; or EUP_NO_ROW. */
guint32        eup_terms_latest       (const EupStore *store,
                                       guint32         commissioner_row);

G_END_DECLS
