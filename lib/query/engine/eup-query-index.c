/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-query-index.h"

#include <string.h>

#include "query/engine/eup-affected.h"
#include "query/engine/eup-number-set.h"
#include "query/engine/eup-ref-index.h"
#include "query/engine/eup-texts.h"
#include "words/eup-words-text.h"
#include "words/eup-words.h"
#include "values/eup-debug.h"

/* From so many edits at once on, and from so many changed rows, it is cheaper to begin anew. */
#define MAX_AFFECTED 4096
#define MIN_CHANGED_ROWS 1024
#define CHANGED_SHARE 64

EupQueryIndex *
eup_query_index_new (EupStore *store)
{
  EupQueryIndex *index = g_new0 (EupQueryIndex, 1);

  index->store = store;
  index->generation = store->generation;
  index->as_of = store->as_of;
  eup_work_begin (&index->work, NULL);
  return index;
}

static void
drop_table (EupQueryIndex *index,
            EupTableKind   table)
{
  g_clear_pointer (&index->ids[table], eup_id_ranks_free);
  g_clear_pointer (&index->dates[table], eup_date_ranks_free);
  for (guint order = 0; order < EUP_N_RANKS; order++)
    for (guint field = 0; field < EUP_N_QUERY_FIELDS; field++)
      g_clear_pointer (&index->postings[order][table][field], eup_postings_free);
  g_clear_pointer (&index->changed[table], g_free);
  g_clear_pointer (&index->changed_rows[table], g_array_unref);
  index->n_changed_rows[table] = 0;
}

static void
drop_lists (EupQueryIndex *index)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    drop_table (index, table);
  index->is_measured = FALSE;
}

/* What is not told apart by table. */
static void
drop_common (EupQueryIndex *index)
{
  g_clear_pointer (&index->refs, eup_ref_index_free);
  g_clear_pointer (&index->descendants, g_hash_table_unref);
  g_clear_pointer (&index->derived, eup_derived_free);
}

static void
forget_edits (EupQueryIndex *index)
{
  g_clear_pointer (&index->edits, g_array_unref);
  g_clear_pointer (&index->affected, eup_number_set_unref);
}

void
eup_query_index_free (EupQueryIndex *index)
{
  drop_lists (index);
  drop_common (index);
  forget_edits (index);
  g_clear_pointer (&index->words, eup_words_free);
  g_free (index);
}

void
eup_query_index_refresh (EupQueryIndex *index)
{
  EupStore *store = index->store;

  if (index->generation == store->generation)
    return;
  if (eup_debug_is_on (EUP_DEBUG_INDEX))
    eup_debug_print (EUP_DEBUG_INDEX, "dropped all: edited without events");
  drop_lists (index);
  drop_common (index);
  g_clear_pointer (&index->words, eup_words_free);
  index->generation = store->generation;
  index->as_of = store->as_of;
}

/* With @begin from eup_debug_begin(); table EUP_N_ENTITY_TABLES: of all. */
static void
print_built (gint64       begin,
             const char  *what,
             EupTableKind table,
             guint64      n,
             const char  *of,
             gsize        n_bytes)
{
  if (begin == 0)
    return;
  eup_debug_print (EUP_DEBUG_INDEX, "built %s%s%s: %" G_GUINT64_FORMAT " %s, %" G_GSIZE_FORMAT " bytes, %.3f ms", what,
                   table == EUP_N_ENTITY_TABLES ? "" : " of ", table == EUP_N_ENTITY_TABLES ? "" : eup_schema_table (table)->key,
                   n, of, n_bytes, eup_debug_milliseconds (begin));
}

