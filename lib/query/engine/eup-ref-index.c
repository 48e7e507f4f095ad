/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/engine/eup-ref-index.h"
#include "values/eup-fold.h"
#include "values/reference/eup-reference-grammar.h"

typedef struct
{
  guint32   text;   /* offset of the normalised form */
  EupRef    stated;
  EupNumber number;
} Entry;

struct _EupRefIndex
{
  EupStore *store; /* borrowed */
  GString  *texts;
  GArray   *entries; /* of Entry, by text and number */
  GString  *folded;  /* of each entry, what it is normalised and as it was spelled; NULL until a part is looked for */
  guint    *starts;  /* in that, two for each entry */
};

/* The normalised form of a reference, or the reference itself. */
static char *
normalise (const char *reference)
{
  GString *normalised = g_string_new (NULL);

  eup_reference_recognise (reference, strlen (reference), normalised, NULL);
  if (normalised->len == 0)
    g_string_append (normalised, reference);
  return g_string_free (normalised, FALSE);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const Entry *x = a, *y = b;
  const GString *texts = data;
  int order = strcmp (texts->str + x->text, texts->str + y->text);

  return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

static void
add_row (EupRefIndex  *refs,
         EupTableKind  table,
         guint32       row)
{
  guint n;
  const guint32 *items = eup_store_list (refs->store, eup_store_get (refs->store, table, row, EUP_FIELD_REFERENCES), &n);

  for (guint i = 0; i < n; i++)
    {
      const char *stated = eup_store_string (refs->store, items[i]);
      g_autofree char *normalised = stated == NULL ? NULL : normalise (stated);
      Entry entry = { (guint32) refs->texts->len, items[i], eup_store_number_of (refs->store, table, row) };

      if (stated == NULL)
        continue;
      g_string_append_len (refs->texts, normalised, (gssize) strlen (normalised) + 1);
      g_array_append_val (refs->entries, entry);
    }
}

EupRefIndex *
eup_ref_index_new (EupStore *store,
                   EupWork  *work)
{
  EupRefIndex *refs = g_new0 (EupRefIndex, 1);

  refs->store = store;
  refs->texts = g_string_new (NULL);
  refs->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      const EupColumn *column = eup_store_column (store, table, EUP_FIELD_REFERENCES);

      for (guint32 row = 0; column != NULL && row < column->n && eup_work_add (work, 0); row++)
        if (eup_store_is_alive (store, table, row))
          add_row (refs, table, row);
    }
  if (eup_work_look (work))
    g_array_sort_with_data (refs->entries, compare_entries, refs->texts);
  return refs;
}

void
eup_ref_index_free (EupRefIndex *refs)
{
  g_string_free (refs->texts, TRUE);
  g_array_unref (refs->entries);
  if (refs->folded != NULL)
    g_string_free (refs->folded, TRUE);
  g_free (refs->starts);
  g_free (refs);
}

static const char *
text_at (const EupRefIndex *refs,
         guint              i)
{
  return refs->texts->str + g_array_index (refs->entries, Entry, i).text;
}

void
eup_ref_index_find (const EupRefIndex *refs,
                    const char        *normalised,
                    EupNumbers        *numbers)
{
  guint low = 0, high = refs->entries->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strcmp (text_at (refs, middle), normalised) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < refs->entries->len && strcmp (text_at (refs, low), normalised) == 0; low++)
    eup_numbers_append (numbers, g_array_index (refs->entries, Entry, low).number);
}

static void
fold_text (EupRefIndex *refs,
           const char  *text,
           guint       *start)
{
  gsize length = strlen (text), at = refs->folded->len;

  *start = (guint) at;
  g_string_set_size (refs->folded, at + length + 1);
  length = eup_fold (text, length, refs->folded->str + at);
  g_string_truncate (refs->folded, at + length);
  g_string_append_c (refs->folded, '\0');
}

static void
fold_entries (EupRefIndex *refs,
              EupWork     *work)
{
  refs->folded = g_string_sized_new (refs->texts->len * 2);
  refs->starts = g_new (guint, (gsize) refs->entries->len * 2 + 1);
  for (guint i = 0; i < refs->entries->len && eup_work_add (work, 0); i++)
    {
      fold_text (refs, text_at (refs, i), &refs->starts[2 * i]);
      fold_text (refs, eup_store_string (refs->store, g_array_index (refs->entries, Entry, i).stated), &refs->starts[2 * i + 1]);
    }
}

guint
eup_ref_index_size (const EupRefIndex *refs)
{
  return refs->entries->len;
}

gsize
eup_ref_index_memory (const EupRefIndex *refs)
{
  return refs->texts->allocated_len + (gsize) refs->entries->len * sizeof (Entry)
         + (refs->folded == NULL ? 0 : refs->folded->allocated_len + ((gsize) refs->entries->len * 2 + 1) * sizeof (guint));
}

void
eup_ref_index_search (EupRefIndex *refs,
                      const char  *folded,
                      EupNumbers  *numbers,
                      EupWork     *work)
{
  if (refs->folded == NULL)
    fold_entries (refs, work);
  for (guint i = 0; i < refs->entries->len && eup_work_add (work, EUP_REFERENCE_COST); i++)
    if (strstr (refs->folded->str + refs->starts[2 * i], folded) != NULL
        || strstr (refs->folded->str + refs->starts[2 * i + 1], folded) != NULL)
      eup_numbers_append (numbers, g_array_index (refs->entries, Entry, i).number);
}
