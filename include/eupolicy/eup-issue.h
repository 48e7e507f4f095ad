/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

/**
 * EUP_TYPE_ISSUE:
 *
 * The type of [class@Issue].
 *
 * Since: 1.0
 */
#define EUP_TYPE_ISSUE (eup_issue_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupIssue, eup_issue, EUP, ISSUE, GObject)

EUP_AVAILABLE_IN_1_0
EupIssue   *eup_issue_new           (EupSeverity   severity,
                                     const char   *code,
                                     const char   *message,
                                     const char   *source,
                                     guint         line,
                                     guint         column,
                                     const char   *pointer,
                                     const char   *entity_id) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
EupSeverity eup_issue_get_severity  (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
const char *eup_issue_get_code      (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
const char *eup_issue_get_message   (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
const char *eup_issue_get_source    (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
guint       eup_issue_get_line      (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
guint       eup_issue_get_column    (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
const char *eup_issue_get_pointer   (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
const char *eup_issue_get_entity_id (EupIssue     *self);
EUP_AVAILABLE_IN_1_0
char       *eup_issue_to_string     (EupIssue     *self) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
gboolean    eup_issue_equal         (gconstpointer a,
                                     gconstpointer b);
EUP_AVAILABLE_IN_1_0
guint       eup_issue_hash          (gconstpointer self);

G_END_DECLS
