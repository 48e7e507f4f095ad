// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <string.h>

#include <algorithm>

#include "json-test.h"

namespace
{

EupNumber
find (EupStore *store, const char *id)
{
  return eup_store_find (store, id, strlen (id));
}

guint32
row_of (EupStore *store, const char *id)
{
  EupTableKind table;
  guint32 row = EUP_NO_ROW;

  EXPECT_TRUE (eup_store_home (store, find (store, id), &table, &row)) << id;
  return row;
}

/* Read, written, read and written again: what it is the first time, and that it stays so. */
std::string
canonical (const std::string &text)
{
  Loaded first = load (text);

  if (first.store == nullptr)
    {
      ADD_FAILURE () << first.error->message;
      return "";
    }
  std::string once = save (first.store);
  Loaded second = load (once);
  EXPECT_EQ (save (second.store), once);

  // Lines say the same.
  std::string lines = save (first.store, EUP_FORMAT_JSON_LINES);
  Loaded third = load (lines, true);
  EXPECT_EQ (third.error, nullptr) << lines;
  EXPECT_EQ (save (third.store), once);
  EXPECT_EQ (save (third.store, EUP_FORMAT_JSON_LINES), lines);
  return once;
}

TEST (JsonRead, TakesKeysInAnyOrder)
{
  EXPECT_EQ (canonical ("{\"topics\":[{\"title\":\"T\",\"id\":\"t\"}],\"version\":1,\"mandates\":[{\"period\":\"2024-12-01/2029\","
                        "\"id\":\"m\"}],\"language\":\"en\",\"format\":\"eupolicy\"}"),
             HEADER ",\n  \"mandates\": [\n    {\n      \"id\": \"m\",\n      \"period\": \"2024-12-01/2029\"\n    }\n  ],\n"
             "  \"topics\": [\n    {\n      \"id\": \"t\",\n      \"title\": \"T\"\n    }\n  ]\n}\n");
}

TEST (JsonRead, NullIsAbsence)
{
  EXPECT_EQ (canonical (document ("\"title\":null,\"mandates\":null,\"language\":null,\"topics\":[{\"id\":\"a\",\"title\":null,"
                                  "\"broader\":null,\"references\":null,\"figures\":null,\"confidence\":null,\"type\":null,"
                                  "\"milestones\":null}]")),
             HEADER ",\n  \"topics\": [\n    {\n      \"id\": \"a\"\n    }\n  ]\n}\n");
}

TEST (JsonRead, EmptyListsAndObjectsAreAbsence)
{
  EXPECT_EQ (canonical (document ("\"title\":{},\"mandates\":[],\"topics\":[{\"id\":\"a\",\"title\":{\"en\":null},\"references\":[],"
                                  "\"figures\":[],\"topics\":[]}]")),
             HEADER ",\n  \"topics\": [\n    {\n      \"id\": \"a\"\n    }\n  ]\n}\n");
}

TEST (JsonRead, ReadsAByteOrderMark)
{
  EXPECT_EQ (canonical ("\xef\xbb\xbf" + document ("")), HEADER "\n}\n");
}

TEST (JsonRead, DecodesEscapes)
{
  std::string text = canonical (document ("\"title\":\"\\u0041\\\"\\\\\\/\\b\\f\\n\\r\\t\\u001f\\u00e9\\u20ac\\ud83d\\ude00\\u007f\""));

  EXPECT_NE (text.find ("\"title\": \"A\\\"\\\\/\\b\\f\\n\\r\\t\\u001f\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\x7f\""), std::string::npos)
    << text;
}

TEST (JsonRead, TextsInTheLanguageOfTheFileArePlain)
{
  for (bool late : { false, true })
    {
      std::string language = "\"language\":\"fr\"", texts = "\"title\":{\"fr\":\"T\"},\"topics\":[{\"id\":\"a\",\"title\":{\"fr\":\"A\"},"
                             "\"summary\":{\"en\":\"E\"},\"notes\":\"N\",\"otherTitles\":[{\"text\":{\"fr\":\"O\"}}]}]";
      Loaded loaded = load (document (late ? texts + "," + language : language + "," + texts));

      ASSERT_NE (loaded.store, nullptr);
      EXPECT_STREQ (loaded.store->language, "fr");
      std::string out = save (loaded.store);
      EXPECT_NE (out.find ("\"title\": \"T\""), std::string::npos) << out;
      EXPECT_NE (out.find ("\"title\": \"A\""), std::string::npos) << out;
      EXPECT_NE (out.find ("\"text\": \"O\""), std::string::npos) << out;
      EXPECT_NE (out.find ("\"summary\": {\n        \"en\": \"E\"\n      }"), std::string::npos) << out;
      EXPECT_NE (out.find ("\"notes\": \"N\""), std::string::npos) << out;
      EXPECT_EQ (canonical (out), out);
    }
  // Without one it is English.
  EXPECT_NE (canonical (document ("\"title\":{\"en\":\"T\"}")).find ("\"title\": \"T\""), std::string::npos);
}

TEST (JsonRead, ChildrenMayStandInTheirParents)
{
  Loaded loaded = load (document (
    "\"mandates\":[{\"priorities\":[{\"id\":\"p\",\"objectives\":[{\"id\":\"o\",\"initiatives\":[{\"id\":\"i\",\"milestones\":"
    "[{\"id\":\"m1\"},{\"id\":\"m2\",\"subject\":\"elsewhere\"}],\"initiatives\":[{\"id\":\"part\"}]},{\"id\":\"j\","
    "\"objectives\":[\"other\"]}]}],\"initiatives\":[{\"id\":\"direct\"}],\"milestones\":[{\"id\":\"pm\"}]}],\"id\":\"m\"}]"));
  ASSERT_NE (loaded.store, nullptr);
  EupStore *s = loaded.store;
  guint n;

  EXPECT_EQ (eup_store_get (s, EUP_TABLE_PRIORITY, row_of (s, "p"), EUP_PRIORITY_MANDATE), find (s, "m"));
  EXPECT_EQ (eup_store_get (s, EUP_TABLE_OBJECTIVE, row_of (s, "o"), EUP_OBJECTIVE_PRIORITY), find (s, "p"));
  EXPECT_EQ (*eup_store_list (s, eup_store_get (s, EUP_TABLE_INITIATIVE, row_of (s, "i"), EUP_INITIATIVE_OBJECTIVES), &n),
             find (s, "o"));
  EXPECT_EQ (n, 1u);
  EXPECT_EQ (*eup_store_list (s, eup_store_get (s, EUP_TABLE_INITIATIVE, row_of (s, "j"), EUP_INITIATIVE_OBJECTIVES), &n),
             find (s, "other"));
  EXPECT_EQ (*eup_store_list (s, eup_store_get (s, EUP_TABLE_INITIATIVE, row_of (s, "direct"), EUP_INITIATIVE_PRIORITIES), &n),
             find (s, "p"));
  EXPECT_EQ (eup_store_get (s, EUP_TABLE_INITIATIVE, row_of (s, "part"), EUP_INITIATIVE_PARENT), find (s, "i"));
  EXPECT_EQ (eup_store_get (s, EUP_TABLE_MILESTONE, row_of (s, "m1"), EUP_MILESTONE_SUBJECT), find (s, "i"));
  EXPECT_EQ (eup_store_get (s, EUP_TABLE_MILESTONE, row_of (s, "m2"), EUP_MILESTONE_SUBJECT), find (s, "elsewhere"));
  EXPECT_EQ (eup_store_get (s, EUP_TABLE_MILESTONE, row_of (s, "pm"), EUP_MILESTONE_SUBJECT), find (s, "p"));

  // Pointers lead to where the entities stood.
  std::string issues = loaded.summary ();
  EXPECT_NE (issues.find ("/mandates/0/priorities/0/objectives/0/initiatives/0/milestones/1/subject\n"), std::string::npos) << issues;
  EXPECT_NE (issues.find ("/mandates/0/priorities/0/objectives/0/initiatives/1/objectives/0\n"), std::string::npos) << issues;
  canonical (save (s));
}

TEST (JsonRead, KeepsWhatItDoesNotKnow)
{
  const std::string text = HEADER ",\n"
    "  \"title\": \"T\",\n"
    "  \"topics\": [\n"
    "    {\n"
    "      \"id\": \"a\",\n"
    "      \"title\": \"A\",\n"
    "      \"figures\": [\n"
    "        {\n"
    "          \"value\": 1,\n"
    "          \"odd\": true\n"
    "        }\n"
    "      ],\n"
    "      \"A\": [1, 2.50, \"x\", null],\n"
    "      \"b\": {\n"
    "        \"z\": {},\n"
    "        \"a\": [\n"
    "          [],\n"
    "          [1e5, -0],\n"
    "          {\n"
    "            \"k\": \"\xc3\xa9\\u0001\"\n"
    "          }\n"
    "        ]\n"
    "      },\n"
    "      \"\xc3\xa9\": 123456789012345678901234567890\n"
    "    }\n"
    "  ],\n"
    "  \"x\": {\n"
    "    \"nested\": [\"a,b\", \"[\", \"{\"]\n"
    "  }\n"
    "}\n";

  EXPECT_EQ (canonical (text), text);
  EXPECT_EQ (load (text).codes (), std::vector<std::string> (5, "unknown-member"));
}

TEST (JsonRead, SortsWhatItDoesNotKnow)
{
  EXPECT_EQ (canonical (document ("\"b\":1,\"ab\":2,\"a\":3,\"\":4,\"B\":{\"y\":1,\"x\":2}")),
             HEADER ",\n  \"\": 4,\n  \"B\": {\n    \"y\": 1,\n    \"x\": 2\n  },\n  \"a\": 3,\n  \"ab\": 2,\n  \"b\": 1\n}\n");
}

struct Odd
{
  const char *member;
  const char *code;
  const char *written; /* NULL: as it was */
};

TEST (JsonRead, KeepsOddValuesAndSaysSo)
{
  const Odd odd[] = {
    { "\"date\": \"31-12-9999\"", "impossible-date", nullptr },
    { "\"date\": \"publication +20\"", "impossible-date", nullptr },
    { "\"date\": \"2025-02-29\"", "impossible-date", nullptr },
    { "\"date\": \"2025-13\"", "impossible-date", nullptr },
    { "\"date\": \"\"", "impossible-date", nullptr },
    { "\"date\": 2025", "wrong-type", nullptr },
    { "\"kind\": \"celebrated\"", "unknown-word", nullptr },
    { "\"kind\": \"Adopted\"", "unknown-word", nullptr },
    { "\"kind\": 7", "wrong-type", nullptr },
    { "\"actor\": [\"commission\"]", "wrong-type", nullptr },
    { "\"subject\": \"no id\"", "malformed-id", nullptr },
    { "\"subject\": 5", "wrong-type", nullptr },
    { "\"title\": 5", "wrong-type", nullptr },
    { "\"title\": [\"x\"]", "wrong-type", nullptr },
    { "\"title\": {\n        \"en\": 5\n      }", "wrong-type", nullptr },
    { "\"title\": {\n        \"not a tag\": \"x\"\n      }", "malformed-language", nullptr },
    { "\"references\": \"COM(2025) 148\"", "wrong-type", nullptr },
    { "\"references\": [\"COM(2025) 148\", 5]", "wrong-type", nullptr },
    { "\"topics\": [\"a\", null]", "wrong-type", nullptr },
    { "\"topics\": [\"a\", \"b c\"]", "malformed-id", nullptr },
    { "\"figures\": {\n        \"value\": 1\n      }", "wrong-type", nullptr },
    { "\"figures\": [\n        {\n          \"value\": 1\n        },\n        7\n      ]", "wrong-type", nullptr },
    { "\"figures\": [\n        {\n          \"value\": \"many\"\n        }\n      ]", "bad-number", nullptr },
    { "\"figures\": [\n        {\n          \"value\": 1e999\n        }\n      ]", "bad-number", nullptr },
    { "\"figures\": [\n        {\n          \"value\": 9007199254740993\n        }\n      ]", "inexact-number", nullptr },
    { "\"figures\": [\n        {\n          \"value\": 0.1000000000000000055\n        }\n      ]", "inexact-number", nullptr },
    { "\"figures\": [\n        {\n          \"source\": \"x\"\n        }\n      ]", "bad-number", nullptr },
    { "\"figures\": [\n        {\n          \"value\": 1,\n          \"source\": \"x\"\n        }\n      ]", "wrong-type", nullptr },
    { "\"figures\": [\n        {\n          \"value\": null\n        },\n        {}\n      ]", "bad-number", nullptr },
    { "\"title\": {\n        \"en\": \"x\",\n        \"pt_BR\": \"y\",\n        \"fr\": [1, 2]\n      }", "malformed-language", nullptr },
    { "\"topics\": [7, \"a\", \"b c\", \"d\", null]", "wrong-type", nullptr },
    { "\"verified\": \"yesterday\"", "impossible-date", nullptr },
  };

  for (const Odd &o : odd)
    {
      SCOPED_TRACE (o.member);
      bool states_subject = strncmp (o.member, "\"subject\"", 9) == 0;
      bool last = strncmp (o.member, "\"verified\"", 10) == 0 || strncmp (o.member, "\"figures\"", 9) == 0
                  || strncmp (o.member, "\"references\"", 12) == 0 || strncmp (o.member, "\"topics\"", 8) == 0
                  || strncmp (o.member, "\"date\"", 6) == 0 || strncmp (o.member, "\"kind\"", 6) == 0
                  || strncmp (o.member, "\"actor\"", 7) == 0;
      std::string subject = states_subject ? "" : "\"subject\": \"m\"";
      std::string inside = subject.empty () ? o.member : last ? subject + ",\n      " + o.member : std::string (o.member) + ",\n      " + subject;
      std::string text = HEADER ",\n  \"milestones\": [\n    {\n      \"id\": \"m\",\n      " + inside + "\n    }\n  ]\n}\n";
      Loaded loaded = load (text);

      ASSERT_NE (loaded.store, nullptr) << loaded.error->message;
      ASSERT_GE (loaded.issues->len, 1u);
      EXPECT_STREQ (eup_issue_get_code (loaded.issue (0)), o.code) << eup_issue_get_message (loaded.issue (0));
      EXPECT_GT (eup_issue_get_line (loaded.issue (0)), 7u);
      EXPECT_STREQ (eup_issue_get_entity_id (loaded.issue (0)), "m");
      EXPECT_EQ (std::string (eup_issue_get_pointer (loaded.issue (0))).substr (0, 14), "/milestones/0/");
      EXPECT_EQ (canonical (text), text);

      // Whoever validates later, without the file, is told as well.
      g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
      bool told = false;
      eup_check_store (loaded.store, "x", nullptr, issues, 0);
      for (guint i = 0; i < issues->len; i++)
        told |= std::string (eup_issue_get_pointer (static_cast<EupIssue *> (g_ptr_array_index (issues, i)))).size () > 1;
      EXPECT_TRUE (told);
    }
}

TEST (JsonRead, KeepsOddValuesOfTheHeader)
{
  const std::string text = "{\n  \"@context\": [\"https://example.org\"],\n  \"format\": \"eupolicy\",\n  \"version\": 1,\n"
                           "  \"language\": \"???\",\n  \"title\": 5,\n  \"baseUri\": false\n}\n";
  Loaded loaded = load (text);

  EXPECT_EQ (canonical (text), text);
  EXPECT_EQ (loaded.codes (), (std::vector<std::string> { "malformed-language", "wrong-type", "wrong-type" }));
  EXPECT_STREQ (loaded.store->language, "en");
}

TEST (JsonRead, PositionsAreWholeNumbers)
{
  for (const char *value : { "0", "-1", "1.5", "1e3", "2147483648", "99999999999999999999", "\"1\"" })
    {
      std::string text = HEADER ",\n  \"objectives\": [\n    {\n      \"id\": \"o\",\n      \"title\": \"O\",\n      \"priority\": \"p\",\n"
                         "      \"position\": " + std::string (value) + "\n    }\n  ],\n  \"priorities\": []\n}\n";
      Loaded loaded = load (text);

      ASSERT_NE (loaded.store, nullptr);
      EXPECT_EQ (eup_store_get (loaded.store, EUP_TABLE_OBJECTIVE, 0, EUP_OBJECTIVE_POSITION), 0u);
      EXPECT_NE (canonical (text).find ("\"position\": " + std::string (value)), std::string::npos);
    }
}

TEST (JsonRead, NumbersAreWrittenShort)
{
  const std::pair<const char *, const char *> numbers[] = {
    { "1", "1" }, { "1.0", "1" }, { "1e3", "1000" }, { "0.5", "0.5" }, { "5e-1", "0.5" }, { "-0", "-0" }, { "0.1", "0.1" },
    { "2000000", "2000000" }, { "1.7976931348623157e308", "1.7976931348623157e+308" }, { "5e-324", "5e-324" },
    { "123456789.125", "123456789.125" }, { "1e21", "1e+21" }, { "1e20", "100000000000000000000" }, { "0.000001", "0.000001" },
    { "0.0000001", "1e-7" }, { "1.50", "1.5" }, { "9007199254740992", "9007199254740992" }, { "71.0e0", "71" },
    { "0.30000000000000004", "0.30000000000000004" }, { "100e-2", "1" }, { "0e5", "0" },
  };

  for (const auto &n : numbers)
    {
      Loaded loaded = load (document ("\"topics\":[{\"id\":\"a\",\"figures\":[{\"value\":" + std::string (n.first) + "}]}]"));

      ASSERT_NE (loaded.store, nullptr);
      g_autofree char *text = eup_json_write_cell (loaded.store, EUP_TABLE_TOPIC, 0, EUP_FIELD_FIGURES);
      EXPECT_EQ (std::string (text), "[{\"value\":" + std::string (n.second) + "}]") << n.first;
      for (const std::string &code : loaded.codes ())
        EXPECT_NE (code, "inexact-number") << n.first;
    }
}

TEST (JsonRead, WindowsMakeNoDifference)
{
  g_autofree char *path = g_build_filename (g_getenv ("EUP_LIBRARY_DATA"), "topics.json", nullptr);
  g_autofree char *data = nullptr;
  gsize n;
  std::vector<std::string> texts = {
    document ("\"language\":\"de\",\"title\":{\"fr\":\"\xc3\xa9t\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80\",\"de\":\"\\ud83d\\ude00\\u00e9\\n\"},"
              "\n\n  \"initiatives\":[{\"id\":\"i\",\"milestones\":[{\"id\":\"m\",\"date\":\"2025-0\"}],\"x\":[[1,{\"a\":-1.5e+3}],true,false,null],"
              "\"figures\":[{\"value\":12345678901234567890},3],\"status\":\"odd\",\"leads\":[\"a\",\"b\"]}]"),
  };

  ASSERT_TRUE (g_file_get_contents (path, &data, &n, nullptr));
  texts.push_back (std::string (data, n));
  for (const std::string &text : texts)
    {
      Loaded whole = load (text);

      ASSERT_NE (whole.store, nullptr) << whole.error->message;
      for (gsize window = 1; window <= 64; window++)
        {
          Loaded parts = load (text, false, window);

          ASSERT_NE (parts.store, nullptr) << parts.error->message;
          ASSERT_EQ (save (parts.store), save (whole.store)) << "window " << window;
          ASSERT_EQ (parts.summary (), whole.summary ()) << "window " << window;
        }
    }
}

TEST (JsonRead, ReadsLines)
{
  const char *text = "{\"type\":\"initiative\",\"id\":\"i\",\"title\":\"I\"}\n"
                     "\r\n"
                     "  {\"id\":\"m\",\"x\":{\"type\":\"topic\"},\"type\":\"milestone\",\"subject\":\"i\",\"date\":\"2025\"}\r\n"
                     "{\"type\":\"topic\",\"id\":\"t\",\"title\":\"T\"}";
  Loaded loaded = load (text, true);

  ASSERT_NE (loaded.store, nullptr) << loaded.error->message;
  EXPECT_EQ (eup_store_n_rows (loaded.store, EUP_TABLE_INITIATIVE), 1u);
  EXPECT_EQ (eup_store_n_rows (loaded.store, EUP_TABLE_MILESTONE), 1u);
  EXPECT_STREQ (loaded.store->language, "en");
  EXPECT_EQ (save (loaded.store, EUP_FORMAT_JSON_LINES),
             "{\"@context\":\"https://w3id.org/eupolicy/context/v1\",\"format\":\"eupolicy\",\"version\":1,\"language\":\"en\"}\n"
             "{\"type\":\"initiative\",\"id\":\"i\",\"title\":\"I\"}\n"
             "{\"type\":\"milestone\",\"id\":\"m\",\"subject\":\"i\",\"date\":\"2025\",\"x\":{\"type\":\"topic\"}}\n"
             "{\"type\":\"topic\",\"id\":\"t\",\"title\":\"T\"}\n");
}

TEST (JsonRead, LinesMayBeginWithAHeader)
{
  Loaded loaded = load ("{\"language\":\"fr\",\"title\":\"Titre\",\"more\":1,\"format\":\"eupolicy\"}\n"
                        "{\"type\":\"topic\",\"id\":\"t\",\"title\":{\"fr\":\"T\"},\"broader\":\"u\"}\n", true);

  ASSERT_NE (loaded.store, nullptr) << loaded.error->message;
  EXPECT_STREQ (loaded.store->language, "fr");
  EXPECT_EQ (loaded.summary (), "unknown-member 1:34 /more\nunresolved-reference 2:1 /broader\n");
  EXPECT_EQ (save (loaded.store, EUP_FORMAT_JSON_LINES),
             "{\"@context\":\"https://w3id.org/eupolicy/context/v1\",\"format\":\"eupolicy\",\"version\":1,\"language\":\"fr\","
             "\"title\":\"Titre\",\"more\":1}\n{\"type\":\"topic\",\"id\":\"t\",\"title\":\"T\",\"broader\":\"u\"}\n");
}

TEST (JsonRead, TellsFormatsApart)
{
  const std::pair<const char *, EupFormat> heads[] = {
    { "", EUP_FORMAT_JSON },
    { "{\n  \"format\": 1", EUP_FORMAT_JSON },
    { "{\"format\":\"eupolicy\",\"version\":1}", EUP_FORMAT_JSON },
    { "{\"format\":\"eupolicy\",\"topics\":[{\"id\":\"}\\\"", EUP_FORMAT_JSON },
    { "{\"format\":\"eupolicy\",\"version\":1}\n{\"type\"", EUP_FORMAT_JSON_LINES },
    { "{\"type\":\"topic\",\"id\":\"}\"}\n", EUP_FORMAT_JSON_LINES },
    { "\xef\xbb\xbf {\"type\":\"topic\",\"id\":\"a\"}", EUP_FORMAT_JSON_LINES },
    { "@prefix eup: <", EUP_FORMAT_TURTLE },
    { "BEGIN:VCALENDAR\r\n", EUP_FORMAT_ICALENDAR },
    { "garbage", EUP_FORMAT_JSON },
  };

  for (const auto &head : heads)
    EXPECT_EQ (eup_format_of_data (head.first, strlen (head.first), NULL), head.second) << head.first;
  EXPECT_EQ (eup_format_of_name ("a.b/x.JSON"), EUP_FORMAT_JSON);
  EXPECT_EQ (eup_format_of_name ("x.jsonl"), EUP_FORMAT_JSON_LINES);
  EXPECT_EQ (eup_format_of_name ("x.eup"), EUP_FORMAT_SNAPSHOT);
  for (const char *name : { "json", "x.", "x.xyz", ".json", "a.json/x", "a/.json" })
    EXPECT_EQ (eup_format_of_name (name), EUP_FORMAT_AUTO) << name;
}

TEST (JsonRead, TellsFormatsByContentsAndThenByName)
{
  const std::string long_line = "{\"format\":\"eupolicy\",\"title\":\"" + std::string (1000, 'x');
  const struct
  {
    std::string data;
    const char *name;
    EupFormat   format;
  } cases[] = {
    { "", "x.jsonl", EUP_FORMAT_JSON_LINES },
    { "", "x.txt", EUP_FORMAT_AUTO },
    { "garbage", "x.json", EUP_FORMAT_JSON },
    { "garbage", "x", EUP_FORMAT_AUTO },
    { "garbage", "x.ttl", EUP_FORMAT_TURTLE },
    { "{\n\"format\":1", "x.txt", EUP_FORMAT_JSON },
    { "{\n\"format\":1", "x.jsonl", EUP_FORMAT_JSON },
    { "{\"format\":\"eupolicy\"}\n{\"type\"", "x.json", EUP_FORMAT_JSON_LINES },
    { "{\"id\":\"a\",\"type\":\"topic\"}\n", "x.jsonl", EUP_FORMAT_JSON_LINES },
    { "{\"id\":\"a\",\"type\":\"topic\"}\n", "x", EUP_FORMAT_JSON },
    { "{\"id\":\"a\",\"type\":\"topic\"}\n", "x.ttl", EUP_FORMAT_JSON },
    { "{\"type\":\"topic\"}\n", "x.json", EUP_FORMAT_JSON_LINES },
    { "@prefix eup: <", "x.json", EUP_FORMAT_TURTLE },
    { long_line, "x.json", EUP_FORMAT_JSON },
    { long_line, "x.jsonl", EUP_FORMAT_JSON_LINES },
    { long_line + "\\", "x.jsonl", EUP_FORMAT_JSON_LINES },
  };

  for (const auto &c : cases)
    EXPECT_EQ (eup_format_of_data (c.data.c_str (), c.data.size (), c.name), c.format) << c.data << " as " << c.name;
}

TEST (JsonRead, ReadsStreamsOfAnyFormat)
{
  for (const char *text : { "{\"format\":\"eupolicy\",\"topics\":[{\"id\":\"a\"}]}", "{\"type\":\"topic\",\"id\":\"a\"}\n" })
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, nullptr);
      g_autoptr (GError) error = nullptr;
      goffset seen[2] = { 0, 0 };
      EupReadOptions options = {};

