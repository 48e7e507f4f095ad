/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"

G_BEGIN_DECLS

/* The facts of an entity that are a line or two each: "Status  Adopted", "Led by  Magnus Brunner". */

void tool_facts_write (ToolSession *session,
                       EupEntity   *entity);
void tool_facts_line  (ToolSession *session,
                       const char  *name,
                       ToolStyle    style,
                       const char  *text,
                       const char  *aside);

G_END_DECLS
