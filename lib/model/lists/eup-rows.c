/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "model/lists/eup-rows.h"

/* With more changes than these, one that spans them all serves everybody better. */
#define MAX_SPLICES 64

#define GONE G_MAXUINT

void
eup_rows_clear (EupRows *rows)
{
  g_clear_pointer (&rows->numbers, g_free);
  rows->n = rows->cap = 0;
}

void
eup_rows_steal (EupRows *rows,
                GArray  *numbers)
{
  g_free (rows->numbers);
  rows->n = rows->cap = numbers->len;
  rows->numbers = g_array_steal (numbers, NULL);
}

guint
eup_rows_position_of (const EupRows *rows,
                      EupNumber      number)
{
  for (guint i = 0; i < rows->n; i++)
    if (rows->numbers[i] == number)
      return i;
  return G_MAXUINT;
}

void
eup_rows_emit (GListModel *owner,
               GParamSpec *n_items,
               guint       position,
               guint       removed,
               guint       added)
{
  g_list_model_items_changed (owner, position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (owner), n_items);
}

typedef struct
{
  EupRows    *rows;
  GListModel *owner;
  GParamSpec *n_items;
} Target;

static void
splice (const Target    *target,
        guint            position,
        guint            removed,
        const EupNumber *added,
        guint            n_added)
{
  EupRows *rows = target->rows;
  guint n = rows->n - removed + n_added;

  if (removed == 0 && n_added == 0)
    return;
  if (n > rows->cap)
    {
      rows->cap = MAX (n, rows->cap * 2);
      rows->numbers = g_renew (EupNumber, rows->numbers, rows->cap);
    }
  if (rows->n > position + removed)
    memmove (rows->numbers + position + n_added, rows->numbers + position + removed,
             (rows->n - position - removed) * sizeof (EupNumber));
  if (n_added > 0)
    memcpy (rows->numbers + position, added, n_added * sizeof (EupNumber));
  rows->n = n;
  eup_rows_emit (target->owner, target->n_items, position, removed, n_added);
}

/* For each old row the place of its number among the fresh ones, or GONE. */
static guint *
match (const EupNumber *old,
       guint            n_old,
       const EupNumber *fresh,
       guint            n_fresh,
       GHashTable      *renewed)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint *at = g_new (guint, MAX (n_old, 1));

  for (guint i = 0; i < n_fresh; i++)
    if (renewed == NULL || !g_hash_table_contains (renewed, GUINT_TO_POINTER (fresh[i])))
      g_hash_table_insert (places, GUINT_TO_POINTER (fresh[i]), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n_old; i++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (old[i])));

      at[i] = place == 0 ? GONE : place - 1;
    }
  return at;
}

/* Marks the longest run of old rows that also follow each other among the fresh ones: they need not move. */
static gboolean *
find_anchors (const guint *at,
              guint        n)
{
  g_autofree guint *tails = g_new (guint, MAX (n, 1));
  g_autofree guint *before = g_new (guint, MAX (n, 1));
  gboolean *anchors = g_new0 (gboolean, MAX (n, 1));
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (at[i] == GONE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (at[tails[middle]] < at[i])
            low = middle + 1;
          else
            high = middle;
        }
      tails[low] = i;
      before[i] = low == 0 ? GONE : tails[low - 1];
      length = MAX (length, low + 1);
    }
  for (guint i = length == 0 ? GONE : tails[length - 1]; i != GONE; i = before[i])
    anchors[i] = TRUE;
  return anchors;
}

/* One pass over both: how many splices it takes, or the splices themselves if there is a target.
 *
 * What moves is taken out first, so that nothing ever stands in the list twice. */
static guint
take_out_moved (const Target   *target,
                guint           first,
                const guint    *at,
                const gboolean *anchors,
                guint           n,
                gboolean       *taken)
{
  guint splices = 0, position = first;

  for (guint i = 0; i < n; )
    {
      guint end = i;
      gboolean moves = FALSE;

      while (end < n && !anchors[end])
        moves |= at[end++] != GONE;
      if (moves)
        {
          splices++;
          for (guint j = i; j < end; j++)
            taken[j] = TRUE;
          if (target != NULL)
            splice (target, position, end - i, NULL, 0);
        }
      else
        position += end - i;
      if (end < n)
        {
          position++;
          end++;
        }
      i = end;
    }
  return splices;
}

static guint
replace_runs (const Target    *target,
              guint            first,
              const guint     *at,
              const gboolean  *anchors,
              const gboolean  *taken,
              guint            n_old,
              const EupNumber *fresh,
              guint            n_fresh)
{
  guint splices = 0, done = 0, position = first;

  for (guint i = 0; i <= n_old; i++)
    {
      guint removed = 0, until;

      for (; i < n_old && !anchors[i]; i++)
        removed += !taken[i];
      until = i < n_old ? at[i] : n_fresh;
      if (removed > 0 || until > done)
        {
          splices++;
          if (target != NULL)
            splice (target, position, removed, fresh + done, until - done);
        }
      position += until - done + 1;
      done = until + 1;
    }
  return splices;
}

void
eup_rows_update (EupRows         *rows,
                 const EupNumber *fresh,
                 guint            n,
                 GHashTable      *renewed,
                 GListModel      *owner,
                 GParamSpec      *n_items)
{
  Target target = { rows, owner, n_items };
  g_autofree guint *at = NULL;
  g_autofree gboolean *anchors = NULL;
  g_autofree gboolean *taken = NULL;
  guint first = 0, last = 0, n_old, n_fresh, splices;

#define SAME(a, b) \
  ((a) == (b) && (renewed == NULL || !g_hash_table_contains (renewed, GUINT_TO_POINTER (a))))
  while (first < rows->n && first < n && SAME (rows->numbers[first], fresh[first]))
    first++;
  while (last < rows->n - first && last < n - first
         && SAME (rows->numbers[rows->n - 1 - last], fresh[n - 1 - last]))
    last++;
#undef SAME

  n_old = rows->n - first - last;
  n_fresh = n - first - last;
  if (n_fresh > 0) /* without new rows there may be no memory to point into */
    fresh += first;
  if (n_old == 0 || n_fresh == 0)
    {
      splice (&target, first, n_old, fresh, n_fresh);
      return;
    }

  at = match (rows->numbers + first, n_old, fresh, n_fresh, renewed);
  anchors = find_anchors (at, n_old);
  taken = g_new0 (gboolean, n_old);
  splices = take_out_moved (NULL, first, at, anchors, n_old, taken)
            + replace_runs (NULL, first, at, anchors, taken, n_old, fresh, n_fresh);
  if (splices > MAX_SPLICES)
    {
      splice (&target, first, n_old, fresh, n_fresh);
      return;
    }
  memset (taken, 0, n_old * sizeof (gboolean));
  take_out_moved (&target, first, at, anchors, n_old, taken);
  replace_runs (&target, first, at, anchors, taken, n_old, fresh, n_fresh);
}
