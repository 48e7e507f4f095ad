// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "reference-catalog.h"

extern "C" {
#include "values/eup-date-cell.h"
}

// The rules of states, statuses, verdicts and slippage, read out as slowly as they are written down.

namespace
{

constexpr guint32 NEVER = G_MAXUINT32;

guint32 first_day (guint32 date) { return eup_date_cell_first_day (date); }
guint32 last_day (guint32 date) { return eup_date_cell_last_day (date); }

bool
earlier (guint32 a, guint32 b)
{
  return (a & ~7u) < (b & ~7u);
}

bool
runs (guint instrument)
{
  return instrument == EUP_INSTRUMENT_AGREEMENT || instrument == EUP_INSTRUMENT_PROGRAMME || instrument == EUP_INSTRUMENT_FUND
         || instrument == EUP_INSTRUMENT_BODY || instrument == EUP_INSTRUMENT_PARTNERSHIP || instrument == EUP_INSTRUMENT_SYSTEM;
}

bool
goes_up_the_whole_ladder (guint instrument)
{
  return runs (instrument) || instrument == EUP_INSTRUMENT_UNKNOWN || instrument == EUP_INSTRUMENT_REGULATION
         || instrument == EUP_INSTRUMENT_DIRECTIVE || instrument == EUP_INSTRUMENT_DECISION || instrument == EUP_INSTRUMENT_ACT;
}

// The step of the ladder that a reached milestone gives, as a status; 0 for those that give none.
guint
step (const Entity &m, guint instrument)
{
  guint s;

  switch (m.kind)
    {
    case EUP_MILESTONE_KIND_ANNOUNCED:
    case EUP_MILESTONE_KIND_CONSULTATION:
      return EUP_STATUS_ANNOUNCED;
    case EUP_MILESTONE_KIND_PROPOSED:
    case EUP_MILESTONE_KIND_REFERRED:
      return EUP_STATUS_PROPOSED;
    case EUP_MILESTONE_KIND_POSITION:
    case EUP_MILESTONE_KIND_DEBATED:
    case EUP_MILESTONE_KIND_VOTED:
    case EUP_MILESTONE_KIND_NEGOTIATED:
      return EUP_STATUS_NEGOTIATING;
    case EUP_MILESTONE_KIND_AGREED:
      return EUP_STATUS_AGREED;
    case EUP_MILESTONE_KIND_ADOPTED:
      return m.actor == EUP_ACTOR_PARLIAMENT ? EUP_STATUS_NEGOTIATING : EUP_STATUS_ADOPTED;
    case EUP_MILESTONE_KIND_SIGNED:
    case EUP_MILESTONE_KIND_PUBLISHED:
      return EUP_STATUS_ADOPTED;
    case EUP_MILESTONE_KIND_IN_FORCE:
    case EUP_MILESTONE_KIND_PARTLY_APPLIED:
      s = EUP_STATUS_IN_FORCE;
      break;
    case EUP_MILESTONE_KIND_APPLIED:
      s = EUP_STATUS_APPLIED;
      break;
    default:
      return 0;
    }
  return goes_up_the_whole_ladder (instrument) ? s : (guint) EUP_STATUS_ADOPTED;
}

bool
on_ladder (guint status)
{
  return status >= EUP_STATUS_ANNOUNCED && status <= EUP_STATUS_APPLIED;
}

} // namespace

bool
Reference::delivered (guint status, guint instrument)
{
  return status == EUP_STATUS_IN_FORCE || status == EUP_STATUS_APPLIED || status == EUP_STATUS_COMPLETED
         || (status == EUP_STATUS_ADOPTED && !goes_up_the_whole_ladder (instrument))
         || (status == EUP_STATUS_ONGOING && runs (instrument));
}

bool
Reference::open (guint status, guint instrument)
{
  return status != EUP_STATUS_UNKNOWN && status != EUP_STATUS_WITHDRAWN && status != EUP_STATUS_EXPIRED
         && !delivered (status, instrument);
}

