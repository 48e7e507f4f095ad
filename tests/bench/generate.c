/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "eup-generate.h"

/* usage: eup-generate [INITIATIVES] > FILE */

static void
print (const char *text,
       gsize       length,
       gpointer    data)
{
  if (fwrite (text, 1, length, data) != length)
    {
      perror ("eup-generate");
      exit (1);
    }
}

int
main (int    argc,
      char **argv)
{
  eup_generate (argc > 1 ? (guint) atoi (argv[1]) : 1000, print, stdout);
  return fflush (stdout) == 0 ? 0 : 1;
}
