/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <atomic>
#include <cerrno>
#include <thread>

#include <sys/resource.h>

#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "saving-test.h"

/* Saving: what becomes of the file, and of what stands beside it. */
class Saving : public SavingTest
{
};

struct Answer
{
  GMainLoop *loop;
  gboolean done;
  std::string message;
};

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  auto *answer = (Answer *) data;
  g_autoptr (GError) error = NULL;

  answer->done = eup_catalog_save_finish (EUP_CATALOG (source), result, &error);
  answer->message = error == NULL ? "" : error->message;
  g_main_loop_quit (answer->loop);
}

/* -- cancelling */

TEST_F (Saving, CancelledLateItHasSucceeded)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path.c_str ());

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Answer answer = { loop, FALSE, "" };

      write (path, "old");
      eup_catalog_save_async (first, file, EUP_FORMAT_AUTO, cancellable, answered, &answer);
      while (read (path) == "old")
        g_usleep (100);
      g_cancellable_cancel (cancellable);
      g_main_loop_run (loop);
      EXPECT_TRUE (answer.done) << answer.message;
      EXPECT_EQ (read (path), first_text);
    }
}

TEST_F (Saving, CancelledAtOnceTheOldFileStays)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path.c_str ());

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Answer answer = { loop, FALSE, "" };

      write (path, "old");
      if (i % 2 == 0)
        g_cancellable_cancel (cancellable);
      eup_catalog_save_async (first, file, EUP_FORMAT_AUTO, cancellable, answered, &answer);
      g_cancellable_cancel (cancellable);
      g_main_loop_run (loop);
      EXPECT_EQ (read (path), answer.done ? first_text : "old") << answer.message;
      EXPECT_FALSE (answer.done && i % 2 == 0);
    }
  EXPECT_EQ (names ().size (), 1u);
}

TEST_F (Saving, CancelledAtAnyMomentTheAnswerIsTrue)
{
  for (guint i = 0; i < size (100, 1000); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      std::thread canceller ([&] {
        g_usleep (g_random_int_range (0, 1500));
        g_cancellable_cancel (cancellable);
      });

      write (path, "old");
      std::string problem = save (second, path, EUP_FORMAT_AUTO, cancellable);
      canceller.join ();
      ASSERT_EQ (read (path), problem == "" ? second_text : "old") << problem;
    }
  EXPECT_EQ (names ().size (), 1u);
}

/* -- what stands beside the file */

TEST_F (Saving, WhatAKilledWriterLeftIsRemoved)
{
  std::string left = in_folder (".catalog.json.eupolicy-aB3xyZ"), living = in_folder (".catalog.json.eupolicy-qwerty");

  write (left, "half");
  write (living, "half");
  for (const char *other : { ".catalog.json.backup", ".catalog.json.eupolicy-", ".catalog.json.eupolicy-toolong", ".other.json.eupolicy-aB3xyZ",
                             ".catalog.json.eupolicy-a.3xyZ" })
    write (in_folder (other), "not ours");
  ASSERT_EQ (g_mkdir (in_folder (".catalog.json.eupolicy-folder").c_str (), 0700), 0);
  ASSERT_EQ (symlink ("elsewhere", in_folder (".catalog.json.eupolicy-linked").c_str ()), 0);
  int fd = open (living.c_str (), O_RDWR | O_CLOEXEC);
  ASSERT_EQ (flock (fd, LOCK_EX), 0);

  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (names ().count (".catalog.json.eupolicy-aB3xyZ"), 0u);
  EXPECT_EQ (names ().size (), 9u);
  EXPECT_EQ (read (living), "half");

  close (fd);
  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (names ().size (), 8u);
}

