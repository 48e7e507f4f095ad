/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include <eupolicy/eup-enums.h>

#include "store/eup-schema.h"

G_BEGIN_DECLS

/* The fields that a query can name: one line of the table in eup-query-fields.c each. */

typedef enum
{
  EUP_QUERY_FIELD_TYPE,
  EUP_QUERY_FIELD_ID,
  EUP_QUERY_FIELD_TITLE,
  EUP_QUERY_FIELD_TEXT,
  EUP_QUERY_FIELD_STATUS,
  EUP_QUERY_FIELD_INSTRUMENT,
  EUP_QUERY_FIELD_KIND,
  EUP_QUERY_FIELD_ACTOR,
  EUP_QUERY_FIELD_STATE,
  EUP_QUERY_FIELD_VERDICT,
  EUP_QUERY_FIELD_SLIPPAGE,
  EUP_QUERY_FIELD_POSITION,
  EUP_QUERY_FIELD_DATE,
  EUP_QUERY_FIELD_COUNTRY,
  EUP_QUERY_FIELD_LEAD,
  EUP_QUERY_FIELD_TOPIC,
  EUP_QUERY_FIELD_MANDATE,
  EUP_QUERY_FIELD_PRIORITY,
  EUP_QUERY_FIELD_OBJECTIVE,
  EUP_QUERY_FIELD_INITIATIVE,
  EUP_QUERY_FIELD_REF,
  EUP_QUERY_FIELD_LEGISLATIVE,
  EUP_QUERY_FIELD_CONFIDENCE,
  EUP_QUERY_FIELD_IN,
  EUP_QUERY_FIELD_HAS,
  EUP_QUERY_FIELD_IS,
  EUP_QUERY_FIELD_MILESTONE, /* never of a term: its condition is a node (eup-query-tree.h) */

  /* These say how to answer, not what is searched */
  EUP_QUERY_FIELD_LANG,
  EUP_QUERY_FIELD_SORT,
  EUP_QUERY_FIELD_LIMIT,
  EUP_QUERY_FIELD_OFFSET,
  EUP_QUERY_FIELD_AS_OF,
  EUP_N_QUERY_FIELDS,

  /* Only to sort by */
  EUP_QUERY_FIELD_RANK = EUP_N_QUERY_FIELDS,
  EUP_QUERY_FIELD_PROPERTY /* + the number of a property (eup-query-properties.h) */
} EupQueryField;

#define EUP_QUERY_FIRST_OPTION EUP_QUERY_FIELD_LANG

/* What the values of a field are, and how they stand in an EupQueryValue (eup-query-tree.h). */
typedef enum
{
  EUP_QUERY_KIND_TYPE,      /* number: EupTableKind */
  EUP_QUERY_KIND_ID,        /* string; folded for CONTAINS */
  EUP_QUERY_KIND_TEXT,      /* string, folded */
  EUP_QUERY_KIND_WORDS,     /* IS becomes nodes of words; CONTAINS: string, folded */
  EUP_QUERY_KIND_ENUM,      /* number: the value of the enumeration */
  EUP_QUERY_KIND_DATE,      /* low, high */
  EUP_QUERY_KIND_INTEGER,   /* least, greatest */
  EUP_QUERY_KIND_COUNTRY,   /* string: two capitals */
  EUP_QUERY_KIND_ENTITY,    /* string: an id or a title; folded: the title */
  EUP_QUERY_KIND_REFERENCE, /* string: normalised; number: EupReferenceScheme; for CONTAINS string and folded */
  EUP_QUERY_KIND_YES_NO,    /* number: 0 or 1 */
  EUP_QUERY_KIND_PROPERTY,  /* number: of the EupQueryProperty; language (nullable) */
  EUP_QUERY_KIND_FLAG,      /* number: EupQueryFlag */
  EUP_QUERY_KIND_CONDITION, /* no values: a condition in parentheses */
  EUP_QUERY_KIND_OPTION
} EupQueryKind;

typedef enum
{
  EUP_QUERY_FLAG_OPEN,
  EUP_QUERY_FLAG_DELIVERED,
  EUP_QUERY_FLAG_ENDED,
  EUP_QUERY_FLAG_OVERDUE,
  EUP_QUERY_FLAG_UPCOMING,
  EUP_QUERY_FLAG_RESCHEDULED,
  EUP_QUERY_FLAG_MISSED,
  EUP_QUERY_FLAG_CANCELLED,
  EUP_QUERY_FLAG_REFINED,
  EUP_N_QUERY_FLAGS
} EupQueryFlag;

typedef struct
{
  const char   *name;
  const char   *value;       /* what its values are called: "a status" */
  EupQueryKind  kind;
  GType       (*enum_type) (void);
  guint8        tables;      /* a bit for each entity table that the field means something on */
  guint8        operators;   /* a bit for each EupOperator that a value can be compared with */
  gboolean      sortable;
} EupQueryFieldSpec;

#define EUP_QUERY_ALL_TABLES ((1u << EUP_N_ENTITY_TABLES) - 1)

G_STATIC_ASSERT (EUP_QUERY_ALL_TABLES <= G_MAXUINT8);

const EupQueryFieldSpec *eup_query_field_spec (EupQueryField  field);

/* The field of that name, or -1. */
int          eup_query_field_find      (const char    *name,
                                        gsize          length);

/* The field of that name that answers can be sorted by, or the property that is stored; or -1. */
int          eup_query_field_find_sort (const char    *name,
                                        gsize          length);
/* Whether entities are counted by its values. */
gboolean     eup_query_field_is_counted (EupQueryField field);
const char  *eup_query_field_name      (EupQueryField  field);

const char  *eup_query_flag_name       (EupQueryFlag   flag);
int          eup_query_flag_find       (const char    *name,
                                        gsize          length);

/* What stands in text before a value that is compared in that way: "", "<=", "~" ... */
const char  *eup_query_operator_text   (EupOperator    op);

/* The type of that nick, by the name of its GObject class ("EupInitiative"), or -1. */
int          eup_query_table_of_class  (const char    *class_name);

G_END_DECLS
