/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-field-reader.h"

#include "domain/eup-milestone-rules.h"
#include "domain/eup-relations.h"
#include "domain/eup-terms.h"
#include "values/eup-date-cell.h"
#include "values/eup-period-private.h"

#define BIT(n) (G_GUINT64_CONSTANT (1) << (n))

/* A word that the enumeration does not know reads as unknown. */
static inline guint
enum_cell (const EupStore *store,
           EupTableKind    table,
           guint32         row,
           guint           field)
{
  guint cell = eup_store_get (store, table, row, field);

  return cell == EUP_ENUM_KEPT ? 0 : cell;
}

static const EupDerived *
derived_of (const EupFieldReader *reader)
{
  return reader->derived != NULL ? reader->derived : eup_derived_of (reader->store);
}

guint8
eup_field_reader_status (const EupFieldReader *reader,
                         guint32         initiative_row)
{
  return derived_of (reader)->status[initiative_row];
}

guint32
eup_field_reader_latest_date (const EupFieldReader *reader,
                              guint32         initiative_row)
{
  return derived_of (reader)->date[initiative_row];
}

EupNumber
eup_field_reader_next_milestone (const EupFieldReader *reader,
                                 guint32         initiative_row)
{
  return derived_of (reader)->next[initiative_row];
}

static guint64
milestone_enum (const EupFieldReader *reader,
                EupQueryField   field,
                guint32         row)
{
  if (field == EUP_QUERY_FIELD_STATE)
    return BIT (eup_derived_state (derived_of (reader), row));
  return BIT (enum_cell (reader->store, EUP_TABLE_MILESTONE, row,
                         field == EUP_QUERY_FIELD_KIND ? EUP_MILESTONE_KIND : EUP_MILESTONE_ACTOR));
}

static guint64
initiative_enum (const EupFieldReader *reader,
                 EupQueryField   field,
                 guint32         row)
{
  guint instrument;
  guint64 bits = 0;

  if (field == EUP_QUERY_FIELD_STATUS)
    return BIT (eup_field_reader_status (reader, row));
  if (field == EUP_QUERY_FIELD_VERDICT)
    return BIT (derived_of (reader)->verdict[row]);
  if (field == EUP_QUERY_FIELD_INSTRUMENT || field == EUP_QUERY_FIELD_LEGISLATIVE)
    {
      instrument = enum_cell (reader->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT);
      return BIT (field == EUP_QUERY_FIELD_INSTRUMENT ? instrument : eup_instrument_is_act (instrument) ? 1u : 0u);
    }

  {
    g_auto (EupNumbers) milestones;

    eup_numbers_init (&milestones);
    eup_relation_stated (reader->store, EUP_RELATION_INITIATIVE_MILESTONES, EUP_TABLE_INITIATIVE, row, &milestones);
    for (guint i = 0; i < milestones.n; i++)
      bits |= milestone_enum (reader, field, eup_store_row_in (reader->store, milestones.items[i], EUP_TABLE_MILESTONE));
  }
  return bits;
}

guint64
eup_field_reader_enums (const EupFieldReader *reader,
                        EupQueryField   field,
                        EupTableKind    table,
                        guint32         row)
{
  EupTableKind subject_table;
  guint32 subject_row;

  switch (field)
    {
    case EUP_QUERY_FIELD_TYPE:
      return BIT (table);
    case EUP_QUERY_FIELD_CONFIDENCE:
      return BIT (enum_cell (reader->store, table, row, EUP_FIELD_CONFIDENCE));
    case EUP_QUERY_FIELD_KIND:
    case EUP_QUERY_FIELD_ACTOR:
    case EUP_QUERY_FIELD_STATE:
      if (table == EUP_TABLE_MILESTONE)
        return milestone_enum (reader, field, row);
      break;
    default:
      if (table == EUP_TABLE_MILESTONE && eup_field_reader_subject (reader, row, &subject_table, &subject_row) != 0
          && subject_table == EUP_TABLE_INITIATIVE)
        return initiative_enum (reader, field, subject_row);
      break;
    }
  return table == EUP_TABLE_INITIATIVE ? initiative_enum (reader, field, row) : 0;
}

static EupRelation
relation_of (EupQueryField field)
{
  switch (field)
    {
    case EUP_QUERY_FIELD_LEAD:
      return EUP_RELATION_LEADS;
    case EUP_QUERY_FIELD_TOPIC:
      return EUP_RELATION_TOPICS;
    case EUP_QUERY_FIELD_MANDATE:
      return EUP_RELATION_MANDATES;
    case EUP_QUERY_FIELD_PRIORITY:
      return EUP_RELATION_PRIORITIES;
    case EUP_QUERY_FIELD_OBJECTIVE:
      return EUP_RELATION_OBJECTIVES;
    case EUP_QUERY_FIELD_INITIATIVE:
      return EUP_RELATION_INITIATIVES;
    default:
      return EUP_RELATION_CITING;
    }
}

