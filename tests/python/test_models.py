# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Catalogs, entities and lists, as Python has them."""

import datetime
import gc
import io
import json

import gi
import pytest
from gi.repository import EuPolicy, Gio, GLib

gi.require_version("Json", "1.0")
from gi.repository import Json  # noqa: E402


def test_catalog_is_a_collection(builtin):
    assert builtin["protecteu"].id == "protecteu"
    assert "protecteu" in builtin and "nothing" not in builtin and 5 not in builtin
    assert builtin["protecteu"] in builtin
    assert len(builtin) == sum(1 for _ in builtin) > 900
    assert builtin[0].id and builtin[-1].id and len(builtin[:3]) == 3
    assert builtin.get("nothing") is None and builtin.get("nothing", 1) == 1
    with pytest.raises(KeyError):
        builtin["nothing"]
    with pytest.raises(IndexError):
        builtin[len(builtin)]
    with pytest.raises(TypeError):
        builtin[1.5]


def test_catalog_is_always_true():
    assert EuPolicy.Catalog()
    assert len(EuPolicy.Catalog()) == 0


def test_walk(builtin):
    priority = builtin["security-and-defence"]
    assert priority.title == "A new era for European defence and security"
    assert priority.mandate.id == "ec-2024"
    assert "internal-security" in [o.id for o in priority.objectives]
    assert "internal-security" in priority.objectives
    objective = priority.objectives["internal-security"]
    assert "protecteu" in objective.initiatives
    initiative = objective.initiatives["protecteu"]
    assert initiative.status == EuPolicy.Status.ADOPTED and str(initiative.status) == "adopted"
    assert [m.id for m in initiative.milestones] == ["protecteu/commission-adoption/2025-04-01"]
    assert len(initiative.all_milestones) == 2
    assert initiative.milestones[0].subject is initiative
    assert initiative.milestones[0].date.to_date() == datetime.date(2025, 4, 1)
    assert [c.id for c in initiative.leads] == ["magnus-brunner"]
    assert initiative.references[0].value == "COM(2025) 148"
    assert initiative.catalog is builtin
    assert objective in priority.objectives
    assert initiative not in priority.objectives


def test_identity_while_held(builtin):
    first = builtin["protecteu"]
    assert builtin["protecteu"] is first
    assert first == builtin["protecteu"]
    assert first != builtin["edip"]
    assert len({first, builtin["protecteu"]}) == 1


def test_every_property_can_be_read(builtin):
    seen = set()
    for entity in builtin:
        if type(entity) in seen:
            continue
        seen.add(type(entity))
        for pspec in entity.list_properties():
            name = pspec.name.replace("-", "_")
            getattr(entity, name)
    assert len(seen) == 7


def test_properties_are_written(catalog):
    i = catalog["i"]
    i.title = "Other"
    assert i.title == "Other" and i.title_text["en"] == "Other"
    i.title_text = {"en": "Paths", "fr": "Chemins"}
    assert i.title == "Paths"
    i.short_title, i.summary, i.notes = "s", "t", "u"
    assert (i.short_title, i.summary, i.notes) == ("s", "t", "u")
    i.stated_status = "withdrawn"
    assert i.status == EuPolicy.Status.WITHDRAWN
    i.stated_status = EuPolicy.Status.UNKNOWN
    assert str(i.status) == "proposed"
    i.instrument = "directive"
    assert i.legislative
    i.topic_ids = ["t"]
    assert [t.id for t in i.topics] == ["t"]
    i.topic_ids = None
    assert i.topic_ids == []
    i.figures = [EuPolicy.Figure(71, "%")]
    assert len(i.figures) == 1 and i.figures[0].value == 71
    i.figures = []
    assert len(i.figures) == 0 and not i.figures
    i.references = [EuPolicy.Reference("COM(2025) 148")]
    i.links = [EuPolicy.Link("https://example.org/", {"en": "x"}, "news")]
    i.sources = [EuPolicy.Citation({"en": "x"})]
    i.other_titles = [EuPolicy.Title({"en": "Old"})]
    i.confidence = "stated"
    i.verified = datetime.date(2025, 6, 5)
    assert str(i.verified) == "2025-06-05"
    m = catalog["i/1"]
    m.date = "2025-XX"
    assert str(m.date) == "2025-XX"
    m.date = None
    assert m.date is None
    m.actor, m.kind, m.stated_state = "parliament", "adopted", "reached"
    assert (str(m.actor), str(m.kind), str(m.state)) == ("parliament", "adopted", "reached")
    catalog["m"].period = "2024/2025"
    assert str(catalog["m"].period) == "2024/2025"
    c = catalog["c"]
    c.terms = [EuPolicy.Term("m", {"en": "Commissioner"}, {"en": "Energy"}, None, ["p"])]
    assert c.role == "Commissioner" and c.portfolio == "Energy"
    assert [p.id for p in c.priorities] == ["p"]


