/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages of the Union that labels are kept in, besides English. */
typedef enum
{
  EUP_LANGUAGE_BG,
  EUP_LANGUAGE_CS,
  EUP_LANGUAGE_DA,
  EUP_LANGUAGE_DE,
  EUP_LANGUAGE_EL,
  EUP_LANGUAGE_ES,
  EUP_LANGUAGE_ET,
  EUP_LANGUAGE_FI,
  EUP_LANGUAGE_FR,
  EUP_LANGUAGE_GA,
  EUP_LANGUAGE_HR,
  EUP_LANGUAGE_HU,
  EUP_LANGUAGE_IT,
  EUP_LANGUAGE_LT,
  EUP_LANGUAGE_LV,
  EUP_LANGUAGE_MT,
  EUP_LANGUAGE_NL,
  EUP_LANGUAGE_PL,
  EUP_LANGUAGE_PT,
  EUP_LANGUAGE_RO,
  EUP_LANGUAGE_SK,
  EUP_LANGUAGE_SL,
  EUP_LANGUAGE_SV,
  EUP_N_LANGUAGES
} EupLanguage;

/* -1 for English and for what is none of them. */
int eup_language_index (const char *tag);

/* Rows by EupLanguage, of as many labels as the enumeration has values; NULL is English. */
extern const char * const eup_labels_status[EUP_N_LANGUAGES][13];
extern const char * const eup_labels_instrument[EUP_N_LANGUAGES][21];
extern const char * const eup_labels_milestone_kind[EUP_N_LANGUAGES][25];
extern const char * const eup_labels_milestone_state[EUP_N_LANGUAGES][6];
extern const char * const eup_labels_verdict[EUP_N_LANGUAGES][6];
extern const char * const eup_labels_actor[EUP_N_LANGUAGES][9];
extern const char * const eup_labels_confidence[EUP_N_LANGUAGES][4];

G_END_DECLS
