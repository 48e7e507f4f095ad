/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-facts.h"

#include "domain/eup-milestone-rules.h"
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
derived_of (const EupFacts *facts)
{
  return facts->derived != NULL ? facts->derived : eup_derived_of (facts->store);
}

guint8
eup_facts_status (const EupFacts *facts,
                  guint32         initiative_row)
{
  return derived_of (facts)->status[initiative_row];
}

guint32
eup_facts_latest_date (const EupFacts *facts,
                       guint32         initiative_row)
{
  return derived_of (facts)->date[initiative_row];
}

EupNumber
eup_facts_next_milestone (const EupFacts *facts,
                          guint32         initiative_row)
{
  return derived_of (facts)->next[initiative_row];
}

void
eup_facts_milestones (const EupFacts *facts,
                      EupNumber       subject,
                      EupNumbers     *numbers)
{
  guint n;
  const EupNumber *found = eup_store_reverse (facts->store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT, subject, &n);

  for (guint i = 0; i < n; i++)
    if (!eup_milestone_is_refined (facts->store, found[i]))
      eup_numbers_append (numbers, found[i]);
}

static guint64
milestone_enum (const EupFacts *facts,
                EupQueryField   field,
                guint32         row)
{
  if (field == EUP_QUERY_FIELD_STATE)
    return BIT (eup_derived_state (derived_of (facts), row));
  return BIT (enum_cell (facts->store, EUP_TABLE_MILESTONE, row,
                         field == EUP_QUERY_FIELD_KIND ? EUP_MILESTONE_KIND : EUP_MILESTONE_ACTOR));
}

static guint64
initiative_enum (const EupFacts *facts,
                 EupQueryField   field,
                 guint32         row)
{
  guint instrument;
  guint64 bits = 0;

  if (field == EUP_QUERY_FIELD_STATUS)
    return BIT (eup_facts_status (facts, row));
  if (field == EUP_QUERY_FIELD_INSTRUMENT || field == EUP_QUERY_FIELD_LEGISLATIVE)
    {
      instrument = enum_cell (facts->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT);
      return BIT (field == EUP_QUERY_FIELD_INSTRUMENT ? instrument : eup_instrument_is_act (instrument) ? 1u : 0u);
    }

  {
    g_auto (EupNumbers) milestones;

    eup_numbers_init (&milestones);
    eup_facts_milestones (facts, eup_store_number_of (facts->store, EUP_TABLE_INITIATIVE, row), &milestones);
    for (guint i = 0; i < milestones.n; i++)
      bits |= milestone_enum (facts, field, eup_store_row_in (facts->store, milestones.items[i], EUP_TABLE_MILESTONE));
  }
  return bits;
}

guint64
eup_facts_enums (const EupFacts *facts,
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
      return BIT (enum_cell (facts->store, table, row, EUP_FIELD_CONFIDENCE));
    case EUP_QUERY_FIELD_KIND:
    case EUP_QUERY_FIELD_ACTOR:
    case EUP_QUERY_FIELD_STATE:
      if (table == EUP_TABLE_MILESTONE)
        return milestone_enum (facts, field, row);
      break;
    default:
      if (table == EUP_TABLE_MILESTONE && eup_facts_subject (facts, row, &subject_table, &subject_row) != 0
          && subject_table == EUP_TABLE_INITIATIVE)
        return initiative_enum (facts, field, subject_row);
      break;
    }
  return table == EUP_TABLE_INITIATIVE ? initiative_enum (facts, field, row) : 0;
}

static void
add_list (const EupStore *store,
          EupTableKind    table,
          guint32         row,
          guint           field,
          EupNumbers     *numbers)
{
  guint n;
  const guint32 *items = eup_store_list (store, eup_store_get (store, table, row, field), &n);

  for (guint i = 0; i < n; i++)
    eup_numbers_add (numbers, items[i]);
}

static void
add_reverse (EupStore     *store,
             EupTableKind  table,
             guint         field,
             EupNumber     key,
             EupNumbers   *numbers)
{
  guint n;
  const EupNumber *items = eup_store_reverse (store, table, field, key, &n);

  for (guint i = 0; i < n; i++)
    eup_numbers_append (numbers, items[i]);
}

