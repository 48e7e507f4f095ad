/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

/* Every field of every table: one row has all that hangs on a field, and everything else is read from the rows or made
 * of them at build time. The enumerations of field numbers, the specs and the orders are expansions of these lists.
 *
 *   ROW (constant, name, property, key, kind, predicate, since, description, ...)
 *
 * name:        what queries, has:, sort: and columns call it
 * property:    the settable GObject property; those of a text and of a relation have a second one (eup-entity.c)
 * key:         its member in JSON; rows stand in the order in which they are written
 * kind:        STRING, TEXT, DATE, PERIOD, INT, DOUBLE, STRINGS, ENUM (type), ENUM_FROM_1 (type), ONE (table),
 *              MANY (table), VALUE (table) or VALUES (table)
 * predicate:   its meaning in RDF, as a prefixed name of the JSON-LD context
 * description: a sentence for the JSON Schema, the field tables of the documentation and the property's blurb
 *
 * and what not every field has, as members of EupFieldSpec: .label (show prints the field after it; without one the
 * field has a place of its own there, or none), .words (how much a word in it counts; without it words are not
 * searched there), .aliases (further names after has: and sort:), .flags, .pattern. */

/* clang-format off */

/* Written first: what names an entity. */
#define EUP_COMMON_HEAD(ROW) \
  ROW (EUP_FIELD_TITLE, "title", "title", "title", TEXT, "dcterms:title", "1.0", \
       "The name of the entity.", .words = EUP_WORDS_IN_TITLE) \
  ROW (EUP_FIELD_SHORT_TITLE, "short-title", "short-title", "shortTitle", TEXT, "eup:shortTitle", "1.0", \
       "A shorter name for narrow places.", .words = EUP_WORDS_IN_SHORT_TITLE) \
  ROW (EUP_FIELD_OTHER_TITLES, "other-titles", "other-titles", "otherTitles", VALUES (TITLE), "eup:otherTitle", "1.0", \
       "Names that the entity has or had beside its title.", .words = EUP_WORDS_IN_SHORT_TITLE, .aliases = { "other-title" }) \
  ROW (EUP_FIELD_SUMMARY, "summary", "summary", "summary", TEXT, "dcterms:description", "1.0", \
       "What the entity is, in one or a few sentences.", .words = EUP_WORDS_IN_SUMMARY, .aliases = { "overview" }) \
  ROW (EUP_FIELD_NOTES, "notes", "notes", "notes", TEXT, "skos:note", "1.0", \
       "Remarks on the record, such as doubts about a claim.", .words = EUP_WORDS_IN_NOTES, .aliases = { "note" })

/* Written last: what backs it. */
#define EUP_COMMON_TAIL(ROW) \
  ROW (EUP_FIELD_REFERENCES, "references", "references", "references", STRINGS, "dcterms:identifier", "1.0", \
       "Official identifiers: document numbers, CELEX, procedures, acts, ELI, EuroVoc and others.", \
       .words = EUP_WORDS_IN_NOTES, .aliases = { "reference", "ref" }) \
  ROW (EUP_FIELD_LINKS, "links", "links", "links", VALUES (LINK), "eup:link", "1.0", \
       "Pages about the entity.", .aliases = { "link" }) \
  ROW (EUP_FIELD_FIGURES, "figures", "figures", "figures", VALUES (FIGURE), "eup:figure", "1.0", \
       "Numbers that belong to the entity.", .aliases = { "figure" }) \
  ROW (EUP_FIELD_TOPICS, "topics", "topic-ids", "topics", MANY (TOPIC), "dcterms:subject", "1.0", \
       "The topics that classify the entity.", .aliases = { "topic" }) \
  ROW (EUP_FIELD_SOURCES, "sources", "sources", "sources", VALUES (CITATION), "dcterms:source", "1.0", \
       "Where the claims of this record come from.", .aliases = { "source" }) \
  ROW (EUP_FIELD_CONFIDENCE, "confidence", "confidence", "confidence", ENUM (confidence), "eup:confidence", "1.0", \
       "How well the record is known.") \
  ROW (EUP_FIELD_VERIFIED, "verified", "verified", "verified", DATE, "eup:verified", "1.0", \
       "The day on which the record was last checked.")

#define EUP_MANDATE_ROWS(ROW) \
  ROW (EUP_MANDATE_PERIOD, "period", "period", "period", PERIOD, "eup:period", "1.0", \
       "The time in office.", .label = "In office") \
  ROW (EUP_MANDATE_PRESIDENT, "president", "president-id", "president", ONE (COMMISSIONER), "eup:president", "1.0", \
       "The Commissioner who presides.", .label = "President")

