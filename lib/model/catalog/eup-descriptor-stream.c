/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "model/catalog/eup-descriptor-stream.h"

#define EUP_TYPE_DESCRIPTOR_STREAM (eup_descriptor_stream_get_type ())
G_DECLARE_FINAL_TYPE (EupDescriptorStream, eup_descriptor_stream, EUP, DESCRIPTOR_STREAM, GOutputStream)

struct _EupDescriptorStream
{
  GOutputStream parent_instance;
  int           fd;
};

G_DEFINE_FINAL_TYPE (EupDescriptorStream, eup_descriptor_stream, G_TYPE_OUTPUT_STREAM)

/* write() sends these to the thread that calls it. One that was waiting before is not ours to take. */
static gssize
write_without_signals (int         fd,
                       const void *bytes,
                       gsize       n)
{
  static const int numbers[] = { SIGXFSZ, SIGPIPE };
  const struct timespec now = { 0, 0 };
  sigset_t waiting, ours, before;
  gssize written;
  int problem;

  sigemptyset (&ours);
  sigemptyset (&waiting);
  sigpending (&waiting);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!sigismember (&waiting, numbers[i]))
      sigaddset (&ours, numbers[i]);
  pthread_sigmask (SIG_BLOCK, &ours, &before);
  written = write (fd, bytes, n);
  problem = errno;
  if (written < 0 && (problem == EPIPE || problem == EFBIG))
    while (sigtimedwait (&ours, NULL, &now) < 0 && errno == EINTR)
      ;
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  errno = problem;
  return written;
}

/* Until the descriptor takes something, or the cancellable is cancelled. */
static void
wait_for_room (int           fd,
               GCancellable *cancellable)
{
  GPollFD polled[2] = { { fd, G_IO_OUT, 0 } };
  gboolean with_cancellable = g_cancellable_make_pollfd (cancellable, &polled[1]);

  g_poll (polled, with_cancellable ? 2 : 1, -1);
  if (with_cancellable)
    g_cancellable_release_fd (cancellable);
}

static gssize
eup_descriptor_stream_write (GOutputStream  *stream,
                             const void     *bytes,
                             gsize           n,
                             GCancellable   *cancellable,
                             GError        **error)
{
  int fd = EUP_DESCRIPTOR_STREAM (stream)->fd;

  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      gssize written = write_without_signals (fd, bytes, n);
      int problem = errno;

      if (written >= 0)
        return written;
      if (problem == EAGAIN)
        wait_for_room (fd, cancellable);
      else if (problem != EINTR)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem), "cannot be written: %s", g_strerror (problem));
          return -1;
        }
    }
  return -1;
}

static void
eup_descriptor_stream_class_init (EupDescriptorStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = eup_descriptor_stream_write;
}

static void
eup_descriptor_stream_init (EupDescriptorStream *self)
{
  self->fd = -1;
}

GOutputStream *
eup_descriptor_stream_new (int fd)
{
  EupDescriptorStream *self = g_object_new (EUP_TYPE_DESCRIPTOR_STREAM, NULL);

  self->fd = fd;
  return G_OUTPUT_STREAM (self);
}
