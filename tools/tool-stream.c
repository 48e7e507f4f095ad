/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-stream.h"

#include <errno.h>
#include <unistd.h>

#include <eupolicy.h>

#define CHUNK (256 * 1024)

static gssize
read_some (void    *buffer,
           gsize    n,
           GError **error)
{
  for (;;)
    {
      gssize taken = read (STDIN_FILENO, buffer, n);
      int problem = errno;

      if (taken >= 0)
        return taken;
      if (problem == EINTR)
        continue;
      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (problem), "%s: %s", TOOL_STREAM_NAME, g_strerror (problem));
      return -1;
    }
}

GBytes *
tool_stream_read (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  for (;;)
    {
      gssize n = read_some (chunk, CHUNK, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len + (gsize) n > G_MAXUINT)
        {
          g_set_error (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_TOO_LARGE, "%s is longer than 4 GB", TOOL_STREAM_NAME);
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }
}

typedef struct
{
  GFileInputStream parent_instance;
} ToolStream;

typedef GFileInputStreamClass ToolStreamClass;

static GType tool_stream_get_type (void);
G_DEFINE_TYPE (ToolStream, tool_stream, G_TYPE_FILE_INPUT_STREAM)

static gssize
tool_stream_take (GInputStream  *stream,
                  void          *buffer,
                  gsize          n,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return read_some (buffer, n, error);
}

static void
tool_stream_class_init (ToolStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = tool_stream_take;
}

static void
tool_stream_init (ToolStream *self)
{
}

typedef struct
{
  GObject parent_instance;
} ToolStreamFile;

typedef GObjectClass ToolStreamFileClass;

static GType tool_stream_file_get_type (void);
static void tool_stream_file_iface_init (GFileIface *iface);
G_DEFINE_TYPE_WITH_CODE (ToolStreamFile, tool_stream_file, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_FILE, tool_stream_file_iface_init))

static GFileInputStream *
tool_stream_file_open (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return g_object_new (tool_stream_get_type (), NULL);
}

static char *
tool_stream_file_name (GFile *file)
{
  return g_strdup (TOOL_STREAM_NAME);
}

/* There is no path, and no name that could tell a format. */
static char *
tool_stream_file_nameless (GFile *file)
{
  return NULL;
}

static gboolean
tool_stream_file_is_native (GFile *file)
{
  return FALSE;
}

/* There is only one. */
static guint
tool_stream_file_hash (GFile *file)
{
  return 1;
}

static gboolean
tool_stream_file_equal (GFile *a,
                        GFile *b)
{
  return TRUE;
}

static void
tool_stream_file_iface_init (GFileIface *iface)
{
  iface->read_fn = tool_stream_file_open;
  iface->get_basename = tool_stream_file_nameless;
  iface->get_parse_name = tool_stream_file_name;
  iface->get_path = tool_stream_file_nameless;
  iface->is_native = tool_stream_file_is_native;
  iface->hash = tool_stream_file_hash;
  iface->equal = tool_stream_file_equal;
}

static void
tool_stream_file_class_init (ToolStreamFileClass *klass)
{
}

static void
tool_stream_file_init (ToolStreamFile *self)
{
}

GFile *
tool_stream_file (void)
{
  return g_object_new (tool_stream_file_get_type (), NULL);
}
