#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Make the page of fields: field_tables.py DESCRIPTION BASE OUT

A table for what all entities have, one for each type of entity and one for each
type of value, behind what the base says.
"""

import json
import sys

KINDS = {
    "text": "text, in languages",
    "string": "string",
    "date": "date",
    "period": "period",
    "int": "number from 1",
    "double": "number",
    "strings": "list of strings",
}


def kind_of(field, titles):
    target = titles.get(field["target"], "entity")
    if field["kind"] == "enum":
        return " ".join(f"`{word}`" for word in field["words"])
    if field["kind"] in ("one", "value"):
        return target
    if field["kind"] in ("many", "values"):
        return f"list of {target}"
    return KINDS[field["kind"]]


def properties_of(field):
    name, prop = field["name"], field["property"]
    if field["kind"] == "text":
        return f"`{prop}`, `{prop}-text`"
    if field["kind"] == "one":
        return f"`{prop}`, `{name}`"
    return f"`{prop}`"


def table(fields, titles, entity):
    yield f"| {'property' if entity else 'value'} | JSON | holds | RDF | meaning | since |"
    yield "|---|---|---|---|---|---|"
    for field in fields:
        meaning = field["description"] + (" Words are searched in it." if field["searched"] else "")
        first = properties_of(field) if entity else f"`{field['name']}`"
        yield (f"| {first} | `{field['key']}` | {kind_of(field, titles)} | `{field['predicate']}` "
               f"| {meaning} | {field['since']} |")


def make(description):
    entities, values = description["entities"], description["values"]
    titles = {t["nick"]: t["title"] for t in entities + values}
    ordered = {t["nick"]: [(n, t["fields"][n]) for n in t["order"]] for t in entities + values}
    yield from ["", "## All entities", "",
                *table([f for n, f in ordered[entities[0]["nick"]] if n < entities[0]["common"]], titles, True)]
    for one in entities:
        yield from ["", f"## {one['title']}", "", one["description"], "",
                    *table([f for n, f in ordered[one["nick"]] if n >= one["common"]], titles, True)]
    for one in values:
        yield from ["", f"## {one['title']}", "", one["description"], "",
                    *table([f for _, f in ordered[one["nick"]]], titles, False)]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        read = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        base = file.read()
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        file.write(base + "\n".join(make(read)) + "\n")
