/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a priority down: who is in charge, its objectives, and how far the initiatives under each have come. */

string titles (EuPolicy.List list) {
    string[] titles = {};
    for (uint i = 0; i < list.get_n_items (); i++)
        titles += ((EuPolicy.Entity) list.get_item (i)).title;
    return string.joinv (", ", titles);
}

void print_initiative (EuPolicy.Initiative initiative) {
    unowned var date = initiative.get_date ();
    var status = initiative.status.dup_label ("en");
    print ("  %s: %s, %s\n", initiative.title, status, date != null ? date.format ("en") : "no date");
}

int main () {
    Intl.setlocale ();
    try {
        var catalog = new EuPolicy.Catalog.builtin ();
        catalog.set_languages ({ "en" });
        catalog.set_as_of (new EuPolicy.Date (2026, 11, 21));

        var priority = (EuPolicy.Priority) catalog.lookup ("security-and-defence");
        print ("%s\n", priority.title);
        print ("In charge: %s\n", titles (priority.dup_commissioners ()));

        var objectives = priority.dup_objectives ();
        for (uint i = 0; i < objectives.get_n_items (); i++) {
            var objective = (EuPolicy.Objective) objectives.get_item (i);
            var initiatives = objective.dup_initiatives ();

            print ("%s\n", objective.title);
            for (uint j = 0; j < initiatives.get_n_items (); j++)
                print_initiative ((EuPolicy.Initiative) initiatives.get_item (j));
        }
    } catch (Error e) {
        printerr ("%s\n", e.message);
        return 1;
    }
    return 0;
}
