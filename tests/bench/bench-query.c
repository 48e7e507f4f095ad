/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <eupolicy.h>
#include <sqlite3.h>

#include "bench-median.h"
#include "eup-generate.h"
#include "formats/eup-formats.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/results/eup-results-private.h"
#include "query/engine/eup-facets.h"
#include "query/language/eup-query-private.h"
#include "values/eup-date-cell.h"

/* Queries against SQLite in memory, on the same data in the same run: each side in turn, medians. SQLite has prepared
 * statements, all fields of an initiative in one row, and the composite index that fits each query. There the date of
 * an initiative is a column, that of the latest milestone reached; here its milestones are looked at where that one
 * does not tell. All rows are read. A text of several conditions that was asked before is known again, as a prepared
 * statement is; an id is read each time.
 * Usage: bench-query [INITIATIVES [PART]]: only the lines that have the part in their name. */

#define ROUNDS 9

typedef struct
{
  EupCatalog *catalog;
  EupCore    *core;
  EupStore   *store;
  sqlite3    *db;
  guint       n;
  const char *part;
} Bench;

typedef guint (*Side) (Bench   *bench,
                       gpointer data);

static double
run_side (Bench    *bench,
          Side      side,
          gpointer  data,
          guint     repeat,
          guint    *n)
{
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < repeat; i++)
    *n = side (bench, data);
  return (double) (g_get_monotonic_time () - begin) / repeat;
}

/* As often as takes a few milliseconds. */
static guint
repeats_of (Bench    *bench,
            Side      side,
            gpointer  data)
{
  guint repeat = 1, n;
  double time;

  while ((time = run_side (bench, side, data, repeat, &n) * repeat) < 3000 && repeat < 100000)
    repeat *= 4;
  return repeat;
}

static void
compare (Bench      *bench,
         const char *what,
         Side        ours,
         gpointer    our_data,
         Side        theirs,
         gpointer    their_data,
         double      limit)
{
  double our_times[ROUNDS], their_times[ROUNDS], our_median, their_median;
  guint our_repeat, their_repeat, our_n = 0, their_n = 0;

  if (strstr (what, bench->part) == NULL)
    return;
  our_repeat = repeats_of (bench, ours, our_data);
  their_repeat = repeats_of (bench, theirs, their_data);
  for (guint i = 0; i < ROUNDS; i++)
    {
      our_times[i] = run_side (bench, ours, our_data, our_repeat, &our_n);
      their_times[i] = run_side (bench, theirs, their_data, their_repeat, &their_n);
    }
  our_median = bench_median (our_times, ROUNDS);
  their_median = bench_median (their_times, ROUNDS);
  g_print ("%-70s %12.2f us  SQLite %12.2f us  %8.1f times (at least %.0f; rows %u / %u)\n", what, our_median, their_median,
           their_median / our_median, limit, our_n, their_n);
}

/* The other side */

static void
sql (Bench      *bench,
     const char *text)
{
  char *message = NULL;

  if (sqlite3_exec (bench->db, text, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", text, message);
}

static sqlite3_stmt *
prepare (Bench      *bench,
         const char *text)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (bench->db, text, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", text, sqlite3_errmsg (bench->db));
  return statement;
}

static guint
run_sql (Bench    *bench,
         gpointer  data)
{
  sqlite3_stmt *statement = data;
  int columns = sqlite3_column_count (statement);
  guint n = 0;

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < columns; i++)
        if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
          sqlite3_column_text (statement, i);
        else
          sqlite3_column_int (statement, i);
      n++;
    }
  sqlite3_reset (statement);
  return n;
}

static void
bind_text (Bench        *bench,
           sqlite3_stmt *statement,
           int           at,
           EupTableKind  table,
           guint32       row,
           guint         field,
           const char   *language)
{
  guint32 cell = eup_store_get (bench->store, table, row, field);
  const char *text = eup_store_text_in (bench->store, cell, language);

  sqlite3_bind_text (statement, at, text, -1, SQLITE_STATIC);
}

