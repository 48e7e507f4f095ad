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

/* Takes a message in which a name may have been cut within a character, and gives it without such halves: interpreters can
 * make no string of them. */
char *eup_message_repair (char        *message);

/* As g_set_error (), for names that are cut by their precision. */
void eup_error_set       (GError     **error,
                          GQuark       domain,
                          int          code,
                          const char  *format,
                          ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
