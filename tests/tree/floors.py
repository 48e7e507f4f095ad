# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Which files of the library may include which: floors look down only, and so do the rooms of a floor."""

import posixpath
import re
from collections import defaultdict

# from the bottom; those side by side do not know each other
FLOORS = [["values"], ["store"], ["domain"], ["words"], ["formats", "query"], ["model"]]
# the rooms of a floor, from the bottom
ROOMS = {
    "model": ["core", "lists", "entity", "results", "catalog"],
    "query": ["language", "engine"],
}
# rooms whose order says nothing
UNORDERED = {
    "formats": ["check", "json"],
    "values": ["display", "reference"],
}
# describe-schema, which is a program, and the resources
BESIDE = {"data"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|import)[ \t]*([<"])([^>"\n]+)[>"]', re.M)
# where compilers look, in their order (lib/meson.build)
PATHS = ["", "include", "include/eupolicy", "lib"]


def height(floor):
    return next((at for at, side_by_side in enumerate(FLOORS) if floor in side_by_side), None)


def place(path):
    """The floor and the room (or None) of a path; None outside lib, and beside the floors."""
    parts = path.split("/")
    if parts[0] != "lib" or len(parts) < 3 or parts[1] in BESIDE:
        return None
    return parts[1], parts[2] if len(parts) > 3 else None


def is_known(where):
    return (where is not None and height(where[0]) is not None
            and (where[1] is None or where[1] in ROOMS.get(where[0], []) + UNORDERED.get(where[0], [])))


def resolve(path, quote, name, files):
    """The file that an include names, as the compiler finds it. One that is not there (it may be made by the build) is where its
    path says."""
    folders = ([posixpath.dirname(path)] if quote == '"' else []) + PATHS
    candidates = [posixpath.normpath(posixpath.join(folder, name)) for folder in folders]
    return next((c for c in candidates if c in files),
                next((c for c in candidates if is_known(place(c))), None))


def breaks(here, there):
    """Whether a file of one place may not include one of another."""
    low, high = height(here[0]), height(there[0])
    if here[0] != there[0]:
        return high >= low
    rooms = ROOMS.get(here[0])
    if not rooms or here[1] not in rooms or there[1] not in rooms:
        return False
    return rooms.index(there[1]) > rooms.index(here[1])


def broken_includes(files):
    """Those that look up; files: path -> text of all files of the tree."""
    found = []
    for path, text in sorted(files.items()):
        here = place(path)
        if not path.endswith((".c", ".h")) or here is None:
            continue
        for quote, name in INCLUDE.findall(text):
            target = resolve(path, quote, name, files)
            there = target and place(target)
            if there and height(there[0]) is not None and height(here[0]) is not None and breaks(here, there):
                found.append(f"{path}: {name}")
    return found


def unknown_rooms(files):
    """C files that stand in no folder that is known here."""
    found = []
    for path in sorted(files):
        if not path.startswith("lib/") or not path.endswith((".c", ".h")):
            continue
        floor, *rest = path.split("/")[1:]
        rooms = ROOMS.get(floor, []) + UNORDERED.get(floor, [])
        if floor not in BESIDE and (height(floor) is None or len(rest) > 2 or (len(rest) == 2 and rest[0] not in rooms)
                                    or (len(rest) == 1 and floor in ROOMS)):
            found.append(path)
    return found


def double_names(files):
    """C files of one name."""
    paths = defaultdict(list)
    for path in sorted(files):
        if path.endswith((".c", ".h", ".cpp", ".h.in")):
            paths[posixpath.basename(path)].append(path)
    return [" and ".join(same) for same in paths.values() if len(same) > 1]


def circles(files):
    """Folders of lib that include each other, in whatever way around."""
    edges = defaultdict(set)
    for path, text in files.items():
        if not path.endswith((".c", ".h")) or place(path) is None:
            continue
        for quote, name in INCLUDE.findall(text):
            target = resolve(path, quote, name, files)
            if target and place(target) and posixpath.dirname(target) != posixpath.dirname(path):
                edges[posixpath.dirname(path)].add(posixpath.dirname(target))

    def reachable(start):
        seen, todo = set(), [start]
        while todo:
            for folder in edges[todo.pop()] - seen:
                seen.add(folder)
                todo.append(folder)
        return seen

    reach = {folder: reachable(folder) for folder in list(edges)}
    return sorted({tuple(sorted(other for other in reach[folder] if folder in reach.get(other, ()))) for folder in reach
                   if folder in reach[folder]})
