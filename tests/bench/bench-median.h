/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <stdlib.h>

#include <glib.h>

static inline int
bench_compare_times (const void *a,
                     const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sorts the times. */
static inline double
bench_median (double *times,
              guint   n)
{
  qsort (times, n, sizeof (double), bench_compare_times);
  return times[n / 2];
}
