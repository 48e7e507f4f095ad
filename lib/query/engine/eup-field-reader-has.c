/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/engine/eup-field-reader.h"

#include "domain/eup-relations.h"
#include "domain/eup-terms.h"
#include "values/eup-language.h"

/* What is there, and what a text says. */

static gboolean
text_has (const EupStore *store,
          guint32         cell,
          const char     *language)
{
  const char *text;

  if (cell == 0)
    return FALSE;
  if (language == NULL)
    return eup_store_text_size (store, cell) > 0;
  text = eup_store_text_in (store, cell, language);
  return text != NULL && text[0] != '\0';
}

/* Values hold texts too: titles of another time, of links, of sources, labels of figures. */
static gboolean
values_have (const EupStore     *store,
             const EupFieldSpec *spec,
             guint32             cell,
             const char         *language)
{
  guint n;
  const guint32 *rows = eup_store_list (store, cell, &n);

  if (language == NULL)
    return n > 0;
  for (guint i = 0; i < n; i++)
    for (guint field = 0; field < eup_schema_table (spec->target)->n_fields; field++)
      if (eup_schema_field (spec->target, field)->kind == EUP_KIND_TEXT
          && text_has (store, eup_store_get (store, spec->target, rows[i], field), language))
        return TRUE;
  return FALSE;
}

static gboolean
cell_has (const EupStore *store,
          EupTableKind    table,
          guint32         row,
          guint           field,
          const char     *language)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  guint32 cell = eup_store_get (store, table, row, field);
  const guint32 *items;
  guint n;

  switch (spec->kind)
    {
    case EUP_KIND_TEXT:
      return text_has (store, cell, language);
    case EUP_KIND_VALUES:
      return values_have (store, spec, cell, language);
    case EUP_KIND_ENUM:
      return language == NULL && cell != 0 && cell != EUP_ENUM_KEPT;
    case EUP_KIND_PERIOD:
      items = eup_store_list (store, cell, &n);
      return language == NULL && n == 3 && (items[0] | items[1] | items[2]) != 0;
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
      eup_store_list (store, cell, &n);
      return language == NULL && n > 0;
    case EUP_KIND_STRING:
      return language == NULL && cell != 0 && eup_store_string (store, cell)[0] != '\0';
    case EUP_KIND_DATE:
    case EUP_KIND_INT:
    case EUP_KIND_DOUBLE:
    case EUP_KIND_ONE:
    case EUP_KIND_VALUE:
    default:
      return language == NULL && cell != 0;
    }
}

static gboolean
stored_has (const EupStore *store,
            const char     *name,
            const char     *language,
            EupTableKind    table,
            guint32         row)
{
  int field = eup_schema_find_name (table, name);

  if (field < 0)
    field = eup_schema_find_property (table, name);
  return field >= 0 && cell_has (store, table, row, field, language);
}

static gboolean
latest_term_has (const EupStore *store,
                 EupTableKind    table,
                 guint32         row,
                 guint           field,
                 const char     *language)
{
  guint32 term = table == EUP_TABLE_COMMISSIONER ? eup_terms_latest (store, row) : EUP_NO_ROW;

  return term != EUP_NO_ROW && text_has (store, eup_store_get (store, EUP_TABLE_TERM, term, field), language);
}

static gboolean
has_title (const EupStore *store,
           const char     *language,
           EupTableKind    table,
           guint32         row)
{
  if (cell_has (store, table, row, EUP_FIELD_TITLE, language))
    return TRUE;
  return table == EUP_TABLE_COMMISSIONER && language == NULL
         && (cell_has (store, table, row, EUP_COMMISSIONER_GIVEN_NAME, NULL)
             || cell_has (store, table, row, EUP_COMMISSIONER_FAMILY_NAME, NULL));
}

/* The relation that the property shows on entities of that type, or EUP_RELATION_NONE. */
static EupRelation
relation_shown (const EupQueryProperty *property,
                EupTableKind            table)
{
  static guint8 relations[EUP_N_PROPERTY_IDS][EUP_N_ENTITY_TABLES];
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < eup_query_n_properties (); i++)
        for (guint t = 0; t < EUP_N_ENTITY_TABLES; t++)
          {
            const EupQueryProperty *other = eup_query_property (i);
            EupRelation relation = other->id == EUP_PROPERTY_STORED ? EUP_RELATION_NONE : eup_relation_find (t, other->name);

            /* What one field states counts even where it is not in the catalog. */
            if (relation != EUP_RELATION_NONE && eup_relation_spec (relation)->path->op != EUP_PATH_FORWARD)
              relations[other->id][t] = relation;
          }
      /* The first of the priorities */
      relations[EUP_PROPERTY_PRIORITY][EUP_TABLE_INITIATIVE] = relations[EUP_PROPERTY_PRIORITIES][EUP_TABLE_INITIATIVE];
      g_once_init_leave (&is_made, 1);
    }
  return relations[property->id][table];
}

static const EupDerived *
derived_of (const EupFieldReader *reader)
{
  return reader->derived != NULL ? reader->derived : eup_derived_of (reader->store);
}

