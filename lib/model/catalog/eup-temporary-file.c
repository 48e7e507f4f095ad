/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model/catalog/eup-temporary-file.h"

#define MARK ".eupolicy-"
#define N_RANDOM 6
#define MAX_TRIES 100

/* Of a long name a part: with what is added it must not become too long. */
#define MAX_NAME 100

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/* What all temporary names for the target begin with. */
static char *
prefix_for (const char *target)
{
  g_autofree char *name = g_path_get_basename (target);
  gsize n = strlen (name);

  if (n > MAX_NAME)
    {
      n = MAX_NAME;
      while (n > 0 && ((guchar) name[n] & 0xc0) == 0x80)
        n--;
    }
  return g_strdup_printf (".%.*s" MARK, (int) n, name);
}

static gboolean
is_temporary_name (const char *name,
                   const char *prefix)
{
  const char *random = name + strlen (prefix);

  return g_str_has_prefix (name, prefix) && strlen (random) == N_RANDOM && strspn (random, letters) == N_RANDOM;
}

static gboolean
lock (int fd,
      int operation)
{
  int result;

  do
    result = flock (fd, operation);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

static gboolean
is_named (int         fd,
          const char *path)
{
  struct stat open_file, named;

  return fstat (fd, &open_file) == 0 && lstat (path, &named) == 0 && open_file.st_ino == named.st_ino
         && open_file.st_dev == named.st_dev;
}

gboolean
eup_temporary_file_make (EupTemporaryFile *self,
                         const char       *target,
                         int               mode)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *prefix = prefix_for (target);

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      char random[N_RANDOM + 1] = { 0 };
      g_autofree char *name = NULL, *path = NULL;
      int fd;

      for (guint k = 0; k < N_RANDOM; k++)
        random[k] = letters[g_random_int_range (0, sizeof letters - 1)];
      name = g_strconcat (prefix, random, NULL);
      path = g_build_filename (folder, name, NULL);
      fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (fd < 0 && (errno == EEXIST || errno == EINTR))
        continue;
      if (fd < 0)
        return FALSE;

      /* Between the two calls another writer may have found it unlocked and taken it for litter. Where there are no locks
       * at all, nobody takes it. */
      if (lock (fd, LOCK_EX) && !is_named (fd, path))
        {
          close (fd);
          continue;
        }
      self->path = g_steal_pointer (&path);
      self->fd = fd;
      return TRUE;
    }
  errno = EEXIST;
  return FALSE;
}

gboolean
eup_temporary_file_rename (EupTemporaryFile *self,
                           const char       *target)
{
  if (g_rename (self->path, target) != 0)
    return FALSE;
  g_clear_pointer (&self->path, g_free);
  return TRUE;
}

void
eup_temporary_file_clear (EupTemporaryFile *self)
{
  /* The lock goes last: without it the name is anybody's. */
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
  close (self->fd);
  self->fd = -1;
}

static void
remove_if_left (const char *path)
{
  struct stat found;
  int fd = g_open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fstat (fd, &found) == 0 && S_ISREG (found.st_mode) && lock (fd, LOCK_EX | LOCK_NB) && is_named (fd, path))
    g_unlink (path);
  close (fd);
}

void
eup_temporary_file_clean_away (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *prefix = prefix_for (target);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_temporary_name (name, prefix))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        remove_if_left (path);
      }
}
