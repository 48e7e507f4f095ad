// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include <gtest/gtest.h>

#include <functional>

#include "reference-catalog.h"

extern "C" {
#include "domain/eup-relations.h"
#include "domain/eup-terms.h"
#include "query/language/eup-query-fields.h"
#include "values/eup-period-private.h"
}

namespace
{

using Ids = Reference::Ids;
using Random = std::mt19937;

struct Numbers : EupNumbers
{
  Numbers () { eup_numbers_init (this); }
  ~Numbers () { eup_numbers_clear (this); }
  Numbers (const Numbers &) = delete;
};

Strings
ids_of (const EupStore *store, const EupNumbers &numbers)
{
  Strings ids;

  for (guint i = 0; i < numbers.n; i++)
    ids.push_back (eup_store_id (store, numbers.items[i]));
  return ids;
}

Ids
set_of (const Strings &strings)
{
  return Ids (strings.begin (), strings.end ());
}

EupNumber
number_of (EupStore *store, const std::string &id)
{
  return eup_store_find (store, id.c_str (), id.size ());
}

Strings
collect (EupStore *store, guint relation, const std::string &owner)
{
  Numbers numbers;

  eup_relation_collect (store, (EupRelation) relation, number_of (store, owner), &numbers);
  return ids_of (store, numbers);
}

Strings
stated (EupStore *store, guint relation, const std::string &owner)
{
  Numbers numbers;
  EupTableKind table;
  guint32 row;

  if (eup_store_home (store, number_of (store, owner), &table, &row))
    eup_relation_stated (store, (EupRelation) relation, table, row, &numbers);
  return ids_of (store, numbers);
}

// The relations as one would say them, by looking at every entity.
class Slow
{
public:
  explicit Slow (EupStore *store) : all_ (store, store->as_of) {}

  const Reference &all () const { return all_; }

