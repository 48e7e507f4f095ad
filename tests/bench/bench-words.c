/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sqlite3.h>

#include "formats/eup-formats.h"
#include "words/eup-words-text.h"
#include "query/language/eup-query-tree.h"
#include "words/eup-words.h"

#include "bench-median.h"
#include "eup-generate.h"

/* The index of words against SQLite's FTS5 in memory, in the same run. Both hold the same texts of all entities in all their languages, by the
 * four classes (titles, short titles and names, summaries, notes with references and ids), and rank by BM25 with the same weights. FTS5 has
 * no content of its own and no accents. It is built without prefix indexes, with those for five and eight letters, and with those for one to
 * three letters; the last of these is asked. Ours is always the same.
 * Usage: bench-words [INITIATIVES [--alone]]. */

#define ROUNDS 7
#define K 20

static gint64
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* What passes, for ours may use more threads than one. */
static gint64
now (void)
{
  return g_get_monotonic_time ();
}

static void
must (int result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    g_error ("sqlite: %d", result);
}

static gboolean
collect (gpointer       data,
         EupWordsClass  klass,
         const char    *language,
         const char    *text)
{
  GString **columns = data;

  g_string_append (columns[klass], text);
  g_string_append_c (columns[klass], '\n');
  return TRUE;
}

/* Returns the microseconds that FTS5 took. */
static double
fill_fts (sqlite3    *db,
          EupStore   *store,
          const char *prefixes)
{
  GString *columns[EUP_N_WORDS_CLASSES];
  sqlite3_stmt *insert;
  gint64 sum = 0, begin = now ();
  sqlite3_int64 rowid = 1;

  g_autofree char *create = g_strdup_printf ("DROP TABLE IF EXISTS f; CREATE VIRTUAL TABLE f USING fts5 (title, short, summary, notes, content='', "
                                             "tokenize='unicode61 remove_diacritics 2'%s); BEGIN", prefixes);

  must (sqlite3_exec (db, create, NULL, NULL, NULL));
  must (sqlite3_prepare_v2 (db, "INSERT INTO f (rowid, title, short, summary, notes) VALUES (?, ?, ?, ?, ?)", -1, &insert, NULL));
  sum += now () - begin;
  for (guint i = 0; i < EUP_N_WORDS_CLASSES; i++)
    columns[i] = g_string_new (NULL);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint32 row = 0; row < eup_store_n_rows (store, table); row++)
      {
        for (guint i = 0; i < EUP_N_WORDS_CLASSES; i++)
          g_string_truncate (columns[i], 0);
        eup_words_each_text (store, table, row, collect, columns);
        begin = now ();
        sqlite3_bind_int64 (insert, 1, rowid++);
        for (guint i = 0; i < EUP_N_WORDS_CLASSES; i++)
          sqlite3_bind_text (insert, (int) i + 2, columns[i]->str, (int) columns[i]->len, SQLITE_STATIC);
        must (sqlite3_step (insert));
        sqlite3_reset (insert);
        sum += now () - begin;
      }
  begin = now ();
  must (sqlite3_finalize (insert));
  must (sqlite3_exec (db, "COMMIT; INSERT INTO f (f, rank) VALUES ('rank', 'bm25(4.0, 3.0, 2.0, 1.0)')", NULL, NULL, NULL));
  sum += now () - begin;
  for (guint i = 0; i < EUP_N_WORDS_CLASSES; i++)
    g_string_free (columns[i], TRUE);
  return (double) sum;
}

static double
ask_fts (sqlite3    *db,
         const char *match,
         guint64    *sum)
{
  sqlite3_stmt *select;
  gint64 begin;
  int result;

  must (sqlite3_prepare_v2 (db, "SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 20", -1, &select, NULL));
  sqlite3_bind_text (select, 1, match, -1, SQLITE_STATIC);
  begin = now ();
  while ((result = sqlite3_step (select)) == SQLITE_ROW)
    *sum += (guint64) sqlite3_column_int64 (select, 0);
  begin = now () - begin;
  must (result);
  sqlite3_finalize (select);
  return (double) begin;
}

static double
ask (EupWords   *words,
     EupStore   *store,
     const char *text,
     guint8      tables,
     guint64    *n_total)
{
  g_autoptr (EupQuerySpec) spec = eup_query_parse (text, NULL);
  const EupQueryNode *node = spec->condition;
  const EupWordsPhrase *nodes[8];
  EupWordsQuery query = { .nodes = nodes, .tables = tables };
  g_autofree EupWordsHit *hits = NULL;
  gint64 begin;

  if (node->kind == EUP_QUERY_WORDS)
    nodes[query.n_nodes++] = &node->words;
  for (guint i = 0; node->kind == EUP_QUERY_AND && i < node->n; i++)
    nodes[query.n_nodes++] = &node->children[i]->words;
  begin = now ();
  eup_words_search (words, store, &query, K, &hits, n_total);
  return (double) (now () - begin);
}

/* Ours may use more threads than one: the time that passes, and the processor's time of all threads. */
typedef struct
{
  double elapsed;
  double processor;
} Built;

static EupWords *
build (EupStore *store,
       Built    *best)
{
  EupWords *words = NULL;

  *best = (Built) { G_MAXDOUBLE, G_MAXDOUBLE };
  for (guint i = 0; i < 3; i++)
    {
      gint64 elapsed, processor;

      g_clear_pointer (&words, eup_words_free);
      elapsed = g_get_monotonic_time ();
      processor = read_clock (CLOCK_PROCESS_CPUTIME_ID);
      words = eup_words_new (store);
      best->processor = MIN (best->processor, (double) (read_clock (CLOCK_PROCESS_CPUTIME_ID) - processor));
      best->elapsed = MIN (best->elapsed, (double) (g_get_monotonic_time () - elapsed));
    }
  return words;
}

