/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <math.h>
#include <string.h>

#include "store/eup-pool.h"
#include "store/eup-schema.h"

G_BEGIN_DECLS

/* The store: one table for each type, one column for each field. It knows no GObjects, has no globals, and belongs
 * to one thread at a time. A row is only where cells lie: an entity is its number, which stands for its id. */

typedef guint32 EupNumber; /* 0: nothing. Numbers are given to ids in turn and never reused. */

#define EUP_NO_HOME G_MAXUINT32
#define EUP_NO_ROW G_MAXUINT32
#define EUP_MAX_ID_LENGTH 1024
#define EUP_KEPT_MEMBERS 255 /* instead of a field: the unknown members of an object */
#define EUP_KEPT_PARTS(field) ((field) | 64) /* instead of a field: the items of a list, or languages of a text, that its cell cannot hold */
#define EUP_KEPT_DOCUMENT 255 /* instead of a table: the unknown members of the document */

typedef struct
{
  void    *base;
  guint32  n;   /* cells; the rows after them hold 0 */
  guint32  cap;
  guint8   width;
  guint8   mapped; /* base belongs to a mapped file: copied before the first write */
} EupColumn;

typedef struct
{
  guint32    n_rows; /* with the removed ones */
  guint32    n_alive;
  guint32    cap;
  EupNumber *numbers; /* by row; NULL for values */
  EupColumn *columns; /* by field; NULL until a cell is written */
  guint64   *alive;   /* a bit a row; NULL while no row was removed */
  guint32   *prefix;  /* rows alive before each block of 512; NULL when it has to be counted again */
  guint64   *kept;    /* a bit a row: something is kept for it; NULL while nothing is */
  guint32    n_kept_rows; /* rows that the bitmap has room for */
  GArray    *free_rows;   /* of values that were given back; NULL while there are none */
} EupTable;

typedef struct
{
  EupRef  id;
  guint32 home; /* table << 28 | row, or EUP_NO_HOME */
} EupSymbol;

typedef enum
{
  EUP_EVENT_CELL,    /* a field of the entity: from its old cell to its new one */
  EUP_EVENT_ADDED,   /* the entity: new_cell is its row */
  EUP_EVENT_REMOVED, /* the entity: old_cell is its row */
  EUP_EVENT_RENAMED, /* the entity: from one string reference to another */
  EUP_EVENT_DERIVED  /* something that follows from others; field: EupDerivedChange */
} EupEventKind;

typedef struct
{
  EupNumber number;
  guint8    kind;
  guint8    field;
  guint8    table;
  guint32   old_cell;
  guint32   new_cell;
} EupEvent;

typedef struct _EupIndexes EupIndexes;

/* What follows from the cells (domain/eup-derived.h) is kept with the store, and told of every edit. */
typedef struct _EupStore EupStore;
typedef struct _EupDerived EupDerived;

typedef struct
{
  /* Before an edit that somebody may see the effects of, while nothing is derived yet. */
  void (*prepare) (EupStore    *store,
                   EupTableKind table,
                   int          field);
  /* A field below 0 is the whole entity, which came, went or has another id. */
  void (*edited) (EupStore     *store,
                  EupTableKind  table,
                  guint32       row,
                  EupNumber     number,
                  int           field,
                  guint32       old_cell);
  void (*free)   (EupDerived   *derived);
} EupStoreWatch;

struct _EupStore
{
  gatomicrefcount ref_count;
  EupTable       *tables[EUP_N_TABLES]; /* NULL until there is a row */

  EupPool         strings;
  EupPool         lists;

  EupSymbol      *symbols; /* by number; the first is never used */
  guint32         n_symbols;
  guint32         symbols_cap;
  guint64        *slots;   /* hash << 32 | number; NULL while there are few */
  guint32         n_slots;
  guint64         seed[2];

  const char     *language; /* BCP 47, interned: what the plain strings are in */
  guint32         title;    /* text cell */
  EupRef          base_uri;

  GHashTable     *interned; /* text -> itself in the pool, NULL until needed */
  GHashTable     *kept;     /* table, field, row -> EupRef of JSON text, NULL until needed */

