/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "formats/check/eup-issue-codes.h"

static const EupIssueCode codes[] = {
  { "bad-number", EUP_SEVERITY_ERROR, "a figure has no finite number, or a number is out of range; it is kept as it is written" },
  { "cycle", EUP_SEVERITY_ERROR, "following a relation from an entity leads back to it" },
  { "duplicate-id", EUP_SEVERITY_ERROR, "of several files that are checked together, two have an entity of the same id" },
  { "duplicate-item", EUP_SEVERITY_WARNING, "an id stands more than once in one list" },
  { "impossible-date", EUP_SEVERITY_WARNING, "a date or a period is none; it is kept as it is written" },
  { "inexact-number", EUP_SEVERITY_INFO, "a number has more digits than a double holds; it is kept as it is written" },
  { "malformed-id", EUP_SEVERITY_WARNING, "a relation holds what cannot be an id; it is kept as it is written" },
  { "malformed-language", EUP_SEVERITY_WARNING, "a key of a text is no language tag; it is kept as it is written, and the text without it" },
  { "malformed-reference", EUP_SEVERITY_WARNING, "a reference begins like one of a scheme, and is none" },
  { "milestone-before-proposal", EUP_SEVERITY_WARNING, "what can only follow a proposal is dated before it" },
  { "milestone-order", EUP_SEVERITY_WARNING, "what can only follow an adoption is dated before it" },
  { "missing-field", EUP_SEVERITY_WARNING, "an entity does not say what it has to say" },
  { "missing-title", EUP_SEVERITY_WARNING, "an entity has no title" },
  { "more-issues", EUP_SEVERITY_INFO, "there are more issues than are listed" },
  { "rescheduled-to-nothing", EUP_SEVERITY_WARNING, "a milestone was moved, and no other one says to which date" },
  { "self-reference", EUP_SEVERITY_ERROR, "an entity refers to itself" },
  { "status-hides-parts", EUP_SEVERITY_INFO, "a stated status is less than what the parts, or what fulfils the initiative, say" },
  { "status-without-since", EUP_SEVERITY_WARNING, "a status is stated without its day, and the milestones say otherwise" },
  { "unknown-country", EUP_SEVERITY_WARNING, "a country is not the code of a Member State" },
  { "unknown-member", EUP_SEVERITY_INFO, "a member is not known; it is kept" },
  { "unknown-reference", EUP_SEVERITY_INFO, "a reference belongs to no known scheme" },
  { "unknown-word", EUP_SEVERITY_WARNING, "a word is none of those that the field knows; it is kept as it is written" },
  { "unnormalised-id", EUP_SEVERITY_WARNING, "an id is not in Unicode's form NFC" },
  { "unresolved-reference", EUP_SEVERITY_ERROR, "there is no entity with the id that a relation holds" },
  { "wrong-target", EUP_SEVERITY_ERROR, "a relation leads to an entity of another type" },
  { "wrong-type", EUP_SEVERITY_WARNING, "a value is of another type than the field; it is kept as it is written" },
};

EupSeverity
eup_issue_code_severity (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].code, code) == 0)
      return codes[i].severity;
  g_assert_not_reached ();
}
