/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EUP_JSON_NUMBER_SIZE 40

/* Numbers as JSON has them, whatever the locale is. */
gboolean eup_json_number_to_double (const char *text,
                                    gsize       length,
                                    double     *value);
gboolean eup_json_number_is_exact  (const char *text,
                                    gsize       length,
                                    double      value);
gsize    eup_json_number_print     (double      value,
                                    char       *buffer);

G_END_DECLS
