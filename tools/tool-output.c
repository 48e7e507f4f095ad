/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define FLUSH_AT (64 * 1024)
#define DEFAULT_WIDTH 80
#define NARROWEST 24

struct _ToolOutput
{
  GString *pending;
  int fd;
  int failed; /* errno of the first write that failed, or 0 */
  guint width;
  gboolean terminal;
  gboolean coloured;
};

static const char * const escapes[TOOL_N_STYLES] = {
  [TOOL_STYLE_PLAIN] = "",
  [TOOL_STYLE_TITLE] = "\033[1m",
  [TOOL_STYLE_HEADING] = "\033[1;34m",
  [TOOL_STYLE_FAINT] = "\033[2m",
  [TOOL_STYLE_ID] = "\033[36m",
  [TOOL_STYLE_GOOD] = "\033[32m",
  [TOOL_STYLE_MOVING] = "\033[33m",
  [TOOL_STYLE_WAITING] = "\033[35m",
  [TOOL_STYLE_BAD] = "\033[31m",
  [TOOL_STYLE_STRUCK] = "\033[2;9m",
};

static guint
width_of_terminal (int fd)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size = { 0 };
  guint64 n;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, 10000, &n, NULL))
    return MAX ((guint) n, NARROWEST);
  if (ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return MAX (size.ws_col, NARROWEST);
  return DEFAULT_WIDTH;
}

static gboolean
wants_colour (ToolColour colour,
              gboolean   terminal)
{
  const char *no_color = g_getenv ("NO_COLOR");

  if (colour != TOOL_COLOUR_AUTO)
    return colour == TOOL_COLOUR_ALWAYS;
  return terminal && (no_color == NULL || *no_color == '\0') && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

ToolOutput *
tool_output_new (int        fd,
                 ToolColour colour)
{
  ToolOutput *self = g_new0 (ToolOutput, 1);

  self->fd = fd;
  self->pending = g_string_sized_new (FLUSH_AT + 1024);
  self->terminal = isatty (fd) == 1;
  self->width = self->terminal ? width_of_terminal (fd) : DEFAULT_WIDTH;
  self->coloured = wants_colour (colour, self->terminal);
  return self;
}

static void
flush (ToolOutput *self)
{
  gsize done = 0;

  while (self->failed == 0 && done < self->pending->len)
    {
      gssize n = write (self->fd, self->pending->str + done, self->pending->len - done);

      if (n >= 0)
        done += (gsize) n;
      else if (errno != EINTR && errno != EAGAIN)
        self->failed = errno;
    }
  g_string_truncate (self->pending, 0);
  /* Nobody reads on: as with any filter, that is no fault and nothing is left to do. */
  if (self->failed == EPIPE)
    _exit (0);
}

/* Writes what is left and frees the output; returns the errno of what went wrong, or 0. */
int
tool_output_close (ToolOutput *self)
{
  int failed;

  flush (self);
  failed = self->failed;
  g_string_free (self->pending, TRUE);
  g_free (self);
  return failed;
}

gboolean
tool_output_is_terminal (ToolOutput *self)
{
  return self->terminal;
}

guint
tool_output_get_width (ToolOutput *self)
{
  return self->width;
}

void
tool_output_bytes (ToolOutput *self,
                   const void *bytes,
                   gsize       length)
{
  g_string_append_len (self->pending, bytes, (gssize) length);
  if (self->pending->len >= FLUSH_AT)
    flush (self);
}

void
tool_output_text (ToolOutput *self,
                  const char *text)
{
  tool_output_bytes (self, text, strlen (text));
}

void
tool_output_format (ToolOutput *self,
                    const char *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->pending, format, args);
  va_end (args);
  if (self->pending->len >= FLUSH_AT)
    flush (self);
}

void
tool_output_styled (ToolOutput *self,
                    ToolStyle   style,
                    const char *text)
{
  g_autofree char *clean = tool_text_clean (text);
  gboolean coloured = self->coloured && style != TOOL_STYLE_PLAIN && *clean != '\0';

  if (coloured)
    tool_output_text (self, escapes[style]);
  tool_output_text (self, clean);
  if (coloured)
    tool_output_text (self, "\033[0m");
}

void
tool_output_spaces (ToolOutput *self,
                    guint       n)
{
  while (n-- > 0)
    tool_output_text (self, " ");
}

/* Writes text from column on; further lines begin at indent. On anything but a terminal the text stays one line. Returns
 * the column behind it. */
guint
tool_output_wrapped (ToolOutput *self,
                     ToolStyle   style,
                     guint       column,
                     guint       indent,
                     const char *text)
{
  g_autofree char *clean = tool_text_clean (text);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (!self->terminal)
    {
      tool_output_styled (self, style, clean);
      return column + tool_text_width (clean);
    }
  if (indent + NARROWEST > self->width)
    indent = MIN (indent, 2);
  words = g_strsplit (clean, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = tool_text_width (words[i]);

      if (width == 0)
        continue;
      if (line->len > 0 && column + 1 + width > self->width)
        {
          tool_output_styled (self, style, line->str);
          tool_output_text (self, "\n");
          tool_output_spaces (self, indent);
          g_string_truncate (line, 0);
          column = indent;
        }
      else if (line->len > 0)
        {
          g_string_append_c (line, ' ');
          column++;
        }
      g_string_append (line, words[i]);
      column += width;
    }
  tool_output_styled (self, style, line->str);
  return column;
}

static guint
width_of_char (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
tool_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += width_of_char (g_utf8_get_char (p));
  return width;
}

/* Data come from files that others wrote: no line ends, no tabs, nothing that commands a terminal. */
char *
tool_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

/* As much of the text as fits, with a sign where something is left off. */
char *
tool_text_cut (const char *text,
               guint       width)
{
  const char *fits = text;
  guint used = 0;

  if (tool_text_width (text) <= width)
    return g_strdup (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      used += width_of_char (g_utf8_get_char (p));
      if (used + 1 > width)
        break;
      fits = g_utf8_next_char (p);
    }
  while (fits > text && fits[-1] == ' ')
    fits--;
  return g_strdup_printf ("%.*s…", (int) (fits - text), text);
}
