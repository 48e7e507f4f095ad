/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-topic.h>

#include <eupolicy/eup-list.h>
#include "model/entity/eup-entity-private.h"

/**
 * EupTopic:
 *
 * A subject area, such as an entry of EuroVoc. Topics classify entities.
 *
 * Since: 1.0
 */
struct _EupTopic
{
  EupEntity parent_instance;
};

typedef struct
{
  EupEntityClass parent_class;
} EupTopicClass;

G_DEFINE_FINAL_TYPE (EupTopic, eup_topic, EUP_TYPE_ENTITY)

static const EupProperty properties[] = {
  /**
   * EupTopic:entities: (getter dup_entities)
   *
   * The entities that the topic classifies, by their title.
   *
   * Since: 1.0
   */
  { "entities", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_TOPIC_ENTITIES,
    G_CALLBACK (eup_topic_dup_entities), NULL },
  /**
   * EupTopic:narrower: (getter dup_narrower)
   *
   * The topics of which this one is the broader one, by their title.
   *
   * Since: 1.0
   */
  { "narrower", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_TOPIC_NARROWER,
    G_CALLBACK (eup_topic_dup_narrower), NULL },
};

static void
eup_topic_class_init (EupTopicClass *klass)
{
  eup_entity_class_install (EUP_ENTITY_CLASS (klass), EUP_TABLE_TOPIC, properties, G_N_ELEMENTS (properties));
}

static void
eup_topic_init (EupTopic *self)
{
}

/**
 * eup_topic_new:
 * @id: an id: letters of any script, digits and `-._~/`
 *
 * Makes a topic that belongs to no catalog yet; [method@Catalog.add] takes it in.
 *
 * Returns: (transfer full): the new topic
 *
 * Since: 1.0
 */
EupTopic *
eup_topic_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (EUP_TYPE_TOPIC, "id", id, NULL);
}

/**
 * EupTopic:broader-id:
 *
 * The id of the broader topic.
 *
 * Since: 1.0
 */

/**
 * eup_topic_get_broader_id: (get-property broader-id)
 * @self: a topic
 *
 * Gets the id of the broader topic.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the id
 *
 * Since: 1.0
 */
const char *
eup_topic_get_broader_id (EupTopic *self)
{
  g_return_val_if_fail (EUP_IS_TOPIC (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_one (EUP_ENTITY (self), EUP_TOPIC_BROADER);
}

/**
 * eup_topic_set_broader_id: (set-property broader-id)
 * @self: a topic
 * @id: (nullable): the id, or %NULL for none
 *
 * Sets the id of the broader topic.
 *
 * An id need not name anything yet; it does as soon as an entity of that id is added. Texts that cannot be ids are
 * a programming error.
 *
 * Since: 1.0
 */
void
eup_topic_set_broader_id (EupTopic *self,
                          const char *id)
{
  g_return_if_fail (EUP_IS_TOPIC (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_one (EUP_ENTITY (self), EUP_TOPIC_BROADER, id);
}

/**
 * EupTopic:broader: (getter dup_broader)
 *
 * The broader topic.
 *
 * Since: 1.0
 */

/**
 * eup_topic_dup_broader: (get-property broader)
 * @self: a topic
 *
 * Gets the broader topic.
 *
 * Returns: (transfer full) (nullable): the topic, or %NULL if there is none
 *
 * Since: 1.0
 */
EupTopic *
eup_topic_dup_broader (EupTopic *self)
{
  g_return_val_if_fail (EUP_IS_TOPIC (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return (EupTopic *) eup_entity_dup_one (EUP_ENTITY (self), EUP_TOPIC_BROADER);
}

/**
 * EupTopic:scheme:
 *
 * The scheme that the topic belongs to.
 *
 * Since: 1.0
 */

/**
 * eup_topic_get_scheme: (get-property scheme)
 * @self: a topic
 *
 * Gets the scheme that the topic belongs to.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string
 *
 * Since: 1.0
 */
const char *
eup_topic_get_scheme (EupTopic *self)
{
  g_return_val_if_fail (EUP_IS_TOPIC (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_string (EUP_ENTITY (self), EUP_TOPIC_SCHEME);
}

/**
 * eup_topic_set_scheme: (set-property scheme)
 * @self: a topic
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the scheme that the topic belongs to.
 *
 * Since: 1.0
 */
void
eup_topic_set_scheme (EupTopic *self,
                      const char *string)
{
  g_return_if_fail (EUP_IS_TOPIC (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_string (EUP_ENTITY (self), EUP_TOPIC_SCHEME, string);
}

/**
 * eup_topic_dup_entities: (get-property entities)
 * @self: a topic
 *
 * Gets the entities that the topic classifies, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_topic_dup_entities (EupTopic *self)
{
  g_return_val_if_fail (EUP_IS_TOPIC (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_TOPIC_ENTITIES);
}

/**
 * eup_topic_dup_narrower: (get-property narrower)
 * @self: a topic
 *
 * Gets the topics of which this one is the broader one, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_topic_dup_narrower (EupTopic *self)
{
  g_return_val_if_fail (EUP_IS_TOPIC (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_TOPIC_NARROWER);
}
