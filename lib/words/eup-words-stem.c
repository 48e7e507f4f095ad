/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "words/eup-words-stem.h"

#ifdef HAVE_STEMMER

#include <libstemmer.h>

struct _EupStemmer
{
  struct sb_stemmer *stemmer;
};

EupStemmer *
eup_stemmer_new (const char *language)
{
  char primary[4] = "";
  struct sb_stemmer *found;
  EupStemmer *self;

  for (guint i = 0; i < 3 && g_ascii_isalpha (language[i]); i++)
    primary[i] = g_ascii_tolower (language[i]);
  found = primary[0] == '\0' ? NULL : sb_stemmer_new (primary, "UTF_8");
  if (found == NULL)
    return NULL;
  self = g_new (EupStemmer, 1);
  self->stemmer = found;
  return self;
}

void
eup_stemmer_free (EupStemmer *stemmer)
{
  if (stemmer == NULL)
    return;
  sb_stemmer_delete (stemmer->stemmer);
  g_free (stemmer);
}

const char *
eup_stemmer_stem (EupStemmer *stemmer,
                  const char *word,
                  gsize       length,
                  gsize      *stem_length)
{
  const sb_symbol *stem = sb_stemmer_stem (stemmer->stemmer, (const sb_symbol *) word, (int) length);

  if (stem == NULL)
    {
      *stem_length = length;
      return word;
    }
  *stem_length = (gsize) sb_stemmer_length (stemmer->stemmer);
  return (const char *) stem;
}

#else

EupStemmer *
eup_stemmer_new (const char *language)
{
  return NULL;
}

void
eup_stemmer_free (EupStemmer *stemmer)
{
}

const char *
eup_stemmer_stem (EupStemmer *stemmer,
                  const char *word,
                  gsize       length,
                  gsize      *stem_length)
{
  *stem_length = length;
  return word;
}

#endif
