/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <eupolicy.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace
{

std::string
take (char *string)
{
  std::string copy (string != nullptr ? string : "(null)");
  g_free (string);
  return copy;
}

template <typename Call>
void
expect_critical (Call call)
{
  g_test_expect_message ("EuPolicy", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  call ();
  g_test_assert_expected_messages ();
}

/* Values to make objects of, and others to make them different. */
struct Values
{
  EupText     *text = eup_text_new ("en", "text");
  EupText     *other_text = eup_text_new ("en", "other");
  EupDate     *date = eup_date_new (2025, 6, 5, nullptr);
  EupDate     *other_date = eup_date_new (2026, 0, 0, nullptr);
  EupPeriod   *period = eup_period_new (date, nullptr);
  EupPeriod   *other_period = eup_period_new (nullptr, date);
  EupCitation *citation = eup_citation_new (text, "https://example.eu/", date);
  EupCitation *other_citation = eup_citation_new (other_text, nullptr, nullptr);

  ~Values ()
  {
    eup_text_unref (text);
    eup_text_unref (other_text);
    eup_date_unref (date);
    eup_date_unref (other_date);
    eup_period_unref (period);
    eup_period_unref (other_period);
    g_object_unref (citation);
    g_object_unref (other_citation);
  }
};

/* Equal objects have equal hashes, and each different property makes a different object. */
template <typename Type>
void
expect_values (gboolean (*equal) (gconstpointer, gconstpointer), guint (*hash) (gconstpointer), Type *self, Type *same,
               std::vector<Type *> others)
{
  EXPECT_TRUE (equal (self, self));
  EXPECT_TRUE (equal (self, same));
  EXPECT_TRUE (equal (same, self));
  EXPECT_EQ (hash (self), hash (same));
  for (size_t i = 0; i < others.size (); i++)
    {
      EXPECT_FALSE (equal (self, others[i])) << i;
      EXPECT_FALSE (equal (others[i], self)) << i;
      g_object_unref (others[i]);
    }
  expect_critical ([&] { EXPECT_FALSE (equal (self, nullptr)); });
  expect_critical ([&] { EXPECT_FALSE (equal (nullptr, self)); });
  expect_critical ([&] { EXPECT_EQ (hash (nullptr), 0u); });
  g_object_unref (self);
  g_object_unref (same);
}

TEST (Objects, LiveWithoutAnyProperty)
{
  for (GType type : { EUP_TYPE_FIGURE, EUP_TYPE_LINK, EUP_TYPE_TERM, EUP_TYPE_CITATION, EUP_TYPE_TITLE, EUP_TYPE_ISSUE, EUP_TYPE_REFERENCE })
    {
      g_autoptr (GObject) object = (GObject *) g_object_new (type, nullptr);
      guint n = 0;
      g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

      ASSERT_GT (n, 1u);
      for (guint i = 0; i < n; i++)
        {
          g_auto (GValue) value = G_VALUE_INIT;
          g_object_get_property (object, pspecs[i]->name, &value);
          EXPECT_TRUE (pspecs[i]->flags & G_PARAM_READABLE);
          EXPECT_TRUE (!(pspecs[i]->flags & G_PARAM_WRITABLE) || (pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY)) << pspecs[i]->name;
        }
      EXPECT_TRUE (G_TYPE_IS_FINAL (type));
    }
}

TEST (Objects, Citation)
{
  Values v;
  EXPECT_TRUE (eup_text_equal (eup_citation_get_title (v.citation), v.text));
  EXPECT_STREQ (eup_citation_get_uri (v.citation), "https://example.eu/");
  EXPECT_TRUE (eup_date_equal (eup_citation_get_date (v.citation), v.date));
  EXPECT_EQ (eup_citation_get_uri (v.other_citation), nullptr);
  EXPECT_EQ (eup_citation_get_date (v.other_citation), nullptr);
  expect_values<EupCitation> (eup_citation_equal, eup_citation_hash, eup_citation_new (v.text, "u", v.date),
                              eup_citation_new (v.text, "u", v.date),
                              { eup_citation_new (v.other_text, "u", v.date), eup_citation_new (nullptr, "u", v.date),
                                eup_citation_new (v.text, "x", v.date), eup_citation_new (v.text, nullptr, v.date),
                                eup_citation_new (v.text, "u", v.other_date) });
  expect_values<EupCitation> (eup_citation_equal, eup_citation_hash, eup_citation_new (nullptr, nullptr, nullptr),
                              eup_citation_new (nullptr, nullptr, nullptr), {});
  expect_critical ([] { eup_citation_get_title (nullptr); });
  expect_critical ([] { eup_citation_get_uri (nullptr); });
  expect_critical ([] { eup_citation_get_date (nullptr); });
}

TEST (Objects, Figure)
{
  Values v;
  g_autoptr (EupFigure) figure = eup_figure_new (5e8, "EUR", EUP_QUALIFIER_AT_LEAST, v.text, v.date, v.citation);
  EXPECT_EQ (eup_figure_get_value (figure), 5e8);
  EXPECT_STREQ (eup_figure_get_unit (figure), "EUR");
  EXPECT_EQ (eup_figure_get_qualifier (figure), EUP_QUALIFIER_AT_LEAST);
  EXPECT_TRUE (eup_text_equal (eup_figure_get_label (figure), v.text));
  EXPECT_TRUE (eup_date_equal (eup_figure_get_date (figure), v.date));
  EXPECT_EQ (eup_figure_get_source (figure), v.citation);

  g_autoptr (EupCitation) like = eup_citation_new (v.text, "https://example.eu/", v.date);
  expect_values<EupFigure> (
      eup_figure_equal, eup_figure_hash, eup_figure_new (1, "%", EUP_QUALIFIER_EXACT, v.text, v.date, v.citation),
      eup_figure_new (1, "%", EUP_QUALIFIER_EXACT, v.text, v.date, like),
      { eup_figure_new (2, "%", EUP_QUALIFIER_EXACT, v.text, v.date, v.citation),
        eup_figure_new (1, "EUR", EUP_QUALIFIER_EXACT, v.text, v.date, v.citation),
        eup_figure_new (1, nullptr, EUP_QUALIFIER_EXACT, v.text, v.date, v.citation),
        eup_figure_new (1, "%", EUP_QUALIFIER_ABOUT, v.text, v.date, v.citation),
        eup_figure_new (1, "%", EUP_QUALIFIER_EXACT, v.other_text, v.date, v.citation),
        eup_figure_new (1, "%", EUP_QUALIFIER_EXACT, v.text, nullptr, v.citation),
        eup_figure_new (1, "%", EUP_QUALIFIER_EXACT, v.text, v.date, v.other_citation),
        eup_figure_new (1, "%", EUP_QUALIFIER_EXACT, v.text, v.date, nullptr) });
  expect_values<EupFigure> (eup_figure_equal, eup_figure_hash, eup_figure_new (0.0, nullptr, EUP_QUALIFIER_EXACT, nullptr, nullptr, nullptr),
                            eup_figure_new (-0.0, nullptr, EUP_QUALIFIER_EXACT, nullptr, nullptr, nullptr), {});
  expect_critical ([] { EXPECT_EQ (eup_figure_new (NAN, "%", EUP_QUALIFIER_EXACT, nullptr, nullptr, nullptr), nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_figure_new (INFINITY, "%", EUP_QUALIFIER_EXACT, nullptr, nullptr, nullptr), nullptr); });
  expect_critical ([] { eup_figure_get_value (nullptr); });
  expect_critical ([] { eup_figure_get_unit (nullptr); });
  expect_critical ([] { eup_figure_get_qualifier (nullptr); });
  expect_critical ([] { eup_figure_get_label (nullptr); });
  expect_critical ([] { eup_figure_get_date (nullptr); });
  expect_critical ([] { eup_figure_get_source (nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_figure_format (nullptr, nullptr), nullptr); });
}

TEST (Objects, Link)
{
  Values v;
  g_autoptr (EupLink) link = eup_link_new (nullptr, v.text, EUP_LINK_KIND_NEWS, v.date);
  EXPECT_EQ (eup_link_get_uri (link), nullptr);
  EXPECT_EQ (eup_link_get_kind (link), EUP_LINK_KIND_NEWS);
  EXPECT_TRUE (eup_text_equal (eup_link_get_title (link), v.text));
  EXPECT_TRUE (eup_date_equal (eup_link_get_date (link), v.date));
  expect_values<EupLink> (eup_link_equal, eup_link_hash, eup_link_new ("u", v.text, EUP_LINK_KIND_NEWS, v.date),
                          eup_link_new ("u", v.text, EUP_LINK_KIND_NEWS, v.date),
                          { eup_link_new ("x", v.text, EUP_LINK_KIND_NEWS, v.date), eup_link_new ("u", nullptr, EUP_LINK_KIND_NEWS, v.date),
                            eup_link_new ("u", v.text, EUP_LINK_KIND_MEDIA, v.date), eup_link_new ("u", v.text, EUP_LINK_KIND_NEWS, nullptr) });
  expect_critical ([] { eup_link_get_uri (nullptr); });
  expect_critical ([] { eup_link_get_title (nullptr); });
  expect_critical ([] { eup_link_get_kind (nullptr); });
  expect_critical ([] { eup_link_get_date (nullptr); });
}

TEST (Objects, Title)
{
  Values v;
  g_autoptr (EupTitle) title = eup_title_new (v.text, v.period);
  EXPECT_TRUE (eup_text_equal (eup_title_get_text (title), v.text));
  EXPECT_TRUE (eup_period_equal (eup_title_get_period (title), v.period));
  expect_values<EupTitle> (eup_title_equal, eup_title_hash, eup_title_new (v.text, v.period), eup_title_new (v.text, v.period),
                           { eup_title_new (v.other_text, v.period), eup_title_new (v.text, v.other_period), eup_title_new (v.text, nullptr) });
  expect_critical ([] { eup_title_get_text (nullptr); });
  expect_critical ([] { eup_title_get_period (nullptr); });
}

TEST (Objects, Term)
{
  Values v;
  const char *ids[] = { "a", "b", nullptr };
  const char *swapped[] = { "b", "a", nullptr };
  g_autoptr (EupTerm) term = eup_term_new ("m", v.text, v.other_text, v.period, ids);
  g_autoptr (EupTerm) none = eup_term_new (nullptr, nullptr, nullptr, nullptr, nullptr);
  EXPECT_STREQ (eup_term_get_mandate_id (term), "m");
  EXPECT_TRUE (eup_text_equal (eup_term_get_role (term), v.text));
  EXPECT_TRUE (eup_text_equal (eup_term_get_portfolio (term), v.other_text));
  EXPECT_TRUE (eup_period_equal (eup_term_get_period (term), v.period));
  EXPECT_TRUE (g_strv_equal (eup_term_get_priority_ids (term), ids));
  ASSERT_NE (eup_term_get_priority_ids (none), nullptr);
  EXPECT_EQ (eup_term_get_priority_ids (none)[0], nullptr);
  expect_values<EupTerm> (eup_term_equal, eup_term_hash, eup_term_new ("m", v.text, v.text, v.period, ids),
                          eup_term_new ("m", v.text, v.text, v.period, ids),
                          { eup_term_new ("x", v.text, v.text, v.period, ids), eup_term_new ("m", nullptr, v.text, v.period, ids),
                            eup_term_new ("m", v.text, v.other_text, v.period, ids), eup_term_new ("m", v.text, v.text, nullptr, ids),
                            eup_term_new ("m", v.text, v.text, v.period, swapped), eup_term_new ("m", v.text, v.text, v.period, nullptr) });
  expect_critical ([] { eup_term_get_mandate_id (nullptr); });
  expect_critical ([] { eup_term_get_role (nullptr); });
  expect_critical ([] { eup_term_get_portfolio (nullptr); });
  expect_critical ([] { eup_term_get_period (nullptr); });
  expect_critical ([] { eup_term_get_priority_ids (nullptr); });
}

TEST (Objects, Issue)
{
  const auto make = [] (EupSeverity severity, const char *code, const char *message, const char *source, guint line, guint column,
                        const char *pointer, const char *id) {
    return eup_issue_new (severity, code, message, source, line, column, pointer, id);
  };
  g_autoptr (EupIssue) issue = make (EUP_SEVERITY_WARNING, "unresolved-reference", "there is no “x”", "file.json", 3, 14, "/a/0", "b");
  EXPECT_EQ (eup_issue_get_severity (issue), EUP_SEVERITY_WARNING);
  EXPECT_STREQ (eup_issue_get_code (issue), "unresolved-reference");
  EXPECT_STREQ (eup_issue_get_message (issue), "there is no “x”");
  EXPECT_STREQ (eup_issue_get_source (issue), "file.json");
  EXPECT_EQ (eup_issue_get_line (issue), 3u);
  EXPECT_EQ (eup_issue_get_column (issue), 14u);
  EXPECT_STREQ (eup_issue_get_pointer (issue), "/a/0");
  EXPECT_STREQ (eup_issue_get_entity_id (issue), "b");
  EXPECT_EQ (take (eup_issue_to_string (issue)), "file.json:3:14: warning: there is no “x” [unresolved-reference]");

  const struct
  {
    const char *source;
    guint       line, column;
    const char *message, *code, *expected;
  } rows[] = { { nullptr, 0, 0, nullptr, nullptr, "error:" },          { "f", 0, 0, "m", nullptr, "f: error: m" },
               { "f", 2, 0, "m", "c", "f:2: error: m [c]" },           { nullptr, 2, 3, "m", "c", "2:3: error: m [c]" },
               { "f", 0, 3, nullptr, "c", "f: error: [c]" } };
  for (const auto &row : rows)
    {
      g_autoptr (EupIssue) one = make (EUP_SEVERITY_ERROR, row.code, row.message, row.source, row.line, row.column, nullptr, nullptr);
      EXPECT_EQ (take (eup_issue_to_string (one)), row.expected);
    }
  expect_values<EupIssue> (eup_issue_equal, eup_issue_hash, make (EUP_SEVERITY_INFO, "c", "m", "s", 1, 2, "p", "i"),
                           make (EUP_SEVERITY_INFO, "c", "m", "s", 1, 2, "p", "i"),
                           { make (EUP_SEVERITY_ERROR, "c", "m", "s", 1, 2, "p", "i"), make (EUP_SEVERITY_INFO, "x", "m", "s", 1, 2, "p", "i"),
                             make (EUP_SEVERITY_INFO, "c", "x", "s", 1, 2, "p", "i"), make (EUP_SEVERITY_INFO, "c", "m", nullptr, 1, 2, "p", "i"),
                             make (EUP_SEVERITY_INFO, "c", "m", "s", 0, 2, "p", "i"), make (EUP_SEVERITY_INFO, "c", "m", "s", 1, 0, "p", "i"),
                             make (EUP_SEVERITY_INFO, "c", "m", "s", 1, 2, "x", "i"), make (EUP_SEVERITY_INFO, "c", "m", "s", 1, 2, "p", "x") });
  expect_critical ([] { eup_issue_get_severity (nullptr); });
  expect_critical ([] { eup_issue_get_code (nullptr); });
  expect_critical ([] { eup_issue_get_message (nullptr); });
  expect_critical ([] { eup_issue_get_source (nullptr); });
  expect_critical ([] { eup_issue_get_line (nullptr); });
  expect_critical ([] { eup_issue_get_column (nullptr); });
  expect_critical ([] { eup_issue_get_pointer (nullptr); });
  expect_critical ([] { eup_issue_get_entity_id (nullptr); });
  expect_critical ([] { EXPECT_EQ (eup_issue_to_string (nullptr), nullptr); });
}

} // namespace
