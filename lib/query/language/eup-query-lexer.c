/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/language/eup-query-lexer.h"

#include <string.h>

#include "query/language/eup-query-error.h"

static const char no_quote[] = "quotes stand around a whole value: \\\" is a quote, \\\\ a backslash";

void
eup_query_lexer_init (EupQueryLexer *lexer,
                      const char    *text,
                      gsize          length)
{
  lexer->text = text;
  lexer->length = length;
  lexer->at = 0;
  lexer->buffer = g_string_sized_new (64);
}

void
eup_query_lexer_clear (EupQueryLexer *lexer)
{
  g_string_free (lexer->buffer, TRUE);
}

static inline char
peek (const EupQueryLexer *lexer,
      gsize                ahead)
{
  gsize at = lexer->at + ahead;

  return at < lexer->length ? lexer->text[at] : '\0';
}

/* The bytes of the white space at that place, 0 if there is none. */
static inline gsize
space_at (const EupQueryLexer *lexer,
          gsize                at)
{
  const char *p = lexer->text + at;

  if (at >= lexer->length)
    return 0;
  if ((guint8) *p < 0x80)
    return g_ascii_isspace (*p) || *p == '\v' ? 1 : 0;
  return g_unichar_isspace (g_utf8_get_char (p)) ? (gsize) (g_utf8_next_char (p) - p) : 0;
}

static void
append_character (EupQueryLexer *lexer)
{
  const char *p = lexer->text + lexer->at;
  gsize n = (gsize) (g_utf8_next_char (p) - p);

  g_string_append_len (lexer->buffer, p, (gssize) n);
  lexer->at += n;
}

/* What is in quotes. Every character but the quote and the backslash stands for itself; after a backslash all do. */
static gboolean
read_quoted (EupQueryLexer *lexer,
             GError       **error)
{
  gsize start = lexer->at++;

  while (lexer->at < lexer->length)
    {
      char c = peek (lexer, 0);

      if (c == '"')
        {
          lexer->at++;
          return TRUE;
        }
      if (c == '\\')
        {
          lexer->at++;
          if (lexer->at >= lexer->length)
            break;
        }
      append_character (lexer);
    }
  eup_query_error_set (error, EUP_QUERY_ERROR_SYNTAX, lexer->text, lexer->length, "a closing quote", NULL, 0,
                       lexer->length - start > 1 ? no_quote : NULL);
  return FALSE;
}

/* "COM(2025)" is one word: a parenthesis that opens and closes within it belongs to it. Returns the bytes up to and with
 * the one that closes, or 0. */
static gsize
enclosed (const EupQueryLexer *lexer)
{
  gsize i = lexer->at + 1;

  for (; i < lexer->length; i++)
    {
      char c = lexer->text[i];

      if (c == ')')
        return i + 1 - lexer->at;
      if (c == '(' || c == '"' || c == '\\' || c == ',' || space_at (lexer, i) > 0)
        return 0;
    }
  return 0;
}

static gboolean
read_escape (EupQueryLexer *lexer,
             GError       **error)
{
  lexer->at++;
  if (lexer->at < lexer->length)
    {
      append_character (lexer);
      return TRUE;
    }
  eup_query_error_set (error, EUP_QUERY_ERROR_SYNTAX, lexer->text, lexer->at, "a character after \"\\\"", NULL, 0, NULL);
  return FALSE;
}

/* Whether an asterisk here is the mark of a beginning: the word has letters, and ends with it. */
static gboolean
is_prefix_mark (const EupQueryLexer *lexer,
                gsize                start)
{
  char next = peek (lexer, 1);

  return peek (lexer, 0) == '*' && lexer->at > start
         && (next == '\0' || next == ')' || next == ',' || space_at (lexer, lexer->at + 1) > 0);
}

static gboolean
can_be_a_name (const GString *name)
{
  for (gsize i = 0; i < name->len; i++)
    if (!g_ascii_isalpha (name->str[i]) && (i == 0 || (name->str[i] != '-' && name->str[i] != '_')))
      return FALSE;
  return name->len > 0;
}

/* What somebody means as a field who thinks of a part of it, or of a language: "lead.country:FI", "title@fr:x". */
static gboolean
is_meant_as_name (const GString *name)
{
  gboolean has_part = FALSE;

  for (gsize i = 0; i < name->len; i++)
    {
      char c = name->str[i];

      if (i > 0 && (c == '.' || c == '@'))
        has_part = TRUE;
      else if (!g_ascii_isalpha (c) && (i == 0 || (c != '-' && c != '_' && !(has_part && g_ascii_isdigit (c)))))
        return FALSE;
    }
  return has_part;
}

static void
find_keyword (EupQueryLexer *lexer,
              EupToken      *token)
{
  const char *word = lexer->buffer->str;

  if (strcmp (word, "OR") == 0)
    token->kind = EUP_TOKEN_OR;
  else if (strcmp (word, "AND") == 0)
    token->kind = EUP_TOKEN_AND;
  else if (strcmp (word, "NOT") == 0)
    token->kind = EUP_TOKEN_NOT;
}

/* How many bytes from here on stand for themselves wherever they are. */
static gsize
plain_bytes (const EupQueryLexer *lexer)
{
  gsize n = 0;

  for (; lexer->at + n < lexer->length; n++)
    {
      char c = lexer->text[lexer->at + n];

      if (!g_ascii_isalnum (c) && c != '-' && c != '_' && c != '.' && c != '/')
        break;
    }
  return n;
}

