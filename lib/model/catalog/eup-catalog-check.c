/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <eupolicy/eup-issue.h>

#include "formats/check/eup-check.h"
#include "formats/eup-formats.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/lists/eup-list-private.h"
#include "model/catalog/eup-progress-private.h"
#include "model/catalog/eup-source.h"

/* A list of what is wrong, also for data that cannot be read; other errors are errors. */
static EupList *
check (EupSource     *source,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (EupStore) store = NULL;
  g_autoptr (GError) problem = NULL;

  store = eup_source_read (source, NULL, cancellable, issues, NULL, &problem);
  if (problem != NULL && problem->domain != EUP_PARSE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return eup_list_new_fixed (EUP_TYPE_ISSUE, g_steal_pointer (&issues));
}

/**
 * eup_catalog_check_file:
 * @file: a file
 * @format: the format of the file, or `AUTO`
 * @cancellable: (nullable): a cancellable
 * @error: the place for an error
 *
 * Finds out what is wrong with a file, without making a catalog of it.
 *
 * A file that cannot be understood has an issue of the severity `ERROR` that says why. It is an error only if the file
 * cannot be read at all. [func@Catalog.check_files] looks at several as one catalog.
 *
 * Returns: (transfer full): a list of [class@Issue], or %NULL with @error
 *
 * Since: 1.0
 */
EupList *
eup_catalog_check_file (GFile         *file,
                        EupFormat      format,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (EupSource) source = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source = eup_source_new_for_file (file, format);
  return check (source, cancellable, error);
}

/**
 * eup_catalog_check_bytes:
 * @bytes: data
 * @format: the format of the data, or `AUTO`
 * @source_name: (nullable): what issues call the data
 * @error: the place for an error
 *
 * Finds out what is wrong with data in memory, without making a catalog of them.
 *
 * Data that cannot be understood have an issue of the severity `ERROR` that says why.
 *
 * Returns: (transfer full): a list of [class@Issue], or %NULL with @error
 *
 * Since: 1.0
 */
EupList *
eup_catalog_check_bytes (GBytes      *bytes,
                         EupFormat    format,
                         const char  *source_name,
                         GError     **error)
{
  g_autoptr (EupSource) source = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source = eup_source_new_for_bytes (bytes, format, source_name);
  return check (source, NULL, error);
}

/* Issues of one file stand together, in the order of the files. */
static GPtrArray *
sort_by_source (GPtrArray *issues,
                GPtrArray *sources)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i <= sources->len; i++)
    {
      g_ptr_array_add (lists, g_ptr_array_new ());
      if (i < sources->len)
        g_hash_table_insert (groups, (gpointer) eup_source_name (g_ptr_array_index (sources, i)), g_ptr_array_index (lists, i));
    }
  for (guint i = 0; i < issues->len; i++)
    {
      const char *source = eup_issue_get_source (g_ptr_array_index (issues, i));
      GPtrArray *group = source == NULL ? NULL : g_hash_table_lookup (groups, source);

      g_ptr_array_add (group == NULL ? g_ptr_array_index (lists, sources->len) : group, g_ptr_array_index (issues, i));
    }
  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (lists, i);

      for (guint k = 0; k < list->len; k++)
        g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (list, k)));
    }
  return sorted;
}

static GPtrArray *
sources_of (GFile    **files,
            gsize      n_files,
            EupFormat  format)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_file_hash, (GEqualFunc) g_file_equal);
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_source_free);

  for (gsize i = 0; i < n_files; i++)
    if (g_hash_table_add (seen, files[i]))
      g_ptr_array_add (sources, eup_source_new_for_file (files[i], format));
  return sources;
}

/* Whether the file was understood; if not, an issue says why. Without a joint check it is checked by itself. */
static gboolean
add_to_joint_check (EupJointCheck  *joint, /* nullable */
                    EupSource      *source,
                    EupProgress    *progress, /* nullable */
                    GCancellable   *cancellable,
                    GPtrArray      *issues,
                    GError        **error)
{
  EupPlaces *places = NULL;
  guint n_before = issues->len;
  g_autoptr (GError) problem = NULL;
  g_autoptr (EupStore) store = NULL;

  if (progress != NULL)
    eup_progress_begin (progress, NULL);
  store = eup_source_read (source, progress, cancellable, issues, joint == NULL ? NULL : &places, &problem);
  if (store != NULL && joint == NULL)
    return TRUE;
  if (store != NULL)
    {
      eup_joint_check_add (joint, store, places, eup_source_name (source));
      return TRUE;
    }
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (issues->len == n_before)
    g_ptr_array_add (issues, eup_issue_new (EUP_SEVERITY_ERROR, "cannot-read", problem->message, eup_source_name (source), 0, 0, NULL,
                                            NULL));
  return FALSE;
}

