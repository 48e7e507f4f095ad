/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <eupolicy.h>
#include <glib/gstdio.h>

#include "bench-median.h"
#include "eup-generate.h"

/* What grows with the data and what does not: the same questions and edits, by the public calls, asked of catalogs of 1 000,
 * 10 000 ... initiatives with three milestones each. First questions include the indexes that they make, and are asked
 * once; all else is the median of several rounds. Usage: bench-growth [LARGEST], 100 000 if it is not given. */

#define ROUNDS 5
#define MAX_SIZES 7
#define MAX_LINES 40

#define THREE_CONDITIONS "type:initiative status:proposed lead:commissioner-05 date:2018-01-01..2023-12-31 sort:-date limit:50"
/* The two most frequent words that the generator writes, at any size; and one of the rarer. */
#define TWO_WORDS "type:initiative taec ecec limit:20"
#define RARE_WORD "type:initiative taec tapeop limit:20"
#define PREFIX "type:initiative ecs* limit:20"

typedef enum
{
  MILLISECONDS,
  MICROSECONDS,
  MEGABYTES,
  NUMBER
} Unit;

typedef struct
{
  const char *what;
  Unit        unit;
  double      values[MAX_SIZES];
} Line;

typedef struct
{
  Line        lines[MAX_LINES];
  guint       n_lines;
  guint       sizes[MAX_SIZES];
  guint       n_sizes;
  guint       size;   /* that is measured now */
  guint       line;   /* the next */
  EupCatalog *catalog;
  guint       turn;
} Bench;

typedef guint (*Step) (Bench      *bench,
                       const char *text);

static void
note (Bench      *bench,
      const char *what,
      Unit        unit,
      double      value)
{
  Line *line = &bench->lines[bench->line++];

  g_assert (bench->line <= MAX_LINES);
  line->what = what;
  line->unit = unit;
  line->values[bench->size] = value;
  bench->n_lines = bench->line;
}

static double
run (Bench      *bench,
     Step        step,
     const char *text,
     guint       repeat)
{
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < repeat; i++)
    step (bench, text);
  return (double) (g_get_monotonic_time () - begin) / repeat;
}

/* In microseconds; each round as often as takes a few milliseconds. */
static void
measure (Bench      *bench,
         const char *what,
         Step        step,
         const char *text)
{
  double times[ROUNDS];
  guint repeat = 1;

  while (run (bench, step, text, repeat) * repeat < 3000 && repeat < 100000)
    repeat *= 4;
  for (guint i = 0; i < ROUNDS; i++)
    times[i] = run (bench, step, text, repeat);
  note (bench, what, MICROSECONDS, bench_median (times, ROUNDS));
}

static void
measure_first (Bench      *bench,
               const char *what,
               Step        step,
               const char *text)
{
  note (bench, what, MILLISECONDS, run (bench, step, text, 1) / 1000);
}

/* The memory of this process that is no file, where the system tells. */
static double
megabytes (void)
{
  g_autofree char *status = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (found = strstr (status, "RssAnon:")) == NULL)
    return 0;
  return g_ascii_strtod (found + strlen ("RssAnon:"), NULL) / 1000;
}

/* What is asked */

static guint
ask (Bench      *bench,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupResults) results = eup_catalog_query (bench->catalog, text, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (G_LIST_MODEL (results));
}

static guint
total (Bench      *bench,
       const char *text)
{
  g_autoptr (EupResults) results = eup_catalog_query (bench->catalog, text, NULL);

  return eup_results_get_n_total (results);
}

static guint
ask_for_titles (Bench      *bench,
                const char *text)
{
  g_autoptr (EupResults) results = eup_catalog_query (bench->catalog, text, NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (results)); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (G_LIST_MODEL (results), i);

      n += eup_entity_get_title (entity) != NULL;
    }
  return n;
}

static guint
count_by_status (Bench      *bench,
                 const char *text)
{
  g_autoptr (EupResults) results = eup_catalog_query (bench->catalog, text, NULL);
  g_autoptr (GVariant) counts = eup_results_count_by (results, "status", NULL);

  return (guint) g_variant_n_children (counts);
}

/* Any of the entities in turn, so that not one of them is always at hand. */
static EupInitiative *
dup_any (Bench *bench)
{
  char id[32];

  bench->turn = (bench->turn + 7919) % bench->sizes[bench->size];
  g_snprintf (id, sizeof id, "initiative-%07u", bench->turn);
  return EUP_INITIATIVE (eup_catalog_lookup (bench->catalog, id));
}

static guint
look_up (Bench      *bench,
         const char *text)
{
  g_autoptr (EupInitiative) initiative = dup_any (bench);

  return eup_entity_get_title (EUP_ENTITY (initiative)) != NULL;
}

static guint
edit_status (Bench      *bench,
             const char *text)
{
  g_autoptr (EupInitiative) initiative = dup_any (bench);
  gboolean proposed = eup_initiative_get_stated_status (initiative) == EUP_STATUS_PROPOSED;

  eup_initiative_set_stated_status (initiative, proposed ? EUP_STATUS_ANNOUNCED : EUP_STATUS_PROPOSED);
  return 1;
}

static guint
edit_title (Bench      *bench,
            const char *text)
{
  g_autoptr (EupInitiative) initiative = dup_any (bench);
  g_autofree char *title = g_strdup_printf ("taec ecec edited %u", bench->turn);

  eup_entity_set_title (EUP_ENTITY (initiative), title);
  return 1;
}

