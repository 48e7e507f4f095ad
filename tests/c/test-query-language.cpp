/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <gtest/gtest.h>

#include <eupolicy.h>

#include <map>
#include <string>
#include <vector>

extern "C"
{
#include "query/language/eup-query-error.h"
#include "query/language/eup-query-private.h"
#include "values/eup-enum-names.h"
}

namespace
{

struct Row
{
  std::vector<std::string> cells;
};

std::string
contents_of (const char *directory, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("EUP_TEST_DATA"), directory, name, nullptr);
  char *text = nullptr;
  gsize length = 0;

  EXPECT_TRUE (g_file_get_contents (path, &text, &length, nullptr)) << path;
  std::string contents (text != nullptr ? text : "", length);
  g_free (text);
  return contents;
}

std::vector<std::vector<std::string>>
read_table (const char *name)
{
  std::vector<std::vector<std::string>> rows;
  g_auto (GStrv) lines = g_strsplit (contents_of (".", name).c_str (), "\n", -1);

  for (guint i = 1; lines[i] != nullptr && (*lines[i] != '\0' || lines[i + 1] != nullptr); i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      rows.emplace_back (cells, cells + g_strv_length (cells));
    }
  return rows;
}

std::string
text_of (EupQuery *query)
{
  g_autofree char *text = eup_query_to_string (query);

  return text;
}

std::string
canonical (const std::string &text)
{
  g_autoptr (GError) error = nullptr;
  g_autoptr (EupQuery) query = eup_query_new_from_string (text.c_str (), &error);

  return query != nullptr ? text_of (query) : error->message;
}

EupQuery *
parse (const char *text)
{
  g_autoptr (GError) error = nullptr;
  EupQuery *query = eup_query_new_from_string (text, &error);

  EXPECT_NE (query, nullptr) << text << ": " << (error != nullptr ? error->message : "");
  return query;
}

TEST (QueryLanguage, Examples)
{
  for (const auto &row : read_table ("queries.tsv"))
    {
      ASSERT_EQ (row.size (), 3u) << row[0];
      std::string expected = row[1].empty () && row[0] != "()" ? row[0] : row[1];
      EXPECT_EQ (canonical (row[0]), expected);
      EXPECT_EQ (canonical (expected), expected);
    }
}

TEST (QueryLanguage, ExamplesOfTheGuide)
{
  g_auto (GStrv) lines = g_strsplit (contents_of ("../../docs", "query-language.md").c_str (), "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != nullptr; i++)
    {
      if (!g_str_has_prefix (lines[i], "    eupolicy query '"))
        continue;
      std::string text = lines[i] + strlen ("    eupolicy query '");
      text.resize (text.rfind ('\''));
      g_autoptr (EupQuery) query = parse (text.c_str ());
      EXPECT_NE (query, nullptr);
      n++;
    }
  EXPECT_GE (n, 5u);
}

TEST (QueryLanguage, EveryFieldIsInTheGuideAndInAnExample)
{
  std::string guide = contents_of ("../../docs", "query-language.md");
  std::string examples = contents_of (".", "queries.tsv");

  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    {
      std::string name = eup_query_field_name ((EupQueryField) i);
      EXPECT_NE (guide.find ("| `" + name + "` |"), std::string::npos) << name;
      EXPECT_NE (examples.find (name + ":"), std::string::npos) << name;
    }
}

TEST (QueryLanguage, EveryWordOfAnEnumerationIsInTheGuide)
{
  std::string guide = contents_of ("../../docs", "query-language.md");

  for (guint i = 0; i < EUP_N_QUERY_FIELDS; i++)
    {
      const EupQueryFieldSpec *spec = eup_query_field_spec ((EupQueryField) i);

      if (spec->kind != EUP_QUERY_KIND_ENUM)
        continue;
      std::string row = guide.substr (guide.find (std::string ("| `") + spec->name + "` |"));
      row = " " + row.substr (row.find ("` | ") + 4);
      row.resize (row.find (" |") + 1);
      for (guint value = 0; value < eup_enum_n_values (spec->enum_type ()); value++)
        EXPECT_NE (row.find (std::string (" ") + eup_enum_nick (spec->enum_type (), (int) value) + " "), std::string::npos)
            << spec->name << ": " << eup_enum_nick (spec->enum_type (), (int) value);
    }
}

TEST (QueryLanguage, EveryRowOfTheSchemaIsAPropertyByAllItsNames)
{
  auto find = [] (const std::string &name) { return eup_query_property_find (name.c_str (), name.size ()); };

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint field = 0; field < eup_schema_table ((EupTableKind) table)->n_fields; field++)
      {
        const EupFieldSpec *spec = eup_schema_field ((EupTableKind) table, field);
        std::vector<std::string> names = { spec->name, spec->property };

        for (guint i = 0; i < EUP_MAX_ALIASES && spec->aliases[i] != nullptr; i++)
          names.push_back (spec->aliases[i]);
        if (spec->kind == EUP_KIND_TEXT)
          names.push_back (std::string (spec->name) + "-text");
        for (const auto &name : names)
          {
            ASSERT_GE (find (name), 0) << name;
            const EupQueryProperty *property = eup_query_property (find (name));
            bool is_stored = property->id == EUP_PROPERTY_STORED;
            EXPECT_EQ (is_stored ? property->fields[table] : (int) field, (int) field) << name;
          }
        /* What is stated is asked for by the property that sets it. */
        if (strcmp (spec->name, spec->property) != 0 && spec->kind == EUP_KIND_ENUM)
          {
            EXPECT_STREQ (eup_query_property (find (spec->property))->name, spec->property);
          }
      }
}

