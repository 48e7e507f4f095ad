/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "words/eup-words-lead.h"
#include "values/eup-fold.h"

/* So many of the best for the decisive word are looked at; and then all that can still be among the best, if they are not more than so many. */
#define N_LEADING 256
#define N_LEADING_MORE 4096
#define DOCUMENT_COST 200
#define POSTINGS_PER_TEXT 1000 /* that are read in the time of a text */

/* All other words together may be worth this part of it. */
#define REST_PART 0.5

/* A word of more terms is looked up in the text of the document. */
#define MANY_TERMS 32

/* Of more words each document would be looked at too often. */
#define MANY_WORDS 16

#define ROUNDING 1e-9
#define FLOOR_ROOM 1e-6

struct _EupWordsLead
{
  char    *token;
  gboolean exact;
  gboolean prefix;
  guint8   tables;
  guint64  generation;
  guint    k;
  double   floor; /* those of a lower score may be missing */
  GArray  *hits;  /* of EupWordsCandidate, the best first; if they are fewer than k, all down to the floor */
};

void
eup_words_lead_free (EupWordsLead *lead)
{
  g_free (lead->token);
  g_array_unref (lead->hits);
  g_free (lead);
}

/* The frequencies of the words of a text that begin so, form by form: as the index has them. */
typedef struct
{
  char    word[EUP_WORD_SIZE];
  guint   language;
  guint16 tf;
} Form;

typedef struct
{
  const EupWordsPlan *plan;
  const char         *prefix;
  gsize               length;
  GArray             *forms;
} Reading;

static void
count_form (Reading    *reading,
            const char *word,
            guint       language,
            guint       shift)
{
  Form *form = NULL;

  for (guint i = 0; i < reading->forms->len; i++)
    {
      form = &g_array_index (reading->forms, Form, i);
      if (form->language == language && strcmp (form->word, word) == 0)
        break;
      form = NULL;
    }
  if (form == NULL)
    {
      g_array_set_size (reading->forms, reading->forms->len + 1);
      form = &g_array_index (reading->forms, Form, reading->forms->len - 1);
      g_strlcpy (form->word, word, sizeof form->word);
      form->language = language;
      form->tf = 0;
    }
  if ((form->tf >> shift & 15) < EUP_WORDS_MAX_TF)
    form->tf = (guint16) (form->tf + (1u << shift));
}

static gboolean
read_text (gpointer       data,
           EupWordsClass  klass,
           const char    *tag,
           const char    *text)
{
  Reading *reading = data;
  const char *end = text + strlen (text);
  char word[EUP_WORD_SIZE];
  guint language = tag == NULL ? EUP_WORDS_UND : eup_words_languages_add (&reading->plan->words->languages, tag);

  if (!reading->plan->allowed[language])
    return TRUE;
  while (eup_words_next (&text, end, word, NULL) > 0)
    if (strncmp (word, reading->prefix, reading->length) == 0)
      count_form (reading, word, language, 4 * klass);
  return TRUE;
}

static guint16
weight_in_text (const EupWordsPlan *plan,
                const char         *prefix,
                guint32             home)
{
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (Form));
  Reading reading = { plan, prefix, strlen (prefix), forms };
  guint16 sum = 0;

  eup_words_each_text (plan->store, home >> 28, home & 0x0fffffff, read_text, &reading);
  for (guint i = 0; i < forms->len; i++)
    sum = eup_words_add (sum, eup_words_weigh (g_array_index (forms, Form, i).tf));
  return sum;
}

static guint
n_terms_of (const GArray *spans)
{
  guint n = 0;

  for (guint i = 0; i < spans->len; i++)
    n += g_array_index (spans, EupWordsSpan, i).end - g_array_index (spans, EupWordsSpan, i).begin;
  return n;
}

static guint16
weight_in_postings (const EupWordsSegment *segment,
                    const GArray          *spans,
                    guint32                doc)
{
  guint16 sum = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const EupWordsSpan *span = &g_array_index (spans, EupWordsSpan, i);

      for (guint32 term = span->begin; term < span->end; term++)
        sum = eup_words_add (sum, eup_words_segment_weight (segment, term, doc));
    }
  return sum;
}