def test_what_cannot_be_written(catalog):
    i = catalog["i"]
    for name in ("id", "status", "legislative", "milestones", "priority", "date", "day", "catalog"):
        with pytest.raises(AttributeError):
            setattr(i, name, None)
    with pytest.raises(ValueError, match="announced"):
        i.stated_status = "propsed"
    for wrong in (99, 1.5, None, object(), True):
        with pytest.raises(TypeError):
            i.stated_status = wrong
    with pytest.raises(TypeError):
        i.topic_ids = "t"
    with pytest.raises(TypeError):
        i.topic_ids = ["t", None]
    with pytest.raises(TypeError):
        i.figures = [None]
    with pytest.raises(TypeError):
        i.figures = [i]
    with pytest.raises(TypeError):
        i.title = 5
    with pytest.raises(GLib.Error):
        catalog["i/1"].date = "31-12-9999"
    with pytest.raises(TypeError):
        i.title_text = "a string without a language"


def test_constructors(catalog):
    with pytest.raises(TypeError):
        EuPolicy.Initiative()
    with pytest.raises(TypeError):
        EuPolicy.Initiative(None)
    with pytest.raises(TypeError):
        EuPolicy.Initiative("x", nonsense=1)
    with pytest.raises(TypeError):
        EuPolicy.Entity("x")


def test_notify(catalog):
    seen = []
    i = catalog["i"]
    i.connect("notify::title", lambda *_: seen.append("title"))
    i.connect("notify::status", lambda *_: seen.append("status"))
    i.title = "x"
    i.stated_status = "withdrawn"
    assert seen == ["title", "status"]


def test_live_lists(catalog):
    milestones = catalog["i"].milestones
    changes = []
    milestones.connect("items-changed", lambda _, *change: changes.append(change))
    catalog.add(EuPolicy.Milestone("i/2", subject_id="i", date="2025-01", kind="announced"))
    assert changes == [(0, 0, 1)]
    assert [m.id for m in milestones] == ["i/2", "i/1"]
    assert catalog.remove("i/2")
    assert changes[1:] == [(0, 1, 0)]


def test_one_edit(catalog):
    seen = []
    catalog.connect("changed", lambda *_: seen.append(1))
    with catalog.edit():
        catalog["i"].title = "a"
        catalog["o"].title = "b"
        assert not seen
    assert seen
    with pytest.raises(ZeroDivisionError):
        with catalog.edit():
            1 / 0
    before = len(seen)
    catalog["i"].title = "c"
    assert len(seen) > before


