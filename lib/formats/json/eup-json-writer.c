/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-number.h"
#include "formats/json/eup-json-writer.h"
#include "values/eup-enum-names.h"
#include "values/eup-period-private.h"

/* Canonical JSON from a store: entities by id, members in the order of the schema, one a line. */

static const char spaces[] = "                ";

void
eup_json_writer_init (EupJsonWriter *w,
                      EupStore      *store,
                      gboolean       compact)
{
  w->store = store;
  w->compact = compact;
  w->indent = 0;
  w->first = TRUE;
  memset (w->members, 0, sizeof w->members);
}

/* Hands over what is left, and what went wrong. */
gboolean
eup_json_writer_finish (EupJsonWriter  *w,
                        GError        **error)
{
  for (guint i = 0; i < EUP_N_TABLES; i++)
    g_clear_pointer (&w->members[i], g_free);
  return eup_json_output_finish (&w->out, error);
}

static inline void
put (EupJsonWriter *w,
     const char    *text,
     gsize          length)
{
  eup_json_output_text (&w->out, text, length);
}

#define PUT(w, literal) put (w, literal, sizeof literal - 1)

/* Begins a line if there are lines, where there is room for it; a fixed number of spaces is copied fastest. */
static inline char *
put_new_line (EupJsonWriter *w,
              char          *to)
{
  if (w->compact)
    return to;
  *to++ = '\n';
  for (guint n = 2 * w->indent; n > 0; n -= MIN (n, sizeof spaces - 1))
    {
      memcpy (to, spaces, sizeof spaces - 1);
      to += MIN (n, sizeof spaces - 1);
    }
  return to;
}

/* The most that a new line can take, and what is copied beyond it. */
static inline gsize
new_line_room (const EupJsonWriter *w)
{
  return 1 + 2 * w->indent + sizeof spaces;
}

static inline void
new_line (EupJsonWriter *w)
{
  char *to = eup_json_output_reserve (&w->out, new_line_room (w));

  w->out.used = put_new_line (w, to) - w->out.buffer;
}

void
eup_json_new_line (EupJsonWriter *w)
{
  new_line (w);
}

static inline void
open_object (EupJsonWriter *w)
{
  PUT (w, "{");
  w->indent++;
  w->first = TRUE;
}

static inline void
close_object (EupJsonWriter *w)
{
  w->indent--;
  if (!w->first)
    new_line (w);
  PUT (w, "}");
  w->first = FALSE;
}

static inline void
begin_member (EupJsonWriter *w,
              const char    *key)
{
  if (!w->first)
    PUT (w, ",");
  w->first = FALSE;
  new_line (w);
  PUT (w, "\"");
  put (w, key, strlen (key));
  if (w->compact)
    PUT (w, "\":");
  else
    PUT (w, "\": ");
}

/* The same at once. */
static inline void
begin_known_member (EupJsonWriter       *w,
                    const EupJsonMember *member)
{
  char *to = eup_json_output_reserve (&w->out, 1 + new_line_room (w) + EUP_JSON_KEY_SIZE);

  *to = ',';
  to = put_new_line (w, to + !w->first);
  w->first = FALSE;
  memcpy (to, member->key, EUP_JSON_KEY_SIZE);
  w->out.used = to + member->key_length - w->out.buffer;
}

static inline void
put_string (EupJsonWriter *w,
            const char    *string)
{
  eup_json_output_string (&w->out, string, strlen (string));
}

/* A string of the store. */
static inline void
put_stored (EupJsonWriter *w,
            const char    *string)
{
  eup_json_output_stored (&w->out, string);
}

static inline void
put_id (EupJsonWriter *w,
        EupNumber      number)
{
  put_stored (w, eup_store_id (w->store, number));
}

static void
write_kept (EupJsonWriter *w,
            const char    *kept)
{
  eup_json_write_raw (w, kept, strlen (kept));
}

/* The members that are not known, which are kept as one object. */
static void
write_kept_members (EupJsonWriter *w,
                    guint          table,
                    guint32        row)
{
  const char *kept = eup_store_kept (w->store, table, row, EUP_KEPT_MEMBERS);
  gsize length = kept == NULL ? 0 : strlen (kept);

  if (length <= 2)
    return;
  if (!w->first)
    PUT (w, ",");
  w->first = FALSE;
  new_line (w);
  eup_json_write_raw (w, kept + 1, length - 2);
}

