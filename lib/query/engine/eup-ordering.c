/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-ordering.h"

#include <string.h>

#include "query/language/eup-query-properties.h"
#include "values/eup-date-cell.h"

/* A key is a number that ascends in the order wanted, or a text; what is absent is the greatest number. */
typedef union
{
  guint64     number;
  const char *text;
} Key;

#define ABSENT G_MAXUINT64
#define KEY_COST 100
#define TITLE_KEY_COST 1500
#define MANY_TITLES 256
#define COMPARISON_COST 80

typedef struct
{
  const EupOrdering *ordering;
  GArray            *numbers;
  GArray            *scores;
  Key               *keys; /* n_sort for each number */
  GStringChunk      *names;
  gboolean           is_keyed; /* titles are keys that are compared as bytes, with the titles behind them */
} Sort;

static gboolean
ranks_are_known (const EupIdRanks    *ids,
                 const EupQueryIndex *index,
                 EupTableKind         table,
                 guint32              row)
{
  return row < ids->n_rows && !eup_query_index_is_changed (index, table, row);
}

static int
compare_rows (const EupOrdering *ordering,
                           EupTableKind       table,
                           guint32            a,
                           guint32            b)
{
  EupQueryIndex *index = ordering->index;
  const EupIdRanks *ids = index->ids[table];

  if (ids != NULL && ranks_are_known (ids, index, table, a) && ranks_are_known (ids, index, table, b))
    {
      guint32 x = ids->ranks == NULL ? a : ids->ranks[a], y = ids->ranks == NULL ? b : ids->ranks[b];

      return (x > y) - (x < y);
    }
  return strcmp (eup_store_id (index->store, eup_store_number_of (index->store, table, a)),
                 eup_store_id (index->store, eup_store_number_of (index->store, table, b)));
}

static int
compare_ids (const EupOrdering *ordering,
             EupNumber          a,
             EupNumber          b)
{
  const EupStore *store = ordering->index->store;
  EupTableKind table_a, table_b;
  guint32 row_a, row_b;

  if (a == b)
    return 0;
  if (eup_store_home (store, a, &table_a, &row_a) && eup_store_home (store, b, &table_b, &row_b) && table_a == table_b)
    return compare_rows (ordering, table_a, row_a, row_b);
  return strcmp (eup_store_id (store, a), eup_store_id (store, b));
}

static guint64
enum_key (guint64 bits)
{
  bits &= ~G_GUINT64_CONSTANT (1); /* unknown is absent */
  return bits == 0 ? ABSENT : (guint64) __builtin_ctzll (bits);
}

static guint64
country_key (const EupFieldReader *reader,
             EupTableKind    table,
             guint32         row)
{
  g_auto (EupNumbers) strings;
  guint64 least = ABSENT;

  eup_numbers_init (&strings);
  eup_field_reader_countries (reader, table, row, &strings);
  for (guint i = 0; i < strings.n; i++)
    {
      guint32 country = eup_pack_country (eup_store_string (reader->store, strings.items[i]));

      if (country != 0)
        least = MIN (least, country);
    }
  return least;
}

static guint64
score_key (double score)
{
  guint64 bits;

  memcpy (&bits, &score, sizeof bits);
  return score > 0 ? G_MAXINT64 - bits : ABSENT;
}

static const EupQueryProperty *
property_of (guint field)
{
  return eup_query_property (field - EUP_QUERY_FIELD_PROPERTY);
}

static guint64
stored_key (const EupStore *store,
            guint           field,
            EupTableKind    table,
            guint32         row)
{
  int stored = property_of (field)->fields[table];
  guint32 cell = stored < 0 ? 0 : eup_store_get (store, table, row, stored);
  EupFieldKind kind;

  if (cell == 0)
    return ABSENT;
  kind = eup_schema_field (table, stored)->kind;
  if (kind == EUP_KIND_DATE)
    return cell & ~EUP_DATE_CELL_SPELLING_MASK;
  return kind == EUP_KIND_ENUM && cell == EUP_ENUM_KEPT ? ABSENT : cell;
}

static const char *
stored_text (const EupOrdering *ordering,
             guint              field,
             EupTableKind       table,
             guint32            row)
{
  const EupStore *store = ordering->reader.store;
  const EupQueryProperty *property = property_of (field);
  int stored = property->fields[table];
  guint32 cell = stored < 0 ? 0 : eup_store_get (store, table, row, stored);

  if (cell == 0)
    return NULL;
  return property->sort == EUP_QUERY_SORT_BY_TEXT ? eup_store_text_best (store, cell, ordering->reading, NULL)
                                                  : eup_store_string (store, cell);
}

