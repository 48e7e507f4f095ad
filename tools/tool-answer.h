/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"
#include "tool-types.h"

G_BEGIN_DECLS

/* The results of a question in the form that was asked for. */

int tool_answer_write (ToolSession    *session,
                       const ToolType *type,
                       EupResults     *results);

G_END_DECLS
