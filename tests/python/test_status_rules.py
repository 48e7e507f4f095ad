# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The reference for states, statuses and verdicts does what the rules say."""

import pytest

from status_rules import Rules, span


def catalog(*initiatives, period="2024-12-01/2029"):
    """Rules over initiatives of one priority; each with its milestones nested."""
    return Rules({
        "mandates": [{"id": "m", "period": period}],
        "priorities": [{"id": "p", "mandate": "m"}],
        "objectives": [{"id": "o", "priority": "p"}],
        "initiatives": [dict({"priorities": ["p"]}, **i) for i in initiatives],
    })


def milestone(id_, kind, date=None, **more):
    return dict({"id": id_, "kind": kind, **more}, **({"date": date} if date else {}))


def law(*milestones, **more):
    return dict({"id": "law", "instrument": "regulation", "milestones": list(milestones)}, **more)


@pytest.mark.parametrize("text, first, last", [
    ("2025", "2025-01-01", "2025-12-31"), ("2025-XX", "2025-01-01", "2025-12-31"),
    ("202X", "2020-01-01", "2029-12-31"), ("2026-35", "2026-07-01", "2026-09-30"),
    ("2024-02~", "2024-02-01", "2024-02-29"), ("2025-03-05?", "2025-03-05", "2025-03-05")])
def test_spans(text, first, last):
    assert [d.isoformat() for d in span(text)] == [first, last]


@pytest.mark.parametrize("kind, actor, status", [
    ("announced", None, "announced"), ("consultation", None, "announced"),
    ("proposed", "commission", "proposed"), ("referred", None, "proposed"),
    ("position", "council", "negotiating"), ("debated", None, "negotiating"),
    ("voted", None, "negotiating"), ("negotiated", None, "negotiating"),
    ("adopted", "parliament", "negotiating"), ("agreed", None, "agreed"),
    ("adopted", "council", "adopted"), ("signed", None, "adopted"), ("published", None, "adopted"),
    ("in-force", None, "in-force"), ("partly-applied", None, "in-force"), ("applied", None, "applied"),
    ("launched", None, "ongoing"), ("withdrawn", None, "withdrawn"), ("expired", None, "expired"),
    ("opinion", None, "unknown"), ("reported", None, "unknown"), ("endorsed", None, "unknown"),
    ("event", None, "unknown"), ("transposition-due", None, "unknown"), ("target", None, "unknown")])
def test_what_a_milestone_of_a_law_implies(kind, actor, status):
    more = {"actor": actor} if actor else {}
    rules = catalog(law(milestone("a", kind, "2025-03", **more)))
    assert rules.status("law", "2025-03-30") == "unknown"
    assert rules.status("law", "2025-03-31") == status


def test_the_furthest_stage_counts_not_the_latest():
    rules = catalog(law(milestone("a", "agreed", "2025-03-01"), milestone("b", "position", "2025-05-01")))
    assert rules.status("law", "2025-06-01") == "agreed"
    assert rules.status_date("law", "2025-06-01") == "2025-03-01"


@pytest.mark.parametrize("instrument, kinds, status, delivered", [
    ("strategy", ["adopted"], "adopted", True), ("strategy", ["in-force"], "adopted", True),
    ("regulation", ["adopted"], "adopted", False), (None, ["adopted"], "adopted", False),
    ("body", ["adopted"], "adopted", False), ("body", ["adopted", "launched"], "ongoing", True),
    ("body", ["launched", "in-force"], "in-force", True),
    ("strategy", ["launched"], "ongoing", False), ("strategy", ["launched", "adopted"], "adopted", True)])
def test_the_last_stage(instrument, kinds, status, delivered):
    rules = catalog({"id": "x", "instrument": instrument, "milestones": [
        milestone("m%d" % n, kind, "2025-0%d-01" % n, actor="commission") for n, kind in enumerate(kinds, 1)]})
    assert rules.status("x", "2026-01-01") == status
    assert rules.is_delivered("x", "2026-01-01") == delivered
    assert rules.is_open("x", "2026-01-01") == (not delivered)


def test_a_stated_status_begins_on_its_day_and_yields_to_what_comes_after():
    rules = catalog(law(milestone("a", "proposed", "2025-01-10"), milestone("b", "agreed", "2025-09-01"),
                          milestone("c", "expired", "2026-01-01"), status="negotiating", statusSince="2025-05"))
    assert rules.status("law", "2025-05-30") == "proposed"
    assert rules.status("law", "2025-05-31") == "negotiating"
    assert rules.status("law", "2025-09-01") == "agreed"
    assert rules.status("law", "2026-01-01") == "expired"
    rules = catalog(law(milestone("a", "proposed", "2025-01-10"), status="on-hold"))
    assert [rules.status("law", d) for d in ("2025-01-09", "2025-01-10")] == ["unknown", "on-hold"]
    rules = catalog(law(status="on-hold"))
    assert [rules.status("law", d) for d in ("2024-11-30", "2024-12-01")] == ["unknown", "on-hold"]


