/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/display/eup-display-engine.h"

#include <math.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unumberformatter.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "values/display/eup-amount.h"
#include "values/display/eup-collation.h"
#include "values/eup-language.h"

const gboolean eup_display_engine_has_languages = TRUE;

#define TEXT_SIZE 512
#define PATTERN_SIZE 128
#define MOST_FORMATS 256
#define MS_PER_DAY 86400000.0

/* Formats are slow to open, so they are kept, by locale and skeleton; all use of them is under this lock. */
static GMutex formats_lock;
static GHashTable *formats;

typedef struct
{
  UDateFormat      *date;
  UNumberFormatter *number;
} Format;

static void
format_free (gpointer data)
{
  Format *format = data;

  g_clear_pointer (&format->date, udat_close);
  g_clear_pointer (&format->number, unumf_close);
  g_free (format);
}

/* A bare "en" or "pt" is that of the Union; what no locale data are there for is English too. */
static void
find_locale (const char *language,
             char        locale[ULOC_FULLNAME_CAPACITY])
{
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *data;
  int32_t parsed = 0;

  if (g_ascii_strcasecmp (language, "en") == 0)
    {
      g_strlcpy (locale, "en_IE", ULOC_FULLNAME_CAPACITY);
      return;
    }
  if (g_ascii_strcasecmp (language, "pt") == 0)
    {
      g_strlcpy (locale, "pt_PT", ULOC_FULLNAME_CAPACITY);
      return;
    }
  uloc_forLanguageTag (language, locale, ULOC_FULLNAME_CAPACITY, &parsed, &status);
  if (U_SUCCESS (status) && locale[0] != '\0')
    {
      status = U_ZERO_ERROR;
      data = ures_open (NULL, locale, &status);
      if (data != NULL)
        ures_close (data);
    }
  if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING || locale[0] == '\0')
    g_strlcpy (locale, "en_IE", ULOC_FULLNAME_CAPACITY);
}