#define EUP_PRIORITY_ROWS(ROW) \
  ROW (EUP_PRIORITY_MANDATE, "mandate", "mandate-id", "mandate", ONE (MANDATE), "eup:mandate", "1.0", \
       "The mandate it belongs to.", .label = "Mandate", .flags = EUP_FIELD_BENEATH) \
  ROW (EUP_PRIORITY_POSITION, "position", "position", "position", INT, "eup:position", "1.0", \
       "Its place among the priorities of the mandate, from 1.") \
  ROW (EUP_PRIORITY_IN_CHARGE, "in-charge", "in-charge-ids", "inCharge", MANY (COMMISSIONER), "eup:inCharge", "1.0", \
       "The Commissioners in charge, in the order in which they are named.")

#define EUP_OBJECTIVE_ROWS(ROW) \
  ROW (EUP_OBJECTIVE_PRIORITY, "priority", "priority-id", "priority", ONE (PRIORITY), "eup:priority", "1.0", \
       "The priority it belongs to.", .label = "Priority", .flags = EUP_FIELD_REQUIRED | EUP_FIELD_BENEATH) \
  ROW (EUP_OBJECTIVE_POSITION, "position", "position", "position", INT, "eup:position", "1.0", \
       "Its place among the objectives of the priority, from 1.") \
  ROW (EUP_OBJECTIVE_PURPOSE, "purpose", "purpose", "purpose", TEXT, "eup:purpose", "1.0", \
       "What the objective is for.", .label = "Purpose")

#define EUP_INITIATIVE_ROWS(ROW) \
  ROW (EUP_INITIATIVE_OBJECTIVES, "objectives", "objective-ids", "objectives", MANY (OBJECTIVE), "eup:objective", "1.0", \
       "The objectives it serves.", .flags = EUP_FIELD_BENEATH, .aliases = { "objective" }) \
  ROW (EUP_INITIATIVE_PRIORITIES, "priorities", "priority-ids", "priorities", MANY (PRIORITY), "eup:priority", "1.0", \
       "The priorities it serves.", .flags = EUP_FIELD_BENEATH) \
  ROW (EUP_INITIATIVE_POSITION, "position", "position", "position", INT, "eup:position", "1.0", \
       "Its place on the page of the objective or priority, from 1.") \
  ROW (EUP_INITIATIVE_INSTRUMENT, "instrument", "instrument", "instrument", ENUM (instrument), "eup:instrument", "1.0", \
       "What kind of thing it is.", .label = "Form") \
  ROW (EUP_INITIATIVE_STATUS, "status", "stated-status", "status", ENUM (status), "eup:status", "1.0", \
       "Its stated status.") \
  ROW (EUP_INITIATIVE_STATUS_SINCE, "status-since", "status-since", "statusSince", DATE, "eup:statusSince", "1.0", \
       "Since when it has its stated status.") \
  ROW (EUP_INITIATIVE_LEADS, "leads", "lead-ids", "leads", MANY (COMMISSIONER), "eup:lead", "1.0", \
       "The Commissioners who lead it.", .aliases = { "lead" }) \
  ROW (EUP_INITIATIVE_PARENT, "parent", "parent-id", "parent", ONE (INITIATIVE), "dcterms:isPartOf", "1.0", \
       "The package it is a part of.", .label = "Part of", .flags = EUP_FIELD_BENEATH) \
  ROW (EUP_INITIATIVE_FULFILS, "fulfils", "fulfils-ids", "fulfils", MANY (INITIATIVE), "eup:fulfils", "1.0", \
       "The commitments that it fulfils.", .flags = EUP_FIELD_BENEATH) \
  ROW (EUP_INITIATIVE_REPLACES, "replaces", "replaces-ids", "replaces", MANY (INITIATIVE), "dcterms:replaces", "1.0", \
       "The initiatives that it replaces.") \
  ROW (EUP_INITIATIVE_AMENDS, "amends", "amends-ids", "amends", MANY (INITIATIVE), "eup:amends", "1.0", \
       "The initiatives that it amends.")

