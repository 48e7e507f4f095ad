# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the tests run the command: in a pipe, and in a terminal of a width."""

import fcntl
import os
import pty
import struct
import subprocess
import termios

import pytest

COMMAND = os.environ.get("EUPOLICY_COMMAND", "eupolicy")
FIXED = ["--as-of", "2026-11-21", "--lang", "en"]


def environment(**more):
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM", "LANGUAGE")}
    env.update({"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **more})
    return env


class Answer:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err
        self.lines = out.splitlines()
        self.rows = [line.split("\t") for line in self.lines]


@pytest.fixture
def run():
    def run(*args, fixed=True, stdin=b"", **env):
        done = subprocess.run([COMMAND, *(FIXED if fixed else []), *args], input=stdin, capture_output=True,
                              env=environment(**env), timeout=60, check=False)
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def run_in_terminal():
    def run(*args, width=100, fixed=True, **env):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        with subprocess.Popen([COMMAND, *(FIXED if fixed else []), *args], stdin=slave, stdout=slave,
                              stderr=subprocess.PIPE, env=environment(**env)) as process:
            os.close(slave)
            out = b""
            while True:
                try:
                    part = os.read(master, 65536)
                except OSError:  # the other side is closed
                    break
                if not part:
                    break
                out += part
            err = process.stderr.read()
        os.close(master)
        return Answer(process.returncode, out.decode().replace("\r\n", "\n"), err.decode())

    return run
