/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TOOL_STREAM_NAME "standard input"

/* The standard input as a file, which can be read once. */
GFile  *tool_stream_file (void);

/* Everything that comes in by it. */
GBytes *tool_stream_read (GError **error);

G_END_DECLS
