/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* What is said of a member that is not known. */
#define EUP_JSON_UNKNOWN "“%s” is not known here; it is kept"
#define EUP_JSON_UNKNOWN_NEAR "“%s” is not known here, and is kept; the known name that comes nearest is “%s”"

/* A member of an object that is kept as compact JSON. */
typedef struct
{
  char       *key;
  const char *text; /* the member with its key, length bytes */
  gsize       length;
  const char *value;
} EupJsonMemberText;

void        eup_json_member_text_clear (EupJsonMemberText  *member);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EupJsonMemberText, eup_json_member_text_clear)

gboolean    eup_json_next_member       (const char        **at,
                                        EupJsonMemberText  *member);

/* @table may be EUP_KEPT_DOCUMENT. */
const char *eup_json_nearest_key       (guint               table,
                                        const char         *key,
                                        gsize               length);

/* The field by which a child says that it stands beneath a parent, or -1. */
int         eup_json_beneath           (EupTableKind        child,
                                        EupTableKind        parent);

G_END_DECLS
