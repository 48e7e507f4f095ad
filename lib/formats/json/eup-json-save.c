/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-writer.h"

/* What the writer is asked for: a whole store, one entity, or one cell. */

static char *
finish_string (EupJsonWriter *w,
               GByteArray    *bytes)
{
  eup_json_output_byte (&w->out, '\0');
  eup_json_writer_finish (w, NULL);
  return (char *) g_byte_array_free (bytes, FALSE);
}

char *
eup_json_write_entity (EupStore     *store,
                       EupTableKind  table,
                       guint32       row,
                       gboolean      with_type)
{
  GByteArray *bytes = g_byte_array_new ();
  EupJsonWriter w;

  eup_json_output_init (&w.out, NULL, bytes, 4096);
  eup_json_writer_init (&w, store, FALSE);
  eup_json_write_object (&w, table, row, with_type);
  return finish_string (&w, bytes);
}

char *
eup_json_write_cell (EupStore     *store,
                     EupTableKind  table,
                     guint32       row,
                     guint         field)
{
  GByteArray *bytes;
  EupJsonWriter w;

  if (field == EUP_KEPT_MEMBERS)
    return g_strdup (eup_store_kept (store, table, row, field));

  bytes = g_byte_array_new ();
  eup_json_output_init (&w.out, NULL, bytes, 256);
  eup_json_writer_init (&w, store, TRUE);
  if (eup_json_write_field (&w, table, row, field, eup_store_has_kept (store, table, row), FALSE))
    return finish_string (&w, bytes);
  eup_json_writer_finish (&w, NULL);
  g_byte_array_unref (bytes);
  return NULL;
}

gboolean
eup_json_save (gboolean        lines,
               EupStore       *store,
               GOutputStream  *stream,
               GByteArray     *bytes,
               GCancellable   *cancellable,
               GError        **error)
{
  EupJsonWriter w;

  eup_json_output_init (&w.out, stream, bytes, EUP_JSON_WINDOW);
  w.out.cancellable = cancellable;
  eup_json_writer_init (&w, store, lines);
  if (lines)
    eup_json_write_lines (&w);
  else
    eup_json_write_document (&w);
  return eup_json_writer_finish (&w, error);
}
