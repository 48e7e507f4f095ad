/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cstring>
#include <fstream>
#include <set>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model-test.h"

/* A folder of its own for each test, two catalogs, and what became of them. */
class SavingTest : public testing::Test
{
protected:
  void SetUp () override
  {
    g_autofree char *made = g_dir_make_tmp ("eupolicy-saving-XXXXXX", NULL);

    folder = made;
    path = in_folder ("catalog.json");
    first = load_model ();
    second = eup_catalog_new_from_bytes (bytes_of (first), EUP_FORMAT_JSON, "second", NULL);
    eup_catalog_set_title (second, std::string (3000, 'x').c_str ());
    first_text = text_of (first);
    second_text = text_of (second);
  }

  void TearDown () override
  {
    remove_all (folder);
    g_object_unref (first);
    g_object_unref (second);
  }

  static void remove_all (const std::string &where)
  {
    GDir *dir = g_dir_open (where.c_str (), 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
      {
        std::string inside = where + "/" + name;

        if (g_file_test (inside.c_str (), G_FILE_TEST_IS_DIR) && !g_file_test (inside.c_str (), G_FILE_TEST_IS_SYMLINK))
          remove_all (inside);
        else
          g_unlink (inside.c_str ());
      }
    g_clear_pointer (&dir, g_dir_close);
    g_rmdir (where.c_str ());
  }

  static GBytes *bytes_of (EupCatalog *catalog)
  {
    static GBytes *bytes;

    g_clear_pointer (&bytes, g_bytes_unref);
    return bytes = eup_catalog_to_bytes (catalog, EUP_FORMAT_JSON, NULL);
  }

  static std::string text_of (EupCatalog *catalog)
  {
    g_autofree char *text = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, NULL);

    return text;
  }

  std::string in_folder (const std::string &name) { return folder + "/" + name; }

  static void write (const std::string &where,
                     const std::string &text)
  {
    std::ofstream stream (where, std::ios::binary | std::ios::trunc);

    stream << text;
    ASSERT_TRUE (stream.flush ().good ()) << where;
  }

  static std::string read (const std::string &where)
  {
    g_autofree char *text = NULL;
    gsize n;

    return g_file_get_contents (where.c_str (), &text, &n, NULL) ? std::string (text, n) : "(nothing)";
  }

  std::set<std::string> names ()
  {
    g_autoptr (GDir) dir = g_dir_open (folder.c_str (), 0, NULL);
    std::set<std::string> found;
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      found.insert (name);
    return found;
  }

  /* What the error says, "" if there is none. */
  static std::string save (EupCatalog        *catalog,
                           const std::string &where,
                           EupFormat          format = EUP_FORMAT_AUTO,
                           GCancellable      *cancellable = NULL)
  {
    g_autoptr (GFile) file = g_file_new_for_path (where.c_str ());
    g_autoptr (GError) error = NULL;
    gboolean saved = eup_catalog_save (catalog, file, format, cancellable, &error);

    EXPECT_EQ (saved, error == NULL);
    return error == NULL ? "" : error->message;
  }

  /* Full sizes take minutes. */
  static guint size (guint quick,
                     guint thorough)
  {
    return g_strcmp0 (g_getenv ("EUP_THOROUGH"), "1") == 0 ? thorough : quick;
  }

  std::string folder, path, first_text, second_text;
  EupCatalog *first, *second;
};
