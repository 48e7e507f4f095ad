/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "model/results/eup-results-private.h"

/* What queries share on one core. */

/* What is asked without a query object, such as an id, is to cost next to nothing: what it shares is made once. */
static EupQueryIndex *
get_query_index (EupCore *core)
{
  if (core->query_index == NULL)
    core->query_index = eup_query_index_new (core->store);
  return core->query_index;
}

static int
compare_text (gpointer    data,
              const char *a,
              const char *b)
{
  return eup_collator_compare (eup_core_get_collator (data), a, b);
}

static void
add_text_key (gpointer    data,
              const char *text,
              GByteArray *key)
{
  eup_collator_add_key (eup_core_get_collator (data), text, key);
}

EupQueryContext
eup_core_get_query_context (EupCore *core)
{
  return (EupQueryContext) { get_query_index (core), core->store->as_of, eup_core_get_reading (core),
                             compare_text, core, add_text_key, NULL };
}

/* Only texts of some conditions are kept: one alone is read as fast as it is found. */
EupQuerySpec *
eup_core_read_query (EupCore     *core,
                     const char  *text,
                     GError     **error)
{
  guint slot = g_str_hash (text) % EUP_N_CACHED_QUERIES;
  EupCachedQuery *cached;
  EupQuerySpec *spec;

  if (core->query_cache != NULL && g_strcmp0 (core->query_cache[slot].text, text) == 0)
    return eup_query_spec_ref (core->query_cache[slot].spec);
  spec = eup_query_parse (text, error);
  if (spec != NULL && spec->condition->n_terms > 1)
    {
      if (core->query_cache == NULL)
        core->query_cache = g_new0 (EupCachedQuery, EUP_N_CACHED_QUERIES);
      cached = &core->query_cache[slot];
      g_free (cached->text);
      cached->text = g_strdup (text);
      g_clear_pointer (&cached->spec, eup_query_spec_unref);
      cached->spec = eup_query_spec_ref (spec);
    }
  return spec;
}
