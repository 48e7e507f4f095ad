/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/catalog/eup-progress-private.h"

/**
 * EupProgress:
 *
 * Tells how far an operation is.
 *
 * It is given to what may take long, such as [ctor@Catalog.new_from_file_full], beside the cancellable that ends it, and
 * for one operation at a time: each that begins sets it back. Bind [property@Progress:fraction] to what shows it; as long as
 * [property@Progress:n-total] is -1 it stays 0, and only [property@Progress:n-bytes] grows.
 *
 * Its properties are notified in the main context in which an asynchronous operation was started, before the callback is
 * called; or, during a synchronous one, in the thread that called it.
 *
 * Since: 1.0
 */
struct _EupProgress
{
  GObject       parent_instance;

  GMutex        lock;
  GMainContext *context;
  gint64        done;  /* reported */
  gint64        size;
  gboolean      is_due; /* a report is under way */

  gint64        n_bytes; /* announced */
  gint64        n_total;
};

G_DEFINE_FINAL_TYPE (EupProgress, eup_progress, G_TYPE_OBJECT)

enum
{
  PROP_N_BYTES = 1,
  PROP_N_TOTAL,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
eup_progress_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  EupProgress *self = EUP_PROGRESS (object);

  switch (id)
    {
    case PROP_N_BYTES:
      g_value_set_int64 (value, self->n_bytes);
      break;
    case PROP_N_TOTAL:
      g_value_set_int64 (value, self->n_total);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, eup_progress_get_fraction (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
eup_progress_finalize (GObject *object)
{
  EupProgress *self = EUP_PROGRESS (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (eup_progress_parent_class)->finalize (object);
}

static void
eup_progress_class_init (EupProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = eup_progress_get_property;
  object_class->finalize = eup_progress_finalize;

  /**
   * EupProgress:n-bytes:
   *
   * How many bytes were read so far.
   *
   * Since: 1.0
   */
  props[PROP_N_BYTES] = g_param_spec_int64 ("n-bytes", NULL, NULL, 0, G_MAXINT64, 0, flags);
  /**
   * EupProgress:n-total:
   *
   * How many bytes there are, or -1 while that is not known.
   *
   * Since: 1.0
   */
  props[PROP_N_TOTAL] = g_param_spec_int64 ("n-total", NULL, NULL, -1, G_MAXINT64, -1, flags);
  /**
   * EupProgress:fraction:
   *
   * How much of the work is done, from 0 to 1.
   *
   * Since: 1.0
   */
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
eup_progress_init (EupProgress *self)
{
  g_mutex_init (&self->lock);
  self->size = self->n_total = -1;
}

static gboolean
announce (gpointer data)
{
  EupProgress *self = EUP_PROGRESS (data);
  gint64 old_bytes = self->n_bytes, old_total = self->n_total;
  double old_fraction = eup_progress_get_fraction (self);

  g_mutex_lock (&self->lock);
  self->is_due = FALSE;
  self->n_bytes = self->done;
  self->n_total = self->size;
  g_mutex_unlock (&self->lock);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->n_bytes != old_bytes)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_BYTES]);
  if (self->n_total != old_total)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
  if (eup_progress_get_fraction (self) != old_fraction)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

void
eup_progress_begin (EupProgress  *self,
                    GMainContext *context)
{
  g_clear_pointer (&self->context, g_main_context_unref);
  self->context = context == NULL ? NULL : g_main_context_ref (context);
  g_mutex_lock (&self->lock);
  self->done = 0;
  self->size = -1;
  g_mutex_unlock (&self->lock);
  announce (self);
}

/* In any thread. */
void
eup_progress_report (goffset  done,
                     goffset  total,
                     gpointer data)
{
  EupProgress *self = EUP_PROGRESS (data);
  g_autoptr (GSource) source = NULL;
  gboolean was_due;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->size = total;
  was_due = self->is_due;
  self->is_due = TRUE;
  g_mutex_unlock (&self->lock);

  if (was_due)
    return;
  if (self->context == NULL)
    {
      announce (self);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/**
 * eup_progress_new:
 *
 * Makes a progress, to be given to an operation.
 *
 * Returns: (transfer full): the new progress
 *
 * Since: 1.0
 */
EupProgress *
eup_progress_new (void)
{
  return g_object_new (EUP_TYPE_PROGRESS, NULL);
}

/**
 * eup_progress_get_n_bytes: (get-property n-bytes)
 * @self: a progress
 *
 * Gets how many bytes were read so far.
 *
 * Returns: the number of bytes
 *
 * Since: 1.0
 */
gint64
eup_progress_get_n_bytes (EupProgress *self)
{
  g_return_val_if_fail (EUP_IS_PROGRESS (self), 0);

  return self->n_bytes;
}

/**
 * eup_progress_get_n_total: (get-property n-total)
 * @self: a progress
 *
 * Gets how many bytes there are.
 *
 * Returns: the number of bytes, or -1 while that is not known
 *
 * Since: 1.0
 */
gint64
eup_progress_get_n_total (EupProgress *self)
{
  g_return_val_if_fail (EUP_IS_PROGRESS (self), -1);

  return self->n_total;
}

/**
 * eup_progress_get_fraction: (get-property fraction)
 * @self: a progress
 *
 * Gets how much of the work is done.
 *
 * Returns: a number from 0 to 1
 *
 * Since: 1.0
 */
double
eup_progress_get_fraction (EupProgress *self)
{
  g_return_val_if_fail (EUP_IS_PROGRESS (self), 0);

  return self->n_total <= 0 ? 0 : CLAMP ((double) self->n_bytes / self->n_total, 0, 1);
}
