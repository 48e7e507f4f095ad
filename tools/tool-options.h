/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-output.h"

G_BEGIN_DECLS

/* Everything that can be said on the command line beside the command itself. */

typedef struct
{
  char *catalog;
  char *language;
  char *as_of;
  char *format;
  char *columns;
  char *from;
  char *to;
  char *colour;
  gboolean explain;
  gboolean strict;
  gboolean by_language;
  gboolean help;
  gboolean version;

  GPtrArray *words; /* what is no option, in order; the first names the command */
} ToolOptions;

/* Which of them a command takes. */
typedef enum
{
  TOOL_TAKES_NOTHING = 0,
  TOOL_TAKES_FORMAT = 1 << 0,
  TOOL_TAKES_COLUMNS = 1 << 1,
  TOOL_TAKES_EXPLAIN = 1 << 2,
  TOOL_TAKES_FROM = 1 << 3,
  TOOL_TAKES_TO = 1 << 4,
  TOOL_TAKES_STRICT = 1 << 5,
  TOOL_TAKES_LANGUAGES = 1 << 6,
  TOOL_TAKES_ALWAYS = 1 << 7
} ToolTakes;

gboolean tool_options_parse   (ToolOptions        *self,
                               int                 argc,
                               char              **argv,
                               char              **problem);
gboolean tool_options_allowed (const ToolOptions  *self,
                               ToolTakes           takes,
                               char              **problem);
void     tool_options_clear   (ToolOptions        *self);
void     tool_options_list    (ToolOutput         *output,
                               ToolTakes           takes);

G_END_DECLS