/* Ids, joined: what a flat table has of a relation to many. */
static void
bind_ids (Bench        *bench,
          sqlite3_stmt *statement,
          int           at,
          guint32       row,
          guint         field)
{
  guint n;
  const EupNumber *numbers = eup_store_list (bench->store, eup_store_get (bench->store, EUP_TABLE_INITIATIVE, row, field), &n);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i == 0 ? "" : " ", eup_store_id (bench->store, numbers[i]));
  sqlite3_bind_text (statement, at, ids->str, -1, SQLITE_TRANSIENT);
}

static void
bind_references (Bench        *bench,
                 sqlite3_stmt *statement,
                 int           at,
                 const char   *id)
{
  g_autoptr (EupEntity) entity = eup_catalog_lookup (bench->catalog, id);
  GListModel *references = G_LIST_MODEL (eup_entity_get_references (entity));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (EupReference) reference = g_list_model_get_item (references, i);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : "; ", eup_reference_get_value (reference));
    }
  sqlite3_bind_text (statement, at, text->str, -1, SQLITE_TRANSIENT);
}

/* All that the data have of an initiative; what is asked for and read most stands in front. */
static void
fill_sqlite (Bench *bench)
{
  EupStore *store = bench->store;
  sqlite3_stmt *statement;

  sql (bench, "CREATE TABLE initiative (n INTEGER PRIMARY KEY, id TEXT, title TEXT, status INT, lead TEXT, date INT, instrument INT, "
              "title_fr TEXT, title_de TEXT, summary TEXT, objectives TEXT, priorities TEXT, topics TEXT, refs TEXT); BEGIN");
  statement = prepare (bench, "INSERT INTO initiative VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (guint32 row = 0; row < eup_store_n_rows (store, EUP_TABLE_INITIATIVE); row++)
    {
      const char *id = eup_store_id (store, eup_store_number_of (store, EUP_TABLE_INITIATIVE, row));

      sqlite3_bind_int (statement, 1, (int) row);
      sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
      bind_text (bench, statement, 3, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE, "en");
      sqlite3_bind_int (statement, 4, eup_derived_of (store)->status[row]);
      bind_ids (bench, statement, 5, row, EUP_INITIATIVE_LEADS);
      sqlite3_bind_int (statement, 6, (int) eup_date_cell_first_day (eup_derived_of (store)->date[row]));
      sqlite3_bind_int (statement, 7, (int) eup_store_get (store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT));
      bind_text (bench, statement, 8, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE, "fr");
      bind_text (bench, statement, 9, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE, "de");
      bind_text (bench, statement, 10, EUP_TABLE_INITIATIVE, row, EUP_FIELD_SUMMARY, "en");
      bind_ids (bench, statement, 11, row, EUP_INITIATIVE_OBJECTIVES);
      bind_ids (bench, statement, 12, row, EUP_INITIATIVE_PRIORITIES);
      bind_ids (bench, statement, 13, row, EUP_FIELD_TOPICS);
      bind_references (bench, statement, 14, id);
      sqlite3_step (statement);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);

  sql (bench, "COMMIT; CREATE INDEX fits ON initiative (status, lead, date, id);"
              "CREATE INDEX by_lead ON initiative (lead, status); CREATE INDEX by_id ON initiative (id); ANALYZE");
}

/* Ours */

typedef struct
{
  EupQuery        *query;
  EupQueryContext  context;
  EupPlan          plan;
  const char      *text;
} Question;

static Question *
ask (Bench      *bench,
     const char *text)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GError) error = NULL;

  question->text = text;
  question->query = eup_query_new_from_string (text, &error);
  if (question->query == NULL)
    g_error ("%s: %s", text, error->message);
  question->context = eup_core_get_query_context (bench->core);
  eup_plan_init (&question->plan, &question->context, eup_query_get_spec (question->query), NULL);
  return question;
}

