/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-catalog.h>

#include "model/core/eup-core-private.h"
#include "model/lists/eup-roots.h"

G_BEGIN_DECLS

struct _EupCatalog
{
  GObject      parent_instance;

  EupThreadOwner *thread_owner; /* as EupThreadOwned has it */
  EupCore     *core; /* NULL until it is first used */
  EupFollower  follower;
  EupRoots     roots;
  EupPropertyMask pending;
  EupList     *lists[EUP_N_ENTITY_TABLES + 1]; /* once asked for; the last is of all entities */
  EupList     *issues;
};

enum
{
  EUP_CATALOG_PROP_ITEM_TYPE = 1,
  EUP_CATALOG_PROP_N_ITEMS,
  EUP_CATALOG_PROP_MANDATES,
  EUP_CATALOG_PROP_PRIORITIES,
  EUP_CATALOG_PROP_OBJECTIVES,
  EUP_CATALOG_PROP_INITIATIVES,
  EUP_CATALOG_PROP_MILESTONES,
  EUP_CATALOG_PROP_COMMISSIONERS,
  EUP_CATALOG_PROP_TOPICS,
  EUP_CATALOG_PROP_LANGUAGE,
  EUP_CATALOG_PROP_LANGUAGES,
  EUP_CATALOG_PROP_AS_OF,
  EUP_CATALOG_PROP_TITLE,
  EUP_CATALOG_PROP_BASE_URI,
  EUP_CATALOG_PROP_ISSUES,
  EUP_CATALOG_N_PROPS
};

/* The catalog's core, which is made for one that has none. */
EupCore    *eup_catalog_get_core     (EupCatalog *self);
/* A new one over a store, which it takes; the issues are those of loading. */
EupCatalog *eup_catalog_new_for_store (EupStore  *store,
                                       GPtrArray *issues);

G_END_DECLS
