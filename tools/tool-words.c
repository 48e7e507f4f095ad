/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-words.h"

#include <stdlib.h>
#include <string.h>

enum { ENGLISH, GERMAN, FRENCH, N_LANGUAGES };

static const char * const texts[TOOL_N_WORDS][N_LANGUAGES] = {
  [TOOL_WORDS_STATUS] = { "Status", "Status", "Statut" },
  [TOOL_WORDS_STATE] = { "State", "Zustand", "État" },
  [TOOL_WORDS_WHY] = { "Why", "Warum", "Pourquoi" },
  [TOOL_WORDS_VERDICT] = { "Verdict", "Urteil", "Verdict" },
  [TOOL_WORDS_MOVED_TO] = { "Moved to", "Verschoben auf", "Reporté au" },
  [TOOL_WORDS_MOVED_BY] = { "Moved by", "Verschoben von", "Reporté par" },
  [TOOL_WORDS_KNOWN_SINCE] = { "Known since", "Bekannt seit", "Connu depuis" },
  [TOOL_WORDS_FIRST_PLANNED] = { "First planned", "Erst geplant", "D’abord prévu" },
  [TOOL_WORDS_SLIPPAGE] = { "Slippage", "Verzug", "Décalage" },
  [TOOL_WORDS_MOVED_DATES] = { "Moved dates", "Verschobene Termine", "Dates reportées" },
  [TOOL_WORDS_PARTS] = { "Parts", "Teile", "Parties" },
  [TOOL_WORDS_FULFILLED_BY] = { "Fulfilled by", "Erfüllt durch", "Réalisé par" },
  [TOOL_WORDS_SOURCES] = { "Sources", "Quellen", "Sources" },
  [TOOL_WORDS_QUOTED] = { "“{1}”", "„{1}“", "« {1} »" },
  [TOOL_WORDS_LATER] = { "{1} later", "{1} später", "{1} plus tard" },
  [TOOL_WORDS_EARLIER] = { "{1} earlier", "{1} früher", "{1} plus tôt" },
  [TOOL_WORDS_SAME_DAY] = { "none: on the same day", "keiner: am selben Tag", "aucun : le même jour" },
  [TOOL_WORDS_UNKNOWN_DATE] = { "a date not known yet", "einen noch unbekannten Tag", "une date encore inconnue" },
  [TOOL_WORDS_IS_UNKNOWN] = { "its status is not known", "der Status ist nicht bekannt", "son statut n’est pas connu" },
  [TOOL_WORDS_IS_KEPT] = { "it was delivered, and no date of it slipped", "es ist umgesetzt, und kein Termin hat sich verspätet",
                           "elle est réalisée, et aucune date n’a pris de retard" },
  [TOOL_WORDS_IS_KEPT_LATE] = { "it was delivered, but {1} came {2} than first planned",
                                "es ist umgesetzt, doch {1} kam {2} als erst geplant",
                                "elle est réalisée, mais {1} est arrivé {2} que d’abord prévu" },
  [TOOL_WORDS_IS_KEPT_BUT_LATE] = { "it was delivered, but {1} comes {2} than first planned",
                                    "es ist umgesetzt, doch {1} kommt {2} als erst geplant",
                                    "elle est réalisée, mais {1} arrivera {2} que d’abord prévu" },
  [TOOL_WORDS_IS_KEPT_LATE_THROUGH] = { "it was delivered, but {1} came late", "es ist umgesetzt, doch {1} kam zu spät",
                                        "elle est réalisée, mais {1} est arrivé en retard" },
  [TOOL_WORDS_HAS_ENDED] = { "it ended before it was delivered", "es endete, bevor es umgesetzt war",
                             "elle a pris fin avant d’être réalisée" },
  [TOOL_WORDS_WAS_GIVEN_UP] = { "{1} was given up, and nothing else is expected",
                                "{1} wurde aufgegeben, und nichts anderes wird erwartet",
                                "{1} a été abandonné, et rien d’autre n’est attendu" },
  [TOOL_WORDS_IS_LATE] = { "{1} is {2} than first planned", "{1} ist {2} als erst geplant", "{1} est {2} que d’abord prévu" },
  [TOOL_WORDS_WAS_MISSED] = { "{1} was missed", "{1} wurde verfehlt", "{1} a été manqué" },
  [TOOL_WORDS_IS_OVERDUE] = { "the day of {1} has passed, and nothing says that it was met",
                              "der Tag von {1} ist vorbei, und nichts sagt, dass er eingehalten wurde",
                              "le jour de {1} est passé, et rien ne dit qu’il a été respecté" },
  [TOOL_WORDS_IS_LATE_THROUGH] = { "{1} is late", "{1} ist verspätet", "{1} est en retard" },
  [TOOL_WORDS_IS_PENDING] = { "it is not delivered yet, and nothing says that it is late",
                              "es ist noch nicht umgesetzt, und nichts sagt, dass es verspätet ist",
                              "elle n’est pas encore réalisée, et rien ne dit qu’elle est en retard" },
  [TOOL_WORDS_STATED] = { "a source says so", "eine Quelle sagt es", "une source le dit" },
  [TOOL_WORDS_DAY_HAS_COME] = { "its day has come, and nothing says otherwise",
                                "der Tag ist gekommen, und nichts sagt etwas anderes",
                                "son jour est venu, et rien ne dit le contraire" },
  [TOOL_WORDS_DAY_WILL_COME] = { "its day is yet to come", "der Tag kommt noch", "son jour est encore à venir" },
  [TOOL_WORDS_DAY_WAS_MISSED] = { "the day has passed, and a source says that it was not met",
                                  "der Tag ist vorbei, und eine Quelle sagt, dass er nicht eingehalten wurde",
                                  "le jour est passé, et une source dit qu’il n’a pas été respecté" },
  [TOOL_WORDS_CANCELLED] = { "a source says that the plan was given up", "eine Quelle sagt, dass der Plan aufgegeben wurde",
                             "une source dit que le projet a été abandonné" },
  [TOOL_WORDS_TARGET_PASSED] = { "the day of the target has passed, and nothing says whether it was met",
                                 "der Tag des Ziels ist vorbei, und nichts sagt, ob es erreicht wurde",
                                 "le jour de l’objectif est passé, et rien ne dit s’il a été atteint" },
  [TOOL_WORDS_NO_DATE] = { "it has no date", "es hat keinen Termin", "elle n’a pas de date" },
  [TOOL_WORDS_NOT_KNOWN_YET] = { "it takes the place of {1}, and that is not known yet",
                                 "es tritt an die Stelle von {1}, und das ist noch nicht bekannt",
                                 "elle remplace {1}, ce qui n’est pas encore connu" },
  [TOOL_WORDS_WAS_MOVED] = { "it was moved to {1}", "es wurde verschoben auf {1}", "elle a été reportée au {1}" },
  [TOOL_WORDS_WAS_MOVED_SOMEWHERE] = { "it was moved to a date that is not known yet",
                                       "es wurde auf einen noch unbekannten Tag verschoben",
                                       "elle a été reportée à une date encore inconnue" },
};

