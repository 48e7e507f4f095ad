// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "reference-catalog.h"

#include <algorithm>

extern "C" {
#include "query/language/eup-query-properties.h"
#include "values/eup-date-cell.h"
#include "values/eup-enum-names.h"
#include "values/eup-fold.h"
}

// How queries are answered: each entity is looked at, those that fit are sorted and counted.

namespace
{

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
without_spelling (guint32 date)
{
  char buffer[EUP_DATE_CELL_PRINT_MAX];

  return std::string (buffer, eup_date_cell_print (date, buffer));
}

bool
meets (const std::set<std::string> &a, const std::set<std::string> &b)
{
  return std::any_of (a.begin (), a.end (), [&] (const std::string &s) { return b.count (s) > 0; });
}

} // namespace

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
      const Entity *named = find (node->values[i].string);
      auto type = types.find (node->field);

      if (named == nullptr || type == types.end () || type->second == named->type)
        found.insert (node->values[i].string);
      if (named != nullptr && found.count (named->id) > 0)
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
      gint64 number;

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
        case EUP_QUERY_FIELD_SLIPPAGE:
        case EUP_QUERY_FIELD_POSITION:
          fits = integer (node->field, e, &number)
                 && (node->op == EUP_OPERATOR_LESS ? number < v.least
                     : node->op == EUP_OPERATOR_AT_MOST ? number <= v.least
                     : node->op == EUP_OPERATOR_GREATER ? number > v.least
                     : node->op == EUP_OPERATOR_AT_LEAST ? number >= v.least
                                                         : number >= v.least && number <= v.greatest);
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
    case EUP_QUERY_MILESTONE:
      for (const Entity *m : timeline (e))
        if (matches (node->children[0], *m))
          return true;
      return false;
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
      auto number = [] (gint64 n) { char text[16]; g_snprintf (text, sizeof text, "%012" G_GINT64_FORMAT, n); return std::string (text); };
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
      else if (field == EUP_QUERY_FIELD_SLIPPAGE || field == EUP_QUERY_FIELD_POSITION)
        {
          gint64 n;

          x = integer (field, a, &n) ? number (n + 1000000) : "";
          y = integer (field, b, &n) ? number (n + 1000000) : "";
        }
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
  return a.id < b.id ? -1 : 1;
}

std::vector<std::string>
Reference::answer (const EupQuerySpec *spec, bool with_limit) const
{
  std::vector<const Entity *> found;
  Strings ids;

  guint32 day = spec->as_of != 0 ? eup_date_cell_last_day (spec->as_of) : own_day_;

  if (day != day_)
    outcomes_.clear ();
  day_ = day;
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
      else if (field == "topic")
        values = named_topics (e);
      else if (field == "date")
        {
          int year;

          if (date (e) != 0)
            {
              eup_date_cell_split_day (eup_date_cell_first_day (date (e)), &year, nullptr, nullptr);
              values.insert (std::to_string (year));
            }
        }
      else if (field == "slippage" || field == "position")
        {
          gint64 n;

          if (integer (number, e, &n))
            values.insert (std::to_string (n));
        }
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
