# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What makes EuPolicy read as Python.

Everything works without this module, in the manner of C. With it properties are attributes, values compare and
print, catalogs and lists are collections, and words stand for dates and enumerations where those are meant.

The classes are changed in place: types that only the library derives then see the changes of their parents.
"""

import array
import contextlib
import datetime
import gc
import itertools
import json
import operator
import os
import re
import threading
import types

from gi.module import get_introspection_module
from gi.repository import Gio, GLib, GObject

EuPolicy = get_introspection_module("EuPolicy")

__all__ = []

Date = EuPolicy.Date
Period = EuPolicy.Period
Text = EuPolicy.Text


def _classes():
    for name in dir(EuPolicy):
        if not name.startswith("_"):
            found = getattr(EuPolicy, name, None)
            if isinstance(found, type):
                yield name, found


# -- words for values ---------------------------------------------------------------------------------------------

def _as_date(value):
    if isinstance(value, str):
        return Date.new_from_string(value)
    if isinstance(value, datetime.date):
        return Date.new(value.year, value.month, value.day)
    return value


def _as_period(value):
    if isinstance(value, str):
        return Period.new_from_string(value)
    if isinstance(value, tuple) and len(value) == 2:
        return Period.new(_as_date(value[0]), _as_date(value[1]))
    return value


def _as_text(value):
    if isinstance(value, dict):
        if not value:
            raise ValueError("a text needs a string in at least one language")
        return Text(value)
    return value


def _as_enum(cls, value):
    if isinstance(value, str):
        for member in cls.__enum_values__.values():
            if member.value_nick == value:
                return member
        known = ", ".join(member.value_nick for _, member in sorted(cls.__enum_values__.items()))
        raise ValueError(f"{cls.__name__} has no value {value!r}; it has {known}")
    if isinstance(value, int) and not isinstance(value, bool) and int(value) in cls.__enum_values__:
        return cls.__enum_values__[int(value)]
    raise TypeError(f"expected a word or an EuPolicy.{cls.__name__}, got {value!r}")


def _as_strings(value):
    if value is None:
        return []
    if isinstance(value, (str, bytes)):
        raise TypeError(f"expected a list of strings, got {value!r}")
    strings = list(value)
    for string in strings:
        if not isinstance(string, str):
            raise TypeError(f"expected a list of strings, got {string!r} in it")
    return strings


def _as_items(value):
    if value is None:
        return []
    items = list(value)
    for item in items:
        if not isinstance(item, GObject.Object):
            raise TypeError(f"expected a list of values, got {item!r} in it")
    return items


def _converter(gtype):
    """What turns what people write into what a property of that type takes."""
    if gtype == Date.__gtype__:
        return _as_date
    if gtype == Period.__gtype__:
        return _as_period
    if gtype == Text.__gtype__:
        return _as_text
    if gtype == GObject.TYPE_STRV:
        return _as_strings
    if gtype.is_a(EuPolicy.List.__gtype__):
        return _as_items
    if gtype.is_a(GObject.TYPE_ENUM):
        return lambda value: _as_enum(gtype.pytype, value)
    return lambda value: value


# -- threads ------------------------------------------------------------------------------------------------------

_may_use = EuPolicy.thread_may_use
_USED = (EuPolicy.Catalog, EuPolicy.List, EuPolicy.Results)
# What getters return that have no NULL: zero also as an enumeration or False, no day.
_FAILED = (0, GLib.MAXINT32, [])
# Methods of entities that are no getters: who calls them counts on what they make.
_MADE = {"copy", "to_json", "to_json_string"}
# Methods that also use an entity.
_WITH_ENTITY = {"add", "get_score", "dup_snippet", "position_of"}


def _check_thread(used):
    if not _may_use(used):
        raise RuntimeError(
            f"This EuPolicy.{type(used).__name__} belongs to another thread. A catalog, its entities, lists and results can only be "
            "used in one thread at a time, at first in that which uses them first. To go on in this thread, call "
            "catalog.take_thread() in it, under a lock that all threads hold while they use the catalog.")


def _checked(method, with_argument=False):
    """The method, which raises an exception in the wrong thread."""
    if with_argument:
        def call(self, *args, **kwargs):
            _check_thread(self)
            for argument in (*args, *kwargs.values()):
                if isinstance(argument, GObject.Object):
                    _check_thread(argument)
            return method(self, *args, **kwargs)
    else:
        def call(self, *args, **kwargs):
            if not _may_use(self):
                _check_thread(self)
            # PyGObject takes its time over keywords, even if there are none.
            return method(self, *args, **kwargs) if kwargs else method(self, *args)
    call.__doc__ = method.__doc__
    return call


def _getter_or_none(method):
    """Numbers, enumerations and arrays have no NULL that could say that the entity belongs to another thread."""
    def get(self):
        value = method(self)
        return None if (value in _FAILED) and not _may_use(self) else value

    get.__doc__ = method.__doc__
    return get


def _is_pointer(gtype):
    return gtype.is_a(GObject.TYPE_OBJECT) or gtype in (GObject.TYPE_STRING, Date.__gtype__, Period.__gtype__, Text.__gtype__)


def _add_thread_checks(cls):
    """The catalog, collections and setters raise an exception in the wrong thread; getters of entities give None."""
    if cls in _USED:
        for name, method in [*vars(cls).items(), ("get_item", cls.get_item), ("get_property", cls.get_property),
                             ("set_property", cls.set_property)]:
            if not (name.startswith(("_", "new", "check_")) or name.endswith("_finish") or name == "take_thread"
                    or not callable(method)):
                setattr(cls, name, _checked(method, name in _WITH_ENTITY))
    elif issubclass(cls, EuPolicy.Entity):
        if cls is EuPolicy.Entity:
            cls.set_property = _checked(cls.set_property)
        for name, method in list(vars(cls).items()):
            if (name.startswith(("set_", "update_")) or name in _MADE) and name != "set_property" and callable(method):
                setattr(cls, name, _checked(method))
        for name, pspec in _own_properties(cls):
            for getter in ("get_" + name, "is_" + name):
                if getter in vars(cls) and not _is_pointer(pspec.value_type):
                    setattr(cls, getter, _getter_or_none(getattr(cls, getter)))


# -- properties as attributes -------------------------------------------------------------------------------------

def _getter(cls, name, dashed):
    for prefix in ("get_", "dup_", "is_"):
        method = getattr(cls, prefix + name, None)
        if method is not None:
            return method
    return lambda self: self.get_property(dashed)


def _setter(cls, name, pspec):
    # Lists of values are read as a list and written as an array: their setter is a method alone.
    convert = _converter(pspec.value_type)
    method = getattr(cls, "set_" + name, None)
    if method is not None:
        return lambda self, value: method(self, convert(value))
    if pspec.flags & GObject.ParamFlags.WRITABLE and not pspec.flags & GObject.ParamFlags.CONSTRUCT_ONLY:
        return lambda self, value: self.set_property(pspec.name, convert(value))
    return None


def _own_properties(cls):
    for pspec in GObject.list_properties(cls):
        if pspec.owner_type == cls.__gtype__:
            yield pspec.name.replace("-", "_"), pspec


def _add_properties(cls):
    for name, pspec in _own_properties(cls):
        if not callable(getattr(cls, name, None)):
            setattr(cls, name, property(_getter(cls, name, pspec.name), _setter(cls, name, pspec), None, pspec.blurb))


# -- enumerations: str() is the word that data and queries use ------------------------------------------------------

def _enum_str(self):
    return self.value_nick


def _enum_format(self, spec):
    if spec and spec[-1] in "bcdoxXeEfFgGn%":
        return format(int(self), spec)
    return format(self.value_nick, spec)


def _enum_label(cls):
    dup = getattr(cls, "dup_label", None)
    if dup is None:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
        dup = getattr(EuPolicy, words + "_dup_label", None)
    if dup is None:
        return lambda self, language=None: self.value_nick
    return lambda self, language=None: dup(self, language)


def _add_to_enum(cls):
    cls.__str__ = _enum_str
    cls.__format__ = _enum_format
    cls.label = _enum_label(cls)


# -- values -------------------------------------------------------------------------------------------------------

def _add_comparison(cls):
    equal, hash_of = cls.equal, cls.hash
    cls.__eq__ = lambda a, b: bool(equal(a, b)) if isinstance(b, cls) else NotImplemented
    cls.__ne__ = lambda a, b: not equal(a, b) if isinstance(b, cls) else NotImplemented
    cls.__hash__ = lambda self: hash_of(self)
    compare = getattr(cls, "compare", None)
    if compare is None:
        return
    for name in ("lt", "le", "gt", "ge"):
        test = getattr(operator, name)
        setattr(cls, f"__{name}__",
                lambda a, b, test=test: test(compare(a, b), 0) if isinstance(b, cls) else NotImplemented)


def _add_boxed(cls, make, rebuild, shown, **accessors):
    cls.__new__ = staticmethod(make)
    cls.__init__ = lambda self, *args, **kwargs: None
    cls.__str__ = lambda self: self.to_string()
    cls.__repr__ = lambda self: f"EuPolicy.{cls.__name__}({shown(self)})"
    cls.__reduce__ = lambda self: (rebuild, (shown.data(self),))
    cls.__copy__ = lambda self: self
    cls.__deepcopy__ = lambda self, memo: self
    for name, accessor in accessors.items():
        setattr(cls, name, property(getattr(cls, accessor)))
    _add_comparison(cls)


class _Shown:
    """How a value is written between the parentheses of its constructor."""

    def __init__(self, data):
        self.data = data

    def __call__(self, value):
        return repr(self.data(value))


def _make_date(cls, year, month=0, day=0):
    if isinstance(year, Date):
        return year
    if isinstance(year, (str, datetime.date)):
        return _as_date(year)
    if isinstance(year, GLib.DateTime):
        return Date.new_from_date_time(year)
    return Date.new(year, month, day)


def _make_period(cls, start=None, end=None):
    if isinstance(start, Period):
        return start
    if isinstance(start, str) and end is None:
        return Period.new_from_string(start)
    return Period.new(_as_date(start), _as_date(end))


def _make_text(cls, language, string=None):
    if isinstance(language, Text):
        return language
    if not isinstance(language, dict):
        return Text.new(language, string)
    text = None
    for tag, words in language.items():
        text = Text.new(tag, words) if text is None else text.with_string(tag, words)
    if text is None:
        raise ValueError("a text needs a string in at least one language")
    return text


def _rebuild_date(edtf):
    return Date.new_from_string(edtf)


def _rebuild_period(edtf):
    return Period.new_from_string(edtf)


def _rebuild_text(strings):
    return Text(strings)


def _to_date(self):
    """The first day of the date as a datetime.date."""
    first = self.get_first_day()
    return datetime.date(first.get_year(), first.get_month(), first.get_day())


def _text_to_dict(self):
    return {language: Text.get(self, language) for language in self.get_languages() or []}


def _text_item(self, language):
    string = Text.get(self, language) if isinstance(language, str) else None
    if string is None:
        raise KeyError(language)
    return string


def _add_values():
    _add_boxed(Date, _make_date, _rebuild_date, _Shown(lambda date: date.to_string()), year="get_year",
               month="get_month", quarter="get_quarter", day="get_day", precision="get_precision",
               first_day="get_first_day", last_day="get_last_day", approximate="is_approximate",
               uncertain="is_uncertain")
    Date.to_date = _to_date
    _add_boxed(Period, _make_period, _rebuild_period, _Shown(lambda period: period.to_string()), start="get_start",
               end="get_end")
    Period.__contains__ = lambda self, date: bool(self.contains(_as_date(date)))
    Date.__contains__ = lambda self, date: bool(self.contains(_as_date(date)))
    _add_boxed(Text, _make_text, _rebuild_text, _Shown(_text_to_dict), languages="get_languages")
    Text.to_dict = _text_to_dict
    Text.keys = lambda self: list(self.get_languages() or [])
    Text.__getitem__ = _text_item
    Text.__contains__ = lambda self, language: isinstance(language, str) and Text.get(self, language) is not None
    Text.__iter__ = lambda self: iter(self.keys())
    Text.__len__ = lambda self: len(self.keys())
    Text.__bool__ = lambda self: True


# Values with a place in lists: what a constructor takes without names.
_POSITIONAL = {
    "Figure": ("value", "unit", "qualifier", "label", "date", "source"),
    "Link": ("uri", "title", "kind", "date"),
    "Term": ("mandate_id", "role", "portfolio", "period", "priority_ids"),
    "Citation": ("title", "uri", "date"),
    "Title": ("text", "period"),
    "Issue": ("severity", "code", "message", "source", "line", "column", "pointer", "entity_id"),
}

_WORDS = {
    "Figure": lambda self: self.format(None),
    "Reference": lambda self: self.get_value(),
    "Link": lambda self: str(self.get_title() or self.get_uri() or ""),
    "Term": lambda self: ", ".join(str(t) for t in (self.get_role(), self.get_portfolio()) if t is not None),
    "Citation": lambda self: str(self.get_title() or self.get_uri() or ""),
    "Title": lambda self: str(self.get_text() or ""),
    "Issue": lambda self: self.to_string(),
    "Change": lambda self: f"{self.get_kind()} {self.get_entity_id()}",
}


def _value_init(cls, names):
    converters = {name: _converter(pspec.value_type) for name, pspec in _own_properties(cls)}

    def init(self, *args, **fields):
        if len(args) > len(names):
            raise TypeError(f"{cls.__name__} takes at most {len(names)} arguments: {', '.join(names)}")
        for name, value in zip(names, args):
            if name in fields:
                raise TypeError(f"{name} is given twice")
            fields[name] = value
        for name in fields:
            if name not in converters:
                raise TypeError(f"{cls.__name__} has no {name!r}; it has {', '.join(names)}")
        GObject.Object.__init__(self, **{name: converters[name](value) for name, value in fields.items()
                                         if value is not None})

    return init


def _value_repr(cls):
    return lambda self: f"<EuPolicy.{cls.__name__} {str(self)!r}>"


def _add_value_objects():
    for name, words in _WORDS.items():
        cls = getattr(EuPolicy, name, None)
        if cls is None:
            continue
        cls.__str__ = words
        cls.__repr__ = _value_repr(cls)
        if hasattr(cls, "equal"):
            _add_comparison(cls)
        if name in _POSITIONAL:
            cls.__init__ = _value_init(cls, _POSITIONAL[name])
    reference = EuPolicy.Reference
    reference.__new__ = staticmethod(
        lambda cls, text: text if isinstance(text, reference) else reference.new_from_string(text))
    reference.__init__ = lambda self, *args: None


# -- lists, results, catalogs -------------------------------------------------------------------------------------

def _iterate(self):
    # To ask for a number costs less than to ask the library, which is asked where the answer can be another.
    thread = None
    for position in itertools.count():
        if thread != (thread := threading.get_ident()):
            _check_thread(self)
        item = _model_item(self, position)
        if item is None:
            _check_thread(self)
            return
        yield item


_model_item = Gio.ListModel.get_item


def _get_item(self, key):
    if isinstance(key, str):
        found = self.lookup(key)
        if found is None:
            raise KeyError(key)
        return found
    if isinstance(key, slice):
        return [self.get_item(position) for position in range(*key.indices(self.get_n_items()))]
    position = operator.index(key)
    n = self.get_n_items()
    if position < 0:
        position += n
    if not 0 <= position < n:
        raise IndexError(f"{key} of {n}")
    return self.get_item(position)


def _holds(self, item):
    if isinstance(item, str):
        return self.lookup(item) is not None
    if not isinstance(item, GObject.Object):
        return False
    if isinstance(item, EuPolicy.Entity):
        found = self.lookup(item.get_id())
        return found is not None and found == item
    return any(item == other for other in _iterate(self))


def _position_or_minus_one(method):
    def position_of(self, *args, **kwargs):
        position = method(self, *args, **kwargs)
        return -1 if position == GLib.MAXUINT32 else position

    position_of.__doc__ = method.__doc__
    return position_of


def _add_collection(cls):
    if hasattr(cls, "position_of"):
        cls.position_of = _position_or_minus_one(cls.position_of)
    cls.__getitem__ = _get_item
    cls.__iter__ = _iterate
    cls.__contains__ = _holds
    cls.__len__ = lambda self: self.get_n_items()
    cls.__repr__ = lambda self: (f"<EuPolicy.{cls.__name__} of {self.get_n_items()}>" if _may_use(self)
                                 else f"<EuPolicy.{cls.__name__} of another thread>")


def _fields(fields):
    if isinstance(fields, str):
        fields = [fields]
    return _as_strings(fields)


@contextlib.contextmanager
def _uncollected():
    """Within, only data without cycles are made: the collector would walk them again and again for nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _columns(self, fields):
    """The fields of all rows, as a dict of lists; one call however many rows there are."""
    data = self.dup_columns(_fields(fields)).get_data()
    with _uncollected():
        return json.loads(data)


