// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "json-test.h"

#include <string.h>

#include <set>

namespace
{

struct Case
{
  const char *name;
  std::string members;
  std::string issues; /* "code pointer" each */
};

std::string
codes_and_pointers (const Loaded &loaded)
{
  std::string result;

  for (guint i = 0; i < loaded.issues->len; i++)
    result += (result.empty () ? "" : "; ") + std::string (eup_issue_get_code (loaded.issue (i))) + " "
              + eup_issue_get_pointer (loaded.issue (i));
  return result;
}

const std::string fine = "\"mandates\":[{\"id\":\"m\",\"title\":\"M\",\"period\":\"2024-12-01/2029\"}],"
  "\"priorities\":[{\"id\":\"p\",\"title\":\"P\",\"mandate\":\"m\"}],\"objectives\":[{\"id\":\"o\",\"title\":\"O\",\"priority\":\"p\"}],"
  "\"commissioners\":[{\"id\":\"c\",\"familyName\":\"C\",\"country\":\"EL\",\"terms\":[{\"mandate\":\"m\",\"priorities\":[\"p\"]}]}],"
  "\"topics\":[{\"id\":\"t\",\"title\":\"T\"},{\"id\":\"u\",\"title\":\"U\",\"broader\":\"t\"}]";

/* An initiative with two milestones in the past, and members of theirs. */
std::string
moves (const char *initiative, const char *first, const char *second)
{
  auto more = [] (const char *members) { return std::string (*members == 0 ? "" : ",") + members; };

  return "\"initiatives\":[{\"id\":\"i\",\"title\":\"I\"" + more (initiative) + "}],\"milestones\":["
         "{\"id\":\"a\",\"title\":\"A\",\"subject\":\"i\",\"date\":\"2022-01-01\"" + more (first) + "},"
         "{\"id\":\"b\",\"title\":\"B\",\"subject\":\"i\",\"date\":\"2023-01-01\"" + more (second) + "}]";
}

std::string
parts (const char *whole, const char *part)
{
  return std::string ("\"initiatives\":[{\"id\":\"w\",\"title\":\"W\",\"instrument\":\"package\",") + whole
         + "},{\"id\":\"x\",\"title\":\"X\",\"parent\":\"w\"," + part + "}]";
}

const std::vector<Case> cases = {
  { "nothing wrong", fine, "" },
  { "unresolved", "\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"broader\":\"x\"}]", "unresolved-reference /topics/0/broader" },
  { "unresolved in a list", "\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"topics\":[\"x\"]}]", "unresolved-reference /topics/0/topics/0" },
  { "unresolved in a value", fine.substr (0, fine.find ("\"commissioners\"")) + "\"commissioners\":[{\"id\":\"c\",\"familyName\":\"C\",\"terms\":"
    "[{\"mandate\":\"m\"},{\"mandate\":\"x\",\"priorities\":[\"p\",\"y\"]}]}]",
    "unresolved-reference /commissioners/0/terms/1/mandate; unresolved-reference /commissioners/0/terms/1/priorities/1" },
  { "wrong type", fine + ",\"initiatives\":[{\"id\":\"i\",\"title\":\"I\",\"objectives\":[\"p\"]}]", "wrong-target /initiatives/0/objectives/0" },
  { "self", "\"initiatives\":[{\"id\":\"i\",\"title\":\"I\",\"parent\":\"i\"}]", "self-reference /initiatives/0/parent" },
  { "self in a list", "\"initiatives\":[{\"id\":\"i\",\"title\":\"I\",\"amends\":[\"i\"]}]", "self-reference /initiatives/0/amends/0" },
  { "parents in a circle", "\"initiatives\":[{\"id\":\"a\",\"title\":\"A\",\"parent\":\"b\"},{\"id\":\"b\",\"title\":\"B\",\"parent\":\"c\"},"
    "{\"id\":\"c\",\"title\":\"C\",\"parent\":\"a\"},{\"id\":\"d\",\"title\":\"D\",\"parent\":\"a\"}]", "cycle /initiatives/0/parent" },
  { "broader in a circle", "\"topics\":[{\"id\":\"a\",\"title\":\"A\",\"broader\":\"b\"},{\"id\":\"b\",\"title\":\"B\",\"broader\":\"a\"}]",
    "cycle /topics/0/broader" },
  { "doubles", fine + ",\"initiatives\":[{\"id\":\"i\",\"title\":\"I\",\"leads\":[\"c\",\"c\"]}]", "duplicate-item /initiatives/0/leads/1" },
  { "malformed reference", "\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"references\":[\"COM(2025) 148\",\"COM(25)148x\"]}]",
    "malformed-reference /topics/0/references/1" },
  { "no title", "\"topics\":[{\"id\":\"t\"}]", "missing-title /topics/0" },
  { "no subject", "\"milestones\":[{\"id\":\"x\",\"kind\":\"event\"}]", "missing-field /milestones/0" },
  { "no priority", "\"objectives\":[{\"id\":\"x\",\"title\":\"X\"}]", "missing-field /objectives/0" },
  { "period backwards", "\"mandates\":[{\"id\":\"m\",\"title\":\"M\",\"period\":\"2029/2024\"}]", "impossible-date /mandates/0/period" },
  { "country", "\"commissioners\":[{\"id\":\"c\",\"familyName\":\"C\",\"country\":\"GR\"}]", "unknown-country /commissioners/0/country" },
  { "id not in NFC", "\"topics\":[{\"id\":\"e\xcc\x81\",\"title\":\"T\"}]", "unnormalised-id /topics/0" },
  { "before the proposal", "\"initiatives\":[{\"id\":\"i\",\"title\":\"I\"}],\"milestones\":["
    "{\"id\":\"a\",\"subject\":\"i\",\"kind\":\"adopted\",\"date\":\"2025-03\"},"
    "{\"id\":\"b\",\"subject\":\"i\",\"kind\":\"proposed\",\"date\":\"2025-04-01\"},"
    "{\"id\":\"c\",\"subject\":\"i\",\"kind\":\"applied\",\"date\":\"2025\"}]", "milestone-before-proposal /milestones/0/date" },
  { "in force before it was adopted", "\"initiatives\":[{\"id\":\"i\",\"title\":\"I\"}],\"milestones\":["
    "{\"id\":\"a\",\"subject\":\"i\",\"kind\":\"in-force\",\"date\":\"2024\"},"
    "{\"id\":\"b\",\"subject\":\"i\",\"kind\":\"adopted\",\"date\":\"2025\"}]", "milestone-order /milestones/0/date" },
  { "moved to nowhere", moves ("", "\"state\":\"rescheduled\"", ""), "rescheduled-to-nothing /milestones/0/state" },
  { "moved to what is not there", moves ("", "\"rescheduledTo\":\"x\"", ""),
    "unresolved-reference /milestones/0/rescheduledTo; rescheduled-to-nothing /milestones/0/rescheduledTo" },
  { "moved to itself", moves ("", "\"rescheduledTo\":\"a\"", ""),
    "self-reference /milestones/0/rescheduledTo; rescheduled-to-nothing /milestones/0/rescheduledTo" },
  { "moved to another type", moves ("", "\"rescheduledTo\":\"i\"", ""),
    "wrong-target /milestones/0/rescheduledTo; rescheduled-to-nothing /milestones/0/rescheduledTo" },
  { "moved to another milestone", moves ("", "\"state\":\"rescheduled\",\"rescheduledTo\":\"b\"", ""), "" },
  { "moved in a circle", moves ("", "\"rescheduledTo\":\"b\"", "\"rescheduledTo\":\"a\""), "cycle /milestones/0/rescheduledTo" },
  { "a status without its day", moves ("\"status\":\"proposed\"", "\"kind\":\"adopted\"", ""), "status-without-since /initiatives/0/status" },
  { "a status with its day", moves ("\"status\":\"proposed\",\"statusSince\":\"2021\"", "\"kind\":\"adopted\"", ""), "" },
  { "a status that the milestones give", moves ("\"status\":\"adopted\"", "\"kind\":\"adopted\"", ""), "" },
  { "a status where milestones say nothing", moves ("\"status\":\"adopted\"", "\"kind\":\"event\"", ""), "" },
  { "a status against a withdrawal", moves ("\"status\":\"adopted\"", "\"kind\":\"withdrawn\"", ""), "status-without-since /initiatives/0/status" },
  { "less than the parts", parts ("\"status\":\"announced\"", "\"status\":\"proposed\""), "status-hides-parts /initiatives/0/status" },
  { "less than parts that are done", parts ("\"status\":\"on-hold\"", "\"status\":\"completed\""), "status-hides-parts /initiatives/0/status" },
  { "as much as the parts", parts ("\"status\":\"announced\"", "\"status\":\"announced\""), "" },
  { "more than the parts", parts ("\"status\":\"completed\"", "\"status\":\"announced\""), "" },
  { "ended, whatever the parts say", parts ("\"status\":\"withdrawn\"", "\"status\":\"completed\""), "" },
};

TEST (JsonCheck, FindsWhatIsWrong)
{
  for (const Case &c : cases)
    {
      SCOPED_TRACE (c.name);
      Loaded loaded = load (document ("\n" + c.members));

      ASSERT_NE (loaded.store, nullptr) << loaded.error->message;
      EXPECT_EQ (codes_and_pointers (loaded), c.issues);
      for (guint i = 0; i < loaded.issues->len; i++)
        {
          EXPECT_EQ (eup_issue_get_line (loaded.issue (i)), 2u);
          EXPECT_NE (eup_issue_get_entity_id (loaded.issue (i)), nullptr);
          EXPECT_TRUE (g_utf8_validate (eup_issue_get_message (loaded.issue (i)), -1, nullptr));
        }
    }
}

TEST (JsonCheck, TheSameWithoutTheFile)
{
  for (const Case &c : cases)
    {
      SCOPED_TRACE (c.name);
      Loaded loaded = load (document (c.members));
      Loaded checked;

      eup_check_store (loaded.store, "catalog", nullptr, checked.issues, 0);
      EXPECT_EQ (checked.codes (), loaded.codes ());
      for (guint i = 0; i < checked.issues->len; i++)
        EXPECT_EQ (eup_issue_get_line (checked.issue (i)), 0u);
    }
}

TEST (JsonCheck, UnknownMembersAreTold)
{
  Loaded loaded = load (document ("\"odd\":1,\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"odd\":1,\"figures\":[{\"value\":1,\"odd\":1}]}]"));
  Loaded checked;

  EXPECT_EQ (loaded.codes (), (std::vector<std::string> { "unknown-member", "unknown-member", "unknown-member" }));
  EXPECT_STREQ (eup_issue_get_pointer (loaded.issue (0)), "/odd");
  EXPECT_STREQ (eup_issue_get_pointer (loaded.issue (1)), "/topics/0/odd");
  EXPECT_STREQ (eup_issue_get_pointer (loaded.issue (2)), "/topics/0/figures/0/odd");
  EXPECT_EQ (eup_issue_get_line (loaded.issue (2)), 1u);
  EXPECT_GT (eup_issue_get_column (loaded.issue (2)), eup_issue_get_column (loaded.issue (1)));
  eup_check_store (loaded.store, "catalog", nullptr, checked.issues, 0);
  EXPECT_EQ (checked.codes (), (std::vector<std::string> { "unknown-member", "unknown-member", "unknown-member" }));
  for (guint i = 0; i < 3; i++)
    EXPECT_EQ (eup_issue_get_severity (checked.issue (i)), EUP_SEVERITY_INFO);
  EXPECT_STREQ (eup_issue_get_pointer (checked.issue (0)), "/odd");
  EXPECT_STREQ (eup_issue_get_pointer (checked.issue (1)), "/figures/0/odd");
  EXPECT_STREQ (eup_issue_get_pointer (checked.issue (2)), "/odd");
}

TEST (JsonCheck, AnUnknownMemberIsToldWithWhatComesNearest)
{
  const std::pair<const char *, const char *> names[] = {
    { "titel", "title" }, { "Title", "title" }, { "short_title", "shortTitle" }, { "lead", "leads" }, { "otherTitle", "otherTitles" },
    { "milestone", "milestones" }, { "ID", "id" }, { "objectivs", "objectives" }, { "xyzzyplugh", nullptr }, { "", nullptr },
    { "a/b~c\\n\\u0001\\\"", nullptr },
  };

  for (const auto &n : names)
    {
      SCOPED_TRACE (n.first);
      Loaded loaded = load (document ("\"initiatives\":[{\"id\":\"t\",\"title\":\"T\",\"" + std::string (n.first) + "\":1}]"));
      Loaded checked;

      ASSERT_NE (loaded.store, nullptr);
      eup_check_store (loaded.store, "catalog", nullptr, checked.issues, 0);
      for (Loaded *found : { &loaded, &checked })
        {
          ASSERT_EQ (found->codes (), (std::vector<std::string> { "unknown-member" }));
          std::string message = eup_issue_get_message (found->issue (0));
          if (n.second != nullptr)
            EXPECT_NE (message.find ("“" + std::string (n.second) + "”"), std::string::npos) << message;
          else
            EXPECT_EQ (message.find ("nearest"), std::string::npos) << message;
        }
      EXPECT_STREQ (eup_issue_get_message (loaded.issue (0)), eup_issue_get_message (checked.issue (0)));
      EXPECT_EQ (std::string (eup_issue_get_pointer (loaded.issue (0))),
                 "/initiatives/0" + std::string (eup_issue_get_pointer (checked.issue (0))));
    }
}

TEST (JsonCheck, ChildrenThatAreNoneAreToldByTheirName)
{
  Loaded loaded = load (document ("\"initiatives\":[{\"id\":\"t\",\"title\":\"T\",\"milestones\":3}]"));
  Loaded checked;

  EXPECT_EQ (loaded.codes (), (std::vector<std::string> { "wrong-type" }));
  eup_check_store (loaded.store, "catalog", nullptr, checked.issues, 0);
  EXPECT_EQ (checked.codes (), (std::vector<std::string> { "wrong-type" }));
  EXPECT_STREQ (eup_issue_get_pointer (checked.issue (0)), "/milestones");
}

/* Places of good items count the odd ones among them, with the file and without. */
TEST (JsonCheck, PlacesCountWhatIsKept)
{
  Loaded loaded = load (document ("\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"references\":[1,2,\"odd\",3],"
                                  "\"topics\":[null,\"x\"],\"figures\":[{},{\"value\":1,\"date\":\"x\"}]}]"));
  Loaded checked;
  std::set<std::string> expected = { "/references/0", "/references/1", "/references/2", "/references/3", "/topics/0", "/topics/1",
                                     "/figures/0", "/figures/1/date" };
  std::set<std::string> from_file, later;

  eup_check_store (loaded.store, "catalog", nullptr, checked.issues, 0);
  for (guint i = 0; i < loaded.issues->len; i++)
    from_file.insert (std::string (eup_issue_get_pointer (loaded.issue (i))).substr (strlen ("/topics/0")));
  for (guint i = 0; i < checked.issues->len; i++)
    later.insert (eup_issue_get_pointer (checked.issue (i)));
  EXPECT_EQ (from_file, expected);
  EXPECT_EQ (later, expected);
}

TEST (JsonCheck, RemovedEntitiesAreNotChecked)
{
  Loaded loaded = load (document ("\"topics\":[{\"id\":\"a\"},{\"id\":\"b\",\"title\":\"B\",\"broader\":\"a\"}]"));
  Loaded checked;

  eup_store_remove (loaded.store, eup_store_find (loaded.store, "a", 1));
  eup_check_store (loaded.store, "catalog", nullptr, checked.issues, 0);
  EXPECT_EQ (checked.codes (), (std::vector<std::string> { "unresolved-reference" }));
}

TEST (JsonCheck, ThereIsAnEndToIssues)
{
  std::string text;

  for (int i = 0; i < 500; i++)
    text += (i > 0 ? ",{\"id\":\"t" : "{\"id\":\"t") + std::to_string (i) + "\",\"verified\":\"no\"}";
  text = document ("\"topics\":[" + text + "]");

  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  EupReadOptions options = {};
  options.max_issues = 100;
  g_autoptr (EupStore) store = eup_format_read_bytes (EUP_FORMAT_JSON, text.data (), text.size (), &options, issues, nullptr);
  ASSERT_NE (store, nullptr);
  EXPECT_LE (issues->len, 103u);
  EXPECT_STREQ (eup_issue_get_code (static_cast<EupIssue *> (g_ptr_array_index (issues, issues->len - 1))), "more-issues");
}

TEST (JsonCheck, LongChainsEnd)
{
  std::string text;
  const int n = 100000;

  for (int i = 0; i < n; i++)
    text += (i > 0 ? ",{\"id\":\"t" : "{\"id\":\"t") + std::to_string (i) + "\",\"title\":\"T\",\"broader\":\"t" + std::to_string ((i + 1) % n) + "\"}";
  Loaded loaded = load (document ("\"topics\":[" + text + "]"));
  EXPECT_EQ (loaded.codes (), (std::vector<std::string> { "cycle" }));
}

}
