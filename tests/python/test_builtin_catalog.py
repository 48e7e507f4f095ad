# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The built-in catalog holds what the inventory lists, and its files are sound.

tests/data/inventory.tsv names, line by line, an entity, one of its fields and
what must be found there.  A field with several values must contain the
expected one, except `in-charge`, whose order counts.
"""

import csv
import json
import re
from pathlib import Path

import gi
import pytest

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy, Gio  # noqa: E402

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "lib" / "data"
FILES = ["ec-2019.json", "ec-2024.json", "commissioners.json", "topics.json"]
AS_OF = "2026-11-21"
ARRAYS = ["mandates", "priorities", "objectives", "initiatives", "milestones",
          "commissioners", "topics"]
# members whose values are ids of other entities
RELATIONS = {
    "president": "commissioner", "mandate": "mandate", "inCharge": "commissioner",
    "priority": "priority", "objectives": "objective", "priorities": "priority",
    "leads": "commissioner", "parent": "initiative", "fulfils": "initiative",
    "replaces": "initiative", "amends": "initiative", "subject": None,
    "refines": "milestone", "topics": "topic", "broader": "topic",
}

with open(ROOT / "tests" / "data" / "inventory.tsv", encoding="utf-8", newline="") as stream:
    INVENTORY = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def catalog():
    result = EuPolicy.Catalog.builtin()
    result.languages = ["en"]
    result.as_of = EuPolicy.Date(AS_OF)
    return result


@pytest.fixture(scope="module")
def documents():
    return {name: json.loads((DATA / name).read_text(encoding="utf-8")) for name in FILES}


def records(documents):
    for document in documents.values():
        for array in ARRAYS:
            for record in document.get(array, []):
                yield array, record


def one(name):
    def get(entity):
        value = getattr(entity, name)
        return [] if value is None else [str(getattr(value, "id", value))]
    return get


def many(name):
    return lambda entity: [str(value) for value in getattr(entity, name)]


def figures(entity):
    return ["|".join([repr(int(f.value) if f.value == int(f.value) else f.value), f.unit,
                      str(f.qualifier), str(f.date) if f.date else ""])
            for f in entity.figures]


def links(entity):
    return ["|".join([str(l.kind), str(l.date) if l.date else "", str(l.title)])
            for l in entity.links]


FIELDS = {name: one(name.replace("-", "_")) for name in [
    "title", "short-title", "period", "president", "position", "purpose", "instrument",
    "status", "subject", "kind", "date", "state", "country", "role", "portfolio", "scheme"]}
FIELDS.update({
    "priority": lambda e: many("priority_ids")(e) if e.type_nick == "initiative" else one("priority")(e),
    "objective": many("objective_ids"),
    "fulfils": many("fulfils_ids"),
    "topic": many("topic_ids"),
    "reference": lambda e: [t for r in e.references for t in (r.value, r.uri)],
    "other-title": lambda e: [str(t.text) for t in e.other_titles],
    "figure": figures,
    "link": links,
    "in-charge": lambda e: [" ".join(e.in_charge_ids)],
    "mandate": lambda e: ([t.mandate_id for t in e.terms] if e.type_nick == "commissioner"
                          else one("mandate")(e)),
})


@pytest.mark.parametrize(
    "line", INVENTORY,
    ids=["{item}:{id}:{field}".format(**line) + ":%d" % number
         for number, line in enumerate(INVENTORY, 2)])
def test_inventory(catalog, line):
    if line["field"] == "count":
        ids = [e.id for e in catalog
               if e.type_nick == line["type"] and re.fullmatch(line["id"], e.id)]
        assert len(ids) == int(line["expected"])
        return
    entity = catalog[line["id"]]
    assert entity.type_nick == line["type"]
    assert line["expected"] in FIELDS[line["field"]](entity)


def test_every_item_of_the_seeds_is_listed():
    items = {line["item"] for line in INVENTORY}
    wanted = ["S0-C%02d" % n for n in range(1, 22)]
    wanted += ["S1-A%02d" % n for n in range(1, 14)]
    wanted += ["S3-A%02d" % n for n in range(1, 22)]
    wanted += ["S0-M%d" % n for n in range(1, 6)]
    wanted += ["S0-I%d" % n for n in range(1, 6)]
    wanted += ["S0-O%d" % n for n in range(1, 6)]
    wanted += ["S0-F01", "S0-F02", "S1-F01", "S1-F02", "S1-F03", "S1-F04", "S3-F01",
               "S3-F02", "S0-N1", "S0-N2", "S0-SP1"]
    assert not set(wanted) - items
    assert len({l["id"] for l in INVENTORY if l["item"] == "seed-initiative"}) == 65


def test_counts(catalog, documents):
    for array in ARRAYS:
        listed = sum(len(d.get(array, [])) for d in documents.values())
        assert getattr(catalog, array).get_n_items() == listed
    assert sum(len(c.terms) for c in catalog.commissioners) == 57


def test_catalog_is_valid(catalog):
    errors = [i for i in catalog.validate() if i.severity == EuPolicy.Severity.ERROR]
    assert errors == [], [(i.code, i.entity_id, i.message) for i in errors]
    errors = [i for i in catalog.issues if i.severity == EuPolicy.Severity.ERROR]
    assert errors == [], [(i.code, i.entity_id, i.message) for i in errors]


def test_every_record_says_where_it_comes_from(catalog):
    for entity in catalog:
        assert len(entity.sources) > 0, entity.id
        assert entity.confidence != EuPolicy.Confidence.UNKNOWN, entity.id


def test_every_record_has_a_title(catalog):
    for entity in catalog:
        assert entity.title, entity.id
    for array in (catalog.priorities, catalog.objectives, catalog.initiatives):
        for entity in array:
            assert entity.summary, entity.id


def test_ids_are_unique_and_resolve(documents):
    types = {}
    for array, record in records(documents):
        assert record["id"] not in types, record["id"]
        types[record["id"]] = "priority" if array == "priorities" else array[:-1]
    for array, record in records(documents):
        holders = [record] + record.get("terms", [])
        for holder in holders:
            for key, wanted in RELATIONS.items():
                value = holder.get(key, [])
                for target in [value] if isinstance(value, str) else value:
                    assert target in types, (record["id"], key, target)
                    assert wanted in (None, types[target]), (record["id"], key, target)


@pytest.mark.parametrize("name", FILES)
def test_file_matches_the_schema(documents, name):
    resource = Gio.resources_lookup_data("/org/eupolicy/schema/eupolicy.schema.json", Gio.ResourceLookupFlags.NONE)
    schema = json.loads(resource.get_data())
    jsonschema.Draft7Validator.check_schema(schema)
    errors = jsonschema.Draft7Validator(schema).iter_errors(documents[name])
    assert [(list(e.path), e.message) for e in errors] == []


@pytest.mark.parametrize("name", FILES)
def test_saving_changes_nothing(name):
    catalog = EuPolicy.Catalog.new_from_path(str(DATA / name))
    assert catalog.to_string(EuPolicy.Format.JSON) == (DATA / name).read_text(encoding="utf-8")
