/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Questions from Vala. */

void ask () {
    try {
        var catalog = new EuPolicy.Catalog.builtin ();
        var results = catalog.query ("type:initiative in:security-and-defence");
        assert (results.get_n_items () == results.n_total && results.n_total > 3);
        assert (results.dup_column ("id").length == results.n_total);
        assert (((EuPolicy.Entity) results.get_item (0)).id == results.dup_column ("id")[0]);
        assert (results.count_by ("status").n_children () > 0);
        var query = new EuPolicy.Query.for_type (typeof (EuPolicy.Milestone)).sorted_by ("date", true).limited (0, 2);
        assert (catalog.select (query).get_n_items () == 2);
    } catch (Error e) {
        assert_not_reached ();
    }
}

void wrong () {
    try {
        new EuPolicy.Query.from_string ("status:propsed");
        assert_not_reached ();
    } catch (EuPolicy.QueryError.BAD_VALUE e) {
        assert ("proposed" in e.message);
    } catch (Error e) {
        assert_not_reached ();
    }
}

int main (string[] args) {
    Test.init (ref args);
    Test.add_func ("/results/ask", ask);
    Test.add_func ("/results/wrong", wrong);
    return Test.run ();
}
