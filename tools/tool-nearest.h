/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"

G_BEGIN_DECLS

/* What somebody may have meant who mistyped a word or an id. */

char      *tool_nearest_word (const char         *word,
                              const char * const *known,
                              guint               n_known);
EupEntity *tool_find         (ToolSession        *session,
                              const char         *id);

G_END_DECLS
