/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/language/eup-query-value.h"

static gboolean
is_valid_text (EupQueryField   field,
               const char     *value,
               GError        **error)
{
  EupQueryProblem problem = { .code = EUP_QUERY_ERROR_BAD_VALUE, .field = field, .expected = "UTF-8", .reason = "it holds other bytes" };

  if (g_utf8_validate (value, -1, NULL))
    return TRUE;
  eup_query_error_set_value (error, &problem, NULL, 0, value, strlen (value));
  return FALSE;
}

static EupQueryNode *
words_node (const char  *value,
            GError     **error)
{
  EupQueryNode *node = strlen (value) > EUP_QUERY_MAX_VALUE ? NULL : eup_query_node_new_words (value, strlen (value), FALSE, FALSE);

  if (node == NULL)
    eup_query_error_set (error, EUP_QUERY_ERROR_BAD_VALUE, NULL, 0, "words with letters or digits for text", value, -1, NULL);
  return node;
}

EupQueryNode *
eup_query_condition (EupQueryField        field,
                     EupOperator          op,
                     const char * const  *values,
                     guint                n,
                     GError             **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_query_node_unref);
  g_autofree EupQueryValue *parsed = g_new0 (EupQueryValue, n);

  for (guint i = 0; i < n; i++)
    {
      EupQueryProblem problem;
      gboolean ok = is_valid_text (field, values[i], error);

      if (ok && field == EUP_QUERY_FIELD_TEXT && op == EUP_OPERATOR_IS)
        {
          EupQueryNode *node = words_node (values[i], error);

          ok = node != NULL;
          if (ok)
            g_ptr_array_add (words, node);
        }
      else if (ok && !eup_query_value_parse (field, op, values[i], strlen (values[i]), &parsed[i], &problem))
        {
          eup_query_error_set_value (error, &problem, NULL, 0, values[i], strlen (values[i]));
          ok = FALSE;
        }
      if (!ok)
        {
          for (guint j = 0; j <= i; j++)
            eup_query_value_clear (&parsed[j]);
          return NULL;
        }
    }
  if (n > 0 && words->len == 0)
    return eup_query_node_new_term (field, op, parsed, n);
  g_ptr_array_set_free_func (words, NULL);
  return eup_query_node_new_list (EUP_QUERY_OR, (EupQueryNode **) words->pdata, words->len);
}
