/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-text.h>

#include "values/eup-language.h"

G_BEGIN_DECLS

/* Of two strings in one language the later one counts. */
EupText *eup_text_new_from_pairs (guint               n,
                                  const char * const *languages,
                                  const char * const *strings);

guint    eup_text_get_n_strings  (const EupText      *self);

/* In the order of the language tags. */
void     eup_text_get_pair       (const EupText      *self,
                                  guint               i,
                                  const char        **language,
                                  const char        **string);

/* NULL only for a text without strings. */
const char *eup_text_pick        (const EupText      *self,
                                  const char * const *wanted,
                                  const char         *fallback_language);

G_END_DECLS
