/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <eupolicy/eup-enums.h>

G_BEGIN_DECLS

/* A walk over the text of a reference, for the grammars of the schemes. Nothing is allocated unless there is an output. */
typedef struct
{
  const char *string;
  gsize       length;
  gsize       at;
  GString    *out; /* nullable */
  const char *problem;
  gsize       problem_at;
} EupScan;

typedef enum
{
  EUP_MATCH_NO,       /* the text is of another scheme */
  EUP_MATCH_YES,      /* it is of this one, and its normalised form is in the output */
  EUP_MATCH_MALFORMED /* it begins like this one, and the problem is set */
} EupMatch;

#define EUP_FIRST_YEAR 1952
#define EUP_LAST_YEAR 2199

static inline char
eup_scan_peek (const EupScan *scan)
{
  return scan->at < scan->length ? scan->string[scan->at] : '\0';
}

static inline gboolean
eup_scan_at_end (const EupScan *scan)
{
  return scan->at >= scan->length;
}

static inline gboolean
eup_scan_char (EupScan *scan,
               char     wanted)
{
  if (eup_scan_at_end (scan) || scan->string[scan->at] != wanted)
    return FALSE;
  scan->at++;
  return TRUE;
}

/* The bytes of a space that stands at a place, of those that people type and print; 0 for none. */
gsize    eup_scan_space_at  (const char  *string,
                             gsize        length,
                             gsize        at);
gboolean eup_scan_spaces    (EupScan     *scan);

/* A word in any case; it need not end there. */
gboolean eup_scan_word      (EupScan     *scan,
                             const char  *word);

/* Digits, of which there may be none; the number stops growing at a thousand million. Gives how many there were. */
guint    eup_scan_digits    (EupScan     *scan,
                             guint       *number);
guint    eup_scan_uppercase (EupScan     *scan);

EupMatch eup_scan_malformed (EupScan     *scan,
                             gsize        at,
                             const char  *problem);

/* YES at the end of the text, otherwise MALFORMED. */
EupMatch eup_scan_finish    (EupScan     *scan);

static inline gboolean
eup_scan_is_year (guint digits,
                  guint number)
{
  return digits == 4 && number >= EUP_FIRST_YEAR && number <= EUP_LAST_YEAR;
}

void     eup_scan_put       (EupScan     *scan,
                             const char  *text);
void     eup_scan_put_bytes (EupScan     *scan,
                             gsize        from,
                             gsize        to);
void     eup_scan_put_number (EupScan    *scan,
                              guint       number,
                              guint       width);

/* The grammars. */
EupMatch eup_reference_match_document  (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_procedure (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_celex     (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_act       (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_oj        (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_eli       (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_eurovoc   (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_wikidata  (EupScan *scan, EupReferenceScheme *scheme);
EupMatch eup_reference_match_uri       (EupScan *scan, EupReferenceScheme *scheme);

G_END_DECLS