TEST (QueryLanguage, SortsByWhatIsStoredUnderOneName)
{
  for (const auto &[text, canonical] : std::map<std::string, std::string> {
         { "sort:position", "sort:position" }, { "sort:-overview", "sort:-summary" }, { "sort:short-title-text", "sort:short-title" },
         { "sort:stated-status", "sort:stated-status" }, { "sort:status", "sort:status" }, { "sort:note sort:-notes", "sort:-notes" } })
    {
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupQuery) query = eup_query_new_from_string (text.c_str (), &error);

      ASSERT_NE (query, nullptr) << text << ": " << error->message;
      g_autofree char *printed = eup_query_to_string (query);
      EXPECT_EQ (printed, canonical);
    }
  for (const char *text : { "sort:links", "sort:mandate-id", "sort:terms", "sort:period", "sort:children" })
    {
      g_autoptr (EupQuery) query = eup_query_new_from_string (text, nullptr);

      EXPECT_EQ (query, nullptr) << text;
    }
}

TEST (QueryLanguage, Errors)
{
  GType type = EUP_TYPE_QUERY_ERROR;
  g_autoptr (GEnumClass) klass = (GEnumClass *) g_type_class_ref (type);

  for (const auto &row : read_table ("queries-bad.tsv"))
    {
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupQuery) query = eup_query_new_from_string (row[0].c_str (), &error);
      std::string name = "EUP_QUERY_ERROR_" + row[1];

      ASSERT_EQ (query, nullptr) << row[0];
      ASSERT_NE (error, nullptr) << row[0];
      EXPECT_EQ (error->domain, EUP_QUERY_ERROR);
      EXPECT_EQ (error->code, g_enum_get_value_by_name (klass, name.c_str ())->value) << row[0] << ": " << error->message;
      if (!row[2].empty ())
        {
          EXPECT_EQ (error->message, row[2]);
        }
      EXPECT_GE (eup_query_error_column (error), 1u) << error->message;
      EXPECT_LE (eup_query_error_column (error), g_utf8_strlen (row[0].c_str (), -1) + 1) << error->message;
    }
}

TEST (QueryLanguage, Bounds)
{
  std::string deep (EUP_QUERY_MAX_DEPTH, '('), shut (EUP_QUERY_MAX_DEPTH, ')');

  EXPECT_EQ (canonical (deep + "a" + shut), "a");
  EXPECT_EQ (canonical ("milestone:" + deep + "is:open" + shut), "milestone:(is:open)");
  EXPECT_NE (canonical ("milestone:(" + deep + "is:open" + shut + ")").find ("expected no more than 64 parentheses"), std::string::npos);
  EXPECT_NE (canonical ("(" + deep + "a" + shut + ")").find ("expected no more than 64 parentheses"), std::string::npos);
  EXPECT_NE (canonical (std::string (EUP_QUERY_MAX_LENGTH + 1, 'a')).find ("expected at most 65536 bytes"), std::string::npos);
  EXPECT_NE (canonical (std::string (100000, '(')).find ("expected"), std::string::npos);
  EXPECT_NE (canonical ("a\xff").find ("column 2: expected UTF-8"), std::string::npos);

  std::string many, nots;
  for (int i = 0; i <= EUP_QUERY_MAX_TERMS; i++)
    many += "a ";
  EXPECT_NE (canonical (many).find ("expected no more than 4096"), std::string::npos);
  for (int i = 0; i < 20001; i++)
    nots += "-";
  EXPECT_EQ (canonical (nots + "a"), "-a");

  std::string alternating = "a";
  for (int i = 0; i < 63; i++)
    alternating = i % 2 == 0 ? "b OR (c " + alternating + ")" : "d (" + alternating + ")";
  EXPECT_EQ (canonical (canonical (alternating)), canonical (alternating));
}

