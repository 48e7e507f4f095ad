/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The milestones of a priority in a GtkListView: dates and titles are bound, so the rows follow the data. */

#include <eupolicy.h>
#include <gtk/gtk.h>

static const char row[] =
  "<interface><template class='GtkListItem'><property name='child'><object class='GtkBox'>"
  "  <property name='spacing'>12</property>"
  "  <child><object class='GtkLabel'><property name='width-chars'>18</property><property name='xalign'>0</property>"
  "    <binding name='label'><lookup name='date' type='EupMilestone'>"
  "      <lookup name='item'>GtkListItem</lookup></lookup></binding></object></child>"
  "  <child><object class='GtkLabel'><property name='width-chars'>10</property><property name='xalign'>0</property>"
  "    <binding name='label'><lookup name='state' type='EupMilestone'>"
  "      <lookup name='item'>GtkListItem</lookup></lookup></binding></object></child>"
  "  <child><object class='GtkLabel'><property name='xalign'>0</property><property name='ellipsize'>end</property>"
  "    <binding name='label'><lookup name='title' type='EupMilestone'>"
  "      <lookup name='item'>GtkListItem</lookup></lookup></binding></object></child>"
  "</object></property></template></interface>";

static void
activate (GtkApplication *application,
          EupCatalog     *catalog)
{
  g_autoptr (EupEntity) priority = eup_catalog_lookup (catalog, "security-and-defence");
  EupList *milestones = eup_priority_dup_milestones (EUP_PRIORITY (priority));
  g_autoptr (GBytes) interface = g_bytes_new_static (row, sizeof row - 1);
  GtkExpression *day = gtk_property_expression_new (EUP_TYPE_MILESTONE, NULL, "day");
  GtkSorter *sorter = GTK_SORTER (gtk_numeric_sorter_new (day));
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (milestones), sorter);
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted))),
                                       gtk_builder_list_item_factory_new_from_bytes (NULL, interface));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_title (GTK_WINDOW (window), eup_entity_get_title (priority));
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 480);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCatalog) catalog = eup_catalog_new_builtin (&error);
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  if (catalog == NULL)
    g_error ("%s", error->message);
  g_signal_connect (application, "activate", G_CALLBACK (activate), catalog);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
