/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model-test.h"

TEST (Entity, IsMadeWithoutACatalog)
{
  g_autoptr (EupInitiative) initiative = eup_initiative_new ("x/y");

  EXPECT_STREQ (eup_entity_get_id (EUP_ENTITY (initiative)), "x/y");
  EXPECT_STREQ (eup_entity_get_type_nick (EUP_ENTITY (initiative)), "initiative");
  EXPECT_EQ (eup_entity_dup_catalog (EUP_ENTITY (initiative)), nullptr);
  EXPECT_EQ (eup_entity_get_title (EUP_ENTITY (initiative)), nullptr);
  EXPECT_EQ (eup_initiative_get_status (initiative), EUP_STATUS_UNKNOWN);
  EXPECT_EQ (eup_initiative_get_day (initiative), G_MAXINT);
  EXPECT_NE (eup_initiative_get_objective_ids (initiative), nullptr);
  EXPECT_EQ (eup_initiative_get_objective_ids (initiative)[0], nullptr);
  EXPECT_EQ (take_ids (eup_initiative_dup_milestones (initiative)), "");
}

TEST (Entity, CanBeConstructedWithoutAnId)
{
  for (GType type : { EUP_TYPE_MANDATE, EUP_TYPE_PRIORITY, EUP_TYPE_OBJECTIVE, EUP_TYPE_INITIATIVE, EUP_TYPE_MILESTONE,
                      EUP_TYPE_COMMISSIONER, EUP_TYPE_TOPIC })
    {
      g_autoptr (EupEntity) entity = EUP_ENTITY (g_object_new (type, NULL));
      g_autofree GParamSpec **pspecs = NULL;
      guint n;

      EXPECT_STREQ (eup_entity_get_id (entity), "");
      pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n);
      for (guint i = 0; i < n; i++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (G_OBJECT (entity), pspecs[i]->name, &value);
          if ((pspecs[i]->flags & G_PARAM_WRITABLE) && !(pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY))
            g_object_set_property (G_OBJECT (entity), pspecs[i]->name, &value);
        }
      eup_entity_set_title (entity, "Something");
      EXPECT_STREQ (eup_entity_get_title (entity), "Something");
    }
}

TEST (Entity, EveryPropertyIsReadAndWritten)
{
  g_autoptr (EupCatalog) catalog = load_model ();

  for (guint i = 0; i < eup_catalog_get_n_items (catalog); i++)
    {
      g_autoptr (EupEntity) entity = EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (catalog), i));
      g_autofree GParamSpec **pspecs = NULL;
      g_autofree char *before = eup_entity_to_json_string (entity);
      g_autofree char *after = NULL;
      guint n;

      pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n);
      for (guint j = 0; j < n; j++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (G_OBJECT (entity), pspecs[j]->name, &value);
          /* The title of a Commissioner is read where none is stated. */
          if (EUP_IS_COMMISSIONER (entity) && strcmp (pspecs[j]->name, "title") == 0)
            continue;
          if ((pspecs[j]->flags & G_PARAM_WRITABLE) && !(pspecs[j]->flags & G_PARAM_CONSTRUCT_ONLY))
            g_object_set_property (G_OBJECT (entity), pspecs[j]->name, &value);
        }
      after = eup_entity_to_json_string (entity);
      EXPECT_STREQ (before, after);
    }
}

TEST (Entity, TextsAreWrittenInTheCatalogsLanguage)
{
  g_autoptr (EupText) text = eup_text_new ("fr", "Pomme");
  g_autoptr (EupText) both = eup_text_with_string (text, "en", "Apple");
  g_autoptr (EupTopic) topic = eup_topic_new ("t");
  EupEntity *entity = EUP_ENTITY (topic);

  eup_entity_set_title_text (entity, both);
  eup_entity_set_title (entity, "Pear");
  EXPECT_STREQ (eup_text_get (eup_entity_get_title_text (entity), "en"), "Pear");
  EXPECT_STREQ (eup_text_get (eup_entity_get_title_text (entity), "fr"), "Pomme");
  eup_entity_set_title (entity, NULL);
  EXPECT_EQ (eup_text_get (eup_entity_get_title_text (entity), "en"), nullptr);
  eup_entity_set_title_text (entity, NULL);
  EXPECT_EQ (eup_entity_get_title_text (entity), nullptr);
  EXPECT_EQ (eup_entity_get_title (entity), nullptr);
}