TEST (QueryBuilder, SaysTheSame)
{
  g_autoptr (GError) error = nullptr;
  g_autoptr (EupQuery) all = parse ("");
  g_autoptr (EupQuery) type = eup_query_where (all, "type", EUP_OPERATOR_IS, "initiative", &error);
  const char *statuses[] = { "proposed", "agreed", nullptr };
  g_autoptr (EupQuery) status = eup_query_where_any (type, "status", EUP_OPERATOR_IS, statuses, &error);
  g_autoptr (EupQuery) date = eup_query_where (status, "date", EUP_OPERATOR_IS, "2025-03/2025-06", &error);
  g_autoptr (EupQuery) topic = eup_query_where (date, "topic", EUP_OPERATOR_IS_NOT, "migration", &error);
  g_autoptr (EupQuery) words = eup_query_matching (topic, "internal sec*");
  g_autoptr (EupQuery) has = eup_query_where (words, "summary", EUP_OPERATOR_HAS, nullptr, &error);
  g_autoptr (EupQuery) sorted = eup_query_sorted_by (has, "date", TRUE);
  g_autoptr (EupQuery) limited = eup_query_limited (sorted, 40, 20);
  g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, nullptr);
  g_autoptr (EupQuery) query = eup_query_as_of (limited, day);
  g_autoptr (EupQuery) same = parse ("as-of:2025-06-05 offset:40 limit:20 sort:-date has:summary internal sec* -topic:migration");

  ASSERT_EQ (error, nullptr);
  EXPECT_EQ (text_of (query), "type:initiative status:proposed,agreed date:2025-03..2025-06 -topic:migration internal sec* has:summary "
                              "as-of:2025-06-05 sort:-date offset:40 limit:20");
  EXPECT_EQ (text_of (type), "type:initiative");
  g_autoptr (EupQuery) again = parse (text_of (query).c_str ());
  EXPECT_TRUE (eup_query_equal (query, again));
  EXPECT_EQ (eup_query_hash (query), eup_query_hash (again));
  EXPECT_FALSE (eup_query_equal (query, same));
}

TEST (QueryBuilder, ValuesAreData)
{
  const char *values[] = { "a OR b", "\"", "\\", "a,b", ")", "-x", "<3", "~", "", "a:b", "*", "\n", "  x ", "é\"\\", "'; DROP", "a..b" };
  g_autoptr (EupQuery) all = parse ("");

  for (const char *value : values)
    {
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupQuery) query = eup_query_where (all, "title", EUP_OPERATOR_IS, value, &error);

      if (*value == '\0')
        {
          EXPECT_EQ (query, nullptr);
          EXPECT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_BAD_VALUE));
          continue;
        }
      ASSERT_NE (query, nullptr) << value;
      const EupQueryNode *node = eup_query_get_spec (query)->condition;
      ASSERT_EQ (node->kind, EUP_QUERY_TERM);
      EXPECT_STREQ (node->values[0].string, value);

      g_autoptr (EupQuery) again = parse (text_of (query).c_str ());
      ASSERT_NE (again, nullptr);
      EXPECT_STREQ (eup_query_get_spec (again)->condition->values[0].string, value);

      g_autofree char *quoted = eup_query_quote (value);
      g_autoptr (EupQuery) pasted = parse ((std::string ("title:") + quoted).c_str ());
      EXPECT_TRUE (eup_query_equal (query, pasted));
      EXPECT_STREQ (eup_query_get_spec (pasted)->condition->values[0].string, value);
    }
}