std::string
Reference::moved_to (const Entity &m) const
{
  return m.rescheduled_to == m.id ? "" : m.rescheduled_to;
}

bool
Reference::is_plan (const Entity &m) const
{
  return m.stated_state == EUP_MILESTONE_STATE_EXPECTED || m.stated_state == EUP_MILESTONE_STATE_MISSED
         || m.stated_state == EUP_MILESTONE_STATE_CANCELLED || m.stated_state == EUP_MILESTONE_STATE_RESCHEDULED
         || !moved_to (m).empty ();
}

// The first day of the first mandate that an entity belongs to.
bool
Reference::first_mandate (const Entity &e, guint32 *day, guint32 *start) const
{
  std::vector<const Entity *> found;

  if (e.type == EUP_TABLE_MANDATE)
    found.push_back (&e);
  else if (e.type == EUP_TABLE_PRIORITY)
    found.push_back (find (e.mandate, EUP_TABLE_MANDATE));
  else if (e.type == EUP_TABLE_OBJECTIVE)
    {
      const Entity *p = find (e.priority, EUP_TABLE_PRIORITY);
      return p != nullptr && first_mandate (*p, day, start);
    }
  else if (e.type == EUP_TABLE_INITIATIVE)
    {
      Strings all = e.priorities;

      for (const std::string &id : e.objectives)
        if (const Entity *o = find (id, EUP_TABLE_OBJECTIVE))
          all.push_back (o->priority);
      for (const std::string &id : all)
        if (const Entity *p = find (id, EUP_TABLE_PRIORITY))
          found.push_back (find (p->mandate, EUP_TABLE_MANDATE));
    }

  bool any = false;
  for (const Entity *mandate : found)
    {
      if (mandate == nullptr)
        continue;
      guint32 its_day = mandate->has_period ? mandate->first : 0;
      if (!any || its_day < *day)
        {
          *day = its_day;
          *start = mandate->has_period ? mandate->start : 0;
        }
      any = true;
    }
  return any;
}

guint32
Reference::known_from (const Entity &m) const
{
  if (m.rescheduled_on != 0)
    return last_day (m.rescheduled_on);
  if (const Entity *act = find (m.rescheduled_by, EUP_TABLE_INITIATIVE))
    {
      auto first = [&] (auto fits) {
        guint32 best = 0;
        for (const Entity *o : milestones (act->id))
          if (o->date != 0 && !is_plan (*o) && fits (*o) && (best == 0 || earlier (o->date, best)))
            best = o->date;
        return best;
      };
      guint32 date = first ([] (const Entity &o) { return o.kind == EUP_MILESTONE_KIND_SIGNED; });
      if (date == 0)
        date = first ([] (const Entity &o) { return o.kind == EUP_MILESTONE_KIND_ADOPTED && o.actor != EUP_ACTOR_PARLIAMENT; });
      if (date == 0)
        date = first ([] (const Entity &o) { return o.kind == EUP_MILESTONE_KIND_PUBLISHED; });
      if (date == 0)
        date = first ([] (const Entity &o) { return o.kind == EUP_MILESTONE_KIND_IN_FORCE; });
      if (date != 0)
        return last_day (date);
      if (act->status_since != 0
          && (act->stated_status == EUP_STATUS_ADOPTED || act->stated_status == EUP_STATUS_IN_FORCE
              || act->stated_status == EUP_STATUS_APPLIED || act->stated_status == EUP_STATUS_COMPLETED))
        return last_day (act->status_since);
      return NEVER;
    }
  const Entity *to = find (moved_to (m), EUP_TABLE_MILESTONE);
  if ((m.stated_state == EUP_MILESTONE_STATE_EXPECTED || m.stated_state == EUP_MILESTONE_STATE_MISSED) && to != nullptr
      && !is_plan (*to) && to->date != 0)
    return last_day (to->date);
  return 0;
}

