/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"
#include "values/eup-text-private.h"

static inline guint32
string_units (gsize length)
{
  return (guint32) ((length + 4) / 4);
}

EupRef
eup_store_add_string (EupStore   *store,
                      const char *string,
                      gsize       length)
{
  guint32 units = string_units (length);
  EupRef ref = eup_pool_alloc (&store->strings, units);
  guint32 *to = eup_pool_get (&store->strings, ref);

  /* The last unit first: it holds the NUL, and the string may leave part of it unwritten. */
  to[units - 1] = 0;
  memcpy (to, string, length);
  return ref;
}

void
eup_store_free_string (EupStore *store,
                       EupRef    ref)
{
  if (ref != 0)
    eup_pool_free (&store->strings, ref, string_units (strlen (eup_store_string (store, ref))));
}

/* For the few values that many rows share: units, countries, languages, schemes. */
EupRef
eup_store_intern_string (EupStore   *store,
                         const char *string,
                         gsize       length)
{
  char buffer[64];
  g_autofree char *copy = NULL;
  const char *key = buffer;
  gpointer found;
  EupRef ref;

  if (length < sizeof buffer)
    {
      memcpy (buffer, string, length);
      buffer[length] = '\0';
    }
  else
    key = copy = g_strndup (string, length);

  if (store->interned == NULL)
    store->interned = g_hash_table_new (g_str_hash, g_str_equal);
  found = g_hash_table_lookup (store->interned, key);
  if (found != NULL)
    return GPOINTER_TO_UINT (found);

  ref = eup_store_add_string (store, string, length);
  g_hash_table_insert (store->interned, (gpointer) eup_store_string (store, ref), GUINT_TO_POINTER (ref));
  return ref;
}

/* 0 if no value that many rows share is that string. */
EupRef
eup_store_find_interned (const EupStore *store,
                         const char     *string)
{
  return store->interned == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (store->interned, string));
}

EupRef
eup_store_add_list (EupStore      *store,
                    const guint32 *items,
                    guint          n)
{
  EupRef ref;
  guint32 *run;

  if (n == 0)
    return 0;
  ref = eup_pool_alloc (&store->lists, n + 1);
  run = eup_pool_get (&store->lists, ref);
  run[0] = n;
  memcpy (run + 1, items, n * sizeof (guint32));
  return ref;
}

typedef struct
{
  const char *language;
  EupRef      language_ref;
  EupRef      string_ref;
} Pair;

static int
compare_pairs (const void *a,
               const void *b)
{
  return strcmp (((const Pair *) a)->language, ((const Pair *) b)->language);
}

/* Makes a text cell of n pairs of language and string, both references of this store, in any order; the languages
 * differ. A text that has nothing but the store's own language is that one string. */
