/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-period.h>

#include "values/eup-date-cell.h"

G_BEGIN_DECLS

/* A period as it lies in columns: the cell of the start, that of the end, and how it was spelled. An end that is open or not
 * known has the cell 0; all three are 0 where there is no period. */
#define EUP_PERIOD_FORM_NONE 0u
#define EUP_PERIOD_FORM_RANGE 1u         /* "a/b"; ".." where a cell is 0 */
#define EUP_PERIOD_FORM_DATE 2u          /* "a": both cells are those of the date */
#define EUP_PERIOD_FORM_START_UNKNOWN 4u /* "/b", together with RANGE */
#define EUP_PERIOD_FORM_END_UNKNOWN 8u   /* "a/", together with RANGE */

#define EUP_PERIOD_PRINT_MAX (2 * EUP_DATE_CELL_PRINT_MAX + 2)

gboolean   eup_period_cells_parse     (const char      *string,
                                       gsize            length,
                                       guint32          cells[3],
                                       gsize           *error_offset,
                                       const char     **error_message);
gsize      eup_period_cells_print     (const guint32    cells[3],
                                       char            *buffer);
gboolean   eup_period_cells_are_valid (const guint32    cells[3]);

/* 0 when the start is open, G_MAXUINT32 when the end is. */
guint32    eup_period_cells_first_day (const guint32    cells[3]);
guint32    eup_period_cells_last_day  (const guint32    cells[3]);

EupPeriod *eup_period_new_from_cells  (const guint32    cells[3]);

/* All 0 for NULL. */
void       eup_period_get_cells       (const EupPeriod *self,
                                       guint32          cells[3]);

G_END_DECLS
