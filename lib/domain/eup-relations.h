/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "domain/eup-path.h"

G_BEGIN_DECLS

/* What entities have to do with each other. Every relation is a path in one table (eup-relations.c); what lists show, what
 * queries find, what an edit touches and what stands beneath an entity is all read from there. */
typedef enum
{
  EUP_RELATION_NONE,

  /* Lists of the model, those of one field first: after an edit the near ones are told before the far ones */
  EUP_RELATION_ENTITY_TOPICS,
  EUP_RELATION_MANDATE_PRIORITIES,
  EUP_RELATION_PRIORITY_OBJECTIVES,
  EUP_RELATION_OBJECTIVE_INITIATIVES,
  EUP_RELATION_INITIATIVE_OBJECTIVES,
  EUP_RELATION_INITIATIVE_LEADS,
  EUP_RELATION_INITIATIVE_PARTS,
  EUP_RELATION_INITIATIVE_FULFILS,
  EUP_RELATION_INITIATIVE_FULFILLED_BY,
  EUP_RELATION_INITIATIVE_REPLACES,
  EUP_RELATION_INITIATIVE_REPLACED_BY,
  EUP_RELATION_INITIATIVE_AMENDS,
  EUP_RELATION_INITIATIVE_AMENDED_BY,
  EUP_RELATION_INITIATIVE_MILESTONES,
  EUP_RELATION_INITIATIVE_ALL_MILESTONES,
  EUP_RELATION_COMMISSIONER_INITIATIVES,
  EUP_RELATION_TOPIC_ENTITIES,
  EUP_RELATION_TOPIC_NARROWER,
  EUP_RELATION_MILESTONE_RESCHEDULED_FROM,
  EUP_RELATION_INITIATIVE_PRIORITIES,
  EUP_RELATION_PRIORITY_INITIATIVES,
  EUP_RELATION_PRIORITY_MILESTONES,
  EUP_RELATION_PRIORITY_COMMISSIONERS,
  EUP_RELATION_COMMISSIONER_PRIORITIES,
  EUP_N_LIST_RELATIONS,

  /* What queries see of an entity of any type: lead:, topic:, ... */
  EUP_RELATION_LEADS = EUP_N_LIST_RELATIONS,
  EUP_RELATION_TOPICS,
  EUP_RELATION_MANDATES,
  EUP_RELATION_PRIORITIES,
  EUP_RELATION_OBJECTIVES,
  EUP_RELATION_INITIATIVES,
  EUP_RELATION_CITING,           /* the entities whose references count for this one */
  EUP_RELATION_ABOVE,            /* everything that it stands beneath */
  EUP_RELATION_SUBJECT,          /* the entity that a milestone is of */
  EUP_RELATION_DATING_MANDATES,  /* the mandates from whose periods an entity has its date */
  EUP_N_QUERY_RELATIONS,

  /* What these are made of: among others the same without what a milestone has of its subject */
  EUP_RELATION_BENEATH = EUP_N_QUERY_RELATIONS, /* everything that stands beneath an entity */
  EUP_RELATION_NEXT_BENEATH,     /* the same, without anything between them */
  EUP_RELATION_OWN_LEADS,
  EUP_RELATION_OWN_TOPICS,
  EUP_RELATION_OWN_MANDATES,
  EUP_RELATION_OWN_PRIORITIES,
  EUP_RELATION_OWN_OBJECTIVES,
  EUP_RELATION_OWN_INITIATIVES,
  EUP_N_RELATIONS
} EupRelation;

/* The natural order of a list. */
typedef enum
{
  EUP_ORDER_AS_STATED,
  EUP_ORDER_BY_POSITION,
  EUP_ORDER_BY_DATE,
  EUP_ORDER_BY_TITLE,
  EUP_ORDER_BY_FAMILY_NAME
} EupOrder;

typedef struct
{
  const char    *name;        /* of the property, as in has:; NULL: there is none */
  EupTableKind   owner;       /* the type that has it; EUP_TABLE_ANY: several have */
  EupTableKind   items;       /* the type of what it reaches; EUP_TABLE_ANY: of any */
  EupOrder       order;
  EupOrder       otherwise;   /* the order of the second branch of FIRST */
  gboolean       is_children; /* what stands next beneath an entity of that type */
  guint64        seen;        /* a bit for each field of the items whose cells count for the owner in queries */
  const EupPath *path;
} EupRelationSpec;

const EupRelationSpec *eup_relation_spec     (EupRelation     relation);

/* Its path from entities of that type, or NULL if that leads nowhere. */
const EupPath         *eup_relation_path     (EupRelation     relation,
                                              EupTableKind    table);

/* The list of that name that an entity of the type has, or EUP_RELATION_NONE. */
EupRelation            eup_relation_find     (EupTableKind    owner,
                                              const char     *name);
EupRelation            eup_relation_children (EupTableKind    owner);

/* Appends the entities in the relation that are in the store and of its type. */
void                   eup_relation_collect  (EupStore       *store,
                                              EupRelation     relation,
                                              EupNumber       owner,
                                              EupNumbers     *numbers);

/* Appends what an entity of which the row is known states, whether it is in the store or not. */
void                   eup_relation_stated   (EupStore       *store,
                                              EupRelation     relation,
                                              EupTableKind    table,
                                              guint32         row,
                                              EupNumbers     *numbers);

/* Tells whether there is anything in the relation. */
gboolean               eup_relation_any      (EupStore       *store,
                                              EupRelation     relation,
                                              EupNumber       owner);

/* Appends the entities that have @number in the relation. */
void                   eup_relation_owners   (EupStore       *store,
                                              EupRelation     relation,
                                              EupNumber       number,
                                              EupNumbers     *owners);

/* The order in which the list of that owner is. */
EupOrder               eup_relation_order    (EupStore       *store,
                                              EupRelation     relation,
                                              EupNumber       owner);

/* The field by which entities of the type stand in that order, or -1. */
int                    eup_order_field       (EupOrder        order,
                                              EupTableKind    table);

/* Whether the place of an entity in a list may follow from that field. */
gboolean               eup_order_reads       (EupTableKind    table,
                                              guint           field);

/* Calls @func for each relation before @end and owner for which the event may have changed what is in the relation, or its
 * order as stated. FALSE where a relation has more than @max such owners (0: any number), so that some are left out. */
typedef void (*EupTouchedFunc) (EupRelation relation,
                                EupNumber   owner,
                                gpointer    data);

gboolean               eup_relations_touched (EupStore       *store,
                                              const EupEvent *event,
                                              EupRelation     end,
                                              guint           max,
                                              EupTouchedFunc  func,
                                              gpointer        data);

/* Appends the owners for which queries see the cells of the entity that the event changed, through that relation. */
void                   eup_relation_seeing   (EupStore       *store,
                                              EupRelation     relation,
                                              const EupEvent *event,
                                              guint           max,
                                              EupNumbers     *owners);

G_END_DECLS
