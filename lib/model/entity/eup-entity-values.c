/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include <eupolicy/eup-citation.h>
#include <eupolicy/eup-enum-types.h>
#include <eupolicy/eup-figure.h>
#include <eupolicy/eup-link.h>
#include <eupolicy/eup-period.h>
#include <eupolicy/eup-reference.h>
#include <eupolicy/eup-term.h>
#include <eupolicy/eup-text.h>
#include <eupolicy/eup-title.h>

#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-list-private.h"
#include "values/eup-date-private.h"
#include "values/eup-period-private.h"
#include "values/eup-text-private.h"

/* Values live in tables of their own, without ids. Here they become objects, and objects become rows. */

static EupText *
make_text (EupStore *store,
           guint32   cell)
{
  guint n = eup_store_text_size (store, cell);
  g_autofree const char **languages = g_new (const char *, n + 1);
  g_autofree const char **strings = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    strings[i] = eup_store_text_nth (store, cell, i, &languages[i]);
  return n == 0 ? NULL : eup_text_new_from_pairs (n, languages, strings);
}

static EupDate *
make_date (guint32 cell)
{
  return cell == 0 ? NULL : eup_date_new_from_cell (cell);
}

static EupPeriod *
make_period (EupStore *store,
             guint32   cell)
{
  guint n;
  const guint32 *cells = eup_store_list (store, cell, &n);

  return n != 3 ? NULL : eup_period_new_from_cells (cells);
}

static guint
make_enum (EupStore     *store,
           EupTableKind  table,
           guint32       row,
           guint         field,
           guint         fallback)
{
  guint32 cell = eup_store_get (store, table, row, field);
  guint offset = eup_schema_field (table, field)->enum_offset;

  return cell == EUP_ENUM_KEPT || cell < offset ? fallback : cell - offset;
}

static const char *
string_of (EupStore     *store,
           EupTableKind  table,
           guint32       row,
           guint         field)
{
  return eup_store_string (store, eup_store_get (store, table, row, field));
}

static GObject *
make_citation (EupStore *store,
               guint32   row)
{
  g_autoptr (EupText) title = make_text (store, eup_store_get (store, EUP_TABLE_CITATION, row, EUP_CITATION_TITLE));
  g_autoptr (EupDate) date = make_date (eup_store_get (store, EUP_TABLE_CITATION, row, EUP_CITATION_DATE));

  return G_OBJECT (eup_citation_new (title, string_of (store, EUP_TABLE_CITATION, row, EUP_CITATION_URI), date));
}

static GObject *
make_figure (EupStore *store,
             guint32   row)
{
  g_autoptr (EupText) label = make_text (store, eup_store_get (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_LABEL));
  g_autoptr (EupDate) date = make_date (eup_store_get (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_DATE));
  guint32 cell = eup_store_get (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_SOURCE);
  g_autoptr (GObject) source = cell == 0 ? NULL : make_citation (store, cell - 1);

  return G_OBJECT (eup_figure_new (eup_store_get_double (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_VALUE),
                                   string_of (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_UNIT),
                                   make_enum (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_QUALIFIER, EUP_QUALIFIER_EXACT),
                                   label, date, (EupCitation *) source));
}

static GObject *
make_link (EupStore *store,
           guint32   row)
{
  g_autoptr (EupText) title = make_text (store, eup_store_get (store, EUP_TABLE_LINK, row, EUP_LINK_TITLE));
  g_autoptr (EupDate) date = make_date (eup_store_get (store, EUP_TABLE_LINK, row, EUP_LINK_DATE));

  return G_OBJECT (eup_link_new (string_of (store, EUP_TABLE_LINK, row, EUP_LINK_URI), title,
                                 make_enum (store, EUP_TABLE_LINK, row, EUP_LINK_KIND, EUP_LINK_KIND_OTHER), date));
}

