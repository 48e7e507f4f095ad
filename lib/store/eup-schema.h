/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The schema: what tables there are, and what fields each has. Properties, formats, validation, queries and
 * comparison are driven by it. The number of a field is its column. */

typedef enum
{
  EUP_TABLE_MANDATE,
  EUP_TABLE_PRIORITY,
  EUP_TABLE_OBJECTIVE,
  EUP_TABLE_INITIATIVE,
  EUP_TABLE_MILESTONE,
  EUP_TABLE_COMMISSIONER,
  EUP_TABLE_TOPIC,

  /* Values: rows without an id, which belong to one field of one entity */
  EUP_TABLE_FIGURE,
  EUP_TABLE_LINK,
  EUP_TABLE_CITATION,
  EUP_TABLE_TERM,
  EUP_TABLE_TITLE,

  EUP_N_TABLES,
  EUP_TABLE_ANY = EUP_N_TABLES
} EupTableKind;

#define EUP_N_ENTITY_TABLES 7

/* What a cell holds. All but ENUM (a byte) and DOUBLE are a guint32; 0 is always "absent". */
typedef enum
{
  EUP_KIND_ENUM,     /* value + offset of the enumeration; EUP_ENUM_KEPT: an odd word, which is kept */
  EUP_KIND_DATE,     /* EupDateCell */
  EUP_KIND_PERIOD,   /* a list of three: start, end, form (eup-period-private.h) */
  EUP_KIND_STRING,   /* a string reference */
  EUP_KIND_TEXT,     /* a text cell: one string of the store's language, or a list of pairs */
  EUP_KIND_INT,      /* a number from 1 on */
  EUP_KIND_DOUBLE,   /* a double; NaN is "absent" */
  EUP_KIND_ONE,      /* EupNumber of an entity */
  EUP_KIND_MANY,     /* a list of EupNumber */
  EUP_KIND_STRINGS,  /* a list of string references */
  EUP_KIND_VALUE,    /* row + 1 in a value table */
  EUP_KIND_VALUES    /* a list of rows in a value table */
} EupFieldKind;

#define EUP_ENUM_KEPT 255

typedef enum
{
  EUP_FIELD_NONE     = 0,
  EUP_FIELD_REQUIRED = 1 << 0, /* validation misses it where it is absent */
  EUP_FIELD_INTERN   = 1 << 1, /* few different values: each stored once */
  EUP_FIELD_BENEATH  = 1 << 2  /* the relation leads to the entity that this one stands beneath */
} EupFieldFlags;

typedef struct
{
  const char    *name;      /* as in queries and has: "short-title", "mandate", "status" */
  const char    *property;  /* the settable GObject property: "mandate-id", "stated-status" */
  const char    *key;       /* JSON: "shortTitle", "mandate", "status" */
  const char    *predicate; /* RDF, as a prefixed name */
  EupFieldKind   kind;
  EupTableKind   target;    /* of ONE and MANY: the type, or ANY; of VALUE and VALUES: the value table */
  GType        (*enum_type) (void);
  guint8         enum_offset;
  guint8         flags;
} EupFieldSpec;

typedef struct
{
  const char         *nick;      /* "initiative" */
  const char         *key;       /* of the array in JSON: "initiatives" */
  const EupFieldSpec *fields;
  guint               n_fields;
  const guint8       *order;     /* the fields as they are written, n_fields of them */
} EupTableSpec;

/* The fields that all entities have, at the same numbers. */
enum
{
  EUP_FIELD_TITLE,
  EUP_FIELD_SHORT_TITLE,
  EUP_FIELD_OTHER_TITLES,
  EUP_FIELD_SUMMARY,
  EUP_FIELD_NOTES,
  EUP_FIELD_REFERENCES,
  EUP_FIELD_LINKS,
  EUP_FIELD_FIGURES,
  EUP_FIELD_TOPICS,
  EUP_FIELD_SOURCES,
  EUP_FIELD_CONFIDENCE,
  EUP_FIELD_VERIFIED,
  EUP_N_COMMON_FIELDS
};

enum
{
  EUP_MANDATE_PERIOD = EUP_N_COMMON_FIELDS,
  EUP_MANDATE_PRESIDENT,
  EUP_N_MANDATE_FIELDS
};

