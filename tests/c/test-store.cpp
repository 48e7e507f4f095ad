// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

extern "C" {
#include <eupolicy.h>

#include "store/eup-store.h"
#include "values/eup-date-cell.h"
}

namespace
{

EupNumber
intern (EupStore *store, const std::string &id)
{
  return eup_store_intern (store, id.c_str (), id.size ());
}

guint32
list_of (EupStore *store, const std::vector<guint32> &items)
{
  return eup_store_add_list (store, items.data (), items.size ());
}

std::set<EupNumber>
reverse (EupStore *store, EupTableKind table, guint field, EupNumber key)
{
  guint n;
  const EupNumber *items = eup_store_reverse (store, table, field, key, &n);

  return std::set<EupNumber> (items, items + n);
}

TEST (Pool, KeepsRunsApartAndInPlace)
{
  EupPool pool;
  std::vector<std::pair<guint32 *, guint32>> runs;

  eup_pool_init (&pool, 2048);
  for (guint i = 0; i < 5000; i++)
    {
      EupRef ref = eup_pool_alloc (&pool, 1 + i % 97);
      guint32 *run = (guint32 *) eup_pool_get (&pool, ref);

      EXPECT_NE (ref, 0u);
      for (guint j = 0; j < 1 + i % 97; j++)
        run[j] = i;
      runs.push_back ({ run, i });
    }
  EupRef large = eup_pool_alloc (&pool, 3 * EUP_POOL_CHUNK_UNITS + 5);
  guint32 *run = (guint32 *) eup_pool_get (&pool, large);
  run[3 * EUP_POOL_CHUNK_UNITS + 4] = 7;
  EXPECT_NE (eup_pool_alloc (&pool, 1), 0u);

  for (auto &[pointer, i] : runs)
    for (guint j = 0; j < 1 + i % 97; j++)
      ASSERT_EQ (pointer[j], i);
  eup_pool_clear (&pool);
}

TEST (Pool, GivesFreedRunsOutAgain)
{
  EupPool pool;

  eup_pool_init (&pool, 2048);
  EupRef first = eup_pool_alloc (&pool, 16);
  eup_pool_free (&pool, first, 16);
  EXPECT_EQ (eup_pool_alloc (&pool, 16), first);
  eup_pool_free (&pool, first, 16);
  EXPECT_NE (eup_pool_alloc (&pool, 17), first);
  EXPECT_EQ (eup_pool_alloc (&pool, 15), first);

  std::mt19937 random (5);
  for (guint i = 0; i < 100000; i++)
    {
      guint32 n = 1 + random () % 60;

      eup_pool_free (&pool, eup_pool_alloc (&pool, n), n);
    }
  EXPECT_LE (pool.n_chunks, 6u);
  eup_pool_clear (&pool);
}

TEST (Pool, BeginsWithALargeRun)
{
  EupPool pool;

  eup_pool_init (&pool, 2048);
  EupRef ref = eup_pool_alloc (&pool, EUP_POOL_CHUNK_UNITS + 1);
  EXPECT_NE (ref, 0u);
  memset (eup_pool_get (&pool, ref), 1, 4 * (EUP_POOL_CHUNK_UNITS + 1));
  eup_pool_clear (&pool);
}

TEST (Symbols, EveryIdHasOneNumber)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::map<std::string, EupNumber> numbers;

  for (int i = 0; i < 20000; i++)
    {
      std::string id = "initiative-" + std::to_string (i * 7919 % 15000);
      EupNumber number = intern (store, id);

      if (numbers.count (id))
        {
          ASSERT_EQ (numbers[id], number);
        }
      numbers[id] = number;
      ASSERT_STREQ (eup_store_id (store, number), id.c_str ());
    }
  for (auto &[id, number] : numbers)
    ASSERT_EQ (eup_store_find (store, id.c_str (), id.size ()), number);
  EXPECT_EQ (eup_store_find (store, "nobody", 6), 0u);
  EXPECT_EQ (eup_store_find (store, "initiative-1x", 12), numbers["initiative-1"]);
  EXPECT_EQ (eup_store_id (store, 0), nullptr);
  EXPECT_EQ (eup_store_id (store, 1u << 30), nullptr);
}

