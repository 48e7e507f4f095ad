// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "json-test.h"

#include <string.h>

namespace
{

struct Bad
{
  const char *name;
  std::string text;
  EupParseError code;
  guint line;
  guint column;
  const char *what;
};

const std::string nul ("\0", 1);

const std::vector<Bad> bad = {
  { "empty", "", EUP_PARSE_ERROR_SYNTAX, 1, 1, "nothing here" },
  { "white space only", " \n ", EUP_PARSE_ERROR_SYNTAX, 2, 2, "nothing here" },
  { "no JSON", "hello", EUP_PARSE_ERROR_SYNTAX, 1, 1, "“h” stands where a value" },
  { "leading zero", "[01]", EUP_PARSE_ERROR_SYNTAX, 1, 2, "cannot begin with 0" },
  { "leading zero in a figure", document ("\n\"x\":[01]"), EUP_PARSE_ERROR_SYNTAX, 2, 6, "at /x/0" },
  { "array", "[]", EUP_PARSE_ERROR_WRONG_TYPE, 1, 1, "has to be an object" },
  { "no format", "{}", EUP_PARSE_ERROR_BAD_VALUE, 1, 1, "“format” is missing" },
  { "another format", "{\"format\":\"geojson\"}", EUP_PARSE_ERROR_BAD_VALUE, 1, 11, "geojson" },
  { "format of a wrong type", "{\"format\":1}", EUP_PARSE_ERROR_WRONG_TYPE, 1, 11, "/format" },
  { "new version", "{\"version\":2}", EUP_PARSE_ERROR_UNSUPPORTED, 1, 12, "version 2 " },
  { "new version after all", "{\"format\":\"eupolicy\",\"topics\":[{\"id\":\"a\"}],\"version\":17}",
    EUP_PARSE_ERROR_UNSUPPORTED, 1, 54, "version 17 " },
  { "huge version", "{\"version\":99999999999999999999999}", EUP_PARSE_ERROR_UNSUPPORTED, 1, 12, "version 999" },
  { "version in a string", "{\"version\":\"1\"}", EUP_PARSE_ERROR_WRONG_TYPE, 1, 12, "whole number" },
  { "version nought", "{\"version\":0}", EUP_PARSE_ERROR_BAD_VALUE, 1, 12, "begin with 1" },
  { "trailing content", document ("") + "\n x", EUP_PARSE_ERROR_SYNTAX, 2, 2, "follows" },
  { "second document", document ("") + document (""), EUP_PARSE_ERROR_SYNTAX, 1, 34, "follows" },
  { "trailing comma", document ("\"a\":1,"), EUP_PARSE_ERROR_SYNTAX, 1, 40, "“}” stands where the key" },
  { "comma in an array", document ("\"a\":[1,]"), EUP_PARSE_ERROR_SYNTAX, 1, 41, "“]” stands where an item" },
  { "missing comma", document ("\"a\":[1 2]"), EUP_PARSE_ERROR_SYNTAX, 1, 41, "“2” stands where “,” or “]”" },
  { "missing colon", document ("\"a\" 1"), EUP_PARSE_ERROR_SYNTAX, 1, 38, "where “:” should be" },
  { "single quotes", document ("'a':1"), EUP_PARSE_ERROR_SYNTAX, 1, 34, "“'” stands" },
  { "NaN", document ("\"a\":NaN"), EUP_PARSE_ERROR_SYNTAX, 1, 38, "“N” stands where a value" },
  { "half a literal", document ("\"a\":tru"), EUP_PARSE_ERROR_SYNTAX, 1, 38, "a value" },
  { "longer literal", document ("\"a\":nullx"), EUP_PARSE_ERROR_SYNTAX, 1, 42, "“x” stands" },
  { "number without digits", document ("\"a\":-"), EUP_PARSE_ERROR_SYNTAX, 1, 39, "digit is missing" },
  { "number ends in a point", document ("\"a\":1."), EUP_PARSE_ERROR_SYNTAX, 1, 40, "after the decimal point" },
  { "number without exponent", document ("\"a\":1e+"), EUP_PARSE_ERROR_SYNTAX, 1, 41, "exponent" },
  { "two points", document ("\"a\":1.2.3"), EUP_PARSE_ERROR_SYNTAX, 1, 41, "does not belong" },
  { "plus", document ("\"a\":+1"), EUP_PARSE_ERROR_SYNTAX, 1, 38, "“+” stands" },
  { "control character", document ("\"a\":\"x\x01\""), EUP_PARSE_ERROR_SYNTAX, 1, 40, "control character 0x01" },
  { "line break in a string", document ("\"a\":\"x\ny\""), EUP_PARSE_ERROR_SYNTAX, 1, 40, "end of the line" },
  { "NUL in a string", document ("\"a\":\"x" + nul + "y\""), EUP_PARSE_ERROR_SYNTAX, 1, 40, "control character 0x00" },
  { "NUL between tokens", document ("\"a\":" + nul + "1"), EUP_PARSE_ERROR_SYNTAX, 1, 38, "byte 0x00" },
  { "escaped NUL", document ("\"a\":\"x\\u0000\""), EUP_PARSE_ERROR_BAD_VALUE, 1, 40, "cannot hold a NUL" },
  { "bad escape", document ("\"a\":\"x\\q\""), EUP_PARSE_ERROR_SYNTAX, 1, 40, "no such escape" },
  { "bad hexadecimal", document ("\"a\":\"\\u12g4\""), EUP_PARSE_ERROR_SYNTAX, 1, 39, "hexadecimal" },
  { "lone high surrogate", document ("\"a\":\"\\ud83dx\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "\\ud83d is half" },
  { "lone low surrogate", document ("\"a\":\"\\ude00\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "\\ude00 is half" },
  { "two high surrogates", document ("\"a\":\"\\ud83d\\ud83d\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "half" },
  { "surrogate in UTF-8", document ("\"a\":\"\xed\xa0\x80\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "0xED" },
  { "overlong", document ("\"a\":\"\xc0\xaf\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "0xC0" },
  { "overlong of three", document ("\"a\":\"\xe0\x80\xaf\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "0xE0" },
  { "beyond Unicode", document ("\"a\":\"\xf4\x90\x80\x80\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "0xF4" },
  { "cut sequence", document ("\"a\":\"\xe2\x82\""), EUP_PARSE_ERROR_ENCODING, 1, 39, "0xE2" },
  { "Latin 1", document ("\"title\":\"\xe9t\xe9\""), EUP_PARSE_ERROR_ENCODING, 1, 43, "/title" },
  { "invalid byte between tokens", document ("\xff"), EUP_PARSE_ERROR_ENCODING, 1, 34, "0xFF" },
  { "UTF-16", std::string ("\xff\xfe{\0", 4), EUP_PARSE_ERROR_ENCODING, 1, 1, "UTF-16" },
  { "duplicate header", "{\"format\":\"eupolicy\",\"format\":\"eupolicy\"}", EUP_PARSE_ERROR_DUPLICATE_KEY, 1, 22, "“format”" },
  { "duplicate array", document ("\"topics\":[],\n \"topics\":[]"), EUP_PARSE_ERROR_DUPLICATE_KEY, 2, 2, "/topics" },
  { "duplicate member", document ("\"topics\":[{\"id\":\"a\",\n\"title\":\"x\",\"title\":\"y\"}]"),
    EUP_PARSE_ERROR_DUPLICATE_KEY, 2, 13, "/topics/0/title" },
  { "duplicate id member", document ("\"topics\":[{\"id\":\"a\",\"id\":\"a\"}]"), EUP_PARSE_ERROR_DUPLICATE_KEY, 1, 54, "/topics/0/id" },
  { "duplicate unknown member", document ("\"topics\":[{\"x\":1,\"id\":\"a\",\"x\":1}]"), EUP_PARSE_ERROR_DUPLICATE_KEY,
    1, 60, "/topics/0/x" },
  { "duplicate by escape", document ("\"x\":{\"ab\":1,\"\\u0061b\":2}"), EUP_PARSE_ERROR_DUPLICATE_KEY, 1, 46, "/x/ab" },
  { "duplicate language", document ("\"title\":{\"en\":\"a\",\"en\":\"b\"}"), EUP_PARSE_ERROR_DUPLICATE_KEY, 1, 52, "/title/en" },
  { "duplicate member of a figure", document ("\"topics\":[{\"id\":\"a\",\"figures\":[{\"value\":1,\"value\":2}]}]"),
    EUP_PARSE_ERROR_DUPLICATE_KEY, 1, 76, "/topics/0/figures/0/value" },
  { "two entities of one id", document ("\"topics\":[\n{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"a\"}]"),
    EUP_PARSE_ERROR_DUPLICATE_KEY, 4, 7, "stands at test.json:2:1" },
  { "two entities of one id, of two types", document ("\"mandates\":[\n{\"id\":\"a\"}],\"topics\":[\n{\"id\":\"a\"}]"),
    EUP_PARSE_ERROR_DUPLICATE_KEY, 3, 7, "stands at test.json:2:1" },
  { "an entity with the id of its parent", document ("\"initiatives\":[\n{\"id\":\"a\",\n\"milestones\":[{\"id\":\"a\"}]}]"),
    EUP_PARSE_ERROR_DUPLICATE_KEY, 3, 21, "stands at test.json:2:1" },
  { "no id", document ("\"topics\":[\n {\"title\":\"a\"}]"), EUP_PARSE_ERROR_BAD_VALUE, 2, 2, "this topic has no id, at /topics/0" },
  { "null id", document ("\"topics\":[{\"id\":null}]"), EUP_PARSE_ERROR_BAD_VALUE, 1, 44, "no id" },
  { "number as id", document ("\"topics\":[{\"id\":17}]"), EUP_PARSE_ERROR_WRONG_TYPE, 1, 50, "an id has to be a string" },
  { "empty id", document ("\"topics\":[{\"id\":\"\"}]"), EUP_PARSE_ERROR_BAD_VALUE, 1, 50, "cannot be empty" },
  { "bad id", document ("\"topics\":[{\"id\":\"a b\"}]"), EUP_PARSE_ERROR_BAD_VALUE, 1, 50, "letters, digits" },
  { "long id", document ("\"topics\":[{\"id\":\"" + std::string (10000, 'a') + "\"}]"), EUP_PARSE_ERROR_TOO_LARGE, 1, 50,
    "longer than 1024" },
  { "entity that is none", document ("\"topics\":[\"a\"]"), EUP_PARSE_ERROR_WRONG_TYPE, 1, 44, "/topics/0" },
  { "array that is none", document ("\"topics\":{}"), EUP_PARSE_ERROR_WRONG_TYPE, 1, 43, "array of objects" },
  { "entity of another type", document ("\"topics\":[{\"id\":\"a\",\"type\":\"mandate\"}]"), EUP_PARSE_ERROR_WRONG_TYPE, 1, 61,
    "“topic”" },
};

TEST (JsonBad, FailsWithCodeAndPlace)
{
  for (const Bad &b : bad)
    {
      SCOPED_TRACE (b.name);
      Loaded loaded = load (b.text);
      std::string place = "test.json:" + std::to_string (b.line) + ":" + std::to_string (b.column) + ": ";

      ASSERT_NE (loaded.error, nullptr);
      EXPECT_EQ (loaded.error->domain, EUP_PARSE_ERROR);
      EXPECT_EQ (loaded.error->code, b.code) << loaded.error->message;
      EXPECT_EQ (std::string (loaded.error->message).substr (0, place.size ()), place) << loaded.error->message;
      EXPECT_NE (strstr (loaded.error->message, b.what), nullptr) << loaded.error->message;
      EXPECT_TRUE (g_utf8_validate (loaded.error->message, -1, nullptr));

      // The same stands as the last of the issues.
      ASSERT_GT (loaded.issues->len, 0u);
      EupIssue *last = loaded.issue (loaded.issues->len - 1);
      EXPECT_EQ (eup_issue_get_severity (last), EUP_SEVERITY_ERROR);
      EXPECT_EQ (eup_issue_get_line (last), b.line);
      EXPECT_EQ (eup_issue_get_column (last), b.column);
      EXPECT_STREQ (eup_issue_get_source (last), "test.json");
    }
}

TEST (JsonBad, FailsAlikeWhateverTheWindow)
{
  for (const Bad &b : bad)
    {
      SCOPED_TRACE (b.name);
      Loaded whole = load (b.text);

      for (gsize window : { 1, 2, 3, 5, 7, 16, 17, 64 })
        {
          Loaded parts = load (b.text, false, window);

          ASSERT_NE (parts.error, nullptr);
          EXPECT_STREQ (parts.error->message, whole.error->message) << "window " << window;
          EXPECT_EQ (parts.summary (), whole.summary ());
        }
    }
}

TEST (JsonBad, RefusesDeepNesting)
{
  for (const char *brackets : { "[", "{\"a\":" })
    {
      std::string text;

      for (int i = 0; i < 100000; i++)
        text += brackets;
      Loaded bare = load (text);
      Loaded inside = load (document ("\"x\":" + text));
      Loaded in_entity = load (document ("\"topics\":[{\"id\":\"a\",\"figures\":" + text));

      for (const Loaded *loaded : { &bare, &inside, &in_entity })
        {
          ASSERT_NE (loaded->error, nullptr);
          EXPECT_EQ (loaded->error->code, EUP_PARSE_ERROR_TOO_DEEP) << loaded->error->message;
        }
    }
  // 64 is the most: the document, and 63 in it.
  EXPECT_EQ (load (document ("\"x\":" + std::string (63, '[') + std::string (63, ']'))).error, nullptr);
  EXPECT_EQ (load (document ("\"x\":" + std::string (64, '[') + std::string (64, ']'))).error->code, EUP_PARSE_ERROR_TOO_DEEP);
}

TEST (JsonBad, RefusesDeepNestingOfChildren)
{
  std::string text;

  for (int i = 0; i < 100; i++)
    text += "{\"id\":\"i" + std::to_string (i) + "\",\"initiatives\":[";
  Loaded loaded = load (document ("\"initiatives\":[" + text));
  ASSERT_NE (loaded.error, nullptr);
  EXPECT_EQ (loaded.error->code, EUP_PARSE_ERROR_TOO_DEEP);
}

TEST (JsonBad, RefusesEachBeginningOfADocument)
{
  const std::string text = document ("\"title\":{\"en\":\"\xc3\xa9\\ud83d\\ude00\"},\"topics\":[{\"id\":\"a\",\"x\":[1.5e3,true,null]}],"
                                     "\"milestones\":[{\"id\":\"m\",\"date\":\"2025\",\"figures\":[{\"value\":-1}]}]");

  ASSERT_EQ (load (text).error, nullptr);
  for (gsize n = 0; n < text.size (); n++)
    for (gsize window : { 0, 1, 16 })
      {
        Loaded loaded = load (text.substr (0, n), false, window);

        ASSERT_NE (loaded.error, nullptr) << n;
        EXPECT_TRUE (loaded.error->code == EUP_PARSE_ERROR_SYNTAX || loaded.error->code == EUP_PARSE_ERROR_ENCODING)
          << n << ": " << loaded.error->message;
      }
}

/* A stream that says a text, then one character for ever. */
struct EndlessStream
{
  GInputStream parent;
  const char *head;
  goffset given;
};

struct EndlessStreamClass
{
  GInputStreamClass parent;
};

G_DEFINE_TYPE (EndlessStream, endless_stream, G_TYPE_INPUT_STREAM)

static gssize
endless_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *, GError **)
{
  EndlessStream *self = reinterpret_cast<EndlessStream *> (stream);

  if (*self->head != '\0')
    {
      *static_cast<char *> (buffer) = *self->head++;
      return 1;
    }
  if (self->given > goffset (1) << 30)
    return 0;
  memset (buffer, 'x', count);
  self->given += count;
  return count;
}

static void
endless_stream_class_init (EndlessStreamClass *klass)
{
  reinterpret_cast<GInputStreamClass *> (klass)->read_fn = endless_stream_read;
}

static void
endless_stream_init (EndlessStream *)
{
}

TEST (JsonBad, RefusesAStringWithoutEnd)
{
  for (const char *head : { "\"", "{\"format\":\"eupolicy\",\"x\":\"", "{\"format\":\"eupolicy\",\"title\":\"", "{\"",
                            "{\"topics\":[{\"title\":\"\\n", "{\"format\":\"eupolicy\",\"topics\":[{\"topics\":[\"a\",\"" })
    {
      SCOPED_TRACE (head);
      EndlessStream *stream = static_cast<EndlessStream *> (g_object_new (endless_stream_get_type (), nullptr));
      g_autoptr (GError) error = nullptr;

      stream->head = head;
      EXPECT_EQ (eup_format_read_stream (EUP_FORMAT_JSON, G_INPUT_STREAM (stream), -1, nullptr, nullptr, &error), nullptr);
      ASSERT_NE (error, nullptr);
      EXPECT_EQ (error->code, EUP_PARSE_ERROR_TOO_LARGE) << error->message;
      EXPECT_NE (strstr (error->message, "64 MiB"), nullptr);
      // A few windows more than the limit were read, and no more.
      EXPECT_LT (stream->given, goffset (70) << 20);
      g_object_unref (stream);
    }
}

TEST (JsonBad, PassesErrorsOfTheStreamOn)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("{}", 2, nullptr);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = nullptr;
  EupReadOptions options = {};

  g_cancellable_cancel (cancellable);
  options.cancellable = cancellable;
  EXPECT_EQ (eup_format_read_stream (EUP_FORMAT_JSON, stream, 2, &options, issues, &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  EXPECT_EQ (issues->len, 0u);
}

TEST (JsonBad, TellsWhatThisBuildCannotRead)
{
  g_autoptr (GError) error = nullptr;

  EXPECT_EQ (eup_format_read_bytes (EUP_FORMAT_ATOM, "", 0, nullptr, nullptr, &error), nullptr);
  EXPECT_TRUE (g_error_matches (error, EUP_PARSE_ERROR, EUP_PARSE_ERROR_UNSUPPORTED));
  EXPECT_FALSE (eup_format_can_read (EUP_FORMAT_ATOM));
  EXPECT_FALSE (eup_format_can_read (static_cast<EupFormat> (99)));
  EXPECT_TRUE (eup_format_can_read (EUP_FORMAT_AUTO));
  EXPECT_TRUE (eup_format_can_read (EUP_FORMAT_JSON));
  EXPECT_TRUE (eup_format_can_write (EUP_FORMAT_JSON_LINES));
}

TEST (JsonBad, BadLines)
{
  const struct
  {
    std::string text;
    EupParseError code;
    const char *place;
  } lines[] = {
    { "", EUP_PARSE_ERROR_SYNTAX, ":1:1:" },
    { "{\"type\":\"topic\",\n\"id\":\"a\"}\n", EUP_PARSE_ERROR_SYNTAX, ":2:10:" },
    { "{\"type\":\"topic\",\"id\":\"a\"} {\"type\":\"topic\",\"id\":\"b\"}\n", EUP_PARSE_ERROR_SYNTAX, ":1:27:" },
    { "{\"id\":\"a\"}\n", EUP_PARSE_ERROR_WRONG_TYPE, ":1:1:" },
    { "{\"type\":\"planet\",\"id\":\"a\"}\n", EUP_PARSE_ERROR_BAD_VALUE, ":1:17:" },
    { "{\"type\":\"topic\",\"id\":\"a\"}\n[]\n", EUP_PARSE_ERROR_WRONG_TYPE, ":2:1:" },
    { "{\"type\":\"topic\",\"id\":\"a\"}\n\n{\"type\":\"topic\",\"id\":\"a\"}", EUP_PARSE_ERROR_DUPLICATE_KEY, ":3:22:" },
    { "{\"type\":\"topic\",\"id\":\"a\"}\n{\"type\":\"topic\",\"id\":", EUP_PARSE_ERROR_SYNTAX, ":2:22:" },
  };

  for (const auto &line : lines)
    {
      SCOPED_TRACE (line.text);
      for (gsize window : { 0, 1, 9 })
        {
          Loaded loaded = load (line.text, true, window);

          ASSERT_NE (loaded.error, nullptr);
          EXPECT_EQ (loaded.error->code, line.code) << loaded.error->message;
          EXPECT_NE (strstr (loaded.error->message, line.place), nullptr) << loaded.error->message;
        }
    }
}

TEST (JsonBad, ManyDistinctKeysAndLanguagesDoNotMakeItSlow)
{
  std::string keys, languages;

  for (int i = 0; i < 200000; i++)
    keys += (i > 0 ? ",\"k" : "\"k") + std::to_string (i) + "\":1";
  EXPECT_EQ (load (document (keys)).error, nullptr);
  EXPECT_EQ (load (document ("\"x\":{" + keys + "}")).error, nullptr);
  EXPECT_EQ (load (document (keys + ",\"k5\":1")).error->code, EUP_PARSE_ERROR_DUPLICATE_KEY);
  EXPECT_EQ (load (document ("\"x\":{" + keys + ",\"k5\":1}")).error->code, EUP_PARSE_ERROR_DUPLICATE_KEY);

  for (int i = 0; i < 5000; i++)
    languages += (i > 0 ? ",\"en-x" : "\"en-x") + std::to_string (i) + "\":\"t\"";
  EXPECT_EQ (load (document ("\"title\":{" + languages + "}")).error->code, EUP_PARSE_ERROR_TOO_LARGE);
}

}
