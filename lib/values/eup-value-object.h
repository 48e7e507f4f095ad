/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Immutable objects that are nothing but their properties: a table of fields makes the class, equality and the hash. */

typedef enum
{
  EUP_VALUE_STRING,
  EUP_VALUE_STRV, /* never NULL once constructed */
  EUP_VALUE_DOUBLE,
  EUP_VALUE_UINT,
  EUP_VALUE_ENUM,
  EUP_VALUE_BOXED,
  EUP_VALUE_OBJECT
} EupValueKind;

typedef struct
{
  const char   *name;
  EupValueKind  kind;
  gsize         offset;
  GType       (*type)  (void);
  gboolean    (*equal) (gconstpointer a, gconstpointer b);
  guint       (*hash)  (gconstpointer self);
} EupValueField;

#define EUP_VALUE_FIELD(Type, name, member, KIND) \
  { name, EUP_VALUE_##KIND, G_STRUCT_OFFSET (Type, member), NULL, NULL, NULL }
#define EUP_VALUE_FIELD_ENUM(Type, name, member, get_type) \
  { name, EUP_VALUE_ENUM, G_STRUCT_OFFSET (Type, member), get_type, NULL, NULL }
#define EUP_VALUE_FIELD_BOXED(Type, name, member, prefix) \
  { name, EUP_VALUE_BOXED, G_STRUCT_OFFSET (Type, member), prefix##_get_type, prefix##_equal, prefix##_hash }
#define EUP_VALUE_FIELD_OBJECT(Type, name, member, prefix) \
  { name, EUP_VALUE_OBJECT, G_STRUCT_OFFSET (Type, member), prefix##_get_type, prefix##_equal, prefix##_hash }

void     eup_value_object_install  (GObjectClass        *object_class,
                                    const EupValueField *fields,
                                    guint                n);
void     eup_value_object_set      (gpointer             self,
                                    const EupValueField *field,
                                    const GValue        *value);
void     eup_value_object_get      (gpointer             self,
                                    const EupValueField *field,
                                    GValue              *value);
void     eup_value_object_clear    (gpointer             self,
                                    const EupValueField *fields,
                                    guint                n);
gboolean eup_value_object_equal    (gconstpointer        a,
                                    gconstpointer        b,
                                    const EupValueField *fields,
                                    guint                n);
guint    eup_value_object_hash     (gconstpointer        self,
                                    const EupValueField *fields,
                                    guint                n);

/* The class of Type, whose properties are @fields, an array of EupValueField. */
#define EUP_DEFINE_VALUE_OBJECT(Type, prefix, fields)                                                     \
  G_DEFINE_FINAL_TYPE (Type, prefix, G_TYPE_OBJECT)                                                       \
                                                                                                          \
  static void prefix##_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)   \
  {                                                                                                       \
    eup_value_object_set (object, &fields[id - 1], value);                                                \
  }                                                                                                       \
                                                                                                          \
  static void prefix##_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)         \
  {                                                                                                       \
    eup_value_object_get (object, &fields[id - 1], value);                                                \
  }                                                                                                       \
                                                                                                          \
  static void prefix##_finalize (GObject *object)                                                         \
  {                                                                                                       \
    eup_value_object_clear (object, fields, G_N_ELEMENTS (fields));                                       \
    G_OBJECT_CLASS (prefix##_parent_class)->finalize (object);                                            \
  }                                                                                                       \
                                                                                                          \
  static void prefix##_class_init (Type##Class *klass)                                                    \
  {                                                                                                       \
    GObjectClass *object_class = G_OBJECT_CLASS (klass);                                                  \
                                                                                                          \
    object_class->set_property = prefix##_set_property;                                                   \
    object_class->get_property = prefix##_get_property;                                                   \
    object_class->finalize = prefix##_finalize;                                                           \
    eup_value_object_install (object_class, fields, G_N_ELEMENTS (fields));                               \
  }                                                                                                       \
                                                                                                          \
  static void prefix##_init (Type *self) {}

G_END_DECLS
