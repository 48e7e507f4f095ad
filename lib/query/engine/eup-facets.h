/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "query/engine/eup-field-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char   *value; /* an id or a nick; "" for those that have none */
  guint64 n;
} EupFacet;

/* Counts entities by a field: each once for each value that it has. The field is one of a query, a relation that is stored, "year",
 * "month" or "year-month". Returns an array of EupFacet, most first, then by value; NULL for a field that nothing is counted by. */
GArray *eup_facets_count (const EupFieldReader  *reader,
                          const char      *field,
                          const EupNumber *numbers,
                          guint            n);

G_END_DECLS
