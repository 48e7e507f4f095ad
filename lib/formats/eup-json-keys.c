/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/eup-json-reader.h"
#include "values/eup-enum-names.h"

/* From what stands in the file to numbers: keys to fields, words to values of enumerations, ids to entities. */

static inline guint
hash_key (const char *key,
          gsize       length)
{
  if (length == 0)
    return 0;
  return (guint) (length * 7 + (guchar) key[0] * 31 + (guchar) key[length - 1] * 17 + (guchar) key[length / 2] * 5) & 127;
}

static int
find_key (const EupJsonKeys *keys,
          const char        *key,
          gsize              length)
{
  for (guint at = hash_key (key, length); keys->table[at] != EUP_JSON_SLOT_NONE; at = (at + 1) & 127)
    {
      const EupJsonWord *known = &keys->keys[keys->table[at]];

      if (known->length == length && memcmp (known->text, key, length) == 0)
        return keys->table[at];
    }
  return EUP_JSON_SLOT_UNKNOWN;
}

static void
add_key (EupJsonKeys *keys,
         const char  *text,
         guint        slot)
{
  gsize length = strlen (text);
  guint at = hash_key (text, length);

  g_assert (length < EUP_JSON_PADDING - 4);
  while (keys->table[at] != EUP_JSON_SLOT_NONE)
    at = (at + 1) & 127;
  keys->keys[slot] = (EupJsonWord) { text, (guint8) length };
  keys->table[at] = slot;
}

/* The field by which a child says that it stands beneath a parent. */
static guint8
find_beneath (EupTableKind child,
              EupTableKind parent)
{
  const EupTableSpec *spec = eup_schema_table (child);

  for (guint i = 0; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & EUP_FIELD_BENEATH)
        && (spec->fields[i].target == parent || spec->fields[i].target == EUP_TABLE_ANY))
      return i;
  return EUP_JSON_SLOT_NONE;
}

static void
add_vocabulary (EupJsonReader *r,
                EupTableKind   table,
                guint          field)
{
  const EupFieldSpec *spec = eup_schema_field (table, field);
  EupJsonVocabulary *vocabulary = g_new0 (EupJsonVocabulary, 1);
  GType type = spec->enum_type ();

  vocabulary->n_words = MIN (eup_enum_n_values (type), EUP_JSON_MAX_WORDS);
  for (guint i = 0; i < vocabulary->n_words; i++)
    {
      const char *nick = eup_enum_nick (type, i);

      vocabulary->words[i] = (EupJsonWord) { nick, (guint8) strlen (nick) };
    }
  r->vocabularies[table][field] = vocabulary;
}

void
eup_json_keys_init (EupJsonReader *r)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    {
      const EupTableSpec *spec = eup_schema_table (table);
      EupJsonKeys *keys = &r->keys[table];

      memset (keys->table, EUP_JSON_SLOT_NONE, sizeof keys->table);
      memset (keys->follow, EUP_JSON_SLOT_NONE, sizeof keys->follow);
      keys->begin = EUP_JSON_SLOT_NONE;
      for (guint i = 0; i < spec->n_fields; i++)
        {
          add_key (keys, spec->fields[i].key, i);
          if (spec->fields[i].kind == EUP_KIND_ENUM)
            add_vocabulary (r, table, i);
        }
      if (table >= EUP_N_ENTITY_TABLES)
        continue;

      add_key (keys, "id", EUP_JSON_SLOT_ID);
      add_key (keys, "type", EUP_JSON_SLOT_TYPE);
      for (guint child = 0; child < EUP_N_ENTITY_TABLES; child++)
        {
          const char *key = eup_schema_table (child)->key;

          r->beneath[child][table] = find_beneath (child, table);
          if (r->beneath[child][table] != EUP_JSON_SLOT_NONE && find_key (keys, key, strlen (key)) == EUP_JSON_SLOT_UNKNOWN)
            add_key (keys, key, EUP_JSON_SLOT_CHILDREN + child);
        }
    }
}

