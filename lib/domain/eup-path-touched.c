/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-path.h"

#include "domain/eup-relations.h"

/* Which entities a path leads on from differently after an edit. Wherever the edited field stands in the path, the way to
 * it is walked back from the entity whose field was edited, or from those that the old and the new cell name. What the path
 * reached before the edit and does not reach now (or the reverse) differs first at some edited field, and up to there the
 * way is the one of now; so it is enough to know the store after the edits, however many they were. */

/* What lies between the entity that the path starts from and where it stands. */
typedef struct _Way Way;

struct _Way
{
  const EupPath *path;
  gboolean       back;
  const Way     *before;
};

typedef struct
{
  const EupPathWalk *walk;
  const EupPathEdit *edit;
  EupNumbers        *owners;
} Search;

static void
add_owners (const Search *search,
            const Way    *way,
            EupNumber     number)
{
  g_auto (EupNumbers) starts;

  eup_numbers_init (&starts);
  if (way == NULL)
    {
      eup_numbers_append (search->owners, number);
      return;
    }
  if (search->walk->max > 0 && search->owners->n > search->walk->max)
    return;
  eup_path_walk (search->walk, way->path, !way->back, number, &starts);
  for (guint i = 0; i < starts.n; i++)
    add_owners (search, way->before, starts.items[i]);
}

static void
append_named (const EupStore     *store,
              const EupFieldSpec *spec,
              int                 inner,
              guint32             cell,
              EupNumbers         *numbers)
{
  const guint32 *items;
  guint n;

  if (cell == 0)
    return;
  if (spec->kind == EUP_KIND_ONE)
    {
      eup_numbers_add (numbers, cell);
      return;
    }
  items = eup_store_list (store, cell, &n);
  for (guint i = 0; i < n; i++)
    if (inner < 0)
      eup_numbers_append (numbers, items[i]);
    else
      append_named (store, eup_schema_field (spec->target, inner), -1,
                    eup_store_get (store, spec->target, items[i], inner), numbers);
  eup_path_drop_doubles (store, numbers, 0);
}

/* From those that one of the two cells names and the other does not. */
static void
add_owners_of_named (const Search *search,
                     const Way    *way,
                     int           inner)
{
  const EupPathEdit *edit = search->edit;
  const EupFieldSpec *spec = eup_schema_field (edit->table, edit->field);
  EupStore *store = search->walk->store;
  g_auto (EupNumbers) before;
  g_auto (EupNumbers) after;

  eup_numbers_init (&before);
  eup_numbers_init (&after);
  append_named (store, spec, inner, edit->old_cell, &before);
  append_named (store, spec, inner, edit->new_cell, &after);
  for (guint i = 0; i < before.n; i++)
    if (!eup_numbers_hold (&after, before.items[i]))
      add_owners (search, way, before.items[i]);
  for (guint i = 0; i < after.n; i++)
    if (!eup_numbers_hold (&before, after.items[i]))
      add_owners (search, way, after.items[i]);
}

static gboolean
is_edited (const EupPathEdit *edit,
           EupTableKind       table,
           guint              field)
{
  return edit->field == (int) field && (edit->table == table || table == EUP_TABLE_ANY);
}

static void search_path (const Search  *search,
                         const EupPath *path,
                         gboolean       back,
                         const Way     *way);

static void
search_field (const Search  *search,
              const EupPath *path,
              gboolean       back,
              const Way     *way)
{
  if (!is_edited (search->edit, path->table, path->field))
    return;
  if ((path->op == EUP_PATH_FORWARD) != back)
    add_owners (search, way, search->edit->number);
  else
    add_owners_of_named (search, way, path->inner);
}

static void
search_then (const Search  *search,
             const EupPath *path,
             gboolean       back,
             const Way     *way)
{
  const EupPath *first = path->paths[back ? 1 : 0], *second = path->paths[back ? 0 : 1];
  Way on = { first, back, way };

  search_path (search, first, back, way);
  search_path (search, second, back, &on);
}

/* Backwards, the second branch counts for those for which the first states nothing. */
static void
search_first (const Search  *search,
              const EupPath *path,
              gboolean       back,
              const Way     *way)
{
  Way on = { path->paths[1], TRUE, way };

  search_path (search, path->paths[0], back, way);
  search_path (search, path->paths[1], back, way);
  if (back)
    search_path (search, path->paths[0], FALSE, &on);
}

