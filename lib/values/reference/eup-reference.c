/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-reference.h>

#include <eupolicy/eup-enum-types.h>

#include <string.h>

#include "values/reference/eup-reference-grammar.h"
#include "values/eup-value-error.h"

/**
 * EupReference:
 *
 * An official identifier: of a document, an act, a procedure, a concept.
 *
 * The identifiers of the Union are printed in many ways. A reference knows the [enum@ReferenceScheme] that its text belongs to,
 * the one normalised form of it, and the public address where there is a stable rule for one:
 *
 * | as it is met | scheme | value |
 * |---|---|---|
 * | `COM/2025/0148 final`, `KOM (2025) 148` | com | `COM(2025) 148` |
 * | `52025DC0148` | celex | `52025DC0148` |
 * | `2025/0101/COD` | procedure | `2025/0101(COD)` |
 * | `Council Regulation (EC) No 1/2003` | act | `Regulation (EC) No 1/2003` |
 * | `OJ L, 2025/1106, 28.05.2025` | oj | `OJ L, 2025/1106, 28.5.2025` |
 * | `eli/reg/2025/1106/oj` | eli | `http://data.europa.eu/eli/reg/2025/1106/oj` |
 *
 * An identifier of one scheme is never derived from that of another: which procedure a document belongs to, or which CELEX number
 * it has, does not follow from its number.
 *
 * An object that is made with the property `text` alone takes any text; [ctor@Reference.new_from_string] says what is wrong with
 * one that is malformed. It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupReference
{
  GObject parent_instance;

  char              *text;
  char              *value;
  char              *uri;
  EupReferenceScheme scheme;
};

G_DEFINE_FINAL_TYPE (EupReference, eup_reference, G_TYPE_OBJECT)

enum
{
  PROP_TEXT = 1,
  PROP_SCHEME,
  PROP_VALUE,
  PROP_URI
};

static void
eup_reference_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  EupReference *self = EUP_REFERENCE (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SCHEME:
      g_value_set_enum (value, self->scheme);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_URI:
      g_value_set_string (value, self->uri);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
eup_reference_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  EupReference *self = EUP_REFERENCE (object);

  if (id == PROP_TEXT)
    self->text = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
eup_reference_constructed (GObject *object)
{
  EupReference *self = EUP_REFERENCE (object);
  GString *value = g_string_new (NULL);
  const char *problem = NULL;

  G_OBJECT_CLASS (eup_reference_parent_class)->constructed (object);

  if (self->text == NULL || !g_utf8_validate (self->text, -1, NULL))
    {
      char *valid = g_utf8_make_valid (self->text != NULL ? self->text : "", -1);

      g_free (self->text);
      self->text = valid;
    }
  self->scheme = eup_reference_recognise (self->text, strlen (self->text), value, &problem);
  self->value = g_string_free (value, FALSE);
  self->uri = eup_reference_address (self->scheme, self->value);
}

static void
eup_reference_finalize (GObject *object)
{
  EupReference *self = EUP_REFERENCE (object);

  g_free (self->text);
  g_free (self->value);
  g_free (self->uri);

  G_OBJECT_CLASS (eup_reference_parent_class)->finalize (object);
}

static void
eup_reference_class_init (EupReferenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = eup_reference_get_property;
  object_class->set_property = eup_reference_set_property;
  object_class->constructed = eup_reference_constructed;
  object_class->finalize = eup_reference_finalize;

  /**
   * EupReference:text:
   *
   * The identifier as it was given.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_TEXT,
                                   g_param_spec_string ("text", NULL, NULL, "",
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  /**
   * EupReference:scheme:
   *
   * The scheme that the identifier belongs to.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_SCHEME,
                                   g_param_spec_enum ("scheme", NULL, NULL, EUP_TYPE_REFERENCE_SCHEME,
                                                      EUP_REFERENCE_SCHEME_OTHER,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  /**
   * EupReference:value:
   *
   * The identifier in its normalised form.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_VALUE,
                                   g_param_spec_string ("value", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  /**
   * EupReference:uri:
   *
   * The public address of what is identified.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_URI,
                                   g_param_spec_string ("uri", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
eup_reference_init (EupReference *self)
{
  self->scheme = EUP_REFERENCE_SCHEME_OTHER;
}

/**
 * eup_reference_new_from_string:
 * @string: an identifier
 * @error: the place for an error
 *
 * Reads an official identifier in any of the ways in which it is printed.
 *
 * What begins like an identifier of a known scheme and then is none, such as `COM(20255) 1`, is an error,
 * `EUP_PARSE_ERROR_BAD_VALUE`, whose message says at which character and why. A text of no known scheme is no error: it is kept,
 * with `EUP_REFERENCE_SCHEME_OTHER`.
 *
 * Returns: (transfer full): a new reference, or %NULL with @error set
 *
 * Since: 1.0
 */
