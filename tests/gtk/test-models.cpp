/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The models under GTK 4: labels bound to values, sorted, filtered, dependent models with handlers that edit. */

#include <eupolicy.h>
#include <gtest/gtest.h>
#include <gtk/gtk.h>

#include <string>
#include <vector>

namespace
{

class Models : public testing::Test
{
protected:
  EupCatalog *catalog = nullptr;

  static void
  SetUpTestSuite ()
  {
    ASSERT_TRUE (gtk_init_check ());
  }

  void
  SetUp () override
  {
    const char *languages[] = { "en", nullptr };
    g_autoptr (EupDate) as_of = eup_date_new (2026, 11, 21, nullptr);

    catalog = eup_catalog_new ();
    eup_catalog_set_languages (catalog, languages);
    eup_catalog_set_as_of (catalog, as_of);
    add_initiative ("paths", "Paths");
    add_milestone ("paths/3", "2025-06-05", "Third", EUP_MILESTONE_KIND_ADOPTED);
    add_milestone ("paths/1", "2025-01", "First", EUP_MILESTONE_KIND_ANNOUNCED);
    add_milestone ("paths/2", "2025-03", "Second", EUP_MILESTONE_KIND_PROPOSED);
  }

  void
  TearDown () override
  {
    g_clear_object (&catalog);
  }

  void
  add_initiative (const char *id,
                  const char *title)
  {
    g_autoptr (EupInitiative) initiative = eup_initiative_new (id);

    eup_entity_set_title (EUP_ENTITY (initiative), title);
    eup_initiative_set_instrument (initiative, EUP_INSTRUMENT_REGULATION);
    ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (initiative), nullptr));
  }

  void
  add_milestone (const char      *id,
                 const char      *date,
                 const char      *title,
                 EupMilestoneKind kind)
  {
    g_autoptr (EupMilestone) milestone = eup_milestone_new (id);
    g_autoptr (EupDate) day = eup_date_new_from_string (date, nullptr);

    eup_milestone_set_subject_id (milestone, "paths");
    eup_milestone_set_date (milestone, day);
    eup_milestone_set_kind (milestone, kind);
    eup_entity_set_title (EUP_ENTITY (milestone), title);
    ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (milestone), nullptr));
  }

  EupEntity *
  find (const char *id)
  {
    return eup_catalog_lookup (catalog, id);
  }

  EupList *
  milestones ()
  {
    g_autoptr (EupEntity) initiative = find ("paths");

    return eup_initiative_dup_milestones (EUP_INITIATIVE (initiative));
  }

  static std::vector<std::string>
  titles (gpointer model)
  {
    std::vector<std::string> found;

    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
      {
        g_autoptr (EupEntity) entity = EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (model), i));

        found.push_back (eup_entity_get_title (entity));
      }
    return found;
  }

  static void
  iterate ()
  {
    for (int i = 0; i < 200; i++)
      g_main_context_iteration (nullptr, FALSE);
  }
};

using Titles = std::vector<std::string>;

