/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A question in one line, what it counts, and the same question put together by calls. */

void print_answer (EuPolicy.Results results) {
    print ("%u of %u\n", results.get_n_items (), results.n_total);
    for (uint i = 0; i < results.get_n_items (); i++) {
        var milestone = (EuPolicy.Milestone) results.get_item (i);
        print ("  %s %s\n", milestone.get_date ().to_string (), milestone.title);
    }
}

int main () {
    Intl.setlocale ();
    try {
        var catalog = new EuPolicy.Catalog.builtin ();
        catalog.set_languages ({ "en" });
        catalog.set_as_of (new EuPolicy.Date (2026, 11, 21));

        print_answer (catalog.query ("type:milestone in:security-and-defence date:2025-03 sort:date"));

        var open = catalog.query ("type:initiative in:security-and-defence is:open");
        string status;
        uint count;
        var counts = open.count_by ("status").iterator ();
        while (counts.next ("(su)", out status, out count))
            print ("  %s: %u\n", status, count);

        var question = new EuPolicy.Query.for_type (typeof (EuPolicy.Milestone))
            .where ("in", EuPolicy.Operator.IS, "security-and-defence")
            .where ("date", EuPolicy.Operator.AT_LEAST, "2025-06")
            .sorted_by ("date", false)
            .limited (0, 3);
        print_answer (catalog.select (question));
    } catch (Error e) {
        printerr ("%s\n", e.message);
        return 1;
    }
    return 0;
}
