/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-errors.h>

G_DEFINE_QUARK (eup-parse-error-quark, eup_parse_error)
G_DEFINE_QUARK (eup-query-error-quark, eup_query_error)
G_DEFINE_QUARK (eup-model-error-quark, eup_model_error)