static guint
run_plan (Bench    *bench,
          gpointer  data)
{
  Question *question = data;
  const EupQuerySpec *spec = eup_query_get_spec (question->query);
  EupAnswer answer;
  guint n;

  eup_plan_run (&question->plan, spec->offset, spec->limit, &answer, NULL);
  n = answer.numbers->len;
  eup_answer_clear (&answer);
  return n;
}

/* Ids and titles where they stand, as SQLite gives them. */
static guint
run_plan_texts (Bench    *bench,
                gpointer  data)
{
  Question *question = data;
  const EupQuerySpec *spec = eup_query_get_spec (question->query);
  EupAnswer answer;
  guint n = 0;

  eup_plan_run (&question->plan, spec->offset, spec->limit, &answer, NULL);
  for (guint i = 0; i < answer.numbers->len; i++)
    {
      EupNumber number = g_array_index (answer.numbers, EupNumber, i);
      guint32 row = eup_store_row_in (bench->store, number, EUP_TABLE_INITIATIVE);
      guint32 cell = eup_store_get (bench->store, EUP_TABLE_INITIATIVE, row, EUP_FIELD_TITLE);

      n += eup_store_id (bench->store, number)[0] != '\0'
           && eup_store_text_best (bench->store, cell, question->context.reading, NULL)[0] != '\0';
    }
  eup_answer_clear (&answer);
  return n;
}

static guint
run_titles (Bench    *bench,
            gpointer  data)
{
  g_autoptr (EupResults) results = eup_catalog_query (bench->catalog, ((Question *) data)->text, NULL);
  g_auto (GStrv) titles = eup_results_dup_column (results, "title", NULL);

  return titles[0] == NULL ? 0 : eup_results_get_n_items (results);
}

static guint
run_json (Bench    *bench,
          gpointer  data)
{
  const char *fields[] = { "title", NULL };
  g_autoptr (EupResults) results = eup_catalog_query (bench->catalog, ((Question *) data)->text, NULL);
  g_autoptr (GBytes) json = eup_results_dup_columns (results, fields, NULL);

  return g_bytes_get_size (json) == 0 ? 0 : eup_results_get_n_items (results);
}

static guint
run_objects (Bench    *bench,
             gpointer  data)
{
  g_autoptr (EupResults) results = eup_catalog_select (bench->catalog, ((Question *) data)->query);
  guint n = eup_results_get_n_items (results);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (G_LIST_MODEL (results), i);

      if (eup_entity_get_title (entity) == NULL)
        return 0;
    }
  return n;
}

/* What no object can be cheaper than. */
static guint
run_empty_objects (Bench    *bench,
                   gpointer  data)
{
  for (guint i = 0; i < 50; i++)
    g_object_unref (g_object_new (G_TYPE_OBJECT, NULL));
  return 50;
}

#define N_IDS 512

/* Another id each time, so that nothing that is kept of the last question helps. */
static guint
run_ids (Bench    *bench,
         gpointer  data)
{
  static guint turn;
  char **texts = data;
  g_autoptr (EupResults) results = eup_catalog_query (bench->catalog, texts[turn++ % N_IDS], NULL);

  return eup_results_get_n_items (results);
}

static guint
run_count (Bench    *bench,
           gpointer  data)
{
  g_autoptr (EupResults) results = eup_catalog_select (bench->catalog, ((Question *) data)->query);
  g_autoptr (GVariant) counts = eup_results_count_by (results, "status", NULL);

  return (guint) g_variant_n_children (counts);
}

#define CONDITIONS \
  " WHERE status = 2 AND lead = 'commissioner-05' AND date >= 736695 AND date <= 738886 ORDER BY date DESC, id DESC LIMIT 50"

