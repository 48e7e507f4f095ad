/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include "values/eup-date-cell.h"

G_BEGIN_DECLS

/* What a build with ICU and one without do differently: each of the two files eup-display-icu.c and eup-display-plain.c defines
 * these and the collator, and only one of them is compiled. Nothing is opened before one of these is called. */

/* FALSE where everything is in English. */
extern const gboolean eup_display_engine_has_languages;

/* A day, month, quarter or year, without its qualifiers; @language is a valid tag. */
char *eup_display_engine_date   (EupDateCell  cell,
                                 const char  *language);

/* An amount, with the words for large numbers where these lose nothing; @currency is an ISO 4217 code or NULL. */
char *eup_display_engine_amount (double       value,
                                 const char  *currency,
                                 const char  *language);

char *eup_display_engine_percent (double      value,
                                  const char *language);

G_END_DECLS
