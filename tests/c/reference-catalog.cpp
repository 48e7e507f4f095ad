// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "reference-catalog.h"

extern "C" {
#include "values/eup-date-cell.h"
}

// How a store is read into plain structures, and how these are found.

namespace
{

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
      e.position = get (EUP_INITIATIVE_POSITION);
      e.status_since = get (EUP_INITIATIVE_STATUS_SINCE);
      break;
    case EUP_TABLE_MILESTONE:
      e.subject = id_of (store, get (EUP_MILESTONE_SUBJECT));
      e.date = get (EUP_MILESTONE_DATE);
      e.kind = known (get (EUP_MILESTONE_KIND));
      e.actor = known (get (EUP_MILESTONE_ACTOR));
      e.stated_state = known (get (EUP_MILESTONE_STATE));
      e.refines = id_of (store, get (EUP_MILESTONE_REFINES));
      e.position = get (EUP_MILESTONE_POSITION);
      e.rescheduled_to = id_of (store, get (EUP_MILESTONE_RESCHEDULED_TO));
      e.rescheduled_by = id_of (store, get (EUP_MILESTONE_RESCHEDULED_BY));
      e.rescheduled_on = get (EUP_MILESTONE_RESCHEDULED_ON);
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
        if (!e.refines.empty () && e.refines != e.id)
          refined_.insert (e.refines);
        if (!moved_to (e).empty ())
          moved_.insert ({ moved_to (e), &e });
      }
    else if (e.type == EUP_TABLE_INITIATIVE)
      {
        if (!e.parent.empty ())
          parts_.insert ({ e.parent, &e });
        for (const std::string &fulfilled : e.fulfils)
          fulfilled_by_.insert ({ fulfilled, &e });
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