/* A getter's string stays what it is as long as the object lives. */
TEST (Ownership, StringsOutliveEdits)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupCommissioner) henna = find<EupCommissioner> (catalog, "henna");
  g_autoptr (EupMandate) mandate = find<EupMandate> (catalog, "ec");
  EupEntity *entity = EUP_ENTITY (henna);
  const char *name = eup_entity_get_title (entity);
  const char *given = eup_commissioner_get_given_name (henna);
  const char *id = eup_entity_get_id (entity);
  const char *role = eup_commissioner_get_role (henna);
  const char *president = eup_mandate_get_president_id (mandate);
  std::vector<const char *> titles;

  eup_mandate_set_president_id (mandate, "henna");
  eup_commissioner_set_given_name (henna, "H.");
  eup_commissioner_set_terms (henna, NULL, 0);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title number %u", i);

      eup_entity_set_title (entity, title);
      titles.push_back (eup_entity_get_title (entity));
    }
  ASSERT_TRUE (eup_catalog_rename (catalog, "henna", "hv", NULL));
  ASSERT_TRUE (eup_catalog_remove (catalog, "hv"));
  g_clear_object (&catalog);

  EXPECT_STREQ (name, "Henna Virkkunen");
  EXPECT_STREQ (given, "Henna");
  EXPECT_STREQ (id, "henna");
  EXPECT_STREQ (role, "Vice-President");
  EXPECT_STREQ (president, "ursula");
  for (guint i = 0; i < 200; i++)
    EXPECT_EQ (titles[i], "Title number " + std::to_string (i));
  EXPECT_STREQ (eup_entity_get_id (entity), "hv");
  EXPECT_STREQ (eup_entity_get_title (entity), "Title number 199");
}

TEST (Ownership, StringsOutliveAdding)
{
  g_autoptr (EupCatalog) catalog = eup_catalog_new ();
  g_autoptr (EupTopic) topic = eup_topic_new ("t");
  const char *scheme, *title, *id;

  eup_topic_set_scheme (topic, "eurovoc");
  eup_entity_set_title (EUP_ENTITY (topic), "Title");
  scheme = eup_topic_get_scheme (topic);
  title = eup_entity_get_title (EUP_ENTITY (topic));
  id = eup_entity_get_id (EUP_ENTITY (topic));
  ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (topic), NULL));
  eup_entity_set_title (EUP_ENTITY (topic), "Another");
  EXPECT_STREQ (scheme, "eurovoc");
  EXPECT_STREQ (title, "Title");
  EXPECT_STREQ (id, "t");
}

/* Boxed values, arrays and lists of values are the object's until the field is set. */
TEST (Ownership, ValuesAreKeptUntilSet)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupMilestone) milestone = find<EupMilestone> (catalog, "m3");
  g_autoptr (EupInitiative) initiative = find<EupInitiative> (catalog, "i1");
  EupDate *date = eup_milestone_get_date (milestone);
  const char *const *leads = eup_initiative_get_lead_ids (initiative);
  EupList *figures = eup_entity_get_figures (EUP_ENTITY (milestone));
  EupText *title = eup_entity_get_title_text (EUP_ENTITY (milestone));

  eup_milestone_set_kind (milestone, EUP_MILESTONE_KIND_SIGNED);
  eup_catalog_rename (catalog, "henna", "hv", NULL);
  EXPECT_EQ (eup_milestone_get_date (milestone), date);
  EXPECT_EQ (eup_entity_get_figures (EUP_ENTITY (milestone)), figures);
  EXPECT_EQ (eup_entity_get_title_text (EUP_ENTITY (milestone)), title);
  EXPECT_STREQ (leads[0], "henna");
  EXPECT_STREQ (eup_initiative_get_lead_ids (initiative)[0], "hv");
}

TEST (Values, ListsAreSetAndRead)
{
  g_autoptr (EupText) label = eup_text_new ("en", "of the people");
  g_autoptr (EupDate) date = eup_date_new_from_string ("2025", NULL);
  g_autoptr (EupCitation) source = eup_citation_new (label, "https://example.org/", date);
  g_autoptr (EupFigure) figure = eup_figure_new (71, "%", EUP_QUALIFIER_AT_LEAST, label, date, source);
  g_autoptr (EupReference) reference = eup_reference_new_from_string ("COM(2025) 148", NULL);
  g_autoptr (EupLink) link = eup_link_new (NULL, label, EUP_LINK_KIND_NEWS, date);
  g_autoptr (EupPeriod) period = eup_period_new_from_string ("2020/..", NULL);
  g_autoptr (EupTitle) other = eup_title_new (label, period);
  g_autoptr (EupInitiative) initiative = eup_initiative_new ("i");
  EupEntity *entity = EUP_ENTITY (initiative);
  EupFigure *figures[] = { figure, figure };

  eup_entity_set_figures (entity, figures, 2);
  eup_entity_set_references (entity, &reference, 1);
  eup_entity_set_links (entity, &link, 1);
  eup_entity_set_sources (entity, &source, 1);
  eup_entity_set_other_titles (entity, &other, 1);

  g_autoptr (EupEntity) copy = eup_entity_copy (entity);
  for (EupEntity *e : { entity, copy })
    {
      g_autoptr (EupFigure) f = EUP_FIGURE (g_list_model_get_item (G_LIST_MODEL (eup_entity_get_figures (e)), 1));
      g_autoptr (EupReference) r = EUP_REFERENCE (g_list_model_get_item (G_LIST_MODEL (eup_entity_get_references (e)), 0));
      g_autoptr (EupLink) l = EUP_LINK (g_list_model_get_item (G_LIST_MODEL (eup_entity_get_links (e)), 0));
      g_autoptr (EupCitation) s = EUP_CITATION (g_list_model_get_item (G_LIST_MODEL (eup_entity_get_sources (e)), 0));
      g_autoptr (EupTitle) o = EUP_TITLE (g_list_model_get_item (G_LIST_MODEL (eup_entity_get_other_titles (e)), 0));

      EXPECT_TRUE (eup_figure_equal (f, figure));
      EXPECT_TRUE (eup_reference_equal (r, reference));
      EXPECT_TRUE (eup_link_equal (l, link));
      EXPECT_TRUE (eup_citation_equal (s, source));
      EXPECT_TRUE (eup_title_equal (o, other));
      EXPECT_EQ (eup_list_get_item_type (eup_entity_get_figures (e)), EUP_TYPE_FIGURE);
      EXPECT_EQ (eup_list_lookup (eup_entity_get_figures (e), "x"), nullptr);
      EXPECT_EQ (eup_list_position_of (eup_entity_get_figures (e), f), 1u);
    }
  eup_entity_set_figures (entity, NULL, 0);
  EXPECT_EQ (eup_list_get_n_items (eup_entity_get_figures (entity)), 0u);
}

