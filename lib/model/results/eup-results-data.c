/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-query.h>

#include "formats/eup-formats.h"
#include "formats/json/eup-json-output.h"
#include "model/results/eup-results-columns.h"
#include "model/results/eup-results-private.h"
#include "query/engine/eup-facets.h"
#include "query/language/eup-query-error.h"
#include "query/language/eup-query-private.h"

/* What is collected before it is appended to the whole: small enough to stay in the cache of the processor, and no more
 * than few rows need. */
#define OUTPUT_SIZE (64 * 1024)
#define ROW_SIZE 128
#define BATCH 64

static gboolean
is_cut (EupResults *self)
{
  const EupQuerySpec *spec = self->spec;

  return spec->offset > 0 || spec->limit != G_MAXUINT32;
}

/* The numbers of all entities that fit, without offset and limit; free the array. */
static GArray *
dup_whole (EupResults *self)
{
  EupAnswer answer;
  EupPlan plan;
  GArray *numbers;

  if (self->all != NULL)
    return g_array_ref (self->all);
  if (!is_cut (self))
    {
      numbers = g_array_sized_new (FALSE, FALSE, sizeof (EupNumber), self->rows.n);
      if (self->rows.n > 0)
        g_array_append_vals (numbers, self->rows.numbers, self->rows.n);
      return numbers;
    }
  if (!eup_results_begin_plan (self, &plan))
    return g_array_new (FALSE, FALSE, sizeof (EupNumber));
  eup_plan_run (&plan, 0, G_MAXUINT32, &answer, NULL);
  numbers = g_array_ref (answer.numbers);
  eup_answer_clear (&answer);
  eup_plan_clear (&plan);
  return numbers;
}

/* Fields as the query sees them, which may ask about another day. */
static EupFieldReader
field_reader_of (EupResults *self)
{
  EupQueryContext context = eup_core_get_query_context (self->core);

  return eup_plan_field_reader (&context, self->spec);
}

/**
 * eup_results_count_by:
 * @self: an answer
 * @field: a field of queries (`status`, `lead`, `topic`, `country` ...), a relation (`parent`, `subject` ...), `year` or
 *   `year-month`
 * @error: the place for an error
 *
 * Counts the entities that fit the query by what they have in a field, whatever its offset and limit are.
 *
 * An entity counts once for each value that it has; those that have none are counted as "". Values are ids and nicks; the
 * most frequent come first.
 *
 * Fails with `UNKNOWN_FIELD` for what nothing is counted by.
 *
 * Returns: (transfer full): pairs of a value and a number, of type `a(su)`, or %NULL with @error
 *
 * Since: 1.0
 */
GVariant *
eup_results_count_by (EupResults  *self,
                      const char  *field,
                      GError     **error)
{
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GArray) facets = NULL;
  GVariantBuilder builder;
  EupFieldReader reader;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  reader = field_reader_of (self);
  if (self->all != NULL || is_cut (self))
    {
      numbers = dup_whole (self);
      facets = eup_facets_count (&reader, field, (const EupNumber *) numbers->data, numbers->len);
    }
  else
    facets = eup_facets_count (&reader, field, self->rows.numbers, self->rows.n);
  if (facets == NULL)
    {
      eup_query_error_set_counted (error, field);
      return NULL;
    }
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(su)"));
  for (guint i = 0; i < facets->len; i++)
    {
      const EupFacet *facet = &g_array_index (facets, EupFacet, i);

      g_variant_builder_add (&builder, "(su)", facet->value, (guint32) facet->n);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static gboolean
find_column (EupResults       *self,
             const char       *field,
             EupResultColumn  *column,
             GError          **error)
{
  EupFieldReader reader = field_reader_of (self);

  if (eup_result_column_init (column, self->core, &reader, field, self->rows.n == 0 ? 0 : self->rows.numbers[0]))
    return TRUE;
  eup_query_error_set_field (error, NULL, 0, field, strlen (field));
  return FALSE;
}

/* Texts lie far from each other in memory: all of a batch are on their way before the first is read. */
static void
peek_batch (EupResultColumn  *column,
            const EupNumber  *numbers,
            guint             n,
            const char      **texts)
{
  for (guint i = 0; i < n; i++)
    {
      texts[i] = eup_result_column_peek (column, numbers[i]);
      if (texts[i] != NULL)
        {
          __builtin_prefetch (texts[i]);
          __builtin_prefetch (texts[i] + 64);
        }
    }
}

static void
print_batch (EupResultColumn *column,
             const EupNumber *numbers,
             guint            n,
             gboolean         is_first,
             EupJsonOutput   *out)
{
  const char *texts[BATCH];

  peek_batch (column, numbers, n, texts);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 || !is_first)
        eup_json_output_byte (out, ',');
      if (texts[i] != NULL)
        eup_json_output_string (out, texts[i], strlen (texts[i]));
      else
        eup_result_column_print (column, numbers[i], TRUE, out);
    }
}

