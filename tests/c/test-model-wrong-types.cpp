/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model-test.h"

#include "walk-catalog.h"

/* A document in which everything is said, with something else in each of its places, one after another: it is loaded, or refused with
 * the place; what is loaded is read, set back, edited, saved and loaded again, and nothing of it is lost. */

static const std::string common = R"json("title": { "en": "Title", "de": "Titel" }, "shortTitle": "Short", "otherTitles": [{ "text": { "en": "Other", "fr": "Autre" }, "period": "2019/2024" }],
     "summary": "Summary", "notes": { "fr": "Note" }, "references": ["COM(2025) 148", "2025/0101(COD)"],
     "links": [{ "uri": "https://example.org/", "title": "Link", "kind": "news", "date": "2025-06-05" }, { "title": { "de": "Verweis" } }],
     "figures": [{ "value": 2.5, "unit": "EUR", "qualifier": "at-least", "label": { "en": "Label" }, "date": "2025",
                   "source": { "title": "Source", "uri": "https://example.org/s", "date": "2025-01" } }, { "value": 1 }],
     "topics": ["t"], "sources": [{ "title": { "en": "Source" }, "uri": "https://example.org/s", "date": "2025-01-02" }],
     "confidence": "stated", "verified": "2026-01-02", "extra": { "a": [1, { "b": null }] })json";

static const std::string full = R"json({ "format": "eupolicy", "version": 1, "language": "en", "title": { "en": "All", "de": "Alles" }, "baseUri": "https://example.org/",
  "more": [1, { "b": "c" }],
  "mandates": [{ "id": "ec", )json" + common + R"json(, "period": "2024-12-01/2029", "president": "c" }],
  "priorities": [{ "id": "p", )json" + common + R"json(, "mandate": "ec", "position": 1, "inCharge": ["c"] }],
  "objectives": [{ "id": "o", )json" + common + R"json(, "priority": "p", "position": 2, "purpose": { "en": "Purpose" } }],
  "initiatives": [{ "id": "i", )json" + common + R"json(, "objectives": ["o"], "priorities": ["p"], "instrument": "regulation", "status": "proposed",
     "leads": ["c"], "parent": "k", "fulfils": ["k"], "replaces": ["k"], "amends": ["k"] }, { "id": "k", "title": "K" }],
  "milestones": [{ "id": "m", )json" + common + R"json(, "subject": "i", "date": "2025-06-05", "kind": "proposed", "actor": "commission", "state": "reached",
     "refines": "n" }, { "id": "n", "subject": "i", "date": "2025-06", "kind": "proposed" }],
  "commissioners": [{ "id": "c", )json" + common + R"json(, "givenName": "Given", "familyName": "Family", "country": "FI",
     "terms": [{ "mandate": "ec", "role": "Role", "portfolio": { "en": "Portfolio" }, "period": "2024-12-01/..", "priorities": ["p"] }] }],
  "topics": [{ "id": "t", )json" + common + R"json(, "broader": "u", "scheme": "EuroVoc" }, { "id": "u", "title": "U" }] })json";

/* Each is found again in what is written; none is right everywhere. */
static const char *const wrong[] = {
  "null", "true", "4815162342", "-4815.162342", "\"no such thing 4815\"", "\"\"", "[]", "{}", "[4815,[4815],{\"a\":4815},null,\"4815 x\"]",
  "{\"a\":4815,\"pt_BR\":\"4815\",\"value\":\"4815\"}", "1e999",
};

/* Everything that a value says, in an order of its own: members that are absent, null or empty say the same. */
static std::string
meaning (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return "";
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = json_object_get_members (object);
      std::string all;

      members = g_list_sort (members, (GCompareFunc) strcmp);
      for (GList *l = members; l != NULL; l = l->next)
        {
          std::string value = meaning (json_object_get_member (object, (const char *) l->data));

          // Every document has these, stated or not.
          if (value == "\"https://w3id.org/eupolicy/context/v1\"" || (strcmp ((const char *) l->data, "language") == 0 && value == "\"en\""))
            continue;
          if (!value.empty ())
            all += (all.empty () ? "" : ",") + std::string ((const char *) l->data) + ":" + value;
        }
      // A text in the language of the document may be its string alone.
      if (members != NULL && all.compare (0, 4, "en:\"") == 0 && all.find ("\",") == std::string::npos)
        return all.substr (3);
      return all.empty () ? "" : "{" + all + "}";
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      std::string all;
      bool any = false;

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          std::string value = meaning (json_array_get_element (array, i));

          all += value + ";";
          any = true;
        }
      return any ? "[" + all + "]" : "";
    }
  g_autofree char *text = json_to_string (node, FALSE);
  return text;
}

