# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Questions and their answers, as Python has them."""

import gc
import math
import threading

import pytest
from gi.repository import EuPolicy, Gio, GLib


def test_query(builtin):
    results = builtin.query("type:milestone date:2025-03..2025-06 in:security-and-defence")
    assert len(results) == results.n_total > 3
    assert [m.id for m in results] == [results[i].id for i in range(len(results))]
    assert all(str(m.date) >= "2025-03" for m in results)
    assert results[0] in results and results[0].id in results
    assert len(results[1:3]) == 2 and results[-1].id == results[len(results) - 1].id
    assert results[results[0].id] is results[0]
    assert builtin.query("zzzzzz nothing") and len(builtin.query("zzzzzz nothing")) == 0


def test_to_dicts(builtin):
    results = builtin.query("type:initiative in:security-and-defence")
    rows = results.to_dicts(["id", "title", "status", "lead"])
    assert [row["id"] for row in rows] == [i.id for i in results]
    assert [row["title"] for row in rows] == [i.title for i in results]
    assert [row["status"] for row in rows] == [str(i.status) for i in results]
    assert all(isinstance(row["lead"], list) for row in rows)
    assert results.to_dicts()[0].keys() == {"id", "type", "title"}
    assert results.to_dicts("id") == [{"id": i.id} for i in results]
    assert results.to_dicts([]) == [{} for _ in results]
    assert results.dup_column("id") == [i.id for i in results]
    assert results.to_columns(["id"]) == {"id": [i.id for i in results]}
    with pytest.raises(GLib.Error):
        results.to_dicts(["nonsense"])


def test_to_dicts_of_any_text(builtin):
    text = 'a "quoted" \\ line\nwith \u0001, Ωμέγα and 𝄞'
    catalog = EuPolicy.Catalog.new()
    catalog.add(EuPolicy.Initiative("x", title=text))
    assert catalog.query("type:initiative").to_dicts(["title", "id", "title", "summary"]) == [
        {"title": text, "id": "x", "summary": None}]


@pytest.mark.parametrize("enabled", [True, False])
def test_to_dicts_leaves_the_collector_as_it_was(builtin, enabled):
    results = builtin.query("type:initiative")
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        results.to_dicts(["id"])
        with pytest.raises(GLib.Error):
            results.to_dicts(["nonsense"])
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if was else gc.disable)()


def test_numbers(builtin):
    results = builtin.query("type:milestone")
    numbers = results.numbers("date")
    assert len(numbers) == len(results)
    assert numbers[0] == results[0].day or math.isnan(numbers[0])


def test_count_by(builtin):
    results = builtin.query("type:initiative")
    counts = results.count_by("status")
    assert isinstance(counts, dict)
    assert sum(counts.values()) == len(results)
    assert list(counts.values()) == sorted(counts.values(), reverse=True)
    assert counts["adopted"] == len(builtin.query("type:initiative status:adopted"))


def test_builder(builtin):
    query = EuPolicy.Query.new_for_type(EuPolicy.Milestone).where("date", "at-least", EuPolicy.Date("2025-06"))
    text = EuPolicy.Query("type:milestone date:>=2025-06")
    assert [m.id for m in builtin.select(query)] == [m.id for m in builtin.query(text)]
    assert str(EuPolicy.Query(str(query))) == str(query)
    both = EuPolicy.Query("status:proposed") | EuPolicy.Query("status:agreed")
    assert len(builtin.select(both)) == len(builtin.query("status:proposed,agreed"))
    assert len(builtin.select(EuPolicy.Query("type:initiative") & ~both)) == \
        len(builtin.query("type:initiative -status:proposed,agreed"))
    assert repr(EuPolicy.Query("status:proposed")) == "EuPolicy.Query('status:proposed')"
    assert query.where_any("kind", "is", [EuPolicy.MilestoneKind.PROPOSED, "adopted"])
    assert len(builtin.select(query.limited(0, 2))) == 2
    with pytest.raises(ValueError):
        query.where("date", "roughly", "2025")


def test_an_entity_stands_for_its_id(builtin):
    lead, all_ = builtin["henna-virkkunen"], EuPolicy.Query()
    assert str(all_.where("lead", "is", lead)) == "lead:henna-virkkunen"
    assert str(all_.where_any("in", "is-not", [builtin["protecteu"], "security-and-defence"])) == "-in:protecteu,security-and-defence"
    assert len(builtin.select(all_.where("lead", "is", lead))) > 0


