/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "formats/eup-formats.h"
#include "formats/eup-json-output.h"
#include "formats/eup-json-reader.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

typedef struct
{
  EupJsonOutput out;
  EupStore     *store;
  guint         indent;
  gboolean      compact;
  gboolean      first; /* the next member is the first of its object */
} EupJsonWriter;

/* The output is to be set up before. */
void     eup_json_writer_init    (EupJsonWriter  *w,
                                  EupStore       *store,
                                  gboolean        compact);
void     eup_json_write_document (EupJsonWriter  *w);
void     eup_json_write_lines    (EupJsonWriter  *w);
void     eup_json_write_object   (EupJsonWriter  *w,
                                  EupTableKind    table,
                                  guint32         row,
                                  gboolean        with_type);
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