guint
Reference::state (const Entity &m) const
{
  if (!moved_to (m).empty ())
    {
      if (known_from (m) <= day_)
        return EUP_MILESTONE_STATE_RESCHEDULED;
    }
  else if (m.stated_state == EUP_MILESTONE_STATE_RESCHEDULED
           && (m.rescheduled_on == 0 || last_day (m.rescheduled_on) <= day_))
    return EUP_MILESTONE_STATE_RESCHEDULED;

  bool is_target = false, is_known = false;
  for (auto range = moved_.equal_range (m.id); range.first != range.second; ++range.first)
    {
      is_target = true;
      is_known |= known_from (*range.first->second) <= day_;
    }
  if (is_target && !is_known)
    return EUP_MILESTONE_STATE_UNKNOWN;

  switch (m.stated_state)
    {
    case EUP_MILESTONE_STATE_EXPECTED:
      return EUP_MILESTONE_STATE_EXPECTED;
    case EUP_MILESTONE_STATE_REACHED:
      {
        guint32 from = 0, start, first = 0;

        if (m.date != 0)
          from = first_day (m.date);
        else if (!m.subject.empty ())
          {
            for (const Entity *o : milestones (m.subject))
              if (o->date != 0 && !is_plan (*o) && (first == 0 || earlier (o->date, first)))
                first = o->date;
            const Entity *subject = find (m.subject);
            if (first != 0)
              from = last_day (first);
            else if (subject == nullptr || !first_mandate (*subject, &from, &start))
              from = 0;
          }
        if (day_ >= from)
          return EUP_MILESTONE_STATE_REACHED;
        break;
      }
    case EUP_MILESTONE_STATE_MISSED:
      if (m.date == 0 || day_ > last_day (m.date))
        return EUP_MILESTONE_STATE_MISSED;
      break;
    case EUP_MILESTONE_STATE_CANCELLED:
      if (m.rescheduled_on == 0 || day_ >= last_day (m.rescheduled_on))
        return EUP_MILESTONE_STATE_CANCELLED;
      break;
    default:
      break;
    }
  if (m.date == 0)
    return EUP_MILESTONE_STATE_UNKNOWN;
  if (m.kind == EUP_MILESTONE_KIND_TARGET)
    return last_day (m.date) < day_ ? EUP_MILESTONE_STATE_UNKNOWN : EUP_MILESTONE_STATE_EXPECTED;
  return last_day (m.date) <= day_ ? EUP_MILESTONE_STATE_REACHED : EUP_MILESTONE_STATE_EXPECTED;
}

const Entity *
Reference::original (const Entity &m) const
{
  std::set<std::string> passed { m.id };
  const Entity *at = &m;

  while (true)
    {
      const Entity *best = nullptr;

      for (auto range = moved_.equal_range (at->id); range.first != range.second; ++range.first)
        {
          const Entity *o = range.first->second;
          guint32 day = o->date == 0 ? NEVER : first_day (o->date);

          if (passed.count (o->id) > 0 || known_from (*o) > day_)
            continue;
          if (best == nullptr || day < (best->date == 0 ? NEVER : first_day (best->date))
              || (day == (best->date == 0 ? NEVER : first_day (best->date)) && o->id < best->id))
            best = o;
        }
      if (best == nullptr)
        return at == &m ? nullptr : at;
      passed.insert (best->id);
      at = best;
    }
}

int
Reference::slippage (const Entity &e) const
{
  if (e.type == EUP_TABLE_MILESTONE)
    {
      const Entity *o = original (e);

      return o == nullptr || o->date == 0 || e.date == 0 ? 0 : (int) last_day (e.date) - (int) last_day (o->date);
    }
  bool any = false;
  int greatest = 0;
  for (const Entity *m : milestones (e.id))
    {
      guint s = state (*m);

      if ((s != EUP_MILESTONE_STATE_EXPECTED && s != EUP_MILESTONE_STATE_REACHED) || original (*m) == nullptr)
        continue;
      greatest = any ? std::max (greatest, slippage (*m)) : slippage (*m);
      any = true;
    }
  return greatest;
}

