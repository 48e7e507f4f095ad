/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* As in a GTK program, the locale of the user is in force: no result may depend on it. */

#include <gtest/gtest.h>

#include <locale.h>

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  testing::InitGoogleTest (&argc, argv);

  return RUN_ALL_TESTS ();
}
