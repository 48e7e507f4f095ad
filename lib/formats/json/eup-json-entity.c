/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-members.h"
#include "formats/json/eup-json-reader.h"

/* Objects: entities and values, their members, the children that stand nested in them, and what is not known. */

typedef struct
{
  EupTableKind table;
  guint32      row;
  EupNumber    number; /* 0 until it is needed */
  guint        line;
  guint        column;
  guint        id_line;
  guint        id_column;
  guint        id_length;
  guint32      id_hash;
  char         id[EUP_MAX_ID_LENGTH + 1];
} Entity;

static int
compare_unknown (const void *a,
                 const void *b,
                 void       *data)
{
  const GString *names = data;
  const EupJsonUnknown *x = a, *y = b;
  int order = memcmp (names->str + x->name, names->str + y->name, MIN (x->name_length, y->name_length));

  if (order != 0)
    return order;
  if (x->name_length != y->name_length)
    return x->name_length < y->name_length ? -1 : 1;
  return x->name < y->name ? -1 : 1;
}

/* Reads the value of a member that is not known, of which the key was read. */
gboolean
eup_json_read_unknown (EupJsonReader     *r,
                       guint              table,
                       const EupJsonSpan *key,
                       guint              line,
                       guint              column)
{
  EupJsonUnknown unknown = { .line = line, .column = column, .raw = r->raw->len, .name_length = key->length };
  const char *nearest = r->issues == NULL || r->issues->len >= r->max_issues ? NULL
                        : eup_json_nearest_key (table, key->data, key->length);
  g_autofree char *shown = eup_json_shorten (key);

  unknown.name = r->scan.names->len;
  eup_json_name_step (&r->scan, key);
  if (nearest == NULL)
    eup_json_report (r, "unknown-member", line, column, EUP_JSON_UNKNOWN, shown);
  else
    eup_json_report (r, "unknown-member", line, column, EUP_JSON_UNKNOWN_NEAR, shown, nearest);
  if (!eup_json_colon (&r->scan) || !eup_json_capture (&r->scan, r->raw))
    return FALSE;
  unknown.raw_length = r->raw->len - unknown.raw;
  g_array_append_val (r->unknown, unknown);
  return TRUE;
}

/* The object is closed when this is found; the pointer is to lead into it. */
static gboolean
fail_duplicate (EupJsonScanner       *s,
                const EupJsonUnknown *unknown)
{
  s->depth++;
  s->steps[s->depth] = (EupJsonStep) { .name = unknown->name, .name_length = unknown->name_length };
  return eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, unknown->line, unknown->column,
                              "the member “%.*s” stands twice in one object", (int) MIN (unknown->name_length, 80),
                              s->names->str + unknown->name);
}

/* Keeps the members from @first on, which are those of one object, in the order of their keys. */
gboolean
eup_json_finish_unknown (EupJsonReader *r,
                         guint          first,
                         gsize          names,
                         gsize          raw,
                         guint          table,
                         guint32        row)
{
  guint n = r->unknown->len - first;
  EupJsonUnknown *all;
  GString *key = r->scan.names;

  if (n == 0)
    return TRUE;
  all = (EupJsonUnknown *) (void *) r->unknown->data + first;
  g_qsort_with_data (all, n, sizeof *all, compare_unknown, key);
  g_string_assign (r->compose, "{");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && all[i].name_length == all[i - 1].name_length
          && memcmp (key->str + all[i].name, key->str + all[i - 1].name, all[i].name_length) == 0)
        return fail_duplicate (&r->scan, &all[i]);
      if (i > 0)
        g_string_append_c (r->compose, ',');
      eup_json_append_string (r->compose, key->str + all[i].name, all[i].name_length);
      g_string_append_c (r->compose, ':');
      g_string_append_len (r->compose, r->raw->str + all[i].raw, all[i].raw_length);
    }
  g_string_append_c (r->compose, '}');
  eup_store_keep (r->store, table, row, EUP_KEPT_MEMBERS, r->compose->str, r->compose->len);

  g_array_set_size (r->unknown, first);
  g_string_truncate (r->raw, raw);
  g_string_truncate (key, names);
  return TRUE;
}

