// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "reference-catalogue.h"

#include <algorithm>

extern "C" {
#include "query/eup-query-properties.h"
#include "values/eup-date-cell.h"
#include "values/eup-enum-names.h"
#include "values/eup-fold.h"
#include "values/eup-reference-grammar.h"
}

namespace
{

using Strings = std::vector<std::string>;

std::string
string_of (const EupStore *store, guint32 ref)
{
  return ref == 0 ? "" : eup_store_string (store, ref);
}

std::string
id_of (const EupStore *store, guint32 number)
{
  return number == 0 ? "" : eup_store_id (store, number);
}

Text
text_of (const EupStore *store, guint32 cell)
{
  Text text;

  for (guint i = 0; i < eup_store_text_size (store, cell); i++)
    {
      const char *language;
      std::string string = eup_store_text_nth (store, cell, i, &language);

      text.push_back ({ language, string });
    }
  return text;
}

std::vector<guint32>
list_of (const EupStore *store, guint32 cell)
{
  guint n;
  const guint32 *items = eup_store_list (store, cell, &n);

  return std::vector<guint32> (items, items + n);
}

Strings
ids_of (const EupStore *store, guint32 cell)
{
  Strings ids;

  for (guint32 number : list_of (store, cell))
    ids.push_back (id_of (store, number));
  return ids;
}

guint
known (guint cell)
{
  return cell == EUP_ENUM_KEPT ? 0 : cell;
}

template <typename T>
void
take_period (const EupStore *store, guint32 cell, T &target)
{
  std::vector<guint32> cells = list_of (store, cell);

  if (cells.size () != 3 || (cells[0] == 0 && cells[1] == 0 && cells[2] == 0))
    return;
  target.has_period = true;
  target.start = cells[0];
  target.first = cells[0] == 0 ? 0 : eup_date_cell_first_day (cells[0]);
  target.last = cells[1] == 0 ? G_MAXUINT32 : eup_date_cell_last_day (cells[1]);
}

std::string
fold (const std::string &text)
{
  g_autofree char *folded = eup_fold_dup (text.c_str (), -1);

  return folded;
}

Strings
words_of (const std::string &text)
{
  Strings words;
  std::string word;

  for (char c : fold (text) + " ")
    {
      if (g_ascii_isalnum (c))
        word += c;
      else if (!word.empty ())
        {
          words.push_back (word);
          word.clear ();
        }
    }
  return words;
}

std::string
normalised (const std::string &reference)
{
  g_autoptr (GString) text = g_string_new (nullptr);

  eup_reference_recognise (reference.c_str (), reference.size (), text, nullptr);
  return text->len == 0 ? reference : text->str;
}

std::string
without_spelling (guint32 date)
{
  char buffer[EUP_DATE_CELL_PRINT_MAX];

  return std::string (buffer, eup_date_cell_print (date, buffer));
}

void
take_type (const EupStore *store, guint32 row, Entity &e)
{
  auto get = [&] (guint field) { return eup_store_get (store, e.type, row, field); };

  switch (e.type)
    {
    case EUP_TABLE_MANDATE:
      take_period (store, get (EUP_MANDATE_PERIOD), e);
      e.president = id_of (store, get (EUP_MANDATE_PRESIDENT));
      break;
    case EUP_TABLE_PRIORITY:
      e.mandate = id_of (store, get (EUP_PRIORITY_MANDATE));
      e.position = get (EUP_PRIORITY_POSITION);
      e.in_charge = ids_of (store, get (EUP_PRIORITY_IN_CHARGE));
      break;
    case EUP_TABLE_OBJECTIVE:
      e.priority = id_of (store, get (EUP_OBJECTIVE_PRIORITY));
      e.position = get (EUP_OBJECTIVE_POSITION);
      e.purpose = text_of (store, get (EUP_OBJECTIVE_PURPOSE));
      break;
    case EUP_TABLE_INITIATIVE:
      e.objectives = ids_of (store, get (EUP_INITIATIVE_OBJECTIVES));
      e.priorities = ids_of (store, get (EUP_INITIATIVE_PRIORITIES));
      e.instrument = known (get (EUP_INITIATIVE_INSTRUMENT));
      e.stated_status = known (get (EUP_INITIATIVE_STATUS));
      e.leads = ids_of (store, get (EUP_INITIATIVE_LEADS));
      e.parent = id_of (store, get (EUP_INITIATIVE_PARENT));
      e.fulfils = ids_of (store, get (EUP_INITIATIVE_FULFILS));
      e.replaces = ids_of (store, get (EUP_INITIATIVE_REPLACES));
      e.amends = ids_of (store, get (EUP_INITIATIVE_AMENDS));
      break;
    case EUP_TABLE_MILESTONE:
      e.subject = id_of (store, get (EUP_MILESTONE_SUBJECT));
      e.date = get (EUP_MILESTONE_DATE);
      e.kind = known (get (EUP_MILESTONE_KIND));
      e.actor = known (get (EUP_MILESTONE_ACTOR));
      e.stated_state = known (get (EUP_MILESTONE_STATE));
      e.refines = id_of (store, get (EUP_MILESTONE_REFINES));
      break;
    case EUP_TABLE_COMMISSIONER:
      e.given_name = string_of (store, get (EUP_COMMISSIONER_GIVEN_NAME));
      e.family_name = string_of (store, get (EUP_COMMISSIONER_FAMILY_NAME));
      e.country = string_of (store, get (EUP_COMMISSIONER_COUNTRY));
      for (guint32 r : list_of (store, get (EUP_COMMISSIONER_TERMS)))
        {
          Term term;

          term.mandate = id_of (store, eup_store_get (store, EUP_TABLE_TERM, r, EUP_TERM_MANDATE));
          term.priorities = ids_of (store, eup_store_get (store, EUP_TABLE_TERM, r, EUP_TERM_PRIORITIES));
          term.role = text_of (store, eup_store_get (store, EUP_TABLE_TERM, r, EUP_TERM_ROLE));
          take_period (store, eup_store_get (store, EUP_TABLE_TERM, r, EUP_TERM_PERIOD), term);
          e.terms.push_back (term);
        }
      break;
    default:
      e.broader = id_of (store, get (EUP_TOPIC_BROADER));
      break;
    }
}

Entity
take_entity (const EupStore *store, EupTableKind type, guint32 row)
{
  Entity e;
  auto get = [&] (guint field) { return eup_store_get (store, type, row, field); };

  e.type = type;
  e.id = id_of (store, eup_store_number_of (store, type, row));
  e.title = text_of (store, get (EUP_FIELD_TITLE));
  e.short_title = text_of (store, get (EUP_FIELD_SHORT_TITLE));
  for (guint32 r : list_of (store, get (EUP_FIELD_OTHER_TITLES)))
    e.other_titles.push_back (text_of (store, eup_store_get (store, EUP_TABLE_TITLE, r, EUP_TITLE_TEXT)));
  e.summary = text_of (store, get (EUP_FIELD_SUMMARY));
  e.notes = text_of (store, get (EUP_FIELD_NOTES));
  for (guint32 ref : list_of (store, get (EUP_FIELD_REFERENCES)))
    e.references.push_back (string_of (store, ref));
  e.topics = ids_of (store, get (EUP_FIELD_TOPICS));
  e.figures = list_of (store, get (EUP_FIELD_FIGURES)).size ();
  e.confidence = known (get (EUP_FIELD_CONFIDENCE));
  take_type (store, row, e);
  return e;
}

bool
contains (const Strings &strings, const std::string &string)
{
  return std::find (strings.begin (), strings.end (), string) != strings.end ();
}

bool
meets (const std::set<std::string> &a, const std::set<std::string> &b)
{
  return std::any_of (a.begin (), a.end (), [&] (const std::string &s) { return b.count (s) > 0; });
}

bool
inside (guint32 date, guint32 first, guint32 last)
{
  return date != 0 && eup_date_cell_first_day (date) >= first && eup_date_cell_last_day (date) <= last;
}

} // namespace

