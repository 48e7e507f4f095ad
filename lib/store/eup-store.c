/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <sys/random.h>

#include "store/eup-store.h"

/* A text cell keeps its highest bit for itself, so strings get half of the address space. */
#define STRING_CHUNKS (1u << (31 - EUP_POOL_CHUNK_BITS))
#define LIST_CHUNKS (1u << (31 - EUP_POOL_CHUNK_BITS))

/* Ids come from outside: a seed that cannot be guessed keeps them from being made to collide. */
static void
draw_seed (guint64 seed[2])
{
  if (getrandom (seed, 2 * sizeof (guint64), GRND_NONBLOCK) == 2 * sizeof (guint64))
    return;
  for (guint i = 0; i < 2; i++)
    seed[i] = (guint64) g_random_int () << 32 | g_random_int ();
}

EupStore *
eup_store_new (const char *language)
{
  EupStore *store = g_new0 (EupStore, 1);

  g_atomic_ref_count_init (&store->ref_count);
  eup_pool_init (&store->strings, STRING_CHUNKS);
  eup_pool_init (&store->lists, LIST_CHUNKS);
  store->n_symbols = 1;
  store->language = g_intern_string (language != NULL ? language : "en");
  return store;
}

EupStore *
eup_store_ref (EupStore *store)
{
  g_atomic_ref_count_inc (&store->ref_count);
  return store;
}

static void
free_table (EupTable *table,
            guint     n_fields)
{
  for (guint i = 0; table->columns != NULL && i < n_fields; i++)
    if (!table->columns[i].mapped)
      g_free (table->columns[i].base);
  g_free (table->columns);
  g_free (table->numbers);
  g_free (table->alive);
  g_free (table->prefix);
  g_free (table->kept);
  g_clear_pointer (&table->free_rows, g_array_unref);
  g_free (table);
}

void
eup_store_unref (EupStore *store)
{
  if (!g_atomic_ref_count_dec (&store->ref_count))
    return;

  for (guint i = 0; i < EUP_N_TABLES; i++)
    if (store->tables[i] != NULL)
      free_table (store->tables[i], eup_schema_table (i)->n_fields);
  g_clear_pointer (&store->interned, g_hash_table_unref);
  g_clear_pointer (&store->kept, g_hash_table_unref);
  g_clear_pointer (&store->indexes, eup_indexes_free);
  if (store->derived != NULL)
    store->watch->free (store->derived);
  g_clear_pointer (&store->events, g_array_unref);
  eup_pool_clear (&store->strings);
  eup_pool_clear (&store->lists);
  g_free (store->symbols);
  g_free (store->slots);
  g_free (store);
}

static inline guint64
rotate (guint64 x,
        int     by)
{
  return x << by | x >> (64 - by);
}

static inline void
sip_round (guint64 v[4])
{
  v[0] += v[1];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[0] = rotate (v[0], 32);
  v[2] += v[3];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] += v[3];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] += v[1];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[2] = rotate (v[2], 32);
}

/* SipHash-1-3 (Aumasson and Bernstein), keyed by the store's seed. */
guint64
eup_store_hash (const EupStore *store,
                const char     *data,
                gsize           length)
{
  guint64 v[4] = { store->seed[0] ^ 0x736f6d6570736575, store->seed[1] ^ 0x646f72616e646f6d,
                   store->seed[0] ^ 0x6c7967656e657261, store->seed[1] ^ 0x7465646279746573 };
  guint64 m;
  gsize i;

  for (i = 0; i + 8 <= length; i += 8)
    {
      memcpy (&m, data + i, 8);
      m = GUINT64_FROM_LE (m);
      v[3] ^= m;
      sip_round (v);
      v[0] ^= m;
    }

  m = (guint64) (length & 0xff) << 56;
  for (guint shift = 0; i < length; i++, shift += 8)
    m |= (guint64) (guint8) data[i] << shift;
  v[3] ^= m;
  sip_round (v);
  v[0] ^= m;

  v[2] ^= 0xff;
  sip_round (v);
  sip_round (v);
  sip_round (v);
  return v[0] ^ v[1] ^ v[2] ^ v[3];
}

void
eup_store_seed (EupStore *store)
{
  draw_seed (store->seed);
}