/* Whoever the priority states to be in charge; where it states nobody, those whose terms name it. */
static void
add_in_charge (EupStore   *store,
               guint32     row,
               EupNumbers *numbers)
{
  guint before = numbers->n;

  add_list (store, EUP_TABLE_PRIORITY, row, EUP_PRIORITY_IN_CHARGE, numbers);
  if (numbers->n == before)
    add_reverse (store, EUP_TABLE_TERM, EUP_TERM_PRIORITIES, eup_store_number_of (store, EUP_TABLE_PRIORITY, row), numbers);
}

/* Parents that go round in a circle name nobody: as many steps as there are initiatives lead to the end of any chain. */
static void
add_leads_of_initiative (EupStore   *store,
                         guint32     row,
                         EupNumbers *numbers)
{
  for (guint32 steps = eup_store_n_rows (store, EUP_TABLE_INITIATIVE); row != EUP_NO_ROW && steps > 0; steps--)
    {
      add_list (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_LEADS, numbers);
      if (numbers->n > 0)
        return;
      row = eup_store_row_in (store, eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_PARENT),
                              EUP_TABLE_INITIATIVE);
    }
}

static void
add_leads (EupStore     *store,
           EupTableKind  table,
           guint32       row,
           EupNumbers   *numbers)
{
  switch (table)
    {
    case EUP_TABLE_PRIORITY:
      add_in_charge (store, row, numbers);
      break;
    case EUP_TABLE_OBJECTIVE:
      row = eup_store_row_in (store, eup_store_get (store, table, row, EUP_OBJECTIVE_PRIORITY), EUP_TABLE_PRIORITY);
      if (row != EUP_NO_ROW)
        add_in_charge (store, row, numbers);
      break;
    case EUP_TABLE_INITIATIVE:
      add_leads_of_initiative (store, row, numbers);
      break;
    case EUP_TABLE_COMMISSIONER:
      eup_numbers_append (numbers, eup_store_number_of (store, table, row));
      break;
    default:
      break;
    }
}

/* The topic and all that are broader; topics that go round in a circle end after as many steps as there are topics. */
static void
add_broader (EupStore   *store,
             EupNumber   topic,
             EupNumbers *numbers)
{
  guint first = numbers->n;

  for (guint32 steps = eup_store_n_rows (store, EUP_TABLE_TOPIC); topic != 0; steps--)
    {
      guint32 row = eup_store_row_in (store, topic, EUP_TABLE_TOPIC);

      if (numbers->n > first && numbers->items[first] == topic)
        return;
      eup_numbers_add (numbers, topic);
      if (row == EUP_NO_ROW || steps == 0)
        return;
      topic = eup_store_get (store, EUP_TABLE_TOPIC, row, EUP_TOPIC_BROADER);
    }
}

static void
add_topics (EupStore     *store,
            EupTableKind  table,
            guint32       row,
            EupNumbers   *numbers)
{
  if (table == EUP_TABLE_TOPIC)
    add_broader (store, eup_store_number_of (store, table, row), numbers);
  else if (table != EUP_TABLE_MANDATE)
    add_list (store, table, row, EUP_FIELD_TOPICS, numbers);
}

static void
add_priorities (EupStore     *store,
                EupTableKind  table,
                guint32       row,
                EupNumbers   *numbers)
{
  const guint32 *items;
  guint n;

  switch (table)
    {
    case EUP_TABLE_PRIORITY:
      eup_numbers_append (numbers, eup_store_number_of (store, table, row));
      break;
    case EUP_TABLE_OBJECTIVE:
      eup_numbers_add (numbers, eup_store_get (store, table, row, EUP_OBJECTIVE_PRIORITY));
      break;
    case EUP_TABLE_INITIATIVE:
      add_list (store, table, row, EUP_INITIATIVE_PRIORITIES, numbers);
      items = eup_store_list (store, eup_store_get (store, table, row, EUP_INITIATIVE_OBJECTIVES), &n);
      for (guint i = 0; i < n; i++)
        {
          guint32 objective = eup_store_row_in (store, items[i], EUP_TABLE_OBJECTIVE);

          if (objective != EUP_NO_ROW)
            eup_numbers_add (numbers, eup_store_get (store, EUP_TABLE_OBJECTIVE, objective, EUP_OBJECTIVE_PRIORITY));
        }
      break;
    case EUP_TABLE_COMMISSIONER:
      items = eup_store_list (store, eup_store_get (store, table, row, EUP_COMMISSIONER_TERMS), &n);
      for (guint i = 0; i < n; i++)
        add_list (store, EUP_TABLE_TERM, items[i], EUP_TERM_PRIORITIES, numbers);
      break;
    default:
      break;
    }
}