def test_of_two_ends_the_later_counts():
    rules = catalog(law(milestone("a", "withdrawn", "2025-01-01"), milestone("b", "expired", "2025-02-01")))
    assert rules.status("law", "2025-03-01") == "expired"
    rules = catalog(law(milestone("a", "withdrawn", "2025-01-01"), milestone("b", "expired", "2025-01-01")))
    assert rules.status("law", "2025-03-01") == "withdrawn"


def part(id_, kind, date="2025-03-01", parent="pack"):
    return {"id": id_, "instrument": "regulation", "parent": parent, "milestones": [milestone(id_ + "/1", kind, date)]}


@pytest.mark.parametrize("kinds, status", [
    (["in-force", "in-force"], "completed"), (["in-force", "withdrawn"], "completed"),
    (["withdrawn", "withdrawn"], "withdrawn"), (["in-force", "proposed"], "ongoing"),
    (["announced", "proposed"], "ongoing"), (["announced", "announced"], "announced"),
    (["event", "in-force"], "completed")])
def test_a_package_takes_its_status_from_its_parts(kinds, status):
    rules = catalog({"id": "pack", "instrument": "package"},
                      *[part("part%d" % n, kind) for n, kind in enumerate(kinds)])
    assert rules.status("pack", "2025-03-01") == status
    assert rules.reason("pack", "2025-03-01").rule == "parts"


def test_a_package_without_known_parts_has_its_own_milestones():
    rules = catalog({"id": "pack", "instrument": "package", "milestones": [milestone("a", "agreed", "2025-02-01")]},
                      part("part", "event"))
    assert rules.status("pack", "2025-03-01") == "agreed"


def test_a_commitment_waits_for_its_mandate():
    rules = catalog({"id": "promise", "instrument": "commitment"},
                      dict(part("act", "in-force", "2024-06-01", parent=None), fulfils=["promise"]))
    assert rules.status("promise", "2024-11-30") == "unknown"
    assert rules.status("promise", "2024-12-01") == "completed"
    assert rules.verdict("promise", "2024-12-01") == "kept"


def test_commitments_that_fulfil_each_other_ignore_each_other():
    rules = catalog({"id": "a", "instrument": "commitment", "fulfils": ["b"]},
                      {"id": "b", "instrument": "commitment", "fulfils": ["a"]},
                      {"id": "c", "instrument": "commitment", "fulfils": ["c"]})
    assert [rules.status(i, "2025-01-01") for i in "abc"] == ["announced"] * 3


def test_a_plan_announces():
    plan = milestone("a", "proposed", "2025-33", state="expected")
    assert catalog(law(plan)).status("law", "2025-01-01") == "announced"
    assert catalog(law(plan)).status("law", "2024-11-30") == "unknown"
    assert catalog(law(milestone("a", "applied", "2025-33", state="expected"))).status("law", "2025-01-01") == "unknown"
    assert catalog(law(milestone("a", "proposed", "2025-05-05"))).status("law", "2025-01-01") == "unknown"
    later = law(plan, milestone("b", "announced", "2025-02-10"))
    assert [catalog(later).status("law", d) for d in ("2025-02-09", "2025-02-10")] == ["unknown", "announced"]


def test_states():
    rules = catalog(law(
        milestone("plan", "proposed", "2025-33", state="expected"),
        milestone("fact", "proposed", "2025-05-05"),
        milestone("goal", "target", "2025-06-30"),
        milestone("bare", "event"),
        milestone("done", "event", state="reached"),
        milestone("early", "event", "2025-07", state="reached"),
        milestone("lost", "proposed", "2025-04-10", state="missed"),
        milestone("given-up", "proposed", "2025-09-01", state="cancelled", rescheduledOn="2025-08-01")))

    def states(day):
        return {m: rules.state(m, day) for m in rules.of_type("milestone")}
    assert states("2025-05-04") == {"plan": "expected", "fact": "expected", "goal": "expected", "bare": "unknown",
                                    "done": "unknown", "early": "expected", "lost": "missed", "given-up": "expected"}
    assert states("2025-08-01") == {"plan": "expected", "fact": "reached", "goal": "unknown", "bare": "unknown",
                                    "done": "reached", "early": "reached", "lost": "missed", "given-up": "cancelled"}
    assert rules.state("goal", "2025-06-30") == "expected"
    assert rules.state("early", "2025-07-01") == "reached"
    assert rules.is_overdue("plan", "2025-04-01") and not rules.is_overdue("plan", "2025-03-31")
    assert rules.is_overdue("goal", "2025-07-01")
    assert rules.next_milestone("law", "2025-01-01") == "plan"