TEST (Symbols, RenamingManyKeepsTheTableWhole)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::map<std::string, EupNumber> numbers;
  std::mt19937 random (3);

  for (int i = 0; i < 2000; i++)
    numbers["a" + std::to_string (i)] = intern (store, "a" + std::to_string (i));
  for (int i = 0; i < 5000; i++)
    {
      auto at = std::next (numbers.begin (), random () % numbers.size ());
      std::string id = "b" + std::to_string (i);
      EupNumber number = at->second;

      eup_store_set_id (store, number, id.c_str ());
      numbers.erase (at);
      numbers[id] = number;
    }
  for (auto &[id, number] : numbers)
    ASSERT_EQ (eup_store_find (store, id.c_str (), id.size ()), number);
}

TEST (Symbols, IdsAreChecked)
{
  const char *problem;
  std::string longest (1024, 'a'), longer (1025, 'a');

  for (const char *id : { "protecteu", "S3-A01", "topic/civil-protection", "a.b_c~d", "Šefčovič", "αβ" })
    EXPECT_TRUE (eup_id_is_valid (id, -1, &problem)) << id;
  for (const char *id : { "", "a b", "a\nb", "a\"b", "a:b", "\xff", "a\xc5", "\xe2\x80\x8b" })
    EXPECT_FALSE (eup_id_is_valid (id, -1, &problem)) << id;
  EXPECT_TRUE (eup_id_is_valid (longest.c_str (), -1, nullptr));
  EXPECT_FALSE (eup_id_is_valid (longer.c_str (), -1, &problem));
  EXPECT_NE (problem, nullptr);
  EXPECT_FALSE (eup_id_is_valid ("a\0b", 3, nullptr));
}

TEST (Table, PositionsFollowRemovals)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  std::vector<guint32> rows;
  std::mt19937 random (11);

  for (guint32 i = 0; i < 3000; i++)
    rows.push_back (eup_store_add_row (store, EUP_TABLE_MILESTONE, intern (store, "m" + std::to_string (i))));
  for (int step = 0; step < 2000; step++)
    {
      if (random () % 3 == 0)
        rows.push_back (eup_store_add_row (store, EUP_TABLE_MILESTONE, intern (store, "n" + std::to_string (step))));
      else
        {
          size_t at = random () % rows.size ();

          eup_store_remove_row (store, EUP_TABLE_MILESTONE, rows[at]);
          rows.erase (rows.begin () + at);
        }
      if (step % 100 == 0 || step > 1990)
        for (size_t i = 0; i < rows.size (); i++)
          {
            ASSERT_EQ (eup_store_row_at (store, EUP_TABLE_MILESTONE, i), rows[i]);
            ASSERT_EQ (eup_store_position_of (store, EUP_TABLE_MILESTONE, rows[i]), i);
          }
    }
  EXPECT_EQ (eup_store_n_alive (store, EUP_TABLE_MILESTONE), rows.size ());
  EXPECT_EQ (eup_store_row_at (store, EUP_TABLE_MILESTONE, rows.size ()), EUP_NO_ROW);
  EXPECT_EQ (eup_store_row_at (store, EUP_TABLE_TOPIC, 0), EUP_NO_ROW);
}

