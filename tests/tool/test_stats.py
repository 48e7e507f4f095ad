# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the catalog holds, counted."""

import json

import pytest

MINE = {
    "format": "eupolicy", "version": 1, "language": "en",
    "mandates": [{"id": "ec", "title": {"en": "One", "fr": "Un"}, "period": "2024/2029"}],
    "initiatives": [
        {"id": "a", "title": "A", "shortTitle": {"en": "a", "de": "a"}, "instrument": "strategy", "references": ["COM(2025) 1"],
         "figures": [{"value": 1, "label": {"en": "ships", "fr": "navires"}, "source": {"title": {"sv": "Källa"}}}],
         "sources": [{"title": "Page"}]},
        {"id": "b", "title": "B", "references": ["COM(2025) 2", "52025DC0148"], "otherTitles": [{"text": {"fr": "Bé"}}]}],
    "milestones": [{"id": "a/1", "subject": "a", "title": "Done", "kind": "adopted", "date": "2025-03-01"}],
    "commissioners": [{"id": "c", "terms": [{"mandate": "ec", "role": {"en": "President", "el": "Πρόεδρος"}}]}],
}


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(MINE))
    return ["--catalog", str(path)]


def test_types_verdicts_and_references(run, mine):
    rows = run(*mine, "stats").rows
    assert rows == [
        ["type", "mandate", "1"], ["type", "priority", "0"], ["type", "objective", "0"], ["type", "initiative", "2"],
        ["type", "milestone", "1"], ["type", "commissioner", "1"], ["type", "topic", "0"],
        ["verdict", "unknown", "1"], ["verdict", "pending", "0"], ["verdict", "kept", "1"], ["verdict", "kept-late", "0"],
        ["verdict", "late", "0"], ["verdict", "dropped", "0"],
        ["reference", "com", "2"], ["reference", "celex", "1"]]
    counts = json.loads(run(*mine, "stats", "--format", "json").out)
    assert [[what, value, str(n)] for what, values in counts.items() for value, n in values.items()] == rows


def test_languages(run, mine):
    # of a: title, short title, a figure's label and its source, a source; of a and b en, de, fr, sv; most first, then by tag
    rows = run(*mine, "stats", "--languages").rows
    assert rows == [
        ["en", "1", "0", "0", "5", "1", "1", "0", "8"],
        ["fr", "1", "0", "0", "2", "0", "0", "0", "3"],
        ["de", "0", "0", "0", "1", "0", "0", "0", "1"],
        ["el", "0", "0", "0", "0", "0", "1", "0", "1"],
        ["sv", "0", "0", "0", "1", "0", "0", "0", "1"]]
    counts = json.loads(run(*mine, "stats", "--languages", "--format", "json").out)
    assert counts["en"] == {"mandate": 1, "priority": 0, "objective": 0, "initiative": 5, "milestone": 1, "commissioner": 1,
                            "topic": 0}
    assert list(counts) == [row[0] for row in rows]


def test_nothing_to_count(run, tmp_path):
    path = tmp_path / "empty.json"
    path.write_text('{"format": "eupolicy", "version": 1}')
    assert run("--catalog", str(path), "stats", "--languages").out == ""
    assert json.loads(run("--catalog", str(path), "stats", "--languages", "--format", "json").out) == {}


def test_the_day_counts(run, mine):
    assert ["verdict", "kept", "0"] in run(*mine, "stats", "--as-of", "2025-01-01").rows


def test_builtin_agrees_with_count(run):
    rows = run("stats").rows
    verdicts = [int(row[2]) for row in rows if row[0] == "verdict"]
    assert sum(verdicts) == len(run("list", "initiatives").rows) and sum(n > 0 for n in verdicts) > 3
    types = {row[1]: row[2] for row in rows if row[0] == "type"}
    assert types == {row[0]: row[1] for row in run("count", "type").rows}


def test_on_a_terminal_with_a_heading(run_in_terminal, mine):
    assert run_in_terminal(*mine, "stats", NO_COLOR="1").lines[0].split() == ["WHAT", "VALUE", "COUNT"]
    lines = run_in_terminal(*mine, "stats", "--languages", NO_COLOR="1", width=120).lines
    assert lines[0].split() == ["LANGUAGE", "MANDATE", "PRIORITY", "OBJECTIVE", "INITIATIVE", "MILESTONE", "COMMISSIONER",
                                "TOPIC", "ALL"]
    assert len({len(line) for line in lines}) == 1
