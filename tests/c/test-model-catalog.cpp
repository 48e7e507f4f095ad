/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <sys/resource.h>
#include <sys/stat.h>

#include <vector>

#include <glib/gstdio.h>

#include "model-test.h"

TEST (Catalog, BeginsEmpty)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  g_autofree char *json = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, NULL);

  EXPECT_EQ (eup_catalog_get_n_items (catalog), 0u);
  EXPECT_STREQ (eup_catalog_get_language (catalog), "en");
  EXPECT_EQ (eup_catalog_get_title (catalog), nullptr);
  EXPECT_EQ (eup_catalog_get_base_uri (catalog), nullptr);
  EXPECT_EQ (eup_list_get_n_items (eup_catalog_get_issues (catalog)), 0u);
  EXPECT_NE (strstr (json, "\"eupolicy\""), nullptr);
  EXPECT_EQ (eup_catalog_lookup (catalog, "x"), nullptr);
  EXPECT_FALSE (eup_catalog_remove (catalog, "x"));
}

TEST (Catalog, Builtin)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCatalog) catalog = eup_catalog_new_builtin (&error);
  g_autoptr (EupInitiative) protecteu = NULL;
  g_autoptr (EupList) mandates = NULL;
  g_autoptr (EupList) issues = NULL;

  ASSERT_EQ (error, nullptr);
  mandates = eup_catalog_dup_mandates (catalog);
  protecteu = find<EupInitiative> (catalog, "protecteu");
  EXPECT_EQ (ids (mandates), "ec-2019 ec-2024");
  EXPECT_EQ (eup_initiative_get_instrument (protecteu), EUP_INSTRUMENT_STRATEGY);
  EXPECT_EQ (take_ids (eup_initiative_dup_objectives (protecteu)), "internal-security");
  issues = eup_catalog_validate (catalog);
  for (guint i = 0; i < eup_list_get_n_items (issues); i++)
    {
      g_autoptr (EupIssue) issue = EUP_ISSUE (g_list_model_get_item (G_LIST_MODEL (issues), i));

      EXPECT_NE (eup_issue_get_severity (issue), EUP_SEVERITY_ERROR) << eup_issue_get_message (issue);
    }
}

TEST (Catalog, AddAndItsErrors)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupCatalog) other = eup_catalog_new ();
  g_autoptr (EupTopic) topic = eup_topic_new ("t9");
  g_autoptr (EupTopic) twin = eup_topic_new ("t1");
  g_autoptr (EupTopic) bad = eup_topic_new ("no id");
  g_autoptr (EupTopic) nameless = EUP_TOPIC (g_object_new (EUP_TYPE_TOPIC, NULL));
  g_autoptr (EupEntity) found = NULL;
  g_autoptr (EupEntity) copy = NULL;
  g_autoptr (EupCatalog) owner = NULL;
  g_autoptr (GError) error = NULL;
  Log log;

  eup_entity_set_title (EUP_ENTITY (topic), "Nine");
  watch_notify (topic, &log);
  watch_changed (catalog, &log);
  ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (topic), &error));
  EXPECT_EQ (joined (log), "notify t9:catalog; changed t9");
  found = eup_catalog_lookup (catalog, "t9");
  owner = eup_entity_dup_catalog (found);
  EXPECT_EQ ((gpointer) found, (gpointer) topic);
  EXPECT_EQ (owner, catalog);
  EXPECT_STREQ (eup_entity_get_title (found), "Nine");

  EXPECT_FALSE (eup_catalog_add (catalog, EUP_ENTITY (topic), &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_DUPLICATE_ID));
  g_clear_error (&error);
  EXPECT_FALSE (eup_catalog_add (catalog, EUP_ENTITY (twin), &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_DUPLICATE_ID));
  g_clear_error (&error);
  EXPECT_FALSE (eup_catalog_add (other, EUP_ENTITY (topic), &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_IN_USE));
  g_clear_error (&error);
  EXPECT_FALSE (eup_catalog_add (catalog, EUP_ENTITY (bad), &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_INVALID_ID));
  g_clear_error (&error);
  EXPECT_FALSE (eup_catalog_add (catalog, EUP_ENTITY (nameless), &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_INVALID_ID));
  g_clear_error (&error);
  copy = eup_entity_copy (EUP_ENTITY (topic));
  EXPECT_TRUE (eup_catalog_add (other, copy, &error));
}

