/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/language/eup-query-fields.h"

#include <string.h>

#include <eupolicy/eup-enum-types.h>

#include "query/language/eup-query-properties.h"

#define BIT(op) (1u << EUP_OPERATOR_##op)
#define EQUAL (BIT (IS) | BIT (IS_NOT))
#define MATCH (EQUAL | BIT (CONTAINS))
#define ORDER (EQUAL | BIT (LESS) | BIT (AT_MOST) | BIT (GREATER) | BIT (AT_LEAST))

#define T(table) (1u << EUP_TABLE_##table)
#define ALL EUP_QUERY_ALL_TABLES
#define UNDER_INITIATIVE (T (INITIATIVE) | T (MILESTONE))
#define POSITIONED (T (PRIORITY) | T (OBJECTIVE) | T (INITIATIVE) | T (MILESTONE))
#define NO_TOPIC (ALL & ~T (TOPIC))
#define NO_MANDATE (ALL & ~T (MANDATE))

static const EupQueryFieldSpec fields[EUP_N_QUERY_FIELDS] = {
  [EUP_QUERY_FIELD_TYPE] = { "type", "a type", EUP_QUERY_KIND_TYPE, NULL, ALL, EQUAL, TRUE },
  [EUP_QUERY_FIELD_ID] = { "id", "an id", EUP_QUERY_KIND_ID, NULL, ALL, MATCH, TRUE },
  [EUP_QUERY_FIELD_TITLE] = { "title", "a title", EUP_QUERY_KIND_TEXT, NULL, ALL, MATCH, TRUE },
  [EUP_QUERY_FIELD_TEXT] = { "text", "words", EUP_QUERY_KIND_WORDS, NULL, ALL, MATCH, FALSE },
  [EUP_QUERY_FIELD_STATUS] = { "status", "a status", EUP_QUERY_KIND_ENUM, eup_status_get_type, UNDER_INITIATIVE, EQUAL, TRUE },
  [EUP_QUERY_FIELD_INSTRUMENT] = { "instrument", "an instrument", EUP_QUERY_KIND_ENUM, eup_instrument_get_type, UNDER_INITIATIVE, EQUAL, TRUE },
  [EUP_QUERY_FIELD_KIND] = { "kind", "a kind of milestone", EUP_QUERY_KIND_ENUM, eup_milestone_kind_get_type, UNDER_INITIATIVE, EQUAL, TRUE },
  [EUP_QUERY_FIELD_ACTOR] = { "actor", "an actor", EUP_QUERY_KIND_ENUM, eup_actor_get_type, UNDER_INITIATIVE, EQUAL, TRUE },
  [EUP_QUERY_FIELD_STATE] = { "state", "a state of a milestone", EUP_QUERY_KIND_ENUM, eup_milestone_state_get_type, UNDER_INITIATIVE, EQUAL, TRUE },
  [EUP_QUERY_FIELD_VERDICT] = { "verdict", "a verdict", EUP_QUERY_KIND_ENUM, eup_verdict_get_type, UNDER_INITIATIVE, EQUAL, TRUE },
  [EUP_QUERY_FIELD_SLIPPAGE] = { "slippage", "a number of days such as 30 or -30, or a range such as -30..30", EUP_QUERY_KIND_INTEGER, NULL, UNDER_INITIATIVE, ORDER, TRUE },
  [EUP_QUERY_FIELD_POSITION] = { "position", "a number such as 3, or a range such as 1..3", EUP_QUERY_KIND_INTEGER, NULL, POSITIONED, ORDER, TRUE },
  [EUP_QUERY_FIELD_DATE] = { "date", "a date such as 2025-03, or a range such as 2025..2026-06", EUP_QUERY_KIND_DATE, NULL, NO_TOPIC, ORDER, TRUE },
  [EUP_QUERY_FIELD_COUNTRY] = { "country", "the two letters of a country", EUP_QUERY_KIND_COUNTRY, NULL, UNDER_INITIATIVE | T (COMMISSIONER), EQUAL, TRUE },
  [EUP_QUERY_FIELD_LEAD] = { "lead", "the id or the name of a Commissioner", EUP_QUERY_KIND_ENTITY, NULL, NO_MANDATE & NO_TOPIC, EQUAL, FALSE },
  [EUP_QUERY_FIELD_TOPIC] = { "topic", "the id or the title of a topic", EUP_QUERY_KIND_ENTITY, NULL, NO_MANDATE, EQUAL, FALSE },
  [EUP_QUERY_FIELD_MANDATE] = { "mandate", "the id or the title of a mandate", EUP_QUERY_KIND_ENTITY, NULL, NO_TOPIC, EQUAL, FALSE },
  [EUP_QUERY_FIELD_PRIORITY] = { "priority", "the id or the title of a priority", EUP_QUERY_KIND_ENTITY, NULL, NO_TOPIC, EQUAL, FALSE },
  [EUP_QUERY_FIELD_OBJECTIVE] = { "objective", "the id or the title of an objective", EUP_QUERY_KIND_ENTITY, NULL, NO_TOPIC, EQUAL, FALSE },
  [EUP_QUERY_FIELD_INITIATIVE] = { "initiative", "the id or the title of an initiative", EUP_QUERY_KIND_ENTITY, NULL, NO_TOPIC, EQUAL, FALSE },
  [EUP_QUERY_FIELD_REF] = { "ref", "a reference such as \"COM(2025) 148\"", EUP_QUERY_KIND_REFERENCE, NULL, NO_MANDATE, MATCH, FALSE },
  [EUP_QUERY_FIELD_LEGISLATIVE] = { "legislative", "true or false", EUP_QUERY_KIND_YES_NO, NULL, UNDER_INITIATIVE, EQUAL, TRUE },
  [EUP_QUERY_FIELD_CONFIDENCE] = { "confidence", "a degree of confidence", EUP_QUERY_KIND_ENUM, eup_confidence_get_type, ALL, EQUAL, TRUE },
  [EUP_QUERY_FIELD_IN] = { "in", "the id or the title of an entity", EUP_QUERY_KIND_ENTITY, NULL, ALL, EQUAL, FALSE },
  [EUP_QUERY_FIELD_HAS] = { "has", "the name of a property", EUP_QUERY_KIND_PROPERTY, NULL, ALL, EQUAL, FALSE },
  [EUP_QUERY_FIELD_IS] = { "is", "open, delivered, ended, overdue, upcoming, rescheduled, missed, cancelled or refined", EUP_QUERY_KIND_FLAG, NULL, ALL, EQUAL, FALSE },
  [EUP_QUERY_FIELD_MILESTONE] = { "milestone", "a condition in parentheses, as in milestone:(kind:adopted actor:council)", EUP_QUERY_KIND_CONDITION, NULL, ALL, 0, FALSE },
  [EUP_QUERY_FIELD_LANG] = { "lang", "a language such as fr", EUP_QUERY_KIND_OPTION, NULL, ALL, BIT (IS), FALSE },
  [EUP_QUERY_FIELD_SORT] = { "sort", "a field to sort by", EUP_QUERY_KIND_OPTION, NULL, ALL, BIT (IS), FALSE },
  [EUP_QUERY_FIELD_LIMIT] = { "limit", "a number", EUP_QUERY_KIND_OPTION, NULL, ALL, BIT (IS), FALSE },
  [EUP_QUERY_FIELD_OFFSET] = { "offset", "a number", EUP_QUERY_KIND_OPTION, NULL, ALL, BIT (IS), FALSE },
  [EUP_QUERY_FIELD_AS_OF] = { "as-of", "a date", EUP_QUERY_KIND_OPTION, NULL, ALL, BIT (IS), FALSE },
};

