/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-issue.h>

#include "formats/check/eup-check-private.h"
#include "formats/eup-formats.h"
#include "formats/check/eup-issue-codes.h"
#include "formats/json/eup-json-members.h"
#include "formats/json/eup-json-number.h"
#include "formats/json/eup-json-reader.h"
#include "values/eup-language.h"
#include "values/reference/eup-reference-grammar.h"
#include "values/eup-value-error.h"

/* Validation: what can be held, and is probably not what was meant. Here what a single entity says; in
 * eup-check-relations.c and eup-check-status.c what several say together. */

static const char * const countries[] = {
  "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
  "NL", "PL", "PT", "RO", "SE", "SI", "SK",
};

/* Adds an issue about a field of an entity; @inside leads on from there (nullable). Without a field (-1) it is about the
 * entity itself. */
void
eup_check_report (EupCheck      *check,
                  const char    *code,
                  EupTableKind   table,
                  guint32        row,
                  int            field,
                  const char    *inside,
                  const char    *format,
                  ...)
{
  g_autofree char *text = NULL, *base = NULL, *pointer = NULL;
  const char *source = eup_places_source (check->places, table, row);
  guint line, column;
  va_list arguments;

  if (check->n_reported >= check->max)
    {
      check->n_dropped++;
      return;
    }
  check->n_reported++;
  va_start (arguments, format);
  text = eup_message_repair (g_strdup_vprintf (format, arguments));
  va_end (arguments);

  eup_places_get (check->places, table, row, &line, &column);
  base = check->places == NULL ? NULL : eup_places_pointer (check->places, table, row);
  pointer = g_strdup_printf ("%s%s%s%s", base == NULL ? "" : base, field < 0 ? "" : "/",
                             field < 0 ? "" : eup_schema_field (table, field)->key, inside == NULL ? "" : inside);
  g_ptr_array_add (check->issues, eup_issue_new (eup_issue_code_severity (code), code, text, source == NULL ? check->source : source,
                                                 line, column, pointer,
                                                 eup_store_id (check->store, eup_store_number_of (check->store, table, row))));
}

/* A cell that stands in an entity, or in a value of it. */
typedef struct
{
  EupTableKind        owner_table;
  guint32             owner_row;
  int                 owner_field;
  const EupFieldSpec *spec;
  const char         *inside; /* from the owner's field on, NULL if that is the field itself */
  const guint        *places; /* where the items of a list stand in the file; NULL: one after another */
} Where;

static char *
inside_item (const Where *where,
             int          item)
{
  return g_strdup_printf ("%s/%u", where->inside == NULL ? "" : where->inside,
                          where->places == NULL ? (guint) item : where->places[item]);
}

static void
report_at (EupCheck    *check,
           const Where *where,
           const char  *code,
           int          item,
           const char  *text)
{
  g_autofree char *inside = NULL;

  if (item >= 0)
    inside = inside_item (where, item);
  eup_check_report (check, code, where->owner_table, where->owner_row, where->owner_field,
                    inside == NULL ? where->inside : inside, "%s", text);
}

/* The quick answer for what is right, as nearly all is. */
static inline gboolean
is_fine (const EupCheck *check,
         EupTableKind    target,
         EupNumber       number,
         EupNumber       self)
{
  guint32 home = check->store->symbols[number].home;

  return home != EUP_NO_HOME && number != self && (target == EUP_TABLE_ANY || home >> 28 == (guint32) target);
}

static gboolean
are_fine (const EupCheck *check,
          EupTableKind    target,
          guint32         cell,
          EupNumber       self)
{
  const guint32 *items;
  guint n;

  items = eup_store_list (check->store, cell, &n);
  if (n > 8)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!is_fine (check, target, items[i], self))
        return FALSE;
      for (guint k = 0; k < i; k++)
        if (items[k] == items[i])
          return FALSE;
    }
  return TRUE;
}

