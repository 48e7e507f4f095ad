/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Questions that would take too long, and those that are given up. */

#include "model-test.h"

#include <atomic>
#include <functional>
#include <map>
#include <set>
#include <thread>

extern "C"
{
#include "config.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/results/eup-results-private.h"
#include "query/language/eup-query-private.h"
}

namespace
{

/* So many initiatives and twice as many milestones, with texts. */
EupCatalog *
load_many (guint n)
{
  std::string json = R"({ "format": "eupolicy", "version": 1, "language": "en", "initiatives": [)";

  for (guint i = 0; i < n; i++)
    {
      std::string number = std::to_string (i);

      json += (i > 0 ? ",\n" : "\n") + std::string (R"({ "id": "i)") + number + R"(", "title": "Title )" + number
              + R"( of a common word", "summary": "A summary of word)" + number + R"( and word)" + std::to_string (i / 7)
              + R"( with more text that has to be read", "references": ["COM(2025) )" + number + R"("], "milestones": [)"
              + R"({ "id": "m)" + number + R"(", "date": "2025-03", "kind": "proposed", "title": "Proposal )" + number + R"(" },)"
              + R"({ "id": "n)" + number + R"(", "date": "2026-03", "kind": "adopted", "title": "Adoption )" + number + R"(" }] })";
    }
  return load_string ((json + "] }").c_str ());
}

std::string
repeat (guint n, const std::string &between, const std::function<std::string (guint)> &item)
{
  std::string text;

  for (guint i = 0; i < n; i++)
    text += (i > 0 ? between : "") + item (i);
  return text;
}

std::string
canonical (const std::string &text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupQuery) query = eup_query_new_from_string (text.c_str (), &error);
  g_autofree char *printed = query != NULL ? eup_query_to_string (query) : NULL;

  return printed != NULL ? printed : error->message;
}

TEST (QueryDoubles, CountOnce)
{
  EXPECT_EQ (canonical ("drones drones DRONES"), "drones");
  EXPECT_EQ (canonical ("drones OR ports OR Drones"), "drones OR ports");
  EXPECT_EQ (canonical ("-drones -drones"), "-drones");
  EXPECT_EQ (canonical ("status:proposed status:proposed"), "status:proposed");
  EXPECT_EQ (canonical ("status:proposed,agreed,proposed"), "status:proposed,agreed");
  EXPECT_EQ (canonical ("status:proposed,agreed status:agreed,proposed"), "status:proposed,agreed");
  EXPECT_EQ (canonical ("text:~Dröne,drone"), "text:~Dröne");
  EXPECT_EQ (canonical ("\"drone\" drone"), "\"drone\" drone");
  EXPECT_EQ (canonical ("drone* drone"), "drone* drone");
  EXPECT_EQ (canonical ("id:a,A,a"), "id:a,A");
  EXPECT_EQ (canonical ("has:title@fr has:title@de has:title has:title@fr"), "has:title@fr has:title@de has:title");
  EXPECT_EQ (canonical ("(is:open kind:adopted) OR (kind:adopted is:open)"), "is:open kind:adopted");
  EXPECT_EQ (canonical ("is:open (is:open (is:open ((is:open))))"), "is:open");
  EXPECT_EQ (canonical ("-(is:open OR is:overdue) -(is:overdue OR is:open)"), "-(is:open OR is:overdue)");
  EXPECT_EQ (canonical ("ref:\"com (2025)148\" ref:\"COM(2025) 148\""), "ref:\"COM(2025) 148\"");
  EXPECT_EQ (canonical ("date:2025 date:2025 date:2026"), "date:2025 date:2026");
}

TEST (QueryDoubles, AreAbsorbed)
{
  EXPECT_EQ (canonical ("is:open (is:open OR kind:adopted)"), "is:open");
  EXPECT_EQ (canonical ("(is:open OR kind:adopted) is:open"), "is:open");
  EXPECT_EQ (canonical ("is:open OR (is:open kind:adopted)"), "is:open");
  EXPECT_EQ (canonical ("drones (drones OR is:open)"), "drones");

  /* Words count for the rank, and are kept. */
  EXPECT_EQ (canonical ("drones (drones OR ports)"), "drones (drones OR ports)");
  EXPECT_EQ (canonical ("is:open (is:open OR ports)"), "is:open (is:open OR ports)");
}

TEST (QueryDoubles, ScoreOnce)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupResults) once = eup_catalog_query (catalog, "zebra", NULL);
  g_autoptr (EupResults) twice = eup_catalog_query (catalog, "zebra zebra ZEBRA", NULL);
  g_autoptr (EupResults) nested = eup_catalog_query (catalog, "(zebra is:open) OR (zebra -is:open)", NULL);
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");

  EXPECT_GT (eup_results_get_score (once, EUP_ENTITY (i1)), 0);
  EXPECT_EQ (eup_results_get_score (once, EUP_ENTITY (i1)), eup_results_get_score (twice, EUP_ENTITY (i1)));
  EXPECT_EQ (eup_results_get_score (once, EUP_ENTITY (i1)), eup_results_get_score (nested, EUP_ENTITY (i1)));
}

