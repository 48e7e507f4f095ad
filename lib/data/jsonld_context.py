#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Make the JSON-LD context: jsonld_context.py DESCRIPTION BASE OUT

The prefixes and the members of the document come from the base, the meaning of
every field from the description of the schema.
"""

import json
import sys

MORE = {
    "text": {"@container": "@language"},
    "date": {"@type": "edtf:EDTF"},
    "period": {"@type": "edtf:EDTF"},
    "int": {"@type": "xsd:integer"},
    "double": {"@type": "xsd:double"},
    "one": {"@type": "@id"},
    "many": {"@type": "@id", "@container": "@set"},
    "strings": {"@container": "@list"},
    "values": {"@container": "@list"},
}


def term_of(field):
    more = {"@type": "@id"} if field["iri"] else MORE.get(field["kind"], {})
    return {"@id": field["predicate"], **more} if more else field["predicate"]


def make(description, base):
    context = base["@context"]
    arrays = {table["key"] for table in description["entities"]}
    document = set(context)
    terms, within = {}, {}
    for table in description["entities"] + description["values"]:
        for number in table["order"]:
            field = table["fields"][number]
            key, term = field["key"], term_of(field)
            if key in document or field["predicate"].split(":")[0] not in context:
                sys.exit(f"{table['nick']}: “{key}” ({field['predicate']}) is a word of the document or has no known prefix")
            # What is an array of the document too has another meaning inside the entities.
            known = within if key in arrays else terms
            if known.setdefault(key, term) != term:
                sys.exit(f"{table['nick']}: “{key}” means {term} here and {known[key]} elsewhere")
    for table in description["entities"]:
        context[table["key"]] = {"@id": f"eup:{table['key']}", "@context": within}
    context.update(terms)
    return base


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        read = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        made = make(read, json.load(file))
    with open(sys.argv[3], "w", encoding="utf-8") as file:
        json.dump(made, file, indent=2, ensure_ascii=False)
        file.write("\n")
