/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/results/eup-results-columns.h"

#include <math.h>
#include <string.h>

#include <eupolicy/eup-list.h>

#include "domain/eup-terms.h"
#include "formats/eup-formats.h"
#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-order.h"
#include "values/eup-date-cell.h"
#include "values/eup-enum-names.h"

static const EupProperty *
find_property (EupTableKind  table,
               const char   *name)
{
  EupEntityClass *klass = g_type_class_peek (eup_entity_type_of_table (table));
  const EupProperty *found = NULL;

  if (klass == NULL)
    klass = g_type_class_ref (eup_entity_type_of_table (table));
  for (guint part = 0; part < 2; part++)
    for (guint i = 0; i < klass->n_properties[part]; i++)
      if (strcmp (klass->properties[part][i].name, name) == 0)
        found = &klass->properties[part][i];
  return found;
}

static EupCellAccess
access_stored (EupTableKind table,
               guint        field)
{
  switch (eup_schema_field (table, field)->kind)
    {
    case EUP_KIND_TEXT:
      return (EupCellAccess) { field == EUP_FIELD_TITLE ? EUP_CELL_TITLE : EUP_CELL_TEXT, field };
    case EUP_KIND_ENUM:
      return (EupCellAccess) { EUP_CELL_ENUM, field };
    default:
      return (EupCellAccess) { EUP_CELL_STORED, field };
    }
}