def _to_dicts(self, fields=("id", "type", "title")):
    """The rows as dicts of the fields that are named: properties, or what queries can name."""
    fields = _fields(fields)
    data = self.dup_columns(fields).get_data()
    with _uncollected():
        columns = json.loads(data)
        rows = [{} for _ in range(self.get_n_items())]
        for field in fields:
            for row, value in zip(rows, columns[field]):
                row[field] = value
        return rows


def _numbers(self, field):
    """A field of all rows as an array of doubles; NaN where there is none, dates as days since 1970-01-01."""
    numbers = array.array("d")
    numbers.frombytes(self.dup_numbers(field).get_data() or b"")
    return numbers


def _add_results():
    results = EuPolicy.Results
    _add_collection(results)
    results.__bool__ = lambda self: True
    count_by = results.count_by
    results.count_by = lambda self, field: dict(count_by(self, field).unpack())
    results.to_dicts = _to_dicts
    results.to_columns = _columns
    results.numbers = _numbers


def _open(path, *, progress=None, cancellable=None):
    """Reads a file: its path, a Gio.File, or an open file of Python, which is read as a whole and has no progress."""
    if isinstance(path, Gio.File):
        return EuPolicy.Catalog.new_from_file_full(path, EuPolicy.Format.AUTO, progress, cancellable)
    if hasattr(path, "read"):
        data = path.read()
        data = data.encode() if isinstance(data, str) else bytes(data)
        name = getattr(path, "name", None)
        return EuPolicy.Catalog.new_from_bytes(GLib.Bytes.new(data), EuPolicy.Format.AUTO,
                                               name if isinstance(name, str) else None)
    return _open(Gio.File.new_for_path(os.fsdecode(os.fspath(path))), progress=progress, cancellable=cancellable)


