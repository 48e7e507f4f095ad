/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <eupolicy.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "lib/values/eup-enum-names.h"
#include "lib/values/display/eup-labels.h"

#include "user-language.h"

namespace
{

std::string
take (char *string)
{
  std::string copy (string != nullptr ? string : "(null)");
  g_free (string);
  return copy;
}

const GType types[] = { EUP_TYPE_STATUS,          EUP_TYPE_INSTRUMENT,       EUP_TYPE_MILESTONE_KIND, EUP_TYPE_ACTOR,
                        EUP_TYPE_MILESTONE_STATE, EUP_TYPE_CONFIDENCE,       EUP_TYPE_QUALIFIER,      EUP_TYPE_LINK_KIND,
                        EUP_TYPE_REFERENCE_SCHEME, EUP_TYPE_PRECISION,       EUP_TYPE_FORMAT,         EUP_TYPE_SEVERITY,
                        EUP_TYPE_CHANGE_KIND,     EUP_TYPE_OPERATOR };

const GType labelled[] = { EUP_TYPE_STATUS, EUP_TYPE_INSTRUMENT,      EUP_TYPE_MILESTONE_KIND,
                           EUP_TYPE_ACTOR,  EUP_TYPE_MILESTONE_STATE, EUP_TYPE_CONFIDENCE };

const char *const languages[] = { "bg", "es", "cs", "da", "de", "et", "el", "en", "fr", "ga", "hr", "it",
                                  "lv", "lt", "hu", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "fi", "sv" };

TEST (Enums, WordsAreThoseOfTheType)
{
  for (GType type : types)
    {
      SCOPED_TRACE (g_type_name (type));
      g_autoptr (GTypeClass) klass = (GTypeClass *) g_type_class_ref (type);
      GEnumClass *values = (GEnumClass *) klass;

      ASSERT_EQ (eup_enum_n_values (type), values->n_values);
      for (guint i = 0; i < values->n_values; i++)
        {
          const GEnumValue &value = values->values[i];
          int found = -1;

          EXPECT_EQ (value.value, (int) i);
          EXPECT_STREQ (eup_enum_nick (type, value.value), value.value_nick);
          EXPECT_TRUE (eup_enum_from_nick (type, value.value_nick, strlen (value.value_nick), &found));
          EXPECT_EQ (found, value.value);
        }
      EXPECT_EQ (eup_enum_nick (type, -1), nullptr);
      EXPECT_EQ (eup_enum_nick (type, (int) values->n_values), nullptr);
      EXPECT_EQ (eup_enum_label (type, -1, "en"), nullptr);
      EXPECT_EQ (eup_enum_label (type, G_MAXINT, "en"), nullptr);
    }
  int found;
  EXPECT_EQ (eup_enum_nick (G_TYPE_STRING, 0), nullptr);
  EXPECT_EQ (eup_enum_label (G_TYPE_STRING, 0, nullptr), nullptr);
  EXPECT_FALSE (eup_enum_from_nick (G_TYPE_STRING, "x", 1, &found));
  EXPECT_EQ (eup_enum_n_values (G_TYPE_STRING), 0u);
}

TEST (Enums, OnlyWholeWordsAreFound)
{
  std::mt19937 random (11);
  for (GType type : types)
    for (guint i = 0; i < eup_enum_n_values (type); i++)
      {
        const std::string nick = eup_enum_nick (type, (int) i);
        int found = -1;

        for (size_t n = 0; n < nick.size (); n++)
          {
            bool known = false;
            for (guint k = 0; k < eup_enum_n_values (type); k++)
              known = known || nick.substr (0, n) == eup_enum_nick (type, (int) k);
            EXPECT_EQ (eup_enum_from_nick (type, nick.data (), n, &found), known) << nick;
          }
        found = -1;
        EXPECT_FALSE (eup_enum_from_nick (type, (nick + "x").data (), nick.size () + 1, &found));
        for (int j = 0; j < 200; j++)
          {
            std::string other = nick;
            other[random () % other.size ()] = (char) random ();
            bool known = false;
            for (guint k = 0; k < eup_enum_n_values (type); k++)
              known = known || other == eup_enum_nick (type, (int) k);
            EXPECT_EQ (eup_enum_from_nick (type, other.data (), other.size (), &found), known);
          }
      }
}

TEST (Enums, LabelsAreNeverEmpty)
{
  for (GType type : types)
    for (guint i = 0; i < eup_enum_n_values (type); i++)
      for (const char *language : { "en", "fr", "de-AT", "xx", "zh-Hant", "", "not a tag", "e", "frr" })
        {
          const char *label = eup_enum_label (type, (int) i, language);
          ASSERT_NE (label, nullptr);
          EXPECT_GT (strlen (label), 1u);
          EXPECT_TRUE (g_utf8_validate (label, -1, nullptr));
        }
}

TEST (Enums, LabelsAreInEveryLanguageOfTheUnion)
{
  for (GType type : labelled)
    for (const char *language : languages)
      {
        SCOPED_TRACE (std::string (g_type_name (type)) + " in " + language);
        std::set<std::string> seen;

        for (guint i = 0; i < eup_enum_n_values (type); i++)
          {
            const char *label = eup_enum_label (type, (int) i, language);
            ASSERT_NE (label, nullptr);
            EXPECT_TRUE (g_utf8_validate (label, -1, nullptr));
            EXPECT_TRUE (g_unichar_isupper (g_utf8_get_char (label))) << label;
            EXPECT_TRUE (seen.insert (label).second) << label;
          }
        EXPECT_EQ (eup_language_index (language) < 0, std::string (language) == "en");
        const char *unknown = eup_enum_label (type, 0, language);
        EXPECT_EQ (std::string (unknown) == "Unknown", std::string (language) == "en");
      }
  EXPECT_EQ (eup_language_index (nullptr), -1);
  EXPECT_EQ (eup_language_index ("fra"), -1);
  EXPECT_EQ (eup_language_index ("FR-be"), EUP_LANGUAGE_FR);
}

TEST (Enums, TheUsersLanguageIsTheDefault)
{
  {
    UserLanguage french ("xx:fr_BE:de");
    EXPECT_STREQ (eup_enum_label (EUP_TYPE_STATUS, EUP_STATUS_IN_FORCE, nullptr), "En vigueur");
  }
  {
    UserLanguage english ("en_GB:de");
    EXPECT_STREQ (eup_enum_label (EUP_TYPE_STATUS, EUP_STATUS_IN_FORCE, nullptr), "In force");
  }
  UserLanguage unknown ("xx");
  EXPECT_STREQ (eup_enum_label (EUP_TYPE_STATUS, EUP_STATUS_IN_FORCE, nullptr), "In force");
}

TEST (Enums, ValuesTransformToLabels)
{
  for (GType type : types)
    for (guint i = 0; i < eup_enum_n_values (type); i++)
      {
        g_auto (GValue) from = G_VALUE_INIT;
        g_auto (GValue) to = G_VALUE_INIT;
        g_value_init (&from, type);
        g_value_init (&to, G_TYPE_STRING);
        g_value_set_enum (&from, (int) i);
        ASSERT_TRUE (g_value_transform (&from, &to));
        EXPECT_STREQ (g_value_get_string (&to), eup_enum_label (type, (int) i, nullptr));
      }
}

/* The three public calls of one enumeration. */
#define TEST_STRINGS(Name, Type, name, TYPE)                                              \
  TEST (EnumStrings, Name)                                                                \
  {                                                                                       \
    for (guint i = 0; i < eup_enum_n_values (TYPE); i++)                                  \
      {                                                                                   \
        const char *word = eup_##name##_to_string ((Type) i);                             \
        Type value = (Type) 99;                                                           \
        ASSERT_STREQ (word, eup_enum_nick (TYPE, (int) i));                               \
        EXPECT_TRUE (eup_##name##_from_string (word, &value));                            \
        EXPECT_EQ ((guint) value, i);                                                     \
        EXPECT_EQ (take (eup_##name##_dup_label ((Type) i, "en")),                        \
                   eup_enum_label (TYPE, (int) i, "en"));                                 \
        EXPECT_FALSE (take (eup_##name##_dup_label ((Type) i, nullptr)).empty ());        \
      }                                                                                   \
    Type none = (Type) 99;                                                                \
    EXPECT_FALSE (eup_##name##_from_string ("no such word", &none));                      \
    EXPECT_EQ ((int) none, 0);                                                            \
    EXPECT_FALSE (eup_##name##_from_string ("", &none));                                  \
    EXPECT_EQ (eup_##name##_to_string ((Type) 99), nullptr);                              \
    EXPECT_EQ (take (eup_##name##_dup_label ((Type) 99, "en")), "99");                    \
    g_test_expect_message ("EuPolicy", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");       \
    EXPECT_FALSE (eup_##name##_from_string (nullptr, &none));                             \
    g_test_assert_expected_messages ();                                                   \
  }

TEST_STRINGS (Status, EupStatus, status, EUP_TYPE_STATUS)
TEST_STRINGS (Instrument, EupInstrument, instrument, EUP_TYPE_INSTRUMENT)
TEST_STRINGS (MilestoneKind, EupMilestoneKind, milestone_kind, EUP_TYPE_MILESTONE_KIND)
TEST_STRINGS (Actor, EupActor, actor, EUP_TYPE_ACTOR)
TEST_STRINGS (MilestoneState, EupMilestoneState, milestone_state, EUP_TYPE_MILESTONE_STATE)
TEST_STRINGS (Confidence, EupConfidence, confidence, EUP_TYPE_CONFIDENCE)
TEST_STRINGS (Qualifier, EupQualifier, qualifier, EUP_TYPE_QUALIFIER)
TEST_STRINGS (LinkKind, EupLinkKind, link_kind, EUP_TYPE_LINK_KIND)
TEST_STRINGS (ReferenceScheme, EupReferenceScheme, reference_scheme, EUP_TYPE_REFERENCE_SCHEME)
TEST_STRINGS (Precision, EupPrecision, precision, EUP_TYPE_PRECISION)
TEST_STRINGS (Format, EupFormat, format, EUP_TYPE_FORMAT)
TEST_STRINGS (Severity, EupSeverity, severity, EUP_TYPE_SEVERITY)
TEST_STRINGS (ChangeKind, EupChangeKind, change_kind, EUP_TYPE_CHANGE_KIND)
TEST_STRINGS (Operator, EupOperator, operator, EUP_TYPE_OPERATOR)

} // namespace
