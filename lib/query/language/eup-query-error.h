/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <eupolicy/eup-errors.h>

#include "query/language/eup-query-fields.h"

G_BEGIN_DECLS

/* Messages have one form: "column N: expected WHAT, found WHAT; did you mean A or B?". The column is counted in characters
 * from 1; queries that are built by calls have the field instead of it, or nothing. */

typedef struct
{
  EupQueryError  code;
  gsize          offset;   /* in the text of the value, in bytes */
  const char    *expected; /* a static string; NULL: nothing is wrong */
  const char    *reason;   /* nullable, static: stands instead of a hint */
  EupQueryField  field;    /* hints come from what it can have */
} EupQueryProblem;

void   eup_query_error_set       (GError               **error,
                                  EupQueryError          code,
                                  const char            *text,
                                  gsize                  offset,
                                  const char            *expected,
                                  const char            *found,
                                  gssize                 found_length,
                                  const char            *hint);

/* @text is the whole query, in which the value begins at @offset; NULL: it was given to a call. */
void   eup_query_error_set_value (GError               **error,
                                  const EupQueryProblem *problem,
                                  const char            *text,
                                  gsize                  offset,
                                  const char            *value,
                                  gsize                  length);
void   eup_query_error_set_field (GError               **error,
                                  const char            *text,
                                  gsize                  offset,
                                  const char            *name,
                                  gsize                  length);

/* What is no field to count by, given to a call. */
void   eup_query_error_set_counted (GError             **error,
                                    const char          *name);

/* The column that the message names; 0 if it names none. */
guint  eup_query_error_column    (const GError          *error);

/* "did you mean A or B?", or NULL if nothing comes near. */
char  *eup_query_nearest         (const char            *word,
                                  gsize                  length,
                                  const char * const    *known,
                                  guint                  n_known);

G_END_DECLS