TEST (Table, AColumnIsThereOnceSomethingIsWritten)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  guint32 row = 0;

  for (int i = 0; i < 10; i++)
    row = eup_store_add_row (store, EUP_TABLE_INITIATIVE, intern (store, "i" + std::to_string (i)));
  eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_STATUS, 0);
  EXPECT_EQ (store->tables[EUP_TABLE_INITIATIVE]->columns, nullptr);
  eup_store_put (store, EUP_TABLE_INITIATIVE, 4, EUP_INITIATIVE_STATUS, EUP_STATUS_PROPOSED);
  EXPECT_EQ (eup_store_get (store, EUP_TABLE_INITIATIVE, 3, EUP_INITIATIVE_STATUS), 0u);
  EXPECT_EQ (eup_store_get (store, EUP_TABLE_INITIATIVE, 4, EUP_INITIATIVE_STATUS), (guint32) EUP_STATUS_PROPOSED);
  EXPECT_EQ (eup_store_get (store, EUP_TABLE_INITIATIVE, 9, EUP_INITIATIVE_STATUS), 0u);
  EXPECT_EQ (store->tables[EUP_TABLE_INITIATIVE]->columns[EUP_INITIATIVE_PARENT].base, nullptr);

  guint32 figure = eup_store_add_value (store, EUP_TABLE_FIGURE);
  EXPECT_TRUE (std::isnan (eup_store_get_double (store, EUP_TABLE_FIGURE, figure, EUP_FIGURE_VALUE)));
  eup_store_add_value (store, EUP_TABLE_FIGURE);
  eup_store_put_double (store, EUP_TABLE_FIGURE, 1, EUP_FIGURE_VALUE, 71);
  EXPECT_TRUE (std::isnan (eup_store_get_double (store, EUP_TABLE_FIGURE, 0, EUP_FIGURE_VALUE)));
  EXPECT_EQ (eup_store_get_double (store, EUP_TABLE_FIGURE, 1, EUP_FIGURE_VALUE), 71);
}

TEST (Table, AMappedColumnIsCopiedBeforeItIsWritten)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  guint32 file[3] = { 1, 2, 3 };

  for (int i = 0; i < 3; i++)
    eup_store_add_row (store, EUP_TABLE_PRIORITY, intern (store, "p" + std::to_string (i)));
  eup_store_put (store, EUP_TABLE_PRIORITY, 0, EUP_PRIORITY_MANDATE, 1);
  EupColumn *column = &store->tables[EUP_TABLE_PRIORITY]->columns[EUP_PRIORITY_POSITION];
  *column = { file, 3, 3, 4, TRUE };
  EXPECT_EQ (eup_store_get (store, EUP_TABLE_PRIORITY, 2, EUP_PRIORITY_POSITION), 3u);
  eup_store_put (store, EUP_TABLE_PRIORITY, 1, EUP_PRIORITY_POSITION, 9);
  EXPECT_EQ (eup_store_get (store, EUP_TABLE_PRIORITY, 1, EUP_PRIORITY_POSITION), 9u);
  EXPECT_EQ (eup_store_get (store, EUP_TABLE_PRIORITY, 2, EUP_PRIORITY_POSITION), 3u);
  EXPECT_EQ (file[1], 2u);
  EXPECT_FALSE (column->mapped);
}

TEST (Cells, TextsKeepTheirLanguages)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  const char *languages[] = { "fr", "en", "de" }, *strings[] = { "Sécurité", "Security", "Sicherheit" };
  const char *english[] = { "en" }, *plain[] = { "Security" };
  const char *read[] = { "de-AT", nullptr }, *unknown[] = { "mt", nullptr }, *tag;
  guint32 text = eup_store_add_text (store, 3, languages, strings);

  EXPECT_EQ (eup_store_text_size (store, text), 3u);
  EXPECT_STREQ (eup_store_text_nth (store, text, 0, &tag), "Sicherheit");
  EXPECT_STREQ (tag, "de");
  EXPECT_STREQ (eup_store_text_in (store, text, "fr"), "Sécurité");
  EXPECT_EQ (eup_store_text_in (store, text, "it"), nullptr);
  EXPECT_STREQ (eup_store_text_best (store, text, read, &tag), "Sicherheit");
  EXPECT_STREQ (eup_store_text_best (store, text, unknown, &tag), "Security");

  guint32 single = eup_store_add_text (store, 1, english, plain);
  EXPECT_STREQ (eup_store_string (store, single), "Security");
  EXPECT_EQ (eup_store_text_size (store, single), 1u);
  EXPECT_EQ (eup_store_text_size (store, 0), 0u);

  const EupFieldSpec *spec = eup_schema_field (EUP_TABLE_INITIATIVE, EUP_FIELD_TITLE);
  g_autoptr (EupStore) other = eup_store_new ("fr");
  guint32 copy = eup_store_copy_cell (other, store, single, spec);
  EXPECT_TRUE (eup_store_cell_equal (store, single, other, copy, spec));
  EXPECT_STREQ (eup_store_text_in (other, copy, "en"), "Security");
  EXPECT_FALSE (eup_store_cell_equal (store, text, other, copy, spec));
}

