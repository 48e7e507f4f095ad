# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What holds of every file: header, length, and that no test is left out of the lists."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {".c", ".h", ".cpp", ".vala", ".py", ".js", ".sh"}
MOST_LINES = 1000
# words that say that something is unfinished
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK|not imple" r"mented|for n" r"ow)\b")
TEXTS = SOURCES | {".md", ".build", ".in", ".toml", ".txt", ""}


def tracked():
    try:
        names = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True,
                               text=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        names = [str(p.relative_to(ROOT)) for folder in
                 ["lib", "include", "bindings", "examples", "tests", "docs", "tools"]
                 for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return [Path(n) for n in names if (ROOT / n).is_file()]


FILES = tracked()
CODE = [f for f in FILES if f.suffix in SOURCES]


def read(path):
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def test_every_source_names_its_license():
    assert [str(f) for f in CODE
            if "SPDX-License-Identifier: LGPL-2.1-or-later" not in "".join(read(f).splitlines(True)[:4])] == []


def test_no_source_is_too_long():
    assert [f"{f}: {n}" for f in CODE if f.suffix in {".c", ".h"} and not f.stem.endswith("-table")
            and (n := read(f).count("\n")) > MOST_LINES] == []


def test_nothing_is_left_unfinished():
    found = [f"{f}:{number}: {line.strip()}" for f in FILES if f.suffix in TEXTS and f.name != "COPYING"
             for number, line in enumerate(read(f).splitlines(), 1) if UNFINISHED.search(line)]
    assert found == []


# of what the older C++ libraries include unasked, and the newer ones do not
STANDARD = {
    "algorithm": r"all_of|any_of|copy_if|count_if|find|find_if|is_sorted|lower_bound|max|max_element|min|min_element"
                 r"|none_of|remove_if|reverse|set_\w+|shuffle|sort|stable_sort|unique|upper_bound",
    "atomic": r"atomic\w*",
    "numeric": r"accumulate|iota",
    "random": r"mt19937\w*|uniform_\w+_distribution",
    "thread": r"thread|this_thread",
}


def test_cpp_tests_include_what_they_use():
    def included(text):
        for name in re.findall(r'^#include "([^"/]+)"', text, re.M):
            text += included(read(f"tests/c/{name}")) if (ROOT / "tests/c" / name).is_file() else ""
        return text

    missing = []
    for f in FILES:
        if f.suffix == ".cpp":
            text = read(f)
            missing += [f"{f}: <{header}>" for header, names in STANDARD.items()
                        if re.search(rf"\bstd::({names})\b", text) and f"#include <{header}>" not in included(text)]
    assert missing == []


def test_public_headers():
    umbrella = read("include/eupolicy.h")
    listed = read("include/eupolicy/meson.build")
    wrong = []
    for f in FILES:
        if f.parent != Path("include/eupolicy") or f.suffix != ".h":
            continue
        text = read(f)
        if f"#include <eupolicy/{f.name}>" not in umbrella:
            wrong.append(f"{f} is not in the umbrella header")
        if f"'{f.name}'" not in listed:
            wrong.append(f"{f} is not installed")
        if "#pragma once" not in text or "__EUPOLICY_H_INSIDE__" not in text:
            wrong.append(f"{f} is not guarded")
        for number, line in enumerate(text.splitlines()):
            if re.match(r"[A-Za-z].*\beup_\w+ +\(", line) and not line.startswith(("#", "typedef", "G_DEF")):
                before = text.splitlines()[max(0, number - 2):number]
                if not any("EUP_AVAILABLE_IN" in b for b in before) and "EUP_AVAILABLE_IN" not in line:
                    wrong.append(f"{f}:{number + 1}: no EUP_AVAILABLE_IN_… before it")
    assert wrong == []


@pytest.mark.parametrize("folder, pattern", [
    ("c", "test-(.*).cpp"), ("python", "test_(.*).py"), ("gjs", "test-(.*).js"), ("vala", "test-(.*).vala"),
    ("tool", "test_(.*).py"), ("gtk", "test-(.*).cpp"), ("fuzz", "fuzz-(.*).c"), ("tree", "test_(.*).py"),
    ("bench", "bench-(.*).c"),
])
def test_no_test_is_left_out(folder, pattern):
    lists = read(f"tests/{folder}/meson.build")
    names = [(f.name, m[1]) for f in FILES if f.parent == Path("tests") / folder
             and (m := re.fullmatch(pattern.replace(".", r"\.").replace(r"(\.*)", "(.*)"), f.name))]
    assert [name for name, short in names if f"'{short}'" not in lists and f"'{Path(name).stem}'" not in lists] == []


def test_no_example_is_left_out():
    lists = read("examples/meson.build")
    assert [str(f) for f in FILES if f.parts[0] == "examples" and f.suffix in {".c", ".py", ".js", ".vala"}
            and f"'{f.stem}'" not in lists] == []
