/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <eupolicy/eup-enums.h>
#include <eupolicy/eup-format.h>

#include "formats/check/eup-check.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

/* Bytes to a store, and a store to bytes. A new format is a reader, a writer, and a line in the table of eup-formats.c. */

#define EUP_DEFAULT_MAX_ISSUES 10000

typedef struct
{
  const char   *source_name; /* for messages; NULL: "data" */
  const char   *name; /* of the file, which tells the format where the contents do not; NULL: there is none */
  GCancellable *cancellable;
  void        (*progress) (goffset  done,
                           goffset  total, /* -1: not known */
                           gpointer data);
  gpointer      progress_data;
  guint         max_issues; /* 0: EUP_DEFAULT_MAX_ISSUES */
  EupPlaces   **places; /* not NULL: gets where entities stand, and the store is not checked */
} EupReadOptions;

/* AUTO goes by the first bytes, then by the name. A problem that fails the reading is the error, and also the last of the issues. @issues may
 * be NULL: then nothing is checked beyond what fails. @size_hint is -1 where the size is not known. */
EupStore *eup_format_read_stream    (EupFormat             format,
                                     GInputStream         *stream,
                                     goffset               size_hint,
                                     const EupReadOptions *options,
                                     GPtrArray            *issues,
                                     GError              **error);
EupStore *eup_format_read_bytes     (EupFormat             format,
                                     const char           *data,
                                     gsize                 n,
                                     const EupReadOptions *options,
                                     GPtrArray            *issues,
                                     GError              **error);
gboolean  eup_format_write_stream   (EupFormat             format,
                                     EupStore             *store,
                                     GOutputStream        *stream,
                                     GCancellable         *cancellable,
                                     GError              **error);
gboolean  eup_format_write_bytes    (EupFormat             format,
                                     EupStore             *store,
                                     GByteArray           *bytes,
                                     GError              **error);
GBytes   *eup_format_dup_bytes      (EupFormat             format,
                                     EupStore             *store,
                                     GError              **error);
/* Only for formats that are text; UNSUPPORTED for others. */
char     *eup_format_dup_text       (EupFormat             format,
                                     EupStore             *store,
                                     GError              **error);

/* The format that a file of that name has, or AUTO; the extension of a format with its dot, or NULL. */
EupFormat   eup_format_of_name      (const char           *name);
EupFormat   eup_format_of_data      (const char           *data,
                                     gsize                 n,
                                     const char           *name);
/* The format to write a file of that name in; AUTO with an error (that calls it @source_name) if there is none. */
EupFormat   eup_format_for_writing  (EupFormat             format,
                                     const char           *name,
                                     const char           *source_name,
                                     GError              **error);

/* The members of the document that can be kept, as fields of EUP_KEPT_DOCUMENT. */
enum
{
  EUP_JSON_HEADER_CONTEXT,
  EUP_JSON_HEADER_LANGUAGE,
  EUP_JSON_HEADER_TITLE,
  EUP_JSON_HEADER_BASE_URI
};

/* One entity, as add_json and update_json take it (eup-json-reader.c). Children that stand nested in it are read as well. The
 * entity must not be in the store yet. Without @expected_table (-1) its "type" says what it is. Its number, or 0 with an error. */
EupNumber eup_json_read_entity      (EupStore             *store,
                                     const char           *json,
                                     gsize                 n,
                                     const char           *source_name,
                                     int                   expected_table,
                                     GPtrArray            *issues,
                                     GError              **error);

/* The same for an object that need not say its id; @seen (nullable) gets the fields that it states, a bit for each, also those
 * that are null. */
EupNumber eup_json_read_update      (EupStore             *store,
                                     const char           *json,
                                     gsize                 n,
                                     const char           *source_name,
                                     EupTableKind          table,
                                     const char           *id,
                                     guint32              *seen,
                                     GPtrArray            *issues,
                                     GError              **error);

/* Canonical text, without a line break at its end. */
char     *eup_json_write_entity     (EupStore             *store,
                                     EupTableKind          table,
                                     guint32               row,
                                     gboolean              with_type);

/* Compact text of one cell, kept values as they are; NULL where the field is absent. With EUP_KEPT_MEMBERS as the field, the
 * unknown members. */
char     *eup_json_write_cell       (EupStore             *store,
                                     EupTableKind          table,
                                     guint32               row,
                                     guint                 field);

/* The members of two objects of compact JSON, as unknown members are kept: those of @news go before those of @old, those that
 * become null are left out. Both may be NULL; so is the result if there are none. */
char     *eup_json_merge_members    (const char           *old,
                                     const char           *news);

/* Puts what such a text says into the cell of that row, without telling anybody; "null" or NULL makes it absent. What the
 * field cannot hold is kept. */
gboolean  eup_json_read_cell        (EupStore             *store,
                                     EupTableKind          table,
                                     guint32               row,
                                     guint                 field,
                                     const char           *json,
                                     GError              **error);

G_END_DECLS
