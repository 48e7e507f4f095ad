/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "words/eup-words-text.h"

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

/* References as they are written: what their canonical forms change (case, spaces, dots) is not in words. */
static gboolean
walk_strings (const Walk    *walk,
              EupWordsClass  klass,
              guint32        cell)
{
  guint n;
  const guint32 *strings = eup_store_list (walk->store, cell, &n);

  for (guint i = 0; i < n; i++)
    if (!walk_string (walk, klass, strings[i]))
      return FALSE;
  return TRUE;
}

static gboolean walk_row (const Walk    *walk,
                          EupWordsClass  klass,
                          EupTableKind   table,
                          guint32        row);

static gboolean
walk_cell (const Walk         *walk,
           EupWordsClass       klass,
           const EupFieldSpec *spec,
           guint32             cell)
{
  const guint32 *rows;
  guint n;

  switch (spec->kind)
    {
    case EUP_KIND_TEXT:
      return walk_text (walk, klass, cell);
    case EUP_KIND_STRING:
      return walk_string (walk, klass, cell);
    case EUP_KIND_STRINGS:
      return walk_strings (walk, klass, cell);
    case EUP_KIND_VALUE:
      return walk_row (walk, klass, spec->target, cell - 1);
    case EUP_KIND_VALUES:
      rows = eup_store_list (walk->store, cell, &n);
      for (guint i = 0; i < n; i++)
        if (!walk_row (walk, klass, spec->target, rows[i]))
          return FALSE;
      return TRUE;
    case EUP_KIND_ENUM:
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
    case EUP_KIND_INT:
    case EUP_KIND_DOUBLE:
    case EUP_KIND_ONE:
    case EUP_KIND_MANY:
    default:
      return TRUE;
    }
}

/* The texts of a value. */
static gboolean
walk_row (const Walk    *walk,
          EupWordsClass  klass,
          EupTableKind   table,
          guint32        row)
{
  const EupTableSpec *spec = eup_schema_table (table);

  for (guint field = 0; field < spec->n_fields; field++)
    if (spec->fields[field].kind == EUP_KIND_TEXT
        && !walk_text (walk, klass, eup_store_get (walk->store, table, row, field)))
      return FALSE;
  return TRUE;
}

void
eup_words_each_text (const EupStore   *store,
                     EupTableKind      table,
                     guint32           row,
                     EupWordsTextFunc  func,
                     gpointer          data)
{
  const EupTableSpec *spec = eup_schema_table (table);
  Walk walk = { store, func, data };

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const EupFieldSpec *field = &spec->fields[spec->order[i]];
      guint32 cell = field->words == EUP_WORDS_NOWHERE ? 0 : eup_store_get (store, table, row, spec->order[i]);

      if (cell != 0 && !walk_cell (&walk, (EupWordsClass) (field->words - 1), field, cell))
        return;
    }
  func (data, EUP_WORDS_NOTES, NULL, eup_store_id (store, eup_store_number_of (store, table, row)));
}
