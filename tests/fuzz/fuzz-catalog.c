/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Loads any bytes as a catalog of JSON and of JSON Lines, and checks them. All of what loads is read, set back, edited, written and
 * loaded again: what is written is read as the same, and what was only read is written as it was. What does not load has an issue
 * that says so. */

#include <eupolicy.h>

#include <string.h>

#include "walk-catalog.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static char *
write_catalog (EupCatalog *catalog,
               EupFormat   format)
{
  g_autoptr (GError) error = NULL;
  char *text = eup_catalog_to_string (catalog, format, &error);

  g_assert_no_error (error);

  return text;
}

static EupCatalog *
load_again (const char *text,
            EupFormat   format)
{
  g_autoptr (GBytes) written = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  EupCatalog *again = eup_catalog_new_from_bytes (written, format, "output", &error);
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  twice = write_catalog (again, format);
  g_assert_cmpstr (text, ==, twice);
  return again;
}

static void
load_and_edit (GBytes    *bytes,
               EupFormat  format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupList) issues = eup_catalog_check_bytes (bytes, format, "input", NULL);
  g_autoptr (EupCatalog) catalog = eup_catalog_new_from_bytes (bytes, format, "input", &error);
  g_autofree char *text = NULL, *same = NULL, *longer = NULL;
  g_autoptr (EupCatalog) again = NULL, edited = NULL;

  g_assert_nonnull (issues);
  if (catalog == NULL)
    {
      g_assert (error != NULL && error->domain == EUP_PARSE_ERROR);
      g_assert_cmpuint (eup_list_get_n_items (issues), >, 0);
      return;
    }
  g_assert_no_error (error);
  text = write_catalog (catalog, format);
  again = load_again (text, format);

  walk_catalog (catalog);
  set_back_catalog (catalog);
  same = write_catalog (catalog, format);
  g_assert_cmpstr (text, ==, same);

  extend_catalog (catalog);
  walk_catalog (catalog);
  longer = write_catalog (catalog, format);
  edited = load_again (longer, format);
  walk_catalog (edited);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  load_and_edit (bytes, EUP_FORMAT_JSON);
  load_and_edit (bytes, EUP_FORMAT_JSON_LINES);

  return 0;
}
