#!/usr/bin/python3
# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The prototypes of the public headers, in columns as GLib has them: prototypes.py [--write] [HEADER…]

In each header there is one column for what is returned, one for names, one for the types of parameters and one for
their names. With --write headers are put into that form; without, those that are not are named.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
UNUSED = "G_GNUC_WARN_UNUSED_RESULT"
PROTOTYPE = re.compile(r"^(EUP_AVAILABLE_IN_\w+\n)((?!G_DECLARE|EUP_DECLARE)[^;{]*?\b(?:eup|_eup)_\w+\s*\([^;{]*\)[^;{)]*;)$", re.M)


class Typed(NamedTuple):
    """A type, its stars, and what has it."""

    type: str
    stars: str
    name: str


class Prototype(NamedTuple):
    function: Typed
    parameters: list
    attributes: str


def typed(text):
    # A star that a const follows belongs to the type.
    text = re.sub(r"\s+", " ", re.sub(r"\s*\*\s*", " * ", text)).strip()
    type, stars, name = re.fullmatch(r"(.*?)((?: \*)*) ?(\w+)", text).groups()
    return Typed(type.strip(), stars.replace(" ", ""), name)


def parse(declaration):
    head, parameters, attributes = re.fullmatch(r"([^(]*)\((.*)\)([^)]*);", declaration, re.S).groups()
    parameters = [p.strip() for p in parameters.split(",")]
    return Prototype(typed(head), [] if parameters == ["void"] else [typed(p) for p in parameters], attributes.strip())


def prototypes(text):
    return [parse(match[2]) for match in PROTOTYPE.finditer(text)]


def width(found):
    return max((len(f.type) + 1 + len(f.stars) for f in found), default=0)


def column(one, size):
    return one.type + one.stars.rjust(size - len(one.type)) + one.name


def aligned(text):
    """The text of a header with all its prototypes in columns."""
    found = prototypes(text)
    returned = width([p.function for p in found])
    name = max((len(p.function.name) for p in found), default=0)
    parameter = width([q for p in found for q in p.parameters])

    def write(match):
        one = parse(match[2])
        begin = column(one.function, returned).ljust(returned + name) + " ("
        inside = (",\n" + " " * len(begin)).join(column(p, parameter) for p in one.parameters) or "void"
        return match[1] + begin + inside + ")" + (" " + one.attributes if one.attributes else "") + ";"

    return PROTOTYPE.sub(write, text)


def headers():
    return sorted([*ROOT.glob("include/eupolicy/*.h"), *ROOT.glob("include/eupolicy/*.h.in")])


def main(arguments):
    write = "--write" in arguments
    wrong = []
    for path in [Path(a) for a in arguments if a != "--write"] or headers():
        text = path.read_text(encoding="utf-8")
        if text != aligned(text):
            wrong.append(str(path))
            if write:
                path.write_text(aligned(text), encoding="utf-8")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 0 if write or not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