  // What is in a relation, in the store or not.
  Ids
  read (guint relation, const Entity &e) const
  {
    switch (relation)
      {
      case EUP_RELATION_ENTITY_TOPICS:
        return set_of (e.topics);
      case EUP_RELATION_MANDATE_PRIORITIES:
        return those ([&] (const Entity &o) { return o.mandate == e.id; });
      case EUP_RELATION_PRIORITY_OBJECTIVES:
        return those ([&] (const Entity &o) { return o.priority == e.id; });
      case EUP_RELATION_PRIORITY_INITIATIVES:
        return those ([&] (const Entity &o) { return is_beneath_priority (o, e.id); });
      case EUP_RELATION_PRIORITY_MILESTONES:
        return those ([&] (const Entity &o) {
          const Entity *subject = all_.find (o.subject);

          return counts (o) && (o.subject == e.id || (subject != nullptr && (subject->priority == e.id || is_beneath_priority (*subject, e.id))));
        });
      case EUP_RELATION_PRIORITY_COMMISSIONERS:
        return in_charge (e);
      case EUP_RELATION_OBJECTIVE_INITIATIVES:
        return those ([&] (const Entity &o) { return contains (o.objectives, e.id); });
      case EUP_RELATION_INITIATIVE_OBJECTIVES:
        return set_of (e.objectives);
      case EUP_RELATION_INITIATIVE_PRIORITIES:
        return priorities (e);
      case EUP_RELATION_INITIATIVE_LEADS:
        return set_of (e.leads);
      case EUP_RELATION_INITIATIVE_PARTS:
        return those ([&] (const Entity &o) { return o.parent == e.id; });
      case EUP_RELATION_INITIATIVE_FULFILS:
        return set_of (e.fulfils);
      case EUP_RELATION_INITIATIVE_FULFILLED_BY:
        return those ([&] (const Entity &o) { return contains (o.fulfils, e.id); });
      case EUP_RELATION_INITIATIVE_REPLACES:
        return set_of (e.replaces);
      case EUP_RELATION_INITIATIVE_REPLACED_BY:
        return those ([&] (const Entity &o) { return contains (o.replaces, e.id); });
      case EUP_RELATION_INITIATIVE_AMENDS:
        return set_of (e.amends);
      case EUP_RELATION_INITIATIVE_AMENDED_BY:
        return those ([&] (const Entity &o) { return contains (o.amends, e.id); });
      case EUP_RELATION_INITIATIVE_MILESTONES:
        return those ([&] (const Entity &o) { return counts (o) && o.subject == e.id; });
      case EUP_RELATION_INITIATIVE_ALL_MILESTONES:
        return those ([&] (const Entity &o) { return o.subject == e.id; });
      case EUP_RELATION_COMMISSIONER_PRIORITIES:
        return those ([&] (const Entity &o) { return o.type == EUP_TABLE_PRIORITY && in_charge (o).count (e.id) > 0; });
      case EUP_RELATION_COMMISSIONER_INITIATIVES:
        return those ([&] (const Entity &o) { return contains (o.leads, e.id); });
      case EUP_RELATION_TOPIC_ENTITIES:
        return those ([&] (const Entity &o) { return contains (o.topics, e.id); });
      case EUP_RELATION_TOPIC_NARROWER:
        return those ([&] (const Entity &o) { return o.type == EUP_TABLE_TOPIC && o.broader == e.id; });
      case EUP_RELATION_MILESTONE_RESCHEDULED_FROM:
        return those ([&] (const Entity &o) { return o.type == EUP_TABLE_MILESTONE && o.rescheduled_to == e.id; });
      case EUP_RELATION_LEADS:
        return all_.relation (EUP_QUERY_FIELD_LEAD, e);
      case EUP_RELATION_TOPICS:
        return all_.relation (EUP_QUERY_FIELD_TOPIC, e);
      case EUP_RELATION_MANDATES:
        return all_.relation (EUP_QUERY_FIELD_MANDATE, e);
      case EUP_RELATION_PRIORITIES:
        return all_.relation (EUP_QUERY_FIELD_PRIORITY, e);
      case EUP_RELATION_OBJECTIVES:
        return all_.relation (EUP_QUERY_FIELD_OBJECTIVE, e);
      case EUP_RELATION_INITIATIVES:
        return all_.relation (EUP_QUERY_FIELD_INITIATIVE, e);
      case EUP_RELATION_CITING:
        return citing (e);
      case EUP_RELATION_BENEATH:
        return beneath (e);
      case EUP_RELATION_ABOVE:
        return above (e);
      case EUP_RELATION_REFINING:
        return those ([&] (const Entity &o) { return o.refines == e.id; });
      case EUP_RELATION_MILESTONES:
        {
          Ids found;

          for (const Entity *m : all_.timeline (e))
            found.insert (m->id);
          return found;
        }
      case EUP_RELATION_SUBJECT:
        return without_none ({ e.subject });
      default:
        return dating_mandates (e);
      }
  }

private:
  Ids
  those (const std::function<bool (const Entity &)> &fits) const
  {
    Ids found;

    for (auto &[id, o] : all_.entities ())
      if (fits (o))
        found.insert (id);
    return found;
  }

  static Ids
  without_none (Ids ids)
  {
    ids.erase ("");
    return ids;
  }

  bool
  counts (const Entity &e) const
  {
    return e.type == EUP_TABLE_MILESTONE && !all_.is_refined (e.id);
  }

  Ids
  priorities (const Entity &e) const
  {
    Ids found = set_of (e.priorities);

    for (const std::string &id : e.objectives)
      if (const Entity *o = all_.find (id, EUP_TABLE_OBJECTIVE))
        found.insert (o->priority);
    return without_none (found);
  }

  bool
  is_beneath_priority (const Entity &e, const std::string &priority) const
  {
    return e.type == EUP_TABLE_INITIATIVE && priorities (e).count (priority) > 0;
  }

  Ids
  in_charge (const Entity &e) const
  {
    if (!e.in_charge.empty ())
      return set_of (e.in_charge);
    return those ([&] (const Entity &o) {
      for (const Term &term : o.terms)
        if (contains (term.priorities, e.id))
          return true;
      return false;
    });
  }

  Ids
  citing (const Entity &e) const
  {
    Ids found;

    if (e.type != EUP_TABLE_MANDATE)
      found.insert (e.id);
    if (const Entity *subject = all_.find (e.subject))
      if (subject->type != EUP_TABLE_MANDATE && subject->type != EUP_TABLE_MILESTONE)
        found.insert (subject->id);
    return found;
  }

