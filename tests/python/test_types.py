# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The declarations of types for editors say what is there, and all of it."""

import ast
import keyword
import os
from pathlib import Path

import pytest
from gi.repository import EuPolicy, GObject

DECLARATIONS = Path(os.environ["EUP_BUILD_ROOT"]) / "bindings" / "EuPolicy.pyi"
pytestmark = pytest.mark.skipif(not DECLARATIONS.exists(), reason="built without the bindings")
# What PyGObject and the override give to each class by themselves.
COMMON = {"props", "find_property", "list_properties", "install_properties", "override_property",
          "get_property", "set_property"}


@pytest.fixture(scope="module")
def declarations():
    return {node.name: node for node in ast.parse(DECLARATIONS.read_text(encoding="utf-8")).body
            if isinstance(node, (ast.ClassDef, ast.FunctionDef))}


def members_of(node):
    named = {m.name if isinstance(m, ast.FunctionDef) else m.target.id: m for m in node.body
             if isinstance(m, (ast.FunctionDef, ast.AnnAssign))}
    return {name[:-1] if keyword.iskeyword(name[:-1]) else name: m for name, m in named.items()}


def test_all_that_is_declared_is_there(declarations):
    missing = []
    for name, node in declarations.items():
        found = getattr(EuPolicy, name)
        if isinstance(node, ast.ClassDef):
            missing += [f"{name}.{member}" for member in members_of(node) if not hasattr(found, member)]
    assert missing == []


def test_all_that_is_there_is_declared(declarations):
    missing = []
    for name in dir(EuPolicy):
        found = getattr(EuPolicy, name)
        if name.startswith("_") or not isinstance(found, type) or name.endswith("Class"):
            continue
        if name not in declarations:
            missing.append(name)
            continue
        missing += [f"{name}.{member}" for member in vars(found)
                    if not member.startswith(("_", "do_")) and member not in {*members_of(declarations[name]), *COMMON}]
    assert missing == []


def test_lists_hold_what_is_declared(declarations, builtin):
    wrong = []
    for kind in ("Mandate", "Priority", "Objective", "Initiative", "Milestone", "Commissioner", "Topic", "Catalog"):
        entity = builtin if kind == "Catalog" else next(e for e in builtin if type(e).__name__ == kind)
        members = members_of(declarations[kind]) | (members_of(declarations["Entity"]) if kind != "Catalog" else {})
        for name, member in members.items():
            returns = ast.unparse(member.returns) if isinstance(member, ast.FunctionDef) and member.returns else ""
            if returns.startswith("List[") and not member.args.args[1:]:
                value = getattr(entity, name)
                value = value() if callable(value) else value
                item = value.get_item_type() if value is not None else None
                declared = GObject.type_from_name("Eup" + returns[len("List["):].split("]")[0])
                if item is not None and not item.is_a(declared):
                    wrong.append(f"{kind}.{name}: {returns}, {item.name}")
    assert wrong == []


def test_setters_take_words(declarations):
    properties = [m for m in declarations["Initiative"].body if isinstance(m, ast.FunctionDef) and m.name == "instrument"]
    assert [ast.unparse(m.args.args[1].annotation) for m in properties if len(m.args.args) > 1] == ["Instrument | str"]
    assert issubclass(EuPolicy.Instrument, GObject.GEnum)
