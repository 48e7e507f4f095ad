/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "eup-value-error.h"

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
