/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-enum-types.h>

#include "store/eup-schema.h"

#define DATA(name, property, key, predicate, kind, flags) \
  { name, property, key, predicate, EUP_KIND_##kind, EUP_TABLE_ANY, NULL, 0, flags }
#define ENUM(name, property, key, predicate, type, offset) \
  { name, property, key, predicate, EUP_KIND_ENUM, EUP_TABLE_ANY, eup_##type##_get_type, offset, EUP_FIELD_NONE }
#define LINK(name, property, key, predicate, kind, target, flags) \
  { name, property, key, predicate, EUP_KIND_##kind, EUP_TABLE_##target, NULL, 0, flags }

/* The fields of every entity, at the numbers of EUP_FIELD_TITLE ... */
#define COMMON \
  DATA ("title", "title", "title", "dcterms:title", TEXT, EUP_FIELD_NONE), \
  DATA ("short-title", "short-title", "shortTitle", "eup:shortTitle", TEXT, EUP_FIELD_NONE), \
  LINK ("other-titles", "other-titles", "otherTitles", "eup:otherTitle", VALUES, TITLE, EUP_FIELD_NONE), \
  DATA ("summary", "summary", "summary", "dcterms:description", TEXT, EUP_FIELD_NONE), \
  DATA ("notes", "notes", "notes", "skos:note", TEXT, EUP_FIELD_NONE), \
  DATA ("references", "references", "references", "dcterms:identifier", STRINGS, EUP_FIELD_NONE), \
  LINK ("links", "links", "links", "eup:link", VALUES, LINK, EUP_FIELD_NONE), \
  LINK ("figures", "figures", "figures", "eup:figure", VALUES, FIGURE, EUP_FIELD_NONE), \
  LINK ("topics", "topic-ids", "topics", "dcterms:subject", MANY, TOPIC, EUP_FIELD_NONE), \
  LINK ("sources", "sources", "sources", "dcterms:source", VALUES, CITATION, EUP_FIELD_NONE), \
  ENUM ("confidence", "confidence", "confidence", "eup:confidence", confidence, 0), \
  DATA ("verified", "verified", "verified", "eup:verified", DATE, EUP_FIELD_NONE)

static const EupFieldSpec mandate_fields[] = {
  COMMON,
  DATA ("period", "period", "period", "eup:period", PERIOD, EUP_FIELD_NONE),
  LINK ("president", "president-id", "president", "eup:president", ONE, COMMISSIONER, EUP_FIELD_NONE),
};

static const EupFieldSpec priority_fields[] = {
  COMMON,
  LINK ("mandate", "mandate-id", "mandate", "eup:mandate", ONE, MANDATE, EUP_FIELD_BENEATH),
  DATA ("position", "position", "position", "eup:position", INT, EUP_FIELD_NONE),
  LINK ("in-charge", "in-charge-ids", "inCharge", "eup:inCharge", MANY, COMMISSIONER, EUP_FIELD_NONE),
};

static const EupFieldSpec objective_fields[] = {
  COMMON,
  LINK ("priority", "priority-id", "priority", "eup:priority", ONE, PRIORITY, EUP_FIELD_REQUIRED | EUP_FIELD_BENEATH),
  DATA ("position", "position", "position", "eup:position", INT, EUP_FIELD_NONE),
  DATA ("purpose", "purpose", "purpose", "eup:purpose", TEXT, EUP_FIELD_NONE),
};

static const EupFieldSpec initiative_fields[] = {
  COMMON,
  LINK ("objectives", "objective-ids", "objectives", "eup:objective", MANY, OBJECTIVE, EUP_FIELD_BENEATH),
  LINK ("priorities", "priority-ids", "priorities", "eup:priority", MANY, PRIORITY, EUP_FIELD_BENEATH),
  ENUM ("instrument", "instrument", "instrument", "eup:instrument", instrument, 0),
  ENUM ("status", "stated-status", "status", "eup:status", status, 0),
  LINK ("leads", "lead-ids", "leads", "eup:lead", MANY, COMMISSIONER, EUP_FIELD_NONE),
  LINK ("parent", "parent-id", "parent", "dcterms:isPartOf", ONE, INITIATIVE, EUP_FIELD_BENEATH),
  LINK ("fulfils", "fulfils-ids", "fulfils", "eup:fulfils", MANY, INITIATIVE, EUP_FIELD_BENEATH),
  LINK ("replaces", "replaces-ids", "replaces", "dcterms:replaces", MANY, INITIATIVE, EUP_FIELD_NONE),
  LINK ("amends", "amends-ids", "amends", "eup:amends", MANY, INITIATIVE, EUP_FIELD_NONE),
  DATA ("position", "position", "position", "eup:position", INT, EUP_FIELD_NONE),
  DATA ("status-since", "status-since", "statusSince", "eup:statusSince", DATE, EUP_FIELD_NONE),
};

static const EupFieldSpec milestone_fields[] = {
  COMMON,
  LINK ("subject", "subject-id", "subject", "eup:subject", ONE, ANY, EUP_FIELD_REQUIRED | EUP_FIELD_BENEATH),
  DATA ("date", "date", "date", "dcterms:date", DATE, EUP_FIELD_NONE),
  ENUM ("kind", "kind", "kind", "eup:kind", milestone_kind, 0),
  ENUM ("actor", "actor", "actor", "eup:actor", actor, 0),
  ENUM ("state", "stated-state", "state", "eup:state", milestone_state, 0),
  LINK ("refines", "refines-id", "refines", "eup:refines", ONE, MILESTONE, EUP_FIELD_NONE),
  DATA ("position", "position", "position", "eup:position", INT, EUP_FIELD_NONE),
  LINK ("rescheduled-to", "rescheduled-to-id", "rescheduledTo", "eup:rescheduledTo", ONE, MILESTONE, EUP_FIELD_NONE),
  LINK ("rescheduled-by", "rescheduled-by-id", "rescheduledBy", "eup:rescheduledBy", ONE, INITIATIVE, EUP_FIELD_NONE),
  DATA ("rescheduled-on", "rescheduled-on", "rescheduledOn", "eup:rescheduledOn", DATE, EUP_FIELD_NONE),
};

static const EupFieldSpec commissioner_fields[] = {
  COMMON,
  DATA ("given-name", "given-name", "givenName", "foaf:givenName", STRING, EUP_FIELD_NONE),
  DATA ("family-name", "family-name", "familyName", "foaf:familyName", STRING, EUP_FIELD_NONE),
  DATA ("country", "country", "country", "eup:country", STRING, EUP_FIELD_INTERN),
  LINK ("terms", "terms", "terms", "eup:term", VALUES, TERM, EUP_FIELD_NONE),
};

static const EupFieldSpec topic_fields[] = {
  COMMON,
  LINK ("broader", "broader-id", "broader", "skos:broader", ONE, TOPIC, EUP_FIELD_BENEATH),
  DATA ("scheme", "scheme", "scheme", "skos:inScheme", STRING, EUP_FIELD_INTERN),
};

static const EupFieldSpec figure_fields[] = {
  DATA ("value", "value", "value", "schema:value", DOUBLE, EUP_FIELD_NONE),
  DATA ("unit", "unit", "unit", "schema:unitText", STRING, EUP_FIELD_INTERN),
  ENUM ("qualifier", "qualifier", "qualifier", "eup:qualifier", qualifier, 0),
  DATA ("label", "label", "label", "rdfs:label", TEXT, EUP_FIELD_NONE),
  DATA ("date", "date", "date", "dcterms:date", DATE, EUP_FIELD_NONE),
  LINK ("source", "source", "source", "dcterms:source", VALUE, CITATION, EUP_FIELD_NONE),
};

static const EupFieldSpec link_fields[] = {
  DATA ("uri", "uri", "uri", "schema:url", STRING, EUP_FIELD_NONE),
  DATA ("title", "title", "title", "dcterms:title", TEXT, EUP_FIELD_NONE),
  ENUM ("kind", "kind", "kind", "eup:kind", link_kind, 1),
  DATA ("date", "date", "date", "dcterms:date", DATE, EUP_FIELD_NONE),
};

static const EupFieldSpec citation_fields[] = {
  DATA ("title", "title", "title", "dcterms:title", TEXT, EUP_FIELD_NONE),
  DATA ("uri", "uri", "uri", "schema:url", STRING, EUP_FIELD_NONE),
  DATA ("date", "date", "date", "dcterms:date", DATE, EUP_FIELD_NONE),
};

static const EupFieldSpec term_fields[] = {
  LINK ("mandate", "mandate-id", "mandate", "eup:mandate", ONE, MANDATE, EUP_FIELD_NONE),
  DATA ("role", "role", "role", "eup:role", TEXT, EUP_FIELD_NONE),
  DATA ("portfolio", "portfolio", "portfolio", "eup:portfolio", TEXT, EUP_FIELD_NONE),
  DATA ("period", "period", "period", "eup:period", PERIOD, EUP_FIELD_NONE),
  LINK ("priorities", "priority-ids", "priorities", "eup:priority", MANY, PRIORITY, EUP_FIELD_NONE),
};

static const EupFieldSpec title_fields[] = {
  DATA ("text", "text", "text", "rdfs:label", TEXT, EUP_FIELD_NONE),
  DATA ("period", "period", "period", "eup:period", PERIOD, EUP_FIELD_NONE),
};

/* Written first what names an entity, then what its type has, then what backs it. */
#define HEAD EUP_FIELD_TITLE, EUP_FIELD_SHORT_TITLE, EUP_FIELD_OTHER_TITLES, EUP_FIELD_SUMMARY, EUP_FIELD_NOTES
#define TAIL \
  EUP_FIELD_REFERENCES, EUP_FIELD_LINKS, EUP_FIELD_FIGURES, EUP_FIELD_TOPICS, EUP_FIELD_SOURCES, \
  EUP_FIELD_CONFIDENCE, EUP_FIELD_VERIFIED

static const guint8 mandate_order[] = { HEAD, EUP_MANDATE_PERIOD, EUP_MANDATE_PRESIDENT, TAIL };
static const guint8 priority_order[] = { HEAD, EUP_PRIORITY_MANDATE, EUP_PRIORITY_POSITION, EUP_PRIORITY_IN_CHARGE, TAIL };
static const guint8 objective_order[] = { HEAD, EUP_OBJECTIVE_PRIORITY, EUP_OBJECTIVE_POSITION, EUP_OBJECTIVE_PURPOSE, TAIL };
static const guint8 initiative_order[] = { HEAD, EUP_INITIATIVE_OBJECTIVES, EUP_INITIATIVE_PRIORITIES, EUP_INITIATIVE_POSITION, EUP_INITIATIVE_INSTRUMENT, EUP_INITIATIVE_STATUS, EUP_INITIATIVE_STATUS_SINCE, EUP_INITIATIVE_LEADS, EUP_INITIATIVE_PARENT, EUP_INITIATIVE_FULFILS, EUP_INITIATIVE_REPLACES, EUP_INITIATIVE_AMENDS, TAIL };
static const guint8 milestone_order[] = { HEAD, EUP_MILESTONE_SUBJECT, EUP_MILESTONE_POSITION, EUP_MILESTONE_DATE, EUP_MILESTONE_KIND, EUP_MILESTONE_ACTOR, EUP_MILESTONE_STATE, EUP_MILESTONE_RESCHEDULED_TO, EUP_MILESTONE_RESCHEDULED_BY, EUP_MILESTONE_RESCHEDULED_ON, EUP_MILESTONE_REFINES, TAIL };
static const guint8 commissioner_order[] = { HEAD, EUP_COMMISSIONER_GIVEN_NAME, EUP_COMMISSIONER_FAMILY_NAME, EUP_COMMISSIONER_COUNTRY, EUP_COMMISSIONER_TERMS, TAIL };
static const guint8 topic_order[] = { HEAD, EUP_TOPIC_BROADER, EUP_TOPIC_SCHEME, TAIL };
static const guint8 value_order[] = { 0, 1, 2, 3, 4, 5 };

#define ENTITY(nick, key) { #nick, key, nick##_fields, G_N_ELEMENTS (nick##_fields), nick##_order }
#define VALUE(nick, key) { #nick, key, nick##_fields, G_N_ELEMENTS (nick##_fields), value_order }

static const EupTableSpec tables[EUP_N_TABLES] = {
  [EUP_TABLE_MANDATE] = ENTITY (mandate, "mandates"),
  [EUP_TABLE_PRIORITY] = ENTITY (priority, "priorities"),
  [EUP_TABLE_OBJECTIVE] = ENTITY (objective, "objectives"),
  [EUP_TABLE_INITIATIVE] = ENTITY (initiative, "initiatives"),
  [EUP_TABLE_MILESTONE] = ENTITY (milestone, "milestones"),
  [EUP_TABLE_COMMISSIONER] = ENTITY (commissioner, "commissioners"),
  [EUP_TABLE_TOPIC] = ENTITY (topic, "topics"),
  [EUP_TABLE_FIGURE] = VALUE (figure, NULL),
  [EUP_TABLE_LINK] = VALUE (link, NULL),
  [EUP_TABLE_CITATION] = VALUE (citation, NULL),
  [EUP_TABLE_TERM] = VALUE (term, NULL),
  [EUP_TABLE_TITLE] = VALUE (title, NULL),
};

const EupTableSpec *
eup_schema_table (EupTableKind table)
{
  return &tables[table];
}

const EupFieldSpec *
eup_schema_field (EupTableKind table,
                  guint        field)
{
  return &tables[table].fields[field];
}

/* The number of the field with that JSON key, or -1. */
int
eup_schema_find_key (EupTableKind table,
                     const char  *key,
                     gsize        length)
{
  const EupTableSpec *spec = &tables[table];

  for (guint i = 0; i < spec->n_fields; i++)
    if (strncmp (spec->fields[i].key, key, length) == 0 && spec->fields[i].key[length] == '\0')
      return i;
  return -1;
}

/* The number of the field behind that settable property, or -1. */
int
eup_schema_find_property (EupTableKind table,
                          const char  *property)
{
  for (guint i = 0; i < tables[table].n_fields; i++)
    if (strcmp (tables[table].fields[i].property, property) == 0)
      return i;
  return -1;
}

/* The number of the field of that name, or -1. */
int
eup_schema_find_name (EupTableKind table,
                      const char  *name)
{
  for (guint i = 0; i < tables[table].n_fields; i++)
    if (strcmp (tables[table].fields[i].name, name) == 0)
      return i;
  return -1;
}

/* The entity table of that nick, or -1. */
int
eup_schema_find_table (const char *nick,
                       gsize       length)
{
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    if (strncmp (tables[i].nick, nick, length) == 0 && tables[i].nick[length] == '\0')
      return i;
  return -1;
}

/* The entity table whose array has that key in JSON, or -1. */
int
eup_schema_find_array (const char *key,
                       gsize       length)
{
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    if (strncmp (tables[i].key, key, length) == 0 && tables[i].key[length] == '\0')
      return i;
  return -1;
}

/* Bytes of a cell of that kind. */
guint
eup_schema_kind_width (EupFieldKind kind)
{
  switch (kind)
    {
    case EUP_KIND_ENUM:
      return 1;
    case EUP_KIND_DOUBLE:
      return 8;
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
    case EUP_KIND_STRING:
    case EUP_KIND_TEXT:
    case EUP_KIND_INT:
    case EUP_KIND_ONE:
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
    case EUP_KIND_VALUE:
    case EUP_KIND_VALUES:
    default:
      return 4;
    }
}
