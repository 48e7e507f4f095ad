/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <cerrno>
#include <csignal>
#include <functional>

#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "saving-test.h"

/* Saving by processes that are killed, limited or may not. No test of this program starts a thread: all fork. */
class Processes : public SavingTest
{
protected:
  enum
  {
    FINE = 0,
    WRONG = 1,
    SKIPPED = 77
  };

  static pid_t start (const std::function<int ()> &work)
  {
    pid_t pid = fork ();

    if (pid == 0)
      _exit (work ());
    return pid;
  }

  /* What it ended with; of a signal, its negative number. */
  static int wait_for (pid_t pid)
  {
    int status = 0;

    while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
      ;
    return WIFSIGNALED (status) ? -WTERMSIG (status) : WEXITSTATUS (status);
  }

  static int run (const std::function<int ()> &work) { return wait_for (start (work)); }

  /* In a child: what does not hold is written, and ends it. */
  static bool holds (bool               condition,
                     const std::string &what)
  {
    if (!condition)
      g_printerr ("%s\n", what.c_str ());
    return condition;
  }

  bool is_whole (const std::string &text) { return text == first_text || text == second_text; }
};

/* 1 000 savings, each killed at some moment: half of the children save once, half again and again. */
TEST_F (Processes, KilledAtAnyMoment)
{
  guint n_killed = 0, n_littered = 0;

  ASSERT_EQ (save (first, path), "");
  for (guint i = 0; i < size (100, 1000); i++)
    {
      EupCatalog *catalog = i % 4 < 2 ? second : first;
      pid_t pid = start ([&] {
        do
          if (save (catalog, path) != "")
            return WRONG;
        while (i % 2 == 0);
        return FINE;
      });

      g_usleep (g_random_int_range (0, 3000));
      kill (pid, i % 3 == 0 ? SIGTERM : SIGKILL);
      int end = wait_for (pid);
      ASSERT_TRUE (end == FINE || end == -SIGKILL || end == -SIGTERM) << end;
      n_killed += end < 0;
      ASSERT_TRUE (is_whole (read (path))) << read (path);
      n_littered += names ().size () > 1;
      ASSERT_LE (names ().size (), 2u) << "the litter of more than one";
    }
  EXPECT_GT (n_killed, 0u);
  EXPECT_GT (n_littered, 0u) << "the savings were never caught in the act";
  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (names ().size (), 1u);
}

/* Two that write without end; now and then one is killed and another begins. */
TEST_F (Processes, TwoWritersOneOfWhichIsKilled)
{
  auto writer = [&] (EupCatalog *catalog) {
    return start ([&, catalog] {
      for (;;)
        if (!holds (save (catalog, path) == "", save (catalog, path)))
          return WRONG;
    });
  };
  pid_t steady = writer (first);

  for (guint i = 0; i < size (50, 500); i++)
    {
      pid_t other = writer (second);

      g_usleep (g_random_int_range (0, 5000));
      kill (other, SIGKILL);
      EXPECT_EQ (wait_for (other), -SIGKILL);
      std::string text = read (path);
      ASSERT_TRUE (text == "(nothing)" ? i == 0 : is_whole (text)) << text;
    }
  kill (steady, SIGKILL);
  EXPECT_EQ (wait_for (steady), -SIGKILL);
  EXPECT_EQ (save (first, path), "");
  EXPECT_EQ (names ().size (), 1u);
}

/* The signal that comes with the limit ends a program, if it is not told otherwise; here it is an error. */
TEST_F (Processes, ALimitOnTheSizeOfFiles)
{
  for (rlim_t limit : { 0, 1, 200, 3000 })
    {
      write (path, "old");
      EXPECT_EQ (run ([&] {
                   struct rlimit small = { limit, limit };
                   sigset_t waiting;

                   signal (SIGXFSZ, SIG_DFL);
                   setrlimit (RLIMIT_FSIZE, &small);
                   std::string problem = save (second, path);
                   bool fine = holds (problem == path + ": cannot be written: " + g_strerror (EFBIG), problem);

                   sigpending (&waiting);
                   return fine && holds (!sigismember (&waiting, SIGXFSZ), "a signal is left") ? FINE : WRONG;
                 }),
                 FINE);
      EXPECT_EQ (read (path), "old");
      EXPECT_EQ (names ().size (), 1u);
    }
}

