/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where text goes: a buffer that is emptied into a stream or an array of bytes. After an error nothing more is taken. */
typedef struct
{
  char          *buffer;
  gsize          used;
  gsize          capacity;
  GOutputStream *stream;
  GByteArray    *bytes; /* instead of a stream */
  GCancellable  *cancellable;
  GError        *error;
} EupJsonOutput;

void     eup_json_output_init    (EupJsonOutput  *out,
                                  GOutputStream  *stream,
                                  GByteArray     *bytes,
                                  gsize           capacity);
gboolean eup_json_output_finish  (EupJsonOutput  *out,
                                  GError        **error);
void     eup_json_output_make_room (EupJsonOutput *out,
                                  gsize           n);
void     eup_json_output_string  (EupJsonOutput  *out,
                                  const char     *string,
                                  gsize           length);
void     eup_json_output_stored  (EupJsonOutput  *out,
                                  const char     *string);
void     eup_json_output_long    (EupJsonOutput  *out,
                                  const char     *text,
                                  gsize           length);

static inline char *
eup_json_output_reserve (EupJsonOutput *out,
                         gsize          n)
{
  if (G_UNLIKELY (out->capacity - out->used < n))
    eup_json_output_make_room (out, n);
  return out->buffer + out->used;
}

/* For text that is known to be short. */
static inline void
eup_json_output_text (EupJsonOutput *out,
                      const char    *text,
                      gsize          length)
{
  memcpy (eup_json_output_reserve (out, length), text, length);
  out->used += length;
}

static inline void
eup_json_output_byte (EupJsonOutput *out,
                      char           byte)
{
  *eup_json_output_reserve (out, 1) = byte;
  out->used++;
}

G_END_DECLS
