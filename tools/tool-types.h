/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "tool-session.h"
#include "tool-table.h"

G_BEGIN_DECLS

/* The types of entities as the command calls them, and what a table of each shows. */

typedef struct _ToolType ToolType;

const ToolType *tool_type_find      (const char      *word);
const ToolType *tool_type_of        (EupEntity       *entity);
const char     *tool_type_nick      (const ToolType  *type);
const char     *tool_type_plural    (const ToolType  *type);
char           *tool_type_suggest   (const char      *word);
char           *tool_type_names     (void);

ToolStyle       tool_status_style   (EupStatus        status);
ToolStyle       tool_verdict_style  (EupVerdict       verdict);
ToolStyle       tool_state_style    (EupMilestoneState state);
const char     *tool_state_sign     (EupMilestoneState state);

void            tool_types_write    (ToolSession     *session,
                                     const ToolType  *type,
                                     GListModel      *model);

G_END_DECLS
