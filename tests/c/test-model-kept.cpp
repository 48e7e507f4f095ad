/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model-test.h"

/* What a file holds and no object shows: it is told, and stays whatever is edited beside it. */

static std::string
initiative (const std::string &members)
{
  return R"({"format":"eupolicy","version":1,"initiatives":[{"id":"a","title":"A",)" + members + "}]}";
}

static std::string
written (EupCatalog *catalog)
{
  g_autofree char *text = eup_catalog_to_string (catalog, EUP_FORMAT_JSON_LINES, NULL);

  return std::string (text).substr (std::string (text).find ('\n') + 1);
}

static std::string
entity_line (const std::string &members)
{
  return R"({"type":"initiative","id":"a","title":"A",)" + members + "}\n";
}

static std::string
places (EupList *issues)
{
  std::string all;

  for (guint i = 0; i < eup_list_get_n_items (issues); i++)
    {
      g_autoptr (EupIssue) issue = (EupIssue *) g_list_model_get_item (G_LIST_MODEL (issues), i);

      all += std::string (eup_issue_get_code (issue)) + " " + (eup_issue_get_severity (issue) == EUP_SEVERITY_ERROR ? "error " : "")
             + std::to_string (eup_issue_get_line (issue)) + ":" + std::to_string (eup_issue_get_column (issue)) + " "
             + eup_issue_get_pointer (issue) + "\n";
    }
  return all;
}

template <typename T> static std::vector<T *>
items (EupList *list)
{
  std::vector<T *> all;

  for (guint i = 0; i < eup_list_get_n_items (list); i++)
    {
      all.push_back ((T *) g_list_model_get_item (G_LIST_MODEL (list), i));
      EXPECT_NE (all.back (), nullptr);
    }
  return all;
}

template <typename T> static void
release (std::vector<T *> &all)
{
  for (T *item : all)
    g_object_unref (item);
}

