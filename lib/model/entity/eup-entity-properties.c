/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-period.h>
#include <eupolicy/eup-text.h>

#include "model/entity/eup-entity-private.h"

/* The properties that follow from the rows of the schema: for each field one that holds it, and beside it, for a text,
 * one of all languages (title-text), for a relation to one entity, one that gives the object (parent beside parent-id). */

typedef struct
{
  GArray            *found;  /* of EupProperty */
  const EupProperty *own;
  guint              n_own;
  int               *behind; /* of each own one the place in the order of fields that it stands behind; DONE if it is added */
} Collection;

#define DONE G_MAXINT

static void
add_own (const Collection *to,
         guint             number)
{
  g_array_append_val (to->found, to->own[number]);
  to->behind[number] = DONE;
}

static void
add (const Collection   *to,
     const EupFieldSpec *spec,
     guint               field,
     const char         *name,
     EupPropertyKind     kind,
     GType             (*type) (void),
     guint64             on)
{
  EupProperty property = { .name = name, .kind = kind, .type = type, .on = EUP_ON (field) | on, .field = field,
                           .field_kind = spec->kind, .description = spec->description };

  /* What the class states itself goes before what follows from the schema. */
  for (guint i = 0; i < to->n_own; i++)
    if (strcmp (to->own[i].name, name) == 0)
      {
        add_own (to, i);
        return;
      }
  /* One of the two that a field may have is shown: the text in the language of the reader, the entity and not its id. */
  if (strcmp (name, spec->name) == 0 || (spec->kind != EUP_KIND_ONE && strcmp (name, spec->property) == 0))
    property.label = spec->label;
  g_array_append_val (to->found, property);
}

static void
add_field (const Collection   *to,
           const EupFieldSpec *spec,
           guint               field)
{
  g_autofree char *text = NULL;

  switch (spec->kind)
    {
    case EUP_KIND_STRING:
      add (to, spec, field, spec->property, EUP_PROPERTY_STRING, NULL, 0);
      break;
    case EUP_KIND_TEXT:
      text = g_strconcat (spec->property, "-text", NULL);
      add (to, spec, field, spec->property, EUP_PROPERTY_STRING, NULL, EUP_ON_LANGUAGES);
      add (to, spec, field, g_intern_string (text), EUP_PROPERTY_BOXED, eup_text_get_type, 0);
      break;
    case EUP_KIND_ENUM:
      add (to, spec, field, spec->property, EUP_PROPERTY_ENUM, spec->enum_type, 0);
      break;
    case EUP_KIND_DATE:
      add (to, spec, field, spec->property, EUP_PROPERTY_BOXED, eup_date_get_type, 0);
      break;
    case EUP_KIND_PERIOD:
      add (to, spec, field, spec->property, EUP_PROPERTY_BOXED, eup_period_get_type, 0);
      break;
    case EUP_KIND_INT:
      add (to, spec, field, spec->property, EUP_PROPERTY_UINT, NULL, 0);
      break;
    case EUP_KIND_ONE:
      add (to, spec, field, spec->property, EUP_PROPERTY_STRING, NULL, 0);
      add (to, spec, field, spec->name, EUP_PROPERTY_NEW_OBJECT, eup_entity_type_function (spec->target), 0);
      break;
    case EUP_KIND_MANY:
      add (to, spec, field, spec->property, EUP_PROPERTY_STRV, NULL, 0);
      break;
    case EUP_KIND_STRINGS:
    case EUP_KIND_VALUES:
      add (to, spec, field, spec->property, EUP_PROPERTY_OBJECT, eup_list_get_type, 0);
      break;
    case EUP_KIND_DOUBLE:
    case EUP_KIND_VALUE:
    default:
      g_error ("The field “%s” of an entity is of a kind that only values have", spec->name);
    }
}

/* A property that the class states stands behind the last of the fields that it follows from, else behind the one before. */
static void
find_places (const Collection   *to,
             const EupTableSpec *spec)
{
  for (guint i = 0; i < to->n_own; i++)
    {
      to->behind[i] = -1;
      for (guint place = 0; place < spec->n_fields; place++)
        if (to->own[i].on & EUP_ON (spec->order[place]))
          to->behind[i] = (int) place;
      if (to->behind[i] < 0 && i > 0)
        to->behind[i] = to->behind[i - 1];
    }
}

static void
add_behind (const Collection *to,
            int               place)
{
  for (guint i = 0; i < to->n_own; i++)
    if (to->behind[i] <= place)
      add_own (to, i);
}

