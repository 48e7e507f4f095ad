/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <atomic>
#include <thread>

#include "model-test.h"

TEST (Identity, OneObjectAtATime)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) a = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupEntity) b = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupList) initiatives = eup_catalog_dup_initiatives (catalog);
  g_autoptr (EupEntity) c = EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (initiatives), 0));
  gpointer weak = a;

  EXPECT_EQ (a, b);
  EXPECT_EQ (a, c);
  g_object_add_weak_pointer (G_OBJECT (a), &weak);
  g_clear_object (&a);
  g_clear_object (&b);
  g_clear_object (&c);
  EXPECT_EQ (weak, nullptr);
}

/* Entities and lists keep the data alive, and the catalog object is made again. */
TEST (Core, OutlivesTheCatalogObject)
{
  EupCatalog *catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupList) list = eup_catalog_dup_milestones (catalog);
  g_autoptr (EupCatalog) again = NULL;
  g_autoptr (EupCatalog) same = NULL;
  gpointer weak = catalog;

  g_object_add_weak_pointer (G_OBJECT (catalog), &weak);
  g_object_unref (catalog);
  EXPECT_EQ (weak, nullptr);
  EXPECT_STREQ (eup_entity_get_title (entity), "Zebra");
  EXPECT_EQ (ids (list), "m1 m2 m3");
  eup_entity_set_title (entity, "Gnu");

  again = eup_entity_dup_catalog (entity);
  same = eup_entity_dup_catalog (entity);
  ASSERT_NE (again, nullptr);
  EXPECT_EQ (again, same);
  EXPECT_EQ (eup_catalog_get_n_items (again), 15u);
  EXPECT_STREQ (eup_catalog_get_languages (again)[0], "en");
  EXPECT_EQ (eup_date_get_year (eup_catalog_get_as_of (again)), 2025);
}

TEST (Core, NothingCycles)
{
  EupCatalog *catalog = load_model ();
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  std::vector<gpointer> weak (64);
  guint n_weak = 0;

  for (guint i = 0; i < eup_catalog_get_n_items (catalog); i++)
    {
      GObject *entity = G_OBJECT (g_list_model_get_item (G_LIST_MODEL (catalog), i));
      g_autofree GParamSpec **pspecs = NULL;
      guint n;

      pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n);
      for (guint j = 0; j < n; j++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (entity, pspecs[j]->name, &value);
        }
      weak[n_weak] = entity;
      g_object_add_weak_pointer (entity, &weak[n_weak++]);
      g_ptr_array_add (held, entity);
    }
  weak[n_weak] = catalog;
  g_object_add_weak_pointer (G_OBJECT (catalog), &weak[n_weak++]);
  g_ptr_array_set_size (held, 0);
  g_object_unref (catalog);
  for (guint i = 0; i < n_weak; i++)
    EXPECT_EQ (weak[i], nullptr) << i;
}

/* Objects are made here and dropped there, as garbage collectors do. */
TEST (Threads, TheLastReferenceMayBeDroppedAnywhere)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (GAsyncQueue) queue = g_async_queue_new ();
  std::vector<std::thread> threads;
  const char *const all[] = { "i1", "i2", "i3", "m1", "m2", "o1", "p1", "henna" };

  for (guint i = 0; i < 4; i++)
    threads.emplace_back ([&] {
      for (gpointer object = g_async_queue_pop (queue); object != queue; object = g_async_queue_pop (queue))
        g_object_unref (object);
    });
  for (guint i = 0; i < 20000; i++)
    {
      EupEntity *entity = eup_catalog_lookup (catalog, all[i % G_N_ELEMENTS (all)]);

      ASSERT_NE (entity, nullptr);
      if (i % 2 == 0)
        {
          EupEntity *again = eup_catalog_lookup (catalog, all[i % G_N_ELEMENTS (all)]);

          ASSERT_EQ (again, entity);
          g_async_queue_push (queue, again);
        }
      if (i % 7 == 0)
        eup_entity_set_title (entity, std::to_string (i).c_str ());
      if (i % 5 == 0)
        g_async_queue_push (queue, eup_entity_dup_topics (entity));
      if (i % 3 == 0)
        eup_entity_get_title (entity);
      if (EUP_IS_PRIORITY (entity))
        g_async_queue_push (queue, eup_priority_dup_milestones (EUP_PRIORITY (entity)));
      g_async_queue_push (queue, entity);
    }
  for (guint i = 0; i < 4; i++)
    g_async_queue_push (queue, queue);
  for (auto &thread : threads)
    thread.join ();
  EXPECT_EQ (eup_catalog_get_n_items (catalog), 15u);
}