TEST (Kept, AFigureNeedsANumber)
{
  const std::string figures = R"("figures":[{"unit":"%"},{"value":1,"unit":"EUR"},{},{"value":null},{"value":"abc"},{"value":1e999},)"
                              R"({"value":-1e999},{"value":{}},{"value":2}])";
  g_autoptr (EupCatalog) catalog = load_string (initiative (figures).c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
  std::vector<EupFigure *> read = items<EupFigure> (eup_entity_get_figures (entity));
  g_autoptr (EupList) now = eup_catalog_validate (catalog);

  EXPECT_EQ (places (eup_catalog_get_issues (catalog)),
             "bad-number error 1:82 /initiatives/0/figures/0\n"
             "bad-number error 1:120 /initiatives/0/figures/2\n"
             "bad-number error 1:132 /initiatives/0/figures/3/value\n"
             "bad-number error 1:147 /initiatives/0/figures/4/value\n"
             "bad-number error 1:163 /initiatives/0/figures/5/value\n"
             "bad-number error 1:179 /initiatives/0/figures/6/value\n"
             "bad-number error 1:196 /initiatives/0/figures/7/value\n");
  EXPECT_EQ (places (now),
             "bad-number error 0:0 /figures/0\nbad-number error 0:0 /figures/2\nbad-number error 0:0 /figures/3\n"
             "bad-number error 0:0 /figures/4\nbad-number error 0:0 /figures/5\nbad-number error 0:0 /figures/6\n"
             "bad-number error 0:0 /figures/7\n");
  ASSERT_EQ (read.size (), 2u);
  EXPECT_EQ (eup_figure_get_value (read[0]), 1);
  EXPECT_EQ (eup_figure_get_value (read[1]), 2);

  EXPECT_EQ (written (catalog), entity_line (figures));
  eup_entity_set_figures (entity, read.data (), read.size ());
  EXPECT_EQ (written (catalog), entity_line (figures));
  eup_entity_set_figures (entity, read.data () + 1, 1);
  EXPECT_EQ (written (catalog), entity_line (R"("figures":[{"unit":"%"},{"value":2},{},{"value":null},{"value":"abc"},{"value":1e999},)"
                                             R"({"value":-1e999},{"value":{}}])"));
  eup_entity_set_figures (entity, NULL, 0);
  EXPECT_EQ (written (catalog), entity_line (R"("figures":[{"unit":"%"},{},{"value":null},{"value":"abc"},{"value":1e999},)"
                                             R"({"value":-1e999},{"value":{}}])"));
  EXPECT_TRUE (eup_entity_update_json_string (entity, R"({"figures":null})", NULL));
  EXPECT_EQ (written (catalog), "{\"type\":\"initiative\",\"id\":\"a\",\"title\":\"A\"}\n");
  release (read);
}

TEST (Kept, ItemsOfListsStayWhenTheOthersAreSet)
{
  const std::string members = R"("leads":[1,"x",null,"y","no id"],"references":[["COM(2025) 148"],"COM(2025) 148",5],"links":[{"uri":"u"},3,"u"],)"
                              R"("sources":"none")";
  g_autoptr (EupCatalog) catalog = load_string (initiative (members).c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
  std::vector<EupReference *> references = items<EupReference> (eup_entity_get_references (entity));
  std::vector<EupLink *> links = items<EupLink> (eup_entity_get_links (entity));
  const char *one[] = { "y", NULL };
  g_autoptr (EupCitation) source = eup_citation_new (NULL, "s", NULL);

  EXPECT_EQ (written (catalog), entity_line (members));
  EXPECT_STREQ (eup_initiative_get_lead_ids (EUP_INITIATIVE (entity))[0], "x");
  EXPECT_STREQ (eup_initiative_get_lead_ids (EUP_INITIATIVE (entity))[1], "y");
  eup_entity_set_references (entity, references.data (), references.size ());
  eup_entity_set_links (entity, links.data (), links.size ());
  eup_entity_set_sources (entity, NULL, 0);
  eup_initiative_set_lead_ids (EUP_INITIATIVE (entity), eup_initiative_get_lead_ids (EUP_INITIATIVE (entity)));
  EXPECT_EQ (written (catalog), entity_line (members));

  eup_initiative_set_lead_ids (EUP_INITIATIVE (entity), one);
  eup_entity_set_sources (entity, &source, 1);
  EXPECT_EQ (written (catalog), entity_line (R"("leads":[1,"y",null,"no id"],"references":[["COM(2025) 148"],"COM(2025) 148",5],)"
                                             R"("links":[{"uri":"u"},3,"u"],"sources":["none",{"uri":"s"}])"));
  release (references);
  release (links);
}

/* An object that comes back takes its row along, also from between others that look the same. */
TEST (Kept, ValuesThatComeBackBringWhatTheyDoNotShow)
{
  g_autoptr (EupCatalog) catalog = load_string (initiative (R"("links":[{"uri":"u"},{"uri":"u","x":1},{"uri":"u","date":"2025-13"},{"uri":"v"}])").c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
  std::vector<EupLink *> links = items<EupLink> (eup_entity_get_links (entity));
  std::vector<EupLink *> turned = { links[2], links[3], links[1] };
  g_autoptr (EupLink) equal = eup_link_new ("u", NULL, EUP_LINK_KIND_OTHER, NULL);

  eup_entity_set_links (entity, turned.data (), turned.size ());
  EXPECT_EQ (written (catalog), entity_line (R"("links":[{"uri":"u","date":"2025-13"},{"uri":"v"},{"uri":"u","x":1}])"));
  turned = { links[3], equal };
  eup_entity_set_links (entity, turned.data (), turned.size ());
  EXPECT_EQ (written (catalog), entity_line (R"("links":[{"uri":"v"},{"uri":"u","date":"2025-13"}])"));
  release (links);
}

TEST (Kept, ATextKeepsItsGoodMembers)
{
  g_autoptr (EupCatalog) catalog = load_string (initiative (R"("summary":{"en":"E","pt_BR":"P","fr":3,"de":"D"})").c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
  g_autoptr (EupText) french = NULL;

  EXPECT_EQ (places (eup_catalog_get_issues (catalog)),
             "malformed-language 1:91 /initiatives/0/summary/pt_BR\nwrong-type 1:108 /initiatives/0/summary/fr\n");
  {
    g_autoptr (EupIssue) issue = (EupIssue *) g_list_model_get_item (G_LIST_MODEL (eup_catalog_get_issues (catalog)), 0);
    EXPECT_NE (strstr (eup_issue_get_message (issue), "“pt-BR”"), nullptr);
  }
  EXPECT_STREQ (eup_text_get (eup_entity_get_summary_text (entity), "en"), "E");
  EXPECT_STREQ (eup_text_get (eup_entity_get_summary_text (entity), "de"), "D");
  EXPECT_EQ (eup_text_get (eup_entity_get_summary_text (entity), "fr"), nullptr);
  eup_entity_set_summary (entity, "New");
  EXPECT_EQ (written (catalog), entity_line (R"("summary":{"de":"D","en":"New","pt_BR":"P","fr":3})"));
  eup_entity_set_summary_text (entity, NULL);
  EXPECT_EQ (written (catalog), entity_line (R"("summary":{"pt_BR":"P","fr":3})"));

  // What is stated in its place takes it: no file has a language twice.
  french = eup_text_new ("FR", "F");
  eup_entity_set_summary_text (entity, french);
  EXPECT_EQ (written (catalog), entity_line (R"("summary":{"FR":"F","pt_BR":"P"})"));
}

TEST (Kept, WhatWasMeantByATag)
{
  const std::pair<const char *, const char *> tags[] = {
    { "pt_BR", "“pt-BR”" }, { "PT_br", "“pt-BR”" }, { "zh_hant_tw", "“zh-Hant-TW”" }, { "de_AT.UTF-8", "“de-AT”" }, { "en ", "“en”" },
    { "en-", nullptr }, { "???", nullptr }, { "", nullptr }, { "the english language", "“the-english-language”" },
  };

  for (const auto &t : tags)
    {
      g_autoptr (EupCatalog) catalog = load_string (initiative ("\"notes\":{\"" + std::string (t.first) + "\":\"x\"}").c_str ());
      g_autoptr (EupIssue) issue = (EupIssue *) g_list_model_get_item (G_LIST_MODEL (eup_catalog_get_issues (catalog)), 0);

      ASSERT_NE (issue, nullptr) << t.first;
      EXPECT_STREQ (eup_issue_get_code (issue), "malformed-language");
      const char *hint = strstr (eup_issue_get_message (issue), t.second == nullptr ? "is one" : t.second);
      EXPECT_EQ (hint == nullptr, t.second == nullptr) << eup_issue_get_message (issue);
      EXPECT_EQ (written (catalog), entity_line ("\"notes\":{\"" + std::string (t.first) + "\":\"x\"}"));
    }
}

TEST (Kept, TagsThatDifferOnlyInCaseAreDuplicates)
{
  for (const char *text : { R"({"en":"a","EN":"b"})", R"({"pt-BR":"a","de":"x","PT-br":3})", R"({"pt_BR":1,"pt_br":"b"})", R"({"EN":null,"en":"b"})" })
    {
      const std::string document = initiative ("\"notes\":" + std::string (text));
      g_autoptr (GBytes) bytes = g_bytes_new (document.data (), document.size ());
      g_autoptr (GError) error = NULL;
      g_autoptr (EupCatalog) catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "f", &error);

      EXPECT_EQ (catalog, nullptr);
      EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_DUPLICATE_KEY));
      EXPECT_EQ (std::string (error->message).substr (0, 4), "f:1:");
      EXPECT_NE (strstr (error->message, "at /initiatives/0/notes/"), nullptr) << error->message;
    }
}

TEST (Kept, WhatIsReadAndSetBackGivesNothingUp)
{
  const std::string members = R"("instrument":"odd","status":7,"parent":"no id","verified":"2025-13")";
  g_autoptr (EupCatalog) catalog = load_string (initiative (members).c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
  EupInitiative *self = EUP_INITIATIVE (entity);
  g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, NULL);
  const std::string before = written (catalog);

  eup_initiative_set_instrument (self, eup_initiative_get_instrument (self));
  eup_initiative_set_stated_status (self, eup_initiative_get_stated_status (self));
  eup_initiative_set_parent_id (self, eup_initiative_get_parent_id (self));
  eup_entity_set_verified (entity, eup_entity_get_verified (entity));
  EXPECT_EQ (written (catalog), before);

  eup_initiative_set_instrument (self, EUP_INSTRUMENT_FUND);
  eup_initiative_set_stated_status (self, EUP_STATUS_AGREED);
  eup_initiative_set_parent_id (self, "b");
  eup_entity_set_verified (entity, day);
  EXPECT_EQ (written (catalog), entity_line (R"("instrument":"fund","status":"agreed","parent":"b","verified":"2025-06-05")"));
}

TEST (Kept, TheHeaderCanBeSet)
{
  g_autoptr (EupCatalog) catalog = load_string (R"({"format":"eupolicy","version":1,"language":"???","title":5,"baseUri":false})");
  g_autofree char *text = NULL;

  eup_catalog_set_title (catalog, "T");
  eup_catalog_set_base_uri (catalog, "https://example.org/");
  eup_catalog_set_language (catalog, "fr");
  text = eup_catalog_to_string (catalog, EUP_FORMAT_JSON_LINES, NULL);
  EXPECT_STREQ (text, "{\"@context\":\"https://w3id.org/eupolicy/context/v1\",\"format\":\"eupolicy\",\"version\":1,\"language\":\"fr\","
                      "\"title\":{\"en\":\"T\"},\"baseUri\":\"https://example.org/\"}\n");
}

TEST (Update, RefusesWhatAFieldCannotHold)
{
  const struct { const char *json; int code; const char *message; } bad[] = {
    { R"({"notes":"x","title":3})", EUP_PARSE_ERROR_WRONG_TYPE, "data:1:22: " },
    { R"({"notes":"x","title":["y"]})", EUP_PARSE_ERROR_WRONG_TYPE, "at /title" },
    { R"({"notes":"x","title":{"en":3}})", EUP_PARSE_ERROR_WRONG_TYPE, "at /title/en" },
    { R"({"notes":"x","title":{"pt_BR":"y"}})", EUP_PARSE_ERROR_BAD_VALUE, "pt-BR" },
    { R"({"notes":"x","title":{"en":"y","EN":"y"}})", EUP_PARSE_ERROR_DUPLICATE_KEY, "at /title/EN" },
    { R"({"notes":"x","instrument":"odd"})", EUP_PARSE_ERROR_BAD_VALUE, "at /instrument" },
    { R"({"notes":"x","instrument":5})", EUP_PARSE_ERROR_WRONG_TYPE, "at /instrument" },
    { R"({"notes":"x","leads":"y"})", EUP_PARSE_ERROR_WRONG_TYPE, "at /leads" },
    { R"({"notes":"x","leads":["y",3]})", EUP_PARSE_ERROR_WRONG_TYPE, "at /leads/1" },
    { R"({"notes":"x","leads":["no id"]})", EUP_PARSE_ERROR_BAD_VALUE, "at /leads/0" },
    { R"({"notes":"x","parent":{}})", EUP_PARSE_ERROR_WRONG_TYPE, "at /parent" },
    { R"({"notes":"x","verified":"2025-02-30"})", EUP_PARSE_ERROR_BAD_VALUE, "at /verified" },
    { R"({"notes":"x","figures":[{"value":1},{"unit":"%"}]})", EUP_PARSE_ERROR_BAD_VALUE, "at /figures/1" },
    { R"({"notes":"x","figures":[{"value":1e999}]})", EUP_PARSE_ERROR_BAD_VALUE, "at /figures/0/value" },
    { R"({"notes":"x","figures":[{"value":1,"label":3}]})", EUP_PARSE_ERROR_WRONG_TYPE, "at /figures/0/label" },
    { R"({"notes":"x","links":[{"uri":3}]})", EUP_PARSE_ERROR_WRONG_TYPE, "at /links/0/uri" },
    { R"({"notes":"x","references":[3]})", EUP_PARSE_ERROR_WRONG_TYPE, "at /references/0" },
    { R"({"notes":"x","otherTitles":{}})", EUP_PARSE_ERROR_WRONG_TYPE, "at /otherTitles" },
    { R"({"notes":"x","milestones":3})", EUP_PARSE_ERROR_WRONG_TYPE, "at /milestones" },
  };

  for (const auto &b : bad)
    {
      SCOPED_TRACE (b.json);
      g_autoptr (EupCatalog) catalog = load_string (initiative (R"("notes":"N")").c_str ());
      g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
      g_autoptr (GError) error = NULL;

      EXPECT_FALSE (eup_entity_update_json_string (entity, b.json, &error));
      ASSERT_NE (error, nullptr);
      EXPECT_EQ (error->domain, EUP_PARSE_ERROR);
      EXPECT_EQ (error->code, b.code) << error->message;
      EXPECT_NE (strstr (error->message, b.message), nullptr) << error->message;
      EXPECT_EQ (written (catalog), entity_line (R"("notes":"N")"));
    }
}

TEST (Update, TakesBackWhatItWrote)
{
  const std::string members = R"("summary":{"en":"S","pt_BR":1},"instrument":"odd","leads":[1,"x"],"figures":[{"value":1,"x":2},{"unit":"%"}],"titel":"x")";
  g_autoptr (EupCatalog) catalog = load_string (initiative (members).c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
  g_autofree char *json = eup_entity_to_json_string (entity);
  g_autoptr (GError) error = NULL;
  const std::string before = written (catalog);

  EXPECT_TRUE (eup_entity_update_json_string (entity, json, &error)) << error->message;
  EXPECT_EQ (written (catalog), before);
  EXPECT_TRUE (eup_entity_update_json_string (entity, R"({"instrument":null,"summary":null,"leads":null,"figures":[]})", &error));
  EXPECT_EQ (written (catalog), entity_line (R"("titel":"x")"));
}

TEST (Update, KeepsMembersThatAreNotKnown)
{
  g_autoptr (EupCatalog) catalog = load_string (initiative (R"("b":1,"d\"\\\u0001":[",",{"}":"\""}],"f":null)").c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");

  EXPECT_TRUE (eup_entity_update_json_string (entity, R"({"a":{"z":1},"b":2,"e":3})", NULL));
  EXPECT_EQ (written (catalog), entity_line (R"("a":{"z":1},"b":2,"d\"\\\u0001":[",",{"}":"\""}],"e":3,"f":null)"));
  EXPECT_TRUE (eup_entity_update_json_string (entity, R"({"a":null,"b":null,"d\"\\\u0001":null,"e":null,"f":null})", NULL));
  EXPECT_EQ (written (catalog), entity_line (R"("f":null)"));
}

TEST (AddJson, RefusesNodesThatAreHalfMade)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();

  for (int i = 0; i < 8; i++)
    {
      g_autoptr (JsonNode) node = json_node_new (i == 0 ? JSON_NODE_OBJECT : i == 1 ? JSON_NODE_ARRAY : JSON_NODE_VALUE);
      g_autoptr (JsonNode) string = json_from_string (R"({"type":"topic","id":"t"})", NULL);
      JsonObject *object = json_node_get_object (string);
      g_autoptr (GError) error = NULL;
      JsonNode *root = i < 3 ? node : string;

      if (i == 3)
        json_object_set_member (object, "title", json_node_new (JSON_NODE_OBJECT));
      if (i == 4)
        json_object_set_member (object, "title", json_node_new (JSON_NODE_VALUE));
      if (i == 5)
        json_object_set_member (object, "links", json_node_new (JSON_NODE_ARRAY));
      if (i == 6)
        json_object_set_double_member (object, "x", G_MAXDOUBLE * 10);
      if (i == 7)
        json_object_set_object_member (object, "self", json_object_ref (object));
      EXPECT_EQ (eup_catalog_add_json (catalog, root, &error), nullptr) << i;
      ASSERT_NE (error, nullptr) << i;
      EXPECT_EQ (error->domain, EUP_PARSE_ERROR);
      EXPECT_EQ (error->code, i == 7 ? EUP_PARSE_ERROR_TOO_DEEP : EUP_PARSE_ERROR_BAD_VALUE) << error->message;
      if (i == 7)
        json_object_remove_member (object, "self");
    }
  EXPECT_EQ (g_list_model_get_n_items (G_LIST_MODEL (catalog)), 0u);
}

TEST (LongIds, AreTooLarge)
{
  const std::string longest (1024, 'x'), longer (1025, 'x');
  const std::string places[] = {
    R"("initiatives":[{"id":"$"}])", R"("initiatives":[{"id":"a","parent":"$"}])", R"("initiatives":[{"id":"a","leads":["b","$"]}])",
    R"("initiatives":[{"id":"a","milestones":[{"id":"$"}]}])", R"("commissioners":[{"id":"a","terms":[{"mandate":"$"}]}])",
    R"("commissioners":[{"id":"a","terms":[{"priorities":["$"]}]}])", R"("milestones":[{"id":"a","refines":"$"}])",
  };

  for (const std::string &place : places)
    for (const std::string &id : { longest, longer })
      {
        SCOPED_TRACE (place);
        std::string document = R"({"format":"eupolicy","version":1,)" + std::string (place) + "}";
        document.replace (document.find ('$'), 1, id);
        g_autoptr (GBytes) bytes = g_bytes_new (document.data (), document.size ());
        g_autoptr (GError) error = NULL;
        g_autoptr (EupCatalog) catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "f", &error);

        EXPECT_EQ (catalog != nullptr, id == longest);
        EXPECT_EQ (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_TOO_LARGE), id == longer);
      }

  g_autoptr (EupCatalog) catalog = load_string (initiative (R"("notes":"N")").c_str ());
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "a");
  g_autoptr (GError) error = NULL;

  EXPECT_FALSE (eup_entity_update_json_string (entity, (R"({"notes":"x","parent":")" + longer + "\"}").c_str (), &error));
  EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_TOO_LARGE));
  g_clear_error (&error);
  EXPECT_EQ (eup_catalog_add_json_string (catalog, (R"({"type":"topic","id":")" + longer + "\"}").c_str (), &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_TOO_LARGE));
  EXPECT_STREQ (eup_entity_get_notes (entity), "N");
}