TEST (Cells, AnotherLanguageForPlainStringsChangesNoText)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  EupNumber number = intern (store, "a"), french = intern (store, "b");
  const char *languages[] = { "fr" }, *strings[] = { "Bonjour" };

  eup_store_create (store, EUP_TABLE_INITIATIVE, number);
  eup_store_create (store, EUP_TABLE_INITIATIVE, french);
  eup_store_set (store, number, EUP_FIELD_TITLE, eup_store_add_string (store, "Hello", 5));
  eup_store_set (store, french, EUP_FIELD_TITLE, eup_store_add_text (store, 1, languages, strings));
  eup_store_set_language (store, "fr");
  EXPECT_STREQ (eup_store_text_in (store, eup_store_get (store, EUP_TABLE_INITIATIVE, 0, EUP_FIELD_TITLE), "en"), "Hello");
  EXPECT_STREQ (eup_store_string (store, eup_store_get (store, EUP_TABLE_INITIATIVE, 1, EUP_FIELD_TITLE)), "Bonjour");
}

TEST (Kept, IsFoundByItsPlace)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  guint32 row = 0;

  for (int i = 0; i < 200; i++)
    row = eup_store_add_row (store, EUP_TABLE_TOPIC, intern (store, "t" + std::to_string (i)));
  EXPECT_FALSE (eup_store_has_kept (store, EUP_TABLE_TOPIC, row));
  eup_store_keep (store, EUP_TABLE_TOPIC, row, EUP_KEPT_MEMBERS, "\"x\":1", 5);
  eup_store_keep (store, EUP_TABLE_TOPIC, 3, EUP_FIELD_VERIFIED, "\"31-12-9999\"", 12);
  eup_store_keep (store, EUP_KEPT_DOCUMENT, 0, EUP_KEPT_MEMBERS, "\"y\":2", 5);
  EXPECT_TRUE (eup_store_has_kept (store, EUP_TABLE_TOPIC, row));
  EXPECT_TRUE (eup_store_has_kept (store, EUP_TABLE_TOPIC, 3));
  EXPECT_FALSE (eup_store_has_kept (store, EUP_TABLE_TOPIC, 4));
  EXPECT_STREQ (eup_store_kept (store, EUP_TABLE_TOPIC, row, EUP_KEPT_MEMBERS), "\"x\":1");
  EXPECT_STREQ (eup_store_kept (store, EUP_TABLE_TOPIC, 3, EUP_FIELD_VERIFIED), "\"31-12-9999\"");
  EXPECT_STREQ (eup_store_kept (store, EUP_KEPT_DOCUMENT, 0, EUP_KEPT_MEMBERS), "\"y\":2");
  EXPECT_EQ (eup_store_kept (store, EUP_TABLE_TOPIC, 3, EUP_FIELD_TITLE), nullptr);

  // Nothing is read from there: setting that gives nothing up.
  EXPECT_FALSE (eup_store_set (store, eup_store_number_of (store, EUP_TABLE_TOPIC, 3), EUP_FIELD_VERIFIED, 0));
  EXPECT_STREQ (eup_store_kept (store, EUP_TABLE_TOPIC, 3, EUP_FIELD_VERIFIED), "\"31-12-9999\"");
  EXPECT_TRUE (eup_store_set (store, eup_store_number_of (store, EUP_TABLE_TOPIC, 3), EUP_FIELD_VERIFIED, 1));
  EXPECT_EQ (eup_store_kept (store, EUP_TABLE_TOPIC, 3, EUP_FIELD_VERIFIED), nullptr);
}

