// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "reference-catalog.h"

#include <algorithm>

extern "C" {
#include "values/eup-date-cell.h"
#include "values/eup-enum-names.h"
#include "values/eup-period-private.h"
}

namespace
{

using Random = std::mt19937;

bool
chance (Random &random, guint percent)
{
  return random () % 100 < percent;
}

std::string
pick (Random &random, const std::vector<std::string> &from)
{
  return from[random () % from.size ()];
}

// Words with digits in them, which no stemmer touches.
std::string
some_word (Random &random)
{
  return "kt" + std::to_string (random () % 40);
}

std::string
some_words (Random &random, guint n)
{
  std::string text;

  for (guint i = 0; i < n; i++)
    text += std::string (i == 0 ? "" : " ") + (chance (random, 10) ? "Éta" : "") + some_word (random);
  return text;
}

std::string
some_date (Random &random)
{
  char text[32];
  guint year = 2022 + random () % 6, month = 1 + random () % 12, day = 1 + random () % 28;

  switch (random () % 10)
    {
    case 0:
      g_snprintf (text, sizeof text, "%u", year);
      break;
    case 1:
    case 2:
      g_snprintf (text, sizeof text, "%u-%02u", year, month);
      break;
    case 3:
      g_snprintf (text, sizeof text, "%u-%u", year, 33 + (guint) (random () % 4));
      break;
    case 4:
      g_snprintf (text, sizeof text, "%u-%02u-%02u~", year, month, day);
      break;
    case 5:
      g_snprintf (text, sizeof text, "202X");
      break;
    default:
      g_snprintf (text, sizeof text, "%u-%02u-%02u", year, month, day % 3 + 1);
      break;
    }
  return text;
}

guint32
date_cell (const std::string &text)
{
  EupDateCell cell = 0;
  gsize offset;
  const char *message;

  if (!eup_date_cell_parse (text.c_str (), text.size (), &cell, &offset, &message))
    g_error ("%s is no date", text.c_str ());
  return cell;
}

class Writer
{
public:
  Writer (EupStore *store, Random &random) : store_ (store), random_ (random) {}

  std::string
  some_id (char prefix, guint n)
  {
    // Now and then something that is not there.
    return prefix + std::to_string (random_ () % n) + (chance (random_, 2) ? "-ghost" : "");
  }

  EupNumber
  number (const std::string &id)
  {
    return eup_store_intern (store_, id.c_str (), id.size ());
  }

  guint32
  numbers (char prefix, guint n, guint max)
  {
    std::vector<EupNumber> list;

    for (guint i = random_ () % (max + 1); i > 0; i--)
      {
        EupNumber item = number (some_id (prefix, n));

        if (std::find (list.begin (), list.end (), item) == list.end ())
          list.push_back (item);
      }
    return eup_store_add_list (store_, list.data (), list.size ());
  }

  guint32
  text (const std::string &english, bool french)
  {
    std::string other = "Fr " + english;
    const char *languages[] = { "en", "fr" };
    const char *strings[] = { english.c_str (), other.c_str () };

    return eup_store_add_text (store_, french ? 2 : 1, languages, strings);
  }

  guint32
  string (const std::string &s)
  {
    return eup_store_add_string (store_, s.c_str (), s.size ());
  }

  guint32
  period ()
  {
    guint32 cells[3] = { 0, 0, 0 };
    std::string first = std::to_string (2019 + random_ () % 6);
    std::string text = first + "/" + (chance (random_, 30) ? ".." : std::to_string (2025 + random_ () % 4));
    gsize offset;
    const char *message;

    if (chance (random_, 10))
      text = "../2024-06";
    if (!eup_period_cells_parse (text.c_str (), text.size (), cells, &offset, &message))
      g_error ("%s is no period", text.c_str ());
    return eup_store_add_list (store_, cells, 3);
  }

  guint32
  references ()
  {
    static const char *forms[] = { "COM(2025) %u", "com (2025)%u", "JOIN(2025) %u", "SWD(2025) %u" };
    char buffer[64];
    std::vector<guint32> list;

    for (guint i = random_ () % 3; i > 0; i--)
      {
        g_snprintf (buffer, sizeof buffer, forms[random_ () % 4], 1 + (guint) (random_ () % 30));
        list.push_back (string (buffer));
      }
    return eup_store_add_list (store_, list.data (), list.size ());
  }

  guint32
  terms ()
  {
    std::vector<guint32> rows;

    for (guint i = random_ () % 3; i > 0; i--)
      {
        guint32 row = eup_store_add_value (store_, EUP_TABLE_TERM);

        eup_store_put (store_, EUP_TABLE_TERM, row, EUP_TERM_MANDATE, number (some_id ('d', 2)));
        eup_store_put (store_, EUP_TABLE_TERM, row, EUP_TERM_PRIORITIES, numbers ('p', 5, 2));
        if (chance (random_, 80))
          eup_store_put (store_, EUP_TABLE_TERM, row, EUP_TERM_PERIOD, period ());
        rows.push_back (row);
      }
    return eup_store_add_list (store_, rows.data (), rows.size ());
  }

