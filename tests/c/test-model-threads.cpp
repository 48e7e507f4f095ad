/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "model-test.h"

/* A catalog and what belongs to it are used by one thread at a time; whatever others try is refused, and harmless. */

static std::atomic<guint> n_criticals;
static std::mutex last_mutex;
static std::string last_critical;

static void
count_critical (const char *,
                GLogLevelFlags,
                const char *message,
                gpointer)
{
  if (n_criticals++ == 0)
    {
      std::lock_guard<std::mutex> guard (last_mutex);

      last_critical = message;
    }
}

class Threads : public testing::Test
{
protected:
  void
  SetUp () override
  {
    mask = g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
    handler = g_log_set_handler ("EuPolicy", G_LOG_LEVEL_CRITICAL, count_critical, NULL);
    n_criticals = 0;
  }

  void
  TearDown () override
  {
    g_log_remove_handler ("EuPolicy", handler);
    g_log_set_always_fatal (mask);
  }

  GLogLevelFlags mask;
  guint          handler;
};

class Hammer : public Threads
{
};

/* How long each of the tests that hammer goes on: all of them together a minute, or some seconds. */
static gint64
hammer_end ()
{
  return g_get_monotonic_time () + (g_getenv ("EUP_THOROUGH") != NULL ? 20 : 1) * G_TIME_SPAN_SECOND / 2;
}

static void
elsewhere (const std::function<void ()> &function)
{
  std::thread (function).join ();
}

/* Runs it elsewhere, and expects one refusal. */
#define EXPECT_REFUSED(statement)                                                         \
  do                                                                                      \
    {                                                                                     \
      guint before = n_criticals;                                                         \
      elsewhere ([&] { statement; });                                                     \
      EXPECT_EQ (n_criticals - before, 1u) << #statement;                                 \
    }                                                                                     \
  while (0)

TEST_F (Threads, TheFirstUserIsTheOwner)
{
  EupCatalog *catalog = NULL;

  elsewhere ([&] { catalog = eup_catalog_new_builtin (NULL); });
  EXPECT_GT (eup_catalog_get_n_items (catalog), 0u);
  EXPECT_TRUE (eup_thread_may_use (catalog));
  EXPECT_EQ (n_criticals, 0u);

  EXPECT_REFUSED (EXPECT_EQ (eup_catalog_get_n_items (catalog), 0u));
  elsewhere ([&] { EXPECT_FALSE (eup_thread_may_use (catalog)); });
  EXPECT_NE (last_critical.find ("eup_catalog_take_thread"), std::string::npos) << last_critical;
  EXPECT_NE (last_critical.find ("EupCatalog"), std::string::npos) << last_critical;
  g_object_unref (catalog);
}

TEST_F (Threads, NobodyInheritsFromAThreadThatHasEnded)
{
  g_autoptr (EupCatalog) catalog = load_string (model_json);

  elsewhere ([&] { eup_catalog_get_n_items (catalog); });
  for (guint i = 0; i < 100; i++)
    EXPECT_REFUSED (eup_catalog_get_n_items (catalog));
}

TEST_F (Threads, ErrorsSayIt)
{
  g_autoptr (EupCatalog) catalog = load_model ();

  EXPECT_REFUSED ({
    g_autoptr (GError) error = NULL;

    EXPECT_EQ (eup_catalog_query (catalog, "type:initiative", &error), nullptr);
    EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_WRONG_THREAD));
  });
  EXPECT_REFUSED ({
    g_autoptr (GError) error = NULL;

    EXPECT_FALSE (eup_catalog_rename (catalog, "i1", "i9", &error));
    EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_WRONG_THREAD));
  });
  EXPECT_EQ (find<EupEntity> (catalog, "i9"), nullptr);
}

TEST_F (Threads, TakenOver)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupList) list = eup_entity_dup_children (entity);
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative", NULL);

  elsewhere ([&] {
    eup_catalog_take_thread (catalog);
    EXPECT_STREQ (eup_entity_get_title (entity), "Zebra");
    EXPECT_EQ (ids (list), "m2 m3");
    EXPECT_EQ (eup_results_get_n_items (results), 3u);
  });
  EXPECT_EQ (n_criticals, 0u);
  EXPECT_EQ (eup_entity_get_title (entity), nullptr);
  EXPECT_EQ (g_list_model_get_item (G_LIST_MODEL (results), 0), nullptr);
  EXPECT_EQ (n_criticals, 2u);
  eup_catalog_take_thread (catalog);
  EXPECT_STREQ (eup_entity_get_title (entity), "Zebra");
  EXPECT_EQ (n_criticals, 2u);
}