Reference::Reference (EupStore *store, guint32 day)
  : day_ (day), own_day_ (day)
{
  for (guint type = 0; type < EUP_N_ENTITY_TABLES; type++)
    for (guint32 row = 0; row < eup_store_n_rows (store, (EupTableKind) type); row++)
      if (eup_store_is_alive (store, (EupTableKind) type, row))
        {
          Entity e = take_entity (store, (EupTableKind) type, row);

          entities_[e.id] = e;
        }
  for (auto &[id, e] : entities_)
    if (e.type == EUP_TABLE_MILESTONE)
      {
        by_subject_.insert ({ e.subject, &e });
        if (!e.refines.empty ())
          refined_.insert (e.refines);
      }
}

const Entity *
Reference::find (const std::string &id) const
{
  auto found = entities_.find (id);

  return found == entities_.end () ? nullptr : &found->second;
}

const Entity *
Reference::find (const std::string &id, EupTableKind type) const
{
  const Entity *e = find (id);

  return e != nullptr && e->type == type ? e : nullptr;
}

std::vector<const Entity *>
Reference::milestones (const std::string &subject) const
{
  std::vector<const Entity *> found;
  auto range = by_subject_.equal_range (subject);

  for (auto i = range.first; i != range.second; ++i)
    if (refined_.count (i->second->id) == 0)
      found.push_back (i->second);
  return found;
}

guint
Reference::state (const Entity &m) const
{
  if (m.stated_state != EUP_MILESTONE_STATE_UNKNOWN)
    return m.stated_state;
  if (m.date == 0)
    return EUP_MILESTONE_STATE_UNKNOWN;
  if (eup_date_cell_last_day (m.date) > day_)
    return EUP_MILESTONE_STATE_EXPECTED;
  return m.kind == EUP_MILESTONE_KIND_TARGET ? EUP_MILESTONE_STATE_UNKNOWN : EUP_MILESTONE_STATE_REACHED;
}

