#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Make the completion: complete.py DESCRIPTION BASE OUT

The names of types, of fields of queries and their values, and of properties
come from the description of the schema.
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    description = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read()
query = description["query"]
names = [p["name"] for p in query["properties"]]
sorts = query["sorts"] + [p["name"] for p in query["properties"] if p["sortable"] and p["name"] not in query["fields"]]
for mark, words in {
    "@TYPES@": [t["key"] for t in description["entities"]],
    "@FIELDS@": [f"{name}:" for name in query["fields"]],
    "@COUNTED@": query["counted"],
    "@VALUES@": [f"[{name}]='{' '.join(values)}'" for name, values in query["values"].items() if values],
    "@PROPERTIES@": names,
    "@SORTS@": sorts,
}.items():
    assert mark in text, mark
    text = text.replace(mark, " ".join(words))
with open(sys.argv[3], "w", encoding="utf-8") as file:
    file.write(text)
