/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <eupolicy.h>

#include "bench-median.h"
#include "eup-generate.h"

/* The texts of at most 64 KiB that take longest: each is answered within a second or refused, and how long either takes. What a question
 * needs for the first time (indexes, orders) is made before. Beneath stand ordinary questions, which must be answered.
 * Usage: bench-query-bounds [INITIATIVES [PART]]: only the lines that have the part in their name. */

#define ROUNDS 3
#define LONGEST 65536
#define VERY_LONG 5000 /* ms */

typedef struct
{
  const char *name;
  const char *before;
  const char *(*item) (guint i); /* what is repeated; the string is good until the next call */
  const char *between;
  const char *after;
  guint       n;                 /* how often */
} Shape;

static char room[128];

/* The number in base 20, as the words of the generator are made: the common ones first. */
static const char *
word (guint i)
{
  static const char * const syllables[] = {
    "ta", "ec", "no", "ri", "sta", "op", "en", "er", "gi", "lo", "ma", "pe", "ver", "con", "sus", "ti", "li", "fra", "bo", "du",
  };

  room[0] = '\0';
  for (guint k = i + 20; k > 0; k /= 20)
    g_strlcat (room, syllables[k % 20], sizeof room);
  return room;
}

static const char *
format (const char *pattern,
        guint       i)
{
  g_autofree char *number = g_strdup_printf ("%u", i);
  g_auto (GStrv) parts = g_strsplit (pattern, "#", 2);

  g_snprintf (room, sizeof room, "%s%s%s", parts[0], number, parts[1]);
  return room;
}

static const char *
same_word (guint i)
{
  return "taec";
}

static const char *
letters (guint i)
{
  g_snprintf (room, sizeof room, "%c%c*", 'a' + i / 26 % 26, 'a' + i % 26);
  return room;
}

static const char *
letter_prefix (guint i)
{
  static const char * const beginnings[] = { "ta", "ec", "no", "ri", "sta", "op", "en", "er", "gi", "lo", "ma", "pe", "ver", "con", "sus", "ti", "li", "fra", "bo", "du" };

  g_snprintf (room, sizeof room, "%s%s*", beginnings[i % 20], i < 20 ? "" : beginnings[i / 20 % 20]);
  return room;
}

static const char *
part_of_text (guint i)
{
  return format ("text:~z#q", i);
}

static const char *
common_part (guint i)
{
  g_snprintf (room, sizeof room, "text:~\"%c%s\"", "aeiou"[i % 5], i < 5 ? "" : " ");
  return room;
}

static const char *
part_of_title (guint i)
{
  return format ("title:~z#q", i);
}

static const char *
part_of_reference (guint i)
{
  return format ("ref:~z#q", i);
}

static const char *
overdue (guint i)
{
  return "is:overdue";
}

static const char *
has_title (guint i)
{
  return "has:title";
}

