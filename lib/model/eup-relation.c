/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-milestone-rules.h"
#include "model/eup-number-set.h"
#include "model/eup-relation-private.h"
#include "values/eup-period-private.h"

#define FORWARD(items, order, table, field) \
  { EUP_TABLE_##items, EUP_ORDER_##order, EUP_TABLE_##table, field, TRUE }
#define REVERSE(items, order, table, field) \
  { EUP_TABLE_##items, EUP_ORDER_##order, EUP_TABLE_##table, field, FALSE }
#define SEVERAL(items, order) \
  { EUP_TABLE_##items, EUP_ORDER_##order, EUP_TABLE_ANY, -1, FALSE }

static const EupRelationSpec specs[EUP_N_RELATIONS] = {
  [EUP_RELATION_ENTITY_TOPICS] = FORWARD (TOPIC, BY_TITLE, ANY, EUP_FIELD_TOPICS),
  [EUP_RELATION_MANDATE_PRIORITIES] = REVERSE (PRIORITY, BY_POSITION, PRIORITY, EUP_PRIORITY_MANDATE),
  [EUP_RELATION_PRIORITY_OBJECTIVES] = REVERSE (OBJECTIVE, BY_POSITION, OBJECTIVE, EUP_OBJECTIVE_PRIORITY),
  [EUP_RELATION_PRIORITY_INITIATIVES] = SEVERAL (INITIATIVE, BY_TITLE),
  [EUP_RELATION_PRIORITY_MILESTONES] = SEVERAL (MILESTONE, BY_DATE),
  [EUP_RELATION_PRIORITY_COMMISSIONERS] = SEVERAL (COMMISSIONER, AS_STATED),
  [EUP_RELATION_OBJECTIVE_INITIATIVES] = REVERSE (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_OBJECTIVES),
  [EUP_RELATION_INITIATIVE_OBJECTIVES] = FORWARD (OBJECTIVE, BY_POSITION, INITIATIVE, EUP_INITIATIVE_OBJECTIVES),
  [EUP_RELATION_INITIATIVE_PRIORITIES] = SEVERAL (PRIORITY, AS_STATED),
  [EUP_RELATION_INITIATIVE_LEADS] = FORWARD (COMMISSIONER, BY_TITLE, INITIATIVE, EUP_INITIATIVE_LEADS),
  [EUP_RELATION_INITIATIVE_PARTS] = REVERSE (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_PARENT),
  [EUP_RELATION_INITIATIVE_FULFILS] = FORWARD (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_FULFILS),
  [EUP_RELATION_INITIATIVE_FULFILLED_BY] = REVERSE (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_FULFILS),
  [EUP_RELATION_INITIATIVE_REPLACES] = FORWARD (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_REPLACES),
  [EUP_RELATION_INITIATIVE_REPLACED_BY] = REVERSE (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_REPLACES),
  [EUP_RELATION_INITIATIVE_AMENDS] = FORWARD (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_AMENDS),
  [EUP_RELATION_INITIATIVE_AMENDED_BY] = REVERSE (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_AMENDS),
  [EUP_RELATION_INITIATIVE_MILESTONES] = REVERSE (MILESTONE, BY_DATE, MILESTONE, EUP_MILESTONE_SUBJECT),
  [EUP_RELATION_INITIATIVE_ALL_MILESTONES] = REVERSE (MILESTONE, BY_DATE, MILESTONE, EUP_MILESTONE_SUBJECT),
  [EUP_RELATION_COMMISSIONER_PRIORITIES] = SEVERAL (PRIORITY, BY_POSITION),
  [EUP_RELATION_COMMISSIONER_INITIATIVES] = REVERSE (INITIATIVE, BY_TITLE, INITIATIVE, EUP_INITIATIVE_LEADS),
  [EUP_RELATION_TOPIC_ENTITIES] = SEVERAL (ANY, BY_TITLE),
};

const EupRelationSpec *
eup_relation_spec (EupRelation relation)
{
  return &specs[relation];
}

static gboolean
is_here (const EupStore *store,
         EupNumber       number,
         EupTableKind    wanted)
{
  EupTableKind table;
  guint32 row;

  return eup_store_home (store, number, &table, &row) && (wanted == EUP_TABLE_ANY || table == wanted);
}

static void
append_reverse (EupStore     *store,
                EupTableKind  table,
                guint         field,
                EupNumber     key,
                GArray       *numbers)
{
  guint n;
  const EupNumber *found = eup_store_reverse (store, table, field, key, &n);

  if (n > 0)
    g_array_append_vals (numbers, found, n);
}

static void
append_forward (const EupStore     *store,
                EupNumber           owner,
                guint               field,
                EupTableKind        items,
                GArray             *numbers)
{
  const EupNumber *found;
  EupTableKind table;
  guint32 row;
  guint n;

  if (!eup_store_home (store, owner, &table, &row) || field >= eup_schema_table (table)->n_fields)
    return;
  found = eup_store_list (store, eup_store_get (store, table, row, field), &n);
  for (guint i = 0; i < n; i++)
    if (is_here (store, found[i], items))
      g_array_append_val (numbers, found[i]);
}

static gboolean
stands_before (const GArray *numbers,
               guint         n,
               EupNumber     number)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (numbers, EupNumber, i) == number)
      return TRUE;
  return FALSE;
}

/* Keeps the first of each. Most lists are so short that each is soonest compared with all before it. */
static void
drop_doubles (const EupStore *store,
              GArray         *numbers)
{
  gboolean few = numbers->len <= 16;
  g_auto (EupNumberSet) seen = { NULL, NULL };
  guint kept = 0;

  if (!few)
    eup_number_set_init (&seen, store, numbers->len);
  for (guint i = 0; i < numbers->len; i++)
    {
      EupNumber number = g_array_index (numbers, EupNumber, i);

      if (few ? !stands_before (numbers, kept, number) : eup_number_set_add (&seen, number))
        g_array_index (numbers, EupNumber, kept++) = number;
    }
  g_array_set_size (numbers, kept);
}

static void
drop_refined (EupStore *store,
              GArray   *numbers)
{
  guint kept = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      EupNumber number = g_array_index (numbers, EupNumber, i);

      if (!eup_milestone_is_refined (store, number))
        g_array_index (numbers, EupNumber, kept++) = number;
    }
  g_array_set_size (numbers, kept);
}