enum
{
  EUP_PRIORITY_MANDATE = EUP_N_COMMON_FIELDS,
  EUP_PRIORITY_POSITION,
  EUP_PRIORITY_IN_CHARGE,
  EUP_N_PRIORITY_FIELDS
};

enum
{
  EUP_OBJECTIVE_PRIORITY = EUP_N_COMMON_FIELDS,
  EUP_OBJECTIVE_POSITION,
  EUP_OBJECTIVE_PURPOSE,
  EUP_N_OBJECTIVE_FIELDS
};

enum
{
  EUP_INITIATIVE_OBJECTIVES = EUP_N_COMMON_FIELDS,
  EUP_INITIATIVE_PRIORITIES,
  EUP_INITIATIVE_INSTRUMENT,
  EUP_INITIATIVE_STATUS,
  EUP_INITIATIVE_LEADS,
  EUP_INITIATIVE_PARENT,
  EUP_INITIATIVE_FULFILS,
  EUP_INITIATIVE_REPLACES,
  EUP_INITIATIVE_AMENDS,
  EUP_INITIATIVE_POSITION,
  EUP_INITIATIVE_STATUS_SINCE,
  EUP_N_INITIATIVE_FIELDS
};

enum
{
  EUP_MILESTONE_SUBJECT = EUP_N_COMMON_FIELDS,
  EUP_MILESTONE_DATE,
  EUP_MILESTONE_KIND,
  EUP_MILESTONE_ACTOR,
  EUP_MILESTONE_STATE,
  EUP_MILESTONE_REFINES,
  EUP_MILESTONE_POSITION,
  EUP_MILESTONE_RESCHEDULED_TO,
  EUP_MILESTONE_RESCHEDULED_BY,
  EUP_MILESTONE_RESCHEDULED_ON,
  EUP_N_MILESTONE_FIELDS
};

enum
{
  EUP_COMMISSIONER_GIVEN_NAME = EUP_N_COMMON_FIELDS,
  EUP_COMMISSIONER_FAMILY_NAME,
  EUP_COMMISSIONER_COUNTRY,
  EUP_COMMISSIONER_TERMS,
  EUP_N_COMMISSIONER_FIELDS
};

enum
{
  EUP_TOPIC_BROADER = EUP_N_COMMON_FIELDS,
  EUP_TOPIC_SCHEME,
  EUP_N_TOPIC_FIELDS
};

enum { EUP_FIGURE_VALUE, EUP_FIGURE_UNIT, EUP_FIGURE_QUALIFIER, EUP_FIGURE_LABEL, EUP_FIGURE_DATE,
       EUP_FIGURE_SOURCE, EUP_N_FIGURE_FIELDS };
enum { EUP_LINK_URI, EUP_LINK_TITLE, EUP_LINK_KIND, EUP_LINK_DATE, EUP_N_LINK_FIELDS };
enum { EUP_CITATION_TITLE, EUP_CITATION_URI, EUP_CITATION_DATE, EUP_N_CITATION_FIELDS };
enum { EUP_TERM_MANDATE, EUP_TERM_ROLE, EUP_TERM_PORTFOLIO, EUP_TERM_PERIOD, EUP_TERM_PRIORITIES,
       EUP_N_TERM_FIELDS };
enum { EUP_TITLE_TEXT, EUP_TITLE_PERIOD, EUP_N_TITLE_FIELDS };

#define EUP_MAX_FIELDS 24

const EupTableSpec *eup_schema_table         (EupTableKind         table);
const EupFieldSpec *eup_schema_field         (EupTableKind         table,
                                              guint                field);
int                 eup_schema_find_key      (EupTableKind         table,
                                              const char          *key,
                                              gsize                length);
int                 eup_schema_find_property (EupTableKind         table,
                                              const char          *property);
int                 eup_schema_find_name     (EupTableKind         table,
                                              const char          *name);
int                 eup_schema_find_table    (const char          *nick,
                                              gsize                length);
int                 eup_schema_find_array    (const char          *key,
                                              gsize                length);
guint               eup_schema_kind_width    (EupFieldKind         kind);

G_END_DECLS
