/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "formats/json/eup-json-members.h"
#include "formats/json/eup-json-reader.h"
#include "values/eup-enum-names.h"

/* From what stands in the file to numbers: keys to fields, words to values of enumerations, ids to entities. */

static inline guint64
eight_bytes (const char *p)
{
  guint64 word;

  memcpy (&word, p, sizeof word);
  return word;
}

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

/* The first eight bytes of the word with the quote that ends it are compared at once. */
static EupJsonWord
make_word (const char *text)
{
  EupJsonWord word = { .text = text, .length = (guint8) strlen (text) };
  guchar head[8] = { 0 }, mask[8] = { 0 };

  for (guint i = 0; i < 8 && i <= word.length; i++)
    {
      head[i] = i < word.length ? (guchar) text[i] : '"';
      mask[i] = 0xff;
    }
  memcpy (&word.head, head, sizeof head);
  memcpy (&word.mask, mask, sizeof mask);
  return word;
}

/* Tells whether the text begins with the word and a quote; behind it stand enough bytes to look at. */
static inline gboolean
begins_with (const char        *text,
             const EupJsonWord *word)
{
  if ((eight_bytes (text) & word->mask) != word->head)
    return FALSE;
  return word->length < 8 || (memcmp (text + 8, word->text + 8, word->length - 8) == 0 && text[word->length] == '"');
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
  keys->keys[slot] = make_word (text);
  keys->table[at] = slot;
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

      vocabulary->words[i] = make_word (nick);
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
          int field = eup_json_beneath (child, table);

          r->beneath[child][table] = field < 0 ? EUP_JSON_SLOT_NONE : (guint8) field;
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

      if (begins_with (r->scan.cur + 1, word))
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

      if (known->length == word->length && known->text[0] == word->data[0]
          && memcmp (known->text, word->data, word->length) == 0)
        return i;
    }
  return -1;
}

/* Good enough to find an id that was just mentioned again; the store's own hash is the one that cannot be attacked. */
static inline guint32
hash_id (const char *id,
         gsize       length)
{
  guint64 hash = length;

  if (length >= 8)
    hash += eight_bytes (id) * 3 + eight_bytes (id + length / 2 - 4) * 5 + eight_bytes (id + length - 8);
  else
    for (gsize i = 0; i < length; i++)
      hash = hash * 31 + (guchar) id[i];
  return (guint32) (hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
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

/* Tells whether an id that is mentioned can be one. */
gboolean
eup_json_id_is_valid (EupJsonReader     *r,
                      const EupJsonSpan *id)
{
  if (G_LIKELY (is_plain_id (id->data, id->length)))
    return TRUE;
  if (!eup_id_is_valid (id->data, id->length, &r->problem))
    return FALSE;
  if (r->places != NULL)
    r->places->odd_ids = TRUE;
  return TRUE;
}

/* Those that refer to the rows of a table often do so in the order of these: the entity after the one that was found last. */
static EupNumber
guess_next (EupJsonReader     *r,
            const EupJsonSpan *id)
{
  EupTableKind table;
  EupNumber number;
  guint32 row;

  if (!eup_store_home (r->store, r->found, &table, &row) || row + 1 >= r->store->tables[table]->n_rows)
    return 0;
  number = eup_store_number_of (r->store, table, row + 1);
  return number != 0 && eup_store_string_is (eup_store_id (r->store, number), id->data, id->length) ? number : 0;
}

/* The number of an id that is mentioned, or 0 with a problem if it cannot be one. */
EupNumber
eup_json_number_of_id (EupJsonReader     *r,
                       const EupJsonSpan *id)
{
  guint32 hash = hash_id (id->data, id->length);
  EupJsonIdMemo *memo = &r->id_memos[hash % EUP_JSON_N_ID_MEMOS];
  EupNumber number;

  if (memo->number != 0 && memo->hash == hash
      && eup_store_string_is (eup_store_id (r->store, memo->number), id->data, id->length))
    return memo->number;

  number = guess_next (r, id);
  if (number == 0 && eup_json_id_is_valid (r, id))
    number = eup_store_intern (r->store, id->data, id->length);
  *memo = (EupJsonIdMemo) { hash, number };
  r->found = number;
  return number;
}