static gboolean
read_bare (EupQueryLexer *lexer,
           EupToken      *token,
           gboolean       is_value,
           GError       **error)
{
  gboolean escaped = FALSE;
  gsize n;

  token->kind = EUP_TOKEN_WORD;
  while (lexer->at < lexer->length && space_at (lexer, lexer->at) == 0)
    {
      char c = peek (lexer, 0);

      n = plain_bytes (lexer);
      if (n > 0)
        {
          g_string_append_len (lexer->buffer, lexer->text + lexer->at, (gssize) n);
          lexer->at += n;
          continue;
        }
      if (c == ')' || c == '"' || (is_value && c == ','))
        break;
      if (c == '\\')
        {
          escaped = TRUE;
          if (!read_escape (lexer, error))
            return FALSE;
        }
      else if (c == ':' && !is_value && !escaped && (can_be_a_name (lexer->buffer) || is_meant_as_name (lexer->buffer)))
        {
          token->kind = EUP_TOKEN_FIELD;
          token->end = lexer->at++;
          return TRUE;
        }
      else if (c == '(')
        {
          n = is_value && lexer->at == token->offset ? 0 : enclosed (lexer);
          if (n == 0)
            break;
          g_string_append_len (lexer->buffer, lexer->text + lexer->at, (gssize) n);
          lexer->at += n;
        }
      else if (is_prefix_mark (lexer, token->offset))
        {
          token->prefix = TRUE;
          token->end = lexer->at++;
          return TRUE;
        }
      else
        {
          if (c == '*' && token->star == EUP_TOKEN_NO_STAR)
            token->star = lexer->at;
          append_character (lexer);
        }
    }
  token->end = lexer->at;
  if (!is_value && !escaped)
    find_keyword (lexer, token);
  return TRUE;
}

static gboolean
read_text (EupQueryLexer *lexer,
           EupToken      *token,
           gboolean       is_value,
           GError       **error)
{
  g_string_truncate (lexer->buffer, 0);
  token->offset = lexer->at;
  token->prefix = FALSE;
  token->star = EUP_TOKEN_NO_STAR;
  token->quoted = peek (lexer, 0) == '"';
  if (!token->quoted)
    return read_bare (lexer, token, is_value, error);

  token->kind = EUP_TOKEN_WORD;
  if (!read_quoted (lexer, error))
    return FALSE;
  token->end = lexer->at;
  token->prefix = is_prefix_mark (lexer, token->offset);
  if (token->prefix)
    lexer->at++;
  return TRUE;
}

static gboolean
read_minus (EupQueryLexer *lexer,
            EupToken      *token,
            GError       **error)
{
  char next = peek (lexer, 1);

  token->kind = EUP_TOKEN_MINUS;
  lexer->at++;
  if (next != '\0' && next != ')' && space_at (lexer, lexer->at) == 0)
    return TRUE;
  eup_query_error_set (error, EUP_QUERY_ERROR_SYNTAX, lexer->text, lexer->at, "a condition right after \"-\"",
                       next == '\0' ? NULL : lexer->text + lexer->at, 1, "a hyphen among words stands in quotes");
  return FALSE;
}

gboolean
eup_query_lexer_next (EupQueryLexer *lexer,
                      EupToken      *token,
                      GError       **error)
{
  gsize n;
  gboolean ok = TRUE;

  while ((n = space_at (lexer, lexer->at)) > 0)
    lexer->at += n;
  token->offset = lexer->at;
  token->quoted = token->prefix = FALSE;
  token->star = EUP_TOKEN_NO_STAR;
  if (lexer->at >= lexer->length)
    token->kind = EUP_TOKEN_END;
  else if (peek (lexer, 0) == '(')
    {
      token->kind = EUP_TOKEN_OPEN;
      lexer->at++;
    }
  else if (peek (lexer, 0) == ')')
    {
      token->kind = EUP_TOKEN_CLOSE;
      lexer->at++;
    }
  else if (peek (lexer, 0) == '-')
    ok = read_minus (lexer, token, error);
  else
    return read_text (lexer, token, FALSE, error);
  token->end = lexer->at;
  return ok;
}

EupOperator
eup_query_lexer_operator (EupQueryLexer *lexer)
{
  char c = peek (lexer, 0);
  gboolean equal = peek (lexer, 1) == '=';

  if (c == '<' || c == '>')
    {
      lexer->at += equal ? 2 : 1;
      if (c == '<')
        return equal ? EUP_OPERATOR_AT_MOST : EUP_OPERATOR_LESS;
      return equal ? EUP_OPERATOR_AT_LEAST : EUP_OPERATOR_GREATER;
    }
  if (c == '~' || c == '=')
    lexer->at++;
  return c == '~' ? EUP_OPERATOR_CONTAINS : EUP_OPERATOR_IS;
}

gboolean
eup_query_lexer_value (EupQueryLexer *lexer,
                       EupToken      *token,
                       GError       **error)
{
  return read_text (lexer, token, TRUE, error);
}

gboolean
eup_query_lexer_opens (const EupQueryLexer *lexer)
{
  return peek (lexer, 0) == '(';
}

gboolean
eup_query_lexer_comma (EupQueryLexer *lexer)
{
  if (peek (lexer, 0) != ',')
    return FALSE;
  lexer->at++;
  return TRUE;
}
