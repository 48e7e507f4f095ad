/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-field-reader.h"

G_BEGIN_DECLS

/* TRUE ends the visit. */
typedef gboolean (*EupTextFunc) (const char *text,
                                 gpointer    data);

/* Visits what an entity is called: title, short and other titles in all languages, the name of a person. Returns whether
 * the visit was ended. */
gboolean eup_texts_visit_titles  (const EupStore *store,
                                  EupTableKind    table,
                                  guint32         row,
                                  EupTextFunc     func,
                                  gpointer        data);

G_END_DECLS
