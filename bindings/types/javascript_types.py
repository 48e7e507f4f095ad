# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Declarations (.d.ts) for programs that read JavaScript: what GJS makes of the namespace. What our override adds is
declared beside it: TypeScript merges interfaces and namespaces with classes of the same name."""

import re

HEADER = '''// SPDX-License-Identifier: LGPL-2.1-or-later
// Made from {name}-{version}.gir and from what the override adds. Not to be edited.

declare module 'gi://{name}?version={version}' {{
    import Gio from 'gi://Gio?version=2.0';
    import GLib from 'gi://GLib?version=2.0';
    import GObject from 'gi://GObject?version=2.0';
    import Json from 'gi://Json?version=1.0';

    namespace {name} {{
'''
FOOTER = '''    }}

    export default {name};
}}

declare module 'gi://{name}' {{
    import {name} from 'gi://{name}?version={version}';
    export default {name};
}}
'''
BASIC = {
    "utf8": "string", "filename": "string", "gboolean": "boolean", "gint": "number", "guint": "number", "gint64": "number",
    "gsize": "number", "gdouble": "number", "gpointer": "any", "GType": "GObject.GType", "GLib.Quark": "number",
    "guint8": "number", "none": "void", "Gio.AsyncReadyCallback": "(source: any, result: Gio.AsyncResult) => void",
}
RESERVED = {"function", "default", "in", "with", "new", "var", "class", "delete", "enum", "import", "export", "this"}
ITEM = "<A extends GObject.Object = GObject.Object>"


def name_of(name):
    return name + "_" if name in RESERVED else name


def camel(name):
    return re.sub("[-_](.)", lambda match: match[1].upper(), name)


class JavascriptTypes:
    def __init__(self, namespace, additions):
        self.namespace = namespace
        self.additions = additions

    def type(self, type, nullable=None):
        name = BASIC.get(type.name, type.name)
        if name == "List" and type.item is not None:
            name = f"List<{type.item}>"
        if type.is_array:
            name += "[]"
        if type.nullable if nullable is None else nullable:
            return f"({name}) | null" if "=>" in name else f"{name} | null"
        return name

    def doc(self, doc, indent):
        return [f"{indent}/** {doc.replace('*/', '* /')} */"] if doc else []

    def returned(self, one):
        types = [self.type(type) for type in one.returns]
        return "void" if not types else types[0] if len(types) == 1 else f"[{', '.join(types)}]"

    def callable(self, one, indent, before):
        parameters = [f"{name_of(p.name)}: {self.type(p.type)}" for p in one.parameters]
        lines = [*self.doc(one.doc, indent), f"{indent}{before}{one.name}({', '.join(parameters)}): {self.returned(one)};"]
        if one.finish is not None:
            lines.append(f"{indent}{before}{one.name}({', '.join(parameters[:-1])}): Promise<{self.returned(one.finish)}>;")
        return lines

    def property(self, one, indent):
        names = {one.name.replace("-", "_"): None, camel(one.name): None}
        # Lists of values are read as a list and written as an array, by their setter.
        readonly = "" if one.writable and not (one.setter and one.setter.is_array and not one.type.is_array) else "readonly "
        return [*self.doc(one.doc, indent), *(f"{indent}{readonly}{name}: {self.type(one.type)};" for name in names)]

    def enumeration(self, one):
        lines = [*self.doc(one.doc, "        "), f"        enum {one.name} {{"]
        lines += [f"            {name} = {value}," for name, value in one.members] + ["        }"]
        if one.callables:
            lines += [f"        namespace {one.name} {{"]
            for function in one.callables:
                lines += self.callable(function, "            ", "function ")
            lines += ["        }"]
        return lines

    def error(self, one):
        lines = [*self.doc(one.doc, "        "), f"        class {one.name} extends GLib.Error {{"]
        lines += [f"            static {name}: number;" for name, _ in one.members]
        for function in one.callables:
            lines += self.callable(function, "            ", "static ")
        return [*lines, "        }"]

    def clas(self, one):
        if one.is_error:
            return self.error(one)
        if one.kind in ("enumeration", "bitfield"):
            return self.enumeration(one)
        item = ITEM if one.name == "List" else ""
        parent = f" extends {one.parent}" if one.parent is not None else ""
        lines = []
        if one.implements:
            lines.append(f"        interface {one.name}{item} extends {', '.join(one.implements)} {{}}")
        lines += [*self.doc(one.doc, "        "), f"        {'abstract ' if one.abstract else ''}class {one.name}{item}{parent} {{"]
        given = [f"{p.name.replace('-', '_')}?: {self.type(p.type, True)}" for p in one.properties if p.construct]
        if one.kind == "class" and not one.abstract and given:
            lines.append(f"            constructor(properties?: {{{'; '.join(given)}}});")
        for property in one.properties:
            if all(c.name != property.name.replace("-", "_") for c in one.callables):
                lines += self.property(property, "            ")
        for function in one.callables:
            lines += self.callable(function, "            ", "" if function.kind == "method" else "static ")
        return [*lines, "        }"]

    def text(self):
        names = {"name": self.namespace.name, "version": self.namespace.version}
        lines = [f"        const {name}: {self.type(type)};" for name, type in self.namespace.constants]
        for one in self.namespace.classes:
            lines += ["", *self.clas(one)]
        for one in self.namespace.functions:
            lines += self.callable(one, "        ", "function ")
        added = [f"        {line}".rstrip() for line in self.additions.splitlines() if not line.startswith("// SPDX")]
        return HEADER.format(**names) + "\n".join([*lines, *added]) + "\n" + FOOTER.format(**names)
