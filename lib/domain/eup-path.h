/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "domain/eup-numbers.h"

G_BEGIN_DECLS

/* A path leads from an entity to others over the fields of the schema. Paths are constant trees, which are read in either
 * direction: from an entity to those that the path reaches, and from one that it reaches back to where it starts. */
typedef enum
{
  EUP_PATH_SELF,     /* the entity itself */
  EUP_PATH_FORWARD,  /* to those that its field names */
  EUP_PATH_BACKWARD, /* to those whose field names it */
  EUP_PATH_THEN,     /* along the first path, and from there along the second */
  EUP_PATH_UNION,    /* along each of the paths */
  EUP_PATH_FIRST,    /* along the first path; where that reaches nothing, along the second */
  EUP_PATH_CLOSURE,  /* along the path, from there along it again, and so on */
  EUP_PATH_NEAREST,  /* along the second path; where that reaches nothing, from the next entity along the first path */
  EUP_PATH_FINEST,   /* along the path to milestones, without those that another one refines */
  EUP_PATH_ONLY,     /* along the path, from entities of some types only */
  EUP_PATH_INVERSE,  /* to the entities from which the path reaches this one */
  EUP_PATH_NAMED     /* along the path of another relation */
} EupPathOp;

typedef struct _EupPath EupPath;

struct _EupPath
{
  EupPathOp              op;
  guint8                 table;    /* FORWARD, BACKWARD: the type that has the field; EUP_TABLE_ANY: all have it */
  guint8                 field;
  gint8                  inner;    /* a field of the values that the field holds, or -1 */
  guint8                 relation; /* NAMED */
  gboolean               or_self;  /* CLOSURE: the entity itself is the first that is reached */
  guint16                types;    /* ONLY: a bit for each type, and EUP_PATH_UNKNOWN_TYPE */
  const EupPath * const *paths;
  guint                  n_paths;
};

/* ONLY: entities that are named and not in the store. */
#define EUP_PATH_UNKNOWN_TYPE (1u << EUP_N_ENTITY_TABLES)

/* How far a path is followed. */
typedef struct
{
  EupStore *store;
  /* Conditions are left aside: both branches of FIRST, all of NEAREST, refined milestones, any type. What is reached
   * then includes all that was reached before the last edit, if the cell that it changed is not on the way. */
  gboolean  all;
  /* Once more than so many were found the rest is left out; 0: never. */
  guint     max;
} EupPathWalk;

/* Appends what the path reaches from the entity, or, with @back, from where it reaches the entity. What is only named, and
 * not in the store, is found too. Each is found once; the order is the one in which fields name them. */
void     eup_path_walk    (const EupPathWalk *walk,
                           const EupPath     *path,
                           gboolean           back,
                           EupNumber          number,
                           EupNumbers        *found);

/* The same from an entity of which the row is known. */
void     eup_path_collect (EupStore          *store,
                           const EupPath     *path,
                           EupTableKind       table,
                           guint32            row,
                           EupNumbers        *found);

/* Tells whether the path reaches something that is in the store. */
gboolean eup_path_any     (EupStore          *store,
                           const EupPath     *path,
                           EupTableKind       items,
                           EupNumber          number);

/* The same path, without the parts that lead nowhere from entities of that type; NULL if all do. It is never freed. */
const EupPath *eup_path_for_type (const EupPath *path,
                                  EupTableKind   table);

/* A change of the store that a path may show: a cell of @number, or that the entity came or went with all its cells. */
typedef struct
{
  EupNumber    number;
  EupTableKind table;
  guint32      row;      /* where it came or went; EUP_NO_ROW: one cell was edited */
  guint        field;
  guint32      old_cell;
  guint32      new_cell;
} EupPathEdit;

/* Appends the entities from which the path may reach others of the type @items, or in another order, than before the edit.
 * Some may be among them for which nothing changed. */
void     eup_path_touched (const EupPathWalk *walk,
                           const EupPath     *path,
                           EupTableKind       items,
                           const EupPathEdit *edit,
                           EupNumbers        *owners);

/* Tells whether edits of that field can change what the path reaches. */
gboolean eup_path_reads   (const EupPath     *path,
                           EupTableKind       table,
                           guint              field);

/* Tells whether the path leads elsewhere when an entity of that type comes or goes, whatever its fields hold. */
gboolean eup_path_chooses (const EupPath     *path,
                           EupTableKind       table);

/* Tells whether the path can lead elsewhere when an entity of that type comes or goes. */
gboolean eup_path_concerns (const EupPath    *path,
                            EupTableKind      table);

G_END_DECLS
