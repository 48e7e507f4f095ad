/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text in the order of a language. One that is in use belongs to one thread. */
typedef struct _EupCollator EupCollator;

/* NULL is the user's language. */
EupCollator *eup_collator_new     (const char  *language);
void         eup_collator_free    (EupCollator *self);
int          eup_collator_compare (EupCollator *self,
                                   const char  *a,
                                   const char  *b);

/* Appends bytes without a NUL that are in the order of the texts, as strcmp compares them; texts with equal ones are in the order of their own
 * bytes. */
void         eup_collator_add_key (EupCollator *self,
                                   const char  *text,
                                   GByteArray  *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupCollator, eup_collator_free)

G_END_DECLS
