/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <eupolicy/eup-enums.h>

#include "values/eup-date-cell.h"

G_BEGIN_DECLS

/* What people read. @language NULL is the user's; never an empty string. */
char *eup_display_date   (EupDateCell    cell,
                          const char    *language);
char *eup_display_period (const guint32  cells[3],
                          const char    *language);
char *eup_display_figure (double         value,
                          const char    *unit,
                          EupQualifier   qualifier,
                          const char    *language);

G_END_DECLS