static void
check_target (EupCheck    *check,
              const Where *where,
              EupNumber    number,
              int          item)
{
  EupNumber self = eup_store_number_of (check->store, where->owner_table, where->owner_row);
  g_autofree char *text = NULL;
  EupTableKind table;
  guint32 row;

  if (G_LIKELY (eup_store_home (check->store, number, &table, &row)
                && (table == where->spec->target || where->spec->target == EUP_TABLE_ANY) && number != self))
    return;

  if (number == self)
    {
      text = g_strdup_printf ("“%s” refers to itself by “%s”", eup_store_id (check->store, number), where->spec->key);
      report_at (check, where, "self-reference", item, text);
    }
  else if (!eup_store_home (check->store, number, &table, &row))
    {
      if (check->may_be_elsewhere)
        return;
      text = g_strdup_printf ("there is no entity “%s”, which “%s” refers to", eup_store_id (check->store, number),
                              where->spec->key);
      report_at (check, where, "unresolved-reference", item, text);
    }
  else
    {
      text = g_strdup_printf ("“%s” is of the type %s; “%s” refers to the type %s", eup_store_id (check->store, number),
                              eup_schema_table (table)->nick, where->spec->key,
                              eup_schema_table (where->spec->target)->nick);
      report_at (check, where, "wrong-target", item, text);
    }
}

static gboolean
stands_before (const guint32 *items,
               guint          i)
{
  for (guint k = 0; k < i; k++)
    if (items[k] == items[i])
      return TRUE;
  return FALSE;
}

static void
check_targets (EupCheck    *check,
               const Where *where,
               guint32      cell)
{
  const guint32 *items;
  g_autoptr (GHashTable) seen = NULL;
  guint n;

  items = eup_store_list (check->store, cell, &n);
  if (n > 32)
    seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      gboolean again = seen == NULL ? stands_before (items, i) : !g_hash_table_add (seen, GUINT_TO_POINTER (items[i]));

      check_target (check, where, items[i], i);
      if (again)
        {
          g_autofree char *text = g_strdup_printf ("“%s” stands more than once in “%s”", eup_store_id (check->store, items[i]),
                                                   where->spec->key);

          report_at (check, where, "duplicate-item", i, text);
        }
    }
}

static void
check_references (EupCheck    *check,
                  const Where *where,
                  guint32      cell)
{
  const guint32 *items;
  guint n;

  items = eup_store_list (check->store, cell, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *reference = eup_store_string (check->store, items[i]);
      const char *problem = NULL;
      EupReferenceScheme scheme = eup_reference_recognise (reference, strlen (reference), NULL, &problem);
      g_autofree char *text = NULL;

      if (G_LIKELY (scheme != EUP_REFERENCE_SCHEME_OTHER))
        continue;
      if (problem != NULL)
        text = g_strdup_printf ("“%.100s” is malformed: %s", reference, problem);
      else
        text = g_strdup_printf ("“%.100s” belongs to no known scheme", reference);
      report_at (check, where, problem != NULL ? "malformed-reference" : "unknown-reference", i, text);
    }
}

/* What was kept at its reading. The reader itself has said so already, with the exact place. */
static void
check_kept (EupCheck    *check,
            const Where *where,
            const char  *kept)
{
  g_autofree char *text = NULL;
  const char *code = "wrong-type", *what = "is not what belongs there";

  if (kept[0] == '"' && where->spec->kind == EUP_KIND_ENUM)
    {
      code = "unknown-word";
      what = "is not a known word";
    }
  else if (kept[0] == '"' && (where->spec->kind == EUP_KIND_DATE || where->spec->kind == EUP_KIND_PERIOD))
    {
      code = "impossible-date";
      what = where->spec->kind == EUP_KIND_DATE ? "is no date" : "is no period";
    }
  else if (kept[0] == '"' && where->spec->kind == EUP_KIND_ONE)
    {
      code = "malformed-id";
      what = "cannot be an id";
    }
  else if ((g_ascii_isdigit (kept[0]) || kept[0] == '-')
           && (where->spec->kind == EUP_KIND_INT || where->spec->kind == EUP_KIND_DOUBLE))
    {
      double value;
      gboolean inexact = where->spec->kind == EUP_KIND_DOUBLE && eup_json_number_to_double (kept, strlen (kept), &value);

      code = inexact ? "inexact-number" : "bad-number";
      what = inexact ? "has more digits than a double holds"
             : where->spec->kind == EUP_KIND_INT ? "is no whole number from 1 on" : "is too large";
    }
  text = g_strdup_printf ("%.100s %s, for “%s”", kept, what, where->spec->key);
  report_at (check, where, code, -1, text);
}