static guint
weight_of (const EupWordsPlan *plan,
           guint               token,
           guint32             doc)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, 0);
  const GArray *spans = eup_words_spans (plan, 0, token);

  if (n_terms_of (spans) <= MANY_TERMS)
    return weight_in_postings (segment, spans, doc);
  return weight_in_text (plan, plan->tokens[token].token, eup_words_segment_home (segment, doc));
}

/* Which word decides: the one that is worth most, if the others are worth little. @rest is set to what they are worth at most. */
static gboolean
find_lead (const EupWordsPlan *plan,
           guint              *lead,
           double             *rest)
{
  double sum = 0;

  *lead = 0;
  for (guint t = 0; t < plan->n_tokens; t++)
    {
      sum += plan->tokens[t].factor;
      if (plan->tokens[t].factor > plan->tokens[*lead].factor)
        *lead = t;
    }
  *rest = sum - plan->tokens[*lead].factor;
  if (*rest > REST_PART * plan->tokens[*lead].factor)
    return FALSE;
  for (guint t = 0; t < plan->n_tokens; t++)
    if (t != *lead && !plan->tokens[t].prefix && n_terms_of (eup_words_spans (plan, 0, t)) > MANY_TERMS)
      return FALSE;
  return TRUE;
}

static EupWordsLead *
lead_new (const EupWordsPlan *plan,
          guint               token,
          guint               k,
          double              floor)
{
  EupWordsLead *lead = g_new0 (EupWordsLead, 1);
  const EupWordsPhrase *node = plan->query->nodes[plan->tokens[token].node];
  EupWordsFloor least = { .value = (float) floor };
  EupWordsQuery query = *plan->query;
  EupWordsBest best;
  EupWordsPlan own;

  lead->token = g_strdup (plan->tokens[token].token);
  lead->exact = plan->tokens[token].exact;
  lead->prefix = plan->tokens[token].prefix;
  lead->tables = plan->query->tables;
  lead->generation = plan->words->generation;
  lead->k = k;
  lead->floor = floor;
  query.nodes = &node;
  query.n_nodes = 1;
  query.accept = NULL;
  eup_words_plan_init (&own, plan->words, plan->store, &query);
  eup_words_best_init (&best, &own, k, FALSE);
  best.floor = &least.bits;
  best.ties_by_doc = TRUE; /* the order of equals does not matter, and there are many */
  eup_words_scan_segment (&best, 0);
  eup_words_best_sort (&best);
  lead->hits = best.hits;
  eup_words_plan_clear (&own);
  return lead;
}

static gboolean
lead_is_of (const EupWordsLead *lead,
            const EupWordsPlan *plan,
            guint               token)
{
  const EupWordsToken *wanted = &plan->tokens[token];

  return plan->query->languages == NULL && plan->query->admissible == NULL && lead->generation == plan->words->generation
         && lead->exact == wanted->exact && lead->prefix == wanted->prefix && lead->tables == plan->query->tables
         && strcmp (lead->token, wanted->token) == 0;
}

/* The @k best, or all down to the floor if they are fewer. Those of the last query are used again where only another word has changed. */
static const EupWordsLead *
ensure_lead (const EupWordsPlan *plan,
             guint               token,
             guint               k,
             double              floor)
{
  EupWords *words = plan->words;
  EupWordsLead *lead = words->lead;

  if (lead != NULL && lead_is_of (lead, plan, token) && (lead->hits->len >= k || (lead->hits->len < lead->k && lead->floor <= floor)))
    return lead;
  g_clear_pointer (&words->lead, eup_words_lead_free);
  words->lead = lead_new (plan, token, k, floor);
  if (plan->query->languages != NULL || plan->query->admissible != NULL)
    words->lead->generation--; /* good for this once */
  return words->lead;
}

