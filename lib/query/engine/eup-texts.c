/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-texts.h"

static gboolean
visit_text (const EupStore *store,
            guint32         cell,
            EupTextFunc     func,
            gpointer        data)
{
  guint n = eup_store_text_size (store, cell);

  for (guint i = 0; i < n; i++)
    {
      const char *text = eup_store_text_nth (store, cell, i, NULL);

      if (text != NULL && func (text, data))
        return TRUE;
    }
  return FALSE;
}

static gboolean
visit_name (const EupStore *store,
            guint32         row,
            EupTextFunc     func,
            gpointer        data)
{
  const char *given = eup_store_string (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_GIVEN_NAME));
  const char *family = eup_store_string (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_FAMILY_NAME));
  g_autofree char *name = NULL;

  if (family != NULL && func (family, data))
    return TRUE;
  if (given == NULL || family == NULL)
    return given != NULL && func (given, data);
  name = g_strconcat (given, " ", family, NULL);
  return func (name, data);
}

gboolean
eup_texts_visit_titles (const EupStore *store,
                        EupTableKind    table,
                        guint32         row,
                        EupTextFunc     func,
                        gpointer        data)
{
  const guint32 *others;
  guint n;

  if (visit_text (store, eup_store_get (store, table, row, EUP_FIELD_TITLE), func, data)
      || visit_text (store, eup_store_get (store, table, row, EUP_FIELD_SHORT_TITLE), func, data))
    return TRUE;
  others = eup_store_list (store, eup_store_get (store, table, row, EUP_FIELD_OTHER_TITLES), &n);
  for (guint i = 0; i < n; i++)
    if (visit_text (store, eup_store_get (store, EUP_TABLE_TITLE, others[i], EUP_TITLE_TEXT), func, data))
      return TRUE;
  return table == EUP_TABLE_COMMISSIONER && visit_name (store, row, func, data);
}
