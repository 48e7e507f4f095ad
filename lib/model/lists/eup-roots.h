/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "model/core/eup-core-private.h"

G_BEGIN_DECLS

/* What a list of whole tables has announced. No rows are copied: of each table the rows up to a certain one are
 * announced, and those of them that were removed since then are remembered until that is told as well. */
typedef struct
{
  guint32  n_rows;  /* rows with a higher number are not announced yet */
  GArray  *removed; /* of EupRemovedRow, by row; NULL while there is none */
} EupSegment;

typedef struct
{
  guint32   row;
  EupNumber number;
} EupRemovedRow;

typedef struct
{
  EupCore    *core; /* borrowed from the owner */
  guint       first;
  guint       n_tables;
  EupSegment  segments[EUP_N_ENTITY_TABLES];
} EupRoots;

void       eup_roots_init        (EupRoots       *roots,
                                  EupCore        *core,
                                  EupTableKind    table);
void       eup_roots_clear       (EupRoots       *roots);
guint      eup_roots_get_n_items (EupRoots       *roots);
EupEntity *eup_roots_dup_item    (EupRoots       *roots,
                                  guint           position);
/* G_MAXUINT if it is not among them. */
guint      eup_roots_position_of (EupRoots       *roots,
                                  EupNumber       number);
gboolean   eup_roots_event       (EupRoots       *roots,
                                  const EupEvent *event);
void       eup_roots_announce    (EupRoots       *roots,
                                  GListModel     *owner,
                                  GParamSpec     *n_items);

G_END_DECLS