TEST_F (Models, LabelsShowStatusAndDate)
{
  g_autoptr (EupEntity) initiative = find ("paths");
  g_autoptr (EupEntity) milestone = find ("paths/2");
  GtkWidget *status = GTK_WIDGET (g_object_ref_sink (gtk_label_new (nullptr)));
  GtkWidget *date = GTK_WIDGET (g_object_ref_sink (gtk_label_new (nullptr)));

  g_object_bind_property (initiative, "status", status, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (milestone, "date", date, "label", G_BINDING_SYNC_CREATE);
  EXPECT_STREQ (gtk_label_get_label (GTK_LABEL (status)), "Adopted");
  EXPECT_STREQ (gtk_label_get_label (GTK_LABEL (date)), "March 2025");

  eup_initiative_set_stated_status (EUP_INITIATIVE (initiative), EUP_STATUS_IN_FORCE);
  EXPECT_STREQ (gtk_label_get_label (GTK_LABEL (status)), "In force");
  g_autoptr (EupDate) day = eup_date_new (2025, 3, 4, nullptr);
  eup_milestone_set_date (EUP_MILESTONE (milestone), day);
  EXPECT_STREQ (gtk_label_get_label (GTK_LABEL (date)), "4 March 2025");
  g_object_unref (status);
  g_object_unref (date);
}

TEST_F (Models, SortListModelByDayAndTitle)
{
  GtkExpression *day = gtk_property_expression_new (EUP_TYPE_MILESTONE, nullptr, "day");
  GtkExpression *title = gtk_property_expression_new (EUP_TYPE_ENTITY, nullptr, "title");
  GtkNumericSorter *by_day = gtk_numeric_sorter_new (day);
  gtk_numeric_sorter_set_sort_order (by_day, GTK_SORT_DESCENDING);
  g_autoptr (GtkSortListModel) newest = gtk_sort_list_model_new (G_LIST_MODEL (milestones ()), GTK_SORTER (by_day));
  g_autoptr (GtkSortListModel) named =
    gtk_sort_list_model_new (G_LIST_MODEL (milestones ()), GTK_SORTER (gtk_string_sorter_new (title)));

  EXPECT_EQ (titles (newest), (Titles{ "Third", "Second", "First" }));
  EXPECT_EQ (titles (named), (Titles{ "First", "Second", "Third" }));
  add_milestone ("paths/4", "2026-01-01", "Another", EUP_MILESTONE_KIND_IN_FORCE);
  EXPECT_EQ (titles (newest), (Titles{ "Another", "Third", "Second", "First" }));
  EXPECT_EQ (titles (named), (Titles{ "Another", "First", "Second", "Third" }));
  eup_catalog_remove (catalog, "paths/3");
  EXPECT_EQ (titles (newest), (Titles{ "Another", "Second", "First" }));
}

static gboolean
is_early (gpointer item,
          gpointer)
{
  return eup_milestone_get_day (EUP_MILESTONE (item)) < 20150; /* in March 2025 */
}

TEST_F (Models, FilterListModel)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (is_early, nullptr, nullptr);
  g_autoptr (GtkFilterListModel) early = gtk_filter_list_model_new (G_LIST_MODEL (milestones ()), GTK_FILTER (filter));

  EXPECT_EQ (titles (early), (Titles{ "First", "Second" }));
  add_milestone ("paths/0", "2024", "Zeroth", EUP_MILESTONE_KIND_EVENT);
  EXPECT_EQ (titles (early), (Titles{ "Zeroth", "First", "Second" }));
  eup_catalog_remove (catalog, "paths/1");
  EXPECT_EQ (titles (early), (Titles{ "Zeroth", "Second" }));
}

static void
setup_row (GtkSignalListItemFactory *,
           GtkListItem *item,
           gpointer)
{
  gtk_list_item_set_child (item, gtk_label_new (nullptr));
}

static void
bind_row (GtkSignalListItemFactory *,
          GtkListItem *item,
          gpointer)
{
  GObject *milestone = G_OBJECT (gtk_list_item_get_item (item));
  GBinding *binding = g_object_bind_property (milestone, "date", gtk_list_item_get_child (item), "label",
                                              G_BINDING_SYNC_CREATE);

  g_object_set_data (G_OBJECT (item), "binding", binding);
}

static void
unbind_row (GtkSignalListItemFactory *,
            GtkListItem *item,
            gpointer)
{
  g_binding_unbind (G_BINDING (g_object_get_data (G_OBJECT (item), "binding")));
}

static void
collect_labels (GtkWidget                *widget,
                std::vector<std::string> &labels)
{
  if (GTK_IS_LABEL (widget))
    labels.push_back (gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != nullptr;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, labels);
}

TEST_F (Models, ListViewFollowsTheData)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), nullptr);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), nullptr);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), nullptr);
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (milestones ()))),
                                       factory);
  GtkWidget *window = gtk_window_new ();
  std::vector<std::string> labels;

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  collect_labels (view, labels);
  EXPECT_EQ (labels, (Titles{ "January 2025", "March 2025", "5 June 2025" }));

  add_milestone ("paths/0", "2024", "Zeroth", EUP_MILESTONE_KIND_EVENT);
  eup_catalog_remove (catalog, "paths/3");
  g_autoptr (EupEntity) second = find ("paths/2");
  g_autoptr (EupDate) day = eup_date_new (2024, 7, 1, nullptr);
  eup_milestone_set_date (EUP_MILESTONE (second), day);
  iterate ();
  labels.clear ();
  collect_labels (view, labels);
  EXPECT_EQ (labels, (Titles{ "2024", "1 July 2024", "January 2025" }));
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

