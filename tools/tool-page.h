/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"

G_BEGIN_DECLS

/* The parts of a page about one entity: its head, headings, and items with their addresses. */

void  tool_page_head    (ToolSession *session,
                         EupEntity   *entity);
void  tool_page_heading (ToolSession *session,
                         const char  *text);
void  tool_page_item    (ToolSession *session,
                         const char  *text,
                         const char  *address);
void  tool_page_source  (ToolSession *session,
                         EupCitation *source);

/* The date in the language of the session; NULL for none. */
char *tool_page_date    (ToolSession *session,
                         EupDate     *date);
/* Those that are there and not empty. */
char *tool_page_join    (const char  *separator,
                         const char  *a,
                         const char  *b,
                         const char  *c);

G_END_DECLS
