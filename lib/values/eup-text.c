/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-text-private.h"

#include <string.h>

/**
 * EupText:
 *
 * A text in any number of languages.
 *
 * Languages are tags of BCP 47, such as `en`, `fr` or `de-AT`; they are equal whatever their case. A reader gets the string that
 * fits best: [method@Text.lookup] looks for each of the wanted languages as it stands, then with parts taken off at its end
 * (`de-AT`, `de`), then for another form of the same language (`pt`, `pt-BR`); then for English; then it takes any.
 *
 * Texts are immutable, and may be used in any thread. The strings live as long as the text.
 *
 * ```c
 * g_autoptr (EupText) english = eup_text_new ("en", "Security and defence");
 * g_autoptr (EupText) text = eup_text_with_string (english, "fr", "Sécurité et défense");
 * ```
 *
 * Since: 1.0
 */
struct _EupText
{
  gatomicrefcount references;
  guint           n;
  char          **languages; /* NULL-terminated, sorted; the strings and all of the bytes lie behind it */
  char          **strings;
};

static void
text_to_string_value (const GValue *from,
                      GValue       *to)
{
  const EupText *self = g_value_get_boxed (from);

  g_value_take_string (to, self != NULL ? eup_text_to_string (self) : NULL);
}

G_DEFINE_BOXED_TYPE_WITH_CODE (EupText, eup_text, eup_text_ref, eup_text_unref,
                               g_value_register_transform_func (g_define_type_id, G_TYPE_STRING, text_to_string_value))

typedef struct
{
  const char *language;
  const char *string;
  guint       position;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *left = a;
  const Pair *right = b;
  int order = eup_language_compare (left->language, right->language);

  if (order != 0)
    return order;
  return (left->position > right->position) - (left->position < right->position);
}

static char *
put_string (char      **at,
            const char *string)
{
  char *start = *at;
  gsize size = strlen (string) + 1;

  memcpy (start, string, size);
  *at += size;
  return start;
}

static EupText *
new_from_sorted (guint       n,
                 const Pair *pairs)
{
  gsize size = sizeof (EupText) + (2 * (gsize) n + 1) * sizeof (char *);
  EupText *self;
  char *at;

  for (guint i = 0; i < n; i++)
    size += strlen (pairs[i].language) + strlen (pairs[i].string) + 2;

  self = g_malloc (size);
  g_atomic_ref_count_init (&self->references);
  self->n = n;
  self->languages = (char **) (self + 1);
  self->strings = self->languages + n + 1;
  at = (char *) (self->strings + n);
  for (guint i = 0; i < n; i++)
    {
      self->languages[i] = put_string (&at, pairs[i].language);
      self->strings[i] = put_string (&at, pairs[i].string);
    }
  self->languages[n] = NULL;
  return self;
}

EupText *
eup_text_new_from_pairs (guint               n,
                         const char * const *languages,
                         const char * const *strings)
{
  g_autofree Pair *pairs = g_new (Pair, MAX (n, 1));
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    pairs[i] = (Pair) { languages[i], strings[i], i };
  if (n > 1)
    qsort (pairs, n, sizeof *pairs, compare_pairs);
  for (guint i = 0; i < n; i++)
    if (i + 1 == n || eup_language_compare (pairs[i].language, pairs[i + 1].language) != 0)
      pairs[kept++] = pairs[i];
  return new_from_sorted (kept, pairs);
}

guint
eup_text_get_n_strings (const EupText *self)
{
  return self->n;
}

void
eup_text_get_pair (const EupText  *self,
                   guint           i,
                   const char    **language,
                   const char    **string)
{
  g_assert (i < self->n);
  *language = self->languages[i];
  *string = self->strings[i];
}

const char *
eup_text_pick (const EupText      *self,
               const char * const *wanted,
               const char         *fallback_language)
{
  int found = eup_language_pick (self->n, (const char * const *) self->languages, wanted, fallback_language);

  return found < 0 ? NULL : self->strings[found];
}

/**
 * eup_text_new:
 * @language: the language of @string, as BCP 47
 * @string: a string
 *
 * Makes a text in one language.
 *
 * Returns: (transfer full): a new text
 *
 * Since: 1.0
 */
EupText *
eup_text_new (const char *language,
              const char *string)
{
  g_return_val_if_fail (eup_language_is_valid (language, -1), NULL);
  g_return_val_if_fail (string != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (string, -1, NULL), NULL);

  return eup_text_new_from_pairs (1, &language, &string);
}

/**
 * eup_text_with_string:
 * @self: a text
 * @language: the language of @string, as BCP 47
 * @string: (nullable): a string, or %NULL to have none in that language
 *
 * Makes a text like this one that has @string in @language.
 *
 * Returns: (transfer full): a new text
 *
 * Since: 1.0
 */
