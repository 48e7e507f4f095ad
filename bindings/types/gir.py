# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a GIR file says of a namespace, as far as declarations of types need it."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

CORE = "{http://www.gtk.org/introspection/core/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"

# The GIR knows that something is a list, and not of what: properties and methods by what they are called.
ITEMS = {
    "mandates": "Mandate", "priorities": "Priority", "objectives": "Objective", "initiatives": "Initiative",
    "milestones": "Milestone", "all-milestones": "Milestone", "commissioners": "Commissioner", "leads": "Commissioner",
    "topics": "Topic", "entities": "Entity", "children": "Entity", "parts": "Initiative", "fulfils": "Initiative",
    "fulfilled-by": "Initiative", "replaces": "Initiative", "replaced-by": "Initiative", "amends": "Initiative",
    "narrower": "Topic", "rescheduled-from": "Milestone",
    "amended-by": "Initiative", "figures": "Figure", "links": "Link", "references": "Reference", "sources": "Citation",
    "other-titles": "Title", "terms": "Term", "issues": "Issue", "validate": "Issue", "check-file": "Issue",
    "check-bytes": "Issue",
}


@dataclass
class Type:
    name: str              # as in the GIR: "utf8", "Date", "Gio.File"
    is_array: bool = False
    nullable: bool = False
    item: str = None       # of a List


@dataclass
class Parameter:
    name: str
    type: Type


@dataclass
class Callable:
    name: str
    doc: str
    kind: str              # function, constructor or method
    parameters: list
    returns: list          # what is returned, then what goes out; none: nothing
    is_async: bool = False
    finish: str = None     # the method that ends it


@dataclass
class Property:
    name: str              # with dashes
    doc: str
    type: Type
    writable: bool
    construct: bool        # can be given to the constructor
    getter: str = None
    setter: Type = None    # what the method takes that sets it, if that is not the property's own type


@dataclass
class Class:
    name: str
    doc: str
    kind: str              # class, record, enumeration or bitfield
    parent: str = None
    abstract: bool = False
    is_error: bool = False
    implements: list = field(default_factory=list)
    members: list = field(default_factory=list)   # of an enumeration: name, value
    callables: list = field(default_factory=list)
    properties: list = field(default_factory=list)


@dataclass
class Namespace:
    name: str
    version: str
    classes: list
    functions: list
    constants: list        # name, Type


def tag(element):
    return element.tag.split("}")[1]


def doc_of(element):
    """The first sentence of what is written about it."""
    doc = element.findtext(CORE + "doc") or ""
    doc = " ".join(doc.split("\n\n")[0].split())
    doc = re.sub(r"\[[a-z]+@([\w.:]+)\]", r"`\1`", doc)
    return re.sub(r"[%@#](\w+)", r"`\1`", doc)


def type_of(element, item=None):
    array, plain = element.find(CORE + "array"), element.find(CORE + "type")
    nullable = element.get("nullable") == "1"
    if array is not None:
        return Type(array.find(CORE + "type").get("name"), True, nullable)
    return Type(plain.get("name"), False, nullable, item if plain.get("name") == "List" else None)


def item_of(name):
    return ITEMS.get(re.sub(r"^(get|dup)[-_]", "", name).replace("_", "-"))


def callable_of(element):
    name = element.get("name")
    parameters, out, is_async = [], [], False
    lengths = {array.get("length") for array in element.iter(CORE + "array")}
    for position, parameter in enumerate(element.findall(f"{CORE}parameters/{CORE}parameter")):
        found = Parameter(parameter.get("name"), type_of(parameter))
        if parameter.get("direction") == "out":
            out.append(found.type)
        elif str(position) in lengths or found.type.name == "gpointer" and found.name == "user_data":
            continue
        else:
            parameters.append(found)
            is_async = is_async or found.type.name == "Gio.AsyncReadyCallback"
    returns = type_of(element.find(CORE + "return-value"), item_of(name))
    # A constructor or a method that may fail returns NULL only with an error, which the language throws.
    if element.get("throws") == "1":
        returns.nullable = False
        if returns.name == "gboolean" and tag(element) == "method" and not out:
            returns = Type("gboolean")
    returns = [] if returns.name == "none" else [returns]
    return Callable(name, doc_of(element), tag(element), parameters, returns + out, is_async)


def property_of(element, methods):
    name = element.get("name")
    writable, only = element.get("writable") == "1", element.get("construct-only") == "1"
    setter, getter = methods.get("set_" + name.replace("-", "_")), element.get("getter")
    kind = type_of(element, item_of(name))
    if getter in methods and methods[getter].returns:
        kind.nullable = methods[getter].returns[0].nullable
    else:
        kind.nullable = kind.name not in SCALARS and not kind.is_array
    return Property(name, doc_of(element), kind, (writable and not only) or setter is not None, writable, getter,
                    setter.parameters[0].type if setter is not None else None)


SCALARS = {"gboolean", "gint", "guint", "gint64", "gsize", "gdouble", "GType"}


def class_of(element):
    found = Class(element.get("name"), doc_of(element), tag(element), element.get("parent"),
                  element.get("abstract") == "1", element.get(GLIB + "error-domain") is not None)
    for child in element:
        kind = tag(child)
        if kind in ("function", "constructor", "method"):
            found.callables.append(callable_of(child))
        elif kind == "implements":
            found.implements.append(child.get("name"))
        elif kind == "member":
            found.members.append((child.get("name").upper(), child.get("value")))
    methods = {c.name: c for c in found.callables}
    for one in found.callables:
        finish = re.sub("_async$", "_finish", one.name)
        one.finish = methods[finish] if one.is_async and finish in methods else None
    found.properties = [property_of(child, methods) for child in element.findall(CORE + "property")]
    return found


def read(path):
    namespace = ElementTree.parse(path).getroot().find(CORE + "namespace")
    classes, functions, constants = [], [], []
    for element in namespace:
        kind = tag(element)
        if kind in ("class", "enumeration", "bitfield") or kind == "record" and not element.get(GLIB + "is-gtype-struct-for"):
            classes.append(class_of(element))
        elif kind == "function" and element.get("moved-to") is None:
            functions.append(callable_of(element))
        elif kind == "constant":
            constants.append((element.get("name"), type_of(element)))
    names = {c.name: c for c in classes}
    depth = {}

    def depth_of(one):
        return 0 if one is None else depth.setdefault(one.name, 1 + depth_of(names.get(one.parent)))

    return Namespace(namespace.get("name"), namespace.get("version"), sorted(classes, key=lambda c: (depth_of(c), c.name)),
                     functions, constants)
