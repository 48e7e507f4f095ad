/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Loads any bytes as a catalogue of JSON, and checks them. What loads has to be written as a text that loads too, and is written
 * the same again; what does not has an issue that says so. */

#include <eupolicy.h>

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static char *
write_catalog (EupCatalog *catalog)
{
  g_autoptr (GError) error = NULL;
  char *text = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, &error);

  g_assert_no_error (error);

  return text;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupList) issues = eup_catalog_check_bytes (bytes, EUP_FORMAT_JSON, "input", NULL);
  g_autoptr (EupCatalog) catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "input", &error);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (EupCatalog) again = NULL;
  g_autofree char *twice = NULL;

  g_assert_nonnull (issues);
  if (catalog == NULL)
    {
      g_assert (error != NULL && error->domain == EUP_PARSE_ERROR);
      g_assert_cmpuint (eup_list_get_n_items (issues), >, 0);
      return 0;
    }
  g_assert_no_error (error);
  text = write_catalog (catalog);
  written = g_bytes_new (text, strlen (text));
  again = eup_catalog_new_from_bytes (written, EUP_FORMAT_JSON, "output", &error);
  g_assert_no_error (error);
  twice = write_catalog (again);
  g_assert_cmpstr (text, ==, twice);

  return 0;
}