static int
stage (const Entity &m)
{
  switch (m.kind)
    {
    case EUP_MILESTONE_KIND_ANNOUNCED:
    case EUP_MILESTONE_KIND_CONSULTATION:
      return 1;
    case EUP_MILESTONE_KIND_LAUNCHED:
      return 2;
    case EUP_MILESTONE_KIND_PROPOSED:
      return 3;
    case EUP_MILESTONE_KIND_POSITION:
      return 4;
    case EUP_MILESTONE_KIND_AGREED:
      return 5;
    case EUP_MILESTONE_KIND_ADOPTED:
      return m.actor == EUP_ACTOR_PARLIAMENT ? 4 : 6;
    case EUP_MILESTONE_KIND_SIGNED:
    case EUP_MILESTONE_KIND_PUBLISHED:
      return 6;
    case EUP_MILESTONE_KIND_IN_FORCE:
    case EUP_MILESTONE_KIND_PARTLY_APPLIED:
      return 7;
    case EUP_MILESTONE_KIND_APPLIED:
      return 8;
    case EUP_MILESTONE_KIND_WITHDRAWN:
      return 9;
    case EUP_MILESTONE_KIND_EXPIRED:
      return 10;
    default:
      return 0;
    }
}

static bool
is_act (guint instrument)
{
  return instrument == EUP_INSTRUMENT_REGULATION || instrument == EUP_INSTRUMENT_DIRECTIVE
         || instrument == EUP_INSTRUMENT_DECISION || instrument == EUP_INSTRUMENT_ACT;
}

guint
Reference::status (const Entity &i) const
{
  static const guint statuses[] = { EUP_STATUS_UNKNOWN, EUP_STATUS_ANNOUNCED, EUP_STATUS_ONGOING, EUP_STATUS_PROPOSED,
                                    EUP_STATUS_NEGOTIATING, EUP_STATUS_AGREED, EUP_STATUS_ADOPTED, EUP_STATUS_IN_FORCE,
                                    EUP_STATUS_APPLIED, EUP_STATUS_WITHDRAWN, EUP_STATUS_EXPIRED };
  int furthest = 0;
  bool expects = false;

  if (i.stated_status != EUP_STATUS_UNKNOWN)
    return i.stated_status;
  for (const Entity *m : milestones (i.id))
    {
      if (state (*m) == EUP_MILESTONE_STATE_REACHED)
        furthest = std::max (furthest, stage (*m));
      expects |= state (*m) == EUP_MILESTONE_STATE_EXPECTED;
    }
  if (furthest == 0)
    return expects ? EUP_STATUS_ANNOUNCED : EUP_STATUS_UNKNOWN;
  if ((furthest == 7 || furthest == 8) && i.instrument != EUP_INSTRUMENT_UNKNOWN && !is_act (i.instrument))
    furthest = 6;
  return statuses[furthest];
}

guint32
Reference::latest_date (const Entity &i) const
{
  guint32 latest = 0;

  for (const Entity *m : milestones (i.id))
    if (state (*m) == EUP_MILESTONE_STATE_REACHED && eup_date_cell_compare (m->date, latest) > 0)
      latest = m->date;
  return latest & ~7u;
}

guint32
Reference::date (const Entity &e) const
{
  const Entity *up;
  guint32 latest = 0;

  switch (e.type)
    {
    case EUP_TABLE_MANDATE:
      return e.has_period ? e.start & ~7u : 0;
    case EUP_TABLE_PRIORITY:
      up = find (e.mandate, EUP_TABLE_MANDATE);
      return up == nullptr ? 0 : date (*up);
    case EUP_TABLE_OBJECTIVE:
      up = find (e.priority, EUP_TABLE_PRIORITY);
      return up == nullptr ? 0 : date (*up);
    case EUP_TABLE_INITIATIVE:
      return latest_date (e);
    case EUP_TABLE_MILESTONE:
      return e.date & ~7u;
    case EUP_TABLE_COMMISSIONER:
      for (const Term &t : e.terms)
        latest = std::max (latest, t.has_period ? t.start & ~7u : 0);
      return latest;
    default:
      return 0;
    }
}

Reference::Ids
Reference::leads (const Entity &e) const
{
  Ids found;
  const Entity *up;

  switch (e.type)
    {
    case EUP_TABLE_PRIORITY:
      found.insert (e.in_charge.begin (), e.in_charge.end ());
      if (found.empty ())
        for (auto &[id, c] : entities_)
          for (const Term &t : c.terms)
            if (contains (t.priorities, e.id))
              found.insert (id);
      return found;
    case EUP_TABLE_OBJECTIVE:
      up = find (e.priority, EUP_TABLE_PRIORITY);
      return up == nullptr ? found : leads (*up);
    case EUP_TABLE_INITIATIVE:
      {
        std::set<std::string> seen;

        for (up = &e; up != nullptr && seen.insert (up->id).second; up = find (up->parent, EUP_TABLE_INITIATIVE))
          if (!up->leads.empty ())
            return Ids (up->leads.begin (), up->leads.end ());
        return found;
      }
    case EUP_TABLE_MILESTONE:
      up = find (e.subject);
      return up == nullptr || up->type == EUP_TABLE_MILESTONE ? found : leads (*up);
    case EUP_TABLE_COMMISSIONER:
      return { e.id };
    default:
      return found;
    }
}

