/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-enums.h>

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  EUP_TOKEN_END,
  EUP_TOKEN_OPEN,
  EUP_TOKEN_CLOSE,
  EUP_TOKEN_MINUS,
  EUP_TOKEN_NOT,
  EUP_TOKEN_OR,
  EUP_TOKEN_AND,
  EUP_TOKEN_WORD, /* bare or in quotes; without quotes and escapes in the lexer's buffer */
  EUP_TOKEN_FIELD /* its name; the operator and the values are asked for by the two functions below */
} EupTokenKind;

#define EUP_TOKEN_NO_STAR G_MAXSIZE

typedef struct
{
  EupTokenKind kind;
  gsize        offset; /* in the text, in bytes */
  gsize        end;
  gboolean     quoted;
  gboolean     prefix; /* an asterisk follows */
  gsize        star;   /* of an asterisk that stands where it means nothing; EUP_TOKEN_NO_STAR: there is none */
} EupToken;

typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  GString    *buffer;
} EupQueryLexer;

/* The text must be valid UTF-8. */
void     eup_query_lexer_init     (EupQueryLexer  *lexer,
                                   const char     *text,
                                   gsize           length);
void     eup_query_lexer_clear    (EupQueryLexer  *lexer);
gboolean eup_query_lexer_next     (EupQueryLexer  *lexer,
                                   EupToken       *token,
                                   GError        **error);
EupOperator eup_query_lexer_operator (EupQueryLexer *lexer);

/* A value of a field; it may be empty. */
gboolean eup_query_lexer_value    (EupQueryLexer  *lexer,
                                   EupToken       *token,
                                   GError        **error);

/* Whether a parenthesis opens right here. */
gboolean eup_query_lexer_opens    (const EupQueryLexer *lexer);

/* Whether another value follows. */
gboolean eup_query_lexer_comma    (EupQueryLexer  *lexer);

G_END_DECLS
