/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets BAD_VALUE: "TEXT" is no KIND: at character N: PROBLEM. The text need not be valid UTF-8. */
void eup_value_error_set (GError     **error,
                          const char  *kind,
                          const char  *text,
                          gssize       length,
                          gsize        offset,
                          const char  *problem);

G_END_DECLS
