/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The words of every enumeration: nicks for data, labels for people. @type is one of eup-enums.h. */

/* NULL only for a number that is no value of @type. */
const char *eup_enum_nick       (GType        type,
                                 int          value);
gboolean    eup_enum_from_nick  (GType        type,
                                 const char  *nick,
                                 gsize        length,
                                 int         *value);

/* NULL only for a number that is no value of @type; @language NULL is the user's. */
const char *eup_enum_label      (GType        type,
                                 int          value,
                                 const char  *language);

/* The number of values, which are 0 to it less one. */
guint       eup_enum_n_values   (GType        type);

/* Called by the generated type functions, once for each type that is registered. */
void        eup_enum_type_registered (GType       type,
                                      const char *name);

G_END_DECLS