static void
compare_building (sqlite3     *db,
                  EupStore    *store,
                  const Built *ours)
{
  const char *options[] = { "", ", prefix='5 8'", ", prefix='1 2 3'" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      double theirs = fill_fts (db, store, options[i]);

      g_print ("FTS5 with \"%s\" built in %.0f ms, ratio %.1f (of the processor's time %.1f)\n",
               options[i], theirs / 1e3, theirs / ours->elapsed, theirs / ours->processor);
    }
}

static void
compare (EupWords   *words,
         EupStore   *store,
         sqlite3    *db,
         const char *what,
         const char *text,
         const char *match)
{
  double ours[ROUNDS], narrow[ROUNDS], theirs[ROUNDS], first, our_median, their_median;
  guint64 n = 0, sum = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = ask (words, store, text, 0, NULL);
      theirs[i] = db != NULL ? ask_fts (db, match, &sum) : 0;
    }
  for (guint i = 0; i < ROUNDS; i++)
    narrow[i] = ask (words, store, text, 1u << EUP_TABLE_INITIATIVE, NULL);
  ask (words, store, text, 0, &n);
  first = ours[0];
  our_median = bench_median (ours, ROUNDS);
  their_median = bench_median (theirs, ROUNDS);
  g_print ("%-20s %-18s %8" G_GUINT64_FORMAT " found: %7.0f us (at first %7.0f us, initiatives only %7.0f us), FTS5 %8.0f us, ratio %.0f\n",
           what, text, n, our_median, first, bench_median (narrow, ROUNDS), their_median, their_median / MAX (our_median, 0.5));
}

/* Words of the data by how many documents have them, to ask for common and rare ones whatever the generator writes. */
static char *
word_of_title (EupStore *store,
               guint32   row,
               guint     nth)
{
  const char *title = eup_store_text_nth (store, eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE), 0, NULL);
  g_auto (GStrv) parts = g_strsplit (title, " ", -1);

  return g_ascii_strdown (parts[MIN (nth, g_strv_length (parts) - 1)], -1);
}

static guint64
count (EupWords   *words,
       EupStore   *store,
       const char *text)
{
  guint64 n;

  ask (words, store, text, 0, &n);
  return n;
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  gboolean with_fts = argc < 3;
  gsize length;
  g_autofree char *json = eup_generate_memory (n, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupStore) store = NULL;
  g_autofree char *common = NULL, *other = NULL, *rare = NULL;
  guint64 n_common = 0, n_rare = G_MAXUINT64, n_other = 0;
  sqlite3 *db = NULL;
  Built built;
  EupWords *words = NULL;

  store = eup_format_read_bytes (EUP_FORMAT_JSON, json, length, NULL, NULL, &error);
  g_assert_no_error (error);
  words = build (store, &built);
  g_print ("%u initiatives, %.1f MB of JSON, %" G_GUINT64_FORMAT " terms: built in %.0f ms (%.0f ms of the processor), %.1f MB = %.2f of the JSON\n",
           n, length / 1e6, eup_words_n_terms (words), built.elapsed / 1e3, built.processor / 1e3, eup_words_memory (words) / 1e6, (double) eup_words_memory (words) / length);
  if (with_fts)
    {
      must (sqlite3_open (":memory:", &db));
      compare_building (db, store, &built);
    }

  for (guint32 row = 0; row < MIN (n, 300); row++)
    {
      char *word = word_of_title (store, row, row % 5);
      guint64 found = count (words, store, word);

      if (found > n_common)
        {
          g_free (other);
          other = common;
          n_other = n_common;
          common = g_strdup (word);
          n_common = found;
        }
      else if (found > n_other && strcmp (word, common) != 0)
        {
          g_free (other);
          other = g_strdup (word);
          n_other = found;
        }
      if (found > 0 && found < n_rare)
        {
          g_free (rare);
          rare = g_strdup (word);
          n_rare = found;
        }
      g_free (word);
    }

  for (guint i = 0; i < 3; i++)
    {
      const char *pair[3][2] = { { common, other }, { common, rare }, { rare, "e" } };
      g_autofree char *text = g_strdup_printf ("%s %s", pair[i][0], pair[i][1]);

      compare (words, store, db, "two words AND", text, text);
    }
  compare (words, store, db, "one common word", common, common);
  compare (words, store, db, "one rare word", rare, rare);
  for (guint i = 0; i < 4; i++)
    for (guint letters = 1; letters <= 5; letters++)
      {
        const char *typed = i % 2 == 0 ? common : rare, *before = i < 2 ? "" : other;
        g_autofree char *text = g_strdup_printf ("%s%s%.*s*", before, i < 2 ? "" : " ", (int) letters, typed);

        if (letters <= strlen (typed))
          compare (words, store, db, i < 2 ? "prefix" : "word and prefix", text, text);
      }
  for (guint letters = 1; letters <= 3; letters++)
    {
      g_autofree char *text = g_strdup_printf ("%s %.*s*", rare, (int) letters, common);

      compare (words, store, db, "rare word and prefix", text, text);
    }
  {
    g_autofree char *text = g_strdup_printf ("\"%s %s\"", common, other);

    compare (words, store, db, "phrase", text, text);
  }
  eup_words_free (words);
  if (db != NULL)
    sqlite3_close (db);
  return 0;
}
