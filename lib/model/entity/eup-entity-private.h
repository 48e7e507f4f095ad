/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-entity.h>

#include "model/core/eup-core-private.h"
#include "domain/eup-relations.h"

G_BEGIN_DECLS

/* What a property gives, as the C type of its accessors says. */
typedef enum
{
  EUP_PROPERTY_STRING,
  EUP_PROPERTY_STRV,
  EUP_PROPERTY_BOOLEAN,
  EUP_PROPERTY_INT,
  EUP_PROPERTY_UINT,
  EUP_PROPERTY_ENUM,
  EUP_PROPERTY_BOXED,
  EUP_PROPERTY_OBJECT,    /* borrowed from the entity */
  EUP_PROPERTY_NEW_OBJECT /* a reference is given */
} EupPropertyKind;

/* What a property follows from: fields of the entity, and more. */
G_STATIC_ASSERT (EUP_MAX_FIELDS <= 40);
#define EUP_ON(field) (G_GUINT64_CONSTANT (1) << (field))
#define EUP_ON_LANGUAGES (G_GUINT64_CONSTANT (1) << 40)
#define EUP_ON_DERIVED(changes) ((guint64) (changes) << 45) /* EupDerivedChange */
#define EUP_ON_ANY_DERIVED EUP_ON_DERIVED (0x7f)
#define EUP_ON_ID (G_GUINT64_CONSTANT (1) << 42)
#define EUP_ON_CATALOG (G_GUINT64_CONSTANT (1) << 43)
#define EUP_ON_NAMES (G_GUINT64_CONSTANT (1) << 52) /* of a Commissioner without a title */
#define EUP_ON_MANDATE_PERIODS (G_GUINT64_CONSTANT (1) << 44) /* of the mandates that terms name */

/* Which of the properties that follow from something. */
typedef enum
{
  EUP_PROPERTIES_ALL,
  EUP_PROPERTIES_OF_ONE, /* one entity; those of relations are found by eup_entity_properties_of */
  EUP_PROPERTIES_OF_VALUES
} EupPropertySort;

typedef struct
{
  const char      *name;
  EupPropertyKind  kind;
  GType          (*type) (void);
  guint64          on;
  EupRelation      relation;
  GCallback        get;
  GCallback        set;   /* NULL: it can only be read */

  /* Of a property without accessors, which shows a field (eup-entity-properties.c) */
  guint            field;
  EupFieldKind     field_kind;
  const char      *label; /* nullable */
  const char      *description;
} EupProperty;

/* The properties of a class are those of all entities, and then its own: a place in this order is a bit in masks. */
typedef struct _EupEntityClass
{
  GObjectClass       parent_class;

  EupTableKind       table; /* EUP_TABLE_ANY for classes that are not ours */
  EupProperty       *properties[2];
  guint              n_properties[2];
  GParamSpec       **pspecs;
} EupEntityClass;

#define EUP_ENTITY_CLASS(klass) ((EupEntityClass *) (klass))
#define EUP_ENTITY_GET_CLASS(entity) ((EupEntityClass *) ((GTypeInstance *) (entity))->g_class)

/* Values that an entity keeps because a getter handed them out: by field, by relation, and others. */
#define EUP_SLOT_RELATION 64
#define EUP_SLOT_DERIVED_DATE 128
#define EUP_SLOT_STATUS_DATE 129
G_STATIC_ASSERT (EUP_SLOT_RELATION + EUP_N_LIST_RELATIONS <= EUP_SLOT_DERIVED_DATE);
#define EUP_SLOT_FULL_NAME 129

G_STATIC_ASSERT (EUP_MAX_FIELDS <= EUP_SLOT_RELATION);

typedef struct
{
  gpointer       data;
  GDestroyNotify destroy;
  guint32        cell;
  guint32        slot;
} EupKeptValue;

struct _EupEntity
{
  GObject    parent_instance;

  /* As EupIdentity has it */
  EupThreadOwner *thread_owner;
  EupCore   *core;
  EupNumber  number;
  GWeakRef   weak;

  guint32    handed_out;  /* fields of which strings were given out, a bit each */
  gboolean   is_announcing; /* not all that changed was notified yet */
  EupPropertyMask pending; /* properties to notify, by their place */
  GArray    *kept;   /* of EupKeptValue; NULL until needed */
  GArray    *retired; /* of EupRetired; NULL until needed */
  GArray    *known;  /* what was read of properties (eup-entity-known.c); NULL until needed */
  GSList    *former_thread_owners; /* of EupThreadOwner */
};

void        eup_entity_class_install    (EupEntityClass    *klass,
                                         EupTableKind       table,
                                         const EupProperty *properties,
                                         guint              n);
GType       eup_entity_type_of_table    (EupTableKind       table);
GType     (*eup_entity_type_function    (EupTableKind       table)) (void);

/* What follows from the rows of the schema (eup-entity-properties.c) */
EupProperty *eup_entity_properties_new  (EupTableKind       table,
                                         guint              first,
                                         guint              n_fields,
                                         const EupProperty *own,
                                         guint              n_own,
                                         guint             *n);
void        eup_entity_get_field        (EupEntity         *self,
                                         const EupProperty *property,
                                         GValue            *value);
void        eup_entity_set_field        (EupEntity         *self,
                                         const EupProperty *property,
                                         const GValue      *value);

/* What stands behind the object (eup-entity-access.c) */
gboolean    eup_entity_ensure           (EupEntity         *self,
                                         const char        *id);