TEST (QueryBuilder, WordsAreData)
{
  g_autoptr (EupQuery) all = parse ("");
  struct { const char *words, *text; } rows[] = {
    { "", "" },
    { "  - \"\" * ", "" },
    { "-security", "security" },
    { "status:proposed", "\"status:proposed\"" },
    { "OR NOT", "\\OR \\NOT" },
    { "internal\tsecur*", "internal secur*" },
    { "\"co-operation", "\"\\\"co-operation\"" },
  };

  for (const auto &row : rows)
    {
      g_autoptr (EupQuery) query = eup_query_matching (all, row.words);
      EXPECT_EQ (text_of (query), row.text);
    }
}

TEST (QueryBuilder, Errors)
{
  g_autoptr (EupQuery) all = parse ("");
  struct { const char *field; EupOperator op; const char *value, *message; } rows[] = {
    { "statsu", EUP_OPERATOR_IS, "x", "expected a field, found \"statsu\"; did you mean status?" },
    { "status", EUP_OPERATOR_IS, "propsed", "expected a status for status, found \"propsed\"; did you mean proposed?" },
    { "status", EUP_OPERATOR_LESS, "proposed", "expected a status for status, found \"proposed\"; it cannot be compared" },
    { "no-such", EUP_OPERATOR_HAS, nullptr, "expected the name of a property for has, found \"no-such\"" },
    { "id", EUP_OPERATOR_IS, "", "expected an id for id, found \"\"" },
    { "slippage", EUP_OPERATOR_LESS, "soon", "expected a number of days such as 30 or -30, or a range such as -30..30 for slippage, found \"soon\"" },
    { "milestone", EUP_OPERATOR_IS, "m1", "expected a condition in parentheses, as in milestone:(kind:adopted actor:council) for milestone, "
                                          "found \"m1\"; one milestone has to fit all that stands in them; milestone:() is any" },
    { "title", EUP_OPERATOR_IS, "\xff", "expected UTF-8 for title, found \"\xef\xbf\xbd\"; it holds other bytes" },
  };

  for (const auto &row : rows)
    {
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupQuery) query = eup_query_where (all, row.field, row.op, row.value, &error);

      EXPECT_EQ (query, nullptr);
      ASSERT_NE (error, nullptr);
      EXPECT_STREQ (error->message, row.message);
      EXPECT_EQ (eup_query_error_column (error), 0u);
    }
}

TEST (QueryBuilder, Combine)
{
  g_autoptr (EupQuery) a = parse ("drones sort:-date");
  g_autoptr (EupQuery) b = parse ("borders OR ports limit:3 sort:title");
  EupQuery *both[] = { a, b };
  g_autoptr (EupQuery) every = eup_query_every (both, 2);
  g_autoptr (EupQuery) any = eup_query_any (both, 2);
  g_autoptr (EupQuery) none = eup_query_any (nullptr, 0);
  g_autoptr (EupQuery) all = eup_query_every (nullptr, 0);
  g_autoptr (EupQuery) negated = eup_query_negate (every);
  g_autoptr (EupQuery) twice = eup_query_negate (negated);
  const char *nothing[] = { nullptr };
  g_autoptr (EupQuery) of_none = eup_query_where_any (all, "id", EUP_OPERATOR_IS, nothing, nullptr);
  g_autoptr (EupQuery) not_of_none = eup_query_where_any (all, "id", EUP_OPERATOR_IS_NOT, nothing, nullptr);

  EXPECT_EQ (text_of (every), "drones (borders OR ports) sort:-date limit:3");
  EXPECT_EQ (text_of (any), "drones OR borders OR ports sort:-date limit:3");
  EXPECT_EQ (text_of (none), "-()");
  EXPECT_EQ (text_of (all), "");
  EXPECT_EQ (text_of (negated), "-(drones (borders OR ports)) sort:-date limit:3");
  EXPECT_TRUE (eup_query_equal (twice, every));
  EXPECT_EQ (text_of (of_none), "-()");
  EXPECT_EQ (text_of (not_of_none), "");
}

