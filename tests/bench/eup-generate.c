/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "eup-generate.h"

#include <math.h>
#include <string.h>

#define N_WORDS 6400
#define N_TOPICS 24
#define N_COMMISSIONERS 27
#define PIECE (1 << 20)

typedef struct
{
  guint           n;
  guint           n_objectives;
  guint           n_priorities;
  char           *words[N_WORDS];
  guint16         picks[65536]; /* a word for each 16 random bits, by Zipf's law */
  guint64         state;
  GString        *text;
  EupGenerateFunc func;
  gpointer        data;
} Generator;

static const char * const statuses[] = { "announced", "proposed", "negotiating", "agreed", "adopted", "in-force", "ongoing", "withdrawn" };
static const char * const instruments[] = { "regulation", "directive", "strategy", "communication", "decision", "action-plan" };
static const char * const kinds[3][3] = {
  { "announced", "proposed", "proposed" }, { "agreed", "adopted", "position" }, { "in-force", "applied", "reported" },
};
static const char * const actors[] = { "commission", "parliament", "council", "co-legislators" };
static const char * const countries[N_COMMISSIONERS] = {
  "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
  "NL", "PL", "PT", "RO", "SE", "SI", "SK",
};

static guint64
next (Generator *g)
{
  guint64 z = g->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
below (Generator *g,
       guint      n)
{
  return (guint) ((next (g) >> 32) * n >> 32);
}

/* Begins a record: what follows depends on its kind and number. */
static void
begin_record (Generator *g,
              guint      kind,
              guint      i)
{
  g->state = (guint64) kind << 56 ^ (guint64) i << 24 ^ g->n;
  next (g);
}

static void
make_words (Generator *g)
{
  static const char * const syllables[] = {
    "ta", "ec", "no", "ri", "sta", "op", "en", "er", "gi", "lo", "ma", "pe", "ver", "con", "sus", "ti", "li", "fra", "bo", "du",
  };
  double sum = 0, share = 0;
  guint word = 0;

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      /* The number in base 20, so that no two are alike; common words are short. */
      for (guint k = i + 20; k > 0; k /= 20)
        g_string_append (text, syllables[k % 20]);
      g->words[i] = g_strdup (text->str);
      sum += 1.0 / (i + 4);
    }
  for (guint i = 0; i < 65536; i++)
    {
      while (word < N_WORDS - 1 && share + 1.0 / (word + 4) / sum < i / 65536.0)
        share += 1.0 / (word++ + 4) / sum;
      g->picks[i] = word;
    }
}

static void
words (Generator  *g,
       guint       length,
       const char *extra)
{
  gsize begin = g->text->len;

  if (extra != NULL)
    g_string_append (g->text, extra);
  while (g->text->len - begin < length)
    {
      if (g->text->len > begin)
        g_string_append_c (g->text, ' ');
      g_string_append (g->text, g->words[g->picks[next (g) & 65535]]);
    }
}

static void
string_member (Generator  *g,
               const char *indent,
               const char *key,
               guint       length,
               const char *extra,
               const char *end)
{
  g_string_append_printf (g->text, "%s\"%s\": \"", indent, key);
  words (g, length, extra);
  g_string_append_printf (g->text, "\"%s", end);
}

static void
flush (Generator *g,
       gboolean   all)
{
  if (!all && g->text->len < PIECE)
    return;
  g->func (g->text->str, g->text->len, g->data);
  g_string_truncate (g->text, 0);
}

static void
title (Generator *g)
{
  g_string_append (g->text, "      \"title\": {\n");
  string_member (g, "        ", "de", 57, "Maßnahme für", ",\n");
  string_member (g, "        ", "en", 57, NULL, ",\n");
  string_member (g, "        ", "fr", 57, "Stratégie européenne", "\n");
  g_string_append (g->text, "      },\n");
}

static void
initiative (Generator *g,
            guint      i)
{
  guint objective = below (g, g->n_objectives), topic = below (g, N_TOPICS), year = 2019 + below (g, 8);

  g_string_append_printf (g->text, "    {\n      \"id\": \"initiative-%07u\",\n", i);
  title (g);
  string_member (g, "      ", "summary", 321, NULL, ",\n");
  g_string_append_printf (g->text, "      \"objectives\": [\"objective-%06u\"],\n", objective);
  g_string_append_printf (g->text, "      \"priorities\": [\"priority-%03u\"],\n", objective % g->n_priorities);
  g_string_append_printf (g->text, "      \"instrument\": \"%s\",\n", instruments[below (g, G_N_ELEMENTS (instruments))]);
  g_string_append_printf (g->text, "      \"status\": \"%s\",\n", statuses[below (g, G_N_ELEMENTS (statuses))]);
  g_string_append_printf (g->text, "      \"leads\": [\"commissioner-%02u\"],\n", below (g, N_COMMISSIONERS));
  g_string_append_printf (g->text, "      \"references\": [\"COM(%u) %u\"", year, 1 + i % 899);
  if (below (g, 2) == 1)
    g_string_append_printf (g->text, ", \"%u/%04u(COD)\"", year, 1 + i % 449);
  g_string_append_printf (g->text, "],\n      \"topics\": [\"topic-%02u\", \"topic-%02u\"]\n    }", topic,
                          (topic + 1 + below (g, N_TOPICS - 1)) % N_TOPICS);
}

