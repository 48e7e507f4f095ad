/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-version.h>

/**
 * eup_get_major_version:
 *
 * Gives the major version of the library that the program runs with.
 *
 * Returns: the major version
 *
 * Since: 1.0
 */
guint
eup_get_major_version (void)
{
  return EUP_MAJOR_VERSION;
}

/**
 * eup_get_minor_version:
 *
 * Gives the minor version of the library that the program runs with.
 *
 * Returns: the minor version
 *
 * Since: 1.0
 */
guint
eup_get_minor_version (void)
{
  return EUP_MINOR_VERSION;
}

/**
 * eup_get_micro_version:
 *
 * Gives the micro version of the library that the program runs with.
 *
 * Returns: the micro version
 *
 * Since: 1.0
 */
guint
eup_get_micro_version (void)
{
  return EUP_MICRO_VERSION;
}

/**
 * eup_get_version_string:
 *
 * Gives the version of the library that the program runs with, as text.
 *
 * Returns: the version, such as `1.0.0`
 *
 * Since: 1.0
 */
const char *
eup_get_version_string (void)
{
  return EUP_VERSION_STRING;
}

/**
 * eup_check_version:
 * @major: the major version that is needed
 * @minor: the minor version that is needed
 * @micro: the micro version that is needed
 *
 * Tells whether the library that the program runs with is of the given version or a newer one.
 *
 * Returns: %TRUE if it is
 *
 * Since: 1.0
 */
gboolean
eup_check_version (guint major,
                   guint minor,
                   guint micro)
{
  const guint have[] = { EUP_MAJOR_VERSION, EUP_MINOR_VERSION, EUP_MICRO_VERSION };
  const guint need[] = { major, minor, micro };

  for (guint i = 0; i < G_N_ELEMENTS (have); i++)
    if (have[i] != need[i])
      return have[i] > need[i];
  return TRUE;
}
