/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-path.h"

#include "domain/eup-milestone-rules.h"
#include "domain/eup-relations.h"
#include "domain/eup-unique-numbers.h"

/* Where a step begins: the row is looked up once. */
typedef struct
{
  EupNumber    number;
  EupTableKind table; /* EUP_TABLE_ANY: not in the store */
  guint32      row;
} Place;

static inline Place
place_of (const EupStore *store,
          EupNumber       number)
{
  Place place = { number, EUP_TABLE_ANY, EUP_NO_ROW };

  eup_store_home (store, number, &place.table, &place.row);
  return place;
}

static inline guint
type_bit (const Place *place)
{
  return 1u << place->table;
}

G_STATIC_ASSERT (EUP_N_ENTITY_TABLES < 16);

static inline gboolean
is_of_type (const EupPath *path,
            const Place   *place)
{
  return (path->types & (place->table == EUP_TABLE_ANY ? EUP_PATH_UNKNOWN_TYPE : type_bit (place))) != 0;
}

static inline void
append_cell (const EupStore     *store,
             const EupFieldSpec *spec,
             guint32             cell,
             EupNumbers         *found)
{
  const EupNumber *items;
  guint n;

  if (cell == 0)
    return;
  if (spec->kind == EUP_KIND_ONE)
    {
      eup_numbers_append (found, cell);
      return;
    }
  items = eup_store_list (store, cell, &n);
  eup_numbers_append_all (found, items, n);
}

/* From an entity to those that its field names. */
static inline void
follow_field (const EupPathWalk *walk,
              const EupPath     *path,
              const Place       *from,
              EupNumbers        *found)
{
  const EupStore *store = walk->store;
  const EupFieldSpec *spec;
  const guint32 *rows;
  guint32 cell;
  guint n;

  if (from->table == EUP_TABLE_ANY || (path->table != from->table && path->table != EUP_TABLE_ANY))
    return;
  cell = eup_store_get (store, from->table, from->row, path->field);
  if (cell == 0)
    return;
  spec = eup_schema_field (from->table, path->field);
  if (path->inner < 0)
    {
      append_cell (store, spec, cell, found);
      return;
    }
  rows = eup_store_list (store, cell, &n);
  for (guint i = 0; i < n; i++)
    append_cell (store, eup_schema_field (spec->target, path->inner),
                 eup_store_get (store, spec->target, rows[i], path->inner), found);
}

static void
append_naming (EupStore     *store,
               EupTableKind  table,
               guint         field,
               EupNumber     number,
               EupNumbers   *found)
{
  guint n;
  const EupNumber *items = eup_store_reverse (store, table, field, number, &n);

  eup_numbers_append_all (found, items, n);
}

/* From an entity to those whose field names it. */
static void
follow_field_back (const EupPathWalk *walk,
                   const EupPath     *path,
                   const Place       *from,
                   EupNumbers        *found)
{
  if (path->inner >= 0)
    append_naming (walk->store, eup_schema_field (path->table, path->field)->target, path->inner, from->number, found);
  else if (path->table != EUP_TABLE_ANY)
    append_naming (walk->store, path->table, path->field, from->number, found);
  else
    for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
      append_naming (walk->store, table, path->field, from->number, found);
}

static void follow (const EupPathWalk *walk,
                    const EupPath     *path,
                    gboolean           back,
                    const Place       *from,
                    EupNumbers        *found);

static gboolean
is_enough (const EupPathWalk *walk,
           const EupNumbers  *found)
{
  return walk->max > 0 && found->n > walk->max;
}

