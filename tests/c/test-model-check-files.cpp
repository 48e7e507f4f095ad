/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "saving-test.h"

/* Files that are checked as one catalog. */
class CheckFiles : public SavingTest
{
protected:
  std::string add (const std::string &name,
                   const std::string &text)
  {
    write (in_folder (name), text);
    return name;
  }

  std::string describe (EupList *issues)
  {
    std::string all;

    for (guint i = 0; issues != NULL && i < eup_list_get_n_items (issues); i++)
      {
        g_autoptr (EupIssue) issue = EUP_ISSUE (g_list_model_get_item (G_LIST_MODEL (issues), i));
        g_autofree char *text = eup_issue_to_string (issue);
        const char *pointer = eup_issue_get_pointer (issue);
        std::string line = std::string (text) + " " + (pointer == NULL ? "" : pointer);

        for (size_t at; (at = line.find (folder + "/")) != std::string::npos;)
          line.erase (at, folder.size () + 1);
        all += line + "\n";
      }
    return all;
  }

  std::string check (const std::vector<std::string> &names,
                     GCancellable                   *cancellable = NULL,
                     GError                        **error = NULL)
  {
    g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

    for (const auto &name : names)
      g_ptr_array_add (files, g_file_new_for_path (in_folder (name).c_str ()));
    g_autoptr (EupList) issues = eup_catalog_check_files ((GFile **) files->pdata, files->len, EUP_FORMAT_AUTO, NULL, cancellable, error);
    return issues == NULL ? "(none)" : describe (issues);
  }

  std::string check_one (const std::string &name)
  {
    g_autoptr (GFile) file = g_file_new_for_path (in_folder (name).c_str ());
    g_autoptr (EupList) issues = eup_catalog_check_file (file, EUP_FORMAT_AUTO, NULL, NULL);

    return describe (issues);
  }
};

static std::string
document (const std::string &members)
{
  return "{\"format\": \"eupolicy\", \"version\": 1,\n" + members + "}\n";
}

TEST_F (CheckFiles, WhatOneRefersToMayStandInAnother)
{
  add ("a.json", document ("\"initiatives\": [{\"id\": \"i\", \"title\": \"I\", \"objectives\": [\"o\"], \"leads\": [\"nobody\"]}]"));
  add ("b.jsonl", "{\"format\":\"eupolicy\",\"version\":1}\n{\"type\":\"objective\",\"id\":\"o\",\"title\":\"O\",\"priority\":\"p\"}\n");
  add ("c.json", document ("\"priorities\": [{\"id\": \"p\", \"title\": \"P\", \"mandate\": \"i\"}]"));

  EXPECT_EQ (check ({ "a.json", "b.jsonl", "c.json" }),
             "a.json:2:17: error: there is no entity “nobody”, which “leads” refers to [unresolved-reference] /initiatives/0/leads/0\n"
             "c.json:2:16: error: “i” is of the type initiative; “mandate” refers to the type mandate [wrong-target] /priorities/0/mandate\n");
  EXPECT_EQ (check ({ "c.json", "b.jsonl", "a.json" }),
             "c.json:2:16: error: “i” is of the type initiative; “mandate” refers to the type mandate [wrong-target] /priorities/0/mandate\n"
             "a.json:2:17: error: there is no entity “nobody”, which “leads” refers to [unresolved-reference] /initiatives/0/leads/0\n");
  EXPECT_EQ (check ({ "b.jsonl" }), "b.jsonl:2:1: error: there is no entity “p”, which “priority” refers to [unresolved-reference] /priority\n");
  EXPECT_EQ (check ({}), "");
}

TEST_F (CheckFiles, ThatIsSaidWhereItStands)
{
  add ("a.json", document ("\"initiatives\": [{\"id\": \"a\", \"title\": \"A\", \"parent\": \"b\"},\n"
                           " {\"id\": \"x\", \"title\": \"X\", \"milestones\": [{\"id\": \"x/1\", \"kind\": \"proposed\", \"date\": \"2025-05\"}]}]"));
  add ("b.json", document ("\"initiatives\": [\n {\"id\": \"b\", \"title\": \"B\", \"parent\": \"a\"}],\n\"milestones\": [\n"
                           " {\"id\": \"x/2\", \"subject\": \"x\", \"kind\": \"adopted\", \"date\": \"2024-05\"}]"));
  std::string found = check ({ "a.json", "b.json" });

  EXPECT_NE (found.find ("a.json:2:17: error: following “parent” from “a” leads back to it [cycle] /initiatives/0/parent\n"), std::string::npos)
    << found;
  EXPECT_NE (found.find ("b.json:5:2: warning: this milestone is dated before the proposal of “x” [milestone-before-proposal] "
                         "/milestones/0/date\n"),
             std::string::npos)
    << found;
}

TEST_F (CheckFiles, AnIdStandsInOneFileOnly)
{
  add ("a.json", document ("\"topics\": [{\"id\": \"t\", \"title\": \"T\"}, {\"id\": \"u\", \"title\": \"U\"}]"));
  add ("b.json", document ("\"initiatives\": [{\"id\": \"i\", \"title\": \"I\", \"milestones\": [\n{\"id\": \"t\", \"kind\": \"signed\"}]}],\n"
                           "\"topics\": [{\"id\": \"u\", \"title\": \"U\"}]"));

  EXPECT_EQ (check ({ "a.json", "b.json" }),
             "b.json:3:1: error: the id “t” stands already in a.json:2:12 [duplicate-id] /initiatives/0/milestones/0\n"
             "b.json:4:12: error: the id “u” stands already in a.json:2:39 [duplicate-id] /topics/0\n");
  EXPECT_EQ (check ({ "a.json", "a.json" }), "") << "a file that is given twice is one";
}

