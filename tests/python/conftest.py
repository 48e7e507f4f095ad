# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What all tests of the Python bindings begin with."""

import gi
import pytest

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy  # noqa: E402


@pytest.fixture(scope="session")
def builtin_once():
    return EuPolicy.Catalog.builtin()


@pytest.fixture
def builtin(builtin_once):
    """The built-in catalog, for tests that only read it, in English and as of a fixed day."""
    builtin_once.languages = ["en"]
    builtin_once.as_of = "2026-11-21"
    return builtin_once


@pytest.fixture
def catalog():
    """A small catalog of one's own, to be changed."""
    catalog = EuPolicy.Catalog()
    catalog.languages = ["en"]
    catalog.as_of = "2026-11-21"
    catalog.add(EuPolicy.Mandate("m", title="Mandate", period="2024-12-01/2029"))
    catalog.add(EuPolicy.Priority("p", title="Priority", mandate_id="m", position=1))
    catalog.add(EuPolicy.Objective("o", title="Objective", priority_id="p", position=1))
    catalog.add(EuPolicy.Initiative("i", title="Initiative", objective_ids=["o"], instrument="regulation"))
    catalog.add(EuPolicy.Milestone("i/1", title="Proposed", subject_id="i", date="2025-03-04", kind="proposed"))
    catalog.add(EuPolicy.Commissioner("c", given_name="Ada", family_name="Lovelace", country="IE"))
    catalog.add(EuPolicy.Topic("t", title="Topic"))
    return catalog