TEST (Edit, WhatWasReplacedIsUsedAgain)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  EupNumber number = intern (store, "a");
  guint32 n_chunks = 0;

  eup_store_create (store, EUP_TABLE_INITIATIVE, number);
  for (int i = 0; i < 20000; i++)
    {
      std::string label = "label " + std::to_string (i * 7919);
      guint32 figure = eup_store_add_value (store, EUP_TABLE_FIGURE);
      guint32 old = eup_store_get (store, EUP_TABLE_INITIATIVE, 0, EUP_FIELD_FIGURES);

      EXPECT_TRUE (std::isnan (eup_store_get_double (store, EUP_TABLE_FIGURE, figure, EUP_FIGURE_VALUE)));
      EXPECT_EQ (eup_store_get (store, EUP_TABLE_FIGURE, figure, EUP_FIGURE_LABEL), 0u);
      EXPECT_EQ (eup_store_kept (store, EUP_TABLE_FIGURE, figure, EUP_KEPT_MEMBERS), nullptr);
      eup_store_put_double (store, EUP_TABLE_FIGURE, figure, EUP_FIGURE_VALUE, i);
      eup_store_put (store, EUP_TABLE_FIGURE, figure, EUP_FIGURE_LABEL, eup_store_add_string (store, label.c_str (), label.size ()));
      eup_store_keep (store, EUP_TABLE_FIGURE, figure, EUP_KEPT_MEMBERS, "\"x\":1", 5);
      ASSERT_TRUE (eup_store_set (store, number, EUP_FIELD_FIGURES, list_of (store, { figure })));
      eup_store_free_cell (store, eup_schema_field (EUP_TABLE_INITIATIVE, EUP_FIELD_FIGURES), old);
      if (i == 1000)
        n_chunks = store->strings.n_chunks;
    }
  EXPECT_LE (eup_store_n_rows (store, EUP_TABLE_FIGURE), 2u);
  EXPECT_LE (store->lists.n_chunks, 2u);
  EXPECT_LE (store->strings.n_chunks, n_chunks + 1);
}

TEST (Edit, SayingTheSameIsNoEdit)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  EupNumber number = intern (store, "a");

  eup_store_create (store, EUP_TABLE_INITIATIVE, number);
  store->events = g_array_new (FALSE, FALSE, sizeof (EupEvent));
  EXPECT_TRUE (eup_store_set (store, number, EUP_FIELD_TITLE, eup_store_add_string (store, "One", 3)));
  EXPECT_FALSE (eup_store_set (store, number, EUP_FIELD_TITLE, eup_store_add_string (store, "One", 3)));
  EXPECT_TRUE (eup_store_set (store, number, EUP_FIELD_TITLE, eup_store_add_string (store, "Two", 3)));
  ASSERT_EQ (store->events->len, 2u);

  EupEvent event = g_array_index (store->events, EupEvent, 1);
  EXPECT_EQ (event.kind, EUP_EVENT_CELL);
  EXPECT_EQ (event.number, number);
  EXPECT_EQ (event.field, EUP_FIELD_TITLE);
  EXPECT_STREQ (eup_store_string (store, event.old_cell), "One");
  EXPECT_STREQ (eup_store_string (store, event.new_cell), "Two");
}

TEST (Index, FollowsRandomEdits)
{
  for (unsigned seed = 1; seed <= 5; seed++)
    {
      SCOPED_TRACE (seed);
      g_autoptr (EupStore) store = eup_store_new ("en");
      std::mt19937 random (seed);
      std::vector<EupNumber> objectives, initiatives;
      std::map<EupNumber, std::vector<guint32>> stated;

      for (int i = 0; i < 20; i++)
        objectives.push_back (intern (store, "o" + std::to_string (i)));
      for (int i = 0; i < 60; i++)
        {
          initiatives.push_back (intern (store, "i" + std::to_string (i)));
          eup_store_create (store, EUP_TABLE_INITIATIVE, initiatives.back ());
        }
      for (int step = 0; step < 600; step++)
        {
          EupNumber number = initiatives[random () % initiatives.size ()];
          EupTableKind table;
          guint32 row;

          if (step == 200)
            reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, objectives[0]);
          if (!eup_store_home (store, number, &table, &row))
            {
              eup_store_create (store, EUP_TABLE_INITIATIVE, number);
              stated[number].clear ();
            }
          else if (random () % 10 == 0)
            {
              eup_store_remove (store, number);
              stated[number].clear ();
            }
          else
            {
              std::vector<guint32> items;

              for (int i = random () % 4; i > 0; i--)
                items.push_back (objectives[random () % objectives.size ()]);
              eup_store_set (store, number, EUP_INITIATIVE_OBJECTIVES, list_of (store, items));
              stated[number] = items;
            }
        }
      for (EupNumber objective : objectives)
        {
          std::set<EupNumber> expected;

          for (auto &[number, items] : stated)
            if (std::count (items.begin (), items.end (), objective) > 0)
              expected.insert (number);
          EXPECT_EQ (reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, objective), expected);
        }
    }
}