/* What is worked out, and so stands before what is stored under that name. */
static gboolean
access_derived (EupTableKind   table,
                const char    *name,
                EupCellAccess *access)
{
  static const struct { const char *name; EupCellAccess access; guint tables; } derived[] = {
    { "id", { EUP_CELL_ID, 0 }, EUP_QUERY_ALL_TABLES },
    { "type", { EUP_CELL_TYPE, 0 }, EUP_QUERY_ALL_TABLES },
    { "type-nick", { EUP_CELL_TYPE, 0 }, EUP_QUERY_ALL_TABLES },
    { "status", { EUP_CELL_FACT, EUP_QUERY_FIELD_STATUS }, 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE },
    { "verdict", { EUP_CELL_FACT, EUP_QUERY_FIELD_VERDICT }, 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE },
    { "slippage", { EUP_CELL_INTEGER, EUP_QUERY_FIELD_SLIPPAGE }, 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE },
    { "instrument", { EUP_CELL_FACT, EUP_QUERY_FIELD_INSTRUMENT }, 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE },
    { "state", { EUP_CELL_FACT, EUP_QUERY_FIELD_STATE }, 1u << EUP_TABLE_MILESTONE },
    { "kind", { EUP_CELL_FACT, EUP_QUERY_FIELD_KIND }, 1u << EUP_TABLE_MILESTONE },
    { "actor", { EUP_CELL_FACT, EUP_QUERY_FIELD_ACTOR }, 1u << EUP_TABLE_MILESTONE },
    { "legislative", { EUP_CELL_TRUTH, EUP_QUERY_FIELD_LEGISLATIVE }, 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE },
    { "date", { EUP_CELL_DATE, 0 }, EUP_QUERY_ALL_TABLES & ~(1u << EUP_TABLE_TOPIC) },
    { "day", { EUP_CELL_DAY, 0 }, 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE },
    { "country", { EUP_CELL_COUNTRY, 0 }, 1u << EUP_TABLE_INITIATIVE | 1u << EUP_TABLE_MILESTONE | 1u << EUP_TABLE_COMMISSIONER },
    { "lead", { EUP_CELL_ENTITIES, EUP_QUERY_FIELD_LEAD }, EUP_QUERY_ALL_TABLES & ~(1u << EUP_TABLE_MANDATE | 1u << EUP_TABLE_TOPIC) },
    { "next-milestone", { EUP_CELL_NEXT, 0 }, 1u << EUP_TABLE_INITIATIVE },
    { "role", { EUP_CELL_TERM, EUP_TERM_ROLE }, 1u << EUP_TABLE_COMMISSIONER },
    { "portfolio", { EUP_CELL_TERM, EUP_TERM_PORTFOLIO }, 1u << EUP_TABLE_COMMISSIONER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (derived[i].name[0] == name[0] && strcmp (derived[i].name, name) == 0 && (derived[i].tables >> table & 1))
      {
        *access = derived[i].access;
        return TRUE;
      }
  return FALSE;
}

static EupCellAccess
find_access (EupTableKind  table,
             const char   *name)
{
  EupCellAccess access = { EUP_CELL_NONE, 0 };
  const EupProperty *property;
  int field;

  if (access_derived (table, name, &access))
    return access;
  field = eup_schema_find_property (table, name);
  property = field < 0 ? find_property (table, name) : NULL;
  if (property != NULL && property->relation != EUP_RELATION_NONE)
    return (EupCellAccess) { property->type == eup_list_get_type ? EUP_CELL_RELATION : EUP_CELL_FIRST, property->relation };
  if (field < 0)
    field = eup_schema_find_name (table, name);
  if (field < 0 && g_str_has_suffix (name, "-text"))
    {
      g_autofree char *text = g_strndup (name, strlen (name) - strlen ("-text"));

      field = eup_schema_find_name (table, text);
    }
  if (field >= 0)
    return access_stored (table, field);

  field = eup_query_field_find (name, strlen (name));
  if (field >= 0 && field != EUP_QUERY_FIELD_IN && eup_query_field_spec (field)->kind == EUP_QUERY_KIND_ENTITY
      && (eup_query_field_spec (field)->tables >> table & 1))
    access = (EupCellAccess) { EUP_CELL_ENTITIES, field };
  return access;
}

/* Most lists hold entities of one type: only those that are met are looked at. */
static inline EupCellAccess
access_of (EupResultColumn *column,
           EupTableKind     table)
{
  if (!(column->known >> table & 1))
    {
      column->access[table] = find_access (table, column->name);
      column->known |= 1u << table;
    }
  return column->access[table];
}

gboolean
eup_result_column_init (EupResultColumn *column,
                        EupCore         *core,
                        const EupFieldReader  *reader,
                        const char      *name,
                        EupNumber        example)
{
  const char *at = strchr (name, '@');
  gboolean found = FALSE;
  EupTableKind first;
  guint32 row;

  *column = (EupResultColumn) { core, *reader, at == NULL ? NULL : g_strdup (at + 1) };
  column->name = at == NULL ? g_strdup (name) : g_strndup (name, at - name);
  column->tag = eup_store_find_interned (reader->store, at == NULL ? eup_core_get_reading (core)[0] : at + 1);
  if (eup_store_home (reader->store, example, &first, &row))
    found = access_of (column, first).kind != EUP_CELL_NONE;
  for (guint table = 0; table < EUP_N_ENTITY_TABLES && !found; table++)
    found = access_of (column, table).kind != EUP_CELL_NONE;
  if (!found)
    eup_result_column_clear (column);
  return found;
}

void
eup_result_column_clear (EupResultColumn *column)
{
  g_clear_pointer (&column->language, g_free);
  g_clear_pointer (&column->name, g_free);
  g_clear_pointer (&column->related, g_array_unref);
}

static inline const char *
text_of (const EupResultColumn *column,
         guint32                cell)
{
  const char *string = eup_store_text_tagged (column->reader.store, cell, column->tag);

  if (string != NULL)
    return string;
  return column->language != NULL ? eup_store_text_in (column->reader.store, cell, column->language)
                                  : eup_core_best_text (column->core, cell);
}

const char *
eup_result_column_peek (EupResultColumn *column,
                        EupNumber        number)
{
  EupStore *store = column->reader.store;
  EupCellAccess access;
  EupTableKind table;
  guint32 row, cell;

  if (!eup_store_home (store, number, &table, &row))
    return NULL;
  access = access_of (column, table);
  if (access.kind == EUP_CELL_ID)
    return eup_store_id (store, number);
  if (access.kind != EUP_CELL_TITLE && access.kind != EUP_CELL_TEXT)
    return NULL;
  cell = eup_store_get (store, table, row, access.field);
  return text_of (column, cell);
}

typedef struct
{
  EupJsonOutput *out;
  gboolean       as_json;
} Printer;

static void
print_null (const Printer *to)
{
  if (to->as_json)
    eup_json_output_text (to->out, "null", strlen ("null"));
}

static void
print_string (const Printer *to,
              const char    *string)
{
  if (string == NULL)
    print_null (to);
  else if (to->as_json)
    eup_json_output_string (to->out, string, strlen (string));
  else
    eup_json_output_long (to->out, string, strlen (string));
}

static void
print_int (const Printer *to,
           gint64         number)
{
  char digits[24];

  eup_json_output_text (to->out, digits, g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number));
}

static void
print_date (const Printer *to,
            guint32        date)
{
  char buffer[EUP_DATE_CELL_PRINT_MAX + 1];

  if (date != 0)
    buffer[eup_date_cell_print (date, buffer)] = '\0';
  print_string (to, date == 0 ? NULL : buffer);
}

static void
print_list (const Printer   *to,
            const EupStore  *store,
            const char    *(*get) (const EupStore *store,
                                   guint32         item),
            const guint32   *items,
            guint            n)
{
  if (to->as_json)
    eup_json_output_byte (to->out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        eup_json_output_byte (to->out, to->as_json ? ',' : ' ');
      print_string (to, get (store, items[i]));
    }
  if (to->as_json)
    eup_json_output_byte (to->out, ']');
}

static void
print_text (const EupResultColumn *column,
            const Printer         *to,
            guint32                cell)
{
  print_string (to, text_of (column, cell));
}

static void
print_title (const EupResultColumn *column,
             const Printer         *to,
             EupTableKind           table,
             guint32                row)
{
  guint32 cell = eup_store_get (column->reader.store, table, row, EUP_FIELD_TITLE);
  g_autofree char *name = NULL;

  if (cell != 0 || table != EUP_TABLE_COMMISSIONER || column->language != NULL)
    {
      print_text (column, to, cell);
      return;
    }
  name = eup_core_dup_full_name (column->core, eup_store_number_of (column->reader.store, table, row));
  print_string (to, name);
}

static void
print_stored (const EupResultColumn *column,
              const Printer         *to,
              EupTableKind           table,
              guint32                row,
              guint                  field)
{
  EupStore *store = column->reader.store;
  const EupFieldSpec *spec = eup_schema_field (table, field);
  guint32 cell = eup_store_get (store, table, row, field);
  g_autofree char *json = NULL;
  const guint32 *items;
  guint n;

  switch (spec->kind)
    {
    case EUP_KIND_STRING:
      print_string (to, eup_store_string (store, cell));
      break;
    case EUP_KIND_DATE:
      print_date (to, cell);
      break;
    case EUP_KIND_INT:
      if (cell == 0)
        print_null (to);
      else
        print_int (to, cell);
      break;
    case EUP_KIND_ONE:
      print_string (to, eup_store_id (store, cell));
      break;
    case EUP_KIND_MANY:
      items = eup_store_list (store, cell, &n);
      print_list (to, store, eup_store_id, items, n);
      break;
    case EUP_KIND_STRINGS:
      items = eup_store_list (store, cell, &n);
      print_list (to, store, eup_store_string, items, n);
      break;
    default:
      json = cell == 0 ? NULL : eup_json_write_cell (store, table, row, field);
      if (json != NULL)
        eup_json_output_long (to->out, json, strlen (json));
      else if (spec->kind != EUP_KIND_VALUES)
        print_null (to);
      else if (to->as_json)
        eup_json_output_text (to->out, "[]", 2);
      break;
    }
}

static void
print_fact (const EupResultColumn *column,
            const Printer         *to,
            EupTableKind           table,
            guint32                row,
            EupQueryField          field)
{
  guint64 bits = eup_field_reader_enums (&column->reader, field, table, row);
  const char *truth = bits & 2 ? "true" : "false";

  if (bits == 0)
    print_null (to);
  else if (eup_query_field_spec (field)->kind == EUP_QUERY_KIND_YES_NO)
    eup_json_output_text (to->out, truth, strlen (truth));
  else
    print_string (to, eup_enum_nick (eup_query_field_spec (field)->enum_type (), __builtin_ctzll (bits)));
}

static void
print_countries (const EupResultColumn *column,
                 const Printer         *to,
                 EupTableKind           table,
                 guint32                row)
{
  g_auto (EupNumbers) strings;

  eup_numbers_init (&strings);
  eup_field_reader_countries (&column->reader, table, row, &strings);
  if (table == EUP_TABLE_COMMISSIONER)
    print_string (to, strings.n == 0 ? NULL : eup_store_string (column->reader.store, strings.items[0]));
  else
    print_list (to, column->reader.store, eup_store_string, strings.items, strings.n);
}

static void
print_relation (EupResultColumn *column,
                const Printer   *to,
                EupNumber        number,
                EupCellAccess    access)
{
  GArray *numbers;
  const EupNumber *first;

  if (column->related == NULL)
    column->related = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  numbers = column->related;
  g_array_set_size (numbers, 0);
  eup_core_collect (column->core, access.field, number, numbers);
  eup_core_sort (column->core, access.field, number, numbers, NULL, 0);
  first = (const EupNumber *) numbers->data;
  if (access.kind == EUP_CELL_RELATION)
    print_list (to, column->reader.store, eup_store_id, first, numbers->len);
  else
    print_string (to, numbers->len == 0 ? NULL : eup_store_id (column->reader.store, first[0]));
}

static void
print_entities (const EupResultColumn *column,
                const Printer         *to,
                EupTableKind           table,
                guint32                row,
                EupQueryField          field)
{
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  eup_field_reader_numbers (&column->reader, field, table, row, &numbers);
  print_list (to, column->reader.store, eup_store_id, numbers.items, numbers.n);
}

static int
unix_day (guint32 date)
{
  return (int) eup_date_cell_first_day (date) - EUP_DATE_CELL_UNIX_EPOCH;
}

void
eup_result_column_print (EupResultColumn *column,
                         EupNumber        number,
                         gboolean         as_json,
                         EupJsonOutput   *out)
{
  EupStore *store = column->reader.store;
  Printer to = { out, as_json };
  EupCellAccess access;
  EupTableKind table;
  guint32 row, date, term;
  gint64 integer;

  if (!eup_store_home (store, number, &table, &row))
    {
      print_string (&to, NULL);
      return;
    }
  access = access_of (column, table);
  switch (access.kind)
    {
    case EUP_CELL_ID:
      print_string (&to, eup_store_id (store, number));
      break;
    case EUP_CELL_TYPE:
      print_string (&to, eup_schema_table (table)->nick);
      break;
    case EUP_CELL_TITLE:
      print_title (column, &to, table, row);
      break;
    case EUP_CELL_TEXT:
      print_text (column, &to, eup_store_get (store, table, row, access.field));
      break;
    case EUP_CELL_STORED:
      print_stored (column, &to, table, row, access.field);
      break;
    case EUP_CELL_ENUM:
      date = eup_store_get (store, table, row, access.field);
      print_string (&to, eup_enum_nick (eup_schema_field (table, access.field)->enum_type (), date == EUP_ENUM_KEPT ? 0 : (int) date));
      break;
    case EUP_CELL_FACT:
    case EUP_CELL_TRUTH:
      print_fact (column, &to, table, row, access.field);
      break;
    case EUP_CELL_DATE:
      print_date (&to, eup_field_reader_date (&column->reader, table, row));
      break;
    case EUP_CELL_DAY:
      date = eup_field_reader_date (&column->reader, table, row);
      if (date == 0)
        print_null (&to);
      else
        print_int (&to, unix_day (date));
      break;
    case EUP_CELL_ENTITIES:
      print_entities (column, &to, table, row, access.field);
      break;
    case EUP_CELL_INTEGER:
      if (eup_field_reader_integer (&column->reader, access.field, table, row, &integer))
        print_int (&to, integer);
      else
        print_null (&to);
      break;
    case EUP_CELL_COUNTRY:
      print_countries (column, &to, table, row);
      break;
    case EUP_CELL_RELATION:
    case EUP_CELL_FIRST:
      print_relation (column, &to, number, access);
      break;
    case EUP_CELL_NEXT:
      print_string (&to, eup_store_id (store, eup_field_reader_next_milestone (&column->reader, row)));
      break;
    case EUP_CELL_TERM:
      term = eup_terms_latest (store, row);
      print_text (column, &to, term == EUP_NO_ROW ? 0 : eup_store_get (store, EUP_TABLE_TERM, term, access.field));
      break;
    case EUP_CELL_NONE:
    default:
      print_string (&to, NULL);
      break;
    }
}

static gboolean
is_number (EupTableKind  table,
           EupCellAccess access)
{
  EupFieldKind kind;

  switch (access.kind)
    {
    case EUP_CELL_ENUM:
    case EUP_CELL_FACT:
    case EUP_CELL_TRUTH:
    case EUP_CELL_DATE:
    case EUP_CELL_DAY:
    case EUP_CELL_INTEGER:
      return TRUE;
    case EUP_CELL_STORED:
      kind = eup_schema_field (table, access.field)->kind;
      return kind == EUP_KIND_DATE || kind == EUP_KIND_INT;
    default:
      return FALSE;
    }
}

gboolean
eup_result_column_has_numbers (EupResultColumn *column)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if (is_number (table, access_of (column, table)))
      return TRUE;
  return FALSE;
}

