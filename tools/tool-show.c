/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-facts.h"
#include "tool-nearest.h"
#include "tool-page.h"
#include "tool-timeline.h"
#include "tool-types.h"

#define SCREENFUL 40

static const char help[] =
  "Shows all that is known about an entity: what it is, how far it has come, who leads it, what it\n"
  "belongs to, its milestones, figures, links, references and the sources of it all.\n"
  "\n"
  "Examples:\n"
  "  eupolicy show protecteu\n"
  "  eupolicy --lang de show security-and-defence\n"
  "  eupolicy show henna-virkkunen andrius-kubilius\n"
  "  eupolicy show protecteu --format json\n";

static void
paragraph (ToolSession *session,
           ToolStyle    style,
           const char  *text)
{
  if (text == NULL || *text == '\0')
    return;
  tool_output_text (session->output, "\n");
  tool_output_wrapped (session->output, style, 0, 0, text);
  tool_output_text (session->output, "\n");
}

static void
write_other_titles (ToolSession *session,
                    EupEntity   *entity)
{
  GListModel *titles = G_LIST_MODEL (eup_entity_get_other_titles (entity));
  guint n = titles != NULL ? g_list_model_get_n_items (titles) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupTitle) title = g_list_model_get_item (titles, i);
      EupPeriod *period = eup_title_get_period (title);
      g_autofree char *when = period != NULL ? eup_period_format (period, tool_session_language (session)) : NULL;
      g_autofree char *line = tool_page_join (" · ", tool_session_read (session, eup_title_get_text (title)), when, NULL);

      tool_facts_line (session, i == 0 ? "Also called" : "", TOOL_STYLE_PLAIN, line, NULL);
    }
}

static void
write_milestones (ToolSession *session,
                  EupEntity   *entity)
{
  g_autoptr (EupList) milestones = NULL;

  if (EUP_IS_INITIATIVE (entity))
    milestones = eup_initiative_dup_milestones (EUP_INITIATIVE (entity));
  else if (EUP_IS_PRIORITY (entity))
    milestones = eup_priority_dup_milestones (EUP_PRIORITY (entity));
  if (milestones == NULL || g_list_model_get_n_items (G_LIST_MODEL (milestones)) == 0)
    return;
  tool_page_heading (session, "Milestones");
  /* What a priority has gathered would push all else off the screen. */
  if (g_list_model_get_n_items (G_LIST_MODEL (milestones)) > SCREENFUL)
    {
      g_autofree char *line = g_strdup_printf ("%u, shown by: eupolicy timeline %s",
                                               g_list_model_get_n_items (G_LIST_MODEL (milestones)),
                                               eup_entity_get_id (entity));

      tool_page_item (session, line, NULL);
      return;
    }
  tool_timeline_write (session, G_LIST_MODEL (milestones), NULL, FALSE);
}

static void
write_figures (ToolSession *session,
               EupEntity   *entity)
{
  GListModel *figures = G_LIST_MODEL (eup_entity_get_figures (entity));
  guint n = figures != NULL ? g_list_model_get_n_items (figures) : 0;
  guint column = 0;

  if (n == 0)
    return;
  tool_page_heading (session, "Figures");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupFigure) figure = g_list_model_get_item (figures, i);
      g_autofree char *amount = eup_figure_format (figure, tool_session_language (session));

      column = MAX (column, MIN (tool_text_width (amount), 28) + 4);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupFigure) figure = g_list_model_get_item (figures, i);
      EupCitation *source = eup_figure_get_source (figure);
      g_autofree char *amount = eup_figure_format (figure, tool_session_language (session));
      g_autofree char *when = tool_page_date (session, eup_figure_get_date (figure));
      g_autofree char *aside = tool_page_join (", ", when,
                                               source != NULL ? tool_session_read (session, eup_citation_get_title (source)) : NULL,
                                               NULL);
      g_autofree char *bracket = *aside != '\0' ? g_strdup_printf ("(%s)", aside) : NULL;
      g_autofree char *line = tool_page_join (" ", tool_session_read (session, eup_figure_get_label (figure)), bracket, NULL);
      guint width = tool_text_width (amount) + 2;

      tool_output_text (session->output, "  ");
      tool_output_styled (session->output, TOOL_STYLE_TITLE, amount);
      tool_output_spaces (session->output, column > width ? column - width : 2);
      tool_output_wrapped (session->output, TOOL_STYLE_PLAIN, MAX (column, width + 2), column, line);
      tool_output_text (session->output, "\n");
    }
}

