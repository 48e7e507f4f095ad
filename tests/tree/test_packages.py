# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What tests/packages.sh installs, on a system of which all programs are made up."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = {
    "dpkg-query": 'case "$*" in *" "gcc|*" "meson) echo installed ;; *) exit 1 ;; esac',
    "apt-cache": 'case "$*" in *valac) exit 1 ;; esac',
    "apt-get": 'echo "apt-get $*" >>"$LOG"; echo "apt-get runs"',
    "sudo": 'exec "$@"',
}


def run(folder, script, **variables):
    log = folder / "log"
    log.write_text("", encoding="utf-8")
    for name, body in PROGRAMS.items():
        (folder / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    environment = {k: v for k, v in os.environ.items() if k != "EUP_NO_INSTALL"}
    done = subprocess.run(["bash", "-euc", f". tests/packages.sh; {script}"], cwd=ROOT, text=True, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=environment | {"PATH": f"{folder}:{os.environ['PATH']}", "LOG": str(log)} | variables)
    return done.stdout, log.read_text(encoding="utf-8")


def test_what_is_missing_is_named_and_then_installed(tmp_path):
    text, log = run(tmp_path, "need build")
    assert text.index("gjs") < text.index("apt-get runs")
    assert [line.split()[1:2] for line in log.splitlines()] == [["update"], ["install"]]
    wanted = log.splitlines()[1].split()
    assert "gjs" in wanted and "gcc" not in wanted and "meson" not in wanted


def test_what_the_system_does_not_offer_is_left_out(tmp_path):
    text, log = run(tmp_path, "need build")
    assert "does not offer valac" in text
    assert "valac" not in log


def test_no_install_installs_nothing(tmp_path):
    text, log = run(tmp_path, 'take_no_install --suite --no-install c; need build test; echo "${arguments[@]}"')
    assert log == ""
    assert "gjs" in text
    assert text.splitlines()[-1] == "--suite c"


def test_no_install_holds_for_commands_that_are_called(tmp_path):
    _, log = run(tmp_path, "take_no_install --no-install; bash -euc '. tests/packages.sh; need build gtk'")
    assert log == ""
    assert run(tmp_path, "need build", EUP_NO_INSTALL="1")[1] == ""


def test_a_command_without_arguments_is_none_with_an_empty_one(tmp_path):
    assert run(tmp_path, 'take_no_install; echo "${#arguments[@]}"')[0] == "0\n"