      options.progress = [] (goffset done, goffset total, gpointer data) {
        static_cast<goffset *> (data)[0] = done;
        static_cast<goffset *> (data)[1] = total;
      };
      options.progress_data = seen;
      g_autoptr (EupStore) store = eup_format_read_stream (EUP_FORMAT_AUTO, stream, strlen (text), &options, nullptr, &error);
      ASSERT_NE (store, nullptr) << error->message;
      EXPECT_EQ (eup_store_n_rows (store, EUP_TABLE_TOPIC), 1u);
      EXPECT_EQ (seen[0], goffset (strlen (text)));
      EXPECT_EQ (seen[1], goffset (strlen (text)));
    }
}

TEST (JsonRead, OneEntity)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = nullptr;
  const char *text = " {\"id\":\"i\",\"title\":\"I\",\"status\":\"odd\",\"type\":\"initiative\",\"milestones\":[{\"id\":\"m\"}]} ";
  EupNumber number = eup_json_read_entity (store, text, strlen (text), "here", -1, issues, &error);

  ASSERT_NE (number, 0u) << error->message;
  EXPECT_STREQ (eup_store_id (store, number), "i");
  EXPECT_EQ (eup_store_n_rows (store, EUP_TABLE_MILESTONE), 1u);
  EXPECT_EQ (issues->len, 1u);
  g_autofree char *out = eup_json_write_entity (store, EUP_TABLE_INITIATIVE, 0, TRUE);
  EXPECT_STREQ (out, "{\n  \"type\": \"initiative\",\n  \"id\": \"i\",\n  \"title\": \"I\",\n  \"status\": \"odd\"\n}");

  for (const char *wrong : { "", "[]", "{\"id\":\"j\"}", "{\"id\":\"i\",\"type\":\"topic\"}", "{\"id\":\"j\",\"type\":\"topic\"} x",
                             "{\"type\":\"topic\"}", "{\"type\":5,\"id\":\"j\"}" })
    {
      g_autoptr (EupStore) other = eup_store_new ("en");
      eup_json_read_entity (other, text, strlen (text), "here", EUP_TABLE_INITIATIVE, nullptr, nullptr);

      EXPECT_EQ (eup_json_read_entity (other, wrong, strlen (wrong), "here", -1, nullptr, &error), 0u) << wrong;
      ASSERT_NE (error, nullptr);
      EXPECT_EQ (strncmp (error->message, "here:1:", 7), 0) << error->message;
      g_clear_error (&error);
    }
}

