/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-filter.h"

#include <stdlib.h>
#include <string.h>

#include "query/engine/eup-texts.h"
#include "words/eup-words-text.h"
#include "values/eup-fold.h"

/* Up to here a number is looked for one by one. */
#define FEW_NUMBERS 8

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static gboolean
numbers_have (const EupNumbers *numbers,
              guint32           number)
{
  if (numbers->n <= FEW_NUMBERS)
    return eup_numbers_hold (numbers, number);
  return bsearch (&number, numbers->items, numbers->n, sizeof (guint32), compare_numbers) != NULL;
}

/* Reads the texts of one entity, each of which is folded once. */
typedef struct
{
  const EupFilter *filter;
  EupWork         *work;
  guint64          seen;  /* values, where all are wanted */
  gboolean         found;
} TextSearch;

static gboolean
has_values (TextSearch *search,
            const char *folded,
            gsize       length)
{
  const EupQueryNode *node = search->filter->node;

  for (guint i = 0; i < node->n; i++)
    {
      if (search->filter->is_all && (search->seen >> i & 1))
        continue;
      if (node->n > 1 && !eup_work_add (search->work, EUP_FILTER_PART_COST + length / EUP_FILTER_BYTES_SEARCHED))
        return FALSE;
      if (strstr (folded, node->values[i].folded) == NULL)
        continue;
      if (!search->filter->is_all)
        return TRUE;
      search->seen |= G_GUINT64_CONSTANT (1) << i;
      if (search->seen == G_MAXUINT64 >> (EUP_FILTER_MAX_PARTS - node->n))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_title (TextSearch *search,
          const char *folded)
{
  const EupFilter *filter = search->filter;

  if (filter->titles != NULL)
    return g_hash_table_contains (filter->titles, folded);
  for (guint i = 0; i < filter->node->n; i++)
    if (strcmp (folded, filter->node->values[i].folded) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
search_title (const char *text,
              gpointer    data)
{
  TextSearch *search = data;
  gsize length = strlen (text);
  char small[512];
  g_autofree char *large = length >= sizeof small ? g_malloc (length + 1) : NULL;
  char *folded = large != NULL ? large : small;

  /* With what looking for one value costs */
  if (!eup_work_add (search->work, EUP_FILTER_TEXT_COST + EUP_FILTER_PART_COST
                                   + length * EUP_FILTER_BYTE_COST + length / EUP_FILTER_BYTES_SEARCHED))
    return TRUE;
  length = eup_fold (text, length, folded);
  folded[length] = '\0';
  search->found = search->filter->kind == EUP_FILTER_TITLE_IS ? is_title (search, folded) : has_values (search, folded, length);
  return search->found;
}

static gboolean
search_text (gpointer       data,
             EupWordsClass  klass,
             const char    *language,
             const char    *text)
{
  TextSearch *search = data;
  char **languages = search->filter->languages;

  if (languages != NULL && language != NULL)
    {
      eup_work_add (search->work, (guint64) EUP_FILTER_LANGUAGE_COST * g_strv_length (languages));
      if (!eup_field_reader_language_is_in (language, languages))
        return TRUE;
    }
  return !search_title (text, search);
}

static gboolean
texts_match (const EupFilter *filter,
             const EupFieldReader  *reader,
             EupTableKind     table,
             guint32          row)
{
  TextSearch search = { filter, reader->work, 0, FALSE };

  if (filter->kind == EUP_FILTER_ID_HAS)
    return search_title (eup_store_id (reader->store, eup_store_number_of (reader->store, table, row)), &search);
  if (filter->kind == EUP_FILTER_TEXT_HAS)
    eup_words_each_text (reader->store, table, row, search_text, &search);
  else
    eup_texts_visit_titles (reader->store, table, row, search_title, &search);
  return search.found;
}

static gboolean
numbers_match (const EupFilter *filter,
               const EupFieldReader  *reader,
               EupTableKind     table,
               guint32          row)
{
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  if (filter->numbers.n == 0)
    return FALSE;
  if (filter->kind == EUP_FILTER_NUMBERS)
    {
      eup_field_reader_numbers (reader, filter->field, table, row, &numbers);
      for (guint i = 0; i < numbers.n; i++)
        if (numbers_have (&filter->numbers, numbers.items[i]))
          return TRUE;
      return FALSE;
    }

  eup_field_reader_countries (reader, table, row, &numbers);
  for (guint i = 0; i < numbers.n; i++)
    if (numbers_have (&filter->numbers, eup_pack_country (eup_store_string (reader->store, numbers.items[i]))))
      return TRUE;
  return FALSE;
}

static gboolean
any_day_matches (const EupFilter *filter,
                 const EupFieldReader  *reader,
                 EupTableKind     table,
                 guint32          row)
{
  for (guint i = 0; i < filter->n; i++)
    if (eup_field_reader_date_within (reader, table, row, filter->days[i].first, filter->days[i].last))
      return TRUE;
  return FALSE;
}

static gboolean
any_property_matches (const EupFilter *filter,
                      const EupFieldReader  *reader,
                      EupTableKind     table,
                      guint32          row)
{
  const EupQueryNode *node = filter->node;

  for (guint i = 0; i < node->n; i++)
    if (eup_field_reader_has (reader, eup_query_property (node->values[i].number), node->values[i].language, table, row))
      return TRUE;
  return FALSE;
}

static gboolean
any_flag_matches (const EupFilter *filter,
                  const EupFieldReader  *reader,
                  EupTableKind     table,
                  guint32          row)
{
  const EupQueryNode *node = filter->node;

  for (guint i = 0; i < node->n; i++)
    if (eup_field_reader_is (reader, node->values[i].number, table, row))
      return TRUE;
  return FALSE;
}

static gboolean
integer_matches (const EupFilter *filter,
                 const EupFieldReader  *reader,
                 EupTableKind     table,
                 guint32          row)
{
  gint64 integer;

  if (!eup_field_reader_integer (reader, filter->field, table, row, &integer))
    return FALSE;
  for (guint i = 0; i < filter->n; i++)
    if (filter->intervals[i].first <= integer && integer <= filter->intervals[i].last)
      return TRUE;
  return FALSE;
}

static gboolean
any_milestone_matches (const EupFilter *filter,
                       const EupFieldReader  *reader,
                       EupTableKind     table,
                       guint32          row)
{
  const EupFilter *condition = filter->children[0];
  g_auto (EupNumbers) milestones;

  eup_numbers_init (&milestones);
  if (table == EUP_TABLE_MILESTONE)
    return eup_filter_matches (condition, reader, table, row);
  if (eup_filter_matches_of_type (condition, EUP_TABLE_MILESTONE) == EUP_MATCHES_NEVER)
    return FALSE;
  eup_field_reader_milestones (reader, table, row, &milestones);
  for (guint i = 0; i < milestones.n && eup_work_add (reader->work, EUP_FILTER_MILESTONE_COST * condition->node->n_terms); i++)
    {
      guint32 milestone = eup_store_row_in (reader->store, milestones.items[i], EUP_TABLE_MILESTONE);

      if (milestone != EUP_NO_ROW && eup_filter_matches (condition, reader, EUP_TABLE_MILESTONE, milestone))
        return TRUE;
    }
  return FALSE;
}

/* Of each value. */
static guint64
value_cost (const EupFilter *filter,
            EupTableKind     table)
{
  if (filter->kind == EUP_FILTER_DATES)
    return table == EUP_TABLE_MILESTONE ? 15 : 120;
  if (filter->kind == EUP_FILTER_INTEGERS)
    return 15;
  return filter->kind == EUP_FILTER_FLAGS ? 60 : 50;
}

static guint64
fixed_cost (const EupFilter *filter,
            EupTableKind     table)
{
  switch (filter->kind)
    {
    case EUP_FILTER_ENUMS:
      return 40;
    case EUP_FILTER_NUMBERS:
    case EUP_FILTER_COUNTRIES:
      return 100;
    case EUP_FILTER_INTEGERS:
    case EUP_FILTER_DATES:
    case EUP_FILTER_PROPERTIES:
    case EUP_FILTER_FLAGS:
      return EUP_FILTER_NODE_COST + value_cost (filter, table) * filter->node->n;
    default:
      return EUP_FILTER_NODE_COST;
    }
}

guint64
eup_filter_fixed_cost (const EupFilter *filter,
                       EupTableKind     table)
{
  guint64 sum;

  if (!(filter->tables >> table & 1))
    return EUP_FILTER_NODE_COST;
  if (filter->memo != NULL)
    {
      if (filter->memo->counted == table + 1)
        return EUP_FILTER_NODE_COST;
      filter->memo->counted = table + 1;
    }
  sum = fixed_cost (filter, table);
  if (filter->kind == EUP_FILTER_MILESTONE && table != EUP_TABLE_MILESTONE)
    return sum; /* its milestones are counted as they are looked at */
  for (guint i = 0; filter->children != NULL && i < filter->n; i++)
    sum += eup_filter_fixed_cost (filter->children[i], table);
  return sum;
}

guint64
eup_filter_row_cost (const EupFilter     *filter,
                     const EupQueryIndex *index,
                     EupTableKind         table,
                     guint64             *each_value)
{
  guint64 n = MAX (eup_store_n_alive (index->store, table), 1);
  guint64 titles = index->title_bytes[table] / n + 1, texts = index->text_bytes[table] / n + 1;
  guint64 n_languages = filter->languages == NULL ? 0 : g_strv_length (filter->languages);

  *each_value = 0;
  switch (filter->kind)
    {
    case EUP_FILTER_ENUMS:
      return 40;
    case EUP_FILTER_NUMBERS:
    case EUP_FILTER_COUNTRIES:
      return 100;
    case EUP_FILTER_ID_HAS:
      *each_value = 2 * EUP_FILTER_PART_COST;
      return EUP_FILTER_TEXT_COST + 40;
    case EUP_FILTER_TITLE_IS:
      return EUP_FILTER_TEXT_COST + titles * EUP_FILTER_BYTE_COST;
    case EUP_FILTER_TITLE_HAS:
      *each_value = EUP_FILTER_PART_COST + titles / EUP_FILTER_BYTES_SEARCHED;
      return EUP_FILTER_TEXT_COST + titles * EUP_FILTER_BYTE_COST;
    case EUP_FILTER_TEXT_HAS:
      *each_value = 2 * EUP_FILTER_PART_COST + texts / EUP_FILTER_BYTES_SEARCHED;
      return 2 * EUP_FILTER_TEXT_COST + texts * EUP_FILTER_BYTE_COST + 4 * n_languages * EUP_FILTER_LANGUAGE_COST;
    case EUP_FILTER_DATES:
    case EUP_FILTER_INTEGERS:
    case EUP_FILTER_PROPERTIES:
    case EUP_FILTER_FLAGS:
      *each_value = value_cost (filter, table);
      return EUP_FILTER_NODE_COST;
    default:
      return EUP_FILTER_NODE_COST;
    }
}

static gboolean
matches (const EupFilter *filter,
         const EupFieldReader  *reader,
         EupTableKind     table,
         guint32          row)
{
  switch (filter->kind)
    {
    case EUP_FILTER_ALL:
    case EUP_FILTER_TABLES:
      return TRUE;
    case EUP_FILTER_AND:
      for (guint i = 0; i < filter->n; i++)
        if (!eup_filter_matches (filter->children[i], reader, table, row))
          return FALSE;
      return TRUE;
    case EUP_FILTER_OR:
      for (guint i = 0; i < filter->n; i++)
        if (eup_filter_matches (filter->children[i], reader, table, row))
          return TRUE;
      return FALSE;
    case EUP_FILTER_NOT:
      return !eup_filter_matches (filter->children[0], reader, table, row);
    case EUP_FILTER_ENUMS:
      return (eup_field_reader_enums (reader, filter->field, table, row) & filter->bits) != 0;
    case EUP_FILTER_NUMBERS:
    case EUP_FILTER_COUNTRIES:
      return numbers_match (filter, reader, table, row);
    case EUP_FILTER_IDS:
      return numbers_have (&filter->numbers, eup_store_number_of (reader->store, table, row));
    case EUP_FILTER_SET:
      return eup_number_set_has (filter->set, eup_store_number_of (reader->store, table, row));
    case EUP_FILTER_WORDS:
      return eup_word_hits_have (filter->hits, table, row);
    case EUP_FILTER_INTEGERS:
      return integer_matches (filter, reader, table, row);
    case EUP_FILTER_MILESTONE:
      return any_milestone_matches (filter, reader, table, row);
    case EUP_FILTER_ID_HAS:
    case EUP_FILTER_TITLE_IS:
    case EUP_FILTER_TITLE_HAS:
    case EUP_FILTER_TEXT_HAS:
      return texts_match (filter, reader, table, row);
    case EUP_FILTER_DATES:
      return any_day_matches (filter, reader, table, row);
    case EUP_FILTER_PROPERTIES:
      return any_property_matches (filter, reader, table, row);
    case EUP_FILTER_FLAGS:
    default:
      return any_flag_matches (filter, reader, table, row);
    }
}

/* What stands at several places is looked at once. */
static gboolean G_GNUC_NO_INLINE
matches_once (const EupFilter *filter,
              const EupFieldReader  *reader,
              EupTableKind     table,
              guint32          row)
{
  EupFilterMemo *memo = filter->memo;
  guint32 home = (guint32) table << 28 | row;

  if (!memo->is_known || memo->home != home)
    {
      memo->fits = matches (filter, reader, table, row);
      memo->home = home;
      memo->is_known = TRUE;
    }
  return memo->fits;
}

gboolean
eup_filter_matches (const EupFilter *filter,
                    const EupFieldReader  *reader,
                    EupTableKind     table,
                    guint32          row)
{
  if (!(filter->tables >> table & 1))
    return FALSE;
  return filter->memo == NULL ? matches (filter, reader, table, row) : matches_once (filter, reader, table, row);
}

EupMatches
eup_filter_matches_of_type (const EupFilter *filter,
                    EupTableKind     table)
{
  EupMatches verdict;

  if (!(filter->tables >> table & 1))
    return EUP_MATCHES_NEVER;
  switch (filter->kind)
    {
    case EUP_FILTER_ALL:
    case EUP_FILTER_TABLES:
      return EUP_MATCHES_ALWAYS;
    case EUP_FILTER_AND:
      verdict = EUP_MATCHES_ALWAYS;
      for (guint i = 0; i < filter->n; i++)
        {
          const EupMatches one = eup_filter_matches_of_type (filter->children[i], table);

          verdict = MIN (verdict, one);
        }
      return verdict;
    case EUP_FILTER_OR:
      verdict = EUP_MATCHES_NEVER;
      for (guint i = 0; i < filter->n; i++)
        {
          const EupMatches one = eup_filter_matches_of_type (filter->children[i], table);

          verdict = MAX (verdict, one);
        }
      return verdict;
    case EUP_FILTER_NOT:
      return EUP_MATCHES_ALWAYS - eup_filter_matches_of_type (filter->children[0], table);
    case EUP_FILTER_MILESTONE:
      verdict = eup_filter_matches_of_type (filter->children[0], EUP_TABLE_MILESTONE);
      return table == EUP_TABLE_MILESTONE ? verdict : MIN (verdict, EUP_MATCHES_MAYBE);
    case EUP_FILTER_IDS:
    case EUP_FILTER_NUMBERS:
    case EUP_FILTER_COUNTRIES:
      return filter->numbers.n == 0 ? EUP_MATCHES_NEVER : EUP_MATCHES_MAYBE;
    case EUP_FILTER_SET:
      return filter->set->numbers->len == 0 ? EUP_MATCHES_NEVER : EUP_MATCHES_MAYBE;
    case EUP_FILTER_ENUMS:
    case EUP_FILTER_ID_HAS:
    case EUP_FILTER_TITLE_IS:
    case EUP_FILTER_TITLE_HAS:
    case EUP_FILTER_TEXT_HAS:
    case EUP_FILTER_DATES:
    case EUP_FILTER_INTEGERS:
    case EUP_FILTER_PROPERTIES:
    case EUP_FILTER_FLAGS:
    case EUP_FILTER_WORDS:
    default:
      return EUP_MATCHES_MAYBE;
    }
}

int
eup_filter_weight (const EupFilter *filter)
{
  int weight = 0;

  switch (filter->kind)
    {
    case EUP_FILTER_TEXT_HAS:
      return 3;
    case EUP_FILTER_TITLE_IS:
    case EUP_FILTER_TITLE_HAS:
    case EUP_FILTER_ID_HAS:
      return 2;
    case EUP_FILTER_DATES:
    case EUP_FILTER_INTEGERS:
    case EUP_FILTER_PROPERTIES:
    case EUP_FILTER_FLAGS:
    case EUP_FILTER_NUMBERS:
    case EUP_FILTER_COUNTRIES:
      return 1;
    case EUP_FILTER_MILESTONE:
      return MAX (2, eup_filter_weight (filter->children[0]));
    case EUP_FILTER_AND:
    case EUP_FILTER_OR:
    case EUP_FILTER_NOT:
      for (guint i = 0; i < filter->n; i++)
        {
          const int one = eup_filter_weight (filter->children[i]);

          weight = MAX (weight, one);
        }
      return weight;
    default:
      return 0;
    }
}