def moved(**more):
    mover = {"id": "mover", "instrument": "regulation", "milestones": [
        milestone("mover/p", "adopted", "2025-03-01", actor="parliament"), milestone("mover/c", "adopted", "2025-04-01", actor="council"),
        milestone("mover/s", "signed", "2025-04-10"), milestone("mover/o", "published", "2025-04-20")]}
    return catalog(law(milestone("first", "applied", "2025-06-01", rescheduledTo="second", rescheduledBy="mover"),
                         milestone("second", "applied", "2026-06-01"), milestone("force", "in-force", "2025-01-01")), mover, **more)


def test_a_law_moves_a_date():
    rules = moved()
    assert [rules.state(m, "2025-04-09") for m in ("first", "second")] == ["expected", "unknown"]
    assert [rules.state(m, "2025-04-10") for m in ("first", "second")] == ["rescheduled", "expected"]
    assert rules.status("law", "2025-07-01") == "in-force"
    assert rules.status("law", "2026-06-01") == "applied"
    assert rules.original("second", "2025-04-10") == "first"
    assert rules.original("second", "2025-04-09") is None
    assert rules.milestone_slippage("second", "2026-06-01") == 365
    assert [rules.verdict("law", d) for d in ("2025-04-09", "2025-04-10")] == ["kept", "kept-late"]


def test_a_plan_that_was_met_later():
    rules = catalog(law(milestone("plan", "proposed", "2025-33", state="expected", rescheduledTo="fact"),
                          milestone("fact", "proposed", "2025-05-05")))
    assert [rules.state(m, "2025-05-04") for m in ("plan", "fact")] == ["expected", "unknown"]
    assert [rules.state(m, "2025-05-05") for m in ("plan", "fact")] == ["rescheduled", "reached"]
    assert [rules.verdict("law", d) for d in ("2025-03-31", "2025-04-01", "2025-05-05")] == ["pending", "late", "late"]
    assert rules.slippage("law", "2025-05-05") == 35
    early = catalog(law(milestone("plan", "proposed", "2025-34", state="expected", rescheduledTo="fact"),
                          milestone("fact", "proposed", "2025-05-05")))
    assert early.slippage("law", "2025-05-05") == -56 and early.verdict("law", "2025-05-05") == "pending"


def test_moves_that_lead_nowhere():
    rules = catalog(law(milestone("a", "proposed", "2025-02-01", state="expected", rescheduledTo="nothing"),
                          milestone("b", "proposed", "2025-03-01", rescheduledTo="b"),
                          milestone("c", "proposed", "2025-04-01", state="rescheduled"),
                          milestone("d", "proposed", "2025-05-01", rescheduledTo="e"),
                          milestone("e", "proposed", "2025-06-01", rescheduledTo="d")))
    assert [rules.state(m, "2025-01-01") for m in "abc"] == ["rescheduled", "expected", "rescheduled"]
    assert {rules.original(m, "2025-01-01") for m in "de"} == {"d", "e"}


def test_refined_claims_do_not_count():
    rules = catalog(law(milestone("month", "in-force", "2025-03"), milestone("day", "signed", "2025-03-20", refines="month"),
                          milestone("self", "proposed", "2025-01-01", refines="self")))
    assert rules.status("law", "2025-12-01") == "adopted"
    assert "self" in rules.finest("law") and "month" not in rules.finest("law")


@pytest.mark.parametrize("kinds, verdict", [
    (["in-force", "expired"], "kept"), (["adopted", "expired"], "dropped"), (["withdrawn"], "dropped"), (["proposed"], "pending")])
def test_verdicts_of_ends(kinds, verdict):
    rules = catalog(law(*[milestone(k, k, "2025-0%d-01" % n, actor="council") for n, k in enumerate(kinds, 1)]))
    assert rules.verdict("law", "2025-12-01") == verdict


def test_given_up_is_dropped_unless_something_is_still_expected():
    given_up = milestone("a", "proposed", "2025-09-01", state="cancelled")
    assert catalog(law(given_up)).verdict("law", "2025-12-01") == "dropped"
    assert catalog(law(given_up, milestone("b", "proposed", "2026-33", state="expected"))).verdict("law", "2025-12-01") == "pending"
    assert catalog(law(milestone("a", "proposed", "2025-02-01", state="missed"), milestone("b", "announced", "2025-01-01"))).verdict("law", "2025-12-01") == "late"