TEST (Index, TermsLeadToTheirOwners)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  EupNumber person = intern (store, "kaja-kallas"), priority = intern (store, "global-europe");

  eup_store_create (store, EUP_TABLE_COMMISSIONER, person);
  EXPECT_TRUE (reverse (store, EUP_TABLE_TERM, EUP_TERM_PRIORITIES, priority).empty ());
  guint32 term = eup_store_add_value (store, EUP_TABLE_TERM);
  eup_store_put (store, EUP_TABLE_TERM, term, EUP_TERM_PRIORITIES, list_of (store, { priority }));
  eup_store_set (store, person, EUP_COMMISSIONER_TERMS, list_of (store, { term }));
  EXPECT_EQ (reverse (store, EUP_TABLE_TERM, EUP_TERM_PRIORITIES, priority), std::set<EupNumber> { person });
  eup_store_set (store, person, EUP_COMMISSIONER_TERMS, 0);
  EXPECT_TRUE (reverse (store, EUP_TABLE_TERM, EUP_TERM_PRIORITIES, priority).empty ());
}

TEST (Edit, RenamingCarriesReferencesAndMeetsUnresolvedOnes)
{
  g_autoptr (EupStore) store = eup_store_new ("en");
  EupNumber objective = intern (store, "old"), missing = intern (store, "new"), initiative = intern (store, "i");
  EupNumber taken = intern (store, "taken"), person = intern (store, "person"), priority = intern (store, "pri");
  guint n;

  eup_store_create (store, EUP_TABLE_OBJECTIVE, objective);
  eup_store_create (store, EUP_TABLE_OBJECTIVE, taken);
  eup_store_create (store, EUP_TABLE_INITIATIVE, initiative);
  eup_store_create (store, EUP_TABLE_COMMISSIONER, person);
  eup_store_create (store, EUP_TABLE_PRIORITY, priority);
  eup_store_set (store, initiative, EUP_INITIATIVE_OBJECTIVES, list_of (store, { missing }));
  guint32 term = eup_store_add_value (store, EUP_TABLE_TERM);
  eup_store_put (store, EUP_TABLE_TERM, term, EUP_TERM_PRIORITIES, list_of (store, { intern (store, "coming") }));
  eup_store_set (store, person, EUP_COMMISSIONER_TERMS, list_of (store, { term }));

  EXPECT_FALSE (eup_store_rename (store, objective, "taken"));
  EXPECT_TRUE (eup_store_rename (store, objective, "new"));
  EXPECT_STREQ (eup_store_id (store, objective), "new");
  EXPECT_EQ (eup_store_find (store, "new", 3), objective);
  EXPECT_EQ (eup_store_find (store, "old", 3), 0u);
  const EupNumber *items = eup_store_list (store, eup_store_get (store, EUP_TABLE_INITIATIVE, 0, EUP_INITIATIVE_OBJECTIVES), &n);
  ASSERT_EQ (n, 1u);
  EXPECT_EQ (items[0], objective);
  EXPECT_EQ (reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, objective), std::set<EupNumber> { initiative });

  EXPECT_TRUE (eup_store_rename (store, priority, "coming"));
  EXPECT_EQ (reverse (store, EUP_TABLE_TERM, EUP_TERM_PRIORITIES, priority), std::set<EupNumber> { person });
}

} // namespace