static void
milestone (Generator *g,
           guint      i,
           guint      k)
{
  const char *kind = kinds[k][below (g, 3)];
  guint year = 2018 + 2 * k + below (g, 2), month = 1 + below (g, 12), form = below (g, 4);

  g_string_append_printf (g->text, "    {\n      \"id\": \"initiative-%07u/milestone-%u\",\n", i, k + 1);
  string_member (g, "      ", "title", 32, NULL, ",\n");
  g_string_append_printf (g->text, "      \"subject\": \"initiative-%07u\",\n      \"date\": \"%u", i, year);
  if (form > 0)
    g_string_append_printf (g->text, "-%02u", month);
  if (form > 1)
    g_string_append_printf (g->text, "-%02u", 1 + below (g, 28));
  g_string_append_printf (g->text, "\",\n      \"kind\": \"%s\",\n      \"actor\": \"%s\"\n    }", kind,
                          actors[below (g, G_N_ELEMENTS (actors))]);
}

static void
priority (Generator *g,
          guint      i)
{
  g_string_append_printf (g->text, "    {\n      \"id\": \"priority-%03u\",\n", i);
  title (g);
  g_string_append_printf (g->text, "      \"mandate\": \"ec-2024\",\n      \"position\": %u\n    }", i + 1);
}

static void
objective (Generator *g,
           guint      i)
{
  g_string_append_printf (g->text, "    {\n      \"id\": \"objective-%06u\",\n", i);
  title (g);
  g_string_append_printf (g->text, "      \"priority\": \"priority-%03u\",\n      \"position\": %u\n    }",
                          i % g->n_priorities, 1 + i / g->n_priorities);
}

static void
commissioner (Generator *g,
              guint      i)
{
  g_string_append_printf (g->text, "    {\n      \"id\": \"commissioner-%02u\",\n      \"givenName\": \"Given\",\n", i);
  string_member (g, "      ", "familyName", 8, NULL, ",\n");
  g_string_append_printf (g->text, "      \"country\": \"%s\",\n      \"terms\": [\n        {\n          \"mandate\": \"ec-2024\"\n"
                          "        }\n      ]\n    }", countries[i]);
}

static void
topic (Generator *g,
       guint      i)
{
  g_string_append_printf (g->text, "    {\n      \"id\": \"topic-%02u\",\n", i);
  string_member (g, "      ", "title", 20, NULL, "\n    }");
}

static void
array (Generator  *g,
       guint       kind,
       const char *key,
       guint       n,
       void      (*record) (Generator *g,
                            guint      i),
       const char *end)
{
  g_string_append_printf (g->text, "  \"%s\": [\n", key);
  for (guint i = 0; i < n; i++)
    {
      begin_record (g, kind, i);
      record (g, i);
      g_string_append (g->text, i + 1 < n ? ",\n" : "\n");
      flush (g, FALSE);
    }
  g_string_append (g->text, end);
}

static void
milestones_of (Generator *g,
               guint      i)
{
  for (guint k = 0; k < 3; k++)
    {
      milestone (g, i, k);
      if (k < 2)
        g_string_append (g->text, ",\n");
    }
}

void
eup_generate (guint           n,
              EupGenerateFunc func,
              gpointer        data)
{
  Generator *g = g_new0 (Generator, 1);

  g->n = n;
  g->n_objectives = MAX (n / 20, 1);
  g->n_priorities = CLAMP (n / 1000, 7, 100);
  g->text = g_string_sized_new (PIECE + 8192);
  g->func = func;
  g->data = data;
  make_words (g);

  g_string_append (g->text, "{\n  \"@context\": \"https://w3id.org/eupolicy/context/v1\",\n  \"format\": \"eupolicy\",\n"
                   "  \"version\": 1,\n  \"language\": \"en\",\n  \"mandates\": [\n    {\n      \"id\": \"ec-2024\",\n"
                   "      \"title\": \"Mandate\",\n      \"period\": \"2024-12-01/2029\"\n    }\n  ],\n");
  array (g, 1, "priorities", g->n_priorities, priority, "  ],\n");
  array (g, 2, "objectives", g->n_objectives, objective, "  ],\n");
  array (g, 3, "initiatives", n, initiative, "  ],\n");
  array (g, 4, "milestones", n, milestones_of, "  ],\n");
  array (g, 5, "commissioners", N_COMMISSIONERS, commissioner, "  ],\n");
  array (g, 6, "topics", N_TOPICS, topic, "  ]\n}\n");
  flush (g, TRUE);

  for (guint i = 0; i < N_WORDS; i++)
    g_free (g->words[i]);
  g_string_free (g->text, TRUE);
  g_free (g);
}

static void
append (const char *text,
        gsize       length,
        gpointer    data)
{
  g_string_append_len (data, text, length);
}

char *
eup_generate_memory (guint  n,
                     gsize *length)
{
  GString *text = g_string_new (NULL);

  eup_generate (n, append, text);
  *length = text->len;
  return g_string_free (text, FALSE);
}
