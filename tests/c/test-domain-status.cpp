// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "reference-catalog.h"

extern "C" {
#include "domain/eup-derived.h"
#include "domain/eup-milestone-rules.h"
#include "values/eup-date-cell.h"
}

namespace
{

guint32
date (const char *text)
{
  EupDateCell cell = 0;
  gsize offset;
  const char *message;

  EXPECT_TRUE (eup_date_cell_parse (text, strlen (text), &cell, &offset, &message)) << text;
  return cell;
}

/* A milestone of one initiative: kind, actor, date, stated state. */
struct Step
{
  EupMilestoneKind kind;
  EupActor actor;
  const char *day;
  EupMilestoneState stated;
};

EupNumber
intern (EupStore *store, const std::string &id)
{
  return eup_store_intern (store, id.c_str (), id.size ());
}

class Ladder : public ::testing::Test
{
protected:
  void SetUp () override
  {
    store = eup_store_new ("en");
    eup_derived_set_day (store, eup_date_cell_last_day (date ("2025-06-30")));
    initiative = intern (store, "i");
    eup_store_create (store, EUP_TABLE_INITIATIVE, initiative);
  }

  void TearDown () override { eup_store_unref (store); }

  EupNumber add (const Step &step)
  {
    EupNumber number = intern (store, "m" + std::to_string (count++));

    eup_store_create (store, EUP_TABLE_MILESTONE, number);
    eup_store_set (store, number, EUP_MILESTONE_KIND, step.kind);
    eup_store_set (store, number, EUP_MILESTONE_ACTOR, step.actor);
    eup_store_set (store, number, EUP_MILESTONE_STATE, step.stated);
    if (step.day != nullptr)
      eup_store_set (store, number, EUP_MILESTONE_DATE, date (step.day));
    eup_store_set (store, number, EUP_MILESTONE_SUBJECT, initiative);
    return number;
  }

  EupStatus status () { return (EupStatus) eup_derived_of (store)->status[0]; }
  EupStatus fresh ()
  {
    EupDerived *derived = eup_derived_new (store, store->as_of);
    EupStatus found = (EupStatus) derived->status[0];

    eup_derived_free (derived);
    return found;
  }