TEST (Rename, LeavesNoDouble)
{
  g_autoptr (EupCatalog) catalog = load_string (R"({"format":"eupolicy","version":1,
    "initiatives":[{"id":"i","leads":["z","a","b"],"topics":["t"]},{"id":"k","leads":["b","c","a"]},{"id":"l","leads":["b"]}],
    "priorities":[{"id":"p"}],
    "commissioners":[{"id":"a","terms":[{"priorities":["q","r","p"]}]}]})");
  g_autoptr (EupEntity) i = eup_catalog_lookup (catalog, "i"), k = eup_catalog_lookup (catalog, "k"), l = eup_catalog_lookup (catalog, "l");
  g_autofree char *leads = NULL, *others = NULL, *only = NULL, *term = NULL;
  g_autoptr (EupEntity) a = NULL;

  EXPECT_TRUE (eup_catalog_rename (catalog, "a", "b", NULL));
  EXPECT_TRUE (eup_catalog_rename (catalog, "p", "q", NULL));
  leads = g_strjoinv (" ", (char **) eup_initiative_get_lead_ids (EUP_INITIATIVE (i)));
  others = g_strjoinv (" ", (char **) eup_initiative_get_lead_ids (EUP_INITIATIVE (k)));
  only = g_strjoinv (" ", (char **) eup_initiative_get_lead_ids (EUP_INITIATIVE (l)));
  EXPECT_STREQ (leads, "z b");
  EXPECT_STREQ (others, "b c");
  EXPECT_STREQ (only, "b");
  a = eup_catalog_lookup (catalog, "b");
  g_autoptr (EupTerm) first = (EupTerm *) g_list_model_get_item (G_LIST_MODEL (eup_commissioner_get_terms (EUP_COMMISSIONER (a))), 0);
  term = g_strjoinv (" ", (char **) eup_term_get_priority_ids (first));
  EXPECT_STREQ (term, "q r");
}