TEST (QueryBuilder, OneMilestone)
{
  g_autoptr (EupQuery) adopted = parse ("kind:adopted (actor:council OR -milestone:(date:2025))");
  g_autoptr (EupQuery) one = eup_query_new_milestone (adopted);
  g_autoptr (EupQuery) nested = eup_query_new_milestone (one);
  g_autoptr (EupQuery) everything = parse ("");
  g_autoptr (EupQuery) any = eup_query_new_milestone (everything);
  g_autoptr (EupQuery) none = eup_query_negate (any);
  EupQuery *both[] = { one, none };
  g_autoptr (EupQuery) either = eup_query_any (both, 2);

  EXPECT_EQ (text_of (one), "milestone:(kind:adopted (actor:council OR -date:2025))");
  EXPECT_EQ (text_of (nested), text_of (one));
  EXPECT_EQ (text_of (any), "milestone:()");
  EXPECT_EQ (text_of (either), text_of (one) + " OR -milestone:()");
  for (EupQuery *query : { one, any, none, either })
    EXPECT_EQ (canonical (text_of (query)), text_of (query));
}

TEST (QueryTree, NormalForm)
{
  g_autoptr (EupQuery) query = parse ("a (b (c OR (d OR e))) -(-f) date:2025-03..");
  const EupQueryNode *node = eup_query_get_spec (query)->condition;

  ASSERT_EQ (node->kind, EUP_QUERY_AND);
  ASSERT_EQ (node->n, 5u);
  EXPECT_EQ (node->children[2]->kind, EUP_QUERY_OR);
  EXPECT_EQ (node->children[2]->n, 3u);
  EXPECT_EQ (node->children[3]->kind, EUP_QUERY_WORDS);
  EXPECT_EQ (node->depth, 1);
  EXPECT_EQ (node->n_terms, 7u);
  EXPECT_EQ (node->children[4]->field, EUP_QUERY_FIELD_DATE);
  EXPECT_NE (node->children[4]->values[0].low, 0u);
  EXPECT_EQ (node->children[4]->values[0].high, 0u);
}

/* Random queries, by calls of the floor below so that all values can occur. */

std::string
random_text (GRand *random)
{
  static const char * const parts[] = { "a", "B", " ", "\"", "\\", "(", ")", ",", ":", "-", "~", "<", ">", "=", "*", "..", ".", "é", "Ω",
                                        "OR", "NOT", "AND", "2025", "'", "/", "@", "\t", "ü\u0308", "𝒳", "#" };
  std::string text;

  for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
    text += parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))];
  return text;
}

EupQuery *
random_query (GRand *random, int depth)
{
  g_autoptr (EupQuery) all = parse ("");
  int choice = g_rand_int_range (random, 0, depth > 0 ? 14 : 9);
  std::string text = random_text (random);
  static const char * const dates[] = { "2025", "2025-03", "2024-XX", "2025-03-04", "2025-33", "2025~", "202X", "2025-06?", "2020/2025", "../2025-03", "2025/.." };
  static const char * const texts[] = { "id", "title", "lead", "topic", "mandate", "in", "ref", "initiative" };
  static const char * const enums[][2] = { { "status", "in-force" }, { "kind", "adopted" }, { "type", "topic" }, { "is", "overdue" }, { "has", "title@fr" },
                                           { "legislative", "true" }, { "country", "fi" }, { "confidence", "stated" }, { "verdict", "kept-late" }, { "slippage", "-30..30" },
                                           { "slippage", "-7" }, { "position", "..3" }, { "position", "2.." } };
  EupOperator not_or = g_rand_boolean (random) ? EUP_OPERATOR_IS : EUP_OPERATOR_IS_NOT;

  if (choice < 2)
    return eup_query_matching (all, text.c_str ());
  if (choice == 2)
    return eup_query_where (all, "date", not_or, dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))], nullptr);
  if (choice == 3)
    return eup_query_where (all, "date", (EupOperator) g_rand_int_range (random, EUP_OPERATOR_LESS, EUP_OPERATOR_CONTAINS), dates[g_rand_int_range (random, 0, 8)], nullptr);
  if (choice == 4)
    return eup_query_where (all, g_rand_boolean (random) ? "title" : "text", EUP_OPERATOR_CONTAINS, text.c_str (), nullptr);
  if (choice < 7)
    {
      std::string other = random_text (random);
      const char *values[] = { text.c_str (), other.c_str (), nullptr };
      return eup_query_where_any (all, texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], not_or, values, nullptr);
    }
  if (choice == 7)
    {
      const auto &row = enums[g_rand_int_range (random, 0, G_N_ELEMENTS (enums))];
      return eup_query_where (all, row[0], not_or, row[1], nullptr);
    }
  if (choice == 8)
    {
      std::string quoted = "\"word " + std::to_string (g_rand_int_range (random, 0, 9)) + "\"" + (g_rand_boolean (random) ? "*" : "");
      return parse (quoted.c_str ());
    }

  EupQuery *parts[4];
  int n = g_rand_int_range (random, 0, 5);
  for (int i = 0; i < n; i++)
    parts[i] = random_query (random, depth - 1);
  g_autoptr (EupQuery) joined = choice % 2 == 0 ? eup_query_every (parts, n) : eup_query_any (parts, n);
  for (int i = 0; i < n; i++)
    g_object_unref (parts[i]);
  if (choice == 11 && !eup_query_node_has_words (eup_query_get_spec (joined)->condition))
    return eup_query_new_milestone (joined);
  if (choice < 12)
    return EUP_QUERY (g_object_ref (joined));
  return eup_query_negate (joined);
}