double
eup_result_column_number (EupResultColumn *column,
                          EupNumber        number)
{
  EupStore *store = column->reader.store;
  EupCellAccess access;
  EupTableKind table;
  guint32 row, cell;
  guint64 bits;
  gint64 integer;

  if (!eup_store_home (store, number, &table, &row) || !is_number (table, access_of (column, table)))
    return NAN;
  access = access_of (column, table);
  if (access.kind == EUP_CELL_FACT || access.kind == EUP_CELL_TRUTH)
    {
      bits = eup_field_reader_enums (&column->reader, access.field, table, row);
      return bits == 0 ? NAN : __builtin_ctzll (bits);
    }
  if (access.kind == EUP_CELL_INTEGER)
    return eup_field_reader_integer (&column->reader, access.field, table, row, &integer) ? (double) integer : NAN;
  if (access.kind == EUP_CELL_DATE || access.kind == EUP_CELL_DAY)
    {
      cell = eup_field_reader_date (&column->reader, table, row);
      return cell == 0 ? NAN : unix_day (cell);
    }
  cell = eup_store_get (store, table, row, access.field);
  if (access.kind == EUP_CELL_ENUM)
    return cell == EUP_ENUM_KEPT ? 0 : (double) cell;
  if (cell == 0)
    return NAN;
  return eup_schema_field (table, access.field)->kind == EUP_KIND_DATE ? unix_day (cell) : (double) cell;
}