/* A member of a text that is kept beside its strings. */
static void
check_kept_language (EupCheck          *check,
                     const Where       *where,
                     const EupKeptPart *part)
{
  g_autofree char *inside = NULL, *text = NULL, *meant = NULL;
  g_auto (EupJsonMemberText) member = { 0 };
  g_autoptr (GString) step = g_string_new (NULL);
  const char *at = part->json;
  Where whole = *where;

  if (!eup_json_next_member (&at, &member))
    return;
  eup_json_append_step (step, member.key, strlen (member.key));
  inside = g_strconcat (where->inside == NULL ? "" : where->inside, step->str, NULL);
  whole.inside = inside;
  if (eup_language_is_valid (member.key, -1))
    {
      text = g_strdup_printf ("“%s” has to be a string, in “%s”", member.key, where->spec->key);
      report_at (check, &whole, "wrong-type", -1, text);
      return;
    }
  meant = eup_language_correct (member.key);
  text = g_strdup_printf ("“%.80s” is no language tag%s%s%s", member.key, meant == NULL ? "" : "; “", meant == NULL ? "" : meant,
                          meant == NULL ? "" : "” is one");
  report_at (check, &whole, "malformed-language", -1, text);
}

/* The parts of a list or text that its cell cannot hold. */
static void
check_parts (EupCheck    *check,
             const Where *where,
             guint32      cell,
             const char  *parts)
{
  EupKeptPart part;
  Where whole = *where;
  guint n_good = 0, n = 0;

  whole.places = NULL;
  if (where->spec->kind != EUP_KIND_TEXT)
    eup_store_list (check->store, cell, &n_good);
  for (; eup_kept_next_part (&parts, &part); n++)
    {
      g_autofree char *json = g_strndup (part.json, MIN (part.length, 100)), *text = NULL, *shown = NULL;
      const char *code = "wrong-type", *what = "is not what belongs there";

      if (where->spec->kind == EUP_KIND_TEXT)
        {
          check_kept_language (check, where, &part);
          continue;
        }
      if (where->spec->kind == EUP_KIND_MANY && json[0] == '"')
        {
          code = "malformed-id";
          what = "cannot be an id";
        }
      else if (where->spec->kind == EUP_KIND_VALUES && where->spec->target == EUP_TABLE_FIGURE && json[0] == '{')
        {
          code = "bad-number";
          what = "has no finite number";
        }
      shown = g_utf8_make_valid (json, -1);
      text = g_strdup_printf ("%s %s, in “%s”", shown, what, where->spec->key);
      report_at (check, &whole, code, (int) MIN (part.position, n_good + n), text);
    }
}

static void check_fields (EupCheck     *check,
                          EupTableKind  table,
                          guint32       row,
                          const Where  *owner);

static void
check_value (EupCheck    *check,
             const Where *where,
             guint32      row,
             int          item)
{
  g_autofree char *inside = NULL;
  Where owner = *where;

  if (item >= 0)
    inside = inside_item (where, item);
  owner.inside = inside == NULL ? where->inside : inside;
  owner.places = NULL;
  check_fields (check, where->spec->target, row, &owner);
}

