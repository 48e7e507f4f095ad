/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-query-index.h"

typedef struct
{
  guint32 key;
  guint32 rank;
} Pair;

typedef struct
{
  EupPostings *postings;
  GArray      *pairs; /* of Pair, by rank */
  guint32      last_value; /* most often the next entity has the value of the last one */
  guint32      last_key;
} Builder;

guint32
eup_pack_country (const char *country)
{
  if (country == NULL || country[0] == '\0' || country[1] == '\0' || country[2] != '\0')
    return 0;
  return (guint32) (guint8) country[0] << 8 | (guint8) country[1];
}

static guint32
key_of (Builder *builder,
        guint32  value)
{
  EupPostings *postings = builder->postings;
  gpointer found;

  if (value == builder->last_value)
    return builder->last_key;
  found = g_hash_table_lookup (postings->keys, GUINT_TO_POINTER (value));
  if (found == NULL)
    {
      found = GUINT_TO_POINTER (++postings->n_keys);
      g_hash_table_insert (postings->keys, GUINT_TO_POINTER (value), found);
    }
  builder->last_value = value;
  builder->last_key = GPOINTER_TO_UINT (found) - 1;
  return builder->last_key;
}

static void
add_pair (Builder *builder,
          guint32  key,
          guint32  rank)
{
  Pair pair = { key, rank };

  g_array_append_val (builder->pairs, pair);
}

static void
add_nothing (EupPostings *postings,
             guint32      rank)
{
  if (postings->values != NULL)
    postings->values[rank] = EUP_NO_VALUE;
}

static void
add_bits (Builder *builder,
          guint64  bits,
          guint32  rank)
{
  EupPostings *postings = builder->postings;

  if (postings->values != NULL && (bits & (bits - 1)) == 0)
    postings->values[rank] = bits == 0 ? EUP_NO_VALUE : __builtin_ctzll (bits);
  else
    g_clear_pointer (&postings->values, g_free);
  for (; bits != 0; bits &= bits - 1)
    {
      guint value = __builtin_ctzll (bits);

      postings->n_keys = MAX (postings->n_keys, value + 1);
      add_pair (builder, value, rank);
    }
}

static void
add_entity (Builder        *builder,
            const EupFieldReader *reader,
            EupTableKind    table,
            EupQueryField   field,
            guint32         row,
            guint32         rank)
{
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  if (field != EUP_QUERY_FIELD_COUNTRY)
    {
      eup_field_reader_numbers (reader, field, table, row, &numbers);
      for (guint i = 0; i < numbers.n; i++)
        add_pair (builder, key_of (builder, numbers.items[i]), rank);
      return;
    }

  eup_field_reader_countries (reader, table, row, &numbers);
  for (guint i = 0; i < numbers.n; i++)
    {
      guint32 country = eup_pack_country (eup_store_string (reader->store, numbers.items[i]));

      numbers.items[i] = country;
      for (guint j = 0; j < i; j++)
        if (numbers.items[j] == country)
          country = 0;
      if (country != 0)
        add_pair (builder, key_of (builder, country), rank);
    }
}

/* The pairs come by rank, so that every list is in order when they are laid down one after the other. */
static void
lay_down (EupPostings *postings,
          GArray      *pairs)
{
  postings->begin = g_new0 (guint32, postings->n_keys + 2);
  postings->ranks = g_new (guint32, MAX (pairs->len, 1));
  for (guint i = 0; i < pairs->len; i++)
    postings->begin[g_array_index (pairs, Pair, i).key + 2]++;
  for (guint i = 0; i < postings->n_keys; i++)
    postings->begin[i + 2] += postings->begin[i + 1];
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      postings->ranks[postings->begin[pair->key + 1]++] = pair->rank;
    }
}

EupPostings *
eup_postings_new (const EupFieldReader     *reader,
                  EupTableKind        table,
                  EupQueryField       field,
                  const guint32      *rows,
                  guint32             n)
{
  EupPostings *postings = g_new0 (EupPostings, 1);
  EupQueryKind kind = eup_query_field_spec (field)->kind;
  gboolean is_enum = kind == EUP_QUERY_KIND_ENUM || kind == EUP_QUERY_KIND_YES_NO;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  Builder builder = { postings, pairs, 0, 0 };

  postings->n_ranks = n;
  if (is_enum)
    postings->values = g_new (guint8, MAX (n, 1));
  else
    postings->keys = g_hash_table_new (NULL, NULL);
  for (guint32 rank = 0; rank < n; rank++)
    {
      guint32 row = rows == NULL ? rank : rows[rank];

      /* Those that were removed since their order was made are known as changed. */
      if (!eup_store_is_alive (reader->store, table, row))
        add_nothing (postings, rank);
      else if (is_enum)
        add_bits (&builder, eup_field_reader_enums (reader, field, table, row), rank);
      else
        add_entity (&builder, reader, table, field, row, rank);
    }
  lay_down (postings, pairs);
  return postings;
}

void
eup_postings_free (EupPostings *postings)
{
  if (postings == NULL)
    return;
  for (guint i = 0; postings->bits != NULL && i < postings->n_keys; i++)
    g_free (postings->bits[i]);
  g_free (postings->bits);
  g_free (postings->begin);
  g_free (postings->ranks);
  g_free (postings->values);
  g_clear_pointer (&postings->keys, g_hash_table_unref);
  g_free (postings);
}

static guint
find_key (const EupPostings *postings,
          guint32            value)
{
  if (postings->keys == NULL)
    return value;
  return GPOINTER_TO_UINT (g_hash_table_lookup (postings->keys, GUINT_TO_POINTER (value))) - 1;
}

static const guint32 *
list_of (const EupPostings *postings,
         guint              key,
         guint32           *n)
{
  if (key >= postings->n_keys)
    {
      *n = 0;
      return postings->ranks;
    }
  *n = postings->begin[key + 1] - postings->begin[key];
  return postings->ranks + postings->begin[key];
}

const guint32 *
eup_postings_get (const EupPostings *postings,
                  guint32            value,
                  guint32           *n)
{
  return list_of (postings, find_key (postings, value), n);
}

const guint64 *
eup_postings_get_bits (EupPostings *postings,
                       guint32      value)
{
  guint key = find_key (postings, value);
  guint32 n_words = EUP_RANK_WORDS (postings->n_ranks), n;
  const guint32 *ranks = list_of (postings, key, &n);

  if (n * sizeof *ranks < n_words * sizeof (guint64))
    return NULL;
  if (postings->bits == NULL)
    postings->bits = g_new0 (guint64 *, postings->n_keys);
  if (postings->bits[key] == NULL)
    {
      postings->bits[key] = g_new0 (guint64, n_words);
      for (guint32 i = 0; i < n; i++)
        postings->bits[key][ranks[i] / 64] |= G_GUINT64_CONSTANT (1) << (ranks[i] % 64);
    }
  return postings->bits[key];
}
