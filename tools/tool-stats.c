/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-session.h"
#include "tool-table.h"

static const char help[] =
  "Says what the catalog holds: how many entities of each type, what became of the initiatives\n"
  "(verdicts), and how many references of each scheme. With --languages how many texts there are in\n"
  "each language, a column for each type.\n"
  "\n"
  "Examples:\n"
  "  eupolicy stats\n"
  "  eupolicy stats --languages\n"
  "  eupolicy --catalog my.json stats --format json\n";

/* In the order of the catalog: mandates, priorities and so on. */
enum { N_TYPES = 7 };

static const char * const type_nicks[N_TYPES] = { "mandate", "priority", "objective", "initiative", "milestone", "commissioner", "topic" };

/* -- how many */

typedef struct
{
  const char *what;
  const char *value;
  guint count;
} Count;

static void
add_count (GArray     *counts,
           const char *what,
           const char *value,
           guint       count)
{
  Count one = { what, value, count };

  g_array_append_val (counts, one);
}

static void
count_types (EupCatalog *catalog,
             GArray     *counts)
{
  guint n[N_TYPES] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (G_LIST_MODEL (catalog), i);

      for (guint type = 0; type < N_TYPES; type++)
        n[type] += strcmp (eup_entity_get_type_nick (entity), type_nicks[type]) == 0;
    }
  for (guint type = 0; type < N_TYPES; type++)
    add_count (counts, "type", type_nicks[type], n[type]);
}

static void
count_verdicts (EupCatalog *catalog,
                GArray     *counts)
{
  g_autoptr (EupList) initiatives = eup_catalog_dup_initiatives (catalog);
  g_autoptr (GEnumClass) klass = g_type_class_ref (EUP_TYPE_VERDICT);
  g_autofree guint *n = g_new0 (guint, (gsize) klass->maximum + 1);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (initiatives)); i++)
    {
      g_autoptr (EupInitiative) initiative = g_list_model_get_item (G_LIST_MODEL (initiatives), i);

      n[eup_initiative_get_verdict (initiative)]++;
    }
  for (guint i = 0; i < klass->n_values; i++)
    add_count (counts, "verdict", klass->values[i].value_nick, n[klass->values[i].value]);
}

static void
count_references (EupCatalog *catalog,
                  GArray     *counts)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (EUP_TYPE_REFERENCE_SCHEME);
  g_autofree guint *n = g_new0 (guint, (gsize) klass->maximum + 1);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (G_LIST_MODEL (catalog), i);
      GListModel *references = G_LIST_MODEL (eup_entity_get_references (entity));

      for (guint k = 0; k < g_list_model_get_n_items (references); k++)
        {
          g_autoptr (EupReference) reference = g_list_model_get_item (references, k);

          n[eup_reference_get_scheme (reference)]++;
        }
    }
  for (guint i = 0; i < klass->n_values; i++)
    if (n[klass->values[i].value] > 0)
      add_count (counts, "reference", klass->values[i].value_nick, n[klass->values[i].value]);
}

static void
write_counts (ToolSession *session,
              GArray      *counts)
{
  static const char * const headings[] = { "WHAT", "VALUE", "COUNT" };
  ToolTable *table = tool_table_new (session->output, headings, G_N_ELEMENTS (headings));

  tool_table_right (table, 2);
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);
      g_autofree char *number = g_strdup_printf ("%u", count->count);

      tool_table_cell (table, TOOL_STYLE_FAINT, count->what);
      tool_table_cell (table, TOOL_STYLE_PLAIN, count->value);
      tool_table_cell (table, TOOL_STYLE_PLAIN, number);
    }
  tool_table_finish (table);
}

static void
build_counts (JsonBuilder *builder,
              GArray      *counts)
{
  const char *what = NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      if (what == NULL || strcmp (what, count->what) != 0)
        {
          if (what != NULL)
            json_builder_end_object (builder);
          what = count->what;
          json_builder_set_member_name (builder, what);
          json_builder_begin_object (builder);
        }
      json_builder_set_member_name (builder, count->value);
      json_builder_add_int_value (builder, count->count);
    }
  if (what != NULL)
    json_builder_end_object (builder);
}

/* -- in which languages */

typedef struct
{
  guint n[N_TYPES];
} Texts;

static void
add_text (GHashTable *languages,
          guint       type,
          EupText    *text)
{
  char **tags = text != NULL ? eup_text_get_languages (text) : NULL;

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      Texts *texts = g_hash_table_lookup (languages, tags[i]);

      if (texts == NULL)
        {
          texts = g_new0 (Texts, 1);
          g_hash_table_insert (languages, g_strdup (tags[i]), texts);
        }
      texts->n[type]++;
    }
}

static void add_texts_of (GHashTable *languages,
                          guint       type,
                          GObject    *object);

/* Of a list of values what its items say: titles, labels, roles. */
static void
add_texts_in (GHashTable *languages,
              guint       type,
              GListModel *values)
{
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (values, i);

      add_texts_of (languages, type, item);
    }
}

