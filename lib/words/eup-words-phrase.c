/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "words/eup-words-score.h"
#include "values/eup-fold.h"

/* Phrases are verified on the text itself, which is cheaper than keeping the place of every word. */

#define SNIPPET_LENGTH 160
#define SNIPPET_LEAD 40
#define HIT_MARK "**"
#define FOLDING_COST 10 /* a byte, word by word */

gboolean
eup_words_phrase_init (EupWordsPhrase *phrase,
                       const char     *text,
                       gsize           length,
                       gboolean        exact,
                       gboolean        prefix)
{
  const char *cursor = text;
  const char *start, *stop;
  char word[EUP_WORD_SIZE];
  GPtrArray *tokens;
  gsize n = eup_words_next (&cursor, text + length, word, &start);

  if (n == 0)
    return FALSE;

  stop = cursor;
  tokens = g_ptr_array_new ();
  do
    g_ptr_array_add (tokens, g_strndup (word, n));
  while ((n = eup_words_next (&cursor, text + length, word, NULL)) > 0);

  phrase->text = tokens->len == 1 ? g_strndup (start, (gsize) (stop - start)) : g_strndup (text, length);
  phrase->n_tokens = tokens->len;
  phrase->exact = exact || tokens->len > 1;
  phrase->prefix = prefix;
  g_ptr_array_add (tokens, NULL);
  phrase->tokens = (char **) g_ptr_array_free (tokens, FALSE);
  return TRUE;
}

void
eup_words_phrase_clear (EupWordsPhrase *phrase)
{
  g_clear_pointer (&phrase->text, g_free);
  g_clear_pointer (&phrase->tokens, g_strfreev);
}

static gboolean
token_fits (const EupWordsPhrase *node,
            guint                i,
            const char          *word)
{
  if (node->prefix && i + 1 == node->n_tokens)
    return strncmp (word, node->tokens[i], strlen (node->tokens[i])) == 0;
  return strcmp (word, node->tokens[i]) == 0;
}

/* Whether the words of the node follow from there on. */
static gboolean
follows (const EupWordsPhrase *node,
         const char          *cursor,
         const char          *end,
         const char         **stop)
{
  char word[EUP_WORD_SIZE];

  for (guint i = 0; i < node->n_tokens; i++)
    if (eup_words_next (&cursor, end, word, NULL) == 0 || !token_fits (node, i, word))
      return FALSE;
  *stop = cursor;
  return TRUE;
}

typedef struct
{
  const EupWordsPhrase *node;
  const char * const  *languages;
  EupWork             *work; /* nullable */
  gboolean             found;
} Verification;

static gboolean
verify_text (gpointer       data,
             EupWordsClass  klass,
             const char    *language,
             const char    *text)
{
  Verification *verification = data;
  const char *end = text + strlen (text);
  char word[EUP_WORD_SIZE];
  const char *start, *stop;

  if (verification->work != NULL && !eup_work_add (verification->work, (guint64) (end - text) * FOLDING_COST))
    return FALSE;
  if (!eup_words_language_fits (language, verification->languages))
    return TRUE;
  while (eup_words_next (&text, end, word, &start) > 0)
    if (token_fits (verification->node, 0, word) && follows (verification->node, start, end, &stop))
      {
        verification->found = TRUE;
        return FALSE;
      }
  return TRUE;
}

gboolean
eup_words_verify_counted (const EupWordsPlan  *plan,
                          guint32              home,
                          const EupWordsPhrase *node)
{
  Verification verification = { node, plan->query->languages, plan->words->work, FALSE };

  eup_words_each_text (plan->store, home >> 28, home & 0x0fffffff, verify_text, &verification);
  return verification.found;
}

/* Snippets */

typedef struct
{
  EupWords            *words;
  const EupWordsQuery *query;
  const char * const  *preferred;
  GHashTable          *stems; /* stemmer -> stems of the nodes; NULL for those that do not inflect */
  const char          *best;
  EupStemmer          *best_stemmer;
  guint                best_points;
} Choice;

static char *
dup_stem (EupStemmer *stemmer,
          const char *word)
{
  gsize length;
  const char *stem = eup_stemmer_stem (stemmer, word, strlen (word), &length);

  return g_strndup (stem, length);
}

/* What the words of the query are in a language, found once. */
static char **
stems_of (const Choice *choice,
          EupStemmer   *stemmer)
{
  const EupWordsQuery *query = choice->query;
  char **stems = stemmer == NULL ? NULL : g_hash_table_lookup (choice->stems, stemmer);

  if (stemmer == NULL || stems != NULL)
    return stems;
  stems = g_new0 (char *, (gsize) query->n_nodes + 1);
  for (guint i = 0; i < query->n_nodes; i++)
    {
      const EupWordsPhrase *node = query->nodes[i];

      stems[i] = node->n_tokens > 1 || node->exact || node->prefix ? g_strdup ("") : dup_stem (stemmer, node->tokens[0]);
    }
  g_hash_table_insert (choice->stems, stemmer, stems);
  return stems;
}

