/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-commissioner.h>

#include <eupolicy/eup-list.h>
#include <eupolicy/eup-term.h>
#include "domain/eup-terms.h"
#include "model/entity/eup-entity-private.h"

/**
 * EupCommissioner:
 *
 * A member of a Commission.
 *
 * What somebody did in which mandate stands in `terms`. The title is the full name where no other is stated.
 *
 * Since: 1.0
 */
struct _EupCommissioner
{
  EupEntity parent_instance;
};

typedef struct
{
  EupEntityClass parent_class;
} EupCommissionerClass;

G_DEFINE_FINAL_TYPE (EupCommissioner, eup_commissioner, EUP_TYPE_ENTITY)

static const char *
eup_commissioner_of_latest_term (EupCommissioner *self,
                                 guint            field)
{
  EupEntity *entity = EUP_ENTITY (self);
  EupStore *store = eup_entity_get_store (entity);
  EupTableKind table;
  guint32 row;

  if (!eup_entity_get_row (entity, &table, &row) || (row = eup_terms_latest (store, row)) == EUP_NO_ROW)
    return NULL;
  eup_entity_mark_handed_out (entity, EUP_COMMISSIONER_TERMS);
  return eup_store_text_best (store, eup_store_get (store, EUP_TABLE_TERM, row, field),
                              eup_core_get_reading (entity->core), NULL);
}

static const EupProperty properties[] = {
  /**
   * EupCommissioner:role:
   *
   * The role in the latest term, such as Executive Vice-President.
   *
   * Since: 1.0
   */
  { "role", EUP_PROPERTY_STRING, NULL, EUP_ON (EUP_COMMISSIONER_TERMS) | EUP_ON_MANDATE_PERIODS | EUP_ON_LANGUAGES, EUP_RELATION_NONE,
    G_CALLBACK (eup_commissioner_get_role), NULL },
  /**
   * EupCommissioner:portfolio:
   *
   * The portfolio in the latest term.
   *
   * Since: 1.0
   */
  { "portfolio", EUP_PROPERTY_STRING, NULL, EUP_ON (EUP_COMMISSIONER_TERMS) | EUP_ON_MANDATE_PERIODS | EUP_ON_LANGUAGES, EUP_RELATION_NONE,
    G_CALLBACK (eup_commissioner_get_portfolio), NULL },
  /**
   * EupCommissioner:priorities: (getter dup_priorities)
   *
   * The priorities that the Commissioner answers for, by their position.
   *
   * Since: 1.0
   */
  { "priorities", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, EUP_ON (EUP_COMMISSIONER_TERMS), EUP_RELATION_COMMISSIONER_PRIORITIES,
    G_CALLBACK (eup_commissioner_dup_priorities), NULL },
  /**
   * EupCommissioner:initiatives: (getter dup_initiatives)
   *
   * The initiatives that the Commissioner leads, by their title.
   *
   * Since: 1.0
   */
  { "initiatives", EUP_PROPERTY_NEW_OBJECT, eup_list_get_type, 0, EUP_RELATION_COMMISSIONER_INITIATIVES,
    G_CALLBACK (eup_commissioner_dup_initiatives), NULL },
};

static void
eup_commissioner_class_init (EupCommissionerClass *klass)
{
  eup_entity_class_install (EUP_ENTITY_CLASS (klass), EUP_TABLE_COMMISSIONER, properties, G_N_ELEMENTS (properties));
}

static void
eup_commissioner_init (EupCommissioner *self)
{
}

/**
 * eup_commissioner_new:
 * @id: an id: letters of any script, digits and `-._~/`
 *
 * Makes a commissioner that belongs to no catalog yet; [method@Catalog.add] takes it in.
 *
 * Returns: (transfer full): the new commissioner
 *
 * Since: 1.0
 */
EupCommissioner *
eup_commissioner_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (EUP_TYPE_COMMISSIONER, "id", id, NULL);
}

/**
 * EupCommissioner:given-name:
 *
 * The given name.
 *
 * Since: 1.0
 */

/**
 * eup_commissioner_get_given_name: (get-property given-name)
 * @self: a commissioner
 *
 * Gets the given name.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string
 *
 * Since: 1.0
 */
const char *
eup_commissioner_get_given_name (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_string (EUP_ENTITY (self), EUP_COMMISSIONER_GIVEN_NAME);
}

/**
 * eup_commissioner_set_given_name: (set-property given-name)
 * @self: a commissioner
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the given name.
 *
 * Since: 1.0
 */
