/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "domain/eup-relations.h"
#include "model/core/eup-core-private.h"

G_BEGIN_DECLS

/* The entities in the relation, those that are here; appended in no particular order, unless it is the stated one. */
void eup_core_collect (EupCore         *core,
                       EupRelation      relation,
                       EupNumber        owner,
                       GArray          *numbers);

/* Puts them into the order of the relation. Of those that stand in known, which was in that order, only the dirty ones are
 * compared again. */
void eup_core_sort    (EupCore         *core,
                       EupRelation      relation,
                       EupNumber        owner,
                       GArray          *numbers,
                       const EupNumber *known,
                       guint            n_known);

G_END_DECLS