  EupStore *store = nullptr;
  EupNumber initiative = 0;
  int count = 0;
};

TEST_F (Ladder, EachKindHasItsStage)
{
  const std::map<EupMilestoneKind, EupStatus> stages = {
    { EUP_MILESTONE_KIND_ANNOUNCED, EUP_STATUS_ANNOUNCED }, { EUP_MILESTONE_KIND_CONSULTATION, EUP_STATUS_ANNOUNCED },
    { EUP_MILESTONE_KIND_PROPOSED, EUP_STATUS_PROPOSED }, { EUP_MILESTONE_KIND_POSITION, EUP_STATUS_NEGOTIATING },
    { EUP_MILESTONE_KIND_AGREED, EUP_STATUS_AGREED }, { EUP_MILESTONE_KIND_ADOPTED, EUP_STATUS_ADOPTED },
    { EUP_MILESTONE_KIND_SIGNED, EUP_STATUS_ADOPTED }, { EUP_MILESTONE_KIND_PUBLISHED, EUP_STATUS_ADOPTED },
    { EUP_MILESTONE_KIND_IN_FORCE, EUP_STATUS_IN_FORCE }, { EUP_MILESTONE_KIND_PARTLY_APPLIED, EUP_STATUS_IN_FORCE },
    { EUP_MILESTONE_KIND_APPLIED, EUP_STATUS_APPLIED }, { EUP_MILESTONE_KIND_WITHDRAWN, EUP_STATUS_WITHDRAWN },
    { EUP_MILESTONE_KIND_EXPIRED, EUP_STATUS_EXPIRED }, { EUP_MILESTONE_KIND_LAUNCHED, EUP_STATUS_ONGOING },
    { EUP_MILESTONE_KIND_REPORTED, EUP_STATUS_UNKNOWN }, { EUP_MILESTONE_KIND_ENDORSED, EUP_STATUS_UNKNOWN },
    { EUP_MILESTONE_KIND_EVENT, EUP_STATUS_UNKNOWN }, { EUP_MILESTONE_KIND_TARGET, EUP_STATUS_UNKNOWN },
    { EUP_MILESTONE_KIND_TRANSPOSITION_DUE, EUP_STATUS_UNKNOWN }, { EUP_MILESTONE_KIND_UNKNOWN, EUP_STATUS_UNKNOWN },
    { EUP_MILESTONE_KIND_REFERRED, EUP_STATUS_PROPOSED }, { EUP_MILESTONE_KIND_DEBATED, EUP_STATUS_NEGOTIATING },
    { EUP_MILESTONE_KIND_VOTED, EUP_STATUS_NEGOTIATING }, { EUP_MILESTONE_KIND_NEGOTIATED, EUP_STATUS_NEGOTIATING },
    { EUP_MILESTONE_KIND_OPINION, EUP_STATUS_UNKNOWN },
  };

  eup_store_set (store, initiative, EUP_INITIATIVE_INSTRUMENT, EUP_INSTRUMENT_REGULATION);
  for (auto &[kind, expected] : stages)
    {
      EupNumber number = add ({ kind, EUP_ACTOR_COMMISSION, "2025-03", EUP_MILESTONE_STATE_UNKNOWN });

      EXPECT_EQ (status (), expected) << kind;
      EXPECT_EQ (fresh (), expected) << kind;
      eup_store_remove (store, number);
      EXPECT_EQ (status (), EUP_STATUS_UNKNOWN) << kind;
    }
}

TEST_F (Ladder, TheFurthestStageCountsNotTheLatest)
{
  add ({ EUP_MILESTONE_KIND_AGREED, EUP_ACTOR_CO_LEGISLATORS, "2025-02", EUP_MILESTONE_STATE_UNKNOWN });
  add ({ EUP_MILESTONE_KIND_POSITION, EUP_ACTOR_PARLIAMENT, "2025-05", EUP_MILESTONE_STATE_UNKNOWN });
  EXPECT_EQ (status (), EUP_STATUS_AGREED);
  add ({ EUP_MILESTONE_KIND_ADOPTED, EUP_ACTOR_COUNCIL, "2026", EUP_MILESTONE_STATE_UNKNOWN });
  EXPECT_EQ (status (), EUP_STATUS_AGREED);
  eup_derived_set_day (store, eup_date_cell_last_day (date ("2026-12-31")));
  EXPECT_EQ (status (), EUP_STATUS_ADOPTED);
  eup_derived_set_day (store, eup_date_cell_last_day (date ("2026-12-30")));
  EXPECT_EQ (status (), EUP_STATUS_AGREED);
}

TEST_F (Ladder, ParliamentAloneAdoptsNothing)
{
  add ({ EUP_MILESTONE_KIND_ADOPTED, EUP_ACTOR_PARLIAMENT, "2025-02", EUP_MILESTONE_STATE_UNKNOWN });
  EXPECT_EQ (status (), EUP_STATUS_NEGOTIATING);
}

TEST_F (Ladder, WhatIsNoActEndsWithItsAdoption)
{
  add ({ EUP_MILESTONE_KIND_IN_FORCE, EUP_ACTOR_UNKNOWN, "2025-02", EUP_MILESTONE_STATE_UNKNOWN });
  EXPECT_EQ (status (), EUP_STATUS_IN_FORCE);
  eup_store_set (store, initiative, EUP_INITIATIVE_INSTRUMENT, EUP_INSTRUMENT_STRATEGY);
  EXPECT_EQ (status (), EUP_STATUS_ADOPTED);
  eup_store_set (store, initiative, EUP_INITIATIVE_INSTRUMENT, EUP_INSTRUMENT_DIRECTIVE);
  EXPECT_EQ (status (), EUP_STATUS_IN_FORCE);
}

TEST_F (Ladder, PlansAnnounceAndStatedWins)
{
  EXPECT_EQ (status (), EUP_STATUS_UNKNOWN);
  add ({ EUP_MILESTONE_KIND_PROPOSED, EUP_ACTOR_COMMISSION, "2025-03", EUP_MILESTONE_STATE_EXPECTED });
  EXPECT_EQ (status (), EUP_STATUS_ANNOUNCED);
  EXPECT_EQ (eup_derived_of (store)->date[0], 0u);
  eup_store_set (store, initiative, EUP_INITIATIVE_STATUS, EUP_STATUS_ON_HOLD);
  EXPECT_EQ (status (), EUP_STATUS_ON_HOLD);
}

TEST_F (Ladder, ARefinedClaimDoesNotCount)
{
  EupNumber coarse = add ({ EUP_MILESTONE_KIND_APPLIED, EUP_ACTOR_UNKNOWN, "2025-05", EUP_MILESTONE_STATE_UNKNOWN });
  EupNumber fine = add ({ EUP_MILESTONE_KIND_PROPOSED, EUP_ACTOR_UNKNOWN, "2025-04-01", EUP_MILESTONE_STATE_UNKNOWN });

  EXPECT_EQ (status (), EUP_STATUS_APPLIED);
  eup_store_set (store, fine, EUP_MILESTONE_REFINES, coarse);
  EXPECT_EQ (status (), EUP_STATUS_PROPOSED);
  EXPECT_EQ (eup_derived_of (store)->date[0], date ("2025-04-01"));
  eup_store_remove (store, fine);
  EXPECT_EQ (status (), EUP_STATUS_APPLIED);
}

TEST_F (Ladder, StatesFollowTheDay)
{
  guint32 as_of = store->as_of;
  auto state = [&] (const Step &step) {
    EupTableKind table;
    guint32 row = 0;
    eup_store_home (store, add (step), &table, &row);
    return (EupMilestoneState) eup_milestone_state (store, row, as_of);
  };

  EXPECT_EQ (state ({ EUP_MILESTONE_KIND_EVENT, EUP_ACTOR_UNKNOWN, "2025-06-30", EUP_MILESTONE_STATE_UNKNOWN }), EUP_MILESTONE_STATE_REACHED);
  EXPECT_EQ (state ({ EUP_MILESTONE_KIND_EVENT, EUP_ACTOR_UNKNOWN, "2025-07-01", EUP_MILESTONE_STATE_UNKNOWN }), EUP_MILESTONE_STATE_EXPECTED);
  EXPECT_EQ (state ({ EUP_MILESTONE_KIND_EVENT, EUP_ACTOR_UNKNOWN, "2025", EUP_MILESTONE_STATE_UNKNOWN }), EUP_MILESTONE_STATE_EXPECTED);
  EXPECT_EQ (state ({ EUP_MILESTONE_KIND_EVENT, EUP_ACTOR_UNKNOWN, nullptr, EUP_MILESTONE_STATE_UNKNOWN }), EUP_MILESTONE_STATE_UNKNOWN);
  EXPECT_EQ (state ({ EUP_MILESTONE_KIND_TARGET, EUP_ACTOR_UNKNOWN, "2025-01", EUP_MILESTONE_STATE_UNKNOWN }), EUP_MILESTONE_STATE_UNKNOWN);
  EXPECT_EQ (state ({ EUP_MILESTONE_KIND_TARGET, EUP_ACTOR_UNKNOWN, "2027", EUP_MILESTONE_STATE_UNKNOWN }), EUP_MILESTONE_STATE_EXPECTED);
  EXPECT_EQ (state ({ EUP_MILESTONE_KIND_EVENT, EUP_ACTOR_UNKNOWN, "2024", EUP_MILESTONE_STATE_MISSED }), EUP_MILESTONE_STATE_MISSED);
}

// Everything that is derived, as text, so that a difference can be read.
using Derived = std::map<std::string, std::string>;

std::string
cell_text (guint32 cell)
{
  char buffer[EUP_DATE_CELL_PRINT_MAX + 1] = "";

  if (cell != 0)
    buffer[eup_date_cell_print (cell & ~7u, buffer)] = '\0';
  return buffer;
}

std::string
initiative_text (guint status, guint32 status_date, guint verdict, int slippage, guint32 latest, const std::string &next, guint has)
{
  return "status " + std::to_string (status) + " since " + cell_text (status_date) + " verdict " + std::to_string (verdict)
         + " slippage " + std::to_string (slippage) + " latest " + cell_text (latest) + " next " + next + " has " + std::to_string (has);
}

std::string
milestone_text (guint state, const std::string &original, int slippage)
{
  return "state " + std::to_string (state) + " original " + original + " slippage " + std::to_string (slippage);
}

Derived
derived_text (EupStore *store, const EupDerived *derived)
{
  Derived texts;

  for (guint32 row = 0; row < eup_store_n_rows (store, EUP_TABLE_INITIATIVE); row++)
    if (eup_store_is_alive (store, EUP_TABLE_INITIATIVE, row))
      texts[eup_store_id (store, eup_store_number_of (store, EUP_TABLE_INITIATIVE, row))]
          = initiative_text (derived->status[row], derived->status_date[row], derived->verdict[row], derived->slippage[row],
                             derived->date[row], derived->next[row] == 0 ? "" : eup_store_id (store, derived->next[row]),
                             derived->flags[row]);
  for (guint32 row = 0; row < eup_store_n_rows (store, EUP_TABLE_MILESTONE); row++)
    if (eup_store_is_alive (store, EUP_TABLE_MILESTONE, row))
      {
        EupNumber number = eup_store_number_of (store, EUP_TABLE_MILESTONE, row);
        const EupChain *chain = eup_derived_chain (derived, number);

        texts[eup_store_id (store, number)]
            = milestone_text (eup_derived_state (derived, row), chain == nullptr ? "" : eup_store_id (store, chain->original),
                              chain == nullptr ? 0 : chain->slippage);
      }
  return texts;
}

Derived
reference_text (const Reference &reference)
{
  Derived texts;

  for (auto &[id, e] : reference.entities ())
    if (e.type == EUP_TABLE_INITIATIVE)
      {
        const Reference::Outcome &o = reference.outcome (e);
        const Entity *next = reference.next_milestone (e);
        guint has = (reference.is (EUP_QUERY_FLAG_OVERDUE, e) ? EUP_HAS_OVERDUE : 0)
                    | (reference.is (EUP_QUERY_FLAG_UPCOMING, e) ? EUP_HAS_UPCOMING : 0)
                    | (reference.is (EUP_QUERY_FLAG_RESCHEDULED, e) ? EUP_HAS_RESCHEDULED : 0)
                    | (reference.is (EUP_QUERY_FLAG_MISSED, e) ? EUP_HAS_MISSED : 0)
                    | (reference.is (EUP_QUERY_FLAG_CANCELLED, e) ? EUP_HAS_CANCELLED : 0);

        texts[id] = initiative_text (o.status, o.date, o.verdict, reference.slippage (e), reference.latest_date (e),
                                     next == nullptr ? "" : next->id, has);
      }
    else if (e.type == EUP_TABLE_MILESTONE)
      {
        const Entity *original = reference.original (e);

        texts[id] = milestone_text (reference.state (e), original == nullptr ? "" : original->id, reference.slippage (e));
      }
  return texts;
}

void
expect_same (const Derived &found, const Derived &wanted)
{
  ASSERT_EQ (found.size (), wanted.size ());
  for (auto &[id, text] : wanted)
    ASSERT_EQ (found.at (id), text) << id;
}

TEST (Derived, EveryDayIsAsTheReferenceHasIt)
{
  for (guint round = 0; round < 40; round++)
    {
      std::mt19937 random (900 + round);
      g_autoptr (EupStore) store = eup_store_new ("en");

      fill_store (store, random, round % 4 == 0 ? 150 : 20);
      for (guint i = 0; i < 12 && !::testing::Test::HasFatalFailure (); i++)
        {
          guint32 day = eup_date_cell_last_day (date ("2022-01-01")) + random () % 2400;
          EupDerived *derived = eup_derived_new (store, day);

          expect_same (derived_text (store, derived), reference_text (Reference (store, day)));
          eup_derived_free (derived);
        }
      ASSERT_FALSE (::testing::Test::HasFatalFailure ()) << "round " << round;
    }
}

/* Edits keep what is derived true, and announce just what became another. */
TEST (Derived, EditsGiveWhatAFreshLookGives)
{
  for (guint round = 0; round < 12; round++)
    {
      std::mt19937 random (4000 + round);
      g_autoptr (EupStore) store = eup_store_new ("en");

      fill_store (store, random, round % 3 == 0 ? 60 : 12);
      eup_derived_set_day (store, eup_date_cell_last_day (date ("2025-06-05")));
      store->events = g_array_new (FALSE, FALSE, sizeof (EupEvent));
      Derived before = derived_text (store, eup_derived_of (store));
      for (guint i = 0; i < 250 && !::testing::Test::HasFatalFailure (); i++)
        {
          std::set<std::string> announced, differ;
          bool renamed = false;

          if (random () % 40 == 0)
            eup_derived_set_day (store, eup_date_cell_last_day (date ("2024-01-01")) + random () % 900);
          else
            edit_store (store, random);
          Derived now = derived_text (store, eup_derived_of (store));
          expect_same (now, reference_text (Reference (store, store->as_of)));

          for (guint j = 0; j < store->events->len; j++)
            {
              const EupEvent *event = &g_array_index (store->events, EupEvent, j);

              renamed |= event->kind == EUP_EVENT_RENAMED; /* the texts hold ids */
              if (event->kind == EUP_EVENT_DERIVED)
                announced.insert (eup_store_id (store, event->number));
              else if (event->kind != EUP_EVENT_CELL)
                {
                  /* What came, went or has another id is announced by that. */
                  before.erase (eup_store_id (store, event->number));
                  now.erase (eup_store_id (store, event->number));
                  announced.insert (eup_store_id (store, event->number));
                }
            }
          for (auto &[id, text] : now)
            if (!renamed && before.count (id) > 0 && before[id] != text && announced.count (id) == 0)
              differ.insert (id + ": " + before[id] + " -> " + text);
          ASSERT_TRUE (differ.empty ()) << *differ.begin ();
          g_array_set_size (store->events, 0);
          before = derived_text (store, eup_derived_of (store));
        }
      ASSERT_FALSE (::testing::Test::HasFatalFailure ()) << "round " << round;
    }
}

} // namespace
