/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-errors.h>

#include "model/catalog/eup-progress-private.h"
#include "model/catalog/eup-source.h"

struct _EupSource
{
  GFile        *file;
  GInputStream *stream;
  GBytes       *bytes;
  EupFormat     format;
  char         *name;
  char         *source_name;
};

void
eup_source_free (EupSource *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->source_name);
  g_free (self);
}

const char *
eup_source_name (EupSource *self)
{
  return self->source_name;
}

EupSource *
eup_source_new_for_file (GFile     *file,
                         EupFormat  format)
{
  EupSource *self = g_new0 (EupSource, 1);

  self->file = g_object_ref (file);
  self->format = format;
  self->name = g_file_get_basename (file);
  self->source_name = g_file_get_parse_name (file);
  return self;
}

EupSource *
eup_source_new_for_stream (GInputStream *stream,
                           EupFormat     format,
                           const char   *source_name)
{
  EupSource *self = g_new0 (EupSource, 1);

  self->stream = g_object_ref (stream);
  self->format = format;
  self->source_name = g_strdup (source_name);
  return self;
}

EupSource *
eup_source_new_for_bytes (GBytes     *bytes,
                          EupFormat   format,
                          const char *source_name)
{
  EupSource *self = g_new0 (EupSource, 1);

  self->bytes = g_bytes_ref (bytes);
  self->format = format;
  self->source_name = g_strdup (source_name);
  return self;
}

static goffset
size_of_file (GFileInputStream *stream,
              GCancellable     *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  return info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) ? -1 : g_file_info_get_size (info);
}

static EupStore *
read_file (EupSource             *self,
           const EupReadOptions  *options,
           GPtrArray             *issues,
           GError               **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, options->cancellable, error);
  GError *problem = NULL;
  EupStore *store;

  if (stream == NULL)
    return NULL;
  store = eup_format_read_stream (self->format, G_INPUT_STREAM (stream), size_of_file (stream, options->cancellable), options,
                                  issues, &problem);
  /* The stream does not know what it is read from. */
  if (problem != NULL && problem->domain != EUP_PARSE_ERROR && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (&problem, "%s: ", self->source_name);
  if (problem != NULL)
    g_propagate_error (error, problem);
  return store;
}

EupStore *
eup_source_read (EupSource     *self,
                 EupProgress   *progress,
                 GCancellable  *cancellable,
                 GPtrArray     *issues,
                 EupPlaces    **places,
                 GError       **error)
{
  EupReadOptions options = { .source_name = self->source_name, .name = self->name, .cancellable = cancellable,
                             .places = places };

  if (progress != NULL)
    {
      options.progress = eup_progress_report;
      options.progress_data = progress;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (self->bytes != NULL)
    {
      gsize n;
      const char *data = g_bytes_get_data (self->bytes, &n);

      return eup_format_read_bytes (self->format, data == NULL ? "" : data, n, &options, issues, error);
    }
  if (self->stream != NULL)
    return eup_format_read_stream (self->format, self->stream, -1, &options, issues, error);
  return read_file (self, &options, issues, error);
}
