/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-errors.h>
#include <eupolicy/eup-issue.h>

#include "formats/eup-formats.h"
#include "formats/eup-json-reader.h"
#include "formats/eup-json-writer.h"
#include "values/eup-enum-names.h"
#include <eupolicy/eup-enum-types.h>

/* How much of the input is looked at to tell its format. */
#define HEAD_SIZE 65536

typedef EupStore *(*ReadFunc)  (GInputStream         *stream,
                                const char           *data,
                                gsize                 n,
                                goffset               total,
                                const EupReadOptions *options,
                                GPtrArray            *issues,
                                GError              **error);
typedef gboolean  (*WriteFunc) (EupStore             *store,
                                GOutputStream        *stream,
                                GByteArray           *bytes,
                                GCancellable         *cancellable,
                                GError              **error);

typedef struct
{
  const char *extension;
  const char *begins; /* with this text, blank lines apart; NULL: not told by it */
  ReadFunc    read;
  WriteFunc   write;
} Format;

static EupStore *
read_json (GInputStream         *stream,
           const char           *data,
           gsize                 n,
           goffset               total,
           const EupReadOptions *options,
           GPtrArray            *issues,
           GError              **error)
{
  return eup_json_load (FALSE, stream, data, n, total, options, 0, issues, error);
}

static EupStore *
read_json_lines (GInputStream         *stream,
                 const char           *data,
                 gsize                 n,
                 goffset               total,
                 const EupReadOptions *options,
                 GPtrArray            *issues,
                 GError              **error)
{
  return eup_json_load (TRUE, stream, data, n, total, options, 0, issues, error);
}

static gboolean
write_json (EupStore      *store,
            GOutputStream *stream,
            GByteArray    *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  return eup_json_save (FALSE, store, stream, bytes, cancellable, error);
}

static gboolean
write_json_lines (EupStore      *store,
                  GOutputStream *stream,
                  GByteArray    *bytes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return eup_json_save (TRUE, store, stream, bytes, cancellable, error);
}

/* JSON and JSON Lines begin alike: eup_format_of_bytes() tells them apart. */
static const Format formats[] = {
  [EUP_FORMAT_AUTO] = { NULL, NULL, NULL, NULL },
  [EUP_FORMAT_JSON] = { ".json", NULL, read_json, write_json },
  [EUP_FORMAT_JSON_LINES] = { ".jsonl", NULL, read_json_lines, write_json_lines },
  [EUP_FORMAT_SNAPSHOT] = { ".eup", NULL, NULL, NULL },
  [EUP_FORMAT_TURTLE] = { ".ttl", "@prefix", NULL, NULL },
  [EUP_FORMAT_CSV] = { ".csv", NULL, NULL, NULL },
  [EUP_FORMAT_ICALENDAR] = { ".ics", "BEGIN:VCALENDAR", NULL, NULL },
  [EUP_FORMAT_ATOM] = { ".atom", "<?xml", NULL, NULL },
  [EUP_FORMAT_POPOLO] = { NULL, NULL, NULL, NULL },
};

static const Format *
format_of (EupFormat format)
{
  return (guint) format < G_N_ELEMENTS (formats) ? &formats[format] : &formats[EUP_FORMAT_AUTO];
}

/**
 * eup_format_can_read:
 * @format: a format
 *
 * Tells whether this build of the library can read catalogs in the format.
 *
 * For [enum@EuPolicy.Format.AUTO] it is %TRUE: the format is found out from the data.
 *
 * Returns: %TRUE if it can
 *
 * Since: 1.0
 */
gboolean
eup_format_can_read (EupFormat format)
{
  return format == EUP_FORMAT_AUTO || format_of (format)->read != NULL;
}

/**
 * eup_format_can_write:
 * @format: a format
 *
 * Tells whether this build of the library can write catalogs in the format.
 *
 * For [enum@EuPolicy.Format.AUTO] it is %TRUE: the format is that of the file's name, else JSON.
 *
 * Returns: %TRUE if it can
 *
 * Since: 1.0
 */
gboolean
eup_format_can_write (EupFormat format)
{
  return format == EUP_FORMAT_AUTO || format_of (format)->write != NULL;
}

EupFormat
eup_format_of_name (const char *name)
{
  const char *point = name == NULL ? NULL : strrchr (name, '.');

  for (guint i = 1; point != NULL && i < G_N_ELEMENTS (formats); i++)
    if (formats[i].extension != NULL && g_ascii_strcasecmp (point, formats[i].extension) == 0)
      return (EupFormat) i;
  return EUP_FORMAT_AUTO;
}

const char *
eup_format_extension (EupFormat format)
{
  return format_of (format)->extension;
}

