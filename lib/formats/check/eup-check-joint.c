/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-issue.h>

#include "formats/check/eup-check-private.h"
#include "formats/eup-formats.h"
#include "formats/check/eup-issue-codes.h"

/* Several stores checked as one: their rows are copied together, and each is still known by where it stood. */
struct _EupJointCheck
{
  EupStore  *store;
  EupPlaces *places;
  GPtrArray *issues;
  guint      n_dropped;
};

EupJointCheck *
eup_joint_check_new (GPtrArray *issues)
{
  EupJointCheck *self = g_new0 (EupJointCheck, 1);

  self->store = eup_store_new ("en");
  self->places = eup_places_new (FALSE);
  self->issues = g_ptr_array_ref (issues);
  return self;
}

void
eup_joint_check_free (EupJointCheck *self)
{
  eup_store_unref (self->store);
  eup_places_free (self->places);
  g_ptr_array_unref (self->issues);
  g_free (self);
}

/* As messages name it: the source, and the line and column if they are known. */
static char *
describe_place (const EupPlaces *places,
                EupTableKind     table,
                guint32          row)
{
  guint line, column;

  eup_places_get (places, table, row, &line, &column);
  if (line == 0)
    return g_strdup (eup_places_source (places, table, row));
  return g_strdup_printf ("%s:%u:%u", eup_places_source (places, table, row), line, column);
}

/* An id names one entity, of whatever type; what came first has it. */
static void
report_double (EupJointCheck   *self,
               const char      *id,
               EupNumber        number,
               const EupPlaces *part,
               EupTableKind     table,
               guint32          row)
{
  g_autofree char *place = NULL, *text = NULL, *pointer = NULL;
  guint line, column;
  EupTableKind first_table;
  guint32 first_row;

  if (!eup_store_home (self->store, number, &first_table, &first_row))
    return;
  if (self->issues->len >= EUP_DEFAULT_MAX_ISSUES)
    {
      self->n_dropped++;
      return;
    }
  place = describe_place (self->places, first_table, first_row);
  text = g_strdup_printf ("the id “%.100s” stands already in %s", id, place);
  pointer = eup_places_pointer (part, table, row);
  eup_places_get (part, table, row, &line, &column);
  g_ptr_array_add (self->issues, eup_issue_new (eup_issue_code_severity ("duplicate-id"), "duplicate-id", text, part->source, line,
                                                column, pointer, id));
}

void
eup_joint_check_add (EupJointCheck *self,
                     EupStore      *store,
                     EupPlaces     *places,
                     const char    *source)
{
  const EupPlaces *part;

  eup_places_add_part (self->places, places, source);
  part = g_ptr_array_index (self->places->parts, self->places->parts->len - 1);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    for (guint32 row = 0; row < eup_store_n_rows (store, table); row++)
      {
        const char *id = eup_store_id (store, eup_store_number_of (store, table, row));
        EupNumber number = eup_store_intern (self->store, id, strlen (id));

        if (self->store->symbols[number].home != EUP_NO_HOME)
          {
            report_double (self, id, number, part, table, row);
            continue;
          }
        eup_store_copy_row (self->store, number, store, table, row);
        eup_places_add_origin (self->places, table, row);
      }
}

void
eup_joint_check_finish (EupJointCheck *self,
                        gboolean       complete,
                        guint          max)
{
  EupCheck check = { .store = self->store, .places = self->places, .issues = self->issues, .max = max,
                     .n_dropped = self->n_dropped, .may_be_elsewhere = !complete };

  eup_check_run (&check);
}
