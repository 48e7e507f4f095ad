/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-query.h>

#include "model/catalog/eup-catalog-private.h"
#include "model/results/eup-results-private.h"
#include "query/engine/eup-names.h"
#include "query/language/eup-query-private.h"

/**
 * eup_catalog_query:
 * @self: a catalog
 * @text: a query, such as `type:initiative status:proposed sort:-date`
 * @error: the place for an error
 *
 * Asks the catalog which entities it has.
 *
 * What users typed does not belong into a query text: [method@Query.where] takes it as data.
 *
 * Fails with [error@QueryError], whose message names the column and what was expected there. A question that would take too long in a catalog
 * of this size is refused with %EUP_QUERY_ERROR_TOO_COSTLY before it is answered, with the column of the condition that goes over the bound;
 * [method@Catalog.select_full] can be cancelled besides.
 *
 * Returns: (transfer full): the answer, or %NULL with @error
 *
 * Since: 1.0
 */
EupResults *
eup_catalog_query (EupCatalog  *self,
                   const char  *text,
                   GError     **error)
{
  EupQuerySpec *spec;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  spec = eup_core_read_query (eup_catalog_get_core (self), text, error);
  return spec == NULL ? NULL : eup_results_new (eup_catalog_get_core (self), spec, NULL, NULL, error);
}

/**
 * eup_catalog_select:
 * @self: a catalog
 * @query: a query
 *
 * Asks the catalog which entities it has, by a query that was made before.
 *
 * A question that would take too long (see [error@QueryError]) is not answered: a warning is logged, and the answer is empty and stays so. Where
 * queries come from elsewhere, call [method@Catalog.select_full], which tells.
 *
 * Returns: (transfer full): the answer
 *
 * Since: 1.0
 */
EupResults *
eup_catalog_select (EupCatalog *self,
                    EupQuery   *query)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (EUP_IS_QUERY (query), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  return eup_results_new_or_empty (eup_catalog_get_core (self), eup_query_dup_spec (query), query);
}

/**
 * eup_catalog_select_full:
 * @self: a catalog
 * @query: a query
 * @cancellable: (nullable): gives the question up, also from another thread
 * @error: the place for an error
 *
 * Asks the catalog which entities it has, where the answer may no longer be wanted before it is found.
 *
 * Somebody who types asks again before the last answer is there: another thread calls [method@Gio.Cancellable.cancel], and this call ends
 * within some milliseconds. The catalog is as it was before, and can be asked again at once.
 *
 * Fails with %G_IO_ERROR_CANCELLED, and with %EUP_QUERY_ERROR_TOO_COSTLY of [error@QueryError] for a question that would take too long in a
 * catalog of this size, before it is answered. The message names the condition that goes over the bound, and its column in the text that the
 * query was read from.
 *
 * Returns: (transfer full): the answer, or %NULL with @error
 *
 * Since: 1.0
 */
EupResults *
eup_catalog_select_full (EupCatalog    *self,
                         EupQuery      *query,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (EUP_IS_QUERY (query), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  return eup_results_new (eup_catalog_get_core (self), eup_query_dup_spec (query), query, cancellable, error);
}

/**
 * eup_query_explain:
 * @self: a query
 * @catalog: the catalog to ask
 *
 * Tells in words how the query would be answered: where the candidates come from for each type, what they are tested for,
 * and how they get into order. Of a question that costs too much it tells that. The words are for people, and may change.
 *
 * Returns: (transfer full): a line for each type, and one for the order
 *
 * Since: 1.0
 */
char *
eup_query_explain (EupQuery   *self,
                   EupCatalog *catalog)
{
  EupQueryContext context;
  g_autoptr (GError) error = NULL;
  EupPlan plan;
  char *explanation;

  g_return_val_if_fail (EUP_IS_QUERY (self), NULL);
  g_return_val_if_fail (EUP_IS_CATALOG (catalog), NULL);
  eup_return_val_if_wrong_thread (catalog, NULL);

  context = eup_core_get_query_context (eup_catalog_get_core (catalog));
  if (!eup_plan_init (&plan, &context, eup_query_get_spec (self), &error))
    return g_strdup_printf ("refused: %s\n", error->message);
  explanation = eup_plan_explain (&plan);
  eup_plan_clear (&plan);
  return explanation;
}

/**
 * eup_query_check:
 * @self: a query
 * @catalog: the catalog to ask
 * @error: the place for an error
 *
 * Checks that the catalog has every entity that the query names: in `id:`, `in:`, `lead:`, `topic:`, `mandate:`, `priority:`,
 * `objective:` and `initiative:`, and a text in every language that it names in `lang:`.
 *
 * A query that names others is no mistake: such a condition holds only for what refers to an id that is not there, and otherwise for
 * nothing, until there is an entity of that id or title. Where somebody types, one will want to tell them.
 *
 * Fails with %EUP_QUERY_ERROR_BAD_VALUE of [error@QueryError], whose message names the first that is missing, and those that come near.
 *
 * Returns: %TRUE if it has; %FALSE with @error
 *
 * Since: 1.0
 */
gboolean
eup_query_check (EupQuery    *self,
                 EupCatalog  *catalog,
                 GError     **error)
{
  g_return_val_if_fail (EUP_IS_QUERY (self), FALSE);
  g_return_val_if_fail (EUP_IS_CATALOG (catalog), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  eup_return_error_if_wrong_thread (catalog, FALSE, error);

  return eup_names_check (eup_catalog_get_core (catalog)->store, eup_query_get_spec (self), error);
}
