/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <sys/stat.h>

#include <glib.h>

G_BEGIN_DECLS

/* Gives an open file the owner, permissions, access control list and extended attributes of another, as far as the process
 * may and the file system can; never more access than the other gives. FALSE with errno where there is no room for them. */
gboolean eup_file_attributes_copy (const char        *from,
                                   const struct stat *old,
                                   int                fd);

G_END_DECLS
