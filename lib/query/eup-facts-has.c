/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-facts.h"

#include "values/eup-language.h"
#include "values/eup-period-private.h"

/* What is there, and what a text says. */

static gboolean
text_has (const EupStore *store,
          guint32         cell,
          const char     *language)
{
  const char *text;

  if (cell == 0)
    return FALSE;
  if (language == NULL)
    return eup_store_text_size (store, cell) > 0;
  text = eup_store_text_in (store, cell, language);
  return text != NULL && text[0] != '\0';
}

/* Values hold texts too: titles of another time, of links, of sources, labels of figures. */
static gboolean
values_have (const EupStore     *store,
             const EupFieldSpec *spec,
             guint32             cell,
             const char         *language)
{
  guint n;
  const guint32 *rows = eup_store_list (store, cell, &n);

  if (language == NULL)
    return n > 0;
  for (guint i = 0; i < n; i++)
    for (guint field = 0; field < eup_schema_table (spec->target)->n_fields; field++)
      if (eup_schema_field (spec->target, field)->kind == EUP_KIND_TEXT
          && text_has (store, eup_store_get (store, spec->target, rows[i], field), language))
        return TRUE;
  return FALSE;
}

static gboolean
cell_has (const EupStore *store,
          EupTableKind    table,
          guint32         row,
          guint           field,
          const char     *language)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  guint32 cell = eup_store_get (store, table, row, field);
  const guint32 *items;
  guint n;

  switch (spec->kind)
    {
    case EUP_KIND_TEXT:
      return text_has (store, cell, language);
    case EUP_KIND_VALUES:
      return values_have (store, spec, cell, language);
    case EUP_KIND_ENUM:
      return language == NULL && cell != 0 && cell != EUP_ENUM_KEPT;
    case EUP_KIND_PERIOD:
      items = eup_store_list (store, cell, &n);
      return language == NULL && n == 3 && (items[0] | items[1] | items[2]) != 0;
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
      eup_store_list (store, cell, &n);
      return language == NULL && n > 0;
    case EUP_KIND_STRING:
      return language == NULL && cell != 0 && eup_store_string (store, cell)[0] != '\0';
    case EUP_KIND_DATE:
    case EUP_KIND_INT:
    case EUP_KIND_DOUBLE:
    case EUP_KIND_ONE:
    case EUP_KIND_VALUE:
    default:
      return language == NULL && cell != 0;
    }
}

static gboolean
stored_has (const EupStore *store,
            const char     *name,
            const char     *language,
            EupTableKind    table,
            guint32         row)
{
  int field = eup_schema_find_name (table, name);

  if (field < 0)
    field = eup_schema_find_property (table, name);
  return field >= 0 && cell_has (store, table, row, field, language);
}

static gboolean
any_reverse (const EupFacts *facts,
             EupTableKind    table,
             guint           field,
             EupNumber       number)
{
  guint n;

  eup_store_reverse (facts->store, table, field, number, &n);
  return n > 0;
}

static gboolean
any_numbers (const EupFacts *facts,
             EupQueryField   field,
             EupTableKind    table,
             guint32         row)
{
  g_auto (EupNumbers) numbers;
  EupTableKind home;
  guint32 home_row;

  eup_numbers_init (&numbers);
  eup_facts_numbers (facts, field, table, row, &numbers);
  for (guint i = 0; i < numbers.n; i++)
    if (eup_store_home (facts->store, numbers.items[i], &home, &home_row))
      return TRUE;
  return FALSE;
}

static gboolean
any_milestone (const EupFacts *facts,
               EupNumber       subject)
{
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  eup_facts_milestones (facts, subject, &numbers);
  return numbers.n > 0;
}

static gboolean
any_initiative (const EupFacts *facts,
                EupTableKind    table,
                EupNumber       number)
{
  const EupNumber *objectives;
  guint n;

  if (table == EUP_TABLE_OBJECTIVE)
    return any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, number);
  if (table == EUP_TABLE_COMMISSIONER)
    return any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_LEADS, number);
  if (table != EUP_TABLE_PRIORITY)
    return FALSE;
  if (any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PRIORITIES, number))
    return TRUE;
  objectives = eup_store_reverse (facts->store, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, number, &n);
  for (guint i = 0; i < n; i++)
    if (any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, objectives[i]))
      return TRUE;
  return FALSE;
}

