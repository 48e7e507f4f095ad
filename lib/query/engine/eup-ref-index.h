/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-query-index.h"

G_BEGIN_DECLS

/* Which entities have which reference, however it was spelled. */
EupRefIndex *eup_ref_index_new     (EupStore          *store,
                                    EupWork           *work);
void         eup_ref_index_free    (EupRefIndex       *refs);

/* Adds the entities that have that reference, which is normalised. */
void         eup_ref_index_find    (const EupRefIndex *refs,
                                    const char        *normalised,
                                    EupNumbers        *numbers);

/* Adds those with a reference that contains the folded text, as it was spelled or normalised. */
void         eup_ref_index_search  (EupRefIndex       *refs,
                                    const char        *folded,
                                    EupNumbers        *numbers,
                                    EupWork           *work);
guint        eup_ref_index_size    (const EupRefIndex *refs);
gsize        eup_ref_index_memory  (const EupRefIndex *refs);
#define EUP_REFERENCE_COST 150

G_END_DECLS
