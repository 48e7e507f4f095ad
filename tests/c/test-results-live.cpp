// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <gtest/gtest.h>

#include <algorithm>

#include "reference-catalog.h"

extern "C" {
#include "model/catalog/eup-catalog-private.h"
#include "model/entity/eup-entity-private.h"
#include "query/language/eup-query-private.h"
}

namespace
{

using Numbers = std::vector<EupNumber>;

EupNumber
number_at (GListModel *model, guint position)
{
  g_autoptr (EupEntity) entity = EUP_ENTITY (g_list_model_get_item (model, position));

  return entity == nullptr ? 0 : entity->number;
}

Numbers
numbers_of (EupResults *results)
{
  Numbers numbers;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (results)); i++)
    numbers.push_back (number_at (G_LIST_MODEL (results), i));
  return numbers;
}

// What somebody sees who believes in nothing but items-changed.
struct Viewer
{
  EupResults *results = nullptr;
  std::string text;
  Numbers seen;
  guint emissions = 0;
  bool consistent = true;

  static void
  changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
  {
    Viewer *self = (Viewer *) data;

    self->emissions++;
    if (position + removed > self->seen.size ())
      {
        self->consistent = false;
        return;
      }
    self->seen.erase (self->seen.begin () + position, self->seen.begin () + position + removed);
    for (guint i = 0; i < added; i++)
      self->seen.insert (self->seen.begin () + position + i, number_at (model, position + i));
    self->consistent &= self->seen.size () == g_list_model_get_n_items (model);
  }

  void
  open (EupCatalog *catalog, const std::string &query, bool live)
  {
    g_autoptr (GError) error = nullptr;

    text = query;
    results = eup_catalog_query (catalog, query.c_str (), &error);
    ASSERT_NE (results, nullptr) << query << ": " << error->message;
    seen = numbers_of (results);
    g_signal_connect (results, "items-changed", G_CALLBACK (changed), this);
    eup_results_set_live (results, live);
  }

  ~Viewer ()
  {
    g_clear_object (&results);
  }
};

void
check (EupCatalog *catalog, Viewer &viewer)
{
  g_autoptr (EupResults) fresh = eup_catalog_query (catalog, viewer.text.c_str (), nullptr);

  ASSERT_TRUE (viewer.consistent) << viewer.text;
  ASSERT_EQ (viewer.seen, numbers_of (viewer.results)) << viewer.text;
  ASSERT_EQ (viewer.seen, numbers_of (fresh)) << viewer.text;
  ASSERT_EQ (eup_results_get_n_total (viewer.results), eup_results_get_n_total (fresh)) << viewer.text;
}

guint32
seed_of (guint32 usual)
{
  const char *given = g_getenv ("EUP_TEST_SEED");

  return given == nullptr ? usual : (guint32) g_ascii_strtoull (given, nullptr, 10);
}

void
set_day (EupCatalog *catalog, int month, int day)
{
  g_autoptr (EupDate) date = eup_date_new (2025, month, day, nullptr);

  eup_catalog_set_as_of (catalog, date);
}

void
edit_something (EupCatalog *catalog, std::mt19937 &random)
{
  static const char *german[] = { "fr", nullptr }, *english[] = { "en", nullptr };
  EupCore *core = eup_catalog_get_core (catalog);

  if (random () % 25 == 0)
    set_day (catalog, 1 + random () % 12, 1 + random () % 28);
  else if (random () % 25 == 0)
    eup_catalog_set_languages (catalog, random () % 2 ? german : english);
  else
    {
      eup_core_begin (core);
      for (guint edits = random () % 8 == 0 ? 5 : 1; edits > 0; edits--)
        edit_store (core->store, random);
      eup_core_end (core);
    }
}

TEST (Live, ResultsEqualFreshOnesAfterEachEdit)
{
  guint32 seed = seed_of (99);

  for (guint round = 0; round < 10; round++)
    {
      std::mt19937 random (seed + round);
      g_autoptr (EupCatalog) catalog = eup_catalog_new ();
      guint n = round % 5 == 0 ? 270 : 24;
      Viewer viewers[8];

      fill_store (eup_catalog_get_core (catalog)->store, random, n);
      set_day (catalog, 6, 5);
      for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
        viewers[i].open (catalog, random_query (random, n, i % 4 == 0), true);
      for (guint i = 0; i < (n > 100 ? 100u : 250u) && !::testing::Test::HasFatalFailure (); i++)
        {
          edit_something (catalog, random);
          for (Viewer &viewer : viewers)
            check (catalog, viewer);
        }
      ASSERT_FALSE (::testing::Test::HasFatalFailure ()) << "seed " << seed + round;
    }
}