  bool
  is_next_beneath (const Entity &lower, const Entity &upper) const
  {
    const std::string &id = upper.id;

    if (lower.subject == id)
      return upper.type != EUP_TABLE_TOPIC;
    switch (upper.type)
      {
      case EUP_TABLE_MANDATE:
        return lower.mandate == id;
      case EUP_TABLE_PRIORITY:
        return lower.priority == id || contains (lower.priorities, id);
      case EUP_TABLE_OBJECTIVE:
        return contains (lower.objectives, id);
      case EUP_TABLE_INITIATIVE:
        return lower.parent == id || contains (lower.fulfils, id);
      case EUP_TABLE_COMMISSIONER:
        return contains (lower.leads, id);
      default:
        return false;
      }
  }

  Ids
  beneath (const Entity &e) const
  {
    Ids found = { e.id };

    if (e.type == EUP_TABLE_TOPIC)
      return those ([&] (const Entity &o) { return o.id != e.id && all_.classified (o, e.id); });
    for (bool grows = true; grows; )
      {
        grows = false;
        for (const std::string &upper : Ids (found))
          for (auto &[id, lower] : all_.entities ())
            if (found.count (id) == 0 && is_next_beneath (lower, *all_.find (upper)))
              grows = found.insert (id).second;
      }
    found.erase (e.id);
    return found;
  }

  Ids
  above (const Entity &e) const
  {
    return those ([&] (const Entity &o) { return beneath (o).count (e.id) > 0; });
  }

  Ids
  dating_mandates (const Entity &e) const
  {
    Ids found;

    if (e.type == EUP_TABLE_MANDATE)
      return { e.id };
    if (e.type == EUP_TABLE_PRIORITY)
      return without_none ({ e.mandate });
    if (const Entity *priority = e.type == EUP_TABLE_OBJECTIVE ? all_.find (e.priority, EUP_TABLE_PRIORITY) : nullptr)
      return without_none ({ priority->mandate });
    for (const Term &term : e.terms)
      found.insert (term.mandate);
    return without_none (found);
  }