static std::string
meaning_of (const std::string &text)
{
  g_autoptr (JsonNode) node = json_from_string (text.c_str (), NULL);

  EXPECT_NE (node, nullptr) << text;
  return meaning (node);
}

/* The places of the values in compact JSON. */
static std::vector<std::pair<size_t, size_t>>
find_values (const std::string &text)
{
  std::vector<std::pair<size_t, size_t>> all;

  for (size_t i = 0; i < text.size (); i++)
    {
      size_t end = i;
      int depth = 0;

      if (text[i] == '"' || text[i] == '{' || text[i] == '[' || g_ascii_isalnum (text[i]))
        {
          do
            {
              if (text[end] == '"')
                for (end++; text[end] != '"'; end++)
                  end += text[end] == '\\';
              depth += (text[end] == '{' || text[end] == '[') - (text[end] == '}' || text[end] == ']');
              end++;
            }
          while (end < text.size () && (depth > 0 || (g_ascii_isalnum (text[i]) && (g_ascii_isalnum (text[end]) || text[end] == '.'))));
          // Not the keys.
          if (text[end] != ':')
            all.push_back ({ i, end - i });
          if (text[i] == '"' || g_ascii_isalnum (text[i]))
            i = end - 1;
        }
    }
  return all;
}

static EupCatalog *
load (const std::string &text,
      GError           **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text.data (), text.size ());

  return eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "f", error);
}

static std::string
save (EupCatalog *catalog)
{
  g_autofree char *text = eup_catalog_to_string (catalog, EUP_FORMAT_JSON, NULL);

  return text;
}

static std::string
compact (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autofree char *text = json_to_string (node, FALSE);

  return text;
}

static void
expect_nothing_lost (const std::string &text,
                     guint             *n_loaded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EupCatalog) catalog = load (text, &error);
  std::string first, edited;

  if (catalog == NULL)
    {
      ASSERT_NE (error, nullptr);
      EXPECT_EQ (error->domain, EUP_PARSE_ERROR);
      EXPECT_EQ (std::string (error->message).substr (0, 4), "f:1:") << error->message;
      return;
    }
  ++*n_loaded;
  first = save (catalog);
  EXPECT_EQ (meaning_of (first), meaning_of (text));
  walk_catalog (catalog);
  set_back_catalog (catalog);
  EXPECT_EQ (save (catalog), first);

  extend_catalog (catalog);
  walk_catalog (catalog);
  edited = save (catalog);
  for (const char *mark : { "4815", "1e999", "true" })
    EXPECT_EQ (edited.find (mark) == std::string::npos, first.find (mark) == std::string::npos) << mark;
  g_autoptr (EupCatalog) again = load (edited, &error);
  ASSERT_NE (again, nullptr) << error->message;
  EXPECT_EQ (save (again), edited);
  walk_catalog (again);
}

TEST (WrongTypes, NothingIsLostWhereverTheyStand)
{
  g_autoptr (EupCatalog) whole = load (full, NULL);
  const std::string text = compact (save (whole).c_str ());
  std::vector<std::pair<size_t, size_t>> values = find_values (text);
  guint n_loaded = 0, n = 0;

  ASSERT_EQ (meaning_of (text), meaning_of (full));
  // In an ordinary run one in each place, another in each.
  for (size_t i = 0; i < values.size (); i++)
    for (size_t w = 0; w < G_N_ELEMENTS (wrong); w++)
      {
        if ((i + w) % (g_getenv ("EUP_THOROUGH") == NULL ? 11 : 1) != 0)
          continue;
        std::string changed = text;
        changed.replace (values[i].first, values[i].second, wrong[w]);
        SCOPED_TRACE (text.substr (values[i].first > 60 ? values[i].first - 60 : 0, 60) + " -> " + wrong[w]);
        expect_nothing_lost (changed, &n_loaded);
        n++;
        if (::testing::Test::HasFailure ())
          return;
      }
  EXPECT_GT (values.size (), 300u);
  EXPECT_GT (n_loaded, n / 2);
}
