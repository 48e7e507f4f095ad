/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-nearest.h"

#include <string.h>

#define LONGEST 64
#define MOST_IDS 3

/* Letters to add, to leave out, to change, or to swap with the next; case apart. */
static guint
distance (const char *a,
          const char *b)
{
  guint rows[3][LONGEST + 1];
  guint *before = rows[0], *last = rows[1], *now = rows[2];
  gsize n_a = strlen (a), n_b = strlen (b);

  if (n_a > LONGEST || n_b > LONGEST)
    return G_MAXUINT;
  for (guint j = 0; j <= n_b; j++)
    last[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      now[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          char x = g_ascii_tolower (a[i - 1]), y = g_ascii_tolower (b[j - 1]);
          guint best = last[j - 1] + (x != y);

          best = MIN (best, MIN (last[j], now[j - 1]) + 1);
          if (i > 1 && j > 1 && x == g_ascii_tolower (b[j - 2]) && g_ascii_tolower (a[i - 2]) == y)
            best = MIN (best, before[j - 2] + 1);
          now[j] = best;
        }
      before = last;
      last = now;
      now = spare;
    }
  return last[n_b];
}

char *
tool_nearest_word (const char         *word,
                   const char * const *known,
                   guint               n_known)
{
  guint best = MAX (1, MIN (3, strlen (word) / 2)) + 1;
  const char *found = NULL;

  for (guint i = 0; i < n_known; i++)
    {
      guint d = distance (word, known[i]);

      if (d < best)
        {
          best = d;
          found = known[i];
        }
    }
  return g_strdup (found);
}

typedef struct
{
  char *id;
  guint score; /* the smaller the nearer */
} Candidate;

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->id);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->score != y->score)
    return x->score < y->score ? -1 : 1;
  return strcmp (x->id, y->id);
}

/* One of the words that an id is made of, with a slip. */
static gboolean
is_near_a_part (const char *id,
                const char *wanted)
{
  g_auto (GStrv) parts = g_strsplit_set (id, "-/", -1);

  if (strlen (wanted) < 5)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (distance (wanted, parts[i]) == 1)
      return TRUE;
  return FALSE;
}

/* A part of the id or of the title counts like one wrong letter, and a little more the longer the rest is. */
static guint
score_entity (EupEntity  *entity,
              const char *wanted)
{
  const char *id = eup_entity_get_id (entity);
  const char *title = eup_entity_get_title (entity);
  gsize length = strlen (wanted);
  guint limit = MAX (1, MIN (4, (guint) length / 3));
  guint d = distance (wanted, id);

  if (d <= limit)
    return d * 100;
  if (is_near_a_part (id, wanted))
    return 400 + (guint) MIN (strlen (id), 99);
  if (length >= 3)
    {
      g_autofree char *low_wanted = g_utf8_strdown (wanted, -1);
      g_autofree char *low_id = g_utf8_strdown (id, -1);
      g_autofree char *low_title = g_utf8_strdown (title != NULL ? title : "", -1);

      if (g_str_has_prefix (low_id, low_wanted))
        return 100 + (guint) MIN (strlen (id), 99);
      if (strstr (low_id, low_wanted) != NULL)
        return 200 + (guint) MIN (strlen (id), 99);
      if (strstr (low_title, low_wanted) != NULL)
        return 300 + (guint) MIN (strlen (low_title), 99);
    }
  return G_MAXUINT;
}

static char **
nearest_ids (EupCatalog *catalog,
             const char *id)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GListModel *all = G_LIST_MODEL (catalog);
  guint n = g_list_model_get_n_items (all);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_array_set_clear_func (found, clear_candidate);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (all, i);
      guint score = score_entity (entity, id);

      if (score != G_MAXUINT)
        {
          Candidate candidate = { g_strdup (eup_entity_get_id (entity)), score };

          g_array_append_val (found, candidate);
        }
    }
  g_array_sort (found, compare_candidates);
  for (guint i = 0; i < MIN (found->len, MOST_IDS); i++)
    g_strv_builder_add (ids, g_array_index (found, Candidate, i).id);
  return g_strv_builder_end (ids);
}

/* The entity of that id; NULL: there is none, and the nearest ids were named. */
EupEntity *
tool_find (ToolSession *session,
           const char  *id)
{
  gboolean valid = g_utf8_validate (id, -1, NULL);
  EupEntity *entity = valid ? eup_catalog_lookup (session->catalog, id) : NULL;
  g_auto (GStrv) near = NULL;
  g_autofree char *list = NULL;

  if (entity != NULL)
    return entity;
  near = valid ? nearest_ids (session->catalog, id) : NULL;
  if (near == NULL || near[0] == NULL)
    {
      tool_session_complain (session, "no entity has the id \"%s\"", id);
      return NULL;
    }
  list = g_strjoinv (", ", near);
  tool_session_complain (session, "no entity has the id \"%s\"; did you mean %s?", id, list);
  return NULL;
}
