// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

/* Random edits: all properties of all living objects are compared before and after, and what differs is exactly what was
 * notified. */

#include "model-test.h"

#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace
{

const char notify_json[] = R"({
  "format": "eupolicy", "version": 1, "language": "en",
  "mandates": [{ "id": "ec", "title": { "en": "Commission", "de": "Kommission" }, "period": "2019-12-01/2024-11", "president": "ursula" },
               { "id": "ec2", "title": "Second", "period": "2024-12-01/2029" }],
  "priorities": [{ "id": "p1", "mandate": "ec", "position": 2, "title": "Security" },
                 { "id": "p2", "mandate": "ec2", "title": { "en": "Prosperity", "de": "Wohlstand" }, "inCharge": ["henna"] }],
  "objectives": [{ "id": "o1", "priority": "p1", "title": "Borders" }, { "id": "o2", "priority": "p2", "title": "Trade" }],
  "initiatives": [
    { "id": "i1", "objectives": ["o1"], "title": "Zebra", "instrument": "regulation", "leads": ["henna"] },
    { "id": "i2", "objectives": ["o1", "o2"], "priorities": ["p2"], "title": { "en": "Apple", "de": "Öl" }, "instrument": "strategy" },
    { "id": "i3", "title": "Mango", "parent": "i1", "instrument": "package" },
    { "id": "i4", "title": "Promise", "instrument": "commitment", "objectives": ["o2"], "status": "announced", "statusSince": "2021" }],
  "milestones": [
    { "id": "m1", "subject": "i1", "date": "2022-03", "kind": "proposed", "title": "Proposal" },
    { "id": "m2", "subject": "i1", "date": "2022-03-05", "kind": "proposed", "refines": "m1", "title": { "en": "Proposal", "fr": "Proposition" } },
    { "id": "m3", "subject": "i1", "date": "2023-01-10", "kind": "adopted", "actor": "council", "title": "Adoption",
      "rescheduledTo": "m4", "rescheduledBy": "i2" },
    { "id": "m4", "subject": "i1", "date": "2025-01-10", "kind": "adopted", "title": "Adoption" },
    { "id": "m5", "subject": "i2", "date": "2024-02-10", "kind": "adopted", "title": "Strategy" }],
  "commissioners": [
    { "id": "henna", "givenName": "Henna", "familyName": "Virkkunen", "country": "FI",
      "terms": [{ "mandate": "ec", "role": { "en": "President", "de": "Präsidentin" }, "priorities": ["p1", "p2"] },
                { "mandate": "ec2", "role": "Member" }] },
    { "id": "ursula", "title": "Ursula", "givenName": "Ursula", "familyName": "von der Leyen" }],
  "topics": [{ "id": "t1", "title": "Safety" }, { "id": "t2", "title": { "de": "Grenzen" }, "broader": "t1" }]
})";

/* The properties of an object, as text. */
using State = std::map<std::string, std::string>;

std::string describe (GObject *object);

std::string
pointer (gconstpointer at)
{
  return at == nullptr ? "none" : std::to_string (reinterpret_cast<guintptr> (at));
}

/* Entities are themselves, whatever they hold, and in whatever order: the list says how they move. Values are what they say. */
std::string
describe_list (GListModel *list)
{
  std::multiset<std::string> items;
  std::string all;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = G_OBJECT (g_list_model_get_item (list, i));

      if (EUP_IS_ENTITY (item))
        items.insert (pointer (item));
      else
        all += describe (item) + " ";
    }
  for (const auto &item : items)
    all += item + " ";
  return all;
}

std::string
describe_text (EupText *text)
{
  std::string all;

  if (text == nullptr)
    return "none";
  for (char **tag = eup_text_get_languages (text); *tag != nullptr; tag++)
    all += std::string (*tag) + "=" + eup_text_get (text, *tag) + " ";
  return all;
}

std::string
describe_boxed (const GValue *value)
{
  gpointer boxed = g_value_get_boxed (value);
  g_autofree char *text = nullptr;

  if (boxed == nullptr)
    return "none";
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    text = g_strjoinv (" ", static_cast<char **> (boxed));
  else if (G_VALUE_HOLDS (value, EUP_TYPE_TEXT))
    return describe_text (static_cast<EupText *> (boxed));
  else if (G_VALUE_HOLDS (value, EUP_TYPE_DATE))
    text = eup_date_to_string (static_cast<EupDate *> (boxed));
  else
    text = eup_period_to_string (static_cast<EupPeriod *> (boxed));
  return text;
}

