# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""From a priority down: who is in charge, its objectives, and how far the initiatives under each have come."""

import gi

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy

catalog = EuPolicy.Catalog.builtin()
catalog.languages = ["en"]
catalog.as_of = "2026-11-21"

priority = catalog["security-and-defence"]
print(priority.title)
print("In charge:", ", ".join(person.title for person in priority.commissioners))

for objective in priority.objectives:
    print(objective.title)
    for initiative in objective.initiatives:
        when = initiative.date.format("en") if initiative.date else "no date"
        print(f"  {initiative.title}: {initiative.status.label('en')}, {when}")
