/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-query.h>

#include "query/language/eup-query-tree.h"

G_BEGIN_DECLS

const EupQuerySpec *eup_query_get_spec (EupQuery     *self);
EupQuerySpec       *eup_query_dup_spec (EupQuery     *self);

/* Takes the spec. */
EupQuery           *eup_query_new_take (EupQuerySpec *spec);

G_END_DECLS