/**
 * eup_catalog_check_files:
 * @files: (array length=n_files): the files
 * @n_files: the number of files
 * @format: the format of all the files, or `AUTO`
 * @progress: (nullable): tells how much of the file that is being read is read; each file sets it back
 * @cancellable: (nullable): a cancellable
 * @error: the place for an error
 *
 * Finds out what is wrong with files that are to be one catalog, without making it.
 *
 * What one file refers to may stand in another. An entity whose id another file has already is an issue with the code
 * `duplicate-id`, which stands in the later file and names the place in the earlier one; an issue's source is the file it
 * is about. A file that is given twice is read once.
 *
 * A file that cannot be understood, or not be read at all (`cannot-read`), has an issue of the severity `ERROR`. Then
 * nothing is said about references that lead nowhere, for what they lead to may stand there. It is an error only if the
 * operation is cancelled.
 *
 * Returns: (transfer full): a list of [class@Issue], file by file, or %NULL with @error
 *
 * Since: 1.0
 */
EupList *
eup_catalog_check_files (GFile         **files,
                         gsize           n_files,
                         EupFormat       format,
                         EupProgress    *progress,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autoptr (GPtrArray) issues = NULL, sources = NULL;
  g_autoptr (EupJointCheck) joint = NULL;
  gboolean complete = TRUE;

  g_return_val_if_fail (files != NULL || n_files == 0, NULL);
  g_return_val_if_fail (progress == NULL || EUP_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  for (gsize i = 0; i < n_files; i++)
    g_return_val_if_fail (G_IS_FILE (files[i]), NULL);

  issues = g_ptr_array_new_with_free_func (g_object_unref);
  sources = sources_of (files, n_files, format);
  /* Joining costs as much as reading: one file is spared it. */
  joint = sources->len > 1 ? eup_joint_check_new (issues) : NULL;
  for (guint i = 0; i < sources->len; i++)
    {
      GError *problem = NULL;

      complete &= add_to_joint_check (joint, g_ptr_array_index (sources, i), progress, cancellable, issues, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return NULL;
        }
    }
  if (joint != NULL)
    eup_joint_check_finish (joint, complete, issues->len >= EUP_DEFAULT_MAX_ISSUES ? 1 : EUP_DEFAULT_MAX_ISSUES - issues->len);
  return eup_list_new_fixed (EUP_TYPE_ISSUE, sort_by_source (issues, sources));
}

/**
 * eup_catalog_get_issues: (get-property issues)
 * @self: a catalog
 *
 * Gets what loading found to be doubtful. It says nothing of later edits: [method@Catalog.validate] does.
 *
 * Returns: (transfer none): a list of [class@Issue]
 *
 * Since: 1.0
 */
EupList *
eup_catalog_get_issues (EupCatalog *self)
{
  GPtrArray *issues;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  if (self->issues == NULL)
    {
      issues = eup_catalog_get_core (self)->issues;
      self->issues = eup_list_new_fixed (EUP_TYPE_ISSUE, issues == NULL ? NULL : g_ptr_array_ref (issues));
    }
  return self->issues;
}

/**
 * eup_catalog_validate:
 * @self: a catalog
 *
 * Looks through all data for what is wrong or doubtful: ids that name nothing, cycles, malformed references, dates
 * out of order, and more.
 *
 * Returns: (transfer full): a list of [class@Issue], which does not follow the catalog
 *
 * Since: 1.0
 */
EupList *
eup_catalog_validate (EupCatalog *self)
{
  GPtrArray *issues;

  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  eup_return_val_if_wrong_thread (self, NULL);

  issues = g_ptr_array_new_with_free_func (g_object_unref);
  eup_check_store (eup_catalog_get_core (self)->store, NULL, NULL, issues, 0);
  return eup_list_new_fixed (EUP_TYPE_ISSUE, issues);
}