/* Prints the name of a field, and an array of what all rows have there. */
static gboolean
print_column (EupResults     *self,
              const char     *field,
              EupJsonOutput  *out,
              GError        **error)
{
  EupResultColumn column;

  if (!find_column (self, field, &column, error))
    return FALSE;
  eup_json_output_string (out, field, strlen (field));
  eup_json_output_byte (out, ':');
  eup_json_output_byte (out, '[');
  for (guint row = 0; row < self->rows.n; row += BATCH)
    print_batch (&column, self->rows.numbers + row, MIN (self->rows.n - row, BATCH), row == 0, out);
  eup_json_output_byte (out, ']');
  eup_result_column_clear (&column);
  return TRUE;
}

/**
 * eup_results_dup_columns:
 * @self: an answer
 * @fields: (array zero-terminated=1): names of properties, or fields of queries
 * @error: the place for an error
 *
 * Gets some values of all entities in the list at once, without making an object for any of them.
 *
 * They come as one JSON object with an array for each field, in the order of the list. Texts are those that suit the
 * reader, or of one language (`title@fr`); dates and enumerations are as in files, entities are ids, relations arrays of
 * ids; what an entity does not have is null. This is how bindings read many rows fastest.
 *
 * Fails with `UNKNOWN_FIELD` for what no type has.
 *
 * Returns: (transfer full): UTF-8 text of a JSON object, or %NULL with @error
 *
 * Since: 1.0
 */