static void
measure_filters (Bench *bench)
{
  const char *text = "type:initiative status:proposed lead:commissioner-05 date:2018-01-01..2023-12-31 sort:-date limit:50";
  Question *question = ask (bench, text);
  g_autofree char *explanation = eup_query_explain (question->query, bench->catalog);
  g_auto (GStrv) ids = g_new0 (char *, N_IDS + 1);

  g_print ("%s\n", explanation);
  compare (bench, "three conditions, newest 50: the store alone, rows with titles there", run_plan, question, run_sql,
           prepare (bench, "SELECT title FROM initiative" CONDITIONS), 20);
  compare (bench, "the same, numbers of rows from the index alone there", run_plan, question, run_sql,
           prepare (bench, "SELECT n FROM initiative" CONDITIONS), 20);
  compare (bench, "the same, the id and title of each read on both sides", run_plan_texts, question, run_sql,
           prepare (bench, "SELECT id, title FROM initiative" CONDITIONS), 20);
  compare (bench, "the same, no index there", run_plan, question, run_sql, prepare (bench, "SELECT n FROM initiative NOT INDEXED" CONDITIONS), 1000);
  compare (bench, "the same from a text, and 50 titles", run_titles, question, run_sql,
           prepare (bench, "SELECT title FROM initiative" CONDITIONS), 5);
  compare (bench, "the same from a text, and 50 titles as JSON for a binding", run_json, question, run_sql,
           prepare (bench, "SELECT title FROM initiative" CONDITIONS), 5);
  compare (bench, "the same as 50 objects, a title read of each", run_objects, question, run_sql,
           prepare (bench, "SELECT title FROM initiative" CONDITIONS), 1);
  compare (bench, "the same as 50 objects, whole rows there", run_objects, question, run_sql,
           prepare (bench, "SELECT * FROM initiative" CONDITIONS), 1);
  compare (bench, "the same against 50 empty GObjects, made and freed", run_empty_objects, NULL, run_sql,
           prepare (bench, "SELECT title FROM initiative" CONDITIONS), 1);
  compare (bench, "count_by status over a ninth of the rows", run_count,
           ask (bench, "type:initiative lead:commissioner-05,commissioner-06,commissioner-07"), run_sql,
           prepare (bench, "SELECT status, count(*) FROM initiative WHERE lead IN ('commissioner-05', 'commissioner-06', "
                           "'commissioner-07') GROUP BY status ORDER BY 2 DESC"), 10);
  for (guint i = 0; i < N_IDS; i++)
    ids[i] = g_strdup_printf ("id:initiative-%07u", i * 7919 % bench->n);
  compare (bench, "a query that is an id, parse included", run_ids, ids, run_sql,
           prepare (bench, "SELECT n FROM initiative WHERE id = 'initiative-0000123'"), 1);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { .n = argc > 1 ? (guint) atoi (argv[1]) : 100000, .part = argc > 2 ? argv[2] : "" };
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, NULL);
  const char *languages[] = { "en", NULL };
  gsize length;
  char *json = eup_generate_memory (bench.n, &length);
  gint64 begin;

  bench.store = eup_format_read_bytes (EUP_FORMAT_JSON, json, length, NULL, NULL, &error);
  if (bench.store == NULL)
    g_error ("%s", error->message);
  g_free (json);
  bench.catalog = eup_catalog_new_for_store (bench.store, issues);
  bench.core = eup_catalog_get_core (bench.catalog);
  eup_catalog_set_as_of (bench.catalog, day);
  eup_catalog_set_languages (bench.catalog, languages);
  g_print ("%u initiatives, %u milestones; SQLite %s\n", eup_store_n_alive (bench.store, EUP_TABLE_INITIATIVE),
           eup_store_n_alive (bench.store, EUP_TABLE_MILESTONE), sqlite3_libversion ());
  if (sqlite3_open (":memory:", &bench.db) != SQLITE_OK)
    g_error ("SQLite cannot be opened");

  fill_sqlite (&bench);
  begin = g_get_monotonic_time ();
  ask (&bench, "type:initiative status:proposed lead:commissioner-05 sort:-date");
  g_print ("making the lists of status and lead: %.1f ms\n", (double) (g_get_monotonic_time () - begin) / 1000);
  measure_filters (&bench);
  g_object_unref (bench.catalog);
  return 0;
}