/* Notes the id. Its number is looked for at the end: until then its place in the index has come into the cache. */
static gboolean
note_id (EupJsonReader     *r,
         Entity            *entity,
         const EupJsonSpan *id,
         guint              line,
         guint              column)
{
  if (!eup_json_id_is_valid (r, id))
    return eup_json_fail_place (&r->scan, id->length > EUP_MAX_ID_LENGTH ? EUP_PARSE_ERROR_TOO_LARGE : EUP_PARSE_ERROR_BAD_VALUE,
                                line, column, "%s", r->problem);
  memcpy (entity->id, id->data, id->length);
  entity->id[id->length] = '\0';
  entity->id_length = id->length;
  entity->id_line = line;
  entity->id_column = column;
  entity->id_hash = eup_store_prepare (r->store, entity->id, id->length);
  r->entity_id = entity->id;
  return TRUE;
}

static gboolean
fail_second (EupJsonReader *r,
             const Entity  *entity,
             EupTableKind   other_table,
             guint32        other_row)
{
  EupJsonScanner *s = &r->scan;
  guint line, column;

  /* The pointer is to lead to the id. */
  s->depth++;
  s->steps[s->depth] = (EupJsonStep) { .key = "id" };
  eup_places_get (r->places, other_table, other_row, &line, &column);
  if (line == 0)
    return eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, entity->id_line, entity->id_column,
                                "there is already an entity with the id “%.80s”", entity->id);
  return eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, entity->id_line, entity->id_column,
                              "two entities have the id “%.80s”; the other stands at %s:%u:%u", entity->id,
                              s->source_name, line, column);
}

static gboolean
give_number (EupJsonReader *r,
             Entity        *entity)
{
  EupTableKind other_table;
  guint32 other_row;

  if (entity->number != 0 || entity->id_length == 0)
    return TRUE;
  entity->number = eup_store_intern_prepared (r->store, entity->id, entity->id_length, entity->id_hash);
  if (G_UNLIKELY (eup_store_home (r->store, entity->number, &other_table, &other_row)))
    return fail_second (r, entity, other_table, other_row);
  eup_store_give_number (r->store, entity->table, entity->row, entity->number);
  return TRUE;
}

static gboolean
read_id (EupJsonReader *r,
         Entity        *entity)
{
  int c = eup_json_next (&r->scan);
  guint line = r->scan.line, column = eup_json_column (&r->scan, r->scan.cur);
  EupJsonSpan id;

  if (c == 'n')
    return eup_json_literal (&r->scan, "null");
  if (c != '"')
    {
      /* What stands there may be no JSON at all: then that is what is said. */
      g_string_truncate (r->compose, 0);
      return eup_json_capture (&r->scan, r->compose)
             && eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_WRONG_TYPE, line, column, "an id has to be a string");
    }
  return eup_json_string (&r->scan, &id) && note_id (r, entity, &id, line, column);
}

/* The type is known from where the entity stands; stated, it has to be that. */
static gboolean
read_type (EupJsonReader *r,
           EupTableKind   table)
{
  int c = eup_json_next (&r->scan);
  guint line = r->scan.line, column = eup_json_column (&r->scan, r->scan.cur);
  const char *nick = eup_schema_table (table)->nick;

  if (c == 'n')
    return eup_json_literal (&r->scan, "null");
  g_string_truncate (r->compose, 0);
  if (!eup_json_capture (&r->scan, r->compose))
    return FALSE;
  if (r->compose->len == strlen (nick) + 2 && strncmp (r->compose->str + 1, nick, strlen (nick)) == 0)
    return TRUE;
  return eup_json_fail_place (&r->scan, EUP_PARSE_ERROR_WRONG_TYPE, line, column,
                              "the type of this entity is “%s”, not %.80s", nick, r->compose->str);
}

