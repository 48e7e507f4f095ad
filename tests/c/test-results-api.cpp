// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

extern "C" {
#include <eupolicy.h>
}

namespace
{

const char *data = R"({
  "format": "eupolicy", "version": 1, "language": "en",
  "mandates": [ { "id": "ec", "title": "The Commission", "period": "2024-12-01/2029" } ],
  "priorities": [ { "id": "security", "mandate": "ec", "title": "Security" } ],
  "objectives": [ { "id": "internal", "priority": "security", "title": "Internal security" } ],
  "initiatives": [
    { "id": "act", "objectives": ["internal"], "instrument": "regulation", "leads": ["henna"], "title": "A border act",
      "references": ["COM(2025) 148"], "topics": ["narrow"] },
    { "id": "part", "parent": "act", "instrument": "strategy", "title": "Part of the act" },
    { "id": "plan", "priorities": ["security"], "instrument": "action-plan", "title": { "en": "A plan", "fr": "Un plan" } } ],
  "milestones": [
    { "id": "m1", "subject": "act", "date": "2025-03", "kind": "proposed", "actor": "commission", "title": "Proposed" },
    { "id": "m2", "subject": "act", "date": "2026-03-01", "kind": "adopted", "actor": "co-legislators", "title": "Adopted" },
    { "id": "m3", "subject": "plan", "date": "2025-04-01", "kind": "adopted", "actor": "commission", "title": "Done" },
    { "id": "m4", "subject": "part", "date": "2024", "state": "expected", "title": "Late" } ],
  "commissioners": [ { "id": "henna", "givenName": "Henna", "familyName": "Virkkunen", "country": "FI",
    "terms": [ { "mandate": "ec", "period": "2024-12-01/..", "priorities": ["security"] } ] } ],
  "topics": [ { "id": "broad", "title": { "en": "Migration and asylum", "fr": "Migration et asile" } },
              { "id": "narrow", "broader": "broad", "title": "Borders" } ]
})";

class ResultsApi : public testing::Test
{
protected:
  void
  SetUp () override
  {
    g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
    g_autoptr (GError) error = nullptr;
    g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, nullptr);
    const char *languages[] = { "en", nullptr };

    catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "test", &error);
    ASSERT_NE (catalog, nullptr) << error->message;
    eup_catalog_set_as_of (catalog, day);
    eup_catalog_set_languages (catalog, languages);
  }

  void
  TearDown () override
  {
    g_clear_object (&catalog);
  }

  std::string
  ask (const char *text)
  {
    g_autoptr (GError) error = nullptr;
    g_autoptr (EupResults) results = eup_catalog_query (catalog, text, &error);

    if (results == nullptr)
      return error->message;
    g_auto (GStrv) ids = eup_results_dup_column (results, "id", nullptr);
    g_autofree char *joined = g_strjoinv (" ", ids);
    return joined;
  }

  EupCatalog *catalog = nullptr;
};

