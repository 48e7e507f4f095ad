/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <eupolicy.h>
#include <gtest/gtest.h>

#include <string>

namespace
{

TEST (Version, IsThatOfTheHeaders)
{
  EXPECT_EQ (eup_get_major_version (), (guint) EUP_MAJOR_VERSION);
  EXPECT_EQ (eup_get_minor_version (), (guint) EUP_MINOR_VERSION);
  EXPECT_EQ (eup_get_micro_version (), (guint) EUP_MICRO_VERSION);
  EXPECT_EQ (eup_get_version_string (), std::to_string (EUP_MAJOR_VERSION) + "." + std::to_string (EUP_MINOR_VERSION) + "." +
                                            std::to_string (EUP_MICRO_VERSION));
}

TEST (Version, IsCompared)
{
  const guint major = EUP_MAJOR_VERSION, minor = EUP_MINOR_VERSION, micro = EUP_MICRO_VERSION;

  EXPECT_TRUE (eup_check_version (major, minor, micro));
  EXPECT_TRUE (eup_check_version (0, minor + 9, micro + 9));
  EXPECT_FALSE (eup_check_version (major, minor, micro + 1));
  EXPECT_FALSE (eup_check_version (major, minor + 1, 0));
  EXPECT_FALSE (eup_check_version (major + 1, 0, 0));
}

TEST (Errors, HaveDomainsAndTypes)
{
  EXPECT_NE (EUP_PARSE_ERROR, EUP_QUERY_ERROR);
  EXPECT_NE (EUP_QUERY_ERROR, EUP_MODEL_ERROR);
  for (GType type : { EUP_TYPE_PARSE_ERROR, EUP_TYPE_QUERY_ERROR, EUP_TYPE_MODEL_ERROR, EUP_TYPE_MERGE_FLAGS })
    EXPECT_TRUE (G_TYPE_IS_ENUM (type) || G_TYPE_IS_FLAGS (type));
}

} // namespace
