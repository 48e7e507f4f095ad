// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "store/eup-store.h"

namespace
{

using Strings = std::vector<std::string>;

Strings
ids_in_order (EupStore *store, EupTableKind table)
{
  g_autofree guint32 *rows = eup_store_rows_by_id (store, table);
  Strings ids;

  for (guint32 i = 0; i < eup_store_n_alive (store, table); i++)
    ids.push_back (eup_store_id (store, eup_store_number_of (store, table, rows == nullptr ? i : rows[i])));
  return ids;
}

EupStore *
store_of (const Strings &ids)
{
  EupStore *store = eup_store_new ("en");

  for (const std::string &id : ids)
    eup_store_create (store, EUP_TABLE_TOPIC, eup_store_intern (store, id.c_str (), id.size ()));
  return store;
}

void
expect_order (Strings ids, const char *what)
{
  g_autoptr (EupStore) store = store_of (ids);

  std::sort (ids.begin (), ids.end ());
  EXPECT_EQ (ids_in_order (store, EUP_TABLE_TOPIC), ids) << what;
}

Strings
numbered (guint n)
{
  Strings ids;

  for (guint i = 0; i < n; i++)
    {
      std::string digits = std::to_string (i);

      ids.push_back ("topic/" + std::string (6 - digits.size (), '0') + digits);
    }
  return ids;
}

}

TEST (IdOrder, IsThatOfTheBytes)
{
  expect_order ({}, "nothing");
  expect_order ({ "a" }, "one");
  expect_order ({ "b", "a" }, "two");
  expect_order ({ "common", "commons", "comm", "common/1", "common/", "com" }, "one is the beginning of others");
  expect_order ({ "x12345678b", "x12345678a", "x12345678", "x1234567", "x12345678aa" }, "what differs stands far behind");
  expect_order ({ "\xc3\xa9t\xc3\xa9", "zeta", "eta", "\xce\xb1" }, "bytes above 127");
}

TEST (IdOrder, FollowsRunsUpAndDown)
{
  Strings up = numbered (3000), down (up.rbegin (), up.rend ()), mixed;
  std::mt19937 random (7);

  expect_order (up, "up");
  expect_order (down, "down");
  std::rotate (up.begin (), up.begin () + 1000, up.end ());
  expect_order (up, "two runs");
  std::rotate (down.begin (), down.begin () + 1, down.end ());
  expect_order (down, "a run down, and one more");
  for (guint i = 0; i < 3000; i += 3)
    mixed.insert (mixed.end (), { down[i], up[i], "other/" + up[i] });
  expect_order (mixed, "many short runs");
  for (guint round = 0; round < 20; round++)
    {
      Strings ids = numbered (1 + random () % 500);

      std::shuffle (ids.begin (), ids.end (), random);
      expect_order (ids, "none");
    }
}

TEST (IdOrder, LeavesOutWhatWasRemoved)
{
  Strings ids = numbered (100), left;
  g_autoptr (EupStore) store = store_of (ids);

  EXPECT_EQ (eup_store_rows_by_id (store, EUP_TABLE_TOPIC), nullptr) << "as they stand";
  for (guint i = 0; i < ids.size (); i++)
    if (i % 3 == 0)
      eup_store_remove (store, eup_store_find (store, ids[i].c_str (), ids[i].size ()));
    else
      left.push_back (ids[i]);
  EXPECT_EQ (ids_in_order (store, EUP_TABLE_TOPIC), left);
}
