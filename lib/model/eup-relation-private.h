/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "model/eup-core-private.h"
#include "model/eup-relation.h"

G_BEGIN_DECLS

typedef enum
{
  EUP_ORDER_AS_STATED,
  EUP_ORDER_BY_POSITION,
  EUP_ORDER_BY_DATE,
  EUP_ORDER_BY_TITLE
} EupOrder;

typedef struct
{
  EupTableKind items; /* EUP_TABLE_ANY: of any type */
  EupOrder     order;
  EupTableKind table; /* of the field below */
  int          field; /* the one that is read; -1: several are */
  gboolean     is_forward;
} EupRelationSpec;

const EupRelationSpec *eup_relation_spec (EupRelation relation);

/* The entities in the relation, those that are here; appended in no particular order, unless it is the stated one. */
void     eup_relation_collect            (EupCore     *core,
                                          EupRelation  relation,
                                          EupNumber    owner,
                                          GArray      *numbers);

/* Puts them into the order of the relation (eup-order.c). Of those that stand in known, which was in that order,
 * only the dirty ones are compared again. */
void     eup_relation_sort               (EupCore         *core,
                                          EupRelation      relation,
                                          EupNumber        owner,
                                          GArray          *numbers,
                                          const EupNumber *known,
                                          guint            n_known);

/* Whether the priority states who is in charge. */
gboolean eup_relation_has_in_charge      (EupStore    *store,
                                          EupNumber    priority);
/* The priorities that an initiative is beneath: the stated, then those of its objectives. */
void     eup_relation_priorities         (EupStore    *store,
                                          EupNumber    initiative,
                                          GArray      *numbers);
/* The row of the term that began last. */
guint32  eup_relation_latest_term        (EupStore    *store,
                                          EupNumber    commissioner);
void     eup_relation_term_priorities    (EupStore    *store,
                                          guint32      terms,
                                          GArray      *numbers);

G_END_DECLS