// The rows of the table in the documentation of queries, each with an example.
TEST_F (ResultsApi, FieldsMeanWhatTheTableSays)
{
  const std::vector<std::pair<const char *, const char *>> table = {
    { "type:objective", "internal" },
    { "id:act", "act" },
    { "id:nobody", "" },
    { "title:\"migration et asile\"", "broad" },
    { "title:~PLAN", "plan" },
    { "text:~com(2025)", "act" },
    { "status:proposed", "act m1 m2" },
    { "type:initiative status:adopted", "plan" },
    { "type:initiative status:announced", "part" },
    { "instrument:strategy", "part m4" },
    { "type:initiative kind:adopted", "act plan" },
    { "actor:co-legislators", "act m2" },
    { "state:expected", "act part m2 m4" },
    { "date:2025-03", "ec security internal act m1 henna" },
    { "type:milestone date:<2025", "m4" },
    { "type:milestone date:2025..", "m1 m2 m3" },
    { "type:milestone -date:2025", "m2 m4" },
    { "country:FI", "act part m1 m2 m4 henna" },
    { "lead:henna", "security internal act part m1 m2 m4 henna" },
    { "lead:\"henna virkkunen\" type:initiative", "act part" },
    { "topic:broad", "act m1 m2 broad narrow" },
    { "topic:narrow", "act m1 m2 narrow" },
    { "topic:\"migration et asile\"", "act m1 m2 broad narrow" },
    { "mandate:ec", "ec security internal act plan m1 m2 m3 henna" },
    { "priority:security", "security internal act plan m1 m2 m3 henna" },
    { "objective:internal", "internal act m1 m2 henna" },
    { "initiative:act", "act m1 m2 henna" },
    { "ref:\"com (2025)148\"", "act m1 m2" },
    { "legislative:true", "act m1 m2" },
    { "confidence:stated", "" },
    { "in:ec", "security internal act part plan m1 m2 m3 m4" },
    { "in:act", "part m1 m2 m4" },
    { "in:henna", "act part m1 m2 m4" },
    { "in:broad", "act part m1 m2 m4 narrow" },
    { "in:ghost", "" },
    { "has:reference", "act" },
    { "has:title@fr", "plan broad" },
    { "is:open", "act part" },
    { "is:delivered", "plan" },
    { "is:overdue", "part m4" },
    { "is:upcoming", "act m2" },
    { "is:upcoming as-of:2026-06", "" },
    { "type:initiative verdict:pending", "act part" },
    { "type:initiative verdict:kept,late", "plan" },
    { "slippage:0", "act part plan m1 m2 m3 m4" },
    { "slippage:>0", "" },
    { "position:1..", "" },
    { "milestone:(kind:adopted state:reached)", "security plan m3" },
    { "milestone:(kind:adopted state:expected)", "security act m2" },
    { "type:priority milestone:(kind:adopted state:expected)", "security" },
    { "lead:act", "" },
    { "type:initiative sort:date", "act plan part" },
    { "type:initiative sort:-date", "plan act part" },
    { "type:milestone sort:-date limit:2 offset:1", "m3 m1" },
    { "asylum", "broad" },
    { "type:initiative (\"border\" OR \"plan\")", "act plan" },
  };

  for (auto &[text, ids] : table)
    {
      std::string found = ask (text);

      if (std::string (text).find ("OR") != std::string::npos)
        EXPECT_EQ (found.size (), strlen (ids)) << text;
      else
        EXPECT_EQ (found, ids) << text;
    }
}

/* What has no value comes last in both directions; ties go by id. */
TEST_F (ResultsApi, AnswersAreSortedByWhatIsStored)
{
  struct { const char *id; const char *json; } edits[] = {
    { "act", R"({ "shortTitle": { "en": "zebra", "fr": "abeille" }, "verified": "2025-05" })" },
    { "plan", R"({ "shortTitle": "eclair", "verified": "2025-04-30", "status": "ongoing" })" },
    { "security", R"({ "position": 3 })" },
    { "internal", R"({ "position": 12 })" } };

  for (const auto &edit : edits)
    {
      g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, edit.id);
      g_autoptr (GError) error = nullptr;

      ASSERT_TRUE (eup_entity_update_json_string (entity, edit.json, &error)) << error->message;
    }
  EXPECT_EQ (ask ("type:initiative sort:short-title"), "plan act part");
  EXPECT_EQ (ask ("type:initiative sort:-short-title"), "act plan part");
  EXPECT_EQ (ask ("type:initiative sort:verified"), "plan act part");
  EXPECT_EQ (ask ("type:initiative sort:-verified"), "act plan part");
  EXPECT_EQ (ask ("type:initiative sort:stated-status"), "plan act part");
  EXPECT_EQ (ask ("type:priority,objective sort:-position"), "internal security");
  EXPECT_EQ (ask ("type:priority,objective sort:position"), "security internal");
  EXPECT_EQ (ask ("type:commissioner,priority sort:family-name"), "henna security");

  const char *languages[] = { "fr", nullptr };
  eup_catalog_set_languages (catalog, languages);
  EXPECT_EQ (ask ("type:initiative sort:short-title"), "act plan part");
}

TEST_F (ResultsApi, ALiveAnswerMovesWithWhatItIsSortedBy)
{
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative sort:verified", nullptr);
  g_autoptr (EupEntity) part = eup_catalog_lookup (catalog, "part");
  g_autoptr (EupEntity) plan = eup_catalog_lookup (catalog, "plan");
  g_autoptr (EupDate) day = eup_date_new (2025, 1, 1, nullptr);

  eup_results_set_live (results, TRUE);
  EXPECT_EQ (eup_results_position_of (results, part), 1u);
  eup_entity_set_verified (plan, day);
  EXPECT_EQ (eup_results_position_of (results, plan), 0u);
  eup_entity_set_verified (plan, nullptr);
  EXPECT_EQ (eup_results_position_of (results, plan), 2u);
}

