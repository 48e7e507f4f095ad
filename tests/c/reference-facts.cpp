// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "reference-catalog.h"

extern "C" {
#include "values/eup-date-cell.h"
#include "values/eup-enum-names.h"
#include "values/reference/eup-reference-grammar.h"
}

// What holds of an entity: states and dates that follow from others, what it is related to, what it has.

namespace
{

std::string
normalised (const std::string &reference)
{
  g_autoptr (GString) text = g_string_new (nullptr);

  eup_reference_recognise (reference.c_str (), reference.size (), text, nullptr);
  return text->len == 0 ? reference : text->str;
}

bool
inside (guint32 date, guint32 first, guint32 last)
{
  return date != 0 && eup_date_cell_first_day (date) >= first && eup_date_cell_last_day (date) <= last;
}

bool
is_act (guint instrument)
{
  return instrument == EUP_INSTRUMENT_REGULATION || instrument == EUP_INSTRUMENT_DIRECTIVE
         || instrument == EUP_INSTRUMENT_DECISION || instrument == EUP_INSTRUMENT_ACT;
}

} // namespace

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
        {
          up = t.has_period ? nullptr : find (t.mandate, EUP_TABLE_MANDATE);
          latest = std::max (latest, t.has_period ? t.start & ~7u : up == nullptr ? 0 : date (*up));
        }
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

// The topic and those that it is narrower than.
Reference::Ids
Reference::broader_topics (const std::string &topic) const
{
  Ids found;

  for (std::string id = topic; !id.empty () && found.insert (id).second; )
    {
      const Entity *up = find (id, EUP_TABLE_TOPIC);

      id = up == nullptr ? "" : up->broader;
    }
  return found;
}

Reference::Ids
Reference::named_topics (const Entity &e) const
{
  Ids found (e.topics.begin (), e.topics.end ());
  const Entity *up;

  if (e.type == EUP_TABLE_MANDATE)
    return {};
  if (e.type == EUP_TABLE_TOPIC)
    return { e.id };
  if (e.type == EUP_TABLE_MILESTONE && (up = find (e.subject)) != nullptr && up->type != EUP_TABLE_MILESTONE)
    found.merge (named_topics (*up));
  return found;
}

Reference::Ids
Reference::topics (const Entity &e) const
{
  Ids found;

  for (const std::string &id : named_topics (e))
    found.merge (broader_topics (id));
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
      for (auto &[id, p] : entities_)
        if (contains (p.in_charge, e.id))
          found.insert (id);
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
    case EUP_QUERY_FIELD_VERDICT:
      return i == nullptr ? found : std::set<guint> { outcome (*i).verdict };
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
        if (t.has_period ? t.first <= last && t.last >= first
                         : (up = find (t.mandate, EUP_TABLE_MANDATE)) != nullptr && date_within (*up, first, last))
          return true;
      return false;
    default:
      return false;
    }
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
  if (p == "verdict")
    return e.type == EUP_TABLE_INITIATIVE && outcome (e).verdict != EUP_VERDICT_UNKNOWN;
  if (p == "slippage")
    {
      gint64 days;

      return integer (EUP_QUERY_FIELD_SLIPPAGE, e, &days) && days != 0;
    }
  if (p == "original")
    return e.type == EUP_TABLE_MILESTONE && original (e) != nullptr;
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
      if (e.type == EUP_TABLE_COMMISSIONER)
        return any ([&] (const Entity &o) { return o.type == EUP_TABLE_PRIORITY && leads (o).count (e.id) > 0; });
      if (e.type == EUP_TABLE_INITIATIVE)
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
                 && refined_.count (o.id) == 0)
             || (e.type == EUP_TABLE_TOPIC && o.type == EUP_TABLE_TOPIC && o.broader == e.id);
    });
  if (p == "entities")
    return e.type == EUP_TABLE_TOPIC && any ([&] (const Entity &o) { return contains (o.topics, e.id); });
  g_error ("The reference does not know the property %s", p.c_str ());
  return false;
}

bool
Reference::integer (guint field, const Entity &e, gint64 *value) const
{
  if (field == EUP_QUERY_FIELD_POSITION)
    {
      *value = e.position;
      return e.position != 0;
    }
  if (e.type != EUP_TABLE_INITIATIVE && e.type != EUP_TABLE_MILESTONE)
    return false;
  *value = slippage (e);
  return true;
}

// The milestones of which one may be what a condition on one milestone asks for.
std::vector<const Entity *>
Reference::timeline (const Entity &e) const
{
  std::vector<const Entity *> found;

  if (e.type == EUP_TABLE_MILESTONE)
    return { &e };
  if (e.type != EUP_TABLE_PRIORITY)
    return milestones (e.id);
  for (auto &[id, o] : entities_)
    if ((o.type == EUP_TABLE_PRIORITY || o.type == EUP_TABLE_OBJECTIVE || o.type == EUP_TABLE_INITIATIVE)
        && priorities (o).count (e.id) > 0)
      for (const Entity *m : milestones (id))
        found.push_back (m);
  return found;
}

// What it or a narrower topic classifies, parts of such initiatives, milestones of these, and narrower topics.
bool
Reference::classified (const Entity &e, const std::string &topic) const
{
  auto is_under = [&] (const std::string &id) { return broader_topics (id).count (topic) > 0; };
  auto names_it = [&] (const Entity &o) { return std::any_of (o.topics.begin (), o.topics.end (), is_under); };
  auto is_in = [&] (const Entity &o) {
    Ids seen;

    if (names_it (o))
      return true;
    for (const Entity *up = &o; up != nullptr && up->type == EUP_TABLE_INITIATIVE && seen.insert (up->id).second;
         up = find (up->parent, EUP_TABLE_INITIATIVE))
      if (names_it (*up))
        return true;
    return false;
  };
  const Entity *subject = e.type == EUP_TABLE_MILESTONE ? find (e.subject) : nullptr;

  return (e.type == EUP_TABLE_TOPIC && is_under (e.id)) || is_in (e) || (subject != nullptr && is_in (*subject));
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
      for (const Strings &list : { at->objectives, at->priorities, at->fulfils, at->leads })
        next.insert (next.end (), list.begin (), list.end ());
      for (const std::string &up : { at->mandate, at->priority, at->parent, at->subject })
        next.push_back (up);
      for (const std::string &up : next)
        if (!up.empty () && above.insert (up).second)
          open.insert (up);
    }
  for (const std::string &root : roots)
    if (root != e.id && find (root, EUP_TABLE_TOPIC) == nullptr && above.count (root) > 0)
      return true;
  for (const std::string &root : roots)
    if (root != e.id && (find (root) == nullptr || find (root, EUP_TABLE_TOPIC) != nullptr) && classified (e, root))
      return true;
  return false;
}
