/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "domain/eup-path.h"

#include "domain/eup-relations.h"

/* Queries follow one path from thousands of entities of one type: the branches for other types are cut off once. */

static const EupPath *
joined (const EupPath  *like,
        const EupPath **paths,
        guint           n_paths)
{
  EupPath *path = g_memdup2 (like, sizeof *like);

  path->paths = g_memdup2 (paths, n_paths * sizeof *paths);
  path->n_paths = n_paths;
  return path;
}

static const EupPath *
union_for_type (const EupPath *path,
                EupTableKind   table)
{
  g_autofree const EupPath **kept = g_new (const EupPath *, path->n_paths);
  guint n = 0;

  for (guint i = 0; i < path->n_paths; i++)
    {
      kept[n] = eup_path_for_type (path->paths[i], table);
      if (kept[n] != NULL)
        n++;
    }
  return n == 0 ? NULL : n == 1 ? kept[0] : joined (path, kept, n);
}

const EupPath *
eup_path_for_type (const EupPath *path,
                   EupTableKind   table)
{
  const EupPath *parts[2];

  switch (path->op)
    {
    case EUP_PATH_FORWARD:
      return path->table == table || path->table == EUP_TABLE_ANY ? path : NULL;
    case EUP_PATH_ONLY:
      return path->types >> table & 1 ? eup_path_for_type (path->paths[0], table) : NULL;
    case EUP_PATH_NAMED:
      return eup_path_for_type (eup_relation_spec (path->relation)->path, table);
    case EUP_PATH_UNION:
    case EUP_PATH_FIRST:
      return union_for_type (path, table);
    case EUP_PATH_FINEST:
      parts[0] = eup_path_for_type (path->paths[0], table);
      return parts[0] == NULL ? NULL : joined (path, parts, 1);
    case EUP_PATH_THEN:
      parts[0] = eup_path_for_type (path->paths[0], table);
      parts[1] = path->paths[1];
      return parts[0] == NULL ? NULL : joined (path, parts, 2);
    case EUP_PATH_SELF:
    case EUP_PATH_BACKWARD:
    case EUP_PATH_CLOSURE:
    case EUP_PATH_NEAREST:
    case EUP_PATH_INVERSE:
    default:
      return path;
    }
}
