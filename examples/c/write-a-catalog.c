/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A catalog of one's own: made by calls, written as JSON, read again, and checked. */

#include <eupolicy.h>

static EupCatalog *
make_catalog (GError **error)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  g_autoptr (EupInitiative) initiative = eup_initiative_new ("cycle-paths");
  g_autoptr (EupMilestone) milestone = eup_milestone_new ("cycle-paths/proposed/2025-03");
  g_autoptr (EupDate) date = eup_date_new (2025, 3, 0, error);
  g_autoptr (EupReference) reference = eup_reference_new_from_string ("com (2025)148 final", error);

  if (date == NULL || reference == NULL)
    return NULL;
  eup_entity_set_title (EUP_ENTITY (initiative), "Cycle paths between capitals");
  eup_initiative_set_instrument (initiative, EUP_INSTRUMENT_REGULATION);
  eup_entity_set_references (EUP_ENTITY (initiative), &reference, 1);
  eup_entity_set_title (EUP_ENTITY (milestone), "Cycle paths: proposed");
  eup_milestone_set_subject_id (milestone, "cycle-paths");
  eup_milestone_set_date (milestone, date);
  eup_milestone_set_kind (milestone, EUP_MILESTONE_KIND_PROPOSED);
  if (!eup_catalog_add (catalog, EUP_ENTITY (initiative), error) ||
      !eup_catalog_add (catalog, EUP_ENTITY (milestone), error))
    return NULL;
  return g_steal_pointer (&catalog);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCatalog) catalog = make_catalog (&error);
  g_autofree char *json = catalog != NULL ? eup_catalog_to_string (catalog, EUP_FORMAT_JSON, &error) : NULL;
  g_autoptr (GBytes) bytes = json != NULL ? g_bytes_new (json, strlen (json)) : NULL;
  g_autoptr (EupCatalog) again = bytes != NULL ? eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, NULL, &error) : NULL;
  g_autoptr (EupEntity) initiative = NULL;
  g_autoptr (EupList) issues = NULL;

  if (again == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%s", json);
  initiative = eup_catalog_lookup (again, "cycle-paths");
  issues = eup_catalog_validate (again);
  g_print ("%s: %s, %u issues\n", eup_entity_get_id (initiative),
           eup_status_to_string (eup_initiative_get_status (EUP_INITIATIVE (initiative))),
           g_list_model_get_n_items (G_LIST_MODEL (issues)));
  return 0;
}
