# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command in a pipe: what it prints, and what it ends with."""

import json
import os
import subprocess

import pytest

COMMANDS = ["list", "show", "query", "count", "timeline", "why", "stats", "convert", "validate"]
SMALL = {
    "format": "eupolicy",
    "version": 1,
    "initiatives": [{"id": "paths", "title": {"en": "Paths", "fr": "Chemins"}, "instrument": "regulation"}],
    "milestones": [{"id": "paths/1", "subject": "paths", "date": "2025-03", "kind": "proposed", "title": "Proposed"}],
}


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.json"
    path.write_text(json.dumps(SMALL))
    return str(path)


# -- help and wrong use

def test_help_names_every_command(run):
    answer = run("--help", fixed=False)
    assert answer.code == 0
    assert all(f"\n  {command} " in answer.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_examples(run, command):
    for call in ([command, "--help"], ["help", command], [command, "-h"]):
        answer = run(*call, fixed=False)
        assert answer.code == 0
        assert answer.out.startswith(f"Usage: eupolicy {command}")
        assert "Examples:\n  " in answer.out


def test_version(run):
    answer = run("--version", fixed=False)
    assert answer.code == 0
    assert answer.out == "eupolicy 1.0.0\n"


@pytest.mark.parametrize("args, said", [
    ([], "eupolicy --help"),
    (["lst"], "did you mean list?"),
    (["frobnicate"], "unknown command"),
    (["list", "--formt", "ids"], "did you mean --format?"),
    (["list", "priorites"], "did you mean priorities?"),
    (["list", "whatever"], "the types are mandates, "),
    (["show"], "show needs more"),
    (["query"], "query needs more"),
    (["count"], "count needs more"),
    (["convert", "one.json"], "convert needs more"),
    (["convert", "a", "b", "c"], "convert needs two names"),
    (["validate"], "validate needs more"),
    (["why"], "why needs more"),
    (["why", "protecteu", "--format", "json"], "--format has no meaning here"),
    (["stats", "status:proposed"], "stats takes no question"),
    (["stats", "--format", "ids"], "counts are given"),
    (["list", "--languages"], "--languages has no meaning here"),
    (["list", "--explain"], "--explain has no meaning here"),
    (["list", "--format"], "--format needs a value"),
    (["list", "--help=yes"], "--help takes no value"),
    (["list", "topics", "--format", "papyrus"], "unknown format"),
    (["list", "--color", "pink"], "--color is"),
    (["--as-of", "2025-02-30", "list"], "--as-of"),
    (["--lang", "", "list"], "--lang needs a language"),
    (["count", "nonsense"], "nonsense"),
    (["count", "status", "--format", "ids"], "counts are given"),
    (["show", "protecteu", "--format", "ids"], "an entity is shown"),
])
def test_wrong_use(run, args, said):
    answer = run(*args, fixed=False)
    assert answer.code == 2
    assert answer.out == ""
    assert said in answer.err
    assert answer.err.startswith("eupolicy: ")


# -- list

def test_list_priorities(run):
    answer = run("list", "priorities")
    assert answer.code == 0
    assert len(answer.rows) == 13
    assert all(len(row) == 3 for row in answer.rows)
    assert ["security-and-defence", "ec-2024", "A new era for European defence and security"] in answer.rows


@pytest.mark.parametrize("one, many", [("mandate", "mandates"), ("priority", "priorities"),
                                       ("objective", "objectives"), ("initiative", "initiatives"),
                                       ("milestone", "milestones"), ("commissioner", "commissioners"),
                                       ("topic", "topics")])
def test_list_takes_one_and_many(run, one, many):
    answer = run("list", many)
    assert answer.code == 0
    assert answer.out == run("list", one).out
    assert answer.rows


def test_list_everything_by_id(run):
    ids = run("list", "--format", "ids").lines
    assert "protecteu" in ids and "ec-2024" in ids and "henna-virkkunen" in ids
    assert len(ids) == len(set(ids)) > 900


# -- show

def test_show(run):
    answer = run("show", "protecteu")
    assert answer.code == 0
    assert answer.lines[0] == "ProtectEU: a European Internal Security Strategy"
    for part in ("Adopted · 1 April 2025", "Magnus Brunner", "magnus-brunner", "COM(2025) 148", "https://", "Milestones",
                 "Sources", "A new era for European defence and security"):
        assert part in answer.out
    assert "\033" not in answer.out


def test_show_formats_figures(run):
    assert "71 %" in run("show", "security-and-defence").out.replace("71%", "71 %").replace("\u00a0", " ")


@pytest.mark.parametrize("id", ["ec-2024", "security-and-defence", "internal-security", "protecteu",
                                "protecteu/commission-adoption/2025-04-01", "henna-virkkunen",
                                "topic/civil-protection"])
def test_show_every_type(run, id):
    answer = run("show", id)
    assert answer.code == 0
    assert id in answer.out
    assert answer.err == ""


def test_show_everything(run):
    ids = run("list", "--format", "ids").lines
    answer = run("show", *ids)
    assert answer.code == 0
    assert answer.err == ""


def test_show_suggests_ids(run):
    answer = run("show", "protectue")
    assert answer.code == 1
    assert "did you mean protecteu" in answer.err
    answer = run("show", "virkkunen")
    assert answer.code == 1
    assert "henna-virkkunen" in answer.err
    assert run("show", "zzzzzzzzzzzzzzz").code == 1


def test_show_json(run):
    entity = json.loads(run("show", "protecteu", "--format", "json").out)
    assert entity["type"] == "initiative"
    assert entity["id"] == "protecteu"


def test_show_in_other_languages(run):
    assert "Eine neue Ära" in run("--lang", "de", "show", "security-and-defence").out
    assert "Una nueva era" in run("--lang", "es", "show", "security-and-defence").out


def test_the_language_of_the_session(run):
    answer = run("show", "security-and-defence", fixed=False, LANGUAGE="de", LC_ALL="de_DE.UTF-8")
    assert "Eine neue Ära" in answer.out


# -- files and streams

def test_catalog_from_a_file_and_a_stream(run, small):
    assert run("--catalog", small, "list", "initiatives").rows[0][0] == "paths"
    data = json.dumps(SMALL).encode()
    assert run("list", "initiatives", "--catalog", "-", stdin=data).rows[0][0] == "paths"
    assert run("--catalog", small, "--lang", "fr", "show", "paths").lines[0] == "Chemins"


def test_a_file_that_cannot_be_read(run, tmp_path):
    for args in (["--catalog", str(tmp_path / "none.json"), "list"], ["validate", str(tmp_path / "none.json")],
                 ["convert", str(tmp_path / "none.json"), str(tmp_path / "out.json")],
                 ["--catalog", str(tmp_path), "list"]):
        answer = run(*args)
        assert answer.code == 1
        assert answer.err.startswith("eupolicy: ")


def test_convert(run, small, tmp_path):
    lines = str(tmp_path / "small.jsonl")
    assert run("convert", small, lines).code == 0
    assert len(open(lines).read().splitlines()) == 3
    back = str(tmp_path / "back.json")
    assert run("convert", lines, back).code == 0
    assert run("convert", small, "-").out == open(back).read()
    streamed = run("convert", "-", "-", "--from", "jsonl", "--to", "json", stdin=open(lines, "rb").read())
    assert streamed.code == 0
    assert streamed.out == open(back).read()
    assert run("convert", small, "-", "--to", "jsonl").out == open(lines).read()


def test_convert_fails_and_leaves_the_old_file(run, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "eupolicy", ')
    kept = tmp_path / "kept.json"
    kept.write_text("old")
    assert run("convert", str(bad), str(kept)).code == 1
    assert kept.read_text() == "old"
    assert run("convert", str(bad), str(tmp_path / "nowhere" / "x.json")).code == 1


# -- ends

def test_a_broken_pipe_is_quiet(run):
    command = os.environ.get("EUPOLICY_COMMAND", "eupolicy")
    with subprocess.Popen([command, "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_full_disk_is_told(run):
    command = os.environ.get("EUPOLICY_COMMAND", "eupolicy")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([command, "list"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"cannot write" in done.stderr


@pytest.mark.parametrize("args", [["show", "\udcff"], ["query", "\udcff\udcfe"], ["timeline", ""], ["show", ""],
                                  ["query", "("], ["query", '"'], ["count", ""], ["list", ""], ["--catalog", "", "list"],
                                  ["--lang", "x" * 5000, "list", "mandates"], ["query", "a" * 100000],
                                  ["query", "(" * 5000], ["--as-of", "", "list"], ["show", "a" * 20000]])
def test_odd_arguments_are_refused_or_answered(run, args):
    answer = run(*args)
    assert answer.code in (0, 1, 2)
    assert "CRITICAL" not in answer.err and "WARNING **" not in answer.err


def test_a_timeline_of_nothing_ends_as_to_show_it_does(run, small):
    shown, timeline = run("--catalog", small, "show", "pathss"), run("--catalog", small, "timeline", "pathss")
    assert (timeline.code, timeline.out, timeline.err) == (shown.code, "", shown.err)
    assert 'did you mean paths' in timeline.err
    assert run("--catalog", small, "timeline", "paths/1").code == 0
    assert run("--catalog", small, "timeline", "is:ended").code == 0
