/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-list.h>

#include "model/core/eup-core-private.h"
#include "domain/eup-relations.h"

G_BEGIN_DECLS

/* A list of values that never changes; takes the array, which has references. */
EupList     *eup_list_new_fixed      (GType        item_type,
                                      GPtrArray   *items);
/* All entities of a table, or of all tables with EUP_TABLE_ANY. */
EupList     *eup_list_new_root       (EupCore     *core,
                                      EupTableKind table);

/* The one list of a relation: made if there is none, or only looked for. */
EupList     *eup_core_ensure_list    (EupCore     *core,
                                      EupRelation  relation,
                                      EupNumber    owner);
EupList     *eup_core_dup_list       (EupCore     *core,
                                      EupRelation  relation,
                                      EupNumber    owner);
GPtrArray   *eup_core_dup_lists      (EupCore     *core);
GPtrArray   *eup_core_dup_lists_with (EupCore     *core,
                                      EupNumber    number);

EupFollower *eup_list_get_follower   (EupList     *self);
gboolean     eup_list_is_by_title    (EupList     *self);
/* What is known of the order holds no more; queue it to have that announced. */
void         eup_list_forget_order   (EupList     *self);

G_END_DECLS