static UDateFormat *
open_date_format (const char *locale,
                  const char *skeleton)
{
  /* Other calendars count other years; and the days of EupDate are Gregorian all the way back. */
  g_autofree char *gregorian = g_strconcat (locale, "@calendar=gregorian", NULL);
  UChar wanted[PATTERN_SIZE];
  UChar pattern[PATTERN_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (gregorian, &status);
  int32_t length = 0;
  UDateFormat *format = NULL;
  UCalendar *calendar = NULL;

  u_uastrncpy (wanted, skeleton, PATTERN_SIZE);
  if (U_SUCCESS (status))
    length = udatpg_getBestPattern (generator, wanted, -1, pattern, PATTERN_SIZE, &status);
  if (U_SUCCESS (status))
    format = udat_open (UDAT_PATTERN, UDAT_PATTERN, gregorian, u"Etc/GMT", -1, pattern, length, &status);
  if (U_SUCCESS (status))
    calendar = ucal_clone (udat_getCalendar (format), &status);
  if (U_SUCCESS (status))
    ucal_setGregorianChange (calendar, -1e17, &status);
  if (U_SUCCESS (status))
    udat_setCalendar (format, calendar);
  g_clear_pointer (&calendar, ucal_close);
  g_clear_pointer (&generator, udatpg_close);
  if (U_FAILURE (status))
    g_clear_pointer (&format, udat_close);
  return format;
}

static UNumberFormatter *
open_number_format (const char *locale,
                    const char *skeleton)
{
  UChar wanted[PATTERN_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormatter *format;

  u_uastrncpy (wanted, skeleton, PATTERN_SIZE);
  format = unumf_openForSkeletonAndLocale (wanted, -1, locale, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&format, unumf_close);
  return format;
}

/* Call with the lock held. */
static const Format *
lookup_format (const char *language,
               const char *skeleton,
               gboolean    is_date)
{
  g_autofree char *key = g_strconcat (language, "|", skeleton, NULL);
  char locale[ULOC_FULLNAME_CAPACITY];
  Format *format;

  if (formats == NULL)
    formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, format_free);
  format = g_hash_table_lookup (formats, key);
  if (format != NULL)
    return format;
  if (g_hash_table_size (formats) >= MOST_FORMATS)
    g_hash_table_remove_all (formats);

  find_locale (language, locale);
  format = g_new0 (Format, 1);
  if (is_date)
    format->date = open_date_format (locale, skeleton);
  else
    format->number = open_number_format (locale, skeleton);
  g_hash_table_insert (formats, g_steal_pointer (&key), format);
  return format;
}

static char *
to_utf8 (const UChar *text,
         int32_t      length)
{
  char *utf8 = g_malloc ((gsize) length * 3 + 1);
  UErrorCode status = U_ZERO_ERROR;

  u_strToUTF8 (utf8, length * 3 + 1, NULL, text, length, &status);
  if (U_FAILURE (status) || utf8[0] == '\0')
    g_clear_pointer (&utf8, g_free);
  return utf8;
}

/* The names of quarters are short in English only: it is what the Union writes. */
static const char *
skeleton_of_span (EupDateSpan  span,
                  const char  *language)
{
  switch (span)
    {
    case EUP_DATE_SPAN_DAY:
      return "yMMMMd";
    case EUP_DATE_SPAN_MONTH:
      return "yMMMM";
    case EUP_DATE_SPAN_QUARTER:
      return g_ascii_strncasecmp (language, "en", 2) == 0 ? "yQQQ" : "yQQQQ";
    case EUP_DATE_SPAN_YEAR:
    case EUP_DATE_SPAN_DECADE:
    default:
      return "y";
    }
}

char *
eup_display_engine_date (EupDateCell cell,
                         const char *language)
{
  const double day = (double) eup_date_cell_first_day (cell) - EUP_DATE_CELL_UNIX_EPOCH;
  UChar text[TEXT_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  const Format *format;
  int32_t length = 0;
  char *shown = NULL;
  char iso[EUP_DATE_CELL_PRINT_MAX];

  g_mutex_lock (&formats_lock);
  format = lookup_format (language, skeleton_of_span (eup_date_cell_span (cell), language), TRUE);
  if (format->date != NULL)
    length = udat_format (format->date, day * MS_PER_DAY, text, TEXT_SIZE, NULL, &status);
  g_mutex_unlock (&formats_lock);

  if (length > 0 && U_SUCCESS (status))
    shown = to_utf8 (text, length);
  if (shown != NULL)
    return shown;
  eup_date_cell_print (cell & ~(EUP_DATE_CELL_SPELLING_MASK | EUP_DATE_CELL_APPROXIMATE | EUP_DATE_CELL_UNCERTAIN), iso);
  return g_strdup (iso);
}

static char *
format_number (double      value,
               const char *skeleton,
               const char *language)
{
  UChar text[TEXT_SIZE];
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = NULL;
  const Format *format;
  int32_t length = 0;
  char *shown = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_mutex_lock (&formats_lock);
  format = lookup_format (language, skeleton, FALSE);
  if (format->number != NULL && fabs (value) < 1e18)
    result = unumf_openResult (&status);
  if (result != NULL)
    {
      unumf_formatDouble (format->number, value, result, &status);
      length = unumf_resultToString (result, text, TEXT_SIZE, &status);
      unumf_closeResult (result);
    }
  g_mutex_unlock (&formats_lock);

  if (length > 0 && U_SUCCESS (status))
    shown = to_utf8 (text, length);
  return shown != NULL ? shown : g_strdup (g_ascii_dtostr (number, sizeof number, value));
}

/* ICU has long words for numbers and short ones for money: "500 million", but "€500M". So the words are put where the number
 * one stands in an amount of that currency. */
static char *
words_with_currency (const char *words,
                     const char *currency_skeleton,
                     gboolean    negative,
                     const char *language)
{
  g_autofree char *sample = format_number (negative ? -1 : 1, currency_skeleton, language);
  g_autofree char *one = format_number (1, ".######", language);
  const char *place = strstr (sample, one);

  if (place == NULL)
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) (place - sample), sample, words, place + strlen (one));
}