TEST (SelfRefinement, NamesNone)
{
  g_autoptr (EupCatalog) catalog = load_string (R"({"format":"eupolicy","version":1,"initiatives":[{"id":"i","title":"I",
    "instrument":"regulation","milestones":[{"id":"m","date":"2020-01-02","kind":"adopted","actor":"council","refines":"m"}]}]})");
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i");
  g_autoptr (EupMilestone) milestone = (EupMilestone *) eup_catalog_lookup (catalog, "m");
  g_autoptr (EupList) milestones = eup_initiative_dup_milestones (EUP_INITIATIVE (entity)), issues = eup_catalog_validate (catalog);
  g_autoptr (EupMilestone) refines = eup_milestone_dup_refines (milestone);
  g_autoptr (EupCatalog) renamed = NULL;

  EXPECT_EQ (eup_list_get_n_items (milestones), 1u);
  EXPECT_EQ (eup_initiative_get_status (EUP_INITIATIVE (entity)), EUP_STATUS_ADOPTED);
  EXPECT_NE (eup_initiative_get_date (EUP_INITIATIVE (entity)), nullptr);
  EXPECT_EQ (refines, nullptr);
  EXPECT_STREQ (eup_milestone_get_refines_id (milestone), "m");
  EXPECT_EQ (places (eup_catalog_get_issues (catalog)), "self-reference error 2:45 /initiatives/0/milestones/0/refines\n");
  EXPECT_EQ (places (issues), "self-reference error 0:0 /refines\n");

  // The same when it comes about by an edit, and goes by one.
  eup_milestone_set_refines_id (milestone, NULL);
  EXPECT_EQ (eup_list_get_n_items (milestones), 1u);
  eup_milestone_set_refines_id (milestone, "m");
  EXPECT_EQ (eup_list_get_n_items (milestones), 1u);
  EXPECT_EQ (eup_initiative_get_status (EUP_INITIATIVE (entity)), EUP_STATUS_ADOPTED);
  eup_milestone_set_refines_id (milestone, "n");
  EXPECT_TRUE (eup_catalog_rename (catalog, "m", "n", NULL));
  EXPECT_EQ (eup_list_get_n_items (milestones), 1u);
  EXPECT_EQ (eup_initiative_get_status (EUP_INITIATIVE (entity)), EUP_STATUS_ADOPTED);
}

