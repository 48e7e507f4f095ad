/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

extern "C" {
#include <eupolicy.h>

#include "formats/check/eup-check.h"
#include "formats/eup-formats.h"
#include "formats/json/eup-json-reader.h"
}

/* What a reading gave. */
struct Loaded
{
  EupStore *store = nullptr;
  GError *error = nullptr;
  GPtrArray *issues = g_ptr_array_new_with_free_func (g_object_unref);

  Loaded () = default;
  Loaded (const Loaded &) = delete;
  Loaded (Loaded &&other) : store (other.store), error (other.error), issues (other.issues)
  {
    other.store = nullptr;
    other.error = nullptr;
    other.issues = nullptr;
  }

  ~Loaded ()
  {
    g_clear_pointer (&store, eup_store_unref);
    g_clear_error (&error);
    g_clear_pointer (&issues, g_ptr_array_unref);
  }

  EupIssue *
  issue (guint i) const
  {
    return static_cast<EupIssue *> (g_ptr_array_index (issues, i));
  }

  std::vector<std::string>
  codes () const
  {
    std::vector<std::string> result;

    for (guint i = 0; i < issues->len; i++)
      result.push_back (eup_issue_get_code (issue (i)));
    return result;
  }

  /* "code line:column pointer" of each, one a line: what tests compare. */
  std::string
  summary () const
  {
    std::string result;

    for (guint i = 0; i < issues->len; i++)
      result += std::string (eup_issue_get_code (issue (i))) + " " + std::to_string (eup_issue_get_line (issue (i))) + ":"
                + std::to_string (eup_issue_get_column (issue (i))) + " "
                + (eup_issue_get_pointer (issue (i)) == nullptr ? "" : eup_issue_get_pointer (issue (i))) + "\n";
    return result;
  }
};

inline Loaded
load (const std::string &text, bool lines = false, gsize window = 0)
{
  Loaded loaded;
  EupReadOptions options = {};

  options.source_name = "test.json";
  loaded.store = eup_json_load (lines, nullptr, text.data (), text.size (), text.size (), &options, window, loaded.issues,
                                &loaded.error);
  EXPECT_EQ (loaded.store == nullptr, loaded.error != nullptr);
  return loaded;
}

inline std::string
save (EupStore *store, EupFormat format = EUP_FORMAT_JSON)
{
  GByteArray *bytes = g_byte_array_new ();
  GError *error = nullptr;

  EXPECT_TRUE (eup_format_write_bytes (format, store, bytes, &error)) << error->message;
  std::string result (reinterpret_cast<const char *> (bytes->data), bytes->len);
  g_byte_array_unref (bytes);
  return result;
}

/* A document with these members after the header. */
inline std::string
document (const std::string &members)
{
  return "{\"format\":\"eupolicy\",\"version\":1" + (members.empty () ? "" : "," + members) + "}";
}

#define HEADER \
  "{\n" \
  "  \"@context\": \"https://w3id.org/eupolicy/context/v1\",\n" \
  "  \"format\": \"eupolicy\",\n" \
  "  \"version\": 1,\n" \
  "  \"language\": \"en\""