Reference::Ids
Reference::topics (const Entity &e) const
{
  Ids found (e.topics.begin (), e.topics.end ());
  const Entity *up;

  if (e.type == EUP_TABLE_MANDATE)
    return {};
  if (e.type == EUP_TABLE_TOPIC)
    {
      found.clear ();
      for (std::string id = e.id; !id.empty () && found.insert (id).second; )
        {
          up = find (id, EUP_TABLE_TOPIC);
          id = up == nullptr ? "" : up->broader;
        }
      return found;
    }
  if (e.type == EUP_TABLE_MILESTONE && (up = find (e.subject)) != nullptr && up->type != EUP_TABLE_MILESTONE)
    found.merge (topics (*up));
  return found;
}

Reference::Ids
Reference::priorities (const Entity &e) const
{
  Ids found;
  const Entity *up;

  switch (e.type)
    {
    case EUP_TABLE_PRIORITY:
      return { e.id };
    case EUP_TABLE_OBJECTIVE:
      found = { e.priority };
      break;
    case EUP_TABLE_INITIATIVE:
      found.insert (e.priorities.begin (), e.priorities.end ());
      for (const std::string &id : e.objectives)
        if ((up = find (id, EUP_TABLE_OBJECTIVE)) != nullptr)
          found.insert (up->priority);
      break;
    case EUP_TABLE_MILESTONE:
      up = find (e.subject);
      return up == nullptr || up->type >= EUP_TABLE_MILESTONE ? found : priorities (*up);
    case EUP_TABLE_COMMISSIONER:
      for (const Term &t : e.terms)
        found.insert (t.priorities.begin (), t.priorities.end ());
      break;
    default:
      break;
    }
  found.erase ("");
  return found;
}

Reference::Ids
Reference::mandates (const Entity &e) const
{
  Ids found;
  const Entity *up;

  switch (e.type)
    {
    case EUP_TABLE_MANDATE:
      return { e.id };
    case EUP_TABLE_PRIORITY:
      found = { e.mandate };
      break;
    case EUP_TABLE_MILESTONE:
      up = find (e.subject);
      return up == nullptr || up->type >= EUP_TABLE_MILESTONE ? found : mandates (*up);
    case EUP_TABLE_COMMISSIONER:
      for (const Term &t : e.terms)
        found.insert (t.mandate);
      break;
    default:
      for (const std::string &id : priorities (e))
        if ((up = find (id, EUP_TABLE_PRIORITY)) != nullptr)
          found.insert (up->mandate);
      break;
    }
  found.erase ("");
  return found;
}

Reference::Ids
Reference::objectives (const Entity &e) const
{
  Ids found;
  const Entity *up;

  switch (e.type)
    {
    case EUP_TABLE_OBJECTIVE:
      return { e.id };
    case EUP_TABLE_INITIATIVE:
      return Ids (e.objectives.begin (), e.objectives.end ());
    case EUP_TABLE_MILESTONE:
      up = find (e.subject);
      return up == nullptr || up->type >= EUP_TABLE_MILESTONE ? found : objectives (*up);
    case EUP_TABLE_COMMISSIONER:
      for (auto &[id, i] : entities_)
        if (contains (i.leads, e.id))
          found.insert (i.objectives.begin (), i.objectives.end ());
      return found;
    default:
      return found;
    }
}

Reference::Ids
Reference::initiatives (const Entity &e) const
{
  Ids found;
  const Entity *up;

  switch (e.type)
    {
    case EUP_TABLE_INITIATIVE:
      return { e.id };
    case EUP_TABLE_MILESTONE:
      up = find (e.subject);
      return up == nullptr || up->type >= EUP_TABLE_MILESTONE ? found : initiatives (*up);
    case EUP_TABLE_COMMISSIONER:
      for (auto &[id, i] : entities_)
        if (contains (i.leads, e.id))
          found.insert (id);
      return found;
    default:
      return found;
    }
}

Reference::Ids
Reference::relation (guint field, const Entity &e) const
{
  switch (field)
    {
    case EUP_QUERY_FIELD_LEAD:
      return leads (e);
    case EUP_QUERY_FIELD_TOPIC:
      return topics (e);
    case EUP_QUERY_FIELD_MANDATE:
      return mandates (e);
    case EUP_QUERY_FIELD_PRIORITY:
      return priorities (e);
    case EUP_QUERY_FIELD_OBJECTIVE:
      return objectives (e);
    default:
      return initiatives (e);
    }
}

std::set<std::string>
Reference::countries (const Entity &e) const
{
  std::set<std::string> found;

  if (e.type == EUP_TABLE_PRIORITY || e.type == EUP_TABLE_OBJECTIVE)
    return found;
  for (const std::string &id : leads (e))
    {
      const Entity *c = find (id, EUP_TABLE_COMMISSIONER);

      if (c != nullptr && !c->country.empty ())
        found.insert (c->country);
    }
  return found;
}

