/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <eupolicy.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "lib/values/reference/eup-reference-grammar.h"

namespace
{

struct Good
{
  const char        *text;
  EupReferenceScheme scheme;
  const char        *value;
};

#define EURLEX "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri="
#define ELI "http://data.europa.eu/eli/"

const Good good[] = {
  { "COM(2025) 148", EUP_REFERENCE_SCHEME_COM, "COM(2025) 148" },
  { "COM(2025)148", EUP_REFERENCE_SCHEME_COM, "COM(2025) 148" },
  { "COM(2025) 148 final", EUP_REFERENCE_SCHEME_COM, "COM(2025) 148" },
  { "COM(2025)0101", EUP_REFERENCE_SCHEME_COM, "COM(2025) 101" },
  { "COM/2025/847 final", EUP_REFERENCE_SCHEME_COM, "COM(2025) 847" },
  { "COM/2025/0847", EUP_REFERENCE_SCHEME_COM, "COM(2025) 847" },
  { "COM:2025:147:FIN", EUP_REFERENCE_SCHEME_COM, "COM(2025) 147" },
  { "COM:2025:0147", EUP_REFERENCE_SCHEME_COM, "COM(2025) 147" },
  { "KOM (2025) 0529", EUP_REFERENCE_SCHEME_COM, "COM(2025) 529" },
  { "KOM(2025) 529 endgültig", EUP_REFERENCE_SCHEME_COM, "COM(2025) 529" },
  { "com(2025) 529 FINAL", EUP_REFERENCE_SCHEME_COM, "COM(2025) 529" },
  { "COM( 2025 ) 529", EUP_REFERENCE_SCHEME_COM, "COM(2025) 529" },
  { "COM(2025)\xc2\xa0" "529\xc2\xa0" "final", EUP_REFERENCE_SCHEME_COM, "COM(2025) 529" },
  { "  COM(2025) 529\n", EUP_REFERENCE_SCHEME_COM, "COM(2025) 529" },
  { "COM(2025) 500/2", EUP_REFERENCE_SCHEME_COM, "COM(2025) 500/2" },
  { "COM(2025) 500 final/2", EUP_REFERENCE_SCHEME_COM, "COM(2025) 500/2" },
  { "JOIN(2025) 130 final", EUP_REFERENCE_SCHEME_JOIN, "JOIN(2025) 130" },
  { "SWD(2025)57", EUP_REFERENCE_SCHEME_SWD, "SWD(2025) 57" },
  { "SEC(2024) 12", EUP_REFERENCE_SCHEME_SEC, "SEC(2024) 12" },
  { "SEK(2011) 867 endg.", EUP_REFERENCE_SCHEME_SEC, "SEC(2011) 867" },
  { "C(2025) 1000", EUP_REFERENCE_SCHEME_C, "C(2025) 1000" },
  { "2025/0101(COD)", EUP_REFERENCE_SCHEME_PROCEDURE, "2025/0101(COD)" },
  { "2025/0101 (COD)", EUP_REFERENCE_SCHEME_PROCEDURE, "2025/0101(COD)" },
  { "2025/0101(cod)", EUP_REFERENCE_SCHEME_PROCEDURE, "2025/0101(COD)" },
  { "2025/0847/COD", EUP_REFERENCE_SCHEME_PROCEDURE, "2025/0847(COD)" },
  { "2016/0132A(COD)", EUP_REFERENCE_SCHEME_PROCEDURE, "2016/0132A(COD)" },
  { "2025/2045(INI)", EUP_REFERENCE_SCHEME_PROCEDURE, "2025/2045(INI)" },
  { "52025DC0148", EUP_REFERENCE_SCHEME_CELEX, "52025DC0148" },
  { "CELEX:32022L2557", EUP_REFERENCE_SCHEME_CELEX, "32022L2557" },
  { "CELEX 32022L2557", EUP_REFERENCE_SCHEME_CELEX, "32022L2557" },
  { "32022L2557R(01)", EUP_REFERENCE_SCHEME_CELEX, "32022L2557R(01)" },
  { "52024DC0198(01)", EUP_REFERENCE_SCHEME_CELEX, "52024DC0198(01)" },
  { "02009R1223-20191218", EUP_REFERENCE_SCHEME_CELEX, "02009R1223-20191218" },
  { "12016M/TXT", EUP_REFERENCE_SCHEME_CELEX, "12016M/TXT" },
  { "12016E114", EUP_REFERENCE_SCHEME_CELEX, "12016E114" },
  { "62018CJ0311", EUP_REFERENCE_SCHEME_CELEX, "62018CJ0311" },
  { "72022L2557FRA_202401234", EUP_REFERENCE_SCHEME_CELEX, "72022L2557FRA_202401234" },
  { "Regulation (EU) 2025/1106", EUP_REFERENCE_SCHEME_ACT, "Regulation (EU) 2025/1106" },
  { "Regulation (EU) No 1025/2012", EUP_REFERENCE_SCHEME_ACT, "Regulation (EU) No 1025/2012" },
  { "regulation (eu) no. 1025/2012", EUP_REFERENCE_SCHEME_ACT, "Regulation (EU) No 1025/2012" },
  { "Regulation (EU) 1025/2012", EUP_REFERENCE_SCHEME_ACT, "Regulation (EU) No 1025/2012" },
  { "Regulation (EU) No 2016/679", EUP_REFERENCE_SCHEME_ACT, "Regulation (EU) 2016/679" },
  { "Regulation (EU) 2019/2018", EUP_REFERENCE_SCHEME_ACT, "Regulation (EU) 2019/2018" },
  { "Council Regulation (EC) No 1/2003", EUP_REFERENCE_SCHEME_ACT, "Regulation (EC) No 1/2003" },
  { "Council Regulation (EEC) No 1408/71", EUP_REFERENCE_SCHEME_ACT, "Regulation (EEC) No 1408/71" },
  { "Regulation (EU, Euratom) 2018/1046", EUP_REFERENCE_SCHEME_ACT, "Regulation (EU, Euratom) 2018/1046" },
  { "Commission Implementing Regulation (EU) 2021/1", EUP_REFERENCE_SCHEME_ACT, "Implementing Regulation (EU) 2021/1" },
  { "Commission Delegated Directive (EU) 2021/0012", EUP_REFERENCE_SCHEME_ACT, "Delegated Directive (EU) 2021/12" },
  { "Directive (EU) 2022/2557", EUP_REFERENCE_SCHEME_ACT, "Directive (EU) 2022/2557" },
  { "Directive 95/46/EC", EUP_REFERENCE_SCHEME_ACT, "Directive 95/46/EC" },
  { "Directive 2008/115/EC", EUP_REFERENCE_SCHEME_ACT, "Directive 2008/115/EC" },
  { "Decision No 1313/2013/EU", EUP_REFERENCE_SCHEME_ACT, "Decision No 1313/2013/EU" },
  { "Council Framework Decision 2002/584/JHA", EUP_REFERENCE_SCHEME_ACT, "Framework Decision 2002/584/JHA" },
  { "Council Decision (CFSP) 2015/778", EUP_REFERENCE_SCHEME_ACT, "Decision (CFSP) 2015/778" },
  { "OJ L, 2025/1106, 28.5.2025", EUP_REFERENCE_SCHEME_OJ, "OJ L, 2025/1106, 28.5.2025" },
  { "OJ L, 2025/1106, 28.05.2025", EUP_REFERENCE_SCHEME_OJ, "OJ L, 2025/1106, 28.5.2025" },
  { "OJ L, 2025/1106", EUP_REFERENCE_SCHEME_OJ, "OJ L, 2025/1106" },
  { "OJ C, C/2025/4389, 12.8.2025", EUP_REFERENCE_SCHEME_OJ, "OJ C, C/2025/4389, 12.8.2025" },
  { "C/2025/4389", EUP_REFERENCE_SCHEME_OJ, "OJ C, C/2025/4389" },
  { "OJ L 333, 27.12.2022, p. 164", EUP_REFERENCE_SCHEME_OJ, "OJ L 333, 27.12.2022, p. 164" },
  { "OJ L 333 of 27.12.2022, pp. 164–198", EUP_REFERENCE_SCHEME_OJ, "OJ L 333, 27.12.2022, p. 164-198" },
  { "OJ L 169 p. 1-42", EUP_REFERENCE_SCHEME_OJ, "OJ L 169, p. 1-42" },
  { "OJ L 123 I, 1.1.2020", EUP_REFERENCE_SCHEME_OJ, "OJ L 123I, 1.1.2020" },
  { "OJ CE 12, 1.2.2000, p. 3", EUP_REFERENCE_SCHEME_OJ, "OJ CE 12, 1.2.2000, p. 3" },
  { "ABl. L 333, 27.12.2022, S. 164", EUP_REFERENCE_SCHEME_OJ, "OJ L 333, 27.12.2022, p. 164" },
  { "JO L 333", EUP_REFERENCE_SCHEME_OJ, "OJ L 333" },
  { "OJ:L_202401689", EUP_REFERENCE_SCHEME_OJ, "OJ L, 2024/1689" },
  { "OJ:C_202504389", EUP_REFERENCE_SCHEME_OJ, "OJ C, C/2025/4389" },
  { ELI "reg/2025/1106/oj", EUP_REFERENCE_SCHEME_ELI, ELI "reg/2025/1106/oj" },
  { "https://data.europa.eu/eli/reg/2025/1106/oj/", EUP_REFERENCE_SCHEME_ELI, ELI "reg/2025/1106/oj" },
  { "data.europa.eu/eli/dir/2022/2557/oj", EUP_REFERENCE_SCHEME_ELI, ELI "dir/2022/2557/oj" },
  { "https://eur-lex.europa.eu/eli/C/2025/4389/oj/eng", EUP_REFERENCE_SCHEME_ELI, ELI "C/2025/4389/oj/eng" },
  { "eli/reg/2025/1106/oj", EUP_REFERENCE_SCHEME_ELI, ELI "reg/2025/1106/oj" },
  { "/eli/dec_impl/2019/100(1)/oj", EUP_REFERENCE_SCHEME_ELI, ELI "dec_impl/2019/100(1)/oj" },
  { ELI "treaty/tfeu_2016/oj", EUP_REFERENCE_SCHEME_ELI, ELI "treaty/tfeu_2016/oj" },
  { "http://eurovoc.europa.eu/2499", EUP_REFERENCE_SCHEME_EUROVOC, "http://eurovoc.europa.eu/2499" },
  { "https://eurovoc.europa.eu/c_5b447e3a", EUP_REFERENCE_SCHEME_EUROVOC, "http://eurovoc.europa.eu/c_5b447e3a" },
  { "eurovoc:08133", EUP_REFERENCE_SCHEME_EUROVOC, "http://eurovoc.europa.eu/08133" },
  { "Q42", EUP_REFERENCE_SCHEME_WIKIDATA, "Q42" },
  { "wd:Q42", EUP_REFERENCE_SCHEME_WIKIDATA, "Q42" },
  { "http://www.wikidata.org/entity/Q42", EUP_REFERENCE_SCHEME_WIKIDATA, "Q42" },
  { "https://www.wikidata.org/wiki/Q42", EUP_REFERENCE_SCHEME_WIKIDATA, "Q42" },
  { "https://www.wikidata.org/wiki/Property:P31", EUP_REFERENCE_SCHEME_URI, "https://www.wikidata.org/wiki/Property:P31" },
  { "http://eurovoc.europa.eu/schema#x", EUP_REFERENCE_SCHEME_URI, "http://eurovoc.europa.eu/schema#x" },
  { "https://eur-lex.europa.eu/eli/reg/2025/1106/oj?locale=fr", EUP_REFERENCE_SCHEME_URI, "https://eur-lex.europa.eu/eli/reg/2025/1106/oj?locale=fr" },
  { "https://example.eu/", EUP_REFERENCE_SCHEME_URI, "https://example.eu/" },
  { "https://example.eu/ü", EUP_REFERENCE_SCHEME_URI, "https://example.eu/ü" },
  { "urn:isbn:123", EUP_REFERENCE_SCHEME_URI, "urn:isbn:123" },
  { "mailto:a@example.eu", EUP_REFERENCE_SCHEME_URI, "mailto:a@example.eu" },
  { "ST/7926/2025/INIT", EUP_REFERENCE_SCHEME_OTHER, "ST/7926/2025/INIT" },
  { "A10-0045/2025", EUP_REFERENCE_SCHEME_OTHER, "A10-0045/2025" },
  { "P10_TA(2025)0058", EUP_REFERENCE_SCHEME_OTHER, "P10_TA(2025)0058" },
  { "2025/1106", EUP_REFERENCE_SCHEME_OTHER, "2025/1106" },
  { "Q3 2026", EUP_REFERENCE_SCHEME_OTHER, "Q3 2026" },
  { "Commission communication", EUP_REFERENCE_SCHEME_OTHER, "Commission communication" },
  { "Regulation (revision)", EUP_REFERENCE_SCHEME_OTHER, "Regulation (revision)" },
  { "Regulation on  batteries", EUP_REFERENCE_SCHEME_OTHER, "Regulation on batteries" },
  { "Directive 5", EUP_REFERENCE_SCHEME_OTHER, "Directive 5" },
  { "C (see note)", EUP_REFERENCE_SCHEME_OTHER, "C (see note)" },
  { "JOIN us", EUP_REFERENCE_SCHEME_OTHER, "JOIN us" },
  { "OJ Simpson", EUP_REFERENCE_SCHEME_OTHER, "OJ Simpson" },
  { "note: x", EUP_REFERENCE_SCHEME_OTHER, "note: x" },
  { "a:b", EUP_REFERENCE_SCHEME_OTHER, "a:b" },
  { "ü", EUP_REFERENCE_SCHEME_OTHER, "ü" },
};

TEST (Reference, RecognisesAndNormalises)
{
  for (const Good &row : good)
    {
      SCOPED_TRACE (row.text);
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupReference) reference = eup_reference_new_from_string (row.text, &error);

      ASSERT_NE (reference, nullptr) << error->message;
      EXPECT_STREQ (eup_reference_scheme_to_string (eup_reference_get_scheme (reference)), eup_reference_scheme_to_string (row.scheme));
      EXPECT_STREQ (eup_reference_get_value (reference), row.value);
      EXPECT_STREQ (eup_reference_get_text (reference), row.text);

      /* What is normal stays as it is, and is equal. */
      g_autoptr (EupReference) again = eup_reference_new_from_string (row.value, &error);
      ASSERT_NE (again, nullptr) << error->message;
      EXPECT_STREQ (eup_reference_get_value (again), row.value);
      EXPECT_TRUE (eup_reference_equal (reference, again));
      EXPECT_EQ (eup_reference_hash (reference), eup_reference_hash (again));

      const char *problem = "unset";
      EXPECT_EQ (eup_reference_recognise (row.text, strlen (row.text), nullptr, &problem), row.scheme);
      EXPECT_EQ (problem, nullptr);
    }
}

