/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "model/catalog/eup-file-attributes.h"

#ifdef __linux__

#define ACCESS_LIST "system.posix_acl_access"

/* What vouches for the former contents does not hold for the new ones. */
static gboolean
is_about_contents (const char *name)
{
  return strcmp (name, "security.capability") == 0 || strcmp (name, "security.ima") == 0
         || strcmp (name, "security.evm") == 0;
}

/* Both are asked anew if what they read grew meanwhile, and give NULL if there is nothing. */
static char *
read_names (const char *path,
            gssize     *n)
{
  for (guint i = 0; i < 5; i++)
    {
      gssize size = listxattr (path, NULL, 0);
      g_autofree char *names = size <= 0 ? NULL : g_malloc (size);

      if (names == NULL)
        return NULL;
      *n = listxattr (path, names, size);
      if (*n >= 0)
        return g_steal_pointer (&names);
      if (errno != ERANGE)
        return NULL;
    }
  return NULL;
}

static char *
read_value (const char *path,
            const char *name,
            gssize     *n)
{
  for (guint i = 0; i < 5; i++)
    {
      gssize size = getxattr (path, name, NULL, 0);
      g_autofree char *value = size < 0 ? NULL : g_malloc (size + 1);

      if (value == NULL)
        return NULL;
      *n = getxattr (path, name, value, size + 1);
      if (*n >= 0)
        return g_steal_pointer (&value);
      if (errno != ERANGE)
        return NULL;
    }
  return NULL;
}

static gboolean
copy_extended (const char *from,
               int         fd,
               gboolean    with_access_list)
{
  gssize n = 0;
  g_autofree char *names = read_names (from, &n);

  for (const char *name = names; name != NULL && name < names + n; name += strlen (name) + 1)
    {
      g_autofree char *value = NULL;
      gssize size = 0;

      if (is_about_contents (name) || (!with_access_list && strcmp (name, ACCESS_LIST) == 0))
        continue;
      value = read_value (from, name, &size);
      if (value != NULL && fsetxattr (fd, name, value, size, 0) != 0 && (errno == ENOSPC || errno == EDQUOT))
        return FALSE;
    }
  return TRUE;
}

/* The folder may have given the new file a list of its own, which the permissions would then be read through. */
static void
drop_access_list (int fd)
{
  (void) !fremovexattr (fd, ACCESS_LIST);
}

#else

static gboolean
copy_extended (const char *from,
               int         fd,
               gboolean    with_access_list)
{
  return TRUE;
}

static void
drop_access_list (int fd)
{
}

#endif

gboolean
eup_file_attributes_copy (const char        *from,
                          const struct stat *old,
                          int                fd)
{
  mode_t mode = old->st_mode & 07777;
  struct stat now;
  gboolean same_group;

  if (fchown (fd, old->st_uid, old->st_gid) != 0)
    (void) !fchown (fd, (uid_t) -1, old->st_gid);
  if (fstat (fd, &now) != 0)
    return FALSE;

  /* What one group was allowed is not for another. */
  same_group = now.st_gid == old->st_gid;
  if (!same_group)
    mode = (mode & ~(mode_t) (S_IRWXG | S_ISGID)) | ((mode & S_IRWXO) << 3);
  if (now.st_uid != old->st_uid)
    mode &= ~(mode_t) (S_ISUID | S_ISGID);
  drop_access_list (fd);
  (void) !fchmod (fd, mode);
  return copy_extended (from, fd, same_group);
}
