/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-schema.h"

G_BEGIN_DECLS

/* The names that has: and sort: take: every property of every type. Those that are stored are the rows of the schema,
 * with their aliases; the others are worked out from relations, milestones and the day, and are listed here. */

typedef enum
{
  EUP_PROPERTY_STORED, /* a field of the schema, by its name; a type that has no such field has it always empty */

  /* Below, what is not stored on every type that has it; where the schema has the field too, what is worked out holds */
  EUP_PROPERTY_ID,
  EUP_PROPERTY_TYPE,
  EUP_PROPERTY_CHILDREN,
  EUP_PROPERTY_STATUS,          /* effective, and not unknown */
  EUP_PROPERTY_STATUS_DATE,
  EUP_PROPERTY_VERDICT,         /* not unknown */
  EUP_PROPERTY_SLIPPAGE,        /* of an initiative or a milestone; not 0 */
  EUP_PROPERTY_ORIGINAL,        /* of a milestone */
  EUP_PROPERTY_STATE,           /* effective, and not unknown */
  EUP_PROPERTY_LEGISLATIVE,     /* true */
  EUP_PROPERTY_DATE,            /* of a milestone its own; of an initiative that of the latest milestone reached */
  EUP_PROPERTY_NEXT_MILESTONE,
  EUP_PROPERTY_MILESTONES,
  EUP_PROPERTY_ALL_MILESTONES,
  EUP_PROPERTY_PRIORITIES,      /* of a mandate, an initiative (stated and through objectives) or a Commissioner */
  EUP_PROPERTY_PRIORITY,        /* of an objective; the first of an initiative */
  EUP_PROPERTY_OBJECTIVES,      /* of a priority or an initiative */
  EUP_PROPERTY_INITIATIVES,     /* of a priority, an objective or a Commissioner */
  EUP_PROPERTY_COMMISSIONERS,   /* of a priority */
  EUP_PROPERTY_LEADS,
  EUP_PROPERTY_PARTS,
  EUP_PROPERTY_FULFILLED_BY,
  EUP_PROPERTY_REPLACED_BY,
  EUP_PROPERTY_AMENDED_BY,
  EUP_PROPERTY_TITLE,           /* of a Commissioner the stated title or the name */
  EUP_PROPERTY_ROLE,
  EUP_PROPERTY_PORTFOLIO,
  EUP_PROPERTY_ENTITIES,        /* of a topic */
  EUP_N_PROPERTY_IDS
} EupQueryPropertyId;

/* How entities are sorted by a property. */
typedef enum
{
  EUP_QUERY_UNSORTED,
  EUP_QUERY_SORT_BY_NUMBER, /* an enumeration, a date or a number */
  EUP_QUERY_SORT_BY_STRING,
  EUP_QUERY_SORT_BY_TEXT    /* in the languages of the reader */
} EupQuerySortKind;

#define EUP_QUERY_MAX_OTHER_NAMES (EUP_MAX_ALIASES + 2)

typedef struct
{
  const char         *name;      /* as printed; for STORED the name in the schema, or of the property that sets the field */
  const char         *other[EUP_QUERY_MAX_OTHER_NAMES + 1]; /* further names of it, then NULL */
  EupQueryPropertyId  id;
  EupQuerySortKind    sort;      /* of STORED */
  gint8               fields[EUP_N_ENTITY_TABLES]; /* of STORED: the field in each table, or -1 */
} EupQueryProperty;

/* The number of the property of that name, or -1; numbers are stable while the program runs. */
int                     eup_query_property_find (const char *name,
                                                 gsize       length);
guint                   eup_query_n_properties  (void);
const EupQueryProperty *eup_query_property      (guint       number);

G_END_DECLS