const struct
{
  const char *text;
  int         character;
} bad[] = {
  { "", 1 },
  { "   ", 1 },
  { "COM(2025) 1x8", 12 },
  { "COM(20255) 1", 5 },
  { "COM(25) 1", 5 },
  { "COM(1900) 1", 5 },
  { "COM(2025 148", 10 },
  { "COM(2025)", 10 },
  { "COM(2025) 0", 11 },
  { "COM(2025) 1234567", 11 },
  { "COM(2025) 148 draft", 15 },
  { "COM(2025) 148; COM(2025) 149", 14 },
  { "COM(2025) 335 (recalled)", 15 },
  { "COM(2025) 148/x", 14 },
  { "COM 2025 148", 5 },
  { "COM/2025-148", 9 },
  { "JOIN(2025) x", 12 },
  { "SWD:2025", 9 },
  { "2025/01(COD)", 6 },
  { "2025/00101(COD)", 6 },
  { "2025/0000(COD)", 6 },
  { "25/0101(COD)", 1 },
  { "2025/0101(XYZ)", 11 },
  { "2025/0101(CO)", 11 },
  { "2025/0101(COD", 14 },
  { "2025/0101(COD) x", 16 },
  { "52025DC148", 8 },
  { "52025DC01480", 8 },
  { "52025DC0148x", 12 },
  { "52024DC0198(1)", 12 },
  { "32022L2557R(1)", 11 },
  { "02009R1223-20191318", 11 },
  { "12016M/TX", 7 },
  { "CELEX:x", 7 },
  { "CELEX:5202", 7 },
  { "CELEX:520250148", 8 },
  { "72022L2557FRA", 14 },
  { "Regulation (EU)", 16 },
  { "Regulation (EU) 2025", 21 },
  { "Regulation (EU) 2025/", 22 },
  { "Regulation (EU) 2012/1025", 17 },
  { "Regulation (EU) 2025/0", 22 },
  { "Regulation (EU) 2025/123456", 22 },
  { "Regulation (EU) No 12/345", 20 },
  { "Directive 2008/115/XX", 20 },
  { "Regulation (EU) 2025/1106 (SAFE)", 27 },
  { "OJ L, 2025/1106, 31.2.2025", 18 },
  { "OJ L, 2025/1106, soon", 18 },
  { "OJ L, 25/1106", 7 },
  { "OJ L, 2025/0", 12 },
  { "OJ L, C/2025/4389", 7 },
  { "OJ L 333, foo", 11 },
  { "OJ L 333, p. x", 14 },
  { "OJ L 333, p. 1-x", 16 },
  { "OJ:L_2024", 4 },
  { "C/2025/", 8 },
  { ELI "reg/25/1106/oj", 31 },
  { ELI "reg/2025/x/oj", 36 },
  { ELI "reg/2025/11x6/oj", 38 },
  { ELI "reg//1106", 30 },
  { ELI "reg", 27 },
  { ELI "reg/2025/1 106", 37 },
  { "http://eurovoc.europa.eu/24x", 26 },
  { "eurovoc:1234567", 9 },
  { "eurovoc:c_5B447E3A", 9 },
  { "Q042", 2 },
  { "Q0", 2 },
  { "wd:P31", 4 },
  { "wd:Q4x", 4 },
  { "https://example.eu/a b", 21 },
  { "http:///x", 8 },
  { "http:x", 6 },
};