static void
add_texts_of (GHashTable *languages,
              guint       type,
              GObject    *object)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      gboolean is_list = g_type_is_a (pspecs[i]->value_type, EUP_TYPE_LIST);

      if (!is_list && pspecs[i]->value_type != EUP_TYPE_TEXT && pspecs[i]->value_type != EUP_TYPE_CITATION)
        continue;
      g_object_get_property (object, pspecs[i]->name, &value);
      if (pspecs[i]->value_type == EUP_TYPE_TEXT)
        {
          add_text (languages, type, g_value_get_boxed (&value));
        }
      else if (g_value_get_object (&value) == NULL)
        {
          continue;
        }
      else if (is_list)
        {
          GListModel *list = g_value_get_object (&value);

          if (!g_type_is_a (g_list_model_get_item_type (list), EUP_TYPE_ENTITY))
            add_texts_in (languages, type, list);
        }
      else
        {
          add_texts_of (languages, type, g_value_get_object (&value));
        }
    }
}

static GHashTable *
count_texts (EupCatalog *catalog)
{
  GHashTable *languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (EupEntity) entity = g_list_model_get_item (G_LIST_MODEL (catalog), i);

      for (guint type = 0; type < N_TYPES; type++)
        if (strcmp (eup_entity_get_type_nick (entity), type_nicks[type]) == 0)
          add_texts_of (languages, type, G_OBJECT (entity));
    }
  return languages;
}

static guint
sum (const Texts *texts)
{
  guint all = 0;

  for (guint type = 0; type < N_TYPES; type++)
    all += texts->n[type];
  return all;
}

static int
compare_languages (gconstpointer a,
                   gconstpointer b,
                   gpointer      languages)
{
  const char *tag_a = *(const char * const *) a, *tag_b = *(const char * const *) b;
  guint n_a = sum (g_hash_table_lookup (languages, tag_a)), n_b = sum (g_hash_table_lookup (languages, tag_b));

  return n_a != n_b ? (n_a < n_b) - (n_a > n_b) : strcmp (tag_a, tag_b);
}

/* Most texts first. */
static const char **
sort_languages (GHashTable *languages,
                guint      *n)
{
  const char **tags = (const char **) g_hash_table_get_keys_as_array (languages, n);

  g_qsort_with_data (tags, (int) *n, sizeof *tags, compare_languages, languages);
  return tags;
}

static void
write_texts (ToolSession *session,
             GHashTable  *languages)
{
  static const char * const headings[] = { "LANGUAGE", "MANDATE", "PRIORITY", "OBJECTIVE", "INITIATIVE", "MILESTONE",
                                           "COMMISSIONER", "TOPIC", "ALL" };
  ToolTable *table = tool_table_new (session->output, headings, G_N_ELEMENTS (headings));
  guint n;
  g_autofree const char **tags = sort_languages (languages, &n);

  for (guint column = 1; column < G_N_ELEMENTS (headings); column++)
    tool_table_right (table, column);
  for (guint i = 0; i < n; i++)
    {
      const Texts *texts = g_hash_table_lookup (languages, tags[i]);

      tool_table_cell (table, TOOL_STYLE_PLAIN, tags[i]);
      for (guint type = 0; type <= N_TYPES; type++)
        {
          g_autofree char *number = g_strdup_printf ("%u", type < N_TYPES ? texts->n[type] : sum (texts));

          tool_table_cell (table, TOOL_STYLE_PLAIN, number);
        }
    }
  tool_table_finish (table);
}

static void
build_texts (JsonBuilder *builder,
             GHashTable  *languages)
{
  guint n;
  g_autofree const char **tags = sort_languages (languages, &n);

  for (guint i = 0; i < n; i++)
    {
      const Texts *texts = g_hash_table_lookup (languages, tags[i]);

      json_builder_set_member_name (builder, tags[i]);
      json_builder_begin_object (builder);
      for (guint type = 0; type < N_TYPES; type++)
        {
          json_builder_set_member_name (builder, type_nicks[type]);
          json_builder_add_int_value (builder, texts->n[type]);
        }
      json_builder_end_object (builder);
    }
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  const char *format = session->options.format;
  gboolean json = g_strcmp0 (format, "json") == 0;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) languages = NULL;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (Count));

  if (format != NULL && !json && strcmp (format, "table") != 0)
    {
      tool_session_complain (session, "counts are given as table or json, not as %s", format);
      return TOOL_WRONG_USE;
    }
  if (n_words > 0)
    {
      tool_session_complain (session, "stats takes no question, found \"%s\"; eupolicy count counts an answer", words[0]);
      return TOOL_WRONG_USE;
    }
  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  json_builder_begin_object (builder);
  if (session->options.by_language)
    {
      languages = count_texts (session->catalog);
      if (json)
        build_texts (builder, languages);
      else
        write_texts (session, languages);
    }
  else
    {
      count_types (session->catalog, counts);
      count_verdicts (session->catalog, counts);
      count_references (session->catalog, counts);
      if (json)
        build_counts (builder, counts);
      else
        write_counts (session, counts);
    }
  json_builder_end_object (builder);
  if (json)
    {
      g_autoptr (JsonNode) root = json_builder_get_root (builder);
      g_autofree char *text = json_to_string (root, TRUE);

      tool_output_text (session->output, text);
      tool_output_text (session->output, "\n");
    }
  return TOOL_FINE;
}

const ToolCommand tool_command_stats = {
  .name = "stats",
  .usage = "[--languages]",
  .summary = "count what the catalog holds",
  .help = help,
  .takes = TOOL_TAKES_FORMAT | TOOL_TAKES_LANGUAGES,
  .run = run,
};
