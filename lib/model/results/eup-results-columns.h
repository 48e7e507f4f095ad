/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "formats/json/eup-json-output.h"
#include "model/core/eup-core-private.h"
#include "query/engine/eup-field-reader.h"

G_BEGIN_DECLS

/* Values of many entities without any object: a property or a field of queries, for each type. */

typedef enum
{
  EUP_CELL_NONE,
  EUP_CELL_ID,
  EUP_CELL_TYPE,
  EUP_CELL_TITLE,
  EUP_CELL_TEXT,
  EUP_CELL_STORED,
  EUP_CELL_ENUM,     /* stated */
  EUP_CELL_FACT,     /* an enumeration of a query: what it is in effect */
  EUP_CELL_TRUTH,
  EUP_CELL_DATE,
  EUP_CELL_DAY,
  EUP_CELL_ENTITIES, /* of a query */
  EUP_CELL_COUNTRY,
  EUP_CELL_INTEGER,  /* of a query */
  EUP_CELL_RELATION, /* a list */
  EUP_CELL_FIRST,    /* the first of a list */
  EUP_CELL_NEXT,     /* milestone */
  EUP_CELL_TERM      /* a text of the latest term */
} EupCellKind;

typedef struct
{
  EupCellKind kind;
  guint       field; /* of the schema, of a query, or an EupRelation */
} EupCellAccess;

typedef struct
{
  EupCore      *core;
  EupFieldReader      reader;
  char         *language; /* after an @; NULL: the best for the reader */
  EupRef        tag;      /* of the language that is wanted most, if the store knows it */
  EupCellAccess access[EUP_N_ENTITY_TABLES];
  guint         known;     /* tables of which the access was found out */
  char         *name;      /* without the language */
  GArray       *related;   /* of EupNumber: of the entity that is read; NULL until needed */
} EupResultColumn;

/* FALSE if no type has that. An entity of the list, or 0, tells where to look first. */
gboolean eup_result_column_init   (EupResultColumn *column,
                                   EupCore         *core,
                                   const EupFieldReader  *reader,
                                   const char      *name,
                                   EupNumber        example);
void     eup_result_column_clear  (EupResultColumn *column);

/* Appends the value as JSON, or as text: nothing where there is none, several joined by spaces. */
void     eup_result_column_print  (EupResultColumn *column,
                                   EupNumber        number,
                                   gboolean         as_json,
                                   EupJsonOutput   *out);

/* The text that stands in the store as it is printed; NULL where it has to be printed, or there is none. */
const char *eup_result_column_peek (EupResultColumn *column,
                                    EupNumber        number);

/* NaN where there is no number. */
double   eup_result_column_number (EupResultColumn *column,
                                   EupNumber        number);
gboolean eup_result_column_has_numbers (EupResultColumn *column);

G_END_DECLS
