/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a priority down: who is in charge, its objectives, and how far the initiatives under each have come. */

#include <locale.h>

#include <eupolicy.h>

static void
print_titles (const char *what,
              EupList    *list)
{
  g_print ("%s:", what);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_print ("%s %s", i > 0 ? "," : "", eup_entity_get_title (entity));
    }
  g_print ("\n");
}

static void
print_initiative (EupInitiative *initiative)
{
  g_autofree char *status = eup_status_dup_label (eup_initiative_get_status (initiative), "en");
  EupDate *date = eup_initiative_get_date (initiative);
  g_autofree char *when = date != NULL ? eup_date_format (date, "en") : g_strdup ("no date");

  g_print ("  %s: %s, %s\n", eup_entity_get_title (EUP_ENTITY (initiative)), status, when);
}

int
main (void)
{
  const char *languages[] = { "en", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (EupDate) as_of = eup_date_new (2026, 11, 21, NULL);
  g_autoptr (EupCatalog) catalog = eup_catalog_new_builtin (&error);
  g_autoptr (EupEntity) entity = NULL;
  g_autoptr (EupList) commissioners = NULL;
  g_autoptr (EupList) objectives = NULL;

  setlocale (LC_ALL, "");
  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  eup_catalog_set_languages (catalog, languages);
  eup_catalog_set_as_of (catalog, as_of);

  entity = eup_catalog_lookup (catalog, "security-and-defence");
  g_print ("%s\n", eup_entity_get_title (entity));
  commissioners = eup_priority_dup_commissioners (EUP_PRIORITY (entity));
  print_titles ("In charge", commissioners);

  objectives = eup_priority_dup_objectives (EUP_PRIORITY (entity));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (objectives)); i++)
    {
      g_autoptr (EupObjective) objective = g_list_model_get_item (G_LIST_MODEL (objectives), i);
      g_autoptr (EupList) initiatives = eup_objective_dup_initiatives (objective);

      g_print ("%s\n", eup_entity_get_title (EUP_ENTITY (objective)));
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (initiatives)); j++)
        {
          g_autoptr (EupInitiative) initiative = g_list_model_get_item (G_LIST_MODEL (initiatives), j);

          print_initiative (initiative);
        }
    }
  return 0;
}