/* The number of a key that is no text, as it ascends. */
static guint64
number_key (const EupFieldReader *reader,
            EupQueryField   field,
            EupTableKind    table,
            guint32         row)
{
  guint64 bits;
  guint32 date;
  gint64 integer;

  if (field >= EUP_QUERY_FIELD_PROPERTY)
    return stored_key (reader->store, field, table, row);
  switch (field)
    {
    case EUP_QUERY_FIELD_TYPE:
      return table;
    case EUP_QUERY_FIELD_DATE:
      date = eup_field_reader_date (reader, table, row) & ~EUP_DATE_CELL_SPELLING_MASK;
      return date == 0 ? ABSENT : date;
    case EUP_QUERY_FIELD_SLIPPAGE:
    case EUP_QUERY_FIELD_POSITION:
      return eup_field_reader_integer (reader, field, table, row, &integer) ? (guint64) (integer + G_MAXINT32) : ABSENT;
    case EUP_QUERY_FIELD_COUNTRY:
      return country_key (reader, table, row);
    case EUP_QUERY_FIELD_LEGISLATIVE:
      bits = eup_field_reader_enums (reader, field, table, row);
      return bits == 0 ? ABSENT : (guint64) __builtin_ctzll (bits);
    default:
      return enum_key (eup_field_reader_enums (reader, field, table, row));
    }
}

static gboolean
is_text (guint field)
{
  if (field >= EUP_QUERY_FIELD_PROPERTY)
    return property_of (field)->sort != EUP_QUERY_SORT_BY_NUMBER;
  return field == EUP_QUERY_FIELD_TITLE || field == EUP_QUERY_FIELD_ID;
}

static void
make_keys (Sort      *sort,
           EupNumber  number,
           double     score,
           Key       *keys)
{
  const EupOrdering *ordering = sort->ordering;
  const EupFieldReader *reader = &ordering->reader;
  g_autoptr (GString) buffer = NULL;
  EupTableKind table;
  guint32 row;

  if (!eup_store_home (reader->store, number, &table, &row))
    {
      for (guint i = 0; i < ordering->n_sort; i++)
        keys[i] = is_text (ordering->sort[i].field) ? (Key) { .text = NULL } : (Key) { .number = ABSENT };
      return;
    }
  for (guint i = 0; i < ordering->n_sort; i++)
    {
      guint field = ordering->sort[i].field;

      if (field == EUP_QUERY_FIELD_ID)
        keys[i].text = eup_store_id (reader->store, number);
      else if (field == EUP_QUERY_FIELD_TITLE)
        {
          if (table == EUP_TABLE_COMMISSIONER && buffer == NULL)
            buffer = g_string_new (NULL);
          keys[i].text = eup_field_reader_title (reader->store, table, row, ordering->reading, buffer);
          if (buffer != NULL && keys[i].text == buffer->str)
            keys[i].text = g_string_chunk_insert (sort->names, buffer->str);
        }
      else if (is_text (field))
        keys[i].text = stored_text (ordering, field, table, row);
      else
        {
          guint64 key = field == EUP_QUERY_FIELD_RANK ? score_key (score) : number_key (reader, field, table, row);

          keys[i].number = key == ABSENT || !ordering->sort[i].descending ? key : ABSENT - 1 - key;
        }
    }
}

static int
compare_texts (const EupOrdering *ordering,
               guint              field,
               const char        *a,
               const char        *b)
{
  if (field == EUP_QUERY_FIELD_ID || ordering->compare_text == NULL)
    return strcmp (a, b);
  return ordering->compare_text (ordering->compare_data, a, b);
}

/* Many titles are turned into bytes once, which compare faster than texts do by the rules of a language. */
static void
key_titles (Sort  *sort,
            guint  n)
{
  const EupOrdering *ordering = sort->ordering;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint field = 0; field < ordering->n_sort; field++)
    for (guint i = 0; ordering->sort[field].field == EUP_QUERY_FIELD_TITLE && i < n; i++)
      {
        Key *key = &sort->keys[i * ordering->n_sort + field];

        if (key->text == NULL)
          continue;
        if (!eup_work_add (&ordering->index->work, TITLE_KEY_COST))
          return;
        g_byte_array_set_size (bytes, 0);
        ordering->add_text_key (ordering->compare_data, key->text, bytes);
        g_byte_array_append (bytes, (const guint8 *) "", 1);
        g_byte_array_append (bytes, (const guint8 *) &key->text, sizeof key->text);
        key->text = g_string_chunk_insert_len (sort->names, (const char *) bytes->data, bytes->len);
      }
}

