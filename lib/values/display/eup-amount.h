/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <math.h>

G_BEGIN_DECLS

/* The power of a thousand whose name can stand for the zeros of @value: 0, or 2 (million) to 4 (trillion). A name is used only
 * where two decimals before it say all of the amount: 1 250 000 has one, 1 234 567 has none. */
static inline int
eup_amount_power (double value)
{
  const double size = fabs (value);

  if (!isfinite (value) || size < 1e6 || size >= 1e15)
    return 0;
  for (int power = 4; power >= 2; power--)
    {
      const double unit = pow (1000, power);

      if (size >= unit)
        return fmod (size, unit / 100) == 0 ? power : 0;
    }
  return 0;
}

G_END_DECLS