def test_add_remove_rename(catalog):
    with pytest.raises(GLib.Error) as caught:
        catalog.add(EuPolicy.Topic("t"))
    assert caught.value.matches(EuPolicy.ModelError.quark(), EuPolicy.ModelError.DUPLICATE_ID)
    with pytest.raises(GLib.Error) as caught:
        EuPolicy.Catalog().add(catalog["t"])
    assert caught.value.matches(EuPolicy.ModelError.quark(), EuPolicy.ModelError.IN_USE)
    i = catalog["i"]
    assert catalog.remove("i") and not catalog.remove("i")
    assert i.title == "Initiative" and i.catalog is None
    assert catalog["i/1"].subject is None and catalog["i/1"].subject_id == "i"
    catalog.add(i)
    assert catalog["i/1"].subject is i
    catalog.rename("i", "j")
    assert catalog["i/1"].subject_id == "j"
    copied = i.copy()
    assert copied.id == "j" and copied.catalog is None and copied is not i


def test_to_dict_and_json(catalog):
    data = catalog["i/1"].to_dict()
    assert data == {"type": "milestone", "id": "i/1", "title": "Proposed", "subject": "i", "date": "2025-03-04",
                    "kind": "proposed"}
    added = catalog.add_json_string('{"type": "topic", "id": "t2", "title": "Two"}')
    assert added.title == "Two" and catalog["t2"] is added


def test_reading_and_saving(catalog, tmp_path):
    path = tmp_path / "c.json"
    catalog.save(path)
    again = EuPolicy.Catalog.open(path)
    assert len(again) == len(catalog)
    assert EuPolicy.Catalog.open(str(path)).to_string(EuPolicy.Format.JSON) == path.read_text()
    assert len(EuPolicy.Catalog.open(Gio.File.new_for_path(str(path)))) == len(catalog)
    assert len(EuPolicy.Catalog.open(io.BytesIO(path.read_bytes()))) == len(catalog)
    with path.open() as file:
        assert len(EuPolicy.Catalog.open(file)) == len(catalog)
    catalog.save(str(tmp_path / "c.jsonl"))
    assert json.loads((tmp_path / "c.jsonl").read_text().splitlines()[0])["format"] == "eupolicy"
    with pytest.raises(GLib.Error):
        EuPolicy.Catalog.open(tmp_path / "none.json")
    with pytest.raises(GLib.Error) as caught:
        EuPolicy.Catalog.open(io.StringIO('{"format": "eupolicy", "x": [01]}'))
    assert "1:" in caught.value.message


def test_saving_without_blocking(catalog, tmp_path):
    path, loop, cancellable = tmp_path / "c.json", GLib.MainLoop(), Gio.Cancellable()
    path.write_text("old")

    def done(source, result):
        try:
            got.append(source.save_finish(result))
        except GLib.Error as error:
            got.append(error)
        loop.quit()

    for late in (False, True):
        got = []
        cancellable = Gio.Cancellable()
        catalog.save_async(Gio.File.new_for_path(str(path)), EuPolicy.Format.AUTO, cancellable, done)
        while late and path.read_text() == "old":
            pass
        cancellable.cancel()
        loop.run()
        # The answer says what became of the file.
        assert (path.read_text() == "old") == isinstance(got[0], GLib.Error)
        assert not late or got == [True]
        path.write_text("old")
    with pytest.raises(GLib.Error) as caught:
        catalog.save(path, cancellable=cancellable)
    assert caught.value.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED)
    assert path.read_text() == "old"


def test_a_name_that_tells_no_format(catalog, tmp_path):
    for name in ("c.xyz", "c", ".json"):
        with pytest.raises(GLib.Error) as caught:
            catalog.save(tmp_path / name)
        assert caught.value.matches(EuPolicy.ParseError.quark(), EuPolicy.ParseError.UNSUPPORTED)
        assert caught.value.message.startswith(f"{tmp_path / name}: ")
        catalog.save(tmp_path / name, EuPolicy.Format.JSON)
        assert len(EuPolicy.Catalog.open(tmp_path / name)) == len(catalog)


