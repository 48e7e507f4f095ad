/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/eup-facts.h"
#include "query/eup-query-tree.h"

G_BEGIN_DECLS

/* Adds the entities that a value means: the one of that id; if there is none, what refers to that id counts, and so do all
 * entities of the tables (a bit for each) that have it as a title in any language, or as a name. @folded is the folded value. */
void     eup_names_resolve  (EupStore     *store,
                             guint         tables,
                             const char   *value,
                             const char   *folded,
                             EupNumbers   *numbers);

/* The tables whose entities a field names. */
guint    eup_names_tables   (EupQueryField field);

/* Whether the store has an entity for each name in the query. If it does not, @error says which, and what may have been meant. */
gboolean eup_names_check    (EupStore           *store,
                             const EupQueryNode *node,
                             GError            **error);

G_END_DECLS
