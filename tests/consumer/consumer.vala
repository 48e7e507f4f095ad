/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

int main () {
    try {
        var catalog = new EuPolicy.Catalog.builtin ();
        catalog.languages = { "en" };
        var priorities = catalog.priorities;
        for (uint i = 0; i < priorities.get_n_items (); i++) {
            var priority = (EuPolicy.Entity) priorities.get_item (i);
            print ("%s: %s\n", priority.id, priority.title);
        }
    } catch (Error e) {
        printerr ("%s\n", e.message);
        return 1;
    }
    return 0;
}