TEST (Reference, SaysWhatIsMalformedAndWhere)
{
  for (const auto &row : bad)
    {
      SCOPED_TRACE (row.text);
      g_autoptr (GError) error = nullptr;
      g_autoptr (EupReference) reference = eup_reference_new_from_string (row.text, &error);

      ASSERT_EQ (reference, nullptr) << eup_reference_get_value (reference);
      ASSERT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE));
      EXPECT_NE (std::string (error->message).find ("at character " + std::to_string (row.character) + ":"), std::string::npos)
          << error->message;

      const char *problem = nullptr;
      EXPECT_EQ (eup_reference_recognise (row.text, strlen (row.text), nullptr, &problem), EUP_REFERENCE_SCHEME_OTHER);
      EXPECT_NE (problem, nullptr);

      /* Kept all the same by an object that is made without asking. */
      g_autoptr (EupReference) kept = (EupReference *) g_object_new (EUP_TYPE_REFERENCE, "text", row.text, nullptr);
      EXPECT_EQ (eup_reference_get_scheme (kept), EUP_REFERENCE_SCHEME_OTHER);
      EXPECT_STREQ (eup_reference_get_text (kept), row.text);
      EXPECT_EQ (eup_reference_get_uri (kept), nullptr);
    }
  g_autoptr (GError) error = nullptr;
  EXPECT_EQ (eup_reference_new_from_string ("COM\xff", &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_BAD_VALUE));
  EXPECT_TRUE (g_utf8_validate (error->message, -1, nullptr));
}