static const char *
has_language (guint i)
{
  g_snprintf (room, sizeof room, "has:title@%c%c%c", 'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
  return room;
}

static const char *
unknown_name (guint i)
{
  return format ("initiative:\"nobody #\"", i);
}

static const char *
beneath (guint i)
{
  return format ("in:initiative-000#", 1000 + i);
}

static const char *
beneath_name (guint i)
{
  return format ("in:\"nobody #\"", i);
}

static const char *
dates (guint i)
{
  g_snprintf (room, sizeof room, "date:0001..%04u", 9999 - i);
  return room;
}

static const char *
date_value (guint i)
{
  g_snprintf (room, sizeof room, "0001..%04u", 100 + i);
  return room;
}

static const char *
name_value (guint i)
{
  return format ("\"no title #\"", i);
}

static const char *
phrase_or (guint i)
{
  g_autofree char *first = g_strdup (word (i % 30));
  g_autofree char *second = g_strdup (word (i / 30));

  g_snprintf (room, sizeof room, "\"%s %s\"", first, second);
  return room;
}

static const char *
not_date (guint i)
{
  g_snprintf (room, sizeof room, "-date:%04u", 3000 + i);
  return room;
}

static const char *
word_and_word (guint i)
{
  g_autofree char *first = g_strdup (word (i % 60));
  g_autofree char *second = g_strdup (word (i % 61));

  g_snprintf (room, sizeof room, "(%s %s)", first, second);
  return room;
}

static const char *
alternating (guint i)
{
  g_snprintf (room, sizeof room, i % 2 ? "(-date:%04u" : "(date:%04u OR ", 3000 + i);
  return room;
}

static const char *
nothing (guint i)
{
  return "";
}

static const Shape worst[] = {
  { "the same word 400 times", "", same_word, " ", "", 400 },
  { "1 000 words with OR", "", word, " OR ", "", 1000 },
  { "4 000 words with OR", "", word, " OR ", "", 4000 },
  { "text:~zq with 50 others, OR", "", part_of_text, " OR ", "", 50 },
  { "is:overdue 400 times", "", overdue, " ", "", 400 },
  { "has:title 400 times", "", has_title, " ", "", 400 },
  { "60 common words, all of them", "", word, " ", "", 60 },
  { "4 000 words, all of them", "", word, " ", "", 4000 },
  { "prefixes of two letters, OR", "", letter_prefix, " OR ", "", 400 },
  { "all prefixes of two letters, OR", "", letters, " OR ", "", 676 },
  { "a phrase of 1 000 words", "\"", word, " ", "\"", 1000 },
  { "900 phrases, OR", "", phrase_or, " OR ", "", 900 },
  { "not: 1 000 words", "-(", word, " OR ", ")", 1000 },
  { "pairs of words, OR", "", word_and_word, " OR ", "", 2000 },
  { "text:~ common parts, all of them", "", common_part, " ", "", 10 },
  { "title:~ 1 000 different, OR", "", part_of_title, " OR ", "", 1000 },
  { "ref:~ 1 000 different, OR", "", part_of_reference, " OR ", "", 1000 },
  { "title: 1 000 values", "title:", name_value, ",", "", 1000 },
  { "has:title@ 3 000 languages, OR", "", has_language, " OR ", "", 3000 },
  { "initiative: 2 000 names that nobody has, OR", "", unknown_name, " OR ", "", 2000 },
  { "in: 2 000 names that nobody has, OR", "", beneath_name, " OR ", "", 2000 },
  { "in: 2 000 initiatives, OR", "", beneath, " OR ", "", 2000 },
  { "in: 2 000 initiatives, not", "-(", beneath, " ", ")", 2000 },
  { "1 000 long ranges, all of them", "", dates, " ", "", 1000 },
  { "date: 4 000 values", "date:", date_value, ",", "", 4000 },
  { "4 000 dates forbidden", "", not_date, " ", "", 4000 },
  { "64 parentheses deep", "", alternating, " ", "))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))", 60 },
  { "all by title", "sort:title", nothing, "", "", 1 },
  { "all by eight keys", "sort:status,kind,state,country,actor,confidence,title,-date", nothing, "", "", 1 },
  { "all by title, the last of them", "sort:-title offset:4294967294", nothing, "", "", 1 },
};

static const Shape ordinary[] = {
  { "one word", "", word, "", "", 1 },
  { "three words", "", word, " ", "", 3 },
  { "eight words with OR", "", word, " OR ", "", 8 },
  { "one part of a text", "", part_of_text, "", "", 1 },
  { "five parts of texts, OR", "", part_of_text, " OR ", "", 5 },
  { "five parts of texts, all of them", "", part_of_text, " ", "", 5 },
  { "five common parts of texts, all of them", "", common_part, " ", "", 5 },
  { "overdue", "is:overdue sort:date", nothing, "", "", 1 },
  { "initiatives by title", "type:initiative sort:title", nothing, "", "", 1 },
  { "a phrase", "\"taec ecec\"", nothing, "", "", 1 },
};

static char *
text_of (const Shape *shape,
         guint        n)
{
  GString *text = g_string_new (shape->before);
  gsize length = strlen (shape->after);

  for (guint i = 0; i < n; i++)
    {
      const char *item = shape->item (i);

      if (text->len + strlen (item) + strlen (shape->between) + length > LONGEST)
        break;
      if (i > 0)
        g_string_append (text, shape->between);
      g_string_append (text, item);
    }
  return g_string_free (g_string_append (text, shape->after), FALSE);
}

/* What all threads have had of the processors, in ms: on a machine that does other things too, this tells more than the time that passed. */
static double
processor_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* Asks once. Returns what came of it. */
static char *
ask (EupCatalog *catalog,
     const char *text,
     double     *time,
     double     *processor,
     gboolean   *refused)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  double processor_begin = processor_time ();
  g_autoptr (EupResults) results = eup_catalog_query (catalog, text, &error);

  *time = (double) (g_get_monotonic_time () - begin) / 1000;
  *processor = processor_time () - processor_begin;
  *refused = results == NULL;
  if (results != NULL)
    return g_strdup_printf ("%u rows", eup_results_get_n_items (results));
  return g_strdup_printf ("refused at %.*s", (int) strcspn (error->message, ":"), error->message);
}

static gboolean
measure_text (EupCatalog *catalog,
              const char *name,
              const char *text)
{
  g_autofree char *outcome = NULL;
  double times[ROUNDS], processor[ROUNDS];
  gboolean refused = FALSE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_free (outcome);
      outcome = ask (catalog, text, &times[i], &processor[i], &refused);
      if (times[i] > VERY_LONG)
        {
          times[1] = times[2] = times[i];
          processor[1] = processor[2] = processor[i];
          break;
        }
    }
  g_print ("%-50s %6zu bytes %9.1f ms %9.1f ms of processors  %s\n", name, strlen (text), bench_median (times, ROUNDS),
           bench_median (processor, ROUNDS), outcome);
  return refused;
}