/* Where the hit that begins with this word ends; NULL if it is none. */
static const char *
hit_at (const Choice        *choice,
        EupStemmer          *stemmer,
        const char          *word,
        const char          *start,
        const char          *cursor,
        const char          *end,
        guint               *which)
{
  const EupWordsQuery *query = choice->query;
  char **stems = stems_of (choice, stemmer);
  g_autofree char *stem = stemmer == NULL ? NULL : dup_stem (stemmer, word);

  for (guint i = 0; i < query->n_nodes; i++)
    {
      const EupWordsPhrase *node = query->nodes[i];
      const char *stop = cursor;
      gboolean fits = token_fits (node, 0, word);

      if (node->n_tokens > 1)
        fits = fits && follows (node, start, end, &stop);
      else if (!fits && !node->exact && !node->prefix && stemmer != NULL)
        fits = strcmp (stem, stems[i]) == 0;
      if (fits)
        {
          *which = i;
          return stop;
        }
    }
  return NULL;
}

static EupStemmer *
stemmer_of (EupWords   *words,
            const char *language)
{
  return language == NULL ? NULL : eup_words_languages_stemmer (&words->languages, eup_words_languages_add (&words->languages, language));
}

static gboolean
judge_text (gpointer       data,
            EupWordsClass  klass,
            const char    *language,
            const char    *text)
{
  Choice *choice = data;
  EupStemmer *stemmer = stemmer_of (choice->words, language);
  const char *cursor = text, *end = text + strlen (text), *start;
  char word[EUP_WORD_SIZE];
  guint64 seen = 0;
  guint points;

  if (!eup_words_language_fits (language, choice->query->languages))
    return TRUE;
  while (eup_words_next (&cursor, end, word, &start) > 0)
    {
      guint which;

      if (hit_at (choice, stemmer, word, start, cursor, end, &which) != NULL)
        seen |= G_GUINT64_CONSTANT (1) << MIN (which, 63);
    }
  if (seen == 0)
    return TRUE;

  /* First what shows more of the words, then what the reader can read, then running text before references and ids */
  points = (guint) __builtin_popcountll (seen) * 4;
  if (language != NULL && choice->preferred != NULL && eup_words_language_fits (language, choice->preferred))
    points += 2;
  if (language != NULL)
    points += 1;
  if (points > choice->best_points)
    {
      choice->best_points = points;
      choice->best = text;
      choice->best_stemmer = stemmer;
    }
  return TRUE;
}

static const char *
first_hit (const Choice *choice,
           const char   *text,
           const char   *end)
{
  char word[EUP_WORD_SIZE];
  const char *start;
  guint which;

  while (eup_words_next (&text, end, word, &start) > 0)
    if (hit_at (choice, choice->best_stemmer, word, start, text, end, &which) != NULL)
      return start;
  return text;
}

/* The beginning of the word at or after that place. */
static const char *
word_boundary (const char *text,
               const char *at,
               const char *end)
{
  char word[EUP_WORD_SIZE];
  const char *start = text;

  if (at <= text)
    return text;
  while (eup_words_next (&text, end, word, &start) > 0)
    if (start >= at)
      return start;
  return end;
}

static void
append_marked (GString      *out,
               const Choice *choice,
               const char   *text,
               const char   *until,
               const char   *end)
{
  const char *cursor = text, *written = text, *start;
  char word[EUP_WORD_SIZE];
  guint which;

  while (eup_words_next (&cursor, end, word, &start) > 0 && start < until)
    {
      const char *stop = hit_at (choice, choice->best_stemmer, word, start, cursor, end, &which);

      if (stop == NULL)
        continue;
      g_string_append_len (out, written, start - written);
      g_string_append (out, HIT_MARK);
      g_string_append_len (out, start, stop - start);
      g_string_append (out, HIT_MARK);
      written = cursor = stop;
    }
  if (written < until)
    g_string_append_len (out, written, until - written);
}

static char *
cut_and_mark (const Choice *choice)
{
  const char *text = choice->best, *end = text + strlen (text);
  const char *hit = first_hit (choice, text, end);
  const char *begin = text, *until = end;
  GString *out = g_string_new (NULL);

  if (g_utf8_strlen (text, -1) > SNIPPET_LENGTH)
    {
      glong before = g_utf8_strlen (text, hit - text);
      glong rest;

      if (before > SNIPPET_LEAD)
        begin = word_boundary (text, g_utf8_offset_to_pointer (text, before - SNIPPET_LEAD), end);
      begin = MIN (begin, hit);
      rest = g_utf8_strlen (begin, -1);
      if (rest > SNIPPET_LENGTH)
        until = word_boundary (begin, g_utf8_offset_to_pointer (begin, SNIPPET_LENGTH), end);
    }
  if (begin > text)
    g_string_append (out, "…");
  append_marked (out, choice, begin, until, end);
  if (until < end)
    {
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append (out, "…");
    }
  return g_string_free (out, FALSE);
}

char *
eup_words_snippet (EupWords            *words,
                   EupStore            *store,
                   const EupWordsQuery *query,
                   EupNumber            number,
                   const char * const  *preferred)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
  Choice choice = { .words = words, .query = query, .preferred = preferred, .stems = stems };
  EupTableKind table;
  guint32 row;

  if (!eup_store_home (store, number, &table, &row))
    return NULL;
  eup_words_each_text (store, table, row, judge_text, &choice);
  return choice.best == NULL ? NULL : cut_and_mark (&choice);
}
