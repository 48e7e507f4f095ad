/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-list.h>
#include <eupolicy/eup-text.h>

#include "model/entity/eup-entity-private.h"

/* The accessors of the fields that every entity has. */

/**
 * eup_entity_get_title: (get-property title)
 * @self: an entity
 *
 * Gets the title.
 *
 * That of a Commissioner is the full name, unless another is stated.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string in the language that suits the reader
 *
 * Since: 1.0
 */
const char *
eup_entity_get_title (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_display_title (self);
}

/**
 * eup_entity_set_title: (set-property title)
 * @self: an entity
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the title, in the catalog's language.
 *
 * Other languages stay as they are.
 *
 * Since: 1.0
 */
void
eup_entity_set_title (EupEntity *self,
                      const char *string)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_best (self, EUP_FIELD_TITLE, string);
}

/**
 * EupEntity:title-text:
 *
 * The title that is stated, in all its languages.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_title_text: (get-property title-text)
 * @self: an entity
 *
 * Gets the title that is stated, in all its languages.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the text
 *
 * Since: 1.0
 */
EupText *
eup_entity_get_title_text (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_text (self, EUP_FIELD_TITLE);
}

/**
 * eup_entity_set_title_text: (set-property title-text)
 * @self: an entity
 * @text: (nullable): the text, or %NULL for none
 *
 * Sets the title that is stated, in all its languages.
 *
 * Since: 1.0
 */
void
eup_entity_set_title_text (EupEntity *self,
                           EupText *text)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_text (self, EUP_FIELD_TITLE, text);
}

/**
 * EupEntity:short-title:
 *
 * The short title.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_short_title: (get-property short-title)
 * @self: an entity
 *
 * Gets the short title.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string in the language that suits the reader
 *
 * Since: 1.0
 */
const char *
eup_entity_get_short_title (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_best (self, EUP_FIELD_SHORT_TITLE);
}

/**
 * eup_entity_set_short_title: (set-property short-title)
 * @self: an entity
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the short title, in the catalog's language.
 *
 * Other languages stay as they are.
 *
 * Since: 1.0
 */
void
eup_entity_set_short_title (EupEntity *self,
                            const char *string)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_best (self, EUP_FIELD_SHORT_TITLE, string);
}

/**
 * EupEntity:short-title-text:
 *
 * The short title, in all its languages.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_short_title_text: (get-property short-title-text)
 * @self: an entity
 *
 * Gets the short title, in all its languages.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the text
 *
 * Since: 1.0
 */
EupText *
eup_entity_get_short_title_text (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_text (self, EUP_FIELD_SHORT_TITLE);
}

/**
 * eup_entity_set_short_title_text: (set-property short-title-text)
 * @self: an entity
 * @text: (nullable): the text, or %NULL for none
 *
 * Sets the short title, in all its languages.
 *
 * Since: 1.0
 */
void
eup_entity_set_short_title_text (EupEntity *self,
                                 EupText *text)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_text (self, EUP_FIELD_SHORT_TITLE, text);
}

/**
 * EupEntity:summary:
 *
 * The summary.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_summary: (get-property summary)
 * @self: an entity
 *
 * Gets the summary.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string in the language that suits the reader
 *
 * Since: 1.0
 */
const char *
eup_entity_get_summary (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_best (self, EUP_FIELD_SUMMARY);
}

/**
 * eup_entity_set_summary: (set-property summary)
 * @self: an entity
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the summary, in the catalog's language.
 *
 * Other languages stay as they are.
 *
 * Since: 1.0
 */
void
eup_entity_set_summary (EupEntity *self,
                        const char *string)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_best (self, EUP_FIELD_SUMMARY, string);
}

/**
 * EupEntity:summary-text:
 *
 * The summary, in all its languages.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_summary_text: (get-property summary-text)
 * @self: an entity
 *
 * Gets the summary, in all its languages.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the text
 *
 * Since: 1.0
 */
EupText *
eup_entity_get_summary_text (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_text (self, EUP_FIELD_SUMMARY);
}

/**
 * eup_entity_set_summary_text: (set-property summary-text)
 * @self: an entity
 * @text: (nullable): the text, or %NULL for none
 *
 * Sets the summary, in all its languages.
 *
 * Since: 1.0
 */
void
eup_entity_set_summary_text (EupEntity *self,
                             EupText *text)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_text (self, EUP_FIELD_SUMMARY, text);
}

/**
 * EupEntity:notes:
 *
 * The notes.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_notes: (get-property notes)
 * @self: an entity
 *
 * Gets the notes.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string in the language that suits the reader
 *
 * Since: 1.0
 */
const char *
eup_entity_get_notes (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_best (self, EUP_FIELD_NOTES);
}