char *
eup_display_engine_amount (double      value,
                           const char *currency,
                           const char *language)
{
  const gboolean in_words = eup_amount_power (value) > 0;
  g_autofree char *skeleton = NULL;
  g_autofree char *words = NULL;
  char *amount = NULL;

  if (currency == NULL)
    return format_number (value, in_words ? "compact-long .##" : ".######", language);

  skeleton = g_strdup_printf ("currency/%s %s", currency, in_words || value == floor (value) ? ".######" : ".00####");
  if (in_words)
    {
      words = format_number (fabs (value), "compact-long .##", language);
      amount = words_with_currency (words, skeleton, value < 0, language);
    }
  return amount != NULL ? amount : format_number (value, skeleton, language);
}

/* The Union sets a space before the sign in all of its languages; where the locale data do not, it is an ordinary one. */
char *
eup_display_engine_percent (double      value,
                            const char *language)
{
  g_autofree char *percent = format_number (value, "percent .######", language);
  const gsize length = strlen (percent);

  if (length > 1 && percent[length - 1] == '%' && g_ascii_isdigit (percent[length - 2]))
    return g_strdup_printf ("%.*s %%", (int) length - 1, percent);
  if (length == 0 || strchr (percent, '%') == NULL)
    return g_strconcat (percent, " %", NULL);
  return g_steal_pointer (&percent);
}

struct _EupCollator
{
  UCollator *collator; /* NULL when there is none to be had */
};

EupCollator *
eup_collator_new (const char *language)
{
  g_autofree char *tag = eup_language_or_user (language);
  EupCollator *self = g_new0 (EupCollator, 1);
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];

  find_locale (tag, locale);
  self->collator = ucol_open (locale, &status);
  if (U_SUCCESS (status))
    ucol_setAttribute (self->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&self->collator, ucol_close);
  return self;
}

void
eup_collator_free (EupCollator *self)
{
  g_clear_pointer (&self->collator, ucol_close);
  g_free (self);
}

int
eup_collator_compare (EupCollator *self,
                      const char  *a,
                      const char  *b)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult order = UCOL_EQUAL;
  int bytes;

  if (self->collator != NULL)
    order = ucol_strcollUTF8 (self->collator, a, -1, b, -1, &status);
  if (U_SUCCESS (status) && order != UCOL_EQUAL)
    return order == UCOL_LESS ? -1 : 1;
  bytes = strcmp (a, b);
  return (bytes > 0) - (bytes < 0);
}

void
eup_collator_add_key (EupCollator *self,
                      const char  *text,
                      GByteArray  *key)
{
  UChar small[256];
  g_autofree UChar *large = NULL;
  UChar *utf16 = small;
  UErrorCode status = U_ZERO_ERROR;
  gsize length = strlen (text);
  guint at = key->len;
  int32_t n, n_key, room;

  if (self->collator == NULL || length > G_MAXINT32 / 8)
    {
      g_byte_array_append (key, (const guint8 *) text, (guint) length);
      return;
    }
  if (length > G_N_ELEMENTS (small))
    utf16 = large = g_new (UChar, length);
  u_strFromUTF8WithSub (utf16, (int32_t) MAX (length, G_N_ELEMENTS (small)), &n, text, (int32_t) length, 0xfffd, NULL, &status);
  if (U_FAILURE (status))
    n = 0;
  room = n * 4 + 32;
  for (;;)
    {
      g_byte_array_set_size (key, at + (guint) room);
      n_key = ucol_getSortKey (self->collator, utf16, n, key->data + at, room);
      if (n_key <= room)
        break;
      room = n_key;
    }
  g_byte_array_set_size (key, at + (guint) MAX (n_key - 1, 0)); /* without the NUL */
}
