/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean eup_language_is_valid  (const char         *tag,
                                 gssize              length);
char    *eup_language_correct   (const char         *tag);

/* The index of the language that a reader of @wanted (nullable, best first) should get; -1 only when @n is 0. */
int      eup_language_pick      (guint               n,
                                 const char * const *available,
                                 const char * const *wanted,
                                 const char         *fallback_language);

/* The user's languages as BCP 47, best first, never empty. */
char   **eup_languages_of_user  (void);

/* Whether who asks for @wanted takes @tag: one is the other, or begins with it. "en" takes "en-GB", and "en-GB" takes "en". */
gboolean eup_language_takes     (const char         *wanted,
                                 const char         *tag);

/* Whether it begins with a language that ISO 639 knows, by two letters, or with three letters. */
gboolean eup_language_is_known  (const char         *tag);

/* Tags are equal whatever their case. */
int      eup_language_compare   (const char         *a,
                                 const char         *b);

/* @language itself, or the user's first one; free it. */
char    *eup_language_or_user   (const char         *language);

G_END_DECLS