  EupIndexes     *indexes;  /* NULL until the first is needed */
  EupDerived     *derived;  /* NULL until needed */
  const EupStoreWatch *watch; /* of the derived values; NULL: nobody asks for them */
  gboolean        is_observed; /* somebody may see what follows from an edit */
  guint32         as_of;    /* the day that is asked about, in days since 0001-01-01 */
  GArray         *events;   /* of EupEvent; NULL: edits are not recorded */
  guint64         generation; /* changes with every edit */
};

EupStore   *eup_store_new             (const char     *language);
EupStore   *eup_store_ref             (EupStore       *store);
void        eup_store_unref           (EupStore       *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupStore, eup_store_unref)

/* Ids (eup-symbols.c) */
gboolean    eup_id_is_valid           (const char     *id,
                                       gssize          length,
                                       const char    **problem);
EupNumber   eup_store_intern          (EupStore       *store,
                                       const char     *id,
                                       gsize           length);
guint32     eup_store_prepare         (const EupStore *store,
                                       const char     *id,
                                       gsize           length);
EupNumber   eup_store_intern_prepared (EupStore       *store,
                                       const char     *id,
                                       gsize           length,
                                       guint32         hash);
EupNumber   eup_store_find            (EupStore       *store,
                                       const char     *id,
                                       gsize           length);
void        eup_store_set_id          (EupStore       *store,
                                       EupNumber       number,
                                       const char     *id);
void        eup_store_seed            (EupStore       *store);
guint64     eup_store_hash            (const EupStore *store,
                                       const char     *data,
                                       gsize           length);

/* Rows (eup-table.c) */
guint32     eup_store_add_row         (EupStore       *store,
                                       EupTableKind    table,
                                       EupNumber       number);
void        eup_store_give_number     (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row,
                                       EupNumber       number);
guint32     eup_store_add_value       (EupStore       *store,
                                       EupTableKind    table);
void        eup_store_free_value      (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row);
void        eup_store_remove_row      (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row);
guint32     eup_store_row_at          (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         position);
guint32     eup_store_position_of     (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row);
void        eup_store_put             (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row,
                                       guint           field,
                                       guint32         cell);
void        eup_store_put_double      (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row,
                                       guint           field,
                                       double          value);

/* Strings, texts and lists (eup-cells.c) */
EupRef      eup_store_add_string      (EupStore       *store,
                                       const char     *string,
                                       gsize           length);
EupRef      eup_store_intern_string   (EupStore       *store,
                                       const char     *string,
                                       gsize           length);
EupRef      eup_store_find_interned   (const EupStore *store,
                                       const char     *string);
EupRef      eup_store_add_list        (EupStore       *store,
                                       const guint32  *items,
                                       guint           n);
guint32     eup_store_add_text        (EupStore       *store,
                                       guint           n,
                                       const char    **languages,
                                       const char    **strings);
guint32     eup_store_add_text_pairs  (EupStore       *store,
                                       guint           n,
                                       EupRef         *pairs);
guint32     eup_store_simplify_text     (const EupStore *store,
                                         guint32         cell);
/* A text cell with this bit is a list of languages and strings; without, a string in the store's language. */
#define EUP_TEXT_LIST (1u << 31)

guint       eup_store_text_size       (const EupStore *store,
                                       guint32         cell);
const char *eup_store_text_nth        (const EupStore *store,
                                       guint32         cell,
                                       guint           nth,
                                       const char    **language);
const char *eup_store_text_in         (const EupStore *store,
                                       guint32         cell,
                                       const char     *language);
const char *eup_store_text_best       (const EupStore *store,
                                       guint32         cell,
                                       const char * const *languages,
                                       const char    **language);
gboolean    eup_store_cell_equal      (const EupStore *a,
                                       guint32         cell_a,
                                       const EupStore *b,
                                       guint32         cell_b,
                                       const EupFieldSpec *spec);
guint32     eup_store_copy_value      (EupStore       *to,
                                       const EupStore *from,
                                       EupTableKind    table,
                                       guint32         row);
guint32     eup_store_copy_cell       (EupStore       *to,
                                       const EupStore *from,
                                       guint32         cell,
                                       const EupFieldSpec *spec);
void        eup_store_free_cell       (EupStore       *store,
                                       const EupFieldSpec *spec,
                                       guint32         cell);
