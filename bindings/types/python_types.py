# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The declarations (.pyi) for programs that read Python: what PyGObject makes of the namespace, and what our override adds."""

import ast
import keyword

HEADER = '''# SPDX-License-Identifier: LGPL-2.1-or-later
# Made from {name}-{version}.gir and from what the override adds. Not to be edited.
import array
import builtins
import contextlib
import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Any, ClassVar, Generic, TypeVar, overload

from gi.repository import Gio, GLib, GObject, Json

_Item = TypeVar("_Item")
'''
BASIC = {
    "utf8": "str", "filename": "str", "gboolean": "bool", "gint": "int", "guint": "int", "gint64": "int", "gsize": "int",
    "gdouble": "float", "gpointer": "Any", "GType": "GObject.GType", "GLib.Quark": "int", "guint8": "int", "none": "None",
    "Gio.AsyncReadyCallback": "Callable[..., None]",
}
# What the setters of attributes take besides the type itself.
WORDS = {
    "Date": "Date | str | datetime.date", "Period": "Period | str | tuple[Date | str | None, Date | str | None]",
    "Text": "Text | dict[str, str]",
}


def name_of(name):
    name = name.replace("-", "_")
    return name + "_" if keyword.iskeyword(name) else name


class PythonTypes:
    def __init__(self, namespace, additions):
        self.namespace = namespace
        self.enums = {c.name for c in namespace.classes if c.kind == "enumeration"}
        self.source = additions
        self.additions = {node.name: node for node in ast.parse(additions).body if isinstance(node, ast.ClassDef)}

    def plain(self, type, many="builtins.list"):
        name = BASIC.get(type.name, type.name)
        if name == "List":
            name = f"List[{type.item or 'Any'}]"
        return f"{many}[{name}]" if type.is_array else name

    def read(self, type):
        return self.plain(type) + (" | None" if type.nullable else "")

    def taken(self, type):
        return self.plain(type, "Sequence") + (" | None" if type.nullable else "")

    def assigned(self, property):
        type = property.setter or property.type
        if type.name in WORDS and not type.is_array:
            words = WORDS[type.name]
        elif type.name in self.enums:
            words = f"{type.name} | str"
        else:
            return self.plain(type, "Iterable") + (" | None" if type.nullable or type.is_array else "")
        return words + (" | None" if type.nullable else "")

    def callable(self, one, indent, parent):
        lines, parameters = [], []
        optional = len(one.parameters)
        while optional > 0 and one.parameters[optional - 1].type.nullable:
            optional -= 1
        for i, parameter in enumerate(one.parameters):
            parameters.append(f"{name_of(parameter.name)}: {self.taken(parameter.type)}" + (" = None" if i >= optional else ""))
        if one.is_async:
            parameters.append("*user_data: Any")
        if one.kind == "method":
            parameters.insert(0, "self")
        elif parent is not None:
            lines.append(f"{indent}@staticmethod")
        returns = [self.read(type) for type in one.returns]
        returned = "None" if not returns else returns[0] if len(returns) == 1 else f"tuple[{', '.join(returns)}]"
        lines.append(f"{indent}def {name_of(one.name)}({', '.join(parameters)}) -> {returned}:")
        return [*lines, *self.body(one.doc, indent + "    ")]

    def body(self, doc, indent):
        quoted = doc.replace("\\", "\\\\").replace('"""', "'''")
        return [f'{indent}"""{quoted}"""' if doc else f"{indent}..."]

    def property(self, one):
        name = name_of(one.name)
        lines = ["    @property", f"    def {name}(self) -> {self.read(one.type)}:", *self.body(one.doc, "        ")]
        if one.writable:
            lines += [f"    @{name}.setter", f"    def {name}(self, value: {self.assigned(one)}) -> None: ..."]
        return lines

    def bases(self, one):
        if one.kind in ("enumeration", "bitfield"):
            return ["GObject.GEnum" if one.kind == "enumeration" else "GObject.GFlags"]
        bases = [one.parent] if one.parent is not None else ["GObject.GBoxed"]
        return bases + one.implements + (["Generic[_Item]"] if one.name == "List" else [])

    def clas(self, one):
        addition = self.additions.get(one.name)
        stated = [node for node in (addition.body if addition is not None else []) if not isinstance(node, ast.Expr)]
        taken = {getattr(node, "name", None) or getattr(getattr(node, "target", None), "id", None) for node in stated}
        lines = [f"class {one.name}({', '.join(self.bases(one))}):", *([f'    """{one.doc}"""'] if one.doc else [])]
        for name, _ in one.members:
            lines.append(f"    {name_of(name)}: ClassVar[{one.name}]")
        if one.kind == "enumeration":
            lines.append("    def label(self, language: str | None = None) -> str: ...")
        for property in one.properties:
            # Where a method has the name of a property, it keeps it.
            if name_of(property.name) not in taken and all(c.name != name_of(property.name) for c in one.callables):
                lines += self.property(property)
        for method in one.callables:
            if name_of(method.name) not in taken:
                lines += self.callable(method, "    ", one)
        for node in stated:
            first = node.decorator_list[0].lineno if getattr(node, "decorator_list", None) else node.lineno
            lines += self.source.splitlines()[first - 1:node.end_lineno]
        return lines if len(lines) > 1 else [*lines, "    ..."]

    def text(self):
        parts = [HEADER.format(name=self.namespace.name, version=self.namespace.version).rstrip().splitlines()]
        parts += [[f"{name}: {self.read(type)}" for name, type in self.namespace.constants]]
        parts += [self.clas(one) for one in self.namespace.classes]
        parts += [self.callable(one, "", None) for one in self.namespace.functions]
        return "\n\n".join("\n".join(part) for part in parts) + "\n"
