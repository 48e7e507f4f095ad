// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include <eupolicy.h>

#include "query/language/eup-query-tree.h"
#include "store/eup-store.h"
}

// The slow and obvious reading of a catalog: entities as plain structures that refer to each other by id, and queries
// that are answered by looking at each of them. Nothing of the planner, the filters or the indexes is used here.

using Strings = std::vector<std::string>;
using Text = std::vector<std::pair<std::string, std::string>>;

struct Term
{
  std::string mandate;
  bool has_period = false;
  guint32 first = 0, last = 0, start = 0;
  Strings priorities;
  Text role, portfolio;
};

struct Entity
{
  EupTableKind type;
  std::string id;
  Text title, short_title, summary, notes, purpose;
  std::vector<Text> other_titles;
  Strings references, topics, in_charge, objectives, priorities, leads, fulfils, replaces, amends;
  std::string mandate, priority, parent, subject, refines, broader, president, given_name, family_name, country;
  guint figures = 0, links = 0, sources = 0, confidence = 0, instrument = 0, stated_status = 0, kind = 0, actor = 0,
        stated_state = 0, position = 0;
  guint32 date = 0, status_since = 0, rescheduled_on = 0;
  std::string rescheduled_to, rescheduled_by;
  bool has_period = false;
  guint32 first = 0, last = 0, start = 0;
  std::vector<Term> terms;
};

inline bool
contains (const Strings &strings, const std::string &string)
{
  return std::find (strings.begin (), strings.end (), string) != strings.end ();
}

class Reference
{
public:
  explicit Reference (EupStore *store, guint32 day);

  Strings answer (const EupQuerySpec *spec, bool with_limit = true) const;
  std::map<std::string, guint64> counts (const EupQuerySpec *spec, const std::string &field) const;
  bool matches (const EupQueryNode *node, const Entity &entity) const;

  struct Outcome
  {
    guint status = EUP_STATUS_UNKNOWN, verdict = EUP_VERDICT_UNKNOWN;
    guint32 date = 0;
  };

  // What is derived, for tests that look at it directly.
  guint state (const Entity &milestone) const;
  const Outcome &outcome (const Entity &initiative) const;
  const Entity *original (const Entity &milestone) const;
  int slippage (const Entity &entity) const;
  const Entity *next_milestone (const Entity &initiative) const;
  guint32 latest_date (const Entity &initiative) const;
  bool is (guint flag, const Entity &entity) const;

  using Ids = std::set<std::string>;

  const std::map<std::string, Entity> &entities () const { return entities_; }
  const Entity *find (const std::string &id) const;
  const Entity *find (const std::string &id, EupTableKind type) const;
  bool is_refined (const std::string &id) const { return refined_.count (id) > 0; }
  Ids relation (guint field, const Entity &entity) const;
  std::vector<const Entity *> timeline (const Entity &entity) const;
  bool classified (const Entity &entity, const std::string &topic) const;

private:
  std::vector<const Entity *> milestones (const std::string &subject) const;
  static bool delivered (guint status, guint instrument);
  static bool open (guint status, guint instrument);
  std::string moved_to (const Entity &milestone) const;
  bool is_plan (const Entity &milestone) const;
  bool first_mandate (const Entity &entity, guint32 *day, guint32 *start) const;
  guint32 known_from (const Entity &milestone) const;
  const std::set<std::string> &reach (const std::string &id) const;
  Outcome find_outcome (const Entity &initiative) const;
  guint status (const Entity &initiative) const;
  guint32 date (const Entity &entity) const;
  Ids leads (const Entity &entity) const;
  Ids named_topics (const Entity &entity) const;
  Ids broader_topics (const std::string &id) const;
  Ids topics (const Entity &entity) const;
  Ids mandates (const Entity &entity) const;
  Ids priorities (const Entity &entity) const;
  Ids objectives (const Entity &entity) const;
  Ids initiatives (const Entity &entity) const;
  std::set<std::string> countries (const Entity &entity) const;
  std::set<guint> enums (guint field, const Entity &entity) const;
  std::set<std::string> references (const Entity &entity, bool stated) const;
  bool date_within (const Entity &entity, guint32 first, guint32 last) const;
  bool has (const std::string &property, const char *language, const Entity &entity) const;
  bool beneath (const Entity &entity, const Ids &roots) const;
  bool integer (guint field, const Entity &entity, gint64 *value) const;
  Ids meant (const EupQueryNode *node) const;
  bool term_matches (const EupQueryNode *node, const Entity &entity) const;
  bool words_match (const EupQueryNode *node, const Entity &entity) const;
  Strings texts (const Entity &entity) const;
  std::string full_title (const Entity &entity) const;
  int compare (const EupQuerySpec *spec, const Entity &a, const Entity &b) const;

  std::map<std::string, Entity> entities_;
  std::multimap<std::string, const Entity *> by_subject_;
  std::set<std::string> refined_;
  std::multimap<std::string, const Entity *> moved_, parts_, fulfilled_by_;
  mutable std::map<std::string, std::set<std::string>> reach_;
  mutable std::map<std::string, Outcome> outcomes_;
  mutable guint32 day_;
  guint32 own_day_;
};

// A random catalog, and random queries about it.
void fill_store (EupStore *store, std::mt19937 &random, guint n_initiatives);
void edit_store (EupStore *store, std::mt19937 &random);
std::string random_query (std::mt19937 &random, guint n_initiatives, bool with_words);
