/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "formats/check/eup-check.h"
#include "formats/eup-formats.h"
#include "formats/json/eup-json-scanner.h"
#include "store/eup-store.h"

G_BEGIN_DECLS

/* The reader of JSON: objects of the schema from tokens. One for each reading; it has no part in the store afterwards. */

#define EUP_JSON_CONTEXT "https://w3id.org/eupolicy/context/v1"
#define EUP_JSON_VERSION 1

/* What a key stands for: a field, or one of these. */
#define EUP_JSON_SLOT_ID 32
#define EUP_JSON_SLOT_TYPE 33
#define EUP_JSON_SLOT_CHILDREN 40 /* + the table of the children */
#define EUP_JSON_N_SLOTS 64
#define EUP_JSON_SLOT_UNKNOWN 254
#define EUP_JSON_SLOT_NONE 255

/* A set of slots is a guint64. */
G_STATIC_ASSERT (EUP_MAX_FIELDS <= EUP_JSON_SLOT_ID);
G_STATIC_ASSERT (EUP_JSON_SLOT_CHILDREN + EUP_N_ENTITY_TABLES <= EUP_JSON_N_SLOTS && EUP_JSON_N_SLOTS <= 64);

#define EUP_JSON_N_ID_MEMOS 32768
#define EUP_JSON_MAX_WORDS 32

typedef struct
{
  const char *text;
  guint64     head; /* of the text and a quote */
  guint64     mask;
  guint8      length;
} EupJsonWord;

typedef struct
{
  EupJsonWord keys[EUP_JSON_N_SLOTS];     /* by slot */
  guint8      table[128];                 /* hash -> slot */
  guint8      follow[EUP_JSON_N_SLOTS];   /* the slot that came after that one the last time */
  guint8      begin;                      /* and the one that came first */
} EupJsonKeys;

typedef struct
{
  EupJsonWord words[EUP_JSON_MAX_WORDS];
  guint       n_words;
} EupJsonVocabulary;

typedef struct
{
  guint32 name; /* in the scanner's names */
  guint32 name_length;
  gsize   raw; /* in raw */
  gsize   raw_length;
  guint   line;
  guint   column;
} EupJsonUnknown;

typedef struct
{
  EupTableKind table;
  guint32      row;
} EupJsonChild;

typedef struct
{
  guint32   hash;
  EupNumber number;
} EupJsonIdMemo;

typedef struct
{
  EupJsonScanner     scan;
  EupStore          *store;
  GPtrArray         *issues;
  guint              max_issues;
  guint              n_dropped;

  EupJsonKeys        keys[EUP_N_TABLES];
  EupJsonVocabulary *vocabularies[EUP_N_TABLES][EUP_MAX_FIELDS];
  guint8             beneath[EUP_N_ENTITY_TABLES][EUP_N_ENTITY_TABLES]; /* child, parent -> field */
  EupJsonIdMemo      id_memos[EUP_JSON_N_ID_MEMOS];
  EupNumber          found; /* the last that no memo had */

  GArray            *items;    /* guint32: of the lists that are being read */
  GArray            *children; /* EupJsonChild: of the entities that are being read */
  GArray            *unknown;  /* EupJsonUnknown: of the objects that are being read */
  GString           *raw;      /* the values of these */
  GString           *compose;

  EupPlaces         *places;
  const char        *entity_id; /* of the entity that is being read, once it is known */
  char               failed_id[EUP_MAX_ID_LENGTH + 1];
  guint64            seen;   /* the slots of the object that was read last */
  const char        *default_id;
  const char        *problem; /* why a value was not taken */
  guint              number_line; /* where the value of the figure stands that is being read; 0: it has none */
  guint              number_column;
  gboolean           language_known;
  gboolean           has_tagged_texts; /* some may be in the language that is not known yet */
  gboolean           format_seen;
} EupJsonReader;

void      eup_json_report           (EupJsonReader        *r,
                                     const char           *code,
                                     guint                 line,
                                     guint                 column,
                                     const char           *format,
                                     ...) G_GNUC_PRINTF (5, 6);

/* Not more of it than a message needs. */
char     *eup_json_shorten          (const EupJsonSpan    *span);

/* eup-json-keys.c */
void      eup_json_keys_init        (EupJsonReader        *r);
void      eup_json_keys_clear       (EupJsonReader        *r);
int       eup_json_read_key         (EupJsonReader        *r,
                                     EupTableKind          table,
                                     guint8                previous,
                                     EupJsonSpan          *key);
int       eup_json_find_word        (EupJsonReader        *r,
                                     EupTableKind          table,
                                     guint                 field,
                                     const EupJsonSpan    *word);
EupNumber eup_json_number_of_id     (EupJsonReader        *r,
                                     const EupJsonSpan    *id);
gboolean  eup_json_id_is_valid      (EupJsonReader        *r,
                                     const EupJsonSpan    *id);

/* eup-json-entity.c */
gboolean  eup_json_read_object      (EupJsonReader        *r,
                                     EupTableKind          table,
                                     guint32               parent,
                                     EupNumber            *number);
gboolean  eup_json_read_value       (EupJsonReader        *r,
                                     EupTableKind          table,
                                     guint32              *row);
gboolean  eup_json_read_unknown     (EupJsonReader        *r,
                                     guint                 table,
                                     const EupJsonSpan    *key,
                                     guint                 line,
                                     guint                 column);
gboolean  eup_json_finish_unknown   (EupJsonReader        *r,
                                     guint                 first,
                                     gsize                 names,
                                     gsize                 raw,
                                     guint                 table,
                                     guint32               row);

/* eup-json-values.c */
gboolean  eup_json_read_field       (EupJsonReader        *r,
                                     EupTableKind          table,
                                     guint32               row,
                                     guint                 field);
gboolean  eup_json_read_header_text (EupJsonReader        *r,
                                     guint                 header_field,
                                     guint32              *cell);
gboolean  eup_json_keep_value       (EupJsonReader        *r,
                                     guint                 table,
                                     guint32               row,
                                     guint                 field,
                                     const char           *code,
                                     const char           *format,
                                     ...) G_GNUC_PRINTF (6, 7);

/* eup-json-document.c */
gboolean  eup_json_read_document    (EupJsonReader        *r);
gboolean  eup_json_read_lines       (EupJsonReader        *r);
gboolean  eup_json_read_typed       (EupJsonReader        *r,
                                     int                   expected_table,
                                     EupNumber            *number);
gboolean  eup_json_expect_end       (EupJsonReader        *r);

/* eup-json-reader.c: from a stream or, without one, from bytes. The window is EUP_JSON_WINDOW if 0. */
EupStore *eup_json_load             (gboolean              lines,
                                     GInputStream         *stream,
                                     const char           *data,
                                     gsize                 n,
                                     goffset               total,
                                     const EupReadOptions *options,
                                     gsize                 window,
                                     GPtrArray            *issues,
                                     GError              **error);

G_END_DECLS
