# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Questions put to the command."""

import json

import pytest


def test_list_with_a_question(run):
    answer = run("list", "initiatives", "in:security-and-defence", "is:open")
    assert answer.code == 0
    assert 0 < len(answer.rows) < len(run("list", "initiatives").rows)


def test_columns(run):
    answer = run("list", "commissioners", "country:FI", "--columns", "id,country,title")
    assert answer.code == 0
    assert ["henna-virkkunen", "FI", "Henna Virkkunen"] in answer.rows
    assert run("list", "topics", "--columns", "nosuch").code == 2


# -- query, count, timeline

def test_query(run):
    answer = run("query", "type:milestone", "date:2025-03", "in:security-and-defence", "sort:date")
    assert answer.code == 0
    assert answer.rows
    assert all("March 2025" in row[0] for row in answer.rows)


def test_query_with_a_negation(run):
    everything = run("query", "type:initiative", "--format", "ids").lines
    without = run("query", "type:initiative", "-status:announced", "--format", "ids").lines
    assert set(without) < set(everything)


def test_query_formats(run):
    lines = [json.loads(line) for line in run("query", "protecteu", "--format", "jsonl").lines]
    assert any(entity.get("id") == "protecteu" for entity in lines)
    document = json.loads(run("query", "id:protecteu", "--format", "json").out)
    assert [i["id"] for i in document["initiatives"]] == ["protecteu"]
    assert run("query", "id:protecteu", "--format", "ids").out == "protecteu\n"


def test_query_explains(run):
    answer = run("query", "status:proposed", "sort:-date", "limit:5", "--explain")
    assert answer.code == 0
    assert answer.out.strip()


@pytest.mark.parametrize("text, word", [("status:propsed", "propsed"), ("stattus:proposed", "stattus"),
                                        ("date:2025-13", "2025-13"), ("(protecteu", "")])
def test_query_error_points_at_the_column(run, text, word):
    answer = run("query", "type:initiative", text)
    assert answer.code == 2
    lines = answer.err.splitlines()
    assert lines[0].startswith("eupolicy: expected ")
    assert lines[1] == "  type:initiative " + text
    column = lines[2].index("^")
    assert lines[2].strip() == "^"
    if word:
        assert lines[1][column:].startswith(word) or word in lines[1][column - len(word):column + len(word)]


def test_query_says_what_is_not_there(run):
    for words in (["query", "lead:virkkunnen"], ["count", "status", "lead:virkkunnen"], ["list", "initiatives", "lead:virkkunnen"],
                  ["timeline", "lead:virkkunnen"]):
        answer = run(*words)
        assert answer.code == 0
        assert answer.out == ""
        assert answer.err.startswith("eupolicy: expected the id or the name of a Commissioner")
        assert answer.err.endswith('found "virkkunnen"; did you mean virkkunen?\n')
    assert run("query", "lead:virkkunen", "limit:1").err == ""


def test_count(run):
    answer = run("count", "status", "type:initiative")
    assert answer.code == 0
    counts = {row[0]: int(row[1]) for row in answer.rows}
    assert sum(counts.values()) == len(run("list", "initiatives").rows)
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
    as_json = json.loads(run("count", "status", "type:initiative", "--format", "json").out)
    assert as_json == counts


def test_timeline(run):
    answer = run("timeline", "protecteu")
    assert answer.code == 0
    assert ["reached", "1 April 2025", "ProtectEU: adopted by the Commission", "protecteu"] in answer.rows
    # the coarser claim of the same event is not shown
    assert not any(row[1] == "April 2025" and row[3] == "protecteu" for row in answer.rows)


def test_timeline_is_in_order(run):
    days = run("timeline", "security-and-defence", "--format", "jsonl").lines
    dates = [json.loads(line).get("date") for line in days if '"milestone"' in line]
    assert dates and len(dates) > 10


def test_timeline_of_another_day(run):
    answer = run("--as-of", "2025-01-01", "timeline", "id:protecteu/commission-adoption/2025-04-01")
    assert answer.rows[0][0] == "expected"


def test_dates_are_localised(run):
    french = run("--lang", "fr", "timeline", "protecteu").out
    assert "avril 2025" in french or "2025-04-01" in french  # without ICU


def test_what_the_library_prints_stands_beside_the_answer(run):
    quiet, told = run("query", "lead:magnus-brunner", "is:open"), run("query", "lead:magnus-brunner", "is:open", EUP_DEBUG="plan,index")
    assert quiet.err == "" and (told.code, told.out) == (quiet.code, quiet.out)
    assert {line.split(":")[0] for line in told.err.splitlines()} == {"eupolicy plan", "eupolicy index"}