static GObject *
make_term (EupStore *store,
           guint32   row)
{
  g_autoptr (EupText) role = make_text (store, eup_store_get (store, EUP_TABLE_TERM, row, EUP_TERM_ROLE));
  g_autoptr (EupText) portfolio = make_text (store, eup_store_get (store, EUP_TABLE_TERM, row, EUP_TERM_PORTFOLIO));
  g_autoptr (EupPeriod) period = make_period (store, eup_store_get (store, EUP_TABLE_TERM, row, EUP_TERM_PERIOD));
  g_autofree const char **ids = NULL;
  const EupNumber *numbers;
  guint n;

  numbers = eup_store_list (store, eup_store_get (store, EUP_TABLE_TERM, row, EUP_TERM_PRIORITIES), &n);
  ids = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = eup_store_id (store, numbers[i]);
  return G_OBJECT (eup_term_new (eup_store_id (store, eup_store_get (store, EUP_TABLE_TERM, row, EUP_TERM_MANDATE)),
                                 role, portfolio, period, ids));
}

static GObject *
make_title (EupStore *store,
            guint32   row)
{
  g_autoptr (EupText) text = make_text (store, eup_store_get (store, EUP_TABLE_TITLE, row, EUP_TITLE_TEXT));
  g_autoptr (EupPeriod) period = make_period (store, eup_store_get (store, EUP_TABLE_TITLE, row, EUP_TITLE_PERIOD));

  return G_OBJECT (eup_title_new (text, period));
}

static GObject *
make_value (EupStore           *store,
            const EupFieldSpec *spec,
            guint32             item)
{
  if (spec->kind == EUP_KIND_STRINGS)
    return g_object_new (EUP_TYPE_REFERENCE, "text", eup_store_string (store, item), NULL);
  switch (spec->target)
    {
    case EUP_TABLE_FIGURE:
      return make_figure (store, item);
    case EUP_TABLE_LINK:
      return make_link (store, item);
    case EUP_TABLE_CITATION:
      return make_citation (store, item);
    case EUP_TABLE_TERM:
      return make_term (store, item);
    default:
      return make_title (store, item);
    }
}

static GType
value_type (const EupFieldSpec *spec)
{
  if (spec->kind == EUP_KIND_STRINGS)
    return EUP_TYPE_REFERENCE;
  switch (spec->target)
    {
    case EUP_TABLE_FIGURE:
      return EUP_TYPE_FIGURE;
    case EUP_TABLE_LINK:
      return EUP_TYPE_LINK;
    case EUP_TABLE_CITATION:
      return EUP_TYPE_CITATION;
    case EUP_TABLE_TERM:
      return EUP_TYPE_TERM;
    default:
      return EUP_TYPE_TITLE;
    }
}