/* The longest text of the shape that is answered. */
static void
measure_edge (EupCatalog  *catalog,
              const Shape *shape)
{
  guint low = 0, high = shape->n;
  g_autofree char *name = NULL;
  g_autofree char *longest = NULL;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;
      g_autofree char *text = text_of (shape, middle);
      double time, processor;
      gboolean refused;

      g_free (ask (catalog, text, &time, &processor, &refused));
      *(refused ? &high : &low) = middle;
    }
  if (low == 0)
    return;
  name = g_strdup_printf ("    the longest that is answered, %u of them", low);
  longest = text_of (shape, low);
  measure_text (catalog, name, longest);
}

static void
measure (EupCatalog  *catalog,
         const Shape *shape,
         const char  *part)
{
  g_autofree char *text = text_of (shape, shape->n);

  if (strstr (shape->name, part) != NULL && measure_text (catalog, shape->name, text))
    measure_edge (catalog, shape);
}

/* Giving up: how long the answer goes on after another thread has cancelled it, after some moments of each question. */
typedef struct
{
  GCancellable *cancellable;
  gulong        delay; /* us */
  gint64        time;
  double        processor;
} Canceller;

static gpointer
cancel_later (gpointer data)
{
  Canceller *canceller = data;

  g_usleep (canceller->delay);
  canceller->time = g_get_monotonic_time ();
  canceller->processor = processor_time ();
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

static void
measure_cancelling (EupCatalog *catalog,
                    const char *name,
                    EupQuery   *query)
{
  static const gulong delays[] = { 0, 1000, 5000, 20000, 50000, 100000, 200000, 400000 };
  double longest = 0, processor = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Canceller canceller = { cancellable, delays[i], 0, 0 };
      GThread *thread = g_thread_new ("canceller", cancel_later, &canceller);
      g_autoptr (EupResults) results = eup_catalog_select_full (catalog, query, cancellable, NULL);
      gint64 end = g_get_monotonic_time ();
      double processor_end = processor_time ();

      g_thread_join (thread);
      if (results != NULL)
        break;
      n++;
      longest = MAX (longest, (double) (end - canceller.time) / 1000);
      processor = MAX (processor, processor_end - canceller.processor);
    }
  g_print ("%-50s cancelled %u times, ended after at most %6.1f ms, %6.1f ms of processors\n", name, n, longest, processor);
}

static void
measure_cancelling_shapes (EupCatalog *catalog,
                           const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (worst); i++)
    {
      g_autofree char *text = text_of (&worst[i], worst[i].n);
      g_autoptr (EupQuery) query = eup_query_new_from_string (text, NULL);
      g_autoptr (EupResults) results = strstr (worst[i].name, part) == NULL ? NULL : eup_catalog_select_full (catalog, query, NULL, NULL);

      if (results != NULL)
        measure_cancelling (catalog, worst[i].name, query);
    }
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  const char *part = argc > 2 ? argv[2] : "";
  const char *languages[] = { "en", NULL };
  g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, NULL);
  g_autoptr (EupCatalog) catalog = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EupResults) first = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  char *json = eup_generate_memory (n, &length);
  gint64 begin;

  bytes = g_bytes_new_take (json, length);
  catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, NULL, &error);
  if (catalog == NULL)
    g_error ("%s", error->message);
  eup_catalog_set_as_of (catalog, day);
  eup_catalog_set_languages (catalog, languages);
  if (*part == '\0')
    {
      g_autoptr (EupQuery) query = eup_query_new_from_string ("taec ref:~x is:overdue kind:adopted sort:date", NULL);

      measure_cancelling (catalog, "while the indexes are made", query);
    }
  begin = g_get_monotonic_time ();
  first = eup_catalog_query (catalog, "taec ref:~x is:overdue kind:adopted sort:date", NULL);
  g_print ("%u entities; making the indexes %.1f ms\n", g_list_model_get_n_items (G_LIST_MODEL (catalog)),
           (double) (g_get_monotonic_time () - begin) / 1000);

  g_print ("\nthe worst\n");
  for (guint i = 0; i < G_N_ELEMENTS (worst); i++)
    measure (catalog, &worst[i], part);
  g_print ("\nordinary ones\n");
  for (guint i = 0; i < G_N_ELEMENTS (ordinary); i++)
    measure (catalog, &ordinary[i], part);
  g_print ("\ncancelled\n");
  measure_cancelling_shapes (catalog, part);
  return 0;
}
