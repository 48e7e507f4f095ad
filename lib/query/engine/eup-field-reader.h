/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "domain/eup-derived.h"
#include "domain/eup-numbers.h"
#include "query/language/eup-query-fields.h"
#include "query/language/eup-query-properties.h"
#include "words/eup-work.h"

G_BEGIN_DECLS

/* What the fields of a query mean on an entity of each type. Filters, posting lists, counts, columns and orders all read
 * entities through this, so a value that is counted is one that a query finds. */

typedef struct
{
  EupStore         *store;
  guint32           as_of;   /* in days since 0001-01-01 */
  const EupDerived *derived; /* as of that day; NULL: the store's own, fetched when needed */
  EupWork          *work;    /* NULL except where a question is answered */
} EupFieldReader;

/* Each of these fields has as many of its values as there are bits set; none where it means nothing: STATUS, INSTRUMENT,
 * VERDICT, KIND, ACTOR, STATE, LEGISLATIVE (bit 0 or 1), CONFIDENCE, TYPE. */
guint64     eup_field_reader_enums        (const EupFieldReader *reader,
                                           EupQueryField   field,
                                           EupTableKind    table,
                                           guint32         row);

/* LEAD, TOPIC, MANDATE, PRIORITY, OBJECTIVE, INITIATIVE: the entities; REF: those whose references count for this one. */
void        eup_field_reader_numbers      (const EupFieldReader *reader,
                                           EupQueryField   field,
                                           EupTableKind    table,
                                           guint32         row,
                                           EupNumbers     *numbers);

/* The same by which it is counted: of topics those that are named, without broader ones. */
void        eup_field_reader_named        (const EupFieldReader *reader,
                                    EupQueryField   field,
                                    EupTableKind    table,
                                    guint32         row,
                                    EupNumbers     *numbers);

/* The milestones of which one has to fit a condition on milestones. */
void        eup_field_reader_milestones   (const EupFieldReader *reader,
                                    EupTableKind    table,
                                    guint32         row,
                                    EupNumbers     *milestones);

/* SLIPPAGE, POSITION. FALSE where it means nothing, or there is none. */
gboolean    eup_field_reader_integer      (const EupFieldReader *reader,
                                    EupQueryField   field,
                                    EupTableKind    table,
                                    guint32         row,
                                    gint64         *integer);

/* The entities of any type that the number is found for. */
void        eup_field_reader_bearers      (const EupFieldReader *reader,
                                           EupQueryField   field,
                                           EupNumber       number,
                                           EupNumbers     *bearers);

/* References of strings, which may name one country several times. */
void        eup_field_reader_countries    (const EupFieldReader *reader,
                                           EupTableKind    table,
                                           guint32         row,
                                           EupNumbers     *strings);

/* Dates lie within the days, periods overlap them. */
gboolean    eup_field_reader_date_within  (const EupFieldReader *reader,
                                           EupTableKind    table,
                                           guint32         row,
                                           guint32         first_day,
                                           guint32         last_day);

/* The one date to sort and group by, or 0. */
guint32     eup_field_reader_date         (const EupFieldReader *reader,
                                           EupTableKind    table,
                                           guint32         row);
gboolean    eup_field_reader_is           (const EupFieldReader *reader,
                                           EupQueryFlag    flag,
                                           EupTableKind    table,
                                           guint32         row);
gboolean    eup_field_reader_has          (const EupFieldReader *reader,
                                           const EupQueryProperty *property,
                                           const char     *language,
                                           EupTableKind    table,
                                           guint32         row);

guint8      eup_field_reader_status       (const EupFieldReader *reader,
                                           guint32         initiative_row);
guint32     eup_field_reader_latest_date  (const EupFieldReader *reader,
                                           guint32         initiative_row);
EupNumber   eup_field_reader_next_milestone (const EupFieldReader *reader,
                                             guint32       initiative_row);

/* The title for a reader of those languages; @buffer is used if it has to be put together. Nullable. */
const char *eup_field_reader_title        (const EupStore *store,
                                           EupTableKind    table,
                                           guint32         row,
                                           const char * const *languages,
                                           GString        *buffer);

/* Whether the language that a text is in belongs to those that were asked for: "fr" takes "fr-BE" in, and "fr-BE" takes "fr". */
gboolean    eup_field_reader_language_is_in (const char   *language,
                                             char        **languages);

static inline EupNumber
eup_field_reader_subject (const EupFieldReader *reader,
                          guint32         milestone_row,
                          EupTableKind   *table,
                          guint32        *row)
{
  EupNumber subject = eup_store_get (reader->store, EUP_TABLE_MILESTONE, milestone_row, EUP_MILESTONE_SUBJECT);

  return eup_store_home (reader->store, subject, table, row) ? subject : 0;
}

G_END_DECLS