gboolean
same_tree (const EupQueryNode *a, const EupQueryNode *b)
{
  if (a->kind != b->kind || a->n != b->n || a->field != b->field || a->op != b->op || a->depth != b->depth || a->n_terms != b->n_terms)
    return FALSE;
  for (guint i = 0; a->children != nullptr && i < a->n; i++)
    if (!same_tree (a->children[i], b->children[i]))
      return FALSE;
  for (guint i = 0; a->values != nullptr && i < a->n; i++)
    {
      const EupQueryValue &v = a->values[i], &w = b->values[i];
      if (v.number != w.number || v.low != w.low || v.high != w.high || v.least != w.least || v.greatest != w.greatest || g_strcmp0 (v.string, w.string) != 0
          || g_strcmp0 (v.folded, w.folded) != 0 || g_strcmp0 (v.language, w.language) != 0)
        return FALSE;
    }
  return a->words.exact == b->words.exact && a->words.prefix == b->words.prefix && a->words.n_tokens == b->words.n_tokens
         && (a->words.tokens == nullptr || g_strv_equal (a->words.tokens, b->words.tokens));
}

TEST (QueryProperty, TheCanonicalTextReadsBackAsTheSameTree)
{
  GRand *random = g_rand_new_with_seed (20250605);
  int n = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (EupQuery) query = random_query (random, 4);
      g_autoptr (EupQuery) sorted = nullptr;
      g_autoptr (GError) error = nullptr;

      if (query == nullptr)
        continue;
      if (i % 7 == 0)
        {
          g_autoptr (EupQuery) by_status = eup_query_sorted_by (query, "status", i % 2);
          g_autoptr (EupQuery) by_rank = eup_query_sorted_by (by_status, "rank", TRUE);
          sorted = eup_query_limited (by_rank, i % 3, i);
        }
      EupQuery *chosen = sorted != nullptr ? sorted : query;
      g_autofree char *text = eup_query_to_string (chosen);
      g_autoptr (EupQuery) again = eup_query_new_from_string (text, &error);

      ASSERT_NE (again, nullptr) << text << "\n" << error->message;
      ASSERT_EQ (text_of (again), text);
      ASSERT_TRUE (same_tree (eup_query_get_spec (chosen)->condition, eup_query_get_spec (again)->condition)) << text;
      n++;
    }
  EXPECT_GT (n, 15000);
  g_rand_free (random);
}

TEST (QueryProperty, AnyTextIsReadOrRefused)
{
  GRand *random = g_rand_new_with_seed (3);
  static const char * const fields[] = { "type:", "date:", "status:", "sort:", "limit:", "text:", "has:", "-", "lang:", "x:", "as-of:", "initiative", ",", "2025-03" };

  for (int i = 0; i < 50000; i++)
    {
      std::string text;
      for (int n = g_rand_int_range (random, 1, 5); n > 0; n--)
        text += (g_rand_boolean (random) ? std::string (fields[g_rand_int_range (random, 0, G_N_ELEMENTS (fields))]) : "") + random_text (random);

      g_autoptr (GError) error = nullptr;
      g_autoptr (EupQuery) query = eup_query_new_from_string (text.c_str (), &error);
      ASSERT_NE (query == nullptr, error == nullptr) << text;
      if (query != nullptr)
        {
          ASSERT_EQ (canonical (text_of (query)), text_of (query)) << text;
        }
      else
        {
          ASSERT_GE (eup_query_error_column (error), 1u) << text << " " << error->message;
          ASSERT_LE (eup_query_error_column (error), g_utf8_strlen (text.c_str (), -1) + 1) << text << " " << error->message;
        }
    }
  g_rand_free (random);
}

}
