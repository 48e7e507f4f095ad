/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "data/eup-resources.h"
#include "formats/check/eup-check.h"
#include "formats/eup-formats.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/catalog/eup-progress-private.h"
#include "model/catalog/eup-source.h"

#define BUILTIN_FOLDER "/org/eupolicy/catalogue/"
#define BUILTIN_TITLE "Priorities of the European Commission"

/* What becomes of data that are read in another thread. */
typedef struct
{
  EupStore  *store;
  GPtrArray *issues;
} Loaded;

/* What is read in another thread. */
typedef struct
{
  EupSource   *source;
  EupProgress *progress; /* nullable */
} Loading;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->store, eup_store_unref);
  g_clear_pointer (&loaded->issues, g_ptr_array_unref);
  g_free (loaded);
}

static void
loading_free (Loading *loading)
{
  eup_source_free (loading->source);
  g_clear_object (&loading->progress);
  g_free (loading);
}

static EupCatalog *
load (EupSource     *source,
      EupProgress   *progress,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  EupStore *store;

  if (progress != NULL)
    eup_progress_begin (progress, NULL);
  store = eup_source_read (source, progress, cancellable, issues, NULL, error);
  return store == NULL ? NULL : eup_catalog_new_for_store (store, issues);
}

/**
 * eup_catalog_new_from_file: (constructor)
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @error: the place for an error
 *
 * Loads a catalog from a file, whose format is found by its first bytes, else by its name.
 *
 * What is doubtful in it stands in [property@Catalog:issues]; what makes it unreadable is an error of the domain
 * [error@ParseError].
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_from_file (GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  return eup_catalog_new_from_file_full (file, EUP_FORMAT_AUTO, NULL, cancellable, error);
}

/**
 * eup_catalog_new_from_file_full: (constructor)
 * @file: a file
 * @format: the format of the file, or `AUTO`
 * @progress: (nullable): tells how much is read
 * @cancellable: (nullable): a cancellable
 * @error: the place for an error
 *
 * Loads a catalog from a file, as [ctor@Catalog.new_from_file] does, where the format is known or somebody wants to see
 * how far it is.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_from_file_full (GFile         *file,
                                EupFormat      format,
                                EupProgress   *progress,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr (EupSource) source = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (progress == NULL || EUP_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source = eup_source_new_for_file (file, format);
  return load (source, progress, cancellable, error);
}

/**
 * eup_catalog_new_from_path: (constructor)
 * @path: (type filename): the path of a file
 * @error: the place for an error
 *
 * Loads a catalog from a file, as [ctor@Catalog.new_from_file] does.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_from_path (const char  *path,
                           GError     **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = g_file_new_for_path (path);
  return eup_catalog_new_from_file (file, NULL, error);
}

/**
 * eup_catalog_new_from_stream: (constructor)
 * @stream: a stream, which is read to its end and not closed
 * @format: the format of the data, or `AUTO`
 * @source_name: (nullable): what messages call the data
 * @progress: (nullable): tells how much is read
 * @cancellable: (nullable): a cancellable
 * @error: the place for an error
 *
 * Loads a catalog from a stream.
 *
 * How long a stream is is not known beforehand: of @progress only [property@Progress:n-bytes] grows.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_from_stream (GInputStream  *stream,
                             EupFormat      format,
                             const char    *source_name,
                             EupProgress   *progress,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (EupSource) source = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (progress == NULL || EUP_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source = eup_source_new_for_stream (stream, format, source_name);
  return load (source, progress, cancellable, error);
}

/**
 * eup_catalog_new_from_bytes: (constructor)
 * @bytes: data
 * @format: the format of the data, or `AUTO`
 * @source_name: (nullable): what messages call the data
 * @error: the place for an error
 *
 * Loads a catalog from memory.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_from_bytes (GBytes      *bytes,
                            EupFormat    format,
                            const char  *source_name,
                            GError     **error)
{
  g_autoptr (EupSource) source = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source = eup_source_new_for_bytes (bytes, format, source_name);
  return load (source, NULL, NULL, error);
}

static void
load_in_thread (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  Loading *loading = data;
  Loaded *loaded = g_new0 (Loaded, 1);
  GError *error = NULL;

  loaded->issues = g_ptr_array_new_with_free_func (g_object_unref);
  loaded->store = eup_source_read (loading->source, loading->progress, cancellable, loaded->issues, NULL, &error);
  if (loaded->store != NULL)
    {
      g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_free);
      return;
    }
  loaded_free (loaded);
  g_task_return_error (task, error);
}

static void
load_async (GFile               *file,
            EupFormat            format,
            EupProgress         *progress,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data,
            gpointer             source_tag)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Loading *loading = g_new0 (Loading, 1);

  loading->source = eup_source_new_for_file (file, format);
  if (progress != NULL)
    {
      g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

      loading->progress = g_object_ref (progress);
      eup_progress_begin (progress, context);
    }
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  g_task_run_in_thread (task, load_in_thread);
}

static EupCatalog *
load_finish (GAsyncResult  *result,
             GError       **error)
{
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), error);
  EupCatalog *catalog;

  if (loaded == NULL)
    return NULL;
  catalog = eup_catalog_new_for_store (g_steal_pointer (&loaded->store), loaded->issues);
  loaded_free (loaded);
  return catalog;
}

/**
 * eup_catalog_new_from_file_async:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called in the main context of this call when loading is done
 * @user_data: data for @callback
 *
 * Loads a catalog from a file in the background.
 *
 * Since: 1.0
 */