std::set<guint>
Reference::enums (guint field, const Entity &e) const
{
  const Entity *i = e.type == EUP_TABLE_INITIATIVE ? &e
                    : e.type == EUP_TABLE_MILESTONE ? find (e.subject, EUP_TABLE_INITIATIVE) : nullptr;
  std::vector<const Entity *> all;
  std::set<guint> found;

  switch (field)
    {
    case EUP_QUERY_FIELD_TYPE:
      return { (guint) e.type };
    case EUP_QUERY_FIELD_CONFIDENCE:
      return { e.confidence };
    case EUP_QUERY_FIELD_STATUS:
      return i == nullptr ? found : std::set<guint> { status (*i) };
    case EUP_QUERY_FIELD_INSTRUMENT:
      return i == nullptr ? found : std::set<guint> { i->instrument };
    case EUP_QUERY_FIELD_LEGISLATIVE:
      return i == nullptr ? found : std::set<guint> { (guint) is_act (i->instrument) };
    default:
      if (e.type == EUP_TABLE_MILESTONE)
        all = { &e };
      else if (e.type == EUP_TABLE_INITIATIVE)
        all = milestones (e.id);
      for (const Entity *m : all)
        found.insert (field == EUP_QUERY_FIELD_KIND ? m->kind : field == EUP_QUERY_FIELD_ACTOR ? m->actor : state (*m));
      return found;
    }
}

std::set<std::string>
Reference::references (const Entity &e, bool stated) const
{
  std::set<std::string> found;
  std::vector<const Entity *> bearers = { &e };
  const Entity *up;

  if (e.type == EUP_TABLE_MANDATE)
    return found;
  if (e.type == EUP_TABLE_MILESTONE && (up = find (e.subject)) != nullptr && up->type != EUP_TABLE_MANDATE
      && up->type != EUP_TABLE_MILESTONE)
    bearers.push_back (up);
  if (e.type == EUP_TABLE_TOPIC)
    for (const std::string &id : topics (e))
      if ((up = find (id)) != nullptr)
        bearers.push_back (up);
  for (const Entity *b : bearers)
    for (const std::string &reference : b->references)
      {
        found.insert (normalised (reference));
        if (stated)
          found.insert (reference);
      }
  return found;
}

bool
Reference::date_within (const Entity &e, guint32 first, guint32 last) const
{
  const Entity *up;

  switch (e.type)
    {
    case EUP_TABLE_MANDATE:
      return e.has_period && e.first <= last && e.last >= first;
    case EUP_TABLE_PRIORITY:
      up = find (e.mandate, EUP_TABLE_MANDATE);
      return up != nullptr && date_within (*up, first, last);
    case EUP_TABLE_OBJECTIVE:
      up = find (e.priority, EUP_TABLE_PRIORITY);
      return up != nullptr && date_within (*up, first, last);
    case EUP_TABLE_INITIATIVE:
      for (const Entity *m : milestones (e.id))
        if (inside (m->date, first, last))
          return true;
      return false;
    case EUP_TABLE_MILESTONE:
      return inside (e.date, first, last);
    case EUP_TABLE_COMMISSIONER:
      for (const Term &t : e.terms)
        if (t.has_period && t.first <= last && t.last >= first)
          return true;
      return false;
    default:
      return false;
    }
}

bool
Reference::is (guint flag, const Entity &e) const
{
  guint s;

  if (flag == EUP_QUERY_FLAG_OVERDUE || flag == EUP_QUERY_FLAG_UPCOMING)
    {
      if (e.type == EUP_TABLE_INITIATIVE)
        {
          for (const Entity *m : milestones (e.id))
            if (is (flag, *m))
              return true;
          return false;
        }
      if (e.type != EUP_TABLE_MILESTONE || e.date == 0)
        return false;
      if (flag == EUP_QUERY_FLAG_UPCOMING)
        return eup_date_cell_first_day (e.date) > day_;
      return eup_date_cell_last_day (e.date) < day_ && state (e) != EUP_MILESTONE_STATE_REACHED;
    }
  if (e.type != EUP_TABLE_INITIATIVE)
    return false;
  s = status (e);
  if (flag == EUP_QUERY_FLAG_OPEN)
    return s == EUP_STATUS_ANNOUNCED || s == EUP_STATUS_PROPOSED || s == EUP_STATUS_NEGOTIATING || s == EUP_STATUS_AGREED
           || s == EUP_STATUS_ONGOING || s == EUP_STATUS_ON_HOLD || (s == EUP_STATUS_ADOPTED && is_act (e.instrument));
  if (flag == EUP_QUERY_FLAG_DELIVERED)
    return (s == EUP_STATUS_ADOPTED && !is_act (e.instrument)) || s == EUP_STATUS_IN_FORCE || s == EUP_STATUS_APPLIED
           || s == EUP_STATUS_COMPLETED;
  return s == EUP_STATUS_WITHDRAWN || s == EUP_STATUS_EXPIRED;
}

static bool
text_has (const Text &text, const char *language)
{
  for (auto &[tag, string] : text)
    if (language == nullptr || g_ascii_strcasecmp (tag.c_str (), language) == 0)
      return true;
  return false;
}

