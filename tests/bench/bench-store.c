/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <eupolicy/eup-enums.h>

#include "bench-median.h"
#include "domain/eup-derived.h"
#include "store/eup-store.h"
#include "values/eup-date-cell.h"

/* The store alone: from an id to its row, against a GHashTable in the same run; all milestones of all initiatives; the
 * effective status of all. Usage: bench-store [INITIATIVES]. */

#define ROUNDS 7
#define LOOKUPS 1000000
#define FIRST_DAY (EUP_DATE_CELL_UNIX_EPOCH + 17897) /* 2019-01-01 */

static EupStore *
make_store (guint n_initiatives)
{
  EupStore *store = eup_store_new ("en");

  for (guint i = 0; i < n_initiatives; i++)
    {
      char id[64];
      EupNumber number = eup_store_intern (store, id, g_snprintf (id, sizeof id, "initiative-%07u", i));
      guint32 row = eup_store_add_row (store, EUP_TABLE_INITIATIVE, number);

      eup_store_put (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT, 1 + i % 19);
      for (guint j = 0; j < 3; j++)
        {
          EupNumber milestone = eup_store_intern (store, id, g_snprintf (id, sizeof id, "initiative-%07u/m%u", i, j));

          row = eup_store_add_row (store, EUP_TABLE_MILESTONE, milestone);
          eup_store_put (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_SUBJECT, number);
          eup_store_put (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE,
                         eup_date_cell_from_day (FIRST_DAY + (i * 37 + j * 400) % 3650));
          eup_store_put (store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_KIND, 1 + (i + j) % 19);
        }
    }
  eup_derived_set_day (store, FIRST_DAY + 2372);
  return store;
}

static char **
draw_ids (EupStore *store)
{
  char **ids = g_new0 (char *, LOOKUPS + 1);
  guint32 state = 1;

  for (guint i = 0; i < LOOKUPS; i++)
    {
      state = state * 1664525 + 1013904223;
      ids[i] = g_strdup (eup_store_id (store, 1 + (state >> 4) % (store->n_symbols - 1)));
    }
  return ids;
}

static void
bench_lookup (EupStore *store)
{
  g_autoptr (GHashTable) peer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) ids = draw_ids (store);
  double ours[ROUNDS], theirs[ROUNDS], our_median, their_median;
  guint64 sum = 0;

  for (EupNumber i = 1; i < store->n_symbols; i++)
    g_hash_table_insert (peer, g_strdup (eup_store_id (store, i)), GUINT_TO_POINTER (i));

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time (), middle;

      for (guint i = 0; i < LOOKUPS; i++)
        sum += store->symbols[eup_store_find (store, ids[i], strlen (ids[i]))].home;
      middle = g_get_monotonic_time ();
      for (guint i = 0; i < LOOKUPS; i++)
        sum += store->symbols[GPOINTER_TO_UINT (g_hash_table_lookup (peer, ids[i]))].home;
      ours[round] = middle - begin;
      theirs[round] = g_get_monotonic_time () - middle;
    }
  our_median = bench_median (ours, ROUNDS);
  their_median = bench_median (theirs, ROUNDS);
  g_print ("id to row: %.0f ns, GHashTable %.0f ns, ratio %.2f (limit 3) [%" G_GUINT64_FORMAT "]\n",
           our_median * 1000 / LOOKUPS, their_median * 1000 / LOOKUPS, our_median / their_median, sum);
}

static void
bench_walk (EupStore *store)
{
  guint32 n_rows = eup_store_n_rows (store, EUP_TABLE_INITIATIVE);
  double times[ROUNDS], first;
  guint64 sum = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();

      for (guint32 row = 0; row < n_rows; row++)
        {
          guint n;
          const EupNumber *milestones = eup_store_reverse (store, EUP_TABLE_MILESTONE, EUP_MILESTONE_SUBJECT,
                                                           eup_store_number_of (store, EUP_TABLE_INITIATIVE, row), &n);

          for (guint i = 0; i < n; i++)
            sum += eup_store_get (store, EUP_TABLE_MILESTONE,
                                  eup_store_row_in (store, milestones[i], EUP_TABLE_MILESTONE), EUP_MILESTONE_DATE);
        }
      times[round] = g_get_monotonic_time () - begin;
    }
  first = times[0];
  g_print ("all milestones of all initiatives: first %.1f ms (index built), then %.1f ms [%" G_GUINT64_FORMAT "]\n",
           first / 1000, bench_median (times, ROUNDS) / 1000, sum);
}

static void
bench_status (EupStore *store)
{
  double times[ROUNDS];
  guint sum = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();

      g_clear_pointer (&store->derived, eup_derived_free);
      sum += eup_derived_of (store)->status[0];
      times[round] = g_get_monotonic_time () - begin;
    }
  g_print ("effective status of all: %.1f ms (limit 60 for 1 000 000 and 3 000 000) [%u]\n",
           bench_median (times, ROUNDS) / 1000, sum);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? strtoul (argv[1], NULL, 10) : 1000000;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (EupStore) store = make_store (MAX (n, 1));

  g_print ("%u initiatives, %u milestones, made in %.0f ms\n", n, 3 * n, (g_get_monotonic_time () - begin) / 1000.0);
  bench_lookup (store);
  bench_walk (store);
  bench_status (store);
  return 0;
}
