/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-path.h"

#include "domain/eup-relations.h"
#include "domain/eup-unique-numbers.h"

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
  const Way         *last_way; /* that was walked back, from last_number; NULL once there is a new one */
  EupNumber          last_number;
} Search;

static Way
go_on (Search        *search,
       const EupPath *path,
       gboolean       back,
       const Way     *before)
{
  search->last_way = NULL;
  return (Way) { path, back, before };
}

static void
walk_back (const Search *search,
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
    walk_back (search, way->before, starts.items[i]);
}

/* Several fields are often reached on the same way. */
static void
add_owners (Search    *search,
            const Way *way,
            EupNumber  number)
{
  if (way != NULL && search->last_way == way && search->last_number == number)
    return;
  walk_back (search, way, number);
  search->last_way = way;
  search->last_number = number;
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
  eup_numbers_drop_doubles (store, numbers, 0);
}

/* From those that one of the two cells names and the other does not. */
static void
add_owners_of_named (Search    *search,
                     const Way *way,
                     guint      field,
                     int        inner)
{
  const EupPathEdit *edit = search->edit;
  const EupFieldSpec *spec = eup_schema_field (edit->table, field);
  EupStore *store = search->walk->store;
  g_auto (EupNumbers) before;
  g_auto (EupNumbers) after;

  eup_numbers_init (&before);
  eup_numbers_init (&after);
  if (edit->row != EUP_NO_ROW)
    append_named (store, spec, inner, eup_store_get (store, edit->table, edit->row, field), &before);
  else
    {
      append_named (store, spec, inner, edit->old_cell, &before);
      append_named (store, spec, inner, edit->new_cell, &after);
    }
  for (guint i = 0; i < before.n; i++)
    if (!eup_numbers_hold (&after, before.items[i]))
      add_owners (search, way, before.items[i]);
  for (guint i = 0; i < after.n; i++)
    if (!eup_numbers_hold (&before, after.items[i]))
      add_owners (search, way, after.items[i]);
}

static gboolean
is_edited (const Search *search,
           EupTableKind  table,
           guint         field)
{
  const EupPathEdit *edit = search->edit;

  if (edit->table != table && table != EUP_TABLE_ANY)
    return FALSE;
  return edit->row == EUP_NO_ROW ? edit->field == field
                                 : eup_store_get (search->walk->store, edit->table, edit->row, field) != 0;
}

static void search_path (Search        *search,
                         const EupPath *path,
                         gboolean       back,
                         const Way     *way);

static void
search_field (Search        *search,
              const EupPath *path,
              gboolean       back,
              const Way     *way)
{
  if (!is_edited (search, path->table, path->field))
    return;
  if ((path->op == EUP_PATH_FORWARD) != back)
    add_owners (search, way, search->edit->number);
  else
    add_owners_of_named (search, way, path->field, path->inner);
}

static void
search_then (Search        *search,
             const EupPath *path,
             gboolean       back,
             const Way     *way)
{
  const EupPath *first = path->paths[back ? 1 : 0], *second = path->paths[back ? 0 : 1];
  Way on;

  search_path (search, first, back, way);
  on = go_on (search, first, back, way);
  search_path (search, second, back, &on);
}

/* Backwards, the second branch counts for those for which the first states nothing. */
static void
search_first (Search        *search,
              const EupPath *path,
              gboolean       back,
              const Way     *way)
{
  Way on;

  search_path (search, path->paths[0], back, way);
  search_path (search, path->paths[1], back, way);
  if (!back)
    return;
  on = go_on (search, path->paths[1], TRUE, way);
  search_path (search, path->paths[0], FALSE, &on);
}

static void
search_nearest (Search        *search,
                const EupPath *path,
                gboolean       back,
                const Way     *way)
{
  EupPath any_far = { .op = EUP_PATH_CLOSURE, .or_self = TRUE, .paths = path->paths, .n_paths = 1 };
  Way own = go_on (search, path->paths[1], TRUE, way);
  Way far = go_on (search, &any_far, back, back ? &own : way);

  search_path (search, path->paths[0], back, &far);
  search_path (search, path->paths[1], FALSE, &far);
  if (back)
    search_path (search, path->paths[1], TRUE, way);
}

static void
search_finest (Search        *search,
               const EupPath *path,
               gboolean       back,
               const Way     *way)
{
  Way on;

  search_path (search, path->paths[0], back, way);
  if (!is_edited (search, EUP_TABLE_MILESTONE, EUP_MILESTONE_REFINES))
    return;
  on = go_on (search, path->paths[0], FALSE, way);
  add_owners_of_named (search, back ? way : &on, EUP_MILESTONE_REFINES, -1);
}

/* The type of an entity becomes known when it comes, and unknown when it goes. Where unknown types pass too it is only
 * begun from, not passed through, since what fields lead back to is in the store. */
static gboolean
is_condition_on (const EupPath *path,
                 EupTableKind   table)
{
  return (path->types >> table & 1) && !(path->types & EUP_PATH_UNKNOWN_TYPE);
}

static void
search_only (Search        *search,
             const EupPath *path,
             gboolean       back,
             const Way     *way)
{
  Way on;

  search_path (search, path->paths[0], back, way);
  if (search->edit->row == EUP_NO_ROW || !is_condition_on (path, search->edit->table))
    return;
  on = go_on (search, path->paths[0], TRUE, way);
  add_owners (search, back ? &on : way, search->edit->number);
}

static void
search_path (Search        *search,
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
        Way far = go_on (search, &any_far, back, way);

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
  Search search = { &all, edit, owners, NULL, 0 };
  Way whole = { path, FALSE, NULL };
  guint first = owners->n;

  search_path (&search, path, FALSE, NULL);
  if (edit->row != EUP_NO_ROW && (items == EUP_TABLE_ANY || items == edit->table))
    add_owners (&search, &whole, edit->number);
  eup_numbers_drop_doubles (walk->store, owners, first);
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

gboolean
eup_path_chooses (const EupPath *path,
                  EupTableKind   table)
{
  if (path->op == EUP_PATH_NAMED)
    return eup_path_chooses (eup_relation_spec (path->relation)->path, table);
  if (path->op == EUP_PATH_ONLY && is_condition_on (path, table))
    return TRUE;
  for (guint i = 0; i < path->n_paths; i++)
    if (eup_path_chooses (path->paths[i], table))
      return TRUE;
  return FALSE;
}

gboolean
eup_path_concerns (const EupPath *path,
                   EupTableKind   table)
{
  if (path->op == EUP_PATH_NAMED)
    return eup_path_concerns (eup_relation_spec (path->relation)->path, table);
  if (path->op == EUP_PATH_FORWARD || path->op == EUP_PATH_BACKWARD)
    return path->table == table || path->table == EUP_TABLE_ANY;
  if (path->op == EUP_PATH_ONLY && is_condition_on (path, table))
    return TRUE;
  for (guint i = 0; i < path->n_paths; i++)
    if (eup_path_concerns (path->paths[i], table))
      return TRUE;
  return path->op == EUP_PATH_FINEST && table == EUP_TABLE_MILESTONE;
}
