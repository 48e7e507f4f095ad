# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The floors and rooms of the library; and that the test of them tells of each way to break them, in made-up trees."""

import pytest

import floors
from test_files import FILES, read

TREE = {f.as_posix(): read(f) for f in FILES if f.suffix in {".c", ".h", ".cpp", ".in"}}


def test_floors_and_rooms_look_down_only():
    assert floors.broken_includes(TREE) == []


def test_every_file_stands_in_a_known_room():
    assert floors.unknown_rooms(TREE) == []


def test_no_two_files_have_one_name():
    assert floors.double_names(TREE) == []


def test_folders_do_not_go_in_circles():
    # how a value is shown, and what a value is, are one floor; so are a format and the check of what is read
    assert floors.circles(TREE) == [("lib/formats", "lib/formats/check", "lib/formats/json"),
                                    ("lib/values", "lib/values/display")]


BELOW = {"lib/values/eup-date.h": "", "lib/store/eup-store.h": "", "lib/domain/eup-path.h": "", "lib/words/eup-words.h": "",
         "lib/formats/eup-formats.h": "", "lib/query/language/eup-tree.h": "", "lib/query/engine/eup-plan.h": "",
         "lib/model/core/eup-core.h": "", "lib/model/lists/eup-list-private.h": "", "lib/model/entity/eup-entity.h": "",
         "lib/model/results/eup-results.h": "", "lib/model/catalog/eup-catalog-private.h": "",
         "include/eupolicy/eup-catalog.h": ""}


@pytest.mark.parametrize("path, include", [
    ("lib/values/eup-a.c", '#include "store/eup-store.h"'),
    ("lib/values/eup-a.c", '#include "model/core/eup-core.h"'),
    ("lib/values/eup-a.c", '#include "lib/model/core/eup-core.h"'),
    ("lib/values/eup-a.c", '#include "../store/eup-store.h"'),
    ("lib/values/eup-a.c", "#include <store/eup-store.h>"),
    ("lib/values/eup-a.c", '  #  include "store/eup-store.h"'),
    ("lib/values/display/eup-a.h", '#include "domain/eup-path.h"'),
    ("lib/store/eup-a.c", '#include "domain/eup-path.h"'),
    ("lib/domain/eup-a.c", '#include "words/eup-words.h"'),
    ("lib/words/eup-a.c", '#include "query/language/eup-tree.h"'),
    ("lib/words/eup-a.c", '#include "formats/eup-formats.h"'),
    ("lib/formats/json/eup-a.c", '#include "query/language/eup-tree.h"'),
    ("lib/query/engine/eup-a.c", '#include "formats/eup-formats.h"'),
    ("lib/query/engine/eup-a.c", '#include "model/core/eup-core.h"'),
    ("lib/query/language/eup-a.c", '#include "query/engine/eup-plan.h"'),
    ("lib/query/language/eup-a.c", '#include "../engine/eup-plan.h"'),
    ("lib/model/core/eup-a.c", '#include "model/lists/eup-list-private.h"'),
    ("lib/model/core/eup-a.h", '#include "model/entity/eup-entity.h"'),
    ("lib/model/core/eup-a.c", '#include "model/results/eup-results.h"'),
    ("lib/model/core/eup-a.c", '#include "model/catalog/eup-catalog-private.h"'),
    ("lib/model/lists/eup-a.c", '#include "model/entity/eup-entity.h"'),
    ("lib/model/entity/eup-a.c", '#include "model/catalog/eup-catalog-private.h"'),
    ("lib/model/results/eup-a.c", '#include "model/catalog/eup-catalog-private.h"'),
    # made by the build, or gone
    ("lib/values/eup-a.c", '#include "model/core/eup-made.h"'),
])
def test_what_looks_up_is_told(path, include):
    name = include.split('"')[1] if '"' in include else include.split("<")[1][:-1]
    assert floors.broken_includes(BELOW | {path: include + "\n"}) == [f"{path}: {name}"]


def test_a_file_of_that_name_below_hides_nothing():
    above = BELOW | {"lib/values/eup-plan.h": "", "lib/values/eup-a.c": '#include "query/engine/eup-plan.h"\n'}
    assert floors.broken_includes(above) == ["lib/values/eup-a.c: query/engine/eup-plan.h"]
    beside = BELOW | {"lib/values/eup-plan.h": "", "lib/values/eup-a.c": '#include "eup-plan.h"\n'}
    assert floors.broken_includes(beside) == []


@pytest.mark.parametrize("path, include", [
    ("lib/model/catalog/eup-a.c", "model/core/eup-core.h"),
    ("lib/model/core/eup-a.c", "eupolicy/eup-catalog.h"),
    ("lib/model/core/eup-a.c", "query/engine/eup-plan.h"),
    ("lib/query/engine/eup-a.c", "query/language/eup-tree.h"),
    ("lib/query/engine/eup-a.c", "words/eup-words.h"),
    ("lib/formats/json/eup-a.c", "store/eup-store.h"),
    ("lib/values/eup-a.c", "config.h"),
    ("lib/data/describe.c", "query/language/eup-tree.h"),
    ("tests/c/a.c", "model/catalog/eup-catalog-private.h"),
])
def test_what_looks_down_is_not_told(path, include):
    assert floors.broken_includes(BELOW | {path: f'#include "{include}"\n'}) == []


@pytest.mark.parametrize("path", ["lib/utils/eup-a.c", "lib/eup-a.c", "lib/query/eup-a.c", "lib/model/eup-a.h",
                                  "lib/model/helpers/eup-a.c", "lib/values/display/more/eup-a.c", "lib/store/rows/eup-a.c"])
def test_an_unknown_room_is_told(path):
    assert floors.unknown_rooms(BELOW | {path: ""}) == [path]


def test_two_files_of_one_name_are_told():
    twice = BELOW | {"lib/words/eup-date.h": "", "tests/c/eup-words.h": ""}
    assert floors.double_names(twice) == ["lib/values/eup-date.h and lib/words/eup-date.h",
                                          "lib/words/eup-words.h and tests/c/eup-words.h"]


def test_a_circle_of_folders_is_told():
    files = {"lib/words/eup-a.h": '#include "store/eup-b.h"', "lib/store/eup-b.h": '#include "domain/eup-c.h"',
             "lib/domain/eup-c.h": '#include "words/eup-a.h"', "lib/values/eup-d.h": '#include "words/eup-a.h"'}
    assert floors.circles(files) == [("lib/domain", "lib/store", "lib/words")]
