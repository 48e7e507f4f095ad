/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-types.h>

#include "model/core/eup-thread-owner-private.h"
#include "query/engine/eup-query-index.h"
#include "query/language/eup-query-tree.h"
#include "store/eup-store.h"
#include "values/display/eup-collation.h"

G_BEGIN_DECLS

/* The core: what a catalog, its entities, its lists and its results share. Each of them holds the core; the core
 * knows them only weakly, and nothing of their classes: what those do for it they hand over in tables of functions. It belongs to one thread, but the last reference to an object may be dropped in any: so
 * the identity map, the followers, the lists and what is retired are under the lock, and finalisation touches nothing
 * else. An entity that is in no catalog has a core of its own. */
typedef struct _EupCore     EupCore;
typedef struct _EupFollower EupFollower;

/* For whoever follows the events of a core, and announces something after them. */
typedef struct
{
  /* The event was written; TRUE queues the announcement. NULL for those that are queued by name. */
  gboolean (*event)    (GObject        *owner,
                        const EupEvent *event);
  /* Takes the new state and emits. */
  void     (*announce) (GObject        *owner);
  /* Called when the as-of day or the languages change. NULL for those that do not depend on them. */
  void     (*reset)    (GObject        *owner);
} EupFollowerFuncs;

struct _EupFollower
{
  const EupFollowerFuncs *funcs;
  GObject                *owner;
  GWeakRef                weak; /* to the owner: the core's way to a reference */
  EupFollower            *next;
  EupFollower            *previous;
  gboolean                queued;
};

/* What struct _EupEntity begins with: all that the core knows of the object of an entity. */
typedef struct
{
  GObject         parent_instance;
  EupThreadOwner *thread_owner; /* as EupThreadOwned has it */
  EupCore        *core;         /* NULL until it is first used */
  EupNumber       number;
  GWeakRef        weak;         /* to itself: the identity map's way to a reference */
} EupIdentity;

/* What entities do for the core. */
typedef struct
{
  GType (*type_of_table) (EupTableKind    table);
  /* Notes what the event changes in the object of its entity, if there is one. */
  void  (*edited)        (EupCore        *core,
                          const EupEvent *event);
  /* The same for lists, and for the objects of other entities. */
  void  (*touched)       (EupCore        *core,
                          const EupEvent *event);
  /* Called when properties of an object wait for being notified, and when none does any more. */
  void  (*announcing)    (GObject        *object,
                          gboolean        is_announcing);
  /* Whether the property at that place shows something else than before. */
  gboolean (*is_changed) (GObject        *object,
                          guint           place,
                          GParamSpec     *pspec);
} EupEntityFuncs;

/* What the catalog does for the core. */
typedef struct
{
  /* Makes the catalog object anew, when the last one is gone and an entity is asked for its catalog. */
  EupCatalog *(*make)             (EupCore      *core);
  /* The entities of these numbers were edited. */
  void        (*announce_changed) (EupCatalog   *catalog,
                                   const GArray *numbers);
} EupCatalogFuncs;

/* Memory that nothing refers to any more, but that somebody may still be reading: it is freed once everything was announced. */
typedef struct
{
  const EupFieldSpec *spec;  /* of the cell; NULL for a store or a block of memory */
  guint32             cell;
  EupStore           *store;
  gpointer            block;
} EupRetired;

/* Properties of a class, by their place. */
#define EUP_MAX_PROPERTIES 128

typedef struct
{
  guint64 bits[EUP_MAX_PROPERTIES / 64];
} EupPropertyMask;

static inline void
eup_property_mask_add (EupPropertyMask *mask,
                       guint            place)
{
  mask->bits[place / 64] |= G_GUINT64_CONSTANT (1) << (place % 64);
}

static inline gboolean
eup_property_mask_is_empty (const EupPropertyMask *mask)
{
  return (mask->bits[0] | mask->bits[1]) == 0;
}

G_STATIC_ASSERT (EUP_MAX_PROPERTIES == 2 * 64);

/* An object and those of its properties that are to be notified. */
typedef struct
{
  GObject         *object;
  EupPropertyMask *pending;
  GParamSpec **pspecs;
} EupNotice;

/* A query that was read lately. Queries never change, so the same text need not be read again. */
typedef struct
{
  char         *text;
  EupQuerySpec *spec;
} EupCachedQuery;

#define EUP_N_CACHED_QUERIES 16

struct _EupCore
{
  gatomicrefcount ref_count;
  EupThreadOwner *thread_owner;
  EupStore       *store;
  const EupEntityFuncs  *entity_funcs;
  const EupCatalogFuncs *catalog_funcs; /* NULL if it is detached */
  gboolean        detached; /* it is that of one entity, which is in no catalog */

