/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/language/eup-query-tree.h"
#include "values/eup-enum-names.h"

/* Characters that can stand in a value without quotes anywhere. */
static gboolean
is_plain (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || strchr ("-_./@+#%'&:;!?", (int) c) != NULL;
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Writes a string so that it can stand after "field:", in quotes only where it has to. */
static void
print_string (GString    *out,
                        const char *string)
{
  gboolean plain = *string != '\0';

  for (const char *p = string; plain && *p != '\0'; p = g_utf8_next_char (p))
    plain = is_plain (g_utf8_get_char (p));
  if (plain)
    {
      g_string_append (out, string);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* A word that inflects stands without quotes: what would mean something there is escaped. */
static void
print_word (GString    *out,
            const char *word)
{
  gboolean is_keyword = strcmp (word, "OR") == 0 || strcmp (word, "AND") == 0 || strcmp (word, "NOT") == 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_safe = g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0xad;

      if (!is_safe || (is_keyword && p == word))
        g_string_append_c (out, '\\');
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
}

static void
print_words (GString             *out,
             const EupWordsPhrase *words)
{
  if (words->exact)
    {
      g_string_append_c (out, '"');
      for (const char *p = words->text; *p != '\0'; p++)
        {
          if (*p == '"' || *p == '\\')
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, '"');
    }
  else
    print_word (out, words->text);
  if (words->prefix)
    g_string_append_c (out, '*');
}

static void
print_date (GString     *out,
            EupDateCell  cell)
{
  char text[EUP_DATE_CELL_PRINT_MAX];

  if (cell != 0)
    g_string_append_len (out, text, (gssize) eup_date_cell_print (cell, text));
}

static void
print_integers (GString             *out,
                const EupQueryValue *value)
{
  if (value->least != EUP_QUERY_NO_LEAST)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->least);
  if (value->least == value->greatest)
    return;
  g_string_append (out, "..");
  if (value->greatest != EUP_QUERY_NO_GREATEST)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->greatest);
}

static void
print_value (GString             *out,
             EupQueryField        field,
             const EupQueryValue *value)
{
  const EupQueryFieldSpec *spec = eup_query_field_spec (field);

  switch (spec->kind)
    {
    case EUP_QUERY_KIND_TYPE:
      g_string_append (out, eup_schema_table (value->number)->nick);
      break;
    case EUP_QUERY_KIND_ENUM:
      g_string_append (out, eup_enum_nick (spec->enum_type (), (int) value->number));
      break;
    case EUP_QUERY_KIND_FLAG:
      g_string_append (out, eup_query_flag_name (value->number));
      break;
    case EUP_QUERY_KIND_YES_NO:
      g_string_append (out, value->number != 0 ? "true" : "false");
      break;
    case EUP_QUERY_KIND_PROPERTY:
      g_string_append (out, eup_query_property (value->number)->name);
      if (value->language != NULL)
        g_string_append_printf (out, "@%s", value->language);
      break;
    case EUP_QUERY_KIND_DATE:
      print_date (out, value->low);
      if (value->low != value->high)
        {
          g_string_append (out, "..");
          print_date (out, value->high);
        }
      break;
    case EUP_QUERY_KIND_INTEGER:
      print_integers (out, value);
      break;
    case EUP_QUERY_KIND_ID:
    case EUP_QUERY_KIND_TEXT:
    case EUP_QUERY_KIND_WORDS:
    case EUP_QUERY_KIND_COUNTRY:
    case EUP_QUERY_KIND_ENTITY:
    case EUP_QUERY_KIND_REFERENCE:
    case EUP_QUERY_KIND_OPTION:
    case EUP_QUERY_KIND_CONDITION:
    default:
      print_string (out, value->string);
      break;
    }
}

static void
print_term (GString            *out,
            const EupQueryNode *node)
{
  g_string_append_printf (out, "%s:%s", eup_query_field_name (node->field), eup_query_operator_text (node->op));
  for (guint i = 0; i < node->n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      print_value (out, node->field, &node->values[i]);
    }
}

static void
print_list (GString            *out,
            const EupQueryNode *node)
{
  for (guint i = 0; i < node->n; i++)
    {
      const EupQueryNode *child = node->children[i];
      gboolean enclosed = node->kind == EUP_QUERY_AND && child->kind == EUP_QUERY_OR;

      if (i > 0)
        g_string_append (out, node->kind == EUP_QUERY_OR ? " OR " : " ");
      if (enclosed)
        g_string_append_c (out, '(');
      eup_query_print_node (out, child);
      if (enclosed)
        g_string_append_c (out, ')');
    }
}

void
eup_query_print_node (GString            *out,
                      const EupQueryNode *node)
{
  const EupQueryNode *child;

  switch (node->kind)
    {
    case EUP_QUERY_AND:
    case EUP_QUERY_OR:
      print_list (out, node);
      break;
    case EUP_QUERY_NOT:
      child = node->children[0];
      g_string_append_c (out, '-');
      if (eup_query_node_is_enclosed (child))
        eup_query_print_node (out, child);
      else
        {
          g_string_append_c (out, '(');
          eup_query_print_node (out, child);
          g_string_append_c (out, ')');
        }
      break;
    case EUP_QUERY_TERM:
      print_term (out, node);
      break;
    case EUP_QUERY_MILESTONE:
      g_string_append_printf (out, "%s:(", eup_query_field_name (EUP_QUERY_FIELD_MILESTONE));
      eup_query_print_node (out, node->children[0]);
      g_string_append_c (out, ')');
      break;
    case EUP_QUERY_WORDS:
      print_words (out, &node->words);
      break;
    case EUP_QUERY_ALL:
    default:
      break;
    }
}

static void
begin_option (GString       *out,
              EupQueryField  field)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append_printf (out, "%s:", eup_query_field_name (field));
}

char *
eup_query_print (const EupQuerySpec *spec)
{
  GString *out = g_string_sized_new (64);

  eup_query_print_node (out, spec->condition);
  for (guint i = 0; spec->languages != NULL && spec->languages[i] != NULL; i++)
    {
      if (i == 0)
        begin_option (out, EUP_QUERY_FIELD_LANG);
      else
        g_string_append_c (out, ',');
      g_string_append (out, spec->languages[i]);
    }
  if (spec->as_of != 0)
    {
      begin_option (out, EUP_QUERY_FIELD_AS_OF);
      print_date (out, spec->as_of);
    }
  for (guint i = 0; i < spec->n_sort; i++)
    {
      if (i == 0)
        begin_option (out, EUP_QUERY_FIELD_SORT);
      else
        g_string_append_c (out, ',');
      g_string_append_printf (out, "%s%s", spec->sort[i].descending ? "-" : "", eup_query_field_name (spec->sort[i].field));
    }
  if (spec->offset != 0)
    {
      begin_option (out, EUP_QUERY_FIELD_OFFSET);
      g_string_append_printf (out, "%u", spec->offset);
    }
  if (spec->limit != G_MAXUINT32)
    {
      begin_option (out, EUP_QUERY_FIELD_LIMIT);
      g_string_append_printf (out, "%u", spec->limit);
    }
  return g_string_free (out, FALSE);
}
