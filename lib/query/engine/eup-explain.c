/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-plan.h"

#include "values/eup-date-cell.h"

static void
add_condition (GString         *out,
               const EupFilter *filter)
{
  g_string_append_c (out, '"');
  eup_query_print_node (out, filter->node);
  g_string_append_c (out, '"');
}

static void
add_source (GString            *out,
            const EupPlan      *plan,
            const EupTablePlan *table)
{
  guint32 n = eup_store_n_alive (plan->index->store, table->table);

  switch (table->source)
    {
    case EUP_SOURCE_ROWS:
      g_string_append_printf (out, "look at %u candidates that ", table->rows->len);
      g_string_append (out, table->driver->kind == EUP_FILTER_IDS ? "have the id of "
                            : table->driver->kind == EUP_FILTER_SET ? "stand beneath, by "
                            : table->driver->kind == EUP_FILTER_WORDS ? "have the words of "
                            : table->driver->kind == EUP_FILTER_MILESTONE ? "have one of the milestones found for "
                            : table->driver->field == EUP_QUERY_FIELD_REF ? "have the reference of "
                                                                          : "the relation leads to, by ");
      add_condition (out, table->driver);
      break;
    case EUP_SOURCE_LIST:
      g_string_append_printf (out, "follow the list of %u by date for ", table->list.n);
      add_condition (out, table->driver);
      break;
    case EUP_SOURCE_RANGE:
      g_string_append_printf (out, "follow %u in the order of their dates", table->end - table->first);
      if (table->driver != NULL)
        {
          g_string_append (out, ", the range of ");
          add_condition (out, table->driver);
        }
      break;
    case EUP_SOURCE_SCAN:
    default:
      if (table->n_rest == 0)
        g_string_append_printf (out, "take all %u", n);
      else
        g_string_append_printf (out, "look at all %u", n);
      break;
    }
}

static void
add_tests (GString            *out,
           const EupTablePlan *table)
{
  if (table->n_bytes > 0)
    g_string_append_printf (out, "; %u condition%s tested by a byte of each", table->n_bytes, table->n_bytes == 1 ? "" : "s");
  if (table->n_bits > 1)
    g_string_append_printf (out, "; intersected with %u other list%s as bits", table->n_bits - 1, table->n_bits == 2 ? "" : "s");
  if (table->n_lists > 0)
    g_string_append_printf (out, "; intersected with %u other list%s", table->n_lists, table->n_lists == 1 ? "" : "s");
  if (table->date.is_used)
    {
      g_string_append (out, "; dates compared for ");
      add_condition (out, table->date.filter);
    }
  for (guint i = 0; i < table->n_rest; i++)
    {
      g_string_append (out, i == 0 ? "; tested one by one: " : ", ");
      add_condition (out, table->rest[i]);
    }
  g_string_append_c (out, '\n');
}

static void
add_order (GString       *out,
           const EupPlan *plan)
{
  const EupQuerySpec *spec = plan->spec;
  gboolean is_sorted = plan->n_tables == 1 && eup_plan_sorts_by_date (plan)
                       && plan->tables[0].source != EUP_SOURCE_SCAN && plan->tables[0].source != EUP_SOURCE_ROWS;

  g_string_append (out, "order: ");
  if (plan->ordering.n_sort == 0)
    g_string_append (out, "by type and id");
  for (guint i = 0; i < plan->ordering.n_sort; i++)
    g_string_append_printf (out, "%sby %s%s", i == 0 ? "" : ", then ", eup_query_field_name (plan->ordering.sort[i].field),
                            plan->ordering.sort[i].descending ? " descending" : "");
  if (is_sorted)
    g_string_append (out, ", as they come");
  else if (plan->ordering.n_sort > 0 && !plan->by_words)
    g_string_append (out, ", sorted");
  if (spec->limit != G_MAXUINT32)
    g_string_append_printf (out, is_sorted || plan->by_words || plan->ordering.n_sort == 0
                                 ? "; stop after %" G_GUINT64_FORMAT : "; keep %" G_GUINT64_FORMAT,
                            (guint64) spec->offset + spec->limit);
  g_string_append_c (out, '\n');
}

char *
eup_plan_explain (EupPlan *plan)
{
  GString *out = g_string_new (NULL);

  if (plan->n_tables == 0)
    g_string_append (out, "nothing can fit\n");
  if (plan->by_words && plan->n_tables > 0)
    {
      g_string_append (out, "words: the index of words gives the best ones by rank for ");
      for (guint i = 0, n = 0; i < plan->n_conjuncts; i++)
        if (plan->conjuncts[i]->kind == EUP_FILTER_WORDS)
          {
            g_string_append (out, n++ == 0 ? "" : ", ");
            add_condition (out, plan->conjuncts[i]);
          }
      for (guint i = 0, n = 0; i < plan->n_conjuncts; i++)
        if (plan->conjuncts[i]->kind != EUP_FILTER_WORDS)
          {
            g_string_append (out, n++ == 0 ? "; each hit tested: " : ", ");
            add_condition (out, plan->conjuncts[i]);
          }
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; !plan->by_words && i < plan->n_tables; i++)
    {
      g_string_append_printf (out, "%s: ", eup_schema_table (plan->tables[i].table)->key);
      add_source (out, plan, &plan->tables[i]);
      add_tests (out, &plan->tables[i]);
    }
  if (plan->n_tables > 0)
    add_order (out, plan);
  return g_string_free (out, FALSE);
}