// The properties that random queries ask for.
bool
Reference::has (const std::string &p, const char *language, const Entity &e) const
{
  auto any = [&] (auto test) {
    for (auto &[id, other] : entities_)
      if (test (other))
        return true;
    return false;
  };

  if (p == "title")
    return text_has (e.title, language)
           || (e.type == EUP_TABLE_COMMISSIONER && language == nullptr && !(e.given_name + e.family_name).empty ());
  if (p == "summary")
    return text_has (e.summary, language);
  if (language != nullptr)
    return false;
  if (p == "figures")
    return e.figures > 0;
  if (p == "references")
    return !e.references.empty ();
  if (p == "topics")
    return !e.topics.empty ();
  if (p == "date")
    return e.type == EUP_TABLE_MILESTONE ? e.date != 0 : e.type == EUP_TABLE_INITIATIVE && latest_date (e) != 0;
  if (p == "leads")
    return !e.leads.empty ();
  if (p == "status")
    return e.type == EUP_TABLE_INITIATIVE && status (e) != EUP_STATUS_UNKNOWN;
  if (p == "parent")
    return !e.parent.empty ();
  if (p == "parts")
    return e.type == EUP_TABLE_INITIATIVE && any ([&] (const Entity &o) { return o.parent == e.id; });
  if (p == "milestones")
    {
      if (e.type == EUP_TABLE_INITIATIVE)
        return !milestones (e.id).empty ();
      if (e.type != EUP_TABLE_PRIORITY)
        return false;
      return any ([&] (const Entity &o) {
        return (o.type == EUP_TABLE_PRIORITY || o.type == EUP_TABLE_OBJECTIVE || o.type == EUP_TABLE_INITIATIVE)
               && priorities (o).count (e.id) > 0 && !milestones (o.id).empty ();
      });
    }
  if (p == "priorities")
    {
      if (e.type == EUP_TABLE_MANDATE)
        return any ([&] (const Entity &o) { return o.type == EUP_TABLE_PRIORITY && o.mandate == e.id; });
      if (e.type == EUP_TABLE_INITIATIVE || e.type == EUP_TABLE_COMMISSIONER)
        for (const std::string &id : priorities (e))
          if (find (id) != nullptr)
            return true;
      return false;
    }
  if (p == "children")
    return any ([&] (const Entity &o) {
      return (e.type == EUP_TABLE_MANDATE && o.type == EUP_TABLE_PRIORITY && o.mandate == e.id)
             || (e.type == EUP_TABLE_PRIORITY && o.type == EUP_TABLE_OBJECTIVE && o.priority == e.id)
             || (e.type == EUP_TABLE_OBJECTIVE && contains (o.objectives, e.id))
             || (e.type == EUP_TABLE_INITIATIVE && o.type == EUP_TABLE_MILESTONE && o.subject == e.id
                 && refined_.count (o.id) == 0);
    });
  if (p == "entities")
    return e.type == EUP_TABLE_TOPIC && any ([&] (const Entity &o) { return contains (o.topics, e.id); });
  g_error ("The reference does not know the property %s", p.c_str ());
  return false;
}

bool
Reference::beneath (const Entity &e, const Ids &roots) const
{
  // All that stand above it, however far.
  Ids above, open = { e.id };

  while (!open.empty ())
    {
      std::string id = *open.begin ();
      const Entity *at = find (id);
      Strings next;

      open.erase (open.begin ());
      if (at == nullptr)
        continue;
      for (const Strings &list : { at->objectives, at->priorities, at->fulfils, at->leads, at->topics })
        next.insert (next.end (), list.begin (), list.end ());
      for (const std::string &up : { at->mandate, at->priority, at->parent, at->subject, at->broader })
        next.push_back (up);
      for (const std::string &up : next)
        if (!up.empty () && above.insert (up).second)
          open.insert (up);
    }
  for (const std::string &root : roots)
    if (root != e.id && above.count (root) > 0)
      return true;
  return false;
}

std::string
Reference::full_title (const Entity &e) const
{
  if (!e.title.empty () || e.type != EUP_TABLE_COMMISSIONER)
    {
      for (auto &[tag, string] : e.title)
        if (tag == "en")
          return string;
      return e.title.empty () ? "" : e.title[0].second;
    }
  return e.given_name.empty () || e.family_name.empty () ? e.given_name + e.family_name : e.given_name + " " + e.family_name;
}

static Strings
titles_of (const Entity &e)
{
  Strings titles;

  for (auto &[tag, string] : e.title)
    titles.push_back (fold (string));
  for (auto &[tag, string] : e.short_title)
    titles.push_back (fold (string));
  for (const Text &text : e.other_titles)
    for (auto &[tag, string] : text)
      titles.push_back (fold (string));
  if (e.type == EUP_TABLE_COMMISSIONER)
    {
      if (!e.family_name.empty ())
        titles.push_back (fold (e.family_name));
      if (e.given_name.empty () != e.family_name.empty ())
        titles.push_back (fold (e.given_name + e.family_name));
      else if (!e.given_name.empty ())
        titles.push_back (fold (e.given_name + " " + e.family_name));
    }
  return titles;
}