/* The properties of a class: those that it states, and those of @n_fields fields from @first on. They stand in the order in
 * which fields are written, and are notified in it. They are kept as long as the class. */
EupProperty *
eup_entity_properties_new (EupTableKind       table,
                           guint              first,
                           guint              n_fields,
                           const EupProperty *own,
                           guint              n_own,
                           guint             *n)
{
  const EupTableSpec *spec = eup_schema_table (table);
  g_autofree int *behind = g_new (int, n_own + 1);
  Collection to = { g_array_new (FALSE, FALSE, sizeof (EupProperty)), own, n_own, behind };

  find_places (&to, spec);
  add_behind (&to, -1);
  for (guint i = 0; i < spec->n_fields; i++)
    {
      if (spec->order[i] >= first && spec->order[i] < first + n_fields)
        add_field (&to, &spec->fields[spec->order[i]], spec->order[i]);
      add_behind (&to, (int) i);
    }
  *n = to.found->len;
  return (EupProperty *) g_array_free (to.found, FALSE);
}

/* A property that has no accessor of its own reads and writes its field. */
void
eup_entity_get_field (EupEntity         *self,
                      const EupProperty *property,
                      GValue            *value)
{
  EupFieldKind kind = property->field_kind;

  if (property->kind == EUP_PROPERTY_STRV)
    g_value_set_static_boxed (value, eup_no_strings);
  eup_return_if_wrong_thread (self);

  switch (property->kind)
    {
    case EUP_PROPERTY_STRING:
      g_value_set_string (value, kind == EUP_KIND_TEXT ? eup_entity_get_best (self, property->field)
                                 : kind == EUP_KIND_ONE ? eup_entity_get_one (self, property->field)
                                                        : eup_entity_get_string (self, property->field));
      break;
    case EUP_PROPERTY_STRV:
      g_value_set_boxed (value, eup_entity_get_ids (self, property->field));
      break;
    case EUP_PROPERTY_UINT:
      g_value_set_uint (value, eup_entity_get_uint (self, property->field));
      break;
    case EUP_PROPERTY_ENUM:
      g_value_set_enum (value, (int) eup_entity_get_enum (self, property->field));
      break;
    case EUP_PROPERTY_BOXED:
      g_value_set_boxed (value, kind == EUP_KIND_TEXT ? (gpointer) eup_entity_get_text (self, property->field)
                                : kind == EUP_KIND_DATE ? (gpointer) eup_entity_get_date (self, property->field)
                                                        : (gpointer) eup_entity_get_period (self, property->field));
      break;
    case EUP_PROPERTY_OBJECT:
      g_value_set_object (value, eup_entity_get_values (self, property->field));
      break;
    case EUP_PROPERTY_NEW_OBJECT:
      g_value_take_object (value, eup_entity_dup_one (self, property->field));
      break;
    case EUP_PROPERTY_BOOLEAN:
    case EUP_PROPERTY_INT:
    default:
      g_assert_not_reached ();
    }
}

void
eup_entity_set_field (EupEntity         *self,
                      const EupProperty *property,
                      const GValue      *value)
{
  EupFieldKind kind = property->field_kind;

  eup_return_if_wrong_thread (self);

  switch (property->kind)
    {
    case EUP_PROPERTY_STRING:
      if (kind == EUP_KIND_TEXT)
        eup_entity_set_best (self, property->field, g_value_get_string (value));
      else if (kind == EUP_KIND_ONE)
        eup_entity_set_one (self, property->field, g_value_get_string (value));
      else
        eup_entity_set_string (self, property->field, g_value_get_string (value));
      break;
    case EUP_PROPERTY_STRV:
      eup_entity_set_ids (self, property->field, g_value_get_boxed (value));
      break;
    case EUP_PROPERTY_UINT:
      eup_entity_set_uint (self, property->field, g_value_get_uint (value));
      break;
    case EUP_PROPERTY_ENUM:
      eup_entity_set_enum (self, property->field, (guint) g_value_get_enum (value));
      break;
    case EUP_PROPERTY_BOXED:
      if (kind == EUP_KIND_TEXT)
        eup_entity_set_text (self, property->field, g_value_get_boxed (value));
      else if (kind == EUP_KIND_DATE)
        eup_entity_set_date (self, property->field, g_value_get_boxed (value));
      else
        eup_entity_set_period (self, property->field, g_value_get_boxed (value));
      break;
    case EUP_PROPERTY_BOOLEAN:
    case EUP_PROPERTY_INT:
    case EUP_PROPERTY_OBJECT:
    case EUP_PROPERTY_NEW_OBJECT:
    default:
      g_assert_not_reached ();
    }
}