static void
add_mandates (EupStore     *store,
              EupTableKind  table,
              guint32       row,
              EupNumbers   *numbers)
{
  const guint32 *terms;
  guint n;

  if (table == EUP_TABLE_MANDATE)
    eup_numbers_append (numbers, eup_store_number_of (store, table, row));
  else if (table == EUP_TABLE_PRIORITY)
    eup_numbers_add (numbers, eup_store_get (store, table, row, EUP_PRIORITY_MANDATE));
  else if (table == EUP_TABLE_COMMISSIONER)
    {
      terms = eup_store_list (store, eup_store_get (store, table, row, EUP_COMMISSIONER_TERMS), &n);
      for (guint i = 0; i < n; i++)
        eup_numbers_add (numbers, eup_store_get (store, EUP_TABLE_TERM, terms[i], EUP_TERM_MANDATE));
    }
  else
    {
      g_auto (EupNumbers) priorities;

      eup_numbers_init (&priorities);
      add_priorities (store, table, row, &priorities);
      for (guint i = 0; i < priorities.n; i++)
        {
          guint32 priority = eup_store_row_in (store, priorities.items[i], EUP_TABLE_PRIORITY);

          if (priority != EUP_NO_ROW)
            eup_numbers_add (numbers, eup_store_get (store, EUP_TABLE_PRIORITY, priority, EUP_PRIORITY_MANDATE));
        }
    }
}

/* The initiatives that a Commissioner leads, or the initiative itself. */
static void
add_initiatives (EupStore     *store,
                 EupTableKind  table,
                 guint32       row,
                 EupNumbers   *numbers)
{
  EupNumber number = eup_store_number_of (store, table, row);

  if (table == EUP_TABLE_INITIATIVE)
    eup_numbers_append (numbers, number);
  else if (table == EUP_TABLE_COMMISSIONER)
    add_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_LEADS, number, numbers);
}

static void
add_objectives (EupStore     *store,
                EupTableKind  table,
                guint32       row,
                EupNumbers   *numbers)
{
  if (table == EUP_TABLE_OBJECTIVE)
    eup_numbers_append (numbers, eup_store_number_of (store, table, row));
  else if (table == EUP_TABLE_INITIATIVE)
    add_list (store, table, row, EUP_INITIATIVE_OBJECTIVES, numbers);
  else if (table == EUP_TABLE_COMMISSIONER)
    {
      guint n;
      const EupNumber *led = eup_store_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_LEADS,
                                                eup_store_number_of (store, table, row), &n);

      for (guint i = 0; i < n; i++)
        add_list (store, EUP_TABLE_INITIATIVE, eup_store_row_in (store, led[i], EUP_TABLE_INITIATIVE),
                  EUP_INITIATIVE_OBJECTIVES, numbers);
    }
}

static void
add_bearers (EupStore     *store,
             EupTableKind  table,
             guint32       row,
             EupNumbers   *numbers)
{
  if (table == EUP_TABLE_TOPIC)
    add_broader (store, eup_store_number_of (store, table, row), numbers);
  else if (table != EUP_TABLE_MANDATE)
    eup_numbers_add (numbers, eup_store_number_of (store, table, row));
}

typedef void (*AddFunc) (EupStore     *store,
                         EupTableKind  table,
                         guint32       row,
                         EupNumbers   *numbers);

static AddFunc
add_func_of (EupQueryField field)
{
  switch (field)
    {
    case EUP_QUERY_FIELD_LEAD:
      return add_leads;
    case EUP_QUERY_FIELD_TOPIC:
      return add_topics;
    case EUP_QUERY_FIELD_MANDATE:
      return add_mandates;
    case EUP_QUERY_FIELD_PRIORITY:
      return add_priorities;
    case EUP_QUERY_FIELD_OBJECTIVE:
      return add_objectives;
    case EUP_QUERY_FIELD_INITIATIVE:
      return add_initiatives;
    default:
      return add_bearers;
    }
}