/* Long names are cut in messages, but never within a character. */
TEST (Messages, AreValidWhateverTheyName)
{
  std::string name = "x";

  for (int i = 0; i < 80; i++)
    name += "\u00e9";
  for (const char *members : { R"("initiatives":[{"id":"a","status":"$"}])", R"("initiatives":[{"id":"a","title":{"$":1}}])",
                               R"("initiatives":[{"id":"a","$":1}])", R"("initiatives":[{"id":"a","references":["$"]}])",
                               R"("initiatives":[{"id":"a","leads":["$ !"]}])", R"("initiatives":[{"id":"a","leads":["$","$"]}])",
                               R"("initiatives":[{"id":"$"},{"id":"$"}])", R"("initiatives":[{"id":"a","$":1,"$":2}])",
                               R"("initiatives":[{"id":"a","title":{"$":1,"$":2}}])", R"("commissioners":[{"id":"c","country":"$"}])",
                               R"("initiatives":[{"id":"a","type":"$"}])", R"("initiatives":[{"id":"a","figures":[{"unit":"$"}]}])" })
    {
      std::string document = R"({"format":"eupolicy","version":1,)" + std::string (members) + "}";
      g_autoptr (GError) error = NULL;

      for (size_t at; (at = document.find ('$')) != std::string::npos;)
        document.replace (at, 1, name);
      g_autoptr (GBytes) bytes = g_bytes_new (document.data (), document.size ());
      g_autoptr (EupList) issues = eup_catalog_check_bytes (bytes, EUP_FORMAT_JSON, "f", NULL);
      g_autoptr (EupCatalog) catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "f", &error);
      g_autoptr (EupList) later = catalog == NULL ? NULL : eup_catalog_validate (catalog);

      EXPECT_TRUE (error == NULL || g_utf8_validate (error->message, -1, NULL)) << members;
      for (EupList *list : { issues, later })
        for (guint i = 0; list != NULL && i < eup_list_get_n_items (list); i++)
          {
            g_autoptr (EupIssue) issue = (EupIssue *) g_list_model_get_item (G_LIST_MODEL (list), i);

            EXPECT_TRUE (g_utf8_validate (eup_issue_get_message (issue), -1, NULL)) << members << eup_issue_get_code (issue);
          }
    }

  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  g_autoptr (GError) error = NULL;

  EXPECT_FALSE (eup_catalog_rename (catalog, name.c_str (), "b", &error));
  EXPECT_TRUE (g_utf8_validate (error->message, -1, NULL));
}