  guint32
  other_titles ()
  {
    guint32 row;

    if (chance (random_, 80))
      return 0;
    row = eup_store_add_value (store_, EUP_TABLE_TITLE);
    eup_store_put (store_, EUP_TABLE_TITLE, row, EUP_TITLE_TEXT, text ("Old " + some_words (random_, 2), chance (random_, 50)));
    return eup_store_add_list (store_, &row, 1);
  }

  guint32
  figures ()
  {
    guint32 row = eup_store_add_value (store_, EUP_TABLE_FIGURE);

    eup_store_put_double (store_, EUP_TABLE_FIGURE, row, EUP_FIGURE_VALUE, 7);
    return eup_store_add_list (store_, &row, 1);
  }

  // A cell for the field, made up: 0 is absent.
  guint32
  cell (EupTableKind table, guint field, guint n_initiatives)
  {
    const EupFieldSpec *spec = eup_schema_field (table, field);
    guint n_topics = 6, n_leads = 9;

    switch (spec->kind)
      {
      case EUP_KIND_ENUM:
        if (field == EUP_INITIATIVE_STATUS && table == EUP_TABLE_INITIATIVE && chance (random_, 80))
          return 0;
        if (field == EUP_MILESTONE_STATE && table == EUP_TABLE_MILESTONE && chance (random_, 80))
          return 0;
        if (chance (random_, 1))
          return EUP_ENUM_KEPT;
        return random_ () % eup_enum_n_values (spec->enum_type ());
      case EUP_KIND_DATE:
        return chance (random_, 10) ? 0 : date_cell (some_date (random_));
      case EUP_KIND_PERIOD:
        return chance (random_, 10) ? 0 : period ();
      case EUP_KIND_TEXT:
        if (field != EUP_FIELD_TITLE && chance (random_, 60))
          return 0;
        return text (some_words (random_, 1 + random_ () % 4), chance (random_, 40));
      case EUP_KIND_INT:
        return random_ () % 5;
      case EUP_KIND_ONE:
        if (chance (random_, 15) || (field == EUP_INITIATIVE_PARENT && table == EUP_TABLE_INITIATIVE && chance (random_, 70))
            || (field == EUP_MILESTONE_REFINES && table == EUP_TABLE_MILESTONE && chance (random_, 90)))
          return 0;
        if (spec->target == EUP_TABLE_ANY)
          return number (chance (random_, 85) ? some_id ('i', n_initiatives) : some_id (pick (random_, { "p", "o", "d", "c", "t", "m" })[0], 5));
        return number (some_id ("dpoimct"[spec->target], spec->target == EUP_TABLE_INITIATIVE ? n_initiatives
                                : spec->target == EUP_TABLE_MILESTONE ? n_initiatives * 2 : spec->target == EUP_TABLE_MANDATE ? 2 : 5));
      case EUP_KIND_MANY:
        if (chance (random_, 30))
          return 0;
        return numbers ("dpoimct"[spec->target],
                        spec->target == EUP_TABLE_INITIATIVE ? n_initiatives : spec->target == EUP_TABLE_TOPIC ? n_topics
                        : spec->target == EUP_TABLE_COMMISSIONER ? n_leads : 6,
                        spec->target == EUP_TABLE_INITIATIVE ? 1 : 2);
      case EUP_KIND_STRING:
        if (table == EUP_TABLE_COMMISSIONER && field == EUP_COMMISSIONER_COUNTRY)
          {
            std::string country = pick (random_, { "FI", "FR", "EL", "DE" });

            return chance (random_, 10) ? 0 : eup_store_intern_string (store_, country.c_str (), 2);
          }
        return chance (random_, 20) ? 0 : string ("Na" + some_word (random_));
      case EUP_KIND_STRINGS:
        return chance (random_, 60) ? 0 : references ();
      case EUP_KIND_VALUES:
        return field == EUP_COMMISSIONER_TERMS && table == EUP_TABLE_COMMISSIONER ? terms ()
               : field == EUP_FIELD_OTHER_TITLES ? other_titles ()
               : field == EUP_FIELD_FIGURES && chance (random_, 20) ? figures () : 0;
      default:
        return 0;
      }
  }

  void
  add (EupTableKind table, const std::string &id, guint n_initiatives)
  {
    EupNumber entity = number (id);
    EupTableKind home;
    guint32 row;

    if (eup_store_home (store_, entity, &home, &row))
      return;
    eup_store_create (store_, table, entity);
    for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
      set (table, entity, field, n_initiatives);
  }

