/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Inflections, by libstemmer where the build has it. A stemmer belongs to one index, and so to one thread at a time. */
typedef struct _EupStemmer EupStemmer;

/* NULL if the language is not known to it. */
EupStemmer *eup_stemmer_new  (const char *language);
void        eup_stemmer_free (EupStemmer *stemmer);

/* The stem of a folded word, until the next call. */
const char *eup_stemmer_stem (EupStemmer *stemmer,
                              const char *word,
                              gsize       length,
                              gsize      *stem_length);

G_END_DECLS
