/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/eup-formats.h"
#include "model/catalog/eup-catalog-private.h"
#include "model/catalog/eup-replace-file.h"

typedef struct
{
  EupStore  *store;
  EupFormat  format;
} Output;

/* AUTO with an error if the file cannot be written in it. */
static EupFormat
format_for (GFile      *file,
            EupFormat   format,
            GError    **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *source_name = g_file_get_parse_name (file);

  return eup_format_for_writing (format, name, source_name, error);
}

static gboolean
write_store (GOutputStream  *stream,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Output *output = data;

  return eup_format_write_stream (output->format, output->store, stream, cancellable, error);
}

/**
 * eup_catalog_save:
 * @self: a catalog
 * @file: a file
 * @format: a format, or `AUTO` for that of the file's name
 * @cancellable: (nullable): a cancellable
 * @error: the place for an error
 *
 * Writes the catalog to a file.
 *
 * The file is replaced as a whole: if anything fails, or the machine does, the old file is still there. An error, also
 * that the operation was cancelled, means that the old file is there; %TRUE means that the new one is.
 *
 * `AUTO` goes by the ending of the name, in small or capital letters. A name without an ending, or with one that is not
 * known, is refused with %EUP_PARSE_ERROR_UNSUPPORTED; so is a format that [func@Format.can_write] denies.
 *
 * A symbolic link stays one: what it leads to is written, also if that is not there yet. The new file has the permissions,
 * the owner, the access control list and the extended attributes of the old one, as far as the process may give them and
 * the file system holds them; further hard links keep the old contents. A pipe or a device is written to as it is,
 * without such a promise.
 *
 * A writer that is killed may leave a hidden file beside the one it was writing. The next one that saves to the same place
 * removes it.
 *
 * Returns: %TRUE, or %FALSE with @error
 *
 * Since: 1.0
 */
gboolean
eup_catalog_save (EupCatalog    *self,
                  GFile         *file,
                  EupFormat      format,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Output output;

  g_return_val_if_fail (EUP_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  eup_return_error_if_wrong_thread (self, FALSE, error);

  output = (Output) { eup_catalog_get_core (self)->store, format_for (file, format, error) };
  return output.format != EUP_FORMAT_AUTO && eup_replace_file (file, write_store, &output, cancellable, error);
}

/**
 * eup_catalog_save_to_path:
 * @self: a catalog
 * @path: (type filename): the path of a file, whose name tells the format
 * @error: the place for an error
 *
 * Writes the catalog to a file, as [method@Catalog.save] does.
 *
 * Returns: %TRUE, or %FALSE with @error
 *
 * Since: 1.0
 */
gboolean
eup_catalog_save_to_path (EupCatalog  *self,
                          const char  *path,
                          GError     **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (EUP_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  eup_return_error_if_wrong_thread (self, FALSE, error);

  file = g_file_new_for_path (path);
  return eup_catalog_save (self, file, EUP_FORMAT_AUTO, NULL, error);
}

/**
 * eup_catalog_to_bytes:
 * @self: a catalog
 * @format: a format; `AUTO` is JSON
 * @error: the place for an error
 *
 * Writes the catalog to memory.
 *
 * Returns: (transfer full): the data, or %NULL with @error
 *
 * Since: 1.0
 */
GBytes *
eup_catalog_to_bytes (EupCatalog  *self,
                      EupFormat    format,
                      GError     **error)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  return eup_format_dup_bytes (format, eup_catalog_get_core (self)->store, error);
}

/**
 * eup_catalog_to_string:
 * @self: a catalog
 * @format: a format that is text; `AUTO` is JSON
 * @error: the place for an error
 *
 * Writes the catalog to a string.
 *
 * Returns: (transfer full): the text, or %NULL with @error
 *
 * Since: 1.0
 */
char *
eup_catalog_to_string (EupCatalog  *self,
                       EupFormat    format,
                       GError     **error)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  return eup_format_dup_text (format, eup_catalog_get_core (self)->store, error);
}

typedef struct
{
  GFile  *file;
  GBytes *bytes;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->file);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_free (saving);
}

static gboolean
write_bytes (GOutputStream  *stream,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  GBytes *bytes = data;
  gsize n;
  const char *from = g_bytes_get_data (bytes, &n);

  return g_output_stream_write_all (stream, from == NULL ? "" : from, n, NULL, cancellable, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (eup_replace_file (saving->file, write_bytes, saving->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * eup_catalog_save_async:
 * @self: a catalog
 * @file: a file
 * @format: a format, or `AUTO` for that of the file's name
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): called in the main context of this call when the file is written
 * @user_data: data for @callback
 *
 * Writes the catalog to a file in the background.
 *
 * What is written is the catalog as it is now; it can be edited as soon as this call returns. Therefore the text is made
 * by this call, in memory, and only the file is left to the background: an edit writes into the columns and lets later texts take the
 * room of former ones, so that no other thread can read them meanwhile without a copy of them all, which takes as long as the text.
 * A program with a catalog so large that this is felt can let [method@Catalog.save] write it piece by piece, in a thread
 * that has the catalog to itself.
 *
 * Since: 1.0
 */
void
eup_catalog_save_async (EupCatalog          *self,
                        GFile               *file,
                        EupFormat            format,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Saving *saving;

  g_return_if_fail (EUP_IS_CATALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, eup_catalog_save_async);
  /* Once the file is replaced the operation has succeeded, whoever cancels it then. */
  g_task_set_check_cancellable (task, FALSE);
  if (!eup_thread_owned_is_ours (self))
    {
      eup_critical_wrong_thread (G_STRFUNC, self);
      eup_set_wrong_thread_error (&error, self);
      g_task_return_error (task, error);
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->file = g_object_ref (file);
  format = format_for (file, format, &error);
  saving->bytes = format == EUP_FORMAT_AUTO ? NULL : eup_catalog_to_bytes (self, format, &error);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  if (saving->bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, save_in_thread);
}

/**
 * eup_catalog_save_finish:
 * @self: a catalog
 * @result: what the callback was given
 * @error: the place for an error
 *
 * Ends what [method@Catalog.save_async] began.
 *
 * Returns: %TRUE, or %FALSE with @error
 *
 * Since: 1.0
 */
gboolean
eup_catalog_save_finish (EupCatalog    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (EUP_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, eup_catalog_save_async), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
