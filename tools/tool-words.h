/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"

G_BEGIN_DECLS

/* What the command says in the language of the session: English, German or French, and English for all others. */

typedef enum
{
  TOOL_WORDS_STATUS,
  TOOL_WORDS_STATE,
  TOOL_WORDS_WHY,
  TOOL_WORDS_VERDICT,
  TOOL_WORDS_MOVED_TO,
  TOOL_WORDS_MOVED_BY,
  TOOL_WORDS_KNOWN_SINCE,
  TOOL_WORDS_FIRST_PLANNED,
  TOOL_WORDS_SLIPPAGE,
  TOOL_WORDS_MOVED_DATES,
  TOOL_WORDS_PARTS,
  TOOL_WORDS_FULFILLED_BY,
  TOOL_WORDS_SOURCES,
  TOOL_WORDS_QUOTED,
  TOOL_WORDS_LATER,
  TOOL_WORDS_EARLIER,
  TOOL_WORDS_SAME_DAY,
  TOOL_WORDS_UNKNOWN_DATE,
  TOOL_WORDS_IS_UNKNOWN,
  TOOL_WORDS_IS_KEPT,
  TOOL_WORDS_IS_KEPT_LATE,
  TOOL_WORDS_IS_KEPT_BUT_LATE,
  TOOL_WORDS_IS_KEPT_LATE_THROUGH,
  TOOL_WORDS_HAS_ENDED,
  TOOL_WORDS_WAS_GIVEN_UP,
  TOOL_WORDS_IS_LATE,
  TOOL_WORDS_WAS_MISSED,
  TOOL_WORDS_IS_OVERDUE,
  TOOL_WORDS_IS_LATE_THROUGH,
  TOOL_WORDS_IS_PENDING,
  TOOL_WORDS_STATED,
  TOOL_WORDS_DAY_HAS_COME,
  TOOL_WORDS_DAY_WILL_COME,
  TOOL_WORDS_DAY_WAS_MISSED,
  TOOL_WORDS_CANCELLED,
  TOOL_WORDS_TARGET_PASSED,
  TOOL_WORDS_NO_DATE,
  TOOL_WORDS_NOT_KNOWN_YET,
  TOOL_WORDS_WAS_MOVED,
  TOOL_WORDS_WAS_MOVED_SOMEWHERE,
  TOOL_N_WORDS
} ToolWords;

const char *tool_words           (ToolSession *session,
                                  ToolWords    words);

/* With what stands in the places {1} and {2} (nullable where there is none). */
char       *tool_words_with      (ToolSession *session,
                                  ToolWords    words,
                                  const char  *first,
                                  const char  *second);

/* "488 days later"; positive days are later. */
char       *tool_words_slippage  (ToolSession *session,
                                  int          days);

G_END_DECLS
