/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-reason.h>

#include <eupolicy/eup-date.h>

#include "values/eup-language.h"
#include "values/eup-value-object.h"

/**
 * EupReason:
 *
 * Why an initiative has its status: by which rule, what decided, and on which date.
 *
 * The rules are
 *
 * | rule | the status |
 * |---|---|
 * | `stated` | is stated by the initiative itself |
 * | `milestone` | is the furthest stage that its milestones have reached |
 * | `launched` | follows from its launch |
 * | `ended` | follows from its withdrawal or its expiry |
 * | `parts` | is that of its parts together |
 * | `fulfilled-by` | is that of what fulfils it |
 * | `planned` | is announced, since something about it is planned |
 * | `mandate` | is announced by its mandate, which has begun |
 * | `none` | is not known |
 *
 * It is immutable, and may be used in any thread.
 *
 * Since: 1.0
 */
struct _EupReason
{
  GObject parent_instance;

  char *rule;
  char *entity_id;
  EupDate *date;
};

static const EupValueField fields[] = {
  /**
   * EupReason:rule:
   *
   * The rule by which the status was found.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupReason, "rule", rule, STRING),
  /**
   * EupReason:entity-id:
   *
   * The id of what decided: a milestone, a part, a mandate, or the initiative itself.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD (EupReason, "entity-id", entity_id, STRING),
  /**
   * EupReason:date:
   *
   * The date since which the initiative has the status.
   *
   * Since: 1.0
   */
  EUP_VALUE_FIELD_BOXED (EupReason, "date", date, eup_date),
};

EUP_DEFINE_VALUE_OBJECT (EupReason, eup_reason, fields)

/* What is said of each rule; %s is the id of what decided. */
typedef struct
{
  const char *rule;
  const char *english, *german, *french;
} Sentence;

static const Sentence sentences[] = {
  { "stated", "it is stated", "es ist so angegeben", "c’est indiqué" },
  { "milestone", "it has reached the milestone %s", "der Meilenstein %s ist erreicht", "l’étape %s est atteinte" },
  { "launched", "it was launched: %s", "es ist gestartet: %s", "elle est lancée : %s" },
  { "ended", "it has ended: %s", "es ist beendet: %s", "elle a pris fin : %s" },
  { "parts", "its parts say so, lately %s", "seine Teile ergeben es, zuletzt %s", "ses parties l’indiquent, dernièrement %s" },
  { "fulfilled-by", "what fulfils it says so, lately %s", "was es erfüllt, ergibt es, zuletzt %s",
    "ce qui la réalise l’indique, dernièrement %s" },
  { "planned", "%s is planned", "%s ist geplant", "%s est prévu" },
  { "mandate", "the mandate %s has begun", "das Mandat %s hat begonnen", "le mandat %s a commencé" },
  { "none", "nothing is known", "nichts ist bekannt", "rien n’est connu" },
};

/**
 * eup_reason_new:
 * @rule: the rule by which the status was found
 * @entity_id: (nullable): the id of what decided
 * @date: (nullable): the date since which the initiative has the status
 *
 * Makes a reason.
 *
 * Returns: (transfer full): a new reason
 *
 * Since: 1.0
 */
EupReason *
eup_reason_new (const char *rule,
                const char *entity_id,
                EupDate    *date)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return g_object_new (EUP_TYPE_REASON, "rule", rule, "entity-id", entity_id, "date", date, NULL);
}

/**
 * eup_reason_get_rule:
 * @self: a reason
 *
 * Gives the rule by which the status was found.
 *
 * Returns: (transfer none): the rule, as a word such as `milestone`
 *
 * Since: 1.0
 */
const char *
eup_reason_get_rule (EupReason *self)
{
  g_return_val_if_fail (EUP_IS_REASON (self), NULL);

  return self->rule;
}

/**
 * eup_reason_get_entity_id:
 * @self: a reason
 *
 * Gives the id of what decided: a milestone, a part, a mandate, or the initiative itself.
 *
 * Returns: (nullable) (transfer none): the id, or %NULL where nothing did
 *
 * Since: 1.0
 */
const char *
eup_reason_get_entity_id (EupReason *self)
{
  g_return_val_if_fail (EUP_IS_REASON (self), NULL);

  return self->entity_id;
}

/**
 * eup_reason_get_date:
 * @self: a reason
 *
 * Gives the date since which the initiative has the status.
 *
 * Returns: (nullable) (transfer none): the date, or %NULL where it is not known
 *
 * Since: 1.0
 */
EupDate *
eup_reason_get_date (EupReason *self)
{
  g_return_val_if_fail (EUP_IS_REASON (self), NULL);

  return self->date;
}

static const char *
sentence_in (const Sentence *sentence,
             const char     *language)
{
  if (g_ascii_strncasecmp (language, "de", 2) == 0)
    return sentence->german;
  if (g_ascii_strncasecmp (language, "fr", 2) == 0)
    return sentence->french;
  return sentence->english;
}

/**
 * eup_reason_format:
 * @self: a reason
 * @language: (nullable): the language to write in, as BCP 47, or %NULL for the user's
 *
 * Says the reason in words: in English, German or French, and in English for all other languages.
 *
 * What decided is named by its id.
 *
 * Returns: (transfer full): the words
 *
 * Since: 1.0
 */
char *
eup_reason_format (EupReason  *self,
                   const char *language)
{
  g_auto (GStrv) user = NULL;
  GString *words;

  g_return_val_if_fail (EUP_IS_REASON (self), NULL);

  if (language == NULL)
    {
      user = eup_languages_of_user ();
      language = user[0] != NULL ? user[0] : "en";
    }
  words = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_strcmp0 (sentences[i].rule, self->rule) == 0)
      g_string_append (words, sentence_in (&sentences[i], language));
  if (words->len == 0)
    g_string_append (words, self->rule);
  g_string_replace (words, "%s", self->entity_id != NULL ? self->entity_id : "?", 0);
  if (self->date != NULL)
    {
      g_autofree char *date = eup_date_format (self->date, language);

      g_string_append_printf (words, " (%s)", date);
    }
  return g_string_free (words, FALSE);
}

/**
 * eup_reason_equal:
 * @a: (type EuPolicy.Reason): a reason
 * @b: (type EuPolicy.Reason): another reason
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
eup_reason_equal (gconstpointer a,
                  gconstpointer b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return eup_value_object_equal (a, b, fields, G_N_ELEMENTS (fields));
}

/**
 * eup_reason_hash:
 * @self: (type EuPolicy.Reason): a reason
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
eup_reason_hash (gconstpointer self)
{
  g_return_val_if_fail (self != NULL, 0);

  return eup_value_object_hash (self, fields, G_N_ELEMENTS (fields));
}
