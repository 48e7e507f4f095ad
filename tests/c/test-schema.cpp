/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <gtest/gtest.h>

#include <eupolicy.h>
#include <json-glib/json-glib.h>

#include <map>
#include <set>
#include <string>

extern "C"
{
#include "model/entity/eup-entity-private.h"
#include "store/eup-schema.h"
}

/* What follows from the rows of the schema. */

namespace
{

GType
property_type (const EupFieldSpec *spec)
{
  switch (spec->kind)
    {
    case EUP_KIND_STRING:
    case EUP_KIND_TEXT:
    case EUP_KIND_ONE:
      return G_TYPE_STRING;
    case EUP_KIND_ENUM:
      return spec->enum_type ();
    case EUP_KIND_DATE:
      return EUP_TYPE_DATE;
    case EUP_KIND_PERIOD:
      return EUP_TYPE_PERIOD;
    case EUP_KIND_INT:
      return G_TYPE_UINT;
    case EUP_KIND_MANY:
      return G_TYPE_STRV;
    default:
      return EUP_TYPE_LIST;
    }
}

} // namespace

TEST (Schema, FieldsAreFoundByEveryName)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    {
      const EupTableSpec *spec = eup_schema_table ((EupTableKind) table);
      std::set<guint> written (spec->order, spec->order + spec->n_fields);

      EXPECT_EQ (written.size (), spec->n_fields) << spec->nick;
      EXPECT_LE (spec->n_fields, (guint) EUP_MAX_FIELDS);
      EXPECT_EQ (spec->key != nullptr, table < EUP_N_ENTITY_TABLES);
      for (guint field = 0; field < spec->n_fields; field++)
        {
          EXPECT_EQ (eup_schema_find_key ((EupTableKind) table, spec->fields[field].key, strlen (spec->fields[field].key)), (int) field);
          EXPECT_EQ (eup_schema_find_name ((EupTableKind) table, spec->fields[field].name), (int) field);
          EXPECT_EQ (eup_schema_find_property ((EupTableKind) table, spec->fields[field].property), (int) field);
        }
    }
  EXPECT_EQ (eup_schema_find_table ("initiative", 10), EUP_TABLE_INITIATIVE);
  EXPECT_EQ (eup_schema_find_table ("figure", 6), -1);
  EXPECT_EQ (eup_schema_find_array ("topics", 6), EUP_TABLE_TOPIC);
  EXPECT_EQ (eup_schema_find_key (EUP_TABLE_TOPIC, "broaderx", 7), EUP_TOPIC_BROADER);
  EXPECT_EQ (eup_schema_find_key (EUP_TABLE_TOPIC, "broad", 5), -1);
}

TEST (Schema, EveryKeyMeansItsPredicateInTheContext)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/eupolicy/schema/context.jsonld", G_RESOURCE_LOOKUP_FLAGS_NONE, nullptr);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = nullptr;

  ASSERT_NE (bytes, nullptr);
  ASSERT_TRUE (json_parser_load_from_data (parser, (const char *) g_bytes_get_data (bytes, nullptr), (gssize) g_bytes_get_size (bytes), &error))
    << error->message;
  JsonObject *context = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "@context");
  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < eup_schema_table ((EupTableKind) table)->n_fields; field++)
      {
        const EupFieldSpec *spec = eup_schema_field ((EupTableKind) table, field);
        JsonObject *scope = context;

        /* What is an array of the document too has another meaning inside the entities. */
        if (eup_schema_find_array (spec->key, strlen (spec->key)) >= 0)
          scope = json_object_get_object_member (json_object_get_object_member (context, "initiatives"), "@context");
        ASSERT_TRUE (json_object_has_member (scope, spec->key)) << spec->key;
        JsonNode *term = json_object_get_member (scope, spec->key);
        EXPECT_STREQ (JSON_NODE_HOLDS_OBJECT (term) ? json_object_get_string_member (json_node_get_object (term), "@id")
                                                    : json_node_get_string (term), spec->predicate);
      }
}

TEST (Schema, EveryFieldIsAProperty)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      const EupTableSpec *spec = eup_schema_table ((EupTableKind) table);
      GObjectClass *klass = G_OBJECT_CLASS (g_type_class_ref (eup_entity_type_of_table ((EupTableKind) table)));

      for (guint field = 0; field < spec->n_fields; field++)
        {
          const EupFieldSpec *row = &spec->fields[field];
          GParamSpec *pspec = g_object_class_find_property (klass, row->property);

          ASSERT_NE (pspec, nullptr) << spec->nick << " " << row->property;
          EXPECT_EQ (pspec->value_type, property_type (row)) << row->property;
          EXPECT_EQ ((pspec->flags & G_PARAM_WRITABLE) != 0, pspec->value_type != EUP_TYPE_LIST) << row->property;
          EXPECT_NE (pspec->flags & G_PARAM_EXPLICIT_NOTIFY, 0) << row->property;
          if (row->kind == EUP_KIND_TEXT)
            {
              pspec = g_object_class_find_property (klass, (std::string (row->property) + "-text").c_str ());
              ASSERT_NE (pspec, nullptr) << row->property;
              EXPECT_EQ (pspec->value_type, EUP_TYPE_TEXT);
            }
          if (row->kind == EUP_KIND_ONE || row->kind == EUP_KIND_MANY)
            {
              GParamSpec *object = g_object_class_find_property (klass, row->name);

              /* Who is in charge by the terms too is commissioners. */
              ASSERT_TRUE (object != nullptr || strcmp (row->name, "in-charge") == 0) << row->name;
              if (row->kind == EUP_KIND_ONE)
                {
                  EXPECT_EQ (object->value_type, eup_entity_type_of_table (row->target));
                  EXPECT_EQ (row->property, std::string (row->name) + "-id");
                }
            }
          if (row->label != nullptr)
            {
              pspec = g_object_class_find_property (klass, row->kind == EUP_KIND_ONE ? row->name : row->property);
              EXPECT_STREQ (g_param_spec_get_nick (pspec), row->label);
            }
        }
      g_type_class_unref (klass);
    }
}