TEST_F (Saving, TwoWritersAtOnce)
{
  std::atomic<guint> n_failed { 0 }, n_bad { 0 };
  std::atomic<bool> over { false };
  g_autoptr (GBytes) bytes = eup_catalog_to_bytes (second, EUP_FORMAT_JSON, NULL);
  auto write_often = [&] (bool is_second) {
    g_autoptr (EupCatalog) mine = is_second ? eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "mine", NULL) : load_model ();

    for (guint i = 0; i < size (100, 2000); i++)
      n_failed += !eup_catalog_save_to_path (mine, path.c_str (), NULL);
  };
  auto load_often = [&] {
    while (!over)
      {
        g_autoptr (EupCatalog) seen = eup_catalog_new_from_path (path.c_str (), NULL);
        std::string text = seen == NULL ? "" : text_of (seen);

        n_bad += text != first_text && text != second_text;
      }
  };

  save (first, path);
  std::thread reader (load_often), one (write_often, false), two (write_often, true);
  one.join ();
  two.join ();
  over = true;
  reader.join ();
  EXPECT_EQ (n_failed, 0u);
  EXPECT_EQ (n_bad, 0u);
  EXPECT_EQ (names ().size (), 1u);
}

/* -- links */

TEST_F (Saving, LinksAreFollowed)
{
  ASSERT_EQ (g_mkdir (in_folder ("far").c_str (), 0700), 0);
  ASSERT_EQ (symlink ("far/../far/one", in_folder ("link.json").c_str ()), 0);
  ASSERT_EQ (symlink ("two", in_folder ("far/one").c_str ()), 0);
  ASSERT_EQ (symlink (in_folder ("far/three").c_str (), in_folder ("far/two").c_str ()), 0);

  for (EupCatalog *catalog : { first, second })
    {
      EXPECT_EQ (save (catalog, in_folder ("link.json")), "");
      EXPECT_EQ (read (in_folder ("far/three")), text_of (catalog));
      for (const char *link : { "link.json", "far/one", "far/two" })
        EXPECT_TRUE (g_file_test (in_folder (link).c_str (), G_FILE_TEST_IS_SYMLINK)) << link;
    }
  EXPECT_EQ (names ().size (), 2u);
}

TEST_F (Saving, LinksThatLeadNowhereStay)
{
  ASSERT_EQ (symlink ("b.json", in_folder ("a.json").c_str ()), 0);
  ASSERT_EQ (symlink ("a.json", in_folder ("b.json").c_str ()), 0);
  ASSERT_EQ (symlink ("nowhere/x", in_folder ("c.json").c_str ()), 0);

  EXPECT_NE (save (first, in_folder ("a.json")).find ("a.json: leads nowhere"), std::string::npos);
  EXPECT_NE (save (first, in_folder ("c.json")).find ("c.json: no file can be made beside it"), std::string::npos);
  EXPECT_EQ (names ().size (), 3u);
  for (const char *link : { "a.json", "b.json", "c.json" })
    EXPECT_TRUE (g_file_test (in_folder (link).c_str (), G_FILE_TEST_IS_SYMLINK)) << link;
}

TEST_F (Saving, FurtherHardLinksKeepTheOldFile)
{
  write (path, "old");
  ASSERT_EQ (link (path.c_str (), in_folder ("other").c_str ()), 0);
  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (read (in_folder ("other")), "old");
}

/* -- what the file keeps */

TEST_F (Saving, PermissionsAndOwnerStay)
{
  struct stat info;

  for (mode_t mode : { 0600, 0640, 0666, 0755 })
    {
      write (path, "old");
      g_chmod (path.c_str (), mode);
      ASSERT_EQ (geteuid () == 0 ? chown (path.c_str (), 12345, 54321) : 0, 0);
      EXPECT_EQ (save (first, path), "");
      ASSERT_EQ (g_stat (path.c_str (), &info), 0);
      EXPECT_EQ (info.st_mode & 07777, mode);
      EXPECT_EQ (info.st_uid, geteuid () == 0 ? 12345 : geteuid ());
      EXPECT_EQ (info.st_gid, geteuid () == 0 ? 54321 : getegid ());
    }
  mode_t mask = umask (027);
  EXPECT_EQ (save (first, in_folder ("new.json")), "");
  umask (mask);
  ASSERT_EQ (g_stat (in_folder ("new.json").c_str (), &info), 0);
  EXPECT_EQ (info.st_mode & 07777, 0640u);
}

#ifdef __linux__

