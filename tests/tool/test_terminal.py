# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command on a terminal: columns, colours, widths."""

import re
import unicodedata

import pytest

ESCAPE = re.compile(r"\033\[[0-9;]*m")


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in ESCAPE.sub("", text))


def test_columns_are_aligned(run_in_terminal):
    answer = run_in_terminal("list", "priorities", NO_COLOR="1")
    assert answer.code == 0
    header = answer.lines[0]
    assert header.split() == ["ID", "MANDATE", "TITLE"]
    at = header.index("TITLE")
    assert len(answer.lines) == 14
    assert all(line[at - 2:at] == "  " and line[at] != " " for line in answer.lines[1:])


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_tables_fit_the_width(run_in_terminal, columns):
    # ids are never cut: 34 letters, the mandate, and 20 for the title is the least
    for line in run_in_terminal("list", "priorities", width=columns).lines[1:]:
        assert width(line) <= max(columns, 34 + 2 + 7 + 2 + 20)


@pytest.mark.parametrize("columns", [50, 80, 132])
def test_show_is_wrapped(run_in_terminal, columns):
    answer = run_in_terminal("show", "protecteu", width=columns)
    for line in answer.lines:
        if "http" not in line:
            assert width(line) <= columns, line


def test_colours(run_in_terminal):
    assert "\033[" in run_in_terminal("show", "protecteu").out
    assert "\033[" not in run_in_terminal("show", "protecteu", NO_COLOR="1").out
    assert "\033[" not in run_in_terminal("show", "protecteu", TERM="dumb").out
    assert "\033[" not in run_in_terminal("show", "protecteu", "--color", "never").out


def test_colours_by_force(run):
    assert "\033[" in run("show", "protecteu", "--color=always").out
    assert "\033[" not in run("show", "protecteu").out


def test_columns_of_the_environment(run_in_terminal):
    answer = run_in_terminal("show", "security-and-defence", width=200, COLUMNS="60")
    assert max(width(line) for line in answer.lines if "http" not in line) <= 60


def test_timeline_has_years_and_signs(run_in_terminal):
    answer = run_in_terminal("timeline", "security-and-defence", NO_COLOR="1")
    assert answer.code == 0
    assert "2025" in answer.lines
    assert any(line.startswith("  ● ") for line in answer.lines)
    assert any(line.startswith("  ○ ") for line in answer.lines)


def test_count_has_bars(run_in_terminal):
    answer = run_in_terminal("count", "status", "type:initiative", NO_COLOR="1")
    assert "▪" in answer.lines[1]
    assert len(answer.lines[1]) >= len(answer.lines[-1])


def test_wide_letters_are_measured(run_in_terminal, tmp_path):
    path = tmp_path / "wide.json"
    path.write_text('{"format": "eupolicy", "version": 1, "topics": ['
                    '{"id": "a", "title": "欧州委員会欧州委員会欧州委員会欧州委員会"}, {"id": "b", "title": "e\u0301te\u0301"}]}')
    answer = run_in_terminal("--catalog", str(path), "list", "topics", width=30)
    assert answer.lines[1].rstrip().endswith("…")
    assert all(width(line) <= 30 for line in answer.lines)


def test_data_cannot_command_the_terminal(run_in_terminal, tmp_path):
    path = tmp_path / "evil.json"
    path.write_text('{"format": "eupolicy", "version": 1, "topics": [{"id": "a", "title": "\\u001b]0;owned\\u0007\\n\\tx"}]}')
    for args in (["list", "topics"], ["show", "a"]):
        answer = run_in_terminal("--catalog", str(path), *args, NO_COLOR="1")
        assert "\033" not in answer.out and "\007" not in answer.out
