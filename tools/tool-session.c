/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-session.h"

#include <string.h>

#include "tool-stream.h"

void
tool_session_complain (ToolSession *self,
                       const char  *format,
                       ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  tool_output_styled (self->errors, TOOL_STYLE_BAD, "eupolicy:");
  tool_output_text (self->errors, " ");
  for (const char *line = message; line != NULL;)
    {
      const char *end = strchr (line, '\n');
      g_autofree char *part = end != NULL ? g_strndup (line, (gsize) (end - line)) : g_strdup (line);

      tool_output_styled (self->errors, TOOL_STYLE_PLAIN, part);
      tool_output_text (self->errors, "\n");
      line = end != NULL ? end + 1 : NULL;
    }
}

static char **
split_list (const char *list)
{
  g_auto (GStrv) parts = g_strsplit_set (list, ",: ", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (kept, parts[i]);
  return g_strv_builder_end (kept);
}

/* What holds for every command; FALSE: wrong use, and it was said why. */
gboolean
tool_session_prepare (ToolSession *self)
{
  g_autoptr (GError) error = NULL;

  if (self->options.language != NULL)
    {
      self->languages = split_list (self->options.language);
      if (self->languages[0] == NULL)
        {
          tool_session_complain (self, "--lang needs a language, such as fr");
          return FALSE;
        }
    }
  if (self->options.as_of != NULL)
    {
      self->as_of = strcmp (self->options.as_of, "today") == 0
                      ? eup_date_new_today ()
                      : eup_date_new_from_string (self->options.as_of, &error);
      if (self->as_of == NULL)
        {
          tool_session_complain (self, "--as-of: %s", error->message);
          return FALSE;
        }
    }
  return TRUE;
}

EupCatalog *
tool_session_open (ToolSession  *self,
                   const char   *name,
                   EupFormat     format,
                   GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (name, "-") == 0)
    {
      bytes = tool_stream_read (error);
      return bytes != NULL ? eup_catalog_new_from_bytes (bytes, format, TOOL_STREAM_NAME, error) : NULL;
    }
  if (format != EUP_FORMAT_AUTO)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

      bytes = g_file_load_bytes (file, NULL, NULL, error);
      return bytes != NULL ? eup_catalog_new_from_bytes (bytes, format, name, error) : NULL;
    }
  return eup_catalog_new_from_path (name, error);
}

/* The catalog that is asked; FALSE when it cannot be read, and it was said why. */
gboolean
tool_session_load (ToolSession *self)
{
  g_autoptr (GError) error = NULL;

  if (self->catalog != NULL)
    return TRUE;
  self->catalog = self->options.catalog != NULL
                    ? tool_session_open (self, self->options.catalog, EUP_FORMAT_AUTO, &error)
                    : eup_catalog_new_builtin (&error);
  if (self->catalog == NULL)
    {
      tool_session_complain (self, "%s", error->message);
      return FALSE;
    }
  if (self->languages != NULL)
    eup_catalog_set_languages (self->catalog, (const char * const *) self->languages);
  if (self->as_of != NULL)
    eup_catalog_set_as_of (self->catalog, self->as_of);
  return TRUE;
}

/* "jsonl" is how people call it, "json-lines" is its word. */
gboolean
tool_session_format (ToolSession *self,
                     const char  *name,
                     EupFormat   *format)
{
  static const struct
  {
    const char *name;
    EupFormat format;
  } short_names[] = {
    { "jsonl", EUP_FORMAT_JSON_LINES }, { "eup", EUP_FORMAT_SNAPSHOT }, { "ttl", EUP_FORMAT_TURTLE },
    { "ics", EUP_FORMAT_ICALENDAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (strcmp (name, short_names[i].name) == 0)
      {
        *format = short_names[i].format;
        return TRUE;
      }
  if (eup_format_from_string (name, format))
    return TRUE;
  tool_session_complain (self, "unknown format \"%s\"", name);
  return FALSE;
}

/* The language that dates and amounts are written in; NULL: the user's. */
const char *
tool_session_language (ToolSession *self)
{
  return self->languages != NULL ? self->languages[0] : NULL;
}

const char *
tool_session_read (ToolSession *self,
                   EupText     *text)
{
  return text != NULL ? eup_text_lookup (text, (const char * const *) self->languages) : NULL;
}