  Reference all_;
};

// The relations that are asked for; the others are parts of these.
std::vector<guint>
relations ()
{
  std::vector<guint> list;

  for (guint i = EUP_RELATION_NONE + 1; i < EUP_N_RELATIONS; i++)
    if (i <= EUP_RELATION_BENEATH)
      list.push_back (i);
  return list;
}

bool
is_owner (guint relation, const Entity &e)
{
  EupTableKind owner = eup_relation_spec ((EupRelation) relation)->owner;

  return owner == EUP_TABLE_ANY || owner == e.type;
}

EupStore *
random_store (Random &random)
{
  EupStore *store = eup_store_new ("en");

  fill_store (store, random, 4 + random () % 40);
  // Now and then a field names an entity of another type, or circles are closed.
  for (guint i = random () % 6; i > 0; i--)
    {
      EupTableKind table = (EupTableKind) (random () % EUP_N_ENTITY_TABLES);
      guint field = random () % eup_schema_table (table)->n_fields;
      EupNumber other = 1 + random () % (store->n_symbols - 1), number;

      if (eup_store_n_alive (store, table) == 0)
        continue;
      number = eup_store_number_of (store, table, eup_store_row_at (store, table, random () % eup_store_n_alive (store, table)));
      if (eup_schema_field (table, field)->kind == EUP_KIND_ONE)
        eup_store_set (store, number, field, other);
      else if (eup_schema_field (table, field)->kind == EUP_KIND_MANY)
        eup_store_set (store, number, field, eup_store_add_list (store, &other, 1));
    }
  return store;
}

std::string
place (guint seed, guint relation, const std::string &owner)
{
  return "seed " + std::to_string (seed) + ", relation " + std::to_string (relation) + " of " + owner;
}

TEST (Relations, AreWhatASlowReadingFinds)
{
  guint n_found = 0;

  for (guint seed = 1; seed <= 12; seed++)
    {
      Random random (seed);
      g_autoptr (EupStore) store = random_store (random);
      Slow slow (store);

      for (guint relation : relations ())
        for (auto &[id, e] : slow.all ().entities ())
          {
            if (!is_owner (relation, e))
              continue;

            EupTableKind items = eup_relation_spec ((EupRelation) relation)->items;
            Strings here = collect (store, relation, id), named = stated (store, relation, id);
            Ids all = slow.read (relation, e), expected;

            // A topic that classifies itself stands beneath itself as far as paths know; who asks leaves it out.
            if (relation == EUP_RELATION_BENEATH || relation == EUP_RELATION_ABOVE)
              for (Strings *ids : { &here, &named })
                ids->erase (std::remove (ids->begin (), ids->end (), id), ids->end ());

            for (const std::string &other : all)
              if (items == EUP_TABLE_ANY ? slow.all ().find (other) != nullptr : slow.all ().find (other, items) != nullptr)
                expected.insert (other);
            // Read backwards, paths may begin at entities of which nothing but the id is known.
            if (eup_relation_spec ((EupRelation) relation)->path->op != EUP_PATH_INVERSE)
              {
                ASSERT_EQ (set_of (named), all) << place (seed, relation, id);
              }
            ASSERT_EQ (named.size (), set_of (named).size ()) << "doubles: " << place (seed, relation, id);
            ASSERT_EQ (set_of (here), expected) << place (seed, relation, id);
            ASSERT_EQ (eup_relation_any (store, (EupRelation) relation, number_of (store, id)),
                       !collect (store, relation, id).empty ())
                << place (seed, relation, id);
            n_found += here.size ();
          }
    }
  EXPECT_GT (n_found, 5000u);
}

TEST (Relations, ReadBackwardsGiveTheirOwners)
{
  guint n_found = 0;

  for (guint seed = 100; seed <= 120; seed++)
    {
      Random random (seed);
      g_autoptr (EupStore) store = random_store (random);
      Reference all (store, store->as_of);

      for (guint relation = EUP_RELATION_NONE + 1; relation < EUP_N_RELATIONS; relation++)
        {
          std::map<std::string, Ids> owners;

          for (auto &[id, e] : all.entities ())
            for (const std::string &item : stated (store, relation, id))
              owners[item].insert (id);
          for (EupNumber number = 1; number < store->n_symbols; number++)
            {
              Numbers found;
              Ids here;

              eup_relation_owners (store, (EupRelation) relation, number, &found);
              for (const std::string &owner : ids_of (store, found))
                if (all.find (owner) != nullptr)
                  here.insert (owner);
              ASSERT_EQ (here, owners[eup_store_id (store, number)]) << place (seed, relation, eup_store_id (store, number));
              n_found += here.size ();
            }
        }
    }
  EXPECT_GT (n_found, 10000u);
}

using Content = std::map<std::pair<guint, EupNumber>, Strings>;

Content
content_of (EupStore *store)
{
  Content content;

  for (guint relation = EUP_RELATION_NONE + 1; relation < EUP_N_RELATIONS; relation++)
    for (EupNumber owner = 1; owner < store->n_symbols; owner++)
      {
        EupTableKind table;
        guint32 row;
        Numbers numbers;
        const EupRelationSpec *spec = eup_relation_spec ((EupRelation) relation);

        if (!eup_store_home (store, owner, &table, &row) || (spec->owner != EUP_TABLE_ANY && spec->owner != table))
          continue;
        if (relation < EUP_N_LIST_RELATIONS)
          eup_relation_collect (store, (EupRelation) relation, owner, &numbers);
        else
          eup_relation_stated (store, (EupRelation) relation, table, row, &numbers);

        // Ids change with their entities: numbers do not.
        Strings &strings = content[{ relation, owner }];

        for (guint i = 0; i < numbers.n; i++)
          strings.push_back (std::to_string (numbers.items[i]));
        if (relation >= EUP_N_LIST_RELATIONS || eup_relation_order (store, (EupRelation) relation, owner) != EUP_ORDER_AS_STATED)
          std::sort (strings.begin (), strings.end ());
      }
  return content;
}

void
note_touched (EupRelation relation, EupNumber owner, gpointer data)
{
  ((std::set<std::pair<guint, EupNumber>> *) data)->insert ({ relation, owner });
}

TEST (Relations, TouchedByEditsAreAllThatChange)
{
  guint n_changed = 0, n_touched = 0;

  for (guint seed = 200; seed <= 215; seed++)
    {
      Random random (seed);
      g_autoptr (EupStore) store = random_store (random);

      store->events = g_array_new (FALSE, FALSE, sizeof (EupEvent));
      for (guint round = 0; round < 25; round++)
        {
          Content before = content_of (store), after;
          std::set<std::pair<guint, EupNumber>> touched;

          for (guint i = 1 + random () % 4; i > 0; i--)
            edit_store (store, random);
          for (guint i = 0; i < store->events->len; i++)
            ASSERT_TRUE (eup_relations_touched (store, &g_array_index (store->events, EupEvent, i), EUP_N_RELATIONS, 0,
                                                note_touched, &touched));
          g_array_set_size (store->events, 0);
          after = content_of (store);
          for (auto &[key, strings] : after)
            if (before.count (key) > 0 && strings != before[key])
              {
                ASSERT_EQ (touched.count (key), 1u)
                    << place (seed, key.first, eup_store_id (store, key.second)) << ", round " << round;
                n_changed++;
              }
          n_touched += touched.size ();
        }
    }
  EXPECT_GT (n_changed, 2000u);
  // What is told in vain costs a comparison each.
  EXPECT_LT (n_touched, 8 * n_changed);
}

// A small catalog made by hand.
class Catalog
{
public:
  Catalog () : store_ (eup_store_new ("en")) {}
  ~Catalog () { eup_store_unref (store_); }

