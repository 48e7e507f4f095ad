/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-milestone-source.h"

#include <string.h>

#include "domain/eup-relations.h"
#include "query/engine/eup-plan-run.h"

/* How milestones that fit are found: part of the plan for those who have them. */
static void
begin (EupPlan         *part,
       const EupPlan   *plan,
       const EupFilter *filter)
{
  memset (part, 0, G_STRUCT_OFFSET (EupPlan, tables));
  part->index = plan->index;
  part->spec = plan->spec;
  part->reader = plan->reader;
  part->filter = filter->children[0];
  eup_plan_take_conjuncts (part);
  part->tables[0] = (EupTablePlan) { .table = EUP_TABLE_MILESTONE, .verdict = eup_filter_matches_of_type (part->filter, EUP_TABLE_MILESTONE) };
  part->n_tables = 1;
  eup_plan_choose (part, &part->tables[0], FALSE);
}

static void
end (EupPlan *part)
{
  part->filter = NULL; /* of the plan */
  eup_plan_clear (part);
}

guint64
eup_milestone_source_size (EupPlan         *plan,
                           const EupFilter *filter,
                           EupTableKind     table)
{
  EupStore *store = plan->index->store;
  guint64 n_milestones = eup_store_n_alive (store, EUP_TABLE_MILESTONE), n;
  EupPlan part;

  begin (&part, plan, filter);
  n = part.tables[0].driver == NULL ? n_milestones : MIN (part.tables[0].n_candidates, n_milestones);
  end (&part);

  /* A timeline has many milestones, and to look at it costs as much as to look at these. */
  return table == EUP_TABLE_PRIORITY && n_milestones > 0 ? n * eup_store_n_alive (store, table) / n_milestones : n;
}

void
eup_milestone_source_rows (EupPlan         *plan,
                           const EupFilter *filter,
                           EupTableKind     table,
                           GArray          *rows)
{
  EupStore *store = plan->index->store;
  g_autoptr (GArray) milestones = g_array_new (FALSE, FALSE, sizeof (guint32));
  EupPlan part;

  begin (&part, plan, filter);
  eup_plan_fetch (&part, &part.tables[0]);
  eup_plan_visit (&part, &part.tables[0], milestones);
  end (&part);
  if (table == EUP_TABLE_MILESTONE)
    {
      g_array_append_vals (rows, milestones->data, milestones->len);
      return;
    }
  for (guint i = 0; i < milestones->len && eup_work_add (&plan->index->work, EUP_FILTER_MILESTONE_COST); i++)
    {
      g_auto (EupNumbers) owners;

      eup_numbers_init (&owners);
      eup_relation_owners (store, EUP_RELATION_MILESTONES,
                           eup_store_number_of (store, EUP_TABLE_MILESTONE, g_array_index (milestones, guint32, i)), &owners);
      for (guint j = 0; j < owners.n; j++)
        {
          guint32 row = eup_store_row_in (store, owners.items[j], table);

          if (row != EUP_NO_ROW)
            g_array_append_val (rows, row);
        }
    }
}
