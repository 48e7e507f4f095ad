/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-field-reader.h"
#include "query/language/eup-query-tree.h"
#include "words/eup-work.h"

G_BEGIN_DECLS

/* Whose titles the names in a condition are. */
typedef struct
{
  EupStore           *store;
  const EupQueryNode *condition;
  EupWork            *work;
  gboolean            is_read;  /* titles have been */
  GHashTable         *found;    /* folded name -> GArray of EupNumber; NULL: there are none */
  gsize               shortest;
  guint               tables;
  EupNumber           number;   /* whose titles are being read */
} EupNames;

#define EUP_NAMES_ROW_COST 60

/* Titles are read once there is a name that is no id, for all names in the condition at once. */
void     eup_names_init     (EupNames            *names,
                             EupStore            *store,
                             const EupQueryNode  *condition,
                             EupWork             *work);
void     eup_names_clear    (EupNames            *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupNames, eup_names_clear)

/* Adds the entities that a value means, perhaps twice: the one of that id, if it is of a type that the field names; if there is none of
 * that id at all, what refers to it counts; and if it is none of these types, so do all that have it as a title in any language, or as a name. */
void     eup_names_resolve  (EupNames            *names,
                             const EupQueryNode  *node,
                             const EupQueryValue *value,
                             EupNumbers          *numbers);

/* The tables whose titles have to be read to know whom the value means. */
guint    eup_names_scans    (EupStore            *store,
                             const EupQueryNode  *node,
                             const EupQueryValue *value);

/* Whether the store has an entity for each name in the query, and a text in each of its languages. If it does not, @error says
 * which, and what may have been meant. */
gboolean eup_names_check    (EupStore           *store,
                             const EupQuerySpec *spec,
                             GError            **error);

G_END_DECLS