EupCore    *eup_core_new_copy           (EupCore           *from,
                                         EupThreadOwner    *owner,
                                         EupNumber          number,
                                         EupTableKind       table,
                                         guint32            row,
                                         EupNumber         *copy);
void        eup_entity_bind_copy        (EupEntity         *self,
                                         EupCore           *from,
                                         EupNumber          number,
                                         EupTableKind       table,
                                         guint32            row);
EupStore   *eup_entity_get_store        (EupEntity         *self);
gboolean    eup_entity_get_row          (EupEntity         *self,
                                         EupTableKind      *table,
                                         guint32           *row);
guint32     eup_entity_get_cell         (EupEntity         *self,
                                         guint              field);
gboolean    eup_entity_write            (EupEntity         *self,
                                         guint              field,
                                         guint32            cell);
void        eup_entity_mark_handed_out             (EupEntity         *self,
                                                    guint              field);
void        eup_entity_rebind           (EupEntity         *self,
                                         EupCore           *core,
                                         EupNumber          number);

/* Values that were handed out (eup-entity-access.c) */
EupKeptValue    *eup_entity_find_kept        (EupEntity         *self,
                                              guint              slot);
gpointer    eup_entity_keep             (EupEntity         *self,
                                         guint              slot,
                                         guint32            cell,
                                         gpointer           data,
                                         GDestroyNotify     destroy);
void        eup_entity_drop_kept           (EupEntity         *self,
                                            guint              slot);
void        eup_entity_retire_kept          (EupEntity         *self,
                                             guint              slot);
EupDate    *eup_entity_keep_date        (EupEntity         *self,
                                         guint              slot,
                                         guint32            cell);
void        eup_entity_retire             (EupEntity         *self,
                                           const EupRetired    *item);
void        eup_entity_clear_kept       (EupEntity         *self);

/* What was read of properties (eup-entity-known.c) */
void        eup_entity_note_read        (EupEntity         *self,
                                         guint              place,
                                         const GValue      *value);
void        eup_entity_note_all         (EupEntity         *self,
                                         EupPropertyMask    properties);
EupPropertyMask eup_entity_known_among  (EupEntity         *self,
                                         EupPropertyMask    properties);
gboolean    eup_entity_take_change      (EupEntity         *self,
                                         guint              place,
                                         GParamSpec        *pspec);
EupRelation eup_entity_relation_at      (EupEntity         *self,
                                         guint              place);

/* Typed access to fields (eup-entity-access.c) */
const char *eup_entity_get_string       (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_string       (EupEntity         *self,
                                         guint              field,
                                         const char        *string);
const char *eup_entity_get_best         (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_best         (EupEntity         *self,
                                         guint              field,
                                         const char        *string);
EupText    *eup_entity_get_text         (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_text         (EupEntity         *self,
                                         guint              field,
                                         EupText           *text);
guint       eup_entity_get_enum         (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_enum         (EupEntity         *self,
                                         guint              field,
                                         guint              value);
guint       eup_entity_get_uint         (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_uint         (EupEntity         *self,
                                         guint              field,
                                         guint              number);
EupDate    *eup_entity_get_date         (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_date         (EupEntity         *self,
                                         guint              field,
                                         EupDate           *date);
EupPeriod  *eup_entity_get_period       (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_period       (EupEntity         *self,
                                         guint              field,
                                         EupPeriod         *period);
const char *eup_entity_get_display_title (EupEntity        *self);
int         eup_entity_day_of_cell      (guint32            cell);

/* Relations (eup-entity-relations.c) */
const char *eup_entity_get_one          (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_one          (EupEntity         *self,
                                         guint              field,
                                         const char        *id);
EupEntity  *eup_entity_dup_one          (EupEntity         *self,
                                         guint              field);
const char * const *eup_entity_get_ids  (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_ids          (EupEntity         *self,
                                         guint              field,
                                         const char * const *ids);
EupList    *eup_entity_dup_list         (EupEntity         *self,
                                         EupRelation        relation);
EupEntity  *eup_entity_dup_first        (EupEntity         *self,
                                         EupRelation        relation);
EupEntity  *eup_entity_dup_other        (EupEntity         *self,
                                         EupNumber          number);

/* Lists of values (eup-entity-values.c) */
EupList    *eup_entity_get_values       (EupEntity         *self,
                                         guint              field);
void        eup_entity_set_values       (EupEntity         *self,
                                         guint              field,
                                         GObject          **values,
                                         gsize              n);

/* What edits change in objects and lists (eup-entity-edits.c) */
void        eup_entity_edited           (EupCore           *core,
                                         const EupEvent    *event);
void        eup_entity_touched          (EupCore           *core,
                                         const EupEvent    *event);
void        eup_entity_languages_change  (EupCore          *core);
void        eup_entity_languages_changed (EupCore          *core);

/* What entities do for the core. */
extern const EupEntityFuncs eup_entity_funcs G_GNUC_INTERNAL;

/* The properties of the class that follow from something; all of them; those that show a relation. */
EupPropertyMask eup_entity_properties    (EupEntity         *self);
EupPropertyMask eup_entity_properties_on (EupEntity         *self,
                                         guint64            on,
                                         EupPropertySort    sort);
EupPropertyMask eup_entity_properties_of (EupEntity         *self,
                                         EupRelation        relation);
/* Queues their notification with the edits of a core, which need not be that of the entity any more. */
void        eup_entity_notify_on        (EupEntity         *self,
                                         EupCore           *core,
                                         guint64            on,
                                         EupPropertySort    sort);

G_END_DECLS