EupText *
eup_text_with_string (const EupText *self,
                      const char    *language,
                      const char    *string)
{
  g_autofree Pair *pairs = NULL;
  guint n = 0;
  gboolean placed = string == NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (eup_language_is_valid (language, -1), NULL);
  g_return_val_if_fail (string == NULL || g_utf8_validate (string, -1, NULL), NULL);

  pairs = g_new (Pair, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      const int order = eup_language_compare (language, self->languages[i]);

      if (order <= 0 && !placed)
        {
          pairs[n++] = (Pair) { language, string, 0 };
          placed = TRUE;
        }
      if (order != 0)
        pairs[n++] = (Pair) { self->languages[i], self->strings[i], 0 };
    }
  if (!placed)
    pairs[n++] = (Pair) { language, string, 0 };
  return new_from_sorted (n, pairs);
}

/**
 * eup_text_ref:
 * @self: a text
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
EupText *
eup_text_ref (EupText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * eup_text_unref:
 * @self: (transfer full): a text
 *
 * Gives a reference back. The last one frees the text.
 *
 * Since: 1.0
 */
void
eup_text_unref (EupText *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

/**
 * eup_text_get:
 * @self: a text
 * @language: a language, as BCP 47
 *
 * Gives the string in exactly that language.
 *
 * Returns: (nullable) (transfer none): the string, or %NULL when there is none
 *
 * Since: 1.0
 */
const char *
eup_text_get (const EupText *self,
              const char    *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  for (guint i = 0; i < self->n; i++)
    if (eup_language_compare (self->languages[i], language) == 0)
      return self->strings[i];
  return NULL;
}

/**
 * eup_text_lookup:
 * @self: a text
 * @languages: (nullable) (array zero-terminated=1): the languages of the reader, best first; %NULL or empty for the user's
 *
 * Gives the string that fits a reader best.
 *
 * Returns: (nullable) (transfer none): the string, or %NULL when the text has no strings at all
 *
 * Since: 1.0
 */
const char *
eup_text_lookup (const EupText      *self,
                 const char * const *languages)
{
  g_auto (GStrv) of_user = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (languages == NULL || languages[0] == NULL)
    {
      of_user = eup_languages_of_user ();
      languages = (const char * const *) of_user;
    }
  return eup_text_pick (self, languages, NULL);
}

/**
 * eup_text_get_languages:
 * @self: a text
 *
 * Gives the languages that the text has a string in, sorted.
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages, which live as long as the text
 *
 * Since: 1.0
 */
char **
eup_text_get_languages (const EupText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->languages;
}

/**
 * eup_text_to_string:
 * @self: a text
 *
 * Gives the string that fits the user's languages best.
 *
 * Returns: (transfer full): the string; empty when the text has no strings at all
 *
 * Since: 1.0
 */
char *
eup_text_to_string (const EupText *self)
{
  const char *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = eup_text_lookup (self, NULL);
  return g_strdup (string != NULL ? string : "");
}

/**
 * eup_text_compare:
 * @a: (type EuPolicy.Text): a text
 * @b: (type EuPolicy.Text): another text
 *
 * Compares two texts language by language, by code points. This is an order for containers, not for people.
 *
 * It can be used as a [callback@GLib.CompareFunc].
 *
 * Returns: a number below 0 if @a comes first, above 0 if @b does, 0 if the texts are equal
 *
 * Since: 1.0
 */
int
eup_text_compare (gconstpointer a,
                  gconstpointer b)
{
  const EupText *left = a;
  const EupText *right = b;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  for (guint i = 0; i < MIN (left->n, right->n); i++)
    {
      int order = eup_language_compare (left->languages[i], right->languages[i]);

      if (order == 0)
        order = strcmp (left->strings[i], right->strings[i]);
      if (order != 0)
        return order < 0 ? -1 : 1;
    }
  return (left->n > right->n) - (left->n < right->n);
}

/**
 * eup_text_equal:
 * @a: (type EuPolicy.Text): a text
 * @b: (type EuPolicy.Text): another text
 *
 * Tells whether two texts have the same strings in the same languages.
 *
 * It can be used as a [callback@GLib.EqualFunc].
 *
 * Returns: %TRUE if they have
 *
 * Since: 1.0
 */
gboolean
eup_text_equal (gconstpointer a,
                gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_text_compare (a, b) == 0;
}

/**
 * eup_text_hash:
 * @self: (type EuPolicy.Text): a text
 *
 * Gives a number that is the same for equal texts.
 *
 * It can be used as a [callback@GLib.HashFunc].
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
eup_text_hash (gconstpointer self)
{
  const EupText *text = self;
  guint hash = 5381;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < text->n; i++)
    hash = hash * 33 + g_str_hash (text->strings[i]);
  return hash;
}