static int
compare_keyed (const char *a,
               const char *b)
{
  const char *text_a, *text_b;
  int order = strcmp (a, b);
  gsize length;

  if (order != 0)
    return order;
  length = strlen (a) + 1;
  memcpy (&text_a, a + length, sizeof text_a);
  memcpy (&text_b, b + length, sizeof text_b);
  return strcmp (text_a, text_b);
}

static int
compare_keys (const Sort *sort,
              const Key  *a,
              const Key  *b)
{
  const EupOrdering *ordering = sort->ordering;

  for (guint i = 0; i < ordering->n_sort; i++)
    {
      int order;

      if (!is_text (ordering->sort[i].field))
        {
          if (a[i].number != b[i].number)
            return a[i].number < b[i].number ? -1 : 1;
          continue;
        }
      if (a[i].text == NULL || b[i].text == NULL)
        order = (a[i].text == NULL) - (b[i].text == NULL);
      else
        {
          if (sort->is_keyed && ordering->sort[i].field == EUP_QUERY_FIELD_TITLE)
            order = compare_keyed (a[i].text, b[i].text);
          else
            order = compare_texts (ordering, ordering->sort[i].field, a[i].text, b[i].text);
          if (ordering->sort[i].descending)
            order = -order;
        }
      if (order != 0)
        return order;
    }
  return 0;
}

static int
compare_default (const EupOrdering *ordering,
                 EupNumber          a,
                 EupNumber          b)
{
  const EupStore *store = ordering->index->store;
  EupTableKind table_a = EUP_TABLE_ANY, table_b = EUP_TABLE_ANY;
  guint32 row;

  eup_store_home (store, a, &table_a, &row);
  eup_store_home (store, b, &table_b, &row);
  return table_a != table_b ? (table_a < table_b ? -1 : 1) : compare_ids (ordering, a, b);
}

int
eup_ordering_compare (const EupOrdering *ordering,
                      EupNumber          a,
                      EupNumber          b)
{
  Sort sort = { ordering };
  Key keys_a[EUP_QUERY_MAX_SORT], keys_b[EUP_QUERY_MAX_SORT];
  int order;

  if (ordering->n_sort == 0)
    return compare_default (ordering, a, b);
  sort.names = g_string_chunk_new (64);
  make_keys (&sort, a, 0, keys_a);
  make_keys (&sort, b, 0, keys_b);
  order = compare_keys (&sort, keys_a, keys_b);
  g_string_chunk_free (sort.names);
  if (order != 0)
    return order;
  return compare_ids (ordering, a, b);
}

static int
compare_items (const Sort *sort,
               guint32     a,
               guint32     b)
{
  const EupOrdering *ordering = sort->ordering;
  int order;

  order = compare_keys (sort, &sort->keys[a * ordering->n_sort], &sort->keys[b * ordering->n_sort]);
  if (order != 0)
    return order;
  return compare_ids (ordering, g_array_index (sort->numbers, EupNumber, a), g_array_index (sort->numbers, EupNumber, b));
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const Sort *sort = data;

  /* A sort cannot be left, but it ends soon where all is equal. */
  if (sort->ordering->index->work.is_cancelled || !eup_work_add (&sort->ordering->index->work, COMPARISON_COST))
    return 0;
  return compare_items (sort, *(const guint32 *) a, *(const guint32 *) b);
}

static void
sink (const Sort *sort,
      guint32    *heap,
      guint       n,
      guint       at)
{
  for (;;)
    {
      guint child = 2 * at + 1;
      guint32 swap;

      if (child >= n)
        return;
      if (child + 1 < n && compare_items (sort, heap[child], heap[child + 1]) < 0)
        child++;
      if (compare_items (sort, heap[at], heap[child]) >= 0)
        return;
      swap = heap[at];
      heap[at] = heap[child];
      heap[child] = swap;
      at = child;
    }
}

/* Brings the first @want to the front, in no order: a heap with the last of them on top. */
static void
select_first (const Sort *sort,
              guint32    *items,
              guint       n,
              guint       want)
{
  for (guint i = want / 2; i-- > 0; )
    sink (sort, items, want, i);
  for (guint i = want; i < n && want > 0 && eup_work_add (&sort->ordering->index->work, COMPARISON_COST); i++)
    if (compare_items (sort, items[i], items[0]) < 0)
      {
        items[0] = items[i];
        sink (sort, items, want, 0);
      }
}

