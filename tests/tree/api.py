#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Print the public interface, a line a name: api.py BUILD/lib/EuPolicy-1.gir >tests/data/api.txt

The file is kept in the repository, so that each change of the interface is seen
in review and none happens by accident.
"""

import sys
import xml.etree.ElementTree as ElementTree

CORE = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"
CALLABLES = [CORE + n for n in ("function", "method", "constructor", "function-macro")]


def type_of(element):
    for child in element:
        if child.tag == CORE + "varargs":
            return "..."
        if child.tag in (CORE + "type", CORE + "array"):
            return child.get(C + "type") or child.get("name") or "array"
    return "?"


def annotated(element):
    marks = [m for m in ("nullable", "optional") if element.get(m) == "1"]
    if element.get("direction", "in") != "in":
        marks.append(element.get("direction"))
    if element.get("transfer-ownership") not in (None, "none"):
        marks.append("transfer " + element.get("transfer-ownership"))
    return type_of(element) + (f" [{', '.join(marks)}]" if marks else "")


def callable_line(element):
    parameters = element.find(CORE + "parameters")
    inputs = [] if parameters is None else [annotated(p) for p in parameters]
    if element.get("throws") == "1":
        inputs.append("GError**")
    return (f"{element.get(C + 'identifier')} ({', '.join(inputs) or 'void'})"
            f" -> {annotated(element.find(CORE + 'return-value'))}")


def property_line(owner, element):
    marks = [m for m in ("readable", "writable", "construct", "construct-only")
             if element.get(m, "1" if m == "readable" else "0") == "1"]
    return f"{owner}:{element.get('name')} {type_of(element)} [{', '.join(marks)}]"


def lines_of(namespace):
    for element in namespace.iter():
        if element.tag in CALLABLES and element.get(C + "identifier") and element.find(CORE + "return-value") is not None:
            yield callable_line(element)
    for element in namespace:
        name = element.get(C + "type")
        if element.tag in (CORE + "enumeration", CORE + "bitfield"):
            for member in element.findall(CORE + "member"):
                yield f"{member.get(C + 'identifier')} = {member.get('value')}"
        elif element.tag in (CORE + "class", CORE + "interface"):
            parent = element.get("parent", "")
            marks = [m for m in ("abstract", "final") if element.get(m) == "1" or element.get(GLIB + m) == "1"]
            yield " ".join([name, ":", parent, *marks])
            for wanted in element.findall(CORE + "implements"):
                yield f"{name} implements {wanted.get('name')}"
            for item in element.findall(CORE + "property"):
                yield property_line(name, item)
            for item in element.findall(GLIB + "signal"):
                yield f"{name}::{item.get('name')}"


def interface(path):
    namespace = ElementTree.parse(path).getroot().find(CORE + "namespace")
    return sorted(set(lines_of(namespace)))


if __name__ == "__main__":
    print(*interface(sys.argv[1]), sep="\n")
