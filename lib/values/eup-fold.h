/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folding: what is left of a text when case and accents do not matter. It serves all languages of the Union at once:
 * Latin letters lose their marks and strokes, ligatures and sharp s are written out, Greek loses tonos, dialytika and
 * the final sigma, Cyrillic its case and its accents (the short i stays a letter). Other scripts keep their letters. */

/* Room for a folded word and its NUL. What is longer is cut at a character, in indexes and in queries alike. */
#define EUP_WORD_SIZE 64

/* Writes the folded text, at most @length bytes and without a NUL, and returns how many bytes it has. What is no letter
 * or digit stays as it is; marks are dropped. Bytes that are no UTF-8 stay too. @out may be @utf8. */
gsize    eup_fold          (const char  *utf8,
                            gsize        length,
                            char        *out);
char    *eup_fold_dup      (const char  *utf8,
                            gssize       length);

/* The next word from *@cursor on: a run of letters and digits, with the marks and soft hyphens among them. Everything
 * else separates: hyphens, apostrophes, slashes, full stops. So "l'Union" is two words, and "COM(2025) 148" three.
 * Returns the length of the folded word in @word, or 0 at the end. @start (nullable) is where it began; *@cursor is
 * where it ended. */
gsize    eup_words_next    (const char **cursor,
                            const char  *end,
                            char         word[EUP_WORD_SIZE],
                            const char **start);

G_END_DECLS
