/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "walk-catalog.h"

#include <string.h>

static void read_object (GObject *object,
                         gboolean with_lists);

/* Items of a list of values are read as well, entities are met in the catalog. */
static void
read_list (EupList *list)
{
  GType type = g_list_model_get_item_type (G_LIST_MODEL (list));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (item);
      g_assert_true (g_type_is_a (G_OBJECT_TYPE (item), type));
      if (!EUP_IS_ENTITY (item))
        read_object (item, FALSE);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n));
}

static void
read_strings (const char * const *strings)
{
  g_assert_nonnull (strings);
  for (guint i = 0; strings[i] != NULL; i++)
    g_assert_true (g_utf8_validate (strings[i], -1, NULL));
}

static void
read_text (EupText *text)
{
  char **languages = eup_text_get_languages (text);

  g_assert_nonnull (languages[0]);
  for (guint i = 0; languages[i] != NULL; i++)
    g_assert_nonnull (eup_text_get (text, languages[i]));
}

static void
read_value (const GValue *value,
            gboolean      with_lists)
{
  g_autofree char *printed = NULL;
  gpointer held;

  if (G_VALUE_HOLDS_STRING (value))
    {
      g_assert_true (g_value_get_string (value) == NULL || g_utf8_validate (g_value_get_string (value), -1, NULL));
      return;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    {
      read_strings (g_value_get_boxed (value));
      return;
    }
  if (G_VALUE_HOLDS_OBJECT (value))
    {
      held = g_value_get_object (value);
      if (EUP_IS_LIST (held) && with_lists)
        read_list (held);
      else if (held != NULL && !EUP_IS_ENTITY (held) && !EUP_IS_CATALOG (held) && !EUP_IS_LIST (held))
        read_object (held, FALSE);
      return;
    }
  if (!G_VALUE_HOLDS_BOXED (value) || (held = g_value_get_boxed (value)) == NULL)
    return;
  if (G_VALUE_HOLDS (value, EUP_TYPE_TEXT))
    read_text (held);
  else if (G_VALUE_HOLDS (value, EUP_TYPE_DATE))
    {
      printed = eup_date_to_string (held);
      g_assert_nonnull (printed);
    }
  else if (G_VALUE_HOLDS (value, EUP_TYPE_PERIOD))
    {
      printed = eup_period_to_string (held);
      g_assert_nonnull (printed);
    }
}

static void
read_object (GObject *object,
             gboolean with_lists)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (!(pspecs[i]->flags & G_PARAM_READABLE))
        continue;
      g_value_init (&value, pspecs[i]->value_type);
      g_object_get_property (object, pspecs[i]->name, &value);
      read_value (&value, with_lists);
    }
  if (EUP_IS_FIGURE (object))
    {
      g_autofree char *formatted = eup_figure_format (EUP_FIGURE (object), "en");

      g_assert_nonnull (formatted);
    }
}

typedef void (*EntityFunc) (EupEntity *entity);

static void
for_each_entity (EupCatalog *catalog,
                 EntityFunc  func)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (G_LIST_MODEL (catalog), i);

      g_assert_nonnull (entity);
      func (entity);
    }
}

static void
read_entity (EupEntity *entity)
{
  g_autofree char *json = eup_entity_to_json_string (entity);
  g_autoptr (EupEntity) copy = eup_entity_copy (entity);
  g_autofree char *copied = eup_entity_to_json_string (copy);

  read_object (G_OBJECT (entity), TRUE);
  g_assert_cmpstr (json, ==, copied);
}

void
walk_catalog (EupCatalog *catalog)
{
  g_autoptr (EupList) issues = eup_catalog_validate (catalog);

  read_object (G_OBJECT (catalog), TRUE);
  read_list (issues);
  for_each_entity (catalog, read_entity);
}

/* The items of a value list, with one more (nullable). */
static GPtrArray *
items_of (EupList *list,
          gpointer more)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), i));
  if (more != NULL)
    g_ptr_array_add (items, more);
  return items;
}

