/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-period-private.h"

#include <string.h>

static gboolean
fail (gsize       *error_offset,
      const char **error_message,
      gsize        offset,
      const char  *message)
{
  if (error_offset != NULL)
    *error_offset = offset;
  if (error_message != NULL)
    *error_message = message;
  return FALSE;
}

static gboolean
parse_end (const char  *string,
           gsize        start,
           gsize        end,
           guint32     *cell,
           gboolean    *unknown,
           gsize       *error_offset,
           const char **error_message)
{
  gsize offset = 0;

  *cell = 0;
  *unknown = start == end;
  if (*unknown || (end - start == 2 && memcmp (string + start, "..", 2) == 0))
    return TRUE;
  if (eup_date_cell_parse (string + start, end - start, cell, &offset, error_message))
    return TRUE;
  return fail (error_offset, NULL, start + offset, NULL);
}

guint32
eup_period_cells_first_day (const guint32 cells[3])
{
  return eup_date_cell_first_day (cells[0]);
}

guint32
eup_period_cells_last_day (const guint32 cells[3])
{
  return cells[1] == 0 ? G_MAXUINT32 : eup_date_cell_last_day (cells[1]);
}

gboolean
eup_period_cells_parse (const char  *string,
                        gsize        length,
                        guint32      cells[3],
                        gsize       *error_offset,
                        const char **error_message)
{
  const char *slash = length > 0 ? memchr (string, '/', length) : NULL;
  const gsize middle = slash != NULL ? (gsize) (slash - string) : length;
  guint32 parsed[3] = { 0, 0, EUP_PERIOD_FORM_RANGE };
  gboolean unknown_start;
  gboolean unknown_end;

  if (slash == NULL)
    {
      if (!eup_date_cell_parse (string, length, &parsed[0], error_offset, error_message))
        return FALSE;
      cells[0] = parsed[0];
      cells[1] = parsed[0];
      cells[2] = EUP_PERIOD_FORM_DATE;
      return TRUE;
    }
  if (!parse_end (string, 0, middle, &parsed[0], &unknown_start, error_offset, error_message) ||
      !parse_end (string, middle + 1, length, &parsed[1], &unknown_end, error_offset, error_message))
    return FALSE;
  if (parsed[0] == 0 && parsed[1] == 0 && (unknown_start || unknown_end))
    return fail (error_offset, error_message, 0, "a period needs a start or an end");
  if (eup_period_cells_first_day (parsed) > eup_period_cells_last_day (parsed))
    return fail (error_offset, error_message, middle + 1, "the period ends before it begins");

  cells[0] = parsed[0];
  cells[1] = parsed[1];
  cells[2] = EUP_PERIOD_FORM_RANGE | (unknown_start ? EUP_PERIOD_FORM_START_UNKNOWN : 0) |
             (unknown_end ? EUP_PERIOD_FORM_END_UNKNOWN : 0);
  return TRUE;
}

gboolean
eup_period_cells_are_valid (const guint32 cells[3])
{
  const guint32 form = cells[2];

  if ((cells[0] != 0 && !eup_date_cell_is_valid (cells[0])) || (cells[1] != 0 && !eup_date_cell_is_valid (cells[1])))
    return FALSE;
  if (form == EUP_PERIOD_FORM_DATE)
    return cells[0] != 0 && cells[0] == cells[1];
  if ((form & 3u) != EUP_PERIOD_FORM_RANGE || form > 15u)
    return FALSE;
  if (((form & EUP_PERIOD_FORM_START_UNKNOWN) != 0 && cells[0] != 0) ||
      ((form & EUP_PERIOD_FORM_END_UNKNOWN) != 0 && cells[1] != 0))
    return FALSE;
  if (cells[0] == 0 && cells[1] == 0 && form != EUP_PERIOD_FORM_RANGE)
    return FALSE;
  return eup_period_cells_first_day (cells) <= eup_period_cells_last_day (cells);
}

static gsize
print_end (guint32  cell,
           gboolean unknown,
           char    *buffer)
{
  if (cell != 0)
    return eup_date_cell_print (cell, buffer);
  if (unknown)
    return 0;
  memcpy (buffer, "..", 2);
  return 2;
}

gsize
eup_period_cells_print (const guint32 cells[3],
                        char         *buffer)
{
  gsize length = 0;

  buffer[0] = '\0';
  if (cells[2] == EUP_PERIOD_FORM_NONE)
    return 0;
  if (cells[2] == EUP_PERIOD_FORM_DATE)
    return eup_date_cell_print (cells[0], buffer);
  length += print_end (cells[0], (cells[2] & EUP_PERIOD_FORM_START_UNKNOWN) != 0, buffer);
  buffer[length++] = '/';
  length += print_end (cells[1], (cells[2] & EUP_PERIOD_FORM_END_UNKNOWN) != 0, buffer + length);
  buffer[length] = '\0';
  return length;
}
