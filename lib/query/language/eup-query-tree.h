/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <eupolicy/eup-enums.h>

#include "query/language/eup-query-fields.h"
#include "query/language/eup-query-properties.h"
#include "values/eup-date-cell.h"
#include "words/eup-words-phrase.h"

G_BEGIN_DECLS

/* What a query means, as a tree. Nodes are counted and never change; subtrees are shared. Whoever walks a tree may rely on
 * its normal form, which the constructors make:
 *
 *   ALL    everything. Stands alone or beneath a NOT ("nothing"), never in AND or OR
 *   AND    two or more children, none of them AND, no two the same
 *   OR     two or more children, none of them OR, no two the same
 *   NOT    one child, which is no NOT
 *   TERM   field, op (never IS_NOT, which is NOT and IS; HAS is the field HAS with IS) and one or more values, any of which
 *          is to fit, no two the same; the comparisons have one value. in:, is: and has: are terms too. Fields from LANG on never stand here
 *   WORDS  words of text
 *   MILESTONE  one milestone has to fit the one child, in which there are no WORDS and no MILESTONE */

#define EUP_QUERY_MAX_LENGTH 65536 /* bytes of a text */
#define EUP_QUERY_MAX_DEPTH 64     /* parentheses within parentheses */
#define EUP_QUERY_MAX_TERMS 4096   /* values and words of a query */
#define EUP_QUERY_MAX_VALUE 4096   /* bytes of a value */
#define EUP_QUERY_MAX_SORT 8
#define EUP_QUERY_MAX_INTEGER G_GINT64_CONSTANT (9999999999) /* and as much below 0 */
#define EUP_QUERY_NO_LEAST G_MININT64
#define EUP_QUERY_NO_GREATEST G_MAXINT64

typedef enum
{
  EUP_QUERY_ALL,
  EUP_QUERY_AND,
  EUP_QUERY_OR,
  EUP_QUERY_NOT,
  EUP_QUERY_TERM,
  EUP_QUERY_WORDS,
  EUP_QUERY_MILESTONE
} EupQueryNodeKind;

/* What is set depends on the kind of the field (EupQueryKind). */
typedef struct
{
  guint32      number;
  EupDateCell  low;      /* a date is both; a range may have one end open, which is 0 */
  EupDateCell  high;
  gint64       least;    /* an integer is both; EUP_QUERY_NO_LEAST and EUP_QUERY_NO_GREATEST are open ends */
  gint64       greatest;
  char        *string;
  char        *folded;
  char        *language;
  guint        column;   /* where it stood in the text; 0: in none */
} EupQueryValue;

typedef struct _EupQueryNode EupQueryNode;

/* What answering a condition needs, so that nobody has to walk the tree in vain. */
typedef enum
{
  EUP_QUERY_NEEDS_WORDS = 1 << 0,   /* the index of words */
  EUP_QUERY_NEEDS_TEXTS = 1 << 1,   /* texts: of phrases too */
  EUP_QUERY_NEEDS_NAMES = 1 << 2,   /* values that may be names of entities */
  EUP_QUERY_NEEDS_MERGING = 1 << 3  /* lists that eup_query_node_merged() changes */
} EupQueryNeeds;

struct _EupQueryNode
{
  int               ref_count;
  EupQueryNodeKind  kind;
  guint8            field;    /* TERM: EupQueryField */
  guint8            op;       /* TERM: EupOperator */
  guint8            depth;    /* of the parentheses that it is printed with */
  guint8            needs;     /* EupQueryNeeds */
  gboolean          is_ranked; /* it asks for words, which count for the rank */
  guint             digest;   /* the same for nodes that mean the same (eup-query-same.h) */
  guint             column;   /* TERM, WORDS: where it stood in the text, in characters from 1; 0: in none */
  guint             n_terms;  /* values and words in it */
  guint             n;        /* children or values */
  EupQueryNode    **children; /* AND, OR, NOT, MILESTONE; behind the node, as are the values */
  EupQueryValue    *values;   /* TERM */
  EupWordsPhrase     words;    /* WORDS */
};

