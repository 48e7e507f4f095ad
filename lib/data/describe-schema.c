/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <json-glib/json-glib.h>

#include "query/language/eup-query-fields.h"
#include "query/language/eup-query-properties.h"
#include "store/eup-schema.h"
#include "values/eup-enum-names.h"

/* Prints the schema as JSON: run while the library is built, by what makes the JSON Schema, the JSON-LD context, the field
 * tables of the documentation and the completion. */

/* Nothing is labelled here. */
void
eup_enum_type_registered (GType       type,
                          const char *name)
{
}

static void
add_string (JsonBuilder *to,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (to, name);
  json_builder_add_string_value (to, value);
}

static void
add_flag (JsonBuilder        *to,
          const char         *name,
          const EupFieldSpec *spec,
          guint               flag)
{
  json_builder_set_member_name (to, name);
  json_builder_add_boolean_value (to, (spec->flags & flag) != 0);
}

/* The words of an enumeration, but for those that the field cannot hold. */
static void
add_enum (JsonBuilder        *to,
          const EupFieldSpec *spec)
{
  GEnumClass *klass = g_type_class_ref (spec->enum_type ());

  add_string (to, "enum", g_type_name (spec->enum_type ()) + strlen ("Eup"));
  json_builder_set_member_name (to, "words");
  json_builder_begin_array (to);
  for (guint i = 0; i < klass->n_values; i++)
    json_builder_add_string_value (to, klass->values[i].value_nick);
  json_builder_end_array (to);
  g_type_class_unref (klass);
}

static void
add_field (JsonBuilder        *to,
           const EupFieldSpec *spec)
{
  static const char * const kinds[] = {
    [EUP_KIND_ENUM] = "enum", [EUP_KIND_DATE] = "date", [EUP_KIND_PERIOD] = "period", [EUP_KIND_STRING] = "string",
    [EUP_KIND_TEXT] = "text", [EUP_KIND_INT] = "int", [EUP_KIND_DOUBLE] = "double", [EUP_KIND_ONE] = "one",
    [EUP_KIND_MANY] = "many", [EUP_KIND_STRINGS] = "strings", [EUP_KIND_VALUE] = "value", [EUP_KIND_VALUES] = "values",
  };

  json_builder_begin_object (to);
  add_string (to, "name", spec->name);
  add_string (to, "property", spec->property);
  add_string (to, "key", spec->key);
  add_string (to, "predicate", spec->predicate);
  add_string (to, "kind", kinds[spec->kind]);
  add_string (to, "target", spec->target == EUP_TABLE_ANY ? NULL : eup_schema_table (spec->target)->nick);
  if (spec->kind == EUP_KIND_ENUM)
    add_enum (to, spec);
  add_flag (to, "required", spec, EUP_FIELD_REQUIRED);
  add_flag (to, "beneath", spec, EUP_FIELD_BENEATH);
  add_flag (to, "iri", spec, EUP_FIELD_IRI);
  json_builder_set_member_name (to, "searched");
  json_builder_add_boolean_value (to, spec->words != EUP_WORDS_NOWHERE);
  add_string (to, "pattern", spec->pattern);
  add_string (to, "description", spec->description);
  add_string (to, "since", spec->since);
  json_builder_end_object (to);
}

/* Two fields of one table with one name would hide each other: then nothing is built. */
static void
check_table (const EupTableSpec *spec)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const EupFieldSpec *field = &spec->fields[i];

      if (!g_hash_table_add (seen, g_strconcat ("name ", field->name, NULL))
          || !g_hash_table_add (seen, g_strconcat ("property ", field->property, NULL))
          || !g_hash_table_add (seen, g_strconcat ("key ", field->key, NULL))
          || g_str_equal (field->key, "id") || g_str_equal (field->key, "type"))
        g_error ("Another member of %s has the name, the property or the key of “%s”", spec->nick, field->name);
    }
}

