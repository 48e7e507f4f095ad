#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Write into the pages what their code prints: EUP_BUILD_ROOT=build tests/guides/update.py PAGE…

Run it inside `meson devenv`, and read what changed before it is committed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from test_guides import RUN, ROOT, SEPARATOR, SESSIONS, compile_c, compile_vala, is_program, run


def outputs_of(page):
    """The (block, output) pairs of a page."""
    blocks = [b for b in RUN if b.page == page]
    for language, (command, suffix, separator) in SESSIONS.items():
        mine = [b for b in blocks if b.language == language]
        if mine:
            with tempfile.TemporaryDirectory() as folder:
                script = Path(folder) / f"session.{suffix}"
                script.write_text("".join(f"{b.code}\n{separator}\n" for b in mine), encoding="utf-8")
                yield from zip(mine, run([*command, script], folder).split(SEPARATOR + "\n"))
    for block in blocks:
        if is_program(block):
            with tempfile.TemporaryDirectory() as folder:
                (compile_c if block.language == "c" else compile_vala)(block, Path(folder))
                yield block, run([Path(folder) / "program"], folder)


def update(page):
    path = ROOT / page
    lines = path.read_text(encoding="utf-8").splitlines()
    for block, output in sorted(outputs_of(page), key=lambda pair: -pair[0].line):
        end = lines.index("```", block.line)
        after = end + 1
        if block.output is not None:
            first = lines.index("```text", end)
            after = lines.index("```", first) + 1
        if output or block.output is not None:
            lines[end + 1:after] = ["", "```text", *output.splitlines(), "```"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        update(str(Path(name).resolve().relative_to(ROOT)))
    subprocess.run(["git", "diff", "--stat", "--", *sys.argv[1:]], check=False)
