/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-citation.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-text.h>

#include "values/eup-value-object.h"

/**
 * EupCitation:
 *
 * A source that a claim comes from.
 *
 * A citation names where something is said: a title, an address, and the day on which it was read there.
 *
 * It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupCitation
{
  GObject parent_instance;

  EupText *title;
  char *uri;
  EupDate *date;
};

static const EupValueField fields[] = {
  /**
   * EupCitation:title:
   *
   * The title of the source.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupCitation, "title", title, eup_text),
  /**
   * EupCitation:uri:
   *
   * The address of the source.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupCitation, "uri", uri, STRING),
  /**
   * EupCitation:date:
   *
   * The date on which the source was read.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupCitation, "date", date, eup_date),
};

EUP_DEFINE_VALUE_OBJECT (EupCitation, eup_citation, fields)

/**
 * eup_citation_new:
 * @title: (nullable): the title of the source
 * @uri: (nullable): the address of the source
 * @date: (nullable): the date on which the source was read
 *
 * Makes a citation.
 *
 * Returns: (transfer full): a new citation
 *
 * Since: 1.0
 */
EupCitation *
eup_citation_new (EupText *title,
                  const char *uri,
                  EupDate *date)
{
  return g_object_new (EUP_TYPE_CITATION,
                       "title", title,
                       "uri", uri,
                       "date", date,
                       NULL);
}

/**
 * eup_citation_get_title:
 * @self: a citation
 *
 * Gives the title of the source.
 *
 * Returns: (nullable) (transfer none): the title of the source, or %NULL when there is none
 *
 * Since: 1.0
 */
EupText *
eup_citation_get_title (EupCitation *self)
{
  g_return_val_if_fail (EUP_IS_CITATION (self), NULL);

  return self->title;
}

/**
 * eup_citation_get_uri:
 * @self: a citation
 *
 * Gives the address of the source.
 *
 * Returns: (nullable) (transfer none): the address of the source, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_citation_get_uri (EupCitation *self)
{
  g_return_val_if_fail (EUP_IS_CITATION (self), NULL);

  return self->uri;
}

/**
 * eup_citation_get_date:
 * @self: a citation
 *
 * Gives the date on which the source was read.
 *
 * Returns: (nullable) (transfer none): the date on which the source was read, or %NULL when there is none
 *
 * Since: 1.0
 */
EupDate *
eup_citation_get_date (EupCitation *self)
{
  g_return_val_if_fail (EUP_IS_CITATION (self), NULL);

  return self->date;
}

/**
 * eup_citation_equal:
 * @a: (type EuPolicy.Citation): a citation
 * @b: (type EuPolicy.Citation): another citation
 *
 * Tells whether all that the two say is the same.
 *
 * It can be used as a [callback@GLib.EqualFunc].
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
eup_citation_equal (gconstpointer a,
                    gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_value_object_equal (a, b, fields, G_N_ELEMENTS (fields));
}

/**
 * eup_citation_hash:
 * @self: (type EuPolicy.Citation): a citation
 *
 * Gives a number that is the same for all that are equal.
 *
 * It can be used as a [callback@GLib.HashFunc].
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
eup_citation_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_value_object_hash (self, fields, G_N_ELEMENTS (fields));
}
