/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-enums.h>

G_BEGIN_DECLS

/* The codes of issues about data that can be held. Programs go by them: none is ever given another meaning. */
typedef struct
{
  const char *code;
  EupSeverity severity;
  const char *meaning;
} EupIssueCode;

EupSeverity         eup_issue_code_severity (const char *code);

G_END_DECLS