/* Its own, its objectives' and its initiatives'. */
static gboolean
priority_has_milestone (const EupFacts *facts,
                        EupNumber       number)
{
  EupStore *store = facts->store;
  const EupNumber *objectives, *initiatives;
  guint n_objectives, n_initiatives;

  if (any_milestone (facts, number))
    return TRUE;
  objectives = eup_store_reverse (store, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, number, &n_objectives);
  for (guint i = 0; i < n_objectives; i++)
    {
      if (any_milestone (facts, objectives[i]))
        return TRUE;
      initiatives = eup_store_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, objectives[i], &n_initiatives);
      for (guint j = 0; j < n_initiatives; j++)
        if (any_milestone (facts, initiatives[j]))
          return TRUE;
    }
  initiatives = eup_store_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PRIORITIES, number, &n_initiatives);
  for (guint j = 0; j < n_initiatives; j++)
    if (any_milestone (facts, initiatives[j]))
      return TRUE;
  return FALSE;
}

static gboolean
has_milestones (const EupFacts *facts,
                EupTableKind    table,
                EupNumber       number)
{
  if (table == EUP_TABLE_PRIORITY)
    return priority_has_milestone (facts, number);
  return table == EUP_TABLE_INITIATIVE && any_milestone (facts, number);
}

static gboolean
has_children (const EupFacts *facts,
              EupTableKind    table,
              EupNumber       number)
{
  switch (table)
    {
    case EUP_TABLE_MANDATE:
      return any_reverse (facts, EUP_TABLE_PRIORITY, EUP_PRIORITY_MANDATE, number);
    case EUP_TABLE_PRIORITY:
      return any_reverse (facts, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, number);
    case EUP_TABLE_OBJECTIVE:
      return any_initiative (facts, table, number);
    case EUP_TABLE_INITIATIVE:
      return any_milestone (facts, number);
    default:
      return FALSE;
    }
}

static gboolean
has_entities (const EupFacts *facts,
              EupNumber       topic)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    if (any_reverse (facts, table, EUP_FIELD_TOPICS, topic))
      return TRUE;
  return FALSE;
}

/* The row of the term that began last; of two the later in the list. */
static guint32
latest_term (const EupStore *store,
             guint32         row)
{
  guint32 latest = EUP_NO_ROW, latest_day = 0;
  guint n;
  const guint32 *terms = eup_store_list (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_TERMS), &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_cells;
      const guint32 *cells = eup_store_list (store, eup_store_get (store, EUP_TABLE_TERM, terms[i], EUP_TERM_PERIOD), &n_cells);
      guint32 day = n_cells < 3 ? 0 : eup_period_cells_first_day (cells);

      if (latest == EUP_NO_ROW || day >= latest_day)
        {
          latest = terms[i];
          latest_day = day;
        }
    }
  return latest;
}

static gboolean
latest_term_has (const EupStore *store,
                 EupTableKind    table,
                 guint32         row,
                 guint           field,
                 const char     *language)
{
  guint32 term = table == EUP_TABLE_COMMISSIONER ? latest_term (store, row) : EUP_NO_ROW;

  return term != EUP_NO_ROW && text_has (store, eup_store_get (store, EUP_TABLE_TERM, term, field), language);
}

static gboolean
has_title (const EupStore *store,
           const char     *language,
           EupTableKind    table,
           guint32         row)
{
  if (cell_has (store, table, row, EUP_FIELD_TITLE, language))
    return TRUE;
  return table == EUP_TABLE_COMMISSIONER && language == NULL
         && (cell_has (store, table, row, EUP_COMMISSIONER_GIVEN_NAME, NULL)
             || cell_has (store, table, row, EUP_COMMISSIONER_FAMILY_NAME, NULL));
}

static gboolean
initiative_has (const EupFacts     *facts,
                EupQueryPropertyId  id,
                guint32             row)
{
  EupNumber number = eup_store_number_of (facts->store, EUP_TABLE_INITIATIVE, row);

  switch (id)
    {
    case EUP_PROPERTY_STATUS:
      return eup_facts_status (facts, row) != EUP_STATUS_UNKNOWN;
    case EUP_PROPERTY_LEGISLATIVE:
      return eup_instrument_is_act (eup_store_get (facts->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT));
    case EUP_PROPERTY_DATE:
      return eup_facts_latest_date (facts, row) != 0;
    case EUP_PROPERTY_NEXT_MILESTONE:
      return eup_facts_next_milestone (facts, row) != 0;
    case EUP_PROPERTY_ALL_MILESTONES:
      return any_reverse (facts, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT, number);
    case EUP_PROPERTY_LEADS:
      return cell_has (facts->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_LEADS, NULL);
    case EUP_PROPERTY_OBJECTIVES:
      return cell_has (facts->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_OBJECTIVES, NULL);
    case EUP_PROPERTY_PRIORITIES:
    case EUP_PROPERTY_PRIORITY:
      return any_numbers (facts, EUP_QUERY_FIELD_PRIORITY, EUP_TABLE_INITIATIVE, row);
    case EUP_PROPERTY_PARTS:
      return any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PARENT, number);
    case EUP_PROPERTY_FULFILLED_BY:
      return any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_FULFILS, number);
    case EUP_PROPERTY_REPLACED_BY:
      return any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_REPLACES, number);
    case EUP_PROPERTY_AMENDED_BY:
      return any_reverse (facts, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_AMENDS, number);
    default:
      return FALSE;
    }
}

