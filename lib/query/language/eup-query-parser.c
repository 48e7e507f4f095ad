/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include "query/language/eup-query-error.h"
#include "query/language/eup-query-lexer.h"
#include "query/language/eup-query-tree.h"
#include "query/language/eup-query-value.h"

/* query   = { option | branch } ; branch = { condition } ; branches stand between OR
 * The grammar is written down in docs/query-language.md. */

typedef struct
{
  EupQueryLexer  lexer;
  EupToken       token;
  int            field; /* of a token that is one; -1 for no known one */
  EupQuerySpec  *spec;
  guint          depth;
  gboolean       in_milestone; /* what is read is to fit one milestone */
  guint          n_terms;
  gsize          counted; /* bytes, in which there are so many characters */
  guint          n_counted;
  GError       **error;
} Parser;

static EupQueryNode *parse_alternatives (Parser *parser);

static gboolean
advance (Parser *parser)
{
  if (!eup_query_lexer_next (&parser->lexer, &parser->token, parser->error))
    return FALSE;
  if (parser->token.kind == EUP_TOKEN_FIELD)
    parser->field = eup_query_field_find (parser->lexer.buffer->str, parser->lexer.buffer->len);
  return TRUE;
}

static void
fail_at_token (Parser     *parser,
               const char *expected,
               const char *hint)
{
  const EupToken *token = &parser->token;
  const char *text = parser->lexer.text;

  eup_query_error_set (parser->error, EUP_QUERY_ERROR_SYNTAX, text, token->offset, expected,
                       token->kind == EUP_TOKEN_END ? NULL : text + token->offset,
                       (gssize) (token->end - token->offset), hint);
}

static void
fail_at_value (Parser                *parser,
               const EupToken        *value,
               const EupQueryProblem *problem)
{
  gsize offset = value->offset + (value->quoted && parser->lexer.buffer->len > 0 ? 1 : 0);

  eup_query_error_set_value (parser->error, problem, parser->lexer.text, offset, parser->lexer.buffer->str,
                             parser->lexer.buffer->len);
}

static gboolean
count_terms (Parser *parser,
             guint   n)
{
  parser->n_terms += n;
  if (parser->n_terms <= EUP_QUERY_MAX_TERMS)
    return TRUE;
  fail_at_token (parser, "no more than " G_STRINGIFY (EUP_QUERY_MAX_TERMS) " words and values", NULL);
  return FALSE;
}

/* Conditions are asked for in the order in which they stand. */
static guint
column_of (Parser         *parser,
           const EupToken *token)
{
  parser->n_counted += (guint) g_utf8_strlen (parser->lexer.text + parser->counted, (gssize) (token->offset - parser->counted));
  parser->counted = token->offset;
  return parser->n_counted + 1;
}

/* What other languages mean by these characters, words do not. */
static gboolean
check_words (Parser         *parser,
             const EupToken *token)
{
  const char *text = parser->lexer.text;
  gsize at = token->offset;
  const char *expected = "a word or a condition", *hint;

  if (!token->quoted && text[at] == '!')
    hint = "- before a condition negates it; characters as such stand in quotes";
  else if (!token->quoted && text[at] == '~')
    hint = "~ stands behind a field and its colon, as in title:~drone; characters as such stand in quotes";
  else if (token->star != EUP_TOKEN_NO_STAR)
    {
      at = token->star;
      hint = "an asterisk stands right behind the beginning of a word, as in strateg*";
    }
  else if (parser->in_milestone)
    {
      eup_query_error_set (parser->error, EUP_QUERY_ERROR_SYNTAX, text, at, "a condition with a field", text + at,
                           (gssize) (token->end - at), "words stand outside of milestone:( … ); title:~ finds parts of a title");
      return FALSE;
    }
  else
    return TRUE;
  eup_query_error_set (parser->error, EUP_QUERY_ERROR_SYNTAX, text, at, expected, text + at, 1, hint);
  return FALSE;
}

static EupQueryNode *
words_of (Parser         *parser,
          const EupToken *token)
{
  const GString *text = parser->lexer.buffer;
  const char *found = parser->lexer.text + token->offset;
  EupQueryNode *node;

  if (!check_words (parser, token))
    return NULL;
  node = eup_query_node_new_words (text->str, text->len, token->quoted, token->prefix);
  if (node != NULL)
    node->column = column_of (parser, token);
  else
    eup_query_error_set (parser->error, EUP_QUERY_ERROR_SYNTAX, parser->lexer.text, token->offset,
                         "a word with a letter or a digit", *found == '\0' ? NULL : found,
                         token->end > token->offset ? (gssize) (token->end - token->offset) : (gssize) (g_utf8_next_char (found) - found), NULL);
  return node;
}

