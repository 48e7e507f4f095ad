# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is public: exported with the right prefix, as the repository says, and documented."""

import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from api import C, CORE, GLIB, interface

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ["EUP_BUILD_ROOT"])
GIR = BUILD / "lib" / "EuPolicy-1.gir"
DOCUMENTED = [CORE + n for n in ("function", "method", "constructor", "class", "interface", "record", "enumeration",
                                 "bitfield", "constant", "property", "callback")] + [GLIB + "signal"]


def namespace():
    return ElementTree.parse(GIR).getroot().find(CORE + "namespace")


def exported():
    library = BUILD / "lib" / "libeupolicy-1.so"
    lines = subprocess.run(["nm", "-D", "--defined-only", str(library)], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    return {line.split()[-1].split("@")[0] for line in lines}


def declared():
    names = set()
    for header in [*ROOT.glob("include/eupolicy/*.h"), *BUILD.glob("include/eupolicy/*.h")]:
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        names |= set(re.findall(r"EUP_AVAILABLE_IN_\w+[^;(]*?\b(eup_\w+)\s*\(", text))
    return names


def test_only_our_names_are_exported():
    assert [n for n in exported() if not n.startswith("eup_")] == []


def test_what_is_exported_is_declared():
    unknown = {n for n in exported() - declared() if not n.endswith("_get_type")}
    assert unknown == set()
    assert declared() - exported() == set()


def test_interface_is_the_committed_one():
    committed = (ROOT / "tests" / "data" / "api.txt").read_text(encoding="utf-8").splitlines()
    current = interface(GIR)
    changes = [f"- {l}" for l in committed if l not in current] + [f"+ {l}" for l in current if l not in committed]
    if changes:
        pytest.fail("\n".join(changes) + "\nIf it is meant: tests/tree/api.py BUILD/lib/EuPolicy-1.gir >tests/data/api.txt",
                    pytrace=False)


def test_everything_public_is_documented():
    missing = []

    def walk(element, path):
        for child in element:
            name = f"{path}.{child.get('name')}"
            if child.tag in DOCUMENTED and child.get("disguised") != "1" and not child.get(GLIB + "is-gtype-struct-for"):
                if child.find(CORE + "doc") is None:
                    missing.append(f"{name}: no documentation")
                elif child.get("version") is None:
                    missing.append(f"{name}: no Since")
            if child.tag == CORE + "member" and child.find(CORE + "doc") is None:
                missing.append(f"{name}: no documentation")
            if child.tag in (CORE + "class", CORE + "interface", CORE + "record", CORE + "enumeration", CORE + "bitfield"):
                walk(child, name)

    walk(namespace(), "EuPolicy")
    if missing:
        pytest.fail("\n".join(missing), pytrace=False)


def test_no_library_containers_are_handed_out():
    """Collections are list models and string arrays, which every language can hold."""
    containers = {"GLib.List", "GLib.SList", "GLib.PtrArray", "GLib.Array", "GLib.HashTable"}
    found = [element.get(C + "identifier") for element in namespace().iter() if element.get(C + "identifier")
             for part in element.iter() if part.tag in (CORE + "type", CORE + "array") and part.get("name") in containers]
    assert found == []
