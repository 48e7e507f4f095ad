/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-period.h>
#include <eupolicy/eup-text.h>

#include "model/entity/eup-entity-private.h"
#include "values/eup-date-private.h"
#include "values/eup-period-private.h"
#include "values/eup-text-private.h"

const char *
eup_entity_get_string (EupEntity *self,
                       guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);

  if (cell == 0)
    return NULL;
  eup_entity_show (self, field);
  return eup_store_string (self->core->store, cell);
}

void
eup_entity_set_string (EupEntity  *self,
                       guint       field,
                       const char *string)
{
  const EupFieldSpec *spec;
  EupTableKind table;
  EupStore *store;
  guint32 row, cell = 0;

  if (!eup_entity_get_row (self, &table, &row))
    return;
  store = self->core->store;
  spec = eup_schema_field (table, field);
  /* What is read there may be empty: that stays as it is. */
  if (g_strcmp0 (string, eup_store_string (store, eup_store_get (store, table, row, field))) == 0)
    return;
  if (string != NULL && *string != '\0')
    cell = spec->flags & EUP_FIELD_INTERN ? eup_store_intern_string (store, string, strlen (string))
           : eup_store_add_string (store, string, strlen (string));
  eup_entity_write (self, field, cell);
}

const char *
eup_entity_get_best (EupEntity *self,
                     guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);

  if (cell == 0)
    return NULL;
  eup_entity_show (self, field);
  return eup_core_best_text (self->core, cell);
}

/* Writes the string of the store's language; the other languages stay. */
void
eup_entity_set_best (EupEntity  *self,
                     guint       field,
                     const char *string)
{
  if (eup_entity_ensure (self, ""))
    eup_entity_write (self, field, eup_store_text_with (self->core->store, eup_entity_get_cell (self, field), string));
}

EupText *
eup_entity_get_text (EupEntity *self,
                     guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);
  EupLent *lent = eup_entity_find_lent (self, field);
  g_autofree const char **languages = NULL;
  g_autofree const char **strings = NULL;
  guint n;

  if (lent != NULL)
    return lent->data;
  if (cell == 0)
    return NULL;
  n = eup_store_text_size (self->core->store, cell);
  languages = g_new (const char *, n);
  strings = g_new (const char *, n);
  for (guint i = 0; i < n; i++)
    strings[i] = eup_store_text_nth (self->core->store, cell, i, &languages[i]);
  return eup_entity_lend (self, field, cell, eup_text_new_from_pairs (n, languages, strings),
                          (GDestroyNotify) eup_text_unref);
}

void
eup_entity_set_text (EupEntity *self,
                     guint      field,
                     EupText   *text)
{
  guint n = text == NULL ? 0 : eup_text_get_n_strings (text);
  g_autofree const char **languages = g_new (const char *, n + 1);
  g_autofree const char **strings = g_new (const char *, n + 1);

  if (!eup_entity_ensure (self, ""))
    return;
  for (guint i = 0; i < n; i++)
    eup_text_get_pair (text, i, &languages[i], &strings[i]);
  eup_entity_write (self, field, eup_store_add_text (self->core->store, n, languages, strings));
}

guint
eup_entity_get_enum (EupEntity *self,
                     guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);

  return cell == EUP_ENUM_KEPT ? 0 : cell;
}

void
eup_entity_set_enum (EupEntity *self,
                     guint      field,
                     guint      value)
{
  const EupFieldSpec *spec;
  GEnumClass *klass;
  EupTableKind table;
  guint32 row;

  if (!eup_entity_get_row (self, &table, &row))
    return;
  spec = eup_schema_field (table, field);
  klass = g_type_class_ref (spec->enum_type ());
  if (g_enum_get_value (klass, value) == NULL)
    g_critical ("%u is no value of %s", value, g_type_name (spec->enum_type ()));
  else
    eup_entity_write (self, field, value);
  g_type_class_unref (klass);
}

guint
eup_entity_get_uint (EupEntity *self,
                     guint      field)
{
  return eup_entity_get_cell (self, field);
}

void
eup_entity_set_uint (EupEntity *self,
                     guint      field,
                     guint      number)
{
  if (eup_entity_ensure (self, ""))
    eup_entity_write (self, field, number);
}

EupDate *
eup_entity_get_date (EupEntity *self,
                     guint      field)
{
  return eup_entity_keep_date (self, field, eup_entity_get_cell (self, field));
}

void
eup_entity_set_date (EupEntity *self,
                     guint      field,
                     EupDate   *date)
{
  if (eup_entity_ensure (self, ""))
    eup_entity_write (self, field, eup_date_get_cell (date));
}

EupPeriod *
eup_entity_get_period (EupEntity *self,
                       guint      field)
{
  guint32 cell = eup_entity_get_cell (self, field);
  EupLent *lent = eup_entity_find_lent (self, field);
  const guint32 *cells;
  guint n;

  if (lent != NULL)
    return lent->data;
  if (cell == 0)
    return NULL;
  cells = eup_store_list (self->core->store, cell, &n);
  if (n != 3)
    return NULL;
  return eup_entity_lend (self, field, cell, eup_period_new_from_cells (cells), (GDestroyNotify) eup_period_unref);
}

void
eup_entity_set_period (EupEntity *self,
                       guint      field,
                       EupPeriod *period)
{
  guint32 cells[3] = { 0, 0, 0 };

  if (!eup_entity_ensure (self, ""))
    return;
  if (period != NULL)
    eup_period_get_cells (period, cells);
  eup_entity_write (self, field, period == NULL ? 0 : eup_store_add_list (self->core->store, cells, 3));
}

/* The title that is stated, or the full name of a Commissioner. */
const char *
eup_entity_get_display_title (EupEntity *self)
{
  const char *title = eup_entity_get_best (self, EUP_FIELD_TITLE);

  if (title != NULL || EUP_ENTITY_GET_CLASS (self)->table != EUP_TABLE_COMMISSIONER)
    return title;
  return eup_entity_keep_string (self, EUP_SLOT_FULL_NAME, eup_core_dup_full_name (self->core, self->number));
}

int
eup_entity_day_of_cell (guint32 cell)
{
  return cell == 0 ? G_MAXINT : (int) eup_date_cell_first_day (cell) - EUP_DATE_CELL_UNIX_EPOCH;
}