static void
mark_changed (EupQueryIndex *index,
              EupTableKind   table,
              guint32        row)
{
  if (row >= index->n_changed_rows[table])
    {
      guint32 n_old = index->n_changed_rows[table] / 64, n = (row / 64 + 1) * 2;

      index->changed[table] = g_renew (guint64, index->changed[table], n);
      memset (index->changed[table] + n_old, 0, (n - n_old) * sizeof (guint64));
      index->n_changed_rows[table] = n * 64;
    }
  if (eup_query_index_is_changed (index, table, row))
    return;
  index->changed[table][row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
  if (index->changed_rows[table] == NULL)
    index->changed_rows[table] = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (index->changed_rows[table], row);
  if (index->changed_rows[table]->len <= MAX (MIN_CHANGED_ROWS, eup_store_n_rows (index->store, table) / CHANGED_SHARE))
    return;
  if (eup_debug_is_on (EUP_DEBUG_INDEX))
    eup_debug_print (EUP_DEBUG_INDEX, "dropped lists of %s: %u rows changed", eup_schema_table (table)->key,
                     index->changed_rows[table]->len);
  drop_table (index, table);
}

static gboolean
has_lists (const EupQueryIndex *index,
           EupTableKind         table)
{
  return index->ids[table] != NULL || index->dates[table] != NULL;
}

static gboolean
touches_texts (const EupEvent *event)
{
  if (event->kind != EUP_EVENT_CELL)
    return event->kind != EUP_EVENT_DERIVED;
  return eup_schema_field (event->table, event->field)->words != EUP_WORDS_NOWHERE;
}

static gboolean
add_bytes (const char *text,
           gpointer    sum)
{
  *(guint64 *) sum += strlen (text);
  return FALSE;
}

static gboolean
add_text_bytes (gpointer       sum,
                EupWordsClass  klass,
                const char    *language,
                const char    *text)
{
  *(guint64 *) sum += strlen (text);
  return TRUE;
}

static void
measure_row (EupQueryIndex *index,
             EupTableKind   table,
             guint32        row)
{
  eup_texts_visit_titles (index->store, table, row, add_bytes, &index->title_bytes[table]);
  eup_words_each_text (index->store, table, row, add_text_bytes, &index->text_bytes[table]);
}

static void
update_words (EupQueryIndex  *index,
              const EupEvent *event)
{
  EupTableKind table;
  guint32 row;

  if (!touches_texts (event))
    return;
  if (event->kind == EUP_EVENT_REMOVED)
    {
      if (index->words != NULL)
        eup_words_update (index->words, event->table, event->old_cell);
      return;
    }
  if (!eup_store_home (index->store, event->number, &table, &row))
    return;
  if (index->words != NULL)
    eup_words_update (index->words, table, row);

  /* What the texts were before is not taken off: it is known again when the lists are made anew. */
  if (index->is_measured)
    measure_row (index, table, row);
}

static gboolean
is_same_edit (const EupEvent *a,
              const EupEvent *b)
{
  return a->number == b->number && a->kind == b->kind && a->field == b->field && a->table == b->table
         && a->old_cell == b->old_cell && a->new_cell == b->new_cell;
}

/* Whether all of them are among those that were told last, which are in the same order. */
static gboolean
were_told_last (const EupQueryIndex *index,
                const EupEvent      *events,
                guint                n_events)
{
  guint n_found = 0;

  if (index->edits == NULL || index->generation != index->store->generation)
    return FALSE;
  for (guint i = 0; i < index->edits->len && n_found < n_events; i++)
    n_found += is_same_edit (&g_array_index (index->edits, EupEvent, i), &events[n_found]);
  return n_found == n_events;
}

EupNumberSet *
eup_query_index_affected (EupQueryIndex  *index,
                          const EupEvent *events,
                          guint           n_events,
                          guint           max)
{
  if (!were_told_last (index, events, n_events))
    return eup_affected_new (index->store, events, n_events, max);
  return index->affected == NULL || index->affected->numbers->len > max ? NULL : eup_number_set_ref (index->affected);
}

static EupNumberSet *
note_affected (EupQueryIndex  *index,
               const EupEvent *events,
               guint           n_events)
{
  forget_edits (index);
  index->affected = eup_affected_new (index->store, events, n_events, MAX_AFFECTED);
  index->edits = g_array_sized_new (FALSE, FALSE, sizeof (EupEvent), n_events);
  g_array_append_vals (index->edits, events, n_events);
  return index->affected;
}

void
eup_query_index_edited (EupQueryIndex  *index,
                        const EupEvent *events,
                        guint           n_events)
{
  EupStore *store = index->store;
  const EupNumberSet *affected = NULL;

  if (n_events == 0 && index->as_of == store->as_of)
    return;
  for (guint i = 0; i < n_events; i++)
    update_words (index, &events[i]);
  drop_common (index);
  if (index->as_of == store->as_of)
    affected = note_affected (index, events, n_events);
  else
    forget_edits (index);
  index->generation = store->generation;
  index->as_of = store->as_of;
  if (affected == NULL)
    {
      if (eup_debug_is_on (EUP_DEBUG_INDEX))
        eup_debug_print (EUP_DEBUG_INDEX, "dropped lists of all types: another day, or too many changes at once");
      drop_lists (index);
      return;
    }

  for (guint i = 0; i < affected->numbers->len; i++)
    {
      EupTableKind table;
      guint32 row;

      if (eup_store_home (store, g_array_index (affected->numbers, EupNumber, i), &table, &row) && has_lists (index, table))
        mark_changed (index, table, row);
    }
  for (guint i = 0; i < n_events; i++)
    if (events[i].kind == EUP_EVENT_REMOVED && has_lists (index, events[i].table))
      mark_changed (index, events[i].table, events[i].old_cell);
}

const EupIdRanks *
eup_query_index_ids (EupQueryIndex *index,
                     EupTableKind   table)
{
  if (index->ids[table] == NULL)
    {
      gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);
      EupIdRanks *ids = index->ids[table] = eup_id_ranks_new (index->store, table);

      print_built (begin, "order by id", table, ids->n, "rows", ids->rows == NULL ? 0 : (ids->n + (gsize) ids->n_rows) * sizeof (guint32));
    }
  return index->ids[table];
}