EupList *
eup_entity_get_values (EupEntity *self,
                       guint      field)
{
  EupKeptValue *kept = eup_entity_find_kept (self, field);
  const EupFieldSpec *spec;
  EupTableKind table;
  GPtrArray *values;
  const guint32 *items;
  guint32 row, cell;
  guint n;

  if (kept != NULL)
    return kept->data;
  values = g_ptr_array_new_with_free_func (g_object_unref);
  if (!eup_entity_get_row (self, &table, &row))
    return eup_entity_keep (self, field, 0, eup_list_new_fixed (G_TYPE_OBJECT, values), g_object_unref);

  spec = eup_schema_field (table, field);
  cell = eup_store_get (self->core->store, table, row, field);
  items = eup_store_list (self->core->store, cell, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (values, make_value (self->core->store, spec, items[i]));
  return eup_entity_keep (self, field, cell, eup_list_new_fixed (value_type (spec), values), g_object_unref);
}

static guint32
text_cell (EupStore *store,
           EupText  *text)
{
  guint n = text == NULL ? 0 : eup_text_get_n_strings (text);
  g_autofree const char **languages = g_new (const char *, n + 1);
  g_autofree const char **strings = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    eup_text_get_pair (text, i, &languages[i], &strings[i]);
  return eup_store_add_text (store, n, languages, strings);
}

static guint32
string_cell (EupStore           *store,
             const EupFieldSpec *spec,
             const char         *string)
{
  if (string == NULL || *string == '\0')
    return 0;
  return spec->flags & EUP_FIELD_INTERN ? eup_store_intern_string (store, string, strlen (string))
         : eup_store_add_string (store, string, strlen (string));
}

static guint32
period_cell (EupStore  *store,
             EupPeriod *period)
{
  guint32 cells[3];

  if (period == NULL)
    return 0;
  eup_period_get_cells (period, cells);
  return eup_store_add_list (store, cells, 3);
}

static guint32
add_citation (EupStore    *store,
              EupCitation *citation)
{
  guint32 row = eup_store_add_value (store, EUP_TABLE_CITATION);

  eup_store_put (store, EUP_TABLE_CITATION, row, EUP_CITATION_TITLE, text_cell (store, eup_citation_get_title (citation)));
  eup_store_put (store, EUP_TABLE_CITATION, row, EUP_CITATION_URI,
                 string_cell (store, eup_schema_field (EUP_TABLE_CITATION, EUP_CITATION_URI), eup_citation_get_uri (citation)));
  eup_store_put (store, EUP_TABLE_CITATION, row, EUP_CITATION_DATE, eup_date_get_cell (eup_citation_get_date (citation)));
  return row;
}

static guint32
add_figure (EupStore  *store,
            EupFigure *figure)
{
  guint32 row = eup_store_add_value (store, EUP_TABLE_FIGURE);
  EupCitation *source = eup_figure_get_source (figure);

  eup_store_put_double (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_VALUE, eup_figure_get_value (figure));
  eup_store_put (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_UNIT,
                 string_cell (store, eup_schema_field (EUP_TABLE_FIGURE, EUP_FIGURE_UNIT), eup_figure_get_unit (figure)));
  eup_store_put (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_QUALIFIER, eup_figure_get_qualifier (figure));
  eup_store_put (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_LABEL, text_cell (store, eup_figure_get_label (figure)));
  eup_store_put (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_DATE, eup_date_get_cell (eup_figure_get_date (figure)));
  eup_store_put (store, EUP_TABLE_FIGURE, row, EUP_FIGURE_SOURCE, source == NULL ? 0 : add_citation (store, source) + 1);
  return row;
}

static guint32
add_link (EupStore *store,
          EupLink  *link)
{
  guint32 row = eup_store_add_value (store, EUP_TABLE_LINK);

  eup_store_put (store, EUP_TABLE_LINK, row, EUP_LINK_URI,
                 string_cell (store, eup_schema_field (EUP_TABLE_LINK, EUP_LINK_URI), eup_link_get_uri (link)));
  eup_store_put (store, EUP_TABLE_LINK, row, EUP_LINK_TITLE, text_cell (store, eup_link_get_title (link)));
  eup_store_put (store, EUP_TABLE_LINK, row, EUP_LINK_KIND,
                 eup_link_get_kind (link) + eup_schema_field (EUP_TABLE_LINK, EUP_LINK_KIND)->enum_offset);
  eup_store_put (store, EUP_TABLE_LINK, row, EUP_LINK_DATE, eup_date_get_cell (eup_link_get_date (link)));
  return row;
}

static guint32
add_term (EupStore *store,
          EupTerm  *term)
{
  guint32 row = eup_store_add_value (store, EUP_TABLE_TERM);
  const char * const *ids = (const char * const *) eup_term_get_priority_ids (term);
  const char *mandate = eup_term_get_mandate_id (term);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (EupNumber));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      EupNumber number = eup_store_intern (store, ids[i], strlen (ids[i]));

      g_array_append_val (numbers, number);
    }
  if (mandate != NULL && *mandate != '\0')
    eup_store_put (store, EUP_TABLE_TERM, row, EUP_TERM_MANDATE, eup_store_intern (store, mandate, strlen (mandate)));
  eup_store_put (store, EUP_TABLE_TERM, row, EUP_TERM_ROLE, text_cell (store, eup_term_get_role (term)));
  eup_store_put (store, EUP_TABLE_TERM, row, EUP_TERM_PORTFOLIO, text_cell (store, eup_term_get_portfolio (term)));
  eup_store_put (store, EUP_TABLE_TERM, row, EUP_TERM_PERIOD, period_cell (store, eup_term_get_period (term)));
  eup_store_put (store, EUP_TABLE_TERM, row, EUP_TERM_PRIORITIES,
                 eup_store_add_list (store, (guint32 *) numbers->data, numbers->len));
  return row;
}