// The fresh answers are right, too.
TEST (Live, ResultsEqualTheReference)
{
  std::mt19937 random (seed_of (5));
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  EupStore *store = eup_catalog_get_core (catalog)->store;

  fill_store (store, random, 24);
  set_day (catalog, 6, 5);
  for (guint i = 0; i < 150; i++)
    {
      edit_something (catalog, random);
      Reference reference (store, store->as_of);
      std::string text = random_query (random, 24, false);
      if (text.find ("sort:title") != std::string::npos || text.find ("sort:-title") != std::string::npos)
        continue; // by the user's language there, byte by byte here
      g_autoptr (EupQuery) query = eup_query_new_from_string (text.c_str (), nullptr);
      g_autoptr (EupResults) results = eup_catalog_select (catalog, query);
      std::vector<std::string> ids;
      for (EupNumber number : numbers_of (results))
        ids.push_back (eup_store_id (store, number));
      ASSERT_EQ (ids, reference.answer (eup_query_get_spec (query))) << text << " at " << i;
    }
}

TEST (Live, ResultsThatAreNotLiveOnlyLoseWhatIsRemoved)
{
  std::mt19937 random (seed_of (17));
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  EupCore *core = eup_catalog_get_core (catalog);
  Viewer viewers[6];
  Numbers expected[6];
  EupTableKind table;
  guint32 row;

  fill_store (core->store, random, 60);
  for (guint i = 0; i < 6; i++)
    {
      viewers[i].open (catalog, random_query (random, 60, false), false);
      expected[i] = viewers[i].seen;
    }
  for (guint i = 0; i < 300; i++)
    {
      edit_something (catalog, random);
      for (guint v = 0; v < 6; v++)
        {
          Numbers left;

          for (EupNumber number : expected[v])
            if (eup_store_home (core->store, number, &table, &row)
                && std::find (viewers[v].seen.begin (), viewers[v].seen.end (), number) != viewers[v].seen.end ())
              left.push_back (number);
          ASSERT_TRUE (viewers[v].consistent);
          ASSERT_EQ (viewers[v].seen, left) << viewers[v].text;
          ASSERT_EQ (numbers_of (viewers[v].results), left) << viewers[v].text;
          expected[v] = left;
        }
    }
}

TEST (Live, AMoveIsTwoEmissionsAndARunIsOne)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  Viewer viewer, other;

  eup_catalog_begin_edit (catalog);
  for (guint i = 0; i < 10; i++)
    {
      std::string json = "{ \"type\": \"milestone\", \"id\": \"m" + std::to_string (i) + "\", \"subject\": \"x\", \"date\": \"2025-01-1"
                         + std::to_string (i) + "\" }";
      g_autoptr (EupEntity) entity = eup_catalog_add_json_string (catalog, json.c_str (), nullptr);

      ASSERT_NE (entity, nullptr);
    }
  eup_catalog_end_edit (catalog);
  viewer.open (catalog, "type:milestone sort:date", true);
  other.open (catalog, "type:milestone title:~nothing", true);
  ASSERT_EQ (viewer.seen.size (), 10u);

  g_autoptr (EupMilestone) first = EUP_MILESTONE (eup_catalog_lookup (catalog, "m0"));
  g_autoptr (EupDate) late = eup_date_new (2026, 1, 1, nullptr);
  eup_milestone_set_date (first, late);
  EXPECT_EQ (viewer.emissions, 2u);
  EXPECT_EQ (eup_results_position_of (viewer.results, EUP_ENTITY (first)), 9u);

  viewer.emissions = 0;
  eup_catalog_begin_edit (catalog);
  eup_catalog_remove (catalog, "m3");
  eup_catalog_remove (catalog, "m4");
  eup_catalog_remove (catalog, "m5");
  eup_catalog_end_edit (catalog);
  EXPECT_EQ (viewer.emissions, 1u);
  EXPECT_EQ (viewer.seen.size (), 7u);
  EXPECT_EQ (other.emissions, 0u);

  viewer.emissions = 0;
  eup_entity_set_summary (EUP_ENTITY (first), "A summary that no order knows");
  EXPECT_EQ (viewer.emissions, 0u);
}

} // namespace