static void
check_cell (EupCheck    *check,
            const Where *field,
            guint32      cell,
            const char  *parts)
{
  g_autofree guint *places = NULL;
  const Where *where = field;
  const guint32 *rows;
  Where mixed;
  guint n;

  if (G_UNLIKELY (parts != NULL))
    {
      eup_store_list (check->store, cell, &n);
      mixed = *field;
      mixed.places = places = eup_kept_item_places (parts, n);
      where = &mixed;
    }
  switch (where->spec->kind)
    {
    case EUP_KIND_ONE:
      check_target (check, where, cell, -1);
      break;
    case EUP_KIND_MANY:
      check_targets (check, where, cell);
      break;
    case EUP_KIND_STRINGS:
      check_references (check, where, cell);
      break;
    case EUP_KIND_VALUE:
      check_value (check, where, cell - 1, -1);
      break;
    case EUP_KIND_VALUES:
      rows = eup_store_list (check->store, cell, &n);
      for (guint i = 0; i < n; i++)
        check_value (check, where, rows[i], i);
      break;
    case EUP_KIND_ENUM:
    case EUP_KIND_DATE:
    case EUP_KIND_PERIOD:
    case EUP_KIND_STRING:
    case EUP_KIND_TEXT:
    case EUP_KIND_INT:
    case EUP_KIND_DOUBLE:
    default:
      break;
    }
}

/* A kind whose cells can say something wrong. */
static inline gboolean
is_checked (EupFieldKind kind)
{
  return kind == EUP_KIND_ONE || kind == EUP_KIND_MANY || kind == EUP_KIND_STRINGS || kind == EUP_KIND_VALUE
         || kind == EUP_KIND_VALUES;
}

static void
check_kept_members (EupCheck     *check,
                    EupTableKind  table,
                    guint32       row,
                    const Where  *owner)
{
  const char *at = eup_store_kept (check->store, table, row, EUP_KEPT_MEMBERS);
  g_auto (EupJsonMemberText) member = { 0 };

  while (eup_json_next_member (&at, &member))
    {
      const char *nearest = check->n_reported >= check->max ? NULL : eup_json_nearest_key (table, member.key, strlen (member.key));
      g_autoptr (GString) inside = g_string_new (owner == NULL ? NULL : owner->inside);
      EupTableKind owner_table = owner == NULL ? table : owner->owner_table;
      guint32 owner_row = owner == NULL ? row : owner->owner_row;
      int owner_field = owner == NULL ? -1 : owner->owner_field;
      const EupJsonSpan key = { member.key, strlen (member.key) };
      g_autofree char *shown = eup_json_shorten (&key);

      eup_json_append_step (inside, member.key, strlen (member.key));
      /* Only children are kept as members though their key is known. */
      if (g_strcmp0 (nearest, member.key) == 0)
        eup_check_report (check, "wrong-type", owner_table, owner_row, owner_field, inside->str,
                          "“%s” has to be an array of objects", nearest);
      else if (nearest == NULL)
        eup_check_report (check, "unknown-member", owner_table, owner_row, owner_field, inside->str, EUP_JSON_UNKNOWN, shown);
      else
        eup_check_report (check, "unknown-member", owner_table, owner_row, owner_field, inside->str, EUP_JSON_UNKNOWN_NEAR,
                          shown, nearest);
    }
}

