/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-errors.h>
#include <eupolicy/eup-issue.h>

#include "formats/eup-formats.h"
#include "formats/json/eup-json-reader.h"
#include "formats/json/eup-json-writer.h"
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

/* JSON and JSON Lines begin alike: eup_format_of_data() tells them apart. */
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
 * For [enum@EuPolicy.Format.AUTO] it is %TRUE: the format is found out from the data, or else from the file's name.
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
 * For [enum@EuPolicy.Format.AUTO] it is %TRUE: a file is written in the format of its name, memory is given JSON.
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

/* From the last point on; NULL without one. A point that begins the name only hides the file. */
static const char *
ending_of (const char *name)
{
  const char *slash = name == NULL ? NULL : strrchr (name, '/');
  const char *base = slash == NULL ? name : slash + 1;
  const char *point = base == NULL ? NULL : strrchr (base, '.');

  return point == base || point == NULL || point[1] == '\0' ? NULL : point;
}

EupFormat
eup_format_of_name (const char *name)
{
  const char *ending = ending_of (name);

  for (guint i = 1; ending != NULL && i < G_N_ELEMENTS (formats); i++)
    if (formats[i].extension != NULL && g_ascii_strcasecmp (ending, formats[i].extension) == 0)
      return (EupFormat) i;
  return EUP_FORMAT_AUTO;
}

/* What the braces of a text tell that begins with one. */
typedef enum
{
  BRACES_DOCUMENT, /* the first line does not end what it begins */
  BRACES_LINES,    /* it does, and an object follows, or it says its type */
  BRACES_EITHER
} Braces;

static Braces
look_at_braces (const char *p,
                const char *end)
{
  const char *start = p;
  gboolean in_string = FALSE;
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
    return p < end ? BRACES_DOCUMENT : BRACES_EITHER;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p < end)
    return *p == '{' ? BRACES_LINES : BRACES_EITHER;
  return end - start > 8 && strncmp (start, "{\"type\":", 8) == 0 ? BRACES_LINES : BRACES_EITHER;
}

/* By the contents, then by the name. AUTO where neither tells, and where there is no name JSON. */
EupFormat
eup_format_of_data (const char *data,
                    gsize       n,
                    const char *name)
{
  EupFormat named = eup_format_of_name (name);
  const char *p = data, *end = data + n;

  if (n >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  for (guint i = 1; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].begins != NULL && (gsize) (end - p) >= strlen (formats[i].begins)
        && memcmp (p, formats[i].begins, strlen (formats[i].begins)) == 0)
      return (EupFormat) i;
  if (p == end || *p != '{')
    return named == EUP_FORMAT_AUTO && name == NULL ? EUP_FORMAT_JSON : named;

  switch (look_at_braces (p, end))
    {
    case BRACES_DOCUMENT:
      return EUP_FORMAT_JSON;
    case BRACES_LINES:
      return EUP_FORMAT_JSON_LINES;
    case BRACES_EITHER:
    default:
      return named == EUP_FORMAT_JSON_LINES ? EUP_FORMAT_JSON_LINES : EUP_FORMAT_JSON;
    }
}

/* There is no place in data of which nothing is understood, nor in a file that is not written yet. */
static gboolean
fail_unsupported (EupFormat    format,
                  const char  *source_name, /* nullable */
                  const char  *what,
                  GPtrArray   *issues,
                  GError     **error)
{
  const char *nick = eup_enum_nick (EUP_TYPE_FORMAT, format);
  g_autofree char *text = NULL;

  if (format == EUP_FORMAT_AUTO)
    text = g_strdup ("neither the contents nor the name tell a format that is known");
  else
    text = g_strdup_printf ("the format %s cannot be %s by this build of the library", nick == NULL ? "that was asked for" : nick,
                            what);
  if (issues != NULL)
    g_ptr_array_add (issues, eup_issue_new (EUP_SEVERITY_ERROR, "unsupported", text, source_name, 0, 0, NULL, NULL));
  g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED, "%s%s%s", source_name == NULL ? "" : source_name,
               source_name == NULL ? "" : ": ", text);
  return FALSE;
}

static void
fail_to_read (EupFormat             format,
              const EupReadOptions *options,
              GPtrArray            *issues,
              GError              **error)
{
  fail_unsupported (format, options == NULL || options->source_name == NULL ? "data" : options->source_name, "read", issues, error);
}

/* The endings that files can be written with, for messages. */
static char *
list_endings (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 1; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].write != NULL && formats[i].extension != NULL)
      g_string_append_printf (list, "%s%s", list->len == 0 ? "" : ", ", formats[i].extension);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

EupFormat
eup_format_for_writing (EupFormat    format,
                        const char  *name,
                        const char  *source_name,
                        GError     **error)
{
  const char *ending = ending_of (name);
  g_autofree char *endings = NULL;

  if (format == EUP_FORMAT_AUTO)
    format = eup_format_of_name (name);
  if (format != EUP_FORMAT_AUTO && format_of (format)->write != NULL)
    return format;
  if (format != EUP_FORMAT_AUTO)
    {
      fail_unsupported (format, source_name, "written", NULL, error);
      return EUP_FORMAT_AUTO;
    }
  endings = list_endings ();
  if (ending == NULL)
    g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED,
                 "%s: a name without an ending does not tell the format; this build of the library writes %s", source_name, endings);
  else
    {
      g_autofree char *shown = g_filename_display_name (ending);

      g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED,
                   "%s: the ending “%s” is that of no format that is known; this build of the library writes %s", source_name, shown,
                   endings);
    }
  return EUP_FORMAT_AUTO;
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
    format = eup_format_of_data (data, MIN (n, HEAD_SIZE), options == NULL ? NULL : options->name);
  if (format_of (format)->read == NULL)
    {
      fail_to_read (format, options, issues, error);
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
      format = eup_format_of_data (head, n, options == NULL ? NULL : options->name);
      stream = buffered;
    }
  if (format_of (format)->read == NULL)
    {
      fail_to_read (format, options, issues, error);
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
