/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/eup-formats.h"
#include "formats/json/eup-json-members.h"
#include "values/eup-word-distance.h"

/* Members that are not known: what was probably meant, and the text that they are kept as. */

#define MAX_KEYS 64

static const char * const header_keys[] = { "@context", "format", "version", "language", "title", "baseUri" };

/* A child says by a field that it stands beneath its parent. */
int
eup_json_beneath (EupTableKind child,
                  EupTableKind parent)
{
  const EupTableSpec *spec = eup_schema_table (child);

  for (guint i = 0; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & EUP_FIELD_BENEATH)
        && (spec->fields[i].target == parent || spec->fields[i].target == EUP_TABLE_ANY))
      return (int) i;
  return -1;
}

static guint
list_keys (guint        table,
           const char **keys)
{
  guint n = 0;

  if (table == EUP_KEPT_DOCUMENT)
    {
      for (guint i = 0; i < G_N_ELEMENTS (header_keys); i++)
        keys[n++] = header_keys[i];
      for (guint i = 0; i < EUP_N_ENTITY_TABLES; i++)
        keys[n++] = eup_schema_table (i)->key;
      return n;
    }
  for (guint i = 0; i < eup_schema_table (table)->n_fields; i++)
    keys[n++] = eup_schema_field (table, i)->key;
  if (table >= EUP_N_ENTITY_TABLES)
    return n;
  keys[n++] = "id";
  keys[n++] = "type";
  for (guint child = 0; child < EUP_N_ENTITY_TABLES; child++)
    if (eup_json_beneath (child, table) >= 0)
      keys[n++] = eup_schema_table (child)->key;
  g_assert (n <= MAX_KEYS);
  return n;
}

/* The key of that table, or of the document, that comes nearest; NULL if none comes near. */
const char *
eup_json_nearest_key (guint       table,
                      const char *key,
                      gsize       length)
{
  const char *keys[MAX_KEYS];
  const char *nearest = NULL;
  guint n = list_keys (table, keys), best = length <= 2 ? 1 : (guint) MIN (length, EUP_MAX_WORD) / 2;

  for (guint i = 0; i < n; i++)
    {
      guint distance = eup_word_distance (key, length, keys[i], strlen (keys[i]));

      if (distance < best || (distance == best && nearest == NULL))
        {
          nearest = keys[i];
          best = distance;
        }
    }
  return nearest;
}

/* The end of the value that begins there, in compact JSON. */
static const char *
end_of_value (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == '"')
        {
          for (p++; *p != '\0' && *p != '"'; p++)
            if (*p == '\\' && p[1] != '\0')
              p++;
          if (*p == '\0')
            return p;
        }
      else if (*p == '{' || *p == '[')
        depth++;
      else if (depth == 0 && (*p == ',' || *p == '}' || *p == ']'))
        return p;
      else if (*p == '}' || *p == ']')
        depth--;
    }
  return p;
}

/* The string that JSON text in quotes means; it has no escapes but those that the scanner writes. */
static char *
unescape (const char *p,
          const char *end)
{
  static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
  GString *string = g_string_new (NULL);

  for (p++; p < end - 1; p++)
    {
      const char *found;

      if (*p != '\\')
        {
          g_string_append_c (string, *p);
          continue;
        }
      p++;
      found = strchr (from, *p);
      if (*p == 'u' && end - p > 4)
        {
          g_string_append_c (string, (char) (g_ascii_xdigit_value (p[3]) * 16 + g_ascii_xdigit_value (p[4])));
          p += 4;
        }
      else
        g_string_append_c (string, found == NULL ? *p : to[found - from]);
    }
  return g_string_free (string, FALSE);
}

/* Moves on by one member of an object of compact JSON, or of a lone member; FALSE at the end. */
gboolean
eup_json_next_member (const char        **at,
                      EupJsonMemberText  *member)
{
  const char *p = *at, *end;

  g_clear_pointer (&member->key, g_free);
  if (p == NULL || (*p != '"' && *p != '{' && *p != ',') || (*p == '{' && p[1] == '}'))
    return FALSE;
  if (*p != '"')
    p++;
  for (end = p + 1; *end != '"'; end++)
    if (*end == '\\')
      end++;
  end++;
  member->key = unescape (p, end);
  member->text = p;
  member->value = end + 1;
  *at = end_of_value (member->value);
  member->length = *at - p;
  return TRUE;
}

void
eup_json_member_text_clear (EupJsonMemberText *member)
{
  g_clear_pointer (&member->key, g_free);
}

static void
append_member (GString                 *merged,
               const EupJsonMemberText *member)
{
  if (merged->len > 1)
    g_string_append_c (merged, ',');
  g_string_append_len (merged, member->text, member->length);
}

char *
eup_json_merge_members (const char *old,
                        const char *news)
{
  g_auto (EupJsonMemberText) a = { 0 }, b = { 0 };
  gboolean more_a = eup_json_next_member (&old, &a), more_b = eup_json_next_member (&news, &b);
  g_autoptr (GString) merged = g_string_new ("{");

  while (more_a || more_b)
    {
      int order = !more_a ? 1 : !more_b ? -1 : strcmp (a.key, b.key);

      if (order < 0)
        append_member (merged, &a);
      else if (strncmp (b.value, "null", 4) != 0 || (order == 0 && strncmp (a.value, "null", 4) == 0))
        append_member (merged, &b);
      if (order <= 0)
        more_a = eup_json_next_member (&old, &a);
      if (order >= 0)
        more_b = eup_json_next_member (&news, &b);
    }
  if (merged->len == 1)
    return NULL;
  g_string_append_c (merged, '}');
  return g_string_free (g_steal_pointer (&merged), FALSE);
}