#define EUP_MILESTONE_ROWS(ROW) \
  ROW (EUP_MILESTONE_SUBJECT, "subject", "subject-id", "subject", ONE (ANY), "eup:subject", "1.0", \
       "The entity it is a step of.", .label = "Of", .flags = EUP_FIELD_REQUIRED | EUP_FIELD_BENEATH) \
  ROW (EUP_MILESTONE_POSITION, "position", "position", "position", INT, "eup:position", "1.0", \
       "Its place among the milestones of one date, from 1.") \
  ROW (EUP_MILESTONE_DATE, "date", "date", "date", DATE, "dcterms:date", "1.0", \
       "When it happened or is to happen.", .label = "Date") \
  ROW (EUP_MILESTONE_KIND, "kind", "kind", "kind", ENUM (milestone_kind), "eup:kind", "1.0", \
       "What happens.", .label = "Kind") \
  ROW (EUP_MILESTONE_ACTOR, "actor", "actor", "actor", ENUM (actor), "eup:actor", "1.0", \
       "Which institution acts.", .label = "By") \
  ROW (EUP_MILESTONE_STATE, "state", "stated-state", "state", ENUM (milestone_state), "eup:state", "1.0", \
       "Its stated state.") \
  ROW (EUP_MILESTONE_RESCHEDULED_TO, "rescheduled-to", "rescheduled-to-id", "rescheduledTo", ONE (MILESTONE), \
       "eup:rescheduledTo", "1.0", "The milestone to which it was moved.", .label = "Moved to") \
  ROW (EUP_MILESTONE_RESCHEDULED_BY, "rescheduled-by", "rescheduled-by-id", "rescheduledBy", ONE (INITIATIVE), \
       "eup:rescheduledBy", "1.0", "The initiative, an act as a rule, that moved it.", .label = "Moved by") \
  ROW (EUP_MILESTONE_RESCHEDULED_ON, "rescheduled-on", "rescheduled-on", "rescheduledOn", DATE, "eup:rescheduledOn", "1.0", \
       "When it became known that it was moved, or cancelled.", .label = "Known since") \
  ROW (EUP_MILESTONE_REFINES, "refines", "refines-id", "refines", ONE (MILESTONE), "eup:refines", "1.0", \
       "A coarser claim of the same event that this one makes finer.")

#define EUP_COMMISSIONER_ROWS(ROW) \
  ROW (EUP_COMMISSIONER_GIVEN_NAME, "given-name", "given-name", "givenName", STRING, "foaf:givenName", "1.0", \
       "Given name.", .words = EUP_WORDS_IN_SHORT_TITLE) \
  ROW (EUP_COMMISSIONER_FAMILY_NAME, "family-name", "family-name", "familyName", STRING, "foaf:familyName", "1.0", \
       "Family name.", .words = EUP_WORDS_IN_SHORT_TITLE) \
  ROW (EUP_COMMISSIONER_COUNTRY, "country", "country", "country", STRING, "eup:country", "1.0", \
       "The two-letter code of the European Union; Greece is EL.", .label = "Country", .flags = EUP_FIELD_INTERN, \
       .pattern = "^[A-Z]{2}$") \
  ROW (EUP_COMMISSIONER_TERMS, "terms", "terms", "terms", VALUES (TERM), "eup:term", "1.0", \
       "The offices held.", .aliases = { "term" })

#define EUP_TOPIC_ROWS(ROW) \
  ROW (EUP_TOPIC_BROADER, "broader", "broader-id", "broader", ONE (TOPIC), "skos:broader", "1.0", \
       "The broader topic.", .label = "Broader", .flags = EUP_FIELD_BENEATH) \
  ROW (EUP_TOPIC_SCHEME, "scheme", "scheme", "scheme", STRING, "skos:inScheme", "1.0", \
       "The vocabulary it is from.", .label = "Scheme", .flags = EUP_FIELD_INTERN)

/* Values. Words are searched in the texts of a value as the row of the entity's field says. */

#define EUP_FIGURE_ROWS(ROW) \
  ROW (EUP_FIGURE_VALUE, "value", "value", "value", DOUBLE, "schema:value", "1.0", \
       "The number itself, not scaled.", .flags = EUP_FIELD_REQUIRED) \
  ROW (EUP_FIGURE_UNIT, "unit", "unit", "unit", STRING, "schema:unitText", "1.0", \
       "%, a currency code such as EUR, or a noun such as rounds/year.", .flags = EUP_FIELD_INTERN) \
  ROW (EUP_FIGURE_QUALIFIER, "qualifier", "qualifier", "qualifier", ENUM (qualifier), "eup:qualifier", "1.0", \
       "Whether the value is exact, about, at least or at most.") \
  ROW (EUP_FIGURE_LABEL, "label", "label", "label", TEXT, "rdfs:label", "1.0", \
       "What the number counts.") \
  ROW (EUP_FIGURE_DATE, "date", "date", "date", DATE, "dcterms:date", "1.0", \
       "When it was observed, or for when it is meant.") \
  ROW (EUP_FIGURE_SOURCE, "source", "source", "source", VALUE (CITATION), "dcterms:source", "1.0", \
       "Where the number comes from.")