TEST_F (Saving, ExtendedAttributesStay)
{
  char value[100] = { 0 };

  write (path, "old");
  if (setxattr (path.c_str (), "user.note", "mine", 4, 0) != 0)
    GTEST_SKIP () << "no extended attributes in " << folder;
  ASSERT_EQ (setxattr (path.c_str (), "user.empty", "", 0, 0), 0);
  for (EupCatalog *catalog : { first, second })
    EXPECT_EQ (save (catalog, path), "");
  EXPECT_EQ (getxattr (path.c_str (), "user.note", value, sizeof value), 4);
  EXPECT_STREQ (value, "mine");
  EXPECT_EQ (getxattr (path.c_str (), "user.empty", value, sizeof value), 0);
}

/* As in linux/posix_acl_xattr.h: a version, then the entries: tag, permissions, id. */
static std::string
access_list (guint16 mask)
{
  const struct
  {
    guint16 tag, permissions;
    guint32 id;
  } entries[] = {
    { 0x01, 6, 0xffffffff }, { 0x02, 6, 23456 }, { 0x04, 4, 0xffffffff }, { 0x10, mask, 0xffffffff }, { 0x20, 0, 0xffffffff },
  };
  guint32 version = 2;

  return std::string ((const char *) &version, 4) + std::string ((const char *) entries, sizeof entries);
}

static std::string
list_of (const std::string &path)
{
  char value[1000];
  gssize n = getxattr (path.c_str (), "system.posix_acl_access", value, sizeof value);

  return n < 0 ? "" : std::string (value, n);
}

TEST_F (Saving, AccessListsStay)
{
  std::string list = access_list (6);

  write (path, "old");
  if (setxattr (path.c_str (), "system.posix_acl_access", list.data (), list.size (), 0) != 0)
    GTEST_SKIP () << "no access control lists in " << folder;
  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (list_of (path), list);
}

TEST_F (Saving, TheFolderGivesNoAccessThatTheOldFileDidNot)
{
  std::string list = access_list (7);
  struct stat info;

  write (path, "old");
  g_chmod (path.c_str (), 0660);
  if (setxattr (folder.c_str (), "system.posix_acl_default", list.data (), list.size (), 0) != 0)
    GTEST_SKIP () << "no access control lists in " << folder;
  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (list_of (path), "");
  ASSERT_EQ (g_stat (path.c_str (), &info), 0);
  EXPECT_EQ (info.st_mode & 07777, 0660u);

  EXPECT_EQ (save (first, in_folder ("new.json")), "");
  EXPECT_NE (list_of (in_folder ("new.json")), "");
}

#endif

TEST_F (Saving, AMappedFileStaysAsItWas)
{
  std::string old (100000, 'o');

  write (path, old);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path.c_str (), FALSE, NULL);
  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (std::string (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped)), old);
  EXPECT_EQ (read (path), first_text);
}

/* -- names */

TEST_F (Saving, TheEndingTellsTheFormat)
{
  g_autofree char *lines = eup_catalog_to_string (first, EUP_FORMAT_JSON_LINES, NULL);

  for (const char *name : { "x.json", "x.JSON", "x.y.Json", "x y.json" })
    {
      EXPECT_EQ (save (first, in_folder (name)), "");
      EXPECT_EQ (read (in_folder (name)), first_text) << name;
    }
  EXPECT_EQ (save (first, in_folder ("x.JSONL")), "");
  EXPECT_EQ (read (in_folder ("x.JSONL")), lines);
  EXPECT_EQ (save (first, in_folder ("x.xyz"), EUP_FORMAT_JSON), "");
  EXPECT_EQ (save (first, in_folder ("x"), EUP_FORMAT_JSON_LINES), "");
  EXPECT_EQ (read (in_folder ("x")), lines);
}

TEST_F (Saving, AnUnknownEndingIsRefused)
{
  const std::pair<const char *, const char *> cases[] = {
    { "x.xyz", "the ending “.xyz” is that of no format that is known; this build of the library writes .json, .jsonl" },
    { "x.json~", "the ending “.json~”" },
    { "x", "a name without an ending does not tell the format" },
    { "x.", "a name without an ending" },
    { ".json", "a name without an ending" },
  };

  for (const auto &c : cases)
    {
      g_autoptr (GFile) file = g_file_new_for_path (in_folder (c.first).c_str ());
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      g_autoptr (GError) error = NULL;
      Answer answer = { loop, TRUE, "" };

      EXPECT_FALSE (eup_catalog_save_to_path (first, in_folder (c.first).c_str (), &error));
      ASSERT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED)) << c.first;
      EXPECT_EQ (std::string (error->message).find (in_folder (c.first) + ": " + c.second), 0u) << error->message;
      EXPECT_EQ (save (first, in_folder (c.first)), error->message);
      eup_catalog_save_async (first, file, EUP_FORMAT_AUTO, NULL, answered, &answer);
      g_main_loop_run (loop);
      EXPECT_EQ (answer.message, error->message);
    }
  EXPECT_EQ (names ().size (), 0u);
}

