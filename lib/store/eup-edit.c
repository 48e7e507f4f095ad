/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "store/eup-store.h"

/* An edit writes the cells and the indexes, and appends an event for whoever announces it. */

static void
append_event (EupStore     *store,
              EupEventKind  kind,
              EupTableKind  table,
              EupNumber     number,
              guint         field,
              guint32       old,
              guint32       new)
{
  EupEvent event = { number, kind, field, table, old, new };

  store->generation++;
  if (store->events != NULL)
    g_array_append_val (store->events, event);
}

/* Lets what follows from the cells be worked out as it is now, so that it can be told what an edit makes of it. */
static inline void
prepare (EupStore     *store,
         EupTableKind  table,
         int           field)
{
  if (store->is_observed && store->derived == NULL && store->watch != NULL)
    store->watch->prepare (store, table, field);
}

/* Tells whoever keeps something that follows from the cells. */
static inline void
tell (EupStore     *store,
      EupTableKind  table,
      guint32       row,
      EupNumber     number,
      int           field,
      guint32       old)
{
  if (store->derived != NULL)
    store->watch->edited (store, table, row, number, field, old);
}

static void
index_row (EupStore     *store,
           EupTableKind  table,
           guint32       row,
           EupNumber     number,
           gboolean      add)
{
  const EupTableSpec *spec = eup_schema_table (table);

  if (store->indexes == NULL)
    return;
  for (guint i = 0; i < spec->n_fields; i++)
    {
      guint32 cell = eup_store_get (store, table, row, i);

      if (cell != 0)
        eup_indexes_cell_changed (store, table, i, number, add ? 0 : cell, add ? cell : 0);
    }
}

/* Makes a row for an entity of which nothing but the id is known. */
guint32
eup_store_create (EupStore     *store,
                  EupTableKind  table,
                  EupNumber     number)
{
  guint32 row;

  prepare (store, table, -1);
  row = eup_store_add_row (store, table, number);
  append_event (store, EUP_EVENT_ADDED, table, number, 0, 0, row);
  tell (store, table, row, number, -1, 0);
  return row;
}

/* Makes a row for the entity with all that a row of another store, or of this one, says. */
guint32
eup_store_copy_row (EupStore       *to,
                    EupNumber       number,
                    const EupStore *from,
                    EupTableKind    table,
                    guint32         row)
{
  const EupTableSpec *spec = eup_schema_table (table);
  guint32 copy;

  prepare (to, table, -1);
  copy = eup_store_add_row (to, table, number);

  for (guint i = 0; i < spec->n_fields; i++)
    eup_store_put (to, table, copy, i,
                   eup_store_copy_cell (to, from, eup_store_get (from, table, row, i), &spec->fields[i]));
  eup_store_copy_kept (to, copy, from, row, table);

  index_row (to, table, copy, number, TRUE);
  append_event (to, EUP_EVENT_ADDED, table, number, 0, 0, copy);
  tell (to, table, copy, number, -1, 0);
  return copy;
}

/* Takes the entity out. What refers to it stays, unresolved; its row can be read until the store is written anew. */
void
eup_store_remove (EupStore  *store,
                  EupNumber  number)
{
  EupTableKind table;
  guint32 row;

  if (!eup_store_home (store, number, &table, &row))
    return;

  prepare (store, table, -1);
  index_row (store, table, row, number, FALSE);
  eup_store_remove_row (store, table, row);
  append_event (store, EUP_EVENT_REMOVED, table, number, 0, row, 0);
  tell (store, table, row, number, -1, 0);
}

/* What an odd value that was kept is read as. */
static guint32
shown_cell (const EupFieldSpec *spec,
            guint32             cell)
{
  return spec->kind == EUP_KIND_ENUM && cell == EUP_ENUM_KEPT ? 0 : cell;
}

/* Writes a cell that was made for this field. Nothing happens if it says what is read from the old one, so that what was
 * kept there stays; what the new one takes is then given back. */
gboolean
eup_store_set (EupStore  *store,
               EupNumber  number,
               guint      field,
               guint32    cell)
{
  EupTableKind table;
  const EupFieldSpec *spec;
  guint32 row, old;

  if (!eup_store_home (store, number, &table, &row))
    return FALSE;

  spec = eup_schema_field (table, field);
  old = eup_store_get (store, table, row, field);
  if (eup_store_cell_equal (store, shown_cell (spec, old), store, cell, spec))
    {
      if (cell != old)
        eup_store_free_cell (store, spec, cell);
      return FALSE;
    }

  if (eup_store_has_kept (store, table, row))
    eup_store_replace_kept (store, table, row, field, spec->kind, cell);
  prepare (store, table, field);
  eup_store_put (store, table, row, field, cell);
  eup_indexes_cell_changed (store, table, field, number, old, cell);
  append_event (store, EUP_EVENT_CELL, table, number, field, old, cell);
  tell (store, table, row, number, field, old);
  return TRUE;
}

