/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-enums.h>

#include "store/eup-store.h"

G_BEGIN_DECLS

/* Where entities stood in what was read. */
typedef struct
{
  GArray  *places[EUP_N_ENTITY_TABLES]; /* by row: line, column */
  GArray  *nested[EUP_N_ENTITY_TABLES]; /* by row: index, home of the parent; NULL: the index is the row */
  gboolean odd_ids;                     /* some have characters beyond ASCII */
  gboolean lines;                       /* JSON Lines: pointers begin at the line */
} EupPlaces;

EupPlaces *eup_places_new     (gboolean         lines);
void       eup_places_free    (EupPlaces       *places);
void       eup_places_add     (EupPlaces       *places,
                               EupTableKind     table,
                               guint32          row,
                               guint            line,
                               guint            column,
                               guint            index,
                               guint32          parent);
void       eup_places_get     (const EupPlaces *places,
                               EupTableKind     table,
                               guint32          row,
                               guint           *line,
                               guint           *column);
char      *eup_places_pointer (const EupPlaces *places,
                               EupTableKind     table,
                               guint32          row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupPlaces, eup_places_free)

/* What is wrong with the data of a store that can be held nevertheless. With places, what the reader reported itself is left
 * out; without them, lines are 0 and pointers begin with the entity's id. At most @max issues (0: a default). */
void       eup_check_store    (EupStore        *store,
                               const char      *source_name,
                               const EupPlaces *places,
                               GPtrArray       *issues,
                               guint            max);

G_END_DECLS
