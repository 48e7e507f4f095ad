/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-debug.h"

guint eup_debug_mask = G_MAXUINT;

static const GDebugKey keys[] = {
  { "plan", EUP_DEBUG_PLAN },
  { "edits", EUP_DEBUG_EDITS },
  { "index", EUP_DEBUG_INDEX },
};

gboolean
eup_debug_read_variable (EupDebugFlags flag)
{
  static gsize is_read;

  if (g_once_init_enter (&is_read))
    {
      g_atomic_int_set (&eup_debug_mask, g_parse_debug_string (g_getenv ("EUP_DEBUG"), keys, G_N_ELEMENTS (keys)));
      g_once_init_leave (&is_read, 1);
    }
  return (g_atomic_int_get (&eup_debug_mask) & flag) != 0;
}

static const char *
name_of (EupDebugFlags flag)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].value == flag)
      return keys[i].key;
  return "";
}

void
eup_debug_print (EupDebugFlags  flag,
                 const char    *format,
                 ...)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (out, "eupolicy %s: %s\n", name_of (flag), lines[i]);
  /* At once, so that threads do not mix their lines. */
  g_printerr ("%s", out->str);
}