static void
add_table (JsonBuilder  *to,
           EupTableKind  table)
{
  const EupTableSpec *spec = eup_schema_table (table);

  check_table (spec);
  json_builder_begin_object (to);
  add_string (to, "nick", spec->nick);
  add_string (to, "key", spec->key);
  add_string (to, "title", spec->title);
  add_string (to, "description", spec->description);
  json_builder_set_member_name (to, "common");
  json_builder_add_int_value (to, table < EUP_N_ENTITY_TABLES ? EUP_N_COMMON_FIELDS : 0);
  json_builder_set_member_name (to, "fields");
  json_builder_begin_array (to);
  for (guint i = 0; i < spec->n_fields; i++)
    add_field (to, &spec->fields[i]);
  json_builder_end_array (to);
  json_builder_set_member_name (to, "order");
  json_builder_begin_array (to);
  for (guint i = 0; i < spec->n_fields; i++)
    json_builder_add_int_value (to, spec->order[i]);
  json_builder_end_array (to);
  json_builder_end_object (to);
}

/* What stands behind the field, where it is one of few words. */
static void
add_values (JsonBuilder             *to,
            const EupQueryFieldSpec *spec)
{
  json_builder_set_member_name (to, spec->name);
  json_builder_begin_array (to);
  if (spec->kind == EUP_QUERY_KIND_ENUM)
    {
      g_autoptr (GEnumClass) klass = g_type_class_ref (spec->enum_type ());

      for (guint i = 0; i < klass->n_values; i++)
        json_builder_add_string_value (to, klass->values[i].value_nick);
    }
  for (guint i = 0; spec->kind == EUP_QUERY_KIND_TYPE && i < EUP_N_ENTITY_TABLES; i++)
    json_builder_add_string_value (to, eup_schema_table (i)->nick);
  for (guint i = 0; spec->kind == EUP_QUERY_KIND_FLAG && i < EUP_N_QUERY_FLAGS; i++)
    json_builder_add_string_value (to, eup_query_flag_name (i));
  if (spec->kind == EUP_QUERY_KIND_YES_NO)
    {
      json_builder_add_string_value (to, "true");
      json_builder_add_string_value (to, "false");
    }
  json_builder_end_array (to);
}

static void
add_query (JsonBuilder *to)
{
  json_builder_begin_object (to);
  json_builder_set_member_name (to, "fields");
  json_builder_begin_array (to);
  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    json_builder_add_string_value (to, eup_query_field_name (i));
  json_builder_end_array (to);
  json_builder_set_member_name (to, "counted");
  json_builder_begin_array (to);
  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    if (eup_query_field_is_counted (i))
      json_builder_add_string_value (to, eup_query_field_name (i));
  json_builder_end_array (to);
  json_builder_set_member_name (to, "values");
  json_builder_begin_object (to);
  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    add_values (to, eup_query_field_spec (i));
  json_builder_end_object (to);
  json_builder_set_member_name (to, "sorts");
  json_builder_begin_array (to);
  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    if (eup_query_field_spec (i)->sortable)
      json_builder_add_string_value (to, eup_query_field_name (i));
  json_builder_add_string_value (to, eup_query_field_name (EUP_QUERY_FIELD_RANK));
  json_builder_end_array (to);
  json_builder_set_member_name (to, "properties");
  json_builder_begin_array (to);
  for (guint i = 0; i < eup_query_n_properties (); i++)
    {
      const EupQueryProperty *property = eup_query_property (i);

      json_builder_begin_object (to);
      add_string (to, "name", property->name);
      json_builder_set_member_name (to, "sortable");
      json_builder_add_boolean_value (to, property->sort != EUP_QUERY_UNSORTED);
      json_builder_set_member_name (to, "aliases");
      json_builder_begin_array (to);
      for (guint j = 0; property->other[j] != NULL; j++)
        json_builder_add_string_value (to, property->other[j]);
      json_builder_end_array (to);
      json_builder_end_object (to);
    }
  json_builder_end_array (to);
  json_builder_end_object (to);
}

int
main (void)
{
  g_autoptr (JsonBuilder) to = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (to);
  json_builder_set_member_name (to, "entities");
  json_builder_begin_array (to);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    add_table (to, table);
  json_builder_end_array (to);
  json_builder_set_member_name (to, "values");
  json_builder_begin_array (to);
  for (guint table = EUP_N_ENTITY_TABLES; table < EUP_N_TABLES; table++)
    add_table (to, table);
  json_builder_end_array (to);
  json_builder_set_member_name (to, "query");
  add_query (to);
  json_builder_end_object (to);
  root = json_builder_get_root (to);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
  return 0;
}
