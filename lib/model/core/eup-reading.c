/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/core/eup-core-private.h"
#include "values/eup-language.h"

/* The languages that are read, best first. */
const char * const *
eup_core_get_reading (EupCore *core)
{
  if (core->reading == NULL)
    core->reading = core->languages != NULL ? g_strdupv (core->languages) : eup_languages_of_user ();
  return (const char * const *) core->reading;
}

/* NULL and an empty array are the user's. */
void
eup_core_set_languages (EupCore            *core,
                        const char * const *languages)
{
  g_clear_pointer (&core->languages, g_strfreev);
  g_clear_pointer (&core->reading, g_strfreev);
  g_clear_pointer (&core->collator, eup_collator_free);
  if (languages != NULL && languages[0] != NULL)
    core->languages = g_strdupv ((char **) languages);
}

EupCollator *
eup_core_get_collator (EupCore *core)
{
  if (core->collator == NULL)
    core->collator = eup_collator_new (eup_core_get_reading (core)[0]);
  return core->collator;
}

const char *
eup_core_best_text (EupCore *core,
                    guint32  cell)
{
  /* The user's languages are not asked for while there is nothing to choose from. */
  gboolean choice = (cell & EUP_TEXT_LIST) != 0;

  return eup_store_text_best (core->store, cell, choice ? eup_core_get_reading (core) : NULL, NULL);
}

/* Given and family name of a Commissioner, or NULL if there is neither. */
char *
eup_core_dup_full_name (EupCore   *core,
                        EupNumber  number)
{
  EupStore *store = core->store;
  guint32 row = eup_store_row_in (store, number, EUP_TABLE_COMMISSIONER);
  const char *given, *family;

  if (row == EUP_NO_ROW)
    return NULL;
  given = eup_store_string (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_GIVEN_NAME));
  family = eup_store_string (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_FAMILY_NAME));
  if (given == NULL || family == NULL)
    return g_strdup (given != NULL ? given : family);
  return g_strconcat (given, " ", family, NULL);
}

guint32
eup_store_text_with (EupStore   *store,
                     guint32     cell,
                     const char *string)
{
  guint n = eup_store_text_size (store, cell), n_kept = 0;
  g_autofree const char **languages = g_new (const char *, n + 1);
  g_autofree const char **strings = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      strings[n_kept] = eup_store_text_nth (store, cell, i, &languages[n_kept]);
      if (g_ascii_strcasecmp (languages[n_kept], store->language) != 0)
        n_kept++;
    }
  if (string != NULL && *string != '\0')
    {
      languages[n_kept] = store->language;
      strings[n_kept++] = string;
    }
  return eup_store_add_text (store, n_kept, languages, strings);
}
