# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A catalog of one's own: made by calls, written as JSON, read again, and checked."""

import io

import gi

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy

catalog = EuPolicy.Catalog()
catalog.add(EuPolicy.Initiative(
    "cycle-paths",
    title="Cycle paths between capitals",
    instrument="regulation",
    references=[EuPolicy.Reference("com (2025)148 final")],
))
catalog.add(EuPolicy.Milestone(
    "cycle-paths/proposed/2025-03",
    title="Cycle paths: proposed",
    subject_id="cycle-paths",
    date="2025-03",
    kind="proposed",
))
json = catalog.to_string(EuPolicy.Format.JSON)
print(json, end="")

again = EuPolicy.Catalog.open(io.StringIO(json))
print(f"cycle-paths: {again['cycle-paths'].status}, {len(again.validate())} issues")