  void
  set (EupTableKind table, EupNumber entity, guint field, guint n_initiatives)
  {
    if (eup_schema_field (table, field)->kind != EUP_KIND_DOUBLE)
      eup_store_set (store_, entity, field, cell (table, field, n_initiatives));
  }

private:
  EupStore *store_;
  Random &random_;
};

struct Plan { EupTableKind table; char prefix; guint n; };

std::vector<Plan>
plans (guint n_initiatives)
{
  return { { EUP_TABLE_MANDATE, 'd', 2 }, { EUP_TABLE_PRIORITY, 'p', 5 }, { EUP_TABLE_OBJECTIVE, 'o', 6 },
           { EUP_TABLE_INITIATIVE, 'i', n_initiatives }, { EUP_TABLE_MILESTONE, 'm', n_initiatives * 2 },
           { EUP_TABLE_COMMISSIONER, 'c', 9 }, { EUP_TABLE_TOPIC, 't', 6 } };
}

} // namespace

void
fill_store (EupStore *store, Random &random, guint n_initiatives)
{
  Writer writer (store, random);

  for (const Plan &plan : plans (n_initiatives))
    {
      std::vector<guint> order;

      for (guint i = 0; i < plan.n; i++)
        order.push_back (i);
      std::shuffle (order.begin (), order.end (), random);
      for (guint i : order)
        if (!chance (random, 3))
          writer.add (plan.table, plan.prefix + std::to_string (i), n_initiatives);
    }
}

// One random edit.
void
edit_store (EupStore *store, Random &random)
{
  Writer writer (store, random);
  guint n_initiatives = std::max (eup_store_n_alive (store, EUP_TABLE_INITIATIVE), 4u);
  std::vector<Plan> all = plans (n_initiatives);
  Plan plan = all[random () % all.size ()];
  guint32 row;

  if (chance (random, 60))
    plan = all[chance (random, 50) ? 3 : 4];
  if (chance (random, 10) || eup_store_n_alive (store, plan.table) == 0)
    {
      writer.add (plan.table, plan.prefix + std::to_string (random () % plan.n), n_initiatives);
      return;
    }
  row = eup_store_row_at (store, plan.table, random () % eup_store_n_alive (store, plan.table));
  if (chance (random, 8))
    eup_store_remove (store, eup_store_number_of (store, plan.table, row));
  else if (chance (random, 4))
    eup_store_rename (store, eup_store_number_of (store, plan.table, row),
                      (plan.prefix + std::to_string (random () % (plan.n + 3))).c_str ());
  else
    writer.set (plan.table, eup_store_number_of (store, plan.table, row),
                random () % eup_schema_table (plan.table)->n_fields, n_initiatives);
}