/* All fields of a row: of an entity, or of a value that stands in one. */
static void
check_fields (EupCheck     *check,
              EupTableKind  table,
              guint32       row,
              const Where  *owner)
{
  const EupTableSpec *spec = eup_schema_table (table);
  gboolean has_kept = eup_store_has_kept (check->store, table, row), kept = check->places == NULL && has_kept;

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const EupFieldSpec *field = &spec->fields[i];
      const char *text = kept ? eup_store_kept (check->store, table, row, i) : NULL;
      const char *parts = has_kept ? eup_store_kept (check->store, table, row, EUP_KEPT_PARTS (i)) : NULL;
      guint32 cell = is_checked (field->kind) ? eup_store_get (check->store, table, row, i) : 0;
      g_autofree char *inside = NULL;
      Where where = { table, row, (int) i, field, NULL, NULL };

      if (G_LIKELY (text == NULL && cell == 0 && parts == NULL))
        continue;
      if (owner != NULL)
        {
          inside = g_strdup_printf ("%s/%s", owner->inside == NULL ? "" : owner->inside, field->key);
          where = (Where) { owner->owner_table, owner->owner_row, owner->owner_field, field, inside, NULL };
        }
      if (kept && parts != NULL)
        check_parts (check, &where, cell, parts);
      if (text != NULL)
        check_kept (check, &where, text);
      else if (cell != 0)
        check_cell (check, &where, cell, parts);
    }
  if (kept)
    check_kept_members (check, table, row, owner);
}

static gboolean
is_present (EupCheck     *check,
            EupTableKind  table,
            guint32       row,
            guint         field)
{
  return eup_store_get (check->store, table, row, field) != 0
         || (eup_store_has_kept (check->store, table, row)
             && (eup_store_kept (check->store, table, row, field) != NULL
                 || eup_store_kept (check->store, table, row, EUP_KEPT_PARTS (field)) != NULL));
}

static void
check_required (EupCheck     *check,
                EupTableKind  table,
                guint32       row)
{
  const EupTableSpec *spec = eup_schema_table (table);

  for (guint i = EUP_N_COMMON_FIELDS; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & EUP_FIELD_REQUIRED) && !is_present (check, table, row, i))
      eup_check_report (check, "missing-field", table, row, -1, NULL,
                        "this %s does not say its “%s”", spec->nick, spec->fields[i].key);

  if (G_LIKELY (is_present (check, table, row, EUP_FIELD_TITLE)))
    return;
  /* A milestone is named by its kind as well, a person by the name. */
  if (table == EUP_TABLE_MILESTONE && is_present (check, table, row, EUP_MILESTONE_KIND))
    return;
  if (table == EUP_TABLE_COMMISSIONER && is_present (check, table, row, EUP_COMMISSIONER_FAMILY_NAME))
    return;
  eup_check_report (check, "missing-title", table, row, -1, NULL, "this %s has no title", spec->nick);
}

static void
check_id (EupCheck     *check,
          EupTableKind  table,
          guint32       row)
{
  const char *id = eup_store_id (check->store, eup_store_number_of (check->store, table, row));
  g_autofree char *normal = NULL;

  if (G_LIKELY (g_str_is_ascii (id)))
    return;
  normal = g_utf8_normalize (id, -1, G_NORMALIZE_NFC);
  if (normal != NULL && strcmp (normal, id) != 0)
    eup_check_report (check, "unnormalised-id", table, row, -1, NULL,
                      "the id is not in Unicode's form NFC, so that one which looks the same may differ");
}

static void
check_country (EupCheck *check,
               guint32   row)
{
  const char *country = eup_store_string (check->store, eup_store_get (check->store, EUP_TABLE_COMMISSIONER, row,
                                                                       EUP_COMMISSIONER_COUNTRY));

  if (country == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strcmp (countries[i], country) == 0)
      return;
  eup_check_report (check, "unknown-country", EUP_TABLE_COMMISSIONER, row, EUP_COMMISSIONER_COUNTRY, NULL,
                    "“%.20s” is not the code of a Member State", country);
}

/* The fields of a table in which there is something that may be wrong. */
static guint
find_fields (EupCheck     *check,
             EupTableKind  table,
             guint8       *fields)
{
  const EupTableSpec *spec = eup_schema_table (table);
  guint n = 0;

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const EupColumn *column = eup_store_column (check->store, table, i);

      if (is_checked (spec->fields[i].kind) && column != NULL && column->n > 0)
        fields[n++] = i;
    }
  return n;
}

