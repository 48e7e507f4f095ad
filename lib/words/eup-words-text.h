/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "store/eup-store.h"

G_BEGIN_DECLS

/* Which texts of an entity are searched: those of the fields whose rows in the schema say so, and its id. */

typedef enum
{
  EUP_WORDS_TITLE = EUP_WORDS_IN_TITLE - 1,
  EUP_WORDS_SHORT = EUP_WORDS_IN_SHORT_TITLE - 1,
  EUP_WORDS_SUMMARY = EUP_WORDS_IN_SUMMARY - 1,
  EUP_WORDS_NOTES = EUP_WORDS_IN_NOTES - 1,
  EUP_N_WORDS_CLASSES
} EupWordsClass;

#define EUP_WORDS_WEIGHT_TITLE 4
#define EUP_WORDS_WEIGHT_SHORT 3
#define EUP_WORDS_WEIGHT_SUMMARY 2
#define EUP_WORDS_WEIGHT_NOTES 1

#define EUP_WORDS_MAX_TF 15

/* The frequencies of a word, four bits for each class, are worth at most 150. */
static inline guint
eup_words_weigh (guint16 tf)
{
  return (guint) (EUP_WORDS_WEIGHT_TITLE * (tf & 15) + EUP_WORDS_WEIGHT_SHORT * (tf >> 4 & 15)
                  + EUP_WORDS_WEIGHT_SUMMARY * (tf >> 8 & 15) + EUP_WORDS_WEIGHT_NOTES * (tf >> 12 & 15));
}

/* @language is NULL for names, references and ids. Returns FALSE to stop. */
typedef gboolean (*EupWordsTextFunc) (gpointer       data,
                                      EupWordsClass  klass,
                                      const char    *language,
                                      const char    *text);

void eup_words_each_text (const EupStore   *store,
                          EupTableKind      table,
                          guint32           row,
                          EupWordsTextFunc  func,
                          gpointer          data);

G_END_DECLS