static EupFieldReader
own_field_reader (EupQueryIndex *index)
{
  return (EupFieldReader) { index->store, index->store->as_of, NULL };
}

/* Lists that are made after edits know them already; that the rows are looked at once more does no harm. */
const EupDateRanks *
eup_query_index_dates (EupQueryIndex *index,
                       EupTableKind   table)
{
  EupFieldReader reader = own_field_reader (index);

  if (index->dates[table] == NULL)
    {
      g_autoptr (EupIdRanks) fresh = NULL;
      const EupIdRanks *ids = eup_query_index_ids (index, table);
      gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);

      if (eup_query_index_n_changed (index, table) > 0)
        ids = fresh = eup_id_ranks_new (index->store, table);
      index->dates[table] = eup_date_ranks_new (&reader, table, ids);
      print_built (begin, "order by date", table, index->dates[table]->n, "rows",
                   (2 * (gsize) index->dates[table]->n + index->dates[table]->n_rows) * sizeof (guint32));
    }
  return index->dates[table];
}

static EupPostings *
build_postings (EupQueryIndex *index,
                EupTableKind   table,
                EupQueryField  field,
                const guint32 *rows,
                guint32        n)
{
  EupFieldReader reader = own_field_reader (index);
  gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);
  EupPostings *postings = eup_postings_new (&reader, table, field, rows, n);

  if (begin != 0)
    {
      g_autofree char *what = g_strdup_printf ("lists of %s", eup_query_field_name (field));

      print_built (begin, what, table, postings->n_ranks, "entries", ((gsize) postings->n_ranks + postings->n_keys) * sizeof (guint32));
    }
  return postings;
}

EupPostings *
eup_query_index_postings (EupQueryIndex *index,
                          EupRanks       order,
                          EupTableKind   table,
                          EupQueryField  field)
{
  EupPostings **postings = &index->postings[order][table][field];

  if (*postings == NULL && order == EUP_RANKS_BY_DATE)
    {
      const EupDateRanks *dates = eup_query_index_dates (index, table);

      *postings = build_postings (index, table, field, dates->rows, dates->n);
    }
  else if (*postings == NULL)
    {
      const EupIdRanks *ids = eup_query_index_ids (index, table);

      *postings = build_postings (index, table, field, ids->rows, ids->n);
    }
  return *postings;
}

/* NULL for the store's own day. */
const EupDerived *
eup_query_index_derived (EupQueryIndex *index,
                         guint32        as_of)
{
  if (as_of == index->store->as_of)
    return NULL;
  if (index->derived != NULL && index->derived_day != as_of)
    g_clear_pointer (&index->derived, eup_derived_free);
  if (index->derived == NULL)
    index->derived = eup_derived_new (index->store, as_of);
  index->derived_day = as_of;
  return index->derived;
}

EupWords *
eup_query_index_words (EupQueryIndex *index)
{
  if (index->words == NULL)
    {
      gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);

      index->words = eup_words_new_with_work (index->store, &index->work);
      if (begin != 0)
        print_built (begin, "words", EUP_N_ENTITY_TABLES, eup_words_n_terms (index->words), "words", eup_words_memory (index->words));
    }
  return index->words;
}

EupRefIndex *
eup_query_index_refs (EupQueryIndex *index)
{
  if (index->refs == NULL)
    {
      gint64 begin = eup_debug_begin (EUP_DEBUG_INDEX);

      index->refs = eup_ref_index_new (index->store, &index->work);
      print_built (begin, "references", EUP_N_ENTITY_TABLES, eup_ref_index_size (index->refs), "entries",
                   eup_ref_index_memory (index->refs));
    }
  return index->refs;
}

void
eup_query_index_measure (EupQueryIndex *index)
{
  if (index->is_measured)
    return;
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 n = eup_store_n_rows (index->store, table);

      index->title_bytes[table] = index->text_bytes[table] = 0;
      for (guint32 row = 0; row < n && eup_work_add (&index->work, 0); row++)
        if (eup_store_is_alive (index->store, table, row))
          measure_row (index, table, row);
    }
  index->is_measured = eup_work_look (&index->work);
}

void
eup_query_index_abandon (EupQueryIndex *index)
{
  if (index->words != NULL && eup_words_is_partial (index->words))
    g_clear_pointer (&index->words, eup_words_free);
  drop_common (index);
}
