/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/check/eup-check.h"

typedef struct
{
  guint32 line;
  guint32 column;
} Place;

typedef struct
{
  guint32 index;
  guint32 parent;
} Nest;

typedef struct
{
  guint32 part;
  guint32 row;
} Origin;

EupPlaces *
eup_places_new (gboolean lines)
{
  EupPlaces *places = g_new0 (EupPlaces, 1);

  places->lines = lines;
  return places;
}

void
eup_places_free (EupPlaces *places)
{
  for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
    {
      g_clear_pointer (&places->places[i], g_array_unref);
      g_clear_pointer (&places->nested[i], g_array_unref);
      g_clear_pointer (&places->origins[i], g_array_unref);
    }
  g_clear_pointer (&places->parts, g_ptr_array_unref);
  g_free (places->source);
  g_free (places);
}

/* In most files no entity stands in another: then the row says the index. */
static void
add_nest (EupPlaces    *places,
          EupTableKind  table,
          guint32       row,
          Nest          nest)
{
  GArray *nested = places->nested[table];

  if (nested == NULL)
    {
      nested = places->nested[table] = g_array_new (FALSE, FALSE, sizeof (Nest));
      for (guint32 i = 0; i < row; i++)
        {
          Nest flat = { i, EUP_NO_HOME };

          g_array_append_val (nested, flat);
        }
    }
  g_array_append_val (nested, nest);
}

/* Rows come in order, beginning with the first that is read. */
void
eup_places_add (EupPlaces    *places,
                EupTableKind  table,
                guint32       row,
                guint         line,
                guint         column,
                guint         index,
                guint32       parent)
{
  Place place = { line, column };

  if (places == NULL)
    return;
  if (places->places[table] == NULL)
    places->places[table] = g_array_new (FALSE, TRUE, sizeof (Place));
  if (row > places->places[table]->len)
    g_array_set_size (places->places[table], row);
  g_array_append_val (places->places[table], place);
  if (!places->lines || parent != EUP_NO_HOME)
    {
      if (places->nested[table] != NULL || parent != EUP_NO_HOME || index != row)
        add_nest (places, table, row, (Nest) { index, parent });
    }
  else if (places->nested[table] != NULL)
    add_nest (places, table, row, (Nest) { 0, EUP_NO_HOME });
}

void
eup_places_add_part (EupPlaces  *places,
                     EupPlaces  *part,
                     const char *source)
{
  if (places->parts == NULL)
    places->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_places_free);
  if (part == NULL)
    part = eup_places_new (TRUE);
  part->source = g_strdup (source);
  places->odd_ids |= part->odd_ids;
  g_ptr_array_add (places->parts, part);
}

/* Of the part that was added last; rows come in order. */
void
eup_places_add_origin (EupPlaces    *places,
                       EupTableKind  table,
                       guint32       row_in_part)
{
  Origin origin = { places->parts->len - 1, row_in_part };

  if (places->origins[table] == NULL)
    places->origins[table] = g_array_new (FALSE, FALSE, sizeof (Origin));
  g_array_append_val (places->origins[table], origin);
}

/* The part that has the row, and which it is there; the places themselves if there are no parts. */
static const EupPlaces *
find_part (const EupPlaces *places,
           EupTableKind     table,
           guint32         *row)
{
  const Origin *origin;

  if (places == NULL || places->parts == NULL)
    return places;
  origin = &g_array_index (places->origins[table], Origin, *row);
  *row = origin->row;
  return g_ptr_array_index (places->parts, origin->part);
}

const char *
eup_places_source (const EupPlaces *places,
                   EupTableKind     table,
                   guint32          row)
{
  const EupPlaces *part = find_part (places, table, &row);

  return part == NULL ? NULL : part->source;
}

void
eup_places_get (const EupPlaces *places,
                EupTableKind     table,
                guint32          row,
                guint           *line,
                guint           *column)
{
  *line = *column = 0;
  places = find_part (places, table, &row);
  if (places == NULL || places->places[table] == NULL || row >= places->places[table]->len)
    return;
  *line = g_array_index (places->places[table], Place, row).line;
  *column = g_array_index (places->places[table], Place, row).column;
}

/* The JSON pointer of the entity. */
char *
eup_places_pointer (const EupPlaces *places,
                    EupTableKind     table,
                    guint32          row)
{
  const GArray *nested;
  Nest nest;
  g_autofree char *parent = NULL;

  places = find_part (places, table, &row);
  nested = places->nested[table];
  nest = (Nest) { row, EUP_NO_HOME };
  if (nested != NULL && row < nested->len)
    nest = g_array_index (nested, Nest, row);
  if (nest.parent != EUP_NO_HOME)
    parent = eup_places_pointer (places, nest.parent >> 28, nest.parent & 0x0fffffff);
  else if (places->lines)
    return g_strdup ("");
  return g_strdup_printf ("%s/%s/%u", parent == NULL ? "" : parent, eup_schema_table (table)->key, nest.index);
}