void        eup_store_free_string     (EupStore       *store,
                                       EupRef          ref);

/* What was not understood, as compact JSON (eup-kept.c) */
void        eup_store_keep            (EupStore       *store,
                                       guint           table,
                                       guint32         row,
                                       guint           field,
                                       const char     *json,
                                       gsize           length);
const char *eup_store_kept            (const EupStore *store,
                                       guint           table,
                                       guint32         row,
                                       guint           field);
gboolean    eup_store_has_kept        (const EupStore *store,
                                       guint           table,
                                       guint32         row);
void        eup_store_drop_kept       (EupStore       *store,
                                       guint           table,
                                       guint32         row,
                                       guint           field);
void        eup_store_clear_kept      (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row,
                                       guint           field);
void        eup_store_drop_all_kept   (EupStore       *store,
                                       EupTableKind    table,
                                       guint32         row);
void        eup_store_copy_kept       (EupStore       *to,
                                       guint32         to_row,
                                       const EupStore *from,
                                       guint32         from_row,
                                       EupTableKind    table);
gboolean    eup_store_kept_equal      (const EupStore *a,
                                       guint32         row_a,
                                       const EupStore *b,
                                       guint32         row_b,
                                       EupTableKind    table);

/* A part of a list or text: the item, or the member with its key, as compact JSON. */
typedef struct
{
  guint       position; /* among all items as they are written; 0 in texts */
  const char *json;
  gsize       length;
} EupKeptPart;

void        eup_kept_add_part         (GString        *parts,
                                       guint           position,
                                       const char     *json,
                                       gsize           length);
gboolean    eup_kept_next_part        (const char    **parts,
                                       EupKeptPart    *part);
void        eup_store_replace_kept    (EupStore       *store,
                                       guint           table,
                                       guint32         row,
                                       guint           field,
                                       EupFieldKind    kind,
                                       guint32         cell);
guint      *eup_kept_item_places      (const char     *parts,
                                       guint           n_items);

/* Edits: cells, indexes, and an event for each (eup-edit.c) */
guint32     eup_store_create          (EupStore       *store,
                                       EupTableKind    table,
                                       EupNumber       number);
void        eup_store_remove          (EupStore       *store,
                                       EupNumber       number);
gboolean    eup_store_rename          (EupStore       *store,
                                       EupNumber       number,
                                       const char     *id);
gboolean    eup_store_set             (EupStore       *store,
                                       EupNumber       number,
                                       guint           field,
                                       guint32         cell);
guint32     eup_store_copy_row        (EupStore       *to,
                                       EupNumber       number,
                                       const EupStore *from,
                                       EupTableKind    table,
                                       guint32         row);
void        eup_store_set_language    (EupStore       *store,
                                       const char     *language);

/* Relations read from the other side (eup-index.c): the entities whose field holds that number, in no order. For
 * fields of a value table (a term's priorities) they are the entities that own the values. */
const EupNumber *eup_store_reverse    (EupStore       *store,
                                       EupTableKind    table,
                                       guint           field,
                                       EupNumber       key,
                                       guint          *n);
void        eup_indexes_free          (EupIndexes     *indexes);
gboolean    eup_indexes_find_owner    (EupTableKind    values,
                                       EupTableKind   *table,
                                       guint          *field);
void        eup_indexes_cell_changed  (EupStore       *store,
                                       EupTableKind    table,
                                       guint           field,
                                       EupNumber       number,
                                       guint32         old_cell,
                                       guint32         new_cell);

static inline const char *
eup_store_string (const EupStore *store,
                  EupRef          ref)
{
  return ref == 0 ? NULL : (const char *) eup_pool_get (&store->strings, ref);
}

/* Tells whether a string of a store is that text, which holds no NUL. Strings fill whole units, and one that is shorter
 * differs in the unit of its NUL, so that none is read beyond its end. */
static inline gboolean
eup_store_string_is (const char *string,
                     const char *text,
                     gsize       length)
{
  gsize i = 0;

  for (; i + 4 <= length; i += 4)
    {
      guint32 a, b;

      memcpy (&a, string + i, 4);
      memcpy (&b, text + i, 4);
      if (a != b)
        return FALSE;
    }
  for (; i < length; i++)
    if (string[i] != text[i])
      return FALSE;
  return string[length] == '\0';
}

