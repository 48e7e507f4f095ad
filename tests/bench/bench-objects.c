/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <malloc.h>
#include <stdlib.h>

#include <eupolicy.h>

#include "bench-median.h"

/* What an entity object costs: made for a row and freed, against an empty GObject with a weak reference in the same
 * run; what an entity of its own costs, in time and memory; and what it costs a getter to ask whether this thread may
 * use the object, by two getters that read a member and differ in nothing else. Usage: bench-objects. */

#define ROUNDS 9
#define N_ROWS 10000
#define N_DETACHED 20000
#define CALL_ROUNDS 500
#define N_CALLS 20000

typedef struct
{
  GObject parent;
} Empty;

typedef GObjectClass EmptyClass;

static GType empty_get_type (void);
G_DEFINE_TYPE (Empty, empty, G_TYPE_OBJECT)

static void
empty_class_init (EmptyClass *klass)
{
}

static void
empty_init (Empty *self)
{
}

static void
bench_rows (void)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  g_autoptr (EupList) list = NULL;
  double ours[ROUNDS], theirs[ROUNDS], our_median, their_median;

  eup_catalog_begin_edit (catalog);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("initiative-%05u", i);
      g_autoptr (EupInitiative) initiative = eup_initiative_new (id);

      eup_catalog_add (catalog, EUP_ENTITY (initiative), NULL);
    }
  eup_catalog_end_edit (catalog);
  list = eup_catalog_dup_initiatives (catalog);

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time (), middle;

      for (guint i = 0; i < N_ROWS; i++)
        g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
      middle = g_get_monotonic_time ();
      for (guint i = 0; i < N_ROWS; i++)
        {
          GObject *empty = g_object_new (empty_get_type (), NULL);
          GWeakRef weak;

          g_weak_ref_init (&weak, empty);
          g_object_unref (empty);
          g_weak_ref_clear (&weak);
        }
      ours[round] = middle - begin;
      theirs[round] = g_get_monotonic_time () - middle;
    }
  our_median = bench_median (ours, ROUNDS);
  their_median = bench_median (theirs, ROUNDS);
  g_print ("an entity of a list, made and freed: %.0f ns, an empty GObject with a weak reference: %.0f ns, ratio %.2f (limit 1.5)\n",
           our_median * 1000 / N_ROWS, their_median * 1000 / N_ROWS, our_median / their_median);
}

static void
bench_detached (void)
{
  g_autofree EupInitiative **entities = g_new (EupInitiative *, N_DETACHED);
  g_autofree char **ids = g_new (char *, N_DETACHED);
  double times[ROUNDS];
  size_t before, after;

  for (guint i = 0; i < N_DETACHED; i++)
    ids[i] = g_strdup_printf ("initiative-%05u", i);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();

      for (guint i = 0; i < N_DETACHED; i++)
        g_object_unref (eup_initiative_new (ids[i]));
      times[round] = g_get_monotonic_time () - begin;
    }

  before = mallinfo2 ().uordblks;
  for (guint i = 0; i < N_DETACHED; i++)
    entities[i] = eup_initiative_new (ids[i]);
  after = mallinfo2 ().uordblks;
  g_print ("an entity in no catalog: %.0f ns to make and free (limit 2000), %zu bytes (limit 1024)\n",
           bench_median (times, ROUNDS) * 1000 / N_DETACHED, (after - before) / N_DETACHED);

  for (guint i = 0; i < N_DETACHED; i++)
    {
      g_object_unref (entities[i]);
      g_free (ids[i]);
    }
}

static void
bench_thread_check (void)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  g_autoptr (EupInitiative) initiative = eup_initiative_new ("initiative");
  g_autoptr (EupResults) results = NULL;
  g_autoptr (EupIssue) issue = g_object_new (EUP_TYPE_ISSUE, NULL);
  double with = G_MAXDOUBLE, without = G_MAXDOUBLE, title = G_MAXDOUBLE;

  eup_entity_set_title (EUP_ENTITY (initiative), "Initiative");
  eup_catalog_add (catalog, EUP_ENTITY (initiative), NULL);
  results = eup_catalog_query (catalog, "type:initiative", NULL);
  for (guint round = 0; round < CALL_ROUNDS; round++)
    {
      gint64 times[4];

      times[0] = g_get_monotonic_time ();
      for (guint i = 0; i < N_CALLS; i++)
        eup_results_get_live (results);
      times[1] = g_get_monotonic_time ();
      for (guint i = 0; i < N_CALLS; i++)
        eup_issue_get_line (issue);
      times[2] = g_get_monotonic_time ();
      for (guint i = 0; i < N_CALLS; i++)
        eup_entity_get_title (EUP_ENTITY (initiative));
      times[3] = g_get_monotonic_time ();
      /* What else the machine does is more than what is measured: the best of many short rounds counts. */
      with = MIN (with, (times[1] - times[0]) * 1000.0 / N_CALLS);
      without = MIN (without, (times[2] - times[1]) * 1000.0 / N_CALLS);
      title = MIN (title, (times[3] - times[2]) * 1000.0 / N_CALLS);
    }
  g_print ("the thread of a getter checked: %.1f ns (limit 3): %.1f ns with, %.1f ns without; the getter of a title: %.1f ns\n",
           with - without, with, without, title);
}

int
main (void)
{
  bench_rows ();
  bench_detached ();
  bench_thread_check ();
  return 0;
}
