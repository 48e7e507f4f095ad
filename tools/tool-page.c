/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-page.h"

char *
tool_page_join (const char *separator,
                const char *a,
                const char *b,
                const char *c)
{
  const char *given[] = { a, b, c };
  const char *parts[4] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i] != NULL && *given[i] != '\0')
      parts[n++] = given[i];
  return g_strjoinv (separator, (char **) parts);
}

char *
tool_page_date (ToolSession *session,
                EupDate     *date)
{
  return date != NULL ? eup_date_format (date, tool_session_language (session)) : NULL;
}

void
tool_page_head (ToolSession *session,
                EupEntity   *entity)
{
  const char *title = eup_entity_get_title (entity);
  const char *brief = eup_entity_get_short_title (entity);
  ToolOutput *output = session->output;

  tool_output_wrapped (output, TOOL_STYLE_TITLE, 0, 0,
                       title != NULL && *title != '\0' ? title : eup_entity_get_id (entity));
  tool_output_text (output, "\n");
  tool_output_styled (output, TOOL_STYLE_FAINT, eup_entity_get_type_nick (entity));
  tool_output_text (output, " ");
  tool_output_styled (output, TOOL_STYLE_ID, eup_entity_get_id (entity));
  if (brief != NULL && *brief != '\0' && g_strcmp0 (brief, title) != 0)
    {
      tool_output_styled (output, TOOL_STYLE_FAINT, " · ");
      tool_output_styled (output, TOOL_STYLE_FAINT, brief);
    }
  tool_output_text (output, "\n");
}

void
tool_page_heading (ToolSession *session,
                   const char  *text)
{
  tool_output_text (session->output, "\n");
  tool_output_styled (session->output, TOOL_STYLE_HEADING, text);
  tool_output_text (session->output, "\n");
}

/* A text, and beneath it on a terminal, behind it elsewhere, an address. */
void
tool_page_item (ToolSession *session,
                const char  *text,
                const char  *address)
{
  ToolOutput *output = session->output;

  tool_output_text (output, "  ");
  if (text != NULL && *text != '\0')
    tool_output_wrapped (output, TOOL_STYLE_PLAIN, 2, 4, text);
  if (address != NULL && *address != '\0')
    {
      if (text != NULL && *text != '\0')
        tool_output_text (output, tool_output_is_terminal (output) ? "\n    " : "  ");
      /* Never wrapped: it is to be clicked or copied. */
      tool_output_styled (output, TOOL_STYLE_ID, address);
    }
  tool_output_text (output, "\n");
}

/* What a source says of itself: title and date, and where it is. */
void
tool_page_source (ToolSession *session,
                  EupCitation *source)
{
  g_autofree char *when = tool_page_date (session, eup_citation_get_date (source));
  g_autofree char *line = tool_page_join (" · ", tool_session_read (session, eup_citation_get_title (source)), when, NULL);

  tool_page_item (session, line, eup_citation_get_uri (source));
}
