/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "formats/eup-formats.h"
#include "formats/json/eup-json-output.h"
#include "formats/json/eup-json-reader.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

#define EUP_JSON_KEY_SIZE 32

/* A field that some row of a table has, and how its member begins. */
typedef struct
{
  const EupFieldSpec *spec;
  const EupColumn    *column;
  guint               key_length;
  char                key[EUP_JSON_KEY_SIZE]; /* "key": */
} EupJsonMember;

typedef struct
{
  EupJsonOutput  out;
  EupStore      *store;
  guint          indent;
  gboolean       compact;
  gboolean       first; /* the next member is the first of its object */
  EupJsonMember *members[EUP_N_TABLES]; /* in their order, up to one without a spec; NULL until needed */
} EupJsonWriter;

/* The output is to be set up before. */
void     eup_json_writer_init    (EupJsonWriter  *w,
                                  EupStore       *store,
                                  gboolean        compact);
gboolean eup_json_writer_finish  (EupJsonWriter  *w,
                                  GError        **error);
void     eup_json_write_document (EupJsonWriter  *w);
void     eup_json_write_lines    (EupJsonWriter  *w);
void     eup_json_write_object   (EupJsonWriter  *w,
                                  EupTableKind    table,
                                  guint32         row,
                                  gboolean        with_type);

gboolean eup_json_write_field    (EupJsonWriter  *w,
                                  EupTableKind    table,
                                  guint32         row,
                                  guint           field,
                                  gboolean        kept_too,
                                  gboolean        with_key);

/* Begins a line, unless all is to be compact. */
void     eup_json_new_line       (EupJsonWriter  *w);

/* Compact JSON, in the layout of everything else (eup-json-raw.c). */
void     eup_json_write_raw      (EupJsonWriter  *w,
                                  const char     *text,
                                  gsize           length);

gboolean eup_json_save           (gboolean        lines,
                                  EupStore       *store,
                                  GOutputStream  *stream,
                                  GByteArray     *bytes,
                                  GCancellable   *cancellable,
                                  GError        **error);

G_END_DECLS