struct Watcher
{
  const char *name;
  EupCatalog *catalog;
  guint expected;
  guint calls;
  gboolean edits;
};

/* What the model said so far must be what it has now, and the handler may edit at once. */
static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  Watcher *watcher = static_cast<Watcher *> (data);

  watcher->expected += added;
  watcher->expected -= removed;
  watcher->calls++;
  EXPECT_EQ (g_list_model_get_n_items (model), watcher->expected);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (EupEntity) entity = EUP_ENTITY (g_list_model_get_item (model, position + i));

      ASSERT_NE (entity, nullptr);
      EXPECT_NE (eup_entity_get_id (entity), nullptr);
    }
  if (watcher->edits && added > 0 && watcher->calls < 5)
    {
      g_autofree char *id = g_strdup_printf ("paths/by-handler-%s-%u", watcher->name, watcher->calls);
      g_autoptr (EupMilestone) milestone = eup_milestone_new (id);
      g_autoptr (EupDate) date = eup_date_new (2027, 1, 1 + (int) watcher->calls, nullptr);

      eup_milestone_set_subject_id (milestone, "paths");
      eup_milestone_set_date (milestone, date);
      eup_entity_set_title (EUP_ENTITY (milestone), id);
      EXPECT_TRUE (eup_catalog_add (watcher->catalog, EUP_ENTITY (milestone), nullptr));
      if (watcher->calls == 2)
        eup_catalog_remove (watcher->catalog, "paths/1");
    }
}

TEST_F (Models, ThreeDependentModelsWithHandlersThatEdit)
{
  g_autoptr (EupList) own = milestones ();
  g_autoptr (EupList) all = eup_catalog_dup_milestones (catalog);
  GtkExpression *day = gtk_property_expression_new (EUP_TYPE_MILESTONE, nullptr, "day");
  g_autoptr (GtkSortListModel) sorted =
    gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (own)), GTK_SORTER (gtk_numeric_sorter_new (day)));
  g_autoptr (GtkSliceListModel) slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (sorted)), 0, 100);
  Watcher watchers[] = {
    { "own", catalog, 3, 0, TRUE },
    { "all", catalog, 3, 0, FALSE },
    { "slice", catalog, 3, 0, TRUE },
  };

  g_signal_connect (own, "items-changed", G_CALLBACK (on_items_changed), &watchers[0]);
  g_signal_connect (all, "items-changed", G_CALLBACK (on_items_changed), &watchers[1]);
  g_signal_connect (slice, "items-changed", G_CALLBACK (on_items_changed), &watchers[2]);
  add_milestone ("paths/4", "2026-06", "Fourth", EUP_MILESTONE_KIND_APPLIED);

  EXPECT_EQ (g_list_model_get_n_items (G_LIST_MODEL (own)), watchers[0].expected);
  EXPECT_EQ (g_list_model_get_n_items (G_LIST_MODEL (all)), watchers[1].expected);
  EXPECT_EQ (g_list_model_get_n_items (G_LIST_MODEL (slice)), watchers[2].expected);
  EXPECT_EQ (watchers[0].expected, watchers[1].expected);
  EXPECT_EQ (watchers[0].expected, watchers[2].expected);
  EXPECT_GT (watchers[0].calls, 2u);
  EXPECT_EQ (find ("paths/1"), nullptr);
}

TEST_F (Models, BuiltinCatalogInAListView)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCatalog) builtin = eup_catalog_new_builtin (&error);
  ASSERT_NE (builtin, nullptr) << error->message;
  GtkWidget *window = gtk_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), nullptr);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), nullptr);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), nullptr);
  GtkWidget *view = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (eup_catalog_dup_milestones (builtin)))), factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  const char *languages[] = { "de", nullptr };

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  eup_catalog_set_languages (builtin, languages);
  eup_catalog_remove (builtin, "protecteu/commission-adoption/2025-04-01");
  iterate ();
  std::vector<std::string> labels;
  collect_labels (view, labels);
  EXPECT_GT (labels.size (), 10u);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
}

}  // namespace
