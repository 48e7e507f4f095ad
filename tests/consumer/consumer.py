# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
import gi

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy  # noqa: E402

catalog = EuPolicy.Catalog.builtin()
catalog.languages = ["en"]
for priority in catalog.priorities:
    print(f"{priority.id}: {priority.title}")
