/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-terms.h"

#include "values/eup-period-private.h"

static const guint32 *
period_of (const EupStore *store,
           EupTableKind    table,
           guint32         row,
           guint           field)
{
  guint n;
  const guint32 *cells = eup_store_list (store, eup_store_get (store, table, row, field), &n);

  return n == 3 && (cells[0] | cells[1] | cells[2]) != 0 ? cells : NULL;
}

const guint32 *
eup_mandate_period (const EupStore *store,
                    guint32         mandate_row)
{
  return period_of (store, EUP_TABLE_MANDATE, mandate_row, EUP_MANDATE_PERIOD);
}

const guint32 *
eup_term_period (const EupStore *store,
                 guint32         term)
{
  const guint32 *cells = period_of (store, EUP_TABLE_TERM, term, EUP_TERM_PERIOD);
  guint32 mandate;

  if (cells != NULL)
    return cells;
  mandate = eup_store_row_in (store, eup_store_get (store, EUP_TABLE_TERM, term, EUP_TERM_MANDATE), EUP_TABLE_MANDATE);
  return mandate == EUP_NO_ROW ? NULL : eup_mandate_period (store, mandate);
}

guint32
eup_terms_latest (const EupStore *store,
                  guint32         commissioner_row)
{
  guint32 latest = EUP_NO_ROW, latest_day = 0;
  guint n;
  const guint32 *terms = eup_store_list (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, commissioner_row,
                                                               EUP_COMMISSIONER_TERMS), &n);

  for (guint i = 0; i < n; i++)
    {
      const guint32 *period = eup_term_period (store, terms[i]);
      guint32 day = period == NULL ? 0 : eup_period_cells_first_day (period);

      if (latest == EUP_NO_ROW || day >= latest_day)
        {
          latest = terms[i];
          latest_day = day;
        }
    }
  return latest;
}