  EupNumber
  add (EupTableKind table, const std::string &id)
  {
    EupNumber number = eup_store_intern (store_, id.c_str (), id.size ());

    eup_store_create (store_, table, number);
    return number;
  }

  void
  one (const std::string &id, guint field, const std::string &other)
  {
    eup_store_set (store_, number_of (store_, id), field, eup_store_intern (store_, other.c_str (), other.size ()));
  }

  void
  many (const std::string &id, guint field, const Strings &others)
  {
    eup_store_set (store_, number_of (store_, id), field, list (others));
  }

  guint32
  list (const Strings &others)
  {
    std::vector<guint32> numbers;

    for (const std::string &other : others)
      numbers.push_back (eup_store_intern (store_, other.c_str (), other.size ()));
    return eup_store_add_list (store_, numbers.data (), numbers.size ());
  }

  guint32
  period (const char *text)
  {
    guint32 cells[3] = { 0, 0, 0 };
    gsize offset;
    const char *message;

    EXPECT_TRUE (eup_period_cells_parse (text, strlen (text), cells, &offset, &message));
    return eup_store_add_list (store_, cells, 3);
  }

  guint32
  term (const std::string &mandate, const char *own_period, const Strings &priorities)
  {
    guint32 row = eup_store_add_value (store_, EUP_TABLE_TERM);

    eup_store_put (store_, EUP_TABLE_TERM, row, EUP_TERM_MANDATE, eup_store_intern (store_, mandate.c_str (), mandate.size ()));
    if (own_period != nullptr)
      eup_store_put (store_, EUP_TABLE_TERM, row, EUP_TERM_PERIOD, period (own_period));
    eup_store_put (store_, EUP_TABLE_TERM, row, EUP_TERM_PRIORITIES, list (priorities));
    return row;
  }

  void
  terms (const std::string &id, const std::vector<guint32> &rows)
  {
    eup_store_set (store_, number_of (store_, id), EUP_COMMISSIONER_TERMS, eup_store_add_list (store_, rows.data (), rows.size ()));
  }