void
eup_json_keys_clear (EupJsonReader *r)
{
  for (guint table = 0; table < EUP_N_TABLES; table++)
    for (guint field = 0; field < EUP_MAX_FIELDS; field++)
      g_clear_pointer (&r->vocabularies[table][field], g_free);
}

/* Reads a key: the slot that it stands for, EUP_JSON_SLOT_UNKNOWN and the key itself, or -1 for an error. What came after
 * @previous in the object before this one is tried first. */
int
eup_json_read_key (EupJsonReader *r,
                   EupTableKind   table,
                   guint8         previous,
                   EupJsonSpan   *key)
{
  EupJsonKeys *keys = &r->keys[table];
  guint8 *guess = previous == EUP_JSON_SLOT_NONE ? &keys->begin : &keys->follow[previous];
  int slot;

  if (G_LIKELY (*guess != EUP_JSON_SLOT_NONE))
    {
      const EupJsonWord *word = &keys->keys[*guess];

      if (memcmp (r->scan.cur + 1, word->text, word->length) == 0 && r->scan.cur[word->length + 1] == '"')
        {
          r->scan.cur += word->length + 2;
          return *guess;
        }
    }

  if (!eup_json_string (&r->scan, key))
    return -1;
  slot = find_key (keys, key->data, key->length);
  if (slot != EUP_JSON_SLOT_UNKNOWN)
    *guess = slot;
  return slot;
}

/* The value of that nick, or -1. */
int
eup_json_find_word (EupJsonReader     *r,
                    EupTableKind       table,
                    guint              field,
                    const EupJsonSpan *word)
{
  const EupJsonVocabulary *vocabulary = r->vocabularies[table][field];

  for (guint i = 0; i < vocabulary->n_words; i++)
    {
      const EupJsonWord *known = &vocabulary->words[i];

      if (known->length == word->length && memcmp (known->text, word->data, word->length) == 0)
        return i;
    }
  return -1;
}

static inline guint64
eight_bytes (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);
  return word;
}

/* Good enough to find an id that was just mentioned again; the store's own hash is the one that cannot be attacked. */
static inline guint
hash_id (const char *id,
         gsize       length)
{
  guint64 hash = length;

  if (length >= 8)
    hash += eight_bytes (id) * 3 + eight_bytes (id + length / 2 - 4) * 5 + eight_bytes (id + length - 8);
  else
    for (gsize i = 0; i < length; i++)
      hash = hash * 31 + (guchar) id[i];
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (hash >> 32) % EUP_JSON_N_ID_MEMOS;
}

static inline gboolean
is_plain_id (const char *id,
             gsize       length)
{
  static const guint64 allowed[2] = {
    /* - . / 0-9 */
    G_GUINT64_CONSTANT (0x03ffe00000000000),
    /* A-Z _ a-z ~ */
    G_GUINT64_CONSTANT (0x47fffffe87fffffe),
  };

  if (length == 0 || length > EUP_MAX_ID_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) id[i];

      if (c >= 0x80 || !(allowed[c / 64] >> (c % 64) & 1))
        return FALSE;
    }
  return TRUE;
}

/* The number of an id that is mentioned, or 0 with a problem if it cannot be one. */
EupNumber
eup_json_number_of_id (EupJsonReader     *r,
                       const EupJsonSpan *id)
{
  EupNumber *memo = &r->id_memos[hash_id (id->data, id->length)];

  if (*memo != 0)
    {
      const char *known = eup_store_id (r->store, *memo);

      if (strncmp (known, id->data, id->length) == 0 && known[id->length] == '\0')
        return *memo;
    }
  if (!is_plain_id (id->data, id->length) && !eup_id_is_valid (id->data, id->length, &r->problem))
    return 0;
  return *memo = eup_store_intern (r->store, id->data, id->length);
}
