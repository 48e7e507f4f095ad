/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"

G_BEGIN_DECLS

/* Milestones beneath each other, by date. */

void tool_timeline_write (ToolSession *session,
                          GListModel  *milestones,
                          GHashTable  *refined,
                          gboolean     answer);
char *tool_timeline_target (ToolSession  *session,
                            EupMilestone *milestone);
void tool_timeline_write_one (ToolSession  *session,
                              EupMilestone *milestone);

G_END_DECLS