TEST_F (ResultsApi, ErrorsComeFromTheQuery)
{
  g_autoptr (GError) error = nullptr;

  EXPECT_EQ (eup_catalog_query (catalog, "status:propsed", &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_BAD_VALUE));
}

TEST_F (ResultsApi, ResultsAreAList)
{
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:milestone sort:date limit:2", nullptr);
  g_autoptr (EupEntity) first = EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (results), 0));
  g_autoptr (EupEntity) found = eup_results_lookup (results, "m1");
  g_autoptr (EupEntity) missing = eup_results_lookup (results, "m2");
  g_autoptr (EupCatalog) asked = eup_results_dup_catalog (results);
  g_autofree char *text = eup_query_to_string (eup_results_get_query (results));

  EXPECT_EQ (g_list_model_get_item_type (G_LIST_MODEL (results)), EUP_TYPE_ENTITY);
  EXPECT_EQ (eup_results_get_n_items (results), 2u);
  EXPECT_EQ (eup_results_get_n_total (results), 4u);
  EXPECT_STREQ (eup_entity_get_id (first), "m4");
  EXPECT_EQ (eup_results_position_of (results, first), 0u);
  EXPECT_EQ (eup_results_position_of (results, found), 1u);
  EXPECT_EQ (missing, nullptr);
  EXPECT_EQ (asked, catalog);
  EXPECT_STREQ (text, "type:milestone sort:date limit:2");
  EXPECT_EQ (g_list_model_get_item (G_LIST_MODEL (results), 2), nullptr);
}

TEST_F (ResultsApi, WordsHaveScoresAndSnippets)
{
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "border", nullptr);
  g_autoptr (EupEntity) act = eup_results_lookup (results, "act");
  g_autofree char *snippet = nullptr;

  ASSERT_NE (act, nullptr);
  snippet = eup_results_dup_snippet (results, act);
  EXPECT_GT (eup_results_get_score (results, act), 0);
  ASSERT_NE (snippet, nullptr);
  EXPECT_NE (strstr (snippet, "**border**"), nullptr) << snippet;
}

TEST_F (ResultsApi, CountsGoByValue)
{
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative limit:1", nullptr);
  g_autoptr (GError) error = nullptr;
  g_autoptr (GVariant) by_lead = eup_results_count_by (results, "lead", nullptr);
  g_autoptr (GVariant) by_status = eup_results_count_by (results, "status", nullptr);
  g_autoptr (GVariant) by_month = eup_results_count_by (results, "year-month", nullptr);
  g_autofree char *lead = g_variant_print (by_lead, FALSE), *status = g_variant_print (by_status, FALSE),
                  *month = g_variant_print (by_month, FALSE);

  EXPECT_STREQ (g_variant_get_type_string (by_lead), "a(su)");
  EXPECT_STREQ (lead, "[('henna', 2), ('', 1)]");
  EXPECT_STREQ (status, "[('adopted', 1), ('announced', 1), ('proposed', 1)]");
  EXPECT_STREQ (month, "[('', 1), ('2025-03', 1), ('2025-04', 1)]");
  for (const char *field : { "id", "title", "text", "ref", "in", "has", "is", "milestone" })
    {
      g_autoptr (GError) refused = nullptr;

      EXPECT_EQ (eup_results_count_by (results, field, &refused), nullptr);
      EXPECT_EQ (std::string (refused->message),
                 std::string ("expected a field to count by, found \"") + field
                     + "\"; known are type, status, instrument, kind, actor, state, verdict, slippage, position, date, country, lead, topic, "
                       "mandate, priority, objective, initiative, legislative and confidence");
    }
  EXPECT_EQ (eup_results_count_by (results, "colour", &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_UNKNOWN_FIELD));
}

