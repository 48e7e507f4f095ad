# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A question in one line, what it counts, and the same question put together by calls."""

import gi

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy


def print_answer(results):
    print(len(results), "of", results.n_total)
    for row in results.to_dicts(["date", "title"]):
        print(" ", row["date"], row["title"])


catalog = EuPolicy.Catalog.builtin()
catalog.languages = ["en"]
catalog.as_of = "2026-11-21"

print_answer(catalog.query("type:milestone in:security-and-defence date:2025-03 sort:date"))

for status, count in catalog.query("type:initiative in:security-and-defence is:open").count_by("status").items():
    print(f"  {status}: {count}")

question = (
    EuPolicy.Query.new_for_type(EuPolicy.Milestone)
    .where("in", "is", "security-and-defence")
    .where("date", "at-least", "2025-06")
    .sorted_by("date")
    .limited(0, 3)
)
print_answer(catalog.select(question))
