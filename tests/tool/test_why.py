# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Why a status, a verdict, a date is what it is; and how show and timeline mark what was moved."""

import json
import re

import pytest


def milestone(name, subject, kind, date=None, **more):
    return {"id": f"{subject}/{name}", "subject": subject, "title": f"{subject} {name}", "kind": kind,
            **({"date": date} if date else {}), **more}


CATALOGUE = {
    "format": "eupolicy", "version": 1, "language": "en",
    "mandates": [{"id": "ec", "title": "The Commission", "period": "2019-12-01/2024-11-30"}],
    "priorities": [{"id": "p", "mandate": "ec", "title": "Priority"}],
    "initiatives": [
        {"id": "act", "title": "Act", "instrument": "regulation", "position": 3, "sources": [{"title": "Register", "uri": "https://r.example/"}]},
        {"id": "mover", "title": "Mover", "instrument": "regulation", "references": ["COM(2024) 3", "Regulation (EU) 2025/7"]},
        {"id": "stated", "title": "Stated", "instrument": "strategy", "status": "ongoing", "statusSince": "2021"},
        {"id": "package", "title": "Package", "instrument": "package"},
        {"id": "part", "title": "Part", "instrument": "strategy", "parent": "package"},
        {"id": "promise", "title": "Promise", "instrument": "commitment", "priorities": ["p"]},
        {"id": "missed", "title": "Missed", "instrument": "strategy", "priorities": ["p"]},
        {"id": "overdue", "title": "Overdue", "instrument": "strategy", "priorities": ["p"]},
        {"id": "dropped", "title": "Dropped", "instrument": "strategy", "priorities": ["p"]},
        {"id": "withdrawn", "title": "Withdrawn", "instrument": "directive"},
        {"id": "body", "title": "Body", "instrument": "body"},
        {"id": "nothing", "title": "Nothing"},
        {"id": "circle", "title": "Circle", "instrument": "strategy"},
    ],
    "milestones": [
        milestone("old", "act", "applied", "2025-01-10", rescheduledTo="act/new", rescheduledBy="mover",
                  sources=[{"title": "Old journal", "uri": "https://old.example/"}]),
        milestone("new", "act", "applied", "2027-01-10", sources=[{"title": "New journal", "uri": "https://new.example/"}]),
        milestone("force", "act", "in-force", "2022-03-04", sources=[{"title": "Journal", "uri": "https://j.example/"}]),
        milestone("signed", "mover", "signed", "2024-12-05"),
        milestone("done", "part", "adopted", "2023-02-03"),
        milestone("plan", "missed", "adopted", "2023", state="missed"),
        milestone("plan", "overdue", "adopted", "2024-06", state="expected"),
        milestone("plan", "dropped", "adopted", "2024", state="cancelled", rescheduledOn="2024-02-01"),
        milestone("end", "withdrawn", "withdrawn", "2024-05-06"),
        milestone("start", "body", "launched", "2020-01-01"),
        milestone("somewhere", "circle", "event", "2024-01", state="rescheduled"),
        milestone("target", "circle", "target", "2023"),
        milestone("undated", "circle", "event"),
        milestone("there", "circle", "event", "2024-02", rescheduledTo="circle/back"),
        milestone("back", "circle", "event", "2024-03", rescheduledTo="circle/there"),
        milestone("lost", "circle", "event", "2024-04", rescheduledTo="no/such"),
    ],
}


@pytest.fixture
def why(run, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(CATALOGUE))

    def why(*args):
        return run("--catalog", str(path), "--as-of", "2026-11-21", *args)

    return why


def lines_of(answer):
    return [re.sub(r" {2,}", "  ", line.strip()) for line in answer.lines]


def test_an_initiative(why):
    answer = why("why", "act")
    assert answer.code == 0 and answer.err == ""
    assert lines_of(answer) == [
        "Act", "initiative act", "",
        "Status  In force · 4 March 2022",
        "Why  it has reached the milestone “act force” (4 March 2022)  act/force",
        "Verdict  Kept late",
        "Why  it was delivered, but “act new” (10 January 2027) comes 730 days later than first planned",
        "", "Moved dates",
        "↷ 10 January 2025  act old → 10 January 2027",
        "Moved to  10 January 2027 · act new  act/new",
        "Moved by  Mover · Regulation (EU) 2025/7  mover",
        "Known since  5 December 2024",
        "First planned 10 January 2025 · act old  act/old",
        "Slippage  730 days later",
        "", "Sources", "Journal  https://j.example/", "New journal  https://new.example/",
        "Old journal  https://old.example/", "Register  https://r.example/"]


def test_before_the_move_was_known(why):
    answer = why("--as-of", "2024-12-04", "why", "act")
    assert "Moved dates" not in answer.out and "Kept" in answer.out
    assert "it takes the place of “act old” (10 January 2025), and that is not known yet" in why(
        "--as-of", "2024-12-04", "why", "act/new").out


