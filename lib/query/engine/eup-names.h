/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-field-reader.h"
#include "query/language/eup-query-tree.h"
#include "words/eup-work.h"

G_BEGIN_DECLS

/* Whose titles the names in a condition are. */
typedef struct _EupNames EupNames;

#define EUP_NAMES_ROW_COST 60

EupNames *eup_names_new     (EupStore            *store,
                             const EupQueryNode  *condition,
                             EupWork             *work);
void      eup_names_free    (EupNames            *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupNames, eup_names_free)

/* Adds the entities that a value means, perhaps twice: the one of that id; if there is none, what refers to that id counts, and so do all
 * entities of the tables of the field that have it as a title in any language, or as a name. */
void     eup_names_resolve  (const EupNames      *names,
                             const EupQueryNode  *node,
                             const EupQueryValue *value,
                             EupNumbers          *numbers);

/* The tables whose titles have to be read to know whom the value means. */
guint    eup_names_scans    (EupStore            *store,
                             const EupQueryNode  *node,
                             const EupQueryValue *value);

/* Whether the store has an entity for each name in the query. If it does not, @error says which, and what may have been meant. */
gboolean eup_names_check    (EupStore           *store,
                             const EupQueryNode *node,
                             GError            **error);

G_END_DECLS