/* "date>=2025" would find nothing, as words: a colon is missing. Who wants the words has quotes and backslashes. */
static gboolean
lacks_colon (Parser         *parser,
             const EupToken *token)
{
  const char *text = parser->lexer.text + token->offset;
  gsize length = token->end - token->offset, n = 0;

  while (n < length && (g_ascii_isalpha (text[n]) || text[n] == '-' || text[n] == '_'))
    n++;
  if (n == length || strchr ("<>=", text[n]) == NULL || eup_query_field_find (text, n) < 0)
    return FALSE;
  eup_query_error_set (parser->error, EUP_QUERY_ERROR_SYNTAX, parser->lexer.text, token->offset + n, "a colon after the field", text + n,
                       n + 1 < length && text[n + 1] == '=' ? 2 : 1, "as in date:>=2025; words with such characters stand in quotes");
  return TRUE;
}

/* What stands behind a field: values, or words of text. Most often it is one value. */
typedef struct
{
  EupQueryValue *items;
  guint          n;
  guint          cap;
  guint          column; /* of the condition */
  EupQueryValue  room[4];
  GPtrArray     *words; /* NULL until there is one */
} Values;

static void
values_take (Values              *values,
             const EupQueryValue *value)
{
  if (values->n == values->cap)
    {
      values->cap *= 2;
      if (values->items != values->room)
        values->items = g_renew (EupQueryValue, values->items, values->cap);
      else
        values->items = memcpy (g_new (EupQueryValue, values->cap), values->room, sizeof values->room);
    }
  values->items[values->n++] = *value;
}

static void
values_clear (Values *values)
{
  for (guint i = 0; i < values->n; i++)
    eup_query_value_clear (&values->items[i]);
  if (values->items != values->room)
    g_free (values->items);
  g_clear_pointer (&values->words, g_ptr_array_unref);
}

/* One value, as it was read, to one of the three: words, an option, or values of the term. */
static gboolean
take_value (Parser         *parser,
            EupQueryField   field,
            EupOperator     op,
            const EupToken *token,
            Values         *values)
{
  const GString *text = parser->lexer.buffer;
  EupQueryProblem problem = { 0 };
  EupQueryValue value;

  if (field == EUP_QUERY_FIELD_TEXT && op == EUP_OPERATOR_IS)
    {
      EupQueryNode *node = words_of (parser, token);

      if (node != NULL && values->words == NULL)
        values->words = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_query_node_unref);
      if (node != NULL)
        g_ptr_array_add (values->words, node);
      return node != NULL && count_terms (parser, node->n_terms);
    }
  if (token->prefix || token->star != EUP_TOKEN_NO_STAR)
    {
      eup_query_error_set (parser->error, EUP_QUERY_ERROR_SYNTAX, parser->lexer.text, MIN (token->star, token->end),
                           "the whole value", "*", 1, "only words can be left off; ~ finds parts of a text");
      return FALSE;
    }
  if (field >= EUP_QUERY_FIRST_OPTION)
    {
      if (eup_query_option_parse (parser->spec, field, text->str, text->len, &problem))
        return count_terms (parser, 1);
    }
  else if (eup_query_value_parse (field, op, text->str, text->len, &value, &problem))
    {
      value.column = values->n == 0 ? values->column : column_of (parser, token);
      values_take (values, &value);
      return count_terms (parser, 1);
    }
  else
    eup_query_value_clear (&value);
  fail_at_value (parser, token, &problem);
  return FALSE;
}

static gboolean
read_values (Parser        *parser,
             EupQueryField  field,
             EupOperator    op,
             Values        *values)
{
  EupToken token;
  guint n = 0;

  do
    {
      EupQueryProblem problem;

      if (!eup_query_lexer_value (&parser->lexer, &token, parser->error))
        return FALSE;
      if (!eup_query_check_use (field, op, ++n, &problem))
        {
          fail_at_value (parser, &token, &problem);
          return FALSE;
        }
      if (!take_value (parser, field, op, &token, values))
        return FALSE;
    }
  while (eup_query_lexer_comma (&parser->lexer));
  return TRUE;
}

static EupQueryNode *parse_group (Parser *parser);

/* milestone:( expression ), where its field has been read. */
static EupQueryNode *
parse_milestone (Parser *parser,
                 guint   column)
{
  gboolean was_in_milestone = parser->in_milestone;
  EupQueryNode *node;

  if (!eup_query_lexer_opens (&parser->lexer))
    {
      EupToken value;
      EupQueryProblem problem;

      if (!eup_query_lexer_value (&parser->lexer, &value, parser->error))
        return NULL;
      eup_query_check_use (EUP_QUERY_FIELD_MILESTONE, EUP_OPERATOR_IS, 1, &problem);
      fail_at_value (parser, &value, &problem);
      return NULL;
    }
  if (!count_terms (parser, 1) || !advance (parser))
    return NULL;
  parser->in_milestone = TRUE;
  node = parse_group (parser);
  parser->in_milestone = was_in_milestone;
  if (node == NULL)
    return NULL;
  node = eup_query_node_new_milestone (node);
  node->column = column;
  return node;
}

