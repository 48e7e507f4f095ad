/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include "store/eup-schema-rows.h"

G_BEGIN_DECLS

/* The schema: what tables there are, and what fields each has. Properties, formats, validation, queries and
 * comparison are driven by it. The number of a field is its column. The fields themselves stand in eup-schema-rows.h. */

#define EUP_TABLE_CONSTANT(constant, nick, key, rows, title, description) EUP_TABLE_##constant,

typedef enum
{
  EUP_ENTITY_TABLES (EUP_TABLE_CONSTANT)
  EUP_N_ENTITY_TABLES,
  EUP_LAST_ENTITY_TABLE = EUP_N_ENTITY_TABLES - 1,

  /* Values: rows without an id, which belong to one field of one entity */
  EUP_VALUE_TABLES (EUP_TABLE_CONSTANT)

  EUP_N_TABLES,
  EUP_TABLE_ANY = EUP_N_TABLES
} EupTableKind;

#undef EUP_TABLE_CONSTANT

/* A home is a table in four bits and a row; all bits set is none. */
G_STATIC_ASSERT (EUP_N_TABLES < 16);

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
  EUP_FIELD_REQUIRED = 1 << 0, /* validation misses it where it is absent; a value says nothing without it */
  EUP_FIELD_INTERN   = 1 << 1, /* few different values: each stored once */
  EUP_FIELD_BENEATH  = 1 << 2, /* the relation leads to the entity that this one stands beneath */
  EUP_FIELD_IRI      = 1 << 3  /* an address */
} EupFieldFlags;

/* How much a word counts that is found in a field. */
typedef enum
{
  EUP_WORDS_NOWHERE, /* words are not searched there */
  EUP_WORDS_IN_TITLE,
  EUP_WORDS_IN_SHORT_TITLE,
  EUP_WORDS_IN_SUMMARY,
  EUP_WORDS_IN_NOTES
} EupFieldWords;

#define EUP_MAX_ALIASES 3

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
  guint8         words;       /* EupFieldWords */
  const char    *aliases[EUP_MAX_ALIASES]; /* further names after has: and sort:; NULL behind the last */
  const char    *label;       /* what show writes before it; NULL: it has a place of its own there, or none */
  const char    *pattern;     /* of a STRING, as a regular expression of JSON Schema */
  const char    *description; /* a sentence */
  const char    *since;
} EupFieldSpec;

typedef struct
{
  const char         *nick;      /* "initiative" */
  const char         *key;       /* of the array in JSON: "initiatives" */
  const EupFieldSpec *fields;
  guint               n_fields;
  const guint8       *order;     /* the fields as they are written, n_fields of them */
  const char         *title;
  const char         *description;
} EupTableSpec;

#define EUP_FIELD_CONSTANT(constant, ...) constant,

/* The fields that all entities have, at the same numbers. */
enum
{
  EUP_COMMON_HEAD (EUP_FIELD_CONSTANT)
  EUP_COMMON_TAIL (EUP_FIELD_CONSTANT)
  EUP_N_COMMON_FIELDS
};

#define EUP_ENTITY_CONSTANTS(constant, nick, key, rows, title, description) \
  enum \
  { \
    EUP_LAST_COMMON_FIELD_OF_##constant = EUP_N_COMMON_FIELDS - 1, \
    rows (EUP_FIELD_CONSTANT) \
    EUP_N_##constant##_FIELDS \
  };
#define EUP_VALUE_CONSTANTS(constant, nick, key, rows, title, description) \
  enum { rows (EUP_FIELD_CONSTANT) EUP_N_##constant##_FIELDS };

EUP_ENTITY_TABLES (EUP_ENTITY_CONSTANTS)
EUP_VALUE_TABLES (EUP_VALUE_CONSTANTS)

#undef EUP_FIELD_CONSTANT
#undef EUP_ENTITY_CONSTANTS
#undef EUP_VALUE_CONSTANTS

/* Sets of fields are bits of a guint32. */
#define EUP_MAX_FIELDS 32

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
