# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the command does to files, and what it finds in them."""

import json
import os
import random
import re
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest

COMMAND = os.environ.get("EUPOLICY_COMMAND", "eupolicy")
ROOT = Path(__file__).resolve().parents[2]
THOROUGH = os.environ.get("EUP_THOROUGH") == "1"
HEAD = {"format": "eupolicy", "version": 1}


@pytest.fixture
def make(tmp_path):
    def make(name, **members):
        (tmp_path / name).write_text(json.dumps({**HEAD, **members}))
        return str(tmp_path / name)

    return make


@pytest.fixture
def small(make):
    return make("small.json", initiatives=[{"id": "paths", "title": "Paths"}])


# -- validate

def test_validate(run, small, tmp_path):
    answer = run("validate", small)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    bad = tmp_path / "bad.json"
    bad.write_text('{\n  "format": "eupolicy",\n  "initiatives": [{"id": "a", "id": "b"}]\n}\n')
    answer = run("validate", str(bad), small)
    assert answer.code == 1
    assert answer.lines[0].startswith(f"{bad}:3:")
    assert ": error: " in answer.lines[0]
    assert run("validate", "-", stdin=bad.read_bytes()).code == 1


@pytest.mark.parametrize("members, severity, code, strict", [
    ({}, None, 0, 0),
    ({"topics": [{"id": "t", "title": "T", "references": ["what"]}]}, "info", 0, 1),
    ({"initiatives": [{"id": "a"}]}, "warning", 1, 1),
    ({"initiatives": [{"id": "a", "title": "A", "leads": ["nobody"]}]}, "error", 1, 1),
    ({"initiatives": [{"id": "a", "references": ["what"]}]}, "warning", 1, 1),
])
def test_what_validate_ends_with(run, make, members, severity, code, strict):
    path = make("x.json", **members)
    answer = run("validate", path)
    assert answer.code == code
    assert answer.err == ""
    assert f": {severity}: " in answer.out if severity else answer.out == ""
    assert run("validate", "--strict", path).code == strict
    assert run("validate", "-", stdin=Path(path).read_bytes()).code == code


def test_several_files_are_one_catalog(run, make):
    one = make("one.json", initiatives=[{"id": "a", "title": "A", "parent": "b"}])
    two = make("two.json", initiatives=[{"id": "b", "title": "B"}])
    assert run("validate", one).code == 1
    assert run("validate", one, two).out == ""
    assert run("validate", one, two).code == 0
    answer = run("validate", "-", one, stdin=Path(two).read_bytes())
    assert (answer.code, answer.out) == (0, "")
    answer = run("validate", one, "-", "-", stdin=Path(one).read_bytes())
    assert answer.code == 1
    assert answer.lines[-1].startswith("standard input:1:")
    assert f"stands already in {one}:1:" in answer.lines[-1]
    assert "[duplicate-id]" in answer.lines[-1]


def test_the_built_in_files_are_one_catalog(run):
    names = sorted(str(path) for path in (ROOT / "lib" / "data").rglob("*.json") if path.name != "eupolicy.schema.json")
    answer = run("validate", *names)
    # That a package says less than the parts that are here is no problem, since not all are.
    assert [line for line in answer.out.splitlines()
            if not (": info: " in line and "[status-hides-parts]" in line)] == []
    assert (answer.code, answer.err) == (0, "")
    assert run("validate", str(ROOT / "lib" / "data" / "ec-2024" / "competitiveness.json")).code == 1


def test_a_file_that_is_not_there_does_not_hide_the_others(run, make, tmp_path):
    odd = make("odd.json", initiatives=[{"id": "a"}])
    answer = run("validate", str(tmp_path / "none.json"), odd)
    assert answer.code == 1
    assert "none.json: No such file" in answer.err
    assert answer.lines[0].startswith(f"{odd}:1:")


def test_a_file_that_ends_in_an_error_is_named(run):
    if not os.path.exists("/proc/self/mem"):
        pytest.skip("no /proc")
    for args in (["validate", "/proc/self/mem"], ["--catalog", "/proc/self/mem", "list"]):
        answer = run(*args)
        assert answer.code == 1
        assert answer.err == "eupolicy: /proc/self/mem: Error reading from file: Input/output error\n"


def test_streams_have_no_name(run):
    for text in (b"", b"hello"):
        answer = run("validate", "-", stdin=text)
        assert answer.code == 1
        assert answer.out.startswith("standard input:1:1: error: ")


# -- convert