EupReference *
eup_reference_new_from_string (const char  *string,
                               GError     **error)
{
  const char *problem = NULL;
  const char *end;
  gsize offset = 0;

  g_return_val_if_fail (string != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_utf8_validate (string, -1, &end))
    {
      problem = "the text is not valid UTF-8";
      offset = (gsize) (end - string);
    }
  else
    eup_reference_recognise_at (string, strlen (string), NULL, &problem, &offset);
  if (problem == NULL)
    return g_object_new (EUP_TYPE_REFERENCE, "text", string, NULL);
  eup_value_error_set (error, "reference", string, -1, offset, problem);
  return NULL;
}

/**
 * eup_reference_get_text:
 * @self: a reference
 *
 * Gives the identifier as it was given.
 *
 * Returns: (transfer none): the text
 *
 * Since: 1.0
 */
const char *
eup_reference_get_text (EupReference *self)
{
  g_return_val_if_fail (EUP_IS_REFERENCE (self), NULL);

  return self->text;
}

/**
 * eup_reference_get_scheme:
 * @self: a reference
 *
 * Gives the scheme that the identifier belongs to.
 *
 * Returns: the scheme
 *
 * Since: 1.0
 */
EupReferenceScheme
eup_reference_get_scheme (EupReference *self)
{
  g_return_val_if_fail (EUP_IS_REFERENCE (self), EUP_REFERENCE_SCHEME_OTHER);

  return self->scheme;
}

/**
 * eup_reference_get_value:
 * @self: a reference
 *
 * Gives the identifier in its normalised form, such as `COM(2025) 148`.
 *
 * Returns: (transfer none): the normalised form
 *
 * Since: 1.0
 */
const char *
eup_reference_get_value (EupReference *self)
{
  g_return_val_if_fail (EUP_IS_REFERENCE (self), NULL);

  return self->value;
}

/**
 * eup_reference_get_uri:
 * @self: a reference
 *
 * Gives the public address of what is identified: EUR-Lex for documents of the Commission and CELEX numbers, the Legislative
 * Observatory for procedures, their own addresses for ELI and EuroVoc, the page of the item for Wikidata.
 *
 * Returns: (nullable) (transfer none): the address, or %NULL where there is no stable rule for it
 *
 * Since: 1.0
 */
const char *
eup_reference_get_uri (EupReference *self)
{
  g_return_val_if_fail (EUP_IS_REFERENCE (self), NULL);

  return self->uri;
}

/**
 * eup_reference_equal:
 * @a: (type EuPolicy.Reference): a reference
 * @b: (type EuPolicy.Reference): another reference
 *
 * Tells whether two references have the same scheme and the same normalised form.
 *
 * It can be used as a [callback@GLib.EqualFunc].
 *
 * Returns: %TRUE if they have
 *
 * Since: 1.0
 */
gboolean
eup_reference_equal (gconstpointer a,
                     gconstpointer b)
{
  const EupReference *left = a;
  const EupReference *right = b;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return left->scheme == right->scheme && strcmp (left->value, right->value) == 0;
}

/**
 * eup_reference_hash:
 * @self: (type EuPolicy.Reference): a reference
 *
 * Gives a number that is the same for equal references.
 *
 * It can be used as a [callback@GLib.HashFunc].
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
eup_reference_hash (gconstpointer self)
{
  const EupReference *reference = self;

  g_return_val_if_fail (self != NULL, 0);

  return g_str_hash (reference->value) * 31 + (guint) reference->scheme;
}
