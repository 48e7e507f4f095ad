/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a program outside this repository does first. */

#include <eupolicy.h>

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCatalog) catalog = eup_catalog_new_builtin (&error);
  g_autoptr (EupList) priorities = NULL;
  const char *languages[] = { "en", NULL };

  if (catalog == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  eup_catalog_set_languages (catalog, languages);
  priorities = eup_catalog_dup_priorities (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (priorities)); i++)
    {
      g_autoptr (EupEntity) priority = g_list_model_get_item (G_LIST_MODEL (priorities), i);

      g_print ("%s: %s\n", eup_entity_get_id (priority), eup_entity_get_title (priority));
    }

  return 0;
}