void
eup_relation_priorities (EupStore  *store,
                         EupNumber  initiative,
                         GArray    *numbers)
{
  g_autoptr (GArray) objectives = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  if (eup_store_row_in (store, initiative, EUP_TABLE_INITIATIVE) == EUP_NO_ROW)
    return;
  append_forward (store, initiative, EUP_INITIATIVE_PRIORITIES, EUP_TABLE_PRIORITY, numbers);
  append_forward (store, initiative, EUP_INITIATIVE_OBJECTIVES, EUP_TABLE_OBJECTIVE, objectives);
  for (guint i = 0; i < objectives->len; i++)
    {
      guint32 row = eup_store_row_in (store, g_array_index (objectives, EupNumber, i), EUP_TABLE_OBJECTIVE);
      EupNumber priority = eup_store_get (store, EUP_TABLE_OBJECTIVE, row, EUP_OBJECTIVE_PRIORITY);

      if (is_here (store, priority, EUP_TABLE_PRIORITY))
        g_array_append_val (numbers, priority);
    }
  drop_doubles (store, numbers);
}

guint32
eup_relation_latest_term (EupStore  *store,
                          EupNumber  commissioner)
{
  guint32 row = eup_store_row_in (store, commissioner, EUP_TABLE_COMMISSIONER);
  guint32 latest = EUP_NO_ROW, latest_day = 0;
  const guint32 *terms;
  guint n;

  if (row == EUP_NO_ROW)
    return EUP_NO_ROW;
  terms = eup_store_list (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_TERMS), &n);
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

/* The priorities that the terms of that cell name. */
void
eup_relation_term_priorities (EupStore *store,
                              guint32   terms,
                              GArray   *numbers)
{
  const guint32 *rows;
  guint n;

  rows = eup_store_list (store, terms, &n);
  for (guint i = 0; i < n; i++)
    {
      guint n_priorities;
      const EupNumber *priorities
          = eup_store_list (store, eup_store_get (store, EUP_TABLE_TERM, rows[i], EUP_TERM_PRIORITIES), &n_priorities);

      if (n_priorities > 0)
        g_array_append_vals (numbers, priorities, n_priorities);
    }
}

