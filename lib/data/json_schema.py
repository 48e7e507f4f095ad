#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Make the JSON Schema: json_schema.py DESCRIPTION BASE OUT

What entities and values hold comes from the description of the schema, all else
from the base.
"""

import json
import sys

# How the definition is called where that is not the nick of the table.
DEFINITIONS = {"title": "otherTitle"}


def reference(name):
    return {"$ref": f"#/definitions/{name}"}


def nullable(definition, required=False):
    return {"allOf": [definition]} if required else {"anyOf": [definition, {"type": "null"}]}


def array(items):
    return {"type": ["array", "null"], "items": items}


def definition_of(table):
    return DEFINITIONS.get(table["nick"], table["nick"])


def enum_name(field):
    return field["enum"][0].lower() + field["enum"][1:]


def member_of(field, by_nick, required):
    kind = field["kind"]
    if kind in ("text", "date", "period"):
        return nullable(reference(kind), required)
    if kind == "enum":
        return nullable(reference(enum_name(field)), required)
    if kind == "one":
        return nullable(reference("id"), required)
    if kind == "many":
        return {**array(reference("id")), "uniqueItems": True}
    if kind == "value":
        return nullable(reference(definition_of(by_nick[field["target"]])), required)
    if kind == "values":
        return array(reference(definition_of(by_nick[field["target"]])))
    if kind == "strings":
        return array({"type": "string", "minLength": 1})
    name = {"string": "string", "int": "integer", "double": "number"}[kind]
    member = {"type": name if required else [name, "null"]}
    if field["iri"]:
        member["minLength"] = 1
    if field["pattern"]:
        member["pattern"] = field["pattern"]
    if kind == "int":
        member["minimum"] = 0
    return member


def members_of(table, by_nick, only_required):
    for number in table["order"]:
        field = table["fields"][number]
        required = only_required and field["required"]
        yield field["key"], {"description": field["description"], **member_of(field, by_nick, required)}


def children_of(table, entities):
    """Those that may stand nested in it, as the reader takes them: unless the key is that of a field."""
    own = {field["key"] for field in table["fields"]}
    for child in entities:
        if child["key"] not in own and any(f["beneath"] and f["target"] in (None, table["nick"]) for f in child["fields"]):
            yield child["key"], {"description": f"{child['key'].capitalize()} of the {table['nick']}, nested.",
                                 **array(reference(child["nick"]))}


def make(description, base):
    entities, values = description["entities"], description["values"]
    by_nick = {table["nick"]: table for table in entities + values}
    nicks = [table["nick"] for table in entities]
    for table in entities:
        base["properties"][table["key"]] = {"description": f"All {table['key']} that do not stand nested in another entity.",
                                            **array(reference(table["nick"]))}
    for table in entities + values:
        for field in table["fields"]:
            if field["kind"] == "enum":
                if enum_name(field) not in base["definitions"]:
                    sys.exit(f"{table['nick']}: “{enum_name(field)}” has no title and no description in the base")
                base["definitions"][enum_name(field)]["enum"] = field["words"]
    for table in values:
        definition = {"title": table["title"], "description": table["description"], "type": "object"}
        required = [field["key"] for field in table["fields"] if field["required"]]
        if required:
            definition["required"] = required
        definition["properties"] = dict(members_of(table, by_nick, True))
        base["definitions"][definition_of(table)] = definition
    for table in entities:
        base["definitions"][table["nick"]] = {
            "title": table["title"], "description": table["description"], "type": "object", "required": ["id"],
            "properties": {
                "type": {"description": "The type of the entity; needed only outside the arrays of a document.",
                         "type": ["string", "null"], "enum": nicks + [None]},
                "id": {"description": "The identifier, unique over all entities of a catalog.", "allOf": [reference("id")]},
                **dict(members_of(table, by_nick, False)),
                **dict(children_of(table, entities)),
            }}
    unused = [name for name, definition in base["definitions"].items()
              if definition.get("type") == "string" and not {"enum", "pattern"} & definition.keys()]
    if unused:
        sys.exit(f"the base names enumerations that no field has: {', '.join(unused)}")
    return base


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        read = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        made = make(read, json.load(file))
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(made, file, indent=2, ensure_ascii=False)
        file.write("\n")
