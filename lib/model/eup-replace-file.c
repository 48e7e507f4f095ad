/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model/eup-replace-file.h"

static gboolean
fail (const char  *path,
      const char  *what,
      GError     **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s: %s", name, what, g_strerror (code));
  return FALSE;
}

/* Pipes and devices have no contents that could be replaced. */
static gboolean
write_in_place (GFile         *file,
                EupWriteFunc   write,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, error);

  return stream != NULL && write (G_OUTPUT_STREAM (stream), data, cancellable, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/* A name can be written to the disk before what it names: the folder is made to wait for nothing. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) !fsync (fd);
  close (fd);
}

static gboolean
fill_and_sync (int            fd,
               const char    *temporary,
               EupWriteFunc   write,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (temporary);
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, error);

  if (stream == NULL || !write (G_OUTPUT_STREAM (stream), data, cancellable, error)
      || !g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;
  return fsync (fd) == 0 || fail (temporary, "cannot be written to the disk", error);
}

static gboolean
replace_local (const char    *path,
               const struct stat *old, /* nullable */
               EupWriteFunc   write,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%.200s.XXXXXX", name);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  gboolean done;

  if (fd < 0)
    return fail (path, "no file can be made beside it", error);
  if (old != NULL)
    {
      (void) !fchown (fd, old->st_uid, old->st_gid);
      (void) !fchmod (fd, old->st_mode & 07777);
    }
  done = fill_and_sync (fd, temporary, write, data, cancellable, error);
  close (fd);
  if (done && g_rename (temporary, path) != 0)
    done = fail (path, "cannot be replaced", error);
  if (!done)
    g_unlink (temporary);
  else
    sync_folder (path);
  return done;
}

/* Other file systems know by themselves how a file is replaced; one that was not finished is given up. */
static gboolean
replace_remote (GFile         *file,
                EupWriteFunc   write,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) cancelled = NULL;

  if (stream == NULL)
    return FALSE;
  if (write (G_OUTPUT_STREAM (stream), data, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  return FALSE;
}

gboolean
eup_replace_file (GFile         *file,
                  EupWriteFunc   write,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *real = NULL;
  struct stat old;

  if (path == NULL)
    return replace_remote (file, write, data, cancellable, error);

  /* What a link points to is replaced, not the link. */
  real = realpath (path, NULL);
  if (real == NULL || stat (real, &old) != 0)
    return replace_local (path, NULL, write, data, cancellable, error);
  if (!S_ISREG (old.st_mode))
    return write_in_place (file, write, data, cancellable, error);
  return replace_local (real, &old, write, data, cancellable, error);
}