TEST (JsonRead, AnUpdateSaysWhatItStates)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  g_autoptr (GError) error = nullptr;
  const char *text = "{\"title\":null,\"summary\":\"S\",\"other\":1}";
  guint32 seen = 0;
  EupNumber number = eup_json_read_update (store, text, strlen (text), "here", EUP_TABLE_TOPIC, "t", &seen, nullptr, &error);

  ASSERT_NE (number, 0u) << error->message;
  EXPECT_STREQ (eup_store_id (store, number), "t");
  EXPECT_EQ (seen, 1u << EUP_FIELD_TITLE | 1u << EUP_FIELD_SUMMARY);
}

TEST (JsonRead, CellsByThemselves)
{
  Loaded loaded = load (document ("\"initiatives\":[{\"id\":\"i\",\"title\":{\"en\":\"I\",\"fr\":\"J\"},\"objectives\":[\"a\",\"b\"],"
                                  "\"status\":\"in-force\",\"references\":[\"COM(2025) 1\"],\"verified\":\"2025-06\",\"parent\":\"p\","
                                  "\"instrument\":\"odd\",\"figures\":[{\"value\":1.5,\"unit\":\"%\",\"source\":{\"uri\":\"x\"}}],\"z\":1}]"));
  const std::pair<guint, const char *> cells[] = {
    { EUP_FIELD_TITLE, "{\"en\":\"I\",\"fr\":\"J\"}" },
    { EUP_INITIATIVE_OBJECTIVES, "[\"a\",\"b\"]" },
    { EUP_INITIATIVE_STATUS, "\"in-force\"" },
    { EUP_INITIATIVE_INSTRUMENT, "\"odd\"" },
    { EUP_INITIATIVE_PARENT, "\"p\"" },
    { EUP_FIELD_REFERENCES, "[\"COM(2025) 1\"]" },
    { EUP_FIELD_VERIFIED, "\"2025-06\"" },
    { EUP_FIELD_FIGURES, "[{\"value\":1.5,\"unit\":\"%\",\"source\":{\"uri\":\"x\"}}]" },
    { EUP_FIELD_SUMMARY, nullptr },
    { EUP_KEPT_MEMBERS, "{\"z\":1}" },
  };
  g_autoptr (EupStore) other = eup_store_new ("en");
  eup_store_add_row (other, EUP_TABLE_INITIATIVE, eup_store_intern (other, "i", 1));

  for (const auto &cell : cells)
    {
      g_autofree char *text = eup_json_write_cell (loaded.store, EUP_TABLE_INITIATIVE, 0, cell.first);
      g_autoptr (GError) error = nullptr;

      EXPECT_STREQ (text, cell.second);
      EXPECT_TRUE (eup_json_read_cell (other, EUP_TABLE_INITIATIVE, 0, cell.first, text, &error)) << error->message;
      g_autofree char *again = eup_json_write_cell (other, EUP_TABLE_INITIATIVE, 0, cell.first);
      EXPECT_STREQ (again, cell.second);
    }
  g_autofree char *a = eup_json_write_entity (loaded.store, EUP_TABLE_INITIATIVE, 0, FALSE);
  g_autofree char *b = eup_json_write_entity (other, EUP_TABLE_INITIATIVE, 0, FALSE);
  EXPECT_STREQ (a, b);

  EXPECT_TRUE (eup_json_read_cell (other, EUP_TABLE_INITIATIVE, 0, EUP_INITIATIVE_INSTRUMENT, "null", nullptr));
  EXPECT_EQ (eup_json_write_cell (other, EUP_TABLE_INITIATIVE, 0, EUP_INITIATIVE_INSTRUMENT), nullptr);
  g_autoptr (GError) error = nullptr;
  EXPECT_FALSE (eup_json_read_cell (other, EUP_TABLE_INITIATIVE, 0, EUP_FIELD_TITLE, "\"a\" b", &error));
  EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_SYNTAX));
}

