/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string>

#include <glib.h>

/* While it lives the user reads these languages, whatever the locale of the test run. */
class UserLanguage
{
public:
  explicit UserLanguage (const char *languages)
  {
    const char *before = g_getenv ("LANGUAGE");

    was_set = before != nullptr;
    old = was_set ? before : "";
    g_setenv ("LANGUAGE", languages, TRUE);
  }

  ~UserLanguage ()
  {
    if (was_set)
      g_setenv ("LANGUAGE", old.c_str (), TRUE);
    else
      g_unsetenv ("LANGUAGE");
  }

private:
  bool was_set;
  std::string old;
};
