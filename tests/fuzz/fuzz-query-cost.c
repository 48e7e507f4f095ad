/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Looks for questions that cost more than was foreseen. An input is a text, or a row of bytes each of which stands for a condition or what stands
 * between two, so that costly texts are found soon. What is done is counted, not timed: the same input always does the same. */

#include "config.h"

#include <eupolicy.h>

#include <string.h>

#include "../bench/eup-generate.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/results/eup-results-private.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

#define N_INITIATIVES 1000

/* A bound that texts of a few conditions reach in so small a catalog: as many steps for each entity as the real one has in a large one. */
#define BOUND G_GUINT64_CONSTANT (20000000)

/* What was foreseen may be too little by this factor, and by what is not counted for each row. */
#define FACTOR 2
#define ROOM G_GUINT64_CONSTANT (2000000)

static EupCatalog *
get_catalog (void)
{
  static EupCatalog *catalog;

  if (catalog == NULL)
    {
      gsize length;
      char *json = eup_generate_memory (N_INITIATIVES, &length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (json, length);
      g_autoptr (GError) error = NULL;

      catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, NULL, &error);
      g_assert_no_error (error);
    }
  return catalog;
}

static const char * const conditions[] = {
  "taec", "ecec", "noec", "tata*", "ta*", "t*", "\"taec ecec\"", "\"taec noec ecec\"", "\"taec taec taec\"*", "text:~taec", "text:~z",
  "text:~\"c t\"", "title:~ta", "title:\"taec ecec\"", "id:~1", "id:initiative-0000001", "ref:~2", "ref:\"COM(2025) 148\"",
  "is:overdue", "is:open,upcoming", "has:title", "has:title@fr", "has:summary,notes,links,figures", "date:2018..2023", "date:2019,2020,2021-03..",
  "status:proposed", "kind:adopted", "state:expected", "actor:council", "country:FI,SE", "legislative:true", "confidence:stated",
  "lead:commissioner-05", "lead:\"nobody\"", "topic:\"no such topic\"", "in:\"taec\"", "in:initiative-0000007", "priority:\"nothing\"",
  "verdict:late,kept", "slippage:>30", "position:1..3", "milestone:(kind:adopted actor:council)", "milestone:(title:~ta OR -lead:commissioner-05)",
  "initiative:\"nothing at all\"", "type:milestone", "type:initiative,topic", "()", "-()",
};

static const char * const options[] = {
  " sort:title", " sort:-date", " sort:rank", " limit:3", " offset:4000000000", " lang:en", " lang:fr,de,en,el,sv,fi", " as-of:2001-01-01",
  " sort:country,status,title,-id",
};

/* A condition for each byte; the bytes after the last of them nest, negate and join. */
static char *
text_of (const guint8 *data,
         gsize         size)
{
  GString *text = g_string_new (NULL);
  guint depth = 0;

  for (gsize i = 0; i < size; i++)
    {
      guint n = data[i] % (G_N_ELEMENTS (conditions) * 4);
      const char *condition = conditions[n % G_N_ELEMENTS (conditions)];

      if (data[i] >= 240)
        {
          g_string_append (text, data[i] % 2 ? "(" : "-(");
          depth++;
          continue;
        }
      if (data[i] >= 230)
        {
          g_string_append_printf (text, "text:~%cq%u", 'a' + data[i] % 26, (guint) i);
          condition = "";
        }
      g_string_append (text, n / G_N_ELEMENTS (conditions) == 3 && condition[0] != '-' ? "-" : "");
      g_string_append (text, condition);
      if (depth > 0 && data[i] % 5 == 0)
        {
          g_string_append_c (text, ')');
          depth--;
        }
      if (i + 1 < size)
        g_string_append (text, data[i] % 3 == 0 ? " OR " : " ");
    }
  if (text->len == 0 || strchr ("(R ", text->str[text->len - 1]) != NULL)
    g_string_append (text, "taec");
  for (; depth > 0; depth--)
    g_string_append_c (text, ')');
  if (size > 0)
    g_string_append (text, options[data[size - 1] % G_N_ELEMENTS (options)]);
  return g_string_free (text, FALSE);
}

static void
check (const EupPlan *plan,
       const EupWork *work,
       const char    *text)
{
  if (work->done > plan->estimate * FACTOR + ROOM)
    g_error ("foreseen %" G_GUINT64_FORMAT ", done %" G_GUINT64_FORMAT ": %s", plan->estimate, work->done, text);
}

static void
ask (const char         *text,
     const EupQuerySpec *spec)
{
  EupQueryContext context = eup_core_get_query_context (eup_catalog_get_core (get_catalog ()));
  const EupWork *work = &context.index->work;
  g_autoptr (GError) error = NULL;
  EupAnswer answer;
  EupPlan plan;
  guint64 n;

  context.max_cost = BOUND;
  if (!eup_plan_init (&plan, &context, spec, &error))
    {
      g_assert (g_error_matches (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_TOO_COSTLY));
      return;
    }
  g_assert_cmpuint (plan.estimate, <=, BOUND);
  eup_plan_run (&plan, spec->offset, spec->limit, &answer, NULL);
  check (&plan, work, text);
  n = answer.is_total_known ? answer.n_total : answer.numbers->len;
  g_assert_cmpuint (answer.numbers->len, <=, n);
  eup_answer_clear (&answer);
  eup_plan_clear (&plan);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  gboolean is_text = size > 0 && data[0] >= 0x80;
  g_autofree char *text = is_text ? g_strndup ((const char *) data + 1, size - 1) : text_of (data, size);
  g_autoptr (EupQuerySpec) spec = eup_query_parse (text, NULL);

  if (spec != NULL)
    ask (text, spec);
  return 0;
}
