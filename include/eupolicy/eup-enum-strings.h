/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * eup_status_to_string:
 * @value: a status of an initiative
 *
 * Gives the word for @value that data and queries use, such as `in-force`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_status_to_string             (EupStatus           value);

/**
 * eup_status_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `in-force`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_status_from_string           (const char         *string,
                                              EupStatus          *value);

/**
 * eup_status_dup_label:
 * @value: a status of an initiative
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “In force”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_status_dup_label             (EupStatus           value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_instrument_to_string:
 * @value: a form of an initiative
 *
 * Gives the word for @value that data and queries use, such as `regulation`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_instrument_to_string         (EupInstrument       value);

/**
 * eup_instrument_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `regulation`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_instrument_from_string       (const char         *string,
                                              EupInstrument      *value);

/**
 * eup_instrument_dup_label:
 * @value: a form of an initiative
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Regulation”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_instrument_dup_label         (EupInstrument       value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_milestone_kind_to_string:
 * @value: a kind of a milestone
 *
 * Gives the word for @value that data and queries use, such as `adopted`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_milestone_kind_to_string     (EupMilestoneKind    value);

/**
 * eup_milestone_kind_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `adopted`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_milestone_kind_from_string   (const char         *string,
                                              EupMilestoneKind   *value);

/**
 * eup_milestone_kind_dup_label:
 * @value: a kind of a milestone
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Adoption”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_milestone_kind_dup_label     (EupMilestoneKind    value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_actor_to_string:
 * @value: one who acts
 *
 * Gives the word for @value that data and queries use, such as `member-states`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_actor_to_string              (EupActor            value);

/**
 * eup_actor_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `member-states`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_actor_from_string            (const char         *string,
                                              EupActor           *value);

/**
 * eup_actor_dup_label:
 * @value: one who acts
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Member States”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_actor_dup_label              (EupActor            value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_milestone_state_to_string:
 * @value: a state of a milestone
 *
 * Gives the word for @value that data and queries use, such as `missed`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_milestone_state_to_string    (EupMilestoneState   value);

/**
 * eup_milestone_state_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `missed`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_milestone_state_from_string  (const char         *string,
                                              EupMilestoneState  *value);

/**
 * eup_milestone_state_dup_label:
 * @value: a state of a milestone
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Missed”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_milestone_state_dup_label    (EupMilestoneState   value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_verdict_to_string:
 * @value: a verdict on an initiative
 *
 * Gives the word for @value that data and queries use, such as `kept-late`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_verdict_to_string            (EupVerdict          value);

/**
 * eup_verdict_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `kept-late`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_verdict_from_string          (const char         *string,
                                              EupVerdict         *value);

/**
 * eup_verdict_dup_label:
 * @value: a verdict on an initiative
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Kept late”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_verdict_dup_label            (EupVerdict          value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_confidence_to_string:
 * @value: a degree of confidence
 *
 * Gives the word for @value that data and queries use, such as `unverified`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_confidence_to_string         (EupConfidence       value);

/**
 * eup_confidence_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `unverified`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_confidence_from_string       (const char         *string,
                                              EupConfidence      *value);

/**
 * eup_confidence_dup_label:
 * @value: a degree of confidence
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Unverified”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_confidence_dup_label         (EupConfidence       value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_qualifier_to_string:
 * @value: a qualifier of a figure
 *
 * Gives the word for @value that data and queries use, such as `at-most`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_qualifier_to_string          (EupQualifier        value);

/**
 * eup_qualifier_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `at-most`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_qualifier_from_string        (const char         *string,
                                              EupQualifier       *value);

/**
 * eup_qualifier_dup_label:
 * @value: a qualifier of a figure
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “At most”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_qualifier_dup_label          (EupQualifier        value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_link_kind_to_string:
 * @value: a kind of a link
 *
 * Gives the word for @value that data and queries use, such as `document`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_link_kind_to_string          (EupLinkKind         value);

/**
 * eup_link_kind_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `document`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_link_kind_from_string        (const char         *string,
                                              EupLinkKind        *value);

/**
 * eup_link_kind_dup_label:
 * @value: a kind of a link
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Document”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_link_kind_dup_label          (EupLinkKind         value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_reference_scheme_to_string:
 * @value: a scheme of a reference
 *
 * Gives the word for @value that data and queries use, such as `eli`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_reference_scheme_to_string   (EupReferenceScheme  value);

/**
 * eup_reference_scheme_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `eli`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_reference_scheme_from_string (const char         *string,
                                              EupReferenceScheme *value);

/**
 * eup_reference_scheme_dup_label:
 * @value: a scheme of a reference
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “European Legislation Identifier”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_reference_scheme_dup_label   (EupReferenceScheme  value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_precision_to_string:
 * @value: a precision of a date
 *
 * Gives the word for @value that data and queries use, such as `day`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_precision_to_string          (EupPrecision        value);

/**
 * eup_precision_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `day`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_precision_from_string        (const char         *string,
                                              EupPrecision       *value);

/**
 * eup_precision_dup_label:
 * @value: a precision of a date
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Day”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_precision_dup_label          (EupPrecision        value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_format_to_string:
 * @value: a format of a file
 *
 * Gives the word for @value that data and queries use, such as `icalendar`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_format_to_string             (EupFormat           value);

/**
 * eup_format_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `icalendar`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_format_from_string           (const char         *string,
                                              EupFormat          *value);

/**
 * eup_format_dup_label:
 * @value: a format of a file
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “iCalendar”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_format_dup_label             (EupFormat           value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_severity_to_string:
 * @value: a severity of an issue
 *
 * Gives the word for @value that data and queries use, such as `info`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_severity_to_string           (EupSeverity         value);

/**
 * eup_severity_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `info`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_severity_from_string         (const char         *string,
                                              EupSeverity        *value);

/**
 * eup_severity_dup_label:
 * @value: a severity of an issue
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Information”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_severity_dup_label           (EupSeverity         value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_change_kind_to_string:
 * @value: a kind of a change
 *
 * Gives the word for @value that data and queries use, such as `conflict`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_change_kind_to_string        (EupChangeKind       value);

/**
 * eup_change_kind_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `conflict`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_change_kind_from_string      (const char         *string,
                                              EupChangeKind      *value);

/**
 * eup_change_kind_dup_label:
 * @value: a kind of a change
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Conflict”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_change_kind_dup_label        (EupChangeKind       value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * eup_operator_to_string:
 * @value: an operator of a query
 *
 * Gives the word for @value that data and queries use, such as `contains`.
 *
 * Returns: (nullable) (transfer none): the word, or %NULL when @value is no value of this enumeration
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
const char *eup_operator_to_string           (EupOperator         value);

/**
 * eup_operator_from_string:
 * @string: a word
 * @value: (out): the place for the value
 *
 * Finds the value that data and queries call @string, such as `contains`. When there is none, @value becomes the first one.
 *
 * Returns: %TRUE if there is one
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
gboolean    eup_operator_from_string         (const char         *string,
                                              EupOperator        *value);

/**
 * eup_operator_dup_label:
 * @value: an operator of a query
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Gives @value in words for people, such as “Contains”; in English where there are no words in @language. It is never empty.
 *
 * Returns: (transfer full): the label
 *
 * Since: 1.0
 */
EUP_AVAILABLE_IN_1_0
char       *eup_operator_dup_label           (EupOperator         value,
                                              const char         *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