/* An array that holds something else than objects is no array of children. */
static gboolean
are_children (EupJsonReader *r,
              gboolean      *children)
{
  EupJsonMark mark;
  int more;

  *children = FALSE;
  if (eup_json_next (&r->scan) != '[')
    return r->scan.error == NULL;
  eup_json_mark (&r->scan, &mark);
  if (!eup_json_open (&r->scan))
    return FALSE;
  more = eup_json_item (&r->scan, TRUE);
  *children = more == 0 || (more > 0 && *r->scan.cur == '{');
  if (more < 0)
    return FALSE;
  eup_json_rewind (&r->scan, &mark);
  eup_json_unmark (&r->scan, &mark);
  return TRUE;
}

static gboolean
read_children (EupJsonReader *r,
               Entity        *parent,
               EupTableKind   table,
               guint          line,
               guint          column)
{
  const char *key = eup_schema_table (table)->key;
  EupJsonScanner *s = &r->scan;
  gboolean first = TRUE, children;
  int more;

  if (eup_json_next (s) == 'n')
    return eup_json_literal (s, "null");
  if (!are_children (r, &children))
    return FALSE;
  if (!children)
    {
      EupJsonUnknown unknown = { .line = line, .column = column, .raw = r->raw->len, .name_length = strlen (key) };

      unknown.name = s->names->len;
      g_string_append (s->names, key);
      if (!eup_json_capture (s, r->raw))
        return FALSE;
      unknown.raw_length = r->raw->len - unknown.raw;
      g_array_append_val (r->unknown, unknown);
      eup_json_report (r, "wrong-type", line, column, "“%s” has to be an array of objects", key);
      return TRUE;
    }

  if (!give_number (r, parent) || !eup_json_open (s))
    return FALSE;
  while ((more = eup_json_item (s, first)) > 0)
    {
      EupNumber number;
      EupJsonChild child = { .table = table };

      first = FALSE;
      if (!eup_json_read_object (r, table, (guint32) parent->table << 28 | parent->row, &number))
        return FALSE;
      child.row = r->store->symbols[number].home & 0x0fffffff;
      g_array_append_val (r->children, child);
    }
  return more == 0;
}

/* The relation to the parent, of those children that do not state it. */
static void
adopt_children (EupJsonReader *r,
                const Entity  *parent,
                guint          first)
{
  for (guint i = first; i < r->children->len; i++)
    {
      EupJsonChild child = g_array_index (r->children, EupJsonChild, i);
      guint field = r->beneath[child.table][parent->table];
      guint32 cell = parent->number;

      if (eup_store_get (r->store, child.table, child.row, field) != 0
          || (eup_store_has_kept (r->store, child.table, child.row)
              && (eup_store_kept (r->store, child.table, child.row, field) != NULL
                  || eup_store_kept (r->store, child.table, child.row, EUP_KEPT_PARTS (field)) != NULL)))
        continue;
      if (eup_schema_field (child.table, field)->kind == EUP_KIND_MANY)
        cell = eup_store_add_list (r->store, &cell, 1);
      eup_store_put (r->store, child.table, child.row, field, cell);
    }
  g_array_set_size (r->children, first);
}

static gboolean
read_members (EupJsonReader *r,
              EupTableKind   table,
              guint32        row,
              Entity        *entity)
{
  EupJsonScanner *s = &r->scan;
  const guint first_unknown = r->unknown->len;
  const gsize names = s->names->len, raw = r->raw->len;
  guint8 previous = EUP_JSON_SLOT_NONE;
  gboolean first = TRUE;
  guint64 seen = 0;
  int more;

  if (!eup_json_open (s))
    return FALSE;
  for (; (more = eup_json_member (s, first)) > 0; first = FALSE)
    {
      guint line = s->line, column = eup_json_column (s, s->cur);
      EupJsonSpan key;
      int slot = eup_json_read_key (r, table, previous, &key);
      gboolean read;

      if (slot < 0)
        return FALSE;
      if (slot == EUP_JSON_SLOT_UNKNOWN)
        {
          if (!eup_json_read_unknown (r, table, &key, line, column))
            return FALSE;
          continue;
        }

      eup_json_step_key (s, r->keys[table].keys[slot].text);
      if (G_UNLIKELY (seen >> slot & 1))
        return eup_json_fail_place (s, EUP_PARSE_ERROR_DUPLICATE_KEY, line, column,
                                    "the member “%s” stands twice in one object", r->keys[table].keys[slot].text);
      seen |= G_GUINT64_CONSTANT (1) << slot;
      previous = slot;
      if (!eup_json_colon (s))
        return FALSE;

      if (slot < EUP_MAX_FIELDS)
        read = eup_json_read_field (r, table, row, slot);
      else if (slot == EUP_JSON_SLOT_ID)
        read = read_id (r, entity);
      else if (slot == EUP_JSON_SLOT_TYPE)
        read = read_type (r, table);
      else
        read = read_children (r, entity, slot - EUP_JSON_SLOT_CHILDREN, line, column);
      if (!read)
        return FALSE;
    }
  r->seen = seen;
  return more == 0 && (r->unknown->len == first_unknown
                       || eup_json_finish_unknown (r, first_unknown, names, raw, table, row));
}

