/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads any bytes as JSON and as JSON Lines, through a small window. What is read has to be written so that it reads back and
 * is written the same. */

#include "config.h"

#include <string.h>

#include "formats/json/eup-json-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static EupStore *
read_text (gboolean      lines,
           const guint8 *data,
           gsize         size,
           gsize         window)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  EupStore *store = eup_json_load (lines, NULL, (const char *) data, size, size, NULL, window, issues, &error);

  g_assert ((store == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert (error->domain == EUP_PARSE_ERROR);
      g_assert (g_utf8_validate (error->message, -1, NULL));
    }
  return store;
}

static GByteArray *
write_store (EupStore  *store,
             EupFormat  format)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  eup_format_write_bytes (format, store, bytes, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
read_and_write (gboolean      lines,
                const guint8 *data,
                gsize         size)
{
  EupFormat format = lines ? EUP_FORMAT_JSON_LINES : EUP_FORMAT_JSON;
  g_autoptr (EupStore) store = read_text (lines, data, size, 0);
  g_autoptr (EupStore) small = read_text (lines, data, size, 1 + size % 23);
  g_autoptr (EupStore) again = NULL;
  g_autoptr (GByteArray) once = NULL, twice = NULL, other = NULL;

  g_assert ((store == NULL) == (small == NULL));
  if (store == NULL)
    return;
  once = write_store (store, format);
  other = write_store (small, format);
  g_assert_cmpmem (once->data, once->len, other->data, other->len);
  again = read_text (lines, once->data, once->len, 0);
  g_assert (again != NULL);
  twice = write_store (again, format);
  g_assert_cmpmem (once->data, once->len, twice->data, twice->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  read_and_write (FALSE, data, size);
  read_and_write (TRUE, data, size);
  return 0;
}