Strings
Reference::texts (const Entity &e) const
{
  Strings texts = e.references;

  for (const Text *text : { &e.title, &e.short_title, &e.summary, &e.notes })
    for (auto &[tag, string] : *text)
      texts.push_back (string);
  for (const Text &text : e.other_titles)
    for (auto &[tag, string] : text)
      texts.push_back (string);
  texts.push_back (e.given_name);
  texts.push_back (e.family_name);
  texts.push_back (e.id);
  return texts;
}

Reference::Ids
Reference::meant (const EupQueryNode *node) const
{
  static const std::map<guint, EupTableKind> types = {
    { EUP_QUERY_FIELD_LEAD, EUP_TABLE_COMMISSIONER }, { EUP_QUERY_FIELD_TOPIC, EUP_TABLE_TOPIC },
    { EUP_QUERY_FIELD_MANDATE, EUP_TABLE_MANDATE }, { EUP_QUERY_FIELD_PRIORITY, EUP_TABLE_PRIORITY },
    { EUP_QUERY_FIELD_OBJECTIVE, EUP_TABLE_OBJECTIVE }, { EUP_QUERY_FIELD_INITIATIVE, EUP_TABLE_INITIATIVE },
  };
  Ids found;

  for (guint i = 0; i < node->n; i++)
    {
      found.insert (node->values[i].string);
      if (find (node->values[i].string) != nullptr)
        continue;
      for (auto &[id, e] : entities_)
        if ((types.count (node->field) ? types.at (node->field) == e.type : e.type != EUP_TABLE_MILESTONE)
            && contains (titles_of (e), node->values[i].folded))
          found.insert (id);
    }
  return found;
}

bool
Reference::term_matches (const EupQueryNode *node, const Entity &e) const
{
  Strings strings;

  switch (node->field)
    {
    case EUP_QUERY_FIELD_LEAD:
    case EUP_QUERY_FIELD_TOPIC:
    case EUP_QUERY_FIELD_MANDATE:
    case EUP_QUERY_FIELD_PRIORITY:
    case EUP_QUERY_FIELD_OBJECTIVE:
    case EUP_QUERY_FIELD_INITIATIVE:
      return meets (relation (node->field, e), meant (node));
    case EUP_QUERY_FIELD_IN:
      return beneath (e, meant (node));
    default:
      break;
    }

  for (guint i = 0; i < node->n; i++)
    {
      const EupQueryValue &v = node->values[i];
      bool part = node->op == EUP_OPERATOR_CONTAINS;
      guint32 first = v.low == 0 ? 0 : eup_date_cell_first_day (v.low);
      guint32 last = v.high == 0 ? G_MAXUINT32 : eup_date_cell_last_day (v.high);
      bool fits = false;

      switch (node->field)
        {
        case EUP_QUERY_FIELD_ID:
          fits = part ? fold (e.id).find (v.folded) != std::string::npos : e.id == v.string;
          break;
        case EUP_QUERY_FIELD_TITLE:
        case EUP_QUERY_FIELD_TEXT:
          strings = node->field == EUP_QUERY_FIELD_TITLE ? titles_of (e) : texts (e);
          for (const std::string &s : strings)
            fits |= part ? fold (s).find (v.folded) != std::string::npos : s == v.folded;
          break;
        case EUP_QUERY_FIELD_DATE:
          fits = node->op == EUP_OPERATOR_LESS ? date_within (e, 0, first - 1)
                 : node->op == EUP_OPERATOR_AT_MOST ? date_within (e, 0, last)
                 : node->op == EUP_OPERATOR_GREATER ? date_within (e, last + 1, G_MAXUINT32)
                 : node->op == EUP_OPERATOR_AT_LEAST ? date_within (e, first, G_MAXUINT32)
                                                     : date_within (e, first, last);
          break;
        case EUP_QUERY_FIELD_COUNTRY:
          fits = countries (e).count (v.string) > 0;
          break;
        case EUP_QUERY_FIELD_REF:
          for (const std::string &r : references (e, part))
            fits |= part ? fold (r).find (v.folded) != std::string::npos : r == v.string;
          break;
        case EUP_QUERY_FIELD_HAS:
          fits = has (eup_query_property (v.number)->name, v.language, e);
          break;
        case EUP_QUERY_FIELD_IS:
          fits = is (v.number, e);
          break;
        default:
          fits = enums (node->field, e).count (v.number) > 0;
          break;
        }
      if (fits)
        return true;
    }
  return false;
}

bool
Reference::words_match (const EupQueryNode *node, const Entity &e) const
{
  for (const std::string &text : texts (e))
    {
      Strings words = words_of (text);

      for (size_t at = 0; at + node->words.n_tokens <= words.size (); at++)
        {
          bool fits = true;

          for (guint i = 0; i < node->words.n_tokens && fits; i++)
            {
              std::string token = node->words.tokens[i];
              const std::string &word = words[at + i];

              fits = i + 1 == node->words.n_tokens && node->words.prefix ? word.compare (0, token.size (), token) == 0
                                                                        : word == token;
            }
          if (fits)
            return true;
        }
    }
  return false;
}

