/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-date.h>

#include "values/eup-date-cell.h"

G_BEGIN_DECLS

/* @cell must not be 0. */
EupDate     *eup_date_new_from_cell (EupDateCell    cell);

/* 0 for NULL. */
EupDateCell  eup_date_get_cell      (const EupDate *self);

G_END_DECLS
