# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the JSON of a catalog says about states, statuses and verdicts.

An independent reading of the rules of the library, slow and plain, over the
objects of the JSON alone.  Tests compare the library with it, and the data
with what could be known on a day.

    rules = Rules([json.loads(path.read_text()) for path in paths])
    rules.state("edip/signature/2025-12-16", "2025-12-20")
    rules.status("edip", "2025-12-20")
    rules.verdict("edip", "2025-12-20")
"""

import calendar
import datetime
import functools
import re

ARRAYS = {
    "mandates": "mandate", "priorities": "priority", "objectives": "objective",
    "initiatives": "initiative", "milestones": "milestone",
    "commissioners": "commissioner", "topics": "topic",
}
CHILDREN = {
    "mandate": {"priorities": "mandate"},
    "priority": {"objectives": "priority", "initiatives": "priorities"},
    "objective": {"initiatives": "objectives"},
    "initiative": {"milestones": "subject"},
}

LADDER = ["announced", "proposed", "negotiating", "agreed", "adopted", "in-force", "applied"]
STAGE_OF_KIND = {
    "announced": "announced", "consultation": "announced",
    "proposed": "proposed", "referred": "proposed",
    "position": "negotiating", "debated": "negotiating", "voted": "negotiating",
    "negotiated": "negotiating",
    "agreed": "agreed",
    "adopted": "adopted", "signed": "adopted", "published": "adopted",
    "in-force": "in-force", "partly-applied": "in-force",
    "applied": "applied",
}
ACTS = {"regulation", "directive", "decision", "act", "unknown"}
RUNNING = {"agreement", "programme", "fund", "body", "partnership", "system"}
# for these, adopted is the last stage
DECLARED = {"commitment", "strategy", "action-plan", "communication", "white-paper",
            "recommendation", "declaration", "code", "package", "other"}
ENDS = {"withdrawn", "expired"}
PLANS = {"expected", "missed", "cancelled", "rescheduled"}
# dates that an act itself sets: they plan nothing
SET_BY_THE_ACT = {"in-force", "partly-applied", "applied", "transposition-due", "reported",
                  "target", "expired"}

DATE = re.compile(r"(\d{3}X|\d{4})(?:-(XX|\d{2})(?:-(XX|\d{2}))?)?[~?%]?")


def span(text):
    """The first and the last day of a date in EDTF."""
    match = DATE.fullmatch(text)
    if match is None:
        raise ValueError("not a date: %r" % text)
    year, part, day = match.groups()
    if year.endswith("X"):
        return datetime.date(int(year[:3]) * 10, 1, 1), datetime.date(int(year[:3]) * 10 + 9, 12, 31)
    year = int(year)
    if part is None or part == "XX":
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    part = int(part)
    if 33 <= part <= 36:
        month = (part - 33) * 3 + 1
        last = month + 2
        return (datetime.date(year, month, 1),
                datetime.date(year, last, calendar.monthrange(year, last)[1]))
    if day is None or day == "XX":
        return (datetime.date(year, part, 1),
                datetime.date(year, part, calendar.monthrange(year, part)[1]))
    return (datetime.date(year, part, int(day)),) * 2


def as_day(value):
    if isinstance(value, datetime.date):
        return value
    first, last = span(value)
    return last


class Reason:
    """Which rule gave a status, what decided and when."""

    def __init__(self, status, rule, entity=None, date=None, others=()):
        self.status = status
        self.rule = rule
        self.entity = entity
        self.date = date
        self.others = list(others)

    def __repr__(self):
        return "Reason(%s, %s, %s, %s)" % (self.status, self.rule, self.entity, self.date)


class Rules:
    """The rules applied to the entities of one or more documents."""

    def __init__(self, documents):
        self.types = {}
        self.entities = {}
        for document in [documents] if isinstance(documents, dict) else documents:
            for array, kind in ARRAYS.items():
                for entity in document.get(array) or []:
                    self._add(kind, entity)
        self._index()

    def _add(self, kind, entity):
        entity = dict(entity)
        for key, relation in CHILDREN.get(kind, {}).items():
            nested = entity.get(key)
            if not isinstance(nested, list) or not any(isinstance(n, dict) for n in nested):
                continue
            for child in entity.pop(key):
                child = dict(child)
                if relation in ("priorities", "objectives"):
                    child[relation] = list(child.get(relation) or []) + [entity["id"]]
                else:
                    child.setdefault(relation, entity["id"])
                self._add(ARRAYS[key], child)
        if entity["id"] not in self.entities:
            self.entities[entity["id"]] = entity
            self.types[entity["id"]] = kind

    def of_type(self, kind):
        return [i for i, t in self.types.items() if t == kind]

    def _get(self, id_, kind):
        return self.entities[id_] if self.types.get(id_) == kind else None

    def _index(self):
        self.milestones_of = {}
        self.refined = set()
        self.moved_here = {}
        self.parts_of = {}
        self.fulfilled_by = {}
        self._spans = {}
        for id_ in self.of_type("milestone"):
            milestone = self.entities[id_]
            if milestone.get("date"):
                self._spans[id_] = span(milestone["date"])
            self.milestones_of.setdefault(milestone.get("subject"), []).append(id_)
            coarser = milestone.get("refines")
            if coarser and coarser != id_:
                self.refined.add(coarser)
            target = self.target(id_)
            if target is not None:
                self.moved_here.setdefault(target, []).append(id_)
        for id_ in self.of_type("initiative"):
            initiative = self.entities[id_]
            if initiative.get("parent"):
                self.parts_of.setdefault(initiative["parent"], []).append(id_)
            for promise in initiative.get("fulfils") or []:
                self.fulfilled_by.setdefault(promise, []).append(id_)
        self.state = functools.lru_cache(maxsize=None)(self._state)
        self.reason = functools.lru_cache(maxsize=None)(self._reason)
        self.move_day = functools.lru_cache(maxsize=None)(self._move_day)

    # --- milestones ---

    def first(self, id_):
        return self._spans[id_][0] if id_ in self._spans else None

    def last(self, id_):
        return self._spans[id_][1] if id_ in self._spans else None

    def target(self, id_):
        """The milestone to which one was moved; naming itself is naming none."""
        target = self.entities[id_].get("rescheduledTo")
        return None if not target or target == id_ else target

    def is_plan(self, id_):
        return self.entities[id_].get("state") in PLANS or self.target(id_) is not None

    def finest(self, initiative):
        return [m for m in self.milestones_of.get(initiative, []) if m not in self.refined]

    def natural_key(self, id_):
        milestone = self.entities[id_]
        return (self.first(id_) or datetime.date.max, milestone.get("position") or 10 ** 9, id_)

    def _first_fact(self, initiative, test=lambda milestone: True):
        """The first dated finest milestone that is no plan."""
        facts = [m for m in self.finest(initiative)
                 if not self.is_plan(m) and m in self._spans and test(self.entities[m])]
        return min(facts, key=self.natural_key, default=None)

    def _move_day(self, id_):
        """The day from which the move of a milestone is known; date.max if it is not yet."""
        milestone = self.entities[id_]
        if milestone.get("rescheduledOn"):
            return span(milestone["rescheduledOn"])[1]
        target = self.target(id_)
        mover = self._get(milestone.get("rescheduledBy"), "initiative")
        if target is not None and mover is not None:
            for test in (lambda m: m.get("kind") == "signed",
                         lambda m: m.get("kind") == "adopted" and m.get("actor") != "parliament",
                         lambda m: m.get("kind") == "published",
                         lambda m: m.get("kind") == "in-force"):
                found = self._first_fact(mover["id"], test)
                if found is not None:
                    return self.last(found)
            if (mover.get("status") in LADDER[LADDER.index("adopted"):]
                    or mover.get("status") == "completed") and mover.get("statusSince"):
                return span(mover["statusSince"])[1]
            return datetime.date.max
        if (target is not None and milestone.get("state") in ("expected", "missed")
                and self.types.get(target) == "milestone" and not self.is_plan(target)
                and target in self._spans):
            return self.last(target)
        return datetime.date.min

    def _state(self, id_, as_of):
        as_of = as_day(as_of)
        milestone = self.entities[id_]
        stated = milestone.get("state")
        if ((self.target(id_) is not None or stated == "rescheduled")
                and self.move_day(id_) <= as_of):
            return "rescheduled"
        moves = self.moved_here.get(id_, [])
        if moves and all(self.move_day(m) > as_of for m in moves):
            return "unknown"
        first, last = self.first(id_), self.last(id_)
        if stated == "expected":
            return "expected"
        if stated == "reached":
            since = first
            if since is None:
                fact = self._first_fact(milestone.get("subject"))
                if fact is not None:
                    since = self.last(fact)
                else:
                    days = [d for d in self._mandate_days(milestone.get("subject"))]
                    since = min(days) if days else datetime.date.min
            if since <= as_of:
                return "reached"
        if stated == "missed" and (last is None or last < as_of):
            return "missed"
        if stated == "cancelled":
            since = milestone.get("rescheduledOn")
            if not since or span(since)[1] <= as_of:
                return "cancelled"
        if last is None:
            return "unknown"
        if milestone.get("kind") == "target":
            return "expected" if as_of <= last else "unknown"
        return "reached" if last <= as_of else "expected"

    def original(self, id_, as_of):
        as_of = as_day(as_of)
        passed = {id_}
        here = id_
        while True:
            back = [m for m in self.moved_here.get(here, [])
                    if m not in passed and self.move_day(m) <= as_of]
            if not back:
                return None if here == id_ else here
            here = min(back, key=lambda m: (self.first(m) or datetime.date.max, m))
            passed.add(here)

    def milestone_slippage(self, id_, as_of):
        original = self.original(id_, as_of)
        if original is None or self.last(original) is None or self.last(id_) is None:
            return 0
        return (self.last(id_) - self.last(original)).days

    def is_overdue(self, id_, as_of):
        as_of = as_day(as_of)
        subject = self.entities[id_].get("subject")
        if id_ in self.refined or self.last(id_) is None or self.last(id_) >= as_of:
            return False
        state = self.state(id_, as_of)
        if not (state == "expected"
                or (self.entities[id_].get("kind") == "target" and state == "unknown")):
            return False
        return not (self.types.get(subject) == "initiative"
                    and self.status(subject, as_of) in ENDS)

    def is_upcoming(self, id_, as_of):
        as_of = as_day(as_of)
        return (id_ not in self.refined and self.last(id_) is not None
                and self.last(id_) >= as_of and self.state(id_, as_of) == "expected")

    # --- initiatives ---

    def instrument(self, id_):
        instrument = self.entities[id_].get("instrument") or "unknown"
        return instrument if instrument in ACTS | RUNNING | DECLARED else "unknown"

    def priorities(self, id_):
        """The stated ones, then those of its objectives, each once; also of other types."""
        kind = self.types.get(id_)
        entity = self.entities.get(id_, {})
        if kind == "priority":
            return [id_]
        if kind == "objective":
            return [entity["priority"]] if entity.get("priority") else []
        found = list(entity.get("priorities") or [])
        for objective in entity.get("objectives") or []:
            priority = (self._get(objective, "objective") or {}).get("priority")
            if priority:
                found.append(priority)
        return list(dict.fromkeys(found))

    def mandates(self, id_):
        found = [(self._get(p, "priority") or {}).get("mandate") for p in self.priorities(id_)]
        return [m for m in dict.fromkeys(found) if self._get(m, "mandate") is not None]

    def _mandate_start(self, id_):
        period = self.entities[id_].get("period")
        if not period:
            return datetime.date.min
        start = period.split("/")[0]
        return datetime.date.min if start in ("", "..") else span(start)[0]

    def _mandate_days(self, id_):
        return [self._mandate_start(m) for m in self.mandates(id_)]

    def _others(self, id_):
        """Its parts, where it has none what fulfils it, without what leads back to it."""
        def steps(start):
            seen, todo = set(), [start]
            while todo:
                here = todo.pop()
                for other in self.parts_of.get(here, []) + self.fulfilled_by.get(here, []):
                    if other not in seen:
                        seen.add(other)
                        todo.append(other)
            return seen
        others = self.parts_of.get(id_, []) or self.fulfilled_by.get(id_, [])
        return [o for o in others if o != id_ and id_ not in steps(o)]

    def _stage(self, id_, milestone):
        """The stage that a milestone of this initiative implies, with its rank."""
        kind, actor = milestone.get("kind"), milestone.get("actor")
        instrument = self.instrument(id_)
        if kind == "launched":
            if instrument in RUNNING:
                return LADDER.index("adopted") + .5, "ongoing"
            return LADDER.index("announced") + .5, "ongoing"
        stage = STAGE_OF_KIND.get(kind)
        if stage is None:
            return None
        if kind == "adopted" and actor == "parliament":
            stage = "negotiating"
        if instrument in DECLARED and LADDER.index(stage) > LADDER.index("adopted"):
            stage = "adopted"
        return LADDER.index(stage), stage

    def _reached(self, id_, as_of):
        return [m for m in self.finest(id_) if self.state(m, as_of) == "reached"]

    def _furthest(self, id_, as_of):
        """Rank, stage and the earliest milestone that gives it, or None."""
        best = None
        for m in self._reached(id_, as_of):
            stage = self._stage(id_, self.entities[m])
            if stage is None:
                continue
            if (best is None or stage[0] > best[0]
                    or (stage[0] == best[0] and self.natural_key(m) < self.natural_key(best[2]))):
                best = (*stage, m)
        return best

    def _stated(self, id_, as_of):
        initiative = self.entities[id_]
        stated = initiative.get("status")
        if not stated or stated == "unknown":
            return None
        if initiative.get("statusSince"):
            since = span(initiative["statusSince"])[1]
        else:
            fact = self._first_fact(id_)
            days = self._mandate_days(id_)
            since = (self.last(fact) if fact is not None else min(days) if days
                     else datetime.date.min)
        if since > as_of:
            return None
        for m in self._reached(id_, as_of):
            if self.last(m) is None or self.last(m) <= since:
                continue
            if self.entities[m].get("kind") in ENDS:
                return None
            stage = self._stage(id_, self.entities[m])
            if stated in LADDER and stage is not None and stage[0] > LADDER.index(stated):
                return None
        return Reason(stated, "stated", id_, initiative.get("statusSince"))

    def _ended(self, id_, as_of):
        ends = [m for m in self._reached(id_, as_of) if self.entities[m].get("kind") in ENDS]
        if not ends:
            return None
        last = max(ends, key=lambda m: (self.last(m) or datetime.date.min,
                                        self.entities[m]["kind"] == "withdrawn"))
        kind = self.entities[last]["kind"]
        same = [m for m in ends if self.entities[m]["kind"] == kind]
        found = min(same, key=self.natural_key)
        return Reason(kind, "ended", found, self.entities[found].get("date"))

    def _from_others(self, id_, as_of):
        if self.instrument(id_) == "commitment":
            days = self._mandate_days(id_)
            if days and min(days) > as_of:
                return None
        others = [(o, self.reason(o, as_of)) for o in self._others(id_)]
        others = [(o, r) for o, r in others if r.status != "unknown"]
        if not others:
            return None
        delivered = any(self._delivered(o, r.status) for o, r in others)
        opened = [r.status for o, r in others if self._open(o, r.status)]
        if not opened:
            status = "completed" if delivered else "withdrawn"
        elif delivered or any(s != "announced" for s in opened):
            status = "ongoing"
        else:
            status = "announced"
        dated = [(span(r.date)[0], o, r.date) for o, r in others if r.date]
        entity = date = None
        if dated:
            latest = max(d for d, o, t in dated)
            entity, date = min((o, t) for d, o, t in dated if d == latest)
        rule = "parts" if self.parts_of.get(id_) else "fulfilled-by"
        return Reason(status, rule, entity, date, [o for o, r in others])

    def _announced(self, id_, as_of):
        mandates = self.mandates(id_)
        begun = [m for m in mandates if self._mandate_start(m) <= as_of]
        if mandates and not begun:
            return None
        plans = [m for m in self.finest(id_)
                 if self.is_plan(m) and self.entities[m].get("kind") not in SET_BY_THE_ACT]
        commitment = self.instrument(id_) == "commitment"
        if not plans and not commitment:
            return None
        announced = [self.first(m) for m in self.finest(id_)
                     if self.entities[m].get("kind") == "announced" and m in self._spans]
        if announced and min(announced) > as_of:
            return None
        mandate = min(begun, key=self._mandate_start) if begun else None
        day = self._mandate_start(mandate) if mandate else datetime.date.min
        date = None if day == datetime.date.min else day.isoformat()
        if plans:
            return Reason("announced", "planned", min(plans, key=self.natural_key), date)
        return Reason("announced", "mandate", mandate, date)

    def _by_milestones(self, id_, as_of):
        best = self._furthest(id_, as_of)
        if best is None:
            return None
        rule = "launched" if best[1] == "ongoing" else "milestone"
        return Reason(best[1], rule, best[2], self.entities[best[2]].get("date"))

    def _reason(self, id_, as_of):
        as_of = as_day(as_of)
        found = self._stated(id_, as_of) or self._ended(id_, as_of)
        if found is not None:
            return found
        own = self._by_milestones(id_, as_of)
        if (self.instrument(id_) in ("package", "commitment") or own is None
                or own.status == "announced"):
            found = self._from_others(id_, as_of)
        found = found or own or self._announced(id_, as_of)
        return found or Reason("unknown", "none")

    def status(self, id_, as_of):
        return self.reason(id_, as_day(as_of)).status

    def status_date(self, id_, as_of):
        return self.reason(id_, as_day(as_of)).date

    def _delivered(self, id_, status):
        instrument = self.instrument(id_)
        return (status in ("in-force", "applied", "completed")
                or (status == "adopted" and instrument in DECLARED)
                or (status == "ongoing" and instrument in RUNNING))

    def _open(self, id_, status):
        return (status in ("announced", "proposed", "negotiating", "agreed", "on-hold")
                or (status in ("adopted", "ongoing") and not self._delivered(id_, status)))

    def is_open(self, id_, as_of):
        return self._open(id_, self.status(id_, as_of))

    def is_delivered(self, id_, as_of):
        return self._delivered(id_, self.status(id_, as_of))

    def is_ended(self, id_, as_of):
        return self.status(id_, as_of) in ENDS

    def slippage(self, id_, as_of):
        as_of = as_day(as_of)
        ends = [self.milestone_slippage(m, as_of) for m in self.finest(id_)
                if self.state(m, as_of) in ("expected", "reached")
                and self.original(m, as_of) is not None]
        return max(ends, default=0)

    def next_milestone(self, id_, as_of):
        upcoming = [m for m in self.finest(id_) if self.is_upcoming(m, as_of)]
        return min(upcoming, key=self.natural_key, default=None)

    def _was_delivered(self, id_, reason):
        """Whether what has expired had been delivered on the day before."""
        if not reason.date:
            return False
        day = span(reason.date)[0] - datetime.timedelta(days=1)
        return self._delivered(id_, self.status(id_, day))

    def verdict(self, id_, as_of):
        as_of = as_day(as_of)
        reason = self.reason(id_, as_of)
        if reason.status == "unknown":
            return "unknown"
        slippage = self.slippage(id_, as_of)
        others = [self.verdict(o, as_of) for o in reason.others]
        if (self._delivered(id_, reason.status)
                or (reason.status == "expired" and self._was_delivered(id_, reason))):
            return "kept-late" if slippage > 0 or "kept-late" in others else "kept"
        milestones = self.finest(id_)
        states = {m: self.state(m, as_of) for m in milestones}
        if reason.status in ENDS or ("cancelled" in states.values()
                                     and "expected" not in states.values()):
            return "dropped"
        if (slippage > 0 or "missed" in states.values()
                or any(self.is_overdue(m, as_of)
                       and (self.entities[m].get("kind") == "target"
                            or self._stage(id_, self.entities[m]) is not None)
                       for m in milestones)
                or "late" in others or "kept-late" in others):
            return "late"
        return "pending"
