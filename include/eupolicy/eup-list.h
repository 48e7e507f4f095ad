/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <eupolicy/eup-types.h>

G_BEGIN_DECLS

#define EUP_TYPE_LIST (eup_list_get_type ())

EUP_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (EupList, eup_list, EUP, LIST, GObject)

EUP_AVAILABLE_IN_1_0
GType      eup_list_get_item_type (EupList    *self);
EUP_AVAILABLE_IN_1_0
guint      eup_list_get_n_items   (EupList    *self);
EUP_AVAILABLE_IN_1_0
EupEntity *eup_list_lookup        (EupList    *self,
                                   const char *id) G_GNUC_WARN_UNUSED_RESULT;
EUP_AVAILABLE_IN_1_0
guint      eup_list_position_of   (EupList    *self,
                                   gpointer    item);

G_END_DECLS