TEST_F (ResultsApi, ColumnsComeInOrder)
{
  const char *fields[] = { "id", "title", "status", "date", "leads", "lead", "title@fr", "milestones", nullptr };
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative", nullptr);
  g_autoptr (GBytes) columns = eup_results_dup_columns (results, fields, nullptr);
  g_auto (GStrv) dates = eup_results_dup_column (results, "date", nullptr);
  g_autoptr (GBytes) days = eup_results_dup_numbers (results, "day", nullptr);
  g_autoptr (GError) error = nullptr;
  const double *numbers = (const double *) g_bytes_get_data (days, nullptr);
  std::string text ((const char *) g_bytes_get_data (columns, nullptr), g_bytes_get_size (columns));

  EXPECT_EQ (text, "{\"id\":[\"act\",\"part\",\"plan\"],\"title\":[\"A border act\",\"Part of the act\",\"A plan\"],"
                   "\"status\":[\"proposed\",\"announced\",\"adopted\"],\"date\":[\"2025-03\",null,\"2025-04-01\"],"
                   "\"leads\":[[\"henna\"],[],[]],\"lead\":[[\"henna\"],[\"henna\"],[]],\"title@fr\":[null,null,\"Un plan\"],"
                   "\"milestones\":[[\"m1\",\"m2\"],[\"m4\"],[\"m3\"]]}");
  EXPECT_STREQ (dates[0], "2025-03");
  EXPECT_STREQ (dates[1], "");
  EXPECT_EQ (g_strv_length (dates), 3u);
  EXPECT_EQ (numbers[0], 20148);
  EXPECT_TRUE (std::isnan (numbers[1]));
  EXPECT_EQ (eup_results_dup_numbers (results, "title", &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_BAD_VALUE));
}

/* Longer than what is collected before it goes to the whole, with all that JSON escapes. */
TEST_F (ResultsApi, ColumnsHoldAnyText)
{
  const char *fields[] = { "notes", "title", "id", "notes", nullptr };
  std::string piece = "\"quoted\" \\ back\nnext\ttab \x01 Ωμέγα ", notes;
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "plan");
  g_autoptr (GError) error = nullptr;

  while (notes.size () < 300000)
    notes += piece;
  eup_entity_set_notes (entity, notes.c_str ());
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "id:plan", nullptr);
  g_autoptr (GBytes) columns = eup_results_dup_columns (results, fields, nullptr);
  g_auto (GStrv) texts = eup_results_dup_column (results, "notes@en", nullptr);
  g_auto (GStrv) none = eup_results_dup_column (results, "summary", nullptr);
  g_autoptr (JsonParser) parser = json_parser_new ();

  EXPECT_EQ (texts[0], notes);
  EXPECT_EQ (g_strv_length (texts), 1u);
  EXPECT_STREQ (none[0], "");
  ASSERT_TRUE (json_parser_load_from_data (parser, (const char *) g_bytes_get_data (columns, nullptr),
                                           (gssize) g_bytes_get_size (columns), &error)) << error->message;
  JsonObject *object = json_node_get_object (json_parser_get_root (parser));
  EXPECT_EQ (json_object_get_size (object), 3u);
  EXPECT_EQ (json_array_get_string_element (json_object_get_array_member (object, "notes"), 0), notes);
}

TEST_F (ResultsApi, ColumnsOfNoFieldOrNoRowAreEmpty)
{
  const char *nothing[] = { nullptr }, *fields[] = { "id", "leads", nullptr }, *wrong[] = { "id", "colour", nullptr };
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative", nullptr);
  g_autoptr (EupResults) no_results = eup_catalog_query (catalog, "id:nobody", nullptr);
  g_autoptr (GBytes) no_fields = eup_results_dup_columns (results, nothing, nullptr);
  g_autoptr (GBytes) no_rows = eup_results_dup_columns (no_results, fields, nullptr);
  g_autoptr (GError) error = nullptr;

  EXPECT_EQ (std::string ((const char *) g_bytes_get_data (no_fields, nullptr), g_bytes_get_size (no_fields)), "{}");
  EXPECT_EQ (std::string ((const char *) g_bytes_get_data (no_rows, nullptr), g_bytes_get_size (no_rows)),
             "{\"id\":[],\"leads\":[]}");
  EXPECT_EQ (eup_results_dup_columns (results, wrong, &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_UNKNOWN_FIELD));
}

TEST_F (ResultsApi, ResultsAreWrittenAsACatalog)
{
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative", nullptr);
  g_autoptr (GBytes) bytes = eup_results_to_bytes (results, EUP_FORMAT_JSON, nullptr);
  g_autoptr (EupCatalog) copy = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "copy", nullptr);

  ASSERT_NE (copy, nullptr);
  EXPECT_EQ (g_list_model_get_n_items (G_LIST_MODEL (copy)), 3u);
}

