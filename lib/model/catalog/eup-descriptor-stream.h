/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream that writes to a file descriptor, which remains the caller's. A limit on the size of files and a reader that has
 * gone are errors; they send no signal. A descriptor that does not block is waited for, until it is cancelled. */
GOutputStream *eup_descriptor_stream_new (int fd);

G_END_DECLS
