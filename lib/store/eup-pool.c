/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "store/eup-pool.h"

#define FIRST_CHUNK_UNITS 16

void
eup_pool_init (EupPool *pool,
               guint32  limit)
{
  *pool = (EupPool) { .limit = limit };
}

void
eup_pool_clear (EupPool *pool)
{
  for (guint32 i = 0; i < pool->n_chunks; i++)
    {
      /* The further slots of a run that is longer than a chunk point into the same allocation. */
      if (i > 0 && pool->chunks[i] == pool->chunks[i - 1] + EUP_POOL_CHUNK_UNITS)
        continue;
      g_free (pool->chunks[i]);
    }
  if (pool->chunks != &pool->first)
    g_free (pool->chunks);

  for (guint i = 0; pool->free != NULL && i < EUP_POOL_N_CLASSES; i++)
    g_clear_pointer (&pool->free[i], g_array_unref);
  g_free (pool->free);
}

static void
add_chunk (EupPool *pool,
           guint32  n_units)
{
  guint32 n_slots = (n_units + EUP_POOL_CHUNK_UNITS - 1) / EUP_POOL_CHUNK_UNITS;
  guint32 size = CLAMP (pool->size * 2, FIRST_CHUNK_UNITS, EUP_POOL_CHUNK_UNITS);
  guint32 *base;

  size = MAX (size, n_units);
  if (pool->n_chunks + n_slots > pool->limit)
    g_error ("a catalog cannot hold more text than %u GiB", pool->limit >> 8);

  if (pool->n_chunks + n_slots > pool->n_slots)
    {
      guint32 **old = pool->chunks == &pool->first ? NULL : pool->chunks;

      pool->n_slots = MAX (pool->n_slots * 2, pool->n_chunks + n_slots);
      pool->chunks = pool->n_slots == 1 ? &pool->first : g_renew (guint32 *, old, pool->n_slots);
      if (pool->n_chunks == 1)
        pool->chunks[0] = pool->first;
    }

  base = g_malloc ((gsize) size * sizeof (guint32) + EUP_POOL_SLACK);
  if (pool->n_chunks == 0)
    pool->first = base;
  for (guint32 i = 0; i < n_slots; i++)
    pool->chunks[pool->n_chunks++] = base + (gsize) i * EUP_POOL_CHUNK_UNITS;

  /* Within a run of several chunks only the run itself is handed out. */
  pool->size = n_slots > 1 ? EUP_POOL_CHUNK_UNITS : size;
  pool->used = n_slots > 1 ? EUP_POOL_CHUNK_UNITS : 0;
}

/* Sizes of runs that are handed out again: 1 to 8, then four for each power of two. */
static guint
class_below (guint32 n_units)
{
  guint bits = g_bit_storage (n_units);

  return n_units < 8 ? n_units - 1 : 4 * (bits - 2) - 1 + (n_units >> (bits - 3)) - 4;
}

static guint32
class_size (guint class)
{
  return class < 7 ? class + 1 : (4u + (class + 1) % 4) << ((class + 1) / 4 - 1);
}

static guint
class_above (guint32 n_units)
{
  guint class = class_below (n_units);

  return class_size (class) == n_units ? class : class + 1;
}

EupRef
eup_pool_alloc (EupPool *pool,
                guint32  n_units)
{
  EupRef ref;

  if (G_UNLIKELY (pool->free != NULL))
    {
      guint class = class_above (n_units);
      GArray *runs = class < EUP_POOL_N_CLASSES ? pool->free[class] : NULL;

      if (runs != NULL && runs->len > 0)
        {
          ref = g_array_index (runs, EupRef, runs->len - 1);
          g_array_set_size (runs, runs->len - 1);
          return ref;
        }
      if (class < EUP_POOL_N_CLASSES)
        n_units = class_size (class);
    }

  if (G_UNLIKELY (n_units > EUP_POOL_CHUNK_UNITS))
    {
      ref = pool->n_chunks << EUP_POOL_CHUNK_BITS;
      if (ref == 0)
        {
          /* Reference 0 means nothing, so the first chunk is begun with a unit that nobody gets. */
          eup_pool_alloc (pool, 1);
          ref = pool->n_chunks << EUP_POOL_CHUNK_BITS;
        }
      add_chunk (pool, n_units);
      return ref;
    }

  if (G_UNLIKELY (n_units > pool->size - pool->used || pool->n_chunks == 0))
    {
      add_chunk (pool, n_units + (pool->n_chunks == 0 ? 1 : 0));
      if (pool->n_chunks == 1)
        pool->used = 1;
    }

  ref = (pool->n_chunks - 1) << EUP_POOL_CHUNK_BITS | pool->used;
  pool->used += n_units;
  return ref;
}

/* Gives a run back; another of its class will get it. Runs that were handed out before the first was given back have
 * no more than was asked for, the later ones have all of their class. */
void
eup_pool_free (EupPool *pool,
               EupRef   ref,
               guint32  n_units)
{
  guint class;

  if (ref == 0 || n_units == 0)
    return;
  if (pool->free == NULL)
    {
      pool->free = g_new0 (GArray *, EUP_POOL_N_CLASSES);
      pool->first_classed = (pool->n_chunks - 1) << EUP_POOL_CHUNK_BITS | pool->used;
    }
  class = ref < pool->first_classed ? class_below (n_units) : class_above (n_units);
  if (class >= EUP_POOL_N_CLASSES)
    return;
  if (pool->free[class] == NULL)
    pool->free[class] = g_array_new (FALSE, FALSE, sizeof (EupRef));
  g_array_append_val (pool->free[class], ref);
}
