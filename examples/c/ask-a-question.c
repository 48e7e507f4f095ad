/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A question in one line, what it counts, and the same question put together by calls. */

#include <locale.h>

#include <eupolicy.h>

static void
print_answer (EupResults *results)
{
  g_print ("%u of %u\n", g_list_model_get_n_items (G_LIST_MODEL (results)), eup_results_get_n_total (results));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (results)); i++)
    {
      g_autoptr (EupMilestone) milestone = g_list_model_get_item (G_LIST_MODEL (results), i);
      g_autofree char *date = eup_date_to_string (eup_milestone_get_date (milestone));

      g_print ("  %s %s\n", date, eup_entity_get_title (EUP_ENTITY (milestone)));
    }
}

static void
print_counts (EupResults *results)
{
  g_autoptr (GVariant) counts = eup_results_count_by (results, "status", NULL);
  GVariantIter iter;
  const char *status;
  guint count;

  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "(&su)", &status, &count))
    g_print ("  %s: %u\n", status, count);
}

static EupQuery *
build_question (const char  *beneath,
                GError     **error)
{
  g_autoptr (EupQuery) milestones = eup_query_new_for_type (EUP_TYPE_MILESTONE);
  g_autoptr (EupQuery) its = eup_query_where (milestones, "in", EUP_OPERATOR_IS, beneath, error);
  g_autoptr (EupQuery) after = its != NULL ? eup_query_where (its, "date", EUP_OPERATOR_AT_LEAST, "2025-06", error) : NULL;
  g_autoptr (EupQuery) sorted = after != NULL ? eup_query_sorted_by (after, "date", FALSE) : NULL;

  return sorted != NULL ? eup_query_limited (sorted, 0, 3) : NULL;
}

int
main (void)
{
  const char *languages[] = { "en", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EupDate) as_of = eup_date_new (2026, 11, 21, NULL);
  g_autoptr (EupCatalog) catalog = eup_catalog_new_builtin (&error);
  g_autoptr (EupResults) march = NULL;
  g_autoptr (EupResults) open = NULL;
  g_autoptr (EupResults) next = NULL;
  g_autoptr (EupQuery) question = NULL;

  setlocale (LC_ALL, "");
  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  eup_catalog_set_languages (catalog, languages);
  eup_catalog_set_as_of (catalog, as_of);

  march = eup_catalog_query (catalog, "type:milestone in:security-and-defence date:2025-03 sort:date", &error);
  open = eup_catalog_query (catalog, "type:initiative in:security-and-defence is:open", &error);
  question = build_question ("security-and-defence", &error);
  if (march == NULL || open == NULL || question == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  print_answer (march);
  print_counts (open);
  next = eup_catalog_select (catalog, question);
  print_answer (next);
  return 0;
}
