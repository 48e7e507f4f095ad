/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Gives each file of the directories to the fuzz target once, and each of its beginnings where it is small. */

#include <glib.h>

#include <string.h>

#define SMALL 512

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static guint
run_file (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    {
      g_printerr ("cannot read %s\n", path);
      return 0;
    }
  for (gsize size = length <= SMALL ? 0 : length; size <= length; size++)
    {
      /* a copy of exactly this size, so that a sanitizer sees the first byte read beyond it */
      g_autofree guint8 *data = g_malloc (MAX (size, 1));

      memcpy (data, contents, size);
      LLVMFuzzerTestOneInput (data, size);
    }

  return 1;
}

int
main (int    argc,
      char **argv)
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          n_files += run_file (path);
        }
    }
  g_print ("%u samples\n", n_files);

  return n_files > 0 ? 0 : 1;
}
