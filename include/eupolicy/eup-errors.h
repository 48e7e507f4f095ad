/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <glib.h>

#include <eupolicy/eup-visibility.h>

G_BEGIN_DECLS

/**
 * EupParseError:
 * @EUP_PARSE_ERROR_FAILED: something that has no code of its own
 * @EUP_PARSE_ERROR_SYNTAX: the text does not follow the grammar of the format
 * @EUP_PARSE_ERROR_ENCODING: the text is not valid UTF-8
 * @EUP_PARSE_ERROR_TOO_DEEP: objects and arrays are nested more deeply than is allowed
 * @EUP_PARSE_ERROR_TOO_LARGE: something is larger than is allowed
 * @EUP_PARSE_ERROR_DUPLICATE_KEY: a member or an id stands there twice
 * @EUP_PARSE_ERROR_WRONG_TYPE: a value is of another type than it has to be
 * @EUP_PARSE_ERROR_BAD_VALUE: a value has the right type, and cannot be
 * @EUP_PARSE_ERROR_UNSUPPORTED: the format, or this version of it, is not known to this build
 * @EUP_PARSE_ERROR_DAMAGED: a compiled file is damaged
 *
 * What can be wrong with data that are read. The message begins with `source:line:column:` and says what is wrong and where.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_PARSE_ERROR_FAILED = 0,
  EUP_PARSE_ERROR_SYNTAX = 1,
  EUP_PARSE_ERROR_ENCODING = 2,
  EUP_PARSE_ERROR_TOO_DEEP = 3,
  EUP_PARSE_ERROR_TOO_LARGE = 4,
  EUP_PARSE_ERROR_DUPLICATE_KEY = 5,
  EUP_PARSE_ERROR_WRONG_TYPE = 6,
  EUP_PARSE_ERROR_BAD_VALUE = 7,
  EUP_PARSE_ERROR_UNSUPPORTED = 8,
  EUP_PARSE_ERROR_DAMAGED = 9
} EupParseError;

/**
 * EUP_PARSE_ERROR:
 *
 * The domain of errors that are a [error@ParseError].
 *
 * Since: 1.0
 */
#define EUP_PARSE_ERROR (eup_parse_error_quark ())

EUP_AVAILABLE_IN_1_0
GQuark eup_parse_error_quark (void);

/**
 * EupQueryError:
 * @EUP_QUERY_ERROR_FAILED: something that has no code of its own
 * @EUP_QUERY_ERROR_SYNTAX: the text does not follow the grammar of queries
 * @EUP_QUERY_ERROR_UNKNOWN_FIELD: there is no such field
 * @EUP_QUERY_ERROR_BAD_VALUE: the field cannot have this value
 * @EUP_QUERY_ERROR_TOO_COSTLY: answering would take longer than is allowed in a catalog of this size
 *
 * What can be wrong with a query.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_QUERY_ERROR_FAILED = 0,
  EUP_QUERY_ERROR_SYNTAX = 1,
  EUP_QUERY_ERROR_UNKNOWN_FIELD = 2,
  EUP_QUERY_ERROR_BAD_VALUE = 3,
  EUP_QUERY_ERROR_TOO_COSTLY = 4
} EupQueryError;

/**
 * EUP_QUERY_ERROR:
 *
 * The domain of errors that are a [error@QueryError].
 *
 * Since: 1.0
 */
#define EUP_QUERY_ERROR (eup_query_error_quark ())

EUP_AVAILABLE_IN_1_0
GQuark eup_query_error_quark (void);

/**
 * EupModelError:
 * @EUP_MODEL_ERROR_FAILED: something that has no code of its own
 * @EUP_MODEL_ERROR_DUPLICATE_ID: the catalog already has an entity of that id
 * @EUP_MODEL_ERROR_INVALID_ID: the text cannot be an id
 * @EUP_MODEL_ERROR_NOT_FOUND: there is no such entity
 * @EUP_MODEL_ERROR_IN_USE: the entity belongs to another catalog
 * @EUP_MODEL_ERROR_UNSUPPORTED_TYPE: entities of that type cannot be in a catalog
 * @EUP_MODEL_ERROR_CONFLICT: the catalog is not in the state that the operation expects
 * @EUP_MODEL_ERROR_WRONG_THREAD: the catalog belongs to another thread: [method@Catalog.take_thread]
 *
 * What can be wrong with an operation on a catalog.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_MODEL_ERROR_FAILED = 0,
  EUP_MODEL_ERROR_DUPLICATE_ID = 1,
  EUP_MODEL_ERROR_INVALID_ID = 2,
  EUP_MODEL_ERROR_NOT_FOUND = 3,
  EUP_MODEL_ERROR_IN_USE = 4,
  EUP_MODEL_ERROR_UNSUPPORTED_TYPE = 5,
  EUP_MODEL_ERROR_CONFLICT = 6,
  EUP_MODEL_ERROR_WRONG_THREAD = 7
} EupModelError;

/**
 * EUP_MODEL_ERROR:
 *
 * The domain of errors that are a [error@ModelError].
 *
 * Since: 1.0
 */
#define EUP_MODEL_ERROR (eup_model_error_quark ())

EUP_AVAILABLE_IN_1_0
GQuark eup_model_error_quark (void);

G_END_DECLS