/* A string, or an object of strings by language and of those members that are no such. */
static void
write_text (EupJsonWriter *w,
            guint32        cell,
            const char    *parts)
{
  const char *language, *string;
  EupKeptPart part;
  guint n;

  if (cell != 0 && !(cell & EUP_TEXT_LIST) && parts == NULL)
    {
      put_stored (w, eup_store_string (w->store, cell));
      return;
    }
  n = eup_store_text_size (w->store, cell);
  if (n == 1 && parts == NULL)
    {
      string = eup_store_text_nth (w->store, cell, 0, &language);
      if (strcmp (language, w->store->language) == 0)
        {
          put_stored (w, string);
          return;
        }
    }
  open_object (w);
  for (guint i = 0; i < n; i++)
    {
      string = eup_store_text_nth (w->store, cell, i, &language);
      begin_member (w, language);
      put_stored (w, string);
    }
  while (eup_kept_next_part (&parts, &part))
    {
      if (!w->first)
        PUT (w, ",");
      w->first = FALSE;
      new_line (w);
      eup_json_write_raw (w, part.json, part.length);
    }
  close_object (w);
}

static void
write_list (EupJsonWriter      *w,
            const EupFieldSpec *spec,
            guint32             cell)
{
  const guint32 *items;
  guint n;

  items = eup_store_list (w->store, cell, &n);
  PUT (w, "[");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && w->compact)
        PUT (w, ",");
      else if (i > 0)
        PUT (w, ", ");
      if (spec->kind == EUP_KIND_MANY)
        put_id (w, items[i]);
      else
        put_stored (w, eup_store_string (w->store, items[i]));
    }
  PUT (w, "]");
}

static void write_members (EupJsonWriter *w,
                           EupTableKind   table,
                           guint32        row);

static void
write_value (EupJsonWriter *w,
             EupTableKind   table,
             guint32        row)
{
  open_object (w);
  write_members (w, table, row);
  close_object (w);
}

static void
write_values (EupJsonWriter *w,
              EupTableKind   table,
              guint32        cell)
{
  const guint32 *rows;
  guint n;

  rows = eup_store_list (w->store, cell, &n);
  PUT (w, "[");
  w->indent++;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        PUT (w, ",");
      new_line (w);
      write_value (w, table, rows[i]);
    }
  w->indent--;
  new_line (w);
  PUT (w, "]");
}

/* A list that is written with what is kept beside it. */
typedef struct
{
  const char  *parts;
  EupKeptPart  part;
  gboolean     more;
  gboolean     on_one_line;
  guint        n;
} Mixed;

static void
begin_item (EupJsonWriter *w,
            Mixed         *mixed)
{
  if (mixed->n > 0)
    PUT (w, ",");
  if (!mixed->on_one_line)
    new_line (w);
  else if (mixed->n > 0 && !w->compact)
    PUT (w, " ");
  mixed->n++;
}

/* Those kept items that stand before the next good one. */
static void
write_kept_items (EupJsonWriter *w,
                  Mixed         *mixed,
                  guint          before)
{
  for (; mixed->more && mixed->part.position <= before; mixed->more = eup_kept_next_part (&mixed->parts, &mixed->part))
    {
      begin_item (w, mixed);
      eup_json_write_raw (w, mixed->part.json, mixed->part.length);
      before += before < G_MAXUINT;
    }
}

static gboolean
are_scalars (const char *parts)
{
  EupKeptPart part;

  while (eup_kept_next_part (&parts, &part))
    if (part.json[0] == '{' || part.json[0] == '[')
      return FALSE;
  return TRUE;
}

static void
write_mixed (EupJsonWriter      *w,
             const EupFieldSpec *spec,
             guint32             cell,
             const char         *parts)
{
  Mixed mixed = { .parts = parts, .on_one_line = spec->kind != EUP_KIND_VALUES && are_scalars (parts) };
  const guint32 *items;
  guint n;

  items = eup_store_list (w->store, cell, &n);
  mixed.more = eup_kept_next_part (&mixed.parts, &mixed.part);
  PUT (w, "[");
  w->indent++;
  for (guint i = 0; i < n; i++)
    {
      write_kept_items (w, &mixed, mixed.n);
      begin_item (w, &mixed);
      if (spec->kind == EUP_KIND_VALUES)
        write_value (w, spec->target, items[i]);
      else if (spec->kind == EUP_KIND_MANY)
        put_id (w, items[i]);
      else
        put_stored (w, eup_store_string (w->store, items[i]));
    }
  write_kept_items (w, &mixed, G_MAXUINT);
  w->indent--;
  if (!mixed.on_one_line)
    new_line (w);
  PUT (w, "]");
}

static void
write_number (EupJsonWriter *w,
              double         value)
{
  char buffer[EUP_JSON_NUMBER_SIZE];

  put (w, buffer, eup_json_number_print (value, buffer));
}

