# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The completion for bash asks the command for ids."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

COMMAND = os.environ.get("EUPOLICY_COMMAND", "eupolicy")
SCRIPT = Path(os.environ["EUP_BUILD_ROOT"]) / "tools" / "completion" / "eupolicy"


@pytest.fixture
def complete():
    if shutil.which("bash") is None:
        pytest.skip("no bash")

    def complete(*words):
        script = (f'source "{SCRIPT}"; compopt () {{ :; }}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _eupolicy; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        env = {**os.environ, "PATH": os.path.dirname(os.path.abspath(COMMAND)) + os.pathsep + os.environ["PATH"]}
        done = subprocess.run(["bash", "-c", script, "bash", "eupolicy", *words], capture_output=True, text=True,
                              env=env, check=True)
        return done.stdout.split()

    return complete


def test_commands(complete):
    assert complete("sh") == ["show"]
    assert set(complete("")) >= {"list", "show", "query", "count", "timeline", "why", "stats", "convert", "validate"}


def test_ids(complete):
    assert "protecteu" in complete("show", "protecte")
    assert "henna-virkkunen" in complete("--lang", "fr", "show", "hen")
    assert "protecteu" in complete("timeline", "protecteu")
    assert "protecteu" in complete("why", "protecte")
    assert complete("stats", "--l") == ["--lang", "--languages"]


def test_types_fields_and_options(complete):
    assert complete("list", "prio") == ["priorities", "priority:"]
    assert "status:" in complete("query", "sta")
    assert "status" in complete("count", "sta")
    assert "--explain" in complete("query", "--e")
    assert complete("query", "--format", "js") == ["json", "jsonl"]


def test_only_formats_that_are_there(complete):
    for option in ("--from", "--to"):
        assert complete("convert", option, "") == ["json", "jsonl"]
    assert complete("query", "--format", "") == ["table", "json", "jsonl", "ids"]


def test_values(complete):
    assert set(complete("query", "verdict:kept")) == {"verdict:kept-late", "verdict:kept"}
    assert set(complete("query", "is:re")) == {"is:rescheduled", "is:refined"}
    assert complete("query", "legislative", ":", "t") == ["true"]
    assert complete("query", "mile") == ["milestone:"]
    assert complete("count", "verd") == ["verdict"]
    assert complete("count", "titl") == []


def test_properties(complete):
    assert complete("query", "has:short") == ["has:short-title"]
    # as bash splits the line
    assert complete("query", "has", ":", "short") == ["short-title"]
    assert "position" in complete("query", "has", ":")
    assert complete("query", "sort", ":", "pos") == ["position"]
    assert complete("query", "sort", ":", "-pos") == ["-position"]
    assert complete("query", "sort:-pos") == ["sort:-position"]
    assert "links" not in complete("query", "sort", ":")
    assert "links" in complete("query", "has", ":")
    assert complete("list", "--columns", "id,famil") == ["id,family-name"]
    assert complete("query", "status", ":", "propo") == ["proposed"]
    assert complete("query", "id", ":", "propo") == []