/* "sort:date desc" would look for the word. */
static gboolean
check_sort (Parser *parser)
{
  static const char * const directions[] = { "asc", "ascending", "desc", "descending" };
  const EupToken *token = &parser->token;

  if (token->kind != EUP_TOKEN_WORD || token->quoted)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    if (g_ascii_strcasecmp (parser->lexer.buffer->str, directions[i]) == 0)
      {
        fail_at_token (parser, "a condition or the end", "sort:-date is descending, sort:date ascending; the word stands in quotes");
        return FALSE;
      }
  return TRUE;
}

/* FIELD: operator values. An option gives ALL. */
static EupQueryNode *
parse_field (Parser  *parser,
             gboolean negated)
{
  const GString *name = parser->lexer.buffer;
  int field = parser->field;
  guint column = column_of (parser, &parser->token);
  EupOperator op;
  Values values;
  EupQueryNode *node = NULL;

  if (field < 0)
    {
      eup_query_error_set_field (parser->error, parser->lexer.text, parser->token.offset, name->str, name->len);
      return NULL;
    }
  if (field >= EUP_QUERY_FIRST_OPTION && (negated || parser->depth > 0))
    {
      fail_at_token (parser, "a condition", "options stand outside of parentheses, and without \"-\"");
      return NULL;
    }
  if (field == EUP_QUERY_FIELD_MILESTONE)
    return parse_milestone (parser, column);

  op = eup_query_lexer_operator (&parser->lexer);

  values.items = values.room;
  values.n = 0;
  values.cap = G_N_ELEMENTS (values.room);
  values.column = column;
  values.words = NULL;
  if (read_values (parser, field, op, &values))
    {
      if (values.words != NULL)
        {
          g_ptr_array_set_free_func (values.words, NULL);
          node = eup_query_node_new_list (EUP_QUERY_OR, (EupQueryNode **) values.words->pdata, values.words->len);
        }
      else if (values.n > 0)
        {
          node = eup_query_node_new_term (field, op, values.items, values.n);
          node->column = column;
          values.n = 0;
        }
      else
        node = eup_query_node_new_all ();
    }
  values_clear (&values);
  if (node != NULL && (!advance (parser) || (field == EUP_QUERY_FIELD_SORT && !check_sort (parser))))
    g_clear_pointer (&node, eup_query_node_unref);
  return node;
}

static EupQueryNode *
parse_group (Parser *parser)
{
  EupQueryNode *node;

  if (parser->depth == EUP_QUERY_MAX_DEPTH)
    {
      fail_at_token (parser, "no more than " G_STRINGIFY (EUP_QUERY_MAX_DEPTH) " parentheses within each other", NULL);
      return NULL;
    }
  if (!advance (parser))
    return NULL;
  parser->depth++;
  node = parse_alternatives (parser);
  parser->depth--;
  if (node == NULL)
    return NULL;
  if (parser->token.kind != EUP_TOKEN_CLOSE)
    {
      fail_at_token (parser, "a condition or \")\"", NULL);
      eup_query_node_unref (node);
      return NULL;
    }
  if (!advance (parser))
    g_clear_pointer (&node, eup_query_node_unref);
  return node;
}

static EupQueryNode *
parse_condition (Parser *parser)
{
  gboolean negated = FALSE;
  gboolean after_not = FALSE;
  EupQueryNode *node;

  while (parser->token.kind == EUP_TOKEN_MINUS || parser->token.kind == EUP_TOKEN_NOT)
    {
      negated = !negated;
      after_not = TRUE;
      if (!advance (parser))
        return NULL;
    }

  if (parser->token.kind == EUP_TOKEN_OPEN)
    node = parse_group (parser);
  else if (parser->token.kind == EUP_TOKEN_FIELD)
    node = parse_field (parser, after_not);
  else if (parser->token.kind == EUP_TOKEN_WORD)
    {
      EupToken token = parser->token;

      if (lacks_colon (parser, &token))
        return NULL;
      node = words_of (parser, &token);
      if (node != NULL && (!count_terms (parser, node->n_terms) || !advance (parser)))
        g_clear_pointer (&node, eup_query_node_unref);
    }
  else
    {
      fail_at_token (parser, "a condition", parser->token.kind == EUP_TOKEN_END ? NULL : "OR, AND and NOT as words stand in quotes");
      return NULL;
    }
  return node != NULL && negated ? eup_query_node_new_not (node) : node;
}

