/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/eup-number-set.h"
#include "query/eup-work.h"

G_BEGIN_DECLS

/* Everything beneath an entity, however deep, without the entity itself. */
EupNumberSet *eup_descendants_new     (EupStore     *store,
                                       EupNumber     root,
                                       EupWork      *work);

/* Everything beneath any of them; those of them that stand beneath none are not in it. */
EupNumberSet *eup_descendants_of_all  (EupStore        *store,
                                       const EupNumber *roots,
                                       guint            n_roots,
                                       EupWork         *work);
#define EUP_DESCENDANT_COST 20

/* What stands directly beneath it: added to the set, which ends circles. */
void          eup_descendants_add     (EupStore     *store,
                                       EupNumber     number,
                                       EupNumberSet *set);

G_END_DECLS