EupQueryNode *eup_query_node_new_all   (void);

/* Takes the nodes (and the array not); none at all is ALL for AND, and NOT ALL for OR. */
EupQueryNode *eup_query_node_new_list  (EupQueryNodeKind   kind,
                                        EupQueryNode     **nodes,
                                        guint              n);
EupQueryNode *eup_query_node_new_not   (EupQueryNode      *node);

/* Takes what the values hold. */
EupQueryNode *eup_query_node_new_term  (EupQueryField      field,
                                        EupOperator        op,
                                        const EupQueryValue *values,
                                        guint              n);

/* Takes the node. What stands in it for a milestone of a milestone, which is that one itself, stands there without that. */
EupQueryNode *eup_query_node_new_milestone (EupQueryNode   *node);

/* Whether there are words in it, wherever. */
gboolean      eup_query_node_has_words (const EupQueryNode *node);

/* NULL if there is no word in the text. */
EupQueryNode *eup_query_node_new_words (const char        *text,
                                        gsize              length,
                                        gboolean           exact,
                                        gboolean           prefix);
EupQueryNode *eup_query_node_ref       (EupQueryNode      *node);
void          eup_query_node_unref     (EupQueryNode      *node);
void          eup_query_value_clear    (EupQueryValue     *value);

/* Whether it is one condition as it stands, which needs no parentheses around it. */
static inline gboolean
eup_query_node_is_enclosed (const EupQueryNode *node)
{
  return node->kind == EUP_QUERY_TERM || node->kind == EUP_QUERY_WORDS || node->kind == EUP_QUERY_MILESTONE;
}

/* Whether it stays within EUP_QUERY_MAX_DEPTH and EUP_QUERY_MAX_TERMS. */
gboolean      eup_query_node_is_bounded (const EupQueryNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupQueryNode, eup_query_node_unref)

typedef struct
{
  guint16  field; /* EupQueryField, EUP_QUERY_FIELD_RANK, or EUP_QUERY_FIELD_PROPERTY + the number of a property */
  gboolean descending;
} EupQuerySort;

/* A whole query: what is searched, and how to answer. Nothing of it changes once it is shared. */
typedef struct
{
  gatomicrefcount ref_count;
  EupQueryNode   *condition; /* never NULL */
  EupQuerySort    sort[EUP_QUERY_MAX_SORT];
  guint           n_sort;    /* 0: the default order */
  guint32         offset;
  guint32         limit;     /* G_MAXUINT32: none */
  EupDateCell     as_of;     /* 0: the day of the catalog */
  char          **languages; /* that words are searched in; NULL: in all */
} EupQuerySpec;

EupQuerySpec *eup_query_spec_new       (EupQueryNode       *condition);
EupQuerySpec *eup_query_spec_copy      (const EupQuerySpec *spec);
EupQuerySpec *eup_query_spec_ref       (EupQuerySpec       *spec);
void          eup_query_spec_unref     (EupQuerySpec       *spec);

/* Replaces the condition, and takes the new one. */
void          eup_query_spec_take      (EupQuerySpec       *spec,
                                        EupQueryNode       *condition);

/* Adds a key after the others, or gives a key that is there already its new direction. FALSE if there are too many. */
gboolean      eup_query_spec_add_sort  (EupQuerySpec       *spec,
                                        guint               field,
                                        gboolean            descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupQuerySpec, eup_query_spec_unref)

/* Text to tree (eup-query-parser.c) and back (eup-query-print.c). */
EupQuerySpec *eup_query_parse          (const char         *text,
                                        GError            **error);
char         *eup_query_print          (const EupQuerySpec *spec);
void          eup_query_print_node     (GString            *out,
                                        const EupQueryNode *node);

G_END_DECLS