/* The property reads and writes what the accessors do. */
TEST (Schema, PropertiesOfFieldsAreReadAndWritten)
{
  g_autoptr (EupMilestone) milestone = eup_milestone_new ("m");
  g_autoptr (EupCommissioner) person = eup_commissioner_new ("c");
  g_autoptr (EupObjective) objective = eup_objective_new ("o");
  g_autoptr (EupInitiative) initiative = eup_initiative_new ("i");
  g_autoptr (EupMandate) mandate = eup_mandate_new ("ec");
  g_autoptr (EupDate) date = eup_date_new_from_string ("2025-34", nullptr);
  g_autoptr (EupPeriod) period = eup_period_new_from_string ("2024-12-01/2029", nullptr);
  g_autoptr (EupText) text = eup_text_new ("fr", "Pourquoi");
  const char *ids[] = { "a", "b", nullptr };

  g_object_set (milestone, "date", date, "kind", EUP_MILESTONE_KIND_TARGET, "subject-id", "i", "stated-state", EUP_MILESTONE_STATE_MISSED, nullptr);
  g_object_set (person, "given-name", "Henna", "country", "FI", nullptr);
  g_object_set (objective, "position", 7u, "purpose-text", text, nullptr);
  g_object_set (initiative, "lead-ids", ids, "title", "An act", nullptr);
  g_object_set (mandate, "period", period, nullptr);
  EXPECT_TRUE (eup_date_equal (eup_milestone_get_date (milestone), date));
  EXPECT_EQ (eup_milestone_get_kind (milestone), EUP_MILESTONE_KIND_TARGET);
  EXPECT_EQ (eup_milestone_get_stated_state (milestone), EUP_MILESTONE_STATE_MISSED);
  EXPECT_STREQ (eup_milestone_get_subject_id (milestone), "i");
  EXPECT_STREQ (eup_commissioner_get_given_name (person), "Henna");
  EXPECT_EQ (eup_objective_get_position (objective), 7u);
  EXPECT_TRUE (eup_text_equal (eup_objective_get_purpose_text (objective), text));
  EXPECT_TRUE (g_strv_equal (eup_initiative_get_lead_ids (initiative), ids));
  EXPECT_TRUE (eup_period_equal (eup_mandate_get_period (mandate), period));

  g_autoptr (EupDate) date_read = nullptr;
  g_autoptr (EupPeriod) period_read = nullptr;
  g_autoptr (EupText) text_read = nullptr;
  g_autoptr (EupEntity) subject = nullptr;
  g_autoptr (EupList) terms = nullptr;
  g_autofree char *country = nullptr, *purpose = nullptr, *subject_id = nullptr, *title = nullptr;
  g_auto (GStrv) leads = nullptr;
  EupMilestoneKind kind = EUP_MILESTONE_KIND_UNKNOWN;
  guint position = 0;

  g_object_get (milestone, "date", &date_read, "kind", &kind, "subject-id", &subject_id, "subject", &subject, nullptr);
  g_object_get (person, "country", &country, "terms", &terms, nullptr);
  g_object_get (objective, "position", &position, "purpose-text", &text_read, "purpose", &purpose, nullptr);
  g_object_get (initiative, "lead-ids", &leads, "title", &title, nullptr);
  g_object_get (mandate, "period", &period_read, nullptr);
  EXPECT_TRUE (eup_date_equal (date_read, date));
  EXPECT_EQ (kind, EUP_MILESTONE_KIND_TARGET);
  EXPECT_STREQ (subject_id, "i");
  EXPECT_EQ (subject, nullptr);
  EXPECT_STREQ (country, "FI");
  EXPECT_NE (terms, nullptr);
  EXPECT_EQ (position, 7u);
  EXPECT_STREQ (purpose, "Pourquoi");
  EXPECT_TRUE (eup_text_equal (text_read, text));
  EXPECT_TRUE (g_strv_equal (leads, ids));
  EXPECT_STREQ (title, "An act");
  EXPECT_TRUE (eup_period_equal (period_read, period));
}