static gboolean
other_has (const EupFacts     *facts,
           EupQueryPropertyId  id,
           EupTableKind        table,
           guint32             row)
{
  EupStore *store = facts->store;
  EupNumber number = eup_store_number_of (store, table, row);

  switch (id)
    {
    case EUP_PROPERTY_STATE:
      return table == EUP_TABLE_MILESTONE && eup_derived_state (facts->derived != NULL ? facts->derived : eup_derived_of (store), row) != EUP_MILESTONE_STATE_UNKNOWN;
    case EUP_PROPERTY_DATE:
      return table == EUP_TABLE_MILESTONE && cell_has (store, table, row, EUP_MILESTONE_DATE, NULL);
    case EUP_PROPERTY_OBJECTIVES:
      return table == EUP_TABLE_PRIORITY && any_reverse (facts, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, number);
    case EUP_PROPERTY_PRIORITIES:
      return table == EUP_TABLE_MANDATE ? any_reverse (facts, EUP_TABLE_PRIORITY, EUP_PRIORITY_MANDATE, number)
             : table == EUP_TABLE_COMMISSIONER && any_numbers (facts, EUP_QUERY_FIELD_PRIORITY, table, row);
    case EUP_PROPERTY_PRIORITY:
      return table == EUP_TABLE_OBJECTIVE && cell_has (store, table, row, EUP_OBJECTIVE_PRIORITY, NULL);
    case EUP_PROPERTY_COMMISSIONERS:
      return table == EUP_TABLE_PRIORITY && any_numbers (facts, EUP_QUERY_FIELD_LEAD, table, row);
    case EUP_PROPERTY_ENTITIES:
      return table == EUP_TABLE_TOPIC && has_entities (facts, number);
    default:
      return FALSE;
    }
}

gboolean
eup_facts_has (const EupFacts         *facts,
               const EupQueryProperty *property,
               const char             *language,
               EupTableKind            table,
               guint32                 row)
{
  EupStore *store = facts->store;
  EupNumber number = eup_store_number_of (store, table, row);

  switch (property->id)
    {
    case EUP_PROPERTY_STORED:
      return stored_has (store, property->name, language, table, row);
    case EUP_PROPERTY_TITLE:
      return has_title (store, language, table, row);
    case EUP_PROPERTY_ROLE:
      return latest_term_has (store, table, row, EUP_TERM_ROLE, language);
    case EUP_PROPERTY_PORTFOLIO:
      return latest_term_has (store, table, row, EUP_TERM_PORTFOLIO, language);
    default:
      break;
    }
  if (language != NULL)
    return FALSE;

  switch (property->id)
    {
    case EUP_PROPERTY_ID:
    case EUP_PROPERTY_TYPE:
      return TRUE;
    case EUP_PROPERTY_CHILDREN:
      return has_children (facts, table, number);
    case EUP_PROPERTY_MILESTONES:
      return has_milestones (facts, table, number);
    case EUP_PROPERTY_INITIATIVES:
      return any_initiative (facts, table, number);
    default:
      return table == EUP_TABLE_INITIATIVE ? initiative_has (facts, property->id, row)
                                           : other_has (facts, property->id, table, row);
    }
}

const char *
eup_facts_title (const EupStore      *store,
                 EupTableKind         table,
                 guint32              row,
                 const char * const  *languages,
                 GString             *buffer)
{
  guint32 cell = eup_store_get (store, table, row, EUP_FIELD_TITLE);
  const char *given, *family;

  if (cell != 0 || table != EUP_TABLE_COMMISSIONER)
    return eup_store_text_best (store, cell, languages, NULL);
  given = eup_store_string (store, eup_store_get (store, table, row, EUP_COMMISSIONER_GIVEN_NAME));
  family = eup_store_string (store, eup_store_get (store, table, row, EUP_COMMISSIONER_FAMILY_NAME));
  if (given == NULL || family == NULL)
    return given != NULL ? given : family;
  g_string_printf (buffer, "%s %s", given, family);
  return buffer->str;
}

gboolean
eup_facts_language_is_in (const char  *language,
                          char       **languages)
{
  if (languages == NULL)
    return TRUE;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      gsize length = strlen (languages[i]);

      if (g_ascii_strncasecmp (language, languages[i], length) == 0 && (language[length] == '\0' || language[length] == '-'))
        return TRUE;
    }
  return FALSE;
}
