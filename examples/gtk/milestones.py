# SPDX-FileCopyrightText: The libeupolicy authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The milestones of a priority in a GtkListView: dates and titles are bound, so the rows follow the data."""

import sys

import gi

gi.require_version("EuPolicy", "1")
gi.require_version("Gtk", "4.0")
from gi.repository import EuPolicy, Gio, GObject, Gtk

COLUMNS = (("date", 18), ("state", 10), ("title", -1))


def setup(_factory, item):
    box = Gtk.Box(spacing=12)
    for _name, width in COLUMNS:
        box.append(Gtk.Label(width_chars=width, xalign=0, ellipsize=3 if width < 0 else 0))
    item.set_child(box)


def bind(_factory, item):
    item.bindings = []
    label = item.get_child().get_first_child()
    for name, _width in COLUMNS:
        item.bindings.append(item.get_item().bind_property(name, label, "label", GObject.BindingFlags.SYNC_CREATE))
        label = label.get_next_sibling()


def unbind(_factory, item):
    for binding in item.bindings:
        binding.unbind()


def activate(application):
    priority = catalog["security-and-defence"]
    sorter = Gtk.CustomSorter.new(lambda a, b, _data: a.day - b.day)
    selection = Gtk.SingleSelection(model=Gtk.SortListModel(model=priority.milestones, sorter=sorter))

    factory = Gtk.SignalListItemFactory()
    factory.connect("setup", setup)
    factory.connect("bind", bind)
    factory.connect("unbind", unbind)

    window = Gtk.ApplicationWindow(application=application, title=priority.title)
    window.set_default_size(760, 480)
    window.set_child(Gtk.ScrolledWindow(child=Gtk.ListView(model=selection, factory=factory)))
    window.present()


catalog = EuPolicy.Catalog.builtin()
application = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect("activate", activate)
sys.exit(application.run())
