/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-value-error.h"

#include <eupolicy/eup-errors.h>

#include <string.h>

#define MOST_CHARACTERS 80

void
eup_value_error_set (GError     **error,
                     const char  *kind,
                     const char  *text,
                     gssize       length,
                     gsize        offset,
                     const char  *problem)
{
  const gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) size);
  gsize character = 1;

  if (error == NULL)
    return;
  for (gsize i = 0; i < MIN (offset, size); i++)
    if (((guchar) text[i] & 0xc0) != 0x80)
      character++;
  if (g_utf8_strlen (valid, -1) > MOST_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (valid, 0, MOST_CHARACTERS);

      g_free (valid);
      valid = g_strconcat (start, "…", NULL);
    }
  g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE,
               "“%s” is no %s: at character %" G_GSIZE_FORMAT ": %s", valid, kind, character, problem);
}

char *
eup_message_repair (char *message)
{
  char *to = message;
  const char *end;

  if (G_LIKELY (g_utf8_validate (message, -1, &end)))
    return message;
  to = message + (end - message);
  for (const char *from = end; *from != '\0';)
    {
      gsize n = 0;

      if ((gint32) g_utf8_get_char_validated (from, -1) >= 0)
        n = g_utf8_next_char (from) - from;
      memmove (to, from, n);
      to += n;
      from += MAX (n, 1);
    }
  *to = '\0';
  return message;
}

void
eup_error_set (GError     **error,
               GQuark       domain,
               int          code,
               const char  *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = eup_message_repair (g_strdup_vprintf (format, arguments));
  va_end (arguments);
  g_set_error_literal (error, domain, code, text);
}
