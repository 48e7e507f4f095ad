# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What tests/count.py makes of the reports of older and newer Mesons."""

import json
import os
import subprocess
from pathlib import Path

import pytest

COUNT = Path(__file__).resolve().parents[1] / "count.py"
# a GTest program, a TAP program, two that have only an exit code, and one that says why it is skipped
PROGRAMS = [("store", "c"), ("store-order", "c"), ("js-models", "gjs"), ("files", "tree"), ("absent", "gtk")]
RESULTS = {"store": "OK", "store-order": "OK", "js-models": "OK", "files": "OK", "absent": "SKIP"}
CASES = {
    "store": {"Pool": ["Grows", "Shrinks"], "Table.All": ["Sorts"]},
    "store-order": {"Order": ["Holds"]},
    "js-models": {None: ["reads", "writes", "sorts", "finds"]},
}
# how Meson calls a test of a suite, and a test where all are of one suite
NAMES = {
    "1.0": "eupolicy:{suite} / {name}",
    "1.0, one suite": "{name}",
    "1.12": "{suite} - eupolicy:{name}",
    "1.12, no suite": "eupolicy:{name}",
}


def write_build(build, pattern, results):
    logs = build / "meson-logs"
    logs.mkdir()
    entries, suites = [], []
    for name, suite in PROGRAMS:
        if name not in results:
            continue
        called = pattern.format(suite=suite, name=name)
        entries.append({"name": called, "result": results[name], "stdout": "nothing to run it with\n"})
        for title, cases in CASES.get(name, {}).items():
            whole = f"eupolicy.{called}" + (f".{title}" if title else "")
            suites.append(f'<testsuite name="{whole}">'
                          + "".join(f'<testcase classname="{title}" name="{case}"/>' for case in cases) + "</testsuite>")
    (logs / "testlog.json").write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
    (logs / "testlog.junit.xml").write_text(f"<testsuites>{''.join(suites)}</testsuites>", encoding="utf-8")


def count(build, *arguments):
    tests = [{"name": name, "suite": [f"eupolicy:{suite}"]} for name, suite in PROGRAMS]
    meson = build / "meson"
    meson.write_text(f"#!/bin/sh\ncat <<'END'\n{json.dumps(tests)}\nEND\n", encoding="utf-8")
    meson.chmod(0o755)
    done = subprocess.run([COUNT, build, *arguments], capture_output=True, text=True, check=False,
                          env=os.environ | {"PATH": f"{build}:{os.environ['PATH']}"})
    return done.returncode, done.stdout


@pytest.mark.parametrize("pattern", NAMES.values(), ids=NAMES)
def test_every_case_is_counted_once(tmp_path, pattern):
    write_build(tmp_path, pattern, RESULTS)
    code, text = count(tmp_path)
    assert text.splitlines()[-1] == "9 passed, 0 failed, 1 skipped"
    assert "gtk: absent: nothing to run it with" in text
    assert code == 0


@pytest.mark.parametrize("pattern", NAMES.values(), ids=NAMES)
def test_a_program_that_died_or_never_ran_is_a_failure(tmp_path, pattern):
    results = RESULTS | {"store": "FAIL", "js-models": "TIMEOUT"}
    del results["files"]
    write_build(tmp_path, pattern, results)
    code, text = count(tmp_path)
    assert text.splitlines()[-1] == "8 passed, 3 failed, 1 skipped"
    for line in ["c: store (fail)", "gjs: js-models (timeout)", "tree: files (did not run)"]:
        assert f"  {line}\n" in text
    assert code == 1


@pytest.mark.parametrize("pattern", NAMES.values(), ids=NAMES)
def test_what_was_not_selected_is_not_missed(tmp_path, pattern):
    write_build(tmp_path, pattern, {"store-order": "OK"})
    assert count(tmp_path, "--suite", "c")[1].splitlines()[-1] == "1 passed, 0 failed, 0 skipped"


def test_no_report_at_all_is_a_failure(tmp_path):
    code, text = count(tmp_path)
    assert text.splitlines()[-1] == f"0 passed, {len(PROGRAMS)} failed, 0 skipped"
    assert code == 1