static void
collect_initiatives (EupStore  *store,
                     EupNumber  priority,
                     GArray    *numbers)
{
  guint n;
  const EupNumber *objectives;

  append_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_PRIORITIES, priority, numbers);
  objectives = eup_store_reverse (store, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, priority, &n);
  for (guint i = 0; i < n; i++)
    append_reverse (store, EUP_TABLE_INITIATIVE, EUP_INITIATIVE_OBJECTIVES, objectives[i], numbers);
  drop_doubles (store, numbers);
}

static void
collect_timeline (EupStore  *store,
                  EupNumber  priority,
                  GArray    *numbers)
{
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  collect_initiatives (store, priority, subjects);
  append_reverse (store, EUP_TABLE_OBJECTIVE, EUP_OBJECTIVE_PRIORITY, priority, subjects);
  g_array_append_val (subjects, priority);
  for (guint i = 0; i < subjects->len; i++)
    append_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT, g_array_index (subjects, EupNumber, i), numbers);
  drop_refined (store, numbers);
}

gboolean
eup_relation_has_in_charge (EupStore  *store,
                            EupNumber  priority)
{
  guint32 row = eup_store_row_in (store, priority, EUP_TABLE_PRIORITY);
  guint n = 0;

  if (row != EUP_NO_ROW)
    eup_store_list (store, eup_store_get (store, EUP_TABLE_PRIORITY, row, EUP_PRIORITY_IN_CHARGE), &n);
  return n > 0;
}

static void
collect_commissioners (EupStore  *store,
                       EupNumber  priority,
                       GArray    *numbers)
{
  if (eup_relation_has_in_charge (store, priority))
    append_forward (store, priority, EUP_PRIORITY_IN_CHARGE, EUP_TABLE_COMMISSIONER, numbers);
  else
    append_reverse (store, EUP_TABLE_TERM, EUP_TERM_PRIORITIES, priority, numbers);
  drop_doubles (store, numbers);
}

static void
collect_answered_for (EupStore  *store,
                      EupNumber  commissioner,
                      GArray    *numbers)
{
  guint32 row = eup_store_row_in (store, commissioner, EUP_TABLE_COMMISSIONER);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  append_reverse (store, EUP_TABLE_PRIORITY, EUP_PRIORITY_IN_CHARGE, commissioner, numbers);
  if (row != EUP_NO_ROW)
    eup_relation_term_priorities (store, eup_store_get (store, EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_TERMS), named);
  for (guint i = 0; i < named->len; i++)
    {
      EupNumber priority = g_array_index (named, EupNumber, i);

      if (is_here (store, priority, EUP_TABLE_PRIORITY) && !eup_relation_has_in_charge (store, priority))
        g_array_append_val (numbers, priority);
    }
  drop_doubles (store, numbers);
}

void
eup_relation_collect (EupCore     *core,
                      EupRelation  relation,
                      EupNumber    owner,
                      GArray      *numbers)
{
  const EupRelationSpec *spec = &specs[relation];
  EupStore *store = core->store;

  /* Nothing else is in the store of an entity that belongs to no catalog. */
  if (core->detached)
    return;

  if (spec->field >= 0 && spec->is_forward)
    append_forward (store, owner, spec->field, spec->items, numbers);
  else if (spec->field >= 0)
    append_reverse (store, spec->table, spec->field, owner, numbers);
  else if (relation == EUP_RELATION_PRIORITY_INITIATIVES)
    collect_initiatives (store, owner, numbers);
  else if (relation == EUP_RELATION_PRIORITY_MILESTONES)
    collect_timeline (store, owner, numbers);
  else if (relation == EUP_RELATION_PRIORITY_COMMISSIONERS)
    collect_commissioners (store, owner, numbers);
  else if (relation == EUP_RELATION_INITIATIVE_PRIORITIES)
    eup_relation_priorities (store, owner, numbers);
  else if (relation == EUP_RELATION_COMMISSIONER_PRIORITIES)
    collect_answered_for (store, owner, numbers);
  else if (relation == EUP_RELATION_TOPIC_ENTITIES)
    for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
      append_reverse (store, table, EUP_FIELD_TOPICS, owner, numbers);

  if (spec->is_forward)
    drop_doubles (store, numbers);
  if (relation == EUP_RELATION_INITIATIVE_MILESTONES)
    drop_refined (store, numbers);
}