def test_endings(run, small, tmp_path):
    for name, said in (("x.xyz", "the ending “.xyz”"), ("x", "a name without an ending"), ("x.ttl", "the format turtle")):
        answer = run("convert", small, str(tmp_path / name))
        assert answer.code == 1
        assert answer.err.startswith(f"eupolicy: {tmp_path / name}: {said}")
        assert not (tmp_path / name).exists()
    assert run("convert", small, str(tmp_path / "x.JSON")).code == 0
    assert run("convert", small, str(tmp_path / "x"), "--to", "json").code == 0
    assert (tmp_path / "x").read_bytes() == (tmp_path / "x.JSON").read_bytes() != b""
    (tmp_path / "x.txt").write_text("hello")
    answer = run("convert", str(tmp_path / "x.txt"), str(tmp_path / "y.json"))
    assert answer.code == 1
    assert answer.err == f"eupolicy: {tmp_path / 'x.txt'}: neither the contents nor the name tell a format that is known\n"


def test_links_are_followed(run, small, tmp_path):
    (tmp_path / "link.json").symlink_to("target.json")
    for _ in range(2):
        assert run("convert", small, str(tmp_path / "link.json")).code == 0
        assert (tmp_path / "link.json").is_symlink()
        assert json.loads((tmp_path / "target.json").read_text())["format"] == "eupolicy"


def test_to_the_standard_output_by_its_name(run, small):
    if not os.path.exists("/proc/self/fd"):
        pytest.skip("no /proc")
    answer = run("convert", small, "/proc/self/fd/1", "--to", "json")
    assert answer.code == 0
    assert answer.out == run("convert", small, "-").out


def test_a_limit_on_the_size_of_files_is_told(small, tmp_path):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    kept = tmp_path / "kept.json"
    kept.write_text("old")
    done = subprocess.run([COMMAND, "convert", small, str(kept)], capture_output=True, text=True, preexec_fn=limit, check=False)
    assert done.returncode == 1
    assert done.stderr == f"eupolicy: {kept}: cannot be written: File too large\n"
    assert kept.read_text() == "old"
    with open(tmp_path / "out", "wb") as out:
        done = subprocess.run([COMMAND, "convert", small, "-"], stdout=out, stderr=subprocess.PIPE, text=True, preexec_fn=limit,
                              check=False)
    assert done.returncode == 1
    assert done.stderr == "eupolicy: cannot write: File too large\n"


def test_killed_at_any_moment(run, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    sources = [str(ROOT / "lib" / "data" / "ec-2024" / f"{name}.json") for name in ("competitiveness", "quality-of-life")]
    wholes = [run("convert", source, "-").out.encode() for source in sources]
    path = folder / "x.json"
    assert run("convert", sources[0], str(path)).code == 0
    for i in range(1000 if THOROUGH else 60):
        with subprocess.Popen([COMMAND, "convert", sources[i % 2], str(path)]) as process:
            if i % 3 == 0:  # as soon as it begins to write
                until = time.monotonic() + 5
                while len(os.listdir(folder)) < 2 and process.poll() is None and time.monotonic() < until:
                    pass
            else:
                time.sleep(random.random() / 50)
            process.send_signal(signal.SIGTERM if i % 2 else signal.SIGKILL)
        assert path.read_bytes() in wholes
        assert len(os.listdir(folder)) <= 2
    # What a killed writer leaves, whether or not a kill above came at the moment for it.
    (folder / ".x.json.eupolicy-abc123").write_bytes(wholes[1][:100])
    assert run("convert", sources[0], str(path)).code == 0
    assert os.listdir(folder) == ["x.json"]


# -- what is promised

def test_only_formats_that_are_there_are_named(run):
    gi = pytest.importorskip("gi")
    try:
        gi.require_version("EuPolicy", "1")
    except ValueError:
        pytest.skip("built without introspection")
    from gi.repository import EuPolicy

    formats = {f.value_nick: f for name in dir(EuPolicy.Format)
               if name.isupper() and isinstance(f := getattr(EuPolicy.Format, name), EuPolicy.Format)}
    readable = {nick for nick, f in formats.items() if EuPolicy.Format.can_read(f)} - {"auto"}
    writable = {nick for nick, f in formats.items() if EuPolicy.Format.can_write(f)} - {"auto"}
    guide = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z_]+)` \|", guide, re.M)
    assert {row.lower().replace("_", "-") for row in rows} == readable | writable

    texts = [guide, (ROOT / "docs" / "security.md").read_text(), (ROOT / "tools" / "eupolicy.1.rst").read_text(),
             (Path(os.environ["EUP_BUILD_ROOT"]) / "tools" / "completion" / "eupolicy").read_text(), run("--help", fixed=False).out]
    texts += [run(command, "--help", fixed=False).out for command in ("list", "query", "show", "convert", "validate")]
    for nick in formats.keys() - readable - writable - {"auto"}:
        for word in (nick, {"turtle": ".ttl", "snapshot": ".eup", "icalendar": ".ics"}.get(nick, f".{nick}")):
            assert not any(re.search(rf"(?<![\w.]){re.escape(word)}\b", text, re.I) for text in texts), word