void
eup_field_reader_numbers (const EupFieldReader *reader,
                          EupQueryField   field,
                          EupTableKind    table,
                          guint32         row,
                          EupNumbers     *numbers)
{
  eup_relation_stated (reader->store, relation_of (field), table, row, numbers);
}

void
eup_field_reader_named (const EupFieldReader *reader,
                 EupQueryField   field,
                 EupTableKind    table,
                 guint32         row,
                 EupNumbers     *numbers)
{
  eup_relation_stated (reader->store, field == EUP_QUERY_FIELD_TOPIC ? EUP_RELATION_NAMED_TOPICS : relation_of (field), table, row, numbers);
}

void
eup_field_reader_milestones (const EupFieldReader *reader,
                      EupTableKind    table,
                      guint32         row,
                      EupNumbers     *milestones)
{
  eup_relation_stated (reader->store, EUP_RELATION_MILESTONES, table, row, milestones);
}

static int
position_field (EupTableKind table)
{
  switch (table)
    {
    case EUP_TABLE_PRIORITY:
      return EUP_PRIORITY_POSITION;
    case EUP_TABLE_OBJECTIVE:
      return EUP_OBJECTIVE_POSITION;
    case EUP_TABLE_INITIATIVE:
      return EUP_INITIATIVE_POSITION;
    case EUP_TABLE_MILESTONE:
      return EUP_MILESTONE_POSITION;
    default:
      return -1;
    }
}

gboolean
eup_field_reader_integer (const EupFieldReader *reader,
                   EupQueryField   field,
                   EupTableKind    table,
                   guint32         row,
                   gint64         *integer)
{
  const EupChain *chain;

  if (field == EUP_QUERY_FIELD_POSITION)
    {
      int position = position_field (table);

      *integer = position < 0 ? 0 : eup_store_get (reader->store, table, row, (guint) position);
      return *integer != 0;
    }
  if (table == EUP_TABLE_INITIATIVE)
    {
      *integer = derived_of (reader)->slippage[row];
      return TRUE;
    }
  if (table != EUP_TABLE_MILESTONE)
    return FALSE;
  chain = eup_derived_chain (derived_of (reader), eup_store_number_of (reader->store, table, row));
  *integer = chain == NULL ? 0 : chain->slippage;
  return TRUE;
}

void
eup_field_reader_bearers (const EupFieldReader *reader,
                          EupQueryField   field,
                          EupNumber       number,
                          EupNumbers     *bearers)
{
  eup_relation_owners (reader->store, relation_of (field), number, bearers);
}

void
eup_field_reader_countries (const EupFieldReader *reader,
                            EupTableKind    table,
                            guint32         row,
                            EupNumbers     *strings)
{
  g_auto (EupNumbers) leads;

  eup_numbers_init (&leads);
  /* Of those who are in charge of a priority only its milestones have the country. */
  if (table == EUP_TABLE_PRIORITY || table == EUP_TABLE_OBJECTIVE)
    return;
  eup_relation_stated (reader->store, EUP_RELATION_LEADS, table, row, &leads);
  for (guint i = 0; i < leads.n; i++)
    {
      guint32 lead = eup_store_row_in (reader->store, leads.items[i], EUP_TABLE_COMMISSIONER);

      if (lead != EUP_NO_ROW)
        eup_numbers_add (strings, eup_store_get (reader->store, EUP_TABLE_COMMISSIONER, lead, EUP_COMMISSIONER_COUNTRY));
    }
}

static inline gboolean
lies_within (guint32 date,
             guint32 first_day,
             guint32 last_day)
{
  return date != 0 && eup_date_cell_first_day (date) >= first_day && eup_date_cell_last_day (date) <= last_day;
}

static gboolean
overlaps (const guint32 *period,
          guint32        first_day,
          guint32        last_day)
{
  return period != NULL && eup_period_cells_first_day (period) <= last_day
         && eup_period_cells_last_day (period) >= first_day;
}

/* The period of the mandate that the entity belongs to, or NULL. */
static const guint32 *
mandate_period (const EupFieldReader *reader,
                EupTableKind    table,
                guint32         row)
{
  g_auto (EupNumbers) mandates;
  guint32 mandate;

  eup_numbers_init (&mandates);
  eup_relation_stated (reader->store, EUP_RELATION_DATING_MANDATES, table, row, &mandates);
  mandate = mandates.n == 0 ? EUP_NO_ROW : eup_store_row_in (reader->store, mandates.items[0], EUP_TABLE_MANDATE);
  return mandate == EUP_NO_ROW ? NULL : eup_mandate_period (reader->store, mandate);
}