def test_checking_files_together(tmp_path):
    texts = {"a.json": '{"format": "eupolicy", "topics": [{"id": "a", "title": "A", "broader": "b"}]}',
             "b.json": '{"format": "eupolicy", "topics": [{"id": "b", "title": "B"}]}'}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    a, b = (Gio.File.new_for_path(str(tmp_path / name)) for name in texts)
    assert [i.code for i in EuPolicy.Catalog.check_files([a], EuPolicy.Format.AUTO, None, None)] == ["unresolved-reference"]
    assert len(EuPolicy.Catalog.check_files([a, b], EuPolicy.Format.AUTO, None, None)) == 0
    assert len(EuPolicy.Catalog.check_files([], EuPolicy.Format.AUTO, None, None)) == 0
    (tmp_path / "b.json").write_text(texts["a.json"])
    issue = EuPolicy.Catalog.check_files([a, b], EuPolicy.Format.AUTO, None, None)[0]
    assert issue.code == "unresolved-reference" and issue.source.endswith("a.json")
    issue = EuPolicy.Catalog.check_files([a, b], EuPolicy.Format.AUTO, None, None)[1]
    assert issue.code == "duplicate-id" and issue.source.endswith("b.json") and "a.json:1:" in issue.message


def test_reading_without_blocking(catalog, tmp_path):
    path = tmp_path / "c.json"
    catalog.save(path)
    loop, got = GLib.MainLoop(), []

    def done(_source, result):
        got.append(EuPolicy.Catalog.new_from_file_finish(result))
        loop.quit()

    EuPolicy.Catalog.new_from_file_async(Gio.File.new_for_path(str(path)), None, done)
    loop.run()
    assert len(got[0]) == len(catalog)


def test_progress(catalog, tmp_path):
    path, progress, seen = tmp_path / "c.json", EuPolicy.Progress(), []
    catalog.save(path)
    file = Gio.File.new_for_path(str(path))
    progress.connect("notify::fraction", lambda *_: seen.append(progress.fraction))
    assert not isinstance(progress, Gio.Cancellable) and progress.n_total == -1
    for read in (lambda: EuPolicy.Catalog.new_from_file_full(file, EuPolicy.Format.AUTO, progress, None),
                 lambda: EuPolicy.Catalog.open(path, progress=progress), lambda: EuPolicy.Catalog.open(str(path), progress=progress),
                 lambda: EuPolicy.Catalog.open(file, progress=progress, cancellable=Gio.Cancellable())):
        assert len(read()) == len(catalog)
        assert seen.pop() == progress.fraction == 1
        assert progress.n_bytes == progress.n_total == path.stat().st_size
    cancellable = Gio.Cancellable()
    cancellable.cancel()
    with pytest.raises(GLib.Error) as caught:
        EuPolicy.Catalog.open(path, cancellable=cancellable)
    assert caught.value.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED)

    loop, got = GLib.MainLoop(), []

    def done(_source, result):
        got.append((EuPolicy.Catalog.new_from_file_full_finish(result), progress.fraction))
        loop.quit()

    EuPolicy.Catalog.new_from_file_full_async(file, EuPolicy.Format.JSON, progress, None, done)
    assert progress.fraction == 0
    loop.run()
    assert len(got[0][0]) == len(catalog) and got[0][1] == 1


def test_where_an_item_stands(catalog):
    results = catalog.query("type:initiative")
    assert [results.position_of(catalog[id]) for id in ("i", "t")] == [0, -1]
    assert [catalog.initiatives.position_of(catalog[id]) for id in ("i", "t")] == [0, -1]
    assert catalog.initiatives.position_of(item=catalog["t"]) == -1
    catalog["i"].links = [EuPolicy.Link("https://example.org/"), EuPolicy.Link("https://example.com/")]
    links = catalog["i"].links
    assert links.position_of(links[1]) == 1
    assert links.position_of(EuPolicy.Link("https://example.com/")) == -1 and EuPolicy.Link("https://example.com/") in links
    # values have no ids
    assert links.lookup("https://example.org/") is None and catalog.issues.lookup("i") is None
    with pytest.raises(KeyError):
        links["https://example.org/"]