def test_one_milestone(builtin):
    adopted = EuPolicy.Query("kind:adopted state:reached date:2025")
    query = EuPolicy.Query.new_milestone(adopted)
    assert str(query) == "milestone:(kind:adopted state:reached date:2025)"
    assert str(EuPolicy.Query.new_milestone(query)) == str(query)
    found = builtin.select(query & EuPolicy.Query("type:initiative"))
    assert 0 < len(found) <= len(builtin.query("type:initiative kind:adopted state:reached date:2025"))
    for initiative in found:
        assert any(str(m.kind) == "adopted" and str(m.state) == "reached" and str(m.date).startswith("2025") for m in initiative.milestones)


def test_query_errors(builtin):
    with pytest.raises(GLib.Error) as caught:
        builtin.query("status:propsed")
    assert caught.value.matches(EuPolicy.QueryError.quark(), EuPolicy.QueryError.BAD_VALUE)
    assert "proposed" in caught.value.message
    with pytest.raises(GLib.Error) as caught:
        builtin.query("stattus:proposed")
    assert caught.value.matches(EuPolicy.QueryError.quark(), EuPolicy.QueryError.UNKNOWN_FIELD)


def test_live(catalog):
    results = catalog.query("type:initiative status:proposed")
    results.live = True
    changes = []
    results.connect("items-changed", lambda _, *change: changes.append(change))
    assert len(results) == 1
    catalog["i"].stated_status = "withdrawn"
    assert len(results) == 0 and changes == [(0, 1, 0)]


def test_rank_and_snippet(builtin):
    results = builtin.query("security strategy")
    assert results.get_score(results[0]) >= results.get_score(results[-1])
    assert results.dup_snippet(results[0])


def test_export(builtin):
    results = builtin.query("id:protecteu")
    assert '"protecteu"' in results.to_string(EuPolicy.Format.JSON)


def test_functions_are_called_what_they_are_called():
    with pytest.raises(TypeError, match=r"^Query\.limited\(\) missing"):
        EuPolicy.Query("drones").limited(3)
    with pytest.raises(TypeError, match=r"^__new__\(\) missing"):
        EuPolicy.Topic()
    assert EuPolicy.Results.count_by.__qualname__ == "Results.count_by"
    for cls in (EuPolicy.Catalog, EuPolicy.Results, EuPolicy.Query, EuPolicy.Date, EuPolicy.Entity):
        assert not [name for name in vars(cls) if getattr(getattr(cls, name), "__name__", "") == "<lambda>"]


@pytest.fixture(scope="module")
def large():
    catalog = EuPolicy.Catalog.new()
    with catalog.edit():
        for i in range(14000):
            catalog.add(EuPolicy.Initiative(f"i{i}", title=f"Title {i} of a common word"))
    return catalog


def test_too_costly_questions_throw(large):
    text = "type:initiative text:~" + ",".join(f"z{i}q" for i in range(4000))
    for ask in (large.query, lambda text: large.select(EuPolicy.Query(text)), lambda text: large.select_full(EuPolicy.Query(text), None)):
        with pytest.raises(GLib.Error) as error:
            ask(text)
        assert error.value.matches(EuPolicy.query_error_quark(), EuPolicy.QueryError.TOO_COSTLY)
        column = int(error.value.message.split(":")[0].removeprefix("column "))
        assert text[column - 1:].startswith(("z", "text:"))
    assert len(large.query("type:initiative has:title@fr,title@de")) == 0


def test_questions_are_cancelled(large):
    query = EuPolicy.Query("text:~zq OR title OR \"common word\" sort:title")
    cancellable = Gio.Cancellable()
    cancellable.cancel()
    with pytest.raises(GLib.Error) as error:
        large.select_full(query, cancellable)
    assert error.value.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED)
    expected = [entity.id for entity in large.select_full(query)]
    assert len(expected) == 14000

    for _ in range(10):
        cancellable = Gio.Cancellable()
        thread = threading.Thread(target=cancellable.cancel)
        thread.start()
        try:
            found = large.select_full(query, cancellable)
        except GLib.Error as error:
            assert error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED)
            found = large.select(query)
        thread.join()
        assert found.dup_column("id") == expected
