/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

#include <glib/gstdio.h>

#include "model/catalog/eup-descriptor-stream.h"
#include "model/catalog/eup-file-attributes.h"
#include "model/catalog/eup-replace-file.h"
#include "model/catalog/eup-temporary-file.h"

#define MAX_LINKS 40
#define ASK_AGAIN_MS 20

static gboolean
fail (const char  *what,
      GError     **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", what, g_strerror (code));
  return FALSE;
}

/* The links to open files that the kernel shows, such as what /dev/stdout leads to: their text is no name. */
static gboolean
is_link_of_kernel (const char *link)
{
#ifdef __linux__
  g_autofree char *folder = g_path_get_dirname (link);
  struct statfs system;

  return statfs (folder, &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
#else
  return FALSE;
#endif
}

/* Where the links end that the path may lead through, also if nothing is there yet. */
static char *
follow_links (const char   *path,
              struct stat  *found,
              gboolean     *exists,
              GError      **error)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i <= MAX_LINKS; i++)
    {
      g_autofree char *text = NULL, *folder = NULL;

      *exists = lstat (at, found) == 0;
      if (!*exists && errno != ENOENT)
        {
          fail ("cannot be found", error);
          return NULL;
        }
      if (!*exists || !S_ISLNK (found->st_mode))
        return g_steal_pointer (&at);
      if (is_link_of_kernel (at))
        {
          if (stat (at, found) == 0)
            return g_steal_pointer (&at);
          fail ("cannot be found", error);
          return NULL;
        }
      text = g_file_read_link (at, error);
      if (text == NULL)
        return NULL;
      folder = g_path_get_dirname (at);
      g_free (at);
      at = g_path_is_absolute (text) ? g_steal_pointer (&text) : g_build_filename (folder, text, NULL);
    }
  errno = ELOOP;
  fail ("leads nowhere", error);
  return NULL;
}

/* A pipe that nobody reads yet is waited for, until that is cancelled. */
static int
open_for_appending (const char         *path,
                    const struct stat  *found,
                    GCancellable       *cancellable,
                    GError            **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      int fd = g_open (path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
      GPollFD cancelled;

      if (fd >= 0)
        return fd;
      if (errno != EINTR && !(errno == ENXIO && S_ISFIFO (found->st_mode)))
        {
          fail ("cannot be opened", error);
          return -1;
        }
      if (g_cancellable_make_pollfd (cancellable, &cancelled))
        {
          g_poll (&cancelled, 1, ASK_AGAIN_MS);
          g_cancellable_release_fd (cancellable);
        }
      else
        g_usleep (ASK_AGAIN_MS * 1000);
    }
  return -1;
}

/* Pipes and devices have no contents that could be replaced. */
static gboolean
write_in_place (const char         *path,
                const struct stat  *found,
                EupWriteFunc        write,
                gpointer            data,
                GCancellable       *cancellable,
                GError            **error)
{
  int fd = open_for_appending (path, found, cancellable, error);
  g_autoptr (GOutputStream) stream = NULL;
  gboolean done;

  if (fd < 0)
    return FALSE;
  stream = eup_descriptor_stream_new (fd);
  done = write (stream, data, cancellable, error);
  if (close (fd) != 0 && done && errno != EINTR)
    done = fail ("cannot be written", error);
  return done;
}

/* A new name is on the disk when the folder is. By then the file is replaced, so a failure is no error. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  (void) !fsync (fd);
  close (fd);
}

/* Some file systems have nothing to wait for. */
static gboolean
sync_contents (int      fd,
               GError **error)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP
         || fail ("cannot be written to the disk", error);
}

static gboolean
replace_local (const char         *path,
               const struct stat  *old, /* nullable */
               EupWriteFunc        write,
               gpointer            data,
               GCancellable       *cancellable,
               GError            **error)
{
  EupTemporaryFile temporary = { NULL, -1 };
  g_autoptr (GOutputStream) stream = NULL;
  gboolean done;

  /* Renaming asks nobody whether the file may be written. */
  if (old != NULL && faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return fail ("cannot be written", error);
  eup_temporary_file_clean_away (path);
  /* Who may not read the old file must not get hold of the new one before it has the same permissions. */
  if (!eup_temporary_file_make (&temporary, path, old == NULL ? 0666 : 0600))
    return fail ("no file can be made beside it", error);

  stream = eup_descriptor_stream_new (temporary.fd);
  done = (old == NULL || eup_file_attributes_copy (path, old, temporary.fd) || fail ("cannot be written", error))
         && write (stream, data, cancellable, error) && sync_contents (temporary.fd, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && (eup_temporary_file_rename (&temporary, path) || fail ("cannot be replaced", error));
  /* From the renaming on nothing can fail or be cancelled. */
  if (done)
    sync_folder (path);
  eup_temporary_file_clear (&temporary);
  return done;
}

/* Other file systems know by themselves how a file is replaced, which is when the stream is closed; one that is closed
 * cancelled is given up. */
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
  if (write (G_OUTPUT_STREAM (stream), data, cancellable, error)
      && g_output_stream_flush (G_OUTPUT_STREAM (stream), cancellable, error)
      && !g_cancellable_set_error_if_cancelled (cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  cancelled = g_cancellable_new ();
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  return FALSE;
}

static gboolean
replace_native (const char    *path,
                EupWriteFunc   write,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  struct stat found;
  gboolean exists;
  g_autofree char *target = follow_links (path, &found, &exists, error);

  if (target == NULL)
    return FALSE;
  if (!exists)
    return replace_local (target, NULL, write, data, cancellable, error);
  if (S_ISDIR (found.st_mode))
    {
      errno = EISDIR;
      return fail ("cannot be replaced", error);
    }
  if (!S_ISREG (found.st_mode) || is_link_of_kernel (target))
    return write_in_place (target, &found, write, data, cancellable, error);
  return replace_local (target, &found, write, data, cancellable, error);
}

gboolean
eup_replace_file (GFile         *file,
                  EupWriteFunc   write,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;
  GError *problem = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &problem)
      && (path != NULL ? replace_native (path, write, data, cancellable, &problem)
                       : replace_remote (file, write, data, cancellable, &problem)))
    return TRUE;

  if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_prefix_error (&problem, "%s: ", name);
    }
  g_propagate_error (error, problem);
  return FALSE;
}