// Everything that one comes to by going down to parts and to what fulfils.
const std::set<std::string> &
Reference::reach (const std::string &id) const
{
  auto known = reach_.find (id);

  if (known != reach_.end ())
    return known->second;
  std::set<std::string> found;
  Strings queue { id };
  for (size_t i = 0; i < queue.size (); i++)
    for (auto *map : { &parts_, &fulfilled_by_ })
      for (auto range = map->equal_range (std::string (queue[i])); range.first != range.second; ++range.first)
        if (found.insert (range.first->second->id).second)
          queue.push_back (range.first->second->id);
  return reach_[id] = found;
}

const Reference::Outcome &
Reference::outcome (const Entity &i) const
{
  auto known = outcomes_.find (i.id);

  if (known != outcomes_.end ())
    return known->second;
  Outcome o = find_outcome (i);
  return outcomes_[i.id] = o;
}

Reference::Outcome
Reference::find_outcome (const Entity &i) const
{
  Outcome o;
  std::vector<const Entity *> finest = milestones (i.id), reached;
  guint furthest = 0;
  bool launched = false, cancelled = false, expected = false, missed = false, late_overdue = false;
  guint32 withdrawn = 0, expired = 0, announced = 0;
  bool is_withdrawn = false, is_expired = false, planned = false;
  auto least = [] (guint32 a, guint32 b) { return a == 0 || (b != 0 && earlier (b, a)) ? b : a; };
  guint32 first_fact = 0, mandate_day = 0, mandate_start = 0;
  bool has_mandate = first_mandate (i, &mandate_day, &mandate_start);
  bool begun = !has_mandate || mandate_day <= day_;

  for (const Entity *m : finest)
    {
      guint s = state (*m);

      if (m->kind == EUP_MILESTONE_KIND_ANNOUNCED)
        announced = least (announced, m->date);
      if (!is_plan (*m))
        first_fact = least (first_fact, m->date);
      else if (m->kind != EUP_MILESTONE_KIND_IN_FORCE && m->kind != EUP_MILESTONE_KIND_PARTLY_APPLIED
               && m->kind != EUP_MILESTONE_KIND_APPLIED && m->kind != EUP_MILESTONE_KIND_TRANSPOSITION_DUE
               && m->kind != EUP_MILESTONE_KIND_REPORTED && m->kind != EUP_MILESTONE_KIND_TARGET
               && m->kind != EUP_MILESTONE_KIND_EXPIRED)
        planned = true;
      cancelled |= s == EUP_MILESTONE_STATE_CANCELLED;
      missed |= s == EUP_MILESTONE_STATE_MISSED;
      expected |= s == EUP_MILESTONE_STATE_EXPECTED;
      if (m->date != 0 && last_day (m->date) < day_
          && ((s == EUP_MILESTONE_STATE_EXPECTED && (step (*m, i.instrument) > 0 || m->kind == EUP_MILESTONE_KIND_LAUNCHED
                                                     || m->kind == EUP_MILESTONE_KIND_TARGET))
              || (s == EUP_MILESTONE_STATE_UNKNOWN && m->kind == EUP_MILESTONE_KIND_TARGET)))
        late_overdue = true;
      if (s != EUP_MILESTONE_STATE_REACHED)
        continue;
      reached.push_back (m);
      furthest = std::max (furthest, step (*m, i.instrument));
      launched |= m->kind == EUP_MILESTONE_KIND_LAUNCHED;
      if (m->kind == EUP_MILESTONE_KIND_WITHDRAWN)
        {
          withdrawn = is_withdrawn ? least (withdrawn, m->date) : m->date;
          is_withdrawn = true;
        }
      if (m->kind == EUP_MILESTONE_KIND_EXPIRED)
        {
          expired = is_expired ? least (expired, m->date) : m->date;
          is_expired = true;
        }
    }
  auto earliest = [&] (auto fits) {
    guint32 date = 0;
    for (const Entity *m : reached)
      if (fits (*m))
        date = least (date, m->date);
    return date;
  };
  guint own = furthest;
  if (launched && furthest <= (runs (i.instrument) ? EUP_STATUS_ADOPTED : EUP_STATUS_ANNOUNCED))
    own = EUP_STATUS_ONGOING;

  bool others_late = false, others_kept_late = false;
  guint overtaken = EUP_STATUS_UNKNOWN;
  auto take_others = [&] {
    std::vector<const Entity *> others;
    for (auto *map : { &parts_, &fulfilled_by_ })
      {
        for (auto range = map->equal_range (i.id); range.first != range.second; ++range.first)
          if (range.first->second->id != i.id && reach (range.first->second->id).count (i.id) == 0)
            others.push_back (range.first->second);
        if (!others.empty ())
          break;
      }
    bool any = false, any_open = false, beyond = false, any_delivered = false;
    for (const Entity *other : others)
      {
        const Outcome &its = outcome (*other);

        if (its.status == EUP_STATUS_UNKNOWN)
          continue;
        if (!any || earlier (o.date, its.date))
          o.date = its.date;
        any = true;
        any_open |= open (its.status, other->instrument);
        beyond |= open (its.status, other->instrument) && its.status != EUP_STATUS_ANNOUNCED;
        any_delivered |= delivered (its.status, other->instrument);
        others_late |= its.verdict == EUP_VERDICT_LATE;
        others_kept_late |= its.verdict == EUP_VERDICT_KEPT_LATE;
      }
    if (!any)
      return false;
    if (!any_open)
      o.status = any_delivered ? EUP_STATUS_COMPLETED : EUP_STATUS_WITHDRAWN;
    else
      o.status = any_delivered || beyond ? EUP_STATUS_ONGOING : EUP_STATUS_ANNOUNCED;
    return true;
  };
  auto take_stated = [&] {
    guint32 since = i.status_since != 0 ? last_day (i.status_since) : first_fact != 0 ? last_day (first_fact)
                    : has_mandate ? mandate_day : 0;

    if (i.stated_status == EUP_STATUS_UNKNOWN || since > day_)
      return false;
    for (const Entity *m : reached)
      if (m->date != 0 && last_day (m->date) > since
          && (m->kind == EUP_MILESTONE_KIND_WITHDRAWN || m->kind == EUP_MILESTONE_KIND_EXPIRED
              || (on_ladder (i.stated_status) && step (*m, i.instrument) > i.stated_status)))
        {
          overtaken = i.stated_status;
          return false;
        }
    o.status = i.stated_status;
    o.date = i.status_since;
    return true;
  };
  bool whole = i.instrument == EUP_INSTRUMENT_PACKAGE || i.instrument == EUP_INSTRUMENT_COMMITMENT;
  bool asks = (whole || own <= EUP_STATUS_ANNOUNCED) && (i.instrument != EUP_INSTRUMENT_COMMITMENT || begun);

  if (take_stated ())
    ;
  else if (is_withdrawn || is_expired)
    {
      bool w = is_withdrawn && (!is_expired || last_day (withdrawn) >= last_day (expired));

      o.status = w ? EUP_STATUS_WITHDRAWN : EUP_STATUS_EXPIRED;
      o.date = w ? withdrawn : expired;
    }
  else if (asks && take_others ())
    ;
  else if (own == EUP_STATUS_ONGOING)
    {
      o.status = own;
      o.date = earliest ([] (const Entity &m) { return m.kind == EUP_MILESTONE_KIND_LAUNCHED; });
    }
  else if (own != 0)
    {
      o.status = own;
      o.date = earliest ([&] (const Entity &m) { return step (m, i.instrument) == own; });
    }
  else if ((announced == 0 || first_day (announced) <= day_)
           && ((planned && begun) || (i.instrument == EUP_INSTRUMENT_COMMITMENT && has_mandate && begun)))
    {
      o.status = EUP_STATUS_ANNOUNCED;
      o.date = planned ? 0 : mandate_start;
    }

  int slipped = slippage (i);
  if (o.status == EUP_STATUS_UNKNOWN)
    o.verdict = EUP_VERDICT_UNKNOWN;
  else if (delivered (o.status, i.instrument) || (o.status == EUP_STATUS_EXPIRED && (delivered (own, i.instrument) || delivered (overtaken, i.instrument))))
    o.verdict = slipped > 0 || others_kept_late ? EUP_VERDICT_KEPT_LATE : EUP_VERDICT_KEPT;
  else if (o.status == EUP_STATUS_WITHDRAWN || o.status == EUP_STATUS_EXPIRED || (cancelled && !expected))
    o.verdict = EUP_VERDICT_DROPPED;
  else if (slipped > 0 || missed || late_overdue || others_late || others_kept_late)
    o.verdict = EUP_VERDICT_LATE;
  else
    o.verdict = EUP_VERDICT_PENDING;
  return o;
}

