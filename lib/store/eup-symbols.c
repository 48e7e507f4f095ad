/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"

/* Up to here ids are simply compared one by one: a lone entity needs no hash table. */
#define FEW_SYMBOLS 8

static gboolean
is_id_character (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) || (c != 0 && strchr ("-._~/", c) != NULL);
  return c < 0x110000 && (g_unichar_isalnum (c) || g_unichar_ismark (c));
}

/* Tells whether the text can be an id: letters of any script, digits and -._~/, at most 1 024 bytes. */
gboolean
eup_id_is_valid (const char  *id,
                 gssize       length,
                 const char **problem)
{
  gsize n = length < 0 ? strlen (id) : (gsize) length;
  const char *why = NULL;

  if (n == 0)
    why = "an id cannot be empty";
  else if (n > EUP_MAX_ID_LENGTH)
    why = "an id cannot be longer than 1024 bytes";

  for (const char *p = id; why == NULL && p < id + n; p = g_utf8_next_char (p))
    if (!is_id_character (g_utf8_get_char_validated (p, id + n - p)))
      why = "an id is made of letters, digits and -._~/";

  if (problem != NULL)
    *problem = why;
  return why == NULL;
}

static inline gboolean
id_equals (const EupStore *store,
           EupNumber       number,
           const char     *id,
           gsize           length)
{
  return eup_store_string_is (eup_pool_get (&store->strings, store->symbols[number].id), id, length);
}

static void
insert_slot (EupStore  *store,
             guint32    hash,
             EupNumber  number)
{
  guint32 mask = store->n_slots - 1;
  guint32 at = hash & mask;

  while (store->slots[at] != 0)
    at = (at + 1) & mask;
  store->slots[at] = (guint64) hash << 32 | number;
}

static void
grow_slots (EupStore *store)
{
  guint64 *old = store->slots;
  guint32 n_old = store->n_slots;

  if (old == NULL)
    eup_store_seed (store);

  store->n_slots = old == NULL ? 32 : n_old * 2;
  store->slots = g_new0 (guint64, store->n_slots);
  if (old == NULL)
    {
      for (EupNumber i = 1; i < store->n_symbols; i++)
        {
          const char *id = eup_store_id (store, i);

          insert_slot (store, (guint32) eup_store_hash (store, id, strlen (id)), i);
        }
    }
  for (guint32 i = 0; i < n_old; i++)
    if (old[i] != 0)
      insert_slot (store, old[i] >> 32, (guint32) old[i]);
  g_free (old);
}

static EupNumber
find_hashed (const EupStore *store,
             guint32         hash,
             const char     *id,
             gsize           length)
{
  guint32 mask = store->n_slots - 1;

  for (guint32 at = hash & mask; store->slots[at] != 0; at = (at + 1) & mask)
    if (store->slots[at] >> 32 == hash && id_equals (store, (guint32) store->slots[at], id, length))
      return (guint32) store->slots[at];
  return 0;
}

/* The number of the id if it was ever mentioned, else 0. */
EupNumber
eup_store_find (EupStore   *store,
                const char *id,
                gsize       length)
{
  if (store->slots != NULL)
    return find_hashed (store, (guint32) eup_store_hash (store, id, length), id, length);

  for (EupNumber i = 1; i < store->n_symbols; i++)
    if (id_equals (store, i, id, length))
      return i;
  return 0;
}

static EupNumber
add_symbol (EupStore   *store,
            const char *id,
            gsize       length)
{
  if (store->n_symbols == store->symbols_cap || store->symbols == NULL)
    {
      store->symbols_cap = store->symbols == NULL ? 2 : store->symbols_cap * 2;
      store->symbols = g_renew (EupSymbol, store->symbols, store->symbols_cap);
    }
  store->symbols[store->n_symbols] = (EupSymbol) { eup_store_add_string (store, id, length), EUP_NO_HOME };
  return store->n_symbols++;
}

static EupNumber
add_hashed (EupStore   *store,
            guint32     hash,
            const char *id,
            gsize       length)
{
  EupNumber number;

  if (store->n_symbols >= store->n_slots / 3 * 2)
    grow_slots (store);
  number = add_symbol (store, id, length);
  insert_slot (store, hash, number);
  return number;
}

/* The number of the id, which is given one if it was never mentioned. */
EupNumber
eup_store_intern (EupStore   *store,
                  const char *id,
                  gsize       length)
{
  guint32 hash;
  EupNumber number;

  if (store->slots == NULL)
    {
      number = eup_store_find (store, id, length);
      if (number == 0)
        {
          number = add_symbol (store, id, length);
          if (store->n_symbols > FEW_SYMBOLS)
            grow_slots (store);
        }
      return number;
    }

  hash = (guint32) eup_store_hash (store, id, length);
  number = find_hashed (store, hash, id, length);
  return number != 0 ? number : add_hashed (store, hash, id, length);
}

/* The hash of an id that will be asked for soon; its place comes into the cache meanwhile. 0 while there are few ids. */
guint32
eup_store_prepare (const EupStore *store,
                   const char     *id,
                   gsize           length)
{
  guint32 hash;

  if (store->slots == NULL)
    return 0;
  hash = (guint32) eup_store_hash (store, id, length);
  __builtin_prefetch (&store->slots[hash & (store->n_slots - 1)]);
  return hash;
}

/* The number of the id, with the hash that eup_store_prepare() gave. */
EupNumber
eup_store_intern_prepared (EupStore   *store,
                           const char *id,
                           gsize       length,
                           guint32     hash)
{
  EupNumber number;

  if (hash == 0 || store->slots == NULL)
    return eup_store_intern (store, id, length);
  number = find_hashed (store, hash, id, length);
  return number != 0 ? number : add_hashed (store, hash, id, length);
}

static void
remove_slot (EupStore  *store,
             EupNumber  number)
{
  const char *id = eup_store_id (store, number);
  guint32 mask = store->n_slots - 1;
  guint32 at = (guint32) eup_store_hash (store, id, strlen (id)) & mask;
  guint32 next;

  while ((guint32) store->slots[at] != number)
    at = (at + 1) & mask;

  /* Close the gap: whoever stands behind it and would be looked for from before it moves into it. */
  for (next = (at + 1) & mask; store->slots[next] != 0; next = (next + 1) & mask)
    {
      guint32 wanted = (guint32) (store->slots[next] >> 32) & mask;

      if (((next - wanted) & mask) >= ((next - at) & mask))
        {
          store->slots[at] = store->slots[next];
          at = next;
        }
    }
  store->slots[at] = 0;
}

/* Gives the number another id, which nobody may have; the old string stays where it is. */
void
eup_store_set_id (EupStore   *store,
                  EupNumber   number,
                  const char *id)
{
  gsize length = strlen (id);

  if (store->slots != NULL)
    remove_slot (store, number);
  store->symbols[number].id = eup_store_add_string (store, id, length);
  if (store->slots != NULL)
    insert_slot (store, (guint32) eup_store_hash (store, id, length), number);
}
