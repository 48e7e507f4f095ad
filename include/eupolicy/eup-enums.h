/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <glib.h>

G_BEGIN_DECLS

/**
 * EupPrecision:
 * @EUP_PRECISION_DECADE: known to the decade, such as `202X`
 * @EUP_PRECISION_YEAR: known to the year
 * @EUP_PRECISION_QUARTER: known to the quarter of a year
 * @EUP_PRECISION_MONTH: known to the month
 * @EUP_PRECISION_DAY: known to the day
 *
 * How precisely a [struct@Date] is known.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_PRECISION_DECADE  = 0,
  EUP_PRECISION_YEAR    = 1,
  EUP_PRECISION_QUARTER = 2,
  EUP_PRECISION_MONTH   = 3,
  EUP_PRECISION_DAY     = 4
} EupPrecision;

/**
 * EupQualifier:
 * @EUP_QUALIFIER_EXACT: as it stands
 * @EUP_QUALIFIER_ABOUT: approximately
 * @EUP_QUALIFIER_AT_LEAST: this or more
 * @EUP_QUALIFIER_AT_MOST: this or less
 *
 * How a figure is to be read.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_QUALIFIER_EXACT    = 0,
  EUP_QUALIFIER_ABOUT    = 1,
  EUP_QUALIFIER_AT_LEAST = 2,
  EUP_QUALIFIER_AT_MOST  = 3
} EupQualifier;

/**
 * EupReferenceScheme:
 * @EUP_REFERENCE_SCHEME_COM: a document of the Commission, `COM(2025) 148`
 * @EUP_REFERENCE_SCHEME_JOIN: a joint document of the Commission and the High Representative, `JOIN(2025) 130`
 * @EUP_REFERENCE_SCHEME_SWD: a staff working document, `SWD(2025) 57`
 * @EUP_REFERENCE_SCHEME_SEC: a document of the Secretariat-General, `SEC(2024) 12`
 * @EUP_REFERENCE_SCHEME_C: a decision or other act of the Commission, `C(2025) 1000`
 * @EUP_REFERENCE_SCHEME_CELEX: a CELEX number of EUR-Lex, `52025DC0148`
 * @EUP_REFERENCE_SCHEME_ELI: a European Legislation Identifier, an address under `data.europa.eu/eli`
 * @EUP_REFERENCE_SCHEME_OJ: a place in the Official Journal, `OJ L, 2025/1106, 28.5.2025`
 * @EUP_REFERENCE_SCHEME_ACT: an act by its official number, `Regulation (EU) 2025/1106`
 * @EUP_REFERENCE_SCHEME_PROCEDURE: a legislative procedure, `2025/0101(COD)`
 * @EUP_REFERENCE_SCHEME_EUROVOC: a concept of the EuroVoc thesaurus, by its address
 * @EUP_REFERENCE_SCHEME_WIKIDATA: an item of Wikidata, `Q42`
 * @EUP_REFERENCE_SCHEME_URI: any other address
 * @EUP_REFERENCE_SCHEME_OTHER: none of the known schemes; kept as it is
 *
 * The scheme that an official identifier belongs to.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_REFERENCE_SCHEME_COM       = 0,
  EUP_REFERENCE_SCHEME_JOIN      = 1,
  EUP_REFERENCE_SCHEME_SWD       = 2,
  EUP_REFERENCE_SCHEME_SEC       = 3,
  EUP_REFERENCE_SCHEME_C         = 4,
  EUP_REFERENCE_SCHEME_CELEX     = 5,
  EUP_REFERENCE_SCHEME_ELI       = 6,
  EUP_REFERENCE_SCHEME_OJ        = 7,
  EUP_REFERENCE_SCHEME_ACT       = 8,
  EUP_REFERENCE_SCHEME_PROCEDURE = 9,
  EUP_REFERENCE_SCHEME_EUROVOC   = 10,
  EUP_REFERENCE_SCHEME_WIKIDATA  = 11,
  EUP_REFERENCE_SCHEME_URI       = 12,
  EUP_REFERENCE_SCHEME_OTHER     = 13
} EupReferenceScheme;

/**
 * EupLinkKind:
 * @EUP_LINK_KIND_ARTICLE: an article
 * @EUP_LINK_KIND_NEWS: a news item
 * @EUP_LINK_KIND_SPOTLIGHT: a page that is put into the spotlight
 * @EUP_LINK_KIND_PRESS_RELEASE: a press release
 * @EUP_LINK_KIND_FACTSHEET: a factsheet
 * @EUP_LINK_KIND_MEDIA: a picture, a film or a sound
 * @EUP_LINK_KIND_DOCUMENT: a document
 * @EUP_LINK_KIND_OTHER: something else
 *
 * What stands behind a [class@Link].
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_LINK_KIND_ARTICLE       = 0,
  EUP_LINK_KIND_NEWS          = 1,
  EUP_LINK_KIND_SPOTLIGHT     = 2,
  EUP_LINK_KIND_PRESS_RELEASE = 3,
  EUP_LINK_KIND_FACTSHEET     = 4,
  EUP_LINK_KIND_MEDIA         = 5,
  EUP_LINK_KIND_DOCUMENT      = 6,
  EUP_LINK_KIND_OTHER         = 7
} EupLinkKind;

/**
 * EupConfidence:
 * @EUP_CONFIDENCE_UNKNOWN: nothing is said about it
 * @EUP_CONFIDENCE_STATED: an official source states it
 * @EUP_CONFIDENCE_REPORTED: others report it, or it was inferred from what is stated
 * @EUP_CONFIDENCE_UNVERIFIED: it was not checked
 *
 * How well the data of an entity are known.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_CONFIDENCE_UNKNOWN    = 0,
  EUP_CONFIDENCE_STATED     = 1,
  EUP_CONFIDENCE_REPORTED   = 2,
  EUP_CONFIDENCE_UNVERIFIED = 3
} EupConfidence;

/**
 * EupStatus:
 * @EUP_STATUS_UNKNOWN: nothing is known
 * @EUP_STATUS_ANNOUNCED: it was announced, or is being prepared
 * @EUP_STATUS_PROPOSED: the proposal is on the table
 * @EUP_STATUS_NEGOTIATING: the co-legislators have taken positions and negotiate
 * @EUP_STATUS_AGREED: there is a political agreement
 * @EUP_STATUS_ADOPTED: it was adopted
 * @EUP_STATUS_IN_FORCE: it is in force
 * @EUP_STATUS_APPLIED: it applies
 * @EUP_STATUS_ONGOING: it was launched and goes on
 * @EUP_STATUS_COMPLETED: it was carried out
 * @EUP_STATUS_ON_HOLD: it does not move
 * @EUP_STATUS_WITHDRAWN: it was withdrawn
 * @EUP_STATUS_EXPIRED: its time is over
 *
 * How far an initiative has come.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_STATUS_UNKNOWN     = 0,
  EUP_STATUS_ANNOUNCED   = 1,
  EUP_STATUS_PROPOSED    = 2,
  EUP_STATUS_NEGOTIATING = 3,
  EUP_STATUS_AGREED      = 4,
  EUP_STATUS_ADOPTED     = 5,
  EUP_STATUS_IN_FORCE    = 6,
  EUP_STATUS_APPLIED     = 7,
  EUP_STATUS_ONGOING     = 8,
  EUP_STATUS_COMPLETED   = 9,
  EUP_STATUS_ON_HOLD     = 10,
  EUP_STATUS_WITHDRAWN   = 11,
  EUP_STATUS_EXPIRED     = 12
} EupStatus;

/**
 * EupInstrument:
 * @EUP_INSTRUMENT_UNKNOWN: nothing is known
 * @EUP_INSTRUMENT_COMMITMENT: a promise, as it was given
 * @EUP_INSTRUMENT_STRATEGY: a strategy
 * @EUP_INSTRUMENT_ACTION_PLAN: an action plan or a roadmap
 * @EUP_INSTRUMENT_COMMUNICATION: a communication
 * @EUP_INSTRUMENT_WHITE_PAPER: a white paper
 * @EUP_INSTRUMENT_REGULATION: a regulation
 * @EUP_INSTRUMENT_DIRECTIVE: a directive
 * @EUP_INSTRUMENT_DECISION: a decision
 * @EUP_INSTRUMENT_ACT: a legislative act whose form is not known or not one
 * @EUP_INSTRUMENT_RECOMMENDATION: a recommendation
 * @EUP_INSTRUMENT_AGREEMENT: an agreement
 * @EUP_INSTRUMENT_DECLARATION: a declaration
 * @EUP_INSTRUMENT_PROGRAMME: a programme
 * @EUP_INSTRUMENT_FUND: a fund
 * @EUP_INSTRUMENT_BODY: an agency, authority or other body
 * @EUP_INSTRUMENT_PARTNERSHIP: a partnership or an alliance
 * @EUP_INSTRUMENT_CODE: a code of conduct or of practice
 * @EUP_INSTRUMENT_PACKAGE: a package of several initiatives
 * @EUP_INSTRUMENT_SYSTEM: an information system
 * @EUP_INSTRUMENT_OTHER: something else
 *
 * The form that an initiative takes.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_INSTRUMENT_UNKNOWN        = 0,
  EUP_INSTRUMENT_COMMITMENT     = 1,
  EUP_INSTRUMENT_STRATEGY       = 2,
  EUP_INSTRUMENT_ACTION_PLAN    = 3,
  EUP_INSTRUMENT_COMMUNICATION  = 4,
  EUP_INSTRUMENT_WHITE_PAPER    = 5,
  EUP_INSTRUMENT_REGULATION     = 6,
  EUP_INSTRUMENT_DIRECTIVE      = 7,
  EUP_INSTRUMENT_DECISION       = 8,
  EUP_INSTRUMENT_ACT            = 9,
  EUP_INSTRUMENT_RECOMMENDATION = 10,
  EUP_INSTRUMENT_AGREEMENT      = 11,
  EUP_INSTRUMENT_DECLARATION    = 12,
  EUP_INSTRUMENT_PROGRAMME      = 13,
  EUP_INSTRUMENT_FUND           = 14,
  EUP_INSTRUMENT_BODY           = 15,
  EUP_INSTRUMENT_PARTNERSHIP    = 16,
  EUP_INSTRUMENT_CODE           = 17,
  EUP_INSTRUMENT_PACKAGE        = 18,
  EUP_INSTRUMENT_SYSTEM         = 19,
  EUP_INSTRUMENT_OTHER          = 20
} EupInstrument;

/**
 * EupMilestoneKind:
 * @EUP_MILESTONE_KIND_UNKNOWN: nothing is known
 * @EUP_MILESTONE_KIND_ANNOUNCED: the initiative is announced
 * @EUP_MILESTONE_KIND_CONSULTATION: a consultation runs
 * @EUP_MILESTONE_KIND_PROPOSED: the proposal is made
 * @EUP_MILESTONE_KIND_POSITION: an institution takes its position for the negotiations
 * @EUP_MILESTONE_KIND_AGREED: the co-legislators agree
 * @EUP_MILESTONE_KIND_ADOPTED: an institution adopts it
 * @EUP_MILESTONE_KIND_ENDORSED: an institution endorses it
 * @EUP_MILESTONE_KIND_SIGNED: it is signed
 * @EUP_MILESTONE_KIND_PUBLISHED: it is published in the Official Journal
 * @EUP_MILESTONE_KIND_IN_FORCE: it enters into force
 * @EUP_MILESTONE_KIND_PARTLY_APPLIED: parts of it begin to apply
 * @EUP_MILESTONE_KIND_APPLIED: it begins to apply
 * @EUP_MILESTONE_KIND_TRANSPOSITION_DUE: the Member States must have transposed it
 * @EUP_MILESTONE_KIND_LAUNCHED: it starts to work
 * @EUP_MILESTONE_KIND_REPORTED: a report is made
 * @EUP_MILESTONE_KIND_TARGET: a target is to be reached
 * @EUP_MILESTONE_KIND_WITHDRAWN: it is withdrawn
 * @EUP_MILESTONE_KIND_EXPIRED: it ends
 * @EUP_MILESTONE_KIND_EVENT: something else happens
 * @EUP_MILESTONE_KIND_REFERRED: it is referred to the committee that prepares Parliament's position
 * @EUP_MILESTONE_KIND_DEBATED: an institution debates it
 * @EUP_MILESTONE_KIND_VOTED: a committee or an institution votes, and nothing is adopted by it
 * @EUP_MILESTONE_KIND_NEGOTIATED: the co-legislators negotiate
 * @EUP_MILESTONE_KIND_OPINION: a body gives its opinion
 *
 * What happens at a milestone.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_MILESTONE_KIND_UNKNOWN           = 0,
  EUP_MILESTONE_KIND_ANNOUNCED         = 1,
  EUP_MILESTONE_KIND_CONSULTATION      = 2,
  EUP_MILESTONE_KIND_PROPOSED          = 3,
  EUP_MILESTONE_KIND_POSITION          = 4,
  EUP_MILESTONE_KIND_AGREED            = 5,
  EUP_MILESTONE_KIND_ADOPTED           = 6,
  EUP_MILESTONE_KIND_ENDORSED          = 7,
  EUP_MILESTONE_KIND_SIGNED            = 8,
  EUP_MILESTONE_KIND_PUBLISHED         = 9,
  EUP_MILESTONE_KIND_IN_FORCE          = 10,
  EUP_MILESTONE_KIND_PARTLY_APPLIED    = 11,
  EUP_MILESTONE_KIND_APPLIED           = 12,
  EUP_MILESTONE_KIND_TRANSPOSITION_DUE = 13,
  EUP_MILESTONE_KIND_LAUNCHED          = 14,
  EUP_MILESTONE_KIND_REPORTED          = 15,
  EUP_MILESTONE_KIND_TARGET            = 16,
  EUP_MILESTONE_KIND_WITHDRAWN         = 17,
  EUP_MILESTONE_KIND_EXPIRED           = 18,
  EUP_MILESTONE_KIND_EVENT             = 19,
  EUP_MILESTONE_KIND_REFERRED          = 20,
  EUP_MILESTONE_KIND_DEBATED           = 21,
  EUP_MILESTONE_KIND_VOTED             = 22,
  EUP_MILESTONE_KIND_NEGOTIATED        = 23,
  EUP_MILESTONE_KIND_OPINION           = 24
} EupMilestoneKind;

/**
 * EupActor:
 * @EUP_ACTOR_UNKNOWN: nothing is known
 * @EUP_ACTOR_COMMISSION: the Commission
 * @EUP_ACTOR_PARLIAMENT: the European Parliament
 * @EUP_ACTOR_COUNCIL: the Council of the European Union
 * @EUP_ACTOR_EUROPEAN_COUNCIL: the European Council
 * @EUP_ACTOR_CO_LEGISLATORS: Parliament and Council together
 * @EUP_ACTOR_MEMBER_STATES: the Member States
 * @EUP_ACTOR_AGENCY: an agency of the Union
 * @EUP_ACTOR_OTHER: somebody else
 *
 * Who acts at a milestone. A vote of the Parliament alone makes no act adopted.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_ACTOR_UNKNOWN          = 0,
  EUP_ACTOR_COMMISSION       = 1,
  EUP_ACTOR_PARLIAMENT       = 2,
  EUP_ACTOR_COUNCIL          = 3,
  EUP_ACTOR_EUROPEAN_COUNCIL = 4,
  EUP_ACTOR_CO_LEGISLATORS   = 5,
  EUP_ACTOR_MEMBER_STATES    = 6,
  EUP_ACTOR_AGENCY           = 7,
  EUP_ACTOR_OTHER            = 8
} EupActor;

/**
 * EupMilestoneState:
 * @EUP_MILESTONE_STATE_UNKNOWN: nothing is known
 * @EUP_MILESTONE_STATE_EXPECTED: it lies ahead
 * @EUP_MILESTONE_STATE_REACHED: it was reached
 * @EUP_MILESTONE_STATE_MISSED: the day passed, and a source says that it was not met; this is only ever stated
 * @EUP_MILESTONE_STATE_RESCHEDULED: it was moved to another date
 * @EUP_MILESTONE_STATE_CANCELLED: the plan was given up; this is only ever stated
 *
 * What became of a milestone.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_MILESTONE_STATE_UNKNOWN     = 0,
  EUP_MILESTONE_STATE_EXPECTED    = 1,
  EUP_MILESTONE_STATE_REACHED     = 2,
  EUP_MILESTONE_STATE_MISSED      = 3,
  EUP_MILESTONE_STATE_RESCHEDULED = 4,
  EUP_MILESTONE_STATE_CANCELLED   = 5
} EupMilestoneState;

/**
 * EupVerdict:
 * @EUP_VERDICT_UNKNOWN: nothing is known
 * @EUP_VERDICT_PENDING: there is time left
 * @EUP_VERDICT_KEPT: it was delivered in time
 * @EUP_VERDICT_KEPT_LATE: it was delivered, later than first promised
 * @EUP_VERDICT_LATE: it is not delivered, and a date has slipped or passed
 * @EUP_VERDICT_DROPPED: it was withdrawn, has expired undelivered, or its plans were given up
 *
 * What became of a promise.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_VERDICT_UNKNOWN   = 0,
  EUP_VERDICT_PENDING   = 1,
  EUP_VERDICT_KEPT      = 2,
  EUP_VERDICT_KEPT_LATE = 3,
  EUP_VERDICT_LATE      = 4,
  EUP_VERDICT_DROPPED   = 5
} EupVerdict;

/**
 * EupFormat:
 * @EUP_FORMAT_AUTO: to read, by the first bytes or else the name of the file; to write, by its name
 * @EUP_FORMAT_JSON: JSON, `.json`
 * @EUP_FORMAT_JSON_LINES: JSON Lines, `.jsonl`: an entity a line
 * @EUP_FORMAT_SNAPSHOT: a compiled catalog, `.eup`
 * @EUP_FORMAT_TURTLE: RDF as Turtle, `.ttl`
 * @EUP_FORMAT_CSV: comma-separated values, `.csv`
 * @EUP_FORMAT_ICALENDAR: iCalendar, `.ics`
 * @EUP_FORMAT_ATOM: an Atom feed, `.atom`
 * @EUP_FORMAT_POPOLO: Popolo JSON, for people and posts
 *
 * The formats that catalogs are read from and written to.
 *
 * [func@Format.can_read] and [func@Format.can_write] tell which of them a build of the library has.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_FORMAT_AUTO       = 0,
  EUP_FORMAT_JSON       = 1,
  EUP_FORMAT_JSON_LINES = 2,
  EUP_FORMAT_SNAPSHOT   = 3,
  EUP_FORMAT_TURTLE     = 4,
  EUP_FORMAT_CSV        = 5,
  EUP_FORMAT_ICALENDAR  = 6,
  EUP_FORMAT_ATOM       = 7,
  EUP_FORMAT_POPOLO     = 8
} EupFormat;

/**
 * EupSeverity:
 * @EUP_SEVERITY_ERROR: something is wrong, and what was meant cannot be known
 * @EUP_SEVERITY_WARNING: something is probably wrong
 * @EUP_SEVERITY_INFO: something that is worth knowing
 *
 * How serious an [class@Issue] is.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_SEVERITY_ERROR   = 0,
  EUP_SEVERITY_WARNING = 1,
  EUP_SEVERITY_INFO    = 2
} EupSeverity;

/**
 * EupMergeFlags:
 * @EUP_MERGE_FLAGS_NONE: conflicts are reported and left alone
 * @EUP_MERGE_FLAGS_PREFER_OURS: our side wins
 * @EUP_MERGE_FLAGS_PREFER_THEIRS: their side wins
 *
 * How a merge settles conflicts.
 *
 * Since: 1.0
 */
