/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A character below U+10000 is looked up by its upper ten bits (a page; page 0 is not in the table) and its lower
 * six. A cell is 0 for what separates words, EUP_FOLD_DROP for marks, an expansion, or the folded character. */

#define EUP_FOLD_N_PAGES 1024
#define EUP_FOLD_DROP 0xffff
#define EUP_FOLD_EXPANSION 0xf000
#define EUP_FOLD_EXPANSION_SIZE 8

/* By byte: the folded letter or digit; 0 what separates; 1 what begins a longer character. */
extern const guint8  eup_fold_ascii[256];

extern const guint8  eup_fold_pages[EUP_FOLD_N_PAGES];
extern const guint16 eup_fold_cells[][64];
extern const char    eup_fold_expansions[][EUP_FOLD_EXPANSION_SIZE];

G_END_DECLS
