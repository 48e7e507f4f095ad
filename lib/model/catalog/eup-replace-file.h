/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*EupWriteFunc) (GOutputStream  *stream,
                                  gpointer        data,
                                  GCancellable   *cancellable,
                                  GError        **error);

/* Gives the file new contents, all of them or none: whatever happens meanwhile, the old file stays or the new one is
 * there, whole. TRUE means that it is the new one, an error (also that it was cancelled) that it is the old one. */
gboolean eup_replace_file (GFile         *file,
                           EupWriteFunc   write,
                           gpointer       data,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
