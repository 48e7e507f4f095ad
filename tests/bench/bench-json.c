/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include <json-glib/json-glib.h>

#include "bench-median.h"
#include "eup-generate.h"
#include "formats/eup-formats.h"

/* JSON, against json-glib in the same run: bytes to a store with its id index against json-glib's bare parse; the canonical
 * writer against json-glib's generator from a ready tree; the memory that a reading from a file takes at its highest.
 * Usage: bench-json [INITIATIVES [ROUNDS]]. */

#define MAX_ROUNDS 15

typedef struct
{
  const char *name;
  double      times[MAX_ROUNDS];
} Series;

static double
median (const Series *series,
        guint         rounds)
{
  double sorted[MAX_ROUNDS];

  memcpy (sorted, series->times, rounds * sizeof (double));
  return bench_median (sorted, rounds);
}

/* The time that this process was given, the kernel's part included: what else the machine does matters less. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void
stop (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static EupStore *
read_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  EupStore *store;

  stop (error);
  store = eup_format_read_stream (EUP_FORMAT_JSON, G_INPUT_STREAM (stream), -1, NULL, issues, &error);
  stop (error);
  return store;
}

/* The highest use of memory of this process, in bytes, as its own address space has it. */
static gsize
peak_of_self (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "VmHWM:")) == NULL)
    return 0;
  return (gsize) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) * 1024;
}

/* The same of a child that reads the file and no more, or does nothing at all. */
static gsize
peak_of_child (const char *path)
{
  const char *arguments[] = { "/proc/self/exe", path == NULL ? "--nothing" : "--read", path, NULL };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL), *output = NULL;
  g_autoptr (GError) error = NULL;

  arguments[0] = program;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  stop (error);
  return (gsize) g_ascii_strtoull (output, NULL, 10);
}

static double
time_json_glib (const char  *text,
                gsize        length,
                JsonParser **kept)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  double start = now (), end;

  json_parser_load_from_data (parser, text, length, &error);
  end = now ();
  stop (error);
  if (kept != NULL)
    *kept = g_steal_pointer (&parser);
  return end - start;
}

static double
time_read (const char *text,
           gsize       length,
           gboolean    check,
           EupStore  **kept)
{
  g_autoptr (GPtrArray) issues = check ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;
  g_autoptr (GError) error = NULL;
  double start = now ();
  g_autoptr (EupStore) store = eup_format_read_bytes (EUP_FORMAT_JSON, text, length, NULL, issues, &error);
  double end = now ();

  stop (error);
  if (kept != NULL)
    *kept = g_steal_pointer (&store);
  return end - start;
}

static double
time_read_path (const char *path)
{
  double start = now ();
  g_autoptr (EupStore) store = read_path (path);

  return now () - start;
}

static double
time_write (EupStore   *store,
            const char *text,
            gsize       length)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (g_malloc (length + 16), length + 16, g_realloc, g_free);
  g_autoptr (GError) error = NULL;
  double start, end;

  memset (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), 1, length);
  start = now ();
  eup_format_write_stream (EUP_FORMAT_JSON, store, stream, NULL, &error);
  end = now ();
  stop (error);
  if (text != NULL
      && (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)) != length
          || memcmp (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), text, length) != 0))
    g_error ("what was written differs from what was read");
  return end - start;
}

static double
time_generator (JsonParser *parser)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  double start;

  json_generator_set_root (generator, json_parser_get_root (parser));
  start = now ();
  text = json_generator_to_data (generator, NULL);
  return now () - start;
}

/* The same entities in another order: the ids count down. */
static EupStore *
shuffled (const EupStore *store)
{
  EupStore *copy = eup_store_new (store->language);

  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint32 row = eup_store_n_rows (store, table); row > 0; row--)
      {
        const char *id = eup_store_id (store, eup_store_number_of (store, table, row - 1));

        eup_store_copy_row (copy, eup_store_intern (copy, id, strlen (id)), store, table, row - 1);
      }
  return copy;
}

static void
print (const Series *series,
       guint         rounds,
       gsize         length,
       const Series *peer)
{
  double t = median (series, rounds);

  g_print ("%-46s %8.1f ms %7.0f MB/s", series->name, t * 1e3, length / t / 1e6);
  if (peer != NULL)
    g_print ("   1/%.1f of %s", median (peer, rounds) / t, peer->name);
  g_print ("\n");
}

int
main (int    argc,
      char **argv)
{
  enum { PEER_PARSE, READ, READ_BARE, READ_PATH, PEER_WRITE, WRITE, WRITE_SHUFFLED, N_SERIES };
  Series series[N_SERIES] = {
    { .name = "json-glib's parse" }, { .name = "bytes to a store, checked" }, { .name = "bytes to a store, not checked" },
    { .name = "path to a store, checked" }, { .name = "json-glib's generator" }, { .name = "canonical writer, ids in order" },
    { .name = "canonical writer, ids in reverse order" },
  };
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  guint rounds = CLAMP (argc > 2 ? atoi (argv[2]) : 5, 1, MAX_ROUNDS);
  g_autofree char *text = NULL, *path = NULL;
  gsize length, idle, peak;

  if (argc > 1 && (g_str_equal (argv[1], "--nothing") || g_str_equal (argv[1], "--read")))
    {
      g_autoptr (EupStore) store = argc > 2 ? read_path (argv[2]) : NULL;

      g_print ("%" G_GSIZE_FORMAT "\n", peak_of_self ());
      return 0;
    }

  text = eup_generate_memory (n, &length);
  path = g_build_filename (g_get_tmp_dir (), "bench-json-XXXXXX", NULL);
  close (g_mkstemp (path));
  g_file_set_contents (path, text, length, NULL);
  g_print ("%u initiatives, %u milestones, %.1f MB of canonical JSON, %u rounds\n", n, 3 * n, length / 1e6, rounds);

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (EupStore) store = NULL, other = NULL;
      g_autoptr (JsonParser) parser = NULL;

      series[PEER_PARSE].times[i] = time_json_glib (text, length, &parser);
      series[READ].times[i] = time_read (text, length, TRUE, &store);
      series[READ_BARE].times[i] = time_read (text, length, FALSE, NULL);
      series[READ_PATH].times[i] = time_read_path (path);
      series[PEER_WRITE].times[i] = time_generator (parser);
      series[WRITE].times[i] = time_write (store, text, length);
      other = shuffled (store);
      series[WRITE_SHUFFLED].times[i] = time_write (other, text, length);
    }
  for (guint i = 0; i < N_SERIES; i++)
    print (&series[i], rounds, length, i == PEER_PARSE || i == PEER_WRITE ? NULL : &series[i < PEER_WRITE ? PEER_PARSE : PEER_WRITE]);

  idle = peak_of_child (NULL);
  peak = peak_of_child (path);
  g_print ("memory at its highest when read from the path: %.1f MB, %.2f of the file\n", (peak - idle) / 1e6,
           (double) (peak - idle) / length);
  g_unlink (path);
  return 0;
}