std::string
describe_value (const GValue *value)
{
  g_auto (GValue) text = G_VALUE_INIT;

  if (G_VALUE_HOLDS_BOXED (value))
    return describe_boxed (value);
  if (G_VALUE_HOLDS_OBJECT (value))
    {
      GObject *object = G_OBJECT (g_value_get_object (value));

      if (EUP_IS_LIST (object))
        return describe_list (G_LIST_MODEL (object));
      return object == nullptr || EUP_IS_ENTITY (object) || EUP_IS_CATALOG (object) ? pointer (object) : describe (object);
    }
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_get_string (value) == nullptr ? "none" : std::string ("\"") + g_value_get_string (value);
  if (G_VALUE_HOLDS_ENUM (value))
    return std::to_string (g_value_get_enum (value));
  g_value_init (&text, G_TYPE_STRING);
  g_value_transform (value, &text);
  return g_value_get_string (&text);
}

State
read_state (GObject *object)
{
  State state;
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (object, pspecs[i]->name, &value);
      state[pspecs[i]->name] = describe_value (&value);
    }
  return state;
}

std::string
describe (GObject *object)
{
  std::string all;

  for (const auto &[name, value] : read_state (object))
    all += name + ":" + value + ",";
  return all;
}

/* A catalog, all objects that were ever in it, and what they announced. */
class Announced
{
public:
  Announced (unsigned seed) : random (seed), catalog (load_string (notify_json))
  {
    g_autoptr (EupDate) day = eup_date_new (2024, 6, 5, nullptr);

    set_languages (0);
    eup_catalog_set_as_of (catalog, day);
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
      watch (EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (catalog), i)));
    remember ();
  }

  ~Announced ()
  {
    for (EupEntity *entity : objects)
      {
        g_signal_handlers_disconnect_by_data (entity, this);
        g_object_unref (entity);
      }
    g_object_unref (catalog);
  }

  /* One edit, and what was announced wrongly, one a line. */
  std::string
  step ()
  {
    std::set<std::string> wrong;
    std::string all;

    heard.clear ();
    edit ();
    for (EupEntity *entity : objects)
      {
        State now = read_state (G_OBJECT (entity));
        const State &before = known[entity];

        for (const auto &[name, value] : now)
          {
            bool changed = !before.empty () && before.at (name) != value;
            bool told = heard.count ({ entity, name }) > 0;

            if (!before.empty () && changed != told)
              wrong.insert (std::string (changed ? "missing " : "too much ") + eup_entity_get_type_nick (entity) + ":" + name + " after "
                            + what + "  [" + before.at (name).substr (0, 60) + "] -> [" + value.substr (0, 60) + "]");
          }
      }
    remember ();
    for (const auto &line : wrong)
      all += line + "\n";
    return all;
  }