@contextlib.contextmanager
def _edit(self):
    """Everything within is one edit, announced at its end."""
    self.begin_edit()
    try:
        yield self
    finally:
        self.end_edit()


def _add_catalog():
    catalog = EuPolicy.Catalog
    _add_collection(catalog)
    catalog.__bool__ = lambda self: True
    catalog.open = staticmethod(_open)
    catalog.builtin = staticmethod(lambda: EuPolicy.Catalog.new_builtin())
    catalog.edit = _edit
    catalog.get = lambda self, id, default=None: default if (found := self.lookup(id)) is None else found
    save = catalog.save

    def save_anywhere(self, file, format=EuPolicy.Format.AUTO, cancellable=None):
        if not isinstance(file, Gio.File):
            file = Gio.File.new_for_path(os.fsdecode(os.fspath(file)))
        return save(self, file, _as_enum(EuPolicy.Format, format), cancellable)

    catalog.save = save_anywhere


# -- queries ------------------------------------------------------------------------------------------------------

def _query_value(value):
    return value if isinstance(value, str) else str(value)


def _add_query():
    query = EuPolicy.Query
    query.__new__ = staticmethod(lambda cls, text="": text if isinstance(text, query) else query.new_from_string(text))
    query.__init__ = lambda self, *args: None
    query.__str__ = lambda self: self.to_string()
    query.__repr__ = lambda self: f"EuPolicy.Query({self.to_string()!r})"
    query.__and__ = lambda a, b: query.every([a, b]) if isinstance(b, query) else NotImplemented
    query.__or__ = lambda a, b: query.any([a, b]) if isinstance(b, query) else NotImplemented
    query.__invert__ = lambda self: self.negate()
    _add_comparison(query)
    where, where_any, as_of = query.where, query.where_any, query.as_of
    sorted_by, limited = query.sorted_by, query.limited
    query.where = lambda self, field, op, value: where(
        self, field, _as_enum(EuPolicy.Operator, op), _query_value(value))
    query.where_any = lambda self, field, op, values: where_any(
        self, field, _as_enum(EuPolicy.Operator, op), [_query_value(value) for value in values])
    query.as_of = lambda self, date: as_of(self, _as_date(date))
    query.sorted_by = lambda self, field, descending=False: sorted_by(self, field, descending)
    query.limited = lambda self, offset, count: limited(self, offset, count)

    explain, check = query.explain, query.check

    def explain_to(self, catalog):
        _check_thread(catalog)
        return explain(self, catalog)

    def check_with(self, catalog):
        _check_thread(catalog)
        return check(self, catalog)

    query.explain, query.check = explain_to, check_with

    # What costs too much is an exception here, and not an empty answer with a warning.
    ask, select = EuPolicy.Catalog.query, EuPolicy.Catalog.select_full
    EuPolicy.Catalog.select = lambda self, query: select(self, query, None)
    EuPolicy.Catalog.select_full = lambda self, query, cancellable=None: select(self, query, cancellable)
    EuPolicy.Catalog.query = lambda self, text: select(self, text, None) if isinstance(text, query) else ask(self, text)


