/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "formats/check/eup-check.h"

G_BEGIN_DECLS

typedef struct
{
  EupStore        *store;
  const char      *source;
  const EupPlaces *places;
  GPtrArray       *issues;
  guint            max;
  guint            n_reported;
  guint            n_dropped;
  gboolean         may_be_elsewhere; /* what is referred to and not there */
} EupCheck;

/* All checks of a store. */
void eup_check_run       (EupCheck      *check);

void eup_check_report    (EupCheck      *check,
                          const char    *code,
                          EupTableKind   table,
                          guint32        row,
                          int            field,
                          const char    *inside,
                          const char    *format,
                          ...) G_GNUC_PRINTF (7, 8);
void eup_check_relations (EupCheck      *check);
void eup_check_statuses  (EupCheck      *check);

G_END_DECLS
