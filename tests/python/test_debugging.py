# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What EUP_DEBUG makes the library print. It is read once in a process, so each case is a process of its own."""

import os
import re
import subprocess
import sys
import textwrap

import pytest

BEGIN = """
import gi
gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy
catalog = EuPolicy.Catalog.builtin()
catalog.languages, catalog.as_of = ["en"], "2026-11-21"
"""
QUERY = "print(catalog.query('lead:magnus-brunner is:open').get_n_items())\n"
WORDS = "print(catalog.query('security sort:date').get_n_items(), catalog.query('ref:\"COM(2025) 148\"').get_n_items())\n"
EDIT = """
entity = catalog["protecteu"]
listed = catalog.initiatives
listed.connect("items-changed", lambda *_: None)
entity.connect("notify::title", lambda *_: None)
with catalog.edit():
    entity.title = "Another"
    catalog.remove("edip")
    catalog.add(EuPolicy.Initiative("new", title="N"))
    catalog.rename("new", "newer")
    assert catalog["newer"].status == EuPolicy.Status.UNKNOWN
    catalog.add(EuPolicy.Milestone("newer/1", subject_id="newer", date="2025-01-01", kind="adopted", actor="commission"))
print(len(catalog))
"""


def lines_of(code, debug):
    env = {name: value for name, value in os.environ.items() if name != "EUP_DEBUG"}
    if debug is not None:
        env["EUP_DEBUG"] = debug
    done = subprocess.run([sys.executable, "-c", BEGIN + textwrap.dedent(code)], env=env, capture_output=True, text=True, check=True)
    return done.stderr.splitlines(), done.stdout


def kinds(lines):
    return {line.split(":")[0] for line in lines}


@pytest.mark.parametrize("debug", [None, "", "nothing", "plans"])
def test_nothing_without_it(debug):
    lines, shown = lines_of(QUERY + WORDS + EDIT, debug)
    assert lines == []
    assert shown == lines_of(QUERY + WORDS + EDIT, "all")[1]


def test_plans():
    lines, shown = lines_of(QUERY, "plan")
    assert kinds(lines) == {"eupolicy plan"}
    assert lines[0] == "eupolicy plan: query: lead:magnus-brunner is:open"
    assert any(line.startswith("eupolicy plan: initiatives: ") for line in lines)
    assert re.fullmatch(r"eupolicy plan: (\d+) found in \d+\.\d{3} ms; work \d+, estimated \d+", lines[-1])[1] == shown.strip()


def test_plans_that_are_refused():
    refused = """
    from gi.repository import GLib
    catalog = EuPolicy.Catalog()
    with catalog.edit():
        for i in range(6000):
            catalog.add(EuPolicy.Initiative(f"i{i}", title=f"Title {i} of a common word"))
    languages = [f"x{a}{b}{c}" for a in "abcdefghijklmnop" for b in "abcdefghijklmnop" for c in "abcdefghijklmno"]
    try:
        catalog.query("type:initiative has:" + ",".join(f"title@{language}" for language in languages))
    except GLib.Error as error:
        print(error.matches(EuPolicy.query_error_quark(), EuPolicy.QueryError.TOO_COSTLY))
    """
    lines, shown = lines_of(refused, "plan")
    assert shown == "True\n"
    assert lines[0].startswith("eupolicy plan: query: type:initiative has:title@xaaa,")
    assert lines[1:] == ["eupolicy plan: refused: costs too much"]


def test_ids_need_no_plan():
    lines, _ = lines_of("catalog.query('id:protecteu').get_n_items()", "plan")
    assert lines == ["eupolicy plan: query: id:protecteu", "eupolicy plan: looked up by its id: 1 found"]


def test_indexes():
    lines, _ = lines_of(QUERY + WORDS + WORDS, "index")
    assert kinds(lines) == {"eupolicy index"}
    built = [line for line in lines if line.startswith("eupolicy index: built ")]
    assert all(re.search(r": \d+ \w+, \d+ bytes, \d+\.\d{3} ms$", line) for line in built), built
    for what in ("built order by id of initiatives: ", "built words: ", "built references: ",
                 "built what milestones.subject leads to, backwards: "):
        assert sum(what in line for line in built) == 1, (what, lines)
    # once as of today, and once as of the day that is set
    assert 1 <= sum("built what follows from milestones: " in line for line in built) <= 2, lines
    words = next(line for line in built if "built words" in line)
    assert min(int(number) for number in re.search(r"(\d+) words, (\d+) bytes", words).groups()) > 1000


def test_indexes_that_are_dropped():
    lines, _ = lines_of(QUERY + "catalog.as_of = '2020-01-01'\n" + QUERY, "index")
    assert "eupolicy index: dropped lists of all types: another day, or too many changes at once" in lines


def test_edits():
    lines, _ = lines_of(EDIT, "edits")
    assert kinds(lines) == {"eupolicy edits"}
    lines = [line.removeprefix("eupolicy edits: ") for line in lines]
    expected = ["changed initiatives protecteu: title", "removed initiatives edip", "added initiatives new",
                "renamed initiatives newer", "added milestones newer/1", "changed what follows from milestones of initiatives newer"]
    assert [line for line in lines if line in expected] == expected, lines
    announced = [line for line in lines if line.startswith("announcing: ")]
    assert lines[-1] == announced[-1] and lines.count(announced[-1]) == 1
    assert re.fullmatch(r"announcing: [1-9]\d* objects with properties, [1-9]\d* lists and results, [1-9]\d* entities", announced[-1])


def test_several_and_all():
    both = kinds(lines_of(QUERY + EDIT, "plan,edits")[0])
    assert both == {"eupolicy plan", "eupolicy edits"}
    assert kinds(lines_of(QUERY + EDIT, "all")[0]) == both | {"eupolicy index"}


def test_help():
    lines, _ = lines_of(QUERY, "help")
    assert "plan" in " ".join(lines) and "edits" in " ".join(lines) and "index" in " ".join(lines)
    assert not any(line.startswith("eupolicy ") for line in lines)
