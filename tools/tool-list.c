/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "tool-types.h"

static const char help[] =
  "Lists the entities of a TYPE, or all: mandates, priorities, objectives, initiatives, milestones,\n"
  "commissioners, topics.\n"
  "\n"
  "Examples:\n"
  "  eupolicy list priorities\n"
  "  eupolicy list --format ids\n";

static GListModel *
find_list (ToolSession    *session,
           const ToolType *type)
{
  GListModel *model;

  if (type == NULL)
    return g_object_ref (G_LIST_MODEL (session->catalog));
  g_object_get (session->catalog, tool_type_plural (type), &model, NULL);
  return model;
}

static int
run (ToolSession  *session,
     char        **words,
     guint         n_words)
{
  const char *format = session->options.format;
  const ToolType *type = n_words > 0 ? tool_type_find (words[0]) : NULL;
  g_autoptr (GListModel) model = NULL;

  if (n_words > 1 || (n_words == 1 && type == NULL))
    {
      g_autofree char *near = tool_type_suggest (words[0]);
      g_autofree char *names = tool_type_names ();

      if (near != NULL)
        tool_session_complain (session, "unknown type \"%s\"; did you mean %s?", words[0], near);
      else
        tool_session_complain (session, "unknown type \"%s\"; the types are %s", words[0], names);
      return TOOL_WRONG_USE;
    }
  if (format != NULL && strcmp (format, "ids") != 0 && strcmp (format, "table") != 0)
    {
      tool_session_complain (session, "unknown format \"%s\"", format);
      return TOOL_WRONG_USE;
    }
  if (!tool_session_load (session))
    return TOOL_PROBLEMS;
  model = find_list (session, type);
  if (g_strcmp0 (format, "ids") != 0)
    tool_types_write (session, type, model);
  else
    for (guint i = 0; i < g_list_model_get_n_items (model); i++)
      {
        g_autoptr (EupEntity) entity = g_list_model_get_item (model, i);

        tool_output_format (session->output, "%s\n", eup_entity_get_id (entity));
      }
  return TOOL_FINE;
}

const ToolCommand tool_command_list = {
  .name = "list",
  .usage = "[TYPE]",
  .summary = "list what the catalogue holds",
  .help = help,
  .takes = TOOL_TAKES_FORMAT,
  .run = run,
};