# -- entities -----------------------------------------------------------------------------------------------------

def _entity_new(cls, id, **fields):
    if not isinstance(id, str):
        raise TypeError(f"an id is a string, not {id!r}")
    return cls.new(id)


def _entity_init(self, id, **fields):
    for name, value in fields.items():
        if not isinstance(getattr(type(self), name, None), property):
            raise TypeError(f"{type(self).__name__} has no {name!r}")
        setattr(self, name, value)


def _entity_repr(self):
    if not _may_use(self):
        return f"<EuPolicy.{type(self).__name__} of another thread>"
    title = self.get_title()
    return f"<EuPolicy.{type(self).__name__} {self.get_id()}{'' if not title else ' ' + json.dumps(title, ensure_ascii=False)}>"


def _add_entities():
    entity = EuPolicy.Entity
    entity.__str__ = lambda self: (self.get_title() or self.get_id() or "") if _may_use(self) else repr(self)
    entity.__repr__ = _entity_repr
    entity.to_dict = _checked(lambda self: json.loads(self.to_json_string()))
    for _, cls in _classes():
        if cls is not entity and issubclass(cls, entity):
            cls.__new__ = staticmethod(_entity_new)
            cls.__init__ = _entity_init


def _name_functions():
    """Let help and tracebacks call what was put into the classes by the names that it has there."""
    named = set()
    for name, cls in _classes():
        for attribute, value in vars(cls).items():
            function = getattr(value, "__func__", value)
            if isinstance(function, types.FunctionType) and function.__module__ == __name__:
                function.__name__ = attribute
                function.__qualname__ = attribute if function in named else f"{name}.{attribute}"
                named.add(function)


for _name, _class in _classes():
    if issubclass(_class, GObject.Object):
        _add_thread_checks(_class)
        _add_properties(_class)
    elif issubclass(_class, GObject.GEnum):
        _add_to_enum(_class)

_add_values()
_add_value_objects()
_add_collection(EuPolicy.List)
if hasattr(getattr(EuPolicy, "Changes", None), "get_item"):
    _add_collection(EuPolicy.Changes)
_add_results()
_add_catalog()
_add_query()
_add_entities()
_name_functions()
