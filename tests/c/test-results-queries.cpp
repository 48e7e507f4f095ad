// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <gtest/gtest.h>

#include "reference-catalog.h"

extern "C" {
#include "query/engine/eup-facets.h"
#include "query/engine/eup-plan.h"
#include "values/eup-date-cell.h"
}

namespace
{

using Strings = std::vector<std::string>;

guint32
day (const char *text)
{
  EupDateCell cell = 0;
  gsize offset;
  const char *message;

  EXPECT_TRUE (eup_date_cell_parse (text, strlen (text), &cell, &offset, &message));
  return eup_date_cell_first_day (cell);
}

Strings
ids_of (EupStore *store, const GArray *numbers)
{
  Strings ids;

  for (guint i = 0; i < numbers->len; i++)
    ids.push_back (eup_store_id (store, g_array_index (numbers, EupNumber, i)));
  return ids;
}

std::map<std::string, guint64>
counts_of (EupPlan *plan, const GArray *numbers, const std::string &field)
{
  std::map<std::string, guint64> counts;
  g_autoptr (GArray) facets = eup_facets_count (&plan->reader, field.c_str (), (const EupNumber *) numbers->data, numbers->len);

  for (guint i = 0; i < facets->len; i++)
    {
      const EupFacet *facet = &g_array_index (facets, EupFacet, i);

      counts[facet->value] = facet->n;
    }
  return counts;
}

void
check_query (EupQueryIndex *index, const Reference &reference, const std::string &text, std::mt19937 &random)
{
  static const Strings fields = { "type", "status", "instrument", "kind", "actor", "state", "legislative", "confidence", "verdict", "slippage", "position", "date", "lead",
                                  "topic", "mandate", "priority", "objective", "initiative", "country", "year", "year-month" };
  g_autoptr (GError) error = nullptr;
  g_autoptr (EupQuerySpec) spec = eup_query_parse (text.c_str (), &error);
  EupQueryContext context = { index, index->store->as_of, nullptr, nullptr, nullptr, nullptr, nullptr, 0 };
  EupAnswer answer, all;

  ASSERT_NE (spec, nullptr) << text << ": " << error->message;
  g_auto (EupPlan) made;
  EupPlan *plan = &made;

  eup_plan_init (plan, &context, spec, nullptr);
  g_autofree char *explanation = eup_plan_explain (plan);
  Strings expected = reference.answer (spec), whole = reference.answer (spec, false);

  eup_plan_run (plan, spec->offset, spec->limit, &answer, nullptr);
  ASSERT_EQ (ids_of (index->store, answer.numbers), expected) << text << "\n" << explanation;
  ASSERT_EQ (eup_plan_count (plan), whole.size ()) << text << "\n" << explanation;
  if (answer.is_total_known)
    {
      ASSERT_EQ (answer.n_total, whole.size ()) << text << "\n" << explanation;
    }

  eup_plan_run (plan, 0, G_MAXUINT32, &all, nullptr);
  ASSERT_EQ (ids_of (index->store, all.numbers), whole) << text << "\n" << explanation;
  std::string field = fields[random () % fields.size ()];
  ASSERT_EQ (counts_of (plan, all.numbers, field), reference.counts (spec, field)) << text << " by " << field;
  eup_answer_clear (&answer);
  eup_answer_clear (&all);
}

// EUP_TEST_SEED runs the tests with other data.
guint32
seed_of (guint32 usual)
{
  const char *given = g_getenv ("EUP_TEST_SEED");

  return given == nullptr ? usual : (guint32) g_ascii_strtoull (given, nullptr, 10);
}

TEST (Queries, AnswersEqualThoseOfTheReference)
{
  guint32 seed = seed_of (20250605);

  for (guint round = 0; round < 12; round++)
    {
      std::mt19937 random (seed + round);
      guint n = round % 3 == 0 ? 280 : 30;
      g_autoptr (EupStore) store = eup_store_new ("en");

      fill_store (store, random, n);
      eup_derived_set_day (store, day ("2025-06-05"));
      g_autoptr (EupQueryIndex) index = eup_query_index_new (store);
      Reference reference (store, store->as_of);
      for (guint i = 0; i < (n > 100 ? 60u : 300u) && !::testing::Test::HasFatalFailure (); i++)
        check_query (index, reference, random_query (random, n, false), random);
      ASSERT_FALSE (::testing::Test::HasFatalFailure ()) << "seed " << seed + round;
    }
}

/* Long lists are intersected as bits, in blocks: so there are several of these. */
TEST (Queries, AnswersFromLongListsEqualThoseOfTheReference)
{
  static const Strings queries = {
    "type:initiative status:proposed", "type:initiative status:proposed,adopted", "type:initiative status:proposed legislative:yes",
    "type:initiative status:proposed legislative:yes limit:30", "type:initiative legislative:yes status:proposed sort:date",
    "type:initiative legislative:yes status:proposed,adopted sort:-date limit:40 offset:1000",
    "type:initiative legislative:no confidence:stated sort:-date limit:50", "type:initiative lead:c1 legislative:yes",
    "type:initiative lead:c1,c2 confidence:stated legislative:no sort:date", "type:initiative lead:c1,c2 sort:-date limit:20",
    "type:initiative lead:c1,c2,c3 topic:t1", "type:milestone kind:proposed actor:commission sort:-date limit:100",
    "type:milestone kind:proposed actor:commission date:2020..2025", "type:milestone state:reached kind:adopted limit:7",
    "type:milestone lead:c1 state:reached sort:date limit:3000", "status:proposed legislative:yes limit:2000",
    "type:initiative milestone:(kind:proposed actor:commission)", "type:initiative milestone:(kind:adopted date:2024-03) sort:-date limit:20",
    "milestone:(date:2025-02..2025-04 state:reached -actor:commission) limit:300", "type:priority milestone:(kind:signed date:2024)",
    "type:priority -milestone:(date:<2023 lead:c1 topic:t1)", "milestone:(kind:endorsed) milestone:(kind:voted) sort:slippage limit:50",
    "type:initiative verdict:late sort:-slippage limit:30", "type:milestone verdict:kept,kept-late position:1 sort:-date limit:25 offset:3",
    "sort:-date type:milestone kind:adopted limit:33", "sort:-date type:initiative limit:700", "sort:-slippage verdict:late as-of:2024 limit:40",
  };
  guint32 seed = seed_of (4711);
  std::mt19937 random (seed);
  g_autoptr (EupStore) store = eup_store_new ("en");

  fill_store (store, random, 3000);
  eup_derived_set_day (store, day ("2025-06-05"));
  g_autoptr (EupQueryIndex) index = eup_query_index_new (store);
  Reference reference (store, store->as_of);
  for (const std::string &query : queries)
    {
      check_query (index, reference, query, random);
      ASSERT_FALSE (::testing::Test::HasFatalFailure ()) << "seed " << seed;
    }
}

TEST (Queries, AnswersWithWordsEqualThoseOfTheReference)
{
  guint32 seed = seed_of (77);

  for (guint round = 0; round < 8; round++)
    {
      std::mt19937 random (seed + round);
      g_autoptr (EupStore) store = eup_store_new ("en");

      fill_store (store, random, 40);
      eup_derived_set_day (store, day ("2025-06-05"));
      g_autoptr (EupQueryIndex) index = eup_query_index_new (store);
      Reference reference (store, store->as_of);
      for (guint i = 0; i < 300 && !::testing::Test::HasFatalFailure (); i++)
        check_query (index, reference, random_query (random, 40, true), random);
      ASSERT_FALSE (::testing::Test::HasFatalFailure ()) << "seed " << seed + round;
    }
}

// The lists are told of each edit, and have to stay as good as new ones.
TEST (Queries, AnswersStayEqualAfterEdits)
{
  guint32 seed = seed_of (4711);

  for (guint round = 0; round < 6; round++)
    {
      std::mt19937 random (seed + round);
      guint n = round % 2 == 0 ? 270 : 30;
      g_autoptr (EupStore) store = eup_store_new ("en");

      fill_store (store, random, n);
      eup_derived_set_day (store, day ("2025-06-05"));
      store->events = g_array_new (FALSE, FALSE, sizeof (EupEvent));
      g_autoptr (EupQueryIndex) index = eup_query_index_new (store);
      for (guint i = 0; i < (n > 100 ? 20u : 120u) && !::testing::Test::HasFatalFailure (); i++)
        {
          for (guint edits = random () % 4; edits > 0; edits--)
            edit_store (store, random);
          if (random () % 30 == 0)
            eup_derived_set_day (store, day ("2024-01-01") + random () % 900);
          if (random () % 10 > 0)
            eup_query_index_edited (index, (const EupEvent *) store->events->data, store->events->len);
          g_array_set_size (store->events, 0);

          Reference reference (store, store->as_of);
          for (guint j = 0; j < 4 && !::testing::Test::HasFatalFailure (); j++)
            check_query (index, reference, random_query (random, n, random () % 3 == 0), random);
        }
      ASSERT_FALSE (::testing::Test::HasFatalFailure ()) << "seed " << seed + round;
    }
}

} // namespace