/* Whether the path may reach an entity twice. */
static gboolean
may_double (const EupPath *path,
            gboolean       back)
{
  switch (path->op)
    {
    case EUP_PATH_NAMED:
      return may_double (eup_relation_spec (path->relation)->path, back);
    case EUP_PATH_FINEST:
    case EUP_PATH_ONLY:
      return may_double (path->paths[0], back);
    case EUP_PATH_BACKWARD:
      return back || path->table == EUP_TABLE_ANY;
    case EUP_PATH_FORWARD:
      return !back || path->table == EUP_TABLE_ANY;
    case EUP_PATH_THEN:
      {
        const EupPath *last = path->paths[back ? 0 : 1];

        /* From different entities to different ones, since the field names only one */
        while (last->op == EUP_PATH_NAMED || last->op == EUP_PATH_FINEST)
          last = last->op == EUP_PATH_NAMED ? eup_relation_spec (last->relation)->path : last->paths[0];
        return last->op != (back ? EUP_PATH_FORWARD : EUP_PATH_BACKWARD) || last->table == EUP_TABLE_ANY
               || eup_schema_field (last->table, last->field)->kind != EUP_KIND_ONE;
      }
    case EUP_PATH_SELF:
    case EUP_PATH_CLOSURE:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
drop_refined (EupStore   *store,
              EupNumbers *found,
              guint       first)
{
  guint kept = first;

  for (guint i = first; i < found->n; i++)
    if (!eup_milestone_is_refined (store, found->items[i]))
      found->items[kept++] = found->items[i];
  found->n = kept;
}

/* The step to those whose field names an entity, where the path is no more than that, or the finest of them. */
static const EupPath *
plain_step (const EupPath *path,
            gboolean       back,
            gboolean      *is_finest)
{
  *is_finest = FALSE;
  while (path->op == EUP_PATH_NAMED || (path->op == EUP_PATH_FINEST && !back))
    {
      *is_finest |= path->op == EUP_PATH_FINEST;
      path = path->op == EUP_PATH_NAMED ? eup_relation_spec (path->relation)->path : path->paths[0];
    }
  return path->op == (back ? EUP_PATH_FORWARD : EUP_PATH_BACKWARD) && path->inner < 0 && path->table != EUP_TABLE_ANY
         ? path : NULL;
}

static void G_GNUC_NO_INLINE
follow_then (const EupPathWalk *walk,
             const EupPath     *path,
             gboolean           back,
             const Place       *from,
             EupNumbers        *found)
{
  const EupPath *second = path->paths[back ? 0 : 1], *step;
  guint first = found->n;
  gboolean is_finest;
  g_auto (EupNumbers) between;

  eup_numbers_init (&between);
  follow (walk, path->paths[back ? 1 : 0], back, from, &between);
  if (between.n > 1 && may_double (path->paths[back ? 1 : 0], back))
    eup_numbers_drop_doubles (walk->store, &between, 0);
  step = plain_step (second, back, &is_finest);
  for (guint i = 0; i < between.n && !is_enough (walk, found); i++)
    if (step != NULL)
      append_naming (walk->store, step->table, step->field, between.items[i], found);
    else
      {
        Place place = place_of (walk->store, between.items[i]);

        follow (walk, second, back, &place, found);
      }
  if (step != NULL && is_finest && !walk->all)
    drop_refined (walk->store, found, first);
}

/* Whether the path states anything, be it in the store or not. */
static gboolean
states_any (const EupPathWalk *walk,
            const EupPath     *path,
            const Place       *from)
{
  EupPathWalk one = { walk->store, walk->all, 1 };
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  follow (&one, path, FALSE, from, &numbers);
  return numbers.n > 0;
}

/* Keeps those from which the path reaches nothing. */
static void G_GNUC_NO_INLINE
keep_without (const EupPathWalk *walk,
              const EupPath     *path,
              EupNumbers        *found,
              guint              first)
{
  guint kept = first;

  for (guint i = first; i < found->n; i++)
    {
      Place place = place_of (walk->store, found->items[i]);

      if (!states_any (walk, path, &place))
        found->items[kept++] = found->items[i];
    }
  found->n = kept;
}

static void G_GNUC_NO_INLINE
follow_first (const EupPathWalk *walk,
              const EupPath     *path,
              gboolean           back,
              const Place       *from,
              EupNumbers        *found)
{
  guint first = found->n;

  follow (walk, path->paths[0], back, from, found);
  if (!back && found->n > first && !walk->all)
    return;
  first = found->n;
  follow (walk, path->paths[1], back, from, found);
  if (back && !walk->all)
    keep_without (walk, path->paths[0], found, first);
}

/* In the order of distance. The entity itself is marked from the start, so that circles end. */
static void G_GNUC_NO_INLINE
follow_closure (const EupPathWalk *walk,
                const EupPath     *path,
                gboolean           back,
                const Place       *from,
                EupNumbers        *found)
{
  g_auto (EupUniqueNumbers) unique = { walk->store, found, found->n, { NULL, NULL } };
  g_auto (EupNumbers) next;

  eup_numbers_init (&next);
  eup_numbers_append (found, from->number);
  for (guint i = unique.first; i < found->n && !is_enough (walk, found); i++)
    {
      Place place = i == unique.first ? *from : place_of (walk->store, found->items[i]);

      next.n = 0;
      follow (walk, path->paths[0], back, &place, &next);
      for (guint j = 0; j < next.n; j++)
        eup_unique_numbers_add (&unique, next.items[j]);
    }
  if (!path->or_self)
    {
      found->n--;
      memmove (found->items + unique.first, found->items + unique.first + 1, (found->n - unique.first) * sizeof (EupNumber));
    }
}

/* Upwards one by one; a circle is noticed when the entity at the last power of two comes again. */
static void G_GNUC_NO_INLINE
follow_nearest (const EupPathWalk *walk,
                const EupPath     *path,
                const Place       *from,
                EupNumbers        *found)
{
  Place place = *from;
  EupNumber seen = 0;
  guint first = found->n;

  /* Most often it has some itself. */
  follow (walk, path->paths[1], FALSE, from, found);
  if (found->n > first && !walk->all)
    return;
  for (guint steps = 1, limit = 1;; steps++)
    {
      g_auto (EupNumbers) next;

      eup_numbers_init (&next);
      follow (walk, path->paths[0], FALSE, &place, &next);
      if (next.n == 0 || next.items[0] == seen)
        return;
      if (steps == limit)
        {
          seen = next.items[0];
          limit *= 2;
          steps = 0;
        }
      place = place_of (walk->store, next.items[0]);
      follow (walk, path->paths[1], FALSE, &place, found);
      if (found->n > first && !walk->all)
        return;
    }
}

/* Those that reach it themselves, and downwards from them those that reach nothing themselves. */
static void G_GNUC_NO_INLINE
follow_nearest_back (const EupPathWalk *walk,
                     const EupPath     *path,
                     const Place       *from,
                     EupNumbers        *found)
{
  g_auto (EupUniqueNumbers) unique = { walk->store, found, found->n, { NULL, NULL } };
  g_auto (EupNumbers) next;

  eup_numbers_init (&next);
  follow (walk, path->paths[1], TRUE, from, found);
  eup_numbers_drop_doubles (walk->store, found, unique.first);
  for (guint i = unique.first; i < found->n && !is_enough (walk, found); i++)
    {
      Place place = place_of (walk->store, found->items[i]);

      next.n = 0;
      follow (walk, path->paths[0], TRUE, &place, &next);
      if (!walk->all)
        keep_without (walk, path->paths[1], &next, 0);
      for (guint j = 0; j < next.n; j++)
        eup_unique_numbers_add (&unique, next.items[j]);
    }
}

static void
follow_finest (const EupPathWalk *walk,
               const EupPath     *path,
               gboolean           back,
               const Place       *from,
               EupNumbers        *found)
{
  guint first = found->n;

  if (back && !walk->all && eup_milestone_is_refined (walk->store, from->number))
    return;
  follow (walk, path->paths[0], back, from, found);
  if (!back && !walk->all)
    drop_refined (walk->store, found, first);
}

static void
follow_only (const EupPathWalk *walk,
             const EupPath     *path,
             gboolean           back,
             const Place       *from,
             EupNumbers        *found)
{
  guint first = found->n, kept = first;

  if (!back && !walk->all && !is_of_type (path, from))
    return;
  follow (walk, path->paths[0], back, from, found);
  if (!back || walk->all)
    return;
  for (guint i = first; i < found->n; i++)
    {
      Place place = place_of (walk->store, found->items[i]);

      if (is_of_type (path, &place))
        found->items[kept++] = found->items[i];
    }
  found->n = kept;
}

static void
follow_named (const EupPathWalk *walk,
              const EupPath     *path,
              gboolean           back,
              const Place       *from,
              EupNumbers        *found)
{
  gboolean is_typed = !back && !walk->all && from->table != EUP_TABLE_ANY;
  const EupPath *named = is_typed ? eup_relation_path (path->relation, from->table) : eup_relation_spec (path->relation)->path;

  if (named != NULL)
    follow (walk, named, back, from, found);
}

static void
follow (const EupPathWalk *walk,
        const EupPath     *path,
        gboolean           back,
        const Place       *from,
        EupNumbers        *found)
{
  switch (path->op)
    {
    case EUP_PATH_SELF:
      eup_numbers_append (found, from->number);
      break;
    case EUP_PATH_FORWARD:
    case EUP_PATH_BACKWARD:
      if ((path->op == EUP_PATH_FORWARD) != back)
        follow_field (walk, path, from, found);
      else
        follow_field_back (walk, path, from, found);
      break;
    case EUP_PATH_THEN:
      follow_then (walk, path, back, from, found);
      break;
    case EUP_PATH_UNION:
      for (guint i = 0; i < path->n_paths && !is_enough (walk, found); i++)
        follow (walk, path->paths[i], back, from, found);
      break;
    case EUP_PATH_FIRST:
      follow_first (walk, path, back, from, found);
      break;
    case EUP_PATH_CLOSURE:
      follow_closure (walk, path, back, from, found);
      break;
    case EUP_PATH_NEAREST:
      if (back)
        follow_nearest_back (walk, path, from, found);
      else
        follow_nearest (walk, path, from, found);
      break;
    case EUP_PATH_FINEST:
      follow_finest (walk, path, back, from, found);
      break;
    case EUP_PATH_ONLY:
      follow_only (walk, path, back, from, found);
      break;
    case EUP_PATH_INVERSE:
      follow (walk, path->paths[0], !back, from, found);
      break;
    case EUP_PATH_NAMED:
    default:
      follow_named (walk, path, back, from, found);
      break;
    }
}

void
eup_path_walk (const EupPathWalk *walk,
               const EupPath     *path,
               gboolean           back,
               EupNumber          number,
               EupNumbers        *found)
{
  Place from = place_of (walk->store, number);
  guint first = found->n;

  follow (walk, path, back, &from, found);
  if (found->n > first + 1 && may_double (path, back))
    eup_numbers_drop_doubles (walk->store, found, first);
}

/* What queries ask of every entity most often is told by a field of its own. */
static inline gboolean
collect_own (const EupStore *store,
             const EupPath  *path,
             EupTableKind    table,
             guint32         row,
             EupNumbers     *found)
{
  guint first = found->n, n;
  const EupNumber *items;
  guint32 cell;

  if (path->op != EUP_PATH_FORWARD || path->inner >= 0 || (path->table != table && path->table != EUP_TABLE_ANY))
    return FALSE;
  cell = eup_store_get (store, table, row, path->field);
  if (cell == 0)
    return FALSE;
  if (eup_schema_field (table, path->field)->kind == EUP_KIND_ONE)
    {
      eup_numbers_append (found, cell);
      return TRUE;
    }
  items = eup_store_list (store, cell, &n);
  if (n > EUP_FEW_NUMBERS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (items[i] != 0 && !eup_numbers_hold_between (found, first, found->n, items[i]))
      eup_numbers_append (found, items[i]);
  return found->n > first;
}

void
eup_path_collect (EupStore      *store,
                  const EupPath *path,
                  EupTableKind   table,
                  guint32        row,
                  EupNumbers    *found)
{
  EupPathWalk walk = { store, FALSE, 0 };
  guint first = found->n;
  Place from;

  if (collect_own (store, path->op == EUP_PATH_NEAREST ? path->paths[1] : path, table, row, found))
    return;
  from = (Place) { eup_store_number_of (store, table, row), table, row };
  follow (&walk, path, FALSE, &from, found);
  if (found->n > first + 1)
    eup_numbers_drop_doubles (store, found, first);
}

static gboolean
reaches_any (const EupPathWalk *walk,
             const EupPath     *path,
             gboolean           back,
             EupTableKind       items,
             const Place       *from);

/* Of two paths one after another the first is followed as a whole, the second until it reaches something. */
static gboolean
reaches_any_at_the_end (const EupPathWalk *walk,
                        const EupPath     *path,
                        gboolean           back,
                        EupTableKind       items,
                        const Place       *from)
{
  gboolean is_then = path->op == EUP_PATH_THEN;
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  follow (walk, is_then ? path->paths[back ? 1 : 0] : path, back, from, &numbers);
  for (guint i = 0; i < numbers.n; i++)
    {
      Place place = place_of (walk->store, numbers.items[i]);

      if (is_then ? reaches_any (walk, path->paths[back ? 0 : 1], back, items, &place)
                  : place.table != EUP_TABLE_ANY && (items == EUP_TABLE_ANY || place.table == items))
        return TRUE;
    }
  return FALSE;
}

static gboolean
reaches_any (const EupPathWalk *walk,
             const EupPath     *path,
             gboolean           back,
             EupTableKind       items,
             const Place       *from)
{
  guint n;

  switch (path->op)
    {
    case EUP_PATH_NAMED:
      return reaches_any (walk, eup_relation_spec (path->relation)->path, back, items, from);
    case EUP_PATH_INVERSE:
      return reaches_any (walk, path->paths[0], !back, items, from);
    case EUP_PATH_UNION:
      for (guint i = 0; i < path->n_paths; i++)
        if (reaches_any (walk, path->paths[i], back, items, from))
          return TRUE;
      return FALSE;
    case EUP_PATH_FORWARD:
    case EUP_PATH_BACKWARD:
      if ((path->op == EUP_PATH_FORWARD) == back && path->table != EUP_TABLE_ANY && path->inner < 0)
        {
          eup_store_reverse (walk->store, path->table, path->field, from->number, &n);
          return n > 0;
        }
      break;
    default:
      break;
    }
  return reaches_any_at_the_end (walk, path, back, items, from);
}

gboolean
eup_path_any (EupStore      *store,
              const EupPath *path,
              EupTableKind   items,
              EupNumber      number)
{
  EupPathWalk walk = { store, FALSE, 0 };
  Place from = place_of (store, number);

  return reaches_any (&walk, path, FALSE, items, &from);
}