void
eup_catalog_new_from_file_async (GFile               *file,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  load_async (file, EUP_FORMAT_AUTO, NULL, cancellable, callback, user_data, eup_catalog_new_from_file_async);
}

/**
 * eup_catalog_new_from_file_finish: (constructor)
 * @result: what the callback was given
 * @error: the place for an error
 *
 * Ends what [func@Catalog.new_from_file_async] began.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_from_file_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, eup_catalog_new_from_file_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return load_finish (result, error);
}

/**
 * eup_catalog_new_from_file_full_async:
 * @file: a file
 * @format: the format of the file, or `AUTO`
 * @progress: (nullable): tells how much is read
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called in the main context of this call when loading is done
 * @user_data: data for @callback
 *
 * Loads a catalog from a file in the background, as [ctor@Catalog.new_from_file_full] does.
 *
 * The properties of @progress are notified in the main context of this call.
 *
 * Since: 1.0
 */
void
eup_catalog_new_from_file_full_async (GFile               *file,
                                      EupFormat            format,
                                      EupProgress         *progress,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (progress == NULL || EUP_IS_PROGRESS (progress));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  load_async (file, format, progress, cancellable, callback, user_data, eup_catalog_new_from_file_full_async);
}

/**
 * eup_catalog_new_from_file_full_finish: (constructor)
 * @result: what the callback was given
 * @error: the place for an error
 *
 * Ends what [func@Catalog.new_from_file_full_async] began.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_from_file_full_finish (GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, eup_catalog_new_from_file_full_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return load_finish (result, error);
}

/* Adds what one file has to what others had. */
static void
add_store (EupStore       *to,
           const EupStore *from)
{
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint32 row = 0; row < eup_store_n_rows (from, table); row++)
      {
        const char *id = eup_store_id (from, eup_store_number_of (from, table, row));
        EupNumber number = eup_store_intern (to, id, strlen (id));

        if (to->symbols[number].home == EUP_NO_HOME)
          eup_store_copy_row (to, number, from, table, row);
      }
}

/* Adds what the files of a folder of the resource hold, and those of the folders in it. */
static gboolean
add_folder (EupStore    *store,
            GResource   *resource,
            const char  *folder,
            GError     **error)
{
  g_auto (GStrv) names = g_resource_enumerate_children (resource, folder, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);
      EupReadOptions options = { .source_name = path + strlen (BUILTIN_FOLDER) };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (EupStore) part = NULL;
      gsize n;
      const char *data;

      if (g_str_has_suffix (path, "/"))
        {
          if (!add_folder (store, resource, path, error))
            return FALSE;
          continue;
        }
      bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return FALSE;
      data = g_bytes_get_data (bytes, &n);
      part = eup_format_read_bytes (EUP_FORMAT_JSON, data, n, &options, NULL, error);
      if (part == NULL)
        return FALSE;
      add_store (store, part);
    }
  return TRUE;
}

/**
 * eup_catalog_new_builtin: (constructor)
 * @error: the place for an error
 *
 * Makes a catalog of what the library itself knows: the Commissions since 2019 and what they promised.
 *
 * It can be edited and saved like any other.
 *
 * Returns: (transfer full): the catalog, or %NULL with @error
 *
 * Since: 1.0
 */
EupCatalog *
eup_catalog_new_builtin (GError **error)
{
  g_autoptr (EupStore) store = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  store = eup_store_new ("en");
  store->title = eup_store_text_with (store, 0, BUILTIN_TITLE);
  if (!add_folder (store, eup_get_resource (), BUILTIN_FOLDER, error))
    return NULL;

  issues = g_ptr_array_new_with_free_func (g_object_unref);
  eup_check_store (store, NULL, NULL, issues, 0);
  return eup_catalog_new_for_store (g_steal_pointer (&store), issues);
}