TEST_F (Saving, AFormatThatIsNotWrittenIsRefused)
{
  for (int format = EUP_FORMAT_JSON; format <= EUP_FORMAT_POPOLO + 1; format++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path.c_str ());
      g_autoptr (GError) error = NULL;

      if (eup_format_can_write ((EupFormat) format))
        continue;
      write (path, "old");
      EXPECT_FALSE (eup_catalog_save (first, file, (EupFormat) format, NULL, &error));
      ASSERT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED)) << format;
      EXPECT_EQ (std::string (error->message).find (path + ": the format "), 0u) << error->message;
      EXPECT_EQ (read (path), "old");
      g_clear_error (&error);
      g_autoptr (GBytes) bytes = eup_catalog_to_bytes (first, (EupFormat) format, &error);
      EXPECT_EQ (bytes, nullptr);
      ASSERT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED)) << format;
      EXPECT_EQ (std::string (error->message).find ("the format "), 0u) << error->message;
    }
  EXPECT_EQ (names ().size (), 1u);
}

TEST_F (Saving, NamesOfAnyBytesAndLength)
{
  std::string euro; /* three bytes each: a cut may not fall inside one */

  for (guint i = 0; i < 83; i++)
    euro += "€";
  for (const std::string &name : { std::string ("\xe9t\xe9.json"), std::string (250, 'n') + ".json", euro + ".json",
                                   std::string ("100%s.json") })
    for (EupCatalog *catalog : { first, second })
      {
        EXPECT_EQ (save (catalog, in_folder (name)), "") << name;
        EXPECT_EQ (read (in_folder (name)), text_of (catalog));
        g_autoptr (GError) error = NULL;
        g_autoptr (EupCatalog) again = eup_catalog_new_from_path (in_folder (name).c_str (), &error);
        EXPECT_NE (again, nullptr) << error->message;
      }
  EXPECT_EQ (names ().size (), 4u);
}

TEST_F (Saving, WhatIsNotTellingIsNotTakenForJson)
{
  for (const char *name : { "x.xyz", "x", "x.json", "x.ttl" })
    {
      bool is_json = g_str_has_suffix (name, ".json");
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (in_folder (name).c_str ());

      write (in_folder (name), "hello");
      EXPECT_EQ (eup_catalog_new_from_path (in_folder (name).c_str (), &error), nullptr);
      EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, is_json ? EUP_PARSE_ERROR_SYNTAX : EUP_PARSE_ERROR_UNSUPPORTED)) << error->message;
      EXPECT_EQ (std::string (error->message).find (in_folder (name) + (is_json ? ":1:1: " : ": ")), 0u) << error->message;
      g_autoptr (EupList) issues = eup_catalog_check_file (file, EUP_FORMAT_AUTO, NULL, NULL);
      ASSERT_EQ (eup_list_get_n_items (issues), 1u);
      g_autoptr (EupIssue) issue = EUP_ISSUE (g_list_model_get_item (G_LIST_MODEL (issues), 0));
      EXPECT_EQ (eup_issue_get_severity (issue), EUP_SEVERITY_ERROR);
      EXPECT_STREQ (eup_issue_get_source (issue), in_folder (name).c_str ());

      /* The contents tell, whatever the name. */
      write (in_folder (name), first_text);
      g_clear_error (&error);
      g_autoptr (EupCatalog) catalog = eup_catalog_new_from_path (in_folder (name).c_str (), &error);
      EXPECT_NE (catalog, nullptr) << error->message;
    }
}

/* -- what is no regular file */

