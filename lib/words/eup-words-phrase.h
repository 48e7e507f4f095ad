/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is looked for: one word, or several that follow each other. */
typedef struct
{
  char      *text;     /* as it was given */
  char     **tokens;   /* folded, NULL-ended */
  guint      n_tokens; /* at least 1 */
  gboolean   exact;    /* the forms that were given and no inflections; always if there are several */
  gboolean   prefix;   /* the last one is only the beginning of a word */
} EupWordsPhrase;

/* FALSE if there is no word in the text; then there is nothing to clear. */
gboolean eup_words_phrase_init  (EupWordsPhrase *phrase,
                                 const char     *text,
                                 gsize           length,
                                 gboolean        exact,
                                 gboolean        prefix);
void     eup_words_phrase_clear (EupWordsPhrase *phrase);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupWordsPhrase, eup_words_phrase_clear)

G_END_DECLS
