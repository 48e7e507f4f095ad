/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <eupolicy/eup-enums.h>

G_BEGIN_DECLS

/* A date as it lies in a column: 0 is none, and integers with the spelling masked away stand in the order of
 * eup_date_compare(): first day, last day, approximate, uncertain.
 *
 *   bits 10-31  the first day, counted from 0001-01-01, which is 1
 *   bits  6-9   the span: of two spans that begin on one day the greater number ends later
 *   bit   4     approximate
 *   bit   3     uncertain
 *   bits  0-2   how it was spelled */
typedef guint32 EupDateCell;

typedef enum
{
  EUP_DATE_SPAN_DAY     = 0,
  EUP_DATE_SPAN_MONTH   = 1,
  EUP_DATE_SPAN_QUARTER = 2,
  EUP_DATE_SPAN_YEAR    = 3,
  EUP_DATE_SPAN_DECADE  = 4
} EupDateSpan;

#define EUP_DATE_CELL_DAY_SHIFT 10
#define EUP_DATE_CELL_SPAN_SHIFT 6
#define EUP_DATE_CELL_SPAN_MASK (15u << EUP_DATE_CELL_SPAN_SHIFT)
#define EUP_DATE_CELL_UNCERTAIN (1u << 3)
#define EUP_DATE_CELL_APPROXIMATE (1u << 4)
#define EUP_DATE_CELL_SPELLING_MASK 7u

/* The spelling is the number of parts written as XX. */
#define EUP_DATE_CELL_SPELLING_PLAIN 0u
#define EUP_DATE_CELL_SPELLING_ONE_XX 1u
#define EUP_DATE_CELL_SPELLING_TWO_XX 2u

#define EUP_DATE_CELL_PRINT_MAX 24

/* The numbers of 1970-01-01 and 9999-12-31. */
#define EUP_DATE_CELL_UNIX_EPOCH 719163
#define EUP_DATE_CELL_MAX_DAY 3652059

gboolean    eup_date_cell_parse      (const char  *string,
                                      gsize        length,
                                      EupDateCell *cell,
                                      gsize       *error_offset,
                                      const char **error_message);
gsize       eup_date_cell_print      (EupDateCell  cell,
                                      char        *buffer);

/* The parts that a precision does not need are ignored; 0 when there is no such date. For a quarter @month is any month in it. */
EupDateCell eup_date_cell_from_parts (EupPrecision precision,
                                      int          year,
                                      int          month,
                                      int          day);
EupDateCell eup_date_cell_from_day   (guint32      day);
gboolean    eup_date_cell_is_valid   (EupDateCell  cell);

guint32     eup_date_cell_last_day_of_span (EupDateCell cell);
void        eup_date_cell_split_day        (guint32     day,
                                            int        *year,
                                            int        *month,
                                            int        *day_of_month);

/* 0 where the precision does not say it. */
int         eup_date_cell_year       (EupDateCell  cell);
int         eup_date_cell_quarter    (EupDateCell  cell);
int         eup_date_cell_month      (EupDateCell  cell);
int         eup_date_cell_day        (EupDateCell  cell);

static inline guint32
eup_date_cell_first_day (EupDateCell cell)
{
  return cell >> EUP_DATE_CELL_DAY_SHIFT;
}

static inline EupDateSpan
eup_date_cell_span (EupDateCell cell)
{
  return (EupDateSpan) ((cell & EUP_DATE_CELL_SPAN_MASK) >> EUP_DATE_CELL_SPAN_SHIFT);
}

static inline guint32
eup_date_cell_last_day (EupDateCell cell)
{
  if ((cell & EUP_DATE_CELL_SPAN_MASK) == 0)
    return cell >> EUP_DATE_CELL_DAY_SHIFT;
  return eup_date_cell_last_day_of_span (cell);
}

static inline int
eup_date_cell_compare (EupDateCell a,
                       EupDateCell b)
{
  a &= ~EUP_DATE_CELL_SPELLING_MASK;
  b &= ~EUP_DATE_CELL_SPELLING_MASK;
  return (a > b) - (a < b);
}

static inline EupPrecision
eup_date_cell_precision (EupDateCell cell)
{
  return (EupPrecision) ((int) EUP_PRECISION_DAY - (int) eup_date_cell_span (cell));
}

G_END_DECLS