static guint32
add_title (EupStore *store,
           EupTitle *title)
{
  guint32 row = eup_store_add_value (store, EUP_TABLE_TITLE);

  eup_store_put (store, EUP_TABLE_TITLE, row, EUP_TITLE_TEXT, text_cell (store, eup_title_get_text (title)));
  eup_store_put (store, EUP_TABLE_TITLE, row, EUP_TITLE_PERIOD, period_cell (store, eup_title_get_period (title)));
  return row;
}

static guint32
add_value (EupStore           *store,
           const EupFieldSpec *spec,
           GObject            *value)
{
  const char *text;

  if (spec->kind == EUP_KIND_STRINGS)
    {
      text = eup_reference_get_text (EUP_REFERENCE (value));
      return eup_store_add_string (store, text, strlen (text));
    }
  switch (spec->target)
    {
    case EUP_TABLE_FIGURE:
      return add_figure (store, EUP_FIGURE (value));
    case EUP_TABLE_LINK:
      return add_link (store, EUP_LINK (value));
    case EUP_TABLE_CITATION:
      return add_citation (store, EUP_CITATION (value));
    case EUP_TABLE_TERM:
      return add_term (store, EUP_TERM (value));
    default:
      return add_title (store, EUP_TITLE (value));
    }
}

/* The rows of a list, found by the objects that were given out for them, or by what these say. */
typedef struct
{
  GHashTable *by_object; /* NULL if there are none */
  GHashTable *by_content; /* object -> index + 1 of the first that says the same */
  guint      *next;       /* index + 1 of the next */
  gboolean   *taken;
} Rows;

static GHashTable *
new_value_table (const EupFieldSpec *spec)
{
  switch (spec->target)
    {
    case EUP_TABLE_FIGURE:
      return g_hash_table_new_full (eup_figure_hash, eup_figure_equal, g_object_unref, NULL);
    case EUP_TABLE_LINK:
      return g_hash_table_new_full (eup_link_hash, eup_link_equal, g_object_unref, NULL);
    case EUP_TABLE_CITATION:
      return g_hash_table_new_full (eup_citation_hash, eup_citation_equal, g_object_unref, NULL);
    case EUP_TABLE_TERM:
      return g_hash_table_new_full (eup_term_hash, eup_term_equal, g_object_unref, NULL);
    default:
      return g_hash_table_new_full (eup_title_hash, eup_title_equal, g_object_unref, NULL);
    }
}

static void
rows_init (Rows               *self,
           EupStore           *store,
           const EupFieldSpec *spec,
           const guint32      *rows,
           guint               n,
           EupList            *given)
{
  *self = (Rows) { NULL, NULL, NULL, NULL };
  if (spec->kind != EUP_KIND_VALUES || n == 0)
    return;
  self->by_object = g_hash_table_new (NULL, NULL);
  self->by_content = new_value_table (spec);
  self->next = g_new0 (guint, n);
  self->taken = g_new0 (gboolean, n);
  for (guint i = n; i > 0; i--)
    {
      GObject *value = given == NULL ? make_value (store, spec, rows[i - 1]) : g_list_model_get_item (G_LIST_MODEL (given), i - 1);

      if (given != NULL)
        g_hash_table_insert (self->by_object, value, GUINT_TO_POINTER (i));
      self->next[i - 1] = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_content, value));
      g_hash_table_replace (self->by_content, value, GUINT_TO_POINTER (i));
    }
}