TEST (Reference, HasAnAddressWhereThereIsARule)
{
  const struct
  {
    const char *text, *uri;
  } rows[] = { { "COM(2025) 148", EURLEX "COM:2025:148:FIN" },
               { "JOIN(2025) 130", EURLEX "JOIN:2025:130:FIN" },
               { "SWD(2025) 57", EURLEX "SWD:2025:57:FIN" },
               { "SEC(2024) 12", EURLEX "SEC:2024:12:FIN" },
               { "COM(2025) 148/2", nullptr },
               { "C(2025) 1000", nullptr },
               { "52025DC0148", EURLEX "CELEX:52025DC0148" },
               { "2025/0101(COD)", "https://oeil.secure.europarl.europa.eu/oeil/en/procedure-file?reference=2025/0101(COD)" },
               { "eli/reg/2025/1106/oj", ELI "reg/2025/1106/oj" },
               { "eurovoc:2499", "http://eurovoc.europa.eu/2499" },
               { "Q42", "https://www.wikidata.org/wiki/Q42" },
               { "https://example.eu/", "https://example.eu/" },
               { "Regulation (EU) 2025/1106", nullptr },
               { "OJ L, 2025/1106", nullptr },
               { "something else", nullptr } };
  for (const auto &row : rows)
    {
      g_autoptr (EupReference) reference = eup_reference_new_from_string (row.text, nullptr);
      EXPECT_STREQ (eup_reference_get_uri (reference), row.uri) << row.text;
    }
}