/* Another language can derive from the abstract class; such an entity holds nothing and cannot be added. */
TEST (Catalog, RefusesForeignClasses)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  g_autoptr (EupEntity) foreign = NULL;
  g_autoptr (GError) error = NULL;
  GTypeQuery query;
  GType type;
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  g_type_query (EUP_TYPE_ENTITY, &query);
  type = g_type_register_static_simple (EUP_TYPE_ENTITY, "ForeignEntity", query.class_size, NULL, query.instance_size,
                                        NULL, (GTypeFlags) 0);
  foreign = EUP_ENTITY (g_object_new (type, "id", "f", NULL));
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (foreign), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (foreign), pspecs[i]->name, &value);
      if ((pspecs[i]->flags & G_PARAM_WRITABLE) && !(pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY))
        g_object_set_property (G_OBJECT (foreign), pspecs[i]->name, &value);
    }
  eup_entity_set_title (foreign, "x");
  EXPECT_EQ (eup_entity_get_title (foreign), nullptr);
  EXPECT_FALSE (eup_catalog_add (catalog, foreign, &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_UNSUPPORTED_TYPE));
}

TEST (Catalog, Remove)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  g_autoptr (EupMilestone) m3 = find<EupMilestone> (catalog, "m3");
  g_autoptr (EupEntity) subject = NULL;
  Log log;

  watch_notify (m3, &log);
  watch_changed (catalog, &log);
  ASSERT_TRUE (eup_catalog_remove (catalog, "i1"));
  EXPECT_EQ (joined (log), "notify m3:subject; changed i1");
  EXPECT_FALSE (eup_catalog_remove (catalog, "i1"));
  EXPECT_EQ (eup_catalog_lookup (catalog, "i1"), nullptr);
  EXPECT_EQ (eup_entity_dup_catalog (EUP_ENTITY (i1)), nullptr);
  EXPECT_STREQ (eup_entity_get_title (EUP_ENTITY (i1)), "Zebra");
  EXPECT_STREQ (eup_initiative_get_objective_ids (i1)[0], "o1");
  eup_entity_set_title (EUP_ENTITY (i1), "Lion");
  EXPECT_STREQ (eup_entity_get_title (EUP_ENTITY (i1)), "Lion");

  /* What stood beneath it stays, and refers to nothing. */
  EXPECT_STREQ (eup_milestone_get_subject_id (m3), "i1");
  EXPECT_EQ (eup_milestone_dup_subject (m3), nullptr);
  ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (i1), NULL));
  subject = eup_milestone_dup_subject (m3);
  EXPECT_EQ ((gpointer) subject, (gpointer) i1);
  EXPECT_EQ (take_ids (eup_initiative_dup_milestones (i1)), "m2 m3");
}

TEST (Catalog, Rename)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  g_autoptr (EupObjective) o1 = find<EupObjective> (catalog, "o1");
  g_autoptr (EupCommissioner) henna = find<EupCommissioner> (catalog, "henna");
  g_autoptr (EupObjective) found = NULL;
  g_autoptr (EupTerm) term = NULL;
  g_autoptr (GError) error = NULL;
  Log log;

  EXPECT_STREQ (eup_initiative_get_objective_ids (i1)[0], "o1");
  EXPECT_EQ (eup_list_get_n_items (eup_commissioner_get_terms (henna)), 1u);
  watch_notify (i1, &log);
  watch_notify (o1, &log);
  watch_changed (catalog, &log);
  ASSERT_TRUE (eup_catalog_rename (catalog, "o1", "borders", &error));
  EXPECT_EQ (joined (log), "notify borders:id; notify i1:objective-ids; changed borders");
  EXPECT_STREQ (eup_initiative_get_objective_ids (i1)[0], "borders");
  found = find<EupObjective> (catalog, "borders");
  EXPECT_EQ (found, o1);
  EXPECT_EQ (eup_catalog_lookup (catalog, "o1"), nullptr);

  EXPECT_TRUE (eup_catalog_rename (catalog, "ec", "mandate", &error));
  term = EUP_TERM (g_list_model_get_item (G_LIST_MODEL (eup_commissioner_get_terms (henna)), 0));
  EXPECT_STREQ (eup_term_get_mandate_id (term), "mandate");

  EXPECT_FALSE (eup_catalog_rename (catalog, "nothing", "x", &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_NOT_FOUND));
  g_clear_error (&error);
  EXPECT_FALSE (eup_catalog_rename (catalog, "i1", "i2", &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_DUPLICATE_ID));
  g_clear_error (&error);
  EXPECT_FALSE (eup_catalog_rename (catalog, "i1", "a b", &error));
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_INVALID_ID));
  EXPECT_TRUE (eup_catalog_rename (catalog, "i1", "i1", NULL));
}

