/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string>
#include <vector>

#include <eupolicy.h>
#include <gtest/gtest.h>

/* A small catalog, and what handlers saw, in order. */

using Log = std::vector<std::string>;

static const char model_json[] = R"({
  "format": "eupolicy", "version": 1, "language": "en",
  "mandates": [{ "id": "ec", "title": "Commission", "period": "2024-12-01/2029", "president": "ursula" }],
  "priorities": [
    { "id": "p1", "mandate": "ec", "position": 2, "title": "Security" },
    { "id": "p2", "mandate": "ec", "position": 1, "title": { "en": "Prosperity", "de": "Wohlstand" }, "inCharge": ["henna"] }],
  "objectives": [
    { "id": "o1", "priority": "p1", "position": 2, "title": "Borders" },
    { "id": "o2", "priority": "p1", "position": 1, "title": "Police" },
    { "id": "o3", "priority": "p2", "title": "Trade" }],
  "initiatives": [
    { "id": "i1", "objectives": ["o1"], "title": "Zebra", "instrument": "regulation", "leads": ["henna"],
      "milestones": [
        { "id": "m1", "date": "2025-03", "kind": "proposed", "title": "Proposal" },
        { "id": "m2", "date": "2025-03-05", "kind": "proposed", "refines": "m1", "title": "Proposal" },
        { "id": "m3", "date": "2026-01-10", "kind": "adopted", "actor": "council", "title": "Adoption" }] },
    { "id": "i2", "objectives": ["o1", "o3"], "priorities": ["p2"], "title": { "en": "Apple", "de": "Öl" }, "instrument": "strategy" },
    { "id": "i3", "objectives": ["o2"], "title": "Mango", "parent": "i1" }],
  "commissioners": [
    { "id": "henna", "givenName": "Henna", "familyName": "Virkkunen", "country": "FI",
      "terms": [{ "mandate": "ec", "role": "Vice-President", "period": "2024-12-01/..", "priorities": ["p1", "p2"] }] },
    { "id": "ursula", "givenName": "Ursula", "familyName": "von der Leyen", "country": "DE",
      "terms": [{ "mandate": "ec", "role": "President", "period": "2024-12-01/..", "priorities": ["p1"] }] }],
  "topics": [{ "id": "t1", "title": "Safety" }]
})";

static inline EupCatalog *
load_string (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  EupCatalog *catalog = eup_catalog_new_from_bytes (bytes, EUP_FORMAT_JSON, "model.json", &error);

  EXPECT_EQ (error, nullptr) << (error != NULL ? error->message : "");
  return catalog;
}

static inline EupCatalog *
load_model ()
{
  static const char *const english[] = { "en", NULL };
  EupCatalog *catalog = load_string (model_json);
  g_autoptr (EupDate) day = eup_date_new (2025, 6, 5, NULL);

  eup_catalog_set_languages (catalog, english);
  eup_catalog_set_as_of (catalog, day);
  return catalog;
}

template <typename T>
static inline T *
find (EupCatalog *catalog,
      const char *id)
{
  return (T *) eup_catalog_lookup (catalog, id);
}

/* The ids of a model's items, joined. */
static inline std::string
ids (gpointer model)
{
  std::string all;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (EupEntity) entity = EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (model), i));

      all += (i == 0 ? "" : " ") + std::string (eup_entity_get_id (entity));
    }
  return all;
}

static inline std::string
take_ids (EupList *list)
{
  std::string all = ids (list);

  g_object_unref (list);
  return all;
}

static inline std::string
joined (const Log &log)
{
  std::string all;

  for (const auto &line : log)
    all += (all.empty () ? "" : "; ") + line;
  return all;
}

static inline std::string
name_of (gpointer object)
{
  const char *name = (const char *) g_object_get_data (G_OBJECT (object), "name");

  if (name != NULL)
    return name;
  return EUP_IS_ENTITY (object) ? eup_entity_get_id (EUP_ENTITY (object)) : G_OBJECT_TYPE_NAME (object);
}

static inline void
watch_notify (gpointer object,
              Log     *log)
{
  g_signal_connect (object, "notify",
                    G_CALLBACK (+[] (GObject *o, GParamSpec *pspec, Log *l) {
                      l->push_back ("notify " + name_of (o) + ":" + pspec->name);
                    }),
                    log);
}

static inline void
watch_items (gpointer    model,
             const char *name,
             Log        *log)
{
  g_object_set_data (G_OBJECT (model), "name", (gpointer) name);
  g_signal_connect (model, "items-changed",
                    G_CALLBACK (+[] (GListModel *m, guint position, guint removed, guint added, Log *l) {
                      l->push_back ("items " + name_of (m) + " " + std::to_string (position) + "-"
                                    + std::to_string (removed) + "+" + std::to_string (added));
                    }),
                    log);
}

static inline void
watch_changed (EupCatalog *catalog,
               Log        *log)
{
  g_signal_connect (catalog, "changed",
                    G_CALLBACK (+[] (EupCatalog *, EupEntity *entity, Log *l) {
                      l->push_back (std::string ("changed ") + eup_entity_get_id (entity));
                    }),
                    log);
}
