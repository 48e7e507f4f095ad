#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Count the cases of a run of `meson test`: count.py BUILD [arguments that meson test was given]

What Meson says of a test program decides; the JUnit files only add its cases.
So a program that died after its last case, left an old report, or never ran
is counted as a failure.  `count.py --clean BUILD` removes old reports first.
"""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from pathlib import Path

OUTCOMES = ("passed", "failed", "skipped")
LISTED = 60
BAD = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}


def clean(build):
    for report in [*build.glob("*.xml"), *build.glob("junit/*.xml"),
                   *build.glob("meson-logs/testlog*")]:
        report.unlink()


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    if case.find("skipped") is not None or case.get("status") == "notrun":
        return "skipped"
    return "passed"


def cases_of_suites(suites):
    """The (name, outcome) pairs, each once, although suites may nest."""
    cases = {}
    for suite in suites:
        for case in suite.iter("testcase"):
            name = f"{case.get('classname', '')}.{case.get('name', '')}".strip(".")
            while name in cases:
                name += "'"
            cases[name] = outcome(case)
    return list(cases.items())


def read(path):
    try:
        return ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError):
        return None


def cases_of(name, build, junit):
    own = read(build / "junit" / f"{name}.xml")
    if own is not None:
        return cases_of_suites([own])
    # "eupolicy.store.Pool", with more than one suite "eupolicy.eupolicy:c / store.Pool",
    # and of newer Mesons "eupolicy.c - eupolicy:store.Pool"
    title = re.compile(rf"([^.]+\.([^.:]*:)?|.* / |.* - [^:]*:){re.escape(name)}(\..*)?")
    return cases_of_suites(s for s in junit.findall("testsuite") if title.fullmatch(s.get("name", "")))


def judge(name, result, cases):
    """The cases of a program, made to agree with what Meson says of it."""
    if result in BAD:
        if not any(o == "failed" for _, o in cases):
            cases = cases + [(f"{name} ({result.lower()})", "failed")]
    elif result == "SKIP":
        cases = [(n, "skipped") for n, _ in cases] or [(name, "skipped")]
    elif not cases:
        cases = [(name, "passed")]
    return cases


def plain_name(name):
    """The name that meson.build gives: Meson 1.0 writes "eupolicy:c / store", 1.12 "c - eupolicy:store"."""
    return re.sub(r"^(.* / |.* - [^:]*:|[^:]*:)", "", name)


def log_of(build):
    log = {}
    path = build / "meson-logs" / "testlog.json"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            log[plain_name(entry["name"])] = entry
    return log


def tests_of(build):
    text = subprocess.run(["meson", "introspect", "--tests", str(build)],
                          check=True, capture_output=True, text=True).stdout
    return [(t["name"], t["suite"][0].split(":")[-1] if t["suite"] else "") for t in json.loads(text)]


def why_skipped(entry):
    lines = [l for l in entry.get("stdout", "").splitlines() if l.strip()]
    return f": {lines[-1].strip()}" if entry["result"] == "SKIP" and lines else ""


def main():
    if sys.argv[1] == "--clean":
        clean(Path(sys.argv[2]))
        return 0
    build, selected = Path(sys.argv[1]), sys.argv[2:]
    junit = read(build / "meson-logs" / "testlog.junit.xml")
    if junit is None:
        junit = ElementTree.Element("testsuites")
    log = log_of(build)
    table = defaultdict(lambda: dict.fromkeys(OUTCOMES, 0))
    failed, skipped = [], []
    for name, suite in tests_of(build):
        if name in log:
            cases = judge(name, log[name]["result"], cases_of(name, build, junit))
            why = why_skipped(log[name])
        elif selected:
            continue
        else:
            cases, why = [(f"{name} (did not run)", "failed")], ""
        for case, what in cases:
            table[suite][what] += 1
            if what == "failed":
                failed.append(f"{suite}: {case}")
            elif what == "skipped":
                skipped.append(f"{suite}: {case}{why}")

    print()
    for suite, counts in table.items():
        print(f"{suite:10}" + "".join(f"{counts[o]:7} {o}" for o in OUTCOMES))
    for title, names in (("Skipped", skipped), ("Failed", failed)):
        if names:
            print(f"\n{title}:")
            print(*(f"  {n}" for n in names[:LISTED]), sep="\n")
            if len(names) > LISTED:
                print(f"  and {len(names) - LISTED} more: {build}/meson-logs")
    total = {o: sum(c[o] for c in table.values()) for o in OUTCOMES}
    if not sum(total.values()):
        total["failed"] = 1
        print("\nNo test ran.")
    print()
    print(", ".join(f"{total[o]} {o}" for o in OUTCOMES), flush=True)
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
