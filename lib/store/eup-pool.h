/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory in units of four bytes, addressed by a guint32. What was allocated never moves; strings and lists
 * stand in it. A chunk takes EUP_POOL_CHUNK_UNITS of the address space however small it is in memory. After the last
 * unit of each there are EUP_POOL_SLACK bytes more, so that a string may be read in pieces of that size. */

#define EUP_POOL_CHUNK_BITS 20
#define EUP_POOL_CHUNK_UNITS (1u << EUP_POOL_CHUNK_BITS)
#define EUP_POOL_SLACK 16
#define EUP_POOL_N_CLASSES 64 /* up to 256 KiB; longer runs are not handed out again */

typedef guint32 EupRef; /* 0: nothing */

typedef struct
{
  guint32 **chunks;
  guint32  *first;   /* what chunks is while there is only one */
  guint32   n_chunks;
  guint32   n_slots; /* room in chunks */
  guint32   used;    /* units of the last chunk that are taken */
  guint32   size;    /* units that the last chunk has */
  guint32   limit;   /* chunks that can be addressed */
  GArray  **free;    /* by size class; NULL until something is freed */
  EupRef    first_classed; /* from here on runs have the size of a class */
} EupPool;

void   eup_pool_init  (EupPool *pool,
                       guint32  limit);
void   eup_pool_clear (EupPool *pool);
EupRef eup_pool_alloc (EupPool *pool,
                       guint32  n_units);
void   eup_pool_free  (EupPool *pool,
                       EupRef   ref,
                       guint32  n_units);

static inline void *
eup_pool_get (const EupPool *pool,
              EupRef         ref)
{
  return pool->chunks[ref >> EUP_POOL_CHUNK_BITS] + (ref & (EUP_POOL_CHUNK_UNITS - 1));
}

G_END_DECLS