/* What is merged to be answered at once gives the same as each by itself. */
TEST (QueryMerged, AnswersTheSame)
{
  static const struct { const char *all; std::vector<const char *> parts; bool any; } cases[] = {
    { "text:~ebr OR text:~ppl OR text:~nothing", { "text:~ebr", "text:~ppl", "text:~nothing" }, true },
    { "text:~e text:~r", { "text:~e", "text:~r" }, false },
    { "title:~o title:~a title:~p", { "title:~o", "title:~a", "title:~p" }, false },
    { "-title:~o -title:~z -kind:adopted", { "-title:~o", "-title:~z", "-kind:adopted" }, false },
    { "zebra OR mango OR \"nothing here\" OR kind:proposed", { "zebra", "mango", "\"nothing here\"", "kind:proposed" }, true },
    { "lead:henna OR lead:\"Ursula von der Leyen\" OR lead:nobody", { "lead:henna", "lead:\"Ursula von der Leyen\"", "lead:nobody" }, true },
    { "in:p1 OR in:o3 OR in:i1", { "in:p1", "in:o3", "in:i1" }, true },
    { "in:\"Security\" OR in:\"Trade\" OR in:\"no such title\"", { "in:p1", "in:o3" }, true },
    { "date:2025 OR date:2026-01 OR date:2030", { "date:2025", "date:2026-01", "date:2030" }, true },
    { "title:zebra,apple,mango,a,b,c,d,e,f,g", { "title:zebra", "title:apple", "title:mango" }, true },
  };
  g_autoptr (EupCatalog) catalog = load_model ();

  for (const auto &c : cases)
    {
      g_autoptr (EupResults) all = eup_catalog_query (catalog, c.all, NULL);
      std::map<std::string, size_t> found;
      std::string expected, got;

      for (const char *part : c.parts)
        {
          g_autoptr (EupResults) results = eup_catalog_query (catalog, part, NULL);
          g_auto (GStrv) names = eup_results_dup_column (results, "id", NULL);

          for (guint i = 0; names[i] != NULL; i++)
            found[names[i]]++;
        }
      for (const auto &entry : found)
        if (c.any || entry.second == c.parts.size ())
          expected += entry.first + " ";
      g_auto (GStrv) names = eup_results_dup_column (all, "id", NULL);
      std::set<std::string> sorted (names, names + g_strv_length (names));
      for (const std::string &name : sorted)
        got += name + " ";
      EXPECT_EQ (got, expected) << c.all;
      EXPECT_EQ (sorted.size (), eup_results_get_n_total (all)) << c.all;
    }
}

TEST (QueryBounds, NameTheColumn)
{
  g_autoptr (EupCatalog) catalog = load_many (20000);
  std::string text = repeat (2000, " OR ", [] (guint i) { return "text:~z" + std::to_string (i) + "q"; });
  g_autoptr (GError) error = NULL;
  g_autoptr (EupResults) none = eup_catalog_query (catalog, text.c_str (), &error);
  guint column = 0;

  ASSERT_EQ (none, nullptr);
  ASSERT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_TOO_COSTLY)) << error->message;
  ASSERT_EQ (sscanf (error->message, "column %u: ", &column), 1) << error->message;

  /* There begins a condition; without it and what follows the rest is answered. */
  ASSERT_GT (column, 10u);
  EXPECT_EQ (text.substr (column - 1, 6), "text:~");
  g_autoptr (EupResults) some = eup_catalog_query (catalog, text.substr (0, column - 5).c_str (), NULL);
  EXPECT_NE (some, nullptr);
  std::string condition = text.substr (column - 1, text.find (' ', column) - column + 1);
  EXPECT_NE (std::string (error->message).find (condition), std::string::npos) << error->message;

  /* Columns are characters, also within a list of values, and as the text stands. */
  text = "é title:x," + repeat (4000, ",", [] (guint i) { return std::to_string (i); });
  text += " text:~a0," + repeat (90, ",", [] (guint i) { return "ö" + std::to_string (i) + std::string (500, 'x'); });
  g_clear_error (&error);
  g_autoptr (EupResults) other = eup_catalog_query (catalog, ("has:title@" + repeat (3000, ",title@", [] (guint i) {
    return std::string { (char) ('a' + i / 676), (char) ('a' + i / 26 % 26), (char) ('a' + i % 26) }; })).c_str (), &error);
  EXPECT_EQ (other, nullptr);
  ASSERT_EQ (sscanf (error->message, "column %u: ", &column), 1) << error->message;
  EXPECT_EQ ((column - 5) % 10, 0u) << error->message;
}