static void
write_string_of_digits (EupJsonWriter      *w,
                        const EupFieldSpec *spec,
                        guint32             cell)
{
  char buffer[EUP_PERIOD_PRINT_MAX + 1];
  const guint32 *cells;
  gsize length;
  guint n;

  if (spec->kind == EUP_KIND_DATE)
    length = eup_date_cell_print (cell, buffer);
  else
    {
      cells = eup_store_list (w->store, cell, &n);
      length = eup_period_cells_print (cells, buffer);
    }
  PUT (w, "\"");
  put (w, buffer, length);
  PUT (w, "\"");
}

/* The value of a field that is not absent, with what is kept beside it. */
static void
write_cell (EupJsonWriter      *w,
            const EupFieldSpec *spec,
            guint32             cell,
            const char         *parts)
{
  const char *nick;

  if (G_UNLIKELY (parts != NULL && spec->kind != EUP_KIND_TEXT))
    {
      write_mixed (w, spec, cell, parts);
      return;
    }
  switch (spec->kind)
    {
    case EUP_KIND_ENUM:
      nick = eup_enum_nick (spec->enum_type (), (int) cell - spec->enum_offset);
      PUT (w, "\"");
      put (w, nick == NULL ? "" : nick, nick == NULL ? 0 : strlen (nick));
      PUT (w, "\"");
      break;
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
      write_string_of_digits (w, spec, cell);
      break;
    case EUP_KIND_STRING:
      put_stored (w, eup_store_string (w->store, cell));
      break;
    case EUP_KIND_TEXT:
      write_text (w, cell, parts);
      break;
    case EUP_KIND_INT:
      write_number (w, cell);
      break;
    case EUP_KIND_ONE:
      put_id (w, cell);
      break;
    case EUP_KIND_MANY:
    case EUP_KIND_STRINGS:
      write_list (w, spec, cell);
      break;
    case EUP_KIND_VALUE:
      write_value (w, spec->target, cell - 1);
      break;
    case EUP_KIND_VALUES:
      write_values (w, spec->target, cell);
      break;
    case EUP_KIND_DOUBLE:
    default:
      g_assert_not_reached ();
    }
}

/* Writes what a field holds, FALSE if it is absent. */
gboolean
eup_json_write_field (EupJsonWriter *w,
                      EupTableKind   table,
                      guint32        row,
                      guint          field,
                      gboolean       kept_too,
                      gboolean       with_key)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  const char *kept = kept_too ? eup_store_kept (w->store, table, row, field) : NULL;
  const char *parts = kept_too ? eup_store_kept (w->store, table, row, EUP_KEPT_PARTS (field)) : NULL;
  double value = NAN;
  guint32 cell = 0;

  if (kept == NULL && spec->kind == EUP_KIND_DOUBLE)
    value = eup_store_get_double (w->store, table, row, field);
  else if (kept == NULL)
    cell = eup_store_get (w->store, table, row, field);
  if (kept == NULL && parts == NULL && isnan (value) && (cell == 0 || (spec->kind == EUP_KIND_ENUM && cell == EUP_ENUM_KEPT)))
    return FALSE;

  if (with_key)
    begin_member (w, spec->key);
  if (kept != NULL)
    write_kept (w, kept);
  else if (spec->kind == EUP_KIND_DOUBLE)
    write_number (w, value);
  else
    write_cell (w, spec, cell, parts);
  return TRUE;
}

/* The fields of a table that are to be looked at for each row. */
static EupJsonMember *
make_members (EupJsonWriter *w,
              EupTableKind   table)
{
  const EupTableSpec *spec = eup_schema_table (table);
  EupJsonMember *members = g_new0 (EupJsonMember, spec->n_fields + 1), *member = members;

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const EupColumn *column = eup_store_column (w->store, table, spec->order[i]);

      if (column == NULL || column->n == 0)
        continue;
      member->spec = &spec->fields[spec->order[i]];
      member->column = column;
      member->key_length = g_snprintf (member->key, EUP_JSON_KEY_SIZE, w->compact ? "\"%s\":" : "\"%s\": ", member->spec->key);
      g_assert (member->key_length < EUP_JSON_KEY_SIZE);
      member++;
    }
  return members;
}