static void
write_links (ToolSession *session,
             EupEntity   *entity)
{
  GListModel *links = G_LIST_MODEL (eup_entity_get_links (entity));
  guint n = links != NULL ? g_list_model_get_n_items (links) : 0;

  if (n == 0)
    return;
  tool_page_heading (session, "Links");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupLink) link = g_list_model_get_item (links, i);
      g_autofree char *kind = eup_link_kind_dup_label (eup_link_get_kind (link), tool_session_language (session));
      g_autofree char *when = tool_page_date (session, eup_link_get_date (link));
      g_autofree char *line = tool_page_join (" · ", tool_session_read (session, eup_link_get_title (link)), kind, when);

      tool_page_item (session, line, eup_link_get_uri (link));
    }
}

static void
write_references (ToolSession *session,
                  EupEntity   *entity)
{
  GListModel *references = G_LIST_MODEL (eup_entity_get_references (entity));
  guint n = references != NULL ? g_list_model_get_n_items (references) : 0;

  if (n == 0)
    return;
  tool_page_heading (session, "References");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupReference) reference = g_list_model_get_item (references, i);
      const char *value = eup_reference_get_value (reference);
      const char *uri = eup_reference_get_uri (reference);

      tool_page_item (session, value, g_strcmp0 (uri, value) != 0 ? uri : NULL);
    }
}

static void
write_sources (ToolSession *session,
               EupEntity   *entity)
{
  GListModel *sources = G_LIST_MODEL (eup_entity_get_sources (entity));
  EupConfidence confidence = eup_entity_get_confidence (entity);
  guint n = sources != NULL ? g_list_model_get_n_items (sources) : 0;

  if (n == 0 && confidence == EUP_CONFIDENCE_UNKNOWN)
    return;
  tool_page_heading (session, "Sources");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EupCitation) source = g_list_model_get_item (sources, i);

      tool_page_source (session, source);
    }
  if (confidence != EUP_CONFIDENCE_UNKNOWN)
    {
      g_autofree char *label = eup_confidence_dup_label (confidence, tool_session_language (session));
      g_autofree char *verified = tool_page_date (session, eup_entity_get_verified (entity));
      g_autofree char *line = tool_page_join (" · ", label, verified, NULL);

      tool_facts_line (session, "Confidence", TOOL_STYLE_PLAIN, line, NULL);
    }
}

static void
write_entity (ToolSession *session,
              EupEntity   *entity)
{
  tool_page_head (session, entity);
  tool_output_text (session->output, "\n");
  tool_facts_write (session, entity);
  write_other_titles (session, entity);
  paragraph (session, TOOL_STYLE_PLAIN, eup_entity_get_summary (entity));
  paragraph (session, TOOL_STYLE_FAINT, eup_entity_get_notes (entity));
  write_milestones (session, entity);
  write_figures (session, entity);
  write_links (session, entity);
  write_references (session, entity);
  write_sources (session, entity);
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  const char *format = session->options.format;
  gboolean json = format != NULL && strcmp (format, "json") == 0;
  int code = TOOL_FINE;

  if (format != NULL && !json && strcmp (format, "table") != 0)
    {
      tool_session_complain (session, "an entity is shown as table or json, not as %s", format);
      return TOOL_WRONG_USE;
    }
  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  for (guint i = 0; i < n_words; i++)
    {
      g_autoptr (EupEntity) entity = tool_find (session, words[i]);

      if (entity == NULL)
        {
          code = TOOL_PROBLEMS;
        }
      else if (json)
        {
          g_autofree char *text = eup_entity_to_json_string (entity);

          tool_output_text (session->output, text);
          tool_output_text (session->output, g_str_has_suffix (text, "\n") ? "" : "\n");
        }
      else
        {
          if (i > 0)
            tool_output_text (session->output, "\n\n");
          write_entity (session, entity);
        }
    }
  return code;
}

const ToolCommand tool_command_show = {
  .name = "show",
  .usage = "ID...",
  .summary = "show all that is known about an entity",
  .help = help,
  .takes = TOOL_TAKES_FORMAT,
  .fewest_words = 1,
  .run = run,
};
