/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy.h>

G_BEGIN_DECLS

/* Goes through all that a catalog says, as a program would that knows nothing of it; whatever is not as promised aborts. */

/* Reads every property of every entity, and of every value in its lists. */
void walk_catalog     (EupCatalog *catalog);

/* Sets everything that can be set to what was read there. */
void set_back_catalog (EupCatalog *catalog);

/* Adds to every list, and to every text that is there. */
void extend_catalog   (EupCatalog *catalog);

G_END_DECLS