typedef enum /*< flags >*/
{
  EUP_MERGE_FLAGS_NONE          = 0,
  EUP_MERGE_FLAGS_PREFER_OURS   = 1 << 0,
  EUP_MERGE_FLAGS_PREFER_THEIRS = 1 << 1
} EupMergeFlags;

/**
 * EupChangeKind:
 * @EUP_CHANGE_KIND_ADDED: the entity is added
 * @EUP_CHANGE_KIND_REMOVED: the entity is removed
 * @EUP_CHANGE_KIND_MODIFIED: a field gets another value
 * @EUP_CHANGE_KIND_CONFLICT: both sides changed a field, and differently
 *
 * What a change does to an entity.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_CHANGE_KIND_ADDED    = 0,
  EUP_CHANGE_KIND_REMOVED  = 1,
  EUP_CHANGE_KIND_MODIFIED = 2,
  EUP_CHANGE_KIND_CONFLICT = 3
} EupChangeKind;

/**
 * EupOperator:
 * @EUP_OPERATOR_IS: the field has this value; a date lies within it
 * @EUP_OPERATOR_IS_NOT: the field does not have this value
 * @EUP_OPERATOR_LESS: the field lies wholly before the value
 * @EUP_OPERATOR_AT_MOST: the field ends no later than the value does
 * @EUP_OPERATOR_GREATER: the field lies wholly after the value
 * @EUP_OPERATOR_AT_LEAST: the field begins no earlier than the value does
 * @EUP_OPERATOR_CONTAINS: the text holds the value, case and accents apart
 * @EUP_OPERATOR_HAS: the field of that name is not empty
 *
 * How a field is compared with a value in a query.
 *
 * Since: 1.0
 */
typedef enum
{
  EUP_OPERATOR_IS       = 0,
  EUP_OPERATOR_IS_NOT   = 1,
  EUP_OPERATOR_LESS     = 2,
  EUP_OPERATOR_AT_MOST  = 3,
  EUP_OPERATOR_GREATER  = 4,
  EUP_OPERATOR_AT_LEAST = 5,
  EUP_OPERATOR_CONTAINS = 6,
  EUP_OPERATOR_HAS      = 7
} EupOperator;

G_END_DECLS