/* Beside a file that says nothing, each is as it is alone. */
TEST_F (CheckFiles, OneAmongSeveralIsAsItIsAlone)
{
  const char *odd[] = {
    R"("unknown": 1, "language": "x y", "topics": [{"id": "a", "broader": "a"}, {"id": "e\u0301", "title": {"pt_BR": "x"}}])",
    R"("commissioners": [{"id": "c", "familyName": "C", "country": "XX", "terms": [{"mandate": "none", "role": 3}, {"mandate": "c"}]}])",
    R"("initiatives": [{"id": "i", "instrument": "papyrus", "figures": [{"value": 1e999}, {"unit": "%"}], "references": ["COM(1) x", "?"],
        "leads": ["x", "x"], "milestones": [{"id": "m", "date": "2025-02-30", "kind": "proposed", "refines": "i", "more": {}}]}],
       "milestones": [{"id": "n", "subject": "i", "date": "2024", "kind": "adopted"}, {"id": "o"}])",
    R"("priorities": [{"id": "p", "position": "first", "mandate": 5, "objectives": [{"id": "q", "initiatives": [{"id": "r"}]}]}])",
    R"("topics": [{"id": "a"}, {"id": "a"}])",
  };

  add ("empty.json", "{\"format\": \"eupolicy\", \"version\": 1}");
  for (const char *members : odd)
    {
      add ("odd.json", document (members));
      std::string alone = check_one ("odd.json");

      EXPECT_NE (alone, "");
      EXPECT_EQ (check ({ "odd.json" }), alone);
      EXPECT_EQ (check ({ "empty.json", "odd.json" }), alone);
      EXPECT_EQ (check ({ "odd.json", "empty.json" }), alone);
    }
}

/* Where something is missing as a whole, nobody can say what leads nowhere. */
TEST_F (CheckFiles, WhatCannotBeReadHasAnIssue)
{
  add ("a.json", document ("\"topics\": [{\"id\": \"t\", \"broader\": \"elsewhere\"}]"));
  add ("broken.json", "{\"format\": \"eupolicy\",");
  add ("x.ttl", "@prefix x: <y> .");

  EXPECT_EQ (check ({ "a.json", "broken.json", "none.json", "x.ttl" }).find ("unresolved"), std::string::npos);
  EXPECT_EQ (check ({ "broken.json" }), check_one ("broken.json"));
  EXPECT_NE (check ({ "broken.json", "a.json" }).find ("a.json:2:12: warning: this topic has no title"), std::string::npos);
  std::string found = check ({ "none.json", "a.json" });
  EXPECT_EQ (found.find ("none.json: error: "), 0u) << found;
  EXPECT_NE (found.find (" [cannot-read] \na.json:2:12: warning"), std::string::npos) << found;
  EXPECT_NE (check ({ "x.ttl" }).find (eup_format_can_read (EUP_FORMAT_TURTLE) ? "" : " [unsupported] "), std::string::npos);
}

TEST_F (CheckFiles, CanBeCancelled)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add ("a.json", document ("\"topics\": []"));
  g_cancellable_cancel (cancellable);
  EXPECT_EQ (check ({ "a.json" }, cancellable, &error), "(none)");
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

TEST_F (CheckFiles, TheIssuesAreLimited)
{
  std::string topics = "\"topics\": [{\"id\": \"x\"}";

  for (guint i = 0; i < 9000; i++)
    topics += ",{\"id\": \"" + std::to_string (i) + "\"}";
  add ("a.json", document (topics + "]"));
  add ("b.json", document (topics + "]"));
  g_autoptr (GFile) a = g_file_new_for_path (in_folder ("a.json").c_str ());
  g_autoptr (GFile) b = g_file_new_for_path (in_folder ("b.json").c_str ());
  GFile *files[] = { a, b };
  g_autoptr (EupList) issues = eup_catalog_check_files (files, 2, EUP_FORMAT_AUTO, NULL, NULL, NULL);
  g_autoptr (EupIssue) last = EUP_ISSUE (g_list_model_get_item (G_LIST_MODEL (issues), eup_list_get_n_items (issues) - 1));

  EXPECT_EQ (eup_list_get_n_items (issues), 10001u);
  EXPECT_STREQ (eup_issue_get_code (last), "more-issues");
  EXPECT_STREQ (eup_issue_get_message (last), "8002 further problems are not listed");
}

static void
find_files (GFile     *folder,
            GPtrArray *files)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      find_files (child, files);
    else if (g_str_has_suffix (g_file_info_get_name (info), ".json")
             && !g_str_has_suffix (g_file_info_get_name (info), ".schema.json"))
      g_ptr_array_add (files, g_object_ref (child));
}

TEST_F (CheckFiles, TheBuiltInFilesAreFineTogether)
{
  g_autoptr (GFile) data = g_file_new_for_path (g_getenv ("EUP_LIBRARY_DATA"));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  find_files (data, files);
  ASSERT_GE (files->len, 17u);
  g_autoptr (EupList) issues = eup_catalog_check_files ((GFile **) files->pdata, files->len, EUP_FORMAT_AUTO, NULL, NULL, NULL);
  for (guint i = 0; i < eup_list_get_n_items (issues); i++)
    {
      g_autoptr (EupIssue) issue = EUP_ISSUE (g_list_model_get_item (G_LIST_MODEL (issues), i));
      g_autofree char *text = eup_issue_to_string (issue);

      // a package states its status because parts are missing
      EXPECT_STREQ (eup_issue_get_code (issue), "status-hides-parts") << text;
    }
}