/* What a milestone has by its subject. */
static gboolean
subject_tells (EupQueryField field,
               EupTableKind  subject)
{
  switch (field)
    {
    case EUP_QUERY_FIELD_LEAD:
    case EUP_QUERY_FIELD_TOPIC:
      return subject != EUP_TABLE_MILESTONE;
    case EUP_QUERY_FIELD_REF:
      return subject != EUP_TABLE_MILESTONE && subject != EUP_TABLE_MANDATE;
    default:
      return subject < EUP_TABLE_MILESTONE;
    }
}

void
eup_facts_numbers (const EupFacts *facts,
                   EupQueryField   field,
                   EupTableKind    table,
                   guint32         row,
                   EupNumbers     *numbers)
{
  AddFunc add = add_func_of (field);
  EupTableKind subject_table;
  guint32 subject_row;

  if (table != EUP_TABLE_MILESTONE)
    {
      add (facts->store, table, row, numbers);
      return;
    }

  if (field == EUP_QUERY_FIELD_TOPIC || field == EUP_QUERY_FIELD_REF)
    add (facts->store, table, row, numbers);
  if (eup_facts_subject (facts, row, &subject_table, &subject_row) != 0 && subject_tells (field, subject_table))
    {
      if (field == EUP_QUERY_FIELD_REF)
        eup_numbers_add (numbers, eup_store_number_of (facts->store, subject_table, subject_row));
      else
        add (facts->store, subject_table, subject_row, numbers);
    }
}

void
eup_facts_countries (const EupFacts *facts,
                     EupTableKind    table,
                     guint32         row,
                     EupNumbers     *strings)
{
  g_auto (EupNumbers) leads;
  EupTableKind subject_table;
  guint32 subject_row;

  eup_numbers_init (&leads);
  if (table == EUP_TABLE_MILESTONE)
    {
      if (eup_facts_subject (facts, row, &subject_table, &subject_row) == 0 || subject_table == EUP_TABLE_MILESTONE)
        return;
      table = subject_table;
      row = subject_row;
    }
  else if (table != EUP_TABLE_INITIATIVE && table != EUP_TABLE_COMMISSIONER)
    return;

  add_leads (facts->store, table, row, &leads);
  for (guint i = 0; i < leads.n; i++)
    {
      guint32 lead = eup_store_row_in (facts->store, leads.items[i], EUP_TABLE_COMMISSIONER);

      if (lead != EUP_NO_ROW)
        eup_numbers_add (strings, eup_store_get (facts->store, EUP_TABLE_COMMISSIONER, lead, EUP_COMMISSIONER_COUNTRY));
    }
}

static inline gboolean
lies_within (guint32 date,
             guint32 first_day,
             guint32 last_day)
{
  return date != 0 && eup_date_cell_first_day (date) >= first_day && eup_date_cell_last_day (date) <= last_day;
}

static const guint32 *
period_of (const EupStore *store,
           EupTableKind    table,
           guint32         row,
           guint           field)
{
  guint n;
  const guint32 *cells = eup_store_list (store, eup_store_get (store, table, row, field), &n);

  return n == 3 && (cells[0] | cells[1] | cells[2]) != 0 ? cells : NULL;
}

static gboolean
overlaps (const guint32 *period,
          guint32        first_day,
          guint32        last_day)
{
  return period != NULL && eup_period_cells_first_day (period) <= last_day
         && eup_period_cells_last_day (period) >= first_day;
}

/* The row of the mandate that the entity belongs to, or EUP_NO_ROW. */
static guint32
mandate_row (const EupStore *store,
             EupTableKind    table,
             guint32         row)
{
  if (table == EUP_TABLE_OBJECTIVE)
    {
      row = eup_store_row_in (store, eup_store_get (store, table, row, EUP_OBJECTIVE_PRIORITY), EUP_TABLE_PRIORITY);
      table = EUP_TABLE_PRIORITY;
    }
  if (table == EUP_TABLE_PRIORITY && row != EUP_NO_ROW)
    row = eup_store_row_in (store, eup_store_get (store, table, row, EUP_PRIORITY_MANDATE), EUP_TABLE_MANDATE);
  return row;
}

