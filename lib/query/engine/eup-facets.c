/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-facets.h"

#include <string.h>

#include "values/eup-date-cell.h"
#include "values/eup-enum-names.h"

typedef enum
{
  COUNT_ENUM,
  COUNT_NUMBERS,
  COUNT_RELATION,
  COUNT_COUNTRY,
  COUNT_INTEGER,
  COUNT_FIRST_YEAR,
  COUNT_YEAR,
  COUNT_MONTH
} CountKind;

typedef struct
{
  const EupFieldReader  *reader;
  CountKind        kind;
  EupQueryField    field;
  int              columns[EUP_N_ENTITY_TABLES]; /* of a relation, or -1 */
  guint64          none;
  guint64          by_value[64]; /* ENUM */
  guint32         *by_number;    /* NUMBERS, RELATION */
  EupNumbers       seen;         /* with a count above 0 */
  GHashTable      *by_key;       /* the others: string or month -> count */
} Count;

static gboolean
find_relation (Count      *count,
               const char *name)
{
  gboolean found = FALSE;

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      int field = eup_schema_find_name (table, name);
      const EupFieldSpec *spec;

      if (field < 0)
        field = eup_schema_find_property (table, name);
      spec = field < 0 ? NULL : eup_schema_field (table, field);
      count->columns[table] = spec != NULL && (spec->kind == EUP_KIND_ONE || spec->kind == EUP_KIND_MANY) ? field : -1;
      found |= count->columns[table] >= 0;
    }
  return found;
}

static gboolean
find_kind (Count      *count,
           const char *name)
{
  int field = eup_query_field_find (name, strlen (name));

  if (strcmp (name, "year") == 0 || strcmp (name, "month") == 0 || strcmp (name, "year-month") == 0)
    {
      count->kind = name[0] == 'y' && name[4] == '\0' ? COUNT_YEAR : COUNT_MONTH;
      return TRUE;
    }
  if (field < 0)
    {
      count->kind = COUNT_RELATION;
      return find_relation (count, name);
    }

  count->field = field;
  switch (eup_query_field_spec (field)->kind)
    {
    case EUP_QUERY_KIND_TYPE:
    case EUP_QUERY_KIND_ENUM:
    case EUP_QUERY_KIND_YES_NO:
      count->kind = COUNT_ENUM;
      return TRUE;
    case EUP_QUERY_KIND_ENTITY:
      count->kind = COUNT_NUMBERS;
      return field != EUP_QUERY_FIELD_IN;
    case EUP_QUERY_KIND_COUNTRY:
      count->kind = COUNT_COUNTRY;
      return TRUE;
    case EUP_QUERY_KIND_INTEGER:
      count->kind = COUNT_INTEGER;
      return TRUE;
    case EUP_QUERY_KIND_DATE:
      count->kind = COUNT_FIRST_YEAR;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
count_numbers (Count         *count,
               const guint32 *numbers,
               guint          n)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gboolean again = numbers[i] == 0;

      for (guint j = 0; j < i && !again; j++)
        again = numbers[j] == numbers[i];
      if (again)
        continue;
      any = TRUE;
      if (count->by_number[numbers[i]]++ == 0)
        eup_numbers_append (&count->seen, numbers[i]);
    }
  if (!any)
    count->none++;
}

