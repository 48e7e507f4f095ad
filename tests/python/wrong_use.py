# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls everything with everything, in a process of its own; its caller looks whether it lives.

Arguments: a seed, a file for the call that is being made, and the class to call (or - for functions)."""

import random
import sys

import gi

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy, Gio, GLib, GObject  # noqa: E402

CALLS_EACH = 60
# PyGObject 3.58 lets go of what it does not own when an asynchronous call gets wrong arguments, also one of Gio's:
# Gio.File.new_tmp_async ends in the same crashes.
ASYNC_CALLS_CRASH = gi.version_info >= (3, 58)


def odd_things(rng):
    catalog = EuPolicy.Catalog.builtin()
    small = EuPolicy.Catalog()
    initiative = EuPolicy.Initiative.new("loose")
    detached = catalog["protecteu"].copy()
    removed = catalog["edip"]
    catalog.remove("edip")
    disposed = EuPolicy.Initiative.new("disposed")
    disposed.run_dispose()
    return [
        None, True, False, 0, 1, -1, 2**31, 2**63, -2**63, 2**70, 1.5, float("nan"), float("inf"), "", "id", "protecteu",
        "2025-03", "2025/2026", "\u0000", "a\u0000b", "\ud800", "é" * 10000, "status:proposed", "(" * 2000, '"', "en", "%s%n",
        '{"type": "initiative", "id": "x"}', "{" * 1000, b"bytes", [], {}, (), object(), [None], ["a", "b"], [1], [initiative],
        {"en": "x"}, EuPolicy.Date("2025"), EuPolicy.Date("9999"), EuPolicy.Date("0001"), EuPolicy.Period("../2025"),
        EuPolicy.Text({"en": "x"}), EuPolicy.Figure(1), EuPolicy.Reference("COM(2025) 148"), EuPolicy.Link("x"),
        EuPolicy.Citation(), EuPolicy.Title(), EuPolicy.Term("m"), EuPolicy.Status.ADOPTED, EuPolicy.Initiative,
        GObject.TYPE_INVALID, GObject.TYPE_INT, GObject.TYPE_OBJECT, EuPolicy.Entity.__gtype__, EuPolicy.Milestone.__gtype__,
        initiative, detached, removed, disposed, catalog, small, catalog.milestones, catalog["protecteu"].milestones,
        catalog["security-and-defence"], catalog["ec-2024"], catalog["henna-virkkunen"], catalog.milestones[0],
        catalog["topic/civil-protection"], Gio.File.new_for_path("/nonexistent/x.json"), Gio.ListStore(), Gio.Cancellable(),
        EuPolicy.Progress(),
        GLib.Bytes.new(b"{}"), GLib.Bytes.new(b""), GLib.Variant("s", "x"), lambda *args: None, GObject.Object(),
        GObject.new(EuPolicy.List), GObject.new(EuPolicy.Results), EuPolicy.Query("status:proposed"),
        catalog.query("type:initiative"),
    ]


def members(cls):
    # what is inherited from GLib is not ours to call: it has fatal warnings of its own
    inherited = {*dir(GObject.Object), *dir(int)}
    for name in dir(cls):
        if ASYNC_CALLS_CRASH and name.endswith("_async"):
            continue
        if not name.startswith("_") and name not in inherited:
            yield name


def call(log, what, function, args):
    log.seek(0)
    log.truncate()
    log.write(f"{what} {[type(a).__name__ + ' ' + ascii(a)[:60] for a in args]}\n")
    log.flush()
    try:
        result = function(*args)
        if isinstance(result, (EuPolicy.List, EuPolicy.Catalog)):
            list(result)[:3]
        repr(result)
    except Exception:  # whatever is raised is well: a crash is not
        pass


def receivers(cls, pool):
    found = [thing for thing in pool if isinstance(thing, cls)]
    try:
        found.append(GObject.new(cls))
    except Exception:
        pass
    return found


def run(seed, log, target):
    rng = random.Random(seed)
    pool = odd_things(rng)
    if target == "-":
        for name in sorted(dir(EuPolicy)):
            function = getattr(EuPolicy, name, None)
            if callable(function) and not isinstance(function, type):
                for _ in range(CALLS_EACH):
                    call(log, name, function, [rng.choice(pool) for _ in range(rng.randrange(4))])
        return
    cls = getattr(EuPolicy, target)
    for _ in range(CALLS_EACH):
        call(log, target, cls, [rng.choice(pool) for _ in range(rng.randrange(4))])
    its = receivers(cls, pool) if issubclass(cls, (GObject.Object, GLib.Boxed if hasattr(GLib, "Boxed") else object)) else []
    for name in members(cls):
        for _ in range(CALLS_EACH):
            args = [rng.choice(pool) for _ in range(rng.randrange(5))]
            member = getattr(cls, name, None)
            if callable(member):
                call(log, f"{target}.{name}", member, args)
                for receiver in its[:6]:
                    call(log, f"{target}.{name} of {receiver!r}", getattr(receiver, name), args)
            else:
                for receiver in its[:6]:
                    call(log, f"{target}.{name} of {receiver!r} =", lambda v: setattr(receiver, name, v), args[:1] or [None])
                    call(log, f"{target}.{name} of {receiver!r}", lambda: getattr(receiver, name), [])


if __name__ == "__main__":
    with open(sys.argv[2], "w", encoding="utf-8") as log_file:
        run(int(sys.argv[1]), log_file, sys.argv[3])