namespace
{

std::string
some_values (Random &random, const std::vector<std::string> &values)
{
  std::string text = pick (random, values);

  if (chance (random, 20))
    text += "," + pick (random, values);
  return text;
}

std::string
some_enum (Random &random, GType type)
{
  return eup_enum_nick (type, random () % eup_enum_n_values (type));
}

std::string
some_integers (Random &random, int least, int greatest)
{
  auto one = [&] { return std::to_string (least + (int) (random () % (guint) (greatest - least + 1))); };
  int low = std::stoi (one ());

  switch (random () % 4)
    {
    case 0:
      return one () + "," + one ();
    case 1:
      return std::to_string (low) + ".." + (chance (random, 40) ? "" : std::to_string (low + (int) (random () % 300)));
    default:
      return pick (random, { "<", "<=", ">", ">=" }) + std::to_string (low);
    }
}

std::string some_conditions (Random &random, guint n);

std::string
some_condition (Random &random, guint n, bool with_words)
{
  auto id = [&] (char prefix, guint count) { return prefix + std::to_string (random () % (count + 1)); };

  switch (random () % (with_words ? 28 : 26))
    {
    case 0:
    case 1:
      return "type:" + some_values (random, { "mandate", "priority", "objective", "initiative", "milestone", "commissioner", "topic" });
    case 2:
      return chance (random, 50) ? "id:" + id ('i', n) + "," + id ('m', n) : "id:~" + std::to_string (random () % 20);
    case 3:
      return chance (random, 50) ? "title:~" + some_word (random) : "title:\"" + some_words (random, 1) + "\"";
    case 4:
      return "text:~" + std::to_string (random () % 40);
    case 5:
      return "status:" + some_enum (random, EUP_TYPE_STATUS) + (chance (random, 50) ? "," + some_enum (random, EUP_TYPE_STATUS) : "");
    case 6:
      return "instrument:" + some_enum (random, EUP_TYPE_INSTRUMENT) + "," + some_enum (random, EUP_TYPE_INSTRUMENT);
    case 7:
      return "kind:" + some_enum (random, EUP_TYPE_MILESTONE_KIND) + "," + some_enum (random, EUP_TYPE_MILESTONE_KIND);
    case 8:
      return "actor:" + some_enum (random, EUP_TYPE_ACTOR);
    case 9:
      return "state:" + some_enum (random, EUP_TYPE_MILESTONE_STATE);
    case 10:
      return "date:" + pick (random, { "", "<", "<=", ">", ">=" }) + some_date (random);
    case 11:
      return "date:2023-0" + std::to_string (1 + random () % 9) + ".." + pick (random, { "", "2024", "2025-06", "2027-01-01" });
    case 12:
      return "country:" + some_values (random, { "FI", "FR", "EL", "DE", "GR", "MT" });
    case 13:
      return "lead:" + some_values (random, { id ('c', 9), id ('c', 9), id ('i', n), "\"Na" + some_word (random) + "\"" });
    case 14:
      return "topic:" + some_values (random, { id ('t', 6), id ('t', 6), "\"fr " + some_word (random) + "\"" });
    case 15:
      return "mandate:" + id ('d', 2);
    case 16:
      return "priority:" + some_values (random, { id ('p', 5), id ('p', 5) });
    case 17:
      return chance (random, 50) ? "objective:" + id ('o', 6) : "initiative:" + some_values (random, { id ('i', n), id ('i', n) });
    case 18:
      return chance (random, 70) ? "ref:\"com(2025) " + std::to_string (1 + random () % 30) + "\"" : "ref:~" + std::to_string (random () % 30);
    case 19:
      return chance (random, 50) ? "legislative:" + pick (random, { "true", "false" })
                                 : "confidence:" + some_enum (random, EUP_TYPE_CONFIDENCE);
    case 20:
      return "in:" + some_values (random, { id ('d', 2), id ('p', 5), id ('o', 6), id ('i', n), id ('m', n), id ('c', 9), id ('t', 6) });
    case 21:
      return chance (random, 50)
             ? "is:" + some_values (random, { "open", "delivered", "ended", "overdue", "upcoming", "rescheduled", "missed", "cancelled", "refined" })
             : "has:" + pick (random, { "title", "title@fr", "summary", "summary@fr", "figures", "references", "topics", "date", "leads",
                                        "status", "verdict", "slippage", "original", "parent", "parts", "milestones", "priorities", "children", "entities" });
    case 22:
      return "verdict:" + some_enum (random, EUP_TYPE_VERDICT) + (chance (random, 50) ? "," + some_enum (random, EUP_TYPE_VERDICT) : "");
    case 23:
      return "slippage:" + some_integers (random, -700, 700);
    case 24:
      return "position:" + some_integers (random, 0, 5);
    case 25:
      return "milestone:(" + (chance (random, 5) ? "" : some_conditions (random, n)) + ")";
    case 26:
      return some_word (random) + (chance (random, 30) ? "*" : "");
    default:
      return "\"" + some_words (random, 1 + random () % 2) + "\"";
    }
}

std::string
some_expression (Random &random, guint n, bool with_words, guint depth)
{
  std::string text;

  for (guint i = 1 + random () % 3; i > 0; i--)
    {
      if (!text.empty ())
        text += chance (random, 25) ? " OR " : " ";
      if (chance (random, 20))
        text += "-";
      text += depth > 0 && chance (random, 20) ? "(" + some_expression (random, n, with_words, depth - 1) + ")"
                                               : some_condition (random, n, with_words);
    }
  return text;
}

// Several that one milestone has to meet.
std::string
some_conditions (Random &random, guint n)
{
  return some_expression (random, n, false, 1);
}

} // namespace

std::string
random_query (Random &random, guint n, bool with_words)
{
  static const std::vector<std::string> sorts = { "type", "id", "title", "status", "instrument", "kind", "actor", "state", "date",
                                                  "date", "date", "country", "legislative", "confidence", "verdict", "slippage", "position" };
  std::string text = some_expression (random, n, with_words, 2);

  if (chance (random, 40))
    text = "type:" + pick (random, { "initiative", "milestone" }) + " " + text;
  for (guint i = chance (random, 60) ? 1 + random () % 2 : with_words ? 1 : 0; i > 0; i--)
    text += std::string (" sort:") + (chance (random, 50) ? "-" : "") + pick (random, sorts);
  if (chance (random, 50))
    text += " limit:" + std::to_string (random () % 20);
  if (chance (random, 20))
    text += " offset:" + std::to_string (random () % 10);
  if (chance (random, 15))
    text += " as-of:" + some_date (random);
  return text;
}