/**
 * eup_entity_set_notes: (set-property notes)
 * @self: an entity
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the notes, in the catalog's language.
 *
 * Other languages stay as they are.
 *
 * Since: 1.0
 */
void
eup_entity_set_notes (EupEntity *self,
                      const char *string)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_best (self, EUP_FIELD_NOTES, string);
}

/**
 * EupEntity:notes-text:
 *
 * The notes, in all its languages.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_notes_text: (get-property notes-text)
 * @self: an entity
 *
 * Gets the notes, in all its languages.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the text
 *
 * Since: 1.0
 */
EupText *
eup_entity_get_notes_text (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_text (self, EUP_FIELD_NOTES);
}

/**
 * eup_entity_set_notes_text: (set-property notes-text)
 * @self: an entity
 * @text: (nullable): the text, or %NULL for none
 *
 * Sets the notes, in all its languages.
 *
 * Since: 1.0
 */
void
eup_entity_set_notes_text (EupEntity *self,
                           EupText *text)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_text (self, EUP_FIELD_NOTES, text);
}

/**
 * EupEntity:other-titles:
 *
 * The titles that the entity had at other times, or has elsewhere.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_other_titles: (get-property other-titles)
 * @self: an entity
 *
 * Gets the titles that the entity had at other times, or has elsewhere, as a list of [class@Title].
 *
 * @self keeps the list until it is set.
 *
 * Returns: (transfer none): the list
 *
 * Since: 1.0
 */
EupList *
eup_entity_get_other_titles (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_values (self, EUP_FIELD_OTHER_TITLES);
}

/**
 * eup_entity_set_other_titles:
 * @self: an entity
 * @other_titles: (nullable) (array length=n_other_titles): the titles, in order; %NULL is the same as none
 * @n_other_titles: how many there are
 *
 * Sets the titles that the entity had at other times, or has elsewhere.
 *
 * What a file holds in this list and no object can show stays where it is.
 *
 * Since: 1.0
 */
void
eup_entity_set_other_titles (EupEntity *self,
                             EupTitle **other_titles,
                             gsize n_other_titles)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  g_return_if_fail (other_titles != NULL || n_other_titles == 0);
  eup_return_if_wrong_thread (self);

  eup_entity_set_values (self, EUP_FIELD_OTHER_TITLES, (GObject **) other_titles, n_other_titles);
}

/**
 * EupEntity:references:
 *
 * The official identifiers.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_references: (get-property references)
 * @self: an entity
 *
 * Gets the official identifiers, as a list of [class@Reference].
 *
 * @self keeps the list until it is set.
 *
 * Returns: (transfer none): the list
 *
 * Since: 1.0
 */
EupList *
eup_entity_get_references (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_values (self, EUP_FIELD_REFERENCES);
}

/**
 * eup_entity_set_references:
 * @self: an entity
 * @references: (nullable) (array length=n_references): the references, in order; %NULL is the same as none
 * @n_references: how many there are
 *
 * Sets the official identifiers.
 *
 * What a file holds in this list and no object can show stays where it is.
 *
 * Since: 1.0
 */
void
eup_entity_set_references (EupEntity *self,
                           EupReference **references,
                           gsize n_references)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  g_return_if_fail (references != NULL || n_references == 0);
  eup_return_if_wrong_thread (self);

  eup_entity_set_values (self, EUP_FIELD_REFERENCES, (GObject **) references, n_references);
}

/**
 * EupEntity:links:
 *
 * Where to read more.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_links: (get-property links)
 * @self: an entity
 *
 * Gets where to read more, as a list of [class@Link].
 *
 * @self keeps the list until it is set.
 *
 * Returns: (transfer none): the list
 *
 * Since: 1.0
 */
EupList *
eup_entity_get_links (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_values (self, EUP_FIELD_LINKS);
}

/**
 * eup_entity_set_links:
 * @self: an entity
 * @links: (nullable) (array length=n_links): the links, in order; %NULL is the same as none
 * @n_links: how many there are
 *
 * Sets where to read more.
 *
 * What a file holds in this list and no object can show stays where it is.
 *
 * Since: 1.0
 */
void
eup_entity_set_links (EupEntity *self,
                      EupLink **links,
                      gsize n_links)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  g_return_if_fail (links != NULL || n_links == 0);
  eup_return_if_wrong_thread (self);

  eup_entity_set_values (self, EUP_FIELD_LINKS, (GObject **) links, n_links);
}

/**
 * EupEntity:figures:
 *
 * The figures that are given.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_figures: (get-property figures)
 * @self: an entity
 *
 * Gets the figures that are given, as a list of [class@Figure].
 *
 * @self keeps the list until it is set.
 *
 * Returns: (transfer none): the list
 *
 * Since: 1.0
 */
EupList *
eup_entity_get_figures (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_values (self, EUP_FIELD_FIGURES);
}