bool
Reference::matches (const EupQueryNode *node, const Entity &e) const
{
  switch (node->kind)
    {
    case EUP_QUERY_ALL:
      return true;
    case EUP_QUERY_AND:
      for (guint i = 0; i < node->n; i++)
        if (!matches (node->children[i], e))
          return false;
      return true;
    case EUP_QUERY_OR:
      for (guint i = 0; i < node->n; i++)
        if (matches (node->children[i], e))
          return true;
      return false;
    case EUP_QUERY_NOT:
      return !matches (node->children[0], e);
    case EUP_QUERY_WORDS:
      return words_match (node, e);
    default:
      return term_matches (node, e);
    }
}

int
Reference::compare (const EupQuerySpec *spec, const Entity &a, const Entity &b) const
{
  for (guint k = 0; k < spec->n_sort; k++)
    {
      guint field = spec->sort[k].field;
      int sign = spec->sort[k].descending ? -1 : 1;
      std::string x, y;
      bool has_x = true, has_y = true;
      auto number = [] (guint32 n) { char text[16]; g_snprintf (text, sizeof text, "%010u", n); return std::string (text); };
      auto least = [&] (const std::set<guint> &values) {
        for (guint v : values)
          if (v != 0 || field == EUP_QUERY_FIELD_LEGISLATIVE || field == EUP_QUERY_FIELD_TYPE)
            return number (v + 1);
        return std::string ();
      };

      if (field == EUP_QUERY_FIELD_ID)
        x = a.id, y = b.id;
      else if (field == EUP_QUERY_FIELD_TITLE)
        x = full_title (a), y = full_title (b);
      else if (field == EUP_QUERY_FIELD_DATE)
        x = date (a) == 0 ? "" : number (date (a)), y = date (b) == 0 ? "" : number (date (b));
      else if (field == EUP_QUERY_FIELD_COUNTRY)
        {
          auto ca = countries (a), cb = countries (b);

          x = ca.empty () ? "" : *ca.begin (), y = cb.empty () ? "" : *cb.begin ();
        }
      else
        x = least (enums (field, a)), y = least (enums (field, b));
      has_x = !x.empty (), has_y = !y.empty ();
      if (has_x != has_y)
        return has_x ? -1 : 1;
      if (x != y)
        return x < y ? -sign : sign;
    }
  if (spec->n_sort == 0 && a.type != b.type)
    return a.type < b.type ? -1 : 1;
  if (a.id == b.id)
    return 0;
  return (a.id < b.id ? -1 : 1) * (spec->n_sort > 0 && spec->sort[0].descending ? -1 : 1);
}

std::vector<std::string>
Reference::answer (const EupQuerySpec *spec, bool with_limit) const
{
  std::vector<const Entity *> found;
  Strings ids;

  day_ = spec->as_of != 0 ? eup_date_cell_last_day (spec->as_of) : own_day_;
  for (auto &[id, e] : entities_)
    if (matches (spec->condition, e))
      found.push_back (&e);
  std::sort (found.begin (), found.end (),
             [&] (const Entity *a, const Entity *b) { return compare (spec, *a, *b) < 0; });
  for (const Entity *e : found)
    ids.push_back (e->id);
  if (with_limit)
    {
      ids.erase (ids.begin (), ids.begin () + std::min<size_t> (spec->offset, ids.size ()));
      if (ids.size () > spec->limit)
        ids.resize (spec->limit);
    }
  return ids;
}

std::map<std::string, guint64>
Reference::counts (const EupQuerySpec *spec, const std::string &field) const
{
  std::map<std::string, guint64> counts;
  int number = eup_query_field_find (field.c_str (), field.size ());

  for (const std::string &id : answer (spec, false))
    {
      const Entity &e = *find (id);
      std::set<std::string> values;

      if (field == "year" || field == "year-month")
        {
          std::string text = without_spelling (date (e) & ~31u);
          bool quarter = text.size () == 7 && text.substr (5) > "12";

          if (text.size () >= 4 && text[3] != 'X' && text.size () != 3)
            {
              if (field == "year")
                values.insert (text.substr (0, 4));
              else if (text.size () >= 7 && !quarter)
                values.insert (text.substr (0, 7));
            }
        }
      else if (field == "country")
        values = countries (e);
      else if (eup_query_field_spec ((EupQueryField) number)->kind == EUP_QUERY_KIND_ENTITY)
        values = relation (number, e);
      else
        for (guint v : enums (number, e))
          values.insert (field == "type" ? eup_schema_table ((EupTableKind) v)->nick
                         : field == "legislative" ? (v ? "true" : "false")
                         : eup_enum_nick (eup_query_field_spec ((EupQueryField) number)->enum_type (), v));
      if (values.empty ())
        values.insert ("");
      for (const std::string &v : values)
        counts[v]++;
    }
  return counts;
}