TEST (Threads, TheCatalogItselfToo)
{
  for (guint i = 0; i < 50; i++)
    {
      EupCatalog *catalog = load_model ();
      EupEntity *entity = eup_catalog_lookup (catalog, "i1");
      std::thread a ([=] { g_object_unref (catalog); });
      std::thread b ([=] { g_object_unref (entity); });

      a.join ();
      b.join ();
    }
}

TEST (Announcements, Order)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  g_autoptr (EupMilestone) m3 = find<EupMilestone> (catalog, "m3");
  g_autoptr (EupList) milestones = eup_initiative_dup_milestones (i1);
  g_autoptr (EupDate) date = eup_date_new (2025, 1, 1, NULL);
  Log log;

  EXPECT_EQ (eup_initiative_get_status (i1), EUP_STATUS_PROPOSED);
  watch_notify (i1, &log);
  watch_notify (m3, &log);
  watch_items (milestones, "milestones", &log);
  watch_changed (catalog, &log);
  EXPECT_EQ (ids (milestones), "m2 m3");
  eup_milestone_set_date (m3, date);
  EXPECT_EQ (joined (log), "notify m3:date; notify m3:day; notify m3:state; "
                           "notify i1:children; notify i1:status; notify i1:status-date; notify i1:milestones; notify i1:all-milestones; "
                           "notify i1:next-milestone; "
                           "items milestones 0-1+0; items milestones 1-0+1; changed m3");
  log.clear ();
  eup_milestone_set_date (m3, date);
  EXPECT_TRUE (log.empty ());
}

TEST (Announcements, OnceAtTheEnd)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) i1 = eup_catalog_lookup (catalog, "i1");
  Log log;

  watch_notify (i1, &log);
  watch_changed (catalog, &log);
  eup_catalog_begin_edit (catalog);
  eup_entity_set_title (i1, "A");
  eup_entity_set_title (i1, "B");
  EXPECT_STREQ (eup_entity_get_title (i1), "B");
  eup_entity_set_summary (i1, "S");
  EXPECT_TRUE (log.empty ());
  eup_catalog_end_edit (catalog);
  EXPECT_EQ (joined (log), "notify i1:title; notify i1:title-text; notify i1:summary; notify i1:summary-text; changed i1");
}

/* What a handler edits is written at once; its announcements queue behind those that run. */
TEST (Announcements, HandlersMayEdit)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) i1 = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupEntity) i2 = eup_catalog_lookup (catalog, "i2");
  struct Data { Log log; EupEntity *other; } data;

  data.other = i2;
  g_signal_connect (i1, "notify::title", G_CALLBACK (+[] (EupEntity *e, GParamSpec *, Data *d) {
                      d->log.push_back ("begin");
                      eup_entity_set_title (d->other, eup_entity_get_title (e));
                      EXPECT_STREQ (eup_entity_get_title (d->other), "New");
                      d->log.push_back ("end");
                    }),
                    &data);
  watch_notify (i1, &data.log);
  watch_notify (i2, &data.log);
  watch_changed (catalog, &data.log);
  eup_entity_set_title (i1, "New");
  EXPECT_EQ (joined (data.log), "begin; end; notify i1:title; notify i1:title-text; changed i1; "
                                "notify i2:title; notify i2:title-text; changed i2");
}