def test_issues(catalog):
    catalog["i"].lead_ids = ["nobody"]
    issues = catalog.validate()
    assert "unresolved-reference" in [issue.code for issue in issues]
    assert all(str(issue) for issue in issues)
    assert len(catalog.issues) == 0


def test_languages(builtin):
    priority = builtin["security-and-defence"]
    seen = []
    handler = priority.connect("notify::title", lambda *_: seen.append(1))
    builtin.languages = ["de"]
    assert priority.title.startswith("Eine neue Ära") and seen
    priority.disconnect(handler)
    assert priority.title_text["es"].startswith("Una nueva era")


def test_as_of(builtin):
    builtin.as_of = "2025-01-01"
    assert str(builtin["protecteu"].status) == "unknown"
    assert str(builtin["protecteu"].next_milestone.date) == "2025-04-01"
    builtin.as_of = None
    assert builtin.as_of is not None


def test_repr(builtin):
    assert repr(builtin["protecteu"]).startswith('<EuPolicy.Initiative protecteu "ProtectEU')
    assert str(builtin["protecteu"]) == "ProtectEU: a European Internal Security Strategy"
    assert repr(builtin.mandates) == "<EuPolicy.List of 2>"


def test_objects_outlive_what_they_came_from():
    def milestones():
        return EuPolicy.Catalog.builtin()["protecteu"].milestones

    kept = milestones()
    gc.collect()
    assert kept[0].subject.title.startswith("ProtectEU")
    assert "protecteu" in kept[0].catalog


def load(text):
    return EuPolicy.Catalog.new_from_bytes(GLib.Bytes.new(text.encode()), EuPolicy.Format.JSON, "f")


def test_what_is_odd_stands_in_no_list_and_stays():
    figures = '[{"unit":"%"},{"value":1,"unit":"EUR"},{"value":1e999},{"value":"abc"},{"value":2}]'
    catalog = load('{"format":"eupolicy","version":1,"initiatives":[{"id":"i","title":{"en":"T","pt_BR":"P"},"figures":' + figures + "}]}")
    entity = catalog["i"]
    assert [(i.get_code(), i.get_pointer()) for i in catalog.get_issues()] == [
        ("malformed-language", "/initiatives/0/title/pt_BR"), ("bad-number", "/initiatives/0/figures/0"),
        ("bad-number", "/initiatives/0/figures/2/value"), ("bad-number", "/initiatives/0/figures/3/value")]
    assert [f.value for f in entity.figures] == [1, 2]
    entity.set_figures(list(entity.figures))
    entity.title = "New"
    line = catalog.to_string(EuPolicy.Format.JSON_LINES).splitlines()[1]
    assert line == '{"type":"initiative","id":"i","title":{"en":"New","pt_BR":"P"},"figures":' + figures + "}"


def test_an_update_with_a_wrong_type_changes_nothing():
    catalog = load('{"format":"eupolicy","version":1,"initiatives":[{"id":"i","title":"T","notes":"N"}]}')
    for update in ('{"notes":"x","title":3}', '{"notes":"x","leads":["a",3]}', '{"notes":"x","figures":[{}]}', '{"notes":"x","status":"odd"}'):
        with pytest.raises(GLib.Error) as caught:
            catalog["i"].update_json_string(update)
        assert caught.value.domain == GLib.quark_to_string(EuPolicy.parse_error_quark())
        assert catalog["i"].to_dict() == {"type": "initiative", "id": "i", "title": "T", "notes": "N"}


def test_nodes_that_are_half_made_are_refused():
    catalog = EuPolicy.Catalog()
    for kind in (Json.NodeType.OBJECT, Json.NodeType.ARRAY, Json.NodeType.VALUE, Json.NodeType.NULL):
        with pytest.raises(GLib.Error) as caught:
            catalog.add_json(Json.Node.new(kind))
        assert caught.value.domain == GLib.quark_to_string(EuPolicy.parse_error_quark())
    assert len(catalog) == 0