/* An id that was waited for is found by those who waited. */
TEST (Catalog, RenameToAnIdThatIsReferredTo)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  g_autoptr (EupInitiative) parent = NULL;

  eup_initiative_set_parent_id (i1, "package");
  EXPECT_EQ (eup_initiative_dup_parent (i1), nullptr);
  ASSERT_TRUE (eup_catalog_rename (catalog, "i2", "package", NULL));
  parent = eup_initiative_dup_parent (i1);
  ASSERT_NE (parent, nullptr);
  EXPECT_STREQ (eup_entity_get_id (EUP_ENTITY (parent)), "package");
  EXPECT_EQ (take_ids (eup_initiative_dup_parts (parent)), "i1");
}

TEST (Catalog, AddJson)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (R"({"type": "topic", "id": "t2", "title": "Two", "broader": "t1"})", NULL);
  g_autoptr (EupEntity) topic = eup_catalog_add_json (catalog, node, &error);
  g_autoptr (EupEntity) initiative = NULL;
  g_autoptr (EupTopic) broader = NULL;

  ASSERT_EQ (error, nullptr);
  broader = eup_topic_dup_broader (EUP_TOPIC (topic));
  EXPECT_STREQ (eup_entity_get_id (EUP_ENTITY (broader)), "t1");
  initiative = eup_catalog_add_json_string (catalog, R"({"type": "initiative", "id": "i8", "title": "Eight", "odd": 1,
    "milestones": [{"id": "i8/m", "date": "2025"}]})", &error);
  ASSERT_EQ (error, nullptr) << error->message;
  EXPECT_EQ (take_ids (eup_initiative_dup_milestones (EUP_INITIATIVE (initiative))), "i8/m");
  g_autofree char *json = eup_entity_to_json_string (initiative);
  EXPECT_NE (strstr (json, "\"odd\": 1"), nullptr) << json;

  EXPECT_EQ (eup_catalog_add_json_string (catalog, R"({"type": "topic", "id": "i8/m"})", &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_MODEL_ERROR, EUP_MODEL_ERROR_DUPLICATE_ID));
  g_clear_error (&error);
  EXPECT_EQ (eup_catalog_add_json_string (catalog, R"({"type": "topic")", &error), nullptr);
  EXPECT_EQ (error->domain, EUP_PARSE_ERROR);
}

class Files : public ::testing::Test
{
protected:
  void SetUp () override
  {
    folder = g_dir_make_tmp ("eupolicy-XXXXXX", NULL);
    path = g_build_filename (folder, "catalog.json", NULL);
    file = g_file_new_for_path (path);
  }

  void TearDown () override
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

    for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
      {
        g_autofree char *one = g_build_filename (folder, name, NULL);

        g_unlink (one);
      }
    g_rmdir (folder);
    g_free (folder);
    g_free (path);
    g_object_unref (file);
  }

  guint count ()
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    guint n = 0;

    while (g_dir_read_name (dir) != NULL)
      n++;
    return n;
  }

  std::string contents ()
  {
    g_autofree char *text = NULL;

    return g_file_get_contents (path, &text, NULL, NULL) ? text : "";
  }

  char *folder, *path;
  GFile *file;
};