/* Handlers that add, remove and let go of everything. */
TEST (Announcements, HandlersMayDoAnything)
{
  EupCatalog *catalog = load_model ();
  g_autoptr (EupList) initiatives = eup_catalog_dup_initiatives (catalog);
  EupInitiative *fresh = eup_initiative_new ("i9");
  Log log;

  watch_items (initiatives, "initiatives", &log);
  g_signal_connect (catalog, "changed", G_CALLBACK (+[] (EupCatalog *c, EupEntity *e, gpointer) {
                      if (strcmp (eup_entity_get_id (e), "i9") != 0)
                        return;
                      eup_catalog_remove (c, "i1");
                      eup_catalog_remove (c, "i9");
                      g_object_unref (e);
                      g_object_unref (c);
                    }),
                    NULL);
  eup_catalog_add (catalog, EUP_ENTITY (fresh), NULL);
  EXPECT_EQ (joined (log), "items initiatives 3-0+1; items initiatives 3-1+0; items initiatives 0-1+0");
  EXPECT_EQ (ids (initiatives), "i2 i3");
}

TEST (Announcements, RemovedEntitiesAreShownUntilTold)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupPriority) p1 = find<EupPriority> (catalog, "p1");
  g_autoptr (EupList) list = eup_priority_dup_initiatives (p1);
  Log log;

  g_object_set_data (G_OBJECT (catalog), "list", list);
  g_object_set_data (G_OBJECT (catalog), "log", &log);
  EXPECT_EQ (ids (list), "i2 i3 i1");
  g_signal_connect (p1, "notify::initiatives", G_CALLBACK (+[] (GObject *, GParamSpec *, EupCatalog *c) {
                      ((Log *) g_object_get_data (G_OBJECT (c), "log"))->push_back (ids (g_object_get_data (G_OBJECT (c), "list")));
                    }),
                    catalog);
  eup_catalog_remove (catalog, "i3");
  EXPECT_EQ (joined (log), "i2 i3 i1");
  EXPECT_EQ (ids (list), "i2 i1");
}

/* Finalisation tells nobody anything. */
TEST (Announcements, NoneFromTheEnd)
{
  Log log;
  {
    g_autoptr (EupCatalog) catalog = load_model ();
    g_autoptr (EupEntity) i1 = eup_catalog_lookup (catalog, "i1");
    g_autoptr (EupList) initiatives = eup_catalog_dup_initiatives (catalog);

    watch_notify (i1, &log);
    watch_notify (catalog, &log);
    watch_items (initiatives, "initiatives", &log);
    watch_items (catalog, "catalog", &log);
  }
  EXPECT_TRUE (log.empty ());
}

TEST (Languages, AreReadNotSaved)
{
  static const char *const french[] = { "fr", "de", NULL };
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) p2 = eup_catalog_lookup (catalog, "p2");
  g_autofree char *before = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, NULL);
  g_autofree char *after = NULL;
  Log log;

  watch_notify (catalog, &log);
  eup_catalog_set_languages (catalog, french);
  EXPECT_STREQ (eup_entity_get_title (p2), "Wohlstand");
  EXPECT_STREQ (eup_catalog_get_languages (catalog)[1], "de");
  after = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, NULL);
  EXPECT_STREQ (before, after);
  eup_catalog_set_languages (catalog, NULL);
  EXPECT_EQ (eup_catalog_get_languages (catalog)[0], nullptr);
  eup_catalog_set_languages (catalog, NULL);
  EXPECT_EQ (joined (log), "notify EupCatalog:languages; notify EupCatalog:title; notify EupCatalog:languages; "
                           "notify EupCatalog:title");
}

TEST (Languages, OfTheFile)
{
  static const char *const english[] = { "en", NULL };
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) i1 = eup_catalog_lookup (catalog, "i1");

  EXPECT_STREQ (eup_catalog_get_language (catalog), "en");
  eup_catalog_set_language (catalog, "de");
  EXPECT_STREQ (eup_catalog_get_language (catalog), "de");
  EXPECT_STREQ (eup_entity_get_title (i1), "Zebra");
  eup_entity_set_title (i1, "Das Zebra");
  EXPECT_STREQ (eup_text_get (eup_entity_get_title_text (i1), "en"), "Zebra");
  EXPECT_STREQ (eup_text_get (eup_entity_get_title_text (i1), "de"), "Das Zebra");
  eup_catalog_set_languages (catalog, english);
  EXPECT_STREQ (eup_entity_get_title (i1), "Zebra");
}
