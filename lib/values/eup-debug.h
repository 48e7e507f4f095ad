/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the environment variable EUP_DEBUG asks for: see docs/debugging.md. */
typedef enum
{
  EUP_DEBUG_PLAN = 1 << 0,
  EUP_DEBUG_EDITS = 1 << 1,
  EUP_DEBUG_INDEX = 1 << 2
} EupDebugFlags;

/* All bits until the variable was read. */
extern guint eup_debug_mask;

gboolean eup_debug_read_variable (EupDebugFlags flag);

/* A line on the standard error for each line of the text. */
void     eup_debug_print         (EupDebugFlags flag,
                                  const char   *format,
                                  ...) G_GNUC_PRINTF (2, 3);

/* Costs one test of a bit where nothing is asked for. */
static inline gboolean
eup_debug_is_on (EupDebugFlags flag)
{
  return G_UNLIKELY ((g_atomic_int_get (&eup_debug_mask) & flag) != 0) && eup_debug_read_variable (flag);
}

/* When something began that is to be told; 0 if it is not. */
static inline gint64
eup_debug_begin (EupDebugFlags flag)
{
  return eup_debug_is_on (flag) ? g_get_monotonic_time () : 0;
}

static inline double
eup_debug_milliseconds (gint64 begin)
{
  return (g_get_monotonic_time () - begin) / 1000.0;
}

G_END_DECLS