TEST_F (Files, SavedAndLoaded)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupCatalog) again = NULL;
  g_autofree char *text = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, NULL);
  g_autofree char *lines = g_build_filename (folder, "catalog.jsonl", NULL);
  g_autoptr (GError) error = NULL;

  ASSERT_TRUE (eup_catalog_save_to_path (catalog, path, &error)) << error->message;
  EXPECT_EQ (contents (), text);
  again = eup_catalog_new_from_path (path, &error);
  ASSERT_NE (again, nullptr);
  g_autofree char *other = eup_catalog_to_string (again, EUP_FORMAT_JSON, NULL);
  EXPECT_STREQ (text, other);

  ASSERT_TRUE (eup_catalog_save_to_path (catalog, lines, &error));
  g_clear_object (&again);
  again = eup_catalog_new_from_path (lines, &error);
  ASSERT_NE (again, nullptr) << error->message;
  EXPECT_EQ (eup_catalog_get_n_items (again), 15u);
  EXPECT_EQ (count (), 2u);
}

TEST_F (Files, TheOldFileStaysIfAnythingFails)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  struct rlimit old, small = { 200, RLIM_INFINITY };

  ASSERT_TRUE (g_file_set_contents (path, "old", -1, NULL));
  EXPECT_FALSE (eup_catalog_save (catalog, file, EUP_FORMAT_SNAPSHOT, NULL, &error) && eup_format_can_write (EUP_FORMAT_SNAPSHOT));
  g_clear_error (&error);
  ASSERT_TRUE (g_file_set_contents (path, "old", -1, NULL));

  g_cancellable_cancel (cancellable);
  EXPECT_FALSE (eup_catalog_save (catalog, file, EUP_FORMAT_JSON, cancellable, &error));
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_clear_error (&error);

  /* A disk that is full behaves like a limit on the size of files. */
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  small.rlim_max = old.rlim_max;
  setrlimit (RLIMIT_FSIZE, &small);
  EXPECT_FALSE (eup_catalog_save (catalog, file, EUP_FORMAT_JSON, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &old);
  EXPECT_NE (error, nullptr);
  EXPECT_EQ (contents (), "old");
  EXPECT_EQ (count (), 1u);
}

TEST_F (Files, LinksAndModesStay)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  struct stat info;

  ASSERT_TRUE (g_file_set_contents (path, "old", -1, NULL));
  g_chmod (path, 0640);
  ASSERT_EQ (symlink (path, link), 0);
  ASSERT_TRUE (eup_catalog_save_to_path (catalog, link, NULL));
  EXPECT_TRUE (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  EXPECT_NE (contents (), "old");
  g_stat (path, &info);
  EXPECT_EQ (info.st_mode & 0777, 0640u);
}