/* The index of the row that the object was given out for, or -1. */
static int
rows_take_object (Rows    *self,
                  GObject *value)
{
  guint found = self->by_object == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->by_object, value));

  if (found == 0 || self->taken[found - 1])
    return -1;
  self->taken[found - 1] = TRUE;
  return (int) found - 1;
}

/* The index of the first row left that says what the object does, or -1. */
static int
rows_take_content (Rows    *self,
                   GObject *value)
{
  gpointer key, data;
  guint found;

  if (self->by_object == NULL || !g_hash_table_lookup_extended (self->by_content, value, &key, &data))
    return -1;
  found = GPOINTER_TO_UINT (data);
  while (found != 0 && self->taken[found - 1])
    found = self->next[found - 1];
  g_hash_table_replace (self->by_content, g_object_ref (key), GUINT_TO_POINTER (found == 0 ? 0 : self->next[found - 1]));
  if (found == 0)
    return -1;
  self->taken[found - 1] = TRUE;
  return (int) found - 1;
}

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->by_object, g_hash_table_unref);
  g_clear_pointer (&self->by_content, g_hash_table_unref);
  g_free (self->next);
  g_free (self->taken);
}

static gboolean
are_ids (const char * const *ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!eup_id_is_valid (ids[i], -1, NULL))
      return FALSE;
  return TRUE;
}

/* Objects can be made of what no file could be read with again. */
static gboolean
can_be_held (GObject *value)
{
  if (EUP_IS_FIGURE (value))
    return isfinite (eup_figure_get_value (EUP_FIGURE (value)));
  if (EUP_IS_TERM (value))
    {
      const char *mandate = eup_term_get_mandate_id (EUP_TERM (value));

      return (mandate == NULL || *mandate == '\0' || eup_id_is_valid (mandate, -1, NULL))
             && are_ids ((const char * const *) eup_term_get_priority_ids (EUP_TERM (value)));
    }
  return TRUE;
}

/* A value that was read and comes back is its row again, with all that no object shows: what is kept for it, and what is not stated
 * but read as if it were. Nobody gave that up. */
void
eup_entity_set_values (EupEntity  *self,
                       guint       field,
                       GObject   **values,
                       gsize       n)
{
  g_autofree guint32 *items = NULL;
  const EupFieldSpec *spec;
  EupTableKind table;
  EupStore *store;
  const guint32 *rows;
  g_autofree int *found = NULL;
  EupKeptValue *kept;
  Rows known;
  guint32 row;
  guint n_rows;

  if (!eup_entity_get_row (self, &table, &row))
    return;
  spec = eup_schema_field (table, field);
  for (gsize i = 0; i < n; i++)
    g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (values[i], value_type (spec)) && can_be_held (values[i]));

  store = self->core->store;
  rows = eup_store_list (store, eup_store_get (store, table, row, field), &n_rows);
  kept = eup_entity_find_kept (self, field);
  rows_init (&known, store, spec, rows, n_rows, kept == NULL ? NULL : kept->data);
  found = g_new (int, n + 1);
  for (gsize i = 0; i < n; i++)
    found[i] = rows_take_object (&known, values[i]);
  items = g_new (guint32, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      int index = found[i] >= 0 ? found[i] : rows_take_content (&known, values[i]);

      items[i] = index < 0 ? add_value (store, spec, values[i]) : eup_store_copy_value (store, store, spec->target, rows[index]);
    }
  rows_clear (&known);
  eup_entity_write (self, field, eup_store_add_list (self->core->store, items, n));
}
