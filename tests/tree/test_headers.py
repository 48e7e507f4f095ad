# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The prototypes in the public headers: in columns, where they belong, and with the warnings that they deserve."""

import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import prototypes
from api import C, CALLABLES, CORE

GIR = Path(os.environ["EUP_BUILD_ROOT"]) / "lib" / "EuPolicy-1.gir"


def callables():
    if not GIR.exists():
        pytest.skip("built without introspection")
    for element in ElementTree.parse(GIR).getroot().iter():
        if element.tag in CALLABLES and element.get(C + "identifier") and element.find(CORE + "return-value") is not None:
            yield element.get(C + "identifier"), element.find(CORE + "return-value").get("transfer-ownership")


def declared():
    return {p.function.name: (path.name, p) for path in prototypes.headers()
            for p in prototypes.prototypes(path.read_text(encoding="utf-8"))}


def test_prototypes_stand_in_columns():
    wrong = [path.name for path in prototypes.headers()
             if (text := path.read_text(encoding="utf-8")) != prototypes.aligned(text)]
    assert wrong == [], "tests/tree/prototypes.py --write puts them there"


def test_no_prototype_is_overlooked():
    """What the other tests of this file look at is all that there is."""
    missing = []
    for path in prototypes.headers():
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        names = set(re.findall(r"^EUP_AVAILABLE_IN_\w+\n(?!G_DECLARE|EUP_DECLARE)[^;(]*?\b(eup_\w+)\s*\(", text, re.M))
        missing += sorted(names - {p.function.name for p in prototypes.prototypes(text)})
    assert missing == []
    assert len(declared()) > 350
    assert {name for name, _ in callables()} - set(declared()) == set()


def test_what_is_given_away_is_not_ignored():
    """Who ignores it leaks it. A reference may be taken for somebody else, as with g_object_ref()."""
    wrong = []
    for name, transfer in callables():
        _, prototype = declared()[name]
        wanted = transfer in ("full", "container") and not name.endswith("_ref")
        if wanted != (prototypes.UNUSED in prototype.attributes):
            wrong.append(f"{name}: transfer {transfer}, {prototype.attributes or 'no attributes'}")
    assert wrong == []


@pytest.mark.parametrize("prefix, header", [("eup_query_", "eup-query.h")])
def test_all_of_a_class_is_declared_in_its_header(prefix, header):
    others = ("eup_query_error_",)
    assert {name: found for name, (found, _) in declared().items()
            if name.startswith(prefix) and not name.startswith(others) and found != header} == {}


@pytest.mark.parametrize("text, expected", [
    ("EUP_AVAILABLE_IN_1_0\nEupList *eup_a (EupA *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;\n"
     "EUP_AVAILABLE_IN_1_0\nconst char * const *eup_a_b (void);\n",
     "EUP_AVAILABLE_IN_1_0\nEupList            *eup_a   (EupA    *self,\n"
     "                             GError **error) G_GNUC_WARN_UNUSED_RESULT;\n"
     "EUP_AVAILABLE_IN_1_0\nconst char * const *eup_a_b (void);\n"),
    ("EUP_AVAILABLE_IN_1_0\nG_DECLARE_FINAL_TYPE (EupA, eup_a, EUP, A, GObject)\n", None),
    ("EUP_AVAILABLE_IN_1_0\nvoid  eup_a (int a,\n   const char *const *b);\n",
     "EUP_AVAILABLE_IN_1_0\nvoid eup_a (int                 a,\n            const char * const *b);\n"),
])
def test_columns(text, expected):
    assert prototypes.aligned(text) == (text if expected is None else expected)
    assert prototypes.aligned(prototypes.aligned(text)) == prototypes.aligned(text)
