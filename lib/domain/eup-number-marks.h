/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* A set of entity numbers that lives for one pass: a bit a number where there are many of them, else a hash table. */
typedef struct
{
  guint64    *bits;
  GHashTable *few;
} EupNumberMarks;

static inline void
eup_number_marks_init (EupNumberMarks *set,
                       const EupStore *store,
                       guint           n)
{
  gboolean many = n >= store->n_symbols / 256;

  set->bits = many ? g_new0 (guint64, store->n_symbols / 64 + 1) : NULL;
  set->few = many ? NULL : g_hash_table_new (NULL, NULL);
}

static inline void
eup_number_marks_clear (EupNumberMarks *set)
{
  g_free (set->bits);
  g_clear_pointer (&set->few, g_hash_table_unref);
}

static inline gboolean
eup_number_marks_has (const EupNumberMarks *set,
                      EupNumber           number)
{
  if (set->bits == NULL)
    return g_hash_table_contains (set->few, GUINT_TO_POINTER (number));
  return set->bits[number / 64] >> (number % 64) & 1;
}

/* FALSE if it was there already. */
static inline gboolean
eup_number_marks_add (EupNumberMarks *set,
                      EupNumber     number)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (number % 64);

  if (set->bits == NULL)
    return g_hash_table_add (set->few, GUINT_TO_POINTER (number));
  if (set->bits[number / 64] & bit)
    return FALSE;
  set->bits[number / 64] |= bit;
  return TRUE;
}

/* FALSE if it was not there. */
static inline gboolean
eup_number_marks_remove (EupNumberMarks *set,
                         EupNumber     number)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (number % 64);

  if (set->bits == NULL)
    return g_hash_table_remove (set->few, GUINT_TO_POINTER (number));
  if (!(set->bits[number / 64] & bit))
    return FALSE;
  set->bits[number / 64] &= ~bit;
  return TRUE;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupNumberMarks, eup_number_marks_clear)

G_END_DECLS