TEST_F (Files, ErrorsOfLoading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupList) issues = NULL;

  EXPECT_EQ (eup_catalog_new_from_path (path, &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
  g_clear_error (&error);
  EXPECT_EQ (eup_catalog_check_file (file, EUP_FORMAT_AUTO, NULL, &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
  g_clear_error (&error);

  g_file_set_contents (path, "{ \"format\": \"eupolicy\", \"version\": 1, ]", -1, NULL);
  EXPECT_EQ (eup_catalog_new_from_path (path, &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_SYNTAX));
  EXPECT_NE (strstr (error->message, "catalog.json:1:"), nullptr) << error->message;
  g_clear_error (&error);
  issues = eup_catalog_check_file (file, EUP_FORMAT_AUTO, NULL, &error);
  ASSERT_NE (issues, nullptr);
  EXPECT_EQ (eup_list_get_n_items (issues), 1u);
}

TEST (Check, Bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (model_json, strlen (model_json));
  const char *text = R"({"format": "eupolicy", "version": 1, "topics": [{"id": "a", "broader": "b"}]})";
  g_autoptr (GBytes) odd = g_bytes_new_static (text, strlen (text));
  g_autoptr (EupList) fine = eup_catalog_check_bytes (bytes, EUP_FORMAT_AUTO, NULL, NULL);
  g_autoptr (EupList) issues = eup_catalog_check_bytes (odd, EUP_FORMAT_AUTO, "odd", NULL);
  g_autoptr (EupCatalog) catalog = eup_catalog_new_from_bytes (odd, EUP_FORMAT_AUTO, "odd", NULL);
  g_autoptr (EupList) found = NULL;

  EXPECT_EQ (eup_list_get_n_items (fine), 0u);
  ASSERT_NE (issues, nullptr);
  ASSERT_NE (catalog, nullptr);
  EXPECT_GE (eup_list_get_n_items (issues), 1u);
  EXPECT_EQ (eup_list_get_n_items (eup_catalog_get_issues (catalog)), eup_list_get_n_items (issues));
  found = eup_catalog_validate (catalog);
  EXPECT_GE (eup_list_get_n_items (found), 1u);
}

struct Waiting
{
  GMainLoop *loop;
  EupCatalog *catalog;
  gboolean done;
  GError *error;
  EupProgress *progress;
  double fraction;
};

static void
loaded (GObject      *,
        GAsyncResult *result,
        gpointer      data)
{
  auto *waiting = (Waiting *) data;

  waiting->catalog = eup_catalog_new_from_file_finish (result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  auto *waiting = (Waiting *) data;

  waiting->done = eup_catalog_save_finish (EUP_CATALOG (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

TEST_F (Files, InTheBackground)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { loop, NULL, FALSE, NULL, NULL, 0 };

  eup_catalog_save_async (catalog, file, EUP_FORMAT_AUTO, NULL, saved, &waiting);
  g_main_loop_run (loop);
  EXPECT_TRUE (waiting.done);

  eup_catalog_new_from_file_async (file, NULL, loaded, &waiting);
  g_main_loop_run (loop);
  ASSERT_NE (waiting.catalog, nullptr);
  EXPECT_EQ (eup_catalog_get_n_items (waiting.catalog), 15u);
  g_clear_object (&waiting.catalog);

  g_cancellable_cancel (cancellable);
  eup_catalog_new_from_file_async (file, cancellable, loaded, &waiting);
  g_main_loop_run (loop);
  EXPECT_EQ (waiting.catalog, nullptr);
  EXPECT_TRUE (g_error_matches (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_clear_error (&waiting.error);
  eup_catalog_save_async (catalog, file, EUP_FORMAT_AUTO, cancellable, saved, &waiting);
  g_main_loop_run (loop);
  EXPECT_FALSE (waiting.done);
  g_clear_error (&waiting.error);
}

static void
loaded_in_full (GObject      *,
                GAsyncResult *result,
                gpointer      data)
{
  auto *waiting = (Waiting *) data;

  waiting->catalog = eup_catalog_new_from_file_full_finish (result, &waiting->error);
  waiting->fraction = waiting->progress == NULL ? 0 : eup_progress_get_fraction (waiting->progress);
  g_main_loop_quit (waiting->loop);
}

/* What is seen of a progress: it never goes back, and is told by a signal each time. */
struct Seen
{
  std::vector<double> fractions;
  GThread            *thread = NULL;

  explicit Seen (EupProgress *progress)
  {
    g_signal_connect (progress, "notify::fraction", G_CALLBACK (note), this);
  }

  static void
  note (EupProgress *progress,
        GParamSpec  *,
        gpointer     data)
  {
    auto *seen = (Seen *) data;

    seen->fractions.push_back (eup_progress_get_fraction (progress));
    seen->thread = g_thread_self ();
  }
};

TEST_F (Files, ProgressInTheBackground)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (EupProgress) progress = eup_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { loop, NULL, FALSE, NULL, progress, 0 };
  gint64 n_bytes;

  EXPECT_FALSE (G_IS_CANCELLABLE (progress));
  EXPECT_EQ (eup_progress_get_n_bytes (progress), 0);
  EXPECT_EQ (eup_progress_get_n_total (progress), -1);
  ASSERT_TRUE (eup_catalog_save (catalog, file, EUP_FORMAT_AUTO, NULL, NULL));
  for (int times = 0; times < 2; times++)
    {
      Seen seen (progress);

      eup_catalog_new_from_file_full_async (file, EUP_FORMAT_JSON, progress, cancellable, loaded_in_full, &waiting);
      EXPECT_EQ (eup_progress_get_fraction (progress), 0);
      g_main_loop_run (loop);
      ASSERT_NE (waiting.catalog, nullptr);
      EXPECT_EQ (eup_catalog_get_n_items (waiting.catalog), 15u);
      EXPECT_EQ (waiting.fraction, 1); /* before the callback is called */
      EXPECT_EQ (seen.thread, g_thread_self ());
      EXPECT_EQ (seen.fractions.back (), 1);
      g_clear_object (&waiting.catalog);
      g_signal_handlers_disconnect_by_data (progress, &seen);
    }
  n_bytes = eup_progress_get_n_bytes (progress);
  EXPECT_GT (n_bytes, 1000);
  EXPECT_EQ (eup_progress_get_n_total (progress), n_bytes);

  g_cancellable_cancel (cancellable);
  eup_catalog_new_from_file_full_async (file, EUP_FORMAT_AUTO, progress, cancellable, loaded_in_full, &waiting);
  g_main_loop_run (loop);
  EXPECT_EQ (waiting.catalog, nullptr);
  EXPECT_TRUE (g_error_matches (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  EXPECT_EQ (waiting.fraction, 0);
  g_clear_error (&waiting.error);

  /* Neither is needed. */
  waiting.progress = NULL;
  eup_catalog_new_from_file_full_async (file, EUP_FORMAT_AUTO, NULL, NULL, loaded_in_full, &waiting);
  g_main_loop_run (loop);
  ASSERT_NE (waiting.catalog, nullptr);
  g_clear_object (&waiting.catalog);
}

TEST_F (Files, ProgressWhileWaiting)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupProgress) progress = eup_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EupCatalog) read = NULL, streamed = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (EupList) issues = NULL;
  g_autoptr (GError) error = NULL;
  GFile *files[] = { file };
  Seen seen (progress);

  ASSERT_TRUE (eup_catalog_save (catalog, file, EUP_FORMAT_AUTO, NULL, NULL));
  read = eup_catalog_new_from_file_full (file, EUP_FORMAT_AUTO, progress, cancellable, NULL);
  ASSERT_NE (read, nullptr);
  EXPECT_EQ (seen.fractions.back (), 1);
  EXPECT_EQ (seen.thread, g_thread_self ());

  /* How long a stream is is not known. */
  stream = g_file_read (file, NULL, NULL);
  streamed = eup_catalog_new_from_stream (G_INPUT_STREAM (stream), EUP_FORMAT_JSON, "stream", progress, NULL, NULL);
  ASSERT_NE (streamed, nullptr);
  EXPECT_EQ (eup_progress_get_n_total (progress), -1);
  EXPECT_EQ (eup_progress_get_fraction (progress), 0);
  EXPECT_GT (eup_progress_get_n_bytes (progress), 1000);
  EXPECT_EQ (seen.fractions.back (), 0);

  issues = eup_catalog_check_files (files, 1, EUP_FORMAT_AUTO, progress, NULL, NULL);
  EXPECT_EQ (seen.fractions.back (), 1);

  /* The format that is given is taken, not that of the name. */
  EXPECT_EQ (eup_catalog_new_from_file_full (file, EUP_FORMAT_JSON_LINES, progress, NULL, &error), nullptr);
  EXPECT_EQ (error->domain, EUP_PARSE_ERROR);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  EXPECT_EQ (eup_catalog_new_from_file_full (file, EUP_FORMAT_AUTO, progress, cancellable, &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  EXPECT_EQ (eup_progress_get_n_bytes (progress), 0);
}

TEST (Catalog, OfAsWhole)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  Log log;

  watch_notify (catalog, &log);
  eup_catalog_set_title (catalog, "Test");
  eup_catalog_set_title (catalog, "Test");
  eup_catalog_set_base_uri (catalog, "https://example.org/");
  EXPECT_STREQ (eup_catalog_get_title (catalog), "Test");
  EXPECT_STREQ (eup_catalog_get_base_uri (catalog), "https://example.org/");
  EXPECT_EQ (joined (log), "notify EupCatalog:title; notify EupCatalog:base-uri");
  g_autofree char *json = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, NULL);
  EXPECT_NE (strstr (json, "\"baseUri\": \"https://example.org/\""), nullptr) << json;
}