TEST_F (ResultsApi, PlansAreExplained)
{
  g_autoptr (EupQuery) query = eup_query_new_from_string ("id:act", nullptr);
  g_autofree char *text = eup_query_explain (query, catalog);

  EXPECT_NE (strstr (text, "candidates that have the id of \"id:act\""), nullptr) << text;
}

TEST_F (ResultsApi, NamesThatNobodyHasAreSaid)
{
  const struct
  {
    const char *text, *message;
  } cases[] = {
    { "lead:henna in:security topic:\"migration et asile\" OR -mandate:ec id:act text:nobody", nullptr },
    { "lead:hena", "expected the id or the name of a Commissioner that is in the catalog, found \"hena\"; did you mean henna?" },
    { "plan OR -(lead:henna,\"Hena Virkkunen\")",
      "expected the id or the name of a Commissioner that is in the catalog, found \"Hena Virkkunen\"; did you mean henna virkkunen?" },
    { "topic:\"migration et asyle\"",
      "expected the id or the title of a topic that is in the catalog, found \"migration et asyle\"; did you mean migration et asile?" },
    { "id:parts", "expected an id that is in the catalog, found \"parts\"; did you mean part?" },
    { "lead:act", "expected the id or the name of a Commissioner that is in the catalog, found \"act\"; that is the id of an initiative" },
    { "milestone:(-(topic:henna))",
      "expected the id or the title of a topic that is in the catalog, found \"henna\"; that is the id of a commissioner" },
    { "in:m1 lang:fr,en-GB,de", "expected a language that a text of the catalog is in, found \"de\"" },
    { "in:m1 lang:fr,en-GB", nullptr },
    { "in:quite-another", "expected the id or the title of an entity that is in the catalog, found \"quite-another\"" },
  };

  for (const auto &test : cases)
    {
      g_autoptr (EupQuery) query = eup_query_new_from_string (test.text, nullptr);
      g_autoptr (GError) error = nullptr;

      EXPECT_EQ (eup_query_check (query, catalog, nullptr), test.message == nullptr) << test.text;
      eup_query_check (query, catalog, &error);
      if (test.message == nullptr)
        {
          EXPECT_EQ (error, nullptr) << test.text;
          continue;
        }
      ASSERT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_BAD_VALUE)) << test.text;
      EXPECT_STREQ (error->message, test.message);
    }
}

TEST_F (ResultsApi, ANameIsThereOnceAnEntityHasIt)
{
  g_autoptr (EupQuery) query = eup_query_new_from_string ("topic:new", nullptr);
  g_autoptr (EupTopic) topic = eup_topic_new ("new");

  EXPECT_FALSE (eup_query_check (query, catalog, nullptr));
  ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (topic), nullptr));
  EXPECT_TRUE (eup_query_check (query, catalog, nullptr));
  ASSERT_TRUE (eup_catalog_remove (catalog, "new"));
  EXPECT_FALSE (eup_query_check (query, catalog, nullptr));
}

TEST_F (ResultsApi, ANameThatIsOnlyReferredToIsNotThere)
{
  g_autoptr (EupQuery) of_topic = eup_query_new_from_string ("topic:narrow", nullptr);
  g_autoptr (EupQuery) of_id = eup_query_new_from_string ("id:narrow", nullptr);

  EXPECT_TRUE (eup_query_check (of_topic, catalog, nullptr));
  EXPECT_TRUE (eup_query_check (of_id, catalog, nullptr));
  ASSERT_TRUE (eup_catalog_remove (catalog, "narrow"));
  EXPECT_FALSE (eup_query_check (of_topic, catalog, nullptr));
  EXPECT_FALSE (eup_query_check (of_id, catalog, nullptr));
  g_autoptr (EupResults) results = eup_catalog_select (catalog, of_topic);
  EXPECT_EQ (eup_results_get_n_items (results), 3u) << "the act and its milestones still refer to it";
}

TEST_F (ResultsApi, ResultsOutliveTheCatalogObject)
{
  g_autoptr (EupResults) results = eup_catalog_query (catalog, "type:initiative", nullptr);

  g_clear_object (&catalog);
  g_autoptr (EupEntity) entity = EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (results), 0));
  EXPECT_STREQ (eup_entity_get_id (entity), "act");
}

} // namespace