static guint n_criticals;

static GLogWriterOutput
count_criticals (GLogLevelFlags level, const GLogField *, gsize, gpointer)
{
  n_criticals += (level & G_LOG_LEVEL_CRITICAL) != 0;
  return G_LOG_WRITER_HANDLED;
}

/* Nothing is set that could not be read again. */
TEST (Kept, TermsOfWhatCanBeNoIdAreRefused)
{
  g_autoptr (EupCatalog) catalog = load_string (R"({"format":"eupolicy","version":1,"commissioners":[{"id":"c","title":"C"}]})");
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "c");
  const std::string before = written (catalog), longer (1025, 'x');
  const char *odd[] = { "p", "no id", NULL };
  std::vector<EupTerm *> terms = { eup_term_new ("no id", NULL, NULL, NULL, NULL), eup_term_new (longer.c_str (), NULL, NULL, NULL, NULL),
                                   eup_term_new (NULL, NULL, NULL, NULL, odd) };
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_ERROR);

  g_log_set_writer_func (count_criticals, NULL, NULL);
  for (EupTerm *term : terms)
    eup_commissioner_set_terms (EUP_COMMISSIONER (entity), &term, 1);
  EXPECT_EQ (n_criticals, 3u);
  g_log_set_always_fatal (fatal);
  EXPECT_EQ (written (catalog), before);
  release (terms);
}
