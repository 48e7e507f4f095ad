/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file beside another that is to become it. As long as its writer lives, the writer holds a lock on it; so a file that
 * nobody has locked was left by a writer that was killed. */

typedef struct
{
  char *path;
  int   fd;
} EupTemporaryFile;

/* Makes an empty one with these permissions, less the umask; FALSE with errno. */
gboolean eup_temporary_file_make       (EupTemporaryFile *self,
                                        const char       *target,
                                        int               mode);
/* Gives it the name of the target; FALSE with errno. */
gboolean eup_temporary_file_rename     (EupTemporaryFile *self,
                                        const char       *target);
/* Removes the file unless it was renamed. */
void     eup_temporary_file_clear      (EupTemporaryFile *self);

/* Removes what killed writers of the same target have left. */
void     eup_temporary_file_clean_away (const char       *target);

G_END_DECLS