static const char * const flags[EUP_N_QUERY_FLAGS] = { "open", "delivered", "ended", "overdue", "upcoming", "rescheduled", "missed", "cancelled", "refined" };

static const char rank_name[] = "rank";

static gboolean
is_name (const char *name,
         const char *text,
         gsize       length)
{
  return length > 0 && name[0] == text[0] && strncmp (name, text, length) == 0 && name[length] == '\0';
}

const EupQueryFieldSpec *
eup_query_field_spec (EupQueryField field)
{
  return &fields[field];
}

int
eup_query_field_find (const char *name,
                      gsize       length)
{
  for (int i = 0; i < EUP_N_QUERY_FIELDS; i++)
    if (is_name (fields[i].name, name, length))
      return i;
  return -1;
}

int
eup_query_field_find_sort (const char *name,
                           gsize       length)
{
  int field = eup_query_field_find (name, length), property;

  if (is_name (rank_name, name, length))
    return EUP_QUERY_FIELD_RANK;
  if (field >= 0)
    return fields[field].sortable ? field : -1;
  property = eup_query_property_find (name, length);
  return property < 0 || eup_query_property (property)->sort == EUP_QUERY_UNSORTED ? -1 : EUP_QUERY_FIELD_PROPERTY + property;
}

gboolean
eup_query_field_is_counted (EupQueryField field)
{
  switch (fields[field].kind)
    {
    case EUP_QUERY_KIND_TYPE:
    case EUP_QUERY_KIND_ENUM:
    case EUP_QUERY_KIND_YES_NO:
    case EUP_QUERY_KIND_COUNTRY:
    case EUP_QUERY_KIND_INTEGER:
    case EUP_QUERY_KIND_DATE:
      return TRUE;
    case EUP_QUERY_KIND_ENTITY:
      return field != EUP_QUERY_FIELD_IN;
    default:
      return FALSE;
    }
}

const char *
eup_query_field_name (EupQueryField field)
{
  if (field >= EUP_QUERY_FIELD_PROPERTY)
    return eup_query_property (field - EUP_QUERY_FIELD_PROPERTY)->name;
  return field == EUP_QUERY_FIELD_RANK ? rank_name : fields[field].name;
}

const char *
eup_query_flag_name (EupQueryFlag flag)
{
  return flags[flag];
}

int
eup_query_flag_find (const char *name,
                     gsize       length)
{
  for (int i = 0; i < EUP_N_QUERY_FLAGS; i++)
    if (is_name (flags[i], name, length))
      return i;
  return -1;
}

const char *
eup_query_operator_text (EupOperator op)
{
  switch (op)
    {
    case EUP_OPERATOR_LESS:
      return "<";
    case EUP_OPERATOR_AT_MOST:
      return "<=";
    case EUP_OPERATOR_GREATER:
      return ">";
    case EUP_OPERATOR_AT_LEAST:
      return ">=";
    case EUP_OPERATOR_CONTAINS:
      return "~";
    case EUP_OPERATOR_IS:
    case EUP_OPERATOR_IS_NOT:
    case EUP_OPERATOR_HAS:
    default:
      return "";
    }
}

int
eup_query_table_of_class (const char *class_name)
{
  if (!g_str_has_prefix (class_name, "Eup"))
    return -1;
  for (int i = 0; i < EUP_N_ENTITY_TABLES; i++)
    if (g_ascii_strcasecmp (eup_schema_table (i)->nick, class_name + strlen ("Eup")) == 0)
      return i;
  return -1;
}