  GMutex          lock;
  EupIdentity   **slots; /* the identity map, by number; NULL until there is an object */
  EupIdentity    *few_slots[2]; /* what slots is at first: enough for an entity in no catalog */
  guint32         n_slots;
  guint32         n_entities;
  EupFollower    *catalog; /* that of the catalog object; NULL while there is none */
  EupFollower    *followers;
  GHashTable     *lists;  /* of EupList, by relation and owner; NULL until there is one */
  GArray         *retired; /* of EupRetired */

  guint           depth;
  gboolean        draining;
  guint           n_processed;
  GArray         *notices;   /* of EupNotice, with a reference */
  GPtrArray      *queue;     /* of EupFollower, with a reference on its owner */
  GArray         *changed;   /* of EupNumber */
  GHashTable     *is_changed;
  GHashTable     *dirty;     /* numbers whose place in an order may have changed */
  GHashTable     *removed_items; /* number -> the object that was removed, while a list may still show it */
  guint64         n_removals;

  char          **languages; /* as they were set; NULL: the user's */
  char          **reading;   /* what is read: never empty once made */
  EupCollator    *collator;
  EupDate        *as_of;
  GPtrArray      *issues;    /* of EupIssue: what loading found */
  EupQueryIndex  *query_index; /* NULL until the first query */
  EupCachedQuery *query_cache; /* by the hash of the text; NULL until something is cached */
};

EupCore     *eup_core_new            (EupStore    *store,
                                      EupThreadOwner *owner,
                                      const EupEntityFuncs *entity_funcs,
                                      const EupCatalogFuncs *catalog_funcs);
EupCore     *eup_core_ref            (EupCore     *core);
void         eup_core_unref          (EupCore     *core);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCore, eup_core_unref)

/* Identity (eup-core.c) */
EupEntity   *eup_core_dup_entity     (EupCore     *core,
                                      EupNumber    number);
EupEntity   *eup_core_dup_living     (EupCore     *core,
                                      EupNumber    number);
EupEntity   *eup_core_dup_item       (EupCore     *core,
                                      EupNumber    number,
                                      guint64      n_removals);
EupEntity   *eup_core_dup_changed    (EupCore     *core,
                                      EupNumber    number);
GPtrArray   *eup_core_dup_living_all (EupCore     *core);
void         eup_core_map_entity          (EupCore     *core,
                                           EupEntity   *entity);
void         eup_core_unmap_entity         (EupCore     *core,
                                            EupEntity   *entity,
                                            GArray      *retired);
EupCatalog  *eup_core_dup_catalog    (EupCore     *core);
EupCatalog  *eup_core_dup_living_catalog (EupCore *core);
/* The number of an object of an entity of this core; 0 for all others. */
EupNumber    eup_core_number_of      (EupCore     *core,
                                      gpointer     object);

/* Followers (eup-core.c) */
void         eup_follower_init       (EupFollower *follower,
                                      const EupFollowerFuncs *funcs,
                                      gpointer     owner);
void         eup_core_follow         (EupCore     *core,
                                      EupFollower *follower);
void         eup_core_unfollow       (EupCore     *core,
                                      EupFollower *follower);
void         eup_core_queue          (EupCore     *core,
                                      EupFollower *follower);

/* How the data are read (eup-reading.c) */
const char * const *eup_core_get_reading  (EupCore     *core);
void         eup_core_set_languages       (EupCore     *core,
                                           const char * const *languages);
EupCollator *eup_core_get_collator        (EupCore     *core);
const char  *eup_core_best_text           (EupCore     *core,
                                           guint32      cell);
char        *eup_core_dup_full_name       (EupCore     *core,
                                           EupNumber    number);
/* A text cell like that one, but with this string (nullable) in the store's language. */
guint32      eup_store_text_with          (EupStore    *store,
                                           guint32      cell,
                                           const char  *string);

/* Edits (eup-announce.c): what is written between the two is announced once, by the outermost. */
void         eup_core_begin          (EupCore     *core);
void         eup_core_end            (EupCore     *core);
void         eup_core_reset_followers (EupCore    *core);
void         eup_core_notify         (EupCore         *core,
                                      GObject         *object,
                                      EupPropertyMask *pending,
                                      GParamSpec     **pspecs,
                                      EupPropertyMask  properties);
void         eup_core_retire           (EupCore     *core,
                                        const EupRetired *item);

G_END_DECLS