static gboolean
has_slippage (const EupFieldReader *reader,
              EupTableKind    table,
              guint32         row)
{
  gint64 days;

  return eup_field_reader_integer (reader, EUP_QUERY_FIELD_SLIPPAGE, table, row, &days) && days != 0;
}

static gboolean
initiative_has (const EupFieldReader     *reader,
                EupQueryPropertyId  id,
                guint32             row)
{
  switch (id)
    {
    case EUP_PROPERTY_STATUS:
      return eup_field_reader_status (reader, row) != EUP_STATUS_UNKNOWN;
    case EUP_PROPERTY_VERDICT:
      return eup_field_reader_enums (reader, EUP_QUERY_FIELD_VERDICT, EUP_TABLE_INITIATIVE, row) >> 1 != 0;
    case EUP_PROPERTY_SLIPPAGE:
      return has_slippage (reader, EUP_TABLE_INITIATIVE, row);
    case EUP_PROPERTY_STATUS_DATE:
      return derived_of (reader)->status_date[row] != 0;
    case EUP_PROPERTY_LEGISLATIVE:
      return eup_instrument_is_act (eup_store_get (reader->store, EUP_TABLE_INITIATIVE, row, EUP_INITIATIVE_INSTRUMENT));
    case EUP_PROPERTY_DATE:
      return eup_field_reader_latest_date (reader, row) != 0;
    case EUP_PROPERTY_NEXT_MILESTONE:
      return eup_field_reader_next_milestone (reader, row) != 0;
    default:
      return FALSE;
    }
}

static gboolean
milestone_has (const EupFieldReader     *reader,
               EupQueryPropertyId  id,
               guint32             row)
{
  switch (id)
    {
    case EUP_PROPERTY_STATE:
      return eup_derived_state (derived_of (reader), row) != EUP_MILESTONE_STATE_UNKNOWN;
    case EUP_PROPERTY_SLIPPAGE:
      return has_slippage (reader, EUP_TABLE_MILESTONE, row);
    case EUP_PROPERTY_ORIGINAL:
      return eup_derived_chain (derived_of (reader), eup_store_number_of (reader->store, EUP_TABLE_MILESTONE, row)) != NULL;
    case EUP_PROPERTY_DATE:
      return cell_has (reader->store, EUP_TABLE_MILESTONE, row, EUP_MILESTONE_DATE, NULL);
    default:
      return FALSE;
    }
}

gboolean
eup_field_reader_has (const EupFieldReader         *reader,
                      const EupQueryProperty *property,
                      const char             *language,
                      EupTableKind            table,
                      guint32                 row)
{
  EupStore *store = reader->store;
  EupRelation relation;

  switch (property->id)
    {
    case EUP_PROPERTY_STORED:
      return stored_has (store, property->name, language, table, row);
    case EUP_PROPERTY_TITLE:
      return has_title (store, language, table, row);
    case EUP_PROPERTY_ROLE:
      return latest_term_has (store, table, row, EUP_TERM_ROLE, language);
    case EUP_PROPERTY_PORTFOLIO:
      return latest_term_has (store, table, row, EUP_TERM_PORTFOLIO, language);
    case EUP_PROPERTY_ID:
    case EUP_PROPERTY_TYPE:
      return language == NULL;
    default:
      break;
    }
  if (language != NULL)
    return FALSE;

  relation = relation_shown (property, table);
  if (relation != EUP_RELATION_NONE)
    return eup_relation_any (store, relation, eup_store_number_of (store, table, row));
  if (property->id == EUP_PROPERTY_LEADS || property->id == EUP_PROPERTY_OBJECTIVES || property->id == EUP_PROPERTY_PRIORITY)
    return stored_has (store, property->name, NULL, table, row);
  return table == EUP_TABLE_INITIATIVE ? initiative_has (reader, property->id, row)
         : table == EUP_TABLE_MILESTONE && milestone_has (reader, property->id, row);
}

const char *
eup_field_reader_title (const EupStore      *store,
                        EupTableKind         table,
                        guint32              row,
                        const char * const  *languages,
                        GString             *buffer)
{
  guint32 cell = eup_store_get (store, table, row, EUP_FIELD_TITLE);
  const char *given, *family;

  if (cell != 0 || table != EUP_TABLE_COMMISSIONER)
    return eup_store_text_best (store, cell, languages, NULL);
  given = eup_store_string (store, eup_store_get (store, table, row, EUP_COMMISSIONER_GIVEN_NAME));
  family = eup_store_string (store, eup_store_get (store, table, row, EUP_COMMISSIONER_FAMILY_NAME));
  if (given == NULL || family == NULL)
    return given != NULL ? given : family;
  g_string_printf (buffer, "%s %s", given, family);
  return buffer->str;
}

gboolean
eup_field_reader_language_is_in (const char  *language,
                                 char       **languages)
{
  if (languages == NULL)
    return TRUE;
  for (guint i = 0; languages[i] != NULL; i++)
    if (eup_language_takes (languages[i], language))
      return TRUE;
  return FALSE;
}