guint32
eup_store_add_text_pairs (EupStore *store,
                          guint     n,
                          EupRef   *pairs)
{
  g_autofree Pair *sorted = NULL;
  guint32 *run;
  EupRef ref;

  if (n == 0)
    return 0;
  if (n == 1 && strcmp (eup_store_string (store, pairs[0]), store->language) == 0)
    return pairs[1];

  sorted = g_new (Pair, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = (Pair) { eup_store_string (store, pairs[2 * i]), pairs[2 * i], pairs[2 * i + 1] };
  qsort (sorted, n, sizeof (Pair), compare_pairs);

  ref = eup_pool_alloc (&store->lists, 2 * n + 1);
  run = eup_pool_get (&store->lists, ref);
  run[0] = 2 * n;
  for (guint i = 0; i < n; i++)
    {
      run[1 + 2 * i] = sorted[i].language_ref;
      run[2 + 2 * i] = sorted[i].string_ref;
    }
  return ref | EUP_TEXT_LIST;
}

/* The cell of a text that was made before the store's language was known. */
guint32
eup_store_simplify_text (const EupStore *store,
                         guint32         cell)
{
  const guint32 *run;
  guint n;

  if (!(cell & EUP_TEXT_LIST))
    return cell;
  run = eup_store_list (store, cell & ~EUP_TEXT_LIST, &n);
  return n == 2 && strcmp (eup_store_string (store, run[0]), store->language) == 0 ? run[1] : cell;
}

guint32
eup_store_add_text (EupStore    *store,
                    guint        n,
                    const char **languages,
                    const char **strings)
{
  g_autofree EupRef *pairs = g_new (EupRef, 2 * n);

  for (guint i = 0; i < n; i++)
    {
      pairs[2 * i] = eup_store_intern_string (store, languages[i], strlen (languages[i]));
      pairs[2 * i + 1] = eup_store_add_string (store, strings[i], strlen (strings[i]));
    }
  return eup_store_add_text_pairs (store, n, pairs);
}

/* In how many languages the text is. */
guint
eup_store_text_size (const EupStore *store,
                     guint32         cell)
{
  guint n;

  if (cell == 0)
    return 0;
  if (!(cell & EUP_TEXT_LIST))
    return 1;
  eup_store_list (store, cell & ~EUP_TEXT_LIST, &n);
  return n / 2;
}

const char *
eup_store_text_nth (const EupStore *store,
                    guint32         cell,
                    guint           nth,
                    const char    **language)
{
  const guint32 *run;
  guint n;

  if (!(cell & EUP_TEXT_LIST))
    {
      if (language != NULL)
        *language = store->language;
      return eup_store_string (store, cell);
    }
  run = eup_store_list (store, cell & ~EUP_TEXT_LIST, &n);
  if (language != NULL)
    *language = eup_store_string (store, run[2 * nth]);
  return eup_store_string (store, run[2 * nth + 1]);
}

/* The string in exactly that language, or NULL. */
const char *
eup_store_text_in (const EupStore *store,
                   guint32         cell,
                   const char     *language)
{
  guint n = eup_store_text_size (store, cell);

  for (guint i = 0; i < n; i++)
    {
      const char *tag;
      const char *string = eup_store_text_nth (store, cell, i, &tag);

      if (g_ascii_strcasecmp (tag, language) == 0)
        return string;
    }
  return NULL;
}

/* The string that a reader of those languages gets, or NULL if there is none at all. */
const char *
eup_store_text_best (const EupStore      *store,
                     guint32              cell,
                     const char * const  *languages,
                     const char         **language)
{
  const guint32 *run;
  const char **tags;
  guint n;
  int best;

  if (!(cell & EUP_TEXT_LIST))
    return cell == 0 ? NULL : eup_store_text_nth (store, cell, 0, language);

  run = eup_store_list (store, cell & ~EUP_TEXT_LIST, &n);
  n /= 2;
  tags = g_newa (const char *, n);
  for (guint i = 0; i < n; i++)
    {
      tags[i] = eup_store_string (store, run[2 * i]);
      /* Most readers get what they want most. */
      if (languages != NULL && languages[0] != NULL && strcmp (tags[i], languages[0]) == 0)
        {
          if (language != NULL)
            *language = tags[i];
          return eup_store_string (store, run[2 * i + 1]);
        }
    }
  best = eup_language_pick (n, tags, languages, store->language);
  return eup_store_text_nth (store, cell, MAX (best, 0), language);
}

static gboolean
texts_equal (const EupStore *a,
             guint32         cell_a,
             const EupStore *b,
             guint32         cell_b)
{
  guint n = eup_store_text_size (a, cell_a);

  if (n != eup_store_text_size (b, cell_b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *tag_a, *tag_b;

      if (strcmp (eup_store_text_nth (a, cell_a, i, &tag_a), eup_store_text_nth (b, cell_b, i, &tag_b)) != 0
          || strcmp (tag_a, tag_b) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
rows_equal (const EupStore *a,
            guint32         row_a,
            const EupStore *b,
            guint32         row_b,
            EupTableKind    table)
{
  const EupTableSpec *spec = eup_schema_table (table);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      if (spec->fields[i].kind == EUP_KIND_DOUBLE)
        {
          double x = eup_store_get_double (a, table, row_a, i), y = eup_store_get_double (b, table, row_b, i);

          if (x != y && !(isnan (x) && isnan (y)))
            return FALSE;
        }
      else if (!eup_store_cell_equal (a, eup_store_get (a, table, row_a, i),
                                      b, eup_store_get (b, table, row_b, i), &spec->fields[i]))
        return FALSE;
    }
  return eup_store_kept_equal (a, row_a, b, row_b, table);
}

static gboolean
items_equal (const EupStore     *a,
             guint32             x,
             const EupStore     *b,
             guint32             y,
             const EupFieldSpec *spec)
{
  switch (spec->kind)
    {
    case EUP_KIND_ONE:
    case EUP_KIND_MANY:
      return g_strcmp0 (eup_store_id (a, x), eup_store_id (b, y)) == 0;
    case EUP_KIND_STRING:
    case EUP_KIND_STRINGS:
      return g_strcmp0 (eup_store_string (a, x), eup_store_string (b, y)) == 0;
    case EUP_KIND_VALUE:
      return x == 0 || y == 0 ? x == y : rows_equal (a, x - 1, b, y - 1, spec->target);
    case EUP_KIND_VALUES:
      return rows_equal (a, x, b, y, spec->target);
    case EUP_KIND_TEXT:
      return texts_equal (a, x, b, y);
    case EUP_KIND_ENUM:
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
    case EUP_KIND_INT:
    case EUP_KIND_DOUBLE:
    default:
      return x == y;
    }
}

static gboolean
is_list (EupFieldKind kind)
{
  return kind == EUP_KIND_MANY || kind == EUP_KIND_STRINGS || kind == EUP_KIND_VALUES || kind == EUP_KIND_PERIOD;
}

/* Tells whether two cells, perhaps of two stores, say the same. */
gboolean
eup_store_cell_equal (const EupStore     *a,
                      guint32             cell_a,
                      const EupStore     *b,
                      guint32             cell_b,
                      const EupFieldSpec *spec)
{
  const guint32 *items_a, *items_b;
  guint n_a, n_b;

  if (a == b && cell_a == cell_b)
    return TRUE;
  if (!is_list (spec->kind))
    return items_equal (a, cell_a, b, cell_b, spec);

  items_a = eup_store_list (a, cell_a, &n_a);
  items_b = eup_store_list (b, cell_b, &n_b);
  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!items_equal (a, items_a[i], b, items_b[i], spec))
      return FALSE;
  return TRUE;
}

static guint32
copy_text (EupStore       *to,
           const EupStore *from,
           guint32         cell)
{
  guint n = eup_store_text_size (from, cell);
  const char **languages = g_newa (const char *, n + 1);
  const char **strings = g_newa (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    strings[i] = eup_store_text_nth (from, cell, i, &languages[i]);
  return eup_store_add_text (to, n, languages, strings);
}

/* Makes a row of values that says what another one does, perhaps of another store, with what is kept for it. */
guint32
eup_store_copy_value (EupStore       *to,
                      const EupStore *from,
                      EupTableKind    table,
                      guint32         row)
{
  const EupTableSpec *spec = eup_schema_table (table);
  guint32 copy = eup_store_add_value (to, table);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      if (spec->fields[i].kind == EUP_KIND_DOUBLE)
        eup_store_put_double (to, table, copy, i, eup_store_get_double (from, table, row, i));
      else
        {
          /* Copied before it is put: the copy may add rows and so move the columns. */
          guint32 cell = eup_store_copy_cell (to, from, eup_store_get (from, table, row, i), &spec->fields[i]);

          eup_store_put (to, table, copy, i, cell);
        }
    }
  eup_store_copy_kept (to, copy, from, row, table);
  return copy;
}

static guint32
copy_item (EupStore           *to,
           const EupStore     *from,
           guint32             item,
           const EupFieldSpec *spec)
{
  const char *string;

  switch (spec->kind)
    {
    case EUP_KIND_ONE:
    case EUP_KIND_MANY:
      string = eup_store_id (from, item);
      return string == NULL ? 0 : eup_store_intern (to, string, strlen (string));
    case EUP_KIND_STRING:
    case EUP_KIND_STRINGS:
      string = eup_store_string (from, item);
      if (string == NULL)
        return 0;
      return spec->flags & EUP_FIELD_INTERN ? eup_store_intern_string (to, string, strlen (string))
             : eup_store_add_string (to, string, strlen (string));
    case EUP_KIND_TEXT:
      return copy_text (to, from, item);
    case EUP_KIND_VALUE:
      return item == 0 ? 0 : eup_store_copy_value (to, from, spec->target, item - 1) + 1;
    case EUP_KIND_VALUES:
      return eup_store_copy_value (to, from, spec->target, item);
    case EUP_KIND_ENUM:
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
    case EUP_KIND_INT:
    case EUP_KIND_DOUBLE:
    default:
      return item;
    }
}

/* Makes a cell in one store that says what a cell of another does. Both may be the same store. */
guint32
eup_store_copy_cell (EupStore           *to,
                     const EupStore     *from,
                     guint32             cell,
                     const EupFieldSpec *spec)
{
  g_autofree guint32 *copies = NULL;
  const guint32 *items;
  guint n;

  if (!is_list (spec->kind))
    return copy_item (to, from, cell, spec);

  items = eup_store_list (from, cell, &n);
  copies = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    copies[i] = copy_item (to, from, items[i], spec);
  return eup_store_add_list (to, copies, n);
}

/* Gives back what only this cell refers to. */
void
eup_store_free_cell (EupStore           *store,
                     const EupFieldSpec *spec,
                     guint32             cell)
{
  const guint32 *items;
  guint n;

  if (cell == 0)
    return;
  if (spec->kind == EUP_KIND_STRING && !(spec->flags & EUP_FIELD_INTERN))
    eup_store_free_string (store, cell);
  else if (spec->kind == EUP_KIND_TEXT && !(cell & EUP_TEXT_LIST))
    eup_store_free_string (store, cell);
  else if (spec->kind == EUP_KIND_VALUE)
    eup_store_free_value (store, spec->target, cell - 1);
  else if (spec->kind == EUP_KIND_TEXT || is_list (spec->kind))
    {
      items = eup_store_list (store, cell & ~EUP_TEXT_LIST, &n);
      for (guint i = 0; i < n; i++)
        {
          if (spec->kind == EUP_KIND_STRINGS || (spec->kind == EUP_KIND_TEXT && i % 2 == 1))
            eup_store_free_string (store, items[i]);
          else if (spec->kind == EUP_KIND_VALUES)
            eup_store_free_value (store, spec->target, items[i]);
        }
      eup_pool_free (&store->lists, cell & ~EUP_TEXT_LIST, n + 1);
    }
}
