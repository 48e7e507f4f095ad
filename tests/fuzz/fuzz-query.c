/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads any bytes as a query. What is read has to print as a text that reads back and prints the same. */

#include "config.h"

#include <eupolicy.h>

#include <string.h>

#include "query/eup-query-tree.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupQuerySpec) spec = eup_query_parse (text, &error);
  g_autoptr (EupQuerySpec) again = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *twice = NULL;

  if (spec == NULL)
    {
      g_assert (error != NULL && error->domain == EUP_QUERY_ERROR);
      return 0;
    }
  printed = eup_query_print (spec);
  if (strlen (printed) > EUP_QUERY_MAX_LENGTH)
    return 0;
  again = eup_query_parse (printed, &error);
  g_assert_no_error (error);
  twice = eup_query_print (again);
  g_assert_cmpstr (printed, ==, twice);
  return 0;
}
