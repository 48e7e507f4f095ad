/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-errors.h>

/**
 * eup_parse_error_quark:
 *
 * Gives the domain of errors that are a [error@ParseError].
 *
 * Returns: the quark
 *
 * Since: 1.0
 */
G_DEFINE_QUARK (eup-parse-error-quark, eup_parse_error)
/**
 * eup_query_error_quark:
 *
 * Gives the domain of errors that are a [error@QueryError].
 *
 * Returns: the quark
 *
 * Since: 1.0
 */
G_DEFINE_QUARK (eup-query-error-quark, eup_query_error)
/**
 * eup_model_error_quark:
 *
 * Gives the domain of errors that are a [error@ModelError].
 *
 * Returns: the quark
 *
 * Since: 1.0
 */
G_DEFINE_QUARK (eup-model-error-quark, eup_model_error)