static guint
edit_and_ask (Bench      *bench,
              const char *text)
{
  edit_status (bench, NULL);
  return ask (bench, text);
}

static guint
edit_title_and_ask (Bench      *bench,
                    const char *text)
{
  edit_title (bench, NULL);
  return ask (bench, text);
}

/* One size */

static void
write_text (const char *text,
            gsize       length,
            gpointer    data)
{
  if (fwrite (text, 1, length, data) != length)
    g_error ("the data cannot be written");
}

static void
load (Bench *bench,
      guint  n)
{
  const char *languages[] = { "en", NULL };
  g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  FILE *file;
  gint64 begin;
  double before;
  int fd = g_file_open_tmp ("bench-growth-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  file = fdopen (fd, "w");
  eup_generate (n, write_text, file);
  fclose (file);
  before = megabytes ();
  begin = g_get_monotonic_time ();
  bench->catalog = eup_catalog_new_from_path (path, &error);
  g_assert_no_error (error);
  note (bench, "loading the file", MILLISECONDS, (double) (g_get_monotonic_time () - begin) / 1000);
  note (bench, "memory once it is loaded", MEGABYTES, megabytes () - before);
  g_remove (path);
  eup_catalog_set_as_of (bench->catalog, day);
  eup_catalog_set_languages (bench->catalog, languages);
}

static void
measure_first_questions (Bench *bench)
{
  double before = megabytes ();

  measure_first (bench, "first question with conditions", ask, THREE_CONDITIONS);
  measure_first (bench, "first counting by status", count_by_status, "type:initiative");
  measure_first (bench, "first question in: a priority", ask, "type:initiative in:priority-001");
  measure_first (bench, "first question for a reference", ask, "ref:\"COM(2020) 7\"");
  measure_first (bench, "first question with words", ask, TWO_WORDS);
  note (bench, "memory of these indexes", MEGABYTES, megabytes () - before);
}

static void
measure_questions (Bench *bench)
{
  measure (bench, "an object by its id, its title read", look_up, NULL);
  measure (bench, "id:, the text parsed", ask, "id:initiative-0000123");
  note (bench, "three conditions: rows that fit", NUMBER, total (bench, THREE_CONDITIONS));
  measure (bench, "three conditions, newest 50", ask, THREE_CONDITIONS);
  measure (bench, "the same as 50 objects, titles read", ask_for_titles, THREE_CONDITIONS);
  measure (bench, "all rows counted by status", count_by_status, "type:initiative");
  measure (bench, "a ninth of the rows counted by status", count_by_status,
           "type:initiative lead:commissioner-05,commissioner-06,commissioner-07");
  note (bench, "two common words: rows that fit", NUMBER, total (bench, TWO_WORDS));
  measure (bench, "two common words, best 20", ask, TWO_WORDS);
  note (bench, "a common and a rare word: rows that fit", NUMBER, total (bench, RARE_WORD));
  measure (bench, "a common and a rare word, best 20", ask, RARE_WORD);
  measure (bench, "three letters of a word, best 20", ask, PREFIX);
}

static void
measure_edits (Bench *bench)
{
  g_autoptr (EupResults) results = NULL;

  measure (bench, "a status edited", edit_status, NULL);
  measure (bench, "a status edited, three conditions asked", edit_and_ask, THREE_CONDITIONS);
  measure (bench, "a title edited, two common words asked", edit_title_and_ask, TWO_WORDS);
  results = eup_catalog_query (bench->catalog, THREE_CONDITIONS, NULL);
  eup_results_set_live (results, TRUE);
  measure (bench, "a status edited under a live answer", edit_status, NULL);
  g_clear_object (&results);
  results = eup_catalog_query (bench->catalog, TWO_WORDS, NULL);
  eup_results_set_live (results, TRUE);
  measure (bench, "a title edited under a live answer of words", edit_title, NULL);
}

static void
print_table (Bench *bench)
{
  static const char * const units[] = { "ms", "us", "MB", "" };

  g_print ("| %-44s |", "");
  for (guint i = 0; i < bench->n_sizes; i++)
    g_print (" %10u |", bench->sizes[i]);
  g_print ("\n|%s|", "----------------------------------------------");
  for (guint i = 0; i < bench->n_sizes; i++)
    g_print ("-----------:|");
  g_print ("\n");
  for (guint i = 0; i < bench->n_lines; i++)
    {
      const Line *line = &bench->lines[i];
      g_autofree char *what = line->unit == NUMBER ? g_strdup (line->what) : g_strdup_printf ("%s, %s", line->what, units[line->unit]);

      g_print ("| %-44s |", what);
      for (guint k = 0; k < bench->n_sizes; k++)
        g_print (" %10.*f |", line->unit == NUMBER ? 0 : line->values[k] < 10 ? 2 : line->values[k] < 100 ? 1 : 0, line->values[k]);
      g_print ("\n");
    }
}

int
main (int    argc,
      char **argv)
{
  guint largest = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  Bench *bench = g_new0 (Bench, 1);

  for (guint n = 1000; n <= MAX (largest, 1000) && bench->n_sizes < MAX_SIZES; n *= 10)
    bench->sizes[bench->n_sizes++] = n;
  for (bench->size = 0; bench->size < bench->n_sizes; bench->size++)
    {
      bench->line = 0;
      load (bench, bench->sizes[bench->size]);
      measure_first_questions (bench);
      measure_questions (bench);
      measure_edits (bench);
      g_clear_object (&bench->catalog);
    }
  print_table (bench);
  g_free (bench);
  return 0;
}
