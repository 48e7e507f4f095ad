/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy.h>

G_BEGIN_DECLS

/* What somebody may have meant who mistyped a word or an id. */

guint  tool_distance     (const char         *a,
                          const char         *b);
char  *tool_nearest_word (const char         *word,
                          const char * const *known,
                          guint               n_known);
char **tool_nearest_ids  (EupCatalog         *catalog,
                          const char         *id);

G_END_DECLS
