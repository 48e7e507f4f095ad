/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-link.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-enum-types.h>
#include <eupolicy/eup-text.h>

#include "values/eup-value-object.h"

/**
 * EupLink:
 *
 * An address where people can read on.
 *
 * A link may have no address: what is known of is then only a title and a date.
 *
 * It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupLink
{
  GObject parent_instance;

  char *uri;
  EupText *title;
  EupLinkKind kind;
  EupDate *date;
};

static const EupValueField fields[] = {
  /**
   * EupLink:uri:
   *
   * The address.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupLink, "uri", uri, STRING),
  /**
   * EupLink:title:
   *
   * The title of what stands there.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupLink, "title", title, eup_text),
  /**
   * EupLink:kind:
   *
   * What stands there.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_ENUM (EupLink, "kind", kind, eup_link_kind_get_type),
  /**
   * EupLink:date:
   *
   * The date of what stands there.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupLink, "date", date, eup_date),
};

EUP_DEFINE_VALUE_OBJECT (EupLink, eup_link, fields)

/**
 * eup_link_new:
 * @uri: (nullable): the address
 * @title: (nullable): the title of what stands there
 * @kind: what stands there
 * @date: (nullable): the date of what stands there
 *
 * Makes a link.
 *
 * Returns: (transfer full): a new link
 *
 * Since: 1.0
 */
EupLink *
eup_link_new (const char *uri,
              EupText *title,
              EupLinkKind kind,
              EupDate *date)
{
  return g_object_new (EUP_TYPE_LINK,
                       "uri", uri,
                       "title", title,
                       "kind", kind,
                       "date", date,
                       NULL);
}

/**
 * eup_link_get_uri:
 * @self: a link
 *
 * Gives the address.
 *
 * Returns: (nullable) (transfer none): the address, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_link_get_uri (EupLink *self)
{
  g_return_val_if_fail (EUP_IS_LINK (self), NULL);

  return self->uri;
}

/**
 * eup_link_get_title:
 * @self: a link
 *
 * Gives the title of what stands there.
 *
 * Returns: (nullable) (transfer none): the title of what stands there, or %NULL when there is none
 *
 * Since: 1.0
 */
EupText *
eup_link_get_title (EupLink *self)
{
  g_return_val_if_fail (EUP_IS_LINK (self), NULL);

  return self->title;
}

/**
 * eup_link_get_kind:
 * @self: a link
 *
 * Gives what stands there.
 *
 * Returns: what stands there
 *
 * Since: 1.0
 */
EupLinkKind
eup_link_get_kind (EupLink *self)
{
  g_return_val_if_fail (EUP_IS_LINK (self), (EupLinkKind) 0);

  return self->kind;
}

/**
 * eup_link_get_date:
 * @self: a link
 *
 * Gives the date of what stands there.
 *
 * Returns: (nullable) (transfer none): the date of what stands there, or %NULL when there is none
 *
 * Since: 1.0
 */
EupDate *
eup_link_get_date (EupLink *self)
{
  g_return_val_if_fail (EUP_IS_LINK (self), NULL);

  return self->date;
}

/**
 * eup_link_equal:
 * @a: (type EuPolicy.Link): a link
 * @b: (type EuPolicy.Link): another link
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
eup_link_equal (gconstpointer a,
                gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_value_object_equal (a, b, fields, G_N_ELEMENTS (fields));
}

/**
 * eup_link_hash:
 * @self: (type EuPolicy.Link): a link
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
eup_link_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_value_object_hash (self, fields, G_N_ELEMENTS (fields));
}
