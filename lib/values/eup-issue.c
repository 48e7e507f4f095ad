/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-issue.h>

#include <eupolicy/eup-enum-strings.h>
#include <eupolicy/eup-enum-types.h>

#include "values/eup-value-object.h"

/**
 * EupIssue:
 *
 * Something that was noticed in data that were read or checked.
 *
 * An issue says what is wrong, how serious it is, and where: in which source, at which line and column, under which
 * JSON pointer, and at which entity. The code stays the same in all versions and languages; the message is for
 * people.
 *
 * It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupIssue
{
  GObject parent_instance;

  EupSeverity severity;
  char *code;
  char *message;
  char *source;
  guint line;
  guint column;
  char *pointer;
  char *entity_id;
};

static const EupValueField fields[] = {
  /**
   * EupIssue:severity:
   *
   * How serious it is.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_ENUM (EupIssue, "severity", severity, eup_severity_get_type),
  /**
   * EupIssue:code:
   *
   * What kind of issue it is, such as `unresolved-reference`.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupIssue, "code", code, STRING),
  /**
   * EupIssue:message:
   *
   * What is wrong, in words.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupIssue, "message", message, STRING),
  /**
   * EupIssue:source:
   *
   * The name of the source, such as that of a file.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupIssue, "source", source, STRING),
  /**
   * EupIssue:line:
   *
   * The line in the source, from 1, or 0 when it is not known.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupIssue, "line", line, UINT),
  /**
   * EupIssue:column:
   *
   * The column in the line, in characters from 1, or 0 when it is not known.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupIssue, "column", column, UINT),
  /**
   * EupIssue:pointer:
   *
   * The JSON pointer (RFC 6901) to the value.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupIssue, "pointer", pointer, STRING),
  /**
   * EupIssue:entity-id:
   *
   * The id of the entity.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupIssue, "entity-id", entity_id, STRING),
};

EUP_DEFINE_VALUE_OBJECT (EupIssue, eup_issue, fields)

/**
 * eup_issue_new:
 * @severity: how serious it is
 * @code: (nullable): what kind of issue it is, such as `unresolved-reference`
 * @message: (nullable): what is wrong, in words
 * @source: (nullable): the name of the source, such as that of a file
 * @line: the line in the source, from 1, or 0 when it is not known
 * @column: the column in the line, in characters from 1, or 0 when it is not known
 * @pointer: (nullable): the JSON pointer (RFC 6901) to the value
 * @entity_id: (nullable): the id of the entity
 *
 * Makes an issue.
 *
 * Returns: (transfer full): a new issue
 *
 * Since: 1.0
 */
EupIssue *
eup_issue_new (EupSeverity severity,
               const char *code,
               const char *message,
               const char *source,
               guint line,
               guint column,
               const char *pointer,
               const char *entity_id)
{
  return g_object_new (EUP_TYPE_ISSUE,
                       "severity", severity,
                       "code", code,
                       "message", message,
                       "source", source,
                       "line", line,
                       "column", column,
                       "pointer", pointer,
                       "entity-id", entity_id,
                       NULL);
}

/**
 * eup_issue_get_severity:
 * @self: an issue
 *
 * Gives how serious it is.
 *
 * Returns: how serious it is
 *
 * Since: 1.0
 */
EupSeverity
eup_issue_get_severity (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), (EupSeverity) 0);

  return self->severity;
}

/**
 * eup_issue_get_code:
 * @self: an issue
 *
 * Gives what kind of issue it is, such as `unresolved-reference`.
 *
 * Returns: (nullable) (transfer none): what kind of issue it is, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_issue_get_code (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), NULL);

  return self->code;
}

/**
 * eup_issue_get_message:
 * @self: an issue
 *
 * Gives what is wrong, in words.
 *
 * Returns: (nullable) (transfer none): what is wrong, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_issue_get_message (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), NULL);

  return self->message;
}

/**
 * eup_issue_get_source:
 * @self: an issue
 *
 * Gives the name of the source, such as that of a file.
 *
 * Returns: (nullable) (transfer none): the name of the source, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_issue_get_source (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), NULL);

  return self->source;
}

/**
 * eup_issue_get_line:
 * @self: an issue
 *
 * Gives the line in the source, from 1, or 0 when it is not known.
 *
 * Returns: the line in the source
 *
 * Since: 1.0
 */
guint
eup_issue_get_line (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), 0);

  return self->line;
}

/**
 * eup_issue_get_column:
 * @self: an issue
 *
 * Gives the column in the line, in characters from 1, or 0 when it is not known.
 *
 * Returns: the column in the line
 *
 * Since: 1.0
 */
guint
eup_issue_get_column (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), 0);

  return self->column;
}

/**
 * eup_issue_get_pointer:
 * @self: an issue
 *
 * Gives the JSON pointer (RFC 6901) to the value.
 *
 * Returns: (nullable) (transfer none): the JSON pointer (RFC 6901) to the value, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_issue_get_pointer (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), NULL);

  return self->pointer;
}

/**
 * eup_issue_get_entity_id:
 * @self: an issue
 *
 * Gives the id of the entity.
 *
 * Returns: (nullable) (transfer none): the id of the entity, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_issue_get_entity_id (EupIssue *self)
{
  g_return_val_if_fail (EUP_IS_ISSUE (self), NULL);

  return self->entity_id;
}

/**
 * eup_issue_to_string:
 * @self: an issue
 *
 * Writes the issue on one line, as compilers do: `file.json:3:14: warning: there is no entity “x” [unresolved-reference]`. What
 * is not known is left out.
 *
 * Returns: (transfer full): the line, without an end of line
 *
 * Since: 1.0
 */
char *
eup_issue_to_string (EupIssue *self)
{
  GString *line;

  g_return_val_if_fail (EUP_IS_ISSUE (self), NULL);

  line = g_string_new (self->source);
  if (self->line != 0)
    g_string_append_printf (line, "%s%u", line->len > 0 ? ":" : "", self->line);
  if (self->line != 0 && self->column != 0)
    g_string_append_printf (line, ":%u", self->column);
  if (line->len > 0)
    g_string_append (line, ": ");
  g_string_append_printf (line, "%s:", eup_severity_to_string (self->severity));
  if (self->message != NULL)
    g_string_append_printf (line, " %s", self->message);
  if (self->code != NULL)
    g_string_append_printf (line, " [%s]", self->code);
  return g_string_free (line, FALSE);
}

/**
 * eup_issue_equal:
 * @a: (type EuPolicy.Issue): an issue
 * @b: (type EuPolicy.Issue): another issue
 *
 * Tells whether all that the two say is the same.
 *
 * It can be used as a [callback@GLib.EqualFunc].
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
eup_issue_equal (gconstpointer a,
                 gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_value_object_equal (a, b, fields, G_N_ELEMENTS (fields));
}

/**
 * eup_issue_hash:
 * @self: (type EuPolicy.Issue): an issue
 *
 * Gives a number that is the same for all that are equal.
 *
 * It can be used as a [callback@GLib.HashFunc].
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
eup_issue_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_value_object_hash (self, fields, G_N_ELEMENTS (fields));
}
