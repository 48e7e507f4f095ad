/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-enum-types.h>

#include "store/eup-schema.h"

/* The kinds of eup-schema-rows.h: one without the table or the enumeration that it needs does not compile. */
#define AS_STRING .kind = EUP_KIND_STRING, .target = EUP_TABLE_ANY
#define AS_TEXT .kind = EUP_KIND_TEXT, .target = EUP_TABLE_ANY
#define AS_DATE .kind = EUP_KIND_DATE, .target = EUP_TABLE_ANY
#define AS_PERIOD .kind = EUP_KIND_PERIOD, .target = EUP_TABLE_ANY
#define AS_INT .kind = EUP_KIND_INT, .target = EUP_TABLE_ANY
#define AS_DOUBLE .kind = EUP_KIND_DOUBLE, .target = EUP_TABLE_ANY
#define AS_STRINGS .kind = EUP_KIND_STRINGS, .target = EUP_TABLE_ANY
#define AS_ENUM(type) .kind = EUP_KIND_ENUM, .target = EUP_TABLE_ANY, .enum_type = eup_##type##_get_type
#define AS_ENUM_FROM_1(type) AS_ENUM (type), .enum_offset = 1
#define AS_ONE(table) .kind = EUP_KIND_ONE, .target = EUP_TABLE_##table
#define AS_MANY(table) .kind = EUP_KIND_MANY, .target = EUP_TABLE_##table
#define AS_VALUE(table) .kind = EUP_KIND_VALUE, .target = EUP_TABLE_##table
#define AS_VALUES(table) .kind = EUP_KIND_VALUES, .target = EUP_TABLE_##table

#define SPEC(constant, name_, property_, key_, kind_, predicate_, since_, description_, ...) \
  [constant] = { .name = name_, .property = property_, .key = key_, AS_##kind_, .predicate = predicate_, \
                 .since = since_, .description = description_, __VA_ARGS__ },

/* An empty string would be a name, a key or a meaning that nobody can use. */
#define CHECK(constant, name_, property_, key_, kind_, predicate_, since_, description_, ...) \
  G_STATIC_ASSERT (sizeof (name_) > 1 && sizeof (property_) > 1 && sizeof (key_) > 1 && sizeof (predicate_) > 1 \
                   && sizeof (since_) > 1 && sizeof (description_) > 1);

#define NUMBER(constant, ...) constant,

#define ENTITY_FIELDS(constant, nick_, key_, rows, title_, description_) \
  rows (CHECK) \
  G_STATIC_ASSERT (EUP_N_##constant##_FIELDS <= EUP_MAX_FIELDS); \
  static const EupFieldSpec nick_##_fields[EUP_N_##constant##_FIELDS] = { \
    EUP_COMMON_HEAD (SPEC) EUP_COMMON_TAIL (SPEC) rows (SPEC) \
  }; \
  static const guint8 nick_##_order[EUP_N_##constant##_FIELDS] = { \
    EUP_COMMON_HEAD (NUMBER) rows (NUMBER) EUP_COMMON_TAIL (NUMBER) \
  };

#define VALUE_FIELDS(constant, nick_, key_, rows, title_, description_) \
  rows (CHECK) \
  G_STATIC_ASSERT (EUP_N_##constant##_FIELDS <= EUP_MAX_FIELDS); \
  static const EupFieldSpec nick_##_fields[EUP_N_##constant##_FIELDS] = { rows (SPEC) }; \
  static const guint8 nick_##_order[EUP_N_##constant##_FIELDS] = { rows (NUMBER) };

EUP_COMMON_HEAD (CHECK)
EUP_COMMON_TAIL (CHECK)
EUP_ENTITY_TABLES (ENTITY_FIELDS)
EUP_VALUE_TABLES (VALUE_FIELDS)

#define TABLE(constant, nick_, key_, rows, title_, description_) \
  [EUP_TABLE_##constant] = { .nick = #nick_, .key = key_, .fields = nick_##_fields, .n_fields = EUP_N_##constant##_FIELDS, \
                             .order = nick_##_order, .title = title_, .description = description_ },

static const EupTableSpec tables[EUP_N_TABLES] = {
  EUP_ENTITY_TABLES (TABLE)
  EUP_VALUE_TABLES (TABLE)
};

const EupTableSpec *
eup_schema_table (EupTableKind table)
{
  return &tables[table];
}

const EupFieldSpec *
eup_schema_field (EupTableKind table,
                  guint        field)
{
  return &tables[table].fields[field];
}

/* The number of the field with that JSON key, or -1. */
int
eup_schema_find_key (EupTableKind table,
                     const char  *key,
                     gsize        length)
{
  const EupTableSpec *spec = &tables[table];

  for (guint i = 0; i < spec->n_fields; i++)
    if (strncmp (spec->fields[i].key, key, length) == 0 && spec->fields[i].key[length] == '\0')
      return i;
  return -1;
}

/* The number of the field behind that settable property, or -1. */
int
eup_schema_find_property (EupTableKind table,
                          const char  *property)
{
  for (guint i = 0; i < tables[table].n_fields; i++)
    if (strcmp (tables[table].fields[i].property, property) == 0)
      return i;
  return -1;
}

/* The number of the field of that name, or -1. */
int
eup_schema_find_name (EupTableKind table,
                      const char  *name)
{
  for (guint i = 0; i < tables[table].n_fields; i++)
    if (strcmp (tables[table].fields[i].name, name) == 0)
      return i;
  return -1;
}

/* The entity table of that nick, or -1. */
int
eup_schema_find_table (const char *nick,
                       gsize       length)
{
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    if (strncmp (tables[i].nick, nick, length) == 0 && tables[i].nick[length] == '\0')
      return i;
  return -1;
}

/* The entity table whose array has that key in JSON, or -1. */
int
eup_schema_find_array (const char *key,
                       gsize       length)
{
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    if (strncmp (tables[i].key, key, length) == 0 && tables[i].key[length] == '\0')
      return i;
  return -1;
}

/* Bytes of a cell of that kind. */
guint
eup_schema_kind_width (EupFieldKind kind)
{
  switch (kind)
    {
    case EUP_KIND_ENUM:
      return 1;
    case EUP_KIND_DOUBLE:
      return 8;
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
    case EUP_KIND_STRING:
    case EUP_KIND_TEXT:
    case EUP_KIND_INT:
    case EUP_KIND_ONE:
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
    case EUP_KIND_VALUE:
    case EUP_KIND_VALUES:
    default:
      return 4;
    }
}
