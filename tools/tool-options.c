/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "tool-options.h"

#include <string.h>

#include "tool-nearest.h"

typedef struct
{
  const char *name;
  char letter;
  const char *argument; /* NULL: a switch */
  ToolTakes takes;
  gsize offset;
  const char *help;
} Option;

#define AT(member) G_STRUCT_OFFSET (ToolOptions, member)

static const Option options[] = {
  { "catalog", 0, "FILE", TOOL_TAKES_ALWAYS, AT (catalog), "ask FILE instead of the built-in catalog (- reads a stream)" },
  { "lang", 0, "LANG", TOOL_TAKES_ALWAYS, AT (language), "read and write in LANG, such as fr (several: fr,en)" },
  { "as-of", 0, "DATE", TOOL_TAKES_ALWAYS, AT (as_of), "the day that counts as today, such as 2025-06-05" },
  { "format", 'f', "FORMAT", TOOL_TAKES_FORMAT, AT (format), "table, json, jsonl or ids" },
  { "columns", 0, "FIELDS", TOOL_TAKES_COLUMNS, AT (columns), "what the table shows, such as id,status,lead,title" },
  { "explain", 0, NULL, TOOL_TAKES_EXPLAIN, AT (explain), "say how the question would be answered, and stop" },
  { "from", 0, "FORMAT", TOOL_TAKES_FROM, AT (from), "the format of what is read: json or jsonl" },
  { "to", 0, "FORMAT", TOOL_TAKES_TO, AT (to), "the format of what is written: json or jsonl" },
  { "strict", 0, NULL, TOOL_TAKES_STRICT, AT (strict), "hints count as problems too" },
  { "languages", 0, NULL, TOOL_TAKES_LANGUAGES, AT (by_language), "count texts by language and type" },
  { "color", 0, "WHEN", TOOL_TAKES_ALWAYS, AT (colour), "auto, always or never" },
  { "help", 'h', NULL, TOOL_TAKES_ALWAYS, AT (help), "show how the command is used" },
  { "version", 'V', NULL, TOOL_TAKES_ALWAYS, AT (version), "show the version" },
};

static const Option *
find_long (const char *name,
           gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (strncmp (options[i].name, name, length) == 0 && options[i].name[length] == '\0')
      return &options[i];
  /* As the other spelling is. */
  if (length == 6 && strncmp (name, "colour", length) == 0)
    return find_long ("color", 5);
  return NULL;
}

static const Option *
find_letter (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].letter == letter)
      return &options[i];
  return NULL;
}

static char *
unknown_option (const char *name)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *near = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_ptr_array_add (known, (gpointer) options[i].name);
  near = tool_nearest_word (name, (const char * const *) known->pdata, known->len);
  if (near != NULL)
    return g_strdup_printf ("unknown option --%s; did you mean --%s?", name, near);
  return g_strdup_printf ("unknown option --%s", name);
}

static gboolean
set_option (ToolOptions   *self,
            const Option  *option,
            const char    *value,
            char         **problem)
{
  gpointer place = G_STRUCT_MEMBER_P (self, option->offset);

  if (option->argument == NULL)
    {
      if (value != NULL)
        {
          *problem = g_strdup_printf ("--%s takes no value", option->name);
          return FALSE;
        }
      *(gboolean *) place = TRUE;
      return TRUE;
    }
  if (value == NULL)
    {
      *problem = g_strdup_printf ("--%s needs a value: --%s %s", option->name, option->name, option->argument);
      return FALSE;
    }
  g_free (*(char **) place);
  *(char **) place = g_strdup (value);
  return TRUE;
}

/* An argument such as -topic:migration is part of a question: only -f, -h and -V are options of one dash. */
gboolean
tool_options_parse (ToolOptions  *self,
                    int           argc,
                    char        **argv,
                    char        **problem)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (int i = 1; i < argc; i++)
    {
      const char *arg = argv[i];
      const Option *option = NULL;
      const char *value = NULL;

      if (strcmp (arg, "--") == 0)
        {
          while (++i < argc)
            g_ptr_array_add (self->words, g_strdup (argv[i]));
          return TRUE;
        }
      if (g_str_has_prefix (arg, "--"))
        {
          const char *equal = strchr (arg, '=');
          gsize length = equal != NULL ? (gsize) (equal - arg - 2) : strlen (arg + 2);

          option = find_long (arg + 2, length);
          if (option == NULL)
            {
              g_autofree char *name = g_strndup (arg + 2, length);

              *problem = unknown_option (name);
              return FALSE;
            }
          value = equal != NULL ? equal + 1 : NULL;
        }
      else if (arg[0] == '-' && arg[1] != '\0' && arg[2] == '\0')
        {
          option = find_letter (arg[1]);
        }
      if (option == NULL)
        {
          g_ptr_array_add (self->words, g_strdup (arg));
          continue;
        }
      if (option->argument != NULL && value == NULL && i + 1 < argc)
        value = argv[++i];
      if (!set_option (self, option, value, problem))
        return FALSE;
    }
  return TRUE;
}

/* An option that a command does not know is wrong use, not to be passed over. */
gboolean
tool_options_allowed (const ToolOptions  *self,
                      ToolTakes           takes,
                      char              **problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const Option *option = &options[i];
      gconstpointer place = G_STRUCT_MEMBER_P (self, option->offset);
      gboolean given = option->argument == NULL ? *(const gboolean *) place : *(char * const *) place != NULL;

      if (given && (option->takes & (takes | TOOL_TAKES_ALWAYS)) == 0)
        {
          *problem = g_strdup_printf ("--%s has no meaning here", option->name);
          return FALSE;
        }
    }
  return TRUE;
}

void
tool_options_clear (ToolOptions *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].argument != NULL)
      g_clear_pointer ((char **) G_STRUCT_MEMBER_P (self, options[i].offset), g_free);
  g_clear_pointer (&self->words, g_ptr_array_unref);
}

void
tool_options_list (ToolOutput *output,
                   ToolTakes   takes)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const Option *option = &options[i];
      g_autofree char *spelled = NULL;

      if ((option->takes & takes) == 0)
        continue;
      spelled = g_strdup_printf ("--%s%s%s", option->name, option->argument != NULL ? " " : "",
                                 option->argument != NULL ? option->argument : "");
      tool_output_format (output, "  %s%c%s %-18s ", option->letter != 0 ? "-" : " ",
                          option->letter != 0 ? option->letter : ' ', option->letter != 0 ? "," : " ", spelled);
      tool_output_wrapped (output, TOOL_STYLE_PLAIN, 25, 25, option->help);
      tool_output_text (output, "\n");
    }
}