static void
count_key (Count   *count,
           guint32  key)
{
  gpointer n = g_hash_table_lookup (count->by_key, GUINT_TO_POINTER (key));

  g_hash_table_insert (count->by_key, GUINT_TO_POINTER (key), GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
}

static void
count_date (Count   *count,
            guint32  date)
{
  gboolean is_known = date != 0 && eup_date_cell_span (date) != EUP_DATE_SPAN_DECADE;
  int year = is_known ? eup_date_cell_year (date) : 0;
  int month = date == 0 ? 0 : eup_date_cell_month (date);

  if (year == 0 || (count->kind == COUNT_MONTH && month == 0))
    count->none++;
  else
    count_key (count, count->kind == COUNT_YEAR ? (guint32) year : (guint32) year * 16 + (guint32) month);
}

/* By the year in which it begins, however precise it is. */
static void
count_first_year (Count   *count,
                  guint32  date)
{
  int year;

  if (date == 0)
    {
      count->none++;
      return;
    }
  eup_date_cell_split_day (eup_date_cell_first_day (date), &year, NULL, NULL);
  count_key (count, (guint32) year);
}

/* Keys are 32 bits of a number, which is negative for slippage alone. */
static void
count_integer (Count        *count,
               EupTableKind  table,
               guint32       row)
{
  gint64 integer;

  if (eup_field_reader_integer (count->reader, count->field, table, row, &integer))
    count_key (count, (guint32) integer);
  else
    count->none++;
}

static void
count_countries (Count            *count,
                 const EupNumbers *strings)
{
  const EupStore *store = count->reader->store;

  if (strings->n == 0)
    count->none++;
  for (guint i = 0; i < strings->n; i++)
    {
      gboolean again = FALSE;

      for (guint j = 0; j < i && !again; j++)
        again = strcmp (eup_store_string (store, strings->items[i]), eup_store_string (store, strings->items[j])) == 0;
      if (!again)
        count_key (count, strings->items[i]);
    }
}

static void
count_relation (Count        *count,
                EupTableKind  table,
                guint32       row)
{
  const EupStore *store = count->reader->store;
  int field = count->columns[table];
  guint32 cell = field < 0 ? 0 : eup_store_get (store, table, row, field);
  const guint32 *items = &cell;
  guint n = cell != 0;

  if (n > 0 && eup_schema_field (table, field)->kind == EUP_KIND_MANY)
    items = eup_store_list (store, cell, &n);
  count_numbers (count, items, n);
}

static void
count_entity (Count        *count,
              EupTableKind  table,
              guint32       row)
{
  g_auto (EupNumbers) numbers;
  guint64 bits;

  eup_numbers_init (&numbers);
  switch (count->kind)
    {
    case COUNT_ENUM:
      bits = eup_field_reader_enums (count->reader, count->field, table, row);
      count->none += bits == 0;
      for (; bits != 0; bits &= bits - 1)
        count->by_value[__builtin_ctzll (bits)]++;
      break;
    case COUNT_NUMBERS:
      eup_field_reader_named (count->reader, count->field, table, row, &numbers);
      count_numbers (count, numbers.items, numbers.n);
      break;
    case COUNT_RELATION:
      count_relation (count, table, row);
      break;
    case COUNT_COUNTRY:
      eup_field_reader_countries (count->reader, table, row, &numbers);
      count_countries (count, &numbers);
      break;
    case COUNT_INTEGER:
      count_integer (count, table, row);
      break;
    case COUNT_FIRST_YEAR:
      count_first_year (count, eup_field_reader_date (count->reader, table, row));
      break;
    case COUNT_YEAR:
    case COUNT_MONTH:
    default:
      count_date (count, eup_field_reader_date (count->reader, table, row));
      break;
    }
}

/* Where the one value of each row stands as a byte. */
typedef struct
{
  const guint8 *base; /* NULL: it does not */
  guint32       n;
} ByteColumn;

static ByteColumn
byte_column (const Count  *count,
             EupTableKind  table)
{
  const EupStore *store = count->reader->store;
  const EupDerived *derived;
  const EupColumn *column;
  guint field = EUP_FIELD_CONFIDENCE;

  if (count->field == EUP_QUERY_FIELD_STATUS && table == EUP_TABLE_INITIATIVE)
    {
      derived = count->reader->derived != NULL ? count->reader->derived : eup_derived_of (count->reader->store);
      return (ByteColumn) { derived->status, derived->n };
    }
  if (count->field == EUP_QUERY_FIELD_VERDICT && table == EUP_TABLE_INITIATIVE)
    {
      derived = count->reader->derived != NULL ? count->reader->derived : eup_derived_of (count->reader->store);
      return (ByteColumn) { derived->verdict, derived->n };
    }
  if (count->field == EUP_QUERY_FIELD_INSTRUMENT && table == EUP_TABLE_INITIATIVE)
    field = EUP_INITIATIVE_INSTRUMENT;
  else if (count->field == EUP_QUERY_FIELD_KIND && table == EUP_TABLE_MILESTONE)
    field = EUP_MILESTONE_KIND;
  else if (count->field == EUP_QUERY_FIELD_ACTOR && table == EUP_TABLE_MILESTONE)
    field = EUP_MILESTONE_ACTOR;
  else if (count->field != EUP_QUERY_FIELD_CONFIDENCE)
    return (ByteColumn) { NULL, 0 };
  column = eup_store_column (store, table, field);
  return column == NULL || column->width != 1 ? (ByteColumn) { NULL, 0 } : (ByteColumn) { column->base, column->n };
}

/* Many entities have each one value that stands in a column: those are counted without asking what it means. */
static void
count_enums (Count           *count,
             const EupNumber *numbers,
             guint            n)
{
  const EupStore *store = count->reader->store;
  ByteColumn columns[EUP_N_ENTITY_TABLES];
  guint32 by_byte[2][EUP_ENUM_KEPT + 1] = { { 0 } }; /* in turn, so that no sum waits for the one before it */

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    columns[table] = byte_column (count, table);
  for (guint i = 0; i < n; i++)
    {
      EupTableKind table;
      guint32 row;

      if (!eup_store_home (store, numbers[i], &table, &row))
        continue;
      if (columns[table].base != NULL)
        by_byte[i % 2][row < columns[table].n ? columns[table].base[row] : 0]++;
      else
        count_entity (count, table, row);
    }
  for (guint value = 0; value < G_N_ELEMENTS (count->by_value); value++)
    count->by_value[value] += by_byte[0][value] + (guint64) by_byte[1][value];
  count->by_value[0] += by_byte[0][EUP_ENUM_KEPT] + (guint64) by_byte[1][EUP_ENUM_KEPT];
}

static const char *
value_name (const Count *count,
            guint        value)
{
  const EupQueryFieldSpec *spec = eup_query_field_spec (count->field);

  if (spec->kind == EUP_QUERY_KIND_TYPE)
    return eup_schema_table (value)->nick;
  if (spec->kind == EUP_QUERY_KIND_YES_NO)
    return value == 0 ? "false" : "true";
  return eup_enum_nick (spec->enum_type (), value);
}

/* One country may be written at several places: @seen has the place of each value + 1. */
static void
add_facet (GArray     *facets,
           GHashTable *seen,
           const char *value,
           guint64     n)
{
  EupFacet facet = { NULL, n };
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (seen, value));

  if (n == 0)
    return;
  if (place > 0)
    {
      g_array_index (facets, EupFacet, place - 1).n += n;
      return;
    }
  facet.value = g_strdup (value);
  g_array_append_val (facets, facet);
  g_hash_table_insert (seen, facet.value, GUINT_TO_POINTER (facets->len));
}

