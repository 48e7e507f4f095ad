/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <gio/gio.h>

#include <eupolicy/eup-errors.h>

G_BEGIN_DECLS

/* Tokens of strict JSON (RFC 8259) from a window that moves over the input. Behind what the window holds stand NULs, so
 * that the loops need no check of their own for its end: a NUL that is not the end is an error anyway. */

#define EUP_JSON_MAX_DEPTH 64
#define EUP_JSON_MAX_TOKEN (64 * 1024 * 1024)
#define EUP_JSON_WINDOW (256 * 1024)
#define EUP_JSON_PADDING 64

typedef struct
{
  const char *data;
  gsize       length;
} EupJsonSpan;

/* Where the reader stands in one of the objects and arrays that are open. */
typedef struct
{
  const char *key;         /* of an object: a key that lives long enough; NULL: in names, if name_length is not NO_NAME */
  guint32     name;
  guint32     name_length;
  guint32     index;       /* of an array */
} EupJsonStep;

#define EUP_JSON_NO_NAME G_MAXUINT32

typedef struct
{
  goffset  offset;
  goffset  line_start;
  guint    line;
  guint    depth;
  gboolean outermost;
} EupJsonMark;

typedef struct
{
  const char    *cur; /* the next byte */
  const char    *end; /* NULs follow */
  char          *buffer;
  gsize          capacity; /* without the padding */
  gsize          window;
  goffset        base; /* where in the input the buffer begins */
  gssize         mark; /* what has to be kept in the buffer begins here; -1: nothing */
  GInputStream  *stream;
  const char    *bytes; /* instead of a stream: what was not read yet */
  gsize          n_bytes;
  gboolean       at_end;

  const char    *source_name;
  GCancellable  *cancellable;
  void         (*progress) (goffset  done,
                            goffset  total,
                            gpointer data);
  gpointer       progress_data;
  goffset        total;

  guint          line;
  goffset        line_start;
  guint          depth;
  EupJsonStep    steps[EUP_JSON_MAX_DEPTH + 1];
  GString       *scratch; /* a string that had escapes */
  GString       *names;   /* keys of open objects that are not known */
  GArray        *keys;    /* where these begin */

  GError        *error;
  guint          error_line;
  guint          error_column;
  char          *error_pointer;
  char          *error_text;
} EupJsonScanner;

void     eup_json_scanner_init   (EupJsonScanner *s,
                                  const char     *source_name,
                                  gsize           window);
void     eup_json_scanner_clear  (EupJsonScanner *s);
gboolean eup_json_refill         (EupJsonScanner *s,
                                  const char    **token);

void     eup_json_mark           (EupJsonScanner *s,
                                  EupJsonMark    *mark);
void     eup_json_rewind         (EupJsonScanner *s,
                                  const EupJsonMark *mark);
void     eup_json_unmark         (EupJsonScanner *s,
                                  const EupJsonMark *mark);

char    *eup_json_pointer        (const EupJsonScanner *s);
void     eup_json_append_step    (GString        *pointer,
                                  const char     *key,
                                  gsize           length);
gboolean eup_json_fail           (EupJsonScanner *s,
                                  EupParseError   code,
                                  const char     *format,
                                  ...) G_GNUC_PRINTF (3, 4);
gboolean eup_json_fail_place     (EupJsonScanner *s,
                                  EupParseError   code,
                                  guint           line,
                                  guint           column,
                                  const char     *format,
                                  ...) G_GNUC_PRINTF (5, 6);

/* The tokens (eup-json-scanner.c). A span is good until the next token is read. */
int      eup_json_skip_space     (EupJsonScanner *s);
gboolean eup_json_string         (EupJsonScanner *s,
                                  EupJsonSpan    *span);
gboolean eup_json_number         (EupJsonScanner *s,
                                  EupJsonSpan    *span);
gboolean eup_json_literal        (EupJsonScanner *s,
                                  const char     *word);
gboolean eup_json_colon_slowly   (EupJsonScanner *s);
gboolean eup_json_open           (EupJsonScanner *s);
int      eup_json_member_slowly  (EupJsonScanner *s,
                                  gboolean        first);
int      eup_json_item           (EupJsonScanner *s,
                                  gboolean        first);
gboolean eup_json_unexpected     (EupJsonScanner *s,
                                  const char     *wanted);

/* Whole values (eup-json-capture.c) */
gboolean eup_json_capture        (EupJsonScanner *s,
                                  GString        *out);
void     eup_json_append_string  (GString        *out,
                                  const char     *data,
                                  gsize           length);
void     eup_json_name_step      (EupJsonScanner *s,
                                  const EupJsonSpan *key);

static inline guint
eup_json_column (const EupJsonScanner *s,
                 const char           *at)
{
  return (guint) (s->base + (at - s->buffer) - s->line_start) + 1;
}

/* The next byte that is not white space; it is not taken. -1: there is none, or an error is set. */
static inline int
eup_json_next (EupJsonScanner *s)
{
  guchar c = (guchar) *s->cur;

  return G_LIKELY (c > ' ') ? c : eup_json_skip_space (s);
}

static inline gboolean
eup_json_colon (EupJsonScanner *s)
{
  if (G_LIKELY (s->cur[0] == ':'))
    {
      s->cur++;
      return TRUE;
    }
  return eup_json_colon_slowly (s);
}

/* Goes to the next member of an object: 1, and the next byte is the quote of its key; 0 after the last; -1 is an error. */
static inline int
eup_json_member (EupJsonScanner *s,
                 gboolean        first)
{
  if (G_LIKELY (!first && s->cur[0] == ','))
    {
      s->cur++;
      if (G_LIKELY (eup_json_next (s) == '"'))
        return 1;
      return eup_json_unexpected (s, "the key of a member") ? 1 : -1;
    }
  return eup_json_member_slowly (s, first);
}

/* Notes the member or item that is read next. */
static inline void
eup_json_step_key (EupJsonScanner *s,
                   const char     *key)
{
  s->steps[s->depth].key = key;
}

G_END_DECLS
