/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/language/eup-query-properties.h"

#include <string.h>

/* What is worked out. These names go before those of the schema: where it has the field too, what is worked out holds. */
static const EupQueryProperty derived[] = {
  { "id", { NULL }, EUP_PROPERTY_ID },
  { "type", { "type-nick" }, EUP_PROPERTY_TYPE },
  { "title", { NULL }, EUP_PROPERTY_TITLE },
  { "children", { "child" }, EUP_PROPERTY_CHILDREN },
  { "commissioners", { "commissioner" }, EUP_PROPERTY_COMMISSIONERS },
  { "priority", { NULL }, EUP_PROPERTY_PRIORITY },
  { "priorities", { NULL }, EUP_PROPERTY_PRIORITIES },
  { "objectives", { NULL }, EUP_PROPERTY_OBJECTIVES },
  { "initiatives", { "initiative" }, EUP_PROPERTY_INITIATIVES },
  { "status", { NULL }, EUP_PROPERTY_STATUS },
  { "status-date", { NULL }, EUP_PROPERTY_STATUS_DATE },
  { "verdict", { NULL }, EUP_PROPERTY_VERDICT },
  { "slippage", { NULL }, EUP_PROPERTY_SLIPPAGE },
  { "original", { NULL }, EUP_PROPERTY_ORIGINAL },
  { "legislative", { NULL }, EUP_PROPERTY_LEGISLATIVE },
  { "leads", { NULL }, EUP_PROPERTY_LEADS },
  { "parts", { "part" }, EUP_PROPERTY_PARTS },
  { "fulfilled-by", { NULL }, EUP_PROPERTY_FULFILLED_BY },
  { "replaced-by", { NULL }, EUP_PROPERTY_REPLACED_BY },
  { "amended-by", { NULL }, EUP_PROPERTY_AMENDED_BY },
  { "milestones", { "milestone" }, EUP_PROPERTY_MILESTONES },
  { "all-milestones", { NULL }, EUP_PROPERTY_ALL_MILESTONES },
  { "next-milestone", { NULL }, EUP_PROPERTY_NEXT_MILESTONE },
  { "date", { "day" }, EUP_PROPERTY_DATE },
  { "state", { NULL }, EUP_PROPERTY_STATE },
  { "role", { NULL }, EUP_PROPERTY_ROLE },
  { "portfolio", { NULL }, EUP_PROPERTY_PORTFOLIO },
  { "entities", { "entity" }, EUP_PROPERTY_ENTITIES },
};

/* The derived ones, then the stored ones: made once, of the schema. */
typedef struct
{
  EupQueryProperty *items;
  guint             n;
} Properties;

static gboolean
is_name (const char *name,
         const char *text,
         gsize       length)
{
  return name != NULL && strncmp (name, text, length) == 0 && name[length] == '\0';
}

static gboolean
has_name (const EupQueryProperty *property,
          const char             *text,
          gsize                   length)
{
  if (is_name (property->name, text, length))
    return TRUE;
  for (guint i = 0; property->other[i] != NULL; i++)
    if (is_name (property->other[i], text, length))
      return TRUE;
  return FALSE;
}

static int
find (const Properties *properties,
      const char       *name,
      gsize             length)
{
  for (guint i = 0; i < properties->n; i++)
    if (has_name (&properties->items[i], name, length))
      return (int) i;
  return -1;
}

static void
add_other (const Properties *properties,
           EupQueryProperty *property,
           const char       *name)
{
  guint n = 0;

  if (find (properties, name, strlen (name)) >= 0 || has_name (property, name, strlen (name)))
    return;
  while (property->other[n] != NULL)
    n++;
  g_assert (n < EUP_QUERY_MAX_OTHER_NAMES);
  property->other[n] = name;
}

static EupQuerySortKind
sort_kind (EupFieldKind kind)
{
  switch (kind)
    {
    case EUP_KIND_ENUM:
    case EUP_KIND_DATE:
    case EUP_KIND_INT:
      return EUP_QUERY_SORT_BY_NUMBER;
    case EUP_KIND_STRING:
      return EUP_QUERY_SORT_BY_STRING;
    case EUP_KIND_TEXT:
      return EUP_QUERY_SORT_BY_TEXT;
    case EUP_KIND_PERIOD:
    case EUP_KIND_DOUBLE:
    case EUP_KIND_ONE:
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
    case EUP_KIND_VALUE:
    case EUP_KIND_VALUES:
    default:
      return EUP_QUERY_UNSORTED;
    }
}

static void
add_other_names (const Properties   *properties,
                 EupQueryProperty   *property,
                 const EupFieldSpec *spec)
{
  g_autofree char *text = g_strconcat (spec->name, "-text", NULL);

  add_other (properties, property, spec->property);
  if (spec->kind == EUP_KIND_TEXT)
    add_other (properties, property, g_intern_string (text));
  for (guint i = 0; i < EUP_MAX_ALIASES && spec->aliases[i] != NULL; i++)
    add_other (properties, property, spec->aliases[i]);
}

/* Where the name of a field means something worked out, the field has the name of the property that sets it (has:stated-status
 * and has:status), but for a relation: there the property is only the ids of the same. */
static void
add_field (Properties   *properties,
           EupTableKind  table,
           guint         field)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  gboolean is_relation = spec->kind == EUP_KIND_ONE || spec->kind == EUP_KIND_MANY;
  int at = find (properties, spec->name, strlen (spec->name));
  const char *name = spec->name;
  EupQueryProperty *property;

  if (at >= 0 && at < (int) G_N_ELEMENTS (derived) && !is_relation)
    {
      name = spec->property;
      at = find (properties, name, strlen (name));
    }
  if (at >= 0 && at < (int) G_N_ELEMENTS (derived))
    {
      add_other_names (properties, &properties->items[at], spec);
      return;
    }
  if (at < 0)
    {
      at = (int) properties->n++;
      property = &properties->items[at];
      property->name = name;
      property->id = EUP_PROPERTY_STORED;
      property->sort = sort_kind (spec->kind);
      memset (property->fields, -1, sizeof property->fields);
    }
  property = &properties->items[at];
  if (property->sort != sort_kind (spec->kind))
    g_error ("“%s” cannot be sorted by, for it is of another kind in another table", name);
  property->fields[table] = (gint8) field;
  add_other_names (properties, property, spec);
}

static const Properties *
get_properties (void)
{
  static const Properties *made;

  if (g_once_init_enter (&made))
    {
      Properties *properties = g_new0 (Properties, 1);

      properties->items = g_new0 (EupQueryProperty, G_N_ELEMENTS (derived) + EUP_N_ENTITY_TABLES * EUP_MAX_FIELDS);
      memcpy (properties->items, derived, sizeof derived);
      properties->n = G_N_ELEMENTS (derived);
      for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
        for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
          add_field (properties, table, field);
      g_once_init_leave (&made, properties);
    }
  return made;
}

int
eup_query_property_find (const char *name,
                         gsize       length)
{
  return find (get_properties (), name, length);
}

guint
eup_query_n_properties (void)
{
  return get_properties ()->n;
}

const EupQueryProperty *
eup_query_property (guint number)
{
  return &get_properties ()->items[number];
}