static void
write_known_members (EupJsonWriter *w,
                     EupTableKind   table,
                     guint32        row)
{
  if (w->members[table] == NULL)
    w->members[table] = make_members (w, table);
  for (const EupJsonMember *member = w->members[table]; member->spec != NULL; member++)
    {
      const EupColumn *column = member->column;
      guint32 cell;

      if (row >= column->n)
        continue;
      if (member->spec->kind == EUP_KIND_DOUBLE)
        {
          double value = ((const double *) column->base)[row];

          if (isnan (value))
            continue;
          begin_known_member (w, member);
          write_number (w, value);
          continue;
        }
      cell = column->width == 1 ? ((const guint8 *) column->base)[row] : ((const guint32 *) column->base)[row];
      if (cell == 0 || (cell == EUP_ENUM_KEPT && member->spec->kind == EUP_KIND_ENUM))
        continue;
      begin_known_member (w, member);
      write_cell (w, member->spec, cell, NULL);
    }
}

static void
write_members (EupJsonWriter *w,
               EupTableKind   table,
               guint32        row)
{
  const EupTableSpec *spec = eup_schema_table (table);

  if (!eup_store_has_kept (w->store, table, row))
    {
      write_known_members (w, table, row);
      return;
    }
  for (guint i = 0; i < spec->n_fields; i++)
    eup_json_write_field (w, table, row, spec->order[i], TRUE, TRUE);
  write_kept_members (w, table, row);
}

/* Writes an entity, at the indentation that the writer has. */
void
eup_json_write_object (EupJsonWriter *w,
                       EupTableKind   table,
                       guint32        row,
                       gboolean       with_type)
{
  open_object (w);
  if (with_type)
    {
      begin_member (w, "type");
      put_string (w, eup_schema_table (table)->nick);
    }
  begin_member (w, "id");
  put_id (w, eup_store_number_of (w->store, table, row));
  write_members (w, table, row);
  close_object (w);
}

static void
write_header_member (EupJsonWriter *w,
                     guint          header_field,
                     const char    *key,
                     const char    *string,
                     guint32        text)
{
  const char *kept = eup_store_kept (w->store, EUP_KEPT_DOCUMENT, 0, header_field);
  const char *parts = eup_store_kept (w->store, EUP_KEPT_DOCUMENT, 0, EUP_KEPT_PARTS (header_field));

  if (kept == NULL && parts == NULL && string == NULL && text == 0)
    return;
  begin_member (w, key);
  if (kept != NULL)
    write_kept (w, kept);
  else if (string != NULL)
    put_string (w, string);
  else
    write_text (w, text, parts);
}

static void
write_header (EupJsonWriter *w)
{
  EupStore *store = w->store;

  write_header_member (w, EUP_JSON_HEADER_CONTEXT, "@context", EUP_JSON_CONTEXT, 0);
  begin_member (w, "format");
  PUT (w, "\"eupolicy\"");
  begin_member (w, "version");
  write_number (w, EUP_JSON_VERSION);
  write_header_member (w, EUP_JSON_HEADER_LANGUAGE, "language", store->language, 0);
  write_header_member (w, EUP_JSON_HEADER_TITLE, "title", NULL, store->title);
  write_header_member (w, EUP_JSON_HEADER_BASE_URI, "baseUri", eup_store_string (store, store->base_uri), 0);
}

void
eup_json_write_document (EupJsonWriter *w)
{
  open_object (w);
  write_header (w);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES && w->out.error == NULL; table++)
    {
      guint32 n = eup_store_n_alive (w->store, table);
      g_autofree guint32 *order = NULL;

      if (n == 0)
        continue;
      order = eup_store_rows_by_id (w->store, table);
      begin_member (w, eup_schema_table (table)->key);
      PUT (w, "[");
      w->indent++;
      for (guint32 i = 0; i < n && w->out.error == NULL; i++)
        {
          if (i > 0)
            PUT (w, ",");
          new_line (w);
          eup_json_write_object (w, table, order == NULL ? i : order[i], FALSE);
        }
      w->indent--;
      new_line (w);
      PUT (w, "]");
      w->first = FALSE;
    }
  write_kept_members (w, EUP_KEPT_DOCUMENT, 0);
  close_object (w);
  PUT (w, "\n");
}

/* JSON Lines: the header, then an entity a line. */
void
eup_json_write_lines (EupJsonWriter *w)
{
  open_object (w);
  write_header (w);
  write_kept_members (w, EUP_KEPT_DOCUMENT, 0);
  close_object (w);
  PUT (w, "\n");
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    {
      guint32 n = eup_store_n_alive (w->store, table);
      g_autofree guint32 *order = n == 0 ? NULL : eup_store_rows_by_id (w->store, table);

      for (guint32 i = 0; i < n && w->out.error == NULL; i++)
        {
          eup_json_write_object (w, table, order == NULL ? i : order[i], TRUE);
          PUT (w, "\n");
        }
    }
}
