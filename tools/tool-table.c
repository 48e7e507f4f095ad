/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-table.h"

#define GAP 2
#define LEAST_CUT 20

typedef struct
{
  char *text;
  ToolStyle style;
} Cell;

struct _ToolTable
{
  ToolOutput *output;
  const char * const *headings;
  guint n_columns;
  guint at; /* the column of the next cell */
  guint *widths;
  gboolean *right;
  GArray *cells;
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

ToolTable *
tool_table_new (ToolOutput         *output,
                const char * const *headings,
                guint               n_columns)
{
  ToolTable *self = g_new0 (ToolTable, 1);

  self->output = output;
  self->headings = headings;
  self->n_columns = n_columns;
  self->widths = g_new0 (guint, n_columns);
  self->right = g_new0 (gboolean, n_columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  for (guint i = 0; i < n_columns; i++)
    self->widths[i] = tool_text_width (headings[i]);
  return self;
}

/* Numbers stand at the right of their column. */
void
tool_table_right (ToolTable *self,
                  guint      column)
{
  self->right[column] = TRUE;
}

void
tool_table_cell (ToolTable  *self,
                 ToolStyle   style,
                 const char *text)
{
  guint column = self->at;

  self->at = (column + 1) % self->n_columns;
  if (text == NULL)
    text = "";
  if (!tool_output_is_terminal (self->output))
    {
      tool_output_styled (self->output, style, text);
      tool_output_text (self->output, self->at == 0 ? "\n" : "\t");
    }
  else
    {
      Cell cell = { tool_text_clean (text), style };

      self->widths[column] = MAX (self->widths[column], tool_text_width (cell.text));
      g_array_append_val (self->cells, cell);
    }
}

static void
write_cell (ToolTable  *self,
            guint       column,
            ToolStyle   style,
            const char *text)
{
  guint width = tool_text_width (text);
  guint pad = self->widths[column] > width ? self->widths[column] - width : 0;
  gboolean last = column + 1 == self->n_columns;

  if (self->right[column])
    tool_output_spaces (self->output, pad);
  tool_output_styled (self->output, style, text);
  if (last)
    tool_output_text (self->output, "\n");
  else
    tool_output_spaces (self->output, (self->right[column] ? 0 : pad) + GAP);
}

static void
write_aligned (ToolTable *self)
{
  guint taken = 0, room;
  guint width = tool_output_get_width (self->output);

  for (guint i = 0; i + 1 < self->n_columns; i++)
    taken += self->widths[i] + GAP;
  /* An id is of no use when it is cut: rather let a line run on. */
  room = taken + LEAST_CUT <= width ? width - taken : LEAST_CUT;
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, i, TOOL_STYLE_HEADING, self->headings[i]);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      guint column = i % self->n_columns;

      if (column + 1 < self->n_columns)
        {
          write_cell (self, column, cell->style, cell->text);
        }
      else
        {
          g_autofree char *cut = tool_text_cut (cell->text, room);

          write_cell (self, column, cell->style, cut);
        }
    }
}

void
tool_table_finish (ToolTable *self)
{
  if (self->cells->len > 0)
    write_aligned (self);
  g_array_unref (self->cells);
  g_free (self->widths);
  g_free (self->right);
  g_free (self);
}