TEST_F (Threads, EntitiesOfTheirOwn)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) made = NULL;
  g_autoptr (EupEntity) used = NULL;
  g_autoptr (EupEntity) copy = NULL;
  g_autoptr (EupEntity) empty = EUP_ENTITY (g_object_new (EUP_TYPE_INITIATIVE, NULL));
  g_autoptr (EupEntity) original = eup_catalog_lookup (catalog, "i2");
  g_autoptr (GError) error = NULL;

  elsewhere ([&] {
    made = EUP_ENTITY (eup_initiative_new ("made"));
    used = EUP_ENTITY (eup_initiative_new ("used"));
    eup_entity_set_title (used, "Used");
  });
  EXPECT_TRUE (eup_catalog_add (catalog, made, &error));
  EXPECT_EQ (n_criticals, 0u);
  EXPECT_FALSE (eup_catalog_add (catalog, used, &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_WRONG_THREAD));
  EXPECT_EQ (n_criticals, 1u);

  copy = eup_entity_copy (original);
  elsewhere ([&] { EXPECT_STREQ (eup_entity_get_title (copy), "Apple"); });
  EXPECT_EQ (n_criticals, 1u);
  EXPECT_EQ (eup_entity_get_title (copy), nullptr);
  EXPECT_EQ (n_criticals, 2u);
  EXPECT_STREQ (eup_entity_get_id (empty), "");
  EXPECT_REFUSED (eup_entity_set_title (empty, "Title"));
}

TEST_F (Threads, WhatWasRemovedGoesWithTheCatalog)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i1");

  eup_catalog_remove (catalog, "i1");
  EXPECT_STREQ (eup_entity_get_title (entity), "Zebra");
  EXPECT_REFUSED (EXPECT_EQ (eup_entity_get_title (entity), nullptr));
  elsewhere ([&] {
    g_autoptr (GError) error = NULL;

    eup_catalog_take_thread (catalog);
    EXPECT_STREQ (eup_entity_get_title (entity), "Zebra");
    EXPECT_TRUE (eup_catalog_add (catalog, entity, &error));
  });
  EXPECT_EQ (n_criticals, 1u);
}

TEST_F (Threads, ValuesAreFree)
{
  g_autoptr (EupCatalog) catalog = load_string (R"({"format": "eupolicy", "version": 1, "initiatives": [
    { "id": "i", "title": "Title", "figures": [{ "value": 3, "unit": "%" }], "verified": "2025-03-04" }]})");
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i");
  EupList *figures = eup_entity_get_figures (entity);
  EupDate *date = eup_entity_get_verified (entity);
  g_autoptr (EupList) issues = eup_catalog_validate (catalog);
  g_autoptr (EupQuery) query = eup_query_new_from_string ("type:initiative", NULL);

  elsewhere ([&] {
    g_autoptr (EupFigure) figure = EUP_FIGURE (g_list_model_get_item (G_LIST_MODEL (figures), 0));
    g_autofree char *text = eup_query_to_string (query);

    EXPECT_EQ (eup_figure_get_value (figure), 3);
    EXPECT_EQ (eup_date_get_year (date), 2025);
    EXPECT_GE (eup_list_get_n_items (issues), 0u);
    EXPECT_TRUE (eup_thread_may_use (figures));
    EXPECT_TRUE (eup_thread_may_use (figure));
    EXPECT_TRUE (eup_thread_may_use (query));
  });
  EXPECT_EQ (n_criticals, 0u);
}

/* Bindings and views come through g_object_get_property(): nothing is read, and arrays of strings are never NULL. */
static void
expect_no_properties (gpointer object)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      guint before = n_criticals;

      if (!(pspecs[i]->flags & G_PARAM_READABLE))
        continue;
      elsewhere ([&] { g_object_get_property (G_OBJECT (object), pspecs[i]->name, &value); });
      EXPECT_EQ (n_criticals - before, 1u) << pspecs[i]->name;
      if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
        {
          EXPECT_NE (g_value_get_boxed (&value), nullptr) << pspecs[i]->name;
          EXPECT_EQ (((char **) g_value_get_boxed (&value))[0], nullptr) << pspecs[i]->name;
        }
      else if (g_value_fits_pointer (&value))
        {
          EXPECT_EQ (g_value_peek_pointer (&value), nullptr) << pspecs[i]->name;
        }
    }
}

TEST_F (Threads, PropertiesAndModelsAreRefused)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupList) list = eup_catalog_dup_initiatives (catalog);
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative", NULL);
  gpointer models[] = { catalog, list, results };

  for (const char *id : { "ec", "p1", "o1", "i1", "m1", "henna", "t1" })
    {
      g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, id);

      expect_no_properties (entity);
      EXPECT_REFUSED (g_object_set (entity, "title", "Other", NULL));
      EXPECT_STRNE (eup_entity_get_title (entity), "Other");
    }
  for (gpointer model : models)
    {
      expect_no_properties (model);
      EXPECT_REFUSED (EXPECT_EQ (g_list_model_get_n_items (G_LIST_MODEL (model)), 0u));
      EXPECT_REFUSED (EXPECT_EQ (g_list_model_get_item (G_LIST_MODEL (model), 0), nullptr));
      EXPECT_REFUSED (EXPECT_EQ (g_list_model_get_item_type (G_LIST_MODEL (model)), G_TYPE_INVALID));
    }
  EXPECT_REFUSED (g_object_set (results, "live", TRUE, NULL));
  EXPECT_REFUSED (g_object_set (catalog, "title", "Other", NULL));
}

