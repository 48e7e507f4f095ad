/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-writer.h"

/* What was kept of a file as compact JSON, written again among the rest. */

#define PUT(w, literal) eup_json_output_text (&(w)->out, literal, sizeof literal - 1)

/* From a quote to what follows after the closing one. */
static const char *
end_of_string (const char *p,
               const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    if (*p == '\\' && p + 1 < end)
      p++;
  return MIN (p + 1, end);
}

static gboolean
only_scalars (const char *p,
              const char *end)
{
  while (p < end && *p != ']')
    {
      if (*p == '{' || *p == '[')
        return FALSE;
      p = *p == '"' ? end_of_string (p, end) : p + 1;
    }
  return TRUE;
}

/* Compact JSON in the layout of everything else. It may be members or items without their brackets. */
void
eup_json_write_raw (EupJsonWriter *w,
                    const char    *text,
                    gsize          length)
{
  const char *p = text, *end = text + length;
  const guint indent = w->indent;
  gboolean on_one_line = FALSE;

  if (w->compact)
    {
      eup_json_output_long (&w->out, text, length);
      return;
    }
  while (p < end)
    {
      const char *after = *p == '"' ? end_of_string (p, end) : p + 1;

      if ((*p == '{' || *p == '[') && after < end && *after == (*p == '{' ? '}' : ']'))
        eup_json_output_text (&w->out, p, ++after - p);
      else if (*p == '[' && only_scalars (p + 1, end))
        {
          PUT (w, "[");
          on_one_line = TRUE;
        }
      else if (*p == '{' || *p == '[')
        {
          eup_json_output_byte (&w->out, *p);
          w->indent++;
          eup_json_new_line (w);
        }
      else if (on_one_line && *p == ']')
        {
          PUT (w, "]");
          on_one_line = FALSE;
        }
      else if (*p == '}' || *p == ']')
        {
          w->indent = MAX (w->indent - 1, indent);
          eup_json_new_line (w);
          eup_json_output_byte (&w->out, *p);
        }
      else if (*p == ',' && on_one_line)
        PUT (w, ", ");
      else if (*p == ',')
        {
          PUT (w, ",");
          eup_json_new_line (w);
        }
      else if (*p == ':')
        PUT (w, ": ");
      else
        eup_json_output_long (&w->out, p, after - p);
      p = after;
    }
  w->indent = indent;
}