@pytest.mark.parametrize("id, said", [
    ("stated", ["Ongoing · 2021", "it is stated (2021)", "Pending"]),
    ("package", ["its parts say so, lately “Part” (3 February 2023)  part", "Part · Adopted · 3 February 2023", "Kept",
                 "it was delivered, and no date of it slipped"]),
    ("promise", ["Announced · 1 December 2019", "the mandate “The Commission” has begun (1 December 2019)  ec"]),
    ("missed", ["Late", "“missed plan” (2023) was missed", "“missed plan” is planned"]),
    ("overdue", ["Late", "the day of “overdue plan” (June 2024) has passed, and nothing says that it was met"]),
    ("dropped", ["Dropped", "“dropped plan” (2024) was given up, and nothing else is expected"]),
    ("withdrawn", ["Withdrawn · 6 May 2024", "it has ended: “withdrawn end” (6 May 2024)", "it ended before it was delivered"]),
    ("body", ["it was launched: “body start” (1 January 2020)"]),
    ("nothing", ["Unknown", "nothing is known", "its status is not known"]),
    ("act/old", ["Rescheduled · 10 January 2025", "it was moved to “act new” (10 January 2027)", "Regulation (EU) 2025/7",
                 "Known since   5 December 2024", "https://new.example/"]),
    ("act/new", ["Expected", "its day is yet to come", "First planned 10 January 2025 · act old", "730 days later"]),
    ("act/force", ["Reached", "its day has come"]),
    ("missed/plan", ["Missed", "a source says that it was not met"]),
    ("dropped/plan", ["Cancelled", "given up", "Known since   1 February 2024"]),
    ("overdue/plan", ["Expected", "a source says so"]),
    ("circle/somewhere", ["Rescheduled", "moved to a date that is not known yet", "a date not known yet"]),
    ("circle/target", ["Unknown", "the day of the target has passed"]),
    ("circle/undated", ["Unknown", "it has no date"]),
    ("circle/there", ["Rescheduled", "“circle back” (March 2024)"]),
    ("circle/lost", ["Rescheduled", "no/such"]),
])
def test_rules(why, id, said):
    answer = why("why", id)
    assert answer.code == 0 and answer.err == ""
    for words in said:
        assert words in answer.out, answer.out


def test_german_and_french(why):
    german = why("--lang", "de", "why", "act").out
    for words in ("In Kraft · 4. März 2022", "der Meilenstein „act force“ ist erreicht", "730 Tage später", "Bekannt seit",
                  "5. Dezember 2024", "Quellen", "Verschoben von"):
        assert words in german, german
    french = why("--lang", "fr-BE", "why", "act").out
    for words in ("En vigueur · 4 mars 2022", "l’étape « act force » est atteinte", "730 jours plus tard", "Connu depuis"):
        assert words in french, french
    # of languages that have no sentences, dates still follow
    assert "4 marca 2022" in why("--lang", "pl", "why", "act").out


def test_what_has_no_status(why):
    answer = why("why", "p")
    assert answer.code == 2 and answer.out == ""
    assert "a priority, which has no status of its own" in answer.err
    assert "eupolicy query type:initiative in:p" in answer.err
    answer = why("why", "atc")
    assert answer.code == 1 and "did you mean act" in answer.err
    answer = why("why", "act", "nosuch", "stated")
    assert answer.code == 1 and answer.out.count("Verdict") == 2


def test_everything_can_be_explained(run):
    ids = run("query", "type:initiative OR type:milestone", "--format", "ids").lines
    for lang in ("en", "de", "fr"):
        answer = run("--lang", lang, "why", *ids)
        assert answer.code == 0 and answer.err == ""
        assert "{1}" not in answer.out and "{2}" not in answer.out
        assert not re.search(r"(^|\s)\?( |$)", answer.out), lang


def test_the_builtin_moves(run):
    answer = run("why", "ai-act")
    for words in ("Kept late", "2 December 2027", "Regulation (EU) 2026/1744", "487 days later",
                  "https://eur-lex.europa.eu/eli/reg/2026/1744/oj"):
        assert words in answer.out


# -- show and timeline

def test_show(why):
    answer = why("show", "act")
    lines = lines_of(answer)
    # the date of the status, not that of the last milestone
    assert "Status  In force · 4 March 2022" in lines
    assert "Verdict  Kept late" in lines and "Slippage  730 days later" in lines
    assert "↷ 10 January 2025  act old → 10 January 2027" in lines
    assert "Position" not in answer.out
    assert "Slippage" not in why("show", "stated").out
    assert "State  Rescheduled → 10 January 2027" in lines_of(why("show", "act/old"))
    assert "Verdict" not in why("show", "nothing").out
    assert "730 Tage später" in why("--lang", "de", "show", "act/new").out


def test_timeline_in_a_pipe(why):
    rows = why("timeline").rows
    assert all(len(row) == 4 for row in rows)
    assert {row[0] for row in rows} == {"unknown", "expected", "reached", "missed", "rescheduled", "cancelled"}
    assert ["rescheduled", "10 January 2025", "act old → 10 January 2027", "act"] in rows
    assert ["rescheduled", "April 2024", "circle lost → no/such", "circle"] in rows
    assert ["rescheduled", "January 2024", "circle somewhere → ?", "circle"] in rows
    assert ["missed", "2023", "missed plan", "missed"] in rows


def test_timeline_on_a_terminal(run_in_terminal, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(CATALOGUE))
    call = ["--catalog", str(path), "--as-of", "2026-11-21", "timeline"]
    out = run_in_terminal(*call).out
    for words in ("act old", "missed plan", "dropped plan"):
        assert f"\033[2;9m{words}\033[0m" in out
    assert "\033[2;9mact new" not in out and " → 10 January 2027" in out
    plain = run_in_terminal(*call, NO_COLOR="1").out
    assert "\033" not in plain
    assert "  ↷ 10 January 2025" in plain and "  – 2024" in plain and "  × 2023" in plain
    narrow = run_in_terminal(*call, NO_COLOR="1", width=40).lines
    assert all(len(line) <= 40 for line in narrow), narrow
