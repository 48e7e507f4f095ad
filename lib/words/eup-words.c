/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "words/eup-words-kept.h"
#include "words/eup-words-lead.h"

/* When so large a part of the index stands in later pieces, all of it is made anew. */
#define REBUILD_PART 4
#define REBUILD_FLOOR 1000

#define DOCUMENTS_PER_THREAD 20000

static void
free_scratch (EupWords *words)
{
  g_free (words->sums);
  g_free (words->dirty);
}

static void
reserve_scratch (EupWords *words)
{
  guint32 n = 0;

  for (guint s = 0; s < words->segments->len; s++)
    n = MAX (n, ((const EupWordsSegment *) g_ptr_array_index (words->segments, s))->n_docs);
  if (words->sums != NULL && n <= words->n_scratch)
    return;
  free_scratch (words);
  words->n_scratch = n;
  words->sums = g_new0 (guint16, (gsize) n + EUP_WORDS_BLOCK); /* read in blocks */
  words->dirty = g_new0 (guint8, n / EUP_WORDS_BLOCK + 1);
}

static void
build (EupWords *words,
       EupStore *store)
{
  guint32 n_docs = 0;
  guint n_threads;

  words->is_partial = TRUE;
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    n_docs += eup_store_n_rows (store, table);
  n_threads = MIN (n_docs / DOCUMENTS_PER_THREAD, g_get_num_processors ());
  g_ptr_array_set_size (words->segments, 0);
  g_hash_table_remove_all (words->pending);
  g_hash_table_remove_all (words->kept);
  g_ptr_array_add (words->segments, eup_words_segment_new (store, &words->languages, NULL, 0, n_threads, words->work));
  reserve_scratch (words);
  if (eup_work_look (words->work))
    eup_words_keep_common (words, store, n_threads);
  words->is_partial = !eup_work_look (words->work);
}

EupWords *
eup_words_new (EupStore *store)
{
  return eup_words_new_with_work (store, NULL);
}

EupWords *
eup_words_new_with_work (EupStore *store,
                         EupWork  *work)
{
  EupWords *words = g_new0 (EupWords, 1);

  eup_work_begin (&words->own_work, NULL);
  words->work = work != NULL ? work : &words->own_work;

  eup_words_languages_init (&words->languages);
  words->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_words_segment_free);
  words->pending = g_hash_table_new (NULL, NULL);
  words->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) eup_words_kept_free);
  build (words, store);
  return words;
}

void
eup_words_free (EupWords *words)
{
  g_ptr_array_unref (words->segments);
  g_hash_table_unref (words->pending);
  g_hash_table_unref (words->kept);
  eup_words_languages_clear (&words->languages);
  g_clear_pointer (&words->lead, eup_words_lead_free);
  free_scratch (words);
  g_free (words);
}

gboolean
eup_words_is_partial (const EupWords *words)
{
  return words->is_partial;
}

void
eup_words_update (EupWords     *words,
                  EupTableKind  table,
                  guint32       row)
{
  guint32 home = (guint32) table << 28 | row;

  for (guint s = 0; s < words->segments->len; s++)
    eup_words_segment_retire (g_ptr_array_index (words->segments, s), home);
  g_hash_table_add (words->pending, GUINT_TO_POINTER (home));
  words->generation++;
}

static int
compare_homes (const void *a,
               const void *b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
add_segment (EupWords *words,
             EupStore *store,
             GArray   *homes)
{
  if (homes->len == 0)
    return;
  qsort (homes->data, homes->len, sizeof (guint32), compare_homes);
  g_ptr_array_add (words->segments,
                   eup_words_segment_new (store, &words->languages, (const guint32 *) (const void *) homes->data, homes->len, 1, words->work));
  words->is_partial = words->is_partial || !eup_work_look (words->work);
}

/* Makes the last two pieces one while they are of like size, so that there are never many. */
static void
merge_pieces (EupWords *words,
              EupStore *store)
{
  while (words->segments->len > 2)
    {
      const EupWordsSegment *pair[] = { g_ptr_array_index (words->segments, words->segments->len - 2),
                                        g_ptr_array_index (words->segments, words->segments->len - 1) };
      g_autoptr (GArray) homes = NULL;

      if (pair[0]->n_live > 2 * pair[1]->n_live)
        return;
      homes = g_array_new (FALSE, FALSE, sizeof (guint32));
      for (guint i = 0; i < G_N_ELEMENTS (pair); i++)
        for (guint32 doc = 0; doc < pair[i]->n_docs; doc++)
          if (pair[i]->lengths[doc] > 0 && !eup_words_segment_is_stale (pair[i], doc))
            g_array_append_val (homes, pair[i]->homes[doc]);
      g_ptr_array_set_size (words->segments, (int) words->segments->len - 2);
      add_segment (words, store, homes);
    }
}

gboolean
eup_words_flush (EupWords *words,
                 EupStore *store)
{
  g_autoptr (GArray) homes = NULL;
  const EupWordsSegment *first = g_ptr_array_index (words->segments, 0);
  GHashTableIter iter;
  gpointer key;
  guint64 later = 0;

  if (g_hash_table_size (words->pending) == 0 || words->is_partial)
    return !words->is_partial;

  homes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_hash_table_iter_init (&iter, words->pending);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 home = GPOINTER_TO_UINT (key);

      if ((home & 0x0fffffff) < eup_store_n_rows (store, home >> 28) && eup_store_is_alive (store, home >> 28, home & 0x0fffffff))
        g_array_append_val (homes, home);
    }
  g_hash_table_remove_all (words->pending);

  for (guint s = 1; s < words->segments->len; s++)
    later += ((const EupWordsSegment *) g_ptr_array_index (words->segments, s))->n_live;
  if (later + homes->len + first->n_stale > first->n_live / REBUILD_PART + REBUILD_FLOOR)
    {
      build (words, store);
      return !words->is_partial;
    }
  add_segment (words, store, homes);
  merge_pieces (words, store);
  reserve_scratch (words);
  return !words->is_partial;
}

gsize
eup_words_memory (const EupWords *words)
{
  gsize sum = sizeof *words + (gsize) words->n_scratch * sizeof (guint16);
  GHashTableIter iter;
  gpointer kept;

  for (guint s = 0; s < words->segments->len; s++)
    sum += eup_words_segment_memory (g_ptr_array_index (words->segments, s));
  g_hash_table_iter_init (&iter, words->kept);
  while (g_hash_table_iter_next (&iter, NULL, &kept))
    sum += eup_words_kept_memory (kept);
  return sum;
}

guint64
eup_words_n_terms (const EupWords *words)
{
  guint64 n = 0;

  for (guint s = 0; s < words->segments->len; s++)
    n += ((const EupWordsSegment *) g_ptr_array_index (words->segments, s))->n_terms;
  return n;
}

guint64
eup_words_n_postings_of_all (const EupWords *words)
{
  guint64 n = 0;

  for (guint s = 0; s < words->segments->len && !words->is_partial; s++)
    {
      const EupWordsSegment *segment = g_ptr_array_index (words->segments, s);

      n += segment->term_first[segment->n_terms];
    }
  return n;
}
