/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads any bytes as a date, a period and a reference. What is read prints as a text that reads back as an equal value. */

#include <eupolicy.h>

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
try_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupDate) date = eup_date_new_from_string (text, &error);
  g_autoptr (EupDate) again = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *shown = NULL;

  if (date == NULL)
    {
      g_assert (error != NULL && error->domain == EUP_PARSE_ERROR);
      return;
    }
  printed = eup_date_to_string (date);
  again = eup_date_new_from_string (printed, &error);
  g_assert_no_error (error);
  g_assert_true (eup_date_equal (date, again));
  shown = eup_date_format (date, "fr");
  g_assert_true (shown != NULL && *shown != '\0');
}

static void
try_period (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupPeriod) period = eup_period_new_from_string (text, &error);
  g_autoptr (EupPeriod) again = NULL;
  g_autofree char *printed = NULL;

  if (period == NULL)
    {
      g_assert (error != NULL && error->domain == EUP_PARSE_ERROR);
      return;
    }
  printed = eup_period_to_string (period);
  again = eup_period_new_from_string (printed, &error);
  g_assert_no_error (error);
  g_assert_true (eup_period_equal (period, again));
}

static void
try_reference (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupReference) reference = eup_reference_new_from_string (text, &error);
  g_autoptr (EupReference) again = NULL;

  if (reference == NULL)
    {
      g_assert (error != NULL && error->domain == EUP_PARSE_ERROR);
      return;
    }
  again = eup_reference_new_from_string (eup_reference_get_value (reference), &error);
  g_assert_no_error (error);
  g_assert_true (eup_reference_equal (reference, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_malloc (size + 1);

  if (size > 0)
    memcpy (text, data, size);
  text[size] = '\0';
  try_date (text);
  try_period (text);
  try_reference (text);

  return 0;
}
