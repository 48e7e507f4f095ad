/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/eup-names.h"
#include "query/eup-texts.h"
#include "values/eup-fold.h"

static gboolean
folds_to (const char *text,
          const char *folded,
          gsize       folded_length)
{
  char buffer[256];
  g_autofree char *large = NULL;
  char *out = buffer;
  gsize length;

  length = strlen (text);

  /* Folding writes at most as much as it reads, and an ASCII text keeps its length: so most are told apart by this. */
  if (length < folded_length)
    return FALSE;
  if (length > sizeof buffer)
    out = large = g_malloc (length);
  return eup_fold (text, length, out) == folded_length && memcmp (out, folded, folded_length) == 0;
}

typedef struct
{
  const char *folded;
  gsize       length;
} Wanted;

static gboolean
is_wanted (const char *text,
           gpointer    data)
{
  const Wanted *wanted = data;

  return folds_to (text, wanted->folded, wanted->length);
}

guint
eup_names_tables (EupQueryField field)
{
  switch (field)
    {
    case EUP_QUERY_FIELD_LEAD:
      return 1u << EUP_TABLE_COMMISSIONER;
    case EUP_QUERY_FIELD_TOPIC:
      return 1u << EUP_TABLE_TOPIC;
    case EUP_QUERY_FIELD_MANDATE:
      return 1u << EUP_TABLE_MANDATE;
    case EUP_QUERY_FIELD_PRIORITY:
      return 1u << EUP_TABLE_PRIORITY;
    case EUP_QUERY_FIELD_OBJECTIVE:
      return 1u << EUP_TABLE_OBJECTIVE;
    case EUP_QUERY_FIELD_INITIATIVE:
      return 1u << EUP_TABLE_INITIATIVE;
    default: /* Nothing stands beneath a milestone. */
      return EUP_QUERY_ALL_TABLES & ~(1u << EUP_TABLE_MILESTONE);
    }
}

void
eup_names_resolve (EupStore   *store,
                   guint       tables,
                   const char *value,
                   const char *folded,
                   EupNumbers *numbers)
{
  EupNumber number = eup_store_find (store, value, strlen (value));
  EupTableKind home;
  guint32 home_row;
  Wanted wanted;

  eup_numbers_add (numbers, number);
  if (eup_store_home (store, number, &home, &home_row))
    return;
  if (folded == NULL || folded[0] == '\0')
    return;

  wanted = (Wanted) { folded, strlen (folded) };
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 n_rows = tables >> table & 1 ? eup_store_n_rows (store, table) : 0;

      for (guint32 row = 0; row < n_rows; row++)
        if (eup_store_is_alive (store, table, row) && eup_texts_visit_titles (store, table, row, is_wanted, &wanted))
          eup_numbers_add (numbers, eup_store_number_of (store, table, row));
    }
}