/**
 * eup_entity_set_figures:
 * @self: an entity
 * @figures: (nullable) (array length=n_figures): the figures, in order; %NULL is the same as none
 * @n_figures: how many there are
 *
 * Sets the figures that are given.
 *
 * What a file holds in this list and no object can show stays where it is.
 *
 * Since: 1.0
 */
void
eup_entity_set_figures (EupEntity *self,
                        EupFigure **figures,
                        gsize n_figures)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  g_return_if_fail (figures != NULL || n_figures == 0);
  eup_return_if_wrong_thread (self);

  eup_entity_set_values (self, EUP_FIELD_FIGURES, (GObject **) figures, n_figures);
}

/**
 * EupEntity:sources:
 *
 * Where what is said comes from.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_sources: (get-property sources)
 * @self: an entity
 *
 * Gets where what is said comes from, as a list of [class@Citation].
 *
 * @self keeps the list until it is set.
 *
 * Returns: (transfer none): the list
 *
 * Since: 1.0
 */
EupList *
eup_entity_get_sources (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_values (self, EUP_FIELD_SOURCES);
}

/**
 * eup_entity_set_sources:
 * @self: an entity
 * @sources: (nullable) (array length=n_sources): the sources, in order; %NULL is the same as none
 * @n_sources: how many there are
 *
 * Sets where what is said comes from.
 *
 * What a file holds in this list and no object can show stays where it is.
 *
 * Since: 1.0
 */
void
eup_entity_set_sources (EupEntity *self,
                        EupCitation **sources,
                        gsize n_sources)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  g_return_if_fail (sources != NULL || n_sources == 0);
  eup_return_if_wrong_thread (self);

  eup_entity_set_values (self, EUP_FIELD_SOURCES, (GObject **) sources, n_sources);
}

/**
 * EupEntity:confidence:
 *
 * How well the data of the entity are known.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_confidence: (get-property confidence)
 * @self: an entity
 *
 * Gets how well the data of the entity are known.
 *
 * Returns: the value
 *
 * Since: 1.0
 */
EupConfidence
eup_entity_get_confidence (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), 0);
  eup_return_val_if_wrong_thread (self, 0);

  return (EupConfidence) eup_entity_get_enum (self, EUP_FIELD_CONFIDENCE);
}

/**
 * eup_entity_set_confidence: (set-property confidence)
 * @self: an entity
 * @value: the value
 *
 * Sets how well the data of the entity are known.
 *
 * Since: 1.0
 */
void
eup_entity_set_confidence (EupEntity *self,
                           EupConfidence value)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_enum (self, EUP_FIELD_CONFIDENCE, value);
}

/**
 * EupEntity:verified:
 *
 * When the data were last checked.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_verified: (get-property verified)
 * @self: an entity
 *
 * Gets when the data were last checked.
 *
 * @self keeps it until it is set.
 *
 * Returns: (transfer none) (nullable): the date
 *
 * Since: 1.0
 */
EupDate *
eup_entity_get_verified (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_date (self, EUP_FIELD_VERIFIED);
}

/**
 * eup_entity_set_verified: (set-property verified)
 * @self: an entity
 * @date: (nullable): the date, or %NULL for none
 *
 * Sets when the data were last checked.
 *
 * Since: 1.0
 */
void
eup_entity_set_verified (EupEntity *self,
                         EupDate *date)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_date (self, EUP_FIELD_VERIFIED, date);
}

/**
 * EupEntity:topic-ids:
 *
 * The ids of the topics that classify the entity.
 *
 * Since: 1.0
 */

/**
 * eup_entity_get_topic_ids: (get-property topic-ids)
 * @self: an entity
 *
 * Gets the ids of the topics that classify the entity.
 *
 * @self keeps the array until it is set.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, never %NULL
 *
 * Since: 1.0
 */
const char * const *
eup_entity_get_topic_ids (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, eup_no_strings);

  return eup_entity_get_ids (self, EUP_FIELD_TOPICS);
}

/**
 * eup_entity_set_topic_ids: (set-property topic-ids)
 * @self: an entity
 * @ids: (nullable) (array zero-terminated=1): the ids; %NULL is the same as none
 *
 * Sets the ids of the topics that classify the entity.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_entity_set_topic_ids (EupEntity *self,
                          const char * const *ids)
{
  g_return_if_fail (EUP_IS_ENTITY (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_ids (self, EUP_FIELD_TOPICS, ids);
}

/**
 * eup_entity_dup_topics: (get-property topics)
 * @self: an entity
 *
 * Gets the topics that classify the entity, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_entity_dup_topics (EupEntity *self)
{
  g_return_val_if_fail (EUP_IS_ENTITY (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (self, EUP_RELATION_ENTITY_TOPICS);
}
