/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-words-text.h"

typedef struct
{
  const EupStore   *store;
  EupWordsTextFunc  func;
  gpointer          data;
} Walk;

static gboolean
walk_text (const Walk    *walk,
           EupWordsClass  klass,
           guint32        cell)
{
  guint n = eup_store_text_size (walk->store, cell);

  for (guint i = 0; i < n; i++)
    {
      const char *language;
      const char *text = eup_store_text_nth (walk->store, cell, i, &language);

      if (!walk->func (walk->data, klass, language, text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk_string (const Walk    *walk,
             EupWordsClass  klass,
             EupRef         ref)
{
  return ref == 0 || walk->func (walk->data, klass, NULL, eup_store_string (walk->store, ref));
}

static gboolean
walk_other_titles (const Walk   *walk,
                   EupTableKind  table,
                   guint32       row)
{
  guint n;
  const guint32 *titles = eup_store_list (walk->store, eup_store_get (walk->store, table, row, EUP_FIELD_OTHER_TITLES), &n);

  for (guint i = 0; i < n; i++)
    if (!walk_text (walk, EUP_WORDS_SHORT, eup_store_get (walk->store, EUP_TABLE_TITLE, titles[i], EUP_TITLE_TEXT)))
      return FALSE;
  return TRUE;
}

static gboolean
walk_references (const Walk   *walk,
                 EupTableKind  table,
                 guint32       row)
{
  guint n;
  const guint32 *references = eup_store_list (walk->store, eup_store_get (walk->store, table, row, EUP_FIELD_REFERENCES), &n);

  for (guint i = 0; i < n; i++)
    if (!walk_string (walk, EUP_WORDS_NOTES, references[i]))
      return FALSE;
  return TRUE;
}

/* References as they are written: what their canonical forms change (case, spaces, dots) is not in words. */
void
eup_words_each_text (const EupStore   *store,
                     EupTableKind      table,
                     guint32           row,
                     EupWordsTextFunc  func,
                     gpointer          data)
{
  Walk walk = { store, func, data };
  gboolean more = walk_text (&walk, EUP_WORDS_TITLE, eup_store_get (store, table, row, EUP_FIELD_TITLE))
                  && walk_text (&walk, EUP_WORDS_SHORT, eup_store_get (store, table, row, EUP_FIELD_SHORT_TITLE))
                  && walk_other_titles (&walk, table, row);

  if (more && table == EUP_TABLE_COMMISSIONER)
    more = walk_string (&walk, EUP_WORDS_SHORT, eup_store_get (store, table, row, EUP_COMMISSIONER_GIVEN_NAME))
           && walk_string (&walk, EUP_WORDS_SHORT, eup_store_get (store, table, row, EUP_COMMISSIONER_FAMILY_NAME));
  if (more
      && walk_text (&walk, EUP_WORDS_SUMMARY, eup_store_get (store, table, row, EUP_FIELD_SUMMARY))
      && walk_text (&walk, EUP_WORDS_NOTES, eup_store_get (store, table, row, EUP_FIELD_NOTES))
      && walk_references (&walk, table, row))
    func (data, EUP_WORDS_NOTES, NULL, eup_store_id (store, eup_store_number_of (store, table, row)));
}