static gboolean
milestone_within (const EupFieldReader *reader,
                  guint32         row,
                  guint32         first_day,
                  guint32         last_day)
{
  g_auto (EupNumbers) milestones;

  eup_numbers_init (&milestones);
  /* Most often the latest one tells it. */
  if (lies_within (eup_field_reader_latest_date (reader, row), first_day, last_day))
    return TRUE;
  eup_relation_stated (reader->store, EUP_RELATION_INITIATIVE_MILESTONES, EUP_TABLE_INITIATIVE, row, &milestones);
  for (guint i = 0; i < milestones.n; i++)
    {
      guint32 milestone = eup_store_row_in (reader->store, milestones.items[i], EUP_TABLE_MILESTONE);

      if (lies_within (eup_store_get (reader->store, EUP_TABLE_MILESTONE, milestone, EUP_MILESTONE_DATE), first_day, last_day))
        return TRUE;
    }
  return FALSE;
}

gboolean
eup_field_reader_date_within (const EupFieldReader *reader,
                              EupTableKind    table,
                              guint32         row,
                              guint32         first_day,
                              guint32         last_day)
{
  EupStore *store = reader->store;
  const guint32 *terms;
  guint n;

  switch (table)
    {
    case EUP_TABLE_MILESTONE:
      return lies_within (eup_store_get (store, table, row, EUP_MILESTONE_DATE), first_day, last_day);
    case EUP_TABLE_INITIATIVE:
      return milestone_within (reader, row, first_day, last_day);
    case EUP_TABLE_MANDATE:
    case EUP_TABLE_PRIORITY:
    case EUP_TABLE_OBJECTIVE:
      return overlaps (mandate_period (reader, table, row), first_day, last_day);
    case EUP_TABLE_COMMISSIONER:
      terms = eup_store_list (store, eup_store_get (store, table, row, EUP_COMMISSIONER_TERMS), &n);
      for (guint i = 0; i < n; i++)
        if (overlaps (eup_term_period (store, terms[i]), first_day, last_day))
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

guint32
eup_field_reader_date (const EupFieldReader *reader,
                       EupTableKind    table,
                       guint32         row)
{
  EupStore *store = reader->store;
  const guint32 *period, *terms;
  guint32 latest = 0;
  guint n;

  switch (table)
    {
    case EUP_TABLE_MILESTONE:
      return eup_store_get (store, table, row, EUP_MILESTONE_DATE);
    case EUP_TABLE_INITIATIVE:
      return eup_field_reader_latest_date (reader, row);
    case EUP_TABLE_MANDATE:
    case EUP_TABLE_PRIORITY:
    case EUP_TABLE_OBJECTIVE:
      period = mandate_period (reader, table, row);
      return period == NULL ? 0 : period[0];
    case EUP_TABLE_COMMISSIONER:
      terms = eup_store_list (store, eup_store_get (store, table, row, EUP_COMMISSIONER_TERMS), &n);
      for (guint i = 0; i < n; i++)
        {
          period = eup_term_period (store, terms[i]);
          if (period != NULL && eup_date_cell_compare (period[0], latest) > 0)
            latest = period[0];
        }
      return latest;
    default:
      return 0;
    }
}

static gboolean
initiative_is (const EupFieldReader *reader,
               EupQueryFlag    flag,
               guint32         row)
{
  guint status = eup_field_reader_status (reader, row);
  EupCourse course = eup_instrument_course (eup_store_get (reader->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT));

  switch (flag)
    {
    case EUP_QUERY_FLAG_OPEN:
      return eup_status_is_open (status, course);
    case EUP_QUERY_FLAG_DELIVERED:
      return eup_status_is_delivered (status, course);
    case EUP_QUERY_FLAG_ENDED:
      return eup_status_is_ended (status);
    default:
      return FALSE;
    }
}

gboolean
eup_field_reader_is (const EupFieldReader *reader,
                     EupQueryFlag    flag,
                     EupTableKind    table,
                     guint32         row)
{
  static const guint8 derived_flags[EUP_N_QUERY_FLAGS] = {
    [EUP_QUERY_FLAG_OVERDUE] = EUP_HAS_OVERDUE,
    [EUP_QUERY_FLAG_UPCOMING] = EUP_HAS_UPCOMING,
    [EUP_QUERY_FLAG_RESCHEDULED] = EUP_HAS_RESCHEDULED,
    [EUP_QUERY_FLAG_MISSED] = EUP_HAS_MISSED,
    [EUP_QUERY_FLAG_CANCELLED] = EUP_HAS_CANCELLED,
  };

  if (table == EUP_TABLE_MILESTONE)
    return flag == EUP_QUERY_FLAG_REFINED
           ? eup_milestone_is_refined (reader->store, eup_store_number_of (reader->store, table, row))
           : eup_derived_milestone_is (reader->store, derived_of (reader), row, derived_flags[flag]);
  if (table != EUP_TABLE_INITIATIVE)
    return FALSE;
  return derived_flags[flag] != 0 ? (derived_of (reader)->flags[row] & derived_flags[flag]) != 0
                                  : initiative_is (reader, flag, row);
}
