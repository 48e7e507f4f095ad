/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the two capitals are a country: those of ISO 3166-1, and those by which the Union writes Greece, the United Kingdom and Kosovo. */
gboolean eup_country_is_known (const char *country);

G_END_DECLS