GBytes *
eup_results_dup_columns (EupResults          *self,
                         const char * const  *fields,
                         GError             **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  EupJsonOutput out;
  gboolean first = TRUE, complete = TRUE;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  bytes = g_byte_array_new ();
  eup_json_output_init (&out, NULL, bytes, MIN (OUTPUT_SIZE, ((gsize) self->rows.n + 1) * ROW_SIZE));
  for (guint i = 0; fields[i] != NULL && complete; i++)
    {
      if (g_strv_contains (fields + i + 1, fields[i]))
        continue; /* the last of several stands for all */
      eup_json_output_byte (&out, first ? '{' : ',');
      complete = print_column (self, fields[i], &out, error);
      first = FALSE;
    }
  if (first)
    eup_json_output_byte (&out, '{');
  eup_json_output_byte (&out, '}');
  complete = eup_json_output_finish (&out, complete ? error : NULL) && complete;
  return complete ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* Where values are printed that are wanted as strings of their own. */
typedef struct
{
  GByteArray   *bytes; /* NULL until one is */
  EupJsonOutput out;
} Scratch;

static char *
dup_printed (Scratch         *scratch,
             EupResultColumn *column,
             EupNumber        number)
{
  char *string;

  if (scratch->bytes == NULL)
    {
      scratch->bytes = g_byte_array_new ();
      eup_json_output_init (&scratch->out, NULL, scratch->bytes, OUTPUT_SIZE);
    }
  eup_result_column_print (column, number, FALSE, &scratch->out);
  eup_json_output_make_room (&scratch->out, 0); /* by handing on what it holds */
  string = g_strndup (scratch->bytes->len == 0 ? "" : (const char *) scratch->bytes->data, scratch->bytes->len);
  g_byte_array_set_size (scratch->bytes, 0);
  return string;
}

static void
clear_scratch (Scratch *scratch)
{
  if (scratch->bytes == NULL)
    return;
  eup_json_output_finish (&scratch->out, NULL);
  g_byte_array_unref (scratch->bytes);
}

/**
 * eup_results_dup_column:
 * @self: an answer
 * @field: the name of a property, or a field of queries
 * @error: the place for an error
 *
 * Gets one value of all entities in the list as text, in the order of the list.
 *
 * What an entity does not have is an empty string; several ids are joined by spaces.
 *
 * Fails with `UNKNOWN_FIELD` for what no type has.
 *
 * Returns: (transfer full) (array zero-terminated=1): a string for each entity, or %NULL with @error
 *
 * Since: 1.0
 */
char **
eup_results_dup_column (EupResults  *self,
                        const char  *field,
                        GError     **error)
{
  EupResultColumn column;
  const char *texts[BATCH];
  Scratch scratch = { NULL };
  char **strings;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  if (!find_column (self, field, &column, error))
    return NULL;
  strings = g_new (char *, (gsize) self->rows.n + 1);
  strings[self->rows.n] = NULL;
  for (guint first = 0; first < self->rows.n; first += BATCH)
    {
      const EupNumber *numbers = self->rows.numbers + first;
      guint n = MIN (self->rows.n - first, BATCH);

      peek_batch (&column, numbers, n, texts);
      for (guint i = 0; i < n; i++)
        strings[first + i] = texts[i] != NULL ? g_strdup (texts[i]) : dup_printed (&scratch, &column, numbers[i]);
    }
  clear_scratch (&scratch);
  eup_result_column_clear (&column);
  return strings;
}

/**
 * eup_results_dup_numbers:
 * @self: an answer
 * @field: the name of a property, or a field of queries
 * @error: the place for an error
 *
 * Gets one value of all entities in the list as numbers, in the order of the list.
 *
 * Dates are days since 1970-01-01, enumerations their numbers, truths 0 and 1; what an entity does not have is NaN.
 *
 * Fails with `UNKNOWN_FIELD` for what no type has, and with `BAD_VALUE` for what is no number.
 *
 * Returns: (transfer full): doubles in the byte order of the machine, or %NULL with @error
 *
 * Since: 1.0
 */
GBytes *
eup_results_dup_numbers (EupResults  *self,
                         const char  *field,
                         GError     **error)
{
  EupResultColumn column;
  double *numbers;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  if (!find_column (self, field, &column, error))
    return NULL;
  if (!eup_result_column_has_numbers (&column))
    {
      g_set_error (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_BAD_VALUE, "%s: what it holds is no number", field);
      eup_result_column_clear (&column);
      return NULL;
    }
  numbers = g_new (double, MAX (self->rows.n, 1));
  for (guint row = 0; row < self->rows.n; row++)
    numbers[row] = eup_result_column_number (&column, self->rows.numbers[row]);
  eup_result_column_clear (&column);
  return g_bytes_new_take (numbers, self->rows.n * sizeof (double));
}

/* A store with nothing but the entities of the list. */
static EupStore *
copy_rows (EupResults *self)
{
  EupStore *from = self->core->store;
  EupStore *store = eup_store_new (from->language);

  store->as_of = from->as_of;
  for (guint i = 0; i < self->rows.n; i++)
    {
      EupNumber number = self->rows.numbers[i];
      const char *id = eup_store_id (from, number);
      EupTableKind table;
      guint32 row;

      if (eup_store_home (from, number, &table, &row))
        eup_store_copy_row (store, eup_store_intern (store, id, strlen (id)), from, table, row);
    }
  return store;
}

/**
 * eup_results_to_bytes:
 * @self: an answer
 * @format: a format that this build can write; `AUTO` is JSON
 * @error: the place for an error
 *
 * Writes the entities of the list to memory, as a catalog of their own.
 *
 * Returns: (transfer full): the data, or %NULL with @error
 *
 * Since: 1.0
 */
GBytes *
eup_results_to_bytes (EupResults  *self,
                      EupFormat    format,
                      GError     **error)
{
  g_autoptr (EupStore) store = NULL;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  store = copy_rows (self);
  return eup_format_dup_bytes (format, store, error);
}

/**
 * eup_results_to_string:
 * @self: an answer
 * @format: a format that is text; `AUTO` is JSON
 * @error: the place for an error
 *
 * Writes the entities of the list to a string, as a catalog of their own.
 *
 * Returns: (transfer full): the text, or %NULL with @error
 *
 * Since: 1.0
 */
char *
eup_results_to_string (EupResults  *self,
                       EupFormat    format,
                       GError     **error)
{
  g_autoptr (EupStore) store = NULL;

  g_return_val_if_fail (EUP_IS_ANSWER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  eup_return_error_if_wrong_thread (self, NULL, error);

  store = copy_rows (self);
  return eup_format_dup_text (format, store, error);
}
