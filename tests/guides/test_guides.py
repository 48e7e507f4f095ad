# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Run the code of the README and of the guides, and compare what it prints.

Fenced blocks of python, js and sh are one session for each page and language,
run from top to bottom.  A block of c or vala with a main function is a program.
A block of json is a catalog that loads without issues.
A text block right after a block is what that block prints, to the letter.
A comment before a block changes this:
    <!-- from FILE -->   the block is a part of that file of the repository
    <!-- not run -->     the block is a fragment
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ["EUP_BUILD_ROOT"]).resolve()
SEPARATOR = "\x1e"
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{BUILD}/tools:{os.environ['PATH']}",
    "PKG_CONFIG_PATH": str(BUILD / "meson-uninstalled"),
    "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "UTC",
}
SESSIONS = {
    "python": (["/usr/bin/python3"], "py", 'print("\\x1e", flush=True)'),
    "js": (["gjs", "-m"], "js", "print('\\x1e');"),
    "sh": (["bash", "-e"], "sh", "printf '\\x1e\\n'"),
}


@dataclass
class Block:
    page: str
    line: int
    language: str
    code: str
    mark: str
    output: str = None

    def __str__(self):
        return f"{self.page}:{self.line}"


def blocks_of(page):
    lines = page.read_text(encoding="utf-8").splitlines()
    name = str(page.relative_to(ROOT))
    found, mark, number = [], "", 0
    while number < len(lines):
        line = lines[number]
        if line.startswith("```"):
            end = lines.index("```", number + 1)
            code = "\n".join(lines[number + 1:end]) + "\n"
            if line[3:] == "text" and found and not "".join(lines[found[-1][1] + 1:number]).strip():
                found[-1][0].output = code
            else:
                found.append((Block(name, number + 1, line[3:], code, mark), end))
            mark, number = "", end
        elif comment := re.fullmatch(r"<!-- (.*) -->", line):
            mark = comment[1]
        elif line.strip():
            mark = ""
        number += 1
    return [block for block, _ in found]


BLOCKS = [b for page in [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))] for b in blocks_of(page)]
RUN = [b for b in BLOCKS if not b.mark]


def run(command, folder):
    result = subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True,
                            text=True, timeout=60)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    assert "CRITICAL" not in result.stderr and "Traceback" not in result.stderr, result.stderr
    return result.stdout


def compare(block, printed):
    if block.output is not None:
        assert printed == block.output, str(block)


@pytest.mark.parametrize("page, language", sorted({(b.page, b.language) for b in RUN if b.language in SESSIONS}))
def test_session(page, language, tmp_path):
    command, suffix, separator = SESSIONS[language]
    if not shutil.which(command[0]):
        pytest.skip(f"no {command[0]}")
    blocks = [b for b in RUN if (b.page, b.language) == (page, language)]
    script = tmp_path / f"session.{suffix}"
    script.write_text("".join(f"{b.code}\n{separator}\n" for b in blocks), encoding="utf-8")
    parts = run([*command, script], tmp_path).split(SEPARATOR + "\n")
    assert len(parts) == len(blocks) + 1
    for block, printed in zip(blocks, parts):
        compare(block, printed)


def is_program(block):
    return block.language in ("c", "vala") and bool(re.search(r"^(int )?main \(", block.code, re.M))


def compile_c(block, folder):
    (folder / "program.c").write_text(block.code, encoding="utf-8")
    flags = run(["pkg-config", "--cflags", "--libs", "eupolicy-1"], folder).split()
    run(["gcc", "-Wall", "-Wextra", "-Werror", "-o", "program", "program.c", *flags], folder)


def compile_vala(block, folder):
    if not shutil.which("valac") or not (BUILD / "lib" / "eupolicy-1.vapi").exists():
        pytest.skip("no valac, or built without the Vala bindings")
    (folder / "program.vala").write_text(block.code, encoding="utf-8")
    run(["valac", "-q", f"--vapidir={BUILD}/lib", f"--girdir={BUILD}/lib", "--pkg", "gio-2.0",
         "--pkg", "json-glib-1.0", "--pkg", "eupolicy-1", "-X", "-w", "-o", "program", "program.vala"], folder)


@pytest.mark.parametrize("block", [b for b in RUN if is_program(b)], ids=str)
def test_program(block, tmp_path):
    (compile_c if block.language == "c" else compile_vala)(block, tmp_path)
    compare(block, run([tmp_path / "program"], tmp_path))


@pytest.mark.parametrize("block", [b for b in RUN if b.language == "json"], ids=str)
def test_json_is_a_catalog(block):
    import gi
    gi.require_version("EuPolicy", "1")
    from gi.repository import EuPolicy, GLib
    catalog = EuPolicy.Catalog.new_from_bytes(GLib.Bytes(block.code.encode()), EuPolicy.Format.JSON, str(block))
    assert [i.message for i in catalog.issues] == []
    assert catalog.to_string(EuPolicy.Format.JSON) == block.code


@pytest.mark.parametrize("block", [b for b in BLOCKS if b.mark.startswith("from ")], ids=str)
def test_part_of_a_file(block):
    text = (ROOT / block.mark[5:]).read_text(encoding="utf-8")
    lines = [l.strip() for l in text.splitlines()]
    wanted = [l.strip() for l in block.code.splitlines()]
    assert any(lines[i:i + len(wanted)] == wanted for i in range(len(lines))), f"{block} is no part of {block.mark[5:]}"


def test_every_block_is_checked():
    """Code that nobody runs rots: a block is run, or says why it is not."""
    known = {*SESSIONS, "json"}
    assert [str(b) for b in RUN if b.language not in known
            and not is_program(b)] == []