TEST_F (Saving, PipesAreWrittenTo)
{
  std::string pipe = in_folder ("pipe.json"), seen;

  ASSERT_EQ (mkfifo (pipe.c_str (), 0600), 0);
  std::thread reader ([&] {
    g_usleep (50000);
    seen = read (pipe);
  });
  EXPECT_EQ (save (first, pipe), "");
  reader.join ();
  EXPECT_EQ (seen, first_text);

  /* Nobody reads, or nobody any more. */
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  std::thread canceller ([&] {
    g_usleep (50000);
    g_cancellable_cancel (cancellable);
  });
  EXPECT_NE (save (first, pipe, EUP_FORMAT_AUTO, cancellable), "");
  canceller.join ();

  eup_catalog_set_title (second, std::string (1000000, 'x').c_str ());
  std::thread leaver ([&] {
    int fd = open (pipe.c_str (), O_RDONLY);
    char c;

    (void) !::read (fd, &c, 1);
    close (fd);
  });
  EXPECT_EQ (save (second, pipe), pipe + ": cannot be written: " + g_strerror (EPIPE));
  leaver.join ();

  /* Somebody has opened it and does not read. */
  int fd = open (pipe.c_str (), O_RDONLY | O_NONBLOCK);
  g_autoptr (GCancellable) later = g_cancellable_new ();
  std::thread late ([&] {
    g_usleep (50000);
    g_cancellable_cancel (later);
  });
  EXPECT_NE (save (second, pipe, EUP_FORMAT_AUTO, later), "");
  late.join ();
  close (fd);
  EXPECT_EQ (names ().size (), 1u);
}