TEST_F (Threads, SavingElsewhereEndsWithAnError)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/catalog.json");

  EXPECT_REFUSED ({
    g_autoptr (GMainContext) context = g_main_context_new ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    g_main_context_push_thread_default (context);
    eup_catalog_save_async (catalog, file, EUP_FORMAT_JSON, NULL,
                            +[] (GObject *, GAsyncResult *r, gpointer to) {
                              *(GAsyncResult **) to = (GAsyncResult *) g_object_ref (r);
                            },
                            &result);
    while (result == NULL)
      g_main_context_iteration (context, TRUE);
    EXPECT_FALSE (eup_catalog_save_finish (catalog, result, &error));
    EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_WRONG_THREAD));
    g_main_context_pop_thread_default (context);
  });
}

TEST_F (Threads, LoadingInTheBackgroundClaimsNothing)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EupCatalog) catalog = NULL;

  file = g_file_new_tmp ("threads-XXXXXX.json", &stream, NULL);
  ASSERT_TRUE (g_file_replace_contents (file, model_json, strlen (model_json), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                        NULL));
  eup_catalog_new_from_file_async (file, NULL,
                                   +[] (GObject *, GAsyncResult *r, gpointer to) {
                                     *(GAsyncResult **) to = (GAsyncResult *) g_object_ref (r);
                                   },
                                   &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  catalog = eup_catalog_new_from_file_finish (result, NULL);
  ASSERT_NE (catalog, nullptr);
  elsewhere ([&] { EXPECT_EQ (eup_catalog_get_n_items (catalog), 15u); });
  EXPECT_EQ (n_criticals, 0u);
  g_file_delete (file, NULL, NULL);
}

/* -- hammering ---------------------------------------------------------------------------------------------------- */

/* Of those that come at the same moment, one gets the catalog. */
TEST_F (Hammer, OneIsTheFirst)
{
  gint64 end = hammer_end ();

  while (g_get_monotonic_time () < end)
    {
      g_autoptr (EupCatalog) catalog = eup_catalog_new ();
      g_autoptr (EupEntity) entity = EUP_ENTITY (g_object_new (EUP_TYPE_INITIATIVE, NULL));
      std::vector<std::thread> threads;
      std::atomic<guint> n_owners { 0 }, n_entity_owners { 0 };
      std::atomic<bool> go { false };

      for (guint i = 0; i < 4; i++)
        threads.emplace_back ([&] {
          while (!go)
            ;
          n_owners += eup_catalog_get_language (catalog) != NULL;
          eup_entity_set_title (entity, "Title");
          n_entity_owners += eup_entity_get_title (entity) != NULL;
        });
      go = true;
      for (auto &thread : threads)
        thread.join ();
      EXPECT_EQ (n_owners, 1u);
      EXPECT_EQ (n_entity_owners, 1u);
    }
}

TEST_F (Hammer, AddBesideQuery)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  gint64 end = hammer_end ();
  std::atomic<bool> done { false };
  guint n = 0;

  std::thread other ([&] {
    while (!done)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative text:initiative", &error);

        EXPECT_EQ (results, nullptr);
        EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_WRONG_THREAD));
      }
  });
  while (g_get_monotonic_time () < end)
    {
      g_autoptr (EupInitiative) initiative = eup_initiative_new (("x" + std::to_string (n++)).c_str ());

      eup_entity_set_title (EUP_ENTITY (initiative), "Initiative");
      EXPECT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (initiative), NULL));
    }
  done = true;
  other.join ();
  EXPECT_EQ (eup_catalog_get_n_items (catalog), 15 + n);
}

TEST_F (Hammer, SixReaders)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:milestone sort:date", NULL);
  gint64 end = hammer_end ();
  std::vector<std::thread> threads;

  for (guint i = 0; i < 6; i++)
    threads.emplace_back ([&] {
      while (g_get_monotonic_time () < end)
        {
          EXPECT_EQ (eup_entity_get_title (entity), nullptr);
          EXPECT_EQ (eup_entity_dup_children (entity), nullptr);
          EXPECT_EQ (g_list_model_get_item (G_LIST_MODEL (results), 0), nullptr);
          EXPECT_EQ (eup_catalog_lookup (catalog, "i1"), nullptr);
        }
    });
  while (g_get_monotonic_time () < end)
    {
      g_autoptr (EupList) list = eup_entity_dup_children (entity);

      EXPECT_STREQ (eup_entity_get_title (entity), "Zebra");
      EXPECT_EQ (ids (list), "m2 m3");
      EXPECT_EQ (ids (results), "m1 m2 m3");
    }
  for (auto &thread : threads)
    thread.join ();
}