/* JSON Lines: the first line is a whole object, and another follows or it says its type. */
static gboolean
looks_like_lines (const char *p,
                  const char *end)
{
  const char *start = p;
  gboolean in_string = FALSE, typed;
  guint depth = 0;

  for (; p < end && *p != '\n'; p++)
    {
      if (in_string && *p == '\\')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (!in_string && (*p == '{' || *p == '['))
        depth++;
      else if (!in_string && (*p == '}' || *p == ']') && --depth == 0)
        {
          p++;
          break;
        }
    }
  if (depth != 0 || p > end)
    return FALSE;

  typed = p - start > 8 && strncmp (start, "{\"type\":", 8) == 0;
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p < end ? *p == '{' : typed;
}

/* The format of data that begin so; JSON where nothing else is recognised. */
EupFormat
eup_format_of_bytes (const char *data,
                     gsize       n)
{
  const char *p = data, *end = data + n;

  if (n >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  for (guint i = 1; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].begins != NULL && (gsize) (end - p) >= strlen (formats[i].begins)
        && memcmp (p, formats[i].begins, strlen (formats[i].begins)) == 0)
      return (EupFormat) i;
  return p < end && *p == '{' && looks_like_lines (p, end) ? EUP_FORMAT_JSON_LINES : EUP_FORMAT_JSON;
}

static gboolean
fail_unsupported (EupFormat             format,
                  const EupReadOptions *options,
                  const char           *what,
                  GPtrArray            *issues,
                  GError              **error)
{
  const char *source = options == NULL || options->source_name == NULL ? "data" : options->source_name;
  const char *nick = eup_enum_nick (EUP_TYPE_FORMAT, format);
  g_autofree char *text = g_strdup_printf ("the format %s cannot be %s by this build of the library",
                                           nick == NULL ? "that was asked for" : nick, what);

  if (issues != NULL)
    g_ptr_array_add (issues, eup_issue_new (EUP_SEVERITY_ERROR, "unsupported", text, source, 0, 0, NULL, NULL));
  g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED, "%s:1:1: %s", source, text);
  return FALSE;
}

EupStore *
eup_format_read_bytes (EupFormat             format,
                       const char           *data,
                       gsize                 n,
                       const EupReadOptions *options,
                       GPtrArray            *issues,
                       GError              **error)
{
  if (format == EUP_FORMAT_AUTO)
    format = eup_format_of_bytes (data, MIN (n, HEAD_SIZE));
  if (format_of (format)->read == NULL)
    {
      fail_unsupported (format, options, "read", issues, error);
      return NULL;
    }
  return format_of (format)->read (NULL, data, n, n, options, issues, error);
}

EupStore *
eup_format_read_stream (EupFormat             format,
                        GInputStream         *stream,
                        goffset               size_hint,
                        const EupReadOptions *options,
                        GPtrArray            *issues,
                        GError              **error)
{
  g_autoptr (GInputStream) buffered = NULL;

  if (format == EUP_FORMAT_AUTO)
    {
      GCancellable *cancellable = options == NULL ? NULL : options->cancellable;
      GBufferedInputStream *b;
      const char *head;
      gsize n;

      buffered = g_buffered_input_stream_new_sized (stream, HEAD_SIZE);
      g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
      b = G_BUFFERED_INPUT_STREAM (buffered);
      if (g_buffered_input_stream_fill (b, -1, cancellable, error) < 0)
        return NULL;
      head = g_buffered_input_stream_peek_buffer (b, &n);
      format = eup_format_of_bytes (head, n);
      stream = buffered;
    }
  if (format_of (format)->read == NULL)
    {
      fail_unsupported (format, options, "read", issues, error);
      return NULL;
    }
  return format_of (format)->read (stream, NULL, 0, size_hint, options, issues, error);
}

gboolean
eup_format_write_stream (EupFormat       format,
                         EupStore       *store,
                         GOutputStream  *stream,
                         GCancellable   *cancellable,
                         GError        **error)
{
  if (format == EUP_FORMAT_AUTO)
    format = EUP_FORMAT_JSON;
  if (format_of (format)->write == NULL)
    return fail_unsupported (format, NULL, "written", NULL, error);
  return format_of (format)->write (store, stream, NULL, cancellable, error);
}

gboolean
eup_format_write_bytes (EupFormat    format,
                        EupStore    *store,
                        GByteArray  *bytes,
                        GError     **error)
{
  if (format == EUP_FORMAT_AUTO)
    format = EUP_FORMAT_JSON;
  if (format_of (format)->write == NULL)
    return fail_unsupported (format, NULL, "written", NULL, error);
  return format_of (format)->write (store, NULL, bytes, NULL, error);
}

GBytes *
eup_format_dup_bytes (EupFormat   format,
                      EupStore   *store,
                      GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!eup_format_write_bytes (format, store, bytes, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

char *
eup_format_dup_text (EupFormat   format,
                     EupStore   *store,
                     GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!eup_format_write_bytes (format, store, bytes, error))
    return NULL;
  if (!g_utf8_validate_len ((const char *) bytes->data, bytes->len, NULL))
    {
      g_set_error_literal (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED,
                           "The format is no text: it can be written as bytes");
      return NULL;
    }
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
