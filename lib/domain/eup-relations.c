/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-relations.h"

#include <string.h>

/* The parts of paths, as they are written below. */
#define FORWARD(type, name) \
  (&(const EupPath) { .op = EUP_PATH_FORWARD, .table = EUP_TABLE_##type, .field = EUP_##type##_##name, .inner = -1 })
#define BACKWARD(type, name) \
  (&(const EupPath) { .op = EUP_PATH_BACKWARD, .table = EUP_TABLE_##type, .field = EUP_##type##_##name, .inner = -1 })
/* Through the terms of a Commissioner */
#define BY_TERMS(name) \
  (&(const EupPath) { .op = EUP_PATH_FORWARD, .table = EUP_TABLE_COMMISSIONER, .field = EUP_COMMISSIONER_TERMS, \
                      .inner = EUP_TERM_##name })
#define IN_TERMS(name) \
  (&(const EupPath) { .op = EUP_PATH_BACKWARD, .table = EUP_TABLE_COMMISSIONER, .field = EUP_COMMISSIONER_TERMS, \
                      .inner = EUP_TERM_##name })
#define JOINED(kind, ...) \
  (&(const EupPath) { .op = EUP_PATH_##kind, \
                      .paths = (const EupPath *const[]) { __VA_ARGS__ }, \
                      .n_paths = sizeof ((const EupPath *const[]) { __VA_ARGS__ }) / sizeof (const EupPath *) })
#define THEN(first, second) JOINED (THEN, first, second)
#define UNION(...) JOINED (UNION, __VA_ARGS__)
#define FIRST(first, second) JOINED (FIRST, first, second)
#define FINEST(path) JOINED (FINEST, path)
#define NEAREST(next, path) JOINED (NEAREST, next, path)
#define INVERSE(path) JOINED (INVERSE, path)
#define CLOSURE(path) JOINED (CLOSURE, path)
#define SELF_AND_CLOSURE(path) \
  (&(const EupPath) { .op = EUP_PATH_CLOSURE, .or_self = TRUE, .paths = (const EupPath *const[]) { path }, .n_paths = 1 })
#define ONLY(mask, path) \
  (&(const EupPath) { .op = EUP_PATH_ONLY, .types = (mask), .paths = (const EupPath *const[]) { path }, .n_paths = 1 })
#define SELF (&(const EupPath) { .op = EUP_PATH_SELF })
#define NAMED(name) (&(const EupPath) { .op = EUP_PATH_NAMED, .relation = EUP_RELATION_##name })

#define TYPE(name) (1u << EUP_TABLE_##name)
#define ALL_TYPES (EUP_PATH_UNKNOWN_TYPE - 1)
#define TYPES_ABOVE_MILESTONES (TYPE (MILESTONE) - 1)
#define OF(name, path) ONLY (TYPE (name), path)
/* Of what is only named nobody knows the type. */
#define UNDER(name, path) ONLY (TYPE (name) | EUP_PATH_UNKNOWN_TYPE, path)
/* What a milestone has of its subject, if that is of one of these types */
#define OF_SUBJECT(mask, path) THEN (FORWARD (MILESTONE, SUBJECT), ONLY (mask, path))

/* The field of topics is the same for all types. */
#define EUP_TABLE_ENTITY EUP_TABLE_ANY
#define EUP_ENTITY_TOPICS EUP_FIELD_TOPICS

#define SEEN(field) (G_GUINT64_CONSTANT (1) << (field))
#define ALL_SEEN G_MAXUINT64

G_STATIC_ASSERT (EUP_MAX_FIELDS <= 64);

#define LIST(type, property, reached, sorted, way) \
  .name = property, .owner = EUP_TABLE_##type, .items = EUP_TABLE_##reached, .order = EUP_ORDER_##sorted, .path = way

static const EupRelationSpec specs[EUP_N_RELATIONS] = {
  [EUP_RELATION_ENTITY_TOPICS] = {
    LIST (ENTITY, "topics", TOPIC, BY_TITLE, FORWARD (ENTITY, TOPICS)) },
  [EUP_RELATION_MANDATE_PRIORITIES] = {
    LIST (MANDATE, "priorities", PRIORITY, BY_POSITION, BACKWARD (PRIORITY, MANDATE)), .is_children = TRUE },
  [EUP_RELATION_PRIORITY_OBJECTIVES] = {
    LIST (PRIORITY, "objectives", OBJECTIVE, BY_POSITION, BACKWARD (OBJECTIVE, PRIORITY)), .is_children = TRUE },
  [EUP_RELATION_PRIORITY_INITIATIVES] = {
    LIST (PRIORITY, "initiatives", INITIATIVE, BY_TITLE, INVERSE (NAMED (INITIATIVE_PRIORITIES))) },
  [EUP_RELATION_PRIORITY_MILESTONES] = {
    LIST (PRIORITY, "milestones", MILESTONE, BY_DATE,
          THEN (UNION (SELF, NAMED (PRIORITY_OBJECTIVES), NAMED (PRIORITY_INITIATIVES)), NAMED (INITIATIVE_MILESTONES))) },
  /* Who is in charge: the people that the priority states; where it states none, those whose terms name it. */
  [EUP_RELATION_PRIORITY_COMMISSIONERS] = {
    LIST (PRIORITY, "commissioners", COMMISSIONER, AS_STATED,
          FIRST (FORWARD (PRIORITY, IN_CHARGE), IN_TERMS (PRIORITIES))),
    .otherwise = EUP_ORDER_BY_FAMILY_NAME },
  [EUP_RELATION_OBJECTIVE_INITIATIVES] = {
    LIST (OBJECTIVE, "initiatives", INITIATIVE, BY_TITLE, BACKWARD (INITIATIVE, OBJECTIVES)), .is_children = TRUE },
  [EUP_RELATION_INITIATIVE_OBJECTIVES] = {
    LIST (INITIATIVE, "objectives", OBJECTIVE, BY_POSITION, FORWARD (INITIATIVE, OBJECTIVES)) },
  [EUP_RELATION_INITIATIVE_PRIORITIES] = {
    LIST (INITIATIVE, "priorities", PRIORITY, AS_STATED,
          UNION (FORWARD (INITIATIVE, PRIORITIES),
                 THEN (FORWARD (INITIATIVE, OBJECTIVES), FORWARD (OBJECTIVE, PRIORITY)))) },
  [EUP_RELATION_INITIATIVE_LEADS] = {
    LIST (INITIATIVE, "leads", COMMISSIONER, BY_TITLE, FORWARD (INITIATIVE, LEADS)) },
  [EUP_RELATION_INITIATIVE_PARTS] = {
    LIST (INITIATIVE, "parts", INITIATIVE, BY_TITLE, BACKWARD (INITIATIVE, PARENT)) },
  [EUP_RELATION_INITIATIVE_FULFILS] = {
    LIST (INITIATIVE, "fulfils", INITIATIVE, BY_TITLE, FORWARD (INITIATIVE, FULFILS)) },
  [EUP_RELATION_INITIATIVE_FULFILLED_BY] = {
    LIST (INITIATIVE, "fulfilled-by", INITIATIVE, BY_TITLE, BACKWARD (INITIATIVE, FULFILS)) },
  [EUP_RELATION_INITIATIVE_REPLACES] = {
    LIST (INITIATIVE, "replaces", INITIATIVE, BY_TITLE, FORWARD (INITIATIVE, REPLACES)) },
  [EUP_RELATION_INITIATIVE_REPLACED_BY] = {
    LIST (INITIATIVE, "replaced-by", INITIATIVE, BY_TITLE, BACKWARD (INITIATIVE, REPLACES)) },
  [EUP_RELATION_INITIATIVE_AMENDS] = {
    LIST (INITIATIVE, "amends", INITIATIVE, BY_TITLE, FORWARD (INITIATIVE, AMENDS)) },
  [EUP_RELATION_INITIATIVE_AMENDED_BY] = {
    LIST (INITIATIVE, "amended-by", INITIATIVE, BY_TITLE, BACKWARD (INITIATIVE, AMENDS)) },
  /* Those that count: a claim that another one refines does not. */
  [EUP_RELATION_INITIATIVE_MILESTONES] = {
    LIST (INITIATIVE, "milestones", MILESTONE, BY_DATE, FINEST (BACKWARD (MILESTONE, SUBJECT))),
    .is_children = TRUE, .seen = ALL_SEEN },
  [EUP_RELATION_INITIATIVE_ALL_MILESTONES] = {
    LIST (INITIATIVE, "all-milestones", MILESTONE, BY_DATE, BACKWARD (MILESTONE, SUBJECT)) },
  [EUP_RELATION_COMMISSIONER_PRIORITIES] = {
    LIST (COMMISSIONER, "priorities", PRIORITY, BY_POSITION, INVERSE (NAMED (PRIORITY_COMMISSIONERS))) },
  [EUP_RELATION_COMMISSIONER_INITIATIVES] = {
    LIST (COMMISSIONER, "initiatives", INITIATIVE, BY_TITLE, BACKWARD (INITIATIVE, LEADS)) },
  [EUP_RELATION_TOPIC_ENTITIES] = {
    LIST (TOPIC, "entities", ANY, BY_TITLE, BACKWARD (ENTITY, TOPICS)) },
  [EUP_RELATION_TOPIC_NARROWER] = {
    LIST (TOPIC, "narrower", TOPIC, BY_TITLE, BACKWARD (TOPIC, BROADER)), .is_children = TRUE },
  [EUP_RELATION_MILESTONE_RESCHEDULED_FROM] = {
    LIST (MILESTONE, "rescheduled-from", MILESTONE, BY_DATE, BACKWARD (MILESTONE, RESCHEDULED_TO)) },

#define FOUND_BY(reached, way) .owner = EUP_TABLE_ANY, .items = EUP_TABLE_##reached, .path = way

  [EUP_RELATION_OWN_LEADS] = {
    FOUND_BY (COMMISSIONER,
              UNION (OF (PRIORITY, NAMED (PRIORITY_COMMISSIONERS)),
                     THEN (FORWARD (OBJECTIVE, PRIORITY), OF (PRIORITY, NAMED (PRIORITY_COMMISSIONERS))),
                     OF (INITIATIVE, NEAREST (FORWARD (INITIATIVE, PARENT), FORWARD (INITIATIVE, LEADS))),
                     OF (COMMISSIONER, SELF))) },
  [EUP_RELATION_LEADS] = {
    FOUND_BY (COMMISSIONER,
              UNION (NAMED (OWN_LEADS), OF_SUBJECT (ALL_TYPES & ~TYPE (MILESTONE), NAMED (OWN_LEADS)))),
    .seen = SEEN (EUP_COMMISSIONER_COUNTRY) },

  [EUP_RELATION_OWN_TOPICS] = {
    FOUND_BY (TOPIC,
              UNION (ONLY (ALL_TYPES & ~TYPE (MANDATE) & ~TYPE (TOPIC), FORWARD (ENTITY, TOPICS)),
                     OF (TOPIC, SELF_AND_CLOSURE (FORWARD (TOPIC, BROADER))))) },
  [EUP_RELATION_TOPICS] = {
    FOUND_BY (TOPIC,
              UNION (NAMED (OWN_TOPICS), OF_SUBJECT (ALL_TYPES & ~TYPE (MILESTONE), NAMED (OWN_TOPICS)))) },

  [EUP_RELATION_OWN_MANDATES] = {
    FOUND_BY (MANDATE,
              UNION (OF (MANDATE, SELF),
                     FORWARD (PRIORITY, MANDATE),
                     ONLY (TYPE (OBJECTIVE) | TYPE (INITIATIVE), THEN (NAMED (OWN_PRIORITIES), FORWARD (PRIORITY, MANDATE))),
                     BY_TERMS (MANDATE))) },
  [EUP_RELATION_MANDATES] = {
    FOUND_BY (MANDATE, UNION (NAMED (OWN_MANDATES), OF_SUBJECT (TYPES_ABOVE_MILESTONES, NAMED (OWN_MANDATES)))) },

  [EUP_RELATION_OWN_PRIORITIES] = {
    FOUND_BY (PRIORITY,
              UNION (OF (PRIORITY, SELF),
                     FORWARD (OBJECTIVE, PRIORITY),
                     OF (INITIATIVE, NAMED (INITIATIVE_PRIORITIES)),
                     OF (COMMISSIONER, UNION (BY_TERMS (PRIORITIES), BACKWARD (PRIORITY, IN_CHARGE))))) },
  [EUP_RELATION_PRIORITIES] = {
    FOUND_BY (PRIORITY, UNION (NAMED (OWN_PRIORITIES), OF_SUBJECT (TYPES_ABOVE_MILESTONES, NAMED (OWN_PRIORITIES)))) },

  [EUP_RELATION_OWN_OBJECTIVES] = {
    FOUND_BY (OBJECTIVE,
              UNION (OF (OBJECTIVE, SELF),
                     FORWARD (INITIATIVE, OBJECTIVES),
                     OF (COMMISSIONER, THEN (BACKWARD (INITIATIVE, LEADS), FORWARD (INITIATIVE, OBJECTIVES))))) },
  [EUP_RELATION_OBJECTIVES] = {
    FOUND_BY (OBJECTIVE, UNION (NAMED (OWN_OBJECTIVES), OF_SUBJECT (TYPES_ABOVE_MILESTONES, NAMED (OWN_OBJECTIVES)))) },

  [EUP_RELATION_OWN_INITIATIVES] = {
    FOUND_BY (INITIATIVE,
              UNION (OF (INITIATIVE, SELF), OF (COMMISSIONER, BACKWARD (INITIATIVE, LEADS)))) },
  [EUP_RELATION_INITIATIVES] = {
    FOUND_BY (INITIATIVE, UNION (NAMED (OWN_INITIATIVES), OF_SUBJECT (TYPES_ABOVE_MILESTONES, NAMED (OWN_INITIATIVES)))) },

  [EUP_RELATION_CITING] = {
    FOUND_BY (ANY,
              UNION (ONLY (ALL_TYPES & ~TYPE (MANDATE) & ~TYPE (TOPIC), SELF),
                     OF (TOPIC, SELF_AND_CLOSURE (FORWARD (TOPIC, BROADER))),
                     OF_SUBJECT (ALL_TYPES & ~TYPE (MANDATE) & ~TYPE (MILESTONE), SELF))),
    .seen = SEEN (EUP_FIELD_REFERENCES) },

  [EUP_RELATION_NEXT_BENEATH] = {
    FOUND_BY (ANY,
              UNION (UNDER (MANDATE, BACKWARD (PRIORITY, MANDATE)),
                     UNDER (PRIORITY, UNION (BACKWARD (OBJECTIVE, PRIORITY), BACKWARD (INITIATIVE, PRIORITIES))),
                     UNDER (OBJECTIVE, BACKWARD (INITIATIVE, OBJECTIVES)),
                     UNDER (INITIATIVE, UNION (BACKWARD (INITIATIVE, PARENT), BACKWARD (INITIATIVE, FULFILS))),
                     BACKWARD (MILESTONE, SUBJECT),
                     UNDER (COMMISSIONER, BACKWARD (INITIATIVE, LEADS)),
                     UNDER (TOPIC, UNION (BACKWARD (TOPIC, BROADER), BACKWARD (ENTITY, TOPICS))))) },
  [EUP_RELATION_BENEATH] = { FOUND_BY (ANY, CLOSURE (NAMED (NEXT_BENEATH))) },
  [EUP_RELATION_ABOVE] = { FOUND_BY (ANY, INVERSE (NAMED (BENEATH))) },

  [EUP_RELATION_SUBJECT] = { FOUND_BY (ANY, FORWARD (MILESTONE, SUBJECT)), .seen = ALL_SEEN },
  [EUP_RELATION_DATING_MANDATES] = {
    FOUND_BY (MANDATE,
              UNION (OF (MANDATE, SELF),
                     FORWARD (PRIORITY, MANDATE),
                     THEN (FORWARD (OBJECTIVE, PRIORITY), FORWARD (PRIORITY, MANDATE)),
                     BY_TERMS (MANDATE))),
    .seen = SEEN (EUP_MANDATE_PERIOD) },
};

const EupRelationSpec *
eup_relation_spec (EupRelation relation)
{
  return &specs[relation];
}

static const EupPath *typed_paths[EUP_N_RELATIONS][EUP_N_ENTITY_TABLES];

static void G_GNUC_NO_INLINE
make_typed_paths (void)
{
  for (guint relation = EUP_RELATION_NONE + 1; relation < EUP_N_RELATIONS; relation++)
    for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
      typed_paths[relation][table] = eup_path_for_type (specs[relation].path, table);
}

const EupPath *
eup_relation_path (EupRelation  relation,
                   EupTableKind table)
{
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      make_typed_paths ();
      g_once_init_leave (&is_made, 1);
    }
  return typed_paths[relation][table];
}

EupRelation
eup_relation_find (EupTableKind  owner,
                   const char   *name)
{
  if (strcmp (name, "children") == 0)
    return eup_relation_children (owner);
  for (guint i = EUP_RELATION_NONE + 1; i < EUP_N_LIST_RELATIONS; i++)
    if ((specs[i].owner == owner || specs[i].owner == EUP_TABLE_ANY) && strcmp (specs[i].name, name) == 0)
      return i;
  return EUP_RELATION_NONE;
}

EupRelation
eup_relation_children (EupTableKind owner)
{
  for (guint i = EUP_RELATION_NONE + 1; i < EUP_N_LIST_RELATIONS; i++)
    if (specs[i].is_children && specs[i].owner == owner)
      return i;
  return EUP_RELATION_NONE;
}

void
eup_relation_collect (EupStore    *store,
                      EupRelation  relation,
                      EupNumber    owner,
                      EupNumbers  *numbers)
{
  EupPathWalk walk = { store, FALSE, 0 };
  EupTableKind items = specs[relation].items;
  guint first = numbers->n, kept = first;

  eup_path_walk (&walk, specs[relation].path, FALSE, owner, numbers);
  for (guint i = first; i < numbers->n; i++)
    {
      EupTableKind table;
      guint32 row;

      if (eup_store_home (store, numbers->items[i], &table, &row) && (items == EUP_TABLE_ANY || items == table))
        numbers->items[kept++] = numbers->items[i];
    }
  numbers->n = kept;
}

void
eup_relation_stated (EupStore     *store,
                     EupRelation   relation,
                     EupTableKind  table,
                     guint32       row,
                     EupNumbers   *numbers)
{
  const EupPath *path = eup_relation_path (relation, table);

  if (path != NULL)
    eup_path_collect (store, path, table, row, numbers);
}

gboolean
eup_relation_any (EupStore    *store,
                  EupRelation  relation,
                  EupNumber    owner)
{
  return eup_path_any (store, specs[relation].path, specs[relation].items, owner);
}

void
eup_relation_owners (EupStore    *store,
                     EupRelation  relation,
                     EupNumber    number,
                     EupNumbers  *owners)
{
  EupPathWalk walk = { store, FALSE, 0 };

  eup_path_walk (&walk, specs[relation].path, TRUE, number, owners);
}

EupOrder
eup_relation_order (EupStore    *store,
                    EupRelation  relation,
                    EupNumber    owner)
{
  const EupRelationSpec *spec = &specs[relation];
  EupPathWalk one = { store, FALSE, 1 };
  g_auto (EupNumbers) numbers;

  eup_numbers_init (&numbers);
  if (spec->path->op != EUP_PATH_FIRST)
    return spec->order;
  eup_path_walk (&one, spec->path->paths[0], FALSE, owner, &numbers);
  return numbers.n > 0 ? spec->order : spec->otherwise;
}

int
eup_order_field (EupOrder     order,
                 EupTableKind table)
{
  switch (order)
    {
    case EUP_ORDER_BY_POSITION:
      return table == EUP_TABLE_PRIORITY ? EUP_PRIORITY_POSITION : table == EUP_TABLE_OBJECTIVE ? EUP_OBJECTIVE_POSITION : -1;
    case EUP_ORDER_BY_DATE:
      return table == EUP_TABLE_MILESTONE ? EUP_MILESTONE_DATE : -1;
    case EUP_ORDER_BY_TITLE:
      return EUP_FIELD_TITLE;
    case EUP_ORDER_BY_FAMILY_NAME:
      return table == EUP_TABLE_COMMISSIONER ? EUP_COMMISSIONER_FAMILY_NAME : -1;
    case EUP_ORDER_AS_STATED:
    default:
      return -1;
    }
}

gboolean
eup_order_reads (EupTableKind table,
                 guint        field)
{
  for (guint order = EUP_ORDER_AS_STATED; order <= EUP_ORDER_BY_FAMILY_NAME; order++)
    if (eup_order_field (order, table) == (int) field)
      return TRUE;
  /* The title of a Commissioner without one is the full name. */
  return table == EUP_TABLE_COMMISSIONER && field == EUP_COMMISSIONER_GIVEN_NAME;
}

/* A bit for each relation that an edit of the field, or the coming and going of an entity of the type, may touch. */
typedef struct
{
  guint64 reading[EUP_N_ENTITY_TABLES][EUP_MAX_FIELDS];
  guint64 concerned[EUP_N_ENTITY_TABLES];
} Touching;

G_STATIC_ASSERT (EUP_N_RELATIONS < 64);

static const Touching *
get_touching (void)
{
  static Touching touching;
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = EUP_RELATION_NONE + 1; i < EUP_N_RELATIONS; i++)
        for (guint t = 0; t < EUP_N_ENTITY_TABLES; t++)
          {
            for (guint f = 0; f < eup_schema_table (t)->n_fields; f++)
              if (eup_path_reads (specs[i].path, t, f))
                touching.reading[t][f] |= SEEN (i);
            if (specs[i].items == t || specs[i].items == EUP_TABLE_ANY || eup_path_concerns (specs[i].path, t))
              touching.concerned[t] |= SEEN (i);
          }
      g_once_init_leave (&is_made, 1);
    }
  return &touching;
}

typedef struct
{
  EupPathWalk    walk;
  EupTouchedFunc func;
  gpointer       data;
} Telling;

static gboolean
tell_touched (const Telling     *telling,
              const EupPathEdit *edit,
              guint64            relations)
{
  gboolean is_all = TRUE;

  for (; relations != 0; relations &= relations - 1)
    {
      g_auto (EupNumbers) owners;
      EupRelation relation = __builtin_ctzll (relations);

      eup_numbers_init (&owners);
      eup_path_touched (&telling->walk, specs[relation].path, specs[relation].items, edit, &owners);
      for (guint i = 0; i < owners.n; i++)
        telling->func (relation, owners.items[i], telling->data);
      is_all &= telling->walk.max == 0 || owners.n <= telling->walk.max;
    }
  return is_all;
}

gboolean
eup_relations_touched (EupStore       *store,
                       const EupEvent *event,
                       EupRelation     end,
                       guint           max,
                       EupTouchedFunc  func,
                       gpointer        data)
{
  Telling telling = { { store, FALSE, max }, func, data };
  EupPathEdit edit = { event->number, event->table, EUP_NO_ROW, event->field, event->old_cell, event->new_cell };
  guint64 wanted = (SEEN (end) - 1) & ~SEEN (EUP_RELATION_NONE);

  switch ((EupEventKind) event->kind)
    {
    case EUP_EVENT_CELL:
      return tell_touched (&telling, &edit, get_touching ()->reading[event->table][event->field] & wanted);
    case EUP_EVENT_ADDED:
    case EUP_EVENT_REMOVED:
      edit.row = event->kind == EUP_EVENT_ADDED ? event->new_cell : event->old_cell;
      return tell_touched (&telling, &edit, get_touching ()->concerned[event->table] & wanted);
    case EUP_EVENT_RENAMED:
    case EUP_EVENT_DERIVED:
    default:
      return TRUE;
    }
}

void
eup_relation_seeing (EupStore       *store,
                     EupRelation     relation,
                     const EupEvent *event,
                     guint           max,
                     EupNumbers     *owners)
{
  const EupRelationSpec *spec = &specs[relation];
  EupPathWalk walk = { store, TRUE, max };
  guint64 fields = event->kind == EUP_EVENT_CELL ? SEEN (event->field) : ALL_SEEN;

  if ((spec->seen & fields) != 0 && (spec->items == EUP_TABLE_ANY || spec->items == event->table))
    eup_path_walk (&walk, spec->path, TRUE, event->number, owners);
}