TEST_F (Saving, OpenFilesByTheirDescriptors)
{
  std::string link = in_folder ("out.json"), other = in_folder ("other");
  int ends[2];

  ASSERT_EQ (pipe (ends), 0);
  ASSERT_EQ (symlink (("/proc/self/fd/" + std::to_string (ends[1])).c_str (), link.c_str ()), 0);
  if (!g_file_test (link.c_str (), G_FILE_TEST_EXISTS))
    GTEST_SKIP () << "no /proc";
  EXPECT_EQ (save (first, link), "");
  EXPECT_TRUE (g_file_test (link.c_str (), G_FILE_TEST_IS_SYMLINK));
  close (ends[1]);
  std::string seen (first_text.size () + 1, 0);
  seen.resize (::read (ends[0], &seen[0], seen.size ()));
  EXPECT_EQ (seen, first_text);
  close (ends[0]);

  /* A file that is open for what others write as well: nothing of it may be lost. */
  int fd = open (other.c_str (), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  ASSERT_EQ (::write (fd, "before\n", 7), 7);
  g_unlink (link.c_str ());
  ASSERT_EQ (symlink (("/proc/self/fd/" + std::to_string (fd)).c_str (), link.c_str ()), 0);
  EXPECT_EQ (save (first, link), "");
  ASSERT_EQ (::write (fd, "after\n", 6), 6);
  EXPECT_EQ (read (other), "before\n" + first_text + "after\n");
  close (fd);
  EXPECT_EQ (names ().size (), 2u);
}

TEST_F (Saving, FoldersAndDevices)
{
  ASSERT_EQ (g_mkdir (path.c_str (), 0700), 0);
  EXPECT_EQ (save (first, path), path + ": cannot be replaced: " + g_strerror (EISDIR));
  EXPECT_EQ (save (first, path + "/x/y.json"), path + "/x/y.json: no file can be made beside it: " + g_strerror (ENOENT));
  write (in_folder ("file"), "old");
  EXPECT_EQ (save (first, in_folder ("file/y.json")), in_folder ("file/y.json") + ": cannot be found: " + g_strerror (ENOTDIR));
  EXPECT_EQ (save (first, "/dev/null", EUP_FORMAT_JSON), "");
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    GTEST_SKIP () << "no /dev/full";
  EXPECT_EQ (save (first, "/dev/full", EUP_FORMAT_JSON), std::string ("/dev/full: cannot be written: ") + g_strerror (ENOSPC));
}

/* -- files that are not of this machine */

G_DECLARE_FINAL_TYPE (TestFile, test_file, TEST, FILE, GObject)
G_DECLARE_FINAL_TYPE (TestFileStream, test_file_stream, TEST, FILE_STREAM, GFileOutputStream)

struct _TestFile
{
  GObject parent_instance;
  std::string *contents;
  GCancellable *at_close; /* nullable: cancelled while the stream is being closed */
  gboolean fails;
};

struct _TestFileStream
{
  GFileOutputStream parent_instance;
  TestFile *file;
  GString *pending;
};

G_DEFINE_FINAL_TYPE (TestFileStream, test_file_stream, G_TYPE_FILE_OUTPUT_STREAM)

static gssize
test_file_stream_write (GOutputStream *stream,
                        const void    *bytes,
                        gsize          n,
                        GCancellable  *,
                        GError       **error)
{
  auto *self = TEST_FILE_STREAM (stream);

  if (self->file->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the server is full");
      return -1;
    }
  g_string_append_len (self->pending, (const char *) bytes, n);
  return n;
}

static gboolean
test_file_stream_close (GOutputStream *stream,
                        GCancellable  *cancellable,
                        GError       **error)
{
  auto *self = TEST_FILE_STREAM (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->file->contents->assign (self->pending->str, self->pending->len);
  g_cancellable_cancel (self->file->at_close);
  return TRUE;
}

static void
test_file_stream_finalize (GObject *object)
{
  g_string_free (TEST_FILE_STREAM (object)->pending, TRUE);
  g_object_unref (TEST_FILE_STREAM (object)->file);
  G_OBJECT_CLASS (test_file_stream_parent_class)->finalize (object);
}

static void
test_file_stream_class_init (TestFileStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = test_file_stream_write;
  G_OUTPUT_STREAM_CLASS (klass)->close_fn = test_file_stream_close;
  G_OBJECT_CLASS (klass)->finalize = test_file_stream_finalize;
}

static void
test_file_stream_init (TestFileStream *self)
{
  self->pending = g_string_new (NULL);
}

static void
test_file_iface_init (gpointer iface,
                      gpointer)
{
  auto *file = (GFileIface *) iface;

  file->is_native = [] (GFile *) { return FALSE; };
  file->get_path = [] (GFile *) { return (char *) NULL; };
  file->get_basename = [] (GFile *) { return g_strdup ("far.json"); };
  file->get_parse_name = [] (GFile *) { return g_strdup ("test://far.json"); };
  file->replace = [] (GFile *self, const char *, gboolean, GFileCreateFlags, GCancellable *, GError **) {
    auto *stream = (TestFileStream *) g_object_new (test_file_stream_get_type (), NULL);

    stream->file = TEST_FILE (g_object_ref (self));
    return G_FILE_OUTPUT_STREAM (stream);
  };
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestFile, test_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, test_file_iface_init))

static void
test_file_class_init (TestFileClass *)
{
}

static void
test_file_init (TestFile *)
{
}

TEST_F (Saving, FilesElsewhere)
{
  auto *far = (TestFile *) g_object_new (test_file_get_type (), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) resource = g_file_new_for_uri ("resource:///org/eupolicy/x.json");
  g_autoptr (GError) error = NULL;
  std::string contents = "old";

  far->contents = &contents;
  far->fails = TRUE;
  EXPECT_FALSE (eup_catalog_save (first, G_FILE (far), EUP_FORMAT_AUTO, NULL, &error));
  EXPECT_STREQ (error->message, "test://far.json: the server is full");
  g_clear_error (&error);
  EXPECT_EQ (contents, "old");

  far->fails = FALSE;
  far->at_close = cancellable;
  EXPECT_TRUE (eup_catalog_save (first, G_FILE (far), EUP_FORMAT_AUTO, cancellable, &error));
  EXPECT_EQ (contents, first_text);

  EXPECT_FALSE (eup_catalog_save (second, G_FILE (far), EUP_FORMAT_AUTO, cancellable, &error));
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  EXPECT_EQ (contents, first_text);
  g_object_unref (far);
  g_clear_error (&error);

  EXPECT_FALSE (eup_catalog_save (first, resource, EUP_FORMAT_AUTO, NULL, &error));
  EXPECT_EQ (std::string (error->message).find ("resource:///org/eupolicy/x.json: "), 0u) << error->message;
}