TEST (QueryBounds, NameTheConditionOfCalls)
{
  g_autoptr (EupCatalog) catalog = load_many (20000);
  g_autoptr (EupQuery) all = eup_query_new_for_type (EUP_TYPE_ENTITY);
  std::vector<std::string> values;
  std::vector<const char *> pointers;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    values.push_back ("part" + std::to_string (i));
  for (const auto &value : values)
    pointers.push_back (value.c_str ());
  pointers.push_back (nullptr);
  g_autoptr (EupQuery) query = eup_query_where_any (all, "text", EUP_OPERATOR_CONTAINS, pointers.data (), &error);
  ASSERT_NE (query, nullptr);
  EXPECT_EQ (eup_catalog_select_full (catalog, query, NULL, &error), nullptr);
  ASSERT_TRUE (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_TOO_COSTLY));
  EXPECT_EQ (std::string (error->message).find ("column"), std::string::npos) << error->message;
  EXPECT_NE (std::string (error->message).find ("text:~part"), std::string::npos) << error->message;

  g_autofree char *explanation = eup_query_explain (query, catalog);
  EXPECT_EQ (std::string (explanation).find ("refused: "), 0u) << explanation;

  /* Who cannot be told gets a warning, and an answer that stays empty. */
  g_test_expect_message ("EuPolicy", G_LOG_LEVEL_WARNING, "A question is not answered: *text:~part*");
  g_autoptr (EupResults) results = eup_catalog_select (catalog, query);
  g_test_assert_expected_messages ();
  EXPECT_EQ (eup_results_get_n_items (results), 0u);
  EXPECT_EQ (eup_results_get_n_total (results), 0u);
  eup_results_set_live (results, TRUE);
  eup_catalog_remove (catalog, "i7");
  EXPECT_EQ (eup_results_get_n_items (results), 0u);
  g_autoptr (GVariant) counts = eup_results_count_by (results, "status", NULL);
  EXPECT_EQ (g_variant_n_children (counts), 0u);
}

/* A question that was answered in a small catalog is refused when it has grown. */
TEST (QueryBounds, HoldForLiveAnswers)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  std::string text = repeat (4000, ",", [] (guint i) { return "z" + std::to_string (i) + "q"; });
  g_autoptr (EupResults) results = eup_catalog_query (catalog, ("-text:~" + text).c_str (), NULL);

  ASSERT_NE (results, nullptr);
  eup_results_set_live (results, TRUE);
  g_autoptr (EupInitiative) first = eup_initiative_new ("first");
  eup_catalog_add (catalog, EUP_ENTITY (first), NULL);
  EXPECT_EQ (eup_results_get_n_items (results), 1u);

  g_test_expect_message ("EuPolicy", G_LOG_LEVEL_WARNING, "A question is no longer answered: column *: *text:~z*");
  eup_catalog_begin_edit (catalog);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autoptr (EupInitiative) initiative = eup_initiative_new (id);

      eup_entity_set_title (EUP_ENTITY (initiative), "A title");
      eup_catalog_add (catalog, EUP_ENTITY (initiative), NULL);
    }
  eup_catalog_end_edit (catalog);
  g_test_assert_expected_messages ();
  EXPECT_EQ (eup_results_get_n_items (results), 0u);
  EXPECT_EQ (eup_results_get_n_total (results), 0u);
}

/* Each text of few conditions is answered, however large the texts are. */
TEST (QueryBounds, LeaveOrdinaryQuestionsAlone)
{
  g_autoptr (EupCatalog) catalog = load_many (3000);
  static const char * const texts[] = {
    "text:~zq", "text:~a text:~b text:~c text:~d", "title:~a OR title:~b OR summary", "common word -proposal", "\"common word\"",
    "in:i1", "is:overdue", "has:title@fr", "sort:title", "a* b* c* OR d*", "ref:~2025",
  };
  std::string large (4 << 20, 'x');
  g_autoptr (EupInitiative) initiative = eup_initiative_new ("large");
  g_autoptr (EupResults) before = eup_catalog_query (catalog, "text:~x", NULL);

  eup_entity_set_notes (EUP_ENTITY (initiative), large.c_str ());
  eup_catalog_add (catalog, EUP_ENTITY (initiative), NULL);
  for (const char *text : texts)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EupResults) results = eup_catalog_query (catalog, text, &error);

      EXPECT_NE (results, nullptr) << text << ": " << error->message;
    }
}