/* The cell with one number in the place of another; a list that held both names it once, where the first of them stood. */
static guint32
replaced_cell (EupStore           *store,
               const EupFieldSpec *spec,
               guint32             cell,
               EupNumber           from,
               EupNumber           to)
{
  g_autofree guint32 *items = NULL;
  gboolean found = FALSE;
  const guint32 *old;
  guint n, n_items = 0;

  if (spec->kind == EUP_KIND_ONE)
    return cell == from ? to : cell;

  old = eup_store_list (store, cell, &n);
  items = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      if (old[i] == from || old[i] == to)
        {
          if (found)
            continue;
          found = TRUE;
        }
      items[n_items++] = old[i] == from ? to : old[i];
    }
  return eup_store_add_list (store, items, n_items);
}

static void
replace_in_values (EupStore  *store,
                   EupNumber  number,
                   guint      field,
                   EupNumber  from,
                   EupNumber  to)
{
  EupTableKind table;
  const EupFieldSpec *spec;
  const guint32 *rows;
  guint32 row, cell;
  guint n;

  if (!eup_store_home (store, number, &table, &row))
    return;
  spec = eup_schema_field (table, field);
  cell = eup_store_copy_cell (store, store, eup_store_get (store, table, row, field), spec);
  rows = eup_store_list (store, cell, &n);
  for (guint i = 0; i < n; i++)
    for (guint f = 0; f < eup_schema_table (spec->target)->n_fields; f++)
      {
        const EupFieldSpec *inner = eup_schema_field (spec->target, f);

        if (inner->kind == EUP_KIND_ONE || inner->kind == EUP_KIND_MANY)
          eup_store_put (store, spec->target, rows[i], f,
                         replaced_cell (store, inner, eup_store_get (store, spec->target, rows[i], f), from, to));
      }
  eup_store_set (store, number, field, cell);
}

/* Makes everything that refers to one number refer to another. */
static void
replace_number (EupStore  *store,
                EupNumber  from,
                EupNumber  to)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
      {
        const EupFieldSpec *spec = eup_schema_field (table, field);
        g_autofree EupNumber *sources = NULL;
        const EupNumber *found;
        guint n;

        if (spec->kind != EUP_KIND_ONE && spec->kind != EUP_KIND_MANY)
          continue;
        found = eup_store_reverse (store, table, field, from, &n);
        sources = g_memdup2 (found, n * sizeof (EupNumber));
        for (guint i = 0; i < n; i++)
          {
            EupTableKind source_table;
            guint32 row;

            if (table >= EUP_N_ENTITY_TABLES)
              {
                replace_in_values (store, sources[i], EUP_COMMISSIONER_TERMS, from, to);
                continue;
              }
            if (!eup_store_home (store, sources[i], &source_table, &row))
              continue;
            eup_store_set (store, sources[i], field,
                           replaced_cell (store, spec, eup_store_get (store, table, row, field), from, to));
          }
      }
}

/* Gives the entity another id; fails if an entity has it. Whatever referred to the new id finds the entity now. */
gboolean
eup_store_rename (EupStore   *store,
                  EupNumber   number,
                  const char *id)
{
  EupNumber other = eup_store_find (store, id, strlen (id));
  EupTableKind table;
  guint32 row;
  EupRef old;

  if (other == number)
    return TRUE;
  if (eup_store_home (store, other, &table, &row) || !eup_store_home (store, number, &table, &row))
    return FALSE;

  prepare (store, table, -1);
  old = store->symbols[number].id;
  if (other != 0)
    {
      g_autofree char *free_id = g_strdup_printf ("%s\x1f%u", id, other);

      /* No id holds a control character, so nobody will ever ask for this one. */
      replace_number (store, other, number);
      eup_store_set_id (store, other, free_id);
    }
  eup_store_set_id (store, number, id);
  append_event (store, EUP_EVENT_RENAMED, table, number, 0, old, store->symbols[number].id);
  tell (store, table, row, number, -1, 0);
  return TRUE;
}

/* A text of one language is a plain string in a store of that language, and a pair in any other. */
static guint32
retagged_text (EupStore   *store,
               guint32     cell,
               const char *language)
{
  const char *own = store->language;
  const char *tag, *string;
  EupRef pair[2];
  guint32 text;

  if (eup_store_text_size (store, cell) != 1)
    return cell;

  string = eup_store_text_nth (store, cell, 0, &tag);
  pair[0] = eup_store_intern_string (store, tag, strlen (tag));
  pair[1] = eup_store_add_string (store, string, strlen (string));
  store->language = language;
  text = eup_store_add_text_pairs (store, 1, pair);
  store->language = own;
  return text;
}

/* Makes another language the one that plain strings are in. Every text says the same afterwards. */
void
eup_store_set_language (EupStore   *store,
                        const char *language)
{
  if (strcmp (store->language, language) == 0)
    return;

  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < eup_schema_table (table)->n_fields; field++)
      {
        const EupColumn *column = eup_store_column (store, table, field);

        if (eup_schema_field (table, field)->kind != EUP_KIND_TEXT || column == NULL)
          continue;
        for (guint32 row = 0; row < column->n; row++)
          eup_store_put (store, table, row, field,
                         retagged_text (store, eup_store_get (store, table, row, field), language));
      }
  store->title = retagged_text (store, store->title, language);

  store->language = g_intern_string (language);
  store->generation++;
}