/* What a store can address, with room for the largest entity that is taken. */
static gboolean
has_room (const EupStore *store,
          EupTableKind    table)
{
  const guint32 margin = 1024;

  return store->strings.n_chunks + margin < store->strings.limit && store->lists.n_chunks + margin < store->lists.limit
         && store->n_symbols < G_MAXINT32 && eup_store_n_rows (store, table) < 0x0fffffff - 1;
}

/* The id is told with the error, and outlives the reading. */
static gboolean
fail_within (EupJsonReader *r)
{
  if (r->entity_id != NULL && r->entity_id != r->failed_id)
    {
      g_strlcpy (r->failed_id, r->entity_id, sizeof r->failed_id);
      r->entity_id = r->failed_id;
    }
  return FALSE;
}

/* Reads an entity, and the children in it. @parent is the home of the entity that it stands in, or EUP_NO_HOME. */
gboolean
eup_json_read_object (EupJsonReader *r,
                      EupTableKind   table,
                      guint32        parent,
                      EupNumber     *number)
{
  EupJsonScanner *s = &r->scan;
  const char *outer = r->entity_id;
  guint first_child = r->children->len;
  Entity entity;

  if (eup_json_next (s) != '{')
    return s->error == NULL && eup_json_fail (s, EUP_PARSE_ERROR_WRONG_TYPE, "an entity has to be an object");
  if (G_UNLIKELY (!has_room (r->store, table)))
    return eup_json_fail (s, EUP_PARSE_ERROR_TOO_LARGE, "there is more than a catalog can hold");
  entity.table = table;
  entity.number = 0;
  entity.id_length = 0;
  entity.line = s->line;
  entity.column = eup_json_column (s, s->cur);

  /* The row stands before its id is known: keys may come in any order. */
  r->entity_id = NULL;
  entity.row = eup_store_add_row (r->store, table, 0);
  eup_places_add (r->places, table, entity.row, entity.line, entity.column, s->steps[s->depth].index, parent);
  if (!read_members (r, table, entity.row, &entity))
    return fail_within (r);

  if (entity.id_length == 0 && r->default_id != NULL && parent == EUP_NO_HOME)
    {
      EupJsonSpan id = { r->default_id, strlen (r->default_id) };

      if (!note_id (r, &entity, &id, entity.line, entity.column))
        return fail_within (r);
    }
  if (entity.id_length == 0)
    return eup_json_fail_place (s, EUP_PARSE_ERROR_BAD_VALUE, entity.line, entity.column, "this %s has no id",
                                eup_schema_table (table)->nick);
  if (!give_number (r, &entity))
    return fail_within (r);
  if (r->children->len > first_child)
    adopt_children (r, &entity, first_child);
  r->entity_id = outer;
  *number = entity.number;
  return TRUE;
}

/* Reads an object that is a value. */
gboolean
eup_json_read_value (EupJsonReader *r,
                     EupTableKind   table,
                     guint32       *row)
{
  *row = eup_store_add_value (r->store, table);
  return read_members (r, table, *row, NULL);
}