/* Snippets of many words do not ask the whole question again. */
TEST (QueryBounds, LeaveSnippetsAndScores)
{
  g_autoptr (EupCatalog) catalog = load_many (200);
  std::string text = repeat (3000, " OR ", [] (guint i) { return "word" + std::to_string (i); });
  g_autoptr (EupResults) results = eup_catalog_query (catalog, text.c_str (), NULL);
  g_autoptr (EupEntity) i100 = eup_catalog_lookup (catalog, "i100");
  g_autofree char *snippet = eup_results_dup_snippet (results, i100);

  EXPECT_STREQ (snippet, "A summary of **word100** and **word14** with more text that has to be read");
  EXPECT_GT (eup_results_get_score (results, i100), 0);
}

/* Cancelling */

static const char * const long_questions[] = {
  "text:~zq OR text:~zr OR text:~zs",
  "common word proposal OR adoption OR title OR summary",
  "\"a common word\" OR \"a summary of\"",
  "sort:title",
  "sort:-title,status",
  "in:\"nobody\" OR title:~qqq",
  "ref:~nothing OR ref:~other",
  "-(is:overdue has:title has:summary)",
  "type:initiative kind:adopted date:2025.. sort:date",
};

TEST (Cancelling, BeforeTheQuestion)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (const char *text : { "", "id:i1", "zebra", "sort:title", "is:open" })
    {
      g_autoptr (EupQuery) query = eup_query_new_from_string (text, NULL);
      g_autoptr (GError) error = NULL;

      EXPECT_EQ (eup_catalog_select_full (catalog, query, cancellable, &error), nullptr) << text;
      EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) << text;
      g_autoptr (EupResults) results = eup_catalog_select_full (catalog, query, NULL, NULL);
      g_autoptr (EupResults) same = eup_catalog_select (catalog, query);
      EXPECT_EQ (ids (results), ids (same)) << text;
    }
}

/* At each moment of an answer: what is left behind must not be taken for an answer, and nothing may be broken. */
TEST (Cancelling, AtAnyMoment)
{
  g_autoptr (EupCatalog) expected = load_many (4000);

  for (const char *text : long_questions)
    {
      g_autoptr (EupQuery) query = eup_query_new_from_string (text, NULL);
      g_autoptr (EupResults) whole = eup_catalog_select (expected, query);
      guint n_cancelled = 0;

      for (guint round = 0; round < 12; round++)
        {
          g_autoptr (EupCatalog) fresh = round % 4 == 0 ? load_many (4000) : NULL;
          EupCatalog *catalog = fresh != NULL ? fresh : expected;
          g_autoptr (GCancellable) cancellable = g_cancellable_new ();
          g_autoptr (GError) error = NULL;
          std::atomic<bool> begun { false };
          std::thread other ([&] {
            while (!begun)
              ;
            g_usleep (round * round * 100);
            g_cancellable_cancel (cancellable);
          });
          begun = true;
          g_autoptr (EupResults) results = eup_catalog_select_full (catalog, query, cancellable, &error);
          other.join ();

          EXPECT_EQ (results == NULL, error != NULL);
          if (results == NULL)
            {
              EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) << error->message;
              n_cancelled++;
              results = eup_catalog_select_full (catalog, query, NULL, NULL);
            }
          g_auto (GStrv) got = eup_results_dup_column (results, "id", NULL);
          g_auto (GStrv) wanted = eup_results_dup_column (whole, "id", NULL);
          ASSERT_TRUE (g_strv_equal ((const char * const *) got, (const char * const *) wanted)) << text;
        }
      RecordProperty (text, (int) n_cancelled);
    }
}

/* Work is counted, so that how long a cancelled question goes on is the same on each machine: no more than a look away. */
TEST (Cancelling, IsSeenSoon)
{
  g_autoptr (EupCatalog) catalog = load_many (4000);
  EupCore *core = eup_catalog_get_core (catalog);

  for (const char *text : long_questions)
    {
      g_autoptr (EupQuery) query = eup_query_new_from_string (text, NULL);
      EupQueryContext context = eup_core_get_query_context (core);
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      EupAnswer answer;
      EupPlan plan;
      guint64 begun, whole;

      ASSERT_TRUE (eup_plan_init (&plan, &context, eup_query_get_spec (query), NULL));
      begun = context.index->work.done;
      ASSERT_TRUE (eup_plan_run (&plan, 0, G_MAXUINT32, &answer, NULL));
      whole = context.index->work.done;
      eup_answer_clear (&answer);
      eup_plan_clear (&plan);

      context.cancellable = cancellable;
      ASSERT_TRUE (eup_plan_init (&plan, &context, eup_query_get_spec (query), NULL));
      g_cancellable_cancel (cancellable);
      EXPECT_FALSE (eup_plan_run (&plan, 0, G_MAXUINT32, &answer, &error));
      EXPECT_LE (context.index->work.done, begun + 8 * EUP_WORK_LOOK) << text << " of " << whole;
      eup_answer_clear (&answer);
      eup_plan_clear (&plan);
    }
}

}