  EupStore *store () { return store_; }

private:
  EupStore *store_;
};

TEST (Relations, WhoIsInChargeIsStatedOrFollowsFromTerms)
{
  Catalog c;

  c.add (EUP_TABLE_PRIORITY, "p");
  for (const char *id : { "a", "b", "z" })
    c.add (EUP_TABLE_COMMISSIONER, id);
  c.terms ("a", { c.term ("m", nullptr, { "p" }), c.term ("m", nullptr, { "p" }) });
  EXPECT_EQ (collect (c.store (), EUP_RELATION_PRIORITY_COMMISSIONERS, "p"), Strings ({ "a" }));
  EXPECT_EQ (collect (c.store (), EUP_RELATION_COMMISSIONER_PRIORITIES, "a"), Strings ({ "p" }));
  EXPECT_EQ (eup_relation_order (c.store (), EUP_RELATION_PRIORITY_COMMISSIONERS, number_of (c.store (), "p")),
             EUP_ORDER_BY_FAMILY_NAME);

  c.many ("p", EUP_PRIORITY_IN_CHARGE, { "z", "b" });
  EXPECT_EQ (collect (c.store (), EUP_RELATION_PRIORITY_COMMISSIONERS, "p"), Strings ({ "z", "b" }));
  EXPECT_EQ (collect (c.store (), EUP_RELATION_COMMISSIONER_PRIORITIES, "a"), Strings ());
  EXPECT_EQ (collect (c.store (), EUP_RELATION_COMMISSIONER_PRIORITIES, "b"), Strings ({ "p" }));
  EXPECT_EQ (eup_relation_order (c.store (), EUP_RELATION_PRIORITY_COMMISSIONERS, number_of (c.store (), "p")),
             EUP_ORDER_AS_STATED);

  // Who has the priority by a term is told that somebody is stated now.
  {
    std::set<std::pair<guint, EupNumber>> touched;
    EupEvent event = { number_of (c.store (), "p"), EUP_EVENT_CELL, EUP_PRIORITY_IN_CHARGE, EUP_TABLE_PRIORITY, 0,
                       c.list ({ "z", "b" }) };

    EXPECT_TRUE (eup_relations_touched (c.store (), &event, EUP_N_LIST_RELATIONS, 0, note_touched, &touched));
    for (const char *id : { "a", "b", "z" })
      EXPECT_EQ (touched.count ({ EUP_RELATION_COMMISSIONER_PRIORITIES, number_of (c.store (), id) }), 1u) << id;
  }

  // Somebody is stated, if unknown.
  c.many ("p", EUP_PRIORITY_IN_CHARGE, { "unknown" });
  EXPECT_EQ (collect (c.store (), EUP_RELATION_PRIORITY_COMMISSIONERS, "p"), Strings ());
  EXPECT_EQ (stated (c.store (), EUP_RELATION_LEADS, "p"), Strings ({ "unknown" }));
}

TEST (Relations, LeadsAreThoseOfTheNearestParentThatHasSome)
{
  Catalog c;
  const guint n = 3000;

  c.add (EUP_TABLE_COMMISSIONER, "a");
  for (guint i = 0; i < n; i++)
    {
      c.add (EUP_TABLE_INITIATIVE, "i" + std::to_string (i));
      if (i > 0)
        c.one ("i" + std::to_string (i), EUP_INITIATIVE_PARENT, "i" + std::to_string (i - 1));
    }
  c.many ("i0", EUP_INITIATIVE_LEADS, { "a" });
  EXPECT_EQ (stated (c.store (), EUP_RELATION_LEADS, "i" + std::to_string (n - 1)), Strings ({ "a" }));
  c.many ("i7", EUP_INITIATIVE_LEADS, { "b", "c" });
  EXPECT_EQ (stated (c.store (), EUP_RELATION_LEADS, "i" + std::to_string (n - 1)), Strings ({ "b", "c" }));
  EXPECT_EQ (stated (c.store (), EUP_RELATION_LEADS, "i6"), Strings ({ "a" }));

  // A circle in which nobody leads
  c.one ("i10", EUP_INITIATIVE_PARENT, "i" + std::to_string (n - 1));
  for (guint i : { 10u, 11u, 500u, n - 1 })
    EXPECT_EQ (stated (c.store (), EUP_RELATION_LEADS, "i" + std::to_string (i)), Strings ());
  c.one ("i9", EUP_INITIATIVE_PARENT, "i9");
  EXPECT_EQ (stated (c.store (), EUP_RELATION_LEADS, "i9"), Strings ());
}

TEST (Relations, CirclesEndAndLeaveTheEntityItselfOut)
{
  Catalog c;

  for (const char *id : { "t1", "t2", "t3" })
    c.add (EUP_TABLE_TOPIC, id);
  c.one ("t1", EUP_TOPIC_BROADER, "t2");
  c.one ("t2", EUP_TOPIC_BROADER, "t3");
  c.one ("t3", EUP_TOPIC_BROADER, "t1");
  EXPECT_EQ (stated (c.store (), EUP_RELATION_TOPICS, "t2"), Strings ({ "t2", "t3", "t1" }));
  EXPECT_EQ (collect (c.store (), EUP_RELATION_BENEATH, "t2"), Strings ({ "t1", "t3" }));
}

TEST (Relations, ListsReadForwardsAreAsGivenWithoutDoubles)
{
  Catalog c;
  Strings given, expected;

  c.add (EUP_TABLE_INITIATIVE, "i");
  for (guint i = 0; i < 300; i++)
    c.add (EUP_TABLE_INITIATIVE, "f" + std::to_string (i));
  for (guint n : { 3u, 15u, 16u, 17u, 100u, 300u })
    {
      given.clear ();
      for (guint i = 0; i < 3 * n; i++)
        given.push_back ("f" + std::to_string (i * 7 % n));
      expected.clear ();
      for (const std::string &id : given)
        if (!contains (expected, id))
          expected.push_back (id);
      c.many ("i", EUP_INITIATIVE_FULFILS, given);
      EXPECT_EQ (collect (c.store (), EUP_RELATION_INITIATIVE_FULFILS, "i"), expected) << n;
    }
}

TEST (Relations, OneThatReachesManyIsGivenUpWhereThatIsWanted)
{
  Catalog c;
  EupEvent event;
  std::set<std::pair<guint, EupNumber>> touched;

  c.add (EUP_TABLE_MANDATE, "m");
  c.add (EUP_TABLE_PRIORITY, "p");
  for (guint i = 0; i < 50; i++)
    {
      c.add (EUP_TABLE_INITIATIVE, "i" + std::to_string (i));
      c.many ("i" + std::to_string (i), EUP_INITIATIVE_PRIORITIES, { "p" });
    }
  event = { number_of (c.store (), "p"), EUP_EVENT_CELL, EUP_PRIORITY_MANDATE, EUP_TABLE_PRIORITY, 0, number_of (c.store (), "m") };
  EXPECT_FALSE (eup_relations_touched (c.store (), &event, EUP_N_RELATIONS, 20, note_touched, &touched));
  EXPECT_TRUE (eup_relations_touched (c.store (), &event, EUP_N_RELATIONS, 60, note_touched, &touched));
  EXPECT_EQ (touched.count ({ EUP_RELATION_MANDATES, number_of (c.store (), "i49") }), 1u);
  EXPECT_TRUE (eup_relations_touched (c.store (), &event, EUP_N_LIST_RELATIONS, 20, note_touched, &touched));
}

TEST (Relations, NamesAndChildrenAreFound)
{
  EXPECT_EQ (eup_relation_find (EUP_TABLE_PRIORITY, "initiatives"), EUP_RELATION_PRIORITY_INITIATIVES);
  EXPECT_EQ (eup_relation_find (EUP_TABLE_OBJECTIVE, "initiatives"), EUP_RELATION_OBJECTIVE_INITIATIVES);
  EXPECT_EQ (eup_relation_find (EUP_TABLE_COMMISSIONER, "topics"), EUP_RELATION_ENTITY_TOPICS);
  EXPECT_EQ (eup_relation_find (EUP_TABLE_MANDATE, "initiatives"), EUP_RELATION_NONE);
  EXPECT_EQ (eup_relation_find (EUP_TABLE_MANDATE, "children"), EUP_RELATION_MANDATE_PRIORITIES);
  EXPECT_EQ (eup_relation_children (EUP_TABLE_INITIATIVE), EUP_RELATION_INITIATIVE_MILESTONES);
  EXPECT_EQ (eup_relation_children (EUP_TABLE_TOPIC), EUP_RELATION_TOPIC_NARROWER);
  EXPECT_EQ (eup_relation_children (EUP_TABLE_MILESTONE), EUP_RELATION_NONE);
}

TEST (Terms, HaveThePeriodOfTheirMandateWhereTheyHaveNone)
{
  Catalog c;
  guint32 early, late, row;

  c.add (EUP_TABLE_MANDATE, "ec-2019");
  c.add (EUP_TABLE_MANDATE, "ec-2024");
  c.add (EUP_TABLE_COMMISSIONER, "a");
  eup_store_set (c.store (), number_of (c.store (), "ec-2019"), EUP_MANDATE_PERIOD, c.period ("2019-12-01/2024-11-30"));
  eup_store_set (c.store (), number_of (c.store (), "ec-2024"), EUP_MANDATE_PERIOD, c.period ("2024-12-01/2029"));
  late = c.term ("ec-2024", nullptr, {});
  early = c.term ("ec-2019", "2020-10-12/2024-11-30", {});
  row = eup_store_row_in (c.store (), number_of (c.store (), "a"), EUP_TABLE_COMMISSIONER);

  EXPECT_EQ (eup_terms_latest (c.store (), row), EUP_NO_ROW);
  c.terms ("a", { late, early });
  EXPECT_EQ (eup_terms_latest (c.store (), row), late);
  eup_store_set (c.store (), number_of (c.store (), "ec-2024"), EUP_MANDATE_PERIOD, 0);
  EXPECT_EQ (eup_terms_latest (c.store (), row), early);
  EXPECT_EQ (eup_term_period (c.store (), late), nullptr);
}

} // namespace
