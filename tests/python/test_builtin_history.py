# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""On no day does the built-in catalog know what nobody could know then.

A status changes only on the days of the milestones, of the mandates and since
which it is stated, of the initiative itself or of one that it takes its status
from.  So these days, and the days before them, are all that need be looked at.
"""

import datetime
import json
from pathlib import Path

import gi
import pytest

gi.require_version("EuPolicy", "1")
from gi.repository import EuPolicy  # noqa: E402

from status_rules import ACTS, LADDER, Rules, span  # noqa: E402

DATA = Path(__file__).resolve().parents[2] / "lib" / "data"
RULES = Rules([json.loads(path.read_text(encoding="utf-8")) for path in sorted(DATA.rglob("*.json"))
               if path.name != "eupolicy.schema.json"])
INITIATIVES = RULES.of_type("initiative")
FIRST = datetime.date(2019, 1, 1)
TODAY = datetime.date(2026, 11, 28)
ONE_DAY = datetime.timedelta(days=1)
# after these an act is not negotiated any more
BEFORE_FORCE = {"proposed", "position", "agreed", "adopted", "signed"}


def dependencies(id_):
    seen, todo = {id_}, [id_]
    while todo:
        here = todo.pop()
        for other in RULES.parts_of.get(here, []) + RULES.fulfilled_by.get(here, []):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen


def days(id_):
    found = {FIRST, TODAY}
    for other in dependencies(id_):
        initiative = RULES.entities[other]
        if initiative.get("statusSince"):
            found.update(span(initiative["statusSince"]))
        for mandate in RULES.mandates(other):
            found.add(RULES._mandate_start(mandate))
        for m in RULES.milestones_of.get(other, []):
            if m in RULES._spans:
                found.update(RULES._spans[m])
            if RULES.is_plan(m):
                found.add(RULES.move_day(m))
    found = {d for d in found if FIRST <= d <= TODAY}
    return sorted(found | {d - ONE_DAY for d in found} | {d + ONE_DAY for d in found if d < TODAY})


def facts(id_):
    """Its milestones that happened or will, without plans and moved dates."""
    return [m for m in RULES.finest(id_) if not RULES.is_plan(m) and m in RULES._spans]


@pytest.mark.parametrize("id_", INITIATIVES)
def test_no_status_before_it_could_be_known(id_):
    initiative = RULES.entities[id_]
    own = facts(id_)
    for day in days(id_):
        reason = RULES.reason(id_, day)
        if reason.rule == "stated":
            assert span(initiative["statusSince"])[1] <= day
        elif reason.rule in ("milestone", "launched", "ended"):
            assert RULES.first(reason.entity) is None or RULES.first(reason.entity) <= day
        elif reason.rule in ("parts", "fulfilled-by"):
            known = [o for o in reason.others if RULES.status(o, day) != "unknown"]
            assert known, day
        elif reason.rule in ("planned", "mandate"):
            assert reason.status == "announced"
            assert all(RULES._mandate_start(m) <= day for m in RULES.mandates(id_)[:1])
        if reason.status in ("in-force", "applied") and RULES.instrument(id_) in ACTS:
            done = {RULES.entities[m]["kind"] for m in own if RULES.first(m) <= day}
            later = [m for m in own if RULES.entities[m]["kind"] in BEFORE_FORCE - done
                     and RULES.first(m) > day]
            assert later == [], (day, reason, later)
        if reason.status not in ("unknown", "announced") and reason.rule in ("milestone", "launched"):
            assert any(RULES.first(m) <= day for m in own) or RULES.first(reason.entity) is None


@pytest.mark.parametrize("id_", INITIATIVES)
def test_a_law_does_not_go_back(id_):
    if RULES.instrument(id_) not in ACTS:
        return
    stage = -1
    for day in days(id_):
        status = RULES.status(id_, day)
        if status in LADDER:
            assert LADDER.index(status) >= stage, (day, status)
            stage = LADDER.index(status)


def test_no_moved_date_is_missed():
    moved = [m for m in RULES.of_type("milestone") if RULES.target(m) is not None]
    assert len(moved) >= 14
    for m in moved:
        assert RULES.state(m, TODAY) == "rescheduled", m
        assert RULES.entities[m].get("state") in (None, "expected"), m
    for m in RULES.of_type("milestone"):
        assert RULES.entities[m].get("state") != "missed", m


def test_chains_of_moves_end_where_they_should():
    assert RULES.original("csddd/transposition-deadline/2028-07-26", TODAY) == "csddd/transposition-deadline/2026-07-26"
    assert RULES.milestone_slippage("csddd/transposition-deadline/2028-07-26", TODAY) == 731
    assert RULES.milestone_slippage("deforestation-regulation/application/2026-12-30", TODAY) == 730
    assert RULES.milestone_slippage("ai-act/partial-application/2027-12-02", TODAY) == 487
    # nobody knew in 2025 that the dates of the AI Act would move
    assert RULES.state("ai-act/partial-application/2026-08-02", "2025-12-31") == "expected"
    assert RULES.state("ai-act/partial-application/2027-12-02", "2025-12-31") == "unknown"
    assert RULES.verdict("ai-act", "2025-12-31") == "kept"
    assert RULES.verdict("ai-act", TODAY) == "kept-late"


def test_promises_are_kept():
    verdicts = {i: RULES.verdict(i, TODAY) for i in INITIATIVES
                if RULES.instrument(i) == "commitment"}
    assert len(verdicts) == 41
    assert verdicts["S0-C10"] == "kept"
    assert verdicts["S0-C14"] == "late"
    assert verdicts["S0-C20"] == "pending"
    assert sum(v == "kept" for v in verdicts.values()) >= 20
    assert all(RULES.verdict(i, "2024-11-30") == "unknown" for i in verdicts)


def test_status_is_stated_with_its_day():
    for i in INITIATIVES:
        initiative = RULES.entities[i]
        assert ("status" in initiative) == ("statusSince" in initiative), i
        assert RULES.instrument(i) != "commitment" or "status" not in initiative, i
        if "status" in initiative:
            assert RULES.reason(i, TODAY).rule in ("stated", "ended"), i


def test_every_status_is_known():
    assert [i for i in INITIATIVES if RULES.status(i, TODAY) == "unknown"] == []


has_the_rules = any(p.name == "status-since" for p in EuPolicy.Initiative.list_properties()) \
    if hasattr(EuPolicy.Initiative, "list_properties") else hasattr(EuPolicy.Initiative.props, "status_since")


@pytest.mark.skipif(not has_the_rules, reason="the library does not know statusSince")
@pytest.mark.parametrize("day", ["2019-12-01", "2021-06-30", "2023-01-05", "2024-11-30", "2024-12-01",
                                 "2025-04-14", "2025-12-31", "2026-07-08", "2026-11-28"])
def test_the_library_says_the_same(day):
    catalog = EuPolicy.Catalog.builtin()
    catalog.as_of = EuPolicy.Date(day)
    wrong = []
    for i in INITIATIVES:
        entity = catalog[i]
        expected = (RULES.status(i, day), RULES.verdict(i, day), RULES.slippage(i, day))
        got = (str(entity.status), str(entity.verdict), entity.slippage)
        if got != expected:
            wrong.append((i, got, expected))
    for m in RULES.of_type("milestone"):
        got, expected = str(catalog[m].state), RULES.state(m, day)
        if got != expected:
            wrong.append((m, got, expected))
    assert wrong == []