void
eup_commissioner_set_given_name (EupCommissioner *self,
                                 const char *string)
{
  g_return_if_fail (EUP_IS_COMMISSIONER (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_string (EUP_ENTITY (self), EUP_COMMISSIONER_GIVEN_NAME, string);
}

/**
 * EupCommissioner:family-name:
 *
 * The family name.
 *
 * Since: 1.0
 */

/**
 * eup_commissioner_get_family_name: (get-property family-name)
 * @self: a commissioner
 *
 * Gets the family name.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string
 *
 * Since: 1.0
 */
const char *
eup_commissioner_get_family_name (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_string (EUP_ENTITY (self), EUP_COMMISSIONER_FAMILY_NAME);
}

/**
 * eup_commissioner_set_family_name: (set-property family-name)
 * @self: a commissioner
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the family name.
 *
 * Since: 1.0
 */
void
eup_commissioner_set_family_name (EupCommissioner *self,
                                  const char *string)
{
  g_return_if_fail (EUP_IS_COMMISSIONER (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_string (EUP_ENTITY (self), EUP_COMMISSIONER_FAMILY_NAME, string);
}

/**
 * EupCommissioner:country:
 *
 * The country that proposed the Commissioner, as the two letters that the Union uses, such as `EL` for Greece.
 *
 * Since: 1.0
 */

/**
 * eup_commissioner_get_country: (get-property country)
 * @self: a commissioner
 *
 * Gets the country that proposed the Commissioner, as the two letters that the Union uses, such as `EL` for
 * Greece.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the string
 *
 * Since: 1.0
 */
const char *
eup_commissioner_get_country (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_string (EUP_ENTITY (self), EUP_COMMISSIONER_COUNTRY);
}

/**
 * eup_commissioner_set_country: (set-property country)
 * @self: a commissioner
 * @string: (nullable): the string, or %NULL for none
 *
 * Sets the country that proposed the Commissioner, as the two letters that the Union uses, such as `EL` for
 * Greece.
 *
 * Since: 1.0
 */
void
eup_commissioner_set_country (EupCommissioner *self,
                              const char *string)
{
  g_return_if_fail (EUP_IS_COMMISSIONER (self));
  eup_return_if_wrong_thread (self);

  eup_entity_set_string (EUP_ENTITY (self), EUP_COMMISSIONER_COUNTRY, string);
}

/**
 * EupCommissioner:terms:
 *
 * What the Commissioner is or was, mandate by mandate.
 *
 * Since: 1.0
 */

/**
 * eup_commissioner_get_terms: (get-property terms)
 * @self: a commissioner
 *
 * Gets what the Commissioner is or was, mandate by mandate, as a list of [class@Term].
 *
 * @self keeps the list until it is set.
 *
 * Returns: (transfer none): the list
 *
 * Since: 1.0
 */
EupList *
eup_commissioner_get_terms (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_get_values (EUP_ENTITY (self), EUP_COMMISSIONER_TERMS);
}

/**
 * eup_commissioner_set_terms:
 * @self: a commissioner
 * @terms: (nullable) (array length=n_terms): the terms, in order; %NULL is the same as none
 * @n_terms: how many there are
 *
 * Sets what the Commissioner is or was, mandate by mandate.
 *
 * What a file holds in this list and no object can show stays where it is.
 *
 * Since: 1.0
 */
void
eup_commissioner_set_terms (EupCommissioner *self,
                            EupTerm **terms,
                            gsize n_terms)
{
  g_return_if_fail (EUP_IS_COMMISSIONER (self));
  g_return_if_fail (terms != NULL || n_terms == 0);
  eup_return_if_wrong_thread (self);

  eup_entity_set_values (EUP_ENTITY (self), EUP_COMMISSIONER_TERMS, (GObject **) terms, n_terms);
}

/**
 * eup_commissioner_get_role: (get-property role)
 * @self: a commissioner
 *
 * Gets the role in the latest term, such as Executive Vice-President.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the role in the language that suits the reader
 *
 * Since: 1.0
 */
const char *
eup_commissioner_get_role (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_commissioner_of_latest_term (self, EUP_TERM_ROLE);
}

/**
 * eup_commissioner_get_portfolio: (get-property portfolio)
 * @self: a commissioner
 *
 * Gets the portfolio in the latest term.
 *
 * It is valid as long as @self lives.
 *
 * Returns: (transfer none) (nullable): the portfolio in the language that suits the reader
 *
 * Since: 1.0
 */
const char *
eup_commissioner_get_portfolio (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_commissioner_of_latest_term (self, EUP_TERM_PORTFOLIO);
}

/**
 * eup_commissioner_dup_priorities: (get-property priorities)
 * @self: a commissioner
 *
 * Gets the priorities that the Commissioner answers for, by their position.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_commissioner_dup_priorities (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_COMMISSIONER_PRIORITIES);
}

/**
 * eup_commissioner_dup_initiatives: (get-property initiatives)
 * @self: a commissioner
 *
 * Gets the initiatives that the Commissioner leads, by their title.
 *
 * The list follows the catalog: it tells of what joins it and what leaves it.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
EupList *
eup_commissioner_dup_initiatives (EupCommissioner *self)
{
  g_return_val_if_fail (EUP_IS_COMMISSIONER (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_entity_dup_list (EUP_ENTITY (self), EUP_RELATION_COMMISSIONER_INITIATIVES);
}
