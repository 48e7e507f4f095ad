/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-language.h"

#include <string.h>

/* BCP 47 in its shape: parts of one to eight letters and digits, the first of two to eight letters (or a lone "x" or "i"). */
gboolean
eup_language_is_valid (const char *tag,
                       gssize      length)
{
  const gsize end = tag == NULL ? 0 : length < 0 ? strlen (tag) : (gsize) length;
  gsize start = 0;

  if (end == 0 || end > 64)
    return FALSE;
  for (gsize i = 0; i <= end; i++)
    {
      if (i < end && tag[i] != '-')
        {
          if (!(start == 0 ? g_ascii_isalpha (tag[i]) : g_ascii_isalnum (tag[i])))
            return FALSE;
          continue;
        }
      if (i == start || i - start > 8)
        return FALSE;
      if (start == 0 && i == 1 && (i == end || strchr ("iIxX", tag[0]) == NULL))
        return FALSE;
      start = i + 1;
    }
  return TRUE;
}

/* The tag that was probably meant by what is none ("pt_BR", "de_AT.UTF-8", "zh hant"), or NULL. */
char *
eup_language_correct (const char *tag)
{
  g_autofree char *corrected = g_strndup (tag, strcspn (tag, ".@"));
  gsize start = 0;

  g_strstrip (corrected);
  for (gsize i = 0;; i++)
    {
      char c = corrected[i];

      if (c == '_' || c == ' ')
        corrected[i] = '-';
      else if (c != '-' && c != '\0')
        {
          corrected[i] = g_ascii_tolower (c);
          continue;
        }
      /* A region is written in capitals, a script begins with one. */
      if (start > 0 && i - start == 2)
        corrected[start + 1] = g_ascii_toupper (corrected[start + 1]);
      if (start > 0 && (i - start == 2 || i - start == 4))
        corrected[start] = g_ascii_toupper (corrected[start]);
      start = i + 1;
      if (c == '\0')
        break;
    }
  return eup_language_is_valid (corrected, -1) ? g_steal_pointer (&corrected) : NULL;
}

gboolean
eup_language_takes (const char *wanted,
                    const char *tag)
{
  while (*wanted != '\0' && g_ascii_tolower (*wanted) == g_ascii_tolower (*tag))
    {
      wanted++;
      tag++;
    }
  return (*wanted == '\0' && (*tag == '\0' || *tag == '-')) || (*tag == '\0' && *wanted == '-');
}

/* ISO 639-1 */
static const char two_letters[] =
  "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo "
  "fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
  "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se "
  "sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

gboolean
eup_language_is_known (const char *tag)
{
  gsize n = strcspn (tag, "-");

  if (n != 2)
    return n == 3;
  for (const char *p = two_letters; *p != '\0'; p += 3)
    if (g_ascii_strncasecmp (p, tag, 2) == 0)
      return TRUE;
  return FALSE;
}

int
eup_language_compare (const char *a,
                      const char *b)
{
  return g_ascii_strcasecmp (a, b);
}

static gsize
primary_length (const char *tag)
{
  return strcspn (tag, "-");
}

static int
find_tag (guint               n,
          const char * const *available,
          const char         *tag,
          gsize               length)
{
  for (guint i = 0; i < n; i++)
    if (strlen (available[i]) == length
        && (memcmp (available[i], tag, length) == 0 || g_ascii_strncasecmp (available[i], tag, length) == 0))
      return (int) i;
  return -1;
}

static int
find_best (guint               n,
           const char * const *available,
           const char         *wanted)
{
  gsize length = strlen (wanted);
  int found = find_tag (n, available, wanted, length);
  gsize primary;

  if (found >= 0)
    return found;
  while (found < 0 && length > 0)
    {
      while (length > 0 && wanted[length - 1] != '-')
        length--;
      if (length == 0)
        break;
      length--;
      /* A single letter only announces what follows it: it goes with it. */
      if (length >= 2 && wanted[length - 2] == '-')
        length -= 2;
      found = find_tag (n, available, wanted, length);
    }
  primary = primary_length (wanted);
  for (guint i = 0; i < n && found < 0 && primary > 0; i++)
    if (primary_length (available[i]) == primary && g_ascii_strncasecmp (available[i], wanted, primary) == 0)
      found = (int) i;
  return found;
}

int
eup_language_pick (guint               n,
                   const char * const *available,
                   const char * const *wanted,
                   const char         *fallback_language)
{
  int found = -1;

  if (n == 0)
    return -1;
  for (guint i = 0; wanted != NULL && wanted[i] != NULL && found < 0; i++)
    found = find_best (n, available, wanted[i]);
  if (found < 0 && fallback_language != NULL)
    found = find_best (n, available, fallback_language);
  if (found < 0)
    found = find_best (n, available, "en");
  return found < 0 ? 0 : found;
}

/* "sr_RS@latin" to "sr-Latn-RS"; NULL for what is no language. */
static char *
locale_to_tag (const char *locale)
{
  const char *modifier = strchr (locale, '@');
  g_autofree char *name = g_strndup (locale, strcspn (locale, ".@"));
  char *territory = strchr (name, '_');
  const char *script = NULL;
  g_autofree char *tag = NULL;

  if (modifier != NULL && g_str_equal (modifier, "@latin"))
    script = "-Latn";
  else if (modifier != NULL && g_str_equal (modifier, "@cyrillic"))
    script = "-Cyrl";
  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    return NULL;
  if (territory != NULL)
    *territory++ = '\0';
  tag = g_strconcat (name, script != NULL ? script : "", territory != NULL ? "-" : "", territory != NULL ? territory : "", NULL);
  return eup_language_is_valid (tag, -1) ? g_steal_pointer (&tag) : NULL;
}

char **
eup_languages_of_user (void)
{
  const char * const *locales = g_get_language_names ();
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; locales[i] != NULL; i++)
    {
      g_autofree char *tag = strchr (locales[i], '.') == NULL ? locale_to_tag (locales[i]) : NULL;

      if (tag != NULL && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
        g_ptr_array_add (tags, g_steal_pointer (&tag));
    }
  if (tags->len == 0)
    g_ptr_array_add (tags, g_strdup ("en"));
  g_ptr_array_add (tags, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

char *
eup_language_or_user (const char *language)
{
  g_auto (GStrv) languages = NULL;

  if (language != NULL && eup_language_is_valid (language, -1))
    return g_strdup (language);
  languages = eup_languages_of_user ();
  return g_strdup (languages[0]);
}