static void
reorder (GArray        *numbers,
         GArray        *scores,
         const guint32 *items,
         guint          n)
{
  g_autofree EupNumber *sorted = g_new (EupNumber, MAX (n, 1));
  g_autofree double *sorted_scores = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      sorted[i] = g_array_index (numbers, EupNumber, items[i]);
      sorted_scores[i] = scores == NULL ? 0 : g_array_index (scores, double, items[i]);
    }
  g_array_set_size (numbers, n);
  if (n > 0)
    memcpy (numbers->data, sorted, n * sizeof (EupNumber));
  if (scores != NULL)
    {
      g_array_set_size (scores, n);
      if (n > 0)
        memcpy (scores->data, sorted_scores, n * sizeof (double));
    }
}

static void
put_in_order (Sort    *sort,
              guint32 *items,
              guint    n,
              guint    want)
{
  if (sort->ordering->add_text_key != NULL && n >= MANY_TITLES && want >= n / 4)
    {
      sort->is_keyed = TRUE;
      key_titles (sort, n);
    }
  if (want < n / 4)
    {
      select_first (sort, items, n, want);
      n = want;
    }
  if (sort->ordering->index->work.is_cancelled)
    return;
  g_qsort_with_data (items, n, sizeof (guint32), compare_pointers, sort);
  reorder (sort->numbers, sort->scores, items, MIN (n, want));
}

void
eup_ordering_sort (const EupOrdering *ordering,
                   GArray            *numbers,
                   GArray            *scores,
                   guint              want)
{
  Sort sort = { ordering, numbers, scores, NULL, NULL, FALSE };
  g_autofree guint32 *items = g_new (guint32, MAX (numbers->len, 1));
  guint n = numbers->len;

  sort.keys = g_new (Key, (gsize) MAX (n, 1) * ordering->n_sort);
  sort.names = g_string_chunk_new (1024);
  for (guint i = 0; i < n && eup_work_add (&ordering->index->work, KEY_COST * ordering->n_sort); i++)
    {
      make_keys (&sort, g_array_index (numbers, EupNumber, i), scores == NULL ? 0 : g_array_index (scores, double, i),
                 &sort.keys[i * ordering->n_sort]);
      items[i] = i;
    }
  if (!ordering->index->work.is_cancelled)
    put_in_order (&sort, items, n, want);
  g_string_chunk_free (sort.names);
  g_free (sort.keys);
}

static gboolean
sorts_by_title (const EupOrdering *ordering)
{
  for (guint i = 0; i < ordering->n_sort; i++)
    if (ordering->sort[i].field == EUP_QUERY_FIELD_TITLE)
      return TRUE;
  return FALSE;
}

guint64
eup_ordering_cost (const EupOrdering *ordering,
                   guint64            n,
                   guint64            want)
{
  guint64 n_sorted = want < n / 4 ? want : n, each = KEY_COST * ordering->n_sort;

  if (ordering->n_sort == 0)
    return 0;
  if (n_sorted == n && sorts_by_title (ordering))
    each += TITLE_KEY_COST;
  return n * each + (n + n_sorted * g_bit_storage (n_sorted)) * COMPARISON_COST;
}

typedef struct
{
  const EupOrdering *ordering;
  EupTableKind       table;
} RowSort;

static int
compare_row_pointers (gconstpointer a,
                      gconstpointer b,
                      gpointer      data)
{
  const RowSort *sort = data;

  return compare_rows (sort->ordering, sort->table, *(const guint32 *) a, *(const guint32 *) b);
}

/* Many rows are ticked off in a bitmap by rank, and read from it. */
static void
sort_by_bitmap (const EupIdRanks *ids,
                GArray           *rows)
{
  guint32 n_words = ids->n / 64 + 1;
  g_autofree guint64 *bits = g_new0 (guint64, n_words);
  guint to = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i), rank = ids->ranks == NULL ? row : ids->ranks[row];

      bits[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
    }
  for (guint32 word = 0; word < n_words; word++)
    for (guint64 rest = bits[word]; rest != 0; rest &= rest - 1)
      g_array_index (rows, guint32, to++) = eup_id_ranks_row (ids, word * 64 + __builtin_ctzll (rest));
}

void
eup_ordering_sort_rows (const EupOrdering *ordering,
                        EupTableKind       table,
                        GArray            *rows)
{
  RowSort sort = { ordering, table };
  const EupIdRanks *ids;

  if (rows->len < 2)
    return;
  ids = eup_query_index_ids (ordering->index, table);
  if (eup_query_index_n_changed (ordering->index, table) == 0 && rows->len > ids->n / 256)
    sort_by_bitmap (ids, rows);
  else
    g_qsort_with_data (rows->data, rows->len, sizeof (guint32), compare_row_pointers, &sort);
}