TEST (Reference, AnyTextIsTaken)
{
  std::mt19937 random (5);
  const char *parts[] = { "COM", "(", ")", "2025", "/", " ", "148", "final", ":", "OJ", "L", "C", ",", ".", "p.", "-", "Q", "4",
                          "Regulation", "EU", "No", "Directive", "EC", "http://", "data.europa.eu/eli/", "reg", "eurovoc:", "wd:",
                          "52025DC0148", "COD", "\xc3\xa9", "R", "_", "\xc2\xa0", "CELEX:", "28.5.2025", "I", "0", "eli/", "Council" };
  for (int i = 0; i < 300000; i++)
    {
      std::string text;
      for (unsigned n = random () % 9; n > 0; n--)
        text += parts[random () % G_N_ELEMENTS (parts)];
      g_autoptr (GString) value = g_string_new ("kept ");
      const char *problem = nullptr;
      gsize offset = 0;
      const EupReferenceScheme scheme = eup_reference_recognise_at (text.data (), text.size (), value, &problem, &offset);

      ASSERT_EQ (strncmp (value->str, "kept ", 5), 0);
      ASSERT_TRUE (g_utf8_validate (value->str, -1, nullptr)) << text;
      ASSERT_LE (offset, text.size ()) << text;
      ASSERT_EQ (eup_reference_recognise (text.data (), text.size (), nullptr, nullptr), scheme);
      if (problem != nullptr)
        {
          ASSERT_EQ (scheme, EUP_REFERENCE_SCHEME_OTHER);
          continue;
        }
      g_autoptr (GString) again = g_string_new (nullptr);
      ASSERT_EQ (eup_reference_recognise (value->str + 5, value->len - 5, again, &problem), scheme) << text << " -> " << value->str;
      ASSERT_STREQ (again->str, value->str + 5) << text;
    }
}