static gboolean
ends_branch (const Parser *parser)
{
  return parser->token.kind == EUP_TOKEN_END || parser->token.kind == EUP_TOKEN_CLOSE || parser->token.kind == EUP_TOKEN_OR;
}

/* The conditions up to an OR or the end of the group. */
static EupQueryNode *
parse_branch (Parser   *parser,
              gboolean *is_empty)
{
  g_autoptr (GPtrArray) nodes = NULL;
  gboolean ok = TRUE;

  *is_empty = TRUE;
  while (ok && !ends_branch (parser))
    {
      gboolean is_option = parser->token.kind == EUP_TOKEN_FIELD && parser->field >= (int) EUP_QUERY_FIRST_OPTION;
      EupQueryNode *node = parse_condition (parser);

      ok = node != NULL;
      if (!ok)
        break;
      *is_empty = *is_empty && is_option;
      if (nodes == NULL && ends_branch (parser))
        return node;
      if (nodes == NULL)
        nodes = g_ptr_array_new_full (8, (GDestroyNotify) eup_query_node_unref);
      g_ptr_array_add (nodes, node);
      if (parser->token.kind == EUP_TOKEN_AND)
        {
          ok = advance (parser);
          if (ok && ends_branch (parser))
            {
              fail_at_token (parser, "a condition after AND", NULL);
              ok = FALSE;
            }
        }
    }
  if (!ok)
    return NULL;
  if (nodes == NULL)
    return eup_query_node_new_all ();
  g_ptr_array_set_free_func (nodes, NULL);
  return eup_query_node_new_list (EUP_QUERY_AND, (EupQueryNode **) nodes->pdata, nodes->len);
}

static EupQueryNode *
parse_alternatives (Parser *parser)
{
  GPtrArray *branches;
  EupQueryNode *node = NULL;
  gboolean ok = TRUE, is_empty;
  EupQueryNode *branch = parse_branch (parser, &is_empty);

  if (branch == NULL || parser->token.kind != EUP_TOKEN_OR)
    return branch;

  branches = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_query_node_unref);
  for (;; branch = parse_branch (parser, &is_empty))
    {
      gboolean more = parser->token.kind == EUP_TOKEN_OR;

      ok = branch != NULL;
      if (!ok)
        break;
      g_ptr_array_add (branches, branch);
      if (is_empty && (more || branches->len > 1))
        {
          fail_at_token (parser, more ? "a condition before OR" : "a condition after OR", NULL);
          ok = FALSE;
        }
      else if (more)
        ok = advance (parser);
      if (!ok || !more)
        break;
    }
  if (ok)
    {
      g_ptr_array_set_free_func (branches, NULL);
      node = eup_query_node_new_list (EUP_QUERY_OR, (EupQueryNode **) branches->pdata, branches->len);
    }
  g_ptr_array_unref (branches);
  return node;
}

static gboolean
check_text (const char  *text,
            gsize        length,
            GError     **error)
{
  const char *end;

  if (length > EUP_QUERY_MAX_LENGTH)
    {
      g_set_error (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_SYNTAX, "expected at most %d bytes, found %zu",
                   EUP_QUERY_MAX_LENGTH, length);
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize) length, &end))
    {
      g_set_error (error, EUP_QUERY_ERROR, EUP_QUERY_ERROR_SYNTAX, "column %ld: expected UTF-8, found the byte 0x%02x",
                   g_utf8_strlen (text, end - text) + 1, (guint8) *end);
      return FALSE;
    }
  return TRUE;
}

EupQuerySpec *
eup_query_parse (const char  *text,
                 GError     **error)
{
  gsize length = strlen (text);
  g_autoptr (EupQuerySpec) spec = NULL;
  Parser parser = { .error = error };
  EupQueryNode *node = NULL;

  if (!check_text (text, length, error))
    return NULL;

  spec = eup_query_spec_new (NULL);
  parser.spec = spec;
  eup_query_lexer_init (&parser.lexer, text, length);
  if (advance (&parser))
    node = parse_alternatives (&parser);
  if (node != NULL)
    {
      eup_query_spec_take (spec, node);
      if (parser.token.kind != EUP_TOKEN_END)
        {
          fail_at_token (&parser, "a condition or the end", "a \")\" as a character stands in quotes");
          node = NULL;
        }
      else if (!eup_query_node_is_bounded (node))
        {
          fail_at_token (&parser, "less nesting", NULL);
          node = NULL;
        }
    }
  eup_query_lexer_clear (&parser.lexer);
  return node == NULL ? NULL : g_steal_pointer (&spec);
}