static inline const guint32 *
eup_store_list (const EupStore *store,
                EupRef          ref,
                guint          *n)
{
  const guint32 *run;

  if (ref == 0)
    {
      *n = 0;
      return NULL;
    }
  run = (const guint32 *) eup_pool_get (&store->lists, ref);
  *n = run[0];
  return run + 1;
}

/* The string in the language whose tag that is, where the text is a list of languages; NULL if it is not in it. */
static inline const char *
eup_store_text_tagged (const EupStore *store,
                       guint32         cell,
                       EupRef          tag)
{
  const guint32 *run;
  guint n;

  if (!(cell & EUP_TEXT_LIST))
    return NULL;
  run = eup_store_list (store, cell & ~EUP_TEXT_LIST, &n);
  for (guint i = 0; i < n; i += 2)
    if (run[i] == tag)
      return eup_store_string (store, run[i + 1]);
  return NULL;
}

static inline const char *
eup_store_id (const EupStore *store,
              EupNumber       number)
{
  return number == 0 || number >= store->n_symbols ? NULL
         : (const char *) eup_pool_get (&store->strings, store->symbols[number].id);
}

/* Where the entity stands, if it is in the store at all. */
static inline gboolean
eup_store_home (const EupStore *store,
                EupNumber       number,
                EupTableKind   *table,
                guint32        *row)
{
  guint32 home;

  if (number == 0 || number >= store->n_symbols)
    return FALSE;
  home = store->symbols[number].home;
  if (home == EUP_NO_HOME)
    return FALSE;
  *table = (EupTableKind) (home >> 28);
  *row = home & 0x0fffffff;
  return TRUE;
}

/* The row of the entity in that table, or EUP_NO_ROW. */
static inline guint32
eup_store_row_in (const EupStore *store,
                  EupNumber       number,
                  EupTableKind    table)
{
  guint32 home;

  if (number == 0 || number >= store->n_symbols)
    return EUP_NO_ROW;
  home = store->symbols[number].home;
  return home != EUP_NO_HOME && home >> 28 == (guint32) table ? home & 0x0fffffff : EUP_NO_ROW;
}

/* The rows that are alive by their ids (eup-id-order.c); NULL if that is all rows as they stand. */
guint32    *eup_store_rows_by_id      (const EupStore *store,
                                       EupTableKind    table);

static inline guint32
eup_store_n_rows (const EupStore *store,
                  EupTableKind    table)
{
  return store->tables[table] == NULL ? 0 : store->tables[table]->n_rows;
}

static inline guint32
eup_store_n_alive (const EupStore *store,
                   EupTableKind    table)
{
  return store->tables[table] == NULL ? 0 : store->tables[table]->n_alive;
}

static inline gboolean
eup_store_is_alive (const EupStore *store,
                    EupTableKind    table,
                    guint32         row)
{
  const EupTable *t = store->tables[table];

  return t->alive == NULL || (t->alive[row / 64] >> (row % 64) & 1);
}

static inline EupNumber
eup_store_number_of (const EupStore *store,
                     EupTableKind    table,
                     guint32         row)
{
  return store->tables[table]->numbers[row];
}

static inline const EupColumn *
eup_store_column (const EupStore *store,
                  EupTableKind    table,
                  guint           field)
{
  const EupTable *t = store->tables[table];

  return t == NULL || t->columns == NULL ? NULL : &t->columns[field];
}

/* The cell of a field that is not a DOUBLE. */
static inline guint32
eup_store_get (const EupStore *store,
               EupTableKind    table,
               guint32         row,
               guint           field)
{
  const EupColumn *column = eup_store_column (store, table, field);

  if (column == NULL || row >= column->n)
    return 0;
  return column->width == 1 ? ((const guint8 *) column->base)[row] : ((const guint32 *) column->base)[row];
}

static inline double
eup_store_get_double (const EupStore *store,
                      EupTableKind    table,
                      guint32         row,
                      guint           field)
{
  const EupColumn *column = eup_store_column (store, table, field);

  return column == NULL || row >= column->n ? NAN : ((const double *) column->base)[row];
}

G_END_DECLS
