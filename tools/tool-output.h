/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the command says: gathered, and written in large pieces; colours and widths only where a person reads. */

typedef enum
{
  TOOL_STYLE_PLAIN,
  TOOL_STYLE_TITLE,
  TOOL_STYLE_HEADING,
  TOOL_STYLE_FAINT,
  TOOL_STYLE_ID,
  TOOL_STYLE_GOOD,
  TOOL_STYLE_MOVING,
  TOOL_STYLE_WAITING,
  TOOL_STYLE_BAD,
  TOOL_STYLE_STRUCK,
  TOOL_N_STYLES
} ToolStyle;

typedef enum
{
  TOOL_COLOUR_AUTO,
  TOOL_COLOUR_ALWAYS,
  TOOL_COLOUR_NEVER
} ToolColour;

typedef struct _ToolOutput ToolOutput;

ToolOutput *tool_output_new         (int          fd,
                                     ToolColour   colour);
int         tool_output_close       (ToolOutput  *self);

gboolean    tool_output_is_terminal (ToolOutput  *self);
guint       tool_output_get_width   (ToolOutput  *self);

void        tool_output_text        (ToolOutput  *self,
                                     const char  *text);
void        tool_output_bytes       (ToolOutput  *self,
                                     const void  *bytes,
                                     gsize        length);
void        tool_output_format      (ToolOutput  *self,
                                     const char  *format,
                                     ...) G_GNUC_PRINTF (2, 3);
void        tool_output_styled      (ToolOutput  *self,
                                     ToolStyle    style,
                                     const char  *text);
guint       tool_output_wrapped     (ToolOutput  *self,
                                     ToolStyle    style,
                                     guint        column,
                                     guint        indent,
                                     const char  *text);
void        tool_output_spaces      (ToolOutput  *self,
                                     guint        n);

/* Columns that a text takes on a terminal, and a text without what a terminal would obey. */
guint       tool_text_width         (const char  *text);
char       *tool_text_clean         (const char  *text);
char       *tool_text_cut           (const char  *text,
                                     guint        width);

G_END_DECLS