private:
  std::mt19937 random;
  EupCatalog *catalog;
  std::vector<EupEntity *> objects;
  std::map<EupEntity *, State> known;
  std::set<std::pair<EupEntity *, std::string>> heard;
  std::string what;
  int n_added = 0;

  guint
  pick (guint n)
  {
    return random () % n;
  }

  void
  watch (EupEntity *entity)
  {
    objects.push_back (entity);
    g_signal_connect (entity, "notify", G_CALLBACK (+[] (GObject *object, GParamSpec *pspec, Announced *self) {
                        self->heard.insert ({ EUP_ENTITY (object), pspec->name });
                      }),
                      this);
  }

  void
  remember ()
  {
    for (EupEntity *entity : objects)
      known[entity] = read_state (G_OBJECT (entity));
  }

  void
  set_languages (guint which)
  {
    static const char *const languages[][3] = { { "en" }, { "de", "en" }, { "fr" }, { "de" } };

    eup_catalog_set_languages (catalog, languages[which]);
  }

  std::string
  any_id ()
  {
    guint n = g_list_model_get_n_items (G_LIST_MODEL (catalog));

    if (n == 0 || pick (12) == 0)
      return "nothing";
    g_autoptr (EupEntity) entity = EUP_ENTITY (g_list_model_get_item (G_LIST_MODEL (catalog), pick (n)));

    return eup_entity_get_id (entity);
  }

  /* Of the type that the property leads to, more often than not. */
  std::string
  id_for (const std::string &name)
  {
    static const std::map<std::string, const char *> types = {
      { "subject", "i" }, { "refines", "m" }, { "rescheduled-to", "m" }, { "rescheduled-by", "i" }, { "parent", "i" }, { "lead", "h" },
      { "fulfils", "i" }, { "amends", "i" }, { "replaces", "i" }, { "objective", "o" }, { "priority", "p" }, { "mandate", "e" },
      { "president", "h" }, { "broader", "t" }, { "topic", "t" }, { "in-charge", "h" } };
    std::string field = name.substr (0, name.rfind ("-id"));
    auto found = types.find (field);

    for (int i = 0; i < 20 && found != types.end (); i++)
      {
        std::string id = any_id ();

        if (id[0] == found->second[0] && pick (15) != 0)
          return id;
      }
    return any_id ();
  }

  EupDate *
  any_date ()
  {
    switch (pick (6))
      {
      case 0:
        return nullptr;
      case 1:
        return eup_date_new (2019 + pick (9), 0, 0, nullptr);
      case 2:
        return eup_date_new (2019 + pick (9), 1 + pick (12), 0, nullptr);
      default:
        return eup_date_new (2019 + pick (9), 1 + pick (12), 1 + pick (28), nullptr);
      }
  }

  const char *
  any_word ()
  {
    static const char *const words[] = { "One", "Two", "Three", "Öl", "", "FI" };

    return words[pick (G_N_ELEMENTS (words))];
  }

  EupText *
  any_text ()
  {
    static const char *const tags[] = { "en", "de", "fr", "sv" };
    EupText *text = eup_text_new (tags[pick (4)], any_word ());

    if (pick (2) == 0)
      {
        EupText *more = eup_text_with_string (text, tags[pick (4)], any_word ());

        eup_text_unref (text);
        text = more;
      }
    return text;
  }

  void
  set_value (GValue *value, const std::string &name)
  {
    if (G_VALUE_HOLDS_STRING (value) && g_str_has_suffix (name.c_str (), "-id"))
      g_value_set_string (value, pick (5) == 0 ? nullptr : id_for (name).c_str ());
    else if (G_VALUE_HOLDS_STRING (value))
      g_value_set_string (value, pick (5) == 0 ? nullptr : any_word ());
    else if (G_VALUE_HOLDS_UINT (value))
      g_value_set_uint (value, pick (4));
    else if (G_VALUE_HOLDS_ENUM (value))
      g_value_set_enum (value, G_ENUM_CLASS (g_type_class_peek (G_VALUE_TYPE (value)))
                                   ->values[pick (G_ENUM_CLASS (g_type_class_peek (G_VALUE_TYPE (value)))->n_values)].value);
    else if (G_VALUE_HOLDS (value, EUP_TYPE_DATE))
      g_value_take_boxed (value, any_date ());
    else if (G_VALUE_HOLDS (value, EUP_TYPE_TEXT))
      g_value_take_boxed (value, pick (5) == 0 ? nullptr : any_text ());
    else if (G_VALUE_HOLDS (value, EUP_TYPE_PERIOD))
      {
        g_autoptr (EupDate) start = any_date ();

        g_value_take_boxed (value, pick (4) == 0 ? nullptr : eup_period_new (start, nullptr));
      }
    else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
      {
        g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

        for (guint i = pick (4); i > 0; i--)
          g_strv_builder_add (ids, id_for (name).c_str ());
        g_value_take_boxed (value, g_strv_builder_end (ids));
      }
  }

  void
  set_terms (EupCommissioner *commissioner)
  {
    g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = pick (3); i > 0; i--)
      {
        g_autoptr (EupText) role = pick (3) == 0 ? nullptr : any_text ();
        g_autoptr (EupText) portfolio = pick (3) == 0 ? nullptr : any_text ();
        std::string mandate = id_for ("mandate"), priority = id_for ("priority");
        const char *priorities[] = { priority.c_str (), nullptr };

        g_ptr_array_add (terms, eup_term_new (mandate.c_str (), role, portfolio, nullptr, pick (2) == 0 ? nullptr : priorities));
      }
    what = "setting terms";
    eup_commissioner_set_terms (commissioner, reinterpret_cast<EupTerm **> (terms->pdata), terms->len);
  }

  void
  set_figures (EupEntity *entity)
  {
    g_autoptr (EupText) label = any_text ();
    g_autoptr (EupFigure) figure = eup_figure_new (pick (3), "EUR", EUP_QUALIFIER_EXACT, label, nullptr, nullptr);

    what = "setting figures";
    eup_entity_set_figures (entity, &figure, pick (2));
  }

  /* Also of objects that are in no catalog any more. */
  void
  set_property ()
  {
    EupEntity *entity = objects[pick (objects.size ())];
    guint n;
    g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n);
    GParamSpec *pspec = pspecs[pick (n)];
    g_auto (GValue) value = G_VALUE_INIT;

    if (EUP_IS_COMMISSIONER (entity) && pick (4) == 0)
      return set_terms (EUP_COMMISSIONER (entity));
    if (pick (30) == 0)
      return set_figures (entity);
    if (!(pspec->flags & G_PARAM_WRITABLE) || (pspec->flags & G_PARAM_CONSTRUCT_ONLY))
      return set_property ();
    g_value_init (&value, pspec->value_type);
    set_value (&value, pspec->name);
    what = std::string ("setting ") + eup_entity_get_type_nick (entity) + ":" + pspec->name;
    g_object_set_property (G_OBJECT (entity), pspec->name, &value);
  }

  void
  add ()
  {
    static const char letters[] = "mmmiiiophet";
    char letter = letters[pick (sizeof letters - 1)];
    std::string id = letter + std::to_string (100 + pick (6));
    EupEntity *entity;

    what = "adding " + id;
    for (EupEntity *object : objects)
      {
        g_autoptr (EupCatalog) its = nullptr;

        g_object_get (object, "catalog", &its, nullptr);
        if (its == nullptr && pick (3) == 0)
          {
            what = std::string ("adding again ") + eup_entity_get_type_nick (object);
            eup_catalog_add (catalog, object, nullptr);
            return;
          }
      }
    if (is_there (id))
      return;
    switch (letter)
      {
      case 'm':
        entity = EUP_ENTITY (eup_milestone_new (id.c_str ()));
        break;
      case 'i':
        entity = EUP_ENTITY (eup_initiative_new (id.c_str ()));
        break;
      case 'o':
        entity = EUP_ENTITY (eup_objective_new (id.c_str ()));
        break;
      case 'p':
        entity = EUP_ENTITY (eup_priority_new (id.c_str ()));
        break;
      case 'h':
        entity = EUP_ENTITY (eup_commissioner_new (id.c_str ()));
        break;
      case 'e':
        entity = EUP_ENTITY (eup_mandate_new (id.c_str ()));
        break;
      default:
        entity = EUP_ENTITY (eup_topic_new (id.c_str ()));
        break;
      }
    watch (entity);
    EXPECT_TRUE (eup_catalog_add (catalog, entity, nullptr));
  }

  bool
  is_there (const std::string &id)
  {
    g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, id.c_str ());

    return entity != nullptr;
  }

  void
  remove ()
  {
    std::string id = any_id ();
    g_autoptr (EupEntity) entity = eup_catalog_lookup (catalog, id.c_str ());

    what = std::string ("removing ") + (entity == nullptr ? "nothing" : eup_entity_get_type_nick (entity));
    eup_catalog_remove (catalog, id.c_str ());
  }

  void
  rename ()
  {
    std::string id = any_id (), to = id.substr (0, 1) + std::to_string (200 + pick (5));

    what = "renaming " + id.substr (0, 1);
    eup_catalog_rename (catalog, id.c_str (), to.c_str (), nullptr);
  }

  void
  edit_once ()
  {
    switch (pick (24))
      {
      case 0:
      case 1:
        return add ();
      case 2:
        return remove ();
      case 3:
        return rename ();
      default:
        return set_property ();
      }
  }

  void
  edit ()
  {
    g_autoptr (EupDate) day = nullptr;
    std::string all;

    switch (pick (20))
      {
      case 0:
        what = "another day";
        while (day == nullptr)
          day = any_date ();
        return eup_catalog_set_as_of (catalog, day);
      case 1:
        what = "other languages";
        return set_languages (pick (4));
      case 2:
        eup_catalog_begin_edit (catalog);
        for (guint i = 2 + pick (3); i > 0; i--)
          {
            edit_once ();
            all += what + " and ";
          }
        what = all;
        return eup_catalog_end_edit (catalog);
      default:
        return edit_once ();
      }
  }
};

TEST (ModelNotify, AnnouncesExactlyWhatChanged)
{
  const char *thorough = g_getenv ("EUP_THOROUGH");
  int runs = thorough != nullptr && *thorough == '1' ? 40 : 4;
  std::map<std::string, int> wrong;

  for (int run = 0; run < runs; run++)
    {
      Announced announced (1000 + run);

      for (int i = 0; i < 500; i++)
        {
          std::string lines = announced.step ();

          if (!lines.empty ())
            {
              g_auto (GStrv) each = g_strsplit (lines.c_str (), "\n", -1);

              for (char **line = each; **line != 0; line++)
                wrong[*line]++;
            }
        }
    }
  int shown = 0;
  for (const auto &[line, n] : wrong)
    if (shown++ < 40)
      ADD_FAILURE () << line << " (" << n << " times)";
  EXPECT_EQ (wrong.size (), 0u);
}

} // namespace