static void
search_nearest (const Search  *search,
                const EupPath *path,
                gboolean       back,
                const Way     *way)
{
  EupPath any_far = { .op = EUP_PATH_CLOSURE, .or_self = TRUE, .paths = path->paths, .n_paths = 1 };
  Way own = { path->paths[1], TRUE, way };
  Way far = { &any_far, back, back ? &own : way };

  search_path (search, path->paths[0], back, &far);
  search_path (search, path->paths[1], FALSE, &far);
  if (back)
    search_path (search, path->paths[1], TRUE, way);
}

static void
search_finest (const Search  *search,
               const EupPath *path,
               gboolean       back,
               const Way     *way)
{
  Way on = { path->paths[0], FALSE, way };

  search_path (search, path->paths[0], back, way);
  if (is_edited (search->edit, EUP_TABLE_MILESTONE, EUP_MILESTONE_REFINES))
    add_owners_of_named (search, back ? way : &on, -1);
}

/* The type of an entity becomes known when it comes, and unknown when it goes. Where unknown types pass too it is only
 * begun from, not passed through, since what fields lead back to is in the store. */
static void
search_only (const Search  *search,
             const EupPath *path,
             gboolean       back,
             const Way     *way)
{
  Way on = { path->paths[0], TRUE, way };

  search_path (search, path->paths[0], back, way);
  if (search->edit->field < 0 && (path->types >> search->edit->table & 1) && !(path->types & EUP_PATH_UNKNOWN_TYPE))
    add_owners (search, back ? &on : way, search->edit->number);
}

static void
search_path (const Search  *search,
             const EupPath *path,
             gboolean       back,
             const Way     *way)
{
  switch (path->op)
    {
    case EUP_PATH_FORWARD:
    case EUP_PATH_BACKWARD:
      search_field (search, path, back, way);
      break;
    case EUP_PATH_THEN:
      search_then (search, path, back, way);
      break;
    case EUP_PATH_UNION:
      for (guint i = 0; i < path->n_paths; i++)
        search_path (search, path->paths[i], back, way);
      break;
    case EUP_PATH_FIRST:
      search_first (search, path, back, way);
      break;
    case EUP_PATH_CLOSURE:
      {
        EupPath any_far = { .op = EUP_PATH_CLOSURE, .or_self = TRUE, .paths = path->paths, .n_paths = 1 };
        Way far = { &any_far, back, way };

        search_path (search, path->paths[0], back, &far);
      }
      break;
    case EUP_PATH_NEAREST:
      search_nearest (search, path, back, way);
      break;
    case EUP_PATH_FINEST:
      search_finest (search, path, back, way);
      break;
    case EUP_PATH_ONLY:
      search_only (search, path, back, way);
      break;
    case EUP_PATH_INVERSE:
      search_path (search, path->paths[0], !back, way);
      break;
    case EUP_PATH_NAMED:
      search_path (search, eup_relation_spec (path->relation)->path, back, way);
      break;
    case EUP_PATH_SELF:
    default:
      break;
    }
}

void
eup_path_touched (const EupPathWalk *walk,
                  const EupPath     *path,
                  EupTableKind       items,
                  const EupPathEdit *edit,
                  EupNumbers        *owners)
{
  EupPathWalk all = { walk->store, TRUE, walk->max };
  Search search = { &all, edit, owners };
  Way whole = { path, FALSE, NULL };
  guint first = owners->n;

  search_path (&search, path, FALSE, NULL);
  if (edit->field < 0 && (items == EUP_TABLE_ANY || items == edit->table))
    add_owners (&search, &whole, edit->number);
  eup_path_drop_doubles (walk->store, owners, first);
}

gboolean
eup_path_reads (const EupPath *path,
                EupTableKind   table,
                guint          field)
{
  switch (path->op)
    {
    case EUP_PATH_FORWARD:
    case EUP_PATH_BACKWARD:
      return path->field == field && (path->table == table || path->table == EUP_TABLE_ANY);
    case EUP_PATH_NAMED:
      return eup_path_reads (eup_relation_spec (path->relation)->path, table, field);
    case EUP_PATH_FINEST:
      if (table == EUP_TABLE_MILESTONE && field == EUP_MILESTONE_REFINES)
        return TRUE;
      break;
    default:
      break;
    }
  for (guint i = 0; i < path->n_paths; i++)
    if (eup_path_reads (path->paths[i], table, field))
      return TRUE;
  return FALSE;
}
