/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-chains.h"

#include "domain/eup-milestone-rules.h"
#include "values/eup-date-cell.h"

/* Circles are walked once for each of their milestones. Beyond so many steps in all, each is taken to begin where it was
 * moved to, which is right for a circle that nothing leads into. */
#define STEPS_IN_CIRCLES 10000000

static guint32
date_of (const EupStore *store,
         EupNumber       milestone)
{
  guint32 row = eup_store_row_in (store, milestone, EUP_TABLE_MILESTONE);

  return row == EUP_NO_ROW ? 0 : eup_store_get (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE);
}

/* By the first day, those without one last; then by id. */
static gboolean
comes_before (const EupStore *store,
              EupNumber       a,
              EupNumber       b)
{
  guint32 day_a = eup_date_cell_first_day (date_of (store, a));
  guint32 day_b = eup_date_cell_first_day (date_of (store, b));

  if (day_a != day_b)
    return day_b == 0 || (day_a != 0 && day_a < day_b);
  return strcmp (eup_store_id (store, a), eup_store_id (store, b)) < 0;
}

/* The milestone that was moved to this one: of several the earliest, and none that was passed already. */
static EupNumber
step_back (EupStore   *store,
           EupNumber   milestone,
           guint32     day,
           GHashTable *passed)
{
  EupNumber best = 0;
  guint n;
  const EupNumber *moved = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO, milestone, &n);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = eup_store_row_in (store, moved[i], EUP_TABLE_MILESTONE);

      if (row != EUP_NO_ROW && moved[i] != milestone && (best == 0 || comes_before (store, moved[i], best))
          && (passed == NULL || !g_hash_table_contains (passed, GUINT_TO_POINTER (moved[i]))) && eup_milestone_move_known_from (store, row) <= day)
        best = moved[i];
    }
  return best;
}

static EupNumber
original_of (EupStore  *store,
             EupNumber  milestone,
             guint32    day,
             guint     *n_steps)
{
  g_autoptr (GHashTable) passed = NULL;
  EupNumber at = milestone, back;

  if ((back = step_back (store, milestone, day, NULL)) == 0)
    return 0;
  passed = g_hash_table_new (NULL, NULL);
  do
    {
      g_hash_table_add (passed, GUINT_TO_POINTER (at));
      at = back;
      (*n_steps)++;
    }
  while ((back = step_back (store, at, day, passed)) != 0);
  return at;
}

EupNumber
eup_chain_original (EupStore  *store,
                    EupNumber  milestone,
                    guint32    day)
{
  const EupColumn *moves = eup_store_column (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO);
  guint n_steps = 0;

  return moves == NULL || moves->n == 0 ? 0 : original_of (store, milestone, day, &n_steps);
}

static EupChain
chain_between (const EupStore *store,
               EupNumber       original,
               EupNumber       milestone)
{
  guint32 from = date_of (store, original), to = date_of (store, milestone);
  EupChain chain = { original, 0 };

  if (original != 0 && from != 0 && to != 0)
    chain.slippage = (gint32) eup_date_cell_last_day (to) - (gint32) eup_date_cell_last_day (from);
  return chain;
}

EupChain
eup_chain_of (EupStore  *store,
              EupNumber  milestone,
              guint32    day)
{
  return chain_between (store, eup_chain_original (store, milestone, day), milestone);
}

/* Finds the originals of a milestone and of all that lie before it. A milestone shares the original of the one before it,
 * unless they go round in a circle, where each has its own. */
static void
add_chain (GHashTable *chains,
           EupStore   *store,
           EupNumber   milestone,
           guint32     day,
           guint      *n_steps)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  g_autoptr (GHashTable) on_path = g_hash_table_new (NULL, NULL);
  EupNumber at = milestone, original = 0;

  while (original == 0)
    {
      EupChain *known = g_hash_table_lookup (chains, GUINT_TO_POINTER (at));
      EupNumber back;

      if (known != NULL)
        {
          original = known->original;
          break;
        }
      back = step_back (store, at, day, NULL);
      if (back == 0)
        {
          original = at;
          break;
        }
      g_array_append_val (path, at);
      if (!g_hash_table_add (on_path, GUINT_TO_POINTER (at)))
        break;
      at = back;
    }

  for (guint i = 0; i < path->len; i++)
    {
      EupNumber number = g_array_index (path, EupNumber, i);
      EupNumber first = original;
      EupChain chain;

      if (first == 0 && *n_steps < STEPS_IN_CIRCLES)
        first = original_of (store, number, day, n_steps);
      else if (first == 0)
        first = eup_milestone_moved_to (store, eup_store_row_in (store, number, EUP_TABLE_MILESTONE));
      chain = chain_between (store, first, number);
      if (first != 0)
        g_hash_table_replace (chains, GUINT_TO_POINTER (number), g_memdup2 (&chain, sizeof chain));
    }
}

GHashTable *
eup_chains_new (EupStore *store,
                guint32   day)
{
  const EupColumn *moves = eup_store_column (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_RESCHEDULED_TO);
  GHashTable *chains;
  guint n_steps = 0;

  if (moves == NULL || moves->n == 0)
    return NULL;
  chains = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint32 row = 0; row < moves->n; row++)
    {
      EupNumber to;

      if (((const guint32 *) moves->base)[row] == 0 || !eup_store_is_alive (store, EUP_TABLE_MILESTONE, row))
        continue;
      to = eup_milestone_moved_to (store, row);
      if (eup_store_row_in (store, to, EUP_TABLE_MILESTONE) != EUP_NO_ROW
          && !g_hash_table_contains (chains, GUINT_TO_POINTER (to))
          && eup_milestone_move_known_from (store, row) <= day)
        add_chain (chains, store, to, day, &n_steps);
    }
  return chains;
}