TEST (JsonRead, SortsEntitiesByTheirIds)
{
  std::string text = canonical (document ("\"topics\":[{\"id\":\"b\"},{\"id\":\"topic/zzzzzzzzzz2\"},{\"id\":\"topic/zzzzzzzzzz10\"},{\"id\":\"\xc3\xa9\"},"
                                          "{\"id\":\"B\"},{\"id\":\"a/b\"},{\"id\":\"a\"},{\"id\":\"a-b\"}]"));
  std::vector<std::string> ids;

  for (gsize at = 0; (at = text.find ("\"id\": \"", at)) != std::string::npos; at++)
    ids.push_back (text.substr (at + 7, text.find ('"', at + 7) - at - 7));
  std::vector<std::string> sorted = ids;
  std::sort (sorted.begin (), sorted.end ());
  EXPECT_EQ (ids, sorted);
  EXPECT_EQ (ids.size (), 8u);
}

static guint
expect_canonical_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, nullptr);
  const char *name;
  guint n_files = 0;

  EXPECT_NE (dir, nullptr);
  while (dir != nullptr && (name = g_dir_read_name (dir)) != nullptr)
    {
      g_autofree char *path = g_build_filename (folder, name, nullptr);
      g_autofree char *data = nullptr;
      gsize n;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          n_files += expect_canonical_files (path);
          continue;
        }
      if (!g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".schema.json"))
        continue;
      SCOPED_TRACE (path);
      if (!g_file_get_contents (path, &data, &n, nullptr))
        {
          ADD_FAILURE ();
          continue;
        }
      EXPECT_EQ (canonical (std::string (data, n)), std::string (data, n));
      n_files++;
    }
  return n_files;
}