/* The text ends where it is said to end, whatever stands behind it. */
TEST (Reference, ReadsNoFurtherThanItsLength)
{
  for (const Good &row : good)
    for (size_t length = 0; length <= strlen (row.text); length++)
      {
        g_autofree char *exact = (char *) g_memdup2 (row.text, MAX (length, 1));
        eup_reference_recognise (exact, length, nullptr, nullptr);
      }
}

TEST (Reference, IsAnObject)
{
  g_autoptr (EupReference) empty = (EupReference *) g_object_new (EUP_TYPE_REFERENCE, nullptr);
  EXPECT_STREQ (eup_reference_get_text (empty), "");
  EXPECT_STREQ (eup_reference_get_value (empty), "");
  EXPECT_EQ (eup_reference_get_scheme (empty), EUP_REFERENCE_SCHEME_OTHER);
  g_autoptr (EupReference) null = (EupReference *) g_object_new (EUP_TYPE_REFERENCE, "text", nullptr, nullptr);
  EXPECT_TRUE (eup_reference_equal (empty, null));
  g_autoptr (EupReference) broken = (EupReference *) g_object_new (EUP_TYPE_REFERENCE, "text", "a\xff", nullptr);
  EXPECT_TRUE (g_utf8_validate (eup_reference_get_text (broken), -1, nullptr));

  g_autoptr (EupReference) reference = eup_reference_new_from_string ("COM/2025/148", nullptr);
  g_autofree char *text = nullptr, *value = nullptr, *uri = nullptr;
  EupReferenceScheme scheme;
  g_object_get (reference, "text", &text, "value", &value, "uri", &uri, "scheme", &scheme, nullptr);
  EXPECT_STREQ (text, "COM/2025/148");
  EXPECT_STREQ (value, "COM(2025) 148");
  EXPECT_STREQ (uri, EURLEX "COM:2025:148:FIN");
  EXPECT_EQ (scheme, EUP_REFERENCE_SCHEME_COM);
  EXPECT_FALSE (eup_reference_equal (reference, empty));

  const auto expect = [] (auto call) {
    g_test_expect_message ("EuPolicy", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
    call ();
    g_test_assert_expected_messages ();
  };
  expect ([] { EXPECT_EQ (eup_reference_new_from_string (nullptr, nullptr), nullptr); });
  expect ([] { eup_reference_get_text (nullptr); });
  expect ([] { eup_reference_get_value (nullptr); });
  expect ([] { eup_reference_get_uri (nullptr); });
  expect ([] { eup_reference_get_scheme (nullptr); });
  expect ([&] { eup_reference_equal (reference, nullptr); });
  expect ([] { eup_reference_hash (nullptr); });
}

} // namespace