/* As a server does: whoever has the lock takes the catalog, and edits or asks. Objects go from thread to thread. */
TEST_F (Hammer, HandedOverUnderALock)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupResults) live = eup_catalog_query (catalog, "type:initiative sort:title", NULL);
  gint64 end = hammer_end ();
  std::vector<std::thread> threads;
  std::mutex lock;
  guint n_added = 0;

  eup_results_set_live (live, TRUE);
  for (guint i = 0; i < 8; i++)
    threads.emplace_back ([&, i] {
      while (g_get_monotonic_time () < end)
        {
          g_autoptr (EupList) list = NULL;

          {
            std::lock_guard<std::mutex> guard (lock);

            eup_catalog_take_thread (catalog);
            if (i % 2 == 0)
              {
                g_autofree char *id = g_strdup_printf ("n%u", n_added++);
                g_autoptr (EupInitiative) initiative = eup_initiative_new (id);

                eup_entity_set_title (EUP_ENTITY (initiative), id);
                EXPECT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (initiative), NULL));
                if (n_added % 3 == 0)
                  {
                    EXPECT_TRUE (eup_catalog_remove (catalog, "i1"));
                    EXPECT_TRUE (eup_catalog_add (catalog, entity, NULL));
                  }
              }
            EXPECT_STREQ (eup_entity_get_title (entity), "Zebra");
            EXPECT_EQ (eup_results_get_n_items (live), 3 + n_added);
            list = eup_entity_dup_children (entity);
            EXPECT_EQ (eup_list_get_n_items (list), 2u);
          }
          /* The list is let go of without the lock. */
        }
    });
  for (auto &thread : threads)
    thread.join ();
  EXPECT_EQ (n_criticals, 0u);
  eup_catalog_take_thread (catalog);
  EXPECT_EQ (eup_catalog_get_n_items (catalog), 15 + n_added);
}

/* The owner works on, while others drop the last references to what it made. */
TEST_F (Hammer, LastReferencesElsewhere)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  gint64 end = hammer_end ();
  std::vector<std::thread> threads;
  std::vector<gpointer> dropped;
  std::mutex lock;
  std::atomic<bool> done { false };
  guint n = 0;
  auto drop = [&] (gpointer object) {
    std::lock_guard<std::mutex> guard (lock);

    dropped.push_back (object);
  };

  for (guint i = 0; i < 2; i++)
    threads.emplace_back ([&] {
      for (bool is_last = false; !is_last;)
        {
          std::vector<gpointer> mine;

          is_last = done;
          {
            std::lock_guard<std::mutex> guard (lock);

            mine.swap (dropped);
          }
          for (gpointer object : mine)
            g_object_unref (object);
        }
    });
  while (g_get_monotonic_time () < end)
    {
      g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i1");
      g_autofree char *title = g_strdup_printf ("Title %u", n++);
      EupCatalog *other = load_string (model_json);

      eup_entity_set_title (entity, title);
      EXPECT_STREQ (eup_entity_get_title (entity), title);
      drop (eup_entity_dup_children (entity));
      drop (eup_catalog_lookup (catalog, "i2"));
      drop (eup_catalog_lookup (other, "i2"));
      drop (eup_catalog_query (other, "type:initiative", NULL));
      drop (other);
      drop (g_steal_pointer (&entity));
    }
  done = true;
  for (auto &thread : threads)
    thread.join ();
  EXPECT_EQ (n_criticals, 0u);
}

/* An entity goes from catalog to catalog, while another thread asks for it in vain. */
TEST_F (Hammer, RefusedWhileItMoves)
{
  g_autoptr (EupEntity) entity = EUP_ENTITY (eup_initiative_new ("x"));
  gint64 end = hammer_end ();
  std::atomic<bool> done { false };

  eup_entity_set_title (entity, "Title");
  std::thread other ([&] {
    while (!done)
      {
        EXPECT_EQ (eup_entity_get_title (entity), nullptr);
        EXPECT_FALSE (eup_thread_may_use (entity));
      }
  });
  while (g_get_monotonic_time () < end)
    {
      g_autoptr (EupCatalog) catalog = eup_catalog_new ();

      EXPECT_TRUE (eup_catalog_add (catalog, entity, NULL));
      EXPECT_TRUE (eup_catalog_remove (catalog, "x"));
      EXPECT_STREQ (eup_entity_get_title (entity), "Title");
    }
  done = true;
  other.join ();
}