static int
compare_facets (gconstpointer a,
                gconstpointer b)
{
  const EupFacet *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return strcmp (x->value, y->value);
}

static void
clear_facet (gpointer data)
{
  g_free (((EupFacet *) data)->value);
}

static void
add_keys (const Count *count,
          GArray      *facets,
          GHashTable  *seen)
{
  GHashTableIter iter;
  gpointer key, n;

  g_hash_table_iter_init (&iter, count->by_key);
  while (g_hash_table_iter_next (&iter, &key, &n))
    {
      guint value = GPOINTER_TO_UINT (key);
      char text[16];

      if (count->kind == COUNT_COUNTRY)
        {
          add_facet (facets, seen, eup_store_string (count->reader->store, value), GPOINTER_TO_UINT (n));
          continue;
        }
      if (count->kind == COUNT_INTEGER && count->field == EUP_QUERY_FIELD_SLIPPAGE)
        g_snprintf (text, sizeof text, "%d", (gint32) value);
      else if (count->kind == COUNT_INTEGER)
        g_snprintf (text, sizeof text, "%u", value);
      else if (count->kind == COUNT_YEAR || count->kind == COUNT_FIRST_YEAR)
        g_snprintf (text, sizeof text, "%04u", value);
      else
        g_snprintf (text, sizeof text, "%04u-%02u", value / 16, value % 16);
      add_facet (facets, seen, text, GPOINTER_TO_UINT (n));
    }
}

static GArray *
take_facets (const Count *count)
{
  GArray *facets = g_array_new (FALSE, FALSE, sizeof (EupFacet));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (facets, clear_facet);
  for (guint i = 0; count->kind == COUNT_ENUM && i < 64; i++)
    if (count->by_value[i] > 0)
      add_facet (facets, seen, value_name (count, i), count->by_value[i]);
  for (guint i = 0; i < count->seen.n; i++)
    {
      EupFacet facet = { g_strdup (eup_store_id (count->reader->store, count->seen.items[i])),
                         count->by_number[count->seen.items[i]] };

      g_array_append_val (facets, facet);
    }
  if (count->by_key != NULL)
    add_keys (count, facets, seen);
  add_facet (facets, seen, "", count->none);
  g_array_sort (facets, compare_facets);
  return facets;
}

GArray *
eup_facets_count (const EupFieldReader  *reader,
                  const char      *field,
                  const EupNumber *numbers,
                  guint            n)
{
  Count count = { reader };
  GArray *facets;

  if (!find_kind (&count, field))
    return NULL;
  eup_numbers_init (&count.seen);
  if (count.kind == COUNT_NUMBERS || count.kind == COUNT_RELATION)
    count.by_number = g_new0 (guint32, reader->store->n_symbols);
  else if (count.kind != COUNT_ENUM)
    count.by_key = g_hash_table_new (NULL, NULL);

  if (count.kind == COUNT_ENUM)
    count_enums (&count, numbers, n);
  for (guint i = 0; count.kind != COUNT_ENUM && i < n; i++)
    {
      EupTableKind table;
      guint32 row;

      if (eup_store_home (reader->store, numbers[i], &table, &row))
        count_entity (&count, table, row);
    }

  facets = take_facets (&count);
  eup_numbers_clear (&count.seen);
  g_free (count.by_number);
  g_clear_pointer (&count.by_key, g_hash_table_unref);
  return facets;
}
