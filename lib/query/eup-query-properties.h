/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-schema.h"

G_BEGIN_DECLS

/* The names that has: takes: every property of every type. Those that are stored are fields of the schema; the others
 * are worked out from relations, milestones and the day. */

typedef enum
{
  EUP_PROPERTY_STORED, /* a field of the schema, by its name; a type that has no such field has it always empty */

  /* Below, what is not stored on every type that has it; where the schema has the field too, what is worked out holds */
  EUP_PROPERTY_ID,
  EUP_PROPERTY_TYPE,
  EUP_PROPERTY_CHILDREN,
  EUP_PROPERTY_STATUS,          /* effective, and not unknown */
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

typedef struct
{
  const char         *name;     /* as printed; for STORED the name in the schema, or of the property that sets the field */
  const char         *other[3]; /* further names of it */
  EupQueryPropertyId  id;
} EupQueryProperty;

/* The number of the property of that name, or -1; numbers are stable while the program runs. */
int                     eup_query_property_find (const char *name,
                                                 gsize       length);
guint                   eup_query_n_properties  (void);
const EupQueryProperty *eup_query_property      (guint       number);

G_END_DECLS
