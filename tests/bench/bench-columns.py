# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Five fields of many rows in Python: results.to_dicts() against the properties of each object in a loop.

Each side in turn, medians. The loop keeps what it reads in the same dicts, so both end with the same Python data;
what reading alone costs, keeping nothing, is shown too. Usage: bench-columns.py INITIATIVES GENERATOR.
"""

import gc
import statistics
import subprocess
import sys
import time

import gi

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy, GLib  # noqa: E402

ROUNDS = 5


def load(n, generator):
    data = subprocess.run([generator, str(n)], stdout=subprocess.PIPE, check=True).stdout
    catalog = EuPolicy.Catalog.new_from_bytes(GLib.Bytes.new(data), EuPolicy.Format.JSON, None)
    catalog.as_of = "2025-06-05"
    catalog.languages = ["en"]
    return catalog


def read_attributes(results, last):
    for entity in results:
        entity.id, entity.title, entity.status, entity.date, getattr(entity, last)


def read_props(results, last):
    for entity in results:
        props = entity.props
        props.id, props.title, props.status, props.date, getattr(props, last)


def keep_attributes(results, last):
    return [{"id": entity.id, "title": entity.title, "status": str(entity.status), "date": str(entity.date),
             last: str(getattr(entity, last))} for entity in results]


def keep_ids(results, last):
    return [{"id": entity.id, "title": entity.title, "status": str(entity.status), "date": str(entity.date),
             last: getattr(entity, last)} for entity in results]


def measure(sides):
    """The median of each side in milliseconds: each is run in turn, so that what slows the machine slows all."""
    times = {name: [] for name in sides}
    for _ in range(ROUNDS):
        for name, side in sides.items():
            gc.collect()
            begin = time.perf_counter()
            kept = side()
            times[name].append((time.perf_counter() - begin) * 1000)
            del kept
    return {name: statistics.median(found) for name, found in times.items()}


def compare(results, fields, keep):
    last = fields[-1].replace("-", "_")
    if [list(row.values()) for row in results.to_dicts(fields)] != [list(row.values()) for row in keep(results, last)]:
        sys.exit(f"{fields}: to_dicts() and the loop differ")
    found = measure({
        "to_dicts()": lambda: results.to_dicts(fields),
        "loop of attributes, kept": lambda: keep(results, last),
        "loop of attributes, only read": lambda: read_attributes(results, last),
        "loop of .props, only read": lambda: read_props(results, last),
        "dup_columns() alone": lambda: results.dup_columns(fields),
        "to_columns()": lambda: results.to_columns(fields),
    })
    print(f"{', '.join(fields)} of {len(results)} rows")
    for name, time_taken in found.items():
        ratio = "" if "loop" not in name else f"   to_dicts() is {time_taken / found['to_dicts()']:.1f} times faster (at least 3)"
        print(f"  {name:32} {time_taken:10.1f} ms {ratio}")


def main():
    n, generator = int(sys.argv[1]), sys.argv[2]
    results = load(n, generator).query("type:initiative")
    compare(results, ["id", "title", "status", "date", "instrument"], keep_attributes)
    compare(results, ["id", "title", "status", "date", "lead-ids"], keep_ids)


main()