TEST_F (Processes, AFullDisk)
{
  int end = run ([&] {
    g_autofree char *map = g_strdup_printf ("0 %u 1", getuid ());

    /* Who is not root may become it in a world of its own. */
    if (unshare (CLONE_NEWNS) != 0)
      {
        if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 || !g_file_set_contents_full ("/proc/self/uid_map", map, -1, G_FILE_SET_CONTENTS_NONE,
                                                                                    0600, NULL))
          return SKIPPED;
      }
    else
      mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
    if (mount ("tmpfs", folder.c_str (), "tmpfs", 0, "size=64k") != 0)
      return SKIPPED;

    write (path, "old");
    write (in_folder ("filler"), std::string (40000, 'f'));
    eup_catalog_set_title (second, std::string (100000, 'x').c_str ());
    for (guint i = 0; i < size (20, 200); i++)
      {
        std::string problem = save (second, path);

        if (!holds (problem == path + ": cannot be written: " + g_strerror (ENOSPC), problem)
            || !holds (read (path) == "old", "the old file is gone") || !holds (names ().size () == 2, "litter"))
          return WRONG;
      }

    /* What is left of others is removed before room is needed. */
    g_unlink (in_folder ("filler").c_str ());
    write (in_folder (".catalog.json.eupolicy-aB3xyZ"), std::string (50000, 'l'));
    std::string problem = save (first, path);
    return holds (problem == "", problem) && holds (is_whole (read (path)), "not whole") && holds (names ().size () == 1, "litter")
             ? FINE
             : WRONG;
  });

  if (end == SKIPPED)
    GTEST_SKIP () << "no file system can be mounted here";
  EXPECT_EQ (end, FINE);
}

/* -- who may not */

TEST_F (Processes, WithoutPermission)
{
  if (geteuid () != 0)
    GTEST_SKIP () << "only root can become somebody else";

  g_chmod (folder.c_str (), 0777);
  ASSERT_EQ (g_mkdir (in_folder ("closed").c_str (), 0755), 0);
  write (in_folder ("closed/x.json"), "old");
  g_chmod (in_folder ("closed/x.json").c_str (), 0666);
  write (path, "old");
  g_chmod (path.c_str (), 0644);
  EXPECT_EQ (run ([&] {
               if (setgroups (0, NULL) != 0 || setgid (65534) != 0 || setuid (65534) != 0)
                 return WRONG;
               /* The file may be written, but not as a whole. */
               std::string closed = save (first, in_folder ("closed/x.json"));
               std::string denied = save (first, path);

               return holds (closed == in_folder ("closed/x.json") + ": no file can be made beside it: " + g_strerror (EACCES), closed)
                          && holds (denied == path + ": cannot be written: " + g_strerror (EACCES), denied)
                        ? FINE
                        : WRONG;
             }),
             FINE);
  EXPECT_EQ (read (path), "old");
  EXPECT_EQ (read (in_folder ("closed/x.json")), "old");
  EXPECT_EQ (names ().size (), 2u);
}

/* A group that one is not in cannot be given: then its rights are not given to another. */
TEST_F (Processes, TheFileOfAnotherGroup)
{
  struct stat info;

  if (geteuid () != 0)
    GTEST_SKIP () << "only root can become somebody else";
  g_chmod (folder.c_str (), 0777);
  write (path, "old");
  g_chmod (path.c_str (), 0664);
  ASSERT_EQ (chown (path.c_str (), 65534, 12345), 0);
  EXPECT_EQ (run ([&] {
               return setgroups (0, NULL) == 0 && setgid (65534) == 0 && setuid (65534) == 0 && save (first, path) == "" ? FINE : WRONG;
             }),
             FINE);
  ASSERT_EQ (g_stat (path.c_str (), &info), 0);
  EXPECT_EQ (info.st_uid, 65534u);
  EXPECT_EQ (info.st_gid, 65534u);
  EXPECT_EQ (info.st_mode & 07777, 0644u);
}