guint
Reference::status (const Entity &i) const
{
  return outcome (i).status;
}

const Entity *
Reference::next_milestone (const Entity &i) const
{
  const Entity *best = nullptr;
  auto key = [] (const Entity &m) {
    return std::make_tuple (first_day (m.date), m.position == 0 ? NEVER : m.position, m.id);
  };

  for (const Entity *m : milestones (i.id))
    if (is (EUP_QUERY_FLAG_UPCOMING, *m) && (best == nullptr || key (*m) < key (*best)))
      best = m;
  return best;
}

bool
Reference::is (guint flag, const Entity &e) const
{
  static const std::map<guint, guint> states = { { EUP_QUERY_FLAG_RESCHEDULED, EUP_MILESTONE_STATE_RESCHEDULED },
                                                 { EUP_QUERY_FLAG_MISSED, EUP_MILESTONE_STATE_MISSED },
                                                 { EUP_QUERY_FLAG_CANCELLED, EUP_MILESTONE_STATE_CANCELLED } };
  guint s;

  if (e.type == EUP_TABLE_MILESTONE)
    {
      bool refined = refined_.count (e.id) > 0;

      if (flag == EUP_QUERY_FLAG_REFINED)
        return refined;
      if (refined)
        return false;
      s = state (e);
      if (states.count (flag) > 0)
        return s == states.at (flag);
      if (e.date == 0)
        return false;
      if (flag == EUP_QUERY_FLAG_UPCOMING)
        return s == EUP_MILESTONE_STATE_EXPECTED && last_day (e.date) >= day_;
      if (flag != EUP_QUERY_FLAG_OVERDUE || last_day (e.date) >= day_
          || !(s == EUP_MILESTONE_STATE_EXPECTED || (s == EUP_MILESTONE_STATE_UNKNOWN && e.kind == EUP_MILESTONE_KIND_TARGET)))
        return false;
      const Entity *subject = find (e.subject, EUP_TABLE_INITIATIVE);
      return subject == nullptr || (status (*subject) != EUP_STATUS_WITHDRAWN && status (*subject) != EUP_STATUS_EXPIRED);
    }
  if (e.type != EUP_TABLE_INITIATIVE || flag == EUP_QUERY_FLAG_REFINED)
    return false;
  switch (flag)
    {
    case EUP_QUERY_FLAG_OPEN:
      return open (status (e), e.instrument);
    case EUP_QUERY_FLAG_DELIVERED:
      return delivered (status (e), e.instrument);
    case EUP_QUERY_FLAG_ENDED:
      return status (e) == EUP_STATUS_WITHDRAWN || status (e) == EUP_STATUS_EXPIRED;
    default:
      for (const Entity *m : milestones (e.id))
        if (is (flag, *m))
          return true;
      return false;
    }
}