TEST (Json, OneEntity)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i2");
  g_autoptr (JsonNode) node = eup_entity_to_json (entity);
  g_autoptr (GError) error = NULL;
  Log log;

  EXPECT_STREQ (json_object_get_string_member (json_node_get_object (node), "type"), "initiative");
  EXPECT_STREQ (json_object_get_string_member (json_node_get_object (node), "id"), "i2");

  watch_notify (entity, &log);
  EXPECT_TRUE (eup_entity_update_json_string (entity, R"({"instrument": "fund", "priorities": null})", &error));
  EXPECT_EQ (error, nullptr);
  EXPECT_EQ (joined (log), "notify i2:priority-ids; notify i2:priorities; notify i2:priority; notify i2:instrument; notify i2:legislative");
  EXPECT_STREQ (eup_entity_get_title (entity), "Apple");
  EXPECT_EQ (eup_initiative_get_instrument (EUP_INITIATIVE (entity)), EUP_INSTRUMENT_FUND);

  EXPECT_FALSE (eup_entity_update_json_string (entity, R"({"title": "New", "instrument": )", &error));
  EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_SYNTAX));
  g_clear_error (&error);
  EXPECT_STREQ (eup_entity_get_title (entity), "Apple");
  EXPECT_FALSE (eup_entity_update_json_string (entity, R"({"id": "other"})", &error));
  EXPECT_NE (error, nullptr);
}

TEST (Entity, CopiesAreOfTheirOwn)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i2");
  g_autoptr (EupEntity) copy = eup_entity_copy (entity);
  g_autofree char *a = eup_entity_to_json_string (entity);
  g_autofree char *b = eup_entity_to_json_string (copy);

  EXPECT_STREQ (a, b);
  EXPECT_EQ (eup_entity_dup_catalog (copy), nullptr);
  eup_entity_set_title (copy, "Copy");
  EXPECT_STREQ (eup_entity_get_title (entity), "Apple");
}

static guint n_criticals;

static GLogWriterOutput
count_criticals (GLogLevelFlags level,
                 const GLogField *,
                 gsize,
                 gpointer)
{
  n_criticals += (level & G_LOG_LEVEL_CRITICAL) != 0;
  return G_LOG_WRITER_HANDLED;
}

/* Wrong use is told, and does nothing; nothing crashes. */
TEST (WrongUse, IsRefused)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, "i1");
  const char *const bad[] = { "o1", "not an id", NULL };
  guint before;

  g_log_set_writer_func (count_criticals, NULL, NULL);
  before = n_criticals;
  eup_initiative_set_objective_ids (EUP_INITIATIVE (entity), bad);
  eup_initiative_set_parent_id (EUP_INITIATIVE (entity), "");
  eup_initiative_set_instrument (EUP_INITIATIVE (entity), (EupInstrument) 255);
  eup_entity_set_title (NULL, "x");
  eup_catalog_end_edit (catalog);
  EXPECT_EQ (eup_catalog_list (catalog, G_TYPE_OBJECT), nullptr);
  EXPECT_EQ (eup_catalog_lookup (catalog, NULL), nullptr);
  EXPECT_EQ (eup_initiative_new (NULL), nullptr);
  EXPECT_EQ (n_criticals, before + 8);
  EXPECT_STREQ (eup_initiative_get_objective_ids (EUP_INITIATIVE (entity))[0], "o1");
  EXPECT_EQ (eup_initiative_get_instrument (EUP_INITIATIVE (entity)), EUP_INSTRUMENT_REGULATION);
  g_log_set_always_fatal (fatal);
}
