/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-enums.h>

#include "store/eup-store.h"

G_BEGIN_DECLS

/* Where entities stood in what was read. */
typedef struct _EupPlaces EupPlaces;
struct _EupPlaces
{
  GArray  *places[EUP_N_ENTITY_TABLES]; /* by row: line, column */
  GArray  *nested[EUP_N_ENTITY_TABLES]; /* by row: index, home of the parent; NULL: the index is the row */
  gboolean odd_ids;                     /* some have characters beyond ASCII */
  gboolean lines;                       /* JSON Lines: pointers begin at the line */

  GPtrArray *parts;                          /* of places: what was read came from several sources; NULL: from one */
  GArray    *origins[EUP_N_ENTITY_TABLES];   /* then by row: part, row in it */
  char      *source;                         /* of a part */
};

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

/* Of several sources: each adds its places (which are taken, and may be NULL) and then its rows. */
void        eup_places_add_part   (EupPlaces       *places,
                                   EupPlaces       *part,
                                   const char      *source);
void        eup_places_add_origin (EupPlaces       *places,
                                   EupTableKind     table,
                                   guint32          row_in_part);
/* NULL: there is only one. */
const char *eup_places_source     (const EupPlaces *places,
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

/* The same for several that are to be one catalog. */
typedef struct _EupJointCheck EupJointCheck;

EupJointCheck *eup_joint_check_new    (GPtrArray     *issues);
/* Takes the places; the store is only read. */
void           eup_joint_check_add    (EupJointCheck *self,
                                       EupStore      *store,
                                       EupPlaces     *places,
                                       const char    *source);
/* Says what is wrong. Not @complete: there is more that could not be read, and so what is referred to may be there. */
void           eup_joint_check_finish (EupJointCheck *self,
                                       gboolean       complete,
                                       guint          max);
void           eup_joint_check_free   (EupJointCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupJointCheck, eup_joint_check_free)

G_END_DECLS
