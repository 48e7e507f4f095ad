# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A catalog is used by one thread at a time: others are refused, whatever they call, and nothing breaks."""

import asyncio
import ctypes
import gc
import os
import threading
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from gi.repository import EuPolicy, Gio, GLib, GObject

CORE = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
GIR = Path(os.environ["EUP_BUILD_ROOT"]) / "lib" / "EuPolicy-1.gir"
SECONDS = 20 if os.environ.get("EUP_THOROUGH") else 0.5


@pytest.fixture(autouse=True)
def criticals():
    """The critical messages of a test, which else would end it."""
    mask = GLib.log_set_always_fatal(GLib.LogLevelFlags.LEVEL_ERROR)
    messages = []
    handler = GLib.log_set_handler("EuPolicy", GLib.LogLevelFlags.LEVEL_CRITICAL,
                                   lambda domain, level, text, *data: messages.append(text), None)
    yield messages
    GLib.log_remove_handler("EuPolicy", handler)
    GLib.log_set_always_fatal(mask)


def elsewhere(function, *args):
    """What the function returns in another thread, or the exception that it raises."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function, *args).result()


def refused(function, *args):
    with pytest.raises(RuntimeError, match=r"belongs to another thread.*take_thread"):
        elsewhere(function, *args)


# -- the interface, as the GIR has it ----------------------------------------------------------------------------------

OWNED = {"Catalog", "List", "Results", "Entity"}
# They end what another call began, say whom a catalog belongs to, or hand it over.
EXEMPT = {"eup_catalog_save_finish", "eup_catalog_take_thread"}


def classes():
    namespace = ElementTree.parse(GIR).getroot().find(CORE + "namespace")
    found = {element.get("name"): element for element in namespace.findall(CORE + "class")}
    return {name: element for name, element in found.items() if name in OWNED or element.get("parent") == "Entity"}


def uses_catalog(element):
    """Whether a method of another class takes one."""
    return any(type.get("name") == "Catalog" for type in element.iter(CORE + "type"))


def methods():
    namespace = ElementTree.parse(GIR).getroot().find(CORE + "namespace")
    for name, element in classes().items():
        for method in element.findall(CORE + "method"):
            if method.get(C + "identifier") not in EXEMPT:
                yield name, method
    for element in namespace.findall(CORE + "class"):
        if element.get("name") not in classes():
            for method in element.findall(CORE + "method"):
                if any(uses_catalog(p) for p in method.iter(CORE + "parameter")):
                    yield element.get("name"), method


def receiver(catalog, name):
    if name == "Catalog":
        return catalog
    if name == "Results":
        return catalog.query("type:initiative")
    if name == "List":
        return catalog.initiatives
    if name == "Query":
        return EuPolicy.Query("type:initiative")
    return next(e for e in catalog if name == "Entity" or isinstance(e, getattr(EuPolicy, name)))


KEPT = []


def pointer(thing):
    KEPT.append(thing)
    return ctypes.c_void_p(GObject.Object.__hash__(thing))


def c_argument(element, catalog):
    """Something that fits, as ctypes passes it."""
    kind = element.find(CORE + "type")
    name = "array" if kind is None else kind.get("name")
    if name in ("utf8", "filename"):
        return ctypes.c_char_p(b"en")
    if name == "array":
        KEPT.append((ctypes.c_char_p * 2)(b"id", None))
        return ctypes.cast(KEPT[-1], ctypes.c_void_p)
    if name == "GType":
        return ctypes.c_size_t(hash(EuPolicy.Entity.__gtype__))
    if name in ("Entity", "GObject.Object"):
        return pointer(catalog["i"])
    if name == "Catalog":
        return pointer(catalog)
    if name == "Query":
        return pointer(EuPolicy.Query("type:initiative"))
    if name == "Gio.File":
        return pointer(Gio.File.new_for_path("/nonexistent/x.json"))
    if name == "Json.Node":
        json = ctypes.CDLL("libjson-glib-1.0.so.0")
        json.json_from_string.restype = ctypes.c_void_p
        return ctypes.c_void_p(json.json_from_string(b"{}", None))
    if name in ("gint", "guint", "gsize", "gboolean") or is_enum(name):
        return ctypes.c_int(1)
    return ctypes.c_void_p(None)


def is_enum(name):
    return hasattr(getattr(EuPolicy, name, None), "__enum_values__")


class _Error(ctypes.Structure):
    _fields_ = [("domain", ctypes.c_uint32), ("code", ctypes.c_int), ("message", ctypes.c_char_p)]


@pytest.mark.parametrize("name, method", [pytest.param(n, m, id=m.get(C + "identifier")) for n, m in methods()])
def test_every_method_is_refused(name, method, catalog, criticals):
    """Called as C calls it, in another thread: a message, and the value of failure."""
    library = ctypes.CDLL(str(GIR.with_name("libeupolicy-1.so")))
    identifier = method.get(C + "identifier")
    function = library[identifier]
    kind = method.find(f"{CORE}return-value").find(CORE + "type")
    kind = "array" if kind is None else kind.get("name")
    function.restype = (None if kind == "none" else ctypes.c_double if kind == "gdouble"
                        else ctypes.c_int if kind in ("gint", "guint", "gboolean") or is_enum(kind) else ctypes.c_void_p)
    arguments = [pointer(receiver(catalog, name)), *(c_argument(p, catalog)
                                                     for p in method.findall(f"{CORE}parameters/{CORE}parameter"))]
    error = ctypes.POINTER(_Error)()
    if method.get("throws") == "1":
        arguments.append(ctypes.byref(error))
    before = catalog.to_string(EuPolicy.Format.JSON)
    criticals.clear()

    value = elsewhere(lambda: function(*arguments))

    assert len(criticals) == 1 and "belongs to another thread" in criticals[0], criticals
    if kind == "array":
        assert (value is None) if method.get("throws") else ctypes.cast(value, ctypes.POINTER(ctypes.c_void_p))[0] is None
    else:
        assert value in (None, 0, -1, GLib.MAXINT32)
    if method.get("throws") == "1":
        assert GLib.quark_to_string(error.contents.domain) == GLib.quark_to_string(EuPolicy.ModelError.quark())
        assert error.contents.code == EuPolicy.ModelError.WRONG_THREAD
    assert catalog.to_string(EuPolicy.Format.JSON) == before


def test_the_interface_was_walked():
    found = {m.get(C + "identifier") for _, m in methods()}
    assert {"eup_catalog_query", "eup_entity_get_title", "eup_list_lookup", "eup_results_count_by", "eup_query_explain",
            "eup_topic_dup_entities", "eup_initiative_get_status"} <= found
    assert len(found) > 150


@pytest.mark.parametrize("name", sorted(classes()))
def test_every_attribute_in_python(name, catalog, criticals):
    """Collections raise, entities give None, and setters raise."""
    this = receiver(catalog, name)
    for pspec in GObject.list_properties(type(this)):
        attribute = pspec.name.replace("-", "_")
        if callable(getattr(type(this), attribute, None)):
            continue
        if isinstance(this, EuPolicy.Entity):
            assert elsewhere(getattr, this, attribute) is None, attribute
        else:
            refused(getattr, this, attribute)
        if getattr(type(this), attribute).fset is not None:
            value = getattr(this, attribute)
            refused(setattr, this, attribute, value)
    if not isinstance(this, EuPolicy.Entity):
        assert criticals == []


# -- Python ---------------------------------------------------------------------------------------------------------

def test_collections_raise(catalog, criticals):
    results, initiatives = catalog.query("type:initiative"), catalog.initiatives
    for collection in (catalog, results, initiatives):
        for use in (len, list, lambda c: c[0], lambda c: c["i"], lambda c: c[0:1], lambda c: "i" in c, lambda c: c.lookup("i"),
                    lambda c: c.get_item(0), lambda c: c.get_n_items(), lambda c: c.get_property("n-items")):
            refused(use, collection)
        assert "of another thread" in elsewhere(repr, collection)
    assert elsewhere(bool, catalog) and elsewhere(bool, results)
    for use in (lambda: catalog.query("type:initiative"), lambda: catalog.select(EuPolicy.Query("")), lambda: catalog.save("x.json"),
                lambda: catalog.add(EuPolicy.Initiative("j")), lambda: catalog.remove("i"), lambda: catalog.edit().__enter__(),
                lambda: catalog.to_string("json"), lambda: results.to_dicts(), lambda: results.count_by("type"),
                lambda: results.numbers("date"), lambda: results.to_columns(["id"]), lambda: setattr(results, "live", True),
                lambda: EuPolicy.Query("").explain(catalog), lambda: EuPolicy.Query("").check(catalog), catalog.validate,
                lambda: catalog.rename("i", "j"), lambda: catalog.get("i"), lambda: catalog.milestones,
                lambda: catalog.set_property("title", "x")):
        refused(use)
    assert criticals == []
    assert len(catalog) == 7


def test_entities_give_none(catalog, criticals):
    initiative, milestone = catalog["i"], catalog["i/1"]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda e: (e.title, e.id), [initiative, milestone])) == [(None, None)] * 2
        assert list(pool.map(lambda e: e.milestones, [initiative])) == [None]
    for value in ("status", "instrument", "date", "objective_ids", "leads", "position"):
        assert elsewhere(lambda: getattr(initiative, value, None)) is None
    assert elsewhere(lambda: milestone.day) is None and elsewhere(lambda: milestone.get_kind()) is None
    assert "of another thread" in elsewhere(str, initiative) and "of another thread" in elsewhere(repr, initiative)
    assert criticals
    refused(setattr, initiative, "title", "Other")
    refused(initiative.set_title, "Other")
    for made in (initiative.to_dict, initiative.copy, initiative.to_json_string, initiative.to_json):
        refused(made)
    refused(initiative.set_property, "title", "Other")
    refused(initiative.update_json_string, "{}")
    assert initiative.title == "Initiative" and initiative.instrument == EuPolicy.Instrument.REGULATION


def test_numbers_that_are_zero_stay_what_they_are(catalog):
    assert catalog["t"].confidence == EuPolicy.Confidence.UNKNOWN
    assert catalog["i"].lead_ids == []
    assert EuPolicy.Milestone("m").day == GLib.MAXINT32


def test_an_iterator_of_another_thread(catalog, criticals):
    rows = iter(catalog.query("type:initiative"))
    refused(next, rows)
    rows = iter(catalog)
    assert next(rows).id == "m"
    refused(next, rows)


def test_made_in_one_thread_used_in_the_next(tmp_path):
    path = tmp_path / "x.json"
    EuPolicy.Catalog.builtin().save(path)
    loaded = elsewhere(EuPolicy.Catalog.open, path)
    assert loaded["protecteu"].title
    refused(len, loaded)
    entity = elsewhere(EuPolicy.Initiative.new, "x")
    entity.title = "Title"
    assert elsewhere(lambda: entity.title) is None
    used = elsewhere(lambda: EuPolicy.Initiative("y", title="Title"))
    assert used.title is None
    with pytest.raises(RuntimeError, match="another thread"):
        loaded.add(used)
    copy = loaded["protecteu"].copy()
    assert elsewhere(lambda: copy.title)


def test_asyncio_to_thread(catalog):
    async def asks():
        with pytest.raises(RuntimeError):
            await asyncio.to_thread(catalog.query, "type:initiative")
        return len(catalog.query("type:initiative"))

    assert asyncio.run(asks()) == 1


def test_idle_add_is_the_way_back(catalog):
    loop = GLib.MainLoop()
    found = []

    def in_owner():
        found.append(catalog["i"].title)
        loop.quit()

    thread = threading.Thread(target=GLib.idle_add, args=(in_owner,))
    thread.start()
    loop.run()
    thread.join()
    assert found == ["Initiative"]


def test_handlers_run_in_the_thread_of_the_edit(catalog):
    seen = []
    initiative = catalog["i"]
    initiative.connect("notify::title", lambda e, p: seen.append((threading.get_ident(), e.title)))

    def edit():
        catalog.take_thread()
        initiative.title = "Other"
        return threading.get_ident()

    assert [(elsewhere(edit), "Other")] == seen
    catalog.take_thread()
    assert initiative.title == "Other"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_process_goes_on(catalog):
    child = os.fork()
    if child == 0:
        os._exit(0 if catalog["i"].title == "Initiative" and len(catalog) == 7 else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_let_go_of_in_another_thread(criticals):
    for _ in range(200):
        catalog = EuPolicy.Catalog.builtin() if _ % 50 == 0 else EuPolicy.Catalog()
        catalog.add(EuPolicy.Initiative(f"x{_}", title="Title"))
        held = [catalog, catalog[f"x{_}"], catalog.initiatives, catalog.query("type:initiative")]
        del catalog
        thread = threading.Thread(target=held.clear)
        thread.start()
        thread.join()
    gc.collect()
    assert criticals == []


# -- hammering --------------------------------------------------------------------------------------------------------

def hammer(*functions):
    end = time.monotonic() + SECONDS
    problems = []

    def run(function):
        try:
            while time.monotonic() < end:
                function()
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def test_add_beside_query(catalog):
    outcome = {"added": 0, "asked": 0, "refused": 0}
    numbers = iter(range(10**9))

    def attempt(what, function):
        try:
            function()
            outcome[what] += 1
        except RuntimeError:
            outcome["refused"] += 1

    catalog.take_thread()
    hammer(lambda: attempt("added", lambda: catalog.add(EuPolicy.Initiative(f"n{next(numbers)}", title="Title"))),
           lambda: attempt("asked", lambda: [e.title for e in catalog.query("text:title")]))
    assert outcome["refused"] and not outcome["added"] and not outcome["asked"]


def test_six_readers_of_a_fresh_catalog():
    catalog = EuPolicy.Catalog.builtin()
    right, answers = set(), set()

    def read():
        try:
            answers.add(tuple((e.id, e.title) for e in catalog.query("type:initiative sort:id limit:20")))
            right.add(threading.get_ident())
        except RuntimeError:
            pass

    hammer(*[read] * 6)
    assert len(right) == 1 and len(answers) == 1
    catalog.take_thread()
    assert answers == {tuple((e.id, e.title) for e in catalog.query("type:initiative sort:id limit:20"))}


def test_handed_over_under_a_lock(catalog, criticals):
    lock = threading.Lock()
    numbers = iter(range(10**9))
    live = catalog.query("type:initiative sort:title")
    live.live = True
    initiative = catalog["i"]
    added = []

    def write():
        with lock:
            catalog.take_thread()
            name = f"n{next(numbers)}"
            catalog.add(EuPolicy.Initiative(name, title=name))
            added.append(name)
            initiative.title = name

    def read():
        with lock:
            catalog.take_thread()
            rows = [(e.id, e.title) for e in live[:50]]
            assert len(live) == len(added) + 1 and all(title for _, title in rows)
            assert added == [] or initiative.title == added[-1]
        del rows

    hammer(write, write, *[read] * 6)
    assert added and criticals == []
    catalog.take_thread()
    assert len(catalog) == 7 + len(added)