static int
language_of (ToolSession *session)
{
  const char *language = tool_session_language (session);

  if (language == NULL)
    language = g_get_language_names ()[0];
  if (g_ascii_strncasecmp (language, "de", 2) == 0)
    return GERMAN;
  if (g_ascii_strncasecmp (language, "fr", 2) == 0)
    return FRENCH;
  return ENGLISH;
}

const char *
tool_words (ToolSession *session,
            ToolWords    words)
{
  return texts[words][language_of (session)];
}

char *
tool_words_with (ToolSession *session,
                 ToolWords    words,
                 const char  *first,
                 const char  *second)
{
  const char *text = tool_words (session, words);
  GString *all = g_string_new (NULL);

  /* What is put in may itself have such signs in it. */
  for (const char *p = text; *p != '\0'; p++)
    if (g_str_has_prefix (p, "{1}") || g_str_has_prefix (p, "{2}"))
      {
        const char *given = p[1] == '1' ? first : second;

        g_string_append (all, given != NULL ? given : "?");
        p += 2;
      }
    else
      {
        g_string_append_c (all, *p);
      }
  return g_string_free (all, FALSE);
}

char *
tool_words_slippage (ToolSession *session,
                     int          days)
{
  static const char * const one[] = { "1 day", "1 Tag", "1 jour" };
  static const char * const many[] = { "%d days", "%d Tage", "%d jours" };
  int language = language_of (session);
  int number = abs (days);
  g_autoptr (GString) count = g_string_new (number == 1 ? one[language] : many[language]);
  g_autofree char *digits = g_strdup_printf ("%d", number);

  if (days == 0)
    return g_strdup (tool_words (session, TOOL_WORDS_SAME_DAY));
  g_string_replace (count, "%d", digits, 1);
  return tool_words_with (session, days > 0 ? TOOL_WORDS_LATER : TOOL_WORDS_EARLIER, count->str, NULL);
}
