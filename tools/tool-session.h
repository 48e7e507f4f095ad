/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy.h>

#include "tool-options.h"
#include "tool-output.h"

G_BEGIN_DECLS

/* What the command ends with. */
enum
{
  TOOL_FINE = 0,
  TOOL_PROBLEMS = 1,
  TOOL_WRONG_USE = 2
};

/* One run of the command. */
typedef struct
{
  ToolOptions options;
  ToolOutput *output;
  ToolOutput *errors;
  EupCatalog *catalog;
  char **languages; /* as --lang gives them; NULL: the user's */
  EupDate *as_of;
} ToolSession;

typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  const char *help;
  ToolTakes takes;
  guint fewest_words;
  int (*run) (ToolSession *session, char **words, guint n_words);
} ToolCommand;

extern const ToolCommand tool_command_list;
extern const ToolCommand tool_command_show;
extern const ToolCommand tool_command_query;
extern const ToolCommand tool_command_count;
extern const ToolCommand tool_command_timeline;
extern const ToolCommand tool_command_why;
extern const ToolCommand tool_command_stats;
extern const ToolCommand tool_command_convert;
extern const ToolCommand tool_command_validate;

void        tool_session_complain (ToolSession  *self,
                                   const char   *format,
                                   ...) G_GNUC_PRINTF (2, 3);
gboolean    tool_session_prepare  (ToolSession  *self);
gboolean    tool_session_load     (ToolSession  *self);
EupCatalog *tool_session_open     (ToolSession  *self,
                                   const char   *name,
                                   EupFormat     format,
                                   GError      **error);
gboolean    tool_session_format   (ToolSession  *self,
                                   const char   *name,
                                   EupFormat    *format);
const char *tool_session_language (ToolSession  *self);
const char *tool_session_read     (ToolSession  *self,
                                   EupText      *text);

G_END_DECLS