static gboolean
milestone_within (const EupFacts *facts,
                  guint32         row,
                  guint32         first_day,
                  guint32         last_day)
{
  EupStore *store = facts->store;
  guint n;
  const EupNumber *milestones;

  /* Most often the latest one tells it. */
  if (lies_within (eup_facts_latest_date (facts, row), first_day, last_day))
    return TRUE;
  milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT,
                                  eup_store_number_of (store, EUP_TABLE_INITIATIVE, row), &n);
  for (guint i = 0; i < n; i++)
    {
      guint32 milestone = eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE);

      if (lies_within (eup_store_get (store, EUP_TABLE_MILESTONE, milestone, EUP_MILESTONE_DATE), first_day, last_day)
          && !eup_milestone_is_refined (store, milestones[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
eup_facts_date_within (const EupFacts *facts,
                       EupTableKind    table,
                       guint32         row,
                       guint32         first_day,
                       guint32         last_day)
{
  EupStore *store = facts->store;
  const guint32 *terms;
  guint n;

  switch (table)
    {
    case EUP_TABLE_MILESTONE:
      return lies_within (eup_store_get (store, table, row, EUP_MILESTONE_DATE), first_day, last_day);
    case EUP_TABLE_INITIATIVE:
      return milestone_within (facts, row, first_day, last_day);
    case EUP_TABLE_MANDATE:
    case EUP_TABLE_PRIORITY:
    case EUP_TABLE_OBJECTIVE:
      row = mandate_row (store, table, row);
      return row != EUP_NO_ROW
             && overlaps (period_of (store, EUP_TABLE_MANDATE, row, EUP_MANDATE_PERIOD), first_day, last_day);
    case EUP_TABLE_COMMISSIONER:
      terms = eup_store_list (store, eup_store_get (store, table, row, EUP_COMMISSIONER_TERMS), &n);
      for (guint i = 0; i < n; i++)
        if (overlaps (period_of (store, EUP_TABLE_TERM, terms[i], EUP_TERM_PERIOD), first_day, last_day))
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

guint32
eup_facts_date (const EupFacts *facts,
                EupTableKind    table,
                guint32         row)
{
  EupStore *store = facts->store;
  const guint32 *period, *terms;
  guint32 latest = 0;
  guint n;

  switch (table)
    {
    case EUP_TABLE_MILESTONE:
      return eup_store_get (store, table, row, EUP_MILESTONE_DATE);
    case EUP_TABLE_INITIATIVE:
      return eup_facts_latest_date (facts, row);
    case EUP_TABLE_MANDATE:
    case EUP_TABLE_PRIORITY:
    case EUP_TABLE_OBJECTIVE:
      row = mandate_row (store, table, row);
      period = row == EUP_NO_ROW ? NULL : period_of (store, EUP_TABLE_MANDATE, row, EUP_MANDATE_PERIOD);
      return period == NULL ? 0 : period[0];
    case EUP_TABLE_COMMISSIONER:
      terms = eup_store_list (store, eup_store_get (store, table, row, EUP_COMMISSIONER_TERMS), &n);
      for (guint i = 0; i < n; i++)
        {
          period = period_of (store, EUP_TABLE_TERM, terms[i], EUP_TERM_PERIOD);
          if (period != NULL && eup_date_cell_compare (period[0], latest) > 0)
            latest = period[0];
        }
      return latest;
    default:
      return 0;
    }
}

static gboolean
initiative_is (const EupFacts *facts,
               EupQueryFlag    flag,
               guint32         row)
{
  guint status = eup_facts_status (facts, row);
  EupCourse course = eup_instrument_course (eup_store_get (facts->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT));

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
eup_facts_is (const EupFacts *facts,
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
           ? eup_milestone_is_refined (facts->store, eup_store_number_of (facts->store, table, row))
           : eup_derived_milestone_is (facts->store, derived_of (facts), row, derived_flags[flag]);
  if (table != EUP_TABLE_INITIATIVE)
    return FALSE;
  return derived_flags[flag] != 0 ? (derived_of (facts)->flags[row] & derived_flags[flag]) != 0
                                  : initiative_is (facts, flag, row);
}