static void
set_lists (EupEntity *entity,
           gboolean   extend)
{
  g_autoptr (EupText) text = extend ? eup_text_new ("en", "More") : NULL;
  g_autoptr (GPtrArray) figures = items_of (eup_entity_get_figures (entity),
                                            extend ? eup_figure_new (2, "EUR", EUP_QUALIFIER_ABOUT, text, NULL, NULL) : NULL);
  g_autoptr (GPtrArray) links = items_of (eup_entity_get_links (entity),
                                          extend ? eup_link_new ("https://example.org/", text, EUP_LINK_KIND_NEWS, NULL) : NULL);
  g_autoptr (GPtrArray) sources = items_of (eup_entity_get_sources (entity), extend ? eup_citation_new (text, NULL, NULL) : NULL);
  g_autoptr (GPtrArray) titles = items_of (eup_entity_get_other_titles (entity), extend ? eup_title_new (text, NULL) : NULL);
  g_autoptr (GPtrArray) references = items_of (eup_entity_get_references (entity),
                                               extend ? eup_reference_new_from_string ("COM(2025) 148", NULL) : NULL);

  eup_entity_set_figures (entity, (EupFigure **) figures->pdata, figures->len);
  eup_entity_set_links (entity, (EupLink **) links->pdata, links->len);
  eup_entity_set_sources (entity, (EupCitation **) sources->pdata, sources->len);
  eup_entity_set_other_titles (entity, (EupTitle **) titles->pdata, titles->len);
  eup_entity_set_references (entity, (EupReference **) references->pdata, references->len);
  if (EUP_IS_COMMISSIONER (entity))
    {
      g_autoptr (GPtrArray) terms = items_of (eup_commissioner_get_terms (EUP_COMMISSIONER (entity)),
                                              extend ? eup_term_new ("ec", text, NULL, NULL, NULL) : NULL);

      eup_commissioner_set_terms (EUP_COMMISSIONER (entity), (EupTerm **) terms->pdata, terms->len);
    }
}

/* A string that is shown of a text is set by the text. */
static gboolean
is_of_text (GObjectClass *klass,
            GParamSpec   *pspec)
{
  g_autofree char *name = g_strconcat (pspec->name, "-text", NULL);

  return g_object_class_find_property (klass, name) != NULL;
}

static gboolean
is_settable (GObjectClass *klass,
             GParamSpec   *pspec)
{
  return (pspec->flags & G_PARAM_READWRITE) == G_PARAM_READWRITE && !(pspec->flags & G_PARAM_CONSTRUCT_ONLY)
         && !is_of_text (klass, pspec);
}

static void
set_back_entity (EupEntity *entity)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (entity);
  g_autofree GParamSpec **pspecs = NULL;
  g_autofree char *before = eup_entity_to_json_string (entity), *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  pspecs = g_object_class_list_properties (klass, &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (!is_settable (klass, pspecs[i]))
        continue;
      g_value_init (&value, pspecs[i]->value_type);
      g_object_get_property (G_OBJECT (entity), pspecs[i]->name, &value);
      g_object_set_property (G_OBJECT (entity), pspecs[i]->name, &value);
    }
  set_lists (entity, FALSE);
  eup_entity_update_json_string (entity, before, &error);
  g_assert_no_error (error);
  after = eup_entity_to_json_string (entity);
  g_assert_cmpstr (before, ==, after);
}

void
set_back_catalog (EupCatalog *catalog)
{
  for_each_entity (catalog, set_back_entity);
}

static void
extend_entity (EupEntity *entity)
{
  static const char * const names[] = { "title-text", "short-title-text", "summary-text", "notes-text", "purpose-text" };
  GObjectClass *klass = G_OBJECT_GET_CLASS (entity);
  g_autofree GParamSpec **pspecs = NULL;
  guint n;

  set_lists (entity, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EupText) text = NULL, longer = NULL;

      if (g_object_class_find_property (klass, names[i]) == NULL)
        continue;
      g_object_get (entity, names[i], &text, NULL);
      /* What stands in the place of a text would go when one is stated. */
      if (text == NULL)
        continue;
      longer = eup_text_with_string (text, "sv", "Mer");
      g_object_set (entity, names[i], longer, NULL);
    }

  pspecs = g_object_class_list_properties (klass, &n);
  for (guint i = 0; i < n; i++)
    if (pspecs[i]->value_type == G_TYPE_STRV && is_settable (klass, pspecs[i]))
      {
        g_auto (GStrv) ids = NULL;
        g_autoptr (GPtrArray) more = g_ptr_array_new ();

        g_object_get (entity, pspecs[i]->name, &ids, NULL);
        for (guint k = 0; ids[k] != NULL; k++)
          g_ptr_array_add (more, ids[k]);
        g_ptr_array_add (more, (char *) "one-more");
        g_ptr_array_add (more, NULL);
        g_object_set (entity, pspecs[i]->name, more->pdata, NULL);
      }
}

void
extend_catalog (EupCatalog *catalog)
{
  for_each_entity (catalog, extend_entity);
}
