/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-output.h"

G_BEGIN_DECLS

/* Rows of cells. On a terminal they are gathered and aligned, and the last column is cut to the width;
 * anywhere else each row is written at once, with tabs between its cells and without a heading. */

typedef struct _ToolTable ToolTable;

ToolTable *tool_table_new    (ToolOutput         *output,
                              const char * const *headings,
                              guint               n_columns);
void       tool_table_right  (ToolTable          *self,
                              guint               column);
void       tool_table_cell   (ToolTable          *self,
                              ToolStyle           style,
                              const char         *text);
void       tool_table_finish (ToolTable          *self);

G_END_DECLS