#define EUP_LINK_ROWS(ROW) \
  ROW (EUP_LINK_URI, "uri", "uri", "uri", STRING, "schema:url", "1.0", \
       "The address.", .flags = EUP_FIELD_IRI) \
  ROW (EUP_LINK_TITLE, "title", "title", "title", TEXT, "dcterms:title", "1.0", \
       "The title of the page.") \
  ROW (EUP_LINK_KIND, "kind", "kind", "kind", ENUM_FROM_1 (link_kind), "eup:kind", "1.0", \
       "What it is.") \
  ROW (EUP_LINK_DATE, "date", "date", "date", DATE, "dcterms:date", "1.0", \
       "When it was published.")

#define EUP_CITATION_ROWS(ROW) \
  ROW (EUP_CITATION_TITLE, "title", "title", "title", TEXT, "dcterms:title", "1.0", \
       "The name of the page or document.") \
  ROW (EUP_CITATION_URI, "uri", "uri", "uri", STRING, "schema:url", "1.0", \
       "Its address.", .flags = EUP_FIELD_IRI) \
  ROW (EUP_CITATION_DATE, "date", "date", "date", DATE, "dcterms:date", "1.0", \
       "When it was read.")

#define EUP_TERM_ROWS(ROW) \
  ROW (EUP_TERM_MANDATE, "mandate", "mandate-id", "mandate", ONE (MANDATE), "eup:mandate", "1.0", \
       "The mandate.") \
  ROW (EUP_TERM_ROLE, "role", "role", "role", TEXT, "eup:role", "1.0", \
       "The role, such as Executive Vice-President.") \
  ROW (EUP_TERM_PORTFOLIO, "portfolio", "portfolio", "portfolio", TEXT, "eup:portfolio", "1.0", \
       "The portfolio.") \
  ROW (EUP_TERM_PERIOD, "period", "period", "period", PERIOD, "eup:period", "1.0", \
       "When the office was held.") \
  ROW (EUP_TERM_PRIORITIES, "priorities", "priority-ids", "priorities", MANY (PRIORITY), "eup:priority", "1.0", \
       "The priorities that the Commissioner answers for.")

#define EUP_TITLE_ROWS(ROW) \
  ROW (EUP_TITLE_TEXT, "text", "text", "text", TEXT, "rdfs:label", "1.0", \
       "The name.", .flags = EUP_FIELD_REQUIRED) \
  ROW (EUP_TITLE_PERIOD, "period", "period", "period", PERIOD, "eup:period", "1.0", \
       "When it was in use.")

/* Every table: TYPE (constant, nick, the array of it in JSON, rows, title, description). The nick of an entity is its
 * type in files and queries. */
#define EUP_ENTITY_TABLES(TYPE) \
  TYPE (MANDATE, mandate, "mandates", EUP_MANDATE_ROWS, "Mandate", "A Commission and its time in office.") \
  TYPE (PRIORITY, priority, "priorities", EUP_PRIORITY_ROWS, "Priority", "A priority that a Commission set itself.") \
  TYPE (OBJECTIVE, objective, "objectives", EUP_OBJECTIVE_ROWS, "Objective", "An aim within a priority.") \
  TYPE (INITIATIVE, initiative, "initiatives", EUP_INITIATIVE_ROWS, "Initiative", \
        "A law, strategy, plan, promise or other step towards objectives.") \
  TYPE (MILESTONE, milestone, "milestones", EUP_MILESTONE_ROWS, "Milestone", "A dated step, reached or expected.") \
  TYPE (COMMISSIONER, commissioner, "commissioners", EUP_COMMISSIONER_ROWS, "Commissioner", "A member of the Commission.") \
  TYPE (TOPIC, topic, "topics", EUP_TOPIC_ROWS, "Topic", "A subject that classifies entities.")

/* Rows without an id, which belong to one field of one entity. */
#define EUP_VALUE_TABLES(TYPE) \
  TYPE (FIGURE, figure, NULL, EUP_FIGURE_ROWS, "Figure", "A number with its unit and what it says.") \
  TYPE (LINK, link, NULL, EUP_LINK_ROWS, "Link", "A page about an entity. The address may be unknown.") \
  TYPE (CITATION, citation, NULL, EUP_CITATION_ROWS, "Citation", \
        "A source: its title, its address and the day on which it was read.") \
  TYPE (TERM, term, NULL, EUP_TERM_ROWS, "Term", "The office of a Commissioner during a mandate.") \
  TYPE (TITLE, title, NULL, EUP_TITLE_ROWS, "Other title", "A further name, and when it was in use.")

/* clang-format on */