TEST (JsonRead, TheBuiltInFilesAreCanonical)
{
  EXPECT_GE (expect_canonical_files (g_getenv ("EUP_LIBRARY_DATA")), 17u);
}

TEST (JsonRead, OutputErrorsArePassedOn)
{
  Loaded loaded = load (document ("\"topics\":[{\"id\":\"a\"}]"));
  char buffer[16];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (buffer, sizeof buffer, nullptr, nullptr);
  g_autoptr (GError) error = nullptr;

  EXPECT_FALSE (eup_format_write_stream (EUP_FORMAT_JSON, loaded.store, stream, nullptr, &error));
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE));
  g_clear_error (&error);
  EXPECT_FALSE (eup_format_write_stream (EUP_FORMAT_SNAPSHOT, loaded.store, stream, nullptr, &error)
                && !eup_format_can_write (EUP_FORMAT_SNAPSHOT));
}

TEST (JsonRead, LongStringsAndManyEntities)
{
  std::string text = HEADER ",\n  \"title\": \"";

  for (int i = 0; i < 300000; i++)
    text += i % 1000 == 0 ? "\\n" : "ab\xc3\xa9";
  text += "\",\n  \"topics\": [\n";
  for (int i = 0; i < 20000; i++)
    text += "    {\n      \"id\": \"topic/" + std::to_string (100000 + i) + "\",\n      \"title\": \"T\"\n    }" + (i < 19999 ? ",\n" : "\n");
  text += "  ]\n}\n";
  EXPECT_EQ (canonical (text), text);
}

}