/* Offers the document if it has all words. */
static void
offer_if_all (EupWordsBest *best,
              guint32       doc)
{
  const EupWordsPlan *plan = best->plan;
  const EupWordsSegment *segment = eup_words_plan_segment (plan, 0);
  double score = 0;

  for (guint t = 0; t < plan->n_tokens; t++)
    {
      guint weight = weight_of (plan, t, doc);

      if (weight == 0)
        return;
      score += eup_words_worth (plan, plan->tokens[t].factor, weight, segment->lengths[doc]);
    }
  eup_words_best_offer (best, 0, doc, score, FALSE);
}

static gboolean
is_behind (const EupWordsBest *best,
           double              bound)
{
  return eup_words_best_is_full (best) && bound * (1 + ROUNDING) < eup_words_best_worst (best);
}

/* Looks at the documents from @begin to @end. Whether all others are known to be behind. */
static gboolean
look_at_leading (EupWordsBest       *best,
                 const EupWordsLead *lead,
                 guint               begin,
                 guint               end,
                 double              rest)
{
  for (guint i = begin; i < MIN (end, lead->hits->len); i++)
    {
      const EupWordsCandidate *hit = &g_array_index (lead->hits, EupWordsCandidate, i);

      if (is_behind (best, hit->score + rest))
        return TRUE;
      if (!eup_work_add (best->plan->words->work, DOCUMENT_COST))
        return TRUE;
      offer_if_all (best, hit->doc);
    }
  if (lead->hits->len < MIN (end, lead->k))
    return lead->floor == 0 || is_behind (best, lead->floor + rest);
  return is_behind (best, g_array_index (lead->hits, EupWordsCandidate, MIN (end, lead->hits->len) - 1).score + rest);
}

/* To look at so many texts is worth it where they are all that there are, or where reading the postings is more work. */
static gboolean
is_worth_more (const EupWordsPlan *plan,
               guint               token)
{
  const EupWordsSegment *segment = eup_words_plan_segment (plan, 0);
  guint64 sum = 0;

  for (guint t = 0; t < plan->n_tokens; t++)
    sum += eup_words_n_postings (segment, eup_words_spans (plan, 0, t));
  return sum > (guint64) N_LEADING_MORE * POSTINGS_PER_TEXT
         || eup_words_n_postings (segment, eup_words_spans (plan, 0, token)) <= N_LEADING_MORE;
}

/* From the 16th to the 256th the scores have fallen about as much as they will to the 4096th. */
static gboolean
may_be_decided (const EupWordsBest *best,
                const EupWordsLead *lead,
                double              rest)
{
  double last, earlier;

  if (lead->hits->len < N_LEADING)
    return FALSE;
  last = g_array_index (lead->hits, EupWordsCandidate, N_LEADING - 1).score;
  earlier = g_array_index (lead->hits, EupWordsCandidate, N_LEADING / (N_LEADING_MORE / N_LEADING) - 1).score;
  return is_behind (best, last - (earlier - last) + rest);
}

gboolean
eup_words_search_lead (EupWordsBest *best)
{
  const EupWordsPlan *plan = best->plan;
  const EupWordsLead *lead;
  gboolean certain;
  double rest;
  guint token;

  if (plan->n_tokens < 2 || plan->n_tokens > MANY_WORDS || plan->has_phrases || best->k > N_LEADING / 4 || !find_lead (plan, &token, &rest))
    return FALSE;
  lead = ensure_lead (plan, token, N_LEADING, 0);
  if (lead->hits->len == 0)
    return TRUE;
  best->in_any_order = TRUE;
  certain = look_at_leading (best, lead, 0, N_LEADING, rest);
  if (!certain && is_worth_more (plan, token) && may_be_decided (best, lead, rest))
    {
      lead = ensure_lead (plan, token, N_LEADING_MORE, MAX (eup_words_best_worst (best) - rest, 0) * (1 - FLOOR_ROOM));
      certain = look_at_leading (best, lead, N_LEADING, N_LEADING_MORE, rest);
    }
  best->in_any_order = FALSE;
  if (!certain)
    g_array_set_size (best->hits, 0);
  return certain;
}
