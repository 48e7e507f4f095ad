/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads any bytes as a query. What is read has to print as a text that reads back and prints the same, and a small catalog has to answer it,
 * and the same as the text that was printed. */

#include "config.h"

#include <eupolicy.h>

#include <string.h>

#include "query/language/eup-query-tree.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static const char file[] =
  "{ \"format\": \"eupolicy\", \"version\": 1, \"language\": \"en\","
  "  \"mandates\": [ { \"id\": \"ec\", \"title\": \"The Commission\", \"period\": \"2024-12-01/2029\" } ],"
  "  \"priorities\": [ { \"id\": \"security\", \"mandate\": \"ec\", \"title\": \"Security\" } ],"
  "  \"initiatives\": [ { \"id\": \"act\", \"priorities\": [\"security\"], \"leads\": [\"henna\"], \"topics\": [\"narrow\"],"
  "    \"instrument\": \"regulation\", \"references\": [\"COM(2025) 148\"],"
  "    \"title\": { \"en\": \"Drones at the border\", \"fr\": \"Drones \u00e0 la fronti\u00e8re\" } } ],"
  "  \"milestones\": [ { \"id\": \"m\", \"subject\": \"act\", \"date\": \"2025-03\", \"kind\": \"proposed\" } ],"
  "  \"commissioners\": [ { \"id\": \"henna\", \"familyName\": \"Virkkunen\", \"country\": \"FI\" } ],"
  "  \"topics\": [ { \"id\": \"broad\", \"title\": \"Migration\" }, { \"id\": \"narrow\", \"broader\": \"broad\" } ] }";

static EupCatalog *
get_catalog (void)
{
  static EupCatalog *catalog;

  if (catalog == NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
      g_autoptr (GError) error = NULL;

      catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, NULL, &error);
      g_assert_no_error (error);
    }
  return catalog;
}

/* The ids of the answer. */
static char **
ask (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupResults) results = eup_catalog_query (get_catalog (), text, &error);
  EupQuery *query;
  g_autoptr (GError) unknown = NULL;
  g_autofree char *explanation = NULL;

  g_assert_no_error (error);
  query = eup_results_get_query (results);
  explanation = eup_query_explain (query, get_catalog ());
  g_assert (explanation[0] != '\0');
  g_assert (eup_query_check (query, get_catalog (), &unknown) == (unknown == NULL));
  g_assert_cmpuint (eup_results_get_n_items (results), <=, eup_results_get_n_total (results));
  return eup_results_dup_column (results, "id", NULL);
}

static void
compare_answers (const char *text,
                 const char *printed)
{
  g_auto (GStrv) first = ask (text);
  g_auto (GStrv) second = ask (printed);

  g_assert (g_strv_equal ((const char * const *) first, (const char * const *) second));
}

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
  compare_answers (text, printed);
  return 0;
}