/* The fields of an entity for which nothing is kept. */
static void
check_plain_row (EupCheck     *check,
                 EupTableKind  table,
                 guint32       row,
                 const guint8 *fields,
                 guint         n_fields)
{
  const EupFieldSpec *specs = eup_schema_table (table)->fields;
  EupNumber self = eup_store_number_of (check->store, table, row);

  for (guint i = 0; i < n_fields; i++)
    {
      const EupFieldSpec *field = &specs[fields[i]];
      guint32 cell = eup_store_get (check->store, table, row, fields[i]);
      Where where = { table, row, fields[i], field, NULL, NULL };

      if (cell == 0 || (field->kind == EUP_KIND_ONE && is_fine (check, field->target, cell, self))
          || (field->kind == EUP_KIND_MANY && are_fine (check, field->target, cell, self)))
        continue;
      check_cell (check, &where, cell, !eup_store_has_kept (check->store, table, row) ? NULL
                  : eup_store_kept (check->store, table, row, EUP_KEPT_PARTS (fields[i])));
    }
}

static void
check_table (EupCheck     *check,
             EupTableKind  table)
{
  guint32 n = eup_store_n_rows (check->store, table);
  guint8 fields[EUP_MAX_FIELDS];
  guint n_fields = find_fields (check, table, fields);

  for (guint32 row = 0; row < n; row++)
    {
      if (!eup_store_is_alive (check->store, table, row))
        continue;
      if (check->places == NULL || check->places->odd_ids)
        check_id (check, table, row);
      check_required (check, table, row);
      if (check->places == NULL && eup_store_has_kept (check->store, table, row))
        check_fields (check, table, row, NULL);
      else
        check_plain_row (check, table, row, fields, n_fields);
      if (table == EUP_TABLE_COMMISSIONER)
        check_country (check, row);
    }
}

static void
check_document (EupCheck *check)
{
  const char *at = eup_store_kept (check->store, EUP_KEPT_DOCUMENT, 0, EUP_KEPT_MEMBERS);
  g_auto (EupJsonMemberText) member = { 0 };

  while (check->places == NULL && eup_json_next_member (&at, &member))
    {
      const EupJsonSpan key = { member.key, strlen (member.key) };
      const char *nearest = eup_json_nearest_key (EUP_KEPT_DOCUMENT, key.data, key.length);
      g_autofree char *shown = eup_json_shorten (&key), *text = NULL;
      g_autoptr (GString) pointer = g_string_new (NULL);

      if (check->n_reported >= check->max)
        {
          check->n_dropped++;
          continue;
        }
      check->n_reported++;
      eup_json_append_step (pointer, key.data, key.length);
      text = nearest == NULL ? g_strdup_printf (EUP_JSON_UNKNOWN, shown) : g_strdup_printf (EUP_JSON_UNKNOWN_NEAR, shown, nearest);
      g_ptr_array_add (check->issues, eup_issue_new (EUP_SEVERITY_INFO, "unknown-member", text, check->source, 0, 0, pointer->str,
                                                     NULL));
    }
}

void
eup_check_run (EupCheck *check)
{
  check_document (check);
  for (guint table = 0; table < EUP_N_ENTITY_TABLES; table++)
    check_table (check, table);
  eup_check_relations (check);
  eup_check_statuses (check);
  if (check->n_dropped > 0)
    {
      g_autofree char *text = g_strdup_printf ("%u further problems are not listed", check->n_dropped);

      g_ptr_array_add (check->issues, eup_issue_new (EUP_SEVERITY_INFO, "more-issues", text, check->source, 0, 0, NULL, NULL));
    }
}

void
eup_check_store (EupStore        *store,
                 const char      *source_name,
                 const EupPlaces *places,
                 GPtrArray       *issues,
                 guint            max)
{
  EupCheck check = { .store = store, .source = source_name, .places = places, .issues = issues,
                     .max = max == 0 ? EUP_DEFAULT_MAX_ISSUES : max };

  eup_check_run (&check);
}
